export const id = 692;
export const ids = [692];
export const modules = {

/***/ 3773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ bake)
});

// EXTERNAL MODULE: ./lib/aws/decode.js
var decode = __webpack_require__(4463);
// EXTERNAL MODULE: ./lib/aws/errors.js
var errors = __webpack_require__(6762);
// EXTERNAL MODULE: ./lib/base/errors.js
var base_errors = __webpack_require__(7594);
// EXTERNAL MODULE: ./lib/base/units.js
var units = __webpack_require__(8714);
// EXTERNAL MODULE: ./lib/base/workflow.js
var base_workflow = __webpack_require__(2284);
// EXTERNAL MODULE: ./lib/distribute/distribute.js + 7 modules
var distribute = __webpack_require__(5582);
// EXTERNAL MODULE: ./lib/distribute/pointers.js
var pointers = __webpack_require__(3725);
// EXTERNAL MODULE: ./lib/github/inputs/plan.js
var inputs_plan = __webpack_require__(6158);
// EXTERNAL MODULE: ./lib/image/claim.js
var claim = __webpack_require__(5165);
// EXTERNAL MODULE: ./lib/image/describe.js
var describe = __webpack_require__(1852);
// EXTERNAL MODULE: ./lib/image/find.js
var find = __webpack_require__(7258);
// EXTERNAL MODULE: ./lib/image/wait/progress.js
var progress = __webpack_require__(8756);
// EXTERNAL MODULE: ./lib/image/wait/line-pace.js
var line_pace = __webpack_require__(6681);
;// CONCATENATED MODULE: ./lib/image/wait/progress-line.js



/**
 * @param onLine gets each line that is due
 * @returns what to call with each look at the image
 */
function progressLog(clock, onLine) {
    const pace = new line_pace/* LinePace */.K(clock, { leastSeconds: 15 });
    return (progress) => {
        if (pace.isDue(stageOf(progress), contentOf(progress)))
            onLine(progressLine(progress));
    };
}
function stageOf({ snapshots, percent }) {
    if (percent === undefined)
        return 'no snapshots';
    if (snapshots.some(progress/* hasFailed */.WN))
        return 'a snapshot has failed';
    return snapshots.every(progress/* isDone */.$L) ? 'completing' : 'snapshots';
}
/** What makes a line a new one. */
function contentOf({ percent, snapshots }) {
    return [percent ?? 0, ...snapshots.map((snapshot) => snapshot.percent)].map(Math.floor).join(' ');
}
/** e.g. `42 % after 1 min 10 s, about 1 min 40 s left (/dev/xvda 40 %, /dev/sdf 45 %)` */
function progressLine(progress) {
    const { percent, snapshots, state } = progress;
    const after = `after ${(0,units/* duration */.p0)(progress.waitedMilliseconds)}`;
    const stage = stageOf(progress);
    if (stage === 'no snapshots')
        return `${state} ${after}; EC2 does not show the snapshots yet`;
    if (stage === 'completing')
        return `100 % ${after}; ${completing(progress)}`;
    const left = stage === 'snapshots' ? leftText(progress) : '';
    return `${Math.floor(percent ?? 0)} % ${after}${left}${detailOf(snapshots)}`;
}
function completing({ doneMilliseconds = 0 }) {
    return doneMilliseconds < 30_000
        ? 'the snapshots are done, EC2 is completing the image'
        : `EC2 is completing the image, ${(0,units/* duration */.p0)(doneMilliseconds)} so far`;
}
function leftText({ leftMilliseconds: left }) {
    if (left === undefined)
        return '';
    return left <= 0 ? ', a little longer than estimated' : `, about ${(0,units/* duration */.p0)(roundedUp(left))} left`;
}
/** A line has room for so many of them. */
const mostDevices = 4;
/** Where there are many: those that failed, then the slowest, for which the image waits. */
function detailOf(snapshots) {
    if (snapshots.length < 2 && !snapshots.some(progress/* hasFailed */.WN))
        return '';
    if (snapshots.length <= mostDevices)
        return ` (${snapshots.map(standing).join(', ')})`;
    const shown = slowest(snapshots).slice(0, mostDevices - 1);
    const others = snapshots.length - shown.length;
    return ` (slowest: ${shown.map(standing).join(', ')}; ${others} more)`;
}
function standing(snapshot) {
    const { device, snapshotId, percent } = snapshot;
    return `${device || snapshotId} ${(0,progress/* hasFailed */.WN)(snapshot) ? 'failed' : `${Math.floor(percent)} %`}`;
}
function slowest(snapshots) {
    const rank = (one) => ((0,progress/* hasFailed */.WN)(one) ? -1 : one.percent);
    return snapshots.toSorted((a, b) => rank(a) - rank(b));
}
/** An estimate is not shown more exactly than it is known. */
function roundedUp(milliseconds) {
    const unit = milliseconds < 60_000 ? 5_000 : milliseconds < 600_000 ? 10_000 : 60_000;
    return Math.ceil(milliseconds / unit) * unit;
}

// EXTERNAL MODULE: ./lib/image/wait/wait.js + 2 modules
var wait = __webpack_require__(8741);
// EXTERNAL MODULE: ./lib/naming/names.js + 5 modules
var names = __webpack_require__(1787);
// EXTERNAL MODULE: ./lib/aws/failure.js + 1 modules
var aws_failure = __webpack_require__(4608);
// EXTERNAL MODULE: ./lib/aws/sdk/ec2.js
var sdk_ec2 = __webpack_require__(848);
// EXTERNAL MODULE: ./lib/base/look-until.js
var look_until = __webpack_require__(6815);
// EXTERNAL MODULE: ./lib/base/own-tags.js
var own_tags = __webpack_require__(3443);
// EXTERNAL MODULE: ./lib/image/lifecycle.js
var lifecycle = __webpack_require__(965);
// EXTERNAL MODULE: ./lib/image/publish/launch-templates.js
var launch_templates = __webpack_require__(5532);
// EXTERNAL MODULE: ./lib/image/share/grantees.js
var grantees = __webpack_require__(1096);
// EXTERNAL MODULE: ./lib/run/run.js
var run_run = __webpack_require__(5548);
;// CONCATENATED MODULE: ./lib/preflight/later-permissions.js
/**
 * The permissions of the steps that follow once the image is there, perhaps hours later: asked for by DryRun on the new image,
 * which carries its tags by then, so that conditions on tags hold. All that is missing is told together, within seconds.
 */











/**
 * Does the work while the permissions are asked for. A missing one ends the work. Work that is done before all answers are
 * there does not wait for another question: the next step finds out.
 * @param work with a run whose signal ends it
 * @throws ProblemsError with all permissions that are missing; what the work throws
 */
async function besideLaterPermissions(run, later, work) {
    const isOver = new AbortController();
    const isDone = new AbortController();
    const withEnd = { ...run, signal: AbortSignal.any([run.signal, isOver.signal]) };
    const end = (reason) => {
        isOver.abort(reason);
        throw reason;
    };
    const [done, asked] = await Promise.allSettled([
        work(withEnd)
            .catch(end)
            .finally(() => isDone.abort(new Error('The work is done'))),
        requireLaterPermissions(withEnd, later, isDone.signal).catch(end),
    ]);
    if (done.status === 'rejected')
        throw done.reason;
    if (asked.status === 'rejected')
        throw asked.reason;
    return done.value;
}
async function requireLaterPermissions(run, later, done) {
    const asks = asksFor(run, later);
    const denials = await Promise.all(asks.map(async (ask) => ({ ask, denial: await denialOf(run, ask, done) })));
    const missing = denials.filter(({ denial }) => denial !== undefined);
    const ofCleanUp = missing.filter(({ ask }) => ask.isOfCleanUp).map(({ ask }) => ask.action);
    if (ofCleanUp.length > 0) {
        (0,run_run/* warn */.R8)(run, `If this bake fails, it cannot remove what it has created: the role lacks ${ofCleanUp.join(' and ')}. The policies are in docs/permissions.md.`);
    }
    const ofSteps = missing.filter(({ ask }) => !ask.isOfCleanUp);
    const problems = await Promise.all(ofSteps.map(({ ask, denial }) => messageFor(run, ask, denial)));
    run.signal.throwIfAborted();
    if (problems.length > 0) {
        const cause = new AggregateError(ofSteps.map(({ denial }) => denial));
        throw new base_errors/* ProblemsError */.FQ('Permissions are missing that later steps of this bake need', problems, {
            cause,
        });
    }
}
async function messageFor({ aws, signal }, ask, denial) {
    const failure = (0,aws_failure/* awsFailure */.MT)(ask.action, `${ask.doing} (asked with DryRun)`, denial, ask.feature);
    return (0,base_errors/* messageWithRemedy */.ug)(await (0,decode/* explain */.W)(failure, aws.sts(), signal));
}
/** A denial may be false while EC2 does not show the image with its tags yet: only one that stays counts. */
const confirmSeconds = 3;
const askEverySeconds = 1;
const attemptSeconds = 4;
/** @returns EC2's denial; undefined when the call is allowed, or nobody can tell before the work is done */
async function denialOf({ clock, signal }, ask, done) {
    let denial;
    const isSettled = async () => {
        const answer = await ask.send({ signal, patienceSeconds: 0, attemptSeconds }).catch((thrown) => thrown);
        signal.throwIfAborted();
        const kind = answer === notYet ? 'not-found' : (0,errors/* errorKind */.f8)(answer);
        denial = kind === 'permission' ? answer : undefined;
        // DryRunOperation, and whatever EC2 says when it has found the permission: the state of the image, for instance.
        return (kind !== 'permission' && kind !== 'not-found') || undefined;
    };
    const until = clock.now() + confirmSeconds * 1000;
    const pausing = AbortSignal.any([signal, done]);
    try {
        await (0,look_until/* lookUntil */.c)(isSettled, { clock, signal: pausing, until, everySeconds: askEverySeconds });
    }
    catch (error) {
        signal.throwIfAborted();
        if (done.aborted)
            return undefined;
        throw error;
    }
    return denial;
}
/** There is nothing to ask about yet. */
const notYet = new Error('EC2 does not name the snapshots yet');
function asksFor(run, later) {
    return [
        ...settlingAsks(run, later),
        ...sharingAsks(run, later),
        ...later.copyTo.map((target) => copyAsk(run, later, target)),
        ...later.launchTemplates.flatMap((wish) => templateAsks(run, later, wish)),
        ...cleanUpAsks(run, later),
    ];
}
/** The dry run of a call on one of the snapshots. */
function onSnapshot({ snapshotId }, send) {
    const id = snapshotId();
    return id === undefined ? Promise.reject(notYet) : send(id);
}
function settlingAsks({ aws, region, clock, record }, later) {
    const { imageId: ImageId, deprecateAfter, deregistrationProtection, requireImdsv2 } = later;
    const ec2 = aws.ec2(region);
    const base = { ImageId, DryRun: true };
    const asks = [
        {
            action: 'ec2:CreateTags',
            feature: 'Bake',
            doing: `mark image ${ImageId} as ready`,
            send: (how) => {
                const Tags = [{ Key: own_tags/* stateTag */.aJ, Value: 'ready' }];
                return ec2.send(new sdk_ec2/* CreateTagsCommand */.Rm({ Resources: [ImageId], Tags, DryRun: true }), how);
            },
        },
    ];
    if (deprecateAfter !== undefined) {
        const at = Math.max((0,lifecycle/* deprecationTime */.QR)(deprecateAfter, record.startedAt), clock.now() + 3_600_000);
        const command = new sdk_ec2/* EnableImageDeprecationCommand */.cJ({ ...base, DeprecateAt: new Date(at) });
        asks.push(settling('ec2:EnableImageDeprecation', `deprecate image ${ImageId}`, (how) => ec2.send(command, how)));
    }
    if (requireImdsv2) {
        const command = new sdk_ec2/* ModifyImageAttributeCommand */.FE({ ...base, ImdsSupport: { Value: 'v2.0' } });
        const doing = `set image ${ImageId} to require IMDSv2`;
        asks.push(settling('ec2:ModifyImageAttribute', doing, (how) => ec2.send(command, how)));
    }
    if (deregistrationProtection !== 'off') {
        const command = new sdk_ec2/* EnableImageDeregistrationProtectionCommand */.Bx(base);
        const doing = `protect image ${ImageId} from deregistration`;
        asks.push(settling('ec2:EnableImageDeregistrationProtection', doing, (how) => ec2.send(command, how)));
    }
    return asks;
}
function settling(action, doing, send) {
    return { action, feature: 'Lifecycle', doing, send };
}
function sharingAsks({ aws, region }, later) {
    const { imageId, shareSnapshots, makePublic, accountId } = later;
    const ec2 = aws.ec2(region);
    const others = later.shareWith.filter((grantee) => grantee !== accountId);
    if (others.length === 0 && !makePublic)
        return [];
    const accounts = others.filter(grantees/* isAccount */.UP);
    return [
        ...imageSharingAsks(ec2, imageId, accounts),
        ...(shareSnapshots && accounts.length > 0 ? snapshotSharingAsks(ec2, later, accounts) : []),
    ];
}
/** With whom it is shared makes no difference to IAM. */
function imageSharingAsks(ec2, ImageId, [account]) {
    const Add = [account === undefined ? { Group: 'all' } : { UserId: account }];
    const add = new sdk_ec2/* ModifyImageAttributeCommand */.FE({ ImageId, LaunchPermission: { Add }, DryRun: true });
    const read = new sdk_ec2/* DescribeImageAttributeCommand */.Ok({ ImageId, Attribute: 'launchPermission', DryRun: true });
    const feature = 'Sharing';
    return [
        {
            action: 'ec2:ModifyImageAttribute',
            feature,
            doing: `share image ${ImageId}`,
            send: (how) => ec2.send(add, how),
        },
        {
            action: 'ec2:DescribeImageAttribute',
            feature,
            doing: `read the launch permissions of image ${ImageId}`,
            send: (how) => ec2.send(read, how),
        },
    ];
}
function snapshotSharingAsks(ec2, later, accounts) {
    const Add = accounts.slice(0, 1).map((UserId) => ({ UserId }));
    const feature = 'Sharing the snapshots';
    const of = `the snapshots of image ${later.imageId}`;
    const Attribute = 'createVolumePermission';
    return [
        {
            action: 'ec2:ModifySnapshotAttribute',
            feature,
            doing: `share ${of}`,
            send: (how) => onSnapshot(later, (SnapshotId) => {
                const input = { SnapshotId, CreateVolumePermission: { Add }, DryRun: true };
                return ec2.send(new sdk_ec2/* ModifySnapshotAttributeCommand */.KD(input), how);
            }),
        },
        {
            action: 'ec2:DescribeSnapshotAttribute',
            feature,
            doing: `read the permissions of ${of}`,
            send: (how) => onSnapshot(later, (SnapshotId) => ec2.send(new sdk_ec2/* DescribeSnapshotAttributeCommand */.x0({ SnapshotId, Attribute, DryRun: true }), how)),
        },
    ];
}
function copyAsk({ aws, region: home }, later, { region, kmsKeyId }) {
    const { imageId, names } = later;
    const command = new sdk_ec2/* CopyImageCommand */.SD({
        SourceImageId: imageId,
        SourceRegion: home,
        Name: names.name,
        Description: names.description,
        TagSpecifications: [
            { ResourceType: 'image', Tags: [...names.imageTags] },
            { ResourceType: 'snapshot', Tags: [...names.snapshotTags] },
        ],
        ...(kmsKeyId === undefined ? {} : { Encrypted: true, KmsKeyId: kmsKeyId }),
        DryRun: true,
    });
    return {
        action: 'ec2:CopyImage',
        feature: 'Copies',
        doing: `copy image ${imageId} to ${region}`,
        send: (how) => aws.ec2(region).send(command, how),
    };
}
function templateAsks({ aws, region: home }, { imageId: ImageId }, { template, makeDefault, region = home }) {
    const ec2 = aws.ec2(region);
    const feature = 'Launch templates';
    const base = { ...(0,launch_templates/* named */.KT)(template), DryRun: true };
    const create = { ...base, SourceVersion: '$Default', LaunchTemplateData: { ImageId } };
    const ask = {
        action: 'ec2:CreateLaunchTemplateVersion',
        feature,
        doing: `create a version of launch template ${template} in ${region}`,
        send: (how) => ec2.send(new sdk_ec2/* CreateLaunchTemplateVersionCommand */.B_(create), how),
    };
    if (!makeDefault)
        return [ask];
    const move = {
        action: 'ec2:ModifyLaunchTemplate',
        feature,
        doing: `set the default version of launch template ${template} in ${region}`,
        // Every template has had a version 1: that it may be gone is no refusal.
        send: (how) => ec2.send(new sdk_ec2/* ModifyLaunchTemplateCommand */.dd({ ...base, DefaultVersion: '1' }), how),
    };
    return [ask, move];
}
function cleanUpAsks({ aws, region }, later) {
    const { imageId: ImageId, onFailure, deregistrationProtection } = later;
    if (onFailure === 'keep')
        return [];
    const ec2 = aws.ec2(region);
    const base = { feature: 'Bake', isOfCleanUp: true };
    const unprotect = {
        ...base,
        feature: 'Lifecycle',
        action: 'ec2:DisableImageDeregistrationProtection',
        doing: `switch off the deregistration protection of image ${ImageId}`,
        send: (how) => ec2.send(new sdk_ec2/* DisableImageDeregistrationProtectionCommand */.kU({ ImageId, DryRun: true }), how),
    };
    return [
        ...(deregistrationProtection === 'off' ? [] : [unprotect]),
        {
            ...base,
            action: 'ec2:DeregisterImage',
            doing: `deregister image ${ImageId}`,
            send: (how) => ec2.send(new sdk_ec2/* DeregisterImageCommand */.x2({ ImageId, DryRun: true }), how),
        },
        {
            ...base,
            action: 'ec2:DeleteSnapshot',
            doing: `delete the snapshots of image ${ImageId}`,
            send: (how) => onSnapshot(later, (SnapshotId) => ec2.send(new sdk_ec2/* DeleteSnapshotCommand */.tZ({ SnapshotId, DryRun: true }), how)),
        },
    ];
}

// EXTERNAL MODULE: ./lib/preflight/preflight.js + 12 modules
var preflight = __webpack_require__(4560);
// EXTERNAL MODULE: ./lib/source/inspect.js
var inspect = __webpack_require__(4821);
// EXTERNAL MODULE: ./lib/source/instance.js
var source_instance = __webpack_require__(1554);
// EXTERNAL MODULE: ./lib/bake/clean-up.js
var clean_up = __webpack_require__(1308);
// EXTERNAL MODULE: ./lib/distribute/record.js
var distribute_record = __webpack_require__(2594);
// EXTERNAL MODULE: ./lib/image/ready.js
var ready = __webpack_require__(8534);
// EXTERNAL MODULE: ./lib/distribute/clean-up.js
var distribute_clean_up = __webpack_require__(4214);
;// CONCATENATED MODULE: ./lib/bake/leftovers.js

/** Images of this bake that an earlier attempt made and that cannot be resumed. */
async function removeLeftovers(run, names, leftovers) {
    for (const { ImageId = '', State = 'unknown' } of leftovers) {
        const report = await (0,distribute_clean_up/* removeLeftover */.MG)(run, {
            onFailure: run.inputs.onFailure,
            region: run.region,
            key: names.key,
            claim: run.record.claim,
            imageId: ImageId,
            state: State,
        });
        (0,distribute_clean_up/* warnOfRemnants */.Cw)(run.log, report);
    }
}

;// CONCATENATED MODULE: ./lib/bake/finish.js
/** The last step of a bake: what earlier attempts left goes, and the images become ready. */






/** All images become ready, the home image last: that it is ready is the point of no return. */
async function finish(run, names, obtained) {
    const { record, region } = run;
    const isHome = (image) => image.region === region;
    const images = (0,distribute_record/* imagesOf */.I)(record);
    if (obtained.mayHaveOthers)
        await removeOthers(run, names);
    const copies = images.filter((image) => !isHome(image));
    const mark = (image) => (0,distribute/* markOne */.OE)(run, image);
    await (0,distribute/* forEachImage */.Wx)(run, copies, mark, 'Not every copy could be marked as ready');
    const home = images.find(isHome);
    if (home === undefined || !isOwn(obtained))
        return;
    await mark(home);
    // Others may have seen that it is ready, and use it: from now on it is nobody's to remove, whatever happens.
    (0,run_run/* learn */.nB)(run, { unfinished: false });
    await (0,ready/* confirmReady */.A)(run, home, { claim: record.claim, before: record.claimsBefore });
}
/** Images of this bake that earlier attempts left, beside the one that is about to be ready. */
async function removeOthers(run, names) {
    const { record } = run;
    const accountId = record.instance?.accountId ?? '';
    const others = await (0,find/* findOthers */.$v)(run, { names, accountId, claim: record.claim }, record.image?.id ?? '');
    await removeLeftovers(run, names, others);
}
/** An image that was there before, or that an earlier attempt has handed out, is not this process's to mark. */
function isOwn({ from }) {
    return from === 'created' || from === 'resumed';
}

// EXTERNAL MODULE: ./lib/aws/console.js
var console = __webpack_require__(4020);
// EXTERNAL MODULE: ./lib/image/make/create.js
var create = __webpack_require__(1746);
// EXTERNAL MODULE: ./lib/image/make/in-doubt.js
var in_doubt = __webpack_require__(3150);
// EXTERNAL MODULE: ./lib/image/publish/parameters.js
var publish_parameters = __webpack_require__(4649);
// EXTERNAL MODULE: ./lib/image/wait/sentences.js
var sentences = __webpack_require__(7273);
;// CONCATENATED MODULE: ./lib/bake/obtain.js
/** How a bake comes by its image: it resumes what an earlier attempt left, reuses one that is there, or creates it. */
















/** How long a claim may take to show (eventual consistency). */
const claimSeconds = 300;
/**
 * @param image of this bake's key, which an earlier attempt did not finish
 * @returns undefined when another process was faster
 */
async function resume(run, names, image) {
    const { log, clock, record } = run;
    const before = (0,own_tags/* claimOf */._B)(image);
    // From the claim on, the image is this process's own.
    (0,run_run/* learn */.nB)(run, {
        unfinished: true,
        claimsBefore: [...record.claimsBefore, ...(before === undefined ? [] : [before])],
    });
    const [taken] = await obtain_claim(run, names, image);
    if (taken === undefined || (0,own_tags/* bakeStateOf */.iy)(taken) !== 'baking')
        return passedOver(run, names, image, taken);
    // The earlier attempt may have begun to copy, and to publish.
    (0,run_run/* learn */.nB)(run, { names: { ...names, name: image.Name ?? names.name }, ...possibleCopies(run) });
    const held = await parametersHolding(run, names, image.ImageId ?? '');
    (0,run_run/* learn */.nB)(run, held.length > 0 ? { parameters: held } : {});
    const templates = await (0,launch_templates/* templatesNaming */.G_)(run, templateTargets(run, image.ImageId ?? ''));
    (0,run_run/* learn */.nB)(run, templates.length > 0 ? { templates } : {});
    obtained(run, image, { created: true, resumed: true });
    const was = `${image.ImageId} "${image.Name}", created ${image.CreationDate ?? 'at an unknown time'}, is ${image.State}`;
    log.notice(`Resuming the image that ${attemptOfImage(image)} of this workflow run created: ${was}.`, 'Bake resumed');
    const keyAlone = [{ Key: own_tags/* keyTag */.QR, Value: names.key }];
    return {
        ...known(image, clock),
        from: 'resumed',
        mayHaveOthers: true,
        imageTags: keyAlone,
        snapshotTags: keyAlone,
    };
}
/**
 * Another process was faster: it has taken the image over, has just finished it, or had begun to remove it. What was to be
 * removed is this process's own now, and goes.
 */
async function passedOver(run, names, image, taken) {
    const state = taken && (0,own_tags/* bakeStateOf */.iy)(taken);
    const why = taken === undefined ? 'has been taken over by another process' : `is ${state} by now`;
    (0,run_run/* warn */.R8)(run, `${image.ImageId} of an earlier attempt ${why}; this bake creates an image of its own.`);
    if (taken !== undefined && state === 'removing')
        await removeLeftovers(run, names, [taken]);
    return undefined;
}
function attemptOfImage(image) {
    const attempt = /\/attempts\/(\d+)$/.exec((0,own_tags/* tagOf */.cO)(image, own_tags/* runTag */.eZ) ?? '')?.[1];
    return attempt === undefined ? 'an earlier attempt' : `attempt ${attempt}`;
}
async function obtain_claim(run, { key }, image) {
    const { aws, clock, signal, region, record } = run;
    const how = () => ({ signal, newObject: true });
    const until = clock.now() + claimSeconds * 1000;
    const marking = { ec2: aws.ec2(region), clock, key, how, until };
    return (0,claim/* takeOver */.w9)(marking, [image], record.claim).catch((error) => {
        signal.throwIfAborted();
        throw (0,aws_failure/* awsFailure */.MT)('ec2:CreateTags', `resume image ${image.ImageId} of an earlier attempt`, error);
    });
}
/** @param image handed out by an earlier attempt that did not wait: this one hands it out again, and never owns it */
function handOut(run, image) {
    obtained(run, image, { created: true, resumed: true });
    run.log.notice(`${attemptOfImage(image)} of this workflow run created ${image.ImageId} and did not wait for it; it is handed out again.`.replace(/^a/, 'A'), 'Bake resumed');
    return {
        ...known(image, run.clock),
        from: 'handed out',
        mayHaveOthers: false,
        imageTags: [],
        snapshotTags: [],
    };
}
/** @param image of the wanted name, whoever made it */
function reuse(run, instance, image) {
    const { log, clock, workflow } = run;
    obtained(run, image, { created: false, reused: true, rebooted: false });
    const copies = possibleCopies(run);
    if ((0,base_workflow/* isLaterAttempt */._)(workflow) && copies.copies !== undefined)
        (0,run_run/* learn */.nB)(run, { ...copies, unfinished: true });
    log.notice(`${image.ImageId} has the name "${image.Name}" already and is reused, as \`if-exists: reuse\` asks for. ${instance.id} is not touched.`, 'Image reused');
    return { ...known(image, clock), from: 'reused', mayHaveOthers: false, imageTags: [], snapshotTags: [] };
}
const makerEverySeconds = 10;
/**
 * Another bake may still be making the image that is reused. Until it is ready, that bake may remove it; so this one waits,
 * by reading alone.
 * @throws BakeError when it is removed, or not ready at the deadline
 */
async function waitForItsBake(run, imageId) {
    const { aws, region, clock, signal, deadline, log } = run;
    let maker;
    const isReady = async () => {
        const image = await (0,describe/* describeImage */.hu)(aws.ec2(region), imageId, { signal }).catch((error) => {
            signal.throwIfAborted();
            throw (0,aws_failure/* awsFailure */.MT)('ec2:DescribeImages', `see whether the bake of ${imageId} is finished`, error);
        });
        if (image === undefined || image.State === 'deregistered')
            throw removedByItsBake(imageId);
        if (!(0,find/* isInTheMaking */.sX)(image))
            return true;
        if (maker === undefined)
            log.info(`${imageId} is available, but not ready yet: ${makerOf(image)} is still at work on it`);
        maker = makerOf(image);
        return undefined;
    };
    if (await (0,look_until/* lookUntil */.c)(isReady, { clock, signal, until: deadline, everySeconds: makerEverySeconds }))
        return;
    throw new base_errors/* BakeError */.oU(`${(0,sentences/* timedOutAfter */.mf)(run)}: ${imageId} is available, but ${maker} has not finished it.`, {
        remedy: `If that run has ended, it left the image unfinished: re-run it, or remove the image and run this job again.`,
    });
}
function makerOf(image) {
    return (0,own_tags/* tagOf */.cO)(image, own_tags/* runTag */.eZ) ?? 'its bake';
}
function removedByItsBake(imageId) {
    return new base_errors/* BakeError */.oU(`${imageId} was to be reused, and the bake that was making it has removed it.`, {
        remedy: 'Run the job again: it creates the image.',
    });
}
async function obtain_create(run, instance, names) {
    const { log, inputs, workflow, record } = run;
    const { noReboot, excludeDevices } = inputs;
    const rebooted = instance.state === 'running' && !noReboot;
    log.info(rebooted
        ? 'Creating the image; EC2 reboots the instance now, so that its file systems are consistent'
        : 'Creating the image');
    (0,run_run/* learn */.nB)(run, { unfinished: true });
    const { imageId, earlier, sentAt, inDoubt } = await (0,create/* createImage */.m)(run, {
        instance,
        names,
        claim: record.claim,
        noReboot,
        excludeDevices,
    }).catch((error) => {
        if (error instanceof in_doubt/* NothingCreatedError */.G0)
            (0,run_run/* learn */.nB)(run, { unfinished: false });
        throw error;
    });
    if (earlier !== undefined)
        return resumeNamesake(run, names, earlier);
    const image = { ImageId: imageId, Name: names.name, State: 'pending' };
    obtained(run, image, { created: true, rebooted });
    run.throwIfCancelled();
    const mayHaveOthers = inDoubt || (0,base_workflow/* isLaterAttempt */._)(workflow);
    return { imageId, createdAt: sentAt, from: 'created', mayHaveOthers, ...names };
}
/** The name was taken, by an image of an earlier attempt that did not show before. */
async function resumeNamesake(run, names, earlier) {
    const resumed = await resume(run, names, earlier);
    if (resumed !== undefined)
        return resumed;
    throw new base_errors/* BakeError */.oU(`The AMI name "${names.name}" is taken by ${earlier.ImageId}, which another process has taken over.`);
}
/** There is an image: its ID is published at once, and where to look at it. */
function obtained(run, image, facts) {
    const { region, log } = run;
    const { ImageId: id = '', Name: name = '', State: state = 'pending' } = image;
    (0,run_run/* learn */.nB)(run, { image: { id, name, region, state, snapshots: (0,describe/* snapshotsOf */.XO)(image) }, ...facts });
    log.info(`${id} is ${state}${(0,console/* consoleSuffix */.n)(region, id)}`);
}
/** In every Region of `copy-to`, as far as the clean-up is concerned. */
function possibleCopies({ inputs: { copyTo } }) {
    return copyTo.length > 0 ? { copies: copyTo.map(({ region }) => ({ region })) } : {};
}
/** The home Region's parameters are written first, so that one of them tells. */
async function parametersHolding({ aws, signal, region }, { ssmParameters }, imageId) {
    if (ssmParameters.length === 0)
        return [];
    const parameters = await (0,publish_parameters/* readParameters */.Zu)(aws.ssm(region), ssmParameters, { signal }).catch((error) => {
        signal.throwIfAborted();
        throw (0,aws_failure/* awsFailure */.MT)('ssm:GetParameters', `find out whether a parameter names ${imageId} already`, error);
    });
    return [...parameters.values()]
        .filter(({ Value }) => Value === imageId)
        .map(({ Name: name = '' }) => ({ region, name, oldValue: imageId, newValue: imageId }));
}
/** Those of the home Region, where the image is known. */
function templateTargets({ inputs, region: home }, imageId) {
    return inputs.launchTemplates
        .map(({ region = home, ...target }) => ({ ...target, region, imageId }))
        .filter(({ region }) => region === home);
}
function known(image, clock) {
    return { imageId: image.ImageId ?? '', createdAt: (0,describe/* creationTime */.vx)(image, clock.now()) };
}

// EXTERNAL MODULE: ./lib/base/side-by-side.js
var side_by_side = __webpack_require__(6256);
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(8877);
;// CONCATENATED MODULE: ./lib/base/small-heap.js
/** Memory for work that makes much garbage and keeps little. */

/**
 * V8 doubles the space of young objects again and again while much of it is in use, up to 48 MB, and keeps it. Where pages of
 * thousands of objects are read one by one, that is all garbage: without the growth the process takes a quarter less.
 */
async function withSmallHeap(work) {
    (0,external_node_v8_.setFlagsFromString)('--semi-space-growth-factor=1');
    try {
        return await work();
    }
    finally {
        // V8's default.
        (0,external_node_v8_.setFlagsFromString)('--semi-space-growth-factor=2');
    }
}

;// CONCATENATED MODULE: ./lib/image/previous.js



/** EC2's answer without a limit holds a whole family: thousands of images are too much at once. */
const imagesPerPage = 200;
/**
 * The newest ready image of the family: ours, available, by creation date. Of all pages only the newest image is kept.
 * @returns undefined when there is none
 * @throws the error of a look-up that failed
 */
async function findPrevious({ aws, signal, region }, successor) {
    const request = {
        Filters: [{ Name: `tag:${own_tags/* familyTag */.jM}`, Values: [escaped(successor.family)] }],
        MaxResults: imagesPerPage,
    };
    let newest;
    await withSmallHeap(async () => {
        for await (const images of (0,describe/* imagePages */.I4)(aws.ec2(region), request, { signal })) {
            for (const image of images) {
                if (isPredecessor(image, successor) && dateOf(image) >= dateOf(newest))
                    newest = image;
            }
        }
    });
    return newest && previousImage(newest);
}
function isPredecessor(image, { accountId, family, before }) {
    return (image.OwnerId === accountId &&
        image.ImageId !== before?.ImageId &&
        (before?.CreationDate === undefined || dateOf(image) < before.CreationDate) &&
        image.State === 'available' &&
        (0,own_tags/* bakeStateOf */.iy)(image) === 'ready' &&
        (0,own_tags/* tagOf */.cO)(image, own_tags/* familyTag */.jM) === family);
}
/** Dates in ISO 8601 sort as texts. */
function dateOf(image) {
    return image?.CreationDate ?? '';
}
function previousImage(image) {
    if (image.ImageId === undefined)
        return undefined;
    const commit = (0,own_tags/* tagOf */.cO)(image, own_tags/* commitTag */.m);
    const createdAt = Date.parse(image.CreationDate ?? '');
    return {
        id: image.ImageId,
        name: image.Name ?? '',
        commit: commit !== undefined && /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(commit) ? commit : undefined,
        createdAt: Number.isNaN(createdAt) ? undefined : createdAt,
        sizeGiB: (0,describe/* snapshotsOf */.XO)(image).reduce((sum, { sizeGiB }) => sum + sizeGiB, 0),
    };
}
/** `*` and `?` are wildcards in the values of filters; a backslash takes that from them, and from itself. */
function escaped(text) {
    return text.replaceAll(/[\\*?]/g, String.raw `\$&`);
}

;// CONCATENATED MODULE: ./lib/bake/twins.js



/** In later attempts they are found before the bake goes on. */
async function lookForTwins(run, sought) {
    if ((0,base_workflow/* isLaterAttempt */._)(run.workflow))
        return;
    warnOfTwins(run, await (0,find/* findTwins */.hW)(run, sought, run.record.image?.id));
}
function warnOfTwins(run, twins) {
    for (const { ImageId, State } of twins) {
        (0,run_run/* warn */.R8)(run, `${ImageId} (${State}) is being baked with the same identity by another process of this workflow run. It is left alone, and this bake creates an image of its own. To tell jobs apart that call one reusable workflow, put something into \`name\` that differs.`);
    }
}

;// CONCATENATED MODULE: ./lib/bake/others.js
/**
 * What a bake looks for beside its own image: the previous image, for a roll-back and for the list of commits between the
 * two (`previous-ami-id`), and images that other processes of the run are making.
 */







/** How long a bake that is over waits for the look-up. A family of thousands is read within this time. */
const graceSeconds = 5;
/** The first seconds belong to the calls that a bake needs to begin: bakes that begin together share what EC2 grants. */
const startsWithinSeconds = 30;
/**
 * Looks them up while the rest of the bake goes on. No bake fails because of it, and none waits long for it.
 * @param rest calls `hurry` when the rest of the bake is short
 * @param before an image that is there already; undefined when it is yet to be created or just being created
 * @throws what `rest` throws
 */
async function besideLookForOthers(run, { names, accountId, before }, rest) {
    const { clock, log, signal, random } = run;
    const { family } = names;
    const hurry = new AbortController();
    const look = async (ended) => {
        const early = AbortSignal.any([ended, hurry.signal]);
        await clock.sleep(random() * startsWithinSeconds * 1000, early).catch(() => ended.throwIfAborted());
        const successor = { accountId, family, before: before ?? ownImage(run) };
        await lookForTwins({ ...run, signal: ended }, { names, accountId, claim: run.record.claim });
        const previous = await findPrevious({ ...run, signal: ended }, successor);
        (0,run_run/* learn */.nB)(run, { previous: previous ?? null });
        if (previous !== undefined)
            log.info(lineOf(family, previous));
    };
    await (0,side_by_side/* beside */.vY)({ clock, signal, graceSeconds }, {
        main: () => rest(() => hurry.abort(new Error('The bake is nearly over'))),
        other: look,
        failed: (error) => tell(run, family, error),
    });
}
function ownImage({ record: { image } }) {
    return image && { ImageId: image.id };
}
function lineOf(family, { id, name }) {
    return `Previous image of family ${family}: ${id} "${name}"`;
}
/** What passes is not worth a warning; a missing permission stays missing until somebody grants it. */
function tell(run, family, error) {
    const doing = `look for the previous image of family ${family}`;
    const kind = (0,errors/* errorKind */.f8)(error);
    if (kind === 'permission' || kind === 'credentials') {
        const { message, remedy = '' } = (0,aws_failure/* awsFailure */.MT)('ec2:DescribeImages', doing, error);
        (0,run_run/* warn */.R8)(run, `${message} ${remedy} \`previous-ami-id\` is empty.`);
        return;
    }
    const why = error instanceof base_errors/* BakeError */.oU ? error.message : (0,errors/* describeAwsError */.Pp)(error);
    run.log.info(`Could not ${doing} (${why}); \`previous-ami-id\` is empty.`);
}

// EXTERNAL MODULE: ./lib/bake/inputs/entry.js
var entry = __webpack_require__(9927);
// EXTERNAL MODULE: ./lib/bake/inputs/table.js + 2 modules
var table = __webpack_require__(4196);
;// CONCATENATED MODULE: ./lib/bake/plan.js
/** What a bake would do: for a dry run, and for the reviewer who reads it. */




/** @returns the steps in their order, each with a line for each thing that it would do */
function planOf(options) {
    const { inputs, instance, names, startedAt, existing } = options;
    const source = (0,find/* sourceOf */.vz)(existing, inputs.ifExists);
    const found = foundImage(options);
    // Of an image that is reused, or handed out again, nothing is ever deleted.
    const createsImages = source === 'resumed' || source === 'created' || inputs.copyTo.length > 0;
    const context = { inputs, instance, names, startedAt, createsImages };
    const lines = (step) => (0,inputs_plan/* planLines */.HN)(table/* bakeInputs */.t, inputs, step, context);
    const [create, tag, ...others] = entry/* bakeSteps */.R9;
    return (0,inputs_plan/* planGroups */.W5)(entry/* bakeTitles */.hr, [
        [create, removals(options)],
        ...(found === undefined ? [create, tag].map((step) => [step, lines(step)]) : []),
        [create, found === undefined ? [] : [found]],
        ...others.map((step) => [step, lines(step)]),
    ]);
}
function removals({ inputs, existing }) {
    if (inputs.onFailure !== 'delete')
        return [];
    return existing.leftovers.map(({ ImageId }) => `Remove ${ImageId}, which an earlier attempt left behind`);
}
/** An image that takes the place of a new one. */
function foundImage({ inputs, existing }) {
    const { unfinished, handedOut, namesake } = existing;
    switch ((0,find/* sourceOf */.vz)(existing, inputs.ifExists)) {
        case 'resumed':
            return `Resume ${unfinished?.ImageId} (${unfinished?.State}), which an earlier attempt of this run created`;
        case 'handed out':
            return `Hand out ${handedOut?.ImageId} (${handedOut?.State}) again, which an earlier attempt of this run created without waiting for it`;
        case 'reused':
            return `Reuse ${namesake?.ImageId} (${namesake?.State}), which has the name "${namesake?.Name}"`;
        case 'created':
            return undefined;
    }
}

// EXTERNAL MODULE: ./lib/image/verify.js + 1 modules
var verify = __webpack_require__(9549);
// EXTERNAL MODULE: ./lib/source/devices.js
var devices = __webpack_require__(9002);
;// CONCATENATED MODULE: ./lib/source/changes.js
/** What has become of the instance's volumes since the bake looked at them. */


const changes_attemptSeconds = 5;
/**
 * @param known the instance as the bake saw it before it created the image
 * @returns what happened to the volume at the device, as a clause; undefined when nothing is known to have happened
 */
async function whatBecameOf(run, known, device) {
    const now = await volumesNow(run, known.id);
    if (now === undefined)
        return undefined;
    const before = known.volumes.find((volume) => (0,devices/* sameDevice */.J)(volume.device, device))?.volumeId;
    const after = now.find((volume) => (0,devices/* sameDevice */.J)(volume.device, device))?.volumeId;
    if (before === after)
        return undefined;
    if (before === undefined)
        return `${after} was attached to ${known.id} after the bake had looked at it`;
    return `${before} was detached from ${known.id} after the bake had looked at it`;
}
/** @returns undefined when EC2 does not tell, or the instance is gone, with all its volumes */
async function volumesNow({ aws, region, signal }, instanceId) {
    try {
        const command = new sdk_ec2/* DescribeInstancesCommand */.bN({ InstanceIds: [instanceId] });
        const how = { signal, patienceSeconds: 0, attemptSeconds: changes_attemptSeconds };
        const instance = (await aws.ec2(region).send(command, how)).Reservations?.[0]?.Instances?.[0];
        if (!['running', 'stopped', 'stopping', 'pending'].includes(instance?.State?.Name ?? ''))
            return undefined;
        return (instance?.BlockDeviceMappings ?? []).flatMap(({ DeviceName: device, Ebs }) => device === undefined || Ebs?.VolumeId === undefined ? [] : [{ device, volumeId: Ebs.VolumeId }]);
    }
    catch {
        signal.throwIfAborted();
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/bake/verify.js
/** The finished image against what the bake asked for, before anybody else gets it. */





/** @throws ProblemsError with everything that is not as asked for */
async function verify_verify(run, instance, names, image) {
    const { record, region } = run;
    const { imageId, imageTags, snapshotTags } = image;
    const verified = await (0,verify/* verifyImage */.Z)(run, {
        region,
        imageId,
        snapshotIds: record.image?.snapshots.map(({ snapshotId }) => snapshotId) ?? [],
        accountId: instance.accountId,
        name: record.image?.name ?? names.name,
        ...wantedDevices(run, instance, image),
        imageTags,
        snapshotTags,
    });
    (0,run_run/* learn */.nB)(run, { image: verified });
    const count = verified.snapshots.length;
    const total = verified.snapshots.reduce((sum, snapshot) => sum + snapshot.sizeGiB, 0);
    run.log.info(`Verified: ${count} ${count === 1 ? 'snapshot' : 'snapshots'} of ${(0,units/* gibibytes */.pn)(total)}, tags, state`);
}
/** Of an image that an earlier attempt created, or somebody else, nobody knows which volumes the instance had then. */
function wantedDevices(run, instance, { from }) {
    const { excludeDevices, shareWith, makePublic, copyTo } = run.inputs;
    if (from === 'reused')
        return { devices: [] };
    const volumes = (0,source_instance/* capturedVolumes */.A)(instance, excludeDevices);
    const devices = volumes.map(({ device }) => device);
    const wanted = {
        devices,
        excluded: excludeDevices,
        whatBecameOf: (device) => whatBecameOf(run, instance, device),
    };
    if (from !== 'created')
        return wanted;
    const isForOthers = shareWith.length > 0 || makePublic || copyTo.length > 0;
    return { ...wanted, volumes, others: isForOthers ? 'error' : 'warning' };
}

;// CONCATENATED MODULE: ./lib/bake/bake.js
/**
 * The story of a bake: from an instance to a ready image, and to nothing at all when it does not end well.
 * Each step is told here in a few lines; how it is done is in the module that it calls.
 */




























/**
 * Never throws for what goes wrong with the bake: that is the outcome. What ends with success is handed out: whatever
 * happens to the step afterwards, the image stays.
 */
async function bake(run) {
    const { record } = run;
    // Clean-up has a time of its own.
    const withDeadline = { ...run, aws: run.aws.until(run.deadline) };
    try {
        await takeSteps(withDeadline);
        // What is handed out without waiting has no mark that would keep a post step from removing it.
        if (!run.inputs.wait && !run.inputs.dryRun)
            run.endWell();
        (0,run_run/* learn */.nB)(run, { unfinished: false });
        return { ok: true, record };
    }
    catch (error) {
        const cleanup = await (0,clean_up/* cleanUpAfter */.T)(run, error);
        const explained = await (0,decode/* explain */.W)(error, run.aws.sts(), new AbortController().signal);
        const told = (0,pointers/* withPointers */.bQ)(explained, record, record.names?.ssmParameters ?? []);
        return { ok: false, record, error: told, cleanup };
    }
}
async function takeSteps(run) {
    const { inputs } = run;
    const instance = await (0,run_run/* phase */.Oi)(run, 'Inspect', () => bake_inspect(run));
    const naming = render(run, instance);
    const { names, existing } = await (0,run_run/* phase */.Oi)(run, 'Check', () => check(run, instance, naming));
    const { accountId } = instance;
    const besideOthers = (rest) => besideLookForOthers(run, { names, accountId, before: imageThere(run, existing) }, rest);
    if (inputs.dryRun)
        return besideOthers(async (hurry) => {
            hurry();
            plan(run, instance, names, existing);
        });
    const image = await (0,run_run/* phase */.Oi)(run, 'Create', () => obtain(run, instance, names, existing));
    return besideOthers((hurry) => goOn(run, instance, names, image, hurry));
}
/** From the moment when there is an image. */
async function goOn(run, instance, names, image, hurry) {
    const { inputs } = run;
    if (!inputs.wait) {
        hurry();
        return glance(run, image);
    }
    await (0,run_run/* phase */.Oi)(run, 'Wait', () => waitBesideAsking(run, instance, names, image));
    hurry();
    await (0,run_run/* phase */.Oi)(run, 'Verify', () => verify_verify(run, instance, names, image));
    const identity = { accountId: instance.accountId, names, claim: run.record.claim };
    if (inputs.copyTo.length > 0)
        await (0,run_run/* phase */.Oi)(run, 'Copy', () => (0,distribute/* copyToRegions */.On)(run, inputs, identity));
    if ((0,distribute/* settlingIsAsked */.pJ)(inputs))
        await (0,run_run/* phase */.Oi)(run, 'Settle', () => (0,distribute/* settleImages */.Qd)(run, { ...inputs, areNew: image.from === 'created' }, instance.accountId));
    // Last of all, so that no pointer ever names an image that cannot be used.
    const { ssmParameters } = names;
    const { launchTemplates } = inputs;
    if (ssmParameters.length + launchTemplates.length > 0)
        await (0,run_run/* phase */.Oi)(run, 'Publish', () => (0,distribute/* publish */.mk)(run, { ssmParameters, launchTemplates }));
    await (0,run_run/* phase */.Oi)(run, 'Finish', () => finish(run, names, image));
}
async function bake_inspect(run) {
    const { log, inputs, region } = run;
    const instance = await (0,inspect/* inspectInstance */.SO)(run, inputs.instanceId).catch((error) => withoutInstance(run, error));
    const captured = (0,source_instance/* capturedVolumes */.A)(instance, inputs.excludeDevices);
    (0,run_run/* learn */.nB)(run, { instance, ...(captured.length > 0 ? { expectedSnapshots: captured.length } : {}) });
    const name = instance.name === undefined ? '' : ` "${instance.name}"`;
    if (instance.state === inspect/* goneState */.$2)
        return instance;
    log.info(`Instance ${instance.id}${name}: ${instance.type}, ${instance.architecture}, ${instance.platform}, ${instance.state}, in ${region} of account ${instance.accountId}`);
    for (const volume of instance.volumes) {
        const leftOut = captured.includes(volume) ? '' : ' (left out of the image)';
        log.info(`  ${(0,source_instance/* volumeLine */.f)(volume)}${leftOut}`);
    }
    return instance;
}
/** Where there may be an image already, its builder instance need not be there any more. */
async function withoutInstance(run, error) {
    const { inputs, workflow } = run;
    const mayHaveImage = inputs.ifExists === 'reuse' || (0,base_workflow/* isLaterAttempt */._)(workflow);
    if (!(error instanceof inspect/* NoInstanceError */.tq) || !mayHaveImage)
        throw error;
    run.log.info(`${error.message} Looking for its image.`);
    return (0,inspect/* instanceThatIsGone */.c7)(run, inputs.instanceId);
}
/** Names as far as they can be rendered: what is wrong with them is told together with everything else. */
function render(run, instance) {
    const { inputs, workflow, clock, environment, record } = run;
    return (0,names/* attemptNames */.EW)({
        templates: inputs,
        workflow,
        now: new Date(clock.now()),
        source: instance,
        environment,
        matrix: inputs.matrix,
        claim: record.claim,
        state: inputs.wait ? 'baking' : 'unverified',
    });
}
/** Looks for what is there already, then runs the preflight: all findings are shown, any error ends the bake. */
async function check(run, instance, { names, problems }) {
    for (const warning of names.warnings ?? [])
        (0,run_run/* warn */.R8)(run, warning);
    const named = problems.length === 0 ? names : undefined;
    if (named !== undefined) {
        (0,run_run/* learn */.nB)(run, { names: named });
        run.log.info(`Name of the AMI: ${named.name}`);
    }
    const { accountId } = instance;
    const ofInstance = (0,preflight/* checkInstance */.C)(run, await subjectOf(run, instance, {}, undefined));
    // It is looked at by the preflight.
    ofInstance.catch(() => undefined);
    const existing = named && (await (0,find/* findExisting */.xx)(run, { names: named, accountId, claim: run.record.claim }));
    const findings = await (0,preflight/* preflight */.M)(run, await subjectOf(run, instance, names, existing), {
        found: existing !== undefined && (0,find/* sourceOf */.vz)(existing, run.inputs.ifExists) !== 'created',
        dryRun: run.inputs.dryRun,
        // Without the instance its tags are unknown: that it is not there says it all.
        problems: instance.state === inspect/* goneState */.$2 ? [] : problems,
        ofInstance,
    });
    heed(run, instance, findings);
    // Without names there was an error.
    if (named === undefined || existing === undefined)
        throw new base_errors/* ProblemsError */.FQ('The AMI cannot be named', problems);
    warnOfTwins(run, existing.twins);
    return { names: named, existing };
}
async function subjectOf({ inputs, record, aws }, instance, names, existing) {
    // An image that is resumed keeps its name, and its copies get that one.
    const name = existing?.unfinished?.Name ?? names.name;
    return {
        ...inputs,
        instance,
        names: { ...names, ...(name === undefined ? {} : { name }) },
        claim: record.claim,
        namesake: existing?.namesake,
        credentialsExpireAt: await aws.credentialsExpireAt(),
    };
}
/** @throws ProblemsError with all that are errors */
function heed(run, instance, findings) {
    for (const { severity, message } of findings) {
        if (severity === 'warning')
            (0,run_run/* warn */.R8)(run, message);
        if (severity === 'note')
            run.log.info(message);
    }
    const errors = findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
    if (errors.length > 0)
        throw new base_errors/* ProblemsError */.FQ(`Cannot create an AMI from ${instance.id}`, errors);
}
/** The image that this bake goes on with; undefined when it is yet to be created. */
function imageThere({ inputs }, existing) {
    const { unfinished, handedOut, namesake } = existing;
    const source = (0,find/* sourceOf */.vz)(existing, inputs.ifExists);
    return { resumed: unfinished, 'handed out': handedOut, reused: namesake, created: undefined }[source];
}
function plan(run, instance, names, existing) {
    const plan = planOf({ inputs: run.inputs, instance, names, existing, startedAt: run.record.startedAt });
    (0,inputs_plan/* showPlan */.tN)(plan, run.log);
    (0,run_run/* learn */.nB)(run, { plan });
}
/** Resumes what an earlier attempt left, hands out or reuses what is there, or creates the image. */
async function obtain(run, instance, names, existing) {
    run.signal.throwIfAborted();
    await removeLeftovers(run, names, existing.leftovers);
    const image = imageThere(run, existing);
    const source = (0,find/* sourceOf */.vz)(existing, run.inputs.ifExists);
    if (image === undefined || source === 'created')
        return obtain_create(run, instance, names);
    if (source === 'resumed')
        return (await resume(run, names, image)) ?? obtain_create(run, instance, names);
    return source === 'reused' ? reuse(run, instance, image) : handOut(run, image);
}
/** Without waiting: one look, for the snapshot IDs, if EC2 shows them already. */
async function glance(run, { imageId }) {
    const { aws, region, log, signal } = run;
    try {
        const image = await (0,describe/* describeImage */.hu)(aws.ec2(region), imageId, { signal, patienceSeconds: 0 });
        if (image !== undefined)
            saw(run, image);
    }
    catch (error) {
        signal.throwIfAborted();
        log.info(`EC2 does not show the snapshots of ${imageId} yet (${(0,errors/* describeAwsError */.Pp)(error)})`);
    }
    run.throwIfCancelled();
    log.info(`Not waiting for ${imageId}, as \`wait: false\` asks for`);
}
/** What later steps may not do is known within seconds, not when the image is there. */
async function waitBesideAsking(run, { accountId }, names, image) {
    // What was there before may be shared already, and needs no permission then.
    if (image.from !== 'created' && image.from !== 'resumed')
        return bake_wait(run, image);
    const snapshotId = () => run.record.image?.snapshots[0]?.snapshotId;
    const later = { ...run.inputs, accountId, names, imageId: image.imageId, snapshotId };
    await besideLaterPermissions(run, later, (inner) => bake_wait(inner, image));
}
async function bake_wait(run, obtained) {
    const { log, clock, region } = run;
    const { imageId, createdAt, from } = obtained;
    const show = progressLog(clock, (line) => log.info(line));
    const follow = (0,progress/* followVolumes */.Tk)(run);
    await (0,wait/* waitUntilAvailable */.d)(run, {
        region,
        imageId,
        createdAt,
        onImage: (image) => saw(run, image, from),
        onProgress: (progress) => {
            show(progress);
            follow(progress);
        },
    });
    log.info(`${imageId} is available, ${(0,units/* duration */.p0)(clock.now() - createdAt)} after its creation`);
    if (from === 'reused')
        await waitForItsBake(run, imageId);
}
/** Takes over what a look at the image shows: its state, and snapshot IDs as EC2 shows them. */
function saw(run, image, from) {
    const { record } = run;
    if (from === 'created' || from === 'resumed') {
        (0,claim/* throwIfSuperseded */.yQ)(run, image, { claim: record.claim, before: record.claimsBefore });
    }
    const before = record.image;
    if (before === undefined)
        return;
    const seen = (0,describe/* snapshotsOf */.XO)(image);
    const snapshots = seen.length < before.snapshots.length ? before.snapshots : seen;
    (0,run_run/* learn */.nB)(run, { image: { ...before, state: image.State ?? before.state, snapshots } });
}


/***/ }),

/***/ 1308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ postBake),
/* harmony export */   T: () => (/* binding */ cleanUpAfter)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7594);
/* harmony import */ var _base_own_tags_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3443);
/* harmony import */ var _distribute_clean_up_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4214);
/* harmony import */ var _distribute_pointers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3725);
/* harmony import */ var _distribute_post_step_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9336);
/* harmony import */ var _run_run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5548);
/** The end of a bake that does not go well, in the main step and in the post step. */






/** @returns undefined when there was nothing to clean up */
async function cleanUpAfter(run, error) {
    const { record, aws, clock, log, inputs } = run;
    const { names, expectedSnapshots, claim, resumed } = record;
    sayThatItStays(run);
    if (!record.unfinished || names === undefined)
        return undefined;
    if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SupersededError */ .ZC) {
        (0,_run_run_js__WEBPACK_IMPORTED_MODULE_4__/* .learn */ .nB)(run, { unfinished: false });
        return undefined;
    }
    // The step's own signal is aborted when it was cancelled; the clean-up has a budget of time instead.
    const cleanupRun = { aws, clock, log, signal: new AbortController().signal };
    const report = await (0,_run_run_js__WEBPACK_IMPORTED_MODULE_4__/* .phase */ .Oi)(run, 'Clean up', () => (0,_distribute_clean_up_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanUp */ .nY)(cleanupRun, {
        onFailure: (0,_distribute_pointers_js__WEBPACK_IMPORTED_MODULE_2__/* .onFailureOf */ .TQ)(inputs.onFailure, record),
        key: names.key,
        claim,
        claimsBefore: record.claimsBefore,
        // An earlier attempt may have begun to copy the image that this one has resumed.
        from: resumed || record.reused ? 'earlier attempts' : undefined,
        places: placesOf({ ...record, name: names.name }),
        expectedSnapshots,
        onDeregistered: (id) => (0,_run_run_js__WEBPACK_IMPORTED_MODULE_4__/* .learn */ .nB)(run, { gone: [...(record.gone ?? []), id] }),
        haste: error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc ? _distribute_clean_up_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelled */ .KW : _distribute_clean_up_js__WEBPACK_IMPORTED_MODULE_1__/* .failed */ .gz,
    }));
    (0,_distribute_clean_up_js__WEBPACK_IMPORTED_MODULE_1__/* .warnOfRemnants */ .Cw)(log, report);
    if (report.done)
        (0,_run_run_js__WEBPACK_IMPORTED_MODULE_4__/* .learn */ .nB)(run, { unfinished: false });
    return report;
}
/** Somebody who cancels a bake in its last moment would look for an image that is gone. */
function sayThatItStays({ record, log }) {
    const { unfinished, image, reused, copies = [] } = record;
    if (unfinished || reused || image === undefined || image.tags?.[_base_own_tags_js__WEBPACK_IMPORTED_MODULE_5__/* .stateTag */ .aJ] !== 'ready')
        return;
    const all = copies.length === 0 ? '' : ', with its copies';
    log.notice(`${image.id} is ready, so it stays${all}. Finished images are never removed.`, 'Image kept');
}
/** Where images of a bake may be, that are its to remove. Beside a reused image, each copy is finished by itself. */
function placesOf({ region, image, name, copies = [], reused, gone = [] }) {
    const place = (role, where, imageId) => ({
        region: where,
        role,
        imageId,
        imageIsGone: imageId !== undefined && gone.includes(imageId),
    });
    if (reused)
        return copies.map((copy) => place('home', copy.region, copy.id));
    return [
        { ...place('home', region, image?.id), name },
        ...copies.map((copy) => place('copy', copy.region, copy.id)),
    ];
}
/**
 * The story of the post step: finishes what the main step could not. In container jobs main may still be running, so it
 * takes main's images over first.
 * @returns undefined when there was nothing to clean up
 */
async function postBake(step) {
    const { saved, log, clock } = step;
    const { state } = saved;
    if (state === undefined) {
        log.info(`Nothing to clean up: ${saved.reason}. Should the main step still be running, it notices that this step has begun, and removes what it creates.`);
        return undefined;
    }
    if (state.phase === 'done' || step.mainEndedWell) {
        log.info('Nothing to clean up: the main step left nothing open.');
        return undefined;
    }
    log.info(`The main step ended before its bake did (${state.amiId ?? `an AMI named "${state.amiName}"`}).`);
    const aws = step.aws();
    const { signal, budget } = (0,_distribute_post_step_js__WEBPACK_IMPORTED_MODULE_3__/* .withinTheTimeLeft */ .b)(step);
    if (await (0,_distribute_post_step_js__WEBPACK_IMPORTED_MODULE_3__/* .isOtherAccount */ .U)(aws, state, 'bake', log, signal))
        return undefined;
    const run = { aws, clock, log, signal };
    const report = await (0,_distribute_clean_up_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanUp */ .nY)(run, {
        onFailure: state.onFailure,
        key: state.key,
        claim: step.claim,
        from: { claim: state.claim },
        claimsBefore: state.claimsBefore,
        places: placesOfState(state),
        expectedSnapshots: state.expectedSnapshots,
        haste: _distribute_clean_up_js__WEBPACK_IMPORTED_MODULE_1__/* .afterwards */ .Q$,
        budget,
    });
    (0,_distribute_clean_up_js__WEBPACK_IMPORTED_MODULE_1__/* .warnOfRemnants */ .Cw)(log, report);
    if (report.done && report.kept.length === 0 && report.unknown.length === 0)
        log.info('Cleaned up: nothing of this bake is left.');
    return report;
}
function placesOfState({ region, amiId, amiName, copies = [], reused, gone = [] }) {
    return placesOf({
        region,
        name: amiName,
        gone,
        copies: copies.map((copy) => ({ region: copy.region, id: copy.amiId })),
        image: { id: amiId },
        reused,
    });
}


/***/ }),

/***/ 9927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R9: () => (/* binding */ bakeSteps),
/* harmony export */   hr: () => (/* binding */ bakeTitles),
/* harmony export */   wz: () => (/* binding */ bakeInput)
/* harmony export */ });
/* harmony import */ var _distribute_inputs_entry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3501);
/* harmony import */ var _github_inputs_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6158);
/** What the bake's own inputs have in common: those about how it comes by its image. */


/** The steps of a bake, in their order. */
const bakeSteps = ['create', 'tag', 'wait', ..._distribute_inputs_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .distributionSteps */ .Ol];
/** What the plan of a dry run calls them. */
const bakeTitles = { create: 'Image', tag: _github_inputs_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .tagsTitle */ .Ms, wait: 'Wait', ..._distribute_inputs_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .distributionTitles */ .G8 };
/** Something that the bake alone is told. */
function bakeInput(name, parse, rest) {
    return { name, parse, ...rest };
}


/***/ }),

/***/ 9607:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ readBakeInputs)
/* harmony export */ });
/* harmony import */ var _github_inputs_read_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1417);
/* harmony import */ var _naming_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1787);
/* harmony import */ var _naming_template_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8287);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4196);
/** Reads the inputs of the bake. */




/**
 * Reads and checks whatever can be checked without asking EC2, naming templates included.
 * @throws ProblemsError with everything that is wrong, each problem naming its input
 */
function readBakeInputs(sources) {
    return (0,_github_inputs_read_js__WEBPACK_IMPORTED_MODULE_0__/* .readInputs */ .K)(_table_js__WEBPACK_IMPORTED_MODULE_3__/* .bakeInputs */ .t, {
        environment: sources.environment,
        check: (known) => [
            ...(0,_naming_names_js__WEBPACK_IMPORTED_MODULE_1__/* .checkNames */ .LN)({ ...sources, templates: withStandIns(known) }),
            ...withoutWaiting(known),
        ],
    });
}
/** Puts a harmless template in place of each that could not be read, so that the others can be checked. */
function withStandIns(known) {
    const standIn = (0,_naming_template_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTemplate */ .Q)('stand-in');
    return {
        name: known.name ?? standIn,
        description: known.description ?? standIn,
        family: known.family ?? standIn,
        tags: known.tags ?? [],
        snapshotTags: known.snapshotTags ?? [],
        ssmParameters: known.ssmParameters ?? [],
    };
}
/** Without `wait` there is no available image to do anything to. */
function withoutWaiting(known) {
    if (known.wait !== false)
        return [];
    const values = known;
    return Object.entries(_table_js__WEBPACK_IMPORTED_MODULE_3__/* .bakeInputs */ .t)
        .filter(([key, input]) => needsAvailableImage(input, values[key]))
        .map(([, { name }]) => ({
        input: name,
        problem: `it needs an image that is available, which \`wait: false\` does not wait for. Leave out \`wait\` or \`${name}\``,
    }));
}
/** One that could not be read asks for nothing. */
function needsAvailableImage({ needsAvailableImage }, value) {
    // The value is what the parser of this very input made.
    return value !== undefined && needsAvailableImage?.(value) === true;
}


/***/ }),

/***/ 4196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ bakeInputs)
});

// EXTERNAL MODULE: ./lib/distribute/inputs/table.js + 5 modules
var table = __webpack_require__(6396);
// EXTERNAL MODULE: ./lib/github/inputs/parsers.js
var parsers = __webpack_require__(3041);
// EXTERNAL MODULE: ./lib/github/inputs/resource-ids.js
var resource_ids = __webpack_require__(9470);
// EXTERNAL MODULE: ./lib/github/inputs/shared.js
var shared = __webpack_require__(2640);
// EXTERNAL MODULE: ./lib/bake/inputs/entry.js
var entry = __webpack_require__(9927);
// EXTERNAL MODULE: ./lib/base/units.js
var units = __webpack_require__(8714);
// EXTERNAL MODULE: ./lib/github/inputs/given.js
var given = __webpack_require__(9240);
// EXTERNAL MODULE: ./lib/source/instance.js
var source_instance = __webpack_require__(1554);
;// CONCATENATED MODULE: ./lib/bake/inputs/exclude-devices.js





/**
 * As block device mappings have them: `/dev/sda1`, `/dev/xvdba`, and `xvdf` for Windows ("Device names for volumes" in
 * the EC2 user guide). Whether the instance has such a device is checked once EC2 has been asked.
 */
const deviceForm = /^(?:\/dev\/[A-Za-z0-9][A-Za-z0-9/_-]{0,63}|xvd[a-z]{1,2}[0-9]{0,2})$/;
/** The name of a device in a block device mapping. */
const device = (text, report) => {
    if (deviceForm.test(text))
        return text;
    report(`${(0,given/* given */.gI)(text)} is not the name of a device as EC2 knows it, such as \`/dev/sdf\`, \`/dev/xvdb\` or \`xvdf\`${hint(text)}`);
    return undefined;
};
/** Names of devices to leave out of the image, each once. */
const excludeDevices = (0,entry/* bakeInput */.wz)('exclude-devices', (0,parsers/* listOf */.c3)(device), {
    plan: {
        step: 'create',
        lines: (excluded, { instance }) => {
            const captured = (0,source_instance/* capturedVolumes */.A)(instance, excluded);
            return instance.volumes.map((volume) => captured.includes(volume)
                ? `Snapshot ${volume.device}, ${(0,units/* gibibytes */.pn)(volume.sizeGiB)}`
                : `Leave out ${volume.device}`);
        },
    },
});
function hint(text) {
    if (/^vol-[0-9a-f]+$/.test(text))
        return '. That is a volume: give the device that it is attached as';
    if (deviceForm.test(`/dev/${text}`))
        return `. Is it \`/dev/${text}\`?`;
    if (/\s/.test(text))
        return '. Separate several by commas or line ends';
    return '';
}

// EXTERNAL MODULE: ./lib/distribute/inputs/templates.js
var templates = __webpack_require__(8366);
;// CONCATENATED MODULE: ./lib/bake/inputs/names.js
/** What the image is called and tagged: templates, since most of it is known only once EC2 has been asked. */


/** The AMI's name. */
const names_name = (0,entry/* bakeInput */.wz)('name', templates/* template */.vs, {
    default: '{{ repo }}-{{ ref }}-{{ timestamp }}-{{ short_sha }}',
    plan: { step: 'create', lines: (_template, { names }) => [`Name: ${names.name}`] },
});
/** The AMI's description. */
const description = (0,entry/* bakeInput */.wz)('description', templates/* template */.vs, {
    default: 'Baked from {{ instance.id }} by {{ owner }}/{{ repo }}@{{ short_sha }}',
    plan: { step: 'create', lines: (_template, { names }) => [`Description: ${names.description}`] },
});
/** What groups successive versions of one image. */
const family = (0,entry/* bakeInput */.wz)('family', templates/* template */.vs, {
    default: '{{ repo }}',
    plan: { step: 'create', lines: (_template, { names }) => [`Family: ${names.family}`] },
});
/** Tags of the AMI and its snapshots; the plan shows those of this action too. */
const tags = (0,entry/* bakeInput */.wz)('tags', templates/* tagLines */.oA, {
    plan: {
        step: 'tag',
        lines: (_templates, { names }) => names.imageTags.map((tag) => `Tag of the AMI: ${textOf(tag)}`),
    },
});
/** Further tags of the snapshots alone. */
const snapshotTags = (0,entry/* bakeInput */.wz)('snapshot-tags', templates/* tagLines */.oA, {
    plan: {
        step: 'tag',
        lines: (_templates, { names }) => names.snapshotTags
            .filter((tag) => !isIn(names.imageTags, tag))
            .map((tag) => `Tag of the snapshots alone: ${textOf(tag)}`),
    },
});
function textOf({ Key, Value }) {
    return `${Key}=${Value}`;
}
function isIn(tags, { Key, Value }) {
    return tags.some((tag) => tag.Key === Key && tag.Value === Value);
}

;// CONCATENATED MODULE: ./lib/bake/inputs/table.js







/** The ID of the instance to image. */
const instanceId = (0,entry/* bakeInput */.wz)('instance-id', resource_ids/* instanceId */.D, {
    required: true,
    plan: {
        step: 'create',
        lines: (_id, { instance, inputs }) => [
            `Create an AMI of ${instance.id} in ${instance.region}, account ${instance.accountId}${reboot(instance, inputs.noReboot)}`,
        ],
    },
});
function reboot({ state }, noReboot) {
    if (state !== 'running')
        return '';
    return noReboot ? ', without rebooting it' : ', which reboots it';
}
/** Image without rebooting the instance; the line of the instance says so. */
const noReboot = (0,entry/* bakeInput */.wz)('no-reboot', parsers/* boolean */.zM, { default: 'false', plan: 'none' });
/** Whether to wait until the image is available. */
const wait = (0,entry/* bakeInput */.wz)('wait', parsers/* boolean */.zM, {
    default: 'true',
    plan: {
        step: 'wait',
        lines: (wanted, { inputs }) => [
            wanted
                ? `Wait until it is available, ${inputs.timeoutMinutes} minutes at most`
                : 'Do not wait until it is available',
        ],
    },
});
/** What to do when an image of that name is there; the plan begins with what was found. */
const ifExists = (0,entry/* bakeInput */.wz)('if-exists', (0,parsers/* oneOf */.yL)('fail', 'reuse'), {
    default: 'fail',
    plan: 'none',
});
/** Tells the jobs of a matrix apart: `matrix` as JSON; empty or `null` where there is none. */
const matrix = (0,entry/* bakeInput */.wz)('matrix', parsers/* anyText */.Ae, {
    defaultExpression: '${{ toJSON(matrix) }}',
    plan: 'none',
});
/** In the order of `action.yml`. Its shape is the shape of `BakeInputs`: a new input is one entry here. */
const bakeInputs = {
    instanceId,
    name: names_name,
    description: description,
    family: family,
    tags: tags,
    snapshotTags: snapshotTags,
    noReboot,
    excludeDevices: excludeDevices,
    wait,
    timeoutMinutes: (0,shared/* timeoutMinutes */.DL)('120'),
    ...table/* distributionInputs */.M,
    ifExists,
    onFailure: table/* onFailure */.o,
    dryRun: (0,shared/* dryRun */.PA)('false'),
    comment: shared/* comment */.Im,
    githubToken: shared/* githubToken */.bU,
    region: shared/* region */.Ny,
    roleToAssume: shared/* roleToAssume */.Y_,
    allowedAccountIds: shared/* allowedAccountIds */.qS,
    matrix,
};


/***/ }),

/***/ 5692:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _github_comment_update_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5412);
/* harmony import */ var _github_main_step_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7081);
/* harmony import */ var _image_ownership_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7496);
/* harmony import */ var _bake_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3773);
/* harmony import */ var _inputs_read_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9607);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1056);
/* harmony import */ var _report_comment_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7589);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3426);
/* harmony import */ var _report_report_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5043);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6352);
/** Entry point of the main step. */










await (0,_github_main_step_js__WEBPACK_IMPORTED_MODULE_1__/* .runMainStep */ .X)('Bake', _report_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .createOutputs */ .l, async ({ environment, workflow, log, outputs, startedAt, unique, saveState, runIn }) => {
    const inputs = (0,_inputs_read_js__WEBPACK_IMPORTED_MODULE_3__/* .readBakeInputs */ .v)({ environment, workflow, now: new Date(startedAt) });
    const record = (0,_record_js__WEBPACK_IMPORTED_MODULE_7__/* .emptyRecord */ .F)(inputs.region, (0,_image_ownership_js__WEBPACK_IMPORTED_MODULE_8__/* .newClaim */ .dz)(workflow.runAttempt, unique), startedAt);
    const keepState = (0,_state_js__WEBPACK_IMPORTED_MODULE_6__/* .stateKeeper */ .wl)(inputs, (text) => saveState(_state_js__WEBPACK_IMPORTED_MODULE_6__/* .stateName */ .Vi, text));
    const onChange = () => {
        keepState(record);
        outputs.publish(record);
    };
    const run = { ...runIn(inputs), inputs, record, onChange };
    const outcome = await (0,_bake_js__WEBPACK_IMPORTED_MODULE_2__/* .bake */ .W)(run);
    const comment = () => (0,_github_comment_update_js__WEBPACK_IMPORTED_MODULE_0__/* .updateComment */ .v)(run, (0,_report_comment_js__WEBPACK_IMPORTED_MODULE_9__/* .commentOf */ .v)(run, outcome));
    await (0,_report_report_js__WEBPACK_IMPORTED_MODULE_5__/* .report */ .z)({ outcome, workflow, outputs, log, endedAt: run.clock.now(), comment });
    return outcome;
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 1056:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ emptyRecord)
/* harmony export */ });
/** @param startedAt milliseconds since the epoch */
function emptyRecord(region, claim, startedAt) {
    return {
        region,
        claim,
        claimsBefore: [],
        startedAt,
        phases: [],
        warnings: [],
        unfinished: false,
        created: false,
        resumed: false,
    };
}


/***/ }),

/***/ 7589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ commentOf)
/* harmony export */ });
function commentOf({ inputs, environment }, outcome) {
    const { record } = outcome;
    const { gone = [], parameters = [] } = record;
    const images = imageIds(record);
    return {
        // A dry run changes nothing, and has nothing to show for it.
        comment: inputs.comment && !inputs.dryRun,
        githubToken: inputs.githubToken,
        environment,
        family: record.names?.family,
        regions: inputs.copyTo.map(({ region }) => region),
        images: images.filter(({ id }) => !gone.includes(id)),
        shared: record.sharing,
        pointers: parameters.map(({ region, name }) => ({ region, name })),
        removed: images.filter(({ id }) => gone.includes(id)).map((image) => removed(image, record)),
        ...(outcome.ok ? {} : { failure: { title: 'The bake failed', error: outcome.error } }),
    };
}
function imageIds({ region, image, copies = [] }) {
    const home = image === undefined ? [] : [{ region, id: image.id }];
    return [...home, ...copies.flatMap(({ region, id }) => (id === undefined ? [] : [{ region, id }]))];
}
/** EC2 no longer shows it. */
function removed({ region, id }, { image, copies = [], names, startedAt }) {
    const known = image?.id === id ? image : copies.find((copy) => copy.id === id)?.image;
    return {
        region,
        id,
        name: known?.name ?? names?.name ?? '',
        state: '',
        sizeGiB: known === undefined ? undefined : sizeOf(known),
        family: names?.family,
        tested: undefined,
        public: false,
        createdAt: startedAt,
    };
}
function sizeOf({ snapshots }) {
    return snapshots.length === 0 ? undefined : snapshots.reduce((sum, { sizeGiB }) => sum + sizeGiB, 0);
}


/***/ }),

/***/ 3426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ createOutputs)
/* harmony export */ });
/* unused harmony export outputTable */
/* harmony import */ var _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5270);
/* harmony import */ var _base_own_tags_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3443);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8566);
/* harmony import */ var _distribute_pointers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3725);
/* harmony import */ var _github_inputs_plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6158);
/* harmony import */ var _github_sanitise_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(589);
/** The step's outputs: what each holds, and when it is written. `action.yml` describes them for users. */






const outputTable = {
    'ami-id': { value: (record) => idOf(record) },
    'ami-name': { value: (record) => record.image?.name ?? record.names?.name },
    'snapshot-ids': { value: (record) => snapshotIds(record), grows: true },
    snapshots: { value: (record) => snapshotsByDevice(record), grows: true },
    'root-snapshot-id': {
        value: (record) => snapshotsOf(record).find((snapshot) => snapshot.root)?.snapshotId,
    },
    region: { value: (record) => record.region },
    'ami-ids': { value: (record) => idsByRegion(record), grows: true },
    created: { value: (record) => (idOf(record) ? String(record.created) : undefined) },
    'previous-ami-id': { value: (record) => previousId(record) },
    'launch-template-versions': { value: (record) => objectOf((0,_distribute_pointers_js__WEBPACK_IMPORTED_MODULE_1__/* .templateVersions */ .aX)(record)), grows: true },
    image: { value: (record) => imageJson(record), grows: true },
};
function createOutputs(write) {
    const written = new Map();
    const all = Object.entries(outputTable);
    return {
        publish(record) {
            const snapshots = snapshotsOf(record).length;
            const hasImage = record.image !== undefined;
            for (const [name, output] of all) {
                const value = output.value(record);
                const before = written.get(name);
                if (!value || value === before?.value)
                    continue;
                const isFuller = output.grows && snapshots >= (before?.snapshots ?? 0);
                // An image that is taken up has a name of its own, not the one that was to be.
                const isOfImage = hasImage && before?.hasImage === false;
                if (before?.value && !isFuller && !isOfImage)
                    continue;
                write(name, value);
                written.set(name, { value, snapshots, hasImage });
            }
        },
        finish() {
            for (const [name] of all) {
                if (written.has(name))
                    continue;
                write(name, '');
                written.set(name, { value: '', snapshots: 0, hasImage: false });
            }
        },
    };
}
/** An ID and nothing else: jobs further down put it into commands. */
function idOf(record) {
    const id = record.image?.id;
    return id !== undefined && _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_3__/* .amiIdForm */ .VU.test(id) ? id : undefined;
}
/** The home Region first, then those of `copy-to`, as far as EC2 has told the IDs. */
function idsByRegion(record) {
    const home = idOf(record);
    if (home === undefined)
        return undefined;
    const copies = (record.copies ?? []).flatMap(({ region, id }) => id !== undefined && _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_3__/* .amiIdForm */ .VU.test(id) ? [[region, id]] : []);
    return json(Object.fromEntries([[record.region, home], ...copies]));
}
function objectOf(values) {
    return Object.keys(values).length === 0 ? undefined : json(values);
}
function previousId({ previous }) {
    return previous && _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_3__/* .amiIdForm */ .VU.test(previous.id) ? previous.id : undefined;
}
/** The image's snapshots, the root volume's first. */
function snapshotsOf(record) {
    const known = (record.image?.snapshots ?? []).filter(({ snapshotId }) => _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_3__/* .snapshotIdForm */ .KP.test(snapshotId));
    return known.sort((one, other) => Number(other.root) - Number(one.root));
}
function snapshotIds(record) {
    const ids = snapshotsOf(record).map((snapshot) => snapshot.snapshotId);
    return ids.length > 0 ? json(ids) : undefined;
}
function snapshotsByDevice(record) {
    const entries = snapshotsOf(record).map(({ device, snapshotId }) => [device, snapshotId]);
    return entries.length > 0 ? json(Object.fromEntries(entries)) : undefined;
}
/** GitHub takes 1 MB of outputs a job. Everything else in the document has a limit of EC2's. */
const maxWarnings = 50;
const maxWarningCharacters = 1000;
/** The result as it stands; undefined as long as there is no image. */
function imageJson(record) {
    const { image, names } = record;
    const id = idOf(record);
    if (record.plan !== undefined && names !== undefined)
        return json(planDocument(record, names, (0,_github_inputs_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .linesOf */ .Dx)(record.plan)));
    if (!image || !id)
        return undefined;
    // What EC2 says goes before what was asked for: an image that was there before has other tags.
    const wanted = (list = []) => (record.created ? tagsByKey(list) : {});
    const tags = { ...(image.tags ?? wanted(names?.imageTags)) };
    const document = {
        version: 1,
        id,
        name: image.name,
        region: image.region,
        state: image.state,
        description: image.description ?? names?.description ?? null,
        family: image.tags === undefined && record.created ? (names?.family ?? null) : (tags[_base_own_tags_js__WEBPACK_IMPORTED_MODULE_5__/* .familyTag */ .jM] ?? null),
        key: image.tags === undefined && record.created ? (names?.key ?? null) : (tags[_base_own_tags_js__WEBPACK_IMPORTED_MODULE_5__/* .keyTag */ .QR] ?? null),
        created: record.created,
        resumed: record.resumed,
        rebooted: record.rebooted ?? null,
        source: sourceOf(record),
        snapshots: snapshotsOf(record).map(({ device, snapshotId, root, sizeGiB, encrypted }) => ({
            device,
            snapshotId,
            root,
            sizeGiB,
            encrypted,
        })),
        tags,
        snapshotTags: { ...(image.snapshotTags ?? wanted(names?.snapshotTags)) },
        timings: timingsOf(record),
        warnings: warningsOf(record),
        copies: copiesOf(record),
        previous: previousOf(record),
        parameters: (record.parameters ?? []).map(({ region, name, oldValue, newValue }) => ({
            region,
            name,
            oldValue,
            newValue,
        })),
        launchTemplates: (0,_distribute_pointers_js__WEBPACK_IMPORTED_MODULE_1__/* .launchTemplatesOf */ .O2)(record),
        sharing: sharingOf(record),
    };
    return json(document);
}
function planDocument(record, names, plan) {
    return {
        version: 1,
        dryRun: true,
        name: names.name,
        region: record.region,
        description: names.description,
        family: names.family,
        key: names.key,
        source: sourceOf(record),
        tags: tagsByKey(names.imageTags),
        snapshotTags: tagsByKey(names.snapshotTags),
        plan: plan.map((line) => (0,_github_sanitise_js__WEBPACK_IMPORTED_MODULE_2__/* .sanitise */ .t)(line)),
        warnings: warningsOf(record),
    };
}
function warningsOf({ warnings }) {
    return warnings.slice(0, maxWarnings).map((warning) => (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)((0,_github_sanitise_js__WEBPACK_IMPORTED_MODULE_2__/* .sanitise */ .t)(warning), maxWarningCharacters));
}
function copiesOf({ copies }) {
    return (copies ?? []).flatMap(({ region, id, image }) => id === undefined
        ? []
        : [{ region, id, state: image?.state ?? null, snapshots: [...(image?.snapshots ?? [])] }]);
}
function previousOf({ previous }) {
    return previous ? { id: previous.id, name: previous.name, commit: previous.commit ?? null } : null;
}
function sharingOf({ sharing }) {
    if (sharing === undefined)
        return null;
    const { accounts, organizations, organizationalUnits, public: isPublic, snapshots } = sharing;
    return { accounts, organizations, organizationalUnits, public: isPublic, snapshots };
}
function sourceOf({ instance }) {
    if (!instance)
        return null;
    const { id, name, type, architecture, platform, imageId, accountId } = instance;
    return { instanceId: id, name: name ?? null, type, architecture, platform, imageId, accountId };
}
function timingsOf({ startedAt, phases }) {
    const latest = Math.max(startedAt, ...phases.map((phase) => phase.endedAt ?? phase.startedAt));
    return {
        startedAt: new Date(startedAt).toISOString(),
        seconds: (latest - startedAt) / 1000,
        phases: phases.map((phase) => ({
            name: phase.name,
            startedAt: new Date(phase.startedAt).toISOString(),
            seconds: phase.endedAt === undefined ? null : (phase.endedAt - phase.startedAt) / 1000,
        })),
    };
}
function tagsByKey(tags) {
    return Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
}
/** JSON that is safe to echo in a step's log, where the runner obeys `##[` anywhere: the same text, escaped. */
function json(value) {
    return JSON.stringify(value).replaceAll('##[', '##\\u005b');
}


/***/ }),

/***/ 5043:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ report_report)
});

// EXTERNAL MODULE: ./lib/base/errors.js
var errors = __webpack_require__(7594);
// EXTERNAL MODULE: ./lib/base/units.js
var units = __webpack_require__(8714);
// EXTERNAL MODULE: ./lib/distribute/clean-up.js
var clean_up = __webpack_require__(4214);
// EXTERNAL MODULE: ./lib/github/report/failure.js
var failure = __webpack_require__(1380);
// EXTERNAL MODULE: ./lib/github/report/publish-summary.js
var publish_summary = __webpack_require__(6636);
// EXTERNAL MODULE: ./lib/distribute/report.js + 1 modules
var report = __webpack_require__(8239);
// EXTERNAL MODULE: ./lib/github/report/timeline.js
var timeline = __webpack_require__(1347);
// EXTERNAL MODULE: ./lib/base/own-tags.js
var own_tags = __webpack_require__(3443);
// EXTERNAL MODULE: ./lib/base/workflow.js
var base_workflow = __webpack_require__(2284);
// EXTERNAL MODULE: ./lib/distribute/record.js
var distribute_record = __webpack_require__(2594);
// EXTERNAL MODULE: ./lib/github/report/markdown.js
var markdown = __webpack_require__(4629);
;// CONCATENATED MODULE: ./lib/bake/report/outcome.js
/** The phase that a bake failed in: the one that still runs, else the last one before the clean-up. */
function failedPhase(record, outcome) {
    if (outcome.status === 'success')
        return undefined;
    const phases = record.phases.filter(({ name }) => name !== 'Clean up');
    return phases.find(({ endedAt }) => endedAt === undefined) ?? phases.at(-1);
}
/** Whether the image, as far as the bake knows, is there with all its snapshots, so that links to them lead somewhere. */
function imageStands(record, outcome) {
    if (record.image === undefined)
        return false;
    return outcome.status === 'success' || (outcome.removed.length === 0 && outcome.left.length > 0);
}

;// CONCATENATED MODULE: ./lib/bake/report/facts.js
/** The middle of the job summary: what was baked from what, the snapshots, what is gone and what is left. */







/** More snapshots than this are folded. */
const mostOpenRows = 8;
const mostLines = 100;
const longestLine = 500;
/** The image, the instance, the commit and the run, one row each. */
function bakedFrom(record, workflow, outcome) {
    const stands = imageStands(record, outcome);
    const rows = [
        ['Image', facts_image(record, outcome)],
        ['Instance', instance(record)],
        ['Source&nbsp;AMI', record.instance && (0,report/* located */.t4)(record.region, record.instance.imageId)],
        ['Reboot', reboot(record)],
        ...(stands ? (0,report/* lifecycleRows */._3)(record.image?.lifecycle) : []),
        ['Shared&nbsp;with', (0,report/* sharedWith */.KO)(record.sharing)],
        ['Cost', stands ? (0,report/* monthlyCost */.Ho)((0,distribute_record/* imagesOf */.I)(record)) : undefined],
        ['Previous', previous(record, workflow, outcome)],
        ['Commit', commit(workflow)],
        ['Run', run(workflow)],
    ];
    return (0,report/* factsOf */.xS)(rows);
}
/** On success the headline has the ID. */
function facts_image(record, outcome) {
    const { image } = record;
    if (image === undefined || outcome.status === 'success')
        return undefined;
    return imageStands(record, outcome)
        ? (0,report/* joined */.oR)([(0,report/* located */.t4)(image.region, image.id), (0,markdown/* literal */.eu)(image.state)])
        : (0,report/* joined */.oR)([(0,markdown/* code */.aY)(image.id), (0,markdown/* literal */.eu)(image.region)]);
}
function instance(record) {
    const { instance } = record;
    if (instance === undefined)
        return undefined;
    return (0,report/* joined */.oR)([
        (0,report/* located */.t4)(instance.region, instance.id),
        instance.name && `<b>${(0,markdown/* literal */.eu)(instance.name)}</b>`,
        ...[instance.type, instance.architecture, instance.platform].map(markdown/* literal */.eu),
    ]);
}
function reboot(record) {
    const { image, rebooted, instance, reused } = record;
    // Whoever made an image that was there before decided on the reboot.
    if (image === undefined || rebooted === undefined || instance === undefined || reused)
        return undefined;
    if (rebooted)
        return 'yes, for consistent file systems';
    return instance.state === 'stopped'
        ? 'not needed, the instance was stopped'
        : 'no: the file systems are as after a power failure';
}
/** The image before this one, and what has changed between the two. */
function previous({ previous, image, region }, workflow, { endedAt }) {
    if (!previous)
        return undefined;
    // Of an image that was there before, the commit that it was baked from.
    const commit = image?.tags?.[own_tags/* commitTag */.m] ?? workflow.sha;
    const changed = previous.commit !== undefined && previous.commit !== commit;
    const range = `${previous.commit?.slice(0, 7)}...${commit.slice(0, 7)}`;
    const address = `${repositoryUrl(workflow)}/compare/${previous.commit}...${encodeURIComponent(commit)}`;
    return (0,report/* joined */.oR)([
        (0,report/* located */.t4)(region, previous.id),
        (0,markdown/* code */.aY)(previous.name),
        previous.createdAt === undefined ? undefined : `${(0,units/* age */.KW)(endedAt - previous.createdAt)} old`,
        previous.sizeGiB > 0 ? (0,units/* gibibytes */.pn)(previous.sizeGiB) : undefined,
        changed ? (0,markdown/* link */.nf)(`commits ${(0,markdown/* code */.aY)(range)}`, address) : undefined,
    ]);
}
/** The copies in other Regions, one row each. */
function copies({ copies = [] }, outcome) {
    // Links to what was removed lead nowhere.
    if (outcome.status !== 'success' && outcome.removed.length > 0)
        return undefined;
    const rows = copies.map(({ region, id, image }) => [
        (0,markdown/* code */.aY)(region),
        id === undefined ? '' : (0,report/* resource */.Zc)(region, id),
        image === undefined ? 'not available' : (0,markdown/* literal */.eu)(image.state),
        image === undefined ? '' : (0,units/* gibibytes */.pn)(sizeOf(image.snapshots)),
        image === undefined ? '' : image.snapshots.some(({ encrypted }) => encrypted) ? '🔒 yes' : 'no',
    ]);
    return rows.length === 0 ? undefined : (0,markdown/* table */.tp)(['Copy in', 'AMI', 'State', 'Size', 'Encrypted'], rows, [3]);
}
function commit(workflow) {
    if (workflow.sha === '')
        return undefined;
    const repository = repositoryUrl(workflow);
    const pull = workflow.pr === undefined ? undefined : `${repository}/pull/${workflow.pr}`;
    return (0,report/* joined */.oR)([
        (0,markdown/* link */.nf)((0,markdown/* literal */.eu)(`${workflow.owner}/${workflow.repo}`), repository),
        (0,markdown/* link */.nf)((0,markdown/* code */.aY)(workflow.sha.slice(0, 7)), `${repository}/commit/${encodeURIComponent(workflow.sha)}`),
        (0,markdown/* link */.nf)((0,markdown/* code */.aY)(workflow.ref), pull),
    ]);
}
function repositoryUrl({ serverUrl, owner, repo }) {
    return `${serverUrl}/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}`;
}
function run(workflow) {
    const attempt = (0,base_workflow/* isLaterAttempt */._)(workflow) ? `, attempt ${workflow.runAttempt}` : '';
    return (0,report/* joined */.oR)([
        (0,markdown/* link */.nf)((0,markdown/* literal */.eu)(`${workflow.workflow} #${workflow.runNumber}${attempt}`), workflow.runUrl),
        (0,markdown/* code */.aY)(workflow.job),
        workflow.actor && `by ${(0,markdown/* literal */.eu)(workflow.actor)}`,
    ]);
}
/** The snapshots behind the image, with the volumes that they were taken of. */
function snapshots(record, outcome) {
    const { image } = record;
    if (image === undefined || !imageStands(record, outcome))
        return undefined;
    if (image.snapshots.length === 0)
        return 'EC2 has not named the snapshots of this image yet.';
    const total = (0,units/* gibibytes */.pn)(sizeOf(image.snapshots));
    const rows = image.snapshots.map((snapshot) => snapshotRow(snapshot, record));
    if (rows.length > 1)
        rows.push(['<b>Total</b>', `<b>${total}</b>`, '', '', '', '']);
    const body = (0,markdown/* table */.tp)(...withoutEmptyVolumes(rows), [1]);
    if (image.snapshots.length <= mostOpenRows)
        return body;
    return (0,markdown/* details */.zH)(`<b>${image.snapshots.length} snapshots</b>, ${total}`, body);
}
function snapshotRow(snapshot, record) {
    return [
        `${(0,markdown/* code */.aY)(snapshot.device)}${snapshot.root ? ' root' : ''}`,
        (0,units/* gibibytes */.pn)(snapshot.sizeGiB),
        (0,report/* resource */.Zc)(record.region, snapshot.snapshotId),
        (0,markdown/* code */.aY)(record.region),
        snapshot.encrypted ? '🔒 yes' : 'no',
        volumeOf(snapshot, record),
    ];
}
function sizeOf(snapshots) {
    return snapshots.reduce((sum, { sizeGiB }) => sum + sizeGiB, 0);
}
function volumeOf({ device }, record) {
    // An image that was there before may have been baked from other volumes.
    if (!record.created)
        return '';
    const volume = record.instance?.volumes.find((each) => each.device === device);
    return volume === undefined ? '' : (0,report/* resource */.Zc)(record.region, volume.volumeId);
}
/** The head and the rows of the table, with the column of the volumes when any is known. */
function withoutEmptyVolumes(rows) {
    const header = ['Device', 'Size', 'Snapshot', 'Region', 'Encrypted', 'Volume'];
    if (rows.some((row) => row.at(-1) !== ''))
        return [header, rows];
    return [header.slice(0, -1), rows.map((row) => row.slice(0, -1))];
}
/** The tags of the image, folded. */
function imageTags(record, outcome) {
    const asked = (record.names?.imageTags ?? []).map(({ Key, Value }) => [Key, Value]);
    const tags = record.image?.tags === undefined ? asked : Object.entries(record.image.tags);
    if (outcome.status !== 'success' || !record.created || tags.length === 0)
        return undefined;
    const rows = tags.map(([key, value]) => [(0,markdown/* code */.aY)(key), (0,markdown/* code */.aY)(value)]);
    return (0,markdown/* details */.zH)(`${tags.length} tags`, (0,markdown/* table */.tp)(['Tag', 'Value'], rows));
}
/** What clean-up did and what it could not, or was told not to, do. */
function cleanedUp(record, outcome) {
    const parts = [];
    if (outcome.left.length > 0) {
        const regionOf = (id) => record.copies?.find((copy) => copy.id === id)?.region ?? record.region;
        const linked = (id) => (0,report/* resource */.Zc)(regionOf(id), id);
        parts.push((0,markdown/* alert */.xE)('WARNING', ['<b>Left in AWS</b>', '', ...list(outcome.left, linked)]));
    }
    if (outcome.removed.length > 0)
        parts.push(`<b>Removed</b>\n\n${list(outcome.removed).join('\n')}`);
    return parts.length === 0 ? undefined : parts.join('\n\n');
}
function list(lines, shown) {
    const items = lines
        .slice(0, mostLines)
        .map((line) => `- ${(0,markdown/* sentence */.em)((0,markdown/* cut */.Jj)(line, longestLine).replace(/\s+/g, ' '), shown)}`);
    return lines.length <= mostLines ? items : [...items, `- and ${lines.length - mostLines} more, in the log`];
}

// EXTERNAL MODULE: ./lib/aws/console.js
var console = __webpack_require__(4020);
// EXTERNAL MODULE: ./lib/github/report/problem.js
var problem = __webpack_require__(9249);
;// CONCATENATED MODULE: ./lib/bake/report/headline.js
/** The top of the job summary: what one understands at a glance, and what went wrong. */





const longestWarning = 500;
const mostWarnings = 50;
/** How it ended, and with what; below it the name, the Region, size and time. */
function headline(record, outcome) {
    const image = record.image;
    const name = image?.name ?? record.names?.name;
    const sizes = image?.snapshots.map(({ sizeGiB }) => sizeGiB) ?? [];
    const phase = failedPhase(record, outcome);
    const snapshots = `${sizes.length} ${sizes.length === 1 ? 'snapshot' : 'snapshots'}`;
    const facts = [
        name === undefined ? undefined : `<b>${(0,markdown/* literal */.eu)(name)}</b>`,
        (0,markdown/* literal */.eu)(record.region),
        sizes.length > 0 && outcome.status === 'success'
            ? `${snapshots}, ${(0,units/* gibibytes */.pn)(sizes.reduce((sum, size) => sum + size, 0))}`
            : undefined,
        phase && `in the phase <b>${(0,markdown/* literal */.eu)(phase.name)}</b>`,
        // Before the first phase, when only the inputs were read, the time says nothing.
        record.phases.length > 0 ? (0,units/* duration */.p0)(outcome.endedAt - record.startedAt) : undefined,
        record.resumed ? 'resumed from an earlier attempt' : undefined,
    ];
    const line = facts.filter((fact) => fact !== undefined && fact !== '').join(' · ');
    return `## ${title(record, outcome)}\n\n${line}`;
}
function title(record, outcome) {
    if (outcome.status === 'cancelled')
        return '🚫 Bake cancelled';
    if (outcome.status === 'failure')
        return '❌ Bake failed';
    const image = record.image;
    if (record.plan !== undefined)
        return '📋 Dry run: all checks passed';
    if (image === undefined)
        return '✅ Bake finished';
    const id = (0,markdown/* link */.nf)((0,markdown/* code */.aY)(image.id), (0,console/* consoleUrl */.B)(image.region, image.id));
    if (!record.created)
        return `♻️ Reused ${id}`;
    return image.state === 'available' ? `✅ Baked ${id}` : `⏳ Baking ${id}`;
}
/** The state of the image where it needs a word: reused, or not ready yet. */
function stateNote(record, outcome) {
    const image = record.image;
    if (image === undefined || outcome.status !== 'success')
        return undefined;
    const lines = [];
    if (!record.created)
        lines.push('An image of this name was there before; this bake created nothing.');
    if (image.state !== 'available') {
        lines.push(`The bake did not wait for the image: EC2 says <b>${(0,markdown/* literal */.eu)(image.state)}</b>. Nothing can be launched from it before it is <b>available</b>.`);
    }
    return lines.length === 0 ? undefined : (0,markdown/* alert */.xE)('NOTE', [lines.join('<br>')]);
}
/** What went wrong and what to do about it; of what was removed there are no links. */
function bakeProblem(record, outcome) {
    const linked = resourceLink(record);
    return (0,problem/* problem */.C)(outcome, (id) => (isRemoved(id, outcome) ? (0,markdown/* code */.aY)(id) : linked(id)));
}
/** A link to it would lead nowhere. */
function isRemoved(id, outcome) {
    return outcome.removed.some((line) => line.includes(id));
}
function warnings(record) {
    const told = [...(record.names?.warnings ?? []), ...record.warnings];
    const all = [...new Set(told.map((warning) => (0,markdown/* cut */.Jj)(warning, longestWarning)))];
    if (all.length === 0)
        return undefined;
    const shown = all
        .slice(0, mostWarnings)
        .map((warning) => (0,markdown/* sentence */.em)(warning.replace(/\s+/g, ' '), resourceLink(record)));
    if (all.length > shown.length)
        shown.push(`and ${all.length - shown.length} more, in the log`);
    return (0,markdown/* alert */.xE)('WARNING', shown.length === 1 ? shown : shown.map((warning) => `- ${warning}`));
}
/** EC2 IDs in messages, as links into the console of the bake's Region. */
function resourceLink(record) {
    return (id) => (0,markdown/* link */.nf)((0,markdown/* code */.aY)(id), (0,console/* consoleUrl */.B)(record.region, id));
}

;// CONCATENATED MODULE: ./lib/bake/report/recipes.js



/** GitHub's rule for the IDs of jobs and steps. */
const plainId = /^[A-Za-z_][\w-]{0,98}$/;
/** A workflow that hands the AMI ID to a later job. */
function usage(record, workflow, outcome) {
    if (outcome.status !== 'success' || record.image === undefined)
        return undefined;
    const job = plainId.test(workflow.job) ? workflow.job : 'bake';
    // Steps without an ID of their own have one that the runner made up, and that no expression can name.
    const stepHasId = plainId.test(workflow.step) && !workflow.step.startsWith('__');
    const step = stepHasId ? workflow.step : 'bake';
    const later = job === 'deploy' ? 'launch' : 'deploy';
    const snippet = [
        'jobs:',
        `  ${job}:`,
        '    outputs:',
        `      ami-id: \${{ steps.${step}.outputs.ami-id }}${stepHasId ? '' : `  # give the bake-ami step "id: ${step}"`}`,
        `  ${later}:`,
        `    needs: ${job}`,
        '    env:',
        `      AMI_ID: \${{ needs.${job}.outputs.ami-id }}`,
    ];
    return (0,markdown/* details */.zH)('Use this AMI in a later job', (0,markdown/* codeBlock */.DV)('yaml', snippet.join('\n')));
}
/** The commands that remove what this bake has made. */
function bakeRemoval(record, outcome) {
    // An image that was there before is not this bake's to remove.
    if (!record.created || !imageStands(record, outcome))
        return undefined;
    const images = [...(record.image ? [record.image] : []), ...(0,report/* ownCopies */.uD)(record)];
    const what = images.length === 1 ? 'this AMI' : `the AMI in ${images.length} Regions`;
    return (0,report/* removal */.r2)(`Delete ${what} and its snapshots`, images);
}

;// CONCATENATED MODULE: ./lib/bake/report/summary.js






/** GitHub refuses more than 1 MiB of summary a step; the rest is for what stands around it. */
const mostBytes = 1024 * 1024 - 16 * 1024;
/**
 * The job summary of a bake, as Markdown that GitHub shows: the outcome at a glance, what was baked from what, and
 * what to do with it; of a failed bake the error first. Text from outside has no meaning in it.
 */
function summaryMarkdown(record, workflow, outcome) {
    const failed = outcome.status !== 'success';
    return fitted([
        headline(record, outcome),
        failed ? bakeProblem(record, outcome) : stateNote(record, outcome),
        failed ? undefined : warnings(record),
        bakedFrom(record, workflow, outcome),
        (0,report/* planSection */.lA)(record.plan),
        snapshots(record, outcome),
        copies(record, outcome),
        (0,report/* templatesTable */.Wg)(record.templates ?? []),
        (0,report/* parametersTable */.JX)(record.parameters ?? []),
        failed ? cleanedUp(record, outcome) : undefined,
        failed ? warnings(record) : undefined,
        (0,timeline/* timeLine */.w)(record.phases, outcome.endedAt, failedPhase(record, outcome)),
        usage(record, workflow, outcome),
        bakeRemoval(record, outcome),
        (0,report/* grantees */.Yl)(record.sharing),
        imageTags(record, outcome),
    ]);
}
/** As many sections as there is room for, whole ones, and a word about those that are not there. */
function fitted(sections) {
    const there = sections.filter((section) => section !== undefined);
    let bytes = 0;
    const kept = there.filter((section) => {
        const more = Buffer.byteLength(section) + 2;
        if (bytes + more > mostBytes)
            return false;
        bytes += more;
        return true;
    });
    if (kept.length < there.length)
        kept.push('The rest is too long for a job summary; the log has it.');
    return `${kept.join('\n\n')}\n`;
}

;// CONCATENATED MODULE: ./lib/bake/report/report.js
/** Tells how the bake ended: outputs, job summary, the causes for those who look for them, one closing annotation. */






/** Facts first, the error last: it is what a reader of the log sees at its end. */
async function report_report({ outcome, workflow, outputs, log, endedAt, comment, }) {
    const { record } = outcome;
    outputs.publish(record);
    outputs.finish();
    await (0,publish_summary/* publishSummary */.I)(summaryMarkdown(record, workflow, forSummary(outcome, endedAt)), log);
    await comment();
    if (outcome.ok)
        log.notice(closingWords(record, endedAt), closingTitle(record));
    else
        (0,failure/* reportFailure */.xV)(outcome.error, log, 'Bake');
}
function forSummary(outcome, endedAt) {
    if (outcome.ok)
        return { status: 'success', endedAt };
    const { error, cleanup } = outcome;
    return {
        status: error instanceof errors/* CancelledError */.cc ? 'cancelled' : 'failure',
        endedAt,
        ...(0,failure/* toldOf */.dc)(error),
        ...(0,clean_up/* cleanupLines */.Kz)(cleanup),
    };
}
function closingWords(record, endedAt) {
    const { image, startedAt, region, instance, created, resumed, plan, names } = record;
    if (plan !== undefined)
        return `Dry run: "${names?.name}" could be baked from ${instance?.id} in ${region}. Nothing was changed.`;
    if (image === undefined)
        return 'Done';
    const origin = created ? `baked from ${instance?.id} in ${region}` : `reused in ${region}`;
    const ready = image.state === 'available' ? 'is ready' : `is ${image.state}`;
    const taken = resumed ? ', resumed from an earlier attempt,' : ',';
    return `${image.id} "${image.name}", ${origin}${taken} ${ready} after ${(0,units/* duration */.p0)(endedAt - startedAt)}.`;
}
function closingTitle({ plan, created }) {
    if (plan !== undefined)
        return 'Dry run';
    return created ? 'AMI baked' : 'AMI reused';
}


/***/ }),

/***/ 6352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vi: () => (/* binding */ stateName),
/* harmony export */   un: () => (/* binding */ readState),
/* harmony export */   wl: () => (/* binding */ stateKeeper)
/* harmony export */ });
/* unused harmony export stateOf */
/* harmony import */ var _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5270);
/* harmony import */ var _distribute_pointers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3725);
/* harmony import */ var _distribute_saved_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7200);
/* harmony import */ var _github_inputs_role_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9393);
/* harmony import */ var _github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3284);
/* harmony import */ var _image_share_grantees_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1096);
/**
 * What the post step needs to finish what the main step could not: the runner keeps it in a file and hands it to the
 * post step as an environment variable. No secrets belong here: a debug run prints it.
 */






const stateName = 'bake';
/**
 * Keeps the saved state true to the record: from the moment before something is created until nothing is left to clean up.
 * Each is saved in place of the one before, in one append, so that a kill leaves no half of it.
 * @param save writes the state where the post step finds it
 * @returns to be called after each change of the record
 */
function stateKeeper(inputs, save) {
    return (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .keeperOf */ .yD)((record) => stateOf(record, inputs), _distribute_saved_state_js__WEBPACK_IMPORTED_MODULE_4__/* .isDone */ .$L, save);
}
/** @returns undefined as long as nothing is named yet, and so nothing can have been created */
function stateOf(record, { onFailure, roleToAssume }) {
    const { names, image, instance, expectedSnapshots, copies, reused, gone, claim, claimsBefore } = record;
    if (names === undefined)
        return undefined;
    const open = image === undefined ? 'creating' : 'created';
    return {
        version: 1,
        phase: record.unfinished ? open : 'done',
        region: record.region,
        key: names.key,
        claim,
        ...(claimsBefore.length === 0 ? {} : { claimsBefore }),
        ...(instance === undefined ? {} : { accountId: instance.accountId }),
        amiName: names.name,
        ...(image === undefined ? {} : { amiId: image.id }),
        ...(copies === undefined ? {} : { copies: copies.map(_distribute_saved_state_js__WEBPACK_IMPORTED_MODULE_4__/* .copyState */ .hw) }),
        onFailure: (0,_distribute_pointers_js__WEBPACK_IMPORTED_MODULE_0__/* .onFailureOf */ .TQ)(onFailure, record),
        ...(expectedSnapshots === undefined ? {} : { expectedSnapshots }),
        ...(roleToAssume === undefined ? {} : { roleToAssume }),
        ...(reused === undefined ? {} : { reused }),
        ...(gone === undefined ? {} : { gone }),
    };
}
/**
 * The state that the main step saved last. Anything can be in the variable: what is not of the right form is no state.
 * @param environment of the post step
 */
function readState(environment) {
    return (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .readSavedState */ .rh)(environment[`STATE_${stateName}`], fields, 'before it created anything');
}
const isClaim = (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .matching */ .wC)(/^\d+-[0-9a-z-]{1,40}$/);
const fields = [
    ['phase', (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .oneOf */ .yL)('creating', 'created', 'done')],
    ['region', (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .matching */ .wC)(_aws_id_forms_js__WEBPACK_IMPORTED_MODULE_5__/* .regionForm */ .lB)],
    ['key', (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .matching */ .wC)(/^[0-9a-f]{32}$/)],
    ['claim', (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)(isClaim)],
    ['claimsBefore', (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)((value) => Array.isArray(value) && value.every(isClaim))],
    ['accountId', (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)((0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .matching */ .wC)(_image_share_grantees_js__WEBPACK_IMPORTED_MODULE_2__/* .accountForm */ .CJ))],
    // EC2's rule for the names of AMIs, ImageName of CreateImage.
    ['amiName', (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .matching */ .wC)(/^[A-Za-z0-9()[\] ./'@_-]{3,128}$/)],
    ['amiId', (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)((0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .matching */ .wC)(_aws_id_forms_js__WEBPACK_IMPORTED_MODULE_5__/* .amiIdForm */ .VU))],
    ['copies', (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)(_distribute_saved_state_js__WEBPACK_IMPORTED_MODULE_4__/* .copies */ .w$)],
    ['reused', (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)((value) => typeof value === 'boolean')],
    ['gone', (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)(_distribute_saved_state_js__WEBPACK_IMPORTED_MODULE_4__/* .amiIds */ .I1)],
    ['onFailure', (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .oneOf */ .yL)('delete', 'keep', 'published')],
    ['expectedSnapshots', (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)(_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .wholeNumber */ .rD)],
    ['roleToAssume', (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)((0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .matching */ .wC)(_github_inputs_role_js__WEBPACK_IMPORTED_MODULE_1__/* .roleArnForm */ .y))],
];


/***/ })

};
