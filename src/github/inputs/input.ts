/** What belongs to one input of an action, all of it in one place, and the table that holds an action's inputs. */
import type { Parser } from './parsers.ts';

/** Where an input's value comes from. */
export interface InputSource<Value> {
  /** As in `action.yml`. */
  readonly name: string;
  readonly parse: Parser<Value>;
  readonly required?: true;
  /** What an empty input means. Without one the parser is given an empty text. */
  readonly default?: string;
  /** The default in `action.yml`, where the runner evaluates it: what arrives here is its value. */
  readonly defaultExpression?: string;
  /** Environment variables that are read in their order when the input is empty. */
  readonly environment?: readonly string[];
  /** Its value is masked in the log as soon as it is read, and no problem shows it. */
  readonly secret?: true;
}

/** What an input adds to the plan. */
export interface PlanPart<Value, Context, Step extends string = string> {
  /** The step of the action that does it: the plan is in the order of the steps. */
  readonly step: Step;
  /** In words that go on from "The action would"; none where the value asks for nothing. */
  readonly lines: (value: Value, context: Context) => readonly string[];
}

/**
 * One input. A table of these is everything that an action can be told.
 * @typeParam Others what it may look at to find conflicts, by the keys of the table
 * @typeParam Context what its lines in the plan are made from, beside its value
 */
export interface Input<Value, Others = unknown, Context = unknown> extends InputSource<Value> {
  /** Whether this value asks for something that can only be done to an available image. */
  readonly needsAvailableImage?: (value: Value) => boolean;
  /** What is wrong with the value beside those of other inputs. One that could not be read is undefined. */
  readonly conflicts?: (value: Value, others: Known<Others>) => readonly string[];
  /** What a dry run's plan says of it; `none` where it changes nothing by itself. */
  readonly plan: PlanPart<Value, Context> | 'none';
}

/** An input of whatever value: a function of its value can be called with a value of its own only. */
export interface AnyInput<Context = never> extends InputSource<unknown> {
  readonly needsAvailableImage?: (value: never) => boolean;
  readonly conflicts?: (value: never, others: never) => readonly string[];
  readonly plan: PlanPart<never, Context> | 'none';
}

/** Inputs by the keys that the code knows them by, in the order of `action.yml`. */
export type Table<Context = never> = Readonly<Record<string, AnyInput<Context>>>;

/** What an action was told: the table's shape is its shape. */
export type Values<Shape> = {
  readonly [Key in keyof Shape]: Shape[Key] extends Input<infer Value, infer _Others, infer _Context>
    ? Value
    : never;
};

/** What could be read: where the problems are, there may be no value. */
export type Known<Shape> = { readonly [Key in keyof Shape]?: Shape[Key] | undefined };

/** A table that has at least these inputs. */
export type TableOf<Shape> = {
  readonly [Key in keyof Shape]: { readonly parse: Parser<Shape[Key]> };
};

/** What belongs to an input beside its name and its parser. `Step` is one of the steps of the action. */
export type RestOf<Value, Others, Context, Step extends string> = Omit<
  Input<Value, Others, Context>,
  'name' | 'parse'
> & { readonly plan: PlanPart<Value, Context, Step> | 'none' };

/**
 * @typeParam Demands what each input has to say, or must not say, beside that
 * @returns what makes an input, its type told by its parser, for an action with such other inputs, plan and steps
 */
export function inputWith<Others, Context, Step extends string, Demands = unknown>() {
  return <Value>(
    name: string,
    parse: Parser<Value>,
    rest: RestOf<Value, Others, Context, Step> & Demands,
  ): Input<Value, Others, Context> => ({ name, parse, ...rest });
}

/** An input that any action may have. */
export const input = inputWith<unknown, unknown, string>();
