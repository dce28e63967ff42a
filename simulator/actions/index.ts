import type { Action, Service } from './action.ts';
import { assumeRoleWithWebIdentity } from './assume-role-with-web-identity.ts';
import { describeAutoScalingGroups, describeLaunchConfigurations } from './auto-scaling.ts';
import {
  disableImageBlockPublicAccess,
  enableImageBlockPublicAccess,
  getImageBlockPublicAccessState,
} from './block-public-access.ts';
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
import { disableImage, enableImage } from './disable-image.ts';
import {
  disableEbsEncryptionByDefault,
  enableEbsEncryptionByDefault,
  getEbsDefaultKmsKeyId,
  getEbsEncryptionByDefault,
  modifyEbsDefaultKmsKeyId,
  resetEbsDefaultKmsKeyId,
} from './ebs-encryption.ts';
import { getCallerIdentity } from './get-caller-identity.ts';
import { getConsoleOutput } from './get-console-output.ts';
import { describeImageAttribute, modifyImageAttribute, resetImageAttribute } from './image-attributes.ts';
import {
  disableImageDeprecation,
  disableImageDeregistrationProtection,
  enableImageDeprecation,
  enableImageDeregistrationProtection,
} from './image-lifecycle.ts';
import { describeLaunchTemplates, modifyLaunchTemplate } from './launch-templates.ts';
import { listCommandInvocations } from './list-command-invocations.ts';
import { lockSnapshot, unlockSnapshot } from './lock-snapshot.ts';
import { deleteParameter, getParameter, getParameters, putParameter } from './parameter-actions.ts';
import { listImagesInRecycleBin, listSnapshotsInRecycleBin } from './recycle-bin.ts';
import { getRule, listRules } from './retention-rules.ts';
import { runInstances } from './run-instances.ts';
import { sendCommand } from './send-command.ts';
import { describeSnapshotAttribute, modifySnapshotAttribute } from './snapshot-attributes.ts';
import { startInstances, stopInstances } from './start-and-stop.ts';
import { createTags, deleteTags, describeTags } from './tag-actions.ts';
import { terminateInstances } from './terminate-instances.ts';

/** Everything that the simulator knows how to do. */
export const actions: readonly Action[] = [
  assumeRoleWithWebIdentity,
  cancelCommand,
  copyImage,
  createImage,
  createLaunchTemplate,
  createLaunchTemplateVersion,
  createTags,
  decodeAuthorizationMessage,
  deleteParameter,
  deleteSnapshot,
  deleteTags,
  deregisterImage,
  describeAutoScalingGroups,
  describeImageAttribute,
  describeImageReferences,
  describeImages,
  describeInstanceInformation,
  describeInstances,
  describeInstanceStatus,
  describeInstanceTypeOfferings,
  describeInstanceTypes,
  describeKey,
  describeLaunchConfigurations,
  describeLaunchTemplates,
  describeLaunchTemplateVersions,
  describeLockedSnapshots,
  describeRegions,
  describeSecurityGroups,
  describeSnapshotAttribute,
  describeSnapshots,
  describeSubnets,
  describeTags,
  describeVolumes,
  disableEbsEncryptionByDefault,
  disableImage,
  describeVpcs,
  disableImageBlockPublicAccess,
  disableImageDeprecation,
  disableImageDeregistrationProtection,
  enableEbsEncryptionByDefault,
  enableImage,
  enableImageBlockPublicAccess,
  enableImageDeprecation,
  enableImageDeregistrationProtection,
  getCallerIdentity,
  getEbsDefaultKmsKeyId,
  getEbsEncryptionByDefault,
  getCommandInvocation,
  getConsoleOutput,
  getImageBlockPublicAccessState,
  getParameter,
  getParameters,
  modifyEbsDefaultKmsKeyId,
  getRule,
  listImagesInRecycleBin,
  listRules,
  listSnapshotsInRecycleBin,
  lockSnapshot,
  modifyImageAttribute,
  modifyLaunchTemplate,
  modifySnapshotAttribute,
  putParameter,
  resetEbsDefaultKmsKeyId,
  resetImageAttribute,
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
