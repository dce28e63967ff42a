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

describe('snapshots', () => {
  const twoVolumes = { volumes: [{ device: '/dev/xvda' }, { device: '/dev/sdf' }] };

  test('that fail while the image is pending are mentioned at once, with the reason', async () => {
    const rig = new Rig(
      {
        image: {
          seconds: 600,
          snapshotFailure: { devices: ['/dev/sdf'], afterSeconds: 60, message: 'No luck' },
        },
      },
      twoVolumes,
    );
    let mentionedAt = Number.NaN;
    const { push } = rig.log;
    rig.log.push = (...lines: string[]) => {
      if (lines.some((line) => line.includes('No luck'))) mentionedAt = rig.seconds;
      return push.apply(rig.log, lines);
    };
    const outcome = await rig.bake();
    expect(outcome).toMatchObject({
      ok: false,
      record: { warnings: [expect.stringMatching(/^Snapshot snap-\w+ of \/dev\/sdf failed: No luck\. /)] },
    });
    expect(mentionedAt).toBeLessThan(60 + 61);
    expect(rig.log.join('\n')).not.toContain('the snapshots are done');
  });

  test('show their progress when every call takes five seconds', async () => {
    const rig = new Rig({ image: { seconds: 300 }, latencyMilliseconds: 5000 }, twoVolumes);
    expect(await rig.bake()).toMatchObject({ ok: true });
    const lines = rig.log.filter((line) =>
      /^info \d+ % after .*left \(\/dev\/xvda \d+ %, \/dev\/sdf \d+ %\)$/.test(line),
    );
    expect(lines.length).toBeGreaterThan(3);
  });

  test('that EC2 does not describe hold up no poll', async () => {
    const rig = new Rig({ image: { seconds: 60 } });
    rig.simulator.faults.add({
      action: 'DescribeSnapshots',
      fault: faults.stall(),
      until: startedAt + 60_000,
    });
    const outcome = await rig.bake();
    expect(outcome.ok).toBe(true);
    expect(waitedSeconds(outcome)).toBeLessThan(60 + 4 + 4);
  });
});

describe('while EC2 completes an image for half an hour', () => {
  test('there are lines, and not many', async () => {
    const rig = new Rig({ image: { seconds: 36_000 } });
    await rig.bake({ timeoutMinutes: 700 });
    const lines = rig.log.filter((line) => line.includes('EC2 is completing the image'));
    expect(lines.length).toBeGreaterThan(15);
    expect(lines.length).toBeLessThan(30);
    expect(lines.at(-1)).toMatch(/, 2\d min( \d+ s)? so far$/);
  });
});
