/** What can happen to the network and to the process, over real sockets, on the committed dist. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { type Fault, faults } from '../../simulator/faults.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { isMeant } from '../builders/rig.ts';
import { killedOnceCreated, Stage, until } from '../builders/stage.ts';

let stages: Stage[] = [];
async function open(options?: SimulatorOptions): Promise<Stage> {
  const stage = await Stage.open(options);
  stages.push(stage);
  return stage;
}
afterEach(async () => {
  await Promise.all(stages.map((stage) => stage.close()));
  stages = [];
});

const onCreateImage: Record<string, Fault> = {
  'answer lost': faults.lostAnswer(),
  reset: faults.reset(),
  'empty 200': faults.emptyBody({ after: true }),
  'HTML 200': faults.htmlBody({ after: true }),
  truncated: faults.truncatedBody(),
  'body cut off cleanly': faults.truncatedBody('clean'),
  500: faults.internalError({ after: true }),
  '503, before the work': faults.unavailable(),
  throttled: faults.requestLimitExceeded(),
};

test('each fault on CreateImage once: success, exactly one image', async () => {
  const outcomes = await Promise.all(
    Object.entries(onCreateImage).map(async ([name, fault]) => {
      const stage = await open();
      stage.simulator.faults.add({ action: 'CreateImage', when: isMeant, fault, times: 1 });
      const step = stage.step();
      const { code } = await step.main();
      const images = stage.remains.filter((id) => id.startsWith('ami-'));
      return { name, code, isOurs: images.length === 1 && images[0] === step.outputs()['ami-id'] };
    }),
  );
  expect(outcomes).toEqual(Object.keys(onCreateImage).map((name) => ({ name, code: 0, isOurs: true })));
}, 60_000);

test('a stalled connection on any call does not stall the bake', async () => {
  const actions = [
    'DescribeInstances',
    'DescribeVolumes',
    'DescribeImages',
    'DescribeSnapshots',
    'CreateTags',
  ];
  const results = await Promise.all(
    actions.map(async (action) => {
      const stage = await open();
      stage.simulator.faults.add({ action, fault: faults.stall(), times: 1 });
      const { code, milliseconds } = await stage.step().main();
      return { action, code, inTime: milliseconds < 25_000 };
    }),
  );
  expect(results).toEqual(actions.map((action) => ({ action, code: 0, inTime: true })));
}, 60_000);

describe('credentials or a permission lost during the wait', () => {
  test.each([
    ['expired credentials', faults.requestExpired(), 'RequestExpired'],
    [
      'a lost permission',
      faults.error('UnauthorizedOperation', 'You are not authorized to perform this operation.', 403),
      'UnauthorizedOperation',
    ],
  ])('%s end the step within 10 seconds, and it says so', async (_name, fault, code) => {
    const stage = await open({ image: { seconds: 120 } });
    const step = stage.step({ 'on-failure': 'keep' });
    const running = step.main();
    await until(() => step.outputs()['ami-id'] !== undefined);
    const lostAt = Date.now();
    stage.simulator.faults.add({ action: ['DescribeImages', 'DescribeSnapshots'], fault });
    const result = await running;
    expect(Date.now() - lostAt).toBeLessThan(10_000);
    expect(result.code).toBe(1);
    expect(result.log).toMatch(new RegExp(`^::error.*${code}`, 'm'));
    expect(step.outputs()['ami-id']).toMatch(/^ami-/);
  });
});

test('a runner that vanishes: the second attempt takes the image up, and there is one', async () => {
  const stage = await open({ image: { seconds: 6 } });
  const first = stage.step();
  await killedOnceCreated(first);

  const second = stage.step({}, { GITHUB_RUN_ATTEMPT: '2' });
  const { code, log } = await second.main();
  expect({ code, log }).toMatchObject({ code: 0 });
  expect(log).toMatch(/^::notice title=Bake resumed::/m);
  expect(second.outputs()['ami-id']).toBe(first.outputs()['ami-id']);
  expect(stage.remains).toHaveLength(3);

  const third = stage.step({}, { GITHUB_RUN_ATTEMPT: '3' });
  expect(await third.main()).toMatchObject({ code: 0 });
  expect(third.outputs()['ami-id']).not.toBe(first.outputs()['ami-id']);
}, 60_000);

test('a main step that is still alive when post runs stops changing things', async () => {
  const stage = await open({ image: { seconds: 120 } });
  const step = stage.step();
  const running = step.main();
  await until(() => step.outputs()['ami-id'] !== undefined);
  expect(await step.post()).toMatchObject({ code: 0 });
  const { code, log } = await running;
  expect(code).toBe(1);
  expect(log).toContain('The post step of this step has begun');
  expect(stage.remains).toEqual([]);
});

describe('the post step alone', () => {
  test('exits 0 and names what it could not remove, whatever it meets', async () => {
    const stage = await open({ image: { seconds: 120 } });
    const step = stage.step();
    await killedOnceCreated(step);
    stage.simulator.permissions.deny('ec2:DeregisterImage');
    const { code, log } = await step.post();
    expect(code).toBe(0);
    expect(log).toMatch(
      /^::warning title=Left behind::ami-\w+ could not be removed.*aws ec2 deregister-image/m,
    );
  });

  test('exits 0 with expired credentials', async () => {
    const stage = await open({ image: { seconds: 120 } });
    const step = stage.step();
    await killedOnceCreated(step);
    stage.simulator.faults.add({ fault: faults.requestExpired() });
    expect(await step.post()).toMatchObject({ code: 0, log: expect.stringContaining('RequestExpired') });
  });
});
