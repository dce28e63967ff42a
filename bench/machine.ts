/** What the numbers were measured on. */
import { spawnSync } from 'node:child_process';
import { cpus, loadavg, totalmem, type } from 'node:os';
import type { PythonTools } from '../scripts/tools/python.ts';
import { versionOf } from './peers-environment.ts';
import { python } from './yardstick.ts';

/** One line each: what it is, and which. To be asked for before anything is measured: it says how busy the machine is. */
export function machine(peers: PythonTools): [string, string][] {
  const [processor] = cpus();
  const lines: [string, string][] = [
    ['Processor', `${processor?.model.trim() ?? 'unknown'}, ${cpus().length} cores`],
    ['Memory', `${(totalmem() / 2 ** 30).toFixed(0)} GiB`],
    ['System', type()],
    [
      'Load before the start',
      `${(loadavg()[0] ?? 0).toFixed(1)} (average of a minute, from whatever else runs)`,
    ],
    ['Node', process.version],
  ];
  const command = python();
  if (command !== undefined) lines.push(['Python', firstLineOf(command, '--version').replace('Python ', '')]);
  if (peers.ready) {
    const core = /\[core ([^\]]+)\]/.exec(firstLineOf(peers.bin('ansible-playbook'), '--version'))?.[1];
    lines.push(['AWS CLI', versionOf('awscli')]);
    lines.push(['Ansible', `${versionOf('ansible')} (ansible-core ${core}, boto3 ${versionOf('boto3')})`]);
  }
  return lines;
}

function firstLineOf(program: string, ...parameters: string[]): string {
  const { stdout } = spawnSync(program, parameters, {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'C.UTF-8' },
  });
  return stdout.split(/\r?\n/)[0] ?? '';
}
