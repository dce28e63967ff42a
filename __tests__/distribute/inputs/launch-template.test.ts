import { describe, expect, test } from '@jest/globals';
import type { DistributionPlan } from '../../../src/distribute/inputs/entry.ts';
import { isLaunchTemplateId, launchTemplates } from '../../../src/distribute/inputs/launch-template.ts';
import { distributionInputs } from '../../../src/distribute/inputs/table.ts';
import { planLines } from '../../../src/github/inputs/plan.ts';
import { readInputs } from '../../../src/github/inputs/read.ts';
import { region } from '../../../src/github/inputs/shared.ts';
import type { LaunchTemplateWish } from '../../../src/image/publish/launch-templates.ts';
import { environmentOf } from '../../builders/inputs.ts';
import { problemsOf as toldProblems } from '../../builders/told.ts';

const id = 'lt-0123456789abcdef0';
const table = { ...distributionInputs, launchTemplates, region };

function inputsOf(text: string, others: Record<string, string> = {}) {
  const given = { 'launch-template': text, 'aws-region': 'eu-west-1', ...others };
  return readInputs(table, { environment: environmentOf(given, {}, table) });
}

const problemsOf = (text: string, others?: Record<string, string>) =>
  toldProblems(() => inputsOf(text, others));

const web = { template: 'web', makeDefault: false, region: undefined };

describe('launch-template', () => {
  test.each<[string, LaunchTemplateWish[]]>([
    ['', []],
    ['# none yet', []],
    ['web', [web]],
    [id, [{ ...web, template: id }]],
    ['web default', [{ ...web, makeDefault: true }]],
    ['web  in\teu-west-1', [{ ...web, region: 'eu-west-1' }]],
    ['web default in us-west-2', [{ template: 'web', makeDefault: true, region: 'us-west-2' }]],
    [
      'web\r\n\n# the other\nweb in us-west-2,api',
      [web, { ...web, region: 'us-west-2' }, { ...web, template: 'api' }],
    ],
    ['default', [{ ...web, template: 'default' }]],
    ['default default', [{ ...web, template: 'default', makeDefault: true }]],
    ['lt-web', [{ ...web, template: 'lt-web' }]],
    ['a(b).c-d/e_F9', [{ ...web, template: 'a(b).c-d/e_F9' }]],
    ['x'.repeat(128), [{ ...web, template: 'x'.repeat(128) }]],
  ])('%j is read in its order', (text, targets) => {
    expect(inputsOf(text, { 'copy-to': 'us-west-2' }).launchTemplates).toEqual(targets);
  });

  test.each([
    ['web in', '"web in" is not accepted: it takes `NAME-or-ID`'],
    ['web us-west-2', 'then optionally `in REGION`'],
    ['web in us-west-2 default', 'then optionally `in REGION`'],
    ['web default default', 'then optionally `default`'],
    ['web Default', 'then optionally `default`'],
    ['web api', 'Separate several by commas or line ends'],
    ['web in us-west-2a', 'That is a zone: its Region is `us-west-2`'],
    ['ab', '"ab" is neither the ID nor the name of a launch template, which has 3 to 128'],
    ['x'.repeat(129), 'is neither the ID nor the name'],
    ['wéb', 'is neither the ID nor the name'],
    ['web:3', 'Leave out the version: `web`'],
    ['web:$Latest', 'Leave out the version: `web`'],
    [`arn:aws:ec2:eu-west-1:123456789012:launch-template/${id}`, `That is its ARN: give \`${id}\``],
    ['lt-0123456789abcdef', 'which is `lt-` and 17 hex digits in lower case. This has 16'],
    ['lt-0123456789ABCDEF0', `Write it in lower case: \`${id}\``],
    [
      'web in sa-east-1',
      'Region sa-east-1 has no image: it is neither eu-west-1, the Region of the action, nor one of `copy-to`',
    ],
    ['web, web default', 'web in eu-west-1 is named more than once'],
    ['web\nweb in eu-west-1', 'web in eu-west-1 is named more than once'],
  ])('refuses %j and says why', (text, problem) => {
    const problems = problemsOf(text, { 'copy-to': 'us-west-2' });
    expect(problems).toEqual([expect.stringContaining(problem)]);
    expect(problems[0]).toMatch(/^input `launch-template`: /);
  });

  test('an unreadable Region of the action is its only problem', () => {
    expect(problemsOf('web in us-west-2', { 'aws-region': 'Ireland' })).toEqual([
      expect.stringContaining('input `aws-region`'),
    ]);
  });

  test('the plan names each template, its Region and the new default, and warns of $Latest', () => {
    const inputs = inputsOf('web default\nweb in us-west-2', { 'copy-to': 'us-west-2' });
    const context: DistributionPlan = {
      inputs,
      names: { ssmParameters: [] },
      startedAt: 0,
      createsImages: true,
    };
    expect(planLines(table, inputs, 'launch-template', context)).toEqual([
      'Create a version of launch template web in eu-west-1 with the AMI of that Region, and make it the default version. Warning: whatever launches from $Latest of it, such as an Auto Scaling group, launches the AMI at once',
      'Create a version of launch template web in us-west-2 with the AMI of that Region. Warning: whatever launches from $Latest of it, such as an Auto Scaling group, launches the AMI at once',
    ]);
  });

  test('an ID is told from a name by its form', () => {
    expect([id, 'lt-web', 'web'].map(isLaunchTemplateId)).toEqual([true, false, false]);
  });
});
