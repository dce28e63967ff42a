import { mayHoldSecret, secretRefusal } from './environment.ts';

const whenKnown: Partial<Record<string, string>> = {
  pr: 'it is the number of a pull request, and this run is not for one',
  base_ref: 'it is the branch that a pull request wants to go into, and this run is not for one',
  branch: 'this run is not for a branch',
  tag: 'this run is not for a tag',
  'instance.name': 'the instance has no tag `Name`',
};

/**
 * What is said of a known variable that has no value here.
 * @param name as it is looked up, e.g. `instance.tags.Role`
 */
export function withoutValue(name: string): string {
  const [root, ...rest] = name.split('.');
  const property = rest.join('.');
  if (root === 'env' && mayHoldSecret(property)) return secretRefusal(property);
  const shown =
    /^[\w.-]+$/.test(name) || root !== 'instance'
      ? name
      : `instance.tags["${property.replace(/^tags\./, '')}"]`;
  return (
    `\`${shown}\` has no value here${reason(name, property)}; give it one with \`{{ ${shown} | default: "…" }}\` ` +
    `or test it with \`{% if ${shown} %}…{% endif %}\``
  );
}

function reason(name: string, property: string): string {
  if (name.startsWith('env.')) return `: the environment variable ${property} is not set or empty`;
  if (name.startsWith('instance.tags.')) return ': the instance has no such tag';
  const known = Object.hasOwn(whenKnown, name) ? whenKnown[name] : undefined;
  return known ? `: ${known}` : '';
}
