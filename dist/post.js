// Written by scripts/build.ts.
import { bakePost } from './index.js';

await bakePost();
