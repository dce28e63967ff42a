/** Follows a launched instance, its status checks first, then the command, until there is a verdict. */
import { phase } from '../run/run.ts';
import { followCommand, startsWithAgent } from './command.ts';
import type { Launch, TrialRun } from './record.ts';
import { factsOf, firstSight, lookAtInstance, type Sight } from './sight.ts';
import { checksPassed, judge, nextTurn, type Verdict } from './verdict.ts';

export async function watch(run: TrialRun, launch: Launch): Promise<Verdict> {
  const sight = firstSight(run, launch);
  const isRunning = () => sight.state === 'running';
  const look = () => lookAtInstance(run, sight);
  const pause = () => untilNextLook(run, sight);
  return (
    (await phase(run, 'Start', () => follow(run, sight, { look, pause, until: isRunning }))) ??
    (await phase(run, 'Status checks', () =>
      follow(run, sight, { look, pause, until: () => checksPassed(sight) }),
    )) ??
    (await phase(run, 'Command', async () => {
      if (sight.command === undefined) return undefined;
      startsWithAgent(run, sight);
      let isFirst = true;
      return follow(run, sight, {
        look: () => followCommand(run, sight),
        pause: async () => {
          await untilNextCommandLook(run, sight, isFirst);
          isFirst = false;
        },
        until: () => false,
      });
    })) ?? { judgement: 'not-judged', reason: 'The test ended without a verdict' }
  );
}

interface Follow {
  look: () => Promise<void>;
  pause: () => Promise<void>;
  /** When to go on with the next part, although there is no verdict yet. */
  until: () => boolean;
}

/** What the part before has seen may do for this one. */
async function follow(
  run: TrialRun,
  sight: Sight,
  { look, pause, until }: Follow,
): Promise<Verdict | undefined> {
  while (!until()) {
    await pause();
    await look();
    // What the post step has ended is no verdict: a process that was frozen learns late that it has begun.
    run.throwIfCancelled();
    const verdict = judge(factsOf(run, sight));
    if (verdict !== undefined) return verdict;
  }
  return undefined;
}

/** In seconds after the request. No instance passes its checks in less than half a minute or so. */
const firstLooks = [2, 6, 15, 30, 45, 60];

/** A look in seven seconds keeps the lag at some four seconds, and a boot of two minutes below 25 calls. */
const everySeconds = 7;

async function untilNextLook(run: TrialRun, sight: Sight): Promise<void> {
  const { clock, signal } = run;
  const { requestedAt } = sight.launch;
  const now = clock.now();
  const age = (now - requestedAt) / 1000;
  const next = firstLooks.find((seconds) => seconds > age + 0.5);
  const at = next === undefined ? now + everySeconds * 1000 : requestedAt + next * 1000;
  await clock.sleep(Math.max(1, Math.min(at, nextTurn(factsOf(run, sight))) - now), signal);
}

const commandPauseSeconds = 4;

/** The agent is asked for at once, for most have reported by then. */
async function untilNextCommandLook(run: TrialRun, sight: Sight, isFirst: boolean): Promise<void> {
  const { clock, signal } = run;
  if (isFirst) return;
  const now = clock.now();
  const at = now + commandPauseSeconds * 1000;
  await clock.sleep(Math.max(1, Math.min(at, nextTurn(factsOf(run, sight))) - now), signal);
}
