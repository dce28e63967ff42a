/**
 * Turns the runner's ways of stopping a step into one AbortSignal.
 *
 * A cancelled step, or one over its `timeout-minutes`, gets SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL; on
 * Windows CTRL_C (SIGINT) and CTRL_BREAK (SIGBREAK). In container jobs no signal comes through: there the closed
 * log pipe (EPIPE) is the only sign.
 */
import { CancelledError } from '../errors.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGBREAK', 'SIGHUP'] as const;

/**
 * From now on the process does not end by these signals; whoever holds the AbortSignal ends it.
 * @returns aborted with a CancelledError at the first sign
 */
export function watchForCancellation(runner: NodeJS.Process): AbortSignal {
  const controller = new AbortController();
  for (const name of signals) {
    runner.on(name, () => controller.abort(new CancelledError(`The step was cancelled (${name}).`)));
  }
  for (const stream of [runner.stdout, runner.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      controller.abort(new CancelledError(`The log was closed (${error.code ?? error.message}).`));
    });
  }
  return controller.signal;
}
