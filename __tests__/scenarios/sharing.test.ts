/** Sharing an image on the simulated EC2: afterwards its permissions are those that were asked for, and no others. */
import { describe, expect, test } from '@jest/globals';
import { type Fault, faults } from '../../simulator/faults.ts';
import type { Image } from '../../simulator/model/image.ts';
import { imageSnapshotIds } from '../../simulator/model/image.ts';
import type { ImageSeed } from '../../simulator/model/seed-image.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { nobody } from '../../src/image/share/grantees.ts';
import { type Shares, type Sharing, shareImage } from '../../src/image/share/share.ts';
import { passing } from '../builders/faults.ts';
import { Rig } from '../builders/rig.ts';

const owner = '123456789012';
const organization = 'arn:aws:organizations::111111111111:organization/o-0123456789';
const unit = 'arn:aws:organizations::111111111111:ou/o-0123456789/ou-a1b2-0123abcd';
const account = (index: number) => String(200_000_000_000 + index);
const accounts = (count: number) => Array.from({ length: count }, (_, index) => account(index));
const two = { devices: [{ device: '/dev/xvda' }, { device: '/dev/sdf' }] };

/** An available image of our own, with two snapshots unless the seed says otherwise. */
class Scene {
  readonly rig: Rig;
  readonly image: Image;

  constructor(options: SimulatorOptions = {}, seed: ImageSeed = two) {
    this.rig = new Rig(options);
    this.image = this.rig.simulator.seedImage(seed);
  }

  share(wish: Partial<Shares>): Promise<Sharing> {
    const devices = this.image.mapping.map(({ deviceName }) => deviceName);
    const snapshots = imageSnapshotIds(this.image).map((snapshotId, index) => ({
      device: devices[index] ?? '',
      snapshotId,
      root: index === 0,
      sizeGiB: 8,
      encrypted: false,
    }));
    const shares: Shares = {
      image: { id: this.image.id, region: 'eu-west-1', snapshots },
      accountId: owner,
      shareWith: [],
      shareSnapshots: false,
      makePublic: false,
      ...wish,
    };
    return this.rig.clock.run(shareImage(this.rig.run(), shares));
  }

  get infos(): string[] {
    return this.#lines('info ');
  }

  get warnings(): string[] {
    return this.#lines('warning ');
  }

  #lines(kind: string): string[] {
    return this.rig.log.filter((line) => line.startsWith(kind)).map((line) => line.slice(kind.length));
  }

  /** What EC2 has in the end: of the image, and of each snapshot. */
  get permissions(): string[][] {
    const { snapshots } = this.rig.simulator.world();
    const ofSnapshots = imageSnapshotIds(this.image).map((id) => [
      ...(snapshots.get(id)?.sharedWith.current ?? []),
    ]);
    return [[...this.image.launchPermissions.current], ...ofSnapshots];
  }

  get changes(): string[] {
    return this.rig.simulator.calls.changes().map(({ action }) => action);
  }
}

describe('what was asked is what is there', () => {
  test('three accounts, an organization and a unit, with snapshots', async () => {
    const scene = new Scene();
    const shareWith = [unit, ...accounts(3), organization];
    expect(await scene.share({ shareWith, shareSnapshots: true })).toEqual({
      accounts: accounts(3),
      organizations: [organization],
      organizationalUnits: [unit],
      public: false,
      snapshots: true,
    });
    expect(scene.permissions).toEqual([[unit, ...accounts(3), organization], accounts(3), accounts(3)]);
    expect(scene.changes).toEqual([
      'ModifyImageAttribute',
      'ModifySnapshotAttribute',
      'ModifySnapshotAttribute',
    ]);
    expect(scene.infos[0]).toBe(
      `Sharing the image ${scene.image.id} with 3 accounts, 1 organization, and 1 organizational unit`,
    );
  });

  test('600 accounts, in as few calls as EC2 allows', async () => {
    const scene = new Scene();
    const shareWith = accounts(600);
    await scene.share({ shareWith, shareSnapshots: true });
    expect(scene.permissions).toEqual([accounts(600), accounts(600), accounts(600)]);
    expect(scene.changes).toHaveLength(6);
  });

  test('accounts without snapshots', async () => {
    const scene = new Scene();
    const sharing = await scene.share({ shareWith: accounts(2) });
    expect(sharing.snapshots).toBe(false);
    expect(scene.permissions).toEqual([accounts(2), [], []]);
    expect(scene.rig.simulator.calls.of('DescribeSnapshotAttribute')).toEqual([]);
  });

  test('everyone, and the snapshots with the accounts alone', async () => {
    const scene = new Scene();
    const shareWith = accounts(2);
    const sharing = await scene.share({ shareWith, shareSnapshots: true, makePublic: true });
    expect(sharing).toMatchObject({ public: true, snapshots: true });
    expect(scene.permissions).toEqual([[...accounts(2), 'all'], accounts(2), accounts(2)]);
    expect(scene.warnings).toEqual([]);
  });

  test('nobody: nothing is changed', async () => {
    const scene = new Scene();
    expect(await scene.share({})).toEqual({ ...nobody, public: false, snapshots: false });
    expect(scene.changes).toEqual([]);
  });

  test('many snapshots', async () => {
    const devices = Array.from({ length: 26 }, (_, index) => ({ device: `/dev/sd${index}` }));
    const scene = new Scene({}, { devices });
    await scene.share({ shareWith: accounts(600), shareSnapshots: true });
    for (const entities of scene.permissions) expect(entities).toEqual(accounts(600));
    expect(scene.rig.clock.pending).toBe(0);
  });
});

describe('the own account', () => {
  test('needs no permission, and gets none', async () => {
    const scene = new Scene();
    const sharing = await scene.share({ shareWith: [owner, account(1)], shareSnapshots: true });
    expect(sharing.accounts).toEqual([account(1)]);
    expect(scene.permissions).toEqual([[account(1)], [account(1)], [account(1)]]);
    expect(scene.infos[0]).toBe(`Account ${owner} owns the image: it may use it without a permission`);
  });

  test('alone, changes nothing, even on an image that cannot be shared', async () => {
    const scene = new Scene({}, { devices: [{ device: '/dev/xvda', encrypted: 'aws-managed' }] });
    const sharing = await scene.share({ shareWith: [owner], shareSnapshots: true });
    expect(sharing).toEqual({ ...nobody, public: false, snapshots: false });
    expect(scene.changes).toEqual([]);
  });
});

describe('what is there already', () => {
  test('is not added again by a second run', async () => {
    const scene = new Scene();
    const wish = {
      shareWith: [...accounts(3), organization, unit],
      shareSnapshots: true,
      makePublic: true,
    };
    await scene.share(wish);
    const before = scene.permissions;
    scene.rig.simulator.calls.clear();
    await scene.share(wish);
    expect(scene.changes).toEqual([]);
    expect(scene.permissions).toEqual(before);
    expect(scene.infos).toContain(
      `The image ${scene.image.id} is shared with 3 accounts, 1 organization, and 1 organizational unit, and with everyone already`,
    );
  });

  test('is completed by what is missing, and nothing is taken away', async () => {
    const scene = new Scene({}, { ...two, sharedWith: [account(1), account(9)] });
    await scene.share({ shareWith: accounts(3) });
    expect(scene.permissions[0]).toEqual([account(1), account(9), account(0), account(2)]);
    const [call] = scene.rig.simulator.calls.of('ModifyImageAttribute');
    expect(Object.values(call?.parameters ?? {})).toEqual([scene.image.id, account(0), account(2)]);
  });

  test('is told when it is more than anybody asked for', async () => {
    const scene = new Scene({}, { ...two, public: true });
    await scene.share({ shareWith: accounts(1) });
    expect(scene.permissions[0]).toEqual(['all', account(0)]);
    expect(scene.warnings).toEqual([expect.stringContaining('is public already')]);
  });
});

describe('whom EC2 refuses', () => {
  const messageOf = (work: Promise<unknown>) =>
    work.then(
      () => '',
      (error: Error) => error.message,
    );

  test('an account among 600 is named, and nothing goes on', async () => {
    const scene = new Scene({ unknownAccounts: [account(555)] });
    const wish = { shareWith: accounts(600), shareSnapshots: true, makePublic: true };
    const message = await messageOf(scene.share(wish));
    expect(message).toMatch(
      /^EC2 refuses to share the image ami-\w+ as asked:\n- input `share-with`: 200000000555: /,
    );
    expect(message).toContain('InvalidAMIAttributeItemValue');
    expect(message.match(/\b2000000\d{5}\b/g)?.every((found) => found === account(555))).toBe(true);
    expect(scene.image.launchPermissions.has('all')).toBe(false);
    expect(scene.permissions.slice(1)).toEqual([[], []]);
  });

  test('several are named at once, of every kind', async () => {
    const unknownAccounts = [account(3), account(4), account(599), organization, unit];
    const scene = new Scene({ unknownAccounts });
    const message = await messageOf(scene.share({ shareWith: [...accounts(600), organization, unit] }));
    for (const entity of unknownAccounts) expect(message).toContain(`input \`share-with\`: ${entity}: `);
    expect(message.split('\n')).toHaveLength(6);
  });

  test('is found also when EC2 does not name it', async () => {
    const scene = new Scene();
    scene.rig.simulator.faults.add({
      action: 'ModifyImageAttribute',
      when: ({ parameters }) => Object.values(parameters).includes(account(321)),
      fault: faults.error('InvalidAMIAttributeItemValue', 'An attribute item value is not valid.'),
    });
    const message = await messageOf(scene.share({ shareWith: accounts(600) }));
    expect(message.split('\n')).toEqual([
      expect.any(String),
      expect.stringContaining(`input \`share-with\`: ${account(321)}: `),
    ]);
    expect(scene.permissions[0]).toHaveLength(599);
  });

  test('on the snapshots: told for each of them, at once', async () => {
    const scene = new Scene();
    scene.rig.simulator.faults.add({
      action: 'ModifySnapshotAttribute',
      when: ({ parameters }) => Object.values(parameters).includes(account(1)),
      fault: faults.error(
        'InvalidAMIAttributeItemValue',
        `Invalid attribute item value "${account(1)}" for userId item type.`,
      ),
    });
    const message = await messageOf(scene.share({ shareWith: accounts(3), shareSnapshots: true }));
    expect(message).toMatch(/^The snapshots could not be shared as asked:/);
    for (const id of imageSnapshotIds(scene.image)) expect(message).toContain(id);
    expect(scene.permissions).toEqual([accounts(3), [account(0), account(2)], [account(0), account(2)]]);
  });

  test.each<[string, ImageSeed, Partial<Shares>, string, RegExp]>([
    [
      'an image encrypted with aws/ebs',
      { devices: [{ device: '/dev/xvda', encrypted: 'aws-managed' }] },
      { shareWith: accounts(600) },
      'InvalidParameter',
      /customer managed key.*re-encryption/,
    ],
    [
      'an encrypted image for everyone',
      { devices: [{ device: '/dev/xvda', encrypted: true }] },
      { makePublic: true },
      'UnsupportedOperation',
      /Leave out `public`/,
    ],
    [
      'a thousand and one accounts',
      two,
      { shareWith: accounts(1001) },
      'ResourceLimitExceeded',
      /"AMI sharing"/,
    ],
  ])('%s: the cause and the remedy are told, after one refusal', async (_what, seed, wish, code, remedy) => {
    const scene = new Scene({}, seed);
    await expect(scene.share(wish)).rejects.toMatchObject({
      message: expect.stringContaining(code),
      remedy: expect.stringMatching(remedy),
    });
    const refused = scene.rig.simulator.calls.all.filter(({ outcome }) => outcome.code === code);
    expect(refused).toHaveLength(1);
  });

  test('everyone, while the account blocks public access; the accounts have got theirs', async () => {
    const scene = new Scene();
    scene.rig.simulator.world().publicAccessBlocks.add(owner);
    await expect(scene.share({ shareWith: accounts(2), makePublic: true })).rejects.toMatchObject({
      message: expect.stringMatching(/^Could not make the image ami-\w+ public\. ec2:ModifyImageAttribute/),
      remedy: expect.stringContaining('disable-image-block-public-access'),
    });
    expect(scene.permissions[0]).toEqual(accounts(2));
  });

  test.each([
    'DescribeImageAttribute',
    'ModifyImageAttribute',
    'DescribeSnapshotAttribute',
    'ModifySnapshotAttribute',
  ])('a role without %s learns what to allow', async (action) => {
    const scene = new Scene();
    scene.rig.simulator.permissions.deny(action);
    await expect(scene.share({ shareWith: accounts(1), shareSnapshots: true })).rejects.toMatchObject({
      message: expect.stringContaining(`ec2:${action}: UnauthorizedOperation`),
      remedy: expect.stringMatching(new RegExp(`^Allow ec2:${action} .*in the IAM policy`)),
    });
  });
});

describe('reading back', () => {
  test('has patience while permissions do not show', async () => {
    const scene = new Scene({ consistency: { permissionSeconds: 45 } });
    await scene.share({ shareWith: accounts(2), shareSnapshots: true });
    expect(scene.permissions).toEqual([accounts(2), accounts(2), accounts(2)]);
  });

  test('tells everything that does not show after a minute', async () => {
    const scene = new Scene({ consistency: { permissionSeconds: 3600 } });
    const wish = { shareWith: [...accounts(2), unit], makePublic: true };
    await expect(scene.share(wish)).rejects.toThrow(
      `EC2 accepted to share the image ${scene.image.id}, but does not show it 60 seconds later:\n` +
        `- ${account(0)} has no permission\n- ${account(1)} has no permission\n- ${unit} has no permission\n- everyone has no permission`,
    );
    expect(scene.rig.seconds).toBeLessThan(70);
    expect(scene.rig.clock.pending).toBe(0);
  });

  test('tells of each snapshot what does not show', async () => {
    const scene = new Scene();
    // Somebody takes the permissions away as fast as they are given.
    const stale = faults.stale(3600);
    scene.rig.simulator.faults.add({ action: 'DescribeSnapshotAttribute', fault: stale });
    const error = await scene
      .share({ shareWith: accounts(1), shareSnapshots: true })
      .catch((thrown: Error) => thrown);
    for (const id of imageSnapshotIds(scene.image)) expect((error as Error).message).toContain(id);
  });
});

describe('an image that has only just been made', () => {
  test('is shared as soon as EC2 knows it everywhere', async () => {
    const scene = new Scene(
      { consistency: { imageSeconds: 10, snapshotSeconds: 20, writeSeconds: 30 } },
      { ...two, ageSeconds: 0 },
    );
    await scene.share({ shareWith: accounts(2), shareSnapshots: true });
    expect(scene.permissions).toEqual([accounts(2), accounts(2), accounts(2)]);
    expect(scene.rig.seconds).toBeGreaterThan(25);
  });
});

const unpleasant: Readonly<Record<string, Fault>> = {
  ...passing,
  ServiceUnavailable: faults.serviceUnavailable(),
  'a late answer': faults.late(10),
  'a stale answer': faults.stale(60),
};

describe.each([
  'DescribeImageAttribute',
  'ModifyImageAttribute',
  'DescribeSnapshotAttribute',
  'ModifySnapshotAttribute',
])('on %s', (action) => {
  const wish = {
    shareWith: [...accounts(2), organization],
    shareSnapshots: true,
    makePublic: true,
  };
  const shared = [[...accounts(2), organization, 'all'], accounts(2), accounts(2)];

  test.each(Object.keys(unpleasant))('%s, on any one call: shared as asked', async (name) => {
    const calm = new Scene();
    await calm.share(wish);
    const calls = calm.rig.simulator.calls.of(action).length;
    expect(calls).toBeGreaterThan(1);
    for (let nth = 1; nth <= calls; nth += 1) {
      const scene = new Scene();
      const struck = scene.rig.simulator.faults.add({ action, fault: unpleasant[name] as Fault, nth });
      await scene.share(wish);
      expect(struck.strikes).toBe(1);
      expect(scene.permissions).toEqual(shared);
      expect(scene.rig.clock.pending).toBe(0);
    }
  });

  test('throttling for a whole minute: shared as asked', async () => {
    const scene = new Scene();
    const until = scene.rig.clock.now() + 60_000;
    scene.rig.simulator.faults.add({ action, fault: faults.requestLimitExceeded(), until });
    await scene.share(wish);
    expect(scene.permissions).toEqual(shared);
  });
});

test('a cancelled step ends sharing at once, with nobody left waiting', async () => {
  const scene = new Scene({ consistency: { permissionSeconds: 3600 } });
  scene.rig.clock.sleep(20_000).then(() => scene.rig.cancel());
  await expect(scene.share({ shareWith: accounts(1), shareSnapshots: true })).rejects.toMatchObject({
    name: 'CancelledError',
  });
  expect(scene.rig.seconds).toBeLessThan(21);
  expect(scene.rig.clock.pending).toBe(0);
});
