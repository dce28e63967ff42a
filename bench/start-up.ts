/** How soon the action makes its first call, beside what Node itself takes to do nothing. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { action } from './contestant-action.ts';
import { type Success, success } from './success.ts';
import { measured } from './yardstick.ts';

export interface StartUp {
  /** Of a Node that does nothing, from its start to its end; one for each run. */
  bareNodeSeconds: readonly number[];
  bakes: readonly Success[];
}

export async function startUp(runs: number): Promise<StartUp> {
  const bareNodeSeconds: number[] = [];
  const bakes: Success[] = [];
  for (let run = 0; run < runs; run += 1) {
    bareNodeSeconds.push(await bareNode());
    bakes.push(await success(action, 0));
  }
  return { bareNodeSeconds, bakes };
}

async function bareNode(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'bake-ami-bench-'));
  const { prefix, environment, usage } = measured(folder);
  const [program = '', ...parameters] = [...prefix, process.execPath, '-e', '0'];
  try {
    await once(
      spawn(program, parameters, { stdio: 'ignore', env: { ...process.env, ...environment } }),
      'close',
    );
    return usage().wallSeconds;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
