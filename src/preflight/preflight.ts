/**
 * The checks that run before the instance is touched: independent of each other, side by side. All findings are
 * shown together, and any error among them ends the bake.
 *
 * A new check is one function in this folder, from facts to findings, and one entry in one of the lists below.
 */
import type { Run } from '../run/run.ts';
import { allowedAccount, credentialsLastLongEnough } from './account.ts';
import type { Check, Subject } from './check.ts';
import { copiesArePossible, copiesCanBeShared } from './copies.ts';
import { createImageIsAllowed } from './dry-run.ts';
import type { Finding } from './finding.ts';
import { crashConsistency, excludedDevices, instanceState, instanceStore, rootDevice } from './instance.ts';
import {
  cooldownKeepsImages,
  deprecationIsPossible,
  imdsv2IsForGood,
  parametersCanHoldImages,
} from './lifecycle.ts';
import { nameIsFree } from './name.ts';
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
  credentialsLastLongEnough,
];

/** Of the instance and the name: only where an image is about to be created. */
const checksOfNewImage: readonly Check[] = [
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
export async function preflight(run: Run, subject: Subject, found: boolean): Promise<Finding[]> {
  const checks = found ? checksOfEveryImage : [...checksOfNewImage, ...checksOfEveryImage];
  const findings = await Promise.all(checks.map(async (check) => check(run, subject)));
  const order = { error: 0, warning: 1, note: 2 };
  return findings.flat().sort((a, b) => order[a.severity] - order[b.severity]);
}
