/**
 * A call of every operation that the simulator offers. boto3.test.ts sends them as they are, aws-cli.test.ts as commands
 * with options of the same names.
 */

import { autoScalingOperations } from './auto-scaling.ts';
import { encryptionOperations } from './encryption.ts';
import { imageOperations } from './images.ts';
import { launchTemplateOperations } from './launch-templates.ts';
import { launchOperations } from './launches.ts';
import { lifecycleOperations } from './lifecycle.ts';
import type { Operation } from './operation.ts';
import { operationsOfOtherServices } from './other-services.ts';
import { permissionOperations } from './permissions.ts';
import { recycleBinOperations } from './recycle-bin.ts';
import { snapshotLockOperations } from './snapshot-locks.ts';
import { sourceOperations } from './source.ts';

export const operations: readonly Operation[] = [
  ...sourceOperations,
  ...imageOperations,
  ...permissionOperations,
  ...lifecycleOperations,
  ...encryptionOperations,
  ...launchOperations,
  ...launchTemplateOperations,
  ...autoScalingOperations,
  ...snapshotLockOperations,
  ...recycleBinOperations,
  ...operationsOfOtherServices,
];
