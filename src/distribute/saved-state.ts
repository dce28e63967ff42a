/** What the states of a bake and of a promotion share, see `github/saved-state.ts`. */
import { amiIdForm, regionForm } from '../aws/id-forms.ts';
import { roleArnForm } from '../github/inputs/role.ts';
import { type Fields, matching, oneOf, optional } from '../github/saved-state.ts';
import type { OnFailure } from './clean-up.ts';
import { onFailureOf } from './pointers.ts';
import type { CopyRecord, DistributionRecord } from './record.ts';

export interface DistributionState {
  version: 1;
  /** The home Region. */
  region: string;
  /** What the images are found by: the value of their tag `bake-ami:key`, 32 hex digits. */
  key: string;
  /** The Regions that copying has begun in, with the copies' IDs as far as EC2 has told them. */
  copies?: readonly { region: string; amiId?: string }[];
  /** IDs of images that the main step has deregistered: only their snapshots may be left. */
  gone?: readonly string[];
  onFailure: OnFailure;
  /** The ARN of the role that the main step assumed itself; absent where the workflow provides the credentials. */
  roleToAssume?: string;
}

/** The inputs that the state holds. */
export interface StateInputs {
  readonly onFailure: 'delete' | 'keep';
  readonly roleToAssume: string | undefined;
}

/** @param copies those that this run has made, or may have asked for */
export function distributionState(
  { region, key }: Pick<DistributionState, 'region' | 'key'>,
  record: DistributionRecord,
  { onFailure, roleToAssume }: StateInputs,
  copies = record.copies,
): DistributionState {
  return {
    version: 1,
    region,
    key,
    ...(copies === undefined ? {} : { copies: copies.map(copyState) }),
    ...(record.gone === undefined ? {} : { gone: record.gone }),
    onFailure: onFailureOf(onFailure, record),
    ...(roleToAssume === undefined ? {} : { roleToAssume }),
  };
}

/** Nothing is left to clean up. */
export function isDone({ phase }: { phase: string }): boolean {
  return phase === 'done';
}

function copyState({ region, id }: CopyRecord): { region: string; amiId?: string } {
  return { region, ...(id === undefined ? {} : { amiId: id }) };
}

/** `ATTEMPT-RANDOM`. */
export const isClaim = matching(/^\d+-[0-9a-z-]{1,40}$/);

function areAmiIds(value: unknown): boolean {
  return Array.isArray(value) && value.every(matching(amiIdForm));
}

function areCopies(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  return value.every((copy: unknown) => {
    if (typeof copy !== 'object' || copy === null) return false;
    const { region, amiId, ...others } = copy as Record<string, unknown>;
    const isRight = matching(regionForm)(region) && optional(matching(amiIdForm))(amiId);
    return isRight && Object.keys(others).length === 0;
  });
}

export const distributionFields: Fields<DistributionState> = [
  ['region', matching(regionForm)],
  ['key', matching(/^[0-9a-f]{32}$/)],
  ['copies', optional(areCopies)],
  ['gone', optional(areAmiIds)],
  ['onFailure', oneOf('delete', 'keep', 'published')],
  ['roleToAssume', optional(matching(roleArnForm))],
];
