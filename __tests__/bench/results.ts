/** Results as a run might have them, with numbers that are easy to follow. */
import type { Contestant } from '../../bench/contestant.ts';
import { action } from '../../bench/contestant-action.ts';
import { ansibleName, scriptName } from '../../bench/contestant-command.ts';
import { doomedCases } from '../../bench/doomed.ts';
import type { FleetRow } from '../../bench/fleet-measures.ts';
import type { Results } from '../../bench/results.ts';
import type { Success } from '../../bench/success.ts';

const never = () => Promise.reject(new Error('Nobody bakes here'));
export const script: Contestant = { name: scriptName, bake: never };
export const ansible: Contestant = { name: ansibleName, bake: never };

export function bake(overheadSeconds: number, rest: Partial<Success> = {}): Success {
  return {
    overheadSeconds,
    lagSeconds: overheadSeconds / 2,
    firstCallSeconds: 0.2,
    calls: 16,
    cpuSeconds: 0.3,
    peakBytes: 130e6,
    ...rest,
  };
}

export function fleetRow(overrides: Partial<FleetRow> = {}): FleetRow {
  return {
    tool: 'bake-ami',
    bakes: 1000,
    arrivalSeconds: 600,
    succeeded: 1000,
    calls: 40_000,
    throttled: 100,
    throttledShare: 0.0025,
    throttledBy: {},
    lagSeconds: { median: 20, p95: 50, longest: 80 },
    createSeconds: { median: 1, p95: 2 },
    mostAtOnce: 1000,
    failures: {},
    ...overrides,
  };
}

/** In these settings the action takes 0.2 s and 1 s beyond the image, and the script 4 s and 8 s. */
export function someResults(overrides: Partial<Results> = {}): Results {
  const contestants = [action, script, ansible];
  const comparison = (imageSeconds: number, latencySeconds: number, overheads: number[][]) => ({
    setting: {
      title: `${imageSeconds} s${latencySeconds > 0 ? ', late' : ''}`,
      imageSeconds,
      latencySeconds,
    },
    results: new Map(
      contestants.map((contestant, index) => [contestant, (overheads[index] ?? []).map((one) => bake(one))]),
    ),
  });
  return {
    at: Date.UTC(2026, 10, 22, 21, 34, 5),
    machine: [['Processor', 'Abacus, 2 cores']],
    contestants,
    leftOut: [],
    rounds: 3,
    startUp: { bareNodeSeconds: [0.05, 0.04, 0.06], bakes: [bake(0.4), bake(0.4), bake(0.5)] },
    comparisons: [
      comparison(0, 0, [
        [0.2, 0.1, 0.3],
        [4, 5, 3],
        [6, 6, 6],
      ]),
      comparison(0, 0.1, [[2], [4], [6]]),
      comparison(30, 0, [[1], [8], [9]]),
    ],
    doomed: doomedCases.map((doomedCase) => ({
      doomedCase,
      results: new Map([
        [action, { knownAfterSeconds: 0.3, left: { images: 0, snapshots: 0 } }],
        [script, { knownAfterSeconds: 33.4, left: { images: 1, snapshots: 2 } }],
        [ansible, { knownAfterSeconds: 34, left: { images: 1, snapshots: 1 } }],
      ]),
    })),
    lags: [1, 5, 10].map((imageMinutes) => ({ imageMinutes, seconds: [1, 2, 3], calls: [40, 50, 60] })),
    noticings: [{ imageSeconds: 2, burst: { from: 0, looks: 4 }, lateSeconds: 3.2 }],
    trials: { seconds: [3, 4, 5], calls: [20, 22, 24] },
    plan: { calls: 41, cpuSeconds: 1.2, peakBytes: 258e6, goes: 60 },
    fleet: {
      rows: [
        fleetRow({ bakes: 1, succeeded: 1, throttledShare: 0.5 }),
        fleetRow(),
        fleetRow({
          tool: 'script',
          succeeded: 0,
          lagSeconds: { median: Number.NaN, p95: Number.NaN, longest: 0 },
        }),
        fleetRow({ arrivalSeconds: 0, throttledShare: 0.2 }),
      ],
    },
    ...overrides,
  };
}
