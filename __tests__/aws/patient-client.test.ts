import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { faults } from '../../simulator/faults.ts';
import { throttleMilliseconds } from '../../src/aws/patient-client.ts';
import { Rig } from '../builders/rig.ts';

describe('the pause after a call that EC2 has throttled', () => {
  test('is anything up to 2 seconds at first, up to twice as much each time, up to a minute', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (failures, random) => {
          const seconds = throttleMilliseconds(failures, random) / 1000;
          expect(seconds).toBeGreaterThanOrEqual(0.2);
          expect(seconds).toBeLessThanOrEqual(Math.min(60, 2 ** failures));
        },
      ),
    );
    expect(throttleMilliseconds(4, 0.5)).toBe(8000);
  });
});

describe('patience with EC2', () => {
  test('lasts longer where it throttles: a quarter of an hour', async () => {
    const rig = new Rig({ image: { seconds: 60 } });
    const until = rig.clock.now() + 10 * 60_000;
    rig.simulator.faults.add({ action: 'DescribeInstances', fault: faults.requestLimitExceeded(), until });
    expect(await rig.bake()).toMatchObject({ ok: true });
    // With ever longer pauses.
    expect(rig.simulator.calls.of('DescribeInstances').length).toBeLessThan(40);
    const told = rig.log.filter((line) => line.includes('does not come through'));
    expect(told).toEqual([
      expect.stringMatching(
        /^info A call to AWS does not come through: RequestLimitExceeded: .*; trying again for up to 15 min$/,
      ),
    ]);
  });

  test('is not worth a word while it is short', async () => {
    const rig = new Rig({ image: { seconds: 60 } });
    rig.simulator.faults.add({ action: 'DescribeInstances', fault: faults.requestLimitExceeded(), times: 1 });
    expect(await rig.bake()).toMatchObject({ ok: true });
    expect(rig.log.filter((line) => line.includes('does not come through'))).toEqual([]);
  });

  test('ends after three minutes with what EC2 does not explain', async () => {
    const rig = new Rig({ image: { seconds: 60 } });
    rig.simulator.faults.add({ action: 'DescribeInstances', fault: faults.internalError() });
    expect(await rig.bake()).toMatchObject({ ok: false });
    expect(rig.seconds).toBeLessThan(200);
  });
});
