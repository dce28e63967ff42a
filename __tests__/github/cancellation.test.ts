import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { CancelledError, SupersededError } from '../../src/base/errors.ts';
import { cancellationOfMain, cancellationOfPost } from '../../src/github/cancellation.ts';

/** As much of the process as the watch looks at. */
function aProcess(env: NodeJS.ProcessEnv = {}): EventEmitter & Record<'stdout' | 'stderr', EventEmitter> {
  return Object.assign(new EventEmitter(), { stdout: new EventEmitter(), stderr: new EventEmitter(), env });
}

function main(runner = aProcess()) {
  return { runner, signal: cancellationOfMain(runner as unknown as NodeJS.Process) };
}

test.each(['SIGINT', 'SIGTERM', 'SIGBREAK', 'SIGHUP'])('%s cancels', (name) => {
  const { runner, signal } = main();
  expect(signal.aborted).toBe(false);
  runner.emit(name);
  expect(signal.reason).toBeInstanceOf(CancelledError);
  expect(signal.reason.message).toContain(name);
});

test.each(['stdout', 'stderr'] as const)('a closed %s cancels', (stream) => {
  const { runner, signal } = main();
  runner[stream].emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
  expect(signal.reason.message).toContain('EPIPE');
});

test('the first sign is the reason', () => {
  const { runner, signal } = main();
  runner.emit('SIGINT');
  runner.emit('SIGTERM');
  expect(signal.reason.message).toContain('SIGINT');
});

test('a main step that is still alive learns that the post step has begun', () => {
  jest.useFakeTimers();
  const RUNNER_TEMP = mkdtempSync(join(tmpdir(), 'bake-ami-marker-'));
  const env = { RUNNER_TEMP, GITHUB_RUN_ID: '1', GITHUB_JOB: 'bake', GITHUB_ACTION: 'ami' };
  const { signal } = main(aProcess(env));
  const other = main(aProcess({ ...env, GITHUB_ACTION: 'other' }));
  jest.advanceTimersByTime(5_000);
  expect(signal.aborted).toBe(false);

  const post = cancellationOfPost(aProcess(env) as unknown as NodeJS.Process);
  jest.advanceTimersByTime(1_000);
  expect(signal.reason).toBeInstanceOf(SupersededError);
  expect(other.signal.aborted).toBe(false);
  expect(post.aborted).toBe(false);
  jest.useRealTimers();
  rmSync(RUNNER_TEMP, { recursive: true });
});
