/** Chromium, where there is one: CHROMIUM names it, or it goes by one of its usual names on the PATH. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Tool } from './tool.ts';

const usualNames = ['chromium', 'chromium-browser', 'google-chrome'];
const longestMilliseconds = 120_000;

export function chromium(): Tool {
  const named = process.env['CHROMIUM'];
  const names = named ? [named] : usualNames;
  const path = names.find(
    (name) => spawnSync(name, ['--version'], { timeout: longestMilliseconds }).status === 0,
  );
  if (path !== undefined) return { path };
  return {
    missing: named ? `CHROMIUM is ${named}, which does not start` : 'there is no Chromium on the PATH',
  };
}

/**
 * Opens a page that is our own, in a browser with a profile of its own.
 * @param path of Chromium
 * @returns what the browser printed
 * @throws Error when it does not end well
 */
export function openPage(path: string, page: string, options: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'bake-ami-page-'));
  try {
    const html = join(folder, 'page.html');
    writeFileSync(html, page);
    const all = [
      '--headless',
      // As root, as in a container, Chromium cannot make its sandbox; the page is ours.
      '--no-sandbox',
      '--hide-scrollbars',
      `--user-data-dir=${join(folder, 'profile')}`,
      ...options,
      pathToFileURL(html).href,
    ];
    const { status, error, stdout, stderr } = spawnSync(path, all, {
      encoding: 'utf8',
      maxBuffer: 1e9,
      timeout: longestMilliseconds,
    });
    if (error) throw new Error(`${path} could not be started: ${error.message}`);
    if (status !== 0) throw new Error(`${path} ended with exit code ${status}:\n${stderr}`);
    return stdout;
  } finally {
    // Chromium's processes may still be writing their last words.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}
