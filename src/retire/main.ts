/** Entry point of the main step. */
import { updateComment } from '../github/comment/update.ts';
import { runMainStep } from '../github/main-step.ts';
import { closedAmong } from '../github/pull-requests.ts';
import { newClaim } from '../image/ownership.ts';
import { warn } from '../run/run.ts';
import { readRetireInputs } from './inputs.ts';
import { emptyRecord, type RetireRun } from './record.ts';
import { commentOf } from './report/comment.ts';
import { createOutputs } from './report/outputs.ts';
import { report } from './report/report.ts';
import { retire } from './retire.ts';
import { stateKeeper } from './state.ts';

await runMainStep(
  'Retirement',
  createOutputs,
  async ({ environment, workflow, log, outputs, startedAt, unique, saveState, runIn }) => {
    const inputs = readRetireInputs(environment);
    const { region, roleToAssume, dryRun, githubToken: token } = inputs;
    const { owner, repo } = workflow;
    const record = emptyRecord(region, newClaim(workflow.runAttempt, `${unique}-retire`), startedAt);
    const keepState = stateKeeper(roleToAssume, saveState);
    const surroundings = runIn(inputs);
    const { signal } = surroundings;
    const run: RetireRun = {
      ...surroundings,
      inputs,
      record,
      onChange: () => {
        keepState(record);
        outputs.publish(record);
      },
      closedAmong: (numbers) => {
        const onTrouble = (message: string) => warn(run, message);
        return closedAmong(numbers, { token, environment, signal, owner, repo, onTrouble });
      },
    };
    const outcome = await retire(run);
    const comment = () => updateComment(run, commentOf(run, outcome));
    await report({ outcome, outputs, log, endedAt: run.clock.now(), comment }, dryRun);
    return outcome;
  },
);
