import { describe, expect, test } from '@jest/globals';
import { emptyRecord, type RetireRecord } from '../../src/retire/record.ts';
import { report } from '../../src/retire/report/report.ts';
import { howMany, howManyOfEach } from '../../src/retire/words.ts';
import { RetirementRig } from '../builders/retirement-rig.ts';
import { collectingLog } from '../builders/run.ts';

test.each([
  [0, '0 images'],
  [1, '1 image'],
  [2, '2 images'],
])('%i is "%s"', (count, words) => expect(howMany(count, 'image')).toBe(words));

test.each([
  [[], 'nothing'],
  [['ami-1'], '1 image'],
  [['ami-1', 'snap-1', 'ami-2'], '2 images and 1 snapshot'],
  [['i-1', 'ami-1', 'snap-1', 'snap-2'], '1 image, 2 snapshots and 1 instance'],
])('%j is "%s"', (ids, words) => expect(howManyOfEach(ids)).toBe(words));

describe('the last line', () => {
  const closing = async (facts: Partial<RetireRecord>, dryRun = false) => {
    const lines: string[] = [];
    const record = { ...emptyRecord('eu-west-1', '1-x', 0), judged: [], loose: [], ...facts };
    const outputs = { publish: () => undefined, finish: () => undefined };
    const comment = async () => undefined;
    const log = collectingLog(lines);
    await report({ outcome: { ok: true, record }, outputs, log, endedAt: 0, comment }, dryRun);
    return lines.at(-1);
  };

  test.each<[string, Partial<RetireRecord>, boolean]>([
    ['Nothing was removed. Checked 0 images.', {}, false],
    [
      'Removed 1 image. You no longer pay for up to 8 GiB of snapshots.',
      { removed: ['ami-1'], freedGiB: 8 },
      false,
    ],
    ['Removed 1 instance.', { removed: ['i-1'] }, false],
    ['Dry run: nothing would be removed. Nothing was changed.', {}, true],
  ])('is "%s"', async (words, facts, dryRun) => expect(await closing(facts, dryRun)).toContain(words));
});

test('the log says how many images were checked, and how many go and stay', async () => {
  const rig = new RetirementRig();
  rig.newest();
  await rig.retire();
  expect(rig.log).toContainEqual('info Checked 1 image: nothing will be removed, 1 image stays.');
});
