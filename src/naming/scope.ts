/** What a template can read: the variables that it names, and nothing else. */
import { Drop } from 'liquidjs';
import { BakeError } from '../base/errors.ts';
import { looksSecret, mayHoldSecret, nameRefusal, valueRefusal } from './environment.ts';
import { addressOf, type VariablePath } from './known-variables.ts';
import type { Variables } from './variables.ts';

/** Stands for a variable without a value: false in conditions, replaced by `default`, an error anywhere else. */
class Missing extends Drop {
  readonly #problem: string;

  constructor(problem: string) {
    super();
    this.#problem = problem;
  }

  static problemOf(missing: Missing): string {
    return missing.#problem;
  }

  override valueOf(): null {
    return null;
  }

  /** `pr.size` has no value either. */
  override liquidMethodMissing(): this {
    return this;
  }
}

/** @throws BakeError when the value is that of a variable without one */
export function requireValue<Value>(value: Value): Value {
  if (value instanceof Missing) throw new BakeError(Missing.problemOf(value));
  return value;
}

/** The filter `date` reads them whether the template names them or not. */
const clock: readonly VariablePath[] = [['now'], ['timestamp']];

/**
 * @param paths every variable that the template names, its own included
 * @throws BakeError when the value of an environment variable looks like a secret
 */
export function scopeOf(paths: readonly VariablePath[], variables: Variables): object {
  const scope: Record<string, unknown> = Object.create(null);
  for (const address of [...clock, ...paths].map(addressOf)) if (address) put(scope, address, variables);
  return scope;
}

function put(
  scope: Record<string, unknown>,
  [name = '', ...rest]: readonly string[],
  variables: Variables,
  parents: readonly string[] = [],
): void {
  const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
  const path = [...parents, name];
  if (rest.length === 0) {
    rejectSecret(path, value);
    scope[name] = value ?? new Missing(withoutValue(path));
    return;
  }
  scope[name] ??= Object.create(null);
  put(scope[name] as Record<string, unknown>, rest, (value ?? {}) as Variables, path);
}

/** Even a condition or a default must not depend on a secret, so this is an error at once. */
function rejectSecret([root, name = '']: readonly string[], value: unknown): void {
  if (root !== 'env' || typeof value !== 'string' || !looksSecret(value)) return;
  throw new BakeError(valueRefusal(name));
}

const reasons: Readonly<Partial<Record<string, string>>> = {
  pr: 'it is the number of a pull request, and this run is not for one',
  base_ref: 'it is the target branch of a pull request, and this run is not for one',
  branch: 'this run is not for a branch',
  tag: 'this run is not for a tag',
  'instance.name': 'the instance has no tag `Name`',
};

/** What is wrong with using a variable that has no value here. */
function withoutValue(address: readonly string[]): string {
  const [root, name = ''] = address;
  if (root === 'env' && mayHoldSecret(name)) return nameRefusal(name);
  const shown = written(address);
  return (
    `\`${shown}\` has no value here${reason(address)}; provide a default with \`{{ ${shown} | default: "…" }}\` ` +
    `or test it with \`{% if ${shown} %}…{% endif %}\``
  );
}

function reason(address: readonly string[]): string {
  if (address[0] === 'env') return `: the environment variable ${address[1]} is not set, or empty`;
  if (address.length === 3) return ': the instance has no such tag';
  const name = address.join('.');
  return Object.hasOwn(reasons, name) ? `: ${reasons[name]}` : '';
}

/** The variable as an author writes it: `instance.tags.Role`, `instance.tags["a b"]`. */
function written(address: readonly string[]): string {
  const last = address.at(-1) ?? '';
  return /^[\w-]+$/.test(last) ? address.join('.') : `${address.slice(0, -1).join('.')}["${last}"]`;
}
