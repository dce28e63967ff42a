import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { entryPoint, entryPoints } from '../../../scripts/build/entry-points.ts';
import { readActionYml } from '../../../scripts/runner.ts';

test('the build writes each entry point that action.yml names, and no other', () => {
  const { main, post } = readActionYml().runs;
  expect(Object.keys(entryPoints).map((name) => `dist/${name}`)).toEqual([main, post]);
});

test.each(Object.entries(entryPoints))('dist/%s calls %s of the bundle', (name, start) => {
  const dist = new URL('../../../dist/', import.meta.url);
  expect(readFileSync(new URL(name, dist), 'utf8')).toBe(entryPoint(start));
  const exported = /^export \{(.*)\};$/m.exec(readFileSync(new URL('index.js', dist), 'utf8'))?.[1];
  expect(exported).toMatch(new RegExp(` as ${start}\\b`));
});
