/** The hidden line by which a comment is found again: of which family it is, and which run wrote it last. */
import { regionForm } from '../../aws/id-forms.ts';

export interface Marker {
  /** Of the images; without one, the repository's name. */
  readonly family: string;
  /** IDs of runs grow across workflows, numbers of runs do not. */
  readonly runId: string;
  readonly runAttempt: string;
  /** Where its images are: a later step has to look there too. What is there, EC2 says. */
  readonly regions: readonly string[];
}

/** Somebody who may edit the comment does not send a step around the world. */
const mostRegions = 10;

/** First in the comment. An HTML comment, which must not hold `--` (GitHub Flavored Markdown, "Raw HTML"). */
export function markerLine({ family, runId, runAttempt, regions }: Marker): string {
  const name = encodeURIComponent(family.toWellFormed()).replaceAll('-', '%2D');
  return `<!-- bake-ami family=${name} run=${runId}.${runAttempt} regions=${regions.join(',')} -->`;
}

/** @returns undefined for what does not begin with a marker */
export function markerOf(body: string): Marker | undefined {
  const [, name, runId, runAttempt, regions = ''] =
    /^<!-- bake-ami family=([\w%.!~*'()]*) run=(\d{1,20})\.(\d{1,9}) regions=([\w,-]*) -->/.exec(body) ?? [];
  if (name === undefined || runId === undefined || runAttempt === undefined) return undefined;
  try {
    return { family: decodeURIComponent(name), runId, runAttempt, regions: knownRegions(regions) };
  } catch {
    return undefined;
  }
}

function knownRegions(list: string): string[] {
  return list
    .split(',')
    .filter((region) => regionForm.test(region))
    .slice(0, mostRegions);
}

/** Whether the one was written by a later run, or a later attempt of the same one, than the other. */
export function isNewer(one: Marker, other: Marker): boolean {
  const [a, b] = [BigInt(one.runId), BigInt(other.runId)];
  return a > b || (a === b && Number(one.runAttempt) > Number(other.runAttempt));
}
