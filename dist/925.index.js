export const id = 925;
export const ids = [925];
export const modules = {

/***/ 4214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cw: () => (/* binding */ warnOfRemnants),
/* harmony export */   KW: () => (/* binding */ cancelled),
/* harmony export */   Kz: () => (/* binding */ cleanupLines),
/* harmony export */   MG: () => (/* binding */ removeLeftover),
/* harmony export */   Q$: () => (/* binding */ afterwards),
/* harmony export */   gz: () => (/* binding */ failed),
/* harmony export */   nT: () => (/* binding */ budgetOf),
/* harmony export */   nY: () => (/* binding */ cleanUp)
/* harmony export */ });
/* harmony import */ var _aws_cli_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5799);
/* harmony import */ var _image_ownership_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7496);
/* harmony import */ var _image_remove_remove_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6232);



/** The runner sends SIGKILL ten seconds after it has cancelled a step; two of them are left for reporting. */
const cancelled = { budgetSeconds: 7, lookSeconds: 4, attemptSeconds: 3 };
/** After an error nobody hurries the main step. */
const failed = { budgetSeconds: 180, lookSeconds: 60, attemptSeconds: 15 };
/** GitHub ends a cancelled job after five minutes, post steps included. */
const afterwards = { budgetSeconds: 180, lookSeconds: 90, attemptSeconds: 15 };
function budgetOf({ budgetSeconds, attemptSeconds }, clock) {
    return { until: clock.now() + budgetSeconds * 1000, attemptSeconds };
}
/**
 * All Regions side by side: a cancelled step has no time for one after the other. But the home image decides, so copies
 * are removed only once that is clear.
 */
async function cleanUp(run, options) {
    const { places, onFailure } = options;
    if (onFailure !== 'delete')
        return together(places.map((place) => keep(run, options, place)));
    const budget = options.budget ?? budgetOf(options.haste, run.clock);
    const prepared = places.map((place) => begin(run, { ...options, budget }, place));
    const home = places.findIndex(({ role }) => role === 'home');
    const decision = home < 0 ? 'remove' : decisionBy(await prepared[home]);
    const reports = places.map(async (place, index) => {
        const removal = await prepared[index];
        return removal === undefined ? nothing : finish(run, options, place, removal, decision);
    });
    return together(await Promise.all(reports));
}
function begin({ aws, clock, log, signal }, options, { region, role, imageId, name, imageIsGone }) {
    const { key, claim, from, claimsBefore, expectedSnapshots, onDeregistered, haste, budget } = options;
    const what = imageId ?? 'the image of this run, whose ID EC2 has not told,';
    log.info(`Cleaning up: removing ${what} with its snapshots from ${region}`);
    return (0,_image_remove_remove_js__WEBPACK_IMPORTED_MODULE_0__/* .prepare */ .iA)({
        ec2: aws.ec2(region),
        clock,
        signal,
        region,
        key,
        claim,
        from,
        claimsBefore,
        role,
        imageId,
        name,
        scope: 'bake',
        expectedSnapshots,
        lookSeconds: haste.lookSeconds,
        budget,
        imageIsGone,
        onDeregistered,
    });
}
function decisionBy(home) {
    if (home === undefined)
        return 'remove';
    const { removal, images } = home;
    const kept = removal.kept.filter(({ reason }) => reason !== 'foreign');
    if (kept.some(({ image }) => !(0,_image_ownership_js__WEBPACK_IMPORTED_MODULE_1__/* .isTakenByPostStep */ .NC)(image, removal.options)))
        return 'stay';
    if (kept.length > 0)
        return 'mark';
    if (images.length > 0)
        return 'remove';
    return removal.gaveUp !== undefined || removal.remaining.length > 0 ? 'unclear' : 'remove';
}
async function finish(run, options, place, prepared, decision) {
    const { removal } = prepared;
    if (place.role === 'copy' && (decision === 'stay' || decision === 'unclear')) {
        if (decision === 'stay')
            return stays(run, place);
        for (const { ImageId = '' } of prepared.images)
            removal.remains(ImageId, 'it is not clear whether its home image is still in use');
        return told(run, options, place, removal);
    }
    const isToMark = place.role === 'copy' && decision === 'mark';
    await (0,_image_remove_remove_js__WEBPACK_IMPORTED_MODULE_0__/* .carryOut */ .u0)(isToMark ? await (0,_image_remove_remove_js__WEBPACK_IMPORTED_MODULE_0__/* .markCopies */ .di)(prepared) : prepared);
    return told(run, options, place, removal);
}
function stays({ log }, { region, imageId }) {
    if (imageId === undefined)
        return nothing;
    log.info(`${imageId} in ${region} stays, as its home image does`);
    return { ...nothing, kept: [imageId] };
}
const nothing = { done: true, kept: [], removed: [], remaining: [], unknown: [] };
function together(reports) {
    return {
        done: reports.every(({ done }) => done),
        kept: reports.flatMap(({ kept }) => kept),
        removed: reports.flatMap(({ removed }) => removed),
        regions: Object.assign({}, ...reports.map(({ regions }) => regions)),
        remaining: reports.flatMap(({ remaining }) => remaining),
        unknown: reports.flatMap(({ unknown }) => unknown),
    };
}
function told({ log }, { key }, { region }, removal) {
    const { remaining, complete, gaveUp, mayAppear } = removal;
    const removed = [...removal.removed];
    for (const id of removed)
        log.info(`Removed ${id}`);
    const kept = removal.kept.filter(({ reason }) => reason !== 'foreign');
    for (const { image, reason } of kept)
        log.info(`${image.ImageId} in ${region} stays: ${reasons[reason]}`);
    const keptIds = kept.map(({ image }) => image.ImageId ?? '');
    const commands = [(0,_aws_cli_js__WEBPACK_IMPORTED_MODULE_2__/* .findImagesCommand */ .h4)(region, key), (0,_aws_cli_js__WEBPACK_IMPORTED_MODULE_2__/* .findSnapshotsCommand */ .CC)(region, key)];
    const doubt = gaveUp ??
        (mayAppear
            ? 'EC2 may have been asked for an image and has shown none so far; it may still appear'
            : undefined);
    return {
        done: complete && remaining.length === 0,
        kept: keptIds,
        removed,
        regions: Object.fromEntries([...removed, ...keptIds].map((id) => [id, region])),
        remaining,
        unknown: doubt === undefined ? [] : [{ reason: doubt, commands }],
    };
}
const reasons = {
    foreign: 'it is of another bake',
    claimed: 'another process has claimed it',
    ready: 'it is ready, and finished images are never removed',
    unknown: 'its tag bake-ami:state is none that bake-ami sets',
};
/** An image of this bake that an earlier attempt left and that cannot be resumed, with its snapshots. */
async function removeLeftover(run, options) {
    const { onFailure, region, imageId, state, key, claim } = options;
    run.log.info(`${imageId} (${state}) in ${region} was left by an earlier attempt of this workflow run`);
    if (onFailure !== 'delete')
        return keep(run, options, { region, imageId, role: 'home' });
    const removal = await (0,_image_remove_remove_js__WEBPACK_IMPORTED_MODULE_0__/* .removeImage */ .aH)({
        ec2: run.aws.ec2(region),
        clock: run.clock,
        signal: run.signal,
        region,
        key,
        claim,
        from: 'earlier attempts',
        role: 'home',
        imageId,
        scope: 'image',
        // Failed images may have no snapshots at all.
        expectedSnapshots: 0,
        lookSeconds: 0,
        budget: budgetOf(failed, run.clock),
    });
    return told(run, options, { region }, removal);
}
/** Says what is still there and how it is removed by hand. */
function warnOfRemnants(log, report) {
    for (const { id, reason, command } of report.remaining) {
        log.warning(`${id} could not be removed (${reason}). You pay for it until it is removed. To remove it: ${command}`, 'Left behind');
    }
    for (const { reason, commands } of report.unknown) {
        log.warning(`The clean-up could not see everything that this run may have made (${reason}). You pay for what is left until it is removed. To look: ${commands.join('; ')}`, 'Left behind');
    }
}
function keep({ log }, { key, onFailure }, { region, imageId }) {
    const command = imageId === undefined ? (0,_aws_cli_js__WEBPACK_IMPORTED_MODULE_2__/* .findImagesCommand */ .h4)(region, key) : (0,_aws_cli_js__WEBPACK_IMPORTED_MODULE_2__/* .removeImageCommand */ .re)(region, imageId);
    const what = imageId ?? `The image of this run in ${region}, if there is one,`;
    const why = onFailure === 'keep'
        ? ', as `on-failure: keep` asks for'
        : ', since an SSM parameter or a launch template may name it';
    const how = imageId === undefined ? 'To look for it' : 'To remove it';
    log.warning(`${what} is kept${why}. You pay for it until it is removed. ${how}: ${command}`, 'Kept');
    return imageId === undefined ? nothing : { ...nothing, kept: [imageId], regions: { [imageId]: region } };
}
/** For the job summary: what is gone and what is left, a line each, with its Region. */
function cleanupLines(report) {
    const { removed = [], kept = [], remaining = [], regions = {} } = report ?? {};
    const located = (id) => (regions[id] === undefined ? id : `${id} in ${regions[id]}`);
    return {
        removed: removed.map(located),
        left: [
            ...kept.map(located),
            ...remaining.map(({ id, reason, command }) => `${id}: ${reason}. To remove it: ${command}`),
        ],
    };
}


/***/ }),

/***/ 3725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O2: () => (/* binding */ launchTemplatesOf),
/* harmony export */   TQ: () => (/* binding */ onFailureOf),
/* harmony export */   W_: () => (/* binding */ mayBeNamed),
/* harmony export */   Y1: () => (/* binding */ backCommands),
/* harmony export */   aX: () => (/* binding */ templateVersions),
/* harmony export */   bQ: () => (/* binding */ withPointers)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7594);
/* harmony import */ var _image_publish_launch_templates_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5532);
/* harmony import */ var _image_publish_parameters_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4649);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2594);
/**
 * What outside the account's images names an image: SSM parameters, versions of launch templates, default versions. One
 * rule for all of them: from the moment before such a pointer is written, the images of the run are kept.
 */




/** Whether a pointer names an image of the run, or may do so. */
function mayBeNamed({ parameters = [], templates = [] }) {
    return (parameters.length > 0 || templates.some(({ creation, move }) => creation !== 'none' || move !== 'none'));
}
/** Deleting an image that a pointer may name would leave the pointer without a target: it is kept. */
function onFailureOf(wanted, pointers) {
    return wanted === 'delete' && mayBeNamed(pointers) ? 'published' : wanted;
}
/**
 * Nothing is turned back by itself once a pointer may have moved: the error lists what moved and what did not, and how to
 * finish or to go back by hand.
 * @param parameterNames all that were to be written, in each Region
 */
function withPointers(error, record, parameterNames) {
    if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BakeError */ .oU) || !mayBeNamed(record))
        return error;
    const { templates = [] } = record;
    // An error of Systems Manager lists the parameters itself, as they were found afterwards.
    const listsParameters = error.message.includes(parametersListed);
    const lines = [
        ...templates.flatMap(templateLines),
        ...(listsParameters ? [] : parameterLines(record, parameterNames)),
    ];
    const message = [
        error.message,
        ...(lines.length === 0 ? [] : ['What has become of the pointers to the image:', ...lines]),
        ...commands('To finish by hand', [
            ...templates.flatMap(forward),
            ...forwardParameters(record, parameterNames),
        ]),
        ...commands('To go back', backCommands(record)),
    ].join('\n');
    const kept = 'The images are kept, since pointers may name them. Re-run the job to finish: it does what is left.';
    const remedy = [error.remedy, kept].filter((text) => text !== undefined).join(' ');
    const Kind = error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc ? _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc : _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BakeError */ .oU;
    return new Kind(message, { remedy, cause: error.cause });
}
/** Commands that undo what was changed, the last change first. */
function backCommands({ parameters = [], templates = [] }) {
    return [...parameters.flatMap(backParameter), ...templates.flatMap(back)];
}
/** What the list of `publishParameters` begins with. */
const parametersListed = "SSM parameters hold the image's ID:";
function commands(title, list) {
    return list.length === 0 ? [] : [`${title}:`, ...list.map((command) => `- ${command}`)];
}
function templateLines(template) {
    const { version, creation, move, makeDefault, defaultBefore, imageId } = template;
    const versions = {
        none: 'no version was created',
        unanswered: `a version with ${imageId} may have been created, its answer was lost or not waited for`,
        made: `version ${version} was created with ${imageId}`,
        there: `version ${version} named ${imageId} before`,
    };
    const moves = {
        none: `the default version was not changed: it is ${defaultBefore}`,
        unanswered: `the default version may have been changed: ${defaultBefore} → ${version}`,
        made: `the default version was changed: ${defaultBefore} → ${version}`,
        there: `the default version was ${version} before`,
    };
    const name = (0,_image_publish_launch_templates_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(template);
    return [`- ${name}: ${versions[creation]}`, ...(makeDefault ? [`- ${name}: ${moves[move]}`] : [])];
}
function parameterLines(record, names) {
    return forEachParameter(record, names, (region, name, known) => known === undefined ? `- ${name} in ${region} was not changed` : (0,_image_publish_parameters_js__WEBPACK_IMPORTED_MODULE_2__/* .whatBecameOf */ .Vo)(known));
}
function forEachParameter(record, names, result) {
    const { parameters = [] } = record;
    return (0,_record_js__WEBPACK_IMPORTED_MODULE_3__/* .imagesOf */ .I)(record).flatMap(({ region, id }) => names.map((name) => {
        const known = parameters.find((one) => one.region === region && one.name === name);
        return result(region, name, known, id);
    }));
}
function forward({ id, region, imageId, defaultBefore, version, creation, move, makeDefault, }) {
    const data = JSON.stringify({ ImageId: imageId });
    const create = `aws ec2 create-launch-template-version --region ${region} --launch-template-id ${id} --source-version ${defaultBefore} --launch-template-data '${data}'`;
    const number = version ?? 'NEW-VERSION';
    return [
        ...(creation === 'none' || creation === 'unanswered' ? [create] : []),
        ...(makeDefault && (move === 'none' || move === 'unanswered') ? [setDefault(region, id, number)] : []),
    ];
}
function back(template) {
    const { id, region, version, defaultBefore, creation, move } = template;
    const of = `--region ${region} --launch-template-id ${id}`;
    return [
        ...(move === 'made' || move === 'unanswered' ? [setDefault(region, id, defaultBefore)] : []),
        ...(creation === 'made' ? [`aws ec2 delete-launch-template-versions ${of} --versions ${version}`] : []),
        // Its number is not known, or it is not there.
        ...(creation === 'unanswered'
            ? [`aws ec2 describe-launch-template-versions ${of} --versions '$Latest'`]
            : []),
    ];
}
function setDefault(region, id, version) {
    return `aws ec2 modify-launch-template --region ${region} --launch-template-id ${id} --default-version ${version}`;
}
function forwardParameters(record, names) {
    return forEachParameter(record, names, (region, name, known, imageId) => known === undefined || known.unanswered ? [put(region, name, imageId)] : []).flat();
}
function backParameter({ region, name, oldValue, newValue }) {
    if (oldValue === newValue)
        return [];
    if (oldValue === null)
        return [`aws ssm delete-parameter --region ${region} --name ${name}`];
    // What anybody has put into a parameter is no part of a command that people copy.
    return [put(region, name, /^ami-[0-9a-f]+$/.test(oldValue) ? oldValue : 'OLD-VALUE')];
}
function put(region, name, value) {
    return `aws ssm put-parameter --region ${region} --name ${name} --value ${value} --type String --overwrite`;
}
/** The versions that launch the image, by the IDs of their templates. */
function templateVersions({ templates = [] }) {
    return Object.fromEntries(templates.flatMap(({ id, version, creation }) => version === undefined || creation === 'none' ? [] : [[id, version]]));
}
/** For the documents in JSON. */
function launchTemplatesOf({ templates = [] }) {
    return templates.flatMap(({ region, id, version, defaultBefore, move }) => version === undefined
        ? []
        : [{ region, id, version, oldDefault: defaultBefore, isDefault: move === 'made' || move === 'there' }]);
}


/***/ }),

/***/ 9336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isOtherAccount),
/* harmony export */   b: () => (/* binding */ withinTheTimeLeft)
/* harmony export */ });
/* harmony import */ var _aws_account_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3234);
/* harmony import */ var _aws_cli_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5799);
/* harmony import */ var _image_remove_removal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2138);
/* harmony import */ var _clean_up_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4214);
/** What the post steps of the actions share that distribute images. */




/** A post step that is told to end has as many seconds as a cancelled main step. */
function withinTheTimeLeft({ cancelled: isCancelled, clock, log, }) {
    const budget = (0,_clean_up_js__WEBPACK_IMPORTED_MODULE_1__/* .budgetOf */ .nT)(_clean_up_js__WEBPACK_IMPORTED_MODULE_1__/* .afterwards */ .Q$, clock);
    const over = new AbortController();
    const hurry = () => {
        log.info(`This step is being cancelled: ${_clean_up_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelled */ .KW.budgetSeconds} seconds are left for the clean-up.`);
        Object.assign(budget, (0,_clean_up_js__WEBPACK_IMPORTED_MODULE_1__/* .budgetOf */ .nT)(_clean_up_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelled */ .KW, clock));
        clock.sleep(_clean_up_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelled */ .KW.budgetSeconds * 1000).then(() => over.abort(new _image_remove_removal_js__WEBPACK_IMPORTED_MODULE_2__/* .TimeIsOverError */ .q('the time of the clean-up is over')), () => undefined);
    };
    if (isCancelled.aborted)
        hurry();
    else
        isCancelled.addEventListener('abort', hurry, { once: true });
    return { signal: over.signal, budget };
}
/**
 * A later step may have switched to credentials of another account: nothing of this bake would show there.
 * @returns false when the account is right, or cannot be asked for
 */
async function isOtherAccount(aws, state, action, log, signal) {
    const { accountId, region, key, amiId } = state;
    if (accountId === undefined)
        return false;
    const account = await (0,_aws_account_js__WEBPACK_IMPORTED_MODULE_0__/* .callersAccount */ .ix)(aws, { signal, ..._aws_account_js__WEBPACK_IMPORTED_MODULE_0__/* .accountLimits */ .U1 }).catch(() => undefined);
    if (account === undefined || account === accountId)
        return false;
    const commands = [
        ...(amiId === undefined ? [] : [(0,_aws_cli_js__WEBPACK_IMPORTED_MODULE_3__/* .removeImageCommand */ .re)(region, amiId)]),
        ...(action === 'bake' ? [(0,_aws_cli_js__WEBPACK_IMPORTED_MODULE_3__/* .findImagesCommand */ .h4)(region, key), (0,_aws_cli_js__WEBPACK_IMPORTED_MODULE_3__/* .findSnapshotsCommand */ .CC)(region, key)] : []),
        ...(state.copies ?? []).map((copy) => copy.amiId === undefined
            ? (0,_aws_cli_js__WEBPACK_IMPORTED_MODULE_3__/* .findImagesCommand */ .h4)(copy.region, key)
            : (0,_aws_cli_js__WEBPACK_IMPORTED_MODULE_3__/* .removeImageCommand */ .re)(copy.region, copy.amiId)),
    ];
    log.warning(`The image of this ${action} is in account ${accountId}, and the credentials are of account ${account} by now: nothing was cleaned up. You pay for what is left in ${region} until it is removed. With credentials of account ${accountId}: ${commands.join('; ')}`, 'Left behind');
    return true;
}


/***/ }),

/***/ 2594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ imagesOf),
/* harmony export */   x: () => (/* binding */ learnOfImage)
/* harmony export */ });
/* harmony import */ var _run_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5548);

/** The home image first, then the copies. */
function imagesOf({ image, copies = [] }) {
    return [image, ...copies.map((copy) => copy.image)].filter((each) => each !== undefined);
}
/** Takes over what has become known of the image in one Region. */
function learnOfImage(run, region, facts) {
    const { image, copies = [] } = run.record;
    if (image?.region === region) {
        (0,_run_run_js__WEBPACK_IMPORTED_MODULE_0__/* .learn */ .nB)(run, { image: { ...image, ...facts } });
        return;
    }
    const learnt = (copy) => copy.region === region && copy.image ? { ...copy, image: { ...copy.image, ...facts } } : copy;
    (0,_run_run_js__WEBPACK_IMPORTED_MODULE_0__/* .learn */ .nB)(run, { copies: copies.map(learnt) });
}


/***/ }),

/***/ 7200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $L: () => (/* binding */ isDone),
/* harmony export */   I1: () => (/* binding */ amiIds),
/* harmony export */   hw: () => (/* binding */ copyState),
/* harmony export */   w$: () => (/* binding */ copies)
/* harmony export */ });
/* harmony import */ var _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5270);
/* harmony import */ var _github_saved_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3284);
/** What the states of a bake and of a promotion share, see `github/saved-state.ts`. */


/** Nothing is left to clean up. */
function isDone({ phase }) {
    return phase === 'done';
}
function copyState({ region, id }) {
    return { region, ...(id === undefined ? {} : { amiId: id }) };
}
function amiIds(value) {
    return Array.isArray(value) && value.every((0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)(_aws_id_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .amiIdForm */ .VU));
}
function copies(value) {
    if (!Array.isArray(value))
        return false;
    return value.every((copy) => {
        if (typeof copy !== 'object' || copy === null)
            return false;
        const { region, amiId, ...others } = copy;
        const isRight = (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)(_aws_id_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .regionForm */ .lB)(region) && (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)(_aws_id_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .amiIdForm */ .VU))(amiId);
        return isRight && Object.keys(others).length === 0;
    });
}


/***/ }),

/***/ 5532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G_: () => (/* binding */ templatesNaming),
/* harmony export */   KT: () => (/* binding */ named),
/* harmony export */   QT: () => (/* binding */ readTemplates),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   kJ: () => (/* binding */ createVersions),
/* harmony export */   pM: () => (/* binding */ unsuitableTemplate),
/* harmony export */   qp: () => (/* binding */ moveDefaults),
/* harmony export */   xV: () => (/* binding */ readTemplate),
/* harmony export */   yy: () => (/* binding */ unreadableTemplate)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6762);
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4608);
/* harmony import */ var _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5270);
/* harmony import */ var _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(848);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7594);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8566);
/* harmony import */ var _run_run_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5548);
/**
 * Lets launch templates launch the image: a new version of each, made from its default version, and the default version
 * moved where that is asked for. Both are pointers to the image, as SSM parameters are.
 */







/** For a last look at what became of a template when something has gone wrong. */
const lastLook = { patienceSeconds: 20, attemptSeconds: 5 };
/**
 * @param template its ID or its name
 * @throws what `PatientClient.send` throws; UnreadableAnswerError when EC2 does not show both versions
 */
async function readTemplate(ec2, template, how) {
    const command = new _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_2__/* .DescribeLaunchTemplateVersionsCommand */ .Pt({
        ...named(template),
        Versions: ['$Default', '$Latest'],
    });
    const { LaunchTemplateVersions: versions = [] } = await ec2.send(command, how);
    const byNumber = versions.toSorted((a, b) => numberOf(a) - numberOf(b));
    const byDefault = versions.find(({ DefaultVersion }) => DefaultVersion);
    const newest = byNumber.at(-1);
    if (byDefault === undefined || newest?.LaunchTemplateId === undefined)
        throw new _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableAnswerError */ .mP('DescribeLaunchTemplateVersions was answered without a default version');
    return { id: newest.LaunchTemplateId, default: byDefault, newest };
}
/** @param template its ID or its name */
function named(template) {
    return _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_5__/* .launchTemplateIdForm */ .PI.test(template)
        ? { LaunchTemplateId: template }
        : { LaunchTemplateName: template };
}
function numberOf({ VersionNumber = 0 }) {
    return VersionNumber;
}
/**
 * Why a version made from the default version would not launch the image; undefined when it would. Snapshots in the block
 * device mapping take the place of those of the image ("Launch template parameters", EC2 user guide).
 */
function unsuitableTemplate(region, template, { default: source }) {
    const mappings = source.LaunchTemplateData?.BlockDeviceMappings ?? [];
    const old = mappings.filter(({ Ebs }) => (Ebs?.SnapshotId ?? '') !== '');
    if (old.length === 0)
        return undefined;
    const devices = old.map(({ DeviceName, Ebs }) => `${DeviceName} (${Ebs?.SnapshotId})`).join(', ');
    return `Launch template ${template} in ${region}: its default version ${source.VersionNumber} names snapshots in its block device mapping, for ${devices}. A version made from it would launch old data in place of the image's. Make a version without these snapshots the default version.`;
}
/** Says that there is none, or why it cannot be read. */
function unreadableTemplate(region, template, thrown) {
    if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorKind */ .f8)(thrown) === 'not-found') {
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .BakeError */ .oU(`There is no launch template ${template} in ${region} of this account.`, {
            cause: thrown,
            remedy: 'Check its name or ID and the Region in `launch-template`. The action makes versions, not templates.',
        });
    }
    return (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .awsFailure */ .MT)('ec2:DescribeLaunchTemplateVersions', `read launch template ${template} in ${region}`, thrown);
}
/**
 * Reads all of them, before any is written.
 * @throws BakeError for the first that is not there, cannot be read or would not launch the image
 */
async function readTemplates(run, targets) {
    const { aws, signal } = run;
    return Promise.all(targets.map(async (target) => {
        const { region, template } = target;
        const found = await readTemplate(aws.ec2(region), template, { signal }).catch((error) => {
            signal.throwIfAborted();
            throw unreadableTemplate(region, template, error);
        });
        const problem = unsuitableTemplate(region, template, found);
        if (problem !== undefined)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .BakeError */ .oU(problem);
        return published(target, found);
    }));
}
function published(target, found) {
    const isThere = launches(found.newest, target.imageId);
    const newest = numberOf(found.newest);
    const before = numberOf(found.default);
    return {
        ...target,
        id: found.id,
        defaultBefore: before,
        newestBefore: newest,
        ...(isThere ? { version: newest } : {}),
        creation: isThere ? 'there' : 'none',
        move: target.makeDefault && isThere && before === newest ? 'there' : 'none',
    };
}
function launches({ LaunchTemplateData }, imageId) {
    return LaunchTemplateData?.ImageId === imageId;
}
/**
 * One after the other, so that a failure, which ends it, leaves as few changed as possible.
 * @returns the templates with the numbers of their versions
 * @throws BakeError when EC2 refuses, or when it is not clear what EC2 has done
 */
async function createVersions(run, templates, knows) {
    const results = [];
    for (const template of templates) {
        if (template.creation === 'there')
            results.push(skip(run, template, `version ${template.version} names`));
        else
            results.push(await createVersion(run, template, knows));
    }
    return results;
}
/** As `createVersions`, once the versions are there. */
async function moveDefaults(run, templates, knows) {
    const results = [];
    for (const template of templates) {
        if (!template.makeDefault)
            results.push(template);
        else if (template.defaultBefore !== template.version)
            results.push(await moveDefault(run, template, knows));
        else
            results.push(skip(run, template, `the default version ${template.version} names`));
    }
    return results;
}
function skip({ log }, template, what) {
    log.info(`${nameOf(template)}: ${what} ${template.imageId} already`);
    return template;
}
async function createVersion(run, template, knows) {
    const { aws, log, signal, throwIfCancelled } = run;
    const { region, imageId, defaultBefore } = template;
    throwIfCancelled();
    log.info(`${nameOf(template)}: creating a version with ${imageId} from version ${defaultBefore}`);
    knows({ ...template, creation: 'unanswered' });
    const version = await settled({
        run,
        work: async () => {
            run.record.changed = true;
            const answer = await aws.ec2(region).send(versionCommand(template), { signal });
            warnOfIssues(run, template, answer.Warning?.Errors ?? []);
            return versionIn(answer.LaunchTemplateVersion);
        },
        // The newest version alone: an older one with the image may be of before.
        look: (now) => (launches(now.newest, imageId) ? numberOf(now.newest) : undefined),
        template,
        refused: () => knows(template),
        failure: ['ec2:CreateLaunchTemplateVersion', `create a version of ${nameOf(template)}`],
    });
    const created = { ...template, version, creation: 'made' };
    knows(created);
    log.info(`${nameOf(template)}: version ${version} launches ${imageId}`);
    return created;
}
/**
 * The token holds the newest version that was seen, so that going back to an image that an earlier version named makes a
 * version, too; and nothing else may differ in a request with the same token.
 */
function versionCommand({ id, imageId, newestBefore, defaultBefore }) {
    return new _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_2__/* .CreateLaunchTemplateVersionCommand */ .B_({
        LaunchTemplateId: id,
        SourceVersion: String(defaultBefore),
        VersionDescription: `${imageId}, by bake-ami`,
        LaunchTemplateData: { ImageId: imageId },
        ClientToken: token(id, imageId, newestBefore),
    });
}
function versionIn(version) {
    if (version?.VersionNumber !== undefined)
        return version.VersionNumber;
    throw new _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableAnswerError */ .mP('CreateLaunchTemplateVersion was answered without a version');
}
/** EC2 makes the version all the same (API Reference, CreateLaunchTemplateVersion, `warning`). */
function warnOfIssues(run, template, issues) {
    for (const { Code, Message } of issues)
        (0,_run_run_js__WEBPACK_IMPORTED_MODULE_6__/* .warn */ .R8)(run, `${nameOf(template)}: EC2 warns of the new version: ${[Code, Message].filter(Boolean).join(': ')}`);
}
async function moveDefault(run, template, knows) {
    const { aws, log, signal, throwIfCancelled } = run;
    const { id, region, version, defaultBefore } = template;
    throwIfCancelled();
    log.info(`${nameOf(template)}: default version ${defaultBefore} → ${version}`);
    knows({ ...template, move: 'unanswered' });
    const now = run.clock.now();
    await settled({
        run,
        work: async () => {
            run.record.changed = true;
            const command = new _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_2__/* .ModifyLaunchTemplateCommand */ .dd({
                LaunchTemplateId: id,
                DefaultVersion: String(version),
                // With the time: the same move may have been made before, and been undone.
                ClientToken: token(id, version, defaultBefore, now),
            });
            // A new version may not show at once (eventual consistency).
            await aws.ec2(region).send(command, { signal, newObject: true });
            return true;
        },
        look: (found) => numberOf(found.default) === version || undefined,
        template,
        refused: () => knows(template),
        failure: [
            'ec2:ModifyLaunchTemplate',
            `make version ${version} the default version of ${nameOf(template)}`,
        ],
    });
    const moved = { ...template, move: 'made' };
    knows(moved);
    return moved;
}
/**
 * Does the work. When its answers are lost for good, or the token was used by a request that differs, the template decides.
 * @throws BakeError when it does not show the work
 */
async function settled(settling) {
    const { run, work, look, template, refused, failure } = settling;
    const { aws, signal } = run;
    try {
        return await work();
    }
    catch (error) {
        signal.throwIfAborted();
        const kind = (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorKind */ .f8)(error);
        const how = { signal, ...lastLook };
        const now = await readTemplate(aws.ec2(template.region), template.id, how).catch(() => undefined);
        signal.throwIfAborted();
        const result = now && look(now);
        if (result !== undefined)
            return result;
        if (kind === 'permission' || kind === 'refused' || kind === 'not-found')
            refused();
        throw (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .awsFailure */ .MT)(failure[0], failure[1], error);
    }
}
/** "Constraint: Maximum 128 ASCII characters." (API Reference, ClientToken of both calls) */
function token(...identity) {
    return `bake-ami-${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_4__/* .shortHash */ .BC)(JSON.stringify(identity), 40)}`;
}
function nameOf({ template, region, id }) {
    return `Launch template ${template}${template === id ? '' : ` (${id})`} in ${region}`;
}
/** Those whose newest version names the image already: an earlier attempt may have begun to publish. */
async function templatesNaming(run, targets) {
    const all = await readTemplates(run, targets);
    return all.filter(({ creation }) => creation === 'there');
}


/***/ }),

/***/ 4649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pq: () => (/* binding */ unsuitable),
/* harmony export */   Vo: () => (/* binding */ whatBecameOf),
/* harmony export */   Zu: () => (/* binding */ readParameters),
/* harmony export */   e4: () => (/* binding */ publishParameters)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6762);
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4608);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7594);
/* harmony import */ var _base_look_until_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6815);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8566);
/* harmony import */ var _run_run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5548);
/**
 * Lets SSM parameters point at the image, in each of its Regions. The last thing that is done to an image: who reads a
 * parameter starts instances from what it holds.
 */






/** "aws:ec2:image": Systems Manager checks that the value is the ID of an image that is available (PutParameter, DataType). */
const imageDataType = 'aws:ec2:image';
/** The check of the data type is asynchronous, and nobody is told of its end but by the value that shows or does not. */
const patienceSeconds = 120;
const lookEverySeconds = 2;
/** For a last look at what became of parameters when something has gone wrong. */
const lastLook = { patienceSeconds: 20, attemptSeconds: 5 };
/**
 * Reads all parameters first, then writes them one after the other, then reads all of them back: a failure, which ends it,
 * leaves as few changed as possible. Those that hold the value already are not written.
 * @returns all of them, in the order of the Regions and then of the names
 * @throws BakeError that tells of each parameter whether it has been changed
 */
async function publishParameters(run, publication) {
    const pointers = await readAll(run, publication);
    const written = [];
    try {
        for (const pointer of pointers) {
            if (isDone(pointer))
                skip(run, publication, pointer);
            else
                await write(run, publication, pointer, written);
        }
        await readBack(run, publication, written);
    }
    catch (error) {
        run.signal.throwIfAborted();
        throw await withOutcomes(run, pointers, written, error);
    }
    return pointers.map(published);
}
/**
 * @param how with the patience of whoever asks
 * @returns those that are there, by name
 * @throws what `PatientClient.send` throws
 */
async function readParameters(ssm, names, how) {
    const { GetParametersCommand } = await __webpack_require__.e(/* import() */ 459).then(__webpack_require__.bind(__webpack_require__, 6459));
    const parameters = new Map();
    for (let first = 0; first < names.length; first += namesPerCall) {
        const Names = names.slice(first, first + namesPerCall);
        const answer = await ssm.send(new GetParametersCommand({ Names }), how);
        for (const parameter of answer.Parameters ?? [])
            parameters.set(parameter.Name ?? '', parameter);
    }
    return parameters;
}
/** API model, GetParameters, `Names`. */
const namesPerCall = 10;
/**
 * Why the parameter cannot hold the image's ID; undefined when it can. A parameter keeps its type for good
 * (HierarchyTypeMismatchException in the API model).
 */
function unsuitable(region, { Name, Type }) {
    if (Type === 'String')
        return undefined;
    return `Parameter ${Name} in ${region} is a ${Type}, and the type of a parameter cannot be changed to String. Choose another name as \`ssm-parameter\`, or delete the parameter.`;
}
function isDone({ before, newValue }) {
    return before?.Value === newValue;
}
function published({ region, name, newValue, before }) {
    return { region, name, oldValue: before?.Value ?? null, newValue };
}
/** One line of a list, without asking Systems Manager. */
function whatBecameOf({ region, name, oldValue, newValue, unanswered }) {
    const subject = `- ${name} in ${region}`;
    if (oldValue === newValue)
        return `${subject} held ${newValue} before`;
    const became = unanswered ? 'may have been changed, its answer was not waited for' : 'was changed';
    return `${subject} ${became}: ${shown(oldValue)} → ${newValue}`;
}
function skip({ log }, { onWritten }, pointer) {
    const { region, name, newValue } = pointer;
    onWritten(published(pointer));
    log.info(`Parameter ${name} in ${region} holds ${newValue} already`);
}
async function readAll({ aws, signal }, { targets, parameterNames }) {
    const ofRegions = await Promise.all(targets.map(async ({ region, imageId }) => {
        const parameters = await readParameters(aws.ssm(region), parameterNames, { signal }).catch((error) => {
            signal.throwIfAborted();
            const doing = `read the SSM parameters in ${region}, none of which has been changed`;
            throw (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .awsFailure */ .MT)('ssm:GetParameters', doing, error);
        });
        return parameterNames.map((name) => ({
            region,
            name,
            newValue: imageId,
            before: parameters.get(name),
        }));
    }));
    const pointers = ofRegions.flat();
    const problems = pointers.flatMap(({ region, before }) => (before && unsuitable(region, before)) ?? []);
    if (problems.length > 0)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemsError */ .FQ('No SSM parameter has been changed', problems);
    return pointers;
}
async function write(run, { onWriting, onWritten, onRefused }, pointer, written) {
    const { signal, log } = run;
    const { region, name, newValue, before } = pointer;
    signal.throwIfAborted();
    log.info(`Parameter ${name} in ${region}: ${shown(before?.Value)} → ${newValue}`);
    written.push(pointer);
    onWriting({ ...published(pointer), unanswered: true });
    try {
        pointer.version = await put(run, pointer);
        onWritten(published(pointer));
    }
    catch (error) {
        signal.throwIfAborted();
        const kind = (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorKind */ .f8)(error);
        if (kind === 'permission' || kind === 'refused')
            onRefused(published(pointer));
        throw (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .awsFailure */ .MT)('ssm:PutParameter', `write the SSM parameter ${name} in ${region}`, error);
    }
}
/**
 * The data type of a parameter that is there cannot be changed (bottlerocket-os/bottlerocket#2599,
 * hashicorp/terraform-provider-aws#35959): where Systems Manager refuses that, the parameter keeps the one it has.
 * @returns the number of the version that it made
 */
async function put(run, pointer) {
    const { aws, signal } = run;
    run.record.changed = true;
    const { region, name, newValue, before } = pointer;
    const { PutParameterCommand } = await __webpack_require__.e(/* import() */ 459).then(__webpack_require__.bind(__webpack_require__, 6459));
    const write = async (DataType) => {
        const input = { Name: name, Value: newValue, Type: 'String', DataType, Overwrite: true };
        const { Version } = await aws.ssm(region).send(new PutParameterCommand(input), { signal });
        return Version ?? (before?.Version ?? 0) + 1;
    };
    try {
        return await write(imageDataType);
    }
    catch (error) {
        signal.throwIfAborted();
        const dataType = before?.DataType ?? imageDataType;
        if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorKind */ .f8)(error) !== 'refused' || dataType === imageDataType)
            throw error;
        const version = await write(dataType);
        (0,_run_run_js__WEBPACK_IMPORTED_MODULE_4__/* .warn */ .R8)(run, `Parameter ${name} in ${region} keeps its data type ${dataType}, which cannot be changed, so that its value is not checked and EC2 may not take it in place of an image ID. To have ${imageDataType}, delete the parameter: the next bake makes it anew.`);
        return version;
    }
}
async function readBack(run, { onWriting }, written) {
    const { clock, signal } = run;
    const until = clock.now() + patienceSeconds * 1000;
    let left = written;
    const areAllShown = async () => {
        left = await notHolding(run, left);
        return left.length === 0 || undefined;
    };
    if (await (0,_base_look_until_js__WEBPACK_IMPORTED_MODULE_5__/* .lookUntil */ .c)(areAllShown, { clock, signal, until, everySeconds: lookEverySeconds }))
        return;
    for (const pointer of left)
        onWriting({ ...published(pointer), unanswered: true });
    throw notShown(left);
}
/** @throws BakeError when somebody else has written to one since */
async function notHolding({ aws, signal }, pointers) {
    const left = await Promise.all(byRegion(pointers).map(async ([region, some]) => {
        const names = some.map(({ name }) => name);
        const now = await readParameters(aws.ssm(region), names, { signal }).catch((error) => {
            signal.throwIfAborted();
            throw (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .awsFailure */ .MT)('ssm:GetParameters', `read back the SSM parameters in ${region}`, error);
        });
        return some
            .map((pointer) => ({ pointer, now: now.get(pointer.name) }))
            .filter((each) => each.now?.Value !== each.pointer.newValue);
    }));
    const all = left.flat();
    const overwritten = all.filter(({ pointer, now }) => isOverwritten(pointer, now));
    if (overwritten.length > 0)
        throw wereOverwritten(overwritten);
    return all.map(({ pointer }) => pointer);
}
/** A version after ours holds something else. */
function isOverwritten({ version, newValue }, now) {
    return version !== undefined && (now?.Version ?? 0) > version && now?.Value !== newValue;
}
function wereOverwritten(all) {
    const list = all.map(({ pointer: { name, region }, now }) => `${name} in ${region}, whose version ${now?.Version} holds ${shown(now?.Value)}`);
    const commands = all.map(({ pointer: { name, region } }) => `aws ssm get-parameter-history --region ${region} --name ${name}`);
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BakeError */ .oU(`SSM parameters were overwritten after this step had written them: ${list.join('; ')}.`, {
        remedy: `Their history shows who changed them (${commands.join('; ')}). Let only one job at a time write a parameter (\`concurrency\`), then run the job again to have it hold this image.`,
    });
}
function byRegion(pointers) {
    return [...Map.groupBy(pointers, ({ region }) => region)];
}
/** User guide, "Native parameter support for Amazon Machine Image IDs": what the asynchronous check takes. */
function notShown(left) {
    const names = left.map(({ name, region }) => `${name} in ${region}`).join(', ');
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BakeError */ .oU(`Systems Manager accepted the image IDs, but does not show them ${patienceSeconds} seconds later in ${names}.`, {
        remedy: 'It checks each ID after it has accepted it, with the permissions of the role, and drops it silently when the check fails: allow ssm:GetParameters and ec2:DescribeImages in those Regions. EventBridge tells of failed checks ("Parameter Store Change").',
    });
}
/** The error with what became of each parameter, looked up anew. */
async function withOutcomes(run, pointers, written, error) {
    if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BakeError */ .oU))
        return error;
    const now = await valuesNow(run, written);
    const holds = (pointer) => isDone(pointer) || now.get(pointer)?.Value === pointer.newValue;
    const count = `${pointers.filter(holds).length} of ${pointers.length}`;
    const lines = pointers.map((pointer) => {
        const { region, name, newValue, before } = pointer;
        const subject = `- ${name} in ${region}`;
        if (holds(pointer))
            return whatBecameOf(published(pointer));
        if (!written.includes(pointer))
            return `${subject} was not changed: ${holding(before)}`;
        if (!now.has(pointer)) {
            return `${subject} may have been changed, it cannot be read: ${shown(before?.Value)} → ${newValue}`;
        }
        if (isOverwritten(pointer, now.get(pointer)))
            return `${whatBecameOf(published(pointer))}; now it holds ${shown(now.get(pointer)?.Value)}`;
        return `${subject} was not changed: ${holding(now.get(pointer))}`;
    });
    const message = `${error.message}\n${count} SSM parameters hold the image's ID:\n${lines.join('\n')}`;
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BakeError */ .oU(message, {
        cause: error.cause,
        ...(error.remedy === undefined ? {} : { remedy: error.remedy }),
    });
}
/** What can be read of them; those that cannot are missing. */
async function valuesNow({ aws, signal }, pointers) {
    const found = await Promise.all(byRegion(pointers).map(async ([region, some]) => {
        const names = some.map(({ name }) => name);
        const how = { signal, ...lastLook };
        const parameters = await readParameters(aws.ssm(region), names, how).catch(() => undefined);
        if (parameters === undefined)
            return [];
        return some.map((pointer) => [pointer, parameters.get(pointer.name)]);
    }));
    return new Map(found.flat());
}
function holding(parameter) {
    return parameter === undefined ? 'it does not exist' : `it holds ${shown(parameter.Value)}`;
}
/** Of whatever was in the parameter, no more than a line can take. */
function shown(value) {
    return typeof value === 'string' ? (0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .cut */ .Jj)((0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutControls */ .DJ)(value), 100) : '(none)';
}


/***/ }),

/***/ 6232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aH: () => (/* binding */ removeImage),
/* harmony export */   di: () => (/* binding */ markCopies),
/* harmony export */   iA: () => (/* binding */ prepare),
/* harmony export */   u0: () => (/* binding */ carryOut)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6762);
/* harmony import */ var _base_own_tags_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3443);
/* harmony import */ var _claim_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5165);
/* harmony import */ var _describe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1852);
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7496);
/* harmony import */ var _deregister_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9742);
/* harmony import */ var _removal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2138);
/* harmony import */ var _snapshots_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8987);
/**
 * Removes an image and everything that belongs to it, and says what became of each part. In two steps, so that a clean-up
 * of several Regions can decide by the home image first: `prepare` finds what is this process's own to remove and marks it;
 * `carryOut` removes it.
 */








/** An image that has not shown after this time will hardly show: what EC2 hides at first, it shows within a minute. */
const sureSeconds = 45;
/** Never throws for what AWS answers: what failed is in the result. Throws only the signal's reason. */
async function removeImage(options) {
    const prepared = await prepare(options);
    await carryOut(prepared);
    return prepared.removal;
}
/** Throws only the signal's reason, as the functions below. */
async function prepare(options) {
    const removal = new _removal_js__WEBPACK_IMPORTED_MODULE_5__/* .Removal */ .J(options);
    return prepared(removal, ownImages(removal), []);
}
/** Marks copies, too: for when it is not this process that has marked their home image. */
async function markCopies({ removal, images }) {
    return prepared(removal, marked(removal, images), images);
}
async function prepared(removal, finding, before) {
    try {
        return { removal, images: await finding };
    }
    catch (error) {
        giveUp(removal, error, before);
        return { removal, images: [] };
    }
}
async function carryOut({ removal, images }) {
    if (removal.gaveUp !== undefined)
        return;
    try {
        await Promise.all(images.map((image) => (0,_deregister_js__WEBPACK_IMPORTED_MODULE_3__/* .deregister */ .BX)(removal, image)));
        await (0,_snapshots_js__WEBPACK_IMPORTED_MODULE_4__/* .deleteSnapshots */ .B)(removal);
    }
    catch (error) {
        giveUp(removal, error, images);
    }
}
/** @param images which were about to be removed */
function giveUp(removal, error, images) {
    const { signal, imageId } = removal.options;
    const isOver = signal.reason instanceof _removal_js__WEBPACK_IMPORTED_MODULE_5__/* .TimeIsOverError */ .q;
    if (!isOver)
        signal.throwIfAborted();
    const reason = isOver ? signal.reason.message : (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeAwsError */ .Pp)(error);
    removal.complete = false;
    removal.gaveUp = reason;
    const left = new Set([imageId, ...images.map(({ ImageId }) => ImageId), ...removal.snapshots]);
    for (const id of left)
        if (id !== undefined && !removal.removed.has(id))
            removal.remains(id, reason);
}
/** Takes over what may be taken over, and marks all that is this process's own: see `ownership.ts`. */
async function ownImages(removal) {
    const { claim, claimsBefore, role } = removal.options;
    const found = (await findImages(removal)).filter(({ State }) => State !== 'deregistered');
    for (const { ImageId = '', State } of found)
        if (State === 'disabled')
            removal.disabled.add(ImageId);
    // Nobody takes a copy over but the owner of its home image, and that is marked by then.
    if (role === 'copy')
        return [
            ...found.filter((image) => isToTakeOver(removal, image)),
            ...toRemove(removal, found.filter((image) => !isToTakeOver(removal, image))),
        ];
    const foreign = found.filter((image) => (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_6__/* .claimOf */ ._B)(image) !== claim && isToTakeOver(removal, image));
    const take = (images) => (0,_claim_js__WEBPACK_IMPORTED_MODULE_1__/* .takeOver */ .w9)(removal.marking(), images, claim, claimsBefore);
    const taken = await whilePresent(removal, foreign, take);
    await noteAbsent(removal, foreign, taken);
    const current = found
        .filter(({ ImageId = '' }) => !removal.removed.has(ImageId))
        .map((image) => taken.find(({ ImageId }) => ImageId === image.ImageId) ?? image);
    return marked(removal, toRemove(removal, current), foreign.map(_base_own_tags_js__WEBPACK_IMPORTED_MODULE_6__/* .claimOf */ ._B));
}
/** @param overwritten claims that this removal has overwritten */
async function marked(removal, own, overwritten = []) {
    const { claim, claimsBefore = [] } = removal.options;
    const before = [...claimsBefore, ...overwritten];
    const mark = (images) => (0,_claim_js__WEBPACK_IMPORTED_MODULE_1__/* .markRemoving */ .ZH)(removal.marking(), images, claim, before);
    const seen = await whilePresent(removal, own, mark);
    await noteAbsent(removal, own, seen);
    noteUnconfirmed(removal, own, seen);
    // Others may have written their claims meanwhile.
    return toRemove(removal, seen);
}
function isToTakeOver({ options }, image) {
    const { from, role } = options;
    return from !== undefined && (0,_ownership_js__WEBPACK_IMPORTED_MODULE_7__/* .mayTakeOver */ .rw)(image, options, { from, role });
}
/** Before this process, or its main step, had taken it over. */
function isSeenAsItWas(removal, image) {
    const { claim, claimsBefore = [] } = removal.options;
    const shown = (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_6__/* .claimOf */ ._B)(image);
    return shown !== claim && claimsBefore.includes(shown) && !isToTakeOver(removal, image);
}
/** Those that this process may remove; of the others the reason is noted. */
function toRemove(removal, images) {
    return images.filter((image) => {
        const reason = (0,_ownership_js__WEBPACK_IMPORTED_MODULE_7__/* .reasonToKeep */ .RO)(image, removal.options, removal.options.role);
        if (reason !== undefined)
            removal.kept.push({ image, reason });
        return reason === undefined;
    });
}
/** "Not found" is either gone or, soon after creation, not yet here for this or that reader: the work is done again then. */
async function whilePresent(removal, images, work) {
    for (let left = images; left.length > 0;) {
        try {
            return await work(left);
        }
        catch (error) {
            removal.options.signal.throwIfAborted();
            if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorKind */ .f8)(error) !== 'not-found' && !(0,_deregister_js__WEBPACK_IMPORTED_MODULE_3__/* .isDeregistered */ .WD)(error))
                throw error;
            const areAbsent = await Promise.all(left.map(({ ImageId = '' }) => (0,_deregister_js__WEBPACK_IMPORTED_MODULE_3__/* .staysAbsent */ .eK)(removal, ImageId)));
            for (const [index, image] of left.entries())
                if (areAbsent[index])
                    (0,_deregister_js__WEBPACK_IMPORTED_MODULE_3__/* .isGone */ .ST)(removal, image);
            left = left.filter((_, index) => !areAbsent[index]);
            if (left.length > 0 && !removal.hasTime())
                throw error;
        }
    }
    return [];
}
/** Another process may have removed meanwhile what is not among the images that were read back. */
async function noteAbsent(removal, images, readBack) {
    const missing = images.filter(({ ImageId = '' }) => !removal.removed.has(ImageId) && !readBack.some((image) => image.ImageId === ImageId));
    await Promise.all(missing.map(async (image) => {
        if (await (0,_deregister_js__WEBPACK_IMPORTED_MODULE_3__/* .staysAbsent */ .eK)(removal, image.ImageId ?? ''))
            (0,_deregister_js__WEBPACK_IMPORTED_MODULE_3__/* .isGone */ .ST)(removal, image);
    }));
}
/** An image whose mark does not show may have been taken over: it is left alone. */
function noteUnconfirmed(removal, own, marked) {
    for (const { ImageId = '' } of own) {
        const isSettled = removal.removed.has(ImageId) || marked.some((image) => image.ImageId === ImageId);
        if (isSettled)
            continue;
        removal.complete = false;
        removal.remains(ImageId, 'EC2 does not show yet that no other attempt has taken it over');
    }
}
/** The images of this bake: by its ID, and by the key in case the ID was never learnt. */
async function findImages(removal) {
    const { ec2, clock, key, imageId, lookSeconds, scope, imageIsGone, budget } = removal.options;
    if (imageIsGone)
        return [];
    const lookUntil = Math.min(clock.now() + lookSeconds * 1000, budget.until);
    for (;;) {
        const byKey = await (0,_describe_js__WEBPACK_IMPORTED_MODULE_2__/* .imagesOfKey */ .pq)(ec2, key, removal.how());
        const images = byKey.filter((image) => image.ImageId === imageId || isWanted(removal, image));
        const isFound = imageId === undefined ||
            images.some((image) => image.ImageId === imageId && !isSeenAsItWas(removal, image));
        if (images.length > 0 && isFound)
            return images;
        if (clock.now() + lookEverySeconds * 1000 > lookUntil) {
            // Nothing seen is nothing there only after a look that was long enough.
            const isSure = scope === 'image' || lookSeconds >= sureSeconds;
            removal.complete &&= isSure;
            if (imageId === undefined && images.length === 0)
                removal.mayAppear = true;
            return !isFound && isSure ? [...images, ...(await byItsId(removal, imageId))] : images;
        }
        await removal.pause();
    }
}
const lookEverySeconds = 2;
/** Beside an image whose ID is known, only what is this process's own anyway: others are none of its business. */
function isWanted(removal, image) {
    const { options } = removal;
    if (options.scope !== 'bake')
        return false;
    if (options.imageId === undefined && image.Name === options.name && image.State !== 'deregistered')
        return true;
    return (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_6__/* .claimOf */ ._B)(image) === options.claim || isToTakeOver(removal, image);
}
/**
 * What the look-up by the key did not find. An image without the key has no tags, or somebody took them away: it is not
 * ours to delete then, and not to be passed over in silence either.
 */
async function byItsId(removal, imageId) {
    const { ec2, key, signal } = removal.options;
    const image = await (0,_describe_js__WEBPACK_IMPORTED_MODULE_2__/* .describeImage */ .hu)(ec2, imageId, removal.how()).catch((error) => {
        signal.throwIfAborted();
        if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorKind */ .f8)(error) === 'not-found')
            return undefined;
        throw error;
    });
    if (image === undefined || image.State === 'deregistered')
        return [];
    if (!(0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_6__/* .carriesKey */ .tX)(image, key))
        removal.remains(imageId, 'it does not carry the tag bake-ami:key of this bake');
    return (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_6__/* .carriesKey */ .tX)(image, key) ? [image] : [];
}


/***/ })

};
