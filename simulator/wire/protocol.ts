import type { ParameterNode } from '../actions/parameters.ts';
import type { Denial } from '../model/denial.ts';
import type { ApiError } from '../model/errors.ts';
import type { WireMessage } from './answer.ts';
import type { Skew } from './clock-skew.ts';
import type { WireRequest } from './request.ts';
import type { XmlFields } from './xml.ts';

/** How a service reads requests and writes answers. */
export interface Protocol {
  read(request: WireRequest): Asked;
  answer(action: string, fields: XmlFields, requestId: string): WireMessage;
  error(error: ApiError, requestId: string): WireMessage;
  /** Whether an answer could carry the text back; the service refuses it when not. */
  carries(text: string): boolean;
  refusals: Refusals;
}

/** What a request asks for. */
export interface Asked {
  /** Empty when there is none. */
  action: string;
  /** As they stood in the request, for the record. */
  parameters: Readonly<Record<string, string>>;
  node: ParameterNode;
  /** Why it cannot be answered, whatever it asks for. */
  refusal: ApiError | undefined;
}

/** What each service calls what all of them refuse. */
export interface Refusals {
  unsigned(): ApiError;
  /** Temporary credentials that are over. */
  expired(): ApiError;
  /** Signed at a time that is too far from AWS's own. */
  skewed(skew: Skew): ApiError;
  /** A Region that the account has not enabled. */
  region(): ApiError;
  noAction(): ApiError;
  unknownAction(action: string): ApiError;
  denied(denial: Denial): ApiError;
}
