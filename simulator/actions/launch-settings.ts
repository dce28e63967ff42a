import type { Image } from '../model/image.ts';
import * as errors from '../model/launch-errors.ts';
import {
  defaultLaunchSettings,
  type InstanceProfile,
  type LaunchSettings,
  type MetadataOptions,
} from '../model/launch-settings.ts';
import type { Context } from './action.ts';
import type { LaunchInput } from './launch-parameters.ts';

/**
 * What the instance is launched with.
 * @throws InvalidParameterValue; UnauthorizedOperation without `iam:PassRole` for an instance profile
 */
export function launchSettings(
  input: LaunchInput,
  image: Image,
  context: Context,
): Omit<LaunchSettings, 'networkInterfaceId' | 'securityGroups'> {
  return {
    clientToken: input.ClientToken ?? '',
    profile: profileOf(input, context),
    shutdownBehavior: oneOf('instanceInitiatedShutdownBehavior', input.InstanceInitiatedShutdownBehavior, [
      'stop',
      'terminate',
    ]),
    terminationProtected: input.DisableApiTermination ?? false,
    userData: requireUserData(input.UserData ?? ''),
    metadata: metadataOf(input, image),
  };
}

/** EC2 user guide, "Grant permissions to attach an IAM role": the caller needs iam:PassRole for the profile's role. */
function profileOf({ IamInstanceProfile }: LaunchInput, context: Context): InstanceProfile | undefined {
  const { Arn: arn, Name: name } = IamInstanceProfile ?? {};
  if (!arn && !name) return undefined;
  if (arn && name) throw errors.profileTwice();
  const { accountId, world } = context;
  const [, ofArn] = /^arn:aws:iam::\d{12}:instance-profile\/(?:.*\/)?([\w+=,.@-]+)$/.exec(arn ?? '') ?? [];
  if (arn && ofArn === undefined) throw errors.invalidProfileArn(arn);
  const profile = ofArn ?? name ?? '';
  if (!/^[\w+=,.@-]{1,128}$/.test(profile) || world.settings.unknownInstanceProfiles.includes(profile)) {
    throw arn ? errors.invalidProfileArn(arn) : errors.invalidProfileName(profile);
  }
  // A profile's role has the profile's name here, as the console makes them.
  context.requirePermission('iam:PassRole', `arn:aws:iam::${accountId}:role/${profile}`);
  return {
    arn: arn ?? `arn:aws:iam::${accountId}:instance-profile/${profile}`,
    id: `AIPA${Buffer.from(profile).toString('hex').toUpperCase().padEnd(17, '0').slice(0, 17)}`,
  };
}

/** EC2 user guide, "Instance user data": "limited to 16 KB, in raw form, before it is base64-encoded". */
function requireUserData(userData: string): string {
  const raw = Buffer.from(userData, 'base64');
  if (raw.toString('base64') !== userData.replace(/\s/g, '')) throw errors.userDataNotBase64();
  if (raw.length > 16_384) throw errors.userDataTooLong();
  return userData;
}

/**
 * API model, InstanceMetadataOptionsRequest. For an image with `v2.0` "the default is required", and the hop limit 2 (EC2
 * user guide, "Configure the AMI").
 */
function metadataOf({ MetadataOptions: given }: LaunchInput, { imdsSupport }: Image): MetadataOptions {
  const defaults = defaultLaunchSettings.metadata;
  const hops = given?.HttpPutResponseHopLimit ?? (imdsSupport ? 2 : defaults.httpPutResponseHopLimit);
  if (hops < 1 || hops > 64) throw errors.invalidCount('HttpPutResponseHopLimit', hops);
  const switched = ['disabled', 'enabled'] as const;
  return {
    httpTokens: oneOf('HttpTokens', given?.HttpTokens ?? (imdsSupport ? 'required' : undefined), [
      'optional',
      'required',
    ]),
    httpEndpoint: oneOf('HttpEndpoint', given?.HttpEndpoint ?? defaults.httpEndpoint, switched),
    httpPutResponseHopLimit: hops,
    httpProtocolIpv6: oneOf('HttpProtocolIpv6', given?.HttpProtocolIpv6, switched),
    instanceMetadataTags: oneOf('InstanceMetadataTags', given?.InstanceMetadataTags, switched),
  };
}

/** @param values the first is the default */
function oneOf<T extends string>(name: string, given: string | undefined, values: readonly [T, ...T[]]): T {
  if (given === undefined) return values[0];
  const found = values.find((value) => value === given);
  if (found === undefined) throw errors.notOneOf(name, given, values);
  return found;
}
