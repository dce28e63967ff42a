// Written by scripts/build.ts.
import { retirePost } from './index.js';

await retirePost();
