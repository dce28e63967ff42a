/**
 * Charts for the documents, as SVG text: groups of bars, and lines, over categories. They read in light and dark, bring
 * their own background, and say in `title` and `desc` what a reader who does not see them wants to know.
 */
import { escapeXml } from '../simulator/wire/xml.ts';
import { Scale } from './chart-scale.ts';

export interface ChartData {
  title: string;
  /** What there is to see, in a sentence: read out in place of the picture. */
  description: string;
  /** Along the bottom, evenly spaced. */
  categories: readonly string[];
  /** What the categories are. */
  categoryLabel: string;
  /** What the values are, with their unit. */
  valueLabel: string;
  series: readonly ChartSeries[];
  /** `log` for lines only: the length of a bar says nothing there. */
  scale?: 'linear' | 'log';
  /** What a hatched bar says; needed where a series has marks. */
  markLabel?: string;
  /** How a value is written at its bar or point. */
  format?: (value: number) => string;
}

export interface ChartSeries {
  name: string;
  /** One for each category, not negative; undefined where there is none. */
  values: readonly (number | undefined)[];
  as?: 'bars' | 'line';
  /** Bars to hatch, one for each category. */
  marks?: readonly boolean[];
}

const width = 760;
const plot = { left: 64, right: width - 16, height: 260 };
const lineHeight = 20;
/** Of a letter in the chart's 13 px font, on the generous side: SVG cannot measure its text. */
const letterWidth = 7.2;
/** Of a category's place, what its bars take. */
const shareOfBars = 0.8;

/** Colour-blind safe and, on their background, of at least 3 : 1 (WCAG 1.4.11); dark ones beside them. */
const colours = [
  { light: '#0969da', dark: '#58a6ff' },
  { light: '#b35900', dark: '#f0883e' },
  { light: '#6e7781', dark: '#9da7b1' },
  { light: '#8250df', dark: '#bc8cff' },
];
const dashes = ['none', '7 4', '2 4', '10 3 2 3'];

/** @throws RangeError for data that cannot be drawn */
export function chart(data: ChartData): string {
  check(data);
  const { categories, series, title, description } = data;
  const { items, lines } = legend(series, data.markLabel);
  const top = 40 + lines * lineHeight + 24;
  const bottom = top + plot.height;
  const scale = new Scale(
    data.scale ?? 'linear',
    series.flatMap(({ values }) => values.filter((value) => value !== undefined)),
  );
  const at = (value: number) => bottom - scale.share(value) * plot.height;
  const step = (plot.right - plot.left) / categories.length;
  const middle = (category: number) => plot.left + (category + 0.5) * step;
  const format = data.format ?? String;
  const bars = series.filter(isBars);
  const barWidth = (step * shareOfBars) / Math.max(1, bars.length);
  const barLeft = (category: number, bar: number) => middle(category) + (bar - bars.length / 2) * barWidth;

  return document(bottom + 52, title, description, [
    text(16, 26, title, 'title'),
    ...items,
    text(16, top - 12, data.valueLabel, 'quiet'),
    ...scale.ticks.flatMap((tick) => [
      line(plot.left, at(tick), plot.right, at(tick), 'grid'),
      text(plot.left - 8, at(tick) + 4, tick.toLocaleString('en-US'), 'quiet end'),
    ]),
    ...series.flatMap((one, index) =>
      isBars(one)
        ? barsOf(one, index, (category) => barLeft(category, bars.indexOf(one)))
        : lineOf(one, index),
    ),
    line(plot.left, bottom, plot.right, bottom, 'axis'),
    ...categories.map((name, index) => text(middle(index), bottom + 20, name, 'centre')),
    text((plot.left + plot.right) / 2, bottom + 42, data.categoryLabel, 'quiet centre'),
  ]);

  function barsOf(
    { values, marks }: ChartSeries,
    index: number,
    left: (category: number) => number,
  ): string[] {
    return values.flatMap((value, category) => {
      const x = left(category) + 2;
      const centre = x + (barWidth - 4) / 2;
      if (value === undefined) return [text(centre, bottom - 6, '–', 'quiet centre')];
      const size = `x="${px(x)}" y="${px(at(value))}" width="${px(barWidth - 4)}" height="${px(bottom - at(value))}"`;
      return [
        `<rect class="fill${index}" ${size}/>`,
        ...(marks?.[category] ? [`<rect class="hatch" ${size}/>`] : []),
        text(centre, at(value) - 6, format(value), 'small centre'),
      ];
    });
  }

  function lineOf({ values }: ChartSeries, index: number): string[] {
    const points = values.map((value, category) =>
      value === undefined ? undefined : { x: middle(category), y: at(value), value },
    );
    return [
      ...runs(points).map(
        (run) =>
          `<polyline class="line${index}" points="${run.map(({ x, y }) => `${px(x)},${px(y)}`).join(' ')}"/>`,
      ),
      ...points
        .filter((point) => point !== undefined)
        .flatMap(({ x, y, value }) => [
          `<circle class="fill${index}" cx="${px(x)}" cy="${px(y)}" r="4"/>`,
          text(x, y - 9, format(value), 'small centre'),
        ]),
    ];
  }
}

function check({ categories, series, scale = 'linear', title }: ChartData): void {
  const problem = (what: string) => new RangeError(`The chart "${title}" ${what}`);
  if (categories.length === 0 || series.length === 0) throw problem('has nothing to show');
  if (series.length > colours.length) throw problem(`has more than ${colours.length} series`);
  for (const one of series) {
    const { name, values } = one;
    if (values.length !== categories.length) throw problem(`has not a value for each category in "${name}"`);
    if (scale === 'log' && isBars(one)) throw problem('draws bars on a logarithmic scale');
    for (const value of values) {
      if (value === undefined) continue;
      if (!Number.isFinite(value) || value < 0) throw problem(`cannot show ${value} in "${name}"`);
      if (scale === 'log' && value === 0) throw problem(`cannot show 0 in "${name}" on a logarithmic scale`);
    }
  }
}

function isBars({ as = 'bars' }: ChartSeries): boolean {
  return as === 'bars';
}

/** The names with their colours, on as many lines as they need. */
function legend(series: readonly ChartSeries[], markLabel = ''): { items: string[]; lines: number } {
  const items: string[] = [];
  let x = 16;
  let lines = 1;
  for (const [index, one] of series.entries()) {
    const itemWidth = 30 + one.name.length * letterWidth + 18;
    if (x > 16 && x + itemWidth > width) {
      x = 16;
      lines += 1;
    }
    const y = 30 + lines * lineHeight;
    items.push(
      isBars(one)
        ? `<rect class="fill${index}" x="${px(x + 6)}" y="${y - 10}" width="12" height="12"/>`
        : `<polyline class="line${index}" points="${px(x)},${y - 4} ${px(x + 22)},${y - 4}"/>`,
      text(x + 28, y, one.name, ''),
    );
    x += itemWidth;
  }
  if (markLabel !== '') {
    lines += 1;
    const y = 30 + lines * lineHeight;
    const box = `x="22" y="${y - 10}" width="12" height="12"`;
    items.push(`<rect class="fill2" ${box}/>`, `<rect class="hatch" ${box}/>`, text(44, y, markLabel, ''));
  }
  return { items, lines };
}

/** The stretches without gaps. */
function runs<T>(points: readonly (T | undefined)[]): T[][] {
  const all: T[][] = [[]];
  for (const point of points) {
    if (point === undefined) all.push([]);
    else all.at(-1)?.push(point);
  }
  return all.filter(({ length }) => length > 1);
}

function document(height: number, title: string, description: string, body: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc">
<title id="title">${escapeXml(title)}</title>
<desc id="desc">${escapeXml(description)}</desc>
<style>
${styles()}
</style>
<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
<rect class="ground" width="2.5" height="6"/>
</pattern>
<rect class="ground" width="${width}" height="${height}" rx="6"/>
${body.join('\n')}
</svg>
`;
}

function styles(): string {
  const dark = colours.map(({ dark: colour }, index) => paint(index, colour));
  return [
    'text { font: 13px system-ui, -apple-system, "Segoe UI", sans-serif; fill: #1f2328 }',
    '.title { font-size: 16px; font-weight: 600 }',
    '.small { font-size: 12px }',
    '.quiet { fill: #59636e }',
    '.centre { text-anchor: middle }',
    '.end { text-anchor: end }',
    '.ground { fill: #ffffff }',
    '.hatch { fill: url(#hatch) }',
    '.grid { stroke: #d1d9e0 }',
    '.axis { stroke: #59636e }',
    'polyline { fill: none; stroke-width: 2.5 }',
    ...dashes.map((dash, index) => `.line${index} { stroke-dasharray: ${dash} }`),
    ...colours.map(({ light }, index) => paint(index, light)),
    '@media (prefers-color-scheme: dark) {',
    ...[
      'text { fill: #f0f6fc }',
      '.quiet { fill: #9da7b1 }',
      '.ground { fill: #0d1117 }',
      '.grid { stroke: #30363d }',
      '.axis { stroke: #9da7b1 }',
      ...dark,
    ].map((rule) => `  ${rule}`),
    '}',
  ].join('\n');
}

function paint(index: number, colour: string): string {
  return `.fill${index} { fill: ${colour} } .line${index} { stroke: ${colour} }`;
}

function text(x: number, y: number, content: string, classes: string): string {
  return `<text x="${px(x)}" y="${px(y)}"${classes === '' ? '' : ` class="${classes}"`}>${escapeXml(content)}</text>`;
}

function line(x1: number, y1: number, x2: number, y2: number, classes: string): string {
  return `<line x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}" class="${classes}"/>`;
}

/** A tenth of a pixel is enough. */
function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}
