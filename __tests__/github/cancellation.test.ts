import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { CancelledError } from '../../src/base/errors.ts';
import { cancellationOfMain, cancellationOfPost } from '../../src/github/cancellation.ts';

/** As much of the process as the watch looks at. */
function aProcess(env: NodeJS.ProcessEnv = {}): EventEmitter & Record<'stdout' | 'stderr', EventEmitter> {
  return Object.assign(new EventEmitter(), { stdout: new EventEmitter(), stderr: new EventEmitter(), env });
}

function main(runner = aProcess()) {
  return { runner, ...cancellationOfMain(runner as unknown as NodeJS.Process) };
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

test('looking finds nothing as long as there is no sign', () => {
  const { runner, throwIfCancelled } = main();
  throwIfCancelled();
  runner.emit('SIGINT');
  expect(throwIfCancelled).toThrow(CancelledError);
});

describe('a main step that is still alive when the post step begins', () => {
  let env: NodeJS.ProcessEnv;
  beforeEach(() => {
    jest.useFakeTimers();
    const RUNNER_TEMP = mkdtempSync(join(tmpdir(), 'bake-ami-marker-'));
    env = { RUNNER_TEMP, GITHUB_RUN_ID: '1', GITHUB_JOB: 'bake', GITHUB_ACTION: 'ami' };
  });
  afterEach(() => {
    jest.useRealTimers();
    rmSync(env['RUNNER_TEMP'] ?? '', { recursive: true });
  });
  const post = () => cancellationOfPost(aProcess(env) as unknown as NodeJS.Process);

  test('learns it within a second, and no other step does', () => {
    const { signal } = main(aProcess(env));
    const other = main(aProcess({ ...env, GITHUB_ACTION: 'other' }));
    jest.advanceTimersByTime(5_000);
    expect(signal.aborted).toBe(false);

    const ofPost = post();
    jest.advanceTimersByTime(1_000);
    expect(signal.reason).toBeInstanceOf(CancelledError);
    expect(signal.reason.message).toContain('post step');
    expect(other.signal.aborted).toBe(false);
    expect(ofPost.aborted).toBe(false);
  });

  test('learns it at once when it looks, before and after each request that creates something', () => {
    const { signal, throwIfCancelled } = main(aProcess(env));
    throwIfCancelled();
    post();
    expect(signal.aborted).toBe(false);
    expect(throwIfCancelled).toThrow(CancelledError);
    expect(signal.aborted).toBe(true);
  });

  test('is not stopped by what an earlier run of the same step left', () => {
    post();
    const { throwIfCancelled } = main(aProcess(env));
    throwIfCancelled();
  });
});

test.each([
  ['is not set', () => undefined],
  ['does not exist', () => join(tmpdir(), 'bake-ami-that-does-not-exist', 'temp')],
])('where RUNNER_TEMP %s, the post step begins all the same', (_name, folder) => {
  const RUNNER_TEMP = folder();
  const env = { GITHUB_ACTION: 'ami', ...(RUNNER_TEMP === undefined ? {} : { RUNNER_TEMP }) };
  const { signal, throwIfCancelled } = main(aProcess(env));
  expect(cancellationOfPost(aProcess(env) as unknown as NodeJS.Process).aborted).toBe(false);
  throwIfCancelled();
  expect(signal.aborted).toBe(false);
});
