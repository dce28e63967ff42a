import { describe, expect, test } from '@jest/globals';
import { deprecation } from '../../../src/distribute/inputs/deprecate-after.ts';
import type { DeprecateAfter } from '../../../src/image/lifecycle.ts';

function read(text: string): { value: DeprecateAfter | undefined; problems: string[] } {
  const problems: string[] = [];
  return { value: deprecation(text, (problem) => problems.push(problem)), problems };
}

describe('deprecate-after', () => {
  test.each<[string, DeprecateAfter | undefined]>([
    ['', undefined],
    ['90d', { kind: 'after', milliseconds: 90 * 86_400_000 }],
    ['12h', { kind: 'after', milliseconds: 12 * 3_600_000 }],
    ['007d', { kind: 'after', milliseconds: 7 * 86_400_000 }],
    ['2027-01-31T00:00:00Z', { kind: 'at', time: Date.UTC(2027, 0, 31) }],
    ['2027-01-31T00:00Z', { kind: 'at', time: Date.UTC(2027, 0, 31) }],
    ['2027-01-31T02:30:00+02:30', { kind: 'at', time: Date.UTC(2027, 0, 31) }],
    ['2027-01-30T19:00:00.000-05:00', { kind: 'at', time: Date.UTC(2027, 0, 31) }],
    ['2028-02-29T00:00:00Z', { kind: 'at', time: Date.UTC(2028, 1, 29) }],
  ])('%j is read', (text, value) => {
    expect(read(text)).toEqual({ value, problems: [] });
  });

  test.each([
    ['90', '. It has no unit: `90d` is 90 days'],
    ['90D', '. Is it `90d`?'],
    ['90 days', '. Is it `90d`?'],
    ['1 hour', '. Is it `1h`?'],
    ['2w', '. Is it `14d`?'],
    ['1y', '. Is it `365d`?'],
    ['P90D', '. Is it `90d`?'],
    ['PT12H', '. Is it `12h`?'],
    ['"90d"', '. Leave out the quotes: `90d`'],
    ['0d', '. It must be more than 0'],
    ['2027-01-31', '. Add the time and its zone: `2027-01-31T00:00:00Z`'],
    ['2027-01-31T10:00:00', '. Add its zone: `2027-01-31T10:00:00Z` if it is in UTC'],
    ['2027-01-31 10:00:00', '. Add its zone: `2027-01-31T10:00:00Z` if it is in UTC'],
    ['2027-01-31 10:00:00Z', '. Write it `2027-01-31T10:00:00Z`'],
    ['2027-01-31t10:00:00z', '. Write it `2027-01-31T10:00:00Z`'],
    ['2027-02-30T00:00:00Z', '. There is no such day as 2027-02-30'],
    ['2027-13-01T00:00:00Z', '. There is no such day as 2027-13-01'],
    ['2027-01-31T24:00:00Z', ''],
    ['2027-01-31T10:60:00Z', ''],
    ['1.5d', ''],
    ['-1d', ''],
    ['1d12h', ''],
    ['6m', ''],
    ['9999999d', ''],
    ['31 January 2027', ''],
    ['1800000000', ''],
  ])('%j is refused', (text, hint) => {
    const { value, problems } = read(text);
    expect(value).toBeUndefined();
    expect(problems).toEqual([
      expect.stringMatching(
        /^".*" is neither a duration in days or hours, such as `90d` or `12h`, nor a date-/,
      ),
    ]);
    expect(problems[0]?.endsWith(`such as \`2027-01-31T00:00:00Z\`${hint}`)).toBe(true);
  });
});
