import { type ParameterNode, toParameterTree } from '../actions/parameters.ts';
import * as errors from '../model/json-errors.ts';
import type { WireMessage } from './answer.ts';
import { jsonSkewed } from './clock-skew.ts';
import type { Asked, Protocol } from './protocol.ts';
import type { WireRequest } from './request.ts';
import type { XmlFields, XmlValue } from './xml.ts';

/**
 * Smithy, "AWS JSON 1.1 protocol": the action in a header, parameters and answer as JSON.
 * @param targetPrefix of the API model, e.g. `TrentService`
 */
export function awsJson(targetPrefix: string): Protocol {
  return {
    read: (request) => readJson(request, targetPrefix),
    answer: (_action, fields, requestId) => jsonMessage(200, toJson(fields), requestId),
    error: ({ code, message, status }, requestId) =>
      jsonMessage(status, message === '' ? { __type: code } : { __type: code, message }, requestId),
    carries: () => true,
    refusals: {
      unsigned: errors.missingAuthenticationToken,
      expired: errors.expiredToken,
      skewed: jsonSkewed,
      region: errors.unrecognizedClient,
      noAction: errors.unknownOperation,
      unknownAction: errors.unknownOperation,
      denied: ({ principal, action, resource }) => errors.accessDenied(principal, action, resource),
    },
  };
}

function readJson({ headers, body }: WireRequest, targetPrefix: string): Asked {
  const [prefix, action = ''] = (headers['x-amz-target'] ?? '').split('.');
  const asked = { action: prefix === targetPrefix ? action : '', parameters: {}, node: toParameterTree([]) };
  const content = parse(body);
  if (content?.json !== 'object') return { ...asked, refusal: errors.unreadableJson() };
  return { ...asked, parameters: Object.fromEntries(flatten(content)), node: content, refusal: undefined };
}

/** @returns undefined for what is no JSON */
export function parse(body: string): ParameterNode | undefined {
  try {
    return toNode(body === '' ? {} : JSON.parse(body));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Lists get numbers from 1 on, as in the query protocols. `null` is what is not there. */
function toNode(value: unknown): ParameterNode | undefined {
  if (value === null) return undefined;
  const children = new Map<string, ParameterNode>();
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return { value: String(value), children, json: typeof value as 'string' | 'number' | 'boolean' };
  }
  const isList = Array.isArray(value);
  const members: [string, unknown][] = isList
    ? value.map((item, index) => [String(index + 1), item])
    : Object.entries(value as object);
  for (const [name, member] of members) {
    const node = toNode(member);
    if (node) children.set(name, node);
  }
  return { children, json: isList ? 'list' : 'object' };
}

/** For the record of calls: `Tags.1.Key`. */
export function flatten({ value, children }: ParameterNode, path = ''): [string, string][] {
  const own: [string, string][] = value === undefined ? [] : [[path, value]];
  const below = [...children].flatMap(([name, child]) => flatten(child, path ? `${path}.${name}` : name));
  return [...own, ...below];
}

/** Times are seconds since the epoch in this protocol. */
export function toJson(value: XmlValue): unknown {
  if (value instanceof Date) return value.getTime() / 1000;
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value as XmlFields).map(([name, member]) => [name, toJson(member)]),
  );
}

function jsonMessage(status: number, content: unknown, requestId: string): WireMessage {
  return {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': requestId },
    body: JSON.stringify(content),
  };
}
