export const id = 692;
export const ids = [692];
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

/***/ 4034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ bake)
});

// EXTERNAL MODULE: ./lib/base/errors.js
var base_errors = __webpack_require__(7594);
// EXTERNAL MODULE: ./lib/aws/errors.js
var errors = __webpack_require__(6762);
// EXTERNAL MODULE: ./lib/aws/failure.js + 1 modules
var aws_failure = __webpack_require__(4608);
;// CONCATENATED MODULE: ./lib/aws/decode.js
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
    if (!(error instanceof base_errors/* BakeError */.oU))
        return error;
    const refusal = refusalBelow(error);
    if (refusal === undefined)
        return error;
    const explanation = await decodeAuthorizationMessage(refusal.encoded, sts, signal);
    if (explanation === undefined)
        return error;
    const { sentence, denial } = explanation;
    // EC2 says openly what was denied, or nothing at all. In the first case the remedy is made of that already.
    const saidOpenly = (0,aws_failure/* denialIn */.Hn)(refusal.message) !== undefined && error.remedy !== undefined;
    return new base_errors/* BakeError */.oU(`${error.message}\n${sentence}`, {
        cause: error.cause,
        remedy: saidOpenly ? error.remedy : (0,aws_failure/* permissionRemedy */.uF)(denial, (0,aws_failure/* callOf */.C8)(error), featureOf(error)),
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
    return error instanceof aws_failure/* AwsFailure */.OQ ? error.feature : undefined;
}
/** The first of an error's causes that carries an encoded message. */
function refusalBelow({ cause }) {
    let error = cause;
    for (let depth = 0; error instanceof Error && depth < 10; depth += 1) {
        const { message } = (0,errors/* awsErrorFacts */.ZR)(error);
        const encoded = (0,errors/* encodedRefusalIn */.iW)(message);
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

// EXTERNAL MODULE: ./lib/base/side-by-side.js
var side_by_side = __webpack_require__(6256);
// EXTERNAL MODULE: ./lib/base/units.js
var units = __webpack_require__(8714);
// EXTERNAL MODULE: ./lib/aws/console.js
var console = __webpack_require__(4020);
// EXTERNAL MODULE: ./lib/base/own-tags.js
var own_tags = __webpack_require__(3443);
// EXTERNAL MODULE: ./lib/base/workflow.js
var base_workflow = __webpack_require__(2284);
// EXTERNAL MODULE: ./lib/image/claim.js
var image_claim = __webpack_require__(5165);
// EXTERNAL MODULE: ./lib/image/describe.js
var describe = __webpack_require__(1852);
// EXTERNAL MODULE: ./lib/image/ownership.js
var ownership = __webpack_require__(7496);
;// CONCATENATED MODULE: ./lib/image/find.js
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
    const until = clock.now() + ((0,base_workflow/* isLaterAttempt */._)(workflow) ? youngSeconds * 1000 : 0);
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
    return (0,describe/* ageSeconds */.Ru)(image, now) < youngSeconds;
}
async function look(run, sought) {
    const [ofKey, ofName] = await Promise.all([findOfKey(run, sought), findOfName(run, sought)]);
    const open = ofKey.filter(ownership/* isUnfinished */.ui);
    const [handedOut] = open.filter((image) => isHandedOut(image, sought) && isUsable(image));
    const earlier = open.filter((image) => (0,ownership/* isOfEarlierAttempt */.HD)(image, sought) && (0,own_tags/* bakeStateOf */.iy)(image) !== 'unverified');
    const unfinished = earlier.find((image) => canBeResumed(image) && isAsAsked(image, sought.names));
    return {
        unfinished,
        handedOut,
        leftovers: earlier.filter((image) => !canBeResumed(image)),
        twins: open.filter((image) => image !== handedOut && image !== unfinished && (!earlier.includes(image) || canBeResumed(image))),
        namesake: ofName.find(({ ImageId }) => ImageId !== unfinished?.ImageId),
    };
}
function isHandedOut(image, sought) {
    return (0,own_tags/* bakeStateOf */.iy)(image) === 'unverified' && (0,ownership/* isOfEarlierAttempt */.HD)(image, sought);
}
/** Somebody has begun to remove the others, or they are of no use. */
function canBeResumed(image) {
    return (0,own_tags/* bakeStateOf */.iy)(image) === 'baking' && isUsable(image);
}
/**
 * Two jobs may share a key, such as two calls of one reusable workflow: what tells their images apart are their tags, but for
 * those that differ from attempt to attempt.
 */
function isAsAsked(image, { steadyTags }) {
    return steadyTags.every(({ Key, Value }) => (0,own_tags/* tagOf */.cO)(image, Key) === Value);
}
async function findOfKey({ aws, signal, region }, { names, accountId }) {
    const images = await (0,describe/* imagesOfKey */.pq)(aws.ec2(region), names.key, { signal }).catch((error) => {
        signal.throwIfAborted();
        throw (0,aws_failure/* awsFailure */.MT)('ec2:DescribeImages', 'look for the images of earlier attempts', error);
    });
    return images.filter((image) => isOurs(image, accountId));
}
async function findOfName({ aws, signal, region }, { names, accountId }) {
    const images = await (0,describe/* imagesOfName */.zD)(aws.ec2(region), names.name, { signal }).catch((error) => {
        signal.throwIfAborted();
        throw (0,aws_failure/* awsFailure */.MT)('ec2:DescribeImages', `look for images of the name ${names.name}`, error);
    });
    return images.filter((image) => isOurs(image, accountId));
}
/** Images of earlier attempts beside the one that is resumed or was created, of any state but finished. */
async function findOthers(run, sought, imageId) {
    const images = await findOfKey(run, sought);
    return images.filter((image) => image.ImageId !== imageId &&
        (0,own_tags/* bakeStateOf */.iy)(image) !== 'unverified' &&
        (0,ownership/* isUnfinished */.ui)(image) &&
        (0,ownership/* isOfEarlierAttempt */.HD)(image, sought) &&
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
    return ['baking', 'removing'].includes((0,own_tags/* bakeStateOf */.iy)(image) ?? '');
}

// EXTERNAL MODULE: ./lib/image/remove/remove.js + 3 modules
var remove = __webpack_require__(4331);
;// CONCATENATED MODULE: ./lib/image/copy/earlier.js
/** Copies of this bake that are in a Region already, made by an earlier request: resumed, or removed. */








/** For the removal of a copy that failed in an earlier attempt. */
const removalSeconds = 180;
/** For one call of it. */
const earlier_attemptSeconds = 30;
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
    for (const image of ours.filter((candidate) => isOfHome(copying, candidate) && isUsable(candidate))) {
        const isOwn = (0,own_tags/* claimOf */._B)(image) === copying.claim || (await isTakenOver(run, copying, image));
        if (!isOwn)
            continue;
        return { imageId: image.ImageId ?? '', createdAt: (0,describe/* creationTime */.vx)(image, clock.now()), resumed: true };
    }
    for (const image of ours.filter((each) => (0,ownership/* isUnfinished */.ui)(each) && (0,ownership/* isOfEarlierAttempt */.HD)(each, copying))) {
        await putAside(run, copying, image);
    }
    return undefined;
}
async function copiesOfKey({ signal }, { ec2, target, names, accountId }, patienceSeconds) {
    const how = { signal, ...(patienceSeconds === undefined ? {} : { patienceSeconds }) };
    const images = await (0,describe/* imagesOfKey */.pq)(ec2, names.key, how).catch((error) => {
        signal.throwIfAborted();
        const doing = `look for a copy in ${target.region} of an earlier attempt`;
        throw (0,aws_failure/* awsFailure */.MT)('ec2:DescribeImages', doing, error);
    });
    return images.filter((image) => isOurs(image, accountId));
}
/** An earlier attempt may have had another home image, of the same key: its copies are not copies of this one. */
function isOfHome({ home, names }, { SourceImageId, Name }) {
    return Name === names.name && (SourceImageId === undefined || SourceImageId === home.imageId);
}
/** Copies follow their home image, which is this process's own: those of earlier attempts do, too. */
async function isTakenOver({ clock, signal }, copying, image) {
    const { ec2, names, claim } = copying;
    const owner = { key: names.key, claim };
    if (!(0,ownership/* mayTakeOver */.rw)(image, owner, { from: 'earlier attempts', role: 'copy' }))
        return false;
    const until = clock.now() + claimSeconds * 1000;
    const how = () => ({ signal, newObject: true });
    const taken = await (0,image_claim/* takeOver */.w9)({ ec2, clock, key: names.key, how, until }, [image], claim).catch((error) => {
        signal.throwIfAborted();
        throw (0,aws_failure/* awsFailure */.MT)('ec2:CreateTags', `resume the copy ${image.ImageId}`, error);
    });
    return taken.length > 0;
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
        from: 'earlier attempts',
        role: 'copy',
        imageId,
        scope: 'image',
        // Failed copies may have no snapshots at all.
        expectedSnapshots: 0,
        lookSeconds: 0,
        budget: { until: clock.now() + removalSeconds * 1000, attemptSeconds: earlier_attemptSeconds },
    });
    const remnant = remaining.find(({ id }) => id === imageId);
    const reason = remnant?.reason ?? (kept.length > 0 ? 'another process has claimed it' : undefined);
    if (reason !== undefined) {
        throw new base_errors/* BakeError */.oU(`The copy ${imageId} of an earlier attempt (${State}) has the name "${names.name}" in ${region} and could not be removed: ${reason}.`, remnant === undefined ? {} : { remedy: `Remove it, then run the job again: ${remnant.command}` });
    }
    copying.freedNameAt = clock.now();
}

;// CONCATENATED MODULE: ./lib/image/copy/progress.js
/** Lines come no more often than that, but for the one that tells when a Region is done. */
const lineSeconds = 25;
class CopiesProgress {
    #clock;
    #onLine;
    /** By Region, in the order of the input. */
    #states;
    #lastLineAt;
    constructor(regions, clock, onLine) {
        this.#clock = clock;
        this.#onLine = onLine;
        this.#states = new Map(regions.map((region) => [region, 'starting']));
        this.#lastLineAt = clock.now();
    }
    /** @param state a word, or what a look at the copy has shown */
    update(region, state) {
        this.#states.set(region, typeof state === 'string' ? state : textOf(state));
        if (this.#clock.now() - this.#lastLineAt >= lineSeconds * 1000)
            this.#tell();
    }
    done(region, state) {
        this.#states.set(region, state);
        this.#tell();
    }
    #tell() {
        this.#lastLineAt = this.#clock.now();
        const regions = [...this.#states].map(([region, state]) => `${region} ${state}`);
        this.#onLine(`Copies: ${regions.join(', ')}`);
    }
}
/** EC2 shows no progress at first, and completes the image for a while after its snapshots. */
function textOf({ percent, state }) {
    return percent === undefined ? state : `${Math.floor(percent)} %`;
}

// EXTERNAL MODULE: ./lib/aws/patient-client.js + 1 modules
var patient_client = __webpack_require__(1712);
// EXTERNAL MODULE: ./lib/aws/sdk/ec2.js
var ec2 = __webpack_require__(848);
// EXTERNAL MODULE: ./lib/base/text.js
var base_text = __webpack_require__(8566);
// EXTERNAL MODULE: ./lib/aws/id-forms.js
var id_forms = __webpack_require__(5270);
;// CONCATENATED MODULE: ./lib/image/make/in-doubt.js
/**
 * What is done alike for CreateImage and CopyImage where it is in doubt whether there is an image: an answer that tells
 * none, an image that does not show yet, a name that is taken, perhaps by an earlier request of the very bake.
 */





/** How long EC2 may take to show an image whose name it says is taken: its developer guide speaks of minutes. */
const duplicateSeconds = 300;
/** The request for an image was refused, and none before it can have worked: there is nothing to clean up. */
class NothingCreatedError extends base_errors/* BakeError */.oU {
    name = 'NothingCreatedError';
}
function nothingCreated({ message, remedy, cause }) {
    return new NothingCreatedError(message, { cause, ...(remedy === undefined ? {} : { remedy }) });
}
/** @throws UnreadableAnswerError when the answer tells no image */
function imageIdIn({ ImageId }, action) {
    if (ImageId !== undefined && id_forms/* amiIdForm */.VU.test(ImageId))
        return ImageId;
    throw new errors/* UnreadableAnswerError */.mP(`${action} was answered without an image ID`);
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
        const isTold = error instanceof base_errors/* BakeError */.oU;
        if (isTold && error.cause === undefined)
            throw error;
        const kind = (0,errors/* errorKind */.f8)(isTold ? error.cause : error);
        if (kind === 'credentials' || kind === 'permission')
            throw (0,aws_failure/* awsFailure */.MT)('ec2:DescribeImages', doing, error);
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
    return (0,errors/* awsErrorFacts */.ZR)(duplicate)
        .message.match(/\bami-[0-9a-f]{8,32}\b/g)
        ?.at(-1);
}
/** Our image of that name, if it shows. */
async function holderOfName(ec2, name, id, how) {
    if (id === undefined)
        return (await (0,describe/* imagesOfName */.zD)(ec2, name, how))[0];
    const images = await (0,describe/* describeImages */.Sx)(ec2, { ImageIds: [id] }, how);
    return images.find((image) => image.Name === name);
}
/** What to do about a name that is taken. */
const anotherName = 'Put something into `name` that differs each time, such as {{ timestamp }} or {{ run_id }}';
/** @param by whose it is, e.g. ` by ami-…`, or nothing where nobody knows */
function nameTaken(name, region, by, cause) {
    return new base_errors/* BakeError */.oU(`The AMI name "${name}" is taken in ${region}${by}.`, {
        cause,
        remedy: `AMI names are unique in an account and Region. ${anotherName}.`,
    });
}

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
const request_youngSeconds = 120;
const request_lookEverySeconds = 5;
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
            return { imageId: answer, createdAt: clock.now(), resumed: false };
        }
    }
}
async function sendOnce({ signal, clock, deadline, throwIfCancelled }, copying, requests) {
    const left = Math.max(0, (deadline - clock.now()) / 1000);
    const how = {
        signal,
        attemptSeconds: request_attemptSeconds,
        patienceSeconds: Math.min(patient_client/* defaultPatienceSeconds */.C5, left),
        onFailure: (error) => {
            requests.inDoubt ||= (0,errors/* errorKind */.f8)(error) === 'unclear';
        },
    };
    throwIfCancelled();
    try {
        const command = new ec2/* CopyImageCommand */.SD(copyRequest(copying, requests));
        return imageIdIn(await copying.ec2.send(command, how), 'CopyImage');
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
function clientToken({ names, home, target, useless }, { spentTokens }) {
    const identity = [names.key, home.imageId, target.region, [...useless].sort(), spentTokens];
    return `bake-ami-${(0,base_text/* shortHash */.BC)(JSON.stringify(identity), 40)}`;
}
/**
 * @returns the copy, when that is how it turns out; undefined when the request is to be sent again
 * @throws BakeError when there will be no copy
 */
async function settle(run, copying, requests, error) {
    const { clock, random } = run;
    const { target, progress } = copying;
    const { code } = (0,errors/* awsErrorFacts */.ZR)(error);
    if (code === 'InvalidAMIName.Duplicate')
        return settleDuplicate(run, copying, requests, error);
    if (code === 'IdempotentParameterMismatch')
        return settleMismatch(run, copying, requests, error);
    if (isTooManyCopies(error)) {
        const says = (0,errors/* describeAwsError */.Pp)(error);
        logOnce(run, requests, error, `${target.region} takes no further copy for now (${says}); waiting.`);
        progress.update(target.region, 'waiting');
        await pause(run, copying, requests, limitPaceSeconds * (0.9 + random() / 5) * 1000, error);
        return undefined;
    }
    const mayPass = isInvisibleSource(error) || error instanceof errors/* UnreadableAnswerError */.mP;
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
        await pause(run, copying, requests, request_lookEverySeconds * 1000, error);
    }
    requests.spentTokens += 1;
    return undefined;
}
/** The name is that of a copy of this bake which did not show so far, or somebody else's. */
async function settleDuplicate(run, copying, requests, error) {
    const { clock, deadline } = run;
    const { region } = copying.target;
    const { name } = copying.names;
    const says = (0,errors/* describeAwsError */.Pp)(error);
    logOnce(run, requests, error, `The name is taken in ${region} (${says}); checking by which image.`);
    const again = 'again';
    const settled = await settleNameTaken(run, {
        region,
        name,
        error,
        until: Math.min(deadline, clock.now() + duplicateSeconds * 1000),
        everySeconds: request_lookEverySeconds,
        own: async () => {
            const copy = await lookForEarlier(run, copying);
            // EC2 takes a while to free the name of a copy that was removed.
            const isFreed = clock.now() - copying.freedNameAt < duplicateSeconds * 1000;
            return copy ?? (isFreed ? again : undefined);
        },
        mayBeOwn: (holder) => (0,own_tags/* keyOf */.TN)(holder) === undefined
            ? (0,describe/* ageSeconds */.Ru)(holder, clock.now()) < request_youngSeconds
            : (0,own_tags/* carriesKey */.tX)(holder, copying.names.key) && (0,ownership/* isOwnOrEarlier */.AO)(holder, copying),
        doing: lookingFor(copying),
    });
    if (settled.own === again) {
        await pause(run, copying, requests, request_lookEverySeconds * 1000, error);
        return undefined;
    }
    if (settled.own !== undefined)
        return settled.own;
    const id = settled.holder?.ImageId ?? settled.holderId;
    throw nameTaken(name, region, id === undefined ? '' : ` by ${id}`, error);
}
function lookForEarlier(run, copying) {
    return tolerantly(() => findEarlier(run, copying, 0), run.signal, lookingFor(copying));
}
/** Completes "could not …". */
function lookingFor({ target }) {
    return `look for the copy in ${target.region}`;
}
function failureOf({ home, target }, { inDoubt }, error) {
    const { region } = target;
    const failure = (0,aws_failure/* awsFailure */.MT)('ec2:CopyImage', `copy ${home.imageId} to ${region}`, error);
    if (!isTooManyCopies(error))
        return inDoubt ? failure : nothingCreated(failure);
    return new base_errors/* BakeError */.oU(failure.message, {
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
    const { code } = (0,errors/* awsErrorFacts */.ZR)(error);
    if (logged.has(code))
        return;
    logged.add(code);
    log.info(message);
}
/** "Too many … copies in progress. The limit is 5 for this destination region." (aws-samples/copy-encrypted-ami#3) */
function isTooManyCopies(error) {
    const { code, message } = (0,errors/* awsErrorFacts */.ZR)(error);
    return code === 'ResourceLimitExceeded' && /\bcopies in progress\b|\bconcurrent\b.*\bcop/i.test(message);
}
/** What the home Region shows as available, another Region may not see yet. */
function isInvisibleSource(error) {
    return (0,errors/* awsErrorFacts */.ZR)(error).code === 'InvalidAMIID.NotFound' || (0,refusals/* isStillPending */.UV)(error);
}

;// CONCATENATED MODULE: ./lib/image/verify.js
/** Looks at the finished image again and compares it with what was asked for. */





/** Tags and mappings may show a little later than the state does (eventual consistency). */
const patienceSeconds = 60;
const verify_lookEverySeconds = 2;
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
        const problems = image === undefined ? ['EC2 does not show it'] : differences(wanted, image, snapshots);
        if (image !== undefined && problems.length === 0)
            return bakedImage(wanted, image, snapshots);
        if (clock.now() + verify_lookEverySeconds * 1000 > until) {
            throw new base_errors/* ProblemsError */.FQ(`Image ${imageId} is available but not what was asked for`, problems);
        }
        await clock.sleep(verify_lookEverySeconds * 1000, signal);
    }
}
async function describeBoth(run, wanted) {
    const { snapshotIds = [] } = wanted;
    const [image, known] = await (0,side_by_side/* both */.W)(describeItself(run, wanted), describeSnapshotsOf(run, wanted, snapshotIds));
    const ids = image === undefined ? [] : (0,describe/* snapshotsOf */.XO)(image).map((snapshot) => snapshot.snapshotId);
    const areKnown = ids.every((id) => snapshotIds.includes(id));
    return { image, snapshots: areKnown ? known : await describeSnapshotsOf(run, wanted, ids) };
}
async function describeItself({ aws, signal }, { region, imageId }) {
    return (0,describe/* describeImage */.hu)(aws.ec2(region), imageId, { signal, newObject: true }).catch((error) => {
        signal.throwIfAborted();
        throw (0,aws_failure/* awsFailure */.MT)('ec2:DescribeImages', `verify image ${imageId}`, error);
    });
}
async function describeSnapshotsOf({ aws, signal }, { region, imageId }, snapshotIds) {
    if (snapshotIds.length === 0)
        return [];
    const input = { SnapshotIds: [...snapshotIds] };
    return (0,describe/* describeSnapshots */.dg)(aws.ec2(region), input, { signal, newObject: true }).catch((error) => {
        signal.throwIfAborted();
        throw (0,aws_failure/* awsFailure */.MT)('ec2:DescribeSnapshots', `verify the snapshots of image ${imageId}`, error);
    });
}
function differences(wanted, image, snapshots) {
    const { accountId, name, devices, imageTags, snapshotTags } = wanted;
    const problems = [];
    if (image.State !== 'available')
        problems.push(`its state is ${image.State}`);
    if (image.OwnerId !== accountId)
        problems.push(`its owner is ${image.OwnerId}, not ${accountId}`);
    if (image.Name !== name)
        problems.push(`its name is "${image.Name}", not "${name}"`);
    problems.push(...missingTags('it', image.Tags, imageTags));
    const found = (0,describe/* snapshotsOf */.XO)(image);
    for (const device of devices) {
        if (!found.some((snapshot) => snapshot.device === device))
            problems.push(`no snapshot of ${device} is in it`);
    }
    for (const { snapshotId, device } of found) {
        const snapshot = snapshots.find((candidate) => candidate.SnapshotId === snapshotId);
        if (snapshot === undefined)
            problems.push(`EC2 does not show snapshot ${snapshotId} of ${device}`);
        else {
            if (snapshot.State === 'error')
                problems.push(`snapshot ${snapshotId} of ${device} is in error: ${snapshot.StateMessage}`);
            problems.push(...missingTags(`snapshot ${snapshotId}`, snapshot.Tags, snapshotTags));
        }
    }
    return problems;
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

;// CONCATENATED MODULE: ./lib/image/wait/pace.js
/**
 * How long to wait before the next poll. EC2 throttles by account and Region, so the calls of a bake must be few; a bake
 * is over when its image is ready, so the last poll must come soon after.
 */
/** An image is polled at least this often, also while EC2 throttles. */
const longestSeconds = 15;
const shortestSeconds = 2;
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
    const blindly = within(shortestSeconds, waited * shareOfTimeWaited, longestSeconds);
    if (untilEnd === undefined)
        return blindly;
    // Around the end, every second counts where the whole takes a minute; not where it takes hours.
    const shortest = within(within(0.25, waited / 100, 3), waited / 1000, longestSeconds);
    if (snapshotsDone)
        return within(shortest, -untilEnd * shareSinceDone, longestSeconds);
    if (untilEnd < 0)
        return within(shortest, -untilEnd * shareSinceTheEnd, blindly);
    const most = within(shortestSeconds, waited * shareBeforeTheEnd, longestSeconds);
    return within(shortest, untilEnd * shareOfDistance, most);
}
/**
 * Snapshot progress is a call of its own, so it is asked for less often than the image's state: early on to learn the pace,
 * then at each half of the way that is left.
 *
 * @param waited seconds since the image was created
 * @param untilEnd as in `Moment`
 * @returns seconds until the next look at the snapshots
 */
function progressSeconds(waited, untilEnd) {
    const distance = untilEnd === undefined ? waited / 3 : Math.abs(untilEnd) / 2;
    return within(5, distance, 120);
}
function within(least, value, most) {
    return Math.max(least, Math.min(most, value));
}

;// CONCATENATED MODULE: ./lib/image/wait/looks.js
/** The polls of one wait: what each shows, what to make of those that show nothing, and the back-off while EC2 throttles. */







/** The image does not exist any more, or never did. */
class ImageGoneError extends base_errors/* BakeError */.oU {
    name = 'ImageGoneError';
}
/** EC2's developer guide asks for patience of minutes with objects that do not show (eventual consistency). */
const neverSeenSeconds = 300;
/** An image that has shown may be hidden again by a reader that lags behind, but not for long. */
const goneSeconds = 60;
/** The last look at the deadline gets a few seconds of its own, even when EC2 does not answer. */
const lastLookSeconds = 5;
class Looks {
    #run;
    #looked;
    #failures = 0;
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
        const attemptSeconds = Math.min(patient_client/* defaultAttemptSeconds */.Iv, leftSeconds);
        const how = { signal, patienceSeconds: 0, attemptSeconds };
        const image = await (0,describe/* describeImage */.hu)(aws.ec2(region), imageId, how).catch((error) => {
            signal.throwIfAborted();
            const kind = (0,errors/* errorKind */.f8)(error);
            if (kind === 'not-found')
                return undefined;
            if (kind !== 'throttled' && kind !== 'unclear') {
                throw (0,aws_failure/* awsFailure */.MT)('ec2:DescribeImages', `follow image ${imageId}`, error);
            }
            this.#failures += 1;
            if (this.#failures === 1)
                log.info(`Could not poll ${imageId} (${(0,errors/* describeAwsError */.Pp)(error)}); polling goes on.`);
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
    /** The interval; after looks that failed, the back-off. It widens only while they fail, and never beyond 15 seconds. */
    backedOff(milliseconds) {
        if (this.#failures === 0)
            return milliseconds;
        return Math.min(longestSeconds * 1000, (0,patient_client/* retryMilliseconds */.TK)(1, this.#failures, this.#run.random()));
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
        throw new ImageGoneError(`EC2 has not shown image ${imageId} for ${(0,units/* duration */.p)(seconds * 1000)}: it does not exist any more.`, {
            remedy: 'Somebody or something deregistered it while it was baked. CloudTrail shows who called DeregisterImage.',
        });
    }
}

;// CONCATENATED MODULE: ./lib/image/wait/progress.js

/** Reads EC2's `Progress`, a text such as `42%`, empty at first. */
function snapshotProgress(snapshot) {
    const percent = Number.parseFloat(snapshot.Progress ?? '');
    const state = snapshot.State ?? 'pending';
    return {
        snapshotId: snapshot.SnapshotId ?? '',
        percent: state === 'completed' ? 100 : Number.isFinite(percent) ? Math.min(100, Math.max(0, percent)) : 0,
        sizeGiB: snapshot.VolumeSize ?? 0,
        state,
    };
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
 * Foretells the end by extrapolation: each snapshot in a straight line from the start; the slowest decides. EC2's
 * progress is coarse and may jump, so this is an estimate to pace the polling by and to tell people, never a
 * reason to give up.
 *
 * A percentage that is shown stands for all up to the next one that EC2 would show. So each look tells that the end is
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
        const allDone = snapshots.length > 0 && snapshots.every(({ percent }) => percent === 100);
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
/** e.g. `42 %  after 1 min 10 s, about 1 min 35 s left  (snap-0a1… 40 %, snap-0b2… 45 %)` */
function progressLine(progress) {
    const { percent, snapshots, waitedMilliseconds, leftMilliseconds, state } = progress;
    const after = `after ${(0,units/* duration */.p)(waitedMilliseconds)}`;
    if (percent === undefined)
        return `${state} ${after}; EC2 does not show the snapshots yet`;
    if (snapshots.every((snapshot) => snapshot.percent === 100)) {
        return `100 %  ${after}; the snapshots are done, EC2 is completing the image`;
    }
    const left = leftMilliseconds === undefined ? '' : `, about ${(0,units/* duration */.p)(roundedUp(leftMilliseconds))} left`;
    const each = snapshots.map(({ snapshotId, percent: own }) => `${snapshotId} ${Math.floor(own)} %`);
    const detail = snapshots.length > 1 ? `  (${each.join(', ')})` : '';
    return `${Math.floor(percent)} %  ${after}${left}${detail}`;
}
/** An estimate is not told more exactly than it is known. */
function roundedUp(milliseconds) {
    const unit = milliseconds < 60_000 ? 5_000 : milliseconds < 600_000 ? 10_000 : 60_000;
    return Math.ceil(milliseconds / unit) * unit;
}

;// CONCATENATED MODULE: ./lib/image/wait/wait.js
/**
 * Waits until an image is available.
 *
 * The SDK's waiter is not used: it swallows every error until its time is over, knows only one of the five states
 * that an image does not come back from, and stops looking up to two minutes early.
 */








/** EC2's image states that no image comes back from by itself ("Amazon EC2 AMI states"). */
const terminalStates = new Set(['failed', 'error', 'invalid', 'deregistered', 'disabled']);
/**
 * @returns the image as EC2 described it when it was available
 * @throws BakeError when the image ends in another state, cannot be described, or is not available at the deadline
 */
async function waitUntilAvailable(run, image) {
    const { clock, random, signal, deadline } = run;
    const { createdAt } = image;
    const estimate = new EndEstimate(createdAt);
    const looks = new Looks(run, image);
    let progress = [];
    let nextProgressAt = 0;
    for (;;) {
        const isLastLook = clock.now() >= deadline;
        const seen = await looks.look();
        if (seen?.State === 'available')
            return seen;
        if (seen !== undefined && terminalStates.has(seen.State ?? ''))
            throw notComingBack(image, seen);
        if (isLastLook)
            throw timedOut(run, image, seen, progress);
        if (seen !== undefined && clock.now() >= nextProgressAt) {
            progress = (await readProgress(run, image, seen)) ?? progress;
            const now = clock.now();
            estimate.observe(now, progress);
            const left = secondsUntil(estimate.endsAt(), now);
            nextProgressAt = estimate.isDone
                ? Number.POSITIVE_INFINITY
                : now + progressSeconds((now - createdAt) / 1000, left) * 1000;
            image.onProgress({
                state: seen.State ?? 'unknown',
                percent: overallPercent(progress),
                snapshots: progress,
                waitedMilliseconds: now - createdAt,
                leftMilliseconds: left === undefined ? undefined : Math.max(0, left * 1000),
            });
        }
        const now = clock.now();
        const moment = {
            waited: (now - createdAt) / 1000,
            untilEnd: secondsUntil(estimate.endsAt(), now),
            snapshotsDone: estimate.isDone,
        };
        const delay = looks.backedOff(pollSeconds(moment, random()) * 1000);
        await clock.sleep(Math.max(0, Math.min(delay, deadline - now)), signal);
    }
}
/**
 * Leaves nothing out, but makes it a request with a filter: EC2 grants an account twice as many of those (EC2 Developer
 * Guide, "Request throttling for the Amazon EC2 API": "unfiltered and unpaginated non-mutating actions").
 */
const anyStatus = [{ Name: 'status', Values: ['pending', 'completed', 'error'] }];
/** Progress is not worth waiting for: the image may become available meanwhile. */
const progressAttemptSeconds = 4;
/** @returns undefined when the snapshots could not be asked for a passing reason */
async function readProgress({ aws, signal }, { region, imageId }, image) {
    const ec2 = aws.ec2(region);
    const SnapshotIds = (0,describe/* snapshotsOf */.XO)(image).map((snapshot) => snapshot.snapshotId);
    if (SnapshotIds.length === 0)
        return [];
    const how = { signal, patienceSeconds: 0, attemptSeconds: progressAttemptSeconds };
    try {
        const snapshots = await (0,describe/* describeSnapshots */.dg)(ec2, { SnapshotIds, Filters: anyStatus }, how).catch((error) => {
            signal.throwIfAborted();
            if ((0,errors/* errorKind */.f8)(error) !== 'refused')
                throw error;
            // A server that does not know the filter.
            return (0,describe/* describeSnapshots */.dg)(ec2, { SnapshotIds }, how);
        });
        return snapshots.map(snapshotProgress);
    }
    catch (error) {
        signal.throwIfAborted();
        const kind = (0,errors/* errorKind */.f8)(error);
        if (kind === 'credentials' || kind === 'permission') {
            throw (0,aws_failure/* awsFailure */.MT)('ec2:DescribeSnapshots', `follow the snapshots of ${imageId}`, error);
        }
        return undefined;
    }
}
function secondsUntil(end, now) {
    return end === undefined ? undefined : (end - now) / 1000;
}
function notComingBack(awaited, image) {
    const { Code: code, Message: message } = image.StateReason ?? {};
    const reason = [code, message].filter((part) => part !== undefined && part !== '').join(': ');
    const EndError = image.State === 'deregistered' ? ImageGoneError : base_errors/* BakeError */.oU;
    return new EndError(`${nameOf(awaited)} is ${image.State}. EC2's reason: ${reason || 'none given'}.`, {
        remedy: remedyForState(awaited, image.State ?? '', reason),
    });
}
function nameOf({ called, imageId }) {
    return called ?? `Image ${imageId}`;
}
function remedyForState({ remedyFor }, state, reason) {
    if (state === 'deregistered' || state === 'disabled') {
        return `Somebody or something ${state} it while it was baked. CloudTrail shows who.`;
    }
    const particular = remedyFor?.(reason);
    if (particular !== undefined)
        return particular;
    if (/kms|key/i.test(reason)) {
        return 'Check that the KMS keys of the volumes are enabled and that the role may use them (kms:CreateGrant, kms:DescribeKey, kms:GenerateDataKeyWithoutPlaintext, kms:ReEncrypt*).';
    }
    return 'Failures inside EC2 often pass: run the job again. If they do not, check the state of the volumes, and give AWS Support the image ID.';
}
function timedOut({ deadline }, awaited, image, progress) {
    const percent = overallPercent(progress);
    const how = percent === undefined ? '' : `, its snapshots at ${Math.floor(percent)} %`;
    return new base_errors/* BakeError */.oU(`${nameOf(awaited)} is still ${image?.State ?? 'not visible'}${how}, ${(0,units/* duration */.p)(deadline - awaited.createdAt)} after its creation: timeout-minutes is over.`, {
        remedy: 'Raise `timeout-minutes`: the first snapshot of a big volume takes long. With `on-failure: keep`, EC2 goes on creating the image, and a re-run of this workflow resumes it.',
    });
}

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
        await waitUntilAvailable(run, {
            region,
            imageId,
            createdAt,
            called: `Copy ${imageId} in ${region}`,
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
        if (!(error instanceof ImageGoneError) || seen)
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
    const image = await verifyImage(run, {
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
    throw new base_errors/* ProblemsError */.FQ(`Copy ${imageId} in ${region} is available but not encrypted with ${kmsKeyId}`, open.map(({ snapshotId, device }) => `snapshot ${snapshotId} of ${device} is not encrypted`));
}

;// CONCATENATED MODULE: ./lib/image/copy/copy.js




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
            return { region, image };
        }
        catch (error) {
            if (!run.signal.aborted)
                progress.done(region, 'failed');
            return { region, error };
        }
    }));
    run.signal.throwIfAborted();
    return results;
}
async function copyTo(run, copying) {
    for (;;) {
        const copy = (await findEarlier(run, copying)) ?? (await requestCopy(run, copying));
        copying.onCopy(copying.target.region, copy.imageId);
        if (await isThere(run, copying, copy))
            return verifyCopy(run, copying, copy);
        copying.useless.add(copy.imageId);
    }
}

// EXTERNAL MODULE: ./lib/image/lifecycle.js
var lifecycle = __webpack_require__(965);
// EXTERNAL MODULE: ./lib/base/look-until.js
var look_until = __webpack_require__(6815);
// EXTERNAL MODULE: ./lib/run/run.js
var run_run = __webpack_require__(5548);
;// CONCATENATED MODULE: ./lib/image/publish/parameters.js
/**
 * Lets SSM parameters point at the image, in each of its Regions. The last thing that is done to an image: who reads a
 * parameter starts instances from what it holds.
 */






/** "aws:ec2:image": Systems Manager checks that the value is the ID of an image that is available (PutParameter, DataType). */
const imageDataType = 'aws:ec2:image';
/** The check of the data type is asynchronous, and nobody is told of its end but by the value that shows or does not. */
const parameters_patienceSeconds = 120;
const parameters_lookEverySeconds = 2;
/** For a last look at what became of parameters when something has gone wrong. */
const lastLook = { patienceSeconds: 20, attemptSeconds: 5 };
/**
 * Reads all parameters first, then writes them one after the other, then reads all of them back: a failure, which ends it,
 * leaves as few changed as possible. Those that hold the value already are not written.
 * @returns all of them, in the order of the Regions and then of the names
 * @throws BakeError that tells of each parameter whether it has been changed
 */
async function publishParameters(run, publication) {
    const pointers = await readAll(run, publication);
    const written = [];
    try {
        for (const pointer of pointers) {
            if (isDone(pointer))
                skip(run, publication, pointer);
            else
                await write(run, publication, pointer, written);
        }
        await readBack(run, written);
    }
    catch (error) {
        run.signal.throwIfAborted();
        throw await withOutcomes(run, pointers, written, error);
    }
    return pointers.map(published);
}
/**
 * @param how with the patience of whoever asks
 * @returns those that are there, by name
 * @throws what `PatientClient.send` throws
 */
async function readParameters(ssm, names, how) {
    const { GetParametersCommand } = await __webpack_require__.e(/* import() */ 459).then(__webpack_require__.bind(__webpack_require__, 6459));
    const parameters = new Map();
    for (let first = 0; first < names.length; first += namesPerCall) {
        const Names = names.slice(first, first + namesPerCall);
        const answer = await ssm.send(new GetParametersCommand({ Names }), how);
        for (const parameter of answer.Parameters ?? [])
            parameters.set(parameter.Name ?? '', parameter);
    }
    return parameters;
}
/** API model, GetParameters, `Names`. */
const namesPerCall = 10;
/**
 * Why the parameter cannot hold the image's ID; undefined when it can. A parameter keeps its type for good
 * (HierarchyTypeMismatchException in the API model).
 */
function unsuitable(region, { Name, Type }) {
    if (Type === 'String')
        return undefined;
    return `Parameter ${Name} in ${region} is a ${Type}, and the type of a parameter cannot be changed to String. Choose another name as \`ssm-parameter\`, or delete the parameter.`;
}
function isDone({ before, newValue }) {
    return before?.Value === newValue;
}
function published({ region, name, newValue, before }) {
    return { region, name, oldValue: before?.Value ?? null, newValue };
}
/** One line of a list, without asking Systems Manager. */
function whatBecameOf({ region, name, oldValue, newValue, unanswered }) {
    const subject = `- ${name} in ${region}`;
    if (oldValue === newValue)
        return `${subject} held ${newValue} before`;
    const became = unanswered ? 'may have been changed, its answer was not waited for' : 'was changed';
    return `${subject} ${became}: ${shown(oldValue)} → ${newValue}`;
}
function skip({ log }, { onWritten }, pointer) {
    const { region, name, newValue } = pointer;
    onWritten(published(pointer));
    log.info(`Parameter ${name} in ${region} holds ${newValue} already`);
}
async function readAll({ aws, signal }, { targets, parameterNames }) {
    const ofRegions = await Promise.all(targets.map(async ({ region, imageId }) => {
        const parameters = await readParameters(aws.ssm(region), parameterNames, { signal }).catch((error) => {
            signal.throwIfAborted();
            const doing = `read the SSM parameters in ${region}, none of which has been changed`;
            throw (0,aws_failure/* awsFailure */.MT)('ssm:GetParameters', doing, error);
        });
        return parameterNames.map((name) => ({
            region,
            name,
            newValue: imageId,
            before: parameters.get(name),
        }));
    }));
    const pointers = ofRegions.flat();
    const problems = pointers.flatMap(({ region, before }) => (before && unsuitable(region, before)) ?? []);
    if (problems.length > 0)
        throw new base_errors/* ProblemsError */.FQ('No SSM parameter has been changed', problems);
    return pointers;
}
async function write(run, { onWriting, onWritten, onRefused }, pointer, written) {
    const { signal, log } = run;
    const { region, name, newValue, before } = pointer;
    signal.throwIfAborted();
    log.info(`Parameter ${name} in ${region}: ${shown(before?.Value)} → ${newValue}`);
    written.push(pointer);
    onWriting({ ...published(pointer), unanswered: true });
    try {
        await put(run, pointer);
        onWritten(published(pointer));
    }
    catch (error) {
        signal.throwIfAborted();
        const kind = (0,errors/* errorKind */.f8)(error);
        if (kind === 'permission' || kind === 'refused')
            onRefused(published(pointer));
        throw (0,aws_failure/* awsFailure */.MT)('ssm:PutParameter', `write the SSM parameter ${name} in ${region}`, error);
    }
}
/**
 * The data type of a parameter that is there cannot be changed (bottlerocket-os/bottlerocket#2599,
 * hashicorp/terraform-provider-aws#35959): where Systems Manager refuses that, the parameter keeps the one it has.
 */
async function put(run, pointer) {
    const { aws, signal } = run;
    const { region, name, newValue, before } = pointer;
    const { PutParameterCommand } = await __webpack_require__.e(/* import() */ 459).then(__webpack_require__.bind(__webpack_require__, 6459));
    const write = (DataType) => {
        const input = { Name: name, Value: newValue, Type: 'String', DataType, Overwrite: true };
        return aws.ssm(region).send(new PutParameterCommand(input), { signal });
    };
    try {
        await write(imageDataType);
    }
    catch (error) {
        signal.throwIfAborted();
        const dataType = before?.DataType ?? imageDataType;
        if ((0,errors/* errorKind */.f8)(error) !== 'refused' || dataType === imageDataType)
            throw error;
        await write(dataType);
        (0,run_run/* warn */.R8)(run, `Parameter ${name} in ${region} keeps its data type ${dataType}, which cannot be changed, so that its value is not checked and EC2 may not take it in place of an image ID. To have ${imageDataType}, delete the parameter: the next bake makes it anew.`);
    }
}
async function readBack(run, written) {
    const { clock, signal } = run;
    const until = clock.now() + parameters_patienceSeconds * 1000;
    let left = written;
    const areAllShown = async () => {
        left = await notHolding(run, left);
        return left.length === 0 || undefined;
    };
    if (await (0,look_until/* lookUntil */.c)(areAllShown, { clock, signal, until, everySeconds: parameters_lookEverySeconds }))
        return;
    throw notShown(left);
}
async function notHolding({ aws, signal }, pointers) {
    const left = await Promise.all(byRegion(pointers).map(async ([region, some]) => {
        const names = some.map(({ name }) => name);
        const now = await readParameters(aws.ssm(region), names, { signal }).catch((error) => {
            signal.throwIfAborted();
            throw (0,aws_failure/* awsFailure */.MT)('ssm:GetParameters', `read back the SSM parameters in ${region}`, error);
        });
        return some.filter(({ name, newValue }) => now.get(name)?.Value !== newValue);
    }));
    return left.flat();
}
function byRegion(pointers) {
    return [...Map.groupBy(pointers, ({ region }) => region)];
}
/** User guide, "Native parameter support for Amazon Machine Image IDs": what the asynchronous check takes. */
function notShown(left) {
    const names = left.map(({ name, region }) => `${name} in ${region}`).join(', ');
    return new base_errors/* BakeError */.oU(`Systems Manager accepted the image IDs, but does not show them ${parameters_patienceSeconds} seconds later in ${names}.`, {
        remedy: 'It checks each ID after it has accepted it, with the permissions of the role, and drops it silently when the check fails: allow ssm:GetParameters and ec2:DescribeImages in those Regions. EventBridge tells of failed checks ("Parameter Store Change").',
    });
}
/** The error with what became of each parameter, looked up anew. */
async function withOutcomes(run, pointers, written, error) {
    if (!(error instanceof base_errors/* BakeError */.oU))
        return error;
    const now = await valuesNow(run, written);
    const holds = (pointer) => isDone(pointer) || now.get(pointer)?.Value === pointer.newValue;
    const count = `${pointers.filter(holds).length} of ${pointers.length}`;
    const lines = pointers.map((pointer) => {
        const { region, name, newValue, before } = pointer;
        const subject = `- ${name} in ${region}`;
        if (holds(pointer))
            return whatBecameOf(published(pointer));
        if (!written.includes(pointer))
            return `${subject} was not changed: ${holding(before)}`;
        if (!now.has(pointer)) {
            return `${subject} may have been changed, it cannot be read: ${shown(before?.Value)} → ${newValue}`;
        }
        return `${subject} was not changed: ${holding(now.get(pointer))}`;
    });
    const message = `${error.message}\n${count} SSM parameters hold the image's ID:\n${lines.join('\n')}`;
    return new base_errors/* BakeError */.oU(message, {
        cause: error.cause,
        ...(error.remedy === undefined ? {} : { remedy: error.remedy }),
    });
}
/** What can be read of them; those that cannot are missing. */
async function valuesNow({ aws, signal }, pointers) {
    const found = await Promise.all(byRegion(pointers).map(async ([region, some]) => {
        const names = some.map(({ name }) => name);
        const how = { signal, ...lastLook };
        const parameters = await readParameters(aws.ssm(region), names, how).catch(() => undefined);
        if (parameters === undefined)
            return [];
        return some.map((pointer) => [pointer, parameters.get(pointer.name)]);
    }));
    return new Map(found.flat());
}
function holding(parameter) {
    return parameter === undefined ? 'it does not exist' : `it holds ${shown(parameter.Value)}`;
}
/** Of whatever was in the parameter, no more than a line can take. */
function shown(value) {
    return typeof value === 'string' ? (0,base_text/* cut */.Jj)((0,base_text/* withoutControls */.DJ)(value), 100) : '(none)';
}

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
    throw new base_errors/* ProblemsError */.FQ(`EC2 refuses to share the ${list.of} as asked`, refused);
}
/** @returns EC2's objection to some of the entities; undefined when they were added */
async function add({ clock, signal }, list, entities) {
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
const share_patienceSeconds = 60;
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
    const { image, shareSnapshots, makePublic } = shares;
    const ec2 = run.aws.ec2(image.region);
    const others = withoutOwner(run, shares);
    const accounts = others.filter(grantees/* isAccount */.UP);
    const wanted = [...others, ...(makePublic ? [permission_list/* everyone */.sz] : [])];
    const before = await share(run, (0,permission_list/* launchPermissions */.ax)(ec2, image.id), wanted);
    warnOfPublic(run, shares, before);
    const snapshots = shareSnapshots ? image.snapshots : [];
    const thrown = await (0,side_by_side/* sideBySide */.Q)(snapshots, snapshotsAtOnce, ({ snapshotId, device }) => share(run, (0,permission_list/* createVolumePermissions */.dq)(ec2, snapshotId, device), accounts));
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
async function share(run, list, wanted) {
    const before = await read(run, list);
    const missing = wanted.filter((entity) => !before.has(entity));
    if (missing.length > 0) {
        run.log.info(`Sharing the ${list.of} with ${describeEntities(missing)}`);
        // Everyone in a call of its own, and last: what is refused for everyone is granted to the others.
        await grant(run, list, missing.filter((entity) => entity !== permission_list/* everyone */.sz));
        if (missing.includes(permission_list/* everyone */.sz))
            await grant(run, list, [permission_list/* everyone */.sz]);
        await share_readBack(run, list, wanted);
    }
    else if (wanted.length > 0) {
        run.log.info(`The ${list.of} is shared with ${describeEntities(wanted)} already`);
    }
    return before;
}
async function share_readBack(run, list, wanted) {
    const { clock, signal } = run;
    const until = clock.now() + share_patienceSeconds * 1000;
    let missing = wanted;
    const areAllShown = async () => {
        const present = await read(run, list);
        missing = wanted.filter((entity) => !present.has(entity));
        return missing.length === 0 || undefined;
    };
    if (await (0,look_until/* lookUntil */.c)(areAllShown, { clock, signal, until, everySeconds: share_lookEverySeconds }))
        return;
    throw new base_errors/* ProblemsError */.FQ(`EC2 accepted to share the ${list.of}, but does not show it ${share_patienceSeconds} seconds later`, missing.map((entity) => `${entity === permission_list/* everyone */.sz ? 'everyone' : entity} has no permission`));
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
    const told = thrown.filter((error) => error instanceof base_errors/* ProblemsError */.FQ);
    if (others.length === 0 || told.length < thrown.length)
        throw first;
    throw new base_errors/* ProblemsError */.FQ('The snapshots could not be shared as asked', told.map((error) => error.message));
}

;// CONCATENATED MODULE: ./lib/distribute/record.js
/** The home image first, then the copies. */
function imagesOf({ image, copies = [] }) {
    return [image, ...copies.map((copy) => copy.image)].filter((each) => each !== undefined);
}

;// CONCATENATED MODULE: ./lib/distribute/distribute.js
/**
 * What is done with an image that is available: copies in other Regions, the settings that every image is to have, whom it
 * is shared with, and what names it. Each step does all Regions, and fails with all that went wrong.
 */












/** Side by side; a Region that fails does not stop the other copies, and the run fails with all that went wrong. */
async function copyToRegions(run, { copyTo }, { accountId, names, claim }) {
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
        accountId,
        devices: image.snapshots.map(({ device }) => device),
        onCopy: (region, id) => {
            knows({ region, id });
            log.info(`Copy in ${region}: ${id}${(0,console/* consoleSuffix */.n)(region, id)}`);
        },
    });
    run.throwIfCancelled();
    for (const result of results) {
        if ('image' in result)
            knows({ region: result.region, id: result.image.id, image: result.image });
    }
    const failures = results.filter((result) => 'error' in result);
    // Where EC2 refused the copy there is none to look for, unless an earlier attempt has made one that does not show yet.
    const isNothing = ({ error }) => error instanceof NothingCreatedError && !(0,base_workflow/* isLaterAttempt */._)(workflow);
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
        .filter(([name]) => !name.startsWith('aws:'))
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
    await forEachImage(run, imagesOf(run.record), settle, 'Not every image could be configured as asked');
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
    const { shareWith, shareSnapshots, makePublic } = wishes;
    const { record } = run;
    const deprecateAt = deprecateAfter && (0,lifecycle/* deprecationTime */.QR)(deprecateAfter, record.startedAt);
    await (0,lifecycle/* settleLifecycle */.sm)(run, { image, deprecateAt, requireImdsv2 });
    if (sharingIsAsked(wishes)) {
        const sharing = await shareImage(run, { image, accountId, shareWith, shareSnapshots, makePublic });
        (0,run_run/* learn */.nB)(run, image.region === run.region ? { sharing } : {});
    }
    await (0,lifecycle/* protect */.yQ)(run, { image, protection });
}
/** In every Region, one parameter after the other. */
async function publish(run, ssmParameters) {
    const { record } = run;
    const others = ({ region, name }) => (record.parameters ?? []).filter((one) => one.region !== region || one.name !== name);
    const knows = (parameter) => (0,run_run/* learn */.nB)(run, { parameters: [...others(parameter), parameter] });
    const parameters = await publishParameters(run, {
        targets: imagesOf(record).map(({ region, id }) => ({ region, imageId: id })),
        parameterNames: ssmParameters,
        onWriting: knows,
        onWritten: knows,
        onRefused: (parameter) => (0,run_run/* learn */.nB)(run, { parameters: others(parameter) }),
    });
    (0,run_run/* learn */.nB)(run, { parameters });
}
/** @returns the error of a run that was cancelled, with what its parameters name by then; any other error has it already */
function withParameters(error, record, parameterNames) {
    const { parameters = [] } = record;
    if (!(error instanceof base_errors/* CancelledError */.cc) || parameters.length === 0)
        return error;
    const lines = imagesOf(record).flatMap(({ region }) => parameterNames.map((name) => {
        const parameter = parameters.find((one) => one.region === region && one.name === name);
        return parameter === undefined ? `- ${name} in ${region} was not changed` : whatBecameOf(parameter);
    }));
    return new base_errors/* CancelledError */.cc([error.message, 'What has become of the SSM parameters:', ...lines].join('\n'), {
        remedy: 'The images are kept, since parameters name them. Re-run the job: it resumes them, and writes the parameters that are left.',
    });
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
        return `${region}: ${(0,base_errors/* messageWithRemedy */.ug)(await explain(error, run.aws.sts(), run.signal))}`;
    });
    const told = await Promise.all(problems);
    run.signal.throwIfAborted();
    const cause = new AggregateError(failures.map(({ error }) => error));
    throw new base_errors/* ProblemsError */.FQ(summary, told, { cause });
}

;// CONCATENATED MODULE: ./lib/image/previous.js
/** The image that a roll-back would go back to. */




/**
 * The newest ready image of the family: ours, available, by creation date.
 * @returns undefined when there is none, or when it could not be looked up for a passing reason
 * @throws BakeError when the look-up is not allowed
 */
async function findPrevious({ aws, signal, region, log }, { accountId, family, before }) {
    const request = { Filters: [{ Name: `tag:${own_tags/* familyTag */.jM}`, Values: [escaped(family)] }] };
    const images = await (0,describe/* describeImages */.Sx)(aws.ec2(region), request, { signal }).catch((error) => {
        signal.throwIfAborted();
        const kind = (0,errors/* errorKind */.f8)(error);
        const failure = (0,aws_failure/* awsFailure */.MT)('ec2:DescribeImages', `look for the previous image of family ${family}`, error);
        if (kind === 'credentials' || kind === 'permission')
            throw failure;
        log.info(`The previous image of the family is not known (${(0,errors/* describeAwsError */.Pp)(error)})`);
        return [];
    });
    const candidates = images.filter((image) => image.OwnerId === accountId &&
        image.ImageId !== before?.ImageId &&
        (before === undefined || (image.CreationDate ?? '') < (before.CreationDate ?? '')) &&
        image.State === 'available' &&
        (0,own_tags/* bakeStateOf */.iy)(image) === 'ready' &&
        (0,own_tags/* tagOf */.cO)(image, own_tags/* familyTag */.jM) === family);
    const newest = candidates
        .toSorted((a, b) => (a.CreationDate ?? '').localeCompare(b.CreationDate ?? ''))
        .at(-1);
    if (newest?.ImageId === undefined)
        return undefined;
    const commit = (0,own_tags/* tagOf */.cO)(newest, own_tags/* commitTag */.m);
    return {
        id: newest.ImageId,
        name: newest.Name ?? '',
        commit: commit !== undefined && /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(commit) ? commit : undefined,
    };
}
/** `*` and `?` are wildcards in the values of filters; a backslash takes that from them, and from itself. */
function escaped(text) {
    return text.replaceAll(/[\\*?]/g, String.raw `\$&`);
}

// EXTERNAL MODULE: ./lib/naming/names.js + 7 modules
var naming_names = __webpack_require__(7237);
;// CONCATENATED MODULE: ./lib/preflight/finding.js
/** What a check of the preflight reports. */


const error = (message) => ({ severity: 'error', message });
const warning = (message) => ({ severity: 'warning', message });
const note = (message) => ({ severity: 'note', message });
/** How patient a check is: without its answer the bake goes on, with a word about it. */
const checkPatience = { patienceSeconds: 3, attemptSeconds: 3 };
/**
 * For a check whose look-up failed: the check is left out, and what it would have found shows later.
 * @param what the check looks for, e.g. `whether the KMS keys of the volumes can be shared`
 * @throws BakeError when the credentials were refused, for then nothing else can work either
 */
function unchecked(action, what, thrown) {
    const kind = (0,errors/* errorKind */.f8)(thrown);
    if (kind === 'credentials')
        throw (0,aws_failure/* awsFailure */.MT)(action, `check ${what}`, thrown);
    if (kind === 'permission')
        return warning(`Could not check ${what}: the role lacks the permission ${action}.`);
    return note(`Could not check ${what} (${action}: ${(0,errors/* describeAwsError */.Pp)(thrown)}).`);
}

;// CONCATENATED MODULE: ./lib/preflight/account.js
/** Checks of whose account this is, and of the credentials. */


const allowedAccount = (_run, { instance, allowedAccountIds }) => {
    if (allowedAccountIds.length === 0 || allowedAccountIds.includes(instance.accountId))
        return [];
    return [
        error(`The credentials are of account ${instance.accountId}, and \`allowed-account-ids\` names only ${allowedAccountIds.join(', ')}. Check which role the job assumes.`),
    ];
};
const credentialsLastLongEnough = ({ deadline }, { credentialsExpireAt }) => {
    if (credentialsExpireAt === undefined || credentialsExpireAt.getTime() >= deadline)
        return [];
    const early = (0,units/* duration */.p)(deadline - credentialsExpireAt.getTime());
    return [
        warning(`The credentials expire at ${credentialsExpireAt.toISOString()}, ${early} before \`timeout-minutes\` is over. A bake that takes that long fails then: ask for a longer session, or let the action renew its own with \`role-to-assume\`.`),
    ];
};

// EXTERNAL MODULE: ./lib/base/closest.js
var closest = __webpack_require__(4934);
// EXTERNAL MODULE: ./lib/source/instance.js
var source_instance = __webpack_require__(1554);
;// CONCATENATED MODULE: ./lib/preflight/copies.js
/** Can the image be copied as asked? Found out before the home image is made, which the copies wait for. */










/** The Regions are there and enabled, and in those the name is free. */
const copiesArePossible = async (run, subject) => {
    const regions = subject.copyTo.map(({ region }) => region);
    if (regions.length === 0)
        return [];
    const { findings, usable } = await regionsOf(run, subject, regions);
    const ofNames = await Promise.all(usable.map((region) => nameIsFreeIn(run, subject, region)));
    return [...findings, ...ofNames.flat()];
};
/**
 * Without a key, a copy of what is encrypted is encrypted with the default key of its Region (EC2 user guide, "Encryption
 * and copying"), which is the AWS managed key unless the account has chosen another.
 */
const copiesCanBeShared = (_run, { copyTo, shareWith, instance, excludeDevices }) => {
    if (shareWith.every((grantee) => grantee === instance.accountId))
        return [];
    const encrypted = (0,source_instance/* capturedVolumes */.A)(instance, excludeDevices).some((volume) => volume.encrypted);
    const without = copyTo.filter(({ kmsKeyId }) => kmsKeyId === undefined).map(({ region }) => region);
    const notes = copyTo
        .filter(({ kmsKeyId }) => kmsKeyId !== undefined)
        .map(({ region, kmsKeyId }) => note(`The copy in ${region} is encrypted with ${kmsKeyId}: the accounts that it is shared with need that key too (kms:DescribeKey, kms:CreateGrant, kms:Decrypt, kms:ReEncrypt*, kms:GenerateDataKey* in its key policy).`));
    if (!encrypted || without.length === 0)
        return notes;
    return [
        ...notes,
        warning(`copy-to: the image is encrypted, and for ${without.join(', ')} no key is given: a copy there is encrypted with the Region's default key for EBS. Unless somebody has changed it, that is the AWS managed key aws/ebs, and the copy cannot be shared (\`share-with\`). Give a customer managed key of the Region: \`REGION KMS-KEY\`.`),
    ];
};
/** @returns what is wrong with the Regions, and those that can be asked for their images */
async function regionsOf({ aws, region: home, signal }, { instance }, regions) {
    try {
        // Not by their names: one that EC2 does not know makes it refuse the whole call.
        const command = new ec2/* DescribeRegionsCommand */.cA({ AllRegions: true });
        const { Regions } = await aws.ec2(home).send(command, { signal, ...checkPatience });
        const known = new Map((Regions ?? []).map(({ RegionName, OptInStatus }) => [RegionName ?? '', OptInStatus]));
        const isEnabled = (region) => known.has(region) && known.get(region) !== 'not-opted-in';
        const findings = regions
            .filter((region) => !isEnabled(region))
            .map((region) => error(known.has(region) ? notEnabled(region, instance.accountId) : unknown(region, known)));
        return { findings, usable: regions.filter(isEnabled) };
    }
    catch (thrown) {
        signal.throwIfAborted();
        const what = 'whether the Regions of `copy-to` exist and are enabled';
        return { findings: [unchecked('ec2:DescribeRegions', what, thrown)], usable: regions };
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
/** A copy of this bake that an earlier attempt made is no obstacle: it is taken up, or put out of the way. */
async function nameIsFreeIn({ aws, signal }, { names, instance }, region) {
    try {
        const how = { signal, ...checkPatience };
        const images = await (0,describe/* imagesOfName */.zD)(aws.ec2(region), names.name, how);
        const holder = images.find((image) => isOurs(image, instance.accountId));
        if (holder === undefined || (0,own_tags/* carriesKey */.tX)(holder, names.key))
            return [];
        const { ImageId, State, CreationDate } = holder;
        return [
            error(`Input \`copy-to\`: the AMI name "${names.name}" is taken in ${region} by ${ImageId} (${State}, created ${CreationDate ?? 'at an unknown time'}). ${anotherName}, or remove that image.`),
        ];
    }
    catch (thrown) {
        signal.throwIfAborted();
        return [cannotLook(region, thrown)];
    }
}
/** Without looks at its images no copy can be followed, so a clear no in that Region is an error. */
function cannotLook(region, thrown) {
    const kind = (0,errors/* errorKind */.f8)(thrown);
    if (kind === 'credentials') {
        // With credentials that are good in the home Region.
        return error(`Input \`copy-to\`: ${region} does not accept the credentials (${(0,errors/* describeAwsError */.Pp)(thrown)}). Check that the Region is enabled in the account, and that no policy keeps the role from using it.`);
    }
    if (kind !== 'permission') {
        return unchecked('ec2:DescribeImages', `whether the name is free in ${region}`, thrown);
    }
    const { message, remedy } = (0,aws_failure/* awsFailure */.MT)('ec2:DescribeImages', `look for images in ${region}`, thrown);
    return error(`Input \`copy-to\`: ${message} ${remedy ?? ''} Policies that allow some Regions only must allow ${region}.`);
}

// EXTERNAL MODULE: ./lib/source/inspect.js
var inspect = __webpack_require__(4821);
;// CONCATENATED MODULE: ./lib/image/make/create.js
/**
 * Creates the image: exactly one, whatever becomes of the answers.
 *
 * CreateImage has no client token. A request whose answer is lost may have worked, and sending it blindly again
 * would make a second image or be refused as a duplicate with the ID lost. So an unclear outcome is settled by
 * looking for the bake's key among our own images, and the same request goes out again only when nothing shows:
 * the name, unique in EC2, guards against a second image.
 */










/** Limit for one CreateImage, in seconds: it starts the work and does not wait for it. */
const create_attemptSeconds = 30;
/** How long an unclear outcome is looked after before the request goes out again. */
const settleSeconds = 10;
/** An image that has been visible for so long shows its tags, if it has any. */
const tagPatienceSeconds = 60;
/** The clocks of the runner and of EC2 may differ by this much: what is older is not of this bake. */
const clockSlackSeconds = 900;
const create_lookEverySeconds = 2;
/** How long unclear outcomes (5xx, dead connections) are met with another request, from the first one. */
const unclearPatienceSeconds = 600;
/** @throws NothingCreatedError when EC2 refuses; BakeError when no image came of it, or none that can be found */
async function createImage(run, creation) {
    const { clock, signal, deadline, random, log } = run;
    const start = clock.now();
    let perhapsCreated = false;
    for (let sent = 1;; sent += 1) {
        const sentAt = clock.now();
        const answer = await create_sendOnce(run, creation);
        if (answer.imageId !== undefined)
            return { imageId: answer.imageId, earlier: undefined, sentAt, inDoubt: perhapsCreated };
        const { error } = answer;
        const { code } = (0,errors/* awsErrorFacts */.ZR)(error);
        const failed = () => {
            const failure = (0,aws_failure/* awsFailure */.MT)('ec2:CreateImage', `create an image of ${creation.instance.id}`, error);
            return perhapsCreated ? failure : nothingCreated(failure);
        };
        if (code === 'InvalidAMIName.Duplicate') {
            return { ...(await create_settleDuplicate(run, creation, error, perhapsCreated)), sentAt, inDoubt: true };
        }
        if ((0,errors/* errorKind */.f8)(error) === 'unclear') {
            perhapsCreated = true;
            log.info(`The answer to CreateImage was lost (${(0,errors/* describeAwsError */.Pp)(error)}); looking for the image by its tags.`);
            const found = await lookForOwn(run, creation, settleSeconds);
            if (found !== undefined)
                return { ...found, sentAt, inDoubt: true };
            if (clock.now() - start > unclearPatienceSeconds * 1000)
                throw failed();
            log.info('No image shows; sending the request again. Its name guards against a second image.');
        }
        else if (await isPassingRefusal(run, creation, error, failed)) {
            const delay = busyMilliseconds(error, sent, random());
            if (clock.now() + delay > deadline)
                throw failed();
            log.info(`EC2 is busy (${(0,errors/* describeAwsError */.Pp)(error)}); trying again in ${Math.ceil(delay / 1000)} s.`);
            await clock.sleep(delay, signal);
        }
        else {
            throw failed();
        }
        if (clock.now() >= deadline)
            throw failed();
    }
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
async function create_sendOnce({ aws, region, signal, throwIfCancelled }, creation) {
    throwIfCancelled();
    try {
        const how = { signal, patienceSeconds: 0, attemptSeconds: create_attemptSeconds };
        const command = new ec2/* CreateImageCommand */.T6(createImageRequest(creation));
        return { imageId: imageIdIn(await aws.ec2(region).send(command, how), 'CreateImage') };
    }
    catch (error) {
        signal.throwIfAborted();
        return { imageId: undefined, error };
    }
}
/**
 * EC2 refused for the moment. A wrong instance state counts only while it passes by itself.
 * @throws what `failed` makes, when the state of the instance cannot be looked up
 */
async function isPassingRefusal({ aws, region, signal }, { instance }, error, failed) {
    const { code, message } = (0,errors/* awsErrorFacts */.ZR)(error);
    // CreateImage says it with InvalidParameterValue and "Instance is not in state 'running' or …".
    if (code === 'IncorrectInstanceState' || /\bnot in state\b/.test(message)) {
        const state = await (0,inspect/* instanceState */.zc)(aws.ec2(region), instance.id, signal).catch(() => {
            signal.throwIfAborted();
            throw failed();
        });
        return (0,inspect/* isPassingState */.B2)(state);
    }
    const kind = (0,errors/* errorKind */.f8)(error);
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
    return (0,look_until/* lookUntil */.c)(find, { clock, signal, until, everySeconds: create_lookEverySeconds });
}
/**
 * Made by this process: its state is what CreateImage has set. What was taken over from an earlier attempt may be another
 * process's to remove, or finished.
 */
function isOwn(image, { claim }) {
    return (0,own_tags/* claimOf */._B)(image) === claim && ['baking', 'unverified'].includes((0,own_tags/* bakeStateOf */.iy)(image) ?? '');
}
function isEarlier(image, creation) {
    return (0,own_tags/* bakeStateOf */.iy)(image) === 'baking' && (0,ownership/* isOfEarlierAttempt */.HD)(image, creation);
}
/** Of this key and name. */
async function imagesOfThisBake({ aws, region, signal }, { instance, names }) {
    const how = { signal, patienceSeconds: 0 };
    const look = () => (0,describe/* imagesOfKey */.pq)(aws.ec2(region), names.key, how);
    const images = (await tolerantly(look, signal, findingOut)) ?? [];
    return images.filter((image) => image.OwnerId === instance.accountId && image.Name === names.name);
}
async function create_settleDuplicate(run, creation, error, perhapsCreated) {
    const { clock, deadline, log, region } = run;
    log.info(`EC2 says the name is taken (${(0,errors/* describeAwsError */.Pp)(error)}); checking whether by this bake.`);
    const start = clock.now();
    const settled = await settleNameTaken(run, {
        region,
        name: creation.names.name,
        error,
        until: Math.min(deadline, start + duplicateSeconds * 1000),
        everySeconds: create_lookEverySeconds,
        own: async () => (await lookForOwn(run, creation, 0)) ?? (await create_lookForEarlier(run, creation)),
        mayBeOwn: (holder, seen) => mayBeOwn(creation, holder, clock.now(), seen),
        doing: findingOut,
    });
    if (settled.own !== undefined)
        return settled.own;
    const failure = taken(creation, settled.holder, error);
    throw perhapsCreated ? failure : nothingCreated(failure);
}
/** An image of an earlier attempt that did not show before. */
async function create_lookForEarlier(run, creation) {
    const images = await imagesOfThisBake(run, creation);
    const earlier = images.find((image) => isEarlier(image, creation));
    return earlier?.ImageId === undefined ? undefined : { imageId: earlier.ImageId, earlier };
}
/**
 * The look-up by key has not found it. Without any key it may still be of this bake: tags of a new image may show later
 * than the image itself, and a moment after that look. Its age is by EC2's clock, which that of the runner need not agree with.
 */
function mayBeOwn(creation, holder, now, seenMilliseconds) {
    const key = (0,own_tags/* keyOf */.TN)(holder);
    if (key !== undefined)
        return key === creation.names.key && (isOwn(holder, creation) || isEarlier(holder, creation));
    const age = now - Date.parse(holder.CreationDate ?? '');
    return age <= clockSlackSeconds * 1000 && seenMilliseconds <= tagPatienceSeconds * 1000;
}
function taken({ names, instance }, holder, cause) {
    if (holder?.ImageId === undefined)
        return nameTaken(names.name, instance.region, '', cause);
    const maker = (0,own_tags/* tagOf */.cO)(holder, own_tags/* runTag */.eZ);
    const by = maker === undefined ? '' : `, made by ${maker}`;
    const words = ` by ${holder.ImageId} (${holder.CreationDate ?? 'no date'}${by})`;
    return nameTaken(names.name, instance.region, words, cause);
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
    if ((0,errors/* errorKind */.f8)(error) === 'throttled')
        return (0,patient_client/* throttleMilliseconds */.FF)(sent, random);
    const pace = paceSeconds[(0,errors/* awsErrorFacts */.ZR)(error).code];
    return pace === undefined ? (0,patient_client/* retryMilliseconds */.TK)(1, sent, random) : pace * (1 + random / 5) * 1000;
}

;// CONCATENATED MODULE: ./lib/preflight/dry-run.js
/** Would CreateImage be allowed? EC2 says so itself, with tags and all, when it is asked with DryRun. */







/** Codes that another check tells with more of the story. */
const toldElsewhere = new Set(['IncorrectInstanceState', 'InvalidAMIName.Duplicate']);
const createImageIsAllowed = async ({ aws, region, signal }, subject) => {
    const { instance } = subject;
    // Another check tells of the state, and EC2 would do so in place of the permissions.
    if (instance.state !== 'running' && instance.state !== 'stopped')
        return [];
    try {
        const command = new ec2/* CreateImageCommand */.T6({ ...createImageRequest(subject), DryRun: true });
        await aws.ec2(region).send(command, { signal, ...checkPatience });
        return [];
    }
    catch (thrown) {
        signal.throwIfAborted();
        const { code, message } = (0,errors/* awsErrorFacts */.ZR)(thrown);
        // "If you have the required permissions, the error response is DryRunOperation" (EC2 API Reference).
        if (code === 'DryRunOperation' || toldElsewhere.has(code) || /\bnot in state\b/.test(message))
            return [];
        const kind = (0,errors/* errorKind */.f8)(thrown);
        const doing = `create an image of ${instance.id} (asked with DryRun)`;
        const failure = await explain((0,aws_failure/* awsFailure */.MT)('ec2:CreateImage', doing, thrown), aws.sts(), signal);
        if (kind === 'credentials')
            throw failure;
        if ((0,errors/* isPassing */.WG)(kind))
            return [
                note(`Could not ask EC2 beforehand whether CreateImage is allowed (${(0,errors/* describeAwsError */.Pp)(thrown)}).`),
            ];
        return [error((0,base_errors/* messageWithRemedy */.ug)(failure))];
    }
};

;// CONCATENATED MODULE: ./lib/preflight/instance.js
/** Checks of the instance itself. */



const instanceState = (_run, { instance }) => {
    if (instance.state === 'running' || instance.state === 'stopped')
        return [];
    return [
        error(`Instance ${instance.id} is ${instance.state}. EC2 images instances that are running or stopped; pass another one as \`instance-id\`.`),
    ];
};
/** CreateImage: "creates an Amazon EBS-backed AMI from an Amazon EBS-backed instance". */
const rootDevice = (_run, { instance }) => {
    if (instance.rootDeviceType === 'ebs')
        return [];
    return [
        error(`The root device of ${instance.id} is an instance store volume. CreateImage works on EBS-backed instances only: launch the instance from an EBS-backed AMI.`),
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
            unchecked('ec2:DescribeInstanceTypes', 'whether the instance has instance store volumes', thrown),
        ];
    }
};
async function storageOfType({ aws, region, signal }, instance) {
    const type = instance.type;
    const command = new ec2/* DescribeInstanceTypesCommand */.hk({ InstanceTypes: [type] });
    const { InstanceTypes } = await aws.ec2(region).send(command, { signal, ...checkPatience });
    return InstanceTypes?.find(({ InstanceType }) => InstanceType === type)?.InstanceStorageInfo;
}
function sizeOf({ TotalSizeInGB, Disks }) {
    const disks = (Disks ?? []).reduce((sum, disk) => sum + (disk.Count ?? 1), 0);
    const size = TotalSizeInGB === undefined ? 'its disks' : `${TotalSizeInGB} GB`;
    return disks > 1 ? `${size} on ${disks} disks` : size;
}
function notCaptured(instance, what) {
    return warning(`Instance ${instance.id} (${instance.type}) has instance store volumes (${what}): their data is not captured in the image. Keep what must be in it on an EBS volume.`);
}
const excludedDevices = (_run, { instance, excludeDevices }) => {
    const devices = [...instance.volumes.map((volume) => volume.device), ...instance.instanceStoreDevices];
    const present = instance.volumes
        .map(({ device, sizeGiB }) => `${device} (${(0,units/* gibibytes */.I)(sizeGiB)})`)
        .join(', ');
    return excludeDevices.flatMap((device) => {
        if (device === instance.rootDeviceName) {
            return [
                error(`Input \`exclude-devices\`: ${device} is the root device of ${instance.id}, which an image cannot do without.`),
            ];
        }
        if (devices.includes(device))
            return [];
        return [
            error(`Input \`exclude-devices\`: ${instance.id} has no volume at ${device}. It has ${present || 'none at all'}.`),
        ];
    });
};
/** EC2 reboots a running instance so that its file systems are consistent, unless it is told not to. */
const crashConsistency = (_run, { instance, noReboot }) => {
    if (!noReboot || instance.state !== 'running')
        return [];
    return [
        warning('no-reboot: the instance keeps running while its volumes are captured. What is in memory and not yet on disk is missing from the image, and file systems may need a repair at first boot.'),
    ];
};

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
        return [error(`Input \`deprecate-after\`: ${date} is past. EC2 deprecates images at a time to come.`)];
    }
    // An image that is reused is older than this bake.
    const createdAt = namesake === undefined ? now : Date.parse(namesake.CreationDate ?? '') || now;
    const latest = (0,lifecycle/* latestDeprecation */.aW)({ now, createdAt, isPublic: makePublic });
    if (at > latest) {
        const limit = makePublic
            ? '2 years after their creation at the latest for public images'
            : '10 years ahead at most';
        return [
            error(`Input \`deprecate-after\`: ${date} is too far away. EC2 takes ${limit}, which is ${new Date(latest).toISOString()}.`),
        ];
    }
    if (at >= deadline)
        return [];
    return [
        warning(`deprecate-after: ${date} is before \`timeout-minutes\` is over. If it is past when the image is available, EC2 refuses it and the bake fails: give a later time.`),
    ];
};
/** "If you set the value to v2.0 … you can't undo it" (EC2 API Reference, ModifyImageAttribute, ImdsSupport). */
const imdsv2IsForGood = (_run, { requireImdsv2 }) => {
    if (!requireImdsv2)
        return [];
    return [
        warning('require-imdsv2: EC2 cannot undo this. Software on the instances of this image that knows only IMDSv1 gets no metadata and no credentials, unless a launch says otherwise.'),
    ];
};
/** "enforces deregistration protection for 24 hours after deregistration protection is disabled" (WithCooldown). */
const cooldownKeepsImages = (_run, { deregistrationProtection }) => {
    if (deregistrationProtection !== 'with-cooldown')
        return [];
    return [
        note('deregistration-protection: with a cooldown, an image cannot be removed for 24 hours after the protection was switched off; nor can that of a bake which fails in its last steps, when it is protected already.'),
    ];
};
/** Systems Manager has no dry run; but what is in the way of writing shows when the parameters are read. */
const parametersCanHoldImages = async (run, { names, instance, copyTo }) => {
    if (names.ssmParameters.length === 0)
        return [];
    const regions = [instance.region, ...copyTo.map(({ region }) => region)];
    const findings = await Promise.all(regions.map((region) => parametersOf(run, region, names)));
    return findings.flat();
};
async function parametersOf({ aws, signal }, region, names) {
    try {
        const how = { signal, ...checkPatience };
        const parameters = await readParameters(aws.ssm(region), names.ssmParameters, how);
        return [...parameters.values()].flatMap((parameter) => {
            const problem = unsuitable(region, parameter);
            return problem === undefined ? [] : [error(problem)];
        });
    }
    catch (thrown) {
        signal.throwIfAborted();
        const what = `the SSM parameters in ${region}`;
        if ((0,errors/* errorKind */.f8)(thrown) !== 'permission')
            return [unchecked('ssm:GetParameters', what, thrown)];
        // They are read before they are written, too.
        const { message, remedy } = (0,aws_failure/* awsFailure */.MT)('ssm:GetParameters', `read ${what}`, thrown);
        return [error([message, remedy].join(' '))];
    }
}

// EXTERNAL MODULE: ./lib/aws/cli.js
var cli = __webpack_require__(5799);
;// CONCATENATED MODULE: ./lib/preflight/name.js
/** Is the name free? AMI names are unique in an account and Region, and cannot be changed. */




const nameIsFree = (_run, { namesake, names, instance }) => {
    if (namesake === undefined)
        return [];
    const { ImageId = '', State, CreationDate } = namesake;
    if (!isUsable(namesake)) {
        return [
            error(`The AMI name "${names.name}" is taken in ${instance.region} by ${ImageId}, which is ${State} and of no use. ${anotherName}, or deregister that image: ${(0,cli/* removeImageCommand */.re)(instance.region, ImageId)}`),
        ];
    }
    return [
        error(`The AMI name "${names.name}" is taken in ${instance.region} by ${ImageId} (${State}, created ${CreationDate ?? 'at an unknown time'}). ${anotherName}, or use that image with \`if-exists: reuse\`.`),
    ];
};

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
/** Can the image be shared as asked? Found out before twenty minutes are spent on making it. */




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
const sharingReachesAll = (_run, { shareWith, shareSnapshots }) => sharingWarnings(shareWith, shareSnapshots).map(warning);
async function keyCanBeShared(run, subject, key, volumes) {
    if (key === '')
        return [];
    try {
        if ((await managerOf(run, key)) === 'CUSTOMER') {
            return [
                note(`The image of ${volumes} is encrypted with the customer managed key ${key}: the accounts that it is shared with need that key too (kms:DescribeKey, kms:CreateGrant, kms:Decrypt, kms:ReEncrypt*, kms:GenerateDataKey* in its key policy).`),
            ];
        }
        return [error(notShareable(subject, key, volumes))];
    }
    catch (thrown) {
        run.signal.throwIfAborted();
        const what = `whether the key of ${volumes} can be shared (an AWS managed key cannot)`;
        return [asWarning(unchecked('kms:DescribeKey', what, thrown))];
    }
}
async function managerOf({ aws, region, signal }, KeyId) {
    const { DescribeKeyCommand } = await __webpack_require__.e(/* import() */ 155).then(__webpack_require__.bind(__webpack_require__, 5155));
    const { KeyMetadata } = await aws
        .kms(region)
        .send(new DescribeKeyCommand({ KeyId }), { signal, ...checkPatience });
    return KeyMetadata?.KeyManager === 'AWS' ? 'AWS' : 'CUSTOMER';
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
const publicIsPossible = async (run, { makePublic, instance, excludeDevices, copyTo }) => {
    if (!makePublic)
        return [];
    const encrypted = (0,source_instance/* capturedVolumes */.A)(instance, excludeDevices).filter((volume) => volume.encrypted);
    const findings = encrypted.map((volume) => error(`Input \`public\`: ${volume.device} (${volume.volumeId}) is encrypted, and EC2 cannot make an image with encrypted snapshots public. Bake from an instance without encrypted volumes, or share with accounts instead (\`share-with\`).`));
    const regions = [instance.region, ...copyTo.map(({ region }) => region)];
    const access = await Promise.all(regions.map((region) => publicAccessIsAllowed(run, instance, region)));
    return [...findings, ...access.flat()];
};
async function publicAccessIsAllowed({ aws, signal }, instance, region) {
    try {
        const command = new ec2/* GetImageBlockPublicAccessStateCommand */.QR({});
        const state = await aws.ec2(region).send(command, { signal, ...checkPatience });
        if (state.ImageBlockPublicAccessState !== 'block-new-sharing')
            return [];
        return [
            error(`Input \`public\`: block public access for AMIs is on in ${region} of account ${instance.accountId}. Whoever administers the account can switch it off (aws ec2 disable-image-block-public-access --region ${region}).`),
        ];
    }
    catch (thrown) {
        signal.throwIfAborted();
        return [
            unchecked('ec2:GetImageBlockPublicAccessState', 'whether block public access for AMIs is on', thrown),
        ];
    }
}
function volumesOf(volumes, key) {
    return volumes
        .filter((volume) => (volume.kmsKeyId ?? '') === key)
        .map(({ device, volumeId }) => `${device} (${volumeId})`)
        .join(', ');
}
function asWarning(finding) {
    return finding.severity === 'note' ? warning(finding.message) : finding;
}

;// CONCATENATED MODULE: ./lib/preflight/preflight.js







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
    credentialsLastLongEnough,
];
/** Of the instance and the name: only where an image is about to be created. */
const checksOfNewImage = [
    instanceState,
    rootDevice,
    instanceStore,
    excludedDevices,
    crashConsistency,
    nameIsFree,
    createImageIsAllowed,
];
/**
 * @param found whether there is an image already, to be taken up or reused
 * @returns every finding, errors first
 * @throws what says that no call can work, such as refused credentials
 */
async function preflight(run, subject, found) {
    const checks = found ? checksOfEveryImage : [...checksOfNewImage, ...checksOfEveryImage];
    const findings = await Promise.all(checks.map(async (check) => check(run, subject)));
    const order = { error: 0, warning: 1, note: 2 };
    return findings.flat().sort((a, b) => order[a.severity] - order[b.severity]);
}

// EXTERNAL MODULE: ./lib/bake/clean-up.js
var clean_up = __webpack_require__(1308);
;// CONCATENATED MODULE: ./lib/image/ready.js
/** Marks an image as finished: the last change that a bake makes to it. */







const ready = 'ready';
/** EC2's developer guide speaks of minutes until a change shows (eventual consistency). */
const ready_patienceSeconds = 300;
const ready_lookEverySeconds = 2;
/**
 * The image and its snapshots become `ready` in one call, which EC2 does wholly or not at all. From then on no later
 * attempt resumes the image and no clean-up removes it.
 */
async function markReady({ aws, signal }, image) {
    const Resources = [image.id, ...image.snapshots.map((snapshot) => snapshot.snapshotId)];
    const command = new ec2/* CreateTagsCommand */.Rm({ Resources, Tags: [{ Key: own_tags/* stateTag */.aJ, Value: ready }] });
    try {
        await aws.ec2(image.region).send(command, { signal, newObject: true });
    }
    catch (error) {
        signal.throwIfAborted();
        throw (0,aws_failure/* awsFailure */.MT)('ec2:CreateTags', `mark image ${image.id} as ready`, error);
    }
}
/**
 * Reads back that the image is ready and still this process's own. Only then it may be handed out: see `ownership.ts`.
 * @throws SupersededError when another process has taken it over; BakeError when EC2 does not show the mark
 */
async function confirmReady(run, { id, region }, own) {
    const { aws, clock, signal } = run;
    const isConfirmed = async () => {
        const image = await (0,describe/* describeImage */.hu)(aws.ec2(region), id, { signal, newObject: true }).catch((error) => {
            signal.throwIfAborted();
            throw (0,aws_failure/* awsFailure */.MT)('ec2:DescribeImages', `see whether image ${id} is ready`, error);
        });
        if (image === undefined)
            return undefined;
        (0,image_claim/* throwIfSuperseded */.yQ)(run, image, own);
        return ((0,own_tags/* bakeStateOf */.iy)(image) === ready && (0,own_tags/* claimOf */._B)(image) === own.claim) || undefined;
    };
    const until = clock.now() + ready_patienceSeconds * 1000;
    if (await (0,look_until/* lookUntil */.c)(isConfirmed, { clock, signal, until, everySeconds: ready_lookEverySeconds }))
        return;
    throw new base_errors/* BakeError */.oU(`EC2 accepted that image ${id} is ready, but does not show it ${ready_patienceSeconds} seconds later.`, {
        remedy: 'Somebody or something may have changed its tags; CloudTrail shows who called CreateTags. Run the job again.',
    });
}

// EXTERNAL MODULE: ./lib/distribute/clean-up.js
var distribute_clean_up = __webpack_require__(4214);
;// CONCATENATED MODULE: ./lib/bake/leftovers.js

/** Images of this bake that an earlier attempt made and that cannot be resumed. */
async function removeLeftovers(run, names, leftovers) {
    for (const { ImageId = '', State = 'unknown' } of leftovers) {
        const report = await (0,distribute_clean_up/* removeLeftover */.MG)(run, {
            onFailure: run.inputs.onFailure,
            region: run.region,
            key: names.key,
            claim: run.record.claim,
            imageId: ImageId,
            state: State,
        });
        (0,distribute_clean_up/* warnOfRemnants */.Cw)(run.log, report);
    }
}

;// CONCATENATED MODULE: ./lib/bake/finish.js
/** The last step of a bake: what earlier attempts left goes, and the images become ready. */







/** All images become ready, the home image last: that it is ready is the point of no return. */
async function finish(run, names, obtained) {
    const { record, region } = run;
    const isHome = (image) => image.region === region;
    const images = imagesOf(record);
    if (obtained.mayHaveOthers)
        await removeOthers(run, names);
    const copies = images.filter((image) => !isHome(image));
    const mark = (image) => markOne(run, image);
    await forEachImage(run, copies, mark, 'Not every copy could be marked as ready');
    const home = images.find(isHome);
    if (home === undefined || !finish_isOwn(obtained))
        return;
    await mark(home);
    // Others may have seen that it is ready, and use it: from now on it is nobody's to remove, whatever happens.
    (0,run_run/* learn */.nB)(run, { unfinished: false });
    await confirmReady(run, home, { claim: record.claim, before: record.claimsBefore });
}
async function markOne(run, image) {
    await markReady(run, image);
    const done = { ...image, tags: readied(image.tags), snapshotTags: readied(image.snapshotTags) };
    const copies = run.record.copies?.map((copy) => copy.region === image.region ? { ...copy, image: done } : copy);
    (0,run_run/* learn */.nB)(run, image.region === run.region ? { image: done } : { copies: copies ?? [] });
    run.log.info(`${image.id} in ${image.region} is marked as ready`);
}
function readied(tags = {}) {
    return { ...tags, [own_tags/* stateTag */.aJ]: 'ready' };
}
/** Images of this bake that earlier attempts left, beside the one that is about to be ready. */
async function removeOthers(run, names) {
    const { record } = run;
    const accountId = record.instance?.accountId ?? '';
    const others = await findOthers(run, { names, accountId, claim: record.claim }, record.image?.id ?? '');
    await removeLeftovers(run, names, others);
}
/** An image that was there before, or that an earlier attempt has handed out, is not this process's to mark. */
function finish_isOwn({ from }) {
    return from === 'created' || from === 'resumed';
}

;// CONCATENATED MODULE: ./lib/bake/obtain.js
/** How a bake comes by its image: it resumes what an earlier attempt left, reuses one that is there, or creates it. */














/** How long a claim may take to show (eventual consistency). */
const obtain_claimSeconds = 300;
/**
 * @param image of this bake's key, which an earlier attempt did not finish
 * @returns undefined when another process was faster
 */
async function resume(run, names, image) {
    const { log, clock, record } = run;
    const before = (0,own_tags/* claimOf */._B)(image);
    // From the claim on, the image is this process's own.
    (0,run_run/* learn */.nB)(run, {
        unfinished: true,
        claimsBefore: [...record.claimsBefore, ...(before === undefined ? [] : [before])],
    });
    const [taken] = await claim(run, names, image);
    if (taken === undefined || (0,own_tags/* bakeStateOf */.iy)(taken) !== 'baking')
        return passedOver(run, names, image, taken);
    // The earlier attempt may have begun to copy, and to publish.
    (0,run_run/* learn */.nB)(run, { names: { ...names, name: image.Name ?? names.name }, ...possibleCopies(run) });
    const held = await parametersHolding(run, names, image.ImageId ?? '');
    (0,run_run/* learn */.nB)(run, held.length > 0 ? { parameters: held } : {});
    obtained(run, image, { created: true, resumed: true });
    const was = `${image.ImageId} "${image.Name}", created ${image.CreationDate ?? 'at an unknown time'}, is ${image.State}`;
    log.notice(`Resuming the image that ${attemptOfImage(image)} of this workflow run created: ${was}.`, 'Bake resumed');
    const keyAlone = [{ Key: own_tags/* keyTag */.QR, Value: names.key }];
    return {
        ...known(image, clock),
        from: 'resumed',
        mayHaveOthers: true,
        imageTags: keyAlone,
        snapshotTags: keyAlone,
    };
}
/**
 * Another process was faster: it has taken the image over, has just finished it, or had begun to remove it. What was to be
 * removed is this process's own now, and goes.
 */
async function passedOver(run, names, image, taken) {
    const state = taken && (0,own_tags/* bakeStateOf */.iy)(taken);
    const why = taken === undefined ? 'has been taken over by another process' : `is ${state} by now`;
    (0,run_run/* warn */.R8)(run, `${image.ImageId} of an earlier attempt ${why}; this bake creates an image of its own.`);
    if (taken !== undefined && state === 'removing')
        await removeLeftovers(run, names, [taken]);
    return undefined;
}
function attemptOfImage(image) {
    const attempt = /\/attempts\/(\d+)$/.exec((0,own_tags/* tagOf */.cO)(image, own_tags/* runTag */.eZ) ?? '')?.[1];
    return attempt === undefined ? 'an earlier attempt' : `attempt ${attempt}`;
}
async function claim(run, { key }, image) {
    const { aws, clock, signal, region, record } = run;
    const how = () => ({ signal, newObject: true });
    const until = clock.now() + obtain_claimSeconds * 1000;
    const marking = { ec2: aws.ec2(region), clock, key, how, until };
    return (0,image_claim/* takeOver */.w9)(marking, [image], record.claim).catch((error) => {
        signal.throwIfAborted();
        throw (0,aws_failure/* awsFailure */.MT)('ec2:CreateTags', `resume image ${image.ImageId} of an earlier attempt`, error);
    });
}
/** @param image handed out by an earlier attempt that did not wait: this one hands it out again, and never owns it */
function handOut(run, image) {
    obtained(run, image, { created: true, resumed: true });
    run.log.notice(`${attemptOfImage(image)} of this workflow run created ${image.ImageId} and did not wait for it; it is handed out again.`.replace(/^a/, 'A'), 'Bake resumed');
    return {
        ...known(image, run.clock),
        from: 'handed out',
        mayHaveOthers: false,
        imageTags: [],
        snapshotTags: [],
    };
}
/** @param image of the wanted name, whoever made it */
function reuse(run, instance, image) {
    const { log, clock, workflow } = run;
    obtained(run, image, { created: false, reused: true, rebooted: false });
    const copies = possibleCopies(run);
    if ((0,base_workflow/* isLaterAttempt */._)(workflow) && copies.copies !== undefined)
        (0,run_run/* learn */.nB)(run, { ...copies, unfinished: true });
    log.notice(`${image.ImageId} has the name "${image.Name}" already and is reused, as \`if-exists: reuse\` asks for. ${instance.id} is not touched.`, 'Image reused');
    return { ...known(image, clock), from: 'reused', mayHaveOthers: false, imageTags: [], snapshotTags: [] };
}
const makerEverySeconds = 10;
/**
 * Another bake may still be making the image that is reused. Until it is ready, that bake may remove it; so this one waits,
 * by reading alone.
 * @throws BakeError when it is removed, or not ready at the deadline
 */
async function waitForItsBake(run, imageId) {
    const { aws, region, clock, signal, deadline, log } = run;
    let maker;
    const isReady = async () => {
        const image = await (0,describe/* describeImage */.hu)(aws.ec2(region), imageId, { signal }).catch((error) => {
            signal.throwIfAborted();
            throw (0,aws_failure/* awsFailure */.MT)('ec2:DescribeImages', `see whether the bake of ${imageId} is finished`, error);
        });
        if (image === undefined || image.State === 'deregistered')
            throw removedByItsBake(imageId);
        if (!isInTheMaking(image))
            return true;
        if (maker === undefined)
            log.info(`${imageId} is available, but not ready yet: ${makerOf(image)} is still at work on it`);
        maker = makerOf(image);
        return undefined;
    };
    if (await (0,look_until/* lookUntil */.c)(isReady, { clock, signal, until: deadline, everySeconds: makerEverySeconds }))
        return;
    throw new base_errors/* BakeError */.oU(`${imageId} is available, but ${maker} has not finished it: timeout-minutes is over.`, {
        remedy: `If that run is over, it left the image unfinished: re-run it, or remove the image and run this job again.`,
    });
}
function makerOf(image) {
    return (0,own_tags/* tagOf */.cO)(image, own_tags/* runTag */.eZ) ?? 'its bake';
}
function removedByItsBake(imageId) {
    return new base_errors/* BakeError */.oU(`${imageId} was to be reused, and the bake that was making it has removed it.`, {
        remedy: 'Run the job again: it creates the image.',
    });
}
async function create(run, instance, names) {
    const { log, inputs, workflow, record } = run;
    const { noReboot, excludeDevices } = inputs;
    const rebooted = instance.state === 'running' && !noReboot;
    log.info(rebooted
        ? 'Creating the image; EC2 reboots the instance now, so that its file systems are consistent'
        : 'Creating the image');
    (0,run_run/* learn */.nB)(run, { unfinished: true });
    const { imageId, earlier, sentAt, inDoubt } = await createImage(run, {
        instance,
        names,
        claim: record.claim,
        noReboot,
        excludeDevices,
    }).catch((error) => {
        if (error instanceof NothingCreatedError)
            (0,run_run/* learn */.nB)(run, { unfinished: false });
        throw error;
    });
    if (earlier !== undefined)
        return resumeNamesake(run, names, earlier);
    const image = { ImageId: imageId, Name: names.name, State: 'pending' };
    obtained(run, image, { created: true, rebooted });
    run.throwIfCancelled();
    const mayHaveOthers = inDoubt || (0,base_workflow/* isLaterAttempt */._)(workflow);
    return { imageId, createdAt: sentAt, from: 'created', mayHaveOthers, ...names };
}
/** The name was taken, by an image of an earlier attempt that did not show before. */
async function resumeNamesake(run, names, earlier) {
    const resumed = await resume(run, names, earlier);
    if (resumed !== undefined)
        return resumed;
    throw new base_errors/* BakeError */.oU(`The AMI name "${names.name}" is taken by ${earlier.ImageId}, which another process has taken over.`);
}
/** There is an image: its ID is published at once, and where to look at it. */
function obtained(run, image, facts) {
    const { region, log } = run;
    const { ImageId: id = '', Name: name = '', State: state = 'pending' } = image;
    (0,run_run/* learn */.nB)(run, { image: { id, name, region, state, snapshots: (0,describe/* snapshotsOf */.XO)(image) }, ...facts });
    log.info(`${id} is ${state}${(0,console/* consoleSuffix */.n)(region, id)}`);
}
/** In every Region of `copy-to`, as far as the clean-up is concerned. */
function possibleCopies({ inputs: { copyTo } }) {
    return copyTo.length > 0 ? { copies: copyTo.map(({ region }) => ({ region })) } : {};
}
/** The home Region's parameters are written first, so that one of them tells. */
async function parametersHolding({ aws, signal, region }, { ssmParameters }, imageId) {
    if (ssmParameters.length === 0)
        return [];
    const parameters = await readParameters(aws.ssm(region), ssmParameters, { signal }).catch((error) => {
        signal.throwIfAborted();
        throw (0,aws_failure/* awsFailure */.MT)('ssm:GetParameters', `find out whether a parameter names ${imageId} already`, error);
    });
    return [...parameters.values()]
        .filter(({ Value }) => Value === imageId)
        .map(({ Name: name = '' }) => ({ region, name, oldValue: imageId, newValue: imageId }));
}
function known(image, clock) {
    return { imageId: image.ImageId ?? '', createdAt: (0,describe/* creationTime */.vx)(image, clock.now()) };
}

;// CONCATENATED MODULE: ./lib/github/inputs/plan.js
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

// EXTERNAL MODULE: ./lib/bake/inputs/entry.js
var entry = __webpack_require__(9927);
// EXTERNAL MODULE: ./lib/bake/inputs/table.js + 15 modules
var table = __webpack_require__(3314);
;// CONCATENATED MODULE: ./lib/bake/plan.js
/** What a bake would do: for a dry run, and for the reviewer who reads it. */




/** @returns a line each, in the order of the steps */
function planOf(options) {
    const { inputs, instance, names, startedAt, existing } = options;
    const source = sourceOf(existing, inputs.ifExists);
    const found = foundImage(options);
    // Of an image that is reused, or handed out again, nothing is ever deleted.
    const createsImages = source === 'resumed' || source === 'created' || inputs.copyTo.length > 0;
    const context = { inputs, instance, names, startedAt, createsImages };
    const lines = (step) => planLines(table/* bakeInputs */.t, inputs, step, context);
    const [create, tag, ...others] = entry/* bakeSteps */.R;
    return [
        ...removals(options),
        ...(found === undefined ? [create, tag].flatMap(lines) : [found]),
        ...others.flatMap(lines),
    ];
}
function removals({ inputs, existing }) {
    if (inputs.onFailure !== 'delete')
        return [];
    return existing.leftovers.map(({ ImageId }) => `Remove ${ImageId}, which an earlier attempt left behind`);
}
/** An image that takes the place of a new one. */
function foundImage({ inputs, existing }) {
    const { unfinished, handedOut, namesake } = existing;
    switch (sourceOf(existing, inputs.ifExists)) {
        case 'resumed':
            return `Resume ${unfinished?.ImageId} (${unfinished?.State}), which an earlier attempt of this run created`;
        case 'handed out':
            return `Hand out ${handedOut?.ImageId} (${handedOut?.State}) again, which an earlier attempt of this run created without waiting for it`;
        case 'reused':
            return `Reuse ${namesake?.ImageId} (${namesake?.State}), which has the name "${namesake?.Name}"`;
        case 'created':
            return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/bake/bake.js
/**
 * The story of a bake: from an instance to a ready image, and to nothing at all when it does not end well.
 * Each step is told here in a few lines; how it is done is in the module that it calls.
 */























/**
 * Never throws for what goes wrong with the bake: that is the outcome. What ends with success is handed out: whatever
 * happens to the step afterwards, the image stays.
 */
async function bake(run) {
    const { record } = run;
    // Clean-up has a time of its own.
    const withDeadline = { ...run, aws: run.aws.until(run.deadline) };
    try {
        await takeSteps(withDeadline);
        (0,run_run/* learn */.nB)(run, { unfinished: false });
        return { ok: true, record };
    }
    catch (error) {
        const cleanup = await (0,clean_up/* cleanUpAfter */.T)(run, error);
        const told = withParameters(error, record, record.names?.ssmParameters ?? []);
        const explained = await explain(told, run.aws.sts(), new AbortController().signal);
        return { ok: false, record, error: explained, cleanup };
    }
}
async function takeSteps(run) {
    const { inputs } = run;
    const instance = await (0,run_run/* phase */.Oi)(run, 'Inspect', () => bake_inspect(run));
    const names = render(run, instance);
    const existing = await (0,run_run/* phase */.Oi)(run, 'Check', () => check(run, instance, names));
    if (inputs.dryRun)
        return plan(run, instance, names, existing);
    const image = await (0,run_run/* phase */.Oi)(run, 'Create', () => obtain(run, instance, names, existing));
    if (!inputs.wait)
        return glance(run, image);
    await (0,run_run/* phase */.Oi)(run, 'Wait', () => wait(run, image));
    await (0,run_run/* phase */.Oi)(run, 'Verify', () => verify(run, instance, names, image));
    const identity = { accountId: instance.accountId, names, claim: run.record.claim };
    if (inputs.copyTo.length > 0)
        await (0,run_run/* phase */.Oi)(run, 'Copy', () => copyToRegions(run, inputs, identity));
    if (settlingIsAsked(inputs))
        await (0,run_run/* phase */.Oi)(run, 'Settle', () => settleImages(run, inputs, instance.accountId));
    // Last of all, so that no pointer ever names an image that cannot be used.
    if (names.ssmParameters.length > 0)
        await (0,run_run/* phase */.Oi)(run, 'Publish', () => publish(run, names.ssmParameters));
    await (0,run_run/* phase */.Oi)(run, 'Finish', () => finish(run, names, image));
}
async function bake_inspect(run) {
    const { log, inputs, region } = run;
    const instance = await (0,inspect/* inspectInstance */.SO)(run, inputs.instanceId);
    const captured = (0,source_instance/* capturedVolumes */.A)(instance, inputs.excludeDevices);
    (0,run_run/* learn */.nB)(run, { instance, expectedSnapshots: captured.length });
    const name = instance.name === undefined ? '' : ` "${instance.name}"`;
    log.info(`Instance ${instance.id}${name}: ${instance.type}, ${instance.architecture}, ${instance.platform}, ${instance.state}, in ${region} of account ${instance.accountId}`);
    for (const volume of instance.volumes) {
        const leftOut = captured.includes(volume) ? '' : ' (left out of the image)';
        log.info(`  ${(0,source_instance/* volumeLine */.f)(volume)}${leftOut}`);
    }
    return instance;
}
function render(run, instance) {
    const { inputs, workflow, clock, environment, record } = run;
    const names = (0,naming_names/* renderNames */.pj)({
        templates: inputs,
        workflow,
        now: new Date(clock.now()),
        source: instance,
        environment,
        matrix: inputs.matrix,
        claim: record.claim,
        state: inputs.wait ? 'baking' : 'unverified',
    });
    (0,run_run/* learn */.nB)(run, { names });
    for (const warning of names.warnings)
        (0,run_run/* warn */.R8)(run, warning);
    run.log.info(`Name of the AMI: ${names.name}`);
    return names;
}
/** Looks for what is there already, then runs the preflight: all findings are shown, any error ends the bake. */
async function check(run, instance, names) {
    const { log, inputs, record, aws } = run;
    const { accountId } = instance;
    const existing = await findExisting(run, { names, accountId, claim: record.claim });
    const source = sourceOf(existing, inputs.ifExists);
    const subject = {
        ...inputs,
        instance,
        // An image that is resumed keeps its name, and its copies get that one.
        names: { ...names, name: existing.unfinished?.Name ?? names.name },
        claim: record.claim,
        namesake: existing.namesake,
        credentialsExpireAt: await aws.credentialsExpireAt(),
    };
    const [findings] = await (0,side_by_side/* both */.W)(preflight(run, subject, source !== 'created'), lookForPrevious(run, instance, names, existing));
    for (const { severity, message } of findings) {
        if (severity === 'warning')
            (0,run_run/* warn */.R8)(run, message);
        if (severity === 'note')
            log.info(message);
    }
    const errors = findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
    if (errors.length > 0)
        throw new base_errors/* ProblemsError */.FQ(`Cannot create an AMI from ${instance.id}`, errors);
    warnOfTwins(run, existing);
    return existing;
}
/** Another process of this run is baking with the same key: each makes an image of its own. */
function warnOfTwins(run, { twins }) {
    for (const { ImageId, State } of twins) {
        (0,run_run/* warn */.R8)(run, `${ImageId} (${State}) is being baked with the same identity by another process of this workflow run. It is left alone, and this bake creates an image of its own. To tell jobs apart that call one reusable workflow, put something into \`name\` that differs.`);
    }
}
/** For a roll-back, and for the list of commits between the two. */
async function lookForPrevious(run, { accountId }, { family }, existing) {
    const before = imageThere(run, existing);
    const previous = await findPrevious(run, { accountId, family, before });
    if (previous !== undefined)
        run.log.info(`Previous image of family ${family}: ${previous.id} "${previous.name}"`);
    (0,run_run/* learn */.nB)(run, { previous: previous ?? null });
}
/** The image that this bake goes on with; undefined when it is yet to be created. */
function imageThere({ inputs }, existing) {
    const { unfinished, handedOut, namesake } = existing;
    const source = sourceOf(existing, inputs.ifExists);
    return { resumed: unfinished, 'handed out': handedOut, reused: namesake, created: undefined }[source];
}
function plan(run, instance, names, existing) {
    const lines = planOf({ inputs: run.inputs, instance, names, existing, startedAt: run.record.startedAt });
    run.log.info('Dry run: nothing is changed. The plan:');
    for (const line of lines)
        run.log.info(`  ${line}`);
    (0,run_run/* learn */.nB)(run, { plan: lines });
}
/** Resumes what an earlier attempt left, hands out or reuses what is there, or creates the image. */
async function obtain(run, instance, names, existing) {
    run.signal.throwIfAborted();
    await removeLeftovers(run, names, existing.leftovers);
    const image = imageThere(run, existing);
    const source = sourceOf(existing, run.inputs.ifExists);
    if (image === undefined || source === 'created')
        return create(run, instance, names);
    if (source === 'resumed')
        return (await resume(run, names, image)) ?? create(run, instance, names);
    return source === 'reused' ? reuse(run, instance, image) : handOut(run, image);
}
/** Without waiting: one look, for the snapshot IDs, if EC2 shows them already. */
async function glance(run, { imageId }) {
    const { aws, region, log, signal } = run;
    try {
        const image = await (0,describe/* describeImage */.hu)(aws.ec2(region), imageId, { signal, patienceSeconds: 0 });
        if (image !== undefined)
            saw(run, image);
    }
    catch (error) {
        signal.throwIfAborted();
        log.info(`EC2 does not show the snapshots of ${imageId} yet (${(0,errors/* describeAwsError */.Pp)(error)})`);
    }
    run.throwIfCancelled();
    log.info(`Not waiting for ${imageId}, as \`wait: false\` asks for`);
}
async function wait(run, obtained) {
    const { log, clock, region } = run;
    const { imageId, createdAt, from } = obtained;
    await waitUntilAvailable(run, {
        region,
        imageId,
        createdAt,
        onImage: (image) => saw(run, image, from),
        onProgress: (progress) => log.info(progressLine(progress)),
    });
    log.info(`${imageId} is available, ${(0,units/* duration */.p)(clock.now() - createdAt)} after its creation`);
    if (from === 'reused')
        await waitForItsBake(run, imageId);
}
async function verify(run, { accountId, ...instance }, names, image) {
    const { record, inputs, region } = run;
    const captured = (0,source_instance/* capturedVolumes */.A)(instance, inputs.excludeDevices);
    const { imageId, imageTags, snapshotTags } = image;
    const verified = await verifyImage(run, {
        region,
        imageId,
        snapshotIds: record.image?.snapshots.map(({ snapshotId }) => snapshotId) ?? [],
        accountId,
        name: record.image?.name ?? names.name,
        devices: image.from === 'reused' ? [] : captured.map(({ device }) => device),
        imageTags,
        snapshotTags,
    });
    (0,run_run/* learn */.nB)(run, { image: verified });
    const count = verified.snapshots.length;
    const total = verified.snapshots.reduce((sum, snapshot) => sum + snapshot.sizeGiB, 0);
    run.log.info(`Verified: ${count} ${count === 1 ? 'snapshot' : 'snapshots'} of ${(0,units/* gibibytes */.I)(total)}, tags, state`);
}
/** Takes over what a look at the image shows: its state, and snapshot IDs as EC2 shows them. */
function saw(run, image, from) {
    const { record } = run;
    if (from === 'created' || from === 'resumed') {
        (0,image_claim/* throwIfSuperseded */.yQ)(run, image, { claim: record.claim, before: record.claimsBefore });
    }
    const before = record.image;
    if (before === undefined)
        return;
    const seen = (0,describe/* snapshotsOf */.XO)(image);
    const snapshots = seen.length < before.snapshots.length ? before.snapshots : seen;
    (0,run_run/* learn */.nB)(run, { image: { ...before, state: image.State ?? before.state, snapshots } });
}


/***/ }),

/***/ 9927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ bakeSteps),
/* harmony export */   w: () => (/* binding */ bakeInput)
/* harmony export */ });
/* harmony import */ var _distribute_inputs_entry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3501);
/** What the bake's own inputs have in common: those about how it comes by its image. */

/** The steps of a bake, in their order. */
const bakeSteps = ['create', 'tag', 'wait', ..._distribute_inputs_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .distributionSteps */ .Ol];
/** Something that the bake alone is told. */
function bakeInput(name, parse, rest) {
    return { name, parse, ...rest };
}


/***/ }),

/***/ 9026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ readBakeInputs)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 10 modules
var core = __webpack_require__(6784);
// EXTERNAL MODULE: ./lib/base/errors.js
var errors = __webpack_require__(7594);
// EXTERNAL MODULE: ./lib/github/inputs/given.js
var given = __webpack_require__(9240);
;// CONCATENATED MODULE: ./lib/github/inputs/read.js
/** Reads the inputs of an action, all of them once and before anything else happens. */



/**
 * Reads and checks whatever can be checked without a call.
 * @throws ProblemsError with everything that is wrong, each problem naming its input, in the order of the table
 */
function readInputs(table, { environment, check, mask = core/* setSecret */.Pq }) {
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
    return input.parse(text || (input.default ?? ''), (problem) => report(prefix + (isSecret ? problem.replaceAll(text, given/* hidden */.R) : problem)));
}
/** Where the text comes from: the input itself, else the first of its environment variables that holds something. */
function sourceOf({ name, environment: variables = [] }, environment) {
    // As @actions/core does, and the runner before it.
    const given = textOf(environment, `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`);
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
    return new errors/* ProblemsError */.FQ(`The inputs have ${count}`, inOrder.map(({ input, problem }) => `input \`${input}\`: ${(0,given/* withoutSecrets */.cT)(problem)}`));
}

// EXTERNAL MODULE: ./lib/naming/names.js + 7 modules
var names = __webpack_require__(7237);
// EXTERNAL MODULE: ./lib/naming/template.js + 5 modules
var template = __webpack_require__(8287);
// EXTERNAL MODULE: ./lib/bake/inputs/table.js + 15 modules
var table = __webpack_require__(3314);
;// CONCATENATED MODULE: ./lib/bake/inputs/read.js
/** Reads the inputs of the bake. */




/**
 * Reads and checks whatever can be checked without asking EC2, naming templates included.
 * @throws ProblemsError with everything that is wrong, each problem naming its input
 */
function readBakeInputs(sources) {
    return readInputs(table/* bakeInputs */.t, {
        environment: sources.environment,
        check: (known) => [
            ...(0,names/* checkNames */.LN)({ ...sources, templates: withStandIns(known) }),
            ...withoutWaiting(known),
        ],
    });
}
/** Puts a harmless template in place of each that could not be read, so that the others can be checked. */
function withStandIns(known) {
    const standIn = (0,template/* parseTemplate */.Q)('stand-in');
    return {
        name: known.name ?? standIn,
        description: known.description ?? standIn,
        family: known.family ?? standIn,
        tags: known.tags ?? [],
        snapshotTags: known.snapshotTags ?? [],
        ssmParameters: known.ssmParameters ?? [],
    };
}
/** Without `wait` there is no available image to do anything to. */
function withoutWaiting(known) {
    if (known.wait !== false)
        return [];
    const values = known;
    return Object.entries(table/* bakeInputs */.t)
        .filter(([key, input]) => needsAvailableImage(input, values[key]))
        .map(([, { name }]) => ({
        input: name,
        problem: `it needs an image that is available, which \`wait: false\` does not wait for. Leave out \`wait\` or \`${name}\``,
    }));
}
/** One that could not be read asks for nothing. */
function needsAvailableImage({ needsAvailableImage }, value) {
    // The value is what the parser of this very input made.
    return value !== undefined && needsAvailableImage?.(value) === true;
}


/***/ }),

/***/ 3314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ bakeInputs)
});

// EXTERNAL MODULE: ./lib/github/inputs/given.js
var inputs_given = __webpack_require__(9240);
;// CONCATENATED MODULE: ./lib/github/inputs/parsers.js
/** What inputs can hold. The kinds that know more than a form have a file each, beside this one. */

/** As the core schema of YAML 1.2 writes them (section 10.3.2), and `getBooleanInput` of @actions/core reads them. */
const parsers_boolean = (text, report) => {
    if (/^(?:true|True|TRUE)$/.test(text))
        return true;
    if (/^(?:false|False|FALSE)$/.test(text))
        return false;
    report(`${(0,inputs_given/* given */.gI)(text)} is neither \`true\` nor \`false\``);
    return undefined;
};
/** One of a few words. */
function oneOf(...words) {
    return (text, report) => {
        const found = words.find((word) => word === text);
        if (found === undefined)
            report(`${(0,inputs_given/* given */.gI)(text)} is not accepted: it takes ${choice(words)}`);
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
    report(`${(0,inputs_given/* given */.gI)(text)} is not accepted: it takes a number of minutes above 0 and up to ${mostMinutes} (7 days), ` +
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
        report(`${given(text)} is not accepted: it takes a whole number from ${least} to ${most}`);
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

// EXTERNAL MODULE: ./lib/aws/id-forms.js
var id_forms = __webpack_require__(5270);
;// CONCATENATED MODULE: ./lib/github/inputs/region.js


/** The code of an AWS Region, checked by its form. */
const region = (text, report) => {
    if (id_forms/* regionForm */.lB.test(text))
        return text;
    report(text === '' ? missing : `${(0,inputs_given/* given */.gI)(text)} is not the code of a Region, such as \`eu-west-1\`${hint(text)}`);
    return undefined;
};
const missing = 'no Region is known. Set this input, or the environment variable `AWS_REGION` or `AWS_DEFAULT_REGION`; ' +
    'aws-actions/configure-aws-credentials sets both';
function hint(text) {
    const [zonesRegion] = /^([a-z]+(?:-[a-z]+){1,2}-[1-9][0-9]?)(?:[a-z]|-.+)$/.exec(text)?.slice(1) ?? [];
    if (zonesRegion && id_forms/* regionForm */.lB.test(zonesRegion))
        return `. That is a zone: its Region is \`${zonesRegion}\``;
    const lowerCase = text.toLowerCase();
    if (id_forms/* regionForm */.lB.test(lowerCase))
        return `. Write it in lower case: \`${lowerCase}\``;
    return '';
}

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
    const targets = itemsOf(text).flatMap((item) => copyTarget(item, report) ?? []);
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
    if (rest.length > 0 || (key !== undefined && region(key, () => undefined) !== undefined)) {
        report(`${(0,inputs_given/* given */.gI)(item)} is neither \`REGION\` nor \`REGION KMS-KEY\`. Separate several by commas or line ends`);
        return undefined;
    }
    const known = region(code, report);
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
        return (`${(0,inputs_given/* given */.gI)(key)} is not a KMS key, which is given as a key ID, a key ARN, an alias (\`alias/images\`) ` +
            `or the ARN of an alias${aliasForm.test(`alias/${key}`) ? `. Is it \`alias/${key}\`?` : ''}`);
    }
    if (copyRegion === undefined || arn['region'] === copyRegion)
        return undefined;
    return `the key ${(0,inputs_given/* given */.gI)(key)} is in Region ${arn['region']}, and a copy in ${copyRegion} needs a key in ${copyRegion}`;
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

;// CONCATENATED MODULE: ./lib/github/inputs/time-span.js
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
        report(`${given(text)} is not accepted: it takes a duration in days or hours${least}, such as \`90d\` or \`48h\`${timeSpanHint(text)}`);
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
    report(`${(0,inputs_given/* given */.gI)(text)} is neither a duration in days or hours, such as \`90d\` or \`12h\`, nor a date-time with its zone, ` +
        `such as \`2027-01-31T00:00:00Z\`${deprecate_after_hint(text)}`);
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
    return `Deprecate each image after ${daysOrHours(wish.milliseconds)} (about ${time.slice(0, 10)})`;
}
function afterOf(text) {
    const milliseconds = timeSpanOf(text);
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
function deprecate_after_hint(text) {
    const bare = text.replace(/^(["'`])(.*)\1$/, '$2');
    if (bare !== text && isAccepted(bare))
        return `. Leave out the quotes: \`${bare}\``;
    if (/^0+[dh]$/.test(text))
        return '. It must be more than 0';
    const span = timeSpanHint(text);
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

// EXTERNAL MODULE: ./lib/image/share/grantees.js
var grantees = __webpack_require__(1096);
;// CONCATENATED MODULE: ./lib/github/inputs/account-id.js


/** An AWS account ID. */
const accountId = (text, report) => {
    if (grantees/* accountForm */.CJ.test(text))
        return text;
    const hint = accountHint(text);
    report(`${(0,inputs_given/* given */.gI)(text)} is not an account ID, which has exactly 12 digits${hint === undefined ? '' : `. ${hint}`}`);
    return undefined;
};
/** What may have happened to an account ID on its way, as far as can be told; a sentence without its stop. */
function accountHint(text) {
    return quotesHint(text, (bare) => grantees/* accountForm */.CJ.test(bare)) ?? digitsHint(text) ?? separatorsHint(text);
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
    if (joined !== text && grantees/* accountForm */.CJ.test(joined))
        return `Write it without hyphens: \`${joined}\``;
    if (/^\d{12}(?:[\s;|]+\d{12})+$/.test(text))
        return 'Separate several by commas or line ends';
    return undefined;
}

;// CONCATENATED MODULE: ./lib/distribute/inputs/share-with.js
/** Whom the image is shared with. */






/** An account ID, or the ARN of an organization or an organizational unit, told apart by their forms. */
const grantee = (text, report) => {
    if ((0,grantees/* granteeKind */.DF)(text) !== undefined)
        return text;
    report(`${(0,inputs_given/* given */.gI)(text)} is neither an account ID (12 digits) nor the ARN of an organization or an organizational unit. ` +
        share_with_hint(text));
    return undefined;
};
/** Account IDs and ARNs of organizations and organizational units that may launch the image, each once. */
const shareWith = (0,entry/* distributionInput */.LP)('share-with', listOf(grantee), {
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
const shareSnapshots = (0,entry/* distributionInput */.LP)('share-snapshots', parsers_boolean, {
    default: 'false',
    needsAvailableImage: (wanted) => wanted,
    conflicts: (wanted, { shareWith }) => (wanted && shareWith !== undefined ? withoutAccounts(shareWith) : []),
    plan: {
        step: 'share',
        lines: (wanted, { inputs }) => wanted ? [`Share its snapshots with ${(0,grantees/* granteesOf */.dE)(inputs.shareWith).accounts.join(', ')}`] : [],
    },
});
/** Whether everyone may launch the image. */
const makePublic = (0,entry/* distributionInput */.LP)('public', parsers_boolean, {
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
    const quotes = quotesHint(text, (bare) => (0,grantees/* granteeKind */.DF)(bare) !== undefined);
    return quotes ?? accountHint(text) ?? organizationHint(text) ?? arnHint(text) ?? otherwise;
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

// EXTERNAL MODULE: ./lib/base/errors.js
var errors = __webpack_require__(7594);
// EXTERNAL MODULE: ./lib/naming/several-tags.js
var several_tags = __webpack_require__(9384);
// EXTERNAL MODULE: ./lib/naming/tag-template.js
var tag_template = __webpack_require__(5215);
// EXTERNAL MODULE: ./lib/naming/template.js + 5 modules
var template = __webpack_require__(8287);
;// CONCATENATED MODULE: ./lib/distribute/inputs/templates.js






/** A naming template. */
const templates_template = (text, report) => orReport(report, () => (0,template/* parseTemplate */.Q)(text));
/** Tags, one `Key=Value` a line, in their order and with repetitions. Commas are part of the values. */
const tagLines = (text, report) => linesOf(text).flatMap((line) => orReport(report, () => (0,tag_template/* parseTagLine */.o2)(line)) ?? []);
/** Templates of parameter names, separated by commas or line ends. Commas within `{{ }}` and `{% %}` separate nothing. */
const parameterNames = (text, report) => {
    const ofItem = (item) => orReport((problem) => report(`${(0,inputs_given/* given */.gI)(item)}: ${problem}`), () => (0,template/* parseTemplate */.Q)(item)) ?? [];
    return linesOf(text).flatMap(several_tags/* splitAtCommas */.EO).flatMap(ofItem);
};
function orReport(report, parse) {
    try {
        return parse();
    }
    catch (error) {
        report((0,errors/* messageOf */.bD)(error));
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/distribute/inputs/table.js






/** Whether, and how, the image is protected from being deregistered. */
const deregistrationProtection = (0,entry/* distributionInput */.LP)('deregistration-protection', oneOf('off', 'on', 'with-cooldown'), {
    default: 'off',
    needsAvailableImage: (protection) => protection !== 'off',
    plan: {
        step: 'protect',
        lines: (protection) => protection === 'off' ? [] : [`Protect each image from deregistration (${protection})`],
    },
});
/** Whether instances of the image require IMDSv2. */
const requireImdsv2 = (0,entry/* distributionInput */.LP)('require-imdsv2', parsers_boolean, {
    default: 'false',
    needsAvailableImage: (wanted) => wanted,
    plan: {
        step: 'configure',
        lines: (wanted) => wanted ? ['Require IMDSv2 of the instances of each image, which cannot be undone'] : [],
    },
});
/** Templates of the names of SSM parameters that will hold the image's ID. */
const ssmParameters = (0,entry/* distributionInput */.LP)('ssm-parameter', parameterNames, {
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
};
/** What becomes of the images that the action created when it does not end well. */
const onFailure = (0,entry/* distributionInput */.LP)('on-failure', oneOf('delete', 'keep'), {
    default: 'delete',
    needsAvailableImage: () => false,
    plan: {
        step: 'failure',
        lines: (choice, { createsImages }) => createsImages ? [`On failure: ${choice} what this run created`] : [],
    },
});

;// CONCATENATED MODULE: ./lib/github/inputs/resource-ids.js
/** The IDs of EC2's resources: each says what was given instead, as far as can be told, and what to do. */


/** The ID of an EC2 instance. */
const instanceId = resourceId({
    prefix: 'i',
    form: id_forms/* instanceIdForm */.FO,
    example: 'i-0123456789abcdef0',
    what: 'an instance',
    inArns: 'instance',
    oneOnly: 'A bake takes one instance: use a matrix for several',
    command: 'aws ec2 describe-instances',
});
/** The ID of an AMI. */
const amiId = resourceId({
    prefix: 'ami',
    form: id_forms/* amiIdForm */.VU,
    example: 'ami-0123456789abcdef0',
    what: 'an AMI',
    inArns: 'image',
    oneOnly: 'This action takes one AMI: use a matrix for several',
    command: 'aws ec2 describe-images --owners self',
});
function resourceId(kind) {
    const { prefix, form, example, what } = kind;
    return (text, report) => {
        if (form.test(text))
            return text;
        report(`${(0,inputs_given/* given */.gI)(text)} is not the ID of ${what}, which is \`${prefix}-\` and 17 (or 8) hex digits in lower case, ` +
            `e.g. \`${example}\`. ${resource_ids_hint(text, kind)}`);
        return undefined;
    };
}
const resources = new Map([
    ['ami', 'an AMI'],
    ['eni', 'a network interface'],
    ['i', 'an instance'],
    ['lt', 'a launch template'],
    ['mi', 'a managed node of Systems Manager'],
    ['snap', 'a snapshot'],
    ['subnet', 'a subnet'],
    ['vol', 'a volume'],
]);
function resource_ids_hint(text, { prefix, form, inArns, oneOnly, command }) {
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

;// CONCATENATED MODULE: ./lib/github/inputs/input.js
/** @returns the input, its type told by its parser */
function input(name, parse, rest) {
    return { name, parse, ...rest };
}

// EXTERNAL MODULE: ./lib/github/inputs/role.js
var role = __webpack_require__(9393);
;// CONCATENATED MODULE: ./lib/github/inputs/shared.js
/** The inputs that every action has, the same names and meanings in all of them. */





/** The code of the Region that the action works in. */
const shared_region = input('aws-region', region, {
    environment: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
    plan: 'none',
});
/** The ARN of the role that the action assumes itself; undefined where the workflow provides the credentials. */
const roleToAssume = input('role-to-assume', role/* role */.J, { plan: 'none' });
/** Accounts that the action may run in; any when empty. */
const allowedAccountIds = input('allowed-account-ids', listOf(accountId), {
    plan: 'none',
});
/** For all that the action does: more than 0, at most 7 days. */
function timeoutMinutes(standard) {
    return input('timeout-minutes', minutes, { default: standard, plan: 'none' });
}
/** Whether to check and plan only, and to change nothing. */
function dryRun(standard) {
    return input('dry-run', parsers_boolean, { default: standard, plan: 'none' });
}
/** Whether to keep one comment in the pull request up to date. */
const comment = input('comment', parsers_boolean, { default: 'false', plan: 'none' });
/** Whatever form GitHub gives to its tokens: a header must be able to carry it. */
const token = (text, report) => {
    // Programs that stand in for the runner may hand on the default as it stands in action.yml.
    if (/^\$\{\{[^{}]*\}\}$/.test(text))
        return '';
    if (/^[!-~]*$/.test(text))
        return text;
    report('it is not a token: it has spaces, line ends or characters that are not ASCII. ' +
        'Leave it out: the default is the token of the job, `${{ github.token }}`');
    return undefined;
};
/** For the calls to GitHub; empty when there is none. */
const githubToken = input('github-token', token, {
    defaultExpression: '${{ github.token }}',
    secret: true,
    plan: 'none',
});

// EXTERNAL MODULE: ./lib/bake/inputs/entry.js
var inputs_entry = __webpack_require__(9927);
// EXTERNAL MODULE: ./lib/base/units.js
var units = __webpack_require__(8714);
// EXTERNAL MODULE: ./lib/source/instance.js
var source_instance = __webpack_require__(1554);
;// CONCATENATED MODULE: ./lib/bake/inputs/exclude-devices.js





/**
 * As block device mappings have them: `/dev/sda1`, `/dev/xvdba`, and `xvdf` for Windows ("Device names for volumes" in
 * the EC2 user guide). Whether the instance has such a device is checked once EC2 has been asked.
 */
const deviceForm = /^(?:\/dev\/[A-Za-z0-9][A-Za-z0-9/_-]{0,63}|xvd[a-z]{1,2}[0-9]{0,2})$/;
/** The name of a device in a block device mapping. */
const device = (text, report) => {
    if (deviceForm.test(text))
        return text;
    report(`${(0,inputs_given/* given */.gI)(text)} is not the name of a device as EC2 knows it, such as \`/dev/sdf\`, \`/dev/xvdb\` or \`xvdf\`${exclude_devices_hint(text)}`);
    return undefined;
};
/** Names of devices to leave out of the image, each once. */
const excludeDevices = (0,inputs_entry/* bakeInput */.w)('exclude-devices', listOf(device), {
    plan: {
        step: 'create',
        lines: (excluded, { instance }) => {
            const captured = (0,source_instance/* capturedVolumes */.A)(instance, excluded);
            return instance.volumes.map((volume) => captured.includes(volume)
                ? `Snapshot ${volume.device}, ${(0,units/* gibibytes */.I)(volume.sizeGiB)}`
                : `Leave out ${volume.device}`);
        },
    },
});
function exclude_devices_hint(text) {
    if (/^vol-[0-9a-f]+$/.test(text))
        return '. That is a volume: give the device that it is attached as';
    if (deviceForm.test(`/dev/${text}`))
        return `. Is it \`/dev/${text}\`?`;
    if (/\s/.test(text))
        return '. Separate several by commas or line ends';
    return '';
}

;// CONCATENATED MODULE: ./lib/bake/inputs/names.js
/** What the image is called and tagged: templates, since most of it is known only once EC2 has been asked. */


/** The AMI's name. */
const names_name = (0,inputs_entry/* bakeInput */.w)('name', templates_template, {
    default: '{{ repo }}-{{ ref }}-{{ timestamp }}-{{ short_sha }}',
    plan: { step: 'create', lines: (_template, { names }) => [`Name: ${names.name}`] },
});
/** The AMI's description. */
const description = (0,inputs_entry/* bakeInput */.w)('description', templates_template, {
    default: 'Baked from {{ instance.id }} by {{ owner }}/{{ repo }}@{{ short_sha }}',
    plan: { step: 'create', lines: (_template, { names }) => [`Description: ${names.description}`] },
});
/** What groups successive versions of one image. */
const family = (0,inputs_entry/* bakeInput */.w)('family', templates_template, {
    default: '{{ repo }}',
    plan: { step: 'create', lines: (_template, { names }) => [`Family: ${names.family}`] },
});
/** Tags of the AMI and its snapshots; the plan shows those of this action too. */
const tags = (0,inputs_entry/* bakeInput */.w)('tags', tagLines, {
    plan: {
        step: 'tag',
        lines: (_templates, { names }) => names.imageTags.map((tag) => `Tag of the AMI: ${textOf(tag)}`),
    },
});
/** Further tags of the snapshots alone. */
const snapshotTags = (0,inputs_entry/* bakeInput */.w)('snapshot-tags', tagLines, {
    plan: {
        step: 'tag',
        lines: (_templates, { names }) => names.snapshotTags
            .filter((tag) => !isIn(names.imageTags, tag))
            .map((tag) => `Tag of the snapshots alone: ${textOf(tag)}`),
    },
});
function textOf({ Key, Value }) {
    return `${Key}=${Value}`;
}
function isIn(tags, { Key, Value }) {
    return tags.some((tag) => tag.Key === Key && tag.Value === Value);
}

;// CONCATENATED MODULE: ./lib/bake/inputs/table.js







/** The ID of the instance to image. */
const table_instanceId = (0,inputs_entry/* bakeInput */.w)('instance-id', instanceId, {
    required: true,
    plan: {
        step: 'create',
        lines: (_id, { instance, inputs }) => [
            `Create an AMI of ${instance.id} in ${instance.region}, account ${instance.accountId}${reboot(instance, inputs.noReboot)}`,
        ],
    },
});
function reboot({ state }, noReboot) {
    if (state !== 'running')
        return '';
    return noReboot ? ', without rebooting it' : ', which reboots it';
}
/** Image without rebooting the instance; the line of the instance says so. */
const noReboot = (0,inputs_entry/* bakeInput */.w)('no-reboot', parsers_boolean, { default: 'false', plan: 'none' });
/** Whether to wait until the image is available. */
const wait = (0,inputs_entry/* bakeInput */.w)('wait', parsers_boolean, {
    default: 'true',
    plan: {
        step: 'wait',
        lines: (wanted, { inputs }) => [
            wanted
                ? `Wait until it is available, ${inputs.timeoutMinutes} minutes at most`
                : 'Do not wait until it is available',
        ],
    },
});
/** What to do when an image of that name is there; the plan begins with what was found. */
const ifExists = (0,inputs_entry/* bakeInput */.w)('if-exists', oneOf('fail', 'reuse'), {
    default: 'fail',
    plan: 'none',
});
/** Tells the jobs of a matrix apart: `matrix` as JSON; empty or `null` where there is none. */
const matrix = (0,inputs_entry/* bakeInput */.w)('matrix', anyText, {
    defaultExpression: '${{ toJSON(matrix) }}',
    plan: 'none',
});
/** In the order of `action.yml`. Its shape is the shape of `BakeInputs`: a new input is one entry here. */
const bakeInputs = {
    instanceId: table_instanceId,
    name: names_name,
    description: description,
    family: family,
    tags: tags,
    snapshotTags: snapshotTags,
    noReboot,
    excludeDevices: excludeDevices,
    wait,
    timeoutMinutes: timeoutMinutes('120'),
    ...distributionInputs,
    ifExists,
    onFailure: onFailure,
    dryRun: dryRun('false'),
    comment: comment,
    githubToken: githubToken,
    region: shared_region,
    roleToAssume: roleToAssume,
    allowedAccountIds: allowedAccountIds,
    matrix,
};


/***/ }),

/***/ 5692:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var _aws_access_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1640);
/* harmony import */ var _aws_http_agents_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3663);
/* harmony import */ var _base_clock_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4743);
/* harmony import */ var _github_cancellation_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(403);
/* harmony import */ var _github_comment_update_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3492);
/* harmony import */ var _github_context_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8120);
/* harmony import */ var _github_log_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(853);
/* harmony import */ var _github_role_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8283);
/* harmony import */ var _github_runner_files_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3295);
/* harmony import */ var _image_ownership_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(7496);
/* harmony import */ var _bake_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(4034);
/* harmony import */ var _inputs_read_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(9026);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(1056);
/* harmony import */ var _report_comment_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(7589);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(3426);
/* harmony import */ var _report_report_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(5417);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(6352);
/** Entry point of the main step: wires the bake to the runner and to AWS. */



















// Templates' dates are in UTC; LiquidJS's arithmetic is off by an hour near daylight-saving changes in other zones.
process.env['TZ'] = 'UTC';
const cancellation = (0,_github_cancellation_js__WEBPACK_IMPORTED_MODULE_5__/* .cancellationOfMain */ .m)(process);
const log = (0,_github_log_js__WEBPACK_IMPORTED_MODULE_8__/* .createLog */ .h)();
const files = (0,_github_runner_files_js__WEBPACK_IMPORTED_MODULE_10__/* .createRunnerFiles */ .S)(log);
const outputs = (0,_report_outputs_js__WEBPACK_IMPORTED_MODULE_13__/* .createOutputs */ .l)(files.setOutput);
try {
    await main();
}
catch (error) {
    process.exitCode = 1;
    (0,_report_report_js__WEBPACK_IMPORTED_MODULE_14__/* .reportError */ .N)(error, log);
    outputs.finish();
}
finally {
    (0,_aws_http_agents_js__WEBPACK_IMPORTED_MODULE_3__/* .closeConnections */ .Q)();
}
async function main() {
    const environment = process.env;
    files.check(environment);
    const workflow = (0,_github_context_js__WEBPACK_IMPORTED_MODULE_7__/* .readWorkflowContext */ .F)(environment, (path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, 'utf8'));
    const inputs = (0,_inputs_read_js__WEBPACK_IMPORTED_MODULE_12__/* .readBakeInputs */ .v)({ environment, workflow, now: new Date(_base_clock_js__WEBPACK_IMPORTED_MODULE_4__/* .systemClock */ .m.now()) });
    const { region, roleToAssume, timeoutMinutes } = inputs;
    const role = (0,_github_role_js__WEBPACK_IMPORTED_MODULE_9__/* .roleOf */ .k)(roleToAssume, environment, log);
    const random = Math.random;
    const claim = (0,_image_ownership_js__WEBPACK_IMPORTED_MODULE_16__/* .newClaim */ .dz)(workflow.runAttempt, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex'));
    const record = (0,_record_js__WEBPACK_IMPORTED_MODULE_17__/* .emptyRecord */ .F)(region, claim, _base_clock_js__WEBPACK_IMPORTED_MODULE_4__/* .systemClock */ .m.now());
    const keepState = (0,_state_js__WEBPACK_IMPORTED_MODULE_15__/* .stateKeeper */ .wl)(inputs, (text) => files.saveState(_state_js__WEBPACK_IMPORTED_MODULE_15__/* .stateName */ .Vi, text));
    const run = {
        region,
        inputs,
        workflow,
        environment,
        aws: (0,_aws_access_js__WEBPACK_IMPORTED_MODULE_2__/* .awsAccess */ .S)({ region, environment, clock: _base_clock_js__WEBPACK_IMPORTED_MODULE_4__/* .systemClock */ .m, random, role, onTrouble: (message) => log.info(message) }),
        clock: _base_clock_js__WEBPACK_IMPORTED_MODULE_4__/* .systemClock */ .m,
        random,
        log,
        signal: cancellation.signal,
        throwIfCancelled: cancellation.throwIfCancelled,
        deadline: record.startedAt + timeoutMinutes * 60_000,
        record,
        onChange: () => {
            keepState(record);
            outputs.publish(record);
        },
    };
    const outcome = await (0,_bake_js__WEBPACK_IMPORTED_MODULE_11__/* .bake */ .W)(run);
    const comment = () => (0,_github_comment_update_js__WEBPACK_IMPORTED_MODULE_6__/* .updateComment */ .v)(run, (0,_report_comment_js__WEBPACK_IMPORTED_MODULE_18__/* .commentOf */ .v)(run, outcome));
    await (0,_report_report_js__WEBPACK_IMPORTED_MODULE_14__/* .report */ .z)({ outcome, workflow, outputs, log, endedAt: _base_clock_js__WEBPACK_IMPORTED_MODULE_4__/* .systemClock */ .m.now(), comment });
    if (!outcome.ok || files.hasLostOutputs)
        process.exitCode = 1;
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 1056:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ emptyRecord)
/* harmony export */ });
/** @param startedAt milliseconds since the epoch */
function emptyRecord(region, claim, startedAt) {
    return {
        region,
        claim,
        claimsBefore: [],
        startedAt,
        phases: [],
        warnings: [],
        unfinished: false,
        created: false,
        resumed: false,
    };
}


/***/ }),

/***/ 7589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ commentOf)
/* harmony export */ });
function commentOf({ inputs, environment }, outcome) {
    const { record } = outcome;
    const { gone = [], parameters = [] } = record;
    const images = imageIds(record);
    return {
        // A dry run changes nothing, and has nothing to show for it.
        comment: inputs.comment && !inputs.dryRun,
        githubToken: inputs.githubToken,
        environment,
        family: record.names?.family,
        regions: inputs.copyTo.map(({ region }) => region),
        images: images.filter(({ id }) => !gone.includes(id)),
        shared: record.sharing,
        pointers: parameters.map(({ region, name }) => ({ region, name })),
        removed: images.filter(({ id }) => gone.includes(id)).map((image) => removed(image, record)),
        ...(outcome.ok ? {} : { failure: { title: 'The bake failed', error: outcome.error } }),
    };
}
function imageIds({ region, image, copies = [] }) {
    const home = image === undefined ? [] : [{ region, id: image.id }];
    return [...home, ...copies.flatMap(({ region, id }) => (id === undefined ? [] : [{ region, id }]))];
}
/** EC2 no longer shows it. */
function removed({ region, id }, { image, copies = [], names, startedAt }) {
    const known = image?.id === id ? image : copies.find((copy) => copy.id === id)?.image;
    return {
        region,
        id,
        name: known?.name ?? names?.name ?? '',
        state: '',
        sizeGiB: known === undefined ? undefined : sizeOf(known),
        family: names?.family,
        tested: undefined,
        public: false,
        createdAt: startedAt,
    };
}
function sizeOf({ snapshots }) {
    return snapshots.length === 0 ? undefined : snapshots.reduce((sum, { sizeGiB }) => sum + sizeGiB, 0);
}


/***/ }),

/***/ 3426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ createOutputs)
/* harmony export */ });
/* unused harmony export outputTable */
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6784);
/* harmony import */ var _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5270);
/* harmony import */ var _base_own_tags_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3443);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8566);
/* harmony import */ var _github_sanitise_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(589);
/** The step's outputs: what each holds, and when it is written. `action.yml` describes them for users. */





const outputTable = {
    'ami-id': { value: (record) => idOf(record) },
    'ami-name': { value: (record) => record.image?.name ?? record.names?.name },
    'snapshot-ids': { value: (record) => snapshotIds(record), grows: true },
    snapshots: { value: (record) => snapshotsByDevice(record), grows: true },
    'root-snapshot-id': {
        value: (record) => snapshotsOf(record).find((snapshot) => snapshot.root)?.snapshotId,
    },
    region: { value: (record) => record.region },
    'ami-ids': { value: (record) => idsByRegion(record), grows: true },
    created: { value: (record) => (idOf(record) ? String(record.created) : undefined) },
    'previous-ami-id': { value: (record) => previousId(record) },
    image: { value: (record) => imageJson(record), grows: true },
};
/** @param write appends one output, whole, to the file that the runner reads even after a kill */
function createOutputs(write = _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH) {
    const written = new Map();
    const all = Object.entries(outputTable);
    return {
        publish(record) {
            const snapshots = snapshotsOf(record).length;
            const hasImage = record.image !== undefined;
            for (const [name, output] of all) {
                const value = output.value(record);
                const before = written.get(name);
                if (!value || value === before?.value)
                    continue;
                const isFuller = output.grows && snapshots >= (before?.snapshots ?? 0);
                // An image that is taken up has a name of its own, not the one that was to be.
                const isOfImage = hasImage && before?.hasImage === false;
                if (before?.value && !isFuller && !isOfImage)
                    continue;
                write(name, value);
                written.set(name, { value, snapshots, hasImage });
            }
        },
        finish() {
            for (const [name] of all) {
                if (written.has(name))
                    continue;
                write(name, '');
                written.set(name, { value: '', snapshots: 0, hasImage: false });
            }
        },
    };
}
/** An ID and nothing else: jobs further down put it into commands. */
function idOf(record) {
    const id = record.image?.id;
    return id !== undefined && _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_3__/* .amiIdForm */ .VU.test(id) ? id : undefined;
}
/** The home Region first, then those of `copy-to`, as far as EC2 has told the IDs. */
function idsByRegion(record) {
    const home = idOf(record);
    if (home === undefined)
        return undefined;
    const copies = (record.copies ?? []).flatMap(({ region, id }) => id !== undefined && _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_3__/* .amiIdForm */ .VU.test(id) ? [[region, id]] : []);
    return json(Object.fromEntries([[record.region, home], ...copies]));
}
function previousId({ previous }) {
    return previous && _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_3__/* .amiIdForm */ .VU.test(previous.id) ? previous.id : undefined;
}
/** The image's snapshots, the root volume's first. */
function snapshotsOf(record) {
    const known = (record.image?.snapshots ?? []).filter(({ snapshotId }) => _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_3__/* .snapshotIdForm */ .KP.test(snapshotId));
    return known.sort((one, other) => Number(other.root) - Number(one.root));
}
function snapshotIds(record) {
    const ids = snapshotsOf(record).map((snapshot) => snapshot.snapshotId);
    return ids.length > 0 ? json(ids) : undefined;
}
function snapshotsByDevice(record) {
    const entries = snapshotsOf(record).map(({ device, snapshotId }) => [device, snapshotId]);
    return entries.length > 0 ? json(Object.fromEntries(entries)) : undefined;
}
/** GitHub takes 1 MB of outputs a job. Everything else in the document has a limit of EC2's. */
const maxWarnings = 50;
const maxWarningCharacters = 1000;
/** The result as it stands; undefined as long as there is no image. */
function imageJson(record) {
    const { image, names } = record;
    const id = idOf(record);
    if (record.plan !== undefined && names !== undefined)
        return json(planDocument(record, names, record.plan));
    if (!image || !id)
        return undefined;
    // What EC2 says goes before what was asked for: an image that was there before has other tags.
    const wanted = (list = []) => (record.created ? tagsByKey(list) : {});
    const tags = { ...(image.tags ?? wanted(names?.imageTags)) };
    const document = {
        version: 1,
        id,
        name: image.name,
        region: image.region,
        state: image.state,
        description: image.description ?? names?.description ?? null,
        family: image.tags === undefined && record.created ? (names?.family ?? null) : (tags[_base_own_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .familyTag */ .jM] ?? null),
        key: image.tags === undefined && record.created ? (names?.key ?? null) : (tags[_base_own_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .keyTag */ .QR] ?? null),
        created: record.created,
        resumed: record.resumed,
        rebooted: record.rebooted ?? null,
        source: sourceOf(record),
        snapshots: snapshotsOf(record).map(({ device, snapshotId, root, sizeGiB, encrypted }) => ({
            device,
            snapshotId,
            root,
            sizeGiB,
            encrypted,
        })),
        tags,
        snapshotTags: { ...(image.snapshotTags ?? wanted(names?.snapshotTags)) },
        timings: timingsOf(record),
        warnings: warningsOf(record),
        copies: copiesOf(record),
        previous: previousOf(record),
        parameters: (record.parameters ?? []).map(({ region, name, oldValue, newValue }) => ({
            region,
            name,
            oldValue,
            newValue,
        })),
        sharing: sharingOf(record),
    };
    return json(document);
}
function planDocument(record, names, plan) {
    return {
        version: 1,
        dryRun: true,
        name: names.name,
        region: record.region,
        description: names.description,
        family: names.family,
        key: names.key,
        source: sourceOf(record),
        tags: tagsByKey(names.imageTags),
        snapshotTags: tagsByKey(names.snapshotTags),
        plan: plan.map((line) => (0,_github_sanitise_js__WEBPACK_IMPORTED_MODULE_2__/* .sanitise */ .t)(line)),
        warnings: warningsOf(record),
    };
}
function warningsOf({ warnings }) {
    return warnings.slice(0, maxWarnings).map((warning) => (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)((0,_github_sanitise_js__WEBPACK_IMPORTED_MODULE_2__/* .sanitise */ .t)(warning), maxWarningCharacters));
}
function copiesOf({ copies }) {
    return (copies ?? []).flatMap(({ region, id, image }) => id === undefined
        ? []
        : [{ region, id, state: image?.state ?? null, snapshots: [...(image?.snapshots ?? [])] }]);
}
function previousOf({ previous }) {
    return previous ? { id: previous.id, name: previous.name, commit: previous.commit ?? null } : null;
}
function sharingOf({ sharing }) {
    if (sharing === undefined)
        return null;
    const { accounts, organizations, organizationalUnits, public: isPublic, snapshots } = sharing;
    return { accounts, organizations, organizationalUnits, public: isPublic, snapshots };
}
function sourceOf({ instance }) {
    if (!instance)
        return null;
    const { id, name, type, architecture, platform, imageId, accountId } = instance;
    return { instanceId: id, name: name ?? null, type, architecture, platform, imageId, accountId };
}
function timingsOf({ startedAt, phases }) {
    const latest = Math.max(startedAt, ...phases.map((phase) => phase.endedAt ?? phase.startedAt));
    return {
        startedAt: new Date(startedAt).toISOString(),
        seconds: (latest - startedAt) / 1000,
        phases: phases.map((phase) => ({
            name: phase.name,
            startedAt: new Date(phase.startedAt).toISOString(),
            seconds: phase.endedAt === undefined ? null : (phase.endedAt - phase.startedAt) / 1000,
        })),
    };
}
function tagsByKey(tags) {
    return Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
}
/** JSON that is safe to echo in a step's log, where the runner obeys `##[` anywhere: the same text, escaped. */
function json(value) {
    return JSON.stringify(value).replaceAll('##[', '##\\u005b');
}


/***/ }),

/***/ 5417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ report),
  N: () => (/* binding */ reportError)
});

// EXTERNAL MODULE: ./lib/base/errors.js
var errors = __webpack_require__(7594);
// EXTERNAL MODULE: ./lib/base/units.js
var units = __webpack_require__(8714);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 10 modules
var core = __webpack_require__(6784);
// EXTERNAL MODULE: ./lib/github/report/markdown.js
var markdown = __webpack_require__(4629);
;// CONCATENATED MODULE: ./lib/github/report/timeline.js


const everyDay = { interval: '1day', format: 'day %-j' };
/**
 * Ticks of the axis: those of the first row that the whole bake fits in, so that there are some three to seven.
 * Syntax: https://mermaid.js.org/syntax/gantt.html
 */
const ticks = [
    { upToSeconds: 7, interval: '1second', format: '%-S s' },
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
/**
 * The phases of a bake as a Mermaid gantt chart, a row for each, its duration beside the bar; undefined when
 * there is nothing to show.
 * @param now what a phase that still runs is drawn up to, in milliseconds since the epoch
 * @param failed the phase to draw in red
 */
function timeLine(phases, now, failed) {
    const start = Math.min(...phases.map((phase) => phase.startedAt));
    const whole = Math.max(...phases.map((phase) => phase.endedAt ?? now)) - start;
    if (phases.length === 0 || !Number.isFinite(whole) || whole <= 0)
        return undefined;
    const rows = phases.flatMap((phase) => {
        const from = phase.startedAt - start;
        const to = (phase.endedAt ?? now) - start;
        // Bars that are too short to be seen get longer, to the left when they are at the end.
        const length = Math.max(to - from, whole * shortestBar);
        const left = Math.min(from, whole - length);
        const mark = phase === failed ? 'crit, ' : '';
        return [
            `  section ${plainName(phase.name)}`,
            `  ${(0,units/* duration */.p)(to - from)} :${mark}${moment(left)}, ${moment(left + length)}`,
        ];
    });
    const { interval, format } = ticksFor(whole);
    const head = [
        `%%{init: ${JSON.stringify(look(phases))}}%%`,
        'gantt',
        '  title Where the time went',
        '  dateFormat YYYY-MM-DD HH:mm:ss.SSS',
        `  axisFormat ${format}`,
        `  tickInterval ${interval}`,
        '  todayMarker off',
    ];
    return (0,markdown/* codeBlock */.DV)('mermaid', [...head, ...rows].join('\n'));
}
/** Colours that go with GitHub's light and dark mode both, rows in stripes, and room for the names at the left. */
function look(phases) {
    const longestName = Math.max(...phases.map(({ name }) => plainName(name).length));
    const green = '#1a7f37';
    const red = '#cf222e';
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
        .replace(/[^A-Za-z\d -]+/g, ' ')
        .trim()
        .slice(0, 24) || 'Phase');
}

// EXTERNAL MODULE: ./lib/aws/console.js
var console = __webpack_require__(4020);
// EXTERNAL MODULE: ./lib/base/own-tags.js
var own_tags = __webpack_require__(3443);
// EXTERNAL MODULE: ./lib/base/workflow.js
var base_workflow = __webpack_require__(2284);
// EXTERNAL MODULE: ./lib/image/share/grantees.js
var grantees = __webpack_require__(1096);
;// CONCATENATED MODULE: ./lib/bake/report/outcome.js
/** The phase that a bake failed in: the one that still runs, else the last one before the clean-up. */
function failedPhase(record, outcome) {
    if (outcome.status === 'success')
        return undefined;
    const phases = record.phases.filter(({ name }) => name !== 'Clean up');
    return phases.find(({ endedAt }) => endedAt === undefined) ?? phases.at(-1);
}
/** Whether the image, as far as the bake knows, is there with all its snapshots, so that links to them lead somewhere. */
function imageStands(record, outcome) {
    if (record.image === undefined)
        return false;
    return outcome.status === 'success' || (outcome.removed.length === 0 && outcome.left.length > 0);
}

;// CONCATENATED MODULE: ./lib/bake/report/facts.js
/** The middle of the job summary: what was baked from what, the snapshots, what is gone and what is left. */







/** More snapshots than this are folded. */
const mostOpenRows = 8;
const mostLines = 100;
const longestLine = 500;
/** The image, the instance, the commit and the run, one row each. */
function bakedFrom(record, workflow, outcome) {
    const rows = [
        ['Image', facts_image(record, outcome)],
        ['Instance', instance(record)],
        ['Source&nbsp;AMI', record.instance && resource(record.region, record.instance.imageId)],
        ['Reboot', reboot(record)],
        ['Shared&nbsp;with', sharedWith(record)],
        ['Previous', previous(record, workflow)],
        ['Commit', commit(workflow)],
        ['Run', run(workflow)],
    ];
    return (0,markdown/* facts */.Ix)(rows.flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
/** On success the headline has the ID. */
function facts_image(record, outcome) {
    const { image } = record;
    if (image === undefined || outcome.status === 'success')
        return undefined;
    return imageStands(record, outcome)
        ? joined([resource(image.region, image.id), (0,markdown/* literal */.eu)(image.state)])
        : (0,markdown/* code */.aY)(image.id);
}
function instance(record) {
    const { instance } = record;
    if (instance === undefined)
        return undefined;
    return joined([
        resource(instance.region, instance.id),
        instance.name && `<b>${(0,markdown/* literal */.eu)(instance.name)}</b>`,
        ...[instance.type, instance.architecture, instance.platform].map(markdown/* literal */.eu),
    ]);
}
function reboot(record) {
    if (record.image === undefined || record.rebooted === undefined || record.instance === undefined)
        return undefined;
    if (record.rebooted)
        return 'yes, for consistent file systems';
    return record.instance.state === 'stopped'
        ? 'not needed, the instance was stopped'
        : 'no: the file systems are as after a power failure';
}
/** The image before this one, and what has changed between the two. */
function previous({ previous, image }, workflow) {
    if (!previous)
        return undefined;
    // Of an image that was there before, the commit that it was baked from.
    const commit = image?.tags?.[own_tags/* commitTag */.m] ?? workflow.sha;
    const changed = previous.commit !== undefined && previous.commit !== commit;
    const range = `${previous.commit?.slice(0, 7)}...${commit.slice(0, 7)}`;
    const address = `${repositoryUrl(workflow)}/compare/${previous.commit}...${encodeURIComponent(commit)}`;
    return joined([
        (0,markdown/* code */.aY)(previous.id),
        (0,markdown/* code */.aY)(previous.name),
        changed ? (0,markdown/* link */.nf)(`commits ${(0,markdown/* code */.aY)(range)}`, address) : undefined,
    ]);
}
/** The copies in other Regions, one row each. */
function copies({ copies = [] }, outcome) {
    // Links to what was removed lead nowhere.
    if (outcome.status !== 'success' && outcome.removed.length > 0)
        return undefined;
    const rows = copies.map(({ region, id, image }) => [
        (0,markdown/* code */.aY)(region),
        id === undefined ? '' : resource(region, id),
        image === undefined ? 'not available' : (0,markdown/* literal */.eu)(image.state),
        image === undefined ? '' : image.snapshots.some(({ encrypted }) => encrypted) ? '🔒 yes' : 'no',
    ]);
    return rows.length === 0 ? undefined : (0,markdown/* table */.tp)(['Copy in', 'AMI', 'State', 'Encrypted'], rows);
}
/** The parameters that name the image now, and what they named before. */
function parameters({ parameters = [] }) {
    const rows = parameters.map(({ region, name, oldValue, newValue, unanswered }) => [
        (0,markdown/* code */.aY)(name),
        (0,markdown/* code */.aY)(region),
        unanswered ? `${(0,markdown/* code */.aY)(newValue)}, perhaps` : (0,markdown/* code */.aY)(newValue),
        oldValue === null ? 'nothing' : (0,markdown/* code */.aY)(oldValue),
    ]);
    return rows.length === 0 ? undefined : (0,markdown/* table */.tp)(['SSM parameter', 'Region', 'AMI', 'Before'], rows);
}
/** How many, not who: summaries of public repositories are public. */
function sharedWith({ sharing }) {
    if (sharing === undefined)
        return undefined;
    const whom = (0,grantees/* describeGrantees */.t2)(sharing);
    return joined([
        sharing.public ? '<b>everyone</b>' : undefined,
        whom === '' ? undefined : (0,markdown/* literal */.eu)(whom),
        sharing.snapshots ? 'snapshots too' : undefined,
    ]);
}
/** What a dry run found that would be done. */
function plan({ plan }) {
    if (plan === undefined)
        return undefined;
    return `Nothing was changed. The plan:\n\n${list(plan).join('\n')}`;
}
function commit(workflow) {
    if (workflow.sha === '')
        return undefined;
    const repository = repositoryUrl(workflow);
    const pull = workflow.pr === undefined ? undefined : `${repository}/pull/${workflow.pr}`;
    return joined([
        (0,markdown/* link */.nf)((0,markdown/* literal */.eu)(`${workflow.owner}/${workflow.repo}`), repository),
        (0,markdown/* link */.nf)((0,markdown/* code */.aY)(workflow.sha.slice(0, 7)), `${repository}/commit/${encodeURIComponent(workflow.sha)}`),
        (0,markdown/* link */.nf)((0,markdown/* code */.aY)(workflow.ref), pull),
    ]);
}
function repositoryUrl({ serverUrl, owner, repo }) {
    return `${serverUrl}/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}`;
}
function run(workflow) {
    const attempt = (0,base_workflow/* isLaterAttempt */._)(workflow) ? `, attempt ${workflow.runAttempt}` : '';
    return joined([
        (0,markdown/* link */.nf)((0,markdown/* literal */.eu)(`${workflow.workflow} #${workflow.runNumber}${attempt}`), workflow.runUrl),
        (0,markdown/* code */.aY)(workflow.job),
        workflow.actor && `by ${(0,markdown/* literal */.eu)(workflow.actor)}`,
    ]);
}
/** The snapshots behind the image, with the volumes that they were taken of. */
function snapshots(record, outcome) {
    const { image } = record;
    if (image === undefined || !imageStands(record, outcome))
        return undefined;
    if (image.snapshots.length === 0)
        return 'EC2 has not named the snapshots of this image yet.';
    const total = (0,units/* gibibytes */.I)(image.snapshots.reduce((sum, { sizeGiB }) => sum + sizeGiB, 0));
    const rows = image.snapshots.map((snapshot) => snapshotRow(snapshot, record));
    if (rows.length > 1)
        rows.push(['<b>Total</b>', `<b>${total}</b>`, '', '', '']);
    const body = (0,markdown/* table */.tp)(...withoutEmptyVolumes(rows), [1]);
    if (image.snapshots.length <= mostOpenRows)
        return body;
    return (0,markdown/* details */.zH)(`<b>${image.snapshots.length} snapshots</b>, ${total}`, body);
}
function snapshotRow(snapshot, record) {
    return [
        `${(0,markdown/* code */.aY)(snapshot.device)}${snapshot.root ? ' root' : ''}`,
        (0,units/* gibibytes */.I)(snapshot.sizeGiB),
        resource(record.region, snapshot.snapshotId),
        snapshot.encrypted ? '🔒 yes' : 'no',
        volumeOf(snapshot, record),
    ];
}
function volumeOf({ device }, record) {
    // An image that was there before may have been baked from other volumes.
    if (!record.created)
        return '';
    const volume = record.instance?.volumes.find((each) => each.device === device);
    return volume === undefined ? '' : resource(record.region, volume.volumeId);
}
/** The head and the rows of the table, with the column of the volumes when any is known. */
function withoutEmptyVolumes(rows) {
    const header = ['Device', 'Size', 'Snapshot', 'Encrypted', 'Volume'];
    if (rows.some((row) => row.at(-1) !== ''))
        return [header, rows];
    return [header.slice(0, -1), rows.map((row) => row.slice(0, -1))];
}
/** The tags of the image, folded. */
function imageTags(record, outcome) {
    const asked = (record.names?.imageTags ?? []).map(({ Key, Value }) => [Key, Value]);
    const tags = record.image?.tags === undefined ? asked : Object.entries(record.image.tags);
    if (outcome.status !== 'success' || !record.created || tags.length === 0)
        return undefined;
    const rows = tags.map(([key, value]) => [(0,markdown/* code */.aY)(key), (0,markdown/* code */.aY)(value)]);
    return (0,markdown/* details */.zH)(`${tags.length} tags`, (0,markdown/* table */.tp)(['Tag', 'Value'], rows));
}
/** What clean-up did and what it could not, or was told not to, do. */
function cleanedUp(record, outcome) {
    const parts = [];
    if (outcome.left.length > 0) {
        const regionOf = (id) => record.copies?.find((copy) => copy.id === id)?.region ?? record.region;
        const linked = (id) => resource(regionOf(id), id);
        parts.push((0,markdown/* alert */.xE)('WARNING', ['<b>Left in AWS</b>', '', ...list(outcome.left, linked)]));
    }
    if (outcome.removed.length > 0)
        parts.push(`<b>Removed</b>\n\n${list(outcome.removed).join('\n')}`);
    return parts.length === 0 ? undefined : parts.join('\n\n');
}
function list(lines, shown) {
    const items = lines
        .slice(0, mostLines)
        .map((line) => `- ${(0,markdown/* sentence */.em)((0,markdown/* cut */.Jj)(line, longestLine).replace(/\s+/g, ' '), shown)}`);
    return lines.length <= mostLines ? items : [...items, `- and ${lines.length - mostLines} more, in the log`];
}
function resource(region, id) {
    return (0,markdown/* link */.nf)((0,markdown/* code */.aY)(id), (0,console/* consoleUrl */.B)(region, id));
}
function joined(parts) {
    return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

;// CONCATENATED MODULE: ./lib/bake/report/headline.js
/** The top of the job summary: what one understands at a glance, and what went wrong. */




/** Longer messages are cut, e.g. EC2's refusals with an encoded reason. */
const longestMessage = 4000;
const longestWarning = 500;
const mostWarnings = 50;
/** How it ended, and with what; below it the name, the Region, size and time. */
function headline(record, outcome) {
    const image = record.image;
    const name = image?.name ?? record.names?.name;
    const sizes = image?.snapshots.map(({ sizeGiB }) => sizeGiB) ?? [];
    const phase = failedPhase(record, outcome);
    const snapshots = `${sizes.length} ${sizes.length === 1 ? 'snapshot' : 'snapshots'}`;
    const facts = [
        name === undefined ? undefined : `<b>${(0,markdown/* literal */.eu)(name)}</b>`,
        (0,markdown/* literal */.eu)(record.region),
        sizes.length > 0 && outcome.status === 'success'
            ? `${snapshots}, ${(0,units/* gibibytes */.I)(sizes.reduce((sum, size) => sum + size, 0))}`
            : undefined,
        phase && `in the phase <b>${(0,markdown/* literal */.eu)(phase.name)}</b>`,
        // Before the first phase, when only the inputs were read, the time says nothing.
        record.phases.length > 0 ? (0,units/* duration */.p)(outcome.endedAt - record.startedAt) : undefined,
        record.resumed ? 'taken up from an earlier attempt' : undefined,
    ];
    const line = facts.filter((fact) => fact !== undefined && fact !== '').join(' · ');
    return `## ${title(record, outcome)}\n\n${line}`;
}
function title(record, outcome) {
    if (outcome.status === 'cancelled')
        return '🚫 Bake cancelled';
    if (outcome.status === 'failure')
        return '❌ Bake failed';
    const image = record.image;
    if (record.plan !== undefined)
        return '📋 Dry run: this bake would go well as far as can be known';
    if (image === undefined)
        return '✅ Bake finished';
    const id = (0,markdown/* link */.nf)((0,markdown/* code */.aY)(image.id), (0,console/* consoleUrl */.B)(image.region, image.id));
    if (!record.created)
        return `♻️ Reused ${id}`;
    return image.state === 'available' ? `✅ Baked ${id}` : `⏳ Baking ${id}`;
}
/** The state of the image where it needs a word: reused, or not ready yet. */
function stateNote(record, outcome) {
    const image = record.image;
    if (image === undefined || outcome.status !== 'success')
        return undefined;
    const lines = [];
    if (!record.created)
        lines.push('An image of this name was there before; this bake created nothing.');
    if (image.state !== 'available') {
        lines.push(`The bake did not wait for the image: EC2 says <b>${(0,markdown/* literal */.eu)(image.state)}</b>. Nothing can be launched from it before it is <b>available</b>.`);
    }
    return lines.length === 0 ? undefined : (0,markdown/* alert */.xE)('NOTE', [lines.join('<br>')]);
}
/** What went wrong and what to do about it. */
function problem(record, outcome) {
    const linked = resourceLink(record);
    const resource = (id) => (isRemoved(id, outcome) ? (0,markdown/* code */.aY)(id) : linked(id));
    const lines = (0,markdown/* prose */.CS)((0,markdown/* cut */.Jj)(outcome.message, longestMessage), resource);
    if (outcome.remedy) {
        const [first = '', ...more] = (0,markdown/* prose */.CS)((0,markdown/* cut */.Jj)(outcome.remedy, longestMessage), resource);
        const heading = '<b>What to do:</b>';
        lines.push('', ...(first.startsWith('- ') ? [heading, '', first] : [`${heading} ${first}`]), ...more);
    }
    return (0,markdown/* alert */.xE)(outcome.status === 'failure' ? 'CAUTION' : 'WARNING', lines);
}
/** A link to what is no longer there would lead nowhere. */
function isRemoved(id, outcome) {
    return outcome.removed.some((line) => line.includes(id));
}
function warnings(record) {
    const told = [...(record.names?.warnings ?? []), ...record.warnings];
    const all = [...new Set(told.map((warning) => (0,markdown/* cut */.Jj)(warning, longestWarning)))];
    if (all.length === 0)
        return undefined;
    const shown = all
        .slice(0, mostWarnings)
        .map((warning) => (0,markdown/* sentence */.em)(warning.replace(/\s+/g, ' '), resourceLink(record)));
    if (all.length > shown.length)
        shown.push(`and ${all.length - shown.length} more, in the log`);
    return (0,markdown/* alert */.xE)('WARNING', shown.length === 1 ? shown : shown.map((warning) => `- ${warning}`));
}
/** EC2 IDs in messages, as links into the console of the bake's Region. */
function resourceLink(record) {
    return (id) => (0,markdown/* link */.nf)((0,markdown/* code */.aY)(id), (0,console/* consoleUrl */.B)(record.region, id));
}

// EXTERNAL MODULE: ./lib/aws/cli.js
var cli = __webpack_require__(5799);
// EXTERNAL MODULE: ./lib/aws/id-forms.js
var id_forms = __webpack_require__(5270);
;// CONCATENATED MODULE: ./lib/bake/report/recipes.js
/** The foot of the job summary: what to copy in order to use the image, or to be rid of it. */




/** GitHub's rule for the IDs of jobs and steps. */
const plainId = /^[A-Za-z_][\w-]{0,98}$/;
/** A workflow that hands the AMI ID to a later job. */
function usage(record, workflow, outcome) {
    if (outcome.status !== 'success' || record.image === undefined)
        return undefined;
    const job = plainId.test(workflow.job) ? workflow.job : 'bake';
    // Steps without an ID of their own have one that the runner made up, and that no expression can name.
    const stepHasId = plainId.test(workflow.step) && !workflow.step.startsWith('__');
    const step = stepHasId ? workflow.step : 'bake';
    const later = job === 'deploy' ? 'launch' : 'deploy';
    const snippet = [
        'jobs:',
        `  ${job}:`,
        '    outputs:',
        `      ami-id: \${{ steps.${step}.outputs.ami-id }}${stepHasId ? '' : `  # give the bake-ami step "id: ${step}"`}`,
        `  ${later}:`,
        `    needs: ${job}`,
        '    env:',
        `      AMI_ID: \${{ needs.${job}.outputs.ami-id }}`,
    ];
    return (0,markdown/* details */.zH)('Use this AMI in a later job', (0,markdown/* codeBlock */.DV)('yaml', snippet.join('\n')));
}
/** What the image costs until when, and the command that ends it. */
function removal(record, outcome) {
    const { image } = record;
    // An image that was there before is not this bake's to remove.
    if (image === undefined || !record.created || !imageStands(record, outcome))
        return undefined;
    const note = 'Deregistering alone is not enough: the snapshots are charged until they are deleted too.';
    if (!id_forms/* amiIdForm */.VU.test(image.id) || !id_forms/* regionForm */.lB.test(image.region))
        return undefined;
    const command = (0,cli/* removeImageCommand */.re)(image.region, image.id);
    return (0,markdown/* details */.zH)('Delete this AMI and its snapshots (they are charged until then)', `${note}\n\n${(0,markdown/* codeBlock */.DV)('sh', command)}`);
}

;// CONCATENATED MODULE: ./lib/bake/report/summary.js







/** GitHub refuses more than 1 MiB of summary a step; the rest is for what stands around it. */
const mostBytes = 1024 * 1024 - 16 * 1024;
/**
 * The job summary of a bake, as Markdown that GitHub shows: the outcome at a glance, what was baked from what, and
 * what to do with it; of a failed bake the error first. Text from outside has no meaning in it.
 */
function summaryMarkdown(record, workflow, outcome) {
    const failed = outcome.status !== 'success';
    return fitted([
        headline(record, outcome),
        failed ? problem(record, outcome) : stateNote(record, outcome),
        failed ? undefined : warnings(record),
        bakedFrom(record, workflow, outcome),
        plan(record),
        snapshots(record, outcome),
        copies(record, outcome),
        parameters(record),
        failed ? cleanedUp(record, outcome) : undefined,
        failed ? warnings(record) : undefined,
        timeLine(record.phases, outcome.endedAt, failedPhase(record, outcome)),
        usage(record, workflow, outcome),
        removal(record, outcome),
        imageTags(record, outcome),
    ]);
}
/** As many sections as there is room for, whole ones, and a word about those that are not there. */
function fitted(sections) {
    const there = sections.filter((section) => section !== undefined);
    let bytes = 0;
    const kept = there.filter((section) => {
        const more = Buffer.byteLength(section) + 2;
        if (bytes + more > mostBytes)
            return false;
        bytes += more;
        return true;
    });
    if (kept.length < there.length)
        kept.push('The rest is too long for a job summary; the log has it.');
    return `${kept.join('\n\n')}\n`;
}
/**
 * Adds Markdown to the summary of the job. A runner that has no job summaries, or a file that cannot be written,
 * is told in the log and nothing else: the bake is what counts.
 */
async function publishSummary(markdown, log) {
    try {
        await core/* summary */.z.addRaw(markdown, true).write();
    }
    catch (thrown) {
        core/* summary */.z.emptyBuffer();
        log.info(`The job summary could not be written: ${(0,errors/* messageOf */.bD)(thrown)}`);
    }
}

;// CONCATENATED MODULE: ./lib/bake/report/report.js
/** Tells how the bake ended: outputs, job summary, the causes for those who look for them, one closing annotation. */



/** Facts first, the error last: it is what a reader of the log sees at its end. */
async function report({ outcome, workflow, outputs, log, endedAt, comment, }) {
    const { record } = outcome;
    outputs.publish(record);
    outputs.finish();
    await publishSummary(summaryMarkdown(record, workflow, forSummary(outcome, endedAt)), log);
    await comment();
    if (outcome.ok)
        log.notice(closingWords(record, endedAt), closingTitle(record));
    else
        reportError(outcome.error, log);
}
/** Also for what goes wrong before there is anything to bake. */
function reportError(error, log) {
    const causes = (0,errors/* causesOf */.cZ)(error);
    if (causes.length > 0)
        log.group('Cause', causes);
    const { message, remedy } = told(error);
    const title = error instanceof errors/* CancelledError */.cc ? 'Bake cancelled' : 'Bake failed';
    log.error(remedy === undefined ? message : `${message}\n${remedy}`, title);
}
function told(error) {
    if (error instanceof errors/* BakeError */.oU)
        return { message: error.message, remedy: error.remedy };
    return {
        message: `This is a bug in bake-ami: ${(0,errors/* messageOf */.bD)(error)}`,
        remedy: 'Please report it, with the part of the log that is folded under "Cause".',
    };
}
function forSummary(outcome, endedAt) {
    if (outcome.ok)
        return { status: 'success', endedAt };
    const { error, cleanup } = outcome;
    return {
        status: error instanceof errors/* CancelledError */.cc ? 'cancelled' : 'failure',
        endedAt,
        ...told(error),
        removed: cleanup?.removed ?? [],
        left: [
            ...(cleanup?.kept ?? []),
            ...(cleanup?.remaining ?? []).map(({ id, reason, command }) => `${id}: ${reason}. To remove it: ${command}`),
        ],
    };
}
function closingWords(record, endedAt) {
    const { image, startedAt, region, instance, created, resumed, plan, names } = record;
    if (plan !== undefined)
        return `Dry run: "${names?.name}" could be baked from ${instance?.id} in ${region}. Nothing was changed.`;
    if (image === undefined)
        return 'Done';
    const origin = created ? `baked from ${instance?.id} in ${region}` : `reused in ${region}`;
    const ready = image.state === 'available' ? 'is ready' : `is ${image.state}`;
    const taken = resumed ? ', taken up from an earlier attempt,' : ',';
    return `${image.id} "${image.name}", ${origin}${taken} ${ready} after ${(0,units/* duration */.p)(endedAt - startedAt)}.`;
}
function closingTitle({ plan, created }) {
    if (plan !== undefined)
        return 'Dry run';
    return created ? 'AMI baked' : 'AMI reused';
}


/***/ }),

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

/***/ 3501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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
/** Something to be done to an image that is there already. */
function distributionInput(name, parse, rest) {
    return { name, parse, ...rest };
}
/** Every Region that has the image in the end, the home Region first. */
function regionsOf({ region, copyTo }) {
    return [region, ...copyTo.map((copy) => copy.region)];
}


/***/ }),

/***/ 3492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ updateComment)
});

// EXTERNAL MODULE: ./lib/base/errors.js
var errors = __webpack_require__(7594);
// EXTERNAL MODULE: ./lib/aws/errors.js
var aws_errors = __webpack_require__(6762);
// EXTERNAL MODULE: ./lib/base/own-tags.js
var own_tags = __webpack_require__(3443);
// EXTERNAL MODULE: ./lib/image/describe.js
var describe = __webpack_require__(1852);
;// CONCATENATED MODULE: ./lib/image/of-pull-request.js
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
    const looks = all.map((region) => look(run, region, ids.filter((each) => each.region === region).map(({ id }) => id)).then((images) => ({ images, unseen: [] }), (error) => ({ images: [], unseen: [{ region, problem: (0,aws_errors/* describeAwsError */.Pp)(error) }] })));
    const seen = await Promise.all(looks);
    run.signal.throwIfAborted();
    return { images: seen.flatMap(({ images }) => images), unseen: seen.flatMap(({ unseen }) => unseen) };
}
async function look(run, region, ids) {
    const { aws, signal, workflow } = run;
    const ec2 = aws.ec2(region);
    const [ofTags, ofIds] = await Promise.all([
        (0,describe/* describeImages */.Sx)(ec2, { Filters: filtersOf(workflow) }, { signal, ...little }),
        // A filter, for an ID that is gone makes the call fail otherwise.
        ids.length === 0
            ? []
            : (0,describe/* describeImages */.Sx)(ec2, { Filters: [{ Name: 'image-id', Values: [...ids] }] }, { signal, ...little }),
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
        { Name: `tag:${own_tags/* repositoryTag */.B1}`, Values: [repositoryOf(workflow)] },
        { Name: `tag:${own_tags/* refTag */.Ys}`, Values: [`pr-${workflow.pr}`] },
    ];
}
/** Whether the image was baked in the pull request of this run. */
function isOfPullRequest(workflow, image) {
    return (workflow.pr !== undefined &&
        (0,own_tags/* tagOf */.cO)(image, own_tags/* repositoryTag */.B1) === repositoryOf(workflow) &&
        (0,own_tags/* tagOf */.cO)(image, own_tags/* refTag */.Ys) === `pr-${workflow.pr}`);
}
function repositoryOf({ owner, repo }) {
    return `${owner}/${repo}`;
}
/** What EC2 says of an image; also of one that is about to be removed. */
function factsOf(region, image) {
    const snapshots = (0,describe/* snapshotsOf */.XO)(image);
    return {
        region,
        id: image.ImageId ?? '',
        name: image.Name ?? '',
        state: image.State ?? '',
        sizeGiB: snapshots.length === 0 ? undefined : snapshots.reduce((sum, { sizeGiB }) => sum + sizeGiB, 0),
        family: (0,own_tags/* tagOf */.cO)(image, own_tags/* familyTag */.jM),
        tested: (0,own_tags/* tagOf */.cO)(image, own_tags/* testedTag */.Sy),
        public: image.Public ?? false,
        createdAt: (0,describe/* creationTime */.vx)(image, 0),
    };
}

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
;// CONCATENATED MODULE: ./lib/github/comment/marker.js
/** The hidden line by which a comment is found again: of which family it is, and which run wrote it last. */
/** First in the comment. An HTML comment, which must not hold `--` (GitHub Flavored Markdown, "Raw HTML"). */
function markerLine({ family, runId, runAttempt }) {
    const name = encodeURIComponent(family.toWellFormed()).replaceAll('-', '%2D');
    return `<!-- bake-ami family=${name} run=${runId}.${runAttempt} -->`;
}
/** @returns undefined for what does not begin with a marker */
function markerOf(body) {
    const [, name, runId, runAttempt] = /^<!-- bake-ami family=([\w%.!~*'()]*) run=(\d{1,20})\.(\d{1,9}) -->/.exec(body) ?? [];
    if (name === undefined || runId === undefined || runAttempt === undefined)
        return undefined;
    try {
        return { family: decodeURIComponent(name), runId, runAttempt };
    }
    catch {
        return undefined;
    }
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
function failure({ failure }) {
    if (failure === undefined)
        return undefined;
    const [first = '', ...rest] = (0,markdown/* prose */.CS)((0,markdown/* cut */.Jj)((0,errors/* messageWithRemedy */.ug)(failure.error), 1000));
    return [`❌ <b>${(0,markdown/* literal */.eu)(failure.title)}</b>`, '', first, ...rest].join('\n');
}
function imageTable(facts, images) {
    const header = ['AMI', 'Region', 'Size', 'Tested', 'Shared and promoted to', 'State'];
    const rows = images.map((image) => [
        nameOf(image),
        (0,markdown/* code */.aY)(image.region),
        image.sizeGiB === undefined ? '' : (0,units/* gibibytes */.I)(image.sizeGiB),
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
    const boot = bootSeconds === undefined ? '' : `, booted in ${(0,units/* duration */.p)(bootSeconds * 1000)}`;
    if (judgement === 'passed')
        return `✅ passed${boot}`;
    const reason = test.reason === undefined ? '' : `: ${(0,markdown/* literal */.eu)((0,markdown/* cut */.Jj)(test.reason, 300))}`;
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
    const lines = unseen.map(({ region, problem }) => `${(0,markdown/* code */.aY)(region)} (${(0,markdown/* literal */.eu)((0,markdown/* cut */.Jj)(problem, 300))})`);
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
        const { data } = await octokit.request(`POST ${graphqlUrl(environment)}`, {
            query: '{ viewer { login } }',
        });
        const login = data?.data?.viewer?.login;
        return typeof login === 'string' && login !== '' ? login : actionsBot;
    }
    catch {
        return actionsBot;
    }
}

;// CONCATENATED MODULE: ./lib/github/comment/write.js

/** A change is not repeated blindly: after a lost answer the comment may be there. */
const write_pausesSeconds = [1, 2];
/**
 * @returns `newer` where a newer run has written the comment, which then stays as it is
 * @throws what GitHub refuses, and what does not pass
 */
async function writeComment(writing) {
    for (const seconds of write_pausesSeconds) {
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
/** Octokit gives 500 to what got no answer. */
function isPassing(error) {
    return error instanceof Error && 'status' in error && Number(error.status) >= 500;
}
async function write(writing) {
    const found = await ownComments(writing);
    if (found.length > 0)
        return update(writing, found);
    await create(writing);
    // Another step may have made one at the same time: the older one stays.
    const all = await ownComments(writing);
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
        if (!(error instanceof Error && 'status' in error && error.status === 404))
            throw error;
    });
}
/** Those of this family that the token's own user has written, the oldest first. */
async function ownComments(writing) {
    const comments = [];
    for (let page = 1; page <= mostPages; page += 1) {
        const { data, headers } = await list(writing, page);
        comments.push(...data.flatMap((comment) => ownComment(comment, writing)));
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
function ownComment({ id, body = '', user }, { login, marker }) {
    const found = user?.login === login ? markerOf(body) : undefined;
    return found?.family === marker.family ? [{ id, body, marker: found }] : [];
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
    const { workflow, clock, signal, log, region } = run;
    const { images = [], removed = [], regions = [] } = options;
    const seen = await imagesOfPullRequest(run, { regions: [region, ...regions], ids: images });
    const shown = shownImages(run, seen, options);
    const own = new Set([...images, ...removed].map(({ id }) => id));
    const families = familiesOf(run, shown, own, options);
    if (families.length === 0)
        return log.info('No comment: there is nothing of this pull request to tell.');
    const { githubToken: token, environment, fetch } = options;
    const octokit = await octokitOf({ token, environment, signal, clock, ...(fetch && { fetch }) });
    const login = await ownLogin(octokit, environment);
    for (const family of families) {
        const marker = { family, runId: workflow.runId, runAttempt: workflow.runAttempt };
        const body = commentBody({
            ...options,
            marker,
            workflow,
            own,
            pointers: options.pointers ?? [],
            images: shown.filter((image) => familyOf(run, image, own, options.family) === family),
            unseen: seen.unseen,
        });
        const written = await writeComment({
            octokit,
            login,
            workflow,
            pullRequest,
            marker,
            body,
            clock,
            signal,
        });
        log.info(`Comment in pull request ${pullRequest}, family ${family}: ${words[written]}`);
    }
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
    if (status === 403 || status === 404)
        return `GitHub answered ${status} ${message}. ${permissionRemedy}`;
    if (status === 401)
        return `GitHub answered 401 ${message}. Correct the input \`github-token\``;
    return message;
}
const permissionRemedy = 'Give the job `permissions: { pull-requests: write }`; the tokens of pull requests from forks and of Dependabot can only read';


/***/ }),

/***/ 8120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ readWorkflowContext)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7594);
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
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemsError */ .FQ('This action runs as a step of a GitHub Actions workflow, where the runner sets these variables', missing.map((name) => `\`${name}\` is not set`));
}
function repository(fullName) {
    const [, owner, repo] = /^([^/]+)\/([^/]+)$/.exec(fullName) ?? [];
    if (owner === undefined || repo === undefined) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BakeError */ .oU(`\`GITHUB_REPOSITORY\` is not of the form owner/repository: ${JSON.stringify(fullName)}`);
    }
    return [owner, repo];
}
/**
 * For a pull request the payload is asked first: with `pull_request_target` the environment's ref and commit are those of
 * the base branch, with `pull_request` those of a merge commit that nobody made.
 */
function commitAndRefs(environment, payload) {
    const ref = environment['GITHUB_REF'] ?? '';
    const sha = environment['GITHUB_SHA'] ?? '';
    const pullRequest = field(payload, 'pull_request');
    const pr = positiveInteger(field(pullRequest, 'number')) ??
        positiveInteger(Number(afterPrefix(ref, 'refs/pull/')?.split('/')[0]));
    const headBranch = environment['GITHUB_HEAD_REF'] || text(field(pullRequest, 'head', 'ref'));
    const branch = headBranch ?? (pr === undefined ? afterPrefix(ref, 'refs/heads/') : undefined);
    const tag = pr === undefined ? afterPrefix(ref, 'refs/tags/') : undefined;
    const mergeGroupBase = afterPrefix(text(field(payload, 'merge_group', 'base_ref')), 'refs/heads/');
    return {
        ref: pr === undefined ? (branch ?? tag ?? (ref || sha.slice(0, 7))) : `pr-${pr}`,
        branch,
        tag,
        pr,
        sha: commit(field(pullRequest, 'head', 'sha')) ?? sha,
        baseRef: environment['GITHUB_BASE_REF'] || text(field(pullRequest, 'base', 'ref')) || mergeGroupBase,
    };
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
function text(value) {
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
 * A message of one or more lines, as Markdown lines; those that start with `- ` become a list.
 * @param resource how an EC2 ID within the message is shown, e.g. as a link
 */
function prose(message, resource = code) {
    const lines = [];
    let listed = true;
    for (const line of message.split(lineBreak).map((each) => each.trim())) {
        if (line === '')
            continue;
        const item = /^[-*] +(.*)$/.exec(line)?.[1];
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
/** One line of a message, with the EC2 IDs in it shown by `resource`. */
function sentence(line, resource = code) {
    const parts = line.trim().split(resourceId);
    const shown = parts.map((part, index) => (index % 2 === 0 ? encode(part) : resource(part))).join('');
    return isAscii(line) ? shown : `<span dir="auto">${shown}</span>`;
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
/** A table; the cells are Markdown. `right` names the columns whose cells stand at the right, counted from 0. */
function table(header, rows, right = []) {
    const rule = header.map((_, column) => (right.includes(column) ? '--:' : ':--'));
    return [header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
/** Names and what they stand for, as a table without a header. HTML, since Markdown's tables all have one. */
function facts(rows) {
    const lines = rows.map(([name, value]) => `<tr><th align="left">${name}</th><td>${value}</td></tr>`);
    return ['<table>', ...lines, '</table>'].join('\n');
}
/** The first characters of a text that is too long, and that it was cut. */
function cut(text, characters) {
    if (text.length <= characters)
        return text;
    // A character has at most two code units.
    const first = [...text.slice(0, 2 * characters)].slice(0, characters).join('');
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

/***/ 3295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ createRunnerFiles)
/* harmony export */ });
/* unused harmony export unwritableFiles */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6784);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7594);
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
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
            return 'there is no such file';
        const before = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(path, '\n');
        if (before.isFile())
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.truncateSync)(path, before.size);
        return undefined;
    }
    catch (error) {
        return (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error);
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
                log.error(`${problemOf(variable, (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error))}.`, 'Results lost');
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
            if (!attempt('GITHUB_OUTPUT', () => _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setOutput */ .uH(name, value)))
                hasLostOutputs = true;
        },
        saveState: (name, value) => void attempt('GITHUB_STATE', () => _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ(name, value)),
        get hasLostOutputs() {
            return hasLostOutputs;
        },
    };
}
function noResults(problems) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemsError */ .FQ('The runner cannot take the results of this step. Free disk space, or correct what runs before it', problems);
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
 * @throws BakeError when EC2 refuses or the calls fail; ProblemsError when EC2 does not show in the end what it accepted
 */
async function settleLifecycle(run, { image, deprecateAt, requireImdsv2 }) {
    const traits = [
        ...(deprecateAt === undefined ? [] : [deprecated(run, image, deprecateAt)]),
        ...(requireImdsv2 ? [requiringImdsv2(run, image)] : []),
    ];
    await settle(run, image, traits);
}
/**
 * Protects the image from deregistration; as late as can be, for a cooldown keeps an image for 24 hours that the bake might
 * have to remove. What is protected more than was asked for stays so.
 * @throws as `settleLifecycle`
 */
async function protect(run, { image, protection }) {
    if (protection !== 'off')
        await settle(run, image, [protectedBy(run, image, protection)]);
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
        return;
    const { log } = run;
    const where = `${image.id} in ${image.region}`;
    const toMake = await missing(run, image, traits);
    for (const trait of traits) {
        if (toMake.includes(trait))
            await make(run, trait);
        else
            log.info(`${where} is ${trait.what} already`);
    }
    await readBack(run, image, toMake);
    for (const { what } of toMake)
        log.info(`${where} is ${what}`);
}
/** @returns what the image is not, of what it is to be; all of it while EC2 does not show the image */
async function missing({ aws, signal }, { id, region }, traits) {
    try {
        const image = await (0,_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .describeImage */ .hu)(aws.ec2(region), id, { signal, newObject: true });
        return traits.filter(({ isSo }) => image === undefined || !isSo(image));
    }
    catch (error) {
        signal.throwIfAborted();
        throw (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .MT)('ec2:DescribeImages', `look at image ${id}`, error);
    }
}
async function make({ clock, signal }, trait) {
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
    const areAllShown = async () => {
        left = left.length === 0 ? left : await missing(run, image, traits);
        return left.length === 0 || undefined;
    };
    if (await (0,_base_look_until_js__WEBPACK_IMPORTED_MODULE_5__/* .lookUntil */ .c)(areAllShown, { clock, signal, until, everySeconds: lookEverySeconds }))
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemsError */ .FQ(`EC2 accepted the changes to image ${image.id} in ${image.region}, but does not show them ${patienceSeconds} seconds later`, left.map(({ what }) => `it is not ${what}`));
}
function pastByNow(id, deprecateAt) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BakeError */ .oU(`Image ${id} was to be deprecated from ${deprecateAt.toISOString()}, and that is past by now: the bake took longer.`, { remedy: 'Give a later time, or a longer duration, as `deprecate-after`.' });
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
/* harmony import */ var _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(848);
/* harmony import */ var _grantees_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1096);


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
            const command = new _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_0__/* .DescribeImageAttributeCommand */ .Ok({ ImageId: imageId, Attribute: 'launchPermission' });
            const { LaunchPermissions } = await ec2.send(command, how(signal));
            return entitiesOf(LaunchPermissions);
        },
        async add(entities, signal) {
            const LaunchPermission = { Add: entities.map(permission) };
            await ec2.send(new _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_0__/* .ModifyImageAttributeCommand */ .FE({ ImageId: imageId, LaunchPermission }), how(signal));
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
            const command = new _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_0__/* .DescribeSnapshotAttributeCommand */ .x0({ SnapshotId: snapshotId, Attribute });
            const { CreateVolumePermissions } = await ec2.send(command, how(signal));
            return entitiesOf(CreateVolumePermissions);
        },
        async add(entities, signal) {
            const CreateVolumePermission = { Add: entities.map((UserId) => ({ UserId })) };
            const command = new _aws_sdk_ec2_js__WEBPACK_IMPORTED_MODULE_0__/* .ModifySnapshotAttributeCommand */ .KD({ SnapshotId: snapshotId, CreateVolumePermission });
            await ec2.send(command, how(signal));
        },
    };
}
function permission(entity) {
    if (entity === everyone)
        return { Group: everyone };
    switch ((0,_grantees_js__WEBPACK_IMPORTED_MODULE_1__/* .granteeKind */ .DF)(entity)) {
        case 'organizations':
            return { OrganizationArn: entity };
        case 'organizationalUnits':
            return { OrganizationalUnitArn: entity };
        default:
            return { UserId: entity };
    }
}
function entitiesOf(permissions) {
    const entities = (permissions ?? []).flatMap(({ Group, UserId, ...rest }) => {
        const { OrganizationArn, OrganizationalUnitArn } = rest;
        return Group ?? UserId ?? OrganizationArn ?? OrganizationalUnitArn ?? [];
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
 * - tokens with well-known beginnings: of GitHub, GitLab, npm, Slack and AWS, JSON Web Tokens;
 * - private keys in PEM.
 */
const secretValue = new RegExp([
    String.raw `:\/\/[^\s/?#@:]{0,200}:\S{0,200}@`,
    String.raw `\b(?:password|passwd|pwd|secret|token|api_?key|accountkey|sharedaccesskey|sig)=[^\s&;]`,
    String.raw `\b(?:gh[oprsu]_|github_pat_|glpat-|npm_|xox[abeoprs]-)\w{10}`,
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

/***/ 7237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LN: () => (/* binding */ checkNames),
  pj: () => (/* binding */ renderNames)
});

// UNUSED EXPORTS: attemptNames

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

// EXTERNAL MODULE: ./lib/naming/environment.js
var naming_environment = __webpack_require__(7865);
;// CONCATENATED MODULE: ./lib/naming/variables.js

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
        env: (0,naming_environment/* environmentVariables */.ro)(environment),
        instance: source && instanceVariables(source),
    });
}
/** The variables as another attempt of the workflow run would have them, at another time. */
function variablesOfAttempt({ workflow, environment, source }, { attempt, now }) {
    return templateVariables({
        workflow: { ...workflow, runAttempt: attempt },
        now,
        environment: (0,naming_environment/* withAttempt */.sw)(environment, attempt),
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
    const variables = variablesOfAttempt(sources, { attempt: '1', now: new Date(0) });
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

;// CONCATENATED MODULE: ./lib/naming/parameter-name.js
/**
 * The rules for SSM parameter names: letters, digits and `_ . -`; at most fifteen levels, each after a `/`; at most 1011
 * characters, including what precedes the name in the parameter's ARN; neither `aws` nor `ssm` at the beginning. Source: Systems Manager API Reference, PutParameter, `Name`.
 */



const mostLevels = 15;
/** The longest prefix of any Region, because a name is the same in all Regions. */
const arnPrefix = 'arn:aws-iso-f:ssm:us-isof-south-1:123456789012:parameter/';
const parameter_name_longestName = 1011 - arnPrefix.length;
const parameter_name_illegalRuns = /[^A-Za-z0-9_.\-/]+/g;
/** The value with each run of characters that a parameter name cannot contain replaced by one `-`. */
function parameterSafe(value) {
    return value.normalize('NFC').replace(parameter_name_illegalRuns, '-');
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
            throw new errors/* BakeError */.oU(`renders to "${(0,base_text/* cut */.Jj)(name, 100)}": ${problem}`);
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
    (0,naming_template/* rejectLiterals */.O)(template, parameter_name_illegalRuns, 'an SSM parameter name, which may contain A-Z a-z 0-9 _ . - and /');
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
    if (name.length > parameter_name_longestName)
        return `it has ${name.length} characters, ${parameter_name_longestName} are allowed`;
    return undefined;
}
/** An input may hold several names, so each problem shows its template. */
function inParameter(template, action) {
    try {
        return action();
    }
    catch (error) {
        if (!(error instanceof errors/* BakeError */.oU))
            throw error;
        const shown = (0,base_text/* cut */.Jj)((0,base_text/* withoutControls */.DJ)(template.source), 60);
        throw new errors/* BakeError */.oU(`\`${shown}\` ${error.message}`, { cause: error });
    }
}

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
    const others = attempts.map((other) => valuesOf(templates, variablesOfAttempt(sources, other)));
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
    const variables = templateVariables(sources);
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
        throw new errors/* ProblemsError */.FQ('The AMI cannot be named', problems);
    // Without problems, every name is there.
    return names;
}
/**
 * Renders what can be rendered, so that names with problems do not hide what else is wrong with a bake.
 * @returns the names that have no problem, and everything that is wrong, each problem naming its input
 */
function attemptNames({ templates, matrix, claim, state, ...sources }) {
    const variables = templateVariables(sources);
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
            render: (values) => renderParameterName(template, values),
            check: () => checkParameterTemplate(template),
        }) ?? []),
    };
    problems.push(...repeatedParameters(parts.ssmParameters));
    return { problems, parts };
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
    const [found] = literals.flatMap((text) => text.match(/,\s*[A-Za-z][\w.:/-]*=/) ?? []);
    return found;
}
// Braces and brackets are around structures and lists. Source: AWS CLI User Guide, "Using shorthand syntax".
const word = `"[^"]*"|'[^']*'`;
const key = `(?<key>${word}|[^,{}\\[\\]]*?)`;
const value = `(?<value>${word}|(?:${output}|[^}\\]])*?)`;
const shorthandLine = /^\s*(?:ResourceType=\S*?Tags=)?[[{\s]*(?:Key=.*,\s*Value=|Value=.*,\s*Key=)/i;
const shorthandTag = new RegExp(`\\bKey=${key}\\s*,\\s*Value=${value}(?=\\s*(?:$|[}\\]]|[\\s,;]+\\{?Key=))`, 'gi');
const reversedTag = new RegExp(`\\bValue=${value}\\s*,\\s*Key=${key}(?=\\s*(?:$|[}\\]]|[\\s,;]+\\{?Value=))`, 'gi');
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
    const traits = [(0,_base_units_js__WEBPACK_IMPORTED_MODULE_0__/* .gibibytes */ .I)(sizeGiB), ...(encrypted ? ['encrypted'] : []), ...(root ? ['root'] : [])];
    return `${device}  ${volumeId}  ${traits.join(', ')}`;
}


/***/ })

};
