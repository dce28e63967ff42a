export const id = 790;
export const ids = [790];
export const modules = {

/***/ 9100:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ closedAmong)
});

// EXTERNAL MODULE: ./lib/base/errors.js
var errors = __webpack_require__(7594);
;// CONCATENATED MODULE: ./lib/github/describe-error.js

/** What Octokit threw, in one line: the HTTP status where there is one. */
function describeError(thrown) {
    const status = thrown?.status;
    return typeof status === 'number' ? `HTTP ${status}: ${(0,errors/* messageOf */.bD)(thrown)}` : (0,errors/* messageOf */.bD)(thrown);
}

// EXTERNAL MODULE: ./lib/github/octokit.js + 1 modules
var github_octokit = __webpack_require__(4413);
;// CONCATENATED MODULE: ./lib/github/pull-requests.js
/** Which pull requests of this repository are closed. */


/** At most so many that GitHub does not answer for: then it is asked no more. */
const mostFailures = 5;
/**
 * Whatever GitHub does not clearly call closed counts as open: a call that fails, a number that it does not know.
 * @throws the signal's reason alone
 */
async function closedAmong(numbers, options) {
    const { owner, repo, signal, onTrouble } = options;
    const closed = new Set();
    if (numbers.length === 0)
        return closed;
    let failures = 0;
    const octokit = await (0,github_octokit/* octokitOf */.R)(options);
    for (const pull_number of numbers) {
        if (failures >= mostFailures) {
            onTrouble('GitHub keeps failing: the other pull requests count as open');
            break;
        }
        try {
            const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number });
            if (data.state === 'closed' && data.number === pull_number)
                closed.add(pull_number);
        }
        catch (error) {
            signal.throwIfAborted();
            failures += 1;
            onTrouble(`GitHub did not say whether pull request ${pull_number} is closed (${describeError(error)}): it counts as open`);
        }
    }
    return closed;
}


/***/ }),

/***/ 7171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ entitiesPerCall),
/* harmony export */   ax: () => (/* binding */ launchPermissions),
/* harmony export */   dq: () => (/* binding */ createVolumePermissions),
/* harmony export */   sz: () => (/* binding */ everyone)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6762);
/* harmony import */ var _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(848);
/* harmony import */ var _grantees_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1096);
/** Who may use an image or a snapshot, as EC2 tells it and is told. Both lists work alike; only the calls differ. */



/** EC2's name for everyone, among launch permissions as well as among those of snapshots. */
const everyone = 'all';
/**
 * "You can make up to 500 modifications to a snapshot in a single operation" (API model, ModifySnapshotAttribute). For
 * images there is no such number, but one of 10,000 account IDs (LaunchPermission): the smaller one does for both.
 */
const entitiesPerCall = 500;
/** Permissions may be asked for before all of EC2 knows the image (eventual consistency). */
const how = (signal) => ({ signal, newObject: true });
/** Who may launch the image. */
function launchPermissions(ec2, imageId) {
    return {
        of: `image ${imageId}`,
        readAction: 'ec2:DescribeImageAttribute',
        addAction: 'ec2:ModifyImageAttribute',
        async read(signal) {
            const command = new _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_1__/* .DescribeImageAttributeCommand */ .Ok({ ImageId: imageId, Attribute: 'launchPermission' });
            const { LaunchPermissions } = await ec2.send(command, how(signal));
            return entitiesOf(LaunchPermissions);
        },
        async add(entities, signal) {
            const LaunchPermission = { Add: entities.map(permission) };
            await ec2.send(new _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_1__/* .ModifyImageAttributeCommand */ .FE({ ImageId: imageId, LaunchPermission }), how(signal));
        },
    };
}
/** Who may create volumes from the snapshot, and copy it. */
function createVolumePermissions(ec2, snapshotId, device) {
    return {
        of: `snapshot ${snapshotId} of ${device}`,
        readAction: 'ec2:DescribeSnapshotAttribute',
        addAction: 'ec2:ModifySnapshotAttribute',
        async read(signal) {
            const Attribute = 'createVolumePermission';
            const command = new _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_1__/* .DescribeSnapshotAttributeCommand */ .x0({ SnapshotId: snapshotId, Attribute });
            const { CreateVolumePermissions } = await ec2.send(command, how(signal));
            return entitiesOf(CreateVolumePermissions);
        },
        async add(entities, signal) {
            const CreateVolumePermission = { Add: entities.map((UserId) => ({ UserId })) };
            const command = new _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_1__/* .ModifySnapshotAttributeCommand */ .KD({ SnapshotId: snapshotId, CreateVolumePermission });
            await ec2.send(command, how(signal));
        },
    };
}
function permission(entity) {
    if (entity === everyone)
        return { Group: everyone };
    switch ((0,_grantees_js__WEBPACK_IMPORTED_MODULE_2__/* .granteeKind */ .DF)(entity)) {
        case 'organizations':
            return { OrganizationArn: entity };
        case 'organizationalUnits':
            return { OrganizationalUnitArn: entity };
        default:
            return { UserId: entity };
    }
}
function entitiesOf(permissions) {
    // EC2 always sends a list, if only an empty one: without it nobody knows.
    if (permissions === undefined)
        throw new _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableAnswerError */ .mP('the answer has no list of permissions');
    const entities = permissions.flatMap(({ Group, UserId, ...rest }) => {
        const { OrganizationArn, OrganizationalUnitArn } = rest;
        return Group ?? UserId ?? OrganizationArn ?? OrganizationalUnitArn ?? [];
    });
    return new Set(entities);
}


/***/ }),

/***/ 9078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NV: () => (/* binding */ regionsOf),
/* harmony export */   fc: () => (/* binding */ readRetireInputs)
/* harmony export */ });
/* unused harmony export retireInputs */
/* harmony import */ var _github_inputs_input_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7546);
/* harmony import */ var _github_inputs_parsers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3041);
/* harmony import */ var _github_inputs_read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1417);
/* harmony import */ var _github_inputs_region_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4245);
/* harmony import */ var _github_inputs_shared_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2640);
/* harmony import */ var _github_inputs_time_span_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8121);






/** The plan is a table of images, made from all of the inputs together. */
const plan = 'none';
/** In the order of `retire/action.yml`. Its shape is the shape of `RetireInputs`. */
const retireInputs = {
    /** Families whose old images go. */
    family: (0,_github_inputs_input_js__WEBPACK_IMPORTED_MODULE_5__/* .input */ .h)('family', _github_inputs_parsers_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn, { plan }),
    /** So many of the newest ready images of each family and architecture always stay. */
    keep: (0,_github_inputs_input_js__WEBPACK_IMPORTED_MODULE_5__/* .input */ .h)('keep', (0,_github_inputs_parsers_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD)({ least: 1, most: 1000 }), { default: '3', plan }),
    /** What goes is older than this, in milliseconds. */
    olderThan: (0,_github_inputs_input_js__WEBPACK_IMPORTED_MODULE_5__/* .input */ .h)('older-than', (0,_github_inputs_time_span_js__WEBPACK_IMPORTED_MODULE_4__/* .timeSpan */ .wL)({ leastDays: 0 }), { default: '30d', plan }),
    /** And was not launched since, in milliseconds. EC2 reports a launch a day late. */
    unusedFor: (0,_github_inputs_input_js__WEBPACK_IMPORTED_MODULE_5__/* .input */ .h)('unused-for', (0,_github_inputs_time_span_js__WEBPACK_IMPORTED_MODULE_4__/* .timeSpan */ .wL)({ leastDays: 2 }), { default: '7d', plan }),
    pullRequests: (0,_github_inputs_input_js__WEBPACK_IMPORTED_MODULE_5__/* .input */ .h)('pull-requests', (0,_github_inputs_parsers_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_github_inputs_parsers_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('closed')), { plan }),
    /** Unfinished images, loose snapshots and instances of tests that are older than this, in milliseconds. */
    abandonedAfter: (0,_github_inputs_input_js__WEBPACK_IMPORTED_MODULE_5__/* .input */ .h)('abandoned-after', (0,_github_inputs_parsers_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_github_inputs_time_span_js__WEBPACK_IMPORTED_MODULE_4__/* .timeSpan */ .wL)({ leastDays: 1 })), { plan }),
    includeShared: (0,_github_inputs_input_js__WEBPACK_IMPORTED_MODULE_5__/* .input */ .h)('include-shared', _github_inputs_parsers_js__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zM, { default: 'false', plan }),
    launchTemplateVersions: (0,_github_inputs_input_js__WEBPACK_IMPORTED_MODULE_5__/* .input */ .h)('launch-template-versions', (0,_github_inputs_parsers_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('all', 'current'), {
        default: 'all',
        plan,
    }),
    /** The home Region alone when empty. */
    regions: (0,_github_inputs_input_js__WEBPACK_IMPORTED_MODULE_5__/* .input */ .h)('regions', (0,_github_inputs_parsers_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(_github_inputs_region_js__WEBPACK_IMPORTED_MODULE_2__/* .region */ .N), { plan }),
    /** At most so many images, snapshots and instances a run. */
    max: (0,_github_inputs_input_js__WEBPACK_IMPORTED_MODULE_5__/* .input */ .h)('max', (0,_github_inputs_parsers_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD)({ least: 1, most: 1000 }), { default: '10', plan }),
    dryRun: (0,_github_inputs_shared_js__WEBPACK_IMPORTED_MODULE_3__/* .dryRun */ .PA)('true'),
    timeoutMinutes: (0,_github_inputs_shared_js__WEBPACK_IMPORTED_MODULE_3__/* .timeoutMinutes */ .DL)('30'),
    comment: _github_inputs_shared_js__WEBPACK_IMPORTED_MODULE_3__/* .comment */ .Im,
    githubToken: _github_inputs_shared_js__WEBPACK_IMPORTED_MODULE_3__/* .githubToken */ .bU,
    region: _github_inputs_shared_js__WEBPACK_IMPORTED_MODULE_3__/* .region */ .Ny,
    roleToAssume: _github_inputs_shared_js__WEBPACK_IMPORTED_MODULE_3__/* .roleToAssume */ .Y_,
    allowedAccountIds: _github_inputs_shared_js__WEBPACK_IMPORTED_MODULE_3__/* .allowedAccountIds */ .qS,
};
/** @throws ProblemsError with everything that is wrong, each problem naming its input */
function readRetireInputs(environment) {
    return (0,_github_inputs_read_js__WEBPACK_IMPORTED_MODULE_1__/* .readInputs */ .K)(retireInputs, {
        environment,
        check: (known) => [...nothingAsked(known), ...noToken(known)],
    });
}
function nothingAsked({ family, pullRequests, abandonedAfter }) {
    const isAsked = family === undefined || family.length > 0 || pullRequests !== undefined || abandonedAfter !== undefined;
    return isAsked ? [] : [{ input: 'family', problem: needed }];
}
const needed = 'one of `family`, `pull-requests` and `abandoned-after` is needed to say which images are meant';
function noToken({ pullRequests, githubToken: token }) {
    if (pullRequests === undefined || token !== '')
        return [];
    return [
        { input: 'github-token', problem: '`pull-requests: closed` needs a token to ask GitHub; it is empty' },
    ];
}
/** Each once, the home Region first where it is named. */
function regionsOf({ region: home, regions, }) {
    return regions.length > 0 ? regions : [home];
}


/***/ }),

/***/ 790:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _github_comment_update_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5412);
/* harmony import */ var _github_main_step_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7081);
/* harmony import */ var _github_pull_requests_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9100);
/* harmony import */ var _image_ownership_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7496);
/* harmony import */ var _run_run_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(5548);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9078);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7958);
/* harmony import */ var _report_comment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4639);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(968);
/* harmony import */ var _report_report_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5442);
/* harmony import */ var _retire_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(229);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5630);
/** Entry point of the main step. */












await (0,_github_main_step_js__WEBPACK_IMPORTED_MODULE_1__/* .runMainStep */ .X)(_report_outputs_js__WEBPACK_IMPORTED_MODULE_5__/* .createOutputs */ .l, _report_report_js__WEBPACK_IMPORTED_MODULE_6__/* .reportError */ .N, async ({ environment, workflow, log, outputs, startedAt, unique, saveState, runIn }) => {
    const inputs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .readRetireInputs */ .fc)(environment);
    const { region, roleToAssume, dryRun, githubToken: token } = inputs;
    const { owner, repo } = workflow;
    const record = (0,_record_js__WEBPACK_IMPORTED_MODULE_9__/* .emptyRecord */ .F)(region, (0,_image_ownership_js__WEBPACK_IMPORTED_MODULE_10__/* .newClaim */ .dz)(workflow.runAttempt, `${unique}-retire`), startedAt);
    const keepState = (0,_state_js__WEBPACK_IMPORTED_MODULE_8__/* .stateKeeper */ .wl)(roleToAssume, (text) => saveState(_state_js__WEBPACK_IMPORTED_MODULE_8__/* .stateName */ .Vi, text));
    const surroundings = runIn(inputs);
    const { signal } = surroundings;
    const run = {
        ...surroundings,
        inputs,
        record,
        onChange: () => {
            keepState(record);
            outputs.publish(record);
        },
        closedAmong: (numbers) => {
            const onTrouble = (message) => (0,_run_run_js__WEBPACK_IMPORTED_MODULE_11__/* .warn */ .R8)(run, message);
            return (0,_github_pull_requests_js__WEBPACK_IMPORTED_MODULE_2__/* .closedAmong */ .R)(numbers, { token, environment, signal, owner, repo, onTrouble });
        },
    };
    const outcome = await (0,_retire_js__WEBPACK_IMPORTED_MODULE_7__/* .retire */ .S)(run);
    const comment = () => (0,_github_comment_update_js__WEBPACK_IMPORTED_MODULE_0__/* .updateComment */ .v)(run, (0,_report_comment_js__WEBPACK_IMPORTED_MODULE_4__/* .commentOf */ .v)(run, outcome));
    await (0,_report_report_js__WEBPACK_IMPORTED_MODULE_6__/* .report */ .z)({ outcome, outputs, log, dryRun, endedAt: run.clock.now(), comment });
    return outcome;
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 7958:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ emptyRecord)
/* harmony export */ });
function emptyRecord(region, claim, startedAt) {
    return {
        region,
        claim,
        startedAt,
        phases: [],
        warnings: [],
        removed: [],
        failed: [],
        remaining: [],
        freedGiB: 0,
        recoverableUntil: {},
        begun: [],
    };
}


/***/ }),

/***/ 4639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ commentOf)
/* harmony export */ });
/* harmony import */ var _image_of_pull_request_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6482);

function commentOf({ inputs, environment, workflow }, outcome) {
    const { comment, dryRun, githubToken, regions } = inputs;
    const { judged = [], removed } = outcome.record;
    const gone = judged.filter(({ image }) => removed.includes(image.id) && (0,_image_of_pull_request_js__WEBPACK_IMPORTED_MODULE_0__/* .isOfPullRequest */ .Av)(workflow, image.image));
    return {
        // A dry run changes nothing, and has nothing to show for it.
        comment: comment && !dryRun,
        githubToken,
        environment,
        regions,
        removed: gone.map(({ image }) => (0,_image_of_pull_request_js__WEBPACK_IMPORTED_MODULE_0__/* .factsOf */ .xS)(image.region, image.image)),
        ...(outcome.ok ? {} : { failure: { title: 'Retiring failed', error: outcome.error } }),
    };
}


/***/ }),

/***/ 968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ createOutputs)
/* harmony export */ });
/* unused harmony export outputTable */
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6784);
/* harmony import */ var _github_sanitise_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(589);
/** The step's outputs: what each holds, and when it is written. `retire/action.yml` describes them for users. */


/** Each output's value, once it is known. */
const outputTable = {
    'would-remove': ({ judged }) => judged && json(judged.filter(goes).map(({ image }) => image.id)),
    removed: (record) => json(record.removed.filter(isImage)),
    failed: (record) => json(record.failed.filter(isImage)),
    kept: ({ judged }) => judged &&
        json(Object.fromEntries(judged.filter((one) => one.verdict !== 'remove').map(({ image, why }) => [image.id, why]))),
    'freed-gib': (record) => record.judged && String(record.freedGiB),
    retirement: (record) => record.judged && json(documentOf(record)),
};
function goes({ verdict }) {
    return verdict === 'remove';
}
function isImage(id) {
    return id.startsWith('ami-');
}
/** @param write appends one output, whole, to the file that the runner reads even after a kill */
function createOutputs(write = _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH) {
    const written = new Map();
    const names = Object.keys(outputTable);
    const set = (name, value) => {
        if (written.get(name) === value)
            return;
        write(name, value);
        written.set(name, value);
    };
    return {
        publish(record) {
            // The whole document only at first and at the end: it changes with everything.
            for (const name of names) {
                const value = outputTable[name](record);
                if (value !== undefined && !(name === 'retirement' && written.has(name)))
                    set(name, value);
            }
        },
        finish(record) {
            for (const name of names) {
                const value = record && outputTable[name](record);
                if (value !== undefined)
                    set(name, value);
                else if (!written.has(name))
                    set(name, '');
            }
        },
    };
}
/** GitHub takes 1 MB of outputs a job. */
const mostRows = 1000;
function documentOf(record) {
    const { judged = [], loose = [], removed, failed, remaining, freedGiB, warnings } = record;
    const looseOf = (wanted) => loose
        .filter(({ kind }) => kind === wanted)
        .slice(0, mostRows)
        .map(({ id, region, verdict, why }) => ({ id, region, verdict, why }));
    return {
        version: 1,
        images: judged.slice(0, mostRows).map(({ image, verdict, why }) => ({
            id: image.id,
            region: image.region,
            name: image.name,
            family: image.family,
            architecture: image.architecture,
            createdAt: image.createdAt === undefined ? null : new Date(image.createdAt).toISOString(),
            sizeGiB: image.sizeGiB,
            verdict,
            why,
        })),
        snapshots: looseOf('snapshot'),
        instances: looseOf('instance'),
        removed,
        failed,
        remaining: remaining.map((one) => ({ ...one, reason: (0,_github_sanitise_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitise */ .t)(one.reason) })),
        freedGiB,
        recoverableUntil: record.recoverableUntil,
        warnings: warnings.map((warning) => (0,_github_sanitise_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitise */ .t)(warning)),
    };
}
/** JSON that is safe to echo in a step's log, where the runner obeys `##[` anywhere: the same text, escaped. */
function json(value) {
    return JSON.stringify(value).replaceAll('##[', '##\\u005b');
}


/***/ }),

/***/ 5442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ reportError),
/* harmony export */   z: () => (/* binding */ report)
/* harmony export */ });
/* harmony import */ var _base_units_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8714);
/* harmony import */ var _github_report_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1380);
/* harmony import */ var _github_report_publish_summary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6636);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5458);




/** Facts first, the error last: it is what a reader of the log sees at its end. */
async function report({ outcome, outputs, log, dryRun, endedAt, comment, }) {
    const { record } = outcome;
    outputs.finish(record);
    const told = outcome.ok ? undefined : (0,_github_report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .toldOf */ .d)(outcome.error);
    await (0,_github_report_publish_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .publishSummary */ .I)((0,_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .summaryMarkdown */ .e)({ record, dryRun, told, endedAt }), log);
    await comment();
    if (outcome.ok)
        log.notice(closingWords(record, dryRun), dryRun ? 'Dry run' : 'AMIs retired');
    else
        reportError(outcome.error, log);
}
/** Also for what goes wrong before anything is looked at. */
function reportError(error, log) {
    (0,_github_report_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .reportFailure */ .x)(error, log, 'Retirement');
}
function closingWords({ judged = [], loose = [], removed, freedGiB }, dryRun) {
    const going = [...judged, ...loose].filter(({ verdict }) => verdict === 'remove').length;
    if (dryRun)
        return `Dry run: ${going} of ${judged.length + loose.length} would be removed. Nothing was changed.`;
    return `Removed ${removed.length}: at most ${(0,_base_units_js__WEBPACK_IMPORTED_MODULE_3__/* .gibibytes */ .I)(freedGiB)} of snapshots are paid for no longer.`;
}


/***/ }),

/***/ 5458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ planMarkdown),
/* harmony export */   e: () => (/* binding */ summaryMarkdown)
/* harmony export */ });
/* harmony import */ var _aws_console_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4020);
/* harmony import */ var _base_units_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8714);
/* harmony import */ var _github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4629);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4906);
/** The job summary of `retire`, as Markdown that GitHub shows: what went, what stays and why. Text from outside has no meaning in it. */




/** A summary has room for more, its readers have not. */
const mostRows = 300;
const longestMessage = 4000;
function summaryMarkdown({ record, dryRun, told, endedAt }) {
    const { judged = [], warnings } = record;
    const going = judged.filter(({ verdict }) => verdict !== 'keep');
    const staying = judged.filter(({ verdict }) => verdict === 'keep');
    const sections = [
        headline(record, dryRun, told !== undefined),
        told === undefined ? undefined : problem(told),
        going.length === 0 ? undefined : imageTable(record, going, endedAt),
        looseTable(record),
        staying.length === 0
            ? undefined
            : (0,_github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)(`<b>${staying.length} stay</b>`, imageTable(record, staying, endedAt)),
        warnings.length === 0
            ? undefined
            : (0,_github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .alert */ .xE)('WARNING', warnings.flatMap((warning) => (0,_github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(warning))),
    ];
    return `${sections.filter((section) => section !== undefined).join('\n\n')}\n`;
}
/** Before anything is removed. */
function planMarkdown(record, now) {
    const judged = record.judged ?? [];
    const loose = record.loose ?? [];
    const going = judged.filter(({ verdict }) => verdict !== 'keep');
    const staying = judged.filter(({ verdict }) => verdict === 'keep');
    const count = [...judged, ...loose].filter(({ verdict }) => verdict === 'remove').length;
    const sections = [
        `### The plan: ${count} to be removed of ${judged.length} images looked at`,
        going.length === 0 ? undefined : imageTable(record, going, now),
        looseTable(record),
        staying.length === 0
            ? undefined
            : (0,_github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)(`<b>${staying.length} stay</b>`, imageTable(record, staying, now)),
    ];
    return `${sections.filter((section) => section !== undefined).join('\n\n')}\n`;
}
function headline({ judged, loose = [], removed, freedGiB }, dryRun, hasFailed) {
    if (judged === undefined)
        return '### ❌ Nothing was retired';
    const going = [...judged, ...loose].filter(({ verdict }) => verdict === 'remove').length;
    if (dryRun && !hasFailed)
        return `### Dry run: ${going} would be removed of ${judged.length} images looked at`;
    const size = (0,_base_units_js__WEBPACK_IMPORTED_MODULE_3__/* .gibibytes */ .I)(freedGiB);
    return `### ${hasFailed ? '❌' : '✅'} Removed ${removed.length} of ${going}, at most ${size} of snapshots`;
}
function problem({ message, remedy }) {
    const lines = (0,_github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)((0,_github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(message, longestMessage));
    return (0,_github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .alert */ .xE)('CAUTION', remedy === undefined ? lines : [...lines, '', ...(0,_github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)((0,_github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(remedy, longestMessage))]);
}
function imageTable(record, judged, now) {
    const rows = [...judged]
        .sort(_table_js__WEBPACK_IMPORTED_MODULE_2__/* .byVerdict */ .$$)
        .slice(0, mostRows)
        .map(({ image, verdict, why }) => [
        stateOf(record, image.id, verdict),
        (0,_github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)((0,_github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(image.id), (0,_aws_console_js__WEBPACK_IMPORTED_MODULE_0__/* .consoleUrl */ .B)(image.region, image.id)),
        (0,_github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(image.region),
        (0,_github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(image.name),
        (0,_github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(image.family),
        (0,_github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(image.architecture),
        (0,_table_js__WEBPACK_IMPORTED_MODULE_2__/* .ageOf */ .hy)(image.createdAt, now),
        (0,_base_units_js__WEBPACK_IMPORTED_MODULE_3__/* .gibibytes */ .I)(image.sizeGiB),
        (0,_github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(why),
    ]);
    const header = ['', 'AMI', 'Region', 'Name', 'Family', 'Architecture', 'Age', 'Size', 'Why'];
    const more = judged.length > mostRows ? `\n\nand ${judged.length - mostRows} more, in the log` : '';
    return `${(0,_github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(header, rows, [6, 7])}${more}`;
}
function stateOf({ removed, failed }, id, verdict) {
    if (removed.includes(id))
        return 'removed';
    if (failed.includes(id))
        return '<b>failed</b>';
    return { remove: 'goes', keep: 'stays', wait: 'waits' }[verdict];
}
function looseTable(record) {
    const rows = (record.loose ?? [])
        .slice(0, mostRows)
        .map(({ id, region, kind, verdict, why }) => [
        stateOf(record, id, verdict),
        (0,_github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)((0,_github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(id), (0,_aws_console_js__WEBPACK_IMPORTED_MODULE_0__/* .consoleUrl */ .B)(region, id)),
        (0,_github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(region),
        kind,
        (0,_github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(why),
    ]);
    return rows.length === 0 ? undefined : (0,_github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['', 'ID', 'Region', 'Kind', 'Why'], rows);
}


/***/ }),

/***/ 4906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ byVerdict),
/* harmony export */   hy: () => (/* binding */ ageOf),
/* harmony export */   k0: () => (/* binding */ planTable)
/* harmony export */ });
/* harmony import */ var _base_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8714);
/** The plan as a table in plain text, for the log. */

const words = { remove: 'goes', keep: 'stays', wait: 'waits' };
/** @returns a line each, the columns aligned; what goes comes first */
function planTable(judged, loose, now) {
    const rows = [
        ['', 'ID', 'Region', 'Name', 'Family', 'Architecture', 'Age', 'Size', 'Why'],
        ...[...judged]
            .sort(byVerdict)
            .map(({ image, verdict, why }) => [
            words[verdict],
            image.id,
            image.region,
            image.name,
            image.family,
            image.architecture,
            ageOf(image.createdAt, now),
            (0,_base_units_js__WEBPACK_IMPORTED_MODULE_0__/* .gibibytes */ .I)(image.sizeGiB),
            why,
        ]),
        ...loose.map(({ id, region, kind, since, sizeGiB, verdict, why }) => [
            words[verdict],
            id,
            region,
            kind,
            '',
            '',
            ageOf(since, now),
            kind === 'snapshot' ? (0,_base_units_js__WEBPACK_IMPORTED_MODULE_0__/* .gibibytes */ .I)(sizeGiB) : '',
            why,
        ]),
    ];
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
    return rows.map((row) => row
        .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd());
}
const order = { remove: 0, wait: 1, keep: 2 };
function byVerdict(a, b) {
    return order[a.verdict] - order[b.verdict] || (a.image.createdAt ?? 0) - (b.image.createdAt ?? 0);
}
function ageOf(time, now) {
    if (time === undefined || !Number.isFinite(time))
        return '?';
    const days = Math.floor((now - time) / 86_400_000);
    return days >= 1 ? `${days} d` : (0,_base_units_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p)(Math.max(0, now - time));
}


/***/ }),

/***/ 229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ retire)
});

// EXTERNAL MODULE: ./lib/aws/account.js
var aws_account = __webpack_require__(3234);
// EXTERNAL MODULE: ./lib/aws/decode.js
var decode = __webpack_require__(4463);
// EXTERNAL MODULE: ./lib/aws/failure.js + 1 modules
var failure = __webpack_require__(4608);
// EXTERNAL MODULE: ./lib/base/errors.js
var base_errors = __webpack_require__(7594);
// EXTERNAL MODULE: ./lib/github/report/publish-summary.js
var publish_summary = __webpack_require__(6636);
// EXTERNAL MODULE: ./lib/run/run.js
var run_run = __webpack_require__(5548);
// EXTERNAL MODULE: ./lib/aws/cli.js
var cli = __webpack_require__(5799);
// EXTERNAL MODULE: ./lib/aws/errors.js
var errors = __webpack_require__(6762);
// EXTERNAL MODULE: ./lib/aws/sdk/ec2.js
var ec2 = __webpack_require__(848);
// EXTERNAL MODULE: ./lib/image/describe.js
var describe = __webpack_require__(1852);
// EXTERNAL MODULE: ./lib/image/remove/deregister.js
var deregister = __webpack_require__(9742);
// EXTERNAL MODULE: ./lib/base/own-tags.js
var own_tags = __webpack_require__(3443);
// EXTERNAL MODULE: ./lib/image/claim.js
var image_claim = __webpack_require__(5165);
// EXTERNAL MODULE: ./lib/image/ownership.js
var ownership = __webpack_require__(7496);
// EXTERNAL MODULE: ./lib/image/remove/removal.js
var remove_removal = __webpack_require__(2138);
// EXTERNAL MODULE: ./lib/image/remove/snapshots.js
var snapshots = __webpack_require__(8987);
;// CONCATENATED MODULE: ./lib/image/remove/retire.js
/** Removes an image that its run has finished with, for `retire`: nobody resumes it, so only what it is decides. */







/**
 * Never throws for what AWS answers: what failed is in the result. Throws only the signal's reason.
 * @param image as EC2 has just described it
 * @param isAbandoned its run has left it unfinished: it is taken over first, so that no later attempt resumes it meanwhile
 */
async function retireImage(options, image, { isAbandoned }) {
    const removal = new remove_removal/* Removal */.J({ ...options, keepsProtection: true });
    try {
        const current = isAbandoned ? await claimed(removal, image) : image;
        const reason = current === undefined ? 'claimed' : (0,ownership/* reasonNotToRetire */.sN)(current, options, { isAbandoned });
        if (reason !== undefined)
            removal.kept.push({ image, reason });
        else {
            await (0,deregister/* deregister */.BX)(removal, image);
            if (removal.removed.has(image.ImageId ?? ''))
                await (0,snapshots/* deleteSnapshots */.B)(removal);
        }
    }
    catch (error) {
        options.signal.throwIfAborted();
        removal.gaveUp = (0,errors/* describeAwsError */.Pp)(error);
        if (!removal.removed.has(image.ImageId ?? ''))
            removal.remains(image.ImageId ?? '', removal.gaveUp);
        for (const id of removal.snapshots)
            if (!removal.removed.has(id))
                removal.remains(id, removal.gaveUp);
    }
    return removal;
}
/** @returns the image as it was read back, this process's own and marked; undefined when another process has it */
async function claimed(removal, image) {
    const { claim } = removal.options;
    const [taken] = (0,own_tags/* claimOf */._B)(image) === claim ? [image] : await (0,image_claim/* takeOver */.w9)(removal.marking(), [image], claim);
    // Before the mark hides what its bake has written meanwhile.
    if (taken !== undefined && (0,ownership/* reasonNotToRetire */.sN)(taken, removal.options, { isAbandoned: true }) !== undefined)
        return taken;
    const [marked] = taken === undefined ? [] : await (0,image_claim/* markRemoving */.ZH)(removal.marking(), [taken], claim);
    return marked;
}

// EXTERNAL MODULE: ./lib/image/share/permission-list.js
var permission_list = __webpack_require__(7171);
;// CONCATENATED MODULE: ./lib/retire/facts.js


/** @returns undefined for an image that bake-ami did not make: one without both tags */
function factsOf(image, region) {
    const family = (0,own_tags/* tagOf */.cO)(image, own_tags/* familyTag */.jM);
    const key = (0,own_tags/* keyOf */.TN)(image);
    if (!family || !key || image.ImageId === undefined)
        return undefined;
    const volumes = (image.BlockDeviceMappings ?? []).flatMap(({ Ebs }) => (Ebs?.SnapshotId ? [Ebs] : []));
    const created = (0,describe/* creationTime */.vx)(image, Number.NaN);
    return {
        id: image.ImageId,
        name: image.Name ?? '',
        region,
        state: image.State ?? 'unknown',
        architecture: image.Architecture ?? 'unknown',
        family,
        key,
        bakeState: (0,own_tags/* bakeStateOf */.iy)(image),
        repository: (0,own_tags/* tagOf */.cO)(image, own_tags/* repositoryTag */.B1),
        pullRequest: pullRequestOf((0,own_tags/* tagOf */.cO)(image, own_tags/* refTag */.Ys)),
        createdAt: Number.isNaN(created) ? undefined : created,
        lastLaunchedAt: launchTime(image.LastLaunchedTime),
        protection: image.DeregistrationProtection ?? '',
        isPublic: image.Public === true,
        hasKeepTag: (0,own_tags/* tagOf */.cO)(image, own_tags/* keepTag */.MR) !== undefined,
        snapshotIds: volumes.map(({ SnapshotId }) => SnapshotId ?? ''),
        sizeGiB: volumes.reduce((sum, { VolumeSize = 0 }) => sum + VolumeSize, 0),
        image,
    };
}
function launchTime(text) {
    if (text === undefined || text === '')
        return undefined;
    const time = Date.parse(text);
    return Number.isNaN(time) ? 'unreadable' : time;
}
function pullRequestOf(ref) {
    const digits = /^pr-([1-9]\d{0,8})$/.exec(ref ?? '')?.[1];
    return digits === undefined ? undefined : Number(digits);
}
/** Adds a use of an image to those known. */
function addUse(uses, imageId, use) {
    const known = uses.get(imageId) ?? [];
    if (!known.includes(use))
        uses.set(imageId, [...known, use]);
}

;// CONCATENATED MODULE: ./lib/retire/pages.js
/** Asks for every page of a list: one that is only partly known is not known. */

/**
 * @param ask gives one page; the token is undefined for the first
 * @param listIn the list of a page; EC2 always sends one, if only an empty one
 * @returns what is on all pages, in their order
 * @throws what `ask` throws, and UnreadableAnswerError for a page without a list, or one that comes again
 */
async function everyItem(ask, listIn) {
    const items = [];
    const tokens = new Set();
    let token;
    do {
        const answer = await ask(token);
        const list = listIn(answer);
        if (list === undefined)
            throw new errors/* UnreadableAnswerError */.mP('the answer has no list: it is not whole');
        items.push(...list);
        token = answer.NextToken || undefined;
        if (token !== undefined && tokens.has(token))
            throw new errors/* UnreadableAnswerError */.mP('the pages of the answer begin again: it is not whole');
        if (token !== undefined)
            tokens.add(token);
    } while (token !== undefined);
    return items;
}
/** The part of a request that asks for the page of that token. */
function at(token) {
    return token === undefined ? {} : { NextToken: token };
}

// EXTERNAL MODULE: ./lib/base/side-by-side.js
var side_by_side = __webpack_require__(6256);
;// CONCATENATED MODULE: ./lib/retire/scaling.js
/**
 * What Auto Scaling names: images in launch configurations and in the overrides of groups, and versions of launch templates.
 * DescribeImageReferences knows none of it (EC2 API Reference, its list of resource types).
 */




/**
 * @param uses what names each image: the launch configurations and the groups are added
 * @returns the launch templates whose versions groups name; `$Latest` and `$Default` are looked up anyway
 */
async function scalingUses(run, region, uses) {
    const { aws, signal } = run;
    const client = aws.autoScaling(region);
    const { DescribeAutoScalingGroupsCommand, DescribeLaunchConfigurationsCommand } = await __webpack_require__.e(/* import() */ 775).then(__webpack_require__.bind(__webpack_require__, 8775));
    const [configurations, groups] = await (0,side_by_side/* both */.WP)(everyItem((token) => client.send(new DescribeLaunchConfigurationsCommand({ MaxRecords: 100, ...at(token) }), { signal }), ({ LaunchConfigurations }) => LaunchConfigurations).catch((error) => failed(run, 'DescribeLaunchConfigurations', `launch configurations in ${region}`, error)), everyItem((token) => client.send(new DescribeAutoScalingGroupsCommand({ MaxRecords: 100, ...at(token) }), { signal }), ({ AutoScalingGroups }) => AutoScalingGroups).catch((error) => failed(run, 'DescribeAutoScalingGroups', `Auto Scaling groups in ${region}`, error)));
    for (const { LaunchConfigurationName, ImageId } of configurations)
        addUse(uses, ImageId ?? '', `named by launch configuration ${LaunchConfigurationName}`);
    for (const group of groups)
        for (const imageId of imagesIn(group))
            addUse(uses, imageId, `named by Auto Scaling group ${group.AutoScalingGroupName}`);
    return numbered(groups.flatMap(specificationsOf));
}
function failed({ signal }, call, what, error) {
    signal.throwIfAborted();
    throw (0,failure/* awsFailure */.MT)(`autoscaling:${call}`, `look up the ${what}`, error);
}
/** The templates that a group launches from, and those that its instances were launched from. */
function specificationsOf({ LaunchTemplate, MixedInstancesPolicy, Instances, }) {
    const mixed = MixedInstancesPolicy?.LaunchTemplate;
    return [
        LaunchTemplate,
        mixed?.LaunchTemplateSpecification,
        ...(mixed?.Overrides ?? []).map(({ LaunchTemplateSpecification }) => LaunchTemplateSpecification),
        ...(Instances ?? []).map((instance) => instance.LaunchTemplate),
    ].filter((specification) => specification !== undefined);
}
/** Images that the overrides of a group name by themselves (API model, `LaunchTemplateOverrides`, `Instance`). */
function imagesIn({ MixedInstancesPolicy, Instances }) {
    const overrides = MixedInstancesPolicy?.LaunchTemplate?.Overrides ?? [];
    return [...overrides, ...(Instances ?? [])].flatMap((one) => {
        const { ImageId } = one;
        return ImageId === undefined ? [] : [ImageId];
    });
}
function numbered(specifications) {
    const versions = new Map();
    for (const { LaunchTemplateId, Version } of specifications) {
        if (LaunchTemplateId === undefined || !/^\d+$/.test(Version ?? ''))
            continue;
        versions.set(LaunchTemplateId, (versions.get(LaunchTemplateId) ?? new Set()).add(Version ?? ''));
    }
    return [...versions].map(([templateId, numbers]) => ({ templateId, versions: [...numbers] }));
}

;// CONCATENATED MODULE: ./lib/retire/look.js
/** What a Region has that bears on retiring its images, looked up in bulk: a page at a time, never an image at a time. */







/** All states but `terminated`: an instance that is about to go may still be looked at. */
const livingStates = ['pending', 'running', 'shutting-down', 'stopping', 'stopped'];
/** All our images with a key, disabled ones included. */
function keyedImages(run, region) {
    return ownImages(run, region, { Filters: [{ Name: 'tag-key', Values: [own_tags/* keyTag */.QR] }], MaxResults: 1000 });
}
/**
 * Our images that match, disabled ones included; those that are gone and still shown are left out.
 * @throws BakeError
 */
async function ownImages({ aws, signal }, region, request) {
    const images = await everyItem((token) => {
        const own = { ...request, Owners: ['self'], IncludeDisabled: true, ...at(token) };
        return aws.ec2(region).send(new ec2/* DescribeImagesCommand */.ji(own), { signal });
    }, ({ Images }) => Images).catch((error) => {
        signal.throwIfAborted();
        throw (0,failure/* awsFailure */.MT)('ec2:DescribeImages', `look up the images in ${region}`, error);
    });
    return images.filter(({ State }) => State !== 'deregistered');
}
/** Our snapshots with a key, all of them or those of some IDs. */
async function keyedSnapshots({ aws, signal }, region, snapshotIds = []) {
    const Filters = [
        { Name: 'tag-key', Values: [own_tags/* keyTag */.QR] },
        ...(snapshotIds.length === 0 ? [] : [{ Name: 'snapshot-id', Values: [...snapshotIds] }]),
    ];
    return everyItem((token) => {
        const own = { OwnerIds: ['self'], Filters, MaxResults: 1000, ...at(token) };
        return aws.ec2(region).send(new ec2/* DescribeSnapshotsCommand */.Mm(own), { signal });
    }, ({ Snapshots }) => Snapshots).catch((error) => {
        signal.throwIfAborted();
        throw (0,failure/* awsFailure */.MT)('ec2:DescribeSnapshots', `look up the snapshots in ${region}`, error);
    });
}
/** Every instance that is not terminated, or those that a filter lets through: by its name, with its values. */
async function livingInstances({ aws, signal }, region, only = {}) {
    const Filters = [
        { Name: 'instance-state-name', Values: livingStates },
        ...Object.entries(only).map(([Name, values]) => ({ Name, Values: [...values] })),
    ];
    const reservations = await everyItem((token) => aws
        .ec2(region)
        .send(new ec2/* DescribeInstancesCommand */.bN({ Filters, MaxResults: 1000, ...at(token) }), { signal }), ({ Reservations }) => Reservations).catch((error) => {
        signal.throwIfAborted();
        throw (0,failure/* awsFailure */.MT)('ec2:DescribeInstances', `look up the instances in ${region}`, error);
    });
    return reservations.flatMap(({ Instances = [] }) => Instances);
}
/** The default and the latest version of every launch template. */
async function currentVersions({ aws, signal }, region) {
    return everyItem((token) => {
        const input = { Versions: ['$Latest', '$Default'], MaxResults: 200, ...at(token) };
        return aws.ec2(region).send(new ec2/* DescribeLaunchTemplateVersionsCommand */.Pt(input), { signal });
    }, ({ LaunchTemplateVersions }) => LaunchTemplateVersions).catch((error) => failedTemplates({ signal }, region, error));
}
/** Versions of one template: those that are named, or those that have one of the images. */
async function versionsOf({ aws, signal }, region, LaunchTemplateId, which) {
    const input = {
        LaunchTemplateId,
        MaxResults: 200,
        ...('versions' in which
            ? { Versions: [...which.versions] }
            : { Filters: [{ Name: 'image-id', Values: [...which.imageIds] }] }),
    };
    return everyItem((token) => aws.ec2(region).send(new ec2/* DescribeLaunchTemplateVersionsCommand */.Pt({ ...input, ...at(token) }), { signal }), ({ LaunchTemplateVersions }) => LaunchTemplateVersions).catch((error) => failedTemplates({ signal }, region, error));
}
function failedTemplates({ signal }, region, error) {
    signal.throwIfAborted();
    throw (0,failure/* awsFailure */.MT)('ec2:DescribeLaunchTemplateVersions', `look up the launch templates in ${region}`, error);
}
function templateUse({ LaunchTemplateName, LaunchTemplateId, VersionNumber, }) {
    return `named by launch template ${LaunchTemplateName ?? LaunchTemplateId}, version ${VersionNumber}`;
}
function instanceUse({ InstanceId, State }) {
    return `used by instance ${InstanceId} (${State?.Name ?? 'unknown'})`;
}
/** @throws BakeError for the first look-up that fails, once all of them have ended */
async function lookAt(run, region) {
    const uses = new Map();
    const [images, snapshots, instances] = await allOf([
        keyedImages(run, region),
        keyedSnapshots(run, region),
        livingInstances(run, region),
        currentUses(run, region, uses),
    ]);
    for (const instance of instances)
        addUse(uses, instance.ImageId ?? '', instanceUse(instance));
    const testInstances = instances.filter(({ Tags }) => Tags?.some(({ Key }) => Key === own_tags/* testTag */.f_));
    return { region, images, snapshots, testInstances, uses };
}
/**
 * What Auto Scaling names, the default and the latest version of every launch template, and those that groups name.
 * @param uses what names each image: they are added
 */
async function currentUses(run, region, uses) {
    const [versions, scaling] = await allOf([
        currentVersions(run, region),
        scalingUses(run, region, uses),
    ]);
    const named = await allOf(scaling.map((one) => namedVersions(run, region, one)));
    for (const version of [...versions, ...named.flat()])
        addUse(uses, version.LaunchTemplateData?.ImageId ?? '', templateUse(version));
}
/** Versions that an Auto Scaling group names by their numbers. */
async function namedVersions(run, region, { templateId, versions }) {
    return versionsOf(run, region, templateId, { versions });
}
/**
 * All are awaited even when one fails, so that nothing of them runs on afterwards.
 * @throws what the only one threw; a ProblemsError that lists everything where several failed
 */
async function allOf(work) {
    const results = await Promise.allSettled(work);
    const errors = results.flatMap((result) => result.status === 'rejected' ? [result.reason] : []);
    const told = [...new Set(errors.map(base_errors/* messageWithRemedy */.ug))];
    if (told.length <= 1)
        return Promise.all(work);
    throw new base_errors/* ProblemsError */.FQ('Not everything could be looked up', told, { cause: new AggregateError(errors) });
}

;// CONCATENATED MODULE: ./lib/retire/close-look.js
/** What is asked about the few images that are about to go, a call each where EC2 has no other: uses, sharing, locks. */







/** DescribeImageReferences takes no more at once (API model, `ImageIds`). */
const imagesAtOnce = 10;
/**
 * @param images of one Region, at most ten
 * @returns what keeps each; images that nothing keeps are missing
 * @throws BakeError for a look-up that fails: then nothing is known
 */
async function closeLook(run, region, images, wishes) {
    if (images.length === 0)
        return new Map();
    const [uses, shared, held] = await allOf([
        usesOf(run, region, images, wishes),
        sharedOf(run, region, images, wishes),
        heldSnapshots(run, region, images),
    ]);
    const reasons = new Map();
    for (const { id, snapshotIds } of images) {
        const snapshot = snapshotIds.find((snapshotId) => held.has(snapshotId));
        const reason = uses.get(id)?.[0] ?? shared.get(id) ?? (snapshot && held.get(snapshot)?.(id));
        if (reason !== undefined)
            reasons.set(id, reason);
    }
    return reasons;
}
/** Two sources: what either names, stays. */
async function usesOf(run, region, images, wishes) {
    const ids = images.map(({ id }) => id);
    const uses = new Map();
    const [references, instances, versions] = await allOf([
        referencesTo(run, region, ids, wishes),
        livingInstances(run, region, { 'image-id': ids }),
        wishes.launchTemplateVersions === 'all' ? allVersionsOf(run, region, ids) : Promise.resolve([]),
    ]);
    for (const reference of references)
        addUse(uses, reference.ImageId ?? '', referenceUse(reference));
    for (const instance of instances)
        addUse(uses, instance.ImageId ?? '', instanceUse(instance));
    for (const version of versions)
        addUse(uses, version.LaunchTemplateData?.ImageId ?? '', templateUse(version));
    return uses;
}
/**
 * By default EC2 counts terminated instances, and looks at the ten newest versions of a template only (EC2 User Guide,
 * "Identify your resources referencing specified AMIs"). With `current`, templates are asked directly alone.
 */
function referenceRequest({ launchTemplateVersions }) {
    const instances = {
        ResourceType: 'ec2:Instance',
        ResourceTypeOptions: [{ OptionName: 'state-name', OptionValues: livingStates }],
    };
    const templates = {
        ResourceType: 'ec2:LaunchTemplate',
        ResourceTypeOptions: [{ OptionName: 'version-depth', OptionValues: ['10000'] }],
    };
    const others = ['ssm:Parameter', 'imagebuilder:ImageRecipe', 'imagebuilder:ContainerRecipe'].map((ResourceType) => ({ ResourceType }));
    return launchTemplateVersions === 'all'
        ? { IncludeAllResourceTypes: true, ResourceTypes: [instances, templates] }
        : { ResourceTypes: [instances, ...others] };
}
async function referencesTo(run, region, ids, wishes) {
    const { aws, signal } = run;
    const request = referenceRequest(wishes);
    const ask = (ImageIds) => everyItem((token) => aws
        .ec2(region)
        .send(new ec2/* DescribeImageReferencesCommand */._2({ ImageIds, ...request, ...at(token) }), { signal }), ({ ImageReferences }) => ImageReferences);
    const asOne = ask([...ids]).catch(async (error) => {
        signal.throwIfAborted();
        // An image that is gone makes the call with all of them fail.
        if ((0,errors/* errorKind */.f8)(error) !== 'not-found' || ids.length === 1)
            throw error;
        const each = ids.map((id) => ask([id]).catch((thrown) => ((0,errors/* errorKind */.f8)(thrown) === 'not-found' ? [] : Promise.reject(thrown))));
        return (await allOf(each)).flat();
    });
    return asOne.catch((error) => {
        signal.throwIfAborted();
        if ((0,errors/* errorKind */.f8)(error) === 'not-found')
            return [];
        throw (0,failure/* awsFailure */.MT)('ec2:DescribeImageReferences', `look up what names the images in ${region}`, error);
    });
}
const kinds = {
    'ec2:Instance': 'used by instance',
    'ec2:LaunchTemplate': 'named by launch template',
    'ssm:Parameter': 'named by SSM parameter',
    'imagebuilder:ImageRecipe': 'named by Image Builder recipe',
    'imagebuilder:ContainerRecipe': 'named by Image Builder container recipe',
};
function referenceUse({ ResourceType, Arn = '' }) {
    // arn:PARTITION:SERVICE:REGION:ACCOUNT:TYPE/NAME, where the name of a parameter has slashes of its own.
    const name = Arn.split(':')
        .slice(5)
        .join(':')
        .replace(/^[a-z-]+\//, '');
    return `${kinds[ResourceType ?? ''] ?? `named by ${ResourceType}`} ${name || Arn}`;
}
/** Every version of every launch template that has one of the images. */
async function allVersionsOf(run, region, imageIds) {
    const { aws, signal } = run;
    const templates = await everyItem((token) => aws.ec2(region).send(new ec2/* DescribeLaunchTemplatesCommand */.fm({ MaxResults: 200, ...at(token) }), { signal }), ({ LaunchTemplates }) => LaunchTemplates).catch((error) => {
        signal.throwIfAborted();
        throw (0,failure/* awsFailure */.MT)('ec2:DescribeLaunchTemplates', `look up the launch templates in ${region}`, error);
    });
    const versions = templates.map(({ LaunchTemplateId = '' }) => versionsOf(run, region, LaunchTemplateId, { imageIds }));
    return (await allOf(versions)).flat();
}
async function sharedOf({ aws, signal }, region, images, { includeShared }) {
    const shared = new Map();
    if (includeShared)
        return shared;
    const ec2 = aws.ec2(region);
    const looks = images.flatMap(({ id, snapshotIds }) => [
        { id, list: (0,permission_list/* launchPermissions */.ax)(ec2, id), words: 'shared' },
        ...snapshotIds.map((snapshotId) => ({
            id,
            list: (0,permission_list/* createVolumePermissions */.dq)(ec2, snapshotId, snapshotId),
            words: `its snapshot ${snapshotId} is shared`,
        })),
    ]);
    const found = looks.map(async ({ id, list, words }) => {
        const entities = await list.read(signal).catch((error) => {
            signal.throwIfAborted();
            if ((0,errors/* errorKind */.f8)(error) === 'not-found')
                return new Set();
            throw (0,failure/* awsFailure */.MT)(list.readAction, `look up with whom ${id} in ${region} is shared`, error);
        });
        if (entities.size > 0 && !shared.has(id))
            shared.set(id, words);
    });
    await allOf(found);
    return shared;
}
/** Snapshots that are locked, or that other images need too; what holds them is said of the image that is asked about. */
async function heldSnapshots(run, region, images) {
    const ids = images.flatMap(({ snapshotIds }) => snapshotIds);
    const held = new Map();
    if (ids.length === 0)
        return held;
    const [locks, users] = await allOf([lockedAmong(run, region, ids), usersOf(run, region, ids)]);
    for (const id of ids) {
        const others = (imageId) => users.get(id)?.find((user) => user !== imageId);
        if (locks.has(id))
            held.set(id, () => `its snapshot ${id} is locked`);
        else if (images.some((image) => image.snapshotIds.includes(id) && others(image.id) !== undefined))
            held.set(id, (imageId) => {
                const other = others(imageId);
                return other === undefined ? undefined : `its snapshot ${id} belongs to ${other} too`;
            });
    }
    return held;
}
/** An expired lock holds nothing (API model, LockState). */
async function lockedAmong({ aws, signal }, region, ids) {
    const locked = await everyItem((token) => aws
        .ec2(region)
        .send(new ec2/* DescribeLockedSnapshotsCommand */.Wi({ SnapshotIds: [...ids], ...at(token) }), { signal }), ({ Snapshots }) => Snapshots).catch((error) => {
        signal.throwIfAborted();
        throw (0,failure/* awsFailure */.MT)('ec2:DescribeLockedSnapshots', `look up which snapshots in ${region} are locked`, error);
    });
    return new Set(locked.filter(({ LockState }) => LockState !== 'expired').map(({ SnapshotId = '' }) => SnapshotId));
}
/** The images, of whatever make, that need each of the snapshots. */
async function usersOf(run, region, ids) {
    const users = new Map();
    // EC2 takes 200 values a filter.
    for (let first = 0; first < ids.length; first += 200) {
        const Values = ids.slice(first, first + 200);
        const request = { Filters: [{ Name: 'block-device-mapping.snapshot-id', Values }] };
        for (const { ImageId = '', BlockDeviceMappings = [] } of await ownImages(run, region, request)) {
            for (const { Ebs } of BlockDeviceMappings)
                if (Ebs?.SnapshotId)
                    addUse(users, Ebs.SnapshotId, ImageId);
        }
    }
    return users;
}

// EXTERNAL MODULE: ./lib/github/inputs/time-span.js
var time_span = __webpack_require__(8121);
// EXTERNAL MODULE: ./lib/retire/inputs.js
var inputs = __webpack_require__(9078);
;// CONCATENATED MODULE: ./lib/retire/reasons.js
/** Why an image stays: each reason a function from facts to words, undefined where it does not hold. */

/** @returns undefined for an image that the inputs do not ask about */
function groundOf(image, situation) {
    const { inputs, closedPullRequests, repository } = situation;
    const isUnfinished = image.bakeState === 'baking' || image.bakeState === 'removing';
    if (isUnfinished && inputs.abandonedAfter !== undefined)
        return 'abandoned';
    const isOfClosed = image.pullRequest !== undefined && closedPullRequests.has(image.pullRequest);
    if (inputs.pullRequests === 'closed' && isOfClosed && image.repository === repository)
        return 'pull request';
    return inputs.family.includes(image.family) ? 'family' : undefined;
}
const unreadable = ({ createdAt, lastLaunchedAt }) => {
    if (createdAt === undefined)
        return 'its creation date cannot be read';
    return lastLaunchedAt === 'unreadable' ? 'its last launch cannot be read' : undefined;
};
/** Whatever its tags say, EC2 still works on it; nobody waits for a bake that was abandoned. */
const beingCreated = ({ state, bakeState }) => state === 'pending' && bakeState !== 'baking' && bakeState !== 'removing'
    ? 'EC2 is still creating it'
    : undefined;
const knownStates = ['ready', 'unverified', 'baking', 'removing'];
const unknownState = ({ bakeState }) => knownStates.includes(bakeState ?? '')
    ? undefined
    : `its tag bake-ami:state is ${bakeState === undefined ? 'missing' : 'none that bake-ami sets'}`;
const stillBaking = ({ bakeState, createdAt = 0 }, { inputs, now }) => {
    if (bakeState !== 'baking' && bakeState !== 'removing')
        return undefined;
    const { abandonedAfter } = inputs;
    if (abandonedAfter === undefined)
        return 'it is still being baked';
    return now - createdAt >= abandonedAfter
        ? undefined
        : `it is still being baked, and younger than ${(0,time_span/* daysOrHours */.Mc)(abandonedAfter)}`;
};
const amongNewest = ({ id }, { newest, inputs }) => newest.has(id) ? `among the newest ${inputs.keep} of its family and architecture` : undefined;
const younger = ({ createdAt = 0 }, { inputs, now }) => now - createdAt < inputs.olderThan ? `younger than ${(0,time_span/* daysOrHours */.Mc)(inputs.olderThan)}` : undefined;
const launchedLately = ({ lastLaunchedAt }, { inputs, now }) => typeof lastLaunchedAt === 'number' && now - lastLaunchedAt < inputs.unusedFor
    ? `launched on ${new Date(lastLaunchedAt).toISOString().slice(0, 10)}`
    : undefined;
const tagged = ({ hasKeepTag }) => (hasKeepTag ? 'tagged bake-ami:keep' : undefined);
const isProtected = ({ protection }) => protection === '' || protection === 'disabled' ? undefined : 'protected from deregistration';
const isPublic = (image, { inputs }) => image.isPublic && !inputs.includeShared ? 'public' : undefined;
const named = ({ id }, { uses }) => {
    const [first, ...others] = uses.get(id) ?? [];
    if (first === undefined)
        return undefined;
    return others.length === 0 ? first : `${first}, and ${others.length} more`;
};
/** Of every image, whatever it is looked at for. */
const always = [
    unreadable,
    unknownState,
    stillBaking,
    beingCreated,
    tagged,
    isProtected,
    isPublic,
    named,
];
/** Of images that go by their age; not of those of closed pull requests and abandoned ones. */
const byAge = [amongNewest, younger, launchedLately];
/** @returns why it stays; undefined when nothing that can be looked up in bulk keeps it */
function reasonToStay(image, ground, situation) {
    const reasons = ground === 'family' ? [...byAge, ...always] : always;
    for (const reason of reasons) {
        const words = reason(image, situation);
        if (words !== undefined)
            return words;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/retire/plan.js








/** @throws BakeError or ProblemsError for every look-up that failed: what cannot be seen is never good news */
async function makePlan(run) {
    const { inputs, clock } = run;
    const now = clock.now();
    const abandoned = inputs.abandonedAfter !== undefined;
    const looks = await everyRegion(run, (region) => lookAt(run, region));
    const images = looks.flatMap(({ region, images: all }) => all.flatMap((image) => factsOf(image, region) ?? []));
    const situation = {
        inputs,
        now,
        newest: newestOf(images, inputs.keep),
        closedPullRequests: await closedPullRequests(run, images),
        repository: `${run.workflow.owner}/${run.workflow.repo}`,
        uses: new Map(looks.flatMap(({ uses }) => [...uses])),
    };
    const judged = images.flatMap((image) => judge(image, situation));
    const emptied = keepLastOfFamily(judged, images);
    const loose = abandoned
        ? (await everyRegion(run, (region) => looseIn(run, lookOf(looks, region)))).flat()
        : [];
    await limit(run, judged, loose);
    return { judged: judged.sort(plan_byAge), loose, emptied };
}
function lookOf(looks, region) {
    const found = looks.find((look) => look.region === region);
    if (found === undefined)
        throw new Error(`${region} was not looked at`);
    return found;
}
/** Side by side; what fails in several Regions is reported together. */
async function everyRegion(run, work) {
    const regions = (0,inputs/* regionsOf */.NV)(run.inputs);
    const results = await Promise.allSettled(regions.map(work));
    run.signal.throwIfAborted();
    const failures = results.flatMap((result, index) => result.status === 'rejected' ? [{ region: regions[index] ?? '', error: result.reason }] : []);
    throwTogether(failures);
    return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}
/** @throws the error of the only one itself; else a ProblemsError that lists all of them */
function throwTogether(failures) {
    const [first] = failures;
    if (first === undefined)
        return;
    if (failures.length === 1)
        throw first.error;
    throw new base_errors/* ProblemsError */.FQ('Nothing was deleted, since not everything could be looked up', failures.map(({ region, error }) => `${region}: ${(0,base_errors/* messageWithRemedy */.ug)(error)}`), { cause: new AggregateError(failures.map(({ error }) => error)) });
}
/** The newest ready images that are available, of each family and architecture in each Region. */
function newestOf(images, keep) {
    const groups = Map.groupBy(images.filter(({ bakeState, state }) => bakeState === 'ready' && state === 'available'), ({ region, family, architecture }) => JSON.stringify([region, family, architecture]));
    const newest = [...groups.values()].flatMap((group) => group.toSorted((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0)).slice(0, keep));
    return new Set(newest.map(({ id }) => id));
}
async function closedPullRequests(run, images) {
    if (run.inputs.pullRequests !== 'closed')
        return new Set();
    const repository = `${run.workflow.owner}/${run.workflow.repo}`;
    const numbers = images
        .filter((image) => image.repository === repository)
        .flatMap(({ pullRequest }) => pullRequest ?? []);
    return run.closedAmong([...new Set(numbers)]);
}
function judge(image, situation) {
    const ground = groundOf(image, situation);
    if (ground === undefined)
        return [];
    const reason = reasonToStay(image, ground, situation);
    return [
        {
            image,
            ground,
            verdict: reason === undefined ? 'remove' : 'keep',
            why: reason ?? whyItGoes(image, ground, situation),
        },
    ];
}
function whyItGoes({ pullRequest, bakeState }, ground, { inputs }) {
    if (ground === 'pull request')
        return `pull request ${pullRequest} is closed`;
    if (ground === 'abandoned')
        return `${bakeState} for longer than ${(0,time_span/* daysOrHours */.Mc)(inputs.abandonedAfter ?? 0)}`;
    return `older than ${(0,time_span/* daysOrHours */.Mc)(inputs.olderThan)}, and nothing needs it`;
}
/** A family of which nothing would be left is left alone; images of pull requests and unfinished ones do not count. */
function keepLastOfFamily(judged, images) {
    const nameOf = ({ family, region }) => JSON.stringify([family, region]);
    const going = new Set(judged.filter(({ verdict }) => verdict === 'remove').map(({ image }) => image.id));
    const left = new Set(images.filter(({ id }) => !going.has(id)).map(nameOf));
    const emptied = new Set();
    for (const one of judged) {
        if (one.verdict !== 'remove' || one.ground !== 'family' || left.has(nameOf(one.image)))
            continue;
        one.verdict = 'keep';
        one.why = `nothing of family ${one.image.family} would be left in ${one.image.region}`;
        emptied.add(`${one.image.family} in ${one.image.region}`);
    }
    return [...emptied];
}
/** Snapshots with a key that belong to no image, and instances of tests past their time. */
async function looseIn(run, { region, images, snapshots, testInstances }) {
    const now = run.clock.now();
    const after = run.inputs.abandonedAfter ?? Number.POSITIVE_INFINITY;
    const known = new Set(images.map(({ ImageId }) => ImageId));
    const old = snapshots.filter((snapshot) => (0,own_tags/* keyOf */.TN)(snapshot) !== undefined && now - startOf(snapshot) >= after && !isOfKnown(snapshot, known));
    const ids = old.map(({ SnapshotId = '' }) => SnapshotId);
    const [users, locked] = ids.length === 0
        ? [new Map(), new Set()]
        : await allOf([usersOf(run, region, ids), lockedAmong(run, region, ids)]);
    const loose = old.filter(({ SnapshotId = '' }) => !users.has(SnapshotId) && !locked.has(SnapshotId));
    return [
        ...loose.map((snapshot) => ({
            kind: 'snapshot',
            id: snapshot.SnapshotId ?? '',
            region,
            sizeGiB: snapshot.VolumeSize ?? 0,
            since: startOf(snapshot),
            verdict: 'remove',
            why: 'it belongs to no image',
        })),
        ...testInstances.flatMap((instance) => expired(instance, region, now)),
    ];
}
/** A time that cannot be read is now: what cannot be parsed is left alone. */
function startOf({ StartTime }) {
    const time = StartTime?.getTime() ?? Number.NaN;
    return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time;
}
/** EC2 describes them so: "Created by CreateImage(i-…) for ami-…"; a pending image does not name its snapshots yet. */
function isOfKnown({ Description = '' }, known) {
    return (Description.match(/\bami-[0-9a-f]{8,32}\b/g) ?? []).some((id) => known.has(id));
}
/** A test instance whose time is over, unless it is ending already. */
function expired(instance, region, now) {
    const { InstanceId: id = '', State } = instance;
    const text = (0,own_tags/* tagOf */.cO)(instance, own_tags/* expiresTag */.$v) ?? '';
    const expires = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/.test(text) ? Date.parse(text) : Number.NaN;
    const isEnding = State?.Name === 'shutting-down' || State?.Name === 'terminated';
    if (Number.isNaN(expires) || expires > now || isEnding || (0,own_tags/* tagOf */.cO)(instance, own_tags/* testTag */.f_) === undefined)
        return [];
    return [
        {
            kind: 'instance',
            id,
            region,
            sizeGiB: 0,
            since: expires,
            verdict: 'remove',
            why: `a test whose time was over at ${text}`,
        },
    ];
}
/** The oldest first, each kind counted alike; the few that are about to go are looked at closely. */
async function limit(run, judged, loose) {
    const { max } = run.inputs;
    const waiting = judged.filter(({ verdict }) => verdict === 'remove').sort(plan_byAge);
    const entries = [
        ...loose.map((one) => ({ since: one.since, loose: one })),
        ...waiting.map((one) => ({ since: one.image.createdAt ?? 0, image: one })),
    ].sort((a, b) => a.since - b.since);
    let going = 0;
    for (let first = 0; first < entries.length;) {
        if (going >= max)
            break;
        const some = entries.slice(first, first + Math.min(imagesAtOnce, max - going));
        first += some.length;
        const images = some.flatMap((entry) => ('image' in entry ? [entry.image] : []));
        await keepAfterCloseLook(run, images);
        going += some.length - images.filter(({ verdict }) => verdict === 'keep').length;
        if (first >= entries.length || going >= max) {
            for (const entry of entries.slice(first))
                postpone('image' in entry ? entry.image : entry.loose, max);
        }
    }
}
function postpone(one, max) {
    one.verdict = 'wait';
    one.why = `waits for a later run: \`max\` is ${max}`;
}
async function keepAfterCloseLook(run, some) {
    const byRegion = [...Map.groupBy(some, ({ image }) => image.region)];
    const looks = byRegion.map(([region, ones]) => closeLook(run, region, ones.map(({ image }) => image), run.inputs));
    for (const [index, reasons] of (await allOf(looks)).entries()) {
        for (const one of byRegion[index]?.[1] ?? []) {
            const reason = reasons.get(one.image.id);
            if (reason === undefined)
                continue;
            one.verdict = 'keep';
            one.why = reason;
        }
    }
}
function plan_byAge(a, b) {
    return (a.image.createdAt ?? 0) - (b.image.createdAt ?? 0);
}

;// CONCATENATED MODULE: ./lib/retire/recycle-bin.js
/** Until when what was removed can be restored, where a retention rule makes the Recycle Bin keep it. */




/** Where it cannot be seen, nothing hangs on it: the images are gone either way. */
async function lookIntoRecycleBin(run, judged) {
    const gone = judged.filter(({ image }) => run.record.removed.includes(image.id));
    for (const region of new Set(gone.map(({ image }) => image.region))) {
        await lookInto(run, region, gone.map(({ image }) => image.id)).catch((error) => {
            run.signal.throwIfAborted();
            run.log.info(`The Recycle Bin in ${region} could not be listed (${(0,errors/* describeAwsError */.Pp)(error)})`);
        });
    }
}
async function lookInto(run, region, ids) {
    const { aws, signal, log } = run;
    const how = { signal, patienceSeconds: 5, attemptSeconds: 5 };
    const images = await everyItem((token) => aws.ec2(region).send(new ec2/* ListImagesInRecycleBinCommand */.$6(at(token)), how), ({ Images }) => Images);
    for (const { ImageId = '', RecycleBinExitTime } of images) {
        if (!ids.includes(ImageId) || RecycleBinExitTime === undefined)
            continue;
        const until = RecycleBinExitTime.toISOString();
        log.info(`${ImageId} in ${region} can be restored from the Recycle Bin until ${until}`);
        (0,run_run/* learn */.nB)(run, { recoverableUntil: { ...run.record.recoverableUntil, [ImageId]: until } });
    }
}

;// CONCATENATED MODULE: ./lib/retire/carry-out.js
/** Removes what the plan allows, one after the other, each asked about once more right before. */















/** For one image, its snapshots included. */
const budgetSeconds = 180;
const attemptSeconds = 15;
/** What cannot be looked up right before a deletion ends all further ones. */
class BlindError extends Error {
    name = 'BlindError';
}
/**
 * @throws BlindError when a look-up right before a deletion fails, or the signal's reason: what was gone by then is in the record
 */
async function carryOut(run, judged, loose) {
    for (const one of judged.filter(({ verdict }) => verdict === 'remove')) {
        run.throwIfCancelled();
        await retireOne(run, one);
    }
    for (const one of loose.filter(({ verdict }) => verdict === 'remove')) {
        run.throwIfCancelled();
        await (one.kind === 'snapshot' ? deleteLoose(run, one) : terminate(run, one));
    }
    await lookIntoRecycleBin(run, judged);
}
async function retireOne(run, one) {
    const { id, region } = one.image;
    const now = await lookAgain(run, one).catch((error) => {
        run.signal.throwIfAborted();
        throw new BlindError(`Could not look at ${id} in ${region} once more: ${(0,base_errors/* messageOf */.bD)(error)}`, {
            cause: error,
        });
    });
    if (now === 'gone')
        return isGone(run, one.image, 'somebody else has removed it');
    if (typeof now === 'string') {
        return staysAfterAll(run, one, undefined, now);
    }
    await remove(run, one, now);
}
/** @returns the image as it is now; why it stays; or `gone` */
async function lookAgain(run, { image: { id, region, key, family }, ground }) {
    const { aws, signal, clock, inputs } = run;
    const image = await (0,describe/* describeImage */.hu)(aws.ec2(region), id, { signal }).catch((error) => {
        signal.throwIfAborted();
        if ((0,errors/* errorKind */.f8)(error) === 'not-found' || (0,deregister/* isDeregistered */.WD)(error))
            return undefined;
        throw (0,failure/* awsFailure */.MT)('ec2:DescribeImages', `look at ${id} in ${region}`, error);
    });
    if (image === undefined || image.State === 'deregistered')
        return 'gone';
    const facts = factsOf(image, region);
    if (facts?.key !== key || facts.family !== family)
        return 'its tags have changed';
    const uses = new Map();
    await currentUses(run, region, uses);
    const reasons = await closeLook(run, region, [facts], inputs);
    // Which images are the newest was decided for all of them together.
    const situation = {
        inputs,
        now: clock.now(),
        newest: new Set(),
        closedPullRequests: new Set(),
        repository: '',
        uses,
    };
    return reasons.get(id) ?? reasonToStay(facts, ground, situation) ?? facts;
}
async function remove(run, one, image) {
    const { aws, clock, signal, log, record } = run;
    const { id, region, key } = image;
    const spared = await withoutKey(run, image);
    const snapshotIds = image.snapshotIds.filter((snapshotId) => !spared.has(snapshotId));
    const begun = { region, imageId: id, key, snapshotIds };
    (0,run_run/* learn */.nB)(run, { begun: [...record.begun, begun] });
    log.info(`Removing ${id} "${image.name}" from ${region}`);
    const removal = await retireImage({
        ec2: aws.ec2(region),
        clock,
        signal,
        region,
        key,
        claim: record.claim,
        role: 'home',
        imageId: id,
        scope: 'image',
        expectedSnapshots: snapshotIds.length,
        lookSeconds: 0,
        budget: { until: clock.now() + budgetSeconds * 1000, attemptSeconds },
        spared,
    }, image.image, { isAbandoned: one.ground === 'abandoned' });
    for (const removed of removal.removed)
        log.info(`Removed ${removed}`);
    const [kept] = removal.kept;
    if (kept !== undefined)
        return staysAfterAll(run, one, begun, words[kept.reason]);
    finished(run, begun, image, [...removal.removed], removal.remaining);
}
/** What the last look shows, in the words of the plan. */
const words = {
    foreign: 'its tags have changed',
    claimed: 'another process has claimed it',
    ready: 'its bake has finished it',
    unknown: 'its tag bake-ami:state has changed',
};
function staysAfterAll(run, one, begun, why) {
    const { id, region } = one.image;
    Object.assign(one, { verdict: 'keep', why });
    run.log.info(`${id} in ${region} stays after all: ${why}`);
    (0,run_run/* learn */.nB)(run, { begun: run.record.begun.filter((other) => other !== begun) });
}
/** A snapshot without a key is nobody's to delete: it stays when its image goes. */
async function withoutKey(run, { region, snapshotIds }) {
    if (snapshotIds.length === 0)
        return new Set();
    const keyed = await keyedSnapshots(run, region, snapshotIds).catch((error) => {
        run.signal.throwIfAborted();
        throw new BlindError((0,base_errors/* messageOf */.bD)(error), { cause: error });
    });
    const known = new Set(keyed.map(({ SnapshotId }) => SnapshotId));
    const spared = snapshotIds.filter((id) => !known.has(id));
    for (const id of spared)
        (0,run_run/* warn */.R8)(run, `${id} in ${region} stays when its image goes: it does not carry the tag bake-ami:key.`);
    return new Set(spared);
}
function isGone(run, image, why) {
    run.log.info(`${image.id} in ${image.region} is gone: ${why}`);
    (0,run_run/* learn */.nB)(run, { removed: [...run.record.removed, image.id] });
}
function finished(run, begun, image, removed, remaining) {
    const { record } = run;
    const isRemoved = removed.includes(image.id);
    const hasFailed = remaining.length > 0;
    (0,run_run/* learn */.nB)(run, {
        begun: hasFailed ? record.begun : record.begun.filter((one) => one !== begun),
        removed: isRemoved ? [...record.removed, image.id] : record.removed,
        failed: isRemoved ? record.failed : [...record.failed, image.id],
        remaining: [...record.remaining, ...remaining],
        freedGiB: record.freedGiB + (isRemoved ? freedBy(image, remaining) : 0),
    });
}
function freedBy({ image }, remaining) {
    const left = new Set(remaining.map(({ id }) => id));
    return (image.BlockDeviceMappings ?? [])
        .flatMap(({ Ebs }) => (Ebs?.SnapshotId && !left.has(Ebs.SnapshotId) ? [Ebs.VolumeSize ?? 0] : []))
        .reduce((sum, size) => sum + size, 0);
}
async function deleteLoose(run, { id, region, sizeGiB }) {
    const { aws, signal, log, record } = run;
    const users = await usersOf(run, region, [id]).catch((error) => {
        signal.throwIfAborted();
        throw new BlindError(`Could not look at ${id} in ${region} once more: ${(0,base_errors/* messageOf */.bD)(error)}`, {
            cause: error,
        });
    });
    if (users.has(id))
        return log.info(`${id} in ${region} stays after all: it belongs to ${users.get(id)?.[0]}`);
    try {
        await aws.ec2(region).send(new ec2/* DeleteSnapshotCommand */.tZ({ SnapshotId: id }), { signal });
    }
    catch (error) {
        signal.throwIfAborted();
        if ((0,errors/* errorKind */.f8)(error) !== 'not-found')
            return carry_out_failed(run, id, error, (0,cli/* deleteSnapshotCommand */.Ly)(region, id));
    }
    log.info(`Removed ${id} from ${region}`);
    (0,run_run/* learn */.nB)(run, { removed: [...record.removed, id], freedGiB: record.freedGiB + sizeGiB });
}
async function terminate(run, { id, region, why }) {
    const { aws, signal, log, record, clock } = run;
    const instances = await livingInstances(run, region, { 'instance-id': [id] }).catch((error) => {
        signal.throwIfAborted();
        throw new BlindError(`Could not look at ${id} in ${region} once more: ${(0,base_errors/* messageOf */.bD)(error)}`, {
            cause: error,
        });
    });
    const still = instances.some((instance) => instance.InstanceId === id && expired(instance, region, clock.now()).length > 0);
    if (!still)
        return log.info(`${id} in ${region} is left alone: it is gone, or its tags have changed`);
    try {
        await aws.ec2(region).send(new ec2/* TerminateInstancesCommand */.N({ InstanceIds: [id] }), { signal });
    }
    catch (error) {
        signal.throwIfAborted();
        const command = `aws ec2 terminate-instances --region ${region} --instance-ids ${id}`;
        if ((0,errors/* errorKind */.f8)(error) !== 'not-found')
            return carry_out_failed(run, id, error, command);
    }
    log.info(`Terminated ${id} in ${region}: ${why}`);
    (0,run_run/* learn */.nB)(run, { removed: [...record.removed, id] });
}
function carry_out_failed(run, id, error, command) {
    const { record } = run;
    (0,run_run/* learn */.nB)(run, {
        failed: [...record.failed, id],
        remaining: [...record.remaining, { id, reason: (0,errors/* describeAwsError */.Pp)(error), command }],
    });
}

// EXTERNAL MODULE: ./lib/retire/report/summary.js
var summary = __webpack_require__(5458);
// EXTERNAL MODULE: ./lib/retire/report/table.js
var table = __webpack_require__(4906);
;// CONCATENATED MODULE: ./lib/retire/retire.js
/**
 * The story of `retire`: everything that bears on the images is looked at, the plan is shown, and only then what nobody
 * needs is removed. Each step is told here in a few lines; how it is done is in the module that it calls.
 */










/** Never throws for what goes wrong: that is the outcome. */
async function retire(run) {
    const { record } = run;
    const withDeadline = { ...run, aws: run.aws.until(run.deadline) };
    try {
        await takeSteps(withDeadline);
        return { ok: true, record };
    }
    catch (error) {
        const explained = await (0,decode/* explain */.W)(error, run.aws.sts(), new AbortController().signal);
        return { ok: false, record, error: explained };
    }
}
async function takeSteps(run) {
    const { inputs } = run;
    await (0,run_run/* phase */.Oi)(run, 'Check', () => checkAccount(run));
    const plan = await (0,run_run/* phase */.Oi)(run, 'Plan', () => look(run));
    await show(run, plan);
    if (!inputs.dryRun)
        await (0,run_run/* phase */.Oi)(run, 'Remove', () => retire_remove(run, plan));
    const problems = [...emptiedFamilies(plan), ...leftBehind(run.record)];
    if (problems.length > 0)
        throw new base_errors/* ProblemsError */.FQ('Not everything could be retired', problems);
}
/** Only where `allowed-account-ids` asks for it: everything else is looked up as our own. */
async function checkAccount({ inputs, aws, signal }) {
    const { allowedAccountIds } = inputs;
    if (allowedAccountIds.length === 0)
        return;
    const account = await (0,aws_account/* callersAccount */.i)(aws, { signal }).catch((error) => {
        signal.throwIfAborted();
        throw (0,failure/* awsFailure */.MT)('sts:GetCallerIdentity', 'see which account the credentials belong to', error);
    });
    if (account !== undefined && allowedAccountIds.includes(account))
        return;
    throw new base_errors/* BakeError */.oU(`The credentials are of account ${account}, and \`allowed-account-ids\` names only ${allowedAccountIds.join(', ')}.`, { remedy: 'Check which role the job assumes.' });
}
async function look(run) {
    const plan = await makePlan(run).catch((error) => {
        run.signal.throwIfAborted();
        throw nothingDeleted(error);
    });
    (0,run_run/* learn */.nB)(run, {
        judged: plan.judged,
        loose: plan.loose,
        // What a dry run would free; otherwise it grows with what goes.
        ...(run.inputs.dryRun ? { freedGiB: sizeOfGoing(plan) } : {}),
    });
    return plan;
}
function sizeOfGoing({ judged, loose }) {
    const sizes = [
        ...judged.map(({ verdict, image }) => (verdict === 'remove' ? image.sizeGiB : 0)),
        ...loose.map(({ verdict, sizeGiB }) => (verdict === 'remove' ? sizeGiB : 0)),
    ];
    return sizes.reduce((sum, size) => sum + size, 0);
}
/** What cannot be seen is never good news: then nothing at all is deleted. */
function nothingDeleted(error) {
    if (!(error instanceof base_errors/* BakeError */.oU) || error instanceof base_errors/* CancelledError */.cc)
        return error;
    return new base_errors/* BakeError */.oU(`${error.message}\nNothing was deleted: images are removed only when everything that may need them has been looked at.`, {
        cause: error.cause,
        ...(error.remedy === undefined ? {} : { remedy: error.remedy }),
    });
}
/** Before anything is deleted. */
async function show(run, { judged, loose }) {
    const { log, inputs } = run;
    const all = [...judged, ...loose];
    const count = (verdict) => all.filter((one) => one.verdict === verdict).length;
    const verb = inputs.dryRun ? 'would be removed' : 'will be removed';
    log.info(`Looked at ${judged.length} images: ${count('remove')} ${verb}, ${count('keep')} stay, ${count('wait')} wait.`);
    log.group('The plan', (0,table/* planTable */.k0)(judged, loose, run.clock.now()));
    if (count('wait') > 0)
        (0,run_run/* warn */.R8)(run, `${count('wait')} more wait for a later run: \`max\` allows ${inputs.max} images, snapshots and instances a run.`);
    // A step that is killed leaves its plan behind.
    if (!inputs.dryRun)
        await (0,publish_summary/* publishSummary */.I)((0,summary/* planMarkdown */.X)(run.record, run.clock.now()), log);
}
async function retire_remove(run, { judged, loose }) {
    await carryOut(run, judged, loose).catch((error) => {
        run.signal.throwIfAborted();
        if (!(error instanceof BlindError))
            throw error;
        throw new base_errors/* BakeError */.oU(`${error.message}\nNothing further was deleted.`, {
            cause: error.cause,
            remedy: error.cause instanceof base_errors/* BakeError */.oU ? (0,base_errors/* messageWithRemedy */.ug)(error.cause) : 'Run the job again.',
        });
    });
}
function emptiedFamilies({ emptied }) {
    return emptied.map((family) => `family ${family}: nothing of it would be left, so its images stay. If the family is not needed any more, remove its last images by hand.`);
}
function leftBehind({ remaining }) {
    return remaining.map(({ id, reason, command }) => `${id}: ${reason}. To remove it: ${command}`);
}


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
