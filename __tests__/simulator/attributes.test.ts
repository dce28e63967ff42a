/** Who may use an image or a snapshot: what EC2 takes, what it refuses, and with which words. */
import {
  CreateImageCommand,
  DescribeImageAttributeCommand,
  DescribeImagesCommand,
  DescribeSnapshotAttributeCommand,
  DisableImageBlockPublicAccessCommand,
  EC2Client,
  EnableImageBlockPublicAccessCommand,
  GetImageBlockPublicAccessStateCommand,
  type LaunchPermission,
  ModifyImageAttributeCommand,
  ModifySnapshotAttributeCommand,
  ResetImageAttributeCommand,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import type { ImageSeed } from '../../simulator/model/seed-image.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { inProcess } from '../../simulator/wire/in-process.ts';
import { ask, refusalOf, stage } from './stage.ts';

const organization = 'arn:aws:organizations::111111111111:organization/o-0123456789';
const unit = 'arn:aws:organizations::111111111111:ou/o-0123456789/ou-a1b2-0123abcd';
const everyone = { Group: 'all' } as const;
const accounts = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ UserId: String(200_000_000_000 + index) }));

/** An image of our own with one snapshot, and the calls on their permissions. */
function shared(options: SimulatorOptions = {}, seed: ImageSeed = {}) {
  const { simulator, clock, ec2 } = stage(options);
  const image = simulator.seedImage(seed);
  const world = simulator.world();
  const [snapshot] = [...world.snapshots.values()];
  if (snapshot === undefined) throw new Error('There is no snapshot.');
  const SnapshotId = snapshot.id;
  const modify = (LaunchPermission: { Add?: LaunchPermission[]; Remove?: LaunchPermission[] }) =>
    ec2.send(new ModifyImageAttributeCommand({ ImageId: image.id, LaunchPermission }));
  const modifySnapshot = (CreateVolumePermission: {
    Add?: LaunchPermission[];
    Remove?: LaunchPermission[];
  }) => ec2.send(new ModifySnapshotAttributeCommand({ SnapshotId, CreateVolumePermission }));
  const described = async () => {
    const asked = { ImageId: image.id, Attribute: 'launchPermission' } as const;
    return (await ec2.send(new DescribeImageAttributeCommand(asked))).LaunchPermissions;
  };
  const describedSnapshot = async () => {
    const asked = { SnapshotId, Attribute: 'createVolumePermission' } as const;
    return (await ec2.send(new DescribeSnapshotAttributeCommand(asked))).CreateVolumePermissions;
  };
  return {
    simulator,
    clock,
    ec2,
    image,
    world,
    snapshot,
    modify,
    modifySnapshot,
    described,
    describedSnapshot,
  };
}

describe('launch permissions', () => {
  it('are added, shown in the form they were given, and removed', async () => {
    const { modify, described, image } = shared();
    expect(await described()).toEqual([]);
    const all = [
      ...accounts(2),
      { OrganizationArn: organization },
      { OrganizationalUnitArn: unit },
      everyone,
    ];
    await modify({ Add: all });
    expect(await described()).toEqual(all);
    await modify({ Add: accounts(2), Remove: [everyone, { OrganizationArn: organization }] });
    expect([...image.launchPermissions.current]).toEqual(['200000000000', '200000000001', unit]);
  });

  it('are reset', async () => {
    const { ec2, modify, described, image } = shared({}, { sharedWith: ['200000000007'] });
    await modify({ Add: [everyone] });
    await ec2.send(new ResetImageAttributeCommand({ ImageId: image.id, Attribute: 'launchPermission' }));
    expect(await described()).toEqual([]);
  });

  it('let others see the image, but neither see nor change who may', async () => {
    const { simulator, modify, image } = shared({ accounts: { THEIRS: '200000000000' } });
    const theirs = new EC2Client(inProcess(simulator, { accessKeyId: 'THEIRS' }));
    const look = () => theirs.send(new DescribeImagesCommand({ ImageIds: [image.id] }));
    expect(await refusalOf(look())).toMatchObject({ code: 'InvalidAMIID.NotFound' });
    await modify({ Add: accounts(1) });
    expect((await look()).Images).toHaveLength(1);
    const refusal = { code: 'AuthFailure', status: 401, message: `Not authorized for image:${image.id}` };
    const ImageId = image.id;
    const Attribute = 'launchPermission';
    expect(
      await refusalOf(theirs.send(new DescribeImageAttributeCommand({ ImageId, Attribute }))),
    ).toMatchObject(refusal);
    expect(
      await refusalOf(
        theirs.send(new ModifyImageAttributeCommand({ ImageId, LaunchPermission: { Add: accounts(1) } })),
      ),
    ).toMatchObject(refusal);
  });

  it('cannot be changed while the image is pending', async () => {
    const { ec2, instance, clock } = stage({ image: { seconds: 60 } });
    const { ImageId } = await ec2.send(new CreateImageCommand({ InstanceId: instance.id, Name: 'web' }));
    const modify = () =>
      ec2.send(new ModifyImageAttributeCommand({ ImageId, LaunchPermission: { Add: accounts(1) } }));
    expect(await refusalOf(modify())).toEqual({
      code: 'InvalidAMIID.Unavailable',
      message: `The AMI ID '${ImageId}' is currently pending and may not be used for this operation`,
      status: 400,
    });
    await clock.advance(60);
    await modify();
  });

  it.each<[string, LaunchPermission[], string]>([
    ['an account of eleven digits', [{ UserId: '12345678901' }], '"12345678901" for userId'],
    [
      'accounts that do not exist',
      [...accounts(3), { UserId: '666666666666' }, { UserId: '777777777777' }],
      '"666666666666, 777777777777" for userId',
    ],
    ['an empty account', [{ UserId: '' }], '"" for userId'],
    ['a group', [{ Group: 'everybody' as 'all' }], '"everybody" for UserGroup'],
    [
      'the ARN of an account',
      [{ OrganizationArn: 'arn:aws:organizations::111111111111:account/o-0123456789/222222222222' }],
      '"arn:aws:organizations::111111111111:account/o-0123456789/222222222222" for OrganizationArn',
    ],
    [
      'an organization as a unit',
      [{ OrganizationalUnitArn: organization }],
      `"${organization}" for OrganizationalUnitArn`,
    ],
  ])('refuse %s, and everything that came with it', async (_what, Add, words) => {
    const { modify, described } = shared({ unknownAccounts: ['666666666666', '777777777777'] });
    expect(await refusalOf(modify({ Add: [...Add, { OrganizationArn: organization }] }))).toEqual({
      code: 'InvalidAMIAttributeItemValue',
      message: `Invalid attribute item value ${words} item type.`,
      status: 400,
    });
    expect(await described()).toEqual([]);
  });

  it('are for 1,000 entities', async () => {
    const { modify, image } = shared();
    await modify({ Add: [...accounts(999), { OrganizationArn: organization }, everyone] });
    await modify({ Add: accounts(999) });
    expect(await refusalOf(modify({ Add: [{ OrganizationalUnitArn: unit }] }))).toMatchObject({
      code: 'ResourceLimitExceeded',
      status: 400,
    });
    expect(image.launchPermissions.current.size).toBe(1001);
  });

  it.each<[string, ImageSeed, LaunchPermission, { code: string; message: string }]>([
    [
      'anybody, when encrypted with aws/ebs',
      { devices: [{ device: '/dev/xvda' }, { device: '/dev/sdf', encrypted: 'aws-managed' }] },
      { UserId: '123456789012' },
      {
        code: 'InvalidParameter',
        message: "Snapshots encrypted with the AWS Managed CMK can't be shared. Specify another snapshot.",
      },
    ],
    [
      'everyone, when encrypted at all',
      { devices: [{ device: '/dev/xvda', encrypted: true }] },
      everyone,
      {
        code: 'UnsupportedOperation',
        message: 'Encrypted snapshots can’t be shared publicly. Specify another snapshot.',
      },
    ],
  ])('are not for %s', async (_whom, seed, permission, refusal) => {
    const { modify } = shared({}, seed);
    expect(await refusalOf(modify({ Add: [permission] }))).toEqual({ ...refusal, status: 400 });
  });

  it('are for accounts when encrypted with a customer managed key', async () => {
    const { modify, described } = shared({}, { devices: [{ device: '/dev/xvda', encrypted: true }] });
    await modify({ Add: accounts(1) });
    expect(await described()).toEqual(accounts(1));
  });

  it('ends a dry run before anything is changed', async () => {
    const { ec2, image } = shared();
    const command = { ImageId: image.id, LaunchPermission: { Add: [everyone] }, DryRun: true };
    expect(await refusalOf(ec2.send(new ModifyImageAttributeCommand(command)))).toMatchObject({
      code: 'DryRunOperation',
    });
    expect(image.launchPermissions.current.size).toBe(0);
  });

  it('are asked for by name', () => {
    const { simulator, image } = shared();
    const form = { Action: 'ModifyImageAttribute', ImageId: image.id };
    const bodyOf = (more: Record<string, string>) => ask(simulator, { ...form, ...more }).body;
    expect(bodyOf({})).toContain('The request must contain the parameter LaunchPermission');
    expect(bodyOf({ 'UserId.1': '200000000000' })).toContain('<Code>Unsupported</Code>');
    expect(bodyOf({ 'LaunchPermission.Add.1.AccountId': '200000000000' })).toContain(
      'The parameter AccountId is not recognized',
    );
    expect(ask(simulator, { Action: 'DescribeImageAttribute', ImageId: image.id }).body).toContain(
      'The request must contain the parameter Attribute',
    );
    expect(
      ask(simulator, { Action: 'DescribeImageAttribute', ImageId: image.id, Attribute: 'kernel' }).body,
    ).toContain('<Code>Unsupported</Code>');
  });

  it('are changed as Ansible’s ec2_ami names them, and the product codes beside them are none', async () => {
    const { simulator, ec2, image } = shared();
    const form = { Action: 'ModifyImageAttribute', ImageId: image.id, Attribute: 'LaunchPermission' };
    expect(ask(simulator, { ...form, 'LaunchPermission.Add.1.UserId': '200000000000' }).status).toBe(200);
    expect(image.launchPermissions.has('200000000000')).toBe(true);
    const codes = new DescribeImageAttributeCommand({ ImageId: image.id, Attribute: 'productCodes' });
    expect((await ec2.send(codes)).ProductCodes).toEqual([]);
  });

  it('show later than they are written, where that is set', async () => {
    const { modify, described, image, clock } = shared({ consistency: { permissionSeconds: 5 } });
    await modify({ Add: accounts(1) });
    expect(image.launchPermissions.has('200000000000')).toBe(true);
    expect(await described()).toEqual([]);
    await clock.advance(5);
    expect(await described()).toEqual(accounts(1));
  });

  it.each([
    ['unknown', 'ami-00000000000000000', 'InvalidAMIID.NotFound'],
    ['malformed', 'ami-web', 'InvalidAMIID.Malformed'],
  ])('of an %s image are refused', async (_kind, ImageId, code) => {
    const { ec2 } = shared();
    const Attribute = 'launchPermission';
    const refusals = [
      ec2.send(new DescribeImageAttributeCommand({ ImageId, Attribute })),
      ec2.send(new ModifyImageAttributeCommand({ ImageId, LaunchPermission: { Add: accounts(1) } })),
      ec2.send(new ResetImageAttributeCommand({ ImageId, Attribute })),
    ].map(refusalOf);
    for (const refusal of await Promise.all(refusals)) expect(refusal.code).toBe(code);
  });
});

describe('permissions to create volumes', () => {
  it('are added, shown and removed', async () => {
    const { modifySnapshot, describedSnapshot, snapshot } = shared();
    expect(await describedSnapshot()).toEqual([]);
    await modifySnapshot({ Add: [...accounts(2), everyone] });
    expect(await describedSnapshot()).toEqual([...accounts(2), everyone]);
    await modifySnapshot({ Remove: [everyone] });
    expect([...snapshot.sharedWith.current]).toEqual(['200000000000', '200000000001']);
  });

  it.each<
    [
      string,
      { Add?: LaunchPermission[]; Remove?: LaunchPermission[] },
      ImageSeed,
      { code: string; message?: string },
    ]
  >([
    ['501 changes at once', { Add: accounts(501) }, {}, { code: 'InvalidParameterValue' }],
    [
      'adding and removing at once',
      { Add: accounts(1), Remove: [everyone] },
      {},
      { code: 'InvalidParameterCombination' },
    ],
    [
      'an account that does not exist',
      { Add: [...accounts(1), { UserId: '666666666666' }] },
      {},
      {
        code: 'InvalidAMIAttributeItemValue',
        message: 'Invalid attribute item value "666666666666" for userId item type.',
      },
    ],
    [
      'an account, when encrypted with aws/ebs',
      { Add: accounts(1) },
      { devices: [{ device: '/dev/xvda', encrypted: 'aws-managed' }] },
      {
        code: 'OperationNotPermitted',
        message: 'Encrypted snapshots with EBS default key cannot be shared',
      },
    ],
    [
      'everyone, when encrypted at all',
      { Add: [everyone] },
      { devices: [{ device: '/dev/xvda', encrypted: true }] },
      { code: 'OperationNotPermitted' },
    ],
  ])('refuse %s', async (_what, change, seed, refusal) => {
    const { modifySnapshot, snapshot } = shared({ unknownAccounts: ['666666666666'] }, seed);
    expect(await refusalOf(modifySnapshot(change))).toMatchObject({ ...refusal, status: 400 });
    expect(snapshot.sharedWith.current.size).toBe(0);
  });

  it('take 500 changes at once', async () => {
    const { modifySnapshot, describedSnapshot } = shared();
    await modifySnapshot({ Add: accounts(500) });
    expect(await describedSnapshot()).toHaveLength(500);
  });

  it('know no organizations', () => {
    const { simulator, snapshot } = shared();
    const form = {
      Action: 'ModifySnapshotAttribute',
      SnapshotId: snapshot.id,
      'CreateVolumePermission.Add.1.OrganizationArn': organization,
    };
    expect(ask(simulator, form).body).toContain('The parameter OrganizationArn is not recognized');
  });

  it('of others are neither shown nor changed', async () => {
    const { ec2, simulator, world } = shared();
    const theirs = simulator.seedImage({ accountId: '999999999999', public: true });
    const SnapshotId = [...world.snapshots.values()].find(({ ownerId }) => ownerId === '999999999999')?.id;
    expect(theirs.ownerId).toBe('999999999999');
    const refusal = { code: 'AuthFailure', status: 401 };
    const Attribute = 'createVolumePermission';
    expect(
      await refusalOf(ec2.send(new DescribeSnapshotAttributeCommand({ SnapshotId, Attribute }))),
    ).toMatchObject(refusal);
    expect(
      await refusalOf(
        ec2.send(
          new ModifySnapshotAttributeCommand({ SnapshotId, CreateVolumePermission: { Add: accounts(1) } }),
        ),
      ),
    ).toMatchObject(refusal);
  });
});

describe('block public access for AMIs', () => {
  it('is switched on and off, for one account and Region', async () => {
    const { ec2, simulator } = stage({ accounts: { THEIRS: '200000000000' } });
    const state = async (client: EC2Client) =>
      (await client.send(new GetImageBlockPublicAccessStateCommand({}))).ImageBlockPublicAccessState;
    const theirs = new EC2Client(inProcess(simulator, { accessKeyId: 'THEIRS' }));
    const elsewhere = new EC2Client(inProcess(simulator, { region: 'eu-west-2' }));
    expect(await state(ec2)).toBe('unblocked');
    const ImageBlockPublicAccessState = 'block-new-sharing';
    await ec2.send(new EnableImageBlockPublicAccessCommand({ ImageBlockPublicAccessState }));
    expect([await state(ec2), await state(theirs), await state(elsewhere)]).toEqual([
      'block-new-sharing',
      'unblocked',
      'unblocked',
    ]);
    await ec2.send(new DisableImageBlockPublicAccessCommand({}));
    expect(await state(ec2)).toBe('unblocked');
  });

  it('refuses everyone, and leaves public what is', async () => {
    const { modify, described, world } = shared();
    await modify({ Add: [everyone] });
    world.publicAccessBlocks.add('123456789012');
    expect(await described()).toEqual([everyone]);
    await modify({ Remove: [everyone] });
    expect(await refusalOf(modify({ Add: [everyone] }))).toEqual({
      code: 'OperationNotPermitted',
      message: expect.stringMatching(/^You can’t publicly share this image because block public access/),
      status: 400,
    });
    await modify({ Add: accounts(1) });
    expect(await described()).toEqual(accounts(1));
  });
});
