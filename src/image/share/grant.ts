/** Adds to a list of permissions, in calls of a size that EC2 takes, and finds out whom EC2 refuses. */
import { ProblemsError } from '../../base/errors.ts';
import type { Run } from '../../run/run.ts';
import { entitiesPerCall, type PermissionList } from './permission-list.ts';
import { isAboutItems, isStillPending, namedIn, refusedEntity, shareFailure } from './refusals.ts';

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
export async function grant(run: Run, list: PermissionList, entities: readonly string[]): Promise<void> {
  const batches = inBatches(entities);
  const refused: string[] = [];
  for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
    const error = await add(run, list, batch);
    if (error === undefined) continue;
    const { culprits, next } = suspects(batch, error);
    refused.push(...culprits.map((entity) => refusedEntity(entity, error)));
    batches.unshift(...next);
    if (refused.length >= mostRefusals && batches.length > 0) {
      refused.push('perhaps more: the others were not tried');
      break;
    }
  }
  if (refused.length === 0) return;
  throw new ProblemsError(`EC2 refuses to share the ${list.of} as asked`, refused);
}

/** @returns EC2's objection to some of the entities; undefined when they were added */
async function add(run: Run, list: PermissionList, entities: readonly string[]) {
  const { clock, signal } = run;
  run.record.changed = true;
  const until = clock.now() + pendingPatienceSeconds * 1000;
  for (;;) {
    try {
      await list.add(entities, signal);
      return undefined;
    } catch (error) {
      signal.throwIfAborted();
      if (isAboutItems(error)) return error;
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
function suspects(batch: readonly string[], error: unknown): { culprits: string[]; next: string[][] } {
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

function inBatches(entities: readonly string[]): string[][] {
  const count = Math.ceil(entities.length / entitiesPerCall);
  return Array.from({ length: count }, (_, index) =>
    entities.slice(index * entitiesPerCall, (index + 1) * entitiesPerCall),
  );
}
