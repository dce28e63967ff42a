/** Copies into other Regions on the simulated EC2: exactly one in each, as the home image is, whatever goes wrong. */
import { describe, expect, test } from '@jest/globals';
import type { RecordedCall } from '../../simulator/calls.ts';
import { type Fault, type FaultRule, faults } from '../../simulator/faults.ts';
import { type Image, imageSnapshotIds } from '../../simulator/model/image.ts';
import type { ImageSeed } from '../../simulator/model/seed-image.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { Simulator } from '../../simulator/simulator.ts';
import { VirtualClock } from '../../simulator/virtual-clock.ts';
import { InProcessHandler } from '../../simulator/wire/in-process.ts';
import { BakeError, CancelledError } from '../../src/base/errors.ts';
import { type CopyResult, copyImages } from '../../src/image/copy/copy.ts';
import type { Copying, CopyTarget } from '../../src/image/copy/copying.ts';
import { passing } from '../builders/faults.ts';
import { pseudoRandom } from '../builders/rig.ts';
import { someRun } from '../builders/run.ts';

const key = '00112233445566778899aabbccddeeff';
const claim = '1-0a1b2c3d4e5f';
const tags = {
  Name: 'golden',
  'bake-ami:key': key,
  'bake-ami:claim': claim,
  'bake-ami:state': 'baking',
  'bake-ami:run': 'attempt 1',
};
const tagList = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));

const secondClaim = '2-5f4e3d2c1b0a';

type Wish = Partial<Copying> & { deadline?: number; signal?: AbortSignal };

/** An available image in eu-west-1, with two snapshots, that is to be copied. */
class Scene {
  readonly clock = new VirtualClock();
  readonly simulator: Simulator;
  readonly home: Image;
  readonly controller = new AbortController();
  readonly announced: string[] = [];
  readonly lines: { at: number; text: string }[] = [];
  readonly troubles: string[] = [];
  readonly #startedAt = this.clock.now();
  readonly #random = pseudoRandom(1);

  constructor(options: SimulatorOptions = {}, seed: ImageSeed = {}) {
    this.simulator = new Simulator({
      clock: this.clock,
      latencyMilliseconds: 50,
      copy: { seconds: 200 },
      ...options,
    });
    this.home = this.simulator.seedImage({
      name: 'golden',
      devices: [{ device: '/dev/xvda' }, { device: '/dev/sdf', sizeGiB: 20 }],
      tags,
      snapshotTags: tags,
      ...seed,
    });
  }

  copy(targets: readonly (string | CopyTarget)[], overrides: Wish = {}): Promise<CopyResult[]> {
    return this.clock.run(this.start(targets, overrides));
  }

  start(
    targets: readonly (string | CopyTarget)[],
    { deadline = this.clock.now() + 7200_000, signal = this.controller.signal, ...overrides }: Wish = {},
  ): Promise<CopyResult[]> {
    const run = someRun({
      clock: this.clock,
      random: this.#random,
      deadline,
      signal,
      access: { requestHandler: new InProcessHandler(this.simulator), random: this.#random },
    });
    const info = (text: string) => {
      if (text.startsWith('Copies: ')) this.lines.push({ at: this.seconds, text });
      else this.troubles.push(text);
    };
    return copyImages(
      { ...run, log: { ...run.log, info } },
      {
        targets: targets.map((target) => (typeof target === 'string' ? { region: target } : target)),
        home: { imageId: this.home.id, region: 'eu-west-1' },
        names: { name: 'golden', description: 'A copy', key, imageTags: tagList, snapshotTags: tagList },
        claim,
        accountId: '123456789012',
        devices: ['/dev/xvda', '/dev/sdf'],
        onCopy: (region, imageId) => this.announced.push(`${region} ${imageId} at ${this.seconds}`),
        ...overrides,
      },
    );
  }

  /** As the next attempt of the run names things: its claim and its provenance tags differ. */
  get secondAttempt(): Wish {
    return namedBy(secondClaim, 'attempt 2');
  }

  claimsIn(region: string): (string | undefined)[] {
    return this.imagesIn(region).map((image) => image.tags.current.get('bake-ami:claim'));
  }

  /** Images of the Region that are not deregistered. */
  imagesIn(region: string): Image[] {
    const { images } = this.simulator.world(region);
    return [...images.values()].filter(({ deregisteredAt }) => deregisteredAt === undefined);
  }

  copyCalls(region?: string): RecordedCall[] {
    const calls = this.simulator.calls.of('CopyImage');
    return region === undefined ? calls : calls.filter((call) => call.region === region);
  }

  get seconds(): number {
    return Math.round((this.clock.now() - this.#startedAt) / 100) / 10;
  }
}

/** The same bake, by another process. */
function namedBy(other: string, run: string): Wish {
  const own = { ...tags, 'bake-ami:claim': other, 'bake-ami:run': run };
  const list = Object.entries(own).map(([Key, Value]) => ({ Key, Value }));
  const names = { name: 'golden', description: 'A copy', key, imageTags: list, snapshotTags: list };
  return { claim: other, names };
}

function imageIdsOf(results: readonly CopyResult[]): string[] {
  return results.map((result) => {
    if ('error' in result) throw result.error;
    return result.image.id;
  });
}

function errorOf(result: CopyResult | undefined): BakeError {
  expect(result).toMatchObject({ error: expect.any(BakeError) });
  return (result as { error: BakeError }).error;
}

function expectOneCopy(scene: Scene, region: string, id: string | undefined): void {
  expect(scene.imagesIn(region).map((image) => image.id)).toEqual([id]);
  const { snapshots } = scene.simulator.world(region);
  expect([...snapshots.values()].filter(({ deletedAt }) => deletedAt === undefined)).toHaveLength(2);
  expect(scene.clock.pending).toBe(0);
}

describe('copies', () => {
  test('have the name, the description and the tags of the home image, and are verified', async () => {
    const scene = new Scene();
    const results = await scene.copy(['us-west-2', 'eu-central-1']);
    expect(results).toEqual(
      ['us-west-2', 'eu-central-1'].map((region) => ({
        region,
        image: expect.objectContaining({
          id: scene.imagesIn(region)[0]?.id,
          name: 'golden',
          region,
          state: 'available',
          snapshots: [
            expect.objectContaining({ device: '/dev/xvda', root: true, sizeGiB: 8, encrypted: false }),
            expect.objectContaining({ device: '/dev/sdf', root: false, sizeGiB: 20, encrypted: false }),
          ],
        }),
      })),
    );
    for (const region of ['us-west-2', 'eu-central-1']) {
      const [image] = scene.imagesIn(region);
      expect(image).toMatchObject({ name: 'golden', description: 'A copy', sourceImageId: scene.home.id });
      expect(Object.fromEntries(image?.tags.current ?? [])).toEqual(tags);
      for (const id of image === undefined ? [] : imageSnapshotIds(image)) {
        const snapshot = scene.simulator.world(region).snapshots.get(id);
        expect(Object.fromEntries(snapshot?.tags.current ?? [])).toEqual(tags);
      }
    }
    expect(scene.simulator.calls.changes().map(({ action }) => action)).toEqual(['CopyImage', 'CopyImage']);
  });

  test('are announced the moment that CopyImage is answered', async () => {
    const scene = new Scene();
    const [id] = imageIdsOf(await scene.copy(['us-west-2']));
    expect(scene.announced).toEqual([`us-west-2 ${id} at 0.1`]);
  });

  test.each(['key ID', 'key ARN', 'alias', 'alias ARN'])(
    'are encrypted with the key of a Region, by its %s',
    async (form) => {
      const scene = new Scene();
      const { arn } = scene.simulator.seedKey({ region: 'us-west-2', alias: 'alias/images' });
      const aliasArn = `${arn.slice(0, arn.indexOf(':key/'))}:alias/images`;
      const kmsKeyId =
        { 'key ID': arn.split('/')[1], 'key ARN': arn, alias: 'alias/images', 'alias ARN': aliasArn }[form] ??
        '';
      const results = await scene.copy([{ region: 'us-west-2', kmsKeyId }, 'eu-central-1']);
      expect(results).toMatchObject([
        { image: { snapshots: [{ encrypted: true }, { encrypted: true }] } },
        { image: { snapshots: [{ encrypted: false }, { encrypted: false }] } },
      ]);
      const snapshots = [...scene.simulator.world('us-west-2').snapshots.values()];
      expect(snapshots.map((snapshot) => snapshot.kmsKeyId)).toEqual([arn, arn]);
    },
  );

  const regions = [
    'us-east-1',
    'us-east-2',
    'us-west-1',
    'us-west-2',
    'eu-central-1',
    'eu-north-1',
    'eu-west-2',
    'ap-south-1',
    'ap-northeast-1',
    'sa-east-1',
  ];

  test('into ten Regions take as long as the slowest and at most 10 % more, and their waits overlap', async () => {
    const scene = new Scene();
    const slowest = 600;
    for (const [index, region] of regions.entries()) {
      scene.simulator.planNextCopy({ seconds: slowest - index * 40 }, region);
    }
    const results = await scene.copy(regions);
    expect(results.map(({ region }) => region)).toEqual(regions);
    expect(new Set(imageIdsOf(results)).size).toBe(10);
    expect(scene.seconds).toBeGreaterThanOrEqual(slowest);
    expect(scene.seconds).toBeLessThan(slowest * 1.1);
    const sentAt = scene.copyCalls().map(({ at }) => at);
    expect(Math.max(...sentAt) - Math.min(...sentAt)).toBeLessThan(1000);
  });

  test('are followed in one line for all Regions, once a minute and when one is done', async () => {
    const scene = new Scene();
    scene.simulator.planNextCopy({ seconds: 90 }, 'eu-central-1');
    scene.simulator.planNextCopy({ seconds: 400 }, 'us-west-2');
    scene.simulator.planNextCopy({ seconds: 300, snapshotIdsAfterSeconds: 200 }, 'ap-southeast-2');
    await scene.copy(['us-west-2', 'eu-central-1', 'ap-southeast-2']);
    const texts = scene.lines.map(({ text }) => text);
    for (const text of texts) {
      expect(text).toMatch(
        /^Copies: us-west-2 (pending|\d+ %|available), eu-central-1 (pending|\d+ %|available), ap-southeast-2 (pending|\d+ %|available)$/,
      );
    }
    expect(texts).toContainEqual(
      expect.stringMatching(/^Copies: us-west-2 \d+ %, eu-central-1 available, ap-southeast-2 pending$/),
    );
    expect(texts.at(-1)).toBe(
      'Copies: us-west-2 available, eu-central-1 available, ap-southeast-2 available',
    );
    expect(texts.length).toBeLessThanOrEqual(400 / 60 + 2 + 3);
    expect(texts.length).toBeGreaterThan(6);
  });

  test('of an hour cost few calls in each Region', async () => {
    const scene = new Scene({ copy: { seconds: 3600 } });
    await scene.copy(['us-west-2', 'eu-central-1']);
    for (const region of ['us-west-2', 'eu-central-1']) {
      expect(scene.simulator.calls.all.filter((call) => call.region === region).length).toBeLessThan(400);
    }
  });
});

/** What may go wrong with CopyImage alone. */
const passingOfCopies: Readonly<Record<string, Fault>> = {
  'an answer without an image ID': {
    kind: 'body',
    status: 200,
    contentType: 'text/xml',
    body: '<CopyImageResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>x</requestId></CopyImageResponse>',
    after: true,
  },
  'a source that does not show yet': faults.error(
    'InvalidAMIID.NotFound',
    "The image id '[ami-0123456789abcdef0]' does not exist",
  ),
  'a source that the Region takes for pending': faults.error(
    'InvalidAMIID.Unavailable',
    "The AMI ID 'ami-0123456789abcdef0' is currently pending and may not be used for this operation",
  ),
  'an answer that is late': faults.late(20),
  'too many copies': faults.error(
    'ResourceLimitExceeded',
    'Too many image copies in progress. The limit is 5 for this destination region.',
  ),
};

describe.each(['CopyImage', 'DescribeImages', 'DescribeSnapshots'])(
  'on %s in one of two Regions',
  (action) => {
    const possible = Object.entries(action === 'CopyImage' ? { ...passing, ...passingOfCopies } : passing);

    test.each(possible)('%s once: one copy in each', async (_name, fault) => {
      const scene = new Scene({ copy: { seconds: 60 } });
      const rule: FaultRule = { action, fault, times: 1 };
      scene.simulator.faults.add({ ...rule, when: ({ region }) => region === 'us-west-2' });
      const [first, second] = imageIdsOf(await scene.copy(['us-west-2', 'eu-central-1']));
      expectOneCopy(scene, 'us-west-2', first);
      expectOneCopy(scene, 'eu-central-1', second);
    });
  },
);

describe('whatever is hidden at first', () => {
  const possible = Object.entries({ ...passing, ...passingOfCopies });

  test.each(possible)('%s on CopyImage: one copy', async (_name, fault) => {
    const consistency = { imageSeconds: 20, snapshotSeconds: 20, tagSeconds: 25, writeSeconds: 20 };
    const scene = new Scene({ copy: { seconds: 60 }, consistency });
    scene.simulator.faults.add({ action: 'CopyImage', fault, times: 1 });
    const [id] = imageIdsOf(await scene.copy(['us-west-2']));
    expectOneCopy(scene, 'us-west-2', id);
  });
});

describe("EC2's limit of copies under way", () => {
  test('is waited out, at half a minute a time', async () => {
    const scene = new Scene({ concurrentCopies: 1 });
    const other = scene.simulator.seedImage({ name: 'other', tags });
    const theirs = { name: 'other', description: '', key: 'theirs', imageTags: [], snapshotTags: [] };
    const theirTags = [{ Key: 'bake-ami:key', Value: 'theirs' }];
    const busy = scene.start(['us-west-2'], {
      home: { imageId: other.id, region: 'eu-west-1' },
      names: { ...theirs, imageTags: theirTags, snapshotTags: theirTags },
      devices: [],
    });
    await scene.clock.advance(1);
    const [results] = await scene.clock.run(Promise.all([scene.start(['us-west-2', 'eu-central-1']), busy]));
    expect(imageIdsOf(results)).toHaveLength(2);
    expect(scene.copyCalls('us-west-2').length).toBeGreaterThan(5);
    expect(scene.copyCalls('us-west-2').length).toBeLessThan(12);
    expect(scene.troubles.filter((text) => /us-west-2 takes no further copy/.test(text))).toHaveLength(1);
    expect(scene.lines.map(({ text }) => text)).toContainEqual(expect.stringContaining('us-west-2 waiting'));
  });

  test('at the deadline is an error that says so', async () => {
    const scene = new Scene({ concurrentCopies: 0 });
    const [result] = await scene.copy(['us-west-2'], { deadline: scene.clock.now() + 600_000 });
    expect(errorOf(result).message).toMatch(
      /copy ami-\w+ to us-west-2\. ec2:CopyImage: ResourceLimitExceeded/,
    );
    expect(errorOf(result).remedy).toMatch(/kept us-west-2 busy until `timeout-minutes`/);
    expect(scene.seconds).toBeLessThan(601);
  });

  test('is not taken for any other quota', async () => {
    const scene = new Scene();
    const quota = faults.error(
      'ResourceLimitExceeded',
      'You have reached your quota for the number of AMIs.',
    );
    scene.simulator.faults.add({ action: 'CopyImage', fault: quota });
    const [result] = await scene.copy(['us-west-2']);
    expect(errorOf(result).message).toContain('You have reached your quota');
    expect(scene.seconds).toBeLessThan(1);
  });
});

describe('a Region that fails', () => {
  test('does not stop the others, and tells its reason', async () => {
    const scene = new Scene();
    const failure = { afterSeconds: 30, message: 'Copy image failed with an internal error' };
    scene.simulator.planNextCopy({ failure }, 'us-west-2');
    const [failed, done] = await scene.copy(['us-west-2', 'eu-central-1']);
    expect(errorOf(failed).message).toMatch(
      /^EC2 could not create copy ami-\w+ in us-west-2\. EC2's reason: .*Copy image failed with an internal error\.$/,
    );
    expect(done).toMatchObject({ region: 'eu-central-1', image: { state: 'available' } });
    expect(scene.lines.map(({ text }) => text)).toContainEqual(expect.stringContaining('us-west-2 failed'));
  });

  test.each([
    ['that is not there', () => 'alias/nothing'],
    [
      'that is disabled',
      (scene: Scene) => scene.simulator.seedKey({ region: 'us-west-2', state: 'Disabled' }).arn,
    ],
  ])('because of a key %s names the Region, the key and what to grant', async (_what, keyIn) => {
    const scene = new Scene();
    const kmsKeyId = keyIn(scene);
    const [failed, done] = await scene.copy([{ region: 'us-west-2', kmsKeyId }, 'eu-central-1']);
    const { message, remedy } = errorOf(failed);
    expect(message).toMatch(/could not create copy ami-\w+ in us-west-2\..*key ID is not accessible/);
    expect(remedy).toContain(`EC2 could not use the KMS key ${kmsKeyId} of \`copy-to\` in us-west-2.`);
    expect(remedy).toMatch(/kms:DescribeKey, kms:CreateGrant, .*kms:ReEncrypt\*/);
    expect(done).toMatchObject({ image: { state: 'available' } });
  });

  test('without a permission names it at once', async () => {
    const scene = new Scene();
    scene.simulator.permissions.deny('ec2:CopyImage');
    const [result] = await scene.copy(['us-west-2']);
    expect(errorOf(result).message).toContain('ec2:CopyImage: UnauthorizedOperation');
    expect(errorOf(result).remedy).toContain('"Copies", statement Copy');
    expect(scene.seconds).toBeLessThan(1);
  });

  test('because its name is taken names the image that has it', async () => {
    const scene = new Scene();
    const { id } = scene.simulator.seedImage({ name: 'golden', region: 'us-west-2' });
    const [result] = await scene.copy(['us-west-2']);
    expect(errorOf(result).message).toBe(`The AMI name "golden" is taken in us-west-2 by ${id}.`);
    expect(scene.imagesIn('us-west-2').map((image) => image.id)).toEqual([id]);
  });

  test('because time is over says so at the deadline', async () => {
    const scene = new Scene({ copy: { seconds: 7200 } });
    const [result] = await scene.copy(['us-west-2'], { deadline: scene.clock.now() + 600_000 });
    expect(errorOf(result).message).toMatch(
      /^Timed out after 10 minutes \(`timeout-minutes`\) while waiting for copy ami-\w+ in us-west-2: .* at \d %/,
    );
    expect(scene.seconds).toBeLessThan(601);
  });
});

test('a cancelled step ends all Regions at once', async () => {
  const scene = new Scene();
  const copied = scene.start(['us-west-2', 'eu-central-1']);
  copied.catch(() => undefined);
  await scene.clock.advance(60);
  scene.controller.abort(new CancelledError('The step was cancelled (SIGINT).'));
  await expect(copied).rejects.toThrow(CancelledError);
  expect(scene.clock.pending).toBe(0);
});

describe('a second attempt', () => {
  test.each([0, 5, 100, 250])('takes up the copies of the first, %i seconds later', async (seconds) => {
    const scene = new Scene();
    const controller = new AbortController();
    const first = scene.start(['us-west-2', 'eu-central-1'], { signal: controller.signal });
    first.catch(() => undefined);
    await scene.clock.advance(1 + seconds);
    controller.abort(new CancelledError('killed'));
    const ids = imageIdsOf(await scene.copy(['us-west-2', 'eu-central-1'], scene.secondAttempt));
    expectOneCopy(scene, 'us-west-2', ids[0]);
    expectOneCopy(scene, 'eu-central-1', ids[1]);
    expect(scene.copyCalls()).toHaveLength(2);
    expect(scene.claimsIn('us-west-2')).toEqual([secondClaim]);
  });

  test.each(['1-5f4e3d2c1b0a', '2-5f4e3d2c1b0a'])(
    'of claim %s leaves the copy of a process of its own attempt or of a later one alone',
    async (other) => {
      const scene = new Scene();
      const theirs = namedBy('2-0a1b2c3d4e5f', 'attempt 2');
      const [id] = imageIdsOf(await scene.copy(['us-west-2'], theirs));
      scene.simulator.calls.clear();
      const [result] = await scene.copy(['us-west-2'], namedBy(other, 'attempt 2'));
      expect(errorOf(result).message).toContain(`"golden" is taken in us-west-2 by ${id}`);
      expectOneCopy(scene, 'us-west-2', id);
      expect(scene.claimsIn('us-west-2')).toEqual(['2-0a1b2c3d4e5f']);
      expect(scene.simulator.calls.of('CreateTags', 'DeregisterImage', 'DeleteSnapshot')).toEqual([]);
    },
  );

  test('takes up a copy that is marked as ready already', async () => {
    const scene = new Scene();
    const [id] = imageIdsOf(await scene.copy(['us-west-2']));
    scene.imagesIn('us-west-2')[0]?.tags.put([{ key: 'bake-ami:state', value: 'ready' }], scene.clock.now());
    expect(imageIdsOf(await scene.copy(['us-west-2'], scene.secondAttempt))).toEqual([id]);
  });

  test.each([
    ['the same request', {}],
    ['other tags', undefined],
  ])('finds a copy that EC2 does not show yet, with %s', async (_what, overrides) => {
    const scene = new Scene({ consistency: { imageSeconds: 30, tagSeconds: 40 } });
    const controller = new AbortController();
    const first = scene.start(['us-west-2'], { signal: controller.signal });
    first.catch(() => undefined);
    await scene.clock.advance(1);
    controller.abort(new CancelledError('killed'));
    const [id] = imageIdsOf(await scene.copy(['us-west-2'], overrides ?? scene.secondAttempt));
    expectOneCopy(scene, 'us-west-2', id);
  });

  test('makes a new copy where the first has failed, and removes that one, for it has the name', async () => {
    const scene = new Scene();
    scene.simulator.planNextCopy({ failure: { afterSeconds: 30 } }, 'us-west-2');
    const [failed] = await scene.copy(['us-west-2']);
    errorOf(failed);
    const old = scene.imagesIn('us-west-2')[0]?.id;
    const [id] = imageIdsOf(await scene.copy(['us-west-2'], scene.secondAttempt));
    expect(id).not.toBe(old);
    expectOneCopy(scene, 'us-west-2', id);
    expect(scene.troubles).toContainEqual(expect.stringContaining(`${old} (failed) in us-west-2 was left`));
  });

  test('waits until EC2 gives the name of the removed one free', async () => {
    const scene = new Scene({ deregistration: { nameHeldSeconds: 60 } });
    scene.simulator.planNextCopy({ failure: { afterSeconds: 30 } }, 'us-west-2');
    await scene.copy(['us-west-2']);
    const [id] = imageIdsOf(await scene.copy(['us-west-2'], scene.secondAttempt));
    expectOneCopy(scene, 'us-west-2', id);
  });

  test.each([
    ['the same request', {}],
    ['other tags', undefined],
  ])(
    'makes a new copy when the first has been removed, whose token is spent, with %s',
    async (_what, overrides) => {
      const scene = new Scene();
      await scene.copy(['us-west-2']);
      const [old] = scene.imagesIn('us-west-2');
      if (old !== undefined) old.deregisteredAt = scene.clock.now();
      for (const snapshot of scene.simulator.world('us-west-2').snapshots.values())
        snapshot.deletedAt = scene.clock.now();
      const [id] = imageIdsOf(await scene.copy(['us-west-2'], overrides ?? scene.secondAttempt));
      expect(id).not.toBe(old?.id);
      expectOneCopy(scene, 'us-west-2', id);
    },
  );

  test('leaves a copy of another home image that the same key has made, unless it is in the way', async () => {
    const scene = new Scene();
    const finished = scene.simulator.seedImage({
      name: 'golden of yesterday',
      region: 'us-west-2',
      tags: { ...tags, 'bake-ami:state': 'ready' },
    });
    const [id] = imageIdsOf(await scene.copy(['us-west-2']));
    expect(scene.imagesIn('us-west-2').map((image) => image.id)).toEqual([finished.id, id]);
  });

  test('does not go on when what has the name cannot be removed', async () => {
    const scene = new Scene();
    scene.simulator.planNextCopy({ failure: { afterSeconds: 30 } }, 'us-west-2');
    await scene.copy(['us-west-2']);
    scene.simulator.permissions.deny('ec2:DeregisterImage');
    const [result] = await scene.copy(['us-west-2'], scene.secondAttempt);
    expect(errorOf(result).message).toMatch(/has the name "golden" in us-west-2 and could not be removed/);
    expect(errorOf(result).remedy).toContain('aws ec2 deregister-image --region us-west-2');
  });
});
