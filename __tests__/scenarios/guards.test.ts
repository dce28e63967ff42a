/** Guards against what should not happen: an EC2 that shows too much or too little, a cancellation at the very end. */
import { DescribeImagesCommand, DescribeSnapshotsCommand } from '@aws-sdk/client-ec2';
import { describe, expect, test } from '@jest/globals';
import { faults } from '../../simulator/faults.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import type { Aws } from '../../src/aws/access.ts';
import { type Ec2, PatientClient } from '../../src/aws/patient-client.ts';
import { bake } from '../../src/bake/bake.ts';
import { CancelledError } from '../../src/base/errors.ts';
import { someTemplates } from '../builders/inputs.ts';
import { isMeant, type Life, Rig, startedAt } from '../builders/rig.ts';

interface Change {
  request?: (command: unknown) => unknown;
  answer?: (output: unknown) => unknown;
}

/** The requests to EC2, its answers or both are changed on their way. */
class StrangeRig extends Rig {
  readonly #change: Change;

  constructor(change: Change, options: SimulatorOptions = {}) {
    super({ image: { seconds: 60 }, ...options });
    this.#change = change;
  }

  protected override access(life: Life): Aws {
    return this.#changed(super.access(life));
  }

  #changed(aws: Aws): Aws {
    return {
      ...aws,
      ec2: (region) => this.#through(aws.ec2(region)),
      until: (deadline) => this.#changed(aws.until(deadline)),
    };
  }

  #through(ec2: Ec2): Ec2 {
    const { request, answer } = this.#change;
    const send = async (command: unknown, { abortSignal }: { abortSignal: AbortSignal }) => {
      const how = { signal: abortSignal, patienceSeconds: 0, attemptSeconds: 3600 };
      const output = await ec2.send((request?.(command) ?? command) as never, how);
      return answer?.(output) ?? output;
    };
    return new PatientClient({ client: { send }, clock: this.clock, random: () => 0.5 });
  }
}

/** An EC2 that takes no notice of whose objects are asked for, nor of filters. */
const showingEverything: Change = {
  request: (command) => {
    if (command instanceof DescribeImagesCommand)
      return new DescribeImagesCommand({ ...command.input, Owners: undefined, Filters: undefined });
    if (command instanceof DescribeSnapshotsCommand)
      return new DescribeSnapshotsCommand({ ...command.input, OwnerIds: undefined, Filters: undefined });
    return command;
  },
};

const golden = { ...someTemplates({ name: 'golden' }) };

async function tagsOf(rig: Rig): Promise<Record<string, string>> {
  const { record } = await rig.bake({ ...golden, dryRun: true });
  return {
    'bake-ami:key': record.names?.key ?? '',
    // That of the process which is started next.
    'bake-ami:claim': '1-000000000002',
    'bake-ami:state': 'baking',
  };
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
    expect(rig.simulator.calls.of('DeregisterImage').filter(isMeant)).toEqual([]);
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
  const rig = new StrangeRig({ answer });
  expect(await rig.bake()).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('its owner is 666677778888, not 123456789012') },
  });
});

test('snapshot IDs that EC2 has told are not forgotten when a later look does not tell them', async () => {
  const rig = new Rig({ image: { seconds: 300, failure: { afterSeconds: 120 } } });
  const run = rig.run({ onFailure: 'keep' });
  const told: number[] = [];
  rig.simulator.calls.onCall(({ action, at }) => {
    const image = rig.simulator.world().images.get(rig.images[0] ?? '');
    if (action !== 'DescribeImages' || image === undefined) return;
    if (at > image.createdAt + 30_000) image.snapshotIdsAt = Number.MAX_SAFE_INTEGER;
    told.push(run.record.image?.snapshots.length ?? 0);
  });
  const outcome = await rig.clock.run(bake(run));
  expect(outcome.ok).toBe(false);
  expect(outcome.record.image).toMatchObject({ state: 'failed' });
  expect(outcome.record.image?.snapshots.map(({ snapshotId }) => snapshotId).toSorted()).toEqual(
    rig.snapshots.toSorted(),
  );
  expect(told).toEqual(told.toSorted());
});

describe('an image that is marked as ready stays, and nobody removes it any more:', () => {
  async function expectOneImage(rig: Rig): Promise<void> {
    const [id] = rig.images;
    expect(rig.images).toHaveLength(1);
    expect(
      rig.simulator
        .world()
        .images.get(id ?? '')
        ?.tags.current.get('bake-ami:state'),
    ).toBe('ready');
    expect(JSON.parse(rig.state ?? '')).toMatchObject({ phase: 'done' });
    await rig.post();
    expect(rig.images).toEqual([id]);
    expect(rig.snapshots).toHaveLength(2);
    expect(rig.simulator.calls.of('DeregisterImage', 'DeleteSnapshot').filter(isMeant)).toEqual([]);
  }

  test.each([
    ['at once', 0],
    ['while EC2 does not show the mark yet', 40],
  ])('the step is cancelled when EC2 has answered, %s', async (_name, tagWriteSeconds) => {
    const rig = new Rig({ image: { seconds: 60 }, latencyMilliseconds: 50 });
    const run = rig.run();
    const info = (message: string) => {
      run.log.info(message);
      if (!/is marked as ready/.test(message)) return;
      if (tagWriteSeconds > 0)
        rig.simulator.faults.add({ action: 'DescribeImages', fault: faults.stale(tagWriteSeconds) });
      rig.cancel();
    };
    const outcome = await rig.clock.run(bake({ ...run, log: { ...run.log, info } }));
    expect(outcome).toMatchObject({ ok: false, cleanup: undefined });
    expect((outcome as { error: unknown }).error).toBeInstanceOf(CancelledError);
    await expectOneImage(rig);
  });

  test('EC2 never shows the mark', async () => {
    const rig = new Rig({ image: { seconds: 60 } });
    rig.simulator.calls.onCall(({ action, at, parameters }) => {
      if (action !== 'CreateTags' || !isMeant({ parameters })) return;
      const fault = faults.stale(3600);
      rig.simulator.faults.add({ action: 'DescribeImages', fault, from: at });
    });
    const outcome = await rig.bake();
    expect(outcome).toMatchObject({ ok: false, cleanup: undefined });
    await expectOneImage(rig);
  });

  test('the step is cancelled while its end is reported', async () => {
    const rig = new Rig({ image: { seconds: 60 } });
    const outcome = await rig.bake();
    rig.cancel();
    expect(outcome.ok).toBe(true);
    await expectOneImage(rig);
  });
});

test('the step is cancelled just before the image is marked: nothing is left', async () => {
  const rig = new Rig({ image: { seconds: 60 } });
  const run = rig.run();
  const info = (message: string) => {
    run.log.info(message);
    if (/^Verified/.test(message)) rig.cancel();
  };
  const outcome = await rig.clock.run(bake({ ...run, log: { ...run.log, info } }));
  expect((outcome as { error: unknown }).error).toBeInstanceOf(CancelledError);
  expect(rig.images).toEqual([]);
  expect(rig.snapshots).toEqual([]);
  expect(JSON.parse(rig.state ?? '')).toMatchObject({ phase: 'done' });
});
