import { describe, expect, test } from '@jest/globals';
import { catalogue, entryFor } from '../../src/aws/catalogue.ts';
import { judgedCodes } from '../../src/aws/errors.ts';

const entries = catalogue.flatMap((chapter) => chapter.entries);

describe('the catalogue', () => {
  test.each([...judgedCodes])('knows %s, which the code judges by its name', (code) => {
    expect(entryFor(code, '')).toBeDefined();
  });

  test('says of each code once what it means, beside what certain messages mean', () => {
    const general = entries.filter(({ when }) => when === undefined).flatMap(({ codes }) => codes);
    expect(general.toSorted()).toEqual([...new Set(general)].toSorted());
  });

  test('speaks in whole sentences', () => {
    for (const { meaning, remedy } of entries) {
      expect(meaning).toMatch(/^[A-Z].*\.$/);
      expect(remedy).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('quotes, of the messages that decide, words that do decide', () => {
    for (const { when } of entries) {
      if (when === undefined) continue;
      const quotes = when.quote.split('" or "');
      for (const quote of quotes) expect(`Encrypted snapshots: ${quote}.`).toMatch(when.says);
    }
  });
});

describe('what a code means depends on the message', () => {
  test.each([
    ['AuthFailure', 'AWS was not able to validate the provided access credentials', /does not accept/],
    ['AuthFailure', 'Not authorized for image:ami-0abc', /another account/],
    ['AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity', /assume it/],
    ['InvalidParameterValue', "Instance is not in state 'running' or 'stopped'", /running or stopped/],
    [
      'InvalidParameterValue',
      "Tag keys starting with 'aws:' are reserved for internal use",
      /begins with `aws:`/,
    ],
    ['InvalidParameterValue', 'anything else', /says which/],
    ['InvalidParameter', 'Snapshots encrypted with the AWS Managed CMK can’t be shared.', /`aws\/ebs`/],
    ['OperationNotPermitted', 'Encrypted snapshots with EBS default key cannot be shared', /`aws\/ebs`/],
    [
      'OperationNotPermitted',
      'You can’t publicly share this image because block public access for AMIs is enabled for this account.',
      /blocks public access/,
    ],
    ['UnsupportedOperation', 'Encrypted snapshots can’t be shared publicly.', /nothing public/],
    ['UnsupportedOperation', 'anything else', /of this kind/],
    [
      'ResourceLimitExceeded',
      'You have reached your quota of 5 for the number of public images allowed in this Region.',
      /public AMIs/,
    ],
    ['ResourceLimitExceeded', 'anything else', /a quota/],
  ])('%s: %s', (code, message, meaning) => {
    expect(entryFor(code, message)?.meaning).toMatch(meaning);
  });

  test('state reasons of EC2 are codes with a prefix', () => {
    expect(entryFor('Client.InvalidSnapshot.NotFound', '')).toBe(entryFor('InvalidSnapshot.NotFound', ''));
    expect(entryFor('Server.InternalError', '')).toBe(entryFor('InternalError', ''));
  });

  test('nothing is said of what nobody knows', () => {
    expect(entryFor('BrandNew', 'whatever')).toBeUndefined();
  });
});
