/**
 * The error codes of EC2, STS, KMS and SSM, and those of the network, in one table: what kind of error each is, what it
 * means to somebody who bakes an image, and what to do about it. Errors take their remedy from here, and
 * docs/troubleshooting.md its tables.
 *
 * Sources of the codes: "Error codes for the Amazon EC2 API" in the EC2 Developer Guide; the errors of each action
 * in the API References of STS, KMS and Systems Manager; Node.js, "Common system errors" and "TLS/SSL error codes".
 * Where a message decides, it is quoted as somebody has recorded it, with the record beside it.
 */

export type ErrorKind =
  /** The credentials are missing, wrong or expired. Retrying cannot help. */
  | 'credentials'
  /** The credentials are valid but not allowed to do this. Retrying cannot help. */
  | 'permission'
  /** AWS asks to slow down. The request was not carried out. */
  | 'throttled'
  /** AWS refused for the moment: a limit on what runs at once, or an object in a passing state. Not carried out. */
  | 'busy'
  /** AWS does not know the object: the ID is wrong, or the object is not visible yet. */
  | 'not-found'
  /** No clear answer: a network error, a timeout, a 5xx status, or a body that cannot be read. Perhaps carried out. */
  | 'unclear'
  /** A clear no. */
  | 'refused'
  /** Our own signal ended the call. */
  | 'aborted';

export interface Entry {
  codes: readonly string[];
  /** Only with a message like this, which documents quote as `quote`. It goes before the code's general entry. */
  when?: { says: RegExp; quote: string };
  /** With `permission`, the error names the action that is missing and who needs it, in place of the remedy. */
  kind: ErrorKind;
  /** What has happened, in one or two sentences of Markdown. */
  meaning: string;
  /** What to do next, in the imperative. */
  remedy: string;
  /** Common: docs/troubleshooting.md lists it first, too. */
  common?: true;
}

const report =
  'If the inputs are as you want them, please report it as a bug of bake-ami, with the request ID.';

/** By the titles of the chapters that docs/troubleshooting.md has. */
export const catalogue: Readonly<Record<string, readonly Entry[]>> = {
  'Credentials and permissions': [
    {
      codes: ['CredentialsProviderError', 'MissingAuthenticationToken'],
      kind: 'credentials',
      meaning: 'No AWS credentials were found.',
      remedy:
        'Run aws-actions/configure-aws-credentials in a step before this one, in the same job, with `permissions: id-token: write`.',
      common: true,
    },
    {
      codes: ['RequestExpired', 'ExpiredToken', 'ExpiredTokenException', 'TokenRefreshRequired'],
      kind: 'credentials',
      meaning: 'The AWS credentials have expired.',
      remedy:
        'Run the job again: a bake resumes the image of this attempt if the image still exists (`on-failure: keep` makes sure that it does). To prevent this, let the action assume the role itself (`role-to-assume`), which renews the session, or ask for a longer session (`role-duration-seconds` of aws-actions/configure-aws-credentials, and the maximum session duration of the role).',
      common: true,
    },
    {
      // Made in clock-skew.ts.
      codes: ['ClockSkewError'],
      kind: 'credentials',
      meaning:
        'The clock of the runner is wrong, and AWS refused the request with the corrected time as well.',
      remedy:
        'Set the clock of the runner (NTP), then run the job again. If AWS still refuses, check the step that provides the credentials.',
    },
    {
      // cloudcaptainsh/cloudcaptain#66: "Not authorized for image:ami-…"
      codes: ['AuthFailure'],
      when: { says: /\bnot authorized for (?:images?|snapshots?)\b/i, quote: 'Not authorized for image' },
      kind: 'refused',
      meaning: 'The image or snapshot belongs to another account.',
      remedy: 'Check which account the credentials of the job belong to.',
    },
    {
      codes: [
        'AuthFailure',
        'InvalidClientTokenId',
        'InvalidSignatureException',
        'SignatureDoesNotMatch',
        'IncompleteSignature',
        'UnrecognizedClientException',
        'TokenProviderError',
      ],
      kind: 'credentials',
      meaning:
        'AWS does not accept the credentials: they are wrong, deactivated or of another partition, or the Region is not enabled in the account.',
      remedy: 'Check the step that provides the credentials, and `aws-region`.',
      common: true,
    },
    {
      // "Not authorized to perform sts:AssumeRoleWithWebIdentity": aws-actions/configure-aws-credentials, README.
      codes: ['AccessDenied'],
      when: { says: /\bsts:AssumeRole/, quote: 'sts:AssumeRoleWithWebIdentity' },
      kind: 'credentials',
      meaning: 'The role does not let this workflow assume it.',
      remedy:
        "Check the role's trust policy: its `sub` must match the repository, and the branch or environment, of this run, and its `aud` must be `sts.amazonaws.com`.",
    },
    {
      codes: ['UnauthorizedOperation', 'AccessDenied', 'AccessDeniedException'],
      kind: 'permission',
      meaning: 'The role that the job assumes is not allowed to do this.',
      remedy: 'Allow the action that the message names, as docs/permissions.md shows.',
      common: true,
    },
    {
      codes: ['InvalidAuthorizationMessageException'],
      kind: 'refused',
      meaning: 'The encoded reason of a refusal could not be decoded; it may be too old.',
      remedy: 'Run the job again.',
    },
    {
      codes: ['OptInRequired'],
      kind: 'credentials',
      meaning: 'The account is not signed up for EC2, or the Region is not enabled in it.',
      remedy: 'Enable the Region in the account, or check `aws-region`.',
    },
    {
      codes: ['PendingVerification', 'Blocked'],
      kind: 'credentials',
      meaning: 'AWS has not verified the account yet, or has blocked it.',
      remedy: 'As the owner of the account, ask AWS Support.',
    },
  ],
  'Assuming a role (STS)': [
    {
      codes: ['InvalidIdentityToken', 'InvalidIdentityTokenException'],
      kind: 'credentials',
      meaning: "AWS does not accept GitHub's OIDC token.",
      remedy:
        'Check that the account has an IAM identity provider for `token.actions.githubusercontent.com` with the audience `sts.amazonaws.com`.',
    },
    {
      codes: ['IDPRejectedClaim', 'IDPRejectedClaimException'],
      kind: 'credentials',
      meaning: "GitHub's OIDC token has expired, or is not meant for this account.",
      remedy: 'Run the job again; if that does not help, check the identity provider in IAM.',
    },
    {
      // STS API Reference, AssumeRoleWithWebIdentity: "retry the request".
      codes: ['IDPCommunicationError', 'IDPCommunicationErrorException'],
      kind: 'busy',
      meaning: "AWS could not reach GitHub to check the token's signature.",
      remedy: 'Run the job again later.',
    },
    {
      codes: ['RegionDisabledException'],
      kind: 'refused',
      meaning: 'STS is switched off in this Region of the account.',
      remedy: 'Activate it in the account settings of IAM, or check `aws-region`.',
    },
  ],
  'The instance and its volumes': [
    {
      codes: ['InvalidInstanceID.NotFound'],
      kind: 'not-found',
      meaning: 'There is no such instance in this account and Region, or it no longer exists.',
      remedy: 'Check `instance-id`, `aws-region`, and which account the credentials belong to.',
      common: true,
    },
    {
      codes: ['InvalidInstanceID.Malformed'],
      kind: 'refused',
      meaning: 'The value is not an instance ID.',
      remedy: 'Pass an ID like `i-0123456789abcdef0` as `instance-id`.',
    },
    {
      codes: ['IncorrectInstanceState', 'IncorrectState', 'InvalidInstanceState'],
      kind: 'busy',
      meaning: 'The instance or the image is in a state that does not allow this.',
      remedy: 'Do not start, stop or terminate the instance during the bake, then run the job again.',
    },
    {
      // aws-samples/aws-systemsmanagerautomation-with-asglifecyclehooks#2
      codes: ['InvalidParameterValue'],
      when: { says: /\bnot in state\b/, quote: 'Instance is not in state' },
      kind: 'refused',
      meaning: 'EC2 creates images from instances that are running or stopped, and this one is neither.',
      remedy: 'Start or stop the instance, or keep it from being terminated, then run the job again.',
    },
    {
      codes: ['UnsupportedOperation'],
      kind: 'refused',
      meaning: 'EC2 cannot do this with an instance, image or volume of this kind.',
      remedy: 'Read the message; the instance must have an EBS root volume.',
    },
    {
      codes: ['InvalidVolume.NotFound'],
      kind: 'not-found',
      meaning: 'A volume of the instance no longer exists.',
      remedy: 'Do not detach or delete volumes during the bake, then run the job again.',
    },
    {
      codes: ['InvalidVolumeID.Malformed'],
      kind: 'refused',
      meaning: 'The value is not a volume ID.',
      remedy: report,
    },
    {
      codes: ['InvalidBlockDeviceMapping'],
      kind: 'refused',
      meaning: 'EC2 does not accept the devices that the image should have.',
      remedy: 'Check `exclude-devices` against the block device mapping of the instance.',
    },
    {
      codes: ['SnapshotCreationPerVolumeRateExceeded'],
      kind: 'busy',
      meaning: 'EC2 takes one snapshot of a volume every 15 seconds, and somebody else has just taken one.',
      remedy:
        'Run the job again. Do not run two bakes, or a bake and a backup, of one instance at the same time.',
    },
    {
      codes: ['ConcurrentCreateImageNoRebootLimitExceeded'],
      kind: 'busy',
      meaning: 'Too many images are being created from the instance without a reboot at the same time.',
      remedy:
        'Let one bake of an instance end before the next begins, e.g. with `concurrency` in the workflow.',
    },
  ],
  'Images, snapshots and tags': [
    {
      codes: ['InvalidAMIName.Duplicate'],
      kind: 'refused',
      meaning: 'Another AMI has this name: names are unique in an account and Region.',
      remedy:
        'Put something into `name` that differs each time, such as `{{ timestamp }}` or `{{ run_id }}`.',
      common: true,
    },
    {
      codes: ['InvalidAMIName.Malformed'],
      kind: 'refused',
      meaning: 'EC2 does not accept this name for an AMI.',
      remedy: "Use 3 to 128 letters, digits, spaces and `( ) [ ] . / - ' @ _` in `name`.",
    },
    {
      codes: ['InvalidAMIID.NotFound'],
      kind: 'not-found',
      meaning: 'EC2 does not know the image, or it no longer exists.',
      remedy:
        'Find out with CloudTrail who called DeregisterImage; clean-up jobs must spare images with the tag `bake-ami:state` = `baking`.',
      common: true,
    },
    {
      codes: ['InvalidAMIID.Malformed'],
      kind: 'refused',
      meaning: 'The value is not an image ID.',
      remedy: report,
    },
    {
      // app-sre/qontract-reconcile#2222
      codes: ['InvalidAMIID.Unavailable'],
      when: { says: /\bpending\b/, quote: 'is currently pending' },
      kind: 'refused',
      meaning: 'The image is not available yet.',
      remedy: 'Run the job again; if that does not help, look at the state of the image.',
    },
    {
      codes: ['InvalidAMIID.Unavailable'],
      kind: 'refused',
      meaning: 'The image has been deregistered, or is not available.',
      remedy: 'Find out with CloudTrail who called DeregisterImage.',
    },
    {
      // Error codes of the EC2 API Reference.
      codes: [
        'InvalidLaunchTemplateId.NotFound',
        'InvalidLaunchTemplateName.NotFoundException',
        'InvalidLaunchTemplateId.VersionNotFound',
      ],
      kind: 'not-found',
      meaning: 'There is no such launch template, or no such version of it, in this account and Region.',
      remedy: 'Check the name or the ID, and the Region, in `launch-template`.',
    },
    {
      codes: ['InvalidSnapshot.NotFound'],
      kind: 'not-found',
      meaning: 'A snapshot of the image no longer exists.',
      remedy: 'Find out with CloudTrail who called DeleteSnapshot; clean-up jobs must spare it.',
    },
    {
      codes: ['InvalidSnapshotID.Malformed'],
      kind: 'refused',
      meaning: 'The value is not a snapshot ID.',
      remedy: report,
    },
    {
      codes: ['InvalidSnapshot.InUse'],
      kind: 'refused',
      meaning: 'The snapshot belongs to an image that is still registered.',
      remedy: 'Deregister the image that the message names, then delete the snapshot.',
    },
    {
      codes: ['TagLimitExceeded'],
      kind: 'refused',
      meaning: 'The image or a snapshot would have more than 50 tags, of which bake-ami needs 10.',
      remedy: 'Set fewer tags in `tags` and `snapshot-tags`.',
    },
    {
      codes: ['InvalidTagKey.Malformed'],
      kind: 'refused',
      meaning: 'EC2 does not accept the key of a tag.',
      remedy:
        'Check `tags` and `snapshot-tags`: a key has at most 128 characters and must not begin with `aws:`.',
    },
    {
      codes: ['TagPolicyViolation'],
      kind: 'refused',
      meaning: 'A tag policy of the organization forbids the value of a tag, or the spelling of its key.',
      remedy: 'Set the tag that the message names in `tags`, with a value that the policy allows.',
    },
    {
      codes: ['ConcurrentTagAccess'],
      kind: 'busy',
      meaning: 'Somebody else is changing the same tags.',
      remedy: 'Run the job again.',
    },
  ],
  Sharing: [
    {
      // hashicorp/packer#7410 (images, InvalidParameter) and hashicorp/packer#7499 (snapshots).
      codes: ['InvalidParameter', 'OperationNotPermitted'],
      when: {
        says: /AWS Managed CMK|EBS default key/i,
        quote: 'AWS Managed CMK" or "EBS default key',
      },
      kind: 'refused',
      meaning:
        'A volume is encrypted with the AWS managed key `aws/ebs`, which other accounts cannot be allowed to use.',
      remedy:
        "Encrypt the instance's volumes with a customer managed key (copy their snapshots with re-encryption, and replace the volumes), and allow the accounts that you share with to use it in its key policy.",
      common: true,
    },
    {
      // hortonworks/cloudbreak-images#926
      codes: ['OperationNotPermitted'],
      when: { says: /block public access/i, quote: 'block public access' },
      kind: 'refused',
      meaning: 'The account blocks public access to AMIs in this Region.',
      remedy:
        'Leave out `public`, or have an administrator allow it: `aws ec2 disable-image-block-public-access`.',
      common: true,
    },
    {
      // opendevstack/ods-core#1062
      codes: ['UnsupportedOperation', 'OperationNotPermitted'],
      when: { says: /\bencrypted\b.*\bpublicly\b/i, quote: 'shared publicly' },
      kind: 'refused',
      meaning: 'Encrypted images and snapshots cannot be made public.',
      remedy: 'Leave out `public`, and share with accounts instead.',
    },
    {
      codes: ['InvalidAMIAttributeItemValue', 'InvalidUserID.Malformed'],
      kind: 'refused',
      meaning: 'EC2 does not know one of the accounts or organizations that the image is shared with.',
      remedy:
        'Check `share-with`: account IDs have 12 digits, leading zeros included (YAML drops them without quotes). The accounts, organizations and organizational units must exist, in the same partition.',
      common: true,
    },
    {
      codes: ['OperationNotPermitted'],
      kind: 'refused',
      meaning: 'EC2 does not permit this for the object in its present state; the message says why.',
      remedy: 'Lift the protection that the message names, or leave out the input that asks for this.',
    },
  ],
  'Quotas and request rates': [
    {
      codes: ['SnapshotLimitExceeded'],
      kind: 'refused',
      meaning: 'The account has reached its quota of snapshots in this Region.',
      remedy: 'Delete snapshots and images that nobody needs, or ask AWS to raise the quota.',
    },
    {
      // iterative/studio-selfhosted#90
      codes: ['ResourceLimitExceeded'],
      when: { says: /\bpublic images\b/i, quote: 'public images' },
      kind: 'refused',
      meaning: 'The account has reached its quota of public AMIs in this Region.',
      remedy:
        'Deregister public AMIs that nobody needs, make them private, or ask AWS to raise the quota "Public AMIs".',
    },
    {
      codes: ['ResourceLimitExceeded', 'LimitExceededException'],
      kind: 'refused',
      meaning: 'The account has reached a quota, which the message names.',
      remedy: 'Deregister images that nobody needs, or ask AWS to raise the quota (Service Quotas).',
    },
    {
      codes: ['PendingSnapshotLimitExceeded', 'ConcurrentSnapshotLimitExceeded'],
      kind: 'busy',
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
      kind: 'throttled',
      meaning: 'The account makes more API calls than AWS allows at the moment.',
      remedy:
        'Run the job again later, find out with CloudTrail who makes so many calls, or ask AWS for a higher request rate.',
      common: true,
    },
  ],
  'Keys (KMS)': [
    {
      codes: ['CustomerKeyHasBeenRevoked'],
      kind: 'refused',
      meaning:
        'EC2 cannot use the KMS key of a volume: it is disabled or pending deletion, or the role is not allowed to use it.',
      remedy:
        'Check that the key is enabled, and that the role and the key policy allow what docs/permissions.md lists for encrypted volumes.',
      common: true,
    },
    {
      codes: ['NotFoundException', 'InvalidArnException'],
      kind: 'refused',
      meaning: 'There is no such KMS key in this account and Region.',
      remedy: 'Check the ID or ARN of the key, and its Region.',
    },
    {
      codes: ['DisabledException', 'KMSInvalidStateException'],
      kind: 'refused',
      meaning: 'The KMS key is disabled or pending deletion.',
      remedy: 'Enable the key, or cancel its deletion.',
    },
    {
      // KMS API Reference, "Common Error Types": each is answered with HTTP 500 or 503, and can be retried.
      codes: ['DependencyTimeoutException', 'KeyUnavailableException', 'KMSInternalException'],
      kind: 'unclear',
      meaning: 'KMS did not answer in time, or cannot use the key at the moment.',
      remedy: 'Run the job again.',
    },
  ],
  'Parameters (Systems Manager)': [
    {
      codes: ['ParameterNotFound'],
      kind: 'refused',
      meaning: 'There is no such parameter in this account and Region.',
      remedy: 'Check the name of the parameter.',
    },
    {
      codes: ['HierarchyTypeMismatchException', 'ParameterAlreadyExists', 'UnsupportedParameterType'],
      kind: 'refused',
      meaning: 'A parameter of this name already exists, with another type.',
      remedy: 'Choose another name, or delete the parameter.',
    },
    {
      codes: ['ParameterPatternMismatchException', 'ValidationException'],
      when: { says: /allowed ?pattern/i, quote: 'allowedPattern' },
      kind: 'refused',
      meaning: 'The parameter has an AllowedPattern that an AMI ID does not match.',
      remedy:
        'Change the AllowedPattern to one that AMI IDs match, such as `^ami-[0-9a-f]+$` (`aws ssm put-parameter --allowed-pattern`), or choose another parameter.',
    },
    {
      // go-to-k/cdk-real-drift#408, hashicorp/terraform-provider-aws#18521
      codes: ['ValidationException', 'ParameterLimitExceeded'],
      when: { says: /advanced-parameter tier/i, quote: 'advanced-parameter tier' },
      kind: 'refused',
      meaning:
        'The tier of the parameter does not fit: an advanced parameter cannot become a standard one, or the account has as many standard parameters as it may have.',
      remedy:
        'Set the default tier of the account and Region to Intelligent-Tiering (`aws ssm update-service-setting --setting-id /ssm/parameter-store/default-parameter-tier --setting-value Intelligent-Tiering`), or delete parameters that nobody needs.',
    },
    {
      codes: ['ParameterPatternMismatchException'],
      kind: 'refused',
      meaning:
        'Systems Manager does not accept the value of the parameter (it has an AllowedPattern), or its name.',
      remedy:
        "Check the parameter's AllowedPattern, which must match an AMI ID; in names, use letters, digits and `. - _ /`.",
    },
    {
      codes: ['HierarchyLevelLimitExceededException'],
      kind: 'refused',
      meaning: 'The name of the parameter has more than 15 levels.',
      remedy: 'Use a name with fewer `/`.',
    },
    {
      codes: ['ParameterLimitExceeded', 'ParameterMaxVersionLimitExceeded'],
      kind: 'refused',
      meaning: 'The account has too many parameters, or the parameter too many versions.',
      remedy: 'Delete parameters that nobody needs, or move labels from the oldest version.',
    },
    {
      // Systems Manager API Reference, PutParameter: one update of a parameter at a time.
      codes: ['TooManyUpdates'],
      kind: 'busy',
      meaning: 'Somebody else is changing the same parameter.',
      remedy: 'Run the job again.',
    },
  ],
  'The instance of a test': [
    {
      // With HTTP 500 (red-hat-storage/ocs-ci#9263), but a clear no: EC2 has looked for capacity.
      codes: ['InsufficientInstanceCapacity', 'InsufficientHostCapacity'],
      kind: 'refused',
      meaning: 'EC2 has no capacity for this instance type in the Availability Zone.',
      remedy:
        'Name further `instance-type`s or `subnet-ids` in other Availability Zones, or run the job again later.',
    },
    {
      codes: ['InsufficientFreeAddressesInSubnet'],
      kind: 'refused',
      meaning: 'The subnet has no free IP address.',
      remedy: 'Name further `subnet-ids`, or free addresses in this one.',
    },
    {
      // ned1313/Getting-Started-Terraform#44, hashicorp/terraform-provider-aws#9113
      codes: ['Unsupported'],
      when: {
        says: /availability zone|requested configuration/i,
        quote: 'not supported in your requested Availability Zone',
      },
      kind: 'refused',
      meaning: 'The instance type is not offered in the Availability Zone of the subnet.',
      remedy: 'Name further `instance-type`s, or `subnet-ids` in other Availability Zones.',
    },
    {
      codes: ['VcpuLimitExceeded', 'InstanceLimitExceeded', 'VolumeLimitExceeded'],
      kind: 'refused',
      meaning: 'The account has reached a quota of instances, vCPUs or volumes in this Region.',
      remedy:
        'End instances that nobody needs, choose a smaller `instance-type`, or ask AWS to raise the quota.',
    },
    {
      codes: ['InvalidSubnetID.NotFound', 'InvalidSubnetId.NotFound'],
      kind: 'refused',
      meaning: 'There is no such subnet in this account and Region.',
      remedy: 'Check `subnet-ids` and `aws-region`.',
    },
    {
      codes: ['InvalidGroup.NotFound', 'InvalidSecurityGroupID.NotFound'],
      kind: 'refused',
      meaning: 'There is no such security group in this account and Region.',
      remedy: 'Check `security-group-ids` and `aws-region`.',
    },
    {
      codes: ['VPCIdNotSpecified', 'MissingInput'],
      kind: 'refused',
      meaning: 'The account has no default VPC in this Region.',
      remedy: 'Set `subnet-ids`.',
    },
    {
      codes: ['InvalidInstanceType'],
      kind: 'refused',
      meaning: 'There is no such instance type in this Region.',
      remedy: 'Check `instance-type` and `aws-region`.',
    },
    {
      // Systems Manager API Reference, SendCommand.
      codes: ['InvalidInstanceId'],
      kind: 'refused',
      meaning: 'Systems Manager does not manage the instance: its agent has not reported, or it has ended.',
      remedy:
        'Check that the image has the SSM agent, and that `instance-profile` allows it to report (AmazonSSMManagedInstanceCore).',
    },
    {
      codes: ['InvocationDoesNotExist'],
      kind: 'not-found',
      meaning: 'Systems Manager does not show the command yet.',
      remedy: 'Run the job again.',
    },
  ],
  'Network, and AWS itself': [
    {
      codes: ['ENOTFOUND', 'EAI_AGAIN'],
      kind: 'unclear',
      meaning: 'The name of the AWS endpoint, or of the proxy, could not be resolved.',
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
      kind: 'unclear',
      meaning: 'The runner got no answer from AWS.',
      remedy:
        'Check the network between the runner and AWS (proxy, firewall, VPC endpoint, AWS_ENDPOINT_URL), and the AWS Health Dashboard, then run the job again.',
      common: true,
    },
    {
      codes: ['ERR_SSL_WRONG_VERSION_NUMBER', 'EPROTO'],
      kind: 'unclear',
      meaning: 'A server whose address begins with `https://` answers without TLS.',
      remedy:
        'If it is the address of a proxy, in HTTPS_PROXY or HTTP_PROXY, write `http://`: most proxies are asked without TLS. Otherwise check AWS_ENDPOINT_URL.',
    },
    {
      codes: ['ERR_INVALID_URL'],
      kind: 'refused',
      meaning: 'The address of the AWS endpoint is not a URL.',
      remedy:
        'Check the environment variables whose names begin with AWS_ENDPOINT_URL: an address begins with `https://`.',
    },
    {
      // Made in proxies.ts.
      codes: ['ERR_PROXY_TUNNEL'],
      when: { says: /\banswered 4(?!08|29)\d\d\b/, quote: 'answered 407' },
      kind: 'refused',
      meaning:
        'The proxy refuses to connect to AWS: with 407 it asks for a user name and password, with 403 it does not allow the address.',
      remedy:
        'Put user name and password into the URL of the proxy (`http://USER:PASSWORD@HOST:PORT`, from a secret), have the proxy allow the address, or list it in NO_PROXY.',
    },
    {
      codes: ['ERR_PROXY_TUNNEL'],
      kind: 'unclear',
      meaning: 'The proxy did not connect to AWS.',
      remedy: 'Check the proxy, and that it can reach AWS, then run the job again.',
    },
    {
      // Nothing but a proxy answers so (RFC 9110, 15.5.8).
      codes: ['UnreadableAnswerError'],
      when: { says: /\bHTTP 407\b/, quote: 'HTTP 407' },
      kind: 'refused',
      meaning: 'The proxy that HTTP_PROXY names asks for a user name and password.',
      remedy: 'Put them into the URL of the proxy: `http://USER:PASSWORD@HOST:PORT`, from a secret.',
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
      kind: 'refused',
      meaning: 'Something between the runner and AWS answers with a certificate of its own.',
      remedy: 'Name a file with its certificate authority in AWS_CA_BUNDLE, in the environment of the step.',
    },
    {
      codes: ['UnreadableAnswerError'],
      kind: 'unclear',
      meaning: 'The answer did not come from AWS, or something on the way has cut it.',
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
      kind: 'unclear',
      meaning: 'AWS has a problem of its own.',
      remedy: 'Look at the AWS Health Dashboard, and run the job again later.',
    },
  ],
  'Requests that AWS does not accept': [
    {
      // clong/DetectionLab#422
      codes: ['InvalidRequest', 'UnauthorizedOperation', 'OperationNotPermitted'],
      when: {
        says: /access the storage of this ami/i,
        quote: 'permission to access the storage of this ami',
      },
      kind: 'refused',
      meaning: 'The role may not read the snapshots of the image, or the KMS key that encrypts them.',
      remedy:
        'Allow the role what the README lists for copies and for encrypted volumes, in its IAM policy and in the policy of the key. An image of another account needs create volume permissions on its snapshots too.',
    },
    {
      // jcjorel/ec2-spot-converter#13
      codes: ['InvalidParameterValue'],
      when: { says: /\breserved for internal use\b/, quote: 'reserved for internal use' },
      kind: 'refused',
      meaning: 'The key of a tag begins with `aws:`, which AWS reserves.',
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
      kind: 'refused',
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
      kind: 'refused',
      meaning: 'AWS does not understand the request.',
      remedy: report,
    },
    {
      codes: ['DryRunOperation'],
      kind: 'refused',
      meaning: 'The permissions suffice: this is how EC2 answers a dry run, and it has changed nothing.',
      remedy: report,
    },
  ],
};

const entries = Object.values(catalogue).flat();

/** Node's codes for a peer whose certificate it does not trust (`tls`, "X509 certificate error codes"): all mean the same. */
const certificateCode = /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|ERR_TLS_CERT_)/;

/**
 * @param code as the SDK gives it, or as EC2's state reasons have it (`Client.InvalidSnapshot.NotFound`)
 * @returns undefined for a code that is not in the catalogue
 */
export function entryFor(code: string, message: string): Entry | undefined {
  const name = certificateCode.test(code) ? 'CERT_HAS_EXPIRED' : code.replace(/^(?:Client|Server)\./, '');
  const ofCode = entries.filter(({ codes }) => codes.includes(name));
  return ofCode.find(({ when }) => when?.says.test(message)) ?? ofCode.find(({ when }) => when === undefined);
}
