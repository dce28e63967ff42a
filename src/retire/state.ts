/**
 * What the post step needs to finish what the main step could not: the runner keeps it in a file and hands it to the post
 * step as an environment variable. No secrets belong here: a debug run prints it.
 */
import { amiIdForm, regionForm, snapshotIdForm } from '../aws/id-forms.ts';
import { roleArnForm } from '../github/inputs/role.ts';
import type { Begun, RetireRecord } from './record.ts';

export interface RetireState {
  version: 1;
  region: string;
  /** Images whose removal has begun and is not known to be finished. */
  begun: readonly Begun[];
  roleToAssume?: string;
}

export const stateName = 'retire';

/**
 * Keeps the saved state true to the record: from the moment before the first image is deregistered. Each is saved in place
 * of the one before, in one append, so that a kill leaves no half of it.
 * @returns to be called after each change of the record
 */
export function stateKeeper(
  roleToAssume: string | undefined,
  save: (text: string) => void,
): (record: RetireRecord) => void {
  let saved: string | undefined;
  return ({ region, begun }) => {
    if (saved === undefined && begun.length === 0) return;
    const state: RetireState = {
      version: 1,
      region,
      begun,
      ...(roleToAssume === undefined ? {} : { roleToAssume }),
    };
    const text = JSON.stringify(state);
    if (text === saved) return;
    saved = text;
    save(text);
  };
}

/**
 * The state that the main step saved last; undefined when there is none, or what is there is not of the right form.
 * @param environment of the post step
 */
export function readState(
  environment: Readonly<Record<string, string | undefined>>,
): RetireState | undefined {
  const value = parse(environment[`STATE_${stateName}`] ?? '');
  if (value?.['version'] !== 1 || !matches(value['region'], regionForm)) return undefined;
  const begun = Array.isArray(value['begun']) ? value['begun'].filter(isBegun) : [];
  const role = value['roleToAssume'];
  return {
    version: 1,
    region: String(value['region']),
    begun,
    ...(matches(role, roleArnForm) ? { roleToAssume: String(role) } : {}),
  };
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function matches(value: unknown, form: RegExp): boolean {
  return typeof value === 'string' && form.test(value);
}

function isBegun(value: unknown): value is Begun {
  if (typeof value !== 'object' || value === null) return false;
  const { region, imageId, key, snapshotIds } = value as Record<string, unknown>;
  const isRight = matches(region, regionForm) && matches(imageId, amiIdForm) && typeof key === 'string';
  return isRight && Array.isArray(snapshotIds) && snapshotIds.every((id) => matches(id, snapshotIdForm));
}
