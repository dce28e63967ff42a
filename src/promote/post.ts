/** Entry point of the post step of a promotion: finishes what the main step could not. It never fails the job. */
import { randomBytes } from 'node:crypto';
import { awsAccess } from '../aws/access.ts';
import { closeConnections } from '../aws/http-agents.ts';
import { systemClock as clock } from '../base/clock.ts';
import { messageOf } from '../base/errors.ts';
import { cancellationOfPost } from '../github/cancellation.ts';
import { createLog } from '../github/log.ts';
import { roleOf } from '../github/role.ts';
import { newClaim } from '../image/ownership.ts';
import { postPromotion } from './clean-up.ts';
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
  const environment = process.env;
  const saved = readState(environment);
  const region = saved.state?.region ?? '';
  const role = roleOf(saved.state?.roleToAssume, environment, log);
  const claim = newClaim(environment['GITHUB_RUN_ATTEMPT'] ?? '1', `${randomBytes(6).toString('hex')}-post`);
  await postPromotion({
    saved,
    claim,
    cancelled: signal,
    clock,
    log,
    aws: () =>
      awsAccess({
        region,
        environment,
        clock,
        random: Math.random,
        role,
        onTrouble: (message) => log.info(message),
      }),
  });
}
