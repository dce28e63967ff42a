/** Parts of the job summary that a bake and a promotion share. */
import { code, table } from '../github/report/markdown.ts';
import type { PublishedTemplate } from '../image/publish/launch-templates.ts';
import type { PublishedParameter } from '../image/publish/parameters.ts';

/** @returns undefined when there are none */
export function templatesTable(templates: readonly PublishedTemplate[]): string | undefined {
  const rows = templates.map((template) => [
    code(template.template),
    code(template.region),
    versionCell(template),
    defaultCell(template),
  ]);
  return rows.length === 0
    ? undefined
    : table(['Launch template', 'Region', 'Version with the AMI', 'Default version'], rows);
}

function versionCell({ version, creation }: PublishedTemplate): string {
  if (creation === 'none') return 'none';
  if (version === undefined) return 'perhaps';
  return creation === 'there' ? `${version}, there before` : String(version);
}

function defaultCell({ defaultBefore, version, move }: PublishedTemplate): string {
  if (move === 'none' || move === 'there') return String(defaultBefore);
  return `${defaultBefore} → ${version}${move === 'unanswered' ? ', perhaps' : ''}`;
}

/**
 * The parameters that name the image now, and what they named before.
 * @returns undefined when there are none
 */
export function parametersTable(parameters: readonly PublishedParameter[]): string | undefined {
  const rows = parameters.map(({ region, name, oldValue, newValue, unanswered }) => [
    code(name),
    code(region),
    unanswered ? `${code(newValue)}, perhaps` : code(newValue),
    oldValue === null ? 'nothing' : code(oldValue),
  ]);
  return rows.length === 0 ? undefined : table(['SSM parameter', 'Region', 'AMI', 'Before'], rows);
}
