import type { Service } from '../actions/action.ts';
import type { ApiError } from '../model/errors.ts';
import { type WireMessage, xmlMessage } from './answer.ts';
import { toXml, type XmlFields } from './xml.ts';

/** How a service writes its answers. Requests of both are forms (`Action=…&Version=…`). */
export interface Protocol {
  version: string;
  answer(action: string, fields: XmlFields, requestId: string): WireMessage;
  error(error: ApiError, requestId: string): WireMessage;
}

/** Smithy, "AWS EC2 query protocol". */
const ec2Query: Protocol = {
  version: '2016-11-15',
  answer: (action, fields, requestId) =>
    xmlMessage(
      200,
      `<${action}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">${toXml({ requestId, ...fields })}</${action}Response>`,
      requestId,
    ),
  error: ({ code, message, status }, requestId) =>
    xmlMessage(
      status,
      toXml({
        Response: { Errors: { Error: { Code: code, Message: message } }, RequestID: requestId },
      }),
      requestId,
    ),
};

/** Smithy, "AWS query protocol". */
const stsQuery: Protocol = {
  version: '2011-06-15',
  answer: (action, fields, requestId) =>
    xmlMessage(
      200,
      `<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/">${toXml({
        [`${action}Result`]: fields,
        ResponseMetadata: { RequestId: requestId },
      })}</${action}Response>`,
      requestId,
    ),
  error: ({ code, message, status }, requestId) =>
    xmlMessage(
      status,
      `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">${toXml({
        Error: { Type: status < 500 ? 'Sender' : 'Receiver', Code: code, Message: message },
        RequestId: requestId,
      })}</ErrorResponse>`,
      requestId,
    ),
};

export const protocols: Readonly<Record<Service, Protocol>> = { ec2: ec2Query, sts: stsQuery };
