import { describe, expect, test } from '@jest/globals';
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
