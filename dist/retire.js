// Written by scripts/build.ts.
import { retire } from './index.js';

await retire();
