export const id = 151;
export const ids = [151];
export const modules = {

/***/ 6151:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _aws_access_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1640);
/* harmony import */ var _aws_http_agents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3663);
/* harmony import */ var _base_clock_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4743);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7594);
/* harmony import */ var _github_cancellation_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(403);
/* harmony import */ var _github_log_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(853);
/* harmony import */ var _github_role_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8283);
/* harmony import */ var _image_ownership_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7496);
/* harmony import */ var _clean_up_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1308);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6352);
/** Entry point of the post step: finishes what the main step could not. It never fails the job. */











const log = (0,_github_log_js__WEBPACK_IMPORTED_MODULE_6__/* .createLog */ .h)();
const signal = (0,_github_cancellation_js__WEBPACK_IMPORTED_MODULE_5__/* .cancellationOfPost */ .l)(process);
try {
    await post();
}
catch (error) {
    log.warning(`The clean-up did not finish: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`, 'Clean-up');
}
finally {
    (0,_aws_http_agents_js__WEBPACK_IMPORTED_MODULE_2__/* .closeConnections */ .Q)();
}
async function post() {
    const environment = process.env;
    const saved = (0,_state_js__WEBPACK_IMPORTED_MODULE_9__/* .readState */ .un)(environment);
    const region = saved.state?.region ?? '';
    const role = (0,_github_role_js__WEBPACK_IMPORTED_MODULE_7__/* .roleOf */ .k)(saved.state?.roleToAssume, environment, log);
    const claim = (0,_image_ownership_js__WEBPACK_IMPORTED_MODULE_10__/* .newClaim */ .dz)(environment['GITHUB_RUN_ATTEMPT'] ?? '1', `${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}-post`);
    await (0,_clean_up_js__WEBPACK_IMPORTED_MODULE_8__/* .postBake */ .Q)({
        saved,
        claim,
        cancelled: signal,
        clock: _base_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .systemClock */ .m,
        log,
        aws: () => (0,_aws_access_js__WEBPACK_IMPORTED_MODULE_1__/* .awsAccess */ .S)({
            region,
            environment,
            clock: _base_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .systemClock */ .m,
            random: Math.random,
            role,
            onTrouble: (message) => log.info(message),
        }),
    });
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ })

};
