/**
 * Says why AWS denied a call, where EC2 tells it in encoded form only: STS decodes it for those who may know.
 *
 * The SDK's client for STS is loaded when there is something to decode, which is hardly ever.
 */
import { BakeError } from '../base/errors.ts';
import { awsErrorFacts, encodedRefusalIn } from './errors.ts';
import { AwsFailure, callOf, type Denial, denialIn, permissionRemedy } from './failure.ts';
import type { PatientClient } from './patient-client.ts';

/** The client is called only when there is something to decode. */
type Sts = Pick<PatientClient, 'send'>;

/** What a decoded message comes down to. */
export interface Explanation {
  /** For the user. */
  sentence: string;
  denial: Denial;
}

/** It is only an explanation: nobody waits for it longer than this, which an API that takes 5 seconds for a call keeps. */
const attemptSeconds = 6;
/** STS API Reference, DecodeAuthorizationMessage. */
const longestEncodedMessage = 10_240;
/** Session names, resources and statement IDs may be of any length; the sentence should not. */
const longestPart = 200;

/**
 * @param error whatever ended a bake
 * @returns the error with the decoded reason in its message, and a remedy that fits it. The same error when there is
 * nothing to decode, or sts:DecodeAuthorizationMessage is not allowed, or STS does not answer in time.
 */
export async function explain<E>(error: E, sts: Sts, signal: AbortSignal): Promise<E | BakeError> {
  if (!(error instanceof BakeError)) return error;
  const refusal = refusalBelow(error);
  if (refusal === undefined) return error;
  const explanation = await decodeAuthorizationMessage(refusal.encoded, sts, signal);
  if (explanation === undefined) return error;
  const { sentence, denial } = explanation;
  // EC2 says openly what was denied, or nothing at all. In the first case the remedy is made of that already.
  const saidOpenly = denialIn(refusal.message) !== undefined && error.remedy !== undefined;
  const feature = error instanceof AwsFailure ? error.feature : undefined;
  return new BakeError(`${error.message}\n${sentence}`, {
    cause: error.cause,
    remedy: saidOpenly ? error.remedy : permissionRemedy(denial, callOf(error), feature),
  });
}

/**
 * @param encoded what EC2 calls "Encoded authorization failure message"
 * @returns undefined, quietly, when it cannot be decoded
 */
export async function decodeAuthorizationMessage(
  encoded: string,
  sts: Sts,
  signal: AbortSignal,
): Promise<Explanation | undefined> {
  if (encoded.length > longestEncodedMessage) return undefined;
  try {
    const { DecodeAuthorizationMessageCommand } = await import('./sdk/sts.ts');
    const command = new DecodeAuthorizationMessageCommand({ EncodedMessage: encoded });
    const { DecodedMessage } = await sts.send(command, { signal, patienceSeconds: 0, attemptSeconds });
    return explanationOf(JSON.parse(DecodedMessage ?? ''));
  } catch {
    return undefined;
  }
}

/** The first of an error's causes that carries an encoded message. */
function refusalBelow({ cause }: BakeError): { message: string; encoded: string } | undefined {
  let error = cause;
  for (let depth = 0; error instanceof Error && depth < 10; depth += 1) {
    const { message } = awsErrorFacts(error);
    const encoded = encodedRefusalIn(message);
    if (encoded !== undefined) return { message, encoded };
    error = error.cause;
  }
  return undefined;
}

/**
 * The part of a decoded message that is told. The rest, foremost the values of all condition keys, is left alone: it
 * is what AWS encodes the message for.
 */
interface Decoded {
  /** A boolean; a string in the examples of the STS API Reference. */
  explicitDeny?: unknown;
  matchedStatements?: { items?: { statementId?: unknown }[] };
  context?: { principal?: { arn?: unknown; id?: unknown }; action?: unknown; resource?: unknown };
}

function explanationOf({ explicitDeny, matchedStatements, context }: Decoded): Explanation | undefined {
  const action = part(context?.action);
  if (action === undefined) return undefined;
  const resource = part(context?.resource);
  const who = part(context?.principal?.arn) ?? part(context?.principal?.id) ?? 'the caller';
  const what = resource === undefined ? action : `${action} on ${resource}`;
  const denied = String(explicitDeny) === 'true';
  const ids = statementIds(matchedStatements);
  const named =
    ids.length === 0 ? '' : ` (${ids.length === 1 ? 'statement' : 'statements'} ${ids.join(', ')})`;
  return {
    sentence: denied
      ? `Decoded: a policy${named} denies ${what} to ${who} explicitly.`
      : `Decoded: no policy allows ${what} to ${who}.`,
    denial: { action, resource, ...(denied ? { deniedBy: `policy${named}` } : {}) },
  };
}

/** Statements need not have an ID; then it is empty. */
function statementIds(matched: Decoded['matchedStatements']): string[] {
  const items = Array.isArray(matched?.items) ? matched.items : [];
  return items.flatMap(({ statementId }) => part(statementId) ?? []);
}

function part(value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  return value.length > longestPart ? `${value.slice(0, longestPart)}…` : value;
}
