import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

const dist = new URL('../../../dist/', import.meta.url);

/** What Node reads and compiles before the first call of an action. */
function startOf(action: string): string {
  const index = readFileSync(new URL('index.js', dist), 'utf8');
  const loaded = new RegExp(`\\b${action}=\\(\\)=>Promise\\.all\\(\\[([^\\]]+)\\]`).exec(index)?.[1] ?? '';
  const chunks = [...loaded.matchAll(/\.e\((\d+)\)/g)].map(([, id]) => `${id}.index.js`);
  return [index, ...chunks.map((name) => readFileSync(new URL(name, dist), 'utf8'))].join('\n');
}

/** Names of requests, which only the schemas of the SDK hold. */
const launchTemplates = /"CreateLaunchTemplateVersionRequest"/;
const instances = /"RunInstancesRequest"/;

describe('in dist/', () => {
  test.each([
    ['bake', launchTemplates, false],
    ['bake', instances, false],
    ['promote', launchTemplates, false],
    ['trial', instances, true],
    ['bake', /node_zlib__/, false],
    ['bake', /node_crypto__/, true],
  ])('the start of %s and %s', (action, text, isThere) => {
    expect(text.test(startOf(action))).toBe(isThere);
  });
});
