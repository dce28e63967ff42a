// Written by scripts/build.ts.
import { trialPost } from './index.js';

await trialPost();
