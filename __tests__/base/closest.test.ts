import { expect, test } from '@jest/globals';
import { closest } from '../../src/base/closest.ts';

const words = ['ref', 'repo', 'short_sha', 'timestamp'];

test.each([
  ['reff', 'ref'],
  ['Repo', 'repo'],
  ['short-sha', 'short_sha'],
  ['shrt_sh', 'short_sha'],
  ['timestanp', 'timestamp'],
  ['sha', undefined],
  ['xyz', undefined],
  ['', undefined],
  ['timestamp'.repeat(10), undefined],
])('%j is taken for %j', (word, meant) => {
  expect(closest(word, words)).toBe(meant);
});
