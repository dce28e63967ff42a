/** Entry point of the post step: finishes what the main step could not. It never fails the job. */
import { awsAccess } from '../aws/access.ts';
import { closeConnections } from '../aws/http-agents.ts';
import { systemClock as clock } from '../base/clock.ts';
import { messageOf } from '../base/errors.ts';
import { cancellationOfPost } from '../github/cancellation.ts';
import { createLog } from '../github/log.ts';
import { roleOf } from '../github/role.ts';
import { postRetire } from './post-story.ts';
import { readState } from './state.ts';

const log = createLog();
const signal = cancellationOfPost(process);

try {
  const environment = process.env;
  const state = readState(environment);
  const region = state?.region ?? '';
  const role = roleOf(state?.roleToAssume, environment, log);
  const onTrouble = (message: string) => log.info(message);
  await postRetire({
    state,
    log,
    signal,
    aws: () => awsAccess({ region, environment, clock, random: Math.random, role, onTrouble }),
  });
} catch (error) {
  log.warning(`The clean-up did not finish: ${messageOf(error)}`, 'Clean-up');
} finally {
  closeConnections();
}
