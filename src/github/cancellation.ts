/**
 * Turns the runner's ways of stopping a step into one AbortSignal.
 *
 * A cancelled step, or one over its `timeout-minutes`, gets SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL; on
 * Windows CTRL_C (SIGINT) and CTRL_BREAK (SIGBREAK). In container jobs no signal comes through, and the main step may
 * still be running while the post step cleans up: there a closed log pipe (EPIPE) is a sign, and a file that the post
 * step leaves for it.
 */
import { createHash } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
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
}

/** For the main step. From now on the process does not end by the runner's signals; whoever holds the AbortSignal ends it. */
export function cancellationOfMain(runner: NodeJS.Process): Cancellation {
  const controller = watched(runner);
  const look = watchForPostStep(runner.env, controller);
  const throwIfCancelled = () => {
    look();
    controller.signal.throwIfAborted();
  };
  return { signal: controller.signal, throwIfCancelled };
}

/**
 * For the post step: the same, and a main step that is still alive learns that it has begun. Where the file for that cannot
 * be written, the clean-up goes on without.
 */
export function cancellationOfPost(runner: NodeJS.Process): AbortSignal {
  const marker = markerOf(runner.env);
  try {
    if (marker !== undefined) writeFileSync(marker, '');
  } catch {
    // RUNNER_TEMP is missing or cannot be written.
  }
  return watched(runner).signal;
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

/** @returns to look at once */
function watchForPostStep(environment: NodeJS.ProcessEnv, controller: AbortController): () => void {
  const marker = markerOf(environment);
  if (marker === undefined) return () => undefined;
  rmSync(marker, { force: true });
  const look = () => {
    if (!existsSync(marker)) return;
    clearInterval(timer);
    controller.abort(new CancelledError('The post step of this step has begun, so this one stops.'));
  };
  const timer = setInterval(look, markerPollMilliseconds);
  timer.unref();
  return look;
}

/** Of this step in this job: the runner empties its RUNNER_TEMP before each job. */
function markerOf(environment: NodeJS.ProcessEnv): string | undefined {
  const { RUNNER_TEMP, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB, GITHUB_ACTION } = environment;
  if (!RUNNER_TEMP) return undefined;
  const step = JSON.stringify([GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB, GITHUB_ACTION]);
  return join(RUNNER_TEMP, `bake-ami-post-${createHash('sha256').update(step).digest('hex').slice(0, 16)}`);
}
