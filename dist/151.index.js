export const id = 151;
export const ids = [151];
export const modules = {

/***/ 6151:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _aws_access_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6079);
/* harmony import */ var _base_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4743);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7594);
/* harmony import */ var _distribute_clean_up_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4214);
/* harmony import */ var _github_cancellation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(403);
/* harmony import */ var _github_log_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(853);
/* harmony import */ var _github_role_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8283);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6352);
/** Entry point of the post step: finishes what the main step could not. It never fails the job. */








const log = (0,_github_log_js__WEBPACK_IMPORTED_MODULE_5__/* .createLog */ .h)();
const signal = (0,_github_cancellation_js__WEBPACK_IMPORTED_MODULE_4__/* .cancellationOfPost */ .l)(process);
try {
    await post();
}
catch (error) {
    log.warning(`The clean-up did not finish: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`, 'Clean-up');
}
async function post() {
    const { state, reason } = (0,_state_js__WEBPACK_IMPORTED_MODULE_7__/* .readState */ .u)(process.env);
    if (state === undefined)
        return log.info(`Nothing to clean up: ${reason}.`);
    if (state.phase === 'done')
        return log.info('Nothing to clean up: the main step left nothing open.');
    log.info(`The main step ended before its bake did (${state.amiId ?? `an AMI named "${state.amiName}"`}).`);
    const { region, amiId, copies = [], reused, gone = [], key, onFailure, expectedSnapshots, roleToAssume, } = state;
    const role = (0,_github_role_js__WEBPACK_IMPORTED_MODULE_6__/* .roleOf */ .k)(roleToAssume, process.env, log);
    const { ec2In } = (0,_aws_access_js__WEBPACK_IMPORTED_MODULE_0__/* .awsAccess */ .S)({
        region,
        environment: process.env,
        clock: _base_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m,
        random: Math.random,
        role,
        onTrouble: (message) => log.info(message),
    });
    const report = await (0,_distribute_clean_up_js__WEBPACK_IMPORTED_MODULE_3__/* .cleanUp */ .nY)({
        ec2In,
        clock: _base_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m,
        log,
        signal,
        onFailure,
        key,
        places: [...(reused ? [] : [{ region, amiId }]), ...copies].map((place) => ({
            region: place.region,
            imageId: place.amiId,
            imageIsGone: place.amiId !== undefined && gone.includes(place.amiId),
        })),
        expectedSnapshots,
        haste: _distribute_clean_up_js__WEBPACK_IMPORTED_MODULE_3__/* .afterwards */ .Q$,
    });
    (0,_distribute_clean_up_js__WEBPACK_IMPORTED_MODULE_3__/* .warnOfRemnants */ .Cw)(log, report);
    if (report.done && report.kept.length === 0)
        log.info('Cleaned up: nothing of this bake is left.');
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ })

};
