export const id = 968;
export const ids = [968];
export const modules = {

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

/***/ 1968:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _github_post_step_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(204);
/* harmony import */ var _clean_up_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9455);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6445);
/** Entry point of the post step of a promotion: finishes what the main step could not. */



await (0,_github_post_step_js__WEBPACK_IMPORTED_MODULE_0__/* .runPostStep */ .U)(_state_js__WEBPACK_IMPORTED_MODULE_2__/* .readState */ .un, ({ state }) => state, _clean_up_js__WEBPACK_IMPORTED_MODULE_1__/* .postPromotion */ .K);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

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
