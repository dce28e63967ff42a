export const id = 869;
export const ids = [869];
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
    const cancelled = (0,_cancellation_js__WEBPACK_IMPORTED_MODULE_5__/* .cancellationOfPost */ .l)(process);
    const clock = _base_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .systemClock */ .m;
    try {
        const environment = process.env;
        const saved = readState(environment);
        const where = whereOf(saved);
        const region = where?.region ?? '';
        const role = (0,_role_js__WEBPACK_IMPORTED_MODULE_7__/* .roleOf */ .k)(where?.roleToAssume, environment, log);
        const unique = `${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}-post`;
        const claim = (0,_image_ownership_js__WEBPACK_IMPORTED_MODULE_8__/* .newClaim */ .dz)(environment['GITHUB_RUN_ATTEMPT'] ?? '1', unique);
        const onTrouble = (message) => log.info(message);
        const aws = () => (0,_aws_access_js__WEBPACK_IMPORTED_MODULE_1__/* .awsAccess */ .S)({ region, environment, clock, random: Math.random, role, onTrouble });
        await finish({ saved, claim, cancelled, clock, log, aws });
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
/* harmony export */   AO: () => (/* binding */ isOwnOrEarlier),
/* harmony export */   HD: () => (/* binding */ isOfEarlierAttempt),
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
 * - to remove: write `removing`, then read that the claim is still one's own, then deregister;
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
/** @param random distinguishes the processes of one attempt: lower-case letters and digits */
function newClaim(attempt, random) {
    return `${/^\d+$/.test(attempt) ? attempt : '1'}-${random}`;
}
/** The attempt of the workflow run that a claim is of; not a number for what is no claim. */
function attemptOf(claim) {
    return Number(/^(\d+)-/.exec(claim)?.[1] ?? Number.NaN);
}


/***/ }),

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
