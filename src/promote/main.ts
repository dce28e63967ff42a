/** Entry point of the main step: wires the promotion to the runner and to AWS. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
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
import { newClaim } from '../image/ownership.ts';
import { readPromotionInputs } from './inputs/table.ts';
import { promote } from './promote.ts';
import { emptyRecord, type PromotionRun } from './record.ts';
import { commentOf } from './report/comment.ts';
import { createOutputs } from './report/outputs.ts';
import { report } from './report/report.ts';
import { stateKeeper, stateName } from './state.ts';

// Templates' dates are in UTC; LiquidJS's arithmetic is off by an hour near daylight-saving changes in other zones.
process.env['TZ'] = 'UTC';

const cancellation = cancellationOfMain(process);
const log = createLog();
const files = createRunnerFiles(log);
const outputs = createOutputs(files.setOutput);

try {
  await main();
} catch (error) {
  process.exitCode = 1;
  await reportEarly(error, log, 'Promotion');
  outputs.finish();
} finally {
  closeConnections();
}

async function main(): Promise<void> {
  const environment = process.env;
  files.check(environment);
  const workflow = readWorkflowContext(environment, (path) => readFileSync(path, 'utf8'));
  const inputs = readPromotionInputs({ environment, workflow, now: new Date(clock.now()) });
  const { region, roleToAssume, timeoutMinutes } = inputs;
  const role = roleOf(roleToAssume, environment, log);
  const random = Math.random;
  const claim = newClaim(workflow.runAttempt, randomBytes(6).toString('hex'));
  const record = emptyRecord(inputs, claim, clock.now());
  const keepState = stateKeeper(inputs, (text) => files.saveState(stateName, text));
  const run: PromotionRun = {
    region,
    inputs,
    workflow,
    environment,
    aws: awsAccess({ region, environment, clock, random, role, onTrouble: (message) => log.info(message) }),
    clock,
    random,
    log,
    signal: cancellation.signal,
    throwIfCancelled: cancellation.throwIfCancelled,
    deadline: record.startedAt + timeoutMinutes * 60_000,
    record,
    onChange: () => {
      keepState(record);
      outputs.publish(record);
    },
  };
  const outcome = await promote(run);
  const comment = () => updateComment(run, commentOf(inputs, environment, outcome));
  await report({ outcome, workflow, outputs, log, endedAt: clock.now(), comment });
  if (!outcome.ok || files.hasLostOutputs) process.exitCode = 1;
}
