/** How a problem shows the value that was given. */

/** Stands for what must not be shown, as the runner writes it. */
export const hidden = '***';

/**
 * What looks like a secret, whichever input it was given to by mistake. A bare Git commit, 40 hex digits, is none.
 * Sources: "Authentication token format updates" in GitHub's changelog of 2021-03-31 and "About authentication to GitHub"
 * in its documentation (`ghs_…`, `github_pat_…`); the IAM user guide's examples of secret access keys; RFC 7519 and RFC 7468.
 */
const secretForms = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----.*/gs,
  /\b(?:gh[a-z]_|github_pat_)[A-Za-z0-9_.-]{20,}/g,
  /\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*)?/g,
  /(?<![A-Za-z0-9/+=])(?=[A-Za-z/+]*[0-9])(?=[a-z0-9/+]*[A-Z])(?=[A-Z0-9/+]*[a-z])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/g,
];

/** The text with `***` in place of whatever looks like a token or a key. */
export function withoutSecrets(text: string): string {
  return secretForms.reduce((safe, form) => safe.replaceAll(form, hidden), text);
}

const shownCharacters = 100;
const shownOfOneWord = 16;

/**
 * The value in quotes, with what is invisible or looks like something else made visible, and shortened when long.
 * The runner masks a secret only where it stands whole, so a value is cut between words, and of a single long word
 * only its first characters are shown.
 */
export function given(value: string): string {
  const safe = withoutSecrets(value);
  if (safe.length <= shownCharacters) return `"${visible(safe)}"`;
  const words = /^.*[^\p{L}\p{N}+/=._-]/su.exec(safe.slice(0, shownCharacters))?.[0].trimEnd();
  return `"${visible(words || safe.slice(0, shownOfOneWord))}…" (${value.length} characters)`;
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
