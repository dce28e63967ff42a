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
  const ofEc2 = ['ec2-instances', 'ec2-launch-templates', 'ec2-retention', 'ec2'];
  expect(importing.sort()).toEqual(
    ['auto-scaling', ...ofEc2, 'kms', 'ssm', 'sts'].map((name) => `aws/sdk/${name}.ts`),
  );
  for (const path of importing) {
    const [, name = ''] = /(ec2(?=-)|[\w-]+)[\w-]*\.ts$/.exec(path) ?? [];
    const clients = readFileSync(new URL(path, source), 'utf8').matchAll(/'@aws-sdk\/client-([\w-]+)'/g);
    expect(new Set([...clients].map(([, client]) => client))).toEqual(new Set([name]));
  }
});
