import { copiesUnderWay, copyImage as makeCopy } from '../model/copy-image.ts';
import { imageDisabled } from '../model/disabled-image-errors.ts';
import * as errors from '../model/errors.ts';
import { everyone } from '../model/grants.ts';
import { requireWellFormed } from '../model/ids.ts';
import { type Image, imageSnapshotIds, imageState } from '../model/image.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { acceptTags, isReserved, type Tag } from '../model/tags.ts';
import { View } from '../model/visibility.ts';
import { isDeregistered, type World } from '../model/world.ts';
import { isOpen } from '../regions.ts';
import { action, type Context, stopDryRun } from './action.ts';
import { copyKeys } from './copy-keys.ts';
import { acceptTagSpecifications, requireDescription, requireName } from './create-image.ts';
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

    const { keyFor, problem } = copyKeys(input, snapshots, context, sourceWorld);
    const image = makeCopy(world, source, sourceWorld, {
      ownerId: accountId,
      name: input.Name,
      description: input.Description,
      imageTags: withCopiedTags(tagsFor.image, source, input.CopyImageTags === true, accountId),
      snapshotTags: tagsFor.snapshot,
      keyFor,
      keyProblem: problem,
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
  { world, worldOf, accountId, now }: Context,
): { source: Image; sourceWorld: World } {
  if (!isOpen(world.settings.regions, SourceRegion)) throw errors.invalidSourceRegion(SourceRegion);
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
