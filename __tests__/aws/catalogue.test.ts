import { describe, expect, test } from '@jest/globals';
import { catalogue, entryFor } from '../../src/aws/catalogue.ts';

const entries = Object.values(catalogue).flat();

describe('the catalogue', () => {
  test('has one general entry for a code, beside those for certain messages', () => {
    const general = entries.filter(({ when }) => when === undefined).flatMap(({ codes }) => codes);
    expect(general.toSorted()).toEqual([...new Set(general)].toSorted());
  });

  test('uses whole sentences', () => {
    for (const { meaning, remedy } of entries) {
      expect(meaning).toMatch(/^[A-Z].*\.$/);
      expect(remedy).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('quotes words that match the pattern of the message', () => {
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
    ['UnsupportedOperation', 'Encrypted snapshots can’t be shared publicly.', /cannot be made public/],
    ['UnsupportedOperation', 'anything else', /of this kind/],
    [
      'ResourceLimitExceeded',
      'You have reached your quota of 5 for the number of public images allowed in this Region.',
      /public AMIs/,
    ],
    ['ResourceLimitExceeded', 'anything else', /a quota/],
    [
      'ParameterPatternMismatchException',
      'Parameter value, cannot be validated against allowedPattern: ^v',
      /AllowedPattern that an AMI ID does not match/,
    ],
    [
      'ValidationException',
      "You can't downgrade a parameter from the advanced-parameter tier to the standard-parameter tier.",
      /tier/,
    ],
    [
      'InvalidRequest',
      'You do not have permission to access the storage of this ami',
      /snapshots of the image/,
    ],
  ])('%s: %s', (code, message, meaning) => {
    expect(entryFor(code, message)?.meaning).toMatch(meaning);
  });

  test('finds the state reasons of EC2, which are codes with a prefix', () => {
    expect(entryFor('Client.InvalidSnapshot.NotFound', '')).toBe(entryFor('InvalidSnapshot.NotFound', ''));
    expect(entryFor('Server.InternalError', '')).toBe(entryFor('InternalError', ''));
  });

  test('finds all of Node’s codes for certificates that are not trusted', () => {
    expect(entryFor('CERT_NOT_YET_VALID', '')).toBe(entryFor('CERT_HAS_EXPIRED', ''));
  });

  test('has no entry for an unknown code', () => {
    expect(entryFor('BrandNew', 'whatever')).toBeUndefined();
  });
});
