import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { timeLine } from '../../../src/github/report/timeline.ts';
import type { Phase } from '../../../src/run/run.ts';
import { bakeStart, phasesOf } from '../../builders/record.ts';

const format = /(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}\.\d{3})/g;

interface Bar {
  from: number;
  to: number;
}

/** The bars as the chart draws them, in milliseconds since its start. */
function bars(chart: string | undefined): Bar[] {
  const rows = (chart ?? '').split('\n').filter((line) => line.match(format)?.length === 2);
  return rows.map((row) => {
    const [from = 0, to = 0] = [...row.matchAll(format)].map(
      ([, day, time]) => Date.parse(`${day}T${time}Z`) - Date.UTC(2001, 0, 1),
    );
    return { from, to };
  });
}

function aPhase(overrides: Partial<Phase> = {}): Phase {
  return { name: 'Wait', startedAt: bakeStart, endedAt: bakeStart + 60_000, ...overrides };
}

describe('the time line', () => {
  test('has a row for each phase with its duration, from the start of the bake', () => {
    const chart = timeLine(phasesOf({ Inspect: 1, Wait: 365 }), bakeStart + 366_000);
    expect(chart).toContain(
      [
        '  section Inspect',
        '  1 s :2001-01-01 00:00:00.000, 2001-01-01 00:00:01.830',
        '  section Wait',
        '  6 min 5 s :2001-01-01 00:00:01.000, 2001-01-01 00:06:06.000',
      ].join('\n'),
    );
  });

  test('draws a phase that still runs up to now', () => {
    expect(bars(timeLine(phasesOf({ Wait: undefined }), bakeStart + 90_000))).toEqual([
      { from: 0, to: 90_000 },
    ]);
  });

  test('draws the phase that failed in red', () => {
    const phases = phasesOf({ Create: 2, Wait: 100 });
    expect(timeLine(phases, bakeStart, phases[1])).toMatch(/section Wait\n {2}1 min 40 s :crit, /);
    expect(timeLine(phases, bakeStart)).not.toContain(':crit');
  });

  test('has a row for each volume and each Region below its phase, up to the end of the phase where it is open', () => {
    const parts = [
      { name: '/dev/xvda', startedAt: bakeStart, endedAt: bakeStart + 20_000 },
      { name: 'us-west-2', startedAt: bakeStart + 5_000 },
      { name: 'us-east-1', startedAt: bakeStart, endedAt: bakeStart + 30_000, failed: true as const },
    ];
    const chart = timeLine([aPhase({ parts })], bakeStart + 90_000);
    expect(chart).toContain(
      '  section /dev/xvda\n  20 s :done, 2001-01-01 00:00:00.000, 2001-01-01 00:00:20.000',
    );
    expect(chart).toContain('  section us-west-2\n  55 s :done, ');
    expect(chart).toContain('  section us-east-1\n  30 s :crit, ');
    expect(bars(chart)).toEqual([
      { from: 0, to: 60_000 },
      { from: 0, to: 20_000 },
      { from: 5_000, to: 60_000 },
      { from: 0, to: 30_000 },
    ]);
  });

  test.each([
    ['without phases', []],
    ['without any time', [aPhase({ endedAt: bakeStart })]],
    ['when the clock was set back', [aPhase({ endedAt: bakeStart - 5000 })]],
    ['of a run that is over in less than ten seconds', [aPhase({ endedAt: bakeStart + 9_999 })]],
  ])('is left out %s', (_, phases) => {
    expect(timeLine(phases, bakeStart)).toBeUndefined();
  });

  test('keeps even the shortest bar wide enough to be seen, and all of them within the whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 4 * 86_400_000 }), { minLength: 1, maxLength: 9 }),
        (lengths) => {
          const whole = lengths.reduce((sum, length) => sum + length, 0);
          fc.pre(whole >= 10_000);
          const phases = phasesOf(
            Object.fromEntries(lengths.map((length, index) => [`P${index}`, length / 1000])),
          );
          const drawn = bars(timeLine(phases, bakeStart + whole));
          expect(drawn).toHaveLength(lengths.length);
          for (const { from, to } of drawn) {
            expect(from).toBeGreaterThanOrEqual(0);
            expect(to).toBeLessThanOrEqual(whole + 1);
            expect(to - from).toBeGreaterThanOrEqual(whole / 200 - 2);
          }
        },
      ),
    );
  });

  const unitSeconds: Record<string, number> = { second: 1, minute: 60, hour: 3600, day: 86_400 };

  test('has between two and eight ticks, whatever the time, up to a week', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 7 * 86_400_000 }), (whole) => {
        const chart = timeLine([aPhase({ endedAt: bakeStart + whole })], bakeStart) ?? '';
        const [, count, unit = ''] = /tickInterval (\d+)(second|minute|hour|day)\n/.exec(chart) ?? [];
        const ticks = Math.floor(whole / 1000 / (Number(count) * (unitSeconds[unit] ?? 0))) + 1;
        expect(ticks).toBeGreaterThanOrEqual(2);
        expect(ticks).toBeLessThanOrEqual(8);
      }),
    );
  });

  test.each([
    [10, '%-S s'],
    [100, '%-M:%S'],
    [372, '%-M min'],
    [2 * 3600, '%-H:%M h'],
    [5 * 3600, '%-H h'],
    [30 * 3600, 'day %-j, %-H h'],
  ])('of %d s has an axis in %s', (seconds, axis) => {
    const chart = timeLine([aPhase({ endedAt: bakeStart + seconds * 1000 })], bakeStart);
    expect(chart).toContain(`axisFormat ${axis}\n`);
  });

  test('holds no line and no sign that a phase could bring in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const lines = timeLine(
          [aPhase({ name: `${name}\nclick a call b():crit;#%%{init}%%` })],
          bakeStart,
        )?.split('\n');
        expect(lines).toHaveLength(11);
        expect(lines?.at(-3)).toMatch(/^ {2}section [A-Za-z\d /.-]+$/);
      }),
    );
  });
});
