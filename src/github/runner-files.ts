/** The files by which a step hands outputs, state and summary to the runner: are they writable, and what if one is not? */
import { appendFileSync, existsSync, statSync, truncateSync } from 'node:fs';
import * as core from '@actions/core';
import { messageOf, ProblemsError } from '../base/errors.ts';
import type { Log } from '../base/log.ts';

/** Each variable that names a file, with what goes into it. */
const files = {
  GITHUB_OUTPUT: 'the outputs of the step',
  GITHUB_STATE: 'the state for the post step',
  GITHUB_STEP_SUMMARY: 'the job summary',
} as const;

type Variable = keyof typeof files;

export interface UnwritableFile {
  variable: Variable;
  /** One sentence without a final stop. */
  problem: string;
}

/**
 * A variable that is not set counts as no problem: @actions/core does without it.
 * @param environment of the step
 */
export function unwritableFiles(environment: NodeJS.ProcessEnv): UnwritableFile[] {
  return (Object.keys(files) as Variable[]).flatMap((variable) => {
    const path = environment[variable];
    const reason = path ? reasonAgainst(path) : undefined;
    return reason === undefined ? [] : [{ variable, problem: problemOf(variable, reason) }];
  });
}

/** Writes a byte and takes it back: permissions alone do not show a full disk. */
function reasonAgainst(path: string): string | undefined {
  try {
    // The runner makes the file; in a folder that is gone or not mounted, a new one would be read by nobody.
    if (!existsSync(path)) return 'there is no such file';
    const before = statSync(path);
    appendFileSync(path, '\n');
    if (before.isFile()) truncateSync(path, before.size);
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

function problemOf(variable: Variable, reason: string): string {
  return `Cannot write ${files[variable]} to the file that \`${variable}\` names: ${reason}`;
}

export interface RunnerFiles {
  /**
   * For the start of a step, while nothing has been changed yet. Without a summary the step does its work, and warns.
   * @throws ProblemsError when outputs or state cannot be written: later steps and the post step would not know the image
   */
  check(environment: NodeJS.ProcessEnv): void;
  /** As those of @actions/core, but nothing is thrown: the first failure of each file becomes an error of the log. */
  setOutput(name: string, value: string): void;
  saveState(name: string, value: string): void;
  /** Outputs have been lost: later steps would go on without them, so that the step must fail. */
  readonly hasLostOutputs: boolean;
}

/** What cannot be written does not end the step, which may have an image to finish or to clean up. */
export function createRunnerFiles(log: Pick<Log, 'error' | 'warning'>): RunnerFiles {
  const told = new Set<Variable>();

  function attempt(variable: Variable, write: () => void): boolean {
    try {
      write();
      return true;
    } catch (error) {
      if (!told.has(variable)) log.error(`${problemOf(variable, messageOf(error))}.`, 'Results lost');
      told.add(variable);
      return false;
    }
  }

  let hasLostOutputs = false;
  return {
    check(environment) {
      const unwritable = unwritableFiles(environment);
      for (const { variable } of unwritable) told.add(variable);
      const problems = unwritable.map(({ problem }) => problem);
      if (unwritable.some(({ variable }) => variable !== 'GITHUB_STEP_SUMMARY')) throw noResults(problems);
      for (const problem of problems) log.warning(`${problem}.`, 'No job summary');
    },
    setOutput(name, value) {
      if (!attempt('GITHUB_OUTPUT', () => core.setOutput(name, value))) hasLostOutputs = true;
    },
    saveState: (name, value) => void attempt('GITHUB_STATE', () => core.saveState(name, value)),
    get hasLostOutputs() {
      return hasLostOutputs;
    },
  };
}

function noResults(problems: readonly string[]): ProblemsError {
  return new ProblemsError(
    'The runner cannot take the results of this step. Free disk space, or correct what runs before it',
    problems,
  );
}
