/**
 * Tools written in Go, at their pinned versions: installed into `.tools/` once for each version, where Go is there.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Tool } from './tool.ts';
import { goTools } from './versions.ts';

const home = fileURLToPath(new URL('../../.tools/go/', import.meta.url));
/** A cold start downloads and compiles some hundred modules. */
const installSeconds = 600;

export function goTool(name: keyof typeof goTools): Tool {
  const { module, version } = goTools[name];
  const program = process.platform === 'win32' ? `${basename(module)}.exe` : basename(module);
  const folder = join(home, `${name}-${version}`);
  const path = join(folder, program);
  if (existsSync(path)) return { path };

  const problem = install(`${module}@${version}`, folder);
  return problem === undefined ? { path } : { missing: `${name} ${version} is not available: ${problem}` };
}

/** @returns what went wrong, if anything did */
function install(what: string, folder: string): string | undefined {
  if (spawnSync('go', ['version']).error) return 'there is no Go on the PATH to install it with';

  process.stderr.write(`Installing ${what} (once for each version)\n`);
  mkdirSync(home, { recursive: true });
  // Into a folder of its own, which gets its name when it is complete: another process may be at it too.
  const unfinished = mkdtempSync(join(home, 'unfinished-'));
  try {
    const { status, signal, stderr, error } = spawnSync('go', ['install', what], {
      cwd: unfinished,
      env: { ...process.env, GOBIN: unfinished },
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      timeout: installSeconds * 1000,
    });
    if (status !== 0) {
      const said = stderr?.trim().split('\n').at(-1) || error?.message || `it ended with ${signal ?? status}`;
      return `go install failed: ${said}`;
    }
    finish(unfinished, folder);
    return undefined;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function finish(unfinished: string, folder: string): void {
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}
