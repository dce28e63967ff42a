/** Guards against what should not happen: an EC2 that shows too much or too little, a cancellation at the very end. */
import { DescribeImagesCommand, DescribeSnapshotsCommand } from '@aws-sdk/client-ec2';
import { describe, expect, test } from '@jest/globals';
import { faults } from '../../simulator/faults.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { type Ec2, PatientClient } from '../../src/aws/patient-client.ts';
import type { World } from '../../src/bake/world.ts';
import { CancelledError } from '../../src/base/errors.ts';
import { someTemplates } from '../builders/inputs.ts';
import { isMeant, Rig, startedAt } from '../builders/rig.ts';

/** With a world in which something is different. */
class StrangeRig extends Rig {
  readonly #change: (world: World, rig: Rig) => Partial<World>;

  constructor(change: (world: World, rig: Rig) => Partial<World>, options: SimulatorOptions = {}) {
    super({ image: { seconds: 60 }, ...options });
    this.#change = change;
  }

  override world(...given: Parameters<Rig['world']>): World {
    const world = super.world(...given);
    return { ...world, ...this.#change(world, this) };
  }
}

/** The requests, the answers or both are changed on their way. */
function through(
  { ec2, clock, random }: World,
  { request, answer }: { request?: (command: unknown) => unknown; answer?: (output: unknown) => unknown },
): Ec2 {
  const send = async (command: unknown, { abortSignal }: { abortSignal: AbortSignal }) => {
    const how = { signal: abortSignal, patienceSeconds: 0, attemptSeconds: 3600 };
    const output = await ec2.send((request?.(command) ?? command) as never, how);
    return answer?.(output) ?? output;
  };
  return new PatientClient({ client: { send }, clock, random });
}

/** An EC2 that takes no notice of whose objects are asked for, nor of filters. */
function showingEverything(world: World): Partial<World> {
  const request = (command: unknown) => {
    if (command instanceof DescribeImagesCommand)
      return new DescribeImagesCommand({ ...command.input, Owners: undefined, Filters: undefined });
    if (command instanceof DescribeSnapshotsCommand)
      return new DescribeSnapshotsCommand({ ...command.input, OwnerIds: undefined, Filters: undefined });
    return command;
  };
  return { ec2: through(world, { request }) };
}

const golden = { ...someTemplates({ name: 'golden' }) };

async function tagsOf(rig: Rig): Promise<Record<string, string>> {
  const { record } = await rig.bake({ ...golden, dryRun: true });
  return { 'bake-ami:key': record.names?.key ?? '', 'bake-ami:state': 'baking' };
}

describe('where EC2 ignores filters, nothing of another bake is touched', () => {
  const others = { 'bake-ami:key': 'ffffffffffffffffffffffffffffffff', 'bake-ami:state': 'baking' };
  const none = { 'bake-ami:state': 'baking' };

  /** An image of each, and snapshots whose image is gone: nothing but the guard keeps them. */
  function seedOthers(rig: Rig): { images: string[]; snapshots: string[] } {
    for (const tags of [others, none]) {
      rig.simulator.seedImage({ tags, snapshotTags: tags });
      rig.simulator.seedImage({ tags, snapshotTags: tags }).deregisteredAt = startedAt - 3_600_000;
    }
    return { images: rig.images, snapshots: rig.snapshots };
  }

  function touched(rig: Rig): (string | undefined)[] {
    return rig.simulator.calls
      .of('DeregisterImage', 'DeleteSnapshot', 'CreateTags')
      .flatMap(({ parameters }) => [
        parameters['ImageId'],
        parameters['SnapshotId'],
        parameters['ResourceId.1'],
      ])
      .filter((id) => id !== undefined);
  }

  function expectUntouched(rig: Rig, foreign: { images: string[]; snapshots: string[] }): void {
    const ids = touched(rig);
    expect(ids.filter((id) => [...foreign.images, ...foreign.snapshots].includes(id ?? ''))).toEqual([]);
    expect(rig.images).toEqual(expect.arrayContaining(foreign.images));
    expect(rig.snapshots).toEqual(expect.arrayContaining(foreign.snapshots));
  }

  test('by a bake that goes well', async () => {
    const rig = new StrangeRig(showingEverything);
    const foreign = seedOthers(rig);
    const outcome = await rig.bake();
    expect(outcome).toMatchObject({ ok: true, record: { resumed: false, created: true } });
    expectUntouched(rig, foreign);
  });

  test('by the clean-up of a bake that fails', async () => {
    const rig = new StrangeRig(showingEverything, { image: { seconds: 60, failure: { afterSeconds: 20 } } });
    const foreign = seedOthers(rig);
    expect(await rig.bake()).toMatchObject({ ok: false, cleanup: { done: true } });
    expectUntouched(rig, foreign);
    expect(rig.images).toEqual(foreign.images);
    expect(rig.snapshots).toEqual(foreign.snapshots);
  });

  test('by the post step', async () => {
    const rig = new StrangeRig(showingEverything);
    const foreign = seedOthers(rig);
    await rig.killed(9, 'after');
    expect(rig.images).toHaveLength(foreign.images.length + 1);
    expect(await rig.post()).toMatchObject({ done: true });
    expectUntouched(rig, foreign);
    expect(rig.images).toEqual(foreign.images);
    expect(rig.snapshots).toEqual(foreign.snapshots);
  });
});

describe('where EC2 shows the images of other accounts', () => {
  const foreign = { accountId: '666677778888', public: true };

  test('one that carries our key is not taken up', async () => {
    const rig = new StrangeRig(showingEverything);
    const { id } = rig.simulator.seedImage({ ...foreign, tags: await tagsOf(rig) });
    const outcome = await rig.bake(golden);
    expect(outcome).toMatchObject({ ok: true, record: { resumed: false, created: true } });
    expect(outcome.record.image?.id).not.toBe(id);
    expect(rig.simulator.calls.of('DeregisterImage')).toEqual([]);
  });

  test.each(['fail', 'reuse'] as const)(
    'one of our name does not hold it (if-exists: %s)',
    async (ifExists) => {
      const rig = new StrangeRig(showingEverything);
      const { id } = rig.simulator.seedImage({ ...foreign, name: 'golden' });
      const outcome = await rig.bake({ ...golden, ifExists });
      expect(outcome).toMatchObject({ ok: true, record: { created: true } });
      expect(outcome.record.image?.id).not.toBe(id);
    },
  );

  test('one of our name and key is not adopted after a lost answer', async () => {
    const rig = new StrangeRig(showingEverything);
    const { id } = rig.simulator.seedImage({ ...foreign, name: 'golden', tags: await tagsOf(rig) });
    rig.simulator.faults.add({ action: 'CreateImage', when: isMeant, fault: faults.lostAnswer(), times: 1 });
    const outcome = await rig.bake(golden);
    expect(outcome.ok).toBe(true);
    expect(outcome.record.image?.id).not.toBe(id);
    expect(rig.images).toEqual([id, outcome.record.image?.id]);
  });
});

test('an image that turns out to be another account’s is not handed out', async () => {
  const answer = (output: unknown) => {
    const { Images } = output as { Images?: { OwnerId?: string }[] };
    for (const image of Images ?? []) image.OwnerId = '666677778888';
    return output;
  };
  const rig = new StrangeRig((world) => ({ ec2: through(world, { answer }) }));
  expect(await rig.bake()).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('its owner is 666677778888, not 123456789012') },
  });
});

test('snapshot IDs that EC2 has told are not forgotten when a later look does not tell them', async () => {
  const rig = new Rig({ image: { seconds: 300, failure: { afterSeconds: 120 } } });
  const told: number[] = [];
  rig.simulator.calls.onCall(({ action, at }) => {
    const image = rig.simulator.world().images.get(rig.images[0] ?? '');
    if (action !== 'DescribeImages' || image === undefined) return;
    if (at > image.createdAt + 30_000) image.snapshotIdsAt = Number.MAX_SAFE_INTEGER;
    told.push(rig.saved?.record.image?.snapshots.length ?? 0);
  });
  const outcome = await rig.bake({ onFailure: 'keep' });
  expect(outcome.ok).toBe(false);
  expect(outcome.record.image).toMatchObject({ state: 'failed' });
  expect(outcome.record.image?.snapshots.map(({ snapshotId }) => snapshotId).toSorted()).toEqual(
    rig.snapshots.toSorted(),
  );
  expect(told).toEqual(told.toSorted());
});

describe('cancelled at the very end, nothing is left and nothing is settled as good', () => {
  interface End {
    reports: boolean[];
    imagesWhenSettled: number[];
  }

  function rigThatIsCancelled(moment: 'before' | 'during'): { rig: Rig; end: End } {
    const end: End = { reports: [], imagesWhenSettled: [] };
    const rig = new StrangeRig((world, self) => ({
      log: {
        ...world.log,
        info: (message) => {
          world.log.info(message);
          if (moment === 'before' && /is marked as ready/.test(message)) self.cancel();
        },
      },
      report: async ({ ok }) => {
        end.reports.push(ok);
        await world.clock.sleep(500);
        if (moment === 'during' && ok) self.cancel();
      },
      witness: {
        ...world.witness,
        settled: (record) => {
          end.imagesWhenSettled.push(self.images.length);
          world.witness.settled(record);
        },
      },
    }));
    return { rig, end };
  }

  test.each([
    ['once the image is marked as ready, before the report', 'before', [false]],
    ['while the report is written', 'during', [true, false]],
  ] as const)('%s', async (_name, moment, reports) => {
    const { rig, end } = rigThatIsCancelled(moment);
    const outcome = await rig.bake();
    expect(outcome.ok).toBe(false);
    expect((outcome as { error: unknown }).error).toBeInstanceOf(CancelledError);
    expect(rig.images).toEqual([]);
    expect(rig.snapshots).toEqual([]);
    expect(end).toEqual({ reports, imagesWhenSettled: [0] });
  });
});
