/**
 * What an image carries through its life: when it is deprecated, whether its instances require IMDSv2, and whether it is
 * protected from deregistration. The same for the home image and for every copy; EC2 copies none of it.
 */
import { awsFailure } from '../aws/failure.ts';
import type { Ec2, SendOptions } from '../aws/patient-client.ts';
import {
  EnableImageDeprecationCommand,
  EnableImageDeregistrationProtectionCommand,
  type Image,
  ModifyImageAttributeCommand,
} from '../aws/sdk/ec2.ts';
import type { Clock } from '../base/clock.ts';
import { BakeError, ProblemsError } from '../base/errors.ts';
import { describeImage } from './describe.ts';
import type { BakedImage } from './image.ts';
import { isStillPending } from './share/refusals.ts';

/** When an image is to be deprecated, as the user says it. */
export type DeprecateAfter =
  | { readonly kind: 'after'; readonly milliseconds: number }
  /** Milliseconds since the epoch. */
  | { readonly kind: 'at'; readonly time: number };

const minute = 60_000;

/**
 * The whole minute at which the image is deprecated, in milliseconds since the epoch. "If you specify a value for seconds,
 * Amazon EC2 rounds the seconds to the nearest minute" (EC2 API Reference, EnableImageDeprecation): so does this, since what
 * EC2 shows is compared with it. A duration ends with the minute before, so that one of exactly two or ten years does not
 * exceed EC2's limit by the rounding.
 * @param start of the bake, which durations count from, in milliseconds since the epoch
 */
export function deprecationTime(wish: DeprecateAfter, start: number): number {
  return wish.kind === 'at'
    ? Math.round(wish.time / minute) * minute
    : Math.floor((start + wish.milliseconds) / minute) * minute;
}

/** "10 years from now, except for public AMIs, where the upper limit is 2 years from the creation date" (the same). */
export function latestDeprecation({
  now,
  createdAt,
  isPublic,
}: {
  now: number;
  createdAt: number;
  isPublic: boolean;
}): number {
  return isPublic ? plusYears(createdAt, 2) : plusYears(now, 10);
}

function plusYears(time: number, years: number): number {
  const date = new Date(time);
  return date.setUTCFullYear(date.getUTCFullYear() + years);
}

/** `with-cooldown` still protects the image for 24 hours after the protection was switched off. */
export type DeregistrationProtection = 'off' | 'on' | 'with-cooldown';

export interface SettleOptions {
  /** Of the image's Region. */
  ec2: Ec2;
  clock: Clock;
  signal: AbortSignal;
  /** An available image. */
  image: Pick<BakedImage, 'id' | 'region'>;
  onInfo: (message: string) => void;
}

export interface LifecycleOptions extends SettleOptions {
  /** A whole minute, in milliseconds since the epoch; undefined leaves the image as it is. */
  deprecateAt: number | undefined;
  /** False leaves the image as it is: what EC2 has been told once cannot be undone. */
  requireImdsv2: boolean;
}

export interface ProtectOptions extends SettleOptions {
  /** `off` leaves the image as it is. */
  protection: DeregistrationProtection;
}

/**
 * Sets when the image is deprecated, and that its instances require IMDSv2. What is so already is left alone; what was
 * changed is read back.
 * @throws BakeError when EC2 refuses or the calls fail; ProblemsError when EC2 does not show in the end what it accepted
 */
export async function settleLifecycle(options: LifecycleOptions): Promise<void> {
  const { deprecateAt, requireImdsv2 } = options;
  const traits = [
    ...(deprecateAt === undefined ? [] : [deprecated(options, deprecateAt)]),
    ...(requireImdsv2 ? [requiringImdsv2(options)] : []),
  ];
  await settle(options, traits);
}

/**
 * Protects the image from deregistration; as late as can be, for a cooldown keeps an image for 24 hours that the bake might
 * have to remove. What is protected more than was asked for stays so.
 * @throws as `settleLifecycle`
 */
export async function protect(options: ProtectOptions): Promise<void> {
  if (options.protection !== 'off') await settle(options, [protectedBy(options, options.protection)]);
}

/** Something that an image is to be. */
interface Trait {
  /** Completes "the image is …". */
  what: string;
  /** Completes "could not …". */
  doing: string;
  /** The API action that makes it so, as IAM policies name it. */
  action: string;
  isSo(image: Image): boolean;
  /** May be called again: it sets, it does not add. */
  make(how: SendOptions): Promise<unknown>;
}

function deprecated({ ec2, clock, image: { id, region } }: SettleOptions, deprecateAt: number): Trait {
  const DeprecateAt = new Date(deprecateAt);
  return {
    what: `deprecated from ${DeprecateAt.toISOString()}`,
    doing: `deprecate image ${id} in ${region} from ${DeprecateAt.toISOString()}`,
    action: 'ec2:EnableImageDeprecation',
    isSo: (image) => Date.parse(image.DeprecationTime ?? '') === deprecateAt,
    async make(how) {
      if (deprecateAt < clock.now()) throw pastByNow(id, DeprecateAt);
      await ec2.send(new EnableImageDeprecationCommand({ ImageId: id, DeprecateAt }), how);
    },
  };
}

function requiringImdsv2({ ec2, image: { id, region } }: SettleOptions): Trait {
  return {
    what: 'set to require IMDSv2',
    doing: `set image ${id} in ${region} to require IMDSv2`,
    action: 'ec2:ModifyImageAttribute',
    isSo: (image) => image.ImdsSupport === 'v2.0',
    make: (how) =>
      ec2.send(new ModifyImageAttributeCommand({ ImageId: id, ImdsSupport: { Value: 'v2.0' } }), how),
  };
}

/** The states are those of the examples in the AWS CLI Command Reference, enable-image-deregistration-protection. */
function protectedBy(
  { ec2, image: { id, region } }: SettleOptions,
  protection: 'on' | 'with-cooldown',
): Trait {
  const WithCooldown = protection === 'with-cooldown';
  return {
    what: `protected from deregistration${WithCooldown ? ', with a cooldown of 24 hours' : ''}`,
    doing: `protect image ${id} in ${region} from deregistration`,
    action: 'ec2:EnableImageDeregistrationProtection',
    isSo: ({ DeregistrationProtection: state = '' }) =>
      WithCooldown ? state === 'enabled-with-cooldown' : state.startsWith('enabled'),
    make: (how) =>
      ec2.send(new EnableImageDeregistrationProtectionCommand({ ImageId: id, WithCooldown }), how),
  };
}

/** Attributes may show a little later than they are accepted, and an image is pending a moment longer (consistency). */
const patienceSeconds = 60;
const lookEverySeconds = 2;

async function settle(options: SettleOptions, traits: readonly Trait[]): Promise<void> {
  if (traits.length === 0) return;
  const { image, onInfo } = options;
  const where = `${image.id} in ${image.region}`;
  const toMake = await missing(options, traits);
  for (const trait of traits) {
    if (toMake.includes(trait)) await make(options, trait);
    else onInfo(`${where} is ${trait.what} already`);
  }
  await readBack(options, toMake);
  for (const { what } of toMake) onInfo(`${where} is ${what}`);
}

/** @returns what the image is not, of what it is to be; all of it while EC2 does not show the image */
async function missing(
  { ec2, signal, image: { id } }: SettleOptions,
  traits: readonly Trait[],
): Promise<Trait[]> {
  try {
    const image = await describeImage(ec2, id, { signal, newObject: true });
    return traits.filter(({ isSo }) => image === undefined || !isSo(image));
  } catch (error) {
    signal.throwIfAborted();
    throw awsFailure('ec2:DescribeImages', `look at image ${id}`, error);
  }
}

async function make({ clock, signal }: SettleOptions, trait: Trait): Promise<void> {
  const until = clock.now() + patienceSeconds * 1000;
  for (;;) {
    try {
      await trait.make({ signal, newObject: true });
      return;
    } catch (error) {
      signal.throwIfAborted();
      if (!isStillPending(error) || clock.now() + lookEverySeconds * 1000 > until) {
        throw awsFailure(trait.action, trait.doing, error, 'Lifecycle');
      }
      await clock.sleep(lookEverySeconds * 1000, signal);
    }
  }
}

async function readBack(options: SettleOptions, traits: readonly Trait[]): Promise<void> {
  const { clock, signal, image } = options;
  const until = clock.now() + patienceSeconds * 1000;
  for (let left = traits; left.length > 0; ) {
    left = await missing(options, traits);
    if (left.length === 0) return;
    if (clock.now() + lookEverySeconds * 1000 > until) {
      throw new ProblemsError(
        `EC2 accepted the changes to image ${image.id} in ${image.region}, but does not show them ${patienceSeconds} seconds later`,
        left.map(({ what }) => `it is not ${what}`),
      );
    }
    await clock.sleep(lookEverySeconds * 1000, signal);
  }
}

function pastByNow(id: string, deprecateAt: Date): BakeError {
  return new BakeError(
    `Image ${id} was to be deprecated from ${deprecateAt.toISOString()}, and that is past by now: the bake took longer.`,
    { remedy: 'Give a later time, or a longer duration, as `deprecate-after`.' },
  );
}
