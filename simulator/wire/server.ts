import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Clock } from '../../src/base/clock.ts';
import type { TimedAnswer, WireAnswer } from './answer.ts';
import type { WireRequest } from './request.ts';

export interface SimulatorServer {
  /** e.g. `http://127.0.0.1:43210`, for AWS_ENDPOINT_URL or a client's `endpoint`. */
  url: string;
  port: number;
  /** Ends at once, with everything that is still open. */
  close(): Promise<void>;
}

/** What can be put behind a server: a Simulator, a GitHubApi. */
export interface Served {
  clock: Clock;
  handle(request: WireRequest): TimedAnswer;
}

/**
 * Puts the simulator behind a real HTTP server.
 * @param options.port a free one unless given
 * @throws when the port is taken
 */
export async function serve(
  simulator: Served,
  { port = 0, host = '127.0.0.1' }: { port?: number; host?: string } = {},
): Promise<SimulatorServer> {
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    answerOver(simulator, request, response).catch((error: unknown) => {
      // A client that went away is its own affair; anything else is the simulator's mistake and must be seen.
      if (!request.socket.destroyed) {
        console.error(error);
        response.destroy();
      }
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host}:${address.port}`,
    port: address.port,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

async function answerOver(
  simulator: Served,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { answer, delayMilliseconds } = simulator.handle(await toWireRequest(request));
  if (delayMilliseconds > 0) {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    await simulator.clock.sleep(delayMilliseconds, gone.signal);
  }
  send(answer, request.socket, response);
}

async function toWireRequest(request: IncomingMessage): Promise<WireRequest> {
  return {
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
    ),
    body: await text(request),
  };
}

function send(answer: WireAnswer, socket: Socket, response: ServerResponse): void {
  switch (answer.kind) {
    case 'stall':
      return;
    case 'refused':
    case 'reset':
      socket.resetAndDestroy();
      return;
    case 'answer':
      response.writeHead(answer.status, lengthy(answer)).end(answer.body);
      return;
    case 'stalled-body':
      sendPart(answer, response);
      return;
    case 'cut':
      sendPart(answer, response, () => socket.destroy());
      return;
  }
}

function sendPart(
  answer: { status: number; headers: Readonly<Record<string, string>>; body: string; sentBytes: number },
  response: ServerResponse,
  then?: () => void,
): void {
  response.writeHead(answer.status, lengthy(answer));
  response.write(Buffer.from(answer.body).subarray(0, answer.sentBytes), () => then?.());
}

function lengthy({ headers, body }: { headers: Readonly<Record<string, string>>; body: string }) {
  return { ...headers, 'content-length': String(Buffer.byteLength(body)) };
}
