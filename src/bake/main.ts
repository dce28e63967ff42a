/** Entry point of the main step: wires the bake to the runner and to AWS. */
import { readFileSync } from 'node:fs';
import { awsAccess } from '../aws/access.ts';
import { closeConnections } from '../aws/http-agents.ts';
import { systemClock as clock } from '../base/clock.ts';
import { cancellationOfMain } from '../github/cancellation.ts';
import { readWorkflowContext } from '../github/context.ts';
import { readInputs } from '../github/inputs/read.ts';
import { createLog } from '../github/log.ts';
import { roleOf } from '../github/role.ts';
import { createRunnerFiles } from '../github/runner-files.ts';
import { bake } from './bake.ts';
import { createOutputs } from './report/outputs.ts';
import { report, reportError } from './report/report.ts';
import { createWitness } from './witness.ts';

// Templates' dates are in UTC; LiquidJS's arithmetic is off by an hour near daylight-saving changes in other zones.
process.env['TZ'] = 'UTC';

const signal = cancellationOfMain(process);
const log = createLog();
const files = createRunnerFiles(log);
const outputs = createOutputs(files.setOutput);
const random = Math.random;

try {
  await main();
} catch (error) {
  process.exitCode = 1;
  reportError(error, log);
  outputs.finish();
} finally {
  closeConnections();
}

async function main(): Promise<void> {
  const environment = process.env;
  files.check(environment);
  const workflow = readWorkflowContext(environment, (path) => readFileSync(path, 'utf8'));
  const inputs = readInputs({ environment, workflow, now: new Date(clock.now()) });
  const { region, roleToAssume } = inputs;
  const role = roleOf(roleToAssume, environment, log);
  const outcome = await bake(inputs, workflow, {
    ...awsAccess({ region, environment, clock, random, role, onTrouble: (message) => log.info(message) }),
    clock,
    random,
    log,
    signal,
    environment,
    witness: createWitness(outputs, inputs),
    report: (outcome) => report({ outcome, workflow, outputs, log, endedAt: clock.now() }),
  });
  if (!outcome.ok || files.hasLostOutputs) process.exitCode = 1;
}
