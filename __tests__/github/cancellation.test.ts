import { EventEmitter } from 'node:events';
import { expect, test } from '@jest/globals';
import { CancelledError } from '../../src/errors.ts';
import { watchForCancellation } from '../../src/github/cancellation.ts';

/** As much of the process as the watch looks at. */
function aProcess() {
  const runner = Object.assign(new EventEmitter(), {
    stdout: new EventEmitter(),
    stderr: new EventEmitter(),
  });
  return { runner, signal: watchForCancellation(runner as unknown as NodeJS.Process) };
}

test.each(['SIGINT', 'SIGTERM', 'SIGBREAK', 'SIGHUP'])('%s cancels', (name) => {
  const { runner, signal } = aProcess();
  expect(signal.aborted).toBe(false);
  runner.emit(name);
  expect(signal.reason).toBeInstanceOf(CancelledError);
  expect(signal.reason.message).toContain(name);
});

test.each(['stdout', 'stderr'] as const)('a closed %s cancels', (stream) => {
  const { runner, signal } = aProcess();
  runner[stream].emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
  expect(signal.reason.message).toContain('EPIPE');
});

test('the first sign is the reason', () => {
  const { runner, signal } = aProcess();
  runner.emit('SIGINT');
  runner.emit('SIGTERM');
  expect(signal.reason.message).toContain('SIGINT');
});
