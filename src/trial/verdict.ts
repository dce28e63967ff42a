/**
 * What to make of what EC2 and Systems Manager show: one function from facts to verdict. docs/how-testing-works.md has the
 * same as a table. What cannot be seen is never taken for good news.
 */
import { duration } from '../base/units.ts';

/** How a test ends. Only `passed` and `failed` are judgements of the image. */
export type Judgement =
  | 'passed'
  | 'failed'
  /** Not judged: no capacity, an impaired host, or somebody else ended the instance. */
  | 'infrastructure'
  /** Not judged: what decides could not be seen. */
  | 'not-judged'
  /** Not judged: EC2 or a check refused the test before anything existed. */
  | 'refused';

export interface Verdict {
  readonly judgement: Judgement;
  /** A sentence, on what and why. */
  readonly reason: string;
  /** What the reader can do next. */
  readonly remedy?: string;
  /** Another host may do better. */
  readonly elsewhere?: true;
}

export const checkNames = ['system', 'instance', 'ebs'] as const;
export type CheckName = (typeof checkNames)[number];

/** What one status check says, and since when it has been seen to say so, in milliseconds since the epoch. */
export interface CheckState {
  readonly status: string;
  readonly since: number;
}

export type Checks = Readonly<Record<CheckName, CheckState>>;

/** What is known at one moment. Times are in milliseconds since the epoch. */
export interface Facts {
  readonly now: number;
  readonly startedAt: number;
  readonly deadline: number;
  readonly instanceId: string;
  /** EC2's state; undefined when EC2 does not show the instance. */
  readonly state: string | undefined;
  /** EC2's StateReason, where the instance has ended. */
  readonly stateReason: { readonly code: string; readonly message: string } | undefined;
  /** Since when EC2 has not shown the instance. */
  readonly unseenSince: number | undefined;
  readonly checks: Checks;
  /** Why the last look failed. `final`: the next one cannot go better. */
  readonly unreadable: { readonly problem: string; readonly final: boolean } | undefined;
  /** Absent without a command to run. */
  readonly command: CommandFacts | undefined;
}

export type CommandFacts =
  /** Its turn has not come: the status checks are first. */
  | { readonly stage: 'to come' }
  | { readonly stage: 'agent'; readonly until: number }
  | { readonly stage: 'running' }
  | { readonly stage: 'ended'; readonly exitCode: number }
  /** Systems Manager ended it because it ran too long. */
  | { readonly stage: 'timed out' }
  | { readonly stage: 'not run'; readonly problem: string };

/** @returns undefined while it is too early to say */
export function judge(facts: Facts): Verdict | undefined {
  return (
    ended(facts) ??
    vanished(facts) ??
    ofCommand(facts) ??
    blind(facts) ??
    impaired(facts) ??
    passed(facts) ??
    withoutAgent(facts) ??
    tooLate(facts)
  );
}

/** How long something bad must stay before it counts: a fifth of the timeout, three minutes at most; in milliseconds. */
export function patienceOf({ startedAt, deadline }: Pick<Facts, 'startedAt' | 'deadline'>): number {
  return Math.min((deadline - startedAt) / 5, 180_000);
}

/** The next moment at which the verdict can change although EC2 shows the same, in milliseconds since the epoch. */
export function nextTurn(facts: Facts): number {
  const patience = patienceOf(facts);
  const turns = [
    facts.deadline,
    ...checkNames.flatMap((name) =>
      facts.checks[name].status === 'impaired' ? [facts.checks[name].since + patience] : [],
    ),
    ...(facts.unseenSince === undefined ? [] : [facts.unseenSince + patience]),
    ...(facts.command?.stage === 'agent' ? [facts.command.until] : []),
  ];
  return Math.min(...turns.filter((turn) => turn > facts.now));
}

/** Who ended the instance, and what the reader can do. */
type Ender = readonly [who: string, remedy: string];

const somebody = (did: string): Ender => [
  `somebody ${did} the instance`,
  'Find out with CloudTrail who called TerminateInstances or StopInstances, then run the job again.',
];
const ec2 = (did: string): Ender => [
  `EC2 ${did}`,
  'Run the job again later, or with another `instance-type` or other `subnet-ids`.',
];

/**
 * StateReason codes of ends that the image has no part in. API model, StateReason.Message, lists the codes.
 */
const endsOfOthers = new Map<string, Ender>([
  ['Client.UserInitiatedShutdown', somebody('ended')],
  ['Client.UserInitiatedHibernate', somebody('hibernated')],
  [
    'Client.VolumeLimitExceeded',
    [
      'the account has reached a quota of EBS volumes',
      'Delete volumes that nobody needs, or ask AWS to raise the quota, then run the job again.',
    ],
  ],
  ['Server.InsufficientInstanceCapacity', ec2('had no capacity for the instance')],
  ['Server.ScheduledStop', ec2('stopped the instance because its host retires')],
  ['Server.SpotInstanceShutdown', ec2('stopped the instance')],
  ['Server.SpotInstanceTermination', ec2('ended the instance')],
]);

const endStates = ['shutting-down', 'terminated', 'stopping', 'stopped'];

/** Later looks than this come from a process that stood still, and the machine's own timer may have ended it meanwhile. */
const latestLookMilliseconds = 120_000;

function ended({ instanceId, state, stateReason, now, deadline }: Facts): Verdict | undefined {
  if (state === undefined || !endStates.includes(state)) return undefined;
  if (now > deadline + latestLookMilliseconds) {
    return {
      judgement: 'not-judged',
      reason: `${instanceId} is ${state}, and nobody watched it when its time was over: the runner stood still`,
      remedy: 'Run the job again.',
    };
  }
  const others = endsOfOthers.get(stateReason?.code ?? '');
  const said = stateReason === undefined ? 'EC2 gives no reason' : reasonText(stateReason);
  if (others !== undefined) {
    const [who, remedy] = others;
    return { judgement: 'infrastructure', reason: `${instanceId} is ${state}: ${who} (${said})`, remedy };
  }
  return { judgement: 'failed', reason: `${instanceId} is ${state} by itself: ${said}` };
}

function reasonText({ code, message }: { code: string; message: string }): string {
  return message.startsWith(code) || code === '' ? message : `${code}: ${message}`;
}

function vanished(facts: Facts): Verdict | undefined {
  const { unseenSince, now, instanceId } = facts;
  if (unseenSince === undefined || now - unseenSince < patienceOf(facts)) return undefined;
  return {
    judgement: 'infrastructure',
    reason: `EC2 has not shown ${instanceId} for ${duration(now - unseenSince)}`,
    remedy: 'Find out with CloudTrail who called TerminateInstances, then run the job again.',
  };
}

function ofCommand({ command, instanceId }: Facts): Verdict | undefined {
  if (command?.stage === 'ended' && command.exitCode !== 0) {
    return {
      judgement: 'failed',
      reason: `The command of \`run\` ended with exit code ${command.exitCode} on ${instanceId}`,
    };
  }
  if (command?.stage === 'not run') {
    return {
      judgement: 'not-judged',
      reason: `Systems Manager did not run the command on ${instanceId}: ${command.problem}`,
    };
  }
  return undefined;
}

function blind({ unreadable }: Facts): Verdict | undefined {
  if (!unreadable?.final) return undefined;
  return { judgement: 'not-judged', reason: unreadable.problem };
}

/** An impaired host impairs what runs on it: while it is, the instance check does not speak for the image. */
function impaired(facts: Facts): Verdict | undefined {
  const { checks, now, instanceId } = facts;
  const patience = patienceOf(facts);
  const isImpaired = (name: CheckName) => checks[name].status === 'impaired';
  const stays = (name: CheckName) => isImpaired(name) && now - checks[name].since >= patience;
  const host = (['system', 'ebs'] as const).filter(stays);
  if (host.length > 0) {
    const names = host.map((name) => checkTitles[name]).join(' and ');
    return {
      judgement: 'infrastructure',
      reason: `The ${names} of ${instanceId} ${host.length > 1 ? 'have' : 'has'} been impaired for ${duration(patience)}, which is a problem of EC2's host or storage`,
      remedy: 'Run the job again later, or with other `subnet-ids`.',
      elsewhere: true,
    };
  }
  if (!stays('instance') || isImpaired('system') || isImpaired('ebs')) return undefined;
  return {
    judgement: 'failed',
    reason: `The instance status check of ${instanceId} has been impaired for ${duration(patience)}`,
  };
}

export const checkTitles: Readonly<Record<CheckName, string>> = {
  system: 'system status check',
  instance: 'instance status check',
  ebs: 'attached EBS status check',
};

/** Types without the attached EBS check say `not-applicable`. */
export function checksPassed({ state, checks }: Pick<Facts, 'state' | 'checks'>): boolean {
  const { system, instance, ebs } = checks;
  return (
    state === 'running' &&
    system.status === 'ok' &&
    instance.status === 'ok' &&
    ['ok', 'not-applicable'].includes(ebs.status)
  );
}

function passed(facts: Facts): Verdict | undefined {
  const { command, unreadable, instanceId } = facts;
  if (unreadable !== undefined || !checksPassed(facts)) return undefined;
  if (command !== undefined && command.stage !== 'ended') return undefined;
  const also = command === undefined ? '' : ', and its command ended with exit code 0';
  return { judgement: 'passed', reason: `${instanceId} passed all status checks${also}` };
}

const agentRemedy =
  'Check that the image has the SSM agent, that `instance-profile` allows it to report (AmazonSSMManagedInstanceCore) or Default Host Management is on, and that the subnet reaches Systems Manager.';

function withoutAgent({ command, now, deadline, instanceId }: Facts): Verdict | undefined {
  if (command?.stage !== 'agent' || (now < command.until && now < deadline)) return undefined;
  return {
    judgement: 'not-judged',
    reason: `The SSM agent of ${instanceId} did not come online, so that the command of \`run\` could not run`,
    remedy: agentRemedy,
  };
}

function tooLate(facts: Facts): Verdict | undefined {
  const { now, startedAt, deadline, unreadable, state, command, instanceId } = facts;
  const within = duration(deadline - startedAt);
  if (command?.stage === 'timed out' || (now >= deadline && command?.stage === 'running')) {
    return {
      judgement: 'failed',
      reason: `${instanceId} did not pass its checks within ${within} (\`timeout-minutes\`): the command of \`run\` does not end`,
    };
  }
  if (now < deadline) return undefined;
  if (unreadable !== undefined) return { judgement: 'not-judged', reason: unreadable.problem };
  if (state === undefined || state === 'pending') {
    return {
      judgement: 'infrastructure',
      reason: `EC2 did not start ${instanceId} within ${within} (\`timeout-minutes\`)`,
      remedy: 'Run the job again later.',
    };
  }
  return {
    judgement: 'failed',
    reason: `${instanceId} did not pass its checks within ${within} (\`timeout-minutes\`): ${checksText(facts.checks)}`,
  };
}

/** e.g. `system ok, instance initializing, EBS ok`. */
export function checksText(checks: Checks): string {
  return `system ${checks.system.status}, instance ${checks.instance.status}, EBS ${checks.ebs.status}`;
}

/** How the image was judged, for the output `passed` and the tag; undefined when it was not. */
export function isPass({ judgement }: Verdict): boolean | undefined {
  return judgement === 'passed' ? true : judgement === 'failed' ? false : undefined;
}
