import * as errors from './launch-template-errors.ts';
import { parameterArnPrefix, parseSelector } from './parameter-name.ts';
import { findParameter, versionsShown } from './parameter-store.ts';
import type { World } from './world.ts';

const prefix = 'resolve:ssm:';

/** EC2 user guide, "Use a Systems Manager parameter instead of an AMI ID". */
export function isImageAlias(imageId: string): boolean {
  return imageId.startsWith(prefix);
}

/**
 * The AMI ID that a parameter holds now. Labels, and parameters of other accounts, are not simulated.
 * @param alias `resolve:ssm:` with a name or an ARN, and perhaps a version
 * @throws SsmInvalidParameter
 */
export function resolveImageAlias(world: World, accountId: string, alias: string, moment: number): string {
  const given = alias.slice(prefix.length);
  const { names, version } = parseSelector(given, parameterArnPrefix(world.region, accountId));
  const parameter = names.map((name) => findParameter(world, accountId, name)).find(Boolean);
  const shown = parameter ? versionsShown(world, parameter, moment) : [];
  const chosen =
    version === undefined ? shown.at(-1) : shown.find(({ number }) => String(number) === version);
  if (!chosen) throw errors.aliasNotFound(given);
  if (chosen.dataType !== 'aws:ec2:image') throw errors.aliasOfWrongType();
  return chosen.value;
}
