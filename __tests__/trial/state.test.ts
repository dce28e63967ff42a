/** What the post step gets of the main step, and what it makes of anything else. */
import { describe, expect, test } from '@jest/globals';
import { emptyRecord, type Launch } from '../../src/trial/record.ts';
import { readState, stateKeeper } from '../../src/trial/state.ts';

const token = `bake-ami-${'a'.repeat(40)}`;
const asked: Launch = {
  token,
  type: 't3.micro',
  subnetId: 'subnet-0123456789abcdef0',
  zone: 'eu-west-1a',
  requestedAt: 0,
  status: 'asked',
};

function saved(...launches: Launch[]): string[] {
  const texts: string[] = [];
  const record = emptyRecord({
    region: 'eu-west-1',
    imageId: 'ami-0123456789abcdef0',
    testId: 'b'.repeat(24),
    startedAt: 0,
  });
  const keep = stateKeeper('arn:aws:iam::123456789012:role/test', (_name, text) => texts.push(text));
  keep(record);
  for (const launch of launches) {
    record.launches = [launch];
    keep(record);
  }
  return texts;
}

test('nothing is saved before something is launched', () => {
  expect(saved()).toEqual([]);
});

test('the tokens are known before the answer, the ID after it, and at the end nothing is open', () => {
  const launched: Launch = { ...asked, status: 'launched', instanceId: 'i-0123456789abcdef0' };
  const texts = saved(asked, asked, launched, { ...launched, status: 'ended' });
  const open = texts.map((text) => readState({ STATE_test: text }).state?.open);
  expect(open).toEqual([[{ token }], [{ token, instanceId: 'i-0123456789abcdef0' }], []]);
});

describe('what is no state', () => {
  const [good = ''] = saved(asked);
  const with_ = (changes: object) => JSON.stringify({ ...JSON.parse(good), ...changes });

  test.each([
    ['nothing', '', /saved no state/],
    ['no JSON', '{', /not a JSON object/],
    ['another version', with_({ version: 2 }), /another version/],
    ['an odd Region', with_({ region: 'x;rm' }), /`region`/],
    ['a foreign token', with_({ open: [{ token: 'mine' }] }), /`open`/],
    ['an odd instance', with_({ open: [{ token, instanceId: 'i-1' }] }), /`open`/],
    ['more than is known', with_({ open: [{ token, more: 1 }] }), /`open`/],
    ['an odd role', with_({ roleToAssume: 'role' }), /`roleToAssume`/],
  ])('%s', (_what, text, reason) => {
    expect(readState({ STATE_test: text })).toEqual({
      state: undefined,
      reason: expect.stringMatching(reason),
    });
  });
});
