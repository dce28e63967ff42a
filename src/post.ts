/** Entry point of the post step: finishes what the main step could not. It never fails the job. */
import { ec2Client } from './aws/clients.ts';
import { Ec2 } from './aws/ec2.ts';
import { afterwards, cleanUp, warnOfRemnants } from './cleanup.ts';
import { systemClock } from './clock.ts';
import { messageOf } from './errors.ts';
import { watchForCancellation } from './github/cancellation.ts';
import { createLog } from './github/log.ts';
import { readState } from './github/state.ts';

const log = createLog();
const signal = watchForCancellation(process);

try {
  await post();
} catch (error) {
  log.warning(`The clean-up did not finish: ${messageOf(error)}`, 'Clean-up');
}

async function post(): Promise<void> {
  const { state, reason } = readState(process.env);
  if (state === undefined) return log.info(`Nothing to clean up: ${reason}.`);
  if (state.phase === 'done') return log.info('Nothing to clean up: the main step left nothing open.');

  log.info(`The main step ended before its bake did (${state.amiId ?? `an AMI named "${state.amiName}"`}).`);
  const { region, key, onFailure, expectedSnapshots } = state;
  const client = ec2Client({ region, environment: process.env });
  const report = await cleanUp({
    ec2: new Ec2({ client, clock: systemClock, random: Math.random }),
    clock: systemClock,
    log,
    signal,
    onFailure,
    region,
    key,
    imageId: state.amiId,
    expectedSnapshots,
    haste: afterwards,
  });
  warnOfRemnants(log, report);
  if (report.done && report.kept.length === 0) log.info('Cleaned up: nothing of this bake is left.');
}
