import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseFileCommand } from '../scripts/runner.ts';
import { awsEnvironment, type Contestant, type Ended, type Order } from './contestant.ts';
import { measured } from './yardstick.ts';

export const scriptName = 'AWS CLI script';
export const ansibleName = 'Ansible ec2_ami';

/** The shell script that people write around the AWS CLI. @param bin the folder with its programs */
export function script(bin: string): Contestant {
  return { name: scriptName, bake: (order) => bake(bin, ['bash', peer('bake.sh')], order) };
}

/** A playbook with Ansible's module for AMIs. @param bin the folder with its programs */
export function ansible(bin: string): Contestant {
  const command = [join(bin, 'ansible-playbook'), peer('bake.yml')];
  return { name: ansibleName, bake: (order) => bake(bin, command, order) };
}

function peer(file: string): string {
  return fileURLToPath(new URL(`peers/${file}`, import.meta.url));
}

async function bake(bin: string, command: readonly string[], order: Order): Promise<Ended> {
  const folder = mkdtempSync(join(tmpdir(), 'bake-ami-bench-'));
  const outputs = join(folder, 'output');
  writeFileSync(outputs, '');
  const { prefix, usage } = measured(folder);
  const [program = '', ...parameters] = [...prefix, ...command];
  try {
    const child = spawn(program, parameters, {
      cwd: folder,
      env: {
        PATH: [bin, process.env['PATH'] ?? ''].join(delimiter),
        HOME: folder,
        LANG: 'C.UTF-8',
        ANSIBLE_LOCALHOST_WARNING: 'false',
        ANSIBLE_INVENTORY_UNPARSED_WARNING: 'false',
        ...awsEnvironment(order),
        INSTANCE_ID: order.instanceId,
        NAME: order.imageName,
        SHARE_WITH: order.shareWith,
        COPY_TO: order.copyTo ?? '',
        GITHUB_OUTPUT: outputs,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let log = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        log += text;
      });
    }
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, log, outputs: parseFileCommand(readFileSync(outputs, 'utf8')), usage: usage() };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
