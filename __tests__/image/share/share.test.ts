/** Whom sharing is about, and how those are found whom EC2 refuses. What EC2 does with it: scenarios/sharing.test.ts. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { VirtualClock } from '../../../simulator/virtual-clock.ts';
import { BakeError, CancelledError, ProblemsError } from '../../../src/base/errors.ts';
import { sideBySide } from '../../../src/base/side-by-side.ts';
import { grant } from '../../../src/image/share/grant.ts';
import {
  allOf,
  describeGrantees,
  granteeKind,
  granteesOf,
  nobody,
} from '../../../src/image/share/grantees.ts';
import { entitiesPerCall, type PermissionList } from '../../../src/image/share/permission-list.ts';
import { namedIn } from '../../../src/image/share/refusals.ts';
import { sharingWarnings } from '../../../src/image/share/warnings.ts';
import { someRun } from '../../builders/run.ts';

const organization = 'arn:aws:organizations::111111111111:organization/o-0123456789';
const unit = 'arn:aws:organizations::111111111111:ou/o-0123456789/ou-a1b2-0123abcd';
const account = (index: number) => String(200_000_000_000 + index);
const accounts = (count: number) => Array.from({ length: count }, (_, index) => account(index));

describe('grantees', () => {
  test.each([
    ['123456789012', 'accounts'],
    ['000000000000', 'accounts'],
    ['12345678901', undefined],
    ['1234567890123', undefined],
    ['１２３４５６７８９０１２', undefined],
    ['123456789012\n', undefined],
    [organization, 'organizations'],
    [organization.replace('aws', 'aws-cn'), 'organizations'],
    [organization.replace('aws', 'aws-iso-b'), 'organizations'],
    [organization.replace('aws', 'awsome'), undefined],
    [`${organization}/`, undefined],
    [unit, 'organizationalUnits'],
    [unit.replace('aws', 'aws-eusc'), 'organizationalUnits'],
    [unit.replace(':ou/', ':organization/'), undefined],
    ['arn:aws:organizations::111111111111:root/o-0123456789/r-a1b2', undefined],
    ['all', undefined],
    ['', undefined],
  ])('%j is of kind %p', (text, kind) => {
    expect(granteeKind(text)).toBe(kind);
  });

  test('are sorted by kind, each kind in the order given', () => {
    expect(granteesOf([unit, account(2), organization, account(1), 'all'])).toEqual({
      accounts: [account(2), account(1)],
      organizations: [organization],
      organizationalUnits: [unit],
    });
    expect(allOf(granteesOf([unit, organization, account(1)]))).toEqual([account(1), organization, unit]);
    expect(allOf(nobody)).toEqual([]);
  });

  test.each([
    [[], ''],
    [[account(1)], '1 account'],
    [[...accounts(3), unit], '3 accounts and 1 organizational unit'],
    [[...accounts(3), organization, unit], '3 accounts, 1 organization, and 1 organizational unit'],
  ])('%j are %j', (texts, words) => {
    expect(describeGrantees(granteesOf(texts))).toBe(words);
  });
});

describe('what can be foretold', () => {
  test.each([
    ['accounts with their snapshots', accounts(3), true, []],
    ['an organization without snapshots', [organization], false, []],
    [
      'an organization among accounts, with snapshots',
      [account(1), organization],
      true,
      [expect.stringMatching(/^share-snapshots: .*can launch the image but not copy it/)],
    ],
    ['1,000 accounts', accounts(1000), false, []],
    [
      '1,000 accounts and a unit',
      [...accounts(1000), unit],
      false,
      [expect.stringMatching(/^share-with: it names 1001 .*"AMI sharing"/)],
    ],
  ])('%s', (_what, shareWith, shareSnapshots, warnings) => {
    expect(sharingWarnings(shareWith, shareSnapshots)).toEqual(warnings);
  });
});

describe('the entities that a refusal names', () => {
  const named = (message: string) =>
    namedIn(Object.assign(new Error(message), { name: 'InvalidAMIAttributeItemValue' }), [
      account(1),
      account(2),
      '111111111111',
      organization,
      unit,
    ]);
  test.each([
    [`Invalid attribute item value "${account(1)}" for userId item type.`, [account(1)]],
    [`Invalid attribute item value "${account(1)} " for userId item type.`, [account(1)]],
    [
      `Invalid attribute item value "${account(1)}, ${account(2)} " for userId item type.`,
      accounts(3).slice(1),
    ],
    [`Invalid attribute item value '${account(2)}'.`, [account(2)]],
    [`The account ${account(2)}. It is suspended`, [account(2)]],
    [`Invalid attribute item value "${organization}" for OrganizationArn item type.`, [organization]],
    [`Organization does not exist: ${unit}.`, [unit]],
    [`Invalid attribute item value "${account(1)}3" for userId item type.`, []],
    ['An item is not valid.', []],
    ['', []],
  ])('%s', (message, entities) => {
    expect(named(message)).toEqual(entities);
  });
});

/** How the list tells whom it refuses. EC2 has been seen to do the first three. */
const tellings: Record<string, (refused: string[], batch: readonly string[]) => string> = {
  'names the first': ([first]) => `Invalid attribute item value "${first}" for userId item type.`,
  'names all that it refuses': (refused) =>
    `Invalid attribute item value "${refused.join(', ')} " for userId item type.`,
  'names all that it was given': (_, batch) =>
    `Invalid attribute item value "${batch.join(', ')} " for userId item type.`,
  'names nobody': () => 'An attribute item value is not valid.',
};

/** A list of permissions that refuses some, all or nothing a call, as EC2 does. */
function listOf(refuses: (entity: string) => boolean, tell = tellings['names the first']) {
  const granted = new Set<string>();
  const calls: number[] = [];
  const list: PermissionList = {
    of: 'image ami-0a1b2c3d4e5f60718',
    readAction: 'ec2:DescribeImageAttribute',
    addAction: 'ec2:ModifyImageAttribute',
    read: async () => granted,
    add: async (entities) => {
      calls.push(entities.length);
      const refused = entities.filter(refuses);
      if (refused.length > 0) throw refusal('InvalidAMIAttributeItemValue', tell?.(refused, entities));
      for (const entity of entities) granted.add(entity);
    },
  };
  return { list, granted, calls };
}

function refusal(name: string, message = ''): Error {
  return Object.assign(new Error(message), { name, $fault: 'client', $metadata: { httpStatusCode: 400 } });
}

async function problemsOf(work: Promise<unknown>): Promise<readonly string[]> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error === undefined) return [];
  if (error instanceof ProblemsError) return error.problems;
  throw error;
}

const run = someRun();

describe('granting', () => {
  test.each(Object.keys(tellings))(
    'finds all whom EC2 refuses when it %s; the others are granted',
    async (how) => {
      const wanted = fc.uniqueArray(fc.nat(2000), { maxLength: 1200 });
      const unfit = fc.uniqueArray(fc.nat(2000), { maxLength: 15 });
      await fc.assert(
        fc.asyncProperty(wanted, unfit, async (some, bad) => {
          const entities = some.map(account);
          const refused = new Set(bad.map(account));
          const { list, granted, calls } = listOf((entity) => refused.has(entity), tellings[how]);
          const problems = await problemsOf(grant(run, list, entities));
          const found = problems.map((problem) => /\b\d{12}\b/.exec(problem)?.[0]);
          expect(found.sort()).toEqual(entities.filter((entity) => refused.has(entity)).sort());
          expect([...granted].sort()).toEqual(entities.filter((entity) => !refused.has(entity)).sort());
          for (const size of calls) expect(size).toBeLessThanOrEqual(entitiesPerCall);
        }),
        { numRuns: 50 },
      );
    },
  );

  test('takes as few calls as the limit allows', async () => {
    const { list, granted, calls } = listOf(() => false);
    await grant(run, list, accounts(1001));
    expect(calls).toEqual([500, 500, 1]);
    expect(granted.size).toBe(1001);
    await grant(run, list, []);
    expect(calls).toHaveLength(3);
  });

  test('a refused one costs one call more', async () => {
    const { list, calls } = listOf((entity) => entity === account(77));
    await problemsOf(grant(run, list, accounts(500)));
    expect(calls).toEqual([500, 499]);
  });

  test.each([
    [
      account(1),
      /^input `share-with`: 200000000001: check .*account.* EC2 says InvalidAMIAttributeItemValue: Inv/,
    ],
    [organization, /^input `share-with`: arn:aws:.*o-0123456789: check that it exists/],
    ['all', /^input `public`: all: /],
  ])('tells of %s its input, what to check and what EC2 says', async (entity, line) => {
    const { list } = listOf((candidate) => candidate === entity);
    await expect(grant(run, list, [entity])).rejects.toThrow(
      'EC2 refuses to share the image ami-0a1b2c3d4e5f60718 as asked:\n- input',
    );
    expect(await problemsOf(grant(run, list, [entity]))).toEqual([expect.stringMatching(line)]);
  });

  test('gives up when EC2 refuses one after the other', async () => {
    const { list, calls } = listOf(() => true);
    const problems = await problemsOf(grant(run, list, accounts(500)));
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)).toBe('perhaps more: the others were not tried');
    expect(calls).toHaveLength(20);
  });

  test.each([
    ['all twenty refused ones', 20, 20],
    ['twenty, when there are more', 22, 21],
  ])('names %s', async (_what, bad, lines) => {
    const { list } = listOf(() => true);
    expect(await problemsOf(grant(run, list, accounts(bad)))).toHaveLength(lines);
  });

  test.each([
    [
      'InvalidParameter',
      "Snapshots encrypted with the AWS Managed CMK can't be shared. Specify another snapshot.",
      /customer managed key/,
    ],
    [
      'OperationNotPermitted',
      'Encrypted snapshots with EBS default key cannot be shared',
      /customer managed key/,
    ],
    [
      'OperationNotPermitted',
      'You can’t publicly share this image because block public access for AMIs is enabled for this account.',
      /disable-image-block-public-access/,
    ],
    [
      'UnsupportedOperation',
      'Encrypted snapshots can’t be shared publicly. Specify another snapshot.',
      /Leave out `public`/,
    ],
    ['ResourceLimitExceeded', 'You have reached your quota of 1000.', /"AMI sharing"/],
    [
      'UnauthorizedOperation',
      'You are not authorized to perform this operation.',
      /Allow ec2:ModifyImageAttribute/,
    ],
    ['RequestExpired', 'Request has expired.', /credentials/],
    ['SomethingNew', 'Nobody has seen this before.', undefined],
  ])('%s (%s) ends it at once and says what to do', async (code, message, remedy) => {
    const { list, calls } = listOf(() => false);
    const refusing = {
      ...list,
      add: async (entities: readonly string[]) => {
        calls.push(entities.length);
        throw refusal(code, message);
      },
    };
    const error = await grant(run, refusing, accounts(3)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(BakeError);
    const { message: told, remedy: advice } = error as BakeError;
    expect(told).toContain('Could not share the image ami-0a1b2c3d4e5f60718. ec2:ModifyImageAttribute');
    expect(told).toContain(`${code}: ${message}`);
    if (remedy === undefined) expect(advice).toBeUndefined();
    else expect(advice).toMatch(remedy);
    expect(calls).toEqual([3]);
  });

  test('to everyone, a failure says that the image could not be made public', async () => {
    const { list } = listOf(() => false);
    const message =
      'You have reached your quota of 5 for the number of public images allowed in this Region.';
    const add = async () => {
      throw refusal('ResourceLimitExceeded', message);
    };
    await expect(grant(run, { ...list, add }, ['all'])).rejects.toMatchObject({
      message: expect.stringMatching(/^Could not make the image ami-0a1b2c3d4e5f60718 public\./),
      remedy: expect.stringContaining('"Public AMIs"'),
    });
  });

  test('waits while EC2 still takes the image for pending, for a minute', async () => {
    const clock = new VirtualClock();
    const message =
      "The AMI ID 'ami-0a1b2c3d4e5f60718' is currently pending and may not be used for this operation";
    const readyAfter = (seconds: number) => {
      const { list, granted } = listOf(() => false);
      const start = clock.now();
      const add: PermissionList['add'] = async (entities, signal) => {
        if (clock.now() < start + seconds * 1000) throw refusal('InvalidAMIID.Unavailable', message);
        await list.add(entities, signal);
      };
      return { list: { ...list, add }, granted };
    };
    const soon = readyAfter(20);
    await clock.run(grant(someRun({ clock }), soon.list, accounts(2)));
    expect(soon.granted.size).toBe(2);
    const late = readyAfter(3600);
    await expect(clock.run(grant(someRun({ clock }), late.list, accounts(2)))).rejects.toThrow(message);
    expect(clock.pending).toBe(0);
  });
});

describe('side by side', () => {
  test('does all, no more at once than allowed, also after failures', async () => {
    const clock = new VirtualClock();
    let running = 0;
    let most = 0;
    const done: number[] = [];
    const thrown = await clock.run(
      sideBySide([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
        running += 1;
        most = Math.max(most, running);
        await clock.sleep(item * 1000);
        running -= 1;
        if (item === 2 || item === 6) throw new CancelledError(`${item}`);
        done.push(item);
      }),
    );
    expect(most).toBe(3);
    expect(done).toEqual([1, 3, 4, 5, 7]);
    expect(thrown).toEqual([new CancelledError('2'), new CancelledError('6')]);
    expect(await sideBySide([], 3, async () => {})).toEqual([]);
  });
});
