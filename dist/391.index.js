export const id = 391;
export const ids = [391];
export const modules = {

/***/ 1640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ awsAccess)
});

;// CONCATENATED MODULE: ./lib/base/version.js
/** Of the action; the contract tests compare it with package.json. */
const version = '0.1.0';

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: ./lib/base/errors.js
var errors = __webpack_require__(7594);
;// CONCATENATED MODULE: ./lib/aws/ca-bundle.js




const variable = 'AWS_CA_BUNDLE';
/**
 * The certificates to trust when AWS is asked through a proxy that opens TLS, or at an endpoint of one's own: those of the
 * file that AWS_CA_BUNDLE names, as for the AWS CLI ("Environment variables" in its user guide), beside those that Node
 * trusts anyway. The SDK for JavaScript does not know the variable.
 * @returns undefined when the variable is not set
 * @throws BakeError that names the variable, when the file cannot be read or holds no certificate
 */
function trustedCertificates(environment) {
    const path = environment[variable];
    if (!path)
        return undefined;
    return [...(0,external_node_tls_.getCACertificates)('default'), ...certificatesOf(path)];
}
function certificatesOf(path) {
    const certificates = read(path).match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
    if (certificates.length === 0)
        throw unusable(path, 'it holds no certificate in PEM form');
    for (const certificate of certificates) {
        try {
            new external_node_crypto_.X509Certificate(certificate);
        }
        catch (error) {
            throw unusable(path, 'one of its certificates cannot be read', error);
        }
    }
    return certificates;
}
function read(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch (error) {
        throw unusable(path, (0,errors/* messageOf */.bD)(error), error);
    }
}
function unusable(path, reason, cause) {
    return new errors/* BakeError */.oU(`The file that \`${variable}\` names cannot be used, ${path}: ${reason}`, {
        cause,
        remedy: `Set the environment variable \`${variable}\` to a readable file of certificates in PEM form, or leave it unset.`,
    });
}

// EXTERNAL MODULE: ./lib/aws/http-agents.js + 1 modules
var http_agents = __webpack_require__(3663);
// EXTERNAL MODULE: ./lib/aws/sdk/ec2.js
var ec2 = __webpack_require__(848);
// EXTERNAL MODULE: ./lib/aws/errors.js
var aws_errors = __webpack_require__(6762);
;// CONCATENATED MODULE: ./lib/aws/whole-answer.js
/**
 * Makes sure that what the SDK parses is a whole answer to the call that was made.
 *
 * The SDK takes a 200 with an empty or HTML body for success with every field undefined, so that CreateImage
 * "succeeds" without an image ID and DescribeImages "finds" nothing. Proxies and load balancers do send such
 * bodies. Here they become an UnreadableAnswerError, which callers treat as what it is: no answer.
 */

/** For clients of the EC2 and AWS query protocols (EC2, STS), whose answers are XML named after the action. */
function refusePartialAnswers(client) {
    // The middleware stacks of all clients are alike but for their types.
    client.middlewareStack.add((next, context) => async (args) => {
        const result = await next(args);
        const response = result.response;
        const body = await collect(response.body);
        refuseUnlessWhole(actionOf(context.commandName), response.statusCode, body.toString('utf8'));
        response.body = body;
        return result;
    }, 
    // Low priority: inside of the SDK's deserializer, which gets the body as bytes.
    { step: 'deserialize', priority: 'low', name: 'refusePartialAnswers' });
    return client;
}
/**
 * The SDK takes a 200 with an empty body for an answer in which every field is missing: all parameters would seem to be
 * absent. What Systems Manager sends has fields always (API Reference, response elements).
 */
function refuseHollowAnswers(client) {
    client.middlewareStack.add((next, { commandName }) => async (args) => {
        const result = await next(args);
        const { $metadata, ...fields } = result.output;
        if (Object.values(fields).some((value) => value !== undefined))
            return result;
        throw new aws_errors/* UnreadableAnswerError */.mP(`${(commandName ?? '').replace(/Command$/, '')} was answered with HTTP ${$metadata.httpStatusCode} and an empty body, which is not a whole answer of the API`);
    }, { step: 'initialize', name: 'refuseHollowAnswers' });
    return client;
}
function actionOf(commandName) {
    return (commandName ?? '').replace(/Command$/, '');
}
async function collect(body) {
    if (body === undefined || body === null)
        return Buffer.alloc(0);
    if (typeof body === 'string' || body instanceof Uint8Array)
        return Buffer.from(body);
    const chunks = [];
    for await (const chunk of body)
        chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
}
function refuseUnlessWhole(action, status, text) {
    const ends = text.trimEnd();
    const whole = status < 300
        ? ends.includes(`<${action}Response`) && (ends.endsWith(`</${action}Response>`) || ends.endsWith('/>'))
        : ends.endsWith('</Response>') || ends.endsWith('</ErrorResponse>');
    if (whole)
        return;
    const seen = text.trim() === '' ? 'an empty body' : `a body that begins with ${JSON.stringify(text.slice(0, 60))}`;
    throw Object.assign(new aws_errors/* UnreadableAnswerError */.mP(`${action} was answered with HTTP ${status} and ${seen}, which is not a whole answer of the API`), { $response: { statusCode: status } });
}

;// CONCATENATED MODULE: ./lib/aws/clients.js
/** Makes the SDK's clients, with the environment that the runner gives: Region, endpoint, proxy, CAs, user agent. */





/**
 * Credentials, unless given, and endpoint come from the SDK's default chains.
 * @throws BakeError when AWS_CA_BUNDLE names no file of certificates
 */
function ec2Client(options) {
    return refusePartialAnswers(new ec2/* EC2Client */.gu(configurationOf(options)));
}
/** Loaded when it is first asked for, as the clients below: most runs do without them. */
async function stsClient(options) {
    const sts = await __webpack_require__.e(/* import() */ 510).then(__webpack_require__.bind(__webpack_require__, 5510));
    return refusePartialAnswers(new sts.STSClient(configurationOf(options)));
}
async function autoScalingClient(options) {
    const autoScaling = await __webpack_require__.e(/* import() */ 775).then(__webpack_require__.bind(__webpack_require__, 8775));
    return refusePartialAnswers(new autoScaling.AutoScalingClient(configurationOf(options)));
}
/** It speaks JSON, which the SDK reads strictly. */
async function kmsClient(options) {
    const kms = await __webpack_require__.e(/* import() */ 155).then(__webpack_require__.bind(__webpack_require__, 5155));
    return new kms.KMSClient(configurationOf(options));
}
async function ssmClient(options) {
    const ssm = await __webpack_require__.e(/* import() */ 459).then(__webpack_require__.bind(__webpack_require__, 6459));
    return refuseHollowAnswers(new ssm.SSMClient(configurationOf(options)));
}
function configurationOf({ region, environment, credentials, requestHandler }) {
    return {
        region,
        // aws/patient-client.ts does the retrying.
        maxAttempts: 1,
        ...(credentials === undefined ? {} : { credentials }),
        customUserAgent: [['bake-ami', version]],
        requestHandler: requestHandler ?? httpOptions(environment),
    };
}
/** The SDK by itself knows neither HTTPS_PROXY and NO_PROXY nor AWS_CA_BUNDLE, and waits for a connection for ever. */
function httpOptions(environment) {
    return (0,http_agents/* httpAgents */.T)(environment, trustedCertificates(environment));
}

// EXTERNAL MODULE: ./lib/aws/credentials.js + 1 modules
var credentials = __webpack_require__(8873);
;// CONCATENATED MODULE: ./lib/aws/environment-credentials.js
/** Credentials in environment variables, as aws-actions/configure-aws-credentials leaves them for the steps after it. */

const variables = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];
/**
 * Keys in the environment go before AWS_PROFILE, as in the AWS CLI ("Configuration settings and precedence" in its user guide)
 * and in boto3. The SDK for JavaScript ignores them where AWS_PROFILE is set (`defaultProvider` of
 * @aws-sdk/credential-provider-node).
 * @returns nothing when the environment holds no keys: then the SDK looks everywhere else
 * @throws ProblemsError that names the variables whose values cannot be right; it does not show the values
 */
function credentialsIn(environment) {
    const [accessKeyId, secretAccessKey, sessionToken] = variables.map((name) => environment[name]);
    if (!accessKeyId || !secretAccessKey)
        return {};
    refuseOddCharacters(environment);
    const expiration = new Date(environment['AWS_CREDENTIAL_EXPIRATION'] ?? '');
    return {
        credentials: {
            accessKeyId,
            secretAccessKey,
            ...(sessionToken ? { sessionToken } : {}),
            ...(Number.isNaN(expiration.getTime()) ? {} : { expiration }),
        },
    };
}
/** Keys and tokens of AWS are letters, digits and a few signs. A line end or a blank comes from how a secret was stored. */
function refuseOddCharacters(environment) {
    const odd = variables.filter((name) => /[^!-~]/.test(environment[name] ?? ''));
    if (odd.length === 0)
        return;
    throw new errors/* ProblemsError */.FQ('The AWS credentials in the environment are not valid', odd.map((name) => `\`${name}\` contains ${oddity(environment[name] ?? '')}. Store it again without, or correct the step that sets it`));
}
function oddity(value) {
    if (/[\r\n]/.test(value))
        return 'a line end';
    return /\s/.test(value) ? 'a blank' : 'a character that no key or token of AWS has';
}

// EXTERNAL MODULE: ./lib/aws/patient-client.js + 1 modules
var patient_client = __webpack_require__(1712);
;// CONCATENATED MODULE: ./lib/aws/access.js




const makers = {
    autoScaling: autoScalingClient,
    ec2: async (options) => ec2Client(options),
    kms: kmsClient,
    ssm: ssmClient,
    sts: stsClient,
};
function awsAccess({ clock, random, onTrouble, role, ...given }) {
    const options = role === undefined
        ? { ...credentialsIn(given.environment), ...given }
        : { ...given, credentials: assumed(role) };
    const contact = (0,patient_client/* noContact */.yL)();
    const home = ec2Client(options);
    const clients = new Map([[`ec2 ${given.region}`, Promise.resolve(home)]]);
    function sdkClient(service, region) {
        const name = `${service} ${region}`;
        const client = clients.get(name) ?? makers[service]({ ...options, region });
        clients.set(name, client);
        return client;
    }
    /** The SDK's client is loaded by the first command. */
    function patientClient(service, region, deadline) {
        const client = {
            send: async (command, how) => (await sdkClient(service, region)).send(command, how),
        };
        return new patient_client/* PatientClient */.HH({
            client,
            name: `${service} ${region}`,
            contact,
            clock,
            random,
            onTrouble,
            ...(deadline === undefined ? {} : { deadline }),
        });
    }
    function withDeadline(deadline) {
        return {
            autoScaling: (region) => patientClient('autoScaling', region, deadline),
            ec2: (region) => patientClient('ec2', region, deadline),
            kms: (region) => patientClient('kms', region, deadline),
            ssm: (region) => patientClient('ssm', region, deadline),
            sts: () => patientClient('sts', given.region, deadline),
            credentialsExpireAt: async () => (0,credentials/* credentialsExpireAt */.NV)(home),
            until: withDeadline,
        };
    }
    /** STS is asked without credentials: the OIDC token stands for them. */
    function assumed(wanted) {
        let client;
        const sts = () => {
            client ??= stsClient(given);
            return client;
        };
        return (0,credentials/* assumedRole */.tM)({ ...wanted, clock, random, sts });
    }
    return withDeadline();
}


/***/ }),

/***/ 3234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U1: () => (/* binding */ accountLimits),
/* harmony export */   ix: () => (/* binding */ callersAccount),
/* harmony export */   uo: () => (/* binding */ accountRefusal)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7594);
/** Whose credentials these are. */

/**
 * @param how the signal, and the time limits where others than the usual ones
 * @returns the account that the credentials belong to, 12 digits
 * @throws what STS answers, or the signal's reason
 */
async function callersAccount(aws, how) {
    const { GetCallerIdentityCommand } = await __webpack_require__.e(/* import() */ 510).then(__webpack_require__.bind(__webpack_require__, 5510));
    const { Account } = await aws.sts().send(new GetCallerIdentityCommand({}), how);
    return Account;
}
/**
 * @param allowed `allowed-account-ids`; none allow every account
 * @returns why nothing may be done in the account; undefined when it may
 */
function accountRefusal(account, allowed) {
    if (allowed.length === 0 || (account !== undefined && allowed.includes(account)))
        return undefined;
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BakeError */ .oU(`The credentials are of account ${account}, and \`allowed-account-ids\` names only ${allowed.join(', ')}.`, { remedy: 'Check which role the job assumes.' });
}
/** Time limits for where a test or a clean-up waits for the answer. */
const accountLimits = { patienceSeconds: 10, attemptSeconds: 5 };


/***/ }),

/***/ 2692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ entryFor)
/* harmony export */ });
/* unused harmony export catalogue */
/**
 * The error codes of EC2, STS, KMS and SSM, and those of the network, in one table: what kind of error each is, what it
 * means to somebody who bakes an image, and what to do about it. Errors take their remedy from here, and
 * docs/troubleshooting.md its tables.
 *
 * Sources of the codes: "Error codes for the Amazon EC2 API" in the EC2 Developer Guide; the errors of each action
 * in the API References of STS, KMS and Systems Manager; Node.js, "Common system errors" and "TLS/SSL error codes".
 * Where a message decides, it is quoted as somebody has recorded it, with the record beside it.
 */
const report = 'If the inputs are as you want them, please report it as a bug of bake-ami, with the request ID.';
const catalogue = [
    {
        title: 'Credentials and permissions',
        entries: [
            {
                codes: ['CredentialsProviderError', 'MissingAuthenticationToken'],
                kind: 'credentials',
                meaning: 'No AWS credentials were found.',
                remedy: 'Run aws-actions/configure-aws-credentials in a step before this one, in the same job, with `permissions: id-token: write`.',
                common: true,
            },
            {
                codes: ['RequestExpired', 'ExpiredToken', 'ExpiredTokenException', 'TokenRefreshRequired'],
                kind: 'credentials',
                meaning: 'The AWS credentials have expired.',
                remedy: 'Run the job again: a bake resumes the image of this attempt if the image still exists (`on-failure: keep` makes sure that it does). To prevent this, let the action assume the role itself (`role-to-assume`), which renews the session, or ask for a longer session (`role-duration-seconds` of aws-actions/configure-aws-credentials, and the maximum session duration of the role).',
                common: true,
            },
            {
                // Made in clock-skew.ts.
                codes: ['ClockSkewError'],
                kind: 'credentials',
                meaning: 'The clock of the runner is wrong, and AWS refused the request with the corrected time as well.',
                remedy: 'Set the clock of the runner (NTP), then run the job again. If AWS still refuses, check the step that provides the credentials.',
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
                meaning: 'AWS does not accept the credentials: they are wrong, deactivated or of another partition, or the Region is not enabled in the account.',
                remedy: 'Check the step that provides the credentials, and `aws-region`.',
                common: true,
            },
            {
                // "Not authorized to perform sts:AssumeRoleWithWebIdentity": aws-actions/configure-aws-credentials, README.
                codes: ['AccessDenied'],
                when: { says: /\bsts:AssumeRole/, quote: 'sts:AssumeRoleWithWebIdentity' },
                kind: 'credentials',
                meaning: 'The role does not let this workflow assume it.',
                remedy: "Check the role's trust policy: its `sub` must match the repository, and the branch or environment, of this run, and its `aud` must be `sts.amazonaws.com`.",
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
    },
    {
        title: 'Assuming a role (STS)',
        entries: [
            {
                codes: ['InvalidIdentityToken', 'InvalidIdentityTokenException'],
                kind: 'credentials',
                meaning: "AWS does not accept GitHub's OIDC token.",
                remedy: 'Check that the account has an IAM identity provider for `token.actions.githubusercontent.com` with the audience `sts.amazonaws.com`.',
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
    },
    {
        title: 'The instance and its volumes',
        entries: [
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
                remedy: 'Run the job again. Do not run two bakes, or a bake and a backup, of one instance at the same time.',
            },
            {
                codes: ['ConcurrentCreateImageNoRebootLimitExceeded'],
                kind: 'busy',
                meaning: 'Too many images are being created from the instance without a reboot at the same time.',
                remedy: 'Let one bake of an instance end before the next begins, e.g. with `concurrency` in the workflow.',
            },
        ],
    },
    {
        title: 'Images, snapshots and tags',
        entries: [
            {
                codes: ['InvalidAMIName.Duplicate'],
                kind: 'refused',
                meaning: 'Another AMI has this name: names are unique in an account and Region.',
                remedy: 'Put something into `name` that differs each time, such as `{{ timestamp }}` or `{{ run_id }}`.',
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
                remedy: 'Find out with CloudTrail who called DeregisterImage; clean-up jobs must spare images with the tag `bake-ami:state` = `baking`.',
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
                remedy: 'Check `tags` and `snapshot-tags`: a key has at most 128 characters and must not begin with `aws:`.',
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
                kind: 'refused',
                meaning: 'A volume is encrypted with the AWS managed key `aws/ebs`, which other accounts cannot be allowed to use.',
                remedy: "Encrypt the instance's volumes with a customer managed key (copy their snapshots with re-encryption, and replace the volumes), and allow the accounts that you share with to use it in its key policy.",
                common: true,
            },
            {
                // hortonworks/cloudbreak-images#926
                codes: ['OperationNotPermitted'],
                when: { says: /block public access/i, quote: 'block public access' },
                kind: 'refused',
                meaning: 'The account blocks public access to AMIs in this Region.',
                remedy: 'Leave out `public`, or have an administrator allow it: `aws ec2 disable-image-block-public-access`.',
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
                remedy: 'Check `share-with`: account IDs have 12 digits, leading zeros included (YAML drops them without quotes). The accounts, organizations and organizational units must exist, in the same partition.',
                common: true,
            },
            {
                codes: ['OperationNotPermitted'],
                kind: 'refused',
                meaning: 'EC2 does not permit this for the object in its present state; the message says why.',
                remedy: 'Lift the protection that the message names, or leave out the input that asks for this.',
            },
        ],
    },
    {
        title: 'Quotas and request rates',
        entries: [
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
                remedy: 'Deregister public AMIs that nobody needs, make them private, or ask AWS to raise the quota "Public AMIs".',
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
                remedy: 'Run the job again later, find out with CloudTrail who makes so many calls, or ask AWS for a higher request rate.',
                common: true,
            },
        ],
    },
    {
        title: 'Keys (KMS)',
        entries: [
            {
                codes: ['CustomerKeyHasBeenRevoked'],
                kind: 'refused',
                meaning: 'EC2 cannot use the KMS key of a volume: it is disabled or pending deletion, or the role is not allowed to use it.',
                remedy: 'Check that the key is enabled, and that the role and the key policy allow what docs/permissions.md lists for encrypted volumes.',
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
    },
    {
        title: 'Parameters (Systems Manager)',
        entries: [
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
                remedy: 'Change the AllowedPattern to one that AMI IDs match, such as `^ami-[0-9a-f]+$` (`aws ssm put-parameter --allowed-pattern`), or choose another parameter.',
            },
            {
                // go-to-k/cdk-real-drift#408, hashicorp/terraform-provider-aws#18521
                codes: ['ValidationException', 'ParameterLimitExceeded'],
                when: { says: /advanced-parameter tier/i, quote: 'advanced-parameter tier' },
                kind: 'refused',
                meaning: 'The tier of the parameter does not fit: an advanced parameter cannot become a standard one, or the account has as many standard parameters as it may have.',
                remedy: 'Set the default tier of the account and Region to Intelligent-Tiering (`aws ssm update-service-setting --setting-id /ssm/parameter-store/default-parameter-tier --setting-value Intelligent-Tiering`), or delete parameters that nobody needs.',
            },
            {
                codes: ['ParameterPatternMismatchException'],
                kind: 'refused',
                meaning: 'Systems Manager does not accept the value of the parameter (it has an AllowedPattern), or its name.',
                remedy: "Check the parameter's AllowedPattern, which must match an AMI ID; in names, use letters, digits and `. - _ /`.",
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
    },
    {
        title: 'The instance of a test',
        entries: [
            {
                // With HTTP 500 (red-hat-storage/ocs-ci#9263), but a clear no: EC2 has looked for capacity.
                codes: ['InsufficientInstanceCapacity', 'InsufficientHostCapacity'],
                kind: 'refused',
                meaning: 'EC2 has no capacity for this instance type in the Availability Zone.',
                remedy: 'Name further `instance-type`s or `subnet-ids` in other Availability Zones, or run the job again later.',
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
                remedy: 'End instances that nobody needs, choose a smaller `instance-type`, or ask AWS to raise the quota.',
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
                remedy: 'Check that the image has the SSM agent, and that `instance-profile` allows it to report (AmazonSSMManagedInstanceCore).',
            },
            {
                codes: ['InvocationDoesNotExist'],
                kind: 'not-found',
                meaning: 'Systems Manager does not show the command yet.',
                remedy: 'Run the job again.',
            },
        ],
    },
    {
        title: 'Network, and AWS itself',
        entries: [
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
                remedy: 'Check the network between the runner and AWS (proxy, firewall, VPC endpoint, AWS_ENDPOINT_URL), and the AWS Health Dashboard, then run the job again.',
                common: true,
            },
            {
                codes: ['ERR_SSL_WRONG_VERSION_NUMBER', 'EPROTO'],
                kind: 'unclear',
                meaning: 'A server whose address begins with `https://` answers without TLS.',
                remedy: 'If it is the address of a proxy, in HTTPS_PROXY or HTTP_PROXY, write `http://`: most proxies are asked without TLS. Otherwise check AWS_ENDPOINT_URL.',
            },
            {
                codes: ['ERR_INVALID_URL'],
                kind: 'refused',
                meaning: 'The address of the AWS endpoint is not a URL.',
                remedy: 'Check the environment variables whose names begin with AWS_ENDPOINT_URL: an address begins with `https://`.',
            },
            {
                // Made in proxies.ts.
                codes: ['ERR_PROXY_TUNNEL'],
                when: { says: /\banswered 4(?!08|29)\d\d\b/, quote: 'answered 407' },
                kind: 'refused',
                meaning: 'The proxy refuses to connect to AWS: with 407 it asks for a user name and password, with 403 it does not allow the address.',
                remedy: 'Put user name and password into the URL of the proxy (`http://USER:PASSWORD@HOST:PORT`, from a secret), have the proxy allow the address, or list it in NO_PROXY.',
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
    },
    {
        title: 'Requests that AWS does not accept',
        entries: [
            {
                // clong/DetectionLab#422
                codes: ['InvalidRequest', 'UnauthorizedOperation', 'OperationNotPermitted'],
                when: {
                    says: /access the storage of this ami/i,
                    quote: 'permission to access the storage of this ami',
                },
                kind: 'refused',
                meaning: 'The role may not read the snapshots of the image, or the KMS key that encrypts them.',
                remedy: 'Allow the role what the README lists for copies and for encrypted volumes, in its IAM policy and in the policy of the key. An image of another account needs create volume permissions on its snapshots too.',
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
    },
];
const entries = catalogue.flatMap((chapter) => chapter.entries);
/** Node's codes for a peer whose certificate it does not trust (`tls`, "X509 certificate error codes"): all mean the same. */
const certificateCode = /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|ERR_TLS_CERT_)/;
/**
 * @param code as the SDK gives it, or as EC2's state reasons have it (`Client.InvalidSnapshot.NotFound`)
 * @returns undefined for a code that is not in the catalogue
 */
function entryFor(code, message) {
    const name = certificateCode.test(code) ? 'CERT_HAS_EXPIRED' : code.replace(/^(?:Client|Server)\./, '');
    const ofCode = entries.filter(({ codes }) => codes.includes(name));
    return ofCode.find(({ when }) => when?.says.test(message)) ?? ofCode.find(({ when }) => when === undefined);
}


/***/ }),

/***/ 5799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CC: () => (/* binding */ findSnapshotsCommand),
/* harmony export */   Dc: () => (/* binding */ findInstancesCommand),
/* harmony export */   Ly: () => (/* binding */ deleteSnapshotCommand),
/* harmony export */   bI: () => (/* binding */ unprotectImageCommand),
/* harmony export */   h4: () => (/* binding */ findImagesCommand),
/* harmony export */   iK: () => (/* binding */ enableImageCommand),
/* harmony export */   re: () => (/* binding */ removeImageCommand),
/* harmony export */   w1: () => (/* binding */ terminateInstanceCommand)
/* harmony export */ });
/* harmony import */ var _base_own_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3443);
/** Commands of the AWS CLI, for people to finish by hand what a bake could not, or was not to, do. */

/** Removes the image with its snapshots. */
function removeImageCommand(region, imageId) {
    return `aws ec2 deregister-image --region ${region} --image-id ${imageId} --delete-associated-snapshots`;
}
/** Lets the image be deregistered again, at once or after its cooldown. */
function unprotectImageCommand(region, imageId) {
    return `aws ec2 disable-image-deregistration-protection --region ${region} --image-id ${imageId}`;
}
/** Makes a disabled image usable again. */
function enableImageCommand(region, imageId) {
    return `aws ec2 enable-image --region ${region} --image-id ${imageId}`;
}
function deleteSnapshotCommand(region, snapshotId) {
    return `aws ec2 delete-snapshot --region ${region} --snapshot-id ${snapshotId}`;
}
/** Lists our images of the bake that has the key. */
function findImagesCommand(region, key) {
    return `aws ec2 describe-images --region ${region} --owners self ${keyFilter(key)}`;
}
function findSnapshotsCommand(region, key) {
    return `aws ec2 describe-snapshots --region ${region} --owner-ids self ${keyFilter(key)}`;
}
function keyFilter(key) {
    return `--filters Name=tag:${_base_own_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .keyTag */ .QR},Values=${key}`;
}
function terminateInstanceCommand(region, instanceId) {
    return `aws ec2 terminate-instances --region ${region} --instance-ids ${instanceId}`;
}
/** Lists the instances that RunInstances launched with one of the client tokens. */
function findInstancesCommand(region, clientTokens) {
    return `aws ec2 describe-instances --region ${region} --filters Name=client-token,Values=${clientTokens.join(',')}`;
}


/***/ }),

/***/ 8873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tM: () => (/* binding */ assumedRole),
  NV: () => (/* binding */ credentialsExpireAt),
  Cy: () => (/* binding */ sessionName)
});

// EXTERNAL MODULE: ./lib/base/errors.js
var errors = __webpack_require__(7594);
// EXTERNAL MODULE: ./lib/aws/errors.js
var aws_errors = __webpack_require__(6762);
// EXTERNAL MODULE: ./lib/aws/patient-client.js + 1 modules
var patient_client = __webpack_require__(1712);
// EXTERNAL MODULE: ./lib/aws/catalogue.js
var catalogue = __webpack_require__(2692);
;// CONCATENATED MODULE: ./lib/aws/role-errors.js
/** What STS says when it gives no session of a role, and what to do about it. */



/** As IAM policies name it. */
const action = 'sts:AssumeRoleWithWebIdentity';
/** The role cannot be assumed, and trying again does not help. */
class RoleError extends errors/* BakeError */.oU {
    /** As the SDK calls whatever its credential providers throw: aws/errors.ts takes it for what it is by this name. */
    name = 'CredentialsProviderError';
    constructor(roleArn, reason, { remedy, cause }) {
        super(`Could not assume the role ${roleArn}. ${reason}`, {
            cause,
            ...(remedy === undefined ? {} : { remedy }),
        });
    }
}
/**
 * Whether the next token, or the next call, may do. Beside what passes everywhere (STS API reference,
 * AssumeRoleWithWebIdentity, "Errors"):
 * - IDPCommunicationError: "often a transient error caused by network conditions. Retry the request";
 * - ExpiredTokenException: "Get a new identity token from the identity provider and then retry the request";
 * - InvalidIdentityToken, but only where STS could not fetch the provider's keys in time (aws/aws-cli#7194).
 */
function passesByItself(thrown) {
    const { code, message } = (0,aws_errors/* awsErrorFacts */.ZR)(thrown);
    if (/^(?:IDPCommunicationError|ExpiredToken)(?:Exception)?$/.test(code))
        return true;
    if (isInvalidToken(code))
        return /retrieve verification key/i.test(message);
    return (0,aws_errors/* isPassing */.WG)((0,aws_errors/* errorKind */.f8)(thrown));
}
/** For what was found out before STS was asked. */
function roleErrorOf(roleArn, { message, remedy, cause }) {
    return new RoleError(roleArn, message, { remedy, cause });
}
/** For an OIDC token that GitHub could not be asked for, as when a proxy refuses to connect to it. */
function noToken(roleArn, thrown) {
    return new RoleError(roleArn, `GitHub could not be asked for an OIDC token: ${(0,aws_errors/* describeAwsError */.Pp)(thrown)}`, {
        remedy: generalRemedy(thrown),
        cause: thrown,
    });
}
/** @param token that was refused: what it says of itself is told, so that the trust policy can be compared with it */
function refusedRole(roleArn, token, thrown) {
    return new RoleError(roleArn, `${action}: ${(0,aws_errors/* describeAwsError */.Pp)(thrown)}`, {
        remedy: remedyFor((0,aws_errors/* awsErrorFacts */.ZR)(thrown).code, roleArn, claimsOf(token)) ?? generalRemedy(thrown),
        cause: thrown,
    });
}
function remedyFor(code, roleArn, claims) {
    if (/^AccessDenied/.test(code))
        return trustRemedy(claims);
    if (isInvalidToken(code) || /^IDPRejectedClaim/.test(code))
        return providerRemedy(roleArn, claims);
    if (/^RegionDisabled/.test(code)) {
        return "Activate STS for this Region in the role's account (IAM console, Account settings), or bake in another Region.";
    }
    if (code === 'ValidationError') {
        return 'Check `role-to-assume`: the role must exist in the partition of the Region that is baked in.';
    }
    return undefined;
}
function generalRemedy(thrown) {
    const { code, message } = (0,aws_errors/* awsErrorFacts */.ZR)(thrown);
    const entry = (0,catalogue/* entryFor */.c)(code, message);
    return entry === undefined ? undefined : `${entry.meaning} ${entry.remedy}`;
}
function isInvalidToken(code) {
    return /^InvalidIdentityToken/.test(code);
}
function trustRemedy({ sub, aud, issuer }) {
    const forms = 'GitHub makes it of the form `repo:OWNER/REPO:ref:refs/heads/BRANCH`, `repo:OWNER/REPO:pull_request` or `repo:OWNER/REPO:environment:NAME`';
    return [
        'Check that the role exists and that its trust policy lets this job in: it has to allow',
        `\`${action}\` to the identity provider \`${issuer}\`, and its conditions have to fit this job's token.`,
        sub === undefined
            ? `Look at the condition on \`${issuer}:sub\`: ${forms}.`
            : `The token says \`${issuer}:sub\` is \`${sub}\` and \`${issuer}:aud\` is \`${aud}\`.`,
        // https://github.blog/changelog/2026-04-23-immutable-subject-claims-for-github-actions-oidc-tokens
        'Upper and lower case count; in newer repositories, `sub` also has the immutable IDs of owner and repository in it.',
    ].join(' ');
}
function providerRemedy(roleArn, { aud, issuer }) {
    const account = roleArn.split(':')[4];
    return `Account ${account} needs an OIDC identity provider in IAM with the URL \`https://${issuer}\` and the audience \`${aud}\`.`;
}
/** What a JWT says; its signature, and with it its worth, is not checked: it is only shown. */
function claimsOf(token) {
    const claims = payloadOf(token);
    const read = (name) => (typeof claims[name] === 'string' ? claims[name] : undefined);
    return {
        sub: read('sub'),
        aud: read('aud') ?? 'sts.amazonaws.com',
        issuer: (read('iss') ?? 'https://token.actions.githubusercontent.com').replace(/^https:\/\//, ''),
    };
}
function payloadOf(token) {
    try {
        const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
        return typeof payload === 'object' && payload !== null ? payload : {};
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: ./lib/aws/credentials.js




/**
 * The provider throws
 * - RoleError when the role cannot be assumed: trying again does not help;
 * - NoAnswerError when GitHub or STS gave no session for reasons that pass.
 * Neither is thrown while the session before is still good.
 */
function assumedRole(options) {
    const role = new AssumedRole(options);
    return Object.assign(() => role.credentials(), { memoized: true });
}
/**
 * Tells the workflow run and its attempt.
 * RoleSessionName in the STS API reference: 2 to 64 of `A-Z a-z 0-9 _ + = , . @ -`.
 */
function sessionName(runId, runAttempt) {
    return `bake-ami-${runId}-${runAttempt}`.replace(/[^\w+=,.@-]/g, '-').slice(0, 64);
}
/**
 * When the credentials of a client expire and nobody renews them.
 * @returns undefined when that is not known, as with most credentials in environment variables: those tell it in
 *   AWS_CREDENTIAL_EXPIRATION, if at all
 */
async function credentialsExpireAt(client) {
    try {
        const credentials = await client.config.credentials();
        if ('renewable' in credentials)
            return undefined;
        const { expiration } = credentials;
        return expiration === undefined || Number.isNaN(expiration.getTime()) ? undefined : expiration;
    }
    catch {
        // Whoever needs the credentials meets the same error, and tells it.
        return undefined;
    }
}
/** What a session lasts when no duration is asked for: "By default … one hour", AssumeRoleWithWebIdentity. */
const defaultSessionSeconds = 3600;
/** DurationSeconds of AssumeRoleWithWebIdentity: at least 900. */
const shortestSessionSeconds = 900;
/** A session is renewed when so much of it is left, or a third of it, whichever is less. */
const renewalSeconds = 300;
/** While the old session is good, a renewal that failed is tried again after this time. */
const pauseSeconds = 20;
/** For the token and for the session, each. */
const answerSeconds = 10;
/** In a row, when there is no session to go on with; the patience of the call that needs it comes on top. */
const tries = 3;
class AssumedRole {
    #options;
    #session;
    /** The one that is under way; everybody waits for the same. */
    #renewal;
    /** No renewal before this time, in milliseconds since the epoch. */
    #pauseUntil = 0;
    constructor(options) {
        this.#options = options;
    }
    async credentials() {
        const session = this.#usable();
        if (session === undefined)
            return (await this.#wait()).credentials;
        const now = this.#options.clock.now();
        const due = now >= session.renewFrom && now >= this.#pauseUntil;
        if (due && this.#renewal === undefined)
            this.#renewAlongside();
        return session.credentials;
    }
    #usable() {
        const session = this.#session;
        return session !== undefined && this.#options.clock.now() < session.useUntil ? session : undefined;
    }
    /** Nobody waits for it: requests go on with the session that is still good. */
    #renewAlongside() {
        this.#renew().catch((error) => {
            this.#options.onTrouble?.(`The session goes on unrenewed for now: ${(0,errors/* messageOf */.bD)(error)}`);
        });
    }
    /** There is no session to go on with. */
    async #wait() {
        const { clock, random, onTrouble } = this.#options;
        for (let failures = 1;; failures += 1) {
            try {
                // While this one paused, another may have got what both want.
                return this.#usable() ?? (await this.#renew());
            }
            catch (error) {
                if (error instanceof errors/* BakeError */.oU || failures >= tries)
                    throw error;
                onTrouble?.(`Trying again: ${(0,errors/* messageOf */.bD)(error)}`);
                await clock.sleep((0,patient_client/* retryMilliseconds */.TK)(1, failures, random()));
            }
        }
    }
    #renew() {
        this.#renewal ??= this.#assume().then((session) => {
            this.#renewal = undefined;
            this.#session = session;
            return session;
        }, (error) => {
            this.#renewal = undefined;
            this.#pauseUntil = this.#options.clock.now() + pauseSeconds * 1000;
            throw error;
        });
        return this.#renewal;
    }
    async #assume() {
        const token = await this.#token();
        const askedAt = this.#options.clock.now();
        const answer = await this.#ask(token);
        return this.#sessionOf(answer, askedAt);
    }
    async #token() {
        const { roleArn, idToken, clock } = this.#options;
        try {
            return await within(clock, 'GitHub', (signal) => idToken(audienceOf(roleArn), signal));
        }
        catch (error) {
            if (error instanceof errors/* BakeError */.oU)
                throw roleErrorOf(roleArn, error);
            throw passesByItself(error) ? noSession(roleArn, 'no OIDC token', error) : noToken(roleArn, error);
        }
    }
    async #ask(token) {
        const { roleArn } = this.#options;
        try {
            return await this.#assumeBy(token);
        }
        catch (error) {
            if (error instanceof errors/* BakeError */.oU)
                throw roleErrorOf(roleArn, error);
            throw passesByItself(error) ? noSession(roleArn, action, error) : refusedRole(roleArn, token, error);
        }
    }
    async #assumeBy(token) {
        const { roleArn, sessionName: RoleSessionName, sts, clock } = this.#options;
        const client = await sts();
        const { AssumeRoleWithWebIdentityCommand } = await __webpack_require__.e(/* import() */ 510).then(__webpack_require__.bind(__webpack_require__, 5510));
        const command = new AssumeRoleWithWebIdentityCommand({
            RoleArn: roleArn,
            RoleSessionName,
            WebIdentityToken: token,
        });
        const { Credentials: given } = await within(clock, 'STS', (abortSignal) => client.send(command, { abortSignal }));
        const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = given ?? {};
        if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration) {
            throw new aws_errors/* UnreadableAnswerError */.mP('the answer lacks the credentials');
        }
        return { AccessKeyId, SecretAccessKey, SessionToken, Expiration };
    }
    #sessionOf({ AccessKeyId, SecretAccessKey, SessionToken, Expiration }, askedAt) {
        for (const secret of [SecretAccessKey, SessionToken])
            this.#options.onSecret?.(secret);
        const endsAt = endOfSession(Expiration.getTime(), askedAt);
        const ahead = Math.min(renewalSeconds * 1000, Math.max(0, endsAt - askedAt) / 3);
        return {
            credentials: {
                accessKeyId: AccessKeyId,
                secretAccessKey: SecretAccessKey,
                sessionToken: SessionToken,
                expiration: new Date(endsAt),
                renewable: true,
            },
            renewFrom: endsAt - ahead,
            useUntil: endsAt - ahead / 10,
        };
    }
}
/**
 * When a session ends by the clock of the runner, which may be wrong. All times in milliseconds since the epoch.
 * A clock that is behind that of AWS must not make the session look longer than it is. By one that is hours ahead it seems to
 * have ended before it was asked for, and every call would ask for another.
 */
function endOfSession(expiration, askedAt) {
    if (expiration <= askedAt)
        return askedAt + shortestSessionSeconds * 1000;
    return Math.min(expiration, askedAt + defaultSessionSeconds * 1000);
}
/**
 * What the token is for. In China STS has a name of its own; everywhere else aws-actions/configure-aws-credentials asks for
 * this one too, so that one identity provider in IAM serves both.
 */
function audienceOf(roleArn) {
    return roleArn.startsWith('arn:aws-cn:') ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
}
/** Their names say nothing to a user; their messages do. */
const ownErrors = new Set(['Error', 'NoAnswerError', 'UnreadableAnswerError']);
/** Not worth ending anything for: whoever asked may ask again. */
function noSession(roleArn, what, cause) {
    const { name } = cause;
    const reason = ownErrors.has(name) ? (0,errors/* messageOf */.bD)(cause) : (0,aws_errors/* describeAwsError */.Pp)(cause);
    return new aws_errors/* NoAnswerError */.i5(`The role ${roleArn} could not be assumed, ${what}: ${reason}`, { cause });
}
/** @throws NoAnswerError after the time limit, whatever the work makes of the signal */
async function within(clock, whose, work) {
    const limit = new AbortController();
    const settled = new AbortController();
    const timeout = clock.sleep(answerSeconds * 1000, settled.signal).then(() => {
        const error = new aws_errors/* NoAnswerError */.i5(`${whose} did not answer within ${answerSeconds} seconds`);
        limit.abort(error);
        throw error;
    });
    try {
        return await Promise.race([timeout, work(limit.signal)]);
    }
    finally {
        settled.abort(new Error('The call is over'));
    }
}


/***/ }),

/***/ 6762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pp: () => (/* binding */ describeAwsError),
/* harmony export */   WG: () => (/* binding */ isPassing),
/* harmony export */   ZR: () => (/* binding */ awsErrorFacts),
/* harmony export */   f8: () => (/* binding */ errorKind),
/* harmony export */   i5: () => (/* binding */ NoAnswerError),
/* harmony export */   iW: () => (/* binding */ encodedRefusalIn),
/* harmony export */   mP: () => (/* binding */ UnreadableAnswerError)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7594);
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2692);
/**
 * What an error of AWS is. Everything that talks to AWS asks here, so that an error is judged in one place: is it worth
 * a retry, and was the request perhaps carried out although its answer was lost? The codes are in catalogue.ts.
 */


/** An answer that is not what the API sends: empty, cut off, or a web page of something in between. */
class UnreadableAnswerError extends Error {
    name = 'UnreadableAnswerError';
}
/** AWS did not answer within the time limit of an attempt. */
class NoAnswerError extends Error {
    name = 'NoAnswerError';
}
/** @param thrown whatever `send` threw; of an error of our own, the name is its code, and its cause is not looked at */
function errorKind(thrown) {
    const { code, message, httpStatus } = awsErrorFacts(thrown);
    const kind = (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .entryFor */ .c)(code, message)?.kind;
    if (kind !== undefined)
        return kind;
    if (code === 'AbortError')
        return 'aborted';
    if (code.endsWith('.NotFound') || code.endsWith('.Unknown'))
        return 'not-found';
    if (httpStatus === undefined)
        return isProgrammingError(thrown) ? 'refused' : 'unclear';
    return kindOfStatus(httpStatus);
}
function kindOfStatus(httpStatus) {
    if (httpStatus >= 500 || httpStatus === 408)
        return 'unclear';
    if (httpStatus === 429)
        return 'throttled';
    // An answer of 2xx that the SDK could not make sense of: the work was done, or not.
    if (httpStatus < 300)
        return 'unclear';
    return 'refused';
}
/** True if the same request may succeed later. */
function isPassing(kind) {
    return kind === 'throttled' || kind === 'busy' || kind === 'unclear';
}
function awsErrorFacts(thrown) {
    if (!(thrown instanceof Error)) {
        return { code: 'Unknown', message: (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown), httpStatus: undefined, requestId: undefined };
    }
    const error = thrown;
    // Node's errors carry their code beside the name; the SDK's service exceptions are named by it.
    const code = typeof error.code === 'string' && !('$fault' in error) ? error.code : error.name;
    return {
        code,
        message: (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error),
        httpStatus: error.$metadata?.httpStatusCode ?? error.$response?.statusCode,
        requestId: error.$metadata?.requestId,
    };
}
/**
 * What EC2 appends to the message of a refusal: some hundred characters, which nobody can read but STS
 * (DecodeAuthorizationMessage, see decode.ts).
 */
const encodedRefusal = /\s*Encoded authorization failure message: ([\w+/=-]+)/;
/** The encoded part of a refusal's message; undefined when there is none. */
function encodedRefusalIn(message) {
    return encodedRefusal.exec(message)?.[1];
}
/** An AWS error in one line: code, message without its encoded part, request ID. */
function describeAwsError(thrown) {
    const { code, message, requestId } = awsErrorFacts(thrown);
    const readable = message.replace(encodedRefusal, '').trim();
    const text = readable === code || readable === '' ? code : `${code}: ${readable}`;
    return requestId === undefined ? text : `${text} (request ${requestId})`;
}
function isProgrammingError(thrown) {
    return thrown instanceof TypeError || thrown instanceof RangeError || thrown instanceof ReferenceError;
}


/***/ }),

/***/ 3663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ closeConnections),
  T: () => (/* binding */ httpAgents)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./lib/base/errors.js
var errors = __webpack_require__(7594);
;// CONCATENATED MODULE: ./lib/aws/proxies.js
/** The proxies that the environment names, checked and in the form that Node's agents take. */


/**
 * Lower case goes before capitals, as in Node, curl and the AWS CLI.
 * @throws BakeError that names the variable whose proxy cannot be used; it does not show the value, which may hold a password
 */
function proxiesOf(environment) {
    const http = proxyIn(environment, 'http_proxy');
    const https = proxyIn(environment, 'https_proxy');
    const noProxy = environment['no_proxy'] || environment['NO_PROXY'];
    return {
        environment: {
            ...(http === undefined ? {} : { http_proxy: http.url }),
            ...(https === undefined ? {} : { https_proxy: https.url }),
            ...(noProxy === undefined ? {} : { no_proxy: withSubdomains(noProxy) }),
        },
        tunnelVariable: https?.variable ?? 'HTTPS_PROXY',
        named: [https, http].filter((proxy) => proxy !== undefined),
    };
}
function proxyIn(environment, name) {
    const variable = environment[name] ? name : name.toUpperCase();
    const value = environment[variable];
    return value ? { variable, url: proxyUrl(variable, value.trim()) } : undefined;
}
/** Without a scheme it is `http://`, as in curl and the AWS CLI. Node ignores such a value, and every other scheme. */
function proxyUrl(variable, value) {
    const [, scheme] = /^([a-z][a-z0-9+.-]*):\/\//i.exec(value) ?? [];
    if (scheme !== undefined && !/^https?$/i.test(scheme))
        throw unusable(variable, `a ${scheme} proxy`);
    const url = URL.parse(scheme === undefined ? `http://${value}` : value);
    if (url === null)
        throw unusable(variable, 'something that is not a URL');
    try {
        // Node decodes them when it makes the agent, where the error would show the value.
        decodeURIComponent(url.username + url.password);
    }
    catch {
        throw unusable(variable, 'a proxy whose user name or password is not URL-encoded (write % as %25)');
    }
    return url.href;
}
function unusable(variable, what) {
    return new errors/* BakeError */.oU(`The environment variable \`${variable}\` names ${what}, which bake-ami cannot use.`, {
        remedy: `Set \`${variable}\` to an HTTP proxy, like \`http://HOST:PORT\`, or leave it unset.`,
    });
}
/**
 * A domain in NO_PROXY stands for its subdomains too, as in curl and the AWS CLI; in Node it does so only with a dot before it.
 * Entries with a dot, a wildcard or a port, and ranges of addresses, are as Node takes them.
 */
function withSubdomains(noProxy) {
    const entries = noProxy.split(',').map((entry) => entry.trim());
    return entries.map((entry) => (/^[a-z][^:]*$/i.test(entry) ? `.${entry}` : entry)).join(',');
}
/**
 * What Node says when a proxy does not open a tunnel, in words that name the variable. An error of a connection to a proxy stays
 * the same object and gets them, too; any other error is as it was.
 */
function withProxyNamed(error, proxies) {
    if (!error)
        return error;
    if (error.code !== 'ERR_PROXY_TUNNEL')
        return ofConnection(error, proxies);
    const [, status] = /: HTTP\/[\d.]+ (\d{3}\b.*)$/.exec((0,errors/* messageOf */.bD)(error)) ?? [];
    const happened = status === undefined ? `opened no tunnel (${(0,errors/* messageOf */.bD)(error)})` : `answered ${status}`;
    return Object.assign(new Error(`the proxy that ${proxies.tunnelVariable} names ${happened}`, { cause: error }), { code: 'ERR_PROXY_TUNNEL' });
}
function ofConnection(error, { named }) {
    const proxy = named.find(({ url }) => isAt(new URL(url), error));
    const words = ` (the proxy that ${proxy?.variable} names)`;
    if (proxy !== undefined && !error.message.endsWith(words))
        error.message += words;
    return error;
}
/** The address of a name is not known here: then the port tells, unless it is one that AWS has as well. */
function isAt({ hostname, port, protocol }, error) {
    if (error.hostname !== undefined)
        return error.hostname === hostname;
    const itsPort = Number(port || (protocol === 'https:' ? 443 : 80));
    return error.port === itsPort && (error.address === hostname || ((0,external_node_net_.isIP)(hostname) === 0 && port !== ''));
}

;// CONCATENATED MODULE: ./lib/aws/http-agents.js
/** Node's HTTP agents as this action needs them: connections that are kept, and proxies. */



/**
 * Agents know proxies from Node 24.5 on, as `proxyEnv`, and ignore the option before. NODE_EXTRA_CA_CERTS is Node's own affair.
 * @param environment with HTTP_PROXY, HTTPS_PROXY and NO_PROXY, in capitals or not
 * @param ca certificates to trust in place of Node's, as PEM
 * @throws BakeError for a proxy that cannot be used
 */
function httpAgents(environment, ca) {
    const proxies = proxiesOf(environment);
    const options = { keepAlive: true, proxyEnv: proxies.environment };
    const httpsAgent = new external_node_https_.Agent({ ...options, ...(ca === undefined ? {} : { ca: [...ca] }) });
    return { httpAgent: tracked(new external_node_http_.Agent(options), proxies), httpsAgent: tracked(httpsAgent, proxies) };
}
const http_agents_open = new Set();
/**
 * Closes every connection that is still open, so that the process can end. `Agent.destroy` does not know a connection to a
 * proxy that has not answered CONNECT yet.
 */
function closeConnections() {
    for (const socket of http_agents_open)
        socket.destroy();
}
/** Until a connection, and the tunnel through a proxy, can be used. A proxy may take its time for a tunnel. */
const connectionSeconds = 10;
function tracked(agent, proxies) {
    const create = agent.createConnection.bind(agent);
    agent.createConnection = (options, callback) => {
        let timer;
        const connected = () => clearTimeout(timer);
        const socket = create(options, (error, stream) => {
            connected();
            callback?.(withProxyNamed(error, proxies), stream);
        });
        if (!socket)
            return socket;
        timer = limited(socket);
        http_agents_open.add(socket);
        // Before whoever waits for an answer hears of it.
        socket.once('error', (error) => withProxyNamed(error, proxies));
        // Without a tunnel, nothing calls back for TLS.
        socket.once('secureConnect', connected);
        socket.once('close', () => {
            connected();
            http_agents_open.delete(socket);
        });
        return socket;
    };
    return agent;
}
/** The timers of the SDK's own limit outlive a request that is aborted, and with it the process. */
function limited(socket) {
    return setTimeout(() => {
        const message = `no connection within ${connectionSeconds} seconds`;
        socket.destroy(Object.assign(new Error(message), { code: 'ETIMEDOUT' }));
    }, connectionSeconds * 1000).unref();
}


/***/ }),

/***/ 5270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FO: () => (/* binding */ instanceIdForm),
/* harmony export */   Fj: () => (/* binding */ subnetIdForm),
/* harmony export */   KP: () => (/* binding */ snapshotIdForm),
/* harmony export */   PI: () => (/* binding */ launchTemplateIdForm),
/* harmony export */   VU: () => (/* binding */ amiIdForm),
/* harmony export */   lB: () => (/* binding */ regionForm),
/* harmony export */   zb: () => (/* binding */ securityGroupIdForm)
/* harmony export */ });
/** The forms of EC2's identifiers, for what comes in from outside: inputs, answers of EC2, saved state. */
/** 17 hex digits since 2016, 8 before ("Longer IDs" in the EC2 user guide); EC2 writes them in lower case. */
const instanceIdForm = /^i-(?:[0-9a-f]{8}|[0-9a-f]{17})$/;
/** What EC2 itself gave is taken at other lengths too: should they ever grow, no image may get lost over it. */
const amiIdForm = /^ami-[0-9a-f]{8,32}$/;
const snapshotIdForm = /^snap-[0-9a-f]{8,32}$/;
const subnetIdForm = /^subnet-(?:[0-9a-f]{8}|[0-9a-f]{17})$/;
const securityGroupIdForm = /^sg-(?:[0-9a-f]{8}|[0-9a-f]{17})$/;
/** `eu-west-1`, `us-gov-west-1`, `eusc-de-east-1`. A form, not a list: new Regions need no new version of the action. */
const regionForm = /^[a-z]{2,5}(?:-[a-z]{2,12}){1,2}-[1-9][0-9]?$/;
/** A launch template's: 17 hex digits, as the EC2 API Reference shows it. */
const launchTemplateIdForm = /^lt-[0-9a-f]{17}$/;


/***/ }),

/***/ 1712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  HH: () => (/* binding */ PatientClient),
  Iv: () => (/* binding */ defaultAttemptSeconds),
  C5: () => (/* binding */ defaultPatienceSeconds),
  yL: () => (/* binding */ noContact),
  TK: () => (/* binding */ retryMilliseconds),
  FF: () => (/* binding */ throttleMilliseconds)
});

// EXTERNAL MODULE: ./lib/base/units.js
var units = __webpack_require__(8714);
// EXTERNAL MODULE: ./lib/aws/errors.js
var errors = __webpack_require__(6762);
;// CONCATENATED MODULE: ./lib/aws/clock-skew.js
/**
 * What to do when the clock of the runner is wrong. AWS refuses a request whose time is more than five minutes off as if its
 * credentials were wrong (EC2: AuthFailure or RequestExpired). The SDK reads AWS's time from the answer, signs what follows
 * with it and says so on the error (`AwsSdkSigV4Signer` of @aws-sdk/core), but repeats the request only in retries of its own.
 */


/** AWS refused a request for which the SDK had corrected the time. */
class ClockSkewError extends Error {
    name = 'ClockSkewError';
    /** @param skew as `clockSkewOf` gives it */
    constructor(skew, cause) {
        const refusal = `AWS refused the request with the corrected time as well: ${(0,errors/* describeAwsError */.Pp)(cause)}`;
        super(`the clock of the runner is ${skewText(skew)}, and ${refusal}`, { cause });
    }
}
/**
 * @param thrown what a call threw
 * @returns how far the clock of the runner is ahead of AWS's, in milliseconds, if it is wrong, AWS refused the request for
 *   that or for the credentials, and the next request will have the right time
 */
function clockSkewOf(thrown) {
    if ((0,errors/* errorKind */.f8)(thrown) !== 'credentials')
        return undefined;
    const { $metadata, $response } = thrown;
    if ($metadata?.clockSkewCorrected !== true)
        return undefined;
    // Not the monotonic clock: the SDK signs with this one.
    const skew = Date.now() - Date.parse($response?.headers?.['date'] ?? '');
    return Number.isNaN(skew) ? undefined : skew;
}
/** e.g. `about 10 min behind that of AWS`. AWS tells its time in whole seconds, some of which the answer takes. */
function skewText(skew) {
    const rounded = Math.round(Math.abs(skew) / 60_000) * 60_000;
    return `about ${(0,units/* duration */.p0)(rounded)} ${skew > 0 ? 'ahead of' : 'behind'} that of AWS`;
}

;// CONCATENATED MODULE: ./lib/aws/patient-client.js



const defaultPatienceSeconds = 180;
const defaultAttemptSeconds = 15;
function noContact() {
    return { answered: new Set(), clockIsTold: false };
}
class PatientClient {
    #options;
    constructor(options) {
        this.#options = { name: '', contact: noContact(), ...options };
    }
    /**
     * The same client with less patience: no retry begins after the deadline, and an attempt ends a few seconds after it.
     * @param deadline milliseconds since the epoch
     */
    until(deadline) {
        return new PatientClient({ ...this.#options, deadline });
    }
    /**
     * @throws the SDK's error of the last attempt, ClockSkewError, NoAnswerError, UnreadableAnswerError, or the signal's reason
     */
    async send(command, options) {
        const { clock, random } = this.#options;
        const start = clock.now();
        let isTold = false;
        for (let failures = 1;; failures += 1) {
            try {
                return await this.#attemptInTime(command, options);
            }
            catch (error) {
                options.signal.throwIfAborted();
                options.onFailure?.(error);
                const kind = (0,errors/* errorKind */.f8)(error);
                const patience = this.#patienceSeconds(options, error) * 1000;
                const limit = Math.min(patience, this.#millisecondsLeft() + clock.now() - start);
                const worthAnother = (0,errors/* isPassing */.WG)(kind) || (kind === 'not-found' && options.newObject === true);
                const delay = delayMilliseconds(kind, failures, random(), options.longestDelaySeconds);
                if (!worthAnother || clock.now() + delay - start > limit)
                    throw error;
                if (!isTold && clock.now() + delay - start > quietSeconds * 1000) {
                    isTold = true;
                    this.#tell(error, limit);
                }
                await clock.sleep(delay, options.signal);
            }
        }
    }
    /**
     * An attempt, and once more with the corrected time if AWS refused it because the runner's clock is wrong: what is refused
     * like this was not carried out, so that it holds for every call.
     */
    async #attemptInTime(command, options) {
        const { name, contact } = this.#options;
        try {
            return await this.#attempt(command, options);
        }
        catch (error) {
            const skew = clockSkewOf(error);
            if (skew === undefined)
                throw error;
            this.#tellOfClock(skew);
            return await this.#attempt(command, options).catch((second) => {
                // Where AWS has accepted corrected requests before, it is not the clock.
                const isOfClock = (0,errors/* errorKind */.f8)(second) === 'credentials' && !contact.answered.has(name);
                throw isOfClock ? new ClockSkewError(skew, second) : second;
            });
        }
    }
    #tellOfClock(skew) {
        const { contact, onTrouble } = this.#options;
        if (contact.clockIsTold)
            return;
        contact.clockIsTold = true;
        onTrouble?.(`The clock of the runner is ${skewText(skew)}. Requests are signed with the time of AWS from now on.`);
    }
    /** A name that does not resolve and a port that refuses are mistakes mostly, until AWS has answered. */
    #patienceSeconds(options, error) {
        const patience = patienceSeconds(options, error);
        const { name, contact } = this.#options;
        const { code } = (0,errors/* awsErrorFacts */.ZR)(error);
        const isReached = code === 'ENOTFOUND' ? contact.answered.has(name) : contact.answered.size > 0;
        if (!unreachableCodes.includes(code) || isReached)
            return patience;
        return Math.min(patience, unreachablePatienceSeconds);
    }
    #tell(error, limit) {
        const words = `${(0,errors/* describeAwsError */.Pp)(error)}; retrying for up to ${(0,units/* duration */.p0)(limit)}`;
        this.#options.onTrouble?.(`AWS keeps refusing a call: ${words}`);
    }
    #millisecondsLeft() {
        const { clock, deadline = Number.POSITIVE_INFINITY } = this.#options;
        return deadline - clock.now();
    }
    async #attempt(command, options) {
        options.signal.throwIfAborted();
        const left = Math.max(graceSeconds, this.#millisecondsLeft() / 1000);
        const seconds = Math.min(options.attemptSeconds ?? defaultAttemptSeconds, left);
        const timeout = new AbortController();
        const settled = new AbortController();
        const signal = AbortSignal.any([options.signal, timeout.signal]);
        // The SDK ignores the signal while it gets credentials: a stalled source of them must not stall the call.
        const ended = new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason), { once: true, signal: settled.signal });
        });
        this.#options.clock.sleep(seconds * 1000, settled.signal).then(() => timeout.abort(new errors/* NoAnswerError */.i5(`AWS did not answer within ${Math.ceil(seconds)} seconds`)), () => undefined);
        try {
            const answer = (await Promise.race([
                this.#options.client.send(command, { abortSignal: signal }),
                ended,
            ]));
            this.#options.contact.answered.add(this.#options.name);
            return answer;
        }
        catch (error) {
            // The SDK wraps the reason of an abort in an error of its own.
            signal.throwIfAborted();
            if (isAnswer(error))
                this.#options.contact.answered.add(this.#options.name);
            throw error;
        }
        finally {
            settled.abort(new Error('The attempt is over'));
        }
    }
}
/** A log that stands still for longer looks as if the action did nothing. */
const quietSeconds = 10;
/** An attempt that begins at the deadline may take so long. */
const graceSeconds = 5;
const unreachableCodes = [
    'ENOTFOUND',
    'ECONNREFUSED',
    'ERR_PROXY_TUNNEL',
    // A proxy or an endpoint that is called `https://` and speaks no TLS.
    'ERR_SSL_WRONG_VERSION_NUMBER',
    'EPROTO',
];
const unreachablePatienceSeconds = 3;
/** Throttled calls stand in a queue, which moves: who gives up has waited in vain. */
const throttledPatienceSeconds = 900;
function patienceSeconds({ patienceSeconds: asked }, error) {
    if (asked !== undefined)
        return asked;
    return (0,errors/* errorKind */.f8)(error) === 'throttled' ? throttledPatienceSeconds : defaultPatienceSeconds;
}
/** AWS itself has answered, and accepts the credentials. */
function isAnswer(error) {
    const { code, httpStatus } = (0,errors/* awsErrorFacts */.ZR)(error);
    return httpStatus !== undefined && code !== 'UnreadableAnswerError' && (0,errors/* errorKind */.f8)(error) !== 'credentials';
}
function delayMilliseconds(kind, failures, random, longestSeconds = Number.POSITIVE_INFINITY) {
    const delay = kind === 'throttled'
        ? throttleMilliseconds(failures, random)
        : retryMilliseconds(kind === 'unclear' ? 0.4 : 1, failures, random);
    return Math.min(delay, longestSeconds * 1000);
}
const longestDelaySeconds = 15;
/**
 * Exponential back-off with jitter: half of it fixed, half random, so that many bakes do not march in step.
 * @param failures attempts that have failed so far, 1 or more
 */
function retryMilliseconds(baseSeconds, failures, random) {
    const ceiling = Math.min(longestDelaySeconds, baseSeconds * 2 ** (failures - 1));
    return ceiling * (0.5 + random / 2) * 1000;
}
const longestThrottleSeconds = 60;
const shortestThrottleSeconds = 0.2;
/**
 * For calls that EC2 throttles: wider than other retries, and at random over the whole width ("full jitter", in the AWS
 * Architecture Blog's "Exponential Backoff And Jitter"), so that those who were refused together do not return together.
 * @param failures attempts that have failed so far, 1 or more
 */
function throttleMilliseconds(failures, random) {
    const ceiling = Math.min(longestThrottleSeconds, 2 ** failures);
    return Math.max(shortestThrottleSeconds, ceiling * random) * 1000;
}


/***/ }),

/***/ 2729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pi: () => (/* binding */ ENV_SECRET),
/* harmony export */   sF: () => (/* binding */ fromEnv),
/* harmony export */   yG: () => (/* binding */ ENV_KEY)
/* harmony export */ });
/* unused harmony exports ENV_SESSION, ENV_EXPIRATION, ENV_CREDENTIAL_SCOPE, ENV_ACCOUNT_ID */
/* harmony import */ var _chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2784);
/* harmony import */ var _chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2203);



// node_modules/@aws-sdk/credential-provider-env/dist-es/fromEnv.js
var ENV_KEY = "AWS_ACCESS_KEY_ID";
var ENV_SECRET = "AWS_SECRET_ACCESS_KEY";
var ENV_SESSION = "AWS_SESSION_TOKEN";
var ENV_EXPIRATION = "AWS_CREDENTIAL_EXPIRATION";
var ENV_CREDENTIAL_SCOPE = "AWS_CREDENTIAL_SCOPE";
var ENV_ACCOUNT_ID = "AWS_ACCOUNT_ID";
var fromEnv = (init) => async () => {
  init?.logger?.debug("@aws-sdk/credential-provider-env - fromEnv");
  const accessKeyId = process.env[ENV_KEY];
  const secretAccessKey = process.env[ENV_SECRET];
  const sessionToken = process.env[ENV_SESSION];
  const expiry = process.env[ENV_EXPIRATION];
  const credentialScope = process.env[ENV_CREDENTIAL_SCOPE];
  const accountId = process.env[ENV_ACCOUNT_ID];
  if (accessKeyId && secretAccessKey) {
    const credentials = {
      accessKeyId,
      secretAccessKey,
      ...sessionToken && { sessionToken },
      ...expiry && { expiration: new Date(expiry) },
      ...credentialScope && { credentialScope },
      ...accountId && { accountId }
    };
    (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_0__/* .setCredentialFeature */ .gD)(credentials, "CREDENTIALS_ENV_VARS", "g");
    return credentials;
  }
  throw new _chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .CredentialsProviderError */ .C1("Unable to find environment variable credentials.", { logger: init?.logger });
};




/***/ }),

/***/ 8797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ defaultProvider)
/* harmony export */ });
/* harmony import */ var _chunk_2QXA4F5T_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2729);
/* harmony import */ var _chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2203);



// node_modules/@aws-sdk/credential-provider-node/dist-es/remoteProvider.js
var ENV_IMDS_DISABLED = "AWS_EC2_METADATA_DISABLED";
var remoteProvider = async (init) => {
  const { ENV_CMDS_FULL_URI, ENV_CMDS_RELATIVE_URI, fromContainerMetadata, fromInstanceMetadata } = await __webpack_require__.e(/* import() */ 33).then(__webpack_require__.bind(__webpack_require__, 6033));
  if (process.env[ENV_CMDS_RELATIVE_URI] || process.env[ENV_CMDS_FULL_URI]) {
    init.logger?.debug("@aws-sdk/credential-provider-node - remoteProvider::fromHttp/fromContainerMetadata");
    const { fromHttp } = await __webpack_require__.e(/* import() */ 910).then(__webpack_require__.bind(__webpack_require__, 7910));
    return (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .chain */ .cy)(fromHttp(init), fromContainerMetadata(init));
  }
  if (process.env[ENV_IMDS_DISABLED] && process.env[ENV_IMDS_DISABLED] !== "false") {
    return async () => {
      throw new _chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .CredentialsProviderError */ .C1("EC2 Instance Metadata Service access disabled", { logger: init.logger });
    };
  }
  init.logger?.debug("@aws-sdk/credential-provider-node - remoteProvider::fromInstanceMetadata");
  return fromInstanceMetadata(init);
};

// node_modules/@aws-sdk/credential-provider-node/dist-es/runtime/memoize-chain.js
function memoizeChain(providers, treatAsExpired) {
  const chain2 = internalCreateChain(providers);
  let activeLock;
  let passiveLock;
  let credentials;
  let forceRefreshLock;
  const provider = async (options) => {
    if (options?.forceRefresh) {
      if (!forceRefreshLock) {
        forceRefreshLock = chain2(options).then((c) => {
          credentials = c;
        }).finally(() => {
          forceRefreshLock = void 0;
        });
      }
      await forceRefreshLock;
      return credentials;
    }
    if (credentials?.expiration) {
      if (credentials?.expiration?.getTime() < Date.now()) {
        credentials = void 0;
      }
    }
    if (activeLock) {
      await activeLock;
    } else if (!credentials || treatAsExpired?.(credentials)) {
      if (credentials) {
        if (!passiveLock) {
          passiveLock = chain2(options).then((c) => {
            credentials = c;
          }).catch(() => {
          }).finally(() => {
            passiveLock = void 0;
          });
        }
      } else {
        activeLock = chain2(options).then((c) => {
          credentials = c;
        }).finally(() => {
          activeLock = void 0;
        });
        return provider(options);
      }
    }
    return credentials;
  };
  return provider;
}
var internalCreateChain = (providers) => async (awsIdentityProperties) => {
  let lastProviderError;
  for (const provider of providers) {
    try {
      return await provider(awsIdentityProperties);
    } catch (err) {
      lastProviderError = err;
      if (err?.tryNextLink) {
        continue;
      }
      throw err;
    }
  }
  throw lastProviderError;
};

// node_modules/@aws-sdk/credential-provider-node/dist-es/defaultProvider.js
var multipleCredentialSourceWarningEmitted = false;
var defaultProvider = (init = {}) => memoizeChain([
  async () => {
    const profile = init.profile ?? process.env[_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .ENV_PROFILE */ .Ch];
    if (profile) {
      const envStaticCredentialsAreSet = process.env[_chunk_2QXA4F5T_js__WEBPACK_IMPORTED_MODULE_0__/* .ENV_KEY */ .yG] && process.env[_chunk_2QXA4F5T_js__WEBPACK_IMPORTED_MODULE_0__/* .ENV_SECRET */ .pi];
      if (envStaticCredentialsAreSet) {
        if (!multipleCredentialSourceWarningEmitted) {
          const warnFn = init.logger?.warn && init.logger?.constructor?.name !== "NoOpLogger" ? init.logger.warn.bind(init.logger) : console.warn;
          warnFn(`@aws-sdk/credential-provider-node - defaultProvider::fromEnv WARNING:
    Multiple credential sources detected: 
    Both AWS_PROFILE and the pair AWS_ACCESS_KEY_ID/AWS_SECRET_ACCESS_KEY static credentials are set.
    This SDK will proceed with the AWS_PROFILE value.
    
    However, a future version may change this behavior to prefer the ENV static credentials.
    Please ensure that your environment only sets either the AWS_PROFILE or the
    AWS_ACCESS_KEY_ID/AWS_SECRET_ACCESS_KEY pair.
`);
          multipleCredentialSourceWarningEmitted = true;
        }
      }
      throw new _chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .CredentialsProviderError */ .C1("AWS_PROFILE is set, skipping fromEnv provider.", {
        logger: init.logger,
        tryNextLink: true
      });
    }
    init.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromEnv");
    return (0,_chunk_2QXA4F5T_js__WEBPACK_IMPORTED_MODULE_0__/* .fromEnv */ .sF)(init)();
  },
  async (awsIdentityProperties) => {
    init.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromSSO");
    const { ssoStartUrl, ssoAccountId, ssoRegion, ssoRoleName, ssoSession } = init;
    if (!ssoStartUrl && !ssoAccountId && !ssoRegion && !ssoRoleName && !ssoSession) {
      throw new _chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .CredentialsProviderError */ .C1("Skipping SSO provider in default chain (inputs do not include SSO fields).", { logger: init.logger });
    }
    const { fromSSO } = await __webpack_require__.e(/* import() */ 64).then(__webpack_require__.bind(__webpack_require__, 9064));
    return fromSSO(init)(awsIdentityProperties);
  },
  async (awsIdentityProperties) => {
    init.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromIni");
    const { fromIni } = await __webpack_require__.e(/* import() */ 105).then(__webpack_require__.bind(__webpack_require__, 7105));
    return fromIni(init)(awsIdentityProperties);
  },
  async (awsIdentityProperties) => {
    init.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromProcess");
    const { fromProcess } = await __webpack_require__.e(/* import() */ 639).then(__webpack_require__.bind(__webpack_require__, 5639));
    return fromProcess(init)(awsIdentityProperties);
  },
  async (awsIdentityProperties) => {
    init.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::fromTokenFile");
    const { fromTokenFile } = await __webpack_require__.e(/* import() */ 540).then(__webpack_require__.bind(__webpack_require__, 3540));
    return fromTokenFile(init)(awsIdentityProperties);
  },
  async () => {
    init.logger?.debug("@aws-sdk/credential-provider-node - defaultProvider::remoteProvider");
    return (await remoteProvider(init))();
  },
  async () => {
    throw new _chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .CredentialsProviderError */ .C1("Could not load credentials from any providers", {
      tryNextLink: false,
      logger: init.logger
    });
  }
], credentialsTreatedAsExpired);
var credentialsTreatedAsExpired = (credentials) => credentials?.expiration !== void 0 && credentials.expiration.getTime() - Date.now() < 3e5;




/***/ }),

/***/ 2203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ extendedEncodeURIComponent),
/* harmony export */   Bz: () => (/* binding */ getProfileName),
/* harmony export */   C1: () => (/* binding */ CredentialsProviderError),
/* harmony export */   C9: () => (/* binding */ getSSOTokenFilepath),
/* harmony export */   Ch: () => (/* binding */ ENV_PROFILE),
/* harmony export */   GG: () => (/* binding */ NODE_REGION_CONFIG_OPTIONS),
/* harmony export */   Go: () => (/* binding */ buildQueryString),
/* harmony export */   IZ: () => (/* binding */ resolveDefaultsModeConfig),
/* harmony export */   Jh: () => (/* binding */ TokenProviderError),
/* harmony export */   Ko: () => (/* binding */ NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS),
/* harmony export */   Mp: () => (/* binding */ RpcProtocol),
/* harmony export */   Px: () => (/* binding */ collectBody),
/* harmony export */   QD: () => (/* binding */ CONFIG_PREFIX_SEPARATOR),
/* harmony export */   Qm: () => (/* binding */ booleanSelector),
/* harmony export */   TD: () => (/* binding */ resolveRegionConfig),
/* harmony export */   Vm: () => (/* binding */ determineTimestampFormat),
/* harmony export */   YU: () => (/* binding */ parseKnownFiles),
/* harmony export */   Z9: () => (/* binding */ loadConfig),
/* harmony export */   ZY: () => (/* binding */ externalDataInterceptor),
/* harmony export */   _2: () => (/* binding */ HttpInterceptingShapeSerializer),
/* harmony export */   cJ: () => (/* binding */ loadRestJsonErrorCode),
/* harmony export */   cV: () => (/* binding */ SelectorType),
/* harmony export */   cy: () => (/* binding */ chain),
/* harmony export */   e$: () => (/* binding */ NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS),
/* harmony export */   eS: () => (/* binding */ getHttpHandlerExtensionConfiguration),
/* harmony export */   jt: () => (/* binding */ resolveHttpHandlerRuntimeConfig),
/* harmony export */   k: () => (/* binding */ FromStringShapeDeserializer),
/* harmony export */   mZ: () => (/* binding */ ProviderError),
/* harmony export */   o$: () => (/* binding */ escapeUri),
/* harmony export */   pl: () => (/* binding */ JsonCodec2),
/* harmony export */   qw: () => (/* binding */ loadSsoSessionData),
/* harmony export */   rh: () => (/* binding */ loadJsonRpcErrorCode),
/* harmony export */   sM: () => (/* binding */ HttpBindingProtocol),
/* harmony export */   vK: () => (/* binding */ getContentLengthPlugin),
/* harmony export */   vf: () => (/* binding */ getSSOTokenFromFile),
/* harmony export */   zH: () => (/* binding */ NODE_REGION_CONFIG_FILE_OPTIONS),
/* harmony export */   zS: () => (/* binding */ HttpInterceptingShapeDeserializer)
/* harmony export */ });
/* harmony import */ var _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1655);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1455);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7598);


// node_modules/@smithy/core/dist-es/submodules/config/property-provider/ProviderError.js
var ProviderError = class _ProviderError extends Error {
  name = "ProviderError";
  tryNextLink;
  constructor(message, options = true) {
    let logger;
    let tryNextLink = true;
    if (typeof options === "boolean") {
      logger = void 0;
      tryNextLink = options;
    } else if (options != null && typeof options === "object") {
      logger = options.logger;
      tryNextLink = options.tryNextLink ?? true;
    }
    super(message);
    this.tryNextLink = tryNextLink;
    Object.setPrototypeOf(this, _ProviderError.prototype);
    logger?.debug?.(`@smithy/property-provider ${tryNextLink ? "->" : "(!)"} ${message}`);
  }
  static from(error, options = true) {
    return Object.assign(new this(error.message, options), error);
  }
};

// node_modules/@smithy/core/dist-es/submodules/config/property-provider/CredentialsProviderError.js
var CredentialsProviderError = class _CredentialsProviderError extends ProviderError {
  name = "CredentialsProviderError";
  constructor(message, options = true) {
    super(message, options);
    Object.setPrototypeOf(this, _CredentialsProviderError.prototype);
  }
};

// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getProfileName.js
var ENV_PROFILE = "AWS_PROFILE";
var DEFAULT_PROFILE = "default";
var getProfileName = (init) => init.profile || process.env[ENV_PROFILE] || DEFAULT_PROFILE;

// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getConfigFilepath.js


// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getHomeDir.js


var homeDirCache = {};
var getHomeDirCacheKey = () => {
  if (process && process.geteuid) {
    return `${process.geteuid()}`;
  }
  return "DEFAULT";
};
var getHomeDir = () => {
  const { HOME, USERPROFILE, HOMEPATH, HOMEDRIVE = `C:${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}` } = process.env;
  if (HOME) {
    return HOME;
  }
  if (USERPROFILE) {
    return USERPROFILE;
  }
  if (HOMEPATH) {
    return `${HOMEDRIVE}${HOMEPATH}`;
  }
  const homeDirCacheKey = getHomeDirCacheKey();
  if (!homeDirCache[homeDirCacheKey]) {
    homeDirCache[homeDirCacheKey] = (0,node_os__WEBPACK_IMPORTED_MODULE_2__.homedir)();
  }
  return homeDirCache[homeDirCacheKey];
};

// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getConfigFilepath.js
var ENV_CONFIG_PATH = "AWS_CONFIG_FILE";
var getConfigFilepath = () => process.env[ENV_CONFIG_PATH] || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(getHomeDir(), ".aws", "config");

// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/loadSharedConfigFiles.js


// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/constants.js
var CONFIG_PREFIX_SEPARATOR = ".";

// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getConfigData.js
var getConfigData = (data) => Object.entries(data).filter(([key]) => {
  const indexOfSeparator = key.indexOf(CONFIG_PREFIX_SEPARATOR);
  if (indexOfSeparator === -1) {
    return false;
  }
  return Object.values(_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .IniSectionType */ .Ip).includes(key.substring(0, indexOfSeparator));
}).reduce((acc, [key, value]) => {
  const indexOfSeparator = key.indexOf(CONFIG_PREFIX_SEPARATOR);
  const updatedKey = key.substring(0, indexOfSeparator) === _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .IniSectionType */ .Ip.PROFILE ? key.substring(indexOfSeparator + 1) : key;
  acc[updatedKey] = value;
  return acc;
}, {
  ...data.default && { default: data.default }
});

// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getCredentialsFilepath.js

var ENV_CREDENTIALS_PATH = "AWS_SHARED_CREDENTIALS_FILE";
var getCredentialsFilepath = () => process.env[ENV_CREDENTIALS_PATH] || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(getHomeDir(), ".aws", "credentials");

// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/parseIni.js
var prefixKeyRegex = /^([\w-]+)\s(["'])?([\w-@+.%:/]+)\2$/;
var profileNameBlockList = ["__proto__", "profile __proto__"];
var parseIni = (iniData) => {
  const map = {};
  let currentSection;
  let currentSubSection;
  for (const iniLine of iniData.split(/\r?\n/)) {
    const trimmedLine = iniLine.split(/(^|\s)[;#]/)[0].trim();
    const isSection = trimmedLine[0] === "[" && trimmedLine[trimmedLine.length - 1] === "]";
    if (isSection) {
      currentSection = void 0;
      currentSubSection = void 0;
      const sectionName = trimmedLine.substring(1, trimmedLine.length - 1);
      const matches = prefixKeyRegex.exec(sectionName);
      if (matches) {
        const [, prefix, , name] = matches;
        if (Object.values(_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .IniSectionType */ .Ip).includes(prefix)) {
          currentSection = [prefix, name].join(CONFIG_PREFIX_SEPARATOR);
        }
      } else {
        currentSection = sectionName;
      }
      if (profileNameBlockList.includes(sectionName)) {
        throw new Error(`Found invalid profile name "${sectionName}"`);
      }
    } else if (currentSection) {
      const indexOfEqualsSign = trimmedLine.indexOf("=");
      if (![0, -1].includes(indexOfEqualsSign)) {
        const [name, value] = [
          trimmedLine.substring(0, indexOfEqualsSign).trim(),
          trimmedLine.substring(indexOfEqualsSign + 1).trim()
        ];
        if (value === "") {
          currentSubSection = name;
        } else {
          if (currentSubSection && iniLine.trimStart() === iniLine) {
            currentSubSection = void 0;
          }
          map[currentSection] = map[currentSection] || {};
          const key = currentSubSection ? [currentSubSection, name].join(CONFIG_PREFIX_SEPARATOR) : name;
          map[currentSection][key] = value;
        }
      }
    }
  }
  return map;
};

// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/readFile.js

var filePromises = {};
var fileIntercept = {};
var readFile = (path, options) => {
  if (fileIntercept[path] !== void 0) {
    return fileIntercept[path];
  }
  if (!filePromises[path] || options?.ignoreCache) {
    filePromises[path] = (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.readFile)(path, "utf8");
  }
  return filePromises[path];
};

// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/loadSharedConfigFiles.js
var swallowError = () => ({});
var loadSharedConfigFiles = async (init = {}) => {
  const { filepath = getCredentialsFilepath(), configFilepath = getConfigFilepath() } = init;
  const homeDir = getHomeDir();
  const relativeHomeDirPrefix = "~/";
  let resolvedFilepath = filepath;
  if (filepath.startsWith(relativeHomeDirPrefix)) {
    resolvedFilepath = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(homeDir, filepath.slice(2));
  }
  let resolvedConfigFilepath = configFilepath;
  if (configFilepath.startsWith(relativeHomeDirPrefix)) {
    resolvedConfigFilepath = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(homeDir, configFilepath.slice(2));
  }
  const parsedFiles = await Promise.all([
    readFile(resolvedConfigFilepath, {
      ignoreCache: init.ignoreCache
    }).then(parseIni).then(getConfigData).catch(swallowError),
    readFile(resolvedFilepath, {
      ignoreCache: init.ignoreCache
    }).then(parseIni).catch(swallowError)
  ]);
  return {
    configFile: parsedFiles[0],
    credentialsFile: parsedFiles[1]
  };
};

// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getSsoSessionData.js
var getSsoSessionData = (data) => Object.entries(data).filter(([key]) => key.startsWith(_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .IniSectionType */ .Ip.SSO_SESSION + CONFIG_PREFIX_SEPARATOR)).reduce((acc, [key, value]) => ({ ...acc, [key.substring(key.indexOf(CONFIG_PREFIX_SEPARATOR) + 1)]: value }), {});

// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/loadSsoSessionData.js
var swallowError2 = () => ({});
var loadSsoSessionData = async (init = {}) => readFile(init.configFilepath ?? getConfigFilepath()).then(parseIni).then(getSsoSessionData).catch(swallowError2);

// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/mergeConfigFiles.js
var mergeConfigFiles = (...files) => {
  const merged = {};
  for (const file of files) {
    for (const [key, values] of Object.entries(file)) {
      if (merged[key] !== void 0) {
        Object.assign(merged[key], values);
      } else {
        merged[key] = values;
      }
    }
  }
  return merged;
};

// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/parseKnownFiles.js
var parseKnownFiles = async (init) => {
  const parsedFiles = await loadSharedConfigFiles(init);
  return mergeConfigFiles(parsedFiles.configFile, parsedFiles.credentialsFile);
};

// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getSSOTokenFromFile.js


// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getSSOTokenFilepath.js


var getSSOTokenFilepath = (id) => {
  const hasher = (0,node_crypto__WEBPACK_IMPORTED_MODULE_4__.createHash)("sha1");
  const cacheName = hasher.update(id).digest("hex");
  return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(getHomeDir(), ".aws", "sso", "cache", `${cacheName}.json`);
};

// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getSSOTokenFromFile.js
var tokenIntercept = {};
var getSSOTokenFromFile = async (id) => {
  if (tokenIntercept[id]) {
    return tokenIntercept[id];
  }
  const ssoTokenFilepath = getSSOTokenFilepath(id);
  const ssoTokenText = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.readFile)(ssoTokenFilepath, "utf8");
  return JSON.parse(ssoTokenText);
};

// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/externalDataInterceptor.js
var externalDataInterceptor = {
  getFileRecord() {
    return fileIntercept;
  },
  interceptFile(path, contents) {
    fileIntercept[path] = Promise.resolve(contents);
  },
  getTokenRecord() {
    return tokenIntercept;
  },
  interceptToken(id, contents) {
    tokenIntercept[id] = contents;
  }
};

// node_modules/@smithy/core/dist-es/submodules/config/property-provider/chain.js
var chain = (...providers) => async () => {
  if (providers.length === 0) {
    throw new ProviderError("No providers in chain");
  }
  let lastProviderError;
  for (const provider of providers) {
    try {
      const credentials = await provider();
      return credentials;
    } catch (err) {
      lastProviderError = err;
      if (err?.tryNextLink) {
        continue;
      }
      throw err;
    }
  }
  throw lastProviderError;
};

// node_modules/@smithy/core/dist-es/submodules/config/property-provider/memoize.js
var memoize = (provider, isExpired, requiresRefresh) => {
  let resolved;
  let pending;
  let hasResult;
  let isConstant = false;
  const coalesceProvider = async () => {
    if (!pending) {
      pending = provider();
    }
    try {
      resolved = await pending;
      hasResult = true;
      isConstant = false;
    } finally {
      pending = void 0;
    }
    return resolved;
  };
  if (isExpired === void 0) {
    return async (options) => {
      if (!hasResult || options?.forceRefresh) {
        resolved = await coalesceProvider();
      }
      return resolved;
    };
  }
  return async (options) => {
    if (!hasResult || options?.forceRefresh) {
      resolved = await coalesceProvider();
    }
    if (isConstant) {
      return resolved;
    }
    if (requiresRefresh && !requiresRefresh(resolved)) {
      isConstant = true;
      return resolved;
    }
    if (isExpired(resolved)) {
      await coalesceProvider();
      return resolved;
    }
    return resolved;
  };
};

// node_modules/@smithy/core/dist-es/submodules/config/node-config-provider/getSelectorName.js
function getSelectorName(functionString) {
  try {
    const constants = new Set(Array.from(functionString.match(/([A-Z_]){3,}/g) ?? []));
    constants.delete("CONFIG");
    constants.delete("CONFIG_PREFIX_SEPARATOR");
    constants.delete("ENV");
    return [...constants].join(", ");
  } catch (ignored) {
    return functionString;
  }
}

// node_modules/@smithy/core/dist-es/submodules/config/node-config-provider/fromEnv.js
var fromEnv = (envVarSelector, options) => async () => {
  try {
    const config = envVarSelector(process.env, options);
    if (config === void 0) {
      throw new Error();
    }
    return config;
  } catch (e) {
    throw new CredentialsProviderError(e.message || `Not found in ENV: ${getSelectorName(envVarSelector.toString())}`, { logger: options?.logger });
  }
};

// node_modules/@smithy/core/dist-es/submodules/config/node-config-provider/fromSharedConfigFiles.js
var fromSharedConfigFiles = (configSelector, { preferredFile = "config", ...init } = {}) => async () => {
  const profile = getProfileName(init);
  const { configFile, credentialsFile } = await loadSharedConfigFiles(init);
  const profileFromCredentials = credentialsFile[profile] || {};
  const profileFromConfig = configFile[profile] || {};
  const mergedProfile = preferredFile === "config" ? { ...profileFromCredentials, ...profileFromConfig } : { ...profileFromConfig, ...profileFromCredentials };
  try {
    const cfgFile = preferredFile === "config" ? configFile : credentialsFile;
    const configValue = configSelector(mergedProfile, cfgFile);
    if (configValue === void 0) {
      throw new Error();
    }
    return configValue;
  } catch (e) {
    throw new CredentialsProviderError(e.message || `Not found in config files w/ profile [${profile}]: ${getSelectorName(configSelector.toString())}`, { logger: init.logger });
  }
};

// node_modules/@smithy/core/dist-es/submodules/config/property-provider/fromValue.js
var fromValue = (staticValue) => () => Promise.resolve(staticValue);

// node_modules/@smithy/core/dist-es/submodules/config/node-config-provider/fromStatic.js
var isFunction = (func) => typeof func === "function";
var fromStatic = (defaultValue) => isFunction(defaultValue) ? async () => await defaultValue() : fromValue(defaultValue);

// node_modules/@smithy/core/dist-es/submodules/config/node-config-provider/configLoader.js
var loadConfig = ({ environmentVariableSelector, configFileSelector, default: defaultValue }, configuration = {}) => {
  const { signingName, logger } = configuration;
  const envOptions = { signingName, logger };
  return memoize(chain(fromEnv(environmentVariableSelector, envOptions), fromSharedConfigFiles(configFileSelector, configuration), fromStatic(defaultValue)));
};

// node_modules/@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/checkRegion.js
var validRegions = /* @__PURE__ */ new Set();
var checkRegion = (region, check = _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .isValidHostLabel */ .X8) => {
  if (!validRegions.has(region) && !check(region)) {
    if (region === "*") {
      console.warn(`@smithy/config-resolver WARN - Please use the caller region instead of "*". See "sigv4a" in https://github.com/aws/aws-sdk-js-v3/blob/main/supplemental-docs/CLIENTS.md.`);
    } else {
      throw new Error(`Region not accepted: region="${region}" is not a valid hostname component.`);
    }
  } else {
    validRegions.add(region);
  }
};

// node_modules/@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/isFipsRegion.js
var isFipsRegion = (region) => typeof region === "string" && (region.startsWith("fips-") || region.endsWith("-fips"));

// node_modules/@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/getRealRegion.js
var getRealRegion = (region) => isFipsRegion(region) ? ["fips-aws-global", "aws-fips"].includes(region) ? "us-east-1" : region.replace(/fips-(dkr-|prod-)?|-fips/, "") : region;

// node_modules/@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/resolveRegionConfig.js
var resolveRegionConfig = (input) => {
  const { region, useFipsEndpoint } = input;
  if (!region) {
    throw new Error("Region is missing");
  }
  return Object.assign(input, {
    region: async () => {
      const providedRegion = typeof region === "function" ? await region() : region;
      const realRegion = getRealRegion(providedRegion);
      checkRegion(realRegion);
      return realRegion;
    },
    useFipsEndpoint: async () => {
      const providedRegion = typeof region === "string" ? region : await region();
      if (isFipsRegion(providedRegion)) {
        return true;
      }
      return typeof useFipsEndpoint !== "function" ? Promise.resolve(!!useFipsEndpoint) : useFipsEndpoint();
    }
  });
};

// node_modules/@smithy/core/dist-es/submodules/config/property-provider/TokenProviderError.js
var TokenProviderError = class _TokenProviderError extends ProviderError {
  name = "TokenProviderError";
  constructor(message, options = true) {
    super(message, options);
    Object.setPrototypeOf(this, _TokenProviderError.prototype);
  }
};

// node_modules/@smithy/core/dist-es/submodules/config/util-config-provider/booleanSelector.js
var booleanSelector = (obj, key, type) => {
  if (!(key in obj)) {
    return void 0;
  }
  if (obj[key] === "true") {
    return true;
  }
  if (obj[key] === "false") {
    return false;
  }
  throw new Error(`Cannot load ${type} "${key}". Expected "true" or "false", got ${obj[key]}.`);
};

// node_modules/@smithy/core/dist-es/submodules/config/util-config-provider/types.js
var SelectorType;
(function(SelectorType2) {
  SelectorType2["ENV"] = "env";
  SelectorType2["CONFIG"] = "shared config entry";
})(SelectorType || (SelectorType = {}));

// node_modules/@smithy/core/dist-es/submodules/config/config-resolver/endpointsConfig/NodeUseDualstackEndpointConfigOptions.js
var ENV_USE_DUALSTACK_ENDPOINT = "AWS_USE_DUALSTACK_ENDPOINT";
var CONFIG_USE_DUALSTACK_ENDPOINT = "use_dualstack_endpoint";
var NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS = {
  environmentVariableSelector: (env) => booleanSelector(env, ENV_USE_DUALSTACK_ENDPOINT, SelectorType.ENV),
  configFileSelector: (profile) => booleanSelector(profile, CONFIG_USE_DUALSTACK_ENDPOINT, SelectorType.CONFIG),
  default: false
};

// node_modules/@smithy/core/dist-es/submodules/config/config-resolver/endpointsConfig/NodeUseFipsEndpointConfigOptions.js
var ENV_USE_FIPS_ENDPOINT = "AWS_USE_FIPS_ENDPOINT";
var CONFIG_USE_FIPS_ENDPOINT = "use_fips_endpoint";
var NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS = {
  environmentVariableSelector: (env) => booleanSelector(env, ENV_USE_FIPS_ENDPOINT, SelectorType.ENV),
  configFileSelector: (profile) => booleanSelector(profile, CONFIG_USE_FIPS_ENDPOINT, SelectorType.CONFIG),
  default: false
};

// node_modules/@smithy/core/dist-es/submodules/config/defaults-mode/constants.js
var AWS_EXECUTION_ENV = "AWS_EXECUTION_ENV";
var AWS_REGION_ENV = "AWS_REGION";
var AWS_DEFAULT_REGION_ENV = "AWS_DEFAULT_REGION";
var ENV_IMDS_DISABLED = "AWS_EC2_METADATA_DISABLED";
var DEFAULTS_MODE_OPTIONS = ["in-region", "cross-region", "mobile", "standard", "legacy"];
var IMDS_REGION_PATH = "/latest/meta-data/placement/region";
var IMDS_TOKEN_PATH = "/latest/api/token";
var X_AWS_EC2_METADATA_TOKEN = "x-aws-ec2-metadata-token";
var X_AWS_EC2_METADATA_TOKEN_TTL = "x-aws-ec2-metadata-token-ttl-seconds";

// node_modules/@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/getInstanceMetadataRegion.js
var TIMEOUT_MS = 1e3;
var NEG_CACHE_TTL_MS = 6e4;
var negativeCacheUntil = 0;
var getInstanceMetadataRegion = async () => {
  if (process.env[ENV_IMDS_DISABLED]) {
    return void 0;
  }
  if (Date.now() < negativeCacheUntil) {
    return void 0;
  }
  try {
    const endpoint = resolveImdsEndpoint();
    const token = (await imdsRequest({
      ...endpoint,
      path: IMDS_TOKEN_PATH,
      method: "PUT",
      headers: {
        [X_AWS_EC2_METADATA_TOKEN_TTL]: "21600"
      }
    })).toString();
    const region = (await imdsRequest({
      ...endpoint,
      path: IMDS_REGION_PATH,
      method: "GET",
      headers: {
        [X_AWS_EC2_METADATA_TOKEN]: token
      }
    })).toString().trim();
    return region || cacheNegativeAndReturnUndefined();
  } catch {
    return cacheNegativeAndReturnUndefined();
  }
};
var cacheNegativeAndReturnUndefined = () => {
  negativeCacheUntil = Date.now() + NEG_CACHE_TTL_MS;
  return void 0;
};
var resolveImdsEndpoint = () => {
  const envEndpoint = process.env.AWS_EC2_METADATA_SERVICE_ENDPOINT;
  if (envEndpoint) {
    const url = new URL(envEndpoint);
    return {
      hostname: url.hostname.replace(/^\[(.+)]$/, "$1"),
      port: url.port ? Number(url.port) : void 0
    };
  }
  if (process.env.AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE === "IPv6") {
    return { hostname: "fd00:ec2::254" };
  }
  return { hostname: "169.254.169.254" };
};
var imdsRequest = async (options) => {
  const { request } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19));
  return new Promise((resolve, reject) => {
    const req = request({
      hostname: options.hostname,
      port: options.port,
      path: options.path,
      method: options.method,
      headers: options.headers,
      timeout: TIMEOUT_MS,
      signal: AbortSignal.timeout(TIMEOUT_MS)
    });
    req.on("error", (err) => {
      reject(err);
      req.destroy();
    });
    req.on("timeout", () => {
      reject(new Error("TimeoutError from instance metadata service"));
      req.destroy();
    });
    req.on("response", (res) => {
      const { statusCode = 400 } = res;
      if (statusCode < 200 || statusCode >= 300) {
        reject(Object.assign(new Error("Error response received from instance metadata service"), { statusCode }));
        req.destroy();
        return;
      }
      const chunks = [];
      res.on("data", (chunk) => chunks.push(chunk));
      res.on("end", () => {
        resolve(Buffer.concat(chunks));
        req.destroy();
      });
    });
    req.end();
  });
};

// node_modules/@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/config.js
var REGION_ENV_NAME = "AWS_REGION";
var REGION_INI_NAME = "region";
var NODE_REGION_CONFIG_OPTIONS = {
  environmentVariableSelector: (env) => env[REGION_ENV_NAME],
  configFileSelector: (profile) => profile[REGION_INI_NAME],
  default: async () => {
    const region = await getInstanceMetadataRegion();
    if (region) {
      return region;
    }
    throw new Error("Region is missing");
  }
};
var NODE_REGION_CONFIG_FILE_OPTIONS = {
  preferredFile: "credentials"
};

// node_modules/@smithy/core/dist-es/submodules/config/defaults-mode/defaultsModeConfig.js
var AWS_DEFAULTS_MODE_ENV = "AWS_DEFAULTS_MODE";
var AWS_DEFAULTS_MODE_CONFIG = "defaults_mode";
var NODE_DEFAULTS_MODE_CONFIG_OPTIONS = {
  environmentVariableSelector: (env) => {
    return env[AWS_DEFAULTS_MODE_ENV];
  },
  configFileSelector: (profile) => {
    return profile[AWS_DEFAULTS_MODE_CONFIG];
  },
  default: "legacy"
};

// node_modules/@smithy/core/dist-es/submodules/config/defaults-mode/resolveDefaultsModeConfig.js
var resolveDefaultsModeConfig = ({ region = loadConfig(NODE_REGION_CONFIG_OPTIONS), defaultsMode = loadConfig(NODE_DEFAULTS_MODE_CONFIG_OPTIONS) } = {}) => memoize(async () => {
  const mode = typeof defaultsMode === "function" ? await defaultsMode() : defaultsMode;
  switch (mode?.toLowerCase()) {
    case "auto":
      return resolveNodeDefaultsModeAuto(region);
    case "in-region":
    case "cross-region":
    case "mobile":
    case "standard":
    case "legacy":
      return Promise.resolve(mode?.toLocaleLowerCase());
    case void 0:
      return Promise.resolve("legacy");
    default:
      throw new Error(`Invalid parameter for "defaultsMode", expect ${DEFAULTS_MODE_OPTIONS.join(", ")}, got ${mode}`);
  }
});
var resolveNodeDefaultsModeAuto = async (clientRegion) => {
  if (clientRegion) {
    const resolvedRegion = typeof clientRegion === "function" ? await clientRegion() : clientRegion;
    const inferredRegion = await inferPhysicalRegion();
    if (!inferredRegion) {
      return "standard";
    }
    if (resolvedRegion === inferredRegion) {
      return "in-region";
    } else {
      return "cross-region";
    }
  }
  return "standard";
};
var inferPhysicalRegion = async () => {
  if (process.env[AWS_EXECUTION_ENV] && (process.env[AWS_REGION_ENV] || process.env[AWS_DEFAULT_REGION_ENV])) {
    return process.env[AWS_REGION_ENV] ?? process.env[AWS_DEFAULT_REGION_ENV];
  }
  return getInstanceMetadataRegion();
};

// node_modules/@smithy/core/dist-es/submodules/protocols/middleware-content-length/contentLengthMiddleware.js
var CONTENT_LENGTH_HEADER = "content-length";
function contentLengthMiddleware(bodyLengthChecker) {
  return (next) => async (args) => {
    const request = args.request;
    if (_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpRequest */ .Kd.isInstance(request)) {
      const { body, headers } = request;
      if (body && Object.keys(headers).map((str) => str.toLowerCase()).indexOf(CONTENT_LENGTH_HEADER) === -1) {
        try {
          const length = bodyLengthChecker(body);
          if (length != null) {
            request.headers = {
              ...request.headers,
              [CONTENT_LENGTH_HEADER]: String(length)
            };
          }
        } catch (ignored) {
        }
      }
    }
    return next({
      ...args,
      request
    });
  };
}
var contentLengthMiddlewareOptions = {
  step: "build",
  tags: ["SET_CONTENT_LENGTH", "CONTENT_LENGTH"],
  name: "contentLengthMiddleware",
  override: true
};
var getContentLengthPlugin = (options) => ({
  applyToStack: (clientStack) => {
    clientStack.add(contentLengthMiddleware(options.bodyLengthChecker), contentLengthMiddlewareOptions);
  }
});

// node_modules/@smithy/core/dist-es/submodules/protocols/collect-stream-body.js
var collectBody = async (streamBody = new Uint8Array(), context) => {
  if (streamBody instanceof Uint8Array) {
    return _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .Uint8ArrayBlobAdapter */ .Mu.mutate(streamBody);
  }
  if (!streamBody) {
    return _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .Uint8ArrayBlobAdapter */ .Mu.mutate(new Uint8Array());
  }
  const fromContext = context.streamCollector(streamBody);
  return _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .Uint8ArrayBlobAdapter */ .Mu.mutate(await fromContext);
};

// node_modules/@smithy/core/dist-es/submodules/protocols/extended-encode-uri-component.js
function extendedEncodeURIComponent(str) {
  if (/^[\w.~-]+$/.test(str)) {
    return str;
  }
  return encodeURIComponent(str).replace(/[!'()*]/g, function(c) {
    return "%" + c.charCodeAt(0).toString(16).toUpperCase();
  });
}

// node_modules/@smithy/core/dist-es/submodules/protocols/HttpBindingNormalizedSchema.js
var HTTP_BINDINGS = /* @__PURE__ */ Symbol.for("@smithy/schema-x");
var HttpBindingNormalizedSchema = class _HttpBindingNormalizedSchema extends _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .NormalizedSchema */ .l1 {
  static identity = /* @__PURE__ */ Symbol.for("@smithy/HttpBindingNormalizedSchema");
  identity = _HttpBindingNormalizedSchema.identity;
  bindings;
  constructor(schema) {
    super(schema);
  }
  static of(schema) {
    const ns = _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .NormalizedSchema */ .l1.of(schema);
    if (ns.identity === _HttpBindingNormalizedSchema.identity) {
      return ns;
    }
    const schemaCache = ns.isMemberSchema() ? ns : ns.getSchema();
    const cache = typeof schemaCache === "object" && schemaCache !== null ? schemaCache : ns;
    return cache[HTTP_BINDINGS] ??= new _HttpBindingNormalizedSchema(ns);
  }
  getHttpBindingLocation(traits) {
    if (traits.httpPayload) {
      return 36;
    }
    if (traits.httpLabel) {
      return 33;
    }
    if (traits.httpHeader) {
      return 38;
    }
    if (typeof traits.httpPrefixHeaders === "string") {
      return 39;
    }
    if (traits.httpQuery) {
      return 34;
    }
    if (traits.httpQueryParams) {
      return 35;
    }
    if (traits.httpResponseCode) {
      return 37;
    }
    return 32;
  }
  getHttpBindingValue(location, traits, nested = false) {
    const raw = this.getSchema();
    const type = typeof raw === "number" ? raw & 255 : this.isListSchema() ? 64 : 255;
    const slot = location & 7;
    const media = traits.mediaType ? traits.mediaType === "application/json" || traits.mediaType.endsWith("+json") ? 2 : 1 : 0;
    const stream = traits.streaming || type === 42 ? this.isStructSchema() ? 2 : 1 : 0;
    const timestamp = type >= 4 && type <= 7 ? slot >= 6 ? 2 : slot > 0 && slot < 4 ? 1 : 0 : 0;
    let flags = type | media << 8 | (traits.idempotencyToken ? 1 : 0) << 10 | stream << 11 | (traits.sparse ? 1 : 0) << 13 | timestamp << 14 | (traits.hostLabel ? 1 : 0) << 17 | (location === 36 && typeof raw !== "object" ? 1 : 0) << 18;
    const category = type & 192;
    const collectionValue = slot & 2 && (category === 64 || !nested && slot & 1) ? this.getHttpBindingCollectionValue(location, traits) : void 0;
    const valueType = (collectionValue?.[1] ?? 0) & 255;
    flags |= (slot >= 6 && (valueType === 4 || valueType === 6) ? 1 : 0) << 16;
    return [this, flags, collectionValue];
  }
  getHttpBindingCollectionValue(location, traits = this.getMergedTraits()) {
    const valueSchema = _HttpBindingNormalizedSchema.of(this.getValueSchema());
    return valueSchema.getHttpBindingValue(location, { ...valueSchema.getMergedTraits(), ...traits }, true);
  }
  getHttpBindings() {
    const source = this.getSchema();
    return typeof source !== "object" || source === null ? EMPTY_BINDINGS : this.bindings ??= buildHttpBindings(this);
  }
};
var buildHttpBindings = (schema) => {
  const bodyMemberNames = [];
  const bodyMemberSchemas = [];
  const requestBodyMemberNames = [];
  const requestBodyMemberSchemas = [];
  const memberBindings = [];
  const byName = {};
  const headers = {};
  const prefixHeaders = [];
  const responseBindings = { headers, prefixHeaders };
  const bindings = {
    request: { memberBindings, byName },
    response: {
      bodyMemberNames,
      bindings: responseBindings
    }
  };
  const { request, response } = bindings;
  for (const [name, member] of schema.structIterator()) {
    const bindingSchema = HttpBindingNormalizedSchema.of(member);
    const traits = bindingSchema.getMergedTraits();
    const location = bindingSchema.getHttpBindingLocation(traits);
    const wireName = traits.httpHeader?.toLowerCase() ?? traits.httpPrefixHeaders?.toLowerCase() ?? traits.httpQuery;
    const value = bindingSchema.getHttpBindingValue(location, traits);
    const binding = [name, value, location, wireName];
    if (name === "__proto__") {
      (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .writeKey */ .TE)(byName);
    }
    byName[name] = binding;
    if (value[1] >> 10 & 1) {
      request.hasIdempotency = true;
    }
    memberBindings.push(binding);
    const slot = location & 7;
    if (slot === 0) {
      requestBodyMemberNames.push(name);
      requestBodyMemberSchemas.push(member);
    }
    if ((slot & 4) === 0) {
      bodyMemberNames.push(name);
      bodyMemberSchemas.push(member);
    } else if ((slot & 6) === 4) {
      if (slot & 1) {
        responseBindings.statusCode = binding;
      } else {
        responseBindings.payload = binding;
        const type = value[1] & 255;
        request.contentTypeInstruction = traits.mediaType ?? (type === 0 ? "text/plain" : type === 21 || type === 42 ? "application/octet-stream" : null);
      }
    } else if (slot & 1) {
      request.hasPrefixHeaders = true;
      prefixHeaders.push(binding);
    } else {
      if (wireName === "__proto__") {
        (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .writeKey */ .TE)(headers);
      }
      headers[wireName] = binding;
    }
  }
  if (request.contentTypeInstruction === void 0 && requestBodyMemberNames.length) {
    request.contentTypeInstruction = null;
  }
  request.syntheticBodySchema = createBodySchema(schema, requestBodyMemberNames, requestBodyMemberSchemas);
  response.syntheticBodySchema = createBodySchema(schema, bodyMemberNames, bodyMemberSchemas);
  return bindings;
};
var buildPathSegments = (path) => {
  const segments = [];
  let offset = 0;
  for (const match of path.matchAll(/\{([^{}+]+)(\+)?\}/g)) {
    if (match.index > offset) {
      segments.push([path.slice(offset, match.index), 0]);
    }
    segments.push([match[1], match[2] ? 2 : 1]);
    offset = match.index + match[0].length;
  }
  if (segments.length && offset < path.length) {
    segments.push([path.slice(offset), 0]);
  }
  return segments.length ? segments : void 0;
};
var buildHttpOperationBindings = (schema) => {
  const { http, endpoint } = (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .translateTraits */ .cX)(schema.traits ?? {});
  const [path, search] = http?.[1].split("?") ?? [];
  return [
    http?.[0],
    path,
    search ? [...new URLSearchParams(search)] : [],
    path ? buildPathSegments(path) : void 0,
    endpoint?.[0]
  ];
};
var EMPTY_BINDINGS = {
  request: { memberBindings: [], byName: {} },
  response: {
    bodyMemberNames: [],
    bindings: { headers: {}, prefixHeaders: [] }
  }
};
var getHttpOperationBindings = (schema) => schema[HTTP_BINDINGS] ??= buildHttpOperationBindings(schema);
var createBodySchema = (schema, memberNames, memberSchemas) => {
  if (!memberNames.length) {
    return void 0;
  }
  const source = schema.getSchema();
  const body = [
    3,
    source[1],
    source[2],
    schema.getMergedTraits(),
    memberNames,
    memberSchemas
  ];
  const required = source[6];
  const bodyRequired = required && memberNames.reduce((count, name) => count + (source[4].indexOf(name) < required ? 1 : 0), 0);
  if (bodyRequired) {
    body[6] = bodyRequired;
  }
  return body;
};

// node_modules/@smithy/core/dist-es/submodules/protocols/SerdeContext.js
var SerdeContext = class {
  serdeContext;
  setSerdeContext(serdeContext) {
    this.serdeContext = serdeContext;
  }
};

// node_modules/@smithy/core/dist-es/submodules/protocols/HttpProtocol.js
var HttpProtocol = class extends SerdeContext {
  options;
  compositeErrorRegistry;
  constructor(options) {
    super();
    this.options = options;
    this.compositeErrorRegistry = new _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .TypeRegistry */ .OF(options.defaultNamespace);
    for (const etr of options.errorTypeRegistries ?? []) {
      this.compositeErrorRegistry.copyFrom(etr);
    }
  }
  getRequestType() {
    return _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpRequest */ .Kd;
  }
  getResponseType() {
    return _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpResponse */ .cS;
  }
  setSerdeContext(serdeContext) {
    this.serdeContext = serdeContext;
    this.serializer.setSerdeContext(serdeContext);
    this.deserializer.setSerdeContext(serdeContext);
    if (this.getPayloadCodec()) {
      this.getPayloadCodec().setSerdeContext(serdeContext);
    }
  }
  updateServiceEndpoint(request, endpoint) {
    if ("url" in endpoint) {
      request.protocol = endpoint.url.protocol;
      request.hostname = endpoint.url.hostname;
      request.port = endpoint.url.port ? Number(endpoint.url.port) : void 0;
      request.path = endpoint.url.pathname;
      request.fragment = endpoint.url.hash || void 0;
      request.username = endpoint.url.username || void 0;
      request.password = endpoint.url.password || void 0;
      if (!request.query) {
        request.query = {};
      }
      for (const [k, v] of endpoint.url.searchParams.entries()) {
        request.query[k] = v;
      }
      if (endpoint.headers) {
        for (const name in endpoint.headers) {
          if (!(0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .hasOwn */ .$3)(endpoint.headers, name)) {
            continue;
          }
          request.headers[name] = endpoint.headers[name].join(", ");
        }
      }
      return request;
    } else {
      request.protocol = endpoint.protocol;
      request.hostname = endpoint.hostname;
      request.port = endpoint.port ? Number(endpoint.port) : void 0;
      request.path = endpoint.path;
      request.query = {
        ...endpoint.query
      };
      if (endpoint.headers) {
        for (const name in endpoint.headers) {
          if (!(0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .hasOwn */ .$3)(endpoint.headers, name)) {
            continue;
          }
          request.headers[name] = endpoint.headers[name];
        }
      }
      return request;
    }
  }
  setHostPrefix(request, operationSchema, input, operation = getHttpOperationBindings(operationSchema)) {
    if (this.serdeContext?.disableHostPrefix) {
      return;
    }
    const hostPrefix = operation[4];
    if (typeof hostPrefix !== "string") {
      return;
    }
    let resolvedHostPrefix = hostPrefix;
    for (const [name, [, flags]] of HttpBindingNormalizedSchema.of(operationSchema.input).getHttpBindings().request.memberBindings) {
      if (!(flags >> 17 & 1)) {
        continue;
      }
      const replacement = input[name];
      if (typeof replacement !== "string") {
        throw new Error(`@smithy/core/schema - ${name} in input must be a string as hostLabel.`);
      }
      resolvedHostPrefix = resolvedHostPrefix.replace(`{${name}}`, replacement);
    }
    request.hostname = resolvedHostPrefix + request.hostname;
    if (!(0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .isValidHostname */ .oJ)(request.hostname)) {
      throw new Error(`[${request.hostname}] is not a valid hostname.`);
    }
  }
  deserializeMetadata(output) {
    return {
      httpStatusCode: output.statusCode,
      requestId: output.headers["x-amzn-requestid"] ?? output.headers["x-amzn-request-id"] ?? output.headers["x-amz-request-id"],
      extendedRequestId: output.headers["x-amz-id-2"],
      cfId: output.headers["x-amz-cf-id"]
    };
  }
  resolveError(name, namespaces, registries) {
    const defaultErrorSchema = [-3, "", "Error", 0, [], [], 0];
    let schema;
    for (const registry of registries) {
      for (const ns of namespaces) {
        try {
          if (ns === "*") {
            schema = registry.getSchema(name);
          } else {
            schema = registry.getSchema(ns + "#" + name);
          }
          const errorCtor = registry.getErrorCtor(schema);
          if (errorCtor) {
            return [schema, errorCtor, "modeled"];
          } else {
            const syntheticErrorSchema = registry.getBaseException();
            if (syntheticErrorSchema) {
              const syntheticErrorCtor = registry.getErrorCtor(syntheticErrorSchema);
              if (syntheticErrorCtor) {
                return [schema, syntheticErrorCtor, "synthetic"];
              }
            }
          }
        } catch (ignored) {
        }
      }
    }
    for (const registry of registries) {
      const syntheticErrorSchema = registry.getBaseException();
      if (syntheticErrorSchema) {
        const syntheticErrorCtor = registry.getErrorCtor(syntheticErrorSchema);
        if (syntheticErrorCtor) {
          return [syntheticErrorSchema, syntheticErrorCtor, "synthetic"];
        }
      }
    }
    return [defaultErrorSchema, Error, "native"];
  }
  async serializeEventStream({ eventStream, requestSchema, initialRequest }) {
    const eventStreamSerde = await this.loadEventStreamCapability();
    return eventStreamSerde.serializeEventStream({
      eventStream,
      requestSchema,
      initialRequest
    });
  }
  async deserializeEventStream({ response, responseSchema, initialResponseContainer }) {
    const eventStreamSerde = await this.loadEventStreamCapability();
    return eventStreamSerde.deserializeEventStream({
      response,
      responseSchema,
      initialResponseContainer
    });
  }
  async loadEventStreamCapability() {
    const { EventStreamSerde, eventStreamSerdeProvider } = await __webpack_require__.e(/* import() */ 234).then(__webpack_require__.bind(__webpack_require__, 234));
    const marshaller = this.resolveEventStreamMarshaller(eventStreamSerdeProvider);
    return new EventStreamSerde({
      marshaller,
      serializer: this.serializer,
      deserializer: this.deserializer,
      serdeContext: this.serdeContext,
      defaultContentType: this.getDefaultContentType(),
      compositeErrorRegistry: this.compositeErrorRegistry
    });
  }
  getDefaultContentType() {
    throw new Error(`@smithy/core/protocols - ${this.constructor.name} getDefaultContentType() implementation missing.`);
  }
  async deserializeHttpMessage(schema, context, response, arg4, arg5) {
    void schema;
    void context;
    void response;
    void arg4;
    void arg5;
    return [];
  }
  getEventStreamMarshaller() {
    const context = this.serdeContext;
    if (!context.eventStreamMarshaller) {
      throw new Error("@smithy/core - HttpProtocol: eventStreamMarshaller missing in serdeContext.");
    }
    return context.eventStreamMarshaller;
  }
  resolveEventStreamMarshaller(importedProvider) {
    const context = this.serdeContext;
    if (context.eventStreamMarshaller) {
      return context.eventStreamMarshaller;
    }
    return importedProvider(this.serdeContext);
  }
};

// node_modules/@smithy/core/dist-es/submodules/protocols/HttpBindingProtocol.js
var HttpBindingProtocol = class extends HttpProtocol {
  async serializeRequest(operationSchema, _input, context) {
    const input = _input && typeof _input === "object" ? _input : {};
    const query = {};
    const headers = {};
    const endpoint = await context.endpoint();
    const ns = HttpBindingNormalizedSchema.of(operationSchema?.input);
    const bindings = ns.getHttpBindings().request;
    const operation = getHttpOperationBindings(operationSchema);
    const request = new _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpRequest */ .Kd({ query, headers });
    if (endpoint) {
      this.updateServiceEndpoint(request, endpoint);
      this.setHostPrefix(request, operationSchema, input, operation);
      const [method, path, staticQuery] = operation;
      if (method) {
        request.method = method;
        request.path = request.path === "/" ? path : request.path + path;
        for (const [key, value] of staticQuery) {
          query[key] = value;
        }
      }
    }
    request.query = query;
    const eventStream = this.serializeHttpBindings(input, request, bindings, operation);
    if (eventStream) {
      request.body = await this.serializeEventStream({ eventStream, requestSchema: ns });
    }
    return request;
  }
  serializeHttpBindings(input, request, bindings, operation) {
    const serializer = this.serializer;
    const directSerializer = typeof serializer.writeCodec === "function" ? serializer : void 0;
    const query = request.query;
    const headers = request.headers;
    const bodySchema = bindings.syntheticBodySchema;
    let hasBodyValue = false;
    let payload;
    let eventStream;
    let labels;
    const names = Object.getOwnPropertyNames(input);
    const prototype = Object.getPrototypeOf(input);
    const sparse = (prototype === Object.prototype || prototype === null) && !bindings.hasIdempotency && !bindings.hasPrefixHeaders && names.length * 2 < bindings.memberBindings.length;
    const length = sparse ? names.length : bindings.memberBindings.length;
    for (let i = 0; i < length; ++i) {
      const binding = sparse ? (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .hasOwn */ .$3)(bindings.byName, names[i]) ? bindings.byName[names[i]] : void 0 : bindings.memberBindings[i];
      if (!binding) {
        continue;
      }
      const value = binding[1];
      const memberName = binding[0];
      const memberNs = value[0];
      const flags = value[1];
      const collectionValue = value[2];
      const location = binding[2];
      const wireName = binding[3];
      const inputMemberValue = input[memberName];
      if (inputMemberValue == null && !(flags >> 10 & 1)) {
        continue;
      }
      if (location === 36) {
        const stream = flags >> 11 & 3;
        if (stream) {
          if (stream === 2) {
            eventStream = inputMemberValue || void 0;
          } else {
            payload = inputMemberValue;
          }
        } else {
          if (directSerializer) {
            directSerializer.writeCodec(memberNs, inputMemberValue);
          } else {
            serializer.write(memberNs, inputMemberValue);
          }
          payload = serializer.flush();
        }
      } else if (location === 33 || location === 38) {
        const serialized = this.serializeHttpValue(value, inputMemberValue, location, directSerializer);
        if (location === 33) {
          (labels ??= /* @__PURE__ */ Object.create(null))[memberName] = serialized;
        } else {
          headers[wireName] = serialized;
        }
      } else if (location === 39) {
        for (const key in inputMemberValue) {
          if (!(0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .hasOwn */ .$3)(inputMemberValue, key)) {
            continue;
          }
          const amalgam = wireName + key;
          headers[amalgam.toLowerCase()] = this.serializeHttpValue(collectionValue, inputMemberValue[key], 38, directSerializer, directSerializer ? collectionValue[0] : [collectionValue[0], { httpHeader: amalgam }]);
        }
      } else if ((location & 62) === 34) {
        this.serializeQuery(value, inputMemberValue, wireName, query, directSerializer);
      } else {
        hasBodyValue = true;
      }
    }
    const operationPath = operation[1];
    const pathSegments = operation[3];
    if (operationPath && pathSegments && request.path.endsWith(operationPath)) {
      request.path = request.path.slice(0, -operationPath.length) + this.serializePath(pathSegments, labels, bindings);
    }
    if (hasBodyValue && bodySchema) {
      if (directSerializer) {
        directSerializer.writeCodec(bodySchema, input);
      } else {
        serializer.write(bodySchema, input);
      }
      payload = serializer.flush();
    }
    request.body = payload;
    return eventStream;
  }
  serializeQuery(value, data, wireName, query, directSerializer) {
    const [ns, flags, collectionValue] = value;
    const traits = directSerializer ? void 0 : ns.getMergedTraits();
    if (wireName === void 0) {
      for (const key in data) {
        if (!(0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .hasOwn */ .$3)(data, key) || key in query) {
          continue;
        }
        if (!directSerializer) {
          Object.assign(collectionValue[0].getMergedTraits(), {
            ...traits,
            httpQuery: key,
            httpQueryParams: void 0
          });
        }
        this.serializeQuery(collectionValue, data[key], key, query, directSerializer);
      }
      return;
    }
    if ((flags & 192) === 64) {
      const buffer = [];
      for (const item of data) {
        const serialized = this.serializeHttpValue(collectionValue, item, 34, directSerializer, directSerializer ? collectionValue[0] : [collectionValue[0], traits]);
        if (flags >> 13 & 1 || serialized !== void 0) {
          buffer.push(serialized);
        }
      }
      query[wireName] = buffer;
    } else {
      query[wireName] = this.serializeHttpValue(value, data, 34, directSerializer, directSerializer ? ns : [ns, traits]);
    }
  }
  serializeHttpValue(value, data, location, directSerializer, schema = value[0]) {
    const flags = value[1];
    const type = flags & 255;
    if (directSerializer && !(flags & 1792) && (type <= 2 || type === 17 || type === 19)) {
      return String(data);
    }
    if (directSerializer) {
      directSerializer.writeHttpBinding(value, data, location);
    } else {
      this.serializer.write(schema, data);
    }
    return this.serializer.flush();
  }
  serializePath(segments, labels, bindings) {
    let path = "";
    for (const [value, kind] of segments) {
      if (kind === 0) {
        path += value;
        continue;
      }
      const replacement = labels?.[value];
      if (replacement === void 0) {
        if ((0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .hasOwn */ .$3)(bindings.byName, value) && bindings.byName[value][2] === 33) {
          throw new Error(`No value provided for input HTTP label: ${value}.`);
        }
        path += `{${value}${kind === 2 ? "+" : ""}}`;
      } else {
        path += kind === 2 ? replacement.split("/").map(extendedEncodeURIComponent).join("/") : extendedEncodeURIComponent(replacement);
      }
    }
    return path;
  }
  async deserializeResponse(operationSchema, context, response) {
    const deserializer = this.deserializer;
    const directDeserializer = typeof deserializer.readCodec === "function" ? deserializer : void 0;
    const ns = HttpBindingNormalizedSchema.of(operationSchema.output);
    const responseBindings = ns.getHttpBindings().response;
    const dataObject = {};
    if (response.statusCode >= 300) {
      const bytes = await collectBody(response.body, context);
      if (bytes.byteLength > 0) {
        Object.assign(dataObject, await deserializer.read(15, bytes));
      }
      await this.handleError(operationSchema, context, response, dataObject, this.deserializeMetadata(response));
      throw new Error("@smithy/core/protocols - HTTP Protocol error handler failed to throw.");
    }
    const nonHttpBindingMembers = await this.deserializeHttpMessage(ns, context, response, dataObject);
    if (nonHttpBindingMembers.length) {
      const bytes = await collectBody(response.body, context);
      if (bytes.byteLength > 0) {
        const dataFromBody = await (directDeserializer ? directDeserializer.readCodec(responseBindings.syntheticBodySchema, bytes) : deserializer.read(responseBindings.syntheticBodySchema, bytes));
        for (const member of nonHttpBindingMembers) {
          if (dataFromBody[member] != null) {
            dataObject[member] = dataFromBody[member];
          }
        }
      }
    } else if (!responseBindings.bindings.payload) {
      await collectBody(response.body, context);
    }
    dataObject.$metadata = this.deserializeMetadata(response);
    return dataObject;
  }
  async deserializeHttpMessage(schema, context, response, arg4, arg5) {
    const dataObject = arg4 instanceof Set ? arg5 : arg4;
    const deserializer = this.deserializer;
    const directDeserializer = typeof deserializer.readCodec === "function" ? deserializer : void 0;
    const ns = HttpBindingNormalizedSchema.of(schema);
    const { bodyMemberNames, bindings: { payload, statusCode, headers: responseHeaders, prefixHeaders } } = ns.getHttpBindings().response;
    const headers = response.headers;
    if (payload) {
      const [memberName, value] = payload;
      const [memberSchema, flags] = value;
      const stream = flags >> 11 & 3;
      if (stream) {
        if (stream === 2) {
          dataObject[memberName] = await this.deserializeEventStream({
            response,
            responseSchema: ns
          });
        } else {
          dataObject[memberName] = (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .sdkStreamMixin */ .c9)(response.body);
        }
      } else if (response.body) {
        const bytes = await collectBody(response.body, context);
        if (bytes.byteLength > 0) {
          dataObject[memberName] = await (directDeserializer ? directDeserializer.readPayload(value, bytes) : deserializer.read(memberSchema, bytes));
        }
      }
    }
    for (const header in headers) {
      if (!(0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .hasOwn */ .$3)(headers, header)) {
        continue;
      }
      const lower = header.toLowerCase();
      const headerValue = headers[header];
      if (lower !== header) {
        delete headers[header];
        headers[lower] = headerValue;
      }
      const binding = (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .hasOwn */ .$3)(responseHeaders, lower) ? responseHeaders[lower] : void 0;
      if (!binding) {
        continue;
      }
      const [memberName, [memberSchema, flags, collectionValue], , wireName] = binding;
      if (collectionValue) {
        const sections = flags >> 16 & 1 ? (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .splitEvery */ .UE)(headerValue, ",", 2) : (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .splitHeader */ .GP)(headerValue);
        const list = [];
        for (const section of sections) {
          list.push(directDeserializer ? directDeserializer.readHttpBinding(collectionValue, section.trim(), 38) : await deserializer.read([collectionValue[0], { httpHeader: wireName }], section.trim()));
        }
        dataObject[memberName] = list;
      } else {
        dataObject[memberName] = directDeserializer ? directDeserializer.readHttpBinding(binding[1], headerValue, 38) : await deserializer.read(memberSchema, headerValue);
      }
    }
    for (const [memberName, [, , collectionValue], , wireName] of prefixHeaders) {
      dataObject[memberName] = {};
      for (const header in headers) {
        if (!(0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .hasOwn */ .$3)(headers, header)) {
          continue;
        }
        if (!header.startsWith(wireName)) {
          continue;
        }
        const headerValue = headers[header];
        dataObject[memberName][header.slice(wireName.length)] = directDeserializer ? directDeserializer.readHttpBinding(collectionValue, headerValue, 38) : await deserializer.read([collectionValue[0], { httpHeader: header }], headerValue);
      }
    }
    if (statusCode) {
      dataObject[statusCode[0]] = response.statusCode;
    }
    return bodyMemberNames;
  }
};

// node_modules/@smithy/core/dist-es/submodules/protocols/RpcProtocol.js
var RpcProtocol = class extends HttpProtocol {
  async serializeRequest(operationSchema, _input, context) {
    const serializer = this.serializer;
    const query = {};
    const headers = {};
    const endpoint = await context.endpoint();
    const ns = _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .NormalizedSchema */ .l1.of(operationSchema?.input);
    const schema = ns.getSchema();
    let payload;
    const input = _input && typeof _input === "object" ? _input : {};
    const request = new _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpRequest */ .Kd({
      protocol: "",
      hostname: "",
      port: void 0,
      path: "/",
      fragment: void 0,
      query,
      headers,
      body: void 0
    });
    if (endpoint) {
      this.updateServiceEndpoint(request, endpoint);
      this.setHostPrefix(request, operationSchema, input);
    }
    if (input) {
      const eventStreamMember = ns.getEventStreamMember();
      if (eventStreamMember) {
        if (input[eventStreamMember]) {
          const initialRequest = {};
          for (const [memberName] of ns.structIterator()) {
            if (memberName !== eventStreamMember && input[memberName] != null) {
              initialRequest[memberName] = input[memberName];
            }
          }
          payload = await this.serializeEventStream({
            eventStream: input[eventStreamMember],
            requestSchema: ns,
            initialRequest
          });
        }
      } else {
        serializer.write(schema, input);
        payload = serializer.flush();
      }
    }
    request.headers = Object.assign(request.headers, headers);
    request.query = query;
    request.body = payload;
    request.method = "POST";
    return request;
  }
  async deserializeResponse(operationSchema, context, response) {
    const deserializer = this.deserializer;
    const ns = _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .NormalizedSchema */ .l1.of(operationSchema.output);
    const dataObject = {};
    if (this.isErrorResponse(response.statusCode)) {
      const bytes = await collectBody(response.body, context);
      if (bytes.byteLength > 0) {
        Object.assign(dataObject, await deserializer.read(15, bytes));
      }
      await this.handleError(operationSchema, context, response, dataObject, this.deserializeMetadata(response));
      throw new Error("@smithy/core/protocols - RPC Protocol error handler failed to throw.");
    }
    for (const header in response.headers) {
      if (!(0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .hasOwn */ .$3)(response.headers, header)) {
        continue;
      }
      const value = response.headers[header];
      delete response.headers[header];
      response.headers[header.toLowerCase()] = value;
    }
    const eventStreamMember = ns.getEventStreamMember();
    if (eventStreamMember) {
      dataObject[eventStreamMember] = await this.deserializeEventStream({
        response,
        responseSchema: ns,
        initialResponseContainer: dataObject
      });
    } else {
      const bytes = await collectBody(response.body, context);
      if (bytes.byteLength > 0) {
        Object.assign(dataObject, await deserializer.read(ns, bytes));
      }
    }
    dataObject.$metadata = this.deserializeMetadata(response);
    return dataObject;
  }
  isErrorResponse(statusCode) {
    return statusCode >= 300;
  }
};

// node_modules/@smithy/core/dist-es/submodules/protocols/serde/FromStringShapeDeserializer.js
var FromStringShapeDeserializer = class extends SerdeContext {
  settings;
  constructor(settings) {
    super();
    this.settings = settings;
  }
  read(_schema, data) {
    const ns = HttpBindingNormalizedSchema.of(_schema);
    const traits = ns.getMergedTraits();
    const location = ns.getHttpBindingLocation(traits);
    return this.readHttpBinding(ns.getHttpBindingValue(location, traits), data, location);
  }
  readHttpBinding([ns, flags, collectionValue], data, location) {
    const schema = flags & 255;
    if ((schema & 192) === 64) {
      collectionValue ??= ns.getHttpBindingCollectionValue(location);
      return (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .splitHeader */ .GP)(data).map((item) => this.readHttpBinding(collectionValue, item, location));
    }
    switch (schema) {
      case 21:
      case 42:
        return (this.serdeContext?.base64Decoder ?? _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .fromBase64 */ .Ey)(data);
      case 4:
      case 5:
      case 6:
      case 7: {
        const bindingFormat = this.settings.httpBindings ? flags >> 14 & 3 : 0;
        const format = this.settings.timestampFormat.useTrait && schema > 4 ? schema : bindingFormat ? bindingFormat + 4 : this.settings.timestampFormat.default;
        switch (format) {
          case 5:
            return (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* ._parseRfc3339DateTimeWithOffset */ .eH)(data);
          case 6:
            return (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* ._parseRfc7231DateTime */ .Gj)(data);
          case 7:
            return (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* ._parseEpochTimestamp */ .UK)(data);
          default:
            console.warn("Missing timestamp format, parsing value with Date constructor:", data);
            return new Date(data);
        }
      }
      case 0: {
        const media = flags >> 8 & 3;
        if (!media) {
          return data;
        }
        let intermediateValue = data;
        if ((location & 6) === 6) {
          intermediateValue = (this.serdeContext?.utf8Encoder ?? _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .toUtf8 */ .Pq)((this.serdeContext?.base64Decoder ?? _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .fromBase64 */ .Ey)(intermediateValue));
        }
        return media === 2 ? _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .LazyJsonString */ .AH.from(intermediateValue) : intermediateValue;
      }
      case 1:
        return Number(data);
      case 2:
        return data.toLowerCase() === "true";
      case 17:
        return BigInt(data);
      case 19:
        return new _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .NumericValue */ .Dv(data, "bigDecimal");
      default:
        return data;
    }
  }
};

// node_modules/@smithy/core/dist-es/submodules/protocols/serde/HttpInterceptingShapeDeserializer.js
var HttpInterceptingShapeDeserializer = class extends SerdeContext {
  codecDeserializer;
  stringDeserializer;
  constructor(codecDeserializer, codecSettings) {
    super();
    this.codecDeserializer = codecDeserializer;
    this.stringDeserializer = new FromStringShapeDeserializer(codecSettings);
  }
  setSerdeContext(serdeContext) {
    this.stringDeserializer.setSerdeContext(serdeContext);
    this.codecDeserializer.setSerdeContext(serdeContext);
    this.serdeContext = serdeContext;
  }
  read(schema, data) {
    const ns = HttpBindingNormalizedSchema.of(schema);
    const traits = ns.getMergedTraits();
    if (traits.httpHeader || traits.httpResponseCode) {
      const value = ns.getHttpBindingValue(38, traits);
      return this.readHttpBinding(value, data, 38);
    }
    if (traits.httpPayload) {
      return this.readPayload(ns.getHttpBindingValue(36, traits), data);
    }
    return this.readCodec(ns, data);
  }
  readHttpBinding(binding, data, location) {
    const value = typeof data === "string" ? data : (this.serdeContext?.utf8Encoder ?? _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .toUtf8 */ .Pq)(data);
    return this.stringDeserializer.readHttpBinding(binding, value, location);
  }
  readPayload([schema, flags], data) {
    const type = flags & 255;
    if (type === 21 || type === 42) {
      return typeof data === "string" ? (this.serdeContext?.utf8Decoder ?? _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .fromUtf8 */ .ar)(data) : data;
    }
    if (type === 0) {
      return typeof data === "string" ? data : (this.serdeContext?.utf8Encoder ?? _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .toUtf8 */ .Pq)(data);
    }
    return this.readCodec(schema, data);
  }
  readCodec(schema, data) {
    return this.codecDeserializer.read(schema, data);
  }
};

// node_modules/@smithy/core/dist-es/submodules/protocols/serde/ToStringShapeSerializer.js
var ToStringShapeSerializer = class extends SerdeContext {
  settings;
  stringBuffer = "";
  constructor(settings) {
    super();
    this.settings = settings;
  }
  write(schema, value) {
    const ns = HttpBindingNormalizedSchema.of(schema);
    const traits = ns.getMergedTraits();
    const location = ns.getHttpBindingLocation(traits);
    this.writeHttpBinding(ns.getHttpBindingValue(location, traits), value, location);
  }
  writeHttpBinding([ns, flags, collectionValue], value, location) {
    const schema = flags & 255;
    switch (typeof value) {
      case "object":
        if (value === null) {
          this.stringBuffer = "null";
          return;
        }
        if (schema >= 4 && schema <= 7) {
          if (!(value instanceof Date)) {
            throw new Error(`@smithy/core/protocols - received non-Date value ${value} when schema expected Date in ${ns.getName(true)}`);
          }
          const bindingFormat = this.settings.httpBindings ? flags >> 14 & 3 : 0;
          const format = this.settings.timestampFormat.useTrait && schema > 4 ? schema : bindingFormat ? bindingFormat + 4 : this.settings.timestampFormat.default;
          switch (format) {
            case 5:
              this.stringBuffer = value.toISOString().replace(".000Z", "Z");
              break;
            case 6:
              this.stringBuffer = (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .dateToUtcString */ .JV)(value);
              break;
            case 7:
              this.stringBuffer = String(value.getTime() / 1e3);
              break;
            default:
              console.warn("Missing timestamp format, using epoch seconds", value);
              this.stringBuffer = String(value.getTime() / 1e3);
          }
          return;
        }
        if ((schema === 21 || schema === 42) && "byteLength" in value) {
          this.stringBuffer = (this.serdeContext?.base64Encoder ?? _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .toBase64 */ .nk)(value);
          return;
        }
        if ((schema & 192) === 64 && Array.isArray(value)) {
          collectionValue ??= ns.getHttpBindingCollectionValue(location);
          const valueSchemaType = collectionValue[1] & 255;
          const isTimestamp = valueSchemaType >= 4 && valueSchemaType <= 7;
          let buffer = "";
          for (const item of value) {
            this.writeHttpBinding(collectionValue, item, location);
            const headerItem = this.flush();
            if (buffer) {
              buffer += ", ";
            }
            buffer += isTimestamp ? headerItem : (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteHeader */ .m9)(headerItem);
          }
          this.stringBuffer = buffer;
          return;
        }
        this.stringBuffer = JSON.stringify(value, null, 2);
        break;
      case "string":
        const media = flags >> 8 & 3;
        let intermediateValue = value;
        if (media === 2) {
          intermediateValue = _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .LazyJsonString */ .AH.from(intermediateValue);
        }
        if (media && (location & 6) === 6) {
          this.stringBuffer = (this.serdeContext?.base64Encoder ?? _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .toBase64 */ .nk)(intermediateValue.toString());
          return;
        }
        this.stringBuffer = value;
        break;
      default:
        this.stringBuffer = flags >> 10 & 1 ? (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .generateIdempotencyToken */ .ec)() : String(value);
    }
  }
  flush() {
    const buffer = this.stringBuffer;
    this.stringBuffer = "";
    return buffer;
  }
};

// node_modules/@smithy/core/dist-es/submodules/protocols/serde/HttpInterceptingShapeSerializer.js
var HttpInterceptingShapeSerializer = class {
  codecSerializer;
  stringSerializer;
  buffer;
  constructor(codecSerializer, codecSettings, stringSerializer = new ToStringShapeSerializer(codecSettings)) {
    this.codecSerializer = codecSerializer;
    this.stringSerializer = stringSerializer;
  }
  setSerdeContext(serdeContext) {
    this.codecSerializer.setSerdeContext(serdeContext);
    this.stringSerializer.setSerdeContext(serdeContext);
  }
  write(schema, value) {
    const ns = HttpBindingNormalizedSchema.of(schema);
    const traits = ns.getMergedTraits();
    if (traits.httpHeader || traits.httpLabel || traits.httpQuery) {
      const location = ns.getHttpBindingLocation(traits);
      this.writeHttpBinding(ns.getHttpBindingValue(location, traits), value, location);
      return;
    }
    this.writeCodec(ns, value);
  }
  writeHttpBinding(binding, value, location) {
    this.stringSerializer.writeHttpBinding(binding, value, location);
    this.buffer = this.stringSerializer.flush();
  }
  writeCodec(schema, value) {
    this.codecSerializer.write(schema, value);
  }
  flush() {
    if (this.buffer !== void 0) {
      const buffer = this.buffer;
      this.buffer = void 0;
      return buffer;
    }
    return this.codecSerializer.flush();
  }
};

// node_modules/@smithy/core/dist-es/submodules/protocols/serde/determineTimestampFormat.js
function determineTimestampFormat(ns, settings) {
  if (settings.timestampFormat.useTrait) {
    const schema = ns.getSchema();
    if (schema === 5 || schema === 6 || schema === 7) {
      return schema;
    }
  }
  const { httpLabel, httpPrefixHeaders, httpHeader, httpQuery } = ns.getMergedTraits();
  const bindingFormat = settings.httpBindings ? typeof httpPrefixHeaders === "string" || Boolean(httpHeader) ? 6 : Boolean(httpQuery) || Boolean(httpLabel) ? 5 : void 0 : void 0;
  return bindingFormat ?? settings.timestampFormat.default;
}

// node_modules/@smithy/core/dist-es/submodules/protocols/protocol-http/extensions/httpExtensionConfiguration.js
var getHttpHandlerExtensionConfiguration = (runtimeConfig) => {
  if (runtimeConfig.logger && runtimeConfig.logger.constructor?.name !== "NoOpLogger") {
    runtimeConfig.requestHandler?.updateHttpClientConfig?.(/* @__PURE__ */ Symbol.for("logger"), runtimeConfig.logger);
  }
  if (runtimeConfig.defaultSocketTimeout) {
    runtimeConfig.requestHandler?.updateHttpClientConfig?.(/* @__PURE__ */ Symbol.for("@smithy/defaultSocketTimeout"), runtimeConfig.defaultSocketTimeout);
  }
  return {
    setHttpHandler(handler) {
      runtimeConfig.requestHandler = handler;
    },
    httpHandler() {
      return runtimeConfig.requestHandler;
    },
    updateHttpClientConfig(key, value) {
      runtimeConfig.requestHandler?.updateHttpClientConfig(key, value);
    },
    httpHandlerConfigs() {
      return runtimeConfig.requestHandler.httpHandlerConfigs();
    }
  };
};
var resolveHttpHandlerRuntimeConfig = (httpHandlerExtensionConfiguration) => {
  return {
    requestHandler: httpHandlerExtensionConfiguration.httpHandler()
  };
};

// node_modules/@smithy/core/dist-es/submodules/protocols/util-uri-escape/escape-uri.js
var escapeUri = (uri) => encodeURIComponent(uri).replace(/[!'()*]/g, hexEncode);
var hexEncode = (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`;

// node_modules/@smithy/core/dist-es/submodules/protocols/querystring-builder/buildQueryString.js
function buildQueryString(query) {
  const parts = [];
  for (let key of Object.keys(query).sort()) {
    const value = query[key];
    key = escapeUri(key);
    if (Array.isArray(value)) {
      for (let i = 0, iLen = value.length; i < iLen; i++) {
        parts.push(`${key}=${escapeUri(value[i])}`);
      }
    } else {
      let qsEntry = key;
      if (value || typeof value === "string") {
        qsEntry += `=${escapeUri(value)}`;
      }
      parts.push(qsEntry);
    }
  }
  return parts.join("&");
}

// node_modules/@smithy/core/dist-es/submodules/protocols/ConfigurableSerdeContext.js
var SerdeContextConfig = class {
  serdeContext;
  setSerdeContext(serdeContext) {
    this.serdeContext = serdeContext;
  }
};

// node_modules/@smithy/core/dist-es/submodules/protocols/UnionSerde.js
var UnionSerde = class {
  from;
  to;
  keys;
  constructor(from, to) {
    this.from = from;
    this.to = to;
    const keys = Object.keys(this.from);
    const set = new Set(keys);
    set.delete("__type");
    this.keys = set;
  }
  mark(key) {
    this.keys.delete(key);
  }
  hasUnknown() {
    return this.keys.size === 1 && Object.keys(this.to).length === 0;
  }
  writeUnknown() {
    if (this.hasUnknown()) {
      const k = this.keys.values().next().value;
      const v = this.from[k];
      this.to.$unknown = [k, v];
    }
  }
};

// node_modules/@smithy/core/dist-es/submodules/protocols/json/detectBufferParsing.js
var canParseBuffer;
function detectBufferParsing() {
  if (canParseBuffer === void 0) {
    try {
      if (typeof Buffer !== "function") {
        canParseBuffer = false;
      } else {
        const result = JSON.parse(Buffer.from([123, 125]));
        canParseBuffer = result !== null && typeof result === "object";
      }
    } catch {
      canParseBuffer = false;
    }
  }
  return canParseBuffer;
}

// node_modules/@smithy/core/dist-es/submodules/protocols/json/jsonReviver.js
function jsonReviver(key, value, context) {
  if (context?.source) {
    const numericString = context.source;
    if (typeof value === "number") {
      const inSafeRange = value <= Number.MAX_SAFE_INTEGER && value >= Number.MIN_SAFE_INTEGER;
      if (inSafeRange) {
        if (isRepresentable(numericString, value)) {
          return value;
        }
        return new _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .NumericValue */ .Dv(numericString, "bigDecimal");
      } else {
        if (isFractionalBigNumeric(numericString)) {
          return new _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .NumericValue */ .Dv(numericString, "bigDecimal");
        }
        if (/[eE]/.test(numericString)) {
          return expandExponentToBigInt(numericString);
        }
        return BigInt(numericString);
      }
    }
  }
  return value;
}
function isFractionalBigNumeric(s) {
  const dotIndex = s.indexOf(".");
  if (dotIndex === -1) {
    return false;
  }
  const eIndex = s.search(/[eE]/);
  if (eIndex === -1) {
    return true;
  }
  const fracDigits = eIndex - dotIndex - 1;
  const exp = parseInt(s.slice(eIndex + 1), 10);
  return exp < fracDigits;
}
function isRepresentable(numericString, value) {
  if (numericString === String(value)) {
    return true;
  }
  if (Object.is(value, -0)) {
    return true;
  }
  if (/[eE]/.test(numericString)) {
    return expandToDecimal(numericString) === expandToDecimal(String(value));
  }
  const normalized = numericString.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
  const canonical = String(value);
  if (normalized === canonical) {
    return true;
  }
  if (/[eE]/.test(canonical)) {
    return normalized === expandToDecimal(canonical);
  }
  return false;
}
function expandToDecimal(s) {
  const negative = s.startsWith("-");
  const abs = negative ? s.slice(1) : s;
  const eIndex = abs.search(/[eE]/);
  let result;
  if (eIndex === -1) {
    result = abs;
  } else {
    const exp = parseInt(abs.slice(eIndex + 1), 10);
    const mantissa = abs.slice(0, eIndex);
    const dotIndex = mantissa.indexOf(".");
    let digits;
    let intLen;
    if (dotIndex === -1) {
      digits = mantissa;
      intLen = mantissa.length;
    } else {
      digits = mantissa.slice(0, dotIndex) + mantissa.slice(dotIndex + 1);
      intLen = dotIndex;
    }
    digits = digits.replace(/0+$/, "") || "0";
    const newDotPos = intLen + exp;
    if (digits === "0") {
      result = "0";
    } else if (newDotPos <= 0) {
      result = "0." + "0".repeat(-newDotPos) + digits;
    } else if (newDotPos >= digits.length) {
      result = digits + "0".repeat(newDotPos - digits.length);
    } else {
      result = digits.slice(0, newDotPos) + "." + digits.slice(newDotPos);
    }
  }
  if (result.includes(".")) {
    result = result.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
  }
  return (negative ? "-" : "") + result;
}
function expandExponentToBigInt(s) {
  const eIndex = s.search(/[eE]/);
  const exp = parseInt(s.slice(eIndex + 1), 10);
  const negative = s.startsWith("-");
  const mantissa = s.slice(negative ? 1 : 0, eIndex);
  const dotIndex = mantissa.indexOf(".");
  let digits;
  let shift;
  if (dotIndex === -1) {
    digits = mantissa;
    shift = exp;
  } else {
    digits = mantissa.slice(0, dotIndex) + mantissa.slice(dotIndex + 1);
    const fracDigits = mantissa.length - dotIndex - 1;
    shift = exp - fracDigits;
  }
  digits = digits.replace(/0+$/, "") || "0";
  const result = BigInt(digits) * 10n ** BigInt(shift + (mantissa.replace(".", "").length - digits.length));
  return negative ? -result : result;
}

// node_modules/@smithy/core/dist-es/submodules/protocols/json/needsReviver.js
var REVIVER_SYMBOL = /* @__PURE__ */ Symbol.for("@aws-sdk/reviver");
function needsReviver(schema) {
  const ns = _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .NormalizedSchema */ .l1.of(schema);
  const raw = ns.getSchema();
  if (Array.isArray(raw) && ns.isStructSchema()) {
    if (REVIVER_SYMBOL in raw) {
      return raw[REVIVER_SYMBOL];
    }
    const result = _check(ns, /* @__PURE__ */ new Set());
    raw[REVIVER_SYMBOL] = result;
    return result;
  }
  return _check(ns, /* @__PURE__ */ new Set());
}
function _check(ns, seen) {
  const raw = ns.getSchema();
  if (seen.has(raw)) {
    return false;
  }
  seen.add(raw);
  if (ns.isBigIntegerSchema() || ns.isBigDecimalSchema()) {
    return true;
  }
  if (ns.isStructSchema()) {
    for (const [, memberSchema] of ns.structIterator()) {
      if (_check(memberSchema, seen)) {
        return true;
      }
    }
  } else if (ns.isListSchema() || ns.isMapSchema()) {
    if (_check(ns.getValueSchema(), seen)) {
      return true;
    }
  } else if (ns.isDocumentSchema()) {
    return true;
  }
  return false;
}

// node_modules/@smithy/core/dist-es/submodules/protocols/common.js
var collectBodyString = (streamBody, context) => collectBody(streamBody, context).then((body) => (context?.utf8Encoder ?? _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .toUtf8 */ .Pq)(body));

// node_modules/@smithy/core/dist-es/submodules/protocols/json/parseJsonBody.js
async function parseJsonBody(streamBody, context, schema) {
  let parsingInput;
  if (detectBufferParsing() && typeof streamBody?.[Symbol.asyncIterator] === "function") {
    const buffer = await collectBody(streamBody, context);
    if (typeof Buffer === "function") {
      if (Buffer.isBuffer(buffer)) {
        parsingInput = buffer;
      } else {
        parsingInput = Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength);
      }
    }
  }
  if (!parsingInput) {
    parsingInput = await collectBodyString(streamBody, context);
  }
  if (parsingInput.length === 0) {
    return {};
  }
  const reviver = schema && needsReviver(schema) ? jsonReviver : void 0;
  try {
    return JSON.parse(parsingInput, reviver);
  } catch (e) {
    if (e?.name === "SyntaxError") {
      Object.defineProperty(e, "$responseBodyText", {
        value: typeof parsingInput === "string" ? parsingInput : parsingInput.toString("utf8")
      });
    }
    throw e;
  }
}
var findKey = (object, key) => Object.keys(object).find((k) => k.toLowerCase() === key.toLowerCase());
var sanitizeErrorCode = (rawValue) => {
  let cleanValue = rawValue;
  if (typeof cleanValue === "number") {
    cleanValue = cleanValue.toString();
  }
  if (cleanValue.indexOf(",") >= 0) {
    cleanValue = cleanValue.split(",")[0];
  }
  if (cleanValue.indexOf(":") >= 0) {
    cleanValue = cleanValue.split(":")[0];
  }
  if (cleanValue.indexOf("#") >= 0) {
    cleanValue = cleanValue.split("#")[1];
  }
  return cleanValue;
};
var loadRestJsonErrorCode = (output, data) => {
  return loadErrorCode(output, data, ["header", "code", "type"]);
};
var loadJsonRpcErrorCode = (output, data, queryCompat = false) => {
  return loadErrorCode(output, data, queryCompat ? ["code", "header", "type"] : ["type", "code", "header"]);
};
var loadErrorCode = ({ headers }, data, order) => {
  while (order.length > 0) {
    const location = order.shift();
    switch (location) {
      case "header":
        const headerKey = findKey(headers ?? {}, "x-amzn-errortype");
        if (headerKey !== void 0) {
          return sanitizeErrorCode(headers[headerKey]);
        }
        break;
      case "code":
        const codeKey = findKey(data ?? {}, "code");
        if (codeKey && data[codeKey] !== void 0) {
          return sanitizeErrorCode(data[codeKey]);
        }
        break;
      case "type":
        if (data?.__type !== void 0) {
          return sanitizeErrorCode(data.__type);
        }
        break;
    }
  }
};

// node_modules/@smithy/core/dist-es/submodules/protocols/json/codec-v2/JsonShapeDeserializer2.js
var JsonShapeDeserializer2 = class extends SerdeContextConfig {
  settings;
  constructor(settings) {
    super();
    this.settings = settings;
  }
  async read(schema, data) {
    const reviver = needsReviver(schema) ? jsonReviver : void 0;
    let parsed;
    if (typeof data === "string") {
      if (data.length === 0) {
        return {};
      }
      parsed = JSON.parse(data, reviver);
    } else if (data instanceof Uint8Array && detectBufferParsing()) {
      if (data.byteLength === 0) {
        return {};
      }
      const buf = Buffer.isBuffer(data) ? data : Buffer.from(data.buffer, data.byteOffset, data.byteLength);
      parsed = JSON.parse(buf, reviver);
    } else {
      parsed = await parseJsonBody(data, this.serdeContext, schema);
    }
    return this._read(schema, parsed);
  }
  readObject(schema, data) {
    return this._read(schema, data);
  }
  _read(schema, value) {
    const isObject = value !== null && typeof value === "object";
    const ns = _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .NormalizedSchema */ .l1.of(schema);
    if (isObject) {
      if (ns.isStructSchema()) {
        return this._readStruct(ns, value);
      }
      if (Array.isArray(value) && ns.isListSchema()) {
        const listMember = ns.getValueSchema();
        if (this.needsTransform(listMember)) {
          for (let i = 0; i < value.length; ++i) {
            value[i] = this._read(listMember, value[i]);
          }
        }
        return value;
      }
      if (ns.isMapSchema()) {
        const mapMember = ns.getValueSchema();
        const map = value;
        if (this.needsTransform(mapMember)) {
          for (const k in map) {
            if (!(0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .hasOwn */ .$3)(map, k)) {
              continue;
            }
            if (k === "__proto__") {
              (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .writeKey */ .TE)(map);
            }
            map[k] = this._read(mapMember, map[k]);
          }
        }
        return map;
      }
    }
    if (ns.isBlobSchema() && typeof value === "string") {
      return (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .fromBase64 */ .Ey)(value);
    }
    const mediaType = ns.getMergedTraits().mediaType;
    if (ns.isStringSchema() && typeof value === "string" && mediaType) {
      const isJson = mediaType === "application/json" || mediaType.endsWith("+json");
      if (isJson) {
        return _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .LazyJsonString */ .AH.from(value);
      }
      return value;
    }
    if (ns.isTimestampSchema() && value != null) {
      const format = determineTimestampFormat(ns, this.settings);
      switch (format) {
        case 5:
          return (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRfc3339DateTimeWithOffset */ .t_)(value);
        case 6:
          return (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRfc7231DateTime */ .xE)(value);
        case 7:
          return (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .parseEpochTimestamp */ .l3)(value);
        default:
          console.warn("Missing timestamp format, parsing value with Date constructor:", value);
          return new Date(value);
      }
    }
    if (ns.isBigIntegerSchema() && (typeof value === "number" || typeof value === "string")) {
      return BigInt(value);
    }
    if (ns.isBigDecimalSchema() && value != void 0) {
      if (value instanceof _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .NumericValue */ .Dv) {
        return value;
      }
      const untyped = value;
      if (untyped.type === "bigDecimal" && "string" in untyped) {
        return new _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .NumericValue */ .Dv(untyped.string, untyped.type);
      }
      return new _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .NumericValue */ .Dv(String(value), "bigDecimal");
    }
    if (ns.isNumericSchema() && typeof value === "string") {
      switch (value) {
        case "Infinity":
          return Infinity;
        case "-Infinity":
          return -Infinity;
        case "NaN":
          return NaN;
      }
      return value;
    }
    if (ns.isDocumentSchema()) {
      if (isObject) {
        if (Array.isArray(value)) {
          for (let i = 0; i < value.length; ++i) {
            const v = value[i];
            if (!(v instanceof _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .NumericValue */ .Dv)) {
              value[i] = this._read(ns, v);
            }
          }
        } else {
          const doc = value;
          for (const k in doc) {
            if (!(0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .hasOwn */ .$3)(doc, k)) {
              continue;
            }
            if (k === "__proto__") {
              (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .writeKey */ .TE)(doc);
            }
            const v = doc[k];
            if (!(v instanceof _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .NumericValue */ .Dv)) {
              doc[k] = this._read(ns, v);
            }
          }
        }
      }
    }
    return value;
  }
  _readStruct(ns, record) {
    const union = ns.isUnionSchema();
    const out = {};
    let nameMap;
    const hasType = typeof record.__type === "string";
    const { jsonName } = this.settings;
    if (jsonName && hasType) {
      nameMap = {};
    }
    let unionSerde;
    if (union) {
      unionSerde = new UnionSerde(record, out);
    }
    for (const [memberName, memberSchema] of ns.structIterator()) {
      let fromKey = memberName;
      if (jsonName) {
        fromKey = memberSchema.getMergedTraits().jsonName ?? fromKey;
        if (hasType) {
          nameMap[fromKey] = memberName;
        }
      }
      if (union) {
        unionSerde.mark(fromKey);
      }
      if (record[fromKey] != null) {
        out[memberName] = this._read(memberSchema, record[fromKey]);
      }
    }
    if (union) {
      unionSerde.writeUnknown();
    } else if (hasType) {
      for (const k in record) {
        if (!(0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .hasOwn */ .$3)(record, k)) {
          continue;
        }
        const v = record[k];
        const t = jsonName ? nameMap[k] ?? k : k;
        if (!(t in out)) {
          out[t] = v;
        }
      }
    }
    return out;
  }
  needsTransform(ns) {
    if (ns.isBlobSchema() || ns.isTimestampSchema() || ns.isBigIntegerSchema() || ns.isBigDecimalSchema() || ns.isNumericSchema()) {
      return true;
    }
    if (ns.isDocumentSchema() || ns.isStructSchema() || ns.isListSchema() || ns.isMapSchema()) {
      return true;
    }
    if (ns.isStringSchema() && ns.getMergedTraits().mediaType) {
      return true;
    }
    return false;
  }
};

// node_modules/@smithy/core/dist-es/submodules/protocols/json/codec-v2/JsonBytesStringAdapter.js
var JsonBytesStringAdapter = class _JsonBytesStringAdapter extends Uint8Array {
  string = null;
  static allocUnsafe(bytes) {
    if (typeof Buffer === "function") {
      const buffer = Buffer.allocUnsafe(bytes);
      return new _JsonBytesStringAdapter(buffer.buffer, buffer.byteOffset, buffer.byteLength);
    }
    return new _JsonBytesStringAdapter(bytes);
  }
  toString() {
    return this.s();
  }
  valueOf() {
    return this.s();
  }
  includes(searchString, position) {
    if (typeof searchString === "string") {
      return this.s().includes(searchString, position);
    }
    return Uint8Array.prototype.includes.call(this, searchString, position);
  }
  indexOf(searchString, position) {
    if (typeof searchString === "string") {
      return this.s().indexOf(searchString, position);
    }
    return Uint8Array.prototype.indexOf.call(this, searchString, position);
  }
  lastIndexOf(searchString, position) {
    if (typeof searchString === "string") {
      return this.s().lastIndexOf(searchString, position);
    }
    const fn = Uint8Array.prototype.lastIndexOf;
    if (position !== void 0) {
      return fn.call(this, searchString, position);
    }
    return fn.call(this, searchString);
  }
  startsWith(searchString, position) {
    return this.s().startsWith(searchString, position);
  }
  endsWith(searchString, endPosition) {
    return this.s().endsWith(searchString, endPosition);
  }
  match(regexp) {
    return this.s().match(regexp);
  }
  replace(searchValue, replaceValue) {
    return this.s().replace(searchValue, replaceValue);
  }
  search(regexp) {
    return this.s().search(regexp);
  }
  split(separator, limit) {
    return this.s().split(separator, limit);
  }
  substring(start, end) {
    return this.s().substring(start, end);
  }
  trim() {
    return this.s().trim();
  }
  trimStart() {
    return this.s().trimStart();
  }
  trimEnd() {
    return this.s().trimEnd();
  }
  charAt(pos) {
    return this.s().charAt(pos);
  }
  charCodeAt(index) {
    return this.s().charCodeAt(index);
  }
  padStart(maxLength, fillString) {
    return this.s().padStart(maxLength, fillString);
  }
  padEnd(maxLength, fillString) {
    return this.s().padEnd(maxLength, fillString);
  }
  repeat(count) {
    return this.s().repeat(count);
  }
  toUpperCase() {
    return this.s().toUpperCase();
  }
  toLowerCase() {
    return this.s().toLowerCase();
  }
  s() {
    if (this.string == null) {
      const n = Date.now();
      if (n > warned + 6e4) {
        console.warn("@aws-sdk/core/protocols - WARN - JsonCodec2: you have called a string method on a Uint8Array request body. It has been automatically converted to string. In a future version this will throw an error.");
        warned = n;
      }
      this.string = (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .toUtf8 */ .Pq)(this);
    }
    return this.string;
  }
};
var warned = 0;

// node_modules/@smithy/core/dist-es/submodules/protocols/json/codec-v2/JsonShapeSerializer2.js
var encoder = new TextEncoder();
var OPEN_BRACE = 123;
var CLOSE_BRACE = 125;
var OPEN_BRACKET = 91;
var CLOSE_BRACKET = 93;
var QUOTE = 34;
var COLON = 58;
var COMMA = 44;
var BACKSLASH = 92;
var TRUE = new Uint8Array([116, 114, 117, 101]);
var FALSE = new Uint8Array([102, 97, 108, 115, 101]);
var NULL = new Uint8Array([110, 117, 108, 108]);
var ESCAPE_TABLE = new Array(128).fill(null);
ESCAPE_TABLE[8] = "b";
ESCAPE_TABLE[9] = "t";
ESCAPE_TABLE[10] = "n";
ESCAPE_TABLE[12] = "f";
ESCAPE_TABLE[13] = "r";
ESCAPE_TABLE[34] = '"';
ESCAPE_TABLE[92] = "\\";
for (let i = 0; i < 32; i++) {
  if (ESCAPE_TABLE[i] === null) {
    ESCAPE_TABLE[i] = "u00" + i.toString(16).padStart(2, "0");
  }
}
var INITIAL_BUFFER_SIZE = 2048;
function alloc(size) {
  return JsonBytesStringAdapter.allocUnsafe(size);
}
var JsonShapeSerializer2 = class _JsonShapeSerializer2 extends SerdeContextConfig {
  settings;
  json;
  i = 0;
  rootSchema;
  rawValue;
  passthrough = false;
  constructor(settings) {
    super();
    this.settings = settings;
    this.json = alloc(INITIAL_BUFFER_SIZE);
  }
  write(schema, value) {
    this.i = 0;
    this.rawValue = value;
    this.rootSchema = _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .NormalizedSchema */ .l1.of(schema);
    this.passthrough = this.rootSchema.isBlobSchema() || this.rootSchema.isStringSchema();
    if (!this.passthrough) {
      this.writeValue(this.rootSchema, value, void 0);
    }
  }
  writeDiscriminatedDocument(schema, value) {
    this.i = 0;
    this.rootSchema = _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .NormalizedSchema */ .l1.of(schema);
    const ns = this.rootSchema;
    if (ns.isStructSchema() && value != null && typeof value === "object") {
      this.writeValue(ns, value, void 0);
      const prefix = `"__type":"${ns.getName(true) ?? "Unknown"}",`;
      const z = prefix.length;
      this.ensure(z);
      this.json.copyWithin(1 + z, 1, this.i);
      encoder.encodeInto(prefix, this.json.subarray(1));
      this.i += z;
    } else {
      this.writeValue(ns, value, void 0);
    }
  }
  flush() {
    this.rootSchema = void 0;
    const finalPosition = this.i;
    this.i = 0;
    const raw = this.rawValue;
    this.rawValue = void 0;
    if (finalPosition === 0) {
      return raw;
    }
    const result = this.json.subarray(0, finalPosition);
    this.json = alloc(INITIAL_BUFFER_SIZE);
    return result;
  }
  ensure(byteCount) {
    const { i, json } = this;
    if (i + byteCount > json.length) {
      let newSize = json.length * 2;
      while (newSize < i + byteCount) {
        newSize *= 2;
      }
      const next = alloc(newSize);
      next.set(this.json);
      this.json = next;
    }
  }
  writeAscii(s) {
    const z = s.length;
    this.ensure(z);
    let { i, json } = this;
    for (let j = 0; j < z; ++j) {
      json[i] = s.charCodeAt(j);
      i += 1;
    }
    this.i = i;
  }
  writeAsciiQuoted(s) {
    const z = s.length;
    this.ensure(z + 4);
    let { json, i } = this;
    json[i++] = QUOTE;
    for (let j = 0; j < z; ++j) {
      json[i++] = s.charCodeAt(j);
    }
    json[i++] = QUOTE;
    this.i = i;
  }
  writeJsonString(s) {
    const z = s.length;
    this.ensure(z * 3 + 2);
    this.json[this.i++] = QUOTE;
    for (let j = 0; j < z; ++j) {
      const c = s.charCodeAt(j);
      if (c > 34 && c < 92) {
        this.json[this.i++] = c;
      } else if (c < 128) {
        const esc = ESCAPE_TABLE[c];
        if (esc !== null) {
          this.ensure(esc.length + 1 + (z - j - 1) * 3 + 1);
          this.json[this.i++] = BACKSLASH;
          for (let k = 0; k < esc.length; k++) {
            this.json[this.i++] = esc.charCodeAt(k);
          }
        } else {
          this.json[this.i++] = c;
        }
      } else if (c >= 55296 && c <= 56319) {
        const next = j + 1 < z ? s.charCodeAt(j + 1) : 0;
        if (next >= 56320 && next <= 57343) {
          this.ensure(4);
          const { written } = encoder.encodeInto(s.substring(j, j + 2), this.json.subarray(this.i));
          this.i += written;
          ++j;
        } else {
          this.ensure(6 + (z - j - 1) * 3 + 1);
          this.writeUnicodeEscape(c);
        }
      } else if (c >= 56320 && c <= 57343) {
        this.ensure(6 + (z - j - 1) * 3 + 1);
        this.writeUnicodeEscape(c);
      } else {
        let { i, json } = this;
        if (c < 2048) {
          json[i++] = 192 | c >> 6;
          json[i++] = 128 | c & 63;
        } else {
          json[i++] = 224 | c >> 12;
          json[i++] = 128 | c >> 6 & 63;
          json[i++] = 128 | c & 63;
        }
        this.i = i;
      }
    }
    this.json[this.i++] = QUOTE;
  }
  writeUnicodeEscape(code) {
    let { json, i } = this;
    json[i++] = BACKSLASH;
    json[i++] = 117;
    const hex = code.toString(16).padStart(4, "0");
    for (let j = 0; j < 4; ++j) {
      json[i++] = hex.charCodeAt(j);
    }
    this.i = i;
  }
  static B64 = (() => {
    const chars = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const table = new Uint8Array(64);
    for (let i = 0; i < 64; ++i) {
      table[i] = chars.charCodeAt(i);
    }
    return table;
  })();
  writeBase64(data) {
    const b64Len = Math.ceil(data.length / 3) * 4;
    this.ensure(b64Len + 2);
    const json = this.json;
    const B64 = _JsonShapeSerializer2.B64;
    let i = this.i;
    json[i++] = QUOTE;
    const len = data.length;
    const remainder = len % 3;
    const mainLen = len - remainder;
    for (let j = 0; j < mainLen; j += 3) {
      const a = data[j];
      const b = data[j + 1];
      const c = data[j + 2];
      json[i++] = B64[a >> 2];
      json[i++] = B64[(a & 3) << 4 | b >> 4];
      json[i++] = B64[(b & 15) << 2 | c >> 6];
      json[i++] = B64[c & 63];
    }
    if (remainder === 2) {
      const a = data[mainLen];
      const b = data[mainLen + 1];
      json[i++] = B64[a >> 2];
      json[i++] = B64[(a & 3) << 4 | b >> 4];
      json[i++] = B64[(b & 15) << 2];
      json[i++] = 61;
    } else if (remainder === 1) {
      const a = data[mainLen];
      json[i++] = B64[a >> 2];
      json[i++] = B64[(a & 3) << 4];
      json[i++] = 61;
      json[i++] = 61;
    }
    json[i++] = QUOTE;
    this.i = i;
  }
  writeValue(schema, value, container) {
    if (value == null) {
      if (container?.isStructSchema()) {
        if (value === void 0) {
          const ns2 = _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .NormalizedSchema */ .l1.of(schema);
          if (ns2.isIdempotencyToken()) {
            this.writeAsciiQuoted((0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .generateIdempotencyToken */ .ec)());
            return;
          }
        }
        return;
      }
      this.ensure(4);
      this.json.set(NULL, this.i);
      this.i += 4;
      return;
    }
    const ns = _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .NormalizedSchema */ .l1.of(schema);
    const isObject = typeof value === "object";
    if (ns.isStringSchema()) {
      const mediaType = ns.getMergedTraits().mediaType;
      if (mediaType) {
        const isJson = mediaType === "application/json" || mediaType.endsWith("+json");
        if (isJson) {
          this.writeJsonString(_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .LazyJsonString */ .AH.from(value).toString());
          return;
        }
      }
    }
    if (this.settings.bigNumberAsString && value != null && (ns.isBigIntegerSchema() || ns.isBigDecimalSchema())) {
      const asString = value instanceof _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .NumericValue */ .Dv ? value.string : String(value);
      this.writeAsciiQuoted(asString);
      return;
    }
    if (isObject) {
      if (ns.isStructSchema()) {
        this.writeStruct(ns, value);
        return;
      }
      if (Array.isArray(value) && (ns.isListSchema() || ns.isDocumentSchema())) {
        this.writeList(ns, value, ns.isDocumentSchema());
        return;
      }
      if (ns.isMapSchema()) {
        this.writeMap(ns, value, false);
        return;
      }
      if (value instanceof Uint8Array && (ns.isBlobSchema() || ns.isDocumentSchema())) {
        this.writeBase64(value);
        return;
      }
      if (value instanceof Date && (ns.isTimestampSchema() || ns.isDocumentSchema())) {
        this.writeTimestamp(ns, value);
        return;
      }
      if (value instanceof _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .NumericValue */ .Dv) {
        this.writeAscii(value.string);
        return;
      }
      if (ns.isDocumentSchema()) {
        if (Array.isArray(value)) {
          this.writeList(ns, value, true);
        } else {
          this.writeMap(ns, value, true);
        }
        return;
      }
      const json = JSON.stringify(value);
      this.writeAscii(json);
      return;
    }
    if (typeof value === "string") {
      if (ns.isBlobSchema()) {
        const b64 = (this.serdeContext?.base64Encoder ?? _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .toBase64 */ .nk)(value);
        this.writeAsciiQuoted(b64);
        return;
      }
      this.writeJsonString(value);
      return;
    }
    if (typeof value === "number") {
      if (Math.abs(value) === Infinity || Number.isNaN(value)) {
        this.writeAsciiQuoted(String(value));
        return;
      }
      const numStr = String(value);
      this.writeAscii(numStr);
      return;
    }
    if (typeof value === "boolean") {
      this.ensure(5);
      let { i, json } = this;
      if (value) {
        json.set(TRUE, i);
        i += 4;
      } else {
        json.set(FALSE, i);
        i += 5;
      }
      this.i = i;
      return;
    }
    if (typeof value === "bigint") {
      this.writeAscii(value.toString());
      return;
    }
    this.writeAscii(String(value));
  }
  writeStruct(ns, value) {
    this.ensure(2);
    this.json[this.i++] = OPEN_BRACE;
    let wroteAny = false;
    const hasType = typeof value.__type === "string";
    let writtenKeys;
    if (hasType) {
      writtenKeys = /* @__PURE__ */ new Set();
    }
    for (const [memberName, memberSchema] of ns.structIterator()) {
      const item = value[memberName];
      if (item == null && !memberSchema.isIdempotencyToken()) {
        continue;
      }
      if (wroteAny) {
        this.ensure(1);
        this.json[this.i++] = COMMA;
      }
      wroteAny = true;
      const targetKey = this.settings.jsonName ? memberSchema.getMergedTraits().jsonName ?? memberName : memberName;
      if (writtenKeys) {
        writtenKeys.add(memberName);
        writtenKeys.add(targetKey);
      }
      this.writeAsciiQuoted(targetKey);
      this.json[this.i++] = COLON;
      this.writeValue(memberSchema, item, ns);
    }
    if (!wroteAny && ns.isUnionSchema()) {
      const { $unknown } = value;
      if (Array.isArray($unknown)) {
        const [k, v] = $unknown;
        this.writeAsciiQuoted(k);
        this.ensure(1);
        this.json[this.i++] = COLON;
        this.writeValue(15, v, ns);
      }
    } else if (hasType) {
      for (const k in value) {
        if (writtenKeys.has(k)) {
          continue;
        }
        writtenKeys.add(k);
        const v = value[k];
        if (wroteAny) {
          this.ensure(1);
          this.json[this.i++] = COMMA;
        }
        wroteAny = true;
        this.writeAsciiQuoted(k);
        this.ensure(1);
        this.json[this.i++] = COLON;
        this.writeValue(15, v, void 0);
      }
    }
    this.ensure(1);
    this.json[this.i++] = CLOSE_BRACE;
  }
  writeList(ns, value, isDocument) {
    const sparse = !!ns.getMergedTraits().sparse;
    const valueSchema = ns.getValueSchema();
    if (!isDocument) {
      if (valueSchema.isStringSchema() || valueSchema.isNumericSchema() || valueSchema.isBooleanSchema()) {
        let hasSpecials = false;
        for (let i = 0; i < value.length; ++i) {
          const v = value[i];
          if (Number.isNaN(v) || v === Infinity || v === -Infinity || v == null && !sparse) {
            hasSpecials = true;
            break;
          }
        }
        let json;
        if (!hasSpecials) {
          json = JSON.stringify(value);
        } else {
          const out = [];
          for (let i = 0; i < value.length; ++i) {
            const v = value[i];
            if (v == null && !sparse) {
              continue;
            }
            if (Number.isNaN(v) || v === Infinity || v === -Infinity) {
              out.push(String(v));
            } else {
              out.push(v);
            }
          }
          json = JSON.stringify(out);
        }
        this.ensure(json.length * 3);
        this.i += encoder.encodeInto(json, this.json.subarray(this.i)).written;
        return;
      }
    }
    this.ensure(2);
    this.json[this.i++] = OPEN_BRACKET;
    let wroteFirstItem = false;
    for (let i = 0; i < value.length; ++i) {
      const item = value[i];
      if (isDocument ? item === void 0 : item == null && !sparse) {
        continue;
      }
      if (wroteFirstItem) {
        this.ensure(1);
        this.json[this.i++] = COMMA;
      }
      this.writeValue(valueSchema, item, void 0);
      wroteFirstItem = true;
    }
    this.ensure(1);
    this.json[this.i++] = CLOSE_BRACKET;
  }
  writeMap(ns, value, isDocument) {
    const sparse = !!ns.getMergedTraits().sparse;
    const valueSchema = ns.getValueSchema();
    if (!isDocument) {
      if (valueSchema.isStringSchema() || valueSchema.isNumericSchema() || valueSchema.isBooleanSchema()) {
        let modifications;
        for (const k in value) {
          if (!(0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .hasOwn */ .$3)(value, k)) {
            continue;
          }
          const v = value[k];
          if (Number.isNaN(v) || v === Infinity || v === -Infinity) {
            (modifications ??= {})[k] = v;
            value[k] = String(v);
          } else if (v === null && !sparse) {
            (modifications ??= {})[k] = null;
            value[k] = void 0;
          }
        }
        const json = JSON.stringify(value);
        if (modifications) {
          Object.assign(value, modifications);
        }
        this.ensure(json.length * 3);
        this.i += encoder.encodeInto(json, this.json.subarray(this.i)).written;
        return;
      }
    }
    this.ensure(2);
    this.json[this.i++] = OPEN_BRACE;
    let first = true;
    for (const k in value) {
      if (!(0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .hasOwn */ .$3)(value, k)) {
        continue;
      }
      const v = value[k];
      if (isDocument ? v === void 0 : v == null && !sparse) {
        continue;
      }
      if (!first) {
        this.ensure(1);
        this.json[this.i++] = COMMA;
      }
      first = false;
      this.writeJsonString(k);
      this.ensure(1);
      this.json[this.i++] = COLON;
      this.writeValue(valueSchema, v, void 0);
    }
    this.ensure(1);
    this.json[this.i++] = CLOSE_BRACE;
  }
  writeTimestamp(ns, value) {
    const format = determineTimestampFormat(ns, this.settings);
    switch (format) {
      case 5: {
        const iso = value.toISOString().replace(".000Z", "Z");
        this.writeAsciiQuoted(iso);
        return;
      }
      case 6: {
        this.writeAsciiQuoted((0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .dateToUtcString */ .JV)(value));
        return;
      }
      case 7: {
        const epochSecs = String(value.getTime() / 1e3);
        this.writeAscii(epochSecs);
        return;
      }
      default: {
        const epochSecs = String(value.getTime() / 1e3);
        this.writeAscii(epochSecs);
        return;
      }
    }
  }
};

// node_modules/@smithy/core/dist-es/submodules/protocols/json/codec-v2/JsonCodec2.js
var JsonCodec2 = class extends SerdeContextConfig {
  settings;
  constructor(settings) {
    super();
    this.settings = settings;
  }
  createSerializer() {
    const serializer = new JsonShapeSerializer2(this.settings);
    serializer.setSerdeContext(this.serdeContext);
    return serializer;
  }
  createDeserializer() {
    const deserializer = new JsonShapeDeserializer2(this.settings);
    deserializer.setSerdeContext(this.serdeContext);
    return deserializer;
  }
};




/***/ }),

/***/ 6465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ Sha256Node),
/* harmony export */   k: () => (/* binding */ Crc32Node)
/* harmony export */ });
/* harmony import */ var _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1655);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8522);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7598);


// node_modules/@smithy/core/dist-es/submodules/checksum/crc32/Crc32Node.js


// node_modules/@smithy/core/dist-es/submodules/checksum/crc32/Crc32Js.js
var CRC32_TABLE = new Uint32Array(256);
for (let i = 0; i < 256; ++i) {
  let c = i;
  for (let j = 0; j < 8; ++j) {
    c = c & 1 ? 3988292384 ^ c >>> 1 : c >>> 1;
  }
  CRC32_TABLE[i] = c >>> 0;
}
var ONES = 4294967295;
var Crc32Js = class {
  digestLength = 4;
  checksum = ONES;
  update(data) {
    for (let i = 0; i < data.length; ++i) {
      this.checksum = this.checksum >>> 8 ^ CRC32_TABLE[(this.checksum ^ data[i]) & 255];
    }
  }
  digestSync() {
    return (this.checksum ^ ONES) >>> 0;
  }
  async digest() {
    const value = this.digestSync();
    const out = new Uint8Array(4);
    new DataView(out.buffer).setUint32(0, value, false);
    return out;
  }
  reset() {
    this.checksum = ONES;
  }
};

// node_modules/@smithy/core/dist-es/submodules/checksum/crc32/Crc32Node.js
var zlibCrc32 = typeof node_zlib__WEBPACK_IMPORTED_MODULE_1__.crc32 === "function" ? node_zlib__WEBPACK_IMPORTED_MODULE_1__.crc32 : void 0;
var Crc32Node = zlibCrc32 ? buildNativeClass(zlibCrc32) : Crc32Js;
function buildNativeClass(nativeCrc32) {
  return class Crc32Node {
    digestLength = 4;
    value = 0;
    update(data) {
      this.value = nativeCrc32(data, this.value);
    }
    digestSync() {
      return this.value >>> 0;
    }
    async digest() {
      const out = new Uint8Array(4);
      new DataView(out.buffer).setUint32(0, this.digestSync(), false);
      return out;
    }
    reset() {
      this.value = 0;
    }
  };
}

// node_modules/@smithy/core/dist-es/submodules/checksum/sha256/Sha256Js.js
var BLOCK = 64;
var DIGEST_LENGTH = 32;
var MAX_HASHABLE_LENGTH = 2 ** 53 - 1;
var Sha256Js = class _Sha256Js {
  digestLength = DIGEST_LENGTH;
  state = Int32Array.from(INIT);
  w;
  buffer = new Uint8Array(64);
  bufferLength = 0;
  bytesHashed = 0;
  finished = false;
  inner;
  outer;
  constructor(secret) {
    if (secret) {
      const key = _Sha256Js.normalizeKey(secret);
      this.inner = new _Sha256Js();
      this.outer = new _Sha256Js();
      const { inner, outer } = this;
      const pad = new Uint8Array(BLOCK * 2);
      for (let i = 0; i < BLOCK; ++i) {
        pad[i] = 54 ^ key[i];
        pad[i + BLOCK] = 92 ^ key[i];
      }
      inner.update(pad.subarray(0, BLOCK));
      outer.update(pad.subarray(BLOCK));
    }
  }
  update(data) {
    if (this.finished) {
      throw new Error("Attempted to update an already finished HMAC.");
    }
    if (this.inner) {
      this.inner.update(data);
      return;
    }
    const chunk = (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .toUint8Array */ .Fo)(data);
    let position = 0;
    let { byteLength } = chunk;
    this.bytesHashed += byteLength;
    if (this.bytesHashed * 8 > MAX_HASHABLE_LENGTH) {
      throw new Error("Cannot hash more than 2^53 - 1 bits");
    }
    while (byteLength > 0) {
      this.buffer[this.bufferLength++] = chunk[position++];
      byteLength--;
      if (this.bufferLength === BLOCK) {
        this.hashBuffer();
        this.bufferLength = 0;
      }
    }
  }
  async digest() {
    const { inner, outer } = this;
    if (inner && outer) {
      if (this.finished) {
        throw new Error("Attempted to digest an already finished HMAC.");
      }
      this.finished = true;
      const innerDigest = inner.digestSync();
      outer.update(innerDigest);
      return outer.digestSync();
    }
    return this.digestSync();
  }
  reset() {
    this.state = Int32Array.from(INIT);
    this.buffer = new Uint8Array(64);
    this.bufferLength = 0;
    this.bytesHashed = 0;
  }
  digestSync() {
    const state = this.state.slice();
    const buffer = this.buffer.slice();
    let bufferLength = this.bufferLength;
    const bitsHashed = this.bytesHashed * 8;
    const bufferView = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
    bufferView.setUint8(bufferLength++, 128);
    if ((bufferLength - 1) % BLOCK >= BLOCK - 8) {
      for (let i = bufferLength; i < BLOCK; ++i) {
        bufferView.setUint8(i, 0);
      }
      this.hashBufferWith(state, buffer);
      bufferLength = 0;
    }
    for (let i = bufferLength; i < BLOCK - 8; ++i) {
      bufferView.setUint8(i, 0);
    }
    bufferView.setUint32(BLOCK - 8, Math.floor(bitsHashed / 4294967296), false);
    bufferView.setUint32(BLOCK - 4, bitsHashed, false);
    this.hashBufferWith(state, buffer);
    const out = new Uint8Array(DIGEST_LENGTH);
    for (let i = 0; i < 8; ++i) {
      out[i * 4] = state[i] >>> 24 & 255;
      out[i * 4 + 1] = state[i] >>> 16 & 255;
      out[i * 4 + 2] = state[i] >>> 8 & 255;
      out[i * 4 + 3] = state[i] >>> 0 & 255;
    }
    return out;
  }
  static normalizeKey(secret) {
    const key = (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_0__/* .toUint8Array */ .Fo)(secret);
    if (key.byteLength > BLOCK) {
      const h = new _Sha256Js();
      h.update(key);
      const out = h.digestSync();
      const padded = new Uint8Array(BLOCK);
      padded.set(out);
      return padded;
    }
    if (key.byteLength < BLOCK) {
      const padded = new Uint8Array(BLOCK);
      padded.set(key);
      return padded;
    }
    return key;
  }
  hashBuffer() {
    this.hashBufferWith(this.state, this.buffer);
  }
  hashBufferWith(state, buffer) {
    const w = this.w ??= new Int32Array(64);
    let s0 = state[0], s1 = state[1], s2 = state[2], s3 = state[3], s4 = state[4], s5 = state[5], s6 = state[6], s7 = state[7];
    for (let i = 0; i < BLOCK; ++i) {
      if (i < 16) {
        w[i] = (buffer[i * 4] & 255) << 24 | (buffer[i * 4 + 1] & 255) << 16 | (buffer[i * 4 + 2] & 255) << 8 | buffer[i * 4 + 3] & 255;
      } else {
        let u = w[i - 2];
        const t12 = (u >>> 17 | u << 15) ^ (u >>> 19 | u << 13) ^ u >>> 10;
        u = w[i - 15];
        const t22 = (u >>> 7 | u << 25) ^ (u >>> 18 | u << 14) ^ u >>> 3;
        w[i] = (t12 + w[i - 7] | 0) + (t22 + w[i - 16] | 0);
      }
      const t1 = (((s4 >>> 6 | s4 << 26) ^ (s4 >>> 11 | s4 << 21) ^ (s4 >>> 25 | s4 << 7)) + (s4 & s5 ^ ~s4 & s6) | 0) + (s7 + (K[i] + w[i] | 0) | 0) | 0;
      const t2 = ((s0 >>> 2 | s0 << 30) ^ (s0 >>> 13 | s0 << 19) ^ (s0 >>> 22 | s0 << 10)) + (s0 & s1 ^ s0 & s2 ^ s1 & s2) | 0;
      s7 = s6;
      s6 = s5;
      s5 = s4;
      s4 = s3 + t1 | 0;
      s3 = s2;
      s2 = s1;
      s1 = s0;
      s0 = t1 + t2 | 0;
    }
    state[0] += s0;
    state[1] += s1;
    state[2] += s2;
    state[3] += s3;
    state[4] += s4;
    state[5] += s5;
    state[6] += s6;
    state[7] += s7;
  }
};
var INIT = new Int32Array([
  1779033703,
  3144134277,
  1013904242,
  2773480762,
  1359893119,
  2600822924,
  528734635,
  1541459225
]);
var K = new Int32Array([
  1116352408,
  1899447441,
  3049323471,
  3921009573,
  961987163,
  1508970993,
  2453635748,
  2870763221,
  3624381080,
  310598401,
  607225278,
  1426881987,
  1925078388,
  2162078206,
  2614888103,
  3248222580,
  3835390401,
  4022224774,
  264347078,
  604807628,
  770255983,
  1249150122,
  1555081692,
  1996064986,
  2554220882,
  2821834349,
  2952996808,
  3210313671,
  3336571891,
  3584528711,
  113926993,
  338241895,
  666307205,
  773529912,
  1294757372,
  1396182291,
  1695183700,
  1986661051,
  2177026350,
  2456956037,
  2730485921,
  2820302411,
  3259730800,
  3345764771,
  3516065817,
  3600352804,
  4094571909,
  275423344,
  430227734,
  506948616,
  659060556,
  883997877,
  958139571,
  1322822218,
  1537002063,
  1747873779,
  1955562222,
  2024104815,
  2227730452,
  2361852424,
  2428436474,
  2756734187,
  3204031479,
  3329325298
]);

// node_modules/@smithy/core/dist-es/submodules/checksum/sha256/Sha256Node.js

var hasNativeCrypto = (() => {
  try {
    (0,node_crypto__WEBPACK_IMPORTED_MODULE_2__.createHash)("sha256");
    return true;
  } catch {
    return false;
  }
})();
var Sha256Node = hasNativeCrypto ? buildNativeClass2() : Sha256Js;
function buildNativeClass2() {
  return class Sha256Node {
    digestLength = 32;
    secret;
    hash;
    isHmac;
    finished = false;
    constructor(secret) {
      this.secret = secret;
      this.isHmac = !!secret;
      this.hash = this.createHash();
    }
    update(data) {
      if (this.finished) {
        throw new Error("Attempted to update an already finished hash.");
      }
      this.hash.update(data);
    }
    async digest() {
      let buf;
      if (this.isHmac) {
        this.finished = true;
        buf = this.hash.digest();
      } else {
        buf = this.hash.copy().digest();
      }
      return new Uint8Array(buf.buffer, buf.byteOffset, buf.byteLength);
    }
    reset() {
      this.hash = this.createHash();
      this.finished = false;
    }
    createHash() {
      return this.secret ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_2__.createHmac)("sha256", toBuffer(this.secret)) : (0,node_crypto__WEBPACK_IMPORTED_MODULE_2__.createHash)("sha256");
    }
  };
}
function toBuffer(data) {
  if (typeof data === "string") {
    return data;
  }
  if (ArrayBuffer.isView(data)) {
    return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  }
  return Buffer.from(data);
}




/***/ }),

/***/ 1682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $S: () => (/* binding */ NODE_AUTH_SCHEME_PREFERENCE_OPTIONS),
/* harmony export */   AE: () => (/* binding */ NODE_SIGV4A_CONFIG_OPTIONS),
/* harmony export */   BB: () => (/* binding */ SignatureV4),
/* harmony export */   Oy: () => (/* binding */ resolveAwsSdkSigV4AConfig),
/* harmony export */   S1: () => (/* binding */ AwsSdkSigV4ASigner),
/* harmony export */   TE: () => (/* binding */ AwsJson1_1Protocol),
/* harmony export */   Yu: () => (/* binding */ AwsRestJsonProtocol),
/* harmony export */   dm: () => (/* binding */ signatureV4aContainer),
/* harmony export */   f2: () => (/* binding */ AwsSdkSigV4Signer),
/* harmony export */   ho: () => (/* binding */ resolveAwsSdkSigV4Config),
/* harmony export */   kE: () => (/* binding */ AwsQueryProtocol),
/* harmony export */   wb: () => (/* binding */ AwsEc2QueryProtocol)
/* harmony export */ });
/* harmony import */ var _chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2784);
/* harmony import */ var _chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2203);
/* harmony import */ var _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1655);




// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/utils/getDateHeader.js
var getDateHeader = (response) => _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpResponse */ .cS.isInstance(response) ? response.headers?.date ?? response.headers?.Date : void 0;
var getAgeHeader = (response) => _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpResponse */ .cS.isInstance(response) ? response.headers?.age ?? response.headers?.Age : void 0;

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/utils/getSkewCorrectedDate.js
var getSkewCorrectedDate = (systemClockOffset) => new Date(Date.now() + systemClockOffset);

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/utils/getUpdatedSystemClockOffset.js
var getUpdatedSystemClockOffset = (clockTime, currentSystemClockOffset, timeRequestSent, ageHeader) => {
  if (ageHeader !== void 0) {
    return currentSystemClockOffset;
  }
  const serverTime = Date.parse(clockTime);
  if (Number.isNaN(serverTime)) {
    return currentSystemClockOffset;
  }
  const timeResponseReceived = Date.now();
  if (timeRequestSent !== void 0 && timeResponseReceived - timeRequestSent > 9e5) {
    return currentSystemClockOffset;
  }
  return serverTime - timeResponseReceived;
};

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/aws_sdk/AwsSdkSigV4Signer.js
var throwSigningPropertyError = (name, property) => {
  if (!property) {
    throw new Error(`Property \`${name}\` is not resolved for AWS SDK SigV4Auth`);
  }
  return property;
};
var hasEventStreamOutput = (signingProperties) => {
  const context = signingProperties.context;
  const eventStream = context?.[_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .SMITHY_CONTEXT_KEY */ .Vf]?.eventStream;
  return eventStream?.output === true;
};
var validateSigningProperties = async (signingProperties) => {
  const context = throwSigningPropertyError("context", signingProperties.context);
  const config = throwSigningPropertyError("config", signingProperties.config);
  const authScheme = context.endpointV2?.properties?.authSchemes?.[0];
  const signerFunction = throwSigningPropertyError("signer", config.signer);
  const signer = await signerFunction(authScheme);
  const signingRegion = signingProperties?.signingRegion;
  const signingRegionSet = signingProperties?.signingRegionSet;
  const signingName = signingProperties?.signingName;
  return {
    config,
    signer,
    signingRegion,
    signingRegionSet,
    signingName
  };
};
var AwsSdkSigV4Signer = class {
  async sign(httpRequest, identity, signingProperties) {
    if (!_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpRequest */ .Kd.isInstance(httpRequest)) {
      throw new Error("The request is not an instance of `HttpRequest` and cannot be signed");
    }
    const validatedProps = await validateSigningProperties(signingProperties);
    const { config, signer } = validatedProps;
    let { signingRegion, signingName } = validatedProps;
    const handlerExecutionContext = signingProperties.context;
    if (handlerExecutionContext?.authSchemes?.length ?? 0 > 1) {
      const [first, second] = handlerExecutionContext.authSchemes;
      if (first?.name === "sigv4a" && second?.name === "sigv4") {
        signingRegion = second?.signingRegion ?? signingRegion;
        signingName = second?.signingName ?? signingName;
      }
    }
    const noSkewCorrection = await config.disableClockSkewCorrection?.() === true;
    signingProperties._disableClockSkewCorrection = noSkewCorrection;
    const skipSkewSampling = noSkewCorrection || hasEventStreamOutput(signingProperties);
    signingProperties._skipClockSkewSampling = skipSkewSampling;
    if (!skipSkewSampling) {
      signingProperties._preRequestSystemClockOffset = config.systemClockOffset;
      signingProperties._requestSentAt = Date.now();
    }
    const signedRequest = await signer.sign(httpRequest, {
      signingDate: noSkewCorrection ? /* @__PURE__ */ new Date() : getSkewCorrectedDate(config.systemClockOffset),
      signingRegion,
      signingService: signingName
    });
    return signedRequest;
  }
  errorHandler(signingProperties) {
    return (error) => {
      const errorException = error;
      if (!signingProperties._skipClockSkewSampling && !signingProperties._disableClockSkewCorrection) {
        const serverTime = errorException.ServerTime ?? getDateHeader(errorException.$response);
        if (serverTime) {
          const config = throwSigningPropertyError("config", signingProperties.config);
          const preRequestOffset = signingProperties._preRequestSystemClockOffset;
          const timeRequestSent = signingProperties._requestSentAt;
          const ageHeader = getAgeHeader(errorException.$response);
          const newOffset = getUpdatedSystemClockOffset(serverTime, config.systemClockOffset, timeRequestSent, ageHeader);
          config.systemClockOffset = newOffset;
          const skewExceedsThreshold = Math.abs(newOffset) >= 24e4;
          const isLocalCorrection = newOffset !== preRequestOffset;
          const isConcurrentCorrection = preRequestOffset !== void 0 && preRequestOffset !== newOffset;
          if (skewExceedsThreshold && (isLocalCorrection || isConcurrentCorrection) && errorException.$metadata) {
            errorException.$metadata.clockSkewCorrected = true;
          }
        }
      }
      throw error;
    };
  }
  successHandler(httpResponse, signingProperties) {
    if (signingProperties._skipClockSkewSampling || signingProperties._disableClockSkewCorrection) {
      return;
    }
    const dateHeader = getDateHeader(httpResponse);
    if (dateHeader) {
      const config = throwSigningPropertyError("config", signingProperties.config);
      const timeRequestSent = signingProperties._requestSentAt;
      const ageHeader = getAgeHeader(httpResponse);
      config.systemClockOffset = getUpdatedSystemClockOffset(dateHeader, config.systemClockOffset, timeRequestSent, ageHeader);
    }
  }
};

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/aws_sdk/AwsSdkSigV4ASigner.js
var AwsSdkSigV4ASigner = class extends AwsSdkSigV4Signer {
  async sign(httpRequest, identity, signingProperties) {
    if (!_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpRequest */ .Kd.isInstance(httpRequest)) {
      throw new Error("The request is not an instance of `HttpRequest` and cannot be signed");
    }
    const { config, signer, signingRegion, signingRegionSet, signingName } = await validateSigningProperties(signingProperties);
    const configResolvedSigningRegionSet = await config.sigv4aSigningRegionSet?.();
    const multiRegionOverride = (configResolvedSigningRegionSet ?? signingRegionSet ?? [signingRegion]).join(",");
    const noSkewCorrection = await config.disableClockSkewCorrection?.() === true;
    signingProperties._disableClockSkewCorrection = noSkewCorrection;
    if (!noSkewCorrection) {
      signingProperties._preRequestSystemClockOffset = config.systemClockOffset;
      signingProperties._requestSentAt = Date.now();
    }
    const signedRequest = await signer.sign(httpRequest, {
      signingDate: noSkewCorrection ? /* @__PURE__ */ new Date() : getSkewCorrectedDate(config.systemClockOffset),
      signingRegion: multiRegionOverride,
      signingService: signingName
    });
    return signedRequest;
  }
};

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/utils/getArrayForCommaSeparatedString.js
var getArrayForCommaSeparatedString = (str) => typeof str === "string" && str.length > 0 ? str.split(",").map((item) => item.trim()) : [];

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/utils/getBearerTokenEnvKey.js
var getBearerTokenEnvKey = (signingName) => `AWS_BEARER_TOKEN_${signingName.replace(/[\s-]/g, "_").toUpperCase()}`;

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/aws_sdk/NODE_AUTH_SCHEME_PREFERENCE_OPTIONS.js
var NODE_AUTH_SCHEME_PREFERENCE_ENV_KEY = "AWS_AUTH_SCHEME_PREFERENCE";
var NODE_AUTH_SCHEME_PREFERENCE_CONFIG_KEY = "auth_scheme_preference";
var NODE_AUTH_SCHEME_PREFERENCE_OPTIONS = {
  environmentVariableSelector: (env, options) => {
    if (options?.signingName) {
      const bearerTokenKey = getBearerTokenEnvKey(options.signingName);
      if (bearerTokenKey in env) {
        return ["httpBearerAuth"];
      }
    }
    if (!(NODE_AUTH_SCHEME_PREFERENCE_ENV_KEY in env)) {
      return void 0;
    }
    return getArrayForCommaSeparatedString(env[NODE_AUTH_SCHEME_PREFERENCE_ENV_KEY]);
  },
  configFileSelector: (profile) => {
    if (!(NODE_AUTH_SCHEME_PREFERENCE_CONFIG_KEY in profile)) {
      return void 0;
    }
    return getArrayForCommaSeparatedString(profile[NODE_AUTH_SCHEME_PREFERENCE_CONFIG_KEY]);
  },
  default: []
};

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/aws_sdk/resolveAwsSdkSigV4AConfig.js
var resolveAwsSdkSigV4AConfig = (config) => {
  config.sigv4aSigningRegionSet = (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeProvider */ .te)(config.sigv4aSigningRegionSet);
  return config;
};
var NODE_SIGV4A_CONFIG_OPTIONS = {
  environmentVariableSelector(env) {
    if (env.AWS_SIGV4A_SIGNING_REGION_SET) {
      return env.AWS_SIGV4A_SIGNING_REGION_SET.split(",").map((_) => _.trim());
    }
    throw new _chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .ProviderError */ .mZ("AWS_SIGV4A_SIGNING_REGION_SET not set in env.", {
      tryNextLink: true
    });
  },
  configFileSelector(profile) {
    if (profile.sigv4a_signing_region_set) {
      return (profile.sigv4a_signing_region_set ?? "").split(",").map((_) => _.trim());
    }
    throw new _chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .ProviderError */ .mZ("sigv4a_signing_region_set not set in profile.", {
      tryNextLink: true
    });
  },
  default: void 0
};

// node_modules/@smithy/signature-v4/dist-es/HeaderFormatter.js
var HeaderFormatter = class {
  format(headers) {
    const chunks = [];
    for (const headerName in headers) {
      if (!(0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .hasOwn */ .$3)(headers, headerName)) {
        continue;
      }
      const bytes = (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .fromUtf8 */ .ar)(headerName);
      chunks.push(Uint8Array.from([bytes.byteLength]), bytes, this.formatHeaderValue(headers[headerName]));
    }
    const out = new Uint8Array(chunks.reduce((carry, bytes) => carry + bytes.byteLength, 0));
    let position = 0;
    for (const chunk of chunks) {
      out.set(chunk, position);
      position += chunk.byteLength;
    }
    return out;
  }
  formatHeaderValue(header) {
    switch (header.type) {
      case "boolean":
        return Uint8Array.from([header.value ? 0 : 1]);
      case "byte":
        return Uint8Array.from([2, header.value]);
      case "short":
        const shortView = new DataView(new ArrayBuffer(3));
        shortView.setUint8(0, 3);
        shortView.setInt16(1, header.value, false);
        return new Uint8Array(shortView.buffer);
      case "integer":
        const intView = new DataView(new ArrayBuffer(5));
        intView.setUint8(0, 4);
        intView.setInt32(1, header.value, false);
        return new Uint8Array(intView.buffer);
      case "long":
        const longBytes = new Uint8Array(9);
        longBytes[0] = 5;
        longBytes.set(header.value.bytes, 1);
        return longBytes;
      case "binary":
        const binView = new DataView(new ArrayBuffer(3 + header.value.byteLength));
        binView.setUint8(0, 6);
        binView.setUint16(1, header.value.byteLength, false);
        const binBytes = new Uint8Array(binView.buffer);
        binBytes.set(header.value, 3);
        return binBytes;
      case "string":
        const utf8Bytes = (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .fromUtf8 */ .ar)(header.value);
        const strView = new DataView(new ArrayBuffer(3 + utf8Bytes.byteLength));
        strView.setUint8(0, 7);
        strView.setUint16(1, utf8Bytes.byteLength, false);
        const strBytes = new Uint8Array(strView.buffer);
        strBytes.set(utf8Bytes, 3);
        return strBytes;
      case "timestamp":
        const tsBytes = new Uint8Array(9);
        tsBytes[0] = 8;
        tsBytes.set(Int64.fromNumber(header.value.valueOf()).bytes, 1);
        return tsBytes;
      case "uuid":
        if (!UUID_PATTERN.test(header.value)) {
          throw new Error(`Invalid UUID received: ${header.value}`);
        }
        const uuidBytes = new Uint8Array(17);
        uuidBytes[0] = 9;
        uuidBytes.set((0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .fromHex */ .aD)(header.value.replace(/-/g, "")), 1);
        return uuidBytes;
    }
  }
};
var HEADER_VALUE_TYPE;
(function(HEADER_VALUE_TYPE2) {
  HEADER_VALUE_TYPE2[HEADER_VALUE_TYPE2["boolTrue"] = 0] = "boolTrue";
  HEADER_VALUE_TYPE2[HEADER_VALUE_TYPE2["boolFalse"] = 1] = "boolFalse";
  HEADER_VALUE_TYPE2[HEADER_VALUE_TYPE2["byte"] = 2] = "byte";
  HEADER_VALUE_TYPE2[HEADER_VALUE_TYPE2["short"] = 3] = "short";
  HEADER_VALUE_TYPE2[HEADER_VALUE_TYPE2["integer"] = 4] = "integer";
  HEADER_VALUE_TYPE2[HEADER_VALUE_TYPE2["long"] = 5] = "long";
  HEADER_VALUE_TYPE2[HEADER_VALUE_TYPE2["byteArray"] = 6] = "byteArray";
  HEADER_VALUE_TYPE2[HEADER_VALUE_TYPE2["string"] = 7] = "string";
  HEADER_VALUE_TYPE2[HEADER_VALUE_TYPE2["timestamp"] = 8] = "timestamp";
  HEADER_VALUE_TYPE2[HEADER_VALUE_TYPE2["uuid"] = 9] = "uuid";
})(HEADER_VALUE_TYPE || (HEADER_VALUE_TYPE = {}));
var UUID_PATTERN = /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/;
var Int64 = class _Int64 {
  bytes;
  constructor(bytes) {
    this.bytes = bytes;
    if (bytes.byteLength !== 8) {
      throw new Error("Int64 buffers must be exactly 8 bytes");
    }
  }
  static fromNumber(number) {
    if (number > 9223372036854776e3 || number < -9223372036854776e3) {
      throw new Error(`${number} is too large (or, if negative, too small) to represent as an Int64`);
    }
    const bytes = new Uint8Array(8);
    for (let i = 7, remaining = Math.abs(Math.round(number)); i > -1 && remaining > 0; i--, remaining /= 256) {
      bytes[i] = remaining;
    }
    if (number < 0) {
      negate(bytes);
    }
    return new _Int64(bytes);
  }
  valueOf() {
    const bytes = this.bytes.slice(0);
    const negative = bytes[0] & 128;
    if (negative) {
      negate(bytes);
    }
    return parseInt((0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .toHex */ .nj)(bytes), 16) * (negative ? -1 : 1);
  }
  toString() {
    return String(this.valueOf());
  }
};
function negate(bytes) {
  for (let i = 0; i < 8; i++) {
    bytes[i] ^= 255;
  }
  for (let i = 7; i > -1; i--) {
    bytes[i]++;
    if (bytes[i] !== 0) {
      break;
    }
  }
}

// node_modules/@smithy/signature-v4/dist-es/constants.js
var ALGORITHM_QUERY_PARAM = "X-Amz-Algorithm";
var CREDENTIAL_QUERY_PARAM = "X-Amz-Credential";
var AMZ_DATE_QUERY_PARAM = "X-Amz-Date";
var SIGNED_HEADERS_QUERY_PARAM = "X-Amz-SignedHeaders";
var EXPIRES_QUERY_PARAM = "X-Amz-Expires";
var SIGNATURE_QUERY_PARAM = "X-Amz-Signature";
var TOKEN_QUERY_PARAM = "X-Amz-Security-Token";
var AUTH_HEADER = "authorization";
var AMZ_DATE_HEADER = AMZ_DATE_QUERY_PARAM.toLowerCase();
var DATE_HEADER = "date";
var GENERATED_HEADERS = [AUTH_HEADER, AMZ_DATE_HEADER, DATE_HEADER];
var SIGNATURE_HEADER = SIGNATURE_QUERY_PARAM.toLowerCase();
var SHA256_HEADER = "x-amz-content-sha256";
var TOKEN_HEADER = TOKEN_QUERY_PARAM.toLowerCase();
var ALWAYS_UNSIGNABLE_HEADERS = {
  authorization: true,
  "cache-control": true,
  connection: true,
  expect: true,
  from: true,
  "keep-alive": true,
  "max-forwards": true,
  pragma: true,
  referer: true,
  te: true,
  trailer: true,
  "transfer-encoding": true,
  upgrade: true,
  "user-agent": true,
  "x-amzn-trace-id": true
};
var PROXY_HEADER_PATTERN = /^proxy-/;
var SEC_HEADER_PATTERN = /^sec-/;
var ALGORITHM_IDENTIFIER = "AWS4-HMAC-SHA256";
var EVENT_ALGORITHM_IDENTIFIER = "AWS4-HMAC-SHA256-PAYLOAD";
var UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";
var MAX_CACHE_SIZE = 50;
var KEY_TYPE_IDENTIFIER = "aws4_request";
var MAX_PRESIGNED_TTL = 60 * 60 * 24 * 7;

// node_modules/@smithy/signature-v4/dist-es/getCanonicalQuery.js
var getCanonicalQuery = ({ query = {} }) => {
  const keys = [];
  const serialized = {};
  for (const key in query) {
    if (!(0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .hasOwn */ .$3)(query, key)) {
      continue;
    }
    if (key.toLowerCase() === SIGNATURE_HEADER) {
      continue;
    }
    const encodedKey = (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeUri */ .o$)(key);
    keys.push(encodedKey);
    const value = query[key];
    if (typeof value === "string") {
      serialized[encodedKey] = `${encodedKey}=${(0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeUri */ .o$)(value)}`;
    } else if (Array.isArray(value)) {
      serialized[encodedKey] = value.slice(0).reduce((encoded, value2) => encoded.concat([`${encodedKey}=${(0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeUri */ .o$)(value2)}`]), []).sort().join("&");
    }
  }
  return keys.sort().map((key) => serialized[key]).filter((serialized2) => serialized2).join("&");
};

// node_modules/@smithy/signature-v4/dist-es/utilDate.js
var iso8601 = (time) => toDate(time).toISOString().replace(/\.\d{3}Z$/, "Z");
var toDate = (time) => {
  if (typeof time === "number") {
    return new Date(time * 1e3);
  }
  if (typeof time === "string") {
    if (Number(time)) {
      return new Date(Number(time) * 1e3);
    }
    return new Date(time);
  }
  return time;
};

// node_modules/@smithy/signature-v4/dist-es/SignatureV4Base.js
var SignatureV4Base = class {
  service;
  regionProvider;
  credentialProvider;
  sha256;
  uriEscapePath;
  applyChecksum;
  constructor({ applyChecksum, credentials, region, service, sha256, uriEscapePath = true }) {
    this.service = service;
    this.sha256 = sha256;
    this.uriEscapePath = uriEscapePath;
    this.applyChecksum = typeof applyChecksum === "boolean" ? applyChecksum : true;
    this.regionProvider = (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .normalizeProvider */ .te)(region);
    this.credentialProvider = (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .normalizeProvider */ .te)(credentials);
  }
  createCanonicalRequest(request, canonicalHeaders, payloadHash) {
    const sortedHeaders = Object.keys(canonicalHeaders).sort();
    return `${request.method}
${this.getCanonicalPath(request)}
${getCanonicalQuery(request)}
${sortedHeaders.map((name) => `${name}:${canonicalHeaders[name]}`).join("\n")}

${sortedHeaders.join(";")}
${payloadHash}`;
  }
  async createStringToSign(longDate, credentialScope, canonicalRequest, algorithmIdentifier) {
    const hash = new this.sha256();
    hash.update((0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .toUint8Array */ .Fo)(canonicalRequest));
    const hashedRequest = await hash.digest();
    return `${algorithmIdentifier}
${longDate}
${credentialScope}
${(0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .toHex */ .nj)(hashedRequest)}`;
  }
  getCanonicalPath({ path }) {
    if (this.uriEscapePath) {
      const normalizedPathSegments = [];
      for (const pathSegment of path.split("/")) {
        if (pathSegment?.length === 0) {
          continue;
        }
        if (pathSegment === ".") {
          continue;
        }
        if (pathSegment === "..") {
          normalizedPathSegments.pop();
        } else {
          normalizedPathSegments.push(pathSegment);
        }
      }
      const normalizedPath = `${path?.startsWith("/") ? "/" : ""}${normalizedPathSegments.join("/")}${normalizedPathSegments.length > 0 && path?.endsWith("/") ? "/" : ""}`;
      const doubleEncoded = (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeUri */ .o$)(normalizedPath);
      return doubleEncoded.replace(/%2F/g, "/");
    }
    return path;
  }
  validateResolvedCredentials(credentials) {
    if (typeof credentials !== "object" || typeof credentials.accessKeyId !== "string" || typeof credentials.secretAccessKey !== "string") {
      throw new Error("Resolved credential object is not valid");
    }
  }
  formatDate(now) {
    const longDate = iso8601(now).replace(/[-:]/g, "");
    return {
      longDate,
      shortDate: longDate.slice(0, 8)
    };
  }
  getCanonicalHeaderList(headers) {
    return Object.keys(headers).sort().join(";");
  }
};

// node_modules/@smithy/signature-v4/dist-es/credentialDerivation.js
var signingKeyCache = {};
var cacheQueue = [];
var createScope = (shortDate, region, service) => `${shortDate}/${region}/${service}/${KEY_TYPE_IDENTIFIER}`;
var getSigningKey = async (sha256Constructor, credentials, shortDate, region, service) => {
  const credsHash = await hmac(sha256Constructor, credentials.secretAccessKey, credentials.accessKeyId);
  const cacheKey = `${shortDate}:${region}:${service}:${(0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .toHex */ .nj)(credsHash)}:${credentials.sessionToken}`;
  if (cacheKey in signingKeyCache) {
    return signingKeyCache[cacheKey];
  }
  cacheQueue.push(cacheKey);
  while (cacheQueue.length > MAX_CACHE_SIZE) {
    delete signingKeyCache[cacheQueue.shift()];
  }
  let key = `AWS4${credentials.secretAccessKey}`;
  for (const signable of [shortDate, region, service, KEY_TYPE_IDENTIFIER]) {
    key = await hmac(sha256Constructor, key, signable);
  }
  return signingKeyCache[cacheKey] = key;
};
var hmac = (ctor, secret, data) => {
  const hash = new ctor(secret);
  hash.update((0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .toUint8Array */ .Fo)(data));
  return hash.digest();
};

// node_modules/@smithy/signature-v4/dist-es/getCanonicalHeaders.js
var getCanonicalHeaders = ({ headers }, unsignableHeaders, signableHeaders) => {
  const canonical = {};
  for (const headerName of Object.keys(headers).sort()) {
    if (headers[headerName] == void 0) {
      continue;
    }
    const canonicalHeaderName = headerName.toLowerCase();
    if ((0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .hasOwn */ .$3)(ALWAYS_UNSIGNABLE_HEADERS, canonicalHeaderName) || unsignableHeaders?.has(canonicalHeaderName) || PROXY_HEADER_PATTERN.test(canonicalHeaderName) || SEC_HEADER_PATTERN.test(canonicalHeaderName)) {
      if (!signableHeaders || signableHeaders && !signableHeaders.has(canonicalHeaderName)) {
        continue;
      }
    }
    if (canonicalHeaderName === "__proto__") {
      (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .writeKey */ .TE)(canonical);
    }
    canonical[canonicalHeaderName] = headers[headerName].replace(/[\r\n]/g, " ").replace(/[ \t]+/g, " ").replace(/^ | $/g, "");
  }
  return canonical;
};

// node_modules/@smithy/signature-v4/dist-es/getPayloadHash.js
var getPayloadHash = async ({ headers, body }, hashConstructor) => {
  for (const headerName in headers) {
    if (!(0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .hasOwn */ .$3)(headers, headerName)) {
      continue;
    }
    if (headerName.toLowerCase() === SHA256_HEADER) {
      return headers[headerName];
    }
  }
  if (body == void 0) {
    return "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  } else if (typeof body === "string" || ArrayBuffer.isView(body) || (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .isArrayBuffer */ .mw)(body)) {
    const hashCtor = new hashConstructor();
    hashCtor.update((0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .toUint8Array */ .Fo)(body));
    return (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .toHex */ .nj)(await hashCtor.digest());
  }
  return UNSIGNED_PAYLOAD;
};

// node_modules/@smithy/signature-v4/dist-es/headerUtil.js
var hasHeader = (soughtHeader, headers) => {
  soughtHeader = soughtHeader.toLowerCase();
  for (const headerName in headers) {
    if (!(0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .hasOwn */ .$3)(headers, headerName)) {
      continue;
    }
    if (soughtHeader === headerName.toLowerCase()) {
      return true;
    }
  }
  return false;
};

// node_modules/@smithy/signature-v4/dist-es/moveHeadersToQuery.js
var moveHeadersToQuery = (request, options = {}) => {
  const { headers, query = {} } = _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpRequest */ .Kd.clone(request);
  for (const name in headers) {
    if (!(0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .hasOwn */ .$3)(headers, name)) {
      continue;
    }
    const lname = name.toLowerCase();
    if (lname.slice(0, 6) === "x-amz-" && !options.unhoistableHeaders?.has(lname) || options.hoistableHeaders?.has(lname)) {
      query[name] = headers[name];
      delete headers[name];
    }
  }
  return {
    ...request,
    headers,
    query
  };
};

// node_modules/@smithy/signature-v4/dist-es/prepareRequest.js
var prepareRequest = (request) => {
  request = _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpRequest */ .Kd.clone(request);
  for (const headerName in request.headers) {
    if (!(0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .hasOwn */ .$3)(request.headers, headerName)) {
      continue;
    }
    if (GENERATED_HEADERS.indexOf(headerName.toLowerCase()) > -1) {
      delete request.headers[headerName];
    }
  }
  return request;
};

// node_modules/@smithy/signature-v4/dist-es/SignatureV4.js
var SignatureV4 = class extends SignatureV4Base {
  headerFormatter = new HeaderFormatter();
  constructor({ applyChecksum, credentials, region, service, sha256, uriEscapePath = true }) {
    super({
      applyChecksum,
      credentials,
      region,
      service,
      sha256,
      uriEscapePath
    });
  }
  async presign(originalRequest, options = {}) {
    const { signingDate = /* @__PURE__ */ new Date(), expiresIn = 3600, unsignableHeaders, unhoistableHeaders, signableHeaders, hoistableHeaders, signingRegion, signingService } = options;
    const credentials = await this.credentialProvider();
    this.validateResolvedCredentials(credentials);
    const region = signingRegion ?? await this.regionProvider();
    const { longDate, shortDate } = this.formatDate(signingDate);
    if (expiresIn > MAX_PRESIGNED_TTL) {
      return Promise.reject("Signature version 4 presigned URLs must have an expiration date less than one week in the future");
    }
    const scope = createScope(shortDate, region, signingService ?? this.service);
    const request = moveHeadersToQuery(prepareRequest(originalRequest), { unhoistableHeaders, hoistableHeaders });
    if (credentials.sessionToken) {
      request.query[TOKEN_QUERY_PARAM] = credentials.sessionToken;
    }
    request.query[ALGORITHM_QUERY_PARAM] = ALGORITHM_IDENTIFIER;
    request.query[CREDENTIAL_QUERY_PARAM] = `${credentials.accessKeyId}/${scope}`;
    request.query[AMZ_DATE_QUERY_PARAM] = longDate;
    request.query[EXPIRES_QUERY_PARAM] = expiresIn.toString(10);
    const canonicalHeaders = getCanonicalHeaders(request, unsignableHeaders, signableHeaders);
    request.query[SIGNED_HEADERS_QUERY_PARAM] = this.getCanonicalHeaderList(canonicalHeaders);
    request.query[SIGNATURE_QUERY_PARAM] = await this.getSignature(longDate, scope, this.getSigningKey(credentials, region, shortDate, signingService), this.createCanonicalRequest(request, canonicalHeaders, await getPayloadHash(originalRequest, this.sha256)));
    return request;
  }
  async sign(toSign, options) {
    if (typeof toSign === "string") {
      return this.signString(toSign, options);
    } else if (toSign.headers && toSign.payload) {
      return this.signEvent(toSign, options);
    } else if (toSign.message) {
      return this.signMessage(toSign, options);
    } else {
      return this.signRequest(toSign, options);
    }
  }
  async signEvent({ headers, payload }, { signingDate = /* @__PURE__ */ new Date(), priorSignature, signingRegion, signingService, eventStreamCredentials }) {
    const region = signingRegion ?? await this.regionProvider();
    const { shortDate, longDate } = this.formatDate(signingDate);
    const scope = createScope(shortDate, region, signingService ?? this.service);
    const hashedPayload = await getPayloadHash({ headers: {}, body: payload }, this.sha256);
    const hash = new this.sha256();
    hash.update(headers);
    const hashedHeaders = (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .toHex */ .nj)(await hash.digest());
    const stringToSign = [
      EVENT_ALGORITHM_IDENTIFIER,
      longDate,
      scope,
      priorSignature,
      hashedHeaders,
      hashedPayload
    ].join("\n");
    return this.signString(stringToSign, {
      signingDate,
      signingRegion: region,
      signingService,
      eventStreamCredentials
    });
  }
  async signMessage(signableMessage, { signingDate = /* @__PURE__ */ new Date(), signingRegion, signingService, eventStreamCredentials }) {
    const promise = this.signEvent({
      headers: this.headerFormatter.format(signableMessage.message.headers),
      payload: signableMessage.message.body
    }, {
      signingDate,
      signingRegion,
      signingService,
      priorSignature: signableMessage.priorSignature,
      eventStreamCredentials
    });
    return promise.then((signature) => {
      return { message: signableMessage.message, signature };
    });
  }
  async signString(stringToSign, { signingDate = /* @__PURE__ */ new Date(), signingRegion, signingService, eventStreamCredentials } = {}) {
    const credentials = eventStreamCredentials ?? await this.credentialProvider();
    this.validateResolvedCredentials(credentials);
    const region = signingRegion ?? await this.regionProvider();
    const { shortDate } = this.formatDate(signingDate);
    const hash = new this.sha256(await this.getSigningKey(credentials, region, shortDate, signingService));
    hash.update((0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .toUint8Array */ .Fo)(stringToSign));
    return (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .toHex */ .nj)(await hash.digest());
  }
  async signRequest(requestToSign, { signingDate = /* @__PURE__ */ new Date(), signableHeaders, unsignableHeaders, signingRegion, signingService } = {}) {
    const credentials = await this.credentialProvider();
    this.validateResolvedCredentials(credentials);
    const region = signingRegion ?? await this.regionProvider();
    const request = prepareRequest(requestToSign);
    const { longDate, shortDate } = this.formatDate(signingDate);
    const scope = createScope(shortDate, region, signingService ?? this.service);
    request.headers[AMZ_DATE_HEADER] = longDate;
    if (credentials.sessionToken) {
      request.headers[TOKEN_HEADER] = credentials.sessionToken;
    }
    const payloadHash = await getPayloadHash(request, this.sha256);
    if (!hasHeader(SHA256_HEADER, request.headers) && this.applyChecksum) {
      request.headers[SHA256_HEADER] = payloadHash;
    }
    const canonicalHeaders = getCanonicalHeaders(request, unsignableHeaders, signableHeaders);
    const signature = await this.getSignature(longDate, scope, this.getSigningKey(credentials, region, shortDate, signingService), this.createCanonicalRequest(request, canonicalHeaders, payloadHash));
    request.headers[AUTH_HEADER] = `${ALGORITHM_IDENTIFIER} Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${this.getCanonicalHeaderList(canonicalHeaders)}, Signature=${signature}`;
    return request;
  }
  async getSignature(longDate, credentialScope, keyPromise, canonicalRequest) {
    const stringToSign = await this.createStringToSign(longDate, credentialScope, canonicalRequest, ALGORITHM_IDENTIFIER);
    const hash = new this.sha256(await keyPromise);
    hash.update((0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .toUint8Array */ .Fo)(stringToSign));
    return (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .toHex */ .nj)(await hash.digest());
  }
  getSigningKey(credentials, region, shortDate, service) {
    return getSigningKey(this.sha256, credentials, shortDate, region, service || this.service);
  }
};

// node_modules/@smithy/signature-v4/dist-es/signature-v4a-container.js
var signatureV4aContainer = {
  SignatureV4a: null
};

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/aws_sdk/resolveAwsSdkSigV4Config.js
var bindResolveAwsSdkSigV4Config = (defaultDisableClockSkewCorrection) => (config) => {
  let inputCredentials = config.credentials;
  let isUserSupplied = !!config.credentials;
  let resolvedCredentials = void 0;
  Object.defineProperty(config, "credentials", {
    set(credentials) {
      if (credentials && credentials !== inputCredentials && credentials !== resolvedCredentials) {
        isUserSupplied = true;
      }
      inputCredentials = credentials;
      const memoizedProvider = normalizeCredentialProvider(config, {
        credentials: inputCredentials,
        credentialDefaultProvider: config.credentialDefaultProvider
      });
      const boundProvider = bindCallerConfig(config, memoizedProvider);
      if (isUserSupplied && !boundProvider.attributed) {
        const isCredentialObject = typeof inputCredentials === "object" && inputCredentials !== null;
        resolvedCredentials = async (options) => {
          const creds = await boundProvider(options);
          const attributedCreds = creds;
          if (isCredentialObject && (!attributedCreds.$source || Object.keys(attributedCreds.$source).length === 0)) {
            return (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_0__/* .setCredentialFeature */ .gD)(attributedCreds, "CREDENTIALS_CODE", "e");
          }
          return attributedCreds;
        };
        resolvedCredentials.memoized = boundProvider.memoized;
        resolvedCredentials.configBound = boundProvider.configBound;
        resolvedCredentials.attributed = true;
      } else {
        resolvedCredentials = boundProvider;
      }
    },
    get() {
      return resolvedCredentials;
    },
    enumerable: true,
    configurable: true
  });
  config.credentials = inputCredentials;
  const { signingEscapePath = true, systemClockOffset = config.systemClockOffset || 0, sha256 } = config;
  let signer;
  if (config.signer) {
    signer = (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeProvider */ .te)(config.signer);
  } else if (config.regionInfoProvider) {
    signer = () => (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeProvider */ .te)(config.region)().then(async (region) => [
      await config.regionInfoProvider(region, {
        useFipsEndpoint: await config.useFipsEndpoint(),
        useDualstackEndpoint: await config.useDualstackEndpoint()
      }) || {},
      region
    ]).then(([regionInfo, region]) => {
      const { signingRegion, signingService } = regionInfo;
      config.signingRegion = config.signingRegion || signingRegion || region;
      config.signingName = config.signingName || signingService || config.serviceId;
      const params = {
        ...config,
        credentials: config.credentials,
        region: config.signingRegion,
        service: config.signingName,
        sha256,
        uriEscapePath: signingEscapePath
      };
      const SignerCtor = config.signerConstructor || SignatureV4;
      return new SignerCtor(params);
    });
  } else {
    signer = async (authScheme) => {
      authScheme = Object.assign({}, {
        name: "sigv4",
        signingName: config.signingName || config.defaultSigningName,
        signingRegion: await (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeProvider */ .te)(config.region)(),
        properties: {}
      }, authScheme);
      const signingRegion = authScheme.signingRegion;
      const signingService = authScheme.signingName;
      config.signingRegion = config.signingRegion || signingRegion;
      config.signingName = config.signingName || signingService || config.serviceId;
      const params = {
        ...config,
        credentials: config.credentials,
        region: config.signingRegion,
        service: config.signingName,
        sha256,
        uriEscapePath: signingEscapePath
      };
      const SignerCtor = config.signerConstructor || SignatureV4;
      return new SignerCtor(params);
    };
  }
  const resolvedConfig = Object.assign(config, {
    systemClockOffset,
    signingEscapePath,
    signer,
    disableClockSkewCorrection: (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeProvider */ .te)(config.disableClockSkewCorrection ?? defaultDisableClockSkewCorrection)
  });
  return resolvedConfig;
};
function normalizeCredentialProvider(config, { credentials, credentialDefaultProvider }) {
  let credentialsProvider;
  if (credentials) {
    if (!credentials?.memoized) {
      credentialsProvider = (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_0__/* .memoizeIdentityProvider */ .K4)(credentials, _chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_0__/* .isIdentityExpired */ .OC, _chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_0__/* .doesIdentityRequireRefresh */ .e);
    } else {
      credentialsProvider = credentials;
    }
  } else {
    if (credentialDefaultProvider) {
      credentialsProvider = (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeProvider */ .te)(credentialDefaultProvider(Object.assign({}, config, {
        parentClientConfig: config
      })));
    } else {
      credentialsProvider = async () => {
        throw new Error("@aws-sdk/core::resolveAwsSdkSigV4Config - `credentials` not provided and no credentialDefaultProvider was configured.");
      };
    }
  }
  credentialsProvider.memoized = true;
  return credentialsProvider;
}
function bindCallerConfig(config, credentialsProvider) {
  if (credentialsProvider.configBound) {
    return credentialsProvider;
  }
  const fn = async (options) => credentialsProvider({ ...options, callerClientConfig: config });
  fn.memoized = credentialsProvider.memoized;
  fn.configBound = true;
  return fn;
}

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/aws_sdk/clock-skew-node-config.js
var ENV_DISABLE_CLOCK_SKEW_CORRECTION = "AWS_DISABLE_CLOCK_SKEW_CORRECTION";
var CONFIG_DISABLE_CLOCK_SKEW_CORRECTION = "disable_clock_skew_correction";
var NODE_DISABLE_CLOCK_SKEW_CORRECTION_CONFIG_OPTIONS = {
  environmentVariableSelector: (env) => (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .booleanSelector */ .Qm)(env, ENV_DISABLE_CLOCK_SKEW_CORRECTION, _chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .SelectorType */ .cV.ENV),
  configFileSelector: (profile) => (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .booleanSelector */ .Qm)(profile, CONFIG_DISABLE_CLOCK_SKEW_CORRECTION, _chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .SelectorType */ .cV.CONFIG),
  default: false
};

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/aws_sdk/clock-skew-defaults.js
var DEFAULT_DISABLE_CLOCK_SKEW_CORRECTION = (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .loadConfig */ .Z9)(NODE_DISABLE_CLOCK_SKEW_CORRECTION_CONFIG_OPTIONS);

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/index.js
var resolveAwsSdkSigV4Config = bindResolveAwsSdkSigV4Config(DEFAULT_DISABLE_CLOCK_SKEW_CORRECTION);

// node_modules/@aws-sdk/core/dist-es/submodules/protocols/ProtocolLib.js
var ProtocolLib = class {
  queryCompat;
  errorRegistry;
  constructor(queryCompat = false) {
    this.queryCompat = queryCompat;
  }
  resolveRestContentType(defaultContentType, inputSchema) {
    const members = inputSchema.getMemberSchemas();
    const httpPayloadMember = Object.values(members).find((m) => {
      return !!m.getMergedTraits().httpPayload;
    });
    if (httpPayloadMember) {
      const mediaType = httpPayloadMember.getMergedTraits().mediaType;
      if (mediaType) {
        return mediaType;
      } else if (httpPayloadMember.isStringSchema()) {
        return "text/plain";
      } else if (httpPayloadMember.isBlobSchema()) {
        return "application/octet-stream";
      } else {
        return defaultContentType;
      }
    } else if (!inputSchema.isUnitSchema()) {
      const hasBody = Object.values(members).find((m) => {
        const { httpQuery, httpQueryParams, httpHeader, httpLabel, httpPrefixHeaders } = m.getMergedTraits();
        const noPrefixHeaders = httpPrefixHeaders === void 0;
        return !httpQuery && !httpQueryParams && !httpHeader && !httpLabel && noPrefixHeaders;
      });
      if (hasBody) {
        return defaultContentType;
      }
    }
  }
  async getErrorSchemaOrThrowBaseException(errorIdentifier, defaultNamespace, response, dataObject, metadata, getErrorSchema) {
    let errorName = errorIdentifier;
    if (errorIdentifier.includes("#")) {
      [, errorName] = errorIdentifier.split("#");
    }
    const errorMetadata = {
      $metadata: metadata,
      $fault: response.statusCode < 500 ? "client" : "server"
    };
    if (!this.errorRegistry) {
      throw new Error("@aws-sdk/core/protocols - error handler not initialized.");
    }
    try {
      const errorSchema = getErrorSchema?.(this.errorRegistry, errorName) ?? this.errorRegistry.getSchema(errorIdentifier);
      return { errorSchema, errorMetadata };
    } catch (e) {
      dataObject.message = dataObject.message ?? dataObject.Message ?? "UnknownError";
      const synthetic = this.errorRegistry;
      const baseExceptionSchema = synthetic.getBaseException();
      if (baseExceptionSchema) {
        const ErrorCtor = synthetic.getErrorCtor(baseExceptionSchema) ?? Error;
        throw this.decorateServiceException(Object.assign(new ErrorCtor({ name: errorName }), errorMetadata), dataObject);
      }
      const d = dataObject;
      const message = d?.message ?? d?.Message ?? d?.Error?.Message ?? d?.Error?.message;
      throw this.decorateServiceException(Object.assign(new Error(message), {
        name: errorName
      }, errorMetadata), dataObject);
    }
  }
  compose(composite, errorIdentifier, defaultNamespace) {
    let namespace = defaultNamespace;
    if (errorIdentifier.includes("#")) {
      [namespace] = errorIdentifier.split("#");
    }
    const staticRegistry = _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .TypeRegistry */ .OF.for(namespace);
    const defaultSyntheticRegistry = _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .TypeRegistry */ .OF.for("smithy.ts.sdk.synthetic." + defaultNamespace);
    composite.copyFrom(staticRegistry);
    composite.copyFrom(defaultSyntheticRegistry);
    this.errorRegistry = composite;
  }
  decorateServiceException(exception, additions = {}) {
    if (this.queryCompat) {
      const msg = exception.Message ?? additions.Message;
      const error = (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_0__/* .decorateServiceException */ .Mw)(exception, additions);
      if (msg) {
        error.message = msg;
      }
      const errorObj = error.Error ?? {};
      errorObj.Type = error.Error?.Type;
      errorObj.Code = error.Error?.Code;
      errorObj.Message = error.Error?.message ?? error.Error?.Message ?? msg;
      error.Error = errorObj;
      const reqId = error.$metadata.requestId;
      if (reqId) {
        error.RequestId = reqId;
      }
      return error;
    }
    return (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_0__/* .decorateServiceException */ .Mw)(exception, additions);
  }
  setQueryCompatError(output, response) {
    const queryErrorHeader = response.headers?.["x-amzn-query-error"];
    if (output !== void 0 && queryErrorHeader != null) {
      const [Code, Type] = queryErrorHeader.split(";");
      const keys = Object.keys(output);
      const Error2 = {
        Code,
        Type
      };
      output.Code = Code;
      output.Type = Type;
      for (let i = 0; i < keys.length; i++) {
        const k = keys[i];
        Error2[k === "message" ? "Message" : k] = output[k];
      }
      delete Error2.__type;
      output.Error = Error2;
    }
  }
  queryCompatOutput(queryCompatErrorData, errorData) {
    if (queryCompatErrorData.Error) {
      errorData.Error = queryCompatErrorData.Error;
    }
    if (queryCompatErrorData.Type) {
      errorData.Type = queryCompatErrorData.Type;
    }
    if (queryCompatErrorData.Code) {
      errorData.Code = queryCompatErrorData.Code;
    }
  }
  findQueryCompatibleError(registry, errorName) {
    try {
      return registry.getSchema(errorName);
    } catch (e) {
      return registry.find((schema) => _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .NormalizedSchema */ .l1.of(schema).getMergedTraits().awsQueryError?.[0] === errorName);
    }
  }
};

// node_modules/@aws-sdk/core/dist-es/submodules/protocols/json/AwsJsonRpcProtocol.js
var AwsJsonRpcProtocol = class extends _chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .RpcProtocol */ .Mp {
  serializer;
  deserializer;
  serviceTarget;
  codec;
  mixin;
  awsQueryCompatible;
  constructor({ defaultNamespace, errorTypeRegistries, serviceTarget, awsQueryCompatible, jsonCodec }) {
    super({
      defaultNamespace,
      errorTypeRegistries
    });
    this.serviceTarget = serviceTarget;
    this.codec = jsonCodec ?? new _chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .JsonCodec2 */ .pl({
      timestampFormat: {
        useTrait: true,
        default: 7
      },
      jsonName: false
    });
    this.serializer = this.codec.createSerializer();
    this.deserializer = this.codec.createDeserializer();
    this.awsQueryCompatible = !!awsQueryCompatible;
    this.mixin = new ProtocolLib(this.awsQueryCompatible);
  }
  async serializeRequest(operationSchema, input, context) {
    const request = await super.serializeRequest(operationSchema, input, context);
    if (!request.path.endsWith("/")) {
      request.path += "/";
    }
    request.headers["content-type"] = `application/x-amz-json-${this.getJsonRpcVersion()}`;
    request.headers["x-amz-target"] = `${this.serviceTarget}.${operationSchema.name}`;
    if (this.awsQueryCompatible) {
      request.headers["x-amzn-query-mode"] = "true";
    }
    if ((0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .deref */ .LA)(operationSchema.input) === "unit" || !request.body) {
      request.body = "{}";
    }
    return request;
  }
  getPayloadCodec() {
    return this.codec;
  }
  async handleError(operationSchema, context, response, dataObject, metadata) {
    const { awsQueryCompatible } = this;
    if (awsQueryCompatible) {
      this.mixin.setQueryCompatError(dataObject, response);
    }
    const errorIdentifier = (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .loadJsonRpcErrorCode */ .rh)(response, dataObject, awsQueryCompatible) ?? "Unknown";
    this.mixin.compose(this.compositeErrorRegistry, errorIdentifier, this.options.defaultNamespace);
    const { errorSchema, errorMetadata } = await this.mixin.getErrorSchemaOrThrowBaseException(errorIdentifier, this.options.defaultNamespace, response, dataObject, metadata, awsQueryCompatible ? this.mixin.findQueryCompatibleError : void 0);
    const ns = _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .NormalizedSchema */ .l1.of(errorSchema);
    const message = dataObject.message ?? dataObject.Message ?? "UnknownError";
    const ErrorCtor = this.compositeErrorRegistry.getErrorCtor(errorSchema) ?? Error;
    const exception = new ErrorCtor({});
    const output = {};
    const errorDeserializer = this.codec.createDeserializer();
    for (const [name, member] of ns.structIterator()) {
      if (dataObject[name] != null) {
        output[name] = errorDeserializer.readObject(member, dataObject[name]);
      }
    }
    if (awsQueryCompatible) {
      this.mixin.queryCompatOutput(dataObject, output);
    }
    throw this.mixin.decorateServiceException(Object.assign(exception, errorMetadata, {
      $fault: ns.getMergedTraits().error,
      message
    }, output), dataObject);
  }
};

// node_modules/@aws-sdk/core/dist-es/submodules/protocols/json/AwsJson1_1Protocol.js
var AwsJson1_1Protocol = class extends AwsJsonRpcProtocol {
  constructor({ defaultNamespace, errorTypeRegistries, serviceTarget, awsQueryCompatible, jsonCodec }) {
    super({
      defaultNamespace,
      errorTypeRegistries,
      serviceTarget,
      awsQueryCompatible,
      jsonCodec
    });
  }
  getShapeId() {
    return "aws.protocols#awsJson1_1";
  }
  getJsonRpcVersion() {
    return "1.1";
  }
  getDefaultContentType() {
    return "application/x-amz-json-1.1";
  }
};

// node_modules/@aws-sdk/core/dist-es/submodules/protocols/json/AwsRestJsonProtocol.js
var AwsRestJsonProtocol = class extends _chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpBindingProtocol */ .sM {
  serializer;
  deserializer;
  codec;
  mixin = new ProtocolLib();
  constructor({ defaultNamespace, errorTypeRegistries, jsonCodec }) {
    super({
      defaultNamespace,
      errorTypeRegistries
    });
    const settings = {
      timestampFormat: {
        useTrait: true,
        default: 7
      },
      httpBindings: true,
      jsonName: true
    };
    this.codec = jsonCodec ?? new _chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .JsonCodec2 */ .pl(settings);
    this.serializer = new _chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpInterceptingShapeSerializer */ ._2(this.codec.createSerializer(), settings);
    this.deserializer = new _chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpInterceptingShapeDeserializer */ .zS(this.codec.createDeserializer(), settings);
  }
  getShapeId() {
    return "aws.protocols#restJson1";
  }
  getPayloadCodec() {
    return this.codec;
  }
  setSerdeContext(serdeContext) {
    this.codec.setSerdeContext(serdeContext);
    super.setSerdeContext(serdeContext);
  }
  async serializeRequest(operationSchema, input, context) {
    const request = await super.serializeRequest(operationSchema, input, context);
    const inputSchema = _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .NormalizedSchema */ .l1.of(operationSchema.input);
    if (!request.headers["content-type"]) {
      const contentType = this.mixin.resolveRestContentType(this.getDefaultContentType(), inputSchema);
      if (contentType) {
        request.headers["content-type"] = contentType;
      }
    }
    if (request.body == null && request.headers["content-type"] === this.getDefaultContentType()) {
      request.body = "{}";
    }
    return request;
  }
  async deserializeResponse(operationSchema, context, response) {
    const output = await super.deserializeResponse(operationSchema, context, response);
    const outputSchema = _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .NormalizedSchema */ .l1.of(operationSchema.output);
    for (const [name, member] of outputSchema.structIterator()) {
      if (member.getMemberTraits().httpPayload && !(name in output)) {
        output[name] = null;
      }
    }
    return output;
  }
  async handleError(operationSchema, context, response, dataObject, metadata) {
    const errorIdentifier = (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .loadRestJsonErrorCode */ .cJ)(response, dataObject) ?? "Unknown";
    this.mixin.compose(this.compositeErrorRegistry, errorIdentifier, this.options.defaultNamespace);
    const { errorSchema, errorMetadata } = await this.mixin.getErrorSchemaOrThrowBaseException(errorIdentifier, this.options.defaultNamespace, response, dataObject, metadata);
    const ns = _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .NormalizedSchema */ .l1.of(errorSchema);
    const message = dataObject.message ?? dataObject.Message ?? "UnknownError";
    const ErrorCtor = this.compositeErrorRegistry.getErrorCtor(errorSchema) ?? Error;
    const exception = new ErrorCtor({});
    await this.deserializeHttpMessage(errorSchema, context, response, dataObject);
    const output = {};
    const errorDeserializer = this.codec.createDeserializer();
    for (const [name, member] of ns.structIterator()) {
      const target = member.getMergedTraits().jsonName ?? name;
      output[name] = errorDeserializer.readObject(member, dataObject[target]);
    }
    throw this.mixin.decorateServiceException(Object.assign(exception, errorMetadata, {
      $fault: ns.getMergedTraits().error,
      message
    }, output), dataObject);
  }
  getDefaultContentType() {
    return "application/json";
  }
};

// node_modules/@aws-sdk/xml-builder/dist-es/xml-parser.js
function writeKey2(obj) {
  Object.defineProperty(obj, "__proto__", { value: void 0, writable: true, enumerable: true, configurable: true });
}
function parseXML(xml) {
  const state = new AwsXmlParser(xml);
  return state.parse();
}
var AwsXmlParser = class _AwsXmlParser {
  x;
  i = 0;
  z;
  constructor(x) {
    this.x = x;
    this.x = x.replace(/\r\n?/g, "\n");
    this.z = this.x.length;
  }
  parse() {
    const p = this;
    const { z } = p;
    while (p.i < z) {
      p.trim();
      if (p.i >= z) {
        break;
      }
      if (p.isNext("<?")) {
        p.readTo("?>");
        p.trim();
      } else if (p.isNext("<!--")) {
        p.readTo("-->");
        p.trim();
      } else if (p.isNext("<!DOCTYPE", false)) {
        p.skipDoctype();
        p.trim();
      } else if (p.x[p.i] === "<") {
        const root = p.parseTag();
        return { [root.tag]: root.value };
      } else {
        throw new Error("@aws-sdk XML parse error: unexpected content.");
      }
    }
    throw new Error("@aws-sdk XML parse error: no root element.");
  }
  isNext(s, caseSensitive = true) {
    const p = this;
    if (caseSensitive) {
      return p.x.startsWith(s, p.i);
    }
    return p.x.toLowerCase().startsWith(s.toLowerCase(), p.i);
  }
  readTo(stop) {
    const p = this;
    const _i = p.x.indexOf(stop, p.i);
    if (_i === -1) {
      throw new Error(`@aws-sdk XML parse error: expected "${stop}" not found.`);
    }
    const result = p.x.slice(p.i, _i);
    p.i = _i + stop.length;
    return result;
  }
  trim() {
    const p = this;
    while (p.i < p.z && " 	\r\n".includes(p.x[p.i])) {
      ++p.i;
    }
  }
  readAttrValue() {
    const p = this;
    const quote = p.x[p.i];
    ++p.i;
    let value = "";
    while (p.i < p.z && p.x[p.i] !== quote) {
      value += p.x[p.i++];
    }
    ++p.i;
    return p.decodeEntities(value);
  }
  parseTag() {
    const p = this;
    ++p.i;
    let tag = "";
    while (p.i < p.z && !" 	\r\n>/".includes(p.x[p.i])) {
      tag += p.x[p.i++];
    }
    let hasAttrs = false;
    const attrs = {};
    while (p.i < p.z) {
      p.trim();
      if (">/".includes(p.x[p.i])) {
        break;
      }
      let name = "";
      while (p.i < p.z && !"= 	\r\n>/?".includes(p.x[p.i])) {
        name += p.x[p.i++];
      }
      p.trim();
      if (p.x[p.i] !== "=") {
        break;
      }
      ++p.i;
      p.trim();
      if (name === "__proto__") {
        writeKey2(attrs);
      }
      attrs[name] = p.readAttrValue();
      hasAttrs = true;
    }
    if (p.i >= p.z) {
      throw new Error("@aws-sdk XML parse error: unexpected end of input.");
    }
    if (p.x[p.i] === "/") {
      ++p.i;
      if (p.i >= p.z || p.x[p.i] !== ">") {
        throw new Error("@aws-sdk XML parse error: expected > at the end of self-closing tag.");
      }
      ++p.i;
      return { tag, value: hasAttrs ? attrs : "" };
    }
    if (p.x[p.i] !== ">") {
      throw new Error("@aws-sdk XML parse error: expected > at the end of opening tag.");
    }
    ++p.i;
    const textParts = [];
    const childTags = [];
    let hasElementChild = false;
    while (p.i < p.z) {
      if (p.isNext("</")) {
        break;
      }
      if (p.x[p.i] === "<") {
        if (p.isNext("<!--")) {
          p.readTo("-->");
        } else if (p.isNext("<![CDATA[")) {
          p.i += 9;
          textParts.push(p.readTo("]]>"));
        } else if (p.isNext("<?")) {
          p.readTo("?>");
        } else {
          hasElementChild = true;
          childTags.push(p.parseTag());
        }
      } else {
        let text = "";
        while (p.i < p.z && p.x[p.i] !== "<") {
          text += p.x[p.i++];
        }
        textParts.push(p.decodeEntities(text));
      }
    }
    if (!p.isNext("</")) {
      throw new Error(`@aws-sdk XML parse error: missing closing tag </${tag}>.`);
    }
    p.i += 2;
    const closeTag = p.readTo(">").trim();
    if (closeTag !== tag) {
      throw new Error(`@aws-sdk XML parse error: mismatched tags <${tag}> and </${closeTag}>.`);
    }
    if (!hasAttrs && textParts.length === 0 && !hasElementChild) {
      return { tag, value: "" };
    }
    if (!hasAttrs && !hasElementChild) {
      const text = textParts.length === 1 ? textParts[0] : textParts.join("");
      if (text.trim() === "" && text.includes("\n")) {
        return { tag, value: "" };
      }
      return { tag, value: text };
    }
    const obj = {};
    for (const text of textParts) {
      if (text.trim() === "" && text.includes("\n")) {
        continue;
      }
      obj["#text"] = "#text" in obj ? obj["#text"] + text : text;
    }
    for (const child of childTags) {
      if (child.tag === "__proto__") {
        writeKey2(obj);
      }
      if (child.tag in obj) {
        if (Array.isArray(obj[child.tag])) {
          obj[child.tag].push(child.value);
        } else {
          obj[child.tag] = [obj[child.tag], child.value];
        }
      } else {
        obj[child.tag] = child.value;
      }
    }
    for (const [k, v] of Object.entries(attrs)) {
      if (k === "__proto__") {
        writeKey2(obj);
      }
      obj[k] = v;
    }
    return { tag, value: obj };
  }
  static ENTITIES = {
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'"
  };
  skipDoctype() {
    const p = this;
    p.i += 9;
    let depth = 0;
    while (p.i < p.z) {
      const c = p.x[p.i];
      if (c === "[") {
        ++depth;
      } else if (c === "]") {
        --depth;
      } else if (c === ">" && depth === 0) {
        ++p.i;
        return;
      }
      ++p.i;
    }
    throw new Error("@aws-sdk XML parse error: unclosed DOCTYPE.");
  }
  decodeEntities(s) {
    return s.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-zA-Z][a-zA-Z0-9]{0,30}));/g, (_, hex, dec, named) => {
      if (hex) {
        return String.fromCharCode(parseInt(hex, 16));
      }
      if (dec) {
        return String.fromCharCode(parseInt(dec, 10));
      }
      return _AwsXmlParser.ENTITIES[named] ?? "";
    });
  }
};

// node_modules/@aws-sdk/core/dist-es/submodules/protocols/ConfigurableSerdeContext.js
var SerdeContextConfig = class {
  serdeContext;
  setSerdeContext(serdeContext) {
    this.serdeContext = serdeContext;
  }
};

// node_modules/@aws-sdk/core/dist-es/submodules/protocols/UnionSerde.js
var UnionSerde = class {
  from;
  to;
  keys;
  constructor(from, to) {
    this.from = from;
    this.to = to;
    const keys = Object.keys(this.from);
    const set = new Set(keys);
    set.delete("__type");
    this.keys = set;
  }
  mark(key) {
    this.keys.delete(key);
  }
  hasUnknown() {
    return this.keys.size === 1 && Object.keys(this.to).length === 0;
  }
  writeUnknown() {
    if (this.hasUnknown()) {
      const k = this.keys.values().next().value;
      const v = this.from[k];
      this.to.$unknown = [k, v];
    }
  }
};

// node_modules/@aws-sdk/core/dist-es/submodules/protocols/writeKey.js
function writeKey3(obj) {
  Object.defineProperty(obj, "__proto__", { value: void 0, writable: true, enumerable: true, configurable: true });
}

// node_modules/@aws-sdk/core/dist-es/submodules/protocols/xml/XmlShapeDeserializer.js
var XmlShapeDeserializer = class extends SerdeContextConfig {
  settings;
  stringDeserializer;
  constructor(settings) {
    super();
    this.settings = settings;
    this.stringDeserializer = new _chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .FromStringShapeDeserializer */ .k(settings);
  }
  setSerdeContext(serdeContext) {
    this.serdeContext = serdeContext;
    this.stringDeserializer.setSerdeContext(serdeContext);
  }
  read(schema, bytes, key) {
    const ns = _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .NormalizedSchema */ .l1.of(schema);
    const memberSchemas = ns.getMemberSchemas();
    const isEventPayload = ns.isStructSchema() && ns.isMemberSchema() && !!Object.values(memberSchemas).find((memberNs) => {
      return !!memberNs.getMemberTraits().eventPayload;
    });
    if (isEventPayload) {
      const output = {};
      const memberName = Object.keys(memberSchemas)[0];
      const eventMemberSchema = memberSchemas[memberName];
      if (eventMemberSchema.isBlobSchema()) {
        output[memberName] = bytes;
      } else {
        output[memberName] = this.read(memberSchemas[memberName], bytes);
      }
      return output;
    }
    const xmlString = (this.serdeContext?.utf8Encoder ?? _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .toUtf8 */ .Pq)(bytes);
    const parsedObject = this.parseXml(xmlString);
    return this.readSchema(schema, key ? parsedObject[key] : parsedObject);
  }
  readSchema(_schema, value) {
    const ns = _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .NormalizedSchema */ .l1.of(_schema);
    if (ns.isUnitSchema()) {
      return;
    }
    const traits = ns.getMergedTraits();
    if (ns.isListSchema() && !Array.isArray(value)) {
      return this.readSchema(ns, [value]);
    }
    if (value == null) {
      return value;
    }
    if (typeof value === "object") {
      const flat = !!traits.xmlFlattened;
      if (ns.isListSchema()) {
        const listValue = ns.getValueSchema();
        const buffer2 = [];
        const sourceKey = listValue.getMergedTraits().xmlName ?? "member";
        const source = flat ? value : (value[0] ?? value)[sourceKey];
        if (source == null) {
          return buffer2;
        }
        const sourceArray = Array.isArray(source) ? source : [source];
        for (const v of sourceArray) {
          buffer2.push(this.readSchema(listValue, v));
        }
        return buffer2;
      }
      const buffer = {};
      if (ns.isMapSchema()) {
        const keyNs = ns.getKeySchema();
        const memberNs = ns.getValueSchema();
        let entries;
        if (flat) {
          entries = Array.isArray(value) ? value : [value];
        } else {
          entries = Array.isArray(value.entry) ? value.entry : [value.entry];
        }
        const keyProperty = keyNs.getMergedTraits().xmlName ?? "key";
        const valueProperty = memberNs.getMergedTraits().xmlName ?? "value";
        for (const entry of entries) {
          const key = entry[keyProperty];
          const value2 = entry[valueProperty];
          if (key === "__proto__") {
            writeKey3(buffer);
          }
          buffer[key] = this.readSchema(memberNs, value2);
        }
        return buffer;
      }
      if (ns.isStructSchema()) {
        const union = ns.isUnionSchema();
        let unionSerde;
        if (union) {
          unionSerde = new UnionSerde(value, buffer);
        }
        for (const [memberName, memberSchema] of ns.structIterator()) {
          const memberTraits = memberSchema.getMergedTraits();
          const xmlObjectKey = !memberTraits.httpPayload ? memberSchema.getMemberTraits().xmlName ?? memberName : memberTraits.xmlName ?? memberSchema.getName();
          if (union) {
            unionSerde.mark(xmlObjectKey);
          }
          if (value[xmlObjectKey] != null) {
            buffer[memberName] = this.readSchema(memberSchema, value[xmlObjectKey]);
          }
        }
        if (union) {
          unionSerde.writeUnknown();
        }
        return buffer;
      }
      if (ns.isDocumentSchema()) {
        return value;
      }
      throw new Error(`@aws-sdk/core/protocols - xml deserializer unhandled schema type for ${ns.getName(true)}`);
    }
    if (ns.isListSchema()) {
      return [];
    }
    if (ns.isMapSchema() || ns.isStructSchema()) {
      return {};
    }
    return this.stringDeserializer.read(ns, value);
  }
  parseXml(xml) {
    if (xml.length) {
      let parsedObj;
      try {
        parsedObj = parseXML(xml);
      } catch (e) {
        if (e && typeof e === "object") {
          Object.defineProperty(e, "$responseBodyText", {
            value: xml
          });
        }
        throw e;
      }
      const textNodeName = "#text";
      const key = Object.keys(parsedObj)[0];
      const parsedObjToReturn = parsedObj[key];
      if (parsedObjToReturn[textNodeName]) {
        parsedObjToReturn[key] = parsedObjToReturn[textNodeName];
        delete parsedObjToReturn[textNodeName];
      }
      return (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_0__/* .getValueFromTextNode */ .rm)(parsedObjToReturn);
    }
    return {};
  }
};

// node_modules/@aws-sdk/core/dist-es/submodules/protocols/query/QueryShapeSerializer.js
var QueryShapeSerializer = class extends SerdeContextConfig {
  settings;
  buffer;
  constructor(settings) {
    super();
    this.settings = settings;
  }
  write(schema, value, prefix = "") {
    if (this.buffer === void 0) {
      this.buffer = "";
    }
    const ns = _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .NormalizedSchema */ .l1.of(schema);
    if (prefix && !prefix.endsWith(".")) {
      prefix += ".";
    }
    if (ns.isBlobSchema()) {
      if (typeof value === "string" || value instanceof Uint8Array) {
        this.writeKey(prefix);
        this.writeValue((this.serdeContext?.base64Encoder ?? _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .toBase64 */ .nk)(value));
      }
    } else if (ns.isBooleanSchema() || ns.isNumericSchema() || ns.isStringSchema()) {
      if (value != null) {
        this.writeKey(prefix);
        this.writeValue(String(value));
      } else if (ns.isIdempotencyToken()) {
        this.writeKey(prefix);
        this.writeValue((0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .generateIdempotencyToken */ .ec)());
      }
    } else if (ns.isBigIntegerSchema()) {
      if (value != null) {
        this.writeKey(prefix);
        this.writeValue(String(value));
      }
    } else if (ns.isBigDecimalSchema()) {
      if (value != null) {
        this.writeKey(prefix);
        this.writeValue(value instanceof _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .NumericValue */ .Dv ? value.string : String(value));
      }
    } else if (ns.isTimestampSchema()) {
      if (value instanceof Date) {
        this.writeKey(prefix);
        const format = (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .determineTimestampFormat */ .Vm)(ns, this.settings);
        switch (format) {
          case 5:
            this.writeValue(value.toISOString().replace(".000Z", "Z"));
            break;
          case 6:
            this.writeValue((0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .dateToUtcString */ .JV)(value));
            break;
          case 7:
            this.writeValue(String(value.getTime() / 1e3));
            break;
        }
      }
    } else if (ns.isDocumentSchema()) {
      if (Array.isArray(value)) {
        this.write(64 | 15, value, prefix);
      } else if (value instanceof Date) {
        this.write(4, value, prefix);
      } else if (value instanceof Uint8Array) {
        this.write(21, value, prefix);
      } else if (value && typeof value === "object") {
        this.write(128 | 15, value, prefix);
      } else {
        this.writeKey(prefix);
        this.writeValue(String(value));
      }
    } else if (ns.isListSchema()) {
      if (Array.isArray(value)) {
        if (value.length === 0) {
          if (this.settings.serializeEmptyLists) {
            this.writeKey(prefix);
            this.writeValue("");
          }
        } else {
          const member = ns.getValueSchema();
          const flat = this.settings.flattenLists || ns.getMergedTraits().xmlFlattened;
          let i = 1;
          for (const item of value) {
            if (item == null) {
              continue;
            }
            const traits = member.getMergedTraits();
            const suffix = this.getKey("member", traits.xmlName, traits.ec2QueryName);
            const key = flat ? `${prefix}${i}` : `${prefix}${suffix}.${i}`;
            this.write(member, item, key);
            ++i;
          }
        }
      }
    } else if (ns.isMapSchema()) {
      if (value && typeof value === "object") {
        const keySchema = ns.getKeySchema();
        const memberSchema = ns.getValueSchema();
        const flat = ns.getMergedTraits().xmlFlattened;
        let i = 1;
        for (const k in value) {
          const v = value[k];
          if (v == null) {
            continue;
          }
          const keyTraits = keySchema.getMergedTraits();
          const keySuffix = this.getKey("key", keyTraits.xmlName, keyTraits.ec2QueryName);
          const key = flat ? `${prefix}${i}.${keySuffix}` : `${prefix}entry.${i}.${keySuffix}`;
          const valTraits = memberSchema.getMergedTraits();
          const valueSuffix = this.getKey("value", valTraits.xmlName, valTraits.ec2QueryName);
          const valueKey = flat ? `${prefix}${i}.${valueSuffix}` : `${prefix}entry.${i}.${valueSuffix}`;
          this.write(keySchema, k, key);
          this.write(memberSchema, v, valueKey);
          ++i;
        }
      }
    } else if (ns.isStructSchema()) {
      if (value && typeof value === "object") {
        let didWriteMember = false;
        for (const [memberName, member] of ns.structIterator()) {
          if (value[memberName] == null && !member.isIdempotencyToken()) {
            continue;
          }
          const traits = member.getMergedTraits();
          const suffix = this.getKey(memberName, traits.xmlName, traits.ec2QueryName, "struct");
          const key = `${prefix}${suffix}`;
          this.write(member, value[memberName], key);
          didWriteMember = true;
        }
        if (!didWriteMember && ns.isUnionSchema()) {
          const { $unknown } = value;
          if (Array.isArray($unknown)) {
            const [k, v] = $unknown;
            const key = `${prefix}${k}`;
            this.write(15, v, key);
          }
        }
      }
    } else if (ns.isUnitSchema()) {
    } else {
      throw new Error(`@aws-sdk/core/protocols - QuerySerializer unrecognized schema type ${ns.getName(true)}`);
    }
  }
  flush() {
    if (this.buffer === void 0) {
      throw new Error("@aws-sdk/core/protocols - QuerySerializer cannot flush with nothing written to buffer.");
    }
    const str = this.buffer;
    delete this.buffer;
    return str;
  }
  getKey(memberName, xmlName, ec2QueryName, keySource) {
    const { ec2, capitalizeKeys } = this.settings;
    if (ec2 && ec2QueryName) {
      return ec2QueryName;
    }
    const key = xmlName ?? memberName;
    if (capitalizeKeys && keySource === "struct") {
      return key[0].toUpperCase() + key.slice(1);
    }
    return key;
  }
  writeKey(key) {
    if (key.endsWith(".")) {
      key = key.slice(0, key.length - 1);
    }
    this.buffer += `&${(0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .extendedEncodeURIComponent */ .$6)(key)}=`;
  }
  writeValue(value) {
    this.buffer += (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .extendedEncodeURIComponent */ .$6)(value);
  }
};

// node_modules/@aws-sdk/core/dist-es/submodules/protocols/query/AwsQueryProtocol.js
var AwsQueryProtocol = class extends _chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .RpcProtocol */ .Mp {
  options;
  serializer;
  deserializer;
  mixin = new ProtocolLib();
  constructor(options) {
    super({
      defaultNamespace: options.defaultNamespace,
      errorTypeRegistries: options.errorTypeRegistries
    });
    this.options = options;
    const settings = {
      timestampFormat: {
        useTrait: true,
        default: 5
      },
      httpBindings: false,
      xmlNamespace: options.xmlNamespace,
      serviceNamespace: options.defaultNamespace,
      serializeEmptyLists: true
    };
    this.serializer = new QueryShapeSerializer(settings);
    this.deserializer = new XmlShapeDeserializer(settings);
  }
  getShapeId() {
    return "aws.protocols#awsQuery";
  }
  setSerdeContext(serdeContext) {
    this.serializer.setSerdeContext(serdeContext);
    this.deserializer.setSerdeContext(serdeContext);
  }
  getPayloadCodec() {
    throw new Error("AWSQuery protocol has no payload codec.");
  }
  async serializeRequest(operationSchema, input, context) {
    const request = await super.serializeRequest(operationSchema, input, context);
    if (!request.path.endsWith("/")) {
      request.path += "/";
    }
    request.headers["content-type"] = "application/x-www-form-urlencoded";
    if ((0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .deref */ .LA)(operationSchema.input) === "unit" || !request.body) {
      request.body = "";
    }
    const action = operationSchema.name.split("#")[1] ?? operationSchema.name;
    request.body = `Action=${action}&Version=${this.options.version}` + request.body;
    if (request.body.endsWith("&")) {
      request.body = request.body.slice(-1);
    }
    return request;
  }
  async deserializeResponse(operationSchema, context, response) {
    const deserializer = this.deserializer;
    const ns = _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .NormalizedSchema */ .l1.of(operationSchema.output);
    const dataObject = {};
    if (response.statusCode >= 300) {
      const bytes2 = await (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .collectBody */ .Px)(response.body, context);
      if (bytes2.byteLength > 0) {
        Object.assign(dataObject, await deserializer.read(15, bytes2));
      }
      await this.handleError(operationSchema, context, response, dataObject, this.deserializeMetadata(response));
    }
    for (const header in response.headers) {
      const value = response.headers[header];
      delete response.headers[header];
      response.headers[header.toLowerCase()] = value;
    }
    const shortName = operationSchema.name.split("#")[1] ?? operationSchema.name;
    const awsQueryResultKey = ns.isStructSchema() && this.useNestedResult() ? shortName + "Result" : void 0;
    const bytes = await (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_1__/* .collectBody */ .Px)(response.body, context);
    if (bytes.byteLength > 0) {
      Object.assign(dataObject, await deserializer.read(ns, bytes, awsQueryResultKey));
    }
    dataObject.$metadata = this.deserializeMetadata(response);
    return dataObject;
  }
  useNestedResult() {
    return true;
  }
  async handleError(operationSchema, context, response, dataObject, metadata) {
    const errorIdentifier = this.loadQueryErrorCode(response, dataObject) ?? "Unknown";
    this.mixin.compose(this.compositeErrorRegistry, errorIdentifier, this.options.defaultNamespace);
    const errorData = this.loadQueryError(dataObject) ?? {};
    const message = this.loadQueryErrorMessage(dataObject);
    errorData.message = message;
    errorData.Error = {
      Type: errorData.Type,
      Code: errorData.Code,
      Message: message
    };
    const { errorSchema, errorMetadata } = await this.mixin.getErrorSchemaOrThrowBaseException(errorIdentifier, this.options.defaultNamespace, response, errorData, metadata, this.mixin.findQueryCompatibleError);
    const ns = _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_2__/* .NormalizedSchema */ .l1.of(errorSchema);
    const ErrorCtor = this.compositeErrorRegistry.getErrorCtor(errorSchema) ?? Error;
    const exception = new ErrorCtor({});
    const output = {
      Type: errorData.Error.Type,
      Code: errorData.Error.Code,
      Error: errorData.Error
    };
    for (const [name, member] of ns.structIterator()) {
      const target = member.getMergedTraits().xmlName ?? name;
      const value = errorData[target] ?? dataObject[target];
      output[name] = this.deserializer.readSchema(member, value);
    }
    throw this.mixin.decorateServiceException(Object.assign(exception, errorMetadata, {
      $fault: ns.getMergedTraits().error,
      message
    }, output), dataObject);
  }
  loadQueryErrorCode(output, data) {
    const code = (data.Errors?.[0]?.Error ?? data.Errors?.Error ?? data.Error)?.Code;
    if (code !== void 0) {
      return code;
    }
    if (output.statusCode == 404) {
      return "NotFound";
    }
  }
  loadQueryError(data) {
    return data.Errors?.[0]?.Error ?? data.Errors?.Error ?? data.Error;
  }
  loadQueryErrorMessage(data) {
    const errorData = this.loadQueryError(data);
    return errorData?.message ?? errorData?.Message ?? data.message ?? data.Message ?? "Unknown";
  }
  getDefaultContentType() {
    return "application/x-www-form-urlencoded";
  }
};

// node_modules/@aws-sdk/core/dist-es/submodules/protocols/query/AwsEc2QueryProtocol.js
var AwsEc2QueryProtocol = class extends AwsQueryProtocol {
  options;
  constructor(options) {
    super(options);
    this.options = options;
    const ec2Settings = {
      capitalizeKeys: true,
      flattenLists: true,
      serializeEmptyLists: false,
      ec2: true
    };
    Object.assign(this.serializer.settings, ec2Settings);
  }
  getShapeId() {
    return "aws.protocols#ec2Query";
  }
  useNestedResult() {
    return false;
  }
};




/***/ }),

/***/ 1655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $3: () => (/* binding */ hasOwn),
/* harmony export */   AH: () => (/* binding */ LazyJsonString),
/* harmony export */   Dl: () => (/* binding */ parseUrl),
/* harmony export */   Dv: () => (/* binding */ NumericValue),
/* harmony export */   EI: () => (/* binding */ parseRfc3339DateTime),
/* harmony export */   Ey: () => (/* binding */ fromBase64),
/* harmony export */   Fo: () => (/* binding */ toUint8Array),
/* harmony export */   GP: () => (/* binding */ splitHeader),
/* harmony export */   Gj: () => (/* binding */ _parseRfc7231DateTime),
/* harmony export */   Ip: () => (/* binding */ IniSectionType),
/* harmony export */   JV: () => (/* binding */ dateToUtcString),
/* harmony export */   Kd: () => (/* binding */ HttpRequest),
/* harmony export */   LA: () => (/* binding */ deref),
/* harmony export */   Mu: () => (/* binding */ Uint8ArrayBlobAdapter),
/* harmony export */   OF: () => (/* binding */ TypeRegistry),
/* harmony export */   Pq: () => (/* binding */ toUtf8),
/* harmony export */   TE: () => (/* binding */ writeKey),
/* harmony export */   UE: () => (/* binding */ splitEvery),
/* harmony export */   UK: () => (/* binding */ _parseEpochTimestamp),
/* harmony export */   Ue: () => (/* binding */ EndpointURLScheme),
/* harmony export */   Vf: () => (/* binding */ SMITHY_CONTEXT_KEY),
/* harmony export */   X8: () => (/* binding */ isValidHostLabel),
/* harmony export */   a0: () => (/* binding */ toEndpointV1),
/* harmony export */   aD: () => (/* binding */ fromHex),
/* harmony export */   ar: () => (/* binding */ fromUtf8),
/* harmony export */   c9: () => (/* binding */ sdkStreamMixin2),
/* harmony export */   cS: () => (/* binding */ HttpResponse),
/* harmony export */   cX: () => (/* binding */ translateTraits),
/* harmony export */   dB: () => (/* binding */ AlgorithmId),
/* harmony export */   eH: () => (/* binding */ _parseRfc3339DateTimeWithOffset),
/* harmony export */   ec: () => (/* binding */ generateIdempotencyToken),
/* harmony export */   kv: () => (/* binding */ streamCollector2),
/* harmony export */   l1: () => (/* binding */ NormalizedSchema),
/* harmony export */   l3: () => (/* binding */ parseEpochTimestamp),
/* harmony export */   m9: () => (/* binding */ quoteHeader),
/* harmony export */   mw: () => (/* binding */ isArrayBuffer),
/* harmony export */   n8: () => (/* binding */ calculateBodyLength),
/* harmony export */   nj: () => (/* binding */ toHex),
/* harmony export */   nk: () => (/* binding */ toBase64),
/* harmony export */   oJ: () => (/* binding */ isValidHostname),
/* harmony export */   t_: () => (/* binding */ parseRfc3339DateTimeWithOffset),
/* harmony export */   te: () => (/* binding */ normalizeProvider),
/* harmony export */   ug: () => (/* binding */ getSmithyContext),
/* harmony export */   v4: () => (/* binding */ v4),
/* harmony export */   wq: () => (/* binding */ getSchemaSerdePlugin),
/* harmony export */   xE: () => (/* binding */ parseRfc7231DateTime)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7075);
// node_modules/@smithy/core/dist-es/submodules/serde/is-array-buffer/is-array-buffer.js
var isArrayBuffer = (arg) => typeof ArrayBuffer === "function" && arg instanceof ArrayBuffer || Object.prototype.toString.call(arg) === "[object ArrayBuffer]";

// node_modules/@smithy/core/dist-es/submodules/serde/util-buffer-from/buffer-from.js
var fromArrayBuffer = (input, offset = 0, length = input.byteLength - offset) => {
  if (!isArrayBuffer(input)) {
    throw new TypeError(`The "input" argument must be ArrayBuffer. Received type ${typeof input} (${input})`);
  }
  return Buffer.from(input, offset, length);
};
var fromString = (input, encoding) => {
  if (typeof input !== "string") {
    throw new TypeError(`The "input" argument must be of type string. Received type ${typeof input} (${input})`);
  }
  return encoding ? Buffer.from(input, encoding) : Buffer.from(input);
};

// node_modules/@smithy/core/dist-es/submodules/serde/util-utf8/fromUtf8.js
var fromUtf8 = (input) => {
  const buf = fromString(input, "utf8");
  return new Uint8Array(buf.buffer, buf.byteOffset, buf.byteLength / Uint8Array.BYTES_PER_ELEMENT);
};

// node_modules/@smithy/core/dist-es/submodules/serde/util-utf8/toUtf8.js
var toUtf8 = (input) => {
  if (typeof input === "string") {
    return input;
  }
  if (typeof input !== "object" || typeof input.byteOffset !== "number" || typeof input.byteLength !== "number") {
    throw new Error("@smithy/util-utf8: toUtf8 encoder function only accepts string | Uint8Array.");
  }
  return fromArrayBuffer(input.buffer, input.byteOffset, input.byteLength).toString("utf8");
};

// node_modules/@smithy/types/dist-es/extensions/checksum.js
var AlgorithmId;
(function(AlgorithmId2) {
  AlgorithmId2["MD5"] = "md5";
  AlgorithmId2["CRC32"] = "crc32";
  AlgorithmId2["CRC32C"] = "crc32c";
  AlgorithmId2["SHA1"] = "sha1";
  AlgorithmId2["SHA256"] = "sha256";
})(AlgorithmId || (AlgorithmId = {}));

// node_modules/@smithy/types/dist-es/middleware.js
var SMITHY_CONTEXT_KEY = "__smithy_context";

// node_modules/@smithy/types/dist-es/endpoint.js
var EndpointURLScheme;
(function(EndpointURLScheme2) {
  EndpointURLScheme2["HTTP"] = "http";
  EndpointURLScheme2["HTTPS"] = "https";
})(EndpointURLScheme || (EndpointURLScheme = {}));

// node_modules/@smithy/types/dist-es/profile.js
var IniSectionType;
(function(IniSectionType2) {
  IniSectionType2["PROFILE"] = "profile";
  IniSectionType2["SSO_SESSION"] = "sso-session";
  IniSectionType2["SERVICES"] = "services";
})(IniSectionType || (IniSectionType = {}));

// node_modules/@smithy/core/dist-es/submodules/transport/getSmithyContext.js
var getSmithyContext = (context) => context[SMITHY_CONTEXT_KEY] || (context[SMITHY_CONTEXT_KEY] = {});

// node_modules/@smithy/core/dist-es/submodules/transport/hasOwn.js
function hasOwn(o, k) {
  return Object.prototype.hasOwnProperty.call(o, k);
}

// node_modules/@smithy/core/dist-es/submodules/transport/normalizeProvider.js
var normalizeProvider = (input) => {
  if (typeof input === "function") {
    return input;
  }
  const promisified = Promise.resolve(input);
  return () => promisified;
};

// node_modules/@smithy/core/dist-es/submodules/transport/parseQueryString.js
function parseQueryString(querystring) {
  const query = {};
  querystring = querystring.replace(/^\?/, "");
  if (querystring) {
    for (const pair of querystring.split("&")) {
      let [key, value = null] = pair.split("=");
      key = decodeURIComponent(key);
      if (value) {
        value = decodeURIComponent(value);
      }
      if (!(key in query)) {
        query[key] = value;
      } else if (Array.isArray(query[key])) {
        query[key].push(value);
      } else {
        query[key] = [query[key], value];
      }
    }
  }
  return query;
}

// node_modules/@smithy/core/dist-es/submodules/transport/parseUrl.js
var parseUrl = (url) => {
  if (typeof url === "string") {
    return parseUrl(new URL(url));
  }
  const { hostname, pathname, port, protocol, search } = url;
  let query;
  if (search) {
    query = parseQueryString(search);
  }
  return {
    hostname,
    port: port ? parseInt(port) : void 0,
    protocol,
    path: pathname,
    query
  };
};

// node_modules/@smithy/core/dist-es/submodules/transport/httpRequest.js
var HttpRequest = class _HttpRequest {
  method;
  protocol;
  hostname;
  port;
  path;
  query;
  headers;
  username;
  password;
  fragment;
  body;
  constructor(options) {
    this.method = options.method || "GET";
    this.hostname = options.hostname || "localhost";
    this.port = options.port;
    this.query = options.query || {};
    this.headers = options.headers || {};
    this.body = options.body;
    this.protocol = options.protocol ? options.protocol.slice(-1) !== ":" ? `${options.protocol}:` : options.protocol : "https:";
    this.path = options.path ? options.path.charAt(0) !== "/" ? `/${options.path}` : options.path : "/";
    this.username = options.username;
    this.password = options.password;
    this.fragment = options.fragment;
  }
  static clone(request) {
    const cloned = new _HttpRequest({
      ...request,
      headers: { ...request.headers }
    });
    if (cloned.query) {
      cloned.query = cloneQuery(cloned.query);
    }
    return cloned;
  }
  static isInstance(request) {
    if (!request) {
      return false;
    }
    const req = request;
    return "method" in req && "protocol" in req && "hostname" in req && "path" in req && typeof req["query"] === "object" && typeof req["headers"] === "object";
  }
  clone() {
    return _HttpRequest.clone(this);
  }
};
function cloneQuery(query) {
  return Object.keys(query).reduce((carry, paramName) => {
    const param = query[paramName];
    return {
      ...carry,
      [paramName]: Array.isArray(param) ? [...param] : param
    };
  }, {});
}

// node_modules/@smithy/core/dist-es/submodules/transport/httpResponse.js
var HttpResponse = class {
  statusCode;
  reason;
  headers;
  body;
  constructor(options) {
    this.statusCode = options.statusCode;
    this.reason = options.reason;
    this.headers = options.headers || {};
    this.body = options.body;
  }
  static isInstance(response) {
    if (!response) {
      return false;
    }
    const resp = response;
    return typeof resp.statusCode === "number" && typeof resp.headers === "object";
  }
};

// node_modules/@smithy/core/dist-es/submodules/transport/isValidHostLabel.js
var VALID_HOST_LABEL_REGEX = new RegExp(`^(?!.*-$)(?!-)[a-zA-Z0-9-]{1,63}$`);
var isValidHostLabel = (value, allowSubDomains = false) => {
  if (!allowSubDomains) {
    return VALID_HOST_LABEL_REGEX.test(value);
  }
  const labels = value.split(".");
  for (const label of labels) {
    if (!isValidHostLabel(label)) {
      return false;
    }
  }
  return true;
};

// node_modules/@smithy/core/dist-es/submodules/transport/isValidHostname.js
function isValidHostname(hostname) {
  const hostPattern = /^[a-z0-9][a-z0-9.-]*[a-z0-9]$/;
  return hostPattern.test(hostname);
}

// node_modules/@smithy/core/dist-es/submodules/transport/toEndpointV1.js
var toEndpointV1 = (endpoint) => {
  if (typeof endpoint === "object") {
    if ("url" in endpoint) {
      const v1Endpoint = parseUrl(endpoint.url);
      if (endpoint.headers) {
        v1Endpoint.headers = {};
        for (const name in endpoint.headers) {
          if (!hasOwn(endpoint.headers, name)) {
            continue;
          }
          v1Endpoint.headers[name.toLowerCase()] = endpoint.headers[name].join(", ");
        }
      }
      return v1Endpoint;
    }
    return endpoint;
  }
  return parseUrl(endpoint);
};

// node_modules/@smithy/core/dist-es/submodules/serde/util-hex-encoding/hex-encoding.js
var SHORT_TO_HEX = {};
var HEX_TO_SHORT = {};
for (let i = 0; i < 256; i++) {
  let encodedByte = i.toString(16).toLowerCase();
  if (encodedByte.length === 1) {
    encodedByte = `0${encodedByte}`;
  }
  SHORT_TO_HEX[i] = encodedByte;
  HEX_TO_SHORT[encodedByte] = i;
}
function fromHex(encoded) {
  if (encoded.length % 2 !== 0) {
    throw new Error("Hex encoded strings must have an even number length");
  }
  const out = new Uint8Array(encoded.length / 2);
  for (let i = 0; i < encoded.length; i += 2) {
    const encodedByte = encoded.slice(i, i + 2).toLowerCase();
    if (encodedByte in HEX_TO_SHORT) {
      out[i / 2] = HEX_TO_SHORT[encodedByte];
    } else {
      throw new Error(`Cannot decode unrecognized sequence ${encodedByte} as hexadecimal`);
    }
  }
  return out;
}
function toHex(bytes) {
  let out = "";
  for (let i = 0; i < bytes.byteLength; i++) {
    out += SHORT_TO_HEX[bytes[i]];
  }
  return out;
}

// node_modules/@smithy/core/dist-es/submodules/schema/schemas/operation.js
var operation = (namespace, name, traits, input, output) => ({
  name,
  namespace,
  traits,
  input,
  output
});

// node_modules/@smithy/core/dist-es/submodules/schema/middleware/schemaDeserializationMiddleware.js
var schemaDeserializationMiddleware = (config) => (next, context) => async (args) => {
  const { response } = await next(args);
  const { operationSchema } = getSmithyContext(context);
  const [, ns, n, t, i, o] = operationSchema ?? [];
  try {
    const parsed = await config.protocol.deserializeResponse(operation(ns, n, t, i, o), {
      ...config,
      ...context
    }, response);
    return {
      response,
      output: parsed
    };
  } catch (error) {
    Object.defineProperty(error, "$response", {
      value: response,
      enumerable: false,
      writable: false,
      configurable: false
    });
    if (!("$metadata" in error)) {
      const hint = `Deserialization error: to see the raw response, inspect the hidden field {error}.$response on this object.`;
      try {
        error.message += "\n  " + hint;
      } catch (ignored) {
        if (!context.logger || context.logger?.constructor?.name === "NoOpLogger") {
          console.warn(hint);
        } else {
          context.logger?.warn?.(hint);
        }
      }
      if (typeof error.$responseBodyText !== "undefined") {
        if (error.$response) {
          error.$response.body = error.$responseBodyText;
        }
      }
      try {
        if (HttpResponse.isInstance(response)) {
          const { headers = {}, statusCode } = response;
          const headerEntries = Object.entries(headers);
          error.$metadata = {
            httpStatusCode: statusCode,
            requestId: findHeader(/^x-[\w-]+-request-?id$/, headerEntries),
            extendedRequestId: findHeader(/^x-[\w-]+-id-2$/, headerEntries),
            cfId: findHeader(/^x-[\w-]+-cf-id$/, headerEntries)
          };
        }
      } catch (ignored) {
      }
    }
    throw error;
  }
};
var findHeader = (pattern, headers) => {
  return (headers.find(([k]) => {
    return k.match(pattern);
  }) || [void 0, void 0])[1];
};

// node_modules/@smithy/core/dist-es/submodules/schema/middleware/schemaSerializationMiddleware.js
var schemaSerializationMiddleware = (config) => (next, context) => async (args) => {
  const { operationSchema } = getSmithyContext(context);
  const [, ns, n, t, i, o] = operationSchema ?? [];
  const endpoint = context.endpointV2 ? async () => toEndpointV1(context.endpointV2) : config.endpoint;
  const request = await config.protocol.serializeRequest(operation(ns, n, t, i, o), args.input, {
    ...config,
    ...context,
    endpoint
  });
  return next({
    ...args,
    request
  });
};

// node_modules/@smithy/core/dist-es/submodules/schema/middleware/getSchemaSerdePlugin.js
var deserializerMiddlewareOption = {
  name: "deserializerMiddleware",
  step: "deserialize",
  tags: ["DESERIALIZER"],
  override: true
};
var serializerMiddlewareOption = {
  name: "serializerMiddleware",
  step: "serialize",
  tags: ["SERIALIZER"],
  override: true
};
function getSchemaSerdePlugin(config) {
  return {
    applyToStack: (commandStack) => {
      commandStack.add(schemaSerializationMiddleware(config), serializerMiddlewareOption);
      commandStack.add(schemaDeserializationMiddleware(config), deserializerMiddlewareOption);
      config.protocol.setSerdeContext(config);
    }
  };
}

// node_modules/@smithy/core/dist-es/submodules/schema/deref.js
var deref = (schemaRef) => {
  if (typeof schemaRef === "function") {
    return schemaRef();
  }
  return schemaRef;
};

// node_modules/@smithy/core/dist-es/submodules/schema/schemas/translateTraits.js
var traitsCache = [];
function translateTraits(indicator) {
  if (typeof indicator === "object") {
    return indicator;
  }
  indicator = indicator | 0;
  if (traitsCache[indicator]) {
    return traitsCache[indicator];
  }
  const traits = {};
  let i = 0;
  for (const trait of [
    "httpLabel",
    "idempotent",
    "idempotencyToken",
    "sensitive",
    "httpPayload",
    "httpResponseCode",
    "httpQueryParams"
  ]) {
    if ((indicator >> i++ & 1) === 1) {
      traits[trait] = 1;
    }
  }
  return traitsCache[indicator] = traits;
}

// node_modules/@smithy/core/dist-es/submodules/schema/schemas/NormalizedSchema.js
var anno = {
  it: /* @__PURE__ */ Symbol.for("@smithy/nor-struct-it"),
  ns: /* @__PURE__ */ Symbol.for("@smithy/ns")
};
var simpleSchemaCacheN = [];
var simpleSchemaCacheS = {};
var NormalizedSchema = class _NormalizedSchema {
  ref;
  memberName;
  static symbol = /* @__PURE__ */ Symbol.for("@smithy/nor");
  symbol = _NormalizedSchema.symbol;
  name;
  schema;
  _isMemberSchema;
  traits;
  memberTraits;
  normalizedTraits;
  constructor(ref, memberName) {
    this.ref = ref;
    this.memberName = memberName;
    const traitStack = [];
    let _ref = ref;
    let schema = ref;
    this._isMemberSchema = false;
    while (isMemberSchema(_ref)) {
      traitStack.push(_ref[1]);
      _ref = _ref[0];
      schema = deref(_ref);
      this._isMemberSchema = true;
    }
    if (traitStack.length > 0) {
      this.memberTraits = {};
      for (let i = traitStack.length - 1; i >= 0; --i) {
        const traitSet = traitStack[i];
        Object.assign(this.memberTraits, translateTraits(traitSet));
      }
    } else {
      this.memberTraits = 0;
    }
    if (schema instanceof _NormalizedSchema) {
      const computedMemberTraits = this.memberTraits;
      Object.assign(this, schema);
      this.memberTraits = Object.assign({}, computedMemberTraits, schema.getMemberTraits(), this.getMemberTraits());
      this.normalizedTraits = void 0;
      this.memberName = memberName ?? schema.memberName;
      return;
    }
    this.schema = deref(schema);
    if (isStaticSchema(this.schema)) {
      this.name = `${this.schema[1]}#${this.schema[2]}`;
      this.traits = this.schema[3];
    } else {
      this.name = this.memberName ?? String(schema);
      this.traits = 0;
    }
    if (this._isMemberSchema && !memberName) {
      throw new Error(`@smithy/core/schema - NormalizedSchema member init ${this.getName(true)} missing member name.`);
    }
  }
  static [Symbol.hasInstance](lhs) {
    const isPrototype = this.prototype.isPrototypeOf(lhs);
    if (!isPrototype && typeof lhs === "object" && lhs !== null) {
      const ns = lhs;
      return ns.symbol === this.symbol;
    }
    return isPrototype;
  }
  static of(ref) {
    const keyAble = typeof ref === "function" || typeof ref === "object" && ref !== null;
    if (typeof ref === "number") {
      if (simpleSchemaCacheN[ref]) {
        return simpleSchemaCacheN[ref];
      }
    } else if (typeof ref === "string") {
      if (simpleSchemaCacheS[ref]) {
        return simpleSchemaCacheS[ref];
      }
    } else if (keyAble) {
      if (ref[anno.ns]) {
        return ref[anno.ns];
      }
    }
    const sc = deref(ref);
    if (sc instanceof _NormalizedSchema) {
      return sc;
    }
    if (isMemberSchema(sc)) {
      const [ns2, traits] = sc;
      if (ns2 instanceof _NormalizedSchema) {
        Object.assign(ns2.getMergedTraits(), translateTraits(traits));
        return ns2;
      }
      throw new Error(`@smithy/core/schema - may not init unwrapped member schema=${JSON.stringify(ref, null, 2)}.`);
    }
    const ns = new _NormalizedSchema(sc);
    if (keyAble) {
      return ref[anno.ns] = ns;
    }
    if (typeof sc === "string") {
      return simpleSchemaCacheS[sc] = ns;
    }
    if (typeof sc === "number") {
      return simpleSchemaCacheN[sc] = ns;
    }
    return ns;
  }
  getSchema() {
    const sc = this.schema;
    if (Array.isArray(sc) && sc[0] === 0) {
      return sc[4];
    }
    return sc;
  }
  getName(withNamespace = false) {
    const { name } = this;
    const short = !withNamespace && name && name.includes("#");
    return short ? name.split("#")[1] : name || void 0;
  }
  getMemberName() {
    return this.memberName;
  }
  isMemberSchema() {
    return this._isMemberSchema;
  }
  isListSchema() {
    const sc = this.getSchema();
    return typeof sc === "number" ? sc >= 64 && sc < 128 : sc[0] === 1;
  }
  isMapSchema() {
    const sc = this.getSchema();
    return typeof sc === "number" ? sc >= 128 && sc <= 255 : sc[0] === 2;
  }
  isStructSchema() {
    const sc = this.getSchema();
    if (typeof sc !== "object") {
      return false;
    }
    const id = sc[0];
    return id === 3 || id === -3 || id === 4;
  }
  isUnionSchema() {
    const sc = this.getSchema();
    if (typeof sc !== "object") {
      return false;
    }
    return sc[0] === 4;
  }
  isBlobSchema() {
    const sc = this.getSchema();
    return sc === 21 || sc === 42;
  }
  isTimestampSchema() {
    const sc = this.getSchema();
    return typeof sc === "number" && sc >= 4 && sc <= 7;
  }
  isUnitSchema() {
    return this.getSchema() === "unit";
  }
  isDocumentSchema() {
    return this.getSchema() === 15;
  }
  isStringSchema() {
    return this.getSchema() === 0;
  }
  isBooleanSchema() {
    return this.getSchema() === 2;
  }
  isNumericSchema() {
    return this.getSchema() === 1;
  }
  isBigIntegerSchema() {
    return this.getSchema() === 17;
  }
  isBigDecimalSchema() {
    return this.getSchema() === 19;
  }
  isStreaming() {
    const { streaming } = this.getMergedTraits();
    return !!streaming || this.getSchema() === 42;
  }
  isIdempotencyToken() {
    return !!this.getMergedTraits().idempotencyToken;
  }
  getMergedTraits() {
    return this.normalizedTraits ?? (this.normalizedTraits = {
      ...this.getOwnTraits(),
      ...this.getMemberTraits()
    });
  }
  getMemberTraits() {
    return translateTraits(this.memberTraits);
  }
  getOwnTraits() {
    return translateTraits(this.traits);
  }
  getKeySchema() {
    const [isDoc, isMap] = [this.isDocumentSchema(), this.isMapSchema()];
    if (!isDoc && !isMap) {
      throw new Error(`@smithy/core/schema - cannot get key for non-map: ${this.getName(true)}`);
    }
    const schema = this.getSchema();
    const memberSchema = isDoc ? 15 : schema[4] ?? 0;
    return member([memberSchema, 0], "key");
  }
  getValueSchema() {
    const sc = this.getSchema();
    const [isDoc, isMap, isList] = [this.isDocumentSchema(), this.isMapSchema(), this.isListSchema()];
    const memberSchema = typeof sc === "number" ? 63 & sc : sc && typeof sc === "object" && (isMap || isList) ? sc[3 + sc[0]] : isDoc ? 15 : void 0;
    if (memberSchema != null) {
      return member([memberSchema, 0], isMap ? "value" : "member");
    }
    throw new Error(`@smithy/core/schema - ${this.getName(true)} has no value member.`);
  }
  getMemberSchema(memberName) {
    const struct = this.getSchema();
    if (this.isStructSchema() && struct[4].includes(memberName)) {
      const i = struct[4].indexOf(memberName);
      const memberSchema = struct[5][i];
      return member(isMemberSchema(memberSchema) ? memberSchema : [memberSchema, 0], memberName);
    }
    if (this.isDocumentSchema()) {
      return member([15, 0], memberName);
    }
    throw new Error(`@smithy/core/schema - ${this.getName(true)} has no member=${memberName}.`);
  }
  getMemberSchemas() {
    const buffer = {};
    try {
      for (const [k, v] of this.structIterator()) {
        buffer[k] = v;
      }
    } catch (ignored) {
    }
    return buffer;
  }
  getEventStreamMember() {
    if (this.isStructSchema()) {
      for (const [memberName, memberSchema] of this.structIterator()) {
        if (memberSchema.isStreaming() && memberSchema.isStructSchema()) {
          return memberName;
        }
      }
    }
    return "";
  }
  *structIterator() {
    if (this.isUnitSchema()) {
      return;
    }
    if (!this.isStructSchema()) {
      throw new Error("@smithy/core/schema - cannot iterate non-struct schema.");
    }
    const struct = this.getSchema();
    const z = struct[4].length;
    let it = struct[anno.it];
    if (it && z === it.length) {
      yield* it;
      return;
    }
    it = Array(z);
    for (let i = 0; i < z; ++i) {
      const k = struct[4][i];
      const v = member([struct[5][i], 0], k);
      yield it[i] = [k, v];
    }
    struct[anno.it] = it;
  }
};
function member(memberSchema, memberName) {
  if (memberSchema instanceof NormalizedSchema) {
    return Object.assign(memberSchema, {
      memberName,
      _isMemberSchema: true
    });
  }
  const internalCtorAccess = NormalizedSchema;
  return new internalCtorAccess(memberSchema, memberName);
}
var isMemberSchema = (sc) => Array.isArray(sc) && sc.length === 2;
var isStaticSchema = (sc) => Array.isArray(sc) && sc.length >= 5;

// node_modules/@smithy/core/dist-es/submodules/schema/TypeRegistry.js
var TypeRegistry = class _TypeRegistry {
  namespace;
  schemas;
  exceptions;
  static registries = /* @__PURE__ */ new Map();
  constructor(namespace, schemas = /* @__PURE__ */ new Map(), exceptions = /* @__PURE__ */ new Map()) {
    this.namespace = namespace;
    this.schemas = schemas;
    this.exceptions = exceptions;
    if (!_TypeRegistry.registries.has(namespace)) {
      _TypeRegistry.registries.set(namespace, this);
    }
  }
  static for(namespace) {
    return _TypeRegistry.registries.get(namespace) ?? new _TypeRegistry(namespace);
  }
  copyFrom(other) {
    const { schemas, exceptions } = this;
    for (const [k, v] of other.schemas) {
      if (!schemas.has(k)) {
        schemas.set(k, v);
      }
    }
    for (const [k, v] of other.exceptions) {
      if (!exceptions.has(k)) {
        exceptions.set(k, v);
      }
    }
  }
  register(shapeId, schema) {
    const qualifiedName = this.normalizeShapeId(shapeId);
    for (const r of [this, _TypeRegistry.for(qualifiedName.split("#")[0])]) {
      if (!r.schemas.has(qualifiedName)) {
        r.schemas.set(qualifiedName, schema);
      }
    }
  }
  getSchema(shapeId) {
    const id = this.normalizeShapeId(shapeId);
    if (!this.schemas.has(id)) {
      if (!shapeId.includes("#")) {
        const suffix = "#" + shapeId;
        const candidates = [];
        for (const [shapeId2, schema] of this.schemas.entries()) {
          if (shapeId2.endsWith(suffix)) {
            candidates.push(schema);
          }
        }
        if (candidates.length === 1) {
          return candidates[0];
        }
      }
      throw new Error(`@smithy/core/schema - schema not found for ${id}`);
    }
    return this.schemas.get(id);
  }
  registerError(es, ctor) {
    const $error = es;
    const ns = $error[1];
    const qualifiedName = ns + "#" + $error[2];
    if (!ctor.hasOwnProperty?.("shapeId")) {
      ctor.shapeId = qualifiedName;
    }
    for (const r of [this, _TypeRegistry.for(ns)]) {
      if (!r.schemas.has(qualifiedName) && !r.exceptions.has($error)) {
        r.schemas.set(qualifiedName, $error);
        r.exceptions.set($error, ctor);
      }
    }
  }
  getErrorCtor(es) {
    const $error = es;
    if (this.exceptions.has($error)) {
      return this.exceptions.get($error);
    }
    const registry = _TypeRegistry.for($error[1]);
    return registry.exceptions.get($error);
  }
  getBaseException() {
    for (const exceptionKey of this.exceptions.keys()) {
      if (Array.isArray(exceptionKey)) {
        const [, ns, name] = exceptionKey;
        const id = ns + "#" + name;
        if (id.startsWith("smithy.ts.sdk.synthetic.") && id.endsWith("ServiceException")) {
          return exceptionKey;
        }
      }
    }
    return void 0;
  }
  find(predicate) {
    for (const schema of this.schemas.values()) {
      if (predicate(schema)) {
        return schema;
      }
    }
    return void 0;
  }
  clear() {
    this.schemas.clear();
    this.exceptions.clear();
  }
  normalizeShapeId(shapeId) {
    if (shapeId.includes("#")) {
      return shapeId;
    }
    return this.namespace + "#" + shapeId;
  }
};

// node_modules/@smithy/core/dist-es/submodules/serde/index.js


// node_modules/@smithy/core/dist-es/submodules/serde/util-base64/fromBase64.js
var BASE64_REGEX = /^[A-Za-z0-9+/]*={0,2}$/;
var fromBase64 = (input) => {
  if (input.length * 3 % 4 !== 0) {
    throw new TypeError(`Incorrect padding on base64 string.`);
  }
  if (!BASE64_REGEX.exec(input)) {
    throw new TypeError(`Invalid base64 string.`);
  }
  const buffer = fromString(input, "base64");
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
};

// node_modules/@smithy/core/dist-es/submodules/serde/util-base64/toBase64.js
var toBase64 = (_input) => {
  let input;
  if (typeof _input === "string") {
    input = fromUtf8(_input);
  } else {
    input = _input;
  }
  if (typeof input !== "object" || typeof input.byteOffset !== "number" || typeof input.byteLength !== "number") {
    throw new Error("@smithy/util-base64: toBase64 encoder function only accepts string | Uint8Array.");
  }
  return fromArrayBuffer(input.buffer, input.byteOffset, input.byteLength).toString("base64");
};

// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/blob/Uint8ArrayBlobAdapter.js
function bindUint8ArrayBlobAdapter(toUtf83, fromUtf83, toBase643, fromBase642) {
  return class Uint8ArrayBlobAdapter2 extends Uint8Array {
    static fromString(source, encoding = "utf-8") {
      if (typeof source === "string") {
        if (encoding === "base64") {
          return Uint8ArrayBlobAdapter2.mutate(fromBase642(source));
        }
        return Uint8ArrayBlobAdapter2.mutate(fromUtf83(source));
      }
      throw new Error(`Unsupported conversion from ${typeof source} to Uint8ArrayBlobAdapter.`);
    }
    static mutate(source) {
      Object.setPrototypeOf(source, Uint8ArrayBlobAdapter2.prototype);
      return source;
    }
    transformToString(encoding = "utf-8") {
      if (encoding === "base64") {
        return toBase643(this);
      }
      return toUtf83(this);
    }
  };
}

// node_modules/@smithy/core/dist-es/submodules/serde/uuid/v4.js
var decimalToHex = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, "0"));
function bindV4(getRandomValues2) {
  if (typeof crypto !== "undefined" && typeof crypto.randomUUID === "function") {
    return () => crypto.randomUUID();
  }
  return () => {
    const rnds = new Uint8Array(16);
    getRandomValues2(rnds);
    rnds[6] = rnds[6] & 15 | 64;
    rnds[8] = rnds[8] & 63 | 128;
    return decimalToHex[rnds[0]] + decimalToHex[rnds[1]] + decimalToHex[rnds[2]] + decimalToHex[rnds[3]] + "-" + decimalToHex[rnds[4]] + decimalToHex[rnds[5]] + "-" + decimalToHex[rnds[6]] + decimalToHex[rnds[7]] + "-" + decimalToHex[rnds[8]] + decimalToHex[rnds[9]] + "-" + decimalToHex[rnds[10]] + decimalToHex[rnds[11]] + decimalToHex[rnds[12]] + decimalToHex[rnds[13]] + decimalToHex[rnds[14]] + decimalToHex[rnds[15]];
  };
}

// node_modules/@smithy/core/dist-es/submodules/serde/parse-utils.js
var expectNumber = (value) => {
  if (value === null || value === void 0) {
    return void 0;
  }
  if (typeof value === "string") {
    const parsed = parseFloat(value);
    if (!Number.isNaN(parsed)) {
      if (String(parsed) !== String(value)) {
        logger.warn(stackTraceWarning(`Expected number but observed string: ${value}`));
      }
      return parsed;
    }
  }
  if (typeof value === "number") {
    return value;
  }
  throw new TypeError(`Expected number, got ${typeof value}: ${value}`);
};
var MAX_FLOAT = Math.ceil(2 ** 127 * (2 - 2 ** -23));
var expectFloat32 = (value) => {
  const expected = expectNumber(value);
  if (expected !== void 0 && !Number.isNaN(expected) && expected !== Infinity && expected !== -Infinity) {
    if (Math.abs(expected) > MAX_FLOAT) {
      throw new TypeError(`Expected 32-bit float, got ${value}`);
    }
  }
  return expected;
};
var expectLong = (value) => {
  if (value === null || value === void 0) {
    return void 0;
  }
  if (Number.isInteger(value) && !Number.isNaN(value)) {
    return value;
  }
  throw new TypeError(`Expected integer, got ${typeof value}: ${value}`);
};
var expectShort = (value) => expectSizedInt(value, 16);
var expectByte = (value) => expectSizedInt(value, 8);
var expectSizedInt = (value, size) => {
  const expected = expectLong(value);
  if (expected !== void 0 && castInt(expected, size) !== expected) {
    throw new TypeError(`Expected ${size}-bit integer, got ${value}`);
  }
  return expected;
};
var castInt = (value, size) => {
  switch (size) {
    case 32:
      return Int32Array.of(value)[0];
    case 16:
      return Int16Array.of(value)[0];
    case 8:
      return Int8Array.of(value)[0];
  }
};
var strictParseDouble = (value) => {
  if (typeof value == "string") {
    return expectNumber(parseNumber(value));
  }
  return expectNumber(value);
};
var strictParseFloat32 = (value) => {
  if (typeof value == "string") {
    return expectFloat32(parseNumber(value));
  }
  return expectFloat32(value);
};
var NUMBER_REGEX = /(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)|(-?Infinity)|(NaN)/g;
var parseNumber = (value) => {
  const matches = value.match(NUMBER_REGEX);
  if (matches === null || matches[0].length !== value.length) {
    throw new TypeError(`Expected real number, got implicit NaN`);
  }
  return parseFloat(value);
};
var strictParseShort = (value) => {
  if (typeof value === "string") {
    return expectShort(parseNumber(value));
  }
  return expectShort(value);
};
var strictParseByte = (value) => {
  if (typeof value === "string") {
    return expectByte(parseNumber(value));
  }
  return expectByte(value);
};
var stackTraceWarning = (message) => {
  return String(new TypeError(message).stack || message).split("\n").slice(0, 5).filter((s) => !s.includes("stackTraceWarning")).join("\n");
};
var logger = {
  warn: console.warn
};

// node_modules/@smithy/core/dist-es/submodules/serde/date-utils.js
var DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
var MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
function dateToUtcString(date2) {
  const year2 = date2.getUTCFullYear();
  const month = date2.getUTCMonth();
  const dayOfWeek = date2.getUTCDay();
  const dayOfMonthInt = date2.getUTCDate();
  const hoursInt = date2.getUTCHours();
  const minutesInt = date2.getUTCMinutes();
  const secondsInt = date2.getUTCSeconds();
  const dayOfMonthString = dayOfMonthInt < 10 ? `0${dayOfMonthInt}` : `${dayOfMonthInt}`;
  const hoursString = hoursInt < 10 ? `0${hoursInt}` : `${hoursInt}`;
  const minutesString = minutesInt < 10 ? `0${minutesInt}` : `${minutesInt}`;
  const secondsString = secondsInt < 10 ? `0${secondsInt}` : `${secondsInt}`;
  return `${DAYS[dayOfWeek]}, ${dayOfMonthString} ${MONTHS[month]} ${year2} ${hoursString}:${minutesString}:${secondsString} GMT`;
}
var RFC3339 = new RegExp(/^(\d{4})-(\d{2})-(\d{2})[tT](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?[zZ]$/);
var parseRfc3339DateTime = (value) => {
  if (value === null || value === void 0) {
    return void 0;
  }
  if (typeof value !== "string") {
    throw new TypeError("RFC-3339 date-times must be expressed as strings");
  }
  const match = RFC3339.exec(value);
  if (!match) {
    throw new TypeError("Invalid RFC-3339 date-time value");
  }
  const [_, yearStr, monthStr, dayStr, hours, minutes, seconds, fractionalMilliseconds] = match;
  const year2 = strictParseShort(stripLeadingZeroes(yearStr));
  const month = parseDateValue(monthStr, "month", 1, 12);
  const day = parseDateValue(dayStr, "day", 1, 31);
  return buildDate(year2, month, day, { hours, minutes, seconds, fractionalMilliseconds });
};
var RFC3339_WITH_OFFSET = new RegExp(/^(\d{4})-(\d{2})-(\d{2})[tT](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(([-+]\d{2}:\d{2})|[zZ])$/);
var parseRfc3339DateTimeWithOffset = (value) => {
  if (value === null || value === void 0) {
    return void 0;
  }
  if (typeof value !== "string") {
    throw new TypeError("RFC-3339 date-times must be expressed as strings");
  }
  const match = RFC3339_WITH_OFFSET.exec(value);
  if (!match) {
    throw new TypeError("Invalid RFC-3339 date-time value");
  }
  const [_, yearStr, monthStr, dayStr, hours, minutes, seconds, fractionalMilliseconds, offsetStr] = match;
  const year2 = strictParseShort(stripLeadingZeroes(yearStr));
  const month = parseDateValue(monthStr, "month", 1, 12);
  const day = parseDateValue(dayStr, "day", 1, 31);
  const date2 = buildDate(year2, month, day, { hours, minutes, seconds, fractionalMilliseconds });
  if (offsetStr.toUpperCase() != "Z") {
    date2.setTime(date2.getTime() - parseOffsetToMilliseconds(offsetStr));
  }
  return date2;
};
var IMF_FIXDATE = new RegExp(/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d{2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) (\d{1,2}):(\d{2}):(\d{2})(?:\.(\d+))? GMT$/);
var RFC_850_DATE = new RegExp(/^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday), (\d{2})-(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-(\d{2}) (\d{1,2}):(\d{2}):(\d{2})(?:\.(\d+))? GMT$/);
var ASC_TIME = new RegExp(/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) ( [1-9]|\d{2}) (\d{1,2}):(\d{2}):(\d{2})(?:\.(\d+))? (\d{4})$/);
var parseRfc7231DateTime = (value) => {
  if (value === null || value === void 0) {
    return void 0;
  }
  if (typeof value !== "string") {
    throw new TypeError("RFC-7231 date-times must be expressed as strings");
  }
  let match = IMF_FIXDATE.exec(value);
  if (match) {
    const [_, dayStr, monthStr, yearStr, hours, minutes, seconds, fractionalMilliseconds] = match;
    return buildDate(strictParseShort(stripLeadingZeroes(yearStr)), parseMonthByShortName(monthStr), parseDateValue(dayStr, "day", 1, 31), { hours, minutes, seconds, fractionalMilliseconds });
  }
  match = RFC_850_DATE.exec(value);
  if (match) {
    const [_, dayStr, monthStr, yearStr, hours, minutes, seconds, fractionalMilliseconds] = match;
    return adjustRfc850Year(buildDate(parseTwoDigitYear(yearStr), parseMonthByShortName(monthStr), parseDateValue(dayStr, "day", 1, 31), {
      hours,
      minutes,
      seconds,
      fractionalMilliseconds
    }));
  }
  match = ASC_TIME.exec(value);
  if (match) {
    const [_, monthStr, dayStr, hours, minutes, seconds, fractionalMilliseconds, yearStr] = match;
    return buildDate(strictParseShort(stripLeadingZeroes(yearStr)), parseMonthByShortName(monthStr), parseDateValue(dayStr.trimLeft(), "day", 1, 31), { hours, minutes, seconds, fractionalMilliseconds });
  }
  throw new TypeError("Invalid RFC-7231 date-time value");
};
var parseEpochTimestamp = (value) => {
  if (value === null || value === void 0) {
    return void 0;
  }
  let valueAsDouble;
  if (typeof value === "number") {
    valueAsDouble = value;
  } else if (typeof value === "string") {
    valueAsDouble = strictParseDouble(value);
  } else if (typeof value === "object" && value.tag === 1) {
    valueAsDouble = value.value;
  } else {
    throw new TypeError("Epoch timestamps must be expressed as floating point numbers or their string representation");
  }
  if (Number.isNaN(valueAsDouble) || valueAsDouble === Infinity || valueAsDouble === -Infinity) {
    throw new TypeError("Epoch timestamps must be valid, non-Infinite, non-NaN numerics");
  }
  return new Date(Math.round(valueAsDouble * 1e3));
};
var buildDate = (year2, month, day, time2) => {
  const adjustedMonth = month - 1;
  validateDayOfMonth(year2, adjustedMonth, day);
  return new Date(Date.UTC(year2, adjustedMonth, day, parseDateValue(time2.hours, "hour", 0, 23), parseDateValue(time2.minutes, "minute", 0, 59), parseDateValue(time2.seconds, "seconds", 0, 60), parseMilliseconds(time2.fractionalMilliseconds)));
};
var parseTwoDigitYear = (value) => {
  const thisYear = (/* @__PURE__ */ new Date()).getUTCFullYear();
  const valueInThisCentury = Math.floor(thisYear / 100) * 100 + strictParseShort(stripLeadingZeroes(value));
  if (valueInThisCentury < thisYear) {
    return valueInThisCentury + 100;
  }
  return valueInThisCentury;
};
var FIFTY_YEARS_IN_MILLIS = 50 * 365 * 24 * 60 * 60 * 1e3;
var adjustRfc850Year = (input) => {
  if (input.getTime() - (/* @__PURE__ */ new Date()).getTime() > FIFTY_YEARS_IN_MILLIS) {
    return new Date(Date.UTC(input.getUTCFullYear() - 100, input.getUTCMonth(), input.getUTCDate(), input.getUTCHours(), input.getUTCMinutes(), input.getUTCSeconds(), input.getUTCMilliseconds()));
  }
  return input;
};
var parseMonthByShortName = (value) => {
  const monthIdx = MONTHS.indexOf(value);
  if (monthIdx < 0) {
    throw new TypeError(`Invalid month: ${value}`);
  }
  return monthIdx + 1;
};
var DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
var validateDayOfMonth = (year2, month, day) => {
  let maxDays = DAYS_IN_MONTH[month];
  if (month === 1 && isLeapYear(year2)) {
    maxDays = 29;
  }
  if (day > maxDays) {
    throw new TypeError(`Invalid day for ${MONTHS[month]} in ${year2}: ${day}`);
  }
};
var isLeapYear = (year2) => {
  return year2 % 4 === 0 && (year2 % 100 !== 0 || year2 % 400 === 0);
};
var parseDateValue = (value, type, lower, upper) => {
  const dateVal = strictParseByte(stripLeadingZeroes(value));
  if (dateVal < lower || dateVal > upper) {
    throw new TypeError(`${type} must be between ${lower} and ${upper}, inclusive`);
  }
  return dateVal;
};
var parseMilliseconds = (value) => {
  if (value === null || value === void 0) {
    return 0;
  }
  return strictParseFloat32("0." + value) * 1e3;
};
var parseOffsetToMilliseconds = (value) => {
  const directionStr = value[0];
  let direction = 1;
  if (directionStr == "+") {
    direction = 1;
  } else if (directionStr == "-") {
    direction = -1;
  } else {
    throw new TypeError(`Offset direction, ${directionStr}, must be "+" or "-"`);
  }
  const hour = Number(value.substring(1, 3));
  const minute = Number(value.substring(4, 6));
  return direction * (hour * 60 + minute) * 60 * 1e3;
};
var stripLeadingZeroes = (value) => {
  let idx = 0;
  while (idx < value.length - 1 && value.charAt(idx) === "0") {
    idx++;
  }
  if (idx === 0) {
    return value;
  }
  return value.slice(idx);
};

// node_modules/@smithy/core/dist-es/submodules/serde/lazy-json.js
var LazyJsonString = function LazyJsonString2(val) {
  const str = Object.assign(new String(val), {
    deserializeJSON() {
      return JSON.parse(String(val));
    },
    toString() {
      return String(val);
    },
    toJSON() {
      return String(val);
    }
  });
  return str;
};
LazyJsonString.from = (object) => {
  if (object && typeof object === "object" && (object instanceof LazyJsonString || "deserializeJSON" in object)) {
    return object;
  } else if (typeof object === "string" || Object.getPrototypeOf(object) === String.prototype) {
    return LazyJsonString(String(object));
  }
  return LazyJsonString(JSON.stringify(object));
};
LazyJsonString.fromObject = LazyJsonString.from;

// node_modules/@smithy/core/dist-es/submodules/serde/quote-header.js
function quoteHeader(part) {
  if (part.includes(",") || part.includes('"')) {
    part = `"${part.replace(/\\/g, "\\\\").replace(/"/g, '\\"')}"`;
  }
  return part;
}

// node_modules/@smithy/core/dist-es/submodules/serde/schema-serde-lib/schema-date-utils.js
var ddd = `(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:[ne|u?r]?s?day)?`;
var mmm = `(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)`;
var time = `(\\d?\\d):(\\d{2}):(\\d{2})(?:\\.(\\d+))?`;
var date = `(\\d?\\d)`;
var year = `(\\d{4})`;
var RFC3339_WITH_OFFSET2 = new RegExp(/^(\d{4})-(\d\d)-(\d\d)[tT](\d\d):(\d\d):(\d\d)(\.(\d+))?(([-+]\d\d:\d\d)|[zZ])$/);
var IMF_FIXDATE_NATIVE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?:0[1-9]|[12]\d|3[01]) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [1-9]\d{3} (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d GMT$/;
var IMF_FIXDATE2 = new RegExp(`^${ddd}, ${date} ${mmm} ${year} ${time} GMT$`);
var RFC_850_DATE2 = new RegExp(`^${ddd}, ${date}-${mmm}-(\\d\\d) ${time} GMT$`);
var ASC_TIME2 = new RegExp(`^${ddd} ${mmm} ( [1-9]|\\d\\d) ${time} ${year}$`);
var months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
var _parseEpochTimestamp = (value) => {
  if (value == null) {
    return void 0;
  }
  let num = NaN;
  if (typeof value === "number") {
    num = value;
  } else if (typeof value === "string") {
    if (!/^-?\d*\.?\d+$/.test(value)) {
      throw new TypeError(`parseEpochTimestamp - numeric string invalid.`);
    }
    num = Number.parseFloat(value);
  } else if (typeof value === "object" && value.tag === 1) {
    num = value.value;
  }
  if (isNaN(num) || Math.abs(num) === Infinity) {
    throw new TypeError("Epoch timestamps must be valid finite numbers.");
  }
  return new Date(Math.round(num * 1e3));
};
var _parseRfc3339DateTimeWithOffset = (value) => {
  if (value == null) {
    return void 0;
  }
  if (typeof value !== "string") {
    throw new TypeError("RFC3339 timestamps must be strings");
  }
  const matches = RFC3339_WITH_OFFSET2.exec(value);
  if (!matches) {
    throw new TypeError(`Invalid RFC3339 timestamp format ${value}`);
  }
  const [, yearStr, monthStr, dayStr, hours, minutes, seconds, , ms, offsetStr] = matches;
  range(monthStr, 1, 12);
  range(dayStr, 1, 31);
  range(hours, 0, 23);
  range(minutes, 0, 59);
  range(seconds, 0, 60);
  const date2 = new Date(Date.UTC(Number(yearStr), Number(monthStr) - 1, Number(dayStr), Number(hours), Number(minutes), Number(seconds), Number(ms) ? Math.round(parseFloat(`0.${ms}`) * 1e3) : 0));
  date2.setUTCFullYear(Number(yearStr));
  if (offsetStr.toUpperCase() != "Z") {
    const [, sign, offsetH, offsetM] = /([+-])(\d\d):(\d\d)/.exec(offsetStr) || [void 0, "+", 0, 0];
    const scalar = sign === "-" ? 1 : -1;
    date2.setTime(date2.getTime() + scalar * (Number(offsetH) * 60 * 60 * 1e3 + Number(offsetM) * 60 * 1e3));
  }
  return date2;
};
var _parseRfc7231DateTime = (value) => {
  if (value == null) {
    return void 0;
  }
  if (typeof value !== "string") {
    throw new TypeError("RFC7231 timestamps must be strings.");
  }
  if (IMF_FIXDATE_NATIVE.test(value)) {
    return new Date(value);
  }
  let day;
  let month;
  let year2;
  let hour;
  let minute;
  let second;
  let fraction;
  let matches;
  if (matches = IMF_FIXDATE2.exec(value)) {
    [, day, month, year2, hour, minute, second, fraction] = matches;
  } else if (matches = RFC_850_DATE2.exec(value)) {
    [, day, month, year2, hour, minute, second, fraction] = matches;
    year2 = (Number(year2) + 1900).toString();
  } else if (matches = ASC_TIME2.exec(value)) {
    [, month, day, hour, minute, second, fraction, year2] = matches;
  }
  if (year2 && second) {
    const timestamp = Date.UTC(Number(year2), months.indexOf(month), Number(day), Number(hour), Number(minute), Number(second), fraction ? Math.round(parseFloat(`0.${fraction}`) * 1e3) : 0);
    range(day, 1, 31);
    range(hour, 0, 23);
    range(minute, 0, 59);
    range(second, 0, 60);
    const date2 = new Date(timestamp);
    date2.setUTCFullYear(Number(year2));
    return date2;
  }
  throw new TypeError(`Invalid RFC7231 date-time value ${value}.`);
};
function range(v, min, max) {
  const _v = Number(v);
  if (_v < min || _v > max) {
    throw new Error(`Value ${_v} out of range [${min}, ${max}]`);
  }
}

// node_modules/@smithy/core/dist-es/submodules/serde/split-every.js
function splitEvery(value, delimiter, numDelimiters) {
  if (numDelimiters <= 0 || !Number.isInteger(numDelimiters)) {
    throw new Error("Invalid number of delimiters (" + numDelimiters + ") for splitEvery.");
  }
  const segments = value.split(delimiter);
  if (numDelimiters === 1) {
    return segments;
  }
  const compoundSegments = [];
  let currentSegment = "";
  for (let i = 0; i < segments.length; i++) {
    if (currentSegment === "") {
      currentSegment = segments[i];
    } else {
      currentSegment += delimiter + segments[i];
    }
    if ((i + 1) % numDelimiters === 0) {
      compoundSegments.push(currentSegment);
      currentSegment = "";
    }
  }
  if (currentSegment !== "") {
    compoundSegments.push(currentSegment);
  }
  return compoundSegments;
}

// node_modules/@smithy/core/dist-es/submodules/serde/split-header.js
var splitHeader = (value) => {
  const z = value.length;
  const values = [];
  let withinQuotes = false;
  let escaped = false;
  let anchor = 0;
  for (let i = 0; i < z; ++i) {
    const char = value[i];
    switch (char) {
      case `"`:
        if (!escaped) {
          withinQuotes = !withinQuotes;
        }
        break;
      case ",":
        if (!withinQuotes) {
          values.push(value.slice(anchor, i));
          anchor = i + 1;
        }
        break;
      default:
    }
    escaped = char === "\\" && !escaped;
  }
  values.push(value.slice(anchor));
  return values.map((v) => {
    v = v.trim();
    const z2 = v.length;
    if (z2 < 2) {
      return v;
    }
    if (v[0] === `"` && v[z2 - 1] === `"`) {
      v = v.slice(1, z2 - 1);
      return v.replace(/\\(["\\])/g, "$1");
    }
    return v.replace(/\\"/g, '"');
  });
};

// node_modules/@smithy/core/dist-es/submodules/serde/value/NumericValue.js
var format = /^-?((0|[1-9]\d*)(\.\d+)?|\.\d+)([eE][+-]?\d+)?$/;
var NumericValue = class _NumericValue {
  string;
  type;
  constructor(string, type) {
    this.string = string;
    this.type = type;
    if (!format.test(string)) {
      throw new Error(`@smithy/core/serde - NumericValue string must conform to the Smithy bigDecimal format. Received: "${string}"`);
    }
  }
  toString() {
    return this.string;
  }
  static [Symbol.hasInstance](object) {
    if (!object || typeof object !== "object") {
      return false;
    }
    const _nv = object;
    return _NumericValue.prototype.isPrototypeOf(object) || _nv.type === "bigDecimal" && format.test(_nv.string);
  }
};

// node_modules/@smithy/core/dist-es/submodules/serde/util-body-length/calculateBodyLength.js

var calculateBodyLength = (body) => {
  if (!body) {
    return 0;
  }
  if (typeof body === "string") {
    return Buffer.byteLength(body);
  } else if (typeof body.byteLength === "number") {
    return body.byteLength;
  } else if (typeof body.size === "number") {
    return body.size;
  } else if (typeof body.start === "number" && typeof body.end === "number") {
    return body.end + 1 - body.start;
  } else if (body instanceof node_fs__WEBPACK_IMPORTED_MODULE_1__.ReadStream) {
    if (body.path != null) {
      return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(body.path).size;
    } else if (typeof body.fd === "number") {
      return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(body.fd).size;
    }
  }
  throw new Error(`Body Length computation failed for ${body}`);
};

// node_modules/@smithy/core/dist-es/submodules/serde/util-utf8/toUint8Array.js
var toUint8Array = (data) => {
  if (data instanceof Uint8Array) {
    return data;
  }
  if (typeof data === "string") {
    return fromUtf8(data);
  }
  if (ArrayBuffer.isView(data)) {
    return new Uint8Array(data.buffer, data.byteOffset, data.byteLength / Uint8Array.BYTES_PER_ELEMENT);
  }
  return new Uint8Array(data);
};

// node_modules/@smithy/core/dist-es/submodules/serde/concatBytes.js
function concatBytes(arrays, length) {
  if (length === void 0) {
    length = 0;
    for (const bytes of arrays) {
      length += bytes.byteLength;
    }
  }
  const result = new Uint8Array(length);
  let offset = 0;
  for (const buf of arrays) {
    result.set(buf, offset);
    offset += buf.byteLength;
  }
  return result;
}

// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/stream-type-check.js
var isReadableStream = (stream) => typeof ReadableStream === "function" && (stream?.constructor?.name === ReadableStream.name || stream instanceof ReadableStream);
var isBlob = (blob) => {
  return typeof Blob === "function" && (blob?.constructor?.name === Blob.name || blob instanceof Blob);
};

// node_modules/@smithy/core/dist-es/submodules/serde/util-utf8/fromUtf8.browser.js
var fromUtf82 = (input) => new TextEncoder().encode(input);

// node_modules/@smithy/core/dist-es/submodules/serde/util-base64/constants-for-browser.js
var chars = `ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/`;
var alphabetByEncoding = Object.entries(chars).reduce((acc, [i, c]) => {
  acc[c] = Number(i);
  return acc;
}, {});
var alphabetByValue = chars.split("");
var bitsPerLetter = 6;
var bitsPerByte = 8;
var maxLetterValue = 63;

// node_modules/@smithy/core/dist-es/submodules/serde/util-base64/toBase64.browser.js
function toBase642(_input) {
  let input;
  if (typeof _input === "string") {
    input = fromUtf82(_input);
  } else {
    input = _input;
  }
  const isArrayLike = typeof input === "object" && typeof input.length === "number";
  const isUint8Array = typeof input === "object" && typeof input.byteOffset === "number" && typeof input.byteLength === "number";
  if (!isArrayLike && !isUint8Array) {
    throw new Error("@smithy/util-base64: toBase64 encoder function only accepts string | Uint8Array.");
  }
  let str = "";
  for (let i = 0; i < input.length; i += 3) {
    let bits = 0;
    let bitLength = 0;
    for (let j = i, limit = Math.min(i + 3, input.length); j < limit; j++) {
      bits |= input[j] << (limit - j - 1) * bitsPerByte;
      bitLength += bitsPerByte;
    }
    const bitClusterCount = Math.ceil(bitLength / bitsPerLetter);
    bits <<= bitClusterCount * bitsPerLetter - bitLength;
    for (let k = 1; k <= bitClusterCount; k++) {
      const offset = (bitClusterCount - k) * bitsPerLetter;
      str += alphabetByValue[(bits & maxLetterValue << offset) >> offset];
    }
    str += "==".slice(0, 4 - bitClusterCount);
  }
  return str;
}

// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/sdk-stream-mixin.js


// node_modules/@smithy/core/dist-es/submodules/serde/util-utf8/toUtf8.browser.js
var toUtf82 = (input) => {
  if (typeof input === "string") {
    return input;
  }
  if (typeof input !== "object" || typeof input.byteOffset !== "number" || typeof input.byteLength !== "number") {
    throw new Error("@smithy/util-utf8: toUtf8 encoder function only accepts string | Uint8Array.");
  }
  return new TextDecoder("utf-8").decode(input);
};

// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/stream-collector.browser.js
var streamCollector = async (stream) => {
  if (isBlob(stream)) {
    return collectBlob(stream);
  }
  return collectReadableStream(stream);
};
async function collectBlob(blob) {
  return blob.arrayBuffer().then((ab) => new Uint8Array(ab));
}
async function collectReadableStream(stream) {
  const chunks = [];
  const reader = stream.getReader();
  let length = 0;
  while (true) {
    const { done, value } = await reader.read();
    if (value) {
      chunks.push(value);
      length += value.length;
    }
    if (done) {
      break;
    }
  }
  return concatBytes(chunks, length);
}

// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/sdk-stream-mixin.browser.js
var ERR_MSG_STREAM_HAS_BEEN_TRANSFORMED = "The stream has already been transformed.";
var sdkStreamMixin = (stream) => {
  if (!isBlobInstance(stream) && !isReadableStream(stream)) {
    const name = stream?.__proto__?.constructor?.name || stream;
    throw new Error(`Unexpected stream implementation, expect Blob or ReadableStream, got ${name}`);
  }
  let transformed = false;
  const transformToByteArray = async () => {
    if (transformed) {
      throw new Error(ERR_MSG_STREAM_HAS_BEEN_TRANSFORMED);
    }
    transformed = true;
    return await streamCollector(stream);
  };
  const blobToWebStream = (blob) => {
    if (typeof blob.stream !== "function") {
      throw new Error("Cannot transform payload Blob to web stream. Please make sure the Blob.stream() is polyfilled.\nIf you are using React Native, this API is not yet supported, see: https://react-native.canny.io/feature-requests/p/fetch-streaming-body");
    }
    return blob.stream();
  };
  return Object.assign(stream, {
    transformToByteArray,
    transformToString: async (encoding) => {
      const buf = await transformToByteArray();
      if (encoding === "base64") {
        return toBase642(buf);
      } else if (encoding === "hex") {
        return toHex(buf);
      } else if (encoding === void 0 || encoding === "utf8" || encoding === "utf-8") {
        return toUtf82(buf);
      } else if (typeof TextDecoder === "function") {
        return new TextDecoder(encoding).decode(buf);
      } else {
        throw new Error("TextDecoder is not available, please make sure polyfill is provided.");
      }
    },
    transformToWebStream: () => {
      if (transformed) {
        throw new Error(ERR_MSG_STREAM_HAS_BEEN_TRANSFORMED);
      }
      transformed = true;
      if (isBlobInstance(stream)) {
        return blobToWebStream(stream);
      } else if (isReadableStream(stream)) {
        return stream;
      } else {
        throw new Error(`Cannot transform payload to web stream, got ${stream}`);
      }
    }
  });
};
var isBlobInstance = (stream) => typeof Blob === "function" && stream instanceof Blob;

// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/stream-collector.js

var streamCollector2 = (stream) => {
  if (isBlob(stream)) {
    return collectBlob(stream);
  }
  if (isReadableStream(stream)) {
    return collectReadableStream(stream);
  }
  return new Promise((resolve, reject) => {
    const collector = new Collector();
    const nodeStream = stream;
    nodeStream.pipe(collector);
    nodeStream.on("error", (err) => {
      collector.end();
      reject(err);
    });
    collector.on("error", reject);
    collector.on("finish", function() {
      const bytes = concatBytes(this.bufferedBytes);
      resolve(bytes);
    });
  });
};
var Collector = class extends node_stream__WEBPACK_IMPORTED_MODULE_2__.Writable {
  bufferedBytes = [];
  _write(chunk, encoding, callback) {
    this.bufferedBytes.push(chunk);
    callback();
  }
};

// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/sdk-stream-mixin.js
var ERR_MSG_STREAM_HAS_BEEN_TRANSFORMED2 = "The stream has already been transformed.";
var sdkStreamMixin2 = (stream) => {
  if (!(stream instanceof node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable)) {
    try {
      return sdkStreamMixin(stream);
    } catch (ignored) {
      const name = stream?.__proto__?.constructor?.name || stream;
      throw new Error(`Unexpected stream implementation, expect Stream.Readable instance, got ${name}`);
    }
  }
  let transformed = false;
  const transformToByteArray = async () => {
    if (transformed) {
      throw new Error(ERR_MSG_STREAM_HAS_BEEN_TRANSFORMED2);
    }
    transformed = true;
    return await streamCollector2(stream);
  };
  return Object.assign(stream, {
    transformToByteArray,
    transformToString: async (encoding) => {
      const buf = await transformToByteArray();
      if (encoding === void 0 || Buffer.isEncoding(encoding)) {
        return fromArrayBuffer(buf.buffer, buf.byteOffset, buf.byteLength).toString(encoding);
      } else {
        const decoder = new TextDecoder(encoding);
        return decoder.decode(buf);
      }
    },
    transformToWebStream: () => {
      if (transformed) {
        throw new Error(ERR_MSG_STREAM_HAS_BEEN_TRANSFORMED2);
      }
      if (stream.readableFlowing !== null) {
        throw new Error("The stream has been consumed by other callbacks.");
      }
      if (typeof node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable.toWeb !== "function") {
        throw new Error("Readable.toWeb() is not supported. Please ensure a polyfill is available.");
      }
      transformed = true;
      return node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable.toWeb(stream);
    }
  });
};

// node_modules/@smithy/core/dist-es/submodules/serde/writeKey.js
function writeKey(obj) {
  Object.defineProperty(obj, "__proto__", { value: void 0, writable: true, enumerable: true, configurable: true });
}

// node_modules/@smithy/core/dist-es/submodules/serde/index.js
var Uint8ArrayBlobAdapter = class extends bindUint8ArrayBlobAdapter(toUtf8, fromUtf8, toBase64, fromBase64) {
};
var _getRandomValues = node_crypto__WEBPACK_IMPORTED_MODULE_0__.getRandomValues;
var v4 = bindV4(_getRandomValues);
var generateIdempotencyToken = v4;




/***/ }),

/***/ 2784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $3: () => (/* binding */ resolveAwsRegionExtensionConfiguration),
/* harmony export */   $z: () => (/* binding */ resolveRetryConfig),
/* harmony export */   Co: () => (/* binding */ resolveEndpointConfig),
/* harmony export */   Dc: () => (/* binding */ resolveUserAgentConfig),
/* harmony export */   ED: () => (/* binding */ getDefaultSocketTimeout),
/* harmony export */   I9: () => (/* binding */ emitWarningIfUnsupportedVersion2),
/* harmony export */   J1: () => (/* binding */ createAggregatedClient),
/* harmony export */   K4: () => (/* binding */ memoizeIdentityProvider),
/* harmony export */   Kj: () => (/* binding */ Client),
/* harmony export */   L0: () => (/* binding */ DEFAULT_RETRY_MODE),
/* harmony export */   Mw: () => (/* binding */ decorateServiceException),
/* harmony export */   N4: () => (/* binding */ NoOpLogger),
/* harmony export */   OC: () => (/* binding */ isIdentityExpired),
/* harmony export */   OV: () => (/* binding */ resolveHostHeaderConfig),
/* harmony export */   Rq: () => (/* binding */ getAwsRegionExtensionConfiguration),
/* harmony export */   TC: () => (/* binding */ getHostHeaderPlugin),
/* harmony export */   TJ: () => (/* binding */ ServiceException),
/* harmony export */   UF: () => (/* binding */ awsEndpointFunctions),
/* harmony export */   Y7: () => (/* binding */ getLoggerPlugin),
/* harmony export */   cH: () => (/* binding */ decideEndpoint),
/* harmony export */   d5: () => (/* binding */ BinaryDecisionDiagram),
/* harmony export */   e: () => (/* binding */ doesIdentityRequireRefresh),
/* harmony export */   ey: () => (/* binding */ getRetryPlugin),
/* harmony export */   gD: () => (/* binding */ setCredentialFeature),
/* harmony export */   h$: () => (/* binding */ DefaultIdentityProviderConfig),
/* harmony export */   hV: () => (/* binding */ NODE_APP_ID_CONFIG_OPTIONS),
/* harmony export */   k8: () => (/* binding */ makeBuilder),
/* harmony export */   kN: () => (/* binding */ NODE_RETRY_MODE_CONFIG_OPTIONS),
/* harmony export */   kS: () => (/* binding */ EndpointCache),
/* harmony export */   lT: () => (/* binding */ loadConfigsForDefaultMode),
/* harmony export */   lW: () => (/* binding */ getHttpSigningPlugin),
/* harmony export */   mR: () => (/* binding */ NoAuthSigner),
/* harmony export */   mw: () => (/* binding */ customEndpointFunctions),
/* harmony export */   n4: () => (/* binding */ getRecursionDetectionPlugin),
/* harmony export */   oQ: () => (/* binding */ stsRegionDefaultResolver),
/* harmony export */   o_: () => (/* binding */ emitWarningIfUnsupportedVersion),
/* harmony export */   pf: () => (/* binding */ createDefaultUserAgentProvider),
/* harmony export */   qs: () => (/* binding */ NODE_MAX_ATTEMPT_CONFIG_OPTIONS),
/* harmony export */   rD: () => (/* binding */ getEndpointPlugin),
/* harmony export */   rm: () => (/* binding */ getValueFromTextNode),
/* harmony export */   sM: () => (/* binding */ getUserAgentPlugin),
/* harmony export */   te: () => (/* binding */ normalizeProvider2),
/* harmony export */   uv: () => (/* binding */ resolveDefaultRuntimeConfig),
/* harmony export */   wB: () => (/* binding */ getHttpAuthSchemeEndpointRuleSetPlugin),
/* harmony export */   xA: () => (/* binding */ getDefaultExtensionConfiguration),
/* harmony export */   xg: () => (/* binding */ resolveParams)
/* harmony export */ });
/* unused harmony export Command */
/* harmony import */ var _chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2203);
/* harmony import */ var _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1655);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7075);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8161);
/* harmony import */ var node_process__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1708);



// node_modules/@smithy/core/dist-es/submodules/client/middleware-stack/MiddlewareStack.js
var getAllAliases = (name, aliases) => {
  const _aliases = [];
  if (name) {
    _aliases.push(name);
  }
  if (aliases) {
    for (const alias of aliases) {
      _aliases.push(alias);
    }
  }
  return _aliases;
};
var getMiddlewareNameWithAliases = (name, aliases) => {
  return `${name || "anonymous"}${aliases && aliases.length > 0 ? ` (a.k.a. ${aliases.join(",")})` : ""}`;
};
var constructStack = () => {
  let absoluteEntries = [];
  let relativeEntries = [];
  let identifyOnResolve = false;
  const entriesNameSet = /* @__PURE__ */ new Set();
  const sort = (entries) => entries.sort((a, b) => stepWeights[b.step] - stepWeights[a.step] || priorityWeights[b.priority || "normal"] - priorityWeights[a.priority || "normal"]);
  const removeByName = (toRemove) => {
    let isRemoved = false;
    const filterCb = (entry) => {
      const aliases = getAllAliases(entry.name, entry.aliases);
      if (aliases.includes(toRemove)) {
        isRemoved = true;
        for (const alias of aliases) {
          entriesNameSet.delete(alias);
        }
        return false;
      }
      return true;
    };
    absoluteEntries = absoluteEntries.filter(filterCb);
    relativeEntries = relativeEntries.filter(filterCb);
    return isRemoved;
  };
  const removeByReference = (toRemove) => {
    let isRemoved = false;
    const filterCb = (entry) => {
      if (entry.middleware === toRemove) {
        isRemoved = true;
        for (const alias of getAllAliases(entry.name, entry.aliases)) {
          entriesNameSet.delete(alias);
        }
        return false;
      }
      return true;
    };
    absoluteEntries = absoluteEntries.filter(filterCb);
    relativeEntries = relativeEntries.filter(filterCb);
    return isRemoved;
  };
  const cloneTo = (toStack) => {
    absoluteEntries.forEach((entry) => {
      toStack.add(entry.middleware, { ...entry });
    });
    relativeEntries.forEach((entry) => {
      toStack.addRelativeTo(entry.middleware, { ...entry });
    });
    toStack.identifyOnResolve?.(stack.identifyOnResolve());
    return toStack;
  };
  const expandRelativeMiddlewareList = (from) => {
    const expandedMiddlewareList = [];
    from.before.forEach((entry) => {
      if (entry.before.length === 0 && entry.after.length === 0) {
        expandedMiddlewareList.push(entry);
      } else {
        expandedMiddlewareList.push(...expandRelativeMiddlewareList(entry));
      }
    });
    expandedMiddlewareList.push(from);
    from.after.reverse().forEach((entry) => {
      if (entry.before.length === 0 && entry.after.length === 0) {
        expandedMiddlewareList.push(entry);
      } else {
        expandedMiddlewareList.push(...expandRelativeMiddlewareList(entry));
      }
    });
    return expandedMiddlewareList;
  };
  const getMiddlewareList = (debug = false) => {
    const normalizedAbsoluteEntries = [];
    const normalizedRelativeEntries = [];
    const normalizedEntriesNameMap = {};
    absoluteEntries.forEach((entry) => {
      const normalizedEntry = {
        ...entry,
        before: [],
        after: []
      };
      for (const alias of getAllAliases(normalizedEntry.name, normalizedEntry.aliases)) {
        normalizedEntriesNameMap[alias] = normalizedEntry;
      }
      normalizedAbsoluteEntries.push(normalizedEntry);
    });
    relativeEntries.forEach((entry) => {
      const normalizedEntry = {
        ...entry,
        before: [],
        after: []
      };
      for (const alias of getAllAliases(normalizedEntry.name, normalizedEntry.aliases)) {
        normalizedEntriesNameMap[alias] = normalizedEntry;
      }
      normalizedRelativeEntries.push(normalizedEntry);
    });
    normalizedRelativeEntries.forEach((entry) => {
      if (entry.toMiddleware) {
        const toMiddleware = normalizedEntriesNameMap[entry.toMiddleware];
        if (toMiddleware === void 0) {
          if (debug) {
            return;
          }
          throw new Error(`${entry.toMiddleware} is not found when adding ${getMiddlewareNameWithAliases(entry.name, entry.aliases)} middleware ${entry.relation} ${entry.toMiddleware}`);
        }
        if (entry.relation === "after") {
          toMiddleware.after.push(entry);
        }
        if (entry.relation === "before") {
          toMiddleware.before.push(entry);
        }
      }
    });
    const mainChain = sort(normalizedAbsoluteEntries).map(expandRelativeMiddlewareList).reduce((wholeList, expandedMiddlewareList) => {
      wholeList.push(...expandedMiddlewareList);
      return wholeList;
    }, []);
    return mainChain;
  };
  const stack = {
    add: (middleware, options = {}) => {
      const { name, override, aliases: _aliases } = options;
      const entry = {
        step: "initialize",
        priority: "normal",
        middleware,
        ...options
      };
      const aliases = getAllAliases(name, _aliases);
      if (aliases.length > 0) {
        if (aliases.some((alias) => entriesNameSet.has(alias))) {
          if (!override) {
            throw new Error(`Duplicate middleware name '${getMiddlewareNameWithAliases(name, _aliases)}'`);
          }
          for (const alias of aliases) {
            const toOverrideIndex = absoluteEntries.findIndex((entry2) => entry2.name === alias || entry2.aliases?.some((a) => a === alias));
            if (toOverrideIndex === -1) {
              continue;
            }
            const toOverride = absoluteEntries[toOverrideIndex];
            if (toOverride.step !== entry.step || entry.priority !== toOverride.priority) {
              throw new Error(`"${getMiddlewareNameWithAliases(toOverride.name, toOverride.aliases)}" middleware with ${toOverride.priority} priority in ${toOverride.step} step cannot be overridden by "${getMiddlewareNameWithAliases(name, _aliases)}" middleware with ${entry.priority} priority in ${entry.step} step.`);
            }
            absoluteEntries.splice(toOverrideIndex, 1);
          }
        }
        for (const alias of aliases) {
          entriesNameSet.add(alias);
        }
      }
      absoluteEntries.push(entry);
    },
    addRelativeTo: (middleware, options) => {
      const { name, override, aliases: _aliases } = options;
      const entry = {
        middleware,
        ...options
      };
      const aliases = getAllAliases(name, _aliases);
      if (aliases.length > 0) {
        if (aliases.some((alias) => entriesNameSet.has(alias))) {
          if (!override) {
            throw new Error(`Duplicate middleware name '${getMiddlewareNameWithAliases(name, _aliases)}'`);
          }
          for (const alias of aliases) {
            const toOverrideIndex = relativeEntries.findIndex((entry2) => entry2.name === alias || entry2.aliases?.some((a) => a === alias));
            if (toOverrideIndex === -1) {
              continue;
            }
            const toOverride = relativeEntries[toOverrideIndex];
            if (toOverride.toMiddleware !== entry.toMiddleware || toOverride.relation !== entry.relation) {
              throw new Error(`"${getMiddlewareNameWithAliases(toOverride.name, toOverride.aliases)}" middleware ${toOverride.relation} "${toOverride.toMiddleware}" middleware cannot be overridden by "${getMiddlewareNameWithAliases(name, _aliases)}" middleware ${entry.relation} "${entry.toMiddleware}" middleware.`);
            }
            relativeEntries.splice(toOverrideIndex, 1);
          }
        }
        for (const alias of aliases) {
          entriesNameSet.add(alias);
        }
      }
      relativeEntries.push(entry);
    },
    clone: () => cloneTo(constructStack()),
    use: (plugin) => {
      plugin.applyToStack(stack);
    },
    remove: (toRemove) => {
      if (typeof toRemove === "string") {
        return removeByName(toRemove);
      } else {
        return removeByReference(toRemove);
      }
    },
    removeByTag: (toRemove) => {
      let isRemoved = false;
      const filterCb = (entry) => {
        const { tags, name, aliases: _aliases } = entry;
        if (tags && tags.includes(toRemove)) {
          const aliases = getAllAliases(name, _aliases);
          for (const alias of aliases) {
            entriesNameSet.delete(alias);
          }
          isRemoved = true;
          return false;
        }
        return true;
      };
      absoluteEntries = absoluteEntries.filter(filterCb);
      relativeEntries = relativeEntries.filter(filterCb);
      return isRemoved;
    },
    concat: (from) => {
      const cloned = cloneTo(constructStack());
      cloned.use(from);
      cloned.identifyOnResolve(identifyOnResolve || cloned.identifyOnResolve() || (from.identifyOnResolve?.() ?? false));
      return cloned;
    },
    applyToStack: cloneTo,
    identify: () => {
      return getMiddlewareList(true).map((mw) => {
        const step = mw.step ?? mw.relation + " " + mw.toMiddleware;
        return getMiddlewareNameWithAliases(mw.name, mw.aliases) + " - " + step;
      });
    },
    identifyOnResolve(toggle) {
      if (typeof toggle === "boolean") {
        identifyOnResolve = toggle;
      }
      return identifyOnResolve;
    },
    resolve: (handler, context) => {
      for (const middleware of getMiddlewareList().map((entry) => entry.middleware).reverse()) {
        handler = middleware(handler, context);
      }
      if (identifyOnResolve) {
        console.log(stack.identify());
      }
      return handler;
    }
  };
  return stack;
};
var stepWeights = {
  initialize: 5,
  serialize: 4,
  build: 3,
  finalizeRequest: 2,
  deserialize: 1
};
var priorityWeights = {
  high: 3,
  normal: 2,
  low: 1
};

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/client.js
var Client = class {
  config;
  middlewareStack = constructStack();
  initConfig;
  handlers;
  constructor(config) {
    this.config = config;
    const { protocol, protocolSettings } = config;
    if (protocolSettings) {
      if (typeof protocol === "function") {
        config.protocol = new protocol(protocolSettings);
      }
    }
  }
  send(command, optionsOrCb, cb) {
    const options = typeof optionsOrCb !== "function" ? optionsOrCb : void 0;
    const callback = typeof optionsOrCb === "function" ? optionsOrCb : cb;
    const useHandlerCache = options === void 0 && this.config.cacheMiddleware === true;
    let handler;
    if (useHandlerCache) {
      if (!this.handlers) {
        this.handlers = /* @__PURE__ */ new WeakMap();
      }
      const handlers = this.handlers;
      if (handlers.has(command.constructor)) {
        handler = handlers.get(command.constructor);
      } else {
        handler = command.resolveMiddleware(this.middlewareStack, this.config, options);
        handlers.set(command.constructor, handler);
      }
    } else {
      delete this.handlers;
      handler = command.resolveMiddleware(this.middlewareStack, this.config, options);
    }
    if (callback) {
      handler(command).then((result) => callback(null, result.output), (err) => callback(err)).catch(() => {
      });
    } else {
      return handler(command).then((result) => result.output);
    }
  }
  destroy() {
    this.config?.requestHandler?.destroy?.();
    delete this.handlers;
  }
};

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/schemaLogFilter.js
var SENSITIVE_STRING = "***SensitiveInformation***";
function schemaLogFilter(schema, data) {
  if (data == null) {
    return data;
  }
  const ns = _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .NormalizedSchema */ .l1.of(schema);
  if (ns.getMergedTraits().sensitive) {
    return SENSITIVE_STRING;
  }
  if (ns.isListSchema()) {
    const valueSchema = ns.getValueSchema();
    if (valueSchema.getMergedTraits().sensitive) {
      return SENSITIVE_STRING;
    }
    if (Array.isArray(data)) {
      return data.map((value) => schemaLogFilter(valueSchema, value));
    }
  } else if (ns.isMapSchema()) {
    const valueSchema = ns.getValueSchema();
    if (ns.getKeySchema().getMergedTraits().sensitive || valueSchema.getMergedTraits().sensitive) {
      return SENSITIVE_STRING;
    }
    if (typeof data === "object") {
      return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, schemaLogFilter(valueSchema, value)]));
    }
  } else if (ns.isStructSchema() && typeof data === "object") {
    const object = data;
    const newObject = {};
    for (const [member, memberNs] of ns.structIterator()) {
      if (object[member] != null) {
        newObject[member] = schemaLogFilter(memberNs, object[member]);
      }
    }
    return newObject;
  }
  return data;
}

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/command.js
var operationEventStreamMarker = /* @__PURE__ */ Symbol.for("@smithy/op-event-stream");
var Command = class {
  middlewareStack = constructStack();
  schema;
  static classBuilder() {
    return new ClassBuilder();
  }
  resolveMiddlewareWithContext(clientStack, configuration, options, { middlewareFn, clientName, commandName, inputFilterSensitiveLog, outputFilterSensitiveLog, smithyContext, additionalContext, CommandCtor }) {
    for (const mw of middlewareFn.bind(this)(CommandCtor, clientStack, configuration, options)) {
      this.middlewareStack.use(mw);
    }
    const stack = clientStack.concat(this.middlewareStack);
    const { logger } = configuration;
    const additionalSmithyContext = additionalContext[_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .SMITHY_CONTEXT_KEY */ .Vf];
    const handlerExecutionContext = {
      logger,
      clientName,
      commandName,
      inputFilterSensitiveLog,
      outputFilterSensitiveLog,
      ...additionalContext,
      [_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .SMITHY_CONTEXT_KEY */ .Vf]: {
        ...additionalSmithyContext,
        commandInstance: this,
        ...smithyContext,
        ...options?.metricsRecorder === void 0 ? {} : { metricsRecorder: options.metricsRecorder },
        ...options?.abortSignal === void 0 ? {} : { abortSignal: options.abortSignal }
      }
    };
    const { requestHandler } = configuration;
    let requestOptions = options ?? {};
    if (requestOptions.metricsRecorder) {
      requestOptions = { ...requestOptions };
      delete requestOptions.metricsRecorder;
    }
    let isEventStream;
    const schema = this.schema;
    const marker = schema?.[operationEventStreamMarker];
    if (marker !== void 0) {
      isEventStream = marker;
    } else if (schema) {
      if (Array.isArray(schema) && schema[0] === 9) {
        const [, , , , input$, output$] = schema;
        isEventStream = schema[operationEventStreamMarker] = Boolean(_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .NormalizedSchema */ .l1.of(input$).getEventStreamMember() || _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .NormalizedSchema */ .l1.of(output$).getEventStreamMember());
      }
    }
    if (isEventStream) {
      requestOptions = {
        isEventStream,
        ...requestOptions
      };
    }
    return stack.resolve((request) => requestHandler.handle(request.request, requestOptions), handlerExecutionContext);
  }
};
var ClassBuilder = class {
  _init = () => {
  };
  _ep = {};
  _middlewareFn = () => [];
  _commandName = "";
  _clientName = "";
  _additionalContext = {};
  _smithyContext = {};
  _inputFilterSensitiveLog = void 0;
  _outputFilterSensitiveLog = void 0;
  _serializer = null;
  _deserializer = null;
  _operationSchema;
  init(cb) {
    this._init = cb;
  }
  ep(endpointParameterInstructions) {
    this._ep = endpointParameterInstructions;
    return this;
  }
  m(middlewareSupplier) {
    this._middlewareFn = middlewareSupplier;
    return this;
  }
  s(service, operation, smithyContext = {}) {
    this._smithyContext = {
      service,
      operation,
      ...smithyContext
    };
    return this;
  }
  c(additionalContext = {}) {
    this._additionalContext = additionalContext;
    return this;
  }
  n(clientName, commandName) {
    this._clientName = clientName;
    this._commandName = commandName;
    return this;
  }
  f(inputFilter = (_) => _, outputFilter = (_) => _) {
    this._inputFilterSensitiveLog = inputFilter;
    this._outputFilterSensitiveLog = outputFilter;
    return this;
  }
  ser(serializer) {
    this._serializer = serializer;
    return this;
  }
  de(deserializer) {
    this._deserializer = deserializer;
    return this;
  }
  sc(operation) {
    this._operationSchema = operation;
    this._smithyContext.operationSchema = operation;
    return this;
  }
  build() {
    const closure = this;
    let CommandRef;
    return CommandRef = class extends Command {
      input;
      static getEndpointParameterInstructions() {
        return closure._ep;
      }
      constructor(...[input]) {
        super();
        this.input = input ?? {};
        closure._init(this);
        this.schema = closure._operationSchema;
      }
      resolveMiddleware(stack, configuration, options) {
        const op = closure._operationSchema;
        const input = op?.[4] ?? op?.input;
        const output = op?.[5] ?? op?.output;
        return this.resolveMiddlewareWithContext(stack, configuration, options, {
          CommandCtor: CommandRef,
          middlewareFn: closure._middlewareFn,
          clientName: closure._clientName,
          commandName: closure._commandName,
          inputFilterSensitiveLog: closure._inputFilterSensitiveLog ?? (op ? schemaLogFilter.bind(null, input) : (_) => _),
          outputFilterSensitiveLog: closure._outputFilterSensitiveLog ?? (op ? schemaLogFilter.bind(null, output) : (_) => _),
          smithyContext: closure._smithyContext,
          additionalContext: closure._additionalContext
        });
      }
      serialize = closure._serializer;
      deserialize = closure._deserializer;
    };
  }
};

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/create-aggregated-client.js
var createAggregatedClient = (commands, Client2, options) => {
  for (const [command, CommandCtor] of Object.entries(commands)) {
    const methodImpl = async function(args, optionsOrCb, cb) {
      const command2 = new CommandCtor(args);
      if (typeof optionsOrCb === "function") {
        this.send(command2, optionsOrCb);
      } else if (typeof cb === "function") {
        if (typeof optionsOrCb !== "object") {
          throw new Error(`Expected http options but got ${typeof optionsOrCb}`);
        }
        this.send(command2, optionsOrCb || {}, cb);
      } else {
        return this.send(command2, optionsOrCb);
      }
    };
    const methodName = (command[0].toLowerCase() + command.slice(1)).replace(/Command$/, "");
    Client2.prototype[methodName] = methodImpl;
  }
  const { paginators = {}, waiters = {} } = options ?? {};
  for (const [paginatorName, paginatorFn] of Object.entries(paginators)) {
    if (Client2.prototype[paginatorName] === void 0) {
      Client2.prototype[paginatorName] = function(commandInput = {}, paginationConfiguration, ...rest) {
        return paginatorFn({
          ...paginationConfiguration,
          client: this
        }, commandInput, ...rest);
      };
    }
  }
  for (const [waiterName, waiterFn] of Object.entries(waiters)) {
    if (Client2.prototype[waiterName] === void 0) {
      Client2.prototype[waiterName] = async function(commandInput = {}, waiterConfiguration, ...rest) {
        let config = waiterConfiguration;
        if (typeof waiterConfiguration === "number") {
          config = {
            maxWaitTime: waiterConfiguration
          };
        }
        return waiterFn({
          ...config,
          client: this
        }, commandInput, ...rest);
      };
    }
  }
};

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/exceptions.js
var ServiceException = class _ServiceException extends Error {
  static shapeId = "smithy.ts.sdk.synthetic.nonamespace.client#ServiceException";
  $fault;
  $response;
  $retryable;
  $metadata;
  constructor(options) {
    super(options.message);
    Object.setPrototypeOf(this, Object.getPrototypeOf(this).constructor.prototype);
    this.name = options.name;
    this.$fault = options.$fault;
    this.$metadata = options.$metadata;
  }
  static isInstance(value) {
    if (!value) {
      return false;
    }
    const candidate = value;
    return _ServiceException.prototype.isPrototypeOf(candidate) || Boolean(candidate.$fault) && Boolean(candidate.$metadata) && (candidate.$fault === "client" || candidate.$fault === "server");
  }
  static [Symbol.hasInstance](instance) {
    if (!instance) {
      return false;
    }
    const candidate = instance;
    if (this === _ServiceException) {
      return _ServiceException.isInstance(instance);
    }
    if (_ServiceException.isInstance(instance)) {
      if (this.prototype.isPrototypeOf(instance)) {
        return true;
      }
      const targetId = Object.prototype.hasOwnProperty.call(this, "shapeId") ? this.shapeId : void 0;
      let candidateHasShapeId = false;
      if (targetId) {
        let proto = Object.getPrototypeOf(candidate);
        while (proto && proto !== Object.prototype) {
          const ctor = proto.constructor;
          const candidateId = ctor !== _ServiceException && Object.prototype.hasOwnProperty.call(ctor, "shapeId") ? ctor?.shapeId : void 0;
          if (candidateId) {
            candidateHasShapeId = true;
            if (candidateId === targetId) {
              return true;
            }
          }
          proto = Object.getPrototypeOf(proto);
        }
      }
      if (targetId && candidateHasShapeId) {
        return false;
      }
      const targetName = this.name;
      if (targetName && targetName.length >= 6) {
        if (candidate.name === targetName) {
          return true;
        }
        let proto = Object.getPrototypeOf(candidate);
        while (proto && proto !== Object.prototype) {
          const ctorName = proto.constructor?.name;
          if (ctorName && ctorName !== "Error" && ctorName === targetName) {
            return true;
          }
          proto = Object.getPrototypeOf(proto);
        }
      }
    }
    return false;
  }
};
var decorateServiceException = (exception, additions = {}) => {
  Object.entries(additions).filter(([, v]) => v !== void 0).forEach(([k, v]) => {
    if (exception[k] == void 0 || exception[k] === "") {
      exception[k] = v;
    }
  });
  const message = exception.message || exception.Message || "UnknownError";
  exception.message = message;
  delete exception.Message;
  return exception;
};

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/defaults-mode.js
var loadConfigsForDefaultMode = (mode) => {
  switch (mode) {
    case "standard":
      return {
        retryMode: "standard",
        connectionTimeout: 3100
      };
    case "in-region":
      return {
        retryMode: "standard",
        connectionTimeout: 1100
      };
    case "cross-region":
      return {
        retryMode: "standard",
        connectionTimeout: 3100
      };
    case "mobile":
      return {
        retryMode: "standard",
        connectionTimeout: 3e4
      };
    default:
      return {};
  }
};

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/emitWarningIfUnsupportedVersion.js
var warningEmitted = false;
var emitWarningIfUnsupportedVersion = (version) => {
  if (version && !warningEmitted && parseInt(version.substring(1, version.indexOf("."))) < 16) {
    warningEmitted = true;
  }
};

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/extensions/checksum.js
var knownAlgorithms = Object.values(_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .AlgorithmId */ .dB);
var getChecksumConfiguration = (runtimeConfig) => {
  const checksumAlgorithms = [];
  for (const id in _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .AlgorithmId */ .dB) {
    if (!(0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .hasOwn */ .$3)(_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .AlgorithmId */ .dB, id)) {
      continue;
    }
    const algorithmId = _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .AlgorithmId */ .dB[id];
    if (runtimeConfig[algorithmId] === void 0) {
      continue;
    }
    checksumAlgorithms.push({
      algorithmId: () => algorithmId,
      checksumConstructor: () => runtimeConfig[algorithmId]
    });
  }
  for (const [id, ChecksumCtor] of Object.entries(runtimeConfig.checksumAlgorithms ?? {})) {
    checksumAlgorithms.push({
      algorithmId: () => id,
      checksumConstructor: () => ChecksumCtor
    });
  }
  return {
    addChecksumAlgorithm(algo) {
      runtimeConfig.checksumAlgorithms = runtimeConfig.checksumAlgorithms ?? {};
      const id = algo.algorithmId();
      const ctor = algo.checksumConstructor();
      if (knownAlgorithms.includes(id)) {
        runtimeConfig.checksumAlgorithms[id.toUpperCase()] = ctor;
      } else {
        runtimeConfig.checksumAlgorithms[id] = ctor;
      }
      checksumAlgorithms.push(algo);
    },
    checksumAlgorithms() {
      return checksumAlgorithms;
    }
  };
};
var resolveChecksumRuntimeConfig = (clientConfig) => {
  const runtimeConfig = {};
  clientConfig.checksumAlgorithms().forEach((checksumAlgorithm) => {
    const id = checksumAlgorithm.algorithmId();
    if (knownAlgorithms.includes(id)) {
      runtimeConfig[id] = checksumAlgorithm.checksumConstructor();
    }
  });
  return runtimeConfig;
};

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/extensions/retry.js
var getRetryConfiguration = (runtimeConfig) => {
  return {
    setRetryStrategy(retryStrategy) {
      runtimeConfig.retryStrategy = retryStrategy;
    },
    retryStrategy() {
      return runtimeConfig.retryStrategy;
    }
  };
};
var resolveRetryRuntimeConfig = (retryStrategyConfiguration) => {
  const runtimeConfig = {};
  runtimeConfig.retryStrategy = retryStrategyConfiguration.retryStrategy();
  return runtimeConfig;
};

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/extensions/defaultExtensionConfiguration.js
var getDefaultExtensionConfiguration = (runtimeConfig) => {
  return Object.assign(getChecksumConfiguration(runtimeConfig), getRetryConfiguration(runtimeConfig));
};
var resolveDefaultRuntimeConfig = (config) => {
  return Object.assign(resolveChecksumRuntimeConfig(config), resolveRetryRuntimeConfig(config));
};

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/get-value-from-text-node.js
var getValueFromTextNode = (obj) => {
  const textNodeName = "#text";
  for (const key in obj) {
    if (!(0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .hasOwn */ .$3)(obj, key)) {
      continue;
    }
    if (obj[key][textNodeName] !== void 0) {
      obj[key] = obj[key][textNodeName];
    } else if (typeof obj[key] === "object" && obj[key] !== null) {
      obj[key] = getValueFromTextNode(obj[key]);
    }
  }
  return obj;
};

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/NoOpLogger.js
var NoOpLogger = class {
  trace() {
  }
  debug() {
  }
  info() {
  }
  warn() {
  }
  error() {
  }
};

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/client-command-builder.js
function makeBuilder(common, service, name, ep) {
  return function makeCommand(added, plugins, op, $, smithyContext = {}) {
    const epMerged = Object.assign({}, common, added);
    return Command.classBuilder().ep(epMerged).m(function(CommandCtor, clientStack, config, options) {
      const list = plugins.call(this, CommandCtor, clientStack, config, options);
      list.unshift(ep(config, CommandCtor.getEndpointParameterInstructions()));
      return list;
    }).s(service, op, smithyContext).n(name, op.charAt(0).toUpperCase() + op.slice(1) + "Command").sc($).build();
  };
}

// node_modules/@aws-sdk/core/dist-es/submodules/client/setCredentialFeature.js
function setCredentialFeature(credentials, feature, value) {
  if (!credentials.$source) {
    credentials.$source = {};
  }
  credentials.$source[feature] = value;
  return credentials;
}

// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/adaptors/getEndpointUrlConfig.js
var ENV_ENDPOINT_URL = "AWS_ENDPOINT_URL";
var CONFIG_ENDPOINT_URL = "endpoint_url";
var getEndpointUrlConfig = (serviceId) => ({
  environmentVariableSelector: (env2) => {
    const serviceSuffixParts = serviceId.split(" ").map((w) => w.toUpperCase());
    const serviceEndpointUrl = env2[[ENV_ENDPOINT_URL, ...serviceSuffixParts].join("_")];
    if (serviceEndpointUrl) {
      return serviceEndpointUrl;
    }
    const endpointUrl = env2[ENV_ENDPOINT_URL];
    if (endpointUrl) {
      return endpointUrl;
    }
    return void 0;
  },
  configFileSelector: (profile, config) => {
    if (profile.services) {
      const servicesSectionKey = ["services", profile.services].join(_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_0__/* .CONFIG_PREFIX_SEPARATOR */ .QD);
      if (!config || !config[servicesSectionKey]) {
        throw new Error(`The services section "${profile.services}" specified in the profile is not present in the shared configuration file.`);
      }
      const servicesSection = config[servicesSectionKey];
      const servicePrefixParts = serviceId.split(" ").map((w) => w.toLowerCase());
      const endpointUrl2 = servicesSection[[servicePrefixParts.join("_"), CONFIG_ENDPOINT_URL].join(_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_0__/* .CONFIG_PREFIX_SEPARATOR */ .QD)];
      if (endpointUrl2) {
        return endpointUrl2;
      }
    }
    const endpointUrl = profile[CONFIG_ENDPOINT_URL];
    if (endpointUrl) {
      return endpointUrl;
    }
    return void 0;
  },
  default: void 0
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/adaptors/getIgnoreConfiguredEndpointUrls.js
var ENV_IGNORE_CONFIGURED_ENDPOINT_URLS = "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS";
var CONFIG_IGNORE_CONFIGURED_ENDPOINT_URLS = "ignore_configured_endpoint_urls";
var ignoreConfiguredEndpointUrlsConfigSelectors = {
  environmentVariableSelector: (env2) => (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_0__/* .booleanSelector */ .Qm)(env2, ENV_IGNORE_CONFIGURED_ENDPOINT_URLS, _chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_0__/* .SelectorType */ .cV.ENV),
  configFileSelector: (profile) => (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_0__/* .booleanSelector */ .Qm)(profile, CONFIG_IGNORE_CONFIGURED_ENDPOINT_URLS, _chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_0__/* .SelectorType */ .cV.CONFIG),
  default: false
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/adaptors/getEndpointFromConfig.js
var getEndpointFromConfig = async (serviceId) => {
  const ignore = await (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_0__/* .loadConfig */ .Z9)(ignoreConfiguredEndpointUrlsConfigSelectors)();
  if (ignore) {
    return void 0;
  }
  return (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_0__/* .loadConfig */ .Z9)(getEndpointUrlConfig(serviceId ?? ""))();
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/service-customizations/s3.js
var resolveParamsForS3 = async (endpointParams) => {
  const bucket = endpointParams?.Bucket || "";
  if (typeof endpointParams.Bucket === "string") {
    endpointParams.Bucket = bucket.replace(/#/g, encodeURIComponent("#")).replace(/\?/g, encodeURIComponent("?"));
  }
  if (isArnBucketName(bucket)) {
    if (endpointParams.ForcePathStyle === true) {
      throw new Error("Path-style addressing cannot be used with ARN buckets");
    }
  } else if (!isDnsCompatibleBucketName(bucket) || bucket.indexOf(".") !== -1 && !String(endpointParams.Endpoint).startsWith("http:") || bucket.toLowerCase() !== bucket || bucket.length < 3) {
    endpointParams.ForcePathStyle = true;
  }
  if (endpointParams.DisableMultiRegionAccessPoints) {
    endpointParams.disableMultiRegionAccessPoints = true;
    endpointParams.DisableMRAP = true;
  }
  return endpointParams;
};
var DOMAIN_PATTERN = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
var IP_ADDRESS_PATTERN = /(\d+\.){3}\d+/;
var DOTS_PATTERN = /\.\./;
var isDnsCompatibleBucketName = (bucketName) => DOMAIN_PATTERN.test(bucketName) && !IP_ADDRESS_PATTERN.test(bucketName) && !DOTS_PATTERN.test(bucketName);
var isArnBucketName = (bucketName) => {
  const [arn, partition2, service, , , bucket] = bucketName.split(":");
  const isArn = arn === "arn" && bucketName.split(":").length >= 6;
  const isValidArn = Boolean(isArn && partition2 && service && bucket);
  if (isArn && !isValidArn) {
    throw new Error(`Invalid ARN: ${bucketName} was an invalid ARN.`);
  }
  return isValidArn;
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/adaptors/createConfigValueProvider.js
var createConfigValueProvider = (configKey, canonicalEndpointParamKey, config, isClientContextParam = false) => {
  const configProvider = async () => {
    let configValue;
    if (isClientContextParam) {
      const clientContextParams = config.clientContextParams;
      const nestedValue = clientContextParams?.[configKey];
      configValue = nestedValue ?? config[configKey] ?? config[canonicalEndpointParamKey];
    } else {
      configValue = config[configKey] ?? config[canonicalEndpointParamKey];
    }
    if (typeof configValue === "function") {
      return configValue();
    }
    return configValue;
  };
  if (configKey === "credentialScope" || canonicalEndpointParamKey === "CredentialScope") {
    return async () => {
      const credentials = typeof config.credentials === "function" ? await config.credentials() : config.credentials;
      const configValue = credentials?.credentialScope ?? credentials?.CredentialScope;
      return configValue;
    };
  }
  if (configKey === "accountId" || canonicalEndpointParamKey === "AccountId") {
    return async () => {
      const credentials = typeof config.credentials === "function" ? await config.credentials() : config.credentials;
      const configValue = credentials?.accountId ?? credentials?.AccountId;
      return configValue;
    };
  }
  if (configKey === "endpoint" || canonicalEndpointParamKey === "endpoint") {
    return async () => {
      if (config.isCustomEndpoint === false) {
        return void 0;
      }
      const endpoint = await configProvider();
      if (endpoint && typeof endpoint === "object") {
        if ("url" in endpoint) {
          return endpoint.url.href;
        }
        if ("hostname" in endpoint) {
          const { protocol, hostname, port, path } = endpoint;
          return `${protocol}//${hostname}${port ? ":" + port : ""}${path}`;
        }
      }
      return endpoint;
    };
  }
  return configProvider;
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/adaptors/getEndpointFromInstructions.js
function bindGetEndpointFromInstructions(getEndpointFromConfig2) {
  return async (commandInput, instructionsSupplier, clientConfig, context) => {
    if (!clientConfig.isCustomEndpoint && !clientConfig.ignoreConfiguredEndpointUrls) {
      let endpointFromConfig;
      if (clientConfig.serviceConfiguredEndpoint) {
        endpointFromConfig = await clientConfig.serviceConfiguredEndpoint();
      } else {
        endpointFromConfig = await getEndpointFromConfig2(clientConfig.serviceId);
      }
      if (endpointFromConfig) {
        clientConfig.endpoint = () => Promise.resolve((0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .toEndpointV1 */ .a0)(endpointFromConfig));
        clientConfig.isCustomEndpoint = true;
        context?.logger?.debug?.(`@smithy/core/endpoints - resolved endpoint from config: ${endpointFromConfig}`);
      }
    }
    const endpointParams = await resolveParams(commandInput, instructionsSupplier, clientConfig);
    if (typeof clientConfig.endpointProvider !== "function") {
      throw new Error("config.endpointProvider is not set.");
    }
    const endpoint = clientConfig.endpointProvider(endpointParams, context);
    if (clientConfig.isCustomEndpoint && clientConfig.endpoint) {
      const customEndpoint = await clientConfig.endpoint();
      if (customEndpoint?.headers) {
        endpoint.headers ??= {};
        for (const [name, value] of Object.entries(customEndpoint.headers)) {
          endpoint.headers[name] = Array.isArray(value) ? value : [value];
        }
      }
    }
    return endpoint;
  };
}
var resolveParams = async (commandInput, instructionsSupplier, clientConfig) => {
  const endpointParams = {};
  const instructions = instructionsSupplier?.getEndpointParameterInstructions?.() || {};
  for (const [name, instruction] of Object.entries(instructions)) {
    switch (instruction.type) {
      case "staticContextParams":
        endpointParams[name] = instruction.value;
        break;
      case "contextParams":
        endpointParams[name] = commandInput[instruction.name];
        break;
      case "clientContextParams":
      case "builtInParams":
        endpointParams[name] = await createConfigValueProvider(instruction.name, name, clientConfig, instruction.type !== "builtInParams")();
        break;
      case "operationContextParams":
        endpointParams[name] = instruction.get(commandInput);
        break;
      default:
        throw new Error("Unrecognized endpoint parameter instruction: " + JSON.stringify(instruction));
    }
  }
  if (Object.keys(instructions).length === 0) {
    Object.assign(endpointParams, clientConfig);
  }
  if (String(clientConfig.serviceId).toLowerCase() === "s3") {
    await resolveParamsForS3(endpointParams);
  }
  return endpointParams;
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/endpointMiddleware.js
function setFeature(context, feature, value) {
  if (!context.__smithy_context) {
    context.__smithy_context = { features: {} };
  } else if (!context.__smithy_context.features) {
    context.__smithy_context.features = {};
  }
  context.__smithy_context.features[feature] = value;
}
function bindEndpointMiddleware(getEndpointFromConfig2) {
  const getEndpointFromInstructions2 = bindGetEndpointFromInstructions(getEndpointFromConfig2);
  return ({ config, instructions }) => {
    return (next, context) => async (args) => {
      if (config.isCustomEndpoint) {
        setFeature(context, "ENDPOINT_OVERRIDE", "N");
      }
      const endpoint = await getEndpointFromInstructions2(args.input, {
        getEndpointParameterInstructions() {
          return instructions;
        }
      }, { ...config }, context);
      context.endpointV2 = endpoint;
      context.authSchemes = endpoint.properties?.authSchemes;
      const authScheme = context.authSchemes?.[0];
      if (authScheme) {
        context["signing_region"] = authScheme.signingRegion;
        context["signing_service"] = authScheme.signingName;
        const smithyContext = (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .getSmithyContext */ .ug)(context);
        const httpAuthOption = smithyContext?.selectedHttpAuthScheme?.httpAuthOption;
        if (httpAuthOption) {
          httpAuthOption.signingProperties = Object.assign(httpAuthOption.signingProperties || {}, {
            signing_region: authScheme.signingRegion,
            signingRegion: authScheme.signingRegion,
            signing_service: authScheme.signingName,
            signingName: authScheme.signingName,
            signingRegionSet: authScheme.signingRegionSet
          }, authScheme.properties);
        }
      }
      return next({
        ...args
      });
    };
  };
}

// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/getEndpointPlugin.js
var serializerMiddlewareOption = {
  name: "serializerMiddleware",
  step: "serialize",
  tags: ["SERIALIZER"],
  override: true
};
var endpointMiddlewareOptions = {
  step: "serialize",
  tags: ["ENDPOINT_PARAMETERS", "ENDPOINT_V2", "ENDPOINT"],
  name: "endpointV2Middleware",
  override: true,
  relation: "before",
  toMiddleware: serializerMiddlewareOption.name
};
function bindGetEndpointPlugin(getEndpointFromConfig2) {
  const endpointMiddleware2 = bindEndpointMiddleware(getEndpointFromConfig2);
  return (config, instructions) => ({
    applyToStack: (clientStack) => {
      clientStack.addRelativeTo(endpointMiddleware2({
        config,
        instructions
      }), endpointMiddlewareOptions);
    }
  });
}

// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/resolveEndpointConfig.js
function bindResolveEndpointConfig(getEndpointFromConfig2) {
  return (input) => {
    const tls = input.tls ?? true;
    const { endpoint, useDualstackEndpoint, useFipsEndpoint } = input;
    const customEndpointProvider = endpoint != null ? async () => (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .toEndpointV1 */ .a0)(await (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .normalizeProvider */ .te)(endpoint)()) : void 0;
    const isCustomEndpoint = !!endpoint;
    const resolvedConfig = Object.assign(input, {
      endpoint: customEndpointProvider,
      tls,
      isCustomEndpoint,
      useDualstackEndpoint: (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .normalizeProvider */ .te)(useDualstackEndpoint ?? false),
      useFipsEndpoint: (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .normalizeProvider */ .te)(useFipsEndpoint ?? false),
      ignoreConfiguredEndpointUrls: !!input.ignoreConfiguredEndpointUrls
    });
    let configuredEndpointPromise = void 0;
    resolvedConfig.serviceConfiguredEndpoint = async () => {
      if (input.serviceId && !configuredEndpointPromise) {
        configuredEndpointPromise = getEndpointFromConfig2(input.serviceId);
      }
      return configuredEndpointPromise;
    };
    return resolvedConfig;
  };
}

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/bdd/BinaryDecisionDiagram.js
var BinaryDecisionDiagram = class _BinaryDecisionDiagram {
  nodes;
  root;
  conditions;
  results;
  constructor(bdd, root, conditions, results) {
    this.nodes = bdd;
    this.root = root;
    this.conditions = conditions;
    this.results = results;
  }
  static from(bdd, root, conditions, results) {
    return new _BinaryDecisionDiagram(bdd, root, conditions, results);
  }
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/cache/EndpointCache.js
var EndpointCache = class {
  capacity;
  data = /* @__PURE__ */ new Map();
  parameters = [];
  constructor({ size, params }) {
    this.capacity = size ?? 50;
    if (params) {
      this.parameters = params;
    }
  }
  get(endpointParams, resolver) {
    const key = this.hash(endpointParams);
    if (key === false) {
      return resolver();
    }
    if (!this.data.has(key)) {
      if (this.data.size > this.capacity + 10) {
        const keys = this.data.keys();
        let i = 0;
        while (true) {
          const { value, done } = keys.next();
          this.data.delete(value);
          if (done || ++i > 10) {
            break;
          }
        }
      }
      this.data.set(key, resolver());
    }
    return this.data.get(key);
  }
  size() {
    return this.data.size;
  }
  hash(endpointParams) {
    let buffer = "";
    const { parameters } = this;
    if (parameters.length === 0) {
      return false;
    }
    for (const param of parameters) {
      const raw = endpointParams[param];
      const val = raw == null ? "\0" : String(raw);
      if (val.includes("|;")) {
        return false;
      }
      buffer += val + "|;";
    }
    return buffer;
  }
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/types/EndpointError.js
var EndpointError = class extends Error {
  constructor(message) {
    super(message);
    this.name = "EndpointError";
  }
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/debug/debugId.js
var debugId = "endpoints";

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/debug/toDebugString.js
function toDebugString(input) {
  if (typeof input !== "object" || input == null) {
    return input;
  }
  if ("ref" in input) {
    return `$${toDebugString(input.ref)}`;
  }
  if ("fn" in input) {
    return `${input.fn}(${(input.argv || []).map(toDebugString).join(", ")})`;
  }
  return JSON.stringify(input, null, 2);
}

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/customEndpointFunctions.js
var customEndpointFunctions = {};

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/booleanEquals.js
var booleanEquals = (value1, value2) => value1 === value2;

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/coalesce.js
function coalesce(...args) {
  for (const arg of args) {
    if (arg != null) {
      return arg;
    }
  }
  return void 0;
}

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/getAttrPathList.js
var getAttrPathList = (path) => {
  const parts = path.split(".");
  const pathList = [];
  for (const part of parts) {
    const squareBracketIndex = part.indexOf("[");
    if (squareBracketIndex !== -1) {
      if (part.indexOf("]") !== part.length - 1) {
        throw new EndpointError(`Path: '${path}' does not end with ']'`);
      }
      const arrayIndex = part.slice(squareBracketIndex + 1, -1);
      if (Number.isNaN(parseInt(arrayIndex))) {
        throw new EndpointError(`Invalid array index: '${arrayIndex}' in path: '${path}'`);
      }
      if (squareBracketIndex !== 0) {
        pathList.push(part.slice(0, squareBracketIndex));
      }
      pathList.push(arrayIndex);
    } else {
      pathList.push(part);
    }
  }
  return pathList;
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/getAttr.js
var getAttr = (value, path) => getAttrPathList(path).reduce((acc, index) => {
  if (typeof acc !== "object") {
    throw new EndpointError(`Index '${index}' in '${path}' not found in '${JSON.stringify(value)}'`);
  } else if (Array.isArray(acc)) {
    const i = parseInt(index);
    return acc[i < 0 ? acc.length + i : i];
  }
  return acc[index];
}, value);

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/isSet.js
var isSet = (value) => value != null;

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/ite.js
function ite(condition, trueValue, falseValue) {
  return condition ? trueValue : falseValue;
}

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/not.js
var not = (value) => !value;

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/isIpAddress.js
var IP_V4_REGEX = new RegExp(`^(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]\\d|\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]\\d|\\d)){3}$`);
var isIpAddress = (value) => IP_V4_REGEX.test(value) || value.startsWith("[") && value.endsWith("]");

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/parseURL.js
var DEFAULT_PORTS = {
  [_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .EndpointURLScheme */ .Ue.HTTP]: 80,
  [_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .EndpointURLScheme */ .Ue.HTTPS]: 443
};
var parseURL = (value) => {
  const whatwgURL = (() => {
    try {
      if (value instanceof URL) {
        return value;
      }
      if (typeof value === "object" && "hostname" in value) {
        const { hostname: hostname2, port, protocol: protocol2 = "", path = "", query = {} } = value;
        const url = new URL(`${protocol2}//${hostname2}${port ? `:${port}` : ""}${path}`);
        url.search = Object.entries(query).map(([k, v]) => `${k}=${v}`).join("&");
        return url;
      }
      return new URL(value);
    } catch (ignored) {
      return null;
    }
  })();
  if (!whatwgURL) {
    console.error(`Unable to parse ${JSON.stringify(value)} as a whatwg URL.`);
    return null;
  }
  const urlString = whatwgURL.href;
  const { host, hostname, pathname, protocol, search } = whatwgURL;
  if (search) {
    return null;
  }
  const scheme = protocol.slice(0, -1);
  if (!Object.values(_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .EndpointURLScheme */ .Ue).includes(scheme)) {
    return null;
  }
  const isIp = isIpAddress(hostname);
  const inputContainsDefaultPort = urlString.includes(`${host}:${DEFAULT_PORTS[scheme]}`) || typeof value === "string" && value.includes(`${host}:${DEFAULT_PORTS[scheme]}`);
  const authority = `${host}${inputContainsDefaultPort ? `:${DEFAULT_PORTS[scheme]}` : ``}`;
  return {
    scheme,
    authority,
    path: pathname,
    normalizedPath: pathname.endsWith("/") ? pathname : `${pathname}/`,
    isIp
  };
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/split.js
function split(value, delimiter, limit) {
  if (limit === 1) {
    return [value];
  }
  if (value === "") {
    return [""];
  }
  const parts = value.split(delimiter);
  if (limit === 0) {
    return parts;
  }
  return parts.slice(0, limit - 1).concat(parts.slice(1).join(delimiter));
}

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/stringEquals.js
var stringEquals = (value1, value2) => value1 === value2;

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/substring.js
var substring = (input, start, stop, reverse) => {
  if (input == null || start >= stop || input.length < stop || /[^\u0000-\u007f]/.test(input)) {
    return null;
  }
  if (!reverse) {
    return input.substring(start, stop);
  }
  return input.substring(input.length - stop, input.length - start);
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/uriEncode.js
var uriEncode = (value) => encodeURIComponent(value).replace(/[!*'()]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/endpointFunctions.js
var endpointFunctions = {
  booleanEquals,
  coalesce,
  getAttr,
  isSet,
  isValidHostLabel: _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .isValidHostLabel */ .X8,
  ite,
  not,
  parseURL,
  split,
  stringEquals,
  substring,
  uriEncode
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/evaluateTemplate.js
var evaluateTemplate = (template, options) => {
  const evaluatedTemplateArr = [];
  const { referenceRecord, endpointParams } = options;
  let currentIndex = 0;
  while (currentIndex < template.length) {
    const openingBraceIndex = template.indexOf("{", currentIndex);
    if (openingBraceIndex === -1) {
      evaluatedTemplateArr.push(template.slice(currentIndex));
      break;
    }
    evaluatedTemplateArr.push(template.slice(currentIndex, openingBraceIndex));
    const closingBraceIndex = template.indexOf("}", openingBraceIndex);
    if (closingBraceIndex === -1) {
      evaluatedTemplateArr.push(template.slice(openingBraceIndex));
      break;
    }
    if (template[openingBraceIndex + 1] === "{" && template[closingBraceIndex + 1] === "}") {
      evaluatedTemplateArr.push(template.slice(openingBraceIndex + 1, closingBraceIndex));
      currentIndex = closingBraceIndex + 2;
    }
    const parameterName = template.substring(openingBraceIndex + 1, closingBraceIndex);
    if (parameterName.includes("#")) {
      const [refName, attrName] = parameterName.split("#");
      evaluatedTemplateArr.push(getAttr(referenceRecord[refName] ?? endpointParams[refName], attrName));
    } else {
      evaluatedTemplateArr.push(referenceRecord[parameterName] ?? endpointParams[parameterName]);
    }
    currentIndex = closingBraceIndex + 1;
  }
  return evaluatedTemplateArr.join("");
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/getReferenceValue.js
var getReferenceValue = ({ ref }, options) => {
  return options.referenceRecord[ref] ?? options.endpointParams[ref];
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/evaluateExpression.js
var evaluateExpression = (obj, keyName, options) => {
  if (typeof obj === "string") {
    return evaluateTemplate(obj, options);
  } else if (obj["fn"]) {
    return group.callFunction(obj, options);
  } else if (obj["ref"]) {
    return getReferenceValue(obj, options);
  }
  throw new EndpointError(`'${keyName}': ${String(obj)} is not a string, function or reference.`);
};
var callFunction = ({ fn, argv }, options) => {
  const evaluatedArgs = Array(argv.length);
  for (let i = 0; i < evaluatedArgs.length; ++i) {
    const arg = argv[i];
    if (typeof arg === "boolean" || typeof arg === "number") {
      evaluatedArgs[i] = arg;
    } else {
      evaluatedArgs[i] = group.evaluateExpression(arg, "arg", options);
    }
  }
  const namespaceSeparatorIndex = fn.indexOf(".");
  if (namespaceSeparatorIndex !== -1) {
    const namespaceFunctions = customEndpointFunctions[fn.slice(0, namespaceSeparatorIndex)];
    const customFunction = namespaceFunctions?.[fn.slice(namespaceSeparatorIndex + 1)];
    if (typeof customFunction === "function") {
      return customFunction(...evaluatedArgs);
    }
  }
  const callable = endpointFunctions[fn];
  if (typeof callable === "function") {
    return callable(...evaluatedArgs);
  }
  throw new Error(`function ${fn} not loaded in endpointFunctions.`);
};
var group = {
  evaluateExpression,
  callFunction
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/evaluateCondition.js
var evaluateCondition = (condition, options) => {
  const { assign } = condition;
  if (assign && assign in options.referenceRecord) {
    throw new EndpointError(`'${assign}' is already defined in Reference Record.`);
  }
  const value = callFunction(condition, options);
  options.logger?.debug?.(`${debugId} evaluateCondition: ${toDebugString(condition)} = ${toDebugString(value)}`);
  const result = value === "" ? true : !!value;
  if (assign != null) {
    return { result, toAssign: { name: assign, value } };
  }
  return { result };
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/getEndpointHeaders.js
var getEndpointHeaders = (headers, options) => Object.entries(headers ?? {}).reduce((acc, [headerKey, headerVal]) => {
  acc[headerKey] = headerVal.map((headerValEntry) => {
    const processedExpr = evaluateExpression(headerValEntry, "Header value entry", options);
    if (typeof processedExpr !== "string") {
      throw new EndpointError(`Header '${headerKey}' value '${processedExpr}' is not a string`);
    }
    return processedExpr;
  });
  return acc;
}, {});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/getEndpointProperties.js
var getEndpointProperties = (properties, options) => Object.entries(properties).reduce((acc, [propertyKey, propertyVal]) => {
  acc[propertyKey] = group2.getEndpointProperty(propertyVal, options);
  return acc;
}, {});
var getEndpointProperty = (property, options) => {
  if (Array.isArray(property)) {
    return property.map((propertyEntry) => getEndpointProperty(propertyEntry, options));
  }
  switch (typeof property) {
    case "string":
      return evaluateTemplate(property, options);
    case "object":
      if (property === null) {
        throw new EndpointError(`Unexpected endpoint property: ${property}`);
      }
      return group2.getEndpointProperties(property, options);
    case "boolean":
      return property;
    default:
      throw new EndpointError(`Unexpected endpoint property type: ${typeof property}`);
  }
};
var group2 = {
  getEndpointProperty,
  getEndpointProperties
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/getEndpointUrl.js
var getEndpointUrl = (endpointUrl, options) => {
  const expression = evaluateExpression(endpointUrl, "Endpoint URL", options);
  if (typeof expression === "string") {
    try {
      return new URL(expression);
    } catch (error) {
      console.error(`Failed to construct URL with ${expression}`, error);
      throw error;
    }
  }
  throw new EndpointError(`Endpoint URL must be a string, got ${typeof expression}`);
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/decideEndpoint.js
var RESULT = 1e8;
var decideEndpoint = (bdd, options) => {
  const { nodes, root, results, conditions } = bdd;
  let ref = root;
  const referenceRecord = {};
  const closure = {
    referenceRecord,
    endpointParams: options.endpointParams,
    logger: options.logger
  };
  while (ref !== 1 && ref !== -1 && ref < RESULT) {
    const node_i = 3 * (Math.abs(ref) - 1);
    const [condition_i, highRef, lowRef] = [nodes[node_i], nodes[node_i + 1], nodes[node_i + 2]];
    const [fn, argv, assign] = conditions[condition_i];
    const evaluation = evaluateCondition({ fn, assign, argv }, closure);
    if (evaluation.toAssign) {
      const { name, value } = evaluation.toAssign;
      referenceRecord[name] = value;
    }
    ref = ref >= 0 === evaluation.result ? highRef : lowRef;
  }
  if (ref >= RESULT) {
    const result = results[ref - RESULT];
    if (result[0] === -1) {
      const [, errorExpression] = result;
      throw new EndpointError(evaluateExpression(errorExpression, "Error", closure));
    }
    const [url, properties, headers] = result;
    return {
      url: getEndpointUrl(url, closure),
      properties: getEndpointProperties(properties, closure),
      headers: getEndpointHeaders(headers ?? {}, closure)
    };
  }
  throw new EndpointError(`No matching endpoint.`);
};

// node_modules/@smithy/core/dist-es/submodules/endpoints/index.js
var getEndpointFromInstructions = bindGetEndpointFromInstructions(getEndpointFromConfig);
var resolveEndpointConfig = bindResolveEndpointConfig(getEndpointFromConfig);
var endpointMiddleware = bindEndpointMiddleware(getEndpointFromConfig);
var getEndpointPlugin = bindGetEndpointPlugin(getEndpointFromConfig);

// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-host-header/hostHeaderMiddleware.js
function resolveHostHeaderConfig(input) {
  return input;
}
var hostHeaderMiddleware = (options) => (next) => async (args) => {
  if (!_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpRequest */ .Kd.isInstance(args.request)) {
    return next(args);
  }
  const { request } = args;
  const { handlerProtocol = "" } = options.requestHandler.metadata || {};
  if (handlerProtocol.indexOf("h2") >= 0 && !request.headers[":authority"]) {
    delete request.headers["host"];
    request.headers[":authority"] = request.hostname + (request.port ? ":" + request.port : "");
  } else if (!request.headers["host"]) {
    let host = request.hostname;
    if (request.port != null) {
      host += `:${request.port}`;
    }
    request.headers["host"] = host;
  }
  return next(args);
};
var hostHeaderMiddlewareOptions = {
  name: "hostHeaderMiddleware",
  step: "build",
  priority: "low",
  tags: ["HOST"],
  override: true
};
var getHostHeaderPlugin = (options) => ({
  applyToStack: (clientStack) => {
    clientStack.add(hostHeaderMiddleware(options), hostHeaderMiddlewareOptions);
  }
});

// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-logger/loggerMiddleware.js
var loggerMiddleware = () => (next, context) => async (args) => {
  try {
    const response = await next(args);
    const { clientName, commandName, logger, dynamoDbDocumentClientOptions = {} } = context;
    const { overrideInputFilterSensitiveLog, overrideOutputFilterSensitiveLog } = dynamoDbDocumentClientOptions;
    const inputFilterSensitiveLog = overrideInputFilterSensitiveLog ?? context.inputFilterSensitiveLog;
    const outputFilterSensitiveLog = overrideOutputFilterSensitiveLog ?? context.outputFilterSensitiveLog;
    const { $metadata, ...outputWithoutMetadata } = response.output;
    logger?.info?.({
      clientName,
      commandName,
      input: inputFilterSensitiveLog(args.input),
      output: outputFilterSensitiveLog(outputWithoutMetadata),
      metadata: $metadata
    });
    return response;
  } catch (error) {
    const { clientName, commandName, logger, dynamoDbDocumentClientOptions = {} } = context;
    const { overrideInputFilterSensitiveLog } = dynamoDbDocumentClientOptions;
    const inputFilterSensitiveLog = overrideInputFilterSensitiveLog ?? context.inputFilterSensitiveLog;
    logger?.error?.({
      clientName,
      commandName,
      input: inputFilterSensitiveLog(args.input),
      error,
      metadata: error.$metadata
    });
    throw error;
  }
};
var loggerMiddlewareOptions = {
  name: "loggerMiddleware",
  tags: ["LOGGER"],
  step: "initialize",
  override: true
};
var getLoggerPlugin = (options) => ({
  applyToStack: (clientStack) => {
    clientStack.add(loggerMiddleware(), loggerMiddlewareOptions);
  }
});

// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-recursion-detection/configuration.js
var recursionDetectionMiddlewareOptions = {
  step: "build",
  tags: ["RECURSION_DETECTION", "TRACE_CONTEXT_PROPAGATION"],
  name: "recursionDetectionMiddleware",
  override: true,
  priority: "low"
};

// node_modules/@aws/lambda-invoke-store/dist-es/invoke-store.js
var PROTECTED_KEYS = {
  REQUEST_ID: /* @__PURE__ */ Symbol.for("_AWS_LAMBDA_REQUEST_ID"),
  X_RAY_TRACE_ID: /* @__PURE__ */ Symbol.for("_AWS_LAMBDA_X_RAY_TRACE_ID"),
  TENANT_ID: /* @__PURE__ */ Symbol.for("_AWS_LAMBDA_TENANT_ID"),
  TRACEPARENT: /* @__PURE__ */ Symbol.for("_AWS_LAMBDA_TRACEPARENT"),
  TRACESTATE: /* @__PURE__ */ Symbol.for("_AWS_LAMBDA_TRACESTATE"),
  BAGGAGE: /* @__PURE__ */ Symbol.for("_AWS_LAMBDA_BAGGAGE")
};
var NO_GLOBAL_AWS_LAMBDA = ["true", "1"].includes(process.env?.AWS_LAMBDA_NODEJS_NO_GLOBAL_AWSLAMBDA ?? "");
if (!NO_GLOBAL_AWS_LAMBDA) {
  globalThis.awslambda = globalThis.awslambda || {};
}
var InvokeStoreBase = class {
  static PROTECTED_KEYS = PROTECTED_KEYS;
  isProtectedKey(key) {
    return Object.values(PROTECTED_KEYS).includes(key);
  }
  getRequestId() {
    return this.get(PROTECTED_KEYS.REQUEST_ID) ?? "-";
  }
  getXRayTraceId() {
    return this.get(PROTECTED_KEYS.X_RAY_TRACE_ID);
  }
  getTenantId() {
    return this.get(PROTECTED_KEYS.TENANT_ID);
  }
  getTraceparent() {
    return this.get(PROTECTED_KEYS.TRACEPARENT);
  }
  getTracestate() {
    return this.get(PROTECTED_KEYS.TRACESTATE);
  }
  getBaggage() {
    return this.get(PROTECTED_KEYS.BAGGAGE);
  }
};
var InvokeStoreSingle = class extends InvokeStoreBase {
  currentContext;
  getContext() {
    return this.currentContext;
  }
  hasContext() {
    return this.currentContext !== void 0;
  }
  get(key) {
    return this.currentContext?.[key];
  }
  set(key, value) {
    if (this.isProtectedKey(key)) {
      throw new Error(`Cannot modify protected Lambda context field: ${String(key)}`);
    }
    this.currentContext = this.currentContext || {};
    this.currentContext[key] = value;
  }
  run(context, fn) {
    this.currentContext = context;
    return fn();
  }
};
var InvokeStoreMulti = class _InvokeStoreMulti extends InvokeStoreBase {
  als;
  static async create() {
    const instance = new _InvokeStoreMulti();
    const asyncHooks = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6698, 19));
    instance.als = new asyncHooks.AsyncLocalStorage();
    return instance;
  }
  getContext() {
    return this.als.getStore();
  }
  hasContext() {
    return this.als.getStore() !== void 0;
  }
  get(key) {
    return this.als.getStore()?.[key];
  }
  set(key, value) {
    if (this.isProtectedKey(key)) {
      throw new Error(`Cannot modify protected Lambda context field: ${String(key)}`);
    }
    const store = this.als.getStore();
    if (!store) {
      throw new Error("No context available");
    }
    store[key] = value;
  }
  run(context, fn) {
    return this.als.run(context, fn);
  }
};
var InvokeStore;
(function(InvokeStore2) {
  let instance = null;
  async function getInstanceAsync(forceInvokeStoreMulti) {
    if (!instance) {
      instance = (async () => {
        const isMulti = forceInvokeStoreMulti === true || "AWS_LAMBDA_MAX_CONCURRENCY" in process.env;
        const newInstance = isMulti ? await InvokeStoreMulti.create() : new InvokeStoreSingle();
        if (!NO_GLOBAL_AWS_LAMBDA && globalThis.awslambda?.InvokeStore) {
          return globalThis.awslambda.InvokeStore;
        } else if (!NO_GLOBAL_AWS_LAMBDA && globalThis.awslambda) {
          globalThis.awslambda.InvokeStore = newInstance;
          return newInstance;
        } else {
          return newInstance;
        }
      })();
    }
    return instance;
  }
  InvokeStore2.getInstanceAsync = getInstanceAsync;
  InvokeStore2._testing = process.env.AWS_LAMBDA_BENCHMARK_MODE === "1" ? {
    reset: () => {
      instance = null;
      if (globalThis.awslambda?.InvokeStore) {
        delete globalThis.awslambda.InvokeStore;
      }
      globalThis.awslambda = { InvokeStore: void 0 };
    }
  } : void 0;
})(InvokeStore || (InvokeStore = {}));

// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-recursion-detection/recursionDetectionMiddleware.js
var AWS_LAMBDA_FUNCTION_NAME = "AWS_LAMBDA_FUNCTION_NAME";
var _X_AMZN_TRACE_ID = "_X_AMZN_TRACE_ID";
var X_AMZN_TRACE_ID = "X-Amzn-Trace-Id";
var TRACEPARENT = "traceparent";
var TRACESTATE = "tracestate";
var BAGGAGE = "baggage";
var recursionDetectionMiddleware = () => (next) => async (args) => {
  const { request } = args;
  if (!_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpRequest */ .Kd.isInstance(request)) {
    return next(args);
  }
  let invokeStore;
  {
    const traceIdHeader = Object.keys(request.headers ?? {}).find((h) => h.toLowerCase() === X_AMZN_TRACE_ID.toLowerCase()) ?? X_AMZN_TRACE_ID;
    if (!request.headers.hasOwnProperty(traceIdHeader)) {
      const functionName = process.env[AWS_LAMBDA_FUNCTION_NAME];
      const traceIdFromEnv = process.env[_X_AMZN_TRACE_ID];
      invokeStore ??= await InvokeStore.getInstanceAsync();
      const traceIdFromInvokeStore = invokeStore?.getXRayTraceId();
      const traceId = traceIdFromInvokeStore ?? traceIdFromEnv;
      const nonEmptyString = (str) => typeof str === "string" && str.length > 0;
      if (nonEmptyString(functionName) && nonEmptyString(traceId)) {
        request.headers[X_AMZN_TRACE_ID] = traceId;
      }
    }
  }
  {
    sanitizeTraceHeaders(request.headers);
    const existingTraceparent = request.headers[TRACEPARENT];
    if (!existingTraceparent) {
      const traceparent = (invokeStore ??= await InvokeStore.getInstanceAsync())?.getTraceparent?.();
      if (traceparent) {
        request.headers[TRACEPARENT] = traceparent;
        const tracestate = invokeStore?.getTracestate?.();
        if (tracestate) {
          request.headers[TRACESTATE] = tracestate;
        }
        const baggage = invokeStore?.getBaggage?.();
        if (baggage) {
          request.headers[BAGGAGE] = baggage;
        }
      }
    }
  }
  return next(args);
};
function sanitizeTraceHeaders(headers) {
  for (const header of Object.keys(headers)) {
    const lower = header.toLowerCase();
    if (header !== lower && (lower === TRACEPARENT || lower === TRACESTATE || lower === BAGGAGE)) {
      headers[lower] = headers[header];
      delete headers[header];
    }
  }
}

// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-recursion-detection/getRecursionDetectionPlugin.js
var getRecursionDetectionPlugin = (options) => ({
  applyToStack: (clientStack) => {
    clientStack.add(recursionDetectionMiddleware(), recursionDetectionMiddlewareOptions);
  }
});

// node_modules/@smithy/core/dist-es/legacy-root-exports/middleware-http-auth-scheme/resolveAuthOptions.js
var resolveAuthOptions = (candidateAuthOptions, authSchemePreference) => {
  if (!authSchemePreference || authSchemePreference.length === 0) {
    return candidateAuthOptions;
  }
  const preferredAuthOptions = [];
  for (const preferredSchemeName of authSchemePreference) {
    for (const candidateAuthOption of candidateAuthOptions) {
      const candidateAuthSchemeName = candidateAuthOption.schemeId.split("#")[1];
      if (candidateAuthSchemeName === preferredSchemeName) {
        preferredAuthOptions.push(candidateAuthOption);
      }
    }
  }
  for (const candidateAuthOption of candidateAuthOptions) {
    if (!preferredAuthOptions.find(({ schemeId }) => schemeId === candidateAuthOption.schemeId)) {
      preferredAuthOptions.push(candidateAuthOption);
    }
  }
  return preferredAuthOptions;
};

// node_modules/@smithy/core/dist-es/legacy-root-exports/middleware-http-auth-scheme/httpAuthSchemeMiddleware.js
function convertHttpAuthSchemesToMap(httpAuthSchemes) {
  const map = /* @__PURE__ */ new Map();
  for (const scheme of httpAuthSchemes) {
    map.set(scheme.schemeId, scheme);
  }
  return map;
}
var httpAuthSchemeMiddleware = (config, mwOptions) => (next, context) => async (args) => {
  const options = config.httpAuthSchemeProvider(await mwOptions.httpAuthSchemeParametersProvider(config, context, args.input));
  const authSchemePreference = config.authSchemePreference ? await config.authSchemePreference() : [];
  const resolvedOptions = resolveAuthOptions(options, authSchemePreference);
  const authSchemes = convertHttpAuthSchemesToMap(config.httpAuthSchemes);
  const smithyContext = (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .getSmithyContext */ .ug)(context);
  const failureReasons = [];
  for (const option of resolvedOptions) {
    const scheme = authSchemes.get(option.schemeId);
    if (!scheme) {
      failureReasons.push(`HttpAuthScheme \`${option.schemeId}\` was not enabled for this service.`);
      continue;
    }
    const identityProvider = scheme.identityProvider(await mwOptions.identityProviderConfigProvider(config));
    if (!identityProvider) {
      failureReasons.push(`HttpAuthScheme \`${option.schemeId}\` did not have an IdentityProvider configured.`);
      continue;
    }
    const { identityProperties = {}, signingProperties = {} } = option.propertiesExtractor?.(config, context) || {};
    option.identityProperties = Object.assign(option.identityProperties || {}, identityProperties);
    option.signingProperties = Object.assign(option.signingProperties || {}, signingProperties);
    smithyContext.selectedHttpAuthScheme = {
      httpAuthOption: option,
      identity: await identityProvider(option.identityProperties),
      signer: scheme.signer
    };
    break;
  }
  if (!smithyContext.selectedHttpAuthScheme) {
    throw new Error(failureReasons.join("\n"));
  }
  return next(args);
};

// node_modules/@smithy/core/dist-es/legacy-root-exports/middleware-http-auth-scheme/getHttpAuthSchemeEndpointRuleSetPlugin.js
var httpAuthSchemeEndpointRuleSetMiddlewareOptions = {
  step: "serialize",
  tags: ["HTTP_AUTH_SCHEME"],
  name: "httpAuthSchemeMiddleware",
  override: true,
  relation: "before",
  toMiddleware: "endpointV2Middleware"
};
var getHttpAuthSchemeEndpointRuleSetPlugin = (config, { httpAuthSchemeParametersProvider, identityProviderConfigProvider }) => ({
  applyToStack: (clientStack) => {
    clientStack.addRelativeTo(httpAuthSchemeMiddleware(config, {
      httpAuthSchemeParametersProvider,
      identityProviderConfigProvider
    }), httpAuthSchemeEndpointRuleSetMiddlewareOptions);
  }
});

// node_modules/@smithy/core/dist-es/legacy-root-exports/middleware-http-signing/httpSigningMiddleware.js
var defaultErrorHandler = (signingProperties) => (error) => {
  throw error;
};
var defaultSuccessHandler = (httpResponse, signingProperties) => {
};
var httpSigningMiddleware = (config) => (next, context) => async (args) => {
  if (!_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpRequest */ .Kd.isInstance(args.request)) {
    return next(args);
  }
  const smithyContext = (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .getSmithyContext */ .ug)(context);
  const scheme = smithyContext.selectedHttpAuthScheme;
  if (!scheme) {
    throw new Error(`No HttpAuthScheme was selected: unable to sign request`);
  }
  const { httpAuthOption: { signingProperties = {} }, identity, signer } = scheme;
  const output = await next({
    ...args,
    request: await signer.sign(args.request, identity, signingProperties)
  }).catch((signer.errorHandler || defaultErrorHandler)(signingProperties));
  (signer.successHandler || defaultSuccessHandler)(output.response, signingProperties);
  return output;
};

// node_modules/@smithy/core/dist-es/legacy-root-exports/middleware-http-signing/getHttpSigningMiddleware.js
var httpSigningMiddlewareOptions = {
  step: "finalizeRequest",
  tags: ["HTTP_SIGNING"],
  name: "httpSigningMiddleware",
  aliases: ["apiKeyMiddleware", "tokenMiddleware", "awsAuthMiddleware"],
  override: true,
  relation: "after",
  toMiddleware: "retryMiddleware"
};
var getHttpSigningPlugin = (config) => ({
  applyToStack: (clientStack) => {
    clientStack.addRelativeTo(httpSigningMiddleware(config), httpSigningMiddlewareOptions);
  }
});

// node_modules/@smithy/core/dist-es/legacy-root-exports/util-identity-and-auth/DefaultIdentityProviderConfig.js
var DefaultIdentityProviderConfig = class {
  authSchemes = /* @__PURE__ */ new Map();
  constructor(config) {
    for (const key in config) {
      if (!(0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .hasOwn */ .$3)(config, key)) {
        continue;
      }
      const value = config[key];
      if (value !== void 0) {
        this.authSchemes.set(key, value);
      }
    }
  }
  getIdentityProvider(schemeId) {
    return this.authSchemes.get(schemeId);
  }
};

// node_modules/@smithy/core/dist-es/legacy-root-exports/util-identity-and-auth/httpAuthSchemes/noAuth.js
var NoAuthSigner = class {
  async sign(httpRequest, identity, signingProperties) {
    return httpRequest;
  }
};

// node_modules/@smithy/core/dist-es/legacy-root-exports/util-identity-and-auth/memoizeIdentityProvider.js
var createIsIdentityExpiredFunction = (expirationMs) => function isIdentityExpired2(identity) {
  return doesIdentityRequireRefresh(identity) && identity.expiration.getTime() - Date.now() < expirationMs;
};
var EXPIRATION_MS = 3e5;
var isIdentityExpired = createIsIdentityExpiredFunction(EXPIRATION_MS);
var doesIdentityRequireRefresh = (identity) => identity.expiration !== void 0;
var memoizeIdentityProvider = (provider, isExpired, requiresRefresh) => {
  if (provider === void 0) {
    return void 0;
  }
  const normalizedProvider = typeof provider !== "function" ? async () => Promise.resolve(provider) : provider;
  let resolved;
  let pending;
  let hasResult;
  let isConstant = false;
  const coalesceProvider = async (options) => {
    if (!pending) {
      pending = normalizedProvider(options);
    }
    try {
      resolved = await pending;
      hasResult = true;
      isConstant = false;
    } finally {
      pending = void 0;
    }
    return resolved;
  };
  if (isExpired === void 0) {
    return async (options) => {
      if (!hasResult || options?.forceRefresh) {
        resolved = await coalesceProvider(options);
      }
      return resolved;
    };
  }
  return async (options) => {
    if (!hasResult || options?.forceRefresh) {
      resolved = await coalesceProvider(options);
    }
    if (isConstant) {
      return resolved;
    }
    if (!requiresRefresh(resolved)) {
      isConstant = true;
      return resolved;
    }
    if (isExpired(resolved)) {
      await coalesceProvider(options);
      return resolved;
    }
    return resolved;
  };
};

// node_modules/@smithy/core/dist-es/normalizeProvider.js
var normalizeProvider2 = (input) => {
  if (typeof input === "function") {
    return input;
  }
  const promisified = Promise.resolve(input);
  return () => promisified;
};

// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-user-agent/configurations.js
var DEFAULT_UA_APP_ID = void 0;
function isValidUserAgentAppId(appId) {
  if (appId === void 0) {
    return true;
  }
  return typeof appId === "string" && appId.length <= 50;
}
function resolveUserAgentConfig(input) {
  const normalizedAppIdProvider = normalizeProvider2(input.userAgentAppId ?? DEFAULT_UA_APP_ID);
  const { customUserAgent } = input;
  return Object.assign(input, {
    customUserAgent: typeof customUserAgent === "string" ? [[customUserAgent]] : customUserAgent,
    userAgentAppId: async () => {
      const appId = await normalizedAppIdProvider();
      if (!isValidUserAgentAppId(appId)) {
        const logger = input.logger?.constructor?.name === "NoOpLogger" || !input.logger ? console : input.logger;
        if (typeof appId !== "string") {
          logger?.warn("userAgentAppId must be a string or undefined.");
        } else if (appId.length > 50) {
          logger?.warn("The provided userAgentAppId exceeds the maximum length of 50 characters.");
        }
      }
      return appId;
    }
  });
}

// node_modules/@smithy/core/dist-es/submodules/retry/service-error-classification/constants.js
var THROTTLING_ERROR_CODES = [
  "BandwidthLimitExceeded",
  "EC2ThrottledException",
  "LimitExceededException",
  "PriorRequestNotComplete",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "RequestThrottled",
  "RequestThrottledException",
  "SlowDown",
  "ThrottledException",
  "Throttling",
  "ThrottlingException",
  "TooManyRequestsException",
  "TransactionInProgressException"
];
var TRANSIENT_ERROR_CODES = ["TimeoutError", "RequestTimeout", "RequestTimeoutException"];
var TRANSIENT_ERROR_STATUS_CODES = [500, 502, 503, 504];
var NODEJS_TIMEOUT_ERROR_CODES = ["ECONNRESET", "ECONNREFUSED", "EPIPE", "ETIMEDOUT"];
var NODEJS_NETWORK_ERROR_CODES = ["EHOSTUNREACH", "ENETUNREACH", "ENOTFOUND", "EAI_AGAIN"];

// node_modules/@smithy/core/dist-es/submodules/retry/service-error-classification/service-error-classification.js
var isRetryableByTrait = (error) => error?.$retryable !== void 0;
var isClockSkewCorrectedError = (error) => error.$metadata?.clockSkewCorrected;
var isBrowserNetworkError = (error) => {
  const errorMessages = /* @__PURE__ */ new Set([
    "Failed to fetch",
    "NetworkError when attempting to fetch resource",
    "The Internet connection appears to be offline",
    "Load failed",
    "Network request failed"
  ]);
  const isValid = error && error instanceof TypeError;
  if (!isValid) {
    return false;
  }
  return errorMessages.has(error.message);
};
var isThrottlingError = (error) => error.$metadata?.httpStatusCode === 429 || THROTTLING_ERROR_CODES.includes(error.name) || error.$retryable?.throttling == true;
var isTransientError = (error, depth = 0) => error?.name !== "AbortError" && (isRetryableByTrait(error) || isClockSkewCorrectedError(error) || error.name === "InvalidSignatureException" && error.message?.includes("Signature expired") || TRANSIENT_ERROR_CODES.includes(error.name) || NODEJS_TIMEOUT_ERROR_CODES.includes(error?.code || "") || NODEJS_NETWORK_ERROR_CODES.includes(error?.code || "") || TRANSIENT_ERROR_STATUS_CODES.includes(error.$metadata?.httpStatusCode || 0) || isBrowserNetworkError(error) || isNodeJsHttp2TransientError(error) || error.cause !== void 0 && depth <= 10 && isTransientError(error.cause, depth + 1));
var isServerError = (error) => {
  if (error.$metadata?.httpStatusCode !== void 0) {
    const statusCode = error.$metadata.httpStatusCode;
    if (500 <= statusCode && statusCode <= 599 && !isTransientError(error)) {
      return true;
    }
    return false;
  }
  return false;
};
function isNodeJsHttp2TransientError(error) {
  return error.code === "ERR_HTTP2_STREAM_ERROR" && error.message.includes("NGHTTP2_REFUSED_STREAM");
}

// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/DefaultRateLimiter.js
var DefaultRateLimiter = class _DefaultRateLimiter {
  static setTimeoutFn = (fn, delay) => setTimeout(fn, delay);
  beta;
  minCapacity;
  minFillRate;
  scaleConstant;
  smooth;
  enabled = false;
  availableTokens = 0;
  lastMaxRate = 0;
  measuredTxRate = 0;
  requestCount = 0;
  fillRate;
  lastThrottleTime;
  lastTimestamp = 0;
  lastTxRateBucket;
  maxCapacity;
  timeWindow = 0;
  constructor(options) {
    this.beta = options?.beta ?? 0.7;
    this.minCapacity = options?.minCapacity ?? 1;
    this.minFillRate = options?.minFillRate ?? 0.5;
    this.scaleConstant = options?.scaleConstant ?? 0.4;
    this.smooth = options?.smooth ?? 0.8;
    this.lastThrottleTime = this.getCurrentTimeInSeconds();
    this.lastTxRateBucket = Math.floor(this.getCurrentTimeInSeconds());
    this.fillRate = this.minFillRate;
    this.maxCapacity = this.minCapacity;
  }
  async getSendToken() {
    return this.acquireTokenBucket(1);
  }
  updateClientSendingRate(response) {
    let calculatedRate;
    this.updateMeasuredRate();
    const retryErrorInfo = response;
    const isThrottling = retryErrorInfo?.errorType === "THROTTLING" || isThrottlingError(retryErrorInfo?.error ?? response);
    if (isThrottling) {
      const rateToUse = !this.enabled ? this.measuredTxRate : Math.min(this.measuredTxRate, this.fillRate);
      this.lastMaxRate = rateToUse;
      this.calculateTimeWindow();
      this.lastThrottleTime = this.getCurrentTimeInSeconds();
      calculatedRate = this.cubicThrottle(rateToUse);
      this.enableTokenBucket();
    } else {
      this.calculateTimeWindow();
      calculatedRate = this.cubicSuccess(this.getCurrentTimeInSeconds());
    }
    const newRate = Math.min(calculatedRate, 2 * this.measuredTxRate);
    this.updateTokenBucketRate(newRate);
  }
  getCurrentTimeInSeconds() {
    return Date.now() / 1e3;
  }
  async acquireTokenBucket(amount) {
    if (!this.enabled) {
      return;
    }
    this.refillTokenBucket();
    while (amount > this.availableTokens) {
      const delay = (amount - this.availableTokens) / this.fillRate * 1e3;
      await new Promise((resolve) => _DefaultRateLimiter.setTimeoutFn(resolve, delay));
      this.refillTokenBucket();
    }
    this.availableTokens = this.availableTokens - amount;
  }
  refillTokenBucket() {
    const timestamp = this.getCurrentTimeInSeconds();
    if (!this.lastTimestamp) {
      this.lastTimestamp = timestamp;
      return;
    }
    const fillAmount = (timestamp - this.lastTimestamp) * this.fillRate;
    this.availableTokens = Math.min(this.maxCapacity, this.availableTokens + fillAmount);
    this.lastTimestamp = timestamp;
  }
  calculateTimeWindow() {
    this.timeWindow = this.getPrecise(Math.pow(this.lastMaxRate * (1 - this.beta) / this.scaleConstant, 1 / 3));
  }
  cubicThrottle(rateToUse) {
    return this.getPrecise(rateToUse * this.beta);
  }
  cubicSuccess(timestamp) {
    return this.getPrecise(this.scaleConstant * Math.pow(timestamp - this.lastThrottleTime - this.timeWindow, 3) + this.lastMaxRate);
  }
  enableTokenBucket() {
    this.enabled = true;
  }
  updateTokenBucketRate(newRate) {
    this.refillTokenBucket();
    this.fillRate = Math.max(newRate, this.minFillRate);
    this.maxCapacity = Math.max(newRate, this.minCapacity);
    this.availableTokens = Math.min(this.availableTokens, this.maxCapacity);
  }
  updateMeasuredRate() {
    const t = this.getCurrentTimeInSeconds();
    const timeBucket = Math.floor(t * 2) / 2;
    this.requestCount++;
    if (timeBucket > this.lastTxRateBucket) {
      const currentRate = this.requestCount / (timeBucket - this.lastTxRateBucket);
      this.measuredTxRate = this.getPrecise(currentRate * this.smooth + this.measuredTxRate * (1 - this.smooth));
      this.requestCount = 0;
      this.lastTxRateBucket = timeBucket;
    }
  }
  getPrecise(num) {
    return parseFloat(num.toFixed(8));
  }
};

// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/constants.js
var MAXIMUM_RETRY_DELAY = 20 * 1e3;
var INITIAL_RETRY_TOKENS = 500;
var NO_RETRY_INCREMENT = 1;
var INVOCATION_ID_HEADER = "amz-sdk-invocation-id";
var REQUEST_HEADER = "amz-sdk-request";

// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/retries-2026-config.js
var Retry = class {
  static v2026 = true;
  static delay() {
    return 50;
  }
  static throttlingDelay() {
    return 1e3;
  }
  static cost() {
    return 14;
  }
  static throttlingCost() {
    return 5;
  }
  static modifiedCostType() {
    return "THROTTLING";
  }
};

// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/DefaultRetryBackoffStrategy.js
var DefaultRetryBackoffStrategy = class {
  x = Retry.delay();
  computeNextBackoffDelay(i) {
    const b = Math.random();
    const r = 2;
    const t_i = b * Math.min(this.x * r ** i, MAXIMUM_RETRY_DELAY);
    return Math.floor(t_i);
  }
  setDelayBase(delay) {
    this.x = delay;
  }
};

// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/DefaultRetryToken.js
var DefaultRetryToken = class {
  delay;
  count;
  cost;
  longPoll;
  $retryLog = {
    acquisitionDelay: 0
  };
  constructor(delay, count, cost, longPoll) {
    this.delay = delay;
    this.count = count;
    this.cost = cost;
    this.longPoll = longPoll;
  }
  getRetryCount() {
    return this.count;
  }
  getRetryDelay() {
    return Math.min(MAXIMUM_RETRY_DELAY, this.delay);
  }
  getRetryCost() {
    return this.cost;
  }
  isLongPoll() {
    return this.longPoll;
  }
};

// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/config.js
var RETRY_MODES;
(function(RETRY_MODES2) {
  RETRY_MODES2["STANDARD"] = "standard";
  RETRY_MODES2["ADAPTIVE"] = "adaptive";
})(RETRY_MODES || (RETRY_MODES = {}));
var DEFAULT_MAX_ATTEMPTS = 3;
var DEFAULT_RETRY_MODE = RETRY_MODES.STANDARD;

// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/StandardRetryStrategy.js
var refusal = {
  incompatible: 1,
  attempts: 2,
  capacity: 3
};
var StandardRetryStrategy = class {
  mode = RETRY_MODES.STANDARD;
  retryBackoffStrategy;
  capacity = INITIAL_RETRY_TOKENS;
  maxAttemptsProvider;
  baseDelay;
  constructor(arg1) {
    if (typeof arg1 === "number") {
      this.maxAttemptsProvider = async () => arg1;
    } else if (typeof arg1 === "function") {
      this.maxAttemptsProvider = arg1;
    } else if (arg1 && typeof arg1 === "object") {
      this.maxAttemptsProvider = async () => arg1.maxAttempts;
      this.baseDelay = arg1.baseDelay;
      this.retryBackoffStrategy = arg1.backoff;
    }
    this.maxAttemptsProvider ??= async () => DEFAULT_MAX_ATTEMPTS;
    this.baseDelay ??= Retry.delay();
    this.retryBackoffStrategy ??= new DefaultRetryBackoffStrategy();
  }
  async acquireInitialRetryToken(retryTokenScope) {
    return new DefaultRetryToken(Retry.delay(), 0, void 0, retryTokenScope.includes(":longpoll"));
  }
  async refreshRetryTokenForRetry(token, errorInfo) {
    const maxAttempts = await this.getMaxAttempts();
    const retryCode = this.retryCode(token, errorInfo, maxAttempts);
    const shouldRetry = retryCode === 0;
    const isLongPoll = token.isLongPoll?.();
    if (shouldRetry || isLongPoll) {
      const errorType = errorInfo.errorType;
      this.retryBackoffStrategy.setDelayBase(errorType === "THROTTLING" ? Retry.throttlingDelay() : this.baseDelay);
      const delayFromErrorType = this.retryBackoffStrategy.computeNextBackoffDelay(token.getRetryCount());
      let retryDelay = delayFromErrorType;
      if (errorInfo.retryAfterHint instanceof Date) {
        retryDelay = Math.max(delayFromErrorType, Math.min(errorInfo.retryAfterHint.getTime() - Date.now(), delayFromErrorType + 5e3));
      }
      if (!shouldRetry) {
        const longPollBackoff = retryCode === refusal.capacity && isLongPoll ? retryDelay : 0;
        if (longPollBackoff > 0) {
          await new Promise((r) => setTimeout(r, longPollBackoff));
        }
      } else {
        const capacityCost = this.getCapacityCost(errorType);
        this.capacity -= capacityCost;
        const nextToken = new DefaultRetryToken(0, token.getRetryCount() + 1, capacityCost, token.isLongPoll?.() ?? false);
        await new Promise((r) => setTimeout(r, retryDelay));
        nextToken.$retryLog.acquisitionDelay = retryDelay;
        return nextToken;
      }
    }
    throw new Error("No retry token available");
  }
  recordSuccess(token) {
    this.capacity = Math.min(INITIAL_RETRY_TOKENS, this.capacity + (token.getRetryCost() ?? NO_RETRY_INCREMENT));
  }
  getCapacity() {
    return this.capacity;
  }
  async maxAttempts() {
    return this.maxAttemptsProvider();
  }
  async getMaxAttempts() {
    try {
      return await this.maxAttemptsProvider();
    } catch (ignored) {
      console.warn(`Max attempts provider could not resolve. Using default of ${DEFAULT_MAX_ATTEMPTS}`);
      return DEFAULT_MAX_ATTEMPTS;
    }
  }
  retryCode(tokenToRenew, errorInfo, maxAttempts) {
    const attempts = tokenToRenew.getRetryCount() + 1;
    const retryableStatus = this.isRetryableError(errorInfo.errorType) ? 0 : refusal.incompatible;
    const attemptStatus = attempts < maxAttempts ? 0 : refusal.attempts;
    const capacityStatus = this.capacity >= this.getCapacityCost(errorInfo.errorType) ? 0 : refusal.capacity;
    return retryableStatus || attemptStatus || capacityStatus;
  }
  getCapacityCost(errorType) {
    return errorType === Retry.modifiedCostType() ? Retry.throttlingCost() : Retry.cost();
  }
  isRetryableError(errorType) {
    return errorType === "THROTTLING" || errorType === "TRANSIENT";
  }
};

// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/AdaptiveRetryStrategy.js
var AdaptiveRetryStrategy = class {
  mode = RETRY_MODES.ADAPTIVE;
  rateLimiter;
  standardRetryStrategy;
  constructor(maxAttemptsProvider, options) {
    const { rateLimiter } = options ?? {};
    this.rateLimiter = rateLimiter ?? new DefaultRateLimiter();
    this.standardRetryStrategy = options ? new StandardRetryStrategy({
      maxAttempts: typeof maxAttemptsProvider === "number" ? maxAttemptsProvider : 3,
      ...options
    }) : new StandardRetryStrategy(maxAttemptsProvider);
  }
  async acquireInitialRetryToken(retryTokenScope) {
    const token = await this.standardRetryStrategy.acquireInitialRetryToken(retryTokenScope);
    await this.rateLimiter.getSendToken();
    return token;
  }
  async refreshRetryTokenForRetry(tokenToRenew, errorInfo) {
    this.rateLimiter.updateClientSendingRate(errorInfo);
    const token = await this.standardRetryStrategy.refreshRetryTokenForRetry(tokenToRenew, errorInfo);
    await this.rateLimiter.getSendToken();
    return token;
  }
  recordSuccess(token) {
    this.rateLimiter.updateClientSendingRate({});
    this.standardRetryStrategy.recordSuccess(token);
  }
  async maxAttemptsProvider() {
    return this.standardRetryStrategy.maxAttempts();
  }
};

// node_modules/@smithy/core/dist-es/submodules/retry/middleware-retry/configurations.js
var ENV_MAX_ATTEMPTS = "AWS_MAX_ATTEMPTS";
var CONFIG_MAX_ATTEMPTS = "max_attempts";
var NODE_MAX_ATTEMPT_CONFIG_OPTIONS = {
  environmentVariableSelector: (env2) => {
    const value = env2[ENV_MAX_ATTEMPTS];
    if (!value) {
      return void 0;
    }
    const maxAttempt = parseInt(value);
    if (Number.isNaN(maxAttempt)) {
      throw new Error(`Environment variable ${ENV_MAX_ATTEMPTS} mast be a number, got "${value}"`);
    }
    return maxAttempt;
  },
  configFileSelector: (profile) => {
    const value = profile[CONFIG_MAX_ATTEMPTS];
    if (!value) {
      return void 0;
    }
    const maxAttempt = parseInt(value);
    if (Number.isNaN(maxAttempt)) {
      throw new Error(`Shared config file entry ${CONFIG_MAX_ATTEMPTS} mast be a number, got "${value}"`);
    }
    return maxAttempt;
  },
  default: DEFAULT_MAX_ATTEMPTS
};
var resolveRetryConfig = (input, defaults) => {
  const { retryStrategy, retryMode } = input;
  const { defaultMaxAttempts = DEFAULT_MAX_ATTEMPTS, defaultBaseDelay = Retry.delay() } = defaults ?? {};
  const maxAttemptsProvider = (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .normalizeProvider */ .te)(input.maxAttempts ?? defaultMaxAttempts);
  let controller = retryStrategy ? Promise.resolve(retryStrategy) : void 0;
  const getDefault = async () => {
    const maxAttempts = await maxAttemptsProvider();
    const adaptive = await (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .normalizeProvider */ .te)(retryMode)() === RETRY_MODES.ADAPTIVE;
    if (adaptive) {
      return new AdaptiveRetryStrategy(maxAttemptsProvider, {
        maxAttempts,
        baseDelay: defaultBaseDelay
      });
    }
    return new StandardRetryStrategy({
      maxAttempts,
      baseDelay: defaultBaseDelay
    });
  };
  return Object.assign(input, {
    maxAttempts: maxAttemptsProvider,
    retryStrategy: () => controller ??= getDefault()
  });
};
var ENV_RETRY_MODE = "AWS_RETRY_MODE";
var CONFIG_RETRY_MODE = "retry_mode";
var NODE_RETRY_MODE_CONFIG_OPTIONS = {
  environmentVariableSelector: (env2) => env2[ENV_RETRY_MODE],
  configFileSelector: (profile) => profile[CONFIG_RETRY_MODE],
  default: DEFAULT_RETRY_MODE
};

// node_modules/@smithy/core/dist-es/submodules/retry/middleware-retry/isStreamingPayload/isStreamingPayload.js

var isStreamingPayload = (request) => request?.body instanceof node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable || typeof ReadableStream !== "undefined" && request?.body instanceof ReadableStream;

// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/race.js
var race = (promise, signal) => {
  if (!signal) {
    return promise;
  }
  let cleanup = () => {
  };
  const aborted = new Promise((_, reject) => {
    const handler = () => reject(createAbortError());
    if (signal.aborted) {
      handler();
    } else if (typeof signal.addEventListener === "function") {
      signal.addEventListener("abort", handler, { once: true });
      cleanup = () => signal.removeEventListener("abort", handler);
    } else {
      signal.onabort = handler;
    }
  });
  return Promise.race([promise, aborted]).finally(cleanup);
};
var createAbortError = () => Object.assign(new Error("Request aborted"), { name: "AbortError" });
var isAbortError = (error) => typeof error === "object" && error !== null && "name" in error && error.name === "AbortError";

// node_modules/@smithy/core/dist-es/submodules/retry/middleware-retry/parseRetryAfterHeader.js
function parseRetryAfterHeader(response, logger) {
  if (!_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpResponse */ .cS.isInstance(response)) {
    return;
  }
  for (const header in response.headers) {
    if (!(0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .hasOwn */ .$3)(response.headers, header)) {
      continue;
    }
    const h = header.toLowerCase();
    if (h === "retry-after") {
      const retryAfter = response.headers[header];
      let retryAfterSeconds = NaN;
      if (retryAfter.endsWith("GMT")) {
        try {
          const date = (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRfc7231DateTime */ .xE)(retryAfter);
          retryAfterSeconds = (date.getTime() - Date.now()) / 1e3;
        } catch (e) {
          logger?.trace?.("Failed to parse retry-after header");
          logger?.trace?.(e);
        }
      } else if (retryAfter.match(/ GMT, ((\d+)|(\d+\.\d+))$/)) {
        retryAfterSeconds = Number(retryAfter.match(/ GMT, ([\d.]+)$/)?.[1]);
      } else if (retryAfter.match(/^((\d+)|(\d+\.\d+))$/)) {
        retryAfterSeconds = Number(retryAfter);
      } else if (Date.parse(retryAfter) >= Date.now()) {
        retryAfterSeconds = (Date.parse(retryAfter) - Date.now()) / 1e3;
      }
      if (isNaN(retryAfterSeconds)) {
        return;
      }
      return new Date(Date.now() + retryAfterSeconds * 1e3);
    } else if (h === "x-amz-retry-after") {
      const v = response.headers[header];
      const backoffMilliseconds = Number(v);
      if (isNaN(backoffMilliseconds)) {
        logger?.trace?.(`Failed to parse x-amz-retry-after=${v}`);
        return;
      }
      return new Date(Date.now() + backoffMilliseconds);
    }
  }
}

// node_modules/@smithy/core/dist-es/submodules/retry/middleware-retry/util.js
var asSdkError = (error) => {
  if (error instanceof Error) {
    return error;
  }
  if (error instanceof Object) {
    return Object.assign(new Error(), error);
  }
  if (typeof error === "string") {
    return new Error(error);
  }
  return new Error(`AWS SDK error wrapper for ${error}`);
};

// node_modules/@smithy/core/dist-es/submodules/retry/middleware-retry/retryMiddleware.js
function bindRetryMiddleware(isStreamingPayload2) {
  return (options) => (next, context) => async (args) => {
    let retryStrategy = await options.retryStrategy();
    const maxAttempts = await options.maxAttempts();
    const abortSignal = context[_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .SMITHY_CONTEXT_KEY */ .Vf]?.abortSignal;
    if (isRetryStrategyV2(retryStrategy)) {
      retryStrategy = retryStrategy;
      const retryTokenScope = (context["partition_id"] ?? "") + (context.__retryLongPoll ? ":longpoll" : "");
      let retryToken = await race(retryStrategy.acquireInitialRetryToken(retryTokenScope), abortSignal);
      let lastError = new Error();
      let attempts = 0;
      let totalRetryDelay = 0;
      const { request } = args;
      const isRequest = _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpRequest */ .Kd.isInstance(request);
      if (isRequest) {
        request.headers[INVOCATION_ID_HEADER] = (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__.v4)();
      }
      while (true) {
        try {
          if (isRequest) {
            request.headers[REQUEST_HEADER] = `attempt=${attempts + 1}; max=${maxAttempts}`;
          }
          const { response, output } = await next(args);
          retryStrategy.recordSuccess(retryToken);
          output.$metadata.attempts = attempts + 1;
          output.$metadata.totalRetryDelay = totalRetryDelay;
          return { response, output };
        } catch (e) {
          const retryErrorInfo = getRetryErrorInfo(e, options.logger);
          lastError = asSdkError(e);
          if (isRequest && isStreamingPayload2(request)) {
            (context.logger instanceof NoOpLogger ? console : context.logger)?.warn("An error was encountered in a non-retryable streaming request.");
            throw lastError;
          }
          try {
            retryToken = await race(retryStrategy.refreshRetryTokenForRetry(retryToken, retryErrorInfo), abortSignal);
          } catch (refreshError) {
            if (abortSignal?.aborted && isAbortError(refreshError)) {
              throw refreshError;
            }
            if (!lastError.$metadata) {
              lastError.$metadata = {};
            }
            lastError.$metadata.attempts = attempts + 1;
            lastError.$metadata.totalRetryDelay = totalRetryDelay;
            throw lastError;
          }
          attempts = retryToken.getRetryCount();
          const delay = retryToken.getRetryDelay();
          totalRetryDelay += (retryToken?.$retryLog?.acquisitionDelay ?? 0) + delay;
          if (delay > 0) {
            await race(new Promise((resolve) => setTimeout(resolve, delay)), abortSignal);
          }
        }
      }
    } else {
      retryStrategy = retryStrategy;
      if (retryStrategy?.mode) {
        context.userAgent = [...context.userAgent || [], ["cfg/retry-mode", retryStrategy.mode]];
      }
      return retryStrategy.retry(next, args);
    }
  };
}
var isRetryStrategyV2 = (retryStrategy) => typeof retryStrategy.acquireInitialRetryToken !== "undefined" && typeof retryStrategy.refreshRetryTokenForRetry !== "undefined" && typeof retryStrategy.recordSuccess !== "undefined";
var getRetryErrorInfo = (error, logger) => {
  const errorInfo = {
    error,
    errorType: getRetryErrorType(error)
  };
  const retryAfterHint = parseRetryAfterHeader(error.$response, logger);
  if (retryAfterHint) {
    errorInfo.retryAfterHint = retryAfterHint;
  }
  return errorInfo;
};
var getRetryErrorType = (error) => {
  if (isThrottlingError(error)) {
    return "THROTTLING";
  }
  if (isTransientError(error)) {
    return "TRANSIENT";
  }
  if (isServerError(error)) {
    return "SERVER_ERROR";
  }
  return "CLIENT_ERROR";
};
var retryMiddlewareOptions = {
  name: "retryMiddleware",
  tags: ["RETRY"],
  step: "finalizeRequest",
  priority: "high",
  override: true
};
function bindGetRetryPlugin(isStreamingPayload2) {
  const retryMiddleware2 = bindRetryMiddleware(isStreamingPayload2);
  return (options) => ({
    applyToStack: (clientStack) => {
      clientStack.add(retryMiddleware2(options), retryMiddlewareOptions);
    }
  });
}

// node_modules/@smithy/core/dist-es/submodules/retry/index.js
var retryMiddleware = bindRetryMiddleware(isStreamingPayload);
var getRetryPlugin = bindGetRetryPlugin(isStreamingPayload);

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/lib/aws/partitions.js
var partitionsInfo = {
  "partitions": [
    {
      "id": "aws",
      "outputs": {
        "dnsSuffix": "amazonaws.com",
        "dualStackDnsSuffix": "api.aws",
        "implicitGlobalRegion": "us-east-1",
        "name": "aws",
        "supportsDualStack": true,
        "supportsFIPS": true
      },
      "regionRegex": "^(us|eu|ap|sa|ca|me|af|il|mx)\\-\\w+\\-\\d+$",
      "regions": {
        "af-south-1": {
          "description": "Africa (Cape Town)"
        },
        "ap-east-1": {
          "description": "Asia Pacific (Hong Kong)"
        },
        "ap-east-2": {
          "description": "Asia Pacific (Taipei)"
        },
        "ap-northeast-1": {
          "description": "Asia Pacific (Tokyo)"
        },
        "ap-northeast-2": {
          "description": "Asia Pacific (Seoul)"
        },
        "ap-northeast-3": {
          "description": "Asia Pacific (Osaka)"
        },
        "ap-south-1": {
          "description": "Asia Pacific (Mumbai)"
        },
        "ap-south-2": {
          "description": "Asia Pacific (Hyderabad)"
        },
        "ap-southeast-1": {
          "description": "Asia Pacific (Singapore)"
        },
        "ap-southeast-2": {
          "description": "Asia Pacific (Sydney)"
        },
        "ap-southeast-3": {
          "description": "Asia Pacific (Jakarta)"
        },
        "ap-southeast-4": {
          "description": "Asia Pacific (Melbourne)"
        },
        "ap-southeast-5": {
          "description": "Asia Pacific (Malaysia)"
        },
        "ap-southeast-6": {
          "description": "Asia Pacific (New Zealand)"
        },
        "ap-southeast-7": {
          "description": "Asia Pacific (Thailand)"
        },
        "aws-global": {
          "description": "aws global region"
        },
        "ca-central-1": {
          "description": "Canada (Central)"
        },
        "ca-west-1": {
          "description": "Canada West (Calgary)"
        },
        "eu-central-1": {
          "description": "Europe (Frankfurt)"
        },
        "eu-central-2": {
          "description": "Europe (Zurich)"
        },
        "eu-north-1": {
          "description": "Europe (Stockholm)"
        },
        "eu-south-1": {
          "description": "Europe (Milan)"
        },
        "eu-south-2": {
          "description": "Europe (Spain)"
        },
        "eu-west-1": {
          "description": "Europe (Ireland)"
        },
        "eu-west-2": {
          "description": "Europe (London)"
        },
        "eu-west-3": {
          "description": "Europe (Paris)"
        },
        "il-central-1": {
          "description": "Israel (Tel Aviv)"
        },
        "me-central-1": {
          "description": "Middle East (UAE)"
        },
        "me-south-1": {
          "description": "Middle East (Bahrain)"
        },
        "me-west-1": {
          "description": "Middle East (Saudi Arabia)"
        },
        "mx-central-1": {
          "description": "Mexico (Central)"
        },
        "sa-east-1": {
          "description": "South America (Sao Paulo)"
        },
        "sa-west-1": {
          "description": "South America (Chile)"
        },
        "us-east-1": {
          "description": "US East (N. Virginia)"
        },
        "us-east-2": {
          "description": "US East (Ohio)"
        },
        "us-west-1": {
          "description": "US West (N. California)"
        },
        "us-west-2": {
          "description": "US West (Oregon)"
        }
      }
    },
    {
      "id": "aws-cn",
      "outputs": {
        "dnsSuffix": "amazonaws.com.cn",
        "dualStackDnsSuffix": "api.amazonwebservices.com.cn",
        "implicitGlobalRegion": "cn-northwest-1",
        "name": "aws-cn",
        "supportsDualStack": true,
        "supportsFIPS": true
      },
      "regionRegex": "^cn\\-\\w+\\-\\d+$",
      "regions": {
        "aws-cn-global": {
          "description": "aws-cn global region"
        },
        "cn-north-1": {
          "description": "China (Beijing)"
        },
        "cn-northwest-1": {
          "description": "China (Ningxia)"
        }
      }
    },
    {
      "id": "aws-eusc",
      "outputs": {
        "dnsSuffix": "amazonaws.eu",
        "dualStackDnsSuffix": "api.amazonwebservices.eu",
        "implicitGlobalRegion": "eusc-de-east-1",
        "name": "aws-eusc",
        "supportsDualStack": true,
        "supportsFIPS": true
      },
      "regionRegex": "^eusc\\-(de)\\-\\w+\\-\\d+$",
      "regions": {
        "eusc-de-east-1": {
          "description": "AWS European Sovereign Cloud (Germany)"
        }
      }
    },
    {
      "id": "aws-iso",
      "outputs": {
        "dnsSuffix": "c2s.ic.gov",
        "dualStackDnsSuffix": "api.aws.ic.gov",
        "implicitGlobalRegion": "us-iso-east-1",
        "name": "aws-iso",
        "supportsDualStack": true,
        "supportsFIPS": true
      },
      "regionRegex": "^us\\-iso\\-\\w+\\-\\d+$",
      "regions": {
        "aws-iso-global": {
          "description": "aws-iso global region"
        },
        "us-iso-east-1": {
          "description": "US ISO East"
        },
        "us-iso-west-1": {
          "description": "US ISO WEST"
        }
      }
    },
    {
      "id": "aws-iso-b",
      "outputs": {
        "dnsSuffix": "sc2s.sgov.gov",
        "dualStackDnsSuffix": "api.aws.scloud",
        "implicitGlobalRegion": "us-isob-east-1",
        "name": "aws-iso-b",
        "supportsDualStack": true,
        "supportsFIPS": true
      },
      "regionRegex": "^us\\-isob\\-\\w+\\-\\d+$",
      "regions": {
        "aws-iso-b-global": {
          "description": "aws-iso-b global region"
        },
        "us-isob-east-1": {
          "description": "US ISOB East (Ohio)"
        },
        "us-isob-west-1": {
          "description": "US ISOB West"
        }
      }
    },
    {
      "id": "aws-iso-e",
      "outputs": {
        "dnsSuffix": "cloud.adc-e.uk",
        "dualStackDnsSuffix": "api.cloud-aws.adc-e.uk",
        "implicitGlobalRegion": "eu-isoe-west-1",
        "name": "aws-iso-e",
        "supportsDualStack": true,
        "supportsFIPS": true
      },
      "regionRegex": "^eu\\-isoe\\-\\w+\\-\\d+$",
      "regions": {
        "aws-iso-e-global": {
          "description": "aws-iso-e global region"
        },
        "eu-isoe-west-1": {
          "description": "EU ISOE West"
        }
      }
    },
    {
      "id": "aws-iso-f",
      "outputs": {
        "dnsSuffix": "csp.hci.ic.gov",
        "dualStackDnsSuffix": "api.aws.hci.ic.gov",
        "implicitGlobalRegion": "us-isof-south-1",
        "name": "aws-iso-f",
        "supportsDualStack": true,
        "supportsFIPS": true
      },
      "regionRegex": "^us\\-isof\\-\\w+\\-\\d+$",
      "regions": {
        "aws-iso-f-global": {
          "description": "aws-iso-f global region"
        },
        "us-isof-east-1": {
          "description": "US ISOF EAST"
        },
        "us-isof-south-1": {
          "description": "US ISOF SOUTH"
        }
      }
    },
    {
      "id": "aws-us-gov",
      "outputs": {
        "dnsSuffix": "amazonaws.com",
        "dualStackDnsSuffix": "api.aws",
        "implicitGlobalRegion": "us-gov-west-1",
        "name": "aws-us-gov",
        "supportsDualStack": true,
        "supportsFIPS": true
      },
      "regionRegex": "^us\\-gov\\-\\w+\\-\\d+$",
      "regions": {
        "aws-us-gov-global": {
          "description": "aws-us-gov global region"
        },
        "us-gov-east-1": {
          "description": "AWS GovCloud (US-East)"
        },
        "us-gov-west-1": {
          "description": "AWS GovCloud (US-West)"
        }
      }
    }
  ],
  "version": "1.1"
};

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/lib/aws/partition.js
var selectedPartitionsInfo = partitionsInfo;
var selectedUserAgentPrefix = "";
var partition = (value) => {
  const { partitions } = selectedPartitionsInfo;
  for (const partition2 of partitions) {
    const { regions, outputs } = partition2;
    for (const [region, regionData] of Object.entries(regions)) {
      if (region === value) {
        return {
          ...outputs,
          ...regionData
        };
      }
    }
  }
  for (const partition2 of partitions) {
    const { regionRegex, outputs } = partition2;
    if (new RegExp(regionRegex).test(value)) {
      return {
        ...outputs
      };
    }
  }
  const DEFAULT_PARTITION = partitions.find((partition2) => partition2.id === "aws");
  if (!DEFAULT_PARTITION) {
    throw new Error("Provided region was not found in the partition array or regex, and default partition with id 'aws' doesn't exist.");
  }
  return {
    ...DEFAULT_PARTITION.outputs
  };
};
var getUserAgentPrefix = () => selectedUserAgentPrefix;

// node_modules/@aws-sdk/core/dist-es/submodules/client/setFeature.js
function setFeature2(context, feature, value) {
  if (!context.__aws_sdk_context) {
    context.__aws_sdk_context = {
      features: {}
    };
  } else if (!context.__aws_sdk_context.features) {
    context.__aws_sdk_context.features = {};
  }
  context.__aws_sdk_context.features[feature] = value;
}

// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-user-agent/check-features.js
var ACCOUNT_ID_ENDPOINT_REGEX = /\d{12}\.ddb/;
async function checkFeatures(context, config, args) {
  const request = args.request;
  if (request?.headers?.["smithy-protocol"] === "rpc-v2-cbor") {
    setFeature2(context, "PROTOCOL_RPC_V2_CBOR", "M");
  }
  if (typeof config.retryStrategy === "function") {
    const retryStrategy = await config.retryStrategy();
    if (typeof retryStrategy.mode === "string") {
      switch (retryStrategy.mode) {
        case RETRY_MODES.ADAPTIVE:
          setFeature2(context, "RETRY_MODE_ADAPTIVE", "F");
          break;
        case RETRY_MODES.STANDARD:
          setFeature2(context, "RETRY_MODE_STANDARD", "E");
          break;
      }
    }
  }
  if (typeof config.accountIdEndpointMode === "function") {
    const endpointV2 = context.endpointV2;
    if (String(endpointV2?.url?.hostname).match(ACCOUNT_ID_ENDPOINT_REGEX)) {
      setFeature2(context, "ACCOUNT_ID_ENDPOINT", "O");
    }
    switch (await config.accountIdEndpointMode?.()) {
      case "disabled":
        setFeature2(context, "ACCOUNT_ID_MODE_DISABLED", "Q");
        break;
      case "preferred":
        setFeature2(context, "ACCOUNT_ID_MODE_PREFERRED", "P");
        break;
      case "required":
        setFeature2(context, "ACCOUNT_ID_MODE_REQUIRED", "R");
        break;
    }
  }
  const identity = context.__smithy_context?.selectedHttpAuthScheme?.identity;
  if (identity?.$source) {
    const credentials = identity;
    if (credentials.accountId) {
      setFeature2(context, "RESOLVED_ACCOUNT_ID", "T");
    }
    for (const [key, value] of Object.entries(credentials.$source ?? {})) {
      setFeature2(context, key, value);
    }
  }
}

// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-user-agent/constants.js
var USER_AGENT = "user-agent";
var X_AMZ_USER_AGENT = "x-amz-user-agent";
var SPACE = " ";
var UA_NAME_SEPARATOR = "/";
var UA_NAME_ESCAPE_REGEX = /[^!$%&'*+\-.^_`|~\w]/g;
var UA_VALUE_ESCAPE_REGEX = /[^!$%&'*+\-.^_`|~\w#]/g;
var UA_ESCAPE_CHAR = "-";

// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-user-agent/encode-features.js
var BYTE_LIMIT = 1024;
function encodeFeatures(features) {
  let buffer = "";
  for (const key in features) {
    const val = features[key];
    if (buffer.length + val.length + 1 <= BYTE_LIMIT) {
      if (buffer.length) {
        buffer += "," + val;
      } else {
        buffer += val;
      }
      continue;
    }
    break;
  }
  return buffer;
}

// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-user-agent/user-agent-middleware.js
var userAgentMiddleware = (options) => (next, context) => async (args) => {
  const { request } = args;
  if (!_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpRequest */ .Kd.isInstance(request)) {
    return next(args);
  }
  const { headers } = request;
  const userAgent = context?.userAgent?.map(escapeUserAgent) || [];
  const defaultUserAgent2 = (await options.defaultUserAgentProvider()).map(escapeUserAgent);
  await checkFeatures(context, options, args);
  const awsContext = context;
  defaultUserAgent2.push(`m/${encodeFeatures(Object.assign({}, context.__smithy_context?.features, awsContext.__aws_sdk_context?.features))}`);
  const customUserAgent = options?.customUserAgent?.map(escapeUserAgent) || [];
  const appId = await options.userAgentAppId();
  if (appId) {
    defaultUserAgent2.push(escapeUserAgent([`app`, `${appId}`]));
  }
  const prefix = getUserAgentPrefix();
  const sdkUserAgentValue = (prefix ? [prefix] : []).concat([...defaultUserAgent2, ...userAgent, ...customUserAgent]).join(SPACE);
  const normalUAValue = [
    ...defaultUserAgent2.filter((section) => section.startsWith("aws-sdk-")),
    ...customUserAgent
  ].join(SPACE);
  if (options.runtime !== "browser") {
    if (normalUAValue) {
      headers[X_AMZ_USER_AGENT] = headers[X_AMZ_USER_AGENT] ? `${headers[USER_AGENT]} ${normalUAValue}` : normalUAValue;
    }
    headers[USER_AGENT] = sdkUserAgentValue;
  } else {
    headers[X_AMZ_USER_AGENT] = sdkUserAgentValue;
  }
  return next({
    ...args,
    request
  });
};
var escapeUserAgent = (userAgentPair) => {
  const name = userAgentPair[0].split(UA_NAME_SEPARATOR).map((part) => part.replace(UA_NAME_ESCAPE_REGEX, UA_ESCAPE_CHAR)).join(UA_NAME_SEPARATOR);
  const version = userAgentPair[1]?.replace(UA_VALUE_ESCAPE_REGEX, UA_ESCAPE_CHAR);
  const prefixSeparatorIndex = name.indexOf(UA_NAME_SEPARATOR);
  const prefix = name.substring(0, prefixSeparatorIndex);
  let uaName = name.substring(prefixSeparatorIndex + 1);
  if (prefix === "api") {
    uaName = uaName.toLowerCase();
  }
  return [prefix, uaName, version].filter((item) => item && item.length > 0).reduce((acc, item, index) => {
    switch (index) {
      case 0:
        return item;
      case 1:
        return `${acc}/${item}`;
      default:
        return `${acc}#${item}`;
    }
  }, "");
};
var getUserAgentMiddlewareOptions = {
  name: "getUserAgentMiddleware",
  step: "build",
  priority: "low",
  tags: ["SET_USER_AGENT", "USER_AGENT"],
  override: true
};
var getUserAgentPlugin = (config) => ({
  applyToStack: (clientStack) => {
    clientStack.add(userAgentMiddleware(config), getUserAgentMiddlewareOptions);
  }
});

// node_modules/@aws-sdk/core/dist-es/submodules/client/emitWarningIfUnsupportedVersion.js
var state = {
  warningEmitted: false
};
var emitWarningIfUnsupportedVersion2 = (version) => {
  if (version && !state.warningEmitted) {
    if (process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED === "true") {
      state.warningEmitted = true;
      return;
    }
    const userMajorVersion = parseInt(version.substring(1, version.indexOf(".")));
    const vv = 22;
    if (userMajorVersion < vv) {
      state.warningEmitted = true;
      process.emitWarning(`NodeVersionSupportWarning: The AWS SDK for JavaScript (v3)
versions published after the first week of January 2027
will require node >=${vv}. You are running node ${version}.

To continue receiving updates to AWS services, bug fixes,
and security updates please upgrade to node >=${vv}.

More information can be found at: https://a.co/c895JFp`);
    }
  }
};

// node_modules/@aws-sdk/core/dist-es/submodules/client/getDefaultSocketTimeout.js
var isDefaultSocketTimeoutEnabled = () => typeof process === "object" && process?.env?.AWS_ENABLE_DEFAULT_SOCKET_TIMEOUT_2026 === "true";
var getDefaultSocketTimeout = (requestHandler, timeoutMs) => {
  if (!isDefaultSocketTimeoutEnabled()) {
    return void 0;
  }
  if (typeof requestHandler?.handle === "function") {
    return void 0;
  }
  return timeoutMs;
};

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-user-agent-node/defaultUserAgent.js



// node_modules/@aws-sdk/core/dist-es/submodules/client/util-user-agent-node/getRuntimeUserAgentPair.js

var getRuntimeUserAgentPair = () => {
  const runtimesToCheck = ["deno", "bun", "llrt"];
  for (const runtime of runtimesToCheck) {
    if (node_process__WEBPACK_IMPORTED_MODULE_4__.versions[runtime]) {
      return [`md/${runtime}`, node_process__WEBPACK_IMPORTED_MODULE_4__.versions[runtime]];
    }
  }
  return ["md/nodejs", node_process__WEBPACK_IMPORTED_MODULE_4__.versions.node];
};

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-user-agent-node/crt-availability.js
var crtAvailability = {
  isCrtAvailable: false
};

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-user-agent-node/is-crt-available.js
var isCrtAvailable = () => {
  if (crtAvailability.isCrtAvailable) {
    return ["md/crt-avail"];
  }
  return null;
};

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-user-agent-node/defaultUserAgent.js
var createDefaultUserAgentProvider = ({ serviceId, clientVersion }) => {
  const runtimeUserAgentPair = getRuntimeUserAgentPair();
  return async (config) => {
    const sections = [
      ["aws-sdk-js", clientVersion],
      ["ua", "2.1"],
      [`os/${(0,node_os__WEBPACK_IMPORTED_MODULE_3__.platform)()}`, (0,node_os__WEBPACK_IMPORTED_MODULE_3__.release)()],
      ["lang/js"],
      runtimeUserAgentPair
    ];
    const crtAvailable = isCrtAvailable();
    if (crtAvailable) {
      sections.push(crtAvailable);
    }
    if (serviceId) {
      sections.push([`api/${serviceId}`, clientVersion]);
    }
    if (node_process__WEBPACK_IMPORTED_MODULE_4__.env.AWS_EXECUTION_ENV) {
      sections.push([`exec-env/${node_process__WEBPACK_IMPORTED_MODULE_4__.env.AWS_EXECUTION_ENV}`]);
    }
    const appId = await config?.userAgentAppId?.();
    const resolvedUserAgent = appId ? [...sections, [`app/${appId}`]] : [...sections];
    return resolvedUserAgent;
  };
};

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-user-agent-node/nodeAppIdConfigOptions.js
var UA_APP_ID_ENV_NAME = "AWS_SDK_UA_APP_ID";
var UA_APP_ID_INI_NAME = "sdk_ua_app_id";
var UA_APP_ID_INI_NAME_DEPRECATED = "sdk-ua-app-id";
var NODE_APP_ID_CONFIG_OPTIONS = {
  environmentVariableSelector: (env2) => env2[UA_APP_ID_ENV_NAME],
  configFileSelector: (profile) => profile[UA_APP_ID_INI_NAME] ?? profile[UA_APP_ID_INI_NAME_DEPRECATED],
  default: DEFAULT_UA_APP_ID
};

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/lib/aws/isVirtualHostableS3Bucket.js
var isVirtualHostableS3Bucket = (value, allowSubDomains = false) => {
  if (allowSubDomains) {
    for (const label of value.split(".")) {
      if (!isVirtualHostableS3Bucket(label)) {
        return false;
      }
    }
    return true;
  }
  if (!(0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .isValidHostLabel */ .X8)(value)) {
    return false;
  }
  if (value.length < 3 || value.length > 63) {
    return false;
  }
  if (value !== value.toLowerCase()) {
    return false;
  }
  if (isIpAddress(value)) {
    return false;
  }
  return true;
};

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/lib/aws/parseArn.js
var ARN_DELIMITER = ":";
var RESOURCE_DELIMITER = "/";
var parseArn = (value) => {
  const segments = value.split(ARN_DELIMITER);
  if (segments.length < 6) {
    return null;
  }
  const [arn, partition2, service, region, accountId, ...resourcePath] = segments;
  if (arn !== "arn" || partition2 === "" || service === "" || resourcePath.join(ARN_DELIMITER) === "") {
    return null;
  }
  const resourceId = resourcePath.map((resource) => resource.split(RESOURCE_DELIMITER)).flat();
  return {
    partition: partition2,
    service,
    region,
    accountId,
    resourceId
  };
};

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/aws.js
var awsEndpointFunctions = {
  isVirtualHostableS3Bucket,
  parseArn,
  partition
};
customEndpointFunctions.aws = awsEndpointFunctions;

// node_modules/@aws-sdk/core/dist-es/submodules/client/region-config-resolver/stsRegionDefaultResolver.js
function stsRegionDefaultResolver(loaderConfig = {}) {
  return (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_0__/* .loadConfig */ .Z9)({
    ..._chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_0__/* .NODE_REGION_CONFIG_OPTIONS */ .GG,
    async default() {
      if (!warning.silence) {
        console.warn("@aws-sdk - WARN - default STS region of us-east-1 used. See @aws-sdk/credential-providers README and set a region explicitly.");
      }
      return "us-east-1";
    }
  }, { ..._chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_0__/* .NODE_REGION_CONFIG_FILE_OPTIONS */ .zH, ...loaderConfig });
}
var warning = {
  silence: false
};

// node_modules/@aws-sdk/core/dist-es/submodules/client/region-config-resolver/extensions.js
var getAwsRegionExtensionConfiguration = (runtimeConfig) => {
  return {
    setRegion(region) {
      runtimeConfig.region = region;
    },
    region() {
      return runtimeConfig.region;
    }
  };
};
var resolveAwsRegionExtensionConfiguration = (awsRegionExtensionConfiguration) => {
  return {
    region: awsRegionExtensionConfiguration.region()
  };
};




/***/ }),

/***/ 6065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ NodeHttpHandler)
/* harmony export */ });
/* harmony import */ var _chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2203);
/* harmony import */ var _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1655);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4708);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7075);



// node_modules/@smithy/node-http-handler/dist-es/build-abort-error.js
function buildAbortError(abortSignal) {
  const reason = abortSignal && typeof abortSignal === "object" && "reason" in abortSignal ? abortSignal.reason : void 0;
  if (reason) {
    if (reason instanceof Error) {
      const abortError3 = new Error("Request aborted");
      abortError3.name = "AbortError";
      abortError3.cause = reason;
      return abortError3;
    }
    const abortError2 = new Error(String(reason));
    abortError2.name = "AbortError";
    return abortError2;
  }
  const abortError = new Error("Request aborted");
  abortError.name = "AbortError";
  return abortError;
}

// node_modules/@smithy/node-http-handler/dist-es/constants.js
var NODEJS_TIMEOUT_ERROR_CODES = ["ECONNRESET", "EPIPE", "ETIMEDOUT"];

// node_modules/@smithy/node-http-handler/dist-es/get-transformed-headers.js
var getTransformedHeaders = (headers) => {
  const transformedHeaders = {};
  for (const name in headers) {
    if (!(0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .hasOwn */ .$3)(headers, name)) {
      continue;
    }
    const headerValues = headers[name];
    transformedHeaders[name] = Array.isArray(headerValues) ? headerValues.join(",") : headerValues;
  }
  return transformedHeaders;
};

// node_modules/@smithy/node-http-handler/dist-es/node-https.js


// node_modules/@smithy/node-http-handler/dist-es/timing.js
var timing = {
  setTimeout: (cb, ms) => setTimeout(cb, ms),
  clearTimeout: (timeoutId) => clearTimeout(timeoutId)
};

// node_modules/@smithy/node-http-handler/dist-es/set-connection-timeout.js
var DEFER_EVENT_LISTENER_TIME = 1e3;
var setConnectionTimeout = (request, reject, timeoutInMs = 0) => {
  if (!timeoutInMs) {
    return -1;
  }
  const registerTimeout = (offset) => {
    const timeoutId = timing.setTimeout(() => {
      request.destroy();
      reject(Object.assign(new Error(`@smithy/node-http-handler - the request socket did not establish a connection with the server within the configured timeout of ${timeoutInMs} ms.`), {
        name: "TimeoutError"
      }));
    }, timeoutInMs - offset);
    const doWithSocket = (socket) => {
      if (socket?.connecting) {
        socket.on("connect", () => {
          timing.clearTimeout(timeoutId);
        });
      } else {
        timing.clearTimeout(timeoutId);
      }
    };
    if (request.socket) {
      doWithSocket(request.socket);
    } else {
      request.on("socket", doWithSocket);
    }
  };
  if (timeoutInMs < 2e3) {
    registerTimeout(0);
    return 0;
  }
  return timing.setTimeout(registerTimeout.bind(null, DEFER_EVENT_LISTENER_TIME), DEFER_EVENT_LISTENER_TIME);
};

// node_modules/@smithy/node-http-handler/dist-es/set-request-timeout.js
var setRequestTimeout = (req, reject, timeoutInMs = 0, throwOnRequestTimeout, logger) => {
  if (timeoutInMs) {
    return timing.setTimeout(() => {
      let msg = `@smithy/node-http-handler - [${throwOnRequestTimeout ? "ERROR" : "WARN"}] a request has exceeded the configured ${timeoutInMs} ms requestTimeout.`;
      if (throwOnRequestTimeout) {
        const error = Object.assign(new Error(msg), {
          name: "TimeoutError",
          code: "ETIMEDOUT"
        });
        req.destroy(error);
        reject(error);
      } else {
        msg += ` Init client requestHandler with throwOnRequestTimeout=true to turn this into an error.`;
        logger?.warn?.(msg);
      }
    }, timeoutInMs);
  }
  return -1;
};

// node_modules/@smithy/node-http-handler/dist-es/set-socket-keep-alive.js
var DEFER_EVENT_LISTENER_TIME2 = 3e3;
var setSocketKeepAlive = (request, { keepAlive, keepAliveMsecs }, deferTimeMs = DEFER_EVENT_LISTENER_TIME2) => {
  if (keepAlive !== true) {
    return -1;
  }
  const registerListener = () => {
    if (request.socket) {
      request.socket.setKeepAlive(keepAlive, keepAliveMsecs || 0);
    } else {
      request.on("socket", (socket) => {
        socket.setKeepAlive(keepAlive, keepAliveMsecs || 0);
      });
    }
  };
  if (deferTimeMs === 0) {
    registerListener();
    return 0;
  }
  return timing.setTimeout(registerListener, deferTimeMs);
};

// node_modules/@smithy/node-http-handler/dist-es/resolve-default-socket-timeout.js
var resolveDefaultSocketTimeout = (config) => {
  const value = config?.defaultSocketTimeout;
  return typeof value === "number" && Number.isFinite(value) && value > 0 ? value : void 0;
};

// node_modules/@smithy/node-http-handler/dist-es/set-socket-timeout.js
var DEFER_EVENT_LISTENER_TIME3 = 3e3;
var setSocketTimeout = (request, reject, timeoutInMs = 0, isServiceDefault = false) => {
  if (!Number.isFinite(timeoutInMs) || timeoutInMs <= 0) {
    return;
  }
  let response;
  request.once("response", (res) => response = res);
  const onTimeout = () => {
    if (response?.complete) {
      request.socket?.destroy();
      return;
    }
    const error = Object.assign(new Error(`@smithy/node-http-handler - the request socket timed out after ${timeoutInMs} ms of inactivity (${isServiceDefault ? "service default socket timeout" : "configured by client requestHandler"}).`), { name: "TimeoutError" });
    response?.destroy(error);
    request.destroy();
    reject(error);
  };
  const registerTimeout = () => {
    const { socket } = request;
    if (!socket) {
      request.once("socket", registerTimeout);
    } else if (socket.connecting) {
      socket.once("connect", registerTimeout);
    } else {
      socket.setTimeout(timeoutInMs, onTimeout);
      request.on("close", () => socket.removeListener("timeout", onTimeout));
    }
  };
  if (timeoutInMs < 6e3) {
    registerTimeout();
    return;
  }
  const deferralId = timing.setTimeout(registerTimeout, DEFER_EVENT_LISTENER_TIME3);
  request.once("close", () => timing.clearTimeout(deferralId));
};

// node_modules/@smithy/node-http-handler/dist-es/write-request-body.js

var MIN_WAIT_TIME = 6e3;
async function writeRequestBody(httpRequest, request, maxContinueTimeoutMs = MIN_WAIT_TIME, externalAgent = false) {
  const headers = request.headers;
  const expect = headers ? headers.Expect || headers.expect : void 0;
  let timeoutId = -1;
  let sendBody = true;
  if (!externalAgent && expect === "100-continue") {
    sendBody = await Promise.race([
      new Promise((resolve) => {
        timeoutId = Number(timing.setTimeout(() => resolve(true), Math.max(MIN_WAIT_TIME, maxContinueTimeoutMs)));
      }),
      new Promise((resolve) => {
        httpRequest.on("continue", () => {
          timing.clearTimeout(timeoutId);
          resolve(true);
        });
        httpRequest.on("response", () => {
          timing.clearTimeout(timeoutId);
          resolve(false);
        });
        httpRequest.on("error", () => {
          timing.clearTimeout(timeoutId);
          resolve(false);
        });
      })
    ]);
  }
  if (sendBody) {
    writeBody(httpRequest, request.body);
  }
}
function writeBody(httpRequest, body) {
  if (body instanceof node_stream__WEBPACK_IMPORTED_MODULE_3__.Readable) {
    body.pipe(httpRequest);
    return;
  }
  if (body) {
    const isBuffer = Buffer.isBuffer(body);
    const isString = typeof body === "string";
    if (isBuffer || isString) {
      if (isBuffer && body.byteLength === 0) {
        httpRequest.end();
      } else {
        httpRequest.end(body);
      }
      return;
    }
    const uint8 = body;
    if (typeof uint8 === "object" && uint8.buffer && typeof uint8.byteOffset === "number" && typeof uint8.byteLength === "number") {
      httpRequest.end(Buffer.from(uint8.buffer, uint8.byteOffset, uint8.byteLength));
      return;
    }
    httpRequest.end(Buffer.from(body));
    return;
  }
  httpRequest.end();
}

// node_modules/@smithy/node-http-handler/dist-es/node-http-handler.js
var hAgent = void 0;
var hRequest = void 0;
var NodeHttpHandler = class _NodeHttpHandler {
  config;
  configProvider;
  socketWarningTimestamp = 0;
  externalAgent = false;
  metadata = { handlerProtocol: "http/1.1" };
  static create(instanceOrOptions) {
    if (typeof instanceOrOptions?.handle === "function") {
      return instanceOrOptions;
    }
    return new _NodeHttpHandler(instanceOrOptions);
  }
  static checkSocketUsage(agent, socketWarningTimestamp, logger = console) {
    const { sockets, requests, maxSockets } = agent;
    if (typeof maxSockets !== "number" || maxSockets === Infinity) {
      return socketWarningTimestamp;
    }
    const interval = 15e3;
    if (Date.now() - interval < socketWarningTimestamp) {
      return socketWarningTimestamp;
    }
    if (sockets && requests) {
      for (const origin in sockets) {
        if (!(0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .hasOwn */ .$3)(sockets, origin)) {
          continue;
        }
        const socketsInUse = sockets[origin]?.length ?? 0;
        const requestsEnqueued = requests[origin]?.length ?? 0;
        if (socketsInUse >= maxSockets && requestsEnqueued >= 2 * maxSockets) {
          logger?.warn?.(`@smithy/node-http-handler:WARN - socket usage at capacity=${socketsInUse} and ${requestsEnqueued} additional requests are enqueued.
See https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/node-configuring-maxsockets.html
or increase socketAcquisitionWarningTimeout=(millis) in the NodeHttpHandler config.`);
          return Date.now();
        }
      }
    }
    return socketWarningTimestamp;
  }
  constructor(options) {
    this.configProvider = new Promise((resolve, reject) => {
      if (typeof options === "function") {
        options().then((_options) => {
          resolve(this.resolveDefaultConfig(_options));
        }).catch(reject);
      } else {
        resolve(this.resolveDefaultConfig(options));
      }
    });
  }
  destroy() {
    this.config?.httpAgent?.destroy();
    this.config?.httpsAgent?.destroy();
  }
  async handle(request, { abortSignal, requestTimeout } = {}) {
    if (!this.config) {
      this.config = await this.configProvider;
    }
    const config = this.config;
    const logger = config.logger;
    const isSSL = request.protocol === "https:";
    if (!isSSL && !this.config.httpAgent) {
      this.config.httpAgent = await this.config.httpAgentProvider();
    }
    return new Promise((_resolve, _reject) => {
      let writeRequestBodyPromise = void 0;
      let socketWarningTimeoutId = -1;
      let connectionTimeoutId = -1;
      let requestTimeoutId = -1;
      let keepAliveTimeoutId = -1;
      const clearTimeouts = () => {
        timing.clearTimeout(socketWarningTimeoutId);
        timing.clearTimeout(connectionTimeoutId);
        timing.clearTimeout(requestTimeoutId);
        timing.clearTimeout(keepAliveTimeoutId);
      };
      const resolve = async (arg) => {
        await writeRequestBodyPromise;
        clearTimeouts();
        _resolve(arg);
      };
      const reject = async (arg) => {
        await writeRequestBodyPromise;
        clearTimeouts();
        _reject(arg);
      };
      if (abortSignal?.aborted) {
        const abortError = buildAbortError(abortSignal);
        reject(abortError);
        return;
      }
      const headers = request.headers;
      const expectContinue = headers ? (headers.Expect ?? headers.expect) === "100-continue" : false;
      let agent = isSSL ? config.httpsAgent : config.httpAgent;
      if (expectContinue && !this.externalAgent) {
        agent = new (isSSL ? node_https__WEBPACK_IMPORTED_MODULE_2__.Agent : hAgent)({
          keepAlive: false,
          maxSockets: Infinity
        });
      }
      socketWarningTimeoutId = timing.setTimeout(() => {
        this.socketWarningTimestamp = _NodeHttpHandler.checkSocketUsage(agent, this.socketWarningTimestamp, logger);
      }, config.socketAcquisitionWarningTimeout ?? (config.requestTimeout ?? 2e3) + (config.connectionTimeout ?? 1e3));
      const queryString = request.query ? (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_0__/* .buildQueryString */ .Go)(request.query) : "";
      let auth = void 0;
      if (request.username != null || request.password != null) {
        const username = request.username ?? "";
        const password = request.password ?? "";
        auth = `${username}:${password}`;
      }
      let path = request.path;
      if (queryString) {
        path += `?${queryString}`;
      }
      if (request.fragment) {
        path += `#${request.fragment}`;
      }
      let hostname = request.hostname ?? "";
      if (hostname[0] === "[" && hostname.endsWith("]")) {
        hostname = request.hostname.slice(1, -1);
      } else {
        hostname = request.hostname;
      }
      const nodeHttpsOptions = {
        headers: request.headers,
        host: hostname,
        method: request.method,
        path,
        port: request.port,
        agent,
        auth
      };
      const requestFunc = isSSL ? node_https__WEBPACK_IMPORTED_MODULE_2__.request : hRequest;
      const req = requestFunc(nodeHttpsOptions, (res) => {
        const httpResponse = new _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpResponse */ .cS({
          statusCode: res.statusCode || -1,
          reason: res.statusMessage,
          headers: getTransformedHeaders(res.headers),
          body: res
        });
        resolve({ response: httpResponse });
      });
      req.on("error", (err) => {
        if (NODEJS_TIMEOUT_ERROR_CODES.includes(err.code)) {
          reject(Object.assign(err, { name: "TimeoutError" }));
        } else {
          reject(err);
        }
      });
      if (abortSignal) {
        const onAbort = () => {
          req.destroy();
          const abortError = buildAbortError(abortSignal);
          reject(abortError);
        };
        if (typeof abortSignal.addEventListener === "function") {
          const signal = abortSignal;
          signal.addEventListener("abort", onAbort, { once: true });
          req.once("close", () => signal.removeEventListener("abort", onAbort));
        } else {
          abortSignal.onabort = onAbort;
        }
      }
      const effectiveRequestTimeout = requestTimeout ?? config.requestTimeout;
      connectionTimeoutId = setConnectionTimeout(req, reject, config.connectionTimeout);
      requestTimeoutId = setRequestTimeout(req, reject, effectiveRequestTimeout, config.throwOnRequestTimeout, logger ?? console);
      const defaultSocketTimeout = config.socketTimeout === void 0 ? resolveDefaultSocketTimeout(config) : void 0;
      if (defaultSocketTimeout) {
        setSocketTimeout(req, reject, defaultSocketTimeout, true);
      } else {
        setSocketTimeout(req, reject, config.socketTimeout);
      }
      const httpAgent = nodeHttpsOptions.agent;
      if (typeof httpAgent === "object" && "keepAlive" in httpAgent) {
        keepAliveTimeoutId = setSocketKeepAlive(req, {
          keepAlive: httpAgent.keepAlive,
          keepAliveMsecs: httpAgent.keepAliveMsecs
        });
      }
      writeRequestBodyPromise = writeRequestBody(req, request, effectiveRequestTimeout, this.externalAgent).catch((e) => {
        clearTimeouts();
        return _reject(e);
      });
    });
  }
  updateHttpClientConfig(key, value) {
    this.config = void 0;
    this.configProvider = this.configProvider.then((config) => {
      switch (key) {
        case /* @__PURE__ */ Symbol.for("logger"):
          key = "logger";
          value = config.logger ?? value;
          break;
        case /* @__PURE__ */ Symbol.for("@smithy/defaultSocketTimeout"):
          key = "defaultSocketTimeout";
          value = resolveDefaultSocketTimeout(config) ?? value;
          break;
      }
      return {
        ...config,
        [key]: value
      };
    });
  }
  httpHandlerConfigs() {
    return this.config ?? {};
  }
  resolveDefaultConfig(options) {
    const { requestTimeout, connectionTimeout, socketTimeout, socketAcquisitionWarningTimeout, httpAgent, httpsAgent, throwOnRequestTimeout, logger } = options || {};
    const keepAlive = true;
    const maxSockets = 50;
    let httpAgentPromise;
    return {
      connectionTimeout,
      requestTimeout,
      socketTimeout,
      defaultSocketTimeout: resolveDefaultSocketTimeout(options),
      socketAcquisitionWarningTimeout,
      throwOnRequestTimeout,
      httpAgentProvider: () => httpAgentPromise ??= (async () => {
        const node_http = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19));
        const { Agent, request } = node_http.default ?? node_http;
        hRequest = request;
        hAgent = Agent;
        if (httpAgent instanceof hAgent || typeof httpAgent?.destroy === "function") {
          this.externalAgent = true;
          return httpAgent;
        }
        return new hAgent({ keepAlive, maxSockets, ...httpAgent });
      })(),
      httpsAgent: (() => {
        if (httpsAgent instanceof node_https__WEBPACK_IMPORTED_MODULE_2__.Agent || typeof httpsAgent?.destroy === "function") {
          this.externalAgent = true;
          return httpsAgent;
        }
        return new node_https__WEBPACK_IMPORTED_MODULE_2__.Agent({ keepAlive, maxSockets, ...httpsAgent });
      })(),
      logger
    };
  }
};




/***/ }),

/***/ 848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ ListImagesInRecycleBinCommand),
/* harmony export */   B_: () => (/* binding */ CreateLaunchTemplateVersionCommand),
/* harmony export */   Bx: () => (/* binding */ EnableImageDeregistrationProtectionCommand),
/* harmony export */   Dy: () => (/* binding */ DescribeInstanceTypeOfferingsCommand),
/* harmony export */   FE: () => (/* binding */ ModifyImageAttributeCommand),
/* harmony export */   KD: () => (/* binding */ ModifySnapshotAttributeCommand),
/* harmony export */   Lg: () => (/* binding */ GetEbsEncryptionByDefaultCommand),
/* harmony export */   Mm: () => (/* binding */ DescribeSnapshotsCommand),
/* harmony export */   N: () => (/* binding */ TerminateInstancesCommand),
/* harmony export */   O8: () => (/* binding */ GetEbsDefaultKmsKeyIdCommand),
/* harmony export */   Ok: () => (/* binding */ DescribeImageAttributeCommand),
/* harmony export */   Ol: () => (/* binding */ GetConsoleOutputCommand),
/* harmony export */   Pt: () => (/* binding */ DescribeLaunchTemplateVersionsCommand),
/* harmony export */   QR: () => (/* binding */ GetImageBlockPublicAccessStateCommand),
/* harmony export */   Rm: () => (/* binding */ CreateTagsCommand),
/* harmony export */   SD: () => (/* binding */ CopyImageCommand),
/* harmony export */   T6: () => (/* binding */ CreateImageCommand),
/* harmony export */   U$: () => (/* binding */ DescribeVolumesCommand),
/* harmony export */   Wi: () => (/* binding */ DescribeLockedSnapshotsCommand),
/* harmony export */   _2: () => (/* binding */ DescribeImageReferencesCommand),
/* harmony export */   bN: () => (/* binding */ DescribeInstancesCommand),
/* harmony export */   cA: () => (/* binding */ DescribeRegionsCommand),
/* harmony export */   cJ: () => (/* binding */ EnableImageDeprecationCommand),
/* harmony export */   dd: () => (/* binding */ ModifyLaunchTemplateCommand),
/* harmony export */   fm: () => (/* binding */ DescribeLaunchTemplatesCommand),
/* harmony export */   gu: () => (/* binding */ EC2Client),
/* harmony export */   hk: () => (/* binding */ DescribeInstanceTypesCommand),
/* harmony export */   jS: () => (/* binding */ DescribeSubnetsCommand),
/* harmony export */   ji: () => (/* binding */ DescribeImagesCommand),
/* harmony export */   kU: () => (/* binding */ DisableImageDeregistrationProtectionCommand),
/* harmony export */   o0: () => (/* binding */ DescribeInstanceStatusCommand),
/* harmony export */   tZ: () => (/* binding */ DeleteSnapshotCommand),
/* harmony export */   x0: () => (/* binding */ DescribeSnapshotAttributeCommand),
/* harmony export */   x2: () => (/* binding */ DeregisterImageCommand),
/* harmony export */   zq: () => (/* binding */ RunInstancesCommand)
/* harmony export */ });
/* harmony import */ var _chunk_76BHTJIG_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8797);
/* harmony import */ var _chunk_RCW3B5D6_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1682);
/* harmony import */ var _chunk_XK46F2NT_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6065);
/* harmony import */ var _chunk_DHEDZPZT_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6465);
/* harmony import */ var _chunk_2QXA4F5T_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2729);
/* harmony import */ var _chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2784);
/* harmony import */ var _chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2203);
/* harmony import */ var _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1655);









// node_modules/@aws-sdk/client-ec2/dist-es/auth/httpAuthSchemeProvider.js
var defaultEC2HttpAuthSchemeParametersProvider = async (config, context, input) => {
  return {
    operation: (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_7__/* .getSmithyContext */ .ug)(context).operation,
    region: await (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_7__/* .normalizeProvider */ .te)(config.region)() || (() => {
      throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
    })()
  };
};
function createAwsAuthSigv4HttpAuthOption(authParameters) {
  return {
    schemeId: "aws.auth#sigv4",
    signingProperties: {
      name: "ec2",
      region: authParameters.region
    },
    propertiesExtractor: (config, context) => ({
      signingProperties: {
        config,
        context
      }
    })
  };
}
var defaultEC2HttpAuthSchemeProvider = (authParameters) => {
  const options = [];
  switch (authParameters.operation) {
    default: {
      options.push(createAwsAuthSigv4HttpAuthOption(authParameters));
    }
  }
  return options;
};
var resolveHttpAuthSchemeConfig = (config) => {
  const config_0 = (0,_chunk_RCW3B5D6_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveAwsSdkSigV4Config */ .ho)(config);
  return Object.assign(config_0, {
    authSchemePreference: (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_7__/* .normalizeProvider */ .te)(config.authSchemePreference ?? [])
  });
};

// node_modules/@aws-sdk/client-ec2/dist-es/endpoint/EndpointParameters.js
var resolveClientEndpointParameters = (options) => {
  return Object.assign(options, {
    useDualstackEndpoint: options.useDualstackEndpoint ?? false,
    useFipsEndpoint: options.useFipsEndpoint ?? false,
    defaultSigningName: "ec2"
  });
};
var commonParams = {
  UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
  Endpoint: { type: "builtInParams", name: "endpoint" },
  Region: { type: "builtInParams", name: "region" },
  UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" }
};

// node_modules/@aws-sdk/client-ec2/package.json
var package_default = {
  name: "@aws-sdk/client-ec2",
  version: "3.1169.0",
  description: "AWS SDK for JavaScript Ec2 Client for Node.js, Browser and React Native",
  homepage: "https://github.com/aws/aws-sdk-js-v3/tree/main/clients/client-ec2",
  license: "Apache-2.0",
  author: {
    name: "AWS SDK for JavaScript Team",
    url: "https://aws.amazon.com/sdk-for-javascript/"
  },
  repository: {
    type: "git",
    url: "https://github.com/aws/aws-sdk-js-v3.git",
    directory: "clients/client-ec2"
  },
  files: [
    "dist-*/**"
  ],
  sideEffects: false,
  main: "./dist-cjs/index.js",
  module: "./dist-es/index.js",
  browser: {
    "./dist-es/runtimeConfig": "./dist-es/runtimeConfig.browser"
  },
  types: "./dist-types/index.d.ts",
  typesVersions: {
    "<4.5": {
      "dist-types/*": [
        "dist-types/ts3.4/*"
      ]
    }
  },
  "react-native": {
    "./dist-es/runtimeConfig": "./dist-es/runtimeConfig.native"
  },
  scripts: {
    build: "concurrently 'yarn:build:types' 'yarn:build:es' && yarn build:cjs",
    "build:cjs": "node ../../scripts/compilation/inline",
    "build:es": "premove dist-es && tsc -p tsconfig.es.json",
    "build:include:deps": 'yarn g:turbo run build -F="$npm_package_name"',
    "build:types": "premove dist-types && tsc -p tsconfig.types.json",
    "build:types:downlevel": "downlevel-dts dist-types dist-types/ts3.4",
    clean: "premove dist-cjs dist-es dist-types",
    "extract:docs": "api-extractor run --local",
    "generate:client": "node ../../scripts/generate-clients/single-service",
    test: "yarn g:vitest run --passWithNoTests",
    "test:watch": "yarn g:vitest watch --passWithNoTests",
    "test:integration": "yarn g:vitest run --passWithNoTests -c vitest.config.integ.mts",
    "test:integration:watch": "yarn g:vitest watch --passWithNoTests -c vitest.config.integ.mts",
    "test:e2e": "yarn g:vitest run -c vitest.config.e2e.mts",
    "test:e2e:watch": "yarn g:vitest watch -c vitest.config.e2e.mts",
    "test:index": "tsc -p tsconfig.test.json && node ./test/index-objects.spec.mjs"
  },
  dependencies: {
    "@aws-sdk/core": "^3.981.0",
    "@aws-sdk/credential-provider-node": "^3.972.97",
    "@aws-sdk/middleware-sdk-ec2": "^3.972.72",
    "@aws-sdk/types": "^3.975.1",
    "@smithy/core": "^3.40.0",
    "@smithy/fetch-http-handler": "^5.8.1",
    "@smithy/node-http-handler": "^4.14.2",
    "@smithy/types": "^4.20.0",
    tslib: "^2.6.2"
  },
  devDependencies: {
    "@smithy/snapshot-testing": "^2.4.0",
    "@tsconfig/node20": "20.1.8",
    "@types/node": "^20.14.8",
    concurrently: "7.0.0",
    "downlevel-dts": "0.10.1",
    premove: "4.0.0",
    typescript: "~7.0.2",
    vitest: "^4.0.17"
  },
  engines: {
    node: ">=20.0.0"
  }
};

// node_modules/@aws-sdk/client-ec2/dist-es/endpoint/bdd.js
var k = "ref";
var a = -1;
var b = true;
var c = "isSet";
var d = "PartitionResult";
var e = "booleanEquals";
var f = "getAttr";
var g = { [k]: "Endpoint" };
var h = { [k]: d };
var i = {};
var j = [{ [k]: "Region" }];
var _data = {
  conditions: [
    [c, [g]],
    [c, j],
    ["aws.partition", j, d],
    [e, [{ [k]: "UseFIPS" }, b]],
    [e, [{ [k]: "UseDualStack" }, b]],
    [e, [{ fn: f, argv: [h, "supportsDualStack"] }, b]],
    [e, [{ fn: f, argv: [h, "supportsFIPS"] }, b]],
    ["stringEquals", [{ fn: f, argv: [h, "name"] }, "aws-us-gov"]]
  ],
  results: [
    [a],
    [a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
    [a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
    [g, i],
    ["https://ec2-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
    [a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
    ["https://ec2.{Region}.amazonaws.com", i],
    ["https://ec2-fips.{Region}.{PartitionResult#dnsSuffix}", i],
    [a, "FIPS is enabled but this partition does not support FIPS"],
    ["https://ec2.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
    [a, "DualStack is enabled but this partition does not support DualStack"],
    ["https://ec2.{Region}.{PartitionResult#dnsSuffix}", i],
    [a, "Invalid Configuration: Missing Region"]
  ]
};
var root = 2;
var r = 1e8;
var nodes = new Int32Array([
  -1,
  1,
  -1,
  0,
  13,
  3,
  1,
  4,
  r + 12,
  2,
  5,
  r + 12,
  3,
  8,
  6,
  4,
  7,
  r + 11,
  5,
  r + 9,
  r + 10,
  4,
  11,
  9,
  6,
  10,
  r + 8,
  7,
  r + 6,
  r + 7,
  5,
  12,
  r + 5,
  6,
  r + 4,
  r + 5,
  3,
  r + 1,
  14,
  4,
  r + 2,
  r + 3
]);
var bdd = _chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .BinaryDecisionDiagram */ .d5.from(nodes, root, _data.conditions, _data.results);

// node_modules/@aws-sdk/client-ec2/dist-es/endpoint/endpointResolver.js
var cache = new _chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .EndpointCache */ .kS({
  size: 50,
  params: ["Endpoint", "Region", "UseDualStack", "UseFIPS"]
});
var defaultEndpointResolver = (endpointParams, context = {}) => {
  return cache.get(endpointParams, () => (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .decideEndpoint */ .cH)(bdd, {
    endpointParams,
    logger: context.logger
  }));
};
_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .customEndpointFunctions */ .mw.aws = _chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .awsEndpointFunctions */ .UF;

// node_modules/@aws-sdk/client-ec2/dist-es/models/EC2ServiceException.js
var EC2ServiceException = class _EC2ServiceException extends _chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .ServiceException */ .TJ {
  static shapeId = "smithy.ts.sdk.synthetic.com.amazonaws.ec2#EC2ServiceException";
  constructor(options) {
    super(options);
    Object.setPrototypeOf(this, _EC2ServiceException.prototype);
  }
};

// node_modules/@aws-sdk/client-ec2/dist-es/schemas/schemas_0.js
var _AC = "AcceleratorCount";
var _ACIA = "AssociateCarrierIpAddress";
var _ACR = "AcceleratorCountRequest";
var _AES = "AttachedEbsStatus";
var _AFNI = "AdditionalFlexibleNetworkInterfaces";
var _AIAC = "AvailableIpAddressCount";
var _AIAOC = "AssignIpv6AddressOnCreation";
var _AIT = "AllowedInstanceTypes";
var _AITS = "AllowedInstanceTypeSet";
var _AITl = "AllowedInstanceType";
var _AId = "AdditionalInfo";
var _AIs = "AssociationId";
var _AItt = "AttachmentId";
var _ALI = "AmiLaunchIndex";
var _ALT = "AttachmentLimitType";
var _AMSc = "AcceleratorManufacturerSet";
var _AMc = "AcceleratorManufacturers";
var _AMcc = "AcceleratorManufacturer";
var _ANSc = "AcceleratorNameSet";
var _ANcc = "AcceleratorNames";
var _ANcce = "AcceleratorName";
var _APIAss = "AssociatePublicIpAddress";
var _ARS = "AutoRecoverySupported";
var _ARll = "AllRegions";
var _ARss = "AssociatedResource";
var _ARuto = "AutoRecovery";
var _AS = "ApplicationStatus";
var _ASS = "ApplicationStatusSummary";
var _ASSm = "AmdSevSnp";
var _ATLr = "ArchitectureTypeList";
var _ATMMB = "AcceleratorTotalMemoryMiB";
var _ATMMBR = "AcceleratorTotalMemoryMiBRequest";
var _ATSc = "AcceleratorTypeSet";
var _ATc = "AcceleratorTypes";
var _ATcc = "AcceleratorType";
var _ATtt = "AttachTime";
var _AVt = "AttributeValue";
var _AZ = "AvailabilityZone";
var _AZI = "AvailabilityZoneId";
var _Acc = "Accelerators";
var _Ad = "Add";
var _Af = "Affinity";
var _Ar = "Arn";
var _Arc = "Architecture";
var _Ass = "Association";
var _At = "Attribute";
var _Att = "Attachment";
var _Atta = "Attachments";
var _BBIG = "BaselineBandwidthInGbps";
var _BBIM = "BaselineBandwidthInMbps";
var _BDM = "BlockDeviceMapping";
var _BDML = "BlockDeviceMappingList";
var _BDMRL = "BlockDeviceMappingRequestList";
var _BDMl = "BlockDeviceMappings";
var _BDMlo = "BlockDurationMinutes";
var _BEBM = "BaselineEbsBandwidthMbps";
var _BEBMR = "BaselineEbsBandwidthMbpsRequest";
var _BIa = "BaselineIops";
var _BM = "BootMode";
var _BMO = "BootModeOverride";
var _BMTL = "BootModeTypeList";
var _BMa = "BareMetal";
var _BP = "BurstablePerformance";
var _BPAS = "BlockPublicAccessStates";
var _BPF = "BaselinePerformanceFactors";
var _BPFR = "BaselinePerformanceFactorsRequest";
var _BPS = "BurstablePerformanceSupported";
var _BTIMB = "BaselineThroughputInMBps";
var _BW = "BandwidthWeighting";
var _BWTL = "BandwidthWeightingTypeList";
var _BWa = "BandwidthWeightings";
var _CB = "CidrBlock";
var _CBI = "CapacityBlockId";
var _CBr = "CreatedBy";
var _CCL = "CoreCountList";
var _CCor = "CoreCount";
var _CCp = "CpuCredits";
var _CDM = "CompletionDurationMinutes";
var _CDr = "CreationDate";
var _CFAS = "CriticalFixAvailableSince";
var _CGur = "CurrentGeneration";
var _CI = "CarrierIp";
var _CIBM = "CurrentInstanceBootMode";
var _CIR = "CopyImageRequest";
var _CIRo = "CopyImageResult";
var _CIRr = "CreateImageRequest";
var _CIRre = "CreateImageResult";
var _CIT = "CopyImageTags";
var _CIopy = "CopyImage";
var _CIor = "CoreInfo";
var _CIr = "CreateImage";
var _CLTV = "CreateLaunchTemplateVersion";
var _CLTVR = "CreateLaunchTemplateVersionRequest";
var _CLTVRr = "CreateLaunchTemplateVersionResult";
var _CM = "CpuManufacturers";
var _CMSp = "CpuManufacturerSet";
var _CMp = "CpuManufacturer";
var _CO = "CpuOptions";
var _COI = "CustomerOwnedIp";
var _COIP = "CustomerOwnedIpv4Pool";
var _COP = "CoolOffPeriod";
var _COPEO = "CoolOffPeriodExpiresOn";
var _COR = "CpuOptionsRequest";
var _CPF = "CpuPerformanceFactor";
var _CPFR = "CpuPerformanceFactorRequest";
var _CRI = "CapacityReservationId";
var _CRP = "CapacityReservationPreference";
var _CRRGA = "CapacityReservationResourceGroupArn";
var _CRSR = "CapacityReservationSpecificationResponse";
var _CRSa = "CapacityReservationSpecification";
var _CRT = "CapacityReservationTarget";
var _CRTR = "CapacityReservationTargetResponse";
var _CSRred = "CreditSpecificationRequest";
var _CSr = "CreditSpecification";
var _CSu = "CurrentState";
var _CT = "ClientToken";
var _CTC = "ConnectionTrackingConfiguration";
var _CTR = "CreateTagsRequest";
var _CTS = "ConnectionTrackingSpecification";
var _CTSR = "ConnectionTrackingSpecificationRequest";
var _CTSRo = "ConnectionTrackingSpecificationResponse";
var _CTomp = "CompletionTime";
var _CTre = "CreateTime";
var _CTreat = "CreateTags";
var _CVP = "CreateVolumePermission";
var _CVPL = "CreateVolumePermissionList";
var _CVPM = "CreateVolumePermissionModifications";
var _CVPr = "CreateVolumePermissions";
var _Co = "Code";
var _Conf = "Configured";
var _Cou = "Count";
var _Cp = "Cpu";
var _DAS = "DeleteAssociatedSnapshots";
var _DASi = "DisableApiStop";
var _DAT = "DisableApiTermination";
var _DAZ = "DestinationAvailabilityZone";
var _DAZI = "DestinationAvailabilityZoneId";
var _DAep = "DeprecateAt";
var _DCTC = "DefaultConnectionTrackingConfiguration";
var _DCef = "DefaultCores";
var _DEKI = "DataEncryptionKeyId";
var _DEQCPI = "DefaultEnaQueueCountPerInterface";
var _DFA = "DefaultForAz";
var _DHS = "DedicatedHostsSupported";
var _DI = "DeviceIndex";
var _DIA = "DescribeImageAttribute";
var _DIAR = "DescribeImageAttributeRequest";
var _DIDP = "DisableImageDeregistrationProtection";
var _DIDPR = "DisableImageDeregistrationProtectionRequest";
var _DIDPRi = "DisableImageDeregistrationProtectionResult";
var _DILi = "DiskInfoList";
var _DIRR = "DescribeImageReferencesRequest";
var _DIRRe = "DescribeImageReferencesResult";
var _DIRer = "DeregisterImageRequest";
var _DIRere = "DeregisterImageResult";
var _DIRes = "DescribeImagesRequest";
var _DIResc = "DescribeImagesResult";
var _DIRescr = "DescribeInstancesRequest";
var _DIRescri = "DescribeInstancesResult";
var _DIRescribem = "DescribeImageReferences";
var _DISRes = "DescribeInstanceStatusRequest";
var _DISResc = "DescribeInstanceStatusResult";
var _DISes = "DescribeInstanceStatus";
var _DITO = "DescribeInstanceTypeOfferings";
var _DITOR = "DescribeInstanceTypeOfferingsRequest";
var _DITORe = "DescribeInstanceTypeOfferingsResult";
var _DITRes = "DescribeInstanceTypesRequest";
var _DITResc = "DescribeInstanceTypesResult";
var _DITe = "DescribeInstanceTypes";
var _DIer = "DeregisterImage";
var _DIes = "DescribeImages";
var _DIesc = "DescribeInstances";
var _DIisk = "DiskInfo";
var _DLSR = "DescribeLockedSnapshotsRequest";
var _DLSRe = "DescribeLockedSnapshotsResult";
var _DLSe = "DescribeLockedSnapshots";
var _DLTRes = "DescribeLaunchTemplatesRequest";
var _DLTResc = "DescribeLaunchTemplatesResult";
var _DLTVRes = "DescribeLaunchTemplateVersionsRequest";
var _DLTVResc = "DescribeLaunchTemplateVersionsResult";
var _DLTVe = "DescribeLaunchTemplateVersions";
var _DLTe = "DescribeLaunchTemplates";
var _DN = "DeviceName";
var _DNCI = "DefaultNetworkCardIndex";
var _DOA = "DestinationOutpostArn";
var _DOT = "DeleteOnTermination";
var _DPer = "DeregistrationProtection";
var _DR = "DryRun";
var _DRRe = "DescribeRegionsRequest";
var _DRRes = "DescribeRegionsResult";
var _DRes = "DescribeRegions";
var _DSAR = "DescribeSnapshotAttributeRequest";
var _DSARe = "DescribeSnapshotAttributeResult";
var _DSAe = "DescribeSnapshotAttribute";
var _DSR = "DeleteSnapshotRequest";
var _DSRC = "DeleteSnapshotReturnCode";
var _DSRS = "DeleteSnapshotResultSet";
var _DSRel = "DeleteSnapshotResults";
var _DSRes = "DescribeSnapshotsRequest";
var _DSResc = "DescribeSnapshotsResult";
var _DSRescr = "DescribeSubnetsRequest";
var _DSRescri = "DescribeSubnetsResult";
var _DSele = "DeleteSnapshot";
var _DSes = "DescribeSnapshots";
var _DSesc = "DescribeSubnets";
var _DTET = "DefaultTcpEstablishedTimeout";
var _DTPC = "DefaultThreadsPerCore";
var _DTe = "DeprecationTime";
var _DUST = "DefaultUdpStreamTimeout";
var _DUT = "DefaultUdpTimeout";
var _DVC = "DefaultVCpus";
var _DVN = "DefaultVersionNumber";
var _DVRes = "DescribeVolumesRequest";
var _DVResc = "DescribeVolumesResult";
var _DVef = "DefaultVersion";
var _DVes = "DescribeVolumes";
var _De = "Description";
var _Det = "Details";
var _Dev = "Device";
var _Dis = "Disks";
var _EBD = "EbsBlockDevice";
var _EBSL = "ExecutableByStringList";
var _EBx = "ExecutableBy";
var _ECI = "EbsCardIndex";
var _ECIL = "EbsCardInfoList";
var _ECIb = "EbsCardInfo";
var _ECb = "EbsCards";
var _EDn = "EnableDns64";
var _EEBD = "EbsEncryptionByDefault";
var _EGA = "ElasticGpuAssociation";
var _EGAI = "ElasticGpuAssociationId";
var _EGAL = "ElasticGpuAssociationList";
var _EGAS = "ElasticGpuAssociationState";
var _EGAT = "ElasticGpuAssociationTime";
var _EGAl = "ElasticGpuAssociations";
var _EGIl = "ElasticGpuId";
var _EGSL = "ElasticGpuSpecificationList";
var _EGSR = "ElasticGpuSpecificationResponse";
var _EGSRL = "ElasticGpuSpecificationResponseList";
var _EGSla = "ElasticGpuSpecification";
var _EGSlas = "ElasticGpuSpecifications";
var _EIA = "ElasticInferenceAccelerator";
var _EIAA = "ElasticInferenceAcceleratorAssociation";
var _EIAAI = "ElasticInferenceAcceleratorAssociationId";
var _EIAAL = "ElasticInferenceAcceleratorAssociationList";
var _EIAAS = "ElasticInferenceAcceleratorAssociationState";
var _EIAAT = "ElasticInferenceAcceleratorAssociationTime";
var _EIAAl = "ElasticInferenceAcceleratorArn";
var _EIAAla = "ElasticInferenceAcceleratorAssociations";
var _EIAl = "ElasticInferenceAccelerators";
var _EIBD = "EbsInstanceBlockDevice";
var _EID = "EnableImageDeprecation";
var _EIDP = "EnableImageDeregistrationProtection";
var _EIDPR = "EnableImageDeregistrationProtectionRequest";
var _EIDPRn = "EnableImageDeregistrationProtectionResult";
var _EIDR = "EnableImageDeprecationRequest";
var _EIDRn = "EnableImageDeprecationResult";
var _EITS = "EncryptionInTransitSupported";
var _EITSx = "ExcludedInstanceTypeSet";
var _EITxc = "ExcludedInstanceTypes";
var _EITxcl = "ExcludedInstanceType";
var _EIb = "EbsInfo";
var _EIf = "EfaInfo";
var _ELADI = "EnableLniAtDeviceIndex";
var _EO = "EbsOptimized";
var _EOI = "EbsOptimizedInfo";
var _EOR = "EnclaveOptionsRequest";
var _EOS = "EbsOptimizedSupport";
var _EOn = "EnclaveOptions";
var _EPI = "EnablePrimaryIpv6";
var _EQC = "EnaQueueCount";
var _ERNDAAAAR = "EnableResourceNameDnsAAAARecord";
var _ERNDAR = "EnableResourceNameDnsARecord";
var _ESD = "EbsStatusDetails";
var _ESDL = "EbsStatusDetailsList";
var _ESE = "EnaSrdEnabled";
var _ESS = "EnaSrdSpecification";
var _ESSR = "EnaSrdSpecificationRequest";
var _ESSb = "EbsStatusSummary";
var _ESSn = "EnaSrdSupported";
var _ESUE = "EnaSrdUdpEnabled";
var _ESUS = "EnaSrdUdpSpecification";
var _ESUSR = "EnaSrdUdpSpecificationRequest";
var _ESf = "EfaSupported";
var _ESn = "EncryptionSupport";
var _ESna = "EnaSupport";
var _ESr = "ErrorSet";
var _EU = "ExecutableUsers";
var _Eb = "Ebs";
var _En = "Enabled";
var _Enc = "Encrypted";
var _Endp = "Endpoint";
var _Err = "Errors";
var _Ev = "Events";
var _F = "Force";
var _FDI = "FpgaDeviceInfo";
var _FDIL = "FpgaDeviceInfoList";
var _FDMI = "FpgaDeviceMemoryInfo";
var _FEQS = "FlexibleEnaQueuesSupport";
var _FIpga = "FpgaInfo";
var _FLi = "FilterList";
var _FRa = "FastRestored";
var _FSD = "FindingScanDate";
var _FSSIB = "FullSnapshotSizeInBytes";
var _FTE = "FreeTierEligible";
var _Fi = "Filters";
var _Fil = "Filter";
var _Fp = "Fpgas";
var _G = "Groups";
var _GCO = "GetConsoleOutput";
var _GCOR = "GetConsoleOutputRequest";
var _GCORe = "GetConsoleOutputResult";
var _GDI = "GpuDeviceInfo";
var _GDIL = "GpuDeviceInfoList";
var _GDMI = "GpuDeviceMemoryInfo";
var _GEDKKI = "GetEbsDefaultKmsKeyId";
var _GEDKKIR = "GetEbsDefaultKmsKeyIdRequest";
var _GEDKKIRe = "GetEbsDefaultKmsKeyIdResult";
var _GEEBD = "GetEbsEncryptionByDefault";
var _GEEBDR = "GetEbsEncryptionByDefaultRequest";
var _GEEBDRe = "GetEbsEncryptionByDefaultResult";
var _GIBPAS = "GetImageBlockPublicAccessState";
var _GIBPASR = "GetImageBlockPublicAccessStateRequest";
var _GIBPASRe = "GetImageBlockPublicAccessStateResult";
var _GIL = "GroupIdentifierList";
var _GISL = "GroupIdStringList";
var _GIp = "GpuInfo";
var _GIr = "GroupId";
var _GIrou = "GroupIdentifier";
var _GN = "GroupName";
var _GNSL = "GroupNameStringList";
var _GNr = "GroupNames";
var _GPS = "GpuPartitionSize";
var _Ge = "Geography";
var _Gp = "Gpus";
var _Gr = "Group";
var _HBD = "HiddenByDefault";
var _HE = "HttpEndpoint";
var _HFAS = "HighFixAvailableSince";
var _HFSL = "HighestFindingSeverityLabel";
var _HIo = "HostId";
var _HO = "HibernationOptions";
var _HOR = "HibernationOptionsRequest";
var _HPI = "HttpProtocolIpv6";
var _HPRHL = "HttpPutResponseHopLimit";
var _HRGA = "HostResourceGroupArn";
var _HS = "HibernationSupported";
var _HT = "HttpTokens";
var _HTo = "HostnameType";
var _Hy = "Hypervisor";
var _I = "Id";
var _IA = "Ipv6Addresses";
var _IAA = "Ipv6AddressAttribute";
var _IAC = "Ipv6AddressCount";
var _IAESS = "InstanceAttachmentEnaSrdSpecification";
var _IAESUS = "InstanceAttachmentEnaSrdUdpSpecification";
var _IAI = "IncludeAllInstances";
var _IAIn = "InferenceAcceleratorInfo";
var _IAPI = "Ipv4AddressesPerInterface";
var _IAPIp = "Ipv6AddressesPerInterface";
var _IAPSI = "Ipv4AddressesPerSecondaryInterface";
var _IART = "IncludeAllResourceTypes";
var _IAm = "ImageAllowed";
var _IAma = "ImageAttribute";
var _IApv = "Ipv6Address";
var _IBDM = "InstanceBlockDeviceMapping";
var _IBDML = "InstanceBlockDeviceMappingList";
var _IBPAS = "ImageBlockPublicAccessState";
var _ICB = "Ipv6CidrBlock";
var _ICBAS = "Ipv6CidrBlockAssociationSet";
var _ICBS = "Ipv6CidrBlockState";
var _ID = "IncludeDeprecated";
var _IDI = "InferenceDeviceInfo";
var _IDIL = "InferenceDeviceInfoList";
var _IDMI = "InferenceDeviceMemoryInfo";
var _IDn = "IncludeDisabled";
var _IEI = "InstanceEventId";
var _IF = "InstanceFamily";
var _IFAS = "InformationalFixAvailableSince";
var _IGBM = "InternetGatewayBlockMode";
var _IGS = "InstanceGenerationSet";
var _IGns = "InstanceGenerations";
var _IGnst = "InstanceGeneration";
var _II = "InstanceId";
var _IIA = "InstanceIpv6Address";
var _IIAL = "InstanceIpv6AddressList";
var _IIALR = "InstanceIpv6AddressListRequest";
var _IIAR = "InstanceIpv6AddressRequest";
var _IIB = "InstanceInterruptionBehavior";
var _IIP = "IamInstanceProfile";
var _IIPL = "InstanceIpv4PrefixList";
var _IIPLn = "InstanceIpv6PrefixList";
var _IIPS = "IamInstanceProfileSpecification";
var _IIPn = "InstanceIpv4Prefix";
var _IIPns = "InstanceIpv6Prefix";
var _IISB = "InstanceInitiatedShutdownBehavior";
var _IISL = "ImageIdStringList";
var _IISLn = "InstanceIdStringList";
var _IIm = "ImageId";
var _IIma = "ImageIds";
var _IIn = "InstanceIds";
var _IL = "ImageLocation";
var _ILm = "ImageList";
var _ILn = "InstanceLifecycle";
var _ILns = "InstanceList";
var _IMO = "InstanceMaintenanceOptions";
var _IMOR = "InstanceMaintenanceOptionsRequest";
var _IMORn = "InstanceMarketOptionsRequest";
var _IMORns = "InstanceMetadataOptionsRequest";
var _IMORnst = "InstanceMetadataOptionsResponse";
var _IMOns = "InstanceMarketOptions";
var _IMR = "IncludeManagedResources";
var _IMT = "InstanceMetadataTags";
var _IN = "Ipv6Native";
var _INI = "InstanceNetworkInterface";
var _INIA = "InstanceNetworkInterfaceAssociation";
var _INIAn = "InstanceNetworkInterfaceAttachment";
var _INIL = "InstanceNetworkInterfaceList";
var _INIS = "InstanceNetworkInterfaceSpecification";
var _INISL = "InstanceNetworkInterfaceSpecificationList";
var _INPO = "InstanceNetworkPerformanceOptions";
var _INPOR = "InstanceNetworkPerformanceOptionsRequest";
var _IOA = "ImageOwnerAlias";
var _IOI = "IpOwnerId";
var _IOS = "InstanceOwningService";
var _IPC = "Ipv6PrefixCount";
var _IPCp = "Ipv4PrefixCount";
var _IPIA = "InstancePrivateIpAddress";
var _IPIAL = "InstancePrivateIpAddressList";
var _IPIs = "IsPrimaryIpv6";
var _IPLRpv = "Ipv4PrefixListResponse";
var _IPLRpvr = "Ipv6PrefixListResponse";
var _IPLpvr = "Ipv4PrefixList";
var _IPLpvref = "Ipv6PrefixList";
var _IPSRp = "Ipv4PrefixSpecificationRequest";
var _IPSRpv = "Ipv4PrefixSpecificationResponse";
var _IPSRpvr = "Ipv6PrefixSpecificationRequest";
var _IPSRpvre = "Ipv6PrefixSpecificationResponse";
var _IPp = "Ipv6Prefixes";
var _IPpv = "Ipv6Prefix";
var _IPpvr = "Ipv4Prefixes";
var _IPpvre = "Ipv4Prefix";
var _IR = "InstanceRequirements";
var _IRBI = "ImageRecycleBinInfo";
var _IRBIL = "ImageRecycleBinInfoList";
var _IRL = "ImageReferenceList";
var _IRR = "InstanceRequirementsRequest";
var _IRm = "ImageReferences";
var _IRma = "ImageReference";
var _ISC = "InstanceStateChange";
var _ISCL = "InstanceStateChangeList";
var _ISDL = "InstanceStatusDetailsList";
var _ISDn = "InstanceStatusDetails";
var _ISE = "InstanceStatusEvent";
var _ISEL = "InstanceStatusEventList";
var _ISIA = "InstanceSecondaryInterfaceAttachment";
var _ISIL = "InstanceSecondaryInterfaceList";
var _ISIPIA = "InstanceSecondaryInterfacePrivateIpAddress";
var _ISIPIAL = "InstanceSecondaryInterfacePrivateIpAddressList";
var _ISIPIALR = "InstanceSecondaryInterfacePrivateIpAddressListRequest";
var _ISIPIAR = "InstanceSecondaryInterfacePrivateIpAddressRequest";
var _ISIS = "InstanceSecondaryInterfaceSpecification";
var _ISISLR = "InstanceSecondaryInterfaceSpecificationListRequest";
var _ISISR = "InstanceSecondaryInterfaceSpecificationRequest";
var _ISIn = "InstanceSecondaryInterface";
var _ISIns = "InstanceStorageInfo";
var _ISLn = "InstanceStatusList";
var _ISS = "InstanceStatusSummary";
var _ISSn = "InstanceStorageSupported";
var _ISm = "ImpairedSince";
var _ISmd = "ImdsSupport";
var _ISnst = "InstanceStatuses";
var _ISnsta = "InstanceState";
var _ISnstan = "InstanceStatus";
var _ISpo = "IpSource";
var _ISpvu = "Ipv6Supported";
var _IT = "InstanceType";
var _ITILn = "InstanceTypeInfoList";
var _ITIn = "InstanceTypeInfo";
var _ITIns = "InstanceTypeItem";
var _ITO = "InstanceTypeOfferings";
var _ITOL = "InstanceTypeOfferingsList";
var _ITOn = "InstanceTypeOffering";
var _ITSn = "InstanceTypeSpecification";
var _ITm = "ImageType";
var _ITnst = "InstanceTypes";
var _ITnt = "InterfaceType";
var _ITnte = "InterfaceTypes";
var _IUIR = "IncludeUnsupportedInRegion";
var _IW = "ImageWatermarks";
var _IWL = "ImageWatermarkList";
var _IWm = "ImageWatermark";
var _Im = "Images";
var _Ima = "Image";
var _In = "Instance";
var _Ins = "Instances";
var _Io = "Iops";
var _K = "Key";
var _KI = "KernelId";
var _KKI = "KmsKeyId";
var _KN = "KeyName";
var _LCA = "LicenseConfigurationArn";
var _LCO = "LockCreatedOn";
var _LCR = "LicenseConfigurationRequest";
var _LCi = "LicenseConfiguration";
var _LDST = "LockDurationStartTime";
var _LDo = "LockDuration";
var _LEO = "LockExpiresOn";
var _LFAS = "LowFixAvailableSince";
var _LGC = "LogicalGpuCount";
var _LIIRB = "ListImagesInRecycleBin";
var _LIIRBR = "ListImagesInRecycleBinRequest";
var _LIIRBRi = "ListImagesInRecycleBinResult";
var _LL = "LicenseList";
var _LLT = "LastLaunchedTime";
var _LPL = "LaunchPermissionList";
var _LPM = "LaunchPermissionModifications";
var _LPa = "LaunchPermissions";
var _LPau = "LaunchPermission";
var _LSI = "LockedSnapshotsInfo";
var _LSIL = "LockedSnapshotsInfoList";
var _LSLR = "LicenseSpecificationListRequest";
var _LST = "LocalStorageTypes";
var _LSTS = "LocalStorageTypeSet";
var _LSTo = "LocalStorageType";
var _LSi = "LicenseSpecifications";
var _LSic = "LicenseSpecification";
var _LSo = "LocalStorage";
var _LSoc = "LockState";
var _LT = "LaunchTemplate";
var _LTBDM = "LaunchTemplateBlockDeviceMapping";
var _LTBDML = "LaunchTemplateBlockDeviceMappingList";
var _LTBDMR = "LaunchTemplateBlockDeviceMappingRequest";
var _LTBDMRL = "LaunchTemplateBlockDeviceMappingRequestList";
var _LTCO = "LaunchTemplateCpuOptions";
var _LTCOR = "LaunchTemplateCpuOptionsRequest";
var _LTCRSR = "LaunchTemplateCapacityReservationSpecificationRequest";
var _LTCRSRa = "LaunchTemplateCapacityReservationSpecificationResponse";
var _LTD = "LaunchTemplateData";
var _LTEBD = "LaunchTemplateEbsBlockDevice";
var _LTEBDR = "LaunchTemplateEbsBlockDeviceRequest";
var _LTEIA = "LaunchTemplateElasticInferenceAccelerator";
var _LTEIAL = "LaunchTemplateElasticInferenceAcceleratorList";
var _LTEIAR = "LaunchTemplateElasticInferenceAcceleratorResponse";
var _LTEIARL = "LaunchTemplateElasticInferenceAcceleratorResponseList";
var _LTEO = "LaunchTemplateEnclaveOptions";
var _LTEOR = "LaunchTemplateEnclaveOptionsRequest";
var _LTESS = "LaunchTemplateEnaSrdSpecification";
var _LTESUS = "LaunchTemplateEnaSrdUdpSpecification";
var _LTHO = "LaunchTemplateHibernationOptions";
var _LTHOR = "LaunchTemplateHibernationOptionsRequest";
var _LTI = "LaunchTemplateId";
var _LTIIPS = "LaunchTemplateIamInstanceProfileSpecification";
var _LTIIPSR = "LaunchTemplateIamInstanceProfileSpecificationRequest";
var _LTIMO = "LaunchTemplateInstanceMaintenanceOptions";
var _LTIMOR = "LaunchTemplateInstanceMaintenanceOptionsRequest";
var _LTIMORa = "LaunchTemplateInstanceMarketOptionsRequest";
var _LTIMORau = "LaunchTemplateInstanceMetadataOptionsRequest";
var _LTIMOa = "LaunchTemplateInstanceMarketOptions";
var _LTIMOau = "LaunchTemplateInstanceMetadataOptions";
var _LTINIS = "LaunchTemplateInstanceNetworkInterfaceSpecification";
var _LTINISL = "LaunchTemplateInstanceNetworkInterfaceSpecificationList";
var _LTINISR = "LaunchTemplateInstanceNetworkInterfaceSpecificationRequest";
var _LTINISRL = "LaunchTemplateInstanceNetworkInterfaceSpecificationRequestList";
var _LTISIS = "LaunchTemplateInstanceSecondaryInterfaceSpecification";
var _LTISISL = "LaunchTemplateInstanceSecondaryInterfaceSpecificationList";
var _LTISISR = "LaunchTemplateInstanceSecondaryInterfaceSpecificationRequest";
var _LTISISRL = "LaunchTemplateInstanceSecondaryInterfaceSpecificationRequestList";
var _LTISL = "LaunchTemplateIdStringList";
var _LTIa = "LaunchTemplateIds";
var _LTLC = "LaunchTemplateLicenseConfiguration";
var _LTLCR = "LaunchTemplateLicenseConfigurationRequest";
var _LTLL = "LaunchTemplateLicenseList";
var _LTLSLR = "LaunchTemplateLicenseSpecificationListRequest";
var _LTM = "LaunchTemplatesMonitoring";
var _LTMR = "LaunchTemplatesMonitoringRequest";
var _LTN = "LaunchTemplateName";
var _LTNPO = "LaunchTemplateNetworkPerformanceOptions";
var _LTNPOR = "LaunchTemplateNetworkPerformanceOptionsRequest";
var _LTNSL = "LaunchTemplateNameStringList";
var _LTNa = "LaunchTemplateNames";
var _LTP = "LaunchTemplatePlacement";
var _LTPDNO = "LaunchTemplatePrivateDnsNameOptions";
var _LTPDNOR = "LaunchTemplatePrivateDnsNameOptionsRequest";
var _LTPR = "LaunchTemplatePlacementRequest";
var _LTS = "LaunchTemplateSpecification";
var _LTSMO = "LaunchTemplateSpotMarketOptions";
var _LTSMOR = "LaunchTemplateSpotMarketOptionsRequest";
var _LTSa = "LaunchTemplateSet";
var _LTTS = "LaunchTemplateTagSpecification";
var _LTTSL = "LaunchTemplateTagSpecificationList";
var _LTTSR = "LaunchTemplateTagSpecificationRequest";
var _LTTSRL = "LaunchTemplateTagSpecificationRequestList";
var _LTV = "LaunchTemplateVersion";
var _LTVS = "LaunchTemplateVersionSet";
var _LTVa = "LaunchTemplateVersions";
var _LTa = "LaunchTemplates";
var _LTau = "LaunchTime";
var _LTo = "LocationType";
var _LVN = "LatestVersionNumber";
var _La = "Latest";
var _Lic = "Licenses";
var _Loc = "Location";
var _M = "Min";
var _MAE = "MultiAttachEnabled";
var _MAIe = "MediaAcceleratorInfo";
var _MAa = "MacAddress";
var _MB = "ManagedBy";
var _MBIM = "MaximumBandwidthInMbps";
var _MCI = "MetricCategoryId";
var _MCIL = "MetricCategoryIdList";
var _MCIe = "MetricCategoryIds";
var _MCOIOL = "MapCustomerOwnedIpOnLaunch";
var _MCa = "MaxCount";
var _MCin = "MinCount";
var _MDI = "MediaDeviceInfo";
var _MDIL = "MediaDeviceInfoList";
var _MDMI = "MediaDeviceMemoryInfo";
var _MEA = "MaximumEbsAttachments";
var _MEC = "MaximumEbsCards";
var _MEI = "MaximumEfaInterfaces";
var _MEQC = "MaximumEnaQueueCount";
var _MEQCPI = "MaximumEnaQueueCountPerInterface";
var _MFAS = "MediumFixAvailableSince";
var _MGBPVC = "MemoryGiBPerVCpu";
var _MGBPVCR = "MemoryGiBPerVCpuRequest";
var _MI = "MaximumIops";
var _MIA = "ModifyImageAttribute";
var _MIAR = "ModifyImageAttributeRequest";
var _MIe = "MemoryInfo";
var _MLT = "ModifyLaunchTemplate";
var _MLTR = "ModifyLaunchTemplateRequest";
var _MLTRo = "ModifyLaunchTemplateResult";
var _MMB = "MemoryMiB";
var _MMBR = "MemoryMiBRequest";
var _MNC = "MaximumNetworkCards";
var _MNI = "MaximumNetworkInterfaces";
var _MO = "MetadataOptions";
var _MOa = "MaintenanceOptions";
var _MPIOL = "MapPublicIpOnLaunch";
var _MPax = "MaxPrice";
var _MR = "MaxResults";
var _MSA = "ModifySnapshotAttribute";
var _MSAR = "ModifySnapshotAttributeRequest";
var _MSNI = "MaximumSecondaryNetworkInterfaces";
var _MSPAPOOODP = "MaxSpotPriceAsPercentageOfOptimalOnDemandPrice";
var _MTIMB = "MaximumThroughputInMBps";
var _MTa = "MarketType";
var _MV = "MinVersion";
var _MVa = "MaxVersion";
var _Ma = "Max";
var _Man = "Manufacturer";
var _Mana = "Managed";
var _Me = "Message";
var _Mon = "Monitoring";
var _N = "Name";
var _NAo = "NotAfter";
var _NB = "NotBefore";
var _NBD = "NotBeforeDeadline";
var _NBGR = "NetworkBandwidthGbpsRequest";
var _NBGe = "NetworkBandwidthGbps";
var _NC = "NetworkCards";
var _NCI = "NetworkCardIndex";
var _NCIL = "NetworkCardInfoList";
var _NCITL = "NetworkCardInterfaceTypeList";
var _NCIe = "NetworkCardInfo";
var _ND = "NoDevice";
var _NDCI = "NeuronDeviceCoreInfo";
var _NDI = "NeuronDeviceInfo";
var _NDIL = "NeuronDeviceInfoList";
var _NDMI = "NeuronDeviceMemoryInfo";
var _NDe = "NeuronDevices";
var _NES = "NitroEnclavesSupport";
var _NIC = "NetworkInterfaceCount";
var _NICR = "NetworkInterfaceCountRequest";
var _NII = "NetworkInterfaceId";
var _NIe = "NetworkInterface";
var _NIet = "NetworkInterfaces";
var _NIetw = "NetworkInfo";
var _NIeu = "NeuronInfo";
var _NPO = "NetworkPerformanceOptions";
var _NPe = "NetworkPerformance";
var _NR = "NoReboot";
var _NS = "NvmeSupport";
var _NTI = "NitroTpmInfo";
var _NTS = "NitroTpmSupport";
var _NTSVL = "NitroTpmSupportedVersionsList";
var _NTe = "NextToken";
var _NV = "NestedVirtualization";
var _OA = "OutpostArn";
var _OASL = "OrganizationArnStringList";
var _OArg = "OrganizationArn";
var _OArga = "OrganizationArns";
var _OAw = "OwnerAlias";
var _ODMPPOLP = "OnDemandMaxPricePercentageOverLowestPrice";
var _OI = "OwnerId";
var _OIS = "OptInStatus";
var _OIw = "OwnerIds";
var _ON = "OptionName";
var _ORpe = "OperatorRequest";
var _ORper = "OperatorResponse";
var _OSL = "OwnerStringList";
var _OTp = "OperationType";
var _OUA = "OrganizationalUnitArn";
var _OUASL = "OrganizationalUnitArnStringList";
var _OUAr = "OrganizationalUnitArns";
var _OV = "OptionValues";
var _OVp = "OptionValue";
var _Op = "Operator";
var _Ou = "Output";
var _Ow = "Owners";
var _Own = "Owner";
var _P = "Principal";
var _PBIG = "PeakBandwidthInGbps";
var _PCIr = "ProductCodeId";
var _PCLr = "ProductCodeList";
var _PCSL = "ProductCodeStringList";
var _PCT = "ProductCodeType";
var _PCr = "ProductCode";
var _PCro = "ProductCodes";
var _PDN = "PrivateDnsName";
var _PDNO = "PrivateDnsNameOptions";
var _PDNOOL = "PrivateDnsNameOptionsOnLaunch";
var _PDNOR = "PrivateDnsNameOptionsRequest";
var _PDNORr = "PrivateDnsNameOptionsResponse";
var _PDNub = "PublicDnsName";
var _PDl = "PlatformDetails";
var _PFR = "PerformanceFactorReference";
var _PFRR = "PerformanceFactorReferenceRequest";
var _PFRS = "PerformanceFactorReferenceSet";
var _PFRSR = "PerformanceFactorReferenceSetRequest";
var _PGIl = "PlacementGroupInfo";
var _PGSL = "PlacementGroupStrategyList";
var _PI = "PublicIp";
var _PIAC = "PrivateIpAddressCount";
var _PIAS = "PrivateIpAddressSpecification";
var _PIASL = "PrivateIpAddressSpecificationList";
var _PIAr = "PrivateIpAddress";
var _PIAri = "PrivateIpAddresses";
var _PIAu = "PublicIpAddress";
var _PIr = "PrimaryIpv6";
var _PIro = "ProcessorInfo";
var _PN = "PartitionNumber";
var _PSPN = "PublicSsmParameterName";
var _PSS = "PerformanceStatusSummary";
var _PSe = "PerformanceStatus";
var _PSh = "PhcSupport";
var _PSr = "PreviousState";
var _Pl = "Platform";
var _Pla = "Placement";
var _Prim = "Primary";
var _Pro = "Progress";
var _Pu = "Public";
var _R = "Return";
var _RAeso = "ResolveAlias";
var _RBET = "RecycleBinEnterTime";
var _RBETe = "RecycleBinExitTime";
var _RBUI = "RestorableByUserIds";
var _RBe = "RestorableBy";
var _RC = "ReturnCode";
var _RDI = "RamDiskId";
var _RDN = "RootDeviceName";
var _RDT = "RootDeviceType";
var _RDTL = "RootDeviceTypeList";
var _REIT = "RequireEncryptionInTransit";
var _RETe = "RestoreExpiryTime";
var _RGL = "RegionGeographyList";
var _RGe = "RegionGeography";
var _RHS = "RequireHibernateSupport";
var _RIME = "RunInstancesMonitoringEnabled";
var _RIRu = "RunInstancesRequest";
var _RIUD = "RunInstancesUserData";
var _RIa = "RamdiskId";
var _RIe = "ReservationId";
var _RIeq = "RequesterId";
var _RIeso = "ResourceId";
var _RIu = "RunInstances";
var _RL = "RegionList";
var _RLTD = "RequestLaunchTemplateData";
var _RLTDe = "ResponseLaunchTemplateData";
var _RLe = "ReservationList";
var _RMS = "RebootMigrationSupport";
var _RMe = "RebootMigration";
var _RN = "RegionName";
var _RNSL = "RegionNameStringList";
var _RNe = "RegionNames";
var _RTO = "ResourceTypeOptions";
var _RTOL = "ResourceTypeOptionList";
var _RTOe = "ResourceTypeOption";
var _RTRL = "ResourceTypeRequestList";
var _RTRe = "ResourceTypeRequest";
var _RTe = "ResourceType";
var _RTes = "ResourceTypes";
var _Ref = "References";
var _Refe = "Reference";
var _Reg = "Regions";
var _Regi = "Region";
var _Rem = "Remove";
var _Reme = "Remediation";
var _Res = "Resources";
var _Rese = "Reservations";
var _Reser = "Reservation";
var _SAPFL = "SupportedAdditionalProcessorFeatureList";
var _SAub = "SubnetArn";
var _SAup = "SupportedArchitectures";
var _SBM = "SupportedBootModes";
var _SCBS = "SubnetCidrBlockState";
var _SCCDM = "SnapshotCopyCompletionDurationMinutes";
var _SCSIG = "SustainedClockSpeedInGhz";
var _SDC = "SourceDestCheck";
var _SDV = "SetDefaultVersion";
var _SDp = "SpreadDomain";
var _SF = "SupportedFeatures";
var _SGI = "SecurityGroupId";
var _SGISL = "SecurityGroupIdStringList";
var _SGIe = "SecurityGroupIds";
var _SGSL = "SecurityGroupStringList";
var _SGe = "SecurityGroups";
var _SGec = "SecurityGroup";
var _SI = "SubnetIds";
var _SICBA = "SubnetIpv6CidrBlockAssociation";
var _SICBAS = "SubnetIpv6CidrBlockAssociationSet";
var _SICT = "SourceImageCreationTime";
var _SIGB = "SizeInGB";
var _SII = "SourceImageId";
var _SIIec = "SecondaryInterfaceId";
var _SIIo = "SourceInstanceId";
var _SIMB = "SizeInMiB";
var _SIPIAS = "SecondaryInterfacePrivateIpAddressSpecification";
var _SIPIASL = "SecondaryInterfacePrivateIpAddressSpecificationList";
var _SIPIASLR = "SecondaryInterfacePrivateIpAddressSpecificationListRequest";
var _SIPIASR = "SecondaryInterfacePrivateIpAddressSpecificationRequest";
var _SIRI = "SpotInstanceRequestId";
var _SIRo = "SourceImageRegion";
var _SIRu = "SupportedInRegion";
var _SISL = "SnapshotIdStringList";
var _SISLu = "SubnetIdStringList";
var _SIT = "SupportedInstanceTypes";
var _SITS = "SupportedInstanceTypeSet";
var _SITp = "SpotInstanceType";
var _SIec = "SecondaryInterfaces";
var _SIeco = "SecondaryInterface";
var _SIn = "SnapshotId";
var _SIna = "SnapshotIds";
var _SIu = "SubnetId";
var _SL = "SnapshotLocation";
var _SLn = "SnapshotList";
var _SLu = "SubnetList";
var _SMO = "SpotMarketOptions";
var _SMPPOLP = "SpotMaxPricePercentageOverLowestPrice";
var _SMt = "StatusMessage";
var _SMta = "StateMessage";
var _SNI = "SecondaryNetworkId";
var _SNS = "SriovNetSupport";
var _SNSe = "SecondaryNetworkSupported";
var _SO = "SpotOptions";
var _SOS = "SkipOsShutdown";
var _SPIAC = "SecondaryPrivateIpAddressCount";
var _SRDT = "SupportedRootDeviceTypes";
var _SRc = "ScanResults";
var _SRo = "SourceRegion";
var _SRt = "StateReason";
var _SSIe = "SecondarySubnetId";
var _SSu = "SupportedStrategies";
var _SSy = "SystemStatus";
var _STR = "StateTransitionReason";
var _STs = "SseType";
var _STt = "StartTime";
var _STto = "StorageTier";
var _SUC = "SupportedUsageClasses";
var _SUD = "SensitiveUserData";
var _SV = "SourceVersion";
var _SVI = "SourceVolumeId";
var _SVT = "SupportedVirtualizationTypes";
var _SVu = "SupportedVersions";
var _Siz = "Size";
var _Sn = "Snapshots";
var _Sna = "Snapshot";
var _St = "State";
var _Sta = "Status";
var _Su = "Subnet";
var _Subn = "Subnets";
var _T = "Tags";
var _TET = "TcpEstablishedTimeout";
var _TFMIMB = "TotalFpgaMemoryInMiB";
var _TGMIMB = "TotalGpuMemoryInMiB";
var _TI = "TerminateInstances";
var _TIMIMB = "TotalInferenceMemoryInMiB";
var _TIR = "TerminateInstancesRequest";
var _TIRe = "TerminateInstancesResult";
var _TIer = "TerminatingInstances";
var _TL = "TagList";
var _TLSGB = "TotalLocalStorageGB";
var _TLSGBR = "TotalLocalStorageGBRequest";
var _TMMIMB = "TotalMediaMemoryInMiB";
var _TNDMIMB = "TotalNeuronDeviceMemoryInMiB";
var _TPC = "ThreadsPerCore";
var _TPCL = "ThreadsPerCoreList";
var _TS = "TagSpecifications";
var _TSIGB = "TotalSizeInGB";
var _TSL = "TagSpecificationList";
var _TSa = "TagSpecification";
var _TSp = "TpmSupport";
var _TTr = "TransferType";
var _Ta = "Tag";
var _Te = "Tenancy";
var _Th = "Throughput";
var _Tim = "Timestamp";
var _Ty = "Type";
var _UCTL = "UsageClassTypeList";
var _UD = "UefiData";
var _UDs = "UserData";
var _UG = "UserGroups";
var _UGSL = "UserGroupStringList";
var _UGs = "UserGroup";
var _UI = "UserId";
var _UISL = "UserIdStringList";
var _UIT = "UnsupportedInstanceTypes";
var _UITS = "UnsupportedInstanceTypeSet";
var _UIs = "UserIds";
var _UO = "UsageOperation";
var _UOUT = "UsageOperationUpdateTime";
var _UST = "UdpStreamTimeout";
var _UTd = "UdpTimeout";
var _V = "Value";
var _VALo = "VolumeAttachmentList";
var _VAo = "VolumeArn";
var _VAol = "VolumeAttachment";
var _VCC = "VCpuCount";
var _VCCR = "VCpuCountRange";
var _VCCRR = "VCpuCountRangeRequest";
var _VCIpu = "VCpuInfo";
var _VCa = "ValidCores";
var _VD = "VersionDescription";
var _VEa = "ValidationError";
var _VI = "VpcId";
var _VIR = "VolumeInitializationRate";
var _VISL = "VolumeIdStringList";
var _VIo = "VolumeId";
var _VIol = "VolumeIds";
var _VLo = "VolumeList";
var _VN = "VirtualName";
var _VNe = "VersionNumber";
var _VOI = "VolumeOwnerId";
var _VSL = "ValueStringList";
var _VSLe = "VersionStringList";
var _VSo = "VolumeSize";
var _VT = "VolumeType";
var _VTLi = "VirtualizationTypeList";
var _VTPC = "ValidThreadsPerCore";
var _VTir = "VirtualizationType";
var _VU = "ValidUntil";
var _VW = "ValidationWarning";
var _Va = "Values";
var _Ve = "Versions";
var _Ver = "Version";
var _Vo = "Volumes";
var _Vol = "Volume";
var _W = "Warning";
var _WC = "WithCooldown";
var _WCT = "WatermarkCreationTime";
var _WK = "WatermarkKey";
var _WL = "WorkloadsList";
var _Wo = "Workloads";
var _aCIA = "associateCarrierIpAddress";
var _aCc = "acceleratorCount";
var _aES = "attachedEbsStatus";
var _aFNI = "additionalFlexibleNetworkInterfaces";
var _aIAC = "availableIpAddressCount";
var _aIAOC = "assignIpv6AddressOnCreation";
var _aITS = "allowedInstanceTypeSet";
var _aId = "additionalInfo";
var _aIs = "associationId";
var _aIt = "attachmentId";
var _aLI = "amiLaunchIndex";
var _aLT = "attachmentLimitType";
var _aMS = "acceleratorManufacturerSet";
var _aNS = "acceleratorNameSet";
var _aPIA = "associatePublicIpAddress";
var _aRSu = "autoRecoverySupported";
var _aRs = "associatedResource";
var _aRut = "autoRecovery";
var _aSS = "amdSevSnp";
var _aSp = "applicationStatus";
var _aSt = "attachmentSet";
var _aTMMB = "acceleratorTotalMemoryMiB";
var _aTSc = "acceleratorTypeSet";
var _aTt = "attachTime";
var _aZ = "availabilityZone";
var _aZI = "availabilityZoneId";
var _acc = "accelerators";
var _af = "affinity";
var _ar = "arn";
var _arc = "architecture";
var _ass = "association";
var _at = "attachment";
var _bBIG = "baselineBandwidthInGbps";
var _bBIM = "baselineBandwidthInMbps";
var _bDM = "blockDeviceMapping";
var _bDMS = "blockDeviceMappingSet";
var _bDMl = "blockDurationMinutes";
var _bEBM = "baselineEbsBandwidthMbps";
var _bIa = "baselineIops";
var _bM = "bootMode";
var _bMa = "bareMetal";
var _bP = "burstablePerformance";
var _bPAS = "blockPublicAccessStates";
var _bPF = "baselinePerformanceFactors";
var _bPS = "burstablePerformanceSupported";
var _bTIMB = "baselineThroughputInMBps";
var _bW = "bandwidthWeighting";
var _bWa = "bandwidthWeightings";
var _cB = "cidrBlock";
var _cBI = "capacityBlockId";
var _cBr = "createdBy";
var _cCo = "coreCount";
var _cCp = "cpuCredits";
var _cDM = "completionDurationMinutes";
var _cDr = "creationDate";
var _cFAS = "criticalFixAvailableSince";
var _cGur = "currentGeneration";
var _cI = "carrierIp";
var _cIBM = "currentInstanceBootMode";
var _cIor = "coreInfo";
var _cMSp = "cpuManufacturerSet";
var _cO = "cpuOptions";
var _cOI = "customerOwnedIp";
var _cOIP = "customerOwnedIpv4Pool";
var _cOP = "coolOffPeriod";
var _cOPEO = "coolOffPeriodExpiresOn";
var _cRI = "capacityReservationId";
var _cRP = "capacityReservationPreference";
var _cRRGA = "capacityReservationResourceGroupArn";
var _cRSa = "capacityReservationSpecification";
var _cRT = "capacityReservationTarget";
var _cSr = "creditSpecification";
var _cSu = "currentState";
var _cT = "clientToken";
var _cTC = "connectionTrackingConfiguration";
var _cTSo = "connectionTrackingSpecification";
var _cTomp = "completionTime";
var _cTre = "createTime";
var _cVP = "createVolumePermission";
var _co = "code";
var _conf = "configured";
var _cou = "count";
var _cp = "cpu";
var _dASi = "disableApiStop";
var _dAT = "disableApiTermination";
var _dCe = "defaultCores";
var _dEKI = "dataEncryptionKeyId";
var _dEQCPI = "defaultEnaQueueCountPerInterface";
var _dFA = "defaultForAz";
var _dHS = "dedicatedHostsSupported";
var _dI = "deviceIndex";
var _dN = "deviceName";
var _dNCI = "defaultNetworkCardIndex";
var _dNn = "dnsName";
var _dOT = "deleteOnTermination";
var _dPe = "deregistrationProtection";
var _dR = "dryRun";
var _dSRS = "deleteSnapshotResultSet";
var _dTET = "defaultTcpEstablishedTimeout";
var _dTPC = "defaultThreadsPerCore";
var _dTe = "deprecationTime";
var _dUST = "defaultUdpStreamTimeout";
var _dUT = "defaultUdpTimeout";
var _dVC = "defaultVCpus";
var _dVN = "defaultVersionNumber";
var _dVef = "defaultVersion";
var _de = "description";
var _det = "details";
var _dev = "device";
var _dis = "disks";
var _eCI = "ebsCardIndex";
var _eCS = "ebsCardSet";
var _eDn = "enableDns64";
var _eEBD = "ebsEncryptionByDefault";
var _eGAI = "elasticGpuAssociationId";
var _eGAS = "elasticGpuAssociationState";
var _eGASl = "elasticGpuAssociationSet";
var _eGAT = "elasticGpuAssociationTime";
var _eGI = "elasticGpuId";
var _eGSS = "elasticGpuSpecificationSet";
var _eIAA = "elasticInferenceAcceleratorArn";
var _eIAAI = "elasticInferenceAcceleratorAssociationId";
var _eIAAS = "elasticInferenceAcceleratorAssociationState";
var _eIAASl = "elasticInferenceAcceleratorAssociationSet";
var _eIAAT = "elasticInferenceAcceleratorAssociationTime";
var _eIAS = "elasticInferenceAcceleratorSet";
var _eITSn = "encryptionInTransitSupported";
var _eITSx = "excludedInstanceTypeSet";
var _eIb = "ebsInfo";
var _eIf = "efaInfo";
var _eLADI = "enableLniAtDeviceIndex";
var _eO = "ebsOptimized";
var _eOI = "ebsOptimizedInfo";
var _eOS = "ebsOptimizedSupport";
var _eOn = "enclaveOptions";
var _eQC = "enaQueueCount";
var _eQN = "ec2QueryName";
var _eRNDAAAAR = "enableResourceNameDnsAAAARecord";
var _eRNDAR = "enableResourceNameDnsARecord";
var _eSE = "enaSrdEnabled";
var _eSS = "enaSrdSpecification";
var _eSSn = "enaSrdSupported";
var _eSUE = "enaSrdUdpEnabled";
var _eSUS = "enaSrdUdpSpecification";
var _eSf = "efaSupported";
var _eSn = "encryptionSupport";
var _eSna = "enaSupport";
var _eSr = "errorSet";
var _eSv = "eventsSet";
var _eb = "ebs";
var _en = "enabled";
var _enc = "encrypted";
var _fEQS = "flexibleEnaQueuesSupport";
var _fIp = "fpgaInfo";
var _fRa = "fastRestored";
var _fSD = "findingScanDate";
var _fSSIB = "fullSnapshotSizeInBytes";
var _fTE = "freeTierEligible";
var _fp = "fpgas";
var _g = "group";
var _gIp = "gpuInfo";
var _gIr = "groupId";
var _gN = "groupName";
var _gPS = "gpuPartitionSize";
var _gS = "geographySet";
var _gSr = "groupSet";
var _gp = "gpus";
var _h = "hypervisor";
var _hBD = "hiddenByDefault";
var _hE = "httpEndpoint";
var _hFAS = "highFixAvailableSince";
var _hFSL = "highestFindingSeverityLabel";
var _hI = "hostId";
var _hO = "hibernationOptions";
var _hPI = "httpProtocolIpv6";
var _hPRHL = "httpPutResponseHopLimit";
var _hRGA = "hostResourceGroupArn";
var _hSi = "hibernationSupported";
var _hT = "httpTokens";
var _hTo = "hostnameType";
var _i = "id";
var _iAA = "ipv6AddressAttribute";
var _iAC = "ipv6AddressCount";
var _iAI = "includeAllInstances";
var _iAIn = "inferenceAcceleratorInfo";
var _iAPI = "ipv4AddressesPerInterface";
var _iAPIp = "ipv6AddressesPerInterface";
var _iAPSI = "ipv4AddressesPerSecondaryInterface";
var _iASp = "ipv6AddressesSet";
var _iAm = "imageAllowed";
var _iAp = "ipAddress";
var _iApv = "ipv6Address";
var _iBPAS = "imageBlockPublicAccessState";
var _iCB = "ipv6CidrBlock";
var _iCBASp = "ipv6CidrBlockAssociationSet";
var _iCBS = "ipv6CidrBlockState";
var _iEI = "instanceEventId";
var _iF = "instanceFamily";
var _iFAS = "informationalFixAvailableSince";
var _iGBM = "internetGatewayBlockMode";
var _iGSn = "instanceGenerationSet";
var _iI = "instanceId";
var _iIB = "instanceInterruptionBehavior";
var _iIP = "iamInstanceProfile";
var _iISB = "instanceInitiatedShutdownBehavior";
var _iIma = "imageId";
var _iL = "imageLocation";
var _iLn = "instanceLifecycle";
var _iMOn = "instanceMarketOptions";
var _iMT = "instanceMetadataTags";
var _iN = "ipv6Native";
var _iOA = "imageOwnerAlias";
var _iOI = "imageOwnerId";
var _iOIp = "ipOwnerId";
var _iOS = "instanceOwningService";
var _iPCp = "ipv4PrefixCount";
var _iPCpv = "ipv6PrefixCount";
var _iPIs = "isPrimaryIpv6";
var _iPSpvr = "ipv4PrefixSet";
var _iPSpvre = "ipv6PrefixSet";
var _iPpv = "ipv4Prefix";
var _iPpvr = "ipv6Prefix";
var _iPs = "isPublic";
var _iR = "instanceRequirements";
var _iRS = "imageReferenceSet";
var _iSI = "instanceStorageInfo";
var _iSS = "instanceStatusSet";
var _iSSn = "instanceStorageSupported";
var _iSm = "impairedSince";
var _iSma = "imagesSet";
var _iSmag = "imageState";
var _iSmage = "imageSet";
var _iSmd = "imdsSupport";
var _iSns = "instancesSet";
var _iSnst = "instanceState";
var _iSnsta = "instanceStatus";
var _iSpo = "ipSource";
var _iSpv = "ipv6Supported";
var _iT = "instanceType";
var _iTOS = "instanceTypeOfferingSet";
var _iTS = "instanceTypeSet";
var _iTSn = "instanceTypeSpecification";
var _iTSnt = "interfaceTypeSet";
var _iTd = "idempotencyToken";
var _iTm = "imageType";
var _iTnt = "interfaceType";
var _iWS = "imageWatermarkSet";
var _io = "iops";
var _it = "item";
var _k = "key";
var _kI = "kernelId";
var _kKI = "kmsKeyId";
var _kN = "keyName";
var _ke = "kernel";
var _lCA = "licenseConfigurationArn";
var _lCO = "lockCreatedOn";
var _lDST = "lockDurationStartTime";
var _lDo = "lockDuration";
var _lEO = "lockExpiresOn";
var _lFAS = "lowFixAvailableSince";
var _lGC = "logicalGpuCount";
var _lLT = "lastLaunchedTime";
var _lPa = "launchPermission";
var _lSTS = "localStorageTypeSet";
var _lSic = "licenseSet";
var _lSo = "localStorage";
var _lSoc = "lockState";
var _lT = "launchTemplate";
var _lTD = "launchTemplateData";
var _lTI = "launchTemplateId";
var _lTN = "launchTemplateName";
var _lTV = "launchTemplateVersion";
var _lTVS = "launchTemplateVersionSet";
var _lTa = "launchTemplates";
var _lTau = "launchTime";
var _lTo = "locationType";
var _lVN = "latestVersionNumber";
var _lo = "location";
var _m = "min";
var _mAE = "multiAttachEnabled";
var _mAIe = "mediaAcceleratorInfo";
var _mAa = "macAddress";
var _mB = "managedBy";
var _mBIM = "maximumBandwidthInMbps";
var _mCIS = "metricCategoryIdSet";
var _mCOIOL = "mapCustomerOwnedIpOnLaunch";
var _mEA = "maximumEbsAttachments";
var _mEC = "maximumEbsCards";
var _mEI = "maximumEfaInterfaces";
var _mEQC = "maximumEnaQueueCount";
var _mEQCPI = "maximumEnaQueueCountPerInterface";
var _mFAS = "mediumFixAvailableSince";
var _mGBPVC = "memoryGiBPerVCpu";
var _mI = "maximumIops";
var _mIe = "memoryInfo";
var _mMB = "memoryMiB";
var _mNC = "maximumNetworkCards";
var _mNI = "maximumNetworkInterfaces";
var _mO = "metadataOptions";
var _mOa = "maintenanceOptions";
var _mP = "maxPrice";
var _mPIOL = "mapPublicIpOnLaunch";
var _mR = "maxResults";
var _mSNI = "maximumSecondaryNetworkInterfaces";
var _mSPAPOOODP = "maxSpotPriceAsPercentageOfOptimalOnDemandPrice";
var _mTIMB = "maximumThroughputInMBps";
var _mTa = "marketType";
var _ma = "max";
var _man = "manufacturer";
var _mana = "managed";
var _me = "message";
var _mon = "monitoring";
var _n = "name";
var _nAo = "notAfter";
var _nB = "notBefore";
var _nBD = "notBeforeDeadline";
var _nBGe = "networkBandwidthGbps";
var _nC = "networkCards";
var _nCI = "networkCardIndex";
var _nD = "noDevice";
var _nDe = "neuronDevices";
var _nES = "nitroEnclavesSupport";
var _nIC = "networkInterfaceCount";
var _nII = "networkInterfaceId";
var _nIS = "networkInterfaceSet";
var _nIe = "networkInterface";
var _nIet = "networkInfo";
var _nIeu = "neuronInfo";
var _nPO = "networkPerformanceOptions";
var _nPe = "networkPerformance";
var _nR = "noReboot";
var _nS = "nvmeSupport";
var _nTI = "nitroTpmInfo";
var _nTS = "nitroTpmSupport";
var _nTe = "nextToken";
var _nV = "nestedVirtualization";
var _oA = "outpostArn";
var _oArg = "organizationArn";
var _oAw = "ownerAlias";
var _oDMPPOLP = "onDemandMaxPricePercentageOverLowestPrice";
var _oI = "ownerId";
var _oIS = "optInStatus";
var _oUA = "organizationalUnitArn";
var _ope = "operator";
var _ou = "output";
var _p = "principal";
var _pBIG = "peakBandwidthInGbps";
var _pC = "productCodes";
var _pCr = "productCode";
var _pDNO = "privateDnsNameOptions";
var _pDNOOL = "privateDnsNameOptionsOnLaunch";
var _pDNr = "privateDnsName";
var _pDNu = "publicDnsName";
var _pDl = "platformDetails";
var _pGI = "placementGroupInfo";
var _pI = "publicIp";
var _pIAC = "privateIpAddressCount";
var _pIAS = "privateIpAddressesSet";
var _pIASr = "privateIpAddressSet";
var _pIAr = "privateIpAddress";
var _pIr = "processorInfo";
var _pIri = "primaryIpv6";
var _pN = "partitionNumber";
var _pSPN = "publicSsmParameterName";
var _pSe = "performanceStatus";
var _pSh = "phcSupport";
var _pSr = "previousState";
var _pl = "platform";
var _pla = "placement";
var _prim = "primary";
var _pro = "progress";
var _r = "return";
var _rBET = "recycleBinEnterTime";
var _rBETe = "recycleBinExitTime";
var _rC = "returnCode";
var _rDI = "ramDiskId";
var _rDN = "rootDeviceName";
var _rDT = "rootDeviceType";
var _rEIT = "requireEncryptionInTransit";
var _rETe = "restoreExpiryTime";
var _rEe = "regionEndpoint";
var _rHS = "requireHibernateSupport";
var _rI = "reservationId";
var _rIa = "ramdiskId";
var _rIeg = "regionInfo";
var _rIeq = "requesterId";
var _rMS = "rebootMigrationSupport";
var _rMe = "rebootMigration";
var _rNe = "regionName";
var _rSe = "referenceSet";
var _rSes = "reservationSet";
var _rTe = "resourceType";
var _ra = "ramdisk";
var _re = "reason";
var _rem = "remediation";
var _s = "smithy.ts.sdk.synthetic.com.amazonaws.ec2";
var _sAu = "supportedArchitectures";
var _sAub = "subnetArn";
var _sBM = "supportedBootModes";
var _sCSIG = "sustainedClockSpeedInGhz";
var _sDC = "sourceDestCheck";
var _sDp = "spreadDomain";
var _sF = "supportedFeatures";
var _sGIS = "securityGroupIdSet";
var _sGSe = "securityGroupSet";
var _sICT = "sourceImageCreationTime";
var _sIGB = "sizeInGB";
var _sII = "sourceInstanceId";
var _sIIe = "secondaryInterfaceId";
var _sIIo = "sourceImageId";
var _sIMB = "sizeInMiB";
var _sIR = "sourceImageRegion";
var _sIRI = "spotInstanceRequestId";
var _sIRu = "supportedInRegion";
var _sISe = "secondaryInterfaceSet";
var _sIT = "spotInstanceType";
var _sITS = "supportedInstanceTypeSet";
var _sIn = "snapshotId";
var _sIu = "subnetId";
var _sMPPOLP = "spotMaxPricePercentageOverLowestPrice";
var _sMt = "statusMessage";
var _sNI = "secondaryNetworkId";
var _sNSec = "secondaryNetworkSupported";
var _sNSr = "sriovNetSupport";
var _sO = "spotOptions";
var _sPIAC = "secondaryPrivateIpAddressCount";
var _sRDT = "supportedRootDeviceTypes";
var _sRc = "scanResults";
var _sRt = "stateReason";
var _sSI = "secondarySubnetId";
var _sSn = "snapshotSet";
var _sSub = "subnetSet";
var _sSup = "supportedStrategies";
var _sSy = "systemStatus";
var _sTs = "sseType";
var _sTt = "startTime";
var _sTto = "storageTier";
var _sUC = "supportedUsageClasses";
var _sVI = "sourceVolumeId";
var _sVT = "supportedVirtualizationTypes";
var _sVu = "supportedVersions";
var _si = "size";
var _st = "state";
var _sta = "status";
var _tET = "tcpEstablishedTimeout";
var _tFMIMB = "totalFpgaMemoryInMiB";
var _tGMIMB = "totalGpuMemoryInMiB";
var _tIMIMB = "totalInferenceMemoryInMiB";
var _tLSGB = "totalLocalStorageGB";
var _tMMIMB = "totalMediaMemoryInMiB";
var _tNDMIMB = "totalNeuronDeviceMemoryInMiB";
var _tPC = "threadsPerCore";
var _tS = "tagSet";
var _tSIGB = "totalSizeInGB";
var _tSS = "tagSpecificationSet";
var _tSp = "tpmSupport";
var _tTr = "transferType";
var _te = "tenancy";
var _th = "throughput";
var _ti = "timestamp";
var _ty = "type";
var _uD = "uefiData";
var _uDs = "userData";
var _uI = "userId";
var _uITS = "unsupportedInstanceTypeSet";
var _uO = "usageOperation";
var _uOUT = "usageOperationUpdateTime";
var _uST = "udpStreamTimeout";
var _uTd = "udpTimeout";
var _v = "value";
var _vA = "volumeArn";
var _vCC = "vCpuCount";
var _vCIp = "vCpuInfo";
var _vCa = "validCores";
var _vD = "versionDescription";
var _vI = "vpcId";
var _vIR = "volumeInitializationRate";
var _vIo = "volumeId";
var _vN = "virtualName";
var _vNe = "versionNumber";
var _vOI = "volumeOwnerId";
var _vS = "volumeSet";
var _vSo = "volumeSize";
var _vT = "volumeType";
var _vTPC = "validThreadsPerCore";
var _vTi = "virtualizationType";
var _vU = "validUntil";
var _ve = "version";
var _w = "warning";
var _wCT = "watermarkCreationTime";
var _wK = "watermarkKey";
var _wS = "workloadSet";
var _xN = "xmlName";
var n0 = "com.amazonaws.ec2";
var _s_registry = new _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_7__/* .TypeRegistry */ .OF(_s);
var EC2ServiceException$ = /* @__PURE__ */ (() => [-3, _s, "EC2ServiceException", 0, [], []])();
_s_registry.registerError(EC2ServiceException$, EC2ServiceException);
var errorTypeRegistries = /* @__PURE__ */ (() => [
  _s_registry
])();
var RunInstancesUserData = /* @__PURE__ */ (() => [0, n0, _RIUD, 8, 0])();
var SensitiveUserData = /* @__PURE__ */ (() => [0, n0, _SUD, 8, 0])();
var AcceleratorCount$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _AC,
  0,
  [_M, _Ma],
  [[1, {
    [_eQN]: `Min`,
    [_xN]: _m
  }], [1, {
    [_eQN]: `Max`,
    [_xN]: _ma
  }]]
])();
var AcceleratorCountRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ACR,
  0,
  [_M, _Ma],
  [1, 1]
])();
var AcceleratorTotalMemoryMiB$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ATMMB,
  0,
  [_M, _Ma],
  [[1, {
    [_eQN]: `Min`,
    [_xN]: _m
  }], [1, {
    [_eQN]: `Max`,
    [_xN]: _ma
  }]]
])();
var AcceleratorTotalMemoryMiBRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ATMMBR,
  0,
  [_M, _Ma],
  [1, 1]
])();
var ApplicationStatusSummary$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ASS,
  0,
  [_Sta, _ISm],
  [[0, {
    [_eQN]: `Status`,
    [_xN]: _sta
  }], [4, {
    [_eQN]: `ImpairedSince`,
    [_xN]: _iSm
  }]]
])();
var AttributeValue$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _AVt,
  0,
  [_V],
  [[0, {
    [_eQN]: `Value`,
    [_xN]: _v
  }]]
])();
var BaselineEbsBandwidthMbps$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _BEBM,
  0,
  [_M, _Ma],
  [[1, {
    [_eQN]: `Min`,
    [_xN]: _m
  }], [1, {
    [_eQN]: `Max`,
    [_xN]: _ma
  }]]
])();
var BaselineEbsBandwidthMbpsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _BEBMR,
  0,
  [_M, _Ma],
  [1, 1]
])();
var BaselinePerformanceFactors$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _BPF,
  0,
  [_Cp],
  [[() => CpuPerformanceFactor$, {
    [_eQN]: `Cpu`,
    [_xN]: _cp
  }]]
])();
var BaselinePerformanceFactorsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _BPFR,
  0,
  [_Cp],
  [[() => CpuPerformanceFactorRequest$, 0]]
])();
var BlockDeviceMapping$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _BDM,
  0,
  [_Eb, _ND, _DN, _VN],
  [[() => EbsBlockDevice$, {
    [_eQN]: `Ebs`,
    [_xN]: _eb
  }], [0, {
    [_eQN]: `NoDevice`,
    [_xN]: _nD
  }], [0, {
    [_eQN]: `DeviceName`,
    [_xN]: _dN
  }], [0, {
    [_eQN]: `VirtualName`,
    [_xN]: _vN
  }]]
])();
var BlockPublicAccessStates$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _BPAS,
  0,
  [_IGBM],
  [[0, {
    [_eQN]: `InternetGatewayBlockMode`,
    [_xN]: _iGBM
  }]]
])();
var CapacityReservationSpecification$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CRSa,
  0,
  [_CRP, _CRT],
  [0, () => CapacityReservationTarget$]
])();
var CapacityReservationSpecificationResponse$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CRSR,
  0,
  [_CRP, _CRT],
  [[0, {
    [_eQN]: `CapacityReservationPreference`,
    [_xN]: _cRP
  }], [() => CapacityReservationTargetResponse$, {
    [_eQN]: `CapacityReservationTarget`,
    [_xN]: _cRT
  }]]
])();
var CapacityReservationTarget$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CRT,
  0,
  [_CRI, _CRRGA],
  [0, 0]
])();
var CapacityReservationTargetResponse$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CRTR,
  0,
  [_CRI, _CRRGA],
  [[0, {
    [_eQN]: `CapacityReservationId`,
    [_xN]: _cRI
  }], [0, {
    [_eQN]: `CapacityReservationResourceGroupArn`,
    [_xN]: _cRRGA
  }]]
])();
var ConnectionTrackingSpecification$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CTS,
  0,
  [_TET, _UTd, _UST],
  [[1, {
    [_eQN]: `TcpEstablishedTimeout`,
    [_xN]: _tET
  }], [1, {
    [_eQN]: `UdpTimeout`,
    [_xN]: _uTd
  }], [1, {
    [_eQN]: `UdpStreamTimeout`,
    [_xN]: _uST
  }]]
])();
var ConnectionTrackingSpecificationRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CTSR,
  0,
  [_TET, _UST, _UTd],
  [1, 1, 1]
])();
var ConnectionTrackingSpecificationResponse$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CTSRo,
  0,
  [_TET, _UST, _UTd],
  [[1, {
    [_eQN]: `TcpEstablishedTimeout`,
    [_xN]: _tET
  }], [1, {
    [_eQN]: `UdpStreamTimeout`,
    [_xN]: _uST
  }], [1, {
    [_eQN]: `UdpTimeout`,
    [_xN]: _uTd
  }]]
])();
var CopyImageRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CIR,
  0,
  [_N, _SII, _SRo, _CT, _De, _Enc, _KKI, _DOA, _CIT, _TS, _SCCDM, _DAZ, _DAZI, _DR],
  [0, 0, 0, [0, 4], 0, [2, {
    [_eQN]: `Encrypted`,
    [_xN]: _enc
  }], [0, {
    [_eQN]: `KmsKeyId`,
    [_xN]: _kKI
  }], 0, 2, [() => TagSpecificationList, { [_xN]: _TSa }], 1, 0, 0, [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }]],
  3
])();
var CopyImageResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CIRo,
  0,
  [_IIm],
  [[0, {
    [_eQN]: `ImageId`,
    [_xN]: _iIma
  }]]
])();
var CpuOptions$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CO,
  0,
  [_CCor, _TPC, _ASSm, _NV],
  [[1, {
    [_eQN]: `CoreCount`,
    [_xN]: _cCo
  }], [1, {
    [_eQN]: `ThreadsPerCore`,
    [_xN]: _tPC
  }], [0, {
    [_eQN]: `AmdSevSnp`,
    [_xN]: _aSS
  }], [0, {
    [_eQN]: `NestedVirtualization`,
    [_xN]: _nV
  }]]
])();
var CpuOptionsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _COR,
  0,
  [_CCor, _TPC, _ASSm, _NV],
  [1, 1, 0, 0]
])();
var CpuPerformanceFactor$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CPF,
  0,
  [_Ref],
  [[() => PerformanceFactorReferenceSet, {
    [_eQN]: `ReferenceSet`,
    [_xN]: _rSe
  }]]
])();
var CpuPerformanceFactorRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CPFR,
  0,
  [_Ref],
  [[() => PerformanceFactorReferenceSetRequest, { [_xN]: _Refe }]]
])();
var CreateImageRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CIRr,
  0,
  [_II, _N, _TS, _SL, _BMO, _DR, _De, _NR, _BDMl],
  [[0, {
    [_eQN]: `InstanceId`,
    [_xN]: _iI
  }], [0, {
    [_eQN]: `Name`,
    [_xN]: _n
  }], [() => TagSpecificationList, { [_xN]: _TSa }], 0, 0, [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }], [0, {
    [_eQN]: `Description`,
    [_xN]: _de
  }], [2, {
    [_eQN]: `NoReboot`,
    [_xN]: _nR
  }], [() => BlockDeviceMappingRequestList, {
    [_eQN]: `BlockDeviceMapping`,
    [_xN]: _bDM
  }]],
  2
])();
var CreateImageResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CIRre,
  0,
  [_IIm],
  [[0, {
    [_eQN]: `ImageId`,
    [_xN]: _iIma
  }]]
])();
var CreateLaunchTemplateVersionRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CLTVR,
  0,
  [_LTD, _DR, _CT, _LTI, _LTN, _SV, _VD, _RAeso],
  [[() => RequestLaunchTemplateData$, 0], 2, [0, 4], 0, 0, 0, 0, 2],
  1
])();
var CreateLaunchTemplateVersionResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CLTVRr,
  0,
  [_LTV, _W],
  [[() => LaunchTemplateVersion$, {
    [_eQN]: `LaunchTemplateVersion`,
    [_xN]: _lTV
  }], [() => ValidationWarning$, {
    [_eQN]: `Warning`,
    [_xN]: _w
  }]]
])();
var CreateTagsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CTR,
  0,
  [_Res, _T, _DR],
  [[64 | 0, { [_xN]: _RIeso }], [() => TagList, { [_xN]: _Ta }], [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }]],
  2
])();
var CreateVolumePermission$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CVP,
  0,
  [_UI, _Gr],
  [[0, {
    [_eQN]: `UserId`,
    [_xN]: _uI
  }], [0, {
    [_eQN]: `Group`,
    [_xN]: _g
  }]]
])();
var CreateVolumePermissionModifications$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CVPM,
  0,
  [_Ad, _Rem],
  [[() => CreateVolumePermissionList, 0], [() => CreateVolumePermissionList, 0]]
])();
var CreditSpecification$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CSr,
  0,
  [_CCp],
  [[0, {
    [_eQN]: `CpuCredits`,
    [_xN]: _cCp
  }]]
])();
var CreditSpecificationRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CSRred,
  0,
  [_CCp],
  [0],
  1
])();
var DefaultConnectionTrackingConfiguration$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DCTC,
  0,
  [_DTET, _DUT, _DUST],
  [[1, {
    [_eQN]: `DefaultTcpEstablishedTimeout`,
    [_xN]: _dTET
  }], [1, {
    [_eQN]: `DefaultUdpTimeout`,
    [_xN]: _dUT
  }], [1, {
    [_eQN]: `DefaultUdpStreamTimeout`,
    [_xN]: _dUST
  }]]
])();
var DeleteSnapshotRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DSR,
  0,
  [_SIn, _DR],
  [0, [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }]],
  1
])();
var DeleteSnapshotReturnCode$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DSRC,
  0,
  [_SIn, _RC],
  [[0, {
    [_eQN]: `SnapshotId`,
    [_xN]: _sIn
  }], [0, {
    [_eQN]: `ReturnCode`,
    [_xN]: _rC
  }]]
])();
var DeregisterImageRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DIRer,
  0,
  [_IIm, _DAS, _DR],
  [0, 2, [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }]],
  1
])();
var DeregisterImageResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DIRere,
  0,
  [_R, _DSRel],
  [[2, {
    [_eQN]: `Return`,
    [_xN]: _r
  }], [() => DeleteSnapshotResultSet, {
    [_eQN]: `DeleteSnapshotResultSet`,
    [_xN]: _dSRS
  }]]
])();
var DescribeImageAttributeRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DIAR,
  0,
  [_At, _IIm, _DR],
  [0, 0, [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }]],
  2
])();
var DescribeImageReferencesRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DIRR,
  0,
  [_IIma, _IART, _RTes, _NTe, _DR, _MR],
  [[64 | 0, { [_xN]: _IIm }], 2, [() => ResourceTypeRequestList, { [_xN]: _RTe }], 0, 2, 1],
  1
])();
var DescribeImageReferencesResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DIRRe,
  0,
  [_NTe, _IRm],
  [[0, {
    [_eQN]: `NextToken`,
    [_xN]: _nTe
  }], [() => ImageReferenceList, {
    [_eQN]: `ImageReferenceSet`,
    [_xN]: _iRS
  }]]
])();
var DescribeImagesRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DIRes,
  0,
  [_EU, _IIma, _Ow, _ID, _IDn, _MR, _NTe, _DR, _Fi],
  [[() => ExecutableByStringList, { [_xN]: _EBx }], [() => ImageIdStringList, { [_xN]: _IIm }], [() => OwnerStringList, { [_xN]: _Own }], 2, 2, 1, 0, [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }], [() => FilterList, { [_xN]: _Fil }]]
])();
var DescribeImagesResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DIResc,
  0,
  [_NTe, _Im],
  [[0, {
    [_eQN]: `NextToken`,
    [_xN]: _nTe
  }], [() => ImageList, {
    [_eQN]: `ImagesSet`,
    [_xN]: _iSma
  }]]
])();
var DescribeInstancesRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DIRescr,
  0,
  [_IIn, _IMR, _DR, _Fi, _NTe, _MR],
  [[() => InstanceIdStringList, { [_xN]: _II }], 2, [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }], [() => FilterList, { [_xN]: _Fil }], [0, {
    [_eQN]: `NextToken`,
    [_xN]: _nTe
  }], [1, {
    [_eQN]: `MaxResults`,
    [_xN]: _mR
  }]]
])();
var DescribeInstancesResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DIRescri,
  0,
  [_NTe, _Rese],
  [[0, {
    [_eQN]: `NextToken`,
    [_xN]: _nTe
  }], [() => ReservationList, {
    [_eQN]: `ReservationSet`,
    [_xN]: _rSes
  }]]
])();
var DescribeInstanceStatusRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DISRes,
  0,
  [_IIn, _MR, _NTe, _IMR, _DR, _Fi, _IAI],
  [[() => InstanceIdStringList, { [_xN]: _II }], 1, 0, 2, [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }], [() => FilterList, { [_xN]: _Fil }], [2, {
    [_eQN]: `IncludeAllInstances`,
    [_xN]: _iAI
  }]]
])();
var DescribeInstanceStatusResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DISResc,
  0,
  [_ISnst, _NTe],
  [[() => InstanceStatusList, {
    [_eQN]: `InstanceStatusSet`,
    [_xN]: _iSS
  }], [0, {
    [_eQN]: `NextToken`,
    [_xN]: _nTe
  }]]
])();
var DescribeInstanceTypeOfferingsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DITOR,
  0,
  [_DR, _LTo, _Fi, _MR, _NTe],
  [2, 0, [() => FilterList, { [_xN]: _Fil }], 1, 0]
])();
var DescribeInstanceTypeOfferingsResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DITORe,
  0,
  [_ITO, _NTe],
  [[() => InstanceTypeOfferingsList, {
    [_eQN]: `InstanceTypeOfferingSet`,
    [_xN]: _iTOS
  }], [0, {
    [_eQN]: `NextToken`,
    [_xN]: _nTe
  }]]
])();
var DescribeInstanceTypesRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DITRes,
  0,
  [_DR, _ITnst, _Fi, _MR, _NTe, _IUIR],
  [2, [64 | 0, { [_xN]: _IT }], [() => FilterList, { [_xN]: _Fil }], 1, 0, 2]
])();
var DescribeInstanceTypesResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DITResc,
  0,
  [_ITnst, _NTe],
  [[() => InstanceTypeInfoList, {
    [_eQN]: `InstanceTypeSet`,
    [_xN]: _iTS
  }], [0, {
    [_eQN]: `NextToken`,
    [_xN]: _nTe
  }]]
])();
var DescribeLaunchTemplatesRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DLTRes,
  0,
  [_DR, _LTIa, _LTNa, _Fi, _NTe, _MR, _IMR],
  [2, [() => LaunchTemplateIdStringList, { [_xN]: _LTI }], [() => LaunchTemplateNameStringList, { [_xN]: _LTN }], [() => FilterList, { [_xN]: _Fil }], 0, 1, 2]
])();
var DescribeLaunchTemplatesResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DLTResc,
  0,
  [_LTa, _NTe],
  [[() => LaunchTemplateSet, {
    [_eQN]: `LaunchTemplates`,
    [_xN]: _lTa
  }], [0, {
    [_eQN]: `NextToken`,
    [_xN]: _nTe
  }]]
])();
var DescribeLaunchTemplateVersionsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DLTVRes,
  0,
  [_DR, _LTI, _LTN, _Ve, _MV, _MVa, _NTe, _MR, _Fi, _RAeso, _IMR],
  [2, 0, 0, [() => VersionStringList, { [_xN]: _LTV }], 0, 0, 0, 1, [() => FilterList, { [_xN]: _Fil }], 2, 2]
])();
var DescribeLaunchTemplateVersionsResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DLTVResc,
  0,
  [_LTVa, _NTe],
  [[() => LaunchTemplateVersionSet, {
    [_eQN]: `LaunchTemplateVersionSet`,
    [_xN]: _lTVS
  }], [0, {
    [_eQN]: `NextToken`,
    [_xN]: _nTe
  }]]
])();
var DescribeLockedSnapshotsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DLSR,
  0,
  [_Fi, _MR, _NTe, _SIna, _DR],
  [[() => FilterList, { [_xN]: _Fil }], 1, 0, [() => SnapshotIdStringList, { [_xN]: _SIn }], 2]
])();
var DescribeLockedSnapshotsResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DLSRe,
  0,
  [_Sn, _NTe],
  [[() => LockedSnapshotsInfoList, {
    [_eQN]: `SnapshotSet`,
    [_xN]: _sSn
  }], [0, {
    [_eQN]: `NextToken`,
    [_xN]: _nTe
  }]]
])();
var DescribeRegionsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DRRe,
  0,
  [_RNe, _ARll, _DR, _Fi],
  [[() => RegionNameStringList, { [_xN]: _RN }], 2, [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }], [() => FilterList, { [_xN]: _Fil }]]
])();
var DescribeRegionsResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DRRes,
  0,
  [_Reg],
  [[() => RegionList, {
    [_eQN]: `RegionInfo`,
    [_xN]: _rIeg
  }]]
])();
var DescribeSnapshotAttributeRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DSAR,
  0,
  [_At, _SIn, _DR],
  [0, 0, [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }]],
  2
])();
var DescribeSnapshotAttributeResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DSARe,
  0,
  [_PCro, _SIn, _CVPr],
  [[() => ProductCodeList, {
    [_eQN]: `ProductCodes`,
    [_xN]: _pC
  }], [0, {
    [_eQN]: `SnapshotId`,
    [_xN]: _sIn
  }], [() => CreateVolumePermissionList, {
    [_eQN]: `CreateVolumePermission`,
    [_xN]: _cVP
  }]]
])();
var DescribeSnapshotsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DSRes,
  0,
  [_MR, _NTe, _OIw, _RBUI, _SIna, _DR, _Fi],
  [1, 0, [() => OwnerStringList, { [_xN]: _Own }], [64 | 0, { [_xN]: _RBe }], [() => SnapshotIdStringList, { [_xN]: _SIn }], [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }], [() => FilterList, { [_xN]: _Fil }]]
])();
var DescribeSnapshotsResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DSResc,
  0,
  [_NTe, _Sn],
  [[0, {
    [_eQN]: `NextToken`,
    [_xN]: _nTe
  }], [() => SnapshotList, {
    [_eQN]: `SnapshotSet`,
    [_xN]: _sSn
  }]]
])();
var DescribeSubnetsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DSRescr,
  0,
  [_Fi, _SI, _NTe, _MR, _DR],
  [[() => FilterList, { [_xN]: _Fil }], [() => SubnetIdStringList, { [_xN]: _SIu }], 0, 1, [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }]]
])();
var DescribeSubnetsResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DSRescri,
  0,
  [_NTe, _Subn],
  [[0, {
    [_eQN]: `NextToken`,
    [_xN]: _nTe
  }], [() => SubnetList, {
    [_eQN]: `SubnetSet`,
    [_xN]: _sSub
  }]]
])();
var DescribeVolumesRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DVRes,
  0,
  [_VIol, _IMR, _DR, _Fi, _NTe, _MR],
  [[() => VolumeIdStringList, { [_xN]: _VIo }], 2, [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }], [() => FilterList, { [_xN]: _Fil }], [0, {
    [_eQN]: `NextToken`,
    [_xN]: _nTe
  }], [1, {
    [_eQN]: `MaxResults`,
    [_xN]: _mR
  }]]
])();
var DescribeVolumesResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DVResc,
  0,
  [_NTe, _Vo],
  [[0, {
    [_eQN]: `NextToken`,
    [_xN]: _nTe
  }], [() => VolumeList, {
    [_eQN]: `VolumeSet`,
    [_xN]: _vS
  }]]
])();
var DisableImageDeregistrationProtectionRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DIDPR,
  0,
  [_IIm, _DR],
  [0, 2],
  1
])();
var DisableImageDeregistrationProtectionResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DIDPRi,
  0,
  [_R],
  [[0, {
    [_eQN]: `Return`,
    [_xN]: _r
  }]]
])();
var DiskInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DIisk,
  0,
  [_SIGB, _Cou, _Ty],
  [[1, {
    [_eQN]: `SizeInGB`,
    [_xN]: _sIGB
  }], [1, {
    [_eQN]: `Count`,
    [_xN]: _cou
  }], [0, {
    [_eQN]: `Type`,
    [_xN]: _ty
  }]]
])();
var EbsBlockDevice$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _EBD,
  0,
  [_DOT, _Io, _SIn, _VSo, _VT, _KKI, _Th, _OA, _AZ, _Enc, _VIR, _AZI, _ECI],
  [[2, {
    [_eQN]: `DeleteOnTermination`,
    [_xN]: _dOT
  }], [1, {
    [_eQN]: `Iops`,
    [_xN]: _io
  }], [0, {
    [_eQN]: `SnapshotId`,
    [_xN]: _sIn
  }], [1, {
    [_eQN]: `VolumeSize`,
    [_xN]: _vSo
  }], [0, {
    [_eQN]: `VolumeType`,
    [_xN]: _vT
  }], [0, {
    [_eQN]: `KmsKeyId`,
    [_xN]: _kKI
  }], [1, {
    [_eQN]: `Throughput`,
    [_xN]: _th
  }], [0, {
    [_eQN]: `OutpostArn`,
    [_xN]: _oA
  }], [0, {
    [_eQN]: `AvailabilityZone`,
    [_xN]: _aZ
  }], [2, {
    [_eQN]: `Encrypted`,
    [_xN]: _enc
  }], 1, 0, 1]
])();
var EbsCardInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ECIb,
  0,
  [_ECI, _BBIM, _BTIMB, _BIa, _MBIM, _MTIMB, _MI],
  [[1, {
    [_eQN]: `EbsCardIndex`,
    [_xN]: _eCI
  }], [1, {
    [_eQN]: `BaselineBandwidthInMbps`,
    [_xN]: _bBIM
  }], [1, {
    [_eQN]: `BaselineThroughputInMBps`,
    [_xN]: _bTIMB
  }], [1, {
    [_eQN]: `BaselineIops`,
    [_xN]: _bIa
  }], [1, {
    [_eQN]: `MaximumBandwidthInMbps`,
    [_xN]: _mBIM
  }], [1, {
    [_eQN]: `MaximumThroughputInMBps`,
    [_xN]: _mTIMB
  }], [1, {
    [_eQN]: `MaximumIops`,
    [_xN]: _mI
  }]]
])();
var EbsInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _EIb,
  0,
  [_EOS, _ESn, _EOI, _NS, _MEA, _ALT, _MEC, _ECb],
  [[0, {
    [_eQN]: `EbsOptimizedSupport`,
    [_xN]: _eOS
  }], [0, {
    [_eQN]: `EncryptionSupport`,
    [_xN]: _eSn
  }], [() => EbsOptimizedInfo$, {
    [_eQN]: `EbsOptimizedInfo`,
    [_xN]: _eOI
  }], [0, {
    [_eQN]: `NvmeSupport`,
    [_xN]: _nS
  }], [1, {
    [_eQN]: `MaximumEbsAttachments`,
    [_xN]: _mEA
  }], [0, {
    [_eQN]: `AttachmentLimitType`,
    [_xN]: _aLT
  }], [1, {
    [_eQN]: `MaximumEbsCards`,
    [_xN]: _mEC
  }], [() => EbsCardInfoList, {
    [_eQN]: `EbsCardSet`,
    [_xN]: _eCS
  }]]
])();
var EbsInstanceBlockDevice$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _EIBD,
  0,
  [_ATtt, _DOT, _Sta, _VIo, _ARss, _VOI, _Op, _ECI],
  [[4, {
    [_eQN]: `AttachTime`,
    [_xN]: _aTt
  }], [2, {
    [_eQN]: `DeleteOnTermination`,
    [_xN]: _dOT
  }], [0, {
    [_eQN]: `Status`,
    [_xN]: _sta
  }], [0, {
    [_eQN]: `VolumeId`,
    [_xN]: _vIo
  }], [0, {
    [_eQN]: `AssociatedResource`,
    [_xN]: _aRs
  }], [0, {
    [_eQN]: `VolumeOwnerId`,
    [_xN]: _vOI
  }], [() => OperatorResponse$, {
    [_eQN]: `Operator`,
    [_xN]: _ope
  }], [1, {
    [_eQN]: `EbsCardIndex`,
    [_xN]: _eCI
  }]]
])();
var EbsOptimizedInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _EOI,
  0,
  [_BBIM, _BTIMB, _BIa, _MBIM, _MTIMB, _MI],
  [[1, {
    [_eQN]: `BaselineBandwidthInMbps`,
    [_xN]: _bBIM
  }], [1, {
    [_eQN]: `BaselineThroughputInMBps`,
    [_xN]: _bTIMB
  }], [1, {
    [_eQN]: `BaselineIops`,
    [_xN]: _bIa
  }], [1, {
    [_eQN]: `MaximumBandwidthInMbps`,
    [_xN]: _mBIM
  }], [1, {
    [_eQN]: `MaximumThroughputInMBps`,
    [_xN]: _mTIMB
  }], [1, {
    [_eQN]: `MaximumIops`,
    [_xN]: _mI
  }]]
])();
var EbsStatusDetails$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ESD,
  0,
  [_ISm, _N, _Sta],
  [[4, {
    [_eQN]: `ImpairedSince`,
    [_xN]: _iSm
  }], [0, {
    [_eQN]: `Name`,
    [_xN]: _n
  }], [0, {
    [_eQN]: `Status`,
    [_xN]: _sta
  }]]
])();
var EbsStatusSummary$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ESSb,
  0,
  [_Det, _Sta],
  [[() => EbsStatusDetailsList, {
    [_eQN]: `Details`,
    [_xN]: _det
  }], [0, {
    [_eQN]: `Status`,
    [_xN]: _sta
  }]]
])();
var EfaInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _EIf,
  0,
  [_MEI],
  [[1, {
    [_eQN]: `MaximumEfaInterfaces`,
    [_xN]: _mEI
  }]]
])();
var ElasticGpuAssociation$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _EGA,
  0,
  [_EGIl, _EGAI, _EGAS, _EGAT],
  [[0, {
    [_eQN]: `ElasticGpuId`,
    [_xN]: _eGI
  }], [0, {
    [_eQN]: `ElasticGpuAssociationId`,
    [_xN]: _eGAI
  }], [0, {
    [_eQN]: `ElasticGpuAssociationState`,
    [_xN]: _eGAS
  }], [0, {
    [_eQN]: `ElasticGpuAssociationTime`,
    [_xN]: _eGAT
  }]]
])();
var ElasticGpuSpecification$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _EGSla,
  0,
  [_Ty],
  [0],
  1
])();
var ElasticGpuSpecificationResponse$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _EGSR,
  0,
  [_Ty],
  [[0, {
    [_eQN]: `Type`,
    [_xN]: _ty
  }]]
])();
var ElasticInferenceAccelerator$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _EIA,
  0,
  [_Ty, _Cou],
  [0, 1],
  1
])();
var ElasticInferenceAcceleratorAssociation$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _EIAA,
  0,
  [_EIAAl, _EIAAI, _EIAAS, _EIAAT],
  [[0, {
    [_eQN]: `ElasticInferenceAcceleratorArn`,
    [_xN]: _eIAA
  }], [0, {
    [_eQN]: `ElasticInferenceAcceleratorAssociationId`,
    [_xN]: _eIAAI
  }], [0, {
    [_eQN]: `ElasticInferenceAcceleratorAssociationState`,
    [_xN]: _eIAAS
  }], [4, {
    [_eQN]: `ElasticInferenceAcceleratorAssociationTime`,
    [_xN]: _eIAAT
  }]]
])();
var EnableImageDeprecationRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _EIDR,
  0,
  [_IIm, _DAep, _DR],
  [0, 4, 2],
  2
])();
var EnableImageDeprecationResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _EIDRn,
  0,
  [_R],
  [[2, {
    [_eQN]: `Return`,
    [_xN]: _r
  }]]
])();
var EnableImageDeregistrationProtectionRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _EIDPR,
  0,
  [_IIm, _WC, _DR],
  [0, 2, 2],
  1
])();
var EnableImageDeregistrationProtectionResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _EIDPRn,
  0,
  [_R],
  [[0, {
    [_eQN]: `Return`,
    [_xN]: _r
  }]]
])();
var EnaSrdSpecificationRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ESSR,
  0,
  [_ESE, _ESUS],
  [2, () => EnaSrdUdpSpecificationRequest$]
])();
var EnaSrdUdpSpecificationRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ESUSR,
  0,
  [_ESUE],
  [2]
])();
var EnclaveOptions$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _EOn,
  0,
  [_En],
  [[2, {
    [_eQN]: `Enabled`,
    [_xN]: _en
  }]]
])();
var EnclaveOptionsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _EOR,
  0,
  [_En],
  [2]
])();
var Filter$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _Fil,
  0,
  [_N, _Va],
  [0, [() => ValueStringList, { [_xN]: _V }]]
])();
var FpgaDeviceInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _FDI,
  0,
  [_N, _Man, _Cou, _MIe],
  [[0, {
    [_eQN]: `Name`,
    [_xN]: _n
  }], [0, {
    [_eQN]: `Manufacturer`,
    [_xN]: _man
  }], [1, {
    [_eQN]: `Count`,
    [_xN]: _cou
  }], [() => FpgaDeviceMemoryInfo$, {
    [_eQN]: `MemoryInfo`,
    [_xN]: _mIe
  }]]
])();
var FpgaDeviceMemoryInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _FDMI,
  0,
  [_SIMB],
  [[1, {
    [_eQN]: `SizeInMiB`,
    [_xN]: _sIMB
  }]]
])();
var FpgaInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _FIpga,
  0,
  [_Fp, _TFMIMB],
  [[() => FpgaDeviceInfoList, {
    [_eQN]: `Fpgas`,
    [_xN]: _fp
  }], [1, {
    [_eQN]: `TotalFpgaMemoryInMiB`,
    [_xN]: _tFMIMB
  }]]
])();
var GetConsoleOutputRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _GCOR,
  0,
  [_II, _La, _DR],
  [0, 2, [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }]],
  1
])();
var GetConsoleOutputResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _GCORe,
  0,
  [_II, _Tim, _Ou],
  [[0, {
    [_eQN]: `InstanceId`,
    [_xN]: _iI
  }], [4, {
    [_eQN]: `Timestamp`,
    [_xN]: _ti
  }], [0, {
    [_eQN]: `Output`,
    [_xN]: _ou
  }]]
])();
var GetEbsDefaultKmsKeyIdRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _GEDKKIR,
  0,
  [_DR],
  [2]
])();
var GetEbsDefaultKmsKeyIdResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _GEDKKIRe,
  0,
  [_KKI],
  [[0, {
    [_eQN]: `KmsKeyId`,
    [_xN]: _kKI
  }]]
])();
var GetEbsEncryptionByDefaultRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _GEEBDR,
  0,
  [_DR],
  [2]
])();
var GetEbsEncryptionByDefaultResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _GEEBDRe,
  0,
  [_EEBD, _STs],
  [[2, {
    [_eQN]: `EbsEncryptionByDefault`,
    [_xN]: _eEBD
  }], [0, {
    [_eQN]: `SseType`,
    [_xN]: _sTs
  }]]
])();
var GetImageBlockPublicAccessStateRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _GIBPASR,
  0,
  [_DR],
  [2]
])();
var GetImageBlockPublicAccessStateResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _GIBPASRe,
  0,
  [_IBPAS, _MB],
  [[0, {
    [_eQN]: `ImageBlockPublicAccessState`,
    [_xN]: _iBPAS
  }], [0, {
    [_eQN]: `ManagedBy`,
    [_xN]: _mB
  }]]
])();
var GpuDeviceInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _GDI,
  0,
  [_N, _Man, _Cou, _LGC, _GPS, _Wo, _MIe],
  [[0, {
    [_eQN]: `Name`,
    [_xN]: _n
  }], [0, {
    [_eQN]: `Manufacturer`,
    [_xN]: _man
  }], [1, {
    [_eQN]: `Count`,
    [_xN]: _cou
  }], [1, {
    [_eQN]: `LogicalGpuCount`,
    [_xN]: _lGC
  }], [1, {
    [_eQN]: `GpuPartitionSize`,
    [_xN]: _gPS
  }], [() => WorkloadsList, {
    [_eQN]: `WorkloadSet`,
    [_xN]: _wS
  }], [() => GpuDeviceMemoryInfo$, {
    [_eQN]: `MemoryInfo`,
    [_xN]: _mIe
  }]]
])();
var GpuDeviceMemoryInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _GDMI,
  0,
  [_SIMB],
  [[1, {
    [_eQN]: `SizeInMiB`,
    [_xN]: _sIMB
  }]]
])();
var GpuInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _GIp,
  0,
  [_Gp, _TGMIMB],
  [[() => GpuDeviceInfoList, {
    [_eQN]: `Gpus`,
    [_xN]: _gp
  }], [1, {
    [_eQN]: `TotalGpuMemoryInMiB`,
    [_xN]: _tGMIMB
  }]]
])();
var GroupIdentifier$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _GIrou,
  0,
  [_GIr, _GN],
  [[0, {
    [_eQN]: `GroupId`,
    [_xN]: _gIr
  }], [0, {
    [_eQN]: `GroupName`,
    [_xN]: _gN
  }]]
])();
var HibernationOptions$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _HO,
  0,
  [_Conf],
  [[2, {
    [_eQN]: `Configured`,
    [_xN]: _conf
  }]]
])();
var HibernationOptionsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _HOR,
  0,
  [_Conf],
  [2]
])();
var IamInstanceProfile$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IIP,
  0,
  [_Ar, _I],
  [[0, {
    [_eQN]: `Arn`,
    [_xN]: _ar
  }], [0, {
    [_eQN]: `Id`,
    [_xN]: _i
  }]]
])();
var IamInstanceProfileSpecification$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IIPS,
  0,
  [_Ar, _N],
  [[0, {
    [_eQN]: `Arn`,
    [_xN]: _ar
  }], [0, {
    [_eQN]: `Name`,
    [_xN]: _n
  }]]
])();
var Image$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _Ima,
  0,
  [_PDl, _UO, _BDMl, _De, _ESna, _Hy, _IOA, _N, _RDN, _RDT, _SNS, _SRt, _T, _VTir, _BM, _TSp, _DTe, _ISmd, _SIIo, _DPer, _LLT, _IAm, _SII, _SIRo, _FTE, _PSPN, _IW, _SRc, _ITSn, _IIm, _IL, _St, _OI, _CDr, _Pu, _PCro, _Arc, _ITm, _KI, _RIa, _Pl],
  [[0, {
    [_eQN]: `PlatformDetails`,
    [_xN]: _pDl
  }], [0, {
    [_eQN]: `UsageOperation`,
    [_xN]: _uO
  }], [() => BlockDeviceMappingList, {
    [_eQN]: `BlockDeviceMapping`,
    [_xN]: _bDM
  }], [0, {
    [_eQN]: `Description`,
    [_xN]: _de
  }], [2, {
    [_eQN]: `EnaSupport`,
    [_xN]: _eSna
  }], [0, {
    [_eQN]: `Hypervisor`,
    [_xN]: _h
  }], [0, {
    [_eQN]: `ImageOwnerAlias`,
    [_xN]: _iOA
  }], [0, {
    [_eQN]: `Name`,
    [_xN]: _n
  }], [0, {
    [_eQN]: `RootDeviceName`,
    [_xN]: _rDN
  }], [0, {
    [_eQN]: `RootDeviceType`,
    [_xN]: _rDT
  }], [0, {
    [_eQN]: `SriovNetSupport`,
    [_xN]: _sNSr
  }], [() => StateReason$, {
    [_eQN]: `StateReason`,
    [_xN]: _sRt
  }], [() => TagList, {
    [_eQN]: `TagSet`,
    [_xN]: _tS
  }], [0, {
    [_eQN]: `VirtualizationType`,
    [_xN]: _vTi
  }], [0, {
    [_eQN]: `BootMode`,
    [_xN]: _bM
  }], [0, {
    [_eQN]: `TpmSupport`,
    [_xN]: _tSp
  }], [0, {
    [_eQN]: `DeprecationTime`,
    [_xN]: _dTe
  }], [0, {
    [_eQN]: `ImdsSupport`,
    [_xN]: _iSmd
  }], [0, {
    [_eQN]: `SourceInstanceId`,
    [_xN]: _sII
  }], [0, {
    [_eQN]: `DeregistrationProtection`,
    [_xN]: _dPe
  }], [0, {
    [_eQN]: `LastLaunchedTime`,
    [_xN]: _lLT
  }], [2, {
    [_eQN]: `ImageAllowed`,
    [_xN]: _iAm
  }], [0, {
    [_eQN]: `SourceImageId`,
    [_xN]: _sIIo
  }], [0, {
    [_eQN]: `SourceImageRegion`,
    [_xN]: _sIR
  }], [2, {
    [_eQN]: `FreeTierEligible`,
    [_xN]: _fTE
  }], [0, {
    [_eQN]: `PublicSsmParameterName`,
    [_xN]: _pSPN
  }], [() => ImageWatermarkList, {
    [_eQN]: `ImageWatermarkSet`,
    [_xN]: _iWS
  }], [() => ScanResults$, {
    [_eQN]: `ScanResults`,
    [_xN]: _sRc
  }], [() => InstanceTypeSpecification$, {
    [_eQN]: `InstanceTypeSpecification`,
    [_xN]: _iTSn
  }], [0, {
    [_eQN]: `ImageId`,
    [_xN]: _iIma
  }], [0, {
    [_eQN]: `ImageLocation`,
    [_xN]: _iL
  }], [0, {
    [_eQN]: `ImageState`,
    [_xN]: _iSmag
  }], [0, {
    [_eQN]: `ImageOwnerId`,
    [_xN]: _iOI
  }], [0, {
    [_eQN]: `CreationDate`,
    [_xN]: _cDr
  }], [2, {
    [_eQN]: `IsPublic`,
    [_xN]: _iPs
  }], [() => ProductCodeList, {
    [_eQN]: `ProductCodes`,
    [_xN]: _pC
  }], [0, {
    [_eQN]: `Architecture`,
    [_xN]: _arc
  }], [0, {
    [_eQN]: `ImageType`,
    [_xN]: _iTm
  }], [0, {
    [_eQN]: `KernelId`,
    [_xN]: _kI
  }], [0, {
    [_eQN]: `RamdiskId`,
    [_xN]: _rIa
  }], [0, {
    [_eQN]: `Platform`,
    [_xN]: _pl
  }]]
])();
var ImageAttribute$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IAma,
  0,
  [_De, _KI, _RIa, _SNS, _BM, _TSp, _UD, _LLT, _ISmd, _DPer, _IIm, _LPa, _PCro, _BDMl],
  [[() => AttributeValue$, {
    [_eQN]: `Description`,
    [_xN]: _de
  }], [() => AttributeValue$, {
    [_eQN]: `Kernel`,
    [_xN]: _ke
  }], [() => AttributeValue$, {
    [_eQN]: `Ramdisk`,
    [_xN]: _ra
  }], [() => AttributeValue$, {
    [_eQN]: `SriovNetSupport`,
    [_xN]: _sNSr
  }], [() => AttributeValue$, {
    [_eQN]: `BootMode`,
    [_xN]: _bM
  }], [() => AttributeValue$, {
    [_eQN]: `TpmSupport`,
    [_xN]: _tSp
  }], [() => AttributeValue$, {
    [_eQN]: `UefiData`,
    [_xN]: _uD
  }], [() => AttributeValue$, {
    [_eQN]: `LastLaunchedTime`,
    [_xN]: _lLT
  }], [() => AttributeValue$, {
    [_eQN]: `ImdsSupport`,
    [_xN]: _iSmd
  }], [() => AttributeValue$, {
    [_eQN]: `DeregistrationProtection`,
    [_xN]: _dPe
  }], [0, {
    [_eQN]: `ImageId`,
    [_xN]: _iIma
  }], [() => LaunchPermissionList, {
    [_eQN]: `LaunchPermission`,
    [_xN]: _lPa
  }], [() => ProductCodeList, {
    [_eQN]: `ProductCodes`,
    [_xN]: _pC
  }], [() => BlockDeviceMappingList, {
    [_eQN]: `BlockDeviceMapping`,
    [_xN]: _bDM
  }]]
])();
var ImageRecycleBinInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IRBI,
  0,
  [_IIm, _N, _De, _RBET, _RBETe],
  [[0, {
    [_eQN]: `ImageId`,
    [_xN]: _iIma
  }], [0, {
    [_eQN]: `Name`,
    [_xN]: _n
  }], [0, {
    [_eQN]: `Description`,
    [_xN]: _de
  }], [4, {
    [_eQN]: `RecycleBinEnterTime`,
    [_xN]: _rBET
  }], [4, {
    [_eQN]: `RecycleBinExitTime`,
    [_xN]: _rBETe
  }]]
])();
var ImageReference$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IRma,
  0,
  [_IIm, _RTe, _Ar],
  [[0, {
    [_eQN]: `ImageId`,
    [_xN]: _iIma
  }], [0, {
    [_eQN]: `ResourceType`,
    [_xN]: _rTe
  }], [0, {
    [_eQN]: `Arn`,
    [_xN]: _ar
  }]]
])();
var ImageWatermark$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IWm,
  0,
  [_WK, _SIRo, _SII, _SICT, _WCT],
  [[0, {
    [_eQN]: `WatermarkKey`,
    [_xN]: _wK
  }], [0, {
    [_eQN]: `SourceImageRegion`,
    [_xN]: _sIR
  }], [0, {
    [_eQN]: `SourceImageId`,
    [_xN]: _sIIo
  }], [4, {
    [_eQN]: `SourceImageCreationTime`,
    [_xN]: _sICT
  }], [4, {
    [_eQN]: `WatermarkCreationTime`,
    [_xN]: _wCT
  }]]
])();
var InferenceAcceleratorInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IAIn,
  0,
  [_Acc, _TIMIMB],
  [[() => InferenceDeviceInfoList, {
    [_eQN]: `Accelerators`,
    [_xN]: _acc
  }], [1, {
    [_eQN]: `TotalInferenceMemoryInMiB`,
    [_xN]: _tIMIMB
  }]]
])();
var InferenceDeviceInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IDI,
  0,
  [_Cou, _N, _Man, _MIe],
  [[1, {
    [_eQN]: `Count`,
    [_xN]: _cou
  }], [0, {
    [_eQN]: `Name`,
    [_xN]: _n
  }], [0, {
    [_eQN]: `Manufacturer`,
    [_xN]: _man
  }], [() => InferenceDeviceMemoryInfo$, {
    [_eQN]: `MemoryInfo`,
    [_xN]: _mIe
  }]]
])();
var InferenceDeviceMemoryInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IDMI,
  0,
  [_SIMB],
  [[1, {
    [_eQN]: `SizeInMiB`,
    [_xN]: _sIMB
  }]]
])();
var Instance$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _In,
  0,
  [_Arc, _BDMl, _CT, _EO, _ESna, _Hy, _IIP, _ILn, _EGAl, _EIAAla, _NIet, _OA, _RDN, _RDT, _SGe, _SDC, _SIRI, _SNS, _SRt, _T, _VTir, _CO, _CBI, _CRI, _CRSa, _HO, _Lic, _MO, _EOn, _BM, _PDl, _UO, _UOUT, _PDNO, _IApv, _TSp, _MOa, _CIBM, _NPO, _Op, _SIec, _II, _IIm, _St, _PDN, _PDNub, _STR, _KN, _ALI, _PCro, _IT, _LTau, _Pla, _KI, _RIa, _Pl, _Mon, _SIu, _VI, _PIAr, _PIAu],
  [[0, {
    [_eQN]: `Architecture`,
    [_xN]: _arc
  }], [() => InstanceBlockDeviceMappingList, {
    [_eQN]: `BlockDeviceMapping`,
    [_xN]: _bDM
  }], [0, {
    [_eQN]: `ClientToken`,
    [_xN]: _cT
  }], [2, {
    [_eQN]: `EbsOptimized`,
    [_xN]: _eO
  }], [2, {
    [_eQN]: `EnaSupport`,
    [_xN]: _eSna
  }], [0, {
    [_eQN]: `Hypervisor`,
    [_xN]: _h
  }], [() => IamInstanceProfile$, {
    [_eQN]: `IamInstanceProfile`,
    [_xN]: _iIP
  }], [0, {
    [_eQN]: `InstanceLifecycle`,
    [_xN]: _iLn
  }], [() => ElasticGpuAssociationList, {
    [_eQN]: `ElasticGpuAssociationSet`,
    [_xN]: _eGASl
  }], [() => ElasticInferenceAcceleratorAssociationList, {
    [_eQN]: `ElasticInferenceAcceleratorAssociationSet`,
    [_xN]: _eIAASl
  }], [() => InstanceNetworkInterfaceList, {
    [_eQN]: `NetworkInterfaceSet`,
    [_xN]: _nIS
  }], [0, {
    [_eQN]: `OutpostArn`,
    [_xN]: _oA
  }], [0, {
    [_eQN]: `RootDeviceName`,
    [_xN]: _rDN
  }], [0, {
    [_eQN]: `RootDeviceType`,
    [_xN]: _rDT
  }], [() => GroupIdentifierList, {
    [_eQN]: `GroupSet`,
    [_xN]: _gSr
  }], [2, {
    [_eQN]: `SourceDestCheck`,
    [_xN]: _sDC
  }], [0, {
    [_eQN]: `SpotInstanceRequestId`,
    [_xN]: _sIRI
  }], [0, {
    [_eQN]: `SriovNetSupport`,
    [_xN]: _sNSr
  }], [() => StateReason$, {
    [_eQN]: `StateReason`,
    [_xN]: _sRt
  }], [() => TagList, {
    [_eQN]: `TagSet`,
    [_xN]: _tS
  }], [0, {
    [_eQN]: `VirtualizationType`,
    [_xN]: _vTi
  }], [() => CpuOptions$, {
    [_eQN]: `CpuOptions`,
    [_xN]: _cO
  }], [0, {
    [_eQN]: `CapacityBlockId`,
    [_xN]: _cBI
  }], [0, {
    [_eQN]: `CapacityReservationId`,
    [_xN]: _cRI
  }], [() => CapacityReservationSpecificationResponse$, {
    [_eQN]: `CapacityReservationSpecification`,
    [_xN]: _cRSa
  }], [() => HibernationOptions$, {
    [_eQN]: `HibernationOptions`,
    [_xN]: _hO
  }], [() => LicenseList, {
    [_eQN]: `LicenseSet`,
    [_xN]: _lSic
  }], [() => InstanceMetadataOptionsResponse$, {
    [_eQN]: `MetadataOptions`,
    [_xN]: _mO
  }], [() => EnclaveOptions$, {
    [_eQN]: `EnclaveOptions`,
    [_xN]: _eOn
  }], [0, {
    [_eQN]: `BootMode`,
    [_xN]: _bM
  }], [0, {
    [_eQN]: `PlatformDetails`,
    [_xN]: _pDl
  }], [0, {
    [_eQN]: `UsageOperation`,
    [_xN]: _uO
  }], [4, {
    [_eQN]: `UsageOperationUpdateTime`,
    [_xN]: _uOUT
  }], [() => PrivateDnsNameOptionsResponse$, {
    [_eQN]: `PrivateDnsNameOptions`,
    [_xN]: _pDNO
  }], [0, {
    [_eQN]: `Ipv6Address`,
    [_xN]: _iApv
  }], [0, {
    [_eQN]: `TpmSupport`,
    [_xN]: _tSp
  }], [() => InstanceMaintenanceOptions$, {
    [_eQN]: `MaintenanceOptions`,
    [_xN]: _mOa
  }], [0, {
    [_eQN]: `CurrentInstanceBootMode`,
    [_xN]: _cIBM
  }], [() => InstanceNetworkPerformanceOptions$, {
    [_eQN]: `NetworkPerformanceOptions`,
    [_xN]: _nPO
  }], [() => OperatorResponse$, {
    [_eQN]: `Operator`,
    [_xN]: _ope
  }], [() => InstanceSecondaryInterfaceList, {
    [_eQN]: `SecondaryInterfaceSet`,
    [_xN]: _sISe
  }], [0, {
    [_eQN]: `InstanceId`,
    [_xN]: _iI
  }], [0, {
    [_eQN]: `ImageId`,
    [_xN]: _iIma
  }], [() => InstanceState$, {
    [_eQN]: `InstanceState`,
    [_xN]: _iSnst
  }], [0, {
    [_eQN]: `PrivateDnsName`,
    [_xN]: _pDNr
  }], [0, {
    [_eQN]: `DnsName`,
    [_xN]: _dNn
  }], [0, {
    [_eQN]: `Reason`,
    [_xN]: _re
  }], [0, {
    [_eQN]: `KeyName`,
    [_xN]: _kN
  }], [1, {
    [_eQN]: `AmiLaunchIndex`,
    [_xN]: _aLI
  }], [() => ProductCodeList, {
    [_eQN]: `ProductCodes`,
    [_xN]: _pC
  }], [0, {
    [_eQN]: `InstanceType`,
    [_xN]: _iT
  }], [4, {
    [_eQN]: `LaunchTime`,
    [_xN]: _lTau
  }], [() => Placement$, {
    [_eQN]: `Placement`,
    [_xN]: _pla
  }], [0, {
    [_eQN]: `KernelId`,
    [_xN]: _kI
  }], [0, {
    [_eQN]: `RamdiskId`,
    [_xN]: _rIa
  }], [0, {
    [_eQN]: `Platform`,
    [_xN]: _pl
  }], [() => Monitoring$, {
    [_eQN]: `Monitoring`,
    [_xN]: _mon
  }], [0, {
    [_eQN]: `SubnetId`,
    [_xN]: _sIu
  }], [0, {
    [_eQN]: `VpcId`,
    [_xN]: _vI
  }], [0, {
    [_eQN]: `PrivateIpAddress`,
    [_xN]: _pIAr
  }], [0, {
    [_eQN]: `IpAddress`,
    [_xN]: _iAp
  }]]
])();
var InstanceAttachmentEnaSrdSpecification$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IAESS,
  0,
  [_ESE, _ESUS],
  [[2, {
    [_eQN]: `EnaSrdEnabled`,
    [_xN]: _eSE
  }], [() => InstanceAttachmentEnaSrdUdpSpecification$, {
    [_eQN]: `EnaSrdUdpSpecification`,
    [_xN]: _eSUS
  }]]
])();
var InstanceAttachmentEnaSrdUdpSpecification$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IAESUS,
  0,
  [_ESUE],
  [[2, {
    [_eQN]: `EnaSrdUdpEnabled`,
    [_xN]: _eSUE
  }]]
])();
var InstanceBlockDeviceMapping$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IBDM,
  0,
  [_DN, _Eb],
  [[0, {
    [_eQN]: `DeviceName`,
    [_xN]: _dN
  }], [() => EbsInstanceBlockDevice$, {
    [_eQN]: `Ebs`,
    [_xN]: _eb
  }]]
])();
var InstanceIpv4Prefix$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IIPn,
  0,
  [_IPpvre],
  [[0, {
    [_eQN]: `Ipv4Prefix`,
    [_xN]: _iPpv
  }]]
])();
var InstanceIpv6Address$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IIA,
  0,
  [_IApv, _IPIs],
  [[0, {
    [_eQN]: `Ipv6Address`,
    [_xN]: _iApv
  }], [2, {
    [_eQN]: `IsPrimaryIpv6`,
    [_xN]: _iPIs
  }]]
])();
var InstanceIpv6AddressRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IIAR,
  0,
  [_IApv],
  [0]
])();
var InstanceIpv6Prefix$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IIPns,
  0,
  [_IPpv],
  [[0, {
    [_eQN]: `Ipv6Prefix`,
    [_xN]: _iPpvr
  }]]
])();
var InstanceMaintenanceOptions$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IMO,
  0,
  [_ARuto, _RMe],
  [[0, {
    [_eQN]: `AutoRecovery`,
    [_xN]: _aRut
  }], [0, {
    [_eQN]: `RebootMigration`,
    [_xN]: _rMe
  }]]
])();
var InstanceMaintenanceOptionsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IMOR,
  0,
  [_ARuto],
  [0]
])();
var InstanceMarketOptionsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IMORn,
  0,
  [_MTa, _SO],
  [0, () => SpotMarketOptions$]
])();
var InstanceMetadataOptionsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IMORns,
  0,
  [_HT, _HPRHL, _HE, _HPI, _IMT],
  [0, 1, 0, 0, 0]
])();
var InstanceMetadataOptionsResponse$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IMORnst,
  0,
  [_St, _HT, _HPRHL, _HE, _HPI, _IMT],
  [[0, {
    [_eQN]: `State`,
    [_xN]: _st
  }], [0, {
    [_eQN]: `HttpTokens`,
    [_xN]: _hT
  }], [1, {
    [_eQN]: `HttpPutResponseHopLimit`,
    [_xN]: _hPRHL
  }], [0, {
    [_eQN]: `HttpEndpoint`,
    [_xN]: _hE
  }], [0, {
    [_eQN]: `HttpProtocolIpv6`,
    [_xN]: _hPI
  }], [0, {
    [_eQN]: `InstanceMetadataTags`,
    [_xN]: _iMT
  }]]
])();
var InstanceNetworkInterface$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _INI,
  0,
  [_Ass, _Att, _De, _G, _IA, _MAa, _NII, _OI, _PDN, _PIAr, _PIAri, _SDC, _Sta, _SIu, _VI, _ITnt, _IPpvr, _IPp, _CTC, _Op],
  [[() => InstanceNetworkInterfaceAssociation$, {
    [_eQN]: `Association`,
    [_xN]: _ass
  }], [() => InstanceNetworkInterfaceAttachment$, {
    [_eQN]: `Attachment`,
    [_xN]: _at
  }], [0, {
    [_eQN]: `Description`,
    [_xN]: _de
  }], [() => GroupIdentifierList, {
    [_eQN]: `GroupSet`,
    [_xN]: _gSr
  }], [() => InstanceIpv6AddressList, {
    [_eQN]: `Ipv6AddressesSet`,
    [_xN]: _iASp
  }], [0, {
    [_eQN]: `MacAddress`,
    [_xN]: _mAa
  }], [0, {
    [_eQN]: `NetworkInterfaceId`,
    [_xN]: _nII
  }], [0, {
    [_eQN]: `OwnerId`,
    [_xN]: _oI
  }], [0, {
    [_eQN]: `PrivateDnsName`,
    [_xN]: _pDNr
  }], [0, {
    [_eQN]: `PrivateIpAddress`,
    [_xN]: _pIAr
  }], [() => InstancePrivateIpAddressList, {
    [_eQN]: `PrivateIpAddressesSet`,
    [_xN]: _pIAS
  }], [2, {
    [_eQN]: `SourceDestCheck`,
    [_xN]: _sDC
  }], [0, {
    [_eQN]: `Status`,
    [_xN]: _sta
  }], [0, {
    [_eQN]: `SubnetId`,
    [_xN]: _sIu
  }], [0, {
    [_eQN]: `VpcId`,
    [_xN]: _vI
  }], [0, {
    [_eQN]: `InterfaceType`,
    [_xN]: _iTnt
  }], [() => InstanceIpv4PrefixList, {
    [_eQN]: `Ipv4PrefixSet`,
    [_xN]: _iPSpvr
  }], [() => InstanceIpv6PrefixList, {
    [_eQN]: `Ipv6PrefixSet`,
    [_xN]: _iPSpvre
  }], [() => ConnectionTrackingSpecificationResponse$, {
    [_eQN]: `ConnectionTrackingConfiguration`,
    [_xN]: _cTC
  }], [() => OperatorResponse$, {
    [_eQN]: `Operator`,
    [_xN]: _ope
  }]]
])();
var InstanceNetworkInterfaceAssociation$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _INIA,
  0,
  [_CI, _COI, _IOI, _PDNub, _PI],
  [[0, {
    [_eQN]: `CarrierIp`,
    [_xN]: _cI
  }], [0, {
    [_eQN]: `CustomerOwnedIp`,
    [_xN]: _cOI
  }], [0, {
    [_eQN]: `IpOwnerId`,
    [_xN]: _iOIp
  }], [0, {
    [_eQN]: `PublicDnsName`,
    [_xN]: _pDNu
  }], [0, {
    [_eQN]: `PublicIp`,
    [_xN]: _pI
  }]]
])();
var InstanceNetworkInterfaceAttachment$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _INIAn,
  0,
  [_ATtt, _AItt, _DOT, _DI, _Sta, _NCI, _ESS, _EQC],
  [[4, {
    [_eQN]: `AttachTime`,
    [_xN]: _aTt
  }], [0, {
    [_eQN]: `AttachmentId`,
    [_xN]: _aIt
  }], [2, {
    [_eQN]: `DeleteOnTermination`,
    [_xN]: _dOT
  }], [1, {
    [_eQN]: `DeviceIndex`,
    [_xN]: _dI
  }], [0, {
    [_eQN]: `Status`,
    [_xN]: _sta
  }], [1, {
    [_eQN]: `NetworkCardIndex`,
    [_xN]: _nCI
  }], [() => InstanceAttachmentEnaSrdSpecification$, {
    [_eQN]: `EnaSrdSpecification`,
    [_xN]: _eSS
  }], [1, {
    [_eQN]: `EnaQueueCount`,
    [_xN]: _eQC
  }]]
])();
var InstanceNetworkInterfaceSpecification$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _INIS,
  0,
  [_APIAss, _DOT, _De, _DI, _G, _IAC, _IA, _NII, _PIAr, _PIAri, _SPIAC, _SIu, _ACIA, _ITnt, _NCI, _IPpvr, _IPCp, _IPp, _IPC, _PIr, _ESS, _CTS, _EQC],
  [[2, {
    [_eQN]: `AssociatePublicIpAddress`,
    [_xN]: _aPIA
  }], [2, {
    [_eQN]: `DeleteOnTermination`,
    [_xN]: _dOT
  }], [0, {
    [_eQN]: `Description`,
    [_xN]: _de
  }], [1, {
    [_eQN]: `DeviceIndex`,
    [_xN]: _dI
  }], [() => SecurityGroupIdStringList, { [_xN]: _SGI }], [1, {
    [_eQN]: `Ipv6AddressCount`,
    [_xN]: _iAC
  }], [() => InstanceIpv6AddressList, {
    [_eQN]: `Ipv6Addresses`,
    [_xN]: _iASp
  }], [0, {
    [_eQN]: `NetworkInterfaceId`,
    [_xN]: _nII
  }], [0, {
    [_eQN]: `PrivateIpAddress`,
    [_xN]: _pIAr
  }], [() => PrivateIpAddressSpecificationList, {
    [_eQN]: `PrivateIpAddresses`,
    [_xN]: _pIAS
  }], [1, {
    [_eQN]: `SecondaryPrivateIpAddressCount`,
    [_xN]: _sPIAC
  }], [0, {
    [_eQN]: `SubnetId`,
    [_xN]: _sIu
  }], 2, 0, 1, [() => Ipv4PrefixList, { [_xN]: _IPpvre }], 1, [() => Ipv6PrefixList, { [_xN]: _IPpv }], 1, 2, () => EnaSrdSpecificationRequest$, () => ConnectionTrackingSpecificationRequest$, 1]
])();
var InstanceNetworkPerformanceOptions$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _INPO,
  0,
  [_BW],
  [[0, {
    [_eQN]: `BandwidthWeighting`,
    [_xN]: _bW
  }]]
])();
var InstanceNetworkPerformanceOptionsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _INPOR,
  0,
  [_BW],
  [0]
])();
var InstancePrivateIpAddress$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IPIA,
  0,
  [_Ass, _Prim, _PDN, _PIAr],
  [[() => InstanceNetworkInterfaceAssociation$, {
    [_eQN]: `Association`,
    [_xN]: _ass
  }], [2, {
    [_eQN]: `Primary`,
    [_xN]: _prim
  }], [0, {
    [_eQN]: `PrivateDnsName`,
    [_xN]: _pDNr
  }], [0, {
    [_eQN]: `PrivateIpAddress`,
    [_xN]: _pIAr
  }]]
])();
var InstanceRequirements$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IR,
  0,
  [_VCC, _MMB, _CM, _MGBPVC, _EITxc, _IGns, _SMPPOLP, _ODMPPOLP, _BMa, _BP, _RHS, _NIC, _LSo, _LST, _TLSGB, _BEBM, _ATc, _AC, _AMc, _ANcc, _ATMMB, _NBGe, _AIT, _MSPAPOOODP, _BPF, _REIT],
  [[() => VCpuCountRange$, {
    [_eQN]: `VCpuCount`,
    [_xN]: _vCC
  }], [() => MemoryMiB$, {
    [_eQN]: `MemoryMiB`,
    [_xN]: _mMB
  }], [() => CpuManufacturerSet, {
    [_eQN]: `CpuManufacturerSet`,
    [_xN]: _cMSp
  }], [() => MemoryGiBPerVCpu$, {
    [_eQN]: `MemoryGiBPerVCpu`,
    [_xN]: _mGBPVC
  }], [() => ExcludedInstanceTypeSet, {
    [_eQN]: `ExcludedInstanceTypeSet`,
    [_xN]: _eITSx
  }], [() => InstanceGenerationSet, {
    [_eQN]: `InstanceGenerationSet`,
    [_xN]: _iGSn
  }], [1, {
    [_eQN]: `SpotMaxPricePercentageOverLowestPrice`,
    [_xN]: _sMPPOLP
  }], [1, {
    [_eQN]: `OnDemandMaxPricePercentageOverLowestPrice`,
    [_xN]: _oDMPPOLP
  }], [0, {
    [_eQN]: `BareMetal`,
    [_xN]: _bMa
  }], [0, {
    [_eQN]: `BurstablePerformance`,
    [_xN]: _bP
  }], [2, {
    [_eQN]: `RequireHibernateSupport`,
    [_xN]: _rHS
  }], [() => NetworkInterfaceCount$, {
    [_eQN]: `NetworkInterfaceCount`,
    [_xN]: _nIC
  }], [0, {
    [_eQN]: `LocalStorage`,
    [_xN]: _lSo
  }], [() => LocalStorageTypeSet, {
    [_eQN]: `LocalStorageTypeSet`,
    [_xN]: _lSTS
  }], [() => TotalLocalStorageGB$, {
    [_eQN]: `TotalLocalStorageGB`,
    [_xN]: _tLSGB
  }], [() => BaselineEbsBandwidthMbps$, {
    [_eQN]: `BaselineEbsBandwidthMbps`,
    [_xN]: _bEBM
  }], [() => AcceleratorTypeSet, {
    [_eQN]: `AcceleratorTypeSet`,
    [_xN]: _aTSc
  }], [() => AcceleratorCount$, {
    [_eQN]: `AcceleratorCount`,
    [_xN]: _aCc
  }], [() => AcceleratorManufacturerSet, {
    [_eQN]: `AcceleratorManufacturerSet`,
    [_xN]: _aMS
  }], [() => AcceleratorNameSet, {
    [_eQN]: `AcceleratorNameSet`,
    [_xN]: _aNS
  }], [() => AcceleratorTotalMemoryMiB$, {
    [_eQN]: `AcceleratorTotalMemoryMiB`,
    [_xN]: _aTMMB
  }], [() => NetworkBandwidthGbps$, {
    [_eQN]: `NetworkBandwidthGbps`,
    [_xN]: _nBGe
  }], [() => AllowedInstanceTypeSet, {
    [_eQN]: `AllowedInstanceTypeSet`,
    [_xN]: _aITS
  }], [1, {
    [_eQN]: `MaxSpotPriceAsPercentageOfOptimalOnDemandPrice`,
    [_xN]: _mSPAPOOODP
  }], [() => BaselinePerformanceFactors$, {
    [_eQN]: `BaselinePerformanceFactors`,
    [_xN]: _bPF
  }], [2, {
    [_eQN]: `RequireEncryptionInTransit`,
    [_xN]: _rEIT
  }]]
])();
var InstanceRequirementsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IRR,
  0,
  [_VCC, _MMB, _CM, _MGBPVC, _EITxc, _IGns, _SMPPOLP, _ODMPPOLP, _BMa, _BP, _RHS, _NIC, _LSo, _LST, _TLSGB, _BEBM, _ATc, _AC, _AMc, _ANcc, _ATMMB, _NBGe, _AIT, _MSPAPOOODP, _BPF, _REIT],
  [() => VCpuCountRangeRequest$, () => MemoryMiBRequest$, [() => CpuManufacturerSet, { [_xN]: _CMp }], () => MemoryGiBPerVCpuRequest$, [() => ExcludedInstanceTypeSet, { [_xN]: _EITxcl }], [() => InstanceGenerationSet, { [_xN]: _IGnst }], 1, 1, 0, 0, 2, () => NetworkInterfaceCountRequest$, 0, [() => LocalStorageTypeSet, { [_xN]: _LSTo }], () => TotalLocalStorageGBRequest$, () => BaselineEbsBandwidthMbpsRequest$, [() => AcceleratorTypeSet, { [_xN]: _ATcc }], () => AcceleratorCountRequest$, [() => AcceleratorManufacturerSet, { [_xN]: _AMcc }], [() => AcceleratorNameSet, { [_xN]: _ANcce }], () => AcceleratorTotalMemoryMiBRequest$, () => NetworkBandwidthGbpsRequest$, [() => AllowedInstanceTypeSet, { [_xN]: _AITl }], 1, [() => BaselinePerformanceFactorsRequest$, 0], 2],
  2
])();
var InstanceSecondaryInterface$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ISIn,
  0,
  [_Att, _MAa, _SIIec, _OI, _PIAri, _SDC, _Sta, _SSIe, _SNI, _ITnt],
  [[() => InstanceSecondaryInterfaceAttachment$, {
    [_eQN]: `Attachment`,
    [_xN]: _at
  }], [0, {
    [_eQN]: `MacAddress`,
    [_xN]: _mAa
  }], [0, {
    [_eQN]: `SecondaryInterfaceId`,
    [_xN]: _sIIe
  }], [0, {
    [_eQN]: `OwnerId`,
    [_xN]: _oI
  }], [() => InstanceSecondaryInterfacePrivateIpAddressList, {
    [_eQN]: `PrivateIpAddressSet`,
    [_xN]: _pIASr
  }], [2, {
    [_eQN]: `SourceDestCheck`,
    [_xN]: _sDC
  }], [0, {
    [_eQN]: `Status`,
    [_xN]: _sta
  }], [0, {
    [_eQN]: `SecondarySubnetId`,
    [_xN]: _sSI
  }], [0, {
    [_eQN]: `SecondaryNetworkId`,
    [_xN]: _sNI
  }], [0, {
    [_eQN]: `InterfaceType`,
    [_xN]: _iTnt
  }]]
])();
var InstanceSecondaryInterfaceAttachment$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ISIA,
  0,
  [_ATtt, _AItt, _DOT, _DI, _Sta, _NCI],
  [[4, {
    [_eQN]: `AttachTime`,
    [_xN]: _aTt
  }], [0, {
    [_eQN]: `AttachmentId`,
    [_xN]: _aIt
  }], [2, {
    [_eQN]: `DeleteOnTermination`,
    [_xN]: _dOT
  }], [1, {
    [_eQN]: `DeviceIndex`,
    [_xN]: _dI
  }], [0, {
    [_eQN]: `Status`,
    [_xN]: _sta
  }], [1, {
    [_eQN]: `NetworkCardIndex`,
    [_xN]: _nCI
  }]]
])();
var InstanceSecondaryInterfacePrivateIpAddress$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ISIPIA,
  0,
  [_PIAr],
  [[0, {
    [_eQN]: `PrivateIpAddress`,
    [_xN]: _pIAr
  }]]
])();
var InstanceSecondaryInterfacePrivateIpAddressRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ISIPIAR,
  0,
  [_PIAr],
  [0],
  1
])();
var InstanceSecondaryInterfaceSpecificationRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ISISR,
  0,
  [_DOT, _DI, _PIAri, _PIAC, _SSIe, _ITnt, _NCI],
  [2, 1, [() => InstanceSecondaryInterfacePrivateIpAddressListRequest, { [_xN]: _PIAr }], 1, 0, 0, 1]
])();
var InstanceState$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ISnsta,
  0,
  [_Co, _N],
  [[1, {
    [_eQN]: `Code`,
    [_xN]: _co
  }], [0, {
    [_eQN]: `Name`,
    [_xN]: _n
  }]]
])();
var InstanceStateChange$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ISC,
  0,
  [_II, _CSu, _PSr],
  [[0, {
    [_eQN]: `InstanceId`,
    [_xN]: _iI
  }], [() => InstanceState$, {
    [_eQN]: `CurrentState`,
    [_xN]: _cSu
  }], [() => InstanceState$, {
    [_eQN]: `PreviousState`,
    [_xN]: _pSr
  }]]
])();
var InstanceStatus$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ISnstan,
  0,
  [_AZ, _AZI, _OA, _Op, _Ev, _II, _ISnsta, _ISnstan, _SSy, _AES, _AS, _PSe],
  [[0, {
    [_eQN]: `AvailabilityZone`,
    [_xN]: _aZ
  }], [0, {
    [_eQN]: `AvailabilityZoneId`,
    [_xN]: _aZI
  }], [0, {
    [_eQN]: `OutpostArn`,
    [_xN]: _oA
  }], [() => OperatorResponse$, {
    [_eQN]: `Operator`,
    [_xN]: _ope
  }], [() => InstanceStatusEventList, {
    [_eQN]: `EventsSet`,
    [_xN]: _eSv
  }], [0, {
    [_eQN]: `InstanceId`,
    [_xN]: _iI
  }], [() => InstanceState$, {
    [_eQN]: `InstanceState`,
    [_xN]: _iSnst
  }], [() => InstanceStatusSummary$, {
    [_eQN]: `InstanceStatus`,
    [_xN]: _iSnsta
  }], [() => InstanceStatusSummary$, {
    [_eQN]: `SystemStatus`,
    [_xN]: _sSy
  }], [() => EbsStatusSummary$, {
    [_eQN]: `AttachedEbsStatus`,
    [_xN]: _aES
  }], [() => ApplicationStatusSummary$, {
    [_eQN]: `ApplicationStatus`,
    [_xN]: _aSp
  }], [() => PerformanceStatusSummary$, {
    [_eQN]: `PerformanceStatus`,
    [_xN]: _pSe
  }]]
])();
var InstanceStatusDetails$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ISDn,
  0,
  [_ISm, _N, _Sta],
  [[4, {
    [_eQN]: `ImpairedSince`,
    [_xN]: _iSm
  }], [0, {
    [_eQN]: `Name`,
    [_xN]: _n
  }], [0, {
    [_eQN]: `Status`,
    [_xN]: _sta
  }]]
])();
var InstanceStatusEvent$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ISE,
  0,
  [_IEI, _Co, _De, _NAo, _NB, _NBD],
  [[0, {
    [_eQN]: `InstanceEventId`,
    [_xN]: _iEI
  }], [0, {
    [_eQN]: `Code`,
    [_xN]: _co
  }], [0, {
    [_eQN]: `Description`,
    [_xN]: _de
  }], [4, {
    [_eQN]: `NotAfter`,
    [_xN]: _nAo
  }], [4, {
    [_eQN]: `NotBefore`,
    [_xN]: _nB
  }], [4, {
    [_eQN]: `NotBeforeDeadline`,
    [_xN]: _nBD
  }]]
])();
var InstanceStatusSummary$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ISS,
  0,
  [_Det, _Sta],
  [[() => InstanceStatusDetailsList, {
    [_eQN]: `Details`,
    [_xN]: _det
  }], [0, {
    [_eQN]: `Status`,
    [_xN]: _sta
  }]]
])();
var InstanceStorageInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ISIns,
  0,
  [_TSIGB, _Dis, _NS, _ESn],
  [[1, {
    [_eQN]: `TotalSizeInGB`,
    [_xN]: _tSIGB
  }], [() => DiskInfoList, {
    [_eQN]: `Disks`,
    [_xN]: _dis
  }], [0, {
    [_eQN]: `NvmeSupport`,
    [_xN]: _nS
  }], [0, {
    [_eQN]: `EncryptionSupport`,
    [_xN]: _eSn
  }]]
])();
var InstanceTypeInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ITIn,
  0,
  [_IT, _CGur, _FTE, _SUC, _SRDT, _SVT, _BMa, _Hy, _PIro, _VCIpu, _MIe, _ISSn, _ISIns, _EIb, _NIetw, _GIp, _FIpga, _PGIl, _IAIn, _HS, _BPS, _DHS, _ARS, _SBM, _NES, _NTS, _NTI, _MAIe, _NIeu, _PSh, _RMS, _SIRu],
  [[0, {
    [_eQN]: `InstanceType`,
    [_xN]: _iT
  }], [2, {
    [_eQN]: `CurrentGeneration`,
    [_xN]: _cGur
  }], [2, {
    [_eQN]: `FreeTierEligible`,
    [_xN]: _fTE
  }], [() => UsageClassTypeList, {
    [_eQN]: `SupportedUsageClasses`,
    [_xN]: _sUC
  }], [() => RootDeviceTypeList, {
    [_eQN]: `SupportedRootDeviceTypes`,
    [_xN]: _sRDT
  }], [() => VirtualizationTypeList, {
    [_eQN]: `SupportedVirtualizationTypes`,
    [_xN]: _sVT
  }], [2, {
    [_eQN]: `BareMetal`,
    [_xN]: _bMa
  }], [0, {
    [_eQN]: `Hypervisor`,
    [_xN]: _h
  }], [() => ProcessorInfo$, {
    [_eQN]: `ProcessorInfo`,
    [_xN]: _pIr
  }], [() => VCpuInfo$, {
    [_eQN]: `VCpuInfo`,
    [_xN]: _vCIp
  }], [() => MemoryInfo$, {
    [_eQN]: `MemoryInfo`,
    [_xN]: _mIe
  }], [2, {
    [_eQN]: `InstanceStorageSupported`,
    [_xN]: _iSSn
  }], [() => InstanceStorageInfo$, {
    [_eQN]: `InstanceStorageInfo`,
    [_xN]: _iSI
  }], [() => EbsInfo$, {
    [_eQN]: `EbsInfo`,
    [_xN]: _eIb
  }], [() => NetworkInfo$, {
    [_eQN]: `NetworkInfo`,
    [_xN]: _nIet
  }], [() => GpuInfo$, {
    [_eQN]: `GpuInfo`,
    [_xN]: _gIp
  }], [() => FpgaInfo$, {
    [_eQN]: `FpgaInfo`,
    [_xN]: _fIp
  }], [() => PlacementGroupInfo$, {
    [_eQN]: `PlacementGroupInfo`,
    [_xN]: _pGI
  }], [() => InferenceAcceleratorInfo$, {
    [_eQN]: `InferenceAcceleratorInfo`,
    [_xN]: _iAIn
  }], [2, {
    [_eQN]: `HibernationSupported`,
    [_xN]: _hSi
  }], [2, {
    [_eQN]: `BurstablePerformanceSupported`,
    [_xN]: _bPS
  }], [2, {
    [_eQN]: `DedicatedHostsSupported`,
    [_xN]: _dHS
  }], [2, {
    [_eQN]: `AutoRecoverySupported`,
    [_xN]: _aRSu
  }], [() => BootModeTypeList, {
    [_eQN]: `SupportedBootModes`,
    [_xN]: _sBM
  }], [0, {
    [_eQN]: `NitroEnclavesSupport`,
    [_xN]: _nES
  }], [0, {
    [_eQN]: `NitroTpmSupport`,
    [_xN]: _nTS
  }], [() => NitroTpmInfo$, {
    [_eQN]: `NitroTpmInfo`,
    [_xN]: _nTI
  }], [() => MediaAcceleratorInfo$, {
    [_eQN]: `MediaAcceleratorInfo`,
    [_xN]: _mAIe
  }], [() => NeuronInfo$, {
    [_eQN]: `NeuronInfo`,
    [_xN]: _nIeu
  }], [0, {
    [_eQN]: `PhcSupport`,
    [_xN]: _pSh
  }], [0, {
    [_eQN]: `RebootMigrationSupport`,
    [_xN]: _rMS
  }], [2, {
    [_eQN]: `SupportedInRegion`,
    [_xN]: _sIRu
  }]]
])();
var InstanceTypeItem$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ITIns,
  0,
  [_IT],
  [[0, {
    [_eQN]: `InstanceType`,
    [_xN]: _iT
  }]]
])();
var InstanceTypeOffering$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ITOn,
  0,
  [_IT, _LTo, _Loc],
  [[0, {
    [_eQN]: `InstanceType`,
    [_xN]: _iT
  }], [0, {
    [_eQN]: `LocationType`,
    [_xN]: _lTo
  }], [0, {
    [_eQN]: `Location`,
    [_xN]: _lo
  }]]
])();
var InstanceTypeSpecification$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ITSn,
  0,
  [_SIT, _UIT],
  [[() => SupportedInstanceTypeSet, {
    [_eQN]: `SupportedInstanceTypeSet`,
    [_xN]: _sITS
  }], [() => UnsupportedInstanceTypeSet, {
    [_eQN]: `UnsupportedInstanceTypeSet`,
    [_xN]: _uITS
  }]]
])();
var Ipv4PrefixSpecificationRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IPSRp,
  0,
  [_IPpvre],
  [0]
])();
var Ipv4PrefixSpecificationResponse$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IPSRpv,
  0,
  [_IPpvre],
  [[0, {
    [_eQN]: `Ipv4Prefix`,
    [_xN]: _iPpv
  }]]
])();
var Ipv6PrefixSpecificationRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IPSRpvr,
  0,
  [_IPpv],
  [0]
])();
var Ipv6PrefixSpecificationResponse$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IPSRpvre,
  0,
  [_IPpv],
  [[0, {
    [_eQN]: `Ipv6Prefix`,
    [_xN]: _iPpvr
  }]]
])();
var LaunchPermission$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LPau,
  0,
  [_OArg, _OUA, _UI, _Gr],
  [[0, {
    [_eQN]: `OrganizationArn`,
    [_xN]: _oArg
  }], [0, {
    [_eQN]: `OrganizationalUnitArn`,
    [_xN]: _oUA
  }], [0, {
    [_eQN]: `UserId`,
    [_xN]: _uI
  }], [0, {
    [_eQN]: `Group`,
    [_xN]: _g
  }]]
])();
var LaunchPermissionModifications$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LPM,
  0,
  [_Ad, _Rem],
  [[() => LaunchPermissionList, 0], [() => LaunchPermissionList, 0]]
])();
var LaunchTemplate$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LT,
  0,
  [_LTI, _LTN, _CTre, _CBr, _DVN, _LVN, _T, _Op],
  [[0, {
    [_eQN]: `LaunchTemplateId`,
    [_xN]: _lTI
  }], [0, {
    [_eQN]: `LaunchTemplateName`,
    [_xN]: _lTN
  }], [4, {
    [_eQN]: `CreateTime`,
    [_xN]: _cTre
  }], [0, {
    [_eQN]: `CreatedBy`,
    [_xN]: _cBr
  }], [1, {
    [_eQN]: `DefaultVersionNumber`,
    [_xN]: _dVN
  }], [1, {
    [_eQN]: `LatestVersionNumber`,
    [_xN]: _lVN
  }], [() => TagList, {
    [_eQN]: `TagSet`,
    [_xN]: _tS
  }], [() => OperatorResponse$, {
    [_eQN]: `Operator`,
    [_xN]: _ope
  }]]
])();
var LaunchTemplateBlockDeviceMapping$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTBDM,
  0,
  [_DN, _VN, _Eb, _ND],
  [[0, {
    [_eQN]: `DeviceName`,
    [_xN]: _dN
  }], [0, {
    [_eQN]: `VirtualName`,
    [_xN]: _vN
  }], [() => LaunchTemplateEbsBlockDevice$, {
    [_eQN]: `Ebs`,
    [_xN]: _eb
  }], [0, {
    [_eQN]: `NoDevice`,
    [_xN]: _nD
  }]]
])();
var LaunchTemplateBlockDeviceMappingRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTBDMR,
  0,
  [_DN, _VN, _Eb, _ND],
  [0, 0, () => LaunchTemplateEbsBlockDeviceRequest$, 0]
])();
var LaunchTemplateCapacityReservationSpecificationRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTCRSR,
  0,
  [_CRP, _CRT],
  [0, () => CapacityReservationTarget$]
])();
var LaunchTemplateCapacityReservationSpecificationResponse$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTCRSRa,
  0,
  [_CRP, _CRT],
  [[0, {
    [_eQN]: `CapacityReservationPreference`,
    [_xN]: _cRP
  }], [() => CapacityReservationTargetResponse$, {
    [_eQN]: `CapacityReservationTarget`,
    [_xN]: _cRT
  }]]
])();
var LaunchTemplateCpuOptions$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTCO,
  0,
  [_CCor, _TPC, _ASSm, _NV],
  [[1, {
    [_eQN]: `CoreCount`,
    [_xN]: _cCo
  }], [1, {
    [_eQN]: `ThreadsPerCore`,
    [_xN]: _tPC
  }], [0, {
    [_eQN]: `AmdSevSnp`,
    [_xN]: _aSS
  }], [0, {
    [_eQN]: `NestedVirtualization`,
    [_xN]: _nV
  }]]
])();
var LaunchTemplateCpuOptionsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTCOR,
  0,
  [_CCor, _TPC, _ASSm, _NV],
  [1, 1, 0, 0]
])();
var LaunchTemplateEbsBlockDevice$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTEBD,
  0,
  [_Enc, _DOT, _Io, _KKI, _SIn, _VSo, _VT, _Th, _VIR, _ECI],
  [[2, {
    [_eQN]: `Encrypted`,
    [_xN]: _enc
  }], [2, {
    [_eQN]: `DeleteOnTermination`,
    [_xN]: _dOT
  }], [1, {
    [_eQN]: `Iops`,
    [_xN]: _io
  }], [0, {
    [_eQN]: `KmsKeyId`,
    [_xN]: _kKI
  }], [0, {
    [_eQN]: `SnapshotId`,
    [_xN]: _sIn
  }], [1, {
    [_eQN]: `VolumeSize`,
    [_xN]: _vSo
  }], [0, {
    [_eQN]: `VolumeType`,
    [_xN]: _vT
  }], [1, {
    [_eQN]: `Throughput`,
    [_xN]: _th
  }], [1, {
    [_eQN]: `VolumeInitializationRate`,
    [_xN]: _vIR
  }], [1, {
    [_eQN]: `EbsCardIndex`,
    [_xN]: _eCI
  }]]
])();
var LaunchTemplateEbsBlockDeviceRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTEBDR,
  0,
  [_Enc, _DOT, _Io, _KKI, _SIn, _VSo, _VT, _Th, _VIR, _ECI],
  [2, 2, 1, 0, 0, 1, 0, 1, 1, 1]
])();
var LaunchTemplateElasticInferenceAccelerator$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTEIA,
  0,
  [_Ty, _Cou],
  [0, 1],
  1
])();
var LaunchTemplateElasticInferenceAcceleratorResponse$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTEIAR,
  0,
  [_Ty, _Cou],
  [[0, {
    [_eQN]: `Type`,
    [_xN]: _ty
  }], [1, {
    [_eQN]: `Count`,
    [_xN]: _cou
  }]]
])();
var LaunchTemplateEnaSrdSpecification$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTESS,
  0,
  [_ESE, _ESUS],
  [[2, {
    [_eQN]: `EnaSrdEnabled`,
    [_xN]: _eSE
  }], [() => LaunchTemplateEnaSrdUdpSpecification$, {
    [_eQN]: `EnaSrdUdpSpecification`,
    [_xN]: _eSUS
  }]]
])();
var LaunchTemplateEnaSrdUdpSpecification$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTESUS,
  0,
  [_ESUE],
  [[2, {
    [_eQN]: `EnaSrdUdpEnabled`,
    [_xN]: _eSUE
  }]]
])();
var LaunchTemplateEnclaveOptions$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTEO,
  0,
  [_En],
  [[2, {
    [_eQN]: `Enabled`,
    [_xN]: _en
  }]]
])();
var LaunchTemplateEnclaveOptionsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTEOR,
  0,
  [_En],
  [2]
])();
var LaunchTemplateHibernationOptions$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTHO,
  0,
  [_Conf],
  [[2, {
    [_eQN]: `Configured`,
    [_xN]: _conf
  }]]
])();
var LaunchTemplateHibernationOptionsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTHOR,
  0,
  [_Conf],
  [2]
])();
var LaunchTemplateIamInstanceProfileSpecification$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTIIPS,
  0,
  [_Ar, _N],
  [[0, {
    [_eQN]: `Arn`,
    [_xN]: _ar
  }], [0, {
    [_eQN]: `Name`,
    [_xN]: _n
  }]]
])();
var LaunchTemplateIamInstanceProfileSpecificationRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTIIPSR,
  0,
  [_Ar, _N],
  [0, 0]
])();
var LaunchTemplateInstanceMaintenanceOptions$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTIMO,
  0,
  [_ARuto],
  [[0, {
    [_eQN]: `AutoRecovery`,
    [_xN]: _aRut
  }]]
])();
var LaunchTemplateInstanceMaintenanceOptionsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTIMOR,
  0,
  [_ARuto],
  [0]
])();
var LaunchTemplateInstanceMarketOptions$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTIMOa,
  0,
  [_MTa, _SO],
  [[0, {
    [_eQN]: `MarketType`,
    [_xN]: _mTa
  }], [() => LaunchTemplateSpotMarketOptions$, {
    [_eQN]: `SpotOptions`,
    [_xN]: _sO
  }]]
])();
var LaunchTemplateInstanceMarketOptionsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTIMORa,
  0,
  [_MTa, _SO],
  [0, () => LaunchTemplateSpotMarketOptionsRequest$]
])();
var LaunchTemplateInstanceMetadataOptions$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTIMOau,
  0,
  [_St, _HT, _HPRHL, _HE, _HPI, _IMT],
  [[0, {
    [_eQN]: `State`,
    [_xN]: _st
  }], [0, {
    [_eQN]: `HttpTokens`,
    [_xN]: _hT
  }], [1, {
    [_eQN]: `HttpPutResponseHopLimit`,
    [_xN]: _hPRHL
  }], [0, {
    [_eQN]: `HttpEndpoint`,
    [_xN]: _hE
  }], [0, {
    [_eQN]: `HttpProtocolIpv6`,
    [_xN]: _hPI
  }], [0, {
    [_eQN]: `InstanceMetadataTags`,
    [_xN]: _iMT
  }]]
])();
var LaunchTemplateInstanceMetadataOptionsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTIMORau,
  0,
  [_HT, _HPRHL, _HE, _HPI, _IMT],
  [0, 1, 0, 0, 0]
])();
var LaunchTemplateInstanceNetworkInterfaceSpecification$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTINIS,
  0,
  [_ACIA, _APIAss, _DOT, _De, _DI, _G, _ITnt, _IAC, _IA, _NII, _PIAr, _PIAri, _SPIAC, _SIu, _NCI, _IPpvr, _IPCp, _IPp, _IPC, _PIr, _ESS, _CTS, _EQC],
  [[2, {
    [_eQN]: `AssociateCarrierIpAddress`,
    [_xN]: _aCIA
  }], [2, {
    [_eQN]: `AssociatePublicIpAddress`,
    [_xN]: _aPIA
  }], [2, {
    [_eQN]: `DeleteOnTermination`,
    [_xN]: _dOT
  }], [0, {
    [_eQN]: `Description`,
    [_xN]: _de
  }], [1, {
    [_eQN]: `DeviceIndex`,
    [_xN]: _dI
  }], [() => GroupIdStringList, {
    [_eQN]: `GroupSet`,
    [_xN]: _gSr
  }], [0, {
    [_eQN]: `InterfaceType`,
    [_xN]: _iTnt
  }], [1, {
    [_eQN]: `Ipv6AddressCount`,
    [_xN]: _iAC
  }], [() => InstanceIpv6AddressList, {
    [_eQN]: `Ipv6AddressesSet`,
    [_xN]: _iASp
  }], [0, {
    [_eQN]: `NetworkInterfaceId`,
    [_xN]: _nII
  }], [0, {
    [_eQN]: `PrivateIpAddress`,
    [_xN]: _pIAr
  }], [() => PrivateIpAddressSpecificationList, {
    [_eQN]: `PrivateIpAddressesSet`,
    [_xN]: _pIAS
  }], [1, {
    [_eQN]: `SecondaryPrivateIpAddressCount`,
    [_xN]: _sPIAC
  }], [0, {
    [_eQN]: `SubnetId`,
    [_xN]: _sIu
  }], [1, {
    [_eQN]: `NetworkCardIndex`,
    [_xN]: _nCI
  }], [() => Ipv4PrefixListResponse, {
    [_eQN]: `Ipv4PrefixSet`,
    [_xN]: _iPSpvr
  }], [1, {
    [_eQN]: `Ipv4PrefixCount`,
    [_xN]: _iPCp
  }], [() => Ipv6PrefixListResponse, {
    [_eQN]: `Ipv6PrefixSet`,
    [_xN]: _iPSpvre
  }], [1, {
    [_eQN]: `Ipv6PrefixCount`,
    [_xN]: _iPCpv
  }], [2, {
    [_eQN]: `PrimaryIpv6`,
    [_xN]: _pIri
  }], [() => LaunchTemplateEnaSrdSpecification$, {
    [_eQN]: `EnaSrdSpecification`,
    [_xN]: _eSS
  }], [() => ConnectionTrackingSpecification$, {
    [_eQN]: `ConnectionTrackingSpecification`,
    [_xN]: _cTSo
  }], [1, {
    [_eQN]: `EnaQueueCount`,
    [_xN]: _eQC
  }]]
])();
var LaunchTemplateInstanceNetworkInterfaceSpecificationRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTINISR,
  0,
  [_ACIA, _APIAss, _DOT, _De, _DI, _G, _ITnt, _IAC, _IA, _NII, _PIAr, _PIAri, _SPIAC, _SIu, _NCI, _IPpvr, _IPCp, _IPp, _IPC, _PIr, _ESS, _CTS, _EQC],
  [2, 2, 2, 0, 1, [() => SecurityGroupIdStringList, { [_xN]: _SGI }], 0, 1, [() => InstanceIpv6AddressListRequest, 0], 0, 0, [() => PrivateIpAddressSpecificationList, 0], 1, 0, 1, [() => Ipv4PrefixList, { [_xN]: _IPpvre }], 1, [() => Ipv6PrefixList, { [_xN]: _IPpv }], 1, 2, () => EnaSrdSpecificationRequest$, () => ConnectionTrackingSpecificationRequest$, 1]
])();
var LaunchTemplateInstanceSecondaryInterfaceSpecification$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTISIS,
  0,
  [_DOT, _DI, _PIAri, _PIAC, _SSIe, _ITnt, _NCI],
  [[2, {
    [_eQN]: `DeleteOnTermination`,
    [_xN]: _dOT
  }], [1, {
    [_eQN]: `DeviceIndex`,
    [_xN]: _dI
  }], [() => SecondaryInterfacePrivateIpAddressSpecificationList, {
    [_eQN]: `PrivateIpAddressesSet`,
    [_xN]: _pIAS
  }], [1, {
    [_eQN]: `PrivateIpAddressCount`,
    [_xN]: _pIAC
  }], [0, {
    [_eQN]: `SecondarySubnetId`,
    [_xN]: _sSI
  }], [0, {
    [_eQN]: `InterfaceType`,
    [_xN]: _iTnt
  }], [1, {
    [_eQN]: `NetworkCardIndex`,
    [_xN]: _nCI
  }]]
])();
var LaunchTemplateInstanceSecondaryInterfaceSpecificationRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTISISR,
  0,
  [_DOT, _DI, _PIAri, _PIAC, _SSIe, _ITnt, _NCI],
  [2, 1, [() => SecondaryInterfacePrivateIpAddressSpecificationListRequest, { [_xN]: _PIAr }], 1, 0, 0, 1]
])();
var LaunchTemplateLicenseConfiguration$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTLC,
  0,
  [_LCA],
  [[0, {
    [_eQN]: `LicenseConfigurationArn`,
    [_xN]: _lCA
  }]]
])();
var LaunchTemplateLicenseConfigurationRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTLCR,
  0,
  [_LCA],
  [0]
])();
var LaunchTemplateNetworkPerformanceOptions$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTNPO,
  0,
  [_BW],
  [[0, {
    [_eQN]: `BandwidthWeighting`,
    [_xN]: _bW
  }]]
])();
var LaunchTemplateNetworkPerformanceOptionsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTNPOR,
  0,
  [_BW],
  [0]
])();
var LaunchTemplatePlacement$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTP,
  0,
  [_AZ, _AZI, _Af, _GN, _HIo, _Te, _SDp, _HRGA, _PN, _GIr],
  [[0, {
    [_eQN]: `AvailabilityZone`,
    [_xN]: _aZ
  }], [0, {
    [_eQN]: `AvailabilityZoneId`,
    [_xN]: _aZI
  }], [0, {
    [_eQN]: `Affinity`,
    [_xN]: _af
  }], [0, {
    [_eQN]: `GroupName`,
    [_xN]: _gN
  }], [0, {
    [_eQN]: `HostId`,
    [_xN]: _hI
  }], [0, {
    [_eQN]: `Tenancy`,
    [_xN]: _te
  }], [0, {
    [_eQN]: `SpreadDomain`,
    [_xN]: _sDp
  }], [0, {
    [_eQN]: `HostResourceGroupArn`,
    [_xN]: _hRGA
  }], [1, {
    [_eQN]: `PartitionNumber`,
    [_xN]: _pN
  }], [0, {
    [_eQN]: `GroupId`,
    [_xN]: _gIr
  }]]
])();
var LaunchTemplatePlacementRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTPR,
  0,
  [_AZ, _AZI, _Af, _GN, _HIo, _Te, _SDp, _HRGA, _PN, _GIr],
  [0, 0, 0, 0, 0, 0, 0, 0, 1, 0]
])();
var LaunchTemplatePrivateDnsNameOptions$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTPDNO,
  0,
  [_HTo, _ERNDAR, _ERNDAAAAR],
  [[0, {
    [_eQN]: `HostnameType`,
    [_xN]: _hTo
  }], [2, {
    [_eQN]: `EnableResourceNameDnsARecord`,
    [_xN]: _eRNDAR
  }], [2, {
    [_eQN]: `EnableResourceNameDnsAAAARecord`,
    [_xN]: _eRNDAAAAR
  }]]
])();
var LaunchTemplatePrivateDnsNameOptionsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTPDNOR,
  0,
  [_HTo, _ERNDAR, _ERNDAAAAR],
  [0, 2, 2]
])();
var LaunchTemplatesMonitoring$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTM,
  0,
  [_En, _MCIe],
  [[2, {
    [_eQN]: `Enabled`,
    [_xN]: _en
  }], [() => MetricCategoryIdList, {
    [_eQN]: `MetricCategoryIdSet`,
    [_xN]: _mCIS
  }]]
])();
var LaunchTemplatesMonitoringRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTMR,
  0,
  [_En, _MCIe],
  [2, [() => MetricCategoryIdList, { [_xN]: _MCI }]]
])();
var LaunchTemplateSpecification$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTS,
  0,
  [_LTI, _LTN, _Ver],
  [0, 0, 0]
])();
var LaunchTemplateSpotMarketOptions$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTSMO,
  0,
  [_MPax, _SITp, _BDMlo, _VU, _IIB],
  [[0, {
    [_eQN]: `MaxPrice`,
    [_xN]: _mP
  }], [0, {
    [_eQN]: `SpotInstanceType`,
    [_xN]: _sIT
  }], [1, {
    [_eQN]: `BlockDurationMinutes`,
    [_xN]: _bDMl
  }], [4, {
    [_eQN]: `ValidUntil`,
    [_xN]: _vU
  }], [0, {
    [_eQN]: `InstanceInterruptionBehavior`,
    [_xN]: _iIB
  }]]
])();
var LaunchTemplateSpotMarketOptionsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTSMOR,
  0,
  [_MPax, _SITp, _BDMlo, _VU, _IIB],
  [0, 0, 1, 4, 0]
])();
var LaunchTemplateTagSpecification$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTTS,
  0,
  [_RTe, _T],
  [[0, {
    [_eQN]: `ResourceType`,
    [_xN]: _rTe
  }], [() => TagList, {
    [_eQN]: `TagSet`,
    [_xN]: _tS
  }]]
])();
var LaunchTemplateTagSpecificationRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTTSR,
  0,
  [_RTe, _T],
  [0, [() => TagList, { [_xN]: _Ta }]]
])();
var LaunchTemplateVersion$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTV,
  0,
  [_LTI, _LTN, _VNe, _VD, _CTre, _CBr, _DVef, _LTD, _Op],
  [[0, {
    [_eQN]: `LaunchTemplateId`,
    [_xN]: _lTI
  }], [0, {
    [_eQN]: `LaunchTemplateName`,
    [_xN]: _lTN
  }], [1, {
    [_eQN]: `VersionNumber`,
    [_xN]: _vNe
  }], [0, {
    [_eQN]: `VersionDescription`,
    [_xN]: _vD
  }], [4, {
    [_eQN]: `CreateTime`,
    [_xN]: _cTre
  }], [0, {
    [_eQN]: `CreatedBy`,
    [_xN]: _cBr
  }], [2, {
    [_eQN]: `DefaultVersion`,
    [_xN]: _dVef
  }], [() => ResponseLaunchTemplateData$, {
    [_eQN]: `LaunchTemplateData`,
    [_xN]: _lTD
  }], [() => OperatorResponse$, {
    [_eQN]: `Operator`,
    [_xN]: _ope
  }]]
])();
var LicenseConfiguration$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LCi,
  0,
  [_LCA],
  [[0, {
    [_eQN]: `LicenseConfigurationArn`,
    [_xN]: _lCA
  }]]
])();
var LicenseConfigurationRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LCR,
  0,
  [_LCA],
  [0]
])();
var ListImagesInRecycleBinRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LIIRBR,
  0,
  [_IIma, _NTe, _MR, _DR],
  [[() => ImageIdStringList, { [_xN]: _IIm }], 0, 1, 2]
])();
var ListImagesInRecycleBinResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LIIRBRi,
  0,
  [_Im, _NTe],
  [[() => ImageRecycleBinInfoList, {
    [_eQN]: `ImageSet`,
    [_xN]: _iSmage
  }], [0, {
    [_eQN]: `NextToken`,
    [_xN]: _nTe
  }]]
])();
var LockedSnapshotsInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LSI,
  0,
  [_OI, _SIn, _LSoc, _LDo, _COP, _COPEO, _LCO, _LDST, _LEO],
  [[0, {
    [_eQN]: `OwnerId`,
    [_xN]: _oI
  }], [0, {
    [_eQN]: `SnapshotId`,
    [_xN]: _sIn
  }], [0, {
    [_eQN]: `LockState`,
    [_xN]: _lSoc
  }], [1, {
    [_eQN]: `LockDuration`,
    [_xN]: _lDo
  }], [1, {
    [_eQN]: `CoolOffPeriod`,
    [_xN]: _cOP
  }], [4, {
    [_eQN]: `CoolOffPeriodExpiresOn`,
    [_xN]: _cOPEO
  }], [4, {
    [_eQN]: `LockCreatedOn`,
    [_xN]: _lCO
  }], [4, {
    [_eQN]: `LockDurationStartTime`,
    [_xN]: _lDST
  }], [4, {
    [_eQN]: `LockExpiresOn`,
    [_xN]: _lEO
  }]]
])();
var MediaAcceleratorInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _MAIe,
  0,
  [_Acc, _TMMIMB],
  [[() => MediaDeviceInfoList, {
    [_eQN]: `Accelerators`,
    [_xN]: _acc
  }], [1, {
    [_eQN]: `TotalMediaMemoryInMiB`,
    [_xN]: _tMMIMB
  }]]
])();
var MediaDeviceInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _MDI,
  0,
  [_Cou, _N, _Man, _MIe],
  [[1, {
    [_eQN]: `Count`,
    [_xN]: _cou
  }], [0, {
    [_eQN]: `Name`,
    [_xN]: _n
  }], [0, {
    [_eQN]: `Manufacturer`,
    [_xN]: _man
  }], [() => MediaDeviceMemoryInfo$, {
    [_eQN]: `MemoryInfo`,
    [_xN]: _mIe
  }]]
])();
var MediaDeviceMemoryInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _MDMI,
  0,
  [_SIMB],
  [[1, {
    [_eQN]: `SizeInMiB`,
    [_xN]: _sIMB
  }]]
])();
var MemoryGiBPerVCpu$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _MGBPVC,
  0,
  [_M, _Ma],
  [[1, {
    [_eQN]: `Min`,
    [_xN]: _m
  }], [1, {
    [_eQN]: `Max`,
    [_xN]: _ma
  }]]
])();
var MemoryGiBPerVCpuRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _MGBPVCR,
  0,
  [_M, _Ma],
  [1, 1]
])();
var MemoryInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _MIe,
  0,
  [_SIMB],
  [[1, {
    [_eQN]: `SizeInMiB`,
    [_xN]: _sIMB
  }]]
])();
var MemoryMiB$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _MMB,
  0,
  [_M, _Ma],
  [[1, {
    [_eQN]: `Min`,
    [_xN]: _m
  }], [1, {
    [_eQN]: `Max`,
    [_xN]: _ma
  }]]
])();
var MemoryMiBRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _MMBR,
  0,
  [_M, _Ma],
  [1, 1],
  1
])();
var ModifyImageAttributeRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _MIAR,
  0,
  [_IIm, _At, _De, _LPau, _OTp, _PCro, _UG, _UIs, _V, _OArga, _OUAr, _ISmd, _DR],
  [0, 0, [() => AttributeValue$, 0], [() => LaunchPermissionModifications$, 0], 0, [() => ProductCodeStringList, { [_xN]: _PCr }], [() => UserGroupStringList, { [_xN]: _UGs }], [() => UserIdStringList, { [_xN]: _UI }], 0, [() => OrganizationArnStringList, { [_xN]: _OArg }], [() => OrganizationalUnitArnStringList, { [_xN]: _OUA }], [() => AttributeValue$, 0], [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }]],
  1
])();
var ModifyLaunchTemplateRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _MLTR,
  0,
  [_DR, _CT, _LTI, _LTN, _DVef],
  [2, [0, 4], 0, 0, [0, { [_xN]: _SDV }]]
])();
var ModifyLaunchTemplateResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _MLTRo,
  0,
  [_LT],
  [[() => LaunchTemplate$, {
    [_eQN]: `LaunchTemplate`,
    [_xN]: _lT
  }]]
])();
var ModifySnapshotAttributeRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _MSAR,
  0,
  [_SIn, _At, _CVP, _GNr, _OTp, _UIs, _DR],
  [0, 0, [() => CreateVolumePermissionModifications$, 0], [() => GroupNameStringList, { [_xN]: _UGs }], 0, [() => UserIdStringList, { [_xN]: _UI }], [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }]],
  1
])();
var Monitoring$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _Mon,
  0,
  [_MCIe, _St],
  [[() => MetricCategoryIdList, {
    [_eQN]: `MetricCategoryIdSet`,
    [_xN]: _mCIS
  }], [0, {
    [_eQN]: `State`,
    [_xN]: _st
  }]]
])();
var NetworkBandwidthGbps$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _NBGe,
  0,
  [_M, _Ma],
  [[1, {
    [_eQN]: `Min`,
    [_xN]: _m
  }], [1, {
    [_eQN]: `Max`,
    [_xN]: _ma
  }]]
])();
var NetworkBandwidthGbpsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _NBGR,
  0,
  [_M, _Ma],
  [1, 1]
])();
var NetworkCardInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _NCIe,
  0,
  [_NCI, _NPe, _MNI, _AFNI, _BBIG, _PBIG, _DEQCPI, _MEQC, _MEQCPI, _ITnte],
  [[1, {
    [_eQN]: `NetworkCardIndex`,
    [_xN]: _nCI
  }], [0, {
    [_eQN]: `NetworkPerformance`,
    [_xN]: _nPe
  }], [1, {
    [_eQN]: `MaximumNetworkInterfaces`,
    [_xN]: _mNI
  }], [1, {
    [_eQN]: `AdditionalFlexibleNetworkInterfaces`,
    [_xN]: _aFNI
  }], [1, {
    [_eQN]: `BaselineBandwidthInGbps`,
    [_xN]: _bBIG
  }], [1, {
    [_eQN]: `PeakBandwidthInGbps`,
    [_xN]: _pBIG
  }], [1, {
    [_eQN]: `DefaultEnaQueueCountPerInterface`,
    [_xN]: _dEQCPI
  }], [1, {
    [_eQN]: `MaximumEnaQueueCount`,
    [_xN]: _mEQC
  }], [1, {
    [_eQN]: `MaximumEnaQueueCountPerInterface`,
    [_xN]: _mEQCPI
  }], [() => NetworkCardInterfaceTypeList, {
    [_eQN]: `InterfaceTypeSet`,
    [_xN]: _iTSnt
  }]]
])();
var NetworkInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _NIetw,
  0,
  [_NPe, _MNI, _MNC, _DNCI, _NC, _IAPI, _IAPIp, _ISpvu, _ESna, _ESf, _EIf, _EITS, _ESSn, _BWa, _FEQS, _CTC, _SNSe, _MSNI, _IAPSI],
  [[0, {
    [_eQN]: `NetworkPerformance`,
    [_xN]: _nPe
  }], [1, {
    [_eQN]: `MaximumNetworkInterfaces`,
    [_xN]: _mNI
  }], [1, {
    [_eQN]: `MaximumNetworkCards`,
    [_xN]: _mNC
  }], [1, {
    [_eQN]: `DefaultNetworkCardIndex`,
    [_xN]: _dNCI
  }], [() => NetworkCardInfoList, {
    [_eQN]: `NetworkCards`,
    [_xN]: _nC
  }], [1, {
    [_eQN]: `Ipv4AddressesPerInterface`,
    [_xN]: _iAPI
  }], [1, {
    [_eQN]: `Ipv6AddressesPerInterface`,
    [_xN]: _iAPIp
  }], [2, {
    [_eQN]: `Ipv6Supported`,
    [_xN]: _iSpv
  }], [0, {
    [_eQN]: `EnaSupport`,
    [_xN]: _eSna
  }], [2, {
    [_eQN]: `EfaSupported`,
    [_xN]: _eSf
  }], [() => EfaInfo$, {
    [_eQN]: `EfaInfo`,
    [_xN]: _eIf
  }], [2, {
    [_eQN]: `EncryptionInTransitSupported`,
    [_xN]: _eITSn
  }], [2, {
    [_eQN]: `EnaSrdSupported`,
    [_xN]: _eSSn
  }], [() => BandwidthWeightingTypeList, {
    [_eQN]: `BandwidthWeightings`,
    [_xN]: _bWa
  }], [0, {
    [_eQN]: `FlexibleEnaQueuesSupport`,
    [_xN]: _fEQS
  }], [() => DefaultConnectionTrackingConfiguration$, {
    [_eQN]: `ConnectionTrackingConfiguration`,
    [_xN]: _cTC
  }], [2, {
    [_eQN]: `SecondaryNetworkSupported`,
    [_xN]: _sNSec
  }], [1, {
    [_eQN]: `MaximumSecondaryNetworkInterfaces`,
    [_xN]: _mSNI
  }], [1, {
    [_eQN]: `Ipv4AddressesPerSecondaryInterface`,
    [_xN]: _iAPSI
  }]]
])();
var NetworkInterfaceCount$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _NIC,
  0,
  [_M, _Ma],
  [[1, {
    [_eQN]: `Min`,
    [_xN]: _m
  }], [1, {
    [_eQN]: `Max`,
    [_xN]: _ma
  }]]
])();
var NetworkInterfaceCountRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _NICR,
  0,
  [_M, _Ma],
  [1, 1]
])();
var NeuronDeviceCoreInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _NDCI,
  0,
  [_Cou, _Ver],
  [[1, {
    [_eQN]: `Count`,
    [_xN]: _cou
  }], [1, {
    [_eQN]: `Version`,
    [_xN]: _ve
  }]]
])();
var NeuronDeviceInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _NDI,
  0,
  [_Cou, _N, _CIor, _MIe],
  [[1, {
    [_eQN]: `Count`,
    [_xN]: _cou
  }], [0, {
    [_eQN]: `Name`,
    [_xN]: _n
  }], [() => NeuronDeviceCoreInfo$, {
    [_eQN]: `CoreInfo`,
    [_xN]: _cIor
  }], [() => NeuronDeviceMemoryInfo$, {
    [_eQN]: `MemoryInfo`,
    [_xN]: _mIe
  }]]
])();
var NeuronDeviceMemoryInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _NDMI,
  0,
  [_SIMB],
  [[1, {
    [_eQN]: `SizeInMiB`,
    [_xN]: _sIMB
  }]]
])();
var NeuronInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _NIeu,
  0,
  [_NDe, _TNDMIMB],
  [[() => NeuronDeviceInfoList, {
    [_eQN]: `NeuronDevices`,
    [_xN]: _nDe
  }], [1, {
    [_eQN]: `TotalNeuronDeviceMemoryInMiB`,
    [_xN]: _tNDMIMB
  }]]
])();
var NitroTpmInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _NTI,
  0,
  [_SVu],
  [[() => NitroTpmSupportedVersionsList, {
    [_eQN]: `SupportedVersions`,
    [_xN]: _sVu
  }]]
])();
var OperatorRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ORpe,
  0,
  [_P],
  [0]
])();
var OperatorResponse$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ORper,
  0,
  [_Mana, _P, _HBD],
  [[2, {
    [_eQN]: `Managed`,
    [_xN]: _mana
  }], [0, {
    [_eQN]: `Principal`,
    [_xN]: _p
  }], [2, {
    [_eQN]: `HiddenByDefault`,
    [_xN]: _hBD
  }]]
])();
var PerformanceFactorReference$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _PFR,
  0,
  [_IF],
  [[0, {
    [_eQN]: `InstanceFamily`,
    [_xN]: _iF
  }]]
])();
var PerformanceFactorReferenceRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _PFRR,
  0,
  [_IF],
  [0]
])();
var PerformanceStatusSummary$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _PSS,
  0,
  [_Sta, _ISm, _Reme],
  [[0, {
    [_eQN]: `Status`,
    [_xN]: _sta
  }], [4, {
    [_eQN]: `ImpairedSince`,
    [_xN]: _iSm
  }], [0, {
    [_eQN]: `Remediation`,
    [_xN]: _rem
  }]]
])();
var Placement$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _Pla,
  0,
  [_AZI, _Af, _GN, _PN, _HIo, _Te, _SDp, _HRGA, _GIr, _AZ],
  [[0, {
    [_eQN]: `AvailabilityZoneId`,
    [_xN]: _aZI
  }], [0, {
    [_eQN]: `Affinity`,
    [_xN]: _af
  }], [0, {
    [_eQN]: `GroupName`,
    [_xN]: _gN
  }], [1, {
    [_eQN]: `PartitionNumber`,
    [_xN]: _pN
  }], [0, {
    [_eQN]: `HostId`,
    [_xN]: _hI
  }], [0, {
    [_eQN]: `Tenancy`,
    [_xN]: _te
  }], [0, {
    [_eQN]: `SpreadDomain`,
    [_xN]: _sDp
  }], [0, {
    [_eQN]: `HostResourceGroupArn`,
    [_xN]: _hRGA
  }], [0, {
    [_eQN]: `GroupId`,
    [_xN]: _gIr
  }], [0, {
    [_eQN]: `AvailabilityZone`,
    [_xN]: _aZ
  }]]
])();
var PlacementGroupInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _PGIl,
  0,
  [_SSu],
  [[() => PlacementGroupStrategyList, {
    [_eQN]: `SupportedStrategies`,
    [_xN]: _sSup
  }]]
])();
var PrivateDnsNameOptionsOnLaunch$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _PDNOOL,
  0,
  [_HTo, _ERNDAR, _ERNDAAAAR],
  [[0, {
    [_eQN]: `HostnameType`,
    [_xN]: _hTo
  }], [2, {
    [_eQN]: `EnableResourceNameDnsARecord`,
    [_xN]: _eRNDAR
  }], [2, {
    [_eQN]: `EnableResourceNameDnsAAAARecord`,
    [_xN]: _eRNDAAAAR
  }]]
])();
var PrivateDnsNameOptionsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _PDNOR,
  0,
  [_HTo, _ERNDAR, _ERNDAAAAR],
  [0, 2, 2]
])();
var PrivateDnsNameOptionsResponse$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _PDNORr,
  0,
  [_HTo, _ERNDAR, _ERNDAAAAR],
  [[0, {
    [_eQN]: `HostnameType`,
    [_xN]: _hTo
  }], [2, {
    [_eQN]: `EnableResourceNameDnsARecord`,
    [_xN]: _eRNDAR
  }], [2, {
    [_eQN]: `EnableResourceNameDnsAAAARecord`,
    [_xN]: _eRNDAAAAR
  }]]
])();
var PrivateIpAddressSpecification$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _PIAS,
  0,
  [_Prim, _PIAr],
  [[2, {
    [_eQN]: `Primary`,
    [_xN]: _prim
  }], [0, {
    [_eQN]: `PrivateIpAddress`,
    [_xN]: _pIAr
  }]]
])();
var ProcessorInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _PIro,
  0,
  [_SAup, _SCSIG, _SF, _Man],
  [[() => ArchitectureTypeList, {
    [_eQN]: `SupportedArchitectures`,
    [_xN]: _sAu
  }], [1, {
    [_eQN]: `SustainedClockSpeedInGhz`,
    [_xN]: _sCSIG
  }], [() => SupportedAdditionalProcessorFeatureList, {
    [_eQN]: `SupportedFeatures`,
    [_xN]: _sF
  }], [0, {
    [_eQN]: `Manufacturer`,
    [_xN]: _man
  }]]
])();
var ProductCode$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _PCr,
  0,
  [_PCIr, _PCT],
  [[0, {
    [_eQN]: `ProductCode`,
    [_xN]: _pCr
  }], [0, {
    [_eQN]: `Type`,
    [_xN]: _ty
  }]]
])();
var Region$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _Regi,
  0,
  [_OIS, _Ge, _RN, _Endp],
  [[0, {
    [_eQN]: `OptInStatus`,
    [_xN]: _oIS
  }], [() => RegionGeographyList, {
    [_eQN]: `GeographySet`,
    [_xN]: _gS
  }], [0, {
    [_eQN]: `RegionName`,
    [_xN]: _rNe
  }], [0, {
    [_eQN]: `RegionEndpoint`,
    [_xN]: _rEe
  }]]
])();
var RegionGeography$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _RGe,
  0,
  [_N],
  [[0, {
    [_eQN]: `Name`,
    [_xN]: _n
  }]]
])();
var RequestLaunchTemplateData$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _RLTD,
  0,
  [_KI, _EO, _IIP, _BDMl, _NIet, _IIm, _IT, _KN, _Mon, _Pla, _RDI, _DAT, _IISB, _UDs, _TS, _EGSlas, _EIAl, _SGIe, _SGe, _IMOns, _CSr, _CO, _CRSa, _LSi, _HO, _MO, _EOn, _IR, _PDNO, _MOa, _DASi, _Op, _NPO, _SIec],
  [0, 2, () => LaunchTemplateIamInstanceProfileSpecificationRequest$, [() => LaunchTemplateBlockDeviceMappingRequestList, { [_xN]: _BDM }], [() => LaunchTemplateInstanceNetworkInterfaceSpecificationRequestList, { [_xN]: _NIe }], 0, 0, 0, [() => LaunchTemplatesMonitoringRequest$, 0], () => LaunchTemplatePlacementRequest$, 0, 2, 0, [() => SensitiveUserData, 0], [() => LaunchTemplateTagSpecificationRequestList, { [_xN]: _TSa }], [() => ElasticGpuSpecificationList, { [_xN]: _EGSla }], [() => LaunchTemplateElasticInferenceAcceleratorList, { [_xN]: _EIA }], [() => SecurityGroupIdStringList, { [_xN]: _SGI }], [() => SecurityGroupStringList, { [_xN]: _SGec }], () => LaunchTemplateInstanceMarketOptionsRequest$, () => CreditSpecificationRequest$, () => LaunchTemplateCpuOptionsRequest$, () => LaunchTemplateCapacityReservationSpecificationRequest$, [() => LaunchTemplateLicenseSpecificationListRequest, { [_xN]: _LSic }], () => LaunchTemplateHibernationOptionsRequest$, () => LaunchTemplateInstanceMetadataOptionsRequest$, () => LaunchTemplateEnclaveOptionsRequest$, [() => InstanceRequirementsRequest$, 0], () => LaunchTemplatePrivateDnsNameOptionsRequest$, () => LaunchTemplateInstanceMaintenanceOptionsRequest$, 2, () => OperatorRequest$, () => LaunchTemplateNetworkPerformanceOptionsRequest$, [() => LaunchTemplateInstanceSecondaryInterfaceSpecificationRequestList, { [_xN]: _SIeco }]]
])();
var Reservation$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _Reser,
  0,
  [_RIe, _OI, _RIeq, _G, _Ins],
  [[0, {
    [_eQN]: `ReservationId`,
    [_xN]: _rI
  }], [0, {
    [_eQN]: `OwnerId`,
    [_xN]: _oI
  }], [0, {
    [_eQN]: `RequesterId`,
    [_xN]: _rIeq
  }], [() => GroupIdentifierList, {
    [_eQN]: `GroupSet`,
    [_xN]: _gSr
  }], [() => InstanceList, {
    [_eQN]: `InstancesSet`,
    [_xN]: _iSns
  }]]
])();
var ResourceTypeOption$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _RTOe,
  0,
  [_ON, _OV],
  [0, [64 | 0, { [_xN]: _OVp }]]
])();
var ResourceTypeRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _RTRe,
  0,
  [_RTe, _RTO],
  [0, [() => ResourceTypeOptionList, { [_xN]: _RTOe }]]
])();
var ResponseLaunchTemplateData$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _RLTDe,
  0,
  [_KI, _EO, _IIP, _BDMl, _NIet, _IIm, _IT, _KN, _Mon, _Pla, _RDI, _DAT, _IISB, _UDs, _TS, _EGSlas, _EIAl, _SGIe, _SGe, _IMOns, _CSr, _CO, _CRSa, _LSi, _HO, _MO, _EOn, _IR, _PDNO, _MOa, _DASi, _Op, _NPO, _SIec],
  [[0, {
    [_eQN]: `KernelId`,
    [_xN]: _kI
  }], [2, {
    [_eQN]: `EbsOptimized`,
    [_xN]: _eO
  }], [() => LaunchTemplateIamInstanceProfileSpecification$, {
    [_eQN]: `IamInstanceProfile`,
    [_xN]: _iIP
  }], [() => LaunchTemplateBlockDeviceMappingList, {
    [_eQN]: `BlockDeviceMappingSet`,
    [_xN]: _bDMS
  }], [() => LaunchTemplateInstanceNetworkInterfaceSpecificationList, {
    [_eQN]: `NetworkInterfaceSet`,
    [_xN]: _nIS
  }], [0, {
    [_eQN]: `ImageId`,
    [_xN]: _iIma
  }], [0, {
    [_eQN]: `InstanceType`,
    [_xN]: _iT
  }], [0, {
    [_eQN]: `KeyName`,
    [_xN]: _kN
  }], [() => LaunchTemplatesMonitoring$, {
    [_eQN]: `Monitoring`,
    [_xN]: _mon
  }], [() => LaunchTemplatePlacement$, {
    [_eQN]: `Placement`,
    [_xN]: _pla
  }], [0, {
    [_eQN]: `RamDiskId`,
    [_xN]: _rDI
  }], [2, {
    [_eQN]: `DisableApiTermination`,
    [_xN]: _dAT
  }], [0, {
    [_eQN]: `InstanceInitiatedShutdownBehavior`,
    [_xN]: _iISB
  }], [() => SensitiveUserData, {
    [_eQN]: `UserData`,
    [_xN]: _uDs
  }], [() => LaunchTemplateTagSpecificationList, {
    [_eQN]: `TagSpecificationSet`,
    [_xN]: _tSS
  }], [() => ElasticGpuSpecificationResponseList, {
    [_eQN]: `ElasticGpuSpecificationSet`,
    [_xN]: _eGSS
  }], [() => LaunchTemplateElasticInferenceAcceleratorResponseList, {
    [_eQN]: `ElasticInferenceAcceleratorSet`,
    [_xN]: _eIAS
  }], [() => ValueStringList, {
    [_eQN]: `SecurityGroupIdSet`,
    [_xN]: _sGIS
  }], [() => ValueStringList, {
    [_eQN]: `SecurityGroupSet`,
    [_xN]: _sGSe
  }], [() => LaunchTemplateInstanceMarketOptions$, {
    [_eQN]: `InstanceMarketOptions`,
    [_xN]: _iMOn
  }], [() => CreditSpecification$, {
    [_eQN]: `CreditSpecification`,
    [_xN]: _cSr
  }], [() => LaunchTemplateCpuOptions$, {
    [_eQN]: `CpuOptions`,
    [_xN]: _cO
  }], [() => LaunchTemplateCapacityReservationSpecificationResponse$, {
    [_eQN]: `CapacityReservationSpecification`,
    [_xN]: _cRSa
  }], [() => LaunchTemplateLicenseList, {
    [_eQN]: `LicenseSet`,
    [_xN]: _lSic
  }], [() => LaunchTemplateHibernationOptions$, {
    [_eQN]: `HibernationOptions`,
    [_xN]: _hO
  }], [() => LaunchTemplateInstanceMetadataOptions$, {
    [_eQN]: `MetadataOptions`,
    [_xN]: _mO
  }], [() => LaunchTemplateEnclaveOptions$, {
    [_eQN]: `EnclaveOptions`,
    [_xN]: _eOn
  }], [() => InstanceRequirements$, {
    [_eQN]: `InstanceRequirements`,
    [_xN]: _iR
  }], [() => LaunchTemplatePrivateDnsNameOptions$, {
    [_eQN]: `PrivateDnsNameOptions`,
    [_xN]: _pDNO
  }], [() => LaunchTemplateInstanceMaintenanceOptions$, {
    [_eQN]: `MaintenanceOptions`,
    [_xN]: _mOa
  }], [2, {
    [_eQN]: `DisableApiStop`,
    [_xN]: _dASi
  }], [() => OperatorResponse$, {
    [_eQN]: `Operator`,
    [_xN]: _ope
  }], [() => LaunchTemplateNetworkPerformanceOptions$, {
    [_eQN]: `NetworkPerformanceOptions`,
    [_xN]: _nPO
  }], [() => LaunchTemplateInstanceSecondaryInterfaceSpecificationList, {
    [_eQN]: `SecondaryInterfaceSet`,
    [_xN]: _sISe
  }]]
])();
var RunInstancesMonitoringEnabled$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _RIME,
  0,
  [_En, _MCIe],
  [[2, {
    [_eQN]: `Enabled`,
    [_xN]: _en
  }], [() => MetricCategoryIdList, { [_xN]: _MCI }]],
  1
])();
var RunInstancesRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _RIRu,
  0,
  [_MCa, _MCin, _BDMl, _IIm, _IT, _IAC, _IA, _KI, _KN, _Mon, _Pla, _RIa, _SGIe, _SGe, _SIu, _UDs, _EGSla, _EIAl, _TS, _LT, _IMOns, _CSr, _CO, _CRSa, _HO, _LSi, _MO, _EOn, _PDNO, _MOa, _DASi, _EPI, _NPO, _Op, _SIec, _DR, _DAT, _IISB, _PIAr, _CT, _AId, _NIet, _IIP, _EO],
  [1, 1, [() => BlockDeviceMappingRequestList, { [_xN]: _BDM }], 0, 0, 1, [() => InstanceIpv6AddressList, { [_xN]: _IApv }], 0, 0, [() => RunInstancesMonitoringEnabled$, 0], [() => Placement$, 0], 0, [() => SecurityGroupIdStringList, { [_xN]: _SGI }], [() => SecurityGroupStringList, { [_xN]: _SGec }], 0, [() => RunInstancesUserData, 0], [() => ElasticGpuSpecifications, 0], [() => ElasticInferenceAccelerators, { [_xN]: _EIA }], [() => TagSpecificationList, { [_xN]: _TSa }], () => LaunchTemplateSpecification$, () => InstanceMarketOptionsRequest$, () => CreditSpecificationRequest$, () => CpuOptionsRequest$, () => CapacityReservationSpecification$, () => HibernationOptionsRequest$, [() => LicenseSpecificationListRequest, { [_xN]: _LSic }], () => InstanceMetadataOptionsRequest$, () => EnclaveOptionsRequest$, () => PrivateDnsNameOptionsRequest$, () => InstanceMaintenanceOptionsRequest$, 2, 2, () => InstanceNetworkPerformanceOptionsRequest$, () => OperatorRequest$, [() => InstanceSecondaryInterfaceSpecificationListRequest, { [_xN]: _SIeco }], [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }], [2, {
    [_eQN]: `DisableApiTermination`,
    [_xN]: _dAT
  }], [0, {
    [_eQN]: `InstanceInitiatedShutdownBehavior`,
    [_xN]: _iISB
  }], [0, {
    [_eQN]: `PrivateIpAddress`,
    [_xN]: _pIAr
  }], [0, {
    [_eQN]: `ClientToken`,
    [_iTd]: 1,
    [_xN]: _cT
  }], [0, {
    [_eQN]: `AdditionalInfo`,
    [_xN]: _aId
  }], [() => InstanceNetworkInterfaceSpecificationList, {
    [_eQN]: `NetworkInterface`,
    [_xN]: _nIe
  }], [() => IamInstanceProfileSpecification$, {
    [_eQN]: `IamInstanceProfile`,
    [_xN]: _iIP
  }], [2, {
    [_eQN]: `EbsOptimized`,
    [_xN]: _eO
  }]],
  2
])();
var ScanResults$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _SRc,
  0,
  [_HFSL, _FSD, _IFAS, _LFAS, _MFAS, _HFAS, _CFAS],
  [[0, {
    [_eQN]: `HighestFindingSeverityLabel`,
    [_xN]: _hFSL
  }], [4, {
    [_eQN]: `FindingScanDate`,
    [_xN]: _fSD
  }], [4, {
    [_eQN]: `InformationalFixAvailableSince`,
    [_xN]: _iFAS
  }], [4, {
    [_eQN]: `LowFixAvailableSince`,
    [_xN]: _lFAS
  }], [4, {
    [_eQN]: `MediumFixAvailableSince`,
    [_xN]: _mFAS
  }], [4, {
    [_eQN]: `HighFixAvailableSince`,
    [_xN]: _hFAS
  }], [4, {
    [_eQN]: `CriticalFixAvailableSince`,
    [_xN]: _cFAS
  }]]
])();
var SecondaryInterfacePrivateIpAddressSpecification$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _SIPIAS,
  0,
  [_PIAr],
  [[0, {
    [_eQN]: `PrivateIpAddress`,
    [_xN]: _pIAr
  }]]
])();
var SecondaryInterfacePrivateIpAddressSpecificationRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _SIPIASR,
  0,
  [_PIAr],
  [0]
])();
var Snapshot$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _Sna,
  0,
  [_OAw, _OA, _T, _STto, _RETe, _STs, _AZ, _TTr, _CDM, _CTomp, _FSSIB, _SIn, _VIo, _St, _SMta, _STt, _Pro, _OI, _De, _VSo, _Enc, _KKI, _DEKI],
  [[0, {
    [_eQN]: `OwnerAlias`,
    [_xN]: _oAw
  }], [0, {
    [_eQN]: `OutpostArn`,
    [_xN]: _oA
  }], [() => TagList, {
    [_eQN]: `TagSet`,
    [_xN]: _tS
  }], [0, {
    [_eQN]: `StorageTier`,
    [_xN]: _sTto
  }], [4, {
    [_eQN]: `RestoreExpiryTime`,
    [_xN]: _rETe
  }], [0, {
    [_eQN]: `SseType`,
    [_xN]: _sTs
  }], [0, {
    [_eQN]: `AvailabilityZone`,
    [_xN]: _aZ
  }], [0, {
    [_eQN]: `TransferType`,
    [_xN]: _tTr
  }], [1, {
    [_eQN]: `CompletionDurationMinutes`,
    [_xN]: _cDM
  }], [4, {
    [_eQN]: `CompletionTime`,
    [_xN]: _cTomp
  }], [1, {
    [_eQN]: `FullSnapshotSizeInBytes`,
    [_xN]: _fSSIB
  }], [0, {
    [_eQN]: `SnapshotId`,
    [_xN]: _sIn
  }], [0, {
    [_eQN]: `VolumeId`,
    [_xN]: _vIo
  }], [0, {
    [_eQN]: `Status`,
    [_xN]: _sta
  }], [0, {
    [_eQN]: `StatusMessage`,
    [_xN]: _sMt
  }], [4, {
    [_eQN]: `StartTime`,
    [_xN]: _sTt
  }], [0, {
    [_eQN]: `Progress`,
    [_xN]: _pro
  }], [0, {
    [_eQN]: `OwnerId`,
    [_xN]: _oI
  }], [0, {
    [_eQN]: `Description`,
    [_xN]: _de
  }], [1, {
    [_eQN]: `VolumeSize`,
    [_xN]: _vSo
  }], [2, {
    [_eQN]: `Encrypted`,
    [_xN]: _enc
  }], [0, {
    [_eQN]: `KmsKeyId`,
    [_xN]: _kKI
  }], [0, {
    [_eQN]: `DataEncryptionKeyId`,
    [_xN]: _dEKI
  }]]
])();
var SpotMarketOptions$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _SMO,
  0,
  [_MPax, _SITp, _BDMlo, _VU, _IIB],
  [0, 0, 1, 4, 0]
])();
var StateReason$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _SRt,
  0,
  [_Co, _Me],
  [[0, {
    [_eQN]: `Code`,
    [_xN]: _co
  }], [0, {
    [_eQN]: `Message`,
    [_xN]: _me
  }]]
])();
var Subnet$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _Su,
  0,
  [_AZI, _ELADI, _MCOIOL, _COIP, _OI, _AIAOC, _ICBAS, _T, _SAub, _OA, _EDn, _IN, _PDNOOL, _BPAS, _Ty, _SIu, _St, _VI, _CB, _AIAC, _AZ, _DFA, _MPIOL],
  [[0, {
    [_eQN]: `AvailabilityZoneId`,
    [_xN]: _aZI
  }], [1, {
    [_eQN]: `EnableLniAtDeviceIndex`,
    [_xN]: _eLADI
  }], [2, {
    [_eQN]: `MapCustomerOwnedIpOnLaunch`,
    [_xN]: _mCOIOL
  }], [0, {
    [_eQN]: `CustomerOwnedIpv4Pool`,
    [_xN]: _cOIP
  }], [0, {
    [_eQN]: `OwnerId`,
    [_xN]: _oI
  }], [2, {
    [_eQN]: `AssignIpv6AddressOnCreation`,
    [_xN]: _aIAOC
  }], [() => SubnetIpv6CidrBlockAssociationSet, {
    [_eQN]: `Ipv6CidrBlockAssociationSet`,
    [_xN]: _iCBASp
  }], [() => TagList, {
    [_eQN]: `TagSet`,
    [_xN]: _tS
  }], [0, {
    [_eQN]: `SubnetArn`,
    [_xN]: _sAub
  }], [0, {
    [_eQN]: `OutpostArn`,
    [_xN]: _oA
  }], [2, {
    [_eQN]: `EnableDns64`,
    [_xN]: _eDn
  }], [2, {
    [_eQN]: `Ipv6Native`,
    [_xN]: _iN
  }], [() => PrivateDnsNameOptionsOnLaunch$, {
    [_eQN]: `PrivateDnsNameOptionsOnLaunch`,
    [_xN]: _pDNOOL
  }], [() => BlockPublicAccessStates$, {
    [_eQN]: `BlockPublicAccessStates`,
    [_xN]: _bPAS
  }], [0, {
    [_eQN]: `Type`,
    [_xN]: _ty
  }], [0, {
    [_eQN]: `SubnetId`,
    [_xN]: _sIu
  }], [0, {
    [_eQN]: `State`,
    [_xN]: _st
  }], [0, {
    [_eQN]: `VpcId`,
    [_xN]: _vI
  }], [0, {
    [_eQN]: `CidrBlock`,
    [_xN]: _cB
  }], [1, {
    [_eQN]: `AvailableIpAddressCount`,
    [_xN]: _aIAC
  }], [0, {
    [_eQN]: `AvailabilityZone`,
    [_xN]: _aZ
  }], [2, {
    [_eQN]: `DefaultForAz`,
    [_xN]: _dFA
  }], [2, {
    [_eQN]: `MapPublicIpOnLaunch`,
    [_xN]: _mPIOL
  }]]
])();
var SubnetCidrBlockState$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _SCBS,
  0,
  [_St, _SMt],
  [[0, {
    [_eQN]: `State`,
    [_xN]: _st
  }], [0, {
    [_eQN]: `StatusMessage`,
    [_xN]: _sMt
  }]]
])();
var SubnetIpv6CidrBlockAssociation$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _SICBA,
  0,
  [_AIs, _ICB, _ICBS, _IAA, _ISpo],
  [[0, {
    [_eQN]: `AssociationId`,
    [_xN]: _aIs
  }], [0, {
    [_eQN]: `Ipv6CidrBlock`,
    [_xN]: _iCB
  }], [() => SubnetCidrBlockState$, {
    [_eQN]: `Ipv6CidrBlockState`,
    [_xN]: _iCBS
  }], [0, {
    [_eQN]: `Ipv6AddressAttribute`,
    [_xN]: _iAA
  }], [0, {
    [_eQN]: `IpSource`,
    [_xN]: _iSpo
  }]]
])();
var Tag$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _Ta,
  0,
  [_K, _V],
  [[0, {
    [_eQN]: `Key`,
    [_xN]: _k
  }], [0, {
    [_eQN]: `Value`,
    [_xN]: _v
  }]]
])();
var TagSpecification$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _TSa,
  0,
  [_RTe, _T],
  [[0, {
    [_eQN]: `ResourceType`,
    [_xN]: _rTe
  }], [() => TagList, { [_xN]: _Ta }]]
])();
var TerminateInstancesRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _TIR,
  0,
  [_IIn, _F, _SOS, _DR],
  [[() => InstanceIdStringList, { [_xN]: _II }], 2, 2, [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }]],
  1
])();
var TerminateInstancesResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _TIRe,
  0,
  [_TIer],
  [[() => InstanceStateChangeList, {
    [_eQN]: `InstancesSet`,
    [_xN]: _iSns
  }]]
])();
var TotalLocalStorageGB$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _TLSGB,
  0,
  [_M, _Ma],
  [[1, {
    [_eQN]: `Min`,
    [_xN]: _m
  }], [1, {
    [_eQN]: `Max`,
    [_xN]: _ma
  }]]
])();
var TotalLocalStorageGBRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _TLSGBR,
  0,
  [_M, _Ma],
  [1, 1]
])();
var ValidationError$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _VEa,
  0,
  [_Co, _Me],
  [[0, {
    [_eQN]: `Code`,
    [_xN]: _co
  }], [0, {
    [_eQN]: `Message`,
    [_xN]: _me
  }]]
])();
var ValidationWarning$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _VW,
  0,
  [_Err],
  [[() => ErrorSet, {
    [_eQN]: `ErrorSet`,
    [_xN]: _eSr
  }]]
])();
var VCpuCountRange$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _VCCR,
  0,
  [_M, _Ma],
  [[1, {
    [_eQN]: `Min`,
    [_xN]: _m
  }], [1, {
    [_eQN]: `Max`,
    [_xN]: _ma
  }]]
])();
var VCpuCountRangeRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _VCCRR,
  0,
  [_M, _Ma],
  [1, 1],
  1
])();
var VCpuInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _VCIpu,
  0,
  [_DVC, _DCef, _DTPC, _VCa, _VTPC],
  [[1, {
    [_eQN]: `DefaultVCpus`,
    [_xN]: _dVC
  }], [1, {
    [_eQN]: `DefaultCores`,
    [_xN]: _dCe
  }], [1, {
    [_eQN]: `DefaultThreadsPerCore`,
    [_xN]: _dTPC
  }], [() => CoreCountList, {
    [_eQN]: `ValidCores`,
    [_xN]: _vCa
  }], [() => ThreadsPerCoreList, {
    [_eQN]: `ValidThreadsPerCore`,
    [_xN]: _vTPC
  }]]
])();
var Volume$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _Vol,
  0,
  [_AZI, _OA, _SVI, _Io, _T, _VT, _FRa, _MAE, _Th, _STs, _Op, _VIR, _VAo, _OI, _VIo, _Siz, _SIn, _AZ, _St, _CTre, _Atta, _Enc, _KKI],
  [[0, {
    [_eQN]: `AvailabilityZoneId`,
    [_xN]: _aZI
  }], [0, {
    [_eQN]: `OutpostArn`,
    [_xN]: _oA
  }], [0, {
    [_eQN]: `SourceVolumeId`,
    [_xN]: _sVI
  }], [1, {
    [_eQN]: `Iops`,
    [_xN]: _io
  }], [() => TagList, {
    [_eQN]: `TagSet`,
    [_xN]: _tS
  }], [0, {
    [_eQN]: `VolumeType`,
    [_xN]: _vT
  }], [2, {
    [_eQN]: `FastRestored`,
    [_xN]: _fRa
  }], [2, {
    [_eQN]: `MultiAttachEnabled`,
    [_xN]: _mAE
  }], [1, {
    [_eQN]: `Throughput`,
    [_xN]: _th
  }], [0, {
    [_eQN]: `SseType`,
    [_xN]: _sTs
  }], [() => OperatorResponse$, {
    [_eQN]: `Operator`,
    [_xN]: _ope
  }], [1, {
    [_eQN]: `VolumeInitializationRate`,
    [_xN]: _vIR
  }], [0, {
    [_eQN]: `VolumeArn`,
    [_xN]: _vA
  }], [0, {
    [_eQN]: `OwnerId`,
    [_xN]: _oI
  }], [0, {
    [_eQN]: `VolumeId`,
    [_xN]: _vIo
  }], [1, {
    [_eQN]: `Size`,
    [_xN]: _si
  }], [0, {
    [_eQN]: `SnapshotId`,
    [_xN]: _sIn
  }], [0, {
    [_eQN]: `AvailabilityZone`,
    [_xN]: _aZ
  }], [0, {
    [_eQN]: `Status`,
    [_xN]: _sta
  }], [4, {
    [_eQN]: `CreateTime`,
    [_xN]: _cTre
  }], [() => VolumeAttachmentList, {
    [_eQN]: `AttachmentSet`,
    [_xN]: _aSt
  }], [2, {
    [_eQN]: `Encrypted`,
    [_xN]: _enc
  }], [0, {
    [_eQN]: `KmsKeyId`,
    [_xN]: _kKI
  }]]
])();
var VolumeAttachment$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _VAol,
  0,
  [_DOT, _ARss, _IOS, _ECI, _VIo, _II, _Dev, _St, _ATtt],
  [[2, {
    [_eQN]: `DeleteOnTermination`,
    [_xN]: _dOT
  }], [0, {
    [_eQN]: `AssociatedResource`,
    [_xN]: _aRs
  }], [0, {
    [_eQN]: `InstanceOwningService`,
    [_xN]: _iOS
  }], [1, {
    [_eQN]: `EbsCardIndex`,
    [_xN]: _eCI
  }], [0, {
    [_eQN]: `VolumeId`,
    [_xN]: _vIo
  }], [0, {
    [_eQN]: `InstanceId`,
    [_xN]: _iI
  }], [0, {
    [_eQN]: `Device`,
    [_xN]: _dev
  }], [0, {
    [_eQN]: `Status`,
    [_xN]: _sta
  }], [4, {
    [_eQN]: `AttachTime`,
    [_xN]: _aTt
  }]]
])();
var __Unit = "unit";
var AcceleratorManufacturerSet = /* @__PURE__ */ (() => [
  1,
  n0,
  _AMSc,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var AcceleratorNameSet = /* @__PURE__ */ (() => [
  1,
  n0,
  _ANSc,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var AcceleratorTypeSet = /* @__PURE__ */ (() => [
  1,
  n0,
  _ATSc,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var AllowedInstanceTypeSet = /* @__PURE__ */ (() => [
  1,
  n0,
  _AITS,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var ArchitectureTypeList = /* @__PURE__ */ (() => [
  1,
  n0,
  _ATLr,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var AssetIdList = (/* unused pure expression or super */ null && (64 | 0));
var BandwidthWeightingTypeList = /* @__PURE__ */ (() => [
  1,
  n0,
  _BWTL,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var BlockDeviceMappingList = /* @__PURE__ */ (() => [
  1,
  n0,
  _BDML,
  0,
  [
    () => BlockDeviceMapping$,
    { [_xN]: _it }
  ]
])();
var BlockDeviceMappingRequestList = /* @__PURE__ */ (() => [
  1,
  n0,
  _BDMRL,
  0,
  [
    () => BlockDeviceMapping$,
    { [_xN]: _BDM }
  ]
])();
var BootModeTypeList = /* @__PURE__ */ (() => [
  1,
  n0,
  _BMTL,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var CarrierGatewayIdSet = (/* unused pure expression or super */ null && (64 | 0));
var CoreCountList = /* @__PURE__ */ (() => [
  1,
  n0,
  _CCL,
  0,
  [
    1,
    { [_xN]: _it }
  ]
])();
var CpuManufacturerSet = /* @__PURE__ */ (() => [
  1,
  n0,
  _CMSp,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var CreateVolumePermissionList = /* @__PURE__ */ (() => [
  1,
  n0,
  _CVPL,
  0,
  [
    () => CreateVolumePermission$,
    { [_xN]: _it }
  ]
])();
var DeleteSnapshotResultSet = /* @__PURE__ */ (() => [
  1,
  n0,
  _DSRS,
  0,
  [
    () => DeleteSnapshotReturnCode$,
    { [_xN]: _it }
  ]
])();
var DescribeImageReferencesImageIdStringList = (/* unused pure expression or super */ null && (64 | 0));
var DescribeImageUsageReportsImageIdStringList = (/* unused pure expression or super */ null && (64 | 0));
var DescribeInstanceTopologyGroupNameSet = (/* unused pure expression or super */ null && (64 | 0));
var DescribeInstanceTopologyInstanceIdSet = (/* unused pure expression or super */ null && (64 | 0));
var DiskInfoList = /* @__PURE__ */ (() => [
  1,
  n0,
  _DILi,
  0,
  [
    () => DiskInfo$,
    { [_xN]: _it }
  ]
])();
var EbsCardInfoList = /* @__PURE__ */ (() => [
  1,
  n0,
  _ECIL,
  0,
  [
    () => EbsCardInfo$,
    { [_xN]: _it }
  ]
])();
var EbsStatusDetailsList = /* @__PURE__ */ (() => [
  1,
  n0,
  _ESDL,
  0,
  [
    () => EbsStatusDetails$,
    { [_xN]: _it }
  ]
])();
var ElasticGpuAssociationList = /* @__PURE__ */ (() => [
  1,
  n0,
  _EGAL,
  0,
  [
    () => ElasticGpuAssociation$,
    { [_xN]: _it }
  ]
])();
var ElasticGpuSpecificationList = /* @__PURE__ */ (() => [
  1,
  n0,
  _EGSL,
  0,
  [
    () => ElasticGpuSpecification$,
    { [_xN]: _EGSla }
  ]
])();
var ElasticGpuSpecificationResponseList = /* @__PURE__ */ (() => [
  1,
  n0,
  _EGSRL,
  0,
  [
    () => ElasticGpuSpecificationResponse$,
    { [_xN]: _it }
  ]
])();
var ElasticGpuSpecifications = /* @__PURE__ */ (() => [
  1,
  n0,
  _EGSlas,
  0,
  [
    () => ElasticGpuSpecification$,
    { [_xN]: _it }
  ]
])();
var ElasticInferenceAcceleratorAssociationList = /* @__PURE__ */ (() => [
  1,
  n0,
  _EIAAL,
  0,
  [
    () => ElasticInferenceAcceleratorAssociation$,
    { [_xN]: _it }
  ]
])();
var ElasticInferenceAccelerators = /* @__PURE__ */ (() => [
  1,
  n0,
  _EIAl,
  0,
  [
    () => ElasticInferenceAccelerator$,
    { [_xN]: _it }
  ]
])();
var ErrorSet = /* @__PURE__ */ (() => [
  1,
  n0,
  _ESr,
  0,
  [
    () => ValidationError$,
    { [_xN]: _it }
  ]
])();
var ExcludedInstanceTypeSet = /* @__PURE__ */ (() => [
  1,
  n0,
  _EITSx,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var ExecutableByStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _EBSL,
  0,
  [
    0,
    { [_xN]: _EBx }
  ]
])();
var FilterList = /* @__PURE__ */ (() => [
  1,
  n0,
  _FLi,
  0,
  [
    () => Filter$,
    { [_xN]: _Fil }
  ]
])();
var FleetIdSet = (/* unused pure expression or super */ null && (64 | 0));
var FpgaDeviceInfoList = /* @__PURE__ */ (() => [
  1,
  n0,
  _FDIL,
  0,
  [
    () => FpgaDeviceInfo$,
    { [_xN]: _it }
  ]
])();
var GpuDeviceInfoList = /* @__PURE__ */ (() => [
  1,
  n0,
  _GDIL,
  0,
  [
    () => GpuDeviceInfo$,
    { [_xN]: _it }
  ]
])();
var GroupIdentifierList = /* @__PURE__ */ (() => [
  1,
  n0,
  _GIL,
  0,
  [
    () => GroupIdentifier$,
    { [_xN]: _it }
  ]
])();
var GroupIdStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _GISL,
  0,
  [
    0,
    { [_xN]: _gIr }
  ]
])();
var GroupNameStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _GNSL,
  0,
  [
    0,
    { [_xN]: _GN }
  ]
])();
var ImageIdStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _IISL,
  0,
  [
    0,
    { [_xN]: _IIm }
  ]
])();
var ImageList = /* @__PURE__ */ (() => [
  1,
  n0,
  _ILm,
  0,
  [
    () => Image$,
    { [_xN]: _it }
  ]
])();
var ImageRecycleBinInfoList = /* @__PURE__ */ (() => [
  1,
  n0,
  _IRBIL,
  0,
  [
    () => ImageRecycleBinInfo$,
    { [_xN]: _it }
  ]
])();
var ImageReferenceList = /* @__PURE__ */ (() => [
  1,
  n0,
  _IRL,
  0,
  [
    () => ImageReference$,
    { [_xN]: _it }
  ]
])();
var ImageUsageReportIdStringList = (/* unused pure expression or super */ null && (64 | 0));
var ImageWatermarkList = /* @__PURE__ */ (() => [
  1,
  n0,
  _IWL,
  0,
  [
    () => ImageWatermark$,
    { [_xN]: _it }
  ]
])();
var InferenceDeviceInfoList = /* @__PURE__ */ (() => [
  1,
  n0,
  _IDIL,
  0,
  [
    () => InferenceDeviceInfo$,
    0
  ]
])();
var InstanceBlockDeviceMappingList = /* @__PURE__ */ (() => [
  1,
  n0,
  _IBDML,
  0,
  [
    () => InstanceBlockDeviceMapping$,
    { [_xN]: _it }
  ]
])();
var InstanceGenerationSet = /* @__PURE__ */ (() => [
  1,
  n0,
  _IGS,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var InstanceIdStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _IISLn,
  0,
  [
    0,
    { [_xN]: _II }
  ]
])();
var InstanceIpv4PrefixList = /* @__PURE__ */ (() => [
  1,
  n0,
  _IIPL,
  0,
  [
    () => InstanceIpv4Prefix$,
    { [_xN]: _it }
  ]
])();
var InstanceIpv6AddressList = /* @__PURE__ */ (() => [
  1,
  n0,
  _IIAL,
  0,
  [
    () => InstanceIpv6Address$,
    { [_xN]: _it }
  ]
])();
var InstanceIpv6AddressListRequest = /* @__PURE__ */ (() => [
  1,
  n0,
  _IIALR,
  0,
  [
    () => InstanceIpv6AddressRequest$,
    { [_xN]: _IIA }
  ]
])();
var InstanceIpv6PrefixList = /* @__PURE__ */ (() => [
  1,
  n0,
  _IIPLn,
  0,
  [
    () => InstanceIpv6Prefix$,
    { [_xN]: _it }
  ]
])();
var InstanceList = /* @__PURE__ */ (() => [
  1,
  n0,
  _ILns,
  0,
  [
    () => Instance$,
    { [_xN]: _it }
  ]
])();
var InstanceNetworkInterfaceList = /* @__PURE__ */ (() => [
  1,
  n0,
  _INIL,
  0,
  [
    () => InstanceNetworkInterface$,
    { [_xN]: _it }
  ]
])();
var InstanceNetworkInterfaceSpecificationList = /* @__PURE__ */ (() => [
  1,
  n0,
  _INISL,
  0,
  [
    () => InstanceNetworkInterfaceSpecification$,
    { [_xN]: _it }
  ]
])();
var InstancePrivateIpAddressList = /* @__PURE__ */ (() => [
  1,
  n0,
  _IPIAL,
  0,
  [
    () => InstancePrivateIpAddress$,
    { [_xN]: _it }
  ]
])();
var InstanceSecondaryInterfaceList = /* @__PURE__ */ (() => [
  1,
  n0,
  _ISIL,
  0,
  [
    () => InstanceSecondaryInterface$,
    { [_xN]: _it }
  ]
])();
var InstanceSecondaryInterfacePrivateIpAddressList = /* @__PURE__ */ (() => [
  1,
  n0,
  _ISIPIAL,
  0,
  [
    () => InstanceSecondaryInterfacePrivateIpAddress$,
    { [_xN]: _it }
  ]
])();
var InstanceSecondaryInterfacePrivateIpAddressListRequest = /* @__PURE__ */ (() => [
  1,
  n0,
  _ISIPIALR,
  0,
  [
    () => InstanceSecondaryInterfacePrivateIpAddressRequest$,
    { [_xN]: _it }
  ]
])();
var InstanceSecondaryInterfaceSpecificationListRequest = /* @__PURE__ */ (() => [
  1,
  n0,
  _ISISLR,
  0,
  [
    () => InstanceSecondaryInterfaceSpecificationRequest$,
    { [_xN]: _it }
  ]
])();
var InstanceStateChangeList = /* @__PURE__ */ (() => [
  1,
  n0,
  _ISCL,
  0,
  [
    () => InstanceStateChange$,
    { [_xN]: _it }
  ]
])();
var InstanceStatusDetailsList = /* @__PURE__ */ (() => [
  1,
  n0,
  _ISDL,
  0,
  [
    () => InstanceStatusDetails$,
    { [_xN]: _it }
  ]
])();
var InstanceStatusEventList = /* @__PURE__ */ (() => [
  1,
  n0,
  _ISEL,
  0,
  [
    () => InstanceStatusEvent$,
    { [_xN]: _it }
  ]
])();
var InstanceStatusList = /* @__PURE__ */ (() => [
  1,
  n0,
  _ISLn,
  0,
  [
    () => InstanceStatus$,
    { [_xN]: _it }
  ]
])();
var InstanceTypeInfoList = /* @__PURE__ */ (() => [
  1,
  n0,
  _ITILn,
  0,
  [
    () => InstanceTypeInfo$,
    { [_xN]: _it }
  ]
])();
var InstanceTypeList = (/* unused pure expression or super */ null && (64 | 0));
var InstanceTypeOfferingsList = /* @__PURE__ */ (() => [
  1,
  n0,
  _ITOL,
  0,
  [
    () => InstanceTypeOffering$,
    { [_xN]: _it }
  ]
])();
var InstanceTypes = (/* unused pure expression or super */ null && (64 | 0));
var Ipv4PrefixList = /* @__PURE__ */ (() => [
  1,
  n0,
  _IPLpvr,
  0,
  [
    () => Ipv4PrefixSpecificationRequest$,
    { [_xN]: _it }
  ]
])();
var Ipv4PrefixListResponse = /* @__PURE__ */ (() => [
  1,
  n0,
  _IPLRpv,
  0,
  [
    () => Ipv4PrefixSpecificationResponse$,
    { [_xN]: _it }
  ]
])();
var Ipv6PrefixList = /* @__PURE__ */ (() => [
  1,
  n0,
  _IPLpvref,
  0,
  [
    () => Ipv6PrefixSpecificationRequest$,
    { [_xN]: _it }
  ]
])();
var Ipv6PrefixListResponse = /* @__PURE__ */ (() => [
  1,
  n0,
  _IPLRpvr,
  0,
  [
    () => Ipv6PrefixSpecificationResponse$,
    { [_xN]: _it }
  ]
])();
var LaunchPermissionList = /* @__PURE__ */ (() => [
  1,
  n0,
  _LPL,
  0,
  [
    () => LaunchPermission$,
    { [_xN]: _it }
  ]
])();
var LaunchTemplateBlockDeviceMappingList = /* @__PURE__ */ (() => [
  1,
  n0,
  _LTBDML,
  0,
  [
    () => LaunchTemplateBlockDeviceMapping$,
    { [_xN]: _it }
  ]
])();
var LaunchTemplateBlockDeviceMappingRequestList = /* @__PURE__ */ (() => [
  1,
  n0,
  _LTBDMRL,
  0,
  [
    () => LaunchTemplateBlockDeviceMappingRequest$,
    { [_xN]: _BDM }
  ]
])();
var LaunchTemplateElasticInferenceAcceleratorList = /* @__PURE__ */ (() => [
  1,
  n0,
  _LTEIAL,
  0,
  [
    () => LaunchTemplateElasticInferenceAccelerator$,
    { [_xN]: _it }
  ]
])();
var LaunchTemplateElasticInferenceAcceleratorResponseList = /* @__PURE__ */ (() => [
  1,
  n0,
  _LTEIARL,
  0,
  [
    () => LaunchTemplateElasticInferenceAcceleratorResponse$,
    { [_xN]: _it }
  ]
])();
var LaunchTemplateIdStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _LTISL,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var LaunchTemplateInstanceNetworkInterfaceSpecificationList = /* @__PURE__ */ (() => [
  1,
  n0,
  _LTINISL,
  0,
  [
    () => LaunchTemplateInstanceNetworkInterfaceSpecification$,
    { [_xN]: _it }
  ]
])();
var LaunchTemplateInstanceNetworkInterfaceSpecificationRequestList = /* @__PURE__ */ (() => [
  1,
  n0,
  _LTINISRL,
  0,
  [
    () => LaunchTemplateInstanceNetworkInterfaceSpecificationRequest$,
    { [_xN]: _INIS }
  ]
])();
var LaunchTemplateInstanceSecondaryInterfaceSpecificationList = /* @__PURE__ */ (() => [
  1,
  n0,
  _LTISISL,
  0,
  [
    () => LaunchTemplateInstanceSecondaryInterfaceSpecification$,
    { [_xN]: _it }
  ]
])();
var LaunchTemplateInstanceSecondaryInterfaceSpecificationRequestList = /* @__PURE__ */ (() => [
  1,
  n0,
  _LTISISRL,
  0,
  [
    () => LaunchTemplateInstanceSecondaryInterfaceSpecificationRequest$,
    { [_xN]: _ISIS }
  ]
])();
var LaunchTemplateLicenseList = /* @__PURE__ */ (() => [
  1,
  n0,
  _LTLL,
  0,
  [
    () => LaunchTemplateLicenseConfiguration$,
    { [_xN]: _it }
  ]
])();
var LaunchTemplateLicenseSpecificationListRequest = /* @__PURE__ */ (() => [
  1,
  n0,
  _LTLSLR,
  0,
  [
    () => LaunchTemplateLicenseConfigurationRequest$,
    { [_xN]: _it }
  ]
])();
var LaunchTemplateNameStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _LTNSL,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var LaunchTemplateSet = /* @__PURE__ */ (() => [
  1,
  n0,
  _LTSa,
  0,
  [
    () => LaunchTemplate$,
    { [_xN]: _it }
  ]
])();
var LaunchTemplateTagSpecificationList = /* @__PURE__ */ (() => [
  1,
  n0,
  _LTTSL,
  0,
  [
    () => LaunchTemplateTagSpecification$,
    { [_xN]: _it }
  ]
])();
var LaunchTemplateTagSpecificationRequestList = /* @__PURE__ */ (() => [
  1,
  n0,
  _LTTSRL,
  0,
  [
    () => LaunchTemplateTagSpecificationRequest$,
    { [_xN]: _LTTSR }
  ]
])();
var LaunchTemplateVersionSet = /* @__PURE__ */ (() => [
  1,
  n0,
  _LTVS,
  0,
  [
    () => LaunchTemplateVersion$,
    { [_xN]: _it }
  ]
])();
var LicenseList = /* @__PURE__ */ (() => [
  1,
  n0,
  _LL,
  0,
  [
    () => LicenseConfiguration$,
    { [_xN]: _it }
  ]
])();
var LicenseSpecificationListRequest = /* @__PURE__ */ (() => [
  1,
  n0,
  _LSLR,
  0,
  [
    () => LicenseConfigurationRequest$,
    { [_xN]: _it }
  ]
])();
var LocalStorageTypeSet = /* @__PURE__ */ (() => [
  1,
  n0,
  _LSTS,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var LockedSnapshotsInfoList = /* @__PURE__ */ (() => [
  1,
  n0,
  _LSIL,
  0,
  [
    () => LockedSnapshotsInfo$,
    { [_xN]: _it }
  ]
])();
var MediaDeviceInfoList = /* @__PURE__ */ (() => [
  1,
  n0,
  _MDIL,
  0,
  [
    () => MediaDeviceInfo$,
    { [_xN]: _it }
  ]
])();
var MetricCategoryIdList = /* @__PURE__ */ (() => [
  1,
  n0,
  _MCIL,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var NetworkCardInfoList = /* @__PURE__ */ (() => [
  1,
  n0,
  _NCIL,
  0,
  [
    () => NetworkCardInfo$,
    { [_xN]: _it }
  ]
])();
var NetworkCardInterfaceTypeList = /* @__PURE__ */ (() => [
  1,
  n0,
  _NCITL,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var NetworkInterfacePermissionIdList = (/* unused pure expression or super */ null && (64 | 0));
var NeuronDeviceInfoList = /* @__PURE__ */ (() => [
  1,
  n0,
  _NDIL,
  0,
  [
    () => NeuronDeviceInfo$,
    { [_xN]: _it }
  ]
])();
var NitroTpmSupportedVersionsList = /* @__PURE__ */ (() => [
  1,
  n0,
  _NTSVL,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var OrganizationalUnitArnStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _OUASL,
  0,
  [
    0,
    { [_xN]: _OUA }
  ]
])();
var OrganizationArnStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _OASL,
  0,
  [
    0,
    { [_xN]: _OArg }
  ]
])();
var OwnerStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _OSL,
  0,
  [
    0,
    { [_xN]: _Own }
  ]
])();
var PerformanceFactorReferenceSet = /* @__PURE__ */ (() => [
  1,
  n0,
  _PFRS,
  0,
  [
    () => PerformanceFactorReference$,
    { [_xN]: _it }
  ]
])();
var PerformanceFactorReferenceSetRequest = /* @__PURE__ */ (() => [
  1,
  n0,
  _PFRSR,
  0,
  [
    () => PerformanceFactorReferenceRequest$,
    { [_xN]: _it }
  ]
])();
var PlacementGroupStrategyList = /* @__PURE__ */ (() => [
  1,
  n0,
  _PGSL,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var PlacementGroupStringList = (/* unused pure expression or super */ null && (64 | 0));
var PrivateIpAddressSpecificationList = /* @__PURE__ */ (() => [
  1,
  n0,
  _PIASL,
  0,
  [
    () => PrivateIpAddressSpecification$,
    { [_xN]: _it }
  ]
])();
var ProductCodeList = /* @__PURE__ */ (() => [
  1,
  n0,
  _PCLr,
  0,
  [
    () => ProductCode$,
    { [_xN]: _it }
  ]
])();
var ProductCodeStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _PCSL,
  0,
  [
    0,
    { [_xN]: _PCr }
  ]
])();
var ProductDescriptionList = (/* unused pure expression or super */ null && (64 | 0));
var RegionGeographyList = /* @__PURE__ */ (() => [
  1,
  n0,
  _RGL,
  0,
  [
    () => RegionGeography$,
    { [_xN]: _it }
  ]
])();
var RegionList = /* @__PURE__ */ (() => [
  1,
  n0,
  _RL,
  0,
  [
    () => Region$,
    { [_xN]: _it }
  ]
])();
var RegionNames = (/* unused pure expression or super */ null && (64 | 0));
var RegionNameStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _RNSL,
  0,
  [
    0,
    { [_xN]: _RN }
  ]
])();
var RequestInstanceTypeList = (/* unused pure expression or super */ null && (64 | 0));
var ReservationList = /* @__PURE__ */ (() => [
  1,
  n0,
  _RLe,
  0,
  [
    () => Reservation$,
    { [_xN]: _it }
  ]
])();
var ReservedInstancesOfferingIdStringList = (/* unused pure expression or super */ null && (64 | 0));
var ResourceIdList = (/* unused pure expression or super */ null && (64 | 0));
var ResourceTypeOptionList = /* @__PURE__ */ (() => [
  1,
  n0,
  _RTOL,
  0,
  [
    () => ResourceTypeOption$,
    0
  ]
])();
var ResourceTypeOptionValuesList = (/* unused pure expression or super */ null && (64 | 0));
var ResourceTypeRequestList = /* @__PURE__ */ (() => [
  1,
  n0,
  _RTRL,
  0,
  [
    () => ResourceTypeRequest$,
    0
  ]
])();
var RestorableByStringList = (/* unused pure expression or super */ null && (64 | 0));
var RootDeviceTypeList = /* @__PURE__ */ (() => [
  1,
  n0,
  _RDTL,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var RouteServerEndpointIdsList = (/* unused pure expression or super */ null && (64 | 0));
var RouteServerIdsList = (/* unused pure expression or super */ null && (64 | 0));
var RouteServerPeerIdsList = (/* unused pure expression or super */ null && (64 | 0));
var SecondaryInterfacePrivateIpAddressSpecificationList = /* @__PURE__ */ (() => [
  1,
  n0,
  _SIPIASL,
  0,
  [
    () => SecondaryInterfacePrivateIpAddressSpecification$,
    { [_xN]: _it }
  ]
])();
var SecondaryInterfacePrivateIpAddressSpecificationListRequest = /* @__PURE__ */ (() => [
  1,
  n0,
  _SIPIASLR,
  0,
  [
    () => SecondaryInterfacePrivateIpAddressSpecificationRequest$,
    { [_xN]: _SIPIAS }
  ]
])();
var SecurityGroupIdStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _SGISL,
  0,
  [
    0,
    { [_xN]: _SGI }
  ]
])();
var SecurityGroupStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _SGSL,
  0,
  [
    0,
    { [_xN]: _SGec }
  ]
])();
var SnapshotIdStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _SISL,
  0,
  [
    0,
    { [_xN]: _SIn }
  ]
])();
var SnapshotList = /* @__PURE__ */ (() => [
  1,
  n0,
  _SLn,
  0,
  [
    () => Snapshot$,
    { [_xN]: _it }
  ]
])();
var SubnetIdStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _SISLu,
  0,
  [
    0,
    { [_xN]: _SIu }
  ]
])();
var SubnetIpv6CidrBlockAssociationSet = /* @__PURE__ */ (() => [
  1,
  n0,
  _SICBAS,
  0,
  [
    () => SubnetIpv6CidrBlockAssociation$,
    { [_xN]: _it }
  ]
])();
var SubnetList = /* @__PURE__ */ (() => [
  1,
  n0,
  _SLu,
  0,
  [
    () => Subnet$,
    { [_xN]: _it }
  ]
])();
var SupportedAdditionalProcessorFeatureList = /* @__PURE__ */ (() => [
  1,
  n0,
  _SAPFL,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var SupportedInstanceTypeSet = /* @__PURE__ */ (() => [
  1,
  n0,
  _SITS,
  0,
  [
    () => InstanceTypeItem$,
    { [_xN]: _it }
  ]
])();
var TagList = /* @__PURE__ */ (() => [
  1,
  n0,
  _TL,
  0,
  [
    () => Tag$,
    { [_xN]: _it }
  ]
])();
var TagSpecificationList = /* @__PURE__ */ (() => [
  1,
  n0,
  _TSL,
  0,
  [
    () => TagSpecification$,
    { [_xN]: _it }
  ]
])();
var ThreadsPerCoreList = /* @__PURE__ */ (() => [
  1,
  n0,
  _TPCL,
  0,
  [
    1,
    { [_xN]: _it }
  ]
])();
var TrafficMirrorFilterRuleFieldList = (/* unused pure expression or super */ null && (64 | 0));
var TrafficMirrorSessionFieldList = (/* unused pure expression or super */ null && (64 | 0));
var TransitGatewayAttachmentIdStringList = (/* unused pure expression or super */ null && (64 | 0));
var UnsupportedInstanceTypeSet = /* @__PURE__ */ (() => [
  1,
  n0,
  _UITS,
  0,
  [
    () => InstanceTypeItem$,
    { [_xN]: _it }
  ]
])();
var UsageClassTypeList = /* @__PURE__ */ (() => [
  1,
  n0,
  _UCTL,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var UserGroupStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _UGSL,
  0,
  [
    0,
    { [_xN]: _UGs }
  ]
])();
var UserIdStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _UISL,
  0,
  [
    0,
    { [_xN]: _UI }
  ]
])();
var ValueStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _VSL,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var VersionStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _VSLe,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var VirtualizationTypeList = /* @__PURE__ */ (() => [
  1,
  n0,
  _VTLi,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var VolumeAttachmentList = /* @__PURE__ */ (() => [
  1,
  n0,
  _VALo,
  0,
  [
    () => VolumeAttachment$,
    { [_xN]: _it }
  ]
])();
var VolumeIdStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _VISL,
  0,
  [
    0,
    { [_xN]: _VIo }
  ]
])();
var VolumeList = /* @__PURE__ */ (() => [
  1,
  n0,
  _VLo,
  0,
  [
    () => Volume$,
    { [_xN]: _it }
  ]
])();
var WorkloadsList = /* @__PURE__ */ (() => [
  1,
  n0,
  _WL,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var CopyImage$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _CIopy,
  0,
  () => CopyImageRequest$,
  () => CopyImageResult$
])();
var CreateImage$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _CIr,
  0,
  () => CreateImageRequest$,
  () => CreateImageResult$
])();
var CreateLaunchTemplateVersion$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _CLTV,
  0,
  () => CreateLaunchTemplateVersionRequest$,
  () => CreateLaunchTemplateVersionResult$
])();
var CreateTags$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _CTreat,
  0,
  () => CreateTagsRequest$,
  () => __Unit
])();
var DeleteSnapshot$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _DSele,
  0,
  () => DeleteSnapshotRequest$,
  () => __Unit
])();
var DeregisterImage$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _DIer,
  0,
  () => DeregisterImageRequest$,
  () => DeregisterImageResult$
])();
var DescribeImageAttribute$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _DIA,
  0,
  () => DescribeImageAttributeRequest$,
  () => ImageAttribute$
])();
var DescribeImageReferences$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _DIRescribem,
  0,
  () => DescribeImageReferencesRequest$,
  () => DescribeImageReferencesResult$
])();
var DescribeImages$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _DIes,
  0,
  () => DescribeImagesRequest$,
  () => DescribeImagesResult$
])();
var DescribeInstances$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _DIesc,
  0,
  () => DescribeInstancesRequest$,
  () => DescribeInstancesResult$
])();
var DescribeInstanceStatus$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _DISes,
  0,
  () => DescribeInstanceStatusRequest$,
  () => DescribeInstanceStatusResult$
])();
var DescribeInstanceTypeOfferings$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _DITO,
  0,
  () => DescribeInstanceTypeOfferingsRequest$,
  () => DescribeInstanceTypeOfferingsResult$
])();
var DescribeInstanceTypes$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _DITe,
  0,
  () => DescribeInstanceTypesRequest$,
  () => DescribeInstanceTypesResult$
])();
var DescribeLaunchTemplates$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _DLTe,
  0,
  () => DescribeLaunchTemplatesRequest$,
  () => DescribeLaunchTemplatesResult$
])();
var DescribeLaunchTemplateVersions$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _DLTVe,
  0,
  () => DescribeLaunchTemplateVersionsRequest$,
  () => DescribeLaunchTemplateVersionsResult$
])();
var DescribeLockedSnapshots$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _DLSe,
  0,
  () => DescribeLockedSnapshotsRequest$,
  () => DescribeLockedSnapshotsResult$
])();
var DescribeRegions$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _DRes,
  0,
  () => DescribeRegionsRequest$,
  () => DescribeRegionsResult$
])();
var DescribeSnapshotAttribute$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _DSAe,
  0,
  () => DescribeSnapshotAttributeRequest$,
  () => DescribeSnapshotAttributeResult$
])();
var DescribeSnapshots$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _DSes,
  0,
  () => DescribeSnapshotsRequest$,
  () => DescribeSnapshotsResult$
])();
var DescribeSubnets$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _DSesc,
  0,
  () => DescribeSubnetsRequest$,
  () => DescribeSubnetsResult$
])();
var DescribeVolumes$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _DVes,
  0,
  () => DescribeVolumesRequest$,
  () => DescribeVolumesResult$
])();
var DisableImageDeregistrationProtection$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _DIDP,
  0,
  () => DisableImageDeregistrationProtectionRequest$,
  () => DisableImageDeregistrationProtectionResult$
])();
var EnableImageDeprecation$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _EID,
  0,
  () => EnableImageDeprecationRequest$,
  () => EnableImageDeprecationResult$
])();
var EnableImageDeregistrationProtection$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _EIDP,
  0,
  () => EnableImageDeregistrationProtectionRequest$,
  () => EnableImageDeregistrationProtectionResult$
])();
var GetConsoleOutput$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _GCO,
  0,
  () => GetConsoleOutputRequest$,
  () => GetConsoleOutputResult$
])();
var GetEbsDefaultKmsKeyId$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _GEDKKI,
  0,
  () => GetEbsDefaultKmsKeyIdRequest$,
  () => GetEbsDefaultKmsKeyIdResult$
])();
var GetEbsEncryptionByDefault$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _GEEBD,
  0,
  () => GetEbsEncryptionByDefaultRequest$,
  () => GetEbsEncryptionByDefaultResult$
])();
var GetImageBlockPublicAccessState$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _GIBPAS,
  0,
  () => GetImageBlockPublicAccessStateRequest$,
  () => GetImageBlockPublicAccessStateResult$
])();
var ListImagesInRecycleBin$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _LIIRB,
  0,
  () => ListImagesInRecycleBinRequest$,
  () => ListImagesInRecycleBinResult$
])();
var ModifyImageAttribute$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _MIA,
  0,
  () => ModifyImageAttributeRequest$,
  () => __Unit
])();
var ModifyLaunchTemplate$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _MLT,
  0,
  () => ModifyLaunchTemplateRequest$,
  () => ModifyLaunchTemplateResult$
])();
var ModifySnapshotAttribute$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _MSA,
  0,
  () => ModifySnapshotAttributeRequest$,
  () => __Unit
])();
var RunInstances$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _RIu,
  0,
  () => RunInstancesRequest$,
  () => Reservation$
])();
var TerminateInstances$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _TI,
  0,
  () => TerminateInstancesRequest$,
  () => TerminateInstancesResult$
])();

// node_modules/@aws-sdk/client-ec2/dist-es/runtimeConfig.shared.js
var getRuntimeConfig = (config) => {
  return {
    apiVersion: "2016-11-15",
    base64Decoder: config?.base64Decoder ?? _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_7__/* .fromBase64 */ .Ey,
    base64Encoder: config?.base64Encoder ?? _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_7__/* .toBase64 */ .nk,
    disableHostPrefix: config?.disableHostPrefix ?? false,
    endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
    extensions: config?.extensions ?? [],
    httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultEC2HttpAuthSchemeProvider,
    httpAuthSchemes: config?.httpAuthSchemes ?? [
      {
        schemeId: "aws.auth#sigv4",
        identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
        signer: new _chunk_RCW3B5D6_js__WEBPACK_IMPORTED_MODULE_1__/* .AwsSdkSigV4Signer */ .f2()
      }
    ],
    logger: config?.logger ?? new _chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .NoOpLogger */ .N4(),
    protocol: config?.protocol ?? _chunk_RCW3B5D6_js__WEBPACK_IMPORTED_MODULE_1__/* .AwsEc2QueryProtocol */ .wb,
    protocolSettings: config?.protocolSettings ?? {
      defaultNamespace: "com.amazonaws.ec2",
      errorTypeRegistries,
      xmlNamespace: "http://ec2.amazonaws.com/doc/2016-11-15",
      version: "2016-11-15",
      serviceTarget: "AmazonEC2"
    },
    serviceId: config?.serviceId ?? "EC2",
    sha256: config?.sha256 ?? _chunk_DHEDZPZT_js__WEBPACK_IMPORTED_MODULE_3__/* .Sha256Node */ .T,
    urlParser: config?.urlParser ?? _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_7__/* .parseUrl */ .Dl,
    utf8Decoder: config?.utf8Decoder ?? _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_7__/* .fromUtf8 */ .ar,
    utf8Encoder: config?.utf8Encoder ?? _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_7__/* .toUtf8 */ .Pq
  };
};

// node_modules/@aws-sdk/client-ec2/dist-es/runtimeConfig.js
var getRuntimeConfig2 = (config) => {
  (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .emitWarningIfUnsupportedVersion2 */ .o_)(process.version);
  const defaultsMode = (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__/* .resolveDefaultsModeConfig */ .IZ)(config);
  const defaultConfigProvider = () => defaultsMode().then(_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .loadConfigsForDefaultMode */ .lT);
  const clientSharedValues = getRuntimeConfig(config);
  (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .emitWarningIfUnsupportedVersion */ .I9)(process.version);
  const loaderConfig = {
    profile: config?.profile,
    logger: clientSharedValues.logger
  };
  return {
    ...clientSharedValues,
    ...config,
    runtime: "node",
    defaultsMode,
    authSchemePreference: config?.authSchemePreference ?? (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__/* .loadConfig */ .Z9)(_chunk_RCW3B5D6_js__WEBPACK_IMPORTED_MODULE_1__/* .NODE_AUTH_SCHEME_PREFERENCE_OPTIONS */ .$S, loaderConfig),
    bodyLengthChecker: config?.bodyLengthChecker ?? _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_7__/* .calculateBodyLength */ .n8,
    credentialDefaultProvider: config?.credentialDefaultProvider ?? _chunk_76BHTJIG_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultProvider */ .v,
    defaultSocketTimeout: (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .getDefaultSocketTimeout */ .ED)(config?.requestHandler, 9e5),
    defaultUserAgentProvider: config?.defaultUserAgentProvider ?? (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .createDefaultUserAgentProvider */ .pf)({ serviceId: clientSharedValues.serviceId, clientVersion: package_default.version }),
    maxAttempts: config?.maxAttempts ?? (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__/* .loadConfig */ .Z9)(_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .NODE_MAX_ATTEMPT_CONFIG_OPTIONS */ .qs, config),
    region: config?.region ?? (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__/* .loadConfig */ .Z9)(_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__/* .NODE_REGION_CONFIG_OPTIONS */ .GG, { ..._chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__/* .NODE_REGION_CONFIG_FILE_OPTIONS */ .zH, ...loaderConfig }),
    requestHandler: _chunk_XK46F2NT_js__WEBPACK_IMPORTED_MODULE_2__/* .NodeHttpHandler */ .$.create(config?.requestHandler ?? defaultConfigProvider),
    retryMode: config?.retryMode ?? (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__/* .loadConfig */ .Z9)({
      ..._chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .NODE_RETRY_MODE_CONFIG_OPTIONS */ .kN,
      default: async () => (await defaultConfigProvider()).retryMode || _chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .DEFAULT_RETRY_MODE */ .L0
    }, config),
    streamCollector: config?.streamCollector ?? _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_7__/* .streamCollector */ .kv,
    useDualstackEndpoint: config?.useDualstackEndpoint ?? (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__/* .loadConfig */ .Z9)(_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__/* .NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS */ .e$, loaderConfig),
    useFipsEndpoint: config?.useFipsEndpoint ?? (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__/* .loadConfig */ .Z9)(_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__/* .NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS */ .Ko, loaderConfig),
    userAgentAppId: config?.userAgentAppId ?? (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__/* .loadConfig */ .Z9)(_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .NODE_APP_ID_CONFIG_OPTIONS */ .hV, loaderConfig)
  };
};

// node_modules/@aws-sdk/client-ec2/dist-es/auth/httpAuthExtensionConfiguration.js
var getHttpAuthExtensionConfiguration = (runtimeConfig) => {
  const _httpAuthSchemes = runtimeConfig.httpAuthSchemes;
  let _httpAuthSchemeProvider = runtimeConfig.httpAuthSchemeProvider;
  let _credentials = runtimeConfig.credentials;
  return {
    setHttpAuthScheme(httpAuthScheme) {
      const index = _httpAuthSchemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
      if (index === -1) {
        _httpAuthSchemes.push(httpAuthScheme);
      } else {
        _httpAuthSchemes.splice(index, 1, httpAuthScheme);
      }
    },
    httpAuthSchemes() {
      return _httpAuthSchemes;
    },
    setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
      _httpAuthSchemeProvider = httpAuthSchemeProvider;
    },
    httpAuthSchemeProvider() {
      return _httpAuthSchemeProvider;
    },
    setCredentials(credentials) {
      _credentials = credentials;
    },
    credentials() {
      return _credentials;
    }
  };
};
var resolveHttpAuthRuntimeConfig = (config) => {
  return {
    httpAuthSchemes: config.httpAuthSchemes(),
    httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
    credentials: config.credentials()
  };
};

// node_modules/@aws-sdk/client-ec2/dist-es/runtimeExtensions.js
var resolveRuntimeExtensions = (runtimeConfig, extensions) => {
  const extensionConfiguration = Object.assign((0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .getAwsRegionExtensionConfiguration */ .Rq)(runtimeConfig), (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .getDefaultExtensionConfiguration */ .xA)(runtimeConfig), (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__/* .getHttpHandlerExtensionConfiguration */ .eS)(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
  extensions.forEach((extension) => extension.configure(extensionConfiguration));
  return Object.assign(runtimeConfig, (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveAwsRegionExtensionConfiguration */ .$3)(extensionConfiguration), (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveDefaultRuntimeConfig */ .uv)(extensionConfiguration), (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__/* .resolveHttpHandlerRuntimeConfig */ .jt)(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
};

// node_modules/@aws-sdk/client-ec2/dist-es/EC2Client.js
var EC2Client = class extends _chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .Client */ .Kj {
  config;
  constructor(...[configuration]) {
    const _config_0 = getRuntimeConfig2(configuration || {});
    super(_config_0);
    this.initConfig = _config_0;
    const _config_1 = resolveClientEndpointParameters(_config_0);
    const _config_2 = (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveUserAgentConfig */ .Dc)(_config_1);
    const _config_3 = (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveRetryConfig */ .$z)(_config_2);
    const _config_4 = (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__/* .resolveRegionConfig */ .TD)(_config_3);
    const _config_5 = (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveHostHeaderConfig */ .OV)(_config_4);
    const _config_6 = (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveEndpointConfig */ .Co)(_config_5);
    const _config_7 = resolveHttpAuthSchemeConfig(_config_6);
    const _config_8 = resolveRuntimeExtensions(_config_7, configuration?.extensions || []);
    this.config = _config_8;
    this.middlewareStack.use((0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_7__/* .getSchemaSerdePlugin */ .wq)(this.config));
    this.middlewareStack.use((0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .getUserAgentPlugin */ .sM)(this.config));
    this.middlewareStack.use((0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .getRetryPlugin */ .ey)(this.config));
    this.middlewareStack.use((0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__/* .getContentLengthPlugin */ .vK)(this.config));
    this.middlewareStack.use((0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .getHostHeaderPlugin */ .TC)(this.config));
    this.middlewareStack.use((0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .getLoggerPlugin */ .Y7)(this.config));
    this.middlewareStack.use((0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .getRecursionDetectionPlugin */ .n4)(this.config));
    this.middlewareStack.use((0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .getHttpAuthSchemeEndpointRuleSetPlugin */ .wB)(this.config, {
      httpAuthSchemeParametersProvider: defaultEC2HttpAuthSchemeParametersProvider,
      identityProviderConfigProvider: async (config) => new _chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .DefaultIdentityProviderConfig */ .h$({
        "aws.auth#sigv4": config.credentials
      })
    }));
    this.middlewareStack.use((0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .getHttpSigningPlugin */ .lW)(this.config));
  }
  destroy() {
    super.destroy();
  }
};

// node_modules/@aws-sdk/client-ec2/dist-es/commandBuilder.js
var command = (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .makeBuilder */ .k8)(commonParams, "AmazonEC2", "EC2Client", _chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .getEndpointPlugin */ .rD);
var _ep0 = {};
var _mw0 = (Command, cs, config, o) => [];

// node_modules/@aws-sdk/client-ec2/dist-es/commands/CopyImageCommand.js
var CopyImageCommand = class extends command(_ep0, _mw0, "CopyImage", CopyImage$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/CreateImageCommand.js
var CreateImageCommand = class extends command(_ep0, _mw0, "CreateImage", CreateImage$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/CreateLaunchTemplateVersionCommand.js
var CreateLaunchTemplateVersionCommand = class extends command(_ep0, _mw0, "CreateLaunchTemplateVersion", CreateLaunchTemplateVersion$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/CreateTagsCommand.js
var CreateTagsCommand = class extends command(_ep0, _mw0, "CreateTags", CreateTags$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DeleteSnapshotCommand.js
var DeleteSnapshotCommand = class extends command(_ep0, _mw0, "DeleteSnapshot", DeleteSnapshot$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DeregisterImageCommand.js
var DeregisterImageCommand = class extends command(_ep0, _mw0, "DeregisterImage", DeregisterImage$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeImageAttributeCommand.js
var DescribeImageAttributeCommand = class extends command(_ep0, _mw0, "DescribeImageAttribute", DescribeImageAttribute$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeImageReferencesCommand.js
var DescribeImageReferencesCommand = class extends command(_ep0, _mw0, "DescribeImageReferences", DescribeImageReferences$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeImagesCommand.js
var DescribeImagesCommand = class extends command(_ep0, _mw0, "DescribeImages", DescribeImages$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeInstancesCommand.js
var DescribeInstancesCommand = class extends command(_ep0, _mw0, "DescribeInstances", DescribeInstances$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeInstanceStatusCommand.js
var DescribeInstanceStatusCommand = class extends command(_ep0, _mw0, "DescribeInstanceStatus", DescribeInstanceStatus$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeInstanceTypeOfferingsCommand.js
var DescribeInstanceTypeOfferingsCommand = class extends command(_ep0, _mw0, "DescribeInstanceTypeOfferings", DescribeInstanceTypeOfferings$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeInstanceTypesCommand.js
var DescribeInstanceTypesCommand = class extends command(_ep0, _mw0, "DescribeInstanceTypes", DescribeInstanceTypes$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeLaunchTemplatesCommand.js
var DescribeLaunchTemplatesCommand = class extends command(_ep0, _mw0, "DescribeLaunchTemplates", DescribeLaunchTemplates$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeLaunchTemplateVersionsCommand.js
var DescribeLaunchTemplateVersionsCommand = class extends command(_ep0, _mw0, "DescribeLaunchTemplateVersions", DescribeLaunchTemplateVersions$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeLockedSnapshotsCommand.js
var DescribeLockedSnapshotsCommand = class extends command(_ep0, _mw0, "DescribeLockedSnapshots", DescribeLockedSnapshots$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeRegionsCommand.js
var DescribeRegionsCommand = class extends command(_ep0, _mw0, "DescribeRegions", DescribeRegions$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeSnapshotAttributeCommand.js
var DescribeSnapshotAttributeCommand = class extends command(_ep0, _mw0, "DescribeSnapshotAttribute", DescribeSnapshotAttribute$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeSnapshotsCommand.js
var DescribeSnapshotsCommand = class extends command(_ep0, _mw0, "DescribeSnapshots", DescribeSnapshots$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeSubnetsCommand.js
var DescribeSubnetsCommand = class extends command(_ep0, _mw0, "DescribeSubnets", DescribeSubnets$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeVolumesCommand.js
var DescribeVolumesCommand = class extends command(_ep0, _mw0, "DescribeVolumes", DescribeVolumes$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DisableImageDeregistrationProtectionCommand.js
var DisableImageDeregistrationProtectionCommand = class extends command(_ep0, _mw0, "DisableImageDeregistrationProtection", DisableImageDeregistrationProtection$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/EnableImageDeprecationCommand.js
var EnableImageDeprecationCommand = class extends command(_ep0, _mw0, "EnableImageDeprecation", EnableImageDeprecation$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/EnableImageDeregistrationProtectionCommand.js
var EnableImageDeregistrationProtectionCommand = class extends command(_ep0, _mw0, "EnableImageDeregistrationProtection", EnableImageDeregistrationProtection$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/GetConsoleOutputCommand.js
var GetConsoleOutputCommand = class extends command(_ep0, _mw0, "GetConsoleOutput", GetConsoleOutput$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/GetEbsDefaultKmsKeyIdCommand.js
var GetEbsDefaultKmsKeyIdCommand = class extends command(_ep0, _mw0, "GetEbsDefaultKmsKeyId", GetEbsDefaultKmsKeyId$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/GetEbsEncryptionByDefaultCommand.js
var GetEbsEncryptionByDefaultCommand = class extends command(_ep0, _mw0, "GetEbsEncryptionByDefault", GetEbsEncryptionByDefault$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/GetImageBlockPublicAccessStateCommand.js
var GetImageBlockPublicAccessStateCommand = class extends command(_ep0, _mw0, "GetImageBlockPublicAccessState", GetImageBlockPublicAccessState$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/ListImagesInRecycleBinCommand.js
var ListImagesInRecycleBinCommand = class extends command(_ep0, _mw0, "ListImagesInRecycleBin", ListImagesInRecycleBin$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/ModifyImageAttributeCommand.js
var ModifyImageAttributeCommand = class extends command(_ep0, _mw0, "ModifyImageAttribute", ModifyImageAttribute$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/ModifyLaunchTemplateCommand.js
var ModifyLaunchTemplateCommand = class extends command(_ep0, _mw0, "ModifyLaunchTemplate", ModifyLaunchTemplate$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/ModifySnapshotAttributeCommand.js
var ModifySnapshotAttributeCommand = class extends command(_ep0, _mw0, "ModifySnapshotAttribute", ModifySnapshotAttribute$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/RunInstancesCommand.js
var RunInstancesCommand = class extends command(_ep0, _mw0, "RunInstances", RunInstances$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/TerminateInstancesCommand.js
var TerminateInstancesCommand = class extends command(_ep0, _mw0, "TerminateInstances", TerminateInstances$) {
};



/***/ }),

/***/ 4743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/**
 * Time, injected wherever it is waited for, so that tests and benchmarks can run on virtual time.
 * Times are milliseconds since the epoch, as `Date.now()` gives them.
 */

/**
 * It begins at the system's time and then runs evenly: if somebody sets the system's clock while the process runs, no wait
 * becomes longer or shorter.
 */
const systemClock = {
    now: () => Math.floor(performance.timeOrigin + performance.now()),
    async sleep(milliseconds, signal) {
        try {
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, signal === undefined ? {} : { signal });
        }
        catch (error) {
            // Node's own AbortError has the reason below it.
            signal?.throwIfAborted();
            throw error;
        }
    },
};


/***/ }),

/***/ 7594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E_: () => (/* binding */ noting),
/* harmony export */   FQ: () => (/* binding */ ProblemsError),
/* harmony export */   ZC: () => (/* binding */ SupersededError),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   cZ: () => (/* binding */ causesOf),
/* harmony export */   cc: () => (/* binding */ CancelledError),
/* harmony export */   oU: () => (/* binding */ BakeError),
/* harmony export */   ug: () => (/* binding */ messageWithRemedy)
/* harmony export */ });
/**
 * An error that a user reads: what failed on which object and why (`message`), what to do next (`remedy`).
 * The cause is kept and printed below it.
 */
class BakeError extends Error {
    name = 'BakeError';
    remedy;
    constructor(message, options = {}) {
        super(message, 'cause' in options ? { cause: options.cause } : undefined);
        this.remedy = options.remedy;
    }
}
/** Several things are wrong at once; each is told. */
class ProblemsError extends BakeError {
    name = 'ProblemsError';
    problems;
    /**
     * @param summary what the problems have in common, without a final stop, e.g. "3 inputs are not valid"
     * @param options the cause may be an AggregateError, of the errors that the problems tell
     */
    constructor(summary, problems, options = {}) {
        super(`${summary}:\n${problems.map((problem) => `- ${problem}`).join('\n')}`, options);
        this.problems = problems;
    }
}
/** The step was cancelled (a signal of the runner, or its end of the log pipe closed). */
class CancelledError extends BakeError {
    name = 'CancelledError';
}
/** Another process has taken over what this one was making: this one stops, and removes nothing. */
class SupersededError extends BakeError {
    name = 'SupersededError';
}
/** The text of whatever was thrown, never empty. */
function messageOf(thrown) {
    if (thrown instanceof Error)
        return thrown.message || thrown.name;
    return String(thrown);
}
/** The text of whatever was thrown with what to do about it, in one line. What AWS says often has no final stop. */
function messageWithRemedy(thrown) {
    const message = messageOf(thrown);
    const remedy = thrown instanceof BakeError ? thrown.remedy : undefined;
    if (remedy === undefined)
        return message;
    return `${message}${/[.!?:]$/.test(message) ? '' : '.'} ${remedy}`;
}
/** What is below an error: each cause in turn, the stack with it where the error is not one that we made for reading. */
function causesOf(thrown) {
    const causes = [];
    let cause = thrown instanceof BakeError ? thrown.cause : thrown;
    while (cause !== undefined && cause !== null && causes.length < 10) {
        // Of errors that are told together: the causes of each.
        if (cause instanceof AggregateError)
            return [...causes, ...cause.errors.flatMap(causesOf)].slice(0, 10);
        causes.push(cause instanceof Error && !(cause instanceof BakeError)
            ? (cause.stack ?? messageOf(cause))
            : messageOf(cause));
        cause = cause instanceof Error ? cause.cause : undefined;
    }
    return causes;
}
/**
 * Does something for an input. If that throws a BakeError, its message is added to the problems.
 * @returns undefined if there was a problem
 */
function noting(problems, input, action) {
    try {
        return action();
    }
    catch (error) {
        if (!(error instanceof BakeError))
            throw error;
        problems.push({ input, problem: error.message });
        return undefined;
    }
}


/***/ }),

/***/ 3443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $v: () => (/* binding */ expiresTag),
/* harmony export */   B1: () => (/* binding */ repositoryTag),
/* harmony export */   MR: () => (/* binding */ keepTag),
/* harmony export */   QR: () => (/* binding */ keyTag),
/* harmony export */   Sy: () => (/* binding */ testedTag),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   W7: () => (/* binding */ removingTag),
/* harmony export */   Y7: () => (/* binding */ isMarkedForRemoval),
/* harmony export */   Ys: () => (/* binding */ refTag),
/* harmony export */   _B: () => (/* binding */ claimOf),
/* harmony export */   aJ: () => (/* binding */ stateTag),
/* harmony export */   cO: () => (/* binding */ tagOf),
/* harmony export */   eZ: () => (/* binding */ runTag),
/* harmony export */   f_: () => (/* binding */ testTag),
/* harmony export */   iy: () => (/* binding */ bakeStateOf),
/* harmony export */   jM: () => (/* binding */ familyTag),
/* harmony export */   l1: () => (/* binding */ ownPrefix),
/* harmony export */   m: () => (/* binding */ commitTag),
/* harmony export */   rT: () => (/* binding */ claimTag),
/* harmony export */   tX: () => (/* binding */ carriesKey)
/* harmony export */ });
/** The tags that this action sets on what it makes, and reads again. */
/** Begins their keys. */
const ownPrefix = 'bake-ami:';
/** Holds the repository whose workflow made the image, `owner/name`. */
const repositoryTag = `${ownPrefix}repository`;
/** Holds the branch or tag that the image was baked from; `pr-N` for a pull request. */
const refTag = `${ownPrefix}ref`;
/** Holds the identity of the bake: the same in every attempt of a workflow run. */
const keyTag = `${ownPrefix}key`;
/** Holds the claim of the process that an unfinished image belongs to, see `image/ownership.ts`. */
const claimTag = `${ownPrefix}claim`;
/**
 * Holds the claim of a process that is about to remove the image. A tag of its own: if it is written late, after another
 * process has finished the image, that must not hide that the image is ready.
 */
const removingTag = `${ownPrefix}removing`;
/** Groups successive versions of one image. */
const familyTag = `${ownPrefix}family`;
/** Holds how far the bake is, see `BakeState`. */
const stateTag = `${ownPrefix}state`;
/** Holds the commit that the image was baked from. */
const commitTag = `${ownPrefix}commit`;
/** Holds the address of the attempt that made the image. */
const runTag = `${ownPrefix}run`;
/** On what a test launches: the ID of the image that it tests. */
const testTag = `${ownPrefix}test`;
/** On what a test launches: when anybody may end it, ISO 8601 in UTC. */
const expiresTag = `${ownPrefix}expires`;
/** On an image: how its last test ended, and when. */
const testedTag = `${ownPrefix}tested`;
/** Whoever sets it, to whatever value, keeps the image. */
const keepTag = `${ownPrefix}keep`;
/** @returns undefined when the resource does not carry the tag, or EC2 does not show its tags yet */
function tagOf({ Tags }, key) {
    return Tags?.find((tag) => tag.Key === key)?.Value;
}
/** The key of the bake that made it; undefined when this action did not, or its tags do not show yet. */
function keyOf(object) {
    return tagOf(object, keyTag);
}
/** Filters are trusted to find, never to decide: what is found is looked at again. */
function carriesKey(object, key) {
    return keyOf(object) === key;
}
/** The claim on it; undefined when a bake of before there were claims made it, or its tags do not show yet. */
function claimOf(object) {
    return tagOf(object, claimTag);
}
/** Its process is about to remove it, or was; of a copy, however far that is. */
function isMarkedForRemoval(object) {
    return tagOf(object, removingTag) !== undefined || tagOf(object, stateTag) === 'removing';
}
/** What the tags say; undefined when this action did not make it, or its tags do not show yet. */
function bakeStateOf(object) {
    const state = tagOf(object, stateTag);
    const isUnfinished = state === 'baking' || state === 'unverified';
    return isUnfinished && tagOf(object, removingTag) !== undefined ? 'removing' : state;
}


/***/ }),

/***/ 8566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BC: () => (/* binding */ shortHash),
/* harmony export */   DJ: () => (/* binding */ withoutControls),
/* harmony export */   DR: () => (/* binding */ firstCharacters),
/* harmony export */   Dq: () => (/* binding */ characterCount),
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   Kb: () => (/* binding */ excerpt),
/* harmony export */   hC: () => (/* binding */ listCharacters)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/** Text from outside that is kept or shown: how it is cleaned, counted, cut and hashed. */

/**
 * Control characters (Unicode category Cc, line ends among them) and the two code points that XML, which EC2 answers
 * in, cannot carry although they are well-formed Unicode.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controlCharacters = /[\u0000-\u001f\u007f-\u009f\ufffe\uffff]+/g;
/**
 * The text on one line and fit for UTF-8: each run of control characters becomes one space, each half of a surrogate
 * pair U+FFFD.
 */
function withoutControls(text) {
    return text.toWellFormed().replace(controlCharacters, ' ');
}
/** The number of characters as EC2 counts them: Unicode code points, so that an emoji counts as one. */
function characterCount(text) {
    return [...text].length;
}
/** The text's first characters. @param count in Unicode code points, as `characterCount` counts */
function firstCharacters(text, count) {
    if (text.length <= count)
        return text;
    // A code point has at most two code units.
    return [...text.slice(0, 2 * count)].slice(0, count).join('');
}
/**
 * The text's first code units, without half of a surrogate pair at the end.
 * @param limit in UTF-16 code units, as `length` counts
 */
function cut(text, limit) {
    const last = text.charCodeAt(limit - 1);
    const splitsPair = text.length > limit && last >= 0xd800 && last <= 0xdbff;
    return text.slice(0, splitsPair ? limit - 1 : limit);
}
const listedCharacters = 8;
/** The distinct characters as a reader can tell them apart: `":", "é" (U+00E9), a line end`. */
function listCharacters(characters) {
    const distinct = [...new Set(characters)];
    const more = distinct.length > listedCharacters ? ', …' : '';
    return distinct.slice(0, listedCharacters).map(showCharacter).join(', ') + more;
}
function showCharacter(character) {
    if (character === '\n')
        return 'a line end';
    if (/^[!-~ ]$/.test(character))
        return `"${character}"`;
    const codePoint = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) ? `"${character}" (${codePoint})` : codePoint;
}
const excerptCharacters = 40;
/** A piece of the text around a place in it, on one line. */
function excerpt(text, at) {
    const start = Math.max(0, at - excerptCharacters / 2);
    const end = Math.min(text.length, start + excerptCharacters);
    return `${start > 0 ? '…' : ''}${withoutControls(text.slice(start, end))}${end < text.length ? '…' : ''}`;
}
/** The first hex digits of the text's SHA-256. */
function shortHash(text, digits) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text, 'utf8').digest('hex').slice(0, digits);
}


/***/ }),

/***/ 8714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ dollars),
/* harmony export */   KW: () => (/* binding */ age),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   pn: () => (/* binding */ gibibytes)
/* harmony export */ });
/** Durations and sizes as people read them: in the log, the notices and the job summary. */
/**
 * A span of time in at most two units: `0.4 s`, `42 s`, `3 min 5 s`, `2 h 10 min`.
 * A negative one (the clock was set back) counts as zero; one that is not finite is `?`.
 */
function duration(milliseconds) {
    if (!Number.isFinite(milliseconds))
        return '?';
    if (milliseconds < 950)
        return `${tenths(Math.max(0, milliseconds) / 1000)} s`;
    const seconds = Math.round(milliseconds / 1000);
    if (seconds < 60)
        return `${seconds} s`;
    if (seconds < 3600)
        return twoUnits(seconds, 60, 'min', 's');
    return twoUnits(Math.round(seconds / 60), 60, 'h', 'min');
}
/** A volume's or a snapshot's size, given in GiB as EC2 gives it: `8 GiB`, `1.5 TiB`. */
function gibibytes(gib) {
    return gib < 1024 ? `${tenths(gib)} GiB` : `${tenths(gib / 1024)} TiB`;
}
/** How old something is, in whole days as soon as it is one: `12 days`, `3 h`. */
function age(milliseconds) {
    const days = Math.floor(milliseconds / 86_400_000);
    if (days >= 1)
        return `${days} ${days === 1 ? 'day' : 'days'}`;
    const hours = Math.floor(milliseconds / 3_600_000);
    return hours >= 1 ? `${hours} h` : duration(milliseconds);
}
/** An amount of US dollars, never less than there is: `$5.40`; below a cent `$0.01`. */
function dollars(amount) {
    // Binary fractions: 0.1 * 3 is no more than 0.30.
    const cents = Math.ceil(Number((amount * 100).toFixed(6)));
    return `$${(cents / 100).toFixed(2)}`;
}
function twoUnits(amount, factor, large, small) {
    const rest = amount % factor;
    const whole = `${Math.floor(amount / factor)} ${large}`;
    return rest === 0 ? whole : `${whole} ${rest} ${small}`;
}
function tenths(amount) {
    return String(Math.round(amount * 10) / 10);
}


/***/ }),

/***/ 403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YJ: () => (/* binding */ mainEndedWell),
/* harmony export */   lC: () => (/* binding */ cancellationOfPost),
/* harmony export */   mf: () => (/* binding */ cancellationOfMain)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7594);
/**
 * Turns the runner's ways of stopping a step into one AbortSignal.
 *
 * A cancelled step, or one over its `timeout-minutes`, gets SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL; on
 * Windows CTRL_C (SIGINT) and CTRL_BREAK (SIGBREAK). In container jobs no signal comes through, and the main step may
 * still be running while the post step cleans up: there a closed log pipe (EPIPE) is a sign, and a file that the post
 * step leaves for it.
 */




const signals = ['SIGINT', 'SIGTERM', 'SIGBREAK', 'SIGHUP'];
const markerPollMilliseconds = 500;
/** For the main step. From now on the process does not end by the runner's signals; whoever holds the AbortSignal ends it. */
function cancellationOfMain(runner) {
    const controller = watched(runner);
    const { look, leave } = watchForPostStep(runner.env, controller);
    const throwIfCancelled = () => {
        look();
        controller.signal.throwIfAborted();
    };
    return {
        signal: controller.signal,
        throwIfCancelled,
        endWell: () => {
            if (!leave())
                throwIfCancelled();
        },
    };
}
/**
 * For the post step: the same, and a main step that is still alive learns that it has begun. Where the file for that cannot
 * be written, the clean-up goes on without.
 */
function cancellationOfPost(runner) {
    const marker = markerOf(runner.env);
    try {
        if (marker !== undefined)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(marker, '', { flag: 'wx' });
    }
    catch {
        // RUNNER_TEMP is missing or cannot be written, or main was first.
    }
    return watched(runner).signal;
}
/** Whether the main step has said so, before this post step began. */
function mainEndedWell(environment) {
    const marker = markerOf(environment);
    try {
        return marker !== undefined && (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(marker, 'utf8') === endedWell;
    }
    catch {
        return false;
    }
}
function watched(runner) {
    const controller = new AbortController();
    for (const name of signals) {
        runner.on(name, () => controller.abort(new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CancelledError */ .cc(`The step was cancelled (${name}).`)));
    }
    for (const stream of [runner.stdout, runner.stderr]) {
        stream.on('error', (error) => {
            controller.abort(new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CancelledError */ .cc(`The log was closed (${error.code ?? error.message}).`));
        });
    }
    return controller;
}
/** What main writes in place of the post step. */
const endedWell = 'main has ended well';
/** @returns to look for the marker; and to leave it, which fails when it is there */
function watchForPostStep(environment, controller) {
    const marker = markerOf(environment);
    if (marker === undefined)
        return { look: () => undefined, leave: () => true };
    let isLeft = false;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(marker, { force: true });
    const look = () => {
        if (isLeft || !(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(marker))
            return;
        clearInterval(timer);
        controller.abort(new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CancelledError */ .cc('The post step of this step has begun, so this one stops.'));
    };
    const timer = setInterval(look, markerPollMilliseconds);
    timer.unref();
    const leave = () => {
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(marker, endedWell, { flag: 'wx' });
            isLeft = true;
        }
        catch {
            // The post step was first, or RUNNER_TEMP cannot be written.
        }
        return isLeft;
    };
    return { look, leave };
}
/** Of this step in this job: the runner empties its RUNNER_TEMP before each job. */
function markerOf(environment) {
    const { RUNNER_TEMP, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB, GITHUB_ACTION } = environment;
    if (!RUNNER_TEMP)
        return undefined;
    const step = JSON.stringify([GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB, GITHUB_ACTION]);
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(RUNNER_TEMP, `bake-ami-post-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(step).digest('hex').slice(0, 16)}`);
}


/***/ }),

/***/ 9240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ hidden),
/* harmony export */   cT: () => (/* binding */ withoutSecrets),
/* harmony export */   gI: () => (/* binding */ given)
/* harmony export */ });
/** How a problem shows the value that was given. */
/** Stands for what must not be shown, as the runner writes it. */
const hidden = '***';
/**
 * What looks like a secret, whichever input it was given to by mistake. A bare Git commit, 40 hex digits, is none.
 * Sources: "Authentication token format updates" in GitHub's changelog of 2021-03-31 and "About authentication to GitHub"
 * in its documentation (`ghs_…`, `github_pat_…`); the IAM user guide's examples of secret access keys; RFC 7519 and RFC 7468.
 */
const secretForms = [
    /-----BEGIN [A-Z ]*PRIVATE KEY-----.*/gs,
    /\b(?:gh[a-z]_|github_pat_)[A-Za-z0-9_.-]{20,}/g,
    /\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*)?/g,
    /(?<![A-Za-z0-9/+=])(?=[A-Za-z/+]*[0-9])(?=[a-z0-9/+]*[A-Z])(?=[A-Z0-9/+]*[a-z])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/g,
];
/** The text with `***` in place of whatever looks like a token or a key. */
function withoutSecrets(text) {
    return secretForms.reduce((safe, form) => safe.replaceAll(form, hidden), text);
}
const shownCharacters = 100;
const shownOfOneWord = 16;
/**
 * The value in quotes, with what is invisible or looks like something else made visible, and shortened when long.
 * The runner masks a secret only where it stands whole, so a value is cut between words, and of a single long word
 * only its first characters are shown.
 */
function given(value) {
    const safe = withoutSecrets(value);
    if (safe.length <= shownCharacters)
        return `"${visible(safe)}"`;
    const words = /^.*[^\p{L}\p{N}+/=._-]/su.exec(safe.slice(0, shownCharacters))?.[0].trimEnd();
    return `"${visible(words || safe.slice(0, shownOfOneWord))}…" (${value.length} characters)`;
}
/** Other spaces, controls, format characters (direction, no width), line separators, halves of surrogate pairs. */
const unseen = /[[\p{Z}\p{C}]--[ ]]/gv;
const shortForms = new Map([
    ['\n', '\\n'],
    ['\r', '\\r'],
    ['\t', '\\t'],
]);
function visible(text) {
    return text.replace(unseen, (character) => shortForms.get(character) ?? codePoint(character));
}
function codePoint(character) {
    return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}


/***/ }),

/***/ 9393:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ role),
/* harmony export */   y: () => (/* binding */ roleArnForm)
/* harmony export */ });
/* harmony import */ var _given_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9240);

/**
 * An IAM role, in any partition: "IAM ARNs" in the IAM user guide. Its path takes any printable ASCII characters and at
 * most 512 of them, its name 64 of a smaller set (Path and RoleName of CreateRole in the IAM API reference).
 */
const roleArnForm = /^arn:aws(?:-[a-z]+){0,3}:iam::[0-9]{12}:role\/(?:[!-~]{1,510}\/)?[A-Za-z0-9_+=,.@-]{1,64}$/;
/** The ARN of a role to assume; undefined when the input is empty. */
const role = (text, report) => {
    if (text === '' || roleArnForm.test(text))
        return text || undefined;
    report(`${(0,_given_js__WEBPACK_IMPORTED_MODULE_0__/* .given */ .gI)(text)} is not the ARN of an IAM role, such as \`arn:aws:iam::123456789012:role/bake\`${hint(text)}`);
    return undefined;
};
/** What the value is instead, as far as can be told, and what to do. */
function hint(text) {
    const bare = text.replace(/^(["'`])(.*)\1$/, '$2');
    if (bare !== text && roleArnForm.test(bare))
        return `. Leave out the quotes: \`${bare}\``;
    const lower = text.replace(/^[^/]*/, (beginning) => beginning.toLowerCase());
    if (lower !== text && roleArnForm.test(lower))
        return `. Write it in lower case: \`${lower}\``;
    return otherHint(text);
}
function otherHint(text) {
    if (/^[0-9]+$/.test(text)) {
        return text.length === 12 ? `. That is an account ID: ${wholeArn(text)}` : '';
    }
    if (/^[A-Za-z0-9_+=,.@-]{1,64}$/.test(text)) {
        return `. That is a name: ${wholeArn('ACCOUNT-ID', text)}`;
    }
    const assumed = /^arn:(aws[a-z-]*):sts::([0-9]{12}):assumed-role\/([^/]+)(?:\/|$)/.exec(text);
    if (assumed !== null) {
        const [, partition, account, name] = assumed;
        return `. That is a session of a role. The ARN of the role, if it has no path: \`arn:${partition}:iam::${account}:role/${name}\``;
    }
    const [, account] = /^arn:aws[a-z-]*:iam::([0-9]*):role\/./.exec(text) ?? [];
    if (account !== undefined && account.length !== 12) {
        return `. Its account ID has ${account.length} digits, not 12`;
    }
    const [, kind] = /^arn:aws[a-z-]*:iam::[0-9]*:([a-z-]+)(?:\/|$)/.exec(text) ?? [];
    const what = others.get(kind ?? '');
    return what === undefined ? '' : `. That is ${what}`;
}
function wholeArn(account, name = 'NAME') {
    return `give the whole ARN, \`arn:aws:iam::${account}:role/${name}\``;
}
/** The other resources of IAM that people take for a role, by the word that their ARNs have for them. */
const others = new Map([
    ['group', 'a group'],
    ['instance-profile', 'an instance profile: give the ARN of the role in it'],
    ['oidc-provider', 'the identity provider: give the ARN of a role that trusts it'],
    ['policy', 'a policy: give the ARN of a role that has it'],
    ['root', 'an account: give the ARN of a role in it'],
    ['user', 'a user, which cannot be assumed: give the ARN of a role that trusts GitHub'],
]);


/***/ }),

/***/ 853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ createLog)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6784);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8566);
/* harmony import */ var _sanitise_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(589);
/** The log of a step: plain lines, folded groups and annotations, with everything in them made safe. */



/** The runner drops the rest of an annotation's message, from the log as well (ExecutionContext.cs, `AddIssue`). */
const annotationCharacters = 4096;
/** Of each kind and step; the runner writes further ones to the log alone (ExecutionContext.cs, `AddIssue`). */
const annotationsPerKind = 10;
/** Of the check runs that annotations become a part of ("Checks" in GitHub's REST API). */
const titleCharacters = 255;
const annotations = { notice: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .notice */ .lm, warning: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e, error: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3 };
/** Writes to standard output. A closed output shows as an `error` event there, which is not this module's to handle. */
function createLog() {
    const counts = { notice: 0, warning: 0, error: 0 };
    function annotate(kind, message, title) {
        counts[kind] += 1;
        const ending = counts[kind] === annotationsPerKind ? lastOfItsKind(kind) : '';
        const safe = (0,_sanitise_js__WEBPACK_IMPORTED_MODULE_2__/* .sanitise */ .t)(message);
        const fits = safe.length + ending.length <= annotationCharacters;
        if (!fits)
            (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq)(safe);
        const text = fits ? safe + ending : shortened(safe, wholeIsAbove + ending);
        annotations[kind](text, title === undefined ? {} : { title: (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)((0,_sanitise_js__WEBPACK_IMPORTED_MODULE_2__/* .sanitiseLine */ .l)(title), titleCharacters) });
    }
    return {
        info: (message) => (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq)((0,_sanitise_js__WEBPACK_IMPORTED_MODULE_2__/* .sanitise */ .t)(message)),
        notice: (message, title) => annotate('notice', message, title),
        warning: (message, title) => annotate('warning', message, title),
        error: (message, title) => annotate('error', message, title),
        group: (title, lines) => {
            (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .startGroup */ .Oh)((0,_sanitise_js__WEBPACK_IMPORTED_MODULE_2__/* .sanitiseLine */ .l)(title));
            for (const line of lines)
                (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq)((0,_sanitise_js__WEBPACK_IMPORTED_MODULE_2__/* .sanitise */ .t)(line));
            (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .endGroup */ .N4)();
        },
    };
}
const wholeIsAbove = '…\n(Cut: the whole message is in the log, right above this one.)';
function lastOfItsKind(kind) {
    return `\n(GitHub shows ${annotationsPerKind} annotations of a kind for a step: any further ${kind} is in the log only.)`;
}
function shortened(message, ending) {
    return (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(message, annotationCharacters - ending.length) + ending;
}


/***/ }),

/***/ 8283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ roleOf)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 10 modules
var core = __webpack_require__(6784);
// EXTERNAL MODULE: ./lib/aws/credentials.js + 1 modules
var credentials = __webpack_require__(8873);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
// EXTERNAL MODULE: ./lib/aws/http-agents.js + 1 modules
var http_agents = __webpack_require__(3663);
// EXTERNAL MODULE: ./lib/base/errors.js
var errors = __webpack_require__(7594);
;// CONCATENATED MODULE: ./lib/github/oidc.js
/** Asks GitHub for OIDC tokens, by which AWS knows this job. They are secret: masked, and in no log or state. */






/**
 * One request for each token, which ends with the signal; nothing is retried here. `getIDToken` of @actions/core takes no
 * AbortSignal, so that it goes on after a cancellation; it gives the HTTP status in a text only, by which nobody can tell what
 * is worth a retry; and it loads undici at every start, whether there is a token to ask for or not.
 * @param environment of the step, with the variables that the runner sets in jobs with the permission `id-token: write`
 * @returns throws BakeError if GitHub gives this job no token at all, and another Error if it may do so later
 * @throws BakeError for a proxy that cannot be used
 */
function gitHubIdToken(environment) {
    const agents = (0,http_agents/* httpAgents */.T)(environment);
    return async (audience, signal) => {
        const { address, bearer } = requestOf(environment, audience);
        const answer = await get(address, bearer, agents, signal);
        if (answer.status !== 200)
            throw refusal(answer.status);
        const token = tokenOf(answer.body);
        (0,core/* setSecret */.Pq)(token);
        return token;
    };
}
/** "Updating your actions for OIDC" in GitHub's documentation. */
function requestOf(environment, audience) {
    const url = environment['ACTIONS_ID_TOKEN_REQUEST_URL'];
    const bearer = environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
    if (!url || !bearer) {
        throw new errors/* BakeError */.oU('GitHub gives this job no OIDC token: it lacks the permission for it.', {
            remedy: permissionRemedy,
        });
    }
    const address = URL.parse(url);
    if (address === null)
        throw new errors/* BakeError */.oU('ACTIONS_ID_TOKEN_REQUEST_URL holds no URL.');
    address.searchParams.set('audience', audience);
    return { address, bearer };
}
const permissionRemedy = 'Give the job `permissions: { id-token: write, contents: read }`; a workflow that calls this one has to give it as well. ' +
    'Pull requests from forks get no OIDC tokens.';
function get(address, bearer, agents, signal) {
    const plain = address.protocol === 'http:';
    const options = {
        agent: plain ? agents.httpAgent : agents.httpsAgent,
        headers: { accept: 'application/json', authorization: `Bearer ${bearer}`, 'user-agent': 'bake-ami' },
        signal,
    };
    return new Promise((resolve, reject) => {
        const request = (plain ? external_node_http_ : external_node_https_).request(address, options, (response) => {
            (0,consumers_.text)(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
        });
        request.on('error', reject);
        request.end();
    });
}
/** What is not worth another request is a BakeError. */
function refusal(status) {
    const message = `GitHub answered the request for an OIDC token with HTTP ${status}.`;
    if (status === 408 || status === 429 || status >= 500)
        return new Error(message);
    return new errors/* BakeError */.oU(message, { remedy: permissionRemedy });
}
/** Nothing of the body goes into an error, nor what JSON.parse says of it: it might be most of a token. */
function tokenOf(body) {
    const value = valueIn(body);
    if (typeof value !== 'string' || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(value)) {
        throw new Error('GitHub answered the request for an OIDC token with something else.');
    }
    return value;
}
function valueIn(body) {
    try {
        const answer = JSON.parse(body);
        return typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/github/role.js
/** The role that the action assumes itself, by the OIDC token that GitHub gives this job. */



/** @param roleArn undefined when the workflow provides the credentials */
function roleOf(roleArn, environment, log) {
    if (roleArn === undefined)
        return undefined;
    return {
        roleArn,
        sessionName: (0,credentials/* sessionName */.Cy)(environment['GITHUB_RUN_ID'] ?? '', environment['GITHUB_RUN_ATTEMPT'] ?? ''),
        idToken: gitHubIdToken(environment),
        onTrouble: (message) => log.info(message),
        onSecret: core/* setSecret */.Pq,
    };
}


/***/ }),

/***/ 589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ sanitiseLine),
/* harmony export */   t: () => (/* binding */ sanitise)
/* harmony export */ });
/**
 * Text from outside (branch names, tags, answers of EC2) made safe to write to the log of a GitHub runner.
 *
 * The runner reads a step's stdout and stderr line by line, a carriage return ending a line as well, and obeys
 * - `##[name]data` anywhere in a line,
 * - `::name::data` at the start of a line, after any white space,
 * where the name is one of its commands in any case of letters (actions/runner, ActionCommand.cs `TryParse` and
 * `TryParseV2`, ActionCommandManager.cs, ProcessInvoker.cs `StartReadStream`). Taking names from a list would miss
 * the ones to come, so whatever looks like a command is broken up by one space, which keeps it readable.
 */
/** Safe text with the same lines; what needs no care comes back as it was. */
function sanitise(text) {
    return withoutInvisibles(text.toWellFormed()).split('\n').map(withoutCommand).join('\n');
}
/** The same on one line, for titles. */
function sanitiseLine(text) {
    return sanitise(text.replace(lineEnds, ' ')).trim();
}
/** Also those that only some readers of the log take for one: NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR, VT, FF. */
const lineEnds = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
const escapeCharacter = '\u001b';
/**
 * Terminals' control sequences (colours, cursor moves) and the ones that end in BEL or ST (titles, links).
 * `util.stripVTControlCharacters` is not for text from outside: its time grows with the square of the number of sequences that
 * do not end (8 s for 160 kB), and it takes text away with them.
 */
const terminalSequences = new RegExp(`${escapeCharacter}(?:\\[[0-?]*[ -/]*[@-~]|\\][^\\n\\u0007${escapeCharacter}]*(?:\\u0007|${escapeCharacter}\\\\))`, 'g');
/**
 * Control characters, the ones that turn the direction of writing around so that a line reads differently from what it
 * says, and those without any width, tag characters included. The joiners and variation selectors that scripts and
 * emoji need stay.
 */
const invisibles = /[[\p{Cc}\p{Bidi_Control}\u00ad\u200b\u2060-\u2064\ufeff\u{e0000}-\u{e007f}]--[\n\t]]/gv;
/** Before commands are looked for: taking a character out may put one together. */
function withoutInvisibles(text) {
    return text.replace(lineEnds, '\n').replace(terminalSequences, '').replace(invisibles, '');
}
/**
 * .NET compares the start of the line by the rules of a language, which skip characters without width: those that
 * are left count as white space here.
 */
const commandStart = /^([\s\p{Default_Ignorable_Code_Point}]*):(?=:)/u;
function withoutCommand(line) {
    return line.replaceAll('##[', '## [').replace(commandStart, '$1: ');
}


/***/ }),

/***/ 3284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   o$: () => (/* binding */ jsonObject),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   rh: () => (/* binding */ readSavedState),
/* harmony export */   wC: () => (/* binding */ matching),
/* harmony export */   yD: () => (/* binding */ keeperOf),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/**
 * Keeps the saved state true to the record. Each is saved in place of the one before, in one append, so that a kill leaves
 * no half of it.
 * @param stateOf undefined as long as there is nothing to save
 * @param isDone whether nothing is left to clean up: then a first state is not worth saving
 * @param save writes the state where the post step finds it
 * @returns to be called after each change of the record
 */
function keeperOf(stateOf, isDone, save) {
    let saved;
    return (record) => {
        const state = stateOf(record);
        if (state === undefined || (saved === undefined && isDone(state)))
            return;
        const text = JSON.stringify(state);
        if (text === saved)
            return;
        saved = text;
        save(text);
    };
}
/**
 * Anything can be in the variable: what is not of the right form is no state.
 * @param before what the main step ended before, when it saved none
 */
function readSavedState(text, fields, before) {
    if (!text)
        return none(`the main step saved no state, for it ended ${before}`);
    const saved = jsonObject(text);
    if (saved === undefined)
        return none('the saved state is not a JSON object');
    if (saved['version'] !== 1)
        return none('the saved state is of another version of the action');
    const wrong = fields.find(([field, isRight]) => !isRight(saved[String(field)]));
    if (wrong)
        return none(`the saved state has no valid \`${String(wrong[0])}\``);
    // Known fields only; each has been checked.
    const known = fields.map(([field]) => [field, saved[String(field)]]);
    const present = known.filter(([, value]) => value !== undefined);
    return { state: { version: 1, ...Object.fromEntries(present) }, reason: undefined };
}
function none(reason) {
    return { state: undefined, reason };
}
/** @returns undefined for anything else, arrays included */
function jsonObject(text) {
    try {
        const value = JSON.parse(text);
        if (typeof value !== 'object' || value === null || Array.isArray(value))
            return undefined;
        return value;
    }
    catch {
        return undefined;
    }
}
function matching(form) {
    return (value) => typeof value === 'string' && form.test(value);
}
function oneOf(...accepted) {
    return (value) => typeof value === 'string' && accepted.includes(value);
}
function optional(isRight) {
    return (value) => value === undefined || isRight(value);
}
function wholeNumber(value) {
    return Number.isSafeInteger(value) && value >= 0;
}


/***/ }),

/***/ 1096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ accountForm),
/* harmony export */   DF: () => (/* binding */ granteeKind),
/* harmony export */   UP: () => (/* binding */ isAccount),
/* harmony export */   bn: () => (/* binding */ allOf),
/* harmony export */   dE: () => (/* binding */ granteesOf),
/* harmony export */   t2: () => (/* binding */ describeGrantees)
/* harmony export */ });
/* unused harmony export nobody */
const nobody = { accounts: [], organizations: [], organizationalUnits: [] };
/** "A string of exactly 12 digits" (AWS Organizations API Reference, Account). */
const accountForm = /^\d{12}$/;
/**
 * AWS Organizations API Reference, Organization and OrganizationalUnit, there for the partition `aws`; the others are
 * `aws-cn`, `aws-us-gov`, `aws-eusc` and `aws-iso` with its kin. The account in them is the organization's
 * management account.
 */
const organizationForm = /^arn:aws(?:-[a-z]+)*:organizations::\d{12}:organization\/o-[a-z0-9]{10,32}$/;
const organizationalUnitForm = /^arn:aws(?:-[a-z]+)*:organizations::\d{12}:ou\/o-[a-z0-9]{10,32}\/ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}$/;
const forms = {
    accounts: accountForm,
    organizations: organizationForm,
    organizationalUnits: organizationalUnitForm,
};
/** What the text names, by its form alone; undefined when it is none of these. */
function granteeKind(text) {
    const kinds = Object.keys(forms);
    return kinds.find((kind) => forms[kind].test(text));
}
/** Accounts alone can be given snapshots. */
function isAccount(text) {
    return granteeKind(text) === 'accounts';
}
/** @param texts each of a form that `granteeKind` knows; the others are left out */
function granteesOf(texts) {
    const ofKind = (kind) => texts.filter((text) => granteeKind(text) === kind);
    return {
        accounts: ofKind('accounts'),
        organizations: ofKind('organizations'),
        organizationalUnits: ofKind('organizationalUnits'),
    };
}
/** All of them in one list: accounts, organizations, organizational units. */
function allOf({ accounts, organizations, organizationalUnits }) {
    return [...accounts, ...organizations, ...organizationalUnits];
}
/** `3 accounts, 1 organization and 2 organizational units`; empty for nobody. */
function describeGrantees({ accounts, organizations, organizationalUnits }) {
    const counts = [
        count(accounts.length, 'account'),
        count(organizations.length, 'organization'),
        count(organizationalUnits.length, 'organizational unit'),
    ];
    return new Intl.ListFormat('en-GB').format(counts.filter((text) => text !== ''));
}
function count(number, noun) {
    return number === 0 ? '' : `${number} ${noun}${number === 1 ? '' : 's'}`;
}


/***/ })

};
