/** Bakes that last longer than the session of any role. */
import { describe, expect, test } from '@jest/globals';
import { faults } from '../../simulator/faults.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import type { RoleOptions } from '../../src/aws/credentials.ts';
import { Rig } from '../builders/rig.ts';
import { roleIn } from '../builders/role.ts';

const hours = 3600;

/** A bake whose calls are signed by a role that it assumes itself. */
function rigWithRole(options: SimulatorOptions, overrides: Partial<RoleOptions> = {}): Rig {
  const rig = new Rig(options);
  rig.credentials = roleIn(rig.simulator, {
    onTrouble: (message) => rig.log.push(`trouble ${message}`),
    ...overrides,
  });
  return rig;
}

/** What was refused because its credentials had expired. */
function expired(rig: Rig) {
  return rig.simulator.calls.all.filter(({ outcome }) => /Expired/.test(outcome.code ?? ''));
}

function sessions(rig: Rig): number {
  return rig.simulator.calls.of('AssumeRoleWithWebIdentity').filter(({ outcome }) => outcome.done).length;
}

describe('with a role whose sessions last 15 minutes', () => {
  test('a wait of three hours succeeds, and every call is signed with a session that is good', async () => {
    const rig = rigWithRole({ image: { seconds: 3 * hours }, sessionSeconds: 900 });
    const outcome = await rig.bake({ timeoutMinutes: 240 });

    expect(outcome).toMatchObject({ ok: true, record: { image: { state: 'available' } } });
    expect(rig.seconds).toBeGreaterThan(3 * hours);
    expect(expired(rig)).toEqual([]);
    // A session is renewed after ten minutes.
    expect(sessions(rig)).toBeGreaterThanOrEqual(17);
    expect(sessions(rig)).toBeLessThanOrEqual(20);
    expect(rig.images).toHaveLength(1);
    expect(rig.log.filter((line) => line.startsWith('trouble'))).toEqual([]);
    expect(rig.clock.pending).toBe(0);
  });

  test.each([
    ['GitHub is down', 'GetIdToken', faults.unavailable()],
    ['GitHub does not answer', 'GetIdToken', faults.stall()],
    ['STS is down', 'AssumeRoleWithWebIdentity', faults.unavailable()],
    ['STS does not answer', 'AssumeRoleWithWebIdentity', faults.stall()],
    ['STS throttles', 'AssumeRoleWithWebIdentity', faults.throttling()],
  ])('four minutes in which %s go by unnoticed', async (_title, action, fault) => {
    const rig = rigWithRole({ image: { seconds: 1500 }, sessionSeconds: 900 });
    const from = rig.clock.now() + 600_000;
    rig.simulator.faults.add({ action, fault, from, until: from + 240_000 });
    expect(await rig.bake()).toMatchObject({ ok: true });
    expect(expired(rig)).toEqual([]);
    expect(rig.seconds).toBeLessThan(1500 + 60);
    expect(rig.log.some((line) => line.startsWith('trouble'))).toBe(true);
  });

  test('half an hour without GitHub is waited out: the image is made meanwhile', async () => {
    const rig = rigWithRole({ image: { seconds: 1 * hours }, sessionSeconds: 900 });
    const from = rig.clock.now() + 600_000;
    rig.simulator.faults.add({
      action: 'GetIdToken',
      fault: faults.unavailable(),
      from,
      until: from + 1800_000,
    });
    expect(await rig.bake()).toMatchObject({ ok: true });
    expect(expired(rig)).toEqual([]);
    expect(rig.images).toHaveLength(1);
  });

  test('a role that is taken away ends the wait once its session is over, and says why', async () => {
    const rig = rigWithRole({ image: { seconds: 3 * hours }, sessionSeconds: 900 });
    const bake = rig.start({ timeoutMinutes: 240, onFailure: 'keep' });
    await rig.clock.advance(700);
    rig.simulator.permissions.deny('sts:AssumeRoleWithWebIdentity');
    expect(await rig.clock.run(bake)).toMatchObject({
      ok: false,
      error: {
        message: expect.stringContaining('Not authorized to perform sts:AssumeRoleWithWebIdentity'),
        remedy: expect.stringContaining('trust policy'),
      },
    });
    expect(rig.seconds).toBeGreaterThan(1_400);
    expect(rig.seconds).toBeLessThan(1_520);
  });

  test('the clean-up after a long wait has a good session too', async () => {
    const rig = rigWithRole({
      image: { seconds: 2 * hours, failure: { afterSeconds: 1 * hours } },
      sessionSeconds: 900,
    });
    expect(await rig.bake({ timeoutMinutes: 300 })).toMatchObject({ ok: false, cleanup: { done: true } });
    expect(expired(rig)).toEqual([]);
    expect(rig.images).toEqual([]);
    expect(rig.snapshots).toEqual([]);
  });

  test('the post step assumes the role anew, long after main was killed', async () => {
    const rig = rigWithRole({ image: { seconds: 3 * hours }, sessionSeconds: 900 });
    await rig.killed(30, 'after', { timeoutMinutes: 240 });
    expect(rig.images).toHaveLength(1);
    await rig.clock.advance(2 * hours);

    const before = sessions(rig);
    rig.credentials = roleIn(rig.simulator);
    expect(await rig.post()).toMatchObject({ done: true });
    expect(sessions(rig)).toBe(before + 1);
    expect(rig.images).toEqual([]);
  });
});

describe('without a role of its own', () => {
  test('a bake whose credentials expire ends at once, and its image’s ID is known', async () => {
    const rig = new Rig({ image: { seconds: 3 * hours } });
    const session = await rig.clock.run(roleIn(rig.simulator)());
    rig.credentials = session;
    const outcome = await rig.bake({ timeoutMinutes: 240, onFailure: 'keep' });
    expect(outcome).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('RequestExpired') },
    });
    expect(rig.seconds).toBeGreaterThanOrEqual(3600);
    expect(rig.seconds).toBeLessThan(3600 + 20);
    expect(outcome.record.image?.id).toBe(rig.images[0]);
    expect(rig.images).toHaveLength(1);
  });
});
