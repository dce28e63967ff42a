export const id = 151;
export const ids = [151];
export const modules = {

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

/***/ 6151:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _github_post_step_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(204);
/* harmony import */ var _clean_up_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1308);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6352);
/** Entry point of the post step: finishes what the main step could not. */



await (0,_github_post_step_js__WEBPACK_IMPORTED_MODULE_0__/* .runPostStep */ .U)(_state_js__WEBPACK_IMPORTED_MODULE_2__/* .readState */ .un, ({ state }) => state, _clean_up_js__WEBPACK_IMPORTED_MODULE_1__/* .postBake */ .Q);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

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


/***/ })

};
