/** The hidden line by which a comment is found again: of which family it is, and which run wrote it last. */

export interface Marker {
  /** Of the images; without one, the repository's name. */
  readonly family: string;
  /** IDs of runs grow across workflows, numbers of runs do not. */
  readonly runId: string;
  readonly runAttempt: string;
}

/** First in the comment. An HTML comment, which must not hold `--` (GitHub Flavored Markdown, "Raw HTML"). */
export function markerLine({ family, runId, runAttempt }: Marker): string {
  const name = encodeURIComponent(family.toWellFormed()).replaceAll('-', '%2D');
  return `<!-- bake-ami family=${name} run=${runId}.${runAttempt} -->`;
}

/** @returns undefined for what does not begin with a marker */
export function markerOf(body: string): Marker | undefined {
  const [, name, runId, runAttempt] =
    /^<!-- bake-ami family=([\w%.!~*'()]*) run=(\d{1,20})\.(\d{1,9}) -->/.exec(body) ?? [];
  if (name === undefined || runId === undefined || runAttempt === undefined) return undefined;
  try {
    return { family: decodeURIComponent(name), runId, runAttempt };
  } catch {
    return undefined;
  }
}

/** Whether the one was written by a later run, or a later attempt of the same one, than the other. */
export function isNewer(one: Marker, other: Marker): boolean {
  const [a, b] = [BigInt(one.runId), BigInt(other.runId)];
  return a > b || (a === b && Number(one.runAttempt) > Number(other.runAttempt));
}
