/** What the action has set itself, and whether this run found it so. */

import type { Comparison } from './comparison.ts';
import { action } from './contestant-action.ts';
import { scriptName } from './contestant-command.ts';
import { arrivals } from './fleet.ts';
import type { FleetResult } from './fleet-measures.ts';
import { megabytes, milliseconds, percent, seconds } from './format.ts';
import type { Results } from './results.ts';
import { median } from './statistics.ts';

export interface Target {
  what: string;
  limit: string;
  measured: string;
  met: boolean;
}

const mostFirstCallSeconds = 0.35;
const mostBytes = 200e6;
const mostLagSeconds = 2.5;
const mostShareOfScript = 0.1;
const mostThrottledShare = 0.01;

export function targets({ startUp, comparisons, lags, fleet }: Results): Target[] {
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
    ...fleetTargets(fleet),
  ];
}

/** Of the largest fleet that begins over the time that an image takes. */
function fleetTargets({ rows }: FleetResult): Target[] {
  const ours = rows.filter(
    ({ tool, arrivalSeconds }) => tool === 'bake-ami' && arrivalSeconds === arrivals[0],
  );
  const largest = ours.toSorted((a, b) => b.bakes - a.bakes)[0];
  if (largest === undefined) return [];
  const { bakes, succeeded, throttledShare } = largest;
  return [
    {
      what: `A fleet of ${bakes}: bakes that fail`,
      limit: '0',
      measured: String(bakes - succeeded),
      met: succeeded === bakes,
    },
    {
      what: `A fleet of ${bakes}: throttled, of all calls`,
      limit: percent(mostThrottledShare),
      measured: `${(throttledShare * 100).toFixed(2)} %`,
      met: throttledShare < mostThrottledShare,
    },
  ];
}

/** Without latency only: with it, the calls that guard a bake count, which the script does not make. */
function shareOfScript(comparison: Comparison): Target[] {
  const { setting } = comparison;
  const share = shareOfScriptIn(comparison);
  if (share === undefined || setting.latencySeconds > 0) return [];
  return [
    {
      what: `Overhead, of that of the script, image of ${setting.title}`,
      limit: percent(mostShareOfScript),
      measured: percent(share),
      met: share <= mostShareOfScript,
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
