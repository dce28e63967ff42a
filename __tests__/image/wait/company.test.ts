import { describe, expect, test } from '@jest/globals';
import { sizeOfCompany } from '../../../src/image/wait/company.ts';

const createdAt = Date.UTC(2026, 10, 22, 21, 34, 5);
const at = (...seconds: number[]) => seconds.map((second) => createdAt + second * 1000);

describe('the size of the company', () => {
  test.each([
    ['nobody', at(), 600, 0],
    ['those of the half minute before and after', at(-29, -10, 0, 5, 30), 600, 5],
    ['not those of earlier and later', at(-3600, -31, 31, 300), 600, 0],
    ['early on, as many to come as have come', at(-20, -10, -1), 0, 6],
    ['more that came than had come before', at(-20, 1, 2, 3), 10, 4],
    ['not those whose date EC2 does not tell', [Number.NaN], 600, 0],
  ])('is %s', (_name, others, afterSeconds, expected) => {
    expect(sizeOfCompany(others, createdAt, createdAt + afterSeconds * 1000)).toBe(expected);
  });
});
