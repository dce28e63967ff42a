import type { Fault } from './faults.ts';
import { ApiError } from './model/errors.ts';
import type { WireAnswer, WireMessage } from './wire/answer.ts';
import type { Protocol } from './wire/protocol.ts';

/** Whether the fault comes before the work, so that nothing is done. */
export function sparesWork(fault: Fault | undefined): boolean {
  switch (fault?.kind) {
    case 'refused':
      return true;
    case 'reset':
    case 'stall':
    case 'error':
    case 'body':
      return fault.after !== true;
    default:
      return false;
  }
}

/**
 * What goes over the wire.
 * @param message the true answer; undefined when the work was not done
 */
export function strike(
  fault: Fault | undefined,
  message: WireMessage | undefined,
  protocol: Pick<Protocol, 'error'>,
  requestId: string,
): WireAnswer {
  switch (fault?.kind) {
    case 'reset':
      return { kind: 'reset' };
    case 'refused':
      return { kind: 'refused' };
    case 'stall':
      return { kind: 'stall' };
    case 'error':
      return {
        kind: 'answer',
        ...protocol.error(new ApiError(fault.code, fault.message, fault.status), requestId),
      };
    case 'body':
      return {
        kind: 'answer',
        status: fault.status,
        headers: { ...fault.headers, 'content-type': fault.contentType },
        body: fault.body,
      };
    default:
      if (!message) throw new Error('The simulator did no work and has no fault to answer with.');
      return cutShort(fault, message);
  }
}

function cutShort(fault: Fault | undefined, message: WireMessage): WireAnswer {
  const half = Math.floor(Buffer.byteLength(message.body) / 2);
  if (fault?.kind === 'stalled-body') return { kind: 'stalled-body', sentBytes: half, ...message };
  if (fault?.kind !== 'truncated') return { kind: 'answer', ...message };
  return fault.end === 'early'
    ? { kind: 'cut', sentBytes: half, ...message }
    : { kind: 'answer', ...message, body: Buffer.from(message.body).subarray(0, half).toString() };
}
