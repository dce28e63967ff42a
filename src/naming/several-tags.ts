/** Recognises lines of `tags` that hold several tags, or one in the AWS CLI's shorthand: a line takes one `Key=Value`. */
import { BakeError } from '../base/errors.ts';
import { listed, withoutControls } from '../base/text.ts';

const output = String.raw`\{\{.*?\}\}|\{%.*?%\}`;
const betweenCommas = new RegExp(`(?:${output}|[^,])+`, 'g');

/** The parts between commas, trimmed and without empty ones. Commas within `{{ }}` and `{% %}` separate nothing. */
export function splitAtCommas(text: string): string[] {
  const parts = text.match(betweenCommas) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** @throws BakeError that shows the lines to write instead, in words that continue "input `tags`: " */
export function rejectSeveralTags(line: string): void {
  const shorthand = tagsOfShorthand(line);
  if (shorthand.length > 0) {
    throw new BakeError(
      `${code(line)} is the AWS CLI's shorthand: write one Key=Value a line, here ${lines(shorthand)}`,
    );
  }
  const pairs = pairsOf(line);
  if (pairs.length < 2) return;
  throw new BakeError(
    `${code(line)} looks like several tags: write one Key=Value a line, here ${lines(pairs)}. If it is one tag, write ` +
      'each comma of its value as `{{ "," }}`',
  );
}

/** What looks like the beginning of another tag in a value, e.g. `,Env=`. The template's literal texts are searched. */
export function tagWithin(literals: readonly string[]): string | undefined {
  const [found] = literals.flatMap((text) => text.match(/[,;]\s*["']?[A-Za-z][\w.:/-]*=/) ?? []);
  return found;
}

// Braces and brackets are around structures and lists. Source: AWS CLI User Guide, "Using shorthand syntax".
const word = `"[^"]*"|'[^']*'`;
const key = `(?<key>${word}|[^,{}\\[\\]]*?)`;
const value = `(?<value>${word}|(?:${output}|[^}\\]])*?)`;
// Before the end of the line, whatever the shell would take for itself.
const end = `["']?$`;
const shorthandLine =
  /^\s*(?:--[\w-]+[\s=])?[\s"']*(?:ResourceType=\S*?(?=Tags=))?(?:Tags=)?[[{\s]*(?:Key=.*,\s*Value=|Value=.*,\s*Key=)/i;
const shorthandTag = new RegExp(
  `\\bKey=${key}\\s*,\\s*Value=${value}(?=\\s*(?:${end}|[}\\]]|[\\s,;]+\\{?Key=))`,
  'gi',
);
const reversedTag = new RegExp(
  `\\bValue=${value}\\s*,\\s*Key=${key}(?=\\s*(?:${end}|[}\\]]|[\\s,;]+\\{?Value=))`,
  'gi',
);

/** The tags of a line such as `Key=Team,Value=web Key=Env,Value=prod`, as `Key=Value` each. */
function tagsOfShorthand(line: string): string[] {
  if (!shorthandLine.test(line)) return [];
  const form = /^[^,]*?Value=/i.test(line) ? reversedTag : shorthandTag;
  return [...line.matchAll(form)].map(
    ({ groups }) => `${unquoted(groups?.['key'])}=${unquoted(groups?.['value'])}`,
  );
}

function unquoted(text = ''): string {
  return text.trim().replace(/^(["'])(.*)\1$/, '$2');
}

/**
 * The tags of a line such as `Team=web,Env=prod`. All parts have one `=`, after a word, and all words begin in the same
 * case: `Options=rw,uid=1000` may well be one tag.
 */
function pairsOf(line: string): string[] {
  const parts = splitAtCommas(line);
  const initials = parts.map((part) => /^([A-Za-z])[\w.:/-]*\s*=[^=]*$/.exec(withoutOutputs(part))?.[1]);
  const sameCase = initials.every(
    (initial) => initial !== undefined && isUpper(initial) === isUpper(initials[0]),
  );
  return sameCase ? parts : [];
}

function withoutOutputs(text: string): string {
  return text.replace(new RegExp(output, 'g'), '');
}

function isUpper(letter = ''): boolean {
  return letter !== letter.toLowerCase();
}

function lines(tags: readonly string[]): string {
  return listed(tags.map(code));
}

function code(text: string): string {
  return `\`${withoutControls(text).trim()}\``;
}
