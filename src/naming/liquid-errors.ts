/** What LiquidJS throws, in words for the template's author that continue "input `name`: ". */
import { LiquidError } from 'liquidjs';
import { closest } from '../base/closest.ts';
import { BakeError, messageOf } from '../base/errors.ts';
import { availableFilters, availableTags } from './liquid.ts';

export function parseError(thrown: unknown): BakeError {
  return new BakeError(parseMessage(plainMessage(thrown), place(thrown)), { cause: thrown });
}

function parseMessage(message: string, where: string): string {
  const [, filter] = /^undefined filter: (.*)$/.exec(message) ?? [];
  if (filter !== undefined) return notAvailable('filter', filter, availableFilters, where);
  const [, tag] = /^tag "(.*)" not found$/.exec(message) ?? [];
  if (tag !== undefined && partsOfTags.test(tag))
    return `\`${tag}\` is outside of the tag that it belongs to${where}`;
  if (tag !== undefined) return notAvailable('tag', tag, availableTags, where);
  if (message === 'invalid value expression: ""') return `an expression is missing${where}`;
  return message + where;
}

const partsOfTags = /^(?:els(?:e|if)|when|end(?:if|unless|case|capture|comment))$/;

function notAvailable(kind: string, name: string, available: readonly string[], where: string): string {
  const meant = closest(name, available);
  const hint = meant === undefined ? '' : ` (did you mean \`${meant}\`?)`;
  return `there is no ${kind} \`${name}\`${hint}${where}; the ${kind}s are ${available.join(', ')}`;
}

export function renderError(thrown: unknown): BakeError {
  const original = LiquidError.is(thrown) ? thrown.originalError : undefined;
  if (original instanceof BakeError) return original;
  return new BakeError(`cannot be rendered: ${plainMessage(thrown)}`, { cause: thrown });
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
