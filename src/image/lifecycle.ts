/**
 * What an image carries through its life: when it is deprecated, whether its instances require IMDSv2, and whether it is
 * protected from deregistration. The same for the home image and for every copy; EC2 copies none of it.
 */
import { asFailure, awsFailure } from '../aws/failure.ts';
import type { SendOptions } from '../aws/patient-client.ts';
import {
  EnableImageDeprecationCommand,
  EnableImageDeregistrationProtectionCommand,
  type Image,
  ModifyImageAttributeCommand,
} from '../aws/sdk/ec2.ts';
import { BakeError, ProblemsError } from '../base/errors.ts';
import { lookUntil } from '../base/look-until.ts';
import type { Run } from '../run/run.ts';
import { describeImage, lifecycleOf } from './describe.ts';
import type { BakedImage, DeregistrationProtection, ImageLifecycle } from './image.ts';
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

/** What the inputs ask every image to be. */
export interface LifecycleWishes {
  /** Undefined leaves the image as it is. */
  deprecateAfter: DeprecateAfter | undefined;
  /** False leaves the image as it is: what EC2 has been told once cannot be undone. */
  requireImdsv2: boolean;
  deregistrationProtection: DeregistrationProtection;
}

/** An available image. */
type Subject = Pick<BakedImage, 'id' | 'region'>;

/**
 * All that there is to one setting of an image: whether it is asked for, what it makes of the image, and the dry run that
 * asks for its permission. A new one is a function and its place in a list below.
 * @returns undefined when it is not asked for
 */
type Setting = (wishes: LifecycleWishes) => ((run: Run, image: Subject) => Trait) | undefined;

/** Something that an image is to be. */
interface Trait {
  /** Completes "the image is …". */
  what: string;
  /** Completes "could not …". */
  doing(image: string, DryRun?: true): string;
  /** The API action that makes it so, as IAM policies name it. */
  action: string;
  isSo(image: Image): boolean;
  /** May be called again: it sets, it does not add. As a dry run it only asks for the permission, and always throws. */
  make(how: SendOptions, DryRun?: true): Promise<unknown>;
}

const deprecated: Setting = ({ deprecateAfter }) =>
  deprecateAfter &&
  (({ aws, clock, record }, { id, region }) => {
    const deprecateAt = deprecationTime(deprecateAfter, record.startedAt);
    const date = new Date(deprecateAt).toISOString();
    return {
      what: `deprecated from ${date}`,
      doing: (image, DryRun) => `deprecate ${image}${DryRun ? '' : ` from ${date}`}`,
      action: 'ec2:EnableImageDeprecation',
      isSo: (image) => Date.parse(image.DeprecationTime ?? '') === deprecateAt,
      async make(how, DryRun) {
        const now = clock.now();
        if (!DryRun && deprecateAt < now) throw pastByNow(id, date);
        // Dry runs ask for the permission alone, at a time that EC2 takes.
        const DeprecateAt = new Date(DryRun ? Math.max(deprecateAt, now + 3_600_000) : deprecateAt);
        await aws
          .ec2(region)
          .send(new EnableImageDeprecationCommand({ ImageId: id, DeprecateAt, DryRun }), how);
      },
    };
  });

const requiringImdsv2: Setting = ({ requireImdsv2 }) =>
  requireImdsv2
    ? ({ aws }, { id: ImageId, region }) => ({
        what: 'set to require IMDSv2',
        doing: (image) => `set ${image} to require IMDSv2`,
        action: 'ec2:ModifyImageAttribute',
        isSo: (image) => image.ImdsSupport === 'v2.0',
        make: (how, DryRun) =>
          aws
            .ec2(region)
            .send(new ModifyImageAttributeCommand({ ImageId, ImdsSupport: { Value: 'v2.0' }, DryRun }), how),
      })
    : undefined;

/**
 * What is protected more than was asked for stays so. The states are those of the examples in the AWS CLI Command Reference,
 * enable-image-deregistration-protection.
 */
const protectedFromDeregistration: Setting = ({ deregistrationProtection }) => {
  if (deregistrationProtection === 'off') return undefined;
  const WithCooldown = deregistrationProtection === 'with-cooldown';
  return ({ aws }, { id: ImageId, region }) => ({
    what: `protected from deregistration${WithCooldown ? ', with a cooldown of 24 hours' : ''}`,
    doing: (image) => `protect ${image} from deregistration`,
    action: 'ec2:EnableImageDeregistrationProtection',
    isSo: ({ DeregistrationProtection: state = '' }) =>
      WithCooldown ? state === 'enabled-with-cooldown' : state.startsWith('enabled'),
    make: (how, DryRun) =>
      aws
        .ec2(region)
        .send(new EnableImageDeregistrationProtectionCommand({ ImageId, WithCooldown, DryRun }), how),
  });
};

/** In the order in which they are made. */
const settings: readonly Setting[] = [deprecated, requiringImdsv2];
/** As late as can be, for a cooldown keeps an image for 24 hours that the bake might have to remove. */
const protections: readonly Setting[] = [protectedFromDeregistration];

export function lifecycleIsAsked(wishes: LifecycleWishes): boolean {
  return [...settings, ...protections].some((setting) => setting(wishes) !== undefined);
}

/** @returns what the image is to be, by all settings that are asked for */
export function lifecycleTraits(
  run: Run,
  image: Subject,
  wishes: LifecycleWishes,
  by: readonly Setting[] = [...settings, ...protections],
): Trait[] {
  return by.flatMap((setting) => setting(wishes)?.(run, image) ?? []);
}

/** What is asked for but protection, otherwise as `settle`. */
export async function settleLifecycle(run: Run, image: Subject, wishes: LifecycleWishes) {
  return settle(run, image, lifecycleTraits(run, image, wishes, settings));
}

/** Protects the image from deregistration, otherwise as `settle`. */
export async function protect(run: Run, image: Subject, wishes: LifecycleWishes) {
  return settle(run, image, lifecycleTraits(run, image, wishes, protections));
}

/** Attributes may show a little later than they are accepted, and an image is pending a moment longer (consistency). */
const patienceSeconds = 60;
const lookEverySeconds = 2;

/**
 * What is so already is left alone; what was changed is read back.
 * @returns the image's lifecycle as EC2 shows it in the end; undefined when nothing was asked for
 * @throws BakeError when EC2 refuses or the calls fail; ProblemsError when EC2 does not show in the end what it accepted
 */
async function settle(
  run: Run,
  image: Subject,
  traits: readonly Trait[],
): Promise<ImageLifecycle | undefined> {
  if (traits.length === 0) return undefined;
  const { log } = run;
  const where = `${image.id} in ${image.region}`;
  const { missing: toMake, lifecycle } = await look(run, image, traits);
  for (const trait of traits) {
    if (toMake.includes(trait)) await make(run, image, trait);
    else log.info(`${where} is ${trait.what} already`);
  }
  if (toMake.length === 0) return lifecycle;
  const shown = await readBack(run, image, toMake);
  for (const { what } of toMake) log.info(`${where} is ${what}`);
  return shown;
}

interface Look {
  /** What the image is not, of what it is to be; all of it while EC2 does not show the image. */
  missing: Trait[];
  lifecycle: ImageLifecycle | undefined;
}

async function look({ aws, signal }: Run, { id, region }: Subject, traits: readonly Trait[]): Promise<Look> {
  const how = { signal, newObject: true };
  const failed = asFailure(signal, 'ec2:DescribeImages', `look at image ${id}`);
  const image = await describeImage(aws.ec2(region), id, how).catch(failed);
  return {
    missing: traits.filter(({ isSo }) => image === undefined || !isSo(image)),
    lifecycle: image && lifecycleOf(image),
  };
}

async function make(run: Run, { id, region }: Subject, trait: Trait): Promise<void> {
  const { clock, signal } = run;
  run.record.changed = true;
  const until = clock.now() + patienceSeconds * 1000;
  for (;;) {
    try {
      await trait.make({ signal, newObject: true });
      return;
    } catch (error) {
      signal.throwIfAborted();
      if (!isStillPending(error) || clock.now() + lookEverySeconds * 1000 > until) {
        throw awsFailure(trait.action, trait.doing(`image ${id} in ${region}`), error, 'Lifecycle');
      }
      await clock.sleep(lookEverySeconds * 1000, signal);
    }
  }
}

async function readBack(
  run: Run,
  image: Subject,
  traits: readonly Trait[],
): Promise<ImageLifecycle | undefined> {
  const { clock, signal } = run;
  const until = clock.now() + patienceSeconds * 1000;
  let left = traits;
  const shown = async () => {
    const { missing, lifecycle } = await look(run, image, traits);
    left = missing;
    return missing.length === 0 ? lifecycle : undefined;
  };
  const lifecycle = await lookUntil(shown, { clock, signal, until, everySeconds: lookEverySeconds });
  if (lifecycle !== undefined) return lifecycle;
  throw new ProblemsError(
    `EC2 accepted the changes to image ${image.id} in ${image.region}, but does not show them ${patienceSeconds} seconds later`,
    left.map(({ what }) => `it is not ${what}`),
  );
}

function pastByNow(id: string, date: string): BakeError {
  return new BakeError(
    `Image ${id} was to be deprecated from ${date}, and that is past by now: the bake took longer.`,
    { remedy: 'Give a later time, or a longer duration, as `deprecate-after`.' },
  );
}
