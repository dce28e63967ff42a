/** What the post step needs to finish what the main step of a bake could not: see `github/saved-state.ts`. */
import { amiIdForm } from '../aws/id-forms.ts';
import {
  type DistributionState,
  distributionFields,
  distributionState,
  isClaim,
  isDone,
  type StateInputs,
} from '../distribute/saved-state.ts';
import { matching, oneOf, optional, savedState, wholeNumber } from '../github/saved-state.ts';
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

export const { stateKeeper, readState } = savedState<BakeRecord, StateInputs, BakeState>({
  name: 'bake',
  fields: [
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
  ],
  stateOf,
  isDone,
  before: 'before it created anything',
});
