/**
 * The Python tools of the tests in `__tests__/peers`: the AWS CLI, boto3 and moto, in a virtual environment of their own
 * below `.tools`, installed once for each state of requirements.txt. By itself, it installs them:
 * `node scripts/tools/python.ts`.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export type PythonTools =
  | {
      ready: true;
      /** Path of a program of the environment, e.g. `python`. */
      bin: (name: string) => string;
    }
  /** Completes "not available, because". */
  | { ready: false; why: string };

const isWindows = process.platform === 'win32';
const requirements = fileURLToPath(new URL('requirements.txt', import.meta.url));
const tools = fileURLToPath(new URL('../../.tools', import.meta.url));
const folder = join(tools, 'python');
const stamp = join(folder, '.bake-ami-setup');

/** What moto and the AWS CLI of requirements.txt ask for ("Requires-Python"). */
const oldestPython = [3, 10] as const;

/**
 * Installs the tools unless that has been done.
 * @throws when the versions in requirements.txt do not exist or do not fit together: that is nobody's machine's fault
 */
export async function pythonTools(): Promise<PythonTools> {
  if (await isInstalled()) return { ready: true, bin };
  const unlock = await lock();
  try {
    // Another process may have installed them meanwhile.
    if (await isInstalled()) return { ready: true, bin };
    return await install();
  } finally {
    unlock();
  }
}

function bin(name: string): string {
  return isWindows ? join(folder, 'Scripts', `${name}.exe`) : join(folder, 'bin', name);
}

async function isInstalled(): Promise<boolean> {
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted()) return false;
  // An environment breaks when the Python that it was made with goes away.
  return (await run(bin('python'), ['--version'])).ok;
}

function wanted(): string {
  return createHash('sha256').update(readFileSync(requirements)).digest('hex');
}

async function install(): Promise<PythonTools> {
  const python = await findPython();
  if ('why' in python) return { ready: false, why: python.why };
  process.stderr.write(
    'Setting up: the AWS CLI, boto3 and moto in .tools/python (once for each state of scripts/tools/requirements.txt)\n',
  );
  rmSync(folder, { recursive: true, force: true });
  const made = await run(python.command, [...python.args, '-m', 'venv', folder]);
  if (!made.ok) return { ready: false, why: `${python.command} -m venv failed: ${lastLine(made.output)}` };
  const installed = await run(bin('python'), [
    ...['-m', 'pip', 'install', '--quiet', '--no-input', '--disable-pip-version-check'],
    ...['--requirement', requirements],
  ]);
  if (!installed.ok) {
    if (isOurFault(installed.output))
      throw new Error(`pip cannot follow ${requirements}: ${installed.output}`);
    return { ready: false, why: `pip could not install them: ${lastLine(installed.output)}` };
  }
  writeFileSync(stamp, wanted());
  return { ready: true, bin };
}

/** pip says so of versions that contradict each other, and of one that is not there while others are. */
function isOurFault(output: string): boolean {
  return /ResolutionImpossible|\(from versions: (?!none\))/.test(output);
}

interface Python {
  command: string;
  args: readonly string[];
}

async function findPython(): Promise<Python | { why: string }> {
  const candidates: readonly Python[] = [
    { command: 'python3', args: [] },
    { command: 'python', args: [] },
    ...(isWindows ? [{ command: 'py', args: ['-3'] }] : []),
  ];
  const reasons: string[] = [];
  for (const python of candidates) {
    const why = await unfit(python);
    if (why === undefined) return python;
    reasons.push(`${python.command} ${why}`);
  }
  return {
    why: `there is no Python ${oldestPython.join('.')} or later with venv and pip (${reasons.join('; ')})`,
  };
}

/** Debian has Pythons without ensurepip, which venv needs; Windows has a `python3` that only opens a shop. */
async function unfit({ command, args }: Python): Promise<string | undefined> {
  const asked = await run(command, [...args, '-c', 'import sys; print(*sys.version_info[:2])']);
  const [major = 0, minor = 0] = asked.output.trim().split(' ').map(Number);
  if (!asked.ok || !(major > 0)) return 'does not run';
  const [oldestMajor, oldestMinor] = oldestPython;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) return `is ${major}.${minor}`;
  const complete = await run(command, [...args, '-c', 'import venv, ensurepip']);
  return complete.ok ? undefined : 'has no venv or no ensurepip';
}

/** @returns how to let go of it; two processes that install into one folder would spoil it */
async function lock(): Promise<() => void> {
  const file = join(tools, 'python.lock');
  mkdirSync(tools, { recursive: true });
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (isLeftOver(file)) rmSync(file, { force: true });
      else await sleep(200);
    }
  }
}

/** Whoever holds it was killed. */
function isLeftOver(file: string): boolean {
  try {
    const holder = readFileSync(file, 'utf8');
    if (holder !== '') process.kill(Number(holder), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

async function run(command: string, args: readonly string[]): Promise<{ ok: boolean; output: string }> {
  try {
    const { stdout } = await promisify(execFile)(command, args, { encoding: 'utf8', windowsHide: true });
    return { ok: true, output: stdout };
  } catch (error) {
    const { stdout = '', stderr = '', message } = error as Error & { stdout?: string; stderr?: string };
    return { ok: false, output: `${stdout}${stderr}`.trim() || message };
  }
}

function lastLine(output: string): string {
  return output.trim().split(/\r?\n/).at(-1) ?? '';
}

if (import.meta.main) {
  const outcome = await pythonTools();
  console.log(
    outcome.ready
      ? `The Python tools are in ${folder}`
      : `The Python tools are not available, because ${outcome.why}. The tests that need them are skipped.`,
  );
}
