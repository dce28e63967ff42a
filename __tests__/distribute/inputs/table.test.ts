import { expect, test } from '@jest/globals';
import { distributionInput } from '../../../src/distribute/inputs/entry.ts';
import { boolean } from '../../../src/github/inputs/parsers.ts';
import { askedOfImages, readInputsOf } from '../../builders/inputs.ts';
import { problemsOf } from '../../builders/told.ts';

test('with `wait: false`, everything that needs an available image is an error, each by its name', () => {
  expect(problemsOf(() => readInputsOf({ ...askedOfImages, wait: 'false' }))).toEqual(
    Object.keys(askedOfImages).map((name) =>
      expect.stringMatching(`^input \`${name}\`: it needs an image that is available`),
    ),
  );
  expect(problemsOf(() => readInputsOf(askedOfImages))).toEqual([]);
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
