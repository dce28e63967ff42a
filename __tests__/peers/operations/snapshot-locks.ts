/** Locks of snapshots. */
import { expect } from '@jest/globals';
import { imageSnapshotIds } from '../../../simulator/model/image.ts';
import type { Simulator } from '../../../simulator/simulator.ts';
import { account, type Operation, time } from './operation.ts';

const snapshotOf = (simulator: Simulator) => imageSnapshotIds(simulator.seedImage())[0] ?? '';

export const snapshotLockOperations: readonly Operation[] = [
  {
    service: 'ec2',
    operation: 'LockSnapshot',
    arrange(simulator) {
      const SnapshotId = snapshotOf(simulator);
      return {
        parameters: { SnapshotId, LockMode: 'compliance', LockDuration: 7, CoolOffPeriod: 3 },
        answer: {
          SnapshotId,
          LockState: 'compliance-cooloff',
          LockDuration: 7,
          CoolOffPeriod: 3,
          CoolOffPeriodExpiresOn: time,
          LockCreatedOn: time,
          LockDurationStartTime: time,
          LockExpiresOn: time,
        },
        after: () => expect(simulator.world().snapshotLocks.has(SnapshotId)).toBe(true),
      };
    },
  },
  {
    service: 'ec2',
    operation: 'UnlockSnapshot',
    arrange(simulator) {
      const SnapshotId = snapshotOf(simulator);
      simulator.seedSnapshotLock({ snapshotId: SnapshotId });
      return {
        parameters: { SnapshotId },
        answer: { SnapshotId },
        after: () => expect(simulator.world().snapshotLocks.size).toBe(0),
      };
    },
  },
  {
    service: 'ec2',
    operation: 'DescribeLockedSnapshots',
    arrange(simulator) {
      const SnapshotId = snapshotOf(simulator);
      simulator.seedSnapshotLock({ snapshotId: SnapshotId, days: -1 });
      simulator.seedSnapshotLock({ snapshotId: snapshotOf(simulator) });
      return {
        parameters: { Filters: [{ Name: 'lock-state', Values: ['expired'] }] },
        answer: {
          Snapshots: [
            {
              OwnerId: account,
              SnapshotId,
              LockState: 'expired',
              LockDuration: 364,
              LockCreatedOn: time,
              LockDurationStartTime: time,
              LockExpiresOn: time,
            },
          ],
        },
      };
    },
  },
];
