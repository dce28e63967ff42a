/** What stands between a runner and AWS in a company network: proxies, and servers with certificates of their own. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { type AddressInfo, connect, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Listening {
  /** e.g. `http://127.0.0.1:43210` */
  url: string;
  close(): Promise<void>;
}

export interface LoggingProxy extends Listening {
  /** What it was asked for: addresses to forward to, and `CONNECT host:port`. */
  asked: string[];
}

export interface ProxyOptions {
  /** Answers the nth CONNECT, from 1, with a status line like `407 Proxy Authentication Required`, or never. */
  refuse?: (nth: number) => string | 'never' | undefined;
  /** By default any that is free. */
  port?: number;
}

/** Forwards plain HTTP, and opens tunnels for everything else. */
export async function openProxy({ refuse, port = 0 }: ProxyOptions = {}): Promise<LoggingProxy> {
  const asked: string[] = [];
  let connects = 0;
  const server = http.createServer((request, response) => {
    asked.push(request.url ?? '');
    forward(new URL(request.url ?? ''), request, response);
  });
  server.on('connect', (request, socket, head) => {
    asked.push(`CONNECT ${request.url}`);
    connects += 1;
    const refusal = refuse?.(connects);
    if (refusal === 'never') return;
    if (refusal !== undefined) return void socket.end(`HTTP/1.1 ${refusal}\r\ncontent-length: 0\r\n\r\n`);
    const [host, port] = (request.url ?? '').split(':');
    const target = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      target.write(head);
      target.pipe(socket).pipe(target);
    });
    target.on('error', () => socket.destroy());
    socket.on('error', () => target.destroy());
  });
  return { asked, ...(await listening(server, 'http', port)) };
}

/**
 * Stands in front of the simulator and refuses what is signed with a time more than five minutes off, as EC2 does.
 * @param refusesAlways also with the right time, as EC2 does for wrong credentials
 */
export async function openStrictClock(
  url: string,
  { refusesAlways = false } = {},
): Promise<Listening & { refused: string[] }> {
  const refused: string[] = [];
  const server = http.createServer((request, response) => {
    const time = String(request.headers['x-amz-date']);
    if (!refusesAlways && Math.abs(Date.now() - timeOf(time)) < 300_000) {
      return forward(new URL(request.url ?? '', url), request, response);
    }
    refused.push(time);
    const message = 'AWS was not able to validate the provided access credentials';
    const error = `<Error><Code>AuthFailure</Code><Message>${message}</Message></Error>`;
    request.resume();
    response.writeHead(401, { 'content-type': 'text/xml' });
    response.end(`<Response><Errors>${error}</Errors><RequestID>req-1</RequestID></Response>`);
  });
  return { refused, ...(await listening(server, 'http')) };
}

/** `20261125T204313Z`, as Signature Version 4 has it. */
function timeOf(amzDate: string): number {
  return Date.parse(amzDate.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}

/** Puts TLS in front of a server. */
export async function openTls(url: string, { key, certificate }: Certificate): Promise<Listening> {
  const server = https.createServer({ key, cert: certificate }, (request, response) => {
    forward(new URL(request.url ?? '', url), request, response);
  });
  return listening(server, 'https');
}

function forward(to: URL, request: http.IncomingMessage, response: http.ServerResponse): void {
  const { method, headers } = request;
  const onward = http.request(to, { method: method ?? 'GET', headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}

async function listening(server: Server, scheme: string, port = 0): Promise<Listening> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

export interface Certificate {
  key: string;
  certificate: string;
  /** Where the certificate is, for variables that name a file. */
  path: string;
  remove(): void;
}

/** For 127.0.0.1, signed by itself; undefined where there is no openssl to make it with. */
export function makeCertificate(): Certificate | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  const path = join(folder, 'ca.pem');
  const keyPath = join(folder, 'key.pem');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=127.0.0.1'];
  const names = ['-addext', 'subjectAltName=IP:127.0.0.1'];
  try {
    execFileSync('openssl', [...request, ...names, '-keyout', keyPath, '-out', path], { stdio: 'ignore' });
    return { key: readFileSync(keyPath, 'utf8'), certificate: readFileSync(path, 'utf8'), path, remove };
  } catch {
    remove();
    return undefined;
  }
}
