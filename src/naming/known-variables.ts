/** The names that templates may use. */
import { closest } from '../base/closest.ts';
import { mayHoldSecret, nameRefusal } from './environment.ts';

const fromGithub = [
  'owner',
  'repo',
  'ref',
  'branch',
  'tag',
  'pr',
  'sha',
  'short_sha',
  'base_ref',
  'run_id',
  'run_number',
  'run_attempt',
  'workflow',
  'job',
  'event',
  'actor',
] as const;
const fromClock = ['timestamp', 'now'] as const;
const fromEc2 = ['region', 'account_id'] as const;
const ofInstance = ['id', 'name', 'type', 'architecture', 'platform', 'image_id'] as const;

export type PlainVariable = (typeof fromGithub | typeof fromClock | typeof fromEc2)[number];
export type InstanceVariable = (typeof ofInstance)[number];

const plainNames: readonly string[] = [...fromGithub, ...fromClock, ...fromEc2];
const instanceNames: readonly string[] = [...ofInstance, 'tags'];
const knownNames: readonly string[] = [
  ...plainNames,
  ...ofInstance.map((name) => `instance.${name}`),
  'instance.tags.KEY',
  'env.NAME',
];

/** e.g. `['instance', 'tags', 'Role']`; in `env[ref]` a part is a path itself. */
export type VariablePath = readonly (string | number | VariablePath)[];

/** Properties that Liquid gives every text. */
const textProperties = ['size', 'length'];

/**
 * The variable that a path leads to, without properties of its value, e.g. `['env', 'NAME']`.
 * @returns undefined for a group of variables, such as `env`, and for one whose name is only known when rendering
 */
export function addressOf(path: VariablePath): string[] | undefined {
  const address = path.slice(0, depthOf(path));
  const isComplete = address.length === depthOf(path) && !address.some(Array.isArray);
  return isComplete ? address.map(String) : undefined;
}

function depthOf([root, property]: VariablePath): number {
  if (root === 'env') return 2;
  if (root !== 'instance') return 1;
  return property === 'tags' ? 3 : 2;
}

/** Whether the value is known only after EC2 has described the instance. */
export function comesFromEc2([root]: VariablePath): boolean {
  return root === 'instance' || fromEc2.some((name) => name === root);
}

/** What is wrong with the variables of a template. The unknown ones are one problem. */
export function variableProblems(paths: readonly VariablePath[]): string[] {
  const unknown = new Set(paths.filter((path) => !isKnown(path)).map(unknownVariable));
  const misused = new Set(paths.map(misuse).filter((problem) => problem !== undefined));
  if (unknown.size === 0) return [...misused];
  const verb = unknown.size === 1 ? 'is not a known variable' : 'are not known variables';
  return [`${[...unknown].join(', ')} ${verb}; the variables are ${knownNames.join(', ')}`, ...misused];
}

function isKnown(path: VariablePath): boolean {
  const property = path[depthOf(path)];
  return isKnownVariable(path) && (typeof property !== 'string' || textProperties.includes(property));
}

function isKnownVariable([root, property]: VariablePath): boolean {
  if (root === 'env') return true;
  if (root === 'instance') return typeof property !== 'string' || instanceNames.includes(property);
  return plainNames.some((name) => name === root);
}

function misuse(path: VariablePath): string | undefined {
  const address = addressOf(path);
  const [root, name = ''] = address ?? [];
  if (root === 'env' && mayHoldSecret(name)) return nameRefusal(name);
  if (address !== undefined) return undefined;
  const group = dotted(path.slice(0, depthOf(path) - 1));
  const shown = path.length < depthOf(path) ? 'is a group of variables' : 'cannot be looked up by a variable';
  return `\`${dotted(path)}\` ${shown}: write out the one that you want, such as \`${exampleOf(group)}\``;
}

function exampleOf(group: string): string {
  if (group === 'env') return 'env.NAME';
  return group === 'instance' ? 'instance.id' : 'instance.tags.KEY';
}

function unknownVariable(path: VariablePath): string {
  const meant = meantBy(path);
  return `\`${dotted(path)}\`${meant === undefined ? '' : ` (did you mean \`${meant}\`?)`}`;
}

function meantBy(path: VariablePath): string | undefined {
  if (isKnownVariable(path)) return dotted(path.slice(0, depthOf(path)));
  const [root, property] = path;
  if (root === 'instance') {
    const meant = closest(String(property), instanceNames);
    return meant && `instance.${meant}`;
  }
  // Whoever writes `{{ github.sha }}`, as in expressions of GitHub Actions, means `sha`.
  const last = path.at(-1);
  return plainNames.find((name) => name === last) ?? closest(dotted(path), knownNames);
}

/** The path as a template's author writes it. */
export function dotted(path: VariablePath): string {
  return path
    .map((segment) => (Array.isArray(segment) ? `[${dotted(segment)}]` : segment))
    .join('.')
    .replaceAll('.[', '[');
}
