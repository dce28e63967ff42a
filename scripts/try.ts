/**
 * Runs an action of the committed `dist/` by hand, as a step of GitHub's runner, post step included: inputs are options, and
 * AWS is whatever AWS_ENDPOINT_URL says, e.g. the simulator of `npm run simulator`. Without it nothing is done: a try never
 * reboots a real instance.
 */

import { readableOutputs } from './readable-outputs.ts';
import { ActionStep, actionFolders, pushEnvironment } from './runner.ts';
import { paintFor, RunnerLog } from './runner-log.ts';
import { writeSummaryPage } from './summary-page.ts';
import { inputsOf, type TryInputs } from './try-inputs.ts';

const usage = `Runs an action by hand, as GitHub's runner would on a push to main of acme/web. Ctrl+C cancels the step.

Usage: npm run try -- [--action ACTION] --INPUT VALUE…

  --action ACTION  ${actionFolders().map(nameOf).join(', ')} (default: bake)
  --INPUT VALUE    an input of the action's action.yml, e.g. --instance-id i-…
                   Without a value it is "true". Given several times, each value is a line.
  --help           show this

AWS_ENDPOINT_URL, AWS_REGION and credentials come from the environment, as "npm run simulator" prints them. AWS_ENDPOINT_URL must
be set.
`;

// A reader that has read enough, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await main();

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    process.stdout.write(usage);
    return 0;
  }
  const given = readInputs(args);
  return given === undefined ? 2 : run(given);
}

async function run({ action, inputs }: TryInputs): Promise<number> {
  const log = new RunnerLog(paintFor(process.stdout.isTTY));
  const step = new ActionStep({
    inputs,
    action,
    environment: pushEnvironment(awsEnvironment()),
    onOutput: (text) => print(log.push(text)),
  });
  // The terminal sends the signal to the step as well; this process stays for the post step.
  process.on('SIGINT', () => undefined);
  try {
    const { code } = await step.main();
    print(`${log.end()}\n── The post step\n\n`);
    await step.post();
    print(`${log.end()}\n── The outputs\n\n${readableOutputs(step.outputs())}\n`);
    const summary = step.summary();
    if (summary !== '') print(`\n── The job summary, to open in a browser\n\n${writeSummaryPage(summary)}\n`);
    return code ?? 1;
  } finally {
    step.dispose();
  }
}

/** @returns undefined when they cannot be used, which has been said */
function readInputs(args: string[]): TryInputs | undefined {
  try {
    const given = inputsOf(args);
    if (!process.env['AWS_ENDPOINT_URL']) {
      throw new Error(
        'AWS_ENDPOINT_URL is not set. Start "npm run simulator", and run the commands that it prints.',
      );
    }
    return given;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    return undefined;
  }
}

function nameOf(folder: string): string {
  return folder === '' ? 'bake' : folder;
}

function awsEnvironment(): Record<string, string> {
  const passed = /^(?:AWS_|GITHUB_API_URL$|GITHUB_TOKEN$)/;
  const given = Object.entries(process.env).filter(([name]) => passed.test(name));
  return Object.fromEntries(given.map(([name, value = '']) => [name, value]));
}

function print(text: string): void {
  if (process.stdout.writable) process.stdout.write(text);
}
