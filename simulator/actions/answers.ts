import type { XmlFields } from '../wire/xml.ts';

/** Left out when there is none, as EC2 does. */
export function toTagSet(tags: ReadonlyMap<string, string>): XmlFields[] | undefined {
  return tags.size === 0 ? undefined : [...tags].map(([key, value]) => ({ key, value }));
}
