/** The README says what action.yml says. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { withTables } from '../scripts/docs.ts';
import { readActionYml } from '../scripts/runner.ts';
import { version } from '../src/version.ts';

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');

test('its tables are those of action.yml: npm run docs makes them', () => {
  const readme = read('README.md');
  expect(withTables(readme, readActionYml())).toBe(readme);
});

test('the version that the user agent tells is that of package.json', () => {
  expect(JSON.parse(read('package.json')).version).toBe(version);
});
