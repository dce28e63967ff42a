/** What the states of a bake and of a promotion share, see `github/saved-state.ts`. */
import { amiIdForm, regionForm } from '../aws/id-forms.ts';
import { matching, optional } from '../github/saved-state.ts';
import type { CopyRecord } from './record.ts';

/** Nothing is left to clean up. */
export function isDone({ phase }: { phase: string }): boolean {
  return phase === 'done';
}

export function copyState({ region, id }: CopyRecord): { region: string; amiId?: string } {
  return { region, ...(id === undefined ? {} : { amiId: id }) };
}

export function amiIds(value: unknown): boolean {
  return Array.isArray(value) && value.every(matching(amiIdForm));
}

export function copies(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  return value.every((copy: unknown) => {
    if (typeof copy !== 'object' || copy === null) return false;
    const { region, amiId, ...others } = copy as Record<string, unknown>;
    const isRight = matching(regionForm)(region) && optional(matching(amiIdForm))(amiId);
    return isRight && Object.keys(others).length === 0;
  });
}
