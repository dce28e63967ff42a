export const id = 928;
export const ids = [928];
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

/***/ 8415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ postTrial)
/* harmony export */ });
/* harmony import */ var _aws_account_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3234);
/* harmony import */ var _aws_cli_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5799);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7594);
/* harmony import */ var _end_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4169);




/** @returns what is left; undefined when there was nothing to end */
async function postTrial(step) {
    const { saved, log, clock } = step;
    const { state } = saved;
    if (state === undefined) {
        log.info(`Nothing to clean up: ${saved.reason}. Should the main step still be running, it notices that this step has begun, and ends what it launches.`);
        return undefined;
    }
    if (state.open.length === 0) {
        log.info('Nothing to clean up: the main step ended its test instance.');
        return undefined;
    }
    log.info(`The main step ended before its test instance did (${state.open.map(nameOf).join(', ')}).`);
    const aws = step.aws();
    const { signal, budget, stop } = withinTheTimeLeft(step);
    try {
        if (await isOtherAccount(aws, state, log, signal))
            return undefined;
        const run = { aws, clock, log, signal, region: state.region, budget };
        const leftovers = await (0,_end_js__WEBPACK_IMPORTED_MODULE_2__/* .endLaunches */ .v9)(run, state.open, _end_js__WEBPACK_IMPORTED_MODULE_2__/* .afterwards */ .Q$, () => undefined);
        report(leftovers, state, log);
        return leftovers;
    }
    finally {
        stop();
    }
}
function nameOf({ instanceId }) {
    return instanceId ?? 'an instance that EC2 was asked for';
}
function report(leftovers, { expires }, log) {
    const timer = `It is set to power itself off by ${expires}.`;
    for (const { message, unseen } of leftovers) {
        if (unseen)
            log.info(`${message}. ${timer}`);
        else
            log.warning(`${message}. ${timer}`, 'Left behind');
    }
    if (leftovers.length === 0)
        log.info('Cleaned up: nothing of this test is left.');
}
/** A post step that is told to end has as many seconds as a cancelled main step. */
function withinTheTimeLeft({ cancelled: isCancelled, clock, log }) {
    const budget = { until: clock.now() + _end_js__WEBPACK_IMPORTED_MODULE_2__/* .afterwards */ .Q$.budgetSeconds * 1000 };
    const over = new AbortController();
    const done = new AbortController();
    const hurry = () => {
        log.info(`This step is being cancelled: ${_end_js__WEBPACK_IMPORTED_MODULE_2__/* .cancelled */ .KW.budgetSeconds} seconds are left for the clean-up.`);
        budget.until = Math.min(budget.until, clock.now() + _end_js__WEBPACK_IMPORTED_MODULE_2__/* .cancelled */ .KW.budgetSeconds * 1000);
        clock.sleep(_end_js__WEBPACK_IMPORTED_MODULE_2__/* .cancelled */ .KW.budgetSeconds * 1000, done.signal).then(() => over.abort(new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CancelledError */ .cc('The time of the clean-up is over')), () => undefined);
    };
    if (isCancelled.aborted)
        hurry();
    else
        isCancelled.addEventListener('abort', hurry, { once: true, signal: done.signal });
    return { signal: over.signal, budget, stop: () => done.abort(new Error('The clean-up is over')) };
}
/** A later step may have switched to credentials of another account: the instance would not show there. */
async function isOtherAccount(aws, state, log, signal) {
    const { accountId, region, open, expires } = state;
    if (accountId === undefined)
        return false;
    const account = await (0,_aws_account_js__WEBPACK_IMPORTED_MODULE_0__/* .callersAccount */ .ix)(aws, { signal, ..._aws_account_js__WEBPACK_IMPORTED_MODULE_0__/* .accountLimits */ .U1 }).catch(() => undefined);
    if (account === undefined || account === accountId)
        return false;
    const tokens = open.map(({ token }) => token);
    log.warning(`The test instance is in account ${accountId}, and the credentials are of account ${account} by now: nothing was ended. It is set to power itself off by ${expires}. With credentials of account ${accountId}: ${(0,_aws_cli_js__WEBPACK_IMPORTED_MODULE_3__/* .findInstancesCommand */ .Dc)(region, tokens)}`, 'Left behind');
    return true;
}


/***/ }),

/***/ 4169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KW: () => (/* binding */ cancelled),
/* harmony export */   MH: () => (/* binding */ terminate),
/* harmony export */   Q$: () => (/* binding */ afterwards),
/* harmony export */   jp: () => (/* binding */ unhurried),
/* harmony export */   v9: () => (/* binding */ endLaunches)
/* harmony export */ });
/* unused harmony export isEnding */
/* harmony import */ var _aws_cli_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5799);
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6762);
/* harmony import */ var _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(848);
/**
 * Ends what a test has launched, and sees that it ends: in the main step, in the post step, and in a later attempt. Only
 * instances that carry one of the test's client tokens are touched.
 */



/** The runner sends SIGKILL ten seconds after it has cancelled a step; three of them go to the answer of RunInstances. */
const cancelled = { budgetSeconds: 5, lookSeconds: 4, attemptSeconds: 3 };
/** Nobody hurries a test that is over. */
const unhurried = { budgetSeconds: 120, lookSeconds: 30, attemptSeconds: 10 };
/** GitHub ends a cancelled job after five minutes, post steps included. */
const afterwards = { budgetSeconds: 120, lookSeconds: 60, attemptSeconds: 10 };
/**
 * All side by side. It never throws.
 * @param onEnd told of each that has ended
 */
async function endLaunches(run, launches, haste, onEnd) {
    const results = await Promise.all(launches.map((launch) => endLaunch(run, launch, haste, onEnd)));
    return results.filter((leftover) => leftover !== undefined);
}
const pauseSeconds = 2;
/**
 * For so long an instance may not show, as seen here, and after its request. EC2 shows one that was terminated for about an
 * hour ("Terminate Amazon EC2 instances", user guide): one that was never seen is more likely late than gone.
 */
const hiddenSeconds = { seen: 20, neverSeen: 60 };
const surelyVisibleAfterSeconds = 180;
async function endLaunch(run, launch, haste, onEnd) {
    const { clock, budget } = run;
    const startedAt = clock.now();
    const isOld = startedAt - (launch.requestedAt ?? startedAt) >= surelyVisibleAfterSeconds * 1000;
    const goneAfterSeconds = launch.seen ? hiddenSeconds.seen : hiddenSeconds.neverSeen;
    const found = new Set(launch.instanceId === undefined ? [] : [launch.instanceId]);
    let problem;
    for (;;) {
        const seconds = (clock.now() - startedAt) / 1000;
        const step = await endStep(run, {
            launch,
            found,
            haste,
            mayBeGone: seconds >= goneAfterSeconds || isOld,
        });
        if (step.ended) {
            onEnd({ ...launch, instanceId: [...found][0] });
            return undefined;
        }
        problem = step.problem ?? problem;
        const isUnseen = found.size === 0;
        const until = Math.min(budget.until, isUnseen ? startedAt + haste.lookSeconds * 1000 : budget.until);
        if (step.final || clock.now() + pauseSeconds * 1000 > until)
            return leftover(run, launch, [...found], problem);
        const slept = await clock.sleep(pauseSeconds * 1000, run.signal).then(() => true, () => false);
        if (!slept)
            return leftover(run, launch, [...found], problem);
    }
}
async function endStep(run, options) {
    const { launch, found, haste, mayBeGone } = options;
    try {
        if (found.size === 0) {
            const instances = await instancesOfToken(run, launch.token, haste);
            for (const { InstanceId } of instances)
                if (InstanceId !== undefined)
                    found.add(InstanceId);
            if (instances.length > 0 && instances.every(isEnding))
                return { ended: true };
        }
        if (found.size === 0)
            return { ended: false };
        return { ended: await terminate(run, [...found], haste) };
    }
    catch (error) {
        // A new instance shows late. One that is not there any more has ended.
        if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorKind */ .f8)(error) === 'not-found')
            return { ended: mayBeGone };
        const final = !(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isPassing */ .WG)((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorKind */ .f8)(error)) && (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorKind */ .f8)(error) !== 'aborted';
        return { ended: false, problem: (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeAwsError */ .Pp)(error), final };
    }
}
/** Filters are trusted to find, never to decide. */
async function instancesOfToken(run, token, haste) {
    const command = new _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_1__/* .DescribeInstancesCommand */ .bN({ Filters: [{ Name: 'client-token', Values: [token] }] });
    const { Reservations = [] } = await run.aws.ec2(run.region).send(command, howOf(run, haste));
    return Reservations.flatMap(({ Instances = [] }) => Instances).filter(({ ClientToken }) => ClientToken === token);
}
/** @returns whether EC2 says that all are on their way out */
async function terminate(run, instanceIds, haste) {
    const command = new _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_1__/* .TerminateInstancesCommand */ .N({ InstanceIds: [...instanceIds] });
    const { TerminatingInstances = [] } = await run.aws.ec2(run.region).send(command, howOf(run, haste));
    const ending = TerminatingInstances.filter(({ CurrentState }) => isEnd(CurrentState?.Name));
    for (const { InstanceId, CurrentState } of ending)
        run.log.info(`Ended ${InstanceId}: it is ${CurrentState?.Name}`);
    return instanceIds.every((id) => ending.some(({ InstanceId }) => InstanceId === id));
}
/** Short, for each is tried again until the time is over. */
function howOf({ signal }, { attemptSeconds }) {
    return { signal, attemptSeconds, patienceSeconds: 2, longestDelaySeconds: 1 };
}
function isEnding({ State }) {
    return isEnd(State?.Name);
}
function isEnd(state) {
    return state === 'shutting-down' || state === 'terminated';
}
function leftover({ region }, launch, found, problem) {
    const why = problem === undefined ? '' : ` (${problem})`;
    const [instanceId] = found;
    if (instanceId !== undefined) {
        return {
            launch: { ...launch, instanceId },
            message: `${instanceId} could not be ended${why}. You pay for it until it ends. To end it: ${(0,_aws_cli_js__WEBPACK_IMPORTED_MODULE_2__/* .terminateInstanceCommand */ .w1)(region, instanceId)}`,
        };
    }
    return {
        launch,
        unseen: true,
        message: `EC2 shows no instance of this test so far${why}. Should one appear after all, this lists it: ${(0,_aws_cli_js__WEBPACK_IMPORTED_MODULE_2__/* .findInstancesCommand */ .Dc)(region, [launch.token])}`,
    };
}


/***/ }),

/***/ 8928:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _github_post_step_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(204);
/* harmony import */ var _clean_up_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8415);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(173);
/** Entry point of the post step: ends what the main step could not. */



await (0,_github_post_step_js__WEBPACK_IMPORTED_MODULE_0__/* .runPostStep */ .U)(_state_js__WEBPACK_IMPORTED_MODULE_2__/* .readState */ .un, ({ state }) => state, _clean_up_js__WEBPACK_IMPORTED_MODULE_1__/* .postTrial */ .H);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 2639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FR: () => (/* binding */ emptyRecord),
/* harmony export */   u7: () => (/* binding */ lastLaunch),
/* harmony export */   yD: () => (/* binding */ openLaunches)
/* harmony export */ });
/** @param startedAt milliseconds since the epoch */
function emptyRecord(given) {
    return { ...given, phases: [], warnings: [], launches: [] };
}
/** What there may be of a test in EC2: not refused, and not seen to end. */
function openLaunches({ launches }) {
    return launches.filter(({ status }) => status === 'asked' || status === 'launched');
}
/** The last launch that has an instance. */
function lastLaunch({ launches }) {
    return launches.findLast(({ instanceId }) => instanceId !== undefined);
}


/***/ }),

/***/ 5265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ clientToken),
/* harmony export */   Ly: () => (/* binding */ isoTime),
/* harmony export */   X4: () => (/* binding */ launchRequest),
/* harmony export */   oJ: () => (/* binding */ graceMinutes)
/* harmony export */ });
/* unused harmony export powerOffScript */
/* harmony import */ var _base_own_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3443);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8566);


/** How long after the timeout the machine powers itself off, and anybody may end it. */
const graceMinutes = 10;
/**
 * EC2 refuses a token with other parameters (EC2 developer guide, "Ensuring idempotency"), so that there is one for each
 * combination. 64 ASCII characters at most.
 */
function clientToken(testId, { subnetId, type }) {
    return `bake-ami-${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shortHash */ .BC)(JSON.stringify([testId, subnetId ?? '', type]), 40)}`;
}
/** ISO 8601 in UTC, in whole seconds. @param milliseconds since the epoch */
function isoTime(milliseconds) {
    return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
/** Without client token. @param expiresAt milliseconds since the epoch */
function launchRequest({ inputs, workflow, clock }, image, { type, subnetId }, expiresAt) {
    const tags = [
        { Key: 'Name', Value: `bake-ami test of ${image.id}` },
        { Key: _base_own_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .testTag */ .f_, Value: image.id },
        { Key: _base_own_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .runTag */ .eZ, Value: workflow.runUrl.slice(0, mostTagCharacters) },
        { Key: _base_own_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .expiresTag */ .$v, Value: isoTime(expiresAt) },
    ];
    const { securityGroupIds, instanceProfile } = inputs;
    return {
        ImageId: image.id,
        InstanceType: type,
        MinCount: 1,
        MaxCount: 1,
        ...(subnetId === undefined ? {} : { SubnetId: subnetId }),
        ...(securityGroupIds.length === 0 ? {} : { SecurityGroupIds: [...securityGroupIds] }),
        ...(instanceProfile === undefined ? {} : { IamInstanceProfile: profileOf(instanceProfile) }),
        InstanceInitiatedShutdownBehavior: 'terminate',
        UserData: Buffer.from(powerOffScript(image, Math.ceil((expiresAt - clock.now()) / 60_000))).toString('base64'),
        MetadataOptions: { HttpTokens: 'required', HttpEndpoint: 'enabled' },
        // EC2 user guide, "Preserve data when an instance is terminated": volumes beside the root volume stay by default.
        // The snapshot stays that of the image; moto wants the size, which changes nothing.
        BlockDeviceMappings: image.devices.map(({ name, sizeGiB }) => ({
            DeviceName: name,
            Ebs: { DeleteOnTermination: true, ...(sizeGiB === undefined ? {} : { VolumeSize: sizeGiB }) },
        })),
        TagSpecifications: ['instance', 'volume', 'network-interface'].map((ResourceType) => ({
            ResourceType,
            Tags: tags,
        })),
    };
}
/** EC2 user guide, "Tag restrictions". */
const mostTagCharacters = 256;
function profileOf(profile) {
    return profile.startsWith('arn:') ? { Arn: profile } : { Name: profile };
}
/**
 * Cloud-init runs a script at the first boot of each instance; EC2Launch runs what is between the tags. `shutdown` of
 * systemd takes minutes, that of Windows seconds.
 */
function powerOffScript({ windows }, minutes) {
    if (windows)
        return `<powershell>\nshutdown.exe /s /f /t ${minutes * 60}\n</powershell>\n`;
    return `#!/bin/sh\nshutdown -P +${minutes} || (sleep ${minutes * 60}; poweroff) &\n`;
}


/***/ }),

/***/ 173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vi: () => (/* binding */ stateName),
/* harmony export */   un: () => (/* binding */ readState),
/* harmony export */   wl: () => (/* binding */ stateKeeper)
/* harmony export */ });
/* harmony import */ var _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5270);
/* harmony import */ var _github_inputs_role_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9393);
/* harmony import */ var _github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3284);
/* harmony import */ var _image_share_grantees_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1096);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2639);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5265);
/**
 * What the post step needs to end what the main step could not: the runner keeps it in a file and hands it to the post step
 * as an environment variable. No secrets belong here: a debug run prints it.
 */






const stateName = 'test';
/**
 * Keeps the saved state true to the record: from the moment before something is launched until nothing is left.
 * @returns to be called after each change of the record
 */
function stateKeeper(roleToAssume, save) {
    return (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .keeperOf */ .yD)((record) => stateOf(record, roleToAssume), () => false, save);
}
/** @returns undefined as long as nothing was launched */
function stateOf(record, roleToAssume) {
    if (record.launches.length === 0)
        return undefined;
    const { region, imageId, testId, expiresAt, accountId } = record;
    return {
        version: 1,
        region,
        imageId,
        testId,
        open: (0,_record_js__WEBPACK_IMPORTED_MODULE_4__/* .openLaunches */ .yD)(record).map(({ token, instanceId }) => instanceId === undefined ? { token } : { token, instanceId }),
        expires: (0,_request_js__WEBPACK_IMPORTED_MODULE_2__/* .isoTime */ .Ly)(expiresAt ?? record.startedAt),
        ...(accountId === undefined ? {} : { accountId }),
        ...(roleToAssume === undefined ? {} : { roleToAssume }),
    };
}
/**
 * The state that the main step saved last. Anything can be in the variable: what is not of the right form is no state.
 * @param environment of the post step
 */
function readState(environment) {
    return (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .readSavedState */ .rh)(environment[`STATE_${stateName}`], fields, 'before it launched anything');
}
const fields = [
    ['region', (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .matching */ .wC)(_aws_id_forms_js__WEBPACK_IMPORTED_MODULE_5__/* .regionForm */ .lB)],
    ['imageId', (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .matching */ .wC)(_aws_id_forms_js__WEBPACK_IMPORTED_MODULE_5__/* .amiIdForm */ .VU)],
    ['testId', (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .matching */ .wC)(/^[0-9a-f]{24}$/)],
    ['open', isOpen],
    ['expires', (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .matching */ .wC)(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)],
    ['accountId', (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)((0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .matching */ .wC)(_image_share_grantees_js__WEBPACK_IMPORTED_MODULE_1__/* .accountForm */ .CJ))],
    ['roleToAssume', (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)((0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .matching */ .wC)(_github_inputs_role_js__WEBPACK_IMPORTED_MODULE_0__/* .roleArnForm */ .y))],
];
function isOpen(value) {
    if (!Array.isArray(value))
        return false;
    return value.every((launch) => {
        if (typeof launch !== 'object' || launch === null)
            return false;
        const { token, instanceId, ...others } = launch;
        const isRight = (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .matching */ .wC)(/^bake-ami-[0-9a-f]{40}$/)(token) && (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)((0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_3__/* .matching */ .wC)(_aws_id_forms_js__WEBPACK_IMPORTED_MODULE_5__/* .instanceIdForm */ .FO))(instanceId);
        return isRight && Object.keys(others).length === 0;
    });
}


/***/ })

};
