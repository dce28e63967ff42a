/** A test of an image is killed, cancelled or frozen, or an answer is lost, at every call: no instance outlives it. */
import { describe, expect, test } from '@jest/globals';
import { faults } from '../../simulator/faults.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { passing } from '../builders/faults.ts';
import { isMeant, Life } from '../builders/rig.ts';
import { TrialRig } from '../builders/trial-rig.ts';

const worlds: [string, SimulatorOptions][] = [
  ['as a rule', {}],
  ['when EC2 shows things late', { consistency: { instanceSeconds: 30, tagSeconds: 35, writeSeconds: 10 } }],
];

const moments = ['before', 'after'] as const;
const inputs = { instanceProfile: 'web', script: 'true' };

async function atEveryCall(check: (call: number, moment: 'before' | 'after') => Promise<boolean>) {
  for (const moment of moments) {
    for (let call = 1; call <= 45; call += 1) if (!(await check(call, moment))) break;
  }
}

/** An instance of the same image that another job of the same attempt, another run, and somebody else launched. */
function bystanders(rig: TrialRig, attempt: string): string[] {
  const run = 'https://github.com/acme/web/actions/runs/';
  const launched = [
    { 'bake-ami:test': rig.imageId, 'bake-ami:run': `${run}17532140987/attempts/${attempt}` },
    { 'bake-ami:test': rig.imageId, 'bake-ami:run': `${run}17532140987/attempts/9` },
    { 'bake-ami:test': rig.imageId, 'bake-ami:run': `${run}17532140986/attempts/1` },
    { 'bake-ami:test': 'ami-0123456789abcdef0', 'bake-ami:run': `${run}17532140987/attempts/1` },
    { Name: 'web' },
  ];
  return launched.map((tags) => rig.simulator.seedInstance({ imageId: rig.imageId, tags }).id);
}

describe.each(worlds)('%s', (_name, options) => {
  test('killed at any call, the post step leaves no instance', async () => {
    await atEveryCall(async (call, moment) => {
      const rig = new TrialRig(options);
      const others = bystanders(rig, '1');
      if ((await rig.killed(call, moment, inputs)) !== undefined) return false;
      const where = `killed ${moment} call ${call} (${rig.simulator.calls.all.at(-1)?.action})`;
      await rig.post();
      expect({ where, alive: rig.alive, pending: rig.clock.pending }).toMatchObject({ where, alive: others });
      return true;
    });
  });

  test('killed at any call, a later attempt leaves no instance', async () => {
    await atEveryCall(async (call, moment) => {
      const rig = new TrialRig(options);
      const others = bystanders(rig, '2');
      if ((await rig.killed(call, moment, inputs)) !== undefined) return false;
      const where = `killed ${moment} call ${call} (${rig.simulator.calls.all.at(-1)?.action})`;
      const outcome = await rig.test({}, { runAttempt: '2' });
      expect({ where, ok: outcome.ok, alive: rig.alive }).toEqual({ where, ok: true, alive: others });
      return true;
    });
  });

  test('cancelled at any call, main ends in time, and with the post step nothing is left', async () => {
    await atEveryCall(async (call, moment) => {
      const rig = new TrialRig(options);
      const others = bystanders(rig, '1');
      const outcome = await rig.cancelled(call, moment, inputs);
      if (rig.cancelledAt === undefined) return false;
      const where = `cancelled ${moment} call ${call} (${rig.simulator.calls.all.at(-1)?.action})`;
      expect({ where, seconds: (rig.clock.now() - rig.cancelledAt) / 1000 < 9 }).toEqual({
        where,
        seconds: true,
      });
      expect({ where, pending: rig.clock.pending }).toEqual({ where, pending: 0 });
      if (!outcome.ok)
        expect({ where, error: (outcome.error as Error).name }).toEqual({ where, error: 'CancelledError' });
      await rig.post();
      expect({ where, alive: rig.alive }).toEqual({ where, alive: others });
      return true;
    });
  });
});

test.each(Object.entries(passing))('%s at any call costs nothing but time', async (name, fault) => {
  const actions = [
    'DescribeImages',
    'DescribeSubnets',
    'RunInstances',
    'DescribeInstanceStatus',
    'TerminateInstances',
    'CreateTags',
    'DescribeInstanceInformation',
    'GetCommandInvocation',
    'SendCommand',
  ];
  for (const action of actions) {
    const rig = new TrialRig({ consistency: { instanceSeconds: 20 } });
    const isSsm = /Information|Command/.test(action);
    rig.simulator.faults.add({ action, when: isMeant, fault, times: isSsm ? 1 : 2 });
    const outcome = await rig.test(inputs);
    const where = `${name} at ${action}`;
    expect({ where, ok: outcome.ok, error: outcome.ok ? '' : String(outcome.error) }).toEqual({
      where,
      ok: true,
      error: '',
    });
    expect({ where, alive: rig.alive, launched: rig.instances.length }).toEqual({
      where,
      alive: [],
      launched: 1,
    });
  }
});

test.each([
  ['at once', 0],
  // The timers of a process that thaws are all due, and its answers are there: what comes first is chance.
  ['late', 500],
])(
  'a main step that is frozen at any call, while the post step runs, and notices it %s, ends what it launches',
  async (_when, pollMilliseconds) => {
    await atEveryCall(async (call, moment) => {
      const rig = new TrialRig();
      const { promise, resolve } = Promise.withResolvers<void>();
      let isFrozen = false;
      const life: Life = new Life(call, moment, () => {
        isFrozen = true;
        life.frozen = promise;
      });
      life.cancellation = new AbortController();
      const { cancellation } = life;
      let hasPostBegun = false;
      const { CancelledError } = await import('../../src/base/errors.ts');
      life.look = () => {
        if (hasPostBegun) cancellation.abort(new CancelledError('The post step has begun'));
      };
      const outcome = await rig.clock.run(async () => {
        const main = rig.start(inputs, {}, life);
        for (let second = 0; second < 400 && !isFrozen; second += 1) await rig.clock.sleep(1000);
        if (!isFrozen) return main.then(() => undefined);
        hasPostBegun = true;
        await rig.startPost();
        resolve();
        // As the poll of the marker does.
        if (pollMilliseconds > 0) await rig.clock.sleep(pollMilliseconds);
        life.look();
        return main;
      });
      if (outcome === undefined) return false;
      expect({ call, moment, alive: rig.alive }).toEqual({ call, moment, alive: [] });
      expect(rig.tested ?? 'not judged').not.toMatch(/^failed/);
      expect(outcome.record.verdict?.judgement ?? 'passed').toBe('passed');
      return true;
    });
  },
);

test('an instance that shows late is found by the post step although its ID was never learnt', async () => {
  const rig = new TrialRig({ consistency: { instanceSeconds: 45, tagSeconds: 60 } });
  let call = 0;
  for (call = 1; rig.launches.length === 0; call += 1) await rig.killed(call, 'after');
  expect(rig.alive).toHaveLength(1);
  expect(rig.state).not.toContain('instanceId');
  expect(await rig.post()).toEqual([]);
  expect(rig.alive).toEqual([]);
});

test('an instance that shows late is ended by the post step, whose main step has learnt its ID', async () => {
  const rig = new TrialRig();
  for (let call = 1; !rig.state?.includes('instanceId'); call += 1) await rig.killed(call, 'before');
  const unknown = faults.error('InvalidInstanceID.NotFound', "The instance ID 'i-0' does not exist");
  rig.simulator.faults.add({ action: 'TerminateInstances', fault: unknown, times: 20 });
  await rig.post();
  expect(rig.alive).toEqual([]);
});

test('the post step that finds nothing says what may still appear', async () => {
  const rig = new TrialRig();
  for (let call = 1; rig.state === undefined; call += 1) await rig.killed(call, 'before');
  const leftovers = await rig.post();
  expect(leftovers).toMatchObject([{ unseen: true }]);
  expect(rig.log.at(-1)).toMatch(/describe-instances .*client-token.*power itself off by 2026-/);
});

test('the post step that is cancelled ends within its time', async () => {
  const rig = new TrialRig();
  for (let call = 1; rig.state === undefined; call += 1) await rig.killed(call, 'before');
  const before = rig.clock.now();
  await rig.post(AbortSignal.abort());
  expect(rig.clock.now() - before).toBeLessThan(8000);
});
