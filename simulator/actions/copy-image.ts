import { copiesUnderWay, copyImage as makeCopy } from '../model/copy-image.ts';
import { imageDisabled } from '../model/disabled-image-errors.ts';
import * as errors from '../model/errors.ts';
import { everyone } from '../model/grants.ts';
import { requireWellFormed } from '../model/ids.ts';
import { type Image, imageSnapshotIds, imageState } from '../model/image.ts';
import { accountOfKey, isUsable } from '../model/kms-key.ts';
import { requireKey } from '../model/kms-keys.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { acceptTags, isReserved, type Tag } from '../model/tags.ts';
import { View } from '../model/visibility.ts';
import { isDeregistered, type World } from '../model/world.ts';
import { isEnabledRegion } from '../regions.ts';
import { action, type Context, stopDryRun } from './action.ts';
import { acceptTagSpecifications, requireDescription, requireName } from './create-image.ts';
import { callerArn } from './get-caller-identity.ts';
import {
  flag,
  list,
  type Parameter,
  type Read,
  required,
  structure,
  tags,
  text,
  unsimulated,
} from './parameters.ts';

const parameters = {
  Name: required(text),
  SourceImageId: required(text),
  SourceRegion: required(text),
  ClientToken: text,
  Description: text,
  Encrypted: flag,
  KmsKeyId: text,
  CopyImageTags: flag,
  TagSpecification: list(structure({ ResourceType: text, Tag: tags })),
  DestinationAvailabilityZone: unsimulated,
  DestinationAvailabilityZoneId: unsimulated,
  DestinationOutpostArn: unsimulated,
  SnapshotCopyCompletionDurationMinutes: unsimulated,
  DryRun: flag,
} satisfies Record<string, Parameter<unknown>>;

type Input = Read<typeof parameters>;

/** API model, CopyImage: called in the Region that the image is copied to. */
export const copyImage = action({
  name: 'CopyImage',
  mutating: true,
  parameters,
  answer(input, context) {
    const { world, accountId } = context;
    requireName(input.Name);
    requireDescription(input.Description);
    const tagsFor = acceptTagSpecifications(input.TagSpecification);
    if (input.TagSpecification.length > 0) context.requirePermission('CreateTags');
    if (input.KmsKeyId !== undefined && input.Encrypted !== true) throw errors.keyWithoutEncryption();
    if ((input.ClientToken ?? '').length > 128) throw errors.clientTokenTooLong();
    const earlier = earlierCopy(input, context);
    if (earlier !== undefined) {
      stopDryRun(input);
      return { imageId: earlier };
    }

    const { source, sourceWorld } = requireSource(input, context);
    const snapshots = requireSnapshots(source, sourceWorld, accountId);
    const encrypted = snapshots.find((snapshot) => snapshot.encrypted);
    if (input.Encrypted === false && encrypted) throw errors.unencryptedCopy(encrypted.id);
    stopDryRun(input);
    const holder = world.imageNamed(input.Name, accountId);
    if (holder) throw errors.amiNameDuplicate(input.Name, holder.id);
    const { concurrentCopies } = world.settings;
    if (copiesUnderWay(world, accountId).length >= concurrentCopies) {
      throw errors.tooManyCopies(concurrentCopies);
    }

    const target = keyOf(input, context);
    const image = makeCopy(world, source, sourceWorld, {
      ownerId: accountId,
      name: input.Name,
      description: input.Description,
      imageTags: withCopiedTags(tagsFor.image, source, input.CopyImageTags === true, accountId),
      snapshotTags: tagsFor.snapshot,
      keyFor: (snapshot) => keyFor(snapshot, input, target.arn, context, sourceWorld),
      keyProblem:
        target.problem ??
        (snapshots.some((snapshot) => isForeign(snapshot, sourceWorld, accountId))
          ? inaccessible
          : undefined),
    });
    remember(input, context, image.id);
    return { imageId: image.id };
  },
});

/**
 * EC2 developer guide, "Ensuring idempotency": a token stands for its request for good; with the same parameters the
 * answer is the same and nothing is done, even when the copy has been deregistered meanwhile (unconfirmed).
 * @throws IdempotentParameterMismatch
 */
function earlierCopy(input: Input, { world, accountId }: Context): string | undefined {
  if (!input.ClientToken) return undefined;
  const earlier = world.copyTokens.get(tokenKey(input, accountId));
  if (earlier && earlier.parameters !== fingerprint(input)) throw errors.idempotentParameterMismatch();
  return earlier?.imageId;
}

function remember(input: Input, { world, accountId }: Context, imageId: string): void {
  if (!input.ClientToken) return;
  world.copyTokens.set(tokenKey(input, accountId), { parameters: fingerprint(input), imageId });
}

function tokenKey({ ClientToken }: Input, accountId: string): string {
  return `${accountId}/${ClientToken}`;
}

function fingerprint(input: Input): string {
  return JSON.stringify({ ...input, DryRun: undefined });
}

/**
 * The image to copy, which the caller must see, and which must be available.
 * @throws InvalidParameterValue for its Region, InvalidAMIID.Malformed, InvalidAMIID.NotFound, InvalidAMIID.Unavailable
 */
function requireSource(
  { SourceImageId: id, SourceRegion }: Input,
  { worldOf, accountId, now }: Context,
): { source: Image; sourceWorld: World } {
  if (!isEnabledRegion(SourceRegion)) throw errors.invalidSourceRegion(SourceRegion);
  requireWellFormed('image', id);
  const sourceWorld = worldOf(SourceRegion);
  const source = new View(sourceWorld, accountId, now).images().find((image) => image.id === id);
  if (!source || isDeregistered(source, now)) throw errors.imageNotFound([id]);
  const state = imageState(source, now);
  if (state === 'pending') throw errors.imagePending(id);
  if (state === 'disabled') throw imageDisabled(id);
  if (state !== 'available') throw errors.imageUnavailable(id);
  return { source, sourceWorld };
}

/**
 * EC2 user guide, "Copy an AMI": "the owner of the source AMI must grant you read permissions for the storage that backs
 * the AMI".
 */
function requireSnapshots(source: Image, world: World, accountId: string): Snapshot[] {
  return imageSnapshotIds(source).map((id) => {
    const snapshot = world.liveSnapshot(id);
    if (!snapshot) throw errors.snapshotNotFound([id]);
    const { ownerId, sharedWith } = snapshot;
    if (ownerId !== accountId && !sharedWith.has(accountId) && !sharedWith.has(everyone)) {
      throw errors.storageNotPermitted();
    }
    return snapshot;
  });
}

/**
 * AWS Backup passes on what EC2 says: aws-samples/aws-backup-automation#2. That it is told as the image's state reason,
 * and the reason's code, are unconfirmed; of old it was "Copy image failed with an internal error" (hashicorp/packer#6737).
 */
const inaccessible =
  'AMI snapshot copy failed with error: Given key ID is not accessible. You must have DescribeKey permissions on the default CMK.';

/** EBS user guide, "Requirements for Amazon EBS encryption": what EBS needs to do with a customer managed key for the caller. */
const keyPermissions = [
  'DescribeKey',
  'CreateGrant',
  'Decrypt',
  'GenerateDataKeyWithoutPlaintext',
  'ReEncryptTo',
  'ReEncryptFrom',
];

/**
 * The key that was asked for. API model, CopyImage.KmsKeyId: it is looked at "asynchronously. Therefore, if you specify an
 * identifier that is not valid, the action can appear to complete, but eventually fails."
 */
function keyOf(
  { KmsKeyId }: Input,
  context: Context,
): { arn: string | undefined; problem: string | undefined } {
  if (KmsKeyId === undefined) return { arn: undefined, problem: undefined };
  const { world, accountId, isPermitted } = context;
  try {
    const caller = { accountId, principal: callerArn(accountId), action: 'kms:DescribeKey' };
    const key = requireKey(world, caller, KmsKeyId);
    const usable = isUsable(key) && (key.manager === 'AWS' || keyPermissions.every(isPermitted));
    return { arn: key.arn, problem: usable ? undefined : inaccessible };
  } catch (error) {
    if (!(error instanceof errors.ApiError)) throw error;
    return { arn: KmsKeyId, problem: inaccessible };
  }
}

/**
 * EC2 user guide, "Encryption and copying": without a key, what was encrypted stays so with its own key in the same
 * Region, and with the default key of another one; hashicorp/packer-plugin-amazon#270.
 */
function keyFor(
  { encrypted, kmsKeyId }: Snapshot,
  { Encrypted }: Input,
  asked: string | undefined,
  { world, accountId }: Context,
  sourceWorld: World,
): string | undefined {
  if (asked !== undefined) return asked;
  if (Encrypted !== true && !encrypted) return undefined;
  const stays = Encrypted !== true && world === sourceWorld && kmsKeyId !== undefined;
  return stays ? kmsKeyId : world.awsManagedKey(accountId);
}

/** Encrypted with a key of another account that the caller may not use. */
function isForeign({ kmsKeyId }: Snapshot, world: World, accountId: string): boolean {
  const key = kmsKeyId === undefined ? undefined : world.keys.get(kmsKeyId);
  return key !== undefined && accountOfKey(key) !== accountId && !key.sharedWith?.includes(accountId);
}

/**
 * API model, CopyImageTags: not those of AWS, nor "user-defined tags that are attached by other Amazon Web Services
 * accounts". Those of the request come first.
 */
function withCopiedTags(requested: readonly Tag[], source: Image, copied: boolean, accountId: string): Tag[] {
  if (!copied || source.ownerId !== accountId) return [...requested];
  const own = new Set(requested.map(({ key }) => key));
  const rest = [...source.tags.current].filter(([key]) => !isReserved(key) && !own.has(key));
  return acceptTags(
    [...requested.map(({ key, value }) => [key, value] as const), ...rest].map(([Key, Value]) => ({
      Key,
      Value,
    })),
    'creation',
  );
}
