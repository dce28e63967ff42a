import { expect, test } from '@jest/globals';
import type { AnyInput } from '../../../src/github/inputs/input.ts';
import { itemsOf, lines, type Parser } from '../../../src/github/inputs/parsers.ts';
import * as shared from '../../../src/github/inputs/shared.ts';

function read<Value>(parse: Parser<Value>, text: string): Value | undefined {
  return parse(text, (problem) => {
    throw new Error(problem);
  });
}

test('lines keep their commas, and each is there once', () => {
  expect(read(lines, 'web, eu\n# api\n\n  api \r\nweb, eu')).toEqual(['web, eu', 'api']);
});

test('items are separated by commas and line ends', () => {
  expect(itemsOf('a, b\n# c, d\n,e ,')).toEqual(['a', 'b', 'e']);
});

test('what an action gives as default for a shared input can be read', () => {
  const withDefaults: AnyInput[] = [shared.timeoutMinutes('15'), shared.dryRun('true'), shared.comment];
  const values = withDefaults.map(({ parse, default: standard }) => read(parse, standard ?? ''));
  expect(values).toEqual([15, true, false]);
});
