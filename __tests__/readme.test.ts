/** The documents say what action.yml and the code say. */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { groupsOf } from '../scripts/action-inputs.ts';
import { documents, withPolicies, withTables } from '../scripts/docs.ts';
import { actionFolders, actionYmlText, readActionYml } from '../scripts/runner.ts';
import { catalogue } from '../src/aws/catalogue.ts';
import { features, permissionRows } from '../src/aws/iam.ts';
import { version } from '../src/base/version.ts';
import { outputsTaken, type Step, unknownInputs, us } from './builders/examples.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');

describe('what is made of other files is up to date (npm run docs)', () => {
  test('the tables of inputs and outputs', () => {
    const readme = read('README.md');
    expect(withTables(readme)).toBe(readme);
  });

  test('the policies', () => {
    const page = read('docs/permissions.md');
    expect(withPolicies(page)).toBe(page);
  });

  test.each(documents)('$path as a whole', ({ path, upToDate }) => {
    const text = read(path);
    expect(upToDate(text)).toBe(text);
  });
});

test('the policies in docs/permissions.md have every action of the table', () => {
  const section =
    /<!-- permissions: made[\s\S]*?<!-- end of permissions -->/.exec(read('docs/permissions.md'))?.[0] ?? '';
  const statements = fencesOf(section, 'json').flatMap((text) => JSON.parse(text).Statement);
  const shown = new Set(statements.flatMap(({ Action }: { Action: string | string[] }) => Action));
  const needed = permissionRows.flatMap(({ grant }) => Object.keys(grant.actions));
  expect(shown).toEqual(new Set(needed));
});

test('the README fits in a head: at most 350 lines', () => {
  expect(read('README.md').split('\n').length).toBeLessThanOrEqual(350);
});

test('the README shows each input once, under a group', () => {
  const names = Object.keys(readActionYml().inputs);
  const groups = groupsOf(actionYmlText());
  expect(groups.flatMap((group) => group.names).toSorted()).toEqual(names.toSorted());
  expect(groups.find(({ title }) => title === 'Internal')?.names).toEqual(['matrix']);
});

const pages = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/*.md', { cwd: root })];

test.each(pages)('each fence of JSON or YAML in %s is that by itself', (path) => {
  for (const text of fencesOf(read(path), 'json')) expect(() => JSON.parse(text)).not.toThrow();
  for (const text of fencesOf(read(path), 'yaml')) expect(() => parse(text)).not.toThrow();
});

describe.each(['README.md', 'docs/permissions.md'])('the commands for the role in %s', (path) => {
  const commands = fencesOf(read(path), 'sh').find((text) => text.includes('create-role')) ?? '';

  test('make policies of what the reader fills in', () => {
    const mine = commands
      .replace('ACCOUNT_ID=123456789012', 'ACCOUNT_ID=444455556666')
      .replace('REPOSITORY=acme/web', 'REPOSITORY=octo/site')
      .replace('INSTANCE_ID=i-0123456789abcdef0', 'INSTANCE_ID=i-0aaaaaaaaaaaaaaaa');
    // Instead of the AWS CLI: it prints the last argument of each call, the policy.
    const aws = 'aws() { for last; do :; done; echo "$last"; }';
    const { stdout, stderr } = spawnSync('bash', ['-c', `${aws}\n${mine}`], { cwd: root, encoding: 'utf8' });
    expect(stderr).toBe('');
    const [trust, permissions] = stdout
      .slice(stdout.indexOf('{'))
      .split(/(?<=^\})\n/m)
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .map((text) => JSON.parse(text));
    expect(JSON.stringify(trust)).toContain('arn:aws:iam::444455556666:oidc-provider/');
    expect(JSON.stringify(trust)).toContain('"repo:octo/site:ref:refs/heads/main"');
    expect(JSON.stringify(permissions)).toContain('arn:aws:ec2:*:444455556666:instance/i-0aaaaaaaaaaaaaaaa');
    expect(`${JSON.stringify(trust)}${JSON.stringify(permissions)}`).not.toMatch(
      /123456789012|acme|0123456789abcdef0/,
    );
  });
});

describe('the examples in the documents', () => {
  const action = readActionYml();
  const examples = pages.flatMap((path) => fencesOf(read(path), 'yaml'));

  test('give inputs that exist, and the required ones', () => {
    const steps = examples.flatMap((text) => stepsOf(parse(text) ?? [])).filter(({ uses }) => uses === us);
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
function stepsOf(example: Step[] | { jobs?: Record<string, { steps?: Step[] }> }): Step[] {
  return Array.isArray(example)
    ? example
    : Object.values(example.jobs ?? {}).flatMap(({ steps }) => steps ?? []);
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
    ...Object.values(catalogue).flatMap((entries) =>
      entries.flatMap(({ meaning, remedy }) => [meaning, remedy]),
    ),
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
