import { toParameterTree } from '../actions/parameters.ts';
import * as errors from '../model/recycle-bin-errors.ts';
import type { WireMessage } from './answer.ts';
import { jsonSkewed } from './clock-skew.ts';
import { flatten, parse, toJson } from './json.ts';
import type { Asked, Protocol } from './protocol.ts';
import type { WireRequest } from './request.ts';

/** Smithy, "AWS restJson1 protocol", for the Recycle Bin: `POST /list-rules` and `GET /rules/ID`. */
export const recycleBinRest: Protocol = {
  read: readRequest,
  answer: (_action, fields, requestId) => message(200, toJson(fields), requestId),
  error: ({ code, message: text, status }, requestId) => {
    const { headers, ...rest } = message(status, { message: text }, requestId);
    return { ...rest, headers: { ...headers, 'x-amzn-errortype': code } };
  },
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

function readRequest({ method, path, body }: WireRequest): Asked {
  const [, identifier] = /^\/rules\/([^/?]+)$/.exec(path) ?? [];
  const nothing = { parameters: {}, node: toParameterTree([]), refusal: undefined };
  if (method === 'GET' && identifier !== undefined) {
    const parameters = { Identifier: decodeURIComponent(identifier) };
    return { ...nothing, action: 'GetRule', parameters, node: toParameterTree(Object.entries(parameters)) };
  }
  const content = parse(body);
  if (method !== 'POST' || path !== '/list-rules' || content?.json !== 'object') {
    return { ...nothing, action: '' };
  }
  return { ...nothing, action: 'ListRules', parameters: Object.fromEntries(flatten(content)), node: content };
}

function message(status: number, content: unknown, requestId: string): WireMessage {
  return {
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-requestid': requestId },
    body: JSON.stringify(content),
  };
}
