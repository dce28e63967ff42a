/**
 * Tests two images on a simulated EC2: one boots, the other one does not. The committed `dist/` runs exactly as GitHub's
 * runner runs it, post step included.
 */
import { Simulator } from '../../simulator/simulator.ts';
import { serve } from '../../simulator/wire/server.ts';
import { readableOutputs } from '../readable-outputs.ts';
import { ActionStep, pushEnvironment } from '../runner.ts';
import { paintFor, RunnerLog } from '../runner-log.ts';
import { writeSummaryPage } from '../summary-page.ts';
import { check, countsOf, heading, nameOf, print, write } from './print.ts';

const bootSeconds = 10;

const simulator = new Simulator({
  statusSeconds: 0,
  instance: { pendingSeconds: 3, checks: { system: 3, instance: 7, ebs: 5 }, agentSeconds: 5 },
  command: { stdout: 'nginx is active' },
});
const server = await serve(simulator);

try {
  await show(`An image that boots in ${bootSeconds} s`, 0, {
    run: 'systemctl is-active nginx',
    'instance-profile': 'web',
  });
  simulator.planNextInstance({
    end: { afterSeconds: 8, state: 'terminated' },
    console: { text: 'VFS: Cannot open root device\r\nKernel panic - not syncing', postedAfterSeconds: 0 },
  });
  await show('An image whose kernel panics', 1, {});
} finally {
  await server.close();
}

async function show(
  title: string,
  expected: number,
  inputs: Readonly<Record<string, string>>,
): Promise<void> {
  const { id } = simulator.seedImage({ name: 'web-main-42' });
  heading(`${title}, on a simulated EC2 at ${server.url}`);
  print(`      - id: test
        uses: acme/bake-ami/test@v1
        with:
          ami-id: ${id}${Object.entries(inputs)
            .map(([name, value]) => `\n          ${name}: ${value}`)
            .join('')}`);
  const log = new RunnerLog(paintFor(process.stdout.isTTY));
  const step = new ActionStep({
    action: 'test',
    inputs: { 'ami-id': id, 'aws-region': 'eu-west-1', ...inputs },
    environment: pushEnvironment({
      AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'example',
      AWS_ENDPOINT_URL: server.url,
    }),
    onOutput: (text) => write(log.push(text)),
  });
  simulator.calls.clear();
  try {
    heading('The log of the step');
    const result = await step.main();
    check({ ...result, code: result.code === expected ? 0 : result.code });
    heading('The log of the post step');
    check(await step.post());
    heading('The outputs');
    print(readableOutputs(step.outputs()));
    heading(`${simulator.calls.all.length} calls to AWS`);
    print(countsOf(simulator.calls.all.map(nameOf)).join(', '));
    heading('The job summary, to open in a browser');
    print(writeSummaryPage(step.summary()));
  } finally {
    step.dispose();
  }
}
