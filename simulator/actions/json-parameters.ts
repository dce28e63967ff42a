import { unknownParameter } from '../model/errors.ts';
import * as errors from '../model/json-errors.ts';
import type { JsonType, Parameter, ParameterNode } from './parameters.ts';

/** What an API model of the JSON protocol demands of a string. */
export interface Constraints {
  min?: number;
  max?: number;
  pattern?: string;
  values?: readonly string[];
}

/** @throws ValidationException, in the words of the API model's constraints */
export function text({ min, max, pattern, values }: Constraints = {}): Parameter<string | undefined> {
  return {
    read(node, path) {
      const value = scalar(node, path, 'string', 'String');
      if (value === undefined) return undefined;
      const fail = (constraint: string) => errors.validationException(memberAt(path), value, constraint);
      // Smithy, "length trait": of a string "the number of Unicode scalar values".
      const { length } = [...value];
      if (min !== undefined && length < min) {
        throw fail(`Member must have length greater than or equal to ${min}`);
      }
      if (max !== undefined && length > max) {
        throw fail(`Member must have length less than or equal to ${max}`);
      }
      if (pattern !== undefined && !new RegExp(pattern, 'u').test(value)) {
        throw fail(`Member must satisfy regular expression pattern: ${pattern}`);
      }
      if (values !== undefined && !values.includes(value)) {
        throw fail(`Member must satisfy enum value set: [${values.join(', ')}]`);
      }
      return value;
    },
  };
}

/** @throws ValidationException outside the API model's limits */
export function whole({ min, max }: { min?: number; max?: number } = {}): Parameter<number | undefined> {
  return {
    read(node, path) {
      const value = scalar(node, path, 'number', 'Integer');
      if (value === undefined) return undefined;
      const fail = (constraint: string) => errors.validationException(memberAt(path), value, constraint);
      if (min !== undefined && Number(value) < min) {
        throw fail(`Member must have value greater than or equal to ${min}`);
      }
      if (max !== undefined && Number(value) > max) {
        throw fail(`Member must have value less than or equal to ${max}`);
      }
      return Number(value);
    },
  };
}

/** A map of the API model; empty when it is missing. */
export function mapOf<T>(values: Parameter<T>): Parameter<Record<string, T>> {
  return {
    read(node, path) {
      if (node?.json !== undefined && node.json !== 'object') throw errors.wrongJsonType(node.json, 'Map');
      return Object.fromEntries(
        [...(node?.children ?? [])].map(([name, child]) => [name, values.read(child, `${path}.${name}`)]),
      );
    },
  };
}

export const flag: Parameter<boolean | undefined> = {
  read(node, path) {
    const value = scalar(node, path, 'boolean', 'Boolean');
    return value === undefined ? undefined : value === 'true';
  },
};

/** @throws ValidationException when it is missing */
export function required<T>(parameter: Parameter<T | undefined>): Parameter<T> {
  return {
    read(node, path) {
      const value = parameter.read(node, path);
      if (value === undefined) {
        throw errors.validationException(memberAt(path), undefined, 'Member must not be null');
      }
      return value;
    },
  };
}

/** @throws ValidationException when it has fewer or more */
export function atMost<T>(parameter: Parameter<T[]>, min: number, max: number): Parameter<T[]> {
  return {
    read(node, path) {
      const items = parameter.read(node, path);
      const at = memberAt(path);
      if (!node && min > 0) throw errors.validationException(at, undefined, 'Member must not be null');
      const given = `[${items.join(', ')}]`;
      if (items.length < min) {
        throw errors.validationException(
          at,
          given,
          `Member must have length greater than or equal to ${min}`,
        );
      }
      if (items.length > max) {
        throw errors.validationException(at, given, `Member must have length less than or equal to ${max}`);
      }
      return items;
    },
  };
}

function scalar(
  node: ParameterNode | undefined,
  path: string,
  type: JsonType,
  expected: string,
): string | undefined {
  if (!node) return undefined;
  if (node.json !== undefined && node.json !== type) throw errors.wrongJsonType(node.json, expected);
  for (const name of node.children.keys()) throw unknownParameter(`${path}.${name}`);
  return node.value;
}

/** As the services name it: `Tags.1.Key` is `tags.1.member.key`. */
function memberAt(path: string): string {
  return path
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? `${part}.member` : part.charAt(0).toLowerCase() + part.slice(1)))
    .join('.');
}
