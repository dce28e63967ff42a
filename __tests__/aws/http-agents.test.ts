import { once } from 'node:events';
import https from 'node:https';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { closeConnections, httpAgents } from '../../src/aws/http-agents.ts';

/** Takes every connection and never says a word, as a server without TLS and as a proxy. */
let silent: Server;
let sockets: Socket[];
beforeEach(async () => {
  sockets = [];
  silent = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  jest.useRealTimers();
  closeConnections();
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => silent.close(resolve));
});

const address = () => `127.0.0.1:${(silent.address() as AddressInfo).port}`;

/** Asks for something by HTTPS. */
function ask(url: string, environment: NodeJS.ProcessEnv = {}) {
  const request = https.get(url, { agent: httpAgents(environment).httpsAgent });
  const failure = once(request, 'error').then(([error]) => error as NodeJS.ErrnoException);
  return { request, failure };
}

describe.each([
  { title: 'a server', asking: () => ask(`https://${address()}`) },
  {
    title: 'a proxy',
    asking: () => ask('https://ec2.example.com', { HTTPS_PROXY: `http://${address()}` }),
  },
])('$title that takes a connection and says nothing', ({ asking }) => {
  test('is given ten seconds', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    const { failure } = asking();
    await once(silent, 'connection');
    jest.advanceTimersByTime(10_000);
    expect(await failure).toMatchObject({ code: 'ETIMEDOUT', message: 'no connection within 10 seconds' });
  });

  test('does not keep its connection once all are closed', async () => {
    const { request, failure } = asking();
    failure.catch(() => undefined);
    await once(silent, 'connection');
    const [socket] = sockets;
    socket?.resume();
    closeConnections();
    if (socket) await once(socket, 'close');
    request.destroy();
    expect(socket?.destroyed).toBe(true);
  });
});
