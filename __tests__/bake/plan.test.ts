import { expect, test } from '@jest/globals';
import { planOf } from '../../src/bake/plan.ts';
import type { Inputs } from '../../src/github/inputs/read.ts';
import type { Existing } from '../../src/image/find.ts';
import { nobody } from '../../src/image/share/grantees.ts';
import { someInputs } from '../builders/inputs.ts';
import { anInstance, someNames } from '../builders/record.ts';

const nothing: Existing = { unfinished: undefined, leftovers: [], namesake: undefined };
const image = { ImageId: 'ami-0a1b2c3d4e5f60718', Name: 'golden', State: 'available' } as const;

function plan(inputs: Partial<Inputs> = {}, existing: Partial<Existing> = {}): string[] {
  return planOf({
    inputs: someInputs(inputs),
    instance: anInstance(),
    names: someNames(),
    existing: { ...nothing, ...existing },
  });
}

test('the steps are told in their order', () => {
  const steps = plan({ shareWith: { ...nobody, accounts: ['111122223333'] } });
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

test('an image of an earlier attempt is taken up, and is deleted on failure, even beside one of its name', () => {
  expect(plan({}, { unfinished: image, namesake: image })).toEqual([
    'Take up ami-0a1b2c3d4e5f60718 (available), left by an earlier attempt of this run',
    'Wait until it is available, 120 minutes at most',
    'On failure: delete what this bake created',
  ]);
});
