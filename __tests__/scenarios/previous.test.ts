/** The look for the previous image goes on beside the bake: it neither holds it up nor ends it. */
import { describe, expect, test } from '@jest/globals';
import type { RecordedCall } from '../../simulator/calls.ts';
import { type Fault, faults } from '../../simulator/faults.ts';
import { Rig, startedAt } from '../builders/rig.ts';

function isForFamily({ parameters }: Pick<RecordedCall, 'parameters'>): boolean {
  return Object.values(parameters).includes('tag:bake-ami:family');
}

async function rigWithPrevious(): Promise<{ rig: Rig; previous: string | undefined }> {
  const rig = new Rig({ image: { seconds: 30 } });
  const { record } = await rig.bake({}, { runId: '1' });
  return { rig, previous: record.image?.id };
}

async function bakeWhere(fault: Fault) {
  const { rig, previous } = await rigWithPrevious();
  const begun = rig.seconds;
  rig.simulator.faults.add({ action: 'DescribeImages', when: isForFamily, fault });
  const outcome = await rig.bake({}, { runId: '2' });
  const createdAt = (rig.creates.at(-1)?.at ?? Number.NaN) - startedAt;
  return { rig, previous, outcome, createdAfter: createdAt / 1000 - begun, took: rig.seconds - begun };
}

describe('a list of the family that', () => {
  test('comes after ten seconds holds up nothing, and is used when it is there', async () => {
    const { outcome, previous, createdAfter, took } = await bakeWhere(faults.late(10));
    expect(outcome).toMatchObject({ ok: true, record: { previous: { id: previous } } });
    expect(createdAfter).toBeLessThan(1);
    expect(took).toBeLessThan(32);
  });

  test.each([
    ['is never answered', faults.stall()],
    ['is throttled', faults.requestLimitExceeded()],
    ['fails inside EC2', faults.internalError()],
  ])('%s costs five seconds at the end and a line in the log', async (_name, fault) => {
    const { rig, outcome, createdAfter, took } = await bakeWhere(fault);
    expect(outcome).toMatchObject({ ok: true, record: { warnings: [] } });
    expect(outcome.record.previous).toBeUndefined();
    expect(createdAfter).toBeLessThan(1);
    expect(took).toBeGreaterThan(30);
    expect(took).toBeLessThan(38);
    expect(rig.log.filter((line) => line.includes('`previous-ami-id` is empty'))).toEqual([
      expect.stringMatching(/^info Could not look for the previous image of family/),
    ]);
  });

  test('may not be read is a warning, and the bake goes on', async () => {
    const denied = faults.error('UnauthorizedOperation', 'You are not authorized.', 403);
    const { outcome, took } = await bakeWhere(denied);
    expect(outcome).toMatchObject({
      ok: true,
      record: { warnings: [expect.stringContaining('`previous-ami-id` is empty')] },
    });
    expect(took).toBeLessThan(32);
  });

  test('is not waited for when the bake fails', async () => {
    const rig = new Rig({ image: { seconds: 60, failure: { afterSeconds: 8 } } });
    rig.simulator.faults.add({ action: 'DescribeImages', when: isForFamily, fault: faults.stall() });
    expect(await rig.bake()).toMatchObject({ ok: false });
    expect(rig.seconds).toBeLessThan(15);
    expect(rig.log.join('\n')).not.toContain('previous-ami-id');
  });
});
