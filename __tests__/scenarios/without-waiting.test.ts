/** `wait: false`: an image counts as handed out as soon as EC2 has created it, and is output by reading alone. */
import { describe, expect, test } from '@jest/globals';
import { faults } from '../../simulator/faults.ts';
import type { Outcome } from '../../src/bake/bake.ts';
import type { BakeInputs } from '../../src/bake/inputs/table.ts';
import { CancelledError } from '../../src/base/errors.ts';
import type { WorkflowContext } from '../../src/base/workflow.ts';
import { someTemplates } from '../builders/inputs.ts';
import { isMeant, Life, Rig, removals, tagIn } from '../builders/rig.ts';

const runUrl = 'https://github.com/acme/web/actions/runs/17532140987/attempts/';
const second = { runAttempt: '2', runUrl: `${runUrl}2` };
const third = { runAttempt: '3', runUrl: `${runUrl}3` };
const withoutWaiting = { wait: false };
const fixed = someTemplates({ name: 'golden' });

function idOf({ record }: Outcome): string {
  return record.image?.id ?? 'none';
}

describe('an image that is not waited for', () => {
  test('the job is run again and cancelled: the image stays', async () => {
    for (let call = 1; call < 20; call += 1) {
      const rig = new Rig({ image: { seconds: 300 } });
      const first = await rig.bake(withoutWaiting);
      const life: Life = new Life(call, 'after', () =>
        life.cancellation?.abort(new CancelledError('Cancelled')),
      );
      life.cancellation = new AbortController();
      await rig.clock.run(rig.start(withoutWaiting, second, life));
      await rig.clock.run(rig.startPost('2', undefined, life.state));
      expect(rig.images).toEqual([idOf(first)]);
      expect(removals(rig)).toEqual([]);
      if (life.calls < call) return;
    }
  });

  test.each(['cancelled', 'killed'] as const)(
    'the step is %s at any of its calls: what EC2 has created stays, as a later attempt may hand it out, and is named',
    async (mishap) => {
      let kept = 0;
      for (const moment of ['before', 'after'] as const) {
        for (let call = 1; ; call += 1) {
          const rig = new Rig({ image: { seconds: 300 } });
          if ((await rig[mishap](call, moment, withoutWaiting))?.ok) break;
          await rig.post();
          expect(removals(rig)).toEqual([]);
          expect(rig.images).toHaveLength(rig.creates.length);
          if (rig.creates.length === 0) continue;
          const [id = ''] = rig.images;
          const named = `warning ${id} in eu-west-1 stays: with \`wait: false\`, an image counts as handed out as soon as EC2 has created it. You pay for it until it is removed. To remove it: aws ec2 deregister-image --region eu-west-1 --image-id ${id}`;
          expect(rig.log.filter((line) => line.startsWith(named))).toHaveLength(1);
          kept += 1;
        }
      }
      expect(kept).toBeGreaterThanOrEqual(2);
    },
  );

  test('a later attempt hands the same image out again, by reading alone, as created by this run', async () => {
    const rig = new Rig({ image: { seconds: 300 } });
    const first = await rig.bake(withoutWaiting);
    const calls = rig.simulator.calls.changes().length;
    const again = await rig.bake(withoutWaiting, second);
    expect(again).toMatchObject({ ok: true, record: { created: true, resumed: true } });
    expect(idOf(again)).toBe(idOf(first));
    expect(rig.simulator.calls.changes()).toHaveLength(calls);
    expect(tagIn(rig, idOf(first), 'state')).toBe('unverified');
  });
});

/** An attempt that is cancelled at each of its calls in turn, and its post step. */
async function expectToStay(
  imageMade: () => Promise<[rig: Rig, imageId: string]>,
  inputs: Partial<BakeInputs>,
  attempt: Partial<WorkflowContext>,
): Promise<void> {
  for (let call = 1; ; call += 1) {
    const [rig, id] = await imageMade();
    const life: Life = new Life(call, 'after', () =>
      life.cancellation?.abort(new CancelledError('Cancelled')),
    );
    life.cancellation = new AbortController();
    await rig.clock.run(rig.start(inputs, attempt, life));
    await rig.clock.run(rig.startPost(attempt.runAttempt, undefined, life.state));
    expect(rig.images).toContain(id);
    expect(removals(rig)).not.toContain(id);
    if (life.calls < call) return;
  }
}

describe('an image that an earlier attempt meant to wait for', () => {
  async function resumedWithoutWaiting(): Promise<[Rig, string]> {
    const rig = new Rig({ image: { seconds: 300 } });
    await rig.killed(9, 'after');
    const outcome = await rig.bake(withoutWaiting, second);
    expect(outcome).toMatchObject({ ok: true, record: { resumed: true } });
    return [rig, idOf(outcome)];
  }

  test('becomes unverified before it is output: a third attempt outputs it again', async () => {
    const [rig, id] = await resumedWithoutWaiting();
    expect(tagIn(rig, id, 'state')).toBe('unverified');
    expect(idOf(await rig.bake(withoutWaiting, third))).toBe(id);
  });

  test.each([true, false])('stays when a third attempt with `wait: %s` is cancelled', async (wait) => {
    await expectToStay(resumedWithoutWaiting, { wait }, third);
  });
});

describe('an image that an earlier attempt did not wait for', () => {
  async function handedOut(): Promise<[Rig, string]> {
    const rig = new Rig({ image: { seconds: 20 } });
    rig.regions.push('us-west-2');
    return [rig, idOf(await rig.bake(withoutWaiting))];
  }

  test('stays when a later attempt waits, copies it, and is cancelled', async () => {
    await expectToStay(handedOut, { copyTo: [{ region: 'us-west-2' }] }, second);
  });

  test('its copies are removed when a later attempt makes them and fails', async () => {
    const [rig, id] = await handedOut();
    rig.simulator.faults.add({ action: 'ModifyImageAttribute', fault: faults.internalError() });
    const inputs = { copyTo: [{ region: 'us-west-2' }], shareWith: ['111122223333'] };
    const outcome = await rig.bake(inputs, second);
    expect(outcome.ok).toBe(false);
    await rig.post('2');
    expect(rig.simulator.calls.of('CopyImage').filter(isMeant)).toHaveLength(1);
    expect(rig.images).toEqual([id]);
    expect(rig.snapshots).toHaveLength(2);
  });

  test('is told with its command when EC2 has failed it, and the later attempt creates another', async () => {
    const [rig, id] = await handedOut();
    const image = rig.simulator.world().images.get(id);
    const failure = { at: rig.clock.now(), state: 'failed', code: 'Client.InternalError', message: 'no' };
    Object.assign(image ?? {}, { failure });
    // The default name has the second in it.
    await rig.clock.run(rig.clock.sleep(60_000));
    const outcome = await rig.bake(withoutWaiting, second);
    expect(outcome).toMatchObject({ ok: true, record: { resumed: false } });
    expect(rig.images).toEqual([id, idOf(outcome)]);
    const told = rig.log.filter((line) => line.includes(id) && line.startsWith('warning'));
    expect(told).toEqual([
      expect.stringMatching(/without waiting for it, is failed\..* To remove it: aws ec2 deregister-image/),
    ]);
  });

  test('that does not show at first is output under its fixed name', async () => {
    const rig = new Rig({ image: { seconds: 300 }, consistency: { imageSeconds: 8 } });
    const inputs = { ...withoutWaiting, ...fixed };
    const [first, again] = [await rig.bake(inputs), await rig.bake(inputs, second)];
    expect(again).toMatchObject({ ok: true, record: { resumed: true } });
    expect(idOf(again)).toBe(idOf(first));
    expect(rig.images).toHaveLength(1);
  });

  test('is the maker\u2019s to tell: a twin that wants the same name and is cancelled does not offer to remove it', async () => {
    const inputs = { ...withoutWaiting, ...fixed };
    for (let call = 1; ; call += 1) {
      const rig = new Rig({ image: { seconds: 300 }, consistency: { imageSeconds: 2 } });
      const life: Life = new Life(call, 'before', () =>
        life.cancellation?.abort(new CancelledError('Cancelled')),
      );
      life.cancellation = new AbortController();
      const both = [rig.start(inputs, {}, new Life()), rig.start(inputs, {}, life)];
      const [made] = await rig.clock.run(Promise.all(both));
      expect(made?.ok).toBe(true);
      expect(rig.images).toEqual(made && [idOf(made)]);
      expect(rig.log.filter((line) => line.includes('deregister-image'))).toEqual([]);
      if (life.calls < call) return;
    }
  });
});

test('snapshots whose image somebody has deregistered are left, and named with their command', async () => {
  const rig = new Rig({ image: { seconds: 300 } });
  await rig.killed(6, 'after', withoutWaiting);
  const [id = ''] = rig.images;
  const image = rig.simulator.world().images.get(id);
  Object.assign(image ?? {}, { deregisteredAt: rig.clock.now() });
  const report = await rig.post();
  expect(removals(rig)).toEqual([]);
  expect(report).toMatchObject({ done: false, removed: [] });
  expect(report?.remaining.map((remnant) => remnant.id).toSorted()).toEqual(rig.snapshots.toSorted());
  expect(rig.snapshots).toHaveLength(2);
  expect(rig.log.join('\n')).toMatch(/^warning snap-\w+ could not be removed .* aws ec2 delete-snapshot /m);
});
