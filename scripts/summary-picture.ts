/**
 * Makes the picture of the job summary in the README, docs/summary-light.png and docs/summary-dark.png, from the summary of a
 * real bake on the simulator. It needs Chromium, as Debian packages it (CHROMIUM names another one). Run it by
 * `npm run picture` when the summary has changed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Simulator } from '../simulator/simulator.ts';
import { serve } from '../simulator/wire/server.ts';
import { ActionStep, pushEnvironment } from './runner.ts';
import { summaryPage } from './summary-page.ts';

const chromium = process.env['CHROMIUM'] ?? 'chromium';
const size = { width: 920, height: 545 };

const markdown = await summaryOfABake();
for (const theme of ['light', 'dark'] as const) {
  const file = fileURLToPath(new URL(`../docs/summary-${theme}.png`, import.meta.url));
  picture(summaryPage(markdown, { theme, brief: true }), file);
  process.stdout.write(`${file}\n`);
}

async function summaryOfABake(): Promise<string> {
  const simulator = new Simulator({ image: { seconds: 2 } });
  const server = await serve(simulator);
  const volumes = [
    { device: '/dev/xvda', sizeGiB: 8, encrypted: 'customer-managed' as const },
    { device: '/dev/sdf', sizeGiB: 100, encrypted: 'customer-managed' as const },
  ];
  const { id } = simulator.seedInstance({ tags: { Name: 'web-golden' }, volumes });
  const step = new ActionStep({
    inputs: { 'instance-id': id, 'aws-region': 'eu-west-1', 'ssm-parameter': '/golden/web/latest' },
    environment: pushEnvironment({
      AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'example',
      AWS_ENDPOINT_URL: server.url,
    }),
  });
  try {
    const { code, log } = await step.main();
    if (code !== 0) throw new Error(`The bake failed:\n${log}`);
    return step.summary();
  } finally {
    step.dispose();
    await server.close();
  }
}

function picture(page: string, file: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'bake-ami-picture-'));
  const html = join(folder, 'summary.html');
  writeFileSync(html, page);
  const options = [
    '--headless',
    // As root, as in a container, Chromium cannot make its sandbox; the page is ours.
    '--no-sandbox',
    '--hide-scrollbars',
    '--force-device-scale-factor=1.5',
    `--window-size=${size.width},${size.height}`,
    `--user-data-dir=${join(folder, 'profile')}`,
    `--screenshot=${file}`,
    pathToFileURL(html).href,
  ];
  const { status, error, stderr } = spawnSync(chromium, options, { encoding: 'utf8', timeout: 60_000 });
  rmSync(folder, { recursive: true, force: true });
  if (error)
    throw new Error(`${chromium} could not be started: ${error.message}. Install it, or set CHROMIUM.`);
  if (status !== 0) throw new Error(`${chromium} ended with exit code ${status}:\n${stderr}`);
}
