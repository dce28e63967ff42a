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

/***/ 9369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ bake)
});

// EXTERNAL MODULE: ./lib/base/errors.js
var base_errors = __webpack_require__(7594);
// EXTERNAL MODULE: ./lib/aws/errors.js
var errors = __webpack_require__(6762);
// EXTERNAL MODULE: ./lib/aws/failure.js + 2 modules
var aws_failure = __webpack_require__(8039);
// EXTERNAL MODULE: ./lib/aws/patient-client.js
var patient_client = __webpack_require__(1326);
;// CONCATENATED MODULE: ./lib/aws/decode.js




/** It is only an explanation: nobody waits for it longer than this. */
const attemptSeconds = 2;
/** STS API Reference, DecodeAuthorizationMessage. */
const longestEncodedMessage = 10_240;
/** Session names, resources and statement IDs may be of any length; the sentence should not. */
const longestPart = 200;
/**
 * @param error whatever ended a bake
 * @returns the error with the decoded reason in its message, and a remedy that fits it. The same error when there is
 * nothing to decode, or sts:DecodeAuthorizationMessage is not allowed, or STS does not answer in time.
 */
async function explain(error, options) {
    if (!(error instanceof base_errors/* BakeError */.oU))
        return error;
    const refusal = refusalBelow(error);
    if (refusal === undefined)
        return error;
    const explanation = await decodeAuthorizationMessage(refusal.encoded, options);
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
async function decodeAuthorizationMessage(encoded, { sts, clock, signal }) {
    if (encoded.length > longestEncodedMessage)
        return undefined;
    try {
        const client = new patient_client/* PatientClient */.HH({ client: await sts(), clock, random: () => 0 });
        const { DecodeAuthorizationMessageCommand } = await __webpack_require__.e(/* import() */ 510).then(__webpack_require__.bind(__webpack_require__, 5510));
        const command = new DecodeAuthorizationMessageCommand({ EncodedMessage: encoded });
        const { DecodedMessage } = await client.send(command, { signal, patienceSeconds: 0, attemptSeconds });
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

;// CONCATENATED MODULE: ./lib/base/side-by-side.js
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

// EXTERNAL MODULE: ./lib/base/units.js
var units = __webpack_require__(8714);
// EXTERNAL MODULE: ./lib/distribute/clean-up.js
var clean_up = __webpack_require__(4214);
// EXTERNAL MODULE: ./lib/aws/console.js
var console = __webpack_require__(4020);
// EXTERNAL MODULE: ./lib/github/context.js
var context = __webpack_require__(8120);
// EXTERNAL MODULE: ./lib/image/describe.js
var describe = __webpack_require__(1852);
;// CONCATENATED MODULE: ./lib/image/find.js
/** What is there already before an image is made: of an earlier attempt of this bake, or of the same name. */


/** So old an image shows its tags, if it has any (eventual consistency). */
const youngSeconds = 60;
const lookEverySeconds = 2;
/**
 * In a later attempt, a young image of the wanted name that shows no tags may be the one that the attempt before has made.
 * @throws BakeError when our images cannot be looked up
 */
async function findExisting(options) {
    const { clock, signal, isLaterAttempt } = options;
    // Ages are by EC2's clock, which need not agree with the runner's: it is this clock that ends the looking.
    const until = clock.now() + (isLaterAttempt ? youngSeconds * 1000 : 0);
    for (;;) {
        const existing = await look(options);
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
async function look(options) {
    const [open, ofName] = await Promise.all([findUnfinished(options), findOfName(options)]);
    const unfinished = open.find(canBeTakenUp);
    const isUnfinished = (image) => open.some(({ ImageId }) => ImageId === image.ImageId);
    return {
        unfinished,
        leftovers: open.filter((image) => image !== unfinished),
        namesake: ofName.find((image) => !isUnfinished(image)),
    };
}
/**
 * Our images that carry the key of this bake and are not `ready`, oldest first.
 * @throws BakeError when our images cannot be looked up
 */
async function findUnfinished({ ec2, signal, names, accountId }) {
    const images = await (0,describe/* imagesOfKey */.pq)(ec2, names.key, { signal }).catch((error) => {
        signal.throwIfAborted();
        throw (0,aws_failure/* awsFailure */.MT)('ec2:DescribeImages', 'look for what an earlier attempt has made', error);
    });
    return images.filter((image) => isOurs(image, accountId) && (0,describe/* bakeStateOf */.iy)(image) === 'baking');
}
async function findOfName({ ec2, signal, names, accountId }) {
    const images = await (0,describe/* imagesOfName */.zD)(ec2, names.name, { signal }).catch((error) => {
        signal.throwIfAborted();
        throw (0,aws_failure/* awsFailure */.MT)('ec2:DescribeImages', `look for images of the name ${names.name}`, error);
    });
    return images.filter((image) => isOurs(image, accountId));
}
/** Ours, and there: EC2 shows deregistered images for a short while. */
function isOurs({ OwnerId, State }, accountId) {
    return OwnerId === accountId && State !== 'deregistered';
}
/** On its way, or there: what is in another state does not come back. */
function canBeTakenUp({ State }) {
    return State === 'pending' || State === 'available' || State === 'transient';
}

// EXTERNAL MODULE: ./lib/image/remove.js
var remove = __webpack_require__(7781);
;// CONCATENATED MODULE: ./lib/image/copy/earlier.js
/** Copies of this bake that are in a Region already, made by an earlier request: taken up, or put out of the way. */





/** For the removal of a copy that failed in an earlier attempt. */
const removalSeconds = 180;
/** For one call of it. */
const earlier_attemptSeconds = 30;
class EarlierCopies {
    #options;
    /** Copies of this bake that are of no use. */
    #useless = new Set();
    #freedNameAt = Number.NEGATIVE_INFINITY;
    constructor(options) {
        this.#options = options;
    }
    /**
     * @param patienceSeconds for the look, as of `SendOptions`
     * @returns the copy that an earlier request has made, if it shows; those that are of no use are put out of the way
     * @throws BakeError, without a cause when what has the name cannot be removed
     */
    async takeUp(patienceSeconds) {
        const { ec2, target, names, signal, accountId, clock } = this.#options;
        const how = { signal, ...(patienceSeconds === undefined ? {} : { patienceSeconds }) };
        const images = await (0,describe/* imagesOfKey */.pq)(ec2, names.key, how).catch((error) => {
            signal.throwIfAborted();
            const doing = `look for a copy in ${target.region} of an earlier attempt`;
            throw (0,aws_failure/* awsFailure */.MT)('ec2:DescribeImages', doing, error);
        });
        const ours = images.filter((image) => isOurs(image, accountId));
        const alive = ours.find((image) => this.#isOfHome(image) && canBeTakenUp(image));
        if (alive !== undefined) {
            const createdAt = (0,describe/* creationTime */.vx)(alive, clock.now());
            return { imageId: alive.ImageId ?? '', createdAt, takenUp: true };
        }
        for (const image of ours.filter((candidate) => (0,describe/* bakeStateOf */.iy)(candidate) === 'baking')) {
            await this.#putAside(image);
        }
        return undefined;
    }
    /** It turned out to be gone. */
    putAside(imageId) {
        this.#useless.add(imageId);
    }
    isUseless(imageId) {
        return this.#useless.has(imageId);
    }
    /** IDs, in the order of the alphabet. */
    get useless() {
        return [...this.#useless].sort();
    }
    /** When a useless copy was removed to free the name, which takes EC2 a while; long ago when none was. */
    get freedNameAt() {
        return this.#freedNameAt;
    }
    /** An earlier attempt may have had another home image, of the same key: its copies are not copies of this one. */
    #isOfHome({ SourceImageId, Name }) {
        const { home, names } = this.#options;
        return Name === names.name && (SourceImageId === undefined || SourceImageId === home.imageId);
    }
    /** A copy of this bake that failed, or that is of a home image which is not there any more. */
    async #putAside({ ImageId: imageId = '', Name, State }) {
        const { ec2, target, names, clock, signal, onTrouble } = this.#options;
        const { region } = target;
        this.putAside(imageId);
        if (Name !== names.name)
            return;
        onTrouble(`${imageId} (${State}) in ${region} was left by an earlier attempt and has the name; removing it.`);
        const { remaining } = await (0,remove/* removeImage */.a)({
            ec2,
            clock,
            signal,
            region,
            key: names.key,
            imageId,
            scope: 'image',
            // Failed copies may have no snapshots at all.
            expectedSnapshots: 0,
            lookSeconds: 0,
            until: clock.now() + removalSeconds * 1000,
            attemptSeconds: earlier_attemptSeconds,
        });
        const remnant = remaining.find(({ id }) => id === imageId);
        if (remnant !== undefined) {
            throw new base_errors/* BakeError */.oU(`The copy ${imageId} of an earlier attempt (${State}) has the name "${names.name}" in ${region} and could not be removed: ${remnant.reason}.`, { remedy: `Remove it, then run the job again: ${remnant.command}` });
        }
        this.#freedNameAt = clock.now();
    }
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

// EXTERNAL MODULE: ./lib/aws/sdk/ec2.js
var sdk_ec2 = __webpack_require__(848);
// EXTERNAL MODULE: ./lib/base/hash.js
var hash = __webpack_require__(645);
// EXTERNAL MODULE: ./lib/source/inspect.js
var inspect = __webpack_require__(4821);
// EXTERNAL MODULE: ./lib/aws/id-forms.js
var id_forms = __webpack_require__(5270);
;// CONCATENATED MODULE: ./lib/image/make/in-doubt.js
/**
 * What is done alike for CreateImage and CopyImage where it is in doubt whether there is an image: an answer that tells
 * none, an image that does not show yet, a name that is taken, perhaps by an earlier request of the very bake.
 */





/** How long EC2 may take to show an image whose name it says is taken: its developer guide speaks of minutes. */
const duplicateSeconds = 300;
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
/** "AMI name … is already in use by AMI ami-…": the ID, where EC2 tells it. */
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

;// CONCATENATED MODULE: ./lib/image/make/create.js
/**
 * Creates the image: exactly one, whatever becomes of the answers.
 *
 * CreateImage has no client token. A request whose answer is lost may have worked, and sending it blindly again
 * would make a second image or be refused as a duplicate with the ID lost. So an unclear outcome is settled by
 * looking for the bake's key among our own images, and the same request goes out again only when nothing shows:
 * the name, unique in EC2, guards against a second image.
 */








/** The request for an image was refused, and none before it can have worked: there is nothing to clean up. */
class NothingCreatedError extends base_errors/* BakeError */.oU {
    name = 'NothingCreatedError';
}
/** Limit for one CreateImage, in seconds: it starts the work and does not wait for it. */
const create_attemptSeconds = 30;
/** How long an unclear outcome is looked after before the request goes out again. */
const settleSeconds = 10;
/** An image that has been visible for so long shows its tags, if it has any. */
const tagPatienceSeconds = 60;
/** By so much the clocks of the runner and of EC2 may differ: what is older than that is not of this bake. */
const clockSlackSeconds = 900;
const create_lookEverySeconds = 2;
/** How long unclear outcomes (5xx, dead connections) are met with another request, from the first one. */
const unclearPatienceSeconds = 600;
/** @throws NothingCreatedError when EC2 refuses; BakeError when no image came of it, or none that can be found */
async function createImage(options) {
    const request = createImageRequest(options);
    const { clock, signal, deadline, random, onTrouble } = options;
    const start = clock.now();
    let perhapsCreated = false;
    for (let sent = 1;; sent += 1) {
        const sentAt = clock.now();
        const answer = await sendOnce(options, request);
        if (answer.imageId !== undefined)
            return { imageId: answer.imageId, found: undefined, sentAt, inDoubt: perhapsCreated };
        const { error } = answer;
        const { code } = (0,errors/* awsErrorFacts */.ZR)(error);
        const failed = () => {
            const failure = (0,aws_failure/* awsFailure */.MT)('ec2:CreateImage', `create an image of ${options.instance.id}`, error);
            return perhapsCreated ? failure : nothingCreated(failure);
        };
        if (code === 'InvalidAMIName.Duplicate') {
            return { ...(await settleDuplicate(options, error, perhapsCreated)), sentAt, inDoubt: true };
        }
        if ((0,errors/* errorKind */.f8)(error) === 'unclear') {
            perhapsCreated = true;
            onTrouble(`The answer to CreateImage was lost (${(0,errors/* describeAwsError */.Pp)(error)}); looking for the image by its key.`);
            const found = await lookForKey(options, settleSeconds);
            if (found !== undefined)
                return { ...found, sentAt, inDoubt: true };
            if (clock.now() - start > unclearPatienceSeconds * 1000)
                throw failed();
            onTrouble('No image shows; sending the request again. Its name guards against a second image.');
        }
        else if (await isPassingRefusal(options, error, failed)) {
            const delay = busyMilliseconds(error, sent, random());
            if (clock.now() + delay > deadline)
                throw failed();
            onTrouble(`EC2 is busy (${(0,errors/* describeAwsError */.Pp)(error)}); trying again in ${Math.ceil(delay / 1000)} s.`);
            await clock.sleep(delay, signal);
        }
        else {
            throw failed();
        }
        if (clock.now() >= deadline)
            throw failed();
    }
}
function nothingCreated({ message, remedy, cause }) {
    return new NothingCreatedError(message, { cause, ...(remedy === undefined ? {} : { remedy }) });
}
function createImageRequest(options) {
    const { instance, names, noReboot, excludeDevices } = options;
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
async function sendOnce({ ec2, signal }, request) {
    try {
        const how = { signal, patienceSeconds: 0, attemptSeconds: create_attemptSeconds };
        return { imageId: imageIdIn(await ec2.send(new sdk_ec2/* CreateImageCommand */.T6(request), how), 'CreateImage') };
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
async function isPassingRefusal({ ec2, instance, signal }, error, failed) {
    const { code, message } = (0,errors/* awsErrorFacts */.ZR)(error);
    // CreateImage says it with InvalidParameterValue and "Instance is not in state 'running' or …".
    if (code === 'IncorrectInstanceState' || /\bnot in state\b/.test(message)) {
        const state = await (0,inspect/* instanceState */.zc)(ec2, instance.id, signal).catch(() => {
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
/** Looks for the image of this bake's key. A failing look-up is a look that saw nothing, unless it can never work. */
async function lookForKey(options, seconds) {
    const { ec2, clock, signal, names, deadline } = options;
    const until = Math.min(deadline, clock.now() + seconds * 1000);
    for (;;) {
        const how = { signal, patienceSeconds: 0 };
        const images = await tolerantly(() => (0,describe/* imagesOfKey */.pq)(ec2, names.key, how), signal, findingOut);
        const found = images?.find((image) => isOfThisBake(options, image));
        if (found?.ImageId !== undefined)
            return { imageId: found.ImageId, found };
        if (clock.now() + create_lookEverySeconds * 1000 > until)
            return undefined;
        await clock.sleep(create_lookEverySeconds * 1000, signal);
    }
}
/**
 * "AMI name … is already in use by AMI ami-…": either an earlier request of this very bake worked, or the name is
 * somebody else's. The image that has the name decides, as soon as it is visible with its tags.
 */
async function settleDuplicate(options, error, perhapsCreated) {
    const { ec2, clock, signal, deadline, names, onTrouble } = options;
    onTrouble(`EC2 says the name is taken (${(0,errors/* describeAwsError */.Pp)(error)}); looking whether by this bake.`);
    const holderId = holderIn(error);
    const start = clock.now();
    const until = Math.min(deadline, start + duplicateSeconds * 1000);
    let firstSeenAt;
    for (;;) {
        const found = await lookForKey(options, 0);
        if (found !== undefined)
            return found;
        const how = { signal, patienceSeconds: 0 };
        const look = () => holderOfName(ec2, names.name, holderId, how);
        const holder = await tolerantly(look, signal, findingOut);
        const now = clock.now();
        if (holder !== undefined)
            firstSeenAt ??= now;
        const isForeign = holder !== undefined && isSomebodyElses(holder, start, now - (firstSeenAt ?? now));
        if (isForeign || now + create_lookEverySeconds * 1000 > until) {
            const failure = taken(options, holder, error);
            throw perhapsCreated ? failure : nothingCreated(failure);
        }
        await clock.sleep(create_lookEverySeconds * 1000, signal);
    }
}
/**
 * The look-up by key has not found it. Without any key it may still be of this bake: tags of a new image may show later
 * than the image itself. Its age is by EC2's clock, which that of the runner need not agree with.
 */
function isSomebodyElses(holder, now, seenMilliseconds) {
    if ((0,describe/* keyOf */.TN)(holder) !== undefined)
        return true;
    const age = now - Date.parse(holder.CreationDate ?? '');
    return age > clockSlackSeconds * 1000 || seenMilliseconds > tagPatienceSeconds * 1000;
}
function taken({ names, instance }, holder, cause) {
    const by = holder?.ImageId === undefined ? '' : ` by ${holder.ImageId} (${holder.CreationDate ?? 'no date'})`;
    return nameTaken(names.name, instance.region, by, cause);
}
/** The look-up has checked the key. An image of the same key that is `ready` was finished by an earlier attempt. */
function isOfThisBake({ instance, names }, image) {
    return image.OwnerId === instance.accountId && image.Name === names.name && (0,describe/* bakeStateOf */.iy)(image) === 'baking';
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

// EXTERNAL MODULE: ./lib/image/share/grantees.js
var grantees = __webpack_require__(1096);
;// CONCATENATED MODULE: ./lib/image/share/permission-list.js


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
            const command = new sdk_ec2/* DescribeImageAttributeCommand */.Ok({ ImageId: imageId, Attribute: 'launchPermission' });
            const { LaunchPermissions } = await ec2.send(command, how(signal));
            return entitiesOf(LaunchPermissions);
        },
        async add(entities, signal) {
            const LaunchPermission = { Add: entities.map(permission) };
            await ec2.send(new sdk_ec2/* ModifyImageAttributeCommand */.FE({ ImageId: imageId, LaunchPermission }), how(signal));
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
            const command = new sdk_ec2/* DescribeSnapshotAttributeCommand */.x0({ SnapshotId: snapshotId, Attribute });
            const { CreateVolumePermissions } = await ec2.send(command, how(signal));
            return entitiesOf(CreateVolumePermissions);
        },
        async add(entities, signal) {
            const CreateVolumePermission = { Add: entities.map((UserId) => ({ UserId })) };
            const command = new sdk_ec2/* ModifySnapshotAttributeCommand */.KD({ SnapshotId: snapshotId, CreateVolumePermission });
            await ec2.send(command, how(signal));
        },
    };
}
function permission(entity) {
    if (entity === everyone)
        return { Group: everyone };
    switch ((0,grantees/* granteeKind */.DF)(entity)) {
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

;// CONCATENATED MODULE: ./lib/image/share/refusals.js
/** What EC2 says no with when permissions are added, and what that means here. */




/**
 * Codes with which EC2 refuses one item of the list, and the whole call with it:
 * `Invalid attribute item value "…" for userId item type.` (kenzanlabs/spinnaker-terraform#29),
 * `… for OrganizationArn item type.` (hashicorp/packer-plugin-amazon#156), and its kin in EC2's list of error codes.
 */
const itemCodes = new Set(['InvalidAMIAttributeItemValue', 'InvalidUserID.Malformed']);
/** Whether EC2 objects to some of the entities, and not to the call as such. */
function isAboutItems(error) {
    return itemCodes.has((0,errors/* awsErrorFacts */.ZR)(error).code);
}
/** "The AMI ID 'ami-…' is currently pending and may not be used for this operation" (app-sre/qontract-reconcile#2222). */
function isStillPending(error) {
    const { code, message } = (0,errors/* awsErrorFacts */.ZR)(error);
    return code === 'InvalidAMIID.Unavailable' && /\bpending\b/.test(message);
}
/** Those of the entities that EC2's message names. */
function namedIn(error, entities) {
    const { message } = (0,errors/* awsErrorFacts */.ZR)(error);
    const words = new Set(message.split(/[\s"'`“”‘’,;()[\]]+|\.(?=\s|$)/));
    return entities.filter((entity) => words.has(entity));
}
/** The error that a user reads when EC2 did not add permissions, for reasons that lie in no single entity. */
function shareFailure(list, entities, error) {
    const toEveryone = entities.includes(everyone);
    const doing = toEveryone ? `make the ${list.of} public` : `share the ${list.of}`;
    const failure = (0,aws_failure/* awsFailure */.MT)(list.addAction, doing, error);
    if (toEveryone || (0,errors/* awsErrorFacts */.ZR)(error).code !== 'ResourceLimitExceeded')
        return failure;
    return new base_errors/* BakeError */.oU(failure.message, { cause: error, remedy: tooMany });
}
/** "AMI quotas" in the EC2 user guide. */
const tooMany = 'An AMI can be shared with 1,000 accounts, organizations and organizational units, unless AWS raises the quota ' +
    '"AMI sharing". Share with an organization or an organizational unit instead of its accounts.';
/** One line on an entity that EC2 refused: where it comes from, what to do, what EC2 says. */
function refusedEntity(entity, error) {
    const input = entity === everyone ? 'public' : 'share-with';
    const check = entity.startsWith('arn:')
        ? 'check that it exists and is of the same partition'
        : 'check that it is the ID of an account that exists, is active, and is of the same partition';
    return `input \`${input}\`: ${entity}: ${check}. EC2 says ${(0,errors/* describeAwsError */.Pp)(error)}`;
}

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
/** So old an image shows its tags, if it has any. */
const request_youngSeconds = 120;
const request_lookEverySeconds = 5;
class CopyRequests {
    #options;
    #earlier;
    /** Tokens that turned out to stand for a copy of no use, beside those that `#earlier` tells. */
    #spentTokens = 0;
    /** An answer was lost: the request may have worked. */
    #inDoubt = false;
    /** Codes of the errors that have been told. */
    #told = new Set();
    constructor(options, earlier) {
        this.#options = options;
        this.#earlier = earlier;
    }
    /**
     * Sends CopyImage until it is answered with a copy, or until it is clear that it will not be.
     * @throws BakeError when there will be no copy
     */
    async send() {
        const { clock } = this.#options;
        const startedAt = clock.now();
        for (let sent = 1;; sent += 1) {
            const answer = await this.#sendOnce();
            if (typeof answer !== 'string') {
                const found = await this.#settle(answer.error, sent, startedAt);
                if (found !== undefined)
                    return found;
            }
            else if (this.#earlier.isUseless(answer)) {
                this.#spentTokens += 1;
            }
            else {
                return { imageId: answer, createdAt: clock.now(), takenUp: false };
            }
        }
    }
    async #sendOnce() {
        const { ec2, signal, clock, deadline } = this.#options;
        const left = Math.max(0, (deadline - clock.now()) / 1000);
        const how = {
            signal,
            attemptSeconds: request_attemptSeconds,
            patienceSeconds: Math.min(patient_client/* defaultPatienceSeconds */.C5, left),
            onFailure: (error) => {
                this.#inDoubt ||= (0,errors/* errorKind */.f8)(error) === 'unclear';
            },
        };
        try {
            return imageIdIn(await ec2.send(new sdk_ec2/* CopyImageCommand */.SD(this.#request()), how), 'CopyImage');
        }
        catch (error) {
            signal.throwIfAborted();
            return { error };
        }
    }
    #request() {
        const { home, names, target } = this.#options;
        const { kmsKeyId } = target;
        return {
            SourceImageId: home.imageId,
            SourceRegion: home.region,
            ClientToken: this.#token(),
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
    #token() {
        const { names, home, target } = this.#options;
        const identity = [names.key, home.imageId, target.region, this.#earlier.useless, this.#spentTokens];
        return `bake-ami-${(0,hash/* shortHash */.B)(JSON.stringify(identity), 40)}`;
    }
    /**
     * @returns the copy, when that is how it turns out; undefined when the request is to be sent again
     * @throws BakeError when there will be no copy
     */
    async #settle(error, sent, startedAt) {
        const { clock, random, target, progress } = this.#options;
        const { code } = (0,errors/* awsErrorFacts */.ZR)(error);
        if (code === 'InvalidAMIName.Duplicate')
            return this.#settleDuplicate(error);
        if (code === 'IdempotentParameterMismatch')
            return this.#settleMismatch(error);
        if (isTooManyCopies(error)) {
            this.#tell(error, `${target.region} takes no further copy for now (${(0,errors/* describeAwsError */.Pp)(error)}); waiting.`);
            progress.update(target.region, 'waiting');
            await this.#pause(limitPaceSeconds * (0.9 + random() / 5) * 1000, error);
            return undefined;
        }
        const mayPass = isInvisibleSource(error) || error instanceof errors/* UnreadableAnswerError */.mP;
        if (!mayPass || clock.now() - startedAt > invisibleSourceSeconds * 1000)
            throw this.#failure(error);
        await this.#pause((0,patient_client/* retryMilliseconds */.TK)(1, sent, random()), error);
        return undefined;
    }
    /**
     * The token has been used by an earlier attempt, with other tags: the copy that it stands for shows sooner or later,
     * or is gone. Should it show too late, its name keeps a second one from being made.
     */
    async #settleMismatch(error) {
        const { clock, target } = this.#options;
        this.#tell(error, `An earlier attempt has copied to ${target.region}; looking for its copy.`);
        const until = clock.now() + mismatchSeconds * 1000;
        while (clock.now() < until) {
            const copy = await this.#tolerantly(() => this.#earlier.takeUp(0));
            if (copy !== undefined)
                return copy;
            await this.#pause(request_lookEverySeconds * 1000, error);
        }
        this.#spentTokens += 1;
        return undefined;
    }
    /** The name is that of a copy of this bake which did not show so far, or somebody else's. */
    async #settleDuplicate(error) {
        const { ec2, clock, signal, names, target } = this.#options;
        this.#tell(error, `The name is taken in ${target.region} (${(0,errors/* describeAwsError */.Pp)(error)}); looking by what.`);
        const holderId = holderIn(error);
        const how = { signal, patienceSeconds: 0 };
        const until = clock.now() + duplicateSeconds * 1000;
        for (;;) {
            const copy = await this.#tolerantly(() => this.#earlier.takeUp(0));
            if (copy !== undefined)
                return copy;
            if (clock.now() - this.#earlier.freedNameAt < duplicateSeconds * 1000) {
                await this.#pause(request_lookEverySeconds * 1000, error);
                return undefined;
            }
            const holder = await this.#tolerantly(() => holderOfName(ec2, names.name, holderId, how));
            const isForeign = holder !== undefined && !request_mayLackTags(holder, clock.now());
            if (isForeign || clock.now() > until) {
                const id = holder?.ImageId ?? holderId;
                throw nameTaken(names.name, target.region, id === undefined ? '' : ` by ${id}`, error);
            }
            await this.#pause(request_lookEverySeconds * 1000, error);
        }
    }
    #tolerantly(look) {
        const { signal, target } = this.#options;
        return tolerantly(look, signal, `look for the copy in ${target.region}`);
    }
    #failure(error) {
        const { home, target } = this.#options;
        const { region } = target;
        const failure = (0,aws_failure/* awsFailure */.MT)('ec2:CopyImage', `copy ${home.imageId} to ${region}`, error);
        if (!isTooManyCopies(error))
            return this.#inDoubt ? failure : nothingCreated(failure);
        return new base_errors/* BakeError */.oU(failure.message, {
            cause: error,
            remedy: `Other copies kept ${region} busy until \`timeout-minutes\` was over: raise it, copy less at the same time, or ask AWS to raise the limit.`,
        });
    }
    /** @throws BakeError for the error when there is no time left for such a pause */
    async #pause(milliseconds, error) {
        const { clock, deadline, signal } = this.#options;
        if (clock.now() + milliseconds > deadline)
            throw this.#failure(error);
        await clock.sleep(milliseconds, signal);
    }
    /** What EC2 answers again and again is told once. */
    #tell(error, message) {
        const { code } = (0,errors/* awsErrorFacts */.ZR)(error);
        if (this.#told.has(code))
            return;
        this.#told.add(code);
        this.#options.onTrouble(message);
    }
}
/** Tags of a new image may show a little later than the image itself (eventual consistency). */
function request_mayLackTags(image, now) {
    return (0,describe/* ageSeconds */.Ru)(image, now) < request_youngSeconds;
}
/** "Too many … copies in progress. The limit is 5 for this destination region." (aws-samples/copy-encrypted-ami#3) */
function isTooManyCopies(error) {
    const { code, message } = (0,errors/* awsErrorFacts */.ZR)(error);
    return code === 'ResourceLimitExceeded' && /\bcopies in progress\b|\bconcurrent\b.*\bcop/i.test(message);
}
/** What the home Region shows as available, another Region may not see yet. */
function isInvisibleSource(error) {
    return (0,errors/* awsErrorFacts */.ZR)(error).code === 'InvalidAMIID.NotFound' || isStillPending(error);
}

// EXTERNAL MODULE: ./lib/naming/tags.js
var naming_tags = __webpack_require__(4715);
;// CONCATENATED MODULE: ./lib/image/verify.js
/** Looks at the finished image again and compares it with what was asked for. */




/** Tags and mappings may show a little later than the state does (eventual consistency). */
const patienceSeconds = 60;
const verify_lookEverySeconds = 2;
/**
 * @returns the image with its snapshots as EC2 describes them
 * @throws ProblemsError that names everything which is not as asked for
 */
async function verifyImage(options) {
    const { clock, signal, imageId } = options;
    const until = clock.now() + patienceSeconds * 1000;
    for (;;) {
        const { image, snapshots } = await describeBoth(options);
        const problems = image === undefined ? ['EC2 does not show it'] : differences(options, image, snapshots);
        if (image !== undefined && problems.length === 0)
            return bakedImage(options, image, snapshots);
        if (clock.now() + verify_lookEverySeconds * 1000 > until) {
            throw new base_errors/* ProblemsError */.FQ(`Image ${imageId} is available but not what was asked for`, problems);
        }
        await clock.sleep(verify_lookEverySeconds * 1000, signal);
    }
}
async function describeBoth(options) {
    const { snapshotIds = [] } = options;
    const [image, known] = await both(describeItself(options), describeSnapshotsOf(options, snapshotIds));
    const ids = image === undefined ? [] : (0,describe/* snapshotsOf */.XO)(image).map((snapshot) => snapshot.snapshotId);
    const areKnown = ids.every((id) => snapshotIds.includes(id));
    return { image, snapshots: areKnown ? known : await describeSnapshotsOf(options, ids) };
}
async function describeItself({ ec2, imageId, signal }) {
    return (0,describe/* describeImage */.hu)(ec2, imageId, { signal, newObject: true }).catch((error) => {
        signal.throwIfAborted();
        throw (0,aws_failure/* awsFailure */.MT)('ec2:DescribeImages', `verify image ${imageId}`, error);
    });
}
async function describeSnapshotsOf({ ec2, imageId, signal }, snapshotIds) {
    if (snapshotIds.length === 0)
        return [];
    const input = { SnapshotIds: [...snapshotIds] };
    return (0,describe/* describeSnapshots */.dg)(ec2, input, { signal, newObject: true }).catch((error) => {
        signal.throwIfAborted();
        throw (0,aws_failure/* awsFailure */.MT)('ec2:DescribeSnapshots', `verify the snapshots of image ${imageId}`, error);
    });
}
function differences(options, image, snapshots) {
    const { accountId, name, devices, imageTags, snapshotTags } = options;
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
function missingTags(of, found, wanted) {
    return wanted
        .filter(({ Key, Value }) => !found?.some((tag) => tag.Key === Key && (tag.Value ?? '') === Value))
        .map(({ Key }) => `${of} lacks the tag ${Key}`);
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
 * How long to wait before looking again. EC2 throttles by account and Region, so the calls of a bake must be few, and
 * fewer still when many bake at once; a bake is over when its image is ready, so the last look must come soon after.
 */
/** See `Moment.company`: half of it before this image, half of it after. */
const companySeconds = 60;
const longestSeconds = 15;
/**
 * @param random uniform in [0, 1); the jitter only ever shortens the interval
 * @returns seconds: for a bake alone up to 15; in a crowd as many as leave room for all
 */
function pollSeconds(moment, random) {
    const seconds = Math.max(secondsAlone(moment), secondsInCompany(moment));
    return seconds * (1 - random / 20);
}
/** Without any foresight, looking again after a twentieth of the time waited so far is late by 5 % at the most. */
const shareOfTimeWaited = 1 / 20;
/** With foresight, nothing is expected yet; but what EC2 foretells may be wrong, and images fail. */
const shareBeforeTheEnd = 1 / 12;
/** Half of the way to the foretold end is gone blindly, … */
const shareOfDistance = 1 / 2;
/** … and past it, a quarter of what the foretelling was wrong by so far. */
const shareSinceTheEnd = 1 / 4;
/** Once the snapshots are done, EC2 takes nobody knows how long; looks are late by an eighth of that at the most. */
const shareSinceDone = 1 / 8;
const shortestSeconds = 2;
function secondsAlone({ waited, untilEnd, snapshotsDone }) {
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
 * EC2 grants an account 20 DescribeImages a second in a Region (EC2 Developer Guide, "Request throttling for the Amazon
 * EC2 API"). All bakes together take about half of it for their waits: those far from their end so many a second, …
 */
const looksFarFromTheEnd = 4;
/** … and those near it so many, if everybody of about the same age were near it at once. */
const looksNearTheEnd = 10;
/** The least number of seconds that leaves room for the others; next to nothing when there are few. */
function secondsInCompany(moment) {
    const { waited, untilEnd, untilEarliest, snapshotsDone, company } = moment;
    const near = company / looksNearTheEnd;
    // As many as there are of this age, there are of each: so many are in the making.
    const whole = untilEnd === undefined ? 2 * waited : waited + Math.max(0, untilEnd);
    const everybody = company * Math.max(1, whole / companySeconds);
    const far = Math.max(near, everybody / looksFarFromTheEnd);
    if (snapshotsDone && untilEnd !== undefined)
        return within(near, -untilEnd / 4, far);
    // Progress that has not begun, or began late, tells little: nobody stays away for much longer than they have waited.
    const blindly = Math.max(companySeconds / 2, waited);
    if (untilEarliest === undefined)
        return within(near, blindly, far);
    // Straight to the end, or in steps when it is late.
    const reach = untilEarliest > 0 ? Math.min(untilEarliest, blindly) : waited / 12;
    return within(near, reach, far);
}
/**
 * Snapshot progress is a call of its own, so it is asked for more seldom than the image's state: early on to learn
 * the pace, then at each half of the way that is left.
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

;// CONCATENATED MODULE: ./lib/image/wait/company.js



/**
 * One call, which takes the place of a look at the image alone: who bakes at the same time is known for nothing.
 * @param createdAt when the image was created, milliseconds since the epoch
 */
async function lookInCompany(ec2, imageId, createdAt, how) {
    const request = {
        Filters: [
            { Name: `tag:${naming_tags/* stateTag */.aJ}`, Values: ['baking'] },
            { Name: 'creation-date', Values: datesAround(createdAt) },
        ],
    };
    const images = await (0,describe/* describeImages */.Sx)(ec2, request, how);
    return {
        image: images.find(({ ImageId }) => ImageId === imageId),
        others: images
            .filter((image) => image.ImageId !== imageId && image.State === 'pending' && (0,describe/* bakeStateOf */.iy)(image) === 'baking')
            .map(({ CreationDate }) => Date.parse(CreationDate ?? '')),
    };
}
/**
 * How many of them were created around the image, within `companySeconds`.
 * @param now milliseconds since the epoch: what is created later does not show yet, and is taken to be as much as before
 */
function sizeOfCompany(others, createdAt, now) {
    const half = (companySeconds / 2) * 1000;
    const before = others.filter((at) => at <= createdAt && at > createdAt - half).length;
    const after = others.filter((at) => at > createdAt && at <= createdAt + half).length;
    return before + (now < createdAt + half ? Math.max(before, after) : after);
}
/** Patterns for EC2's `creation-date`, which takes wildcards: ten seconds each, e.g. `2026-11-22T21:34:0*`. */
function datesAround(createdAt) {
    const half = (companySeconds / 2) * 1000;
    const dates = [];
    for (let at = createdAt - half; at < createdAt + half + 10_000; at += 10_000) {
        dates.push(`${new Date(at).toISOString().slice(0, '2026-11-22T21:34:0'.length)}*`);
    }
    return dates;
}

;// CONCATENATED MODULE: ./lib/image/wait/looks.js
/** The looks of one wait at its image: what each shows, what to make of those that show nothing, and how dense they may be. */








/** The image is not there any more, or never was. */
class ImageGoneError extends base_errors/* BakeError */.oU {
    name = 'ImageGoneError';
}
/** EC2's developer guide asks for patience of minutes with objects that do not show (eventual consistency). */
const neverSeenSeconds = 300;
/** An image that has shown may be hidden again by a reader that lags behind, but not for long. */
const goneSeconds = 60;
/** The last look at the deadline gets a few seconds of its own, even when EC2 does not answer. */
const lastLookSeconds = 5;
/** However much EC2 throttles, intervals grow to so many times their length, … */
const mostSlowness = 8;
/** … and are not made longer than this. */
const mostSlowedMilliseconds = 60_000;
/** Looks at the image; what passes is looked past, what cannot pass is thrown. */
class Looks {
    #options;
    #company = 0;
    /** By EC2's clock, once it is known. */
    #createdAt;
    /** When to look in company again, milliseconds since the epoch: at once, and when those who came after show as well. */
    #companyAt;
    #failures = 0;
    #isThrottled = false;
    #slowness = 1;
    #wasSeen = false;
    /** When the first of a row of looks did not show it, or the wait began; undefined while it shows. */
    #hiddenSince;
    constructor(options) {
        this.#options = options;
        this.#createdAt = options.createdAt;
        const now = options.clock.now();
        this.#hiddenSince = now;
        this.#companyAt = [now, now + (companySeconds / 2) * 1000];
    }
    /** @returns undefined when this look showed nothing, which may be different at the next */
    async look() {
        const { ec2, imageId, signal, clock, deadline, onImage, onTrouble } = this.#options;
        const leftSeconds = Math.max(lastLookSeconds, (deadline - clock.now()) / 1000);
        const attemptSeconds = Math.min(patient_client/* defaultAttemptSeconds */.Iv, leftSeconds);
        const how = { signal, patienceSeconds: 0, attemptSeconds };
        const isInCompany = clock.now() >= (this.#companyAt[0] ?? Number.POSITIVE_INFINITY);
        const found = isInCompany ? this.#lookInCompany(how) : (0,describe/* describeImage */.hu)(ec2, imageId, how);
        const image = await found.catch((error) => {
            signal.throwIfAborted();
            const kind = (0,errors/* errorKind */.f8)(error);
            if (kind === 'not-found')
                return undefined;
            if (kind !== 'throttled' && kind !== 'unclear') {
                throw (0,aws_failure/* awsFailure */.MT)('ec2:DescribeImages', `follow image ${imageId}`, error);
            }
            this.#failures += 1;
            this.#isThrottled = kind === 'throttled';
            if (this.#isThrottled)
                this.#slowness = Math.min(mostSlowness, this.#slowness * 2);
            if (this.#failures === 1)
                onTrouble(`A look at ${imageId} failed (${(0,errors/* describeAwsError */.Pp)(error)}); going on.`);
            return 'failed';
        });
        if (image === 'failed')
            return undefined;
        this.#failures = 0;
        this.#slowness = Math.max(1, this.#slowness - 0.5);
        if (image === undefined)
            return this.#unseen();
        this.#wasSeen = true;
        this.#hiddenSince = undefined;
        const createdAt = Date.parse(image.CreationDate ?? '');
        if (!Number.isNaN(createdAt))
            this.#createdAt = createdAt;
        onImage(image);
        return image;
    }
    /** As in `Moment`; nobody else counts while the image does not show, until it does or is known to be gone. */
    get company() {
        return this.#wasSeen && this.#hiddenSince !== undefined ? 0 : this.#company;
    }
    /**
     * The interval, or more after looks that failed. Who is throttled looks half as often from then on, and finds back
     * step by step: additive increase, multiplicative decrease, by which many share what there is.
     */
    slowed(milliseconds) {
        const random = this.#options.random();
        const backOff = this.#isThrottled
            ? patient_client/* throttleMilliseconds */.FF
            : (failures) => (0,patient_client/* retryMilliseconds */.TK)(1, failures, random);
        const slowed = Math.min(milliseconds * this.#slowness, mostSlowedMilliseconds);
        // A look that failed showed nothing: it is made up for before the interval is over.
        return this.#failures === 0
            ? Math.max(milliseconds, slowed)
            : Math.max(slowed, backOff(this.#failures, random));
    }
    /** A server that cannot do this is asked for the image alone, as every look but two does. */
    async #lookInCompany(how) {
        const { ec2, imageId, signal, clock } = this.#options;
        this.#companyAt.shift();
        try {
            const { image, others } = await lookInCompany(ec2, imageId, this.#createdAt, how);
            const createdAt = Date.parse(image?.CreationDate ?? '');
            const around = Number.isNaN(createdAt) ? this.#createdAt : createdAt;
            this.#company = sizeOfCompany(others, around, clock.now());
            if (image !== undefined)
                return image;
        }
        catch (error) {
            signal.throwIfAborted();
            const kind = (0,errors/* errorKind */.f8)(error);
            if (kind === 'throttled' || kind === 'unclear')
                throw error;
            this.#companyAt = [];
        }
        return (0,describe/* describeImage */.hu)(ec2, imageId, how);
    }
    #unseen() {
        const { clock, imageId, onTrouble } = this.#options;
        if (this.#hiddenSince === undefined)
            onTrouble(`EC2 does not show ${imageId} any more; looking on`);
        this.#hiddenSince ??= clock.now();
        const seconds = (clock.now() - this.#hiddenSince) / 1000;
        const patience = this.#wasSeen ? goneSeconds : neverSeenSeconds;
        if (seconds < patience)
            return undefined;
        throw new ImageGoneError(`EC2 has not shown image ${imageId} for ${(0,units/* duration */.p)(seconds * 1000)}: it does not exist any more.`, {
            remedy: 'Somebody or something deregistered it while it was baked. CloudTrail tells who called DeregisterImage.',
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
        return this.#allDoneAt ?? this.#slowest(({ earliest, latest }) => (earliest + latest) / 2);
    }
    /** As `endsAt`, but the moment before which the snapshots will not be done, if EC2's progress is to be believed. */
    endsNotBefore() {
        return (this.#allDoneAt ??
            this.#slowest(({ earliest, latest }) => (Number.isFinite(latest) ? earliest : latest)));
    }
    #slowest(end) {
        const last = Math.max(...[...this.#ends.values()].map(end));
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
async function waitUntilAvailable(options) {
    const { clock, random, signal, createdAt, deadline } = options;
    const estimate = new EndEstimate(createdAt);
    const looks = new Looks(options);
    let progress = [];
    let nextProgressAt = 0;
    for (;;) {
        const isLastLook = clock.now() >= deadline;
        const image = await looks.look();
        if (image?.State === 'available')
            return image;
        if (image !== undefined && terminalStates.has(image.State ?? ''))
            throw notComingBack(options, image);
        if (isLastLook)
            throw timedOut(options, image, progress);
        if (image !== undefined && clock.now() >= nextProgressAt) {
            progress = (await readProgress(options, image)) ?? progress;
            const now = clock.now();
            estimate.observe(now, progress);
            const left = secondsUntil(estimate.endsAt(), now);
            nextProgressAt = estimate.isDone
                ? Number.POSITIVE_INFINITY
                : now + progressSeconds((now - createdAt) / 1000, left) * 1000;
            options.onProgress({
                state: image.State ?? 'unknown',
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
            untilEarliest: secondsUntil(estimate.endsNotBefore(), now),
            snapshotsDone: estimate.isDone,
            company: looks.company,
        };
        const pace = pollSeconds(moment, random());
        const delay = looks.slowed(pace * 1000);
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
async function readProgress(options, image) {
    const { ec2, signal, imageId } = options;
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
function notComingBack(options, image) {
    const { Code: code, Message: message } = image.StateReason ?? {};
    const reason = [code, message].filter((part) => part !== undefined && part !== '').join(': ');
    const EndError = image.State === 'deregistered' ? ImageGoneError : base_errors/* BakeError */.oU;
    return new EndError(`${nameOf(options)} is ${image.State}. EC2's reason: ${reason || 'none given'}.`, {
        remedy: remedyForState(options, image.State ?? '', reason),
    });
}
function nameOf({ called, imageId }) {
    return called ?? `Image ${imageId}`;
}
function remedyForState({ remedyFor }, state, reason) {
    if (state === 'deregistered' || state === 'disabled') {
        return `Somebody or something ${state} it while it was baked. CloudTrail tells who.`;
    }
    const particular = remedyFor?.(reason);
    if (particular !== undefined)
        return particular;
    if (/kms|key/i.test(reason)) {
        return 'Check that the KMS keys of the volumes are enabled and that the role may use them (kms:CreateGrant, kms:DescribeKey, kms:GenerateDataKeyWithoutPlaintext, kms:ReEncrypt*).';
    }
    return 'Failures inside of EC2 often pass: run the job again. If they do not, look at the state of the volumes, and give AWS Support the image ID.';
}
function timedOut(options, image, progress) {
    const { deadline, createdAt } = options;
    const percent = overallPercent(progress);
    const how = percent === undefined ? '' : `, its snapshots at ${Math.floor(percent)} %`;
    return new base_errors/* BakeError */.oU(`${nameOf(options)} is still ${image?.State ?? 'not visible'}${how}, ${(0,units/* duration */.p)(deadline - createdAt)} after its creation: timeout-minutes is over.`, {
        remedy: 'Raise `timeout-minutes`: the first snapshot of a big volume takes long. With `on-failure: keep`, the image goes on and a re-run of this workflow takes it up.',
    });
}

;// CONCATENATED MODULE: ./lib/image/copy/watch.js
/** What follows once a copy is known: it is waited for, and compared with what was asked. */





/**
 * @returns false when EC2 answered with a copy that has been gone for long
 * @throws as `waitUntilAvailable`
 */
async function isThere(options, copy) {
    const { progress, target } = options;
    const { region } = target;
    let seen = copy.takenUp;
    progress.update(region, 'pending');
    try {
        await waitUntilAvailable({
            ...options,
            ...copy,
            called: `Copy ${copy.imageId} in ${region}`,
            remedyFor: (reason) => remedyFor(options, reason),
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
async function verifyCopy(options, { imageId, takenUp }) {
    const { names } = options;
    const { region, kmsKeyId } = options.target;
    const { imageTags, snapshotTags } = takenUp ? (0,naming_tags/* tagsOfResumed */.Wd)(names) : names;
    const image = await verifyImage({
        ...options,
        region,
        imageId,
        name: names.name,
        imageTags,
        snapshotTags,
    });
    const open = image.snapshots.filter(({ encrypted }) => !encrypted);
    if (kmsKeyId === undefined || open.length === 0)
        return image;
    throw new base_errors/* ProblemsError */.FQ(`Copy ${imageId} in ${region} is available but not encrypted with ${kmsKeyId}`, open.map(({ snapshotId, device }) => `snapshot ${snapshotId} of ${device} is not encrypted`));
}

;// CONCATENATED MODULE: ./lib/image/copy/copy.js




/**
 * All Regions at once, for EC2's limit of concurrent copies is one of each destination; the failure of one does not
 * end the others.
 * @returns one result for each target, in their order
 * @throws the signal's reason, and nothing else
 */
async function copyImages(options) {
    const { targets, clock, signal, onProgressLine } = options;
    const regions = targets.map(({ region }) => region);
    const progress = new CopiesProgress(regions, clock, onProgressLine);
    const results = await Promise.all(targets.map(async (target) => {
        const { region } = target;
        try {
            const image = await copyTo({ ...options, target, ec2: options.ec2In(region), progress });
            progress.done(region, 'available');
            return { region, image };
        }
        catch (error) {
            if (!signal.aborted)
                progress.done(region, 'failed');
            return { region, error };
        }
    }));
    signal.throwIfAborted();
    return results;
}
async function copyTo(options) {
    const earlier = new EarlierCopies(options);
    const requests = new CopyRequests(options, earlier);
    for (;;) {
        const copy = (await earlier.takeUp()) ?? (await requests.send());
        options.onCopy(options.target.region, copy.imageId);
        if (await isThere(options, copy))
            return verifyCopy(options, copy);
        earlier.putAside(copy.imageId);
    }
}

;// CONCATENATED MODULE: ./lib/image/lifecycle.js
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
async function settleLifecycle(options) {
    const { deprecateAt, requireImdsv2 } = options;
    const traits = [
        ...(deprecateAt === undefined ? [] : [deprecated(options, deprecateAt)]),
        ...(requireImdsv2 ? [requiringImdsv2(options)] : []),
    ];
    await settle(options, traits);
}
/**
 * Protects the image from deregistration; as late as can be, for a cooldown keeps an image for 24 hours that the bake might
 * have to remove. What is protected more than was asked for stays so.
 * @throws as `settleLifecycle`
 */
async function protect(options) {
    if (options.protection !== 'off')
        await settle(options, [protectedBy(options, options.protection)]);
}
function deprecated({ ec2, clock, image: { id, region } }, deprecateAt) {
    const DeprecateAt = new Date(deprecateAt);
    return {
        what: `deprecated from ${DeprecateAt.toISOString()}`,
        doing: `deprecate image ${id} in ${region} from ${DeprecateAt.toISOString()}`,
        action: 'ec2:EnableImageDeprecation',
        isSo: (image) => Date.parse(image.DeprecationTime ?? '') === deprecateAt,
        async make(how) {
            if (deprecateAt < clock.now())
                throw pastByNow(id, DeprecateAt);
            await ec2.send(new sdk_ec2/* EnableImageDeprecationCommand */.cJ({ ImageId: id, DeprecateAt }), how);
        },
    };
}
function requiringImdsv2({ ec2, image: { id, region } }) {
    return {
        what: 'set to require IMDSv2',
        doing: `set image ${id} in ${region} to require IMDSv2`,
        action: 'ec2:ModifyImageAttribute',
        isSo: (image) => image.ImdsSupport === 'v2.0',
        make: (how) => ec2.send(new sdk_ec2/* ModifyImageAttributeCommand */.FE({ ImageId: id, ImdsSupport: { Value: 'v2.0' } }), how),
    };
}
/** The states are those of the examples in the AWS CLI Command Reference, enable-image-deregistration-protection. */
function protectedBy({ ec2, image: { id, region } }, protection) {
    const WithCooldown = protection === 'with-cooldown';
    return {
        what: `protected from deregistration${WithCooldown ? ', with a cooldown of 24 hours' : ''}`,
        doing: `protect image ${id} in ${region} from deregistration`,
        action: 'ec2:EnableImageDeregistrationProtection',
        isSo: ({ DeregistrationProtection: state = '' }) => WithCooldown ? state === 'enabled-with-cooldown' : state.startsWith('enabled'),
        make: (how) => ec2.send(new sdk_ec2/* EnableImageDeregistrationProtectionCommand */.Bx({ ImageId: id, WithCooldown }), how),
    };
}
/** Attributes may show a little later than they are accepted, and an image is pending a moment longer (consistency). */
const lifecycle_patienceSeconds = 60;
const lifecycle_lookEverySeconds = 2;
async function settle(options, traits) {
    if (traits.length === 0)
        return;
    const { image, onInfo } = options;
    const where = `${image.id} in ${image.region}`;
    const toMake = await missing(options, traits);
    for (const trait of traits) {
        if (toMake.includes(trait))
            await make(options, trait);
        else
            onInfo(`${where} is ${trait.what} already`);
    }
    await readBack(options, toMake);
    for (const { what } of toMake)
        onInfo(`${where} is ${what}`);
}
/** @returns what the image is not, of what it is to be; all of it while EC2 does not show the image */
async function missing({ ec2, signal, image: { id } }, traits) {
    try {
        const image = await (0,describe/* describeImage */.hu)(ec2, id, { signal, newObject: true });
        return traits.filter(({ isSo }) => image === undefined || !isSo(image));
    }
    catch (error) {
        signal.throwIfAborted();
        throw (0,aws_failure/* awsFailure */.MT)('ec2:DescribeImages', `look at image ${id}`, error);
    }
}
async function make({ clock, signal }, trait) {
    const until = clock.now() + lifecycle_patienceSeconds * 1000;
    for (;;) {
        try {
            await trait.make({ signal, newObject: true });
            return;
        }
        catch (error) {
            signal.throwIfAborted();
            if (!isStillPending(error) || clock.now() + lifecycle_lookEverySeconds * 1000 > until) {
                throw (0,aws_failure/* awsFailure */.MT)(trait.action, trait.doing, error, 'Lifecycle');
            }
            await clock.sleep(lifecycle_lookEverySeconds * 1000, signal);
        }
    }
}
async function readBack(options, traits) {
    const { clock, signal, image } = options;
    const until = clock.now() + lifecycle_patienceSeconds * 1000;
    for (let left = traits; left.length > 0;) {
        left = await missing(options, traits);
        if (left.length === 0)
            return;
        if (clock.now() + lifecycle_lookEverySeconds * 1000 > until) {
            throw new base_errors/* ProblemsError */.FQ(`EC2 accepted the changes to image ${image.id} in ${image.region}, but does not show them ${lifecycle_patienceSeconds} seconds later`, left.map(({ what }) => `it is not ${what}`));
        }
        await clock.sleep(lifecycle_lookEverySeconds * 1000, signal);
    }
}
function pastByNow(id, deprecateAt) {
    return new base_errors/* BakeError */.oU(`Image ${id} was to be deprecated from ${deprecateAt.toISOString()}, and that is past by now: the bake took longer.`, { remedy: 'Give a later time, or a longer duration, as `deprecate-after`.' });
}

// EXTERNAL MODULE: ./lib/base/text.js
var base_text = __webpack_require__(8566);
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
async function publishParameters(options) {
    const pointers = await readAll(options);
    const written = [];
    try {
        for (const pointer of pointers) {
            if (isDone(pointer))
                tellDone(options, pointer);
            else
                await write(options, pointer, written);
        }
        await parameters_readBack(options, written);
    }
    catch (error) {
        options.signal.throwIfAborted();
        throw await told(options, pointers, written, error);
    }
    return pointers.map(published);
}
/**
 * @param how with the patience of whoever asks
 * @returns those that are there, by name
 * @throws what `Ssm.getParameters` throws
 */
async function readParameters(ssm, names, how) {
    const parameters = new Map();
    for (let first = 0; first < names.length; first += namesPerCall) {
        const Names = names.slice(first, first + namesPerCall);
        const answer = await ssm.getParameters({ Names }, how);
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
function tellDone({ onInfo, onWritten }, pointer) {
    const { region, name, newValue } = pointer;
    onWritten(published(pointer));
    onInfo(`Parameter ${name} in ${region} holds ${newValue} already`);
}
async function readAll(options) {
    const { ssmIn, signal, targets, parameterNames } = options;
    const ofRegions = await Promise.all(targets.map(async ({ region, imageId }) => {
        const parameters = await readParameters(ssmIn(region), parameterNames, { signal }).catch((error) => {
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
async function write(options, pointer, written) {
    const { signal, onInfo, onWriting, onWritten, onRefused } = options;
    const { region, name, newValue, before } = pointer;
    signal.throwIfAborted();
    onInfo(`Parameter ${name} in ${region}: ${shown(before?.Value)} → ${newValue}`);
    written.push(pointer);
    onWriting({ ...published(pointer), unanswered: true });
    try {
        await put(options, pointer);
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
async function put({ ssmIn, signal, onWarning }, pointer) {
    const { region, name, newValue, before } = pointer;
    const write = (DataType) => ssmIn(region).putParameter({ Name: name, Value: newValue, Type: 'String', DataType, Overwrite: true }, { signal });
    try {
        await write(imageDataType);
    }
    catch (error) {
        signal.throwIfAborted();
        const dataType = before?.DataType ?? imageDataType;
        if ((0,errors/* errorKind */.f8)(error) !== 'refused' || dataType === imageDataType)
            throw error;
        await write(dataType);
        onWarning(`Parameter ${name} in ${region} keeps its data type ${dataType}, which cannot be changed, so that its value is not checked and EC2 may not take it in place of an image ID. To have ${imageDataType}, delete the parameter: the next bake makes it anew.`);
    }
}
async function parameters_readBack(options, written) {
    const { clock, signal } = options;
    const until = clock.now() + parameters_patienceSeconds * 1000;
    for (let left = written;;) {
        left = await notHolding(options, left);
        if (left.length === 0)
            return;
        if (clock.now() + parameters_lookEverySeconds * 1000 > until)
            throw notShown(left);
        await clock.sleep(parameters_lookEverySeconds * 1000, signal);
    }
}
async function notHolding({ ssmIn, signal }, pointers) {
    const left = await Promise.all(byRegion(pointers).map(async ([region, some]) => {
        const names = some.map(({ name }) => name);
        const now = await readParameters(ssmIn(region), names, { signal }).catch((error) => {
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
async function told(options, pointers, written, error) {
    if (!(error instanceof base_errors/* BakeError */.oU))
        return error;
    const now = await valuesNow(options, written);
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
async function valuesNow({ ssmIn, signal }, pointers) {
    const found = await Promise.all(byRegion(pointers).map(async ([region, some]) => {
        const names = some.map(({ name }) => name);
        const how = { signal, ...lastLook };
        const parameters = await readParameters(ssmIn(region), names, how).catch(() => undefined);
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

;// CONCATENATED MODULE: ./lib/image/share/grant.js



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
async function grant(list, entities, options) {
    const batches = inBatches(entities);
    const refused = [];
    for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
        const error = await add(list, batch, options);
        if (error === undefined)
            continue;
        const { culprits, next } = suspects(batch, error);
        refused.push(...culprits.map((entity) => refusedEntity(entity, error)));
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
async function add(list, entities, { clock, signal }) {
    const until = clock.now() + pendingPatienceSeconds * 1000;
    for (;;) {
        try {
            await list.add(entities, signal);
            return undefined;
        }
        catch (error) {
            signal.throwIfAborted();
            if (isAboutItems(error))
                return error;
            if (!isStillPending(error) || clock.now() + tryEverySeconds * 1000 > until) {
                throw shareFailure(list, entities, error);
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
    const named = namedIn(error, batch);
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
    const count = Math.ceil(entities.length / entitiesPerCall);
    return Array.from({ length: count }, (_, index) => entities.slice(index * entitiesPerCall, (index + 1) * entitiesPerCall));
}

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
async function shareImage(options) {
    const { ec2, image, shareSnapshots, makePublic } = options;
    const others = withoutOwner(options);
    const wanted = [...(0,grantees/* allOf */.bn)(others), ...(makePublic ? [everyone] : [])];
    const before = await share(options, launchPermissions(ec2, image.id), wanted);
    warnOfPublic(options, before);
    const snapshots = shareSnapshots ? image.snapshots : [];
    const thrown = await sideBySide(snapshots, snapshotsAtOnce, ({ snapshotId, device }) => share(options, createVolumePermissions(ec2, snapshotId, device), others.accounts));
    options.signal.throwIfAborted();
    throwAll(thrown);
    return {
        ...others,
        public: makePublic,
        snapshots: snapshots.length > 0 && others.accounts.length > 0,
        alreadyThere: wanted.filter((entity) => before.has(entity)).length,
    };
}
/**
 * EC2 takes the owner's own account for one like any other: it would refuse it for an image that is encrypted with
 * `aws/ebs`, though the owner may launch that anyway.
 */
function withoutOwner({ shareWith, accountId, onInfo }) {
    const accounts = shareWith.accounts.filter((account) => account !== accountId);
    if (accounts.length < shareWith.accounts.length) {
        onInfo(`Account ${accountId} owns the image: it may use it without a permission`);
    }
    return { ...shareWith, accounts };
}
function warnOfPublic({ image, makePublic, onWarning }, before) {
    if (makePublic || !before.has(everyone))
        return;
    onWarning(`${image.id} is public already, though this bake does not ask for it: every AWS account may launch it`);
}
/** @returns the list as it was before */
async function share(options, list, wanted) {
    const before = await read(options, list);
    const missing = wanted.filter((entity) => !before.has(entity));
    if (missing.length > 0) {
        options.onInfo(`Sharing the ${list.of} with ${describeEntities(missing)}`);
        // Everyone in a call of its own, and last: what is refused for everyone is granted to the others.
        await grant(list, missing.filter((entity) => entity !== everyone), options);
        if (missing.includes(everyone))
            await grant(list, [everyone], options);
        await share_readBack(options, list, wanted);
    }
    else if (wanted.length > 0) {
        options.onInfo(`The ${list.of} is shared with ${describeEntities(wanted)} already`);
    }
    return before;
}
async function share_readBack(options, list, wanted) {
    const { clock, signal } = options;
    const until = clock.now() + share_patienceSeconds * 1000;
    for (;;) {
        const present = await read(options, list);
        const missing = wanted.filter((entity) => !present.has(entity));
        if (missing.length === 0)
            return;
        if (clock.now() + share_lookEverySeconds * 1000 > until) {
            throw new base_errors/* ProblemsError */.FQ(`EC2 accepted to share the ${list.of}, but does not show it ${share_patienceSeconds} seconds later`, missing.map((entity) => `${entity === everyone ? 'everyone' : entity} has no permission`));
        }
        await clock.sleep(share_lookEverySeconds * 1000, signal);
    }
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
    if (!entities.includes(everyone))
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

;// CONCATENATED MODULE: ./lib/distribute/distribute.js
/**
 * What a bake does with its image once it is verified: copies it to other Regions, settles what every image is to be,
 * and lets parameters point at them. Each step does all Regions, and fails with all that went wrong.
 */











/** The home image first, then the copies. */
function imagesOf({ image, copies = [] }) {
    return [image, ...copies.map((copy) => copy.image)].filter((each) => each !== undefined);
}
/** Side by side; a Region that fails does not stop the others, and the bake fails with all that went wrong. */
async function copyToRegions({ inputs, workflow, world, deadline, keeper }, { accountId }, names) {
    const { image } = keeper.record;
    if (image === undefined)
        return;
    const { log } = world;
    const copies = new Map(inputs.copyTo.map(({ region }) => [region, { region }]));
    const knows = (copy) => {
        copies.set(copy.region, copy);
        keeper.learnt({ copies: [...copies.values()] });
    };
    // From now on there may be something to clean up in each of them.
    keeper.owe({ copies: [...copies.values()] });
    const results = await copyImages({
        ...world,
        targets: inputs.copyTo,
        deadline,
        home: { imageId: image.id, region: image.region },
        names: { ...names, ...asHomeHas(image, names), name: image.name },
        accountId,
        devices: image.snapshots.map(({ device }) => device),
        onCopy: (region, id) => {
            knows({ region, id });
            log.info(`Copy in ${region}: ${id}${(0,console/* consoleSuffix */.n)(region, id)}`);
        },
        onProgressLine: (text) => log.info(text),
        onTrouble: (message) => log.info(message),
    });
    for (const result of results) {
        if ('image' in result)
            knows({ region: result.region, id: result.image.id, image: result.image });
    }
    const failures = results.filter((result) => 'error' in result);
    // Where EC2 refused the copy there is none to look for, unless an earlier attempt has made one that does not show yet.
    const isNothing = ({ error }) => error instanceof NothingCreatedError && !(0,context/* isLaterAttempt */._)(workflow);
    for (const { region } of failures.filter(isNothing))
        copies.delete(region);
    keeper.learnt({ copies: [...copies.values()] });
    await throwTogether(world, failures, results.length, 'Not every Region got its copy');
}
/**
 * What copies get is what the verified home image has: one that an earlier attempt made has other times in its tags. But
 * beside a reused image, whose key is of another bake or missing, they carry this bake's key: by that they are found again.
 */
function asHomeHas({ description, tags = {}, snapshotTags = {} }, { key }) {
    const listed = (of) => Object.entries((0,naming_tags/* unfinishedTags */.FG)(of, key))
        .filter(([name]) => !name.startsWith('aws:'))
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([Key, Value]) => ({ Key, Value }));
    return {
        ...(description === undefined ? {} : { description }),
        imageTags: listed(tags),
        snapshotTags: listed(snapshotTags),
    };
}
/** Whether the inputs ask for anything that `settleImages` does. */
function settlingIsAsked(inputs) {
    const { deprecateAfter, requireImdsv2, deregistrationProtection } = inputs;
    const lifecycle = deprecateAfter !== undefined || requireImdsv2 || deregistrationProtection !== 'off';
    return lifecycle || sharingIsAsked(inputs);
}
function sharingIsAsked({ makePublic, shareWith }) {
    return makePublic || (0,grantees/* allOf */.bn)(shareWith).length > 0;
}
/** All images side by side and alike. */
async function settleImages(kit, instance) {
    const images = imagesOf(kit.keeper.record);
    const summary = 'Not every image could be settled as asked';
    await forEachImage(kit.world, images, (image) => distribute_settle(kit, instance, image), summary);
}
/**
 * Side by side; one that fails does not stop the others.
 * @param summary of what went wrong, when that is more than one image
 * @throws as `throwTogether`
 */
async function forEachImage(world, images, work, summary) {
    const results = await Promise.all(images.map((image) => work(image).then(() => [], (error) => [{ region: image.region, error }])));
    world.signal.throwIfAborted();
    await throwTogether(world, results.flat(), images.length, summary);
}
/** Protection last, since with a cooldown it cannot be undone for a day. */
async function distribute_settle({ inputs, world, keeper }, { accountId }, image) {
    const { deprecateAfter, deregistrationProtection: protection } = inputs;
    const ec2 = world.ec2In(image.region);
    const onInfo = (message) => world.log.info(message);
    const common = { ...world, ...inputs, ec2, image, onInfo };
    const deprecateAt = deprecateAfter && deprecationTime(deprecateAfter, keeper.record.startedAt);
    await settleLifecycle({ ...common, deprecateAt });
    if (sharingIsAsked(inputs)) {
        const sharing = await shareImage({ ...common, accountId, onWarning: (message) => keeper.warn(message) });
        keeper.learnt(image.region === keeper.record.region ? { sharing } : {});
    }
    await protect({ ...common, protection });
}
/** In every Region, one parameter after the other. */
async function publish({ world, keeper }, { ssmParameters }) {
    const others = ({ region, name }) => (keeper.record.parameters ?? []).filter((one) => one.region !== region || one.name !== name);
    const knows = (parameter) => keeper.learnt({ parameters: [...others(parameter), parameter] });
    const parameters = await publishParameters({
        ...world,
        targets: imagesOf(keeper.record).map(({ region, id }) => ({ region, imageId: id })),
        parameterNames: ssmParameters,
        onWriting: knows,
        onWritten: knows,
        onRefused: (parameter) => keeper.learnt({ parameters: others(parameter) }),
        onInfo: (message) => world.log.info(message),
        onWarning: (message) => keeper.warn(message),
    });
    keeper.learnt({ parameters });
}
/** @returns the error of a bake that was cancelled, with what its parameters name by then; any other error has told it */
function withParameters(error, record) {
    const { parameters = [], names } = record;
    if (!(error instanceof base_errors/* CancelledError */.cc) || parameters.length === 0)
        return error;
    const lines = imagesOf(record).flatMap(({ region }) => (names?.ssmParameters ?? []).map((name) => {
        const parameter = parameters.find((one) => one.region === region && one.name === name);
        return parameter === undefined ? `- ${name} in ${region} was not changed` : whatBecameOf(parameter);
    }));
    return new base_errors/* CancelledError */.cc([error.message, 'What has become of the SSM parameters:', ...lines].join('\n'), {
        remedy: 'The images are kept, since parameters name them. Re-run the job: it takes them up, and writes the parameters that are left.',
    });
}
/**
 * @param all how many might have failed
 * @throws the error of the only one itself; else a ProblemsError that tells each with what is to be done about it
 */
async function throwTogether(world, failures, all, summary) {
    const [first] = failures;
    if (first === undefined)
        return;
    if (all === 1)
        throw first.error;
    const problems = failures.map(async ({ region, error }) => {
        return `${region}: ${(0,base_errors/* messageWithRemedy */.ug)(await explain(error, world))}`;
    });
    const told = await Promise.all(problems);
    world.signal.throwIfAborted();
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
async function findPrevious(options) {
    const { ec2, signal, accountId, family, before, onTrouble } = options;
    const request = { Filters: [{ Name: `tag:${naming_tags/* familyTag */.jM}`, Values: [escaped(family)] }] };
    const images = await (0,describe/* describeImages */.Sx)(ec2, request, { signal }).catch((error) => {
        signal.throwIfAborted();
        const kind = (0,errors/* errorKind */.f8)(error);
        const failure = (0,aws_failure/* awsFailure */.MT)('ec2:DescribeImages', `look for the previous image of family ${family}`, error);
        if (kind === 'credentials' || kind === 'permission')
            throw failure;
        onTrouble(`The previous image of the family is not known (${(0,errors/* describeAwsError */.Pp)(error)})`);
        return [];
    });
    const candidates = images.filter((image) => image.OwnerId === accountId &&
        image.ImageId !== before?.ImageId &&
        (before === undefined || (image.CreationDate ?? '') < (before.CreationDate ?? '')) &&
        image.State === 'available' &&
        (0,describe/* bakeStateOf */.iy)(image) === 'ready' &&
        tagOf(image, naming_tags/* familyTag */.jM) === family);
    const newest = candidates
        .toSorted((a, b) => (a.CreationDate ?? '').localeCompare(b.CreationDate ?? ''))
        .at(-1);
    if (newest?.ImageId === undefined)
        return undefined;
    const commit = tagOf(newest, naming_tags/* commitTag */.m);
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
function tagOf(image, key) {
    return image.Tags?.find((tag) => tag.Key === key)?.Value;
}

;// CONCATENATED MODULE: ./lib/image/ready.js
/** Marks an image as finished: the last change that a bake makes to it. */



/**
 * The image and its snapshots go from `bake-ami:state` `baking` to `ready` in one call, which EC2 does wholly or
 * not at all. From then on no later attempt takes the image up and no clean-up by key removes it.
 */
async function markReady(ec2, image, signal) {
    const Resources = [image.id, ...image.snapshots.map((snapshot) => snapshot.snapshotId)];
    const command = new sdk_ec2/* CreateTagsCommand */.Rm({ Resources, Tags: [{ Key: naming_tags/* stateTag */.aJ, Value: 'ready' }] });
    try {
        await ec2.send(command, { signal, newObject: true });
    }
    catch (error) {
        signal.throwIfAborted();
        throw (0,aws_failure/* awsFailure */.MT)('ec2:CreateTags', `mark image ${image.id} as ready`, error);
    }
}

// EXTERNAL MODULE: ./lib/naming/names.js + 8 modules
var naming_names = __webpack_require__(9131);
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


const allowedAccount = ({ instance, allowedAccountIds }) => {
    if (allowedAccountIds.length === 0 || allowedAccountIds.includes(instance.accountId))
        return [];
    return [
        error(`The credentials are of account ${instance.accountId}, and \`allowed-account-ids\` names only ${allowedAccountIds.join(', ')}. Check which role the job assumes.`),
    ];
};
const credentialsLastLongEnough = ({ credentialsExpireAt, deadline }) => {
    if (credentialsExpireAt === undefined || credentialsExpireAt.getTime() >= deadline)
        return [];
    const early = (0,units/* duration */.p)(deadline - credentialsExpireAt.getTime());
    return [
        warning(`The credentials expire at ${credentialsExpireAt.toISOString()}, ${early} before \`timeout-minutes\` is over. A bake that takes that long fails then: ask for a longer session, or let the action renew its own with \`role-to-assume\`.`),
    ];
};

// EXTERNAL MODULE: ./lib/naming/closest.js
var closest = __webpack_require__(3727);
;// CONCATENATED MODULE: ./lib/source/instance.js

/** The volumes that go into the image: all but those at the devices that are left out. */
function capturedVolumes({ volumes }, excludeDevices) {
    return volumes.filter(({ device }) => !excludeDevices.includes(device));
}
/** One line of the log: `/dev/xvda  vol-0a1…  8 GiB, encrypted, root`. */
function volumeLine({ device, volumeId, sizeGiB, encrypted, root }) {
    const traits = [(0,units/* gibibytes */.I)(sizeGiB), ...(encrypted ? ['encrypted'] : []), ...(root ? ['root'] : [])];
    return `${device}  ${volumeId}  ${traits.join(', ')}`;
}

;// CONCATENATED MODULE: ./lib/preflight/copies.js
/** Can the image be copied as asked? Found out before the home image is made, which the copies wait for. */










/** The Regions are there and enabled, and in those the name is free. */
const copiesArePossible = async (facts) => {
    const regions = facts.copyTo.map(({ region }) => region);
    if (regions.length === 0)
        return [];
    const { findings, usable } = await regionsOf(facts, regions);
    const ofNames = await Promise.all(usable.map((region) => nameIsFreeIn(facts, region)));
    return [...findings, ...ofNames.flat()];
};
/**
 * Without a key, a copy of what is encrypted is encrypted with the default key of its Region (EC2 user guide, "Encryption
 * and copying"), which is the AWS managed key unless the account has chosen another.
 */
const copiesCanBeShared = ({ copyTo, shareWith, instance, excludeDevices }) => {
    if ((0,grantees/* allOf */.bn)(shareWith).every((grantee) => grantee === instance.accountId))
        return [];
    const encrypted = capturedVolumes(instance, excludeDevices).some((volume) => volume.encrypted);
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
async function regionsOf({ ec2, signal, instance }, regions) {
    try {
        // Not by their names: one that EC2 does not know makes it refuse the whole call.
        const command = new sdk_ec2/* DescribeRegionsCommand */.cA({ AllRegions: true });
        const { Regions } = await ec2.send(command, { signal, ...checkPatience });
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
async function nameIsFreeIn(facts, region) {
    const { names, instance, ec2In, signal } = facts;
    try {
        const how = { signal, ...checkPatience };
        const images = await (0,describe/* imagesOfName */.zD)(ec2In(region), names.name, how);
        const holder = images.find((image) => isOurs(image, instance.accountId));
        if (holder === undefined || (0,describe/* carriesKey */.tX)(holder, names.key))
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

;// CONCATENATED MODULE: ./lib/preflight/dry-run.js
/** Would CreateImage be allowed? EC2 says so itself, with tags and all, when it is asked with DryRun. */







/** Codes that another check tells with more of the story. */
const toldElsewhere = new Set(['IncorrectInstanceState', 'InvalidAMIName.Duplicate']);
const createImageIsAllowed = async (facts) => {
    const { ec2, signal, instance } = facts;
    // Another check tells of the state, and EC2 would do so in place of the permissions.
    if (instance.state !== 'running' && instance.state !== 'stopped')
        return [];
    try {
        await ec2.send(new sdk_ec2/* CreateImageCommand */.T6({ ...createImageRequest(facts), DryRun: true }), {
            signal,
            ...checkPatience,
        });
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
        const failure = await explain((0,aws_failure/* awsFailure */.MT)('ec2:CreateImage', doing, thrown), facts);
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



const instanceState = ({ instance }) => {
    if (instance.state === 'running' || instance.state === 'stopped')
        return [];
    return [
        error(`Instance ${instance.id} is ${instance.state}. EC2 images instances that are running or stopped; pass another one as \`instance-id\`.`),
    ];
};
/** CreateImage: "creates an Amazon EBS-backed AMI from an Amazon EBS-backed instance". */
const rootDevice = ({ instance }) => {
    if (instance.rootDeviceType === 'ebs')
        return [];
    return [
        error(`The root device of ${instance.id} is an instance store volume. CreateImage works on EBS-backed instances only: launch the instance from an EBS-backed AMI.`),
    ];
};
/** Instance store volumes are mapped in the AMI, "but their data is not included" (EC2 User Guide, instance store). */
const instanceStore = async (facts) => {
    const devices = facts.instance.instanceStoreDevices;
    if (devices.length > 0)
        return [notCaptured(facts, devices.join(', '))];
    if (facts.instance.type === '')
        return [];
    try {
        const storage = await storageOfType(facts);
        return storage === undefined ? [] : [notCaptured(facts, sizeOf(storage))];
    }
    catch (thrown) {
        facts.signal.throwIfAborted();
        return [
            unchecked('ec2:DescribeInstanceTypes', 'whether the instance has instance store volumes', thrown),
        ];
    }
};
async function storageOfType({ ec2, instance, signal, }) {
    const type = instance.type;
    const command = new sdk_ec2/* DescribeInstanceTypesCommand */.hk({ InstanceTypes: [type] });
    const { InstanceTypes } = await ec2.send(command, { signal, ...checkPatience });
    return InstanceTypes?.find(({ InstanceType }) => InstanceType === type)?.InstanceStorageInfo;
}
function sizeOf({ TotalSizeInGB, Disks }) {
    const disks = (Disks ?? []).reduce((sum, disk) => sum + (disk.Count ?? 1), 0);
    const size = TotalSizeInGB === undefined ? 'its disks' : `${TotalSizeInGB} GB`;
    return disks > 1 ? `${size} on ${disks} disks` : size;
}
function notCaptured({ instance }, what) {
    return warning(`Instance ${instance.id} (${instance.type}) has instance store volumes (${what}): their data is not captured in the image. Keep what must be in it on an EBS volume.`);
}
const excludedDevices = ({ instance, excludeDevices }) => {
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
const crashConsistency = ({ instance, noReboot }) => {
    if (!noReboot || instance.state !== 'running')
        return [];
    return [
        warning('no-reboot: the instance keeps running while its volumes are captured. What is in memory and not yet on disk is missing from the image, and file systems may need a repair at first boot.'),
    ];
};

;// CONCATENATED MODULE: ./lib/preflight/lifecycle.js
/** Can the image be what it is asked to be, and can SSM parameters point at it, once it is there? */





/** EC2's limits are in the API Reference, EnableImageDeprecation. */
const deprecationIsPossible = ({ deprecateAfter, clock, deadline, makePublic, namesake }) => {
    if (deprecateAfter === undefined)
        return [];
    const now = clock.now();
    const at = deprecationTime(deprecateAfter, now);
    const date = new Date(at).toISOString();
    if (at <= now) {
        return [error(`Input \`deprecate-after\`: ${date} is past. EC2 deprecates images at a time to come.`)];
    }
    // An image that is reused is older than this bake.
    const createdAt = namesake === undefined ? now : Date.parse(namesake.CreationDate ?? '') || now;
    const latest = latestDeprecation({ now, createdAt, isPublic: makePublic });
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
const imdsv2IsForGood = ({ requireImdsv2 }) => {
    if (!requireImdsv2)
        return [];
    return [
        warning('require-imdsv2: EC2 cannot undo this. Software on the instances of this image that knows only IMDSv1 gets no metadata and no credentials, unless a launch says otherwise.'),
    ];
};
/** "enforces deregistration protection for 24 hours after deregistration protection is disabled" (WithCooldown). */
const cooldownKeepsImages = ({ deregistrationProtection }) => {
    if (deregistrationProtection !== 'with-cooldown')
        return [];
    return [
        note('deregistration-protection: with a cooldown, an image cannot be removed for 24 hours after the protection was switched off; nor can that of a bake which fails in its last steps, when it is protected already.'),
    ];
};
/** Systems Manager has no dry run; but what is in the way of writing shows when the parameters are read. */
const parametersCanHoldImages = async (facts) => {
    const { names, instance, copyTo } = facts;
    if (names.ssmParameters.length === 0)
        return [];
    const regions = [instance.region, ...copyTo.map(({ region }) => region)];
    const findings = await Promise.all(regions.map((region) => parametersOf(region, facts)));
    return findings.flat();
};
async function parametersOf(region, { ssmIn, names, signal }) {
    try {
        const how = { signal, ...checkPatience };
        const parameters = await readParameters(ssmIn(region), names.ssmParameters, how);
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




const nameIsFree = ({ namesake, names, instance }) => {
    if (namesake === undefined)
        return [];
    const { ImageId = '', State, CreationDate } = namesake;
    if (!canBeTakenUp(namesake)) {
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
    const inOrganizations = shareWith.organizations.length + shareWith.organizationalUnits.length;
    if (shareSnapshots && inOrganizations > 0) {
        warnings.push('share-snapshots: EC2 can share snapshots with accounts only. Members of the organizations and organizational ' +
            'units in `share-with` can launch the image but not copy it; name the accounts that are to copy it as well.');
    }
    const count = (0,grantees/* allOf */.bn)(shareWith).length;
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
const sharingIsPossible = async (facts) => {
    const { shareWith, instance, excludeDevices } = facts;
    // The image's own account needs no permission.
    if ((0,grantees/* allOf */.bn)(shareWith).every((grantee) => grantee === instance.accountId))
        return [];
    const encrypted = capturedVolumes(instance, excludeDevices).filter((volume) => volume.encrypted);
    const keys = [...new Set(encrypted.map((volume) => volume.kmsKeyId ?? ''))];
    const findings = await Promise.all(keys.map((key) => keyCanBeShared(facts, key, volumesOf(encrypted, key))));
    return findings.flat();
};
const sharingReachesAll = ({ shareWith, shareSnapshots }) => sharingWarnings(shareWith, shareSnapshots).map(warning);
async function keyCanBeShared(facts, key, volumes) {
    if (key === '')
        return [];
    try {
        const manager = await facts.keyManagers.managerOf(key, facts.signal);
        if (manager === 'CUSTOMER') {
            return [
                note(`The image of ${volumes} is encrypted with the customer managed key ${key}: the accounts that it is shared with need that key too (kms:DescribeKey, kms:CreateGrant, kms:Decrypt, kms:ReEncrypt*, kms:GenerateDataKey* in its key policy).`),
            ];
        }
        return [error(notShareable(facts, key, volumes))];
    }
    catch (thrown) {
        facts.signal.throwIfAborted();
        const what = `whether the key of ${volumes} can be shared (an AWS managed key cannot)`;
        return [asWarning(unchecked('kms:DescribeKey', what, thrown))];
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
const publicIsPossible = async (facts) => {
    const { makePublic, instance, excludeDevices, copyTo } = facts;
    if (!makePublic)
        return [];
    const encrypted = capturedVolumes(instance, excludeDevices).filter((volume) => volume.encrypted);
    const findings = encrypted.map((volume) => error(`Input \`public\`: ${volume.device} (${volume.volumeId}) is encrypted, and EC2 cannot make an image with encrypted snapshots public. Bake from an instance without encrypted volumes, or share with accounts instead (\`share-with\`).`));
    const regions = [instance.region, ...copyTo.map(({ region }) => region)];
    const access = await Promise.all(regions.map((region) => publicAccessIsAllowed(facts, region)));
    return [...findings, ...access.flat()];
};
async function publicAccessIsAllowed({ ec2In, signal, instance }, region) {
    try {
        const state = await ec2In(region).send(new sdk_ec2/* GetImageBlockPublicAccessStateCommand */.QR({}), {
            signal,
            ...checkPatience,
        });
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
async function preflight(facts, found) {
    const checks = found ? checksOfEveryImage : [...checksOfNewImage, ...checksOfEveryImage];
    const findings = await Promise.all(checks.map(async (check) => check(facts)));
    const order = { error: 0, warning: 1, note: 2 };
    return findings.flat().sort((a, b) => order[a.severity] - order[b.severity]);
}

;// CONCATENATED MODULE: ./lib/bake/obtain.js
/** How a bake comes by its image: it takes up what an earlier attempt left, reuses one that is there, or creates it. */







/** @param image of this bake's key, which an earlier attempt did not finish */
async function takeUp(kit, instance, names, image) {
    const { world, keeper } = kit;
    // The earlier attempt may have begun to copy, and to publish.
    keeper.learnt({ names: { ...names, name: image.Name ?? names.name }, ...possibleCopies(kit) });
    const held = await parametersHolding(kit, instance.region, names, image.ImageId ?? '');
    keeper.owe(held.length > 0 ? { parameters: held } : {});
    obtained(kit, instance, image, { created: true, resumed: true });
    const was = `${image.ImageId} "${image.Name}", created ${image.CreationDate ?? 'at an unknown time'}, is ${image.State}`;
    world.log.notice(`An earlier attempt of this workflow run left its image: ${was}. It is taken up.`, 'Bake resumed');
    return { ...known(image, world.clock), from: 'resumed', mayHaveOthers: true, ...(0,naming_tags/* tagsOfResumed */.Wd)(names) };
}
/** @param image of the wanted name, whoever made it */
function reuse(kit, instance, image) {
    const { world, keeper, workflow } = kit;
    obtained(kit, instance, image, { created: false, reused: true });
    const copies = possibleCopies(kit);
    if ((0,context/* isLaterAttempt */._)(workflow) && copies.copies !== undefined)
        keeper.owe(copies);
    world.log.notice(`${image.ImageId} has the name "${image.Name}" already and is reused, as \`if-exists: reuse\` asks for. ${instance.id} is not touched.`, 'Image reused');
    return {
        ...known(image, world.clock),
        from: 'reused',
        mayHaveOthers: true,
        imageTags: [],
        snapshotTags: [],
    };
}
async function create(kit, instance, names) {
    const { world, keeper, deadline } = kit;
    const { log } = world;
    const { noReboot, excludeDevices } = kit.inputs;
    const rebooted = instance.state === 'running' && !noReboot;
    log.info(rebooted
        ? 'Creating the image; EC2 reboots the instance now, so that its file systems are consistent'
        : 'Creating the image');
    keeper.owe();
    const { imageId, found, sentAt, inDoubt } = await createImage({
        ...world,
        deadline,
        instance,
        names,
        noReboot,
        excludeDevices,
        onTrouble: (message) => log.info(message),
    }).catch((error) => {
        if (error instanceof NothingCreatedError)
            keeper.oweNothing();
        throw error;
    });
    // What was found by its key may be of an earlier attempt, with that one's tags.
    if (found !== undefined && !(0,naming_tags/* isSameAttempt */.Ib)(found.Tags ?? [], names.imageTags))
        return takeUp(kit, instance, names, found);
    const image = { ImageId: imageId, Name: names.name, State: 'pending' };
    obtained(kit, instance, image, { created: true, rebooted });
    const mayHaveOthers = inDoubt || (0,context/* isLaterAttempt */._)(kit.workflow);
    return { imageId, createdAt: sentAt, from: 'created', mayHaveOthers, ...names };
}
/** There is an image: its ID is published at once, and where to look at it. */
function obtained({ world, keeper }, { region }, image, facts) {
    const { ImageId: id = '', Name: name = '', State: state = 'pending' } = image;
    keeper.learnt({ image: { id, name, region, state, snapshots: (0,describe/* snapshotsOf */.XO)(image) }, ...facts });
    world.log.info(`${id} is ${state}${(0,console/* consoleSuffix */.n)(region, id)}`);
}
/** In every Region of `copy-to`, as far as the clean-up is concerned. */
function possibleCopies({ inputs: { copyTo } }) {
    return copyTo.length > 0 ? { copies: copyTo.map(({ region }) => ({ region })) } : {};
}
/** The home Region's parameters are written first, so that one of them tells. */
async function parametersHolding({ world: { ssmIn, signal } }, region, { ssmParameters }, imageId) {
    if (ssmParameters.length === 0)
        return [];
    const parameters = await readParameters(ssmIn(region), ssmParameters, { signal }).catch((error) => {
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

;// CONCATENATED MODULE: ./lib/bake/plan.js
/** What a bake would do: for a dry run, and for the reviewer who reads it. */



/** @returns a line each, in the order of the steps */
function planOf(options) {
    const { inputs } = options;
    return [
        ...obtaining(options),
        waiting(inputs),
        ...copying(inputs),
        ...lifecycle(inputs),
        ...sharing(inputs),
        ...publishing(options),
        ...failing(options),
    ];
}
function obtaining({ inputs, instance, names, existing }) {
    const { unfinished, namesake, leftovers } = existing;
    const removed = inputs.onFailure === 'delete'
        ? leftovers.map(({ ImageId }) => `Remove ${ImageId}, left by an earlier attempt`)
        : [];
    if (unfinished !== undefined) {
        return [
            ...removed,
            `Take up ${unfinished.ImageId} (${unfinished.State}), left by an earlier attempt of this run`,
        ];
    }
    if (namesake !== undefined) {
        return [
            ...removed,
            `Reuse ${namesake.ImageId} (${namesake.State}), which has the name "${namesake.Name}"`,
        ];
    }
    const captured = capturedVolumes(instance, inputs.excludeDevices);
    const volumes = instance.volumes.map((volume) => captured.includes(volume)
        ? `Snapshot ${volume.device}, ${(0,units/* gibibytes */.I)(volume.sizeGiB)}`
        : `Leave out ${volume.device}`);
    return [
        ...removed,
        `Create an AMI of ${instance.id} in ${instance.region}, account ${instance.accountId}${reboot(inputs, instance)}`,
        `Name: ${names.name}`,
        `Description: ${names.description}`,
        `Family: ${names.family}`,
        ...volumes,
        ...names.imageTags.map((tag) => `Tag of the AMI: ${tagText(tag)}`),
        ...names.snapshotTags
            .filter((tag) => !isIn(names.imageTags, tag))
            .map((tag) => `Tag of the snapshots alone: ${tagText(tag)}`),
    ];
}
function reboot({ noReboot }, { state }) {
    if (state !== 'running')
        return '';
    return noReboot ? ', without rebooting it' : ', which reboots it';
}
function copying({ copyTo }) {
    return copyTo.map(({ region, kmsKeyId }) => `Copy the AMI to ${region}${kmsKeyId === undefined ? '' : `, encrypted with ${kmsKeyId}`}`);
}
function lifecycle({ deprecateAfter, requireImdsv2, deregistrationProtection }) {
    const when = deprecateAfter?.kind === 'after'
        ? `${(0,units/* duration */.p)(deprecateAfter.milliseconds)} after the start of the bake`
        : deprecateAfter && new Date(deprecateAfter.time).toISOString();
    return [
        ...(when === undefined ? [] : [`Deprecate each image at ${when}`]),
        ...(requireImdsv2 ? ['Require IMDSv2 of the instances of each image, which cannot be undone'] : []),
        ...(deregistrationProtection === 'off'
            ? []
            : [`Protect each image from deregistration (${deregistrationProtection})`]),
    ];
}
function publishing({ names, instance, inputs }) {
    const regions = [instance.region, ...inputs.copyTo.map(({ region }) => region)].join(', ');
    return names.ssmParameters.map((name) => `Write the ID of the AMI into the SSM parameter ${name} in ${regions}`);
}
function sharing({ shareWith, shareSnapshots, makePublic }) {
    const whom = (0,grantees/* allOf */.bn)(shareWith);
    return [
        ...(whom.length > 0 ? [`Share the AMI with ${(0,grantees/* describeGrantees */.t2)(shareWith)}: ${whom.join(', ')}`] : []),
        ...(shareSnapshots ? [`Share its snapshots with ${shareWith.accounts.join(', ')}`] : []),
        ...(makePublic ? ['Make the AMI public: every AWS account may launch it'] : []),
    ];
}
function waiting({ wait, timeoutMinutes }) {
    return wait
        ? `Wait until it is available, ${timeoutMinutes} minutes at most`
        : 'Not wait until it is available';
}
/** Of a reused image nothing is ever deleted. */
function failing({ inputs, existing: { unfinished, namesake } }) {
    const reuses = unfinished === undefined && namesake !== undefined;
    return reuses && inputs.copyTo.length === 0
        ? []
        : [`On failure: ${inputs.onFailure} what this bake created`];
}
function tagText({ Key, Value }) {
    return `${Key}=${Value}`;
}
function isIn(tags, { Key, Value }) {
    return tags.some((tag) => tag.Key === Key && tag.Value === Value);
}

;// CONCATENATED MODULE: ./lib/bake/record-keeper.js
class RecordKeeper {
    record;
    #world;
    #owesCleanup = false;
    constructor(world, region) {
        this.#world = world;
        this.record = {
            region,
            startedAt: world.clock.now(),
            phases: [],
            created: false,
            resumed: false,
            rebooted: false,
            warnings: [],
        };
    }
    learnt(facts) {
        Object.assign(this.record, facts);
        this.#world.witness.learnt(this.record);
    }
    /** For the user's eyes at once, and for the report. */
    warn(message) {
        this.record.warnings.push(message);
        this.#world.log.warning(message);
    }
    /** @returns what the work gives */
    async phase(name, work) {
        const { clock } = this.#world;
        const phase = { name, startedAt: clock.now() };
        this.record.phases.push(phase);
        try {
            return await work();
        }
        finally {
            phase.endedAt = clock.now();
        }
    }
    /** An image of this bake may be there: clean-up is owed when it does not end well, by the post step too. */
    get owesCleanup() {
        return this.#owesCleanup;
    }
    owe(facts = {}) {
        Object.assign(this.record, facts);
        this.#owesCleanup = true;
        this.#world.witness.creating(this.record);
    }
    /** It turned out that nothing was created. */
    oweNothing() {
        this.#owesCleanup = false;
    }
}

;// CONCATENATED MODULE: ./lib/bake/bake.js
/**
 * The story of a bake: from an instance to a ready image, and to nothing at all when it does not end well.
 * Each step is told here in a few lines; how it is done is in the module that it calls.
 */























/**
 * Never throws for what goes wrong with the bake: that is the outcome. A bake that is cancelled while its good end is
 * being reported is a cancelled bake; nothing is left of it.
 */
async function bake(inputs, workflow, world) {
    const story = new Bake(inputs, workflow, world);
    const { record } = story;
    try {
        await story.run();
        world.signal.throwIfAborted();
        await world.report({ ok: true, record });
        world.signal.throwIfAborted();
        world.witness.settled(record);
        return { ok: true, record };
    }
    catch (error) {
        const cleanup = await story.cleanUpAfter(error);
        if (cleanup?.done !== false)
            world.witness.settled(record);
        const explained = await explain(withParameters(error, record), {
            ...world,
            signal: new AbortController().signal,
        });
        const outcome = { ok: false, record, error: explained, cleanup };
        await world.report(outcome);
        return outcome;
    }
}
class Bake {
    record;
    #inputs;
    #workflow;
    #world;
    #ec2InForCleanup;
    /** When the bake must be over, in milliseconds since the epoch. */
    #deadline;
    #keeper;
    #kit;
    constructor(inputs, workflow, world) {
        const keeper = new RecordKeeper(world, inputs.region);
        const deadline = keeper.record.startedAt + inputs.timeoutMinutes * 60_000;
        this.record = keeper.record;
        this.#inputs = inputs;
        this.#workflow = workflow;
        this.#deadline = deadline;
        this.#world = {
            ...world,
            ec2: world.ec2.until(deadline),
            ec2In: (region) => world.ec2In(region).until(deadline),
            ssmIn: (region) => world.ssmIn(region).until(deadline),
        };
        // Clean-up has a time of its own.
        this.#ec2InForCleanup = world.ec2In;
        this.#keeper = keeper;
        this.#kit = { inputs, workflow, world: this.#world, deadline, keeper };
    }
    async run() {
        const instance = await this.#phase('Inspect', () => this.#inspect());
        const names = this.#render(instance);
        const existing = await this.#phase('Check', () => this.#check(instance, names));
        if (this.#inputs.dryRun)
            return this.#plan(instance, names, existing);
        const image = await this.#phase('Create', () => this.#obtain(instance, names, existing));
        if (!this.#inputs.wait)
            return this.#glance(image);
        await this.#phase('Wait', () => this.#wait(image));
        await this.#phase('Verify', () => this.#verify(instance, names, image));
        if (this.#inputs.copyTo.length > 0)
            await this.#phase('Copy', () => copyToRegions(this.#kit, instance, names));
        if (settlingIsAsked(this.#inputs))
            await this.#phase('Settle', () => settleImages(this.#kit, instance));
        // Last of all, so that no pointer ever names an image that cannot be used.
        if (names.ssmParameters.length > 0)
            await this.#phase('Publish', () => publish(this.#kit, names));
        await this.#phase('Finish', () => this.#finish(names, image));
    }
    async #inspect() {
        const { log } = this.#world;
        const { instanceId, region } = this.#inputs;
        const instance = await (0,inspect/* inspectInstance */.SO)({
            ...this.#world,
            region,
            instanceId,
            deadline: this.#deadline,
            onPassingState: (state) => log.info(`Instance ${instanceId} is ${state}; waiting until it is not any more`),
        });
        const captured = capturedVolumes(instance, this.#inputs.excludeDevices);
        this.#keeper.learnt({ instance, expectedSnapshots: captured.length });
        const name = instance.name === undefined ? '' : ` "${instance.name}"`;
        log.info(`Instance ${instance.id}${name}: ${instance.type}, ${instance.architecture}, ${instance.platform}, ${instance.state}, in ${region} of account ${instance.accountId}`);
        for (const volume of instance.volumes) {
            const leftOut = captured.includes(volume) ? '' : ' (left out of the image)';
            log.info(`  ${volumeLine(volume)}${leftOut}`);
        }
        return instance;
    }
    #render(instance) {
        const { clock, environment } = this.#world;
        const names = (0,naming_names/* renderNames */.p)({
            templates: this.#inputs.templates,
            workflow: this.#workflow,
            now: new Date(clock.now()),
            source: instance,
            environment,
        });
        this.#keeper.learnt({ names });
        for (const warning of names.warnings)
            this.#keeper.warn(warning);
        this.#world.log.info(`Name of the AMI: ${names.name}`);
        return names;
    }
    /** Looks for what is there already, then runs the preflight: all findings are shown, any error ends the bake. */
    async #check(instance, names) {
        const { log } = this.#world;
        const existing = await findExisting({
            ...this.#world,
            names,
            accountId: instance.accountId,
            isLaterAttempt: (0,context/* isLaterAttempt */._)(this.#workflow),
        });
        const found = existing.unfinished !== undefined || this.#reuses(existing);
        const facts = {
            ...this.#world,
            ...this.#inputs,
            instance,
            // An image that is taken up keeps its name, and its copies get that one.
            names: { ...names, name: existing.unfinished?.Name ?? names.name },
            namesake: existing.namesake,
            deadline: this.#deadline,
            credentialsExpireAt: await this.#world.credentialsExpireAt(),
        };
        const [findings] = await both(preflight(facts, found), this.#findPrevious(instance, names, existing));
        for (const { severity, message } of findings) {
            if (severity === 'warning')
                this.#keeper.warn(message);
            if (severity === 'note')
                log.info(message);
        }
        const errors = findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
        if (errors.length > 0)
            throw new base_errors/* ProblemsError */.FQ(`${instance.id} cannot be imaged as asked`, errors);
        return existing;
    }
    /** For a roll-back, and for the list of commits between the two. */
    async #findPrevious({ accountId }, { family }, existing) {
        const { ec2, signal, log } = this.#world;
        const { unfinished, namesake } = existing;
        const found = unfinished ?? (this.#reuses(existing) ? namesake : undefined);
        const onTrouble = (message) => log.info(message);
        const previous = await findPrevious({ ec2, signal, accountId, family, before: found, onTrouble });
        if (previous !== undefined)
            log.info(`Previous image of family ${family}: ${previous.id} "${previous.name}"`);
        this.#keeper.learnt({ previous: previous ?? null });
    }
    #reuses({ unfinished, namesake }) {
        const wanted = this.#inputs.ifExists === 'reuse' && unfinished === undefined;
        return wanted && namesake !== undefined && canBeTakenUp(namesake);
    }
    #plan(instance, names, existing) {
        const plan = planOf({ inputs: this.#inputs, instance, names, existing });
        this.#world.log.info('Dry run: nothing is changed. The plan:');
        for (const line of plan)
            this.#world.log.info(`  ${line}`);
        this.#keeper.learnt({ plan });
    }
    /** Takes up what an earlier attempt left, reuses what is there when that is wanted, or creates the image. */
    async #obtain(instance, names, existing) {
        this.#world.signal.throwIfAborted();
        await this.#removeLeftovers(instance.region, names, existing.leftovers);
        if (existing.unfinished !== undefined)
            return takeUp(this.#kit, instance, names, existing.unfinished);
        if (existing.namesake !== undefined && this.#reuses(existing))
            return reuse(this.#kit, instance, existing.namesake);
        return create(this.#kit, instance, names);
    }
    /** Without waiting: one look, for the snapshot IDs, if EC2 tells them already. */
    async #glance({ imageId }) {
        const { ec2, log, signal } = this.#world;
        try {
            const image = await (0,describe/* describeImage */.hu)(ec2, imageId, { signal, patienceSeconds: 0 });
            if (image !== undefined)
                this.#saw(image);
        }
        catch (error) {
            signal.throwIfAborted();
            log.info(`EC2 does not tell the snapshots of ${imageId} yet (${(0,errors/* describeAwsError */.Pp)(error)})`);
        }
        log.info(`Not waiting for ${imageId}, as \`wait: false\` asks for`);
    }
    async #wait({ imageId, createdAt }) {
        const { log, clock } = this.#world;
        await waitUntilAvailable({
            ...this.#world,
            imageId,
            createdAt,
            deadline: this.#deadline,
            onImage: (image) => this.#saw(image),
            onProgress: (progress) => log.info(progressLine(progress)),
            onTrouble: (message) => log.info(message),
        });
        log.info(`${imageId} is available, ${(0,units/* duration */.p)(clock.now() - createdAt)} after its creation`);
    }
    async #verify(instance, names, image) {
        const { log } = this.#world;
        const captured = capturedVolumes(instance, this.#inputs.excludeDevices);
        const devices = image.from === 'reused' ? [] : captured.map(({ device }) => device);
        const verified = await verifyImage({
            ...this.#world,
            ...image,
            region: instance.region,
            accountId: instance.accountId,
            name: this.record.image?.name ?? names.name,
            snapshotIds: this.record.image?.snapshots.map(({ snapshotId }) => snapshotId) ?? [],
            devices,
        });
        this.#keeper.learnt({ image: verified });
        const count = verified.snapshots.length;
        const total = verified.snapshots.reduce((sum, snapshot) => sum + snapshot.sizeGiB, 0);
        log.info(`Verified: ${count} ${count === 1 ? 'snapshot' : 'snapshots'} of ${(0,units/* gibibytes */.I)(total)}, tags, state`);
    }
    /** All images become ready, the home image last: that it is ready ends the bake for a later attempt. */
    async #finish(names, obtained) {
        const isHome = ({ region }) => region === this.record.region;
        const ours = imagesOf(this.record).filter((image) => obtained.from !== 'reused' || !isHome(image));
        const finishOne = (image) => this.#finishOne(names, obtained, image);
        const copies = ours.filter((image) => !isHome(image));
        await forEachImage(this.#world, copies, finishOne, 'Not every copy could be marked as ready');
        for (const home of ours.filter(isHome))
            await finishOne(home);
    }
    /** What was left beside the image goes; then the image is marked as ready. */
    async #finishOne(names, { mayHaveOthers }, image) {
        const { signal, log, ec2In } = this.#world;
        const { region } = image;
        const accountId = this.record.instance?.accountId ?? '';
        const ec2 = ec2In(region);
        if (mayHaveOthers) {
            const unfinished = await findUnfinished({ ec2, signal, names, accountId });
            const others = unfinished.filter(({ ImageId }) => ImageId !== image.id);
            await this.#removeLeftovers(region, names, others);
        }
        await markReady(ec2, image, signal);
        this.#markedReady(image);
        log.info(`${image.id} in ${region} is marked as ready`);
    }
    #markedReady(image) {
        const done = { ...image, tags: (0,naming_tags/* readied */.rL)(image.tags), snapshotTags: (0,naming_tags/* readied */.rL)(image.snapshotTags) };
        const isHome = image.region === this.record.region;
        const copies = this.record.copies?.map((copy) => copy.region === image.region ? { ...copy, image: done } : copy);
        this.#keeper.learnt(isHome ? { image: done } : { copies: copies ?? [] });
    }
    /** Images of this bake that an earlier attempt made and that cannot be taken up. */
    async #removeLeftovers(region, names, leftovers) {
        for (const { ImageId, State } of leftovers) {
            const report = await (0,clean_up/* removeLeftover */.MG)({
                ...this.#world,
                onFailure: this.#inputs.onFailure,
                region,
                key: names.key,
                imageId: ImageId ?? '',
                state: State ?? 'unknown',
            });
            (0,clean_up/* warnOfRemnants */.Cw)(this.#world.log, report);
        }
    }
    /** @returns undefined when there was nothing to clean up */
    async cleanUpAfter(error) {
        const { names, instance, expectedSnapshots, parameters } = this.record;
        if (!this.#keeper.owesCleanup || names === undefined || instance === undefined)
            return undefined;
        if (error instanceof base_errors/* SupersededError */.ZC)
            return { done: false, kept: [], removed: [], remaining: [], unknown: [] };
        const report = await this.#phase('Clean up', () => (0,clean_up/* cleanUp */.nY)({
            ...this.#world,
            ec2In: this.#ec2InForCleanup,
            // The step's own signal is aborted when it was cancelled; the clean-up has a budget of time instead.
            signal: new AbortController().signal,
            onFailure: (0,clean_up/* onFailureOf */.TQ)(this.#inputs.onFailure, parameters),
            key: names.key,
            places: (0,clean_up/* placesOf */.ek)(this.record),
            expectedSnapshots,
            onDeregistered: (id) => this.#keeper.learnt({ gone: [...(this.record.gone ?? []), id] }),
            haste: error instanceof base_errors/* CancelledError */.cc ? clean_up/* cancelled */.KW : clean_up/* failed */.gz,
        }));
        (0,clean_up/* warnOfRemnants */.Cw)(this.#world.log, report);
        return report;
    }
    /** Takes over what a look at the image shows: its state, and snapshot IDs as EC2 tells them. */
    #saw(image) {
        const before = this.record.image;
        if (before === undefined)
            return;
        const seen = (0,describe/* snapshotsOf */.XO)(image);
        const snapshots = seen.length < before.snapshots.length ? before.snapshots : seen;
        this.#keeper.learnt({ image: { ...before, state: image.State ?? before.state, snapshots } });
    }
    #phase(name, work) {
        return this.#keeper.phase(name, work);
    }
}


/***/ }),

/***/ 5692:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _aws_access_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6079);
/* harmony import */ var _base_clock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4743);
/* harmony import */ var _github_cancellation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(403);
/* harmony import */ var _github_context_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8120);
/* harmony import */ var _github_inputs_read_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5452);
/* harmony import */ var _github_log_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(853);
/* harmony import */ var _github_role_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8283);
/* harmony import */ var _bake_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9369);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3426);
/* harmony import */ var _report_report_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3948);
/* harmony import */ var _witness_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8750);
/** Entry point of the main step: wires the bake to the runner and to AWS. */












// Templates' dates are in UTC; LiquidJS's arithmetic is off by an hour near daylight-saving changes in other zones.
process.env['TZ'] = 'UTC';
const signal = (0,_github_cancellation_js__WEBPACK_IMPORTED_MODULE_3__/* .cancellationOfMain */ .m)(process);
const log = (0,_github_log_js__WEBPACK_IMPORTED_MODULE_6__/* .createLog */ .h)();
const outputs = (0,_report_outputs_js__WEBPACK_IMPORTED_MODULE_9__/* .createOutputs */ .l)();
const random = Math.random;
try {
    await main();
}
catch (error) {
    process.exitCode = 1;
    (0,_report_report_js__WEBPACK_IMPORTED_MODULE_10__/* .reportError */ .N)(error, log);
    outputs.finish();
}
async function main() {
    const environment = process.env;
    const workflow = (0,_github_context_js__WEBPACK_IMPORTED_MODULE_4__/* .readWorkflowContext */ .F)(environment, (path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
    const inputs = (0,_github_inputs_read_js__WEBPACK_IMPORTED_MODULE_5__/* .readInputs */ .K)({ environment, workflow, now: new Date(_base_clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .m.now()) });
    const { region, roleToAssume } = inputs;
    const role = (0,_github_role_js__WEBPACK_IMPORTED_MODULE_7__/* .roleOf */ .k)(roleToAssume, environment, log);
    const outcome = await (0,_bake_js__WEBPACK_IMPORTED_MODULE_8__/* .bake */ .W)(inputs, workflow, {
        ...(0,_aws_access_js__WEBPACK_IMPORTED_MODULE_1__/* .awsAccess */ .S)({ region, environment, clock: _base_clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .m, random, role, onTrouble: (message) => log.info(message) }),
        clock: _base_clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .m,
        random,
        log,
        signal,
        environment,
        witness: (0,_witness_js__WEBPACK_IMPORTED_MODULE_11__/* .createWitness */ .i)(outputs, inputs),
        report: (outcome) => (0,_report_report_js__WEBPACK_IMPORTED_MODULE_10__/* .report */ .z)({ outcome, workflow, outputs, log, endedAt: _base_clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .m.now() }),
    });
    if (!outcome.ok)
        process.exitCode = 1;
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 3426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ createOutputs)
/* harmony export */ });
/* unused harmony export outputTable */
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6784);
/* harmony import */ var _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5270);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8566);
/* harmony import */ var _github_sanitise_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(589);
/* harmony import */ var _naming_tags_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4715);
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
    return id !== undefined && _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_2__/* .amiIdForm */ .VU.test(id) ? id : undefined;
}
/** The home Region first, then those of `copy-to`, as far as EC2 has told the IDs. */
function idsByRegion(record) {
    const home = idOf(record);
    if (home === undefined)
        return undefined;
    const copies = (record.copies ?? []).flatMap(({ region, id }) => id !== undefined && _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_2__/* .amiIdForm */ .VU.test(id) ? [[region, id]] : []);
    return json(Object.fromEntries([[record.region, home], ...copies]));
}
function previousId({ previous }) {
    return previous && _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_2__/* .amiIdForm */ .VU.test(previous.id) ? previous.id : undefined;
}
/** The image's snapshots, the root volume's first. */
function snapshotsOf(record) {
    const known = (record.image?.snapshots ?? []).filter(({ snapshotId }) => _aws_id_forms_js__WEBPACK_IMPORTED_MODULE_2__/* .snapshotIdForm */ .KP.test(snapshotId));
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
        family: image.tags === undefined && record.created ? (names?.family ?? null) : (tags[_naming_tags_js__WEBPACK_IMPORTED_MODULE_3__/* .familyTag */ .jM] ?? null),
        key: image.tags === undefined && record.created ? (names?.key ?? null) : (tags[_naming_tags_js__WEBPACK_IMPORTED_MODULE_3__/* .keyTag */ .QR] ?? null),
        created: record.created,
        resumed: record.resumed,
        rebooted: record.rebooted,
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
        plan: plan.map((line) => (0,_github_sanitise_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitise */ .t)(line)),
        warnings: warningsOf(record),
    };
}
function warningsOf({ warnings }) {
    return warnings.slice(0, maxWarnings).map((warning) => (0,_base_text_js__WEBPACK_IMPORTED_MODULE_4__/* .cut */ .Jj)((0,_github_sanitise_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitise */ .t)(warning), maxWarningCharacters));
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

/***/ 3948:
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
;// CONCATENATED MODULE: ./lib/github/report/markdown.js
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
function markdown_link(label, address) {
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
function markdown_alert(kind, lines) {
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
    return codeBlock('mermaid', [...head, ...rows].join('\n'));
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
// EXTERNAL MODULE: ./lib/github/context.js
var context = __webpack_require__(8120);
// EXTERNAL MODULE: ./lib/image/share/grantees.js
var grantees = __webpack_require__(1096);
// EXTERNAL MODULE: ./lib/naming/tags.js
var tags = __webpack_require__(4715);
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
    return facts(rows.flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
/** On success the headline has the ID. */
function facts_image(record, outcome) {
    const { image } = record;
    if (image === undefined || outcome.status === 'success')
        return undefined;
    return imageStands(record, outcome)
        ? joined([resource(image.region, image.id), literal(image.state)])
        : code(image.id);
}
function instance(record) {
    const { instance } = record;
    if (instance === undefined)
        return undefined;
    return joined([
        resource(instance.region, instance.id),
        instance.name && `<b>${literal(instance.name)}</b>`,
        ...[instance.type, instance.architecture, instance.platform].map(literal),
    ]);
}
function reboot(record) {
    if (record.image === undefined || !record.created || record.instance === undefined)
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
    const commit = image?.tags?.[tags/* commitTag */.m] ?? workflow.sha;
    const changed = previous.commit !== undefined && previous.commit !== commit;
    const range = `${previous.commit?.slice(0, 7)}...${commit.slice(0, 7)}`;
    const address = `${repositoryUrl(workflow)}/compare/${previous.commit}...${encodeURIComponent(commit)}`;
    return joined([
        code(previous.id),
        code(previous.name),
        changed ? markdown_link(`commits ${code(range)}`, address) : undefined,
    ]);
}
/** The copies in other Regions, one row each. */
function copies({ copies = [] }, outcome) {
    // Links to what was removed lead nowhere.
    if (outcome.status !== 'success' && outcome.removed.length > 0)
        return undefined;
    const rows = copies.map(({ region, id, image }) => [
        code(region),
        id === undefined ? '' : resource(region, id),
        image === undefined ? 'not available' : literal(image.state),
        image === undefined ? '' : image.snapshots.some(({ encrypted }) => encrypted) ? '🔒 yes' : 'no',
    ]);
    return rows.length === 0 ? undefined : table(['Copy in', 'AMI', 'State', 'Encrypted'], rows);
}
/** The parameters that name the image now, and what they named before. */
function parameters({ parameters = [] }) {
    const rows = parameters.map(({ region, name, oldValue, newValue, unanswered }) => [
        code(name),
        code(region),
        unanswered ? `${code(newValue)}, perhaps` : code(newValue),
        oldValue === null ? 'nothing' : code(oldValue),
    ]);
    return rows.length === 0 ? undefined : table(['SSM parameter', 'Region', 'AMI', 'Before'], rows);
}
/** How many, not who: summaries of public repositories are public. */
function sharedWith({ sharing }) {
    if (sharing === undefined)
        return undefined;
    const whom = (0,grantees/* describeGrantees */.t2)(sharing);
    return joined([
        sharing.public ? '<b>everyone</b>' : undefined,
        whom === '' ? undefined : literal(whom),
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
        markdown_link(literal(`${workflow.owner}/${workflow.repo}`), repository),
        markdown_link(code(workflow.sha.slice(0, 7)), `${repository}/commit/${encodeURIComponent(workflow.sha)}`),
        markdown_link(code(workflow.ref), pull),
    ]);
}
function repositoryUrl({ serverUrl, owner, repo }) {
    return `${serverUrl}/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}`;
}
function run(workflow) {
    const attempt = (0,context/* isLaterAttempt */._)(workflow) ? `, attempt ${workflow.runAttempt}` : '';
    return joined([
        markdown_link(literal(`${workflow.workflow} #${workflow.runNumber}${attempt}`), workflow.runUrl),
        code(workflow.job),
        workflow.actor && `by ${literal(workflow.actor)}`,
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
    const body = table(...withoutEmptyVolumes(rows), [1]);
    if (image.snapshots.length <= mostOpenRows)
        return body;
    return details(`<b>${image.snapshots.length} snapshots</b>, ${total}`, body);
}
function snapshotRow(snapshot, record) {
    return [
        `${code(snapshot.device)}${snapshot.root ? ' root' : ''}`,
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
    const rows = tags.map(([key, value]) => [code(key), code(value)]);
    return details(`${tags.length} tags`, table(['Tag', 'Value'], rows));
}
/** What clean-up did and what it could not, or was told not to, do. */
function cleanedUp(record, outcome) {
    const parts = [];
    if (outcome.left.length > 0) {
        const regionOf = (id) => record.copies?.find((copy) => copy.id === id)?.region ?? record.region;
        const linked = (id) => resource(regionOf(id), id);
        parts.push(markdown_alert('WARNING', ['<b>Left in AWS</b>', '', ...list(outcome.left, linked)]));
    }
    if (outcome.removed.length > 0)
        parts.push(`<b>Removed</b>\n\n${list(outcome.removed).join('\n')}`);
    return parts.length === 0 ? undefined : parts.join('\n\n');
}
function list(lines, shown) {
    const items = lines
        .slice(0, mostLines)
        .map((line) => `- ${sentence(cut(line, longestLine).replace(/\s+/g, ' '), shown)}`);
    return lines.length <= mostLines ? items : [...items, `- and ${lines.length - mostLines} more, in the log`];
}
function resource(region, id) {
    return markdown_link(code(id), (0,console/* consoleUrl */.B)(region, id));
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
        name === undefined ? undefined : `<b>${literal(name)}</b>`,
        literal(record.region),
        sizes.length > 0 && outcome.status === 'success'
            ? `${snapshots}, ${(0,units/* gibibytes */.I)(sizes.reduce((sum, size) => sum + size, 0))}`
            : undefined,
        phase && `in the phase <b>${literal(phase.name)}</b>`,
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
    const id = markdown_link(code(image.id), (0,console/* consoleUrl */.B)(image.region, image.id));
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
        lines.push(`The bake did not wait for the image: EC2 says <b>${literal(image.state)}</b>. Nothing can be launched from it before it is <b>available</b>.`);
    }
    return lines.length === 0 ? undefined : markdown_alert('NOTE', [lines.join('<br>')]);
}
/** What went wrong and what to do about it. */
function problem(record, outcome) {
    const linked = resourceLink(record);
    const resource = (id) => (isRemoved(id, outcome) ? code(id) : linked(id));
    const lines = prose(cut(outcome.message, longestMessage), resource);
    if (outcome.remedy) {
        const [first = '', ...more] = prose(cut(outcome.remedy, longestMessage), resource);
        const heading = '<b>What to do:</b>';
        lines.push('', ...(first.startsWith('- ') ? [heading, '', first] : [`${heading} ${first}`]), ...more);
    }
    return markdown_alert(outcome.status === 'failure' ? 'CAUTION' : 'WARNING', lines);
}
/** A link to what is no longer there would lead nowhere. */
function isRemoved(id, outcome) {
    return outcome.removed.some((line) => line.includes(id));
}
function warnings(record) {
    const told = [...(record.names?.warnings ?? []), ...record.warnings];
    const all = [...new Set(told.map((warning) => cut(warning, longestWarning)))];
    if (all.length === 0)
        return undefined;
    const shown = all
        .slice(0, mostWarnings)
        .map((warning) => sentence(warning.replace(/\s+/g, ' '), resourceLink(record)));
    if (all.length > shown.length)
        shown.push(`and ${all.length - shown.length} more, in the log`);
    return markdown_alert('WARNING', shown.length === 1 ? shown : shown.map((warning) => `- ${warning}`));
}
/** EC2 IDs in messages, as links into the console of the bake's Region. */
function resourceLink(record) {
    return (id) => markdown_link(code(id), (0,console/* consoleUrl */.B)(record.region, id));
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
    return details('Use this AMI in a later job', codeBlock('yaml', snippet.join('\n')));
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
    return details('Delete this AMI and its snapshots (they are charged until then)', `${note}\n\n${codeBlock('sh', command)}`);
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
async function report({ outcome, workflow, outputs, log, endedAt }) {
    const { record } = outcome;
    outputs.publish(record);
    outputs.finish();
    await publishSummary(summaryMarkdown(record, workflow, forSummary(outcome, endedAt)), log);
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

/***/ 8750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ createWitness)
/* harmony export */ });
/* harmony import */ var _distribute_clean_up_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4214);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6352);
/** Writes outputs and the post step's state the moment they are known, so that a kill loses nothing that was learnt. */


function createWitness(outputs, inputs) {
    const { onFailure, roleToAssume } = inputs;
    let saved;
    function save(phase, record) {
        const { names, image, expectedSnapshots, copies, reused, gone, parameters } = record;
        if (names === undefined)
            return;
        const state = {
            version: 1,
            phase,
            region: record.region,
            key: names.key,
            amiName: names.name,
            ...(image === undefined ? {} : { amiId: image.id }),
            ...(copies === undefined ? {} : { copies: copies.map((copy) => copyState(copy, reused)) }),
            onFailure: (0,_distribute_clean_up_js__WEBPACK_IMPORTED_MODULE_0__/* .onFailureOf */ .TQ)(onFailure, parameters),
            ...(expectedSnapshots === undefined ? {} : { expectedSnapshots }),
            ...(roleToAssume === undefined ? {} : { roleToAssume }),
            ...(reused === undefined ? {} : { reused }),
            ...(gone === undefined ? {} : { gone }),
        };
        const text = JSON.stringify(state);
        if (text === saved?.text)
            return;
        saved = { phase, text };
        (0,_state_js__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .L)(state);
    }
    return {
        creating: (record) => save(record.image === undefined ? 'creating' : 'created', record),
        learnt: (record) => {
            if (saved !== undefined)
                save(record.image === undefined ? saved.phase : 'created', record);
            outputs.publish(record);
        },
        settled: (record) => {
            if (saved !== undefined)
                save('done', record);
        },
    };
}
/** Beside a reused image, copies are told by their Region alone: one that an earlier attempt finished is not removed. */
function copyState({ region, id }, reused) {
    return { region, ...(id === undefined || reused ? {} : { amiId: id }) };
}


/***/ }),

/***/ 645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ shortHash)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** The first hex digits of the text's SHA-256. */
function shortHash(text, digits) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text, 'utf8').digest('hex').slice(0, digits);
}


/***/ }),

/***/ 8120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ readWorkflowContext),
/* harmony export */   _: () => (/* binding */ isLaterAttempt)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7594);

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
/** The workflow run has been attempted before: something of it may be there. */
function isLaterAttempt({ runAttempt }) {
    return runAttempt !== '1';
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

/***/ 5452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ readInputs)
});

// EXTERNAL MODULE: ./lib/github/inputs/given.js
var given = __webpack_require__(9240);
;// CONCATENATED MODULE: ./lib/github/inputs/parsers.js
/** What inputs can hold. One file of `input-…` each for the kinds that know more than a form. */

/** As the core schema of YAML 1.2 writes them (section 10.3.2), and `getBooleanInput` of @actions/core reads them. */
const parsers_boolean = (text, report) => {
    if (/^(?:true|True|TRUE)$/.test(text))
        return true;
    if (/^(?:false|False|FALSE)$/.test(text))
        return false;
    report(`${(0,given/* given */.g)(text)} is neither \`true\` nor \`false\``);
    return undefined;
};
/** One of a few words. */
function oneOf(...words) {
    return (text, report) => {
        const found = words.find((word) => word === text);
        if (found === undefined)
            report(`${(0,given/* given */.g)(text)} is not accepted: it takes ${choice(words)}`);
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
    report(`${(0,given/* given */.g)(text)} is not accepted: it takes a number of minutes above 0 and up to ${mostMinutes} (7 days), ` +
        'such as `90` or `2.5`');
    return undefined;
};
/** Items separated by commas or line ends, each once. */
function listOf(item) {
    return (text, report) => {
        const items = linesOf(text)
            .flatMap((line) => line.split(','))
            .map((part) => part.trim());
        const parsed = items.filter((part) => part !== '').map((part) => item(part, report));
        return [...new Set(parsed.filter((value) => value !== undefined))];
    };
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
    report(text === '' ? missing : `${(0,given/* given */.g)(text)} is not the code of a Region, such as \`eu-west-1\`${hint(text)}`);
    return undefined;
};
const missing = 'no Region is known. Give this input, or set the environment variable `AWS_REGION` or `AWS_DEFAULT_REGION`, ' +
    'as aws-actions/configure-aws-credentials does';
function hint(text) {
    const [zonesRegion] = /^([a-z]+(?:-[a-z]+){1,2}-[1-9][0-9]?)(?:[a-z]|-.+)$/.exec(text)?.slice(1) ?? [];
    if (zonesRegion && id_forms/* regionForm */.lB.test(zonesRegion))
        return `. That is a zone: its Region is \`${zonesRegion}\``;
    const lowerCase = text.toLowerCase();
    if (id_forms/* regionForm */.lB.test(lowerCase))
        return `. Write it in lower case: \`${lowerCase}\``;
    return '';
}

;// CONCATENATED MODULE: ./lib/distribute/inputs/copy-to.js



/** Regions to copy the image to, each with a key of its own if the copy is to be encrypted with it. */
const copyTargets = (text, report) => {
    const items = linesOf(text)
        .flatMap((line) => line.split(','))
        .map((item) => item.trim());
    const targets = items.filter((item) => item !== '').flatMap((item) => copyTarget(item, report) ?? []);
    for (const twice of givenTwice(targets)) {
        report(`Region \`${twice}\` is named more than once: there is one copy in each Region`);
    }
    return targets;
};
/** `REGION` or `REGION KMS-KEY`. */
function copyTarget(item, report) {
    const [code = '', key, ...rest] = item.split(/\s+/);
    if (rest.length > 0 || (key !== undefined && region(key, () => undefined) !== undefined)) {
        report(`${(0,given/* given */.g)(item)} is neither \`REGION\` nor \`REGION KMS-KEY\`. Separate several by commas or line ends`);
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
        return (`${(0,given/* given */.g)(key)} is not a KMS key, which is given as a key ID, a key ARN, an alias (\`alias/images\`) ` +
            `or the ARN of an alias${aliasForm.test(`alias/${key}`) ? `. Is it \`alias/${key}\`?` : ''}`);
    }
    if (copyRegion === undefined || arn['region'] === copyRegion)
        return undefined;
    return `the key ${(0,given/* given */.g)(key)} is of Region ${arn['region']}, and a copy in ${copyRegion} needs a key of ${copyRegion}`;
}
function givenTwice(targets) {
    const regions = targets.map((target) => target.region);
    return new Set(regions.filter((code, index) => regions.indexOf(code) !== index));
}

;// CONCATENATED MODULE: ./lib/distribute/inputs/deprecate-after.js

/** When to deprecate the image: `90d`, `12h`, or an ISO 8601 date-time with its zone; undefined when it is empty. */
const deprecateAfter = (text, report) => {
    if (text === '')
        return undefined;
    const value = durationOf(text) ?? timeOf(text);
    if (value !== undefined)
        return value;
    report(`${(0,given/* given */.g)(text)} is neither a duration in days or hours, such as \`90d\` or \`12h\`, nor a date-time with its zone, ` +
        `such as \`2027-01-31T00:00:00Z\`${deprecate_after_hint(text)}`);
    return undefined;
};
const millisecondsPer = { d: 86_400_000, h: 3_600_000 };
function durationOf(text) {
    const [, amount, unit = ''] = /^(\d{1,6})([dh])$/.exec(text) ?? [];
    const milliseconds = Number(amount) * (millisecondsPer[unit] ?? Number.NaN);
    return milliseconds > 0 ? { kind: 'after', milliseconds } : undefined;
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
        return '. An image that is deprecated at once cannot be what is wanted';
    const [, amount, unit] = /^P?(?:T(?=\d+h))?(\d{1,4})\s*([a-z]+)$/i.exec(text) ?? [];
    const meant = amount === undefined || unit === undefined ? undefined : inDaysOrHours(Number(amount), unit);
    if (meant !== undefined)
        return `. Is it \`${meant}\`?`;
    if (/^\d{1,6}$/.test(text))
        return `. It has no unit: \`${text}d\` are days`;
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
    return (durationOf(text) ?? timeOf(text)) !== undefined;
}
/** Months are left out: nobody knows how long they are. */
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

// EXTERNAL MODULE: ./lib/image/share/grantees.js
var grantees = __webpack_require__(1096);
;// CONCATENATED MODULE: ./lib/github/inputs/account-id.js


/** An AWS account ID. */
const accountId = (text, report) => {
    if (grantees/* accountForm */.CJ.test(text))
        return text;
    const hint = accountHint(text);
    report(`${(0,given/* given */.g)(text)} is not an account ID, which has exactly 12 digits${hint === undefined ? '' : `. ${hint}`}`);
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




/** Accounts, organizations and organizational units, told apart by their form; each once. */
const share_with_grantees = (text, report) => (0,grantees/* granteesOf */.dE)(list(text, report) ?? []);
const grantee = (text, report) => {
    if ((0,grantees/* granteeKind */.DF)(text) !== undefined)
        return text;
    report(`${(0,given/* given */.g)(text)} is neither an account ID (12 digits) nor the ARN of an organization or an organizational unit. ` +
        share_with_hint(text));
    return undefined;
};
const list = listOf(grantee);
const arnParts = /^arn:(?<partition>aws[a-z-]*):(?<service>[a-z0-9-]+):[a-z0-9-]*:(?<account>\d{12}):(?<resource>.+)$/;
/** What the value is instead, as far as can be told, and what to do. */
function share_with_hint(text) {
    if (/^(?:all|everyone|everybody|public|any|anyone|\*)$/i.test(text)) {
        return 'An image for everyone must be asked for in words of its own: `public: true`';
    }
    if (text.toLowerCase() === 'self')
        return 'Your own account may use its images anyway: leave it out';
    const quotes = quotesHint(text, (bare) => (0,grantees/* granteeKind */.DF)(bare) !== undefined);
    return quotes ?? accountHint(text) ?? organizationHint(text) ?? arnHint(text) ?? otherwise;
}
const otherwise = 'Examples: `123456789012`, `arn:aws:organizations::123456789012:organization/o-0123456789`, ' +
    '`arn:aws:organizations::123456789012:ou/o-0123456789/ou-a1b2-0123abcd`';
function organizationHint(text) {
    if (/^o-[a-z0-9]+$/.test(text)) {
        return 'That is the ID of an organization: give its ARN, which `aws organizations describe-organization` tells';
    }
    if (/^ou-[a-z0-9]+-[a-z0-9]+$/.test(text)) {
        return 'That is the ID of an organizational unit: give its ARN, which `aws organizations describe-organizational-unit` tells';
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
// EXTERNAL MODULE: ./lib/naming/tag-template.js
var tag_template = __webpack_require__(5215);
// EXTERNAL MODULE: ./lib/naming/template.js + 5 modules
var template = __webpack_require__(5726);
;// CONCATENATED MODULE: ./lib/distribute/inputs/templates.js





/** A naming template. */
const templates_template = (text, report) => orReport(report, () => (0,template/* parseTemplate */.Q)(text));
/** Tags, one `Key=Value` a line: commas are part of the values, and order and repetitions are kept. */
const tagLines = (text, report) => linesOf(text).flatMap((line) => orReport(report, () => (0,tag_template/* parseTagLine */.o)(line)) ?? []);
/** Templates of parameters' names, separated by commas or line ends; commas within `{{ }}` and `{% %}` separate nothing. */
const parameterNames = (text, report) => {
    const items = linesOf(text).flatMap((line) => line.match(/(?:\{\{.*?\}\}|\{%.*?%\}|[^,])+/g) ?? []);
    return items
        .map((item) => item.trim())
        .filter((item) => item !== '')
        .flatMap((item) => orReport((problem) => report(`${(0,given/* given */.g)(item)}: ${problem}`), () => (0,template/* parseTemplate */.Q)(item)) ?? []);
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

// EXTERNAL MODULE: ./lib/github/inputs/role.js
var role = __webpack_require__(9393);
;// CONCATENATED MODULE: ./lib/bake/inputs/device.js

/**
 * As block device mappings have them: `/dev/sda1`, `/dev/xvdba`, and `xvdf` for Windows ("Device names for volumes" in
 * the EC2 user guide). Whether the instance has such a device is checked once EC2 has been asked.
 */
const deviceForm = /^(?:\/dev\/[A-Za-z0-9][A-Za-z0-9/_-]{0,63}|xvd[a-z]{1,2}[0-9]{0,2})$/;
/** The name of a device in a block device mapping. */
const device = (text, report) => {
    if (deviceForm.test(text))
        return text;
    report(`${(0,given/* given */.g)(text)} is not the name of a device as EC2 knows it, such as \`/dev/sdf\`, \`/dev/xvdb\` or \`xvdf\`${device_hint(text)}`);
    return undefined;
};
function device_hint(text) {
    if (/^vol-[0-9a-f]+$/.test(text))
        return '. That is a volume: give the device that it is attached as';
    if (deviceForm.test(`/dev/${text}`))
        return `. Is it \`/dev/${text}\`?`;
    if (/\s/.test(text))
        return '. Separate several by commas or line ends';
    return '';
}

;// CONCATENATED MODULE: ./lib/bake/inputs/instance-id.js


/** The ID of an EC2 instance. */
const instanceId = (text, report) => {
    if (id_forms/* instanceIdForm */.FO.test(text))
        return text;
    report(`${(0,given/* given */.g)(text)} is not the ID of an instance, which is \`i-\` and 17 (or 8) hex digits in lower case, ` +
        `e.g. \`i-0123456789abcdef0\`. ${instance_id_hint(text)}`);
    return undefined;
};
const otherResources = new Map([
    ['ami', 'an AMI'],
    ['eni', 'a network interface'],
    ['lt', 'a launch template'],
    ['mi', 'a managed node of Systems Manager'],
    ['snap', 'a snapshot'],
    ['subnet', 'a subnet'],
    ['vol', 'a volume'],
]);
/** What the value is instead, as far as can be told, and what to do. */
function instance_id_hint(text) {
    const [arnsId] = /^arn:.*:instance\/(i-[0-9a-f]+)$/.exec(text)?.slice(1) ?? [];
    if (arnsId && id_forms/* instanceIdForm */.FO.test(arnsId))
        return `That is its ARN: give \`${arnsId}\``;
    const lowerCase = text.toLowerCase();
    if (id_forms/* instanceIdForm */.FO.test(lowerCase))
        return `Write it in lower case: \`${lowerCase}\``;
    const bare = text.replace(/^(["'`])(.*)\1$/, '$2');
    if (bare !== text && id_forms/* instanceIdForm */.FO.test(bare))
        return `Leave out the quotes: \`${bare}\``;
    if (/[^ -~\r\n\t]/.test(text))
        return 'It holds characters that are not ASCII: copy it from the EC2 console again';
    const parts = text.split(/[\s,]+/);
    if (parts.length > 1 && parts.every((part) => id_forms/* instanceIdForm */.FO.test(part))) {
        return 'A bake images one instance: use a matrix for several';
    }
    const digits = /^i-([0-9a-f]*)$/.exec(lowerCase)?.[1];
    if (digits !== undefined)
        return `This has ${digits.length} digits after \`i-\``;
    const resource = otherResources.get(/^([a-z]+)-[0-9a-f]+$/.exec(text)?.[1] ?? '');
    if (resource)
        return `That is ${resource}`;
    return 'A name or an address does not do: the EC2 console and `aws ec2 describe-instances` tell the ID';
}

;// CONCATENATED MODULE: ./lib/bake/inputs/table.js
/** What the action can be told. `action.yml` declares the same inputs, with the same defaults, and describes them. */










/** Its shape is the shape of `Inputs`: a new input is one entry here. */
const inputTable = {
    /** The ID of the instance to image. */
    instanceId: input('instance-id', instanceId, { required: true }),
    /** What names are made from, once the instance is known. */
    templates: {
        name: input('name', templates_template, { default: '{{ repo }}-{{ ref }}-{{ timestamp }}-{{ short_sha }}' }),
        description: input('description', templates_template, {
            default: 'Baked from {{ instance.id }} by {{ owner }}/{{ repo }}@{{ short_sha }}',
        }),
        family: input('family', templates_template, { default: '{{ repo }}' }),
        tags: input('tags', tagLines),
        snapshotTags: input('snapshot-tags', tagLines),
        ssmParameters: input('ssm-parameter', parameterNames, { after: 'require-imdsv2' }),
    },
    /** Image without rebooting the instance. */
    noReboot: input('no-reboot', parsers_boolean, { default: 'false' }),
    /** Names of devices to leave out of the image, each once. */
    excludeDevices: input('exclude-devices', listOf(device)),
    /** Whether to wait until the image is available. */
    wait: input('wait', parsers_boolean, { default: 'true' }),
    /** For the whole bake: more than 0, at most 7 days. */
    timeoutMinutes: input('timeout-minutes', minutes, { default: '120' }),
    /** Accounts, organizations and organizational units that may launch the image. */
    shareWith: input('share-with', share_with_grantees),
    /** Whether those accounts may also create volumes from the snapshots. */
    shareSnapshots: input('share-snapshots', parsers_boolean, { default: 'false' }),
    /** Whether everyone may launch the image. */
    makePublic: input('public', parsers_boolean, { default: 'false' }),
    /** Other Regions that get a copy, each once, none of them the instance's. */
    copyTo: input('copy-to', copyTargets),
    /** When the image is deprecated; undefined when never. */
    deprecateAfter: input('deprecate-after', deprecateAfter),
    /** Whether, and how, the image is protected from being deregistered. */
    deregistrationProtection: input('deregistration-protection', oneOf('off', 'on', 'with-cooldown'), {
        default: 'off',
    }),
    /** Whether instances of the image require IMDSv2. */
    requireImdsv2: input('require-imdsv2', parsers_boolean, { default: 'false' }),
    /** What to do when an image of that name is there. */
    ifExists: input('if-exists', oneOf('fail', 'reuse'), { default: 'fail' }),
    /** What becomes of what this bake created when it does not end well. */
    onFailure: input('on-failure', oneOf('delete', 'keep'), { default: 'delete' }),
    /** Whether to check and plan only, and to change nothing. */
    dryRun: input('dry-run', parsers_boolean, { default: 'false' }),
    /** The code of the instance's Region. */
    region: input('aws-region', region, { environment: ['AWS_REGION', 'AWS_DEFAULT_REGION'] }),
    /** The ARN of the role that the action assumes itself; undefined where the workflow provides the credentials. */
    roleToAssume: input('role-to-assume', role/* role */.J),
    /** Accounts that the action may run in; any when empty. */
    allowedAccountIds: input('allowed-account-ids', listOf(accountId)),
};
function input(name, parse, options = {}) {
    return { name, parse, ...options };
}
/** All entries of the table in the order of `action.yml`, without the grouping. */
const allInputs = inOrder(flat(inputTable));
function inOrder(inputs) {
    const behind = (name) => inputs.filter(({ after }) => after === name);
    return inputs.filter(({ after }) => after === undefined).flatMap((one) => [one, ...behind(one.name)]);
}
function flat(shape) {
    return Object.values(shape).flatMap((entry) => (isInput(entry) ? entry : flat(entry)));
}
function isInput(entry) {
    return 'parse' in entry;
}

;// CONCATENATED MODULE: ./lib/distribute/inputs/conflicts.js
/** What is wrong with inputs only in the company of others; each by itself is fine. */

/** What can only be done to an image that is available: a new input of that kind is one entry here. */
const needingAvailableImage = [
    { input: 'share-with', asked: ({ shareWith }) => shareWith !== undefined && (0,grantees/* allOf */.bn)(shareWith).length > 0 },
    { input: 'share-snapshots', asked: ({ shareSnapshots }) => shareSnapshots === true },
    { input: 'public', asked: ({ makePublic }) => makePublic === true },
    { input: 'copy-to', asked: ({ copyTo }) => copyTo !== undefined && copyTo.length > 0 },
    { input: 'deprecate-after', asked: ({ deprecateAfter }) => deprecateAfter !== undefined },
    {
        input: 'deregistration-protection',
        asked: ({ deregistrationProtection: protection }) => protection !== undefined && protection !== 'off',
    },
    { input: 'require-imdsv2', asked: ({ requireImdsv2 }) => requireImdsv2 === true },
    { input: 'ssm-parameter', asked: ({ templates }) => (templates?.ssmParameters ?? []).length > 0 },
];
const checks = [
    availableImage,
    snapshotSharing,
    granteePartitions,
    copyOfHome,
    copyPartitions,
    publicCopies,
    sharedCopies,
];
/** @returns every conflict, as a problem of the input that would have to change */
function inputConflicts(inputs) {
    return checks.flatMap((check) => check(inputs));
}
function availableImage(inputs) {
    if (inputs.wait !== false)
        return [];
    return needingAvailableImage
        .filter(({ asked }) => asked(inputs))
        .map(({ input }) => ({
        input,
        problem: `it needs an image that is available, which \`wait: false\` does not wait for. Leave out \`wait\` or \`${input}\``,
    }));
}
/** ModifySnapshotAttribute knows account IDs (and everyone), no organizations: EC2 API Reference, CreateVolumePermission. */
function snapshotSharing({ shareSnapshots, shareWith }) {
    if (shareSnapshots !== true || shareWith === undefined || shareWith.accounts.length > 0)
        return [];
    const problem = (0,grantees/* allOf */.bn)(shareWith).length === 0
        ? '`share-with` names no account to share the snapshots with'
        : '`share-with` names organizations only, and EC2 can share snapshots with accounts only. ' +
            'Add the IDs of the accounts that are to copy the AMI';
    return [{ input: 'share-snapshots', problem }];
}
/** An account, an image and an organization live in one partition; no permission reaches across. */
function granteePartitions({ region, shareWith }) {
    if (region === undefined || shareWith === undefined)
        return [];
    const here = partitionOf(region);
    return [...shareWith.organizations, ...shareWith.organizationalUnits]
        .filter((arn) => arn.split(':')[1] !== here)
        .map((arn) => ({
        input: 'share-with',
        problem: `\`${arn}\` is of another partition than Region ${region}, whose ARNs begin with \`arn:${here}:\``,
    }));
}
/** Names are unique in a Region, and an image of the instance's Region is what there is anyway. */
function copyOfHome({ region, copyTo }) {
    if (region === undefined || !copyTo?.some((target) => target.region === region))
        return [];
    return [
        {
            input: 'copy-to',
            problem: `${region} is the Region of the instance, where the image itself is. Leave it out`,
        },
    ];
}
/** "Cross-partition copies (use CreateStoreImageTask instead)": EC2 API Reference, CopyImage, what it does not support. */
function copyPartitions({ region, copyTo }) {
    if (region === undefined || copyTo === undefined)
        return [];
    return copyTo
        .filter((target) => partitionOf(target.region) !== partitionOf(region))
        .map((target) => ({
        input: 'copy-to',
        problem: `Region ${target.region} is of another partition than ${region}, and EC2 copies images within one partition only`,
    }));
}
/** "Encrypted snapshots … can't be shared publicly" (EBS user guide), nor images of them. */
function publicCopies({ makePublic, copyTo }) {
    if (makePublic !== true || copyTo === undefined)
        return [];
    return copyTo
        .filter(({ kmsKeyId }) => kmsKeyId !== undefined)
        .map((target) => ({
        input: 'copy-to',
        problem: `the copy in ${target.region} would be encrypted, and EC2 makes nothing public that is encrypted. Leave out the key, or \`public\``,
    }));
}
/** The AWS managed key, by the one name that tells it without asking. */
const awsManagedKey = /(?:^|:)alias\/aws\/ebs$/;
/** "You can't share snapshots that are encrypted with the default AWS managed key" (EBS User Guide, Share a snapshot). */
function sharedCopies({ shareWith, copyTo }) {
    if (shareWith === undefined || copyTo === undefined || (0,grantees/* allOf */.bn)(shareWith).length === 0)
        return [];
    return copyTo
        .filter(({ kmsKeyId }) => kmsKeyId !== undefined && awsManagedKey.test(kmsKeyId))
        .map((target) => ({
        input: 'copy-to',
        problem: `the copy in ${target.region} would be encrypted with the AWS managed key aws/ebs, and \`share-with\` cannot share what that key encrypts. Give a customer managed key`,
    }));
}
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
function partitionOf(region) {
    return partitions.find(([prefix]) => region.startsWith(prefix))?.[1] ?? 'aws';
}

// EXTERNAL MODULE: ./lib/naming/names.js + 8 modules
var names = __webpack_require__(9131);
;// CONCATENATED MODULE: ./lib/github/inputs/read.js
/** Reads the action's inputs, all of them once and before anything else happens. */





/**
 * Reads and checks whatever can be checked without asking EC2, naming templates included.
 * @throws ProblemsError with everything that is wrong, each problem naming its input
 */
function readInputs({ environment, workflow, now }) {
    const problems = [];
    const inputs = read(inputTable, environment, problems);
    const templates = withStandIns(inputs.templates);
    problems.push(...(0,names/* checkNames */.L)({ templates, workflow, now, environment }));
    problems.push(...inputConflicts(inputs));
    if (problems.length > 0)
        throw problemsError(problems);
    // Whatever is missing has been reported.
    return inputs;
}
function read(shape, environment, problems) {
    const values = Object.entries(shape).map(([key, entry]) => [
        key,
        isInput(entry) ? readOne(entry, environment, problems) : read(entry, environment, problems),
    ]);
    return Object.fromEntries(values);
}
function readOne(input, environment, problems) {
    const report = (problem) => problems.push({ input: input.name, problem });
    // As @actions/core does, and the runner before it.
    const given = textOf(environment, `INPUT_${input.name.replaceAll(' ', '_').toUpperCase()}`);
    if (given)
        return input.parse(given, report);
    const variable = input.environment?.find((name) => textOf(environment, name));
    if (variable) {
        const reportVariable = (problem) => report(`environment variable \`${variable}\`: ${problem}`);
        return input.parse(textOf(environment, variable), reportVariable);
    }
    if (input.required) {
        report('it is required, and nothing was given. If it is an expression, it came out empty: check its names');
        return undefined;
    }
    return input.parse(input.default ?? '', report);
}
/** GitHub gives an expression without a value as an empty text: empty is the same as not given. */
function textOf(environment, name) {
    return environment[name]?.trim() ?? '';
}
/** Puts a harmless template in place of each that could not be read, so that the others can be checked. */
function withStandIns(templates) {
    const standIn = (0,template/* parseTemplate */.Q)('stand-in');
    const { name, description, family, tags, snapshotTags, ssmParameters } = templates;
    return {
        name: name ?? standIn,
        description: description ?? standIn,
        family: family ?? standIn,
        tags: tags ?? [],
        snapshotTags: snapshotTags ?? [],
        ssmParameters: ssmParameters ?? [],
    };
}
/** In the order of the table, whichever check found them. */
function problemsError(problems) {
    const place = ({ input }) => allInputs.findIndex(({ name }) => name === input);
    const inOrder = problems.toSorted((one, other) => place(one) - place(other));
    const count = inOrder.length === 1 ? 'a problem' : `${inOrder.length} problems`;
    return new errors/* ProblemsError */.FQ(`The inputs have ${count}`, inOrder.map(({ input, problem }) => `input \`${input}\`: ${problem}`));
}


/***/ }),

/***/ 1096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ accountForm),
/* harmony export */   DF: () => (/* binding */ granteeKind),
/* harmony export */   bn: () => (/* binding */ allOf),
/* harmony export */   dE: () => (/* binding */ granteesOf),
/* harmony export */   t2: () => (/* binding */ describeGrantees)
/* harmony export */ });
/* unused harmony export nobody */
const nobody = { accounts: [], organizations: [], organizationalUnits: [] };
/** "A string of exactly 12 digits" (AWS Organizations API Reference, Account). */
const accountForm = /^\d{12}$/;
/**
 * AWS Organizations API Reference, Organization and OrganizationalUnit, there for the partition `aws`; the others are
 * `aws-cn`, `aws-us-gov`, `aws-eusc` and `aws-iso` with its kin. The account in them is the organization's
 * management account.
 */
const organizationForm = /^arn:aws(?:-[a-z]+)*:organizations::\d{12}:organization\/o-[a-z0-9]{10,32}$/;
const organizationalUnitForm = /^arn:aws(?:-[a-z]+)*:organizations::\d{12}:ou\/o-[a-z0-9]{10,32}\/ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}$/;
const forms = {
    accounts: accountForm,
    organizations: organizationForm,
    organizationalUnits: organizationalUnitForm,
};
/** What the text names, by its form alone; undefined when it is none of these. */
function granteeKind(text) {
    const kinds = Object.keys(forms);
    return kinds.find((kind) => forms[kind].test(text));
}
/** @param texts each of a form that `granteeKind` knows; the others are left out */
function granteesOf(texts) {
    const ofKind = (kind) => texts.filter((text) => granteeKind(text) === kind);
    return {
        accounts: ofKind('accounts'),
        organizations: ofKind('organizations'),
        organizationalUnits: ofKind('organizationalUnits'),
    };
}
/** All of them in one list: accounts, organizations, organizational units. */
function allOf({ accounts, organizations, organizationalUnits }) {
    return [...accounts, ...organizations, ...organizationalUnits];
}
/** `3 accounts, 1 organization and 2 organizational units`; empty for nobody. */
function describeGrantees({ accounts, organizations, organizationalUnits }) {
    const counts = [
        count(accounts.length, 'account'),
        count(organizations.length, 'organization'),
        count(organizationalUnits.length, 'organizational unit'),
    ];
    return new Intl.ListFormat('en-GB').format(counts.filter((text) => text !== ''));
}
function count(number, noun) {
    return number === 0 ? '' : `${number} ${noun}${number === 1 ? '' : 's'}`;
}


/***/ }),

/***/ 3727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ closest)
/* harmony export */ });
/** How many letters may be wrong for a word to still be taken for another. */
const mostEdits = 2;
/** Longer input is no slip of the pen, and would be slow to compare. */
const longestWord = 40;
/** The candidate that the word is most likely a misspelling of, if any is near enough. */
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
/** Levenshtein's distance: letters to insert, delete or replace. */
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

/***/ 7865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A6: () => (/* binding */ withoutCount),
/* harmony export */   XS: () => (/* binding */ secretRefusal),
/* harmony export */   dV: () => (/* binding */ mayHoldSecret),
/* harmony export */   kH: () => (/* binding */ withoutAttempt),
/* harmony export */   ro: () => (/* binding */ environmentVariables)
/* harmony export */ });
/** `env.NAME` in templates: the step's environment, without what must never be part of a public name. */
/**
 * Parts of names of variables that hold secrets, here and in the tools around: AWS_SECRET_ACCESS_KEY,
 * AWS_SESSION_TOKEN, ACTIONS_RUNTIME_TOKEN, ACTIONS_ID_TOKEN_REQUEST_TOKEN, GITHUB_TOKEN, GH_PAT, DB_PASSWORD, …
 */
const secretWords = [
    'TOKEN',
    'SECRETS?',
    'PASS(?:WORD|WD|PHRASE)?',
    'CREDENTIALS?',
    'AUTHORIZATION',
    'PAT',
    'JWT',
    'COOKIE',
    'CONNECTION_STRING',
    '(?:ACCESS|API|DEPLOY|ENCRYPTION|GPG|PRIVATE|SIGNING|SSH)_?KEY',
];
const secretName = new RegExp(`(?:^|_)(?:${secretWords.join('|')})(?:_|$)|_PWD$`, 'i');
/** Whether a variable of this name is kept out of templates because it may hold a secret. */
function mayHoldSecret(name) {
    return secretName.test(name.replaceAll('-', '_'));
}
/** What is said of a variable that is kept out. */
function secretRefusal(name) {
    return (`\`env.${name}\` is not available, because a variable of this name may hold a secret, and names, descriptions and tags ` +
        'can be read by many; if it holds none, pass its value under another name');
}
/**
 * The environment as templates see it. Empty variables are left out: GitHub Actions gives an expression without a
 * value as an empty variable. The properties cannot be listed, so that no template prints all of them.
 */
function environmentVariables(environment) {
    const visible = Object.create(null);
    for (const [name, value] of Object.entries(environment)) {
        if (value && !mayHoldSecret(name))
            Object.defineProperty(visible, name, { value });
    }
    return withoutCount(visible);
}
/** LiquidJS answers `size` with the number of properties, unless an own property of that name says otherwise. */
function withoutCount(scope) {
    if (!Object.hasOwn(scope, 'size'))
        Object.defineProperty(scope, 'size', { value: undefined });
    return scope;
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
/** The environment with what differs between the attempts of one workflow run held fixed. */
function withoutAttempt(environment) {
    const fixed = { ...environment };
    for (const name of attemptVariables)
        if (fixed[name])
            fixed[name] = '1';
    return fixed;
}


/***/ }),

/***/ 9131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ checkNames),
  p: () => (/* binding */ renderNames)
});

// EXTERNAL MODULE: ./lib/base/errors.js
var errors = __webpack_require__(7594);
// EXTERNAL MODULE: ./lib/base/hash.js
var hash = __webpack_require__(645);
// EXTERNAL MODULE: ./lib/base/text.js
var base_text = __webpack_require__(8566);
;// CONCATENATED MODULE: ./lib/naming/literals.js


/**
 * Characters that the template's author wrote are not replaced like those that variables bring in: the author can do better.
 * @param illegal matches runs of characters, with the flag `g`
 * @param where ends the sentence "… cannot stand in"
 * @throws BakeError that names the characters and shows the first place
 */
function rejectLiterals(template, illegal, where) {
    const runs = template.literals.flatMap((text) => [...text.matchAll(illegal)]);
    const [first] = runs;
    if (!first)
        return;
    const characters = runs.flatMap(([run]) => [...run]);
    const hint = characters.includes('\n') ? '; `{%-` and `-%}` leave out the white space around a tag' : '';
    const place = (0,base_text/* excerpt */.Kb)(first.input, first.index);
    throw new errors/* BakeError */.oU(`${(0,base_text/* listCharacters */.hC)(characters)} cannot stand in ${where} (at "${place}")${hint}`);
}

;// CONCATENATED MODULE: ./lib/naming/ami-name.js
/**
 * The rules for names of AMIs: 3 to 128 letters, digits and `( ) [ ] . / - ' @ _` or spaces.
 * Source: EC2 API reference, CreateImage, `Name`.
 */



const shortestName = 3;
const longestName = 128;
const hashDigits = 8;
const keptCharacters = longestName - hashDigits - 1;
const illegalRuns = /[^A-Za-z0-9()[\] ./\-'@_]+/g;
/**
 * The value with each run of characters that a name cannot contain made one `-`. A letter with its accent counts as
 * one character, whether Unicode writes it as one code point or as two.
 */
function nameSafe(value) {
    return value.normalize('NFC').replace(illegalRuns, '-');
}
/** @throws BakeError when the template's author wrote characters that a name cannot contain */
function checkNameTemplate(template) {
    rejectLiterals(template, illegalRuns, `an AMI's name, which allows A-Z a-z 0-9 ( ) [ ] . / - ' @ _ and spaces`);
}
/**
 * The name in its full length, which EC2 may not allow.
 * @throws BakeError as `checkNameTemplate`, or when the template cannot be rendered
 */
function renderFullName(template, variables) {
    checkNameTemplate(template);
    return nameSafe(template.render(variables, nameSafe));
}
/**
 * A name that EC2 accepts: one that is too long keeps its beginning, and a hash of the whole tells it from others with
 * the same beginning.
 * @throws BakeError when it is too short
 */
function fitName(fullName) {
    if (fullName.length < shortestName) {
        throw new errors/* BakeError */.oU(`comes out as "${fullName}": an AMI's name has ${shortestName} to ${longestName} characters`);
    }
    if (fullName.length <= longestName)
        return { name: fullName };
    const name = `${fullName.slice(0, keptCharacters)}-${(0,hash/* shortHash */.B)(fullName, hashDigits)}`;
    const warning = `The AMI's name would have ${fullName.length} characters, ${longestName} are allowed: it is cut to \`${name}\`.`;
    return { name, warning };
}

;// CONCATENATED MODULE: ./lib/naming/description.js
/**
 * The rules for descriptions of AMIs: at most 255 characters (EC2 API model, ImageDescriptionRequest), ASCII only.
 * The second is not in the model. EC2 refuses others with `InvalidParameterValue`, "Character sets beyond ASCII are not
 * supported"; for descriptions of AMIs this is reported of ModifyImageAttribute (wendylabsinc/WendyOS-Builder#56,
 * metadist/synaplan#1546), and CreateImage is taken to be no different.
 */


const longestDescription = 255;
const description_illegalRuns = /[^ -~]+/g;
/** The value with control characters made spaces, and each run of characters beyond ASCII made one `-`. */
function descriptionSafe(value) {
    return (0,base_text/* withoutControls */.DJ)(value.normalize('NFC')).replace(description_illegalRuns, '-');
}
/** @throws BakeError when the template's author wrote characters that a description cannot contain */
function checkDescriptionTemplate(template) {
    rejectLiterals(template, description_illegalRuns, "an AMI's description, which is one line of ASCII characters");
}
/**
 * A description that EC2 accepts; one that is too long is cut.
 * @throws BakeError as `checkDescriptionTemplate`, or when the template cannot be rendered
 */
function renderDescription(template, variables) {
    checkDescriptionTemplate(template);
    const full = descriptionSafe(template.render(variables, descriptionSafe));
    if (full.length <= longestDescription)
        return { description: full };
    const warning = `The description would have ${full.length} characters, ${longestDescription} are allowed: it is cut.`;
    return { description: full.slice(0, longestDescription).trim(), warning };
}

// EXTERNAL MODULE: ./lib/naming/tag-rules.js
var tag_rules = __webpack_require__(1178);
;// CONCATENATED MODULE: ./lib/naming/family.js



/**
 * The family's name as it is, without control characters. It is the value of a tag.
 * @throws BakeError when it is empty or longer than a tag's value can be, or cannot be rendered
 */
function renderFamily(template, variables) {
    const family = (0,base_text/* withoutControls */.DJ)(template.render(variables, base_text/* withoutControls */.DJ)).trim();
    if (family === '')
        throw new errors/* BakeError */.oU('comes out empty, but a family needs a name');
    if (family.length > tag_rules/* longestTagValue */.Ud) {
        throw new errors/* BakeError */.oU(`comes out with ${family.length} characters, ${tag_rules/* longestTagValue */.Ud} are allowed`);
    }
    return family;
}

// EXTERNAL MODULE: ./lib/naming/environment.js
var naming_environment = __webpack_require__(7865);
;// CONCATENATED MODULE: ./lib/naming/variables.js

/** The values of all variables that are known in this run; one without a value is absent. */
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
function instanceVariables(source) {
    const fields = {
        id: source.id,
        name: source.name,
        type: source.type,
        architecture: source.architecture,
        platform: source.platform,
        image_id: source.imageId,
    };
    // A tag may be there with an empty value, and be called anything, `__proto__` and `size` included.
    return withValue({ ...fields, tags: (0,naming_environment/* withoutCount */.A6)(Object.assign(Object.create(null), source.tags)) });
}
/** The entries that have a value, which an empty text is not. */
function withValue(values) {
    const variables = Object.create(null);
    for (const [name, value] of Object.entries(values)) {
        if (value !== undefined && value !== '')
            variables[name] = value;
    }
    return variables;
}
/** Numbers, where they are ones, so that `{% if run_attempt > 1 %}` and `== 1` both do what they say. */
function numeric(text) {
    return /^\d{1,15}$/.test(text) ? Number(text) : text;
}

;// CONCATENATED MODULE: ./lib/naming/key.js




const keyDigits = 32;
/**
 * The identity of a bake, by which a later attempt of the same workflow run finds what an earlier one left. Part of it is
 * the AMI's name as it were with the clock and the attempt held fixed: it tells the legs of a matrix apart, which share
 * run, job and step. A name that is made from something else that changes from attempt to attempt, such as an
 * environment variable set to the time, gives each attempt a key of its own.
 * @returns 32 hex digits
 * @throws BakeError when the name cannot be rendered
 */
function bakeKey({ name, workflow, source, environment }) {
    const variables = templateVariables({
        workflow: { ...workflow, runAttempt: '1' },
        now: new Date(0),
        environment: (0,naming_environment/* withoutAttempt */.kH)(environment),
        source,
    });
    const { owner, repo, runId, job, step } = workflow;
    const identity = [`${owner}/${repo}`, runId, job, step, source.id, renderFullName(name, variables)];
    return (0,hash/* shortHash */.B)(JSON.stringify(identity), keyDigits);
}

;// CONCATENATED MODULE: ./lib/naming/parameter-name.js
/**
 * The rules for names of SSM parameters: letters, digits and `_ . -`, levels separated by `/` with one in front, at most
 * fifteen of them; at most 1011 characters together with what stands before the name in the parameter's ARN; neither
 * `aws` nor `ssm` at the beginning. Source: Systems Manager API Reference, PutParameter, `Name`.
 */



const mostLevels = 15;
/** The longest that there is in any Region: a name is the same in all of them. */
const arnPrefix = 'arn:aws-iso-f:ssm:us-isof-south-1:123456789012:parameter/';
const parameter_name_longestName = 1011 - arnPrefix.length;
const parameter_name_illegalRuns = /[^A-Za-z0-9_.\-/]+/g;
/** The value with each run of characters that a parameter's name cannot contain made one `-`. */
function parameterSafe(value) {
    return value.normalize('NFC').replace(parameter_name_illegalRuns, '-');
}
/** @throws BakeError when the template's author wrote characters that a parameter's name cannot contain */
function checkParameterTemplate(template) {
    inParameter(template, () => rejectIllegal(template));
}
/**
 * A name that Systems Manager accepts. What comes from variables may have levels of its own in a name that has levels; in a
 * name without any, their slashes become `-`.
 * @throws BakeError as `checkParameterTemplate`, or when the name breaks a rule or cannot be rendered
 */
function renderParameterName(template, variables) {
    return inParameter(template, () => {
        rejectIllegal(template);
        const rendered = parameterSafe(template.render(variables, parameterSafe));
        const isFlat = !rendered.startsWith('/') && !template.literals.some((text) => text.includes('/'));
        const name = isFlat ? rendered.replaceAll(/\/+/g, '-') : rendered;
        const problem = problemOf(name);
        if (problem !== undefined)
            throw new errors/* BakeError */.oU(`comes out as "${(0,base_text/* cut */.Jj)(name, 100)}": ${problem}`);
        return name;
    });
}
/** Names that are given more than once, by templates that differ or not. Upper and lower case differ. */
function repeatedParameters(names) {
    const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
    return [...twice].map((name) => ({
        input: 'ssm-parameter',
        problem: `\`${name}\` comes out of more than one of the names`,
    }));
}
function rejectIllegal(template) {
    rejectLiterals(template, parameter_name_illegalRuns, "an SSM parameter's name, which allows A-Z a-z 0-9 _ . - and /");
}
function problemOf(name) {
    const isPath = name.includes('/');
    const levels = name.replace(/^\//, '').split('/');
    if (isPath && !name.startsWith('/'))
        return 'a name with levels begins with `/`';
    if (levels.includes(''))
        return 'it has an empty level, and each needs at least one character';
    if (/^\/?(?:aws|ssm)/i.test(name))
        return 'it begins with `aws` or `ssm`, which are reserved for AWS';
    if (levels.length > mostLevels)
        return `it has ${levels.length} levels, ${mostLevels} are allowed`;
    if (name.length > parameter_name_longestName)
        return `it has ${name.length} characters, ${parameter_name_longestName} are allowed`;
    return undefined;
}
/** There may be several: the problem says which one it is about. */
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

;// CONCATENATED MODULE: ./lib/naming/problems.js

/** Does something for an input; a BakeError is noted as a problem of that input, and there is no result. */
function noting(problems, input, action) {
    try {
        return action();
    }
    catch (error) {
        if (!(error instanceof errors/* BakeError */.oU))
            throw error;
        problems.push({ input, problem: error.message });
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/naming/tag-template.js
var tag_template = __webpack_require__(5215);
// EXTERNAL MODULE: ./lib/naming/tags.js
var naming_tags = __webpack_require__(4715);
;// CONCATENATED MODULE: ./lib/naming/names.js










/**
 * What can be known to be wrong before EC2 has been asked. Templates that use nothing of EC2 are rendered; of the others
 * only what their authors wrote is looked at.
 */
function checkNames({ templates, workflow, now, environment }) {
    const variables = templateVariables({ workflow, now, environment });
    const problems = (0,naming_tags/* tagListProblems */.LQ)(templates.tags, templates.snapshotTags);
    for (const part of parts(templates)) {
        noting(problems, part.input, () => (part.template.usesEc2 ? part.check?.() : part.render(variables)));
    }
    problems.push(...repeatedParameters(renderedNow(templates.ssmParameters, variables)));
    return problems;
}
/** Those names that need nothing of EC2; what is wrong with one is told elsewhere. */
function renderedNow(templates, variables) {
    return templates
        .filter(({ usesEc2 }) => !usesEc2)
        .flatMap((template) => noting([], 'ssm-parameter', () => renderParameterName(template, variables)) ?? []);
}
function parts({ name, description, family, tags, snapshotTags, ssmParameters }) {
    const tagParts = (input, list) => list.map((tag) => ({
        input,
        template: tag.value,
        render: (variables) => (0,tag_template/* renderTag */.v)(tag, variables),
    }));
    return [
        {
            input: 'name',
            template: name,
            render: (variables) => fitName(renderFullName(name, variables)),
            check: () => checkNameTemplate(name),
        },
        {
            input: 'description',
            template: description,
            render: (variables) => renderDescription(description, variables),
            check: () => checkDescriptionTemplate(description),
        },
        { input: 'family', template: family, render: (variables) => renderFamily(family, variables) },
        ...tagParts('tags', tags),
        ...tagParts('snapshot-tags', snapshotTags),
        ...ssmParameters.map((template) => ({
            input: 'ssm-parameter',
            template,
            render: (variables) => renderParameterName(template, variables),
            check: () => checkParameterTemplate(template),
        })),
    ];
}
/**
 * Renders all names of a bake.
 * @throws ProblemsError with everything that is wrong, each problem naming its input
 */
function renderNames({ source, ...known }) {
    const { templates, workflow, environment } = known;
    const variables = templateVariables({ ...known, source });
    const problems = (0,naming_tags/* tagListProblems */.LQ)(templates.tags, templates.snapshotTags);
    const note = (input, action) => noting(problems, input, action);
    const name = note('name', () => fitName(renderFullName(templates.name, variables)));
    const key = name && note('name', () => bakeKey({ name: templates.name, workflow, source, environment }));
    const description = note('description', () => renderDescription(templates.description, variables));
    const family = note('family', () => renderFamily(templates.family, variables));
    const renderTags = (input, tags) => tags.flatMap((tag) => note(input, () => (0,tag_template/* renderTag */.v)(tag, variables)) ?? []);
    const tags = renderTags('tags', templates.tags);
    const snapshotTags = renderTags('snapshot-tags', templates.snapshotTags);
    const ssmParameters = templates.ssmParameters.flatMap((template) => note('ssm-parameter', () => renderParameterName(template, variables)) ?? []);
    problems.push(...repeatedParameters(ssmParameters));
    if (!name || !key || !description || !family || problems.length > 0)
        throw notNamed(problems);
    const provenance = (0,naming_tags/* provenanceTags */.Xy)({ key, family, workflow, source });
    return {
        name: name.name,
        description: description.description,
        family,
        key,
        imageTags: (0,naming_tags/* allTags */.Jw)(tags, name.name, provenance),
        snapshotTags: (0,naming_tags/* allTags */.Jw)((0,naming_tags/* overridden */.Je)(tags, snapshotTags, ({ Key }) => Key), name.name, provenance),
        ssmParameters,
        warnings: [name.warning, description.warning].filter((warning) => warning !== undefined),
    };
}
function notNamed(problems) {
    return new errors/* ProblemsError */.FQ('The image cannot be named', problems.map(({ input, problem }) => `input \`${input}\`: ${problem}`));
}


/***/ }),

/***/ 5215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ parseTagLine),
/* harmony export */   v: () => (/* binding */ renderTag)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7594);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8566);
/* harmony import */ var _tag_rules_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1178);
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5726);




/**
 * Reads `Key=Value`: the first `=` separates, white space around key and value is dropped, the value may be empty.
 * @throws BakeError that names the tag and says what is wrong, in words that go on from "input `tags`: "
 */
function parseTagLine(line) {
    const separator = line.indexOf('=');
    const shown = `\`${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cut */ .Jj)((0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutControls */ .DJ)(line).trim(), 60)}\``;
    if (separator < 0)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BakeError */ .oU(`${shown} is not of the form Key=Value`);
    const key = line.slice(0, separator).trim();
    if (key === '')
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BakeError */ .oU(`${shown} has no key before the =`);
    const problem = keyProblem(key);
    if (problem)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BakeError */ .oU(`the key of ${shown} ${problem}`);
    return { key, value: inTag(key, () => (0,_template_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTemplate */ .Q)(line.slice(separator + 1))) };
}
function keyProblem(key) {
    if (/\{[{%]/.test(key))
        return 'is not a template: only the value of a tag is';
    if ((0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutControls */ .DJ)(key) !== key)
        return 'contains control characters';
    if (key.length > _tag_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .longestTagKey */ .U4)
        return `has ${key.length} characters, ${_tag_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .longestTagKey */ .U4} are allowed`;
    const lower = key.toLowerCase();
    if (lower.startsWith(_tag_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .awsPrefix */ .wK))
        return `begins with ${_tag_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .awsPrefix */ .wK}, which is reserved for AWS`;
    if (lower.startsWith(_tag_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .ownPrefix */ .l1))
        return `begins with ${_tag_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .ownPrefix */ .l1}, which is reserved for the tags of this action`;
    return undefined;
}
/**
 * The tag with its value as it is, without control characters.
 * @throws BakeError that names the tag, when its value is too long or cannot be rendered
 */
function renderTag({ key, value }, variables) {
    return inTag(key, () => {
        const rendered = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutControls */ .DJ)(value.render(variables, _base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutControls */ .DJ)).trim();
        if (rendered.length <= _tag_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .longestTagValue */ .Ud)
            return { Key: key, Value: rendered };
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BakeError */ .oU(`the value comes out with ${rendered.length} characters, ${_tag_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .longestTagValue */ .Ud} are allowed`);
    });
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

/***/ 5726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ parseTemplate)
});

// EXTERNAL MODULE: ./lib/base/errors.js
var errors = __webpack_require__(7594);
// EXTERNAL MODULE: ./lib/naming/closest.js
var closest = __webpack_require__(3727);
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
/** What Liquid itself offers on a text. */
const textProperties = ['size', 'length'];
/** Whether the value is only known once EC2 has described the instance. */
function comesFromEc2([root]) {
    return root === 'instance' || fromEc2.some((name) => name === root);
}
/** What is wrong with using these variables in a template; the unknown ones are one problem. */
function variableProblems(paths) {
    const unknown = new Set(paths.filter((path) => !isKnown(path)).map(unknownVariable));
    const misused = new Set(paths.map(misuse).filter((problem) => problem !== undefined));
    if (unknown.size === 0)
        return [...misused];
    const verb = unknown.size === 1 ? 'is not a known variable' : 'are not known variables';
    return [`${[...unknown].join(', ')} ${verb}; known are ${knownNames.join(', ')}`, ...misused];
}
function isKnown([root, ...properties]) {
    if (root === 'env')
        return true;
    if (root === 'instance')
        return isKnownOfInstance(properties);
    return plainNames.some((name) => name === root) && isTextProperty(properties[0]);
}
function isKnownOfInstance([property, ...rest]) {
    if (typeof property !== 'string' || property === 'tags')
        return true;
    return instanceNames.includes(property) && isTextProperty(rest[0]);
}
function isTextProperty(property) {
    return typeof property !== 'string' || textProperties.includes(property);
}
function misuse([root, property]) {
    if ((root === 'env' || root === 'instance') && property === undefined) {
        return `\`${root}\` is not a value by itself: use one of its own, such as \`${root}.${root === 'env' ? 'NAME' : 'id'}\``;
    }
    return root === 'env' && typeof property === 'string' && (0,environment/* mayHoldSecret */.dV)(property)
        ? (0,environment/* secretRefusal */.XS)(property)
        : undefined;
}
function unknownVariable(path) {
    const meant = meantBy(path);
    return `\`${dotted(path)}\`${meant === undefined ? '' : ` (did you mean \`${meant}\`?)`}`;
}
function meantBy(path) {
    const [root, property] = path;
    if (root === 'instance') {
        const meant = (0,closest/* closest */.k)(String(property), instanceNames);
        return meant && `instance.${meant}`;
    }
    // `{{ github.sha }}`, from the expressions of GitHub Actions, means `sha`.
    const last = path.at(-1);
    return plainNames.find((name) => name === last) ?? (0,closest/* closest */.k)(dotted(path), knownNames);
}
/** The path as a template's author would write it, as far as it is known before rendering. */
function dotted(path) {
    return path.map((segment) => (Array.isArray(segment) ? `[${dotted(segment)}]` : segment)).join('.');
}

// EXTERNAL MODULE: ./node_modules/liquidjs/dist/liquid.node.js
var liquid_node = __webpack_require__(8694);
;// CONCATENATED MODULE: ./lib/naming/liquid.js
/** LiquidJS, set up for names: strict, deterministic, in UTC, with bounds, and unable to read anything. */

const parseLimitCharacters = 10_000;
const renderLimitMilliseconds = 2_000;
/** LiquidJS counts the characters and array elements that a rendering creates. */
const memoryLimit = 1_000_000;
/** They read other templates, and there are none. */
const fileTags = ['include', 'render', 'layout', 'block'];
/**
 * - `raw` would print a value without making it safe;
 * - `sample` picks at random, so that attempts of one run would get different keys;
 * - the `*_exp` filters take expressions as text, which nothing can check before they run.
 */
const refusedFilters = [
    'raw',
    'sample',
    'where_exp',
    'reject_exp',
    'group_by_exp',
    'has_exp',
    'find_exp',
    'find_index_exp',
];
const dateFilters = ['date', 'date_to_xmlschema', 'date_to_rfc822', 'date_to_string', 'date_to_long_string'];
const makeSafeRegister = 'makeSafe';
let engine;
/** The one engine, made when it is first needed. */
function liquid() {
    engine ??= createEngine();
    return engine;
}
/** @throws LiquidError */
function renderLiquid(templates, variables, makeSafe) {
    // A copy, since `increment` and `decrement` write to what they are given.
    const scope = Object.assign(Object.create(null), variables);
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
    created.registerTag('assign', StrictAssignTag);
    for (const name of fileTags)
        created.registerTag(name, refusedTag(name));
    for (const name of refusedFilters)
        created.unregisterFilter(name);
    for (const name of dateFilters) {
        const filter = created.filters[name];
        if (typeof filter === 'function')
            created.registerFilter(name, onBakesClock(filter));
    }
    return created;
}
/** LiquidJS with `lenientIf` makes `{% assign x = pr %}` an `x` that prints nothing where there is no `pr`. */
class StrictAssignTag extends liquid_node/* AssignTag */.ED {
    *render(context) {
        const [value] = this.arguments();
        const [name] = this.localScope();
        if (value instanceof liquid_node/* Value */.WT && name)
            context.bottom()[name.content] = yield value.value(context, false);
    }
}
function refusedTag(name) {
    return class extends liquid_node/* Tag */.vw {
        constructor(...args) {
            super(args[0], args[1], args[2]);
            throw new Error(`the tag \`${name}\` is not available: templates cannot read others`);
        }
        render() { }
    };
}
function printed(value) {
    const text = textOf(value);
    this.context.memoryLimit.use(text.length);
    return this.context.getRegister(makeSafeRegister)(text);
}
function textOf(value) {
    const plain = (0,liquid_node/* toValue */.BA)(value);
    if (plain === undefined || plain === null)
        return '';
    if (Array.isArray(plain))
        return plain.map(textOf).join('');
    // Variables that are objects have no prototype, hence no text of their own.
    return typeof plain === 'object' ? JSON.stringify(plain) : String(plain);
}
/** Liquid's dates know the words `now` and `today`: they mean the bake's clock, which is read once. */
function onBakesClock(filter) {
    return function (value, ...rest) {
        const { now, timestamp } = this.context.environments;
        const isNow = value === 'now' || value === 'today' || value === timestamp;
        return filter.call(this, isNow ? now : value, ...rest);
    };
}

;// CONCATENATED MODULE: ./lib/naming/missing-value.js

const whenKnown = {
    pr: 'it is the number of a pull request, and this run is not for one',
    base_ref: 'it is the branch that a pull request wants to go into, and this run is not for one',
    branch: 'this run is not for a branch',
    tag: 'this run is not for a tag',
    'instance.name': 'the instance has no tag `Name`',
};
/**
 * What is said of a known variable that has no value here.
 * @param name as it is looked up, e.g. `instance.tags.Role`
 */
function withoutValue(name) {
    const [root, ...rest] = name.split('.');
    const property = rest.join('.');
    if (root === 'env' && (0,environment/* mayHoldSecret */.dV)(property))
        return (0,environment/* secretRefusal */.XS)(property);
    const shown = /^[\w.-]+$/.test(name) || root !== 'instance'
        ? name
        : `instance.tags["${property.replace(/^tags\./, '')}"]`;
    return (`\`${shown}\` has no value here${reason(name, property)}; give it one with \`{{ ${shown} | default: "…" }}\` ` +
        `or test it with \`{% if ${shown} %}…{% endif %}\``);
}
function reason(name, property) {
    if (name.startsWith('env.'))
        return `: the environment variable ${property} is not set or empty`;
    if (name.startsWith('instance.tags.'))
        return ': the instance has no such tag';
    const known = Object.hasOwn(whenKnown, name) ? whenKnown[name] : undefined;
    return known ? `: ${known}` : '';
}

;// CONCATENATED MODULE: ./lib/naming/liquid-errors.js
/** What LiquidJS throws, in words for the template's author that go on from "input `name`: ". */





function parseError(thrown) {
    return new errors/* BakeError */.oU(parseMessage(plainMessage(thrown)) + place(thrown), { cause: thrown });
}
function parseMessage(message) {
    const [, filter] = /^undefined filter: (.*)$/.exec(message) ?? [];
    if (filter !== undefined)
        return unknownFilter(filter);
    const [, tag] = /^tag "(.*)" not found$/.exec(message) ?? [];
    if (tag !== undefined)
        return `there is no tag \`${tag}\`${suggestion(tag, Object.keys(liquid().tags))}`;
    if (message === 'invalid value expression: ""')
        return 'an expression is missing';
    return message;
}
function unknownFilter(name) {
    if (refusedFilters.includes(name))
        return `the filter \`${name}\` is not available`;
    return `there is no filter \`${name}\`${suggestion(name, Object.keys(liquid().filters))}`;
}
function suggestion(name, known) {
    const candidate = (0,closest/* closest */.k)(name, known);
    return candidate === undefined ? '' : ` (did you mean \`${candidate}\`?)`;
}
function renderError(thrown) {
    const name = undefinedVariable(thrown);
    const message = name === undefined ? `cannot be rendered: ${plainMessage(thrown)}` : withoutValue(name);
    return new errors/* BakeError */.oU(message, { cause: thrown });
}
/** The name that a rendering looked up in vain, e.g. `instance.tags.Role`. */
function undefinedVariable(thrown) {
    const original = liquid_node/* LiquidError */.HN.is(thrown) ? thrown.originalError : undefined;
    return original && 'variableName' in original ? String(original.variableName) : undefined;
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
/** Walks a parsed template: the text its author wrote, and repairs and checks that LiquidJS leaves undone. */

/** Text that goes into the result as it was written: neither printed by `{{ }}` nor kept in a variable. */
function* literalTexts(templates) {
    for (const template of templates) {
        if (liquid_node/* TypeGuards */.TG.isHTMLToken(template.token))
            yield template.token.getContent();
        if (template instanceof liquid_node/* RawTag */.Nv)
            yield template.render();
        if (template instanceof liquid_node/* TablerowTag */.p7)
            yield '<tr class="row1"><td class="col1"></td></tr>';
        // What a capture holds is printed by an output, if at all, and made safe there.
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
function* everyValue(templates) {
    for (const template of everyTemplate(templates)) {
        for (const value of template.arguments?.() ?? [])
            if (value instanceof liquid_node/* Value */.WT)
                yield { value, template };
    }
}
/**
 * The text of a tag or output that has words LiquidJS would silently pass over, as in `{{ ref upcase }}` where the `|`
 * is missing: its expression does not come to one value.
 */
function malformed(templates) {
    for (const { value, template } of everyValue(templates))
        if (!isOneValue(value))
            return template;
    return undefined;
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
/**
 * Lets `{{ tag | default: pr | default: "main" }}` fall through, and `{{ tag | default: pr }}` be without `pr` where there
 * is a tag. LiquidJS is lenient about the first variable only.
 */
function makeDefaultsLenient(templates) {
    for (const { value } of everyValue(templates)) {
        for (const [index, filter] of value.filters.entries()) {
            if (filter.name === 'default')
                makeLenient(filter, value.filters[index + 1]?.name === 'default');
        }
    }
}
function makeLenient(filter, anotherFollows) {
    const render = filter.render.bind(filter);
    filter.render = function* (input, context) {
        const strict = context.strictVariables;
        context.strictVariables = false;
        let result;
        try {
            result = yield* render(input, context);
        }
        finally {
            context.strictVariables = strict;
        }
        if (anotherFollows || (result !== undefined && result !== null))
            return result;
        // Strictly this time, so that what has no value is named.
        return yield* render(input, context);
    };
}

;// CONCATENATED MODULE: ./lib/naming/template.js





/**
 * @throws BakeError that says what is wrong with the template, in words that go on from "input `name`: "
 */
function parseTemplate(source) {
    const written = source.trim();
    const templates = parseLiquid(written);
    const { globals, variables } = analyse(templates);
    const problems = variableProblems(globals);
    if (problems.length > 0)
        throw new errors/* BakeError */.oU(problems.join('; '));
    makeDefaultsLenient(templates);
    return {
        source: written,
        variables: [...new Set(globals.map(dotted))],
        usesEc2: variables.some(comesFromEc2),
        literals: [...literalTexts(templates)],
        render: (values, makeSafe) => render(templates, values, makeSafe),
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
 * Which variables the template takes from outside, and all that it names. Names that a template gives itself by
 * `assign`, `capture` or a loop are in the second list only: it may do so in a branch that is not always taken.
 */
function analyse(templates) {
    const { globals, variables } = liquid().analyzeSync(templates, { partials: false });
    const paths = (found) => Object.values(found).flatMap((uses) => uses.map((use) => use.toArray()));
    return { globals: paths(globals), variables: paths(variables) };
}
function render(templates, variables, makeSafe) {
    try {
        return renderLiquid(templates, variables, makeSafe).trim();
    }
    catch (error) {
        throw renderError(error);
    }
}


/***/ })

};
