/** zizmor looks for what makes a workflow unsafe: injection into scripts, credentials that stay, actions that can change. */
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { describeWithPython, program } from './python/python.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describeWithPython('zizmor', () => {
  test("has nothing against the project's own workflows", () => {
    expect(zizmor('--persona=pedantic', '.github')).toMatchObject({ status: 0 });
  });

  // Not for a pedant: examples have to be short.
  test('has nothing against the examples', () => {
    expect(zizmor('--config=.github/zizmor.yml', ...globSync('examples/*.yml', { cwd: root }))).toMatchObject(
      { status: 0 },
    );
  });

  test('bites', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bake-ami-zizmor-'));
    const workflow = join(folder, 'unsafe.yml');
    writeFileSync(
      workflow,
      'on: pull_request\njobs: { a: { runs-on: ubuntu-latest, steps: [{ run: "echo ${{ github.head_ref }}" }] } }\n',
    );
    const { status, output } = zizmor(workflow);
    rmSync(folder, { recursive: true });
    expect(status).not.toBe(0);
    expect(output).toContain('template-injection');
  });
});

/** Offline: it then says the same everywhere, and needs no token. */
function zizmor(...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(program('zizmor'), ['--offline', '--no-progress', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}
