import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  characterCount,
  cut,
  excerpt,
  firstCharacters,
  listCharacters,
  listed,
  shortHash,
  withoutControls,
} from '../../src/base/text.ts';

describe('withoutControls', () => {
  test.each([
    ['a\r\n\tb', 'a b'],
    ['a\u0000b\u0085c', 'a b c'],
    ['a\uffffb', 'a b'],
    ['a\ud83db', 'a\ufffdb'],
    ['🚀 é \u202e <b>', '🚀 é \u202e <b>'],
  ])('%j becomes %j', (text, expected) => {
    expect(withoutControls(text)).toBe(expected);
  });

  test('leaves no control characters, and what it has itself made', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = withoutControls(text);
        expect(clean).not.toMatch(/\p{Cc}/u);
        expect(withoutControls(clean)).toBe(clean);
      }),
    );
  });
});

describe('listed', () => {
  test.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b, and c'],
    [['a', 'b', 'c', 'd'], 'a, b, c, and d'],
  ])('%j becomes %j', (words, expected) => {
    expect(listed(words)).toBe(expected);
    expect(listed(words, 'or')).toBe(expected.replace('and', 'or'));
  });

  test('as Intl.ListFormat does it', () => {
    const format = new Intl.ListFormat('en-US');
    fc.assert(fc.property(fc.array(fc.string()), (words) => listed(words) === format.format(words)));
  });
});

describe('cut', () => {
  test.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'abc'],
    ['ab🚀', 4, 'ab🚀'],
    ['ab🚀', 3, 'ab'],
    ['ab🚀c', 4, 'ab🚀'],
    ['', 3, ''],
  ])('%j to %d is %j', (text, limit, expected) => {
    expect(cut(text, limit)).toBe(expected);
  });

  test('never splits a pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, limit) => {
        const short = cut(text, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(short.isWellFormed()).toBe(true);
        expect(text.startsWith(short)).toBe(true);
      }),
    );
  });
});

describe('firstCharacters', () => {
  test.each([
    ['abcd', 3, 'abc'],
    ['🚀🚀🚀', 2, '🚀🚀'],
    ['a🚀b🚀', 3, 'a🚀b'],
    ['', 3, ''],
  ])('of %j the first %d are %j', (text, count, expected) => {
    expect(firstCharacters(text, count)).toBe(expected);
  });

  test('has at most as many as are asked for, and all that there are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 20 }), (text, count) => {
        const first = firstCharacters(text, count);
        expect(characterCount(first)).toBe(Math.min(count, characterCount(text)));
        expect(text.startsWith(first)).toBe(true);
      }),
    );
  });
});

test('a hash has as many digits as are asked for', () => {
  expect(shortHash('abc', 8)).toBe('ba7816bf');
});

test('characters are listed so that they can be told apart', () => {
  expect(listCharacters(['#', '#', ' ', 'é', '\n', '\u200b', '\u0301', '🚀'])).toBe(
    '"#", " ", "é" (U+00E9), a line end, U+200B, U+0301, "🚀" (U+1F680)',
  );
});

test('an excerpt is short and on one line', () => {
  expect(excerpt('short\ntext', 5)).toBe('short text');
  expect(excerpt('x'.repeat(100), 50)).toBe(`…${'x'.repeat(40)}…`);
});
