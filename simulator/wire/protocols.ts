import type { Service } from '../actions/action.ts';
import { toParameterTree } from '../actions/parameters.ts';
import * as autoScalingErrors from '../model/auto-scaling-errors.ts';
import { encodeDenial } from '../model/denial.ts';
import * as errors from '../model/errors.ts';
import * as stsErrors from '../model/sts-errors.ts';
import { xmlMessage } from './answer.ts';
import { ec2Skewed, stsSkewed } from './clock-skew.ts';
import { awsJson } from './json.ts';
import type { Asked, Protocol, Refusals } from './protocol.ts';
import { formOf, type WireRequest } from './request.ts';
import { recycleBinRest } from './rest-json.ts';
import { isXmlText, toXml } from './xml.ts';

/** Requests of both query protocols are forms: `Action=…&Version=…`. */
function readForm(request: WireRequest, version: string): Asked {
  const form = formOf(request);
  const action = form.get('Action') ?? '';
  const parameters = [...form].filter(([name]) => name !== 'Action' && name !== 'Version');
  return {
    action,
    parameters: Object.fromEntries(parameters),
    node: toParameterTree(parameters),
    refusal: form.get('Version') === version ? undefined : errors.invalidAction(action),
  };
}

const queryRefusals = {
  unsigned: errors.missingAuthenticationToken,
  region: errors.authFailure,
  noAction: errors.missingAction,
  unknownAction: errors.invalidAction,
};

/** Smithy, "AWS EC2 query protocol". */
const ec2Query: Protocol = {
  read: (request) => readForm(request, '2016-11-15'),
  carries: isXmlText,
  refusals: {
    ...queryRefusals,
    expired: errors.requestExpired,
    skewed: ec2Skewed,
    denied: (denial) =>
      errors.unauthorizedOperation(denial.principal, denial.action, denial.resource, encodeDenial(denial)),
  },
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

export const stsVersion = '2011-06-15';

/** Smithy, "AWS query protocol". */
function awsQuery(version: string, namespace: string, refusals: Refusals): Protocol {
  return {
    read: (request) => readForm(request, version),
    carries: isXmlText,
    refusals,
    answer: (action, fields, requestId) =>
      xmlMessage(
        200,
        `<${action}Response xmlns="${namespace}">${toXml(
          { [`${action}Result`]: fields, ResponseMetadata: { RequestId: requestId } },
          'member',
        )}</${action}Response>`,
        requestId,
      ),
    error: ({ code, message, status }, requestId) =>
      xmlMessage(
        status,
        `<ErrorResponse xmlns="${namespace}">${toXml({
          Error: { Type: status < 500 ? 'Sender' : 'Receiver', Code: code, Message: message },
          RequestId: requestId,
        })}</ErrorResponse>`,
        requestId,
      ),
  };
}

const stsQuery = awsQuery(stsVersion, 'https://sts.amazonaws.com/doc/2011-06-15/', {
  ...queryRefusals,
  region: stsErrors.invalidClientTokenId,
  expired: stsErrors.sessionExpired,
  skewed: stsSkewed,
  denied: ({ principal, action }) => stsErrors.accessDenied(principal, action),
});

/** Denied and expired as by STS: Auto Scaling API reference, "Common errors". */
const autoScalingQuery = awsQuery('2011-01-01', 'http://autoscaling.amazonaws.com/doc/2011-01-01/', {
  ...queryRefusals,
  region: autoScalingErrors.invalidClientToken,
  expired: stsErrors.sessionExpired,
  skewed: stsSkewed,
  denied: ({ principal, action }) => stsErrors.accessDenied(principal, action),
});

/** API models, targetPrefix. */
export const jsonTargets = { kms: 'TrentService', ssm: 'AmazonSSM' } as const;

export const protocols: Readonly<Record<Service, Protocol>> = {
  ec2: ec2Query,
  sts: stsQuery,
  autoscaling: autoScalingQuery,
  rbin: recycleBinRest,
  kms: awsJson(jsonTargets.kms),
  ssm: awsJson(jsonTargets.ssm),
};
