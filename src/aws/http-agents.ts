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

function tracked<Agent extends http.Agent>(agent: Agent, proxies: Proxies): Agent {
  const create = agent.createConnection.bind(agent);
  agent.createConnection = (options, callback) => {
    const socket = create(options, (error, stream) => callback?.(withProxyNamed(error, proxies), stream));
    if (socket) {
      open.add(socket);
      socket.once('close', () => open.delete(socket));
    }
    return socket;
  };
  return agent;
}
