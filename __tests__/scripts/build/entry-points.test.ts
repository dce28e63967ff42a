import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from '@jest/globals';
import { entryPoint, entryPoints } from '../../../scripts/build/entry-points.ts';
import { actionFolders, readActionYml } from '../../../scripts/runner.ts';

test('the build writes each entry point that action.yml names, and no other', () => {
  const named = actionFolders().flatMap((folder) => {
    const { main, post } = readActionYml(folder).runs;
    return [main, post].map((path) => posix.join(folder, path));
  });
  expect(Object.keys(entryPoints).map((name) => `dist/${name}`)).toEqual(named);
});

test.each(Object.entries(entryPoints))('dist/%s calls %s of the bundle', (name, start) => {
  const dist = new URL('../../../dist/', import.meta.url);
  expect(readFileSync(new URL(name, dist), 'utf8')).toBe(entryPoint(start));
  const exported = /\bexport ?\{([^}]*)\}/.exec(readFileSync(new URL('index.js', dist), 'utf8'))?.[1];
  expect(exported).toMatch(new RegExp(` as ${start}\\b`));
});
