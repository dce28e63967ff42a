import { isWellFormed } from './ids.ts';
import { imageState } from './image.ts';
import type { DataType, ParameterVersion, StoredParameter, Tier } from './parameter.ts';
import type { TagRecord } from './tags.ts';
import { View } from './visibility.ts';
import type { World } from './world.ts';

export interface ParameterSeed {
  name: string;
  value: string;
  dataType?: DataType;
  accountId?: string;
  description?: string;
  tags?: TagRecord;
  tier?: Tier;
  allowedPattern?: string;
}

/** A parameter that has been there for some time; its value is taken as it is. */
export function seedParameter(world: World, seed: ParameterSeed): StoredParameter {
  const { name, value, dataType = 'text', accountId = world.settings.accountId } = seed;
  const parameter: StoredParameter = {
    name,
    accountId,
    versions: [
      {
        number: 1,
        value,
        dataType,
        description: seed.description,
        writtenAt: world.now() - 86_400_000,
        validatedAt: Number.NEGATIVE_INFINITY,
        mayDescribeImages: true,
      },
    ],
    tags: seed.tags ?? {},
    tier: seed.tier ?? 'Standard',
    allowedPattern: seed.allowedPattern,
  };
  world.parameters.set(parameterKey(accountId, name), parameter);
  return parameter;
}

/**
 * Gives a parameter another value, as somebody else does it: a version of its own.
 * @param at when, in milliseconds since the epoch
 */
export function overwriteParameter(
  world: World,
  { name, value, accountId = world.settings.accountId, ...seed }: ParameterSeed,
  at = world.now(),
): void {
  const existing = findParameter(world, accountId, name);
  if (!existing) {
    seedParameter(world, { name, value, accountId, ...seed });
    return;
  }
  const version: ParameterVersion = {
    number: nextVersion(world, existing, at),
    value,
    dataType: seed.dataType ?? 'text',
    description: seed.description,
    writtenAt: at,
    validatedAt: at,
    mayDescribeImages: true,
  };
  const versions = [...existing.versions, version];
  world.parameters.set(parameterKey(accountId, name), { ...existing, versions });
}

export function parameterKey(accountId: string, name: string): string {
  return `${accountId}/${name}`;
}

/** The parameter of that name, if there is one, valid or not. */
export function findParameter(world: World, accountId: string, name: string): StoredParameter | undefined {
  return world.parameters.get(parameterKey(accountId, name));
}

/** Parameter Store "retains the 100 most recently created versions" (API model, ParameterMaxVersionLimitExceeded). */
const keptVersions = 100;

/** What a reader sees at that moment, the newest last: versions that have been validated and found good. */
export function versionsShown(world: World, parameter: StoredParameter, moment: number): ParameterVersion[] {
  return parameter.versions
    .filter((version) => version.validatedAt <= moment && isValid(world, parameter, version))
    .slice(-keptVersions);
}

/** The number of the next version. One that did not pass its validation was never made. */
export function nextVersion(world: World, parameter: StoredParameter | undefined, now: number): number {
  const made = (parameter?.versions ?? []).filter(
    (version) => version.validatedAt > now || (parameter && isValid(world, parameter, version)),
  );
  return (made.at(-1)?.number ?? 0) + 1;
}

/**
 * API model, PutParameter.DataType: of `aws:ec2:image` "the parameter value is in the required format" and "the specified
 * AMI is available in your Amazon Web Services account"; that takes ec2:DescribeImages of the caller (aws/aws-sdk-java#2919,
 * boto/boto3#3588). Who puts it is told of none of this.
 */
function isValid(
  world: World,
  { accountId }: StoredParameter,
  { value, dataType, validatedAt, mayDescribeImages }: ParameterVersion,
): boolean {
  if (dataType === 'text' || validatedAt === Number.NEGATIVE_INFINITY) return true;
  if (!mayDescribeImages || !isWellFormed('image', value)) return false;
  const image = new View(world, accountId, validatedAt).images().find(({ id }) => id === value);
  return image !== undefined && imageState(image, validatedAt) === 'available';
}
