import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { parseFileCommand } from '../../scripts/runner.ts';
import { createOutputs } from '../../src/bake/report/outputs.ts';
import { readState } from '../../src/bake/state.ts';
import { createWitness } from '../../src/bake/witness.ts';
import { someInputs } from '../builders/inputs.ts';
import { aRecord } from '../builders/record.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bake-ami-witness-'));
  for (const file of ['state', 'output']) writeFileSync(join(folder, file), '');
  process.env['GITHUB_STATE'] = join(folder, 'state');
  process.env['GITHUB_OUTPUT'] = join(folder, 'output');
});
afterEach(() => {
  delete process.env['GITHUB_STATE'];
  delete process.env['GITHUB_OUTPUT'];
  rmSync(folder, { recursive: true });
});

const saved = () => {
  const { bake = '' } = parseFileCommand(readFileSync(join(folder, 'state'), 'utf8'));
  return readState({ STATE_bake: bake }).state;
};
const outputs = () => parseFileCommand(readFileSync(join(folder, 'output'), 'utf8'));

test('saves the state before anything is created, with the ID once it is known, and at the end', () => {
  const witness = createWitness(createOutputs(), someInputs());
  const { image, ...known } = aRecord({ expectedSnapshots: 2 });
  witness.learnt(known);
  expect(saved()).toBeUndefined();

  witness.creating(known);
  expect(saved()).toMatchObject({
    phase: 'creating',
    key: known.names?.key,
    expectedSnapshots: 2,
    onFailure: 'delete',
  });
  expect(saved()).not.toHaveProperty('amiId');

  witness.learnt({ ...known, ...(image === undefined ? {} : { image }) });
  expect(saved()).toMatchObject({ phase: 'created', amiId: image?.id });
  expect(outputs()['ami-id']).toBe(image?.id);

  witness.settled(aRecord());
  expect(saved()).toMatchObject({ phase: 'done' });
});

test('saves nothing for a bake that ended before it created anything', () => {
  createWitness(createOutputs(), someInputs({ onFailure: 'keep' })).settled(aRecord());
  expect(saved()).toBeUndefined();
});
