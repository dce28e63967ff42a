/** The Recycle Bin: what is in it, and its rules. */
import { account, hostile, type Operation, time } from './operation.ts';

export const recycleBinOperations: readonly Operation[] = [
  {
    service: 'ec2',
    operation: 'ListImagesInRecycleBin',
    arrange(simulator) {
      const { id } = simulator.seedImage({ name: 'golden', description: hostile });
      simulator.world().recycled.set(id, { enteredAt: Date.now() - 1000, exitsAt: Date.now() + 60_000 });
      return {
        parameters: { ImageIds: [id] },
        answer: {
          Images: [
            {
              ImageId: id,
              Name: 'golden',
              Description: hostile,
              RecycleBinEnterTime: time,
              RecycleBinExitTime: time,
            },
          ],
        },
      };
    },
  },
  {
    service: 'ec2',
    operation: 'ListSnapshotsInRecycleBin',
    arrange(simulator) {
      simulator.seedImage();
      const world = simulator.world();
      const [snapshot] = world.snapshots.values();
      world.recycled.set(snapshot?.id ?? '', { enteredAt: Date.now() - 1000, exitsAt: Date.now() + 60_000 });
      return {
        parameters: {},
        answer: {
          Snapshots: [
            {
              SnapshotId: snapshot?.id,
              VolumeId: snapshot?.volumeId,
              Description: snapshot?.description,
              RecycleBinEnterTime: time,
              RecycleBinExitTime: time,
            },
          ],
        },
      };
    },
  },
  {
    service: 'rbin',
    operation: 'ListRules',
    arrange(simulator) {
      const rule = simulator.seedRetentionRule({ resourceType: 'EC2_IMAGE', description: hostile });
      return {
        parameters: { ResourceType: 'EC2_IMAGE' },
        answer: {
          Rules: [
            {
              Identifier: rule.identifier,
              RuleArn: `arn:aws:rbin:eu-west-1:${account}:rule/${rule.identifier}`,
              Description: hostile,
              RetentionPeriod: { RetentionPeriodValue: 7, RetentionPeriodUnit: 'DAYS' },
              LockState: 'unlocked',
            },
          ],
        },
      };
    },
  },
  {
    service: 'rbin',
    operation: 'GetRule',
    arrange(simulator) {
      const tags = [{ key: 'Stage', value: hostile }];
      const rule = simulator.seedRetentionRule({ resourceType: 'EBS_SNAPSHOT', days: 3, tags });
      return {
        parameters: { Identifier: rule.identifier },
        answer: {
          Identifier: rule.identifier,
          RuleArn: rule.arn,
          Description: '',
          ResourceType: 'EBS_SNAPSHOT',
          RetentionPeriod: { RetentionPeriodValue: 3, RetentionPeriodUnit: 'DAYS' },
          ResourceTags: [{ ResourceTagKey: 'Stage', ResourceTagValue: hostile }],
          ExcludeResourceTags: [],
          LockState: 'unlocked',
          Status: 'available',
        },
      };
    },
  },
];
