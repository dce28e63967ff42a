/** Instances as the field has them: launched a moment ago, gone, hibernated, in an Auto Scaling group. */
import { describe, expect, test } from '@jest/globals';
import type { InstanceSeed } from '../../simulator/model/seed-instance.ts';
import { someTemplates } from '../builders/inputs.ts';
import { Rig } from '../builders/rig.ts';

function messageOf(outcome: Awaited<ReturnType<Rig['bake']>>): string {
  return outcome.ok ? 'it went well' : (outcome.error as Error).message;
}

describe('an instance', () => {
  test.each([{ instanceSeconds: 3 }, { instanceSeconds: 2, writeSeconds: 6 }])(
    'that was launched a moment ago is baked as soon as EC2 shows it (%p)',
    async (consistency) => {
      const rig = new Rig({ consistency }, { launchedSecondsAgo: 0.5 });
      expect(messageOf(await rig.bake())).toBe('it went well');
    },
  );

  test('that does not exist is known within five seconds', async () => {
    const rig = new Rig();
    const outcome = await rig.bake({ instanceId: 'i-0123456789abcdef0' });
    expect(messageOf(outcome)).toMatch(/^Instance i-0123456789abcdef0 does not exist in eu-west-1/);
    expect(rig.seconds).toBeLessThan(5);
    expect(rig.simulator.calls.changes()).toEqual([]);
  });

  test.each([
    ['stopping', 'stop'],
    ['pending', 'start'],
  ] as const)('that stays %s is told as a timeout, and not touched', async (state, verb) => {
    const rig = new Rig({}, { state });
    expect(messageOf(await rig.bake({ timeoutMinutes: 2 }))).toMatch(
      new RegExp(
        `^- Timed out \\(\`timeout-minutes\`\\): instance i-\\w+ is still ${state}.* does not ${verb}`,
        'm',
      ),
    );
    expect(rig.simulator.calls.changes()).toEqual([]);
  });

  test.each<[string, InstanceSeed, RegExp]>([
    ['that is hibernated', { hibernation: 'hibernated' }, /is hibernated: .*may not boot/],
    [
      'of an Auto Scaling group',
      { tags: { 'aws:autoscaling:groupName': 'web' } },
      /belongs to the Auto Scaling group web, which may replace it/,
    ],
  ])('%s is a warning', async (_which, seed, warning) => {
    const rig = new Rig({}, seed);
    expect(messageOf(await rig.bake())).toBe('it went well');
    expect(rig.log.filter((line) => line.startsWith('warning'))).toEqual([expect.stringMatching(warning)]);
  });

  test('of an Auto Scaling group is none without a reboot', async () => {
    const rig = new Rig({}, { tags: { 'aws:autoscaling:groupName': 'web' } });
    await rig.bake({ noReboot: true });
    expect(rig.log.join('\n')).not.toMatch(/Auto Scaling/);
  });
});

describe('when the builder instance is gone', () => {
  const gone = (rig: Rig) => rig.simulator.world().instances.delete(rig.instanceId);

  test('the image of the name is reused', async () => {
    const rig = new Rig();
    const { id } = rig.simulator.seedImage({ name: 'golden' });
    gone(rig);
    const outcome = await rig.bake({ ...someTemplates({ name: 'golden' }), ifExists: 'reuse' });
    expect(messageOf(outcome)).toBe('it went well');
    expect(outcome.record.image?.id).toBe(id);
  });

  test('a later attempt goes on with the image of the first', async () => {
    const rig = new Rig();
    const [image] = await interrupted(rig);
    gone(rig);
    const outcome = await rig.bake({}, { runAttempt: '2' });
    expect(messageOf(outcome)).toBe('it went well');
    expect(outcome.record.image?.id).toBe(image);
    expect(outcome.record.rebooted).toBeUndefined();
  });

  test('the error says so where there is no image, and nothing else', async () => {
    const rig = new Rig();
    gone(rig);
    const templates = someTemplates({ name: 'web-{{ instance.tags.Owner }}' });
    const outcome = await rig.bake({ ...templates, ifExists: 'reuse', excludeDevices: ['/dev/sdf'] });
    expect(messageOf(outcome).match(/^- .*$/gm)).toEqual([
      expect.stringMatching(/^- Instance i-\w+ does not exist in eu-west-1/),
    ]);
  });
});

/** The first attempt is killed while it waits. @returns the IDs of its images */
async function interrupted(rig: Rig): Promise<string[]> {
  for (let call = 5; rig.images.length === 0; call += 1) await rig.killed(call, 'after');
  return rig.images;
}
