import { describe, expect, it } from '@jest/globals';
import { Simulator } from '../../simulator/simulator.ts';
import { ask } from './stage.ts';

const image = 'ami-0123456789abcdef0';

function call(simulator: Simulator, form: Record<string, string>, region = 'eu-west-1') {
  const { status, body } = ask(simulator, form, { service: 'autoscaling', region });
  return { status, body, texts: (element: string) => textsOf(body, element), code: textsOf(body, 'Code')[0] };
}

/** What stands in the elements of that name, in their order. */
function textsOf(xml: string, element: string): string[] {
  return [...xml.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'))].map(([, text = '']) => text);
}

/** All names, page by page, as a paginator asks for them. */
function pagesOf(simulator: Simulator, form: Record<string, string>, element: string): number[] {
  const pages: number[] = [];
  let token: string | undefined;
  do {
    const { texts } = call(simulator, { ...form, ...(token ? { NextToken: token } : {}) });
    pages.push(texts(element).length);
    [token] = texts('NextToken');
  } while (token);
  return pages;
}

describe('DescribeLaunchConfigurations', () => {
  const Action = 'DescribeLaunchConfigurations';

  it('lists those of the account and Region, with their images and snapshots', () => {
    const simulator = new Simulator();
    const snapshots = { '/dev/sdf': 'snap-0123456789abcdef0' };
    simulator.seedLaunchConfiguration({ name: 'web', imageId: image, snapshots });
    simulator.seedLaunchConfiguration({ name: 'other', imageId: image, accountId: '999999999999' });
    simulator.seedLaunchConfiguration({ name: 'there', imageId: image, region: 'us-east-1' });
    const { status, texts } = call(simulator, { Action });
    expect(status).toBe(200);
    expect(texts('LaunchConfigurationName')).toEqual(['web']);
    expect(texts('ImageId')).toEqual([image]);
    expect(texts('SnapshotId')).toEqual(['snap-0123456789abcdef0']);
    expect(call(simulator, { Action }, 'us-east-1').texts('LaunchConfigurationName')).toEqual(['there']);
    expect(simulator.calls.all[0]).toMatchObject({ service: 'autoscaling', action: Action, mutating: false });
  });

  it('lists those that are named, and leaves out names that do not exist', () => {
    const simulator = new Simulator();
    for (const name of ['web', 'api', 'db']) simulator.seedLaunchConfiguration({ name, imageId: image });
    const names = {
      'LaunchConfigurationNames.member.1': 'api',
      'LaunchConfigurationNames.member.2': 'none',
    };
    expect(call(simulator, { Action, ...names }).texts('LaunchConfigurationName')).toEqual(['api']);
  });

  it('gives 50 a page unless asked for more, and 100 at most', () => {
    const simulator = new Simulator();
    for (let count = 0; count < 120; count += 1) simulator.seedLaunchConfiguration({ imageId: image });
    expect(pagesOf(simulator, { Action }, 'LaunchConfigurationName')).toEqual([50, 50, 20]);
    expect(pagesOf(simulator, { Action, MaxRecords: '100' }, 'LaunchConfigurationName')).toEqual([100, 20]);
    expect(call(simulator, { Action, MaxRecords: '101' })).toMatchObject({
      status: 400,
      code: 'ValidationError',
    });
    expect(call(simulator, { Action, NextToken: 'x' })).toMatchObject({
      status: 400,
      code: 'InvalidNextToken',
    });
  });
});

describe('DescribeAutoScalingGroups', () => {
  const Action = 'DescribeAutoScalingGroups';

  it('shows what each group launches from', () => {
    const simulator = new Simulator();
    const launchConfiguration = simulator.seedLaunchConfiguration({ name: 'old', imageId: image });
    const template = simulator.seedLaunchTemplate({ name: 'web' });
    const arm = simulator.seedLaunchTemplate({ name: 'web-arm' });
    simulator.seedScalingGroup({ name: 'a', launchConfiguration });
    simulator.seedScalingGroup({ name: 'b', launchTemplate: { template, version: '7' } });
    simulator.seedScalingGroup({
      name: 'c',
      mixedInstances: {
        launchTemplate: { template, version: '$Latest' },
        overrides: [
          { instanceType: 't4g.micro', launchTemplate: { template: arm } },
          { instanceType: 't3.large', imageId: image },
        ],
      },
    });
    const { texts } = call(simulator, { Action });
    expect(texts('AutoScalingGroupName')).toEqual(['a', 'b', 'c']);
    expect(texts('LaunchConfigurationName')).toEqual(['old']);
    expect(texts('LaunchTemplateName')).toEqual(['web', 'web', 'web-arm']);
    expect(texts('Version')).toEqual(['7', '$Latest', '$Default']);
    expect(texts('ImageId')).toEqual([image]);
  });

  it('shows its instances unless asked not to', () => {
    const simulator = new Simulator();
    const { id } = simulator.seedInstance();
    const template = simulator.seedLaunchTemplate();
    simulator.seedScalingGroup({ launchTemplate: { template }, instanceIds: [id] });
    expect(call(simulator, { Action }).texts('InstanceId')).toEqual([id]);
    expect(call(simulator, { Action, IncludeInstances: 'false' }).texts('InstanceId')).toEqual([]);
  });

  it.each([
    ['tag:Team', 'web', ['web']],
    ['tag:Team', 'a*', ['api']],
    ['tag-key', 'Stage', ['api']],
    ['tag-value', 'live', ['api']],
    ['tag:None', '*', []],
  ])('filters by %s = %s', (name, value, expected) => {
    const simulator = new Simulator();
    simulator.seedScalingGroup({ name: 'web', tags: { Team: 'web' } });
    simulator.seedScalingGroup({ name: 'api', tags: { Team: 'api', Stage: 'live' } });
    const filter = { 'Filters.member.1.Name': name, 'Filters.member.1.Values.member.1': value };
    expect(call(simulator, { Action, ...filter }).texts('AutoScalingGroupName')).toEqual(expected);
  });

  it('refuses what it does not know', () => {
    const simulator = new Simulator();
    simulator.seedScalingGroup({ name: 'web' });
    const refuse = (form: Record<string, string>) => call(simulator, { Action, ...form }).code;
    expect(refuse({ 'Filters.member.1.Name': 'name', 'Filters.member.1.Values.member.1': 'x' })).toBe(
      'ValidationError',
    );
    expect(refuse({ 'AutoScalingGroupNames.1': 'web' })).toBe('UnknownParameter');
    expect(refuse({ DryRun: 'true' })).toBe('UnknownParameter');
    expect(call(simulator, { Action: 'DeleteAutoScalingGroup' })).toMatchObject({ code: 'InvalidAction' });
  });

  it('is denied as by STS, and refused in Regions that are not enabled', () => {
    const simulator = new Simulator();
    simulator.permissions.deny('autoscaling:DescribeAutoScalingGroups');
    expect(call(simulator, { Action })).toMatchObject({
      status: 403,
      code: 'AccessDenied',
      body: expect.stringContaining('is not authorized to perform: autoscaling:DescribeAutoScalingGroups'),
    });
    expect(call(simulator, { Action }, 'af-south-1')).toMatchObject({
      status: 403,
      code: 'InvalidClientTokenId',
    });
  });
});
