export const id = 869;
export const ids = [869];
export const modules = {

/***/ 6256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qp: () => (/* binding */ sideBySide),
/* harmony export */   WP: () => (/* binding */ both),
/* harmony export */   vY: () => (/* binding */ beside)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7594);

/**
 * Does the work for each item, at most so many at once. Each is tried, whatever becomes of the others, and nothing
 * of it runs on afterwards.
 * @returns what was thrown, in the order of time
 */
async function sideBySide(items, atOnce, work) {
    const thrown = [];
    // One iterator for all: each worker takes the next item that nobody has taken.
    const queue = items.values();
    const worker = async () => {
        for (const item of queue)
            await work(item).catch((error) => thrown.push(error));
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
    return thrown;
}
/**
 * Two things at once. Both are awaited even when one fails, so that nothing of them runs on afterwards.
 * @throws what the first threw, else what the second did
 */
async function both(first, second) {
    const [one, other] = await Promise.allSettled([first, second]);
    if (one.status === 'rejected')
        throw one.reason;
    if (other.status === 'rejected')
        throw other.reason;
    return [one.value, other.value];
}
/**
 * The main work, with another one beside it that must not hold it up. When the main work is done the other has a few seconds
 * more, and none when it failed; afterwards nothing of the other runs on.
 * @throws what the main work throws, and nothing else
 */
async function beside({ clock, signal, graceSeconds }, { main, other, failed }) {
    const ending = new AbortController();
    const settled = new AbortController();
    let mainFailed = false;
    const running = other(AbortSignal.any([signal, ending.signal]))
        .catch((error) => {
        if (!mainFailed && !signal.aborted)
            failed(error);
    })
        .finally(() => settled.abort(new Error('The other work is over')));
    try {
        await main();
        await clock.sleep(graceSeconds * 1000, AbortSignal.any([signal, settled.signal])).catch(() => undefined);
    }
    catch (error) {
        mainFailed = true;
        throw error;
    }
    finally {
        ending.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BakeError */ .oU('It was not there in time'));
        await running;
    }
}


/***/ }),

/***/ 204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ runPostStep)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _aws_access_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1640);
/* harmony import */ var _aws_http_agents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3663);
/* harmony import */ var _base_clock_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4743);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7594);
/* harmony import */ var _image_ownership_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7496);
/* harmony import */ var _cancellation_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(403);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(853);
/* harmony import */ var _role_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8283);
/** How every post step runs: it finishes what the main step could not, and never fails the job. */









/**
 * @param readState reads what the main step has left from the step's environment
 * @param whereOf the Region and the role to work with; undefined when nothing was left
 * @param finish does the work; what it throws is a warning
 */
async function runPostStep(readState, whereOf, finish) {
    const log = (0,_log_js__WEBPACK_IMPORTED_MODULE_6__/* .createLog */ .h)();
    const cancelled = (0,_cancellation_js__WEBPACK_IMPORTED_MODULE_5__/* .cancellationOfPost */ .lC)(process);
    const clock = _base_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .systemClock */ .m;
    try {
        const environment = process.env;
        const saved = readState(environment);
        const where = whereOf(saved);
        const region = where?.region ?? '';
        const role = (0,_role_js__WEBPACK_IMPORTED_MODULE_7__/* .roleOf */ .k)(where?.roleToAssume, environment, log);
        const unique = `${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}${_image_ownership_js__WEBPACK_IMPORTED_MODULE_8__/* .postSuffix */ .AI}`;
        const claim = (0,_image_ownership_js__WEBPACK_IMPORTED_MODULE_8__/* .newClaim */ .dz)(environment['GITHUB_RUN_ATTEMPT'] ?? '1', unique);
        const onTrouble = (message) => log.info(message);
        const aws = () => (0,_aws_access_js__WEBPACK_IMPORTED_MODULE_1__/* .awsAccess */ .S)({ region, environment, clock, random: Math.random, role, onTrouble });
        await finish({
            saved,
            claim,
            cancelled,
            mainEndedWell: (0,_cancellation_js__WEBPACK_IMPORTED_MODULE_5__/* .mainEndedWell */ .YJ)(environment),
            clock,
            log,
            aws,
        });
    }
    catch (error) {
        log.warning(`The clean-up did not finish: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`, 'Clean-up');
    }
    finally {
        (0,_aws_http_agents_js__WEBPACK_IMPORTED_MODULE_2__/* .closeConnections */ .Q)();
    }
}


/***/ }),

/***/ 7496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AI: () => (/* binding */ postSuffix),
/* harmony export */   AO: () => (/* binding */ isOwnOrEarlier),
/* harmony export */   HD: () => (/* binding */ isOfEarlierAttempt),
/* harmony export */   NC: () => (/* binding */ isTakenByPostStep),
/* harmony export */   RO: () => (/* binding */ reasonToKeep),
/* harmony export */   dz: () => (/* binding */ newClaim),
/* harmony export */   rw: () => (/* binding */ mayTakeOver),
/* harmony export */   sN: () => (/* binding */ reasonNotToRetire),
/* harmony export */   tx: () => (/* binding */ attemptOf),
/* harmony export */   ui: () => (/* binding */ isUnfinished)
/* harmony export */ });
/* harmony import */ var _base_own_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3443);
/**
 * Whose an image is, and what may be removed: the one place that decides it.
 *
 * The key says which bake an image is of; every attempt of a workflow run has the same, and so may two processes of one
 * attempt. The claim says which process an unfinished image belongs to. Only its owner removes it, and only its owner
 * marks it as ready. Whoever resumes an image of an earlier attempt writes its own claim first and reads it back.
 *
 * EC2 has no conditional writes, and a process may be frozen between any two calls. So each side writes its mark first
 * and then reads what the others wrote; of two that meet, at least one sees the other (Dekker's mutual exclusion):
 *
 * - to remove: write the mark `removing`, then read that the claim is still one's own and the image not `ready`, then
 *   deregister;
 * - to finish: write `ready`, then read that the claim is still one's own, then hand the image out;
 * - to take over: write the claim, then read that the image is neither being removed nor finished.
 */

/**
 * May this process remove the image?
 * @returns undefined when it may, else why not
 */
function reasonToKeep(image, owner, role) {
    if ((0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(image) !== owner.key)
        return 'foreign';
    const state = (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .bakeStateOf */ .iy)(image);
    if (role === 'home' && state === 'ready')
        return 'ready';
    if ((0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .claimOf */ ._B)(image) !== owner.claim)
        return 'claimed';
    if (role === 'copy' || isUnfinished(image))
        return undefined;
    return 'unknown';
}
/** Not finished by whoever made it. An image that was handed out without waiting is not finished either, but kept. */
function isUnfinished(image) {
    return ['baking', 'removing', 'unverified'].includes((0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .bakeStateOf */ .iy)(image) ?? '');
}
/**
 * May `retire` remove the image? It asks about images of other runs, which are finished: their claims do not count any more.
 * One that its run has left unfinished has to be taken over first.
 * @param isAbandoned it has been unfinished for so long that its run must be over
 * @returns undefined when it may, else why not
 */
function reasonNotToRetire(image, owner, { isAbandoned }) {
    if ((0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(image) !== owner.key || (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .tagOf */ .cO)(image, _base_own_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .familyTag */ .jM) === undefined)
        return 'foreign';
    const state = (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .bakeStateOf */ .iy)(image);
    // Finished after all: whoever took it for abandoned has to plan anew.
    if (state === 'ready' && isAbandoned)
        return 'ready';
    if (state === 'ready' || state === 'unverified')
        return undefined;
    if (state !== 'baking' && state !== 'removing')
        return 'unknown';
    return isAbandoned && (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .claimOf */ ._B)(image) === owner.claim ? undefined : 'claimed';
}
/** May this process write its own claim over the one that the image carries? */
function mayTakeOver(image, owner, { from, role }) {
    if ((0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(image) !== owner.key)
        return false;
    const claim = (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .claimOf */ ._B)(image);
    if (typeof from === 'object')
        return claim === from.claim && (role === 'copy' || isUnfinished(image));
    const isOpen = role === 'copy' || ['baking', 'removing'].includes((0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .bakeStateOf */ .iy)(image) ?? '');
    return isOpen && isOfEarlierAttempt(image, owner);
}
/** Claimed by a process of an earlier attempt, or made by a bake of before there were claims. */
function isOfEarlierAttempt(image, { claim }) {
    const other = (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .claimOf */ ._B)(image);
    return attemptOf(claim) > (other === undefined ? 1 : attemptOf(other));
}
/** Of this process, or one that it may take over; of images that carry the key. */
function isOwnOrEarlier(image, owner) {
    return (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .claimOf */ ._B)(image) === owner.claim || isOfEarlierAttempt(image, owner);
}
/** Ends the random part of a post step's claim. */
const postSuffix = '-post';
/**
 * The post step of this very step has taken the image over, to remove it: no other one of this attempt takes over what this
 * process has claimed.
 */
function isTakenByPostStep(image, { claim }) {
    const other = (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .claimOf */ ._B)(image) ?? '';
    return (other.endsWith(postSuffix) && attemptOf(other) === attemptOf(claim) && (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .bakeStateOf */ .iy)(image) !== 'ready');
}
/** @param random distinguishes the processes of one attempt: lower-case letters and digits */
function newClaim(attempt, random) {
    return `${/^\d+$/.test(attempt) ? attempt : '1'}-${random}`;
}
/** The attempt of the workflow run that a claim is of; not a number for what is no claim. */
function attemptOf(claim) {
    return Number(/^(\d+)-/.exec(claim)?.[1] ?? Number.NaN);
}


/***/ }),

/***/ 6388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ addUse),
/* harmony export */   x: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var _base_own_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3443);
/* harmony import */ var _image_describe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1852);


/** @returns undefined for an image that bake-ami did not make: one without both tags */
function factsOf(image, region) {
    const family = (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .tagOf */ .cO)(image, _base_own_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .familyTag */ .jM);
    const key = (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(image);
    if (!family || !key || image.ImageId === undefined)
        return undefined;
    const volumes = (image.BlockDeviceMappings ?? []).flatMap(({ Ebs }) => (Ebs?.SnapshotId ? [Ebs] : []));
    const created = (0,_image_describe_js__WEBPACK_IMPORTED_MODULE_0__/* .creationTime */ .vx)(image, Number.NaN);
    return {
        id: image.ImageId,
        name: image.Name ?? '',
        region,
        state: image.State ?? 'unknown',
        architecture: image.Architecture ?? 'unknown',
        family,
        key,
        bakeState: (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .bakeStateOf */ .iy)(image),
        repository: (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .tagOf */ .cO)(image, _base_own_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryTag */ .B1),
        pullRequest: pullRequestOf((0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .tagOf */ .cO)(image, _base_own_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .refTag */ .Ys)),
        createdAt: Number.isNaN(created) ? undefined : created,
        lastLaunchedAt: launchTime(image.LastLaunchedTime),
        protection: image.DeregistrationProtection ?? '',
        isPublic: image.Public === true,
        hasKeepTag: image.Tags?.some(({ Key }) => Key === _base_own_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .keepTag */ .MR) === true,
        snapshotIds: volumes.map(({ SnapshotId }) => SnapshotId ?? ''),
        sizeGiB: volumes.reduce((sum, { VolumeSize = 0 }) => sum + VolumeSize, 0),
        image,
    };
}
function launchTime(text) {
    if (text === undefined || text === '')
        return undefined;
    const time = Date.parse(text);
    return Number.isNaN(time) ? 'unreadable' : time;
}
function pullRequestOf(ref) {
    const digits = /^pr-([1-9]\d{0,8})$/.exec(ref ?? '')?.[1];
    return digits === undefined ? undefined : Number(digits);
}
/** Adds a use of an image to those known. */
function addUse(uses, imageId, use) {
    const known = uses.get(imageId) ?? [];
    if (!known.includes(use))
        uses.set(imageId, [...known, use]);
}


/***/ }),

/***/ 6190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  su: () => (/* binding */ addTemplateUses),
  bn: () => (/* binding */ allOf),
  U: () => (/* binding */ currentUses),
  $x: () => (/* binding */ instanceUse),
  Vx: () => (/* binding */ keyedImages),
  Y1: () => (/* binding */ livingInstances),
  Mm: () => (/* binding */ livingStates),
  t5: () => (/* binding */ lookAt),
  Fq: () => (/* binding */ ownImages),
  IS: () => (/* binding */ snapshotsAmong),
  x4: () => (/* binding */ versionsOf)
});

// UNUSED EXPORTS: addSnapshotUses, failedTemplates, keyedSnapshots

// EXTERNAL MODULE: ./lib/aws/errors.js
var errors = __webpack_require__(6762);
// EXTERNAL MODULE: ./lib/aws/failure.js + 1 modules
var failure = __webpack_require__(4608);
// EXTERNAL MODULE: ./lib/aws/sdk/ec2.js
var ec2 = __webpack_require__(848);
// EXTERNAL MODULE: ./lib/base/errors.js
var base_errors = __webpack_require__(7594);
// EXTERNAL MODULE: ./lib/base/own-tags.js
var own_tags = __webpack_require__(3443);
// EXTERNAL MODULE: ./lib/retire/facts.js
var facts = __webpack_require__(6388);
// EXTERNAL MODULE: ./lib/retire/pages.js
var pages = __webpack_require__(8455);
// EXTERNAL MODULE: ./lib/base/side-by-side.js
var side_by_side = __webpack_require__(6256);
;// CONCATENATED MODULE: ./lib/retire/scaling.js
/**
 * What Auto Scaling names: images in launch configurations and in the overrides of groups, and versions of launch templates.
 * DescribeImageReferences knows none of it (EC2 API Reference, its list of resource types).
 */




/**
 * @param uses what names each image and each snapshot: the launch configurations and the groups are added
 * @returns the launch templates whose versions groups name; `$Latest` and `$Default` are looked up anyway
 */
async function scalingUses(run, region, uses) {
    const { aws, signal } = run;
    const client = aws.autoScaling(region);
    const { DescribeAutoScalingGroupsCommand, DescribeLaunchConfigurationsCommand } = await __webpack_require__.e(/* import() */ 775).then(__webpack_require__.bind(__webpack_require__, 8775));
    const [configurations, groups] = await (0,side_by_side/* both */.WP)((0,pages/* everyItem */.l)((token) => client.send(new DescribeLaunchConfigurationsCommand({ MaxRecords: 100, ...(0,pages.at)(token) }), { signal }), ({ LaunchConfigurations: all }) => (all?.every(({ ImageId }) => ImageId) ? all : undefined)).catch((error) => failed(run, 'DescribeLaunchConfigurations', `launch configurations in ${region}`, error)), (0,pages/* everyItem */.l)((token) => client.send(new DescribeAutoScalingGroupsCommand({ MaxRecords: 100, ...(0,pages.at)(token) }), { signal }), ({ AutoScalingGroups }) => AutoScalingGroups).catch((error) => failed(run, 'DescribeAutoScalingGroups', `Auto Scaling groups in ${region}`, error)));
    for (const { LaunchConfigurationName, ImageId, BlockDeviceMappings = [] } of configurations) {
        const use = `named by launch configuration ${LaunchConfigurationName}`;
        (0,facts/* addUse */.N)(uses, ImageId ?? '', use);
        for (const { Ebs } of BlockDeviceMappings)
            (0,facts/* addUse */.N)(uses, Ebs?.SnapshotId ?? '', use);
    }
    for (const group of groups)
        for (const imageId of imagesIn(group))
            (0,facts/* addUse */.N)(uses, imageId, `named by Auto Scaling group ${group.AutoScalingGroupName}`);
    return numbered(groups.flatMap(specificationsOf));
}
function failed({ signal }, call, what, error) {
    signal.throwIfAborted();
    throw (0,failure/* awsFailure */.MT)(`autoscaling:${call}`, `look up the ${what}`, error);
}
/** The templates that a group launches from, and those that its instances were launched from. */
function specificationsOf({ LaunchTemplate, MixedInstancesPolicy, Instances, }) {
    const mixed = MixedInstancesPolicy?.LaunchTemplate;
    return [
        LaunchTemplate,
        mixed?.LaunchTemplateSpecification,
        ...(mixed?.Overrides ?? []).map(({ LaunchTemplateSpecification }) => LaunchTemplateSpecification),
        ...(Instances ?? []).map((instance) => instance.LaunchTemplate),
    ].filter((specification) => specification !== undefined);
}
/** Images that the overrides of a group name by themselves (API model, `LaunchTemplateOverrides`, `Instance`). */
function imagesIn({ MixedInstancesPolicy, Instances }) {
    const overrides = MixedInstancesPolicy?.LaunchTemplate?.Overrides ?? [];
    return [...overrides, ...(Instances ?? [])].flatMap((one) => {
        const { ImageId } = one;
        return ImageId === undefined ? [] : [ImageId];
    });
}
function numbered(specifications) {
    const versions = new Map();
    for (const { LaunchTemplateId, Version } of specifications) {
        if (LaunchTemplateId === undefined || !/^\d+$/.test(Version ?? ''))
            continue;
        versions.set(LaunchTemplateId, (versions.get(LaunchTemplateId) ?? new Set()).add(Version ?? ''));
    }
    return [...versions].map(([templateId, numbers]) => ({ templateId, versions: [...numbers] }));
}

;// CONCATENATED MODULE: ./lib/retire/look.js
/** What a Region has that bears on retiring its images, looked up in bulk: a page at a time, never an image at a time. */








/** All states but `terminated`: an instance that is about to go may still be looked at. */
const livingStates = ['pending', 'running', 'shutting-down', 'stopping', 'stopped'];
function howOf({ signal, patienceSeconds }) {
    return patienceSeconds === undefined ? { signal } : { signal, patienceSeconds };
}
/** All our images with a key, disabled ones included. */
async function keyedImages(run, region) {
    const request = { Filters: [{ Name: 'tag-key', Values: [own_tags/* keyTag */.QR] }], MaxResults: 1000 };
    const images = await ownImages(run, region, request);
    return images.filter(({ OwnerId }) => OwnerId === run.record.accountId);
}
/**
 * Our images that match, disabled ones included; those that are gone and still shown are left out.
 * @throws BakeError
 */
async function ownImages(run, region, request) {
    const { aws, signal } = run;
    const images = await (0,pages/* everyItem */.l)((token) => {
        const own = { ...request, Owners: ['self'], IncludeDisabled: true, ...(0,pages.at)(token) };
        return aws.ec2(region).send(new ec2/* DescribeImagesCommand */.ji(own), howOf(run));
    }, ({ Images }) => Images).catch((error) => {
        signal.throwIfAborted();
        throw (0,failure/* awsFailure */.MT)('ec2:DescribeImages', `look up the images in ${region}`, error);
    });
    return images.filter(({ State }) => State !== 'deregistered');
}
/** All our snapshots with a key. */
function keyedSnapshots(run, region) {
    return ownSnapshots(run, region, { Name: 'tag-key', Values: [own_tags/* keyTag */.QR] });
}
/** Those of the snapshots that are there and ours, with a key or without. */
function snapshotsAmong(run, region, ids) {
    return ownSnapshots(run, region, { Name: 'snapshot-id', Values: [...ids] });
}
async function ownSnapshots(run, region, filter) {
    const { aws, signal, record } = run;
    const snapshots = await (0,pages/* everyItem */.l)((token) => {
        const own = { OwnerIds: ['self'], Filters: [filter], MaxResults: 1000, ...(0,pages.at)(token) };
        return aws.ec2(region).send(new ec2/* DescribeSnapshotsCommand */.Mm(own), howOf(run));
    }, ({ Snapshots }) => Snapshots).catch((error) => {
        signal.throwIfAborted();
        throw (0,failure/* awsFailure */.MT)('ec2:DescribeSnapshots', `look up the snapshots in ${region}`, error);
    });
    return snapshots.filter(({ OwnerId }) => OwnerId === record.accountId);
}
/** Every instance that is not terminated, or those that a filter lets through: by its name, with its values. */
async function livingInstances({ aws, signal }, region, only = {}) {
    const Filters = [
        { Name: 'instance-state-name', Values: livingStates },
        ...Object.entries(only).map(([Name, values]) => ({ Name, Values: [...values] })),
    ];
    return (0,pages/* everyItem */.l)((token) => aws
        .ec2(region)
        .send(new ec2/* DescribeInstancesCommand */.bN({ Filters, MaxResults: 1000, ...(0,pages.at)(token) }), { signal }), ({ Reservations }) => instancesIn(Reservations)).catch((error) => {
        signal.throwIfAborted();
        throw (0,failure/* awsFailure */.MT)('ec2:DescribeInstances', `look up the instances in ${region}`, error);
    });
}
/** @returns undefined when a list is missing, that of the reservations or that of one of them */
function instancesIn(reservations) {
    if (reservations?.some(({ Instances }) => Instances === undefined))
        return undefined;
    return reservations?.flatMap(({ Instances = [] }) => Instances);
}
/** @returns undefined when the list is missing, or the data of one of them */
function versionsIn(versions) {
    return versions?.every(({ LaunchTemplateData }) => LaunchTemplateData) ? versions : undefined;
}
/** The default and the latest version of every launch template. */
async function currentVersions({ aws, signal }, region) {
    return (0,pages/* everyItem */.l)((token) => {
        const input = { Versions: ['$Latest', '$Default'], MaxResults: 200, ...(0,pages.at)(token) };
        return aws.ec2(region).send(new ec2/* DescribeLaunchTemplateVersionsCommand */.Pt(input), { signal });
    }, ({ LaunchTemplateVersions }) => versionsIn(LaunchTemplateVersions)).catch((error) => failedTemplates({ signal }, region, error));
}
/**
 * Versions of one template: all of them, or those of some numbers. Those that are gone are left out, and all when the
 * template is.
 */
async function versionsOf(run, region, LaunchTemplateId, numbers) {
    const { aws, signal } = run;
    const input = { LaunchTemplateId, MaxResults: 200, ...(numbers ? { Versions: [...numbers] } : {}) };
    return (0,pages/* everyItem */.l)((token) => aws.ec2(region).send(new ec2/* DescribeLaunchTemplateVersionsCommand */.Pt({ ...input, ...(0,pages.at)(token) }), { signal }), ({ LaunchTemplateVersions }) => versionsIn(LaunchTemplateVersions)).catch(async (error) => {
        if ((0,errors/* errorKind */.f8)(error) !== 'not-found')
            return failedTemplates({ signal }, region, error);
        // One that is gone makes the call with all of them fail.
        if (numbers === undefined || numbers.length <= 1)
            return [];
        const each = numbers.map((number) => versionsOf(run, region, LaunchTemplateId, [number]));
        return (await allOf(each)).flat();
    });
}
function failedTemplates({ signal }, region, error) {
    signal.throwIfAborted();
    throw (0,failure/* awsFailure */.MT)('ec2:DescribeLaunchTemplateVersions', `look up the launch templates in ${region}`, error);
}
/**
 * Adds what versions of launch templates name: images, snapshots in their block device mappings, and the images that
 * Systems Manager parameters stand for, perhaps in an earlier version, or in another account.
 * @param uses what names each image and each snapshot: they are added
 */
async function addTemplateUses(run, region, versions, uses) {
    const aliases = new Map();
    for (const version of versions) {
        const { ImageId = '', BlockDeviceMappings } = version.LaunchTemplateData ?? {};
        (0,facts/* addUse */.N)(uses, ImageId, templateUse(version));
        addSnapshotUses(uses, BlockDeviceMappings, templateUse(version));
        if (alias.test(ImageId))
            aliases.set(ImageId, [...(aliases.get(ImageId) ?? []), version]);
    }
    const resolved = [...aliases.values()].map(async (ones) => {
        const [first] = ones;
        const imageId = first && (await imageBehind(run, region, first));
        for (const one of ones)
            (0,facts/* addUse */.N)(uses, imageId ?? '', templateUse(one));
    });
    await allOf(resolved);
}
/** EC2 User Guide, "Use a Systems Manager parameter instead of an AMI ID"; those of AWS stand for images of AWS. */
const alias = /^resolve:ssm:(?!\/aws\/service\/)/;
/** @returns undefined when there is no such parameter: then nothing can be launched by that version either */
async function imageBehind({ aws, signal }, region, { LaunchTemplateId, VersionNumber }) {
    const input = { LaunchTemplateId, Versions: [String(VersionNumber)], ResolveAlias: true };
    const versions = await (0,pages/* everyItem */.l)((token) => aws.ec2(region).send(new ec2/* DescribeLaunchTemplateVersionsCommand */.Pt({ ...input, ...(0,pages.at)(token) }), { signal }), ({ LaunchTemplateVersions }) => versionsIn(LaunchTemplateVersions)).catch((error) => {
        const { code } = (0,errors/* awsErrorFacts */.ZR)(error);
        if (code === 'SsmInvalidParameter' || (0,errors/* errorKind */.f8)(error) === 'not-found')
            return [];
        return failedTemplates({ signal }, region, error);
    });
    return versions[0]?.LaunchTemplateData?.ImageId;
}
/** Adds the snapshots that a block device mapping names. */
function addSnapshotUses(uses, mapping, use) {
    for (const { Ebs } of mapping ?? [])
        if (Ebs?.SnapshotId)
            (0,facts/* addUse */.N)(uses, Ebs.SnapshotId, use);
}
function templateUse({ LaunchTemplateName, LaunchTemplateId, VersionNumber }) {
    return `named by launch template ${LaunchTemplateName ?? LaunchTemplateId}, version ${VersionNumber}`;
}
function instanceUse({ InstanceId, State }) {
    return `used by instance ${InstanceId} (${State?.Name ?? 'unknown'})`;
}
/** @throws BakeError for the first look-up that fails, once all of them have ended */
async function lookAt(run, region) {
    const uses = new Map();
    const [images, snapshots, instances] = await allOf([
        keyedImages(run, region),
        keyedSnapshots(run, region),
        livingInstances(run, region),
        currentUses(run, region, uses),
    ]);
    for (const instance of instances)
        (0,facts/* addUse */.N)(uses, instance.ImageId ?? '', instanceUse(instance));
    const testInstances = instances.filter(({ Tags }) => Tags?.some(({ Key }) => Key === own_tags/* testTag */.f_));
    return { region, images, snapshots, testInstances, uses };
}
/**
 * What Auto Scaling names, the default and the latest version of every launch template, and those that groups name.
 * @param uses what names each image and each snapshot: they are added
 */
async function currentUses(run, region, uses) {
    const [versions, scaling] = await allOf([
        currentVersions(run, region),
        scalingUses(run, region, uses),
    ]);
    const named = await allOf(scaling.map(({ templateId, versions: numbers }) => versionsOf(run, region, templateId, numbers)));
    await addTemplateUses(run, region, [...versions, ...named.flat()], uses);
}
/**
 * All are awaited even when one fails, so that nothing of them runs on afterwards.
 * @throws what the only one threw; a ProblemsError that lists everything where several failed
 */
async function allOf(work) {
    const results = await Promise.allSettled(work);
    const errors = results.flatMap((result) => result.status === 'rejected' ? [result.reason] : []);
    const told = [...new Set(errors.map(base_errors/* messageWithRemedy */.ug))];
    if (told.length <= 1)
        return Promise.all(work);
    throw new base_errors/* ProblemsError */.FQ('Not everything could be looked up', told, { cause: new AggregateError(errors) });
}


/***/ }),

/***/ 8455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   l: () => (/* binding */ everyItem)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6762);
/** Asks for every page of a list: one that is only partly known is not known. */

/**
 * @param ask gives one page; the token is undefined for the first
 * @param listIn the list of a page; EC2 always sends one, if only an empty one
 * @returns what is on all pages, in their order
 * @throws what `ask` throws, and UnreadableAnswerError for a page without a list, or one that comes again
 */
async function everyItem(ask, listIn) {
    const items = [];
    const tokens = new Set();
    let token;
    do {
        const answer = await ask(token);
        const list = listIn(answer);
        if (list === undefined)
            throw new _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableAnswerError */ .mP('the answer has no list: it is not whole');
        items.push(...list);
        token = answer.NextToken || undefined;
        if (token !== undefined && tokens.has(token))
            throw new _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableAnswerError */ .mP('the pages of the answer begin again: it is not whole');
        if (token !== undefined)
            tokens.add(token);
    } while (token !== undefined);
    return items;
}
/** The part of a request that asks for the page of that token. */
function at(token) {
    return token === undefined ? {} : { NextToken: token };
}


/***/ }),

/***/ 4661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ postRetire)
/* harmony export */ });
/* harmony import */ var _aws_account_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3234);
/* harmony import */ var _aws_cli_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5799);
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6762);
/* harmony import */ var _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(848);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7594);
/* harmony import */ var _base_own_tags_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3443);
/* harmony import */ var _look_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6190);







/** For one call: GitHub ends a cancelled job after five minutes, post steps included. */
const patienceSeconds = 60;
/** Never removes an image: only the snapshots of one whose deregistration went through. */
async function postRetire({ state, aws, log, signal }) {
    if (state === undefined || state.begun.length === 0) {
        log.info('Nothing to finish: the main step left no removal half done.');
        return;
    }
    const look = { aws: aws(), signal, patienceSeconds, record: state };
    if (await isOtherAccount(look, state, log))
        return;
    for (const begun of state.begun)
        await finish(look, begun, log);
}
/** A later step may have switched to credentials of another account: nothing of this run would show there. */
async function isOtherAccount({ aws, signal }, state, log) {
    const { accountId, begun } = state;
    const account = await (0,_aws_account_js__WEBPACK_IMPORTED_MODULE_0__/* .callersAccount */ .ix)(aws, { signal, ..._aws_account_js__WEBPACK_IMPORTED_MODULE_0__/* .accountLimits */ .U1 }).catch(() => undefined);
    if (account === undefined || account === accountId)
        return false;
    const left = begun.map(({ imageId, region }) => `${imageId} in ${region}`).join(', ');
    log.warning(`The removal of ${left} had begun in account ${accountId}, and the credentials are now of account ${account}: nothing was cleaned up. You pay for what is left until it is removed. With credentials of account ${accountId}: ${begun.flatMap(commandsFor).join('; ')}`, 'Left behind');
    return true;
}
/** Whether the image is gone is not known: what is gone makes its command fail, and nothing else. */
function commandsFor({ region, imageId, snapshotIds }) {
    return [
        (0,_aws_cli_js__WEBPACK_IMPORTED_MODULE_5__/* .removeImageCommand */ .re)(region, imageId),
        ...snapshotIds.map((snapshotId) => (0,_aws_cli_js__WEBPACK_IMPORTED_MODULE_5__/* .deleteSnapshotCommand */ .Ly)(region, snapshotId)),
    ];
}
async function finish(look, begun, log) {
    const { region, imageId } = begun;
    try {
        const filter = { Filters: [{ Name: 'image-id', Values: [imageId] }] };
        const images = await (0,_look_js__WEBPACK_IMPORTED_MODULE_4__/* .ownImages */ .Fq)(look, region, filter);
        if (images.some(({ ImageId }) => ImageId === imageId)) {
            log.warning(`${imageId} in ${region} was about to be removed and is still there, with its snapshots: the main step ended first. The next run checks it again. To remove it now: ${(0,_aws_cli_js__WEBPACK_IMPORTED_MODULE_5__/* .removeImageCommand */ .re)(region, imageId)}`, 'Not removed');
            return;
        }
        log.info(`${imageId} in ${region} is removed: the main step ended before it could say so.`);
        if (begun.snapshotIds.length > 0)
            await deleteSnapshots(look, begun, log);
    }
    catch (error) {
        log.warning(`Could not see what has become of ${imageId} in ${region} (${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}). If it is gone, its snapshots may be left, and you pay for them: ${commandsFor(begun).join('; ')}`, 'Left behind');
    }
}
async function deleteSnapshots(look, begun, log) {
    const { region, imageId, key, snapshotIds } = begun;
    for (const snapshot of await (0,_look_js__WEBPACK_IMPORTED_MODULE_4__/* .snapshotsAmong */ .IS)(look, region, snapshotIds)) {
        const { SnapshotId = '' } = snapshot;
        if ((0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_6__/* .carriesKey */ .tX)(snapshot, key))
            await deleteSnapshot(look, begun, SnapshotId, log);
        else
            log.warning(`${SnapshotId} of ${imageId} stays: it does not carry the tag bake-ami:key of its image any more. You pay for it until it is removed. To remove it: ${(0,_aws_cli_js__WEBPACK_IMPORTED_MODULE_5__/* .deleteSnapshotCommand */ .Ly)(region, SnapshotId)}`, 'Left behind');
    }
}
async function deleteSnapshot({ aws, signal }, { region, imageId }, SnapshotId, log) {
    try {
        await aws.ec2(region).send(new _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_2__/* .DeleteSnapshotCommand */ .tZ({ SnapshotId }), { signal, patienceSeconds });
        log.info(`Removed ${SnapshotId} of ${imageId} from ${region}`);
    }
    catch (error) {
        if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorKind */ .f8)(error) === 'not-found')
            return;
        log.warning(`${SnapshotId} of ${imageId} could not be removed (${(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .describeAwsError */ .Pp)(error)}). You pay for it until it is removed. To remove it: ${(0,_aws_cli_js__WEBPACK_IMPORTED_MODULE_5__/* .deleteSnapshotCommand */ .Ly)(region, SnapshotId)}`, 'Left behind');
    }
}


/***/ }),

/***/ 2869:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _github_post_step_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(204);
/* harmony import */ var _post_story_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4661);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5630);
/** Entry point of the post step: finishes what the main step could not. */



await (0,_github_post_step_js__WEBPACK_IMPORTED_MODULE_0__/* .runPostStep */ .U)(_state_js__WEBPACK_IMPORTED_MODULE_2__/* .readState */ .un, (state) => state, ({ saved, cancelled, log, aws }) => (0,_post_story_js__WEBPACK_IMPORTED_MODULE_1__/* .postRetire */ .E)({ state: saved, signal: cancelled, log, aws }));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 5630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vi: () => (/* binding */ stateName),
/* harmony export */   un: () => (/* binding */ readState),
/* harmony export */   wl: () => (/* binding */ stateKeeper)
/* harmony export */ });
/* harmony import */ var _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5270);
/* harmony import */ var _github_inputs_role_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9393);
/* harmony import */ var _github_saved_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3284);
/* harmony import */ var _image_share_grantees_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1096);
/**
 * What the post step needs to finish what the main step could not: the runner keeps it in a file and hands it to the post
 * step as an environment variable. No secrets belong here: a debug run prints it.
 */




const stateName = 'retire';
/**
 * Keeps the saved state true to the record: from the moment before the first image is deregistered.
 * @returns to be called after each change of the record
 */
function stateKeeper(roleToAssume, save) {
    const stateOf = ({ region, accountId, begun }) => accountId === undefined
        ? undefined
        : {
            version: 1,
            ...{ region, accountId, begun },
            ...(roleToAssume === undefined ? {} : { roleToAssume }),
        };
    return (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_2__/* .keeperOf */ .yD)(stateOf, ({ begun }) => begun.length === 0, save);
}
/**
 * The state that the main step saved last; undefined when there is none, or what is there is not of the right form.
 * @param environment of the post step
 */
function readState(environment) {
    const value = (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o$)(environment[`STATE_${stateName}`] ?? '');
    if (value?.['version'] !== 1 || !(0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_2__/* .matching */ .wC)(_aws_id_forms_js__WEBPACK_IMPORTED_MODULE_3__/* .regionForm */ .lB)(value['region']))
        return undefined;
    if (!(0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_2__/* .matching */ .wC)(_image_share_grantees_js__WEBPACK_IMPORTED_MODULE_1__/* .accountForm */ .CJ)(value['accountId']))
        return undefined;
    const begun = Array.isArray(value['begun']) ? value['begun'].filter(isBegun) : [];
    const role = value['roleToAssume'];
    return {
        version: 1,
        region: String(value['region']),
        accountId: String(value['accountId']),
        begun,
        ...((0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_2__/* .matching */ .wC)(_github_inputs_role_js__WEBPACK_IMPORTED_MODULE_0__/* .roleArnForm */ .y)(role) ? { roleToAssume: String(role) } : {}),
    };
}
function isBegun(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const { region, imageId, key, snapshotIds } = value;
    const isRight = (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_2__/* .matching */ .wC)(_aws_id_forms_js__WEBPACK_IMPORTED_MODULE_3__/* .regionForm */ .lB)(region) && (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_2__/* .matching */ .wC)(_aws_id_forms_js__WEBPACK_IMPORTED_MODULE_3__/* .amiIdForm */ .VU)(imageId) && typeof key === 'string';
    return isRight && Array.isArray(snapshotIds) && snapshotIds.every((id) => (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_2__/* .matching */ .wC)(_aws_id_forms_js__WEBPACK_IMPORTED_MODULE_3__/* .snapshotIdForm */ .KP)(id));
}


/***/ })

};
