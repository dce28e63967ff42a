import { type InputProblem, noting, ProblemsError } from '../base/errors.ts';
import type { WorkflowContext } from '../base/workflow.ts';
import type { SourceInstance } from '../source/instance.ts';
import { checkNameTemplate, fitName, renderFullName } from './ami-name.ts';
import { checkDescriptionTemplate, renderDescription } from './description.ts';
import { bakeKey } from './key.ts';
import { checkParameterTemplate, renderParameterName, repeatedParameters } from './parameter-name.ts';
import { renderFamily, renderTag, type Tag, type TagTemplate } from './tag-template.ts';
import { allTags, overridden, provenanceTags, tagListProblems } from './tags.ts';
import type { Template } from './template.ts';
import { templateVariables, type Variables } from './variables.ts';

export type { Tag } from './tag-template.ts';

/** Everything that a bake calls things by, rendered before anything is created. */
export interface Names {
  /** The AMI's name: 3 to 128 characters that EC2 allows. */
  name: string;
  /** At most 255 characters. */
  description: string;
  family: string;
  /** Identity of the bake, the same in every attempt of one workflow run: 32 hex digits. */
  key: string;
  imageTags: readonly Tag[];
  snapshotTags: readonly Tag[];
  /** Names of the SSM parameters that will hold the AMI's ID, each once. */
  ssmParameters: readonly string[];
  /** What a user should know about how the names came out, e.g. that one was cut. */
  warnings: readonly string[];
}

/** The inputs that names are made from. */
export interface NamingTemplates {
  readonly name: Template;
  readonly description: Template;
  readonly family: Template;
  readonly tags: readonly TagTemplate[];
  readonly snapshotTags: readonly TagTemplate[];
  readonly ssmParameters: readonly Template[];
}

/** What is known before EC2 has been asked. */
export interface NamingSources {
  templates: NamingTemplates;
  workflow: WorkflowContext;
  /** The bake's clock, read once. */
  now: Date;
  environment: NodeJS.ProcessEnv;
}

/**
 * What can be known to be wrong before EC2 has been asked. Templates that use nothing of EC2 are rendered; of the others
 * only what their authors wrote is looked at.
 */
export function checkNames({ templates, workflow, now, environment }: NamingSources): InputProblem[] {
  const variables = templateVariables({ workflow, now, environment });
  const problems = tagListProblems(templates.tags, templates.snapshotTags);
  for (const part of parts(templates)) {
    noting(problems, part.input, () => (part.template.usesEc2 ? part.check?.() : part.render(variables)));
  }
  problems.push(...repeatedParameters(renderedNow(templates.ssmParameters, variables)));
  return problems;
}

/** Those names that need nothing of EC2; what is wrong with one is told elsewhere. */
function renderedNow(templates: readonly Template[], variables: Variables): string[] {
  return templates
    .filter(({ usesEc2 }) => !usesEc2)
    .flatMap((template) => noting([], 'ssm-parameter', () => renderParameterName(template, variables)) ?? []);
}

interface Part {
  input: string;
  template: Template;
  render(variables: Variables): unknown;
  /** Looks at what the template's author wrote, where that has to keep to rules. */
  check?(): void;
}

function parts({ name, description, family, tags, snapshotTags, ssmParameters }: NamingTemplates): Part[] {
  const tagParts = (input: string, list: readonly TagTemplate[]) =>
    list.map((tag) => ({
      input,
      template: tag.value,
      render: (variables: Variables) => renderTag(tag, variables),
    }));
  return [
    {
      input: 'name',
      template: name,
      render: (variables) => fitName(renderFullName(name, variables)),
      check: () => checkNameTemplate(name),
    },
    {
      input: 'description',
      template: description,
      render: (variables) => renderDescription(description, variables),
      check: () => checkDescriptionTemplate(description),
    },
    { input: 'family', template: family, render: (variables) => renderFamily(family, variables) },
    ...tagParts('tags', tags),
    ...tagParts('snapshot-tags', snapshotTags),
    ...ssmParameters.map((template) => ({
      input: 'ssm-parameter',
      template,
      render: (variables: Variables) => renderParameterName(template, variables),
      check: () => checkParameterTemplate(template),
    })),
  ];
}

/**
 * Renders all names of a bake.
 * @throws ProblemsError with everything that is wrong, each problem naming its input
 */
export function renderNames({ source, ...known }: NamingSources & { source: SourceInstance }): Names {
  const { templates, workflow, environment } = known;
  const variables = templateVariables({ ...known, source });
  const problems = tagListProblems(templates.tags, templates.snapshotTags);
  const note = <Result>(input: string, action: () => Result) => noting(problems, input, action);

  const name = note('name', () => fitName(renderFullName(templates.name, variables)));
  const key = name && note('name', () => bakeKey({ name: templates.name, workflow, source, environment }));
  const description = note('description', () => renderDescription(templates.description, variables));
  const family = note('family', () => renderFamily(templates.family, variables));
  const renderTags = (input: string, tags: readonly TagTemplate[]) =>
    tags.flatMap((tag) => note(input, () => renderTag(tag, variables)) ?? []);
  const tags = renderTags('tags', templates.tags);
  const snapshotTags = renderTags('snapshot-tags', templates.snapshotTags);
  const ssmParameters = templates.ssmParameters.flatMap(
    (template) => note('ssm-parameter', () => renderParameterName(template, variables)) ?? [],
  );
  problems.push(...repeatedParameters(ssmParameters));

  if (!name || !key || !description || !family || problems.length > 0) throw notNamed(problems);
  const provenance = provenanceTags({ key, family, workflow, source });
  return {
    name: name.name,
    description: description.description,
    family,
    key,
    imageTags: allTags(tags, name.name, provenance),
    snapshotTags: allTags(
      overridden(tags, snapshotTags, ({ Key }) => Key),
      name.name,
      provenance,
    ),
    ssmParameters,
    warnings: [name.warning, description.warning].filter((warning) => warning !== undefined),
  };
}

function notNamed(problems: readonly InputProblem[]): ProblemsError {
  return new ProblemsError(
    'The image cannot be named',
    problems.map(({ input, problem }) => `input \`${input}\`: ${problem}`),
  );
}
