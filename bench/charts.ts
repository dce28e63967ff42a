/** The pictures of the document, by file name. */
import { chart } from './chart.ts';
import { action } from './contestant-action.ts';
import { arrivals, type FleetResult, type FleetRow, type FleetTool } from './fleet.ts';
import type { Results } from './results.ts';
import { median } from './statistics.ts';
import type { Success } from './success.ts';

export const overheadChart = 'benchmarks-overhead.svg';
export const processorChart = 'benchmarks-processor.svg';
export const doomedChart = 'benchmarks-doomed.svg';
export const fleetChart = 'benchmarks-fleet.svg';

export function charts(results: Results): Record<string, string> {
  return {
    [overheadChart]: comparisonChart(results, {
      title: 'Time beyond the image’s own',
      description: 'How long a bake takes beyond the time that EC2 takes for the image: median, in seconds.',
      valueLabel: 'seconds, median',
      select: ({ overheadSeconds }) => overheadSeconds,
    }),
    [processorChart]: comparisonChart(results, {
      title: 'Processor time of a bake',
      description: 'User and system time of a bake, all of its processes together: median, in seconds.',
      valueLabel: 'seconds, median',
      select: ({ cpuSeconds }) => cpuSeconds,
    }),
    [doomedChart]: chartOfDoomed(results),
    [fleetChart]: chartOfFleet(results.fleet),
  };
}

interface Choice {
  title: string;
  description: string;
  valueLabel: string;
  select: (success: Success) => number;
}

function comparisonChart({ comparisons, contestants }: Results, { select, ...text }: Choice): string {
  return chart({
    ...text,
    categories: comparisons.map(({ setting }) => setting.title),
    categoryLabel: 'time that EC2 takes for the image',
    series: contestants.map((contestant) => ({
      name: contestant.name,
      // A clock that is a hair early must not make a negative bar.
      values: comparisons.map(({ results }) =>
        Math.max(0, median((results.get(contestant) ?? []).map(select))),
      ),
    })),
    format: short,
  });
}

function chartOfDoomed({ doomed, contestants }: Results): string {
  return chart({
    title: 'A bake that cannot go well: how long until that is known',
    description: `Time from the start of the step to its failure, by case, in seconds; ${action.name} refuses most of them before an image is made.`,
    categories: doomed.map(({ doomedCase }) => doomedCase.short),
    categoryLabel: 'what is wrong',
    valueLabel: 'seconds',
    series: contestants.map((contestant) => ({
      name: contestant.name,
      values: doomed.map(({ results }) => results.get(contestant)?.knownAfterSeconds),
    })),
    format: short,
  });
}

/** Those that the target is about: begun over the time that an image takes. */
function chartOfFleet({ rows }: FleetResult): string {
  const begun = rows.filter(({ arrivalSeconds }) => arrivalSeconds === arrivals[0]);
  const sizes = [...new Set(begun.map(({ bakes }) => bakes))];
  const valuesOf = (tool: FleetTool, select: (row: FleetRow) => number) =>
    sizes.map((size) => {
      const value = begun.filter((row) => row.tool === tool && row.bakes === size).map(select)[0];
      return Number.isFinite(value) ? value : undefined;
    });
  return chart({
    title: 'Many bakes at once: from “available” to the end',
    description:
      'Lag at the median and at the 95th percentile by the number of bakes in one account and Region, in seconds, of those that succeed.',
    categories: sizes.map((size) => size.toLocaleString('en-US')),
    categoryLabel: 'bakes at once',
    valueLabel: 'seconds',
    series: [
      { name: 'bake-ami, median', values: valuesOf('bake-ami', ({ lagSeconds }) => lagSeconds.median) },
      { name: 'script, median', values: valuesOf('script', ({ lagSeconds }) => lagSeconds.median) },
      { name: 'bake-ami, 95th percentile', values: valuesOf('bake-ami', ({ lagSeconds }) => lagSeconds.p95) },
      { name: 'script, 95th percentile', values: valuesOf('script', ({ lagSeconds }) => lagSeconds.p95) },
    ],
    format: short,
  });
}

function short(value: number): string {
  return value === 0 ? '0' : value.toFixed(value < 1 ? 2 : 1);
}
