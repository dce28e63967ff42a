/** Node's HTTP agents as this action needs them: connections that are kept, and proxies. */
import http from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import { type Proxies, proxiesOf, withProxyNamed } from './proxies.ts';

export interface HttpAgents {
  httpAgent: http.Agent;
  httpsAgent: https.Agent;
}

/**
 * Agents know proxies from Node 24.5 on, as `proxyEnv`, and ignore the option before. NODE_EXTRA_CA_CERTS is Node's own affair.
 * @param environment with HTTP_PROXY, HTTPS_PROXY and NO_PROXY, in capitals or not
 * @param ca certificates to trust in place of Node's, as PEM
 * @throws BakeError for a proxy that cannot be used
 */
export function httpAgents(environment: NodeJS.ProcessEnv, ca?: readonly string[]): HttpAgents {
  const proxies = proxiesOf(environment);
  const options = { keepAlive: true, proxyEnv: proxies.environment };
  const httpsAgent = new https.Agent({ ...options, ...(ca === undefined ? {} : { ca: [...ca] }) });
  return { httpAgent: tracked(new http.Agent(options), proxies), httpsAgent: tracked(httpsAgent, proxies) };
}

const open = new Set<Duplex>();

/**
 * Closes every connection that is still open, so that the process can end. `Agent.destroy` does not know a connection to a
 * proxy that has not answered CONNECT yet.
 */
export function closeConnections(): void {
  for (const socket of open) socket.destroy();
}

/** Until a connection, and the tunnel through a proxy, can be used. A proxy may take its time for a tunnel. */
const connectionSeconds = 10;

function tracked<Agent extends http.Agent>(agent: Agent, proxies: Proxies): Agent {
  const create = agent.createConnection.bind(agent);
  agent.createConnection = (options, callback) => {
    let timer: NodeJS.Timeout | undefined;
    const connected = () => clearTimeout(timer);
    const socket = create(options, (error, stream) => {
      connected();
      callback?.(withProxyNamed(error, proxies), stream);
    });
    if (!socket) return socket;
    timer = limited(socket);
    open.add(socket);
    // Before whoever waits for an answer hears of it.
    socket.once('error', (error: Error) => withProxyNamed(error, proxies));
    // Without a tunnel, nothing calls back for TLS.
    socket.once('secureConnect', connected);
    socket.once('close', () => {
      connected();
      open.delete(socket);
    });
    return socket;
  };
  return agent;
}

/** The timers of the SDK's own limit outlive a request that is aborted, and with it the process. */
function limited(socket: Duplex): NodeJS.Timeout {
  return setTimeout(() => {
    const message = `no connection within ${connectionSeconds} seconds`;
    socket.destroy(Object.assign(new Error(message), { code: 'ETIMEDOUT' }));
  }, connectionSeconds * 1000).unref();
}
