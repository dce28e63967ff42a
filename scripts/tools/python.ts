/**
 * Programs in Python, each set in a virtual environment of its own below `.tools`, installed once for each state of its
 * requirements.txt.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

export interface PythonEnvironment {
  /** Of its folder in `.tools`. */
  name: string;
  /** Path of its requirements.txt. */
  requirements: string;
  /** What is in it, in words. */
  holds: string;
}

/** For the tests in `__tests__/peers`. */
export function pythonTools(): Promise<PythonTools> {
  return pythonEnvironment({
    name: 'python',
    requirements: fileURLToPath(new URL('requirements.txt', import.meta.url)),
    holds: 'the AWS CLI, boto3, moto and zizmor',
  });
}

const isWindows = process.platform === 'win32';
const tools = fileURLToPath(new URL('../../.tools', import.meta.url));

/** What moto, Ansible and the AWS CLI ask for at their versions here ("Requires-Python"). */
const oldestPython = [3, 11] as const;

/**
 * Installs the environment unless that has been done.
 * @throws when the versions in requirements.txt do not exist or do not fit together: that is nobody's machine's fault
 */
export async function pythonEnvironment(environment: PythonEnvironment): Promise<PythonTools> {
  const ready: PythonTools = { ready: true, bin: (name) => bin(environment, name) };
  if (await isInstalled(environment)) return ready;
  const unlock = await lock(environment);
  try {
    // Another process may have installed it meanwhile.
    if (await isInstalled(environment)) return ready;
    const why = await install(environment);
    return why === undefined ? ready : { ready: false, why };
  } finally {
    unlock();
  }
}

function folderOf({ name }: PythonEnvironment): string {
  return join(tools, name);
}

function stampOf(environment: PythonEnvironment): string {
  return join(folderOf(environment), '.bake-ami-setup');
}

function bin(environment: PythonEnvironment, name: string): string {
  const folder = folderOf(environment);
  return isWindows ? join(folder, 'Scripts', `${name}.exe`) : join(folder, 'bin', name);
}

async function isInstalled(environment: PythonEnvironment): Promise<boolean> {
  const stamp = stampOf(environment);
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted(environment)) return false;
  // An environment breaks when the Python that it was made with goes away.
  return (await run(bin(environment, 'python'), ['--version'])).ok;
}

function wanted({ requirements }: PythonEnvironment): string {
  return createHash('sha256').update(readFileSync(requirements)).digest('hex');
}

/** @returns why not, if not */
async function install(environment: PythonEnvironment): Promise<string | undefined> {
  const { holds, requirements } = environment;
  const folder = folderOf(environment);
  const python = await findPython();
  if ('why' in python) return python.why;
  process.stderr.write(`Setting up: ${holds} in ${folder} (once for each state of its requirements.txt)\n`);
  rmSync(folder, { recursive: true, force: true });
  const made = await run(python.command, [...python.args, '-m', 'venv', folder]);
  if (!made.ok) return `${python.command} -m venv failed: ${lastLine(made.output)}`;
  const installed = await run(bin(environment, 'python'), [
    ...['-m', 'pip', 'install', '--quiet', '--no-input', '--disable-pip-version-check'],
    ...['--requirement', requirements],
  ]);
  if (!installed.ok) {
    if (isOurFault(installed.output))
      throw new Error(`pip cannot follow ${requirements}: ${installed.output}`);
    return `pip could not install them: ${lastLine(installed.output)}`;
  }
  writeFileSync(stampOf(environment), wanted(environment));
  return undefined;
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
async function lock({ name }: PythonEnvironment): Promise<() => void> {
  const file = join(tools, `${name}.lock`);
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

/** Whoever holds it was killed: has no process any more, or had not written which it is. */
function isLeftOver(file: string): boolean {
  try {
    const holder = readFileSync(file, 'utf8');
    if (holder === '') return Date.now() - statSync(file).mtimeMs > 60_000;
    process.kill(Number(holder), 0);
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
