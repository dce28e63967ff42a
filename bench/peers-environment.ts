/** The other tools, each of a fixed version, in a Python environment of the benchmark's own below `.tools/`. */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { python } from './yardstick.ts';

export const awsCliVersion = '1.46.3';
export const ansibleVersion = '12.3.0';
export const boto3Version = '1.44.5';

const environment = fileURLToPath(new URL('../.tools/bench', import.meta.url));

export interface Peers {
  /** Comes first in the PATH. */
  bin: string;
  /** Why a tool cannot take part; undefined when it can. */
  missing: { script: string | undefined; ansible: string | undefined };
}

/** Installs what is not there yet: half a minute and 700 MB the first time, nothing later. */
export function peersEnvironment(): Peers {
  const bin = join(environment, 'bin');
  const command = python();
  const noPython = command === undefined ? 'there is no python3' : madeEnvironment(command, bin);
  if (noPython !== undefined) return { bin, missing: { script: noPython, ansible: noPython } };
  return {
    bin,
    missing: {
      script: installed(bin, [`awscli==${awsCliVersion}`], 'aws'),
      // The collection amazon.aws, of which ec2_ami is a module, comes with the package.
      ansible: installed(bin, [`ansible==${ansibleVersion}`, `boto3==${boto3Version}`], 'ansible-playbook'),
    },
  };
}

/** @returns why not, if not */
function madeEnvironment(command: string, bin: string): string | undefined {
  // Of an environment whose Python has gone, the link is left, and leads nowhere.
  if (existsSync(join(bin, 'pip')) && existsSync(join(bin, 'python3'))) return undefined;
  rmSync(environment, { recursive: true, force: true });
  return run(command, ['-m', 'venv', environment]);
}

/** @returns why not, if not */
function installed(bin: string, requirements: readonly string[], program: string): string | undefined {
  const pip = join(bin, 'pip');
  const has = spawnSync(pip, ['list', '--format=freeze', '--disable-pip-version-check'], {
    encoding: 'utf8',
  });
  const there = has.stdout.split(/\r?\n/);
  const missing = requirements.filter((requirement) => !there.includes(requirement));
  if (missing.length === 0 && existsSync(join(bin, program))) return undefined;
  process.stdout.write(`Installing ${requirements.join(' and ')} into .tools/bench\n`);
  return run(pip, ['install', '--quiet', '--disable-pip-version-check', ...requirements]);
}

function run(command: string, parameters: readonly string[]): string | undefined {
  const { status, stderr, error } = spawnSync(command, parameters, { encoding: 'utf8' });
  if (status === 0) return undefined;
  const reason = error?.message ?? stderr.trim().split(/\r?\n/).at(-1) ?? `exit code ${status}`;
  return `${command.split('/').at(-1)} ${parameters.slice(0, 2).join(' ')} failed: ${reason}`;
}
