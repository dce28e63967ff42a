/** What the documents say exists: links and their anchors, inputs and outputs, messages, API calls, scripts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { actionFolders, readActionYml } from '../scripts/runner.ts';
import { permissionRows } from '../src/aws/iam.ts';

const root = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const inFolder = (folder: string) =>
  readdirSync(new URL(folder, root)).flatMap((file) => (file.endsWith('.md') ? [`${folder}${file}`] : []));
const paths = [...inFolder('./'), ...inFolder('docs/'), ...inFolder('examples/')].map(posix.normalize);

describe.each(paths)('%s', (path) => {
  const prose = withoutFences(read(path));

  test('links to files and headings that there are', () => {
    const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    const broken = links.filter((link) => !/^[a-z]+:/.test(link) && !leads(path, link));
    expect(broken).toEqual([]);
  });

  test('speaks of inputs and outputs that there are', () => {
    const known = new Set([...actionFolders().flatMap(namesOf), ...others]);
    // Words with hyphens, alone between backticks, or before a colon and a value.
    const spoken = [...prose.matchAll(/`([a-z]+(?:-[a-z0-9]+)+)(?:: [^`]*)?`/g)].map(([, name = '']) => name);
    const isId = (name: string) => /\d{4}/.test(name);
    expect(spoken.filter((name) => !known.has(name) && !isId(name))).toEqual([]);
  });

  test('speaks of npm scripts that there are', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const builtIn = ['version', 'install', 'ci'];
    const told = [...read(path).matchAll(/(?<=`|^)npm (?:run )?([a-z][\w:-]*)/gm)].map(
      ([, name = '']) => name,
    );
    expect(told.filter((name) => !builtIn.includes(name) && scripts[name] === undefined)).toEqual([]);
  });
});

function namesOf(folder: string): string[] {
  const { inputs, outputs } = readActionYml(folder);
  return [...Object.keys(inputs), ...Object.keys(outputs)];
}

/** Words of the same form that are none of ours: of GitHub, of other actions, of AWS, and values of inputs. */
const others = new Set([
  ...['role-duration-seconds', 'id-token', 'with-cooldown', 'on-failure', 'runs-on', 'post-if'],
  // Inputs of the other actions, which have pages of their own.
  ...['require-tested', 'configure-aws-credentials'],
  ...['shutting-down', 'insufficient-data', 'not-judged', 'describe-instances', 'not-applicable'],
  ...['audit-mode', 'bake-ami', 'test-image', 'eu-west-1', 'us-west-2', 'fast-check', 'node-fetch'],
]);

describe('docs/troubleshooting.md', () => {
  const text = read('docs/troubleshooting.md');
  const section = text.slice(text.indexOf('## Messages of bake-ami\n'), text.indexOf('## Error codes'));
  const messages = section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split(/(?<!\\)\|/)[1] ?? '').matchAll(/`([^`]+)`/g)])
    .map(([, message = '']) => message);
  const source = joined(withoutComments(sourceText('src/')));

  test('has messages to look at', () => {
    expect(messages.length).toBeGreaterThan(30);
  });

  test.each(messages)('"%s" is a message of the code', (message) => {
    expect(patternOf(message).test(source)).toBe(true);
  });

  test.each([...section.matchAll(/under `([^`]+)`/g)].map(([, message = '']) => message))(
    '"%s" stands above findings in the code',
    (message) => {
      expect(patternOf(message).test(source)).toBe(true);
    },
  );

  test('the README has some of them, of which the same is true', () => {
    const table = read('README.md').split('## Troubleshooting')[1]?.split('\n## ')[0] ?? '';
    const known = [...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, message = '']) => message);
    expect(known.length).toBeGreaterThan(2);
    expect(known.filter((message) => !patternOf(message).test(source))).toEqual([]);
  });
});

/** A message in the source, in one literal; where it has `…`, a value is put in, or text is left out. */
function patternOf(message: string): RegExp {
  const hole = "(?:\\$\\{(?:[^{}]|\\{[^{}]*\\})*\\}|\\\\`|[^'`\\n])*?";
  const literal = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(message.split('…').map(literal).join(hole));
}

test('docs/how-….md tell of every API call that the code makes, and of its permission', () => {
  const text = paths
    .filter((path) => path.startsWith('docs/how-'))
    .map(read)
    .join('\n');
  const calls = permissionRows.flatMap(({ grant }) =>
    grant.within === undefined ? Object.keys(grant.actions) : [],
  );
  expect(calls.length).toBeGreaterThan(20);
  const missing = calls.filter((action) => !text.includes(action.split(':')[1] ?? action));
  expect(missing).toEqual([]);
});

function leads(from: string, link: string): boolean {
  const [file = '', anchor] = link.split('#');
  const path = file === '' ? from : posix.join(posix.dirname(from), file);
  if (!existsSync(new URL(path, root))) return false;
  return anchor === undefined || anchorsOf(read(path)).includes(anchor);
}

/** As GitHub makes them of headings: lower case, no punctuation, hyphens for spaces. */
function anchorsOf(text: string): string[] {
  return [...withoutFences(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function withoutFences(text: string): string {
  return text.replaceAll(/^( *)```[\s\S]*?^\1```$/gm, '');
}

function sourceText(folder: string): string {
  return readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => read(`${folder}${path}`))
    .join('\n');
}

/** What a comment says is no message. */
function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

/** Texts that are put together of several literals, as one. */
function joined(text: string): string {
  return text.replaceAll(/['`] \+\s+['`]/g, '');
}
