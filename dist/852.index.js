export const id = 852;
export const ids = [852];
export const modules = {

/***/ 4608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  OQ: () => (/* binding */ AwsFailure),
  MT: () => (/* binding */ awsFailure),
  C8: () => (/* binding */ callOf),
  Hn: () => (/* binding */ denialIn),
  uF: () => (/* binding */ permissionRemedy)
});

// EXTERNAL MODULE: ./lib/base/errors.js
var errors = __webpack_require__(7594);
// EXTERNAL MODULE: ./lib/aws/catalogue.js
var catalogue = __webpack_require__(2692);
// EXTERNAL MODULE: ./lib/aws/errors.js
var aws_errors = __webpack_require__(6762);
// EXTERNAL MODULE: ./lib/base/own-tags.js
var own_tags = __webpack_require__(3443);
;// CONCATENATED MODULE: ./lib/aws/iam.js
/**
 * Which IAM permissions a bake needs, and what for: one table, from which the policies of docs/permissions.md are made, and with
 * which errors and dry runs name what is missing.
 *
 * Actions, the resource types they are authorised on and the condition keys are those of the Service Authorization
 * Reference, "Actions, resources, and condition keys for Amazon EC2" (and AWS KMS, AWS STS). Where it names no
 * resource type for an action, the action can be allowed on `*` only.
 */

/**
 * "Null": "false" is IAM's way to say that the key is there. Image and snapshots carry the tag from the moment that
 * they are created, so no call of a bake is made before it is there.
 */
const ourOwn = { Null: { [`aws:ResourceTag/${own_tags/* keyTag */.QR}`]: 'false' } };
/** To add a feature, add it here: documents, errors and tests follow. */
const features = [
    {
        name: 'Bake',
        by: 'every bake',
        grants: [
            {
                sid: 'Look',
                actions: {
                    'ec2:DescribeInstances': 'inspect the instance',
                    'ec2:DescribeVolumes': "inspect the instance's volumes",
                    'ec2:DescribeImages': 'follow the image, and find it again when an answer of AWS is lost',
                    'ec2:DescribeSnapshots': 'follow and verify the snapshots, and find those that have to be removed',
                },
                on: [],
            },
            {
                sid: 'LookAtTheInstanceType',
                actions: { 'ec2:DescribeInstanceTypes': 'see whether the instance has instance store volumes' },
                on: [],
                without: 'there is no warning about instance store volumes that come with the instance type',
            },
            {
                sid: 'Create',
                actions: { 'ec2:CreateImage': 'create the image' },
                on: ['image', 'snapshot', 'instance'],
            },
            {
                // EC2 User Guide, "Grant permission to tag Amazon EC2 resources during creation".
                sid: 'TagWhileCreating',
                actions: { 'ec2:CreateTags': 'tag the image and its snapshots while they are created' },
                on: ['image', 'snapshot'],
                condition: { StringEquals: { 'ec2:CreateAction': 'CreateImage' } },
                within: 'ec2:CreateImage',
            },
            {
                sid: 'MarkAsReadyAndCleanUp',
                actions: {
                    'ec2:CreateTags': 'mark the image and its snapshots as ready',
                    'ec2:DeregisterImage': 'remove the image of a bake that failed',
                    // DeregisterImage with DeleteAssociatedSnapshots says `missing-permissions` without it.
                    'ec2:DeleteSnapshot': 'remove the snapshots of a bake that failed',
                },
                on: ['image', 'snapshot'],
                condition: ourOwn,
            },
        ],
    },
    {
        name: 'Encrypted volumes',
        by: 'volumes that are encrypted with a customer managed key',
        note: "Put the ARNs of your keys in place of the example. The keys' policies must allow it too.",
        // EBS User Guide, "Requirements for Amazon EBS encryption", "Permissions for users".
        grants: [
            {
                sid: 'UseKeys',
                actions: {
                    'kms:DescribeKey': "let EC2 use the volumes' keys",
                    'kms:Decrypt': 'let EC2 read the encrypted volumes',
                    'kms:GenerateDataKeyWithoutPlaintext': 'let EC2 encrypt the snapshots',
                    'kms:ReEncrypt*': 'let EC2 encrypt the snapshots',
                },
                on: ['key'],
                within: 'ec2:CreateImage',
            },
            {
                sid: 'LendKeysToEc2',
                actions: { 'kms:CreateGrant': 'let EC2 use the keys while it copies the data' },
                on: ['key'],
                condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
                within: 'ec2:CreateImage',
            },
        ],
    },
    {
        name: 'Sharing',
        by: '`share-with` and `public`',
        note: 'Images that bake-ami did not make do not have the tag in the condition. To share such images with `if-exists: reuse`, leave the condition out.',
        grants: [
            {
                sid: 'ShareImages',
                actions: {
                    'ec2:ModifyImageAttribute': 'give launch permissions',
                    'ec2:DescribeImageAttribute': 'read the launch permissions back',
                },
                on: ['image'],
                condition: ourOwn,
            },
            {
                sid: 'LookAtKeys',
                actions: { 'kms:DescribeKey': 'see whether what the key encrypts can be shared' },
                on: ['key'],
                without: 'volumes that are encrypted with the AWS managed key `aws/ebs` are noticed only when EC2 refuses to share their image',
            },
        ],
    },
    {
        name: 'Public images',
        by: '`public`, which also needs what sharing needs',
        grants: [
            {
                sid: 'LookAtBlockPublicAccess',
                actions: { 'ec2:GetImageBlockPublicAccessState': 'see whether the account blocks public images' },
                on: [],
                without: 'a block of public access is noticed only when EC2 refuses to make the image public',
            },
        ],
    },
    {
        name: 'Sharing the snapshots',
        by: '`share-snapshots`',
        note: 'The condition keys `ec2:Add/userId` and `ec2:Add/group` can limit whom snapshots are shared with. IAM has no such keys for images.',
        grants: [
            {
                sid: 'ShareSnapshots',
                actions: {
                    'ec2:ModifySnapshotAttribute': 'let the shared accounts create volumes from the snapshots',
                    'ec2:DescribeSnapshotAttribute': "read the snapshots' permissions back",
                },
                on: ['snapshot'],
                condition: ourOwn,
            },
        ],
    },
    {
        name: 'Copies',
        by: '`copy-to`',
        note: 'If a policy limits the Regions, allow those of the copies. Copies that are encrypted with a key, and copies of encrypted images, also need what encrypted volumes need, for the keys of both Regions.',
        grants: [
            {
                // EC2 User Guide, "Grant permissions to copy Amazon EC2 AMIs". The source carries our tag, but the same
                // statement is asked about the copy and its snapshots, which do not yet: no condition on tags holds for all.
                sid: 'Copy',
                actions: { 'ec2:CopyImage': 'copy the image to other Regions' },
                on: ['image', 'snapshot'],
            },
            {
                sid: 'TagWhileCopying',
                actions: { 'ec2:CreateTags': 'tag the copies and their snapshots while they are created' },
                on: ['image', 'snapshot'],
                condition: { StringEquals: { 'ec2:CreateAction': 'CopyImage' } },
                within: 'ec2:CopyImage',
            },
            {
                sid: 'LookAtRegions',
                actions: { 'ec2:DescribeRegions': 'see whether the Regions of the copies exist and are enabled' },
                on: [],
                without: 'a Region that does not exist or is not enabled is noticed only when EC2 cannot be reached there',
            },
            {
                sid: 'LookAtEncryptionByDefault',
                actions: {
                    'ec2:GetEbsEncryptionByDefault': 'see whether the Regions encrypt copies by default',
                    'ec2:GetEbsDefaultKmsKeyId': 'see with which key a copy is encrypted that is given none',
                },
                on: [],
                without: 'a default key that cannot be used for a copy, or with which a copy cannot be shared, is noticed only when EC2 refuses',
            },
            {
                sid: 'LookAtKeysOfCopies',
                actions: { 'kms:DescribeKey': 'see whether the keys of the copies can be used' },
                on: ['key'],
                without: 'a key that is missing, disabled or pending deletion is noticed only when EC2 has accepted the copy',
            },
        ],
    },
    {
        name: 'Lifecycle',
        by: '`deprecate-after`, `deregistration-protection` and `require-imdsv2`',
        note: 'Images that bake-ami did not make do not have the tag in the condition, as for sharing.',
        grants: [
            {
                sid: 'Settle',
                actions: {
                    'ec2:EnableImageDeprecation': 'set when the image is deprecated',
                    'ec2:ModifyImageAttribute': 'mark the image as one that requires IMDSv2',
                    'ec2:EnableImageDeregistrationProtection': 'protect the image from being deregistered',
                    'ec2:DisableImageDeregistrationProtection': 'remove the image of a bake that failed after it had protected it',
                },
                on: ['image'],
                condition: ourOwn,
            },
        ],
    },
    {
        name: 'SSM parameters',
        by: '`ssm-parameter`',
        note: "Put your own parameters in place of `golden/*`: whoever may write a parameter decides what others launch. Systems Manager looks the image up with the role's own `ec2:DescribeImages`, and drops the new value silently where that is not allowed.",
        // Systems Manager User Guide, "Native parameter support in Parameter Store for Amazon Machine Image IDs".
        grants: [
            {
                sid: 'Publish',
                actions: {
                    'ssm:GetParameters': 'read what the parameters held before, and read them back',
                    'ssm:PutParameter': "write the image's ID",
                },
                on: ['parameter'],
            },
        ],
    },
    {
        name: 'Launch templates',
        by: '`launch-template`',
        note: 'Put the ARNs of your launch templates in place of the pattern. A template that names an instance profile also needs `iam:PassRole` for its role.',
        // EC2 User Guide, "Control access to launch templates with IAM permissions".
        grants: [
            {
                sid: 'ReadLaunchTemplates',
                actions: {
                    'ec2:DescribeLaunchTemplateVersions': 'read the default and the newest version of the launch templates',
                },
                on: [],
            },
            {
                sid: 'WriteLaunchTemplates',
                actions: {
                    'ec2:CreateLaunchTemplateVersion': 'create the version with the image',
                    'ec2:ModifyLaunchTemplate': 'make that version the default version',
                },
                on: ['launch-template'],
            },
        ],
    },
    {
        name: 'Test',
        by: 'the action `test`',
        note: 'An image whose volumes are encrypted with a customer managed key also needs what encrypted volumes need. `bake-ami:tested` is set on images of the account itself.',
        // EC2 User Guide, "Example policies to control access the Amazon EC2 API", "Launch instances (RunInstances)".
        grants: [
            {
                sid: 'LookBeforeAndDuringTheTest',
                actions: {
                    'ec2:DescribeImages': 'see whether the image can be launched',
                    'ec2:DescribeInstances': 'find the test instance, and see why it ended',
                    'ec2:DescribeInstanceStatus': "read the test instance's status checks",
                },
                on: [],
            },
            {
                sid: 'LookAtTypesAndSubnets',
                actions: {
                    'ec2:DescribeSubnets': 'see which Availability Zones the subnets are in',
                    'ec2:DescribeInstanceTypes': 'see whether the instance types fit the image',
                    'ec2:DescribeInstanceTypeOfferings': 'see where the instance types are offered',
                    'ec2:GetConsoleOutput': 'show what the test instance printed while it booted',
                },
                on: [],
                without: 'a type that does not fit is noticed only when EC2 refuses it, nothing falls back to another subnet of the default VPC, and a failed test has no console output',
            },
            {
                sid: 'Launch',
                actions: { 'ec2:RunInstances': 'launch the test instance' },
                on: ['image', 'snapshot', 'any-instance', 'volume', 'network-interface', 'subnet', 'security-group'],
            },
            {
                sid: 'TagWhileLaunching',
                actions: { 'ec2:CreateTags': 'tag the test instance while it is launched' },
                on: ['any-instance', 'volume', 'network-interface'],
                condition: { StringEquals: { 'ec2:CreateAction': 'RunInstances' } },
                within: 'ec2:RunInstances',
            },
            {
                sid: 'EndTestInstances',
                actions: { 'ec2:TerminateInstances': 'end the test instance' },
                on: ['any-instance'],
                condition: { Null: { [`aws:ResourceTag/${own_tags/* testTag */.f_}`]: 'false' } },
            },
            {
                sid: 'MarkAsTested',
                actions: { 'ec2:CreateTags': 'mark the image as tested' },
                on: ['image'],
                condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': own_tags/* testedTag */.Sy } },
            },
        ],
    },
    {
        name: 'Test commands',
        by: '`run` of the action `test`',
        note: 'Put the role of your instance profile in place of `test-image`. Without `instance-profile`, `iam:PassRole` is not needed.',
        grants: [
            {
                sid: 'PassTheProfile',
                actions: { 'iam:PassRole': 'give the test instance its instance profile' },
                on: ['role'],
                condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
                within: 'ec2:RunInstances',
            },
            {
                sid: 'FollowCommands',
                actions: {
                    'ssm:DescribeInstanceInformation': 'see whether the SSM agent of the test instance is online',
                    'ssm:GetCommandInvocation': 'follow the command',
                },
                on: [],
            },
            {
                sid: 'FindCommands',
                actions: {
                    'ssm:ListCommandInvocations': 'find the command again when the answer of SendCommand is lost',
                },
                on: [],
                without: 'a command whose answer was lost is sent again, and may run twice',
            },
            {
                sid: 'RunCommandsWith',
                actions: { 'ssm:SendCommand': 'run the command' },
                on: ['document'],
            },
            {
                // Systems Manager User Guide, "Restricting Run Command access based on tags".
                sid: 'RunCommandsOnTestInstances',
                actions: { 'ssm:SendCommand': 'run the command' },
                on: ['any-instance'],
                condition: { Null: { [`ssm:resourceTag/${own_tags/* testTag */.f_}`]: 'false' } },
            },
        ],
    },
    {
        name: 'Retire',
        by: 'the action `retire`',
        note: 'EC2 looks for references with the permissions of the caller: the actions of Systems Manager and Image Builder are what DescribeImageReferences needs for that. `retire` never changes anything there.',
        // EC2 User Guide, "Identify your resources referencing selected AMIs", "Required IAM permissions".
        grants: [
            {
                sid: 'LookForWhatNeedsAnImage',
                actions: {
                    'ec2:DescribeImages': 'find the images',
                    'ec2:DescribeImageReferences': 'see what refers to an image',
                    'ec2:DescribeInstances': 'see which instances run from an image',
                    'ec2:DescribeLaunchTemplates': 'see which launch templates name an image',
                    'ec2:DescribeLaunchTemplateVersions': 'see which versions of launch templates name an image',
                    'ec2:DescribeLockedSnapshots': 'see which snapshots cannot be deleted',
                    'ec2:DescribeSnapshots': 'find the snapshots that belong to no image',
                    'autoscaling:DescribeLaunchConfigurations': 'see which launch configurations name an image',
                    'autoscaling:DescribeAutoScalingGroups': 'see which Auto Scaling groups launch from an image',
                },
                on: [],
            },
            {
                sid: 'LookForReferences',
                actions: {
                    'ssm:DescribeParameters': 'let EC2 look for parameters that hold an image',
                    'ssm:GetParameters': 'let EC2 look for parameters that hold an image',
                    'imagebuilder:ListImageRecipes': 'let EC2 look for recipes that name an image',
                    'imagebuilder:ListContainerRecipes': 'let EC2 look for recipes that name an image',
                    'imagebuilder:GetContainerRecipe': 'let EC2 look for recipes that name an image',
                },
                on: [],
                within: 'ec2:DescribeImageReferences',
            },
            {
                sid: 'LookWhomImagesAreSharedWith',
                actions: {
                    'ec2:DescribeImageAttribute': 'see whom an image is shared with',
                    'ec2:DescribeSnapshotAttribute': 'see whom a snapshot is shared with',
                },
                on: ['image', 'snapshot'],
            },
            {
                sid: 'LookIntoTheRecycleBin',
                actions: { 'ec2:ListImagesInRecycleBin': 'see until when a removed image can be restored' },
                on: [],
                without: 'nothing says until when a removed image can be restored, and `abandoned-after` fails when it finds a snapshot that belongs to no image',
            },
            {
                sid: 'RemoveImages',
                actions: {
                    'ec2:CreateTags': 'mark the image as one that is being removed',
                    'ec2:DeregisterImage': 'remove the image',
                    'ec2:DeleteSnapshot': 'remove its snapshots',
                },
                on: ['image', 'snapshot'],
                condition: ourOwn,
            },
            {
                sid: 'EndForgottenTestInstances',
                actions: { 'ec2:TerminateInstances': 'end the instances of tests that are past their time' },
                on: ['any-instance'],
                condition: { Null: { [`aws:ResourceTag/${own_tags/* testTag */.f_}`]: 'false' } },
            },
        ],
    },
    {
        name: 'Errors that say more',
        by: 'the explanation of encoded authorization failures',
        grants: [
            {
                sid: 'DecodeRefusals',
                actions: { 'sts:DecodeAuthorizationMessage': 'show which policy denies a call' },
                on: [],
                without: 'the error for a missing permission says no more than what EC2 says openly',
            },
        ],
    },
];
/** Calls that nobody needs a permission for (STS API Reference; who may assume a role, that role's trust policy says). */
const withoutPermission = (/* unused pure expression or super */ null && ([
    'sts:GetCallerIdentity',
    'sts:AssumeRoleWithWebIdentity',
]));
const permissionRows = features.flatMap((feature) => feature.grants.map((grant) => ({ feature, grant })));
/**
 * @param action as IAM policies name it, in any case, e.g. `ec2:CreateTags`
 * @param call the API call that needed it: CreateImage needs `ec2:CreateTags` for other reasons than CreateTags does
 * @param asking the feature that the call was made for, where several make it
 * @returns undefined for an action that is not in the table
 */
function needFor(action, call = action, asking) {
    const needs = permissionRows.flatMap(({ feature, grant }) => Object.entries(grant.actions)
        .filter(([pattern]) => covers(pattern, action))
        .map(([, why]) => ({ feature, grant, why })));
    const within = ({ grant }) => same(grant.within ?? action, call);
    const asked = needs.filter(({ feature }) => feature.name === asking);
    return asked.find(within) ?? needs.find(within) ?? needs[0];
}
function covers(pattern, action) {
    return pattern.endsWith('*')
        ? action.toLowerCase().startsWith(pattern.slice(0, -1).toLowerCase())
        : same(pattern, action);
}
/** IAM's action names know no case. */
function same(one, other) {
    return one.toLowerCase() === other.toLowerCase();
}

;// CONCATENATED MODULE: ./lib/aws/failure.js
/** Turns what a call to AWS threw into the error that a user reads: what failed, what AWS says, what to do. */




/** A call that failed. */
class AwsFailure extends errors/* BakeError */.oU {
    name = 'AwsFailure';
    /** What the call was for, where several features make it. */
    feature;
    constructor(message, { feature, ...options }) {
        super(message, options);
        this.feature = feature;
    }
}
/**
 * @param action the API action, as IAM policies name it, e.g. `ec2:CreateImage`
 * @param doing what was being done to which object, e.g. `create an image of i-0abc`
 * @param feature what it was done for, where several features make the same call
 * @returns `thrown` itself where it is told already, else an error that says what failed and what to do
 */
function awsFailure(action, doing, thrown, feature) {
    if (thrown instanceof errors/* BakeError */.oU)
        return thrown;
    const remedy = remedyFor(action, thrown, feature);
    return new AwsFailure(`Could not ${doing}. ${action}: ${(0,aws_errors/* describeAwsError */.Pp)(thrown)}`, {
        cause: thrown,
        feature,
        ...(remedy === undefined ? {} : { remedy }),
    });
}
/** The API action of a failure that was made here, read from its message. */
function callOf({ message }) {
    return /\. ([a-z0-9]+:[A-Z]\w+): /.exec(message)?.[1];
}
function remedyFor(action, thrown, feature) {
    const { code, message, httpStatus } = (0,aws_errors/* awsErrorFacts */.ZR)(thrown);
    const entry = (0,catalogue/* entryFor */.c)(code, message) ?? entryOfKind((0,aws_errors/* errorKind */.f8)(thrown), httpStatus);
    if (entry === undefined)
        return undefined;
    if (entry.kind === 'permission')
        return permissionRemedy(denialIn(message) ?? { action }, action, feature);
    return `${entry.meaning} ${entry.remedy}`;
}
/** For codes that the catalogue does not know: what can be said of their kind. A clear no speaks for itself. */
function entryOfKind(kind, httpStatus) {
    if (kind === 'throttled')
        return (0,catalogue/* entryFor */.c)('RequestLimitExceeded', '');
    if (kind === 'unclear')
        return (0,catalogue/* entryFor */.c)(httpStatus === undefined ? 'ETIMEDOUT' : 'InternalError', '');
    return undefined;
}
/**
 * Reads a message like "User: … is not authorized to perform: ec2:CreateTags on resource: … because no identity-based
 * policy allows the ec2:CreateTags action" (IAM User Guide, "Troubleshoot access denied error messages").
 * @returns undefined when the message does not name an action
 */
function denialIn(message) {
    const words = /is not authorized to perform: ([\w-]+:\w+\*?)(?: on resource: (\S+))?/.exec(message);
    if (words?.[1] === undefined)
        return undefined;
    return {
        action: words[1],
        resource: words[2]?.replace(/[.,;:]+$/, ''),
        deniedBy: /with an explicit deny in an? ((?:[\w-]+ ){0,4}?(?:policy|boundary))/i.exec(message)?.[1],
        notAllowedBy: /because no ((?:[\w-]+ ){0,4}?(?:policy|boundary)) allows/i.exec(message)?.[1],
    };
}
/**
 * @param call the API action that was denied, as IAM names it; by default the action itself
 * @param feature what it was for, where several features need it
 */
function permissionRemedy(denial, call = denial.action, feature) {
    const { action, resource } = denial;
    const need = needFor(action, call, feature);
    const what = resource === undefined ? action : `${action} on ${resource}`;
    const why = need === undefined ? '' : ` It is needed by ${need.feature.by}, to ${need.why}.`;
    const where = need === undefined
        ? ''
        : ` The policy is in docs/permissions.md: "${need.feature.name}", statement ${need.grant.sid}.`;
    return `${demand(denial, what)}${why}${where}`;
}
function demand({ deniedBy, notAllowedBy }, what) {
    if (deniedBy !== undefined) {
        return `Have ${what} exempted from the explicit deny in the ${deniedBy}, which no allowing policy outweighs; such policies often demand certain tags (input \`tags\`), a Region or encryption.`;
    }
    if (notAllowedBy !== undefined && notAllowedBy !== 'identity-based policy') {
        return `Allow ${what} in the ${notAllowedBy} too: the IAM policy of the role that this job assumes is not enough.`;
    }
    return `Allow ${what} in the IAM policy of the role that this job assumes.`;
}


/***/ }),

/***/ 6815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ lookUntil)
/* harmony export */ });
/**
 * Looks again and again until a look gives a result: for what EC2 shows later than it does it (eventual consistency). The
 * first look is at once, and the last one before `until`, unless that is past.
 * @param look gives undefined while there is no result
 * @returns undefined when there was none in time
 * @throws what a look throws, and the signal's reason
 */
async function lookUntil(look, { clock, signal, until, everySeconds }) {
    for (;;) {
        const result = await look();
        if (result !== undefined)
            return result;
        if (clock.now() + everySeconds * 1000 > until)
            return undefined;
        await clock.sleep(everySeconds * 1000, signal);
    }
}


/***/ }),

/***/ 1852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I4: () => (/* binding */ imagePages),
/* harmony export */   Ru: () => (/* binding */ ageSeconds),
/* harmony export */   Sx: () => (/* binding */ describeImages),
/* harmony export */   XO: () => (/* binding */ snapshotsOf),
/* harmony export */   dg: () => (/* binding */ describeSnapshots),
/* harmony export */   eJ: () => (/* binding */ snapshotsOfKey),
/* harmony export */   hu: () => (/* binding */ describeImage),
/* harmony export */   o0: () => (/* binding */ lifecycleOf),
/* harmony export */   pq: () => (/* binding */ imagesOfKey),
/* harmony export */   vx: () => (/* binding */ creationTime),
/* harmony export */   zD: () => (/* binding */ imagesOfName)
/* harmony export */ });
/* harmony import */ var _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(848);
/* harmony import */ var _base_own_tags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3443);
/* harmony import */ var _source_devices_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9002);
/* harmony import */ var _source_inspect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4821);




/** All our own images that match, of every page; disabled ones too, which hold their name and are paid for. */
async function describeImages(ec2, request, how) {
    const images = [];
    for await (const page of imagePages(ec2, request, how))
        images.push(...page);
    return images;
}
/** As `describeImages`, a page at a time, for callers that keep little of what they read. */
async function* imagePages(ec2, request, how) {
    let NextToken;
    do {
        const page = { ...request, Owners: ['self'], IncludeDisabled: true, ...(NextToken ? { NextToken } : {}) };
        const answer = await ec2.send(new _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_0__/* .DescribeImagesCommand */ .ji(page), how);
        yield answer.Images ?? [];
        NextToken = answer.NextToken;
    } while (NextToken);
}
/** All our own snapshots that match, of every page. */
async function describeSnapshots(ec2, request, how) {
    const snapshots = [];
    let NextToken;
    do {
        const page = { ...request, OwnerIds: ['self'], ...(NextToken ? { NextToken } : {}) };
        const answer = await ec2.send(new _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_0__/* .DescribeSnapshotsCommand */ .Mm(page), how);
        snapshots.push(...(answer.Snapshots ?? []));
        NextToken = answer.NextToken;
    } while (NextToken);
    return snapshots;
}
/** The image of that ID, if it is visible and ours. */
async function describeImage(ec2, imageId, how) {
    const images = await describeImages(ec2, { ImageIds: [imageId] }, how);
    return images.find((image) => image.ImageId === imageId);
}
/** Our images of that name: there is one at most, but deregistered ones may show for a short while. */
async function imagesOfName(ec2, name, how) {
    // AMI names cannot hold `*` and `?`, which filters would take for wildcards.
    const images = await describeImages(ec2, { Filters: [{ Name: 'name', Values: [name] }] }, how);
    return images.filter((image) => image.Name === name);
}
/** Our images that carry the key of this bake, oldest first. */
async function imagesOfKey(ec2, key, how) {
    const images = await describeImages(ec2, { Filters: [keyFilter(key)] }, how);
    return images.filter((image) => (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .carriesKey */ .tX)(image, key)).sort(byCreationDate);
}
/** Our snapshots that carry the key of this bake, in whatever state. */
async function snapshotsOfKey(ec2, key, how) {
    const snapshots = await describeSnapshots(ec2, { Filters: [keyFilter(key)] }, how);
    return snapshots.filter((snapshot) => (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .carriesKey */ .tX)(snapshot, key));
}
/** The snapshots of an image in device order, the root first; only those whose IDs EC2 tells already. */
function snapshotsOf(image) {
    return (image.BlockDeviceMappings ?? [])
        .flatMap((mapping) => {
        const { DeviceName: device, Ebs } = mapping;
        if (device === undefined || Ebs?.SnapshotId === undefined || Ebs.SnapshotId === '')
            return [];
        return [
            {
                device,
                snapshotId: Ebs.SnapshotId,
                root: (0,_source_devices_js__WEBPACK_IMPORTED_MODULE_3__/* .sameDevice */ .J)(device, image.RootDeviceName ?? ''),
                sizeGiB: Ebs.VolumeSize ?? 0,
                encrypted: Ebs.Encrypted ?? false,
            },
        ];
    })
        .sort(_source_inspect_js__WEBPACK_IMPORTED_MODULE_1__/* .byDevice */ ._X);
}
/** Deprecation, IMDSv2 and protection; EC2 shows nothing where there is none. */
function lifecycleOf({ DeprecationTime, ImdsSupport, DeregistrationProtection = '', }) {
    const deprecatedAt = Date.parse(DeprecationTime ?? '');
    const isProtected = DeregistrationProtection.startsWith('enabled');
    return {
        deprecatedAt: Number.isNaN(deprecatedAt) ? undefined : deprecatedAt,
        imdsv2: ImdsSupport === 'v2.0',
        protection: !isProtected
            ? 'off'
            : DeregistrationProtection === 'enabled-with-cooldown'
                ? 'with-cooldown'
                : 'on',
    };
}
/** When it was created, by EC2's clock, in milliseconds since the epoch; the other time where EC2 does not tell. */
function creationTime({ CreationDate }, otherwise) {
    const time = Date.parse(CreationDate ?? '');
    return Number.isNaN(time) ? otherwise : time;
}
/** Seconds since it was created; of an image that does not tell, infinitely many. */
function ageSeconds(image, now) {
    return (now - creationTime(image, Number.NEGATIVE_INFINITY)) / 1000;
}
function keyFilter(key) {
    return { Name: `tag:${_base_own_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .keyTag */ .QR}`, Values: [key] };
}
function byCreationDate(a, b) {
    return (a.CreationDate ?? '').localeCompare(b.CreationDate ?? '');
}


/***/ }),

/***/ 9002:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ sameDevice)
/* harmony export */ });
/**
 * Whether two device names mean the same device. The root device of one image may be called `/dev/sda1` while the mapping of
 * its instance says `/dev/sda`, and the other way round (hashicorp/terraform#2271). Other devices with a digit are devices
 * of their own: EC2 User Guide, "Device names for volumes", `/dev/sd[f-p][1-6]`.
 */
function sameDevice(one, other) {
    return one === other || withoutPartition(one) === withoutPartition(other);
}
function withoutPartition(device) {
    return device.replace(/^(?:\/dev\/)?(sda|xvda)1?$/, '/dev/$1');
}


/***/ }),

/***/ 4821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $2: () => (/* binding */ goneState),
/* harmony export */   B2: () => (/* binding */ isPassingState),
/* harmony export */   SO: () => (/* binding */ inspectInstance),
/* harmony export */   _X: () => (/* binding */ byDevice),
/* harmony export */   c7: () => (/* binding */ instanceThatIsGone),
/* harmony export */   sS: () => (/* binding */ finishing),
/* harmony export */   tq: () => (/* binding */ NoInstanceError),
/* harmony export */   zc: () => (/* binding */ instanceState)
/* harmony export */ });
/* harmony import */ var _aws_account_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3234);
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6762);
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4608);
/* harmony import */ var _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(848);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7594);
/* harmony import */ var _base_look_until_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6815);
/* harmony import */ var _devices_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9002);
/** Reads the facts of the instance and its volumes from EC2. */







const passingStatePollSeconds = 3;
/**
 * A passing state of the instance (`pending`, `stopping`) is waited for until the deadline.
 * @throws BakeError when the instance does not exist or may not be described
 */
async function inspectInstance(run, instanceId) {
    const { clock, signal, deadline, log, region } = run;
    let isLogged = false;
    for (;;) {
        const { instance, accountId, attached } = await describeBoth(run, instanceId);
        const state = instance.State?.Name ?? 'unknown';
        const nextLook = clock.now() + passingStatePollSeconds * 1000;
        if (!isPassingState(state) || nextLook > deadline) {
            return sourceInstance(region, accountId, instance, await volumesOf(run, instance, attached));
        }
        if (!isLogged)
            log.info(`Instance ${instanceId} is ${state}; waiting for it to ${finishing(state)}`);
        isLogged = true;
        await clock.sleep(passingStatePollSeconds * 1000, signal);
    }
}
/** What an instance in a passing state is about to do, as a verb. */
function finishing(state) {
    return state === 'pending' ? 'start' : 'stop';
}
/** EC2's name of the state that the instance is in now. */
async function instanceState(ec2, instanceId, signal) {
    const { Reservations } = await ec2.send(new _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_3__/* .DescribeInstancesCommand */ .bN({ InstanceIds: [instanceId] }), {
        signal,
    });
    return Reservations?.[0]?.Instances?.[0]?.State?.Name ?? 'unknown';
}
/** A state that ends by itself, in one that can be imaged. */
function isPassingState(state) {
    return state === 'pending' || state === 'stopping';
}
/** The instance, and side by side what is attached to it. */
async function describeBoth(run, instanceId) {
    const ended = new AbortController();
    const signal = AbortSignal.any([run.signal, ended.signal]);
    const attached = describeVolumes({ ...run, signal }, instanceId, {
        Filters: [{ Name: 'attachment.instance-id', Values: [instanceId] }],
    });
    // It is looked at when the instance is known.
    attached.catch(() => undefined);
    try {
        return { ...(await describeInstance(run, instanceId)), attached: await attached };
    }
    finally {
        ended.abort(new Error('The instance could not be described'));
    }
}
/**
 * All states. It leaves nothing out, but makes it a request with a filter: EC2 grants an account twice as many of those (EC2
 * Developer Guide, "Request throttling for the Amazon EC2 API": "unfiltered and unpaginated non-mutating actions").
 */
const anyState = {
    Name: 'instance-state-name',
    Values: ['pending', 'running', 'shutting-down', 'terminated', 'stopping', 'stopped'],
};
/** An instance that was launched a moment ago may not show yet (eventual consistency). */
const visibleSeconds = 3.5;
const lookEverySeconds = 0.5;
/** EC2 does not know the instance. */
class NoInstanceError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .BakeError */ .oU {
    name = 'NoInstanceError';
    constructor(instanceId, region) {
        super(`Instance ${instanceId} does not exist in ${region}.`, {
            remedy: 'Check the input `instance-id`, the Region (`aws-region`), and that the credentials belong to the account of the instance.',
        });
    }
}
async function describeInstance(run, instanceId) {
    const { clock, signal } = run;
    const until = clock.now() + visibleSeconds * 1000;
    const look = () => visibleInstance(run, instanceId);
    const found = await (0,_base_look_until_js__WEBPACK_IMPORTED_MODULE_5__/* .lookUntil */ .c)(look, { clock, signal, until, everySeconds: lookEverySeconds });
    if (found === undefined)
        throw new NoInstanceError(instanceId, run.region);
    return found;
}
async function visibleInstance({ aws, region, signal }, instanceId) {
    try {
        const command = new _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_3__/* .DescribeInstancesCommand */ .bN({ InstanceIds: [instanceId], Filters: [anyState] });
        const { Reservations } = await aws.ec2(region).send(command, { signal });
        for (const reservation of Reservations ?? []) {
            const instance = reservation.Instances?.find((candidate) => candidate.InstanceId === instanceId);
            if (instance)
                return { instance, accountId: reservation.OwnerId ?? '' };
        }
        return undefined;
    }
    catch (error) {
        if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorKind */ .f8)(error) === 'not-found')
            return undefined;
        throw (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .awsFailure */ .MT)('ec2:DescribeInstances', `describe instance ${instanceId}`, error);
    }
}
/** @param attached what the filter found: a volume that was attached a moment ago may be missing there */
async function volumesOf(run, instance, attached) {
    const VolumeIds = ebsMappings(instance).map((mapping) => mapping.Ebs?.VolumeId ?? '');
    if (VolumeIds.every((id) => attached.some(({ VolumeId }) => VolumeId === id)))
        return attached;
    return describeVolumes(run, instance.InstanceId ?? '', { VolumeIds });
}
async function describeVolumes({ aws, region, signal }, instanceId, request) {
    try {
        const { Volumes } = await aws
            .ec2(region)
            .send(new _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_3__/* .DescribeVolumesCommand */ .U$(request), { signal, newObject: true });
        return Volumes ?? [];
    }
    catch (error) {
        signal.throwIfAborted();
        throw (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .awsFailure */ .MT)('ec2:DescribeVolumes', `describe the volumes of ${instanceId}`, error);
    }
}
/**
 * An instance that EC2 does not know any more, as far as an image can be found without it.
 * @throws BakeError when STS does not tell the account
 */
async function instanceThatIsGone({ aws, region, signal }, id) {
    const accountId = await (0,_aws_account_js__WEBPACK_IMPORTED_MODULE_0__/* .callersAccount */ .ix)(aws, { signal }).catch((error) => {
        signal.throwIfAborted();
        throw (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .awsFailure */ .MT)('sts:GetCallerIdentity', 'find out which account this is', error);
    });
    return sourceInstance(region, accountId ?? '', { InstanceId: id, State: { Name: goneState } }, []);
}
/** The state of an instance that EC2 does not know: a word of ours. */
const goneState = 'gone';
function ebsMappings(instance) {
    return (instance.BlockDeviceMappings ?? []).filter((mapping) => mapping.Ebs?.VolumeId !== undefined);
}
function sourceInstance(region, accountId, instance, volumes) {
    const tags = new Map((instance.Tags ?? []).map((tag) => [tag.Key ?? '', tag.Value ?? '']));
    const rootDeviceName = instance.RootDeviceName ?? '';
    return {
        id: instance.InstanceId ?? '',
        region,
        accountId,
        state: instance.State?.Name ?? 'unknown',
        name: tags.get('Name'),
        type: instance.InstanceType ?? '',
        architecture: instance.Architecture ?? '',
        platform: instance.PlatformDetails ?? instance.Platform ?? 'Linux/UNIX',
        imageId: instance.ImageId ?? '',
        tags: Object.assign(Object.create(null), Object.fromEntries(tags)),
        rootDeviceName,
        rootDeviceType: instance.RootDeviceType ?? 'ebs',
        ...(isHibernated(instance) ? { hibernated: true } : {}),
        volumes: ebsMappings(instance)
            .map((mapping) => sourceVolume(mapping, rootDeviceName, volumes))
            .sort(byDevice),
        instanceStoreDevices: (instance.BlockDeviceMappings ?? [])
            .filter((mapping) => mapping.Ebs === undefined && mapping.DeviceName !== undefined)
            .map((mapping) => mapping.DeviceName ?? ''),
    };
}
/** "Client.UserInitiatedHibernate" is a stop by hibernating (EC2 API Reference, StateReason). */
function isHibernated({ StateReason }) {
    return StateReason?.Code === 'Client.UserInitiatedHibernate';
}
function sourceVolume(mapping, rootDeviceName, volumes) {
    const volumeId = mapping.Ebs?.VolumeId ?? '';
    const volume = volumes.find((candidate) => candidate.VolumeId === volumeId);
    return {
        device: mapping.DeviceName ?? '',
        volumeId,
        root: (0,_devices_js__WEBPACK_IMPORTED_MODULE_6__/* .sameDevice */ .J)(mapping.DeviceName ?? '', rootDeviceName),
        sizeGiB: volume?.Size ?? 0,
        encrypted: volume?.Encrypted ?? false,
        kmsKeyId: volume?.KmsKeyId,
    };
}
/** The order of everything that is listed by device: the root first, then by device name. */
function byDevice(a, b) {
    if (a.root !== b.root)
        return a.root ? -1 : 1;
    return a.device < b.device ? -1 : a.device > b.device ? 1 : 0;
}


/***/ })

};
