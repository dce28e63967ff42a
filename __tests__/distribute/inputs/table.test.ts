import { describe, expect, test } from '@jest/globals';
import { distributionInput } from '../../../src/distribute/inputs/entry.ts';
import { distributionInputs } from '../../../src/distribute/inputs/table.ts';
import { boolean } from '../../../src/github/inputs/parsers.ts';
import { readInputsOf } from '../../builders/inputs.ts';
import { problemsOf } from '../../builders/told.ts';

/** A value of each that asks for something. */
const asked: Readonly<Record<keyof typeof distributionInputs, string>> = {
  shareWith: '111122223333',
  shareSnapshots: 'true',
  makePublic: 'true',
  copyTo: 'us-west-2',
  deprecateAfter: '90d',
  deregistrationProtection: 'on',
  requireImdsv2: 'true',
  ssmParameters: '/images/web',
};

describe('with `wait: false`', () => {
  test('everything that needs an available image is an error, each by its name', () => {
    const names = Object.values(distributionInputs).map(({ name }) => name);
    const given = Object.fromEntries(
      Object.entries(distributionInputs).map(([key, { name }]) => [
        name,
        asked[key as keyof typeof distributionInputs],
      ]),
    );
    expect(problemsOf(() => readInputsOf({ ...given, wait: 'false' }))).toEqual(
      names.map((name) => expect.stringMatching(`^input \`${name}\`: it needs an image that is available`)),
    );
    expect(problemsOf(() => readInputsOf(given))).toEqual([]);
  });
});

test('the type checker names what an entry forgets', () => {
  const needsAvailableImage = () => true;
  const lines = () => [];
  // @ts-expect-error its line in the plan
  distributionInput('new', boolean, { needsAvailableImage });
  // @ts-expect-error whether it needs an available image
  distributionInput('new', boolean, { plan: 'none' });
  // @ts-expect-error a step that no plan has
  distributionInput('new', boolean, { needsAvailableImage, plan: { step: 'x', lines } });
  const whole = distributionInput('new', boolean, { needsAvailableImage, plan: 'none' });
  expect(whole.name).toBe('new');
});
