/**
 * Text from outside (branch names, tags, answers of EC2) made safe to write to the log of a GitHub runner.
 *
 * The runner reads a step's stdout and stderr line by line, a carriage return ending a line as well, and obeys
 * - `##[name]data` anywhere in a line,
 * - `::name::data` at the start of a line, after any white space,
 * where the name is one of its commands in any case of letters (actions/runner, ActionCommand.cs `TryParse` and
 * `TryParseV2`, ActionCommandManager.cs, ProcessInvoker.cs `StartReadStream`). Taking names from a list would miss
 * the ones to come, so whatever looks like a command is broken up by one space, which keeps it readable.
 */

/** Safe text with the same lines; what needs no care comes back as it was. */
export function sanitise(text: string): string {
  return withoutInvisibles(text.toWellFormed()).split('\n').map(withoutCommand).join('\n');
}

/** The same on one line, for titles. */
export function sanitiseLine(text: string): string {
  return sanitise(text.replace(lineEnds, ' ')).trim();
}

/** Also those that only some readers of the log take for one: NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR, VT, FF. */
const lineEnds = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

const escapeCharacter = '\u001b';

/**
 * Terminals' control sequences (colours, cursor moves) and the ones that end in BEL or ST (titles, links).
 * `util.stripVTControlCharacters` is not for text from outside: its time grows with the square of the number of sequences that
 * do not end (8 s for 160 kB), and it takes text away with them.
 */
const terminalSequences = new RegExp(
  `${escapeCharacter}(?:\\[[0-?]*[ -/]*[@-~]|\\][^\\n\\u0007${escapeCharacter}]*(?:\\u0007|${escapeCharacter}\\\\))`,
  'g',
);

/**
 * Control characters, the ones that turn the direction of writing around so that a line reads differently from what it
 * says, and those without any width, tag characters included. The joiners and variation selectors that scripts and
 * emoji need stay.
 */
const invisibles = /[[\p{Cc}\p{Bidi_Control}\u00ad\u200b\u2060-\u2064\ufeff\u{e0000}-\u{e007f}]--[\n\t]]/gv;

/** Before commands are looked for: taking a character out may put one together. */
function withoutInvisibles(text: string): string {
  return text.replace(lineEnds, '\n').replace(terminalSequences, '').replace(invisibles, '');
}

/**
 * .NET compares the start of the line by the rules of a language, which skip characters without width: those that
 * are left count as white space here.
 */
const commandStart = /^([\s\p{Default_Ignorable_Code_Point}]*):(?=:)/u;

function withoutCommand(line: string): string {
  return line.replaceAll('##[', '## [').replace(commandStart, '$1: ');
}
