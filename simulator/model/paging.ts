import * as errors from './errors.ts';

export interface Page<T> {
  items: T[];
  nextToken: string | undefined;
}

export interface PageRequest {
  MaxResults: number | undefined;
  NextToken: string | undefined;
}

/**
 * One page of the objects, in the order of their creation. A token names the last object of its page, so that
 * what is created or deleted between two pages moves nothing.
 * @param pageSize the most that a page holds
 * @throws InvalidNextToken
 */
export function page<T extends { sequence: number }>(
  objects: readonly T[],
  { MaxResults, NextToken }: PageRequest,
  pageSize: number,
): Page<T> {
  const after = NextToken === undefined ? 0 : sequenceOf(NextToken);
  const rest = objects.filter(({ sequence }) => sequence > after).sort((a, b) => a.sequence - b.sequence);
  const items = rest.slice(0, Math.min(MaxResults ?? pageSize, pageSize));
  const last = items.at(-1);
  return { items, nextToken: last && rest.length > items.length ? tokenOf(last.sequence) : undefined };
}

/**
 * EC2 refuses MaxResults outside its limits: "Value ( 1 ) for parameter maxResults is invalid. Expecting a
 * value greater than 5."
 * @param least of the action, from the API model
 */
export function requireMaxResults(maxResults: number | undefined, least: number, most = 1000): void {
  if (maxResults === undefined) return;
  const expecting =
    maxResults < least ? `greater than ${least}` : maxResults > most ? `less than ${most}` : undefined;
  if (expecting) {
    throw errors.invalidParameterValue(
      `Value ( ${maxResults} ) for parameter maxResults is invalid. Expecting a value ${expecting}.`,
    );
  }
}

/**
 * API model, DescribeInstances: MaxResults "and the instance IDs parameter" cannot be in the same request.
 * The EC2 API says so of images too ("imageIdsSet", in ManageIQ's workaround for it); for volumes and
 * snapshots by analogy.
 */
export function requireIdsOrPages(ids: readonly string[], { MaxResults }: PageRequest, set: string): void {
  if (ids.length > 0 && MaxResults !== undefined) {
    throw errors.invalidParameterCombination(
      `The parameter ${set} cannot be used with the parameter maxResults`,
    );
  }
}

function tokenOf(sequence: number): string {
  return Buffer.from(`after:${sequence}`).toString('base64url');
}

function sequenceOf(token: string): number {
  const [, sequence] = /^after:(\d+)$/.exec(Buffer.from(token, 'base64url').toString()) ?? [];
  if (sequence === undefined) throw errors.invalidNextToken(token);
  return Number(sequence);
}
