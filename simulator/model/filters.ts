import {
  filterLimitExceeded,
  filterValueTooLong,
  invalidEscape,
  invalidFilter,
  notSimulated,
} from './errors.ts';

/** A filter of a Describe request: any of the values must match. */
export interface Filter {
  name: string;
  values: readonly string[];
}

/**
 * How to read, from one object, what a filter of a given name looks at; several values where the object has
 * several. `unsimulated` filters exist in EC2 but not here: they are refused, for to ignore one would show
 * too much.
 */
export type FilterFields<T> = Readonly<Record<string, FilterField<T>>>;

export type FilterField<T> = 'unsimulated' | ((object: T) => FilterValue | readonly FilterValue[]);

export type FilterValue = string | number | boolean | undefined;

/**
 * Keeps the objects that match every filter.
 * @param tagsOf the tags that `tag:KEY` and `tag-key` look at; without it, the call does not know these filters
 * @throws InvalidParameterValue for a filter that the call does not know; FilterLimitExceeded
 */
export function applyFilters<T>(
  objects: readonly T[],
  filters: readonly Filter[],
  fields: FilterFields<T>,
  tagsOf?: TagsOf<T>,
): T[] {
  // EC2 user guide, "List and filter your resources": "up to 50 filters and 200 values per filter in a single
  // request".
  if (filters.length > 50 || filters.some(({ values }) => values.length > 200)) throw filterLimitExceeded();
  if (filters.some(({ values }) => values.some((value) => [...value].length > 255)))
    throw filterValueTooLong();
  const conditions = filters.map(({ name, values }) => {
    const read = reader(name, fields, tagsOf);
    const matchers = values.map(matcher);
    return (object: T) => read(object).some((value) => matchers.some((matches) => matches(value)));
  });
  return objects.filter((object) => conditions.every((holds) => holds(object)));
}

type TagsOf<T> = (object: T) => ReadonlyMap<string, string>;

function reader<T>(
  name: string,
  fields: FilterFields<T>,
  tagsOf: TagsOf<T> | undefined,
): (object: T) => string[] {
  if (tagsOf && name === 'tag-key') return (object) => [...tagsOf(object).keys()];
  if (tagsOf && name.startsWith('tag:')) {
    const key = name.slice('tag:'.length);
    return (object) => [tagsOf(object).get(key)].filter((value) => value !== undefined);
  }
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!field) throw invalidFilter(name);
  if (field === 'unsimulated') throw notSimulated(`the filter ${name}`);
  return (object) =>
    [field(object)]
      .flat()
      .filter((value) => value !== undefined)
      .map(String);
}

/**
 * EC2 user guide, "List and filter your resources": values are case-sensitive, `*` stands for zero or more
 * characters, `?` for zero or one, and a backslash takes either, or a backslash, literally.
 * @throws InvalidParameterValue for a backslash before anything else
 */
export function matcher(pattern: string): (value: string) => boolean {
  if (!/[*?\\]/.test(pattern)) return (value) => value === pattern;
  const parts = [...pattern.matchAll(/\\([\s\S])|([\s\S])/gu)].map(([, escaped, plain]) => {
    if (escaped !== undefined && !'*?\\'.includes(escaped)) throw invalidEscape(`\\${escaped}`);
    if (escaped !== undefined) return literally(escaped);
    if (plain === '\\') throw invalidEscape(plain);
    if (plain === '*') return '[^]*';
    if (plain === '?') return '[^]?';
    return literally(plain ?? '');
  });
  const expression = new RegExp(`^${parts.join('')}$`, 'u');
  return (value) => expression.test(value);
}

function literally(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}

/** For the names of filters that EC2 knows and the simulator does not play. */
export function unsimulated(...names: string[]): Readonly<Record<string, 'unsimulated'>> {
  return Object.fromEntries(names.map((name) => [name, 'unsimulated' as const]));
}
