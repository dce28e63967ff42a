/**
 * Runs the action as GitHub's runner does: the entry points that action.yml names, each as a process of its own,
 * with inputs, context and the files for outputs, state and summary; then the post step with the saved state.
 * The demo and the end-to-end tests use it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));

export interface ActionYml {
  runs: { using: string; main: string; post: string };
  inputs: Record<string, { description: string; required?: boolean; default?: string }>;
  outputs: Record<string, { description: string }>;
}

/** @param folder of the action in the repository; the bake is in its root */
export function readActionYml(folder = ''): ActionYml {
  return parse(actionYmlText(folder)) as ActionYml;
}

export function actionYmlText(folder = ''): string {
  return readFileSync(join(root, folder, 'action.yml'), 'utf8');
}

/** The folders of the actions that there are, the root's first. */
export function actionFolders(): string[] {
  return ['', 'test', 'promote', 'retire'].filter((folder) => existsSync(join(root, folder, 'action.yml')));
}

export interface RunnerOptions {
  /** The folder of the action in the repository, e.g. `test`; unless given, its root. */
  action?: string;
  inputs: Readonly<Record<string, string>>;
  /** `GITHUB_…` variables, AWS credentials and endpoint; nothing is taken over from this process but the PATH. */
  environment: Readonly<Record<string, string>>;
  /** The payload of the event, as the runner writes it to GITHUB_EVENT_PATH. */
  event?: unknown;
  /** A command that runs the command behind it, e.g. to measure it. */
  prefix?: readonly string[];
  /** Called with each piece of what the step prints. */
  onOutput?: (text: string) => void;
}

export interface StepResult {
  /** Exit code; null when a signal ended it. */
  code: number | null;
  signal: NodeJS.Signals | null;
  /** Standard output and standard error as they came. */
  log: string;
  milliseconds: number;
}

/** One step that uses the action. Make it, run `main`, then `post`, then `dispose`. */
export class ActionStep {
  readonly #options: RunnerOptions;
  readonly #folder: string;
  readonly #action: ActionYml;
  readonly #children: ChildProcess[] = [];

  constructor(options: RunnerOptions) {
    this.#options = options;
    this.#action = readActionYml(options.action);
    this.#folder = mkdtempSync(join(tmpdir(), 'bake-ami-step-'));
    for (const file of ['output', 'state', 'summary', 'env', 'path']) writeFileSync(this.#path(file), '');
    writeFileSync(this.#path('event.json'), JSON.stringify(options.event ?? {}));
  }

  main(): Promise<StepResult> {
    return this.#run(this.#action.runs.main, {});
  }

  post(): Promise<StepResult> {
    const state = Object.entries(this.state()).map(([name, value]) => [`STATE_${name}`, value]);
    return this.#run(this.#action.runs.post, Object.fromEntries(state));
  }

  /** Sends a signal to the step that is running; to main, where the post step runs beside it. */
  kill(signal: NodeJS.Signals): void {
    this.#children.find(({ exitCode, signalCode }) => exitCode === null && signalCode === null)?.kill(signal);
  }

  /** Outputs as the runner reads them: at any time, also after a kill. */
  outputs(): Record<string, string> {
    return parseFileCommand(readFileSync(this.#path('output'), 'utf8'));
  }

  state(): Record<string, string> {
    return parseFileCommand(readFileSync(this.#path('state'), 'utf8'));
  }

  summary(): string {
    return existsSync(this.#path('summary')) ? readFileSync(this.#path('summary'), 'utf8') : '';
  }

  dispose(): void {
    // Windows does not remove at once what a process had open that has just ended.
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 10 });
  }

  #path(file: string): string {
    return join(this.#folder, file);
  }

  #run(entryPoint: string, state: Record<string, string>): Promise<StepResult> {
    const startedAt = Date.now();
    const [command = '', ...rest] = [
      ...(this.#options.prefix ?? []),
      process.execPath,
      join(root, this.#options.action ?? '', entryPoint),
    ];
    const child = spawn(command, rest, {
      cwd: this.#folder,
      env: { ...this.#environment(), ...state },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#children.push(child);
    let log = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        log += text;
        this.#options.onOutput?.(text);
      });
    }
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) =>
        resolve({ code, signal, log, milliseconds: Date.now() - startedAt }),
      );
    });
  }

  #environment(): Record<string, string> {
    const inputs = Object.entries(this.#action.inputs).map(([name, { default: value }]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      this.#options.inputs[name] ?? value ?? '',
    ]);
    return {
      PATH: process.env['PATH'] ?? '',
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: this.#path('output'),
      GITHUB_STATE: this.#path('state'),
      GITHUB_STEP_SUMMARY: this.#path('summary'),
      GITHUB_ENV: this.#path('env'),
      GITHUB_PATH: this.#path('path'),
      GITHUB_EVENT_PATH: this.#path('event.json'),
      RUNNER_TEMP: this.#folder,
      ...this.#options.environment,
      ...Object.fromEntries(inputs),
    };
  }
}

/** `name=value` lines and `name<<DELIMITER` blocks; the last of a name wins (FileCommandManager.cs of actions/runner). */
export function parseFileCommand(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    const block = /^([^=]*?)<<(.+)$/.exec(line);
    if (block) {
      const [, name = '', delimiter = ''] = block;
      const end = lines.indexOf(delimiter, index + 1);
      if (end < 0) throw new Error(`No end of the block of ${name}: expected ${delimiter}`);
      values[name] = lines.slice(index + 1, end).join('\n');
      index = end;
    } else {
      const equals = line.indexOf('=');
      if (equals < 1) throw new Error(`Not a file command: ${line}`);
      values[line.slice(0, equals)] = line.slice(equals + 1);
    }
  }
  return values;
}

/** What the runner tells of a push to a branch; overridden where a test needs another run. */
export function pushEnvironment(overrides: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    GITHUB_REPOSITORY: 'acme/web',
    GITHUB_REPOSITORY_OWNER: 'acme',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_SHA: '1a2b3c4d5e6f708192a3b4c5d6e7f80912345678',
    GITHUB_RUN_ID: '7112233445',
    GITHUB_RUN_NUMBER: '42',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_WORKFLOW: 'Bake',
    GITHUB_JOB: 'bake',
    GITHUB_ACTION: '__acme_bake-ami',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_ACTOR: 'octocat',
    GITHUB_SERVER_URL: 'https://github.com',
    ...overrides,
  };
}
