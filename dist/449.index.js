export const id = 449;
export const ids = [449];
export const modules = {

/***/ 4934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ closest)
/* harmony export */ });
/** The most wrong letters in a misspelling. */
const mostEdits = 2;
/** Longer input is no misspelling, and would be slow to compare. */
const longestWord = 40;
/** The candidate that the word most likely misspells; undefined if none is similar enough. */
function closest(word, candidates) {
    if (word.length > longestWord)
        return undefined;
    let best;
    for (const candidate of candidates) {
        const edits = editDistance(word.toLowerCase(), candidate.toLowerCase());
        const near = edits <= mostEdits && edits * 3 <= Math.max(word.length, candidate.length);
        if (near && (!best || edits < best.edits))
            best = { candidate, edits };
    }
    return best?.candidate;
}
/** The Levenshtein distance: how many letters to insert, delete or replace. */
function editDistance(from, to) {
    let row = Array.from({ length: to.length + 1 }, (_, index) => index);
    for (const [i, letter] of [...from].entries()) {
        const next = [i + 1];
        for (const [j, other] of [...to].entries()) {
            const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
            next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
        }
        row = next;
    }
    return row.at(-1) ?? 0;
}


/***/ }),

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

/***/ 5582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  On: () => (/* binding */ copyToRegions),
  Wx: () => (/* binding */ forEachImage),
  OE: () => (/* binding */ markOne),
  mk: () => (/* binding */ publish),
  Qd: () => (/* binding */ settleImages),
  pJ: () => (/* binding */ settlingIsAsked)
});

// EXTERNAL MODULE: ./lib/aws/console.js
var console = __webpack_require__(4020);
// EXTERNAL MODULE: ./lib/aws/decode.js
var decode = __webpack_require__(4463);
// EXTERNAL MODULE: ./lib/base/errors.js
var errors = __webpack_require__(7594);
// EXTERNAL MODULE: ./lib/base/own-tags.js
var own_tags = __webpack_require__(3443);
// EXTERNAL MODULE: ./lib/base/workflow.js
var base_workflow = __webpack_require__(2284);
// EXTERNAL MODULE: ./lib/run/run.js
var run_run = __webpack_require__(5548);
// EXTERNAL MODULE: ./lib/aws/failure.js + 1 modules
var aws_failure = __webpack_require__(4608);
// EXTERNAL MODULE: ./lib/image/claim.js
var image_claim = __webpack_require__(5165);
// EXTERNAL MODULE: ./lib/image/describe.js
var describe = __webpack_require__(1852);
// EXTERNAL MODULE: ./lib/image/find.js
var find = __webpack_require__(7258);
// EXTERNAL MODULE: ./lib/image/ownership.js
var ownership = __webpack_require__(7496);
// EXTERNAL MODULE: ./lib/image/remove/remove.js
var remove = __webpack_require__(6232);
;// CONCATENATED MODULE: ./lib/image/copy/earlier.js
/** Copies of this bake that are in a Region already, made by an earlier request: resumed, or removed. */








/** For the removal of a copy that failed in an earlier attempt. */
const removalSeconds = 180;
/** For one call of it. */
const attemptSeconds = 30;
/** For a claim to show (eventual consistency). */
const claimSeconds = 60;
/**
 * @param patienceSeconds for the look, as of `SendOptions`
 * @returns the copy that an earlier request has made, if it shows, claimed by this process; those that are of no use are
 *   removed when they have the name
 * @throws BakeError, without a cause when what has the name cannot be removed
 */
async function findEarlier(run, copying, patienceSeconds) {
    const { clock } = run;
    const ours = await copiesOfKey(run, copying, patienceSeconds);
    const usable = ours.filter((image) => isOfHome(copying, image) && (0,find/* isUsable */.Ng)(image));
    for (const image of usable) {
        const isOwn = (0,own_tags/* claimOf */._B)(image) === copying.claim || (await isTakenOver(run, copying, image));
        const found = !isOwn && (await isAdopted(run, copying, image));
        if (!isOwn && !found)
            continue;
        return {
            imageId: image.ImageId ?? '',
            createdAt: (0,describe/* creationTime */.vx)(image, clock.now()),
            resumed: true,
            found,
        };
    }
    for (const image of ours.filter((each) => (0,ownership/* isUnfinished */.ui)(each) && isAbandoned(copying, each))) {
        await putAside(run, copying, image);
    }
    return undefined;
}
/** Of an earlier attempt; where other runs' copies count, of any other process, for what can be used is used. */
function isAbandoned(copying, image) {
    if (!copying.adopts)
        return (0,ownership/* isOfEarlierAttempt */.HD)(image, copying);
    return !(0,find/* isUsable */.Ng)(image) || (0,own_tags/* bakeStateOf */.iy)(image) === 'removing';
}
/**
 * A copy that another run made and finished is used as it is. One that it did not finish gets this process's claim, so that
 * the other run does not remove it any more; but neither does this one.
 */
async function isAdopted(run, copying, image) {
    if (!copying.adopts || (0,own_tags/* bakeStateOf */.iy)(image) === 'removing')
        return false;
    return !(0,ownership/* isUnfinished */.ui)(image) || claimed(run, copying, image);
}
async function copiesOfKey({ signal }, { ec2, target, names, accountId }, patienceSeconds) {
    const how = { signal, ...(patienceSeconds === undefined ? {} : { patienceSeconds }) };
    const images = await (0,describe/* imagesOfKey */.pq)(ec2, names.key, how).catch((error) => {
        signal.throwIfAborted();
        const doing = `look for a copy in ${target.region} of an earlier attempt`;
        throw (0,aws_failure/* awsFailure */.MT)('ec2:DescribeImages', doing, error);
    });
    return images.filter((image) => (0,find/* isOurs */.MU)(image, accountId));
}
/** An earlier attempt may have had another home image, of the same key: its copies are not copies of this one. */
function isOfHome({ home, names }, { SourceImageId, Name }) {
    return Name === names.name && (SourceImageId === undefined || SourceImageId === home.imageId);
}
/** Copies follow their home image, which is this process's own: those of earlier attempts do, too. */
async function isTakenOver(run, copying, image) {
    const owner = { key: copying.names.key, claim: copying.claim };
    // A pointer of that attempt may name the copy.
    if (copying.adopts)
        return false;
    if (!(0,ownership/* mayTakeOver */.rw)(image, owner, { from: 'earlier attempts', role: 'copy' }))
        return false;
    return claimed(run, copying, image);
}
async function claimed({ clock, signal, record }, copying, image) {
    const { ec2, names, claim } = copying;
    const until = clock.now() + claimSeconds * 1000;
    const how = () => ({ signal, newObject: true });
    record.changed = true;
    const taken = await (0,image_claim/* takeOver */.w9)({ ec2, clock, key: names.key, how, until }, [image], claim).catch((error) => {
        signal.throwIfAborted();
        throw (0,aws_failure/* awsFailure */.MT)('ec2:CreateTags', `resume the copy ${image.ImageId}`, error);
    });
    // Whoever made the copy may have begun to remove it (`ownership.ts`).
    return taken.some((each) => !(0,own_tags/* isMarkedForRemoval */.Y7)(each));
}
/** A copy of this bake that failed, or that is of a home image which is not there any more. */
async function putAside(run, copying, image) {
    const { ec2, target, names, claim } = copying;
    const { clock, signal, log } = run;
    const { ImageId: imageId = '', Name, State } = image;
    const { region } = target;
    copying.useless.add(imageId);
    if (Name !== names.name)
        return;
    log.info(`${imageId} (${State}) in ${region} was left by an earlier attempt and has the name; removing it.`);
    const { remaining, kept } = await (0,remove/* removeImage */.aH)({
        ec2,
        clock,
        signal,
        region,
        key: names.key,
        claim,
        from: copying.adopts ? { claim: (0,own_tags/* claimOf */._B)(image) } : 'earlier attempts',
        role: 'copy',
        imageId,
        scope: 'image',
        // Failed copies may have no snapshots at all.
        expectedSnapshots: 0,
        lookSeconds: 0,
        budget: { until: clock.now() + removalSeconds * 1000, attemptSeconds },
    });
    const remnant = remaining.find(({ id }) => id === imageId);
    const reason = remnant?.reason ?? (kept.length > 0 ? 'another process has claimed it' : undefined);
    if (reason !== undefined) {
        throw new errors/* BakeError */.oU(`The copy ${imageId} of an earlier attempt (${State}) has the name "${names.name}" in ${region} and could not be removed: ${reason}.`, remnant === undefined ? {} : { remedy: `Remove it, then run the job again: ${remnant.command}` });
    }
    copying.freedNameAt = clock.now();
}

// EXTERNAL MODULE: ./lib/image/wait/line-pace.js
var line_pace = __webpack_require__(6681);
;// CONCATENATED MODULE: ./lib/image/copy/progress.js

const stage = 'copying';
class CopiesProgress {
    #onLine;
    /** By Region, in the order of the input. */
    #states;
    #pace;
    constructor(regions, clock, onLine) {
        this.#onLine = onLine;
        this.#states = new Map(regions.map((region) => [region, 'starting']));
        this.#pace = new line_pace/* LinePace */.K(clock, { leastSeconds: 25, stage });
    }
    /** @param state a word, or what a look at the copy has shown */
    update(region, state) {
        this.#states.set(region, typeof state === 'string' ? state : textOf(state));
        const line = this.#line();
        if (this.#pace.isDue(stage, line))
            this.#onLine(line);
    }
    done(region, state) {
        this.#states.set(region, state);
        const line = this.#line();
        this.#pace.shown(stage, line);
        this.#onLine(line);
    }
    #line() {
        return `Copies: ${[...this.#states].map(([region, state]) => `${region} ${state}`).join(', ')}`;
    }
}
/** EC2 shows no progress at first, and completes the image for a while after its snapshots. */
function textOf({ percent, state }) {
    return percent === undefined ? state : `${Math.floor(percent)} %`;
}

// EXTERNAL MODULE: ./lib/aws/errors.js
var aws_errors = __webpack_require__(6762);
// EXTERNAL MODULE: ./lib/aws/patient-client.js + 1 modules
var patient_client = __webpack_require__(1712);
// EXTERNAL MODULE: ./lib/aws/sdk/ec2.js
var ec2 = __webpack_require__(848);
// EXTERNAL MODULE: ./lib/base/text.js
var base_text = __webpack_require__(8566);
// EXTERNAL MODULE: ./lib/image/make/in-doubt.js
var in_doubt = __webpack_require__(3150);
// EXTERNAL MODULE: ./lib/image/share/refusals.js
var refusals = __webpack_require__(2416);
;// CONCATENATED MODULE: ./lib/image/copy/request.js
/**
 * The request for a copy, sent until it is clear what came of it.
 *
 * CopyImage has a client token, so the same request may be sent again: EC2 answers with the same copy. The token is
 * made from what identifies the copy, so that a later attempt of the workflow run finds the copy even before EC2 shows
 * it. But a repeated request must be the same to the letter, and the tags of another attempt are not: then, as when the
 * name is taken, what shows in the Region decides.
 */












/** Limit for one CopyImage, in seconds: it starts the work and does not wait for it. */
const request_attemptSeconds = 30;
/** How long the Region may take to see that the home image is there. */
const invisibleSourceSeconds = 120;
/** EC2 gives no pace for its limit of copies under way; one ends after minutes. */
const limitPaceSeconds = 30;
/** How long the copy is looked for that a token stands for whose request was another. */
const mismatchSeconds = 60;
/** An image older than this shows its tags, if it has any. */
const youngSeconds = 120;
const lookEverySeconds = 5;
/**
 * Sends CopyImage until it is answered with a copy, or until it is clear that it will not be.
 * @throws BakeError when there will be no copy
 */
async function requestCopy(run, copying) {
    const { clock } = run;
    const requests = {
        startedAt: clock.now(),
        sent: 0,
        spentTokens: 0,
        inDoubt: false,
        logged: new Set(),
    };
    for (;;) {
        requests.sent += 1;
        const answer = await sendOnce(run, copying, requests);
        if (typeof answer !== 'string') {
            const found = await settle(run, copying, requests, answer.error);
            if (found !== undefined)
                return found;
        }
        else if (copying.useless.has(answer)) {
            requests.spentTokens += 1;
        }
        else {
            return { imageId: answer, createdAt: clock.now(), resumed: false, found: false };
        }
    }
}
async function sendOnce(run, copying, requests) {
    const { signal, clock, deadline, throwIfCancelled } = run;
    const left = Math.max(0, (deadline - clock.now()) / 1000);
    const how = {
        signal,
        attemptSeconds: request_attemptSeconds,
        patienceSeconds: Math.min(patient_client/* defaultPatienceSeconds */.C5, left),
        onFailure: (error) => {
            requests.inDoubt ||= (0,aws_errors/* errorKind */.f8)(error) === 'unclear';
        },
    };
    throwIfCancelled();
    run.record.changed = true;
    try {
        const command = new ec2/* CopyImageCommand */.SD(copyRequest(copying, requests));
        return (0,in_doubt/* imageIdIn */.Ez)(await copying.ec2.send(command, how), 'CopyImage');
    }
    catch (error) {
        signal.throwIfAborted();
        return { error };
    }
}
function copyRequest(copying, requests) {
    const { home, names, target } = copying;
    const { kmsKeyId } = target;
    return {
        SourceImageId: home.imageId,
        SourceRegion: home.region,
        ClientToken: clientToken(copying, requests),
        Name: names.name,
        Description: names.description,
        CopyImageTags: false,
        TagSpecifications: [
            { ResourceType: 'image', Tags: [...names.imageTags] },
            { ResourceType: 'snapshot', Tags: [...names.snapshotTags] },
        ],
        ...(kmsKeyId === undefined ? {} : { Encrypted: true, KmsKeyId: kmsKeyId }),
    };
}
/** A "string of up to 64 ASCII characters" (EC2 developer guide, "Ensuring idempotency"). */
function clientToken(copying, { spentTokens }) {
    const { names, home, target, useless, adopts, claim } = copying;
    const identity = [names.key, home.imageId, target.region, [...useless].sort(), spentTokens];
    // Runs that promote one image share its key, and differ in their tags. Their names keep them from a second copy.
    if (adopts)
        identity.push(claim);
    return `bake-ami-${(0,base_text/* shortHash */.BC)(JSON.stringify(identity), 40)}`;
}
/**
 * @returns the copy, when that is how it turns out; undefined when the request is to be sent again
 * @throws BakeError when there will be no copy
 */
async function settle(run, copying, requests, error) {
    const { clock, random } = run;
    const { target, progress } = copying;
    const { code } = (0,aws_errors/* awsErrorFacts */.ZR)(error);
    if (code === 'InvalidAMIName.Duplicate')
        return settleDuplicate(run, copying, requests, error);
    if (code === 'IdempotentParameterMismatch')
        return settleMismatch(run, copying, requests, error);
    if (isTooManyCopies(error)) {
        const says = (0,aws_errors/* describeAwsError */.Pp)(error);
        logOnce(run, requests, error, `${target.region} takes no further copy for now (${says}); waiting.`);
        progress.update(target.region, 'waiting');
        await pause(run, copying, requests, limitPaceSeconds * (0.9 + random() / 5) * 1000, error);
        return undefined;
    }
    const mayPass = isInvisibleSource(error) || error instanceof aws_errors/* UnreadableAnswerError */.mP;
    const isOver = clock.now() - requests.startedAt > invisibleSourceSeconds * 1000;
    if (!mayPass || isOver)
        throw failureOf(copying, requests, error);
    await pause(run, copying, requests, (0,patient_client/* retryMilliseconds */.TK)(1, requests.sent, random()), error);
    return undefined;
}
/**
 * The token has been used by an earlier attempt, with other tags: the copy that it stands for shows sooner or later,
 * or is gone. Should it show too late, its name keeps a second one from being made.
 */
async function settleMismatch(run, copying, requests, error) {
    const { clock } = run;
    logOnce(run, requests, error, `An earlier attempt has copied to ${copying.target.region}; looking for its copy.`);
    const until = clock.now() + mismatchSeconds * 1000;
    while (clock.now() < until) {
        const copy = await lookForEarlier(run, copying);
        if (copy !== undefined)
            return copy;
        await pause(run, copying, requests, lookEverySeconds * 1000, error);
    }
    requests.spentTokens += 1;
    return undefined;
}
/** The name is that of a copy of this bake which did not show so far, or somebody else's. */
async function settleDuplicate(run, copying, requests, error) {
    const { clock, deadline } = run;
    const { region } = copying.target;
    const { name } = copying.names;
    const says = (0,aws_errors/* describeAwsError */.Pp)(error);
    logOnce(run, requests, error, `The name is taken in ${region} (${says}); checking by which image.`);
    const again = 'again';
    const settled = await (0,in_doubt/* settleNameTaken */.kB)(run, {
        region,
        name,
        error,
        until: Math.min(deadline, clock.now() + in_doubt/* duplicateSeconds */.H8 * 1000),
        everySeconds: lookEverySeconds,
        own: async () => {
            const copy = await lookForEarlier(run, copying);
            // EC2 takes a while to free the name of a copy that was removed.
            const isFreed = clock.now() - copying.freedNameAt < in_doubt/* duplicateSeconds */.H8 * 1000;
            return copy ?? (isFreed ? again : undefined);
        },
        mayBeOwn: (holder) => (0,own_tags/* keyOf */.TN)(holder) === undefined
            ? (0,describe/* ageSeconds */.Ru)(holder, clock.now()) < youngSeconds
            : (0,own_tags/* carriesKey */.tX)(holder, copying.names.key) && (0,ownership/* isOwnOrEarlier */.AO)(holder, copying),
        doing: lookingFor(copying),
    });
    if (settled.own === again) {
        await pause(run, copying, requests, lookEverySeconds * 1000, error);
        return undefined;
    }
    if (settled.own !== undefined)
        return settled.own;
    const id = settled.holder?.ImageId ?? settled.holderId;
    throw (0,in_doubt/* nameTaken */.nn)(name, region, id === undefined ? '' : ` by ${id}`, error);
}
function lookForEarlier(run, copying) {
    return (0,in_doubt/* tolerantly */.HY)(() => findEarlier(run, copying, 0), run.signal, lookingFor(copying));
}
/** Completes "could not …". */
function lookingFor({ target }) {
    return `look for the copy in ${target.region}`;
}
function failureOf({ home, target }, { inDoubt }, error) {
    const { region } = target;
    const failure = (0,aws_failure/* awsFailure */.MT)('ec2:CopyImage', `copy ${home.imageId} to ${region}`, error);
    if (!isTooManyCopies(error))
        return inDoubt ? failure : (0,in_doubt/* nothingCreated */.KH)(failure);
    return new errors/* BakeError */.oU(failure.message, {
        cause: error,
        remedy: `Other copies kept ${region} busy until \`timeout-minutes\` was over: raise it, copy less at the same time, or ask AWS to raise the limit.`,
    });
}
/** @throws BakeError for the error when there is no time left for such a pause */
async function pause({ clock, deadline, signal }, copying, requests, milliseconds, error) {
    if (clock.now() + milliseconds > deadline)
        throw failureOf(copying, requests, error);
    await clock.sleep(milliseconds, signal);
}
/** What EC2 answers again and again is in the log once. */
function logOnce({ log }, { logged }, error, message) {
    const { code } = (0,aws_errors/* awsErrorFacts */.ZR)(error);
    if (logged.has(code))
        return;
    logged.add(code);
    log.info(message);
}
/** "Too many … copies in progress. The limit is 5 for this destination region." (aws-samples/copy-encrypted-ami#3) */
function isTooManyCopies(error) {
    const { code, message } = (0,aws_errors/* awsErrorFacts */.ZR)(error);
    return code === 'ResourceLimitExceeded' && /\bcopies in progress\b|\bconcurrent\b.*\bcop/i.test(message);
}
/** What the home Region shows as available, another Region may not see yet. */
function isInvisibleSource(error) {
    return (0,aws_errors/* awsErrorFacts */.ZR)(error).code === 'InvalidAMIID.NotFound' || (0,refusals/* isStillPending */.UV)(error);
}

// EXTERNAL MODULE: ./lib/image/verify.js + 1 modules
var verify = __webpack_require__(9549);
// EXTERNAL MODULE: ./lib/image/wait/looks.js
var looks = __webpack_require__(7211);
// EXTERNAL MODULE: ./lib/image/wait/wait.js + 2 modules
var wait = __webpack_require__(8741);
;// CONCATENATED MODULE: ./lib/image/copy/watch.js
/** What follows once a copy is known: it is waited for, and compared with what was asked. */





/**
 * @returns false when EC2 answered with a copy that has been gone for long
 * @throws as `waitUntilAvailable`
 */
async function isThere(run, copying, copy) {
    const { progress, target } = copying;
    const { region } = target;
    const { imageId, createdAt } = copy;
    let seen = copy.resumed;
    progress.update(region, 'pending');
    try {
        await (0,wait/* waitUntilAvailable */.d)(run, {
            region,
            imageId,
            createdAt,
            called: `copy ${imageId} in ${region}`,
            remedyFor: (reason) => remedyFor(copying, reason),
            onImage: ({ State }) => {
                seen ||= State !== 'deregistered';
            },
            onProgress: (shown) => progress.update(region, shown),
        });
        return true;
    }
    catch (error) {
        // A client token may stand for its copy even when that was deregistered.
        if (!(error instanceof looks/* ImageGoneError */.v) || seen)
            throw error;
        return false;
    }
}
/** API model, CopyImage.KmsKeyId: a key that cannot be used lets the call succeed and the copy fail. */
function remedyFor({ target }, reason) {
    const { region, kmsKeyId } = target;
    if (kmsKeyId === undefined)
        return undefined;
    const suspicion = /kms|\bcmk|\bkeys?\b/i.test(reason)
        ? `EC2 could not use the KMS key ${kmsKeyId} of \`copy-to\` in ${region}.`
        : `If it fails again, it may be the KMS key ${kmsKeyId} of \`copy-to\`, which EC2 looks at only while it copies.`;
    return `${suspicion} Check that it is a symmetric key in ${region} and enabled, and allow the role, in its IAM policy and in the policy of the key: kms:DescribeKey, kms:CreateGrant, kms:Decrypt, kms:GenerateDataKeyWithoutPlaintext, kms:ReEncrypt*.`;
}
/**
 * As `verifyImage`, and encrypted where that was asked.
 * @throws ProblemsError that names everything which is not as asked for
 */
async function verifyCopy(run, { names, accountId, devices, target }, { imageId, resumed }) {
    const { region, kmsKeyId } = target;
    // One that an earlier attempt made has other times in its tags.
    const keyAlone = [{ Key: own_tags/* keyTag */.QR, Value: names.key }];
    const image = await (0,verify/* verifyImage */.Z)(run, {
        region,
        imageId,
        accountId,
        name: names.name,
        devices,
        imageTags: resumed ? keyAlone : names.imageTags,
        snapshotTags: resumed ? keyAlone : names.snapshotTags,
    });
    const open = image.snapshots.filter(({ encrypted }) => !encrypted);
    if (kmsKeyId === undefined || open.length === 0)
        return image;
    throw new errors/* ProblemsError */.FQ(`Copy ${imageId} in ${region} is available but not encrypted with ${kmsKeyId}`, open.map(({ snapshotId, device }) => `snapshot ${snapshotId} of ${device} is not encrypted`));
}

;// CONCATENATED MODULE: ./lib/image/copy/copy.js
/**
 * Copies the image to other Regions, side by side: exactly one copy in each, whatever becomes of the answers. In each
 * Region what is there already is looked for first; the request comes after that.
 */





/**
 * All Regions at once, since EC2's limit of concurrent copies is one of each destination; the failure of one does not
 * end the others.
 * @returns one result for each target, in their order
 * @throws the signal's reason, and nothing else
 */
async function copyImages(run, copying) {
    const { targets } = copying;
    const regions = targets.map(({ region }) => region);
    const progress = new CopiesProgress(regions, run.clock, (line) => run.log.info(line));
    const startedAt = run.clock.now();
    for (const name of regions)
        (0,run_run/* notePart */.e4)(run, { name, startedAt });
    const results = await Promise.all(targets.map(async (target) => {
        const { region } = target;
        try {
            const image = await copyTo(run, {
                ...copying,
                target,
                ec2: run.aws.ec2(region),
                progress,
                useless: new Set(),
                freedNameAt: Number.NEGATIVE_INFINITY,
            });
            progress.done(region, 'available');
            (0,run_run/* notePart */.e4)(run, { name: region, startedAt, endedAt: run.clock.now() });
            return { region, image };
        }
        catch (error) {
            if (!run.signal.aborted)
                progress.done(region, 'failed');
            (0,run_run/* notePart */.e4)(run, { name: region, startedAt, endedAt: run.clock.now(), failed: true });
            return { region, error };
        }
    }));
    run.signal.throwIfAborted();
    return results;
}
async function copyTo(run, copying) {
    for (;;) {
        const copy = (await findEarlier(run, copying)) ?? (await requestCopy(run, copying));
        copying.onCopy(copying.target.region, copy.imageId, copy.found);
        if (await isThere(run, copying, copy))
            return verifyCopy(run, copying, copy);
        copying.useless.add(copy.imageId);
    }
}

// EXTERNAL MODULE: ./lib/image/lifecycle.js
var lifecycle = __webpack_require__(965);
// EXTERNAL MODULE: ./lib/image/publish/launch-templates.js
var launch_templates = __webpack_require__(5532);
// EXTERNAL MODULE: ./lib/image/publish/parameters.js
var publish_parameters = __webpack_require__(4649);
// EXTERNAL MODULE: ./lib/image/ready.js
var ready = __webpack_require__(8534);
// EXTERNAL MODULE: ./lib/base/look-until.js
var look_until = __webpack_require__(6815);
// EXTERNAL MODULE: ./lib/base/side-by-side.js
var side_by_side = __webpack_require__(6256);
// EXTERNAL MODULE: ./lib/image/share/permission-list.js
var permission_list = __webpack_require__(7171);
;// CONCATENATED MODULE: ./lib/image/share/grant.js
/** Adds to a list of permissions, in calls of a size that EC2 takes, and finds out whom EC2 refuses. */



/** After so many refused entities the search for more ends: something larger is wrong then. */
const mostRefusals = 20;
/** EC2 may say that an image is pending a moment after it was shown as available. */
const pendingPatienceSeconds = 60;
const tryEverySeconds = 2;
/**
 * Adds the entities to the list. Where EC2 refuses some, the others are added all the same, so that all that it
 * refuses can be told at once.
 * @throws ProblemsError that names every entity that EC2 refuses; BakeError when it refuses altogether
 */
async function grant(run, list, entities) {
    const batches = inBatches(entities);
    const refused = [];
    for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
        const error = await add(run, list, batch);
        if (error === undefined)
            continue;
        const { culprits, next } = suspects(batch, error);
        refused.push(...culprits.map((entity) => (0,refusals/* refusedEntity */.KG)(entity, error)));
        batches.unshift(...next);
        if (refused.length >= mostRefusals && batches.length > 0) {
            refused.push('perhaps more: the others were not tried');
            break;
        }
    }
    if (refused.length === 0)
        return;
    throw new errors/* ProblemsError */.FQ(`EC2 refuses to share the ${list.of} as asked`, refused);
}
/** @returns EC2's objection to some of the entities; undefined when they were added */
async function add(run, list, entities) {
    const { clock, signal } = run;
    run.record.changed = true;
    const until = clock.now() + pendingPatienceSeconds * 1000;
    for (;;) {
        try {
            await list.add(entities, signal);
            return undefined;
        }
        catch (error) {
            signal.throwIfAborted();
            if ((0,refusals/* isAboutItems */.ge)(error))
                return error;
            if (!(0,refusals/* isStillPending */.UV)(error) || clock.now() + tryEverySeconds * 1000 > until) {
                throw (0,refusals/* shareFailure */.eh)(list, entities, error);
            }
            await clock.sleep(tryEverySeconds * 1000, signal);
        }
    }
}
/**
 * Whom EC2 means. A single name in its message decides. Several names may be the refused ones or simply all of the
 * request (both have been seen), and there may be none: then halves are tried, until a call has one entity only.
 */
function suspects(batch, error) {
    const named = (0,refusals/* namedIn */.$P)(error, batch);
    if (batch.length === 1 || named.length === 1) {
        const culprits = named.length === 1 ? named : [...batch];
        return { culprits, next: inBatches(batch.filter((entity) => !culprits.includes(entity))) };
    }
    const suspicious = named.length === 0 ? batch : named;
    const middle = Math.ceil(suspicious.length / 2);
    const others = batch.filter((entity) => !suspicious.includes(entity));
    return {
        culprits: [],
        next: [suspicious.slice(0, middle), suspicious.slice(middle), ...inBatches(others)],
    };
}
function inBatches(entities) {
    const count = Math.ceil(entities.length / permission_list/* entitiesPerCall */.$t);
    return Array.from({ length: count }, (_, index) => entities.slice(index * permission_list/* entitiesPerCall */.$t, (index + 1) * permission_list/* entitiesPerCall */.$t));
}

// EXTERNAL MODULE: ./lib/image/share/grantees.js
var grantees = __webpack_require__(1096);
;// CONCATENATED MODULE: ./lib/image/share/share.js
/** Shares an image with those who are to launch it, and its snapshots with those who are to copy it. */








/** Permissions may show a little later than they are accepted (eventual consistency). */
const patienceSeconds = 60;
const share_lookEverySeconds = 2;
/**
 * ModifySnapshotAttribute has a bucket of 100 tokens that is refilled with 5 a second (EC2 Developer Guide, "Request
 * throttling"), which other jobs of the account drink from as well.
 */
const snapshotsAtOnce = 4;
/**
 * Adds the permissions that are missing and reads all of them back. Those that are there beyond what was asked stay.
 * The image comes first; its snapshots follow once that has worked.
 * @throws ProblemsError that names whom EC2 refuses, or whose permissions are missing in the end; BakeError when EC2
 * refuses altogether or the calls fail
 */
async function shareImage(run, shares) {
    const { image, shareSnapshots, makePublic, isNew = false } = shares;
    const ec2 = run.aws.ec2(image.region);
    const others = withoutOwner(run, shares);
    const accounts = others.filter(grantees/* isAccount */.UP);
    const wanted = [...others, ...(makePublic ? [permission_list/* everyone */.sz] : [])];
    const before = await share(run, (0,permission_list/* launchPermissions */.ax)(ec2, image.id), wanted, isNew);
    warnOfPublic(run, shares, before);
    const snapshots = shareSnapshots ? image.snapshots : [];
    const thrown = await (0,side_by_side/* sideBySide */.Qp)(snapshots, snapshotsAtOnce, ({ snapshotId, device }) => share(run, (0,permission_list/* createVolumePermissions */.dq)(ec2, snapshotId, device), accounts, isNew));
    run.signal.throwIfAborted();
    throwAll(thrown);
    return {
        ...(0,grantees/* granteesOf */.dE)(others),
        public: makePublic,
        snapshots: snapshots.length > 0 && accounts.length > 0,
        alreadyThere: wanted.filter((entity) => before.has(entity)).length,
    };
}
/**
 * EC2 takes the owner's own account for one like any other: it would refuse it for an image that is encrypted with
 * `aws/ebs`, though the owner may launch that anyway.
 */
function withoutOwner({ log }, { shareWith, accountId }) {
    const others = shareWith.filter((grantee) => grantee !== accountId);
    if (others.length < shareWith.length) {
        log.info(`Account ${accountId} owns the image: it may use it without a permission`);
    }
    return others;
}
function warnOfPublic(run, { image, makePublic }, before) {
    if (makePublic || !before.has(permission_list/* everyone */.sz))
        return;
    (0,run_run/* warn */.R8)(run, `${image.id} is public already, though this bake does not ask for it: every AWS account may launch it`);
}
/** @returns the list as it was before */
async function share(run, list, wanted, isNew) {
    const before = isNew ? new Set() : await read(run, list);
    const missing = wanted.filter((entity) => !before.has(entity));
    if (missing.length > 0) {
        run.log.info(`Sharing the ${list.of} with ${describeEntities(missing)}`);
        // Everyone in a call of its own, and last: what is refused for everyone is granted to the others.
        await grant(run, list, missing.filter((entity) => entity !== permission_list/* everyone */.sz));
        if (missing.includes(permission_list/* everyone */.sz))
            await grant(run, list, [permission_list/* everyone */.sz]);
        await readBack(run, list, wanted);
    }
    else if (wanted.length > 0) {
        run.log.info(`The ${list.of} is shared with ${describeEntities(wanted)} already`);
    }
    return before;
}
async function readBack(run, list, wanted) {
    const { clock, signal } = run;
    const until = clock.now() + patienceSeconds * 1000;
    let missing = wanted;
    const areAllShown = async () => {
        const present = await read(run, list);
        missing = wanted.filter((entity) => !present.has(entity));
        return missing.length === 0 || undefined;
    };
    if (await (0,look_until/* lookUntil */.c)(areAllShown, { clock, signal, until, everySeconds: share_lookEverySeconds }))
        return;
    throw new errors/* ProblemsError */.FQ(`EC2 accepted to share the ${list.of}, but does not show it ${patienceSeconds} seconds later`, missing.map((entity) => `${entity === permission_list/* everyone */.sz ? 'everyone' : entity} has no permission`));
}
async function read({ signal }, list) {
    try {
        return await list.read(signal);
    }
    catch (error) {
        signal.throwIfAborted();
        throw (0,aws_failure/* awsFailure */.MT)(list.readAction, `look up with whom the ${list.of} is shared`, error);
    }
}
function describeEntities(entities) {
    const named = (0,grantees/* describeGrantees */.t2)((0,grantees/* granteesOf */.dE)(entities));
    if (!entities.includes(permission_list/* everyone */.sz))
        return named;
    return named === '' ? 'everyone' : `${named}, and with everyone`;
}
/** Of several snapshots the problems are told together; of other failures the first, for they are mostly the same. */
function throwAll(thrown) {
    const [first, ...others] = thrown;
    if (first === undefined)
        return;
    const told = thrown.filter((error) => error instanceof errors/* ProblemsError */.FQ);
    if (others.length === 0 || told.length < thrown.length)
        throw first;
    throw new errors/* ProblemsError */.FQ('The snapshots could not be shared as asked', told.map((error) => error.message));
}

// EXTERNAL MODULE: ./lib/distribute/record.js
var distribute_record = __webpack_require__(2594);
;// CONCATENATED MODULE: ./lib/distribute/distribute.js
/**
 * What is done with an image that is available: copies in other Regions, the settings that every image is to have, whom it
 * is shared with, and what names it. Each step does all Regions, and fails with all that went wrong.
 */














/** Side by side; a Region that fails does not stop the other copies, and the run fails with all that went wrong. */
async function copyToRegions(run, { copyTo }, { accountId, names, claim, adopts }) {
    const { log, record, workflow } = run;
    const { image } = record;
    if (image === undefined)
        return;
    const copies = new Map(copyTo.map(({ region }) => [region, { region }]));
    const knows = (copy) => {
        copies.set(copy.region, copy);
        (0,run_run/* learn */.nB)(run, { copies: [...copies.values()] });
    };
    // From now on there may be something to clean up in each of them.
    (0,run_run/* learn */.nB)(run, { copies: [...copies.values()], unfinished: true });
    const results = await copyImages(run, {
        targets: copyTo,
        home: { imageId: image.id, region: image.region },
        names: { ...names, ...asHomeHas(image, names.description, { key: names.key, claim }), name: image.name },
        claim,
        adopts,
        accountId,
        devices: image.snapshots.map(({ device }) => device),
        onCopy: (region, id, found) => {
            knows({ region, id, ...(found ? { found } : {}) });
            log.info(`Copy in ${region}: ${id}${(0,console/* consoleSuffix */.n)(region, id)}`);
        },
    });
    run.throwIfCancelled();
    for (const result of results) {
        if ('image' in result)
            knows({
                ...copies.get(result.region),
                region: result.region,
                id: result.image.id,
                image: result.image,
            });
    }
    const failures = results.filter((result) => 'error' in result);
    // Where EC2 refused the copy there is none to look for, unless an earlier attempt has made one that does not show yet.
    const isNothing = ({ error }) => error instanceof in_doubt/* NothingCreatedError */.G0 && !(0,base_workflow/* isLaterAttempt */._)(workflow);
    for (const { region } of failures.filter(isNothing))
        copies.delete(region);
    (0,run_run/* learn */.nB)(run, { copies: [...copies.values()] });
    await throwTogether(run, failures, results.length, 'Not every Region got its copy');
}
/**
 * What copies get is what the verified home image has: one that an earlier attempt made has other times in its tags. But
 * they carry this run's own key and claim: by these they are found again, and removed when it fails.
 */
function asHomeHas({ description, tags = {}, snapshotTags = {} }, otherwise, { key, claim }) {
    const own = { [own_tags/* keyTag */.QR]: key, [own_tags/* claimTag */.rT]: claim, [own_tags/* stateTag */.aJ]: 'baking' };
    const listed = (of) => Object.entries({ ...of, ...own })
        .filter(([name]) => !name.startsWith('aws:') && name !== own_tags/* removingTag */.W7)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([Key, Value]) => ({ Key, Value }));
    return {
        description: description ?? otherwise,
        imageTags: listed(tags),
        snapshotTags: listed(snapshotTags),
    };
}
/** Whether the inputs ask for anything that `settleImages` does. */
function settlingIsAsked(wishes) {
    const { deprecateAfter, requireImdsv2, deregistrationProtection } = wishes;
    const lifecycle = deprecateAfter !== undefined || requireImdsv2 || deregistrationProtection !== 'off';
    return lifecycle || sharingIsAsked(wishes);
}
function sharingIsAsked({ makePublic, shareWith }) {
    return makePublic || shareWith.length > 0;
}
/**
 * All images side by side and alike.
 * @param accountId whose they are
 */
async function settleImages(run, wishes, accountId) {
    const settle = (image) => settleOne(run, wishes, accountId, image);
    await forEachImage(run, (0,distribute_record/* imagesOf */.I)(run.record), settle, 'Not every image could be configured as asked');
}
/**
 * Side by side; one that fails does not stop the others.
 * @param summary of what went wrong, when that is more than one image
 * @throws as `throwTogether`
 */
async function forEachImage(run, images, work, summary) {
    const results = await Promise.all(images.map((image) => work(image).then(() => [], (error) => [{ region: image.region, error }])));
    run.signal.throwIfAborted();
    await throwTogether(run, results.flat(), images.length, summary);
}
/** Protection last, since with a cooldown it cannot be undone for a day. */
async function settleOne(run, wishes, accountId, image) {
    const { deprecateAfter, requireImdsv2, deregistrationProtection: protection } = wishes;
    const { shareWith, shareSnapshots, makePublic, areNew: isNew = false } = wishes;
    const { record } = run;
    const deprecateAt = deprecateAfter && (0,lifecycle/* deprecationTime */.QR)(deprecateAfter, record.startedAt);
    const showed = (lifecycle) => {
        if (lifecycle !== undefined)
            (0,distribute_record/* learnOfImage */.x)(run, image.region, { lifecycle });
    };
    showed(await (0,lifecycle/* settleLifecycle */.sm)(run, { image, deprecateAt, requireImdsv2 }));
    if (sharingIsAsked(wishes)) {
        const sharing = await shareImage(run, { image, accountId, shareWith, shareSnapshots, makePublic, isNew });
        (0,run_run/* learn */.nB)(run, image.region === run.region ? { sharing } : {});
    }
    showed(await (0,lifecycle/* protect */.yQ)(run, { image, protection }));
}
/** The image and its snapshots become `ready`: from then on they are nobody's to remove. */
async function markOne(run, image) {
    await (0,ready/* markReady */.H)(run, image);
    (0,distribute_record/* learnOfImage */.x)(run, image.region, {
        tags: readied(image.tags),
        snapshotTags: readied(image.snapshotTags),
    });
    run.log.info(`${image.id} in ${image.region} is marked as ready`);
}
function readied(tags = {}) {
    return { ...tags, [own_tags/* stateTag */.aJ]: 'ready' };
}
/** New versions of launch templates, then default versions, then parameters: one after the other, in every Region. */
async function publish(run, wishes) {
    if (wishes.launchTemplates.length > 0)
        await publishTemplates(run, wishes);
    if (wishes.ssmParameters.length > 0)
        await publishInParameters(run, wishes);
}
async function publishTemplates(run, { launchTemplates }) {
    const { record } = run;
    const idIn = new Map((0,distribute_record/* imagesOf */.I)(record).map(({ region, id }) => [region, id]));
    const targets = launchTemplates.map(({ template, makeDefault, region = run.region }) => ({
        region,
        template,
        makeDefault,
        imageId: idIn.get(region) ?? '',
    }));
    const knows = (one) => (0,run_run/* learn */.nB)(run, {
        templates: (record.templates ?? []).map((other) => (isSame(one, other) ? one : other)),
    });
    (0,run_run/* learn */.nB)(run, { templates: await (0,launch_templates/* readTemplates */.QT)(run, targets) });
    const templates = await (0,launch_templates/* createVersions */.kJ)(run, record.templates ?? [], knows);
    await (0,launch_templates/* moveDefaults */.qp)(run, templates, knows);
}
function isSame(one, other) {
    return one.region === other.region && one.template === other.template;
}
async function publishInParameters(run, { ssmParameters }) {
    const { record } = run;
    const others = ({ region, name }) => (record.parameters ?? []).filter((one) => one.region !== region || one.name !== name);
    const knows = (parameter) => (0,run_run/* learn */.nB)(run, { parameters: [...others(parameter), parameter] });
    const parameters = await (0,publish_parameters/* publishParameters */.e4)(run, {
        targets: (0,distribute_record/* imagesOf */.I)(record).map(({ region, id }) => ({ region, imageId: id })),
        parameterNames: ssmParameters,
        onWriting: knows,
        onWritten: knows,
        onRefused: (parameter) => (0,run_run/* learn */.nB)(run, { parameters: others(parameter) }),
    });
    (0,run_run/* learn */.nB)(run, { parameters });
}
/**
 * @param all how many might have failed
 * @throws the error of the only one itself; else a ProblemsError that lists each with what is to be done about it
 */
async function throwTogether(run, failures, all, summary) {
    const [first] = failures;
    if (first === undefined)
        return;
    if (all === 1)
        throw first.error;
    const problems = failures.map(async ({ region, error }) => {
        return `${region}: ${(0,errors/* messageWithRemedy */.ug)(await (0,decode/* explain */.W)(error, run.aws.sts(), run.signal))}`;
    });
    const told = await Promise.all(problems);
    run.signal.throwIfAborted();
    const cause = new AggregateError(failures.map(({ error }) => error));
    throw new errors/* ProblemsError */.FQ(summary, told, { cause });
}


/***/ }),

/***/ 3501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G8: () => (/* binding */ distributionTitles),
/* harmony export */   LP: () => (/* binding */ distributionInput),
/* harmony export */   NV: () => (/* binding */ regionsOf),
/* harmony export */   Ol: () => (/* binding */ distributionSteps)
/* harmony export */ });
/** The steps of a distribution, in their order. */
const distributionSteps = [
    'copy',
    'configure',
    'share',
    'protect',
    'launch-template',
    'parameter',
    'failure',
];
/** What the plan of a dry run calls them. */
const distributionTitles = {
    copy: 'Copies',
    configure: 'Settings',
    share: 'Sharing',
    protect: 'Protection',
    'launch-template': 'Launch templates',
    parameter: 'SSM parameters',
    failure: 'On failure',
};
/** Something to be done to an image that is there already. */
function distributionInput(name, parse, rest) {
    return { name, parse, ...rest };
}
/** Every Region that has the image in the end, the home Region first. */
function regionsOf({ region, copyTo }) {
    return [region, ...copyTo.map((copy) => copy.region)];
}


/***/ }),

/***/ 6396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ distributionInputs),
  o: () => (/* binding */ onFailure)
});

// EXTERNAL MODULE: ./lib/github/inputs/parsers.js
var parsers = __webpack_require__(3041);
// EXTERNAL MODULE: ./lib/github/inputs/given.js
var given = __webpack_require__(9240);
// EXTERNAL MODULE: ./lib/github/inputs/region.js
var inputs_region = __webpack_require__(4245);
// EXTERNAL MODULE: ./lib/distribute/inputs/entry.js
var entry = __webpack_require__(3501);
;// CONCATENATED MODULE: ./lib/distribute/inputs/partition.js
/** By the form of the Region's code, as the SDK's partitions.json has them. */
const partitions = [
    ['cn-', 'aws-cn'],
    ['us-gov-', 'aws-us-gov'],
    ['us-iso-', 'aws-iso'],
    ['us-isob-', 'aws-iso-b'],
    ['eu-isoe-', 'aws-iso-e'],
    ['us-isof-', 'aws-iso-f'],
    ['eusc-', 'aws-eusc'],
];
/** The partition that a Region is in, as ARNs name it: `aws`, `aws-cn`, … */
function partitionOf(region) {
    return partitions.find(([prefix]) => region.startsWith(prefix))?.[1] ?? 'aws';
}

;// CONCATENATED MODULE: ./lib/distribute/inputs/copy-to.js





/** Regions to copy the image to, each with a key of its own if the copy is to be encrypted with it. */
const copyTargets = (text, report) => {
    const targets = (0,parsers/* itemsOf */.S3)(text).flatMap((item) => copyTarget(item, report) ?? []);
    for (const twice of givenTwice(targets)) {
        report(`Region \`${twice}\` is named more than once: there is one copy in each Region`);
    }
    return targets;
};
/** Other Regions that get a copy, each once, none of them the home Region. */
const copyTo = (0,entry/* distributionInput */.LP)('copy-to', copyTargets, {
    needsAvailableImage: (targets) => targets.length > 0,
    conflicts: (targets, others) => targets.flatMap((target) => conflictsOf(target, others)),
    plan: {
        step: 'copy',
        lines: (targets) => targets.map(({ region, kmsKeyId }) => `Copy the AMI to ${region}${kmsKeyId === undefined ? '' : `, encrypted with ${kmsKeyId}`}`),
    },
});
/** `REGION` or `REGION KMS-KEY`. */
function copyTarget(item, report) {
    const [code = '', key, ...rest] = item.split(/\s+/);
    if (rest.length > 0 || (key !== undefined && (0,inputs_region/* region */.N)(key, () => undefined) !== undefined)) {
        report(`${(0,given/* given */.gI)(item)} is neither \`REGION\` nor \`REGION KMS-KEY\`. Separate several by commas or line ends`);
        return undefined;
    }
    const known = (0,inputs_region/* region */.N)(code, report);
    if (key === undefined)
        return known === undefined ? undefined : { region: known };
    const problem = keyProblem(key, known);
    if (problem !== undefined)
        report(problem);
    return known === undefined || problem !== undefined ? undefined : { region: known, kmsKeyId: key };
}
/**
 * API model, CopyImage.KmsKeyId: "Key ID", "Key alias", "ARN using key ID", "ARN using key alias"; the IDs are those of
 * KMS, of one Region (a UUID) or several (`mrk-…`). EC2 looks at the key only after it has accepted the copy.
 */
const keyIdForm = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$/;
/** CreateAlias.AliasName in the KMS API Reference: at most 256 characters with the prefix. */
const aliasForm = /^alias\/[A-Za-z0-9/_-]{1,250}$/;
const arnForm = /^arn:aws(?:-[a-z]+)*:kms:(?<region>[a-z0-9-]+):\d{12}:(?<key>key\/.+|alias\/.+)$/;
/** @param copyRegion the Region of the copy; undefined when it could not be read */
function keyProblem(key, copyRegion) {
    if (keyIdForm.test(key) || aliasForm.test(key))
        return undefined;
    const arn = arnForm.exec(key)?.groups;
    const of = arn?.['key'] ?? '';
    if (arn === undefined || !(keyIdForm.test(of.replace(/^key\//, '')) || aliasForm.test(of))) {
        return (`${(0,given/* given */.gI)(key)} is not a KMS key, which is given as a key ID, a key ARN, an alias (\`alias/images\`) ` +
            `or the ARN of an alias${aliasForm.test(`alias/${key}`) ? `. Is it \`alias/${key}\`?` : ''}`);
    }
    if (copyRegion === undefined || arn['region'] === copyRegion)
        return undefined;
    return `the key ${(0,given/* given */.gI)(key)} is in Region ${arn['region']}, and a copy in ${copyRegion} needs a key in ${copyRegion}`;
}
function givenTwice(targets) {
    const regions = targets.map((target) => target.region);
    return new Set(regions.filter((code, index) => regions.indexOf(code) !== index));
}
function conflictsOf(target, others) {
    return [homeConflict(target, others), keyConflict(target, others)].filter((found) => found !== undefined);
}
function homeConflict({ region }, { region: home }) {
    if (home === undefined)
        return undefined;
    // Names are unique in a Region, and the home Region has the image itself.
    if (region === home)
        return `${home} is the Region of the image itself. Leave it out`;
    if (partitionOf(region) === partitionOf(home))
        return undefined;
    // "Cross-partition copies (use CreateStoreImageTask instead)": EC2 API Reference, CopyImage, what it does not support.
    return `Region ${region} is in another partition than ${home}, and EC2 copies images within one partition only`;
}
/** The AWS managed key, by the one name that identifies it without a call. */
const awsManagedKey = /(?:^|:)alias\/aws\/ebs$/;
function keyConflict({ region, kmsKeyId }, { makePublic, shareWith }) {
    if (kmsKeyId === undefined)
        return undefined;
    // "Encrypted snapshots … can't be shared publicly" (EBS user guide), nor images of them.
    if (makePublic) {
        return `the copy in ${region} would be encrypted, and EC2 cannot make encrypted images public. Leave out the key, or \`public\``;
    }
    if (shareWith === undefined || shareWith.length === 0 || !awsManagedKey.test(kmsKeyId))
        return undefined;
    // "You can't share snapshots that are encrypted with the default AWS managed key" (EBS User Guide, Share a snapshot).
    return `the copy in ${region} would be encrypted with the AWS managed key aws/ebs, and \`share-with\` cannot share what that key encrypts. Use a customer managed key`;
}

// EXTERNAL MODULE: ./lib/github/inputs/time-span.js
var time_span = __webpack_require__(8121);
// EXTERNAL MODULE: ./lib/image/lifecycle.js
var lifecycle = __webpack_require__(965);
;// CONCATENATED MODULE: ./lib/distribute/inputs/deprecate-after.js




/** When to deprecate the image: `90d`, `12h`, or an ISO 8601 date-time with its zone; undefined when it is empty. */
const deprecation = (text, report) => {
    if (text === '')
        return undefined;
    const value = afterOf(text) ?? timeOf(text);
    if (value !== undefined)
        return value;
    report(`${(0,given/* given */.gI)(text)} is neither a duration in days or hours, such as \`90d\` or \`12h\`, nor a date-time with its zone, ` +
        `such as \`2027-01-31T00:00:00Z\`${hint(text)}`);
    return undefined;
};
/** When the image is deprecated; undefined when never. */
const deprecateAfter = (0,entry/* distributionInput */.LP)('deprecate-after', deprecation, {
    needsAvailableImage: (wish) => wish !== undefined,
    plan: {
        step: 'configure',
        lines: (wish, { startedAt }) => (wish === undefined ? [] : [line(wish, startedAt)]),
    },
});
function line(wish, startedAt) {
    const time = new Date((0,lifecycle/* deprecationTime */.QR)(wish, startedAt)).toISOString();
    if (wish.kind === 'at')
        return `Deprecate each image at ${time}`;
    return `Deprecate each image after ${(0,time_span/* daysOrHours */.Mc)(wish.milliseconds)} (about ${time.slice(0, 10)})`;
}
function afterOf(text) {
    const milliseconds = (0,time_span/* timeSpanOf */.PL)(text);
    return milliseconds === undefined ? undefined : { kind: 'after', milliseconds };
}
/** The extended format of ISO 8601, seconds and their fraction left out or not, as RFC 3339 has it too. */
const dateTimeForm = /^(?<date>\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
function timeOf(text) {
    const date = dateTimeForm.exec(text)?.groups?.['date'];
    if (date === undefined || !isInCalendar(date))
        return undefined;
    return { kind: 'at', time: Date.parse(text) };
}
/** `Date.parse` takes the 30th of February for a day in March. */
function isInCalendar(date) {
    const time = Date.parse(`${date}T00:00:00Z`);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
/** What was meant, as far as can be told. */
function hint(text) {
    const bare = text.replace(/^(["'`])(.*)\1$/, '$2');
    if (bare !== text && isAccepted(bare))
        return `. Leave out the quotes: \`${bare}\``;
    if (/^0+[dh]$/.test(text))
        return '. It must be more than 0';
    const span = (0,time_span/* timeSpanHint */.JI)(text);
    return span === '' ? dateHint(text) : span;
}
function dateHint(text) {
    const date = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
    if (date === undefined)
        return '';
    if (!isInCalendar(date))
        return `. There is no such day as ${date}`;
    if (date === text)
        return `. Add the time and its zone: \`${date}T00:00:00Z\``;
    const joined = text.replace(/^(\S+)[ t]+/, '$1T').replace(/z$/, 'Z');
    if (isAccepted(joined))
        return `. Write it \`${joined}\``;
    if (isAccepted(`${joined}Z`))
        return `. Add its zone: \`${joined}Z\` if it is in UTC`;
    return '';
}
function isAccepted(text) {
    return (afterOf(text) ?? timeOf(text)) !== undefined;
}

// EXTERNAL MODULE: ./lib/aws/id-forms.js
var id_forms = __webpack_require__(5270);
;// CONCATENATED MODULE: ./lib/distribute/inputs/launch-template.js
/** Launch templates that get a new version with the image. */





/** Whether the text is the ID of a launch template and not its name. */
function isLaunchTemplateId(text) {
    return id_forms/* launchTemplateIdForm */.PI.test(text);
}
/** EC2 API Reference, CreateLaunchTemplate, LaunchTemplateName: "[a-zA-Z0-9\(\)\.\-/_]+", 3 to 128 characters. */
const nameForm = /^[a-zA-Z0-9().\-/_]{3,128}$/;
const targets = (text, report) => (0,parsers/* itemsOf */.S3)(text).flatMap((item) => target(item, report) ?? []);
/** `NAME-or-ID`, `NAME-or-ID default`, `NAME-or-ID in REGION` or `NAME-or-ID default in REGION`. */
function target(item, report) {
    const [template = '', ...words] = item.split(/\s+/);
    const makeDefault = words[0] === 'default';
    const [preposition, code, ...others] = makeDefault ? words.slice(1) : words;
    const isComplete = preposition === undefined || (preposition === 'in' && code !== undefined);
    if (!isComplete || others.length > 0) {
        report(`${(0,given/* given */.gI)(item)} is not accepted: it takes \`NAME-or-ID\`, then optionally \`default\`, ` +
            'then optionally `in REGION`. Separate several by commas or line ends');
        return undefined;
    }
    const problem = templateProblem(template);
    if (problem !== undefined)
        report(problem);
    const region = code === undefined ? undefined : (0,inputs_region/* region */.N)(code, report);
    if (problem !== undefined || (code !== undefined && region === undefined))
        return undefined;
    return { template, makeDefault, region };
}
function templateProblem(text) {
    if (isLaunchTemplateId(text))
        return undefined;
    const digits = /^lt-([0-9a-f]{8,})$/i.exec(text)?.[1];
    if (digits !== undefined) {
        return `${(0,given/* given */.gI)(text)} is not the ID of a launch template, which is \`lt-\` and 17 hex digits in lower case. ${idHint(text, digits)}`;
    }
    if (nameForm.test(text))
        return undefined;
    return `${(0,given/* given */.gI)(text)} is neither the ID nor the name of a launch template, which has 3 to 128 letters, digits and \`( ) . - / _\`${nameHint(text)}`;
}
function idHint(text, digits) {
    const lowerCase = text.toLowerCase();
    if (isLaunchTemplateId(lowerCase))
        return `Write it in lower case: \`${lowerCase}\``;
    return `This has ${digits.length}. If it is a name, give the ID of that launch template`;
}
function nameHint(text) {
    const [, id = ''] = /^arn:[^/]*:launch-template\/(lt-.+)$/.exec(text) ?? [];
    if (isLaunchTemplateId(id))
        return `. That is its ARN: give \`${id}\``;
    const [, bare = ''] = /^(.+):(?:\$Latest|\$Default|\d+)$/.exec(text) ?? [];
    if (nameForm.test(bare))
        return `. Leave out the version: \`${bare}\``;
    return '';
}
/** Launch templates that get a new version with the image of their Region. */
const launchTemplates = (0,entry/* distributionInput */.LP)('launch-template', targets, {
    needsAvailableImage: (list) => list.length > 0,
    conflicts: (list, { region, copyTo }) => region === undefined || copyTo === undefined ? [] : launch_template_conflictsOf(list, (0,entry/* regionsOf */.NV)({ region, copyTo })),
    plan: {
        step: 'launch-template',
        lines: (list, { inputs }) => list.map(({ template, makeDefault, region }) => `Create a version of launch template ${template} in ${region ?? inputs.region} with the AMI of that Region` +
            `${makeDefault ? ', and make it the default version' : ''}` +
            '. Warning: whatever launches from $Latest of it, such as an Auto Scaling group, launches the AMI at once'),
    },
});
/** @param regions that have the image in the end, the home Region first */
function launch_template_conflictsOf(list, regions) {
    const [home = ''] = regions;
    const elsewhere = list
        .map(({ region }) => region)
        .filter((region) => region !== undefined && !regions.includes(region));
    const named = list.map(({ template, region }) => `${template} in ${region ?? home}`);
    const twice = named.filter((name, index) => named.indexOf(name) !== index);
    return [
        ...[...new Set(elsewhere)].map((region) => `Region ${region} has no image: it is neither ${home}, the Region of the action, nor one of \`copy-to\``),
        ...[...new Set(twice)].map((name) => `${name} is named more than once: each gets one new version`),
    ];
}

// EXTERNAL MODULE: ./lib/github/inputs/account-id.js
var account_id = __webpack_require__(7082);
// EXTERNAL MODULE: ./lib/image/share/grantees.js
var grantees = __webpack_require__(1096);
;// CONCATENATED MODULE: ./lib/distribute/inputs/share-with.js
/** Whom the image is shared with. */






/** An account ID, or the ARN of an organization or an organizational unit, told apart by their forms. */
const grantee = (text, report) => {
    if ((0,grantees/* granteeKind */.DF)(text) !== undefined)
        return text;
    report(`${(0,given/* given */.gI)(text)} is neither an account ID (12 digits) nor the ARN of an organization or an organizational unit. ` +
        share_with_hint(text));
    return undefined;
};
/** Account IDs and ARNs of organizations and organizational units that may launch the image, each once. */
const shareWith = (0,entry/* distributionInput */.LP)('share-with', (0,parsers/* listOf */.c3)(grantee), {
    needsAvailableImage: (list) => list.length > 0,
    // An account, an image and an organization live in one partition; no permission reaches across.
    conflicts: (list, { region }) => (region === undefined ? [] : foreign(list, region)),
    plan: {
        step: 'share',
        lines: (list) => list.length === 0
            ? []
            : [`Share the AMI with ${(0,grantees/* describeGrantees */.t2)((0,grantees/* granteesOf */.dE)(list))}: ${list.join(', ')}`],
    },
});
/** Whether those accounts may also create volumes from the snapshots. */
const shareSnapshots = (0,entry/* distributionInput */.LP)('share-snapshots', parsers/* boolean */.zM, {
    default: 'false',
    needsAvailableImage: (wanted) => wanted,
    conflicts: (wanted, { shareWith }) => (wanted && shareWith !== undefined ? withoutAccounts(shareWith) : []),
    plan: {
        step: 'share',
        lines: (wanted, { inputs }) => wanted ? [`Share its snapshots with ${(0,grantees/* granteesOf */.dE)(inputs.shareWith).accounts.join(', ')}`] : [],
    },
});
/** Whether everyone may launch the image. */
const makePublic = (0,entry/* distributionInput */.LP)('public', parsers/* boolean */.zM, {
    default: 'false',
    needsAvailableImage: (wanted) => wanted,
    plan: {
        step: 'share',
        lines: (wanted) => (wanted ? ['Make the AMI public: every AWS account may launch it'] : []),
    },
});
function foreign(list, region) {
    const here = partitionOf(region);
    return list
        .filter((grantee) => (0,grantees/* granteeKind */.DF)(grantee) !== 'accounts' && grantee.split(':')[1] !== here)
        .map((arn) => `\`${arn}\` is in another partition than Region ${region}, whose ARNs begin with \`arn:${here}:\``);
}
/** ModifySnapshotAttribute knows account IDs (and everyone), no organizations: EC2 API Reference, CreateVolumePermission. */
function withoutAccounts(list) {
    if (list.length === 0)
        return ['`share-with` names no account to share the snapshots with'];
    if ((0,grantees/* granteesOf */.dE)(list).accounts.length > 0)
        return [];
    return [
        '`share-with` names organizations only, and EC2 can share snapshots with accounts only. ' +
            'Add the IDs of the accounts that are to copy the AMI',
    ];
}
const arnParts = /^arn:(?<partition>aws[a-z-]*):(?<service>[a-z0-9-]+):[a-z0-9-]*:(?<account>\d{12}):(?<resource>.+)$/;
/** What the value is instead, as far as can be told, and what to do. */
function share_with_hint(text) {
    if (/^(?:all|everyone|everybody|public|any|anyone|\*)$/i.test(text)) {
        return 'To share with everyone, set `public: true`';
    }
    if (text.toLowerCase() === 'self')
        return 'Your own account can use its images anyway: leave it out';
    const quotes = (0,account_id/* quotesHint */.$V)(text, (bare) => (0,grantees/* granteeKind */.DF)(bare) !== undefined);
    return quotes ?? (0,account_id/* accountHint */.Nm)(text) ?? organizationHint(text) ?? arnHint(text) ?? otherwise;
}
const otherwise = 'Examples: `123456789012`, `arn:aws:organizations::123456789012:organization/o-0123456789`, ' +
    '`arn:aws:organizations::123456789012:ou/o-0123456789/ou-a1b2-0123abcd`';
function organizationHint(text) {
    if (/^o-[a-z0-9]+$/.test(text)) {
        return 'That is the ID of an organization: give its ARN, which `aws organizations describe-organization` shows';
    }
    if (/^ou-[a-z0-9]+-[a-z0-9]+$/.test(text)) {
        return 'That is the ID of an organizational unit: give its ARN, which `aws organizations describe-organizational-unit` shows';
    }
    if (/^r-[a-z0-9]+$/.test(text))
        return 'That is the root of an organization: give the ARN of the organization';
    return undefined;
}
function arnHint(text) {
    const { partition, service, account, resource } = arnParts.exec(text)?.groups ?? {};
    if (partition === undefined || account === undefined || resource === undefined)
        return undefined;
    if (service === 'iam' || service === 'sts') {
        return `Images are shared with whole accounts, not with roles or users: \`${account}\` is the account of this one`;
    }
    if (service !== 'organizations')
        return undefined;
    const [, root] = /^root\/(o-[a-z0-9]+)\/r-[a-z0-9]+$/.exec(resource) ?? [];
    const whole = `arn:${partition}:organizations::${account}:organization/${root}`;
    if (root !== undefined && (0,grantees/* granteeKind */.DF)(whole) !== undefined) {
        return `That is the root of an organization: give the organization itself, \`${whole}\``;
    }
    const [, member] = /^account\/o-[a-z0-9]+\/(\d{12})$/.exec(resource) ?? [];
    if (member !== undefined)
        return `That is the ARN of an account: give its ID, \`${member}\``;
    return undefined;
}

// EXTERNAL MODULE: ./lib/distribute/inputs/templates.js
var templates = __webpack_require__(8366);
;// CONCATENATED MODULE: ./lib/distribute/inputs/table.js







/** Whether, and how, the image is protected from being deregistered. */
const deregistrationProtection = (0,entry/* distributionInput */.LP)('deregistration-protection', (0,parsers/* oneOf */.yL)('off', 'on', 'with-cooldown'), {
    default: 'off',
    needsAvailableImage: (protection) => protection !== 'off',
    plan: {
        step: 'protect',
        lines: (protection) => protection === 'off' ? [] : [`Protect each image from deregistration (${protection})`],
    },
});
/** Whether instances of the image require IMDSv2. */
const requireImdsv2 = (0,entry/* distributionInput */.LP)('require-imdsv2', parsers/* boolean */.zM, {
    default: 'false',
    needsAvailableImage: (wanted) => wanted,
    plan: {
        step: 'configure',
        lines: (wanted) => wanted ? ['Require IMDSv2 of the instances of each image, which cannot be undone'] : [],
    },
});
/** Templates of the names of SSM parameters that will hold the image's ID. */
const ssmParameters = (0,entry/* distributionInput */.LP)('ssm-parameter', templates/* parameterNames */.u6, {
    needsAvailableImage: (templates) => templates.length > 0,
    plan: {
        step: 'parameter',
        lines: (_templates, { names, inputs }) => names.ssmParameters.map((name) => `Write the ID of the AMI into the SSM parameter ${name} in ${(0,entry/* regionsOf */.NV)(inputs).join(', ')}`),
    },
});
/** In the order of `action.yml`, where they stand together. */
const distributionInputs = {
    shareWith: shareWith,
    shareSnapshots: shareSnapshots,
    makePublic: makePublic,
    copyTo: copyTo,
    deprecateAfter: deprecateAfter,
    deregistrationProtection,
    requireImdsv2,
    ssmParameters,
    launchTemplates: launchTemplates,
};
/** What becomes of the images that the action created when it does not end well. */
const onFailure = (0,entry/* distributionInput */.LP)('on-failure', (0,parsers/* oneOf */.yL)('delete', 'keep'), {
    default: 'delete',
    needsAvailableImage: () => false,
    plan: {
        step: 'failure',
        lines: (choice, { createsImages }) => createsImages ? [`On failure: ${choice} what this run created`] : [],
    },
});


/***/ }),

/***/ 8366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   oA: () => (/* binding */ tagLines),
/* harmony export */   u6: () => (/* binding */ parameterNames),
/* harmony export */   vs: () => (/* binding */ template)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7594);
/* harmony import */ var _github_inputs_given_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9240);
/* harmony import */ var _github_inputs_parsers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3041);
/* harmony import */ var _naming_several_tags_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9384);
/* harmony import */ var _naming_tag_template_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5215);
/* harmony import */ var _naming_template_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8287);






/** A naming template. */
const template = (text, report) => orReport(report, () => (0,_naming_template_js__WEBPACK_IMPORTED_MODULE_5__/* .parseTemplate */ .Q)(text));
/** Tags, one `Key=Value` a line, in their order and with repetitions. Commas are part of the values. */
const tagLines = (text, report) => (0,_github_inputs_parsers_js__WEBPACK_IMPORTED_MODULE_2__/* .linesOf */ .Dx)(text).flatMap((line) => orReport(report, () => (0,_naming_tag_template_js__WEBPACK_IMPORTED_MODULE_4__/* .parseTagLine */ .o2)(line)) ?? []);
/** Templates of parameter names, separated by commas or line ends. Commas within `{{ }}` and `{% %}` separate nothing. */
const parameterNames = (text, report) => {
    const ofItem = (item) => orReport((problem) => report(`${(0,_github_inputs_given_js__WEBPACK_IMPORTED_MODULE_1__/* .given */ .gI)(item)}: ${problem}`), () => (0,_naming_template_js__WEBPACK_IMPORTED_MODULE_5__/* .parseTemplate */ .Q)(item)) ?? [];
    return (0,_github_inputs_parsers_js__WEBPACK_IMPORTED_MODULE_2__/* .linesOf */ .Dx)(text).flatMap(_naming_several_tags_js__WEBPACK_IMPORTED_MODULE_3__/* .splitAtCommas */ .EO).flatMap(ofItem);
};
function orReport(report, parse) {
    try {
        return parse();
    }
    catch (error) {
        report((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error));
        return undefined;
    }
}


/***/ }),

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

/***/ 7258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $v: () => (/* binding */ findOthers),
/* harmony export */   MU: () => (/* binding */ isOurs),
/* harmony export */   Ng: () => (/* binding */ isUsable),
/* harmony export */   hW: () => (/* binding */ findTwins),
/* harmony export */   sX: () => (/* binding */ isInTheMaking),
/* harmony export */   vz: () => (/* binding */ sourceOf),
/* harmony export */   xx: () => (/* binding */ findExisting)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4608);
/* harmony import */ var _base_own_tags_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3443);
/* harmony import */ var _base_workflow_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2284);
/* harmony import */ var _describe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1852);
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7496);
/** What is there already before an image is made: of an earlier attempt of this bake, or of the same name. */





/** An image older than this shows its tags, if it has any (eventual consistency). */
const youngSeconds = 60;
const lookEverySeconds = 2;
/**
 * In a later attempt, a young image of the wanted name that shows no tags may be the one that the attempt before has made.
 * @throws BakeError when our images cannot be looked up
 */
async function findExisting(run, sought) {
    const { clock, signal, workflow } = run;
    // Ages are by EC2's clock, which need not agree with the runner's: it is this clock that ends the looking.
    const until = clock.now() + ((0,_base_workflow_js__WEBPACK_IMPORTED_MODULE_2__/* .isLaterAttempt */ ._)(workflow) ? youngSeconds * 1000 : 0);
    for (;;) {
        const existing = await look(run, sought);
        const now = clock.now();
        if (now >= until || !mayLackTags(existing.namesake, now))
            return existing;
        await clock.sleep(lookEverySeconds * 1000, signal);
    }
}
function mayLackTags(image, now) {
    if (image === undefined || (image.Tags ?? []).length > 0)
        return false;
    return (0,_describe_js__WEBPACK_IMPORTED_MODULE_1__/* .ageSeconds */ .Ru)(image, now) < youngSeconds;
}
async function look(run, sought) {
    // In attempt 1 there is nothing to be resumed: twins are looked for beside the bake, by `findTwins`.
    const ofEarlier = (0,_base_workflow_js__WEBPACK_IMPORTED_MODULE_2__/* .isLaterAttempt */ ._)(run.workflow) ? findOfKey(run, sought) : [];
    const [ofKey, ofName] = await Promise.all([ofEarlier, findOfName(run, sought)]);
    const open = ofKey.filter(_ownership_js__WEBPACK_IMPORTED_MODULE_3__/* .isUnfinished */ .ui);
    const [handedOut] = open.filter((image) => isHandedOut(image, sought) && isUsable(image));
    const earlier = open.filter((image) => (0,_ownership_js__WEBPACK_IMPORTED_MODULE_3__/* .isOfEarlierAttempt */ .HD)(image, sought) && (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .bakeStateOf */ .iy)(image) !== 'unverified');
    const unfinished = earlier.find((image) => canBeResumed(image) && isAsAsked(image, sought.names));
    return {
        unfinished,
        handedOut,
        leftovers: earlier.filter((image) => !canBeResumed(image)),
        twins: open.filter((image) => image !== handedOut && image !== unfinished && (!earlier.includes(image) || canBeResumed(image))),
        namesake: ofName.find(({ ImageId }) => ImageId !== unfinished?.ImageId),
    };
}
/** Images of this key in the making, beside that of this process: another process of this attempt is making them. */
async function findTwins(run, sought, imageId) {
    const images = await findOfKey(run, sought);
    return images.filter((image) => image.ImageId !== imageId && (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .claimOf */ ._B)(image) !== sought.claim && (0,_ownership_js__WEBPACK_IMPORTED_MODULE_3__/* .isUnfinished */ .ui)(image));
}
function isHandedOut(image, sought) {
    return (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .bakeStateOf */ .iy)(image) === 'unverified' && (0,_ownership_js__WEBPACK_IMPORTED_MODULE_3__/* .isOfEarlierAttempt */ .HD)(image, sought);
}
/** Somebody has begun to remove the others, or they are of no use. */
function canBeResumed(image) {
    return (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .bakeStateOf */ .iy)(image) === 'baking' && isUsable(image);
}
/**
 * Two jobs may share a key, such as two calls of one reusable workflow: what tells their images apart are their tags, but for
 * those that differ from attempt to attempt.
 */
function isAsAsked(image, { steadyTags }) {
    return steadyTags.every(({ Key, Value }) => (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .tagOf */ .cO)(image, Key) === Value);
}
async function findOfKey({ aws, signal, region }, { names, accountId }) {
    const images = await (0,_describe_js__WEBPACK_IMPORTED_MODULE_1__/* .imagesOfKey */ .pq)(aws.ec2(region), names.key, { signal }).catch((error) => {
        signal.throwIfAborted();
        throw (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .MT)('ec2:DescribeImages', 'look for the images of earlier attempts', error);
    });
    return images.filter((image) => isOurs(image, accountId));
}
async function findOfName({ aws, signal, region }, { names, accountId }) {
    const images = await (0,_describe_js__WEBPACK_IMPORTED_MODULE_1__/* .imagesOfName */ .zD)(aws.ec2(region), names.name, { signal }).catch((error) => {
        signal.throwIfAborted();
        throw (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .MT)('ec2:DescribeImages', `look for images of the name ${names.name}`, error);
    });
    return images.filter((image) => isOurs(image, accountId));
}
/** Images of earlier attempts beside the one that is resumed or was created, of any state but finished. */
async function findOthers(run, sought, imageId) {
    const images = await findOfKey(run, sought);
    return images.filter((image) => image.ImageId !== imageId &&
        (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .bakeStateOf */ .iy)(image) !== 'unverified' &&
        (0,_ownership_js__WEBPACK_IMPORTED_MODULE_3__/* .isUnfinished */ .ui)(image) &&
        (0,_ownership_js__WEBPACK_IMPORTED_MODULE_3__/* .isOfEarlierAttempt */ .HD)(image, sought) &&
        isAsAsked(image, sought.names));
}
/** Ours, and there: EC2 shows deregistered images for a short while. */
function isOurs({ OwnerId, State }, accountId) {
    return OwnerId === accountId && State !== 'deregistered';
}
/** On its way, or there: what is in another state does not come back. */
function isUsable({ State }) {
    return State === 'pending' || State === 'available' || State === 'transient';
}
/** @param ifExists what is asked for where an image of the name is there */
function sourceOf({ unfinished, handedOut, namesake }, ifExists) {
    if (unfinished !== undefined)
        return 'resumed';
    if (handedOut !== undefined)
        return 'handed out';
    return ifExists === 'reuse' && namesake !== undefined && isUsable(namesake) ? 'reused' : 'created';
}
/** In the making by a bake that has not finished it. */
function isInTheMaking(image) {
    return ['baking', 'removing'].includes((0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .bakeStateOf */ .iy)(image) ?? '');
}


/***/ }),

/***/ 965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QR: () => (/* binding */ deprecationTime),
/* harmony export */   aW: () => (/* binding */ latestDeprecation),
/* harmony export */   sm: () => (/* binding */ settleLifecycle),
/* harmony export */   yQ: () => (/* binding */ protect)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4608);
/* harmony import */ var _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(848);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7594);
/* harmony import */ var _base_look_until_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6815);
/* harmony import */ var _describe_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1852);
/* harmony import */ var _share_refusals_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2416);
/**
 * What an image carries through its life: when it is deprecated, whether its instances require IMDSv2, and whether it is
 * protected from deregistration. The same for the home image and for every copy; EC2 copies none of it.
 */






const minute = 60_000;
/**
 * The whole minute at which the image is deprecated, in milliseconds since the epoch. "If you specify a value for seconds,
 * Amazon EC2 rounds the seconds to the nearest minute" (EC2 API Reference, EnableImageDeprecation): so does this, since what
 * EC2 shows is compared with it. A duration ends with the minute before, so that one of exactly two or ten years does not
 * exceed EC2's limit by the rounding.
 * @param start of the bake, which durations count from, in milliseconds since the epoch
 */
function deprecationTime(wish, start) {
    return wish.kind === 'at'
        ? Math.round(wish.time / minute) * minute
        : Math.floor((start + wish.milliseconds) / minute) * minute;
}
/** "10 years from now, except for public AMIs, where the upper limit is 2 years from the creation date" (the same). */
function latestDeprecation({ now, createdAt, isPublic, }) {
    return isPublic ? plusYears(createdAt, 2) : plusYears(now, 10);
}
function plusYears(time, years) {
    const date = new Date(time);
    return date.setUTCFullYear(date.getUTCFullYear() + years);
}
/**
 * Sets when the image is deprecated, and that its instances require IMDSv2. What is so already is left alone; what was
 * changed is read back.
 * @returns the image's lifecycle as EC2 shows it in the end; undefined when nothing was asked for
 * @throws BakeError when EC2 refuses or the calls fail; ProblemsError when EC2 does not show in the end what it accepted
 */
async function settleLifecycle(run, { image, deprecateAt, requireImdsv2 }) {
    const traits = [
        ...(deprecateAt === undefined ? [] : [deprecated(run, image, deprecateAt)]),
        ...(requireImdsv2 ? [requiringImdsv2(run, image)] : []),
    ];
    return settle(run, image, traits);
}
/**
 * Protects the image from deregistration; as late as can be, for a cooldown keeps an image for 24 hours that the bake might
 * have to remove. What is protected more than was asked for stays so.
 * @returns as `settleLifecycle`
 * @throws as `settleLifecycle`
 */
async function protect(run, { image, protection }) {
    return settle(run, image, protection === 'off' ? [] : [protectedBy(run, image, protection)]);
}
function deprecated({ aws, clock }, { id, region }, deprecateAt) {
    const DeprecateAt = new Date(deprecateAt);
    return {
        what: `deprecated from ${DeprecateAt.toISOString()}`,
        doing: `deprecate image ${id} in ${region} from ${DeprecateAt.toISOString()}`,
        action: 'ec2:EnableImageDeprecation',
        isSo: (image) => Date.parse(image.DeprecationTime ?? '') === deprecateAt,
        async make(how) {
            if (deprecateAt < clock.now())
                throw pastByNow(id, DeprecateAt);
            await aws.ec2(region).send(new _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_1__/* .EnableImageDeprecationCommand */ .cJ({ ImageId: id, DeprecateAt }), how);
        },
    };
}
function requiringImdsv2({ aws }, { id, region }) {
    return {
        what: 'set to require IMDSv2',
        doing: `set image ${id} in ${region} to require IMDSv2`,
        action: 'ec2:ModifyImageAttribute',
        isSo: (image) => image.ImdsSupport === 'v2.0',
        make: (how) => aws
            .ec2(region)
            .send(new _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_1__/* .ModifyImageAttributeCommand */ .FE({ ImageId: id, ImdsSupport: { Value: 'v2.0' } }), how),
    };
}
/** The states are those of the examples in the AWS CLI Command Reference, enable-image-deregistration-protection. */
function protectedBy({ aws }, { id, region }, protection) {
    const WithCooldown = protection === 'with-cooldown';
    return {
        what: `protected from deregistration${WithCooldown ? ', with a cooldown of 24 hours' : ''}`,
        doing: `protect image ${id} in ${region} from deregistration`,
        action: 'ec2:EnableImageDeregistrationProtection',
        isSo: ({ DeregistrationProtection: state = '' }) => WithCooldown ? state === 'enabled-with-cooldown' : state.startsWith('enabled'),
        make: (how) => aws
            .ec2(region)
            .send(new _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_1__/* .EnableImageDeregistrationProtectionCommand */ .Bx({ ImageId: id, WithCooldown }), how),
    };
}
/** Attributes may show a little later than they are accepted, and an image is pending a moment longer (consistency). */
const patienceSeconds = 60;
const lookEverySeconds = 2;
async function settle(run, image, traits) {
    if (traits.length === 0)
        return undefined;
    const { log } = run;
    const where = `${image.id} in ${image.region}`;
    const { missing: toMake, lifecycle } = await look(run, image, traits);
    for (const trait of traits) {
        if (toMake.includes(trait))
            await make(run, trait);
        else
            log.info(`${where} is ${trait.what} already`);
    }
    if (toMake.length === 0)
        return lifecycle;
    const shown = await readBack(run, image, toMake);
    for (const { what } of toMake)
        log.info(`${where} is ${what}`);
    return shown;
}
async function look({ aws, signal }, { id, region }, traits) {
    try {
        const image = await (0,_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .describeImage */ .hu)(aws.ec2(region), id, { signal, newObject: true });
        return {
            missing: traits.filter(({ isSo }) => image === undefined || !isSo(image)),
            lifecycle: image && (0,_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .lifecycleOf */ .o0)(image),
        };
    }
    catch (error) {
        signal.throwIfAborted();
        throw (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .MT)('ec2:DescribeImages', `look at image ${id}`, error);
    }
}
async function make(run, trait) {
    const { clock, signal } = run;
    run.record.changed = true;
    const until = clock.now() + patienceSeconds * 1000;
    for (;;) {
        try {
            await trait.make({ signal, newObject: true });
            return;
        }
        catch (error) {
            signal.throwIfAborted();
            if (!(0,_share_refusals_js__WEBPACK_IMPORTED_MODULE_4__/* .isStillPending */ .UV)(error) || clock.now() + lookEverySeconds * 1000 > until) {
                throw (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .MT)(trait.action, trait.doing, error, 'Lifecycle');
            }
            await clock.sleep(lookEverySeconds * 1000, signal);
        }
    }
}
async function readBack(run, image, traits) {
    const { clock, signal } = run;
    const until = clock.now() + patienceSeconds * 1000;
    let left = traits;
    const shown = async () => {
        const { missing, lifecycle } = await look(run, image, traits);
        left = missing;
        return missing.length === 0 ? lifecycle : undefined;
    };
    const lifecycle = await (0,_base_look_until_js__WEBPACK_IMPORTED_MODULE_5__/* .lookUntil */ .c)(shown, { clock, signal, until, everySeconds: lookEverySeconds });
    if (lifecycle !== undefined)
        return lifecycle;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemsError */ .FQ(`EC2 accepted the changes to image ${image.id} in ${image.region}, but does not show them ${patienceSeconds} seconds later`, left.map(({ what }) => `it is not ${what}`));
}
function pastByNow(id, deprecateAt) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BakeError */ .oU(`Image ${id} was to be deprecated from ${deprecateAt.toISOString()}, and that is past by now: the bake took longer.`, { remedy: 'Give a later time, or a longer duration, as `deprecate-after`.' });
}


/***/ }),

/***/ 1746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ createImageRequest),
/* harmony export */   m: () => (/* binding */ createImage)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6762);
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4608);
/* harmony import */ var _aws_patient_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1712);
/* harmony import */ var _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(848);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7594);
/* harmony import */ var _base_look_until_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6815);
/* harmony import */ var _base_own_tags_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(3443);
/* harmony import */ var _source_inspect_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4821);
/* harmony import */ var _claim_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5165);
/* harmony import */ var _describe_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1852);
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(7496);
/* harmony import */ var _wait_sentences_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7273);
/* harmony import */ var _in_doubt_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3150);
/**
 * Creates the image: exactly one, whatever becomes of the answers.
 *
 * CreateImage has no client token. A request whose answer is lost may have worked, and sending it blindly again
 * would make a second image or be refused as a duplicate with the ID lost. So an unclear outcome is settled by
 * looking for the bake's key among our own images, and the same request goes out again only when nothing shows:
 * the name, unique in EC2, guards against a second image.
 */













/** Limit for one CreateImage, in seconds: it starts the work and does not wait for it. */
const attemptSeconds = 30;
/** How long an unclear outcome is looked after before the request goes out again. */
const settleSeconds = 10;
/** An image that has been visible for so long shows its tags, if it has any. */
const tagPatienceSeconds = 60;
/** The clocks of the runner and of EC2 may differ by this much: what is older is not of this bake. */
const clockSlackSeconds = 900;
const lookEverySeconds = 2;
/** How long unclear outcomes (5xx, dead connections) are met with another request, from the first one. */
const unclearPatienceSeconds = 600;
/** @throws NothingCreatedError when EC2 refuses; BakeError when no image came of it, or none that can be found */
async function createImage(run, creation) {
    const { clock, signal, deadline, random, log } = run;
    const start = clock.now();
    if (start >= deadline)
        throw (0,_in_doubt_js__WEBPACK_IMPORTED_MODULE_9__/* .nothingCreated */ .KH)(tooLate(run));
    let perhapsCreated = false;
    for (let sent = 1;; sent += 1) {
        const sentAt = clock.now();
        const answer = await sendOnce(run, creation);
        if (answer.imageId !== undefined)
            return { imageId: answer.imageId, earlier: undefined, sentAt, inDoubt: perhapsCreated };
        const { error } = answer;
        const { code } = (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsErrorFacts */ .ZR)(error);
        const failed = () => {
            const failure = (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .awsFailure */ .MT)('ec2:CreateImage', `create an image of ${creation.instance.id}`, error);
            return perhapsCreated ? failure : (0,_in_doubt_js__WEBPACK_IMPORTED_MODULE_9__/* .nothingCreated */ .KH)(failure);
        };
        if (code === 'InvalidAMIName.Duplicate') {
            return { ...(await settleDuplicate(run, creation, error, perhapsCreated)), sentAt, inDoubt: true };
        }
        if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorKind */ .f8)(error) === 'unclear') {
            perhapsCreated = true;
            log.info(`The answer to CreateImage was lost (${(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeAwsError */ .Pp)(error)}); looking for the image by its tags.`);
            const found = await lookForOwn(run, creation, settleSeconds);
            if (found !== undefined)
                return { ...found, sentAt, inDoubt: true };
            if (clock.now() - start > unclearPatienceSeconds * 1000)
                throw failed();
            log.info('No image shows; sending the request again. Its name guards against a second image.');
        }
        else if (isYoungInstance(error, clock.now() - start) ||
            (await isPassingRefusal(run, creation, error, failed))) {
            const delay = busyMilliseconds(error, sent, random());
            if (clock.now() + delay > deadline)
                throw failed();
            log.info(`EC2 is busy (${(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeAwsError */ .Pp)(error)}); trying again in ${Math.ceil(delay / 1000)} s.`);
            await clock.sleep(delay, signal);
        }
        else {
            throw failed();
        }
        if (clock.now() >= deadline)
            throw failed();
    }
}
/** An image that nobody would wait for is not worth a reboot. */
function tooLate(run) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .BakeError */ .oU(`${(0,_wait_sentences_js__WEBPACK_IMPORTED_MODULE_8__/* .timedOutAfter */ .mf)(run)} before CreateImage was sent. The instance was not touched.`, {
        remedy: 'Raise `timeout-minutes`. The log shows what took so long.',
    });
}
function createImageRequest(creation) {
    const { instance, names, noReboot, excludeDevices } = creation;
    return {
        InstanceId: instance.id,
        Name: names.name,
        Description: names.description,
        TagSpecifications: [
            { ResourceType: 'image', Tags: [...names.imageTags] },
            { ResourceType: 'snapshot', Tags: [...names.snapshotTags] },
        ],
        ...(excludeDevices.length === 0
            ? {}
            : { BlockDeviceMappings: excludeDevices.map((DeviceName) => ({ DeviceName, NoDevice: '' })) }),
        // A stopped instance is not rebooted, so there is nothing to ask for unless the user did.
        ...(noReboot || instance.state === 'running' ? { NoReboot: noReboot } : {}),
    };
}
/** Where no signals arrive, the post step may have begun: whoever is told so before the request sends none. */
async function sendOnce({ aws, region, signal, throwIfCancelled }, creation) {
    throwIfCancelled();
    try {
        const how = { signal, patienceSeconds: 0, attemptSeconds };
        const command = new _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_3__/* .CreateImageCommand */ .T6(createImageRequest(creation));
        return { imageId: (0,_in_doubt_js__WEBPACK_IMPORTED_MODULE_9__/* .imageIdIn */ .Ez)(await aws.ec2(region).send(command, how), 'CreateImage') };
    }
    catch (error) {
        signal.throwIfAborted();
        return { imageId: undefined, error };
    }
}
/** What changes things may not know the instance yet, although it shows already (eventual consistency). */
const youngInstanceSeconds = 15;
function isYoungInstance(error, waitedMilliseconds) {
    const { code } = (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsErrorFacts */ .ZR)(error);
    return code === 'InvalidInstanceID.NotFound' && waitedMilliseconds < youngInstanceSeconds * 1000;
}
/**
 * EC2 refused for the moment. A wrong instance state counts only while it passes by itself.
 * @throws what `failed` makes, when the state of the instance cannot be looked up
 */
async function isPassingRefusal({ aws, region, signal }, { instance }, error, failed) {
    const { code, message } = (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsErrorFacts */ .ZR)(error);
    // CreateImage says it with InvalidParameterValue and "Instance is not in state 'running' or …".
    if (code === 'IncorrectInstanceState' || /\bnot in state\b/.test(message)) {
        const state = await (0,_source_inspect_js__WEBPACK_IMPORTED_MODULE_5__/* .instanceState */ .zc)(aws.ec2(region), instance.id, signal).catch(() => {
            signal.throwIfAborted();
            throw failed();
        });
        return (0,_source_inspect_js__WEBPACK_IMPORTED_MODULE_5__/* .isPassingState */ .B2)(state);
    }
    const kind = (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorKind */ .f8)(error);
    return kind === 'throttled' || kind === 'busy';
}
/** Completes "could not …". */
const findingOut = 'find out whether the image was created';
/** Looks for the image of this process. A failing look-up is a look that saw nothing, unless it can never work. */
async function lookForOwn(run, creation, seconds) {
    const { clock, signal, deadline } = run;
    const until = Math.min(deadline, clock.now() + seconds * 1000);
    const find = async () => {
        const own = (await imagesOfThisBake(run, creation)).find((image) => isOwn(image, creation));
        return own?.ImageId === undefined ? undefined : { imageId: own.ImageId, earlier: undefined };
    };
    return (0,_base_look_until_js__WEBPACK_IMPORTED_MODULE_10__/* .lookUntil */ .c)(find, { clock, signal, until, everySeconds: lookEverySeconds });
}
/**
 * Made by this process: its state is what CreateImage has set. What was taken over from an earlier attempt may be another
 * process's to remove, or finished.
 */
function isOwn(image, { claim }) {
    return (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_11__/* .claimOf */ ._B)(image) === claim && ['baking', 'unverified'].includes((0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_11__/* .bakeStateOf */ .iy)(image) ?? '');
}
function isEarlier(image, creation) {
    return (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_11__/* .bakeStateOf */ .iy)(image) === 'baking' && (0,_ownership_js__WEBPACK_IMPORTED_MODULE_12__/* .isOfEarlierAttempt */ .HD)(image, creation);
}
/** Of this key and name. */
async function imagesOfThisBake({ aws, region, signal }, { instance, names }) {
    const how = { signal, patienceSeconds: 0 };
    const look = () => (0,_describe_js__WEBPACK_IMPORTED_MODULE_7__/* .imagesOfKey */ .pq)(aws.ec2(region), names.key, how);
    const images = (await (0,_in_doubt_js__WEBPACK_IMPORTED_MODULE_9__/* .tolerantly */ .HY)(look, signal, findingOut)) ?? [];
    return images.filter((image) => image.OwnerId === instance.accountId && image.Name === names.name);
}
async function settleDuplicate(run, creation, error, perhapsCreated) {
    const { clock, deadline, log, region } = run;
    log.info(`EC2 says the name is taken (${(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeAwsError */ .Pp)(error)}); checking whether by this bake.`);
    const start = clock.now();
    const settled = await (0,_in_doubt_js__WEBPACK_IMPORTED_MODULE_9__/* .settleNameTaken */ .kB)(run, {
        region,
        name: creation.names.name,
        error,
        until: Math.min(deadline, start + _in_doubt_js__WEBPACK_IMPORTED_MODULE_9__/* .duplicateSeconds */ .H8 * 1000),
        everySeconds: lookEverySeconds,
        own: async () => (await lookForOwn(run, creation, 0)) ?? (await lookForEarlier(run, creation)),
        mayBeOwn: (holder, seen) => mayBeOwn(creation, holder, clock.now(), seen),
        doing: findingOut,
    });
    if (settled.own !== undefined)
        return settled.own;
    throwIfTakenOver(run, creation, settled.holder);
    const failure = taken(creation, settled.holder, error);
    throw perhapsCreated ? failure : (0,_in_doubt_js__WEBPACK_IMPORTED_MODULE_9__/* .nothingCreated */ .KH)(failure);
}
/**
 * A process that was frozen learns of its image only when a later attempt has resumed it.
 * @throws SupersededError
 */
function throwIfTakenOver(run, { names, claim }, holder) {
    const other = holder && (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_11__/* .claimOf */ ._B)(holder);
    if (holder === undefined || other === undefined || (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_11__/* .keyOf */ .TN)(holder) !== names.key)
        return;
    if ((0,_ownership_js__WEBPACK_IMPORTED_MODULE_12__/* .attemptOf */ .tx)(other) > (0,_ownership_js__WEBPACK_IMPORTED_MODULE_12__/* .attemptOf */ .tx)(claim))
        (0,_claim_js__WEBPACK_IMPORTED_MODULE_6__/* .throwIfSuperseded */ .yQ)(run, holder, { claim });
}
/** An image of an earlier attempt that did not show before. */
async function lookForEarlier(run, creation) {
    const images = await imagesOfThisBake(run, creation);
    const earlier = images.find((image) => isEarlier(image, creation));
    return earlier?.ImageId === undefined ? undefined : { imageId: earlier.ImageId, earlier };
}
/**
 * The look-up by key has not found it. Without any key it may still be of this bake: tags of a new image may show later
 * than the image itself, and a moment after that look. Its age is by EC2's clock, which that of the runner need not agree with.
 */
function mayBeOwn(creation, holder, now, seenMilliseconds) {
    const key = (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_11__/* .keyOf */ .TN)(holder);
    if (key !== undefined)
        return key === creation.names.key && (isOwn(holder, creation) || isEarlier(holder, creation));
    const age = now - Date.parse(holder.CreationDate ?? '');
    return age <= clockSlackSeconds * 1000 && seenMilliseconds <= tagPatienceSeconds * 1000;
}
function taken({ names, instance }, holder, cause) {
    if (holder?.ImageId === undefined)
        return (0,_in_doubt_js__WEBPACK_IMPORTED_MODULE_9__/* .nameTaken */ .nn)(names.name, instance.region, '', cause);
    const maker = (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_11__/* .tagOf */ .cO)(holder, _base_own_tags_js__WEBPACK_IMPORTED_MODULE_11__/* .runTag */ .eZ);
    const by = maker === undefined ? '' : `, made by ${maker}`;
    const words = ` by ${holder.ImageId} (${holder.CreationDate ?? 'no date'}${by})`;
    return (0,_in_doubt_js__WEBPACK_IMPORTED_MODULE_9__/* .nameTaken */ .nn)(names.name, instance.region, words, cause);
}
/** Seconds that EC2's documentation gives for some limits; the others get an exponential back-off. */
const paceSeconds = {
    // One snapshot a volume each 15 seconds.
    SnapshotCreationPerVolumeRateExceeded: 15,
    ConcurrentCreateImageNoRebootLimitExceeded: 30,
    PendingSnapshotLimitExceeded: 30,
    ConcurrentSnapshotLimitExceeded: 30,
};
function busyMilliseconds(error, sent, random) {
    if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorKind */ .f8)(error) === 'throttled')
        return (0,_aws_patient_client_js__WEBPACK_IMPORTED_MODULE_2__/* .throttleMilliseconds */ .FF)(sent, random);
    const pace = paceSeconds[(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsErrorFacts */ .ZR)(error).code];
    return pace === undefined ? (0,_aws_patient_client_js__WEBPACK_IMPORTED_MODULE_2__/* .retryMilliseconds */ .TK)(1, sent, random) : pace * (1 + random / 5) * 1000;
}


/***/ }),

/***/ 3150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ez: () => (/* binding */ imageIdIn),
/* harmony export */   G0: () => (/* binding */ NothingCreatedError),
/* harmony export */   H8: () => (/* binding */ duplicateSeconds),
/* harmony export */   HY: () => (/* binding */ tolerantly),
/* harmony export */   KH: () => (/* binding */ nothingCreated),
/* harmony export */   NP: () => (/* binding */ anotherName),
/* harmony export */   kB: () => (/* binding */ settleNameTaken),
/* harmony export */   nn: () => (/* binding */ nameTaken)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6762);
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4608);
/* harmony import */ var _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5270);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7594);
/* harmony import */ var _describe_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1852);
/**
 * What is done alike for CreateImage and CopyImage where it is in doubt whether there is an image: an answer that tells
 * none, an image that does not show yet, a name that is taken, perhaps by an earlier request of the very bake.
 */





/** How long EC2 may take to show an image whose name it says is taken: its developer guide speaks of minutes. */
const duplicateSeconds = 300;
/** The request for an image was refused, and none before it can have worked: there is nothing to clean up. */
class NothingCreatedError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BakeError */ .oU {
    name = 'NothingCreatedError';
}
function nothingCreated({ message, remedy, cause }) {
    return new NothingCreatedError(message, { cause, ...(remedy === undefined ? {} : { remedy }) });
}
/** @throws UnreadableAnswerError when the answer tells no image */
function imageIdIn({ ImageId }, action) {
    if (ImageId !== undefined && _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_4__/* .amiIdForm */ .VU.test(ImageId))
        return ImageId;
    throw new _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnreadableAnswerError */ .mP(`${action} was answered without an image ID`);
}
/**
 * A look that fails is a look that saw nothing, unless no look can ever work, or what it found has been told.
 * @param doing completes "could not …"
 */
async function tolerantly(look, signal, doing) {
    try {
        return await look();
    }
    catch (error) {
        signal.throwIfAborted();
        const isTold = error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BakeError */ .oU;
        if (isTold && error.cause === undefined)
            throw error;
        const kind = (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorKind */ .f8)(isTold ? error.cause : error);
        if (kind === 'credentials' || kind === 'permission')
            throw (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .awsFailure */ .MT)('ec2:DescribeImages', doing, error);
        return undefined;
    }
}
/**
 * "AMI name … is already in use by AMI ami-…": either an earlier request of this very bake worked, or the name is somebody
 * else's. The image that has the name decides, as soon as it shows with its tags.
 * @returns what `own` found; otherwise the image that has the name, undefined when it never showed
 */
async function settleNameTaken({ aws, clock, signal }, { region, name, error, until, everySeconds, own, mayBeOwn, doing }) {
    const holderId = holderIn(error);
    const how = { signal, patienceSeconds: 0 };
    let firstSeenAt;
    for (;;) {
        const found = await own();
        if (found !== undefined)
            return { own: found };
        const look = () => holderOfName(aws.ec2(region), name, holderId, how);
        const holder = await tolerantly(look, signal, doing);
        const now = clock.now();
        if (holder !== undefined)
            firstSeenAt ??= now;
        const isForeign = holder !== undefined && !mayBeOwn(holder, now - (firstSeenAt ?? now));
        if (isForeign || now + everySeconds * 1000 > until)
            return { own: undefined, holder, holderId };
        await clock.sleep(everySeconds * 1000, signal);
    }
}
/** The ID, where EC2 tells it. */
function holderIn(duplicate) {
    return (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsErrorFacts */ .ZR)(duplicate)
        .message.match(/\bami-[0-9a-f]{8,32}\b/g)
        ?.at(-1);
}
/** Our image of that name, if it shows. */
async function holderOfName(ec2, name, id, how) {
    if (id === undefined)
        return (await (0,_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .imagesOfName */ .zD)(ec2, name, how))[0];
    const images = await (0,_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .describeImages */ .Sx)(ec2, { ImageIds: [id] }, how);
    return images.find((image) => image.Name === name);
}
/** What to do about a name that is taken: in a promotion, whose copies have the name of the image, as well as in a bake. */
const anotherName = 'Bake with a `name` that differs each time, such as one with {{ timestamp }} or {{ run_id }}';
/** @param by whose it is, e.g. ` by ami-…`, or nothing where nobody knows */
function nameTaken(name, region, by, cause) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BakeError */ .oU(`The AMI name "${name}" is taken in ${region}${by}.`, {
        cause,
        remedy: `AMI names are unique in an account and Region. ${anotherName}.`,
    });
}


/***/ }),

/***/ 8534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ confirmReady),
/* harmony export */   H: () => (/* binding */ markReady)
/* harmony export */ });
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4608);
/* harmony import */ var _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(848);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7594);
/* harmony import */ var _base_look_until_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6815);
/* harmony import */ var _base_own_tags_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3443);
/* harmony import */ var _claim_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5165);
/* harmony import */ var _describe_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1852);
/** Marks an image as finished: the last change that a bake makes to it. */







const ready = 'ready';
/** EC2's developer guide speaks of minutes until a change shows (eventual consistency). */
const patienceSeconds = 300;
const lookEverySeconds = 2;
/**
 * The image and its snapshots become `ready` in one call, which EC2 does wholly or not at all. From then on no later
 * attempt resumes the image and no clean-up removes it.
 */
async function markReady(run, image) {
    const { aws, signal } = run;
    run.record.changed = true;
    const Resources = [image.id, ...image.snapshots.map((snapshot) => snapshot.snapshotId)];
    const command = new _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_1__/* .CreateTagsCommand */ .Rm({ Resources, Tags: [{ Key: _base_own_tags_js__WEBPACK_IMPORTED_MODULE_5__/* .stateTag */ .aJ, Value: ready }] });
    try {
        await aws.ec2(image.region).send(command, { signal, newObject: true });
    }
    catch (error) {
        signal.throwIfAborted();
        throw (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .MT)('ec2:CreateTags', `mark image ${image.id} as ready`, error);
    }
}
/**
 * Reads back that the image is ready and still this process's own. Only then it may be handed out: see `ownership.ts`.
 * @throws SupersededError when another process has taken it over; BakeError when EC2 does not show the mark
 */
async function confirmReady(run, { id, region }, own) {
    const { aws, clock, signal } = run;
    const isConfirmed = async () => {
        const image = await (0,_describe_js__WEBPACK_IMPORTED_MODULE_4__/* .describeImage */ .hu)(aws.ec2(region), id, { signal, newObject: true }).catch((error) => {
            signal.throwIfAborted();
            throw (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .MT)('ec2:DescribeImages', `see whether image ${id} is ready`, error);
        });
        if (image === undefined)
            return undefined;
        (0,_claim_js__WEBPACK_IMPORTED_MODULE_3__/* .throwIfSuperseded */ .yQ)(run, image, own);
        return ((0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_5__/* .bakeStateOf */ .iy)(image) === ready && (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_5__/* .claimOf */ ._B)(image) === own.claim) || undefined;
    };
    const until = clock.now() + patienceSeconds * 1000;
    if (await (0,_base_look_until_js__WEBPACK_IMPORTED_MODULE_6__/* .lookUntil */ .c)(isConfirmed, { clock, signal, until, everySeconds: lookEverySeconds }))
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BakeError */ .oU(`EC2 accepted that image ${id} is ready, but does not show it ${patienceSeconds} seconds later.`, {
        remedy: 'Somebody or something may have changed its tags; CloudTrail shows who called CreateTags. Run the job again.',
    });
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

/***/ 2416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $P: () => (/* binding */ namedIn),
/* harmony export */   KG: () => (/* binding */ refusedEntity),
/* harmony export */   UV: () => (/* binding */ isStillPending),
/* harmony export */   eh: () => (/* binding */ shareFailure),
/* harmony export */   ge: () => (/* binding */ isAboutItems)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6762);
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4608);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7594);
/* harmony import */ var _permission_list_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7171);
/** What EC2 says no with when permissions are added, and what that means here. */




/**
 * Codes with which EC2 refuses one item of the list, and the whole call with it:
 * `Invalid attribute item value "…" for userId item type.` (kenzanlabs/spinnaker-terraform#29),
 * `… for OrganizationArn item type.` (hashicorp/packer-plugin-amazon#156), and its kin in EC2's list of error codes.
 */
const itemCodes = new Set(['InvalidAMIAttributeItemValue', 'InvalidUserID.Malformed']);
/** Whether EC2 objects to some of the entities, and not to the call as such. */
function isAboutItems(error) {
    return itemCodes.has((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsErrorFacts */ .ZR)(error).code);
}
/** "The AMI ID 'ami-…' is currently pending and may not be used for this operation" (app-sre/qontract-reconcile#2222). */
function isStillPending(error) {
    const { code, message } = (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsErrorFacts */ .ZR)(error);
    return code === 'InvalidAMIID.Unavailable' && /\bpending\b/.test(message);
}
/** Those of the entities that EC2's message names. */
function namedIn(error, entities) {
    const { message } = (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsErrorFacts */ .ZR)(error);
    const words = new Set(message.split(/[\s"'`“”‘’,;()[\]]+|\.(?=\s|$)/));
    return entities.filter((entity) => words.has(entity));
}
/** The error that a user reads when EC2 did not add permissions, for reasons that lie in no single entity. */
function shareFailure(list, entities, error) {
    const toEveryone = entities.includes(_permission_list_js__WEBPACK_IMPORTED_MODULE_3__/* .everyone */ .sz);
    const doing = toEveryone ? `make the ${list.of} public` : `share the ${list.of}`;
    const failure = (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .awsFailure */ .MT)(list.addAction, doing, error);
    if (toEveryone || (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsErrorFacts */ .ZR)(error).code !== 'ResourceLimitExceeded')
        return failure;
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BakeError */ .oU(failure.message, { cause: error, remedy: tooMany });
}
/** "AMI quotas" in the EC2 user guide. */
const tooMany = 'An AMI can be shared with 1,000 accounts, organizations and organizational units, unless AWS raises the quota ' +
    '"AMI sharing". Share with an organization or an organizational unit instead of its accounts.';
/** One line on an entity that EC2 refused: where it comes from, what to do, what EC2 says. */
function refusedEntity(entity, error) {
    const input = entity === _permission_list_js__WEBPACK_IMPORTED_MODULE_3__/* .everyone */ .sz ? 'public' : 'share-with';
    const check = entity.startsWith('arn:')
        ? 'check that it exists and is of the same partition'
        : 'check that it is the ID of an account that exists, is active, and is of the same partition';
    return `input \`${input}\`: ${entity}: ${check}. EC2 says ${(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeAwsError */ .Pp)(error)}`;
}


/***/ }),

/***/ 9549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ verifyImage)
});

// EXTERNAL MODULE: ./lib/aws/failure.js + 1 modules
var failure = __webpack_require__(4608);
// EXTERNAL MODULE: ./lib/base/errors.js
var base_errors = __webpack_require__(7594);
// EXTERNAL MODULE: ./lib/base/own-tags.js
var own_tags = __webpack_require__(3443);
// EXTERNAL MODULE: ./lib/base/side-by-side.js
var side_by_side = __webpack_require__(6256);
// EXTERNAL MODULE: ./lib/run/run.js
var run_run = __webpack_require__(5548);
// EXTERNAL MODULE: ./lib/image/describe.js
var describe = __webpack_require__(1852);
// EXTERNAL MODULE: ./lib/base/units.js
var units = __webpack_require__(8714);
// EXTERNAL MODULE: ./lib/source/devices.js
var devices = __webpack_require__(9002);
;// CONCATENATED MODULE: ./lib/image/devices.js



async function deviceDifferences(wanted, image, described) {
    const found = devicesOf(image);
    const snapshots = (0,describe/* snapshotsOf */.XO)(image);
    const missing = wanted.devices.filter((device) => !snapshots.some((other) => (0,devices/* sameDevice */.J)(other.device, device)));
    const unwanted = found.filter(({ device }) => !wanted.devices.some((other) => (0,devices/* sameDevice */.J)(other, device)));
    const differences = await Promise.all([
        ...missing.map(async (device) => missingDevice(device, await wanted.whatBecameOf?.(device))),
        ...unwanted.map(async (device) => unwantedDevice(wanted, device)),
        ...found.map(async (device) => otherVolume(wanted, device, described)),
    ]);
    return differences.flat();
}
function devicesOf(image) {
    const snapshots = (0,describe/* snapshotsOf */.XO)(image);
    return (image.BlockDeviceMappings ?? []).flatMap(({ DeviceName: device = '', Ebs, NoDevice }) => {
        if (Ebs === undefined || NoDevice !== undefined)
            return [];
        const snapshot = snapshots.find((each) => each.device === device);
        const size = (0,units/* gibibytes */.pn)(Ebs.VolumeSize ?? 0);
        return [
            {
                device,
                label: `${device} (${snapshot === undefined ? size : `${snapshot.snapshotId}, ${size}`})`,
                snapshotId: snapshot?.snapshotId,
            },
        ];
    });
}
function missingDevice(device, because) {
    const why = because === undefined ? '' : `: ${because}`;
    return [
        { text: `no snapshot of ${device} is in it${why}`, severity: 'error', isFinal: because !== undefined },
    ];
}
async function unwantedDevice(wanted, { device, label }) {
    if (wanted.excluded?.some((other) => (0,devices/* sameDevice */.J)(other, device))) {
        // aws/aws-cli#6334
        const text = `${label} is in it, although \`exclude-devices\` leaves it out: EC2 has ignored that`;
        return [{ text, severity: 'error', isFinal: true }];
    }
    if (wanted.others === undefined)
        return [];
    const because = (await wanted.whatBecameOf?.(device)) ?? 'the instance did not have it when the bake looked';
    return [{ text: `${label} is in it, too: ${because}`, severity: wanted.others, isFinal: true }];
}
/** The snapshot of a volume that has taken the place of another one. */
async function otherVolume({ volumes = [], others = 'warning', whatBecameOf }, { device, label, snapshotId }, described) {
    const before = volumes.find((volume) => (0,devices/* sameDevice */.J)(volume.device, device))?.volumeId;
    const now = described.find(({ SnapshotId }) => SnapshotId === snapshotId)?.VolumeId;
    if (before === undefined || now === undefined || before === now)
        return [];
    // The instance decides: not every EC2-compatible server names the volume of the instance in its snapshots.
    const because = await whatBecameOf?.(device);
    if (because === undefined)
        return [];
    return [{ text: `${label} is of ${now}: ${because}`, severity: others, isFinal: true }];
}

;// CONCATENATED MODULE: ./lib/image/verify.js
/** Looks at the finished image again and compares it with what was asked for. */







/** Tags and mappings may show a little later than the state does (eventual consistency). */
const patienceSeconds = 60;
const lookEverySeconds = 2;
/**
 * @returns the image with its snapshots as EC2 describes them
 * @throws ProblemsError that names everything which is not as asked for
 */
async function verifyImage(run, wanted) {
    const { clock, signal } = run;
    const { imageId } = wanted;
    const until = clock.now() + patienceSeconds * 1000;
    for (;;) {
        const { image, snapshots } = await describeBoth(run, wanted);
        const found = image === undefined ? [later('EC2 does not show it')] : await differences(wanted, image, snapshots);
        const errors = found.filter(({ severity }) => severity === 'error');
        if (image !== undefined && errors.length === 0) {
            for (const { text } of found)
                (0,run_run/* warn */.R8)(run, `Image ${imageId} is not quite what was asked for: ${text}.`);
            return bakedImage(wanted, image, snapshots);
        }
        const isOver = clock.now() + lookEverySeconds * 1000 > until;
        const final = errors.filter(({ isFinal }) => isFinal);
        // What may only be late says nothing beside what is certain.
        if (isOver || final.length > 0)
            throw notAsAsked(imageId, isOver ? errors : final);
        await clock.sleep(lookEverySeconds * 1000, signal);
    }
}
function notAsAsked(imageId, errors) {
    return new base_errors/* ProblemsError */.FQ(`Image ${imageId} is not what was asked for`, errors.map(({ text }) => text));
}
async function describeBoth(run, wanted) {
    const { snapshotIds = [] } = wanted;
    const [image, known] = await (0,side_by_side/* both */.WP)(describeItself(run, wanted), describeSnapshotsOf(run, wanted, snapshotIds));
    const ids = image === undefined ? [] : (0,describe/* snapshotsOf */.XO)(image).map((snapshot) => snapshot.snapshotId);
    const areKnown = ids.every((id) => snapshotIds.includes(id));
    return { image, snapshots: areKnown ? known : await describeSnapshotsOf(run, wanted, ids) };
}
async function describeItself({ aws, signal }, { region, imageId }) {
    return (0,describe/* describeImage */.hu)(aws.ec2(region), imageId, { signal, newObject: true }).catch((error) => {
        signal.throwIfAborted();
        throw (0,failure/* awsFailure */.MT)('ec2:DescribeImages', `verify image ${imageId}`, error);
    });
}
async function describeSnapshotsOf({ aws, signal }, { region, imageId }, snapshotIds) {
    if (snapshotIds.length === 0)
        return [];
    const input = { SnapshotIds: [...snapshotIds] };
    return (0,describe/* describeSnapshots */.dg)(aws.ec2(region), input, { signal, newObject: true }).catch((error) => {
        signal.throwIfAborted();
        throw (0,failure/* awsFailure */.MT)('ec2:DescribeSnapshots', `verify the snapshots of image ${imageId}`, error);
    });
}
async function differences(wanted, image, snapshots) {
    const { accountId, name, imageTags } = wanted;
    const { State = 'unknown', OwnerId, Name } = image;
    if (terminalStates.has(State))
        return [certain(`its state is ${State}: ${reasonOf(image)}`)];
    const differing = [
        ...(State === 'available' ? [] : [`its state is ${State}`]),
        ...(OwnerId === accountId ? [] : [`its owner is ${OwnerId}, not ${accountId}`]),
        ...(Name === name ? [] : [`its name is "${Name}", not "${name}"`]),
        ...missingTags('it', image.Tags, imageTags),
    ];
    const ofSnapshots = (0,describe/* snapshotsOf */.XO)(image).flatMap(({ snapshotId, device }) => snapshotDifferences(wanted, { snapshotId, device }, snapshots.find((snapshot) => snapshot.SnapshotId === snapshotId)));
    return [...differing.map(later), ...(await deviceDifferences(wanted, image, snapshots)), ...ofSnapshots];
}
function snapshotDifferences({ snapshotTags }, { snapshotId, device }, snapshot) {
    if (snapshot === undefined)
        return [later(`EC2 does not show snapshot ${snapshotId} of ${device}`)];
    if (snapshot.State === 'error') {
        const reason = snapshot.StateMessage || 'EC2 gives no reason';
        return [certain(`snapshot ${snapshotId} of ${device} is in error: ${reason}`)];
    }
    return missingTags(`snapshot ${snapshotId}`, snapshot.Tags, snapshotTags).map(later);
}
/** May be right at the next look (eventual consistency). */
function later(text) {
    return { text, severity: 'error', isFinal: false };
}
function certain(text) {
    return { text, severity: 'error', isFinal: true };
}
/** EC2's image states that no image comes back from by itself ("Amazon EC2 AMI states"). */
const terminalStates = new Set(['failed', 'error', 'invalid', 'deregistered', 'disabled']);
function reasonOf({ State, StateReason }) {
    if (State === 'disabled' || State === 'deregistered')
        return `somebody or something ${State} it while it was baked; CloudTrail shows who`;
    const parts = [StateReason?.Code, StateReason?.Message].filter((part) => part !== undefined && part !== '');
    return parts.join(': ') || 'EC2 gives no reason';
}
/** Tags that this action itself changes: who owns the image now is another question. */
const changing = [own_tags/* stateTag */.aJ, own_tags/* claimTag */.rT];
function missingTags(of, found, wanted) {
    return wanted
        .filter(({ Key }) => !changing.includes(Key))
        .flatMap(({ Key, Value }) => {
        const tag = found?.find((each) => each.Key === Key);
        if (tag === undefined)
            return [`${of} lacks the tag ${Key}`];
        const value = tag.Value ?? '';
        return value === Value ? [] : [`${of} has the tag ${Key} with the value "${value}", not "${Value}"`];
    });
}
function bakedImage({ region }, image, snapshots) {
    const root = (0,describe/* snapshotsOf */.XO)(image)[0]?.snapshotId;
    return {
        description: image.Description ?? '',
        tags: byKey(image.Tags),
        snapshotTags: byKey(snapshots.find(({ SnapshotId }) => SnapshotId === root)?.Tags),
        id: image.ImageId ?? '',
        name: image.Name ?? '',
        region,
        state: image.State ?? '',
        lifecycle: (0,describe/* lifecycleOf */.o0)(image),
        snapshots: (0,describe/* snapshotsOf */.XO)(image).map((known) => {
            const snapshot = snapshots.find((candidate) => candidate.SnapshotId === known.snapshotId);
            return {
                ...known,
                sizeGiB: snapshot?.VolumeSize ?? known.sizeGiB,
                encrypted: snapshot?.Encrypted ?? known.encrypted,
            };
        }),
    };
}
function byKey(tags = []) {
    return Object.fromEntries(tags.map(({ Key = '', Value = '' }) => [Key, Value]));
}


/***/ }),

/***/ 6681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ LinePace)
/* harmony export */ });
const minute = 60;
const longStageSeconds = 20 * minute;
const longestGapSeconds = 5 * minute;
/**
 * Decides when the log of a long wait gets another line, so that it neither floods nor looks dead: in the first minute of a
 * stage when something has changed, later once a minute, and after twenty minutes every five.
 */
class LinePace {
    #clock;
    #leastSeconds;
    #stage;
    #stageBeganAt = 0;
    #content;
    #lineAt = 0;
    /**
     * @param leastSeconds between two lines of a stage
     * @param stage where the wait begins, when that needs no line
     */
    constructor(clock, { leastSeconds, stage }) {
        this.#clock = clock;
        this.#leastSeconds = leastSeconds;
        if (stage !== undefined)
            this.shown(stage);
    }
    /**
     * Counts the line as written when it is due.
     * @param stage when it is another than before, the line is due at once
     * @param content what makes a line a new one within its stage
     */
    isDue(stage, content) {
        if (stage === this.#stage && this.#secondsSince(this.#lineAt) < this.#gapSeconds(content))
            return false;
        this.shown(stage, content);
        return true;
    }
    /** There was a line all the same. */
    shown(stage, content) {
        const now = this.#clock.now();
        if (stage !== this.#stage)
            this.#stageBeganAt = now;
        this.#stage = stage;
        this.#content = content;
        this.#lineAt = now;
    }
    #gapSeconds(content) {
        const seconds = this.#secondsSince(this.#stageBeganAt);
        if (seconds > longStageSeconds)
            return longestGapSeconds;
        return content !== this.#content && seconds <= minute ? this.#leastSeconds : minute;
    }
    #secondsSince(time) {
        return (this.#clock.now() - time) / 1000;
    }
}


/***/ }),

/***/ 7211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ Looks),
/* harmony export */   v: () => (/* binding */ ImageGoneError)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6762);
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4608);
/* harmony import */ var _aws_patient_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1712);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7594);
/* harmony import */ var _base_units_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8714);
/* harmony import */ var _describe_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1852);
/* harmony import */ var _pace_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9000);
/** The polls of one wait: what each shows, what to make of those that show nothing, and the back-off while EC2 throttles. */







/** The image does not exist any more, or never did. */
class ImageGoneError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .BakeError */ .oU {
    name = 'ImageGoneError';
}
/** EC2's developer guide asks for patience of minutes with objects that do not show (eventual consistency). */
const neverSeenSeconds = 300;
/** An image that has shown may be hidden again by a reader that lags behind, but not for long. */
const goneSeconds = 60;
/** The last look at the deadline gets a few seconds of its own, even when EC2 does not answer. */
const lastLookSeconds = 5;
/**
 * A hundred bakes that begin together use up the calls of the account: EC2 grants 20 DescribeImages a second. With an interval
 * of 6 to 9 seconds for each there is enough for all; two minutes later the intervals are that wide anyway.
 */
const crowdedSeconds = 120;
const crowdedIntervalSeconds = 6;
class Looks {
    #run;
    #looked;
    #failures = 0;
    #throttledAt = Number.NEGATIVE_INFINITY;
    #wasSeen = false;
    /** When the first of a row of looks did not show it, or the wait began; undefined while it shows. */
    #hiddenSince;
    constructor(run, looked) {
        this.#run = run;
        this.#looked = looked;
        this.#hiddenSince = run.clock.now();
    }
    /**
     * @returns undefined when this look showed nothing, which may be different at the next
     * @throws BakeError for what cannot pass
     */
    async look() {
        const { aws, signal, clock, deadline, log } = this.#run;
        const { region, imageId, onImage } = this.#looked;
        const leftSeconds = Math.max(lastLookSeconds, (deadline - clock.now()) / 1000);
        const attemptSeconds = Math.min(_aws_patient_client_js__WEBPACK_IMPORTED_MODULE_2__/* .defaultAttemptSeconds */ .Iv, leftSeconds);
        const how = { signal, patienceSeconds: 0, attemptSeconds };
        const image = await (0,_describe_js__WEBPACK_IMPORTED_MODULE_4__/* .describeImage */ .hu)(aws.ec2(region), imageId, how).catch((error) => {
            signal.throwIfAborted();
            const kind = (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorKind */ .f8)(error);
            if (kind === 'not-found')
                return undefined;
            if (kind !== 'throttled' && kind !== 'unclear') {
                throw (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .awsFailure */ .MT)('ec2:DescribeImages', `follow image ${imageId}`, error);
            }
            this.#failures += 1;
            if (kind === 'throttled')
                this.#throttledAt = clock.now();
            if (this.#failures === 1)
                log.info(`Could not poll ${imageId} (${(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeAwsError */ .Pp)(error)}); polling goes on.`);
            return 'failed';
        });
        if (image === 'failed')
            return undefined;
        this.#failures = 0;
        if (image === undefined)
            return this.#unseen();
        this.#wasSeen = true;
        this.#hiddenSince = undefined;
        onImage(image);
        return image;
    }
    /**
     * The interval; after looks that failed, the back-off. It widens only while they fail, and never beyond 15 seconds. For a
     * while after EC2 has throttled a look, others of the account are waiting as well: the interval leaves room for them.
     */
    backedOff(milliseconds) {
        const { clock, random } = this.#run;
        const isCrowded = clock.now() - this.#throttledAt < crowdedSeconds * 1000;
        const least = isCrowded ? crowdedIntervalSeconds * (1 + random() / 2) * 1000 : 0;
        if (this.#failures === 0)
            return Math.max(least, milliseconds);
        return Math.min(_pace_js__WEBPACK_IMPORTED_MODULE_5__/* .longestSeconds */ .Kh * 1000, Math.max(least, (0,_aws_patient_client_js__WEBPACK_IMPORTED_MODULE_2__/* .retryMilliseconds */ .TK)(1, this.#failures, random())));
    }
    #unseen() {
        const { clock, log } = this.#run;
        const { imageId } = this.#looked;
        if (this.#hiddenSince === undefined)
            log.info(`EC2 does not show ${imageId} any more; polling goes on`);
        this.#hiddenSince ??= clock.now();
        const seconds = (clock.now() - this.#hiddenSince) / 1000;
        const patience = this.#wasSeen ? goneSeconds : neverSeenSeconds;
        if (seconds < patience)
            return undefined;
        throw new ImageGoneError(`EC2 has not shown image ${imageId} for ${(0,_base_units_js__WEBPACK_IMPORTED_MODULE_6__/* .duration */ .p0)(seconds * 1000)}: it does not exist any more.`, {
            remedy: 'Somebody or something deregistered it while it was baked. CloudTrail shows who called DeregisterImage.',
        });
    }
}


/***/ }),

/***/ 9000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kh: () => (/* binding */ longestSeconds),
/* harmony export */   Lp: () => (/* binding */ pollSeconds),
/* harmony export */   XC: () => (/* binding */ progressSeconds)
/* harmony export */ });
/**
 * How long to wait before the next poll. EC2 throttles by account and Region, so the calls of a bake must be few; a bake
 * is over when its image is ready, so the last poll must come soon after.
 */
/** An image is polled at least this often, also while EC2 throttles. */
const longestSeconds = 15;
/** Bakes that begin together share 20 calls a second: with 4 seconds there is enough for eighty. */
const shortestSeconds = 4;
/** Without an estimate that holds, at least this often in the first ten minutes; later as often as the time has sixtieths. */
const longestAtFirstSeconds = 10;
const shareOfLongWait = 1 / 60;
/** Without an estimate: polls are late by at most 5 % of the time waited so far. */
const shareOfTimeWaited = 1 / 20;
/** With an estimate the end is not expected yet; but estimates may be wrong, and images fail. */
const shareBeforeTheEnd = 1 / 12;
/** Half of the way to the estimated end passes without a poll, … */
const shareOfDistance = 1 / 2;
/** … and past it, a quarter of the time by which the estimate was wrong so far. */
const shareSinceTheEnd = 1 / 4;
/** Nobody knows how long EC2 takes once the snapshots are done: polls are late by at most an eighth of that. */
const shareSinceDone = 1 / 8;
/**
 * @param random uniform in [0, 1); the jitter only ever shortens the interval
 * @returns seconds, at most 15
 */
function pollSeconds(moment, random) {
    return withoutJitter(moment) * (1 - random / 20);
}
function withoutJitter({ waited, untilEnd, snapshotsDone }) {
    const most = within(longestAtFirstSeconds, waited * shareOfLongWait, longestSeconds);
    const blindly = within(shortestSeconds, waited * shareOfTimeWaited, most);
    if (untilEnd === undefined)
        return blindly;
    // Around the end, every second counts where the whole takes a minute; not where it takes hours.
    const shortest = within(within(0.25, waited / 100, 3), waited / 1000, longestSeconds);
    if (snapshotsDone)
        return within(shortest, -untilEnd * shareSinceDone, longestSeconds);
    if (untilEnd < 0)
        return within(shortest, -untilEnd * shareSinceTheEnd, blindly);
    const farFromTheEnd = within(shortestSeconds, waited * shareBeforeTheEnd, longestSeconds);
    return within(shortest, untilEnd * shareOfDistance, farFromTheEnd);
}
/**
 * Snapshot progress is a call of its own, so it is asked for less often than the image's state: early on to learn the pace,
 * then at each half of the way that is left. Once a minute, and in long waits every two,
 * shows soon enough that a snapshot has failed.
 *
 * @param waited seconds since the image was created
 * @param untilEnd as in `Moment`
 * @returns seconds until the next look at the snapshots
 */
function progressSeconds(waited, untilEnd) {
    const distance = untilEnd === undefined ? waited / 3 : Math.abs(untilEnd) / 2;
    return within(5, distance, within(60, waited / 20, 120));
}
function within(least, value, most) {
    return Math.max(least, Math.min(most, value));
}


/***/ }),

/***/ 8756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $L: () => (/* binding */ isDone),
/* harmony export */   PK: () => (/* binding */ overallPercent),
/* harmony export */   Tk: () => (/* binding */ followVolumes),
/* harmony export */   WN: () => (/* binding */ hasFailed),
/* harmony export */   Wh: () => (/* binding */ snapshotProgress)
/* harmony export */ });
/* harmony import */ var _run_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5548);

/**
 * Reads EC2's `Progress`, a text such as `42%`, empty at first.
 * @param devices where the snapshots of the image belong
 */
function snapshotProgress(snapshot, devices) {
    const percent = Number.parseFloat(snapshot.Progress ?? '');
    const state = snapshot.State ?? 'pending';
    const snapshotId = snapshot.SnapshotId ?? '';
    return {
        snapshotId,
        device: devices.find((one) => one.snapshotId === snapshotId)?.device ?? '',
        percent: state === 'completed' ? 100 : Number.isFinite(percent) ? Math.min(100, Math.max(0, percent)) : 0,
        sizeGiB: snapshot.VolumeSize ?? 0,
        state,
        message: snapshot.StateMessage ?? '',
    };
}
function hasFailed({ state }) {
    return state === 'error';
}
/** Whatever percentage a failed one shows, it is not done. */
function isDone(snapshot) {
    return snapshot.percent === 100 && !hasFailed(snapshot);
}
/** Progress of all of them together, weighted by size; undefined while none is known. */
function overallPercent(snapshots) {
    const weight = (snapshot) => Math.max(1, snapshot.sizeGiB);
    const total = snapshots.reduce((sum, snapshot) => sum + weight(snapshot), 0);
    if (total === 0)
        return undefined;
    return snapshots.reduce((sum, snapshot) => sum + weight(snapshot) * snapshot.percent, 0) / total;
}
/**
 * Notes each volume as a part of the phase that runs: from now until the look that shows its snapshot done.
 * @returns what to call with each look at the image
 */
function followVolumes(run) {
    const startedAt = run.clock.now();
    const ends = new Map();
    return ({ snapshots }) => {
        for (const snapshot of snapshots) {
            const name = snapshot.device || snapshot.snapshotId;
            if (isDone(snapshot) && !ends.has(name))
                ends.set(name, run.clock.now());
            const endedAt = ends.get(name);
            const end = endedAt === undefined ? {} : { endedAt };
            (0,_run_run_js__WEBPACK_IMPORTED_MODULE_0__/* .notePart */ .e4)(run, { name, startedAt, ...end, ...(hasFailed(snapshot) ? { failed: true } : {}) });
        }
    };
}


/***/ }),

/***/ 7273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   iU: () => (/* binding */ timedOut),
/* harmony export */   mf: () => (/* binding */ timedOutAfter),
/* harmony export */   pJ: () => (/* binding */ endOf)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7594);
/* harmony import */ var _base_units_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8714);
/* harmony import */ var _looks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7211);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8756);




/** EC2's image states that no image comes back from by itself ("Amazon EC2 AMI states"). */
const endings = {
    failed: (name) => `EC2 could not create ${name}`,
    error: (name) => `EC2 could not create ${name}`,
    invalid: (name) => `EC2 says that ${name} is invalid`,
    deregistered: (name) => `Somebody deregistered ${name} while EC2 was creating it`,
    disabled: (name) => `Somebody disabled ${name} before it was ready`,
};
/** @returns undefined when the image may still become available */
function endOf(named, image) {
    const { State: state = '' } = image;
    const ending = endings[state];
    if (ending === undefined)
        return undefined;
    const reason = reasonOf(image);
    const isByOthers = state === 'deregistered' || state === 'disabled';
    const why = reason === '' ? (isByOthers ? '' : '. EC2 gives no reason') : `. EC2's reason: ${withoutStop(reason)}`;
    const EndError = state === 'deregistered' ? _looks_js__WEBPACK_IMPORTED_MODULE_1__/* .ImageGoneError */ .v : _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BakeError */ .oU;
    return new EndError(`${ending(nameOf(named))}${why}.`, {
        remedy: isByOthers ? `CloudTrail shows who ${state} it.` : remedyFor(named, reason),
    });
}
/** The message mostly begins with the code. */
function reasonOf({ StateReason: { Code: code = '', Message: message = '' } = {} }) {
    return message.startsWith(code) && message !== ''
        ? message
        : [code, message].filter((part) => part !== '').join(': ');
}
function withoutStop(text) {
    return text.replace(/\.$/, '');
}
function nameOf({ called, imageId }) {
    return called ?? imageId;
}
function remedyFor({ remedyFor: particular }, reason) {
    const remedy = particular?.(reason);
    if (remedy !== undefined)
        return remedy;
    if (/kms|key/i.test(reason)) {
        return 'Check that the KMS keys of the volumes are enabled and that the role may use them (kms:CreateGrant, kms:DescribeKey, kms:GenerateDataKeyWithoutPlaintext, kms:ReEncrypt*).';
    }
    return 'Failures inside EC2 often pass: run the job again. If it fails again, check the state of the volumes, and give AWS Support the image ID.';
}
/** `Timed out after 30 minutes (`timeout-minutes`)`, for the beginning of a sentence. */
function timedOutAfter({ record, deadline }) {
    const minutes = Math.round((deadline - record.startedAt) / 600) / 100;
    return `Timed out after ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} (\`timeout-minutes\`)`;
}
/** @param image as it was seen last; undefined when EC2 has not shown it */
function timedOut(run, named, image, snapshots) {
    const percent = (0,_progress_js__WEBPACK_IMPORTED_MODULE_2__/* .overallPercent */ .PK)(snapshots);
    const how = percent === undefined ? '' : ` with its snapshots at ${Math.floor(percent)} %`;
    const age = (0,_base_units_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(run.deadline - named.createdAt);
    const stands = image === undefined ? 'EC2 has not shown it yet' : `it is still ${image.State}${how}`;
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BakeError */ .oU(`${timedOutAfter(run)} while waiting for ${nameOf(named)}: ${age} after its creation, ${stands}.`, {
        remedy: 'Raise `timeout-minutes`: the first snapshot of a large volume takes long. With `on-failure: keep`, EC2 goes on creating the image, and a re-run of this workflow resumes it.',
    });
}


/***/ }),

/***/ 8741:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ waitUntilAvailable)
});

// EXTERNAL MODULE: ./lib/image/wait/looks.js
var wait_looks = __webpack_require__(7211);
// EXTERNAL MODULE: ./lib/image/wait/pace.js
var pace = __webpack_require__(9000);
// EXTERNAL MODULE: ./lib/image/wait/sentences.js
var sentences = __webpack_require__(7273);
// EXTERNAL MODULE: ./lib/aws/errors.js
var errors = __webpack_require__(6762);
// EXTERNAL MODULE: ./lib/aws/failure.js + 1 modules
var failure = __webpack_require__(4608);
// EXTERNAL MODULE: ./lib/run/run.js
var run = __webpack_require__(5548);
// EXTERNAL MODULE: ./lib/image/describe.js
var describe = __webpack_require__(1852);
// EXTERNAL MODULE: ./lib/image/wait/progress.js
var progress = __webpack_require__(8756);
;// CONCATENATED MODULE: ./lib/image/wait/estimate.js
/** When the snapshots of an image will be done. */

/**
 * Foretells the end by extrapolation: each snapshot in a straight line from the start; the slowest decides. EC2's
 * progress is coarse and may jump, so this is an estimate to pace the polling by and to tell people, never a
 * reason to give up.
 *
 * A percentage that EC2 shows stands for all up to the next one that EC2 would show. So each look tells that the end is
 * between two moments, and all looks together narrow it down.
 */
class EndEstimate {
    #startedAt;
    #ends = new Map();
    /** Percentages come in multiples of this, by what was seen so far: 1, or 25 where EC2 shows quarters. */
    #step = 0;
    #allDoneAt;
    /** @param startedAt when the image was created, milliseconds since the epoch */
    constructor(startedAt) {
        this.#startedAt = startedAt;
    }
    observe(now, snapshots) {
        const taken = now - this.#startedAt;
        for (const { percent } of snapshots) {
            if (percent < 100)
                this.#step = commonDivisor(this.#step, Math.floor(percent));
        }
        for (const { snapshotId, percent } of snapshots) {
            const shown = {
                percent,
                earliest: (taken * 100) / Math.min(100, percent + Math.max(1, this.#step)),
                latest: (taken * 100) / percent,
            };
            this.#ends.set(snapshotId, narrowed(this.#ends.get(snapshotId) ?? shown, shown));
        }
        const allDone = snapshots.length > 0 && snapshots.every(progress/* isDone */.$L);
        this.#allDoneAt = allDone ? (this.#allDoneAt ?? now) : undefined;
    }
    /** All snapshots are done. */
    get isDone() {
        return this.#allDoneAt !== undefined;
    }
    /** Milliseconds since the epoch; in the past when the snapshots are done or late; undefined while unknown. */
    endsAt() {
        if (this.#allDoneAt !== undefined)
            return this.#allDoneAt;
        const last = Math.max(...[...this.#ends.values()].map(({ earliest, latest }) => (earliest + latest) / 2));
        return Number.isFinite(last) ? this.#startedAt + last : undefined;
    }
}
/** Progress that jumps begins a new line; one that stands still past its end is late, and nobody knows by how much. */
function narrowed(known, shown) {
    const earliest = Math.max(known.earliest, shown.earliest);
    const latest = Math.min(known.latest, shown.latest);
    if (earliest <= latest)
        return { ...shown, earliest, latest };
    return known.percent === shown.percent ? { ...shown, earliest: latest, latest } : shown;
}
/** Of two whole numbers; of 0 and another, the other. */
function commonDivisor(a, b) {
    return b === 0 ? a : commonDivisor(b, a % b);
}

;// CONCATENATED MODULE: ./lib/image/wait/snapshots.js
/** The snapshots of an image that is waited for: asked for from time to time, beside the looks at the image. */







/** How long the image waits for an answer about its snapshots; a later one is taken when it comes. */
const patienceSeconds = 4;
/** A runner far away or behind a slow proxy may need that long for one answer. */
const attemptSeconds = 15;
/**
 * Leaves nothing out, but makes it a request with a filter: EC2 grants an account twice as many of those (EC2 Developer
 * Guide, "Request throttling for the Amazon EC2 API": "unfiltered and unpaginated non-mutating actions").
 */
const anyStatus = [{ Name: 'status', Values: ['pending', 'completed', 'error'] }];
class Snapshots {
    #run;
    #parent;
    #estimate;
    #told = new Set();
    #known = [];
    #nextAt = 0;
    #reading;
    #failure;
    constructor(run, parent) {
        this.#run = run;
        this.#parent = parent;
        this.#estimate = new EndEstimate(parent.createdAt);
    }
    get known() {
        return this.#known;
    }
    get areDone() {
        return this.#estimate.isDone;
    }
    /** Seconds until the estimated end, negative when it is past; undefined while unknown. */
    secondsLeft() {
        const end = this.#estimate.endsAt();
        return end === undefined ? undefined : (end - this.#run.clock.now()) / 1000;
    }
    /**
     * Asks for the progress if it is time, and waits a little for the answer.
     * @throws BakeError when the snapshots may not be described
     */
    async follow(image) {
        const { clock, signal } = this.#run;
        if (this.#reading === undefined && clock.now() >= this.#nextAt) {
            this.#reading = this.#read(image).finally(() => {
                this.#reading = undefined;
            });
        }
        if (this.#reading !== undefined) {
            const answered = new AbortController();
            const patience = AbortSignal.any([signal, answered.signal]);
            const late = clock.sleep(patienceSeconds * 1000, patience).catch(() => signal.throwIfAborted());
            await Promise.race([this.#reading, late]).finally(() => answered.abort());
        }
        if (this.#failure !== undefined)
            throw this.#failure;
    }
    /** @param state EC2's state of the image */
    progress(state) {
        const left = this.secondsLeft();
        const now = this.#run.clock.now();
        return {
            state,
            percent: (0,progress/* overallPercent */.PK)(this.#known),
            snapshots: this.#known,
            waitedMilliseconds: now - this.#parent.createdAt,
            leftMilliseconds: left === undefined ? undefined : left * 1000,
            doneMilliseconds: this.areDone && left !== undefined ? -left * 1000 : undefined,
        };
    }
    /** Never throws: what is wrong is for `follow` to throw. */
    async #read(image) {
        const { clock } = this.#run;
        try {
            this.#known = (await this.#ask(image)) ?? this.#known;
        }
        catch (error) {
            this.#failure = error;
            return;
        }
        const now = clock.now();
        this.#estimate.observe(now, this.#known);
        this.#mentionFailed();
        const waited = (now - this.#parent.createdAt) / 1000;
        this.#nextAt =
            this.#known.length > 0 && this.#known.every(({ state }) => state === 'completed')
                ? Number.POSITIVE_INFINITY
                : now + (0,pace/* progressSeconds */.XC)(waited, this.secondsLeft()) * 1000;
    }
    /** @returns undefined when EC2 did not answer for a passing reason */
    async #ask(image) {
        const { aws, signal } = this.#run;
        const { region, imageId } = this.#parent;
        const ec2 = aws.ec2(region);
        const devices = (0,describe/* snapshotsOf */.XO)(image);
        if (devices.length === 0)
            return [];
        const SnapshotIds = devices.map(({ snapshotId }) => snapshotId);
        const how = { signal, patienceSeconds: 0, attemptSeconds };
        try {
            const snapshots = await (0,describe/* describeSnapshots */.dg)(ec2, { SnapshotIds, Filters: anyStatus }, how).catch((error) => {
                signal.throwIfAborted();
                if ((0,errors/* errorKind */.f8)(error) !== 'refused')
                    throw error;
                // A server that does not know the filter.
                return (0,describe/* describeSnapshots */.dg)(ec2, { SnapshotIds }, how);
            });
            return snapshots.map((snapshot) => (0,progress/* snapshotProgress */.Wh)(snapshot, devices));
        }
        catch (error) {
            signal.throwIfAborted();
            const kind = (0,errors/* errorKind */.f8)(error);
            if (kind === 'credentials' || kind === 'permission') {
                throw (0,failure/* awsFailure */.MT)('ec2:DescribeSnapshots', `follow the snapshots of ${imageId}`, error);
            }
            return undefined;
        }
    }
    /** EC2 may leave the image pending for long after that. */
    #mentionFailed() {
        for (const { snapshotId, device, message } of this.#known.filter(progress/* hasFailed */.WN)) {
            if (this.#told.has(snapshotId))
                continue;
            this.#told.add(snapshotId);
            const why = message === '' ? 'EC2 gives no reason' : message.replace(/\.$/, '');
            (0,run/* warn */.R8)(this.#run, `Snapshot ${snapshotId} of ${device} failed: ${why}. EC2 has not given up ${this.#parent.imageId} yet; polling goes on.`);
        }
    }
}

;// CONCATENATED MODULE: ./lib/image/wait/wait.js




/**
 * @returns the image as EC2 described it when it was available
 * @throws BakeError when the image ends in another state, cannot be described, or is not available at the deadline
 */
async function waitUntilAvailable(run, image) {
    const { clock, deadline } = run;
    const looks = new wait_looks/* Looks */.X(run, image);
    const snapshots = new Snapshots(run, image);
    for (;;) {
        const isLastLook = clock.now() >= deadline;
        const seen = await looks.look();
        if (seen?.State === 'available')
            return seen;
        const end = seen && (0,sentences/* endOf */.pJ)(image, seen);
        if (end !== undefined)
            throw end;
        if (isLastLook)
            throw (0,sentences/* timedOut */.iU)(run, image, seen, snapshots.known);
        if (seen !== undefined) {
            await snapshots.follow(seen);
            image.onProgress(snapshots.progress(seen.State ?? 'unknown'));
        }
        await untilNextLook(run, image, looks, snapshots);
    }
}
async function untilNextLook({ clock, random, signal, deadline }, { createdAt }, looks, snapshots) {
    const now = clock.now();
    const moment = {
        waited: (now - createdAt) / 1000,
        untilEnd: snapshots.secondsLeft(),
        snapshotsDone: snapshots.areDone,
    };
    const delay = looks.backedOff((0,pace/* pollSeconds */.Lp)(moment, random()) * 1000);
    await clock.sleep(Math.max(0, Math.min(delay, deadline - now)), signal);
}


/***/ }),

/***/ 7865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MM: () => (/* binding */ valueRefusal),
/* harmony export */   dV: () => (/* binding */ mayHoldSecret),
/* harmony export */   n0: () => (/* binding */ looksSecret),
/* harmony export */   ro: () => (/* binding */ environmentVariables),
/* harmony export */   sw: () => (/* binding */ withAttempt),
/* harmony export */   yn: () => (/* binding */ nameRefusal)
/* harmony export */ });
/** `env.NAME` in templates: the step's environment, without what must never be part of a name that many can read. */
/** Words of names that hold secrets, wherever they stand: `PGPASSWORD`, `NPM_CONFIG__AUTHTOKEN`, `CLIENTSECRET`. */
const secretParts = [
    'SECRET',
    'PASSW(?:OR)?D',
    'PASSPHRASE',
    'PASSCODE',
    'USERPASS',
    'CREDENTIAL',
    'TOKEN(?!I[SZ])',
    'APIKEY',
    'PRIVATEKEY',
];
const stores = 'DATABASE|DB|MONGO(?:DB)?|MYSQL|MARIADB|POSTGRES(?:QL)?|PG|REDIS|AMQP|RABBITMQ|CLOUDAMQP|BROKER|JDBC|SMTP|' +
    'CLOUDINARY|ELASTICSEARCH|LDAP';
/** Words of names that hold secrets, between underscores: `GH_PAT`, `DOCKER_AUTH_CONFIG`, `DATABASE_URL`, `SENTRY_DSN`. */
const secretWords = [
    ...['AUTH', 'AUTHORIZATION', 'AUTHENTICATION', 'BEARER', 'COOKIES?', 'HEADERS?', 'SESSION', 'SIGNATURE'],
    ...['PASS', 'ASKPASS', 'SSHPASS', 'DBPASS', 'PGPASS', 'PAT', 'PIN', 'OTP', 'JWT', 'SAS', 'NETRC'],
    ...['CREDS?', 'KEYSTORE', 'PFX', 'P12', 'MNEMONIC'],
    '(?<!(?:CACHE|KMS|PUBLIC)_)KEYS?',
    // Addresses that may hold a password.
    ...['(?:HTTPS?|ALL|FTP)?PROXY', 'DSN', 'WEBHOOKS?', 'CONN(?:ECTION)?_?STR(?:ING)?'],
    `(?:${stores})(?:_[A-Z]+)*_UR[IL]`,
];
const secretName = new RegExp(`${secretParts.join('|')}|(?:^|_)(?:${secretWords.join('|')})(?:_|$)|_PWD$`, 'i');
/** Whether templates cannot read a variable of this name because it may hold a secret. */
function mayHoldSecret(name) {
    return secretName.test(name.replaceAll('-', '_'));
}
/**
 * Values that hold secrets under whatever name:
 * - an address with a password, `https://user:password@example.com`;
 * - a setting of a connection, `jdbc:…?user=u&password=p`, `Server=…;Pwd=…`, `AccountKey=…`;
 * - tokens with well-known beginnings: of GitHub, GitLab, npm, PyPI, Slack, Stripe, Hugging Face and AWS, JSON Web Tokens;
 * - private keys in PEM.
 */
const secretValue = new RegExp([
    String.raw `:\/\/[^\s/?#@:]{0,200}:\S{0,200}@`,
    // A token in place of the user's name.
    String.raw `:\/\/[\w.~%-]{20,200}@(?!sha\d)`,
    String.raw `(?:\b|_)(?:password|passwd|pwd|secret|token|api_?key|accountkey|sharedaccesskey|sig(?:nature)?)=[^\s&;]`,
    String.raw `\b(?:gh[oprsu]_|github_pat_|glpat-|npm_|xox[abeoprs]-|sk_live_|hf_|pypi-)\w{10}`,
    String.raw `\bhooks\.slack\.com\/services\/\w`,
    String.raw `\b(?:AKIA|ASIA)[A-Z0-9]{16}\b`,
    String.raw `\beyJ[\w-]{8,}\.eyJ`,
    '-----BEGIN [A-Z ]*PRIVATE KEY',
].join('|'), 'i');
/** Whether a value looks like one that holds a secret. */
function looksSecret(value) {
    return secretValue.test(value);
}
/** What is wrong with using a variable whose name is refused. */
function nameRefusal(name) {
    return `\`env.${name}\` is not available, because a variable of this name may hold a secret${becausePublic}`;
}
/** What is wrong with using a variable whose value is refused. The value is not shown. */
function valueRefusal(name) {
    return `\`env.${name}\` is not available, because its value looks like a password or a key${becausePublic}`;
}
const becausePublic = ', and many people can read names, descriptions and tags; if it holds no secret, pass what you need in another variable';
/**
 * The environment that templates can read. Empty variables are left out, because GitHub Actions sets an empty variable
 * for an expression without a value.
 */
function environmentVariables(environment) {
    const visible = Object.entries(environment).flatMap(([name, value]) => value && !mayHoldSecret(name) ? [[name, value]] : []);
    return Object.fromEntries(visible);
}
/** What the runner sets anew for each attempt of a run, or for each machine that an attempt runs on. */
const attemptVariables = [
    'GITHUB_RUN_ATTEMPT',
    'GITHUB_TRIGGERING_ACTOR',
    'GITHUB_ENV',
    'GITHUB_OUTPUT',
    'GITHUB_PATH',
    'GITHUB_STATE',
    'GITHUB_STEP_SUMMARY',
    'RUNNER_NAME',
    'RUNNER_TRACKING_ID',
    'HOSTNAME',
    'ImageVersion',
];
/** The environment with the attempt in place of everything that differs between the attempts of one workflow run. */
function withAttempt(environment, attempt) {
    const changed = { ...environment };
    for (const name of attemptVariables)
        if (changed[name])
            changed[name] = attempt;
    return changed;
}


/***/ }),

/***/ 1787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  EW: () => (/* binding */ attemptNames),
  LN: () => (/* binding */ checkNames)
});

// UNUSED EXPORTS: renderNames

// EXTERNAL MODULE: ./lib/base/errors.js
var errors = __webpack_require__(7594);
// EXTERNAL MODULE: ./lib/base/text.js
var base_text = __webpack_require__(8566);
// EXTERNAL MODULE: ./lib/naming/template.js + 5 modules
var naming_template = __webpack_require__(8287);
;// CONCATENATED MODULE: ./lib/naming/ami-name.js
/**
 * The rules for AMI names: 3 to 128 letters, digits and `( ) [ ] . / - ' @ _` or spaces.
 * Source: EC2 API reference, CreateImage, `Name`.
 */



const shortestName = 3;
const longestName = 128;
const hashDigits = 8;
const keptCharacters = longestName - hashDigits - 1;
const illegalRuns = /[^A-Za-z0-9()[\] ./\-'@_]+/g;
/**
 * The value with each run of characters that a name cannot contain replaced by one `-`. A letter with an accent
 * counts as one character, whether Unicode writes it as one code point or as two.
 */
function nameSafe(value) {
    return value.normalize('NFC').replace(illegalRuns, '-');
}
/** @throws BakeError when the template's author wrote characters that a name cannot contain */
function checkNameTemplate(template) {
    (0,naming_template/* rejectLiterals */.O)(template, illegalRuns, `an AMI name, which may contain A-Z a-z 0-9 ( ) [ ] . / - ' @ _ and spaces`);
}
/**
 * The full name, which may be too short or too long for EC2.
 * @throws BakeError as `checkNameTemplate` does, or when the template cannot be rendered
 */
function renderFullName(template, variables) {
    checkNameTemplate(template);
    return nameSafe(template.render(variables, nameSafe));
}
/**
 * A name that EC2 accepts. A name that is too long keeps its beginning, followed by a hash of the full name, which
 * distinguishes it from other names with the same beginning.
 * @throws BakeError when it is too short
 */
function fitName(fullName) {
    if (fullName.length < shortestName) {
        throw new errors/* BakeError */.oU(`renders to "${fullName}": an AMI name has ${shortestName} to ${longestName} characters`);
    }
    if (fullName.length <= longestName)
        return { name: fullName };
    const name = `${fullName.slice(0, keptCharacters)}-${(0,base_text/* shortHash */.BC)(fullName, hashDigits)}`;
    const warning = `The AMI name has ${fullName.length} characters, ${longestName} are allowed: it is cut to \`${name}\`.`;
    return { name, warning };
}

;// CONCATENATED MODULE: ./lib/naming/description.js
/**
 * The rules for AMI descriptions: at most 255 characters (EC2 API model, ImageDescriptionRequest), ASCII only.
 * The second rule is not in the model. EC2 refuses other characters with `InvalidParameterValue`, "Character sets beyond
 * ASCII are not supported". For AMI descriptions this is reported of ModifyImageAttribute (wendylabsinc/WendyOS-Builder#56,
 * metadist/synaplan#1546); we assume that CreateImage does the same.
 */


const longestDescription = 255;
const description_illegalRuns = /[^ -~]+/g;
/** The value with control characters replaced by spaces, and each run of characters beyond ASCII by one `-`. */
function descriptionSafe(value) {
    return (0,base_text/* withoutControls */.DJ)(value.normalize('NFC')).replace(description_illegalRuns, '-');
}
/** @throws BakeError when the template's author wrote characters that a description cannot contain */
function checkDescriptionTemplate(template) {
    (0,naming_template/* rejectLiterals */.O)(template, description_illegalRuns, 'an AMI description, which is one line of ASCII characters');
}
/**
 * A description that EC2 accepts, cut if it is too long.
 * @throws BakeError as `checkDescriptionTemplate` does, or when the template cannot be rendered
 */
function renderDescription(template, variables) {
    checkDescriptionTemplate(template);
    const full = descriptionSafe(template.render(variables, descriptionSafe));
    if (full.length <= longestDescription)
        return { description: full };
    const warning = `The description has ${full.length} characters, ${longestDescription} are allowed: it is cut.`;
    return { description: full.slice(0, longestDescription).trim(), warning };
}

// EXTERNAL MODULE: ./lib/naming/variables.js
var naming_variables = __webpack_require__(1505);
;// CONCATENATED MODULE: ./lib/naming/key.js



const keyDigits = 32;
/**
 * The identity of a bake, by which a later attempt of the same workflow run finds what an earlier one left. The jobs of a
 * matrix, which share run, job and step, differ by their values of the matrix and by the AMI's name. The name is rendered
 * with the clock and the attempt held fixed. A name that contains something else that changes from attempt to attempt,
 * such as an environment variable set to the time, gives each attempt a key of its own.
 * @returns 32 hex digits
 * @throws BakeError when the name cannot be rendered
 */
function bakeKey({ name, matrix = '', ...sources }) {
    const { workflow, source } = sources;
    const { owner, repo, runId, job, step } = workflow;
    const variables = (0,naming_variables/* variablesOfAttempt */.q)(sources, { attempt: '1', now: new Date(0) });
    const leg = canonicalMatrix(matrix);
    const identity = [
        `${owner}/${repo}`,
        ...[runId, job, step, source.id, renderFullName(name, variables)],
        ...(leg === undefined ? [] : [leg]),
    ];
    return (0,base_text/* shortHash */.BC)(JSON.stringify(identity), keyDigits);
}
/** The matrix without differences of white space and order; undefined if there is none. Text that is no JSON is kept. */
function canonicalMatrix(matrix) {
    const text = matrix.trim();
    if (text === '')
        return undefined;
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch {
        return text;
    }
    const canonical = JSON.stringify(sorted(parsed));
    return ['null', '{}'].includes(canonical) ? undefined : canonical;
}
/** The value with the keys of its objects in order. */
function sorted(value) {
    if (Array.isArray(value))
        return value.map(sorted);
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value).map(([key, property]) => [key, sorted(property)]);
    return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

// EXTERNAL MODULE: ./lib/naming/parameter-name.js
var parameter_name = __webpack_require__(7911);
// EXTERNAL MODULE: ./lib/naming/tag-template.js
var tag_template = __webpack_require__(5215);
// EXTERNAL MODULE: ./lib/base/own-tags.js
var own_tags = __webpack_require__(3443);
// EXTERNAL MODULE: ./lib/naming/several-tags.js
var several_tags = __webpack_require__(9384);
;// CONCATENATED MODULE: ./lib/naming/tags.js





const nameTag = 'Name';
/** The most tags that an image or a snapshot can have. Source: EC2 User Guide, tag restrictions. */
const mostTags = 50;
/** Where an image comes from. The values are true, but without control characters and cut to what a tag can hold. */
function provenanceTags({ key, family, workflow, source, claim, state = 'baking', }) {
    const values = {
        [own_tags/* keyTag */.QR]: key,
        ...(claim && { [own_tags/* claimTag */.rT]: claim }),
        [own_tags/* familyTag */.jM]: family,
        [own_tags/* stateTag */.aJ]: state,
        [own_tags/* repositoryTag */.B1]: `${workflow.owner}/${workflow.repo}`,
        [own_tags/* commitTag */.m]: workflow.sha,
        [own_tags/* refTag */.Ys]: workflow.ref,
        [own_tags/* runTag */.eZ]: workflow.runUrl,
        [`${own_tags/* ownPrefix */.l1}instance`]: source.id,
        [`${own_tags/* ownPrefix */.l1}source-ami`]: source.imageId,
    };
    return Object.entries(values).map(([Key, value]) => ({
        Key,
        Value: (0,base_text/* firstCharacters */.DR)((0,base_text/* withoutControls */.DJ)(value), tag_template/* longestTagValue */.Ud),
    }));
}
/** The tags at the end of the bake. */
function readied(tags = {}) {
    return { ...tags, [stateTag]: 'ready' };
}
/** The tags of an image while the bake of that key makes it. */
function unfinishedTags(tags, key) {
    return { ...tags, [keyTag]: key, [stateTag]: 'baking' };
}
/** The tags of an image that an earlier attempt made, as far as they are the same in every attempt. */
function tagsOfResumed({ key }) {
    const tags = [{ Key: keyTag, Value: key }];
    return { imageTags: tags, snapshotTags: tags };
}
/** Whether both sets of tags were made by the same attempt of the same workflow run. */
function isSameAttempt(tags, others) {
    const runOf = (list) => list.find(({ Key }) => Key === runTag)?.Value;
    return runOf(tags) === runOf(others);
}
/** How many tags `provenanceTags` makes at most. */
const provenanceTagCount = 10;
/** The user's tags with `Name`, which is the AMI's name unless they set it, and the provenance. */
function allTags(userTags, name, provenance) {
    const named = userTags.some(({ Key }) => Key === nameTag);
    return [...(named ? [] : [{ Key: nameTag, Value: name }]), ...userTags, ...provenance];
}
/** Both lists as one: an entry of the second replaces the entry of the first that has the same key. */
function overridden(first, second, keyOf) {
    return [...new Map([...first, ...second].map((entry) => [keyOf(entry), entry])).values()];
}
/** What is wrong with the lists of tags: repeated keys, and too many tags. */
function tagListProblems(tags, snapshotTags) {
    const onSnapshots = overridden(tags, snapshotTags, ({ key }) => key);
    return [
        ...duplicateKeys('tags', tags),
        ...duplicateKeys('snapshot-tags', snapshotTags),
        ...(tooMany('tags', 'the image', tags) ?? tooMany('snapshot-tags', 'each snapshot', onSnapshots) ?? []),
    ];
}
/** Warnings about values that may hold another tag, which belongs on a line of its own. */
function tagWarnings(input, tags) {
    return tags.flatMap(({ key, value }) => {
        const found = (0,several_tags/* tagWithin */.oh)(value.literals);
        if (found === undefined)
            return [];
        return [
            `Input \`${input}\`: the value of tag \`${key}\` contains \`${found}\`. If another tag begins there, write it on a line of its own.`,
        ];
    });
}
function duplicateKeys(input, tags) {
    const keys = tags.map(({ key }) => key);
    const twice = new Set(keys.filter((key, index) => keys.indexOf(key) !== index));
    return [...twice].map((key) => ({ input, problem: `tag \`${key}\` is listed more than once` }));
}
function tooMany(input, what, tags) {
    const keys = new Set([nameTag, ...tags.map(({ key }) => key)]);
    const count = keys.size + provenanceTagCount;
    if (count <= mostTags)
        return undefined;
    const own = `including \`Name\` and the ${provenanceTagCount} tags of this action`;
    return [{ input, problem: `${what} would have ${count} tags, ${own}; ${mostTags} are allowed` }];
}

;// CONCATENATED MODULE: ./lib/naming/steady-tags.js
/** Tags that an image of an earlier attempt has to carry too, if it was baked from the same inputs. */





/** Two attempts at times that differ in every part of a date. */
const attempts = [
    { attempt: '1', now: new Date('1970-01-01T00:00:00Z') },
    { attempt: '2', now: new Date('2044-12-27T13:47:29Z') },
];
/**
 * The tags whose value does not depend on the clock or on the attempt of the workflow run: they are rendered as two
 * other attempts would, and compared.
 * @param tags the user's tags and `Name`, with their values in this attempt
 */
function steadyTags(tags, templates, sources) {
    const others = attempts.map((other) => valuesOf(templates, (0,naming_variables/* variablesOfAttempt */.q)(sources, other)));
    return tags.filter(({ Key, Value }) => others.every((values) => values.get(Key) === Value));
}
/** The values by their keys, without those that cannot be rendered. */
function valuesOf({ name, tags }, variables) {
    const rendered = tags.flatMap((tag) => (0,errors/* noting */.E_)([], 'tags', () => (0,tag_template/* renderTag */.vY)(tag, variables)) ?? []);
    const amiName = (0,errors/* noting */.E_)([], 'name', () => fitName(renderFullName(name, variables)).name) ?? '';
    return new Map(allTags(rendered, amiName, []).map(({ Key, Value }) => [Key, Value]));
}

;// CONCATENATED MODULE: ./lib/naming/names.js









/**
 * Finds what is wrong before EC2 has described the instance. Templates that use nothing of EC2 are rendered; of the
 * others only the text that their authors wrote is checked.
 */
function checkNames({ templates, ...sources }) {
    const variables = (0,naming_variables/* templateVariables */.Q)(sources);
    const { problems } = renderParts(templates, ({ template, render, check }) => {
        if (!template.usesEc2)
            return render(variables);
        check?.();
        return undefined;
    });
    return problems;
}
/**
 * Renders all names of a bake.
 * @throws ProblemsError with everything that is wrong, each problem naming its input
 */
function renderNames(sources) {
    const { names, problems } = attemptNames(sources);
    if (problems.length > 0)
        throw new ProblemsError('The AMI cannot be named', problems);
    // Without problems, every name is there.
    return names;
}
/**
 * Renders what can be rendered, so that names with problems do not hide what else is wrong with a bake.
 * @returns the names that have no problem, and everything that is wrong, each problem naming its input
 */
function attemptNames({ templates, matrix, claim, state, ...sources }) {
    const variables = (0,naming_variables/* templateVariables */.Q)(sources);
    const { problems, parts } = renderParts(templates, ({ render }) => render(variables));
    const { name, description, family, tags, snapshotTags, ssmParameters } = parts;
    const key = name && (0,errors/* noting */.E_)(problems, 'name', () => bakeKey({ ...sources, name: templates.name, matrix }));
    const names = {
        ...(name && { name: name.name }),
        ...(key && { key }),
        ...(description && { description: description.description }),
        ...(family && { family }),
        ssmParameters,
        warnings: [
            ...[name?.warning, description?.warning].filter((warning) => warning !== undefined),
            ...tagWarnings('tags', templates.tags),
            ...tagWarnings('snapshot-tags', templates.snapshotTags),
        ],
    };
    if (name && key && family && problems.length === 0) {
        const provenance = provenanceTags({ ...sources, key, family, claim, state });
        const onSnapshots = overridden(tags, snapshotTags, ({ Key }) => Key);
        names.imageTags = allTags(tags, name.name, provenance);
        names.snapshotTags = allTags(onSnapshots, name.name, provenance);
        names.steadyTags = steadyTags(allTags(tags, name.name, []), templates, sources);
    }
    return { names, problems: problems.map(({ input, problem }) => `input \`${input}\`: ${problem}`) };
}
/** Renders every template with the given function, and notes what is wrong with them and with their lists. */
function renderParts({ name, description, family, tags, snapshotTags, ssmParameters }, render) {
    const problems = tagListProblems(tags, snapshotTags);
    const rendered = (input, part) => (0,errors/* noting */.E_)(problems, input, () => render(part));
    const renderedTags = (input, list) => list.flatMap((tag) => rendered(input, { template: tag.value, render: (values) => (0,tag_template/* renderTag */.vY)(tag, values) }) ?? []);
    const parts = {
        name: rendered('name', {
            template: name,
            render: (values) => fitName(renderFullName(name, values)),
            check: () => checkNameTemplate(name),
        }),
        description: rendered('description', {
            template: description,
            render: (values) => renderDescription(description, values),
            check: () => checkDescriptionTemplate(description),
        }),
        family: rendered('family', { template: family, render: (values) => (0,tag_template/* renderFamily */.dO)(family, values) }),
        tags: renderedTags('tags', tags),
        snapshotTags: renderedTags('snapshot-tags', snapshotTags),
        ssmParameters: ssmParameters.flatMap((template) => rendered('ssm-parameter', {
            template,
            render: (values) => (0,parameter_name/* renderParameterName */.FR)(template, values),
            check: () => (0,parameter_name/* checkParameterTemplate */.q8)(template),
        }) ?? []),
    };
    problems.push(...(0,parameter_name/* repeatedParameters */.RD)(parts.ssmParameters));
    return { problems, parts };
}


/***/ }),

/***/ 7911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FR: () => (/* binding */ renderParameterName),
/* harmony export */   RD: () => (/* binding */ repeatedParameters),
/* harmony export */   q8: () => (/* binding */ checkParameterTemplate)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7594);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8566);
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8287);
/**
 * The rules for SSM parameter names: letters, digits and `_ . -`; at most fifteen levels, each after a `/`; at most 1011
 * characters, including what precedes the name in the parameter's ARN; neither `aws` nor `ssm` at the beginning. Source: Systems Manager API Reference, PutParameter, `Name`.
 */



const mostLevels = 15;
/** The longest prefix of any Region, because a name is the same in all Regions. */
const arnPrefix = 'arn:aws-iso-f:ssm:us-isof-south-1:123456789012:parameter/';
const longestName = 1011 - arnPrefix.length;
const illegalRuns = /[^A-Za-z0-9_.\-/]+/g;
/** The value with each run of characters that a parameter name cannot contain replaced by one `-`. */
function parameterSafe(value) {
    return value.normalize('NFC').replace(illegalRuns, '-');
}
/** @throws BakeError when the template's author wrote characters that a parameter name cannot contain */
function checkParameterTemplate(template) {
    inParameter(template, () => rejectIllegal(template));
}
/**
 * A name that Systems Manager accepts. In a name with levels, the values of variables may add levels; in a name without,
 * their slashes become `-`.
 * @throws BakeError as `checkParameterTemplate` does, or when the name breaks a rule or cannot be rendered
 */
function renderParameterName(template, variables) {
    return inParameter(template, () => {
        rejectIllegal(template);
        const rendered = parameterSafe(template.render(variables, parameterSafe));
        const isFlat = !rendered.startsWith('/') && !template.literals.some((text) => text.includes('/'));
        const name = isFlat ? rendered.replaceAll(/\/+/g, '-') : rendered;
        const problem = problemOf(name);
        if (problem !== undefined)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BakeError */ .oU(`renders to "${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(name, 100)}": ${problem}`);
        return name;
    });
}
/** Names that occur more than once, from different templates or not. Upper and lower case differ. */
function repeatedParameters(names) {
    const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
    return [...twice].map((name) => ({
        input: 'ssm-parameter',
        problem: `\`${name}\` is listed more than once`,
    }));
}
function rejectIllegal(template) {
    (0,_template_js__WEBPACK_IMPORTED_MODULE_2__/* .rejectLiterals */ .O)(template, illegalRuns, 'an SSM parameter name, which may contain A-Z a-z 0-9 _ . - and /');
}
function problemOf(name) {
    const isPath = name.includes('/');
    const levels = name.replace(/^\//, '').split('/');
    if (isPath && !name.startsWith('/'))
        return 'a name with levels must begin with `/`';
    if (levels.includes(''))
        return 'it has an empty level, but each level needs at least one character';
    if (/^\/?(?:aws|ssm)/i.test(name))
        return 'it begins with `aws` or `ssm`, which are reserved for AWS';
    if (levels.length > mostLevels)
        return `it has ${levels.length} levels, ${mostLevels} are allowed`;
    if (name.length > longestName)
        return `it has ${name.length} characters, ${longestName} are allowed`;
    return undefined;
}
/** An input may hold several names, so each problem shows its template. */
function inParameter(template, action) {
    try {
        return action();
    }
    catch (error) {
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BakeError */ .oU))
            throw error;
        const shown = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)((0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutControls */ .DJ)(template.source), 60);
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BakeError */ .oU(`\`${shown}\` ${error.message}`, { cause: error });
    }
}


/***/ }),

/***/ 9384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EO: () => (/* binding */ splitAtCommas),
/* harmony export */   Tg: () => (/* binding */ rejectSeveralTags),
/* harmony export */   oh: () => (/* binding */ tagWithin)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7594);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8566);
/** Recognises lines of `tags` that hold several tags, or one in the AWS CLI's shorthand: a line takes one `Key=Value`. */


const output = String.raw `\{\{.*?\}\}|\{%.*?%\}`;
const betweenCommas = new RegExp(`(?:${output}|[^,])+`, 'g');
/** The parts between commas, trimmed and without empty ones. Commas within `{{ }}` and `{% %}` separate nothing. */
function splitAtCommas(text) {
    const parts = text.match(betweenCommas) ?? [];
    return parts.map((part) => part.trim()).filter((part) => part !== '');
}
/** @throws BakeError that shows the lines to write instead, in words that continue "input `tags`: " */
function rejectSeveralTags(line) {
    const shorthand = tagsOfShorthand(line);
    if (shorthand.length > 0) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BakeError */ .oU(`${code(line)} is the AWS CLI's shorthand: write one Key=Value a line, here ${lines(shorthand)}`);
    }
    const pairs = pairsOf(line);
    if (pairs.length < 2)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BakeError */ .oU(`${code(line)} looks like several tags: write one Key=Value a line, here ${lines(pairs)}. If it is one tag, write ` +
        'each comma of its value as `{{ "," }}`');
}
/** What looks like the beginning of another tag in a value, e.g. `,Env=`. The template's literal texts are searched. */
function tagWithin(literals) {
    const [found] = literals.flatMap((text) => text.match(/[,;]\s*["']?[A-Za-z][\w.:/-]*=/) ?? []);
    return found;
}
// Braces and brackets are around structures and lists. Source: AWS CLI User Guide, "Using shorthand syntax".
const word = `"[^"]*"|'[^']*'`;
const key = `(?<key>${word}|[^,{}\\[\\]]*?)`;
const value = `(?<value>${word}|(?:${output}|[^}\\]])*?)`;
// Before the end of the line, whatever the shell would take for itself.
const end = `["']?$`;
const shorthandLine = /^\s*(?:--[\w-]+[\s=])?[\s"']*(?:ResourceType=\S*?(?=Tags=))?(?:Tags=)?[[{\s]*(?:Key=.*,\s*Value=|Value=.*,\s*Key=)/i;
const shorthandTag = new RegExp(`\\bKey=${key}\\s*,\\s*Value=${value}(?=\\s*(?:${end}|[}\\]]|[\\s,;]+\\{?Key=))`, 'gi');
const reversedTag = new RegExp(`\\bValue=${value}\\s*,\\s*Key=${key}(?=\\s*(?:${end}|[}\\]]|[\\s,;]+\\{?Value=))`, 'gi');
/** The tags of a line such as `Key=Team,Value=web Key=Env,Value=prod`, as `Key=Value` each. */
function tagsOfShorthand(line) {
    if (!shorthandLine.test(line))
        return [];
    const form = /^[^,]*?Value=/i.test(line) ? reversedTag : shorthandTag;
    return [...line.matchAll(form)].map(({ groups }) => `${unquoted(groups?.['key'])}=${unquoted(groups?.['value'])}`);
}
function unquoted(text = '') {
    return text.trim().replace(/^(["'])(.*)\1$/, '$2');
}
/**
 * The tags of a line such as `Team=web,Env=prod`. All parts have one `=`, after a word, and all words begin in the same
 * case: `Options=rw,uid=1000` may well be one tag.
 */
function pairsOf(line) {
    const parts = splitAtCommas(line);
    const initials = parts.map((part) => /^([A-Za-z])[\w.:/-]*\s*=[^=]*$/.exec(withoutOutputs(part))?.[1]);
    const sameCase = initials.every((initial) => initial !== undefined && isUpper(initial) === isUpper(initials[0]));
    return sameCase ? parts : [];
}
function withoutOutputs(text) {
    return text.replace(new RegExp(output, 'g'), '');
}
function isUpper(letter = '') {
    return letter !== letter.toLowerCase();
}
function lines(tags) {
    return new Intl.ListFormat('en-US').format(tags.map(code));
}
function code(text) {
    return `\`${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutControls */ .DJ)(text).trim()}\``;
}


/***/ }),

/***/ 5215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ud: () => (/* binding */ longestTagValue),
/* harmony export */   dO: () => (/* binding */ renderFamily),
/* harmony export */   o2: () => (/* binding */ parseTagLine),
/* harmony export */   vY: () => (/* binding */ renderTag)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7594);
/* harmony import */ var _base_own_tags_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3443);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8566);
/* harmony import */ var _several_tags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9384);
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8287);
/**
 * One tag: its rules, how it is read and how it is rendered. EC2 allows any characters in keys and values, distinguishes
 * upper and lower case, and reserves keys that begin with `aws:`.
 * Lengths are in Unicode characters. Source: EC2 User Guide, "Tag your Amazon EC2 resources", tag restrictions.
 */





const longestTagKey = 128;
const longestTagValue = 256;
/** In upper or lower case. */
const awsPrefix = 'aws:';
/**
 * Reads `Key=Value`. The first `=` separates; white space around key and value is removed; the value may be empty.
 * @throws BakeError that names the tag and says what is wrong, in words that continue "input `tags`: "
 */
function parseTagLine(line) {
    const separator = line.indexOf('=');
    const shown = `\`${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)((0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutControls */ .DJ)(line).trim(), 60)}\``;
    (0,_several_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .rejectSeveralTags */ .Tg)(line);
    if (separator < 0)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BakeError */ .oU(`${shown} is not of the form Key=Value`);
    const key = line.slice(0, separator).trim();
    if (key === '')
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BakeError */ .oU(`${shown} has no key before the =`);
    const problem = keyProblem(key);
    if (problem)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BakeError */ .oU(`the key of ${shown} ${problem}`);
    return { key, value: inTag(key, () => (0,_template_js__WEBPACK_IMPORTED_MODULE_3__/* .parseTemplate */ .Q)(line.slice(separator + 1))) };
}
function keyProblem(key) {
    if (/\{[{%]/.test(key))
        return 'contains a template, but only the value of a tag can be one';
    if ((0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutControls */ .DJ)(key) !== key)
        return 'contains control characters';
    const length = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .characterCount */ .Dq)(key);
    if (length > longestTagKey)
        return `has ${length} characters, ${longestTagKey} are allowed`;
    const lower = key.toLowerCase();
    if (lower.startsWith(awsPrefix))
        return `begins with ${awsPrefix}, which is reserved for AWS`;
    if (lower.startsWith(_base_own_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .ownPrefix */ .l1))
        return `begins with ${_base_own_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .ownPrefix */ .l1}, which is reserved for the tags of this action`;
    return undefined;
}
/**
 * The tag with its true value, without control characters.
 * @throws BakeError that names the tag, when its value is too long or cannot be rendered
 */
function renderTag({ key, value }, variables) {
    return inTag(key, () => ({ Key: key, Value: renderValue(value, variables) }));
}
/**
 * The name of the family, which is the value of a tag.
 * @throws BakeError when it is empty or too long, or cannot be rendered
 */
function renderFamily(template, variables) {
    const family = renderValue(template, variables);
    if (family === '')
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BakeError */ .oU('the value is empty when rendered, but a family needs a name');
    return family;
}
function renderValue(template, variables) {
    const value = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutControls */ .DJ)(template.render(variables, _base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutControls */ .DJ)).trim();
    const length = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .characterCount */ .Dq)(value);
    if (length <= longestTagValue)
        return value;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BakeError */ .oU(`the value has ${length} characters when rendered, ${longestTagValue} are allowed`);
}
function inTag(key, action) {
    try {
        return action();
    }
    catch (error) {
        if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BakeError */ .oU)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BakeError */ .oU(`tag \`${key}\`: ${error.message}`, { cause: error });
        throw error;
    }
}


/***/ }),

/***/ 8287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ parseTemplate),
  O: () => (/* binding */ rejectLiterals)
});

// EXTERNAL MODULE: ./lib/base/errors.js
var errors = __webpack_require__(7594);
// EXTERNAL MODULE: ./lib/base/text.js
var base_text = __webpack_require__(8566);
// EXTERNAL MODULE: ./lib/base/closest.js
var closest = __webpack_require__(4934);
// EXTERNAL MODULE: ./lib/naming/environment.js
var environment = __webpack_require__(7865);
;// CONCATENATED MODULE: ./lib/naming/known-variables.js
/** The names that templates may use. */


const fromGithub = [
    'owner',
    'repo',
    'ref',
    'branch',
    'tag',
    'pr',
    'sha',
    'short_sha',
    'base_ref',
    'run_id',
    'run_number',
    'run_attempt',
    'workflow',
    'job',
    'event',
    'actor',
];
const fromClock = ['timestamp', 'now'];
const fromEc2 = ['region', 'account_id'];
const ofInstance = ['id', 'name', 'type', 'architecture', 'platform', 'image_id'];
const plainNames = [...fromGithub, ...fromClock, ...fromEc2];
const instanceNames = [...ofInstance, 'tags'];
const knownNames = [
    ...plainNames,
    ...ofInstance.map((name) => `instance.${name}`),
    'instance.tags.KEY',
    'env.NAME',
];
/** Properties that Liquid gives every text. */
const textProperties = ['size', 'length'];
/**
 * The variable that a path leads to, without properties of its value, e.g. `['env', 'NAME']`.
 * @returns undefined for a group of variables, such as `env`, and for one whose name is only known when rendering
 */
function addressOf(path) {
    const address = path.slice(0, depthOf(path));
    const isComplete = address.length === depthOf(path) && !address.some(Array.isArray);
    return isComplete ? address.map(String) : undefined;
}
function depthOf([root, property]) {
    if (root === 'env')
        return 2;
    if (root !== 'instance')
        return 1;
    return property === 'tags' ? 3 : 2;
}
/** Whether the value is known only after EC2 has described the instance. */
function comesFromEc2([root]) {
    return root === 'instance' || fromEc2.some((name) => name === root);
}
/** What is wrong with the variables of a template. The unknown ones are one problem. */
function variableProblems(paths) {
    const unknown = new Set(paths.filter((path) => !isKnown(path)).map(unknownVariable));
    const misused = new Set(paths.map(misuse).filter((problem) => problem !== undefined));
    if (unknown.size === 0)
        return [...misused];
    const verb = unknown.size === 1 ? 'is not a known variable' : 'are not known variables';
    return [`${[...unknown].join(', ')} ${verb}; the variables are ${knownNames.join(', ')}`, ...misused];
}
function isKnown(path) {
    const property = path[depthOf(path)];
    return isKnownVariable(path) && (typeof property !== 'string' || textProperties.includes(property));
}
function isKnownVariable([root, property]) {
    if (root === 'env')
        return true;
    if (root === 'instance')
        return typeof property !== 'string' || instanceNames.includes(property);
    return plainNames.some((name) => name === root);
}
function misuse(path) {
    const address = addressOf(path);
    const [root, name = ''] = address ?? [];
    if (root === 'env' && (0,environment/* mayHoldSecret */.dV)(name))
        return (0,environment/* nameRefusal */.yn)(name);
    if (address !== undefined)
        return undefined;
    const group = dotted(path.slice(0, depthOf(path) - 1));
    const shown = path.length < depthOf(path) ? 'is a group of variables' : 'cannot be looked up by a variable';
    return `\`${dotted(path)}\` ${shown}: write out the one that you want, such as \`${exampleOf(group)}\``;
}
function exampleOf(group) {
    if (group === 'env')
        return 'env.NAME';
    return group === 'instance' ? 'instance.id' : 'instance.tags.KEY';
}
function unknownVariable(path) {
    const meant = meantBy(path);
    return `\`${dotted(path)}\`${meant === undefined ? '' : ` (did you mean \`${meant}\`?)`}`;
}
function meantBy(path) {
    if (isKnownVariable(path))
        return dotted(path.slice(0, depthOf(path)));
    const [root, property] = path;
    if (root === 'instance') {
        const meant = (0,closest/* closest */.k)(String(property), instanceNames);
        return meant && `instance.${meant}`;
    }
    // Whoever writes `{{ github.sha }}`, as in expressions of GitHub Actions, means `sha`.
    const last = path.at(-1);
    return plainNames.find((name) => name === last) ?? (0,closest/* closest */.k)(dotted(path), knownNames);
}
/** The path as a template's author writes it. */
function dotted(path) {
    return path
        .map((segment) => (Array.isArray(segment) ? `[${dotted(segment)}]` : segment))
        .join('.')
        .replaceAll('.[', '[');
}

// EXTERNAL MODULE: ./node_modules/liquidjs/dist/liquid.node.js
var liquid_node = __webpack_require__(8694);
;// CONCATENATED MODULE: ./lib/naming/scope.js
/** What a template can read: the variables that it names, and nothing else. */




/** Stands for a variable without a value: false in conditions, replaced by `default`, an error anywhere else. */
class Missing extends liquid_node/* Drop */.ey {
    #problem;
    constructor(problem) {
        super();
        this.#problem = problem;
    }
    static problemOf(missing) {
        return missing.#problem;
    }
    valueOf() {
        return null;
    }
    /** `pr.size` has no value either. */
    liquidMethodMissing() {
        return this;
    }
}
/** @throws BakeError when the value is that of a variable without one */
function requireValue(value) {
    if (value instanceof Missing)
        throw new errors/* BakeError */.oU(Missing.problemOf(value));
    return value;
}
/** The filter `date` reads them whether the template names them or not. */
const clock = [['now'], ['timestamp']];
/**
 * @param paths every variable that the template names, its own included
 * @throws BakeError when the value of an environment variable looks like a secret
 */
function scopeOf(paths, variables) {
    const scope = Object.create(null);
    for (const address of [...clock, ...paths].map(addressOf))
        if (address)
            put(scope, address, variables);
    return scope;
}
function put(scope, [name = '', ...rest], variables, parents = []) {
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    const path = [...parents, name];
    if (rest.length === 0) {
        rejectSecret(path, value);
        scope[name] = value ?? new Missing(withoutValue(path));
        return;
    }
    scope[name] ??= Object.create(null);
    put(scope[name], rest, (value ?? {}), path);
}
/** Even a condition or a default must not depend on a secret, so this is an error at once. */
function rejectSecret([root, name = ''], value) {
    if (root !== 'env' || typeof value !== 'string' || !(0,environment/* looksSecret */.n0)(value))
        return;
    throw new errors/* BakeError */.oU((0,environment/* valueRefusal */.MM)(name));
}
const reasons = {
    pr: 'it is the number of a pull request, and this run is not for one',
    base_ref: 'it is the target branch of a pull request, and this run is not for one',
    branch: 'this run is not for a branch',
    tag: 'this run is not for a tag',
    'instance.name': 'the instance has no tag `Name`',
};
/** What is wrong with using a variable that has no value here. */
function withoutValue(address) {
    const [root, name = ''] = address;
    if (root === 'env' && (0,environment/* mayHoldSecret */.dV)(name))
        return (0,environment/* nameRefusal */.yn)(name);
    const shown = written(address);
    return (`\`${shown}\` has no value here${reason(address)}; provide a default with \`{{ ${shown} | default: "…" }}\` ` +
        `or test it with \`{% if ${shown} %}…{% endif %}\``);
}
function reason(address) {
    if (address[0] === 'env')
        return `: the environment variable ${address[1]} is not set, or empty`;
    if (address.length === 3)
        return ': the instance has no such tag';
    const name = address.join('.');
    return Object.hasOwn(reasons, name) ? `: ${reasons[name]}` : '';
}
/** The variable as an author writes it: `instance.tags.Role`, `instance.tags["a b"]`. */
function written(address) {
    const last = address.at(-1) ?? '';
    return /^[\w-]+$/.test(last) ? address.join('.') : `${address.slice(0, -1).join('.')}["${last}"]`;
}

;// CONCATENATED MODULE: ./lib/naming/liquid.js
/** LiquidJS, set up for names: few tags and filters, strict, the same result every time, in UTC, with limits. */


const parseLimitCharacters = 10_000;
const renderLimitMilliseconds = 2_000;
/** LiquidJS counts the characters and array elements that a rendering creates. */
const memoryLimit = 1_000_000;
/** `#` is a comment within one tag. No loops, and nothing that reads other templates. */
const availableTags = ['if', 'unless', 'case', 'assign', 'capture', 'comment', '#'];
/**
 * What names and tags need. Left out on purpose: `raw`, which prints a value without making it safe; `sample`, which
 * picks at random, so that attempts of one run get different keys; and the `*_exp` filters, which take expressions as
 * text that nothing can check beforehand.
 */
const availableFilters = [
    ...['default', 'date'],
    ...[
        'append',
        'prepend',
        'upcase',
        'downcase',
        'capitalize',
        'strip',
        'lstrip',
        'rstrip',
        'squish',
        'slugify',
    ],
    ...['replace', 'replace_first', 'replace_last', 'remove', 'remove_first', 'remove_last'],
    ...['slice', 'truncate', 'truncatewords', 'sha256'],
    ...['split', 'join', 'first', 'last', 'size'],
    ...['plus', 'minus', 'times', 'divided_by', 'modulo'],
];
const makeSafeRegister = 'makeSafe';
let engine;
/** The one engine, created when it is first needed. */
function liquid() {
    engine ??= createEngine();
    return engine;
}
/**
 * @param scope what the template can read
 * @throws LiquidError
 */
function renderLiquid(templates, scope, makeSafe) {
    const context = new liquid_node/* Context */.ob(scope, liquid().options, { sync: true }, { liquid: liquid() });
    context.setRegister(makeSafeRegister, makeSafe);
    return liquid().renderSync(templates, context);
}
function createEngine() {
    const created = new liquid_node/* Liquid */.HX({
        strictVariables: true,
        strictFilters: true,
        lenientIf: true,
        ownPropertyOnly: true,
        parseLimit: parseLimitCharacters,
        renderLimit: renderLimitMilliseconds,
        memoryLimit,
        timezoneOffset: 0,
        // For the names of months and days; the default is the machine's.
        locale: 'en-US',
        templates: Object.create(null),
        outputEscape: printed,
    });
    for (const name of Object.keys(created.tags))
        if (!availableTags.includes(name))
            delete created.tags[name];
    for (const [name, filter] of Object.entries(created.filters)) {
        if (!availableFilters.includes(name))
            created.unregisterFilter(name);
        else if (typeof filter === 'function' && name !== 'default')
            created.registerFilter(name, requiringValues(name === 'date' ? onBakesClock(filter) : filter));
    }
    return created;
}
/** Every filter but `default` refuses variables without a value, in front of it and as its arguments. */
function requiringValues(filter) {
    return function (...values) {
        return filter.apply(this, values.map(requireValue));
    };
}
/** Liquid's dates know the words `now` and `today`. Both mean the bake's clock, which is read once. */
function onBakesClock(filter) {
    return function (value, ...rest) {
        const { now, timestamp } = this.context.environments;
        const isNow = value === 'now' || value === 'today' || value === timestamp;
        return filter.call(this, isNow ? now : value, ...rest);
    };
}
/** LiquidJS calls it, as a filter, with each value that `{{ }}` prints. */
function printed(value) {
    const text = textOf(requireValue(value));
    this.context.memoryLimit.use(text.length);
    return this.context.getRegister(makeSafeRegister)(text);
}
function textOf(value) {
    const plain = (0,liquid_node/* toValue */.BA)(value);
    if (Array.isArray(plain))
        return plain.map(textOf).join('');
    return String(plain ?? '');
}

;// CONCATENATED MODULE: ./lib/naming/liquid-errors.js
/** What LiquidJS throws, in words for the template's author that continue "input `name`: ". */




function parseError(thrown) {
    return new errors/* BakeError */.oU(parseMessage(plainMessage(thrown), place(thrown)), { cause: thrown });
}
function parseMessage(message, where) {
    const [, filter] = /^undefined filter: (.*)$/.exec(message) ?? [];
    if (filter !== undefined)
        return notAvailable('filter', filter, availableFilters, where);
    const [, tag] = /^tag "(.*)" not found$/.exec(message) ?? [];
    if (tag !== undefined && partsOfTags.test(tag))
        return `\`${tag}\` is outside of the tag that it belongs to${where}`;
    if (tag !== undefined)
        return notAvailable('tag', tag, availableTags, where);
    if (message === 'invalid value expression: ""')
        return `an expression is missing${where}`;
    return message + where;
}
const partsOfTags = /^(?:els(?:e|if)|when|end(?:if|unless|case|capture|comment))$/;
function notAvailable(kind, name, available, where) {
    const meant = (0,closest/* closest */.k)(name, available);
    const hint = meant === undefined ? '' : ` (did you mean \`${meant}\`?)`;
    return `there is no ${kind} \`${name}\`${hint}${where}; the ${kind}s are ${available.join(', ')}`;
}
function renderError(thrown) {
    const original = liquid_node/* LiquidError */.HN.is(thrown) ? thrown.originalError : undefined;
    if (original instanceof errors/* BakeError */.oU)
        return original;
    return new errors/* BakeError */.oU(`cannot be rendered: ${plainMessage(thrown)}`, { cause: thrown });
}
/** LiquidJS's message without the place, which it adds at the end. */
function plainMessage(thrown) {
    return (0,errors/* messageOf */.bD)(thrown).replace(/, line:\d+, col:\d+$/, '');
}
function place(thrown) {
    if (!liquid_node/* LiquidError */.HN.is(thrown))
        return '';
    const [line = 1, column = 1] = thrown.token.getPosition();
    return line === 1 ? `, at character ${column}` : `, at line ${line}, character ${column}`;
}

;// CONCATENATED MODULE: ./lib/naming/template-tree.js
/** Walks a parsed template: finds the text that its author wrote, and expressions that LiquidJS wrongly accepts. */

/** Text that goes into the result as it was written: neither printed by `{{ }}` nor captured in a variable. */
function* literalTexts(templates) {
    for (const template of templates) {
        if (liquid_node/* TypeGuards */.TG.isHTMLToken(template.token))
            yield template.token.getContent();
        // What a capture holds is made safe when it is printed.
        if (!(template instanceof liquid_node/* CaptureTag */.XU))
            yield* literalTexts(childrenOf(template));
    }
}
function* everyTemplate(templates) {
    for (const template of templates) {
        yield template;
        yield* everyTemplate(childrenOf(template));
    }
}
function childrenOf(template) {
    return template.children ? (0,liquid_node/* toValueSync */.qr)(template.children(false, true)) : [];
}
/**
 * The first tag or output whose expression is not exactly one value: LiquidJS silently ignores words, as in
 * `{{ ref upcase }}`, which lacks a `|`.
 */
function malformed(templates) {
    return [...everyTemplate(templates)].find((template) => [...(template.arguments?.() ?? [])].some(isMalformed));
}
function isMalformed(argument) {
    return argument instanceof liquid_node/* Value */.WT && !isOneValue(argument);
}
function isOneValue({ initial: { postfix } }) {
    let operands = 0;
    for (const token of postfix) {
        if (!liquid_node/* TypeGuards */.TG.isOperatorToken(token))
            operands += 1;
        else if (token.operator !== 'not')
            operands -= 1;
        if (operands < 1)
            return false;
    }
    return operands === 1;
}

;// CONCATENATED MODULE: ./lib/naming/template.js







/** @throws BakeError that says what is wrong with the template, in words that continue "input `name`: " */
function parseTemplate(source) {
    const written = source.trim();
    const templates = parseLiquid(written);
    const { globals, variables } = analyse(templates);
    const problems = variableProblems(globals);
    if (problems.length > 0)
        throw new errors/* BakeError */.oU(problems.join('; '));
    return {
        source: written,
        variables: [...new Set(globals.map(dotted))],
        usesEc2: variables.some(comesFromEc2),
        literals: [...literalTexts(templates)],
        render: (values, makeSafe) => render(templates, scopeOf(variables, values), makeSafe),
    };
}
function parseLiquid(source) {
    let templates;
    try {
        templates = liquid().parse(source);
    }
    catch (error) {
        throw parseError(error);
    }
    const wrong = malformed(templates)?.token.getText();
    if (wrong === undefined)
        return templates;
    throw new errors/* BakeError */.oU(`the expression in \`${wrong}\` is not complete, or lacks a \`|\` before a filter`);
}
/**
 * The variables that the template takes from outside, and all that it names. Those that it sets itself by `assign` or
 * `capture` are only among the latter: it may set them in a branch that is not always taken.
 */
function analyse(templates) {
    const { globals, variables } = liquid().analyzeSync(templates, { partials: false });
    const paths = (found) => Object.values(found).flatMap((uses) => uses.map((use) => use.toArray()));
    return { globals: paths(globals), variables: paths(variables) };
}
function render(templates, scope, makeSafe) {
    try {
        return renderLiquid(templates, scope, makeSafe).trim();
    }
    catch (error) {
        throw renderError(error);
    }
}
/**
 * Refuses characters that the template's author wrote. Those that variables bring in are replaced, but the author can
 * write others.
 * @param illegal matches runs of characters, with the flag `g`
 * @param where completes the sentence "… is not allowed in"
 * @throws BakeError that lists the characters and shows the first place
 */
function rejectLiterals(template, illegal, where) {
    const runs = template.literals.flatMap((text) => [...text.matchAll(illegal)]);
    const [first] = runs;
    if (!first)
        return;
    const characters = new Set(runs.flatMap(([run]) => [...run]));
    const verb = characters.size === 1 ? 'is' : 'are';
    const hint = characters.has('\n') ? '; `{%-` and `-%}` remove the white space around a tag' : '';
    const place = (0,base_text/* excerpt */.Kb)(first.input, first.index);
    throw new errors/* BakeError */.oU(`${(0,base_text/* listCharacters */.hC)(characters)} ${verb} not allowed in ${where} (at "${place}")${hint}`);
}


/***/ }),

/***/ 1505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ templateVariables),
/* harmony export */   q: () => (/* binding */ variablesOfAttempt)
/* harmony export */ });
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7865);

/** The values of all variables in this run. A variable without a value is absent. */
function templateVariables({ workflow, now, environment, source }) {
    const iso = now.toISOString();
    const plain = {
        owner: workflow.owner,
        repo: workflow.repo,
        ref: workflow.ref,
        branch: workflow.branch,
        tag: workflow.tag,
        pr: workflow.pr,
        sha: workflow.sha,
        short_sha: workflow.sha.slice(0, 7),
        base_ref: workflow.baseRef,
        run_id: workflow.runId,
        run_number: numeric(workflow.runNumber),
        run_attempt: numeric(workflow.runAttempt),
        workflow: workflow.workflow,
        job: workflow.job,
        event: workflow.event,
        actor: workflow.actor,
        timestamp: iso.replace(/\D/g, '').slice(0, 14),
        now: iso.replace(/\.\d+Z$/, 'Z'),
        region: source?.region,
        account_id: source?.accountId,
    };
    return withValue({
        ...plain,
        env: (0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentVariables */ .ro)(environment),
        instance: source && instanceVariables(source),
    });
}
/** The variables as another attempt of the workflow run would have them, at another time. */
function variablesOfAttempt({ workflow, environment, source }, { attempt, now }) {
    return templateVariables({
        workflow: { ...workflow, runAttempt: attempt },
        now,
        environment: (0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .withAttempt */ .sw)(environment, attempt),
        source,
    });
}
function instanceVariables(source) {
    const fields = {
        id: source.id,
        name: source.name,
        type: source.type,
        architecture: source.architecture,
        platform: source.platform,
        image_id: source.imageId,
    };
    // Unlike the others, a tag may have an empty value.
    return withValue({ ...fields, tags: source.tags });
}
function withValue(values) {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));
}
/** A number where the text is one, so that both `{% if run_attempt > 1 %}` and `== 1` work. */
function numeric(text) {
    return /^\d{1,15}$/.test(text) ? Number(text) : text;
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

/***/ 4560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ checkInstance),
  M: () => (/* binding */ preflight)
});

// EXTERNAL MODULE: ./lib/base/side-by-side.js
var side_by_side = __webpack_require__(6256);
// EXTERNAL MODULE: ./lib/aws/account.js
var account = __webpack_require__(3234);
// EXTERNAL MODULE: ./lib/base/errors.js
var errors = __webpack_require__(7594);
// EXTERNAL MODULE: ./lib/base/units.js
var units = __webpack_require__(8714);
// EXTERNAL MODULE: ./lib/preflight/finding.js
var preflight_finding = __webpack_require__(5550);
;// CONCATENATED MODULE: ./lib/preflight/account.js
/** Checks of whose account this is, and of the credentials. */




const allowedAccount = (_run, { instance, allowedAccountIds }) => {
    const refusal = (0,account/* accountRefusal */.uo)(instance.accountId, allowedAccountIds);
    return refusal === undefined ? [] : [(0,preflight_finding/* error */.z3)((0,errors/* messageWithRemedy */.ug)(refusal))];
};
const credentialsLastLongEnough = ({ deadline }, { credentialsExpireAt }) => {
    if (credentialsExpireAt === undefined || credentialsExpireAt.getTime() >= deadline)
        return [];
    const early = (0,units/* duration */.p0)(deadline - credentialsExpireAt.getTime());
    return [
        (0,preflight_finding/* warning */.$e)(`The credentials expire at ${credentialsExpireAt.toISOString()}, ${early} before the bake would time out (\`timeout-minutes\`). A bake that takes that long fails then: ask for a longer session, or let the action renew its own with \`role-to-assume\`.`),
    ];
};

// EXTERNAL MODULE: ./lib/aws/errors.js
var aws_errors = __webpack_require__(6762);
// EXTERNAL MODULE: ./lib/base/own-tags.js
var own_tags = __webpack_require__(3443);
// EXTERNAL MODULE: ./lib/image/describe.js
var describe = __webpack_require__(1852);
// EXTERNAL MODULE: ./lib/image/find.js
var find = __webpack_require__(7258);
// EXTERNAL MODULE: ./lib/aws/sdk/ec2.js
var sdk_ec2 = __webpack_require__(848);
// EXTERNAL MODULE: ./lib/source/instance.js
var source_instance = __webpack_require__(1554);
;// CONCATENATED MODULE: ./lib/preflight/keys.js
/** What KMS says of the keys that encrypt an image: each is asked about once. */

const asked = new WeakMap();
/**
 * @param region where the key is to be used
 * @param keyId its ID, its ARN, an alias or the ARN of an alias
 * @throws what the call throws, unless it says that there is no such key
 */
function keyOf(run, subject, { region, keyId, how }) {
    const keys = asked.get(subject) ?? new Map();
    asked.set(subject, keys);
    const name = `${region} ${keyId}`;
    const key = keys.get(name) ?? describeKey(run, region, keyId, how);
    keys.set(name, key);
    return key;
}
async function describeKey({ aws }, region, KeyId, how) {
    const { DescribeKeyCommand } = await __webpack_require__.e(/* import() */ 155).then(__webpack_require__.bind(__webpack_require__, 5155));
    try {
        const { KeyMetadata } = await aws.kms(region).send(new DescribeKeyCommand({ KeyId }), how);
        if (KeyMetadata === undefined)
            return { metadata: undefined, problem: `is not known in ${region}.` };
        return { metadata: KeyMetadata, problem: problemOf(KeyMetadata, region) };
    }
    catch (thrown) {
        if ((0,aws_errors/* awsErrorFacts */.ZR)(thrown).code !== 'NotFoundException')
            throw thrown;
        return {
            metadata: undefined,
            problem: `does not exist in ${region}. Check how it is written, and its Region.`,
        };
    }
}
/** EBS uses symmetric encryption keys of its own Region that are enabled (EBS User Guide, "Requirements for Amazon EBS encryption"). */
function problemOf({ Arn, KeyState, DeletionDate, KeySpec }, region) {
    const keyRegion = Arn?.split(':')[3];
    if (keyRegion !== undefined && keyRegion !== '' && keyRegion !== region)
        return `is in Region ${keyRegion}, and ${region} needs a key of its own.`;
    if (KeyState === 'PendingDeletion') {
        const when = DeletionDate === undefined ? '' : ` on ${new Date(DeletionDate).toISOString().slice(0, 10)}`;
        return `is pending deletion (PendingDeletion): KMS deletes it${when}. Cancel the deletion (aws kms cancel-key-deletion) and enable the key, or use another key.`;
    }
    if (KeyState !== undefined && KeyState !== 'Enabled')
        return `cannot be used. Its state is ${KeyState}. ${remedies[KeyState] ?? 'Wait until it is Enabled'}, or use another key.`;
    if (KeySpec !== undefined && KeySpec !== 'SYMMETRIC_DEFAULT')
        return `has the key spec ${KeySpec}, and EBS needs SYMMETRIC_DEFAULT. Use another key.`;
    return undefined;
}
/** KMS Developer Guide, "Key states of AWS KMS keys". */
const remedies = {
    Disabled: 'Enable it (aws kms enable-key)',
    PendingImport: 'Import its key material (aws kms import-key-material)',
    PendingReplicaDeletion: 'Cancel the deletion (aws kms cancel-key-deletion) and enable the key',
    Unavailable: 'Connect its custom key store (aws kms connect-custom-key-store)',
};

;// CONCATENATED MODULE: ./lib/preflight/encryption.js




/** EC2 cannot read a volume for its snapshot when its key is disabled or gone. */
const volumeKeysAreUsable = async (run, subject) => {
    const { instance, excludeDevices } = subject;
    const encrypted = (0,source_instance/* capturedVolumes */.A)(instance, excludeDevices).filter(({ kmsKeyId }) => kmsKeyId !== undefined);
    const keys = [...new Set(encrypted.map(({ kmsKeyId = '' }) => kmsKeyId))];
    const findings = await Promise.all(keys.map(async (keyId) => {
        const devices = encrypted.filter(({ kmsKeyId }) => kmsKeyId === keyId).map(({ device }) => device);
        return volumeKey(run, subject, keyId, devices.join(', '));
    }));
    return findings.flat();
};
async function volumeKey(run, subject, keyId, devices) {
    const { region, signal } = run;
    try {
        const { problem } = await keyOf(run, subject, { region, keyId, how: { signal, ...preflight_finding/* checkPatience */.wF } });
        if (problem === undefined)
            return [];
        return [(0,preflight_finding/* error */.z3)(`${devices} is encrypted with the KMS key ${keyId}, which ${problem}`)];
    }
    catch (thrown) {
        signal.throwIfAborted();
        return [asNote((0,preflight_finding/* unchecked */.VJ)('kms:DescribeKey', `whether the key of ${devices} is enabled`, thrown))];
    }
}
/** The key that a copy is to be encrypted with. EC2 looks at it only when it has accepted the copy. */
const copyKeyIsUsable = async (run, subject, { region, kmsKeyId: keyId }, how) => {
    if (keyId === undefined)
        return [];
    const input = `Input \`copy-to\`: the key ${keyId} for the copy in ${region}`;
    try {
        const { metadata, problem } = await keyOf(run, subject, { region, keyId, how });
        if (problem !== undefined)
            return [(0,preflight_finding/* error */.z3)(`${input} ${problem}`)];
        if (metadata?.KeyManager !== 'AWS' || !isShared(subject))
            return [];
        return [
            (0,preflight_finding/* error */.z3)(`${input} is an AWS managed key, and EC2 cannot share what that encrypts (\`share-with\`). Use a customer managed key.`),
        ];
    }
    catch (thrown) {
        return [asNote((0,preflight_finding/* uncheckedIn */.kD)('kms:DescribeKey', `the key ${keyId} in ${region}`, thrown))];
    }
};
/**
 * Without a key, a copy is encrypted with the default key of its Region when its source is encrypted, or when the account
 * has encryption by default there (EC2 User Guide, "Encryption and copying"; hashicorp/packer#8135).
 */
const defaultKeySuitsCopy = async (run, subject, target, how) => {
    if (target.kmsKeyId !== undefined)
        return [];
    const what = `how EC2 encrypts the copy in ${target.region}`;
    try {
        const encryption = await defaultEncryption(run, subject, target, how);
        return encryption === undefined ? [] : await findingsOf(run, subject, target, encryption, how);
    }
    catch (thrown) {
        const { action } = thrown instanceof NotReadError ? thrown : { action: 'kms:DescribeKey' };
        const cause = thrown instanceof NotReadError ? thrown.cause : thrown;
        const finding = asNote((0,preflight_finding/* uncheckedIn */.kD)(action, what, cause));
        const isForOthers = isShared(subject) || subject.makePublic;
        return isForOthers && isEncrypted(subject) ? [finding, doubtful(target)] : [finding];
    }
};
/** A setting of the account that could not be read. */
class NotReadError extends Error {
    action;
    constructor(action, cause) {
        super(`${action} failed`, { cause });
        this.action = action;
    }
}
async function defaultEncryption({ aws }, subject, { region }, how) {
    const ec2 = aws.ec2(region);
    const notRead = (action) => (cause) => {
        throw new NotReadError(action, cause);
    };
    const byDefault = isEncrypted(subject)
        ? undefined
        : await ec2
            .send(new sdk_ec2/* GetEbsEncryptionByDefaultCommand */.Lg({}), how)
            .catch(notRead('ec2:GetEbsEncryptionByDefault'));
    if (byDefault !== undefined && byDefault.EbsEncryptionByDefault !== true)
        return undefined;
    const { KmsKeyId = '' } = await ec2
        .send(new sdk_ec2/* GetEbsDefaultKmsKeyIdCommand */.O8({}), how)
        .catch(notRead('ec2:GetEbsDefaultKmsKeyId'));
    const why = isEncrypted(subject)
        ? 'the image is encrypted'
        : `the account has EBS encryption by default in ${region}`;
    return { keyId: KmsKeyId, why };
}
async function findingsOf(run, subject, { region }, { keyId, why }, how) {
    const copy = `Input \`copy-to\`: the copy in ${region} is encrypted with ${keyId || 'aws/ebs'}, since ${why} and no key is given`;
    if (subject.makePublic) {
        return [
            (0,preflight_finding/* error */.z3)(`${copy}, and EC2 cannot make encrypted images public (\`public\`). Leave out \`public\` or ${region}.`),
        ];
    }
    const isManaged = keyId === '' || /(?:^|:)alias\/aws\/ebs$/.test(keyId);
    const { metadata, problem } = isManaged ? {} : await keyOf(run, subject, { region, keyId, how });
    if (problem !== undefined)
        return [(0,preflight_finding/* error */.z3)(`${copy}, and that key ${problem}`)];
    if (!isShared(subject))
        return [];
    if (!isManaged && metadata?.KeyManager !== 'AWS')
        return [(0,preflight_finding/* note */.N4)(`${copy}: ${accountsNeedKey}`)];
    return [
        (0,preflight_finding/* error */.z3)(`${copy}. That is the AWS managed key, and EC2 cannot share what it encrypts (\`share-with\`). Give a customer managed key of the Region: \`${region} KMS-KEY\`.`),
    ];
}
/** Said of each customer managed key under sharing. */
const accountsNeedKey = 'the accounts that it is shared with need that key too (kms:DescribeKey, kms:CreateGrant, kms:Decrypt, kms:ReEncrypt*, kms:GenerateDataKey* in its key policy).';
function doubtful({ region }) {
    return (0,preflight_finding/* warning */.$e)(`copy-to: the image is encrypted, and for ${region} no key is given: a copy there is encrypted with the Region's default key for EBS. Unless somebody has changed it, that is the AWS managed key aws/ebs, and the copy cannot be shared (\`share-with\`). Give a customer managed key of the Region: \`REGION KMS-KEY\`.`);
}
/** The image's own account needs no permission. */
function isShared({ shareWith, instance }) {
    return shareWith.some((grantee) => grantee !== instance.accountId);
}
function isEncrypted({ instance, excludeDevices }) {
    return (0,source_instance/* capturedVolumes */.A)(instance, excludeDevices).some(({ encrypted }) => encrypted);
}
/** These permissions are optional: who does not give them does without the check. */
function asNote(finding) {
    return (0,preflight_finding/* note */.N4)(finding.message);
}

// EXTERNAL MODULE: ./lib/aws/cli.js
var cli = __webpack_require__(5799);
// EXTERNAL MODULE: ./lib/image/make/in-doubt.js
var in_doubt = __webpack_require__(3150);
;// CONCATENATED MODULE: ./lib/preflight/name.js
/** Is the name free? AMI names are unique in an account and Region, and cannot be changed. */





const nameIsFree = (_run, { namesake, names, instance }) => {
    if (namesake === undefined || names.name === undefined)
        return [];
    const reuse = (0,find/* isInTheMaking */.sX)(namesake)
        ? `${in_doubt/* anotherName */.NP}; the jobs of a matrix need names that differ, for example by \${{ matrix.NAME }}. Or wait for that image and use it, with \`if-exists: reuse\`.`
        : `${in_doubt/* anotherName */.NP}, or use that image with \`if-exists: reuse\`.`;
    const taken = nameTakenBy(namesake, names.name, instance.region, (0,find/* isUsable */.Ng)(namesake) ? reuse : undefined);
    return [(0,preflight_finding/* error */.z3)(taken.replace(/^the/, 'The'))];
};
/**
 * @param holder our own image that has the name, in whatever state
 * @param advice what to do about an image that is of use
 */
function nameTakenBy(holder, name, region, advice = `${in_doubt/* anotherName */.NP}, or remove that image.`) {
    const { ImageId = '', State } = holder;
    const taken = `the AMI name "${name}" is taken in ${region} by ${holderOf(holder)}`;
    const remove = (0,cli/* removeImageCommand */.re)(region, ImageId);
    if (State === 'disabled') {
        return `${taken}: a disabled AMI keeps its name. ${in_doubt/* anotherName */.NP}, enable that image again (${(0,cli/* enableImageCommand */.iK)(region, ImageId)}), or remove it: ${remove}`;
    }
    return (0,find/* isUsable */.Ng)(holder)
        ? `${taken}. ${advice}`
        : `${taken}. ${in_doubt/* anotherName */.NP}, or deregister that image: ${remove}`;
}
/** Whose image has the name, and how far that is. */
function holderOf(image) {
    const { ImageId = '', State, CreationDate } = image;
    const maker = (0,own_tags/* tagOf */.cO)(image, own_tags/* runTag */.eZ);
    const by = maker === undefined ? '' : ` (made by ${maker})`;
    if (State === 'disabled')
        return `${ImageId}, which is disabled${by}`;
    if (!(0,find/* isUsable */.Ng)(image))
        return `${ImageId}, which is ${State} and cannot be reused${by}`;
    const facts = `${ImageId} (${State}, created ${CreationDate ?? 'at an unknown time'})`;
    if (maker === undefined)
        return facts;
    return (0,find/* isInTheMaking */.sX)(image)
        ? `${facts}, which ${maker} has not finished yet`
        : `${facts}, made by ${maker}`;
}

;// CONCATENATED MODULE: ./lib/preflight/copies.js
/** The names of the copies: unique in an account and Region, as that of the image itself. */







/** Whom copies are shared with that are encrypted with a key of the user's. */
const copiesCanBeShared = (_run, { copyTo, shareWith, instance }) => {
    if (shareWith.every((grantee) => grantee === instance.accountId))
        return [];
    return copyTo
        .filter(({ kmsKeyId }) => kmsKeyId !== undefined)
        .map(({ region, kmsKeyId }) => (0,preflight_finding/* note */.N4)(`The copy in ${region} is encrypted with ${kmsKeyId}: ${accountsNeedKey}`));
};
/**
 * A copy of this bake that an earlier attempt made is no obstacle: it is taken up, or put out of the way.
 * @throws what says that the Region cannot be used: it does not answer, or refuses
 */
async function nameIsFreeIn({ aws }, { names, instance }, region, how) {
    // Also where the name could not be rendered: what counts then is that the Region answers.
    const name = names.name ?? 'unnamed';
    try {
        const images = await (0,describe/* imagesOfName */.zD)(aws.ec2(region), name, how);
        const holder = images.find((image) => (0,find/* isOurs */.MU)(image, instance.accountId));
        if (holder === undefined || names.name === undefined)
            return [];
        if (names.key !== undefined && (0,own_tags/* carriesKey */.tX)(holder, names.key))
            return [];
        return [(0,preflight_finding/* error */.z3)(`Input \`copy-to\`: ${nameTakenBy(holder, name, region)}`)];
    }
    catch (thrown) {
        how.signal.throwIfAborted();
        if ((0,preflight_finding/* isSilence */.or)(thrown) || !(0,aws_errors/* isPassing */.WG)((0,aws_errors/* errorKind */.f8)(thrown)))
            throw thrown;
        return [(0,preflight_finding/* unchecked */.VJ)('ec2:DescribeImages', `whether the name is free in ${region}`, thrown)];
    }
}

// EXTERNAL MODULE: ./lib/aws/decode.js
var decode = __webpack_require__(4463);
// EXTERNAL MODULE: ./lib/aws/failure.js + 1 modules
var aws_failure = __webpack_require__(4608);
// EXTERNAL MODULE: ./lib/image/make/create.js
var create = __webpack_require__(1746);
// EXTERNAL MODULE: ./lib/source/devices.js
var source_devices = __webpack_require__(9002);
// EXTERNAL MODULE: ./lib/source/inspect.js
var inspect = __webpack_require__(4821);
;// CONCATENATED MODULE: ./lib/preflight/instance.js
/** Checks of the instance itself. */






const instanceState = (_run, { instance }) => {
    if (instance.state === 'running' || instance.state === 'stopped')
        return [];
    if (instance.state === inspect/* goneState */.$2) {
        return [(0,preflight_finding/* error */.z3)((0,errors/* messageWithRemedy */.ug)(new inspect/* NoInstanceError */.tq(instance.id, instance.region)))];
    }
    // It was waited for.
    if ((0,inspect/* isPassingState */.B2)(instance.state)) {
        return [
            (0,preflight_finding/* error */.z3)(`Timed out (\`timeout-minutes\`): instance ${instance.id} is still ${instance.state}. Raise \`timeout-minutes\`, or check why it does not ${(0,inspect/* finishing */.sS)(instance.state)}.`),
        ];
    }
    return [
        (0,preflight_finding/* error */.z3)(`Instance ${instance.id} is ${instance.state}. EC2 images instances that are running or stopped; pass another one as \`instance-id\`.`),
    ];
};
/** CreateImage: "creates an Amazon EBS-backed AMI from an Amazon EBS-backed instance". */
const rootDevice = (_run, { instance }) => {
    if (instance.rootDeviceType === 'ebs')
        return [];
    return [
        (0,preflight_finding/* error */.z3)(`The root device of ${instance.id} is an instance store volume. CreateImage works on EBS-backed instances only: launch the instance from an EBS-backed AMI.`),
    ];
};
/** Instance store volumes are mapped in the AMI, "but their data is not included" (EC2 User Guide, instance store). */
const instanceStore = async (run, { instance }) => {
    const devices = instance.instanceStoreDevices;
    if (devices.length > 0)
        return [notCaptured(instance, devices.join(', '))];
    if (instance.type === '')
        return [];
    try {
        const storage = await storageOfType(run, instance);
        return storage === undefined ? [] : [notCaptured(instance, sizeOf(storage))];
    }
    catch (thrown) {
        run.signal.throwIfAborted();
        return [
            (0,preflight_finding/* unchecked */.VJ)('ec2:DescribeInstanceTypes', 'whether the instance has instance store volumes', thrown),
        ];
    }
};
async function storageOfType({ aws, region, signal }, instance) {
    const type = instance.type;
    const command = new sdk_ec2/* DescribeInstanceTypesCommand */.hk({ InstanceTypes: [type] });
    const { InstanceTypes } = await aws.ec2(region).send(command, { signal, ...preflight_finding/* checkPatience */.wF });
    return InstanceTypes?.find(({ InstanceType }) => InstanceType === type)?.InstanceStorageInfo;
}
function sizeOf({ TotalSizeInGB, Disks }) {
    const disks = (Disks ?? []).reduce((sum, disk) => sum + (disk.Count ?? 1), 0);
    const size = TotalSizeInGB === undefined ? 'its disks' : `${TotalSizeInGB} GB`;
    return disks > 1 ? `${size} on ${disks} disks` : size;
}
function notCaptured(instance, what) {
    return (0,preflight_finding/* warning */.$e)(`Instance ${instance.id} (${instance.type}) has instance store volumes (${what}): their data is not captured in the image. Keep what must be in it on an EBS volume.`);
}
const excludedDevices = ((_run, { instance, excludeDevices }) => {
    // The volumes of an instance that is terminated, or has no EBS volumes at all: other checks tell of it.
    if (instance.volumes.length === 0)
        return [];
    const devices = [...instance.volumes.map((volume) => volume.device), ...instance.instanceStoreDevices];
    const present = instance.volumes
        .map(({ device, sizeGiB }) => `${device} (${(0,units/* gibibytes */.pn)(sizeGiB)})`)
        .join(', ');
    return excludeDevices.flatMap((device) => {
        if ((0,source_devices/* sameDevice */.J)(device, instance.rootDeviceName)) {
            return [
                (0,preflight_finding/* error */.z3)(`Input \`exclude-devices\`: ${device} is the root device of ${instance.id}, which every AMI needs.`),
            ];
        }
        if (devices.includes(device))
            return [];
        return [
            (0,preflight_finding/* error */.z3)(`Input \`exclude-devices\`: ${instance.id} has no volume at ${device}. It has ${present}.`),
        ];
    });
});
/** EC2 reboots a running instance so that its file systems are consistent, unless it is told not to. */
const crashConsistency = (_run, { instance, noReboot }) => {
    if (!noReboot || instance.state !== 'running')
        return [];
    return [
        (0,preflight_finding/* warning */.$e)('no-reboot: the instance keeps running while its volumes are captured. What is in memory and not yet on disk is missing from the image, and file systems may need a repair at first boot.'),
    ];
};
/**
 * "AMIs of a hibernated instance" hold its memory in a file of the root volume, which belongs to that instance alone (EC2 User
 * Guide, "Hibernate your Amazon EC2 instance": create AMIs before hibernating).
 */
const hibernatedInstance = (_run, { instance }) => {
    if (instance.hibernated !== true)
        return [];
    return [
        (0,preflight_finding/* warning */.$e)(`Instance ${instance.id} is hibernated: its image contains the memory of a system that was not shut down, and instances of it may not boot. Start the instance and stop it without hibernating before it is baked.`),
    ];
};
/** Auto Scaling tags its members (Auto Scaling User Guide, "Tag Auto Scaling groups and instances"). */
const groupTag = 'aws:autoscaling:groupName';
/** A member that does not answer health checks while it reboots may be replaced. */
const autoScalingMember = (_run, { instance, noReboot }) => {
    const group = instance.tags[groupTag];
    if (group === undefined || noReboot || instance.state !== 'running')
        return [];
    return [
        (0,preflight_finding/* warning */.$e)(`Instance ${instance.id} belongs to the Auto Scaling group ${group}, which may replace it while EC2 reboots it for the image. Put it on standby first (aws autoscaling enter-standby), or bake from an instance outside the group.`),
    ];
};

;// CONCATENATED MODULE: ./lib/preflight/dry-run.js
/**
 * Would CreateImage be allowed? EC2 says so itself, with tags and all, when it is asked with DryRun. A bake that goes on does
 * not ask: CreateImage refuses before it touches the instance, and a dry run uses up the account's rate of CreateImage.
 */








/** Codes that another check tells with more of the story. */
const toldElsewhere = new Set(['IncorrectInstanceState', 'InvalidAMIName.Duplicate']);
/** @param subject with all its names and tags, which policies may demand */
async function createImageIsAllowed(run, subject) {
    const { aws, region, signal } = run;
    const { instance } = subject;
    // Another check tells of the state, and EC2 would do so in place of the permissions.
    if (instance.state !== 'running' && instance.state !== 'stopped')
        return [];
    try {
        const command = new sdk_ec2/* CreateImageCommand */.T6({ ...(0,create/* createImageRequest */.X)(subject), DryRun: true });
        await aws.ec2(region).send(command, { signal, ...preflight_finding/* checkPatience */.wF });
        return [];
    }
    catch (thrown) {
        signal.throwIfAborted();
        const { code, message } = (0,aws_errors/* awsErrorFacts */.ZR)(thrown);
        // "If you have the required permissions, the error response is DryRunOperation" (EC2 API Reference).
        if (code === 'DryRunOperation' || toldElsewhere.has(code) || /\bnot in state\b/.test(message))
            return [];
        // Of a device that is the root device, or that is not there.
        if (code === 'InvalidBlockDeviceMapping' && excludedDevices(run, subject).length > 0)
            return [];
        const kind = (0,aws_errors/* errorKind */.f8)(thrown);
        const doing = `create an image of ${instance.id} (asked with DryRun)`;
        const failure = await (0,decode/* explain */.W)((0,aws_failure/* awsFailure */.MT)('ec2:CreateImage', doing, thrown), aws.sts(), signal);
        if (kind === 'credentials')
            throw failure;
        if ((0,aws_errors/* isPassing */.WG)(kind))
            return [
                (0,preflight_finding/* warning */.$e)(`Could not ask EC2 beforehand whether CreateImage is allowed (${(0,aws_errors/* describeAwsError */.Pp)(thrown)}).`),
            ];
        return [(0,preflight_finding/* error */.z3)((0,errors/* messageWithRemedy */.ug)(failure))];
    }
}

// EXTERNAL MODULE: ./lib/image/publish/launch-templates.js
var launch_templates = __webpack_require__(5532);
;// CONCATENATED MODULE: ./lib/preflight/launch-templates.js
/** Can the launch templates get a version with the image? Found out before there is one. */




/** Those of the home Region exist, can be read, and a version made from the default version would launch the image. */
const templatesCanTakeImages = async (run, subject) => {
    const how = { signal: run.signal, ...preflight_finding/* checkPatience */.wF };
    return templatesOf(run, subject, { region: run.region, how, otherwise: preflight_finding/* unchecked */.VJ });
};
/** The same in a Region of `copy-to`. */
const templatesIn = async (run, subject, { region }, how) => templatesOf(run, subject, { region, how, otherwise: preflight_finding/* uncheckedIn */.kD });
async function templatesOf(run, { launchTemplates }, place) {
    const wishes = launchTemplates.filter(({ region = run.region }) => region === place.region);
    const looked = await Promise.all(wishes.map((wish) => look(run, wish, place)));
    return [...looked.flatMap(({ findings }) => findings), ...namedTwice(looked)];
}
async function look({ aws }, { template, makeDefault }, { region, how, otherwise }) {
    const wish = { template, makeDefault, region };
    try {
        const found = await (0,launch_templates/* readTemplate */.xV)(aws.ec2(region), template, how);
        return { wish, id: found.id, findings: launch_templates_findingsOf(wish, found) };
    }
    catch (thrown) {
        how.signal.throwIfAborted();
        return { wish, id: undefined, findings: [unreadable(wish, thrown, otherwise)] };
    }
}
/** Templates are read before they are written, too: where that is not allowed, nothing can be written. */
function unreadable({ region, template }, thrown, otherwise) {
    const kind = (0,aws_errors/* errorKind */.f8)(thrown);
    if (kind !== 'not-found' && kind !== 'permission')
        return otherwise('ec2:DescribeLaunchTemplateVersions', `launch template ${template} in ${region}`, thrown);
    return (0,preflight_finding/* error */.z3)(`Input \`launch-template\`: ${(0,errors/* messageWithRemedy */.ug)((0,launch_templates/* unreadableTemplate */.yy)(region, template, thrown))}`);
}
function launch_templates_findingsOf({ region, template }, found) {
    const problem = (0,launch_templates/* unsuitableTemplate */.pM)(region, template, found);
    const image = found.default.LaunchTemplateData?.ImageId ?? '';
    return [
        ...(problem === undefined ? [] : [(0,preflight_finding/* error */.z3)(`Input \`launch-template\`: ${problem}`)]),
        ...(image.startsWith('resolve:ssm:')
            ? [
                (0,preflight_finding/* warning */.$e)(`launch-template: the default version of ${template} in ${region} takes its AMI from an SSM parameter (${image}). The new version names the AMI itself, and no longer follows the parameter.`),
            ]
            : []),
        (0,preflight_finding/* note */.N4)(`launch-template: whatever launches from $Latest of ${template} in ${region}, such as an Auto Scaling group, launches the new AMI as soon as the version is there.`),
    ];
}
/** Once by its name and once by its ID. */
function namedTwice(looked) {
    const keyOf = ({ id, wish }) => `${id} ${wish.region}`;
    return looked
        .filter((one, index) => one.id !== undefined && looked.findIndex((other) => keyOf(other) === keyOf(one)) < index)
        .map(({ id, wish }) => (0,preflight_finding/* error */.z3)(`Input \`launch-template\`: ${id} in ${wish.region} is named twice, once as ${wish.template}: name it once.`));
}

// EXTERNAL MODULE: ./lib/image/lifecycle.js
var lifecycle = __webpack_require__(965);
// EXTERNAL MODULE: ./lib/image/publish/parameters.js
var publish_parameters = __webpack_require__(4649);
;// CONCATENATED MODULE: ./lib/preflight/lifecycle.js
/** Can the image be what it is asked to be, and can SSM parameters point at it, once it is there? */





/** EC2's limits are in the API Reference, EnableImageDeprecation. */
const deprecationIsPossible = ({ clock, deadline }, { deprecateAfter, makePublic, namesake }) => {
    if (deprecateAfter === undefined)
        return [];
    const now = clock.now();
    const at = (0,lifecycle/* deprecationTime */.QR)(deprecateAfter, now);
    const date = new Date(at).toISOString();
    if (at <= now) {
        return [(0,preflight_finding/* error */.z3)(`Input \`deprecate-after\`: ${date} is past. EC2 deprecates images at a time to come.`)];
    }
    // An image that is reused is older than this bake.
    const createdAt = namesake === undefined ? now : Date.parse(namesake.CreationDate ?? '') || now;
    const latest = (0,lifecycle/* latestDeprecation */.aW)({ now, createdAt, isPublic: makePublic });
    if (at > latest) {
        const limit = makePublic
            ? '2 years after their creation at the latest for public images'
            : '10 years ahead at most';
        return [
            (0,preflight_finding/* error */.z3)(`Input \`deprecate-after\`: ${date} is too far away. EC2 takes ${limit}, which is ${new Date(latest).toISOString()}.`),
        ];
    }
    if (at >= deadline)
        return [];
    return [
        (0,preflight_finding/* warning */.$e)(`deprecate-after: ${date} is before the bake would time out (\`timeout-minutes\`). If it is past when the image is available, EC2 refuses it and the bake fails: give a later time.`),
    ];
};
/** "If you set the value to v2.0 … you can't undo it" (EC2 API Reference, ModifyImageAttribute, ImdsSupport). */
const imdsv2IsForGood = (_run, { requireImdsv2 }) => {
    if (!requireImdsv2)
        return [];
    return [
        (0,preflight_finding/* warning */.$e)('require-imdsv2: EC2 cannot undo this. Software on the instances of this image that knows only IMDSv1 gets no metadata and no credentials, unless a launch says otherwise.'),
    ];
};
/** "enforces deregistration protection for 24 hours after deregistration protection is disabled" (WithCooldown). */
const cooldownKeepsImages = (_run, { deregistrationProtection }) => {
    if (deregistrationProtection !== 'with-cooldown')
        return [];
    return [
        (0,preflight_finding/* note */.N4)('deregistration-protection: with a cooldown, an image cannot be removed for 24 hours after the protection was switched off; nor can that of a bake which fails in its last steps, when it is protected already.'),
    ];
};
/** Systems Manager has no dry run; but what is in the way of writing shows when the parameters are read. */
const parametersCanHoldImages = async (run, { names, instance }) => {
    const how = { signal: run.signal, ...preflight_finding/* checkPatience */.wF };
    return parametersOf(run, { region: instance.region, names, how, otherwise: preflight_finding/* unchecked */.VJ });
};
const parametersIn = async (run, { names }, { region }, how) => parametersOf(run, { region, names, how, otherwise: preflight_finding/* uncheckedIn */.kD });
async function parametersOf({ aws }, { region, names, how, otherwise }) {
    const { ssmParameters = [] } = names;
    if (ssmParameters.length === 0)
        return [];
    try {
        const parameters = await (0,publish_parameters/* readParameters */.Zu)(aws.ssm(region), ssmParameters, how);
        return [...parameters.values()].flatMap((parameter) => {
            const problem = (0,publish_parameters/* unsuitable */.Pq)(region, parameter);
            return problem === undefined ? [] : [(0,preflight_finding/* error */.z3)(problem)];
        });
    }
    catch (thrown) {
        how.signal.throwIfAborted();
        const what = `the SSM parameters in ${region}`;
        if ((0,aws_errors/* errorKind */.f8)(thrown) !== 'permission')
            return [otherwise('ssm:GetParameters', what, thrown)];
        // They are read before they are written, too.
        const { message, remedy } = (0,aws_failure/* awsFailure */.MT)('ssm:GetParameters', `read ${what}`, thrown);
        return [(0,preflight_finding/* error */.z3)([message, remedy].join(' '))];
    }
}

// EXTERNAL MODULE: ./lib/base/closest.js
var closest = __webpack_require__(4934);
// EXTERNAL MODULE: ./lib/image/share/grantees.js
var grantees = __webpack_require__(1096);
;// CONCATENATED MODULE: ./lib/image/share/warnings.js
/** What can be foretold of sharing without asking EC2, for the preflight. */

/** "AMI quotas" in the EC2 user guide: entities that one AMI can be shared with, unless AWS raises the quota. */
const sharingQuota = 1000;
/** @returns warnings, each naming its input and what to do */
function sharingWarnings(shareWith, shareSnapshots) {
    const warnings = [];
    if (shareSnapshots && !shareWith.every(grantees/* isAccount */.UP)) {
        warnings.push('share-snapshots: EC2 can share snapshots with accounts only. Members of the organizations and organizational ' +
            'units in `share-with` can launch the image but not copy it; name the accounts that are to copy it as well.');
    }
    const count = shareWith.length;
    if (count > sharingQuota) {
        warnings.push(`share-with: it names ${count} accounts and organizations, and an AMI can be shared with ${sharingQuota} unless AWS has raised ` +
            'the quota "AMI sharing". Share with an organization or an organizational unit instead of its accounts.');
    }
    return warnings;
}

;// CONCATENATED MODULE: ./lib/preflight/sharing.js






/**
 * "You can't share snapshots that are encrypted with the default AWS managed key" (EBS User Guide, Share a snapshot),
 * nor images of them.
 */
const sharingIsPossible = async (run, subject) => {
    const { shareWith, instance, excludeDevices } = subject;
    // The image's own account needs no permission.
    if (shareWith.every((grantee) => grantee === instance.accountId))
        return [];
    const encrypted = (0,source_instance/* capturedVolumes */.A)(instance, excludeDevices).filter((volume) => volume.encrypted);
    const keys = [...new Set(encrypted.map((volume) => volume.kmsKeyId ?? ''))];
    const findings = await Promise.all(keys.map((key) => keyCanBeShared(run, subject, key, volumesOf(encrypted, key))));
    return findings.flat();
};
const sharingReachesAll = (_run, { shareWith, shareSnapshots }) => sharingWarnings(shareWith, shareSnapshots).map(preflight_finding/* warning */.$e);
async function keyCanBeShared(run, subject, key, volumes) {
    if (key === '')
        return [];
    const { region, signal } = run;
    try {
        const { metadata } = await keyOf(run, subject, { region, keyId: key, how: { signal, ...preflight_finding/* checkPatience */.wF } });
        // Another check tells of a key that is not there.
        if (metadata === undefined)
            return [];
        if (metadata.KeyManager !== 'AWS') {
            return [
                (0,preflight_finding/* note */.N4)(`The image of ${volumes} is encrypted with the customer managed key ${key}: ${accountsNeedKey}`),
            ];
        }
        return [(0,preflight_finding/* error */.z3)(notShareable(subject, key, volumes))];
    }
    catch (thrown) {
        run.signal.throwIfAborted();
        const what = `whether the key of ${volumes} can be shared (an AWS managed key cannot)`;
        return [asWarning((0,preflight_finding/* unchecked */.VJ)('kms:DescribeKey', what, thrown))];
    }
}
/** What that key encrypts can be shared through a copy under another key only: said whether such a copy is asked for or not. */
function notShareable({ copyTo, instance }, key, volumes) {
    const copies = copyTo.filter(({ kmsKeyId }) => kmsKeyId !== undefined).map(({ region }) => region);
    const why = `Input \`share-with\`: ${volumes} is encrypted with the AWS managed key aws/ebs (${key}), and EC2 cannot share what that key encrypts`;
    const inPlace = 'encrypt the volume with a customer managed key: copy its snapshot with re-encryption under such a key, and replace the volume by one made from the copy';
    if (copies.length === 0) {
        return `${why}. The image can be shared only through a copy that is re-encrypted with a customer managed key (\`copy-to: REGION KMS-KEY\`). To share the image in ${instance.region} itself, ${inPlace}.`;
    }
    return `${why}: the re-encrypted ${copies.length === 1 ? 'copy' : 'copies'} in ${copies.join(', ')} (\`copy-to\`) could be shared, the image in ${instance.region} cannot. Leave out \`share-with\` and share the ${copies.length === 1 ? 'copy' : 'copies'} in a later step, or ${inPlace}.`;
}
/** "Encrypted snapshots … can't be shared publicly", and no image is public while block public access is on. */
const publicIsPossible = async (run, { makePublic, instance, excludeDevices }) => {
    if (!makePublic)
        return [];
    const encrypted = (0,source_instance/* capturedVolumes */.A)(instance, excludeDevices).filter((volume) => volume.encrypted);
    const findings = encrypted.map((volume) => (0,preflight_finding/* error */.z3)(`Input \`public\`: ${volume.device} (${volume.volumeId}) is encrypted, and EC2 cannot make an image with encrypted snapshots public. Bake from an instance without encrypted volumes, or share with accounts instead (\`share-with\`).`));
    const how = { signal: run.signal, ...preflight_finding/* checkPatience */.wF };
    try {
        return [...findings, ...(await publicAccess(run, instance, instance.region, how))];
    }
    catch (thrown) {
        run.signal.throwIfAborted();
        return [...findings, (0,preflight_finding/* unchecked */.VJ)(...publicAccessLook, thrown)];
    }
};
const publicIsPossibleIn = async (run, { makePublic, instance }, { region }, how) => {
    if (!makePublic)
        return [];
    return publicAccess(run, instance, region, how).catch((thrown) => [
        (0,preflight_finding/* uncheckedIn */.kD)(...publicAccessLook, thrown),
    ]);
};
const publicAccessLook = [
    'ec2:GetImageBlockPublicAccessState',
    'whether block public access for AMIs is on',
];
async function publicAccess({ aws }, instance, region, how) {
    const state = await aws.ec2(region).send(new sdk_ec2/* GetImageBlockPublicAccessStateCommand */.QR({}), how);
    if (state.ImageBlockPublicAccessState !== 'block-new-sharing')
        return [];
    return [
        (0,preflight_finding/* error */.z3)(`Input \`public\`: block public access for AMIs is on in ${region} of account ${instance.accountId}. Whoever administers the account can switch it off (aws ec2 disable-image-block-public-access --region ${region}).`),
    ];
}
function volumesOf(volumes, key) {
    return volumes
        .filter((volume) => (volume.kmsKeyId ?? '') === key)
        .map(({ device, volumeId }) => `${device} (${volumeId})`)
        .join(', ');
}
function asWarning(finding) {
    return finding.severity === 'note' ? (0,preflight_finding/* warning */.$e)(finding.message) : finding;
}

;// CONCATENATED MODULE: ./lib/preflight/regions.js
/**
 * The Regions of the copies: that they are there and can be used, and what is checked in each of them. What is wrong with a
 * Region as a whole is one finding, and hides nothing of what is found elsewhere.
 */










const checksOfRegion = [
    copyKeyIsUsable,
    defaultKeySuitsCopy,
    publicIsPossibleIn,
    parametersIn,
    templatesIn,
];
const copiesArePossible = async (run, subject) => {
    const { copyTo } = subject;
    if (copyTo.length === 0)
        return [];
    const { findings, isUsable, patience } = await regionsOf(run, subject);
    const usable = copyTo.filter(({ region }) => isUsable(region));
    const inRegions = await Promise.all(usable.map((target) => findingsIn(run, subject, target, patience)));
    return [...findings, ...inRegions.flat()];
};
/**
 * The look for the name decides whether the Region can be used; the other checks run beside it, and end when it cannot.
 */
async function findingsIn(run, subject, target, patience) {
    const unusable = new AbortController();
    const signal = AbortSignal.any([run.signal, unusable.signal]);
    const lookForName = (how) => nameIsFreeIn(run, subject, target.region, how);
    const ofName = answerInTime(run, patience, lookForName).catch((thrown) => {
        unusable.abort(new Error('The Region cannot be used'));
        return [cannotUse(target.region, thrown)];
    });
    const how = { ...patience, signal };
    const others = checksOfRegion.map((check) => check(run, subject, target, how).catch(() => []));
    const findings = await Promise.all([ofName, ...others]);
    run.signal.throwIfAborted();
    return unusable.signal.aborted ? await ofName : findings.flat();
}
/** An answer within the five seconds of a preflight. */
const shortestAttemptSeconds = 3.7;
const longestAttemptSeconds = 20;
/** Where calls to the home Region take long, those to others do too. */
function patienceFor(homeSeconds) {
    const seconds = Math.min(longestAttemptSeconds, Math.max(shortestAttemptSeconds, 6 * homeSeconds));
    return { attemptSeconds: seconds, patienceSeconds: seconds / 2 };
}
/**
 * Asks once more half-way, without giving up the first attempt: a single lost packet does not end a bake, and neither does a
 * Region that is slow.
 * @throws NoAnswerError when no answer has come after the seconds of one attempt
 */
async function answerInTime({ clock, signal }, patience, ask) {
    const { attemptSeconds: seconds } = patience;
    const isOver = new AbortController();
    const how = { ...patience, signal: AbortSignal.any([signal, isOver.signal]) };
    const first = ask(how);
    const second = clock.sleep((seconds / 2) * 1000, how.signal).then(() => ask(how));
    const limit = clock.sleep(seconds * 1000, how.signal).then(() => {
        throw new aws_errors/* NoAnswerError */.i5(`AWS did not answer within ${Math.ceil(seconds)} seconds`);
    });
    limit.catch(() => undefined);
    try {
        return await Promise.race([unlessSilent(first, second), unlessSilent(second, first), limit]);
    }
    finally {
        isOver.abort(new Error('The Region has answered, or not in time'));
    }
}
/** Of two attempts, one that was not answered says nothing. */
function unlessSilent(one, other) {
    return one.catch((thrown) => ((0,preflight_finding/* isSilence */.or)(thrown) ? other : Promise.reject(thrown)));
}
async function regionsOf(run, { instance, copyTo }) {
    const { aws, region: home, signal, clock } = run;
    const sentAt = clock.now();
    try {
        // Not by their names: one that EC2 does not know makes it refuse the whole call.
        const command = new sdk_ec2/* DescribeRegionsCommand */.cA({ AllRegions: true });
        const { Regions } = await aws.ec2(home).send(command, { signal, ...preflight_finding/* checkPatience */.wF });
        const known = new Map((Regions ?? []).map(({ RegionName, OptInStatus }) => [RegionName ?? '', OptInStatus]));
        const isUsable = (region) => known.has(region) && known.get(region) !== 'not-opted-in';
        const findings = copyTo
            .filter(({ region }) => !isUsable(region))
            .map(({ region }) => (0,preflight_finding/* error */.z3)(known.has(region) ? notEnabled(region, instance.accountId) : unknown(region, known)));
        return { findings, isUsable, patience: patienceFor((clock.now() - sentAt) / 1000) };
    }
    catch (thrown) {
        signal.throwIfAborted();
        const what = 'whether the Regions of `copy-to` exist and are enabled';
        const findings = [(0,preflight_finding/* unchecked */.VJ)('ec2:DescribeRegions', what, thrown)];
        return { findings, isUsable: () => true, patience: patienceFor(0) };
    }
}
function unknown(region, known) {
    const near = (0,closest/* closest */.k)(region, known.keys());
    const hint = near === undefined ? 'Check how it is written' : `Is it \`${near}\`?`;
    return `Input \`copy-to\`: there is no Region ${region} for this account. ${hint.replace(/[^?]$/, '$&.')}`;
}
function notEnabled(region, accountId) {
    return `Input \`copy-to\`: Region ${region} is not enabled in account ${accountId}. Whoever administers the account can enable it (aws account enable-region --region-name ${region}), which takes minutes to hours; or leave it out.`;
}
/** Without looks at its images no copy can be followed, so whatever is in their way is an error. */
function cannotUse(region, thrown) {
    const input = 'Input `copy-to`:';
    if ((0,preflight_finding/* isSilence */.or)(thrown)) {
        return (0,preflight_finding/* error */.z3)(`${input} ${region} does not answer (${(0,aws_errors/* describeAwsError */.Pp)(thrown)}). Check that the network and the proxy of the runner let it reach ec2.${region}.amazonaws.com, or leave the Region out.`);
    }
    if ((0,aws_errors/* errorKind */.f8)(thrown) === 'credentials') {
        // With credentials that are good in the home Region.
        return (0,preflight_finding/* error */.z3)(`${input} ${region} does not accept the credentials (${(0,aws_errors/* describeAwsError */.Pp)(thrown)}). Check that the Region is enabled in the account, that session tokens are valid in it, and that no policy keeps the role from using it.`);
    }
    const { message, remedy } = (0,aws_failure/* awsFailure */.MT)('ec2:DescribeImages', `look for images in ${region}`, thrown);
    return (0,preflight_finding/* error */.z3)(`${input} ${message} ${remedy ?? ''} Policies that allow some Regions only must allow ${region}.`);
}

;// CONCATENATED MODULE: ./lib/preflight/preflight.js
/**
 * The checks that run before the instance is touched: independent of each other, side by side. All findings are
 * shown together, and any error among them ends the bake.
 *
 * A new check is one function, from facts to findings, and one entry in one of the lists below, or in that of `regions.ts`.
 */












/** Of what is done with an image, whether it is about to be created or there already. */
const checksOfEveryImage = [
    allowedAccount,
    sharingIsPossible,
    sharingReachesAll,
    publicIsPossible,
    copiesArePossible,
    copiesCanBeShared,
    deprecationIsPossible,
    imdsv2IsForGood,
    cooldownKeepsImages,
    parametersCanHoldImages,
    templatesCanTakeImages,
    credentialsLastLongEnough,
];
/** Of the instance, whatever the image is called: only where an image is about to be created. */
const checksOfInstance = [
    instanceState,
    rootDevice,
    instanceStore,
    excludedDevices,
    crashConsistency,
    hibernatedInstance,
    autoScalingMember,
    volumeKeysAreUsable,
];
/**
 * The checks that need no look-up of what is there already, so that they can run beside it.
 * @param subject its names and namesake are not looked at
 * @throws as `preflight`
 */
async function checkInstance(run, subject) {
    return preflight_findingsOf(run, subject, checksOfInstance);
}
async function preflight_findingsOf(run, subject, checks) {
    const results = await Promise.allSettled(checks.map(async (check) => check(run, subject)));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed !== undefined)
        throw failed.reason;
    return results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
}
/**
 * @returns every finding, errors first
 * @throws what says that no call can work, such as refused credentials
 */
async function preflight(run, subject, occasion) {
    const { found, ofInstance } = occasion;
    const checks = found ? checksOfEveryImage : [nameIsFree, ...checksOfEveryImage];
    const [ofImage, ofItsInstance] = await (0,side_by_side/* both */.WP)(preflight_findingsOf(run, subject, checks), found ? Promise.resolve([]) : (ofInstance ?? checkInstance(run, subject)));
    const findings = [...occasion.problems.map(preflight_finding/* error */.z3), ...ofItsInstance, ...ofImage];
    const isOver = occasion.dryRun || findings.some(({ severity }) => severity === 'error');
    if (isOver && !found && isNamed(subject))
        findings.push(...(await createImageIsAllowed(run, subject)));
    const order = { error: 0, warning: 1, note: 2 };
    return findings.sort((a, b) => order[a.severity] - order[b.severity]);
}
function isNamed(subject) {
    const { name, imageTags, snapshotTags } = subject.names;
    return name !== undefined && imageTags !== undefined && snapshotTags !== undefined;
}


/***/ }),

/***/ 1554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ capturedVolumes),
/* harmony export */   f: () => (/* binding */ volumeLine)
/* harmony export */ });
/* harmony import */ var _base_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8714);

/** The volumes that go into the image: all but those at the devices that are left out. */
function capturedVolumes({ volumes }, excludeDevices) {
    return volumes.filter(({ device }) => !excludeDevices.includes(device));
}
/** One line of the log: `/dev/xvda  vol-0a1…  8 GiB, encrypted, root`. */
function volumeLine({ device, volumeId, sizeGiB, encrypted, root }) {
    const traits = [(0,_base_units_js__WEBPACK_IMPORTED_MODULE_0__/* .gibibytes */ .pn)(sizeGiB), ...(encrypted ? ['encrypted'] : []), ...(root ? ['root'] : [])];
    return `${device}  ${volumeId}  ${traits.join(', ')}`;
}


/***/ })

};
