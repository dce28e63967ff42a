/** Claims and marks on the simulated EC2: written, read back, and never taken for one's own when they are not. */
import { describe, expect, test } from '@jest/globals';
import { faults } from '../../simulator/faults.ts';
import type { Image as Simulated } from '../../simulator/model/image.ts';
import { Simulator } from '../../simulator/simulator.ts';
import { VirtualClock } from '../../simulator/virtual-clock.ts';
import { InProcessHandler } from '../../simulator/wire/in-process.ts';
import type { Image } from '../../src/aws/sdk/ec2.ts';
import { bakeStateOf, claimOf } from '../../src/base/own-tags.ts';
import {
  attemptUrl,
  claimant,
  type Marking,
  markRemoving,
  takeOver,
  throwIfSuperseded,
} from '../../src/image/claim.ts';
import { imagesOfKey } from '../../src/image/describe.ts';
import { passing } from '../builders/faults.ts';
import { someRun } from '../builders/run.ts';
import { errorOf } from '../builders/told.ts';
import { workflow } from '../builders/workflow.ts';

const key = '00112233445566778899aabbccddeeff';
const claim = '2-aaaaaaaaaaaa';
const before = '1-bbbbbbbbbbbb';
const other = '2-cccccccccccc';

/** Two images of the key with the claim of an earlier attempt, or of whom the tags say. */
class Scene {
  readonly clock = new VirtualClock();
  readonly simulator = new Simulator({ clock: this.clock, latencyMilliseconds: 50 });
  readonly images: Simulated[];
  readonly startedAt = this.clock.now();

  constructor(claims: readonly (string | undefined)[] = [before, before]) {
    this.images = claims.map((owner) => {
      const tags = {
        'bake-ami:key': key,
        'bake-ami:state': 'baking',
        ...(owner === undefined ? {} : { 'bake-ami:claim': owner }),
      };
      return this.simulator.seedImage({ tags, snapshotTags: tags });
    });
  }

  marking(seconds = 60): Marking {
    const { aws, clock, signal, region } = someRun({
      clock: this.clock,
      access: { requestHandler: new InProcessHandler(this.simulator) },
    });
    const until = clock.now() + seconds * 1000;
    return { ec2: aws.ec2(region), clock, key, how: () => ({ signal }), until };
  }

  /** As this process sees them before it writes anything. */
  async seen(): Promise<Image[]> {
    const { ec2, how } = this.marking();
    return this.clock.run(imagesOfKey(ec2, key, how()));
  }

  async takeOver(seconds?: number): Promise<Image[]> {
    const images = await this.seen();
    return this.clock.run(takeOver(this.marking(seconds), images, claim));
  }

  async markRemoving(seconds?: number): Promise<readonly Image[]> {
    const images = await this.seen();
    return this.clock.run(markRemoving(this.marking(seconds), images, claim));
  }

  /** Another process writes its claim right after this one's call. */
  claimedAfter(action: string, index = 0, by = other): void {
    const stop = this.simulator.calls.onCall((call) => {
      if (call.action !== action) return;
      stop();
      this.images[index]?.tags.put([{ key: 'bake-ami:claim', value: by }], call.at);
    });
  }

  tag(name: string): (string | undefined)[] {
    return this.images.map(({ tags }) => tags.current.get(`bake-ami:${name}`));
  }

  get ids(): string[] {
    return this.images.map(({ id }) => id).toSorted();
  }

  get seconds(): number {
    return (this.clock.now() - this.startedAt) / 1000;
  }
}

function idsOf(images: readonly Image[]): string[] {
  return images.map(({ ImageId = '' }) => ImageId).toSorted();
}

describe('taking over', () => {
  test('writes the claim on the images and their snapshots in one call, and reads it back', async () => {
    const scene = new Scene();
    const taken = await scene.takeOver();
    expect(idsOf(taken)).toEqual(scene.ids);
    expect(taken.map(claimOf)).toEqual([claim, claim]);
    expect(scene.simulator.calls.of('CreateTags')).toHaveLength(1);
    const { snapshots } = scene.simulator.world();
    expect([...snapshots.values()].map(({ tags }) => tags.current.get('bake-ami:claim'))).toEqual([
      claim,
      claim,
    ]);
    expect(scene.clock.pending).toBe(0);
  });

  test('of nothing asks EC2 nothing', async () => {
    const scene = new Scene([]);
    expect(await scene.takeOver()).toEqual([]);
    expect(scene.simulator.calls.of('CreateTags')).toEqual([]);
  });

  test('is lost to another process that wrote its claim a moment later', async () => {
    const scene = new Scene();
    scene.claimedAfter('CreateTags');
    const [lost, won] = scene.images;
    expect(idsOf(await scene.takeOver())).toEqual([won?.id]);
    expect(lost?.tags.current.get('bake-ami:claim')).toBe(other);
    expect(scene.seconds).toBeLessThan(1);
  });

  test('by two processes at once is won by one', async () => {
    const scene = new Scene([before]);
    const images = await scene.seen();
    const winners = await scene.clock.run(
      Promise.all([claim, other].map((mine) => takeOver(scene.marking(), images, mine))),
    );
    const [winner] = scene.tag('claim');
    expect(winners.map((taken) => taken.length).toSorted()).toEqual([0, 1]);
    expect(winners.flat().map(claimOf)).toEqual([winner]);
  });

  test.each<[string, string | undefined]>([
    ['an earlier attempt', before],
    ['a version without claims', undefined],
  ])('is not decided by a stale look that shows the claim of %s', async (_who, owner) => {
    const scene = new Scene([owner]);
    scene.simulator.faults.add({
      action: 'DescribeImages',
      fault: faults.stale(20),
      from: scene.clock.now(),
    });
    const taken = await scene.takeOver();
    expect(taken.map(claimOf)).toEqual([claim]);
    expect(scene.seconds).toBeGreaterThan(19);
    expect(scene.seconds).toBeLessThan(25);
  });

  test('is lost when a stale look shows at last that another process was faster', async () => {
    const scene = new Scene([before]);
    scene.claimedAfter('CreateTags');
    const fault = faults.stale(20);
    scene.simulator.faults.add({ action: 'DescribeImages', fault, from: scene.clock.now() });
    expect(await scene.takeOver()).toEqual([]);
    expect(scene.seconds).toBeGreaterThan(19);
  });

  test('is lost when the claim does not show in time: who cannot see it may not rely on it', async () => {
    const scene = new Scene();
    const fault = faults.stale(3600);
    const images = await scene.seen();
    scene.simulator.faults.add({ action: 'DescribeImages', fault, from: scene.clock.now() });
    const taken = await scene.clock.run(takeOver(scene.marking(30), images, claim));
    expect(taken).toEqual([]);
    expect(scene.seconds).toBeLessThanOrEqual(31);
    expect(scene.clock.pending).toBe(0);
  });

  test('is refused without the permission to tag, and nothing has changed', async () => {
    const scene = new Scene();
    scene.simulator.permissions.deny('ec2:CreateTags');
    expect(await errorOf(scene.takeOver())).toMatchObject({ name: 'UnauthorizedOperation' });
    expect(scene.tag('claim')).toEqual([before, before]);
  });

  describe.each(['CreateTags', 'DescribeImages'])('on %s', (action) => {
    test.each(Object.keys(passing))('%s once: the images are its own', async (name) => {
      const scene = new Scene();
      const images = await scene.seen();
      scene.simulator.faults.add({ action, fault: passing[name] as never, times: 1 });
      const taken = await scene.clock.run(takeOver(scene.marking(), images, claim));
      expect(idsOf(taken)).toEqual(scene.ids);
      expect(scene.tag('claim')).toEqual([claim, claim]);
    });
  });
});

describe('marking images as about to be removed', () => {
  test('tells those that are still its own', async () => {
    const scene = new Scene([claim, claim]);
    const marked = await scene.markRemoving();
    expect(idsOf(marked)).toEqual(scene.ids);
    expect(scene.tag('removing')).toEqual([claim, claim]);
    expect(marked.map(bakeStateOf)).toEqual(['removing', 'removing']);
    expect(scene.tag('state')).toEqual(['baking', 'baking']);
  });

  test('does not hide that an image is ready', async () => {
    const scene = new Scene([claim, claim]);
    scene.images[0]?.tags.put([{ key: 'bake-ami:state', value: 'ready' }], scene.clock.now());
    const marked = await scene.markRemoving();
    const ready = marked.filter((image) => bakeStateOf(image) === 'ready');
    expect(idsOf(ready)).toEqual([scene.images[0]?.id]);
  });

  test('takes the place of the state on images that have all the tags EC2 allows', async () => {
    const scene = new Scene([claim, claim]);
    const [full] = scene.images;
    const others = Array.from({ length: 47 }, (_, index) => ({ key: `Team ${index}`, value: 'web' }));
    full?.tags.put(others, scene.clock.now());
    const marked = await scene.markRemoving();
    expect(idsOf(marked)).toEqual(scene.ids);
    expect(marked.map(bakeStateOf)).toEqual(['removing', 'removing']);
  });

  test('shows the claim of a process that has taken one over meanwhile', async () => {
    const scene = new Scene([claim, claim]);
    scene.claimedAfter('CreateTags', 0, '3-dddddddddddd');
    const marked = await scene.markRemoving();
    const [taken] = scene.images;
    expect(marked.find(({ ImageId }) => ImageId === taken?.id)).toMatchObject({
      Tags: expect.arrayContaining([{ Key: 'bake-ami:claim', Value: '3-dddddddddddd' }]),
    });
  });

  test('leaves out those whose mark does not show in time', async () => {
    const scene = new Scene([claim]);
    const images = await scene.seen();
    const fault = faults.stale(3600);
    scene.simulator.faults.add({ action: 'DescribeImages', fault, from: scene.clock.now() });
    expect(await scene.clock.run(markRemoving(scene.marking(10), images, claim))).toEqual([]);
  });

  test('goes without a mark where the role may not tag: nobody of this role can take them over either', async () => {
    const scene = new Scene([claim, claim]);
    scene.simulator.permissions.deny('ec2:CreateTags');
    const marked = await scene.markRemoving();
    expect(idsOf(marked)).toEqual(scene.ids);
    expect(scene.tag('state')).toEqual(['baking', 'baking']);
  });

  test('of nothing asks EC2 nothing', async () => {
    const scene = new Scene([]);
    expect(await scene.markRemoving()).toEqual([]);
    expect(scene.simulator.calls.of('CreateTags')).toEqual([]);
  });
});

describe('of a taking over and a removal of one image, one at least sees the other', () => {
  const offsets = Array.from({ length: 21 }, (_, index) => (index - 10) * 25);

  test.each(offsets)('the removal begins %d ms after the taking over', async (offset) => {
    const scene = new Scene([before]);
    const images = await scene.seen();
    const start = async <T>(delay: number, work: () => Promise<T>): Promise<T> => {
      await scene.clock.sleep(Math.max(0, delay));
      return work();
    };
    const [taken, marked] = await scene.clock.run(
      Promise.all([
        start(-offset, () => takeOver(scene.marking(), images, claim)),
        start(offset, () => markRemoving(scene.marking(), images, before)),
      ]),
    );
    const ownerSeesRemoval = taken.some((image) =>
      image.Tags?.some(({ Key, Value }) => Key === 'bake-ami:removing' && Value === before),
    );
    const removerSeesOwner = marked.every((image) => claimOf(image) === claim);
    expect(ownerSeesRemoval || removerSeesOwner).toBe(true);
  });
});

describe('a process whose image has another claim', () => {
  const run = { workflow: workflow({ runAttempt: '2' }) };
  const own = { claim, before: [before] };
  const withClaim = (value: string | undefined): Image => ({
    ImageId: 'ami-0a1b2c3d4e5f60718',
    Tags: value === undefined ? [] : [{ Key: 'bake-ami:claim', Value: value }],
  });

  test.each([
    ['its own', claim],
    ['that of before, which an old look may show', before],
    ['none, since tags may show later', undefined],
  ])('goes on when that is %s', (_what, value) => {
    expect(() => throwIfSuperseded(run, withClaim(value), own)).not.toThrow();
  });

  test.each([
    ['3-dddddddddddd', 'Attempt 3 of this workflow run (claim 3-dddddddddddd)', 3],
    [other, `Another process of this attempt (claim ${other})`, 2],
  ])('stops when that is %s, and says who has it', async (value, who, attempt) => {
    const error = await errorOf(Promise.resolve().then(() => throwIfSuperseded(run, withClaim(value), own)));
    expect(error).toMatchObject({
      name: 'SupersededError',
      message: `${who} has taken over ami-0a1b2c3d4e5f60718, so this one stops. Nothing was removed.`,
      remedy: `See https://github.com/acme/web/actions/runs/17532140987/attempts/${attempt}.`,
    });
    expect(claimant(run.workflow, value)).toBe(who);
    expect(attemptUrl(run.workflow, value)).toMatch(new RegExp(`/attempts/${attempt}$`));
  });

  test('stops on the claim of an earlier attempt that it has not taken over from', () => {
    expect(() => throwIfSuperseded(run, withClaim(before), { claim })).toThrow(
      'Attempt 1 of this workflow run',
    );
  });
});
