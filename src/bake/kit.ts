import type { WorkflowContext } from '../github/context.ts';
import type { BakeInputs as Inputs } from './inputs/table.ts';
import type { RecordKeeper } from './record-keeper.ts';
import type { World } from './world.ts';

/** What every step of a bake works with. */
export interface Kit {
  inputs: Inputs;
  workflow: WorkflowContext;
  /** Its calls to AWS end with the deadline. */
  world: World;
  /** When the bake must be over, in milliseconds since the epoch. */
  deadline: number;
  keeper: RecordKeeper;
}
