// Written by scripts/build.ts.
import { promote } from './index.js';

await promote();
