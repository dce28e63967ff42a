/**
 * The state that a main step hands to its post step: how it is saved, and read again with care. The runner keeps it in a file
 * and hands it on as an environment variable. Each action says what is in its own; no secrets, since a debug run prints it.
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

/** What an action says of its state. `Facts` is its record, `Inputs` what else the state is made from. */
interface Definition<Facts, Inputs, S extends State> {
  /** The runner hands it on as `STATE_name`. */
  name: string;
  fields: Fields<S>;
  /** Undefined as long as there is nothing to save. */
  stateOf: (record: Facts, inputs: Inputs) => S | undefined;
  /** Nothing is left to clean up: then a first state is not worth saving. */
  isDone: (state: S) => boolean;
  /** What the main step ended before, when it saved none. */
  before: string;
}

interface SavedState<Facts, Inputs, S extends State> {
  /**
   * Keeps the saved state true to the record. Each is saved in place of the one before, in one append, so that a kill leaves
   * no half of it.
   * @param save writes a state of that name where the post step finds it
   * @returns to be called after each change of the record
   */
  stateKeeper: (inputs: Inputs, save: (name: string, text: string) => void) => (record: Facts) => void;
  /** The state that the main step saved last, from the environment of the post step. */
  readState: (environment: Readonly<Record<string, string | undefined>>) => Saved<S>;
}

export function savedState<Facts, Inputs, S extends State>({
  name,
  fields,
  stateOf,
  isDone,
  before,
}: Definition<Facts, Inputs, S>): SavedState<Facts, Inputs, S> {
  return {
    stateKeeper: (inputs, save) => {
      let saved: string | undefined;
      return (record) => {
        const state = stateOf(record, inputs);
        if (state === undefined || (saved === undefined && isDone(state))) return;
        const text = JSON.stringify(state);
        if (text === saved) return;
        saved = text;
        save(name, text);
      };
    },
    readState: (environment) => read(environment[`STATE_${name}`], fields, before),
  };
}

/** Anything can be in the variable: what is not of the right form is no state. */
function read<S extends State>(text: string | undefined, fields: Fields<S>, before: string): Saved<S> {
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
