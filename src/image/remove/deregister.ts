/** Deregisters one image, and has EC2 delete its snapshots with it. */
import { awsErrorFacts, describeAwsError, errorKind } from '../../aws/errors.ts';
import {
  DeregisterImageCommand,
  DisableImageDeregistrationProtectionCommand,
  type Image,
} from '../../aws/sdk/ec2.ts';
import { describeImage, snapshotsOf } from '../describe.ts';
import type { Removal } from './removal.ts';

/** An image that was seen and is then not found by several looks in so many seconds is gone. */
const absentSeconds = 6;
/** How long a protection may show an effect after it was switched off (eventual consistency). */
const protectionSeconds = 10;

/** @param image which this process may remove */
export async function deregister(removal: Removal, image: Image): Promise<void> {
  const imageId = image.ImageId ?? '';
  addSnapshots(removal, image);
  if (image.State === 'deregistered') return;
  let protection: Protection | undefined;
  for (;;) {
    const attempt = await attemptOnce(removal, imageId);
    switch (attempt.outcome) {
      case 'gone':
        return isGone(removal, image);
      case 'refused':
        return removal.remains(imageId, attempt.reason);
      case 'protected': {
        if (removal.options.keepsProtection) return removal.remains(imageId, attempt.reason);
        const isSwitchedOff = protection !== undefined;
        protection ??= await switchOffProtection(removal, imageId);
        if (!protection.lifted || (isSwitchedOff && !mayStillShow(removal, protection))) {
          return removal.remains(imageId, `${attempt.reason}; ${protection.words}`);
        }
        if (isSwitchedOff) await removal.pause();
        break;
      }
      case 'absent':
        // Either already gone or, soon after creation, not yet here for this or that reader.
        if (await staysAbsent(removal, imageId)) return isGone(removal, image);
        if (!removal.hasTime()) return removal.remains(imageId, attempt.reason);
    }
  }
}

type Attempt = { outcome: 'gone' } | { outcome: 'protected' | 'absent' | 'refused'; reason: string };

async function attemptOnce(removal: Removal, imageId: string): Promise<Attempt> {
  const { ec2, signal, spared } = removal.options;
  try {
    const DeleteAssociatedSnapshots = spared === undefined || spared.size === 0;
    const command = new DeregisterImageCommand({ ImageId: imageId, DeleteAssociatedSnapshots });
    const { DeleteSnapshotResults = [] } = await ec2.send(command, removal.how());
    for (const { SnapshotId, ReturnCode } of DeleteSnapshotResults) {
      if (SnapshotId === undefined) continue;
      removal.snapshots.add(SnapshotId);
      if (ReturnCode === 'success') removal.gone(SnapshotId);
    }
    return { outcome: 'gone' };
  } catch (error) {
    signal.throwIfAborted();
    const reason = describeAwsError(error);
    if (isDeregistered(error)) return { outcome: 'gone' };
    if (isProtected(error)) return { outcome: 'protected', reason };
    return { outcome: errorKind(error) === 'not-found' ? 'absent' : 'refused', reason };
  }
}

/** EC2 calls an image unavailable that has been deregistered. */
export function isDeregistered(error: unknown): boolean {
  return awsErrorFacts(error).code === 'InvalidAMIID.Unavailable';
}

/** Those that go with the image. */
function addSnapshots({ options, snapshots }: Removal, image: Image): void {
  for (const { snapshotId } of snapshotsOf(image))
    if (!options.spared?.has(snapshotId)) snapshots.add(snapshotId);
}

export function isGone(removal: Removal, image: Image): void {
  const { ImageId: imageId = '' } = image;
  addSnapshots(removal, image);
  removal.gone(imageId);
  removal.options.onDeregistered?.(imageId);
}

/** Looks for a while, since the image was there a moment ago; a look that fails proves nothing. */
export async function staysAbsent(removal: Removal, imageId: string): Promise<boolean> {
  const { ec2, clock, budget, signal } = removal.options;
  const until = Math.min(clock.now() + absentSeconds * 1000, budget.until);
  do {
    await removal.pause();
    const image = await describeImage(ec2, imageId, removal.how()).catch((error) => {
      signal.throwIfAborted();
      return errorKind(error) === 'not-found' ? undefined : ('unknown' as const);
    });
    if (image === 'unknown' || (image !== undefined && image.State !== 'deregistered')) return false;
  } while (clock.now() < until);
  return true;
}

/** What became of a deregistration protection that was to be switched off. */
interface Protection {
  words: string;
  /** False for one with a cooldown, which holds for 24 hours more. */
  lifted: boolean;
  /** When it was switched off, in milliseconds since the epoch. */
  at: number;
}

function mayStillShow(removal: Removal, { at }: Protection): boolean {
  const { clock } = removal.options;
  return removal.hasTime() && clock.now() < at + protectionSeconds * 1000;
}

/** The bake switched it on itself, before it failed. */
async function switchOffProtection(removal: Removal, imageId: string): Promise<Protection> {
  const { ec2, clock, signal } = removal.options;
  const at = clock.now();
  try {
    const command = new DisableImageDeregistrationProtectionCommand({ ImageId: imageId });
    const { Return: state = '' } = await ec2.send(command, removal.how());
    const words = `its deregistration protection has been switched off, and EC2 says "${state}"`;
    // With a cooldown: "disabled after", and the time when that is over.
    return { words, lifted: !/^disabled after\b/.test(state), at };
  } catch (error) {
    signal.throwIfAborted();
    const words = `its deregistration protection could not be switched off (ec2:DisableImageDeregistrationProtection: ${describeAwsError(error)})`;
    return { words, lifted: false, at };
  }
}

/** Nobody documents the code with which EC2 refuses to deregister a protected image, so the words may decide too. */
function isProtected(error: unknown): boolean {
  const { code, message } = awsErrorFacts(error);
  return code === 'OperationNotPermitted' || /\bderegistration protection\b/i.test(message);
}
