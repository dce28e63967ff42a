import { type Fault, faults } from '../../simulator/faults.ts';

/** Everything that may go wrong with a call once and is over with the next, by what it is. */
export const passing: Readonly<Record<string, Fault>> = {
  'answer lost after the work': faults.lostAnswer(),
  'connection reset before the work': faults.reset(),
  stall: faults.stall(),
  'stall after the work': faults.stall({ after: true }),
  'stalled body': faults.stalledBody(),
  'truncated body': faults.truncatedBody('early'),
  'body cut off cleanly': faults.truncatedBody('clean'),
  'empty body': faults.emptyBody(),
  'empty body after the work': faults.emptyBody({ after: true }),
  'HTML body': faults.htmlBody(),
  'HTML body after the work': faults.htmlBody({ after: true }),
  'HTML that no XML parser takes': faults.htmlBody({ loose: true }),
  'HTML 502': faults.htmlError(502),
  'HTML 502 after the work': faults.htmlError(502, { after: true }),
  'InternalError 500': faults.internalError(),
  'InternalError 500 after the work': faults.internalError({ after: true }),
  'Unavailable 503': faults.unavailable(),
  'ServiceUnavailable 503 after the work': faults.serviceUnavailable({ after: true }),
  RequestLimitExceeded: faults.requestLimitExceeded(),
  Throttling: faults.throttling(),
};
