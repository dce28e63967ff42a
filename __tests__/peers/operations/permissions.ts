/** Who may use images and snapshots. */
import { expect } from '@jest/globals';
import { imageSnapshotIds } from '../../../simulator/model/image.ts';
import { account, type Operation, other } from './operation.ts';

export const permissionOperations: readonly Operation[] = [
  {
    service: 'ec2',
    operation: 'ModifyImageAttribute',
    arrange(simulator) {
      const image = simulator.seedImage({ sharedWith: ['444455556666'] });
      const LaunchPermission = {
        Add: [
          { UserId: other },
          { OrganizationArn: `arn:aws:organizations::${account}:organization/o-exampleorg1` },
        ],
        Remove: [{ UserId: '444455556666' }],
      };
      return {
        parameters: { ImageId: image.id, LaunchPermission },
        answer: null,
        after: () =>
          expect([...image.launchPermissions.current]).toEqual([
            other,
            `arn:aws:organizations::${account}:organization/o-exampleorg1`,
          ]),
      };
    },
  },
  {
    service: 'ec2',
    operation: 'DescribeImageAttribute',
    arrange(simulator) {
      const image = simulator.seedImage({ sharedWith: [other], public: true });
      return {
        parameters: { ImageId: image.id, Attribute: 'launchPermission' },
        answer: {
          ImageId: image.id,
          LaunchPermissions: expect.arrayContaining([{ UserId: other }, { Group: 'all' }]),
        },
      };
    },
  },
  {
    service: 'ec2',
    operation: 'ResetImageAttribute',
    arrange(simulator) {
      const image = simulator.seedImage({ sharedWith: [other] });
      return {
        parameters: { ImageId: image.id, Attribute: 'launchPermission' },
        answer: null,
        after: () => expect([...image.launchPermissions.current]).toEqual([]),
      };
    },
  },
  {
    service: 'ec2',
    operation: 'ModifySnapshotAttribute',
    arrange(simulator) {
      const [SnapshotId = ''] = imageSnapshotIds(simulator.seedImage());
      return {
        parameters: {
          SnapshotId,
          Attribute: 'createVolumePermission',
          CreateVolumePermission: { Add: [{ UserId: other }] },
        },
        answer: null,
        after: () =>
          expect([...(simulator.world().snapshots.get(SnapshotId)?.sharedWith.current ?? [])]).toEqual([
            other,
          ]),
      };
    },
  },
  {
    service: 'ec2',
    operation: 'DescribeSnapshotAttribute',
    arrange(simulator) {
      const [SnapshotId = ''] = imageSnapshotIds(simulator.seedImage());
      simulator.world().snapshots.get(SnapshotId)?.sharedWith.add(other);
      return {
        parameters: { SnapshotId, Attribute: 'createVolumePermission' },
        answer: { SnapshotId, CreateVolumePermissions: [{ UserId: other }] },
      };
    },
  },
  {
    service: 'ec2',
    operation: 'GetImageBlockPublicAccessState',
    arrange(simulator) {
      simulator.world().publicAccessBlocks.add(account);
      return {
        parameters: {},
        answer: { ImageBlockPublicAccessState: 'block-new-sharing', ManagedBy: 'account' },
      };
    },
  },
  {
    service: 'ec2',
    operation: 'EnableImageBlockPublicAccess',
    arrange: (simulator) => ({
      parameters: { ImageBlockPublicAccessState: 'block-new-sharing' },
      answer: { ImageBlockPublicAccessState: 'block-new-sharing' },
      after: () => expect(simulator.world().blocksPublicAccess(account)).toBe(true),
    }),
  },
  {
    service: 'ec2',
    operation: 'DisableImageBlockPublicAccess',
    arrange(simulator) {
      simulator.world().publicAccessBlocks.add(account);
      return {
        parameters: {},
        answer: { ImageBlockPublicAccessState: 'unblocked' },
        after: () => expect(simulator.world().blocksPublicAccess(account)).toBe(false),
      };
    },
  },
];
