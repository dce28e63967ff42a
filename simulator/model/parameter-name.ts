import * as errors from './ssm-errors.ts';

/**
 * API model, PutParameter.Name: surrounding spaces are removed; letters, digits and `_.-`, hierarchies with a leading slash
 * and of at most fifteen levels; neither `aws` nor `ssm` in front.
 * @param arnPrefix what stands before the name in its ARN
 * @returns the name as it is kept
 * @throws ValidationException, AccessDeniedException for names below `/aws`, HierarchyLevelLimitExceededException
 */
export function requireNewName(given: string, arnPrefix: string): string {
  const name = requireName(given);
  const isPath = name.lastIndexOf('/') > 0;
  if (/^\/aws/i.test(name) && isPath) throw errors.reservedPath(name);
  if (/^\/?(?:aws|ssm)/i.test(name)) throw isPath ? errors.malformedName() : errors.reservedPrefix();
  if (name.includes('/') && !name.startsWith('/')) throw errors.notFullyQualified();
  if (levelsOf(name) > 15) throw errors.tooManyLevels();
  if (arnPrefix.length + name.length > 1011) throw errors.nameTooLong();
  return name;
}

/**
 * Of a parameter that is asked for: GetParameter refuses malformed names like PutParameter (localstack/localstack#7712).
 * @throws ValidationException
 */
export function requireName(given: string): string {
  const name = given.trim();
  if (!/^\/?[A-Za-z0-9_.-]+(?:\/[A-Za-z0-9_.-]+)*$/.test(name)) throw errors.malformedName();
  return name;
}

/** User guide, "Requirements and constraints for parameter names": each sub-path is a level, and the name itself. */
function levelsOf(name: string): number {
  return name.split('/').filter((part) => part !== '').length;
}

/** Where the parameter's ARN ends and its name begins: `arn:aws:ssm:…:parameter/name`, with or without a leading slash. */
export function parameterArn(region: string, accountId: string, name: string): string {
  return `${parameterArnPrefix(region, accountId)}${name.replace(/^\//, '')}`;
}

export function parameterArnPrefix(region: string, accountId: string): string {
  return `arn:aws:ssm:${region}:${accountId}:parameter/`;
}

/**
 * What GetParameter asks for: a name or an ARN, and perhaps a version behind a colon.
 * @returns the names that it may mean, for an ARN does not tell `web` from `/web`
 */
export function parseSelector(
  given: string,
  arnPrefix: string,
): { names: string[]; version: string | undefined } {
  const isArn = given.startsWith(arnPrefix);
  const [path = '', version] = (isArn ? given.slice(arnPrefix.length) : given).split(':');
  const name = requireName(path);
  return { names: isArn ? [name, `/${name}`] : [name], version };
}
