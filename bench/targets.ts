/** What the action has set itself, and whether this run found it so. */

import type { Comparison } from './comparison.ts';
import { action } from './contestant-action.ts';
import { scriptName } from './contestant-command.ts';
import type { FleetResult, FleetRow } from './fleet-measures.ts';
import { megabytes, milliseconds, percent, seconds } from './format.ts';
import type { Results } from './results.ts';
import { planTargets } from './retire.ts';
import { median } from './statistics.ts';
import type { Target } from './target.ts';
import { trialTargets } from './trial.ts';

const mostFirstCallSeconds = 0.35;
const mostBytes = 200e6;
const mostLagSeconds = 2.5;
const mostShareOfScript = 0.1;
const mostShareWithLatency = 0.45;

export function targets({ startUp, comparisons, lags, fleet, trials, plan }: Results): Target[] {
  const firstCall = median(startUp.bakes.map(({ firstCallSeconds }) => firstCallSeconds));
  const bakes = [...startUp.bakes, ...comparisons.flatMap(({ results }) => results.get(action) ?? [])];
  const peak = Math.max(...bakes.map(({ peakBytes }) => peakBytes));
  return [
    {
      what: 'From the start of the process to its first call, median',
      limit: milliseconds(mostFirstCallSeconds),
      measured: milliseconds(firstCall),
      met: firstCall <= mostFirstCallSeconds,
    },
    {
      what: 'Memory, the most of all bakes',
      limit: megabytes(mostBytes),
      measured: megabytes(peak),
      met: peak <= mostBytes,
    },
    ...lags
      .filter(({ imageMinutes }) => imageMinutes <= 5)
      .map((lag) => {
        const middle = median(lag.seconds);
        return {
          what: `From "available" to the end, image of ${lag.imageMinutes} min, median`,
          limit: seconds(mostLagSeconds),
          measured: seconds(middle),
          met: middle <= mostLagSeconds,
        };
      }),
    ...comparisons.flatMap(shareOfScript),
    ...trialTargets(trials),
    ...planTargets(plan),
    ...fleetTargets(fleet),
  ];
}

interface FleetLimits {
  bakes: number;
  arrivalSeconds: number;
  /** Seconds; not measured where they are missing. */
  lag?: { median: number; p95: number };
  createMedian?: number;
  /** As a share of all calls, no more than the script's. */
  throttledLikeScript?: true;
}

const fleetLimits: readonly FleetLimits[] = [
  { bakes: 1000, arrivalSeconds: 600 },
  { bakes: 100, arrivalSeconds: 420, lag: { median: 3, p95: 10 } },
  { bakes: 100, arrivalSeconds: 0, lag: { median: 3, p95: 12 }, createMedian: 2, throttledLikeScript: true },
];

/** Of the fleets that were measured. */
function fleetTargets({ rows }: FleetResult): Target[] {
  return fleetLimits.flatMap((limits) => {
    const row = (tool: FleetRow['tool']) =>
      rows.find(
        (one) =>
          one.tool === tool && one.bakes === limits.bakes && one.arrivalSeconds === limits.arrivalSeconds,
      );
    const ours = row('bake-ami');
    return ours === undefined ? [] : targetsOf(limits, ours, row('script'));
  });
}

function targetsOf(limits: FleetLimits, ours: FleetRow, script: FleetRow | undefined): Target[] {
  const { bakes, succeeded, lagSeconds, createSeconds, throttledShare } = ours;
  const fleet = `${bakes} bakes ${arrivalText(limits.arrivalSeconds)}`;
  const { lag, createMedian, throttledLikeScript } = limits;
  return [
    {
      what: `${fleet}: bakes that fail`,
      limit: '0',
      measured: String(bakes - succeeded),
      met: succeeded === bakes,
    },
    ...(lag === undefined
      ? []
      : [
          inSeconds(`${fleet}: lag, median`, lag.median, lagSeconds.median),
          inSeconds(`${fleet}: lag, 95th percentile`, lag.p95, lagSeconds.p95),
        ]),
    ...(createMedian === undefined
      ? []
      : [inSeconds(`${fleet}: CreateImage after, median`, createMedian, createSeconds.median)]),
    ...(throttledLikeScript && script
      ? [
          {
            what: `${fleet}: throttled, of all calls, as the script`,
            limit: `${(script.throttledShare * 100).toFixed(1)} %`,
            measured: `${(throttledShare * 100).toFixed(1)} %`,
            met: throttledShare <= script.throttledShare,
          },
        ]
      : []),
  ];
}

function arrivalText(arrivalSeconds: number): string {
  return arrivalSeconds === 0 ? 'in the same second' : `in ${arrivalSeconds / 60} minutes`;
}

function inSeconds(what: string, limit: number, measured: number): Target {
  return { what, limit: seconds(limit), measured: seconds(measured), met: measured <= limit };
}

/** With latency the calls count that guard a bake, which the script does not make. */
function shareOfScript(comparison: Comparison): Target[] {
  const { setting } = comparison;
  const share = shareOfScriptIn(comparison);
  if (share === undefined) return [];
  const most = setting.latencySeconds > 0 ? mostShareWithLatency : mostShareOfScript;
  return [
    {
      what: `Overhead, of that of the script, image of ${setting.title}`,
      limit: percent(most),
      measured: percent(share),
      met: share <= most,
    },
  ];
}

/** The median overhead of the action divided by that of the script; undefined without one. */
export function shareOfScriptIn({ results }: Comparison): number | undefined {
  const overheads = [...results].map(([{ name }, successes]) => ({
    name,
    overhead: median(successes.map(({ overheadSeconds }) => overheadSeconds)),
  }));
  const ours = overheads.find(({ name }) => name === action.name)?.overhead;
  const script = overheads.find(({ name }) => name === scriptName)?.overhead;
  return ours === undefined || script === undefined ? undefined : ours / script;
}
