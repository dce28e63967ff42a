// Written by scripts/build.ts.
import { promotePost } from './index.js';

await promotePost();
