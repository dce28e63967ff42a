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

/** Forwards plain HTTP, and opens tunnels for everything else. */
export async function openProxy(): Promise<LoggingProxy> {
  const asked: string[] = [];
  const server = http.createServer((request, response) => {
    asked.push(request.url ?? '');
    forward(new URL(request.url ?? ''), request, response);
  });
  server.on('connect', (request, socket, head) => {
    asked.push(`CONNECT ${request.url}`);
    const [host, port] = (request.url ?? '').split(':');
    const target = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      target.write(head);
      target.pipe(socket).pipe(target);
    });
    target.on('error', () => socket.destroy());
    socket.on('error', () => target.destroy());
  });
  return { asked, ...(await listening(server, 'http')) };
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

async function listening(server: Server, scheme: string): Promise<Listening> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
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
