/** What is there already before an image is made, and what only seems to be. */
import { describe, expect, test } from '@jest/globals';
import { VirtualClock } from '../../simulator/virtual-clock.ts';
import { PatientClient } from '../../src/aws/patient-client.ts';
import { findExisting } from '../../src/image/find.ts';
import { someTemplates } from '../builders/inputs.ts';
import { isMeant, Rig } from '../builders/rig.ts';
import { someRun } from '../builders/run.ts';
import { workflow } from '../builders/workflow.ts';

const golden = someTemplates({ name: 'golden' });

/** EC2 shows an image for a while after it was deregistered; its name is free at once. */
function rigThatShowsTheDead(): Rig {
  return new Rig({ image: { seconds: 30 }, deregistration: { shownSeconds: 3600 } });
}

describe('an image that was deregistered a moment ago', () => {
  test.each(['fail', 'reuse'] as const)('does not hold its name (if-exists: %s)', async (ifExists) => {
    const rig = rigThatShowsTheDead();
    const dead = rig.simulator.seedImage({ name: 'golden' });
    dead.deregisteredAt = rig.clock.now();
    const outcome = await rig.bake({ ...golden, ifExists });
    expect(outcome).toMatchObject({ ok: true, record: { created: true, image: { name: 'golden' } } });
    expect(outcome.record.image?.id).not.toBe(dead.id);
  });

  test('is nothing that an earlier attempt left', async () => {
    const rig = rigThatShowsTheDead();
    const { record } = await rig.bake({ dryRun: true });
    const tags = { 'bake-ami:key': record.names?.key ?? '', 'bake-ami:state': 'baking' };
    rig.simulator.seedImage({ tags }).deregisteredAt = rig.clock.now();
    const outcome = await rig.bake();
    expect(outcome).toMatchObject({ ok: true, record: { resumed: false } });
    expect(rig.log.filter((line) => /earlier attempt/.test(line))).toEqual([]);
    expect(rig.simulator.calls.of('DeregisterImage', 'DeleteSnapshot').filter(isMeant)).toEqual([]);
  });
});

describe('an image of the wanted name that is of no use', () => {
  test.each(['failed', 'error', 'invalid'] as const)(
    'is not reused when it is %s: the bake does not begin, and says which image it is',
    async (state) => {
      const rig = new Rig({ image: { seconds: 30 } });
      const useless = rig.simulator.seedImage({ name: 'golden' });
      useless.failure = { at: rig.clock.now(), state, code: 'Server.InternalError', message: 'No.' };
      const outcome = await rig.bake({ ...golden, ifExists: 'reuse' });
      expect(outcome).toMatchObject({
        ok: false,
        error: {
          name: 'ProblemsError',
          message: expect.stringMatching(new RegExp(`is taken .*${useless.id}.* ${state}`)),
        },
      });
      expect(rig.simulator.calls.changes()).toEqual([]);
      expect(rig.images).toEqual([useless.id]);
    },
  );
});

describe('an image of our key', () => {
  test('that shows only after the new one was made is removed with its snapshots', async () => {
    const rig = new Rig({ image: { seconds: 60 } });
    const { record } = await rig.bake({ dryRun: true });
    const tags = { 'bake-ami:key': record.names?.key ?? '', 'bake-ami:state': 'baking' };
    let leftover: string | undefined;
    const stop = rig.simulator.calls.onCall(({ action }) => {
      // The wait asks for the progress of the snapshots: the image is being made.
      if (action !== 'DescribeSnapshots') return;
      stop();
      leftover = rig.simulator.seedImage({ tags, snapshotTags: tags }).id;
    });

    const outcome = await rig.bake({}, { runAttempt: '2' });
    const { image } = outcome.record;
    expect(outcome.ok).toBe(true);
    expect(leftover).toMatch(/^ami-/);
    expect(rig.images).toEqual([image?.id]);
    expect(rig.snapshots.toSorted()).toEqual(image?.snapshots.map(({ snapshotId }) => snapshotId).toSorted());
    expect(rig.log.join('\n')).toContain(`Removed ${leftover}`);
  });
});

test('a later attempt waits for the tags of a young image a minute at the most, also when the clocks do not agree', async () => {
  const clock = new VirtualClock();
  const Images = [
    {
      ImageId: 'ami-0123456789abcdef0',
      Name: 'golden',
      OwnerId: '123456789012',
      State: 'available',
      CreationDate: new Date(clock.now() + 3_600_000).toISOString(),
    },
  ];
  const client = { send: async () => ({ Images }) };
  const { record } = await new Rig().bake({ dryRun: true });
  if (record.names === undefined) throw new Error('The dry run gave no names.');
  const start = clock.now();
  const ec2 = new PatientClient({ client, clock, random: () => 0.5 });
  const run = someRun({ clock, workflow: workflow({ runAttempt: '2' }) });
  const existing = await clock.run(
    findExisting(
      { ...run, aws: { ...run.aws, ec2: () => ec2 } },
      {
        names: { ...record.names, name: 'golden' },
        accountId: '123456789012',
        claim: '2-0a1b2c3d4e5f',
      },
    ),
  );
  expect(existing.namesake?.ImageId).toBe('ami-0123456789abcdef0');
  expect(clock.now() - start).toBeLessThan(65_000);
});
