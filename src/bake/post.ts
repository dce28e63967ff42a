/** Entry point of the post step: finishes what the main step could not. It never fails the job. */
import { awsAccess } from '../aws/access.ts';
import { closeConnections } from '../aws/http-agents.ts';
import { systemClock as clock } from '../base/clock.ts';
import { messageOf } from '../base/errors.ts';
import { afterwards, cleanUp, warnOfRemnants } from '../distribute/clean-up.ts';
import { cancellationOfPost } from '../github/cancellation.ts';
import { createLog } from '../github/log.ts';
import { roleOf } from '../github/role.ts';
import { readState } from './state.ts';

const log = createLog();
const signal = cancellationOfPost(process);

try {
  await post();
} catch (error) {
  log.warning(`The clean-up did not finish: ${messageOf(error)}`, 'Clean-up');
} finally {
  closeConnections();
}

async function post(): Promise<void> {
  const { state, reason } = readState(process.env);
  if (state === undefined) return log.info(`Nothing to clean up: ${reason}.`);
  if (state.phase === 'done') return log.info('Nothing to clean up: the main step left nothing open.');

  log.info(`The main step ended before its bake did (${state.amiId ?? `an AMI named "${state.amiName}"`}).`);
  const {
    region,
    amiId,
    copies = [],
    reused,
    gone = [],
    key,
    onFailure,
    expectedSnapshots,
    roleToAssume,
  } = state;
  const role = roleOf(roleToAssume, process.env, log);
  const { ec2In } = awsAccess({
    region,
    environment: process.env,
    clock,
    random: Math.random,
    role,
    onTrouble: (message) => log.info(message),
  });
  const report = await cleanUp({
    ec2In,
    clock,
    log,
    signal,
    onFailure,
    key,
    places: [...(reused ? [] : [{ region, amiId }]), ...copies].map((place) => ({
      region: place.region,
      imageId: place.amiId,
      imageIsGone: place.amiId !== undefined && gone.includes(place.amiId),
    })),
    expectedSnapshots,
    haste: afterwards,
  });
  warnOfRemnants(log, report);
  if (report.done && report.kept.length === 0) log.info('Cleaned up: nothing of this bake is left.');
}
