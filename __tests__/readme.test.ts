/** The documents say what action.yml and the code say. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
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
  const blocks = [...section.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) =>
    JSON.parse(`[${text}]`),
  );
  const [[policy], ...additions] = blocks;
  const statements = [...policy.Statement, ...additions.flat()];
  const shown = new Set(statements.flatMap(({ Action }: { Action: string | string[] }) => Action));
  const needed = features.flatMap(({ grants }) => grants.flatMap(({ actions }) => Object.keys(actions)));
  expect(shown).toEqual(new Set(needed));
});

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
