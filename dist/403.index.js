export const id = 403;
export const ids = [403];
export const modules = {

/***/ 4573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ outputWriter)
/* harmony export */ });
/** Writes the outputs of a step, each when its value is new. */
function outputWriter(names, write) {
    const written = new Map();
    const put = (name, value) => {
        if (written.get(name) === value)
            return;
        write(name, value);
        written.set(name, value);
    };
    return {
        put,
        has: (name) => written.has(name),
        finish: () => {
            for (const name of names)
                if (!written.has(name))
                    put(name, '');
        },
    };
}


/***/ }),

/***/ 9455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ postPromotion),
/* harmony export */   T: () => (/* binding */ cleanUpAfter)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7594);
/* harmony import */ var _distribute_clean_up_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4214);
/* harmony import */ var _distribute_pointers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3725);
/* harmony import */ var _distribute_post_step_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9336);
/* harmony import */ var _run_run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5548);
/** The end of a promotion that does not go well: the copies that it made go, and the image itself always stays. */





/** @returns undefined when there was nothing to clean up */
async function cleanUpAfter(run, error) {
    const { record, aws, clock, log, inputs } = run;
    const { key, claim, copies = [], gone = [] } = record;
    if (!record.unfinished || key === undefined)
        return undefined;
    // The step's own signal is aborted when it was cancelled; the clean-up has a budget of time instead.
    const cleanupRun = { aws, clock, log, signal: new AbortController().signal };
    const report = await (0,_run_run_js__WEBPACK_IMPORTED_MODULE_4__/* .phase */ .Oi)(run, 'Clean up', () => (0,_distribute_clean_up_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanUp */ .nY)(cleanupRun, {
        onFailure: (0,_distribute_pointers_js__WEBPACK_IMPORTED_MODULE_2__/* .onFailureOf */ .TQ)(inputs.onFailure, record),
        key,
        claim,
        places: copies.filter(({ found }) => !found).map(({ region, id }) => placeOf(region, id, gone)),
        expectedSnapshots: record.image?.snapshots.length,
        onDeregistered: (id) => (0,_run_run_js__WEBPACK_IMPORTED_MODULE_4__/* .learn */ .nB)(run, { gone: [...(record.gone ?? []), id] }),
        haste: error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc ? _distribute_clean_up_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelled */ .KW : _distribute_clean_up_js__WEBPACK_IMPORTED_MODULE_1__/* .failed */ .gz,
    }));
    (0,_distribute_clean_up_js__WEBPACK_IMPORTED_MODULE_1__/* .warnOfRemnants */ .Cw)(log, report);
    if (report.done)
        (0,_run_run_js__WEBPACK_IMPORTED_MODULE_4__/* .learn */ .nB)(run, { unfinished: false });
    return report;
}
/** Beside the image, which is never this run's to remove, each copy is finished by itself. */
function placeOf(region, imageId, gone) {
    return { region, role: 'home', imageId, imageIsGone: imageId !== undefined && gone.includes(imageId) };
}
/**
 * The story of the post step: finishes what the main step could not.
 * @returns undefined when there was nothing to clean up
 */
async function postPromotion(step) {
    const { saved, log, clock } = step;
    const { state } = saved;
    if (state === undefined || state.phase === 'done') {
        log.info(`Nothing to clean up: ${saved.reason ?? 'the main step left nothing open'}.`);
        return undefined;
    }
    const aws = step.aws();
    const { signal, budget } = (0,_distribute_post_step_js__WEBPACK_IMPORTED_MODULE_3__/* .withinTheTimeLeft */ .b)(step);
    if (await (0,_distribute_post_step_js__WEBPACK_IMPORTED_MODULE_3__/* .isOtherAccount */ .U)(aws, state, 'promotion', log, signal))
        return undefined;
    const { onFailure, key, copies = [], gone = [] } = state;
    const report = await (0,_distribute_clean_up_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanUp */ .nY)({ aws, clock, log, signal }, {
        onFailure,
        key,
        claim: step.claim,
        from: { claim: state.claim },
        places: copies.map(({ region, amiId }) => placeOf(region, amiId, gone)),
        expectedSnapshots: undefined,
        haste: _distribute_clean_up_js__WEBPACK_IMPORTED_MODULE_1__/* .afterwards */ .Q$,
        budget,
    });
    (0,_distribute_clean_up_js__WEBPACK_IMPORTED_MODULE_1__/* .warnOfRemnants */ .Cw)(log, report);
    if (report.done && report.kept.length === 0 && report.unknown.length === 0)
        log.info('Cleaned up: no copy of this promotion is left.');
    return report;
}


/***/ }),

/***/ 7416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VX: () => (/* binding */ promotionInputs),
/* harmony export */   XR: () => (/* binding */ promotionSteps),
/* harmony export */   zs: () => (/* binding */ readPromotionInputs)
/* harmony export */ });
/* harmony import */ var _distribute_inputs_entry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3501);
/* harmony import */ var _distribute_inputs_table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6396);
/* harmony import */ var _github_inputs_parsers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3041);
/* harmony import */ var _github_inputs_read_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1417);
/* harmony import */ var _github_inputs_resource_ids_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9470);
/* harmony import */ var _github_inputs_shared_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2640);
/* harmony import */ var _naming_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1787);
/* harmony import */ var _naming_template_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8287);








/** The steps of a promotion, in their order. */
const promotionSteps = ['image', ..._distribute_inputs_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .distributionSteps */ .Ol];
function promotionInput(name, parse, rest) {
    return { name, parse, ...rest };
}
/** The ID of the image to promote. */
const amiId = promotionInput('ami-id', _github_inputs_resource_ids_js__WEBPACK_IMPORTED_MODULE_4__/* .amiId */ .$M, {
    required: true,
    plan: { step: 'image', lines: (id, { inputs }) => [`Promote ${id} in ${inputs.region}`] },
});
/** Whether the image must have passed the action `test`. */
const requireTested = promotionInput('require-tested', _github_inputs_parsers_js__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM, { default: 'false', plan: 'none' });
/** In the order of `promote/action.yml`. */
const promotionInputs = {
    amiId,
    requireTested,
    timeoutMinutes: (0,_github_inputs_shared_js__WEBPACK_IMPORTED_MODULE_5__/* .timeoutMinutes */ .DL)('120'),
    ..._distribute_inputs_table_js__WEBPACK_IMPORTED_MODULE_1__/* .distributionInputs */ .M,
    onFailure: _distribute_inputs_table_js__WEBPACK_IMPORTED_MODULE_1__/* .onFailure */ .o,
    dryRun: (0,_github_inputs_shared_js__WEBPACK_IMPORTED_MODULE_5__/* .dryRun */ .PA)('false'),
    comment: _github_inputs_shared_js__WEBPACK_IMPORTED_MODULE_5__/* .comment */ .Im,
    githubToken: _github_inputs_shared_js__WEBPACK_IMPORTED_MODULE_5__/* .githubToken */ .bU,
    region: _github_inputs_shared_js__WEBPACK_IMPORTED_MODULE_5__/* .region */ .Ny,
    roleToAssume: _github_inputs_shared_js__WEBPACK_IMPORTED_MODULE_5__/* .roleToAssume */ .Y_,
    allowedAccountIds: _github_inputs_shared_js__WEBPACK_IMPORTED_MODULE_5__/* .allowedAccountIds */ .qS,
};
/**
 * Reads and checks whatever can be checked without asking EC2, templates of parameter names included.
 * @throws ProblemsError with everything that is wrong, each problem naming its input
 */
function readPromotionInputs(sources) {
    return (0,_github_inputs_read_js__WEBPACK_IMPORTED_MODULE_3__/* .readInputs */ .K)(promotionInputs, {
        environment: sources.environment,
        check: (known) => checkParameters(sources, known),
    });
}
function checkParameters(sources, { ssmParameters = [] }) {
    const standIn = (0,_naming_template_js__WEBPACK_IMPORTED_MODULE_7__/* .parseTemplate */ .Q)('stand-in');
    const templates = { name: standIn, description: standIn, family: standIn, tags: [], snapshotTags: [] };
    return (0,_naming_names_js__WEBPACK_IMPORTED_MODULE_6__/* .checkNames */ .LN)({ ...sources, templates: { ...templates, ssmParameters } });
}


/***/ }),

/***/ 6403:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _github_comment_update_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5412);
/* harmony import */ var _github_main_step_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7081);
/* harmony import */ var _image_ownership_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7496);
/* harmony import */ var _inputs_table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7416);
/* harmony import */ var _promote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9998);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2271);
/* harmony import */ var _report_comment_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7262);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3181);
/* harmony import */ var _report_report_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(163);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6445);
/** Entry point of the main step. */










await (0,_github_main_step_js__WEBPACK_IMPORTED_MODULE_1__/* .runMainStep */ .X)('Promotion', _report_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .createOutputs */ .l, async ({ environment, workflow, log, outputs, startedAt, unique, saveState, runIn }) => {
    const inputs = (0,_inputs_table_js__WEBPACK_IMPORTED_MODULE_2__/* .readPromotionInputs */ .zs)({ environment, workflow, now: new Date(startedAt) });
    const record = (0,_record_js__WEBPACK_IMPORTED_MODULE_7__/* .emptyRecord */ .F)(inputs, (0,_image_ownership_js__WEBPACK_IMPORTED_MODULE_8__/* .newClaim */ .dz)(workflow.runAttempt, unique), startedAt);
    const keepState = (0,_state_js__WEBPACK_IMPORTED_MODULE_6__/* .stateKeeper */ .wl)(inputs, (text) => saveState(_state_js__WEBPACK_IMPORTED_MODULE_6__/* .stateName */ .Vi, text));
    const onChange = () => {
        keepState(record);
        outputs.publish(record);
    };
    const run = { ...runIn(inputs), inputs, record, onChange };
    const outcome = await (0,_promote_js__WEBPACK_IMPORTED_MODULE_3__/* .promote */ .p)(run);
    const comment = () => (0,_github_comment_update_js__WEBPACK_IMPORTED_MODULE_0__/* .updateComment */ .v)(run, (0,_report_comment_js__WEBPACK_IMPORTED_MODULE_9__/* .commentOf */ .v)(inputs, environment, outcome));
    await (0,_report_report_js__WEBPACK_IMPORTED_MODULE_5__/* .report */ .z)({ outcome, workflow, outputs, log, endedAt: run.clock.now(), comment });
    return outcome;
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 9998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ promote)
});

// EXTERNAL MODULE: ./lib/aws/decode.js
var decode = __webpack_require__(4463);
// EXTERNAL MODULE: ./lib/base/errors.js
var base_errors = __webpack_require__(7594);
// EXTERNAL MODULE: ./lib/base/own-tags.js
var own_tags = __webpack_require__(3443);
// EXTERNAL MODULE: ./lib/distribute/distribute.js + 7 modules
var distribute = __webpack_require__(5582);
// EXTERNAL MODULE: ./lib/distribute/pointers.js
var pointers = __webpack_require__(3725);
// EXTERNAL MODULE: ./lib/distribute/record.js
var distribute_record = __webpack_require__(2594);
// EXTERNAL MODULE: ./lib/github/inputs/plan.js
var inputs_plan = __webpack_require__(6158);
// EXTERNAL MODULE: ./lib/image/verify.js + 1 modules
var verify = __webpack_require__(9549);
// EXTERNAL MODULE: ./lib/naming/parameter-name.js
var parameter_name = __webpack_require__(7911);
// EXTERNAL MODULE: ./lib/naming/variables.js
var naming_variables = __webpack_require__(1505);
// EXTERNAL MODULE: ./lib/preflight/preflight.js + 12 modules
var preflight = __webpack_require__(4560);
// EXTERNAL MODULE: ./lib/run/run.js
var run_run = __webpack_require__(5548);
// EXTERNAL MODULE: ./lib/promote/clean-up.js
var clean_up = __webpack_require__(9455);
// EXTERNAL MODULE: ./lib/aws/errors.js
var errors = __webpack_require__(6762);
// EXTERNAL MODULE: ./lib/aws/failure.js + 1 modules
var failure = __webpack_require__(4608);
// EXTERNAL MODULE: ./lib/aws/sdk/ec2.js
var ec2 = __webpack_require__(848);
// EXTERNAL MODULE: ./lib/base/text.js
var base_text = __webpack_require__(8566);
// EXTERNAL MODULE: ./lib/image/describe.js
var describe = __webpack_require__(1852);
;// CONCATENATED MODULE: ./lib/promote/image.js
/** The image that is promoted: found, and judged. */







/** @throws BakeError when it is not there, or of another account */
async function findPromoted(run) {
    const { aws, region, signal, inputs } = run;
    const { amiId } = inputs;
    const ec2 = aws.ec2(region);
    const failed = (error) => {
        signal.throwIfAborted();
        if ((0,errors/* errorKind */.f8)(error) === 'not-found')
            return undefined;
        throw (0,failure/* awsFailure */.MT)('ec2:DescribeImages', `look at image ${amiId}`, error);
    };
    const image = await (0,describe/* describeImage */.hu)(ec2, amiId, { signal }).catch(failed);
    if (image?.OwnerId === undefined || image.State === 'deregistered')
        throw await notOurs(run);
    const ids = (0,describe/* snapshotsOf */.XO)(image).map(({ snapshotId }) => snapshotId);
    const how = { signal };
    const snapshots = ids.length === 0
        ? []
        : await (0,describe/* describeSnapshots */.dg)(ec2, { SnapshotIds: ids }, how).catch((error) => {
            signal.throwIfAborted();
            throw (0,failure/* awsFailure */.MT)('ec2:DescribeSnapshots', `look at the snapshots of ${amiId}`, error);
        });
    const accountId = image.OwnerId;
    return { image, snapshots, accountId, key: (0,own_tags/* keyOf */.TN)(image) ?? keyFor(accountId, amiId) };
}
/** Of an image that something else than bake-ami made: always the same. */
function keyFor(accountId, amiId) {
    return (0,base_text/* shortHash */.BC)(JSON.stringify(['promotion', accountId, amiId]), 32);
}
async function notOurs({ aws, region, signal, inputs: { amiId } }) {
    const command = new ec2/* DescribeImagesCommand */.ji({ ImageIds: [amiId], IncludeDisabled: true });
    const answer = await aws
        .ec2(region)
        .send(command, { signal, patienceSeconds: 5 })
        .catch(() => undefined);
    signal.throwIfAborted();
    const owner = answer?.Images?.find(({ ImageId }) => ImageId === amiId)?.OwnerId;
    if (owner !== undefined) {
        return new base_errors/* BakeError */.oU(`Image ${amiId} in ${region} belongs to account ${owner}, not to this one.`, {
            remedy: 'Promote it with credentials of its account, or copy it into this account first.',
        });
    }
    return new base_errors/* BakeError */.oU(`There is no image ${amiId} in ${region} of this account.`, {
        remedy: 'Check `ami-id` and `aws-region`, and which account the credentials are of.',
    });
}
/** Everything that keeps the image from being promoted. */
function problemsOf({ image }, requireTested, now) {
    const { ImageId: id, State: state, DeprecationTime } = image;
    const tested = (0,own_tags/* tagOf */.cO)(image, own_tags/* testedTag */.Sy);
    return [
        ...(state === 'available'
            ? []
            : [`Image ${id} is ${state}: only an image that is available can be promoted.`]),
        ...bakeProblem(image),
        ...(DeprecationTime !== undefined && Date.parse(DeprecationTime) <= now
            ? [
                `Image ${id} is deprecated since ${DeprecationTime}: promote a newer one, or give it a later deprecation time.`,
            ]
            : []),
        ...(requireTested && !(tested ?? '').startsWith('passed')
            ? [
                `Image ${id} has not passed its test (\`require-tested\`): its tag ${own_tags/* testedTag */.Sy} ${tested === undefined ? 'is missing' : `says "${tested}"`}. Test it with the action \`test\` first.`,
            ]
            : []),
    ];
}
function bakeProblem(image) {
    const state = (0,own_tags/* bakeStateOf */.iy)(image);
    if ((0,own_tags/* keyOf */.TN)(image) === undefined && state === undefined)
        return [];
    if (state === 'ready')
        return [];
    const why = {
        baking: 'its bake has not finished',
        removing: 'its bake is about to remove it',
        unverified: 'its bake did not wait for it (`wait: false`), so nothing has verified it',
    };
    return [
        `Image ${image.ImageId} is not ready: ${why[state ?? ''] ?? `its tag bake-ami:state is ${state ?? 'missing'}`}. Only an image that a bake has finished can be promoted.`,
    ];
}
/** The image in the shape of the checks that a bake runs on its instance: its snapshots take the place of the volumes. */
function asSource(run, { image, snapshots, accountId }) {
    return {
        id: '',
        region: run.region,
        accountId,
        state: 'stopped',
        name: undefined,
        type: '',
        architecture: image.Architecture ?? '',
        platform: image.PlatformDetails ?? '',
        imageId: image.ImageId ?? '',
        tags: {},
        rootDeviceName: image.RootDeviceName ?? '',
        rootDeviceType: image.RootDeviceType ?? 'ebs',
        volumes: (0,describe/* snapshotsOf */.XO)(image).map((each) => {
            const snapshot = snapshots.find(({ SnapshotId }) => SnapshotId === each.snapshotId);
            const { device, root, sizeGiB, snapshotId: volumeId } = each;
            const encrypted = snapshot?.Encrypted ?? each.encrypted;
            return { device, volumeId, root, sizeGiB, encrypted, kmsKeyId: snapshot?.KmsKeyId };
        }),
        instanceStoreDevices: [],
    };
}
/**
 * A duration counts from the promotion. An image that has a time already which counts from a moment between its creation and
 * now keeps that one: an earlier run set it, and a second run changes nothing.
 */
function deprecationOf(wish, { image }, now) {
    if (wish?.kind !== 'after')
        return wish;
    const time = Date.parse(image.DeprecationTime ?? '');
    const createdAt = Date.parse(image.CreationDate ?? '');
    const minute = 60_000;
    const counts = time >= createdAt + wish.milliseconds - minute && time <= now + wish.milliseconds;
    return counts ? { kind: 'at', time } : wish;
}

// EXTERNAL MODULE: ./lib/distribute/inputs/entry.js
var entry = __webpack_require__(3501);
// EXTERNAL MODULE: ./lib/promote/inputs/table.js
var table = __webpack_require__(7416);
;// CONCATENATED MODULE: ./lib/promote/plan.js
/** What a promotion would do: for a dry run, and for the reviewer who reads it. */



/** @returns the steps in their order, each with a line for each thing that it would do */
function planOf({ inputs, record }, ssmParameters) {
    const { startedAt } = record;
    const createsImages = inputs.copyTo.length > 0;
    const context = { inputs, names: { ssmParameters }, startedAt, createsImages };
    return (0,inputs_plan/* planGroups */.W5)({ image: 'Image', ...entry/* distributionTitles */.G8 }, table/* promotionSteps */.XR.map((step) => [step, (0,inputs_plan/* planLines */.HN)(table/* promotionInputs */.VX, inputs, step, context)]));
}

;// CONCATENATED MODULE: ./lib/promote/promote.js
/**
 * The story of a promotion: an image that is there is copied, shared and published, and what points at it moves last of
 * all. A second run with the same inputs finds everything there and changes nothing.
 */















/** Never throws for what goes wrong with the promotion: that is the outcome. */
async function promote(run) {
    const { record } = run;
    try {
        // Clean-up has a time of its own.
        await takeSteps({ ...run, aws: run.aws.until(run.deadline) });
        (0,run_run/* learn */.nB)(run, { unfinished: false });
        return { ok: true, record };
    }
    catch (error) {
        const cleanup = await (0,clean_up/* cleanUpAfter */.T)(run, error);
        const explained = await (0,decode/* explain */.W)(error, run.aws.sts(), new AbortController().signal);
        const told = (0,pointers/* withPointers */.bQ)(explained, record, record.parameterNames ?? []);
        return { ok: false, record, error: withSharing(told, record), cleanup };
    }
}
async function takeSteps(run) {
    const { inputs, record } = run;
    const promoted = await (0,run_run/* phase */.Oi)(run, 'Inspect', () => inspect(run));
    const deprecateAfter = deprecationOf(inputs.deprecateAfter, promoted, run.clock.now());
    const wishes = { ...inputs, deprecateAfter };
    const { ssmParameters } = await (0,run_run/* phase */.Oi)(run, 'Check', () => check(run, promoted, wishes));
    if (inputs.dryRun)
        return plan(run, ssmParameters);
    await (0,run_run/* phase */.Oi)(run, 'Verify', () => promote_verify(run, promoted));
    const { accountId, key } = promoted;
    const names = { name: record.image?.name ?? '', description: record.image?.description ?? '', key };
    const identity = { accountId, names, claim: record.claim, adopts: true };
    if (inputs.copyTo.length > 0)
        await (0,run_run/* phase */.Oi)(run, 'Copy', () => (0,distribute/* copyToRegions */.On)(run, inputs, identity));
    if ((0,distribute/* settlingIsAsked */.pJ)(wishes))
        await (0,run_run/* phase */.Oi)(run, 'Settle', () => settle(run, wishes, accountId));
    const { launchTemplates } = inputs;
    if (ssmParameters.length + launchTemplates.length > 0)
        await (0,run_run/* phase */.Oi)(run, 'Publish', () => (0,distribute/* publish */.mk)(run, { ssmParameters, launchTemplates }));
    await (0,run_run/* phase */.Oi)(run, 'Finish', () => finish(run));
}
async function inspect(run) {
    const { log, region } = run;
    const promoted = await findPromoted(run);
    const { image, accountId, key } = promoted;
    (0,run_run/* learn */.nB)(run, { accountId, key });
    log.info(`Image ${image.ImageId} "${image.Name}": ${image.State}, in ${region} of account ${accountId}`);
    return promoted;
}
/** All findings at once, those about the image and those of every Region. */
async function check(run, promoted, wishes) {
    const { inputs, log, aws, record, clock } = run;
    const { image, key } = promoted;
    const source = asSource(run, promoted);
    const { ssmParameters, problems } = parameterNames(run, source);
    (0,run_run/* learn */.nB)(run, { parameterNames: ssmParameters });
    const name = image.Name ?? '';
    const names = {
        ...{ name, key, ssmParameters, description: image.Description ?? '', family: '' },
        ...{ imageTags: [], snapshotTags: [], steadyTags: [], warnings: [] },
    };
    const subject = {
        ...inputs,
        ...wishes,
        ...{ instance: source, names, claim: record.claim, namesake: image, excludeDevices: [], noReboot: false },
        credentialsExpireAt: await aws.credentialsExpireAt(),
    };
    const findings = await (0,preflight/* preflight */.M)(run, subject, { found: true, dryRun: inputs.dryRun, problems: [] });
    for (const { severity, message } of findings) {
        if (severity === 'warning')
            (0,run_run/* warn */.R8)(run, message);
        if (severity === 'note')
            log.info(message);
    }
    const errors = [
        ...problemsOf(promoted, inputs.requireTested, clock.now()),
        ...problems,
        ...findings.filter(({ severity }) => severity === 'error').map(({ message }) => message),
    ];
    if (errors.length > 0)
        throw new base_errors/* ProblemsError */.FQ(`Cannot promote ${image.ImageId}`, errors);
    return { ssmParameters };
}
function parameterNames({ inputs, workflow, environment, record }, source) {
    const problems = [];
    const variables = (0,naming_variables/* templateVariables */.Q)({ workflow, environment, now: new Date(record.startedAt), source });
    const ssmParameters = inputs.ssmParameters.flatMap((template) => (0,base_errors/* noting */.E_)(problems, 'ssm-parameter', () => (0,parameter_name/* renderParameterName */.FR)(template, variables)) ?? []);
    problems.push(...(0,parameter_name/* repeatedParameters */.RD)(ssmParameters));
    return {
        ssmParameters,
        problems: problems.map(({ input, problem }) => `input \`${input}\`: ${problem}`),
    };
}
function plan(run, ssmParameters) {
    const plan = planOf(run, ssmParameters);
    (0,inputs_plan/* showPlan */.tN)(plan, run.log);
    (0,run_run/* learn */.nB)(run, { plan });
}
/** The image as it is, with its snapshots: what the copies are made from. */
async function promote_verify(run, { image, accountId }) {
    const verified = await (0,verify/* verifyImage */.Z)(run, {
        region: run.region,
        imageId: image.ImageId ?? '',
        accountId,
        name: image.Name ?? '',
        ...{ devices: [], imageTags: [], snapshotTags: [] },
    });
    (0,run_run/* learn */.nB)(run, { image: verified });
}
async function settle(run, wishes, accountId) {
    const everyone = wishes.makePublic ? ['everyone'] : [];
    (0,run_run/* learn */.nB)(run, { sharedWith: [...wishes.shareWith, ...everyone] });
    await (0,distribute/* settleImages */.Qd)(run, wishes, accountId);
}
/** Copies that are not ready yet become so: from then on they are nobody's to remove. */
async function finish(run) {
    const { record, region } = run;
    const open = (0,distribute_record/* imagesOf */.I)(record).filter((image) => image.region !== region && !isReady(image));
    const mark = (image) => (0,distribute/* markOne */.OE)(run, image);
    await (0,distribute/* forEachImage */.Wx)(run, open, mark, 'Not every copy could be marked as ready');
}
function isReady({ tags = {} }) {
    const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
    return (0,own_tags/* bakeStateOf */.iy)({ Tags }) === 'ready';
}
/** Permissions that were given are never taken away: the error names them. */
function withSharing(error, record) {
    const { sharedWith = [], image } = record;
    if (!(error instanceof base_errors/* BakeError */.oU) || sharedWith.length === 0 || (0,pointers/* mayBeNamed */.W_)(record))
        return error;
    const Kind = error instanceof base_errors/* CancelledError */.cc ? base_errors/* CancelledError */.cc : base_errors/* BakeError */.oU;
    const stays = `Launch permissions are not taken away: ${image?.id} is shared with ${sharedWith.join(', ')}, as far as EC2 accepted it.`;
    const remedy = error.remedy === undefined ? {} : { remedy: error.remedy };
    return new Kind(`${(0,base_errors/* messageOf */.bD)(error)}\n${stays}`, { ...remedy, cause: error.cause });
}


/***/ }),

/***/ 2271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ emptyRecord)
/* harmony export */ });
function emptyRecord({ region, amiId }, claim, startedAt) {
    return { region, amiId, claim, startedAt, phases: [], warnings: [], unfinished: false };
}


/***/ }),

/***/ 7262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ commentOf)
/* harmony export */ });
function commentOf({ comment, dryRun, githubToken, copyTo }, environment, outcome) {
    const { region, amiId, copies = [], sharing, parameters = [], gone = [] } = outcome.record;
    const ofCopies = copies.flatMap((copy) => copy.id === undefined ? [] : [{ region: copy.region, id: copy.id }]);
    return {
        // A dry run changes nothing, and has nothing to show for it.
        comment: comment && !dryRun,
        githubToken,
        environment,
        regions: copyTo.map((copy) => copy.region),
        images: [{ region, id: amiId }, ...ofCopies].filter(({ id }) => !gone.includes(id)),
        shared: sharing,
        pointers: parameters.map(({ region, name }) => ({ region, name })),
        ...(outcome.ok ? {} : { failure: { title: 'The promotion failed', error: outcome.error } }),
    };
}


/***/ }),

/***/ 3181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ createOutputs)
/* harmony export */ });
/* unused harmony export outputTable */
/* harmony import */ var _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5270);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8566);
/* harmony import */ var _distribute_pointers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3725);
/* harmony import */ var _distribute_record_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2594);
/* harmony import */ var _github_inputs_plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6158);
/* harmony import */ var _github_outputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4573);
/* harmony import */ var _github_sanitise_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(589);
/** The step's outputs: what each holds, and when it is written. `promote/action.yml` describes them for users. */







const outputTable = {
    'ami-ids': (record) => idsByRegion(record),
    'launch-template-versions': (record) => objectOf((0,_distribute_pointers_js__WEBPACK_IMPORTED_MODULE_1__/* .templateVersions */ .aX)(record)),
    previous: (record) => previousOf(record),
    changed: (record) => (record.changed ? 'true' : undefined),
    promotion: (record) => (record.image || record.plan ? json(documentOf(record)) : undefined),
};
function createOutputs(write) {
    const names = Object.keys(outputTable);
    const outputs = (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_3__/* .outputWriter */ .H)(names, write);
    return {
        publish(record) {
            for (const name of names) {
                const value = outputTable[name](record);
                if (value !== undefined)
                    outputs.put(name, value);
            }
        },
        finish(record) {
            // A promotion that failed before it knew the image cannot say that everything was there.
            const isDone = record !== undefined && !record.changed && (record.image ?? record.plan) !== undefined;
            if (isDone)
                outputs.put('changed', 'false');
            outputs.finish();
        },
    };
}
function idsByRegion(record) {
    const { image, copies = [], region } = record;
    if (image === undefined)
        return undefined;
    const known = [[region, image.id], ...copies.map((copy) => [copy.region, copy.id])];
    return objectOf(Object.fromEntries(known.filter(([, id]) => id !== undefined && _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_4__/* .amiIdForm */ .VU.test(id))));
}
function previousOf(record) {
    const { parameters = [], templates = [] } = record;
    if (parameters.length + templates.length === 0)
        return undefined;
    return json(previousDocument(record));
}
function previousDocument({ parameters = [], templates = [] }) {
    const byRegion = {};
    for (const { region, name, oldValue } of parameters)
        byRegion[region] = { ...byRegion[region], [name]: oldValue };
    return {
        parameters: byRegion,
        defaultVersions: Object.fromEntries(templates.map(({ id, defaultBefore }) => [id, defaultBefore])),
    };
}
/** GitHub takes 1 MB of outputs a job. */
const maxWarnings = 50;
const maxWarningCharacters = 1000;
/** What the output `promotion` holds: a part of the action's interface, to which fields may be added. */
function documentOf(record) {
    const { amiId, region, key, startedAt, phases, warnings, parameters = [], sharing, plan } = record;
    const latest = Math.max(startedAt, ...phases.map((phase) => phase.endedAt ?? phase.startedAt));
    return {
        version: 1,
        ...(plan === undefined ? {} : { dryRun: true, plan: (0,_github_inputs_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .linesOf */ .Dx)(plan).map((line) => (0,_github_sanitise_js__WEBPACK_IMPORTED_MODULE_2__/* .sanitise */ .t)(line)) }),
        id: amiId,
        name: record.image?.name ?? null,
        region,
        key: key ?? null,
        changed: record.changed ?? false,
        images: (0,_distribute_record_js__WEBPACK_IMPORTED_MODULE_6__/* .imagesOf */ .I)(record).map(({ region: where, id, state, snapshots }) => ({
            region: where,
            id,
            state,
            snapshots,
        })),
        launchTemplates: (0,_distribute_pointers_js__WEBPACK_IMPORTED_MODULE_1__/* .launchTemplatesOf */ .O2)(record),
        parameters: parameters.map(({ region: where, name, oldValue, newValue }) => ({
            region: where,
            name,
            oldValue,
            newValue,
        })),
        previous: previousDocument(record),
        sharing: sharing ?? null,
        timings: { startedAt: new Date(startedAt).toISOString(), seconds: (latest - startedAt) / 1000 },
        warnings: warnings.slice(0, maxWarnings).map((warning) => (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)((0,_github_sanitise_js__WEBPACK_IMPORTED_MODULE_2__/* .sanitise */ .t)(warning), maxWarningCharacters)),
    };
}
function objectOf(values) {
    return Object.keys(values).length === 0 ? undefined : json(values);
}
/** JSON that is safe to echo in a step's log, where the runner obeys `##[` anywhere: the same text, escaped. */
function json(value) {
    return JSON.stringify(value).replaceAll('##[', '##\\u005b');
}


/***/ }),

/***/ 163:
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
// EXTERNAL MODULE: ./lib/distribute/record.js
var distribute_record = __webpack_require__(2594);
// EXTERNAL MODULE: ./lib/github/report/failure.js
var failure = __webpack_require__(1380);
// EXTERNAL MODULE: ./lib/github/report/publish-summary.js
var publish_summary = __webpack_require__(6636);
// EXTERNAL MODULE: ./lib/distribute/pointers.js
var pointers = __webpack_require__(3725);
// EXTERNAL MODULE: ./lib/distribute/report.js + 1 modules
var report = __webpack_require__(8239);
// EXTERNAL MODULE: ./lib/github/report/markdown.js
var markdown = __webpack_require__(4629);
// EXTERNAL MODULE: ./lib/github/report/problem.js
var problem = __webpack_require__(9249);
// EXTERNAL MODULE: ./lib/github/report/timeline.js
var timeline = __webpack_require__(1347);
;// CONCATENATED MODULE: ./lib/promote/report/summary.js
/** The job summary of a promotion: the image in each Region, the pointers before and after, and the way back. */







const longestWarning = 500;
const mostLines = 50;
function summaryMarkdown(record, workflow, ending) {
    const sections = [
        headline(record, ending),
        ending.status === 'success'
            ? undefined
            : (0,problem/* problem */.C)({ ...ending, status: ending.status, message: ending.message ?? '' }),
        list('WARNING', record.warnings),
        aboutImage(record, workflow, ending),
        (0,report/* planSection */.lA)(record.plan),
        summary_images(record, ending),
        (0,report/* templatesTable */.Wg)(record.templates ?? []),
        (0,report/* parametersTable */.JX)(record.parameters ?? []),
        cleanedUp(ending),
        wayBack(record),
        (0,timeline/* timeLine */.w)(record.phases, ending.endedAt, ending.status === 'success' ? undefined : record.phases.at(-1)),
        ending.status === 'success'
            ? (0,report/* removal */.r2)('Delete the copies and their snapshots', (0,report/* ownCopies */.uD)(record))
            : undefined,
        (0,report/* grantees */.Yl)(record.sharing),
    ];
    return `${sections.filter((section) => section !== undefined && section !== '').join('\n\n')}\n`;
}
function headline(record, { status, endedAt }) {
    const { amiId, region, image, startedAt } = record;
    const id = (0,report/* resource */.Zc)(region, amiId);
    const titles = {
        success: record.plan
            ? '📋 Dry run: all checks passed'
            : record.changed
                ? `✅ Promoted ${id}`
                : `♻️ ${id} is promoted already`,
        failure: '❌ Promotion failed',
        cancelled: '🚫 Promotion cancelled',
    };
    const facts = [image && `<b>${(0,markdown/* literal */.eu)(image.name)}</b>`, (0,markdown/* literal */.eu)(region), (0,units/* duration */.p0)(endedAt - startedAt)];
    return `## ${titles[status]}\n\n${facts.filter((fact) => fact !== undefined).join(' · ')}`;
}
function list(kind, lines) {
    if (lines.length === 0)
        return undefined;
    const shown = [...new Set(lines)]
        .slice(0, mostLines)
        .map((line) => (0,markdown/* sentence */.em)((0,markdown/* cut */.Jj)(line, longestWarning).replace(/\s+/g, ' ')));
    return (0,markdown/* alert */.xE)(kind, shown.length === 1 ? shown : shown.map((line) => `- ${line}`));
}
/** What the image is like now, and who promoted it. */
function aboutImage(record, workflow, { status }) {
    const all = (0,distribute_record/* imagesOf */.I)(record);
    return (0,report/* factsOf */.xS)([
        ...(status === 'success' ? (0,report/* lifecycleRows */._3)(record.image?.lifecycle) : []),
        ['Shared&nbsp;with', (0,report/* sharedWith */.KO)(record.sharing)],
        ['Cost', status === 'success' && all.length > 1 ? (0,report/* monthlyCost */.Ho)(all) : undefined],
        ['Run', (0,markdown/* link */.nf)((0,markdown/* literal */.eu)(`${workflow.workflow} #${workflow.runNumber}`), workflow.runUrl)],
    ]);
}
function summary_images({ image, copies = [] }, { removed = [] }) {
    if (image === undefined)
        return undefined;
    const size = ({ snapshots }) => (0,units/* gibibytes */.pn)(snapshots.reduce((sum, { sizeGiB }) => sum + sizeGiB, 0));
    const home = [(0,markdown/* code */.aY)(image.region), (0,report/* resource */.Zc)(image.region, image.id), (0,markdown/* literal */.eu)(image.state), size(image)];
    const rows = copies.map(({ region, id, image: copy, found }) => [
        (0,markdown/* code */.aY)(region),
        id === undefined ? '' : removed.some((line) => line.includes(id)) ? (0,markdown/* code */.aY)(id) : (0,report/* resource */.Zc)(region, id),
        `${copy === undefined ? 'not available' : (0,markdown/* literal */.eu)(copy.state)}${found ? ', there before' : ''}`,
        copy === undefined ? '' : size(copy),
    ]);
    return (0,markdown/* table */.tp)(['Region', 'AMI', 'State', 'Size'], [home, ...rows], [3]);
}
function cleanedUp({ removed = [], left = [] }) {
    const parts = [
        removed.length === 0
            ? undefined
            : `<b>Removed</b>\n\n${removed.map((line) => `- ${(0,markdown/* sentence */.em)(line)}`).join('\n')}`,
        left.length === 0 ? undefined : `<b>Kept</b>\n\n${left.map((line) => `- ${(0,markdown/* sentence */.em)(line)}`).join('\n')}`,
    ];
    const there = parts.filter((part) => part !== undefined);
    return there.length === 0 ? undefined : there.join('\n\n');
}
function wayBack(record) {
    const commands = (0,pointers/* backCommands */.Y1)(record);
    return commands.length === 0 ? undefined : (0,markdown/* details */.zH)('The way back', (0,markdown/* codeBlock */.DV)('sh', commands.join('\n')));
}

;// CONCATENATED MODULE: ./lib/promote/report/report.js
/** Tells how the promotion ended: outputs, job summary, the causes for those who look for them, one closing annotation. */







/** Facts first, the error last: it is what a reader of the log sees at its end. */
async function report_report({ outcome, workflow, outputs, log, endedAt, comment, }) {
    const { record } = outcome;
    outputs.publish(record);
    outputs.finish(outcome.ok ? record : undefined);
    await (0,publish_summary/* publishSummary */.I)(summaryMarkdown(record, workflow, endingOf(outcome, endedAt)), log);
    await comment();
    if (outcome.ok)
        log.notice(closingWords(record, endedAt), record.plan ? 'Dry run' : 'AMI promoted');
    else
        (0,failure/* reportFailure */.xV)(outcome.error, log, 'Promotion');
}
function endingOf(outcome, endedAt) {
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
    const { amiId, plan, changed, startedAt } = record;
    if (plan !== undefined)
        return `Dry run: ${amiId} can be promoted. Nothing was changed.`;
    const regions = (0,distribute_record/* imagesOf */.I)(record).map(({ region }) => region);
    if (!changed)
        return `${amiId} is promoted already, in ${regions.join(', ')}. Nothing was changed.`;
    return `${amiId} is promoted, in ${regions.join(', ')}, after ${(0,units/* duration */.p0)(endedAt - startedAt)}.`;
}


/***/ }),

/***/ 6445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vi: () => (/* binding */ stateName),
/* harmony export */   un: () => (/* binding */ readState),
/* harmony export */   wl: () => (/* binding */ stateKeeper)
/* harmony export */ });
/* harmony import */ var _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5270);
/* harmony import */ var _distribute_pointers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3725);
/* harmony import */ var _distribute_saved_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7200);
/* harmony import */ var _github_inputs_role_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9393);
/* harmony import */ var _github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3284);
/* harmony import */ var _image_share_grantees_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1096);
/** What the post step of a promotion needs: see `github/saved-state.ts`. No secrets belong here. */






const stateName = 'promote';
/** @param save writes the state where the post step finds it */
function stateKeeper(inputs, save) {
    return (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .keeperOf */ .yD)((record) => stateOf(record, inputs), _distribute_saved_state_js__WEBPACK_IMPORTED_MODULE_4__/* .isDone */ .$L, save);
}
function stateOf(record, { onFailure, roleToAssume }) {
    const { region, key, claim, accountId, gone, unfinished } = record;
    if (key === undefined || accountId === undefined)
        return undefined;
    const own = record.copies?.filter(({ found }) => !found).map(_distribute_saved_state_js__WEBPACK_IMPORTED_MODULE_4__/* .copyState */ .hw);
    return {
        version: 1,
        phase: unfinished ? 'open' : 'done',
        ...{ region, key, claim, accountId },
        ...(own === undefined ? {} : { copies: own }),
        ...(gone === undefined ? {} : { gone }),
        onFailure: (0,_distribute_pointers_js__WEBPACK_IMPORTED_MODULE_0__/* .onFailureOf */ .TQ)(onFailure, record),
        ...(roleToAssume === undefined ? {} : { roleToAssume }),
    };
}
const fields = [
    ['phase', (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .oneOf */ .yL)('open', 'done')],
    ['region', (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .matching */ .wC)(_aws_id_forms_js__WEBPACK_IMPORTED_MODULE_5__/* .regionForm */ .lB)],
    ['key', (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .matching */ .wC)(/^[0-9a-f]{32}$/)],
    ['claim', (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .matching */ .wC)(/^\d+-[0-9a-z-]{1,40}$/)],
    ['accountId', (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .matching */ .wC)(_image_share_grantees_js__WEBPACK_IMPORTED_MODULE_2__/* .accountForm */ .CJ)],
    ['copies', (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)(_distribute_saved_state_js__WEBPACK_IMPORTED_MODULE_4__/* .copies */ .w$)],
    ['gone', (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)(_distribute_saved_state_js__WEBPACK_IMPORTED_MODULE_4__/* .amiIds */ .I1)],
    ['onFailure', (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .oneOf */ .yL)('delete', 'keep', 'published')],
    ['roleToAssume', (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)((0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .matching */ .wC)(_github_inputs_role_js__WEBPACK_IMPORTED_MODULE_1__/* .roleArnForm */ .y))],
];
function readState(environment) {
    return (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .readSavedState */ .rh)(environment[`STATE_${stateName}`], fields, 'before it changed anything');
}


/***/ })

};
