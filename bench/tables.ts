/** The tables of the document, from what was measured. */
import { duration } from '../src/base/units.ts';
import type { Contestant } from './contestant.ts';
import { scriptName } from './contestant-command.ts';
import { count, megabytes, percent, seconds } from './format.ts';
import type { Results } from './results.ts';
import { median, quantile, range } from './statistics.ts';
import type { Success } from './success.ts';
import { table } from './table.ts';
import type { Target } from './target.ts';
import { shareOfScriptIn } from './targets.ts';
import { burstImageSeconds, burstMoments } from './throttling.ts';

/** Median and range, and what share of the script's the action's is. */
export function overheadTable({ comparisons, contestants }: Results): string {
  const hasScript = contestants.some(({ name }) => name === scriptName);
  return table(
    ['The image takes', ...names(contestants), ...(hasScript ? ['of the script’s'] : [])],
    comparisons.map((comparison) => [
      comparison.setting.title,
      ...contestants.map((contestant) =>
        spread((comparison.results.get(contestant) ?? []).map(({ overheadSeconds }) => overheadSeconds)),
      ),
      ...(hasScript ? [percent(shareOfScriptIn(comparison) ?? Number.NaN)] : []),
    ]),
  );
}

/** From the image's being available to the end, where there was something to wait for. */
export function lagBesideTable(results: Results): string {
  const waited = results.comparisons.filter(({ setting }) => setting.imageSeconds > 0);
  return metric({ ...results, comparisons: waited }, ({ lagSeconds }) => lagSeconds, spread);
}

export function callsTable(results: Results): string {
  return metric(
    results,
    ({ calls }) => calls,
    (values) => String(median(values)),
  );
}

export function processorTable(results: Results): string {
  return metric(
    results,
    ({ cpuSeconds }) => cpuSeconds,
    (values) => seconds(median(values)),
  );
}

export function memoryTable(results: Results): string {
  return metric(
    results,
    ({ peakBytes }) => peakBytes,
    (values) => megabytes(Math.max(...values)),
  );
}

function metric(
  { comparisons, contestants }: Pick<Results, 'comparisons' | 'contestants'>,
  select: (success: Success) => number,
  format: (values: readonly number[]) => string,
): string {
  return table(
    ['The image takes', ...names(contestants)],
    comparisons.map(({ setting, results }) => [
      setting.title,
      ...contestants.map((contestant) => format((results.get(contestant) ?? []).map(select))),
    ]),
  );
}

export function doomedTable({ doomed, contestants }: Results): string {
  return table(
    ['What is wrong', ...names(contestants)],
    doomed.map(({ doomedCase, results }) => [
      doomedCase.title,
      ...contestants.map((contestant) => {
        const result = results.get(contestant);
        return result === undefined ? '–' : `${seconds(result.knownAfterSeconds)}; ${leftText(result.left)}`;
      }),
    ]),
  );
}

function leftText({ images, snapshots }: { images: number; snapshots: number }): string {
  if (images === 0 && snapshots === 0) return 'nothing left';
  return `${count(images, 'image')} and ${count(snapshots, 'snapshot')} left`;
}

export function startUpTable({ startUp: { bareNodeSeconds, bakes } }: Results): string {
  const bareNode = median(bareNodeSeconds);
  const firstCall = median(bakes.map(({ firstCallSeconds }) => firstCallSeconds));
  const whole = median(bakes.map(({ overheadSeconds }) => overheadSeconds));
  const row = (what: string, value: number) => [what, seconds(value), `${(value / bareNode).toFixed(1)} ×`];
  return table(
    ['From the start of the process', 'median', 'beside bare Node'],
    [
      row('bare Node: to the end', bareNode),
      row('bake-ami: to its first call', firstCall),
      row('bake-ami: to the end, image of 0 s', whole),
    ],
  );
}

export function lagTable({ lags }: Results): string {
  return table(
    ['The image takes', 'median', '95th percentile', 'calls, median'],
    lags.map((lag) => [
      `${lag.imageMinutes} min`,
      seconds(median(lag.seconds)),
      seconds(quantile(lag.seconds, 0.95)),
      String(quantile(lag.calls, 0.5)),
    ]),
  );
}

/** A row for each image, a column for each moment of the burst. */
export function throttlingTable({ noticings }: Results): string {
  return table(
    ['The image takes', ...Object.keys(burstMoments)],
    burstImageSeconds.map((imageSeconds) => [
      duration(imageSeconds * 1000),
      ...Object.values(burstMoments).map((from) => {
        const one = noticings.find(
          (noticing) => noticing.imageSeconds === imageSeconds && noticing.burst.from === from,
        );
        return one === undefined ? '–' : seconds(Math.max(0, one.lateSeconds));
      }),
    ]),
  );
}

export function targetTable(all: readonly Target[]): string {
  return table(
    ['Target', 'at most', 'measured', 'met'],
    all.map(({ what, limit, measured, met }) => [what, limit, measured, met ? 'yes' : '**no**']),
  );
}

function names(contestants: readonly Contestant[]): string[] {
  return contestants.map(({ name }) => name);
}

function spread(values: readonly number[]): string {
  const [lowest, highest] = range(values).map((value) => seconds(value).replace(' s', ''));
  return `${seconds(median(values))} (${lowest}–${highest})`;
}
