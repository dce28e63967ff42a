/** The built action `test`, run as the runner runs it, against the simulator over HTTP. */
import { existsSync, readFileSync } from 'node:fs';
import { afterEach, expect, test } from '@jest/globals';
import type { ActionStep } from '../../scripts/runner.ts';
import { faults } from '../../simulator/faults.ts';
import { instanceState } from '../../simulator/model/instance.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { isMeant } from '../builders/rig.ts';
import { Stage, until } from '../builders/stage.ts';

/** An instance that boots in no time, for these tests run in real time. */
const quick: SimulatorOptions = {
  statusSeconds: 0,
  instance: { pendingSeconds: 1, checks: { system: 0, instance: 0, ebs: 0 }, agentSeconds: 0 },
};

const hostileConsole = [
  'Kernel panic - not syncing: VFS',
  '::error::from the console',
  '##[error]from the console',
  '\u001b[31m<script>alert(1)</script> | @octocat ```',
].join('\r\n');

let stage: Stage;
afterEach(() => stage.close());

async function open(options: SimulatorOptions = quick): Promise<string> {
  stage = await Stage.open(options);
  return stage.simulator.seedImage({ devices: sixDevices }).id;
}

const sixDevices = ['/dev/xvda', '/dev/sdf', '/dev/sdg', '/dev/sdh', '/dev/sdi', '/dev/sdj'].map(
  (device) => ({
    device,
    deleteOnTermination: device === '/dev/xvda',
  }),
);

function step(
  imageId: string,
  inputs: Readonly<Record<string, string>> = {},
  environment: Readonly<Record<string, string>> = {},
): ActionStep {
  return stage.step({ 'ami-id': imageId, ...inputs }, environment, { action: 'test' });
}

/** Of the tests: not terminated, and not about to be. */
function alive(): string[] {
  return [...stage.simulator.world().instances.values()]
    .filter((instance) => instance.id !== stage.instanceId)
    .filter((instance) => !['shutting-down', 'terminated'].includes(instanceState(instance, Date.now())))
    .map(({ id }) => id);
}

function testedTag(imageId: string): string | undefined {
  return stage.simulator.world().images.get(imageId)?.tags.current.get('bake-ami:tested');
}

test('an image passes: outputs, summary, tag, and nothing left', async () => {
  const imageId = await open({ ...quick, command: { stdout: '::warning::fine' } });
  const main = step(imageId, { run: 'true', 'instance-profile': 'web' });
  const { code, log } = await main.main();
  expect({ code, log: code === 0 ? '' : log }).toEqual({ code: 0, log: '' });
  expect(log).not.toMatch(/^::warning::fine/m);
  const outputs = main.outputs();
  expect(outputs).toMatchObject({ passed: 'true', 'console-log': '' });
  expect(JSON.parse(outputs['test'] ?? '')).toMatchObject({
    image: imageId,
    verdict: 'passed',
    exitCode: 0,
    type: 't3.micro',
  });
  expect(main.summary()).toMatch(/^## ✅ Test passed/);
  expect(testedTag(imageId)).toMatch(/^passed \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  expect(alive()).toEqual([]);
  const post = await main.post();
  expect(post).toMatchObject({ code: 0, log: expect.stringContaining('Nothing to clean up') });
});

test('an image fails: the console does no harm, and is kept in a file', async () => {
  const imageId = await open({
    ...quick,
    instance: {
      pendingSeconds: 0,
      end: { afterSeconds: 1, state: 'stopped' },
      console: { text: hostileConsole, postedAfterSeconds: 0 },
    },
  });
  const main = step(imageId);
  const { code, log } = await main.main();
  expect(code).toBe(1);
  expect(log).toContain('Kernel panic');
  expect(log).not.toMatch(/^\s*::error::from the console/m);
  expect(log).not.toContain('##[error]from');
  expect(log).not.toContain('\u001b');
  const outputs = main.outputs();
  expect(outputs).toMatchObject({ passed: 'false' });
  expect(existsSync(outputs['console-log'] ?? '')).toBe(true);
  expect(readFileSync(outputs['console-log'] ?? '', 'utf8')).toBe(hostileConsole);
  expect(main.summary()).toMatch(/^## ❌ Test failed/);
  expect(main.summary()).toContain('Kernel panic');
  expect(main.summary()).toContain('````\n');
  expect(testedTag(imageId)).toMatch(/^failed /);
  expect(alive()).toEqual([]);
});

test('killed while it boots, the post step ends the instance', async () => {
  const imageId = await open({});
  const main = step(imageId);
  const running = main.main();
  await until(() => main.outputs()['instance-id'] !== undefined);
  main.kill('SIGKILL');
  await running;
  expect(alive()).toHaveLength(1);
  expect(await main.post()).toMatchObject({
    code: 0,
    log: expect.stringContaining('nothing of this test is left'),
  });
  expect(alive()).toEqual([]);
});

test('cancelled while it boots, main ends the instance itself', async () => {
  const imageId = await open({});
  const main = step(imageId);
  const running = main.main();
  await until(() => main.outputs()['instance-id'] !== undefined);
  main.kill('SIGINT');
  const { code, milliseconds } = await running;
  expect(code).toBe(1);
  expect(milliseconds).toBeLessThan(9000);
  expect(alive()).toEqual([]);
  expect(main.outputs()).toMatchObject({ passed: '' });
});

test('killed while RunInstances is answered, the post step finds what was launched', async () => {
  const imageId = await open({ consistency: { instanceSeconds: 4 } });
  stage.simulator.faults.add({ action: 'RunInstances', when: isMeant, fault: faults.stall({ after: true }) });
  const main = step(imageId);
  const running = main.main();
  await until(() => alive().length > 0);
  main.kill('SIGKILL');
  await running;
  expect(main.outputs()['instance-id']).toBeUndefined();
  await main.post();
  expect(alive()).toEqual([]);
});

test('a later attempt ends what a killed one left', async () => {
  const imageId = await open({});
  const first = step(imageId);
  const running = first.main();
  await until(() => first.outputs()['instance-id'] !== undefined);
  first.kill('SIGKILL');
  await running;
  Object.assign(stage.simulator.settings, { statusSeconds: 0 });
  stage.simulator.planNextInstance({ pendingSeconds: 0, checks: { system: 0, instance: 0, ebs: 0 } });
  const second = await step(imageId, {}, { GITHUB_RUN_ATTEMPT: '2' }).main();
  expect(second.code).toBe(0);
  expect(alive()).toEqual([]);
});

test('the post step may run while main does', async () => {
  const imageId = await open({});
  const both = step(imageId);
  const running = both.main();
  await until(() => both.outputs()['instance-id'] !== undefined);
  await both.post();
  expect((await running).code).toBe(1);
  expect(alive()).toEqual([]);
});

test('a main step that stood still while the post step ran ends by itself', async () => {
  const imageId = await open({});
  const both = step(imageId);
  const running = both.main();
  await until(() => both.state()['test'] !== undefined);
  both.kill('SIGSTOP');
  await both.post();
  both.kill('SIGCONT');
  expect((await running).code).toBe(1);
  expect(alive()).toEqual([]);
});

test('all problems of the inputs are shown at once, before any call', async () => {
  const imageId = await open();
  const { code, log } = await step(imageId, {
    'ami-id': 'i-0',
    'subnet-ids': 'x',
    'timeout-minutes': '-1',
  }).main();
  expect(code).toBe(1);
  expect(log).toMatch(/ami-id.*subnet-ids.*timeout-minutes/s);
  expect(stage.simulator.calls.all).toEqual([]);
});
