/**
 * What the post step needs to finish what the main step could not: the runner keeps it in a file and hands it to the
 * post step as an environment variable. No secrets belong here: a debug run prints it.
 */
import { amiIdForm } from '../aws/id-forms.ts';
import {
  type DistributionState,
  distributionFields,
  distributionState,
  isClaim,
  isDone,
  type StateInputs,
} from '../distribute/saved-state.ts';
import {
  type Fields,
  keeperOf,
  matching,
  oneOf,
  optional,
  readSavedState,
  type Saved,
  wholeNumber,
} from '../github/saved-state.ts';
import { accountForm } from '../image/share/grantees.ts';
import type { BakeRecord } from './record.ts';

export interface BakeState extends DistributionState {
  /** `creating` before CreateImage is sent, `created` once the AMI is known, `done` when nothing is left to clean up. */
  phase: 'creating' | 'created' | 'done';
  /** The claim of the main step: absent in what a version of before there were claims saved. */
  claim?: string;
  /** Claims of earlier attempts that the main step has overwritten. */
  claimsBefore?: readonly string[];
  /** The account of the instance, 12 digits: absent in what an earlier version saved. */
  accountId?: string;
  amiName: string;
  /** Absent while EC2 has not answered CreateImage. */
  amiId?: string;
  /** The image of the home Region was there before: it is never removed. */
  reused?: boolean;
  /** How many volumes go into the image, each with a snapshot to account for. */
  expectedSnapshots?: number;
}

export const stateName = 'bake';

/**
 * Keeps the saved state true to the record: from the moment before something is created until nothing is left to clean up.
 * Each is saved in place of the one before, in one append, so that a kill leaves no half of it.
 * @param save writes the state where the post step finds it
 * @returns to be called after each change of the record
 */
export function stateKeeper(inputs: StateInputs, save: (text: string) => void): (record: BakeRecord) => void {
  return keeperOf<BakeRecord, BakeState>((record) => stateOf(record, inputs), isDone, save);
}

/** @returns undefined as long as nothing is named yet, and so nothing can have been created */
export function stateOf(record: BakeRecord, inputs: StateInputs): BakeState | undefined {
  const { names, image, instance, expectedSnapshots, reused, claim, claimsBefore, region } = record;
  if (names === undefined) return undefined;
  const open = image === undefined ? 'creating' : 'created';
  return {
    ...distributionState({ region, key: names.key }, record, inputs),
    phase: record.unfinished ? open : 'done',
    claim,
    ...(claimsBefore.length === 0 ? {} : { claimsBefore }),
    ...(instance === undefined ? {} : { accountId: instance.accountId }),
    amiName: names.name,
    ...(image === undefined ? {} : { amiId: image.id }),
    ...(expectedSnapshots === undefined ? {} : { expectedSnapshots }),
    ...(reused === undefined ? {} : { reused }),
  };
}

/**
 * The state that the main step saved last. Anything can be in the variable: what is not of the right form is no state.
 * @param environment of the post step
 */
export function readState(environment: Readonly<Record<string, string | undefined>>): Saved<BakeState> {
  return readSavedState<BakeState>(environment[`STATE_${stateName}`], fields, 'before it created anything');
}

const fields: Fields<BakeState> = [
  ['phase', oneOf('creating', 'created', 'done')],
  ...distributionFields,
  ['claim', optional(isClaim)],
  ['claimsBefore', optional((value) => Array.isArray(value) && value.every(isClaim))],
  ['accountId', optional(matching(accountForm))],
  // EC2's rule for the names of AMIs, ImageName of CreateImage.
  ['amiName', matching(/^[A-Za-z0-9()[\] ./'@_-]{3,128}$/)],
  ['amiId', optional(matching(amiIdForm))],
  ['reused', optional((value) => typeof value === 'boolean')],
  ['expectedSnapshots', optional(wholeNumber)],
];
