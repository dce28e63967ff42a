/** Looks at the processes of this machine, by Linux's /proc. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Tool } from '../../../scripts/tools/tool.ts';

export const processTable: Tool = existsSync('/proc/self/stat')
  ? { path: '/proc' }
  : { missing: "the process to kill is looked up in Linux's /proc, which is not here" };

interface Process {
  pid: number;
  parent: number;
  command: string;
}

/** The IDs of the processes below another one whose command line contains the text. None where there is no /proc. */
export function descendants(ancestor: number | undefined, text = ''): number[] {
  if ('missing' in processTable) return [];
  const all = processes();
  const parents = new Map(all.map(({ pid, parent }) => [pid, parent]));
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent !== undefined && (parent === ancestor || isBelow(parent));
  };
  return all.filter(({ pid, command }) => command.includes(text) && isBelow(pid)).map(({ pid }) => pid);
}

/** Kills a process, unless it has ended by itself. */
export function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // "pid (name) state ppid …", where the name may hold anything (proc_pid_stat(5)).
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return [{ pid: Number(name), parent: Number(parent), command }];
      } catch {
        return []; // It has ended in the meantime.
      }
    });
}
