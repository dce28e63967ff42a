import { describe, expect, test } from '@jest/globals';
import { bakeSteps } from '../../src/bake/inputs/entry.ts';
import { type BakeInputs, bakeInputs } from '../../src/bake/inputs/table.ts';
import { planOf } from '../../src/bake/plan.ts';
import { linesOf } from '../../src/github/inputs/plan.ts';
import type { Existing } from '../../src/image/find.ts';
import { someInputs } from '../builders/inputs.ts';
import { anInstance, bakeStart, someNames } from '../builders/record.ts';

const nothing: Existing = {
  unfinished: undefined,
  handedOut: undefined,
  failed: [],
  leftovers: [],
  twins: [],
  namesake: undefined,
};
const image = { ImageId: 'ami-0a1b2c3d4e5f60718', Name: 'golden', State: 'available' } as const;

function plan(...given: Parameters<typeof groups>): string[] {
  return linesOf(groups(...given));
}

function groups(
  inputs: Partial<BakeInputs> = {},
  existing: Partial<Existing> = {},
  names = someNames(),
): ReturnType<typeof planOf> {
  return planOf({
    inputs: someInputs(inputs),
    instance: anInstance(),
    names,
    existing: { ...nothing, ...existing },
    startedAt: bakeStart,
  });
}

test('the steps are listed in their order', () => {
  const steps = plan({ shareWith: ['111122223333'] });
  const words = ['Create an AMI', 'Wait until', 'Share the AMI', 'On failure: delete'];
  const places = words.map((word) => steps.findIndex((step) => step.startsWith(word)));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((one, other) => one - other));
});

test('a reused image is waited for, and nothing is said of its deletion', () => {
  expect(plan({ ifExists: 'reuse' }, { namesake: image })).toEqual([
    'Reuse ami-0a1b2c3d4e5f60718 (available), which has the name "golden"',
    'Wait until it is available, 120 minutes at most',
  ]);
});

test('an image of an earlier attempt is resumed, and is deleted on failure, even beside one of its name', () => {
  expect(plan({}, { unfinished: image, namesake: image })).toEqual([
    'Resume ami-0a1b2c3d4e5f60718 (available), which an earlier attempt of this run created',
    'Wait until it is available, 120 minutes at most',
    'On failure: delete what this run created',
  ]);
});

test('an image that an earlier attempt did not wait for is handed out again, and never deleted', () => {
  expect(plan({ wait: false }, { handedOut: image })).toEqual([
    'Output ami-0a1b2c3d4e5f60718 (available), which an earlier attempt of this run created without waiting for it',
    'Do not wait until it is available',
  ]);
});

test('everything that can be asked for has its line, each in the order of the steps', () => {
  const names = someNames({ ssmParameters: ['/images/web'] });
  const asked = plan(
    {
      wait: true,
      shareWith: ['111122223333', 'arn:aws:organizations::123456789012:organization/o-0123456789'],
      shareSnapshots: true,
      makePublic: true,
      copyTo: [{ region: 'us-west-2' }, { region: 'eu-central-1', kmsKeyId: 'alias/images' }],
      deprecateAfter: { kind: 'after', milliseconds: 90 * 86_400_000 },
      deregistrationProtection: 'with-cooldown',
      requireImdsv2: true,
      onFailure: 'keep',
    },
    {},
    names,
  );
  expect(asked.slice(asked.findIndex((line) => line.startsWith('Wait')))).toEqual([
    'Wait until it is available, 120 minutes at most',
    'Copy the AMI to us-west-2',
    'Copy the AMI to eu-central-1, encrypted with alias/images',
    'Deprecate each image after 90 days (about 2027-02-20)',
    'Require IMDSv2 of the instances of each image, which cannot be undone',
    'Share the AMI with 1 account and 1 organization: 111122223333, arn:aws:organizations::123456789012:organization/o-0123456789',
    'Share its snapshots with 111122223333',
    'Make the AMI public: every AWS account may launch it',
    'Protect each image from deregistration (with-cooldown)',
    'Write the ID of the AMI into the SSM parameter /images/web in eu-west-1, us-west-2, eu-central-1',
    'On failure: keep what this run created',
  ]);
});

test('a new image is described: instance, names, volumes, then tags', () => {
  const beginnings = [
    'Create an AMI',
    'Name: ',
    'Description: ',
    'Family: ',
    'Snapshot /dev/',
    'Tag of the AMI: ',
  ];
  const lines = plan({ wait: false });
  const places = beginnings.map((beginning) => lines.findIndex((line) => line.startsWith(beginning)));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(lines).toContain('Do not wait until it is available');
});

describe('deprecation', () => {
  test.each<[BakeInputs['deprecateAfter'], string]>([
    [{ kind: 'after', milliseconds: 86_400_000 }, 'after 1 day (about 2026-11-23)'],
    [{ kind: 'after', milliseconds: 36 * 3_600_000 }, 'after 36 hours (about 2026-11-24)'],
    [{ kind: 'at', time: Date.UTC(2027, 0, 31) }, 'at 2027-01-31T00:00:00.000Z'],
  ])('%j', (deprecateAfter, words) => {
    expect(plan({ deprecateAfter })).toContain(`Deprecate each image ${words}`);
  });
});

test('every input of the plan has a step that the plan walks', () => {
  const steps = Object.values(bakeInputs).flatMap(({ plan }) => (plan === 'none' ? [] : [plan.step]));
  for (const step of steps) expect(bakeSteps).toContain(step);
});

test('the plan has a group for each step that has something to do', () => {
  const copyTo = [{ region: 'us-west-2' }];
  const titles = groups({ copyTo, deprecateAfter: { kind: 'at', time: 0 } }).map(({ title }) => title);
  expect(titles).toEqual(['Image', 'Tags', 'Wait', 'Copies', 'Settings', 'On failure']);
});

test('what an earlier attempt left, and the image that is reused, are one group', () => {
  const [first] = groups({ ifExists: 'reuse' }, { namesake: image, leftovers: [image] });
  expect(first).toEqual({
    title: 'Image',
    lines: [expect.stringMatching(/^Remove ami-/), expect.stringMatching(/^Reuse ami-/)],
  });
});
