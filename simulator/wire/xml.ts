/**
 * What an answer holds, in the form that EC2's protocol gives it: a list becomes
 * `<name><item>…</item></name>`, what is undefined is left out.
 */
export type XmlValue =
  | string
  | number
  | boolean
  | Date
  | undefined
  | readonly XmlValue[]
  | { readonly [name: string]: XmlValue };

export interface XmlFields {
  readonly [name: string]: XmlValue;
}

/**
 * The fields as elements, one after the other.
 * @param listItem the element of each of a list's items: `item` in EC2's protocol, `member` in the others'
 */
export function toXml(fields: XmlFields, listItem = 'item'): string {
  return Object.entries(fields)
    .map(([name, value]) => toElement(name, value, listItem))
    .join('');
}

function toElement(name: string, value: XmlValue, listItem: string): string {
  if (value === undefined) return '';
  const content = toContent(value, listItem);
  return content === '' ? `<${name}/>` : `<${name}>${content}</${name}>`;
}

function toContent(value: Exclude<XmlValue, undefined>, listItem: string): string {
  if (Array.isArray(value)) return value.map((item) => toElement(listItem, item, listItem)).join('');
  if (value instanceof Date) return toTimestamp(value.getTime());
  if (typeof value === 'object') return toXml(value as XmlFields, listItem);
  return escapeXml(String(value));
}

/** EC2 gives times with milliseconds and in UTC. */
export function toTimestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * XML 1.0 normalises a bare carriage return to a line feed, so it and the other white space go as references.
 * Characters that XML 1.0 cannot carry at all (section 2.2, "Char") become U+FFFD, for a reference to them is
 * not well-formed either.
 */
export function escapeXml(text: string): string {
  return text
    .replace(unfit, '\uFFFD')
    .replace(/[&<>"]/gu, (character) => escapes[character] ?? character)
    .replace(
      /[\t\n\r\u0085\u2028]/gu,
      (character) => `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`,
    );
}

/** Whether XML 1.0 can carry the text. */
export function isXmlText(text: string): boolean {
  return text.search(unfit) === -1;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML excludes
const unfit = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;
