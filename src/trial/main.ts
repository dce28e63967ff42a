/** Entry point of the main step: wires the test to the runner and to AWS. */
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { awsAccess } from '../aws/access.ts';
import { closeConnections } from '../aws/http-agents.ts';
import { systemClock as clock } from '../base/clock.ts';
import { cancellationOfMain } from '../github/cancellation.ts';
import { updateComment } from '../github/comment/update.ts';
import { readWorkflowContext } from '../github/context.ts';
import { createLog } from '../github/log.ts';
import { reportEarly } from '../github/report/failure.ts';
import { roleOf } from '../github/role.ts';
import { createRunnerFiles } from '../github/runner-files.ts';
import { usualMinutes } from './image.ts';
import { readTrialInputs } from './inputs/table.ts';
import { emptyRecord, type TrialRun } from './record.ts';
import { commentOf } from './report/comment.ts';
import { createOutputs } from './report/outputs.ts';
import { report } from './report/report.ts';
import { stateKeeper, stateName } from './state.ts';
import { trial } from './trial.ts';

const cancellation = cancellationOfMain(process);
const log = createLog();
const files = createRunnerFiles(log);
const outputs = createOutputs(files.setOutput);

try {
  await main();
} catch (error) {
  process.exitCode = 1;
  await reportEarly(error, log, 'Test');
  outputs.finish();
} finally {
  closeConnections();
}

async function main(): Promise<void> {
  const environment = process.env;
  files.check(environment);
  const workflow = readWorkflowContext(environment, (path) => readFileSync(path, 'utf8'));
  const inputs = readTrialInputs(environment);
  const { region, roleToAssume, timeoutMinutes, amiId: imageId } = inputs;
  const role = roleOf(roleToAssume, environment, log);
  const random = Math.random;
  const testId = randomBytes(12).toString('hex');
  const record = emptyRecord({ region, imageId, testId, startedAt: clock.now() });
  const keepState = stateKeeper(roleToAssume, (text) => files.saveState(stateName, text));
  const run: TrialRun = {
    region,
    inputs,
    workflow,
    aws: awsAccess({ region, environment, clock, random, role, onTrouble: (message) => log.info(message) }),
    clock,
    random,
    log,
    signal: cancellation.signal,
    throwIfCancelled: cancellation.throwIfCancelled,
    // Once the image is known, that of its platform.
    deadline: record.startedAt + (timeoutMinutes ?? usualMinutes({ windows: true })) * 60_000,
    record,
    onChange: () => {
      keepState(record);
      outputs.publish(record, clock.now());
    },
    saveConsole: (instanceId, output) => {
      const path = join(environment['RUNNER_TEMP'] || tmpdir(), `bake-ami-console-${instanceId}.log`);
      writeFileSync(path, output);
      return path;
    },
  };
  const outcome = await trial(run);
  const comment = () => updateComment(run, commentOf(inputs, environment, outcome));
  await report({ outcome, workflow, outputs, log, endedAt: clock.now(), comment });
  if (!outcome.ok || files.hasLostOutputs) process.exitCode = 1;
}
