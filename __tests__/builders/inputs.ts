import { examplesOf } from '../../scripts/action-inputs.ts';
import { actionYmlText } from '../../scripts/runner.ts';
import { readBakeInputs } from '../../src/bake/inputs/read.ts';
import { type BakeInputs, bakeInputs } from '../../src/bake/inputs/table.ts';
import type { Table } from '../../src/github/inputs/input.ts';
import type { NamingTemplates } from '../../src/naming/names.ts';
import { parseTagLine } from '../../src/naming/tag-template.ts';
import { parseTemplate } from '../../src/naming/template.ts';
import { workflow } from './workflow.ts';

/** What the bake is told in the smallest workflow: the instance and the Region; all else are the defaults of its table. */
export function someInputs(overrides: Partial<BakeInputs> = {}): BakeInputs {
  return { ...readInputsOf({ 'instance-id': 'i-0c0ffee0c0ffee012' }), ...overrides };
}

/** The default naming templates, or others; tags as `Key=Value`. */
export function someTemplates(
  overrides: Partial<Record<'name' | 'description' | 'family', string>> & {
    tags?: readonly string[];
    snapshotTags?: readonly string[];
    ssmParameters?: readonly string[];
  } = {},
): NamingTemplates {
  const template = (input: 'name' | 'description' | 'family') =>
    parseTemplate(overrides[input] ?? defaultOf(input));
  return {
    name: template('name'),
    description: template('description'),
    family: template('family'),
    tags: (overrides.tags ?? []).map(parseTagLine),
    snapshotTags: (overrides.snapshotTags ?? []).map(parseTagLine),
    ssmParameters: (overrides.ssmParameters ?? []).map(parseTemplate),
  };
}

/**
 * The environment of a step that was given these inputs, as the runner makes it: every input that `action.yml` declares is
 * there, with its default when the workflow does not give it. Other variables are added as they are.
 */
export function environmentOf(
  given: Readonly<Record<string, string>> = {},
  variables: NodeJS.ProcessEnv = {},
  table: Table = bakeInputs,
): NodeJS.ProcessEnv {
  const names = new Set([...Object.values(table).map(({ name }) => name), ...Object.keys(given)]);
  const inputs = [...names].map((name) => [
    `INPUT_${name.toUpperCase()}`,
    given[name] ?? defaultOf(name, table),
  ]);
  return { ...Object.fromEntries(inputs), ...variables };
}

/**
 * What the bake makes of inputs in the smallest workflow with these.
 * @throws ProblemsError as `readBakeInputs`
 */
export function readInputsOf(
  given: Readonly<Record<string, string>>,
  variables: NodeJS.ProcessEnv = { AWS_REGION: 'eu-west-1' },
  now = new Date(),
): BakeInputs {
  const environment = environmentOf({ 'instance-id': 'i-0123456789abcdef0', ...given }, variables);
  return readBakeInputs({ environment, workflow: workflow(), now });
}

function defaultOf(input: string, table: Table = bakeInputs): string {
  return Object.values(table).find(({ name }) => name === input)?.default ?? '';
}

/** A value, for each input that needs an available image, that asks for something. */
export const askedOfImages = examplesOf(actionYmlText());
