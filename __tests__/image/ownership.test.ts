/** Whose an image is: every state, claim, role and asker, and what holds whatever EC2 shows. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Tagged } from '../../src/base/own-tags.ts';
import {
  attemptOf,
  isOfEarlierAttempt,
  isUnfinished,
  mayTakeOver,
  newClaim,
  type Owner,
  type Predecessor,
  type Reason,
  type Role,
  reasonToKeep,
} from '../../src/image/ownership.ts';

const key = '00112233445566778899aabbccddeeff';
const main: Owner = { key, claim: '2-aaaaaaaaaaaa' };

/** Whom the claim on the image is of, as seen by `main`. */
const claims = {
  own: main.claim,
  earlier: '1-bbbbbbbbbbbb',
  twin: '2-cccccccccccc',
  later: '3-dddddddddddd',
  'much later': '10-eeeeeeeeeeee',
  'no claim': undefined,
  'no form of a claim': 'somebody',
} as const;
type Relation = keyof typeof claims;
const relations = Object.keys(claims) as Relation[];

/** What the tag may say; `odd` is none that a bake sets, and undefined is no tag. */
const states = ['baking', 'unverified', 'removing', 'ready', 'odd', undefined] as const;
type State = (typeof states)[number];

function image(state: State, claim: string | undefined, of: string | undefined = key): Tagged {
  const tags = { 'bake-ami:key': of, 'bake-ami:claim': claim, 'bake-ami:state': state };
  return {
    Tags: Object.entries(tags).flatMap(([Key, Value]) => (Value === undefined ? [] : [{ Key, Value }])),
  };
}

describe('what a process may remove', () => {
  /** Of an image that carries the process's own claim, and of one that carries any other or none. */
  const table: readonly [Role, State, own: Reason | 'removable', others: Reason | 'removable'][] = [
    ['home', 'baking', 'removable', 'claimed'],
    // Whoever reads it may have handed it out.
    ['home', 'unverified', 'unverified', 'unverified'],
    ['home', 'removing', 'removable', 'claimed'],
    ['home', 'ready', 'ready', 'ready'],
    ['home', 'odd', 'unknown', 'claimed'],
    ['home', undefined, 'unknown', 'claimed'],
    // Copies follow their home image, whatever their own state says.
    ['copy', 'baking', 'removable', 'claimed'],
    ['copy', 'unverified', 'removable', 'claimed'],
    ['copy', 'removing', 'removable', 'claimed'],
    ['copy', 'ready', 'removable', 'claimed'],
    ['copy', 'odd', 'removable', 'claimed'],
    ['copy', undefined, 'removable', 'claimed'],
  ];

  describe.each(table)('%s, %s', (role, state, own, others) => {
    test.each(relations)('claim: %s', (relation) => {
      const seen = image(state, claims[relation]);
      expect(reasonToKeep(seen, main, role) ?? 'removable').toBe(relation === 'own' ? own : others);
    });

    test.each(['ffffffffffffffffffffffffffffffff', ''])('of key "%s", with its own claim', (of) => {
      const seen = image(state, main.claim, of);
      expect(reasonToKeep(seen, main, role)).toBe('foreign');
    });
  });

  test('nothing without tags: they may not show yet', () => {
    expect(reasonToKeep({}, main, 'home')).toBe('foreign');
    expect(reasonToKeep({ Tags: [] }, main, 'copy')).toBe('foreign');
  });
});

describe('what a process may take over', () => {
  const earlier: Predecessor = 'earlier attempts';
  /** The post step knows the claim of its main step; it is of the same attempt. */
  const ofMain: Predecessor = { claim: claims.twin };
  /** The state that an earlier version saved has no claim. */
  const ofOldMain: Predecessor = { claim: undefined };
  const older: Relation[] = ['earlier', 'no claim'];

  type Row = readonly [
    who: string,
    role: Role,
    state: State,
    possible: readonly Relation[],
    from: Predecessor,
  ];
  const ofEachState = (who: string, role: Role, possible: readonly Relation[], from: Predecessor): Row[] =>
    states.map((state) => [who, role, state, possible, from]);
  const table: readonly Row[] = [
    ['a later attempt', 'home', 'baking', older, earlier],
    ['a later attempt', 'home', 'removing', older, earlier],
    ['a later attempt', 'home', 'unverified', [], earlier],
    ['a later attempt', 'home', 'ready', [], earlier],
    ['a later attempt', 'home', 'odd', [], earlier],
    ['a later attempt', 'home', undefined, [], earlier],
    ...ofEachState('a later attempt', 'copy', older, earlier),
    ['a post step', 'home', 'baking', ['twin'], ofMain],
    ['a post step', 'home', 'removing', ['twin'], ofMain],
    ['a post step', 'home', 'unverified', [], ofMain],
    ['a post step', 'home', 'ready', [], ofMain],
    ['a post step', 'home', 'odd', [], ofMain],
    ['a post step', 'home', undefined, [], ofMain],
    ...ofEachState('a post step', 'copy', ['twin'], ofMain),
    ['a post step of an earlier version', 'home', 'baking', ['no claim'], ofOldMain],
    ['a post step of an earlier version', 'home', 'ready', [], ofOldMain],
    ['a post step of an earlier version', 'copy', 'ready', ['no claim'], ofOldMain],
  ];

  describe.each(table)('%s: %s, %s', (_who, role, state, possible, from) => {
    test.each(relations)('claim: %s', (relation) => {
      const seen = image(state, claims[relation]);
      expect(mayTakeOver(seen, main, { from, role })).toBe(possible.includes(relation));
    });

    test('nothing of another key', () => {
      for (const relation of relations) {
        const seen = image(state, claims[relation], 'ffffffffffffffffffffffffffffffff');
        expect(mayTakeOver(seen, main, { from, role })).toBe(false);
      }
    });
  });

  test('attempts are numbers: the tenth is later than the ninth', () => {
    const tenth = { key, claim: newClaim('10', 'a') };
    const ninth = { key, claim: newClaim('9', 'b') };
    const takes = (owner: Owner, claim: string) =>
      mayTakeOver(image('baking', claim), owner, { from: earlier, role: 'home' });
    expect(takes(tenth, ninth.claim)).toBe(true);
    expect(takes(ninth, tenth.claim)).toBe(false);
  });

  test('a first attempt takes over nothing, not even what has no claim', () => {
    const first = { key, claim: newClaim('1', 'a') };
    for (const relation of relations) {
      const seen = image('baking', claims[relation]);
      expect(mayTakeOver(seen, first, { from: earlier, role: 'home' })).toBe(false);
    }
  });
});

describe('whatever EC2 shows', () => {
  const keys = fc.constantFrom(key, 'ffffffffffffffffffffffffffffffff');
  const handedOut = fc.constantFrom('ready' as const, 'unverified' as const);
  const someClaims = fc.oneof(
    fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom('a', 'b', 'c'))
      .map(([attempt, random]) => newClaim(String(attempt), random)),
    fc.string({ maxLength: 5 }),
  );
  const owners = fc.record({
    key: keys,
    claim: fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom('a', 'b', 'c'))
      .map(([attempt, random]) => newClaim(String(attempt), random)),
  });
  const images = fc
    .record({
      state: fc.oneof(fc.constantFrom(...states), fc.string({ maxLength: 3 })),
      claim: fc.option(someClaims, { nil: undefined }),
      of: fc.option(keys, { nil: undefined }),
    })
    .map(({ state, claim, of }) => ({ ...image(state as State, claim, of ?? ''), state, claim, of }));
  const roles = fc.constantFrom<Role>('home', 'copy');
  const predecessors = fc.oneof(
    fc.constant<Predecessor>('earlier attempts'),
    fc.record({ claim: fc.option(someClaims, { nil: undefined }) }),
  );

  test('nothing that does not carry the own claim and the own key is ever removable', () => {
    fc.assert(
      fc.property(images, owners, roles, (seen, owner, role) => {
        if (seen.claim === owner.claim && seen.of === owner.key) return;
        expect(reasonToKeep(seen, owner, role)).toBeDefined();
      }),
    );
  });

  test('nothing is ever removable to two processes', () => {
    fc.assert(
      fc.property(images, owners, owners, roles, (seen, one, other, role) => {
        if (one.claim === other.claim) return;
        const reasons = [one, other].map((owner) => reasonToKeep(seen, owner, role));
        expect(reasons.filter((reason) => reason === undefined).length).toBeLessThan(2);
      }),
      { numRuns: 2_000 },
    );
  });

  test('a home image that is ready or not waited for is never removed and never taken over', () => {
    fc.assert(
      fc.property(handedOut, someClaims, owners, predecessors, (state, claim, owner, from) => {
        // A mark that is written before a removal may be late.
        const late = { Key: 'bake-ami:removing', Value: owner.claim };
        const seen = { Tags: [...(image(state, claim).Tags ?? []), late] };
        expect(reasonToKeep(seen, owner, 'home')).toBeDefined();
        expect(mayTakeOver(seen, owner, { from, role: 'home' })).toBe(false);
      }),
    );
  });

  test('nothing of another key is ever taken over', () => {
    fc.assert(
      fc.property(images, owners, roles, predecessors, (seen, owner, role, from) => {
        if (seen.of === owner.key) return;
        expect(mayTakeOver(seen, owner, { from, role })).toBe(false);
      }),
    );
  });

  test('of two processes, one at most may take over what the other has claimed', () => {
    fc.assert(
      fc.property(owners, owners, roles, fc.constantFrom(...states), (one, other, role, state) => {
        const takes = (owner: Owner, from: Owner) =>
          mayTakeOver(image(state, from.claim, from.key), owner, { from: 'earlier attempts', role });
        expect(takes(one, other) && takes(other, one)).toBe(false);
        expect(takes(one, one)).toBe(false);
      }),
    );
  });

  test('what is taken over is removable by whoever took it over, and by nobody before that', () => {
    fc.assert(
      fc.property(images, owners, roles, predecessors, (seen, owner, role, from) => {
        if (!mayTakeOver(seen, owner, { from, role })) return;
        const taken = image(seen.state as State, owner.claim, owner.key);
        expect(reasonToKeep(taken, owner, role)).toBeUndefined();
        if (seen.claim !== owner.claim) expect(reasonToKeep(seen, owner, role)).toBe('claimed');
      }),
      { numRuns: 2_000 },
    );
  });
});

test('an image without a claim was made by an earlier version, in the first attempt for all that is known', () => {
  expect(isOfEarlierAttempt(image('baking', undefined), { claim: '2-a' })).toBe(true);
  expect(isOfEarlierAttempt(image('baking', undefined), { claim: '1-a' })).toBe(false);
});

test.each([
  ['baking', true],
  ['removing', true],
  ['unverified', true],
  ['ready', false],
  ['odd', false],
  [undefined, false],
] as const)('an image that is %s is unfinished: %s', (state, unfinished) => {
  expect(isUnfinished(image(state, main.claim))).toBe(unfinished);
});

describe('a claim', () => {
  test.each([
    ['1', '1-0a1b', 1],
    ['12', '12-0a1b', 12],
    ['', '1-0a1b', 1],
    ['2x', '1-0a1b', 1],
  ])('of attempt "%s" is %s', (attempt, claim, number) => {
    expect(newClaim(attempt, '0a1b')).toBe(claim);
    expect(attemptOf(claim)).toBe(number);
  });

  test.each(['', '2', 'a-1', '-1'])('has a form: "%s" is of no attempt', (text) => {
    expect(attemptOf(text)).toBeNaN();
    expect(isOfEarlierAttempt(image('baking', text), main)).toBe(false);
  });
});
