import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { BakeRecord } from '../../../src/bake/record.ts';
import {
  createOutputs,
  type ImageDocument,
  type OutputName,
  outputTable,
} from '../../../src/bake/report/outputs.ts';
import { createLog } from '../../../src/github/log.ts';
import { createRunnerFiles } from '../../../src/github/runner-files.ts';
import {
  anEmptyRecord,
  anImage,
  aPrevious,
  aRecord,
  aSnapshot,
  aTemplate,
  bakeStart,
  someNames,
} from '../../builders/record.ts';

const root = aSnapshot({ snapshotId: 'snap-0000000000000000a' });
const data = aSnapshot({
  device: '/dev/sdf',
  snapshotId: 'snap-0000000000000000b',
  root: false,
  sizeGiB: 100,
});
const logs = aSnapshot({
  device: '/dev/sdg',
  snapshotId: 'snap-0000000000000000c',
  root: false,
  sizeGiB: 20,
});

let writes: [OutputName, string][];
beforeEach(() => {
  writes = [];
});

function outputs() {
  return createOutputs((name, value) => writes.push([name, value]));
}

/** What a job sees of the step: the last value of each output. */
function seen(): Partial<Record<OutputName, string>> {
  return Object.fromEntries(writes);
}

function published(record: BakeRecord): Partial<Record<OutputName, string>> {
  outputs().publish(record);
  return seen();
}

/** The output `image` of a record. */
function documentOf(record: BakeRecord): ImageDocument {
  return JSON.parse(published(record).image ?? 'null');
}

describe('the values', () => {
  test('of a finished bake', () => {
    const image = anImage({ snapshots: [root, data] });
    const { image: document, ...others } = published(aRecord({ image }));
    expect(others).toEqual({
      'ami-id': image.id,
      'ami-name': image.name,
      'snapshot-ids': '["snap-0000000000000000a","snap-0000000000000000b"]',
      snapshots: '{"/dev/xvda":"snap-0000000000000000a","/dev/sdf":"snap-0000000000000000b"}',
      'root-snapshot-id': 'snap-0000000000000000a',
      region: 'eu-west-1',
      'ami-ids': '{"eu-west-1":"ami-0a1b2c3d4e5f60718"}',
      created: 'true',
    });
    expect(document).toBeDefined();
  });

  test('of an image that was there before', () => {
    expect(published(aRecord({ created: false })).created).toBe('false');
  });

  test('of copies and of the image before', () => {
    const copies = [{ region: 'us-west-2', id: 'ami-0f1e2d3c4b5a69788' }, { region: 'us-east-1' }];
    const previous = aPrevious();
    expect(published(aRecord({ copies, previous }))).toMatchObject({
      'ami-ids': '{"eu-west-1":"ami-0a1b2c3d4e5f60718","us-west-2":"ami-0f1e2d3c4b5a69788"}',
      'previous-ami-id': 'ami-0a1b2c3d4e5f60717',
    });
    expect(documentOf(aRecord({ copies, previous }))).toMatchObject({
      copies: [{ region: 'us-west-2', id: 'ami-0f1e2d3c4b5a69788', state: null }],
      previous: { id: 'ami-0a1b2c3d4e5f60717', name: 'web-1', commit: null },
    });
  });

  test('the root volume comes first, the others stay in the order of the devices', () => {
    const { snapshots, 'snapshot-ids': ids } = published(
      aRecord({ image: anImage({ snapshots: [data, logs, root] }) }),
    );
    expect(ids).toBe(JSON.stringify([root.snapshotId, data.snapshotId, logs.snapshotId]));
    expect(Object.keys(JSON.parse(snapshots ?? ''))).toEqual(['/dev/xvda', '/dev/sdf', '/dev/sdg']);
  });

  test.each([
    '',
    'ami-',
    'ami-0A1B2C3D4E5F60718',
    'ami-0a1b2c3d4e5f60718\n',
    'ami-0a1b2c3d4e5f60718 ',
    'snap-0a1b2c3d4e5f60718',
  ])('no image ID is %j', (id) => {
    const written = published(aRecord({ image: anImage({ id }) }));
    expect(Object.keys(written)).not.toContain('ami-id');
    expect(Object.keys(written)).not.toContain('created');
    expect(Object.keys(written)).not.toContain('image');
  });

  test('what is no snapshot ID is left out', () => {
    const broken = { ...data, snapshotId: '' };
    const written = published(aRecord({ image: anImage({ snapshots: [root, broken] }) }));
    expect(JSON.parse(written['snapshot-ids'] ?? '')).toEqual([root.snapshotId]);
    expect(JSON.parse(written.snapshots ?? '')).toEqual({ '/dev/xvda': root.snapshotId });
  });

  test('a device may be called anything', () => {
    const devices = ['__proto__', 'constructor', 'toString', '/dev/"\n'];
    const snapshots = devices.map((device, index) =>
      aSnapshot({ device, snapshotId: `snap-0000000${index}`, root: false }),
    );
    const written = published(aRecord({ image: anImage({ snapshots }) }));
    const read = JSON.parse(written.snapshots ?? '');
    expect(Object.keys(read)).toEqual(devices);
    expect(Object.getOwnPropertyDescriptor(read, '__proto__')?.value).toBe('snap-00000000');
    expect(written.snapshots).not.toContain('\n');
  });

  test('none of the bare ones has an account, an ARN or a Region in it', () => {
    const { region, image, 'ami-ids': ids, ...bare } = published(aRecord());
    expect(JSON.stringify(bare)).not.toMatch(/\d{12}"|arn:|eu-west-1/);
    expect([region, image, ids].every(Boolean)).toBe(true);
  });
});

describe('when they are written', () => {
  test('nothing but the Region is known at the start', () => {
    expect(published(anEmptyRecord())).toEqual({ region: 'eu-west-1' });
  });

  test('each is written the moment it is known, and once', () => {
    const step = outputs();
    const record = anEmptyRecord();
    const publish = (changes: Partial<BakeRecord>) => {
      const before = writes.length;
      step.publish(Object.assign(record, changes));
      return writes.slice(before).map(([name]) => name);
    };
    expect(publish({})).toEqual(['region']);
    expect(publish({})).toEqual([]);
    expect(publish({ names: someNames() })).toEqual(['ami-name']);
    const pending = anImage({ state: 'pending', snapshots: [] });
    expect(publish({ image: pending, created: true })).toEqual(['ami-id', 'ami-ids', 'created', 'image']);
    expect(publish({ image: { ...pending, snapshots: [data] } })).toEqual([
      'snapshot-ids',
      'snapshots',
      'image',
    ]);
    expect(publish({ image: { ...pending, snapshots: [root, data] } })).toEqual([
      'snapshot-ids',
      'snapshots',
      'root-snapshot-id',
      'image',
    ]);
    expect(publish({ image: anImage({ state: 'available', snapshots: [root, data] }) })).toEqual(['image']);
    expect(publish({})).toEqual([]);
  });

  test('what becomes known stays, though EC2 may for a moment not show it', () => {
    const step = outputs();
    step.publish(aRecord({ image: anImage({ snapshots: [root, data] }) }));
    const before = seen();
    step.publish(aRecord({ image: anImage({ snapshots: [] }) }));
    step.publish(aRecord({ image: anImage({ snapshots: [root] }) }));
    step.publish(anEmptyRecord());
    expect(seen()).toEqual(before);
  });

  test('the name of an image that was taken up takes the place of the one that was to be', () => {
    const step = outputs();
    const record = { ...anEmptyRecord(), names: someNames({ name: 'web-of-attempt-2' }) };
    step.publish(record);
    expect(seen()['ami-name']).toBe('web-of-attempt-2');
    step.publish({ ...record, image: anImage({ name: 'web-of-attempt-1' }), created: true });
    expect(seen()['ami-name']).toBe('web-of-attempt-1');
  });

  test('a bare value is never changed', () => {
    const step = outputs();
    step.publish(aRecord());
    const before = seen();
    step.publish(
      aRecord({ region: 'eu-west-2', created: false, image: anImage({ id: 'ami-00000000', name: 'other' }) }),
    );
    expect({ ...seen(), image: '', 'ami-ids': '' }).toEqual({ ...before, image: '', 'ami-ids': '' });
  });
});

describe('in the end', () => {
  test('every output without a value is empty', () => {
    const step = outputs();
    step.publish(anEmptyRecord());
    step.finish();
    const all = Object.keys(outputTable) as OutputName[];
    expect(seen()).toEqual({ ...Object.fromEntries(all.map((name) => [name, ''])), region: 'eu-west-1' });
    expect(writes).toHaveLength(all.length);
  });

  test('finishing changes nothing that is known, and can be done again', () => {
    const step = outputs();
    const previous = aPrevious();
    step.publish(aRecord({ previous, templates: [aTemplate()] }));
    const before = writes.length;
    step.finish();
    step.finish();
    expect(writes).toHaveLength(before);
  });

  test('what is learnt later, by the clean-up, takes the place of an empty value', () => {
    const step = outputs();
    step.finish();
    step.publish(aRecord());
    expect(seen()['ami-id']).toBe('ami-0a1b2c3d4e5f60718');
  });
});

test('the runner finds them in its file, each as one whole entry', () => {
  const folder = mkdtempSync(join(tmpdir(), 'outputs-'));
  const file = join(folder, 'output');
  const before = process.env['GITHUB_OUTPUT'];
  try {
    writeFileSync(file, '');
    process.env['GITHUB_OUTPUT'] = file;
    const step = createOutputs(createRunnerFiles(createLog()).setOutput);
    step.publish(anEmptyRecord());
    step.finish();
    const entries = readFileSync(file, 'utf8').matchAll(/^(.+?)<<(.+)\r?\n(.*)\r?\n\2\r?\n/gm);
    expect([...entries].map(([, name, , value]) => [name, value])).toEqual([
      ['region', 'eu-west-1'],
      ...Object.keys(outputTable)
        .filter((name) => name !== 'region')
        .map((name) => [name, '']),
    ]);
  } finally {
    if (before === undefined) delete process.env['GITHUB_OUTPUT'];
    else process.env['GITHUB_OUTPUT'] = before;
    rmSync(folder, { recursive: true });
  }
});

describe('the output `image`', () => {
  test('has the whole result', () => {
    const phases = [
      { name: 'Create', startedAt: bakeStart, endedAt: bakeStart + 1_400 },
      { name: 'Wait', startedAt: bakeStart + 1_400, endedAt: bakeStart + 372_000 },
    ];
    const names = someNames({
      imageTags: [{ Key: 'Name', Value: 'web' }],
      snapshotTags: [{ Key: 'Backup', Value: 'no' }],
    });
    const record = aRecord({
      phases,
      names,
      image: anImage({ snapshots: [data, root] }),
      warnings: ['No reboot'],
    });
    expect(documentOf(record)).toEqual({
      version: 1,
      id: 'ami-0a1b2c3d4e5f60718',
      name: 'web-main-20261122213405-1a2b3c4',
      region: 'eu-west-1',
      state: 'available',
      description: names.description,
      family: 'web',
      key: names.key,
      created: true,
      resumed: false,
      rebooted: true,
      source: {
        instanceId: 'i-0c0ffee0c0ffee012',
        name: 'web-builder',
        type: 't3.medium',
        architecture: 'x86_64',
        platform: 'Linux/UNIX',
        imageId: 'ami-0f00ba4f00ba4f00b',
        accountId: '123456789012',
      },
      snapshots: [root, data],
      tags: { Name: 'web' },
      snapshotTags: { Backup: 'no' },
      timings: {
        startedAt: '2026-11-22T21:34:05.000Z',
        seconds: 372,
        phases: [
          { name: 'Create', startedAt: '2026-11-22T21:34:05.000Z', seconds: 1.4 },
          { name: 'Wait', startedAt: '2026-11-22T21:34:06.400Z', seconds: 370.6 },
        ],
      },
      warnings: ['No reboot'],
      copies: [],
      previous: null,
      parameters: [],
      launchTemplates: [],
      sharing: null,
    } satisfies ImageDocument);
  });

  test('has the same fields when little is known', () => {
    const bare = documentOf(
      anEmptyRecord({ image: anImage({ snapshots: [] }), phases: [{ name: 'Wait', startedAt: bakeStart }] }),
    );
    expect(Object.keys(bare)).toEqual(Object.keys(documentOf(aRecord())));
    expect(bare).toMatchObject({
      source: null,
      description: null,
      family: null,
      key: null,
      snapshots: [],
      tags: {},
    });
    expect(bare.timings).toMatchObject({ seconds: 0, phases: [{ seconds: null }] });
  });

  test('holds nothing of the instance that was not meant for it', () => {
    const record = aRecord();
    const instance = {
      ...record.instance,
      tags: { Password: 'hunter2' },
      userData: 'secret',
    } as BakeRecord['instance'];
    expect(published({ ...record, ...(instance && { instance }) }).image).not.toMatch(
      /hunter2|secret|arn:aws:kms/,
    );
  });

  test('is far from the 1 MB that GitHub takes, however large everything is', () => {
    const tags = Array.from({ length: 50 }, (_, index) => ({
      Key: `${index}`.padEnd(128, '"'),
      Value: '"'.repeat(256),
    }));
    const snapshots = Array.from({ length: 128 }, (_, index) =>
      aSnapshot({
        device: `/dev/${'"'.repeat(50)}${index}`,
        snapshotId: `snap-${String(index).padStart(17, '0')}`,
      }),
    );
    const record = aRecord({
      names: someNames({
        imageTags: tags,
        snapshotTags: tags,
        description: '"'.repeat(255),
        family: '"'.repeat(256),
      }),
      image: anImage({ snapshots }),
      warnings: Array.from({ length: 1_000 }, () => '"😀'.repeat(5_000)),
    });
    const all = Object.values(published(record)).join('');
    expect(Buffer.byteLength(all, 'utf16le')).toBeLessThan(600_000);
    expect(all.isWellFormed()).toBe(true);
  });

  test('can be echoed in a log without the runner obeying what is in it', () => {
    const names = someNames({ imageTags: [{ Key: '##[error]', Value: 'a\n::error::b ##[add-mask]c' }] });
    const image = published(aRecord({ names, warnings: ['##[error]d'] })).image ?? '';
    expect(image).not.toMatch(/##\[|\n/);
    expect(JSON.parse(image).tags).toEqual({ '##[error]': 'a\n::error::b ##[add-mask]c' });
  });
});
