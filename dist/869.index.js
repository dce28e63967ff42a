export const id = 869;
export const ids = [869];
export const modules = {

/***/ 4661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ postRetire)
/* harmony export */ });
/* harmony import */ var _aws_cli_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5799);
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6762);
/* harmony import */ var _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(848);
/* harmony import */ var _image_describe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1852);




/** For one call: GitHub ends a cancelled job after five minutes, post steps included. */
const patienceSeconds = 60;
/** Never removes an image: only the snapshots of one whose deregistration went through. */
async function postRetire({ state, aws, log, signal }) {
    if (state === undefined || state.begun.length === 0) {
        log.info('Nothing to finish: the main step left no removal half done.');
        return;
    }
    const access = aws();
    for (const begun of state.begun)
        await finish(access, begun, log, signal);
}
async function finish(aws, begun, log, signal) {
    const { region, imageId } = begun;
    const how = { signal, patienceSeconds };
    try {
        const image = await (0,_image_describe_js__WEBPACK_IMPORTED_MODULE_2__/* .describeImage */ .hu)(aws.ec2(region), imageId, how).catch((error) => {
            if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorKind */ .f8)(error) === 'not-found')
                return undefined;
            throw error;
        });
        if (image !== undefined && image.State !== 'deregistered') {
            log.warning(`${imageId} in ${region} was about to be removed and is still there, with its snapshots: the main step ended before. The next run looks at it again. To remove it now: ${(0,_aws_cli_js__WEBPACK_IMPORTED_MODULE_3__/* .removeImageCommand */ .re)(region, imageId)}`, 'Not removed');
            return;
        }
        // What has lost its key meanwhile is nobody's to delete.
        const keyed = await (0,_image_describe_js__WEBPACK_IMPORTED_MODULE_2__/* .snapshotsOfKey */ .eJ)(aws.ec2(region), begun.key, how);
        const ids = begun.snapshotIds.filter((id) => keyed.some(({ SnapshotId }) => SnapshotId === id));
        for (const snapshotId of ids)
            await deleteSnapshot(aws, begun, snapshotId, log, signal);
    }
    catch (error) {
        log.warning(`Could not see what has become of ${imageId} in ${region} (${(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeAwsError */ .Pp)(error)}). If it is gone, its snapshots may be left, and you pay for them: ${begun.snapshotIds.map((id) => (0,_aws_cli_js__WEBPACK_IMPORTED_MODULE_3__/* .deleteSnapshotCommand */ .Ly)(region, id)).join('; ')}`, 'Left behind');
    }
}
async function deleteSnapshot(aws, { region, imageId }, SnapshotId, log, signal) {
    try {
        await aws.ec2(region).send(new _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_1__/* .DeleteSnapshotCommand */ .tZ({ SnapshotId }), { signal, patienceSeconds });
        log.info(`Removed ${SnapshotId} of ${imageId} from ${region}`);
    }
    catch (error) {
        if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorKind */ .f8)(error) === 'not-found')
            return;
        log.warning(`${SnapshotId} of ${imageId} could not be removed (${(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeAwsError */ .Pp)(error)}). You pay for it until it is removed. To remove it: ${(0,_aws_cli_js__WEBPACK_IMPORTED_MODULE_3__/* .deleteSnapshotCommand */ .Ly)(region, SnapshotId)}`, 'Left behind');
    }
}


/***/ }),

/***/ 2869:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _aws_access_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1640);
/* harmony import */ var _aws_http_agents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3663);
/* harmony import */ var _base_clock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4743);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7594);
/* harmony import */ var _github_cancellation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(403);
/* harmony import */ var _github_log_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(853);
/* harmony import */ var _github_role_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8283);
/* harmony import */ var _post_story_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4661);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5630);
/** Entry point of the post step: finishes what the main step could not. It never fails the job. */









const log = (0,_github_log_js__WEBPACK_IMPORTED_MODULE_5__/* .createLog */ .h)();
const signal = (0,_github_cancellation_js__WEBPACK_IMPORTED_MODULE_4__/* .cancellationOfPost */ .l)(process);
try {
    const environment = process.env;
    const state = (0,_state_js__WEBPACK_IMPORTED_MODULE_8__/* .readState */ .un)(environment);
    const region = state?.region ?? '';
    const role = (0,_github_role_js__WEBPACK_IMPORTED_MODULE_6__/* .roleOf */ .k)(state?.roleToAssume, environment, log);
    const onTrouble = (message) => log.info(message);
    await (0,_post_story_js__WEBPACK_IMPORTED_MODULE_7__/* .postRetire */ .E)({
        state,
        log,
        signal,
        aws: () => (0,_aws_access_js__WEBPACK_IMPORTED_MODULE_0__/* .awsAccess */ .S)({ region, environment, clock: _base_clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .m, random: Math.random, role, onTrouble }),
    });
}
catch (error) {
    log.warning(`The clean-up did not finish: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`, 'Clean-up');
}
finally {
    (0,_aws_http_agents_js__WEBPACK_IMPORTED_MODULE_1__/* .closeConnections */ .Q)();
}

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
/* harmony import */ var _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5270);
/* harmony import */ var _github_inputs_role_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9393);
/* harmony import */ var _github_saved_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3284);
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
    const stateOf = ({ region, begun }) => ({
        version: 1,
        region,
        begun,
        ...(roleToAssume === undefined ? {} : { roleToAssume }),
    });
    return (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_1__/* .keeperOf */ .yD)(stateOf, ({ begun }) => begun.length === 0, save);
}
/**
 * The state that the main step saved last; undefined when there is none, or what is there is not of the right form.
 * @param environment of the post step
 */
function readState(environment) {
    const value = (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o$)(environment[`STATE_${stateName}`] ?? '');
    if (value?.['version'] !== 1 || !(0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_1__/* .matching */ .wC)(_aws_id_forms_js__WEBPACK_IMPORTED_MODULE_2__/* .regionForm */ .lB)(value['region']))
        return undefined;
    const begun = Array.isArray(value['begun']) ? value['begun'].filter(isBegun) : [];
    const role = value['roleToAssume'];
    return {
        version: 1,
        region: String(value['region']),
        begun,
        ...((0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_1__/* .matching */ .wC)(_github_inputs_role_js__WEBPACK_IMPORTED_MODULE_0__/* .roleArnForm */ .y)(role) ? { roleToAssume: String(role) } : {}),
    };
}
function isBegun(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const { region, imageId, key, snapshotIds } = value;
    const isRight = (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_1__/* .matching */ .wC)(_aws_id_forms_js__WEBPACK_IMPORTED_MODULE_2__/* .regionForm */ .lB)(region) && (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_1__/* .matching */ .wC)(_aws_id_forms_js__WEBPACK_IMPORTED_MODULE_2__/* .amiIdForm */ .VU)(imageId) && typeof key === 'string';
    return isRight && Array.isArray(snapshotIds) && snapshotIds.every((id) => (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_1__/* .matching */ .wC)(_aws_id_forms_js__WEBPACK_IMPORTED_MODULE_2__/* .snapshotIdForm */ .KP)(id));
}


/***/ })

};
