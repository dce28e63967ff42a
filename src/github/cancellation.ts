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
import { CancelledError, SupersededError } from '../base/errors.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGBREAK', 'SIGHUP'] as const;

const markerPollMilliseconds = 500;

/**
 * For the main step. From now on the process does not end by the runner's signals; whoever holds the AbortSignal ends it.
 * @returns aborted with a CancelledError at the first sign
 */
export function cancellationOfMain(runner: NodeJS.Process): AbortSignal {
  const controller = watched(runner);
  watchForPostStep(runner.env, controller);
  return controller.signal;
}

/** For the post step: the same, and a main step that is still alive learns that it has begun. */
export function cancellationOfPost(runner: NodeJS.Process): AbortSignal {
  const marker = markerOf(runner.env);
  if (marker !== undefined) writeFileSync(marker, '');
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

function watchForPostStep(environment: NodeJS.ProcessEnv, controller: AbortController): void {
  const marker = markerOf(environment);
  if (marker === undefined) return;
  rmSync(marker, { force: true });
  const timer = setInterval(() => {
    if (!existsSync(marker)) return;
    clearInterval(timer);
    controller.abort(new SupersededError('The post step of this step has begun, so this one stops.'));
  }, markerPollMilliseconds);
  timer.unref();
}

/** Of this step in this job: the runner empties its RUNNER_TEMP before each job. */
function markerOf(environment: NodeJS.ProcessEnv): string | undefined {
  const { RUNNER_TEMP, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB, GITHUB_ACTION } = environment;
  if (!RUNNER_TEMP) return undefined;
  const step = JSON.stringify([GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB, GITHUB_ACTION]);
  return join(RUNNER_TEMP, `bake-ami-post-${createHash('sha256').update(step).digest('hex').slice(0, 16)}`);
}
