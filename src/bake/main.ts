/** Entry point of the main step. */
import { updateComment } from '../github/comment/update.ts';
import { runMainStep } from '../github/main-step.ts';
import { newClaim } from '../image/ownership.ts';
import { bake } from './bake.ts';
import { readBakeInputs } from './inputs/read.ts';
import { type BakeRun, emptyRecord } from './record.ts';
import { commentOf } from './report/comment.ts';
import { createOutputs } from './report/outputs.ts';
import { report } from './report/report.ts';
import { stateKeeper } from './state.ts';

await runMainStep(
  'Bake',
  createOutputs,
  async ({ environment, workflow, log, outputs, startedAt, unique, saveState, runIn }) => {
    const inputs = readBakeInputs({ environment, workflow, now: new Date(startedAt) });
    const record = emptyRecord(inputs.region, newClaim(workflow.runAttempt, unique), startedAt);
    const keepState = stateKeeper(inputs, saveState);
    const onChange = () => {
      keepState(record);
      outputs.publish(record);
    };
    const run: BakeRun = { ...runIn(inputs), inputs, record, onChange };
    const outcome = await bake(run);
    const comment = () => updateComment(run, commentOf(run, outcome));
    await report({ outcome, outputs, log, endedAt: run.clock.now(), comment }, workflow);
    return outcome;
  },
);
