import * as errors from './kms-errors.ts';
import { accountOfKey, ebsAlias, type KeySpec, type KeyState, type KmsKey } from './kms-key.ts';
import type { World } from './world.ts';

export interface KeySeed {
  /** Its account and ID are read from it, if given. */
  arn?: `arn:${string}`;
  accountId?: string;
  state?: KeyState;
  spec?: KeySpec;
  multiRegion?: boolean;
  /** One or several, with their prefix. */
  alias?: `alias/${string}` | readonly `alias/${string}`[];
  sharedWith?: readonly string[];
  description?: string;
}

/** A customer managed key that has been there for some time. */
export function seedKey(world: World, { arn, accountId, alias, ...rest }: KeySeed = {}): KmsKey {
  const key: KmsKey = {
    arn: arn ?? newArn(world, accountId ?? world.settings.accountId, rest.multiRegion === true),
    manager: 'CUSTOMER',
    createdAt: world.now() - 86_400_000,
    ...rest,
    ...(alias === undefined ? {} : { aliases: [alias].flat() }),
  };
  world.keys.set(key.arn, key);
  return key;
}

/** KMS developer guide, "Multi-Region keys": the IDs of multi-Region keys "begin with mrk-". */
function newArn(world: World, accountId: string, isMultiRegion: boolean): string {
  const id = isMultiRegion ? `mrk-${world.ids.hex(32)}` : world.ids.uuid();
  return `arn:aws:kms:${world.region}:${accountId}:key/${id}`;
}

/**
 * The key that one of the four forms of KMS names: key ID, key ARN, alias, alias ARN (API model, DescribeKey.KeyId). An
 * alias of AWS that has no key yet gets one.
 * @param caller whose aliases and key IDs these are
 * @throws NotFoundException; InvalidArnException; AccessDeniedException when it is another account's and not shared
 */
export function requireKey(
  world: World,
  caller: { accountId: string; principal: string; action: string },
  keyId: string,
): KmsKey {
  const arn = arnOf(world, caller.accountId, keyId);
  const accountId = arn.split(':')[4] ?? '';
  const key = arn.includes(':alias/') ? keyOfAlias(world, arn) : world.keys.get(arn);
  if (accountId !== caller.accountId && !key?.sharedWith?.includes(caller.accountId)) {
    throw errors.keyOfOtherAccount(caller.principal, caller.action);
  }
  if (key) return key;
  throw arn.includes(':alias/') ? errors.aliasNotFound(arn) : errors.keyNotFound(arn);
}

/** What is asked for as an ARN, whether there is such a key or not. */
function arnOf(world: World, accountId: string, keyId: string): string {
  const own = `arn:aws:kms:${world.region}:${accountId}`;
  if (keyId.startsWith('arn:')) {
    const [, region] = /^arn:aws[a-z-]*:kms:([a-z0-9-]+):\d{12}:(?:key|alias)\/.+$/.exec(keyId) ?? [];
    if (region === undefined) throw errors.invalidArn(keyId);
    if (region !== world.region) throw errors.arnOfOtherRegion(region);
    return keyId;
  }
  if (keyId.startsWith('alias/')) return `${own}:${keyId}`;
  if (!/^(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(keyId)) {
    throw errors.invalidKeyId(keyId);
  }
  return `${own}:key/${keyId}`;
}

/**
 * API model, DescribeKey: for "a predefined Amazon Web Services alias … with no key ID, KMS creates an Amazon Web
 * Services managed key".
 */
function keyOfAlias(world: World, arn: string): KmsKey | undefined {
  const accountId = arn.split(':')[4] ?? '';
  const alias = arn.slice(arn.indexOf(':alias/') + 1);
  if (alias === ebsAlias) return world.keys.get(world.awsManagedKey(accountId));
  return [...world.keys.values()].find(
    (key) => accountOfKey(key) === accountId && key.aliases?.includes(alias),
  );
}
