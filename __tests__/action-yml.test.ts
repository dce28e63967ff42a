/** The contract between each `action.yml`, which GitHub and users read, and the code. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { bakeInputs } from '../src/bake/inputs/table.ts';
import { createOutputs, outputTable } from '../src/bake/report/outputs.ts';
import type { Table } from '../src/github/inputs/input.ts';
import { promotionInputs } from '../src/promote/inputs/table.ts';
import { emptyRecord as emptyPromotion } from '../src/promote/record.ts';
import {
  createOutputs as createPromotionOutputs,
  outputTable as promotionOutputs,
} from '../src/promote/report/outputs.ts';
import { retireInputs } from '../src/retire/inputs.ts';
import { outputTable as retireOutputs } from '../src/retire/report/outputs.ts';
import { trialInputs } from '../src/trial/inputs/table.ts';
import { outputTable as trialOutputs } from '../src/trial/report/outputs.ts';
import { anImage, aRecord, aSnapshot, aTemplate } from './builders/record.ts';

/** What an action's code says, which its `action.yml` must say too. A new action is one entry here. */
interface Contract {
  /** Of its `action.yml`, from the root of the repository. */
  path: string;
  name: string;
  table: Table;
  /** In the order of `action.yml`. */
  outputs: readonly string[];
  /** Outputs of a typical run, which the descriptions must show: a name and a value each. */
  examples: ReadonlyMap<string, string>;
  runs: Record<string, string>;
}

const contracts: readonly Contract[] = [
  {
    path: 'action.yml',
    name: 'Bake EC2 AMI',
    table: bakeInputs,
    outputs: Object.keys(outputTable),
    examples: examplesOfBake(),
    // `post-if` is `always()` unless it is set.
    runs: { using: 'node24', main: 'dist/main.js', post: 'dist/post.js' },
  },
  {
    path: 'test/action.yml',
    name: 'bake-ami test',
    table: trialInputs,
    outputs: Object.keys(trialOutputs),
    examples: new Map([
      ['passed', 'true'],
      ['instance-id', 'i-0123456789abcdef0'],
      ['boot-seconds', '135'],
    ]),
    runs: { using: 'node24', main: '../dist/test.js', post: '../dist/test-post.js' },
  },
  {
    path: 'promote/action.yml',
    name: 'bake-ami promote',
    table: promotionInputs,
    outputs: Object.keys(promotionOutputs),
    examples: examplesOfPromotion(),
    runs: { using: 'node24', main: '../dist/promote.js', post: '../dist/promote-post.js' },
  },
  {
    path: 'retire/action.yml',
    name: 'bake-ami retire',
    table: retireInputs,
    outputs: Object.keys(retireOutputs),
    examples: new Map([['would-remove', '["ami-0a1b2c3d4e5f60718"]']]),
    runs: { using: 'node24', main: '../dist/retire.js', post: '../dist/retire-post.js' },
  },
];

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

describe.each(contracts)('$path', ({ path, name, table, outputs, examples, runs }) => {
  const text = readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
  const action: Declared = parse(text, { strict: true, uniqueKeys: true });
  const inputs = Object.values(table);

  test('declares the inputs of the code, in the same order', () => {
    expect(Object.keys(action.inputs)).toEqual(inputs.map((input) => input.name));
  });

  test.each(inputs.map((input) => [input.name, input] as const))(
    'gives %s the same default',
    (input, { required, default: standard, defaultExpression }) => {
      const declared = action.inputs[input];
      // GitHub takes defaults as text: a bare `false` or `120` would be read by its own rules.
      expect(declared?.default).toBe(required ? undefined : (defaultExpression ?? standard ?? ''));
      expect(declared?.required ?? false).toBe(required ?? false);
    },
  );

  test('names its inputs in kebab case, each once', () => {
    const names = inputs.map((input) => input.name);
    expect(new Set(names).size).toBe(names.length);
    for (const input of names) expect(input).toMatch(/^[a-z]+(?:-[a-z0-9]+)*$/);
  });

  test('declares the outputs of the code, in the same order', () => {
    expect(Object.keys(action.outputs)).toEqual(outputs);
  });

  test('shows true examples in the descriptions of its outputs', () => {
    for (const [output, example] of examples)
      expect(action.outputs[output]?.description).toContain(`\`${example}\``);
  });

  test('describes every input and output in whole sentences', () => {
    for (const { description } of [...Object.values(action.inputs), ...Object.values(action.outputs)]) {
      expect(description).toMatch(/^[A-Z`].{20,}\.$/);
      expect(description.length).toBeLessThanOrEqual(330);
    }
  });

  test('has the keys of the metadata syntax', () => {
    expect(Object.keys(action)).toEqual([
      'name',
      'description',
      'author',
      'branding',
      'inputs',
      'outputs',
      'runs',
    ]);
    expect(action.name).toBe(name);
    // What people search the Marketplace for.
    for (const word of ['EC2', 'AMI']) expect(`${action.name} ${action.description}`).toContain(word);
    // The Marketplace's limit for descriptions.
    expect(action.description.length).toBeLessThanOrEqual(125);
    expect(Object.keys(action.branding)).toEqual(['icon', 'color']);
  });

  test('runs its entry points on Node 24', () => {
    expect(action.runs).toEqual(runs);
  });
});

test('an input of two actions is the same in both', () => {
  const entries = contracts.flatMap(({ table }) => Object.entries(table));
  for (const [key, { name }] of entries) {
    const namesakes = entries.filter(([, other]) => other.name === name);
    expect(namesakes.map(([otherKey]) => otherKey)).toEqual(namesakes.map(() => key));
  }
});

function examplesOfBake(): Map<string, string> {
  const snapshots = [
    aSnapshot({ snapshotId: 'snap-0123456789abcdef0' }),
    aSnapshot({ device: '/dev/sdf', snapshotId: 'snap-0fedcba9876543210', root: false }),
  ];
  const image = anImage({ id: 'ami-0a1b2c3d4e5f60718', name: 'web-main-20261122213405-1a2b3c4', snapshots });
  const examples = new Map<string, string>();
  createOutputs((name, value) => examples.set(name, value)).publish(
    aRecord({
      image,
      templates: [aTemplate()],
      copies: [{ region: 'us-west-2', id: 'ami-0f1e2d3c4b5a69788' }],
    }),
  );
  // Too much for a description.
  examples.delete('image');
  return examples;
}

function examplesOfPromotion(): Map<string, string> {
  const examples = new Map<string, string>();
  const parameter = { region: 'eu-west-1', name: '/golden/web', newValue: 'ami-0a1b2c3d4e5f60718' };
  createPromotionOutputs((name, value) => examples.set(name, value)).publish({
    ...emptyPromotion({ region: 'eu-west-1', amiId: 'ami-0a1b2c3d4e5f60718' }, '1-1-0a1b2c3d4e5f', 0),
    image: anImage({ id: 'ami-0a1b2c3d4e5f60718' }),
    copies: [{ region: 'us-west-2', id: 'ami-0f1e2d3c4b5a69788' }],
    templates: [aTemplate()],
    parameters: [{ ...parameter, oldValue: 'ami-0f00ba4f00ba4f00b' }],
    changed: true,
  });
  // Too much for a description.
  examples.delete('promotion');
  return examples;
}
