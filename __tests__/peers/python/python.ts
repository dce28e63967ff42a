/** What the tests with Python software share: whether it is there, the environment it runs in, and how its processes live. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { pythonTools } from '../../../scripts/tools/python.ts';
import { describeWith } from '../describe-with.ts';

const tools = await pythonTools();

/** A `describe` that is skipped in sight where the Python tools are not available. */
export function describeWithPython(title: string, body: () => void): void {
  const tool = tools.ready ? { path: python() } : { missing: `not available, because ${tools.why}` };
  describeWith(tool, title, body);
}

/** The environment's Python. Programs are started with it and `-m`: their own launchers differ by platform. */
export function python(): string {
  return program('python');
}

export function program(name: string): string {
  if (!tools.ready) throw new Error(`The Python tools are not available, because ${tools.why}`);
  return tools.bin(name);
}

export function script(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

/** Everything that boto3 and the AWS CLI know of AWS: nothing of whoever runs the tests. */
export function awsEnvironment(
  endpoint: string,
  overrides: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const { PATH = '', SystemRoot = '', TEMP = '' } = process.env;
  return {
    PATH,
    // Without these two, Python on Windows has neither random numbers nor sockets, and no folder for temporary files.
    ...(process.platform === 'win32' ? { SystemRoot, TEMP } : {}),
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'example-secret',
    AWS_DEFAULT_REGION: 'eu-west-1',
    AWS_CONFIG_FILE: script('aws-config'),
    AWS_SHARED_CREDENTIALS_FILE: script('no-such-file'),
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_PAGER: '',
    PYTHONUTF8: '1',
    // Compiled scripts would lie about in the tree.
    PYTHONDONTWRITEBYTECODE: '1',
    ...overrides,
  };
}

/** A Python process with pipes to its standard input and output; what it says on standard error is kept for failures. */
export function startPython(args: readonly string[], environment: Readonly<Record<string, string>>) {
  const child = spawn(python(), args, { env: environment, stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  child.stdout.setEncoding('utf8');
  return { child, said: () => said };
}

/** Both scripts end with their standard input. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.stdin?.end();
  await exit;
}
