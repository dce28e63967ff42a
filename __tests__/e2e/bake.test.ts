import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { readActionYml } from '../../scripts/runner.ts';
import type { InstanceSeed } from '../../simulator/model/seed-instance.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { isMeant } from '../builders/rig.ts';
import { killedOnceCreated, Stage, until } from '../builders/stage.ts';

let stage: Stage | undefined;
async function open(options?: SimulatorOptions, seed?: InstanceSeed): Promise<Stage> {
  stage = await Stage.open(options, seed);
  return stage;
}
afterEach(async () => {
  await stage?.close();
  stage = undefined;
});

describe('a bake of two volumes', () => {
  test('makes ami-id readable while the image is pending, and every output at the end', async () => {
    const { simulator } = await open({ image: { seconds: 5 } });
    const step = (stage as Stage).step();
    const running = step.main();
    await until(() => step.outputs()['ami-id'] !== undefined);
    const pending = step.outputs()['ami-id'] ?? '';
    expect(simulator.calls.of('CreateTags').filter(isMeant)).toEqual([]);

    expect(await running).toMatchObject({ code: 0 });
    const outputs = step.outputs();
    expect(outputs['ami-id']).toBe(pending);
    expect(Object.keys(outputs).toSorted()).toEqual(Object.keys(readActionYml().outputs).toSorted());

    const image = simulator.world().images.get(pending);
    const [root, data] = JSON.parse(outputs['snapshot-ids'] ?? '');
    expect(JSON.parse(outputs['snapshots'] ?? '')).toEqual({ '/dev/xvda': root, '/dev/sdf': data });
    expect(outputs['root-snapshot-id']).toBe(root);
    expect(simulator.world().snapshots.get(root)?.sizeGiB).toBe(8);
    expect(outputs['region']).toBe('eu-west-1');
    expect(outputs['created']).toBe('true');
    expect(JSON.parse(outputs['image'] ?? '')).toMatchObject({
      id: pending,
      name: image?.name,
      state: 'available',
    });
    expect(step.summary()).toContain(pending);

    const calls = simulator.calls.all.length;
    expect(await step.post()).toMatchObject({ code: 0 });
    expect(simulator.calls.all.length).toBe(calls);
    expect(simulator.world().images.get(pending)?.deregisteredAt).toBeUndefined();
  });

  test('neither asks for a reboot of a stopped instance nor mentions one', async () => {
    const { simulator } = await open({}, { state: 'stopped' });
    const step = (stage as Stage).step();
    const { code, log } = await step.main();
    expect(code).toBe(0);
    expect(log).not.toMatch(/reboot/i);
    expect(simulator.calls.last('CreateImage')?.parameters).not.toHaveProperty('NoReboot');
  });

  test('says the risk of no-reboot once, as a warning', async () => {
    await open();
    const { code, log } = await (stage as Stage).step({ 'no-reboot': 'true' }).main();
    expect(code).toBe(0);
    expect(log.match(/no-reboot/g)).toHaveLength(1);
    expect(log).toMatch(/^::warning.*::no-reboot/m);
  });

  test('ends within one poll of the image’s failure, with EC2’s reason, and leaves nothing', async () => {
    await open({
      image: {
        seconds: 60,
        failure: { afterSeconds: 3, code: 'Client.VolumeError', message: 'The volume ##[error]went <away>' },
      },
    });
    const step = (stage as Stage).step();
    const { code, log, milliseconds } = await step.main();
    expect(code).toBe(1);
    expect(milliseconds).toBeLessThan(3_000 + 2_500 + 2_000);
    expect(log).toMatch(/^::error.*Client\.VolumeError: The volume/m);
    expect(log).not.toContain('##[');
    expect((stage as Stage).remains).toEqual([]);
    expect(step.summary()).toContain('Client.VolumeError');
    expect(await step.post()).toMatchObject({ code: 0 });
  });
});

test('bad inputs, one of each and more, give one failing run that names all of them and makes no API call', async () => {
  const { simulator } = await open();
  // Any text will do for `matrix`.
  const inputs = Object.keys(readActionYml().inputs).filter((input) => input !== 'matrix');
  const step = (stage as Stage).step({
    ...Object.fromEntries(inputs.map((input) => [input, 'no such value'])),
    'instance-id': 'web-golden',
    name: 'web:{{ ref }}',
    description: '{{ unknown_variable }}',
    family: '{{ repo | nosuchfilter }}',
    tags: 'NoValue\naws:owner=me\nbake-ami:key=mine',
    'snapshot-tags': '{% if %}=x\nA={{ pr }}',
    'no-reboot': 'yes',
    'exclude-devices': 'C:, not a device',
    wait: 'maybe',
    'timeout-minutes': '0',
    'on-failure': 'explode',
    'aws-region': 'Ireland',
    'share-with': '12345, *',
    'share-snapshots': 'ja',
    public: 'sure',
    'if-exists': 'overwrite',
    'dry-run': '1',
    comment: 'perhaps',
    'github-token': 'two words',
    'role-to-assume': 'bake',
    'allowed-account-ids': '1234',
    'copy-to': 'everywhere',
    'deprecate-after': 'soon',
    'deregistration-protection': 'maybe',
    'require-imdsv2': 'v2',
    'launch-template': 'web defalt',
    'ssm-parameter': '/golden/{{ nothing }}',
  });
  const { code, log } = await step.main();
  expect(code).toBe(1);
  expect(log.match(/^::error/gm)).toHaveLength(1);
  const problems = log.match(/(?:^|%0A)- input `/gm);
  expect(problems?.length).toBeGreaterThanOrEqual(27);
  for (const input of inputs) expect(log).toContain(`\`${input}\``);
  expect(simulator.calls.all).toEqual([]);
  expect(await step.post()).toMatchObject({ code: 0 });
});

// On Windows a process cannot send another a signal: whatever the signal, Node ends it at once, as SIGKILL does below.
const withSignals = process.platform === 'win32' ? test.skip : test;

describe('a step that is stopped', () => {
  withSignals.each(['SIGINT', 'SIGTERM'] as const)('by %s removes the image at once', async (signal) => {
    await open({ image: { seconds: 60 } });
    const step = (stage as Stage).step();
    const running = step.main();
    await until(() => step.outputs()['ami-id'] !== undefined);
    step.kill(signal);
    const { code, log } = await running;
    expect(code).toBe(1);
    expect(log).toContain('cancelled');
    expect((stage as Stage).remains).toEqual([]);
    expect(await step.post()).toMatchObject({ code: 0 });
  });

  test('by SIGKILL leaves the removal to the post step', async () => {
    await open({ image: { seconds: 60 } });
    const step = (stage as Stage).step();
    expect(await killedOnceCreated(step)).toMatchObject({ code: null, signal: 'SIGKILL' });
    expect((stage as Stage).remains).toHaveLength(3);
    expect(await step.post()).toMatchObject({ code: 0 });
    expect((stage as Stage).remains).toEqual([]);
  });
});

test('the secret is in no log, output, state or summary', async () => {
  await open();
  const step = (stage as Stage).step({ name: '{{ env.AWS_SECRET_ACCESS_KEY }}-x' });
  const { log } = await step.main();
  const everything = log + JSON.stringify(step.outputs()) + JSON.stringify(step.state()) + step.summary();
  expect(everything).not.toContain('example-secret');
});

test('a family of 5,000 images neither fills the memory nor holds CreateImage up', async () => {
  const opened = await open({ image: { seconds: 1 } });
  const { calls } = opened.simulator;
  const tags = { 'bake-ami:family': 'web', 'bake-ami:state': 'ready' };
  for (let count = 0; count < 5000; count += 1)
    opened.simulator.seedImage({ name: `web-${count}`, tags: { ...tags, Name: `web-${count}` } });
  const folder = mkdtempSync(join(tmpdir(), 'memory-'));
  const file = join(folder, 'kilobytes');
  // The peak of this process alone: that of resourceUsage() begins with the memory of whoever started it (exec_mmap, Linux).
  const code = `import { existsSync, readFileSync, writeFileSync } from 'node:fs';
    const status = '/proc/self/status';
    const peak = () => existsSync(status)
      ? /VmHWM:\\s*(\\d+)/.exec(readFileSync(status, 'utf8'))[1]
      : String(process.resourceUsage().maxRSS);
    process.on('exit', () => writeFileSync(${JSON.stringify(file)}, peak()));`;
  const environment = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
  try {
    const step = opened.step({ family: 'web' }, environment);
    expect(await step.main()).toMatchObject({ code: 0 });
    expect(step.outputs()['previous-ami-id']).toMatch(/^ami-/);
    // 120 MB on an idle machine; all pages at once are 280.
    expect(Number(readFileSync(file, 'utf8')) / 1024).toBeLessThan(140);
    const created = calls.all.findIndex(({ action }) => action === 'CreateImage');
    const listed = calls.all.findIndex(({ parameters }) => parameters['MaxResults'] !== undefined);
    expect(created).toBeLessThan(listed);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
