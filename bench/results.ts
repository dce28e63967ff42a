/** Everything that one run of the benchmark found out. */
import type { Comparison } from './comparison.ts';
import type { Contestant } from './contestant.ts';
import type { Doomed } from './doomed.ts';
import type { FleetResult } from './fleet-measures.ts';
import type { Lag } from './lag.ts';
import type { PlanMeasures } from './retire.ts';
import type { StartUp } from './start-up.ts';
import type { Noticing } from './throttling.ts';
import type { TrialLag } from './trial.ts';

export interface Results {
  /** Milliseconds since the epoch. */
  at: number;
  machine: readonly (readonly [string, string])[];
  /** The action comes first. */
  contestants: readonly Contestant[];
  /** Names of those that could not be installed here. */
  leftOut: readonly string[];
  /** How often each contestant baked in each setting. */
  rounds: number;
  startUp: StartUp;
  comparisons: readonly Comparison[];
  doomed: readonly Doomed[];
  lags: readonly Lag[];
  noticings: readonly Noticing[];
  fleet: FleetResult;
  /** Tests of images. */
  trials: TrialLag;
  /** The plan of `retire` for a large account. */
  plan: PlanMeasures;
}
