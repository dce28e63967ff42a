/** The build reduces the SDK to what `src/aws/sdk/` exports: an import of a whole client elsewhere would bring all of it back. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const source = new URL('../../src/', import.meta.url);
const importing = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter(
    (path) =>
      path.endsWith('.ts') && /'@aws-sdk\/client-[\w-]+'/.test(readFileSync(new URL(path, source), 'utf8')),
  );

test('only the files of src/aws/sdk/ import the clients of the SDK, each its own', () => {
  expect(importing.sort()).toEqual(
    ['auto-scaling', 'ec2', 'kms', 'ssm', 'sts'].map((name) => `aws/sdk/${name}.ts`),
  );
  for (const path of importing) {
    const [, name = ''] = /([\w-]+)\.ts$/.exec(path) ?? [];
    const clients = readFileSync(new URL(path, source), 'utf8').matchAll(/'@aws-sdk\/client-([\w-]+)'/g);
    expect(new Set([...clients].map(([, client]) => client))).toEqual(new Set([name]));
  }
});
