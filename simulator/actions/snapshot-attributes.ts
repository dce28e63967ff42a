import * as errors from '../model/errors.ts';
import { everyone, type GrantChange } from '../model/grants.ts';
import { requireWellFormed } from '../model/ids.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { View } from '../model/visibility.ts';
import type { World } from '../model/world.ts';
import { action, type Context, stopDryRun } from './action.ts';
import { requireWritableSnapshot } from './delete-snapshot.ts';
import { createVolumePermissionChange, toGrantChange, toPermissions } from './grant-parameters.ts';
import { flag, only, required, text, unsimulated } from './parameters.ts';

/** API model, DescribeSnapshotAttribute, for the permissions to create volumes. */
export const describeSnapshotAttribute = action({
  name: 'DescribeSnapshotAttribute',
  mutating: false,
  parameters: { SnapshotId: required(text), Attribute: required(text), DryRun: flag },
  answer(input, context) {
    const { world, seenAt } = context;
    if (input.Attribute !== 'createVolumePermission') {
      throw errors.notSimulated(`the attribute ${input.Attribute}`);
    }
    const snapshot = requireOwnSnapshot(context, input.SnapshotId);
    stopDryRun(input);
    const shownAt = seenAt - world.settings.consistency.permissionSeconds * 1000;
    return {
      snapshotId: snapshot.id,
      createVolumePermission: toPermissions(snapshot.sharedWith.asOf(shownAt)),
    };
  },
});

/** @throws InvalidSnapshotID.Malformed, InvalidSnapshot.NotFound, AuthFailure */
function requireOwnSnapshot({ world, accountId, seenAt }: Context, id: string): Snapshot {
  requireWellFormed('snapshot', id);
  const existing = world.liveSnapshot(id);
  if (existing !== undefined && existing.ownerId !== accountId) throw errors.notAuthorizedForSnapshot(id);
  const snapshot = new View(world, accountId, seenAt).snapshots().find((known) => known.id === id);
  if (snapshot === undefined) throw errors.snapshotNotFound([id]);
  return snapshot;
}

/** API model, ModifySnapshotAttribute. All permissions are changed, or none. */
export const modifySnapshotAttribute = action({
  name: 'ModifySnapshotAttribute',
  mutating: true,
  parameters: {
    SnapshotId: required(text),
    CreateVolumePermission: createVolumePermissionChange,
    Attribute: only('createVolumePermission'),
    OperationType: unsimulated,
    UserGroup: unsimulated,
    UserId: unsimulated,
    DryRun: flag,
  },
  answer(input, { world, accountId, now }) {
    const { CreateVolumePermission } = input;
    if (!CreateVolumePermission) throw errors.missingParameter('CreateVolumePermission');
    const { Add, Remove } = CreateVolumePermission;
    if (Add.length > 0 && Remove.length > 0) throw errors.snapshotPermissionsBothWays();
    if (Add.length + Remove.length > mostModifications) {
      throw errors.tooManySnapshotPermissions(mostModifications);
    }
    const snapshot = requireWritableSnapshot(world, accountId, input.SnapshotId, now);
    stopDryRun(input);
    const change = toGrantChange(world, CreateVolumePermission);
    requireShareable(world, snapshot, change);
    snapshot.sharedWith.change(change, now);
    return { return: true };
  },
});

/** "You can make up to 500 modifications to a snapshot in a single operation." (API model) */
const mostModifications = 500;

/** @throws what EC2 says to permissions that the snapshot cannot have */
function requireShareable(world: World, { encrypted, kmsKeyId }: Snapshot, { add }: GrantChange): void {
  if (add.length > 0 && world.isAwsManaged(kmsKeyId)) throw errors.snapshotOfDefaultKey();
  if (add.includes(everyone) && encrypted) throw errors.encryptedSnapshotPublic();
}
