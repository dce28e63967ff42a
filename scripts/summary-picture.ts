/**
 * Makes the picture of the job summary in the README, docs/summary-light.png and docs/summary-dark.png, from the summary of a
 * real bake on the simulator. It needs Chromium, as Debian packages it (CHROMIUM names another one). Run it by
 * `npm run picture` when the summary has changed.
 */
import { fileURLToPath } from 'node:url';
import { Simulator } from '../simulator/simulator.ts';
import { serve } from '../simulator/wire/server.ts';
import { ActionStep, pushEnvironment } from './runner.ts';
import { summaryPage } from './summary-page.ts';
import { chromium, openPage } from './tools/chromium.ts';

const browser = chromium();
if ('missing' in browser) throw new Error(`The picture needs Chromium: ${browser.missing}.`);
const size = { width: 920, height: 665 };

const markdown = await summaryOfABake();
for (const theme of ['light', 'dark'] as const) {
  const file = fileURLToPath(new URL(`../docs/summary-${theme}.png`, import.meta.url));
  openPage(browser.path, summaryPage(markdown, { theme, brief: true }), [
    '--force-device-scale-factor=1.5',
    `--window-size=${size.width},${size.height}`,
    `--screenshot=${file}`,
  ]);
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
    inputs: {
      'instance-id': id,
      'aws-region': 'eu-west-1',
      'deprecate-after': '90d',
      'ssm-parameter': '/golden/web/latest',
    },
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
