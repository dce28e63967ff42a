/**
 * What is known of a test so far. The story fills it in; outputs, summary and the state for the post step read it, so that
 * a test that ends badly reports as much as it learnt.
 */
import type { Run, RunRecord } from '../run/run.ts';
import type { TestedImage } from './image.ts';
import type { TrialInputs } from './inputs/table.ts';
import type { Checks, Verdict } from './verdict.ts';

/** Where an instance can be launched. */
export interface Place {
  readonly type: string;
  /** Undefined: EC2 chooses a subnet of the default VPC. */
  readonly subnetId: string | undefined;
  readonly zone: string | undefined;
}

/** One combination of type and subnet that EC2 was asked for. */
export interface Launch extends Place {
  /** The same for each request of this combination: EC2 launches one instance at most. */
  readonly token: string;
  /** Milliseconds since the epoch. */
  readonly requestedAt: number;
  /**
   * `asked`: sent, and without a clear answer there may be an instance; `refused`: there is none; `launched`; `ended`: EC2
   * has said that it is shutting down, terminated or gone.
   */
  readonly status: 'asked' | 'refused' | 'launched' | 'ended';
  readonly instanceId?: string;
  /** EC2 has shown it. */
  readonly seen?: true;
}

/** How the command of `run` ended. */
export interface CommandResult {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

export interface TrialRecord extends RunRecord {
  region: string;
  imageId: string;
  /** Random, 24 hex digits: the client tokens are made from it. */
  testId: string;
  /** When anybody may end the instance, in milliseconds since the epoch. Known before the first launch. */
  expiresAt?: number;
  /** The account that the credentials belong to, once somebody has asked. */
  accountId?: string;
  image?: TestedImage;
  launches: readonly Launch[];
  /** Of the last launch. */
  checks?: Checks;
  /** From the request to all status checks passed. */
  bootSeconds?: number | undefined;
  command?: CommandResult;
  verdict?: Verdict | undefined;
  /** Path of the file. */
  consoleLog?: string;
  /** The last lines. */
  consoleTail?: readonly string[];
  /** Of a dry run: what would be done, a line each. */
  plan?: readonly string[];
  /** The tag `bake-ami:tested` that was set. */
  tested?: string;
}

export interface TrialRun extends Run<TrialRecord> {
  readonly inputs: TrialInputs;
  /**
   * Keeps the console output of an instance in a file.
   * @returns its path
   */
  readonly saveConsole: (instanceId: string, output: Uint8Array) => string;
}

/** @param startedAt milliseconds since the epoch */
export function emptyRecord(
  given: Pick<TrialRecord, 'region' | 'imageId' | 'testId' | 'startedAt'>,
): TrialRecord {
  return { ...given, phases: [], warnings: [], launches: [] };
}

/** What there may be of a test in EC2: not refused, and not seen to end. */
export function openLaunches({ launches }: Pick<TrialRecord, 'launches'>): Launch[] {
  return launches.filter(({ status }) => status === 'asked' || status === 'launched');
}

/** The last launch that has an instance. */
export function lastLaunch({ launches }: Pick<TrialRecord, 'launches'>): Launch | undefined {
  return launches.findLast(({ instanceId }) => instanceId !== undefined);
}
