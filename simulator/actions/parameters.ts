import * as errors from '../model/errors.ts';

/** A request's parameters as a tree: `Ebs.VolumeSize=8` is the value of `VolumeSize` below `Ebs`. */
export interface ParameterNode {
  value?: string;
  children: Map<string, ParameterNode>;
  /** Of what type it was, in the protocols that tell. */
  json?: JsonType;
}

export type JsonType = 'string' | 'number' | 'boolean' | 'list' | 'object';

/** Reads one parameter, at the given path for messages. */
export interface Parameter<T> {
  read(node: ParameterNode | undefined, path: string): T;
}

export type Specification = Readonly<Record<string, Parameter<unknown>>>;

/** What a specification reads. */
export type Read<S extends Specification> = { [K in keyof S]: S[K] extends Parameter<infer T> ? T : never };

export function toParameterTree(parameters: Iterable<readonly [string, string]>): ParameterNode {
  const root: ParameterNode = { children: new Map() };
  for (const [name, value] of parameters) {
    let node = root;
    for (const part of name.split('.')) {
      const child = node.children.get(part) ?? { children: new Map() };
      node.children.set(part, child);
      node = child;
    }
    node.value = value;
  }
  return root;
}

/** @throws UnknownParameter for what the specification does not name */
export function readAll<S extends Specification>(specification: S, node: ParameterNode, path = ''): Read<S> {
  const at = (name: string) => (path ? `${path}.${name}` : name);
  for (const name of node.children.keys()) {
    if (!Object.hasOwn(specification, name)) throw errors.unknownParameter(at(name));
  }
  const read = Object.entries(specification).map(([name, parameter]) => [
    name,
    parameter.read(node.children.get(name), at(name)),
  ]);
  return Object.fromEntries(read);
}

/** A parameter without parts below it. */
function scalar<T>(parse: (value: string, path: string) => T): Parameter<T | undefined> {
  return {
    read(node, path) {
      if (!node) return undefined;
      for (const name of node.children.keys()) throw errors.unknownParameter(`${path}.${name}`);
      return node.value === undefined ? undefined : parse(node.value, path);
    },
  };
}

export const text = scalar((value) => value);

/** The API model's booleans. Message unconfirmed. */
export const flag = scalar((value, path) => {
  if (value === 'true') return true;
  if (value === 'false') return false;
  throw errors.invalidParameterValue(
    `Value (${value}) for parameter ${path} is invalid. Expecting a boolean.`,
  );
});

/** The API model's integers. Message unconfirmed. */
export const whole = scalar((value, path) => {
  if (/^-?\d+$/.test(value)) return Number(value);
  throw errors.invalidParameterValue(
    `Value (${value}) for parameter ${path} is invalid. Expecting an integer.`,
  );
});

/** The API model's timestamps: ISO 8601, in milliseconds since the epoch. Message unconfirmed. */
export const time = scalar((value, path) => {
  const milliseconds = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(value)
    ? Date.parse(value)
    : Number.NaN;
  if (!Number.isNaN(milliseconds)) return milliseconds;
  throw errors.invalidParameterValue(
    `Value (${value}) for parameter ${path} is invalid. Expecting a date and time.`,
  );
});

/** @throws MissingParameter when it is absent or empty */
export function required<T>(parameter: Parameter<T | undefined>): Parameter<T> {
  return {
    read(node, path) {
      const value = parameter.read(node, path);
      if (value === undefined || value === '') throw errors.missingParameter(path);
      return value;
    },
  };
}

/** `Name.1`, `Name.2` …: in the order of their numbers, which may have gaps. */
export function list<T>(item: Parameter<T | undefined>): Parameter<T[]> {
  return {
    read(node, path) {
      if (!node) return [];
      // An empty list is sent as `Name=`.
      if (node.value) throw errors.unknownParameter(path);
      const numbered = [...node.children].map(([name, child]) => {
        if (!/^[1-9]\d*$/.test(name)) throw errors.unknownParameter(`${path}.${name}`);
        return { index: Number(name), value: item.read(child, `${path}.${name}`) };
      });
      return numbered
        .sort((a, b) => a.index - b.index)
        .map(({ value }) => value)
        .filter((value) => value !== undefined);
    },
  };
}

export function structure<S extends Specification>(specification: S): Parameter<Read<S> | undefined> {
  return {
    read(node, path) {
      if (!node) return undefined;
      if (node.value) throw errors.unknownParameter(path);
      return readAll(specification, node, path);
    },
  };
}

/** In the API model, but not simulated: refused, never ignored. */
export const unsimulated: Parameter<undefined> = {
  read(node, path) {
    if (node) throw errors.notSimulated(`the parameter ${path}`);
    return undefined;
  },
};

/** As `unsimulated`, but the given value means what the simulator does anyway. */
export function only(value: string): Parameter<undefined> {
  return {
    read(node, path) {
      if (node && (node.value !== value || node.children.size > 0)) {
        throw errors.notSimulated(`the parameter ${path} with any value but ${value}`);
      }
      return undefined;
    },
  };
}

/** Filters, as every Describe call has them. API model, Filter. */
export const filters = list(structure({ Name: required(text), Value: list(text) }));

export const tags = list(structure({ Key: text, Value: text }));
