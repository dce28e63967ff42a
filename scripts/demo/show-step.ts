/** Runs a step of the committed `dist/` as GitHub's runner runs it, post step included, and shows all that comes of it. */
import type { Simulator } from '../../simulator/simulator.ts';
import type { SimulatorServer } from '../../simulator/wire/server.ts';
import { readableOutputs } from '../readable-outputs.ts';
import { ActionStep, pushEnvironment } from '../runner.ts';
import { paintFor, RunnerLog } from '../runner-log.ts';
import { writeSummaryPage } from '../summary-page.ts';
import { check, countsOf, heading, nameOf, print, write } from './print.ts';

export interface Shown {
  title: string;
  /** The folder of the action; the bake unless given. */
  action?: 'test' | 'promote' | 'retire';
  inputs: Readonly<Record<string, string>>;
  /** How the main step is to end; 0 unless given. */
  exitCode?: number;
  /** What to try after this. */
  next?: string;
}

/** @throws Error when a step ends otherwise than it is to */
export async function showStep(
  { simulator, server }: { simulator: Simulator; server: SimulatorServer },
  { title, action, inputs, exitCode = 0, next }: Shown,
): Promise<void> {
  heading(`${title}, on a simulated EC2 at ${server.url}`);
  print(workflowStep(action, inputs));
  const log = new RunnerLog(paintFor(process.stdout.isTTY));
  const step = new ActionStep({
    ...(action === undefined ? {} : { action }),
    inputs: { 'aws-region': 'eu-west-1', ...inputs },
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
    check({ ...result, code: result.code === exitCode ? 0 : (result.code ?? null) });
    heading('The log of the post step');
    check(await step.post());
    heading('The outputs, for later steps and jobs');
    print(readableOutputs(step.outputs()));
    const { all } = simulator.calls;
    heading(`${all.length} calls to AWS, ${simulator.calls.changes().length} of them change something`);
    print(countsOf(all.map(nameOf)).join(', '));
    if (next !== undefined) {
      heading('What next');
      print(next);
    }
    heading('The job summary, to open in a browser');
    print(writeSummaryPage(step.summary()));
  } finally {
    step.dispose();
  }
}

/** As it would stand in a workflow. */
function workflowStep(action: string | undefined, inputs: Readonly<Record<string, string>>): string {
  const path = action === undefined ? 'acme/bake-ami' : `acme/bake-ami/${action}`;
  const lines = Object.entries(inputs).map(([name, value]) =>
    value.includes('\n')
      ? `          ${name}: |\n${value.replaceAll(/^/gm, '            ')}`
      : `          ${name}: ${value.includes('{{') ? `'${value}'` : value}`,
  );
  return [`      - id: ${action ?? 'bake'}`, `        uses: ${path}@v1`, '        with:', ...lines].join(
    '\n',
  );
}
