/** Durations and sizes as people read them: in the log, the notices and the job summary. */

/**
 * A span of time in at most two units: `0.4 s`, `42 s`, `3 min 5 s`, `2 h 10 min`.
 * A negative one (the clock was set back) counts as zero; one that is not finite is `?`.
 */
export function duration(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) return '?';
  if (milliseconds < 950) return `${tenths(Math.max(0, milliseconds) / 1000)} s`;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return twoUnits(seconds, 60, 'min', 's');
  return twoUnits(Math.round(seconds / 60), 60, 'h', 'min');
}

/** A volume's or a snapshot's size, given in GiB as EC2 gives it: `8 GiB`, `1.5 TiB`. */
export function gibibytes(gib: number): string {
  return gib < 1024 ? `${tenths(gib)} GiB` : `${tenths(gib / 1024)} TiB`;
}

/** How old something is, in whole days as soon as it is one: `12 days`, `3 h`. */
export function age(milliseconds: number): string {
  const days = Math.floor(milliseconds / 86_400_000);
  if (days >= 1) return `${days} ${days === 1 ? 'day' : 'days'}`;
  const hours = Math.floor(milliseconds / 3_600_000);
  return hours >= 1 ? `${hours} h` : duration(milliseconds);
}

/** An amount of US dollars, never less than there is: `$5.40`; below a cent `$0.01`. */
export function dollars(amount: number): string {
  // Binary fractions: 0.1 * 3 is no more than 0.30.
  const cents = Math.ceil(Number((amount * 100).toFixed(6)));
  return `$${(cents / 100).toFixed(2)}`;
}

function twoUnits(amount: number, factor: number, large: string, small: string): string {
  const rest = amount % factor;
  const whole = `${Math.floor(amount / factor)} ${large}`;
  return rest === 0 ? whole : `${whole} ${rest} ${small}`;
}

function tenths(amount: number): string {
  return String(Math.round(amount * 10) / 10);
}
