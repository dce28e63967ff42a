import type { CheckPlan } from './status-checks.ts';

/** How the life of a launched instance goes, when nobody calls EC2 about it. */
export interface InstancePlan {
  /** From RunInstances until the instance is `running`. */
  pendingSeconds: number;
  /** What ends it before that, or after. */
  end: InstanceEnd | undefined;
  /**
   * When its operating system shuts down, in seconds after it is `running`; what becomes of it then is in its
   * InstanceInitiatedShutdownBehavior. `user-data`: when its user data says so; of an image whose boot is broken that
   * never runs: `never`.
   */
  powersOff: number | 'user-data' | 'never';
  checks: ChecksPlan;
  console: ConsolePlan;
  /** When its SSM Agent reports to Systems Manager, in seconds after it is `running`, if it has the permission to. */
  agentSeconds: number | 'never';
}

export interface InstanceEnd {
  /** In seconds after RunInstances. */
  afterSeconds: number;
  /** `gone`: no call finds it any more. */
  state: 'stopped' | 'terminated' | 'gone';
  /**
   * StateReason; unless given, `Client.InstanceInitiatedShutdown`. `Client.UserInitiatedShutdown`: somebody else has stopped
   * or terminated it.
   */
  code?: string;
  message?: string;
}

/** The status checks of DescribeInstanceStatus. */
export interface ChecksPlan {
  system: CheckPlan;
  instance: CheckPlan;
  /** Of instance types without Nitro it is `not-applicable`. */
  ebs: CheckPlan;
}

/** What GetConsoleOutput shows. */
export interface ConsolePlan {
  /** The whole output; or as it grows, by the seconds since the instance is `running`. Any characters. */
  text: string | ((seconds: number) => string);
  /** When it is posted to those who do not ask for the latest output, in seconds after the instance is `running`. */
  postedAfterSeconds: number;
}

/** What is not given stays as it is. */
export type InstancePlanChange = Partial<Omit<InstancePlan, 'checks' | 'console'>> & {
  checks?: Partial<ChecksPlan>;
  console?: Partial<ConsolePlan>;
};

export const defaultInstancePlan: InstancePlan = {
  pendingSeconds: 15,
  end: undefined,
  powersOff: 'user-data',
  checks: { system: 60, instance: 120, ebs: 120 },
  console: {
    text: [
      '[    0.000000] Linux version 6.1.0 (simulated)',
      '[    1.204000] systemd[1]: Reached target multi-user.target - Multi-User System.',
      'ip-172-31-0-4 login: ',
    ].join('\r\n'),
    postedAfterSeconds: 180,
  },
  agentSeconds: 45,
};

export function changedPlan(
  plan: InstancePlan,
  { checks, console, ...rest }: InstancePlanChange = {},
): InstancePlan {
  return {
    ...plan,
    ...rest,
    checks: { ...plan.checks, ...checks },
    console: { ...plan.console, ...console },
  };
}
