/** The job summary and the outputs: the verdict first, and nothing from outside has a meaning in them. */
import { expect, test } from '@jest/globals';
import { BakeError } from '../../src/base/errors.ts';
import { emptyRecord, type TrialRecord } from '../../src/trial/record.ts';
import { createOutputs } from '../../src/trial/report/outputs.ts';
import { summaryMarkdown } from '../../src/trial/report/summary.ts';

function record(overrides: Partial<TrialRecord> = {}): TrialRecord {
  const given = { region: 'eu-west-1', imageId: 'ami-0123456789abcdef0', testId: '', startedAt: 0 };
  return {
    ...emptyRecord(given),
    launches: [
      {
        token: 't',
        type: 't3.micro',
        subnetId: 'subnet-0123456789abcdef0',
        zone: 'eu-west-1a',
        requestedAt: 0,
        status: 'ended',
        instanceId: 'i-0123456789abcdef0',
      },
    ],
    phases: [{ name: 'Status checks', startedAt: 0, endedAt: 60_000 }],
    ...overrides,
  };
}

test('a pass begins with it, and has no console', () => {
  const text = summaryMarkdown({
    record: record({ verdict: { judgement: 'passed', reason: '' }, bootSeconds: 95, consoleTail: ['x'] }),
    error: undefined,
    left: [],
    told: undefined,
    endedAt: 100_000,
  });
  expect(text).toMatch(/^## ✅ Test passed: /);
  expect(text).toContain('booted in 1 min 35 s');
  expect(text).toContain('mermaid');
  expect(text).not.toContain('console</b>');
});

test('a failure shows the last lines of the console, which can do no harm', () => {
  const tail = ['```', '</details><img src=x>', '::error::x', '\u001b[31mred'];
  const text = summaryMarkdown({
    record: record({
      verdict: { judgement: 'failed', reason: '' },
      consoleTail: tail,
      command: { exitCode: 1, stdout: '# heading @octocat', stderr: '````' },
    }),
    error: new BakeError('x'),
    left: ['i-0123456789abcdef0 is left <b>'],
    told: {
      status: 'failure',
      message: 'It failed | @octocat <script>',
      remedy: 'Look [here](https://evil.example)',
    },
    endedAt: 100_000,
  });
  expect(text).toMatch(/^## ❌ Test failed: /);
  expect(text).toContain('````\n```\n</details><img src=x>');
  expect(text).not.toContain('\u001b');
  expect(text).not.toContain('<script>');
  expect(text).not.toContain('(https://evil.example)');
  expect(text).not.toMatch(/\| @octocat/);
});

test('what is left is told with its command, however long the refusal before it is', () => {
  const command = 'aws ec2 terminate-instances --region eu-west-1 --instance-ids i-0123456789abcdef0';
  const text = summaryMarkdown({
    record: record(),
    error: new BakeError('x'),
    left: [`i-0123456789abcdef0 could not be ended (${'refused '.repeat(80)}). To end it: ${command}`],
    told: undefined,
    endedAt: 100_000,
  });
  expect(text.replaceAll('<span></span>', '').replaceAll('&#45;', '-')).toContain(
    'terminate-instances --region',
  );
});

test('what the instance says reaches the outputs, but no workflow command does', () => {
  const written = new Map<string, string>();
  const outputs = createOutputs((name, value) => written.set(name, value));
  const stdout = 'x ##[add-mask]ami\n::error::y';
  outputs.finish(
    record({ command: { exitCode: 1, stdout, stderr: '##[error]z' }, warnings: ['##[group]w'] }),
    0,
  );
  const test = written.get('test') ?? '';
  expect(test).not.toMatch(/##\[|\n/);
  expect(JSON.parse(test)).toMatchObject({ stdout, stderr: '##[error]z', warnings: ['##[group]w'] });
});
