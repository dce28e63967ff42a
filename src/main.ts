/** Entry point of the main step: wires the bake to the runner and to AWS. */
import { readFileSync } from 'node:fs';
import { ec2Client } from './aws/clients.ts';
import { Ec2 } from './aws/ec2.ts';
import { bake } from './bake.ts';
import { systemClock } from './clock.ts';
import { watchForCancellation } from './github/cancellation.ts';
import { readWorkflowContext } from './github/context.ts';
import { readInputs } from './github/inputs.ts';
import { createLog } from './github/log.ts';
import { createOutputs } from './github/outputs.ts';
import { report, reportError } from './github/report.ts';
import { createWitness } from './github/witness.ts';

// Templates' dates are in UTC; LiquidJS's arithmetic is off by an hour near daylight-saving changes in other zones.
process.env['TZ'] = 'UTC';

const signal = watchForCancellation(process);
const log = createLog();
const outputs = createOutputs();

try {
  await main();
} catch (error) {
  process.exitCode = 1;
  reportError(error, log);
  outputs.finish();
}

async function main(): Promise<void> {
  const environment = process.env;
  const workflow = readWorkflowContext(environment, (path) => readFileSync(path, 'utf8'));
  const inputs = readInputs({ environment, workflow, now: new Date(systemClock.now()) });
  const client = ec2Client({ region: inputs.region, environment });
  const outcome = await bake(inputs, workflow, {
    ec2: new Ec2({ client, clock: systemClock, random: Math.random }),
    clock: systemClock,
    random: Math.random,
    log,
    signal,
    environment,
    witness: createWitness(outputs, inputs.onFailure),
  });
  if (!outcome.ok) process.exitCode = 1;
  await report({ outcome, workflow, outputs, log, endedAt: systemClock.now() });
}
