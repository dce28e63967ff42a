/**
 * Measures what users feel: how soon the first call goes out, how much memory a bake takes, and how long after the
 * image became available the step is over. Numbers that depend on the machine stand beside the machine's own.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Rig } from '../__tests__/builders/rig.ts';
import { Simulator } from '../simulator/simulator.ts';
import { serve } from '../simulator/wire/server.ts';
import { ActionStep, pushEnvironment } from './runner.ts';

const startRuns = 15;
const lagRuns = 101;

process.stdout.write('Start-up and memory of dist, on the simulator over HTTP\n');
const bareNode = await medianOf(startRuns, bareNodeMilliseconds);
const firstCall = await medianOf(startRuns, firstCallMilliseconds);
row('bare Node: start to exit', `${bareNode.toFixed(0)} ms`);
row('process start to first API call', `${firstCall.toFixed(0)} ms`, 'at most 350 ms', firstCall <= 350);
row('  as a multiple of bare Node', `${(firstCall / bareNode).toFixed(1)} ×`);
const memory = await peakMebibytes();
row('peak memory of a bake', `${memory.toFixed(0)} MiB`, 'at most 200 MB', memory * 1.048576 <= 200);

process.stdout.write('\nFrom "available" to the end of the step, on virtual time, with 50 ms a call\n');
for (const minutes of [1, 5, 10, 60]) {
  const { lags, calls } = await lagsOf(minutes * 60);
  const limit = minutes <= 5 ? 'median at most 2.5 s' : '';
  const text = `median ${quantile(lags, 0.5).toFixed(1)} s, 95th percentile ${quantile(lags, 0.95).toFixed(1)} s, ${quantile(calls, 0.5)} calls`;
  row(`image that takes ${minutes} min`, text, limit, quantile(lags, 0.5) <= 2.5);
}

/** From spawn to exit of a Node that does nothing. */
async function bareNodeMilliseconds(): Promise<number> {
  const start = performance.now();
  await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'close');
  return performance.now() - start;
}

/** From spawn to the arrival of the first request. */
async function firstCallMilliseconds(): Promise<number> {
  const simulator = new Simulator({ image: { seconds: 0 } });
  const server = await serve(simulator);
  const step = bakeStep(simulator, server.url);
  const start = Date.now();
  await step.main();
  const first = simulator.calls.all[0];
  step.dispose();
  await server.close();
  if (first === undefined) throw new Error('The step made no call');
  return first.at - start;
}

/** As Node itself counts the resident set of the step's process at its end. */
async function peakMebibytes(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'bake-ami-bench-'));
  const result = join(folder, 'memory');
  const preload = join(folder, 'preload.mjs');
  writeFileSync(
    preload,
    `import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(${JSON.stringify(result)}, String(process.resourceUsage().maxRSS)));`,
  );
  const simulator = new Simulator({ image: { seconds: 15 } });
  const server = await serve(simulator);
  const step = bakeStep(simulator, server.url, { NODE_OPTIONS: `--import=${pathToFileURL(preload)}` });
  await step.main();
  const kibibytes = Number(readFileSync(result, 'utf8'));
  step.dispose();
  await server.close();
  rmSync(folder, { recursive: true });
  return kibibytes / 1024;
}

function bakeStep(simulator: Simulator, url: string, environment: Record<string, string> = {}): ActionStep {
  return new ActionStep({
    inputs: { 'instance-id': simulator.seedInstance().id, 'aws-region': 'eu-west-1' },
    environment: pushEnvironment({
      AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'example',
      AWS_ENDPOINT_URL: url,
      ...environment,
    }),
  });
}

async function lagsOf(imageSeconds: number): Promise<{ lags: number[]; calls: number[] }> {
  const lags: number[] = [];
  const calls: number[] = [];
  for (let run = 0; run < lagRuns; run += 1) {
    // Times that differ by fractions of the longest interval, so that no phase of the polling is favoured.
    const seconds = imageSeconds + (run / lagRuns) * 15;
    const rig = new Rig({ image: { seconds } }, {}, run);
    const outcome = await rig.bake();
    const image = [...rig.simulator.world().images.values()][0];
    if (!outcome.ok || image === undefined) throw new Error('The bake failed');
    lags.push((rig.clock.now() - (image.createdAt + seconds * 1000)) / 1000);
    calls.push(rig.simulator.calls.all.length);
  }
  return { lags, calls };
}

async function medianOf(runs: number, measure: () => Promise<number>): Promise<number> {
  const values: number[] = [];
  for (let run = 0; run < runs; run += 1) values.push(await measure());
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function row(what: string, value: string, target = '', met = true): void {
  const verdict = target === '' ? '' : `(${target}: ${met ? 'met' : 'NOT MET'})`;
  process.stdout.write(`  ${what.padEnd(34)} ${value.padEnd(16)} ${verdict}\n`);
}
