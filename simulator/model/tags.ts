import * as errors from './errors.ts';

/** EC2 user guide, "Tag your Amazon EC2 resources", tag restrictions. */
export const maxTags = 50;
export const maxTagKeyLength = 128;
export const maxTagValueLength = 256;

export interface Tag {
  key: string;
  value: string;
}

export type TagRecord = Readonly<Record<string, string>>;

/**
 * The tags of one resource through time, because what a Describe call shows may lag behind what was written
 * (EC2's eventual consistency).
 */
export class Tags {
  readonly #versions: { since: number; tags: ReadonlyMap<string, string> }[] = [];

  /** @param since when these tags were written, in milliseconds; seeded ones have been there always */
  constructor(tags: Iterable<readonly [string, string]> = [], since = Number.NEGATIVE_INFINITY) {
    this.#versions.push({ since, tags: new Map(tags) });
  }

  /** What was written last. */
  get current(): ReadonlyMap<string, string> {
    return this.#versions.at(-1)?.tags ?? new Map();
  }

  /** What a reader sees whose view is that of the given moment. */
  asOf(moment: number): ReadonlyMap<string, string> {
    return this.#versions.findLast(({ since }) => since <= moment)?.tags ?? new Map();
  }

  /** @throws TagLimitExceeded, before anything is changed */
  put(tags: readonly Tag[], now: number): void {
    const next = new Map(this.current);
    for (const { key, value } of tags) next.set(key, value);
    requireWithinLimit(next);
    this.#versions.push({ since: now, tags: next });
  }

  /** Whether `put` would be refused. */
  requireRoomFor(tags: readonly Tag[]): void {
    requireWithinLimit(new Map([...this.current, ...tags.map(({ key, value }) => [key, value] as const)]));
  }

  /**
   * API model, DeleteTags: without a value any value is deleted; with an empty value only an empty one;
   * without any key all tags but those of AWS.
   */
  remove(tags: readonly { key: string; value: string | undefined }[], now: number): void {
    const next = new Map(this.current);
    for (const { key, value } of tags) {
      if (next.has(key) && (value === undefined || next.get(key) === value)) next.delete(key);
    }
    if (tags.length === 0) for (const key of next.keys()) if (!isReserved(key)) next.delete(key);
    this.#versions.push({ since: now, tags: next });
  }
}

function requireWithinLimit(tags: ReadonlyMap<string, string>): void {
  // The user guide: tags of AWS itself (`aws:`) do not count against the limit.
  const counted = [...tags.keys()].filter((key) => !isReserved(key));
  if (counted.length > maxTags) throw errors.tagLimitExceeded();
}

/** "The aws: prefix is reserved"; the user guide says that it is not case-sensitive. */
export function isReserved(key: string): boolean {
  return key.toLowerCase().startsWith('aws:');
}

/** A tag as it stands in a request, where either part may be missing. */
export interface RequestedTag {
  Key: string | undefined;
  Value: string | undefined;
}

/**
 * @param on `creation` for tag specifications, `existing` for CreateTags: EC2 words one refusal differently
 * @throws what EC2 says to tags that it does not accept
 */
export function acceptTags(requested: readonly RequestedTag[], on: 'creation' | 'existing'): Tag[] {
  const accepted = new Map<string, string>();
  for (const { Key: key, Value: value = '' } of requested) {
    if (!key) throw errors.missingParameter('Tag.Key');
    if (isReserved(key)) {
      throw on === 'creation' ? errors.reservedTagKey() : errors.reservedTagKeyValue(key);
    }
    if (lengthOf(key) > maxTagKeyLength) throw errors.tagKeyTooLong();
    if (lengthOf(value) > maxTagValueLength) throw errors.tagValueTooLong();
    if (accepted.has(key)) throw errors.duplicateTagKey(key);
    accepted.set(key, value);
  }
  if (accepted.size > maxTags) throw errors.tagLimitExceeded();
  return [...accepted].map(([key, value]) => ({ key, value }));
}

/** "128 Unicode characters in UTF-8" (user guide, tag restrictions), so that an emoji counts once. Not tried with EC2. */
function lengthOf(text: string): number {
  return [...text].length;
}
