/** What a check of the preflight is given, and what it returns. */
import type { Image } from '../aws/sdk/ec2.ts';
import type { CopyTarget } from '../image/copy/copying.ts';
import type { DeprecateAfter, DeregistrationProtection } from '../image/lifecycle.ts';
import type { Names } from '../naming/names.ts';
import type { Run } from '../run/run.ts';
import type { SourceInstance } from '../source/instance.ts';
import type { Finding } from './finding.ts';

/** What the checks are about. */
export interface Subject {
  instance: SourceInstance;
  names: Names;
  /** The claim of this process. */
  claim: string;
  /** Our own image of that name, when there is one. */
  namesake: Image | undefined;
  excludeDevices: readonly string[];
  noReboot: boolean;
  shareWith: readonly string[];
  shareSnapshots: boolean;
  makePublic: boolean;
  copyTo: readonly CopyTarget[];
  deprecateAfter: DeprecateAfter | undefined;
  deregistrationProtection: DeregistrationProtection;
  requireImdsv2: boolean;
  allowedAccountIds: readonly string[];
  /** When the credentials expire; undefined when they do not, or are renewed, or nobody knows. */
  credentialsExpireAt: Date | undefined;
}

/** From facts to findings; what it cannot find out is a finding as well. */
export type Check = (run: Run, subject: Subject) => Finding[] | Promise<Finding[]>;
