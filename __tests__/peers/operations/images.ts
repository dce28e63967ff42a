/** Images, snapshots and their tags, from creation to the end. */
import { expect } from '@jest/globals';
import { imageSnapshotIds } from '../../../simulator/model/image.ts';
import { account, hostile, id, type Operation, time } from './operation.ts';

/** All that EC2 takes in a description. */
const ascii = `<web> & "golden" 'image', 100% + a=b`;

export const imageOperations: readonly Operation[] = [
  {
    service: 'ec2',
    operation: 'CreateImage',
    arrange(simulator) {
      const instance = simulator.seedInstance();
      return {
        parameters: {
          InstanceId: instance.id,
          Name: "web (1) [x] /a-b'c@d_e",
          Description: ascii,
          NoReboot: true,
          BlockDeviceMappings: [{ DeviceName: '/dev/sdf', NoDevice: '' }],
          TagSpecifications: [
            { ResourceType: 'image', Tags: [{ Key: 'Team', Value: hostile }] },
            { ResourceType: 'snapshot', Tags: [{ Key: 'Team', Value: '' }] },
          ],
        },
        answer: { ImageId: id('ami') },
        after() {
          const [image] = simulator.world().images.values();
          const [snapshot, ...more] = simulator.world().snapshots.values();
          expect(image).toMatchObject({ name: "web (1) [x] /a-b'c@d_e", description: ascii });
          expect([...(image?.tags.current ?? [])]).toEqual([['Team', hostile]]);
          expect([...(snapshot?.tags.current ?? [])]).toEqual([['Team', '']]);
          expect(more).toEqual([]);
          expect(instance.reboots).toEqual([]);
        },
      };
    },
  },
  {
    service: 'ec2',
    operation: 'CopyImage',
    arrange(simulator) {
      const source = simulator.seedImage({ region: 'us-east-1', name: 'golden' });
      return {
        parameters: {
          SourceImageId: source.id,
          SourceRegion: 'us-east-1',
          Name: 'golden',
          Encrypted: true,
          ClientToken: 'token-1',
          TagSpecifications: [{ ResourceType: 'image', Tags: [{ Key: 'Team', Value: 'web' }] }],
        },
        answer: { ImageId: id('ami') },
        after: () =>
          expect([...simulator.world().images.values()]).toEqual([
            expect.objectContaining({ name: 'golden', sourceImageId: source.id }),
          ]),
      };
    },
  },
  {
    service: 'ec2',
    operation: 'DescribeImages',
    arrange(simulator) {
      const image = simulator.seedImage({
        name: 'golden',
        description: hostile,
        devices: [{ device: '/dev/xvda' }, { device: '/dev/sdf', sizeGiB: 20, encrypted: true }],
        tags: { Name: hostile },
        public: true,
      });
      simulator.seedImage({ name: 'silver' });
      const [root, data] = imageSnapshotIds(image);
      return {
        parameters: { Owners: ['self'], Filters: [{ Name: 'tag:Name', Values: [hostile] }] },
        answer: {
          Images: [
            expect.objectContaining({
              ImageId: image.id,
              Name: 'golden',
              Description: hostile,
              State: 'available',
              Public: true,
              OwnerId: account,
              CreationDate: expect.stringMatching(/\.\d{3}Z$/),
              RootDeviceName: '/dev/xvda',
              Tags: [{ Key: 'Name', Value: hostile }],
              BlockDeviceMappings: [
                {
                  DeviceName: '/dev/xvda',
                  Ebs: expect.objectContaining({
                    SnapshotId: root,
                    VolumeSize: 8,
                    Encrypted: false,
                  }),
                },
                {
                  DeviceName: '/dev/sdf',
                  Ebs: expect.objectContaining({
                    SnapshotId: data,
                    VolumeSize: 20,
                    Encrypted: true,
                  }),
                },
              ],
            }),
          ],
        },
      };
    },
  },
  {
    service: 'ec2',
    operation: 'DescribeSnapshots',
    arrange(simulator) {
      const [snapshotId] = imageSnapshotIds(simulator.seedImage({ snapshotTags: { Name: 'data' } }));
      return {
        parameters: { OwnerIds: ['self'], Filters: [{ Name: 'status', Values: ['completed'] }] },
        answer: {
          Snapshots: [
            expect.objectContaining({
              SnapshotId: snapshotId,
              State: 'completed',
              Progress: '100%',
              VolumeSize: 8,
              StartTime: time,
              Tags: [{ Key: 'Name', Value: 'data' }],
            }),
          ],
        },
      };
    },
  },
  {
    service: 'ec2',
    operation: 'DescribeImageReferences',
    arrange(simulator) {
      const image = simulator.seedImage();
      const instance = simulator.seedInstance({ imageId: image.id });
      return {
        parameters: { ImageIds: [image.id], IncludeAllResourceTypes: true },
        answer: {
          ImageReferences: [
            {
              ImageId: image.id,
              ResourceType: 'ec2:Instance',
              Arn: `arn:aws:ec2:eu-west-1:${account}:instance/${instance.id}`,
            },
          ],
        },
      };
    },
  },
  {
    service: 'ec2',
    operation: 'DeregisterImage',
    arrange(simulator) {
      const image = simulator.seedImage();
      return {
        parameters: { ImageId: image.id, DeleteAssociatedSnapshots: true },
        answer: {
          Return: true,
          DeleteSnapshotResults: [{ SnapshotId: imageSnapshotIds(image)[0], ReturnCode: 'success' }],
        },
        after: () => expect(image.deregisteredAt).toBeDefined(),
      };
    },
  },
  {
    service: 'ec2',
    operation: 'DeleteSnapshot',
    arrange(simulator) {
      const image = simulator.seedImage();
      image.deregisteredAt = 0;
      const [SnapshotId = ''] = imageSnapshotIds(image);
      return {
        parameters: { SnapshotId },
        answer: null,
        after: () => expect(simulator.world().liveSnapshot(SnapshotId)).toBeUndefined(),
      };
    },
  },
  {
    service: 'ec2',
    operation: 'CreateTags',
    arrange(simulator) {
      const image = simulator.seedImage();
      return {
        parameters: {
          Resources: [image.id, ...imageSnapshotIds(image)],
          Tags: [{ Key: 'State', Value: hostile }],
        },
        answer: null,
        after: () => expect(image.tags.current.get('State')).toBe(hostile),
      };
    },
  },
  {
    service: 'ec2',
    operation: 'DeleteTags',
    arrange(simulator) {
      const image = simulator.seedImage({ tags: { State: 'old', Team: 'web' } });
      return {
        parameters: { Resources: [image.id], Tags: [{ Key: 'State' }] },
        answer: null,
        after: () => expect([...image.tags.current.keys()]).toEqual(['Team']),
      };
    },
  },
  {
    service: 'ec2',
    operation: 'DescribeTags',
    arrange(simulator) {
      const image = simulator.seedImage({ tags: { Team: hostile } });
      return {
        parameters: { Filters: [{ Name: 'resource-id', Values: [image.id] }] },
        answer: {
          Tags: [{ Key: 'Team', Value: hostile, ResourceId: image.id, ResourceType: 'image' }],
        },
      };
    },
  },
];
