/** The documents say what action.yml and the code say. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { documents, withPolicies, withTables } from '../scripts/docs.ts';
import { readActionYml } from '../scripts/runner.ts';
import { catalogue } from '../src/aws/catalogue.ts';
import { features } from '../src/aws/iam.ts';
import { version } from '../src/version.ts';

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');

describe('what is made of other files is up to date (npm run docs)', () => {
  test('the tables of inputs and outputs', () => {
    const readme = read('README.md');
    expect(withTables(readme, readActionYml())).toBe(readme);
  });

  test('the policies', () => {
    const readme = read('README.md');
    expect(withPolicies(readme)).toBe(readme);
  });

  test.each(documents)('$path as a whole', ({ path, upToDate }) => {
    const text = read(path);
    expect(upToDate(text)).toBe(text);
  });
});

test("the README's policies are JSON, and together they have every action of the table", () => {
  const section =
    /<!-- permissions: made[\s\S]*?<!-- end of permissions -->/.exec(read('README.md'))?.[0] ?? '';
  const [policy, ...additions] = fencesOf(section, 'json').map((text) => JSON.parse(text));
  const statements = [...policy.Statement, ...additions];
  const shown = new Set(statements.flatMap(({ Action }: { Action: string | string[] }) => Action));
  const needed = features.flatMap(({ grants }) => grants.flatMap(({ actions }) => Object.keys(actions)));
  expect(shown).toEqual(new Set(needed));
});

test.each(['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'docs/troubleshooting.md'])(
  'each fence of JSON in %s is JSON by itself',
  (path) => {
    for (const text of fencesOf(read(path), 'json')) expect(() => JSON.parse(text)).not.toThrow();
  },
);

describe("the README's examples", () => {
  const action = readActionYml();
  const examples = fencesOf(read('README.md'), 'yaml');

  test('give inputs that exist, and the required ones', () => {
    const steps = examples.flatMap((text) => stepsOf(parse(text))).filter(({ uses }) => uses === us);
    expect(steps.length).toBeGreaterThan(3);
    const required = Object.keys(action.inputs).filter((name) => action.inputs[name]?.required);
    for (const step of steps) {
      const given = Object.keys(step.with ?? {});
      expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(given));
      expect(given).toEqual(expect.arrayContaining(required));
    }
  });

  test('take outputs that exist', () => {
    const outputs = [...examples.join('\n').matchAll(/steps\.bake\.outputs\.([\w-]+)/g)].map(
      ([, name]) => name,
    );
    expect(outputs).toContain('ami-id');
    expect(Object.keys(action.outputs)).toEqual(expect.arrayContaining(outputs));
  });
});

const us = 'acme/bake-ami@v1';

interface Step {
  uses?: string;
  with?: Record<string, unknown>;
}

/** Of a workflow, of a part of one that has jobs, or of a bare list of steps. */
function stepsOf(example: Step[] | { jobs: Record<string, { steps?: Step[] }> }): Step[] {
  return Array.isArray(example) ? example : Object.values(example.jobs).flatMap(({ steps }) => steps ?? []);
}

function fencesOf(text: string, language: string): string[] {
  return [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, inner = '']) => inner,
  );
}

test('the inputs that errors and policies speak of exist', () => {
  const others = ['role-duration-seconds'];
  const known = new Set([...Object.keys(readActionYml().inputs), ...others]);
  const texts = [
    ...catalogue.flatMap(({ entries }) => entries.flatMap(({ meaning, remedy }) => [meaning, remedy])),
    ...features.map(({ by }) => by),
  ];
  // What looks like an input: words with hyphens, alone between backticks.
  const spoken = texts.flatMap((text) =>
    [...text.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, name = '']) => name),
  );
  expect(spoken).toContain('instance-id');
  expect(spoken.filter((name) => !known.has(name))).toEqual([]);
});

test('the version that the user agent tells is that of package.json', () => {
  expect(JSON.parse(read('package.json')).version).toBe(version);
});
