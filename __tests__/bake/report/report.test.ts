import { beforeEach, describe, expect, test } from '@jest/globals';
import { createOutputs, type OutputName } from '../../../src/bake/report/outputs.ts';
import { report } from '../../../src/bake/report/report.ts';
import { BakeError, CancelledError, ProblemsError } from '../../../src/base/errors.ts';
import type { Log } from '../../../src/base/log.ts';
import { reportFailure } from '../../../src/github/report/failure.ts';
import { anEmptyRecord, aRecord, aWorkflow, bakeStart } from '../../builders/record.ts';

// In a workflow, the reports of these tests would go to the summary of the job.
delete process.env['GITHUB_STEP_SUMMARY'];

let lines: string[];
let outputs: Map<OutputName, string>;
const log: Log = {
  info: (message) => lines.push(`info ${message}`),
  notice: (message, title) => lines.push(`notice [${title}] ${message}`),
  warning: (message, title) => lines.push(`warning [${title}] ${message}`),
  error: (message, title) => lines.push(`error [${title}] ${message}`),
  group: (title, content) => lines.push(`group ${title}`, ...content),
};
beforeEach(() => {
  lines = [];
  outputs = new Map();
});

function reportOf(outcome: Parameters<typeof report>[0]['outcome']): Promise<void> {
  return report(
    {
      outcome,
      outputs: createOutputs((name, value) => outputs.set(name, value)),
      log,
      endedAt: bakeStart + 372_000,
      comment: async () => void lines.push('comment'),
    },
    aWorkflow(),
  );
}

describe('a good bake', () => {
  test('ends with one notice that tells the image, what it came from and how long it took', async () => {
    const record = aRecord();
    await reportOf({ ok: true, record });
    const notices = lines.filter((line) => line.startsWith('notice'));
    expect(notices).toEqual([
      `notice [AMI baked] ${record.image?.id} "${record.image?.name}", baked from ${record.instance?.id} in eu-west-1, is ready after 6 min 12 s.`,
    ]);
    expect(outputs.get('ami-id')).toBe(record.image?.id);
  });

  test('writes the comment before the closing notice, which is what a reader sees last', async () => {
    await reportOf({ ok: true, record: aRecord() });
    expect(lines.map((line) => line.split(' ')[0]).filter((kind) => kind !== 'info')).toEqual([
      'comment',
      'notice',
    ]);
  });

  test('without waiting says that the image is pending', async () => {
    const record = aRecord();
    if (record.image) record.image = { ...record.image, state: 'pending' };
    await reportOf({ ok: true, record });
    expect(lines.at(-1)).toContain('is pending after');
  });
});

describe('a bake that failed', () => {
  test('ends with its one error: message, then what to do', async () => {
    const error = new BakeError('It broke.', { remedy: 'Mend it.' });
    await reportOf({ ok: false, record: anEmptyRecord(), error, cleanup: undefined });
    expect(lines.at(-1)).toBe('error [Bake failed] It broke.\nMend it.');
    expect(outputs.get('ami-id')).toBe('');
  });

  test('publishes what is known all the same', async () => {
    const record = aRecord();
    const cleanup = {
      unknown: [],
      done: false,
      kept: [],
      removed: [],
      remaining: [{ id: 'ami-1', reason: 'no', command: 'aws' }],
    };
    await reportOf({ ok: false, record, error: new BakeError('It broke.'), cleanup });
    expect(outputs.get('ami-id')).toBe(record.image?.id);
  });

  test('because it was cancelled says so', () => {
    reportFailure(new CancelledError('The step was cancelled (SIGINT).'), log, 'Bake');
    expect(lines).toEqual(['error [Bake cancelled] The step was cancelled (SIGINT).']);
  });

  test('shows the cause folded, above the error', () => {
    reportFailure(new ProblemsError('Wrong', ['a', 'b']), log, 'Bake');
    reportFailure(new BakeError('It broke.', { cause: new Error('ECONNRESET') }), log, 'Bake');
    expect(lines.slice(1, 3)).toEqual(['group Cause', expect.stringContaining('ECONNRESET')]);
  });

  test('by a bug of ours asks for a report', () => {
    reportFailure(new TypeError('x is not a function'), log, 'Bake');
    expect(lines.at(-1)).toMatch(/bug in bake-ami: x is not a function[\s\S]*Please report it/);
  });
});
