/** Entry point of the main step: wires `retire` to the runner, to AWS and to GitHub. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { awsAccess } from '../aws/access.ts';
import { closeConnections } from '../aws/http-agents.ts';
import { systemClock as clock } from '../base/clock.ts';
import { cancellationOfMain } from '../github/cancellation.ts';
import { updateComment } from '../github/comment/update.ts';
import { readWorkflowContext } from '../github/context.ts';
import { createLog } from '../github/log.ts';
import { closedAmong } from '../github/pull-requests.ts';
import { reportEarly } from '../github/report/failure.ts';
import { roleOf } from '../github/role.ts';
import { createRunnerFiles } from '../github/runner-files.ts';
import { newClaim } from '../image/ownership.ts';
import { warn } from '../run/run.ts';
import { readRetireInputs } from './inputs.ts';
import { emptyRecord, type RetireRun } from './record.ts';
import { commentOf } from './report/comment.ts';
import { createOutputs } from './report/outputs.ts';
import { report } from './report/report.ts';
import { retire } from './retire.ts';
import { stateKeeper, stateName } from './state.ts';

const cancellation = cancellationOfMain(process);
const log = createLog();
const files = createRunnerFiles(log);
const outputs = createOutputs(files.setOutput);

try {
  await main();
} catch (error) {
  process.exitCode = 1;
  await reportEarly(error, log, 'Retirement');
  outputs.finish();
} finally {
  closeConnections();
}

async function main(): Promise<void> {
  const environment = process.env;
  files.check(environment);
  const workflow = readWorkflowContext(environment, (path) => readFileSync(path, 'utf8'));
  const inputs = readRetireInputs(environment);
  const { region, roleToAssume, timeoutMinutes, dryRun, githubToken: token } = inputs;
  const role = roleOf(roleToAssume, environment, log);
  const random = Math.random;
  const { signal, throwIfCancelled } = cancellation;
  const claim = newClaim(workflow.runAttempt, `${randomBytes(6).toString('hex')}-retire`);
  const record = emptyRecord(region, claim, clock.now());
  const keepState = stateKeeper(roleToAssume, (text) => files.saveState(stateName, text));
  const { owner, repo } = workflow;
  const run: RetireRun = {
    region,
    inputs,
    workflow,
    environment,
    aws: awsAccess({ region, environment, clock, random, role, onTrouble: (message) => log.info(message) }),
    clock,
    random,
    log,
    signal,
    throwIfCancelled,
    deadline: record.startedAt + timeoutMinutes * 60_000,
    record,
    onChange: () => {
      keepState(record);
      outputs.publish(record);
    },
    closedAmong: (numbers) =>
      closedAmong(numbers, {
        token,
        environment,
        signal,
        owner,
        repo,
        onTrouble: (message) => warn(run, message),
      }),
  };
  const outcome = await retire(run);
  const comment = () => updateComment(run, commentOf(run, outcome));
  await report({ outcome, outputs, log, dryRun, endedAt: clock.now(), comment });
  if (!outcome.ok || files.hasLostOutputs) process.exitCode = 1;
}
