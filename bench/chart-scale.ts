/** From values to places on a chart's axis, with round numbers to mark it by. */
export class Scale {
  /** The marks, upwards; the first is the axis' foot and the last its head. */
  readonly ticks: readonly number[];
  readonly #place: (value: number) => number;

  /** @param values finite and not negative, for `log` more than 0 */
  constructor(kind: 'linear' | 'log', values: readonly number[]) {
    this.ticks = kind === 'log' ? powersAround(values) : roundStepsTo(Math.max(0, ...values));
    this.#place = kind === 'log' ? Math.log10 : (value) => value;
  }

  /** How far up a value is: 0 at the foot of the axis, 1 at its head. */
  share(value: number): number {
    const foot = this.#place(this.ticks[0] ?? 0);
    const head = this.#place(this.ticks.at(-1) ?? 1);
    return (this.#place(value) - foot) / (head - foot);
  }
}

/** From 0 in four to eight steps of 1, 2 or 5 times a power of ten. */
function roundStepsTo(highest: number): number[] {
  const rough = (highest > 0 ? highest : 1) / 5;
  const power = Math.floor(Math.log10(rough));
  const multiple = [1, 2, 5, 10].find((candidate) => candidate * 10 ** power >= rough * 0.8) ?? 10;
  // 3 * 0.1 is not 0.3: each mark is written out and read again.
  const mark = (count: number) => Number((count * multiple * 10 ** power).toPrecision(12));
  const count = Math.max(1, Math.ceil((highest > 0 ? highest : 1) / mark(1)));
  return Array.from({ length: count + 1 }, (_, index) => mark(index));
}

function powersAround(values: readonly number[]): number[] {
  const lowest = values.length === 0 ? 1 : Math.min(...values);
  const highest = values.length === 0 ? 10 : Math.max(...values);
  const first = Math.floor(Math.log10(lowest));
  const last = Math.max(first + 1, Math.ceil(Math.log10(highest)));
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number((10 ** (first + index)).toPrecision(12)),
  );
}
