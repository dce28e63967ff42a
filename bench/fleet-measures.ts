/** What is measured of a fleet. */
import type { FleetPlan, Member, Stage } from './fleet-plan.ts';
import { quantile } from './statistics.ts';

/** How one member of a fleet ended. */
export interface Ending {
  imageId: string | undefined;
  /** The error's message; undefined when all went well. */
  failure: string | undefined;
}

export interface FleetMeasures {
  bakes: number;
  arrivalSeconds: number;
  succeeded: number;
  calls: number;
  throttled: number;
  /** Throttled calls of all calls, 0 to 1. */
  throttledShare: number;
  /** The same for each action that was throttled at all. */
  throttledBy: Readonly<Record<string, { calls: number; throttled: number }>>;
  /** From the moment when the image is available to the end of the bake, of those that succeeded. */
  lagSeconds: { median: number; p95: number; longest: number };
  /** From the beginning of the bake to EC2's acceptance of CreateImage. */
  createSeconds: { median: number; p95: number };
  /** Most images in the making at one moment. */
  mostAtOnce: number;
  /** What failures said, with how many said so; IDs taken out. */
  failures: Readonly<Record<string, number>>;
}

export type FleetTool = 'bake-ami' | 'script';

export interface FleetRow extends FleetMeasures {
  tool: FleetTool;
}

export interface FleetResult {
  rows: readonly FleetRow[];
}

/** Runs all members to their end. */
export async function measure(
  stage: Stage,
  { arrivalSeconds }: FleetPlan,
  one: (stage: Stage, member: Member) => Promise<Ending>,
): Promise<FleetMeasures> {
  const { clock, simulator, members } = stage;
  const start = clock.now();
  const runs = await clock.run(
    Promise.all(
      members.map(async (member) => {
        await clock.sleep(member.beginsAfter * 1000);
        const ending = await one(stage, member);
        return { ...ending, beganAt: start + member.beginsAfter * 1000, endedAt: clock.now() };
      }),
    ),
  );
  const { images } = simulator.world();
  const good = runs.filter(({ failure }) => failure === undefined);
  const seconds = (of: typeof runs, read: (run: (typeof runs)[number]) => number) =>
    of.map((run) => read(run) / 1000).filter((value) => Number.isFinite(value));
  const lags = seconds(
    good,
    (run) => run.endedAt - (images.get(run.imageId ?? '')?.availableAt ?? Number.NaN),
  );
  const creates = seconds(
    runs,
    (run) => (images.get(run.imageId ?? '')?.createdAt ?? Number.NaN) - run.beganAt,
  );
  const calls = simulator.calls.all;
  const throttled = calls.filter(({ outcome }) => outcome.code === 'RequestLimitExceeded').length;
  return {
    bakes: members.length,
    arrivalSeconds,
    succeeded: good.length,
    calls: calls.length,
    throttled,
    throttledShare: throttled / calls.length,
    throttledBy: throttledBy(stage),
    lagSeconds: { median: quantile(lags, 0.5), p95: quantile(lags, 0.95), longest: Math.max(...lags) },
    createSeconds: { median: quantile(creates, 0.5), p95: quantile(creates, 0.95) },
    mostAtOnce: mostAtOnce([...images.values()]),
    failures: tally(runs.flatMap(({ failure }) => (failure === undefined ? [] : [withoutIds(failure)]))),
  };
}

function throttledBy({ simulator }: Stage): FleetMeasures['throttledBy'] {
  const result: Record<string, { calls: number; throttled: number }> = {};
  for (const { action, outcome } of simulator.calls.all) {
    const { calls, throttled } = result[action] ?? { calls: 0, throttled: 0 };
    const isThrottled = outcome.code === 'RequestLimitExceeded';
    result[action] = { calls: calls + 1, throttled: throttled + (isThrottled ? 1 : 0) };
  }
  return Object.fromEntries(Object.entries(result).filter(([, { throttled }]) => throttled > 0));
}

function mostAtOnce(images: readonly { createdAt: number; availableAt: number }[]): number {
  const changes = images
    .flatMap(({ createdAt, availableAt }) => [
      { at: createdAt, by: 1 },
      { at: availableAt, by: -1 },
    ])
    .sort((a, b) => a.at - b.at);
  let now = 0;
  return changes.reduce((most, { by }) => {
    now += by;
    return Math.max(most, now);
  }, 0);
}

function tally(texts: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const text of texts) counts[text] = (counts[text] ?? 0) + 1;
  return counts;
}

function withoutIds(text: string): string {
  return text
    .replace(/\b(ami|i|vol|snap)-[0-9a-f]+\b/g, '$1-…')
    .replace(/\(request [^)]*\)/g, '')
    .slice(0, 120);
}
