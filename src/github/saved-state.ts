/**
 * The state that a main step hands to its post step: how it is saved, and read again with care. Each action says what is in
 * its own.
 */
/** What every state has. */
export interface State {
  version: 1;
}

/** The state, or why there is none. */
export type Saved<S extends State> = { state: S; reason: undefined } | { state: undefined; reason: string };

/** Each field with what is right for it. */
export type Fields<S extends State> = readonly (readonly [
  Exclude<keyof S, 'version'>,
  (value: unknown) => boolean,
])[];

/**
 * Keeps the saved state true to the record. Each is saved in place of the one before, in one append, so that a kill leaves
 * no half of it.
 * @param stateOf undefined as long as there is nothing to save
 * @param isDone whether nothing is left to clean up: then a first state is not worth saving
 * @param save writes the state where the post step finds it
 * @returns to be called after each change of the record
 */
export function keeperOf<Facts, S extends State>(
  stateOf: (record: Facts) => S | undefined,
  isDone: (state: S) => boolean,
  save: (text: string) => void,
): (record: Facts) => void {
  let saved: string | undefined;
  return (record) => {
    const state = stateOf(record);
    if (state === undefined || (saved === undefined && isDone(state))) return;
    const text = JSON.stringify(state);
    if (text === saved) return;
    saved = text;
    save(text);
  };
}

/**
 * Anything can be in the variable: what is not of the right form is no state.
 * @param before what the main step ended before, when it saved none
 */
export function readSavedState<S extends State>(
  text: string | undefined,
  fields: Fields<S>,
  before: string,
): Saved<S> {
  if (!text) return none(`the main step saved no state, for it ended ${before}`);

  const saved = jsonObject(text);
  if (saved === undefined) return none('the saved state is not a JSON object');
  if (saved['version'] !== 1) return none('the saved state is of another version of the action');

  const wrong = fields.find(([field, isRight]) => !isRight(saved[String(field)]));
  if (wrong) return none(`the saved state has no valid \`${String(wrong[0])}\``);
  // Known fields only; each has been checked.
  const known = fields.map(([field]) => [field, saved[String(field)]] as const);
  const present = known.filter(([, value]) => value !== undefined);
  return { state: { version: 1, ...Object.fromEntries(present) } as S, reason: undefined };
}

function none(reason: string): { state: undefined; reason: string } {
  return { state: undefined, reason };
}

/** @returns undefined for anything else, arrays included */
function jsonObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return value as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
}

export function matching(form: RegExp) {
  return (value: unknown) => typeof value === 'string' && form.test(value);
}

export function oneOf(...accepted: readonly string[]) {
  return (value: unknown) => typeof value === 'string' && accepted.includes(value);
}

export function optional(isRight: (value: unknown) => boolean) {
  return (value: unknown) => value === undefined || isRight(value);
}

export function wholeNumber(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
