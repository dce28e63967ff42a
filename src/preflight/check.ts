/** What a check of the preflight is, and what it is given. */
import type { SendOptions } from '../aws/patient-client.ts';
import type { Image } from '../aws/sdk/ec2.ts';
import type { CopyTarget } from '../image/copy/copying.ts';
import type { Wishes } from '../image/wishes.ts';
import type { Names } from '../naming/names.ts';
import type { Run } from '../run/run.ts';
import type { SourceInstance } from '../source/instance.ts';
import type { Finding } from './finding.ts';

/** What the checks are about. */
export interface Subject extends Wishes {
  instance: SourceInstance;
  /** Those that could be rendered. */
  names: Partial<Names>;
  /** The claim of this process. */
  claim: string;
  /** Our own image of that name, when there is one. */
  namesake: Image | undefined;
  excludeDevices: readonly string[];
  noReboot: boolean;
  allowedAccountIds: readonly string[];
  /** When the credentials expire; undefined when they do not, or are renewed, or nobody knows. */
  credentialsExpireAt: Date | undefined;
}

/** From facts to findings; what it cannot find out is a finding as well. */
export type Check = (run: Run, subject: Subject) => Finding[] | Promise<Finding[]>;

/** From a Region of `copy-to` to findings. It leaves the time limits of its calls to whoever runs it. */
export type RegionCheck = (
  run: Run,
  subject: Subject,
  target: CopyTarget,
  how: SendOptions,
) => Promise<Finding[]>;
