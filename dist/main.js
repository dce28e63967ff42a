// Written by scripts/build.ts.
import { bake } from './index.js';

await bake();
