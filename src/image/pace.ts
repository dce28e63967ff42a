/**
 * How long to wait before looking again. EC2 throttles by account and Region, so the calls of a bake must be few;
 * a bake is over when its image is ready, so the last look must come soon after.
 */

const shortestSeconds = 2;
const longestSeconds = 15;
/** Looking again after a twentieth of the time waited so far costs little and is late by 5 % at the most. */
const shareOfTimeWaited = 1 / 20;
/** Near the foretold end, on either side of it, the interval is this share of the distance to it. */
const shareOfDistance = 1 / 4;

/**
 * @param waited seconds since the image was created
 * @param untilEnd seconds until the foretold end, negative when it is past; undefined when nothing is foretold
 * @param random uniform in [0, 1); the jitter only ever shortens the interval
 * @returns seconds, from 2 to 15 before jitter
 */
export function pollSeconds(waited: number, untilEnd: number | undefined, random: number): number {
  const byTimeWaited = waited * shareOfTimeWaited;
  const byDistance = untilEnd === undefined ? Number.POSITIVE_INFINITY : Math.abs(untilEnd) * shareOfDistance;
  const seconds = Math.max(shortestSeconds, Math.min(longestSeconds, byTimeWaited, byDistance));
  return Math.max(shortestSeconds, seconds * (1 - random / 20));
}

/**
 * Snapshot progress is a call of its own, so it is asked for more seldom than the image's state: early on to learn
 * the pace, then at each half of the way that is left.
 *
 * @param waited seconds since the image was created
 * @param untilEnd as for `pollSeconds`
 * @returns seconds until the next look at the snapshots
 */
export function progressSeconds(waited: number, untilEnd: number | undefined): number {
  const distance = untilEnd === undefined ? waited / 3 : Math.abs(untilEnd) / 2;
  return Math.max(5, Math.min(120, distance));
}
