/** A step's log as the page of a workflow run shows it: commands of the runner decoded, groups indented. */

/** Colours for a terminal; the identity where there is none. */
export type Paint = (text: string, colour: 'red' | 'yellow' | 'blue' | 'bold') => string;

const codes = { red: 31, yellow: 33, blue: 34, bold: 1 };

/** @returns a Paint for a terminal, or one that leaves texts as they are */
export function paintFor(isTerminal: boolean): Paint {
  return isTerminal ? (text, colour) => `\u001b[${codes[colour]}m${text}\u001b[0m` : (text) => text;
}

/** How the runner begins an annotation's line in the log (ExecutionContext.cs, `AddIssue`). */
const annotations = {
  error: { label: 'Error: ', colour: 'red' },
  warning: { label: 'Warning: ', colour: 'yellow' },
  notice: { label: 'Notice: ', colour: 'blue' },
} as const;

/** Takes a log piece by piece, and returns what is to be shown, whole lines at a time. */
export class RunnerLog {
  readonly #paint: Paint;
  #rest = '';
  #indent = '';

  constructor(paint: Paint = paintFor(false)) {
    this.#paint = paint;
  }

  /** @returns what to show of the lines that are whole by now; it ends with a line end, or is empty */
  push(text: string): string {
    const lines = `${this.#rest}${text}`.split(/\r?\n/);
    this.#rest = lines.pop() ?? '';
    return lines.map((line) => this.#shown(line)).join('');
  }

  /** @returns what to show of a last line without an end */
  end(): string {
    return this.#rest === '' ? '' : this.push('\n');
  }

  #shown(line: string): string {
    const [, command = '', data = ''] = /^::([a-z-]+)(?: [^:]*)?::(.*)$/.exec(line) ?? [];
    switch (command) {
      case '':
        return this.#indented(line);
      case 'group':
        this.#indent = '  ';
        return `${this.#paint(`▼ ${decoded(data)}`, 'bold')}\n`;
      case 'endgroup':
        this.#indent = '';
        return '';
      case 'error':
      case 'warning':
      case 'notice': {
        const { label, colour } = annotations[command];
        return this.#indented(decoded(data), (first) => this.#paint(`${label}${first}`, colour));
      }
      default:
        // `add-mask`, `debug` and others: the runner obeys them, and shows nothing.
        return '';
    }
  }

  #indented(text: string, first: (line: string) => string = (line) => line): string {
    const [head = '', ...others] = text.split(/\r?\n/);
    return [first(head), ...others].map((line) => `${line === '' ? '' : this.#indent}${line}\n`).join('');
  }
}

/** The data of a command, as the runner decodes it (ActionCommand.cs, `UnescapeData`). */
function decoded(data: string): string {
  return data.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
