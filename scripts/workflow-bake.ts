/**
 * What surrounds `uses: ./` in .github/workflows/e2e.yml, so that it can be run anywhere.
 *
 *   node scripts/workflow-bake.ts start     starts the simulator, and gives the steps after it its URL and instance
 *   node scripts/workflow-bake.ts image     checks the image that the outputs name
 *   node scripts/workflow-bake.ts failure   checks that a bake failed and left nothing
 *   node scripts/workflow-bake.ts outputs   checks only the outputs, as another job gets them; needs no `npm ci`
 *   node scripts/workflow-bake.ts stop      ends the simulator
 *
 * They take from the environment: BAKED, the outputs of the bake as JSON; FAILED and OUTCOME, outputs and outcome of the
 * one that fails; SETTLE_SECONDS, how long what it left may take to go; SIMULATOR_PID.
 */
import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { failureProblems, imageProblems, type Outputs, outputProblems } from './bake-checks.ts';

const region = 'eu-west-1';
const tag = { key: 'Team', value: 'web' };
const imageSeconds = 5;
const readySeconds = 60;
/** A failed bake may end before the snapshots are complete, which EC2 removes only then. */
const settleSeconds = Number(process.env['SETTLE_SECONDS'] ?? 30);

const commands: Record<string, () => Promise<void>> = { start, image, failure, outputs, stop };

const [name = ''] = process.argv.slice(2);
const command = commands[name];
if (command === undefined) {
  console.error(`"${name}" is none of ${Object.keys(commands).join(', ')}.`);
  process.exitCode = 2;
} else {
  await command();
}

async function image(): Promise<void> {
  const baked = outputsFrom('BAKED');
  tell('The image is what the outputs say.', [
    ...outputProblems(baked, region),
    ...(await imageProblems(await client(), baked, tag)),
  ]);
}

async function failure(): Promise<void> {
  const ec2 = await client();
  const look = () =>
    failureProblems(ec2, process.env['OUTCOME'] ?? '', outputsFrom('FAILED'), outputsFrom('BAKED'));
  const end = Date.now() + settleSeconds * 1000;
  let problems = await look();
  while (problems.length > 0 && Date.now() < end) {
    await sleep(1000);
    problems = await look();
  }
  tell('The bake failed, and nothing is left of it.', problems);
}

async function outputs(): Promise<void> {
  tell('The outputs have arrived.', outputProblems(outputsFrom('BAKED'), region));
}

async function stop(): Promise<void> {
  process.kill(Number(process.env['SIMULATOR_PID']));
}

/** The simulator outlives this process and its step. */
async function start(): Promise<void> {
  const log = join(mkdtempSync(join(process.env['RUNNER_TEMP'] || tmpdir(), 'simulator-')), 'simulator.log');
  const file = openSync(log, 'w');
  const cli = fileURLToPath(new URL('../simulator/cli.ts', import.meta.url));
  const child = spawn(process.execPath, [cli, '--region', region, '--image-seconds', String(imageSeconds)], {
    detached: true,
    stdio: ['ignore', file, file],
    windowsHide: true,
  });
  const { url, instanceId } = await welcomed(log, () => child.exitCode !== null);
  child.unref();
  give('GITHUB_ENV', {
    AWS_ENDPOINT_URL: url,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: 'simulated',
    AWS_SECRET_ACCESS_KEY: 'simulated',
    SIMULATOR_PID: String(child.pid),
  });
  give('GITHUB_OUTPUT', { 'instance-id': instanceId, log });
}

/** What the simulator says once it answers. */
async function welcomed(log: string, hasEnded: () => boolean): Promise<{ url: string; instanceId: string }> {
  const end = Date.now() + readySeconds * 1000;
  for (;;) {
    const text = readFileSync(log, 'utf8');
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(text) ?? [];
    const [instanceId] = /i-[0-9a-f]{17}/.exec(text) ?? [];
    if (url !== undefined && instanceId !== undefined) return { url, instanceId };
    if (hasEnded() || Date.now() > end) throw new Error(`The simulator did not start:\n${text}`);
    await sleep(100);
  }
}

/** To the steps that follow, and to who looks on. */
function give(variable: 'GITHUB_ENV' | 'GITHUB_OUTPUT', values: Record<string, string>): void {
  const lines = Object.entries(values).map(([key, value]) => `${key}=${value}\n`);
  process.stdout.write(lines.join(''));
  const file = process.env[variable];
  if (file) appendFileSync(file, lines.join(''));
}

function tell(well: string, problems: string[]): void {
  for (const problem of problems) console.error(problem);
  if (problems.length === 0) console.log(well);
  else process.exitCode = 1;
}

function outputsFrom(variable: string): Outputs {
  const text = process.env[variable];
  if (!text) throw new Error(`${variable} is not set: it holds the outputs of a bake as JSON.`);
  return JSON.parse(text);
}

async function client() {
  const { EC2Client } = await import('@aws-sdk/client-ec2');
  return new EC2Client({ region });
}
