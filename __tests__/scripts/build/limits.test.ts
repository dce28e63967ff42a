import { describe, expect, test } from '@jest/globals';
import type { Bundle } from '../../../scripts/build/bundle.ts';
import { problemsOf } from '../../../scripts/build/limits.ts';

const root = '/home/somebody/bake-ami/';

/** A bundle of one entry point, which loads `index.js` and `1.index.js`, but not `2.index.js`. */
function problems(
  files: Record<string, string> = {},
  startFiles: Bundle['startFiles'] = [['index.js', '1.index.js']],
) {
  const all = { 'index.js': '', '1.index.js': '', '2.index.js': '', 'package.json': '{}', ...files };
  return problemsOf({ files: new Map(Object.entries(all)), startFiles }, root, 1);
}

describe('the build', () => {
  test('accepts a small bundle', () => {
    expect(problems()).toEqual([]);
  });

  test('accepts an HTTP client that is loaded later', () => {
    expect(problems({ '2.index.js': 'class HttpClient {}' })).toEqual([]);
  });

  test.each([
    [
      'all files together are too large',
      { '2.index.js': 'x'.repeat(4_000_000) },
      /^dist\/ has 4000002 bytes/,
    ],
    [
      'the files of a start are too large',
      { '1.index.js': 'x'.repeat(900_001) },
      /^Together, index\.js, 1\.index\.js have 900001 bytes/,
    ],
    ['a start loads an HTTP client', { '1.index.js': 'class OidcClient {' }, /contain an HTTP client/],
    [
      'a file names the folder of the build',
      { '2.index.js': `"${root}lib"` },
      /^2\.index\.js contains the path/,
    ],
    ['ncc copied a data file', { 'data.json': '{}' }, /^ncc copied data\.json/],
  ])('fails when %s', (_when, files, problem) => {
    expect(problems(files)).toEqual([expect.stringMatching(problem)]);
  });

  test('fails when it cannot find the files of each start', () => {
    expect(problems({}, [])).toEqual(['src/index.ts imports 0 modules dynamically for 1 entry points.']);
  });
});
