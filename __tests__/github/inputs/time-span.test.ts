import { expect, test } from '@jest/globals';
import { daysOrHours, timeSpan } from '../../../src/github/inputs/time-span.ts';

const day = 86_400_000;

function read(text: string, leastDays = 0): { value: number | undefined; problems: string[] } {
  const problems: string[] = [];
  return { value: timeSpan({ leastDays })(text, (problem) => problems.push(problem)), problems };
}

test.each([
  ['30d', 30 * day],
  ['48h', 2 * day],
  ['1h', day / 24],
])('%s is a span of time', (text, value) => {
  expect(read(text)).toEqual({ value, problems: [] });
});

test('a span that is too short is refused, and the least is named', () => {
  expect(read('48h', 2).value).toBe(2 * day);
  expect(read('47h', 2)).toEqual({
    value: undefined,
    problems: [
      '"47h" is not accepted: it takes a duration in days or hours, at least `2d`, such as `90d` or `48h`',
    ],
  });
});

test.each([
  ['30', 'It has no unit: `30d` is 30 days'],
  ['2w', 'Is it `14d`?'],
  ['30D', 'Is it `30d`?'],
  ['0d', 'it takes a duration in days or hours, such as'],
  ['', 'it takes a duration'],
  ['-1d', 'it takes a duration'],
  ['6m', 'it takes a duration'],
])('%j is none: %s', (text, problem) => {
  expect(read(text)).toEqual({ value: undefined, problems: [expect.stringContaining(problem)] });
});

test.each([
  [day, '1 day'],
  [90 * day, '90 days'],
  [day / 24, '1 hour'],
  [1.5 * day, '36 hours'],
])('%d ms are %s in words', (milliseconds, words) => {
  expect(daysOrHours(milliseconds)).toBe(words);
});
