import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type BakeState, readState, saveState } from '../../src/bake/state.ts';

const created: BakeState = {
  version: 1,
  phase: 'created',
  region: 'eu-west-1',
  key: '00112233445566778899aabbccddeeff',
  amiName: "web-main-20261122213405 (1a2b3c4) [x] ./'@_",
  amiId: 'ami-0a1b2c3d4e5f60718',
  onFailure: 'delete',
  expectedSnapshots: 2,
};

const { amiId: _, expectedSnapshots: __, ...rest } = created;
const creating: BakeState = { ...rest, phase: 'creating' };

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

  /** As the runner reads the file and starts the post step: of entries with the same name the last one counts. */
  function environmentOfPost(): Record<string, string> {
    const entries = readFileSync(file, 'utf8').matchAll(/^(.+?)<<(.+)\r?\n((?:.|\n)*?)\r?\n\2\r?$/gm);
    return Object.fromEntries([...entries].map(([, name, , value]) => [`STATE_${name}`, value ?? '']));
  }

  test.each([
    ['before EC2 has answered', creating],
    ['with an image', created],
    ['of a bake that keeps what fails', { ...created, onFailure: 'keep' as const }],
    [
      'of a bake by a role of its own',
      { ...created, roleToAssume: 'arn:aws:iam::123456789012:role/ci/bake' },
    ],
    ['with nothing left to do', { ...created, phase: 'done' as const }],
  ])('a state %s', (_title, state) => {
    saveState(state);
    expect(readState(environmentOfPost())).toEqual({ state, reason: undefined });
  });

  test('the last one saved counts', () => {
    saveState(creating);
    saveState(created);
    expect(readState(environmentOfPost()).state).toEqual(created);
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
