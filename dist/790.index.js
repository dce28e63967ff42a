export const id = 790;
export const ids = [790];
export const modules = {

/***/ 8239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ho: () => (/* binding */ costOf),
  xS: () => (/* binding */ factsOf),
  Yl: () => (/* binding */ report_grantees),
  oR: () => (/* binding */ joined),
  _3: () => (/* binding */ lifecycleRows),
  t4: () => (/* binding */ located),
  Ho: () => (/* binding */ monthlyCost),
  uD: () => (/* binding */ ownCopies),
  JX: () => (/* binding */ parametersTable),
  lA: () => (/* binding */ planSection),
  r2: () => (/* binding */ removal),
  Zc: () => (/* binding */ resource),
  KO: () => (/* binding */ sharedWith),
  Wg: () => (/* binding */ templatesTable)
});

// EXTERNAL MODULE: ./lib/aws/cli.js
var cli = __webpack_require__(5799);
// EXTERNAL MODULE: ./lib/aws/console.js
var console = __webpack_require__(4020);
// EXTERNAL MODULE: ./lib/aws/id-forms.js
var id_forms = __webpack_require__(5270);
;// CONCATENATED MODULE: ./lib/aws/prices.js
/**
 * What snapshots cost, as far as this table knows: list prices of EBS snapshots in the standard tier. They are no part of any
 * decision, and nothing is asked for them: the job summary shows what an image costs at most.
 */
/** When the newest entry was current, and where the prices stand. */
const pricesOf = {
    date: 'August 2023',
    source: 'AWS Price List',
    address: 'https://aws.amazon.com/ebs/pricing/',
};
/** US dollars for a GiB in a month: "$0.05 per GB-Month of snapshot data stored" (AWS Price List, EBS:SnapshotUsage). */
const dollarsPerGiB = {
    'ap-northeast-1': 0.05,
    'ap-northeast-2': 0.05,
    'ap-southeast-2': 0.055,
    'eu-west-1': 0.05,
    'eu-west-2': 0.053,
    'us-east-1': 0.05,
    'us-west-1': 0.055,
    'us-west-2': 0.05,
};
/**
 * What snapshots of volumes of this size cost a month at most: EC2 stores, and charges, only blocks that were written, and of
 * later snapshots of a volume only those that have changed.
 * @returns US dollars; undefined for a Region whose price is not known
 */
function monthlyDollars(region, sizeGiB) {
    const price = dollarsPerGiB[region];
    return price === undefined ? undefined : price * sizeGiB;
}

// EXTERNAL MODULE: ./lib/base/units.js
var units = __webpack_require__(8714);
// EXTERNAL MODULE: ./lib/github/inputs/plan.js
var inputs_plan = __webpack_require__(6158);
// EXTERNAL MODULE: ./lib/github/report/markdown.js
var markdown = __webpack_require__(4629);
// EXTERNAL MODULE: ./lib/image/share/grantees.js
var grantees = __webpack_require__(1096);
;// CONCATENATED MODULE: ./lib/distribute/report.js
/** Parts of the job summary that a bake and a promotion share. */








const longestLine = 500;
/** @returns undefined when no row has a value */
function factsOf(rows) {
    const there = rows.flatMap(([name, value]) => (value ? [[name, value]] : []));
    return there.length === 0 ? undefined : (0,markdown/* facts */.Ix)(there);
}
/** Facts about one thing, in one line. */
function joined(parts) {
    return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}
/** An ID of EC2's as a link to the console, where that has a public address. */
function resource(region, id) {
    return (0,markdown/* link */.nf)((0,markdown/* code */.aY)(id), (0,console/* consoleUrl */.B)(region, id));
}
/** The ID with the Region that it is in. */
function located(region, id) {
    return joined([resource(region, id), (0,markdown/* literal */.eu)(region)]);
}
/** @returns no rows while it is not known */
function lifecycleRows(lifecycle) {
    if (lifecycle === undefined)
        return [];
    const { deprecatedAt, imdsv2, protection } = lifecycle;
    return [
        ['Deprecated', deprecatedAt === undefined ? 'never' : `from ${minuteOf(deprecatedAt)}`],
        ['IMDSv2', imdsv2 ? 'required' : 'optional'],
        ['Protection', protections[protection]],
    ];
}
const protections = {
    off: 'off',
    on: 'from deregistration',
    'with-cooldown': 'from deregistration, with a cooldown of 24 hours',
};
/** e.g. `2027-02-20 21:34 UTC` */
function minuteOf(time) {
    return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
/** How many, not who. */
function sharedWith(sharing) {
    if (sharing === undefined)
        return undefined;
    const whom = (0,grantees/* describeGrantees */.t2)(sharing);
    return joined([
        sharing.public ? '<b>everyone</b>' : undefined,
        whom === '' ? undefined : (0,markdown/* literal */.eu)(whom),
        sharing.snapshots ? 'snapshots too' : undefined,
    ]);
}
/** Who, folded. @returns undefined when it is nobody, or everyone */
function report_grantees(sharing) {
    if (sharing === undefined)
        return undefined;
    const names = (0,grantees/* allOf */.bn)(sharing);
    if (names.length === 0)
        return undefined;
    const title = `Shared with ${(0,markdown/* literal */.eu)((0,grantees/* describeGrantees */.t2)(sharing))}`;
    return (0,markdown/* details */.zH)(title, names.map((name) => `- ${(0,markdown/* code */.aY)(name)}`).join('\n'));
}
/** What the snapshots of the images cost in a month at most. @returns undefined when there are none */
function monthlyCost(images) {
    const volumes = images.map(({ region, snapshots }) => ({
        region,
        sizeGiB: snapshots.reduce((sum, { sizeGiB }) => sum + sizeGiB, 0),
    }));
    return costOf(volumes);
}
/** @returns undefined when there is nothing to pay for */
function costOf(volumes) {
    const sizes = new Map();
    for (const { region, sizeGiB } of volumes)
        sizes.set(region, (sizes.get(region) ?? 0) + sizeGiB);
    const paid = [...sizes].filter(([, sizeGiB]) => sizeGiB > 0);
    const amounts = paid.map(([region, sizeGiB]) => monthlyDollars(region, sizeGiB));
    const known = amounts.filter((amount) => amount !== undefined);
    const unknown = paid.filter((_, index) => amounts[index] === undefined);
    const { date, source, address } = pricesOf;
    return ([
        known.length === 0
            ? undefined
            : `at most <b>${(0,markdown/* literal */.eu)((0,units/* dollars */.E9)(known.reduce((sum, amount) => sum + amount, 0)))}</b> a month${known.length > 1 ? ` in ${known.length} Regions` : ''} at list price of ${date}, ${(0,markdown/* link */.nf)(source, address)}`,
        unknown.length === 0
            ? undefined
            : `${unknown.map(([region, size]) => `${(0,units/* gibibytes */.pn)(size)} in ${(0,markdown/* literal */.eu)(region)}`).join(', ')} at ${(0,markdown/* link */.nf)('prices of that Region', address)}`,
    ]
        .filter((part) => part !== undefined)
        .join('; and ') || undefined);
}
/** The copies that the run has made, finished or not: those that were there before are not its to remove. */
function ownCopies({ copies = [] }) {
    return copies.flatMap(({ region, id, image, found }) => id === undefined || found ? [] : [image ?? { region, id }]);
}
/**
 * The commands that remove images with all that belongs to them, one for each Region, folded.
 * @returns undefined when there are none
 */
function removal(title, images) {
    const known = images.filter(({ id, region }) => id_forms/* amiIdForm */.VU.test(id) && id_forms/* regionForm */.lB.test(region));
    if (known.length === 0)
        return undefined;
    const hasCooldown = known.some(({ lifecycle }) => lifecycle?.protection === 'with-cooldown');
    const notes = [
        'Deregistering alone is not enough: the snapshots are charged until they are deleted too.',
        ...(hasCooldown
            ? [
                'EC2 refuses to deregister an image until 24 hours after its protection was disabled: run the second part of each command then.',
            ]
            : []),
    ];
    return (0,markdown/* details */.zH)(`${title} (they are charged until then)`, `${notes.join(' ')}\n\n${(0,markdown/* codeBlock */.DV)('sh', known.map(removalCommand).join('\n'))}`);
}
function removalCommand({ region, id, lifecycle }) {
    const remove = (0,cli/* removeImageCommand */.re)(region, id);
    const { protection = 'off' } = lifecycle ?? {};
    return protection === 'off' ? remove : `${(0,cli/* unprotectImageCommand */.bI)(region, id)} && ${remove}`;
}
/** What a dry run found that would be done: a row for each step, the tags folded below. */
function planSection(plan) {
    if (plan === undefined)
        return undefined;
    const shown = (line) => (0,markdown/* sentence */.em)((0,markdown/* cut */.Jj)(line, longestLine).replace(/\s+/g, ' '));
    const rows = plan.filter(({ title }) => title !== inputs_plan/* tagsTitle */.Ms);
    const tags = plan.find(({ title }) => title === inputs_plan/* tagsTitle */.Ms)?.lines ?? [];
    return [
        'Nothing was changed. The plan:',
        factsOf(rows.map(({ title, lines }) => [
            title.replaceAll(' ', '&nbsp;'),
            lines.map((line) => shown(line.replace(`${title}: `, ''))).join('<br>'),
        ])),
        tags.length === 0
            ? undefined
            : (0,markdown/* details */.zH)(`${tags.length} ${tags.length === 1 ? 'tag' : 'tags'}`, tags.map((tag) => `- ${shown(tag)}`).join('\n')),
    ]
        .filter((part) => part !== undefined)
        .join('\n\n');
}
/** @returns undefined when there are none */
function templatesTable(templates) {
    const rows = templates.map((template) => [
        (0,markdown/* code */.aY)(template.template),
        (0,markdown/* code */.aY)(template.region),
        versionCell(template),
        defaultCell(template),
    ]);
    return rows.length === 0
        ? undefined
        : (0,markdown/* table */.tp)(['Launch template', 'Region', 'Version with the AMI', 'Default version'], rows);
}
function versionCell({ version, creation }) {
    if (creation === 'none')
        return 'none';
    if (version === undefined)
        return 'perhaps';
    return creation === 'there' ? `${version}, there before` : String(version);
}
function defaultCell({ defaultBefore, version, move }) {
    if (move === 'none' || move === 'there')
        return String(defaultBefore);
    return `${defaultBefore} → ${version}${move === 'unanswered' ? ', perhaps' : ''}`;
}
/**
 * The parameters that name the image now, and what they named before.
 * @returns undefined when there are none
 */
function parametersTable(parameters) {
    const rows = parameters.map(({ region, name, oldValue, newValue, unanswered }) => [
        (0,markdown/* code */.aY)(name),
        (0,markdown/* code */.aY)(region),
        unanswered ? `${(0,markdown/* code */.aY)(newValue)}, perhaps` : (0,markdown/* code */.aY)(newValue),
        oldValue === null ? 'nothing' : (0,markdown/* code */.aY)(oldValue),
    ]);
    return rows.length === 0 ? undefined : (0,markdown/* table */.tp)(['SSM parameter', 'Region', 'AMI', 'Before'], rows);
}


/***/ }),

/***/ 6158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   HN: () => (/* binding */ planLines),
/* harmony export */   Ms: () => (/* binding */ tagsTitle),
/* harmony export */   W5: () => (/* binding */ planGroups),
/* harmony export */   tN: () => (/* binding */ showPlan)
/* harmony export */ });
/** Of the group that is folded: there are a dozen of them. */
const tagsTitle = 'Tags';
/** Shows the plan in the log, the tags folded. */
function showPlan(plan, log) {
    log.info('Dry run: nothing is changed. The plan:');
    for (const { title, lines } of plan) {
        if (title === tagsTitle)
            log.group(`${lines.length} tags`, lines);
        else
            for (const line of lines)
                log.info(`  ${line}`);
    }
}
/** The plan as lines without their groups. */
function linesOf(plan) {
    return plan.flatMap(({ lines }) => lines);
}
/**
 * What the inputs ask for in one step.
 * @param values of the table, by its keys
 * @returns a line each, in the order of the table
 */
function planLines(table, values, step, context) {
    return Object.entries(table).flatMap(([key, { plan }]) => {
        if (plan === 'none' || plan.step !== step)
            return [];
        // The value is what the parser of this very input made.
        return plan.lines(values[key], context);
    });
}
/**
 * A group for each step that has lines, in the order of the steps; steps of one title that follow each other share a group.
 * @param titles of the groups, by step
 */
function planGroups(titles, steps) {
    const groups = [];
    for (const [step, lines] of steps) {
        if (lines.length === 0)
            continue;
        const last = groups.at(-1);
        if (last?.title === titles[step])
            last.lines.push(...lines);
        else
            groups.push({ title: titles[step], lines: [...lines] });
    }
    return groups;
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
const how = (signal, newObject = true) => ({ signal, newObject });
/** Who may launch the image. */
function launchPermissions(ec2, imageId) {
    return {
        of: `image ${imageId}`,
        readAction: 'ec2:DescribeImageAttribute',
        addAction: 'ec2:ModifyImageAttribute',
        async read(signal, newObject) {
            const command = new _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_1__/* .DescribeImageAttributeCommand */ .Ok({ ImageId: imageId, Attribute: 'launchPermission' });
            const { LaunchPermissions } = await ec2.send(command, how(signal, newObject));
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
        async read(signal, newObject) {
            const Attribute = 'createVolumePermission';
            const command = new _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_1__/* .DescribeSnapshotAttributeCommand */ .x0({ SnapshotId: snapshotId, Attribute });
            const { CreateVolumePermissions } = await ec2.send(command, how(signal, newObject));
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
    const entities = permissions.map(({ Group, UserId, ...rest }) => {
        const { OrganizationArn, OrganizationalUnitArn } = rest;
        // A kind that is not known yet is somebody all the same.
        return Group ?? UserId ?? OrganizationArn ?? OrganizationalUnitArn ?? 'somebody';
    });
    return new Set(entities);
}


/***/ }),

/***/ 6388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ addUse),
/* harmony export */   x: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var _base_own_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3443);
/* harmony import */ var _image_describe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1852);


/** @returns undefined for an image that bake-ami did not make: one without both tags */
function factsOf(image, region) {
    const family = (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .tagOf */ .cO)(image, _base_own_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .familyTag */ .jM);
    const key = (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(image);
    if (!family || !key || image.ImageId === undefined)
        return undefined;
    const volumes = (image.BlockDeviceMappings ?? []).flatMap(({ Ebs }) => (Ebs?.SnapshotId ? [Ebs] : []));
    const created = (0,_image_describe_js__WEBPACK_IMPORTED_MODULE_0__/* .creationTime */ .vx)(image, Number.NaN);
    return {
        id: image.ImageId,
        name: image.Name ?? '',
        region,
        state: image.State ?? 'unknown',
        architecture: image.Architecture ?? 'unknown',
        family,
        key,
        bakeState: (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .bakeStateOf */ .iy)(image),
        repository: (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .tagOf */ .cO)(image, _base_own_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryTag */ .B1),
        pullRequest: pullRequestOf((0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .tagOf */ .cO)(image, _base_own_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .refTag */ .Ys)),
        createdAt: Number.isNaN(created) ? undefined : created,
        lastLaunchedAt: launchTime(image.LastLaunchedTime),
        protection: image.DeregistrationProtection ?? '',
        isPublic: image.Public === true,
        hasKeepTag: image.Tags?.some(({ Key }) => Key === _base_own_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .keepTag */ .MR) === true,
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

/***/ 6190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  su: () => (/* binding */ addTemplateUses),
  bn: () => (/* binding */ allOf),
  U: () => (/* binding */ currentUses),
  $x: () => (/* binding */ instanceUse),
  Vx: () => (/* binding */ keyedImages),
  Y1: () => (/* binding */ livingInstances),
  Mm: () => (/* binding */ livingStates),
  t5: () => (/* binding */ lookAt),
  Fq: () => (/* binding */ ownImages),
  IS: () => (/* binding */ snapshotsAmong),
  x4: () => (/* binding */ versionsOf)
});

// UNUSED EXPORTS: addSnapshotUses, failedTemplates, keyedSnapshots

// EXTERNAL MODULE: ./lib/aws/errors.js
var errors = __webpack_require__(6762);
// EXTERNAL MODULE: ./lib/aws/failure.js + 1 modules
var failure = __webpack_require__(4608);
// EXTERNAL MODULE: ./lib/aws/sdk/ec2.js
var ec2 = __webpack_require__(848);
// EXTERNAL MODULE: ./lib/base/errors.js
var base_errors = __webpack_require__(7594);
// EXTERNAL MODULE: ./lib/base/own-tags.js
var own_tags = __webpack_require__(3443);
// EXTERNAL MODULE: ./lib/retire/facts.js
var facts = __webpack_require__(6388);
// EXTERNAL MODULE: ./lib/retire/pages.js
var pages = __webpack_require__(8455);
// EXTERNAL MODULE: ./lib/base/side-by-side.js
var side_by_side = __webpack_require__(6256);
;// CONCATENATED MODULE: ./lib/retire/scaling.js
/**
 * What Auto Scaling names: images in launch configurations and in the overrides of groups, and versions of launch templates.
 * DescribeImageReferences knows none of it (EC2 API Reference, its list of resource types).
 */




/**
 * @param uses what names each image and each snapshot: the launch configurations and the groups are added
 * @returns the launch templates whose versions groups name; `$Latest` and `$Default` are looked up anyway
 */
async function scalingUses(run, region, uses) {
    const { aws, signal } = run;
    const client = aws.autoScaling(region);
    const { DescribeAutoScalingGroupsCommand, DescribeLaunchConfigurationsCommand } = await __webpack_require__.e(/* import() */ 775).then(__webpack_require__.bind(__webpack_require__, 8775));
    const [configurations, groups] = await (0,side_by_side/* both */.WP)((0,pages/* everyItem */.l)((token) => client.send(new DescribeLaunchConfigurationsCommand({ MaxRecords: 100, ...(0,pages.at)(token) }), { signal }), ({ LaunchConfigurations: all }) => (all?.every(({ ImageId }) => ImageId) ? all : undefined)).catch((error) => failed(run, 'DescribeLaunchConfigurations', `launch configurations in ${region}`, error)), (0,pages/* everyItem */.l)((token) => client.send(new DescribeAutoScalingGroupsCommand({ MaxRecords: 100, ...(0,pages.at)(token) }), { signal }), ({ AutoScalingGroups }) => AutoScalingGroups).catch((error) => failed(run, 'DescribeAutoScalingGroups', `Auto Scaling groups in ${region}`, error)));
    for (const { LaunchConfigurationName, ImageId, BlockDeviceMappings = [] } of configurations) {
        const use = `named by launch configuration ${LaunchConfigurationName}`;
        (0,facts/* addUse */.N)(uses, ImageId ?? '', use);
        for (const { Ebs } of BlockDeviceMappings)
            (0,facts/* addUse */.N)(uses, Ebs?.SnapshotId ?? '', use);
    }
    for (const group of groups)
        for (const imageId of imagesIn(group))
            (0,facts/* addUse */.N)(uses, imageId, `named by Auto Scaling group ${group.AutoScalingGroupName}`);
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
function howOf({ signal, patienceSeconds }) {
    return patienceSeconds === undefined ? { signal } : { signal, patienceSeconds };
}
/** All our images with a key, disabled ones included. */
async function keyedImages(run, region) {
    const request = { Filters: [{ Name: 'tag-key', Values: [own_tags/* keyTag */.QR] }], MaxResults: 1000 };
    const images = await ownImages(run, region, request);
    return images.filter(({ OwnerId }) => OwnerId === run.record.accountId);
}
/**
 * Our images that match, disabled ones included; those that are gone and still shown are left out.
 * @throws BakeError
 */
async function ownImages(run, region, request) {
    const { aws, signal } = run;
    const images = await (0,pages/* everyItem */.l)((token) => {
        const own = { ...request, Owners: ['self'], IncludeDisabled: true, ...(0,pages.at)(token) };
        return aws.ec2(region).send(new ec2/* DescribeImagesCommand */.ji(own), howOf(run));
    }, ({ Images }) => Images).catch((error) => {
        signal.throwIfAborted();
        throw (0,failure/* awsFailure */.MT)('ec2:DescribeImages', `look up the images in ${region}`, error);
    });
    return images.filter(({ State }) => State !== 'deregistered');
}
/** All our snapshots with a key. */
function keyedSnapshots(run, region) {
    return ownSnapshots(run, region, { Name: 'tag-key', Values: [own_tags/* keyTag */.QR] });
}
/** Those of the snapshots that are there and ours, with a key or without. */
function snapshotsAmong(run, region, ids) {
    return ownSnapshots(run, region, { Name: 'snapshot-id', Values: [...ids] });
}
async function ownSnapshots(run, region, filter) {
    const { aws, signal, record } = run;
    const snapshots = await (0,pages/* everyItem */.l)((token) => {
        const own = { OwnerIds: ['self'], Filters: [filter], MaxResults: 1000, ...(0,pages.at)(token) };
        return aws.ec2(region).send(new ec2/* DescribeSnapshotsCommand */.Mm(own), howOf(run));
    }, ({ Snapshots }) => Snapshots).catch((error) => {
        signal.throwIfAborted();
        throw (0,failure/* awsFailure */.MT)('ec2:DescribeSnapshots', `look up the snapshots in ${region}`, error);
    });
    return snapshots.filter(({ OwnerId }) => OwnerId === record.accountId);
}
/** Every instance that is not terminated, or those that a filter lets through: by its name, with its values. */
async function livingInstances({ aws, signal }, region, only = {}) {
    const Filters = [
        { Name: 'instance-state-name', Values: livingStates },
        ...Object.entries(only).map(([Name, values]) => ({ Name, Values: [...values] })),
    ];
    return (0,pages/* everyItem */.l)((token) => aws
        .ec2(region)
        .send(new ec2/* DescribeInstancesCommand */.bN({ Filters, MaxResults: 1000, ...(0,pages.at)(token) }), { signal }), ({ Reservations }) => instancesIn(Reservations)).catch((error) => {
        signal.throwIfAborted();
        throw (0,failure/* awsFailure */.MT)('ec2:DescribeInstances', `look up the instances in ${region}`, error);
    });
}
/** @returns undefined when a list is missing, that of the reservations or that of one of them */
function instancesIn(reservations) {
    if (reservations?.some(({ Instances }) => Instances === undefined))
        return undefined;
    return reservations?.flatMap(({ Instances = [] }) => Instances);
}
/** @returns undefined when the list is missing, or the data of one of them */
function versionsIn(versions) {
    return versions?.every(({ LaunchTemplateData }) => LaunchTemplateData) ? versions : undefined;
}
/** The default and the latest version of every launch template. */
async function currentVersions({ aws, signal }, region) {
    return (0,pages/* everyItem */.l)((token) => {
        const input = { Versions: ['$Latest', '$Default'], MaxResults: 200, ...(0,pages.at)(token) };
        return aws.ec2(region).send(new ec2/* DescribeLaunchTemplateVersionsCommand */.Pt(input), { signal });
    }, ({ LaunchTemplateVersions }) => versionsIn(LaunchTemplateVersions)).catch((error) => failedTemplates({ signal }, region, error));
}
/**
 * Versions of one template: all of them, or those of some numbers. Those that are gone are left out, and all when the
 * template is.
 */
async function versionsOf(run, region, LaunchTemplateId, numbers) {
    const { aws, signal } = run;
    const input = { LaunchTemplateId, MaxResults: 200, ...(numbers ? { Versions: [...numbers] } : {}) };
    return (0,pages/* everyItem */.l)((token) => aws.ec2(region).send(new ec2/* DescribeLaunchTemplateVersionsCommand */.Pt({ ...input, ...(0,pages.at)(token) }), { signal }), ({ LaunchTemplateVersions }) => versionsIn(LaunchTemplateVersions)).catch(async (error) => {
        if ((0,errors/* errorKind */.f8)(error) !== 'not-found')
            return failedTemplates({ signal }, region, error);
        // One that is gone makes the call with all of them fail.
        if (numbers === undefined || numbers.length <= 1)
            return [];
        const each = numbers.map((number) => versionsOf(run, region, LaunchTemplateId, [number]));
        return (await allOf(each)).flat();
    });
}
function failedTemplates({ signal }, region, error) {
    signal.throwIfAborted();
    throw (0,failure/* awsFailure */.MT)('ec2:DescribeLaunchTemplateVersions', `look up the launch templates in ${region}`, error);
}
/**
 * Adds what versions of launch templates name: images, snapshots in their block device mappings, and the images that
 * Systems Manager parameters stand for, perhaps in an earlier version, or in another account.
 * @param uses what names each image and each snapshot: they are added
 */
async function addTemplateUses(run, region, versions, uses) {
    const aliases = new Map();
    for (const version of versions) {
        const { ImageId = '', BlockDeviceMappings } = version.LaunchTemplateData ?? {};
        (0,facts/* addUse */.N)(uses, ImageId, templateUse(version));
        addSnapshotUses(uses, BlockDeviceMappings, templateUse(version));
        if (alias.test(ImageId))
            aliases.set(ImageId, [...(aliases.get(ImageId) ?? []), version]);
    }
    const resolved = [...aliases.values()].map(async (ones) => {
        const [first] = ones;
        const imageId = first && (await imageBehind(run, region, first));
        for (const one of ones)
            (0,facts/* addUse */.N)(uses, imageId ?? '', templateUse(one));
    });
    await allOf(resolved);
}
/** EC2 User Guide, "Use a Systems Manager parameter instead of an AMI ID"; those of AWS stand for images of AWS. */
const alias = /^resolve:ssm:(?!\/aws\/service\/)/;
/** @returns undefined when there is no such parameter: then nothing can be launched by that version either */
async function imageBehind({ aws, signal }, region, { LaunchTemplateId, VersionNumber }) {
    const input = { LaunchTemplateId, Versions: [String(VersionNumber)], ResolveAlias: true };
    const versions = await (0,pages/* everyItem */.l)((token) => aws.ec2(region).send(new ec2/* DescribeLaunchTemplateVersionsCommand */.Pt({ ...input, ...(0,pages.at)(token) }), { signal }), ({ LaunchTemplateVersions }) => versionsIn(LaunchTemplateVersions)).catch((error) => {
        const { code } = (0,errors/* awsErrorFacts */.ZR)(error);
        if (code === 'SsmInvalidParameter' || (0,errors/* errorKind */.f8)(error) === 'not-found')
            return [];
        return failedTemplates({ signal }, region, error);
    });
    return versions[0]?.LaunchTemplateData?.ImageId;
}
/** Adds the snapshots that a block device mapping names. */
function addSnapshotUses(uses, mapping, use) {
    for (const { Ebs } of mapping ?? [])
        if (Ebs?.SnapshotId)
            (0,facts/* addUse */.N)(uses, Ebs.SnapshotId, use);
}
function templateUse({ LaunchTemplateName, LaunchTemplateId, VersionNumber }) {
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
        (0,facts/* addUse */.N)(uses, instance.ImageId ?? '', instanceUse(instance));
    const testInstances = instances.filter(({ Tags }) => Tags?.some(({ Key }) => Key === own_tags/* testTag */.f_));
    return { region, images, snapshots, testInstances, uses };
}
/**
 * What Auto Scaling names, the default and the latest version of every launch template, and those that groups name.
 * @param uses what names each image and each snapshot: they are added
 */
async function currentUses(run, region, uses) {
    const [versions, scaling] = await allOf([
        currentVersions(run, region),
        scalingUses(run, region, uses),
    ]);
    const named = await allOf(scaling.map(({ templateId, versions: numbers }) => versionsOf(run, region, templateId, numbers)));
    await addTemplateUses(run, region, [...versions, ...named.flat()], uses);
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
/* harmony import */ var _retire_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6378);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5630);
/** Entry point of the main step. */












await (0,_github_main_step_js__WEBPACK_IMPORTED_MODULE_1__/* .runMainStep */ .X)('Retirement', _report_outputs_js__WEBPACK_IMPORTED_MODULE_5__/* .createOutputs */ .l, async ({ environment, workflow, log, outputs, startedAt, unique, saveState, runIn }) => {
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

/***/ 8455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   l: () => (/* binding */ everyItem)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6762);
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
            throw new _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableAnswerError */ .mP('the answer has no list: it is not whole');
        items.push(...list);
        token = answer.NextToken || undefined;
        if (token !== undefined && tokens.has(token))
            throw new _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableAnswerError */ .mP('the pages of the answer begin again: it is not whole');
        if (token !== undefined)
            tokens.add(token);
    } while (token !== undefined);
    return items;
}
/** The part of a request that asks for the page of that token. */
function at(token) {
    return token === undefined ? {} : { NextToken: token };
}


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
/* harmony import */ var _github_outputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4573);
/* harmony import */ var _github_sanitise_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(589);
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
function createOutputs(write) {
    const names = Object.keys(outputTable);
    const outputs = (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .outputWriter */ .H)(names, write);
    return {
        publish(record) {
            // The whole document only at first and at the end: it changes with everything.
            for (const name of names) {
                const value = outputTable[name](record);
                if (value !== undefined && !(name === 'retirement' && outputs.has(name)))
                    outputs.put(name, value);
            }
        },
        finish(record) {
            for (const name of names) {
                const value = record && outputTable[name](record);
                if (value !== undefined)
                    outputs.put(name, value);
            }
            outputs.finish();
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
        remaining: remaining.map((one) => ({ ...one, reason: (0,_github_sanitise_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitise */ .t)(one.reason) })),
        freedGiB,
        recoverableUntil: record.recoverableUntil,
        warnings: warnings.map((warning) => (0,_github_sanitise_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitise */ .t)(warning)),
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
/* harmony export */   z: () => (/* binding */ report)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7594);
/* harmony import */ var _base_units_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8714);
/* harmony import */ var _github_report_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1380);
/* harmony import */ var _github_report_publish_summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6636);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9658);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5458);
/** Tells how it ended: outputs, job summary, the causes for those who look for them, one closing annotation. */






/** Facts first, the error last: it is what a reader of the log sees at its end. */
async function report({ outcome, outputs, log, dryRun, endedAt, comment, }) {
    const { record } = outcome;
    outputs.finish(record);
    const told = outcome.ok ? undefined : problemOf(outcome.error);
    await (0,_github_report_publish_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .publishSummary */ .I)((0,_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .summaryMarkdown */ .e)({ record, dryRun, told, endedAt }), log);
    await comment();
    if (outcome.ok)
        log.notice(closingWords(record, dryRun), dryRun ? 'Dry run' : 'AMIs retired');
    else
        (0,_github_report_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .reportFailure */ .xV)(outcome.error, log, 'Retirement');
}
function problemOf(error) {
    return { status: error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc ? 'cancelled' : 'failure', ...(0,_github_report_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .toldOf */ .dc)(error) };
}
function closingWords(record, dryRun) {
    const { judged = [], removed, freedGiB } = record;
    if (dryRun)
        return `Dry run: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .howManyOfEach */ .ib)((0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .goingIn */ .yp)(record))} would be removed. Nothing was changed.`;
    if (removed.length === 0)
        return `Nothing was removed. Checked ${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .howMany */ .aT)(judged.length, 'image')}.`;
    const freed = freedGiB === 0 ? '' : ` You no longer pay for up to ${(0,_base_units_js__WEBPACK_IMPORTED_MODULE_5__/* .gibibytes */ .pn)(freedGiB)} of snapshots.`;
    return `Removed ${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .howManyOfEach */ .ib)(removed)}.${freed}`;
}


/***/ }),

/***/ 5458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ planMarkdown),
/* harmony export */   e: () => (/* binding */ summaryMarkdown)
/* harmony export */ });
/* harmony import */ var _base_units_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8714);
/* harmony import */ var _distribute_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8239);
/* harmony import */ var _github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4629);
/* harmony import */ var _github_report_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9249);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9658);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4906);
/** The job summary of `retire`, as Markdown that GitHub shows: what went, what stays and why. Text from outside has no meaning in it. */






/** A summary has room for more, its readers have not. */
const mostRows = 300;
function summaryMarkdown({ record, dryRun, told, endedAt }) {
    const { warnings } = record;
    return joinedSections([
        headline(record, dryRun, told),
        freed(record, dryRun ? 'would' : 'did'),
        told && (0,_github_report_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .problem */ .C)(told),
        ...verdicts(record, endedAt),
        warnings.length === 0
            ? undefined
            : (0,_github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .alert */ .xE)('WARNING', warnings.flatMap((warning) => (0,_github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(warning))),
    ]);
}
/** Before anything is removed. */
function planMarkdown(record, now) {
    return joinedSections([
        `## 📋 The plan: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .howManyOfEach */ .ib)((0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .goingIn */ .yp)(record))} will be removed`,
        freed(record, 'would'),
        ...verdicts(record, now),
    ]);
}
function joinedSections(sections) {
    return `${sections.filter((section) => section !== undefined).join('\n\n')}\n`;
}
/** What goes, and folded what stays. */
function verdicts(record, now) {
    const { judged = [] } = record;
    const leaving = judged.filter(({ verdict }) => verdict !== 'keep');
    const staying = judged.filter(({ verdict }) => verdict === 'keep');
    return [
        leaving.length === 0 ? undefined : imageTable(record, leaving, now),
        looseTable(record),
        staying.length === 0 ? undefined : (0,_github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)(stayingWords(staying), imageTable(record, staying, now)),
    ];
}
function stayingWords({ length }) {
    return `<b>${length === 1 ? '1 image stays' : `${length} images stay`}</b>`;
}
function headline(record, dryRun, told) {
    const { judged, removed } = record;
    const icon = told === undefined ? '✅' : told.status === 'cancelled' ? '🚫' : '❌';
    if (dryRun && judged !== undefined && told === undefined)
        return `## 📋 Dry run: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .howManyOfEach */ .ib)((0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .goingIn */ .yp)(record))} would be removed`;
    if (judged === undefined || removed.length === 0)
        return `## ${icon} Nothing was removed`;
    return `## ${icon} Removed ${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .howManyOfEach */ .ib)(removed)}`;
}
/** The size of the snapshots that go, or are gone, and what they cost. */
function freed({ judged = [], loose = [], removed }, mode) {
    const counts = (id, verdict) => mode === 'would' ? verdict === 'remove' : removed.includes(id);
    const volumes = [
        ...judged.flatMap(({ image, verdict }) => (counts(image.id, verdict) ? [image] : [])),
        ...loose.filter(({ id, verdict }) => counts(id, verdict)),
    ];
    const cost = (0,_distribute_report_js__WEBPACK_IMPORTED_MODULE_0__/* .costOf */ .ho)(volumes);
    if (cost === undefined)
        return undefined;
    const size = (0,_base_units_js__WEBPACK_IMPORTED_MODULE_5__/* .gibibytes */ .pn)(volumes.reduce((sum, { sizeGiB }) => sum + sizeGiB, 0));
    return `Snapshots of at most <b>${size}</b>: ${cost}.`;
}
function imageTable(record, judged, now) {
    const rows = [...judged]
        .sort(_table_js__WEBPACK_IMPORTED_MODULE_3__/* .byVerdict */ .$$)
        .slice(0, mostRows)
        .map(({ image, verdict, why }) => [
        stateOf(record, image.id, verdict),
        `${(0,_distribute_report_js__WEBPACK_IMPORTED_MODULE_0__/* .located */ .t4)(image.region, image.id)}<br>${(0,_github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(image.name)}`,
        (0,_distribute_report_js__WEBPACK_IMPORTED_MODULE_0__/* .joined */ .oR)([(0,_github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(image.family), (0,_github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(image.architecture)]),
        (0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .ageOf */ .hy)(image.createdAt, now),
        (0,_base_units_js__WEBPACK_IMPORTED_MODULE_5__/* .gibibytes */ .pn)(image.sizeGiB),
        withWidth((0,_github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(why)),
    ]);
    const header = ['', 'AMI', 'Family', 'Age', 'Size', 'Why'];
    const more = judged.length > mostRows ? `\n\nand ${judged.length - mostRows} more, in the log` : '';
    return `${(0,_github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(header, rows, [3, 4])}${more}`;
}
/** On a phone, a column of sentences would be one word wide: the first words stay together. */
function withWidth(text) {
    return text.replace(/^[\w ,]{1,24}/, (head) => head.replaceAll(' ', '&nbsp;'));
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
        (0,_distribute_report_js__WEBPACK_IMPORTED_MODULE_0__/* .located */ .t4)(region, id),
        kind,
        (0,_github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(why),
    ]);
    return rows.length === 0 ? undefined : (0,_github_report_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['', 'ID', 'Kind', 'Why'], rows);
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
            (0,_base_units_js__WEBPACK_IMPORTED_MODULE_0__/* .gibibytes */ .pn)(image.sizeGiB),
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
            kind === 'snapshot' ? (0,_base_units_js__WEBPACK_IMPORTED_MODULE_0__/* .gibibytes */ .pn)(sizeGiB) : '',
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
    return days >= 1 ? `${days} d` : (0,_base_units_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(Math.max(0, now - time));
}


/***/ }),

/***/ 6378:
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
var errors = __webpack_require__(7594);
// EXTERNAL MODULE: ./lib/github/report/publish-summary.js
var publish_summary = __webpack_require__(6636);
// EXTERNAL MODULE: ./lib/run/run.js
var run_run = __webpack_require__(5548);
// EXTERNAL MODULE: ./lib/aws/cli.js
var cli = __webpack_require__(5799);
// EXTERNAL MODULE: ./lib/aws/errors.js
var aws_errors = __webpack_require__(6762);
// EXTERNAL MODULE: ./lib/aws/sdk/ec2.js
var ec2 = __webpack_require__(848);
// EXTERNAL MODULE: ./lib/base/own-tags.js
var own_tags = __webpack_require__(3443);
// EXTERNAL MODULE: ./lib/image/claim.js
var image_claim = __webpack_require__(5165);
// EXTERNAL MODULE: ./lib/image/ownership.js
var ownership = __webpack_require__(7496);
// EXTERNAL MODULE: ./lib/image/remove/deregister.js
var deregister = __webpack_require__(9742);
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
        const current = isAbandoned ? await claimed(removal, image).catch(goneOr(removal, image)) : image;
        const reason = current === undefined ? 'claimed' : reasonNow(current, options, isAbandoned);
        if (reason !== undefined)
            removal.kept.push({ image, reason });
        else {
            if (current?.State === 'deregistered')
                (0,deregister/* isGone */.ST)(removal, image);
            else
                await (0,deregister/* deregister */.BX)(removal, image);
            if (removal.removed.has(image.ImageId ?? ''))
                await (0,snapshots/* deleteSnapshots */.B)(removal);
        }
    }
    catch (error) {
        options.signal.throwIfAborted();
        removal.gaveUp = (0,aws_errors/* describeAwsError */.Pp)(error);
        if (!removal.removed.has(image.ImageId ?? ''))
            removal.remains(image.ImageId ?? '', removal.gaveUp);
        for (const id of removal.snapshots)
            if (!removal.removed.has(id))
                removal.remains(id, removal.gaveUp);
    }
    return removal;
}
function reasonNow(image, owner, isAbandoned) {
    return image.State === 'deregistered' ? undefined : (0,ownership/* reasonNotToRetire */.sN)(image, owner, { isAbandoned });
}
/** Somebody else may have removed it meanwhile: then there is nothing to claim, and what is left of it goes. */
function goneOr(removal, image) {
    return async (error) => {
        removal.options.signal.throwIfAborted();
        const isAbsent = (0,aws_errors/* errorKind */.f8)(error) === 'not-found' && (await (0,deregister/* staysAbsent */.eK)(removal, image.ImageId ?? ''));
        if (!isAbsent && !(0,deregister/* isDeregistered */.WD)(error))
            throw error;
        return { ...image, State: 'deregistered' };
    };
}
/** Tags show within seconds; an image that another process removes meanwhile never shows its mark. */
const markSeconds = 30;
/**
 * @returns the image as it was read back, this process's own and marked, or `deregistered` when it is gone by then; undefined
 * when another process has it
 */
async function claimed(removal, image) {
    const { claim, clock, budget } = removal.options;
    const until = Math.min(budget.until, clock.now() + markSeconds * 1000);
    const marking = { ...removal.marking(), until };
    const [taken] = (0,own_tags/* claimOf */._B)(image) === claim ? [image] : await (0,image_claim/* takeOver */.w9)(marking, [image], claim);
    // Before the mark may hide what its bake has written meanwhile.
    if (taken !== undefined && (0,ownership/* reasonNotToRetire */.sN)(taken, removal.options, { isAbandoned: true }) !== undefined)
        return taken;
    const [marked] = taken === undefined ? [] : await (0,image_claim/* markRemoving */.ZH)(marking, [taken], claim);
    if (marked !== undefined)
        return marked;
    return (await (0,deregister/* staysAbsent */.eK)(removal, image.ImageId ?? '')) ? { ...image, State: 'deregistered' } : undefined;
}

// EXTERNAL MODULE: ./lib/image/share/permission-list.js
var permission_list = __webpack_require__(7171);
// EXTERNAL MODULE: ./lib/retire/facts.js
var retire_facts = __webpack_require__(6388);
// EXTERNAL MODULE: ./lib/retire/look.js + 1 modules
var look = __webpack_require__(6190);
// EXTERNAL MODULE: ./lib/retire/pages.js
var pages = __webpack_require__(8455);
// EXTERNAL MODULE: ./lib/github/inputs/time-span.js
var time_span = __webpack_require__(8121);
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
/** Whatever its snapshots are, nothing is known of them: whether they are locked, shared or needed by others. */
const withoutSnapshots = ({ state, snapshotIds }) => (state === 'available' || state === 'disabled') && snapshotIds.length === 0
    ? 'EC2 does not show its snapshots'
    : undefined;
const knownStates = ['ready', 'unverified', 'baking', 'removing'];
const unknownState = ({ bakeState }) => knownStates.includes(bakeState ?? '')
    ? undefined
    : `its tag bake-ami:state ${bakeState === undefined ? 'is missing' : 'has a value that bake-ami does not set'}`;
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
/** A launch template or a launch configuration may name a snapshot by itself, beside another image. */
function namedSnapshot(snapshotIds, uses) {
    return snapshotIds.flatMap((id) => (uses.get(id) ?? []).map((use) => `its snapshot ${id} is ${use}`)).at(0);
}
const snapshotNamed = ({ snapshotIds }, { uses }) => namedSnapshot(snapshotIds, uses);
/** Of every image, whatever it is looked at for. */
const always = [
    unreadable,
    unknownState,
    stillBaking,
    beingCreated,
    withoutSnapshots,
    tagged,
    isProtected,
    isPublic,
    named,
    snapshotNamed,
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
    const [uses, shared, held] = await (0,look/* allOf */.bn)([
        usesOf(run, region, images, wishes),
        sharedOf(run, region, images, wishes),
        heldSnapshots(run, region, images),
    ]);
    const reasons = new Map();
    for (const { id, snapshotIds } of images) {
        const reason = uses.get(id)?.[0] ??
            namedSnapshot(snapshotIds, uses) ??
            shared.get(id) ??
            snapshotIds.map((snapshotId) => held.get(snapshotId)?.(id)).find((words) => words !== undefined);
        if (reason !== undefined)
            reasons.set(id, reason);
    }
    return reasons;
}
/** Somebody else has removed it meanwhile: then nothing needs it, and there is nothing left to remove. */
function isGone(error) {
    return (0,aws_errors/* errorKind */.f8)(error) === 'not-found' || (0,deregister/* isDeregistered */.WD)(error);
}
/** Two sources: what either names, stays. */
async function usesOf(run, region, images, wishes) {
    const ids = images.map(({ id }) => id);
    const uses = new Map();
    const [references, instances] = await (0,look/* allOf */.bn)([
        referencesTo(run, region, ids, wishes),
        (0,look/* livingInstances */.Y1)(run, region, { 'image-id': ids }),
        addAllVersions(run, region, wishes, uses),
    ]);
    for (const reference of references)
        (0,retire_facts/* addUse */.N)(uses, reference.ImageId ?? '', referenceUse(reference));
    for (const instance of instances)
        (0,retire_facts/* addUse */.N)(uses, instance.ImageId ?? '', (0,look/* instanceUse */.$x)(instance));
    return uses;
}
/**
 * By default EC2 counts terminated instances, and looks at the ten newest versions of a template only (EC2 User Guide,
 * "Identify your resources referencing specified AMIs"). With `current`, templates are asked directly alone.
 */
function referenceRequest({ launchTemplateVersions }) {
    const instances = {
        ResourceType: 'ec2:Instance',
        ResourceTypeOptions: [{ OptionName: 'state-name', OptionValues: look/* livingStates */.Mm }],
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
    const ask = (ImageIds) => (0,pages/* everyItem */.l)((token) => aws
        .ec2(region)
        .send(new ec2/* DescribeImageReferencesCommand */._2({ ImageIds, ...request, ...(0,pages.at)(token) }), { signal }), ({ ImageReferences }) => ImageReferences?.every(({ ImageId }) => ImageId) ? ImageReferences : undefined);
    const asOne = ask([...ids]).catch(async (error) => {
        signal.throwIfAborted();
        // An image that is gone makes the call with all of them fail.
        if (!isGone(error) || ids.length === 1)
            throw error;
        const each = ids.map((id) => ask([id]).catch((thrown) => (isGone(thrown) ? [] : Promise.reject(thrown))));
        return (await (0,look/* allOf */.bn)(each)).flat();
    });
    return asOne.catch((error) => {
        signal.throwIfAborted();
        if (isGone(error))
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
/**
 * What every version of every launch template names, unless only the current ones count. EC2 has no filter for snapshots,
 * and none for images that a parameter stands for.
 * @param uses what names each image and each snapshot: they are added
 */
async function addAllVersions(run, region, { launchTemplateVersions }, uses) {
    if (launchTemplateVersions !== 'all')
        return;
    const { aws, signal } = run;
    const templates = await (0,pages/* everyItem */.l)((token) => aws.ec2(region).send(new ec2/* DescribeLaunchTemplatesCommand */.fm({ MaxResults: 200, ...(0,pages.at)(token) }), { signal }), ({ LaunchTemplates }) => LaunchTemplates).catch((error) => {
        signal.throwIfAborted();
        throw (0,failure/* awsFailure */.MT)('ec2:DescribeLaunchTemplates', `look up the launch templates in ${region}`, error);
    });
    const versions = templates.map(({ LaunchTemplateId = '' }) => (0,look/* versionsOf */.x4)(run, region, LaunchTemplateId));
    await (0,look/* addTemplateUses */.su)(run, region, (await (0,look/* allOf */.bn)(versions)).flat(), uses);
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
        const entities = await list.read(signal, false).catch((error) => {
            signal.throwIfAborted();
            if (isGone(error))
                return new Set();
            throw (0,failure/* awsFailure */.MT)(list.readAction, `look up with whom ${id} in ${region} is shared`, error);
        });
        if (entities.size > 0 && !shared.has(id))
            shared.set(id, words);
    });
    await (0,look/* allOf */.bn)(found);
    return shared;
}
/** Snapshots that are locked, or that other images need too; what holds them is said of the image that is asked about. */
async function heldSnapshots(run, region, images) {
    const ids = images.flatMap(({ snapshotIds }) => snapshotIds);
    const held = new Map();
    if (ids.length === 0)
        return held;
    const [locks, users] = await (0,look/* allOf */.bn)([lockedAmong(run, region, ids), usersOf(run, region, ids)]);
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
    const ask = (which) => (0,pages/* everyItem */.l)((token) => aws.ec2(region).send(new ec2/* DescribeLockedSnapshotsCommand */.Wi({ ...which, ...(0,pages.at)(token) }), { signal }), ({ Snapshots }) => Snapshots);
    const some = ids.length > mostLocksAsked ? ask({}) : ask({ SnapshotIds: [...ids] });
    const locked = await some
        // One that is gone, or another account's, makes the call with all of them fail.
        .catch((error) => ((0,aws_errors/* errorKind */.f8)(error) === 'not-found' ? ask({}) : Promise.reject(error)))
        .catch((error) => {
        signal.throwIfAborted();
        throw (0,failure/* awsFailure */.MT)('ec2:DescribeLockedSnapshots', `look up which snapshots in ${region} are locked`, error);
    });
    return new Set(locked.filter(({ LockState }) => LockState !== 'expired').map(({ SnapshotId = '' }) => SnapshotId));
}
/** More are not asked for by their IDs: then the answer has all locks of the account. */
const mostLocksAsked = 200;
/** The images, of whatever make, that need each of the snapshots. */
async function usersOf(run, region, ids) {
    const users = new Map();
    // EC2 takes 200 values a filter.
    for (let first = 0; first < ids.length; first += 200) {
        const Values = ids.slice(first, first + 200);
        const request = { Filters: [{ Name: 'block-device-mapping.snapshot-id', Values }] };
        for (const { ImageId = '', BlockDeviceMappings = [] } of await (0,look/* ownImages */.Fq)(run, region, request)) {
            for (const { Ebs } of BlockDeviceMappings)
                if (Ebs?.SnapshotId)
                    (0,retire_facts/* addUse */.N)(users, Ebs.SnapshotId, ImageId);
        }
    }
    return users;
}

// EXTERNAL MODULE: ./lib/retire/inputs.js
var inputs = __webpack_require__(9078);
;// CONCATENATED MODULE: ./lib/retire/recycle-bin.js
/** Until when what was removed can be restored, where a retention rule makes the Recycle Bin keep it. */





/**
 * IDs of the images that can be restored from the Recycle Bin: they need their snapshots.
 * @throws BakeError when it cannot be listed
 */
async function recycledImages(run, region) {
    const { signal } = run;
    const images = await imagesIn(run, region, { signal }).catch((error) => {
        signal.throwIfAborted();
        throw (0,failure/* awsFailure */.MT)('ec2:ListImagesInRecycleBin', `look into the Recycle Bin in ${region}`, error);
    });
    return new Set(images.map(({ ImageId }) => ImageId));
}
function imagesIn({ aws }, region, how) {
    return (0,pages/* everyItem */.l)((token) => aws.ec2(region).send(new ec2/* ListImagesInRecycleBinCommand */.$6((0,pages.at)(token)), how), ({ Images }) => Images);
}
/** Where it cannot be seen, nothing hangs on it: the images are gone either way. */
async function lookIntoRecycleBin(run, judged) {
    const gone = judged.filter(({ image }) => run.record.removed.includes(image.id));
    for (const region of new Set(gone.map(({ image }) => image.region))) {
        await lookInto(run, region, gone.map(({ image }) => image.id)).catch((error) => {
            run.signal.throwIfAborted();
            run.log.info(`The Recycle Bin in ${region} could not be listed (${(0,aws_errors/* describeAwsError */.Pp)(error)})`);
        });
    }
}
async function lookInto(run, region, ids) {
    const { signal, log } = run;
    const images = await imagesIn(run, region, { signal, patienceSeconds: 5, attemptSeconds: 5 });
    for (const { ImageId = '', RecycleBinExitTime } of images) {
        if (!ids.includes(ImageId) || RecycleBinExitTime === undefined)
            continue;
        const until = RecycleBinExitTime.toISOString();
        log.info(`${ImageId} in ${region} can be restored from the Recycle Bin until ${until}, if a rule keeps its snapshots as well`);
        (0,run_run/* learn */.nB)(run, { recoverableUntil: { ...run.record.recoverableUntil, [ImageId]: until } });
    }
}

;// CONCATENATED MODULE: ./lib/retire/plan.js









/** @throws BakeError or ProblemsError for every look-up that failed: what cannot be seen is never good news */
async function makePlan(run) {
    const { inputs, clock } = run;
    const now = clock.now();
    const abandoned = inputs.abandonedAfter !== undefined;
    const looks = await everyRegion(run, (region) => (0,look/* lookAt */.t5)(run, region));
    const images = looks.flatMap(({ region, images: all }) => all.flatMap((image) => (0,retire_facts/* factsOf */.x)(image, region) ?? []));
    const situation = {
        inputs,
        now,
        newest: newestOf(images, inputs.keep),
        closedPullRequests: await closedPullRequests(run, images),
        repository: repositoryOf(run),
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
    throw new errors/* ProblemsError */.FQ('Nothing was deleted, since not everything could be looked up', failures.map(({ region, error }) => `${region}: ${(0,errors/* messageWithRemedy */.ug)(error)}`), { cause: new AggregateError(failures.map(({ error }) => error)) });
}
/** The newest ready images that are available, of each family and architecture in each Region. */
function newestOf(images, keep) {
    const groups = Map.groupBy(images.filter(({ bakeState, state }) => bakeState === 'ready' && state === 'available'), ({ region, family, architecture }) => JSON.stringify([region, family, architecture]));
    const newest = [...groups.values()].flatMap((group) => group.toSorted(newestFirst).slice(0, keep));
    return new Set(newest.map(({ id }) => id));
}
/** Of two of the same second, every run and every look takes the same one for the newer. */
function newestFirst(a, b) {
    return (b.createdAt ?? 0) - (a.createdAt ?? 0) || (a.id < b.id ? 1 : -1);
}
/** `owner/name` of the workflow's repository. */
function repositoryOf({ workflow: { owner, repo } }) {
    return `${owner}/${repo}`;
}
async function closedPullRequests(run, images) {
    if (run.inputs.pullRequests !== 'closed')
        return new Set();
    const repository = repositoryOf(run);
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
/**
 * A family of which nothing would be left that can be launched is left alone. Images that go because their pull request is
 * closed, or because they were abandoned, go all the same.
 */
function keepLastOfFamily(judged, images) {
    const going = new Set(judged.filter(({ verdict }) => verdict === 'remove').map(({ image }) => image.id));
    const left = images.filter(({ id }) => !going.has(id));
    const emptied = new Set();
    for (const one of judged) {
        if (one.verdict !== 'remove' || one.ground !== 'family')
            continue;
        const why = nothingLeft(one.image, left);
        if (why === undefined)
            continue;
        one.verdict = 'keep';
        one.why = why;
        emptied.add(`${one.image.family} in ${one.image.region}`);
    }
    return [...emptied];
}
/** @returns why the image stays, when none of the others could be launched in its place; else undefined */
function nothingLeft(image, others) {
    const { family, region } = image;
    const canBeLaunched = ({ state, bakeState }) => state === 'available' && (bakeState === 'ready' || bakeState === 'unverified');
    const isLeft = others.some((other) => other.id !== image.id && other.family === family && other.region === region && canBeLaunched(other));
    return isLeft ? undefined : `nothing of family ${family} would be left in ${region}`;
}
/** Snapshots with a key that belong to no image, and instances of tests past their time. */
async function looseIn(run, { region, images, snapshots, testInstances, uses }) {
    const now = run.clock.now();
    const after = run.inputs.abandonedAfter ?? Number.POSITIVE_INFINITY;
    const known = new Set(images.map(({ ImageId }) => ImageId));
    const old = snapshots.filter((snapshot) => (0,own_tags/* keyOf */.TN)(snapshot) !== undefined && now - startOf(snapshot) >= after && !isOfKnown(snapshot, known));
    const needed = await neededAmong(run, region, old, uses);
    return [
        ...old
            .filter(({ SnapshotId = '' }) => !needed.has(SnapshotId))
            .map((snapshot) => ({
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
/**
 * @param snapshots of one Region that no image with a key names
 * @param uses what launch configurations and the current versions of launch templates name
 * @returns by the IDs of those that something needs all the same, what that is
 */
async function neededAmong(run, region, snapshots, uses) {
    const needed = new Map();
    if (snapshots.length === 0)
        return needed;
    const ids = snapshots.map(({ SnapshotId = '' }) => SnapshotId);
    const named = new Map([...uses].map(([id, words]) => [id, [...words]]));
    const [users, locked, recycled] = await (0,look/* allOf */.bn)([
        usersOf(run, region, ids),
        lockedAmong(run, region, ids),
        recycledImages(run, region),
        addAllVersions(run, region, run.inputs, named),
    ]);
    for (const snapshot of snapshots) {
        const { SnapshotId: id = '' } = snapshot;
        const [user] = users.get(id) ?? [];
        const [use] = named.get(id) ?? [];
        if (user !== undefined)
            needed.set(id, `it belongs to ${user}`);
        else if (use !== undefined)
            needed.set(id, `it is ${use}`);
        else if (locked.has(id))
            needed.set(id, 'it is locked');
        else if (isOfKnown(snapshot, recycled))
            needed.set(id, 'its image is in the Recycle Bin');
    }
    return needed;
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
            why: `a test instance that expired at ${text}`,
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
    for (const [index, reasons] of (await (0,look/* allOf */.bn)(looks)).entries()) {
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
function blind(id, region, error) {
    return new BlindError(`Could not check ${id} in ${region} again right before it was to be removed: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
}
async function retireOne(run, one) {
    const { id, region } = one.image;
    const now = await lookAgain(run, one).catch((error) => {
        run.signal.throwIfAborted();
        throw blind(id, region, error);
    });
    if (now === 'gone')
        return carry_out_isGone(run, one.image);
    if (typeof now === 'string') {
        return staysAfterAll(run, one, undefined, now);
    }
    await remove(run, one, now);
}
/** @returns the image as it is now; why it stays; or `gone` */
async function lookAgain(run, { image: { id, region, key, family, pullRequest }, ground }) {
    const { clock, inputs } = run;
    // All of them, since another may have been the newest.
    const images = (await (0,look/* keyedImages */.Vx)(run, region)).flatMap((image) => (0,retire_facts/* factsOf */.x)(image, region) ?? []);
    const facts = images.find((image) => image.id === id);
    if (facts === undefined)
        return (await isThere(run, region, id)) ? tagsHaveChanged : 'gone';
    if (facts.key !== key || facts.family !== family)
        return tagsHaveChanged;
    const uses = new Map();
    const isOfClosed = ground === 'pull request' && pullRequest !== undefined;
    const situation = {
        inputs,
        now: clock.now(),
        newest: newestOf(images, inputs.keep),
        closedPullRequests: isOfClosed ? await run.closedAmong([pullRequest]) : new Set(),
        repository: repositoryOf(run),
        uses,
    };
    if (groundOf(facts, situation) !== ground)
        return isOfClosed
            ? `GitHub does not say any more that pull request ${pullRequest} is closed`
            : tagsHaveChanged;
    await (0,look/* currentUses */.U)(run, region, uses);
    const reasons = await closeLook(run, region, [facts], inputs);
    const last = ground === 'family' ? nothingLeft(facts, images) : undefined;
    return reasons.get(id) ?? reasonToStay(facts, ground, situation) ?? last ?? facts;
}
const tagsHaveChanged = 'its tags have changed';
async function isThere(run, region, id) {
    const filter = { Filters: [{ Name: 'image-id', Values: [id] }] };
    return (await (0,look/* ownImages */.Fq)(run, region, filter)).some(({ ImageId }) => ImageId === id);
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
    foreign: tagsHaveChanged,
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
    const found = await (0,look/* snapshotsAmong */.IS)(run, region, snapshotIds).catch((error) => {
        run.signal.throwIfAborted();
        throw new BlindError((0,errors/* messageOf */.bD)(error), { cause: error });
    });
    const known = new Map(found.map((snapshot) => [snapshot.SnapshotId, snapshot]));
    const spared = new Set();
    for (const id of snapshotIds) {
        const snapshot = known.get(id);
        if (snapshot && (0,own_tags/* keyOf */.TN)(snapshot))
            continue;
        spared.add(id);
        if (snapshot === undefined)
            run.log.info(`${id} in ${region} is gone already, or another account's`);
        else
            (0,run_run/* warn */.R8)(run, `${id} in ${region} stays when its image goes: it does not carry the tag bake-ami:key.`);
    }
    return spared;
}
function carry_out_isGone(run, image) {
    run.log.info(`${image.id} in ${image.region} is gone already: somebody else has removed it`);
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
/** It stays: needed after all, or gone. */
function leaveAlone(run, one, why) {
    Object.assign(one, { verdict: 'keep', why });
    run.log.info(`${one.id} in ${one.region} is left alone: ${why}`);
}
async function deleteLoose(run, one) {
    const { aws, signal, log, record } = run;
    const { id, region, sizeGiB } = one;
    const why = await lookAtLooseAgain(run, region, id).catch((error) => {
        signal.throwIfAborted();
        throw blind(id, region, error);
    });
    if (why !== undefined)
        return leaveAlone(run, one, why);
    try {
        await aws.ec2(region).send(new ec2/* DeleteSnapshotCommand */.tZ({ SnapshotId: id }), { signal });
    }
    catch (error) {
        signal.throwIfAborted();
        if ((0,aws_errors/* errorKind */.f8)(error) !== 'not-found')
            return failed(run, id, error, (0,cli/* deleteSnapshotCommand */.Ly)(region, id));
    }
    log.info(`Removed ${id} from ${region}`);
    (0,run_run/* learn */.nB)(run, { removed: [...record.removed, id], freedGiB: record.freedGiB + sizeGiB });
}
/** @returns why the snapshot is not deleted; undefined when nothing needs it */
async function lookAtLooseAgain(run, region, id) {
    const [snapshot] = await (0,look/* snapshotsAmong */.IS)(run, region, [id]);
    if (snapshot === undefined)
        return 'it is gone';
    if ((0,own_tags/* keyOf */.TN)(snapshot) === undefined)
        return tagsHaveChanged;
    const uses = new Map();
    await (0,look/* currentUses */.U)(run, region, uses);
    return (await neededAmong(run, region, [snapshot], uses)).get(id);
}
async function terminate(run, one) {
    const { aws, signal, log, record, clock } = run;
    const { id, region, why } = one;
    const instances = await (0,look/* livingInstances */.Y1)(run, region, { 'instance-id': [id] }).catch((error) => {
        signal.throwIfAborted();
        throw blind(id, region, error);
    });
    const still = instances.some((instance) => instance.InstanceId === id && expired(instance, region, clock.now()).length > 0);
    if (!still)
        return leaveAlone(run, one, 'it is gone, or its tags have changed');
    try {
        await aws.ec2(region).send(new ec2/* TerminateInstancesCommand */.N({ InstanceIds: [id] }), { signal });
    }
    catch (error) {
        signal.throwIfAborted();
        const command = `aws ec2 terminate-instances --region ${region} --instance-ids ${id}`;
        if ((0,aws_errors/* errorKind */.f8)(error) !== 'not-found')
            return failed(run, id, error, command);
    }
    log.info(`Terminated ${id} in ${region}: ${why}`);
    (0,run_run/* learn */.nB)(run, { removed: [...record.removed, id] });
}
function failed(run, id, error, command) {
    const { record } = run;
    (0,run_run/* learn */.nB)(run, {
        failed: [...record.failed, id],
        remaining: [...record.remaining, { id, reason: (0,aws_errors/* describeAwsError */.Pp)(error), command }],
    });
}

// EXTERNAL MODULE: ./lib/retire/report/summary.js
var summary = __webpack_require__(5458);
// EXTERNAL MODULE: ./lib/retire/report/table.js
var table = __webpack_require__(4906);
// EXTERNAL MODULE: ./lib/retire/words.js
var retire_words = __webpack_require__(9658);
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
    const plan = await (0,run_run/* phase */.Oi)(run, 'Plan', () => retire_look(run));
    await show(run, plan);
    if (!inputs.dryRun)
        await (0,run_run/* phase */.Oi)(run, 'Remove', () => retire_remove(run, plan));
    const problems = [...emptiedFamilies(plan), ...leftBehind(run.record)];
    if (problems.length > 0)
        throw new errors/* ProblemsError */.FQ('Not everything could be removed', problems);
}
/** Only what belongs to the account of the credentials is looked at, and the post step works in no other. */
async function checkAccount(run) {
    const { inputs, aws, signal } = run;
    const account = await (0,aws_account/* callersAccount */.ix)(aws, { signal }).catch((error) => {
        signal.throwIfAborted();
        throw (0,failure/* awsFailure */.MT)('sts:GetCallerIdentity', 'see which account the credentials belong to', error);
    });
    if (account === undefined)
        throw new errors/* BakeError */.oU('AWS did not say which account the credentials belong to.', {
            remedy: 'Run the job again.',
        });
    (0,run_run/* learn */.nB)(run, { accountId: account });
    const refusal = (0,aws_account/* accountRefusal */.uo)(account, inputs.allowedAccountIds);
    if (refusal !== undefined)
        throw refusal;
}
async function retire_look(run) {
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
    if (!(error instanceof errors/* BakeError */.oU) || error instanceof errors/* CancelledError */.cc)
        return error;
    return new errors/* BakeError */.oU(`${error.message}\nNothing was deleted: images are removed only after everything that may need them has been looked up.`, {
        cause: error.cause,
        ...(error.remedy === undefined ? {} : { remedy: error.remedy }),
    });
}
/** Before anything is deleted. */
async function show(run, { judged, loose }) {
    const { log, inputs } = run;
    const verb = inputs.dryRun ? 'would be removed' : 'will be removed';
    const staying = judged.filter(({ verdict }) => verdict === 'keep').length;
    const waiting = [...judged, ...loose].filter(({ verdict }) => verdict === 'wait').length;
    log.info(`Checked ${(0,retire_words/* howMany */.aT)(judged.length, 'image')}: ${(0,retire_words/* howManyOfEach */.ib)((0,retire_words/* goingIn */.yp)({ judged, loose }))} ${verb}, ${staying} ${staying === 1 ? 'image stays' : 'images stay'}.`);
    log.group('The plan', (0,table/* planTable */.k0)(judged, loose, run.clock.now()));
    if (waiting > 0)
        (0,run_run/* warn */.R8)(run, `${waiting} more ${waiting === 1 ? 'waits' : 'wait'} for a later run: \`max\` limits a run to ${inputs.max}, images, snapshots and instances together.`);
    // A step that is killed leaves its plan behind.
    if (!inputs.dryRun)
        await (0,publish_summary/* publishSummary */.I)((0,summary/* planMarkdown */.X)(run.record, run.clock.now()), log);
}
async function retire_remove(run, { judged, loose }) {
    await carryOut(run, judged, loose).catch((error) => {
        run.signal.throwIfAborted();
        if (!(error instanceof BlindError))
            throw error;
        throw new errors/* BakeError */.oU(`${error.message}\nNothing further was deleted.`, {
            cause: error.cause,
            remedy: error.cause instanceof errors/* BakeError */.oU ? (0,errors/* messageWithRemedy */.ug)(error.cause) : 'Run the job again.',
        });
    });
}
function emptiedFamilies({ emptied }) {
    return emptied.map((family) => `family ${family}: nothing of it would be left, so its images stay. If you no longer need the family, remove its last images by hand.`);
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
/* harmony import */ var _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5270);
/* harmony import */ var _github_inputs_role_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9393);
/* harmony import */ var _github_saved_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3284);
/* harmony import */ var _image_share_grantees_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1096);
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
    const stateOf = ({ region, accountId, begun }) => accountId === undefined
        ? undefined
        : {
            version: 1,
            ...{ region, accountId, begun },
            ...(roleToAssume === undefined ? {} : { roleToAssume }),
        };
    return (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_2__/* .keeperOf */ .yD)(stateOf, ({ begun }) => begun.length === 0, save);
}
/**
 * The state that the main step saved last; undefined when there is none, or what is there is not of the right form.
 * @param environment of the post step
 */
function readState(environment) {
    const value = (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o$)(environment[`STATE_${stateName}`] ?? '');
    if (value?.['version'] !== 1 || !(0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_2__/* .matching */ .wC)(_aws_id_forms_js__WEBPACK_IMPORTED_MODULE_3__/* .regionForm */ .lB)(value['region']))
        return undefined;
    if (!(0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_2__/* .matching */ .wC)(_image_share_grantees_js__WEBPACK_IMPORTED_MODULE_1__/* .accountForm */ .CJ)(value['accountId']))
        return undefined;
    const begun = Array.isArray(value['begun']) ? value['begun'].filter(isBegun) : [];
    const role = value['roleToAssume'];
    return {
        version: 1,
        region: String(value['region']),
        accountId: String(value['accountId']),
        begun,
        ...((0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_2__/* .matching */ .wC)(_github_inputs_role_js__WEBPACK_IMPORTED_MODULE_0__/* .roleArnForm */ .y)(role) ? { roleToAssume: String(role) } : {}),
    };
}
function isBegun(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const { region, imageId, key, snapshotIds } = value;
    const isRight = (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_2__/* .matching */ .wC)(_aws_id_forms_js__WEBPACK_IMPORTED_MODULE_3__/* .regionForm */ .lB)(region) && (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_2__/* .matching */ .wC)(_aws_id_forms_js__WEBPACK_IMPORTED_MODULE_3__/* .amiIdForm */ .VU)(imageId) && typeof key === 'string';
    return isRight && Array.isArray(snapshotIds) && snapshotIds.every((id) => (0,_github_saved_state_js__WEBPACK_IMPORTED_MODULE_2__/* .matching */ .wC)(_aws_id_forms_js__WEBPACK_IMPORTED_MODULE_3__/* .snapshotIdForm */ .KP)(id));
}


/***/ }),

/***/ 9658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aT: () => (/* binding */ howMany),
/* harmony export */   ib: () => (/* binding */ howManyOfEach),
/* harmony export */   yp: () => (/* binding */ goingIn)
/* harmony export */ });
/** @returns e.g. `1 image`, `3 images` */
function howMany(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
/**
 * @param ids of images, snapshots and instances
 * @returns each kind with its number, e.g. `2 images, 1 snapshot and 1 instance`; `nothing` when there are none
 */
function howManyOfEach(ids) {
    const kinds = [
        ['ami-', 'image'],
        ['snap-', 'snapshot'],
        ['i-', 'instance'],
    ];
    const counted = kinds.flatMap(([prefix, noun]) => {
        const count = ids.filter((id) => id.startsWith(prefix)).length;
        return count === 0 ? [] : [howMany(count, noun)];
    });
    const last = counted.pop();
    if (last === undefined)
        return 'nothing';
    return counted.length === 0 ? last : `${counted.join(', ')} and ${last}`;
}
/** IDs of what the plan removes. */
function goingIn({ judged = [], loose = [] }) {
    return [
        ...judged.flatMap(({ verdict, image }) => (verdict === 'remove' ? [image.id] : [])),
        ...loose.flatMap(({ verdict, id }) => (verdict === 'remove' ? [id] : [])),
    ];
}


/***/ })

};
