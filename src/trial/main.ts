/** Entry point of the main step. */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { updateComment } from '../github/comment/update.ts';
import { runMainStep } from '../github/main-step.ts';
import { usualMinutes } from './image.ts';
import { readTrialInputs } from './inputs/table.ts';
import { emptyRecord, type TrialRun } from './record.ts';
import { commentOf } from './report/comment.ts';
import { createOutputs } from './report/outputs.ts';
import { report } from './report/report.ts';
import { stateKeeper } from './state.ts';
import { trial } from './trial.ts';

await runMainStep(
  'Test',
  createOutputs,
  async ({ environment, log, outputs, startedAt, unique: testId, saveState, runIn }) => {
    const inputs = readTrialInputs(environment);
    const { region, roleToAssume, amiId: imageId } = inputs;
    // Once the image is known, that of its platform.
    const timeoutMinutes = inputs.timeoutMinutes ?? usualMinutes({ windows: true });
    const record = emptyRecord({ region, imageId, testId, startedAt });
    const keepState = stateKeeper(roleToAssume, saveState);
    const run: TrialRun = {
      ...runIn({ region, roleToAssume, timeoutMinutes }),
      inputs,
      record,
      onChange: () => {
        keepState(record);
        outputs.publish(record, run.clock.now());
      },
      saveConsole: (instanceId, output) => {
        const path = join(environment['RUNNER_TEMP'] || tmpdir(), `bake-ami-console-${instanceId}.log`);
        writeFileSync(path, output);
        return path;
      },
    };
    const outcome = await trial(run);
    const comment = () => updateComment(run, commentOf(inputs, environment, outcome));
    await report({ outcome, outputs, log, endedAt: run.clock.now(), comment });
    return outcome;
  },
);
