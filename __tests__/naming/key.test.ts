import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bakeKey, type KeySources } from '../../src/naming/key.ts';
import { parseTemplate } from '../../src/naming/template.ts';
import { instance } from '../builders/instance.ts';
import { workflow } from '../builders/workflow.ts';

const defaultName = '{{ repo }}-{{ ref }}-{{ timestamp }}-{{ short_sha }}';

function key({
  name = defaultName,
  ...overrides
}: Partial<Omit<KeySources, 'name'>> & { name?: string } = {}): string {
  return bakeKey({
    name: parseTemplate(name),
    workflow: workflow(),
    source: instance(),
    environment: {},
    ...overrides,
  });
}

test('a key has 32 hex digits', () => {
  expect(key()).toMatch(/^[0-9a-f]{32}$/);
});

test.each([
  defaultName,
  'web-{{ run_attempt }}',
  'web-{{ now | date: "%s" }}-{{ "now" | date: "%N" }}',
  'web-{{ env.GITHUB_RUN_ATTEMPT }}-{{ env.RUNNER_NAME | default: "x" }}',
  'web-{% if run_attempt > 1 %}again{% endif %}',
])('every attempt of a run has the same key: %s', (name) => {
  const attempt = (runAttempt: string, RUNNER_NAME: string) =>
    key({
      name,
      workflow: workflow({ runAttempt, runUrl: `…/attempts/${runAttempt}` }),
      environment: { GITHUB_RUN_ATTEMPT: runAttempt, RUNNER_NAME },
    });
  expect(attempt('2', 'GitHub Actions 12')).toBe(attempt('1', 'GitHub Actions 7'));
});

test('bakes of before the matrix was part of the key keep their key', () => {
  expect(key()).toBe('38d0e46ae279b5a2489e2a3f5bce3679');
});

describe('the matrix', () => {
  const leg = (matrix: string) => key({ matrix });

  test.each(['', '  ', 'null', ' null\n', '{}'])('is none: %j', (matrix) => {
    expect(leg(matrix)).toBe(key());
  });

  test('tells the jobs of a matrix apart', () => {
    const legs = [
      '{"os":"linux"}',
      '{"os":"macos"}',
      '{"os":null}',
      '{"arch":"linux"}',
      '["linux"]',
      '0',
      'false',
    ];
    expect(new Set([key(), ...legs.map(leg)]).size).toBe(legs.length + 1);
  });

  test.each([
    ['{\n  "os": "linux",\n  "node": 24\n}', '{"os":"linux","node":24}'],
    ['{"node":24,"os":"linux"}', '{"os":"linux","node":24}'],
    ['{"a":[{"y":1,"x":{"c":1,"b":2}}]}', '{"a":[{"x":{"b":2,"c":1},"y":1}]}'],
    ['{"os":"\\u006cinux"}', '{"os":"linux"}'],
    [' not JSON ', 'not JSON'],
  ])('%j is the same as %j', (one, other) => {
    expect(leg(one)).toBe(leg(other));
  });

  test('of text that is not JSON is taken as it is', () => {
    expect(new Set(['{os: linux}', '{os:linux}', 'linux'].map(leg)).size).toBe(3);
  });

  test('is the same however its JSON is written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(4), (matrix, indent) => {
        const reversed = Object.fromEntries(Object.entries(matrix).reverse());
        expect(leg(JSON.stringify(reversed, null, indent))).toBe(leg(JSON.stringify(matrix)));
      }),
    );
  });

  test('differs where its values differ', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), fc.string(), (matrix, name) => {
        fc.pre(!Object.hasOwn(matrix, name));
        expect(leg(JSON.stringify({ ...matrix, [name]: 1 }))).not.toBe(leg(JSON.stringify(matrix)));
      }),
    );
  });
});

describe('another key belongs to another', () => {
  test.each<[string, Parameters<typeof key>[0]]>([
    ['run', { workflow: workflow({ runId: '1' }) }],
    ['job', { workflow: workflow({ job: 'other' }) }],
    ['step', { workflow: workflow({ step: 'other' }) }],
    ['repository', { workflow: workflow({ repo: 'api' }) }],
    ['owner', { workflow: workflow({ owner: 'other' }) }],
    ['instance', { source: instance({ id: 'i-0fedcba9876543210' }) }],
    ['name', { name: 'web' }],
    // Tells two names apart of which EC2 would see the same beginning.
    ['long name', { name: `${'x'.repeat(200)}1` }],
    ['other long name', { name: `${'x'.repeat(200)}2` }],
  ])('%s', (_, overrides) => {
    const others = [key(), key({ name: `${'x'.repeat(200)}3` })];
    expect(others).not.toContain(key(overrides));
  });

  test('leg of a matrix, when its name says so', () => {
    const leg = (VARIANT: string) => key({ name: 'web-{{ env.VARIANT }}', environment: { VARIANT } });
    expect(leg('gpu')).not.toBe(leg('cpu'));
  });

  test('set of facts, however they are divided', () => {
    const divided = (job: string, step: string) => key({ workflow: workflow({ job, step }) });
    expect(divided('a', 'bc')).not.toBe(divided('ab', 'c'));
    expect(divided('a","b', 'c')).not.toBe(divided('a', 'b","c'));
  });
});
