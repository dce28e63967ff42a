export const id = 74;
export const ids = [74];
export const modules = {

/***/ 6256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qp: () => (/* binding */ sideBySide),
/* harmony export */   WP: () => (/* binding */ both),
/* harmony export */   vY: () => (/* binding */ beside)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7594);

/**
 * Does the work for each item, at most so many at once. Each is tried, whatever becomes of the others, and nothing
 * of it runs on afterwards.
 * @returns what was thrown, in the order of time
 */
async function sideBySide(items, atOnce, work) {
    const thrown = [];
    // One iterator for all: each worker takes the next item that nobody has taken.
    const queue = items.values();
    const worker = async () => {
        for (const item of queue)
            await work(item).catch((error) => thrown.push(error));
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
    return thrown;
}
/**
 * Two things at once. Both are awaited even when one fails, so that nothing of them runs on afterwards.
 * @throws what the first threw, else what the second did
 */
async function both(first, second) {
    const [one, other] = await Promise.allSettled([first, second]);
    if (one.status === 'rejected')
        throw one.reason;
    if (other.status === 'rejected')
        throw other.reason;
    return [one.value, other.value];
}
/**
 * The main work, with another one beside it that must not hold it up. When the main work is done the other has a few seconds
 * more, and none when it failed; afterwards nothing of the other runs on.
 * @throws what the main work throws, and nothing else
 */
async function beside({ clock, signal, graceSeconds }, { main, other, failed }) {
    const ending = new AbortController();
    const settled = new AbortController();
    let mainFailed = false;
    const running = other(AbortSignal.any([signal, ending.signal]))
        .catch((error) => {
        if (!mainFailed && !signal.aborted)
            failed(error);
    })
        .finally(() => settled.abort(new Error('The other work is over')));
    try {
        await main();
        await clock.sleep(graceSeconds * 1000, AbortSignal.any([signal, settled.signal])).catch(() => undefined);
    }
    catch (error) {
        mainFailed = true;
        throw error;
    }
    finally {
        ending.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BakeError */ .oU('It was not there in time'));
        await running;
    }
}


/***/ }),

/***/ 5165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZH: () => (/* binding */ markRemoving),
/* harmony export */   w9: () => (/* binding */ takeOver),
/* harmony export */   yQ: () => (/* binding */ throwIfSuperseded)
/* harmony export */ });
/* unused harmony exports claimant, attemptUrl */
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6762);
/* harmony import */ var _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(848);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7594);
/* harmony import */ var _base_look_until_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6815);
/* harmony import */ var _base_own_tags_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3443);
/* harmony import */ var _describe_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1852);
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7496);
/** Writes claims and marks on images, and reads back what came of it: see `ownership.ts`. */







const lookEverySeconds = 1;
/** One call for all: EC2 does it wholly or not at all. Up to 1,000 resources (API model, CreateTags). */
async function write({ ec2, how }, Resources, tag) {
    await ec2.send(new _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_1__/* .CreateTagsCommand */ .Rm({ Resources, Tags: [tag] }), how());
    return tag;
}
/**
 * Looks until each image shows that it carries the tag, or a claim of somebody else. What a look shows after one's own
 * mark shows everything that was written before that mark.
 * @returns the images as they are then; those that show nothing of it until the end are missing
 */
async function readBack(marking, images, { Key, Value }, own) {
    const { ec2, clock, how, until, absentSeconds = Number.POSITIVE_INFINITY } = marking;
    const ids = new Set(images.map(({ ImageId = '' }) => ImageId));
    const settled = new Map();
    let someShownAt = clock.now();
    const areSettled = async () => {
        const shown = await (0,_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .imagesOfKey */ .pq)(ec2, marking.key, how());
        const ours = shown.filter(({ ImageId = '' }) => ids.has(ImageId) && !settled.has(ImageId));
        for (const image of ours) {
            const isSettled = (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .tagOf */ .cO)(image, Key) === Value || !own.includes((0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .claimOf */ ._B)(image));
            if (isSettled)
                settled.set(image.ImageId ?? '', image);
        }
        if (ours.some(({ State }) => State !== 'deregistered'))
            someShownAt = clock.now();
        return settled.size === ids.size || clock.now() - someShownAt >= absentSeconds * 1000 || undefined;
    };
    await (0,_base_look_until_js__WEBPACK_IMPORTED_MODULE_5__/* .lookUntil */ .c)(areSettled, { clock, signal: how().signal, until, everySeconds: lookEverySeconds });
    return [...settled.values()];
}
/**
 * Writes this process's claim on the images and their snapshots, and reads it back.
 * @param before claims that were overwritten earlier: an image that shows one of them is seen as it was
 * @returns the images that are its own now, as they were read back
 */
async function takeOver(marking, images, claim, before = []) {
    if (images.length === 0)
        return [];
    const ids = images.flatMap((image) => [
        image.ImageId ?? '',
        ...(0,_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .snapshotsOf */ .XO)(image).map(({ snapshotId }) => snapshotId),
    ]);
    const mark = await write(marking, ids, { Key: _base_own_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .claimTag */ .rT, Value: claim });
    const after = await readBack(marking, images, mark, [claim, ...images.map(_base_own_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .claimOf */ ._B), ...before]);
    return after.filter((image) => (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .claimOf */ ._B)(image) === claim);
}
/** How long a mark may take to be written: after that, a look at the claim has to do. */
const markSeconds = 20;
const shareOfTimeLeft = 1 / 4;
/**
 * Marks images as about to be removed, and reads back that they are still this process's own. Where EC2 does not let the
 * mark be written, others cannot write their claims either: then a look right before the removal has to do.
 * @param before as of `takeOver`
 * @returns the images as they were read back; those that show nothing of it in time are missing
 */
async function markRemoving(marking, images, claim, before = []) {
    if (images.length === 0)
        return [];
    const ids = images.map(({ ImageId = '' }) => ImageId);
    const left = (marking.until - marking.clock.now()) / 1000;
    const patienceSeconds = Math.max(0, Math.min(markSeconds, left * shareOfTimeLeft));
    const how = () => ({ ...marking.how(), patienceSeconds });
    let mark;
    try {
        mark = await writeMark({ ...marking, how }, ids, claim);
    }
    catch (error) {
        marking.how().signal.throwIfAborted();
        const kind = (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorKind */ .f8)(error);
        if (kind !== 'permission' && !(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isPassing */ .WG)(kind))
            throw error;
        const now = await (0,_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .imagesOfKey */ .pq)(marking.ec2, marking.key, marking.how());
        return now.filter(({ ImageId = '' }) => ids.includes(ImageId));
    }
    return readBack(marking, images, mark, [claim, ...before]);
}
/**
 * An image may have as many tags as EC2 allows: then the mark takes the place of its state.
 * @returns the tag that was written
 */
async function writeMark(marking, ids, claim) {
    const mark = { Key: _base_own_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .removingTag */ .W7, Value: claim };
    const removing = 'removing';
    const instead = { Key: _base_own_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .stateTag */ .aJ, Value: removing };
    return write(marking, ids, mark).catch((error) => {
        if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsErrorFacts */ .ZR)(error).code !== 'TagLimitExceeded')
            throw error;
        return write(marking, ids, instead);
    });
}
/**
 * Ends the run when another process has taken the image over. An image that shows no claim, or that of before it was
 * taken over, may be an old view of it.
 * @throws SupersededError
 */
function throwIfSuperseded({ workflow }, image, own) {
    const claim = (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .claimOf */ ._B)(image);
    if (claim === undefined || claim === own.claim || own.before?.includes(claim))
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SupersededError */ .ZC(`${claimant(workflow, claim)} has taken over ${image.ImageId}, so this one stops. Nothing was removed.`, { remedy: `See ${attemptUrl(workflow, claim)}.` });
}
/** Who has claimed it, at the beginning of a sentence. */
function claimant({ runAttempt }, claim) {
    const attempt = (0,_ownership_js__WEBPACK_IMPORTED_MODULE_6__/* .attemptOf */ .tx)(claim);
    return String(attempt) === runAttempt
        ? `Another process of this attempt (claim ${claim})`
        : `Attempt ${attempt} of this workflow run (claim ${claim})`;
}
function attemptUrl(workflow, claim) {
    return workflow.runUrl.replace(/\/attempts\/.*$/, `/attempts/${(0,_ownership_js__WEBPACK_IMPORTED_MODULE_6__/* .attemptOf */ .tx)(claim)}`);
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

/***/ 9742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BX: () => (/* binding */ deregister),
/* harmony export */   ST: () => (/* binding */ isGone),
/* harmony export */   WD: () => (/* binding */ isDeregistered),
/* harmony export */   eK: () => (/* binding */ staysAbsent)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6762);
/* harmony import */ var _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(848);
/* harmony import */ var _describe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1852);
/** Deregisters one image, and has EC2 delete its snapshots with it. */



/** An image that was seen and is then not found by several looks in so many seconds is gone. */
const absentSeconds = 6;
/** How long a protection may show an effect after it was switched off (eventual consistency). */
const protectionSeconds = 10;
/** @param image which this process may remove */
async function deregister(removal, image) {
    const imageId = image.ImageId ?? '';
    addSnapshots(removal, image);
    if (image.State === 'deregistered')
        return;
    let protection;
    for (;;) {
        const attempt = await attemptOnce(removal, imageId);
        switch (attempt.outcome) {
            case 'gone':
                return isGone(removal, image);
            case 'refused':
                return removal.remains(imageId, attempt.reason);
            case 'protected': {
                if (removal.options.keepsProtection)
                    return removal.remains(imageId, attempt.reason);
                const isSwitchedOff = protection !== undefined;
                protection ??= await switchOffProtection(removal, imageId);
                if (!protection.lifted || (isSwitchedOff && !mayStillShow(removal, protection))) {
                    return removal.remains(imageId, `${attempt.reason}; ${protection.words}`);
                }
                if (isSwitchedOff)
                    await removal.pause();
                break;
            }
            case 'absent':
                // Either already gone or, soon after creation, not yet here for this or that reader.
                if (await staysAbsent(removal, imageId))
                    return isGone(removal, image);
                if (!removal.hasTime())
                    return removal.remains(imageId, attempt.reason);
        }
    }
}
async function attemptOnce(removal, imageId) {
    const { ec2, signal, spared } = removal.options;
    try {
        const DeleteAssociatedSnapshots = spared === undefined || spared.size === 0;
        const command = new _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_1__/* .DeregisterImageCommand */ .x2({ ImageId: imageId, DeleteAssociatedSnapshots });
        const { DeleteSnapshotResults = [] } = await ec2.send(command, removal.how());
        for (const { SnapshotId, ReturnCode } of DeleteSnapshotResults) {
            if (SnapshotId === undefined)
                continue;
            removal.snapshots.add(SnapshotId);
            if (ReturnCode === 'success')
                removal.gone(SnapshotId);
        }
        return { outcome: 'gone' };
    }
    catch (error) {
        signal.throwIfAborted();
        const reason = (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeAwsError */ .Pp)(error);
        if (isDeregistered(error))
            return { outcome: 'gone' };
        if (isProtected(error))
            return { outcome: 'protected', reason };
        return { outcome: (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorKind */ .f8)(error) === 'not-found' ? 'absent' : 'refused', reason };
    }
}
/** EC2 calls an image unavailable that has been deregistered. */
function isDeregistered(error) {
    return (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsErrorFacts */ .ZR)(error).code === 'InvalidAMIID.Unavailable';
}
/** Those that go with the image. */
function addSnapshots({ options, snapshots }, image) {
    for (const { snapshotId } of (0,_describe_js__WEBPACK_IMPORTED_MODULE_2__/* .snapshotsOf */ .XO)(image))
        if (!options.spared?.has(snapshotId))
            snapshots.add(snapshotId);
}
function isGone(removal, image) {
    const { ImageId: imageId = '' } = image;
    addSnapshots(removal, image);
    removal.gone(imageId);
    removal.options.onDeregistered?.(imageId);
}
/** Looks for a while, since the image was there a moment ago; a look that fails proves nothing. */
async function staysAbsent(removal, imageId) {
    const { ec2, clock, budget, signal } = removal.options;
    const until = Math.min(clock.now() + absentSeconds * 1000, budget.until);
    do {
        await removal.pause();
        const image = await (0,_describe_js__WEBPACK_IMPORTED_MODULE_2__/* .describeImage */ .hu)(ec2, imageId, removal.how()).catch((error) => {
            signal.throwIfAborted();
            return (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorKind */ .f8)(error) === 'not-found' ? undefined : 'unknown';
        });
        if (image === 'unknown' || (image !== undefined && image.State !== 'deregistered'))
            return false;
    } while (clock.now() < until);
    return true;
}
function mayStillShow(removal, { at }) {
    const { clock } = removal.options;
    return removal.hasTime() && clock.now() < at + protectionSeconds * 1000;
}
/** The bake switched it on itself, before it failed. */
async function switchOffProtection(removal, imageId) {
    const { ec2, clock, signal } = removal.options;
    const at = clock.now();
    try {
        const command = new _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_1__/* .DisableImageDeregistrationProtectionCommand */ .kU({ ImageId: imageId });
        const { Return: state = '' } = await ec2.send(command, removal.how());
        const words = `its deregistration protection has been switched off, and EC2 says "${state}"`;
        // With a cooldown: "disabled after", and the time when that is over.
        return { words, lifted: !/^disabled after\b/.test(state), at };
    }
    catch (error) {
        signal.throwIfAborted();
        const words = `its deregistration protection could not be switched off (ec2:DisableImageDeregistrationProtection: ${(0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeAwsError */ .Pp)(error)})`;
        return { words, lifted: false, at };
    }
}
/** Nobody documents the code with which EC2 refuses to deregister a protected image, so the words may decide too. */
function isProtected(error) {
    const { code, message } = (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsErrorFacts */ .ZR)(error);
    return code === 'OperationNotPermitted' || /\bderegistration protection\b/i.test(message);
}


/***/ }),

/***/ 2138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ Removal),
/* harmony export */   q: () => (/* binding */ TimeIsOverError)
/* harmony export */ });
/* harmony import */ var _aws_cli_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5799);
/** What a removal works with, and what has become of each part so far. */

/** The reason of a signal that ends a removal because its time is over: what is left is told then, not thrown. */
class TimeIsOverError extends Error {
    name = 'TimeIsOverError';
}
/** A removal under way; `remove.ts` has its story. */
class Removal {
    options;
    /** IDs of images and snapshots that are gone. */
    removed = new Set();
    /** Images that are not this process's to remove. */
    kept = [];
    /** Snapshots known to belong to an image that is removed. */
    snapshots = new Set();
    /** Images that are disabled: as long as they are, their snapshots cannot be deleted (EC2 User Guide, "Disable an AMI"). */
    disabled = new Set();
    /** What EC2 refused to remove for good. */
    hopeless = new Set();
    /** False when there may be more than `remaining` says. */
    complete = true;
    /** Nothing has shown of an image that EC2 may have been asked for: it may still appear. */
    mayAppear = false;
    /** Why a look-up failed, when that is the reason. */
    gaveUp;
    #remaining = new Map();
    constructor(options) {
        this.options = options;
    }
    /** What could not be removed, or not be seen to be gone. */
    get remaining() {
        return [...this.#remaining.values()];
    }
    gone(id) {
        this.removed.add(id);
        this.#remaining.delete(id);
    }
    remains(id, reason, hopeless = true) {
        if (hopeless)
            this.hopeless.add(id);
        const { region } = this.options;
        const command = id.startsWith('snap-')
            ? (0,_aws_cli_js__WEBPACK_IMPORTED_MODULE_0__/* .deleteSnapshotCommand */ .Ly)(region, id)
            : (0,_aws_cli_js__WEBPACK_IMPORTED_MODULE_0__/* .removeImageCommand */ .re)(region, id);
        const enable = this.disabled.has(id) ? `${(0,_aws_cli_js__WEBPACK_IMPORTED_MODULE_0__/* .enableImageCommand */ .iK)(region, id)} && ` : '';
        this.#remaining.set(id, { id, reason, command: `${enable}${command}` });
    }
    /** All images that were to be removed are gone. */
    get imagesAreGone() {
        return ![...this.#remaining.keys()].some((id) => id.startsWith('ami-'));
    }
    /** How to send a command: as long as there is time. */
    how() {
        const { signal, budget, clock } = this.options;
        const patienceSeconds = Math.max(0, (budget.until - clock.now()) / 1000);
        return { signal, attemptSeconds: budget.attemptSeconds, patienceSeconds, longestDelaySeconds };
    }
    /** How to write tags and read them back. */
    marking() {
        const { ec2, clock, key, budget } = this.options;
        return { ec2, clock, key, how: () => this.how(), until: budget.until, absentSeconds };
    }
    /** Whether there is time for another look after a pause. */
    hasTime() {
        const { clock, budget } = this.options;
        return clock.now() + pauseSeconds * 1000 <= budget.until;
    }
    pause() {
        return this.options.clock.sleep(pauseSeconds * 1000, this.options.signal);
    }
}
const pauseSeconds = 2;
/** An image that does not show for so long after a mark on it may be gone: then it is looked for by its ID. */
const absentSeconds = 2;
/**
 * A removal has minutes: with the full back-off, a few refusals in a row would use up all of them. A call every second or
 * two is below the refill rate of EC2's token buckets (5 a second, EC2 Developer Guide, "Request throttling").
 */
const longestDelaySeconds = 2;


/***/ }),

/***/ 8987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ deleteSnapshots)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6762);
/* harmony import */ var _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(848);
/* harmony import */ var _base_own_tags_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3443);
/* harmony import */ var _base_side_by_side_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6256);
/* harmony import */ var _describe_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1852);
/**
 * Deletes the snapshots of an image that is gone.
 *
 * Snapshots are paid for until they are deleted, so none may be left behind: what EC2 did not delete with the image (what it
 * does to those of a pending image is documented nowhere), or shows only later, is found by the key and deleted one by one.
 */





/** How long the snapshots of an image that was still pending may take to show. */
const lateSnapshotSeconds = 10;
/** DeleteSnapshot has a bucket of 100 tokens that is refilled with 5 a second (EC2 Developer Guide, "Request throttling"). */
const atOnce = 4;
/** Deletes what belongs to the removed images, or carries key and claim, until nothing shows any more. */
async function deleteSnapshots(removal) {
    const { clock } = removal.options;
    const lateUntil = clock.now() + lateSnapshotSeconds * 1000;
    for (;;) {
        const thrown = await (0,_base_side_by_side_js__WEBPACK_IMPORTED_MODULE_2__/* .sideBySide */ .Qp)(await snapshotsLeft(removal), atOnce, (id) => deleteOne(removal, id));
        if (thrown.length > 0)
            throw thrown[0];
        const moreMayShow = missesSnapshots(removal) && clock.now() < lateUntil;
        if (deletable(removal).length === 0 && !moreMayShow)
            return;
        if (!removal.hasTime()) {
            removal.complete = false;
            return;
        }
        await removal.pause();
    }
}
/** True while an image is known whose snapshots have not all been seen. */
function missesSnapshots({ options, removed, snapshots }) {
    const { imageId, expectedSnapshots } = options;
    const hasImage = imageId !== undefined || [...removed].some((id) => id.startsWith('ami-'));
    return hasImage && (expectedSnapshots === undefined || snapshots.size < expectedSnapshots);
}
function deletable({ snapshots, removed, hopeless }) {
    return [...snapshots].filter((id) => !removed.has(id) && !hopeless.has(id));
}
async function snapshotsLeft(removal) {
    const { ec2, key } = removal.options;
    for (const snapshot of await (0,_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .snapshotsOfKey */ .eJ)(ec2, key, removal.how())) {
        if (snapshot.SnapshotId !== undefined && mayDelete(removal, snapshot)) {
            removal.snapshots.add(snapshot.SnapshotId);
        }
    }
    return deletable(removal);
}
/**
 * A snapshot goes with its image: it is this process's to delete when its image was, and that is gone. Otherwise its own
 * claim decides, for then its image never showed. EC2 itself refuses to delete what a registered image needs.
 */
function mayDelete(removal, snapshot) {
    const { imageId, scope, claim, from } = removal.options;
    const images = [...removal.removed, ...(removal.options.imageIsGone ? [imageId ?? ''] : [])];
    if (images.some((id) => id.startsWith('ami-') && isOfImage(snapshot, id)))
        return true;
    if (removal.kept.some(({ image }) => isNeededBy(image, snapshot)))
        return false;
    const own = typeof from === 'object' ? [claim, from.claim] : [claim];
    return scope === 'bake' && own.includes((0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .claimOf */ ._B)(snapshot)) && (0,_base_own_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .bakeStateOf */ .iy)(snapshot) !== 'ready';
}
/** An image that is not this process's any more; its snapshots may still show the claim of before. */
function isNeededBy(image, snapshot) {
    const ids = (0,_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .snapshotsOf */ .XO)(image).map(({ snapshotId }) => snapshotId);
    return ids.includes(snapshot.SnapshotId ?? '') || isOfImage(snapshot, image.ImageId ?? '');
}
/** EC2 describes them so: "Created by CreateImage(i-…) for ami-…". */
function isOfImage({ Description }, imageId) {
    return [` for ${imageId}`, `DestinationAmi ${imageId} `].some((text) => Description?.includes(text));
}
async function deleteOne(removal, snapshotId) {
    const { ec2, signal } = removal.options;
    try {
        await ec2.send(new _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_1__/* .DeleteSnapshotCommand */ .tZ({ SnapshotId: snapshotId }), removal.how());
        removal.gone(snapshotId);
    }
    catch (error) {
        signal.throwIfAborted();
        if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorKind */ .f8)(error) === 'not-found')
            removal.gone(snapshotId);
        else {
            // EC2 lets go of a snapshot a moment after its image is deregistered.
            const mayPass = isInUse(error) && removal.imagesAreGone;
            removal.remains(snapshotId, (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeAwsError */ .Pp)(error), !mayPass);
        }
    }
}
function isInUse(error) {
    return (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsErrorFacts */ .ZR)(error).code === 'InvalidSnapshot.InUse';
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


/***/ })

};
