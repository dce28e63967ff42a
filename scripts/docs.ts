/**
 * Writes what documents take from elsewhere: between markers, the README's tables of inputs and outputs from action.yml, the
 * policies of docs/permissions.md from src/aws/iam.ts and examples/iam/trust-policy.json, and the tables of error codes in
 * docs/troubleshooting.md from src/aws/catalogue.ts; and, as a whole, a policy for each feature in examples/iam/. Tests fail
 * while they differ.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { catalogue, type Entry } from '../src/aws/catalogue.ts';
import { type Feature, features } from '../src/aws/iam.ts';
import { notes, optionalActions, policyFile, policyFor } from './iam-policy.ts';
import { groupsOf } from './input-groups.ts';
import * as markdown from './markdown.ts';
import { type ActionYml, readActionYml } from './runner.ts';

/** Each document that is made in part, by its path in the repository, with what makes it up to date. */
export const documents: readonly { path: string; upToDate: (text: string) => string }[] = [
  { path: 'README.md', upToDate: (text) => withTables(text, readActionYml()) },
  { path: 'docs/permissions.md', upToDate: (text) => withPolicies(withTrustPolicy(text)) },
  { path: 'docs/troubleshooting.md', upToDate: (text) => withAllErrors(withCommonErrors(text)) },
  ...features.map(({ name }) => ({
    path: `examples/iam/${policyFile(name)}`,
    upToDate: () => `${json(policyFor([name]))}\n`,
  })),
  { path: 'docs/how-testing-works.md', upToDate: (text) => withTables(text, readActionYml('test')) },
  { path: 'docs/how-promoting-works.md', upToDate: (text) => withTables(text, readActionYml('promote')) },
  { path: 'docs/how-retiring-works.md', upToDate: (text) => withTables(text, readActionYml('retire')) },
];

/** A document's text with its tables as an action.yml has them now. */
export function withTables(text: string, action: ActionYml): string {
  const outputs = Object.entries(action.outputs).map(([name, { description }]) => [
    `\`${name}\``,
    oneLine(description),
  ]);
  return between(
    between(text, 'inputs', inputTable(action)),
    'outputs',
    table(['output', 'meaning'], outputs),
  );
}

/** One table. Where there are many inputs, a row with nothing but a title begins each group of them. */
function inputTable({ inputs }: ActionYml): string {
  const names = Object.keys(inputs);
  const rowOf = (name: string) => [
    `\`${name}\``,
    oneLine(inputs[name]?.description ?? ''),
    defaultOf(inputs[name]),
  ];
  const distributes = names.includes('copy-to');
  const rows = distributes
    ? groupsOf(names).flatMap((group) => [[`**${group.title}**`, '', ''], ...group.names.map(rowOf)])
    : names.map(rowOf);
  return table(['input', 'meaning', 'default'], rows);
}

function defaultOf(input: ActionYml['inputs'][string] | undefined): string {
  if (input?.required) return '**required**';
  return input?.default ? `\`${input.default}\`` : '';
}

function withTrustPolicy(text: string): string {
  const policy = readFileSync(new URL('../examples/iam/trust-policy.json', import.meta.url), 'utf8');
  return between(text, 'trust policy', fenced(policy.trimEnd()));
}

/** The text with a table of the features and their files, and each policy, all but the first folded. */
export function withPolicies(text: string): string {
  const [base, ...others] = features;
  const rows = features.map(({ name, by }) => [
    name,
    by,
    `[${policyFile(name)}](../examples/iam/${policyFile(name)})`,
  ]);
  const whole = `${fenced(json(policyFor([base.name])))}${optionalIn(base)}`;
  return between(
    between(text, 'features', table(['feature', 'needed by', 'policy'], rows)),
    'permissions',
    [whole, ...others.map(additionOf)].join('\n\n'),
  );
}

function additionOf(feature: (typeof features)[number]): string {
  const about = notes[feature.name];
  const note = about === undefined ? '' : `\n\n${about}`;
  const title = `<summary><b>${feature.name}</b>: needed by ${asHtml(feature.by)}</summary>`;
  const content = `${fenced(json(policyFor([feature.name])))}${note}${optionalIn(feature)}`;
  return `<details>\n${title}\n\n${content}\n\n</details>`;
}

/** GitHub takes no Markdown in a summary. */
function asHtml(markdown: string): string {
  return markdown.replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}

function optionalIn(feature: Feature): string {
  return optionalActions(feature)
    .map(({ actions, without }) => `\n\n${codes(actions)} is optional: without it, ${without}.`)
    .join('');
}

function withCommonErrors(text: string): string {
  const common = Object.values(catalogue)
    .flat()
    .filter((entry) => entry.common);
  return between(text, 'common error codes', errorTable(common, 3));
}

function withAllErrors(text: string): string {
  const chapters = Object.entries(catalogue).map(
    ([title, entries]) => `### ${title}\n\n${errorTable(entries)}`,
  );
  return between(text, 'error codes', chapters.join('\n\n'));
}

/** @param most codes that are shown of each entry */
function errorTable(entries: readonly Entry[], most = Number.POSITIVE_INFINITY): string {
  return table(
    ['code', 'what it means', 'what to do'],
    entries.map(({ codes: names, when, meaning, remedy }) => {
      const shown = `${codes(names.slice(0, most))}${names.length > most ? ', …' : ''}`;
      return [when === undefined ? shown : `${shown} with "${when.quote}"`, meaning, remedy];
    }),
  );
}

function codes(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

function between(text: string, marker: string, content: string): string {
  const [start, end] = [`<!-- ${marker}: made by npm run docs -->`, `<!-- end of ${marker} -->`];
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`The document lacks the markers of ${marker}`);
  return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`;
}

function table(head: string[], rows: string[][]): string {
  return markdown.table(head, rows, { alignDelimiters: false });
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}

function fenced(content: string): string {
  return `\`\`\`json\n${content}\n\`\`\``;
}

const longestLine = 100;

/** As a person would break it: on one line what fits there, but for statements, which are read field by field. */
function json(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const parts = isList
    ? value.map((item) => json(item, inner))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${json(item, inner)}`);
  const line = isList ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`;
  const fits = !line.includes('\n') && indent.length + line.length <= longestLine;
  if (fits && !('Sid' in value)) return line;
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  return `${open}\n${parts.map((part) => `${inner}${part}`).join(',\n')}\n${indent}${close}`;
}

if (import.meta.main) {
  for (const { path, upToDate } of documents) {
    const file = fileURLToPath(new URL(`../${path}`, import.meta.url));
    writeFileSync(file, upToDate(existsSync(file) ? readFileSync(file, 'utf8') : ''));
  }
}
