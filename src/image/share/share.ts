/** Shares an image with those who are to launch it, and its snapshots with those who are to copy it. */
import { asFailure } from '../../aws/failure.ts';
import { ProblemsError } from '../../base/errors.ts';
import { lookUntil } from '../../base/look-until.ts';
import { sideBySide } from '../../base/side-by-side.ts';
import { type Run, warn } from '../../run/run.ts';
import type { BakedImage } from '../image.ts';
import { grant } from './grant.ts';
import { describeGrantees, type Grantees, granteesOf, isAccount } from './grantees.ts';
import {
  createVolumePermissions,
  everyone,
  launchPermissions,
  type PermissionList,
} from './permission-list.ts';

export interface Shares {
  /** An available image, with all its snapshots. */
  image: Pick<BakedImage, 'id' | 'region' | 'snapshots'>;
  /** Who owns it: needs no permission. */
  accountId: string;
  /** Account IDs, ARNs of organizations and organizational units. */
  shareWith: readonly string[];
  /** Whether the accounts of `shareWith` may create volumes from the snapshots. EC2 knows no organizations there. */
  shareSnapshots: boolean;
  /** Whether everyone may launch the image. Snapshots are never made public. */
  makePublic: boolean;
  /** Nobody but its owner has a permission yet, so that there is nothing to be looked up before. */
  isNew?: boolean;
}

/** With whom an image is shared by now, of those who were asked for. */
export interface Sharing extends Grantees {
  /** Everyone may launch it, as asked for. */
  readonly public: boolean;
  /** The accounts may create volumes from its snapshots. */
  readonly snapshots: boolean;
}

/** Permissions may show a little later than they are accepted (eventual consistency). */
const patienceSeconds = 60;
const lookEverySeconds = 2;
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
export async function shareImage(run: Run, shares: Shares): Promise<Sharing> {
  const { image, shareSnapshots, makePublic, isNew = false } = shares;
  const ec2 = run.aws.ec2(image.region);
  const others = withoutOwner(run, shares);
  const accounts = others.filter(isAccount);
  const wanted = [...others, ...(makePublic ? [everyone] : [])];
  const before = await share(run, launchPermissions(ec2, image.id), wanted, isNew);
  warnOfPublic(run, shares, before);

  const snapshots = shareSnapshots ? image.snapshots : [];
  const thrown = await sideBySide(snapshots, snapshotsAtOnce, ({ snapshotId, device }) =>
    share(run, createVolumePermissions(ec2, snapshotId, device), accounts, isNew),
  );
  run.signal.throwIfAborted();
  throwAll(thrown);
  return {
    ...granteesOf(others),
    public: makePublic,
    snapshots: snapshots.length > 0 && accounts.length > 0,
  };
}

/**
 * EC2 takes the owner's own account for one like any other: it would refuse it for an image that is encrypted with
 * `aws/ebs`, though the owner may launch that anyway.
 */
function withoutOwner({ log }: Run, { shareWith, accountId }: Shares): string[] {
  const others = shareWith.filter((grantee) => grantee !== accountId);
  if (others.length < shareWith.length) {
    log.info(`Account ${accountId} owns the image: it may use it without a permission`);
  }
  return others;
}

function warnOfPublic(run: Run, { image, makePublic }: Shares, before: ReadonlySet<string>): void {
  if (makePublic || !before.has(everyone)) return;
  warn(
    run,
    `${image.id} is public already, though this bake does not ask for it: every AWS account may launch it`,
  );
}

/** @returns the list as it was before */
async function share(
  run: Run,
  list: PermissionList,
  wanted: readonly string[],
  isNew: boolean,
): Promise<ReadonlySet<string>> {
  const before = isNew ? new Set<string>() : await read(run, list);
  const missing = wanted.filter((entity) => !before.has(entity));
  if (missing.length > 0) {
    run.log.info(`Sharing the ${list.of} with ${describeEntities(missing)}`);
    // Everyone in a call of its own, and last: what is refused for everyone is granted to the others.
    await grant(
      run,
      list,
      missing.filter((entity) => entity !== everyone),
    );
    if (missing.includes(everyone)) await grant(run, list, [everyone]);
    await readBack(run, list, wanted);
  } else if (wanted.length > 0) {
    run.log.info(`The ${list.of} is shared with ${describeEntities(wanted)} already`);
  }
  return before;
}

async function readBack(run: Run, list: PermissionList, wanted: readonly string[]): Promise<void> {
  const { clock, signal } = run;
  const until = clock.now() + patienceSeconds * 1000;
  let missing = wanted;
  const areAllShown = async () => {
    const present = await read(run, list);
    missing = wanted.filter((entity) => !present.has(entity));
    return missing.length === 0 || undefined;
  };
  if (await lookUntil(areAllShown, { clock, signal, until, everySeconds: lookEverySeconds })) return;
  throw new ProblemsError(
    `EC2 accepted to share the ${list.of}, but does not show it ${patienceSeconds} seconds later`,
    missing.map((entity) => `${entity === everyone ? 'everyone' : entity} has no permission`),
  );
}

function read({ signal }: Run, list: PermissionList): Promise<ReadonlySet<string>> {
  const doing = `look up with whom the ${list.of} is shared`;
  return list.read(signal).catch(asFailure(signal, list.readAction, doing));
}

function describeEntities(entities: readonly string[]): string {
  const named = describeGrantees(granteesOf(entities));
  if (!entities.includes(everyone)) return named;
  return named === '' ? 'everyone' : `${named}, and with everyone`;
}

/** Of several snapshots the problems are told together; of other failures the first, for they are mostly the same. */
function throwAll(thrown: readonly unknown[]): void {
  const [first, ...others] = thrown;
  if (first === undefined) return;
  const told = thrown.filter((error) => error instanceof ProblemsError);
  if (others.length === 0 || told.length < thrown.length) throw first;
  throw new ProblemsError(
    'The snapshots could not be shared as asked',
    told.map((error) => error.message),
  );
}
