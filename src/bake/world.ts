import type { ExplainOptions } from '../aws/decode.ts';
import type { KeyManagers } from '../aws/kms.ts';
import type { Ec2 } from '../aws/patient-client.ts';
import type { Ssm } from '../aws/ssm.ts';
import type { Clock } from '../base/clock.ts';
import type { Log } from '../base/log.ts';
import type { CleanupReport } from '../distribute/clean-up.ts';
import type { BakeRecord } from './record.ts';

/** Everything outside of the process that a bake touches. */
export interface World {
  /** Of the home Region. */
  ec2: Ec2;
  /** Of any Region, the home Region included. */
  ec2In: (region: string) => Ec2;
  ssmIn: (region: string) => Ssm;
  keyManagers: KeyManagers;
  /** For the words behind an encoded refusal. */
  sts: ExplainOptions['sts'];
  clock: Clock;
  /** Uniform in [0, 1), for jitter. */
  random: () => number;
  log: Log;
  /** Aborted, with a CancelledError as its reason, when the step is cancelled. */
  signal: AbortSignal;
  /** What templates may read as `env.NAME`. */
  environment: NodeJS.ProcessEnv;
  /** When the credentials end; undefined when they do not, are renewed, or nobody knows. */
  credentialsExpireAt: () => Promise<Date | undefined>;
  witness: Witness;
  /** Tells the user how it ended: outputs, job summary, closing annotation. */
  report: (outcome: Outcome) => Promise<void>;
}

/** Told as the bake goes, so that outputs and the state for the post step are written the moment they are known. */
export interface Witness {
  /** From now on there may be something to clean up: CreateImage is about to be sent, or an image is taken up. */
  creating(record: BakeRecord): void;
  /** Something became known. */
  learnt(record: BakeRecord): void;
  /** Nothing of this bake is left to be cleaned up. */
  settled(record: BakeRecord): void;
}

export type Outcome =
  | { ok: true; record: BakeRecord }
  | { ok: false; record: BakeRecord; error: unknown; cleanup: CleanupReport | undefined };
