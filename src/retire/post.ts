/** Entry point of the post step: finishes what the main step could not. */
import { runPostStep } from '../github/post-step.ts';
import { postRetire } from './post-story.ts';
import { readState } from './state.ts';

await runPostStep(readState, postRetire);
