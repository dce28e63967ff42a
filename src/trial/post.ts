/** Entry point of the post step: ends what the main step could not. */
import { runPostStep } from '../github/post-step.ts';
import { postTrial } from './clean-up.ts';
import { readState } from './state.ts';

await runPostStep(readState, postTrial);
