/** What the demos have in common: how they print, and what counts as a step that went well. */
import type { RecordedCall } from '../../simulator/calls.ts';
import type { StepResult } from '../runner.ts';

export function check({ code, signal }: StepResult): void {
  if (code === 0) return;
  process.exitCode = 1;
  throw new Error(`The step ended with ${signal ?? `exit code ${code}`}`);
}

/** Dry runs apart: they change nothing. */
export function nameOf({ action, parameters }: RecordedCall): string {
  return parameters['DryRun'] === 'true' ? `${action} (DryRun)` : action;
}

export function countsOf(names: string[]): string[] {
  return [...new Set(names)].map((name) => `${names.filter((other) => other === name).length} × ${name}`);
}

export function heading(text: string): void {
  const bold = process.stdout.isTTY ? (line: string) => `\u001b[1m${line}\u001b[0m` : (line: string) => line;
  print(`\n${bold(`── ${text}`)}\n`);
}

export function print(text: string): void {
  write(`${text}\n`);
}

// A reader that has read enough, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

/** Prints a text as it is, as long as somebody reads. */
export function write(text: string): void {
  if (process.stdout.writable) process.stdout.write(text);
}
