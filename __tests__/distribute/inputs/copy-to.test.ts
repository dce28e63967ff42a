import { describe, expect, test } from '@jest/globals';
import type { BakeInputs } from '../../../src/bake/inputs/table.ts';
import { readInputsOf } from '../../builders/inputs.ts';
import { problemsOf as toldProblems } from '../../builders/told.ts';

const id = '1234abcd-12ab-34cd-56ef-1234567890ab';
const multiRegion = 'mrk-0123456789abcdef0123456789abcdef';
const arn = `arn:aws:kms:us-west-2:123456789012:key/${id}`;
const aliasArn = 'arn:aws:kms:us-west-2:123456789012:alias/images';

const problemsOf = (given: Record<string, string>) => toldProblems(() => readInputsOf(given));

describe('copy-to', () => {
  test.each<[string, BakeInputs['copyTo']]>([
    ['', []],
    ['# nowhere yet\n', []],
    ['us-west-2', [{ region: 'us-west-2' }]],
    ['us-west-2, eu-central-1,', [{ region: 'us-west-2' }, { region: 'eu-central-1' }]],
    [
      `us-west-2 ${id}\r\n\n# and\n  eu-central-1\t alias/images `,
      [
        { region: 'us-west-2', kmsKeyId: id },
        { region: 'eu-central-1', kmsKeyId: 'alias/images' },
      ],
    ],
    [`us-west-2 ${multiRegion}`, [{ region: 'us-west-2', kmsKeyId: multiRegion }]],
    [`us-west-2 ${arn}`, [{ region: 'us-west-2', kmsKeyId: arn }]],
    [
      `us-west-2 ${arn.replace(id, multiRegion)},sa-east-1`,
      [{ region: 'us-west-2', kmsKeyId: arn.replace(id, multiRegion) }, { region: 'sa-east-1' }],
    ],
    [`us-west-2 ${aliasArn}`, [{ region: 'us-west-2', kmsKeyId: aliasArn }]],
    ['us-west-2 alias/aws/ebs', [{ region: 'us-west-2', kmsKeyId: 'alias/aws/ebs' }]],
  ])('%j is read in its order', (text, targets) => {
    expect(readInputsOf({ 'copy-to': text }).copyTo).toEqual(targets);
  });

  test.each([
    [
      'us-west-2a',
      '"us-west-2a" is not the code of a Region, such as `eu-west-1`. That is a zone: its Region is `us-west-2`',
    ],
    ['Oregon', '"Oregon" is not the code of a Region'],
    [
      'us-west-2 eu-central-1',
      'is neither `REGION` nor `REGION KMS-KEY`. Separate several by commas or line ends',
    ],
    [`us-west-2 ${id} eu-central-1`, 'Separate several by commas or line ends'],
    [
      'us-west-2 images',
      '"images" is not a KMS key, which is given as a key ID, a key ARN, an alias (`alias/images`) or the ARN of an alias. Is it `alias/images`?',
    ],
    ['us-west-2 arn:aws:s3:::bucket', '"arn:aws:s3:::bucket" is not a KMS key'],
    ['us-west-2 arn:aws:kms:us-west-2:123456789012:key/*', 'is not a KMS key'],
    [`us-west-2 ${id.toUpperCase()}`, 'is not a KMS key'],
    [
      `eu-central-1 ${arn}`,
      `the key "${arn}" is in Region us-west-2, and a copy in eu-central-1 needs a key in eu-central-1`,
    ],
    [`eu-central-1 ${aliasArn}`, 'needs a key in eu-central-1'],
    [
      'us-west-2, sa-east-1, us-west-2',
      'Region `us-west-2` is named more than once: there is one copy in each Region',
    ],
    [`us-west-2\nus-west-2 ${id}`, 'Region `us-west-2` is named more than once'],
    ['us-west-2, eu-west-1', 'eu-west-1 is the Region of the image itself. Leave it out'],
    [`eu-west-1 alias/images`, 'eu-west-1 is the Region of the image itself'],
    ['cn-north-1', 'Region cn-north-1 is in another partition than eu-west-1'],
  ])('refuses %j and says why', (text, problem) => {
    const problems = problemsOf({ 'copy-to': text });
    expect(problems).toEqual([expect.stringContaining(problem)]);
    expect(problems[0]).toMatch(/^input `copy-to`: /);
  });

  test('each wrong item is a problem of its own', () => {
    expect(problemsOf({ 'copy-to': 'here, us-west-2 x y, eu-west-1, Oregon nothing' })).toHaveLength(5);
  });
});

describe('copy-to in the company of others', () => {
  const sharing = { 'share-with': '111111111111' };
  test.each<[string, Record<string, string>, string[]]>([
    ['sharing', { 'copy-to': `us-west-2 ${id}, sa-east-1`, ...sharing }, []],
    ['public, without keys', { 'copy-to': 'us-west-2', public: 'true' }, []],
    ['not waiting', { 'copy-to': 'us-west-2', wait: 'false' }, ['it needs an image that is available']],
    [
      'public, with a key',
      { 'copy-to': `us-west-2 ${id}, sa-east-1`, public: 'true' },
      ['the copy in us-west-2 would be encrypted, and EC2 cannot make encrypted images public'],
    ],
    [
      'sharing, with the AWS managed key',
      { 'copy-to': 'us-west-2 alias/aws/ebs', ...sharing },
      ['would be encrypted with the AWS managed key aws/ebs, and `share-with` cannot share'],
    ],
    ['the AWS managed key and no sharing', { 'copy-to': 'us-west-2 alias/aws/ebs' }, []],
    [
      'a Region that cannot be read',
      { 'copy-to': 'eu-west-1', 'aws-region': 'Ireland' },
      ['input `aws-region`: '],
    ],
  ])('%s', (_what, given, problems) => {
    expect(problemsOf(given)).toEqual(problems.map((problem) => expect.stringContaining(problem)));
  });
});
