/**
 * Writes the README's tables of inputs and outputs from action.yml, between markers. A test fails while they differ.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ActionYml, readActionYml } from './runner.ts';

const readme = fileURLToPath(new URL('../README.md', import.meta.url));

/** The README's text with its tables as action.yml has them now. */
export function withTables(text: string, action: ActionYml): string {
  const inputs = Object.entries(action.inputs).map(([name, input]) => [
    `\`${name}\``,
    input.required ? '**required**' : input.default ? `\`${input.default}\`` : '',
    oneLine(input.description),
  ]);
  const outputs = Object.entries(action.outputs).map(([name, { description }]) => [
    `\`${name}\``,
    oneLine(description),
  ]);
  return between(
    between(text, 'inputs', table(['input', 'default', 'meaning'], inputs)),
    'outputs',
    table(['output', 'meaning'], outputs),
  );
}

function between(text: string, marker: string, content: string): string {
  const [start, end] = [`<!-- ${marker}: made by npm run docs -->`, `<!-- end of ${marker} -->`];
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`README.md lacks the markers of ${marker}`);
  return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`;
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}

if (import.meta.main) writeFileSync(readme, withTables(readFileSync(readme, 'utf8'), readActionYml()));
