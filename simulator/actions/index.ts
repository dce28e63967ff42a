import type { Action, Service } from './action.ts';
import { createImage } from './create-image.ts';
import { deleteSnapshot } from './delete-snapshot.ts';
import { deregisterImage } from './deregister-image.ts';
import { describeImages } from './describe-images.ts';
import { describeInstances } from './describe-instances.ts';
import { describeRegions } from './describe-regions.ts';
import { describeSnapshots } from './describe-snapshots.ts';
import { describeVolumes } from './describe-volumes.ts';
import { getCallerIdentity } from './get-caller-identity.ts';
import { startInstances, stopInstances } from './start-and-stop.ts';
import { createTags, deleteTags, describeTags } from './tag-actions.ts';

/** Everything that the simulator knows how to do. */
export const actions: readonly Action[] = [
  createImage,
  createTags,
  deleteSnapshot,
  deleteTags,
  deregisterImage,
  describeImages,
  describeInstances,
  describeRegions,
  describeSnapshots,
  describeTags,
  describeVolumes,
  getCallerIdentity,
  startInstances,
  stopInstances,
];

export function findAction(service: Service, name: string): Action | undefined {
  return actions.find((action) => action.service === service && action.name === name);
}
