export const id = 503;
export const ids = [503];
export const modules = {

/***/ 4020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ consoleUrl),
/* harmony export */   n: () => (/* binding */ consoleSuffix)
/* harmony export */ });
/**
 * The console of each partition, by the form of its Region names. The other partitions (`us-iso-`, `us-isob-`,
 * `eu-isoe-`, `us-isof-`) have no console with a public address.
 */
const consoles = [
    { regions: /^cn-[a-z]+-\d+$/, domain: 'console.amazonaws.cn' },
    { regions: /^us-gov-[a-z]+-\d+$/, domain: 'console.amazonaws-us-gov.com' },
    { regions: /^eusc-[a-z]+-[a-z]+-\d+$/, domain: 'console.amazonaws-eusc.eu' },
    { regions: /^[a-z]{2}-[a-z]+-\d+$/, domain: 'console.aws.amazon.com' },
];
/** Where the EC2 console shows one resource, by the prefix of the resource's ID. */
const views = new Map([
    ['ami', 'ImageDetails:imageId'],
    ['snap', 'SnapshotDetails:snapshotId'],
    ['i', 'InstanceDetails:instanceId'],
    ['vol', 'VolumeDetails:volumeId'],
]);
/**
 * The address of an AMI, a snapshot, an instance or a volume in the AWS console.
 * Undefined where the console's address is not known, and for whatever is not an ID of these: no link is
 * better than a wrong one.
 */
function consoleUrl(region, id) {
    const domain = consoles.find(({ regions }) => regions.test(region))?.domain;
    const prefix = /^([a-z]+)-[0-9a-f]+$/.exec(id)?.[1];
    const view = prefix === undefined ? undefined : views.get(prefix);
    if (domain === undefined || view === undefined)
        return undefined;
    return `https://${region}.${domain}/ec2/home?region=${region}#${view}=${id}`;
}
/** What a line of the log about a resource ends in: `: https://…`, or nothing where there is no address. */
function consoleSuffix(region, id) {
    const address = consoleUrl(region, id);
    return address === undefined ? '' : `: ${address}`;
}


/***/ }),

/***/ 4463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ explain)
/* harmony export */ });
/* unused harmony export decodeAuthorizationMessage */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7594);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6762);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4608);
/**
 * Says why AWS denied a call, where EC2 tells it in encoded form only: STS decodes it for those who may know.
 *
 * The SDK's client for STS is loaded when there is something to decode, which is hardly ever.
 */



/** It is only an explanation: nobody waits for it longer than this, which an API that takes 5 seconds for a call keeps. */
const attemptSeconds = 6;
/** STS API Reference, DecodeAuthorizationMessage. */
const longestEncodedMessage = 10_240;
/** Session names, resources and statement IDs may be of any length; the sentence should not. */
const longestPart = 200;
/**
 * @param error whatever ended a bake
 * @returns the error with the decoded reason in its message, and a remedy that fits it. The same error when there is
 * nothing to decode, or sts:DecodeAuthorizationMessage is not allowed, or STS does not answer in time.
 */
async function explain(error, sts, signal) {
    if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BakeError */ .oU))
        return error;
    const refusal = refusalBelow(error);
    if (refusal === undefined)
        return error;
    const explanation = await decodeAuthorizationMessage(refusal.encoded, sts, signal);
    if (explanation === undefined)
        return error;
    const { sentence, denial } = explanation;
    // EC2 says openly what was denied, or nothing at all. In the first case the remedy is made of that already.
    const saidOpenly = (0,_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .denialIn */ .Hn)(refusal.message) !== undefined && error.remedy !== undefined;
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BakeError */ .oU(`${error.message}\n${sentence}`, {
        cause: error.cause,
        remedy: saidOpenly ? error.remedy : (0,_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .permissionRemedy */ .uF)(denial, (0,_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .callOf */ .C8)(error), featureOf(error)),
    });
}
/**
 * @param encoded what EC2 calls "Encoded authorization failure message"
 * @returns undefined, quietly, when it cannot be decoded
 */
async function decodeAuthorizationMessage(encoded, sts, signal) {
    if (encoded.length > longestEncodedMessage)
        return undefined;
    try {
        const { DecodeAuthorizationMessageCommand } = await __webpack_require__.e(/* import() */ 510).then(__webpack_require__.bind(__webpack_require__, 5510));
        const command = new DecodeAuthorizationMessageCommand({ EncodedMessage: encoded });
        const { DecodedMessage } = await sts.send(command, { signal, patienceSeconds: 0, attemptSeconds });
        return explanationOf(JSON.parse(DecodedMessage ?? ''));
    }
    catch {
        return undefined;
    }
}
function featureOf(error) {
    return error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .AwsFailure */ .OQ ? error.feature : undefined;
}
/** The first of an error's causes that carries an encoded message. */
function refusalBelow({ cause }) {
    let error = cause;
    for (let depth = 0; error instanceof Error && depth < 10; depth += 1) {
        const { message } = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .awsErrorFacts */ .ZR)(error);
        const encoded = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .encodedRefusalIn */ .iW)(message);
        if (encoded !== undefined)
            return { message, encoded };
        error = error.cause;
    }
    return undefined;
}
function explanationOf({ explicitDeny, matchedStatements, context }) {
    const action = part(context?.action);
    if (action === undefined)
        return undefined;
    const resource = part(context?.resource);
    const who = part(context?.principal?.arn) ?? part(context?.principal?.id) ?? 'the caller';
    const what = resource === undefined ? action : `${action} on ${resource}`;
    const denied = String(explicitDeny) === 'true';
    const ids = statementIds(matchedStatements);
    const named = ids.length === 0 ? '' : ` (${ids.length === 1 ? 'statement' : 'statements'} ${ids.join(', ')})`;
    return {
        sentence: denied
            ? `Decoded: a policy${named} denies ${what} to ${who} explicitly.`
            : `Decoded: no policy allows ${what} to ${who}.`,
        denial: { action, resource, ...(denied ? { deniedBy: `policy${named}` } : {}) },
    };
}
/** Statements need not have an ID; then it is empty. */
function statementIds(matched) {
    const items = Array.isArray(matched?.items) ? matched.items : [];
    return items.flatMap(({ statementId }) => part(statementId) ?? []);
}
function part(value) {
    if (typeof value !== 'string' || value === '')
        return undefined;
    return value.length > longestPart ? `${value.slice(0, longestPart)}…` : value;
}


/***/ }),

/***/ 5412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ updateComment)
});

// EXTERNAL MODULE: ./lib/base/errors.js
var errors = __webpack_require__(7594);
// EXTERNAL MODULE: ./lib/image/of-pull-request.js
var of_pull_request = __webpack_require__(6482);
// EXTERNAL MODULE: ./lib/github/octokit.js + 1 modules
var github_octokit = __webpack_require__(4413);
// EXTERNAL MODULE: ./lib/aws/console.js
var console = __webpack_require__(4020);
// EXTERNAL MODULE: ./lib/base/units.js
var units = __webpack_require__(8714);
// EXTERNAL MODULE: ./lib/image/share/grantees.js
var grantees = __webpack_require__(1096);
// EXTERNAL MODULE: ./lib/github/report/markdown.js
var markdown = __webpack_require__(4629);
// EXTERNAL MODULE: ./lib/github/sanitise.js
var sanitise = __webpack_require__(589);
// EXTERNAL MODULE: ./lib/aws/id-forms.js
var id_forms = __webpack_require__(5270);
;// CONCATENATED MODULE: ./lib/github/comment/marker.js
/** The hidden line by which a comment is found again: of which family it is, and which run wrote it last. */

/** Somebody who may edit the comment does not send a step around the world. */
const mostRegions = 10;
/** First in the comment. An HTML comment, which must not hold `--` (GitHub Flavored Markdown, "Raw HTML"). */
function markerLine({ family, runId, runAttempt, regions }) {
    const name = encodeURIComponent(family.toWellFormed()).replaceAll('-', '%2D');
    return `<!-- bake-ami family=${name} run=${runId}.${runAttempt} regions=${regions.join(',')} -->`;
}
/** @returns undefined for what does not begin with a marker */
function markerOf(body) {
    const [, name, runId, runAttempt, regions = ''] = /^<!-- bake-ami family=([\w%.!~*'()]*) run=(\d{1,20})\.(\d{1,9}) regions=([\w,-]*) -->/.exec(body) ?? [];
    if (name === undefined || runId === undefined || runAttempt === undefined)
        return undefined;
    try {
        return { family: decodeURIComponent(name), runId, runAttempt, regions: knownRegions(regions) };
    }
    catch {
        return undefined;
    }
}
function knownRegions(list) {
    return list
        .split(',')
        .filter((region) => id_forms/* regionForm */.lB.test(region))
        .slice(0, mostRegions);
}
/** Whether the one was written by a later run, or a later attempt of the same one, than the other. */
function isNewer(one, other) {
    const [a, b] = [BigInt(one.runId), BigInt(other.runId)];
    return a > b || (a === b && Number(one.runAttempt) > Number(other.runAttempt));
}

;// CONCATENATED MODULE: ./lib/github/comment/body.js
/** What a comment says of the images of a pull request, as Markdown. Text from outside has no meaning in it. */







/** GitHub takes 65,536 characters ("Body is too long", easybuilders/easybuild-easyconfigs#24647). */
const mostCharacters = 65_000;
const mostRows = 20;
/** With as many images as there is room for. */
function commentBody(facts) {
    for (let rows = Math.min(mostRows, facts.images.length); rows > 0; rows -= 1) {
        const body = bodyWith(facts, rows);
        if (body.length <= mostCharacters)
            return body;
    }
    return bodyWith(facts, 0);
}
function bodyWith(facts, rows) {
    const { marker, images, workflow } = facts;
    const more = images.length - rows;
    const sections = [
        `${markerLine(marker)}\n### Images of ${(0,markdown/* literal */.eu)((0,markdown/* cut */.Jj)(marker.family, 200))}`,
        failure(facts),
        rows === 0 ? undefined : imageTable(facts, images.slice(0, rows)),
        images.length === 0 ? 'There is no image.' : more === 0 ? undefined : `${more} more are not listed here.`,
        unseen(facts),
        consoleTail(facts),
        closing(workflow),
    ];
    return sections.filter((section) => section !== undefined).join('\n\n');
}
/** The runner masks secrets in logs and summaries, and many keep their account IDs as such: nobody masks a comment. */
function withoutAccountIds(text) {
    return text.replace(/(?<!\d)\d{12}(?!\d)/g, '************');
}
function failure({ failure }) {
    if (failure === undefined)
        return undefined;
    const [first = '', ...rest] = (0,markdown/* prose */.CS)((0,markdown/* cut */.Jj)(withoutAccountIds((0,errors/* messageWithRemedy */.ug)(failure.error)), 1000));
    return [`❌ <b>${(0,markdown/* literal */.eu)(failure.title)}</b>`, '', first, ...rest].join('\n');
}
function imageTable(facts, images) {
    const header = ['AMI', 'Region', 'Size', 'Tested', 'Shared and promoted to', 'State'];
    const rows = images.map((image) => [
        nameOf(image),
        (0,markdown/* code */.aY)(image.region),
        image.sizeGiB === undefined ? '' : (0,units/* gibibytes */.pn)(image.sizeGiB),
        tested(image, facts),
        [sharedWith(image, facts), ...promotedTo(image, facts)].filter((part) => part !== '').join('<br>'),
        state(image),
    ]);
    return (0,markdown/* table */.tp)(header, rows, [2]);
}
/** Links to what was removed lead nowhere. */
function nameOf({ region, id, name, removedAt }) {
    const shown = removedAt === undefined ? (0,markdown/* link */.nf)((0,markdown/* code */.aY)(id), (0,console/* consoleUrl */.B)(region, id)) : (0,markdown/* code */.aY)(id);
    return name === '' ? shown : `${shown}<br>${(0,markdown/* literal */.eu)((0,markdown/* cut */.Jj)(name, 128))}`;
}
function tested(image, { test }) {
    const before = testedBefore(image);
    if (test?.imageId !== image.id)
        return before;
    const { judgement, bootSeconds } = test;
    const boot = bootSeconds === undefined ? '' : `, booted in ${(0,units/* duration */.p0)(bootSeconds * 1000)}`;
    if (judgement === 'passed')
        return `✅ passed${boot}`;
    const reason = test.reason === undefined ? '' : `: ${(0,markdown/* literal */.eu)((0,markdown/* cut */.Jj)(withoutAccountIds(test.reason), 300))}`;
    if (judgement === 'failed')
        return `❌ failed${boot}${reason}`;
    return `⚠️ not judged${boot}${reason}${image.tested === undefined ? '' : `<br>before: ${before}`}`;
}
/** Anybody who may tag the image can write anything into the tag. */
function testedBefore({ tested }) {
    if (tested === undefined)
        return 'not tested';
    const [, judgement, time] = /^(passed|failed)(?: (\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?Z))?$/.exec(tested) ?? [];
    if (judgement === undefined)
        return (0,markdown/* literal */.eu)((0,markdown/* cut */.Jj)(tested, 60));
    const at = time === undefined ? '' : `, ${timeOf(Date.parse(time))}`;
    return `${judgement === 'passed' ? '✅' : '❌'} ${judgement}${at}`;
}
/** How many, not who: comments in public repositories are public. */
function sharedWith(image, { shared, own }) {
    const isOwn = own.has(image.id) && shared !== undefined;
    const everyone = image.public || (isOwn && shared.public);
    const whom = isOwn ? (0,grantees/* describeGrantees */.t2)(shared) : '';
    return [everyone ? '<b>everyone</b>' : '', (0,markdown/* literal */.eu)(whom)].filter((part) => part !== '').join(', ');
}
const mostPointers = 10;
function promotedTo({ id, region }, { pointers, own }) {
    if (!own.has(id))
        return [];
    const names = pointers
        .filter((pointer) => pointer.region === region)
        .map(({ name }) => (0,markdown/* code */.aY)((0,markdown/* cut */.Jj)(name, 150)));
    const more = names.length - mostPointers;
    return more > 0 ? [...names.slice(0, mostPointers), `and ${more} more`] : names;
}
function state({ state, removedAt, unknown }) {
    if (removedAt !== undefined)
        return `🗑️ removed at ${timeOf(removedAt)}`;
    return (0,markdown/* literal */.eu)(unknown ?? state);
}
function unseen({ unseen }) {
    if (unseen.length === 0)
        return undefined;
    const lines = unseen.map(({ region, problem }) => `${(0,markdown/* code */.aY)(region)} (${(0,markdown/* literal */.eu)((0,markdown/* cut */.Jj)(withoutAccountIds(problem), 300))})`);
    return `⚠️ EC2 could not be asked for the images in ${lines.join(', ')}: this comment may lack some.`;
}
const tailLines = 100;
const tailCharacters = 15_000;
function consoleTail({ test }) {
    const lines = test?.consoleTail ?? [];
    if (test === undefined || test.judgement === 'passed' || lines.length === 0)
        return undefined;
    const tail = (0,sanitise/* sanitise */.t)(lines.slice(-tailLines).join('\n')).slice(-tailCharacters).toWellFormed();
    return (0,markdown/* details */.zH)(`The end of the console of ${(0,markdown/* code */.aY)(test.imageId)}'s test`, (0,markdown/* codeBlock */.DV)('', tail));
}
function closing({ runUrl, runNumber, runAttempt, workflow, sha }) {
    const name = (0,markdown/* cut */.Jj)(workflow, 100);
    const run = `${(0,markdown/* literal */.eu)(name === '' ? 'Run' : name)} &#35;${(0,markdown/* literal */.eu)(runNumber)}, attempt ${(0,markdown/* literal */.eu)(runAttempt)}`;
    return `<sub>${(0,markdown/* link */.nf)(run, runUrl)} at commit ${(0,markdown/* code */.aY)(sha.slice(0, 7))}, by bake-ami</sub>`;
}
function timeOf(time) {
    return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

;// CONCATENATED MODULE: ./lib/github/comment/viewer.js

/** Whom GITHUB_TOKEN belongs to. */
const actionsBot = 'github-actions[bot]';
/**
 * The login of the token's own user. GITHUB_TOKEN may not ask `GET /user` (actions/create-github-app-token#258); GraphQL
 * answers tokens of people and of apps, the latter with `[bot]` (fullsend-ai/fullsend#1953).
 * @returns that of GITHUB_TOKEN where GraphQL does not tell
 */
async function ownLogin(octokit, environment) {
    try {
        const { data } = await octokit.request(`POST ${(0,github_octokit/* graphqlUrl */.X)(environment)}`, {
            query: '{ viewer { login } }',
        });
        const login = data?.data?.viewer?.login;
        return typeof login === 'string' && login !== '' ? login : actionsBot;
    }
    catch {
        // Where GitHub does not answer at all, the next request says so.
        return actionsBot;
    }
}

;// CONCATENATED MODULE: ./lib/github/comment/write.js

/** A change is not repeated blindly: after a lost answer the comment may be there. */
const pausesSeconds = [1, 2];
/**
 * @returns `newer` where a newer run has written the comment, which then stays as it is
 * @throws what GitHub refuses, and what does not pass
 */
async function writeComment(writing) {
    for (const seconds of pausesSeconds) {
        try {
            return await write(writing);
        }
        catch (error) {
            writing.signal.throwIfAborted();
            if (!isPassing(error))
                throw error;
            await writing.clock.sleep(seconds * 1000, writing.signal);
        }
    }
    return write(writing);
}
/** Octokit gives 500 to what got no answer. Requests that only read have been repeated already. */
function isPassing(error) {
    if (!isRequestError(error))
        return false;
    return error.status >= 500 && error.request?.method !== 'GET';
}
/** Octokit's RequestError: an `instanceof` would load it at each start. */
function isRequestError(error) {
    return error instanceof Error && 'status' in error && typeof error.status === 'number';
}
async function write(writing) {
    const found = await ofFamily(writing);
    if (found.length > 0)
        return update(writing, found);
    await create(writing);
    // Another step may have made one at the same time: the older one stays.
    const all = await ofFamily(writing);
    if (all.length > 1)
        await update(writing, all);
    return 'made';
}
async function create({ octokit, workflow, pullRequest, body }) {
    const { owner, repo } = workflow;
    await octokit.rest.issues.createComment({ owner, repo, issue_number: pullRequest, body });
}
/** @param comments the oldest first, at least one */
async function update(writing, [oldest, ...younger]) {
    if (oldest === undefined)
        return 'unchanged';
    const { octokit, workflow, marker, body } = writing;
    const { owner, repo } = workflow;
    const newer = [oldest, ...younger].some((comment) => isNewer(comment.marker, marker));
    const changes = !newer && oldest.body !== body;
    if (changes)
        await octokit.rest.issues.updateComment({ owner, repo, comment_id: oldest.id, body });
    for (const comment of younger) {
        if (!isNewer(comment.marker, marker))
            await remove(writing, comment);
    }
    if (newer)
        return 'newer';
    return changes ? 'updated' : 'unchanged';
}
/** The step that lost the race may remove it as well. */
async function remove({ octokit, workflow }, { id }) {
    const { owner, repo } = workflow;
    await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id }).catch((error) => {
        if (!isRequestError(error) || error.status !== 404)
            throw error;
    });
}
/** Those of this family, the oldest first. */
async function ofFamily(writing) {
    const comments = await ownComments(writing);
    return comments.filter(({ marker }) => marker.family === writing.marker.family);
}
/** Those that bear a marker and that the token's own user has written, the oldest first. */
async function ownComments(place) {
    const comments = [];
    for (let page = 1; page <= mostPages; page += 1) {
        const { data, headers } = await list(place, page);
        comments.push(...data.flatMap((comment) => ownComment(comment, place)));
        if (data.length < pageSize && !headers.link?.includes('rel="next"'))
            break;
    }
    return comments.sort((a, b) => a.id - b.id);
}
const pageSize = 100;
/** GitHub takes 2,500 comments for an issue ("Commenting is disabled on issues with more than 2500 comments"). */
const mostPages = 100;
function list({ octokit, workflow, pullRequest }, page) {
    const { owner, repo } = workflow;
    return octokit.rest.issues.listComments({
        owner,
        repo,
        issue_number: pullRequest,
        per_page: pageSize,
        page,
    });
}
function ownComment({ id, body = '', user }, { login }) {
    const marker = user?.login === login ? markerOf(body) : undefined;
    return marker === undefined ? [] : [{ id, body, marker }];
}

;// CONCATENATED MODULE: ./lib/github/comment/update.js
/** Keeps one comment for each family of images in the pull request up to date. It never fails the step. */






/** Whoever waits for the step waits no longer than this for its comment. */
const limitSeconds = 20;
/**
 * Writes the comments that the step has something to say in: at its end, whether it went well or not. Outside of a pull
 * request, and where nothing is asked for, nobody is called.
 */
async function updateComment(run, options) {
    const { log, workflow, signal } = run;
    if (!options.comment)
        return;
    if (workflow.pr === undefined)
        return log.info('No comment: this run is not of a pull request.');
    if (signal.aborted)
        return log.info('No comment: the step was cancelled.');
    if (options.githubToken === '')
        return warn(run, 'the input `github-token` is empty');
    try {
        await withinLimit(run, (limited) => comment(limited, options, workflow.pr ?? 0));
    }
    catch (error) {
        warn(run, problemOf(error));
    }
}
function warn({ log, workflow }, problem) {
    log.warning(`The comment in pull request ${workflow.pr} could not be written: ${problem}.`, 'Comment');
}
/** @param work gets a run whose signal is aborted when time is up */
async function withinLimit(run, work) {
    const limit = new AbortController();
    const done = new AbortController();
    run.clock.sleep(limitSeconds * 1000, done.signal).then(() => limit.abort(new Error(`GitHub and EC2 did not answer within ${limitSeconds} seconds`)), () => undefined);
    try {
        await work({ ...run, signal: AbortSignal.any([run.signal, limit.signal]) });
    }
    catch (error) {
        run.signal.throwIfAborted();
        limit.signal.throwIfAborted();
        throw error;
    }
    finally {
        done.abort();
    }
}
async function comment(run, options, pullRequest) {
    const { workflow, clock, signal, log } = run;
    if (!hasToTell(options))
        return log.info('No comment: there is nothing of this pull request to tell.');
    const { githubToken: token, environment, fetch } = options;
    const octokit = await (0,github_octokit/* octokitOf */.R)({ token, environment, signal, clock, ...(fetch && { fetch }) });
    const login = await ownLogin(octokit, environment);
    const place = { octokit, login, workflow, pullRequest };
    for (const { marker, body } of await bodies(run, options, place)) {
        const written = await writeComment({ ...place, marker, body, clock, signal });
        log.info(`Comment in pull request ${pullRequest}, family ${marker.family}: ${words[written]}`);
    }
}
function hasToTell({ family, failure, images = [], removed = [] }) {
    return family !== undefined || failure !== undefined || images.length + removed.length > 0;
}
/** What each of the families' comments is to say. */
async function bodies(run, options, place) {
    const { images = [], removed = [], pointers = [] } = options;
    const { runId, runAttempt } = run.workflow;
    const comments = await ownComments(place);
    const regions = [
        run.region,
        ...(options.regions ?? []),
        ...comments.flatMap(({ marker }) => marker.regions),
    ];
    const seen = await (0,of_pull_request/* imagesOfPullRequest */.QM)(run, { regions, ids: images });
    const shown = shownImages(run, seen, options);
    const own = new Set([...images, ...removed].map(({ id }) => id));
    return familiesOf(run, shown, own, options).map((family) => {
        const ofFamily = shown.filter((image) => familyOf(run, image, own, options.family) === family);
        const marker = { family, runId, runAttempt, regions: regionsOf(ofFamily, seen) };
        const facts = { ...options, marker, workflow: run.workflow, own, pointers, images: ofFamily };
        return { marker, body: commentBody({ ...facts, unseen: seen.unseen }) };
    });
}
/** Where a later step finds them; a Region that could not be asked this time may have some. */
function regionsOf(images, { unseen }) {
    const there = images.filter(({ removedAt }) => removedAt === undefined);
    return [...new Set([...there, ...unseen].map(({ region }) => region))];
}
const words = {
    made: 'made',
    updated: 'updated',
    unchanged: 'it says all this already',
    newer: 'left alone, a newer run has written it',
};
/** Those of the step first, then the newest first; of the step's own that of the home Region first. */
function shownImages(run, seen, { images = [], removed = [] }) {
    const now = run.clock.now();
    const gone = removed.map((image) => ({ ...image, removedAt: now }));
    const there = seen.images.filter(({ id }) => !gone.some((image) => image.id === id));
    const missing = images
        .filter(({ id }) => ![...gone, ...there].some((image) => image.id === id))
        .map((image) => ({ ...nothingKnown, ...image, createdAt: now, unknown: whyUnknown(image, seen) }));
    const rank = ({ id, region }) => {
        if (![...images, ...removed].some((image) => image.id === id))
            return 2;
        return region === run.region ? 0 : 1;
    };
    return [...missing, ...gone, ...there].sort((a, b) => rank(a) - rank(b) || b.createdAt - a.createdAt);
}
const nothingKnown = {
    name: '',
    state: '',
    sizeGiB: undefined,
    family: undefined,
    tested: undefined,
    public: false,
};
function whyUnknown({ region }, { unseen }) {
    return unseen.some((each) => each.region === region) ? 'not known' : 'EC2 shows no image of this account';
}
function familyOf({ workflow }, image, own, family) {
    return (own.has(image.id) ? family : undefined) ?? image.family ?? workflow.repo;
}
/** Those that the step is about. What fails before there is an image is about the repository's own. */
function familiesOf(run, shown, own, { family, failure }) {
    if (family !== undefined)
        return [family];
    const families = shown.filter(({ id }) => own.has(id)).map((image) => familyOf(run, image, own));
    if (families.length === 0 && failure !== undefined)
        return [run.workflow.repo];
    return [...new Set(families)];
}
/** What GitHub says, and what may help. Octokit hides the token in its errors; their message does not have it at all. */
function problemOf(error) {
    const message = (0,errors/* messageOf */.bD)(error).replace(/[.\s]+$/, '');
    const status = error instanceof Error && 'status' in error ? Number(error.status) : undefined;
    // GitHub says 403 of rate limits and locked conversations as well.
    if (status === 403 && /rate limit|locked/i.test(message))
        return `GitHub answered 403 ${message}`;
    if (status === 403 || status === 404)
        return `GitHub answered ${status} ${message}. ${permissionRemedy}`;
    if (status === 401)
        return `GitHub answered 401 ${message}. Correct the input \`github-token\``;
    return message;
}
const permissionRemedy = 'Give the job `permissions: { pull-requests: write }`; the tokens of pull requests from forks and of Dependabot can only read';


/***/ }),

/***/ 7082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $V: () => (/* binding */ quotesHint),
/* harmony export */   Nm: () => (/* binding */ accountHint),
/* harmony export */   lS: () => (/* binding */ accountId)
/* harmony export */ });
/* harmony import */ var _image_share_grantees_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1096);
/* harmony import */ var _given_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9240);


/** An AWS account ID. */
const accountId = (text, report) => {
    if (_image_share_grantees_js__WEBPACK_IMPORTED_MODULE_0__/* .accountForm */ .CJ.test(text))
        return text;
    const hint = accountHint(text);
    report(`${(0,_given_js__WEBPACK_IMPORTED_MODULE_1__/* .given */ .gI)(text)} is not an account ID, which has exactly 12 digits${hint === undefined ? '' : `. ${hint}`}`);
    return undefined;
};
/** What may have happened to an account ID on its way, as far as can be told; a sentence without its stop. */
function accountHint(text) {
    return quotesHint(text, (bare) => _image_share_grantees_js__WEBPACK_IMPORTED_MODULE_0__/* .accountForm */ .CJ.test(bare)) ?? digitsHint(text) ?? separatorsHint(text);
}
/** What to do about quotes around what would be right without them. */
function quotesHint(text, isRight) {
    const bare = text.replace(/^(["'`])(.*)\1$/, '$2');
    if (bare === text || !isRight(bare))
        return undefined;
    return `The quotes are part of the value here: leave them out, \`${bare}\``;
}
function digitsHint(text) {
    if (!/^\d+$/.test(text))
        return undefined;
    const digits = `It has ${text.length} ${text.length === 1 ? 'digit' : 'digits'}`;
    if (text.length > 12)
        return digits;
    const whole = text.padStart(12, '0');
    return `${digits}: YAML drops the leading zeros of a number without quotes. If it is \`${whole}\`, write \`"${whole}"\``;
}
function separatorsHint(text) {
    // As the console shows it, and as spreadsheets do.
    const joined = text.replaceAll('-', '');
    if (joined !== text && _image_share_grantees_js__WEBPACK_IMPORTED_MODULE_0__/* .accountForm */ .CJ.test(joined))
        return `Write it without hyphens: \`${joined}\``;
    if (/^\d{12}(?:[\s;|]+\d{12})+$/.test(text))
        return 'Separate several by commas or line ends';
    return undefined;
}


/***/ }),

/***/ 7546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ input)
/* harmony export */ });
/** @returns the input, its type told by its parser */
function input(name, parse, rest) {
    return { name, parse, ...rest };
}


/***/ }),

/***/ 3041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ anyText),
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   Gx: () => (/* binding */ minutes),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   S3: () => (/* binding */ itemsOf),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   yL: () => (/* binding */ oneOf),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/* harmony import */ var _given_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9240);
/** What inputs can hold. The kinds that know more than a form have a file each, beside this one. */

/** As the core schema of YAML 1.2 writes them (section 10.3.2), and `getBooleanInput` of @actions/core reads them. */
const boolean = (text, report) => {
    if (/^(?:true|True|TRUE)$/.test(text))
        return true;
    if (/^(?:false|False|FALSE)$/.test(text))
        return false;
    report(`${(0,_given_js__WEBPACK_IMPORTED_MODULE_0__/* .given */ .gI)(text)} is neither \`true\` nor \`false\``);
    return undefined;
};
/** One of a few words. */
function oneOf(...words) {
    return (text, report) => {
        const found = words.find((word) => word === text);
        if (found === undefined)
            report(`${(0,_given_js__WEBPACK_IMPORTED_MODULE_0__/* .given */ .gI)(text)} is not accepted: it takes ${choice(words)}`);
        return found;
    };
}
/** Self-hosted jobs may run for 5 days; nothing that a bake waits for takes a week. */
const mostMinutes = 7 * 24 * 60;
/** A time in minutes: more than 0, at most a week, in plain decimal notation. */
const minutes = (text, report) => {
    const value = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
    if (value > 0 && value <= mostMinutes)
        return value;
    report(`${(0,_given_js__WEBPACK_IMPORTED_MODULE_0__/* .given */ .gI)(text)} is not accepted: it takes a number of minutes above 0 and up to ${mostMinutes} (7 days), ` +
        'such as `90` or `2.5`');
    return undefined;
};
/** Any text. */
const anyText = (text) => text;
/** Of the kind, or undefined when the input is empty. */
function optional(kind) {
    return (text, report) => (text === '' ? undefined : kind(text, report));
}
/** A whole number in plain decimal notation. */
function wholeNumber({ least, most }) {
    return (text, report) => {
        const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
        if (value >= least && value <= most)
            return value;
        report(`${(0,_given_js__WEBPACK_IMPORTED_MODULE_0__/* .given */ .gI)(text)} is not accepted: it takes a whole number from ${least} to ${most}`);
        return undefined;
    };
}
/** Lines that say something, each once: commas are part of them. */
const lines = (text) => [...new Set(linesOf(text))];
/** Items separated by commas or line ends, each once. */
function listOf(item) {
    return (text, report) => {
        const parsed = itemsOf(text).map((part) => item(part, report));
        return [...new Set(parsed.filter((value) => value !== undefined))];
    };
}
/** What commas and line ends separate: not empty, no comment; trimmed. */
function itemsOf(text) {
    return linesOf(text)
        .flatMap((line) => line.split(','))
        .map((item) => item.trim())
        .filter((item) => item !== '');
}
/** The lines that say something: not empty, no comment; trimmed. */
function linesOf(text) {
    const lines = text.split(/[\r\n]+/).map((line) => line.trim());
    return lines.filter((line) => line !== '' && !line.startsWith('#'));
}
/** `a`, `b`, or `c`, each as code. */
function choice(words) {
    return new Intl.ListFormat('en-US', { type: 'disjunction' }).format(words.map((word) => `\`${word}\``));
}


/***/ }),

/***/ 1417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ readInputs)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6784);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7594);
/* harmony import */ var _given_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9240);
/** Reads the inputs of an action, all of them once and before anything else happens. */



/**
 * Reads and checks whatever can be checked without a call.
 * @throws ProblemsError with everything that is wrong, each problem naming its input, in the order of the table
 */
function readInputs(table, { environment, check, mask = _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq }) {
    const problems = [];
    const read = Object.entries(table).map(([key, input]) => {
        const report = (problem) => problems.push({ input: input.name, problem });
        return [key, readOne(input, environment, report, mask)];
    });
    const known = Object.fromEntries(read);
    problems.push(...conflictsOf(table, known), ...(check?.(known) ?? []));
    if (problems.length > 0)
        throw problemsError(table, problems);
    // Whatever is missing has been reported.
    return known;
}
function readOne(input, environment, report, mask) {
    const { text, variable } = sourceOf(input, environment);
    if (text === '' && input.required) {
        report('it is required, and nothing was given. If the workflow gives an expression, it is empty: check the names in it');
        return undefined;
    }
    const isSecret = input.secret === true && text !== '';
    if (isSecret)
        mask(text);
    const prefix = variable === undefined ? '' : `environment variable \`${variable}\`: `;
    return input.parse(text || (input.default ?? ''), (problem) => report(prefix + (isSecret ? problem.replaceAll(text, _given_js__WEBPACK_IMPORTED_MODULE_2__/* .hidden */ .R) : problem)));
}
/** Where the text comes from: the input itself, else the first of its environment variables that holds something. */
function sourceOf({ name, environment: variables = [], defaultExpression }, environment) {
    // As @actions/core does, and the runner before it.
    const filledIn = textOf(environment, `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`);
    // Programs that stand in for the runner may hand on the expression as it stands in action.yml.
    const given = filledIn === defaultExpression ? '' : filledIn;
    const variable = given === '' ? variables.find((one) => textOf(environment, one) !== '') : undefined;
    return variable === undefined ? { text: given } : { text: textOf(environment, variable), variable };
}
/** GitHub gives an expression without a value as an empty text: empty is the same as not given. */
function textOf(environment, name) {
    return environment[name]?.trim() ?? '';
}
/** An input that could not be read has no conflicts of its own. */
function conflictsOf(table, known) {
    return Object.entries(table).flatMap(([key, { name, conflicts }]) => {
        const value = known[key];
        if (conflicts === undefined || value === undefined)
            return [];
        // The value is what the parser of this very input made; the table has what its conflicts look at.
        return conflicts(value, known).map((problem) => ({ input: name, problem }));
    });
}
/** In the order of the table, whichever check found them. */
function problemsError(table, problems) {
    const names = Object.values(table).map(({ name }) => name);
    const inOrder = problems.toSorted((one, other) => names.indexOf(one.input) - names.indexOf(other.input));
    const count = inOrder.length === 1 ? 'a problem' : `${inOrder.length} problems`;
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemsError */ .FQ(`The inputs have ${count}`, inOrder.map(({ input, problem }) => `input \`${input}\`: ${(0,_given_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutSecrets */ .cT)(problem)}`));
}


/***/ }),

/***/ 4245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ region)
/* harmony export */ });
/* harmony import */ var _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5270);
/* harmony import */ var _given_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9240);


/** The code of an AWS Region, checked by its form. */
const region = (text, report) => {
    if (_aws_id_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .regionForm */ .lB.test(text))
        return text;
    report(text === '' ? missing : `${(0,_given_js__WEBPACK_IMPORTED_MODULE_0__/* .given */ .gI)(text)} is not the code of a Region, such as \`eu-west-1\`${hint(text)}`);
    return undefined;
};
const missing = 'no Region is known. Set this input, or the environment variable `AWS_REGION` or `AWS_DEFAULT_REGION`; ' +
    'aws-actions/configure-aws-credentials sets both';
function hint(text) {
    const [zonesRegion] = /^([a-z]+(?:-[a-z]+){1,2}-[1-9][0-9]?)(?:[a-z]|-.+)$/.exec(text)?.slice(1) ?? [];
    if (zonesRegion && _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .regionForm */ .lB.test(zonesRegion))
        return `. That is a zone: its Region is \`${zonesRegion}\``;
    const lowerCase = text.toLowerCase();
    if (_aws_id_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .regionForm */ .lB.test(lowerCase))
        return `. Write it in lower case: \`${lowerCase}\``;
    return '';
}


/***/ }),

/***/ 2640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DL: () => (/* binding */ timeoutMinutes),
/* harmony export */   Im: () => (/* binding */ comment),
/* harmony export */   Ny: () => (/* binding */ region),
/* harmony export */   PA: () => (/* binding */ dryRun),
/* harmony export */   Y_: () => (/* binding */ roleToAssume),
/* harmony export */   bU: () => (/* binding */ githubToken),
/* harmony export */   qS: () => (/* binding */ allowedAccountIds)
/* harmony export */ });
/* harmony import */ var _account_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7082);
/* harmony import */ var _input_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7546);
/* harmony import */ var _parsers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3041);
/* harmony import */ var _region_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4245);
/* harmony import */ var _role_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9393);
/** The inputs that every action has, the same names and meanings in all of them. */





/** The code of the Region that the action works in. */
const region = (0,_input_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .h)('aws-region', _region_js__WEBPACK_IMPORTED_MODULE_2__/* .region */ .N, {
    environment: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
    plan: 'none',
});
/** The ARN of the role that the action assumes itself; undefined where the workflow provides the credentials. */
const roleToAssume = (0,_input_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .h)('role-to-assume', _role_js__WEBPACK_IMPORTED_MODULE_3__/* .role */ .J, { plan: 'none' });
/** Accounts that the action may run in; any when empty. */
const allowedAccountIds = (0,_input_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .h)('allowed-account-ids', (0,_parsers_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(_account_id_js__WEBPACK_IMPORTED_MODULE_0__/* .accountId */ .lS), {
    plan: 'none',
});
/** For all that the action does: more than 0, at most 7 days. */
function timeoutMinutes(standard) {
    return (0,_input_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .h)('timeout-minutes', _parsers_js__WEBPACK_IMPORTED_MODULE_1__/* .minutes */ .Gx, { default: standard, plan: 'none' });
}
/** Whether to check and plan only, and to change nothing. */
function dryRun(standard) {
    return (0,_input_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .h)('dry-run', _parsers_js__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zM, { default: standard, plan: 'none' });
}
/** Whether to keep one comment in the pull request up to date. */
const comment = (0,_input_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .h)('comment', _parsers_js__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zM, { default: 'false', plan: 'none' });
/** Whatever form GitHub gives to its tokens: a header must be able to carry it. */
const token = (text, report) => {
    if (/^[!-~]*$/.test(text))
        return text;
    report('it is not a token: it has spaces, line ends or characters that are not ASCII. ' +
        'Leave it out: the default is the token of the job, `${{ github.token }}`');
    return undefined;
};
/** For the calls to GitHub; empty when there is none. */
const githubToken = (0,_input_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .h)('github-token', token, {
    defaultExpression: '${{ github.token }}',
    secret: true,
    plan: 'none',
});


/***/ }),

/***/ 8121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JI: () => (/* binding */ timeSpanHint),
/* harmony export */   Mc: () => (/* binding */ daysOrHours),
/* harmony export */   PL: () => (/* binding */ timeSpanOf),
/* harmony export */   wL: () => (/* binding */ timeSpan)
/* harmony export */ });
/* harmony import */ var _given_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9240);
/** Spans of time as inputs give them: `90d`, `12h`. */

const millisecondsPer = { d: 86_400_000, h: 3_600_000 };
/** `90d` or `12h`, more than nothing, in milliseconds; undefined when the text is no such duration. */
function timeSpanOf(text) {
    const [, amount, unit] = /^(\d{1,6})([dh])$/.exec(text) ?? [];
    const milliseconds = Number(amount) * millisecondsPer[unit === 'd' ? 'd' : 'h'];
    return milliseconds > 0 ? milliseconds : undefined;
}
/** `90 days`, or `36 hours` where it is no whole number of days. */
function daysOrHours(milliseconds) {
    const days = milliseconds / millisecondsPer.d;
    const hours = milliseconds / millisecondsPer.h;
    const [amount, unit] = Number.isInteger(days) ? [days, 'day'] : [hours, 'hour'];
    return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}
/** A duration in days or hours, in milliseconds, at least so many days. */
function timeSpan({ leastDays }) {
    return (text, report) => {
        const milliseconds = timeSpanOf(text) ?? 0;
        if (milliseconds >= leastDays * millisecondsPer.d && milliseconds > 0)
            return milliseconds;
        const least = leastDays === 0 ? '' : `, at least \`${leastDays}d\``;
        report(`${(0,_given_js__WEBPACK_IMPORTED_MODULE_0__/* .given */ .gI)(text)} is not accepted: it takes a duration in days or hours${least}, such as \`90d\` or \`48h\`${timeSpanHint(text)}`);
        return undefined;
    };
}
/** What was meant, as far as can be told; begins with a stop. Months are left out: nobody knows how long they are. */
function timeSpanHint(text) {
    const [, amount, unit] = /^P?(?:T(?=\d+h))?(\d{1,4})\s*([a-z]+)$/i.exec(text) ?? [];
    const meant = amount === undefined || unit === undefined ? undefined : inDaysOrHours(Number(amount), unit);
    if (meant !== undefined && meant !== text)
        return `. Is it \`${meant}\`?`;
    return /^\d{1,6}$/.test(text) ? `. It has no unit: \`${text}d\` is ${text} days` : '';
}
function inDaysOrHours(amount, unit) {
    if (amount === 0)
        return undefined;
    if (/^(?:d|days?)$/i.test(unit))
        return `${amount}d`;
    if (/^(?:h|hours?)$/i.test(unit))
        return `${amount}h`;
    if (/^(?:w|weeks?)$/i.test(unit))
        return `${amount * 7}d`;
    if (/^(?:y|years?)$/i.test(unit))
        return `${amount * 365}d`;
    return undefined;
}


/***/ }),

/***/ 7081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ runMainStep)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/aws/access.js + 5 modules
var access = __webpack_require__(1640);
// EXTERNAL MODULE: ./lib/aws/http-agents.js + 1 modules
var http_agents = __webpack_require__(3663);
// EXTERNAL MODULE: ./lib/base/clock.js
var clock = __webpack_require__(4743);
// EXTERNAL MODULE: ./lib/github/cancellation.js
var cancellation = __webpack_require__(403);
// EXTERNAL MODULE: ./lib/base/errors.js
var errors = __webpack_require__(7594);
;// CONCATENATED MODULE: ./lib/github/context.js
/**
 * What the runner tells of the workflow run. The `context` of @actions/github would do for part of it, but its import parses
 * the event's file, so that broken JSON ends the step with an error that nobody understands, and adds 25 to 40 ms to each start.
 */

/** Without these a bake has no identity. `GITHUB_REF` is not among them: a deployment may be of a bare commit. */
const required = ['GITHUB_REPOSITORY', 'GITHUB_SHA', 'GITHUB_RUN_ID'];
/**
 * The names of variables and their meanings: GitHub's documentation, "Variables reference" and "Events that trigger workflows".
 * Programs that stand in for the runner do not set all of them; those that only describe the run may be empty.
 * @param readFile gives the text of a file, or throws: without the event's payload the environment has to do
 * @throws BakeError that names the variables that are missing, when this is no step of a workflow
 */
function readWorkflowContext(environment, readFile) {
    const missing = required.filter((name) => !environment[name]);
    if (missing.length > 0)
        throw notInWorkflow(missing);
    const read = (name, otherwise = '') => environment[name] || otherwise;
    const [owner, repo] = repository(read('GITHUB_REPOSITORY'));
    const payload = readPayload(environment['GITHUB_EVENT_PATH'], readFile);
    const serverUrl = read('GITHUB_SERVER_URL', 'https://github.com').replace(/\/$/, '');
    const runId = read('GITHUB_RUN_ID');
    const runAttempt = read('GITHUB_RUN_ATTEMPT', '1');
    return {
        owner,
        repo,
        ...commitAndRefs(environment, payload),
        runId,
        runNumber: read('GITHUB_RUN_NUMBER'),
        runAttempt,
        workflow: read('GITHUB_WORKFLOW'),
        job: read('GITHUB_JOB'),
        step: read('GITHUB_ACTION'),
        event: read('GITHUB_EVENT_NAME'),
        actor: read('GITHUB_ACTOR'),
        serverUrl,
        runUrl: `${serverUrl}/${owner}/${repo}/actions/runs/${runId}/attempts/${runAttempt}`,
    };
}
function notInWorkflow(missing) {
    return new errors/* ProblemsError */.FQ('This action runs as a step of a GitHub Actions workflow, where the runner sets these variables', missing.map((name) => `\`${name}\` is not set`));
}
function repository(fullName) {
    const [, owner, repo] = /^([^/]+)\/([^/]+)$/.exec(fullName) ?? [];
    if (owner === undefined || repo === undefined) {
        throw new errors/* BakeError */.oU(`\`GITHUB_REPOSITORY\` is not of the form owner/repository: ${JSON.stringify(fullName)}`);
    }
    return [owner, repo];
}
/**
 * For a pull request the payload is asked first: with `pull_request_target` the environment's ref and commit are those of
 * the base branch, with `pull_request` those of a merge commit that nobody made.
 */
function commitAndRefs(environment, payload) {
    const ofRun = commitOfWorkflowRun(environment, payload);
    if (ofRun !== undefined)
        return ofRun;
    const ref = environment['GITHUB_REF'] ?? '';
    const sha = environment['GITHUB_SHA'] ?? '';
    const pullRequest = field(payload, 'pull_request');
    const pr = positiveInteger(field(pullRequest, 'number')) ??
        positiveInteger(Number(afterPrefix(ref, 'refs/pull/')?.split('/')[0]));
    const headBranch = environment['GITHUB_HEAD_REF'] || context_text(field(pullRequest, 'head', 'ref'));
    const branch = headBranch ?? (pr === undefined ? afterPrefix(ref, 'refs/heads/') : undefined);
    const tag = pr === undefined ? afterPrefix(ref, 'refs/tags/') : undefined;
    const mergeGroupBase = afterPrefix(context_text(field(payload, 'merge_group', 'base_ref')), 'refs/heads/');
    return {
        ref: pr === undefined ? (branch ?? tag ?? (ref || sha.slice(0, 7))) : `pr-${pr}`,
        branch,
        tag,
        pr,
        sha: commit(field(pullRequest, 'head', 'sha')) ?? sha,
        baseRef: environment['GITHUB_BASE_REF'] || context_text(field(pullRequest, 'base', 'ref')) || mergeGroupBase,
    };
}
/**
 * With `workflow_run` the environment's ref and commit are those of the default branch; what was built, and is to be baked, is
 * the run's own commit (github/docs#531). A branch of a fork may have any name, so that the fork's owner goes before it.
 */
function commitOfWorkflowRun(environment, payload) {
    if (environment['GITHUB_EVENT_NAME'] !== 'workflow_run')
        return undefined;
    const sha = commit(field(payload, 'workflow_run', 'head_sha'));
    const headBranch = context_text(field(payload, 'workflow_run', 'head_branch'));
    if (sha === undefined || headBranch === undefined)
        return undefined;
    const repository = context_text(field(payload, 'workflow_run', 'head_repository', 'full_name'));
    const isOfFork = repository !== undefined && repository !== environment['GITHUB_REPOSITORY'];
    const branch = isOfFork ? `${repository.split('/')[0]}/${headBranch}` : headBranch;
    return { ref: branch, branch, tag: undefined, pr: undefined, sha, baseRef: undefined };
}
function readPayload(path, readFile) {
    if (!path)
        return undefined;
    try {
        return JSON.parse(readFile(path));
    }
    catch {
        return undefined;
    }
}
/** What lies at the path, through own properties only: the payload is text from outside. */
function field(value, ...path) {
    let found = value;
    for (const name of path) {
        if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name))
            return undefined;
        found = found[name];
    }
    return found;
}
function context_text(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function positiveInteger(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}
function commit(value) {
    return typeof value === 'string' && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value) ? value : undefined;
}
function afterPrefix(value, prefix) {
    return value?.startsWith(prefix) ? value.slice(prefix.length) || undefined : undefined;
}

// EXTERNAL MODULE: ./lib/github/log.js
var github_log = __webpack_require__(853);
// EXTERNAL MODULE: ./lib/github/report/failure.js
var failure = __webpack_require__(1380);
// EXTERNAL MODULE: ./lib/github/role.js + 1 modules
var github_role = __webpack_require__(8283);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 10 modules
var core = __webpack_require__(6784);
;// CONCATENATED MODULE: ./lib/github/runner-files.js
/** The files by which a step hands outputs, state and summary to the runner: are they writable, and what if one is not? */



/** Each variable that names a file, with what goes into it. */
const files = {
    GITHUB_OUTPUT: 'the outputs of the step',
    GITHUB_STATE: 'the state for the post step',
    GITHUB_STEP_SUMMARY: 'the job summary',
};
/**
 * A variable that is not set counts as no problem: @actions/core does without it.
 * @param environment of the step
 */
function unwritableFiles(environment) {
    return Object.keys(files).flatMap((variable) => {
        const path = environment[variable];
        const reason = path ? reasonAgainst(path) : undefined;
        return reason === undefined ? [] : [{ variable, problem: problemOf(variable, reason) }];
    });
}
/** Writes a byte and takes it back: permissions alone do not show a full disk. */
function reasonAgainst(path) {
    try {
        // The runner makes the file; in a folder that is gone or not mounted, a new one would be read by nobody.
        if (!(0,external_node_fs_.existsSync)(path))
            return 'there is no such file';
        const before = (0,external_node_fs_.statSync)(path);
        (0,external_node_fs_.appendFileSync)(path, '\n');
        if (before.isFile())
            (0,external_node_fs_.truncateSync)(path, before.size);
        return undefined;
    }
    catch (error) {
        return (0,errors/* messageOf */.bD)(error);
    }
}
function problemOf(variable, reason) {
    return `Cannot write ${files[variable]} to the file that \`${variable}\` names: ${reason}`;
}
/** What cannot be written does not end the step, which may have an image to finish or to clean up. */
function createRunnerFiles(log) {
    const told = new Set();
    function attempt(variable, write) {
        try {
            write();
            return true;
        }
        catch (error) {
            if (!told.has(variable))
                log.error(`${problemOf(variable, (0,errors/* messageOf */.bD)(error))}.`, 'Results lost');
            told.add(variable);
            return false;
        }
    }
    let hasLostOutputs = false;
    return {
        check(environment) {
            const unwritable = unwritableFiles(environment);
            for (const { variable } of unwritable)
                told.add(variable);
            const problems = unwritable.map(({ problem }) => problem);
            if (unwritable.some(({ variable }) => variable !== 'GITHUB_STEP_SUMMARY'))
                throw noResults(problems);
            for (const problem of problems)
                log.warning(`${problem}.`, 'No job summary');
        },
        setOutput(name, value) {
            if (!attempt('GITHUB_OUTPUT', () => core/* setOutput */.uH(name, value)))
                hasLostOutputs = true;
        },
        saveState: (name, value) => void attempt('GITHUB_STATE', () => core/* saveState */.LZ(name, value)),
        get hasLostOutputs() {
            return hasLostOutputs;
        },
    };
}
function noResults(problems) {
    return new errors/* ProblemsError */.FQ('The runner cannot take the results of this step. Free disk space, or correct what runs before it', problems);
}

;// CONCATENATED MODULE: ./lib/github/main-step.js
/** How every main step runs: it wires an action's story to the runner and to AWS. */











/**
 * Fails the step when the story throws or does not end well, and when outputs have been lost.
 * @param what begins the title of the error, e.g. `Bake`
 * @param createOutputs the action's outputs, written by the function that they are given
 * @param story reads the inputs, does the action's work and reports it; `ok` when it went well. What it
 *   throws is shown; nothing has been changed in the account then
 */
async function runMainStep(what, createOutputs, story) {
    // Templates' dates are in UTC; LiquidJS's arithmetic is off by an hour near daylight-saving changes in other zones.
    process.env['TZ'] = 'UTC';
    const { signal, throwIfCancelled, endWell } = (0,cancellation/* cancellationOfMain */.mf)(process);
    const log = (0,github_log/* createLog */.h)();
    const files = createRunnerFiles(log);
    const outputs = createOutputs(files.setOutput);
    try {
        const environment = process.env;
        files.check(environment);
        const workflow = readWorkflowContext(environment, (path) => (0,external_node_fs_.readFileSync)(path, 'utf8'));
        const random = Math.random;
        const startedAt = clock/* systemClock */.m.now();
        const { ok } = await story({
            environment,
            workflow,
            log,
            outputs,
            startedAt,
            unique: (0,external_node_crypto_.randomBytes)(12).toString('hex'),
            saveState: files.saveState,
            runIn: ({ region, roleToAssume, timeoutMinutes }) => {
                const role = (0,github_role/* roleOf */.k)(roleToAssume, environment, log);
                const onTrouble = (message) => log.info(message);
                const aws = (0,access/* awsAccess */.S)({ region, environment, clock: clock/* systemClock */.m, random, role, onTrouble });
                const deadline = startedAt + timeoutMinutes * 60_000;
                const cancellation = { signal, throwIfCancelled, endWell };
                return { region, workflow, environment, aws, clock: clock/* systemClock */.m, random, log, ...cancellation, deadline };
            },
        });
        if (!ok || files.hasLostOutputs)
            process.exitCode = 1;
    }
    catch (error) {
        process.exitCode = 1;
        await (0,failure/* reportEarly */.Y2)(error, log, what);
        outputs.finish();
    }
    finally {
        (0,http_agents/* closeConnections */.Q)();
    }
}


/***/ }),

/***/ 4413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ graphqlUrl),
  R: () => (/* binding */ octokitOf)
});

// EXTERNAL MODULE: ./lib/base/clock.js
var base_clock = __webpack_require__(4743);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
// EXTERNAL MODULE: ./lib/aws/http-agents.js + 1 modules
var http_agents = __webpack_require__(3663);
;// CONCATENATED MODULE: ./lib/github/node-fetch.js
/** `fetch` by Node's HTTP client: through the proxies that all other calls go through, with connections that can be closed. */




/**
 * As much of `fetch` as Octokit needs. undici, which @actions/github brings, waits ten seconds for a connection that nobody
 * wants any more, and the process with it; `closeConnections` ends these.
 * @returns resolves with the whole answer; a redirection is an answer like others
 * @throws BakeError for a proxy that cannot be used
 */
function nodeFetch(environment) {
    const agents = (0,http_agents/* httpAgents */.T)(environment);
    return async (address, init = {}) => {
        const answer = await requested(new URL(String(address)), init, agents);
        const content = await (0,consumers_.buffer)(answer);
        // These have no body, and Response refuses one.
        const empty = [204, 205, 304].includes(answer.statusCode ?? 0);
        return new Response(empty ? null : Uint8Array.from(content), {
            status: answer.statusCode ?? 0,
            headers: headersOf(answer),
        });
    };
}
function requested(address, { method = 'GET', headers, body, signal }, { httpAgent, httpsAgent }) {
    const plain = address.protocol === 'http:';
    const options = {
        method,
        agent: plain ? httpAgent : httpsAgent,
        headers: Object.fromEntries(new Headers(headers)),
        ...(signal ? { signal } : {}),
    };
    return new Promise((resolve, reject) => {
        const request = (plain ? external_node_http_ : external_node_https_).request(address, options, resolve);
        request.on('error', reject);
        request.end(typeof body === 'string' ? body : undefined);
    });
}
function headersOf({ headersDistinct }) {
    return Object.entries(headersDistinct).flatMap(([name, values = []]) => values.map((value) => [name, value]));
}

;// CONCATENATED MODULE: ./lib/github/octokit.js


/** For one request, its whole answer included. */
const requestSeconds = 10;
/** Before each repetition of a request that changes nothing. */
const pausesSeconds = [1, 2];
/**
 * Loads @actions/github, which few runs need: 1.2 MB and 25 to 40 ms.
 * @returns a client whose requests end by themselves; those that only read are repeated after passing faults
 * @throws BakeError for a proxy that cannot be used
 */
async function octokitOf(options) {
    const { token, environment } = options;
    const { getOctokit } = await withoutEvent(environment, () => __webpack_require__.e(/* import() */ 413).then(__webpack_require__.bind(__webpack_require__, 2413)));
    return getOctokit(token, {
        baseUrl: apiUrl(environment),
        userAgent: 'bake-ami',
        log: silent,
        request: { fetch: patientFetch(options), log: silent },
    });
}
/** The runner sets it, to another address on GitHub Enterprise Server and with data residency. */
function apiUrl(environment) {
    return (environment['GITHUB_API_URL'] || 'https://api.github.com').replace(/\/+$/, '');
}
/** The address for GraphQL: GitHub Enterprise Server has it at `/api/graphql` beside `/api/v3`. */
function graphqlUrl(environment) {
    const given = environment['GITHUB_GRAPHQL_URL'];
    return given || `${apiUrl(environment).replace(/\/api\/v3$/, '/api')}/graphql`;
}
/** By itself Octokit writes what it has to say past the log. */
const silent = { debug() { }, info() { }, warn() { }, error() { } };
/**
 * On its import @actions/github parses the event's file for its `context`, which nobody here uses, and throws when that is
 * no JSON (lib/context.js of 9.1.1).
 */
async function withoutEvent(environment, load) {
    const path = environment['GITHUB_EVENT_PATH'];
    delete environment['GITHUB_EVENT_PATH'];
    try {
        return await load();
    }
    finally {
        if (path !== undefined)
            environment['GITHUB_EVENT_PATH'] = path;
    }
}
function patientFetch({ environment, signal, clock = base_clock/* systemClock */.m, fetch, }) {
    const limited = limitedFetch(fetch ?? nodeFetch(environment), clock, signal);
    return async (address, init = {}) => {
        for (const seconds of onlyReads(String(address), init) ? pausesSeconds : []) {
            const answer = await limited(address, init).catch(() => undefined);
            signal.throwIfAborted();
            if (answer !== undefined && answer.status < 500)
                return answer;
            await clock.sleep(seconds * 1000, signal);
        }
        return limited(address, init);
    };
}
/** A change may have been made although its answer is lost: whoever asked for it has to look before they repeat it. */
function onlyReads(address, { method = 'GET' }) {
    return method === 'GET' || (method === 'POST' && address.endsWith('/graphql'));
}
function limitedFetch(fetch, clock, signal) {
    return async (address, init) => {
        const limit = new AbortController();
        const done = new AbortController();
        clock.sleep(requestSeconds * 1000, done.signal).then(() => limit.abort(new Error(`GitHub did not answer within ${requestSeconds} seconds`)), () => undefined);
        try {
            return await whole(await fetch(address, { ...init, signal: AbortSignal.any([signal, limit.signal]) }));
        }
        catch (error) {
            // Node's own errors have the reason below them.
            signal.throwIfAborted();
            limit.signal.throwIfAborted();
            throw error;
        }
        finally {
            done.abort();
        }
    };
}
/** Octokit takes the part of a body that arrived for all of it, and a redirection for a success. */
async function whole(answer) {
    const { status, headers } = answer;
    const body = await answer.arrayBuffer();
    if (status >= 300 && status < 400)
        throw new Error(`GitHub answered with a redirection (HTTP ${status})`);
    return new Response(body.byteLength === 0 ? null : body, { status, headers });
}


/***/ }),

/***/ 1380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y2: () => (/* binding */ reportEarly),
/* harmony export */   dc: () => (/* binding */ toldOf),
/* harmony export */   xV: () => (/* binding */ reportFailure)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7594);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9249);
/* harmony import */ var _publish_summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6636);
/** How every action tells that it failed: the causes folded, then one annotation that says what to do. */



function toldOf(error) {
    if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BakeError */ .oU)
        return { message: error.message, remedy: error.remedy };
    return {
        message: `This is a bug in bake-ami: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`,
        remedy: 'Please report it, with the part of the log that is folded under "Cause".',
    };
}
/**
 * @param what begins the title of the annotation, e.g. `Bake`
 * @param more lines that go below
 */
function reportFailure(error, log, what, more = []) {
    const causes = (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .causesOf */ .cZ)(error);
    if (causes.length > 0)
        log.group('Cause', causes);
    const { message, remedy } = toldOf(error);
    const title = `${what} ${error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc ? 'cancelled' : 'failed'}`;
    log.error([message, ...(remedy === undefined ? [] : [remedy]), ...more].join('\n'), title);
}
/**
 * For what goes wrong before there is anything to report of the run, such as inputs that are not valid: a summary with the
 * error alone, then as `reportFailure`.
 */
async function reportEarly(error, log, what) {
    const { message, remedy } = toldOf(error);
    await (0,_publish_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .publishSummary */ .I)((0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .earlySummary */ .y)(`${what} failed`, { message, remedy }), log);
    reportFailure(error, log, what);
}


/***/ }),

/***/ 4629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   Ix: () => (/* binding */ facts),
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   eu: () => (/* binding */ literal),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   xE: () => (/* binding */ alert),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8566);
/**
 * GitHub's Markdown, with text from outside (branch names, tags, EC2's messages) shown literally.
 *
 * What `literal`, `prose` and `code` make of a text has no meaning to anything: ASCII punctuation that could matter
 * is a numeric reference, so it reads the same in Markdown, table cells, headings and HTML. References alone are
 * not enough, for GitHub looks for mentions, issue numbers, addresses, emoji and formulas in the finished text too;
 * it looks within one text node, so an empty element parts what they would be made of.
 */

const parting = '<span></span>';
/** Control, invisible and text-reversing characters, line and paragraph separators, halves of surrogate pairs. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const lineBreak = /\r\n|[\r\n\u2028\u2029]/;
/** IDs of the kinds of EC2 resources that a bake deals with. */
const resourceId = /\b((?:ami|snap|vol|i)-[0-9a-f]{8,17})\b/;
/** How our messages quote names of inputs and what is to be typed. */
const inBackTicks = /`([^`]+)`/;
/** Text in one line; breaks in it are shown as `␊`. */
function literal(text) {
    const shown = encode(text).replace(/^ | $/g, '&nbsp;');
    return isAscii(text) ? shown : `<span dir="auto">${shown}</span>`;
}
/** The same in a fixed-width font; nothing for an empty text. */
function code(text) {
    if (text === '')
        return '';
    // GitHub leaves code alone but for what the Markdown parser itself links; IDs stay whole to be copied and found.
    const shown = encode(text).replaceAll(`-${parting}`, '-').replace(/^ | $/g, '&nbsp;');
    return isAscii(text) ? `<code>${shown}</code>` : `<code dir="auto">${shown}</code>`;
}
/**
 * A message of one or more lines, as Markdown lines; those that start with `- ` become a list, together with the lines that
 * follow them without an empty one between.
 * @param resource how an EC2 ID within the message is shown, e.g. as a link
 */
function prose(message, resource = code) {
    const lines = [];
    let listed = true;
    let isWithinItem = false;
    for (const line of message.split(lineBreak).map((each) => each.trim())) {
        const item = /^[-*] +(.*)$/.exec(line)?.[1];
        // The next line of an item belongs to it: on its own it would end the list.
        if (line !== '' && item === undefined && isWithinItem) {
            lines.push(`${lines.pop()}<br>${sentence(line, resource)}`);
            continue;
        }
        isWithinItem = item !== undefined;
        if (line === '')
            continue;
        // A list does not need the empty line before it, but a paragraph after it, or after another one, does.
        if (item === undefined && lines.length > 0)
            lines.push('');
        else if (item !== undefined && !listed)
            lines.push('');
        lines.push(item === undefined ? sentence(line, resource) : `- ${sentence(item, resource)}`);
        listed = item !== undefined;
    }
    return lines;
}
/** One line of a message, with the EC2 IDs in it shown by `resource`, and what stands between back-ticks as code. */
function sentence(line, resource = code) {
    const parts = line.trim().split(inBackTicks);
    const shown = parts
        .map((part, index) => (index % 2 === 0 ? withResources(part, resource) : code(part)))
        .join('');
    return isAscii(line) ? shown : `<span dir="auto">${shown}</span>`;
}
function withResources(text, resource) {
    const parts = text.split(resourceId);
    return parts.map((part, index) => (index % 2 === 0 ? encode(part) : resource(part))).join('');
}
/** A link; the label is Markdown already. Without an http(s) address, the label alone. */
function link(label, address) {
    if (address === undefined || !URL.canParse(address))
        return label;
    const url = new URL(address);
    if (!/^https?:$/.test(url.protocol))
        return label;
    return `<a href="${url.href.replace(/[^\w:/.?=%#~-]/g, reference)}">${label}</a>`;
}
/** A code block, fenced by more backticks than there are in a row inside. */
function codeBlock(language, content) {
    const longest = Math.max(2, ...(content.match(/`+/g) ?? []).map((run) => run.length));
    const fence = '`'.repeat(longest + 1);
    const lines = content.split(lineBreak).map(visible);
    return [fence + language, ...lines, fence].join('\n');
}
/** A box in a colour of its own, as GitHub draws it; the lines are Markdown. */
function alert(kind, lines) {
    return [`[!${kind}]`, ...lines].map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
}
/** What a reader unfolds; title and body are Markdown. */
function details(title, body) {
    return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
/** A table; the cells are Markdown. `right` names the columns of numbers, counted from 0: at the right, with their unit. */
function table(header, rows, right = []) {
    const rule = header.map((_, column) => (right.includes(column) ? '--:' : ':--'));
    const cell = (text, column) => right.includes(column) ? text.replaceAll(' ', '&nbsp;') : text;
    return [header, rule, ...rows.map((cells) => cells.map(cell))]
        .map((cells) => `| ${cells.join(' | ')} |`)
        .join('\n');
}
/** Names and what they stand for, as a table without a header. HTML, since Markdown's tables all have one. */
function facts(rows) {
    const lines = rows.map(([name, value]) => `<tr><th align="left">${name}</th><td>${value}</td></tr>`);
    return ['<table>', ...lines, '</table>'].join('\n');
}
/** The first characters of a text that is too long, and that it was cut. */
function cut(text, characters) {
    const first = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .firstCharacters */ .DR)(text, characters);
    return first === text ? text : `${first}… (cut)`;
}
/** Makes unseen characters seen: the Unicode pictures of the ASCII controls, `�` for the others. */
function visible(text) {
    return text.replace(unseen, (character) => {
        const point = character.codePointAt(0) ?? 0;
        if (point < 0x20)
            return String.fromCodePoint(0x2400 + point);
        return point === 0x7f ? '\u2421' : '\ufffd';
    });
}
function encode(text) {
    return visible(text)
        .replace(/[!-/:-@[-`{-~]/g, (character, at, whole) => {
        const before = whole.slice(Math.max(0, at - 1), at);
        const after = whole.slice(at + 1, at + 2);
        if ('/,'.includes(character))
            return character;
        if (character === '-' && /\d/.test(after))
            return `${inWord(before, after) ? '-' : '&#45;'}${parting}`;
        if ('-._'.includes(character) && inWord(before, after))
            return character;
        return '@#:$'.includes(character) ? `${reference(character)}${parting}` : reference(character);
    })
        .replace(/w(?=ww(\.|&#46;))/gi, `$&${parting}`)
        .replace(/ (?= )/g, '&nbsp;');
}
function inWord(before, after) {
    return /[a-z\d]$/i.test(before) && /^[a-z\d]/i.test(after);
}
function reference(character) {
    return `&#${character.codePointAt(0)};`;
}
function isAscii(text) {
    return /^[\p{ASCII}]*$/u.test(text);
}


/***/ }),

/***/ 9249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ problem),
/* harmony export */   y: () => (/* binding */ earlySummary)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4629);
/** What went wrong and what to do about it, as the job summaries of all actions show it. */

/** Longer messages are cut, e.g. EC2's refusals with an encoded reason. */
const longestMessage = 4000;
/** @param resource how an EC2 ID within the text is shown, e.g. as a link */
function problem({ status, message, remedy }, resource = _markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY) {
    const lines = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(wholeLines(message), resource);
    if (remedy) {
        const [first = '', ...more] = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(wholeLines(remedy), resource);
        const heading = '<b>What to do:</b>';
        lines.push('', ...(first.startsWith('- ') ? [heading, '', first] : [`${heading} ${first}`]), ...more);
    }
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .alert */ .xE)(status === 'failure' ? 'CAUTION' : 'WARNING', lines);
}
/**
 * The summary of a run that ended before there was anything to report of it, as with inputs that are not valid.
 * @param title e.g. `Bake failed`
 */
function earlySummary(title, told) {
    return `## ❌ ${title}\n\n${problem({ status: 'failure', ...told })}\n`;
}
/** As many lines as there is room for, whole ones but for the first. */
function wholeLines(message) {
    if (message.length <= longestMessage)
        return message;
    const lines = message.split('\n');
    let length = 0;
    const kept = lines.filter((line) => {
        length += line.length + 1;
        return length <= longestMessage;
    });
    if (kept.length === 0)
        return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)(message, longestMessage);
    const left = lines.slice(kept.length).filter((line) => line.startsWith('- ')).length;
    return [...kept, left === 0 ? '… (cut)' : `- and ${left} more, in the log`].join('\n');
}


/***/ }),

/***/ 6636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ publishSummary)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6784);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7594);


/**
 * Adds Markdown to the summary of the job. A runner that has no job summaries, or a file that cannot be written,
 * is told in the log and nothing else: what the action is for is what counts.
 */
async function publishSummary(markdown, log) {
    try {
        await _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .summary */ .z.addRaw(markdown, true).write();
    }
    catch (thrown) {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .summary */ .z.emptyBuffer();
        log.info(`The job summary could not be written: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(thrown)}`);
    }
}


/***/ }),

/***/ 6482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Av: () => (/* binding */ isOfPullRequest),
/* harmony export */   QM: () => (/* binding */ imagesOfPullRequest),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6762);
/* harmony import */ var _base_own_tags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3443);
/* harmony import */ var _describe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1852);
/** The images of a pull request, asked anew of EC2: what a comment in it tells. */



/** Seconds; whoever waits for a comment waits for something else. */
const little = { patienceSeconds: 5, attemptSeconds: 5 };
/**
 * Our images that were baked in this pull request, and those of the given IDs wherever they come from. Nothing is thrown for
 * a Region that cannot be asked.
 * @param ids may be of images that are gone
 */
async function imagesOfPullRequest(run, { regions, ids }) {
    const all = [...new Set([...regions, ...ids.map(({ region }) => region)])];
    const looks = all.map((region) => look(run, region, ids.filter((each) => each.region === region).map(({ id }) => id)).then((images) => ({ images, unseen: [] }), (error) => ({ images: [], unseen: [{ region, problem: (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeAwsError */ .Pp)(error) }] })));
    const seen = await Promise.all(looks);
    run.signal.throwIfAborted();
    return { images: seen.flatMap(({ images }) => images), unseen: seen.flatMap(({ unseen }) => unseen) };
}
async function look(run, region, ids) {
    const { aws, signal, workflow } = run;
    const ec2 = aws.ec2(region);
    const [ofTags, ofIds] = await Promise.all([
        (0,_describe_js__WEBPACK_IMPORTED_MODULE_1__/* .describeImages */ .Sx)(ec2, { Filters: filtersOf(workflow) }, { signal, ...little }),
        // A filter, for an ID that is gone makes the call fail otherwise.
        ids.length === 0
            ? []
            : (0,_describe_js__WEBPACK_IMPORTED_MODULE_1__/* .describeImages */ .Sx)(ec2, { Filters: [{ Name: 'image-id', Values: [...ids] }] }, { signal, ...little }),
    ]);
    const images = [...ofTags.filter((image) => isOfPullRequest(workflow, image)), ...ofIds];
    const byId = new Map(images.map((image) => [image.ImageId ?? '', image]));
    return [...byId.values()]
        .filter(({ State }) => State !== 'deregistered')
        .map((image) => factsOf(region, image));
}
/** Neither names of repositories nor `pr-N` can hold what a filter takes for a wildcard. */
function filtersOf(workflow) {
    return [
        { Name: `tag:${_base_own_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryTag */ .B1}`, Values: [repositoryOf(workflow)] },
        { Name: `tag:${_base_own_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .refTag */ .Ys}`, Values: [`pr-${workflow.pr}`] },
    ];
}
/** Whether the image was baked in the pull request of this run. */
function isOfPullRequest(workflow, image) {
    return (workflow.pr !== undefined &&
        (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .tagOf */ .cO)(image, _base_own_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryTag */ .B1) === repositoryOf(workflow) &&
        (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .tagOf */ .cO)(image, _base_own_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .refTag */ .Ys) === `pr-${workflow.pr}`);
}
function repositoryOf({ owner, repo }) {
    return `${owner}/${repo}`;
}
/** What EC2 says of an image; also of one that is about to be removed. */
function factsOf(region, image) {
    const snapshots = (0,_describe_js__WEBPACK_IMPORTED_MODULE_1__/* .snapshotsOf */ .XO)(image);
    return {
        region,
        id: image.ImageId ?? '',
        name: image.Name ?? '',
        state: image.State ?? '',
        sizeGiB: snapshots.length === 0 ? undefined : snapshots.reduce((sum, { sizeGiB }) => sum + sizeGiB, 0),
        family: (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .tagOf */ .cO)(image, _base_own_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .familyTag */ .jM),
        tested: (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .tagOf */ .cO)(image, _base_own_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .testedTag */ .Sy),
        public: image.Public ?? false,
        createdAt: (0,_describe_js__WEBPACK_IMPORTED_MODULE_1__/* .creationTime */ .vx)(image, 0),
    };
}


/***/ })

};
