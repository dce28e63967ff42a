import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * A repository for actionlint to look at workflows in: it has this project's action at its root, so that `uses: ./` is
 * checked against action.yml, and a copy of this project's workflows, for those that call one another.
 */
export class LintProject {
  readonly #actionlint: string;
  readonly #folder = mkdtempSync(join(tmpdir(), 'bake-ami-lint-'));

  constructor(actionlint: string) {
    this.#actionlint = actionlint;
    mkdirSync(join(this.#folder, '.git'));
    mkdirSync(join(this.#folder, '.github', 'workflows'), { recursive: true });
    for (const part of ['.github', 'action.yml', 'dist/main.js', 'dist/post.js']) {
      if (!existsSync(join(root, part))) continue;
      cpSync(join(root, part), join(this.#folder, part), { recursive: true });
    }
  }

  /** @returns what is wrong with the workflow, as actionlint says it; empty if nothing is */
  problemsOf(workflow: string): string {
    const file = join(this.#folder, '.github', 'workflows', 'linted-now.yml');
    writeFileSync(file, workflow);
    // The linters of shells and Python that it would also call are on some machines and not on others.
    const options = ['-no-color', '-shellcheck=', '-pyflakes='];
    const { status, stdout, stderr, error } = spawnSync(this.#actionlint, [...options, file], {
      cwd: dirname(file),
      encoding: 'utf8',
    });
    if (error) throw error;
    // 0: no problems, 1: problems, else: it could not look (actionlint's usage.md, "Exit status").
    if (status !== 0 && status !== 1) throw new Error(`actionlint ended with ${status}: ${stderr}`);
    return stdout;
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
