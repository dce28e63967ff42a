import { describe, expect, test } from '@jest/globals';
import { NoAnswerError } from '../../src/aws/errors.ts';
import { awsFailure, callOf, denialIn, permissionRemedy } from '../../src/aws/failure.ts';
import { BakeError } from '../../src/base/errors.ts';

function awsError(code: string, message: string, httpStatusCode = 400) {
  return Object.assign(new Error(message), {
    name: code,
    $fault: 'client',
    $metadata: { httpStatusCode, requestId: 'req-1' },
  });
}

const encoded = `${'aZ9-_'.repeat(120)}`;

/** As EC2 words it; see the IAM User Guide, "Troubleshoot access denied error messages". */
function denied(action: string, reason: string, resource = 'arn:aws:ec2:eu-west-1::snapshot/*') {
  return awsError(
    'UnauthorizedOperation',
    `You are not authorized to perform this operation. User: arn:aws:sts::123456789012:assumed-role/baker/bake is not authorized to perform: ${action} on resource: ${resource} ${reason}. Encoded authorization failure message: ${encoded}`,
    403,
  );
}

const notAllowed = (action: string) => `because no identity-based policy allows the ${action} action`;

describe('a failed call is told', () => {
  test('with what was being done, the API action, code, message and request ID', () => {
    const thrown = awsError('BrandNew', 'EC2 does not like it.', 400);
    const failure = awsFailure('ec2:CreateImage', 'create an image of i-0abc', thrown);
    expect(failure.message).toBe(
      'Could not create an image of i-0abc. ec2:CreateImage: BrandNew: EC2 does not like it. (request req-1)',
    );
    expect(failure.cause).toBe(thrown);
    expect(failure.remedy).toBeUndefined();
  });

  test('with what the catalogue says of its code', () => {
    const failure = awsFailure('ec2:CreateImage', 'create it', awsError('TagLimitExceeded', 'Too many.'));
    expect(failure.remedy).toMatch(/more than 50 tags.* Set fewer tags/);
  });

  test('once: what is told already stays as it is', () => {
    const told = new BakeError('told');
    expect(awsFailure('ec2:CreateImage', 'create it', told)).toBe(told);
  });

  test.each([
    ['a new way of throttling', awsError('SlowerPlease', 'Slower.', 429), /more API calls/],
    ['a new fault of AWS', awsError('OutOfOrder', 'Oh.', 500), /problem of its own/],
    ['a network error', Object.assign(new Error('no route'), { code: 'EHOSTDOWN' }), /no answer from AWS/],
    ['silence', new NoAnswerError('AWS did not answer within 15 seconds'), /no answer from AWS/],
  ])('by its kind where the code is not known: %s', (_, thrown, remedy) => {
    expect(awsFailure('ec2:DescribeImages', 'look', thrown).remedy).toMatch(remedy);
  });

  test('in a message that tells which call it was', () => {
    const failure = awsFailure('ec2:CreateImage', 'create an image. Or two', awsError('X', 'a: b'));
    expect(callOf(failure)).toBe('ec2:CreateImage');
    expect(callOf(new BakeError('Something else.'))).toBeUndefined();
  });
});

describe('a missing permission', () => {
  test('is told by the action that AWS names, which may be another than that of the call', () => {
    const thrown = denied('ec2:CreateTags', notAllowed('ec2:CreateTags'));
    expect(awsFailure('ec2:CreateImage', 'create it', thrown).remedy).toBe(
      'Allow ec2:CreateTags on arn:aws:ec2:eu-west-1::snapshot/* in the IAM policy of the role that this job assumes. ' +
        'It is needed by every bake, to tag the image and its snapshots while they are created. ' +
        'The policy is in docs/permissions.md: "Bake", statement TagWhileCreating.',
    );
  });

  test('is told by the action of the call where AWS names none', () => {
    const thrown = awsError(
      'UnauthorizedOperation',
      'You are not authorized to perform this operation.',
      403,
    );
    const { remedy } = awsFailure('ec2:ModifyImageAttribute', 'share ami-0abc', thrown);
    expect(remedy).toMatch(/^Allow ec2:ModifyImageAttribute in the IAM policy/);
    expect(remedy).toContain('needed by `share-with` and `public`, to give launch permissions');
  });

  test('is told of an action that no feature is known to need', () => {
    const thrown = denied('ec2:Unheard', notAllowed('ec2:Unheard'));
    expect(awsFailure('ec2:CreateImage', 'create it', thrown).remedy).toBe(
      'Allow ec2:Unheard on arn:aws:ec2:eu-west-1::snapshot/* in the IAM policy of the role that this job assumes.',
    );
  });

  test('is told without the encoded message, which stays in the cause', () => {
    const thrown = denied('ec2:CreateImage', notAllowed('ec2:CreateImage'));
    const failure = awsFailure('ec2:CreateImage', 'create it', thrown);
    expect(failure.message).not.toContain('ncoded');
    expect(failure.message).not.toContain(encoded.slice(0, 20));
    expect(failure.message).toMatch(/ec2:CreateImage action\. \(request req-1\)$/);
    expect(thrown.message).toContain(encoded);
    expect(failure.cause).toBe(thrown);
  });

  test.each([
    [
      'with an explicit deny in a service control policy',
      /^Have ec2:CreateImage on \S+ exempted from the explicit deny in the service control policy/,
    ],
    [
      'with an explicit deny in an identity-based policy: arn:aws:iam::123456789012:policy/x',
      /^Have .* in the identity-based policy,/,
    ],
    [
      'because no permissions boundary allows the ec2:CreateImage action',
      /^Allow ec2:CreateImage on \S+ in the permissions boundary too/,
    ],
    [
      'because no service control policy allows the ec2:CreateImage action',
      /^Allow ec2:CreateImage on \S+ in the service control policy too/,
    ],
    [
      'because no VPC endpoint policy allows the ec2:CreateImage action',
      /^Allow ec2:CreateImage on \S+ in the VPC endpoint policy too/,
    ],
  ])('says where: %s', (reason, remedy) => {
    const thrown = denied('ec2:CreateImage', reason);
    expect(awsFailure('ec2:CreateImage', 'create it', thrown).remedy).toMatch(remedy);
  });

  test('is read from messages of KMS too, which have no encoded part', () => {
    const thrown = awsError(
      'AccessDeniedException',
      'User: arn:aws:sts::1:assumed-role/baker/bake is not authorized to perform: kms:DescribeKey on resource: arn:aws:kms:eu-west-1:1:key/k because no resource-based policy allows the kms:DescribeKey action',
    );
    expect(awsFailure('kms:DescribeKey', 'look at the key', thrown).remedy).toContain(
      'in the resource-based policy too',
    );
  });
});

test('messages that name no action tell no denial', () => {
  expect(denialIn('You are not authorized to perform this operation.')).toBeUndefined();
  expect(denialIn('Not authorized for image:ami-0abc')).toBeUndefined();
});

test('a resource ends before the punctuation that follows it', () => {
  const text = 'x is not authorized to perform: ec2:CreateTags on resource: arn:aws:ec2:eu-west-1::image/*.';
  expect(denialIn(text)).toMatchObject({ resource: 'arn:aws:ec2:eu-west-1::image/*' });
  expect(permissionRemedy({ action: 'ec2:CreateTags' })).toContain('statement MarkAsReadyAndCleanUp');
});
