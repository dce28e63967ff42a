/** What surrounds `uses: ./` in e2e.yml, run as that workflow runs it; the runner is the stand-in of `scripts/runner.ts`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ActionStep, parseFileCommand, pushEnvironment } from '../../scripts/runner.ts';

const script = fileURLToPath(new URL('../../scripts/workflow-bake.ts', import.meta.url));
let folder: string;
let given: Record<string, string>;
let instanceId: string;
let baked: Record<string, string>;

async function run(command: string, environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [script, command], {
    env: { ...process.env, ...given, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(child, 'exit');
  const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await exit;
  return { code, out, error };
}

async function bake(step: string, inputs: Record<string, string> = {}) {
  const action = new ActionStep({
    inputs: { 'instance-id': instanceId, tags: 'Team=web', ...inputs },
    environment: pushEnvironment({ ...given, GITHUB_ACTION: step }),
  });
  const { code } = await action.main();
  await action.post();
  const outputs = action.outputs();
  action.dispose();
  return { code, outputs };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'workflow-bake-'));
  const [env, output] = [join(folder, 'env'), join(folder, 'output')];
  for (const file of [env, output]) writeFileSync(file, '');
  given = {};
  expect(await run('start', { RUNNER_TEMP: folder, GITHUB_ENV: env, GITHUB_OUTPUT: output })).toMatchObject({
    code: 0,
  });
  given = parseFileCommand(readFileSync(env, 'utf8'));
  instanceId = parseFileCommand(readFileSync(output, 'utf8'))['instance-id'] ?? '';
});

afterAll(async () => {
  expect(await run('stop')).toMatchObject({ code: 0 });
  await expect(fetch(given['AWS_ENDPOINT_URL'] ?? '')).rejects.toThrow();
  rmSync(folder, { recursive: true, maxRetries: 10 });
});

test('the image of a bake is found to be what the outputs say', async () => {
  const { code, outputs } = await bake('bake');
  expect(code).toBe(0);
  baked = outputs;
  const BAKED = JSON.stringify(baked);
  expect(await run('image', { BAKED })).toMatchObject({ code: 0, error: '' });
  expect(await run('outputs', { BAKED, AWS_ENDPOINT_URL: '' })).toMatchObject({ code: 0, error: '' });
});

test.each([
  ['image', { 'ami-id': 'ami-00000000000000000' }, 'is not the only one'],
  ['image', { 'ami-name': 'other' }, 'another name'],
  ['image', { 'snapshot-ids': '["snap-00000000000000000"]' }, 'other snapshots'],
  ['outputs', { 'ami-id': 'ami-1 && id' }, '`ami-id` is no image ID'],
  ['outputs', { 'snapshot-ids': '[]' }, '`snapshot-ids` holds no IDs'],
  ['outputs', { 'snapshot-ids': '' }, '`snapshot-ids` holds no IDs'],
  ['outputs', { 'root-snapshot-id': 'snap-0' }, '`root-snapshot-id`'],
  ['outputs', { created: 'false' }, '`created`'],
  ['outputs', { image: '' }, '`image` is of another image'],
])('%s: outputs with %j are found to be wrong', async (command, wrong, problem) => {
  const { code, error } = await run(command, { BAKED: JSON.stringify({ ...baked, ...wrong }) });
  expect(code).toBe(1);
  expect(error).toContain(problem);
});

test('a bake that fails is found to have left nothing', async () => {
  const { code, outputs } = await bake('fails', { 'timeout-minutes': '0.03' });
  expect(code).toBe(1);
  const environment = { BAKED: JSON.stringify(baked), FAILED: JSON.stringify(outputs), OUTCOME: 'failure' };
  expect(await run('failure', environment)).toMatchObject({ code: 0, error: '' });
});

test('what a failed bake leaves is found, and a bake that did not fail', async () => {
  const { outputs } = await bake('kept', { 'timeout-minutes': '0.03', 'on-failure': 'keep' });
  const left = {
    BAKED: JSON.stringify(baked),
    FAILED: JSON.stringify(outputs),
    OUTCOME: 'success',
    SETTLE_SECONDS: '0',
  };
  const { code, error } = await run('failure', left);
  expect(code).toBe(1);
  expect(error).toContain('It left something');
  expect(error).toContain('"success", not "failure"');
  const nothing = await run('failure', { ...left, FAILED: '{}' });
  expect(nothing.error).toContain('did not get as far as an image');
});
