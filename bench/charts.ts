/** The pictures of the document, by file name. */
import { chart } from './chart.ts';
import { action } from './contestant-action.ts';
import type { FleetResult, FleetTool } from './fleet-measures.ts';
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
    markLabel: 'hatched: an image and its snapshots are left behind',
    series: contestants.map((contestant) => ({
      name: contestant.name,
      values: doomed.map(({ results }) => results.get(contestant)?.knownAfterSeconds),
      marks: doomed.map(({ results }) => (results.get(contestant)?.left.images ?? 0) > 0),
    })),
    format: short,
  });
}

/** Of the larger fleets, by how many bakes begin within which time. */
function chartOfFleet({ rows }: FleetResult): string {
  const large = rows.filter(({ tool, bakes }) => tool === 'bake-ami' && bakes >= 100);
  const succeededOf = (tool: FleetTool) =>
    large.map(({ bakes, arrivalSeconds }) => {
      const row = rows.find(
        (one) => one.tool === tool && one.bakes === bakes && one.arrivalSeconds === arrivalSeconds,
      );
      return row && (100 * row.succeeded) / bakes;
    });
  return chart({
    title: 'Many bakes at once in one account: how many succeed',
    description:
      'The share of bakes that succeed behind EC2’s documented token buckets, in per cent, by how many begin within which time.',
    categories: large.map(
      ({ bakes, arrivalSeconds }) => `${bakes.toLocaleString('en-US')} in ${within(arrivalSeconds)}`,
    ),
    categoryLabel: 'bakes that begin',
    valueLabel: '%',
    series: [
      { name: 'bake-ami', values: succeededOf('bake-ami') },
      { name: 'script', values: succeededOf('script') },
    ],
    format: short,
  });
}

function within(arrivalSeconds: number): string {
  return arrivalSeconds === 0 ? 'a second' : `${arrivalSeconds / 60} min`;
}

function short(value: number): string {
  return value === 0 ? '0' : value.toFixed(value < 1 ? 2 : 1);
}
