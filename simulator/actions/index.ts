import type { Action, Service } from './action.ts';
import { assumeRoleWithWebIdentity } from './assume-role-with-web-identity.ts';
import { describeAutoScalingGroups, describeLaunchConfigurations } from './auto-scaling.ts';
import {
  disableImageBlockPublicAccess,
  enableImageBlockPublicAccess,
  getImageBlockPublicAccessState,
} from './block-public-access.ts';
import { copyImage } from './copy-image.ts';
import { createImage } from './create-image.ts';
import { createLaunchTemplate } from './create-launch-template.ts';
import { createLaunchTemplateVersion } from './create-launch-template-version.ts';
import { decodeAuthorizationMessage } from './decode-authorization-message.ts';
import { deleteSnapshot } from './delete-snapshot.ts';
import { deregisterImage } from './deregister-image.ts';
import { describeImageReferences } from './describe-image-references.ts';
import { describeImages } from './describe-images.ts';
import { describeInstanceTypes } from './describe-instance-types.ts';
import { describeInstances } from './describe-instances.ts';
import { describeKey } from './describe-key.ts';
import { describeLaunchTemplateVersions } from './describe-launch-template-versions.ts';
import { describeLockedSnapshots } from './describe-locked-snapshots.ts';
import { describeRegions } from './describe-regions.ts';
import { describeSnapshots } from './describe-snapshots.ts';
import { describeVolumes } from './describe-volumes.ts';
import { getCallerIdentity } from './get-caller-identity.ts';
import { describeImageAttribute, modifyImageAttribute, resetImageAttribute } from './image-attributes.ts';
import {
  disableImageDeprecation,
  disableImageDeregistrationProtection,
  enableImageDeprecation,
  enableImageDeregistrationProtection,
} from './image-lifecycle.ts';
import { describeLaunchTemplates, modifyLaunchTemplate } from './launch-templates.ts';
import { lockSnapshot, unlockSnapshot } from './lock-snapshot.ts';
import { deleteParameter, getParameter, getParameters, putParameter } from './parameter-actions.ts';
import { listImagesInRecycleBin, listSnapshotsInRecycleBin } from './recycle-bin.ts';
import { getRule, listRules } from './retention-rules.ts';
import { describeSnapshotAttribute, modifySnapshotAttribute } from './snapshot-attributes.ts';
import { startInstances, stopInstances } from './start-and-stop.ts';
import { createTags, deleteTags, describeTags } from './tag-actions.ts';

/** Everything that the simulator knows how to do. */
export const actions: readonly Action[] = [
  assumeRoleWithWebIdentity,
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
  describeInstances,
  describeInstanceTypes,
  describeKey,
  describeLaunchConfigurations,
  describeLaunchTemplates,
  describeLaunchTemplateVersions,
  describeLockedSnapshots,
  describeRegions,
  describeSnapshotAttribute,
  describeSnapshots,
  describeTags,
  describeVolumes,
  disableImageBlockPublicAccess,
  disableImageDeprecation,
  disableImageDeregistrationProtection,
  enableImageBlockPublicAccess,
  enableImageDeprecation,
  enableImageDeregistrationProtection,
  getCallerIdentity,
  getImageBlockPublicAccessState,
  getParameter,
  getParameters,
  getRule,
  listImagesInRecycleBin,
  listRules,
  listSnapshotsInRecycleBin,
  lockSnapshot,
  modifyImageAttribute,
  modifyLaunchTemplate,
  modifySnapshotAttribute,
  putParameter,
  resetImageAttribute,
  startInstances,
  stopInstances,
  unlockSnapshot,
];

export function findAction(service: Service, name: string): Action | undefined {
  return actions.find((action) => action.service === service && action.name === name);
}
