/** What goes over the wire in answer to a request, whatever carries it. */
export type WireAnswer =
  /** A whole answer. */
  | ({ kind: 'answer' } & WireMessage)
  /** The connection is reset, no answer. */
  | { kind: 'reset' }
  /** No connection at all. */
  | { kind: 'refused' }
  /** The head, a part of the body, and a reset. */
  | ({ kind: 'cut'; sentBytes: number } & WireMessage)
  /** Nothing, for ever. */
  | { kind: 'stall' }
  /** The head and a part of the body, then nothing for ever. */
  | ({ kind: 'stalled-body'; sentBytes: number } & WireMessage);

export interface WireMessage {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** With how much it is late beyond the transport's own latency. */
export interface TimedAnswer {
  answer: WireAnswer;
  delayMilliseconds: number;
}

export function xmlMessage(status: number, body: string, requestId: string): WireMessage {
  return {
    status,
    headers: { 'content-type': 'text/xml;charset=UTF-8', 'x-amzn-requestid': requestId, server: 'AmazonEC2' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}`,
  };
}
