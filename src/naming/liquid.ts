/** LiquidJS, set up for names: few tags and filters, strict, the same result every time, in UTC, with limits. */
import { Context, type FilterImplOptions, Liquid, type Template, toValue } from 'liquidjs';
import { requireValue } from './scope.ts';
import type { Variables } from './variables.ts';

/** Makes a value that a template prints acceptable where it is printed. */
export type MakeSafe = (value: string) => string;

const parseLimitCharacters = 10_000;
const renderLimitMilliseconds = 2_000;
/** LiquidJS counts the characters and array elements that a rendering creates. */
const memoryLimit = 1_000_000;

/** `#` is a comment within one tag. No loops, and nothing that reads other templates. */
export const availableTags: readonly string[] = ['if', 'unless', 'case', 'assign', 'capture', 'comment', '#'];

/**
 * What names and tags need. Left out on purpose: `raw`, which prints a value without making it safe; `sample`, which
 * picks at random, so that attempts of one run get different keys; and the `*_exp` filters, which take expressions as
 * text that nothing can check beforehand.
 */
export const availableFilters: readonly string[] = [
  ...['default', 'date'],
  ...[
    'append',
    'prepend',
    'upcase',
    'downcase',
    'capitalize',
    'strip',
    'lstrip',
    'rstrip',
    'squish',
    'slugify',
  ],
  ...['replace', 'replace_first', 'replace_last', 'remove', 'remove_first', 'remove_last'],
  ...['slice', 'truncate', 'truncatewords', 'sha256'],
  ...['split', 'join', 'first', 'last', 'size'],
  ...['plus', 'minus', 'times', 'divided_by', 'modulo'],
];

const makeSafeRegister = 'makeSafe';

type FilterHandler = Extract<FilterImplOptions, (...args: never[]) => unknown>;

let engine: Liquid | undefined;

/** The one engine, created when it is first needed. */
export function liquid(): Liquid {
  engine ??= createEngine();
  return engine;
}

/**
 * @param scope what the template can read
 * @throws LiquidError
 */
export function renderLiquid(templates: Template[], scope: object, makeSafe: MakeSafe): string {
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
  for (const name of Object.keys(created.tags)) if (!availableTags.includes(name)) delete created.tags[name];
  for (const [name, filter] of Object.entries(created.filters)) {
    if (!availableFilters.includes(name)) created.unregisterFilter(name);
    else if (typeof filter === 'function' && name !== 'default')
      created.registerFilter(name, requiringValues(name === 'date' ? onBakesClock(filter) : filter));
  }
  return created;
}

/** Every filter but `default` refuses variables without a value, in front of it and as its arguments. */
function requiringValues(filter: FilterHandler): FilterHandler {
  return function (...values) {
    return filter.apply(this, values.map(requireValue) as Parameters<FilterHandler>);
  };
}

/** Liquid's dates know the words `now` and `today`. Both mean the bake's clock, which is read once. */
function onBakesClock(filter: FilterHandler): FilterHandler {
  return function (value, ...rest) {
    const { now, timestamp } = this.context.environments as Variables;
    const isNow = value === 'now' || value === 'today' || value === timestamp;
    return filter.call(this, isNow ? now : value, ...rest);
  };
}

/** LiquidJS calls it, as a filter, with each value that `{{ }}` prints. */
function printed(this: { context: Context }, value: unknown): string {
  const text = textOf(requireValue(value));
  this.context.memoryLimit.use(text.length);
  return this.context.getRegister<MakeSafe>(makeSafeRegister)(text);
}

function textOf(value: unknown): string {
  const plain: unknown = toValue(value);
  if (Array.isArray(plain)) return plain.map(textOf).join('');
  return String(plain ?? '');
}
