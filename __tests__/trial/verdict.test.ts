/** Every row of the verdict table. */
import { describe, expect, test } from '@jest/globals';
import { type CheckName, type Facts, judge, nextTurn } from '../../src/trial/verdict.ts';

const start = Date.UTC(2026, 10, 25);
const minute = 60_000;

/** At so many minutes after the start, of 15. */
function facts(minutes: number, overrides: Partial<Facts> = {}): Facts {
  const now = start + minutes * minute;
  return {
    now,
    startedAt: start,
    deadline: start + 15 * minute,
    instanceId: 'i-0123456789abcdef0',
    state: 'running',
    stateReason: undefined,
    unseenSince: undefined,
    checks: checks({}),
    unreadable: undefined,
    command: undefined,
    ...overrides,
  };
}

function checks(given: Partial<Record<CheckName, string>>, sinceMinutes = 0): Facts['checks'] {
  const state = (status = 'ok') => ({ status, since: start + sinceMinutes * minute });
  return { system: state(given.system), instance: state(given.instance), ebs: state(given.ebs) };
}

const initializing = checks({ instance: 'initializing' });

const rows: [what: string, facts: Facts, verdict: string | undefined, words?: RegExp][] = [
  ['all checks are ok', facts(2), 'passed'],
  ['the type has no EBS check', facts(2, { checks: checks({ ebs: 'not-applicable' }) }), 'passed'],
  ['the command succeeded', facts(3, { command: { stage: 'ended', exitCode: 0 } }), 'passed'],
  ['a check is initializing', facts(2, { checks: initializing }), undefined],
  ['EC2 has insufficient data', facts(9, { checks: checks({ system: 'insufficient-data' }) }), undefined],
  ['it is still pending', facts(2, { state: 'pending' }), undefined],
  ['the command has yet to run', facts(2, { command: { stage: 'to come' } }), undefined],
  ['the last look failed', facts(2, { unreadable: { problem: 'No answer', final: false } }), undefined],
  ['EC2 does not show it yet', facts(1, { state: undefined, unseenSince: start }), undefined],
  ['instance check impaired for less than three minutes', impairedFor('instance', 2.9), undefined],
  [
    'instance check impaired for three minutes',
    impairedFor('instance', 3),
    'failed',
    /instance status check/,
  ],
  ['system check impaired for less than three minutes', impairedFor('system', 2.9), undefined],
  [
    'system check impaired for three minutes',
    impairedFor('system', 3),
    'infrastructure',
    /system status check/,
  ],
  ['EBS check impaired for three minutes', impairedFor('ebs', 3), 'infrastructure', /EBS/],
  [
    'system and EBS check impaired for three minutes',
    facts(5, { checks: checks({ system: 'impaired', ebs: 'impaired' }, 2) }),
    'infrastructure',
    /system status check and attached EBS status check of i-\w+ have been impaired/,
  ],
  [
    'an impaired host impairs the instance as well',
    facts(5, {
      checks: {
        ...checks({ instance: 'impaired' }),
        system: { status: 'impaired', since: start + 4 * minute },
      },
    }),
    undefined,
  ],
  ['a fifth of a short timeout', { ...impairedFor('instance', 1), deadline: start + 5 * minute }, 'failed'],
  [
    'it stopped by itself',
    ended('stopped', 'Client.InstanceInitiatedShutdown'),
    'failed',
    /Instance initiated/,
  ],
  ['it terminated by itself', ended('terminated', 'Client.InternalError'), 'failed', /Client\.InternalError/],
  ['it is shutting down by itself', ended('shutting-down', 'Server.InternalError'), 'failed'],
  ['it stopped, and EC2 gives no reason', facts(2, { state: 'stopped' }), 'failed', /no reason/],
  ['somebody ended it', ended('terminated', 'Client.UserInitiatedShutdown'), 'infrastructure', /somebody/],
  ['somebody stopped it', ended('stopping', 'Client.UserInitiatedShutdown'), 'infrastructure'],
  [
    'EC2 had no capacity after all',
    ended('terminated', 'Server.InsufficientInstanceCapacity'),
    'infrastructure',
  ],
  [
    'it stopped after its command succeeded',
    { ...ended('stopped', 'Client.InstanceInitiatedShutdown'), command: { stage: 'ended', exitCode: 0 } },
    'failed',
  ],
  [
    'its own timer ended it while the runner stood still',
    { ...ended('terminated', 'Client.InstanceInitiatedShutdown'), now: start + 30 * minute },
    'not-judged',
    /stood still/,
  ],
  [
    'EC2 no longer shows it',
    facts(6, { state: undefined, unseenSince: start + 3 * minute }),
    'infrastructure',
    /has not shown/,
  ],
  ['the command failed', facts(3, { command: { stage: 'ended', exitCode: 3 } }), 'failed', /exit code 3/],
  [
    'Systems Manager did not run it',
    facts(3, { command: { stage: 'not run', problem: 'Undeliverable' } }),
    'not-judged',
    /Undeliverable/,
  ],
  ['the agent is awaited', facts(3, { command: { stage: 'agent', until: start + 4 * minute } }), undefined],
  [
    'the agent never came',
    facts(4, { command: { stage: 'agent', until: start + 4 * minute } }),
    'not-judged',
    /SSM agent/,
  ],
  [
    'the checks may not be read',
    facts(1, { unreadable: { problem: 'Denied', final: true } }),
    'not-judged',
    /Denied/,
  ],
  [
    'initializing at the end of the time',
    facts(15, { checks: initializing }),
    'failed',
    /did not pass its checks within 15 min/,
  ],
  ['pending at the end of the time', facts(15, { state: 'pending' }), 'infrastructure'],
  [
    'unreadable at the end of the time',
    facts(15, { unreadable: { problem: 'No answer', final: false } }),
    'not-judged',
  ],
  [
    'the command runs at the end of the time',
    facts(15, { command: { stage: 'running' } }),
    'failed',
    /does not end/,
  ],
  ['the command ran too long', facts(14, { command: { stage: 'timed out' } }), 'failed', /does not end/],
  [
    'no agent at the end of the time',
    facts(15, { command: { stage: 'agent', until: start + 20 * minute } }),
    'not-judged',
  ],
];

test.each(rows)('%s', (_what, given, judgement, words = /./) => {
  const verdict = judge(given);
  expect(verdict?.judgement).toBe(judgement);
  if (verdict !== undefined) expect(verdict.reason).toMatch(words);
});

test.each([
  ['Client.UserInitiatedShutdown', /CloudTrail who called TerminateInstances/],
  ['Client.VolumeLimitExceeded', /^(?!.*CloudTrail).*quota/],
  ['Server.InsufficientInstanceCapacity', /^(?!.*CloudTrail).*`instance-type`/],
  ['Server.ScheduledStop', /^(?!.*CloudTrail).*again/],
])('the remedy of an end by %s fits who ended it', (code, remedy) => {
  expect(judge(ended('terminated', code))?.remedy).toMatch(remedy);
});

describe('the next turn', () => {
  test('is the end of the time when nothing is wrong', () => {
    expect(nextTurn(facts(2))).toBe(start + 15 * minute);
  });

  test('is when an impaired check has been so for long enough', () => {
    expect(nextTurn(impairedFor('system', 1))).toBe(start + 5 * minute);
  });
});

function impairedFor(name: CheckName, minutes: number): Facts {
  return facts(2 + minutes, { checks: checks({ [name]: 'impaired' }, 2) });
}

function ended(state: string, code: string): Facts {
  const message = code === 'Client.InstanceInitiatedShutdown' ? `${code}: Instance initiated shutdown` : code;
  return facts(2, { state, stateReason: { code, message } });
}
