export const id = 659;
export const ids = [659];
export const modules = {

/***/ 2284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ isLaterAttempt)
/* harmony export */ });
/** The workflow run has been attempted before: something of it may be there. */
function isLaterAttempt({ runAttempt }) {
    return runAttempt !== '1';
}


/***/ }),

/***/ 9470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $M: () => (/* binding */ amiId),
/* harmony export */   D: () => (/* binding */ instanceId),
/* harmony export */   Lu: () => (/* binding */ securityGroupId),
/* harmony export */   p4: () => (/* binding */ subnetId)
/* harmony export */ });
/* harmony import */ var _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5270);
/* harmony import */ var _given_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9240);
/** The IDs of EC2's resources: each says what was given instead, as far as can be told, and what to do. */


/** The ID of an EC2 instance. */
const instanceId = resourceId({
    prefix: 'i',
    form: _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .instanceIdForm */ .FO,
    example: 'i-0123456789abcdef0',
    what: 'an instance',
    inArns: 'instance',
    oneOnly: 'A bake takes one instance: use a matrix for several',
    command: 'aws ec2 describe-instances',
});
/** The ID of an AMI. */
const amiId = resourceId({
    prefix: 'ami',
    form: _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .amiIdForm */ .VU,
    example: 'ami-0123456789abcdef0',
    what: 'an AMI',
    inArns: 'image',
    oneOnly: 'This action takes one AMI: use a matrix for several',
    command: 'aws ec2 describe-images --owners self',
});
/** The ID of a subnet. */
const subnetId = resourceId({
    prefix: 'subnet',
    form: _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .subnetIdForm */ .Fj,
    example: 'subnet-0123456789abcdef0',
    what: 'a subnet',
    inArns: 'subnet',
    oneOnly: 'Separate several by commas or line ends',
    command: 'aws ec2 describe-subnets',
});
/** The ID of a security group. */
const securityGroupId = resourceId({
    prefix: 'sg',
    form: _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .securityGroupIdForm */ .zb,
    example: 'sg-0123456789abcdef0',
    what: 'a security group',
    inArns: 'security-group',
    oneOnly: 'Separate several by commas or line ends',
    command: 'aws ec2 describe-security-groups',
});
function resourceId(kind) {
    const { prefix, form, example, what } = kind;
    return (text, report) => {
        if (form.test(text))
            return text;
        report(`${(0,_given_js__WEBPACK_IMPORTED_MODULE_0__/* .given */ .gI)(text)} is not the ID of ${what}, which is \`${prefix}-\` and 17 (or 8) hex digits in lower case, ` +
            `e.g. \`${example}\`. ${hint(text, kind)}`);
        return undefined;
    };
}
const resources = new Map([
    ['ami', 'an AMI'],
    ['eni', 'a network interface'],
    ['i', 'an instance'],
    ['lt', 'a launch template'],
    ['mi', 'a managed node of Systems Manager'],
    ['sg', 'a security group'],
    ['snap', 'a snapshot'],
    ['subnet', 'a subnet'],
    ['vol', 'a volume'],
]);
function hint(text, { prefix, form, inArns, oneOnly, command }) {
    const [arnsKind, arnsId = ''] = /^arn:[^/]*:([a-z-]+)\/(.+)$/.exec(text)?.slice(1) ?? [];
    if (arnsKind === inArns && form.test(arnsId))
        return `That is its ARN: give \`${arnsId}\``;
    const lowerCase = text.toLowerCase();
    if (form.test(lowerCase))
        return `Write it in lower case: \`${lowerCase}\``;
    const bare = text.replace(/^(["'`])(.*)\1$/, '$2');
    if (bare !== text && form.test(bare))
        return `Leave out the quotes: \`${bare}\``;
    if (/[^ -~\r\n\t]/.test(text))
        return 'It contains characters that are not ASCII: copy it from the EC2 console again';
    const parts = text.split(/[\s,]+/);
    if (parts.length > 1 && parts.every((part) => form.test(part)))
        return oneOnly;
    const [given, digits = ''] = /^([a-z]+)-([0-9a-f]*)$/.exec(lowerCase)?.slice(1) ?? [];
    if (given === prefix)
        return `This has ${digits.length} digits after \`${prefix}-\``;
    const resource = digits === '' ? undefined : resources.get(given ?? '');
    if (resource)
        return `That is ${resource}`;
    return `Names and addresses are not accepted: the EC2 console and \`${command}\` show the ID`;
}


/***/ }),

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

/***/ 1347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ timeLine)
/* harmony export */ });
/* harmony import */ var _base_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8714);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4629);


const everyDay = { interval: '1day', format: 'day %-j' };
/**
 * Ticks of the axis: those of the first row that the whole bake fits in, so that there are some three to seven.
 * Syntax: https://mermaid.js.org/syntax/gantt.html
 */
const ticks = [
    { upToSeconds: 30, interval: '5second', format: '%-S s' },
    { upToSeconds: 59, interval: '10second', format: '%-S s' },
    { upToSeconds: 3 * 60, interval: '30second', format: '%-M:%S' },
    { upToSeconds: 7 * 60, interval: '1minute', format: '%-M min' },
    { upToSeconds: 14 * 60, interval: '2minute', format: '%-M min' },
    { upToSeconds: 35 * 60, interval: '5minute', format: '%-M min' },
    { upToSeconds: 59 * 60, interval: '10minute', format: '%-M min' },
    { upToSeconds: 3.5 * 3600, interval: '30minute', format: '%-H:%M h' },
    { upToSeconds: 7 * 3600, interval: '1hour', format: '%-H h' },
    { upToSeconds: 23 * 3600, interval: '4hour', format: '%-H h' },
    { upToSeconds: 72 * 3600, interval: '12hour', format: 'day %-j, %-H h' },
];
/** The shortest bar, as a part of the whole: enough to be seen beside a wait of hours. */
const shortestBar = 1 / 200;
/** What is over sooner has nothing to show. */
const shortestMilliseconds = 10_000;
/**
 * The phases of a run as a Mermaid gantt chart, a row for each and for each of its parts, the duration beside the bar;
 * undefined when there is nothing to see.
 * @param now what a phase that still runs is drawn up to, in milliseconds since the epoch
 * @param failed the phase to draw in red
 */
function timeLine(phases, now, failed) {
    const start = Math.min(...phases.map((phase) => phase.startedAt));
    const whole = Math.max(...phases.map((phase) => phase.endedAt ?? now)) - start;
    if (phases.length === 0 || !Number.isFinite(whole) || whole < shortestMilliseconds)
        return undefined;
    const spans = phases.flatMap((phase) => spansOf(phase, phase.endedAt ?? now, phase === failed));
    const rows = spans.flatMap(({ name, startedAt, endedAt, mark }) => {
        const from = startedAt - start;
        const to = endedAt - start;
        // Bars that are too short to be seen get longer, to the left when they are at the end.
        const length = Math.max(to - from, whole * shortestBar);
        const left = Math.min(from, whole - length);
        return [
            `  section ${plainName(name)}`,
            `  ${(0,_base_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(to - from)} :${mark}${moment(left)}, ${moment(left + length)}`,
        ];
    });
    const { interval, format } = ticksFor(whole);
    const head = [
        `%%{init: ${JSON.stringify(look(spans))}}%%`,
        'gantt',
        '  title Where the time went',
        '  dateFormat YYYY-MM-DD HH:mm:ss.SSS',
        `  axisFormat ${format}`,
        `  tickInterval ${interval}`,
        '  todayMarker off',
    ];
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeBlock */ .DV)('mermaid', [...head, ...rows].join('\n'));
}
/** The phase, then its parts; a part that nobody saw end ended with its phase. */
function spansOf(phase, endedAt, isFailed) {
    const { parts = [], ...itself } = phase;
    return [
        { ...itself, endedAt, mark: isFailed ? 'crit, ' : '' },
        ...parts.map((part) => ({
            ...part,
            endedAt: Math.min(part.endedAt ?? endedAt, endedAt),
            mark: part.failed ? 'crit, ' : 'done, ',
        })),
    ];
}
/** Colours that go with GitHub's light and dark mode both, rows in stripes, and room for the names at the left. */
function look(spans) {
    const longestName = Math.max(...spans.map(({ name }) => plainName(name).length));
    const green = '#1a7f37';
    const red = '#cf222e';
    // Mermaid writes on these bars in a dark colour, whatever the theme.
    const blue = '#54aeff';
    return {
        gantt: {
            numberSectionStyles: 2,
            leftPadding: 24 + 7 * longestName,
            // The grid begins where the rows begin; the axis stands fixed at topPadding's default.
            gridLineStartPadding: 50,
            barHeight: 18,
            fontSize: 12,
            sectionFontSize: 12,
        },
        themeVariables: {
            taskBkgColor: green,
            taskBorderColor: green,
            critBkgColor: red,
            critBorderColor: red,
            doneTaskBkgColor: blue,
            doneTaskBorderColor: blue,
            taskTextColor: '#ffffff',
            sectionBkgColor: '#8c959f',
            altSectionBkgColor: 'transparent',
        },
    };
}
function ticksFor(milliseconds) {
    return ticks.find(({ upToSeconds }) => milliseconds <= upToSeconds * 1000) ?? everyDay;
}
/**
 * Time since the start of the bake, as a time of a fixed day. Mermaid reads and writes times in the time zone of
 * whoever looks at it, so this, unlike the time of day, is the same to all; on a New Year's Day no clock is changed.
 */
function moment(milliseconds) {
    const day = new Date(Date.UTC(2001, 0, 1) + Math.round(milliseconds));
    return day.toISOString().replace('T', ' ').replace('Z', '');
}
/** What of a phase's name has no meaning in Mermaid. */
function plainName(name) {
    return (name
        .replace(/[^A-Za-z\d /.-]+/g, ' ')
        .trim()
        .slice(0, 24) || 'Phase');
}


/***/ }),

/***/ 5550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ warning),
/* harmony export */   N4: () => (/* binding */ note),
/* harmony export */   VJ: () => (/* binding */ unchecked),
/* harmony export */   kD: () => (/* binding */ uncheckedIn),
/* harmony export */   or: () => (/* binding */ isSilence),
/* harmony export */   wF: () => (/* binding */ checkPatience),
/* harmony export */   z3: () => (/* binding */ error)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6762);
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4608);
/** What a check of the preflight reports. */


const error = (message) => ({ severity: 'error', message });
const warning = (message) => ({ severity: 'warning', message });
const note = (message) => ({ severity: 'note', message });
/** How patient a check in the home Region is, which has answered before: a slow answer is better than none. */
const checkPatience = { patienceSeconds: 8, attemptSeconds: 8 };
/**
 * For a check whose look-up failed: the check is left out, and what it would have found shows later.
 * @param what the check looks for, e.g. `whether the KMS keys of the volumes can be shared`
 * @throws BakeError when the credentials were refused, for then nothing else can work either
 */
function unchecked(action, what, thrown) {
    const kind = (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorKind */ .f8)(thrown);
    if (kind === 'credentials')
        throw (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .awsFailure */ .MT)(action, `check ${what}`, thrown);
    if (kind === 'permission')
        return warning(`Could not check ${what}: the role lacks the permission ${action}.`);
    return warning(`Could not check ${what} (${action}: ${(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeAwsError */ .Pp)(thrown)}).`);
}
/** As `unchecked`, in the Region of a copy: refused credentials there say nothing of the other Regions. */
function uncheckedIn(action, what, thrown) {
    if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorKind */ .f8)(thrown) !== 'credentials')
        return unchecked(action, what, thrown);
    return warning(`Could not check ${what} (${action}: ${(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeAwsError */ .Pp)(thrown)}).`);
}
/** The Region did not answer at all: what it answers, other than that, it may answer differently later. */
function isSilence(thrown) {
    if (thrown instanceof _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NoAnswerError */ .i5)
        return true;
    return (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorKind */ .f8)(thrown) === 'unclear' && (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsErrorFacts */ .ZR)(thrown).httpStatus === undefined;
}


/***/ }),

/***/ 5548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oi: () => (/* binding */ phase),
/* harmony export */   R8: () => (/* binding */ warn),
/* harmony export */   e4: () => (/* binding */ notePart),
/* harmony export */   nB: () => (/* binding */ learn)
/* harmony export */ });
/** Writes what has become known into the record, for outputs and state to follow. */
function learn(run, facts) {
    Object.assign(run.record, facts);
    run.onChange();
}
/** For the user's eyes at once, and for the report. */
function warn({ record, log }, message) {
    record.warnings = [...record.warnings, message];
    log.warning(message);
}
/** @returns what the work gives */
async function phase({ record, clock }, name, work) {
    const current = { name, startedAt: clock.now() };
    record.phases = [...record.phases, current];
    try {
        return await work();
    }
    finally {
        current.endedAt = clock.now();
    }
}
/** Notes how far a part of the phase is that runs; what was noted of the same name before is replaced. */
function notePart({ record }, part) {
    const phase = record.phases.at(-1);
    if (phase === undefined || phase.endedAt !== undefined)
        return;
    const { parts = [] } = phase;
    const isKnown = parts.some(({ name }) => name === part.name);
    phase.parts = isKnown ? parts.map((one) => (one.name === part.name ? part : one)) : [...parts, part];
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

/***/ 9033:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C3: () => (/* binding */ usualMinutes),
/* harmony export */   UC: () => (/* binding */ describeTestedImage),
/* harmony export */   l0: () => (/* binding */ usualType)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6762);
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4608);
/* harmony import */ var _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(848);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7594);
/** The image that is tested. */




/**
 * Own images and those that others share: EC2 shows what may be launched.
 * @throws BakeError when EC2 does not show it, or cannot be asked
 */
async function describeTestedImage({ aws, region, signal }, imageId) {
    // A disabled image shows only when asked for; that it is disabled is the better message.
    const command = new _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_2__/* .DescribeImagesCommand */ .ji({ ImageIds: [imageId], IncludeDisabled: true });
    const { Images } = await aws
        .ec2(region)
        .send(command, { signal })
        .catch((error) => {
        signal.throwIfAborted();
        if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorKind */ .f8)(error) === 'not-found' || (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsErrorFacts */ .ZR)(error).code === 'InvalidAMIID.Unavailable')
            throw unknownImage(region, imageId, error);
        throw (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .awsFailure */ .MT)('ec2:DescribeImages', `look at ${imageId}`, error, 'Test');
    });
    const image = Images?.find(({ ImageId }) => ImageId === imageId);
    if (image === undefined)
        throw unknownImage(region, imageId);
    return testedImage(imageId, image);
}
function unknownImage(region, imageId, cause) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .BakeError */ .oU(`There is no image ${imageId} in ${region} that the account owns or that is shared with it`, {
        remedy: 'Check `ami-id`, `aws-region`, and which account the credentials belong to.',
        cause,
    });
}
function testedImage(id, image) {
    const mappings = image.BlockDeviceMappings ?? [];
    return {
        id,
        name: image.Name ?? '',
        ownerId: image.OwnerId ?? '',
        state: image.State ?? 'unknown',
        architecture: image.Architecture ?? 'x86_64',
        windows: image.Platform?.toLowerCase() === 'windows' || /^windows/i.test(image.PlatformDetails ?? ''),
        bootMode: image.BootMode,
        tpmSupport: image.TpmSupport,
        devices: mappings.flatMap(({ DeviceName, Ebs }) => DeviceName === undefined || Ebs === undefined ? [] : [{ name: DeviceName, sizeGiB: Ebs.VolumeSize }]),
    };
}
/** What the test is launched on, unless `instance-type` says otherwise. */
function usualType({ architecture, windows }) {
    if (architecture.startsWith('arm64'))
        return 't4g.micro';
    return windows ? 't3.medium' : 't3.micro';
}
/** Windows takes its time. */
function usualMinutes({ windows }) {
    return windows ? 30 : 15;
}


/***/ }),

/***/ 7646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ readTrialInputs)
});

// UNUSED EXPORTS: trialInputs

// EXTERNAL MODULE: ./lib/github/inputs/input.js
var input = __webpack_require__(7546);
// EXTERNAL MODULE: ./lib/github/inputs/parsers.js
var parsers = __webpack_require__(3041);
// EXTERNAL MODULE: ./lib/github/inputs/read.js
var read = __webpack_require__(1417);
// EXTERNAL MODULE: ./lib/github/inputs/resource-ids.js
var resource_ids = __webpack_require__(9470);
// EXTERNAL MODULE: ./lib/github/inputs/shared.js
var shared = __webpack_require__(2640);
// EXTERNAL MODULE: ./lib/github/inputs/given.js
var given = __webpack_require__(9240);
;// CONCATENATED MODULE: ./lib/trial/inputs/instance-profile.js

/** IAM API Reference, InstanceProfileName and Path of CreateInstanceProfile. */
const nameForm = /^[A-Za-z0-9_+=,.@-]{1,128}$/;
const arnForm = /^arn:aws(?:-[a-z]+){0,3}:iam::[0-9]{12}:instance-profile\/(?:[!-~]{1,510}\/)?[A-Za-z0-9_+=,.@-]{1,128}$/;
/** The name or ARN of an instance profile; undefined when the input is empty. */
const instanceProfile = (text, report) => {
    if (text === '' || nameForm.test(text) || arnForm.test(text))
        return text || undefined;
    const isRole = /^arn:aws[a-z-]*:iam::[0-9]*:role\//.test(text);
    report(`${(0,given/* given */.gI)(text)} is neither the name nor the ARN of an instance profile, such as \`arn:aws:iam::123456789012:instance-profile/web\`${isRole ? '. That is a role: give the instance profile that contains it' : ''}`);
    return undefined;
};

;// CONCATENATED MODULE: ./lib/trial/inputs/instance-type.js

/** The name of an instance type, checked by its form: new types need no new version of the action. */
const instanceType = (text, report) => {
    if (/^[a-z][a-z0-9-]*\.[a-z0-9-]+$/.test(text))
        return text;
    const lowerCase = text.toLowerCase();
    const hint = lowerCase !== text && /^[a-z0-9-]+\.[a-z0-9-]+$/.test(lowerCase);
    report(`${(0,given/* given */.gI)(text)} is not the name of an instance type, such as \`t3.micro\`${hint ? `. Write it in lower case: \`${lowerCase}\`` : ''}`);
    return undefined;
};

;// CONCATENATED MODULE: ./lib/trial/inputs/table.js
/** What `test` can be told. `test/action.yml` declares the same inputs, with the same defaults, and describes them. */







/** The ID of the image to test. */
const amiId = (0,input/* input */.h)('ami-id', resource_ids/* amiId */.$M, { required: true, plan: 'none' });
/** In the order to try them; when empty, one that fits the image. */
const instanceTypes = (0,input/* input */.h)('instance-type', (0,parsers/* listOf */.c3)(instanceType), { plan: 'none' });
/** In the order to try them; when empty, those of the default VPC. */
const subnetIds = (0,input/* input */.h)('subnet-ids', (0,parsers/* listOf */.c3)(resource_ids/* subnetId */.p4), { plan: 'none' });
/** When empty, the group `default` of the VPC. */
const securityGroupIds = (0,input/* input */.h)('security-group-ids', (0,parsers/* listOf */.c3)(resource_ids/* securityGroupId */.Lu), { plan: 'none' });
/** A name or an ARN. */
const table_instanceProfile = (0,input/* input */.h)('instance-profile', instanceProfile, { plan: 'none' });
/** A script for Run Command; none when empty. */
const script = (0,input/* input */.h)('run', parsers/* anyText */.Ae, { plan: 'none' });
/** Undefined until the platform of the image decides. */
const timeoutMinutes = (0,input/* input */.h)('timeout-minutes', (0,parsers/* optional */.lq)(parsers/* minutes */.Gx), {
    plan: 'none',
});
/** In the order of `test/action.yml`. */
const trialInputs = {
    amiId,
    instanceTypes,
    subnetIds,
    securityGroupIds,
    instanceProfile: table_instanceProfile,
    script,
    timeoutMinutes,
    dryRun: (0,shared/* dryRun */.PA)('false'),
    comment: shared/* comment */.Im,
    githubToken: shared/* githubToken */.bU,
    region: shared/* region */.Ny,
    roleToAssume: shared/* roleToAssume */.Y_,
    allowedAccountIds: shared/* allowedAccountIds */.qS,
};
/**
 * @param environment of the step
 * @throws ProblemsError with everything that is wrong, each problem naming its input
 */
function readTrialInputs(environment) {
    return (0,read/* readInputs */.K)(trialInputs, { environment });
}


/***/ }),

/***/ 6659:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _github_comment_update_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5412);
/* harmony import */ var _github_main_step_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7081);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9033);
/* harmony import */ var _inputs_table_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7646);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2639);
/* harmony import */ var _report_comment_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(5038);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5757);
/* harmony import */ var _report_report_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9395);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(173);
/* harmony import */ var _trial_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(483);
/** Entry point of the main step. */













await (0,_github_main_step_js__WEBPACK_IMPORTED_MODULE_4__/* .runMainStep */ .X)('Test', _report_outputs_js__WEBPACK_IMPORTED_MODULE_7__/* .createOutputs */ .l, async ({ environment, log, outputs, startedAt, unique: testId, saveState, runIn }) => {
    const inputs = (0,_inputs_table_js__WEBPACK_IMPORTED_MODULE_6__/* .readTrialInputs */ .G)(environment);
    const { region, roleToAssume, amiId: imageId } = inputs;
    // Once the image is known, that of its platform.
    const timeoutMinutes = inputs.timeoutMinutes ?? (0,_image_js__WEBPACK_IMPORTED_MODULE_5__/* .usualMinutes */ .C3)({ windows: true });
    const record = (0,_record_js__WEBPACK_IMPORTED_MODULE_11__/* .emptyRecord */ .FR)({ region, imageId, testId, startedAt });
    const keepState = (0,_state_js__WEBPACK_IMPORTED_MODULE_9__/* .stateKeeper */ .wl)(roleToAssume, (text) => saveState(_state_js__WEBPACK_IMPORTED_MODULE_9__/* .stateName */ .Vi, text));
    const run = {
        ...runIn({ region, roleToAssume, timeoutMinutes }),
        inputs,
        record,
        onChange: () => {
            keepState(record);
            outputs.publish(record, run.clock.now());
        },
        saveConsole: (instanceId, output) => {
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(environment['RUNNER_TEMP'] || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), `bake-ami-console-${instanceId}.log`);
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, output);
            return path;
        },
    };
    const outcome = await (0,_trial_js__WEBPACK_IMPORTED_MODULE_10__/* .trial */ .F)(run);
    const comment = () => (0,_github_comment_update_js__WEBPACK_IMPORTED_MODULE_3__/* .updateComment */ .v)(run, (0,_report_comment_js__WEBPACK_IMPORTED_MODULE_12__/* .commentOf */ .v)(inputs, environment, outcome));
    await (0,_report_report_js__WEBPACK_IMPORTED_MODULE_8__/* .report */ .z)({ outcome, workflow: run.workflow, outputs, log, endedAt: run.clock.now(), comment });
    return outcome;
});

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

/***/ 5038:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ commentOf)
/* harmony export */ });
function commentOf({ comment, dryRun, githubToken }, environment, outcome) {
    const { region, imageId, verdict, bootSeconds, consoleTail } = outcome.record;
    return {
        // A dry run changes nothing, and has nothing to show for it.
        comment: comment && !dryRun,
        githubToken,
        environment,
        images: [{ region, id: imageId }],
        ...(verdict === undefined
            ? {}
            : {
                test: { imageId, judgement: verdict.judgement, reason: verdict.reason, bootSeconds, consoleTail },
            }),
        ...(outcome.ok ? {} : { failure: { title: 'The test failed', error: outcome.error } }),
    };
}


/***/ }),

/***/ 5757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ createOutputs)
/* harmony export */ });
/* unused harmony export outputTable */
/* harmony import */ var _github_outputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4573);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2639);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5265);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3549);
/** The step's outputs: what each holds, and when it is written. `test/action.yml` describes them for users. */




/** Each output's value, once it is known. */
const outputTable = {
    passed: ({ verdict }) => {
        const pass = verdict === undefined ? undefined : (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .isPass */ .YX)(verdict);
        return pass === undefined ? undefined : String(pass);
    },
    'instance-id': (record) => (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .lastLaunch */ .u7)(record)?.instanceId,
    'boot-seconds': ({ bootSeconds }) => (bootSeconds === undefined ? undefined : String(bootSeconds)),
    'console-log': ({ consoleLog }) => consoleLog,
    test: (record, now) => record.verdict === undefined && record.plan === undefined ? undefined : testJson(record, now),
};
function createOutputs(write) {
    const names = Object.keys(outputTable);
    const outputs = (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_3__/* .outputWriter */ .H)(names, write);
    return {
        publish(record, now) {
            for (const name of names) {
                const value = outputTable[name](record, now);
                // Once is enough until the end: it holds everything, and changes with everything.
                if (value !== undefined && !(name === 'test' && outputs.has(name)))
                    outputs.put(name, value);
            }
        },
        finish(record, now = 0) {
            if (record !== undefined)
                outputs.put('test', testJson(record, now));
            outputs.finish();
        },
    };
}
const endCharacters = 2000;
function testJson(record, now) {
    const { checks, verdict, command, plan } = record;
    const launch = record.launches.findLast(({ instanceId }) => instanceId !== undefined);
    const document = {
        version: 1,
        image: record.imageId,
        region: record.region,
        instance: launch?.instanceId ?? null,
        type: launch?.type ?? null,
        subnet: launch?.subnetId ?? null,
        zone: launch?.zone ?? null,
        checks: checks === undefined ? null : checksDocument(checks),
        bootSeconds: record.bootSeconds ?? null,
        seconds: Math.round((now - record.startedAt) / 1000),
        startedAt: (0,_request_js__WEBPACK_IMPORTED_MODULE_0__/* .isoTime */ .Ly)(record.startedAt),
        exitCode: command?.exitCode ?? null,
        stdout: (command?.stdout ?? '').slice(-endCharacters).toWellFormed(),
        stderr: (command?.stderr ?? '').slice(-endCharacters).toWellFormed(),
        verdict: verdict?.judgement ?? null,
        passed: verdict === undefined ? null : ((0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .isPass */ .YX)(verdict) ?? null),
        reason: verdict?.reason ?? null,
        tested: record.tested ?? null,
        warnings: record.warnings,
        dryRun: plan !== undefined,
        plan: plan ?? [],
    };
    return JSON.stringify(document);
}
function checksDocument(checks) {
    return Object.fromEntries(_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .checkNames */ .LN.map((name) => [name, checks[name].status]));
}


/***/ }),

/***/ 9395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ report)
});

// EXTERNAL MODULE: ./lib/base/units.js
var units = __webpack_require__(8714);
// EXTERNAL MODULE: ./lib/github/report/failure.js
var failure = __webpack_require__(1380);
// EXTERNAL MODULE: ./lib/github/report/publish-summary.js
var publish_summary = __webpack_require__(6636);
// EXTERNAL MODULE: ./lib/aws/console.js
var console = __webpack_require__(4020);
// EXTERNAL MODULE: ./lib/base/errors.js
var errors = __webpack_require__(7594);
// EXTERNAL MODULE: ./lib/github/report/markdown.js
var markdown = __webpack_require__(4629);
// EXTERNAL MODULE: ./lib/github/report/problem.js
var problem = __webpack_require__(9249);
// EXTERNAL MODULE: ./lib/github/report/timeline.js
var timeline = __webpack_require__(1347);
// EXTERNAL MODULE: ./lib/github/sanitise.js
var sanitise = __webpack_require__(589);
// EXTERNAL MODULE: ./lib/trial/record.js
var trial_record = __webpack_require__(2639);
// EXTERNAL MODULE: ./lib/trial/verdict.js
var verdict = __webpack_require__(3549);
;// CONCATENATED MODULE: ./lib/trial/report/summary.js
/** The job summary of a test, as Markdown: the verdict first, then where the time went, and of a failure the console. */









const longestOutput = 8000;
/** Text from outside has no meaning in it. */
function summaryMarkdown(options) {
    const { record, error, told, left, endedAt } = options;
    const sections = [
        headline(options),
        told === undefined
            ? undefined
            : (0,problem/* problem */.C)({ status: error instanceof errors/* CancelledError */.cc ? 'cancelled' : 'failure', ...told }, linked(record)),
        left.length === 0
            ? undefined
            : (0,markdown/* alert */.xE)('WARNING', ['<b>Left in AWS</b>', '', ...left.map((line) => `- ${(0,markdown/* sentence */.em)(line)}`)]),
        warnings(record),
        table(record),
        plan(record),
        (0,timeline/* timeLine */.w)(record.phases, endedAt, told === undefined ? undefined : failedPhase(record)),
        told === undefined ? undefined : consoleTail(record),
        commandOutput(record),
    ];
    return `${sections.filter((section) => section !== undefined).join('\n\n')}\n`;
}
/** The last one before the evidence was kept and the instance ended. */
function failedPhase({ phases }) {
    return phases.filter(({ name }) => name !== 'Console' && name !== 'End').at(-1);
}
function headline({ record, error, endedAt }) {
    const image = linked(record)(record.imageId);
    const line = [
        record.image === undefined ? '' : `<b>${(0,markdown/* literal */.eu)(record.image.name)}</b>`,
        (0,markdown/* literal */.eu)(record.region),
        record.bootSeconds === undefined ? '' : `booted in ${(0,units/* duration */.p0)(record.bootSeconds * 1000)}`,
        (0,units/* duration */.p0)(endedAt - record.startedAt),
    ].filter((part) => part !== '');
    return `## ${title(record, error)}: ${image}\n\n${line.join(' · ')}`;
}
function title({ verdict, plan }, error) {
    if (error instanceof errors/* CancelledError */.cc)
        return '🚫 Test cancelled';
    if (plan !== undefined && error === undefined)
        return '📋 Dry run: all checks passed';
    switch (verdict?.judgement) {
        case 'passed':
            return error === undefined ? '✅ Test passed' : '❌ Test passed, but its instance is left';
        case 'failed':
            return '❌ Test failed';
        default:
            return '⚠️ Not judged';
    }
}
function linked({ region }) {
    return (id) => (0,markdown/* link */.nf)((0,markdown/* code */.aY)(id), (0,console/* consoleUrl */.B)(region, id));
}
function warnings({ warnings }) {
    if (warnings.length === 0)
        return undefined;
    return (0,markdown/* alert */.xE)('WARNING', warnings.slice(0, 20).map((warning) => `- ${(0,markdown/* sentence */.em)((0,markdown/* cut */.Jj)(warning, 500).replace(/\s+/g, ' '))}`));
}
function table(record) {
    const launch = (0,trial_record/* lastLaunch */.u7)(record);
    if (launch === undefined)
        return undefined;
    const { checks, command, tested } = record;
    const rows = [
        [
            'Instance',
            launch.instanceId &&
                `${linked(record)(launch.instanceId)} · ${(0,markdown/* literal */.eu)(record.region)}, ${launch.status === 'ended' ? 'ended' : 'not seen to end'}`,
        ],
        ['Type', (0,markdown/* code */.aY)(launch.type)],
        [
            'Subnet',
            [launch.subnetId, launch.zone]
                .filter((part) => part !== undefined)
                .map(markdown/* code */.aY)
                .join(' · '),
        ],
        ['Status&nbsp;checks', checks && (0,markdown/* literal */.eu)((0,verdict/* checksText */.rW)(checks))],
        ['Exit&nbsp;code', command?.exitCode === undefined ? undefined : String(command.exitCode)],
        ['Tag', tested && `${(0,markdown/* code */.aY)('bake-ami:tested')} = ${(0,markdown/* code */.aY)(tested)}`],
    ];
    return (0,markdown/* facts */.Ix)(rows.flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
function plan({ plan }) {
    if (plan === undefined)
        return undefined;
    return `Nothing was launched. The plan:\n\n${plan.map((line) => `- ${(0,markdown/* sentence */.em)(line)}`).join('\n')}`;
}
function consoleTail({ consoleTail }) {
    if (consoleTail === undefined)
        return undefined;
    if (consoleTail.length === 0)
        return 'EC2 has no console output of the instance.';
    return `<b>The last lines of the console</b>\n\n${(0,markdown/* codeBlock */.DV)('', (0,sanitise/* sanitise */.t)(consoleTail.join('\n')))}`;
}
function commandOutput({ command }) {
    const parts = [
        ['Standard output', command?.stdout ?? ''],
        ['Standard error', command?.stderr ?? ''],
    ].flatMap(([name = '', text = '']) => text.trim() === '' ? [] : [`${name}\n\n${(0,markdown/* codeBlock */.DV)('', (0,sanitise/* sanitise */.t)(text.trimEnd().slice(-longestOutput)))}`]);
    return parts.length === 0 ? undefined : (0,markdown/* details */.zH)('Output of the command', parts.join('\n\n'));
}

;// CONCATENATED MODULE: ./lib/trial/report/report.js




/** Facts first, the error last: it is what a reader of the log sees at its end. */
async function report({ outcome, outputs, log, endedAt, comment }) {
    const { record } = outcome;
    outputs.publish(record, endedAt);
    outputs.finish(record, endedAt);
    const error = outcome.ok ? undefined : outcome.error;
    const left = outcome.ok ? [] : outcome.leftovers.map(({ message }) => message);
    const told = error === undefined ? undefined : (0,failure/* toldOf */.dc)(error);
    await (0,publish_summary/* publishSummary */.I)(summaryMarkdown({ record, error, left, told, endedAt }), log);
    await comment();
    if (error === undefined)
        log.notice(closingWords(record, endedAt), closingTitle(record));
    else
        (0,failure/* reportFailure */.xV)(error, log, 'Test', consoleLines(record));
}
function consoleLines({ consoleTail = [] }) {
    return consoleTail.length === 0 ? [] : ['The last lines of the console:', ...consoleTail];
}
function closingWords(record, endedAt) {
    const { imageId, region, plan, bootSeconds = 0, startedAt } = record;
    if (plan !== undefined)
        return `Dry run: ${imageId} in ${region} can be tested. Nothing was launched.`;
    return `${imageId} in ${region} passed its test: it booted in ${(0,units/* duration */.p0)(bootSeconds * 1000)}. The test took ${(0,units/* duration */.p0)(endedAt - startedAt)}.`;
}
function closingTitle({ plan }) {
    return plan === undefined ? 'AMI tested' : 'Dry run';
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


/***/ }),

/***/ 483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ trial)
});

// EXTERNAL MODULE: ./lib/aws/account.js
var aws_account = __webpack_require__(3234);
// EXTERNAL MODULE: ./lib/aws/decode.js
var decode = __webpack_require__(4463);
// EXTERNAL MODULE: ./lib/aws/failure.js + 1 modules
var aws_failure = __webpack_require__(4608);
// EXTERNAL MODULE: ./lib/base/errors.js
var base_errors = __webpack_require__(7594);
// EXTERNAL MODULE: ./lib/run/run.js
var run_run = __webpack_require__(5548);
// EXTERNAL MODULE: ./lib/aws/errors.js
var errors = __webpack_require__(6762);
// EXTERNAL MODULE: ./lib/aws/sdk/ec2.js
var ec2 = __webpack_require__(848);
;// CONCATENATED MODULE: ./lib/trial/console.js
/** The console output of an instance: the evidence of a test that failed. */




const tailLines = 25;
const longestLine = 400;
const how = { patienceSeconds: 6, attemptSeconds: 6 };
/** Before the instance is ended, for its latest output is only there while it runs. Nothing of this ends the test. */
async function keepConsole(run, { instanceId }) {
    if (instanceId === undefined)
        return;
    await (0,run_run/* phase */.Oi)(run, 'Console', async () => {
        const { output, problem } = await readConsole(run, instanceId);
        const nothing = `EC2 has no console output of ${instanceId}${problem === undefined ? '' : ` (${problem})`}.\n`;
        try {
            const path = run.saveConsole(instanceId, output.length === 0 ? Buffer.from(nothing) : output);
            (0,run_run/* learn */.nB)(run, { consoleLog: path });
        }
        catch (error) {
            run.log.warning(`The console output could not be written to a file: ${(0,base_errors/* messageOf */.bD)(error)}`, 'Console');
        }
        (0,run_run/* learn */.nB)(run, { consoleTail: tailOf(output.toString('utf8')) });
    });
}
/** The latest, which only Nitro instances have; else what EC2 has kept from the start or the end of the instance. */
async function readConsole(run, instanceId) {
    const { aws, region, signal } = run;
    let problem;
    for (const latest of [{ Latest: true }, {}]) {
        try {
            const command = new ec2/* GetConsoleOutputCommand */.Ol({ InstanceId: instanceId, ...latest });
            const { Output = '' } = await aws.ec2(region).send(command, { signal, ...how });
            const output = Buffer.from(Output, 'base64');
            if (output.length > 0)
                return { output };
        }
        catch (error) {
            signal.throwIfAborted();
            problem = (0,errors/* describeAwsError */.Pp)(error);
        }
    }
    return { output: Buffer.alloc(0), ...(problem === undefined ? {} : { problem }) };
}
/** The last lines that say something. */
function tailOf(output) {
    const lines = output
        .slice(-64 * 1024)
        .split(/\r\n|[\r\n]/)
        .map((line) => line.trimEnd().slice(0, longestLine))
        .filter((line) => line !== '');
    return lines.slice(-tailLines);
}

// EXTERNAL MODULE: ./lib/base/own-tags.js
var own_tags = __webpack_require__(3443);
// EXTERNAL MODULE: ./lib/base/workflow.js
var base_workflow = __webpack_require__(2284);
// EXTERNAL MODULE: ./lib/trial/end.js
var end = __webpack_require__(4169);
;// CONCATENATED MODULE: ./lib/trial/earlier.js
/** Instances that an earlier attempt of this workflow run launched to test this image, and that nobody has ended. */






const liveStates = ['pending', 'running', 'stopping', 'stopped'];
/** Nothing of this ends the test: without the permission there is a warning. */
async function endEarlier(run) {
    const { workflow, signal, log } = run;
    if (!(0,base_workflow/* isLaterAttempt */._)(workflow))
        return;
    try {
        const found = (await instancesOfTests(run)).filter((instance) => isOfEarlierAttempt(run, instance));
        const ids = found.flatMap(({ InstanceId }) => InstanceId ?? []);
        if (ids.length === 0)
            return;
        log.info(`Ending what an earlier attempt left: ${ids.join(', ')}`);
        await (0,end/* terminate */.MH)(run, ids, end/* unhurried */.jp);
    }
    catch (error) {
        signal.throwIfAborted();
        (0,run_run/* warn */.R8)(run, `Could not end what an earlier attempt may have left (${(0,errors/* describeAwsError */.Pp)(error)}).`);
    }
}
async function instancesOfTests({ aws, region, signal, inputs }) {
    const Filters = [
        { Name: `tag:${own_tags/* testTag */.f_}`, Values: [inputs.amiId] },
        { Name: 'instance-state-name', Values: liveStates },
    ];
    const instances = [];
    let NextToken;
    do {
        const command = new ec2/* DescribeInstancesCommand */.bN({
            Filters,
            ...(NextToken === undefined ? {} : { NextToken }),
        });
        const answer = await aws.ec2(region).send(command, { signal, patienceSeconds: 20 });
        instances.push(...(answer.Reservations ?? []).flatMap(({ Instances = [] }) => Instances));
        NextToken = answer.NextToken;
    } while (NextToken);
    return instances;
}
/** Of this image and this run, with a smaller attempt: those of other runs, and of other jobs of this attempt, stay. */
function isOfEarlierAttempt({ workflow, inputs }, instance) {
    if ((0,own_tags/* tagOf */.cO)(instance, own_tags/* testTag */.f_) !== inputs.amiId)
        return false;
    const own = splitRunUrl(workflow.runUrl);
    const other = splitRunUrl((0,own_tags/* tagOf */.cO)(instance, own_tags/* runTag */.eZ) ?? '');
    if (own === undefined || other === undefined)
        return false;
    return other.run === own.run && other.attempt < own.attempt;
}
function splitRunUrl(url) {
    const [, run, attempt] = /^(.+\/actions\/runs\/\d+)\/attempts\/(\d+)$/.exec(url) ?? [];
    return run === undefined ? undefined : { run, attempt: Number(attempt) };
}

// EXTERNAL MODULE: ./lib/trial/image.js
var trial_image = __webpack_require__(9033);
;// CONCATENATED MODULE: ./lib/trial/grace.js
/**
 * A signal that follows the run's so many seconds later: for a request whose answer says what has to be cleaned up.
 * `stop` must be called when the request is over.
 */
function withGrace({ signal, clock }, seconds) {
    const delayed = new AbortController();
    const over = new AbortController();
    const follow = () => {
        clock.sleep(seconds * 1000, over.signal).then(() => delayed.abort(signal.reason), () => undefined);
    };
    if (signal.aborted)
        follow();
    else
        signal.addEventListener('abort', follow, { once: true, signal: over.signal });
    return { signal: delayed.signal, stop: () => over.abort(new Error('The request is over')) };
}

// EXTERNAL MODULE: ./lib/trial/request.js
var request = __webpack_require__(5265);
;// CONCATENATED MODULE: ./lib/trial/launch.js
/**
 * Launches the test instance: one request for each combination of type and subnet, each with a client token of its own, and
 * none sent anew with other parameters. A lost answer is settled with the same request.
 */







/** RunInstances itself takes a few seconds, and longer under load. */
const attemptSeconds = 30;
/** A cancelled step waits so long for the answer, to know what it has to end. */
const graceSeconds = 3;
/**
 * @returns the launch, or the verdict that there is no room anywhere
 * @throws BakeError when EC2 refuses for another reason, or does not answer
 */
async function launch(run, { image, places, expiresAt }) {
    const refusals = [];
    for (let place = places.shift(); place !== undefined; place = places.shift()) {
        try {
            return { launched: await launch_request(run, place, (0,request/* launchRequest */.X4)(run, image, place, expiresAt)) };
        }
        catch (error) {
            run.signal.throwIfAborted();
            if (!isWantOfRoom(error))
                throw failureOf(error, place);
            const refusal = `${placeText(place)}: ${(0,errors/* describeAwsError */.Pp)(error)}`;
            run.log.info(`No room for the instance: ${refusal}`);
            refusals.push(refusal);
        }
    }
    return {
        verdict: {
            judgement: 'infrastructure',
            reason: `EC2 has no room for the test instance anywhere:\n${refusals.map((line) => `- ${line}`).join('\n')}`,
            remedy: 'Name further `instance-type`s or `subnet-ids`, or run the job again later.',
        },
    };
}
async function launch_request(run, place, parameters) {
    const { aws, region, clock, log } = run;
    const token = (0,request/* clientToken */.$Y)(run.record.testId, place);
    const command = new ec2/* RunInstancesCommand */.zq({ ...parameters, ClientToken: token });
    run.throwIfCancelled();
    const asked = { ...place, token, requestedAt: clock.now(), status: 'asked' };
    keep(run, asked);
    const grace = withGrace(run, graceSeconds);
    let isInDoubt = false;
    const onFailure = (error) => {
        isInDoubt ||= (0,errors/* errorKind */.f8)(error) === 'unclear';
    };
    try {
        const how = { signal: grace.signal, attemptSeconds, onFailure };
        const { Instances, OwnerId } = await aws.ec2(region).send(command, how);
        const instance = Instances?.[0];
        if (instance?.InstanceId === undefined)
            throw new base_errors/* BakeError */.oU('EC2 launched an instance without an ID');
        const launched = {
            ...asked,
            status: 'launched',
            instanceId: instance.InstanceId,
            subnetId: place.subnetId ?? instance.SubnetId,
            zone: place.zone ?? instance.Placement?.AvailabilityZone,
        };
        keep(run, launched);
        if (OwnerId !== undefined)
            (0,run_run/* learn */.nB)(run, { accountId: OwnerId });
        log.info(`Launched ${instance.InstanceId} (${placeText(launched)})`);
        return launched;
    }
    catch (error) {
        // A request in doubt may still be carried out, although a later one of the same token was refused.
        if (!isInDoubt && isClearNo(error))
            keep(run, { ...asked, status: 'refused' });
        throw error;
    }
    finally {
        grace.stop();
        run.throwIfCancelled();
    }
}
/** Writes the launch into the record, in place of what it knew of the same token. */
function keep(run, launch) {
    const others = run.record.launches.filter(({ token }) => token !== launch.token);
    (0,run_run/* learn */.nB)(run, { launches: [...others, launch] });
}
function isClearNo(error) {
    const kind = (0,errors/* errorKind */.f8)(error);
    return kind !== 'unclear' && kind !== 'aborted' && !(error instanceof base_errors/* BakeError */.oU);
}
const roomCodes = [
    'InsufficientInstanceCapacity',
    'InsufficientHostCapacity',
    'InsufficientFreeAddressesInSubnet',
];
/** Only these may be otherwise in another subnet, or with another type; quotas are not. */
function isWantOfRoom(error) {
    const { code: given, message } = (0,errors/* awsErrorFacts */.ZR)(error);
    const code = given.replace(/^(?:Client|Server)\./, '');
    if (roomCodes.includes(code))
        return true;
    return code === 'Unsupported' && /availability zone|requested configuration/i.test(message);
}
function failureOf(error, place) {
    return (0,aws_failure/* awsFailure */.MT)('ec2:RunInstances', `launch the test instance (${placeText(place)})`, error, 'Test');
}
/** EC2, or a check of ours, said no; anything else leaves it open. */
function isRefusal(error) {
    let cause = error;
    while (cause instanceof base_errors/* BakeError */.oU && cause.cause !== undefined)
        cause = cause.cause;
    return cause instanceof base_errors/* BakeError */.oU || !(0,errors/* isPassing */.WG)((0,errors/* errorKind */.f8)(cause));
}
/** e.g. `t3.micro in subnet-0123, eu-west-1a`. */
function placeText({ type, subnetId, zone }) {
    const where = [subnetId, zone].filter((part) => part !== undefined).join(', ');
    return where === '' ? `${type} in the default VPC` : `${type} in ${where}`;
}

// EXTERNAL MODULE: ./lib/trial/verdict.js
var trial_verdict = __webpack_require__(3549);
;// CONCATENATED MODULE: ./lib/trial/mark.js








/** Tags an own image with how its test ended; an image that was not judged keeps what it has. */
async function mark(run, verdict) {
    const { record, aws, region, signal, clock } = run;
    const { image } = record;
    const pass = (0,trial_verdict/* isPass */.YX)(verdict);
    if (pass === undefined || image === undefined)
        return;
    // RunInstances says it, as a rule.
    const accountId = record.accountId ?? (await (0,aws_account/* callersAccount */.ix)(aws, { signal, ...aws_account/* accountLimits */.U1 }).catch(() => undefined));
    if (image.ownerId !== accountId) {
        run.log.info(`${image.id} belongs to account ${image.ownerId}: it gets no tag ${own_tags/* testedTag */.Sy}`);
        return;
    }
    const value = `${pass ? 'passed' : 'failed'} ${(0,request/* isoTime */.Ly)(clock.now())}`;
    const command = new ec2/* CreateTagsCommand */.Rm({ Resources: [image.id], Tags: [{ Key: own_tags/* testedTag */.Sy, Value: value }] });
    try {
        await aws.ec2(region).send(command, { signal, patienceSeconds: 60 });
        (0,run_run/* learn */.nB)(run, { tested: value });
        run.log.info(`${image.id} is tagged ${own_tags/* testedTag */.Sy} = ${value}`);
    }
    catch (error) {
        signal.throwIfAborted();
        const failure = (0,aws_failure/* awsFailure */.MT)('ec2:CreateTags', `tag ${image.id} with ${own_tags/* testedTag */.Sy}`, error, 'Test');
        (0,run_run/* warn */.R8)(run, (0,base_errors/* messageWithRemedy */.ug)(failure));
    }
}

// EXTERNAL MODULE: ./lib/github/inputs/time-span.js
var time_span = __webpack_require__(8121);
;// CONCATENATED MODULE: ./lib/trial/plan.js
/** What a test would do: for a dry run. */


/** @returns a line each */
function planOf({ inputs, record }, image, places, minutes) {
    const [first, ...others] = places;
    const isOwn = record.accountId === undefined || record.accountId === image.ownerId;
    return [
        `Launch ${image.id} "${image.name}" as ${first === undefined ? 'nothing' : placeText(first)}`,
        ...others.map((place) => `If EC2 has no room there: ${placeText(place)}`),
        'Wait until the system, instance and attached EBS status checks pass',
        ...(inputs.script === '' ? [] : ['Run the command of `run` with Systems Manager; its exit code decides']),
        `Judge the image after ${timeText(minutes)} at the latest`,
        'End the instance and delete its volumes',
        ...(isOwn ? ['Tag the image with `bake-ami:tested`'] : []),
    ];
}
function timeText(minutes) {
    return minutes % 60 === 0 ? (0,time_span/* daysOrHours */.Mc)(minutes * 60_000) : `${minutes} minutes`;
}

// EXTERNAL MODULE: ./lib/preflight/finding.js
var finding = __webpack_require__(5550);
;// CONCATENATED MODULE: ./lib/trial/preflight.js
/** The checks before anything exists: independent of each other, side by side, and all findings shown together. */








/** @param types in the order to try them */
async function preflight(run, image, types, expiresAt) {
    const subnets = await findSubnets(run);
    const unfiltered = placesOf(types, subnets.places);
    const [fit, offered, allowed] = await Promise.all([
        typesFit(run, image, types),
        findOfferings(run, types),
        launchIsAllowed(run, image, unfiltered[0], expiresAt),
    ]);
    const { places, findings } = offeredPlaces(unfiltered, types, offered.zones);
    const found = [
        ...stateFindings(image),
        ...subnets.findings,
        ...fit,
        ...offered.findings,
        ...findings,
        ...commandFindings(run),
    ];
    return { findings: [...found, ...withoutRepetition(allowed, found)], places };
}
function stateFindings({ id, state }) {
    if (state === 'available')
        return [];
    return [(0,finding/* error */.z3)(`${id} is ${state}: only an image that is available can be tested.`)];
}
/** Type by type, each in every subnet: another subnet is nearer to what was asked for than another type. */
function placesOf(types, subnets) {
    return types.flatMap((type) => subnets.map((subnet) => ({ type, ...subnet })));
}
async function findSubnets(run) {
    const { aws, region, signal, inputs } = run;
    const asked = [...inputs.subnetIds];
    const command = new ec2/* DescribeSubnetsCommand */.jS(asked.length > 0 ? { SubnetIds: asked } : { Filters: [{ Name: 'default-for-az', Values: ['true'] }] });
    try {
        const { Subnets = [] } = await aws.ec2(region).send(command, { signal, ...finding/* checkPatience */.wF });
        return asked.length > 0 ? namedSubnets(asked, Subnets) : defaultSubnets(Subnets, region);
    }
    catch (thrown) {
        signal.throwIfAborted();
        const places = asked.length > 0 ? asked.map((subnetId) => ({ subnetId, zone: undefined })) : [anywhere];
        if ((0,errors/* errorKind */.f8)(thrown) === 'refused' || (0,errors/* errorKind */.f8)(thrown) === 'not-found') {
            const failure = (0,aws_failure/* awsFailure */.MT)('ec2:DescribeSubnets', 'look at `subnet-ids`', thrown, 'Test');
            return { places, findings: [(0,finding/* error */.z3)((0,base_errors/* messageWithRemedy */.ug)(failure))] };
        }
        return { places, findings: [(0,finding/* unchecked */.VJ)('ec2:DescribeSubnets', 'the subnets', thrown)] };
    }
}
/** What is wrong with `subnet-ids`, where nothing else can be checked. */
async function subnetProblems(run) {
    const { findings } = await findSubnets(run);
    return findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
}
const anywhere = { subnetId: undefined, zone: undefined };
function namedSubnets(asked, subnets) {
    const places = asked.map((subnetId) => ({
        subnetId,
        zone: subnets.find(({ SubnetId }) => SubnetId === subnetId)?.AvailabilityZone,
    }));
    const missing = asked.filter((id) => !subnets.some(({ SubnetId }) => SubnetId === id));
    const findings = missing.map((id) => (0,finding/* error */.z3)(`There is no subnet ${id} in this account and Region. Check \`subnet-ids\`.`));
    return { places, findings };
}
function defaultSubnets(subnets, region) {
    const usable = subnets.filter(({ DefaultForAz }) => DefaultForAz !== false);
    const places = usable.flatMap(({ SubnetId, AvailabilityZone }) => SubnetId === undefined ? [] : [{ subnetId: SubnetId, zone: AvailabilityZone }]);
    if (places.length > 0)
        return { places, findings: [] };
    return {
        places: [anywhere],
        findings: [(0,finding/* error */.z3)(`The account has no default VPC with subnets in ${region}. Set \`subnet-ids\`.`)],
    };
}
async function typesFit(run, image, types) {
    const { aws, region, signal } = run;
    const command = new ec2/* DescribeInstanceTypesCommand */.hk({ InstanceTypes: types });
    try {
        const { InstanceTypes = [] } = await aws.ec2(region).send(command, { signal, ...finding/* checkPatience */.wF });
        return InstanceTypes.flatMap((type) => misfits(image, type).map(finding/* error */.z3));
    }
    catch (thrown) {
        signal.throwIfAborted();
        if ((0,errors/* errorKind */.f8)(thrown) !== 'refused' && (0,errors/* errorKind */.f8)(thrown) !== 'not-found')
            return [(0,finding/* unchecked */.VJ)('ec2:DescribeInstanceTypes', 'whether the instance types fit the image', thrown)];
        // EC2 tells nothing of the others when one does not exist.
        if (types.length > 1)
            return (await Promise.all(types.map((type) => typesFit(run, image, [type])))).flat();
        const failure = (0,aws_failure/* awsFailure */.MT)('ec2:DescribeInstanceTypes', 'look at `instance-type`', thrown, 'Test');
        return [(0,finding/* error */.z3)((0,base_errors/* messageWithRemedy */.ug)(failure))];
    }
}
/** What the answer leaves out is not held against the type: EC2 itself decides. */
function misfits(image, type) {
    const { id, architecture, bootMode, tpmSupport } = image;
    const name = type.InstanceType;
    const architectures = type.ProcessorInfo?.SupportedArchitectures;
    const modes = type.SupportedBootModes;
    const problems = [];
    if (architectures !== undefined && !architectures.includes(architecture)) {
        problems.push(`${name} has the architecture ${architectures.join(', ')}, and ${id} is for ${architecture}. Set an \`instance-type\` that fits.`);
    }
    // `uefi-preferred` boots either way (EC2 user guide, "Instance launch behavior with EC2 boot modes").
    if (modes !== undefined &&
        (bootMode === 'uefi' || bootMode === 'legacy-bios') &&
        !modes.includes(bootMode)) {
        problems.push(`${name} does not support the boot mode ${bootMode} of ${id}. Set an \`instance-type\` that does.`);
    }
    if (tpmSupport !== undefined && type.NitroTpmSupport === 'unsupported') {
        problems.push(`${name} does not support NitroTPM, which ${id} needs. Set an \`instance-type\` that does.`);
    }
    return problems;
}
/** Undefined zones: nobody knows. */
async function findOfferings(run, types) {
    const { aws, region, signal } = run;
    const request = {
        LocationType: 'availability-zone',
        Filters: [{ Name: 'instance-type', Values: [...types] }],
    };
    try {
        const zones = new Map();
        let NextToken;
        do {
            const command = new ec2/* DescribeInstanceTypeOfferingsCommand */.Dy({
                ...request,
                ...(NextToken === undefined ? {} : { NextToken }),
            });
            const answer = await aws.ec2(region).send(command, { signal, ...finding/* checkPatience */.wF });
            for (const { InstanceType = '', Location = '' } of answer.InstanceTypeOfferings ?? [])
                zones.set(InstanceType, (zones.get(InstanceType) ?? new Set()).add(Location));
            NextToken = answer.NextToken;
        } while (NextToken);
        return { zones, findings: [] };
    }
    catch (thrown) {
        signal.throwIfAborted();
        const what = 'where the instance types are offered';
        return { zones: undefined, findings: [(0,finding/* unchecked */.VJ)('ec2:DescribeInstanceTypeOfferings', what, thrown)] };
    }
}
/** The places where the type is offered; where the zone is not known, EC2 will say. */
function offeredPlaces(places, types, zones) {
    if (zones === undefined)
        return { places: [...places], findings: [] };
    const isOffered = ({ type, zone }) => zone === undefined ? zones.has(type) : zones.get(type)?.has(zone) === true;
    const offered = places.filter(isOffered);
    const nowhere = types.filter((type) => !offered.some((place) => place.type === type));
    const severity = offered.length === 0 ? finding/* error */.z3 : finding/* warning */.$e;
    return {
        places: offered,
        findings: nowhere.map((type) => severity(nowhereText(type, places, zones.get(type)))),
    };
}
function nowhereText(type, places, zones) {
    const asked = [...new Set(places.flatMap(({ zone }) => zone ?? []))].join(', ');
    const others = zones === undefined ? 'nowhere in the Region' : `only in ${[...zones].sort().join(', ')}`;
    return `${type} is not offered in ${asked || 'this Region'}, ${others}. Set another \`instance-type\`, or \`subnet-ids\` in another Availability Zone.`;
}
/** Would RunInstances be allowed? EC2 says so itself, with tags and profile, when it is asked with DryRun. */
async function launchIsAllowed(run, image, place, expiresAt) {
    const { aws, region, signal } = run;
    if (place === undefined)
        return [];
    try {
        const parameters = (0,request/* launchRequest */.X4)(run, image, place, expiresAt);
        const command = new ec2/* RunInstancesCommand */.zq({ ...parameters, DryRun: true });
        await aws.ec2(region).send(command, { signal, ...finding/* checkPatience */.wF });
        return [];
    }
    catch (thrown) {
        signal.throwIfAborted();
        const kind = (0,errors/* errorKind */.f8)(thrown);
        // "If you have the required permissions, the error response is DryRunOperation" (EC2 API Reference).
        if ((0,errors/* awsErrorFacts */.ZR)(thrown).code === 'DryRunOperation' || isWantOfRoom(thrown))
            return [];
        if ((0,errors/* isPassing */.WG)(kind))
            return [
                (0,finding/* note */.N4)(`Could not ask EC2 beforehand whether RunInstances is allowed (${(0,errors/* describeAwsError */.Pp)(thrown)}).`),
            ];
        const doing = `launch ${image.id} (${placeText(place)}; asked with DryRun)`;
        const failure = await (0,decode/* explain */.W)((0,aws_failure/* awsFailure */.MT)('ec2:RunInstances', doing, thrown, 'Test'), aws.sts(), signal);
        if (kind === 'credentials')
            throw failure;
        return [(0,finding/* error */.z3)((0,base_errors/* messageWithRemedy */.ug)(failure))];
    }
}
/** What EC2 refuses for a reason that another check has found is not told twice. */
function withoutRepetition(allowed, found) {
    const isTold = found.some(({ severity }) => severity === 'error');
    return isTold ? allowed.filter(({ message }) => onlyLaunchTells.test(message)) : allowed;
}
/** Permissions, security groups and the instance profile: no other check looks at them. */
const onlyLaunchTells = /UnauthorizedOperation|AccessDenied|security group|instance profile/i;
function commandFindings({ inputs }) {
    if (inputs.script === '' || inputs.instanceProfile !== undefined)
        return [];
    return [
        (0,finding/* note */.N4)('`run` is set without `instance-profile`: the SSM agent can report only if Default Host Management is on in the account.'),
    ];
}

// EXTERNAL MODULE: ./lib/trial/record.js
var trial_record = __webpack_require__(2639);
// EXTERNAL MODULE: ./lib/base/units.js
var units = __webpack_require__(8714);
;// CONCATENATED MODULE: ./lib/trial/sight.js
/** What EC2 shows of a launched instance: its state, why it ended, and its status checks. */








const notSeen = 'not seen';
function firstSight({ clock, inputs }, launch) {
    const now = clock.now();
    const nothing = { status: notSeen, since: now };
    return {
        launch: { ...launch, instanceId: launch.instanceId ?? '' },
        state: 'pending',
        stateReason: undefined,
        unseenSince: undefined,
        checks: { system: nothing, instance: nothing, ebs: nothing },
        unreadable: undefined,
        command: inputs.script === '' ? undefined : { stage: 'to come' },
        commandId: undefined,
        commandInDoubtSince: undefined,
        lookedAt: 0,
    };
}
function factsOf({ clock, record, deadline }, sight) {
    const { launch, ...seen } = sight;
    return {
        ...seen,
        now: clock.now(),
        startedAt: record.startedAt,
        deadline,
        instanceId: launch.instanceId,
    };
}
/** One attempt: a look that fails is followed by the next one. */
const oneAttempt = { patienceSeconds: 0, attemptSeconds: 10 };
/** Looks at state and status checks, in one call. */
async function lookAtInstance(run, sight) {
    const { aws, region, signal, clock } = run;
    const { instanceId } = sight.launch;
    const command = new ec2/* DescribeInstanceStatusCommand */.o0({ InstanceIds: [instanceId], IncludeAllInstances: true });
    try {
        const { InstanceStatuses } = await aws.ec2(region).send(command, { signal, ...oneAttempt });
        const status = InstanceStatuses?.find(({ InstanceId }) => InstanceId === instanceId);
        sight.lookedAt = clock.now();
        if (status === undefined)
            return unseen(run, sight);
        await see(run, sight, status);
        sight.unreadable = undefined;
    }
    catch (thrown) {
        signal.throwIfAborted();
        const doing = `read the status checks of ${instanceId}`;
        const failure = thrown instanceof base_errors/* BakeError */.oU ? thrown : (0,aws_failure/* awsFailure */.MT)('ec2:DescribeInstanceStatus', doing, thrown, 'Test');
        const kind = (0,errors/* errorKind */.f8)(failure.cause);
        // EC2 shows a new instance late (eventual consistency), and one that is gone not at all.
        if (kind === 'not-found')
            return unseen(run, sight);
        sight.unreadable = { problem: (0,base_errors/* messageWithRemedy */.ug)(failure), final: !(0,errors/* isPassing */.WG)(kind) };
    }
}
function unseen({ clock }, sight) {
    sight.unseenSince ??= clock.now();
    sight.state = undefined;
    sight.unreadable = undefined;
}
/** @throws what the look for the reason of an end throws: without it the end cannot be judged */
async function see(run, sight, status) {
    const { log, record } = run;
    const { instanceId } = sight.launch;
    const state = status.InstanceState?.Name ?? 'unknown';
    if (hasEnded(state))
        sight.stateReason = await reasonOfEnd(run, instanceId);
    if (state !== sight.state && sight.lookedAt !== 0)
        log.info(`${instanceId} is ${state}`);
    if (sight.checks.system.status === notSeen)
        keep(run, { ...sight.launch, seen: true });
    sight.state = state;
    sight.unseenSince = undefined;
    const before = (0,trial_verdict/* checksText */.rW)(sight.checks);
    sight.checks = checksOf(run, sight.checks, status);
    (0,run_run/* learn */.nB)(run, { checks: sight.checks });
    if (state === 'running' && (0,trial_verdict/* checksText */.rW)(sight.checks) !== before)
        log.info(`Status checks: ${(0,trial_verdict/* checksText */.rW)(sight.checks)}`);
    if (record.bootSeconds === undefined && (0,trial_verdict/* checksPassed */.CC)(sight)) {
        const milliseconds = run.clock.now() - sight.launch.requestedAt;
        (0,run_run/* learn */.nB)(run, { bootSeconds: Math.round(milliseconds / 1000) });
        log.info(`${instanceId} passed all status checks ${(0,units/* duration */.p0)(milliseconds)} after the request`);
    }
}
function hasEnded(state) {
    return state !== 'pending' && state !== 'running';
}
async function reasonOfEnd({ aws, region, signal }, instanceId) {
    const command = new ec2/* DescribeInstancesCommand */.bN({ InstanceIds: [instanceId] });
    const { Reservations = [] } = await aws
        .ec2(region)
        .send(command, { signal, patienceSeconds: 20, attemptSeconds: 10 })
        .catch((error) => {
        signal.throwIfAborted();
        throw (0,aws_failure/* awsFailure */.MT)('ec2:DescribeInstances', `see why ${instanceId} ended`, error, 'Test');
    });
    const instances = Reservations.flatMap(({ Instances = [] }) => Instances);
    const reason = instances.find(({ InstanceId }) => InstanceId === instanceId)?.StateReason;
    if (reason === undefined)
        return undefined;
    return { code: reason.Code ?? '', message: reason.Message ?? '' };
}
function checksOf({ clock }, before, status) {
    const said = {
        system: status.SystemStatus?.Status,
        instance: status.InstanceStatus?.Status,
        ebs: status.AttachedEbsStatus?.Status ?? 'not-applicable',
    };
    const entries = trial_verdict/* checkNames */.LN.map((name) => {
        const now = said[name] ?? 'insufficient-data';
        const same = before[name].status === now;
        return [name, same ? before[name] : { status: now, since: clock.now() }];
    });
    return Object.fromEntries(entries);
}

;// CONCATENATED MODULE: ./lib/trial/command.js
/** The command of `run`: Systems Manager runs it on the instance, and its exit code decides. */





/** One attempt: a look that fails is followed by the next one. */
const command_oneAttempt = { patienceSeconds: 0, attemptSeconds: 10 };
/** How often the instance itself is looked at meanwhile: its command says nothing when it ends. */
const instanceEveryMilliseconds = 12_000;
/** From now on, the agent has a third of the timeout to come online. */
function startsWithAgent(run, sight) {
    const { clock, record, deadline, log } = run;
    const until = Math.min(deadline, clock.now() + (deadline - record.startedAt) / 3);
    sight.command = { stage: 'agent', until };
    log.info(`Waiting for the SSM agent of ${sight.launch.instanceId}`);
}
/** One step further: agent, send, result; and every now and then a look at the instance. */
async function followCommand(run, sight) {
    if (sight.command?.stage === 'agent' && (await mayBeSent(run, sight)))
        await send(run, sight);
    else if (sight.command?.stage === 'running')
        await lookAtCommand(run, sight);
    const isDone = sight.command?.stage !== 'agent' && sight.command?.stage !== 'running';
    // Also at the end: a command that took its instance down has not succeeded.
    if (isDone || run.clock.now() - sight.lookedAt >= instanceEveryMilliseconds)
        await lookAtInstance(run, sight);
}
/** For so long a command may not show after it was sent. */
const inDoubtMilliseconds = 10_000;
/**
 * Systems Manager knows no client tokens: a command whose answer was lost is looked for by its comment, and sent again only
 * when it does not show, so that it does not run twice.
 */
async function mayBeSent(run, sight) {
    const { commandInDoubtSince: since } = sight;
    if (since === undefined)
        return isOnline(run, sight);
    const found = await findSent(run, sight);
    if (found === undefined)
        return run.clock.now() - since >= inDoubtMilliseconds;
    hasBeenSent(run, sight, found);
    return false;
}
/** @returns undefined when it does not show, or may not be looked for */
async function findSent(run, sight) {
    const { aws, region, signal } = run;
    const { instanceId } = sight.launch;
    const { ListCommandInvocationsCommand } = await __webpack_require__.e(/* import() */ 459).then(__webpack_require__.bind(__webpack_require__, 6459));
    const command = new ListCommandInvocationsCommand({ InstanceId: instanceId });
    return aws
        .ssm(region)
        .send(command, { signal, ...command_oneAttempt })
        .then(({ CommandInvocations }) => CommandInvocations?.find(({ Comment }) => Comment === commentOf(run))?.CommandId, () => {
        signal.throwIfAborted();
        return undefined;
    });
}
/** At most 100 characters (API Reference, SendCommand). */
function commentOf({ record }) {
    return `bake-ami test ${record.testId} of ${record.imageId}`;
}
function hasBeenSent(run, sight, commandId) {
    sight.commandId = commandId;
    sight.command = { stage: 'running' };
    run.log.info(`The command runs on ${sight.launch.instanceId} (${commandId})`);
}
async function isOnline(run, sight) {
    const { aws, region, signal } = run;
    const { instanceId } = sight.launch;
    const { DescribeInstanceInformationCommand } = await __webpack_require__.e(/* import() */ 459).then(__webpack_require__.bind(__webpack_require__, 6459));
    const command = new DescribeInstanceInformationCommand({
        Filters: [{ Key: 'InstanceIds', Values: [instanceId] }],
    });
    try {
        const { InstanceInformationList } = await aws.ssm(region).send(command, { signal, ...command_oneAttempt });
        const agent = InstanceInformationList?.find(({ InstanceId }) => InstanceId === instanceId);
        return agent?.PingStatus === 'Online';
    }
    catch (error) {
        signal.throwIfAborted();
        failed(sight, 'ssm:DescribeInstanceInformation', `see whether the SSM agent of ${instanceId} is online`, error);
        return false;
    }
}
async function send(run, sight) {
    const { aws, region, signal, log, inputs, record, clock, deadline } = run;
    const { instanceId } = sight.launch;
    const seconds = Math.max(1, Math.ceil((deadline - clock.now()) / 1000));
    const { SendCommandCommand } = await __webpack_require__.e(/* import() */ 459).then(__webpack_require__.bind(__webpack_require__, 6459));
    const command = new SendCommandCommand({
        DocumentName: record.image?.windows ? 'AWS-RunPowerShellScript' : 'AWS-RunShellScript',
        InstanceIds: [instanceId],
        Comment: commentOf(run),
        // 30 is the least (API Reference, SendCommand).
        TimeoutSeconds: Math.max(30, Math.min(600, seconds)),
        Parameters: {
            commands: inputs.script.split(/\r?\n/),
            executionTimeout: [String(Math.min(seconds, 172_800))],
        },
    });
    try {
        const { Command } = await aws.ssm(region).send(command, { signal, ...command_oneAttempt });
        if (Command?.CommandId === undefined)
            return;
        hasBeenSent(run, sight, Command.CommandId);
    }
    catch (error) {
        signal.throwIfAborted();
        // The agent is not ready after all, or the instance has ended: the look at the instance says which.
        if ((0,errors/* awsErrorFacts */.ZR)(error).code === 'InvalidInstanceId')
            return;
        if ((0,errors/* errorKind */.f8)(error) === 'unclear') {
            sight.commandInDoubtSince = clock.now();
            log.info(`SendCommand got no answer (${(0,errors/* describeAwsError */.Pp)(error)}): looking for the command`);
        }
        failed(sight, 'ssm:SendCommand', `run the command on ${instanceId}`, error);
    }
}
/** Passing errors are met with the next look. */
function failed(sight, action, doing, error) {
    if ((0,errors/* isPassing */.WG)((0,errors/* errorKind */.f8)(error)) || (0,errors/* errorKind */.f8)(error) === 'not-found')
        return;
    const problem = (0,base_errors/* messageWithRemedy */.ug)((0,aws_failure/* awsFailure */.MT)(action, doing, error, 'Test commands'));
    sight.command = { stage: 'not run', problem };
}
async function lookAtCommand(run, sight) {
    const { aws, region, signal } = run;
    const { instanceId } = sight.launch;
    const { GetCommandInvocationCommand } = await __webpack_require__.e(/* import() */ 459).then(__webpack_require__.bind(__webpack_require__, 6459));
    const command = new GetCommandInvocationCommand({ CommandId: sight.commandId, InstanceId: instanceId });
    try {
        take(run, sight, await aws.ssm(region).send(command, { signal, ...command_oneAttempt }));
    }
    catch (error) {
        signal.throwIfAborted();
        // Right after SendCommand its invocation does not show yet.
        failed(sight, 'ssm:GetCommandInvocation', `read the result of the command on ${instanceId}`, error);
    }
}
const underWay = ['Pending', 'InProgress', 'Delayed', 'Cancelling'];
/** Statuses: Systems Manager user guide, "Understanding command statuses". */
function take(run, sight, answer) {
    const { Status = 'Pending', StatusDetails = Status, ResponseCode = -1 } = answer;
    if (underWay.includes(Status))
        return;
    const details = StatusDetails.replaceAll(/\s/g, '');
    const hasRun = Status === 'Success' || Status === 'Failed';
    keepOutput(run, answer, hasRun ? ResponseCode : undefined);
    // Failed with -1: the agent could not run it, or knows no exit code. Never good news.
    if (hasRun)
        sight.command = { stage: 'ended', exitCode: exitCode(Status, ResponseCode) };
    else if (details === 'ExecutionTimedOut')
        sight.command = { stage: 'timed out' };
    else
        sight.command = { stage: 'not run', problem: `its status is ${StatusDetails}` };
}
function exitCode(status, responseCode) {
    if (status === 'Success')
        return responseCode === -1 ? 0 : responseCode;
    return responseCode === 0 ? 1 : responseCode;
}
function keepOutput(run, answer, code) {
    const { StandardOutputContent: stdout = '', StandardErrorContent: stderr = '' } = answer;
    (0,run_run/* learn */.nB)(run, { command: { exitCode: code, stdout, stderr } });
    const lines = (text) => text.trimEnd().split(/\r\n|[\r\n]/);
    if (stdout.trim() !== '')
        run.log.group('Standard output of the command', lines(stdout));
    if (stderr.trim() !== '')
        run.log.group('Standard error of the command', lines(stderr));
}

;// CONCATENATED MODULE: ./lib/trial/watch.js
/** Follows a launched instance, its status checks first, then the command, until there is a verdict. */




async function watch(run, launch) {
    const sight = firstSight(run, launch);
    const isRunning = () => sight.state === 'running';
    const look = () => lookAtInstance(run, sight);
    const pause = () => untilNextLook(run, sight);
    return ((await (0,run_run/* phase */.Oi)(run, 'Start', () => follow(run, sight, { look, pause, until: isRunning }))) ??
        (await (0,run_run/* phase */.Oi)(run, 'Status checks', () => follow(run, sight, { look, pause, until: () => (0,trial_verdict/* checksPassed */.CC)(sight) }))) ??
        (await (0,run_run/* phase */.Oi)(run, 'Command', async () => {
            if (sight.command === undefined)
                return undefined;
            startsWithAgent(run, sight);
            let isFirst = true;
            return follow(run, sight, {
                look: () => followCommand(run, sight),
                pause: async () => {
                    await untilNextCommandLook(run, sight, isFirst);
                    isFirst = false;
                },
                until: () => false,
            });
        })) ?? { judgement: 'not-judged', reason: 'The test ended without a verdict' });
}
/** What the part before has seen may do for this one. */
async function follow(run, sight, { look, pause, until }) {
    while (!until()) {
        await pause();
        await look();
        // What the post step has ended is no verdict: a process that was frozen learns late that it has begun.
        run.throwIfCancelled();
        const verdict = (0,trial_verdict/* judge */.S4)(factsOf(run, sight));
        if (verdict !== undefined)
            return verdict;
    }
    return undefined;
}
/** In seconds after the request. No instance passes its checks in less than half a minute or so. */
const firstLooks = [2, 6, 15, 30, 45, 60];
/** A look in seven seconds keeps the lag at some four seconds, and a boot of two minutes below 25 calls. */
const everySeconds = 7;
async function untilNextLook(run, sight) {
    const { clock, signal } = run;
    const { requestedAt } = sight.launch;
    const now = clock.now();
    const age = (now - requestedAt) / 1000;
    const next = firstLooks.find((seconds) => seconds > age + 0.5);
    const at = next === undefined ? now + everySeconds * 1000 : requestedAt + next * 1000;
    await clock.sleep(Math.max(1, Math.min(at, (0,trial_verdict/* nextTurn */.tJ)(factsOf(run, sight))) - now), signal);
}
const commandPauseSeconds = 4;
/** The agent is asked for at once, for most have reported by then. */
async function untilNextCommandLook(run, sight, isFirst) {
    const { clock, signal } = run;
    if (isFirst)
        return;
    const now = clock.now();
    const at = now + commandPauseSeconds * 1000;
    await clock.sleep(Math.max(1, Math.min(at, (0,trial_verdict/* nextTurn */.tJ)(factsOf(run, sight))) - now), signal);
}

;// CONCATENATED MODULE: ./lib/trial/trial.js
/**
 * The story of a test: from an image to a verdict, and nothing left in EC2 however it ends.
 * Each step is told here in a few lines; how it is done is in the module that it calls.
 */
















/** Never throws for what goes wrong with the test: that is the outcome. */
async function trial(run) {
    const { record } = run;
    let error = await whatIsThrown(takeSteps(run));
    if (error !== undefined && record.verdict === undefined)
        (0,run_run/* learn */.nB)(run, { verdict: verdictOf(error) });
    const leftovers = await endAll(run, error instanceof base_errors/* CancelledError */.cc ? end/* cancelled */.KW : end/* unhurried */.jp);
    error ??= await whatIsThrown(afterTheEnd(run));
    const problem = error ?? problemOf(record, leftovers);
    if (problem === undefined)
        return { ok: true, record };
    const explained = await (0,decode/* explain */.W)(problem, run.aws.sts(), new AbortController().signal);
    return { ok: false, record, error: explained, leftovers };
}
function whatIsThrown(work) {
    return work.then(() => undefined, (thrown) => thrown);
}
async function afterTheEnd(run) {
    const { verdict } = run.record;
    if (verdict !== undefined)
        await mark(run, verdict);
    // What an earlier attempt launched just before it was killed may show only now.
    if (!run.inputs.dryRun)
        await endEarlier(run);
}
async function takeSteps(given) {
    const { inputs, record } = given;
    const image = await (0,run_run/* phase */.Oi)(given, 'Inspect', () => inspect(given));
    const minutes = inputs.timeoutMinutes ?? (0,trial_image/* usualMinutes */.C3)(image);
    const deadline = record.startedAt + minutes * 60_000;
    const run = { ...given, deadline, aws: given.aws.until(deadline) };
    (0,run_run/* learn */.nB)(run, { expiresAt: deadline + request/* graceMinutes */.oJ * 60_000 });
    const places = await (0,run_run/* phase */.Oi)(run, 'Check', () => check(run, image));
    if (inputs.dryRun)
        return plan(run, image, places, minutes);
    const verdict = await test(run, image, places);
    (0,run_run/* learn */.nB)(run, { verdict });
    run.log.info(`Verdict: ${verdict.judgement}. ${verdict.reason}`);
    const launched = (0,trial_record/* lastLaunch */.u7)(record);
    if (verdict.judgement !== 'passed' && launched !== undefined)
        await keepConsole(run, launched);
}
async function inspect(run) {
    const { inputs, log } = run;
    await checkAccount(run);
    if (!inputs.dryRun)
        await endEarlier(run);
    const image = await (0,trial_image/* describeTestedImage */.UC)(run, inputs.amiId).catch((error) => withOtherProblems(run, error));
    (0,run_run/* learn */.nB)(run, { image });
    log.info(`Image ${image.id} "${image.name}": ${image.architecture}, ${image.windows ? 'Windows' : 'Linux'}, ${image.state}, owned by ${image.ownerId}, ${volumesText(image)}`);
    return image;
}
function volumesText({ devices }) {
    return devices.length === 1 ? '1 volume' : `${devices.length} volumes`;
}
/** What can be checked without the image is told together with what is wrong with it. */
async function withOtherProblems(run, error) {
    run.signal.throwIfAborted();
    const others = await subnetProblems(run);
    if (others.length === 0)
        throw error;
    throw new base_errors/* ProblemsError */.FQ(`Cannot test ${run.inputs.amiId}`, [(0,base_errors/* messageWithRemedy */.ug)(error), ...others], {
        cause: error,
    });
}
/** Only where `allowed-account-ids` asks for it: later on, EC2 itself says whose the instance is. */
async function checkAccount(run) {
    const { inputs, signal } = run;
    if (inputs.allowedAccountIds.length === 0)
        return;
    const account = await (0,aws_account/* callersAccount */.ix)(run.aws, { signal, ...aws_account/* accountLimits */.U1 }).catch((error) => {
        signal.throwIfAborted();
        throw (0,aws_failure/* awsFailure */.MT)('sts:GetCallerIdentity', 'see which account the credentials belong to', error);
    });
    const refusal = (0,aws_account/* accountRefusal */.uo)(account, inputs.allowedAccountIds);
    if (refusal !== undefined)
        throw refusal;
    if (account !== undefined)
        (0,run_run/* learn */.nB)(run, { accountId: account });
}
/** All findings are shown, and any error ends the test. */
async function check(run, image) {
    const { inputs, log, record } = run;
    const types = inputs.instanceTypes.length > 0 ? inputs.instanceTypes : [(0,trial_image/* usualType */.l0)(image)];
    const { findings, places } = await preflight(run, image, types, record.expiresAt ?? run.deadline);
    for (const { severity, message } of findings) {
        if (severity === 'warning')
            (0,run_run/* warn */.R8)(run, message);
        if (severity === 'note')
            log.info(message);
    }
    const errors = findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
    if (errors.length === 0)
        return places;
    const error = new base_errors/* ProblemsError */.FQ(`Cannot test ${image.id}`, errors);
    (0,run_run/* learn */.nB)(run, { verdict: { judgement: 'refused', reason: error.message } });
    throw error;
}
function plan(run, image, places, minutes) {
    const lines = planOf(run, image, places, minutes);
    run.log.info('Dry run: nothing is launched. The plan:');
    for (const line of lines)
        run.log.info(`  ${line}`);
    (0,run_run/* learn */.nB)(run, { plan: lines });
}
/** One launch; a second one elsewhere when EC2's host or storage is impaired. */
async function test(run, image, places) {
    const expiresAt = run.record.expiresAt ?? run.deadline;
    const request = () => (0,run_run/* phase */.Oi)(run, 'Request', () => launch(run, { image, places, expiresAt }));
    const first = await request();
    if ('verdict' in first)
        return first.verdict;
    const verdict = await watch(run, first.launched);
    if (!verdict.elsewhere || places.length === 0 || !hasTimeForAnother(run))
        return verdict;
    (0,run_run/* warn */.R8)(run, `${verdict.reason}. Testing once more elsewhere.`);
    await endAll(run, end/* unhurried */.jp);
    (0,run_run/* learn */.nB)(run, { bootSeconds: undefined });
    const second = await request();
    return 'verdict' in second ? verdict : watch(run, second.launched);
}
/** Without a third of the time, the image would be judged by a boot that was cut short. */
function hasTimeForAnother({ clock, deadline, record }) {
    return deadline - clock.now() >= (deadline - record.startedAt) / 3;
}
/** Cancelled tests have no verdict. */
function verdictOf(error) {
    if (error instanceof base_errors/* CancelledError */.cc)
        return undefined;
    const reason = error instanceof Error ? error.message : String(error);
    return { judgement: isRefusal(error) ? 'refused' : 'not-judged', reason };
}
/** Ends every instance that there is, or may be, of this test. */
async function endAll(run, haste) {
    const { record, aws, clock, log, region } = run;
    const open = (0,trial_record/* openLaunches */.yD)(record);
    if (open.length === 0)
        return [];
    // The step's own signal is aborted when it was cancelled; this has a budget of time instead.
    const over = new AbortController();
    const done = new AbortController();
    const budget = { until: clock.now() + haste.budgetSeconds * 1000 };
    // The last attempt may begin just before the end of the budget.
    clock.sleep((haste.budgetSeconds + 1) * 1000, done.signal).then(() => over.abort(new base_errors/* CancelledError */.cc('The time to end the test instance is over')), () => undefined);
    const endRun = { aws, clock, log, region, signal: over.signal, budget };
    const leftovers = await (0,run_run/* phase */.Oi)(run, 'End', () => (0,end/* endLaunches */.v9)(endRun, open, haste, ({ token, instanceId }) => {
        const launched = open.find((one) => one.token === token);
        if (launched !== undefined)
            keep(run, { ...launched, status: 'ended', ...(instanceId === undefined ? {} : { instanceId }) });
    }));
    done.abort(new Error('Everything was tried'));
    for (const { message } of leftovers)
        log.warning(message, 'Left behind');
    return leftovers;
}
const notJudged = 'The image was not judged';
/** What makes the step fail; undefined when it succeeds. */
function problemOf({ verdict, plan }, leftovers) {
    if (plan !== undefined)
        return undefined;
    const left = leftovers.filter(({ unseen }) => !unseen).map(({ message }) => message);
    if (verdict?.judgement === 'passed' && left.length === 0)
        return undefined;
    if (verdict?.judgement === 'passed')
        return new base_errors/* ProblemsError */.FQ('The image passed its test, but its test instance is still there', left);
    if (verdict === undefined)
        return new base_errors/* BakeError */.oU(`${notJudged}: the test ended without a verdict`);
    const message = verdict.judgement === 'failed'
        ? `The image failed its test. ${verdict.reason}`
        : `${notJudged}. ${verdict.reason}`;
    return new base_errors/* BakeError */.oU(message, verdict.remedy === undefined ? {} : { remedy: verdict.remedy });
}


/***/ }),

/***/ 3549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CC: () => (/* binding */ checksPassed),
/* harmony export */   LN: () => (/* binding */ checkNames),
/* harmony export */   S4: () => (/* binding */ judge),
/* harmony export */   YX: () => (/* binding */ isPass),
/* harmony export */   rW: () => (/* binding */ checksText),
/* harmony export */   tJ: () => (/* binding */ nextTurn)
/* harmony export */ });
/* unused harmony exports patienceOf, checkTitles */
/* harmony import */ var _base_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8714);
/**
 * What to make of what EC2 and Systems Manager show: one function from facts to verdict. docs/how-testing-works.md has the
 * same as a table. What cannot be seen is never taken for good news.
 */

const checkNames = ['system', 'instance', 'ebs'];
/** @returns undefined while it is too early to say */
function judge(facts) {
    return (ended(facts) ??
        vanished(facts) ??
        ofCommand(facts) ??
        blind(facts) ??
        impaired(facts) ??
        passed(facts) ??
        withoutAgent(facts) ??
        tooLate(facts));
}
/** How long something bad must stay before it counts: a fifth of the timeout, three minutes at most; in milliseconds. */
function patienceOf({ startedAt, deadline }) {
    return Math.min((deadline - startedAt) / 5, 180_000);
}
/** The next moment at which the verdict can change although EC2 shows the same, in milliseconds since the epoch. */
function nextTurn(facts) {
    const patience = patienceOf(facts);
    const turns = [
        facts.deadline,
        ...checkNames.flatMap((name) => facts.checks[name].status === 'impaired' ? [facts.checks[name].since + patience] : []),
        ...(facts.unseenSince === undefined ? [] : [facts.unseenSince + patience]),
        ...(facts.command?.stage === 'agent' ? [facts.command.until] : []),
    ];
    return Math.min(...turns.filter((turn) => turn > facts.now));
}
const somebody = (did) => [
    `somebody ${did} the instance`,
    'Find out with CloudTrail who called TerminateInstances or StopInstances, then run the job again.',
];
const ec2 = (did) => [
    `EC2 ${did}`,
    'Run the job again later, or with another `instance-type` or other `subnet-ids`.',
];
/**
 * StateReason codes of ends that the image has no part in. API model, StateReason.Message, lists the codes.
 */
const endsOfOthers = new Map([
    ['Client.UserInitiatedShutdown', somebody('ended')],
    ['Client.UserInitiatedHibernate', somebody('hibernated')],
    [
        'Client.VolumeLimitExceeded',
        [
            'the account has reached a quota of EBS volumes',
            'Delete volumes that nobody needs, or ask AWS to raise the quota, then run the job again.',
        ],
    ],
    ['Server.InsufficientInstanceCapacity', ec2('had no capacity for the instance')],
    ['Server.ScheduledStop', ec2('stopped the instance because its host retires')],
    ['Server.SpotInstanceShutdown', ec2('stopped the instance')],
    ['Server.SpotInstanceTermination', ec2('ended the instance')],
]);
const endStates = ['shutting-down', 'terminated', 'stopping', 'stopped'];
/** Later looks than this come from a process that stood still, and the machine's own timer may have ended it meanwhile. */
const latestLookMilliseconds = 120_000;
function ended({ instanceId, state, stateReason, now, deadline }) {
    if (state === undefined || !endStates.includes(state))
        return undefined;
    if (now > deadline + latestLookMilliseconds) {
        return {
            judgement: 'not-judged',
            reason: `${instanceId} is ${state}, and nobody watched it when its time was over: the runner stood still`,
            remedy: 'Run the job again.',
        };
    }
    const others = endsOfOthers.get(stateReason?.code ?? '');
    const said = stateReason === undefined ? 'EC2 gives no reason' : reasonText(stateReason);
    if (others !== undefined) {
        const [who, remedy] = others;
        return { judgement: 'infrastructure', reason: `${instanceId} is ${state}: ${who} (${said})`, remedy };
    }
    return { judgement: 'failed', reason: `${instanceId} is ${state} by itself: ${said}` };
}
function reasonText({ code, message }) {
    return message.startsWith(code) || code === '' ? message : `${code}: ${message}`;
}
function vanished(facts) {
    const { unseenSince, now, instanceId } = facts;
    if (unseenSince === undefined || now - unseenSince < patienceOf(facts))
        return undefined;
    return {
        judgement: 'infrastructure',
        reason: `EC2 has not shown ${instanceId} for ${(0,_base_units_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(now - unseenSince)}`,
        remedy: 'Find out with CloudTrail who called TerminateInstances, then run the job again.',
    };
}
function ofCommand({ command, instanceId }) {
    if (command?.stage === 'ended' && command.exitCode !== 0) {
        return {
            judgement: 'failed',
            reason: `The command of \`run\` ended with exit code ${command.exitCode} on ${instanceId}`,
        };
    }
    if (command?.stage === 'not run') {
        return {
            judgement: 'not-judged',
            reason: `Systems Manager did not run the command on ${instanceId}: ${command.problem}`,
        };
    }
    return undefined;
}
function blind({ unreadable }) {
    if (!unreadable?.final)
        return undefined;
    return { judgement: 'not-judged', reason: unreadable.problem };
}
/** An impaired host impairs what runs on it: while it is, the instance check does not speak for the image. */
function impaired(facts) {
    const { checks, now, instanceId } = facts;
    const patience = patienceOf(facts);
    const isImpaired = (name) => checks[name].status === 'impaired';
    const stays = (name) => isImpaired(name) && now - checks[name].since >= patience;
    const host = ['system', 'ebs'].filter(stays);
    if (host.length > 0) {
        const names = host.map((name) => checkTitles[name]).join(' and ');
        return {
            judgement: 'infrastructure',
            reason: `The ${names} of ${instanceId} has been impaired for ${(0,_base_units_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(patience)}, which is a problem of EC2's host or storage`,
            remedy: 'Run the job again later, or with other `subnet-ids`.',
            elsewhere: true,
        };
    }
    if (!stays('instance') || isImpaired('system') || isImpaired('ebs'))
        return undefined;
    return {
        judgement: 'failed',
        reason: `The instance status check of ${instanceId} has been impaired for ${(0,_base_units_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(patience)}`,
    };
}
const checkTitles = {
    system: 'system status check',
    instance: 'instance status check',
    ebs: 'attached EBS status check',
};
/** Types without the attached EBS check say `not-applicable`. */
function checksPassed({ state, checks }) {
    const { system, instance, ebs } = checks;
    return (state === 'running' &&
        system.status === 'ok' &&
        instance.status === 'ok' &&
        ['ok', 'not-applicable'].includes(ebs.status));
}
function passed(facts) {
    const { command, unreadable, instanceId } = facts;
    if (unreadable !== undefined || !checksPassed(facts))
        return undefined;
    if (command !== undefined && command.stage !== 'ended')
        return undefined;
    const also = command === undefined ? '' : ', and its command ended with exit code 0';
    return { judgement: 'passed', reason: `${instanceId} passed all status checks${also}` };
}
const agentRemedy = 'Check that the image has the SSM agent, that `instance-profile` allows it to report (AmazonSSMManagedInstanceCore) or Default Host Management is on, and that the subnet reaches Systems Manager.';
function withoutAgent({ command, now, deadline, instanceId }) {
    if (command?.stage !== 'agent' || (now < command.until && now < deadline))
        return undefined;
    return {
        judgement: 'not-judged',
        reason: `The SSM agent of ${instanceId} did not come online, so that the command of \`run\` could not run`,
        remedy: agentRemedy,
    };
}
function tooLate(facts) {
    const { now, startedAt, deadline, unreadable, state, command, instanceId } = facts;
    const within = (0,_base_units_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(deadline - startedAt);
    if (command?.stage === 'timed out' || (now >= deadline && command?.stage === 'running')) {
        return {
            judgement: 'failed',
            reason: `${instanceId} did not pass its checks within ${within} (\`timeout-minutes\`): the command of \`run\` does not end`,
        };
    }
    if (now < deadline)
        return undefined;
    if (unreadable !== undefined)
        return { judgement: 'not-judged', reason: unreadable.problem };
    if (state === undefined || state === 'pending') {
        return {
            judgement: 'infrastructure',
            reason: `EC2 did not start ${instanceId} within ${within} (\`timeout-minutes\`)`,
            remedy: 'Run the job again later.',
        };
    }
    return {
        judgement: 'failed',
        reason: `${instanceId} did not pass its checks within ${within} (\`timeout-minutes\`): ${checksText(facts.checks)}`,
    };
}
/** e.g. `system ok, instance initializing, EBS ok`. */
function checksText(checks) {
    return `system ${checks.system.status}, instance ${checks.instance.status}, EBS ${checks.ebs.status}`;
}
/** How the image was judged, for the output `passed` and the tag; undefined when it was not. */
function isPass({ judgement }) {
    return judgement === 'passed' ? true : judgement === 'failed' ? false : undefined;
}


/***/ })

};
