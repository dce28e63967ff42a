/** Who may use an image or a snapshot, as EC2 tells it and is told. Both lists work alike; only the calls differ. */
import { UnreadableAnswerError } from '../../aws/errors.ts';
import type { Ec2, SendOptions } from '../../aws/patient-client.ts';
import {
  type CreateVolumePermission,
  DescribeImageAttributeCommand,
  DescribeSnapshotAttributeCommand,
  type LaunchPermission,
  ModifyImageAttributeCommand,
  ModifySnapshotAttributeCommand,
} from '../../aws/sdk/ec2.ts';
import { granteeKind } from './grantees.ts';

/** EC2's name for everyone, among launch permissions as well as among those of snapshots. */
export const everyone = 'all';

/**
 * A list of permissions. Its entities are account IDs, ARNs of organizations and organizational units (of images
 * only: EC2 knows none for snapshots), and `all`.
 */
export interface PermissionList {
  /** Whose it is, for messages: `image ami-…`, `snapshot snap-… of /dev/sdf`. */
  readonly of: string;
  /** The API actions, as IAM policies name them. */
  readonly readAction: string;
  readonly addAction: string;
  /**
   * @param newObject whether it has just been made, so that EC2 may not find it yet; unless given, it has
   * @throws what `Ec2.send` throws
   */
  read(signal: AbortSignal, newObject?: boolean): Promise<ReadonlySet<string>>;
  /**
   * One call, for at most `entitiesPerCall`. To add what is there already changes nothing, so it may be sent again.
   * @throws what `Ec2.send` throws
   */
  add(entities: readonly string[], signal: AbortSignal): Promise<void>;
}

/**
 * "You can make up to 500 modifications to a snapshot in a single operation" (API model, ModifySnapshotAttribute). For
 * images there is no such number, but one of 10,000 account IDs (LaunchPermission): the smaller one does for both.
 */
export const entitiesPerCall = 500;

/** Permissions may be asked for before all of EC2 knows the image (eventual consistency). */
const how = (signal: AbortSignal, newObject = true): SendOptions => ({ signal, newObject });

/** Who may launch the image. */
export function launchPermissions(ec2: Ec2, imageId: string): PermissionList {
  return {
    of: `image ${imageId}`,
    readAction: 'ec2:DescribeImageAttribute',
    addAction: 'ec2:ModifyImageAttribute',
    async read(signal, newObject) {
      const command = new DescribeImageAttributeCommand({ ImageId: imageId, Attribute: 'launchPermission' });
      const { LaunchPermissions } = await ec2.send(command, how(signal, newObject));
      return entitiesOf(LaunchPermissions);
    },
    async add(entities, signal) {
      const LaunchPermission = { Add: entities.map(permission) };
      await ec2.send(new ModifyImageAttributeCommand({ ImageId: imageId, LaunchPermission }), how(signal));
    },
  };
}

/** Who may create volumes from the snapshot, and copy it. */
export function createVolumePermissions(ec2: Ec2, snapshotId: string, device: string): PermissionList {
  return {
    of: `snapshot ${snapshotId} of ${device}`,
    readAction: 'ec2:DescribeSnapshotAttribute',
    addAction: 'ec2:ModifySnapshotAttribute',
    async read(signal, newObject) {
      const Attribute = 'createVolumePermission';
      const command = new DescribeSnapshotAttributeCommand({ SnapshotId: snapshotId, Attribute });
      const { CreateVolumePermissions } = await ec2.send(command, how(signal, newObject));
      return entitiesOf(CreateVolumePermissions);
    },
    async add(entities, signal) {
      const CreateVolumePermission = { Add: entities.map((UserId) => ({ UserId })) };
      const command = new ModifySnapshotAttributeCommand({ SnapshotId: snapshotId, CreateVolumePermission });
      await ec2.send(command, how(signal));
    },
  };
}

function permission(entity: string): LaunchPermission {
  if (entity === everyone) return { Group: everyone };
  switch (granteeKind(entity)) {
    case 'organizations':
      return { OrganizationArn: entity };
    case 'organizationalUnits':
      return { OrganizationalUnitArn: entity };
    default:
      return { UserId: entity };
  }
}

function entitiesOf(
  permissions: readonly (LaunchPermission | CreateVolumePermission)[] | undefined,
): ReadonlySet<string> {
  // EC2 always sends a list, if only an empty one: without it nobody knows.
  if (permissions === undefined) throw new UnreadableAnswerError('the answer has no list of permissions');
  const entities = permissions.map(({ Group, UserId, ...rest }) => {
    const { OrganizationArn, OrganizationalUnitArn }: LaunchPermission = rest;
    // A kind that is not known yet is somebody all the same.
    return Group ?? UserId ?? OrganizationArn ?? OrganizationalUnitArn ?? 'somebody';
  });
  return new Set(entities);
}
