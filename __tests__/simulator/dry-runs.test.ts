/** What dry runs say of the permissions for what comes after CreateImage, while the image is still pending. */
import {
  CopyImageCommand,
  CreateImageCommand,
  CreateTagsCommand,
  DeleteSnapshotCommand,
  DeregisterImageCommand,
  EC2Client,
  EnableImageDeprecationCommand,
  EnableImageDeregistrationProtectionCommand,
  ModifyImageAttributeCommand,
  ModifySnapshotAttributeCommand,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { imageSnapshotIds } from '../../simulator/model/image.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { inProcess } from '../../simulator/wire/in-process.ts';
import { refusalOf, stage } from './stage.ts';

interface Made {
  ImageId: string;
  SnapshotId: string;
}

const userId = '111122223333';
const tomorrow = new Date('2030-01-01T00:00:00Z');
const DryRun = true;

/** Each operation, and whether it takes an image that is pending. */
const operations: [string, boolean, (made: Made) => unknown][] = [
  [
    'CopyImage',
    false,
    ({ ImageId }) =>
      new CopyImageCommand({ SourceImageId: ImageId, SourceRegion: 'eu-west-1', Name: 'copy-1', DryRun }),
  ],
  [
    'ModifyImageAttribute',
    false,
    ({ ImageId }) =>
      new ModifyImageAttributeCommand({ ImageId, LaunchPermission: { Add: [{ UserId: userId }] }, DryRun }),
  ],
  [
    'ModifySnapshotAttribute',
    true,
    ({ SnapshotId }) =>
      new ModifySnapshotAttributeCommand({
        SnapshotId,
        CreateVolumePermission: { Add: [{ UserId: userId }] },
        DryRun,
      }),
  ],
  [
    'EnableImageDeprecation',
    false,
    ({ ImageId }) => new EnableImageDeprecationCommand({ ImageId, DeprecateAt: tomorrow, DryRun }),
  ],
  [
    'EnableImageDeregistrationProtection',
    false,
    ({ ImageId }) => new EnableImageDeregistrationProtectionCommand({ ImageId, DryRun }),
  ],
  [
    'CreateTags',
    true,
    ({ ImageId, SnapshotId }) =>
      new CreateTagsCommand({ Resources: [ImageId, SnapshotId], Tags: [{ Key: 'a', Value: 'b' }], DryRun }),
  ],
  ['DeregisterImage', true, ({ ImageId }) => new DeregisterImageCommand({ ImageId, DryRun })],
  ['DeleteSnapshot', true, ({ SnapshotId }) => new DeleteSnapshotCommand({ SnapshotId, DryRun })],
];

async function pendingImage(options: SimulatorOptions = {}) {
  const { clock, simulator, instance, ec2 } = stage({ image: { seconds: 100 }, ...options });
  const command = new CreateImageCommand({
    InstanceId: instance.id,
    Name: 'golden',
    TagSpecifications: ['image' as const, 'snapshot' as const].map((ResourceType) => ({
      ResourceType,
      Tags: [{ Key: 'bake-ami:key', Value: 'k' }],
    })),
  });
  const { ImageId = '' } = await clock.run(ec2.send(command));
  const image = simulator.world().images.get(ImageId);
  const [SnapshotId = ''] = image ? imageSnapshotIds(image) : [];
  const made = { ImageId, SnapshotId };
  const ask = async (command: (made: Made) => unknown, client = ec2) => {
    const { code, status } = await refusalOf(clock.run(client.send(command(made) as never)));
    return `${code} ${status}`;
  };
  return { clock, simulator, ask };
}

describe.each(operations)('A dry run of %s on a new image', (action, takesPending, command) => {
  const succeeds = 'DryRunOperation 412';

  it('changes nothing and says that it would succeed, or that the image is pending', async () => {
    const { clock, simulator, ask } = await pendingImage();
    expect(await ask(command)).toBe(takesPending ? succeeds : 'InvalidAMIID.Unavailable 400');
    await clock.advance(100);
    expect(await ask(command)).toBe(succeeds);
    expect(simulator.calls.changes().map((call) => call.action)).toEqual(['CreateImage']);
  });

  it('may not look at the state', async () => {
    const { ask } = await pendingImage({ dryRuns: 'ignore-state' });
    expect(await ask(command)).toBe(succeeds);
  });

  it.each(['check-state', 'ignore-state'] as const)('lacks a permission with %s', async (dryRuns) => {
    const { simulator, ask } = await pendingImage({ dryRuns });
    simulator.permissions.deny(`ec2:${action}`);
    expect(await ask(command)).toBe('UnauthorizedOperation 403');
    simulator.permissions.allow(`ec2:${action}`);
    expect(await ask(command)).not.toBe('UnauthorizedOperation 403');
  });

  it('lacks a permission that is tied to a tag, until EC2 shows the tag', async () => {
    const { clock, simulator, ask } = await pendingImage({
      dryRuns: 'ignore-state',
      consistency: { writeSeconds: 2, tagSeconds: 5 },
    });
    simulator.permissions.requireTag('bake-ami:key', `ec2:${action}`);
    await clock.advance(4);
    expect(await ask(command)).toBe('UnauthorizedOperation 403');
    await clock.advance(1);
    expect(await ask(command)).toBe(succeeds);
    simulator.permissions.requireTag('other', `ec2:${action}`);
    expect(await ask(command)).toBe('UnauthorizedOperation 403');
  });

  it('does not find an image that has not reached all of EC2', async () => {
    const { ask } = await pendingImage({ consistency: { writeSeconds: 2, imageSeconds: 2 } });
    expect(await ask(command)).toMatch(/^Invalid(?:AMIID|Snapshot)\.NotFound 400$/);
  });
});

describe('A permission', () => {
  it('can be denied in one Region', async () => {
    const { simulator, ask } = await pendingImage({ dryRuns: 'ignore-state' });
    simulator.permissions.denyIn('us-west-2', 'ec2:CopyImage');
    const copy = ({ ImageId }: Made) =>
      new CopyImageCommand({ SourceImageId: ImageId, SourceRegion: 'eu-west-1', Name: 'copy-1', DryRun });
    const away = (region: string) => new EC2Client(inProcess(simulator, { region }));
    expect(await ask(copy, away('us-west-2'))).toBe('UnauthorizedOperation 403');
    expect(await ask(copy, away('us-east-1'))).toBe('DryRunOperation 412');
    simulator.permissions.allow('ec2:CopyImage');
    expect(await ask(copy, away('us-west-2'))).toBe('DryRunOperation 412');
  });
});
