/** The other tools, each of a fixed version, in a Python environment of the benchmark's own: 700 MB. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type PythonTools, pythonEnvironment } from '../scripts/tools/python.ts';

const requirements = fileURLToPath(new URL('peers/requirements.txt', import.meta.url));

/** Installs what is not there yet, which takes half a minute the first time. */
export function peersEnvironment(): Promise<PythonTools> {
  return pythonEnvironment({ name: 'bench', requirements, holds: 'Ansible, the AWS CLI and boto3' });
}

/** @returns the version in requirements.txt, e.g. `12.3.0` */
export function versionOf(name: string): string {
  const line = new RegExp(`^${name}==(.+)$`, 'm').exec(readFileSync(requirements, 'utf8'));
  if (line?.[1] === undefined) throw new Error(`${requirements} does not name ${name}.`);
  return line[1];
}
