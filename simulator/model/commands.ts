/** How a command of Run Command goes on an instance. */
export interface CommandPlan {
  /** Until the agent gets it. */
  startsAfterSeconds: number;
  /** How long it runs; infinite for one that never ends. */
  seconds: number;
  exitCode: number;
  stdout: string;
  stderr: string;
  /** Whether the agent gets it at all. */
  delivered: boolean;
}

/** A plan, or what makes one of the lines of the command; what is not given has a default. */
export type CommandPlans = Partial<CommandPlan> | ((lines: readonly string[]) => Partial<CommandPlan>);

export const defaultCommandPlan: CommandPlan = {
  startsAfterSeconds: 1,
  seconds: 2,
  exitCode: 0,
  stdout: '',
  stderr: '',
  delivered: true,
};

export interface Command {
  id: string;
  accountId: string;
  documentName: string;
  comment: string;
  parameters: Readonly<Record<string, string[]>>;
  instanceIds: readonly string[];
  requestedAt: number;
  timeoutSeconds: number;
  executionTimeoutSeconds: number;
  plan: CommandPlan;
  cancelledAt: number | undefined;
}

/** What Run Command knows in a Region. */
export class Commands {
  /** Plans for the next commands, in their order. */
  readonly plans: Partial<CommandPlan>[] = [];
  /** By their IDs. */
  readonly sent = new Map<string, Command>();
}
