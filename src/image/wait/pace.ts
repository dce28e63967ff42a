/**
 * How long to wait before looking again. EC2 throttles by account and Region, so the calls of a bake must be few, and
 * fewer still when many bake at once; a bake is over when its image is ready, so the last look must come soon after.
 */

/** Where a wait stands. */
export interface Moment {
  /** Seconds since the image was created. */
  waited: number;
  /** Seconds until the foretold end of the snapshots, negative when it is past; undefined when nothing is foretold. */
  untilEnd: number | undefined;
  /** The same for the moment before which the end is not to be expected. */
  untilEarliest: number | undefined;
  /** The snapshots are done, which was the end foretold: now EC2 has yet to complete the image. */
  snapshotsDone: boolean;
  /** How many other images are baked that were created within `companySeconds` around this one. */
  company: number;
}

/** See `Moment.company`: half of it before this image, half of it after. */
export const companySeconds = 60;

const longestSeconds = 15;

/**
 * @param random uniform in [0, 1); the jitter only ever shortens the interval
 * @returns seconds: for a bake alone up to 15; in a crowd as many as leave room for all
 */
export function pollSeconds(moment: Moment, random: number): number {
  const seconds = Math.max(secondsAlone(moment), secondsInCompany(moment));
  return seconds * (1 - random / 20);
}

/** Without any foresight, looking again after a twentieth of the time waited so far is late by 5 % at the most. */
const shareOfTimeWaited = 1 / 20;
/** With foresight, nothing is expected yet; but what EC2 foretells may be wrong, and images fail. */
const shareBeforeTheEnd = 1 / 12;
/** Half of the way to the foretold end is gone blindly, … */
const shareOfDistance = 1 / 2;
/** … and past it, a quarter of what the foretelling was wrong by so far. */
const shareSinceTheEnd = 1 / 4;
/** Once the snapshots are done, EC2 takes nobody knows how long; looks are late by an eighth of that at the most. */
const shareSinceDone = 1 / 8;
const shortestSeconds = 2;

function secondsAlone({ waited, untilEnd, snapshotsDone }: Moment): number {
  const blindly = within(shortestSeconds, waited * shareOfTimeWaited, longestSeconds);
  if (untilEnd === undefined) return blindly;
  // Around the end, every second counts where the whole takes a minute; not where it takes hours.
  const shortest = within(within(0.25, waited / 100, 3), waited / 1000, longestSeconds);
  if (snapshotsDone) return within(shortest, -untilEnd * shareSinceDone, longestSeconds);
  if (untilEnd < 0) return within(shortest, -untilEnd * shareSinceTheEnd, blindly);
  const most = within(shortestSeconds, waited * shareBeforeTheEnd, longestSeconds);
  return within(shortest, untilEnd * shareOfDistance, most);
}

/**
 * EC2 grants an account 20 DescribeImages a second in a Region (EC2 Developer Guide, "Request throttling for the Amazon
 * EC2 API"). All bakes together take about half of it for their waits: those far from their end so many a second, …
 */
const looksFarFromTheEnd = 4;
/** … and those near it so many, if everybody of about the same age were near it at once. */
const looksNearTheEnd = 10;

/** The least number of seconds that leaves room for the others; next to nothing when there are few. */
function secondsInCompany(moment: Moment): number {
  const { waited, untilEnd, untilEarliest, snapshotsDone, company } = moment;
  const near = company / looksNearTheEnd;
  // As many as there are of this age, there are of each: so many are in the making.
  const whole = untilEnd === undefined ? 2 * waited : waited + Math.max(0, untilEnd);
  const everybody = company * Math.max(1, whole / companySeconds);
  const far = Math.max(near, everybody / looksFarFromTheEnd);
  if (snapshotsDone && untilEnd !== undefined) return within(near, -untilEnd / 4, far);
  // Progress that has not begun, or began late, tells little: nobody stays away for much longer than they have waited.
  const blindly = Math.max(companySeconds / 2, waited);
  if (untilEarliest === undefined) return within(near, blindly, far);
  // Straight to the end, or in steps when it is late.
  const reach = untilEarliest > 0 ? Math.min(untilEarliest, blindly) : waited / 12;
  return within(near, reach, far);
}

/**
 * Snapshot progress is a call of its own, so it is asked for more seldom than the image's state: early on to learn
 * the pace, then at each half of the way that is left.
 *
 * @param waited seconds since the image was created
 * @param untilEnd as in `Moment`
 * @returns seconds until the next look at the snapshots
 */
export function progressSeconds(waited: number, untilEnd: number | undefined): number {
  const distance = untilEnd === undefined ? waited / 3 : Math.abs(untilEnd) / 2;
  return within(5, distance, 120);
}

function within(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
