/** `npm run try`: a newcomer's first step by hand. */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Simulator } from '../../simulator/simulator.ts';
import { type SimulatorServer, serve } from '../../simulator/wire/server.ts';

let simulator: Simulator;
let server: SimulatorServer;

beforeEach(async () => {
  simulator = new Simulator({ image: { seconds: 1 } });
  server = await serve(simulator);
});
afterEach(() => server.close());

test('bakes where AWS_ENDPOINT_URL points to, with the inputs of the command line, and tells the outputs', async () => {
  const { id } = simulator.seedInstance();
  const { code, output } = await run(['--instance-id', id, '--tags', 'Team=web'], awsEnvironment());
  expect({ code, output }).toEqual({ code: 0, output: expect.stringMatching(/^ami-id=ami-[0-9a-f]{17}$/m) });
  const [image] = [...simulator.world().images.values()].filter(({ name }) => name.startsWith('web-main-'));
  expect(output).toContain(`ami-id=${image?.id}\n`);
});

test('shows a dry run: an input without a value, one of several lines, groups indented, and a page to open', async () => {
  const { id } = simulator.seedInstance();
  const args = ['--instance-id', id, '--dry-run', '--copy-to', 'us-west-2', '--copy-to', 'us-east-1'];
  const { code, output } = await run(args, awsEnvironment());
  expect({ code, output }).toMatchObject({ code: 0 });
  expect(output).not.toMatch(/^::/m);
  expect(output).toMatch(/us-west-2/);
  expect(output).toMatch(/us-east-1/);
  const [, page = ''] = /^(file:\/\/\S+\.html)$/m.exec(output) ?? [];
  expect(readFileSync(new URL(page), 'utf8')).toContain(id);
  rmSync(new URL('.', page), { recursive: true });
});

test('shows errors as the runner does', async () => {
  const { code, output } = await run(['--instance-id', 'web'], awsEnvironment());
  expect({ code, output }).toMatchObject({ code: 1 });
  expect(output).toMatch(/^Error: .*\n.*instance-id/m);
});

test('survives a reader that stops reading', async () => {
  const { id } = simulator.seedInstance();
  const { code, output } = await run(['--instance-id', id, '--dry-run'], awsEnvironment(), 1);
  expect({ code, output }).toEqual({ code: 0, output: expect.not.stringContaining('EPIPE') });
});

test.each([
  ['--action is "bike"; it takes one of bake', ['--action', 'bike']],
  ['AWS_ENDPOINT_URL is not set', ['--instance-id', 'i-0123456789abcdef0']],
  ["Unknown option '--instance'", ['--instance', 'i-0123456789abcdef0']],
])('does nothing where "%s", and says how it is used', async (words, args) => {
  const { code, output } = await run(args, {});
  expect({ code, output }).toEqual({ code: 2, output: expect.stringContaining(words) });
  expect(output).toContain('Usage: npm run try');
});

test('says how it is used where it is asked', async () => {
  const { code, output } = await run(['--help'], {});
  expect({ code, output }).toEqual({ code: 0, output: expect.stringMatching(/^Runs an action by hand/) });
});

function awsEnvironment(): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: server.url,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'example',
  };
}

/** @param most pieces of the output that are read before the reader goes away */
function run(
  args: string[],
  environment: Record<string, string>,
  most = Number.POSITIVE_INFINITY,
): Promise<{ code: number | null; output: string }> {
  const script = fileURLToPath(new URL('../../scripts/try.ts', import.meta.url));
  const env = { PATH: process.env['PATH'] ?? '', ...environment };
  const child = spawn(process.execPath, [script, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let pieces = 0;
  child.stdout.on('data', () => {
    pieces += 1;
    if (pieces >= most) child.stdout.destroy();
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}
