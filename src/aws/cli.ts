/** Commands of the AWS CLI, for people to finish by hand what a bake could not, or was not to, do. */
import { keyTag } from '../base/own-tags.ts';

/** Removes the image with its snapshots. */
export function removeImageCommand(region: string, imageId: string): string {
  return `aws ec2 deregister-image --region ${region} --image-id ${imageId} --delete-associated-snapshots`;
}

/** Lets the image be deregistered again, at once or after its cooldown. */
export function unprotectImageCommand(region: string, imageId: string): string {
  return `aws ec2 disable-image-deregistration-protection --region ${region} --image-id ${imageId}`;
}

/** Makes a disabled image usable again. */
export function enableImageCommand(region: string, imageId: string): string {
  return `aws ec2 enable-image --region ${region} --image-id ${imageId}`;
}

export function deleteSnapshotCommand(region: string, snapshotId: string): string {
  return `aws ec2 delete-snapshot --region ${region} --snapshot-id ${snapshotId}`;
}

/** Lists our images of the bake that has the key. */
export function findImagesCommand(region: string, key: string): string {
  return `aws ec2 describe-images --region ${region} --owners self ${keyFilter(key)}`;
}

export function findSnapshotsCommand(region: string, key: string): string {
  return `aws ec2 describe-snapshots --region ${region} --owner-ids self ${keyFilter(key)}`;
}

function keyFilter(key: string): string {
  return `--filters Name=tag:${keyTag},Values=${key}`;
}

export function terminateInstanceCommand(region: string, instanceId: string): string {
  return `aws ec2 terminate-instances --region ${region} --instance-ids ${instanceId}`;
}

/** Lists the instances that RunInstances launched with one of the client tokens. */
export function findInstancesCommand(region: string, clientTokens: readonly string[]): string {
  return `aws ec2 describe-instances --region ${region} --filters Name=client-token,Values=${clientTokens.join(',')}`;
}
