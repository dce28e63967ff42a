/** The names that templates may use. */
import { closest } from '../base/closest.ts';
import { mayHoldSecret, secretRefusal } from './environment.ts';

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

/** e.g. `['instance', 'tags', 'Role']`; a nested path is a part that only rendering can tell. */
export type VariablePath = readonly (string | number | VariablePath)[];

/** What Liquid itself offers on a text. */
const textProperties = ['size', 'length'];

/** Whether the value is only known once EC2 has described the instance. */
export function comesFromEc2([root]: VariablePath): boolean {
  return root === 'instance' || fromEc2.some((name) => name === root);
}

/** What is wrong with using these variables in a template; the unknown ones are one problem. */
export function variableProblems(paths: readonly VariablePath[]): string[] {
  const unknown = new Set(paths.filter((path) => !isKnown(path)).map(unknownVariable));
  const misused = new Set(paths.map(misuse).filter((problem) => problem !== undefined));
  if (unknown.size === 0) return [...misused];
  const verb = unknown.size === 1 ? 'is not a known variable' : 'are not known variables';
  return [`${[...unknown].join(', ')} ${verb}; known are ${knownNames.join(', ')}`, ...misused];
}

function isKnown([root, ...properties]: VariablePath): boolean {
  if (root === 'env') return true;
  if (root === 'instance') return isKnownOfInstance(properties);
  return plainNames.some((name) => name === root) && isTextProperty(properties[0]);
}

function isKnownOfInstance([property, ...rest]: VariablePath): boolean {
  if (typeof property !== 'string' || property === 'tags') return true;
  return instanceNames.includes(property) && isTextProperty(rest[0]);
}

function isTextProperty(property: VariablePath[number] | undefined): boolean {
  return typeof property !== 'string' || textProperties.includes(property);
}

function misuse([root, property]: VariablePath): string | undefined {
  if ((root === 'env' || root === 'instance') && property === undefined) {
    return `\`${root}\` is not a value by itself: use one of its own, such as \`${root}.${root === 'env' ? 'NAME' : 'id'}\``;
  }
  return root === 'env' && typeof property === 'string' && mayHoldSecret(property)
    ? secretRefusal(property)
    : undefined;
}

function unknownVariable(path: VariablePath): string {
  const meant = meantBy(path);
  return `\`${dotted(path)}\`${meant === undefined ? '' : ` (did you mean \`${meant}\`?)`}`;
}

function meantBy(path: VariablePath): string | undefined {
  const [root, property] = path;
  if (root === 'instance') {
    const meant = closest(String(property), instanceNames);
    return meant && `instance.${meant}`;
  }
  // `{{ github.sha }}`, from the expressions of GitHub Actions, means `sha`.
  const last = path.at(-1);
  return plainNames.find((name) => name === last) ?? closest(dotted(path), knownNames);
}

/** The path as a template's author would write it, as far as it is known before rendering. */
export function dotted(path: VariablePath): string {
  return path.map((segment) => (Array.isArray(segment) ? `[${dotted(segment)}]` : segment)).join('.');
}
