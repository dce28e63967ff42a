/** What LiquidJS throws, in words for the template's author that go on from "input `name`: ". */
import { LiquidError } from 'liquidjs';
import { closest } from '../base/closest.ts';
import { BakeError, messageOf } from '../base/errors.ts';
import { mayHoldSecret, secretRefusal } from './environment.ts';
import { liquid, refusedFilters } from './liquid.ts';

export function parseError(thrown: unknown): BakeError {
  return new BakeError(parseMessage(plainMessage(thrown)) + place(thrown), { cause: thrown });
}

function parseMessage(message: string): string {
  const [, filter] = /^undefined filter: (.*)$/.exec(message) ?? [];
  if (filter !== undefined) return unknownFilter(filter);
  const [, tag] = /^tag "(.*)" not found$/.exec(message) ?? [];
  if (tag !== undefined) return `there is no tag \`${tag}\`${suggestion(tag, Object.keys(liquid().tags))}`;
  if (message === 'invalid value expression: ""') return 'an expression is missing';
  return message;
}

function unknownFilter(name: string): string {
  if (refusedFilters.includes(name)) return `the filter \`${name}\` is not available`;
  return `there is no filter \`${name}\`${suggestion(name, Object.keys(liquid().filters))}`;
}

function suggestion(name: string, known: readonly string[]): string {
  const candidate = closest(name, known);
  return candidate === undefined ? '' : ` (did you mean \`${candidate}\`?)`;
}

export function renderError(thrown: unknown): BakeError {
  const name = undefinedVariable(thrown);
  const message = name === undefined ? `cannot be rendered: ${plainMessage(thrown)}` : withoutValue(name);
  return new BakeError(message, { cause: thrown });
}

/** The name that a rendering looked up in vain, e.g. `instance.tags.Role`. */
function undefinedVariable(thrown: unknown): string | undefined {
  const original = LiquidError.is(thrown) ? thrown.originalError : undefined;
  return original && 'variableName' in original ? String(original.variableName) : undefined;
}

/** LiquidJS's message without the place, which it adds at the end. */
function plainMessage(thrown: unknown): string {
  return messageOf(thrown).replace(/, line:\d+, col:\d+$/, '');
}

function place(thrown: unknown): string {
  if (!LiquidError.is(thrown)) return '';
  const [line = 1, column = 1] = thrown.token.getPosition();
  return line === 1 ? `, at character ${column}` : `, at line ${line}, character ${column}`;
}

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
function withoutValue(name: string): string {
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
