/**
 * Turns the runner's ways of stopping a step into one AbortSignal.
 *
 * A cancelled step, or one over its `timeout-minutes`, gets SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL; on
 * Windows CTRL_C (SIGINT) and CTRL_BREAK (SIGBREAK). In container jobs no signal comes through, and the main step may
 * still be running while the post step cleans up: there a closed log pipe (EPIPE) is a sign, and a file that the post
 * step leaves for it.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CancelledError } from '../base/errors.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGBREAK', 'SIGHUP'] as const;

const markerPollMilliseconds = 500;

export interface Cancellation {
  /** Aborted with a CancelledError at the first sign. */
  signal: AbortSignal;
  /**
   * Looks at once whether the post step has begun: before and after each request that creates something.
   * @throws CancelledError
   */
  throwIfCancelled: () => void;
  /**
   * Says that the step has ended well, to a post step that begins from now on and has older state.
   * @throws CancelledError when the post step has begun: of the two, one sees the other
   */
  endWell: () => void;
}

/** For the main step. From now on the process does not end by the runner's signals; whoever holds the AbortSignal ends it. */
export function cancellationOfMain(runner: NodeJS.Process): Cancellation {
  const controller = watched(runner);
  const { look, leave } = watchForPostStep(runner.env, controller);
  const throwIfCancelled = () => {
    look();
    controller.signal.throwIfAborted();
  };
  return {
    signal: controller.signal,
    throwIfCancelled,
    endWell: () => {
      if (!leave()) throwIfCancelled();
    },
  };
}

/**
 * For the post step: the same, and a main step that is still alive learns that it has begun. Where the file for that cannot
 * be written, the clean-up goes on without.
 */
export function cancellationOfPost(runner: NodeJS.Process): AbortSignal {
  const marker = markerOf(runner.env);
  try {
    if (marker !== undefined) writeFileSync(marker, '', { flag: 'wx' });
  } catch {
    // RUNNER_TEMP is missing or cannot be written, or main was first.
  }
  return watched(runner).signal;
}

/** Whether the main step has said so, before this post step began. */
export function mainEndedWell(environment: NodeJS.ProcessEnv): boolean {
  const marker = markerOf(environment);
  try {
    return marker !== undefined && readFileSync(marker, 'utf8') === endedWell;
  } catch {
    return false;
  }
}

function watched(runner: NodeJS.Process): AbortController {
  const controller = new AbortController();
  for (const name of signals) {
    runner.on(name, () => controller.abort(new CancelledError(`The step was cancelled (${name}).`)));
  }
  for (const stream of [runner.stdout, runner.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      controller.abort(new CancelledError(`The log was closed (${error.code ?? error.message}).`));
    });
  }
  return controller;
}

/** What main writes in place of the post step. */
const endedWell = 'main has ended well';

/** @returns to look for the marker; and to leave it, which fails when it is there */
function watchForPostStep(
  environment: NodeJS.ProcessEnv,
  controller: AbortController,
): { look: () => void; leave: () => boolean } {
  const marker = markerOf(environment);
  if (marker === undefined) return { look: () => undefined, leave: () => true };
  let isLeft = false;
  rmSync(marker, { force: true });
  const look = () => {
    if (isLeft || !existsSync(marker)) return;
    clearInterval(timer);
    controller.abort(new CancelledError('The post step of this step has begun, so this one stops.'));
  };
  const timer = setInterval(look, markerPollMilliseconds);
  timer.unref();
  const leave = () => {
    try {
      writeFileSync(marker, endedWell, { flag: 'wx' });
      isLeft = true;
    } catch {
      // The post step was first, or RUNNER_TEMP cannot be written.
    }
    return isLeft;
  };
  return { look, leave };
}

/** Of this step in this job: the runner empties its RUNNER_TEMP before each job. */
function markerOf(environment: NodeJS.ProcessEnv): string | undefined {
  const { RUNNER_TEMP, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB, GITHUB_ACTION } = environment;
  if (!RUNNER_TEMP) return undefined;
  const step = JSON.stringify([GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB, GITHUB_ACTION]);
  return join(RUNNER_TEMP, `bake-ami-post-${createHash('sha256').update(step).digest('hex').slice(0, 16)}`);
}
