/** Entry point of the post step: finishes what the main step could not. */
import { runPostStep } from '../github/post-step.ts';
import { postBake } from './clean-up.ts';
import { readState } from './state.ts';

await runPostStep(readState, postBake);
