import { duration } from '../../base/units.ts';
import type { Phase, Span } from '../../run/run.ts';
import { codeBlock } from './markdown.ts';

interface Ticks {
  interval: string;
  format: string;
}

const everyDay: Ticks = { interval: '1day', format: 'day %-j' };

/**
 * Ticks of the axis: those of the first row that the whole bake fits in, so that there are some three to seven.
 * Syntax: https://mermaid.js.org/syntax/gantt.html
 */
const ticks: readonly (Ticks & { upToSeconds: number })[] = [
  { upToSeconds: 30, interval: '5second', format: '%-S s' },
  { upToSeconds: 59, interval: '10second', format: '%-S s' },
  { upToSeconds: 3 * 60, interval: '30second', format: '%-M:%S' },
  { upToSeconds: 7 * 60, interval: '1minute', format: '%-M min' },
  { upToSeconds: 14 * 60, interval: '2minute', format: '%-M min' },
  { upToSeconds: 35 * 60, interval: '5minute', format: '%-M min' },
  { upToSeconds: 59 * 60, interval: '10minute', format: '%-M min' },
  { upToSeconds: 3.5 * 3600, interval: '30minute', format: '%-H:%M h' },
  { upToSeconds: 7 * 3600, interval: '1hour', format: '%-H h' },
  { upToSeconds: 23 * 3600, interval: '4hour', format: '%-H h' },
  { upToSeconds: 72 * 3600, interval: '12hour', format: 'day %-j, %-H h' },
];

/** The shortest bar, as a part of the whole: enough to be seen beside a wait of hours. */
const shortestBar = 1 / 200;

/** What is over sooner has nothing to show. */
const shortestMilliseconds = 10_000;

/**
 * The phases of a run as a Mermaid gantt chart, a row for each and for each of its parts, the duration beside the bar;
 * undefined when there is nothing to see.
 * @param now what a phase that still runs is drawn up to, in milliseconds since the epoch
 * @param failed the phase to draw in red
 */
export function timeLine(phases: readonly Phase[], now: number, failed?: Phase): string | undefined {
  const start = Math.min(...phases.map((phase) => phase.startedAt));
  const whole = Math.max(...phases.map((phase) => phase.endedAt ?? now)) - start;
  if (phases.length === 0 || !Number.isFinite(whole) || whole < shortestMilliseconds) return undefined;

  const spans = phases.flatMap((phase) => spansOf(phase, phase.endedAt ?? now, phase === failed));
  const rows = spans.flatMap(({ name, startedAt, endedAt, mark }) => {
    const from = startedAt - start;
    const to = endedAt - start;
    // Bars that are too short to be seen get longer, to the left when they are at the end.
    const length = Math.max(to - from, whole * shortestBar);
    const left = Math.min(from, whole - length);
    return [
      `  section ${plainName(name)}`,
      `  ${duration(to - from)} :${mark}${moment(left)}, ${moment(left + length)}`,
    ];
  });

  const { interval, format } = ticksFor(whole);
  const head = [
    `%%{init: ${JSON.stringify(look(spans))}}%%`,
    'gantt',
    '  title Where the time went',
    '  dateFormat YYYY-MM-DD HH:mm:ss.SSS',
    `  axisFormat ${format}`,
    `  tickInterval ${interval}`,
    '  todayMarker off',
  ];
  return codeBlock('mermaid', [...head, ...rows].join('\n'));
}

interface Drawn extends Span {
  endedAt: number;
  mark: '' | 'crit, ' | 'done, ';
}

/** The phase, then its parts; a part that nobody saw end ended with its phase. */
function spansOf(phase: Phase, endedAt: number, isFailed: boolean): Drawn[] {
  const { parts = [], ...itself } = phase;
  return [
    { ...itself, endedAt, mark: isFailed ? 'crit, ' : '' },
    ...parts.map(
      (part): Drawn => ({
        ...part,
        endedAt: Math.min(part.endedAt ?? endedAt, endedAt),
        mark: part.failed ? 'crit, ' : 'done, ',
      }),
    ),
  ];
}

/** Colours that go with GitHub's light and dark mode both, rows in stripes, and room for the names at the left. */
function look(spans: readonly Span[]): object {
  const longestName = Math.max(...spans.map(({ name }) => plainName(name).length));
  const green = '#1a7f37';
  const red = '#cf222e';
  // Mermaid writes on these bars in a dark colour, whatever the theme.
  const blue = '#54aeff';
  return {
    gantt: {
      numberSectionStyles: 2,
      leftPadding: 24 + 7 * longestName,
      // The grid begins where the rows begin; the axis stands fixed at topPadding's default.
      gridLineStartPadding: 50,
      barHeight: 18,
      fontSize: 12,
      sectionFontSize: 12,
    },
    themeVariables: {
      taskBkgColor: green,
      taskBorderColor: green,
      critBkgColor: red,
      critBorderColor: red,
      doneTaskBkgColor: blue,
      doneTaskBorderColor: blue,
      taskTextColor: '#ffffff',
      sectionBkgColor: '#8c959f',
      altSectionBkgColor: 'transparent',
    },
  };
}

function ticksFor(milliseconds: number): Ticks {
  return ticks.find(({ upToSeconds }) => milliseconds <= upToSeconds * 1000) ?? everyDay;
}

/**
 * Time since the start of the bake, as a time of a fixed day. Mermaid reads and writes times in the time zone of
 * whoever looks at it, so this, unlike the time of day, is the same to all; on a New Year's Day no clock is changed.
 */
function moment(milliseconds: number): string {
  const day = new Date(Date.UTC(2001, 0, 1) + Math.round(milliseconds));
  return day.toISOString().replace('T', ' ').replace('Z', '');
}

/** What of a phase's name has no meaning in Mermaid. */
function plainName(name: string): string {
  return (
    name
      .replace(/[^A-Za-z\d /.-]+/g, ' ')
      .trim()
      .slice(0, 24) || 'Phase'
  );
}
