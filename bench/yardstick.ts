/** What a process and its children took, from outside where Python is there, from inside where it is not. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export interface Usage {
  /** Milliseconds since the epoch. */
  startedAt: number;
  /** From the start of the process to its end. */
  wallSeconds: number;
  /** User and system time of the process and its children. */
  cpuSeconds: number;
  /** The largest resident set of the process, or of the largest of its children. */
  peakBytes: number;
}

export interface Measured {
  /** What comes before the command. */
  prefix: readonly string[];
  environment: Readonly<Record<string, string>>;
  /** To be called when the command has ended. */
  usage(): Usage;
}

let found: { python: string | undefined } | undefined;

/** The command; undefined where there is none. */
export function python(): string | undefined {
  const works = () => spawnSync('python3', ['-c', 'import resource'], { stdio: 'ignore' }).status === 0;
  found ??= { python: works() ? 'python3' : undefined };
  return found.python;
}

/** @param folder to keep the result in until it is read */
export function measured(folder: string): Measured {
  const result = join(folder, 'usage.json');
  const usage = () => JSON.parse(readFileSync(result, 'utf8')) as Usage;
  const beside = (name: string) => new URL(name, import.meta.url);
  const command = python();
  if (command !== undefined) {
    return { prefix: [command, fileURLToPath(beside('yardstick.py')), result], environment: {}, usage };
  }
  const preload = pathToFileURL(fileURLToPath(beside('yardstick-preload.mjs')));
  return {
    prefix: [],
    environment: { NODE_OPTIONS: `--import=${preload}`, BENCH_USAGE_FILE: result },
    usage,
  };
}
