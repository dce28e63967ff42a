/** How every main step runs: it wires an action's story to the runner and to AWS. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { awsAccess } from '../aws/access.ts';
import { closeConnections } from '../aws/http-agents.ts';
import { systemClock as clock } from '../base/clock.ts';
import type { Log } from '../base/log.ts';
import type { WorkflowContext } from '../base/workflow.ts';
import type { Run } from '../run/run.ts';
import { cancellationOfMain } from './cancellation.ts';
import { readWorkflowContext } from './context.ts';
import { createLog } from './log.ts';
import { reportEarly } from './report/failure.ts';
import { roleOf } from './role.ts';
import { createRunnerFiles } from './runner-files.ts';

/** What the runner brings to a story, before the inputs are read. */
export interface MainStep<Outputs> {
  environment: NodeJS.ProcessEnv;
  workflow: WorkflowContext;
  log: Log;
  outputs: Outputs;
  /** Milliseconds since the epoch. */
  startedAt: number;
  /** 24 hexadecimal digits that no other process has. */
  unique: string;
  /** Hands a state to the post step, under a name of the action. */
  saveState: (name: string, text: string) => void;
  /** What the inputs make of it: the action adds its inputs, its record, and what follows the record. */
  runIn: (where: Where) => Omit<Run, 'record' | 'onChange'> & { readonly environment: NodeJS.ProcessEnv };
}

interface Where {
  region: string;
  roleToAssume: string | undefined;
  timeoutMinutes: number;
}

/**
 * Fails the step when the story throws or does not end well, and when outputs have been lost.
 * @param what begins the title of the error, e.g. `Bake`
 * @param createOutputs the action's outputs, written by the function that they are given
 * @param story reads the inputs, does the action's work and reports it; `ok` when it went well. What it
 *   throws is shown; nothing has been changed in the account then
 */
export async function runMainStep<Outputs extends { finish: () => void }>(
  what: string,
  createOutputs: (setOutput: (name: string, value: string) => void) => Outputs,
  story: (step: MainStep<Outputs>) => Promise<{ ok: boolean }>,
): Promise<void> {
  // Templates' dates are in UTC; LiquidJS's arithmetic is off by an hour near daylight-saving changes in other zones.
  process.env['TZ'] = 'UTC';
  const { signal, throwIfCancelled } = cancellationOfMain(process);
  const log = createLog();
  const files = createRunnerFiles(log);
  const outputs = createOutputs(files.setOutput);
  try {
    const environment = process.env;
    files.check(environment);
    const workflow = readWorkflowContext(environment, (path) => readFileSync(path, 'utf8'));
    const random = Math.random;
    const startedAt = clock.now();
    const { ok } = await story({
      environment,
      workflow,
      log,
      outputs,
      startedAt,
      unique: randomBytes(12).toString('hex'),
      saveState: files.saveState,
      runIn: ({ region, roleToAssume, timeoutMinutes }) => {
        const role = roleOf(roleToAssume, environment, log);
        const onTrouble = (message: string) => log.info(message);
        const aws = awsAccess({ region, environment, clock, random, role, onTrouble });
        const deadline = startedAt + timeoutMinutes * 60_000;
        const cancellation = { signal, throwIfCancelled };
        return { region, workflow, environment, aws, clock, random, log, ...cancellation, deadline };
      },
    });
    if (!ok || files.hasLostOutputs) process.exitCode = 1;
  } catch (error) {
    process.exitCode = 1;
    await reportEarly(error, log, what);
    outputs.finish();
  } finally {
    closeConnections();
  }
}
