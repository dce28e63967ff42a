import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { DescribeRegionsCommand } from '@aws-sdk/client-ec2';
import { AssumeRoleWithWebIdentityCommand } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Simulator } from '../../simulator/simulator.ts';
import { type SimulatorServer, serve } from '../../simulator/wire/server.ts';
import { trustedCertificates } from '../../src/aws/ca-bundle.ts';
import {
  autoScalingClient,
  type ClientOptions,
  ec2Client,
  kmsClient,
  ssmClient,
  stsClient,
} from '../../src/aws/clients.ts';
import { BakeError } from '../../src/base/errors.ts';

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' };
const assume = new AssumeRoleWithWebIdentityCommand({
  RoleArn: 'arn:aws:iam::123456789012:role/bake',
  RoleSessionName: 'bake',
  WebIdentityToken: 'a.b.c',
});

/** Keeps what it is asked, and gives no answer. */
function listener() {
  const requests: { hostname: string; headers: Record<string, string> }[] = [];
  const requestHandler = {
    metadata: { handlerProtocol: 'http/1.1' },
    handle: async (request: (typeof requests)[number]) => {
      requests.push(request);
      throw new Error('no answer');
    },
  } as unknown as NonNullable<ClientOptions['requestHandler']>;
  return { requests, requestHandler };
}

/** Sets variables that the SDK reads by itself. */
async function withVariables<T>(variables: NodeJS.ProcessEnv, work: () => Promise<T>): Promise<T> {
  const before = { ...process.env };
  Object.assign(process.env, variables);
  try {
    return await work();
  } finally {
    for (const name of Object.keys(variables)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}

test.each([ec2Client, stsClient, autoScalingClient, kmsClient, ssmClient])(
  '%p keeps no log of what it sends and gets',
  async (make) => {
    const client = await make({ region: 'eu-west-1', environment: {}, credentials });
    const names = client.middlewareStack.identify().join(' ');
    expect(names).toContain('hostHeaderMiddleware');
    expect(names).not.toMatch(/log/i);
  },
);

describe('the client of STS', () => {
  test.each([
    ['eu-west-1', 'sts.eu-west-1.amazonaws.com'],
    ['us-east-1', 'sts.us-east-1.amazonaws.com'],
    ['us-gov-west-1', 'sts.us-gov-west-1.amazonaws.com'],
    ['cn-north-1', 'sts.cn-north-1.amazonaws.com.cn'],
  ])('asks in %s at %s, without credentials', async (region, host) => {
    const { requests, requestHandler } = listener();
    const client = await stsClient({ region, environment: {}, requestHandler });
    await expect(client.send(assume)).rejects.toThrow('no answer');
    expect(requests).toHaveLength(1);
    expect(requests[0]?.hostname).toBe(host);
    expect(requests[0]?.headers).not.toHaveProperty('authorization');
    expect(requests[0]?.headers['user-agent']).toContain('bake-ami/');
  });

  test.each(['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_STS'])('asks where %s says', async (variable) => {
    const { requests, requestHandler } = listener();
    await withVariables({ [variable]: 'http://sts.example' }, async () => {
      const client = await stsClient({ region: 'eu-west-1', environment: {}, requestHandler });
      await expect(client.send(assume)).rejects.toThrow('no answer');
    });
    expect(requests[0]?.hostname).toBe('sts.example');
  });

  test('takes no web page for an answer', async () => {
    const page = createServer((_request, response) => response.end('<html>Welcome</html>'));
    await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(page.address() as AddressInfo).port}`;
    try {
      await withVariables({ AWS_ENDPOINT_URL: url }, async () => {
        const client = await stsClient({ region: 'eu-west-1', environment: {} });
        await expect(client.send(assume)).rejects.toMatchObject({ name: 'UnreadableAnswerError' });
        client.destroy();
      });
    } finally {
      page.closeAllConnections();
      page.close();
    }
  });
});

describe('proxies', () => {
  let simulator: Simulator;
  let server: SimulatorServer;
  let proxy: Server;
  let proxied: (string | undefined)[];
  let environment: NodeJS.ProcessEnv;
  beforeEach(async () => {
    simulator = new Simulator();
    server = await serve(simulator);
    proxied = [];
    proxy = createServer((request, response) => {
      proxied.push(request.url);
      response.writeHead(502).end('<html>This proxy only listens</html>');
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    environment = { HTTP_PROXY: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` };
  });
  afterEach(async () => {
    proxy.closeAllConnections();
    proxy.close();
    await server.close();
  });

  const ask = (variables: NodeJS.ProcessEnv) =>
    withVariables({ AWS_ENDPOINT_URL: server.url }, async () => {
      const client = ec2Client({ region: 'eu-west-1', environment: variables, credentials });
      try {
        return await client.send(new DescribeRegionsCommand({}));
      } finally {
        client.destroy();
      }
    });

  test.each(['HTTP_PROXY', 'http_proxy'])('%s is used', async (variable) => {
    await expect(ask({ [variable]: environment['HTTP_PROXY'] })).rejects.toThrow();
    expect(proxied).toEqual([`${server.url}/`]);
    expect(simulator.calls.all).toEqual([]);
  });

  test.each([
    ['NO_PROXY', '127.0.0.1'],
    ['no_proxy', '127.0.0.1'],
    ['NO_PROXY', '*'],
  ])('%s=%s keeps calls away from it', async (variable, value) => {
    await ask({ ...environment, [variable]: value });
    expect(proxied).toEqual([]);
    expect(simulator.calls.actions()).toEqual(['DescribeRegions']);
  });

  test('none is used when none is asked for', async () => {
    await ask({});
    expect(proxied).toEqual([]);
    expect(simulator.calls.actions()).toEqual(['DescribeRegions']);
  });
});

describe('AWS_CA_BUNDLE', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ca-bundle-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function bundle(text: string): NodeJS.ProcessEnv {
    const path = join(folder, 'ca.pem');
    writeFileSync(path, text);
    return { AWS_CA_BUNDLE: path };
  }

  const [one = '', two = ''] = rootCertificates;

  test('adds its certificates to those that are trusted anyway', () => {
    const trusted = trustedCertificates(bundle(`# Corporate CA\n${one}\n\n${two}\n`));
    expect(trusted?.slice(-2)).toEqual([one, two].map((certificate) => certificate.trim()));
    expect(trusted?.length).toBeGreaterThan(50);
  });

  test('may be of Windows', () => {
    expect(trustedCertificates(bundle(one.replaceAll('\n', '\r\n')))?.length).toBeGreaterThan(50);
  });

  test.each([{}, { AWS_CA_BUNDLE: '' }])('is not needed: %j', (environment) => {
    expect(trustedCertificates(environment)).toBeUndefined();
  });

  test.each([
    ['a file that is missing', () => ({ AWS_CA_BUNDLE: join(folder, 'none.pem') }), /ENOENT/],
    ['a folder', () => ({ AWS_CA_BUNDLE: folder }), /EISDIR/],
    ['an empty file', () => bundle(''), /holds no certificate/],
    [
      'a private key',
      () => bundle('-----BEGIN PRIVATE KEY-----\nMII\n-----END PRIVATE KEY-----'),
      /holds no cert/,
    ],
    [
      'a certificate that is broken',
      () => bundle('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'),
      /cannot be read/,
    ],
  ])('with %s is an error that names it', (_title, environment, reason) => {
    const make = () => ec2Client({ region: 'eu-west-1', environment: environment(), credentials });
    expect(make).toThrow(BakeError);
    expect(make).toThrow(reason);
    expect(make).toThrow(/AWS_CA_BUNDLE/);
    expect(make).toThrow(folder);
  });
});
