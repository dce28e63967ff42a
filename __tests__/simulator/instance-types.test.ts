import {
  type _InstanceType,
  DescribeInstanceTypesCommand,
  type DescribeInstanceTypesCommandInput,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { instanceTypes } from '../../simulator/model/instance-types.ts';
import { ask, refusalOf, stage } from './stage.ts';

const large = ['m5.large' as const];

async function typesOf(input: DescribeInstanceTypesCommandInput) {
  const { clock, ec2 } = stage();
  const { InstanceTypes = [] } = await clock.run(ec2.send(new DescribeInstanceTypesCommand(input)));
  return InstanceTypes;
}

describe('DescribeInstanceTypes', () => {
  it.each<[_InstanceType, string, number, object | undefined]>([
    ['t3.micro', 'x86_64', 0, undefined],
    ['t3.medium', 'x86_64', 0, undefined],
    ['m5.large', 'x86_64', 0, undefined],
    ['m7g.large', 'arm64', 0, undefined],
    ['m5d.large', 'x86_64', 75, { SizeInGB: 75, Count: 1, Type: 'ssd' }],
    ['i3.2xlarge', 'x86_64', 1900, { SizeInGB: 1900, Count: 1, Type: 'ssd' }],
    ['c5d.18xlarge', 'x86_64', 1800, { SizeInGB: 900, Count: 2, Type: 'ssd' }],
    ['d3en.xlarge', 'x86_64', 27_960, { SizeInGB: 13_980, Count: 2, Type: 'hdd' }],
    ['c6gd.large', 'arm64', 118, { SizeInGB: 118, Count: 1, Type: 'ssd' }],
  ])('knows %s', async (name, architecture, total, disks) => {
    expect(await typesOf({ InstanceTypes: [name] })).toEqual([
      expect.objectContaining({
        InstanceType: name,
        ProcessorInfo: { SupportedArchitectures: [architecture] },
        InstanceStorageSupported: disks !== undefined,
        ...(disks && {
          InstanceStorageInfo: {
            TotalSizeInGB: total,
            Disks: [disks],
            NvmeSupport: 'required',
            EncryptionSupport: 'required',
          },
        }),
      }),
    ]);
  });

  it.each<[_InstanceType, string[], string]>([
    ['t3.micro', ['legacy-bios', 'uefi'], 'supported'],
    ['t4g.micro', ['uefi'], 'supported'],
    ['t2.micro', ['legacy-bios'], 'unsupported'],
  ])('says how %s boots', async (name, modes, tpm) => {
    expect(await typesOf({ InstanceTypes: [name] })).toEqual([
      expect.objectContaining({
        SupportedBootModes: modes,
        NitroTpmSupport: tpm,
        SupportedRootDeviceTypes: ['ebs'],
      }),
    ]);
    const Filters = [{ Name: 'supported-boot-mode', Values: modes }];
    expect((await typesOf({ Filters })).map(({ InstanceType }) => InstanceType)).toContain(name);
  });

  it('says of disks that are not NVMe that they are neither that nor encrypted', async () => {
    const [type] = await typesOf({ InstanceTypes: ['d2.xlarge'] });
    expect(type?.InstanceStorageInfo).toMatchObject({
      NvmeSupport: 'unsupported',
      EncryptionSupport: 'unsupported',
    });
  });

  it.each<[string, string[], (name: string) => boolean]>([
    ['instance-storage-supported', ['true'], (name) => instanceTypeOf(name)?.storage !== undefined],
    [
      'processor-info.supported-architecture',
      ['arm64'],
      (name) => /^(?:\w+g|t4g|c6gd|m6gd|im4gn)\./.test(name),
    ],
    ['instance-type', ['m5*', 't3.micro'], (name) => name.startsWith('m5') || name === 't3.micro'],
    ['instance-storage-info.disk.type', ['hdd'], (name) => /^[dh]\d/.test(name)],
    ['burstable-performance-supported', ['true'], (name) => name.startsWith('t')],
  ])('filters by %s', async (Name, Values, holds) => {
    const shown = (await typesOf({ Filters: [{ Name, Values }] })).map(({ InstanceType }) => InstanceType);
    expect(shown).toEqual(instanceTypes.map(({ name }) => name).filter(holds));
    expect(shown.length).toBeGreaterThan(0);
  });

  it.each<[string, DescribeInstanceTypesCommandInput, string, string]>([
    [
      'unknown types',
      { InstanceTypes: ['m5.large', 'x9.huge' as never, 'y9.huge' as never] },
      'InvalidInstanceType',
      'The following supplied instance types do not exist: [x9.huge, y9.huge]',
    ],
    [
      'an unknown filter',
      { Filters: [{ Name: 'storage', Values: ['x'] }] },
      'InvalidParameterValue',
      "The filter 'storage' is invalid",
    ],
    [
      'types and pages at once',
      { InstanceTypes: large, MaxResults: 5 },
      'InvalidParameterCombination',
      'The parameter instanceTypes cannot be used with the parameter maxResults',
    ],
    [
      'too large a page',
      { MaxResults: 101 },
      'InvalidParameterValue',
      'Value ( 101 ) for parameter maxResults is invalid. Expecting a value less than 100.',
    ],
    ['a dry run', { DryRun: true }, 'DryRunOperation', expect.any(String) as never],
  ])('refuses %s', async (_what, input, code, message) => {
    expect(await refusalOf(typesOf(input))).toMatchObject({ code, message });
  });

  it('comes in pages', async () => {
    const { clock, ec2 } = stage();
    const names: (string | undefined)[] = [];
    let NextToken: string | undefined;
    do {
      const page = await clock.run(ec2.send(new DescribeInstanceTypesCommand({ MaxResults: 7, NextToken })));
      expect(page.InstanceTypes?.length).toBeLessThanOrEqual(7);
      names.push(...(page.InstanceTypes ?? []).map(({ InstanceType }) => InstanceType));
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
    expect(names).toEqual(instanceTypes.map(({ name }) => name));
  });

  it('needs its permission', () => {
    const { simulator } = stage();
    simulator.permissions.deny('ec2:DescribeInstanceTypes');
    expect(ask(simulator, { Action: 'DescribeInstanceTypes' }).status).toBe(403);
  });
});

function instanceTypeOf(asked: string) {
  return instanceTypes.find(({ name }) => name === asked);
}

describe('An instance with instance store volumes', () => {
  it.each([
    [['/dev/sdb'], 'm5d.large'],
    [['/dev/sdb', '/dev/sdc'], 'c5d.18xlarge'],
    [[], 't3.micro'],
  ])('%j is of the type %s unless told otherwise', (instanceStoreDevices, type) => {
    const { simulator } = stage();
    expect(simulator.seedInstance({ instanceStoreDevices }).type).toBe(type);
    expect(simulator.seedInstance({ instanceStoreDevices, type: 'm5.large' }).type).toBe('m5.large');
  });
});
