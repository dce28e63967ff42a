import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parseFileCommand } from '../../scripts/runner.ts';
import { type BakeState, readState, stateKeeper, stateOf } from '../../src/bake/state.ts';
import { createLog } from '../../src/github/log.ts';
import { createRunnerFiles } from '../../src/github/runner-files.ts';
import { someInputs } from '../builders/inputs.ts';
import { anImage, anInstance, aRecord, someNames } from '../builders/record.ts';

const created: BakeState = {
  version: 1,
  phase: 'created',
  region: 'eu-west-1',
  key: '00112233445566778899aabbccddeeff',
  claim: '1-0a1b2c3d4e5f',
  accountId: '123456789012',
  amiName: "web-main-20261122213405 (1a2b3c4) [x] ./'@_",
  amiId: 'ami-0a1b2c3d4e5f60718',
  onFailure: 'delete',
  expectedSnapshots: 2,
};

const { amiId: _, ...rest } = created;
const creating: BakeState = { ...rest, phase: 'creating' };

const key = created.key;
/** What the main step knows of it. */
const known = {
  unfinished: true,
  expectedSnapshots: 2,
  names: someNames({ key, name: created.amiName }),
  image: anImage({ id: created.amiId ?? '' }),
};
const { image, ...unanswered } = known;

describe('what the main step saves, the post step reads', () => {
  let folder: string;
  let file: string;
  const before = process.env['GITHUB_STATE'];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'state-'));
    file = join(folder, 'state');
    writeFileSync(file, '');
    process.env['GITHUB_STATE'] = file;
  });
  afterEach(() => {
    if (before === undefined) delete process.env['GITHUB_STATE'];
    else process.env['GITHUB_STATE'] = before;
    rmSync(folder, { recursive: true });
  });

  const save = (name: string, text: string) => createRunnerFiles(createLog()).saveState(name, text);
  /** As the runner reads the file and starts the post step: of entries with the same name the last one counts. */
  const read = () => {
    const { bake } = parseFileCommand(readFileSync(file, 'utf8'));
    return readState({ STATE_bake: bake });
  };
  const roleToAssume = 'arn:aws:iam::123456789012:role/ci/bake';

  test.each<[string, Parameters<typeof aRecord>[0], Parameters<typeof someInputs>[0], BakeState]>([
    ['before EC2 has answered', { ...unanswered }, {}, creating],
    ['with an image', known, {}, created],
    ['of a bake that keeps what fails', known, { onFailure: 'keep' }, { ...created, onFailure: 'keep' }],
    ['of a bake by a role of its own', known, { roleToAssume }, { ...created, roleToAssume }],
    [
      'of an image that a parameter names',
      { ...known, parameters: [{ region: 'eu-west-1', name: '/a', oldValue: null, newValue: 'ami-1' }] },
      {},
      { ...created, onFailure: 'published' },
    ],
    [
      'with copies, answered or not',
      {
        ...known,
        copies: [{ region: 'us-west-2', id: 'ami-0f0e0d0c0b0a09080' }, { region: 'eu-central-1' }],
      },
      {},
      {
        ...created,
        copies: [{ region: 'us-west-2', amiId: 'ami-0f0e0d0c0b0a09080' }, { region: 'eu-central-1' }],
      },
    ],
    ['of an image that was there before', { ...known, reused: true }, {}, { ...created, reused: true }],
    [
      'of images that are deregistered',
      { ...known, gone: ['ami-0a1b2c3d4e5f60718'] },
      {},
      { ...created, gone: ['ami-0a1b2c3d4e5f60718'] },
    ],
  ])('a state %s', (_title, facts, inputs, state) => {
    const { image: _of, ...others } = aRecord();
    stateKeeper(someInputs(inputs), save)({ ...others, ...facts });
    expect(read()).toEqual({ state, reason: undefined });
  });

  test('from the moment before something is created until nothing is left to clean up', () => {
    const keepState = stateKeeper(someInputs(), save);
    const { names, image: _of, ...nameless } = aRecord();
    keepState(nameless);
    expect(read().state).toBeUndefined();
    keepState({ ...nameless, ...unanswered, unfinished: false });
    expect(read().state).toBeUndefined();

    keepState({ ...nameless, ...unanswered });
    expect(read().state).toMatchObject({ phase: 'creating', key, expectedSnapshots: 2, onFailure: 'delete' });
    expect(read().state).not.toHaveProperty('amiId');

    keepState({ ...nameless, ...known });
    expect(read().state).toMatchObject({ phase: 'created', amiId: image.id });

    keepState({ ...nameless, ...known, unfinished: false });
    expect(read().state).toMatchObject({ phase: 'done' });
  });

  test('nothing for a bake that ended before it created anything', () => {
    stateKeeper(someInputs({ onFailure: 'keep' }), save)(aRecord());
    expect(readFileSync(file, 'utf8')).toBe('');
  });
});

describe('the state', () => {
  test('is saved once, as long as nothing changes that the post step needs', () => {
    const saved: string[] = [];
    const keepState = stateKeeper(someInputs(), (_name, text) => saved.push(text));
    keepState(aRecord(known));
    keepState(aRecord({ ...known, warnings: ['Something else.'] }));
    expect(saved).toHaveLength(1);
  });

  test('of a record without names is none: nothing can have been created', () => {
    const { names: _names, ...nameless } = aRecord(known);
    expect(stateOf(nameless, someInputs())).toBeUndefined();
  });

  test('tells the account as soon as the instance is known, for later steps may change the credentials', () => {
    const { instance: _instance, ...without } = aRecord(known);
    expect(stateOf(without, someInputs())).not.toHaveProperty('accountId');
    const instance = anInstance({ accountId: '210987654321' });
    expect(stateOf({ ...without, instance }, someInputs())).toMatchObject({ accountId: '210987654321' });
  });

  test('of an earlier version, without claim and account, is read', () => {
    const { claim: _claim, accountId: _accountId, ...old } = created;
    expect(readState({ STATE_bake: JSON.stringify(old) })).toEqual({ state: old, reason: undefined });
  });
});

describe('what is no state is told, and harms nobody', () => {
  test.each<[string, string | undefined, RegExp]>([
    ['nothing', undefined, /saved no state/],
    ['empty text', '', /saved no state/],
    ['half a state', JSON.stringify(created).slice(0, 50), /not a JSON object/],
    ['other text', 'garbage', /not a JSON object/],
    ['null', 'null', /not a JSON object/],
    ['a number', '1', /not a JSON object/],
    ['a list', '[1]', /not a JSON object/],
    ['an empty object', '{}', /another version/],
    ['a later version', JSON.stringify({ ...created, version: 2 }), /another version/],
    ['a version as text', JSON.stringify({ ...created, version: '1' }), /another version/],
    ['fields of a prototype', `{"version":1,"__proto__":${JSON.stringify(created)}}`, /`phase`/],
  ])('%s', (_title, text, reason) => {
    const saved = readState({ STATE_bake: text });
    expect(saved.state).toBeUndefined();
    expect(saved.reason).toMatch(reason);
  });

  test.each<[keyof BakeState, unknown]>([
    ['phase', 'baking'],
    ['phase', undefined],
    ['phase', ['created']],
    ['region', 'eu-west-1.attacker.example/'],
    ['region', ''],
    ['region', undefined],
    ['key', '*'],
    ['key', '00112233445566778899AABBCCDDEEFF'],
    ['key', 5],
    ['claim', '1'],
    ['claim', '1-*'],
    ['claim', 'x-0a1b'],
    ['claim', `1-${'0'.repeat(41)}`],
    ['accountId', '12345678901'],
    ['accountId', 123456789012],
    ['copies', [{ region: '*' }]],
    ['copies', [{ region: 'us-west-2', amiId: '*' }]],
    ['copies', { region: 'us-west-2' }],
    ['reused', 'true'],
    ['gone', ['*']],
    ['amiName', '*'],
    ['amiName', 'no*wildcards'],
    ['amiName', 'line\nend'],
    ['amiName', 'x'.repeat(129)],
    ['amiId', 'ami-'],
    ['amiId', 'ami-0a1b2c3d4e5f60718 '],
    ['amiId', 'snap-0a1b2c3d4e5f60718'],
    ['amiId', null],
    ['onFailure', 'Delete'],
    ['onFailure', true],
    ['expectedSnapshots', -1],
    ['expectedSnapshots', 1.5],
    ['expectedSnapshots', '2'],
    ['roleToAssume', 'bake'],
    ['roleToAssume', ''],
    ['roleToAssume', 'arn:aws:iam::123456789012:user/me'],
    ['roleToAssume', 'arn:aws:iam::123456789012:role/bake\n'],
  ])('%s as %j', (field, value) => {
    const saved = readState({ STATE_bake: JSON.stringify({ ...created, [field]: value }) });
    expect(saved).toEqual({ state: undefined, reason: expect.stringContaining(`\`${field}\``) });
  });

  test('fields that are not known are left out', () => {
    const text = JSON.stringify({ ...creating, more: 1 }).replace(
      '{',
      '{"__proto__":{"amiId":"ami-00000000"},',
    );
    const { state } = readState({ STATE_bake: text });
    expect(state).toEqual(creating);
    expect(state?.amiId).toBeUndefined();
  });
});
