/** What happens to an image behind our back while it is waited for. */
import { describe, expect, test } from '@jest/globals';
import { faults } from '../../../simulator/faults.ts';
import type { Image } from '../../../simulator/model/image.ts';
import type { SimulatorOptions } from '../../../simulator/options.ts';
import type { Outcome } from '../../../src/bake/bake.ts';
import { isMeant, Rig, startedAt } from '../../builders/rig.ts';

/** Something happens to the image as soon as it is there; what is to come is said with times. */
function rigWhere(happens: (image: Image) => void, options: SimulatorOptions = {}): Rig {
  const rig = new Rig({ image: { seconds: 600 }, ...options });
  rig.simulator.calls.onCall((call) => {
    const image = rig.simulator.world().images.get(rig.images[0] ?? '');
    if (call.action === 'CreateImage' && isMeant(call) && image !== undefined) happens(image);
  });
  return rig;
}

function waitedSeconds({ record }: Outcome): number {
  const wait = record.phases.find(({ name }) => name === 'Wait');
  return ((wait?.endedAt ?? Number.POSITIVE_INFINITY) - startedAt) / 1000;
}

describe('ends at once, with what it is now,', () => {
  test('when the image is disabled', async () => {
    const rig = rigWhere((image) => {
      image.disabled = true;
      image.availableAt = image.createdAt + 60_000;
    });
    const outcome = await rig.bake();
    expect(outcome).toMatchObject({
      ok: false,
      error: {
        message: expect.stringMatching(/^Somebody disabled ami-\w+ before it was ready\b/),
        remedy: expect.stringContaining('CloudTrail'),
      },
    });
    expect(waitedSeconds(outcome)).toBeLessThan(66);
  });

  test('when the image is deregistered and shows so', async () => {
    const rig = rigWhere(
      (image) => {
        image.deregisteredAt = image.createdAt + 60_000;
      },
      { deregistration: { shownSeconds: 3600 } },
    );
    const outcome = await rig.bake();
    expect(outcome).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/^Somebody deregistered ami-\w+ while EC2 was creating it\b/) },
    });
    expect(waitedSeconds(outcome)).toBeLessThan(66);
  });
});

describe('an image that was seen and does not show any more', () => {
  test.each([
    ['EC2 says that it does not know it', { shownSeconds: 0, emptySeconds: 0 }],
    ['EC2 answers with an empty list', { shownSeconds: 0, emptySeconds: 3600 }],
  ])('ends the wait after a minute when %s', async (_name, deregistration) => {
    const rig = rigWhere(
      (image) => {
        image.deregisteredAt = image.createdAt + 100_000;
      },
      { deregistration },
    );
    const outcome = await rig.bake();
    expect(outcome).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('does not exist any more') },
    });
    // A minute after it was seen last, and at most a poll on either side.
    expect(waitedSeconds(outcome)).toBeGreaterThan(145);
    expect(waitedSeconds(outcome)).toBeLessThan(180);
    expect(rig.images).toEqual([]);
    expect(rig.snapshots).toEqual([]);
  });
});

test.each([30, 90, 600])(
  'an image that becomes available while EC2 throttles for %d s is seen 15 seconds after that at the latest',
  async (seconds) => {
    const until = startedAt + seconds * 1000;
    const rig: Rig = rigWhere(
      () =>
        rig.simulator.faults.add({ action: 'DescribeImages', fault: faults.requestLimitExceeded(), until }),
      { image: { seconds: 2 } },
    );
    const outcome = await rig.bake();
    expect(outcome.ok).toBe(true);
    expect(waitedSeconds(outcome)).toBeGreaterThanOrEqual(seconds);
    expect(waitedSeconds(outcome)).toBeLessThanOrEqual(seconds + 15 + 1);
    expect(rig.log.filter((line) => line.includes('Could not poll'))).toHaveLength(1);
  },
);
