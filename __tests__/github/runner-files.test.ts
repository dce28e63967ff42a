import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ProblemsError } from '../../src/base/errors.ts';
import { createRunnerFiles, unwritableFiles } from '../../src/github/runner-files.ts';

let folder: string;
let told: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runner-files-'));
  told = [];
});
afterEach(() => {
  delete process.env['GITHUB_OUTPUT'];
  rmSync(folder, { recursive: true });
});

const log = {
  error: (message: string) => void told.push(`error ${message}`),
  warning: (message: string) => void told.push(`warning ${message}`),
};

function file(name: string, text = ''): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

describe('files that can be written', () => {
  test('are no problem, and keep what is in them', () => {
    const GITHUB_OUTPUT = file('output', 'before=1\n');
    expect(unwritableFiles({ GITHUB_OUTPUT, GITHUB_STATE: file('state') })).toEqual([]);
    expect(readFileSync(GITHUB_OUTPUT, 'utf8')).toBe('before=1\n');
    expect(readFileSync(join(folder, 'state'), 'utf8')).toBe('');
  });

  test.each([{}, { GITHUB_OUTPUT: '', GITHUB_STEP_SUMMARY: '' }])('need not be named: %j', (environment) => {
    expect(unwritableFiles(environment)).toEqual([]);
  });
});

describe('a file that cannot be written', () => {
  test('is named with its variable and the reason', () => {
    expect(unwritableFiles({ GITHUB_OUTPUT: join(folder, 'none'), GITHUB_STATE: folder })).toEqual([
      {
        variable: 'GITHUB_OUTPUT',
        problem:
          'Cannot write the outputs of the step to the file that `GITHUB_OUTPUT` names: there is no such file',
      },
      { variable: 'GITHUB_STATE', problem: expect.stringMatching(/`GITHUB_STATE` names: .*EISDIR/) },
    ]);
  });

  test('ends the step in the beginning, and is not named again', () => {
    process.env['GITHUB_OUTPUT'] = join(folder, 'none');
    const files = createRunnerFiles(log);
    expect(() => files.check(process.env)).toThrow(ProblemsError);
    files.setOutput('ami-id', '');
    expect(told).toEqual([]);
  });

  test('is a warning for the summary', () => {
    createRunnerFiles(log).check({ GITHUB_OUTPUT: file('output'), GITHUB_STEP_SUMMARY: folder });
    expect(told).toEqual([expect.stringMatching(/^warning Cannot write the job summary .*EISDIR/)]);
  });

  test('later on becomes one error, and the step goes on', () => {
    process.env['GITHUB_OUTPUT'] = join(folder, 'none');
    const files = createRunnerFiles(log);
    expect(files.hasLostOutputs).toBe(false);
    files.setOutput('ami-id', 'ami-1');
    files.setOutput('region', 'eu-west-1');
    expect(told).toEqual([
      expect.stringMatching(/^error Cannot write the outputs of the step .*Missing file/),
    ]);
    expect(files.hasLostOutputs).toBe(true);
  });
});
