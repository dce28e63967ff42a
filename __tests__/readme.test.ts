/** The documents say what action.yml and the code say. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { documents, withPolicies, withTables } from '../scripts/docs.ts';
import { actionFolders, readActionYml } from '../scripts/runner.ts';
import { catalogue } from '../src/aws/catalogue.ts';
import { features } from '../src/aws/iam.ts';
import { version } from '../src/base/version.ts';
import { outputsTaken, type Step, unknownInputs, us } from './builders/examples.ts';

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

test.each(['README.md', 'CONTRIBUTING.md', 'docs/troubleshooting.md', 'docs/recipes.md'])(
  'each fence of JSON or YAML in %s is that by itself',
  (path) => {
    for (const text of fencesOf(read(path), 'json')) expect(() => JSON.parse(text)).not.toThrow();
    for (const text of fencesOf(read(path), 'yaml')) expect(() => parse(text)).not.toThrow();
  },
);

describe("the README's examples", () => {
  const action = readActionYml();
  const examples = fencesOf(read('README.md'), 'yaml');

  test('give inputs that exist, and the required ones', () => {
    const steps = examples.flatMap((text) => stepsOf(parse(text))).filter(({ uses }) => uses === us);
    expect(steps.length).toBeGreaterThan(3);
    for (const step of steps) expect(unknownInputs(step, action)).toEqual([]);
  });

  test('take outputs that exist', () => {
    const outputs = outputsTaken(examples.join('\n'));
    expect(outputs).toContain('ami-id');
    expect(Object.keys(action.outputs)).toEqual(expect.arrayContaining(outputs));
  });
});

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
  const inputs = actionFolders().flatMap((folder) => Object.keys(readActionYml(folder).inputs));
  const known = new Set([...inputs, ...others]);
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

describe('the version is told alike', () => {
  const { version: ofPackage } = JSON.parse(read('package.json'));

  test('by package.json and the user agent', () => {
    expect(ofPackage).toBe(version);
  });

  test('by the lockfile', () => {
    const lock = JSON.parse(read('package-lock.json'));
    expect([lock.version, lock.packages[''].version]).toEqual([version, version]);
  });

  test('by the newest section of the changelog, but for what is yet to be released', () => {
    const headings = [...read('CHANGELOG.md').matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);
    const released = headings.filter((heading) => heading !== 'Unreleased');
    expect(headings.indexOf('Unreleased')).toBeLessThanOrEqual(0);
    expect(released[0]?.split(/[ ,]/)[0]).toBe(version);
    for (const heading of released) expect(heading).toMatch(/^\d+\.\d+\.\d+\b/);
  });

  test('by the README: the major tag of its examples is the one after 0', () => {
    const [major = ''] = version.split('.');
    expect(us).toBe(`acme/bake-ami@v${Math.max(1, Number(major))}`);
  });
});
