import { expect, test } from '@jest/globals';
import { monthlyDollars, pricesOf } from '../../src/aws/prices.ts';

test('the price of a Region is for a GiB in a month', () => {
  expect(monthlyDollars('eu-west-1', 100)).toBeCloseTo(5);
  expect(monthlyDollars('us-west-1', 100)).toBeCloseTo(5.5);
});

test('a Region whose price nobody has looked up has none', () => {
  expect(monthlyDollars('xx-north-9', 100)).toBeUndefined();
});

test('the table says when it was current, and from where', () => {
  expect(pricesOf.date).toMatch(/^[A-Z][a-z]+ 20\d\d$/);
  expect(pricesOf.address).toMatch(/^https:\/\/aws\.amazon\.com\//);
});
