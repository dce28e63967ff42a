/**
 * Writes what documents take from elsewhere, most of it between markers: `documents` is the list. CONTRIBUTING.md,
 * "Documents", has the sources. Tests fail while they differ.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { actions } from '../simulator/actions/index.ts';
import { catalogue, type Entry } from '../src/aws/catalogue.ts';
import { type Feature, features, type Grant, permissionRows } from '../src/aws/iam.ts';
import { distributionInputs } from '../src/distribute/inputs/table.ts';
import { promotionInputs } from '../src/promote/inputs/table.ts';
import { groupsOf, type InputGroup, withInputsOfBake } from './action-inputs.ts';
import { notes, optionalActions, policyFile, policyFor } from './iam-policy.ts';
import * as markdown from './markdown.ts';
import { type ActionYml, actionYmlText, readActionYml } from './runner.ts';

/** Each document that is made in part, by its path in the repository, with what makes it up to date. */
export const documents: readonly { path: string; upToDate: (text: string) => string }[] = [
  {
    path: 'promote/action.yml',
    upToDate: (text) => withInputsOfBake(text, namesOf(promotionInputs), actionYmlText()),
  },
  { path: 'README.md', upToDate: withTables },
  { path: 'docs/behaviour.md', upToDate: withAvailableImage },
  { path: 'docs/how-a-bake-works.md', upToDate: withApiCalls },
  { path: 'simulator/README.md', upToDate: withSimulated },
  { path: 'docs/permissions.md', upToDate: (text) => withPolicies(withTrustPolicy(text)) },
  { path: 'docs/troubleshooting.md', upToDate: (text) => withAllErrors(withCommonErrors(text)) },
  ...features.map(({ name }) => ({
    path: `examples/iam/${policyFile(name)}`,
    upToDate: () => `${json(policyFor([name]))}\n`,
  })),
  { path: 'docs/how-testing-works.md', upToDate: (text) => withTables(text, 'test') },
  { path: 'docs/how-promoting-works.md', upToDate: (text) => withTables(text, 'promote') },
  { path: 'docs/how-retiring-works.md', upToDate: (text) => withTables(text, 'retire') },
];

/**
 * A document's text with its tables as an action.yml has them now.
 * @param folder of the action; the bake is in the root
 */
export function withTables(text: string, folder = ''): string {
  const action = readActionYml(folder);
  const outputs = Object.entries(action.outputs).map(([name, { description }]) => [
    `\`${name}\``,
    oneLine(description),
  ]);
  return between(
    between(text, 'inputs', inputTable(action, groupsOf(actionYmlText(folder)))),
    'outputs',
    table(['output', 'meaning'], outputs),
  );
}

/** One table. A row with nothing but a title begins each group. */
function inputTable({ inputs }: ActionYml, groups: readonly InputGroup[]): string {
  const rowOf = (name: string) => [
    `\`${name}\``,
    oneLine(inputs[name]?.description ?? ''),
    defaultOf(inputs[name]),
  ];
  const rows =
    groups.length === 0
      ? Object.keys(inputs).map(rowOf)
      : groups.flatMap(({ title, names }) => [[`**${title}**`, '', ''], ...names.map(rowOf)]);
  return table(['input', 'meaning', 'default'], rows);
}

function defaultOf(input: ActionYml['inputs'][string] | undefined): string {
  if (input?.required) return '**required**';
  return input?.default ? `\`${input.default}\`` : '';
}

function namesOf(table: Readonly<Record<string, { readonly name: string }>>): string[] {
  return Object.values(table).map(({ name }) => name);
}

function withAvailableImage(text: string): string {
  const inputs = codes(namesOf(distributionInputs)).replace(/, (?=[^,]*$)/, ' and ');
  return between(text, 'inputs that need an available image', `${inputs}.`);
}

/** What each feature of the bake calls. Actions that are no calls of their own, only permissions for another, are left out. */
function withApiCalls(text: string): string {
  const ofBake = features.filter(({ by }) => !by.includes('the action `'));
  const rows = ofBake.map(({ name, by }) => [
    by,
    permissionRows.flatMap(({ feature, grant }) => (feature.name === name ? callsOf(grant) : [])).join('; '),
  ]);
  const withCalls = rows.filter(([, calls]) => calls !== '');
  return between(text, 'calls', table(['needed by', 'API calls'], withCalls));
}

function callsOf({ within, actions }: Grant): string[] {
  if (within !== undefined) return [];
  return Object.entries(actions).map(([action, purpose]) => `${action.split(':')[1]} to ${purpose}`);
}

function withSimulated(text: string): string {
  const services = [...new Set(actions.map(({ service }) => service))].toSorted();
  const lines = services.map((service) => {
    const names = actions.filter((action) => action.service === service).map(({ name }) => name);
    return `- \`${service}\`: ${names.toSorted().join(', ')}`;
  });
  return between(text, 'actions', lines.join('\n'));
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
