import { describe, expect, test } from '@jest/globals';
import { type ChartData, chart } from '../../bench/chart.ts';

const bars: ChartData = {
  title: 'Overhead',
  description: 'Ours is the lower.',
  categories: ['0 s', '30 s'],
  categoryLabel: 'time of the image',
  valueLabel: 'seconds',
  series: [
    { name: 'ours', values: [1, 2] },
    { name: 'theirs', values: [4, 10] },
  ],
};

function rectangles(svg: string, series: number): { y: number; height: number }[] {
  return [
    ...svg.matchAll(
      new RegExp(`<rect class="fill${series}"[^>]* y="([\\d.]+)"[^>]* height="([\\d.]+)"`, 'g'),
    ),
  ]
    .map(([, y, height]) => ({ y: Number(y), height: Number(height) }))
    .filter(({ height }) => height !== 12);
}

describe('a chart of bars', () => {
  test('draws each value as high as it is, all on one foot', () => {
    const svg = chart(bars);
    const [one, two] = rectangles(svg, 0);
    const [four, ten] = rectangles(svg, 1);
    expect(two?.height).toBeCloseTo((one?.height ?? 0) * 2, 0);
    expect(four?.height).toBeCloseTo((one?.height ?? 0) * 4, 0);
    expect(ten?.height).toBeCloseTo((one?.height ?? 0) * 10, 0);
    const feet = [one, two, four, ten].map((bar) => Math.round((bar?.y ?? 0) + (bar?.height ?? 0)));
    expect(new Set(feet).size).toBe(1);
  });

  test('writes the values as it is told to, and a dash where there is none', () => {
    const svg = chart({
      ...bars,
      series: [{ name: 'ours', values: [1.25, undefined] }],
      format: (value) => `${value.toFixed(1)} s`,
    });
    expect(svg).toContain('>1.3 s</text>');
    expect(svg).toContain('>–</text>');
    expect(rectangles(svg, 0)).toHaveLength(1);
  });

  test('hatches the bars that are marked, and says what that means', () => {
    const hatched = {
      ...bars,
      markLabel: 'left behind',
      series: [{ name: 'x', values: [1, 2], marks: [false, true] }],
    };
    const svg = chart(hatched);
    const [, two] = rectangles(svg, 0);
    const marks = [...svg.matchAll(/<rect class="hatch" .* y="([\d.]+)"/g)].map(([, y]) => Number(y));
    expect(marks).toContain(two?.y);
    expect(marks).toHaveLength(2);
    expect(svg).toContain('>left behind</text>');
    expect(chart(bars)).not.toContain('class="hatch"');
  });

  test('marks its axis with round numbers, whatever the values are written as', () => {
    const svg = chart({ ...bars, format: (value) => value.toFixed(2) });
    const marks = [...svg.matchAll(/class="quiet end">([^<]+)</g)].map(([, mark]) => mark);
    expect(marks).toEqual(['0', '2', '4', '6', '8', '10']);
  });

  test('says what it shows to those who do not see it', () => {
    expect(chart(bars)).toMatch(
      /role="img" aria-labelledby="title desc">\n<title id="title">Overhead<\/title>\n<desc id="desc">Ours is the lower\.</,
    );
  });

  test('has colours for light and dark', () => {
    const svg = chart(bars);
    expect(svg).toContain('@media (prefers-color-scheme: dark)');
    expect(svg.match(/\.fill1 \{ fill: #[0-9a-f]{6} \}/g)).toHaveLength(2);
  });

  test('leaves no text to be taken for markup', () => {
    const svg = chart({ ...bars, title: 'a < b & "c"', categories: ['<0>', 'b'] });
    expect(svg).toContain('a &lt; b &amp; &quot;c&quot;');
    expect(svg).not.toContain('<0>');
  });

  test('puts a legend that is too long on a second line', () => {
    const long = {
      ...bars,
      series: ['a', 'b', 'c'].map((name) => ({ name: name.repeat(40), values: [1, 2] })),
    };
    const height = (svg: string) => Number(/height="(\d+)"/.exec(svg)?.[1]);
    expect(height(chart(long))).toBe(height(chart(bars)) + 20);
  });
});

describe('a chart of lines', () => {
  const lines: ChartData = {
    ...bars,
    categories: ['1', '10', '100', '1,000'],
    scale: 'log',
    series: [{ name: 'calls', values: [10, 100, 1000, 10_000], as: 'line' }],
  };

  test('is straight on a logarithmic scale where each value is ten times the last', () => {
    const points = /class="line0" points="(\S+ \S+ \S+ \S+)"/.exec(chart(lines))?.[1] ?? '';
    const ys = points.split(' ').map((point) => Number(point.split(',')[1]));
    expect(ys).toHaveLength(4);
    const steps = ys.slice(1).map((y, index) => Math.round((ys[index] ?? 0) - y));
    expect(new Set(steps).size).toBe(1);
    expect(steps[0]).toBeGreaterThan(20);
  });

  test('is broken where a value is missing', () => {
    const svg = chart({ ...lines, series: [{ name: 'calls', values: [10, 20, undefined, 30], as: 'line' }] });
    // One in the legend, one of the two points before the gap; the point behind it stands alone.
    expect(svg.match(/<polyline/g)).toHaveLength(2);
    expect(svg.match(/<circle/g)).toHaveLength(3);
  });
});

test.each<[string, Partial<ChartData>]>([
  ['no series', { series: [] }],
  ['five series', { series: Array.from({ length: 5 }, () => ({ name: 'x', values: [1, 2] })) }],
  ['a value too few', { series: [{ name: 'x', values: [1] }] }],
  ['a negative value', { series: [{ name: 'x', values: [1, -1] }] }],
  ['not a number', { series: [{ name: 'x', values: [1, Number.NaN] }] }],
  ['bars on a logarithmic scale', { scale: 'log' }],
  ['zero on a logarithmic scale', { scale: 'log', series: [{ name: 'x', values: [0, 1], as: 'line' }] }],
])('refuses %s', (_name, change) => {
  expect(() => chart({ ...bars, ...change })).toThrow(RangeError);
});
