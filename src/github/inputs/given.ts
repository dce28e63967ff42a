/** How a problem shows the value that was given. */

const shownCharacters = 100;
const shownOfOneWord = 16;

/**
 * The value in quotes, with what is invisible or looks like something else made visible, and shortened when long.
 * The runner masks a secret only where it stands whole, so a value is cut between words, and of a single long word
 * only its first characters are shown.
 */
export function given(value: string): string {
  if (value.length <= shownCharacters) return `"${visible(value)}"`;
  const words = /^.*[^\p{L}\p{N}+/=._-]/su.exec(value.slice(0, shownCharacters))?.[0].trimEnd();
  return `"${visible(words || value.slice(0, shownOfOneWord))}…" (${value.length} characters)`;
}

/** Other spaces, controls, format characters (direction, no width), line separators, halves of surrogate pairs. */
const unseen = /[[\p{Z}\p{C}]--[ ]]/gv;

const shortForms = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

function visible(text: string): string {
  return text.replace(unseen, (character) => shortForms.get(character) ?? codePoint(character));
}

function codePoint(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}
