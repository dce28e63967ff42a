import {
  DeleteSnapshotCommand,
  DeregisterImageCommand,
  DescribeLockedSnapshotsCommand,
  type DescribeLockedSnapshotsCommandInput,
  DescribeSnapshotAttributeCommand,
  LockSnapshotCommand,
  type LockSnapshotCommandInput,
  UnlockSnapshotCommand,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { imageSnapshotIds } from '../../simulator/model/image.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { refusalOf, stage } from './stage.ts';

const day = 86_400;
const none = 'snap-0123456789abcdef0';

/** An image with one snapshot, and the calls about its lock. */
function lockStage(options: SimulatorOptions = {}) {
  const parts = stage(options);
  const { clock, simulator, ec2 } = parts;
  const image = simulator.seedImage();
  const [SnapshotId = ''] = imageSnapshotIds(image);
  return {
    ...parts,
    image,
    SnapshotId,
    lock: (input: Partial<LockSnapshotCommandInput> = {}) =>
      clock.run(
        ec2.send(new LockSnapshotCommand({ SnapshotId, LockMode: 'governance', LockDuration: 10, ...input })),
      ),
    unlock: (id = SnapshotId) => clock.run(ec2.send(new UnlockSnapshotCommand({ SnapshotId: id }))),
    locked: async (input: DescribeLockedSnapshotsCommandInput = {}) => {
      const { Snapshots = [] } = await clock.run(ec2.send(new DescribeLockedSnapshotsCommand(input)));
      return Snapshots;
    },
    deregister: async (ImageId = image.id) => {
      const command = new DeregisterImageCommand({ ImageId, DeleteAssociatedSnapshots: true });
      const { DeleteSnapshotResults = [] } = await clock.run(ec2.send(command));
      return DeleteSnapshotResults.map(({ ReturnCode }) => ReturnCode);
    },
  };
}

describe('The lock of a snapshot', () => {
  it('is governance until it expires, and is listed after that', async () => {
    const { clock, SnapshotId, lock, locked } = lockStage();
    const from = clock.now();
    const answer = await lock();
    const fields = {
      SnapshotId,
      LockDuration: 10,
      LockCreatedOn: new Date(from),
      LockDurationStartTime: new Date(from),
      LockExpiresOn: new Date(from + 10 * day * 1000),
    };
    expect(answer).toMatchObject({ ...fields, LockState: 'governance' });
    expect(await locked()).toEqual([{ ...fields, LockState: 'governance', OwnerId: '123456789012' }]);
    await clock.advance(10 * day);
    expect(await locked()).toMatchObject([{ ...fields, LockState: 'expired' }]);
  });

  it('is compliance after its cooling-off period', async () => {
    const { clock, lock, locked, unlock } = lockStage();
    const from = clock.now();
    await lock({ LockMode: 'compliance', CoolOffPeriod: 24 });
    expect(await locked()).toMatchObject([
      {
        LockState: 'compliance-cooloff',
        CoolOffPeriod: 24,
        CoolOffPeriodExpiresOn: new Date(from + day * 1000),
      },
    ]);
    await clock.advance(day);
    expect(await locked()).toMatchObject([{ LockState: 'compliance' }]);
    expect(await refusalOf(unlock())).toMatchObject({ code: 'OperationNotPermitted' });
    expect(await refusalOf(lock({ LockMode: 'governance' }))).toMatchObject({
      code: 'OperationNotPermitted',
    });
    expect(await refusalOf(lock({ LockMode: 'compliance', LockDuration: 8 }))).toMatchObject({ status: 400 });
    await lock({ LockMode: 'compliance', LockDuration: 20 });
    expect(await locked()).toMatchObject([{ LockDuration: 20 }]);
  });

  it('ends by a date as well, and may be lifted and changed in governance', async () => {
    const { clock, lock, locked, unlock } = lockStage();
    const ExpirationDate = new Date(clock.now() + 3.5 * day * 1000);
    const answer = await lock({ LockDuration: undefined, ExpirationDate });
    expect(answer).toMatchObject({ LockExpiresOn: ExpirationDate, LockDuration: 4 });
    await lock({ LockDuration: 1 });
    await unlock();
    expect(await locked()).toEqual([]);
    expect(await refusalOf(unlock())).toMatchObject({ status: 400 });
  });

  it('is found by its state and by the snapshot, page by page', async () => {
    const { clock, simulator, ec2, SnapshotId, locked } = lockStage();
    const snapshotOf = (accountId?: string) =>
      imageSnapshotIds(simulator.seedImage(accountId ? { accountId } : {}))[0] ?? '';
    simulator.seedSnapshotLock({ snapshotId: SnapshotId, days: -1 });
    for (let count = 0; count < 6; count += 1) simulator.seedSnapshotLock({ snapshotId: snapshotOf() });
    simulator.seedSnapshotLock({ snapshotId: snapshotOf('999999999999') });
    const expired = await locked({ Filters: [{ Name: 'lock-state', Values: ['expired'] }] });
    expect(expired).toMatchObject([{ SnapshotId }]);
    expect(await locked({ SnapshotIds: [SnapshotId] })).toHaveLength(1);
    expect(await locked({ SnapshotIds: [snapshotOf()] })).toEqual([]);
    expect(await refusalOf(locked({ SnapshotIds: [none] }))).toMatchObject({
      code: 'InvalidSnapshot.NotFound',
    });
    // The SDK has no paginator for it.
    const page = (NextToken?: string) =>
      clock.run(ec2.send(new DescribeLockedSnapshotsCommand({ MaxResults: 5, NextToken })));
    const first = await page();
    const second = await page(first.NextToken);
    expect([first.Snapshots?.length, second.Snapshots?.length]).toEqual([5, 2]);
    expect(second.NextToken).toBeUndefined();
  });

  it.each<[string, Partial<LockSnapshotCommandInput>, string]>([
    ['an unknown snapshot', { SnapshotId: none }, 'InvalidSnapshot.NotFound'],
    ['an unknown mode', { LockMode: 'strict' as never }, 'InvalidParameterValue'],
    ['no end', { LockDuration: undefined }, 'MissingParameter'],
    ['two ends', { ExpirationDate: new Date('2030-01-01T00:00:00Z') }, 'InvalidParameterCombination'],
    ['too many days', { LockDuration: 36_501 }, 'InvalidParameterValue'],
    ['a date in the past', { LockDuration: undefined, ExpirationDate: new Date(0) }, 'InvalidParameterValue'],
    ['governance that cools off', { CoolOffPeriod: 1 }, 'InvalidParameterCombination'],
    ['a long cooling-off', { LockMode: 'compliance', CoolOffPeriod: 73 }, 'InvalidParameterValue'],
  ])('is refused for %s', async (_what, input, code) => {
    const { lock, locked } = lockStage();
    expect(await refusalOf(lock(input))).toMatchObject({ code, status: 400 });
    expect(await locked()).toEqual([]);
  });
});

describe('A locked snapshot', () => {
  it('cannot be deleted until its lock expires', async () => {
    const { clock, simulator, ec2, SnapshotId, deregister } = lockStage();
    simulator.seedSnapshotLock({ snapshotId: SnapshotId, days: 1 });
    expect(await deregister()).toEqual(['client-error']);
    const remove = () => clock.run(ec2.send(new DeleteSnapshotCommand({ SnapshotId })));
    expect(await refusalOf(remove())).toMatchObject({
      code: 'OperationNotPermitted',
      message: expect.stringContaining(SnapshotId),
    });
    await clock.advance(day);
    await remove();
    expect(simulator.world().liveSnapshot(SnapshotId)).toBeUndefined();
  });

  it('stays as the settings say when its image is deregistered', async () => {
    const { simulator, SnapshotId, deregister } = lockStage({
      deregistration: { lockedSnapshots: 'skipped' },
    });
    simulator.seedSnapshotLock({ snapshotId: SnapshotId });
    expect(await deregister()).toEqual(['skipped']);
    expect(simulator.world().liveSnapshot(SnapshotId)).toBeDefined();
  });
});

describe('The snapshots of a deregistered image', () => {
  it('may each fail as planned, and then stay', async () => {
    const { simulator, deregister } = lockStage();
    const image = simulator.seedImage({
      devices: ['a', 'b', 'c', 'd'].map((letter) => ({ device: `/dev/sd${letter}` })),
    });
    const ids = imageSnapshotIds(image);
    const { snapshotResults } = simulator.world();
    for (const [index, result] of (
      ['internal-error', 'client-error', 'missing-permissions'] as const
    ).entries()) {
      snapshotResults.set(ids[index] ?? '', result);
    }
    expect(await deregister(image.id)).toEqual([
      'internal-error',
      'client-error',
      'missing-permissions',
      'success',
    ]);
    expect(ids.map((id) => simulator.world().liveSnapshot(id) !== undefined)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('may be seeded as shared', async () => {
    const { clock, simulator, ec2 } = lockStage();
    const [SnapshotId] = imageSnapshotIds(
      simulator.seedImage({ snapshotsSharedWith: ['999999999999', 'all'] }),
    );
    const command = new DescribeSnapshotAttributeCommand({ SnapshotId, Attribute: 'createVolumePermission' });
    const { CreateVolumePermissions } = await clock.run(ec2.send(command));
    expect(CreateVolumePermissions).toEqual([{ UserId: '999999999999' }, { Group: 'all' }]);
  });
});
