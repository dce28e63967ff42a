/** The contract between `action.yml`, which GitHub and users read, and the code. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { allInputs } from '../src/bake/inputs/table.ts';
import { createOutputs, outputTable } from '../src/bake/report/outputs.ts';
import { anImage, aRecord, aSnapshot } from './builders/record.ts';

interface Declared {
  name: string;
  description: string;
  author: string;
  branding: Record<string, string>;
  inputs: Record<
    string,
    { description: string; default?: string; required?: boolean; deprecationMessage?: string }
  >;
  outputs: Record<string, { description: string }>;
  runs: Record<string, string>;
}

const text = readFileSync(new URL('../action.yml', import.meta.url), 'utf8');
const action: Declared = parse(text, { strict: true, uniqueKeys: true });

describe('inputs', () => {
  test('are the same, in the same order', () => {
    expect(Object.keys(action.inputs)).toEqual(allInputs.map(({ name }) => name));
  });

  test.each(allInputs.map((input) => [input.name, input] as const))(
    '%s has the same default',
    (name, input) => {
      const declared = action.inputs[name];
      // GitHub takes defaults as text: a bare `false` or `120` would be read by its own rules.
      expect(declared?.default).toBe(input.required ? undefined : (input.default ?? ''));
      expect(declared?.required ?? false).toBe(input.required ?? false);
    },
  );

  test('have names that can be told apart, in the form of the house', () => {
    const names = allInputs.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]+(?:-[a-z0-9]+)*$/);
  });
});

describe('outputs', () => {
  test('are the same, in the same order', () => {
    expect(Object.keys(action.outputs)).toEqual(Object.keys(outputTable));
  });

  test('have true examples in their descriptions', () => {
    const snapshots = [
      aSnapshot({ snapshotId: 'snap-0123456789abcdef0' }),
      aSnapshot({ device: '/dev/sdf', snapshotId: 'snap-0fedcba9876543210', root: false }),
    ];
    const image = anImage({
      id: 'ami-0a1b2c3d4e5f60718',
      name: 'web-main-20261122213405-1a2b3c4',
      snapshots,
    });
    const examples = new Map<string, string>();
    createOutputs((name, value) => examples.set(name, value)).publish(
      aRecord({ image, copies: [{ region: 'us-west-2', id: 'ami-0f1e2d3c4b5a69788' }] }),
    );
    examples.delete('image');
    for (const [name, example] of examples)
      expect(action.outputs[name]?.description).toContain(`\`${example}\``);
  });
});

describe('what GitHub shows and runs', () => {
  test('every input and output has a description in whole sentences', () => {
    for (const { description } of [...Object.values(action.inputs), ...Object.values(action.outputs)]) {
      expect(description).toMatch(/^[A-Z`].{20,}\.$/);
    }
  });

  test('the keys are those of the metadata syntax', () => {
    expect(Object.keys(action)).toEqual([
      'name',
      'description',
      'author',
      'branding',
      'inputs',
      'outputs',
      'runs',
    ]);
    expect(action.name).toBe('bake-ami');
    // The Marketplace's limit for descriptions.
    expect(action.description.length).toBeLessThanOrEqual(125);
    expect(Object.keys(action.branding)).toEqual(['icon', 'color']);
  });

  test('it runs its entry points on Node 24, the post step always', () => {
    // `post-if` is `always()` unless it is set.
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/main.js', post: 'dist/post.js' });
  });
});
