import { describe, expect, test } from '@jest/globals';
import { isNewer, markerLine, markerOf } from '../../../src/github/comment/marker.ts';

const run = { runId: '17532140987', runAttempt: '2', regions: ['eu-west-1', 'us-west-2'] };

describe('The marker', () => {
  test.each(['web', 'web server', 'a/b', '--> <b>', 'x--y', '-', '%', 'ä🙂', ' ', '\'"\n'])(
    'of family %j is one line of an HTML comment, and is read back',
    (family) => {
      const line = markerLine({ family, ...run });
      expect(line).toMatch(/^<!-- [^\n<>]* -->$/);
      expect(line.slice(4, -3)).not.toContain('--');
      expect(markerOf(`${line}\n### Images`)).toEqual({ family, ...run });
    },
  );

  test('holds Regions, ten at most, and nothing else', () => {
    const line = markerLine({ family: 'web', ...run });
    const regions = Array.from({ length: 12 }, (_, index) => `us-east-${index + 1}`);
    const edited = line.replace(/regions=\S+/, `regions=evil,EU-WEST-1,${regions.join(',')}`);
    expect(markerOf(edited)?.regions).toEqual(regions.slice(0, 10));
  });

  test('of half a character is one all the same', () => {
    expect(markerOf(markerLine({ family: '\ud83d', ...run }))?.family).toBe('\ufffd');
  });

  test.each([
    '',
    'Looks good to me.',
    `Quoted: ${markerLine({ family: 'web', ...run })}`,
    '<!-- bake-ami family=%E0%A4%A run=1.1 regions= -->',
    '<!-- bake-ami family=web run=one.1 regions= -->',
  ])('is not found in %j', (body) => {
    expect(markerOf(body)).toBeUndefined();
  });
});

describe('A run is newer', () => {
  test.each([
    ['2', '1', '1', '1', true],
    ['1', '2', '1', '1', true],
    ['1', '1', '1', '1', false],
    ['1', '9', '2', '1', false],
    // As texts, the other way round.
    ['10', '1', '9', '1', true],
    ['1', '10', '1', '9', true],
    // More than a JavaScript number can tell apart.
    ['9007199254740993', '1', '9007199254740992', '1', true],
  ])('%s.%s than %s.%s: %s', (runId, runAttempt, otherId, otherAttempt, expected) => {
    const one = { ...run, family: 'web', runId, runAttempt };
    expect(isNewer(one, { ...one, runId: otherId, runAttempt: otherAttempt })).toBe(expected);
  });
});
