/**
 * How long to wait before the next poll. EC2 throttles by account and Region, so the calls of a bake must be few; a bake
 * is over when its image is ready, so the last poll must come soon after.
 */

/** Where a wait stands. */
export interface Moment {
  /** Seconds since the image was created. */
  waited: number;
  /** Seconds until the estimated end of the snapshots, negative when it is past; undefined without an estimate. */
  untilEnd: number | undefined;
  /** The snapshots are done, and EC2 has yet to complete the image. */
  snapshotsDone: boolean;
}

/** An image is polled at least this often, also while EC2 throttles. */
export const longestSeconds = 15;
/** Bakes that begin together share 20 calls a second: with 4 seconds there is enough for eighty. */
const shortestSeconds = 4;
/** Without an estimate that holds, at least this often in the first ten minutes; later as often as the time has sixtieths. */
const longestAtFirstSeconds = 10;
const shareOfLongWait = 1 / 60;

/** Without an estimate: polls are late by at most 5 % of the time waited so far. */
const shareOfTimeWaited = 1 / 20;
/** With an estimate the end is not expected yet; but estimates may be wrong, and images fail. */
const shareBeforeTheEnd = 1 / 12;
/** Half of the way to the estimated end passes without a poll, … */
const shareOfDistance = 1 / 2;
/** … and past it, a quarter of the time by which the estimate was wrong so far. */
const shareSinceTheEnd = 1 / 4;
/** Nobody knows how long EC2 takes once the snapshots are done: polls are late by at most an eighth of that. */
const shareSinceDone = 1 / 8;

/**
 * @param random uniform in [0, 1); the jitter only ever shortens the interval
 * @returns seconds, at most 15
 */
export function pollSeconds(moment: Moment, random: number): number {
  return withoutJitter(moment) * (1 - random / 20);
}

function withoutJitter({ waited, untilEnd, snapshotsDone }: Moment): number {
  const most = within(longestAtFirstSeconds, waited * shareOfLongWait, longestSeconds);
  const blindly = within(shortestSeconds, waited * shareOfTimeWaited, most);
  if (untilEnd === undefined) return blindly;
  // Around the end, every second counts where the whole takes a minute; not where it takes hours.
  const shortest = within(within(0.25, waited / 100, 3), waited / 1000, longestSeconds);
  if (snapshotsDone) return within(shortest, -untilEnd * shareSinceDone, longestSeconds);
  if (untilEnd < 0) return within(shortest, -untilEnd * shareSinceTheEnd, blindly);
  const farFromTheEnd = within(shortestSeconds, waited * shareBeforeTheEnd, longestSeconds);
  return within(shortest, untilEnd * shareOfDistance, farFromTheEnd);
}

/**
 * Snapshot progress is a call of its own, so it is asked for less often than the image's state: early on to learn the pace,
 * then at each half of the way that is left. Once a minute, and in long waits every two,
 * shows soon enough that a snapshot has failed.
 *
 * @param waited seconds since the image was created
 * @param untilEnd as in `Moment`
 * @returns seconds until the next look at the snapshots
 */
export function progressSeconds(waited: number, untilEnd: number | undefined): number {
  const distance = untilEnd === undefined ? waited / 3 : Math.abs(untilEnd) / 2;
  return within(5, distance, within(60, waited / 20, 120));
}

function within(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
