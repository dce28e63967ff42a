/**
 * GitHub's Markdown, with text from outside (branch names, tags, EC2's messages) shown literally.
 *
 * What `literal`, `prose` and `code` make of a text has no meaning to anything: ASCII punctuation that could matter
 * is a numeric reference, so it reads the same in Markdown, table cells, headings and HTML. References alone are
 * not enough, for GitHub looks for mentions, issue numbers, addresses, emoji and formulas in the finished text too;
 * it looks within one text node, so an empty element parts what they would be made of.
 */
import { cut as cutAt, firstCharacters } from '../../base/text.ts';

const parting = '<span></span>';

/** Control, invisible and text-reversing characters, line and paragraph separators, halves of surrogate pairs. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const lineBreak = /\r\n|[\r\n\u2028\u2029]/;

/** IDs of the kinds of EC2 resources that a bake deals with. */
const resourceId = /\b((?:ami|snap|vol|i)-[0-9a-f]{8,17})\b/;

/** How our messages quote names of inputs and what is to be typed. */
const inBackTicks = /`([^`]+)`/;

/** Text in one line; breaks in it are shown as `␊`. */
export function literal(text: string): string {
  const shown = encode(text).replace(/^ | $/g, '&nbsp;');
  return isAscii(text) ? shown : `<span dir="auto">${shown}</span>`;
}

/** The same in a fixed-width font; nothing for an empty text. */
export function code(text: string): string {
  if (text === '') return '';
  // GitHub leaves code alone but for what the Markdown parser itself links; IDs stay whole to be copied and found.
  const shown = encode(text).replaceAll(`-${parting}`, '-').replace(/^ | $/g, '&nbsp;');
  return isAscii(text) ? `<code>${shown}</code>` : `<code dir="auto">${shown}</code>`;
}

/**
 * A message of one or more lines, as Markdown lines; those that start with `- ` become a list, together with the lines that
 * follow them without an empty one between.
 * @param resource how an EC2 ID within the message is shown, e.g. as a link
 */
export function prose(message: string, resource: (id: string) => string = code): string[] {
  const lines: string[] = [];
  let listed = true;
  let isWithinItem = false;
  for (const line of message.split(lineBreak).map((each) => each.trim())) {
    const item = /^[-*] +(.*)$/.exec(line)?.[1];
    // The next line of an item belongs to it: on its own it would end the list.
    if (line !== '' && item === undefined && isWithinItem) {
      lines.push(`${lines.pop()}<br>${sentence(line, resource)}`);
      continue;
    }
    isWithinItem = item !== undefined;
    if (line === '') continue;
    // A list does not need the empty line before it, but a paragraph after it, or after another one, does.
    if (item === undefined && lines.length > 0) lines.push('');
    else if (item !== undefined && !listed) lines.push('');
    lines.push(item === undefined ? sentence(line, resource) : `- ${sentence(item, resource)}`);
    listed = item !== undefined;
  }
  return lines;
}

/** One line of a message, with the EC2 IDs in it shown by `resource`, and what stands between back-ticks as code. */
export function sentence(line: string, resource: (id: string) => string = code): string {
  const parts = line.trim().split(inBackTicks);
  const shown = parts
    .map((part, index) => (index % 2 === 0 ? withResources(part, resource) : code(part)))
    .join('');
  return isAscii(line) ? shown : `<span dir="auto">${shown}</span>`;
}

function withResources(text: string, resource: (id: string) => string): string {
  const parts = text.split(resourceId);
  return parts.map((part, index) => (index % 2 === 0 ? encode(part) : resource(part))).join('');
}

/** A link; the label is Markdown already. Without an http(s) address, the label alone. */
export function link(label: string, address: string | undefined): string {
  if (address === undefined || !URL.canParse(address)) return label;
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) return label;
  return `<a href="${url.href.replace(/[^\w:/.?=%#~-]/g, reference)}">${label}</a>`;
}

/** A code block, fenced by more backticks than there are in a row inside. */
export function codeBlock(language: string, content: string): string {
  const longest = Math.max(2, ...(content.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const lines = content.split(lineBreak).map(visible);
  return [fence + language, ...lines, fence].join('\n');
}

/** A box in a colour of its own, as GitHub draws it; the lines are Markdown. */
export function alert(
  kind: 'NOTE' | 'TIP' | 'IMPORTANT' | 'WARNING' | 'CAUTION',
  lines: readonly string[],
): string {
  return [`[!${kind}]`, ...lines].map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
}

/** Characters of a line, and lines of a list: a summary has room for more, its readers have not. */
const longestLine = 500;
const longestEnd = 300;
const mostLines = 100;
const mostWarnings = 50;

/** A message as one line. A very long one loses its middle: at its end stands the command that helps. */
export function oneLine(message: string, resource?: (id: string) => string): string {
  return sentence(withoutMiddle(message).replace(/\s+/g, ' '), resource);
}

function withoutMiddle(text: string): string {
  if (text.length <= longestLine) return text;
  const end = text.slice(-longestEnd).replace(/^[\udc00-\udfff]/, '');
  return `${cutAt(text, longestLine - longestEnd)} … (cut) … ${end}`;
}

/** A list of lines that are Markdown already; of very many the first. */
export function list(lines: readonly string[], most = mostLines): string[] {
  const items = lines.slice(0, most).map((line) => `- ${line}`);
  const more = lines.length - items.length;
  return more === 0 ? items : [...items, `- and ${more} more, in the log`];
}

/** The warnings of a run, each once, in a box; undefined when there are none. */
export function warningBox(
  warnings: readonly string[],
  resource?: (id: string) => string,
): string | undefined {
  const lines = [...new Set(warnings.map((warning) => oneLine(warning, resource)))];
  if (lines.length === 0) return undefined;
  return alert('WARNING', lines.length === 1 ? lines : list(lines, mostWarnings));
}

/** The parts that there are, with empty lines between them. */
export function joinedSections(sections: readonly (string | undefined)[]): string {
  return sections.filter((section) => section !== undefined && section !== '').join('\n\n');
}

/** What a reader unfolds; title and body are Markdown. */
export function details(title: string, body: string): string {
  return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

/** A table; the cells are Markdown. `right` names the columns of numbers, counted from 0: at the right, with their unit. */
export function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string {
  const rule = header.map((_, column) => (right.includes(column) ? '--:' : ':--'));
  const cell = (text: string, column: number) =>
    right.includes(column) ? text.replaceAll(' ', '&nbsp;') : text;
  return [header, rule, ...rows.map((cells) => cells.map(cell))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** Names and what they stand for, as a table without a header. HTML, since Markdown's tables all have one. */
export function facts(rows: readonly (readonly [name: string, value: string])[]): string {
  const lines = rows.map(([name, value]) => `<tr><th align="left">${name}</th><td>${value}</td></tr>`);
  return ['<table>', ...lines, '</table>'].join('\n');
}

/** The first characters of a text that is too long, and that it was cut. */
export function cut(text: string, characters: number): string {
  const first = firstCharacters(text, characters);
  return first === text ? text : `${first}… (cut)`;
}

/** Makes unseen characters seen: the Unicode pictures of the ASCII controls, `�` for the others. */
function visible(text: string): string {
  return text.replace(unseen, (character) => {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x20) return String.fromCodePoint(0x2400 + point);
    return point === 0x7f ? '\u2421' : '\ufffd';
  });
}

function encode(text: string): string {
  return visible(text)
    .replace(/[!-/:-@[-`{-~]/g, (character, at: number, whole: string) => {
      const before = whole.slice(Math.max(0, at - 1), at);
      const after = whole.slice(at + 1, at + 2);
      if ('/,'.includes(character)) return character;
      if (character === '-' && /\d/.test(after)) return `${inWord(before, after) ? '-' : '&#45;'}${parting}`;
      if ('-._'.includes(character) && inWord(before, after)) return character;
      return '@#:$'.includes(character) ? `${reference(character)}${parting}` : reference(character);
    })
    .replace(/w(?=ww(\.|&#46;))/gi, `$&${parting}`)
    .replace(/ (?= )/g, '&nbsp;');
}

function inWord(before: string, after: string): boolean {
  return /[a-z\d]$/i.test(before) && /^[a-z\d]/i.test(after);
}

function reference(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

function isAscii(text: string): boolean {
  return /^[\p{ASCII}]*$/u.test(text);
}
