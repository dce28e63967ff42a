/** The action's processes, two at the same time with one identity: frozen, killed, or main and post side by side. */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { ActionStep } from '../../scripts/runner.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { Stage, until } from '../builders/stage.ts';

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

const attempt2 = { GITHUB_RUN_ATTEMPT: '2' };

function images(stage: Stage): string[] {
  return stage.remains.filter((id) => id.startsWith('ami-'));
}

function stateOf(stage: Stage, id: string | undefined): string | undefined {
  return stage.simulator
    .world()
    .images.get(id ?? '')
    ?.tags.current.get('bake-ami:state');
}

/** Each image has its two snapshots, and there are no others. */
function expectWhole(stage: Stage, where: unknown = ''): void {
  const count = images(stage).length;
  expect({ where, things: stage.remains.length }).toEqual({ where, things: 3 * count });
}

function created(step: ActionStep): Promise<void> {
  return until(() => step.outputs()['ami-id'] !== undefined);
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The default name has the second in it: two bakes of one second want the same name, and EC2 gives it to one. */
const anotherSecond = () => pause(1_100);

// Windows has no SIGSTOP.
const posix = process.platform === 'win32' ? describe.skip : describe;

posix('a process that hangs and comes back', () => {
  let hanging: ActionStep | undefined;
  // One that is still stopped would keep Jest from ending.
  afterEach(() => hanging?.kill('SIGKILL'));

  test('attempt 2 finishes its image meanwhile: it stops, says who has it, and removes nothing', async () => {
    const stage = await open({ image: { seconds: 2 } });
    const first = stage.step();
    const running = first.main();
    await created(first);
    hanging = first;
    first.kill('SIGSTOP');
    const second = stage.step({}, attempt2);
    expect(await second.main()).toMatchObject({ code: 0 });
    const { 'ami-id': id } = second.outputs();
    expect(id).toBe(first.outputs()['ami-id']);
    first.kill('SIGCONT');
    const { code, log } = await running;
    expect(code).toBe(1);
    expect(log).toMatch(/^::error.*Attempt 2 of this workflow run .* has taken over ami-/m);
    expect(await first.post()).toMatchObject({ code: 0 });
    expect(images(stage)).toEqual([id]);
    expect(stateOf(stage, id)).toBe('ready');
    expectWhole(stage);
  }, 60_000);

  test('attempt 2 outputs its image without waiting: attempt 1, cancelled when it comes back, leaves the image', async () => {
    const stage = await open({ image: { seconds: 60 } });
    const first = stage.step({ wait: 'false' });
    hanging = first;
    const stop = stage.simulator.calls.onCall(({ action, parameters }) => {
      if (action === 'CreateImage' && parameters['DryRun'] !== 'true') first.kill('SIGSTOP');
    });
    const running = first.main();
    await until(() => images(stage).length === 1);
    stop();
    const second = stage.step({ wait: 'false' }, attempt2);
    expect(await second.main()).toMatchObject({ code: 0 });
    const { 'ami-id': id } = second.outputs();
    expect(images(stage)).toEqual([id]);
    first.kill('SIGINT');
    first.kill('SIGCONT');
    const { code, log } = await running;
    expect(code).toBe(1);
    expect(log).toMatch(
      new RegExp(`^::warning.*${id} in eu-west-1 stays: .* aws ec2 deregister-image `, 'm'),
    );
    expect(await first.post()).toMatchObject({ code: 0 });
    expect(images(stage)).toEqual([id]);
    expect(stateOf(stage, id)).toBe('unverified');
    expectWhole(stage);
  }, 60_000);

  test('another process of the same attempt bakes meanwhile: both succeed, with an image each', async () => {
    const stage = await open({ image: { seconds: 2 } });
    const first = stage.step();
    const running = first.main();
    await created(first);
    hanging = first;
    first.kill('SIGSTOP');
    await anotherSecond();
    const second = stage.step();
    const { code, log } = await second.main();
    expect({ code, log }).toMatchObject({ code: 0 });
    expect(log).toMatch(/^::warning.*is being baked with the same identity/m);
    first.kill('SIGCONT');
    expect(await running).toMatchObject({ code: 0 });
    const ids = [first, second].map((step) => step.outputs()['ami-id']);
    expect(new Set(ids).size).toBe(2);
    expect(images(stage).toSorted()).toEqual(ids.toSorted());
    expect(ids.map((id) => stateOf(stage, id))).toEqual(['ready', 'ready']);
    for (const step of [first, second]) expect(await step.post()).toMatchObject({ code: 0 });
    expect(images(stage)).toHaveLength(2);
    expectWhole(stage);
  }, 60_000);
});

test('of a bake that is killed, its post step leaves nothing, and not the image of another process', async () => {
  const stage = await open({ image: { seconds: 3 } });
  const first = stage.step();
  const running = first.main();
  await created(first);
  await anotherSecond();
  const second = stage.step();
  const other = second.main();
  await created(second);
  first.kill('SIGKILL');
  await running;
  expect(await first.post()).toMatchObject({ code: 0 });
  expect(await other).toMatchObject({ code: 0 });
  expect(images(stage)).toEqual([second.outputs()['ami-id']]);
  expectWhole(stage);
}, 60_000);

test('two attempts that bake at the same time end with as many ready images as successes', async () => {
  const results = await Promise.all(
    // The last one well after the end of the first attempt: in the moment of its end, both may leave a ready image.
    [150, 400, 800, 3000].map(async (delay) => {
      const stage = await open({ image: { seconds: 1 } });
      const steps = [stage.step(), stage.step({}, attempt2)];
      const [first, second] = steps.map(async (step, index) => {
        await pause(index * delay);
        return step.main();
      });
      const codes = (await Promise.all([first, second])).map((result) => result?.code);
      for (const step of steps) await step.post();
      const ids = steps.filter((_, index) => codes[index] === 0).map((step) => step.outputs()['ami-id']);
      const isRight =
        images(stage).toSorted().join() === ids.toSorted().join() &&
        ids.every((id) => stateOf(stage, id) === 'ready') &&
        stage.remains.length === 3 * ids.length;
      return { delay, isRight, oneSucceeds: ids.length > 0, codes };
    }),
  );
  expect(results).toEqual(
    results.map(({ delay, codes }) => ({ delay, isRight: true, oneSucceeds: true, codes })),
  );
  // Where attempt 2 is the first to arrive, it removes what attempt 1 makes, and that notices after a minute.
}, 150_000);

test('post begins while main is at work, and no signal arrives: no orphan, and no false "nothing is left"', async () => {
  const delays = [100, 250, 400, 550, 700, 900, 1200, 2000];
  const results = await Promise.all(
    delays.map(async (delay) => {
      const stage = await open({ image: { seconds: 1 }, latencyMilliseconds: 150 });
      const step = stage.step();
      const running = step.main();
      await pause(delay);
      const post = await step.post();
      const main = await running;
      const left = stage.remains.length;
      const isKept = left === 3 && stateOf(stage, images(stage)[0]) === 'ready';
      const isFalse = left > 0 && /nothing of this bake is left/.test(post.log);
      return { delay, posts: post.code, isClean: left === 0 || isKept, isFalse, main: main.code };
    }),
  );
  expect(results).toEqual(
    results.map(({ delay, main }) => ({ delay, posts: 0, isClean: true, isFalse: false, main })),
  );
  // A post step that begins when CreateImage may have been sent looks for the image for 90 seconds.
}, 150_000);

test('the post step needs no RUNNER_TEMP to clean up', async () => {
  const stage = await open({ image: { seconds: 60 } });
  for (const RUNNER_TEMP of ['', '/nowhere/at/all']) {
    const step = stage.step({}, { RUNNER_TEMP });
    const running = step.main();
    await created(step);
    step.kill('SIGKILL');
    await running;
    const { code, log } = await step.post();
    expect({ RUNNER_TEMP, code, left: stage.remains }).toEqual({ RUNNER_TEMP, code: 0, left: [] });
    expect(log).toContain('Cleaned up: nothing of this bake is left.');
  }
}, 60_000);
