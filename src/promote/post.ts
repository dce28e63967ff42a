/** Entry point of the post step of a promotion: finishes what the main step could not. */
import { runPostStep } from '../github/post-step.ts';
import { postPromotion } from './clean-up.ts';
import { readState } from './state.ts';

await runPostStep(readState, postPromotion);
