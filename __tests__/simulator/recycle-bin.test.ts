import {
  DeleteSnapshotCommand,
  DeregisterImageCommand,
  DescribeImagesCommand,
  ListImagesInRecycleBinCommand,
  ListSnapshotsInRecycleBinCommand,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { imageSnapshotIds } from '../../simulator/model/image.ts';
import { Simulator } from '../../simulator/simulator.ts';
import { refusalOf, signed, stage } from './stage.ts';

const day = 86_400;

function binStage() {
  const parts = stage();
  const { clock, ec2 } = parts;
  return {
    ...parts,
    deregister: (ImageId: string, DeleteAssociatedSnapshots = true) =>
      clock.run(ec2.send(new DeregisterImageCommand({ ImageId, DeleteAssociatedSnapshots }))),
    images: async (ImageIds?: string[]) => {
      const { Images = [] } = await clock.run(ec2.send(new ListImagesInRecycleBinCommand({ ImageIds })));
      return Images;
    },
    snapshots: async () => {
      const { Snapshots = [] } = await clock.run(ec2.send(new ListSnapshotsInRecycleBinCommand({})));
      return Snapshots;
    },
  };
}

describe('The Recycle Bin', () => {
  it('keeps deregistered images and deleted snapshots until the days of its rules are over', async () => {
    const { clock, simulator, ec2, deregister, images, snapshots } = binStage();
    simulator.seedRetentionRule({ resourceType: 'EC2_IMAGE', days: 7 });
    simulator.seedRetentionRule({ resourceType: 'EBS_SNAPSHOT', days: 3 });
    const image = simulator.seedImage({ name: 'golden', description: 'of web' });
    const [SnapshotId] = imageSnapshotIds(image);
    const from = clock.now();
    await deregister(image.id);
    expect(await images()).toEqual([
      {
        ImageId: image.id,
        Name: 'golden',
        Description: 'of web',
        RecycleBinEnterTime: new Date(from),
        RecycleBinExitTime: new Date(from + 7 * day * 1000),
      },
    ]);
    expect(await snapshots()).toMatchObject([
      { SnapshotId, RecycleBinExitTime: new Date(from + 3 * day * 1000) },
    ]);
    const all = await clock.run(ec2.send(new DescribeImagesCommand({ Owners: ['self'] })));
    expect(all.Images).toEqual([]);
    await clock.advance(3 * day);
    expect(await snapshots()).toEqual([]);
    expect(await images([image.id])).toHaveLength(1);
    await clock.advance(4 * day);
    expect(await images()).toEqual([]);
  });

  it('keeps nothing without a rule, and nothing that the rule excludes', async () => {
    const { clock, simulator, ec2, deregister, images, snapshots } = binStage();
    const first = simulator.seedImage();
    await deregister(first.id, false);
    simulator.seedRetentionRule({ resourceType: 'EC2_IMAGE', excludedTags: [{ key: 'temporary' }] });
    await deregister(simulator.seedImage({ tags: { temporary: 'yes' } }).id);
    const [SnapshotId] = imageSnapshotIds(first);
    await clock.run(ec2.send(new DeleteSnapshotCommand({ SnapshotId })));
    expect([await images(), await snapshots()]).toEqual([[], []]);
  });

  it('keeps what has a tag of the rule, the longest of several rules', async () => {
    const { clock, simulator, deregister, images } = binStage();
    const tags = [{ key: 'Stage', value: 'live' }, { key: 'Keep' }];
    simulator.seedRetentionRule({ resourceType: 'EC2_IMAGE', days: 2, tags });
    simulator.seedRetentionRule({ resourceType: 'EC2_IMAGE', days: 5, tags: [{ key: 'Keep' }] });
    const live = simulator.seedImage({ name: 'live', tags: { Stage: 'live' } });
    const keep = simulator.seedImage({ name: 'keep', tags: { Keep: '' } });
    const test = simulator.seedImage({ name: 'test', tags: { Stage: 'test' } });
    for (const { id } of [live, keep, test]) await deregister(id);
    expect((await images()).map(({ Name }) => Name)).toEqual(['live', 'keep']);
    await clock.advance(2 * day);
    expect((await images()).map(({ Name }) => Name)).toEqual(['keep']);
  });

  it('refuses more than twenty IDs, and what is no ID', async () => {
    const { images } = binStage();
    expect(await refusalOf(images(Array(21).fill('ami-0123456789abcdef0')))).toMatchObject({
      code: 'InvalidParameterValue',
    });
    expect(await refusalOf(images(['web']))).toMatchObject({ code: 'InvalidAMIID.Malformed' });
  });
});

describe('Its rules', () => {
  /** Asks the Recycle Bin's own API. */
  function ask(simulator: Simulator, method: string, path: string, content?: object) {
    const { headers } = signed({}, { service: 'rbin' });
    const body = content === undefined ? '' : JSON.stringify(content);
    const { answer } = simulator.handle({ method, path, headers, body });
    if (answer.kind !== 'answer') throw new Error(answer.kind);
    return { ...answer, content: JSON.parse(answer.body) };
  }

  it('are listed by type and by tag, and shown one by one', () => {
    const simulator = new Simulator();
    const tags = [{ key: 'Stage', value: 'live' }];
    const rule = simulator.seedRetentionRule({
      resourceType: 'EC2_IMAGE',
      days: 30,
      description: 'all',
      tags,
    });
    simulator.seedRetentionRule({ resourceType: 'EBS_SNAPSHOT' });
    const list = (content: object) => ask(simulator, 'POST', '/list-rules', content).content.Rules;
    const summary = {
      Identifier: rule.identifier,
      RuleArn: rule.arn,
      Description: 'all',
      RetentionPeriod: { RetentionPeriodValue: 30, RetentionPeriodUnit: 'DAYS' },
      LockState: 'unlocked',
    };
    expect(list({ ResourceType: 'EC2_IMAGE' })).toEqual([summary]);
    const ResourceTags = [{ ResourceTagKey: 'Stage', ResourceTagValue: 'live' }];
    expect(list({ ResourceType: 'EC2_IMAGE', ResourceTags })).toHaveLength(1);
    expect(list({ ResourceType: 'EC2_IMAGE', ResourceTags: [{ ResourceTagKey: 'Team' }] })).toEqual([]);
    expect(ask(simulator, 'GET', `/rules/${rule.identifier}`).content).toEqual({
      ...summary,
      ResourceType: 'EC2_IMAGE',
      ResourceTags,
      ExcludeResourceTags: [],
      Status: 'available',
    });
    expect(simulator.calls.last('GetRule')).toMatchObject({
      service: 'rbin',
      parameters: { Identifier: rule.identifier },
    });
  });

  it.each([
    ['a rule that does not exist', 'GET', '/rules/0123456789a', undefined, 404, 'ResourceNotFoundException'],
    ['no type', 'POST', '/list-rules', {}, 400, 'ValidationException'],
    ['an unknown type', 'POST', '/list-rules', { ResourceType: 'VPC' }, 400, 'ValidationException'],
    ['anything else', 'POST', '/rules', {}, 404, 'UnknownOperationException'],
  ])('are refused for %s', (_what, method, path, content, status, code) => {
    const answer = ask(new Simulator(), method, path, content);
    expect([answer.status, answer.headers['x-amzn-errortype']]).toEqual([status, code]);
  });

  it('need a permission', () => {
    const simulator = new Simulator();
    simulator.permissions.deny('rbin:ListRules');
    const { status, content } = ask(simulator, 'POST', '/list-rules', { ResourceType: 'EC2_IMAGE' });
    expect(status).toBe(403);
    expect(content.message).toContain('is not authorized to perform: rbin:ListRules');
  });
});
