/**
 * What the error codes of EC2, STS, KMS and SSM, and those of the network, mean to somebody who bakes an image, and
 * what to do about each. Errors take their remedy from here, and docs/troubleshooting.md its tables.
 *
 * Sources of the codes: "Error codes for the Amazon EC2 API" in the EC2 Developer Guide; the errors of each action
 * in the API References of STS, KMS and Systems Manager; Node.js, "Common system errors" and "TLS/SSL error codes".
 * Where a message decides, it stands as somebody has recorded it, with the record beside it.
 */

export interface Entry {
  codes: readonly string[];
  /** Only with a message like this, which documents quote as `quote`. It goes before the code's general entry. */
  when?: { says: RegExp; quote: string };
  /** What has happened, in one or two sentences of Markdown. */
  meaning: string;
  /** What to do next, in the imperative. */
  remedy: string;
  /** Often met: stands in the README as well. */
  common?: true;
  /** An IAM action is missing; the error names which one, and who needs it, in place of the remedy. */
  permission?: true;
}

export interface Chapter {
  title: string;
  entries: readonly Entry[];
}

const report =
  'If the inputs are as you want them, please report it as a bug of bake-ami, with the request ID.';

export const catalogue: readonly Chapter[] = [
  {
    title: 'Credentials and permissions',
    entries: [
      {
        codes: ['CredentialsProviderError', 'MissingAuthenticationToken'],
        meaning: 'No AWS credentials were found.',
        remedy:
          'Run aws-actions/configure-aws-credentials in a step before this one, in the same job, with `permissions: id-token: write`.',
        common: true,
      },
      {
        codes: ['RequestExpired', 'ExpiredToken', 'ExpiredTokenException', 'TokenRefreshRequired'],
        meaning: 'The session of the AWS credentials is over, or the clock of the runner is wrong.',
        remedy:
          'Run the job again: the ID of an image that is in the making is in the output ami-id, and one that is still there is taken up where it stands (`on-failure: keep` makes sure that it is). To prevent it, let the action assume the role itself (`role-to-assume`), which renews its session, or ask for a longer one (`role-duration-seconds` of aws-actions/configure-aws-credentials, and the maximum session duration of the role).',
        common: true,
      },
      {
        // cloudcaptainsh/cloudcaptain#66: "Not authorized for image:ami-…"
        codes: ['AuthFailure'],
        when: { says: /\bnot authorized for (?:images?|snapshots?)\b/i, quote: 'Not authorized for image' },
        meaning: 'The image or snapshot belongs to another account.',
        remedy: 'Check which account the credentials of the job belong to.',
      },
      {
        codes: [
          'AuthFailure',
          'InvalidClientTokenId',
          'SignatureDoesNotMatch',
          'IncompleteSignature',
          'UnrecognizedClientException',
          'TokenProviderError',
        ],
        meaning:
          'AWS does not accept the credentials: they are wrong, deactivated or of another partition, or the Region is not enabled in the account.',
        remedy: 'Check the step that provides the credentials, and `aws-region`.',
        common: true,
      },
      {
        // "Not authorized to perform sts:AssumeRoleWithWebIdentity": aws-actions/configure-aws-credentials, README.
        codes: ['AccessDenied'],
        when: { says: /\bsts:AssumeRole/, quote: 'sts:AssumeRoleWithWebIdentity' },
        meaning: 'The role does not let this workflow assume it.',
        remedy:
          "Check the role's trust policy: its `sub` must match the repository, and the branch or environment, of this run, and its `aud` must be `sts.amazonaws.com`.",
      },
      {
        codes: ['UnauthorizedOperation', 'AccessDenied', 'AccessDeniedException'],
        meaning: 'The role that the job assumes may not do this.',
        remedy: 'Allow the action that the message names, as in the README under "Permissions".',
        common: true,
        permission: true,
      },
      {
        codes: ['InvalidAuthorizationMessageException'],
        meaning: 'The encoded reason of a refusal could not be decoded; it may be too old.',
        remedy: 'Run the job again.',
      },
      {
        codes: ['OptInRequired'],
        meaning: 'The account is not signed up for EC2, or the Region is not enabled in it.',
        remedy: 'Enable the Region in the account, or check `aws-region`.',
      },
      {
        codes: ['PendingVerification', 'Blocked'],
        meaning: 'AWS has not verified the account yet, or has blocked it.',
        remedy: 'Ask AWS Support, as the owner of the account.',
      },
    ],
  },
  {
    title: 'Assuming a role (STS)',
    entries: [
      {
        codes: ['InvalidIdentityToken', 'InvalidIdentityTokenException'],
        meaning: "AWS does not accept GitHub's OIDC token.",
        remedy:
          'Check that the account has an IAM identity provider for `token.actions.githubusercontent.com` with the audience `sts.amazonaws.com`.',
      },
      {
        codes: ['IDPRejectedClaim', 'IDPRejectedClaimException'],
        meaning: "GitHub's OIDC token has expired, or is not meant for this account.",
        remedy: 'Run the job again; if that does not help, check the identity provider in IAM.',
      },
      {
        codes: ['IDPCommunicationError', 'IDPCommunicationErrorException'],
        meaning: "AWS could not reach GitHub to check the token's signature.",
        remedy: 'Run the job again later.',
      },
      {
        codes: ['RegionDisabledException'],
        meaning: 'STS is switched off in this Region of the account.',
        remedy: 'Activate it in the account settings of IAM, or check `aws-region`.',
      },
    ],
  },
  {
    title: 'The instance and its volumes',
    entries: [
      {
        codes: ['InvalidInstanceID.NotFound'],
        meaning: 'There is no such instance in this account and Region, or not any more.',
        remedy: 'Check `instance-id`, `aws-region`, and which account the credentials belong to.',
        common: true,
      },
      {
        codes: ['InvalidInstanceID.Malformed'],
        meaning: 'That is not the ID of an instance.',
        remedy: 'Pass an ID like `i-0123456789abcdef0` as `instance-id`.',
      },
      {
        codes: ['IncorrectInstanceState', 'IncorrectState', 'InvalidInstanceState'],
        meaning: 'The instance, or the image, is not in a state in which this can be done.',
        remedy:
          'Keep whatever starts, stops or terminates the instance from doing so while it is imaged, then run the job again.',
      },
      {
        // aws-samples/aws-systemsmanagerautomation-with-asglifecyclehooks#2
        codes: ['InvalidParameterValue'],
        when: { says: /\bnot in state\b/, quote: 'Instance is not in state' },
        meaning: 'EC2 images instances that are running or stopped, and this one is neither.',
        remedy: 'Start or stop the instance, or keep it from being terminated, then run the job again.',
      },
      {
        codes: ['UnsupportedOperation'],
        meaning: 'EC2 cannot do this with an instance, image or volume of this kind.',
        remedy: 'See what the message says; the instance must have an EBS root volume.',
      },
      {
        codes: ['InvalidVolume.NotFound', 'InvalidVolumeID.Malformed'],
        meaning: 'A volume of the instance is gone.',
        remedy:
          'Keep whatever detaches or deletes volumes from doing so while the instance is imaged, then run the job again.',
      },
      {
        codes: ['InvalidBlockDeviceMapping'],
        meaning: 'EC2 does not take the devices that the image is to have.',
        remedy: 'Check `exclude-devices` against the block device mapping of the instance.',
      },
      {
        codes: ['SnapshotCreationPerVolumeRateExceeded'],
        meaning: 'EC2 takes one snapshot of a volume every 15 seconds, and somebody else has just taken one.',
        remedy:
          'Run the job again; let no two bakes, or a bake and a backup, work on the instance at the same time.',
      },
      {
        codes: ['ConcurrentCreateImageNoRebootLimitExceeded'],
        meaning: 'Too many images without reboot are being made of the instance at the same time.',
        remedy:
          'Let one bake of an instance end before the next begins, e.g. with `concurrency` in the workflow.',
      },
    ],
  },
  {
    title: 'Images, snapshots and tags',
    entries: [
      {
        codes: ['InvalidAMIName.Duplicate'],
        meaning: 'Another AMI has this name: names are unique in an account and Region.',
        remedy:
          'Put something into `name` that differs each time, such as `{{ timestamp }}` or `{{ run_id }}`.',
        common: true,
      },
      {
        codes: ['InvalidAMIName.Malformed'],
        meaning: 'EC2 does not take this name for an AMI.',
        remedy: "Use 3 to 128 letters, digits, spaces and `( ) [ ] . / - ' @ _` in `name`.",
      },
      {
        codes: ['InvalidAMIID.NotFound', 'InvalidAMIID.Malformed'],
        meaning: 'EC2 does not know the image, or not any more.',
        remedy:
          'Find out with CloudTrail who called DeregisterImage; clean-up jobs must spare images with the tag `bake-ami:state` = `baking`.',
        common: true,
      },
      {
        // app-sre/qontract-reconcile#2222
        codes: ['InvalidAMIID.Unavailable'],
        when: { says: /\bpending\b/, quote: 'is currently pending' },
        meaning: 'The image is not available yet.',
        remedy: 'Run the job again; if that does not help, look at the state of the image.',
      },
      {
        codes: ['InvalidAMIID.Unavailable'],
        meaning: 'The image has been deregistered, or is not available.',
        remedy: 'Find out with CloudTrail who called DeregisterImage.',
      },
      {
        codes: ['InvalidSnapshot.NotFound', 'InvalidSnapshotID.Malformed'],
        meaning: 'A snapshot of the image is gone.',
        remedy: 'Find out with CloudTrail who called DeleteSnapshot; clean-up jobs must spare it.',
      },
      {
        codes: ['InvalidSnapshot.InUse'],
        meaning: 'The snapshot belongs to an image that is still registered.',
        remedy: 'Deregister the image that the message names, then delete the snapshot.',
      },
      {
        codes: ['TagLimitExceeded'],
        meaning: 'The image or a snapshot would have more than 50 tags, of which bake-ami needs 10.',
        remedy: 'Set fewer tags in `tags` and `snapshot-tags`.',
      },
      {
        codes: ['InvalidTagKey.Malformed'],
        meaning: 'EC2 does not take the key of a tag.',
        remedy:
          'Check `tags` and `snapshot-tags`: up to 128 characters, and nothing that begins with `aws:`.',
      },
      {
        codes: ['TagPolicyViolation'],
        meaning:
          'A tag policy of the organization does not allow the value of a tag, or how its key is written.',
        remedy: 'Set the tag that the message names in `tags`, with a value that the policy allows.',
      },
      {
        codes: ['ConcurrentTagAccess'],
        meaning: 'Somebody else is changing the same tags.',
        remedy: 'Run the job again.',
      },
    ],
  },
  {
    title: 'Sharing',
    entries: [
      {
        // hashicorp/packer#7410 (images, InvalidParameter) and hashicorp/packer#7499 (snapshots).
        codes: ['InvalidParameter', 'OperationNotPermitted'],
        when: {
          says: /AWS Managed CMK|EBS default key/i,
          quote: 'AWS Managed CMK" or "EBS default key',
        },
        meaning:
          'A volume is encrypted with the AWS managed key `aws/ebs`, which no other account can be allowed to use.',
        remedy:
          "Encrypt the instance's volumes with a customer managed key (copy their snapshots with re-encryption, and swap the volumes), and allow those you share with to use it in its key policy.",
        common: true,
      },
      {
        // hortonworks/cloudbreak-images#926
        codes: ['OperationNotPermitted'],
        when: { says: /block public access/i, quote: 'block public access' },
        meaning: 'The account blocks public access to AMIs in this Region.',
        remedy:
          'Leave out `public`, or have an administrator allow it: `aws ec2 disable-image-block-public-access`.',
        common: true,
      },
      {
        // opendevstack/ods-core#1062
        codes: ['UnsupportedOperation', 'OperationNotPermitted'],
        when: { says: /\bencrypted\b.*\bpublicly\b/i, quote: 'shared publicly' },
        meaning: 'EC2 makes nothing public that is encrypted.',
        remedy: 'Leave out `public`, and share with accounts instead.',
      },
      {
        codes: ['InvalidAMIAttributeItemValue', 'InvalidUserID.Malformed'],
        meaning: 'EC2 does not know one of those that the image is to be shared with.',
        remedy:
          'Check `share-with`: accounts have 12 digits, leading zeros included (YAML drops them without quotes), must exist, and must be of the same partition; so must organizations and organizational units.',
        common: true,
      },
      {
        codes: ['OperationNotPermitted'],
        meaning: 'EC2 does not permit this with the object as it is; the message says why.',
        remedy: 'Lift the protection that the message names, or leave out the input that asks for this.',
      },
    ],
  },
  {
    title: 'Quotas and request rates',
    entries: [
      {
        codes: ['SnapshotLimitExceeded'],
        meaning: 'The account has as many snapshots in this Region as it may have.',
        remedy: 'Delete snapshots and images that nobody needs, or ask AWS to raise the quota.',
      },
      {
        // iterative/studio-selfhosted#90
        codes: ['ResourceLimitExceeded'],
        when: { says: /\bpublic images\b/i, quote: 'public images' },
        meaning: 'The account has as many public AMIs in this Region as it may have.',
        remedy:
          'Deregister public AMIs that nobody needs, or make them private, or ask AWS to raise the quota "Public AMIs".',
      },
      {
        codes: ['ResourceLimitExceeded', 'LimitExceededException'],
        meaning: 'The account has reached a quota, which the message names.',
        remedy: 'Deregister images that nobody needs, or ask AWS to raise the quota (Service Quotas).',
      },
      {
        codes: ['PendingSnapshotLimitExceeded', 'ConcurrentSnapshotLimitExceeded'],
        meaning: 'Too many snapshots are being taken in the account at the same time.',
        remedy: 'Run fewer bakes and backups at the same time, or ask AWS to raise the quota.',
      },
      {
        codes: [
          'RequestLimitExceeded',
          'Throttling',
          'ThrottlingException',
          'ThrottledException',
          'RequestThrottled',
          'RequestThrottledException',
          'EC2ThrottledException',
          'TooManyRequestsException',
          'BandwidthLimitExceeded',
          'SlowDown',
        ],
        meaning: 'The account makes more API calls than AWS allows at the moment.',
        remedy:
          'Run the job again later, find out with CloudTrail who makes so many calls, or ask AWS for a higher request rate.',
        common: true,
      },
    ],
  },
  {
    title: 'Keys (KMS)',
    entries: [
      {
        codes: ['CustomerKeyHasBeenRevoked'],
        meaning:
          'EC2 cannot use the KMS key of a volume: it is disabled or being deleted, or the role may not use it.',
        remedy:
          'Check that the key is enabled, and that the role and the key policy allow what the README lists for encrypted volumes.',
        common: true,
      },
      {
        codes: ['NotFoundException', 'InvalidArnException'],
        meaning: 'There is no such KMS key in this account and Region.',
        remedy: 'Check the ID or ARN of the key, and its Region.',
      },
      {
        codes: ['DisabledException', 'KMSInvalidStateException', 'KeyUnavailableException'],
        meaning: 'The KMS key is disabled, being deleted, or cannot be used at the moment.',
        remedy: 'Enable the key, or cancel its deletion.',
      },
      {
        codes: ['DependencyTimeoutException', 'KMSInternalException'],
        meaning: 'KMS did not answer in time.',
        remedy: 'Run the job again.',
      },
    ],
  },
  {
    title: 'Parameters (Systems Manager)',
    entries: [
      {
        codes: ['ParameterNotFound'],
        meaning: 'There is no such parameter in this account and Region.',
        remedy: 'Check the name of the parameter.',
      },
      {
        codes: ['HierarchyTypeMismatchException', 'ParameterAlreadyExists', 'UnsupportedParameterType'],
        meaning: 'There is a parameter of this name already, of another type.',
        remedy: 'Choose another name, or delete the parameter.',
      },
      {
        codes: ['ParameterPatternMismatchException', 'HierarchyLevelLimitExceededException'],
        meaning: 'Systems Manager does not take the name or the value of the parameter.',
        remedy: 'Use letters, digits and `. - _ /` in the name, and no more than 15 levels.',
      },
      {
        codes: ['ParameterLimitExceeded', 'ParameterMaxVersionLimitExceeded'],
        meaning: 'The account has as many parameters, or the parameter as many versions, as may be.',
        remedy: 'Delete parameters that nobody needs, or move labels from the oldest version.',
      },
      {
        codes: ['TooManyUpdates'],
        meaning: 'Somebody else is changing the same parameter.',
        remedy: 'Run the job again.',
      },
    ],
  },
  {
    title: 'Network, and AWS itself',
    entries: [
      {
        codes: ['ENOTFOUND', 'EAI_AGAIN'],
        meaning: 'The name of the AWS endpoint could not be resolved.',
        remedy: 'Check `aws-region` for typing errors, and the DNS of the runner.',
        common: true,
      },
      {
        codes: [
          'ECONNREFUSED',
          'ECONNRESET',
          'ECONNABORTED',
          'EHOSTUNREACH',
          'ENETUNREACH',
          'EPIPE',
          'ETIMEDOUT',
          'TimeoutError',
          'NoAnswerError',
        ],
        meaning: 'The runner got no answer from AWS.',
        remedy:
          'Check the network between the runner and AWS (proxy, firewall, VPC endpoint, AWS_ENDPOINT_URL), and the AWS Health Dashboard, then run the job again.',
        common: true,
      },
      {
        codes: [
          'CERT_HAS_EXPIRED',
          'DEPTH_ZERO_SELF_SIGNED_CERT',
          'ERR_TLS_CERT_ALTNAME_INVALID',
          'SELF_SIGNED_CERT_IN_CHAIN',
          'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
          'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
        ],
        meaning: 'Something between the runner and AWS answers with a certificate of its own.',
        remedy:
          'Name a file with its certificate authority in AWS_CA_BUNDLE, in the environment of the step.',
      },
      {
        codes: ['UnreadableAnswerError'],
        meaning: 'What came back is not an answer of AWS: something on the way has cut or replaced it.',
        remedy: 'Check the proxies between the runner and AWS, then run the job again.',
      },
      {
        codes: [
          'InternalError',
          'InternalFailure',
          'InternalServerError',
          'ServiceUnavailable',
          'ServiceUnavailableException',
          'Unavailable',
        ],
        meaning: 'AWS has a problem of its own.',
        remedy: 'Look at the AWS Health Dashboard, and run the job again later.',
      },
    ],
  },
  {
    title: 'Requests that AWS does not accept',
    entries: [
      {
        // jcjorel/ec2-spot-converter#13
        codes: ['InvalidParameterValue'],
        when: { says: /\breserved for internal use\b/, quote: 'reserved for internal use' },
        meaning: 'The key of a tag begins with `aws:`, which AWS keeps for itself.',
        remedy: 'Choose another key in `tags` or `snapshot-tags`.',
      },
      {
        codes: [
          'InvalidParameterValue',
          'InvalidParameter',
          'InvalidParameterCombination',
          'InvalidParameterDependency',
          'InvalidCharacter',
          'InvalidID',
          'InvalidInput',
          'InvalidRequest',
          'ValidationError',
          'ValidationException',
        ],
        meaning: 'AWS does not accept a value; the message says which.',
        remedy: `Check the input that it comes from. ${report}`,
      },
      {
        codes: [
          'IdempotentParameterMismatch',
          'InvalidAction',
          'InvalidFilter',
          'InvalidNextToken',
          'InvalidPaginationToken',
          'InvalidQueryParameter',
          'MalformedQueryString',
          'MissingAction',
          'MissingParameter',
          'Unsupported',
          'UnknownParameter',
        ],
        meaning: 'AWS does not understand the request.',
        remedy: report,
      },
      {
        codes: ['DryRunOperation'],
        meaning: 'The permissions suffice: EC2 answers a dry run like this, and has done nothing.',
        remedy: report,
      },
    ],
  },
];

const entries = catalogue.flatMap((chapter) => chapter.entries);

/**
 * @param code as the SDK tells it, or as EC2's state reasons have it (`Client.InvalidSnapshot.NotFound`)
 * @returns undefined for a code that is not in the catalogue
 */
export function entryFor(code: string, message: string): Entry | undefined {
  const bare = code.replace(/^(?:Client|Server)\./, '');
  const ofCode = entries.filter(({ codes }) => codes.includes(bare));
  return ofCode.find(({ when }) => when?.says.test(message)) ?? ofCode.find(({ when }) => when === undefined);
}
