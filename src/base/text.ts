/** Text from outside that is kept or shown: how it is cleaned, counted, cut and hashed. */
import { createHash } from 'node:crypto';

/**
 * Control characters (Unicode category Cc, line ends among them) and the two code points that XML, which EC2 answers
 * in, cannot carry although they are well-formed Unicode.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controlCharacters = /[\u0000-\u001f\u007f-\u009f\ufffe\uffff]+/g;

/**
 * The text on one line and fit for UTF-8: each run of control characters becomes one space, each half of a surrogate
 * pair U+FFFD.
 */
export function withoutControls(text: string): string {
  return text.toWellFormed().replace(controlCharacters, ' ');
}

/** The number of characters as EC2 counts them: Unicode code points, so that an emoji counts as one. */
export function characterCount(text: string): number {
  return [...text].length;
}

/** The text's first characters. @param count in Unicode code points, as `characterCount` counts */
export function firstCharacters(text: string, count: number): string {
  if (text.length <= count) return text;
  // A code point has at most two code units.
  return [...text.slice(0, 2 * count)].slice(0, count).join('');
}

/**
 * The text's first code units, without half of a surrogate pair at the end.
 * @param limit in UTF-16 code units, as `length` counts
 */
export function cut(text: string, limit: number): string {
  const last = text.charCodeAt(limit - 1);
  const splitsPair = text.length > limit && last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, splitsPair ? limit - 1 : limit);
}

/** `a`, `a and b`, `a, b, and c`. Not by Intl.ListFormat, whose first use takes 13 ms. */
export function listed(words: readonly string[], word: 'and' | 'or' = 'and'): string {
  if (words.length <= 2) return words.join(` ${word} `);
  return `${words.slice(0, -1).join(', ')}, ${word} ${words.at(-1)}`;
}

const listedCharacters = 8;

/** The distinct characters as a reader can tell them apart: `":", "é" (U+00E9), a line end`. */
export function listCharacters(characters: Iterable<string>): string {
  const distinct = [...new Set(characters)];
  const more = distinct.length > listedCharacters ? ', …' : '';
  return distinct.slice(0, listedCharacters).map(showCharacter).join(', ') + more;
}

function showCharacter(character: string): string {
  if (character === '\n') return 'a line end';
  if (/^[!-~ ]$/.test(character)) return `"${character}"`;
  const codePoint = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) ? `"${character}" (${codePoint})` : codePoint;
}

const excerptCharacters = 40;

/** A piece of the text around a place in it, on one line. */
export function excerpt(text: string, at: number): string {
  const start = Math.max(0, at - excerptCharacters / 2);
  const end = Math.min(text.length, start + excerptCharacters);
  return `${start > 0 ? '…' : ''}${withoutControls(text.slice(start, end))}${end < text.length ? '…' : ''}`;
}

/** The first hex digits of the text's SHA-256. */
export function shortHash(text: string, digits: number): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, digits);
}
