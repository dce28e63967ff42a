/** LiquidJS, set up for names: strict, deterministic, in UTC, with bounds, and unable to read anything. */
import {
  AssignTag,
  Context,
  type FilterImplOptions,
  Liquid,
  Tag,
  type Template,
  toValue,
  Value,
} from 'liquidjs';
import type { Variables } from './variables.ts';

/** What is done to each value that a template prints. */
export type MakeSafe = (value: string) => string;

const parseLimitCharacters = 10_000;
const renderLimitMilliseconds = 2_000;
/** LiquidJS counts the characters and array elements that a rendering creates. */
const memoryLimit = 1_000_000;

/** They read other templates, and there are none. */
const fileTags = ['include', 'render', 'layout', 'block'];

/**
 * - `raw` would print a value without making it safe;
 * - `sample` picks at random, so that attempts of one run would get different keys;
 * - the `*_exp` filters take expressions as text, which nothing can check before they run.
 */
export const refusedFilters: readonly string[] = [
  'raw',
  'sample',
  'where_exp',
  'reject_exp',
  'group_by_exp',
  'has_exp',
  'find_exp',
  'find_index_exp',
];

const dateFilters = ['date', 'date_to_xmlschema', 'date_to_rfc822', 'date_to_string', 'date_to_long_string'];

const makeSafeRegister = 'makeSafe';

type TagClass = Liquid['tags'][string];
type FilterHandler = Extract<FilterImplOptions, (...args: never[]) => unknown>;

let engine: Liquid | undefined;

/** The one engine, made when it is first needed. */
export function liquid(): Liquid {
  engine ??= createEngine();
  return engine;
}

/** @throws LiquidError */
export function renderLiquid(templates: Template[], variables: Variables, makeSafe: MakeSafe): string {
  // A copy, since `increment` and `decrement` write to what they are given.
  const scope = Object.assign(Object.create(null), variables);
  const context = new Context(scope, liquid().options, { sync: true }, { liquid: liquid() });
  context.setRegister(makeSafeRegister, makeSafe);
  return liquid().renderSync(templates, context);
}

function createEngine(): Liquid {
  const created = new Liquid({
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    ownPropertyOnly: true,
    parseLimit: parseLimitCharacters,
    renderLimit: renderLimitMilliseconds,
    memoryLimit,
    timezoneOffset: 0,
    // For the names of months and days; the default is the machine's.
    locale: 'en-US',
    templates: Object.create(null),
    outputEscape: printed as (value: unknown) => string,
  });
  created.registerTag('assign', StrictAssignTag);
  for (const name of fileTags) created.registerTag(name, refusedTag(name));
  for (const name of refusedFilters) created.unregisterFilter(name);
  for (const name of dateFilters) {
    const filter = created.filters[name];
    if (typeof filter === 'function') created.registerFilter(name, onBakesClock(filter));
  }
  return created;
}

/** LiquidJS with `lenientIf` makes `{% assign x = pr %}` an `x` that prints nothing where there is no `pr`. */
class StrictAssignTag extends AssignTag {
  override *render(context: Context): Generator<unknown, void, unknown> {
    const [value] = this.arguments();
    const [name] = this.localScope();
    if (value instanceof Value && name) context.bottom()[name.content] = yield value.value(context, false);
  }
}

function refusedTag(name: string): TagClass {
  return class extends Tag {
    constructor(...args: ConstructorParameters<TagClass>) {
      super(args[0], args[1], args[2]);
      throw new Error(`the tag \`${name}\` is not available: templates cannot read others`);
    }
    override render(): void {}
  };
}

function printed(this: { context: Context }, value: unknown): string {
  const text = textOf(value);
  this.context.memoryLimit.use(text.length);
  return this.context.getRegister<MakeSafe>(makeSafeRegister)(text);
}

function textOf(value: unknown): string {
  const plain: unknown = toValue(value);
  if (plain === undefined || plain === null) return '';
  if (Array.isArray(plain)) return plain.map(textOf).join('');
  // Variables that are objects have no prototype, hence no text of their own.
  return typeof plain === 'object' ? JSON.stringify(plain) : String(plain);
}

/** Liquid's dates know the words `now` and `today`: they mean the bake's clock, which is read once. */
function onBakesClock(filter: FilterHandler): FilterHandler {
  return function (value, ...rest) {
    const { now, timestamp } = this.context.environments as Variables;
    const isNow = value === 'now' || value === 'today' || value === timestamp;
    return filter.call(this, isNow ? now : value, ...rest);
  };
}
