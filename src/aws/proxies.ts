/** The proxies that the environment names, checked and in the form that Node's agents take. */
import { isIP } from 'node:net';
import { BakeError, messageOf } from '../base/errors.ts';

export interface Proxies {
  /** For the option `proxyEnv` of Node's agents. */
  environment: { http_proxy?: string; https_proxy?: string; no_proxy?: string };
  /** The variable that names the proxy for `https://`, as it is spelt in the environment. */
  tunnelVariable: string;
  /** Those that there are, each with its variable. */
  named: readonly Named[];
}

interface Named {
  variable: string;
  url: string;
}

/**
 * Lower case goes before capitals, as in Node, curl and the AWS CLI.
 * @throws BakeError that names the variable whose proxy cannot be used; it does not show the value, which may hold a password
 */
export function proxiesOf(environment: NodeJS.ProcessEnv): Proxies {
  const http = proxyIn(environment, 'http_proxy');
  const https = proxyIn(environment, 'https_proxy');
  const noProxy = environment['no_proxy'] || environment['NO_PROXY'];
  return {
    environment: {
      ...(http === undefined ? {} : { http_proxy: http.url }),
      ...(https === undefined ? {} : { https_proxy: https.url }),
      ...(noProxy === undefined ? {} : { no_proxy: withSubdomains(noProxy) }),
    },
    tunnelVariable: https?.variable ?? 'HTTPS_PROXY',
    named: [https, http].filter((proxy) => proxy !== undefined),
  };
}

function proxyIn(environment: NodeJS.ProcessEnv, name: string): Named | undefined {
  const variable = environment[name] ? name : name.toUpperCase();
  const value = environment[variable];
  return value ? { variable, url: proxyUrl(variable, value.trim()) } : undefined;
}

/** Without a scheme it is `http://`, as in curl and the AWS CLI. Node ignores such a value, and every other scheme. */
function proxyUrl(variable: string, value: string): string {
  const [, scheme] = /^([a-z][a-z0-9+.-]*):\/\//i.exec(value) ?? [];
  if (scheme !== undefined && !/^https?$/i.test(scheme)) throw unusable(variable, `a ${scheme} proxy`);
  const url = URL.parse(scheme === undefined ? `http://${value}` : value);
  if (url === null) throw unusable(variable, 'something that is not a URL');
  try {
    // Node decodes them when it makes the agent, where the error would show the value.
    decodeURIComponent(url.username + url.password);
  } catch {
    throw unusable(variable, 'a proxy whose user name or password is not URL-encoded (write % as %25)');
  }
  return url.href;
}

function unusable(variable: string, what: string): BakeError {
  return new BakeError(`The environment variable \`${variable}\` names ${what}, which bake-ami cannot use.`, {
    remedy: `Set \`${variable}\` to an HTTP proxy, like \`http://HOST:PORT\`, or leave it unset.`,
  });
}

/**
 * A domain in NO_PROXY stands for its subdomains too, as in curl and the AWS CLI; in Node it does so only with a dot before it.
 * Entries with a dot, a wildcard or a port, and ranges of addresses, are as Node takes them.
 */
function withSubdomains(noProxy: string): string {
  const entries = noProxy.split(',').map((entry) => entry.trim());
  return entries.map((entry) => (/^[a-z][^:]*$/i.test(entry) ? `.${entry}` : entry)).join(',');
}

/**
 * What Node says when a proxy does not open a tunnel, in words that name the variable. An error of a connection to a proxy stays
 * the same object and gets them, too; any other error is as it was.
 */
export function withProxyNamed(error: Error | null, proxies: Proxies): Error | null {
  if (!error) return error;
  if ((error as NodeJS.ErrnoException).code !== 'ERR_PROXY_TUNNEL') return ofConnection(error, proxies);
  const [, status] = /: HTTP\/[\d.]+ (\d{3}\b.*)$/.exec(messageOf(error)) ?? [];
  const happened = status === undefined ? `opened no tunnel (${messageOf(error)})` : `answered ${status}`;
  return Object.assign(
    new Error(`the proxy that ${proxies.tunnelVariable} names ${happened}`, { cause: error }),
    { code: 'ERR_PROXY_TUNNEL' },
  );
}

function ofConnection(error: ConnectionError, { named }: Proxies): Error {
  const proxy = named.find(({ url }) => isAt(new URL(url), error));
  const words = ` (the proxy that ${proxy?.variable} names)`;
  if (proxy !== undefined && !error.message.endsWith(words)) error.message += words;
  return error;
}

/** What Node tells of the other end. */
type ConnectionError = Error & { hostname?: string; address?: string; port?: number };

/** The address of a name is not known here: then the port tells, unless it is one that AWS has as well. */
function isAt({ hostname, port, protocol }: URL, error: ConnectionError): boolean {
  if (error.hostname !== undefined) return error.hostname === hostname;
  const itsPort = Number(port || (protocol === 'https:' ? 443 : 80));
  return error.port === itsPort && (error.address === hostname || (isIP(hostname) === 0 && port !== ''));
}
