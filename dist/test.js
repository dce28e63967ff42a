// Written by scripts/build.ts.
import { trial } from './index.js';

await trial();
