/** Node's HTTP agents as this action needs them: connections that are kept, and proxies. */
import http from 'node:http';
import https from 'node:https';

export interface HttpAgents {
  httpAgent: http.Agent;
  httpsAgent: https.Agent;
}

/**
 * HTTP_PROXY, HTTPS_PROXY and NO_PROXY, in capitals or not, are honoured: agents know them from Node 24.5 on as
 * `proxyEnv`, and ignore it before. NODE_EXTRA_CA_CERTS is Node's own affair.
 * @param ca certificates to trust in place of Node's, as PEM
 */
export function httpAgents(environment: NodeJS.ProcessEnv, ca?: readonly string[]): HttpAgents {
  const options = { keepAlive: true, proxyEnv: environment };
  return {
    httpAgent: new http.Agent(options),
    httpsAgent: new https.Agent({ ...options, ...(ca === undefined ? {} : { ca: [...ca] }) }),
  };
}
