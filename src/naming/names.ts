import { type InputProblem, noting } from '../base/errors.ts';
import type { WorkflowContext } from '../base/workflow.ts';
import type { SourceInstance } from '../source/instance.ts';
import { checkNameTemplate, fitName, renderFullName } from './ami-name.ts';
import { checkDescriptionTemplate, renderDescription } from './description.ts';
import { bakeKey } from './key.ts';
import { checkParameterTemplate, renderParameterName, repeatedParameters } from './parameter-name.ts';
import { steadyTags } from './steady-tags.ts';
import { renderFamily, renderTag, type Tag, type TagTemplate } from './tag-template.ts';
import {
  allTags,
  type FirstState,
  overridden,
  provenanceTags,
  tagListProblems,
  tagWarnings,
} from './tags.ts';
import type { Template } from './template.ts';
import { templateVariables, type Variables } from './variables.ts';

export type { Tag } from './tag-template.ts';

/** All names and tags of a bake, rendered before anything is created. */
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
  /** Of the image tags, the user's and `Name` as far as every attempt of the run gives them the same value. */
  steadyTags: readonly Tag[];
  /** Names of the SSM parameters that will hold the AMI's ID, each once. */
  ssmParameters: readonly string[];
  /** What users should know about their names and tags, e.g. that a name was cut. */
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

/** What is known before EC2 has described the instance. */
export interface NamingSources {
  templates: NamingTemplates;
  workflow: WorkflowContext;
  /** The bake's clock, read once. */
  now: Date;
  environment: NodeJS.ProcessEnv;
}

/** What names of a bake are made from. */
export interface BakeSources extends NamingSources {
  source: SourceInstance;
  /** The job's matrix as `toJSON(matrix)` gives it; it becomes part of the key. */
  matrix?: string;
  /** Who owns the image, for the tag `bake-ami:claim`; without it there is no such tag. */
  claim?: string;
  /** What the image is tagged with when it is created; `baking` unless given. */
  state?: FirstState;
}

/**
 * Finds what is wrong before EC2 has described the instance. Templates that use nothing of EC2 are rendered; of the
 * others only the text that their authors wrote is checked.
 */
export function checkNames({ templates, ...sources }: NamingSources): InputProblem[] {
  const variables = templateVariables(sources);
  const { problems } = renderParts(templates, ({ template, render, check }) => {
    if (!template.usesEc2) return render(variables);
    check?.();
    return undefined;
  });
  return problems;
}

/**
 * The AMI's name where it is known before EC2 has described the instance, since its template uses nothing of EC2.
 * @param sources without problems, as `checkNames` finds them
 */
export function earlyName({ templates, ...sources }: NamingSources): string | undefined {
  if (templates.name.usesEc2) return undefined;
  return fitName(renderFullName(templates.name, templateVariables(sources))).name;
}

/**
 * Renders what can be rendered, so that names with problems do not hide what else is wrong with a bake.
 * @returns the names that have no problem, and everything that is wrong, each problem naming its input
 */
export function attemptNames({ templates, matrix, claim, state, ...sources }: BakeSources): {
  names: Partial<Names>;
  problems: string[];
} {
  const variables = templateVariables(sources);
  const { problems, parts } = renderParts(templates, ({ render }) => render(variables));
  const { name, description, family, tags, snapshotTags, ssmParameters } = parts;
  const key = name && noting(problems, 'name', () => bakeKey({ ...sources, name: templates.name, matrix }));
  const names: Partial<Names> = {
    ...(name && { name: name.name }),
    ...(key && { key }),
    ...(description && { description: description.description }),
    ...(family && { family }),
    ssmParameters,
    warnings: [
      ...[name?.warning, description?.warning].filter((warning) => warning !== undefined),
      ...tagWarnings('tags', templates.tags),
      ...tagWarnings('snapshot-tags', templates.snapshotTags),
    ],
  };
  if (name && key && family && problems.length === 0) {
    const provenance = provenanceTags({ ...sources, key, family, claim, state });
    const onSnapshots = overridden(tags, snapshotTags, ({ Key }) => Key);
    names.imageTags = allTags(tags, name.name, provenance);
    names.snapshotTags = allTags(onSnapshots, name.name, provenance);
    names.steadyTags = steadyTags(allTags(tags, name.name, []), templates, sources);
  }
  return { names, problems: problems.map(({ input, problem }) => `input \`${input}\`: ${problem}`) };
}

/** One template and what becomes of it. */
interface Part<Result> {
  template: Template;
  render(variables: Variables): Result;
  /** Checks the text that the template's author wrote, where there are rules for it. */
  check?(): void;
}

/** Renders every template with the given function, and notes what is wrong with them and with their lists. */
function renderParts(
  { name, description, family, tags, snapshotTags, ssmParameters }: NamingTemplates,
  render: <Result>(part: Part<Result>) => Result | undefined,
) {
  const problems = tagListProblems(tags, snapshotTags);
  const rendered = <Result>(input: string, part: Part<Result>) => noting(problems, input, () => render(part));
  const renderedTags = (input: string, list: readonly TagTemplate[]) =>
    list.flatMap(
      (tag) => rendered(input, { template: tag.value, render: (values) => renderTag(tag, values) }) ?? [],
    );
  const parts = {
    name: rendered('name', {
      template: name,
      render: (values) => fitName(renderFullName(name, values)),
      check: () => checkNameTemplate(name),
    }),
    description: rendered('description', {
      template: description,
      render: (values) => renderDescription(description, values),
      check: () => checkDescriptionTemplate(description),
    }),
    family: rendered('family', { template: family, render: (values) => renderFamily(family, values) }),
    tags: renderedTags('tags', tags),
    snapshotTags: renderedTags('snapshot-tags', snapshotTags),
    ssmParameters: ssmParameters.flatMap(
      (template) =>
        rendered('ssm-parameter', {
          template,
          render: (values) => renderParameterName(template, values),
          check: () => checkParameterTemplate(template),
        }) ?? [],
    ),
  };
  problems.push(...repeatedParameters(parts.ssmParameters));
  return { problems, parts };
}
