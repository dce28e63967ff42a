/**
 * The checks that run before the instance is touched: independent of each other, side by side. All findings are
 * shown together, and any error among them ends the bake.
 *
 * A new check is one function, from facts to findings, and one entry in one of the lists below, or in that of `regions.ts`.
 */
import { both } from '../base/side-by-side.ts';
import type { Names } from '../naming/names.ts';
import type { Run } from '../run/run.ts';
import { allowedAccount, credentialsLastLongEnough } from './account.ts';
import type { Check, Subject } from './check.ts';
import { copiesCanBeShared } from './copies.ts';
import { createImageIsAllowed } from './dry-run.ts';
import { volumeKeysAreUsable } from './encryption.ts';
import { error, type Finding } from './finding.ts';
import {
  autoScalingMember,
  crashConsistency,
  excludedDevices,
  hibernatedInstance,
  instanceState,
  instanceStore,
  rootDevice,
} from './instance.ts';
import { templatesCanTakeImages } from './launch-templates.ts';
import {
  cooldownKeepsImages,
  deprecationIsPossible,
  imdsv2IsForGood,
  parametersCanHoldImages,
} from './lifecycle.ts';
import { nameIsFree } from './name.ts';
import { copiesArePossible } from './regions.ts';
import { publicIsPossible, sharingIsPossible, sharingReachesAll } from './sharing.ts';

/** Of what is done with an image, whether it is about to be created or there already. */
const checksOfEveryImage: readonly Check[] = [
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
const checksOfInstance: readonly Check[] = [
  instanceState,
  rootDevice,
  excludedDevices,
  crashConsistency,
  hibernatedInstance,
  autoScalingMember,
  volumeKeysAreUsable,
];

/** Of the instance too, but only warnings, each after a call of its own: where an image is created they do not hold it up. */
const adviceOnInstance: readonly Check[] = [instanceStore];

/** What the preflight is for. */
export interface Occasion {
  /** There is an image already, to be taken up or reused. */
  found: boolean;
  /** Nothing is going to be created: whatever can be known is to be known now. */
  dryRun: boolean;
  /** What is wrong with the names. */
  problems: readonly string[];
  /** Findings of `checkInstance`, which may have begun before; used when an image is about to be created. */
  ofInstance?: Promise<readonly Finding[]>;
}

/**
 * The checks that need no look-up of what is there already, so that they can run beside it.
 * @param subject its names and namesake are not looked at
 * @throws as `preflight`
 */
export async function checkInstance(run: Run, subject: Subject): Promise<Finding[]> {
  return findingsOf(run, subject, checksOfInstance);
}

/**
 * Warnings that are looked for beside the creation of the image; when nothing is created, `preflight` has them.
 * @param subject its names and namesake are not looked at
 * @throws as `preflight`
 */
export async function adviseOnInstance(run: Run, subject: Subject): Promise<Finding[]> {
  return findingsOf(run, subject, adviceOnInstance);
}

async function findingsOf(run: Run, subject: Subject, checks: readonly Check[]): Promise<Finding[]> {
  const results = await Promise.allSettled(checks.map(async (check) => check(run, subject)));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
}

/**
 * @returns every finding, errors first
 * @throws what says that no call can work, such as refused credentials
 */
export async function preflight(run: Run, subject: Subject, occasion: Occasion): Promise<Finding[]> {
  const { found, ofInstance } = occasion;
  const checks = found ? checksOfEveryImage : [nameIsFree, ...checksOfEveryImage];
  const [ofImage, ofItsInstance] = await both(
    findingsOf(run, subject, checks),
    found ? Promise.resolve([]) : (ofInstance ?? checkInstance(run, subject)),
  );
  const findings = [...occasion.problems.map(error), ...ofItsInstance, ...ofImage];
  const isOver = occasion.dryRun || findings.some(({ severity }) => severity === 'error');
  if (isOver && !found) {
    const [refusals, advice] = await both(
      isNamed(subject) ? createImageIsAllowed(run, subject) : Promise.resolve([]),
      adviseOnInstance(run, subject),
    );
    findings.push(...refusals, ...advice);
  }
  const order = { error: 0, warning: 1, note: 2 };
  return findings.sort((a, b) => order[a.severity] - order[b.severity]);
}

function isNamed(subject: Subject): subject is Subject & { names: Names } {
  const { name, imageTags, snapshotTags } = subject.names;
  return name !== undefined && imageTags !== undefined && snapshotTags !== undefined;
}
