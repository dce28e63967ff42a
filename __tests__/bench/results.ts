/** Results as a run might have them, with numbers that are easy to follow. */
import type { Contestant } from '../../bench/contestant.ts';
import { action } from '../../bench/contestant-action.ts';
import { ansibleName, scriptName } from '../../bench/contestant-command.ts';
import { doomedCases } from '../../bench/doomed.ts';
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
    ...overrides,
  };
}
