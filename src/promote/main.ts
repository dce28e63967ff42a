/** Entry point of the main step. */
import { updateComment } from '../github/comment/update.ts';
import { runMainStep } from '../github/main-step.ts';
import { newClaim } from '../image/ownership.ts';
import { readPromotionInputs } from './inputs/table.ts';
import { promote } from './promote.ts';
import { emptyRecord, type PromotionRun } from './record.ts';
import { commentOf } from './report/comment.ts';
import { createOutputs } from './report/outputs.ts';
import { report } from './report/report.ts';
import { stateKeeper } from './state.ts';

await runMainStep(
  'Promotion',
  createOutputs,
  async ({ environment, workflow, log, outputs, startedAt, unique, saveState, runIn }) => {
    const inputs = readPromotionInputs({ environment, workflow, now: new Date(startedAt) });
    const record = emptyRecord(inputs, newClaim(workflow.runAttempt, unique), startedAt);
    const keepState = stateKeeper(inputs, saveState);
    const onChange = () => {
      keepState(record);
      outputs.publish(record);
    };
    const run: PromotionRun = { ...runIn(inputs), inputs, record, onChange };
    const outcome = await promote(run);
    const comment = () => updateComment(run, commentOf(inputs, environment, outcome));
    await report({ outcome, outputs, log, endedAt: run.clock.now(), comment }, workflow);
    return outcome;
  },
);
