import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readActionYml } from '../../../scripts/runner.ts';
import { descendants, kill } from './processes.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface WorkflowRun {
  /** 0 when every job succeeded or was skipped. */
  code: number | null;
  /** What act printed; each line starts with the workflow and the job, as `[Bake/deploy] …`. */
  log: string;
}

/**
 * The repository `acme/web` with a single workflow, and act to run it on this machine itself, without Docker. Nothing of
 * this user's (settings, caches, variables, credentials) reaches the run, and nothing of the run stays.
 */
export class ActRepository {
  readonly #act: string;
  readonly #environment: Record<string, string>;
  readonly #folder = mkdtempSync(join(tmpdir(), 'bake-ami-act-'));
  readonly #running = new Set<ChildProcess>();

  /** @param environment for the jobs, in addition to what they need to run at all */
  constructor(act: string, workflow: string, environment: Readonly<Record<string, string>>) {
    this.#act = act;
    this.#environment = { ...this.#home(), ...environment };
    this.#publishAction();
    this.#commit(workflow);
  }

  /** ID of act's process while it runs; its jobs' processes descend from it. */
  get pid(): number {
    for (const { pid } of this.#running) if (pid !== undefined) return pid;
    throw new Error('act does not run');
  }

  /** ID of the commit that the runs are for. */
  get head(): string {
    return this.#git('rev-parse', 'HEAD').trim();
  }

  /** Runs what the workflow does on that event. Its payload lacks what act then takes from the repository. */
  run(event: string, payload: unknown = {}): Promise<WorkflowRun> {
    writeFileSync(this.#path('event.json'), JSON.stringify(payload));
    const child = spawn(
      this.#act,
      [
        event,
        // On this machine itself, not in a container.
        '--platform=ubuntu-latest=-self-hosted',
        `--local-repository=acme/bake-ami@v1=${this.#path('bake-ami')}`,
        `--eventpath=${this.#path('event.json')}`,
        '--no-cache-server',
      ],
      { cwd: this.#path('web'), env: this.#environment, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    this.#running.add(child);
    let log = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        log += text;
      });
    }
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => {
        this.#running.delete(child);
        resolve({ code, log });
      });
    });
  }

  dispose(): void {
    for (const child of this.#running) {
      // Its jobs' processes too: they have terminals of their own, and would outlast it.
      for (const pid of descendants(child.pid)) kill(pid);
      child.kill('SIGKILL');
    }
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  #path(...parts: string[]): string {
    return join(this.#folder, ...parts);
  }

  #home(): Record<string, string> {
    const home = this.#path('home');
    mkdirSync(home);
    return {
      // First of all the Node that this test runs on, which is the one that action.yml asks for.
      PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`,
      HOME: home,
      XDG_CACHE_HOME: join(home, 'cache'),
      XDG_CONFIG_HOME: join(home, 'config'),
      TMPDIR: tmpdir(),
      ACT_DISABLE_VERSION_CHECK: '1',
      GIT_CONFIG_NOSYSTEM: '1',
    };
  }

  /** What a workflow gets that uses `acme/bake-ami@v1`: action.yml and the files that it names. */
  #publishAction(): void {
    const { main, post } = readActionYml().runs;
    for (const part of ['action.yml', dirname(main), dirname(post)]) {
      cpSync(join(root, part), this.#path('bake-ami', part), { recursive: true });
    }
  }

  #commit(workflow: string): void {
    mkdirSync(this.#path('web', '.github', 'workflows'), { recursive: true });
    writeFileSync(this.#path('web', '.github', 'workflows', 'workflow.yml'), workflow);
    this.#git('init', '--quiet', '--initial-branch=main');
    this.#git('remote', 'add', 'origin', 'https://github.com/acme/web');
    this.#git('add', '.');
    const author = ['-c', 'user.name=octocat', '-c', 'user.email=octocat@example.com'];
    this.#git(...author, 'commit', '--quiet', '--message=Add the workflow');
  }

  #git(...args: string[]): string {
    return execFileSync('git', args, { cwd: this.#path('web'), env: this.#environment, encoding: 'utf8' });
  }
}
