/** The table of permissions: it is sound, the code needs nothing else, and it says what an action is needed for. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { scopes } from '../../scripts/iam-policy.ts';
import { needFor, permissionRows } from '../../src/aws/iam.ts';
import { distributionInputs } from '../../src/distribute/inputs/table.ts';

const grants = permissionRows.map(({ grant }) => ({ on: [], ...grant, ...scopes[grant.sid] }));

/** Calls that nobody needs a permission for (STS API Reference; who may assume a role, that role's trust policy says). */
const withoutPermission = ['sts:GetCallerIdentity', 'sts:AssumeRoleWithWebIdentity'];

describe('the table', () => {
  test.each(Object.values(distributionInputs).map(({ name }) => name))('says what %s needs', (input) => {
    expect(permissionRows.some(({ feature: { by } }) => by.includes(`\`${input}\``))).toBe(true);
  });

  test('has IDs of statements that IAM takes and that are unique', () => {
    const sids = grants.map(({ sid }) => sid);
    for (const sid of sids) expect(sid).toMatch(/^[A-Za-z0-9]+$/);
    expect(new Set(sids).size).toBe(sids.length);
  });

  test('lets nothing be changed but what the condition or the creation ties to a bake', () => {
    const changing = /^ec2:(?!Describe|Get|List|CreateImage$|CopyImage$|RunInstances$)/;
    for (const { sid, actions, condition, on } of grants) {
      // A launch template is the user's own: the policy names it.
      if (on.includes('launch-template')) continue;
      if (!Object.keys(actions).some((action) => changing.test(action))) continue;
      expect({ sid, condition: JSON.stringify(condition ?? '') }).toEqual({
        sid,
        condition: expect.stringMatching(
          /aws:ResourceTag\/bake-ami:(key|test)"|ec2:CreateAction|"aws:TagKeys":"bake-ami:tested"/,
        ),
      });
    }
  });
});

describe('every call to AWS in the code', () => {
  const root = new URL('../../src/', import.meta.url);
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(new URL(path, root), 'utf8') }));

  const sent = sources.flatMap(({ path, text }) => {
    const imports = text.matchAll(
      /\{([^{}]*)\}\s*(?:from\s*|=\s*await import\(\s*)'[./\w]*\/sdk\/([\w-]+)\.ts'/g,
    );
    const services = new Map(
      [...imports].flatMap(([, names = '', service = '']) =>
        names
          .split(',')
          .map(
            (name) =>
              [
                name.replace(/\btype\b/, '').trim(),
                service.replace(/^ec2-.*/, 'ec2').replace('-', ''),
              ] as const,
          ),
      ),
    );
    return [...text.matchAll(/new (?:\w+\.)?(\w+Command)\(/g)].map(([, command = '']) => ({
      path,
      action: `${services.get(command) ?? serviceOf(text)}:${command.replace(/Command$/, '')}`,
    }));
  });

  test('is found by this test', () => {
    expect(sent.length).toBeGreaterThan(8);
    expect(sent.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['ec2:CreateImage', 'sts:DecodeAuthorizationMessage']),
    );
  });

  test.each(sent)('$action, in $path, is in the table', ({ action }) => {
    expect(withoutPermission.includes(action) || needFor(action) !== undefined).toBe(true);
  });

  const told = sources
    .filter(({ path }) => path !== 'aws/iam.ts')
    .flatMap(({ path, text }) =>
      [...text.matchAll(/'((?:autoscaling|ec2|sts|kms|ssm):[A-Z]\w+)'/g)].map(([, action = '']) => ({
        path,
        action,
      })),
    )
    // Types of resources that DescribeImageReferences knows (API model), no actions.
    .filter(({ action }) => !['ec2:Instance', 'ec2:LaunchTemplate', 'ssm:Parameter'].includes(action));

  test.each(told)('$action, that $path speaks of, is in the table', ({ action }) => {
    expect(withoutPermission.includes(action) || needFor(action) !== undefined).toBe(true);
  });

  /** Of a command that the file gets by another way than an import of its own. */
  function serviceOf(text: string): string {
    return /\/sdk\/(\w+)\.ts'/.exec(text)?.[1] ?? 'unknown';
  }
});

describe('what an action is needed for', () => {
  test.each([
    ['ec2:CreateImage', undefined, 'Bake', 'Create'],
    ['ec2:CreateTags', 'ec2:CreateImage', 'Bake', 'TagWhileCreating'],
    ['ec2:CreateTags', 'ec2:CreateTags', 'Bake', 'MarkAsReadyAndCleanUp'],
    ['ec2:DeleteSnapshot', 'ec2:DeregisterImage', 'Bake', 'MarkAsReadyAndCleanUp'],
    ['EC2:createimage', undefined, 'Bake', 'Create'],
    ['kms:ReEncryptFrom', 'ec2:CreateImage', 'Encrypted volumes', 'UseKeys'],
    ['kms:DescribeKey', 'ec2:CreateImage', 'Encrypted volumes', 'UseKeys'],
    ['kms:DescribeKey', undefined, 'Sharing', 'LookAtKeys'],
    ['ec2:ModifySnapshotAttribute', undefined, 'Sharing the snapshots', 'ShareSnapshots'],
  ])('%s, in the call %s', (action, call, feature, sid) => {
    expect(needFor(action, call)).toMatchObject({ feature: { name: feature }, grant: { sid } });
  });

  test('is not known of an action that no feature needs', () => {
    expect(needFor('ec2:RebootInstances')).toBeUndefined();
  });
});
