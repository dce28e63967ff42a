/**
 * Runs the committed `dist/` by hand, as a step of GitHub's runner, post step included: inputs are options, and AWS is whatever
 * AWS_ENDPOINT_URL says, e.g. the simulator of `npm run simulator`. Without it nothing is done: no real instance is
 * rebooted by a try.
 */
import { parseArgs } from 'node:util';
import { readableOutputs } from './readable-outputs.ts';
import { ActionStep, pushEnvironment, readActionYml } from './runner.ts';

const usage = `Runs the action by hand, as GitHub's runner would on a push to main of acme/web. Ctrl+C cancels the step.

Usage: npm run try -- --instance-id i-… [--INPUT VALUE]…

The inputs are those of action.yml. AWS_ENDPOINT_URL, AWS_REGION and credentials come from the environment, as
"npm run simulator" prints them; AWS_ENDPOINT_URL must be set.
`;

const names = Object.keys(readActionYml().inputs);
process.exitCode = await main();

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    process.stdout.write(usage);
    return 0;
  }
  const inputs = inputsFrom(args);
  if (inputs === undefined) return 2;
  const step = new ActionStep({
    inputs,
    environment: pushEnvironment(awsEnvironment()),
    onOutput: (text) => process.stdout.write(text),
  });
  // The terminal sends the signal to the step as well; this process stays for the post step.
  process.on('SIGINT', () => undefined);
  try {
    const { code } = await step.main();
    process.stdout.write('\n── The post step\n\n');
    await step.post();
    process.stdout.write('\n── The outputs\n\n');
    process.stdout.write(`${readableOutputs(step.outputs())}\n`);
    return code ?? 1;
  } finally {
    step.dispose();
  }
}

/** @returns undefined when they cannot be used, which has been said */
function inputsFrom(args: string[]): Record<string, string> | undefined {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' }] as const));
    const { values } = parseArgs({ args, options });
    if (!process.env['AWS_ENDPOINT_URL']) throw new Error('AWS_ENDPOINT_URL is not set.');
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    return undefined;
  }
}

function awsEnvironment(): Record<string, string> {
  const given = Object.entries(process.env).filter(([name]) => name.startsWith('AWS_'));
  return Object.fromEntries(given.map(([name, value = '']) => [name, value]));
}
