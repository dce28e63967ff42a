/** Bakes that go well, by all contestants, for images that take no time, half a minute, and a minute and a half. */
import { systemClock } from '../src/base/clock.ts';
import type { Contestant } from './contestant.ts';
import { type Success, success } from './success.ts';
import { rounds, sideBySide } from './timetable.ts';

export interface Setting {
  title: string;
  imageSeconds: number;
  /** How late each answer is. */
  latencySeconds: number;
}

export interface Comparison {
  setting: Setting;
  results: ReadonlyMap<Contestant, readonly Success[]>;
}

/** The interval of the AWS CLI's and boto3's waiter, image_available. */
const waiterSeconds = 15;
/** One start-up at a time: the slowest takes about so long. */
const gapSeconds = 6;

const atOnce: Setting = { title: '0 s', imageSeconds: 0, latencySeconds: 0 };
const withLatency: Setting = { title: '0 s, 100 ms a call', imageSeconds: 0, latencySeconds: 0.1 };
const halfMinute: Setting = { title: '30 s', imageSeconds: 30, latencySeconds: 0 };
const minuteAndHalf: Setting = { title: '95 s', imageSeconds: 95, latencySeconds: 0 };

/** @param count how often each contestant bakes in each setting */
export async function compare(
  contestants: readonly Contestant[],
  count: number,
  { quick }: { quick: boolean },
): Promise<Comparison[]> {
  // What is read for the first time comes from the disk, and Python compiles it: not what is compared here.
  for (const contestant of contestants) await success(contestant, 0);
  const short = [atOnce, withLatency];
  const long = quick ? [halfMinute] : [halfMinute, minuteAndHalf];
  return [...(await oneByOne(contestants, short, count)), ...(await overlapping(contestants, long, count))];
}

/** Nothing else runs meanwhile: here it is start-up that counts. */
async function oneByOne(
  contestants: readonly Contestant[],
  settings: readonly Setting[],
  count: number,
): Promise<Comparison[]> {
  const bouts = rounds(contestants, count).flatMap((turn) =>
    settings.map((setting) => ({ ...turn, setting })),
  );
  const done: Done[] = [];
  for (const { contestant, setting } of bouts) {
    const { imageSeconds, latencySeconds } = setting;
    done.push({ contestant, setting, result: await success(contestant, imageSeconds, latencySeconds) });
  }
  return sorted(done, settings, contestants);
}

async function overlapping(
  contestants: readonly Contestant[],
  settings: readonly Setting[],
  count: number,
): Promise<Comparison[]> {
  // The longest first, so that the shorter ones run in their shadow.
  const bouts = settings
    .toReversed()
    .flatMap((setting) => rounds(contestants, count).map((turn) => ({ ...turn, setting })));
  const tasks = bouts.map(({ contestant, setting, round }) => async (): Promise<Done> => {
    const imageSeconds = setting.imageSeconds + phase(round, count);
    return { contestant, setting, result: await success(contestant, imageSeconds, setting.latencySeconds) };
  });
  return sorted(await sideBySide(tasks, gapSeconds, systemClock.sleep), settings, contestants);
}

/**
 * A bake that looks every fifteen seconds is lucky or unlucky, as the image's time has it. So the times are spread evenly
 * over these fifteen seconds, the same for all contestants.
 * @returns seconds that the image takes longer in this round
 */
export function phase(round: number, count: number): number {
  return (round * waiterSeconds) / count;
}

interface Done {
  contestant: Contestant;
  setting: Setting;
  result: Success;
}

function sorted(
  done: readonly Done[],
  settings: readonly Setting[],
  contestants: readonly Contestant[],
): Comparison[] {
  return settings.map((setting) => ({
    setting,
    results: new Map(
      contestants.map((contestant) => [
        contestant,
        done
          .filter((one) => one.setting === setting && one.contestant === contestant)
          .map(({ result }) => result),
      ]),
    ),
  }));
}
