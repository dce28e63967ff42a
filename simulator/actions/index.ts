import type { Action, Service } from './action.ts';
import { assumeRoleWithWebIdentity } from './assume-role-with-web-identity.ts';
import * as autoScaling from './auto-scaling.ts';
import * as blockPublicAccess from './block-public-access.ts';
import { cancelCommand, getCommandInvocation } from './command-invocations.ts';
import { copyImage } from './copy-image.ts';
import { createImage } from './create-image.ts';
import { createLaunchTemplate } from './create-launch-template.ts';
import { createLaunchTemplateVersion } from './create-launch-template-version.ts';
import { decodeAuthorizationMessage } from './decode-authorization-message.ts';
import { deleteSnapshot } from './delete-snapshot.ts';
import { deregisterImage } from './deregister-image.ts';
import { describeImageReferences } from './describe-image-references.ts';
import { describeImages } from './describe-images.ts';
import { describeInstanceInformation } from './describe-instance-information.ts';
import { describeInstanceStatus } from './describe-instance-status.ts';
import { describeInstanceTypeOfferings } from './describe-instance-type-offerings.ts';
import { describeInstanceTypes } from './describe-instance-types.ts';
import { describeInstances } from './describe-instances.ts';
import { describeKey } from './describe-key.ts';
import { describeLaunchTemplateVersions } from './describe-launch-template-versions.ts';
import { describeLockedSnapshots } from './describe-locked-snapshots.ts';
import { describeRegions } from './describe-regions.ts';
import { describeSecurityGroups } from './describe-security-groups.ts';
import { describeSnapshots } from './describe-snapshots.ts';
import { describeSubnets } from './describe-subnets.ts';
import { describeVolumes } from './describe-volumes.ts';
import { describeVpcs } from './describe-vpcs.ts';
import * as disableImage from './disable-image.ts';
import * as ebsEncryption from './ebs-encryption.ts';
import { getCallerIdentity } from './get-caller-identity.ts';
import { getConsoleOutput } from './get-console-output.ts';
import * as imageAttributes from './image-attributes.ts';
import * as imageLifecycle from './image-lifecycle.ts';
import { describeLaunchTemplates, modifyLaunchTemplate } from './launch-templates.ts';
import { listCommandInvocations } from './list-command-invocations.ts';
import { lockSnapshot, unlockSnapshot } from './lock-snapshot.ts';
import * as parameterActions from './parameter-actions.ts';
import * as recycleBin from './recycle-bin.ts';
import * as retentionRules from './retention-rules.ts';
import { runInstances } from './run-instances.ts';
import { sendCommand } from './send-command.ts';
import * as snapshotAttributes from './snapshot-attributes.ts';
import { startInstances, stopInstances } from './start-and-stop.ts';
import * as tagActions from './tag-actions.ts';
import { terminateInstances } from './terminate-instances.ts';

/** Everything that the simulator knows how to do. A file that is imported as a whole has actions only. */
export const actions: readonly Action[] = [
  ...Object.values(autoScaling),
  ...Object.values(blockPublicAccess),
  ...Object.values(disableImage),
  ...Object.values(ebsEncryption),
  ...Object.values(imageAttributes),
  ...Object.values(imageLifecycle),
  ...Object.values(parameterActions),
  ...Object.values(recycleBin),
  ...Object.values(retentionRules),
  ...Object.values(snapshotAttributes),
  ...Object.values(tagActions),
  assumeRoleWithWebIdentity,
  cancelCommand,
  copyImage,
  createImage,
  createLaunchTemplate,
  createLaunchTemplateVersion,
  decodeAuthorizationMessage,
  deleteSnapshot,
  deregisterImage,
  describeImageReferences,
  describeImages,
  describeInstanceInformation,
  describeInstances,
  describeInstanceStatus,
  describeInstanceTypeOfferings,
  describeInstanceTypes,
  describeKey,
  describeLaunchTemplates,
  describeLaunchTemplateVersions,
  describeLockedSnapshots,
  describeRegions,
  describeSecurityGroups,
  describeSnapshots,
  describeSubnets,
  describeVolumes,
  describeVpcs,
  getCallerIdentity,
  getCommandInvocation,
  getConsoleOutput,
  lockSnapshot,
  modifyLaunchTemplate,
  runInstances,
  listCommandInvocations,
  sendCommand,
  startInstances,
  stopInstances,
  terminateInstances,
  unlockSnapshot,
];

export function findAction(service: Service, name: string): Action | undefined {
  return actions.find((action) => action.service === service && action.name === name);
}
