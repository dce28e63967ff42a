/**
 * bake-ami against an EC2 that is not ours: moto, which knows nothing of the simulator. What moto lacks of the life of an
 * image (it takes one volume, and drops some attributes) is used as well: an EC2 that says yes and does nothing. Copies are not
 * tried: moto gives them no tags, and bake-ami looks for those for minutes.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Baked, MotoStage } from './python/moto-stage.ts';
import { describeWithPython } from './python/python.ts';

const home = 'eu-west-1';
/** Where the bakes are that moto lets fail: apart from the others, for they take a minute. */
const elsewhere = 'eu-central-1';
const organization = 'arn:aws:organizations::123456789012:organization/o-exampleorg1';

/** What moto accepts and does not do, and what bake-ami must say to it. */
const brokenPromises: readonly [title: string, inputs: Record<string, string>, told: RegExp][] = [
  ['a volume that is not in the image', { 'exclude-devices': '' }, /no snapshot of \/dev\/sdf is in it/],
  [
    'snapshots that are not shared',
    { 'share-with': '111122223333', 'share-snapshots': 'true' },
    /does not show it 60 seconds later.*111122223333 has no permission/,
  ],
  ['IMDSv2 that is not required', { 'require-imdsv2': 'true' }, /it is not set to require IMDSv2/],
];

describeWithPython('moto', () => {
  let stage: MotoStage;
  let instanceId: string;
  let slow: Promise<Baked>[];
  let fromTheStart: string[];

  beforeAll(async () => {
    stage = await MotoStage.open();
    const other = await stage.launch(elsewhere);
    // moto has images of Amazon, whose snapshots it takes for ours.
    fromTheStart = await stage.remains(elsewhere);
    slow = brokenPromises.map(([, inputs], index) =>
      stage.bake(elsewhere, {
        'instance-id': other,
        'exclude-devices': '/dev/sdf',
        name: `promise-${index}`,
        ...inputs,
      }),
    );
    instanceId = await stage.launch(home);
  });
  afterAll(() => stage?.close());

  const bake = (inputs: Readonly<Record<string, string>> = {}) =>
    stage.bake(home, { 'instance-id': instanceId, 'exclude-devices': '/dev/sdf', ...inputs });

  let first: Baked;

  test('makes the image that was asked for', async () => {
    first = await bake({
      name: "web (1) [x] /a-b'c@d_e {{ instance.name }}",
      description: 'Baked <from> {{ instance.id }} & "more"',
      family: 'web',
      tags: 'Team=<web> & Söhne\nEmpty=',
      'snapshot-tags': 'Backup=no',
      'share-with': `111122223333, 444455556666\n${organization}`,
      'ssm-parameter': '/golden/{{ repo }}',
    });
    expect({ code: first.code, log: first.log }).toMatchObject({ code: 0 });
    const { outputs } = first;

    const images = await stage.images(home);
    expect(images).toMatchObject([
      {
        ImageId: outputs['ami-id'],
        Name: "web (1) [x] /a-b'c@d_e web",
        Description: `Baked <from> ${instanceId} & "more"`,
        State: 'available',
        Public: false,
      },
    ]);
    const tags = byKey(images[0].Tags);
    expect(tags).toMatchObject({
      Name: "web (1) [x] /a-b'c@d_e web",
      Team: '<web> & Söhne',
      Empty: '',
      'bake-ami:state': 'ready',
      'bake-ami:family': 'web',
      'bake-ami:instance': instanceId,
      'bake-ami:repository': 'acme/web',
    });
    expect(tags).not.toHaveProperty('Backup');

    const [snapshotId] = JSON.parse(outputs['snapshot-ids'] ?? '');
    expect(images[0].BlockDeviceMappings).toMatchObject([
      { DeviceName: '/dev/sda1', Ebs: { SnapshotId: snapshotId } },
    ]);
    const { Snapshots } = await stage.boto3.call('ec2', 'DescribeSnapshots', { SnapshotIds: [snapshotId] });
    expect(byKey(Snapshots[0].Tags)).toEqual({ ...tags, Backup: 'no' });

    const attribute = { ImageId: outputs['ami-id'], Attribute: 'launchPermission' };
    const { LaunchPermissions } = await stage.boto3.call('ec2', 'DescribeImageAttribute', attribute);
    expect(LaunchPermissions).toEqual([
      { UserId: '111122223333' },
      { UserId: '444455556666' },
      { OrganizationArn: organization },
    ]);

    expect(await parameter()).toMatchObject({
      Value: outputs['ami-id'],
      Version: 1,
      Type: 'String',
      DataType: 'aws:ec2:image',
    });
  });

  test('writes outputs, a summary, and leaves nothing to the post step', () => {
    const { outputs, summary, post } = first;
    const [snapshotId] = JSON.parse(outputs['snapshot-ids'] ?? '');
    expect(outputs).toMatchObject({
      'ami-name': "web (1) [x] /a-b'c@d_e web",
      snapshots: JSON.stringify({ '/dev/sda1': snapshotId }),
      'root-snapshot-id': snapshotId,
      region: home,
      'ami-ids': JSON.stringify({ [home]: outputs['ami-id'] }),
      created: 'true',
      'previous-ami-id': '',
    });
    expect(JSON.parse(outputs['image'] ?? '')).toMatchObject({
      id: outputs['ami-id'],
      state: 'available',
      sharing: { accounts: ['111122223333', '444455556666'], organizations: [organization] },
      parameters: [expect.objectContaining({ name: '/golden/web', newValue: outputs['ami-id'] })],
    });
    expect(summary).toContain(outputs['ami-id']);
    expect(post).toMatchObject({ code: 0, log: expect.stringContaining('Nothing to clean up') });
  });

  test('knows the image before in the next bake, and moves the parameter', async () => {
    const { code, log, outputs } = await bake({ name: 'second', 'ssm-parameter': '/golden/web' });
    expect({ code, log }).toMatchObject({ code: 0 });
    expect(outputs['previous-ami-id']).toBe(first.outputs['ami-id']);
    expect(await parameter()).toMatchObject({ Value: outputs['ami-id'], Version: 2 });
  });

  test('reuses an image of the same name when it is told to', async () => {
    const before = await stage.remains(home);
    const { code, outputs } = await bake({ name: 'second', 'if-exists': 'reuse' });
    expect({ code, created: outputs['created'] }).toEqual({ code: 0, created: 'false' });
    expect(before).toContain(outputs['ami-id']);
    expect(await stage.remains(home)).toEqual(before);
  });

  test('makes an image public, and says that it could not ask whether that is blocked', async () => {
    const { code, log, outputs } = await bake({ name: 'public', public: 'true' });
    expect({ code, log }).toMatchObject({ code: 0 });
    expect(log).toMatch(/Could not check whether block public access for AMIs is on/);
    const { Images } = await stage.boto3.call('ec2', 'DescribeImages', { ImageIds: [outputs['ami-id']] });
    expect(Images).toMatchObject([{ Public: true }]);
  });

  describe('changes nothing', () => {
    let before: string[];
    beforeAll(async () => {
      before = await stage.remains(home);
    });

    test('in a dry run', async () => {
      const { code, log, outputs } = await bake({ name: 'dry', 'dry-run': 'true' });
      expect(code).toBe(0);
      expect(log).toContain(`Create an AMI of ${instanceId}`);
      expect(outputs).toMatchObject({ 'ami-name': 'dry', 'ami-id': '' });
    });

    test.each([
      [
        'of an instance that does not exist',
        { 'instance-id': 'i-0123456789abcdef0' },
        /i-0123456789abcdef0 does not exist/,
      ],
      ['when the name is taken', { name: 'second' }, /"second" is taken in eu-west-1 by ami-/],
      [
        'when a device to leave out is not there',
        { 'exclude-devices': '/dev/sdz' },
        /no volume at \/dev\/sdz/,
      ],
      ['in another account', { 'allowed-account-ids': '999988887777' }, /of account 123456789012/],
    ])('%s', async (_title, inputs, told) => {
      const { code, log, post } = await bake(inputs);
      expect({ code, post: post.code }).toEqual({ code: 1, post: 0 });
      expect(log).toMatch(told);
    });

    afterAll(async () => {
      expect(await stage.remains(home)).toEqual(before);
    });
  });

  describe('is not believed', () => {
    test.each(brokenPromises.map(([title, , told], index) => ({ title, told, index })))(
      'about $title',
      async ({ told, index }) => {
        const baked = await slow[index];
        expect(baked?.code).toBe(1);
        expect(baked?.log).toMatch(told);
        expect(baked?.log).toContain(`Removed ${baked?.outputs['ami-id']}`);
      },
    );

    test('and nothing is left of it', async () => {
      await Promise.all(slow);
      expect(await stage.remains(elsewhere)).toEqual(fromTheStart);
    });
  });

  async function parameter() {
    const { Parameters } = await stage.boto3.call('ssm', 'GetParameters', { Names: ['/golden/web'] });
    return Parameters[0];
  }
});

function byKey(tags: readonly { Key: string; Value: string }[]): Record<string, string> {
  return Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
}
