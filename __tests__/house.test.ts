/** How the code is laid out: arrows between folders only run downwards, and no imports run in a circle. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The folders of `src` from below to above; those of one row know nothing of each other. */
const floors: readonly (readonly string[])[] = [
  ['base'],
  ['aws'],
  ['run'],
  ['source'],
  ['naming'],
  ['image'],
  ['preflight'],
  ['github'],
  ['distribute'],
  ['bake', 'promote', 'retire', 'trial'],
  ['index.ts'],
];

/** Each file with the files that it imports, types included. */
type Imports = ReadonlyMap<string, readonly string[]>;

function importsOf(folder: string): Imports {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => posix.join(folder, file.replaceAll('\\', '/')))
    .filter((file) => file.endsWith('.ts'));
  return new Map(files.map((file) => [file, importedBy(file)]));
}

/** `import … from`, `export … from`, `import('…')` in code and in types. */
function importedBy(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const paths = text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)'(\.{1,2}\/[^']+)'/g);
  return [...paths].map(([, path = '']) => posix.join(posix.dirname(file), path));
}

function floorOf(file: string): number {
  const folder = file.split('/')[1] ?? '';
  return floors.findIndex((floor) => floor.includes(folder));
}

/** Arrows that run upwards, or between two folders of one floor. */
function wrongArrows(imports: Imports): string[] {
  const arrows = [...imports].flatMap(([from, files]) => files.map((to) => [from, to] as const));
  return arrows
    .filter(([from, to]) => from.split('/')[1] !== to.split('/')[1] && floorOf(to) >= floorOf(from))
    .map(([from, to]) => `${from} -> ${to}`);
}

/** @returns the first circle that is met, as a row of arrows */
function circleIn(imports: Imports): string | undefined {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file].join(' -> ');
    if (done.has(file)) return undefined;
    const found = (imports.get(file) ?? []).map((next) => visit(next, [...path, file]));
    done.add(file);
    return found.find((circle) => circle !== undefined);
  };
  return [...imports.keys()].map((file) => visit(file, [])).find((circle) => circle !== undefined);
}

test('each folder of src has its floor', () => {
  const homeless = [...importsOf('src').keys()].filter((file) => floorOf(file) < 0);
  expect(homeless).toEqual([]);
});

test('arrows between the folders of src only run downwards, and not from one action to another', () => {
  expect(wrongArrows(importsOf('src'))).toEqual([]);
});

test.each(['src', 'simulator', 'bench'])('no imports run in a circle in %s', (folder) => {
  expect(circleIn(importsOf(folder))).toBeUndefined();
});

test('what is imported is there', () => {
  const imports = importsOf('src');
  const missing = [...imports].flatMap(([from, files]) =>
    files.filter((file) => !imports.has(file)).map((file) => `${from} -> ${file}`),
  );
  expect(missing).toEqual([]);
});

test('only the folder `github` imports the packages of the runner', () => {
  const files = [...importsOf('src').keys()].filter((file) => !file.startsWith('src/github/'));
  expect(files.filter((file) => readFileSync(join(root, file), 'utf8').includes("'@actions/"))).toEqual([]);
});

describe('this test itself', () => {
  test('sees an arrow that runs upwards, and one between two actions', () => {
    const imports = new Map([
      ['src/base/a.ts', ['src/aws/b.ts', 'src/base/c.ts']],
      ['src/bake/d.ts', ['src/promote/e.ts', 'src/base/a.ts']],
    ]);
    expect(wrongArrows(imports)).toEqual([
      'src/base/a.ts -> src/aws/b.ts',
      'src/bake/d.ts -> src/promote/e.ts',
    ]);
  });

  test('sees a circle', () => {
    const imports = new Map([
      ['a.ts', ['b.ts']],
      ['b.ts', ['c.ts', 'd.ts']],
      ['c.ts', []],
      ['d.ts', ['b.ts']],
    ]);
    expect(circleIn(imports)).toBe('b.ts -> d.ts -> b.ts');
  });

  test('reads imports of types, exports and late imports', () => {
    const imports = importsOf('src');
    expect(imports.get('src/preflight/account.ts')).toContain('src/preflight/check.ts');
    expect(imports.get('src/aws/access.ts')).toContain('src/aws/clients.ts');
    expect([...imports.values()].flat().length).toBeGreaterThan(400);
  });
});
