/** Numbers as people read them: no more digits than the measurement bears. */
export function seconds(value: number): string {
  return `${value.toFixed(Math.abs(value) < 1 ? 2 : 1)} s`;
}

export function milliseconds(value: number): string {
  return `${(value * 1000).toFixed(0)} ms`;
}

/** In units of a million bytes. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

/** Of a hundred. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}

export function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
