/** The AWS CLI, a process a command. */
import { execFile } from 'node:child_process';
import { awsEnvironment, python } from './python.ts';

export interface AwsOutcome {
  /** Exit code. */
  code: number;
  /** Standard output, as JSON where it is that; undefined when there is none. */
  // biome-ignore lint/suspicious/noExplicitAny: what it is depends on the command; the test says what it must be
  answer: any;
  stderr: string;
}

export function awsCli(endpoint: string, environment: Readonly<Record<string, string>> = {}) {
  return (...args: string[]): Promise<AwsOutcome> =>
    new Promise((resolve, reject) => {
      const options = { env: awsEnvironment(endpoint, environment), encoding: 'utf8' as const };
      execFile(python(), ['-m', 'awscli', ...args], options, (error, stdout, stderr) => {
        const code = error ? error.code : 0;
        if (typeof code !== 'number') reject(error);
        else resolve({ code, answer: stdout === '' ? undefined : asJson(stdout), stderr });
      });
    });
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The options of a command for the parameters of its operation: `{ ImageIds: ['ami-1'] }` is `--image-ids '["ami-1"]'`. */
export function optionsFor(parameters: object): string[] {
  return Object.entries(parameters).flatMap(([name, value]) => {
    // The CLI has one option for both: `--count 1`.
    if (name === 'MinCount') return [];
    if (name === 'MaxCount') return ['--count', String(value)];
    const option = kebab(name);
    if (typeof value === 'boolean') return [value ? `--${option}` : `--no-${option}`];
    return [`--${option}`, typeof value === 'string' ? value : JSON.stringify(value)];
  });
}

export function kebab(name: string): string {
  return name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();
}
