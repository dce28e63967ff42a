import { expect, test } from '@jest/globals';
import { action } from '../../bench/contestant-action.ts';
import { targets } from '../../bench/targets.ts';
import { bake, fleetRow, someResults } from './results.ts';

function verdicts(results = someResults()): string[] {
  return targets(results).map(({ what, measured, met }) => `${what}: ${measured} ${met ? 'met' : 'missed'}`);
}

test('every target says what was measured and whether it is met', () => {
  expect(verdicts()).toEqual([
    'From the start of the process to its first call, median: 200 ms met',
    'Memory, the most of all bakes: 130 MB met',
    'From "available" to the end, image of 1 min, median: 2.0 s met',
    'From "available" to the end, image of 5 min, median: 2.0 s met',
    'Overhead, of that of the script, image of 0 s: 5 % met',
    'Overhead, of that of the script, image of 0 s, late: 50 % missed',
    'Overhead, of that of the script, image of 30 s: 13 % missed',
    'From the last status check to the end of the test, boot of 2 min, median: 4.0 s met',
    'Calls of a test, boot of 2 min, the most: 24 met',
    'Plan of `retire`, 5,000 images in 3 Regions: calls of a Region: 41 met',
    'Plan of `retire`, 5,000 images in 3 Regions: processor time: 1.2 s met',
    'Plan of `retire`, 5,000 images in 3 Regions: memory: 258 MB met',
    '1000 bakes in 10 minutes: bakes that fail: 0 met',
  ]);
});

test('a plan of `retire` that asks too often, thinks too long or holds too much is missed', () => {
  const plan = { calls: 61, cpuSeconds: 10.1, peakBytes: 301e6, goes: 60 };
  expect(verdicts(someResults({ plan })).filter((verdict) => verdict.startsWith('Plan'))).toEqual([
    'Plan of `retire`, 5,000 images in 3 Regions: calls of a Region: 61 missed',
    'Plan of `retire`, 5,000 images in 3 Regions: processor time: 10.1 s missed',
    'Plan of `retire`, 5,000 images in 3 Regions: memory: 301 MB missed',
  ]);
});

test('a test that ends late, or asks too often in a single boot, is missed', () => {
  const trials = { seconds: [5.1, 5.2, 3], calls: [20, 26, 20] };
  expect(verdicts(someResults({ trials })).filter((verdict) => verdict.includes('boot of 2 min'))).toEqual([
    'From the last status check to the end of the test, boot of 2 min, median: 5.1 s missed',
    'Calls of a test, boot of 2 min, the most: 26 missed',
  ]);
});

test('a first call that is slow in the middle is missed, one that is slow once is not', () => {
  const slow = bake(1, { firstCallSeconds: 0.4 });
  const started = (...bakes: ReturnType<typeof bake>[]) =>
    targets(someResults({ startUp: { bareNodeSeconds: [0.05], bakes } }))[0]?.met;
  expect(started(bake(0.4), bake(0.4), slow)).toBe(true);
  expect(started(bake(0.4), slow, slow)).toBe(false);
});

test('the memory is the most of all bakes, also of those beside the others', () => {
  const results = someResults();
  const big = { ...results.comparisons[0], results: new Map([[action, [bake(1, { peakBytes: 201e6 })]]]) };
  const { setting } = results.comparisons[0] ?? {};
  if (setting === undefined) throw new Error('There is no setting.');
  expect(verdicts({ ...results, comparisons: [{ ...big, setting }] })).toContain(
    'Memory, the most of all bakes: 201 MB missed',
  );
});

test('without the script there is nothing to compare with', () => {
  const results = someResults();
  const alone = results.comparisons.map((comparison) => ({
    ...comparison,
    results: new Map([...comparison.results].filter(([contestant]) => contestant === action)),
  }));
  expect(verdicts({ ...results, comparisons: alone, fleet: { rows: [] } }).join()).not.toContain('script');
});

test('a fleet of which one bake fails is missed', () => {
  const fleet = { rows: [fleetRow({ succeeded: 999 })] };
  expect(verdicts(someResults({ fleet })).slice(-1)).toEqual([
    '1000 bakes in 10 minutes: bakes that fail: 1 missed',
  ]);
});

test('a hundred bakes that begin together are compared with the script', () => {
  const together = {
    bakes: 100,
    succeeded: 100,
    arrivalSeconds: 0,
    lagSeconds: { median: 2, p95: 13, longest: 14 },
  };
  const fleet = {
    rows: [
      fleetRow({ ...together, throttledShare: 0.02, createSeconds: { median: 0.2, p95: 9 } }),
      fleetRow({ ...together, tool: 'script', throttledShare: 0.03 }),
    ],
  };
  expect(verdicts(someResults({ fleet })).slice(-5)).toEqual([
    '100 bakes in the same second: bakes that fail: 0 met',
    '100 bakes in the same second: lag, median: 2.0 s met',
    '100 bakes in the same second: lag, 95th percentile: 13.0 s missed',
    '100 bakes in the same second: CreateImage after, median: 0.20 s met',
    '100 bakes in the same second: throttled, of all calls, as the script: 2.0 % met',
  ]);
});
