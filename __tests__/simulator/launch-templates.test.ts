import {
  CreateLaunchTemplateCommand,
  type CreateLaunchTemplateCommandInput,
  CreateLaunchTemplateVersionCommand,
  type CreateLaunchTemplateVersionCommandInput,
  CreateTagsCommand,
  DescribeLaunchTemplatesCommand,
  DescribeLaunchTemplateVersionsCommand,
  type DescribeLaunchTemplateVersionsCommandInput,
  ModifyLaunchTemplateCommand,
  type ModifyLaunchTemplateCommandInput,
  paginateDescribeLaunchTemplates,
  paginateDescribeLaunchTemplateVersions,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import type { LaunchTemplateSeed } from '../../simulator/model/seed-launch-template.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { refusalOf, stage } from './stage.ts';

const gone = 'ami-0123456789abcdef0';
const unknown = 'lt-0123456789abcdef0';

/** An image, a launch template, and its calls. */
function templateStage(seed: LaunchTemplateSeed = {}, options: SimulatorOptions = {}) {
  const parts = stage(options);
  const { clock, simulator, ec2 } = parts;
  const image = simulator.seedImage();
  const template = simulator.seedLaunchTemplate({ name: 'web', ...seed });
  const LaunchTemplateId = template.id;
  return {
    ...parts,
    image,
    template,
    create: (input: Partial<CreateLaunchTemplateCommandInput>) =>
      clock.run(
        ec2.send(
          new CreateLaunchTemplateCommand({
            LaunchTemplateName: 'new',
            LaunchTemplateData: { ImageId: image.id },
            ...input,
          }),
        ),
      ),
    createVersion: (input: Partial<CreateLaunchTemplateVersionCommandInput> = {}) =>
      clock.run(
        ec2.send(
          new CreateLaunchTemplateVersionCommand({
            ...(input.LaunchTemplateName ? {} : { LaunchTemplateId }),
            LaunchTemplateData: { ImageId: image.id },
            ...input,
          }),
        ),
      ),
    setDefault: (DefaultVersion: string, input: Partial<ModifyLaunchTemplateCommandInput> = {}) =>
      clock.run(ec2.send(new ModifyLaunchTemplateCommand({ LaunchTemplateId, DefaultVersion, ...input }))),
    versions: async (input: DescribeLaunchTemplateVersionsCommandInput) => {
      const answer = await clock.run(ec2.send(new DescribeLaunchTemplateVersionsCommand(input)));
      return answer.LaunchTemplateVersions ?? [];
    },
  };
}

describe('CreateLaunchTemplate', () => {
  it('makes a template whose first version is the default', async () => {
    const { simulator, image, create } = templateStage();
    const { LaunchTemplate, Warning } = await create({
      LaunchTemplateData: {
        ImageId: image.id,
        InstanceType: 't3.micro',
        MetadataOptions: { HttpTokens: 'required' },
        SecurityGroupIds: ['sg-1'],
        BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { VolumeSize: 20, Encrypted: true } }],
        TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'Team', Value: 'web' }] }],
      },
      TagSpecifications: [{ ResourceType: 'launch-template', Tags: [{ Key: 'Team', Value: 'web' }] }],
    });
    expect(LaunchTemplate).toMatchObject({
      LaunchTemplateName: 'new',
      DefaultVersionNumber: 1,
      LatestVersionNumber: 1,
      CreatedBy: 'arn:aws:sts::123456789012:assumed-role/baker/bake',
      Tags: [{ Key: 'Team', Value: 'web' }],
    });
    expect(Warning).toBeUndefined();
    const template = simulator.world().launchTemplates.get(LaunchTemplate?.LaunchTemplateId ?? '');
    expect(template?.versions[0]?.data).toEqual({
      imageId: image.id,
      instanceType: 't3.micro',
      metadataOptions: { state: 'pending', httpTokens: 'required' },
      securityGroupIdSet: ['sg-1'],
      blockDeviceMappingSet: [{ deviceName: '/dev/xvda', ebs: { volumeSize: 20, encrypted: true } }],
      tagSpecificationSet: [{ resourceType: 'instance', tagSet: [{ key: 'Team', value: 'web' }] }],
    });
  });

  it.each<[string, Partial<CreateLaunchTemplateCommandInput>, string]>([
    [
      'a name that is taken',
      { LaunchTemplateName: 'web' },
      'InvalidLaunchTemplateName.AlreadyExistsException',
    ],
    ['a name that is no name', { LaunchTemplateName: 'a b' }, 'InvalidLaunchTemplateName.MalformedException'],
    ['no data', { LaunchTemplateData: {} }, 'MissingParameter'],
    ['what is not simulated', { LaunchTemplateData: { KernelId: 'aki-1' } }, 'Unsupported'],
    ['a long description', { VersionDescription: 'x'.repeat(256) }, 'InvalidParameterValue'],
    [
      'tags of something else',
      { TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'k', Value: 'v' }] }] },
      'InvalidParameterValue',
    ],
  ])('refuses %s', async (_what, input, code) => {
    const { simulator, create } = templateStage();
    expect(await refusalOf(create(input))).toMatchObject({ code, status: 400 });
    expect(simulator.world().launchTemplates.size).toBe(1);
  });
});

describe('CreateLaunchTemplateVersion', () => {
  it('makes a version of its own data, or of another version with what it names overwritten', async () => {
    const { template, image, createVersion } = templateStage({
      versions: [{ imageId: gone, instanceType: 't3.micro', keyName: 'ops' }, { imageId: gone }],
    });
    const { LaunchTemplateVersion: own } = await createVersion();
    expect(own).toMatchObject({ VersionNumber: 3, DefaultVersion: false, LaunchTemplateId: template.id });
    expect(own?.LaunchTemplateData).toEqual({ ImageId: image.id });
    const { LaunchTemplateVersion: inherited } = await createVersion({
      SourceVersion: '$Default',
      VersionDescription: 'golden',
    });
    expect(inherited).toMatchObject({
      VersionNumber: 4,
      VersionDescription: 'golden',
      LaunchTemplateData: { ImageId: image.id, InstanceType: 't3.micro', KeyName: 'ops' },
    });
    expect(template.defaultVersion).toBe(1);
  });

  it('drops the snapshots of the version it starts from', async () => {
    const ebs = { snapshotId: 'snap-0123456789abcdef0', volumeSize: 30 };
    const { template, createVersion } = templateStage({
      versions: [{ imageId: gone, blockDeviceMappingSet: [{ deviceName: '/dev/xvda', ebs }] }],
    });
    await createVersion({ SourceVersion: '1' });
    expect(template.versions[1]?.data.blockDeviceMappingSet).toEqual([
      { deviceName: '/dev/xvda', ebs: { volumeSize: 30 } },
    ]);
  });

  it('warns of an image that is not there, and of whatever the settings say', async () => {
    const { simulator, createVersion } = templateStage();
    const { Warning } = await createVersion({ LaunchTemplateData: { ImageId: gone } });
    expect(Warning?.Errors).toEqual([
      { Code: 'InvalidAMIID.NotFound', Message: `The image id '[${gone}]' does not exist` },
    ]);
    simulator.settings.launchTemplateWarnings = [{ code: 'InvalidParameter', message: 'Look here' }];
    const { Warning: set } = await createVersion();
    expect(set?.Errors).toEqual([{ Code: 'InvalidParameter', Message: 'Look here' }]);
  });

  it('does nothing more for a client token that it knows', async () => {
    const { template, createVersion } = templateStage();
    const first = await createVersion({ ClientToken: 'one' });
    const second = await createVersion({ ClientToken: 'one' });
    expect(second.LaunchTemplateVersion).toEqual(first.LaunchTemplateVersion);
    expect(template.versions).toHaveLength(2);
    await createVersion({ ClientToken: 'two' });
    expect(template.versions).toHaveLength(3);
    expect(
      await refusalOf(createVersion({ ClientToken: 'one', LaunchTemplateData: { ImageId: gone } })),
    ).toMatchObject({ code: 'IdempotentParameterMismatch' });
  });

  it('gives a parameter instead of an image as it is, or resolved', async () => {
    const { simulator, image, createVersion } = templateStage();
    simulator.seedParameter({ name: '/golden/web', value: image.id, dataType: 'aws:ec2:image' });
    const LaunchTemplateData = { ImageId: 'resolve:ssm:/golden/web' };
    const plain = await createVersion({ LaunchTemplateData });
    const resolved = await createVersion({ LaunchTemplateData, ResolveAlias: true });
    expect(plain.LaunchTemplateVersion?.LaunchTemplateData?.ImageId).toBe('resolve:ssm:/golden/web');
    expect(resolved.LaunchTemplateVersion?.LaunchTemplateData?.ImageId).toBe(image.id);
    expect(plain.Warning).toBeUndefined();
  });

  it('refuses parameters that hold no image', async () => {
    const { simulator, image, createVersion } = templateStage();
    simulator.seedParameter({ name: '/golden/text', value: image.id });
    const refuse = (name: string) =>
      refusalOf(createVersion({ LaunchTemplateData: { ImageId: `resolve:ssm:${name}` } }));
    expect(await refuse('/golden/text')).toMatchObject({
      code: 'SsmInvalidParameter',
      message: 'Unsupported data type. The following parameter data types are supported: aws:ec2:image',
    });
    expect(await refuse('/golden/none')).toMatchObject({ code: 'SsmInvalidParameter' });
    simulator.permissions.deny('ssm:GetParameters');
    expect(await refuse('/golden/text')).toMatchObject({ code: 'UnauthorizedOperation' });
  });

  it.each<[string, Partial<CreateLaunchTemplateVersionCommandInput>, string, string]>([
    [
      'an unknown ID',
      { LaunchTemplateId: unknown },
      'InvalidLaunchTemplateId.NotFound',
      `The specified launch template, with template ID ${unknown}, does not exist.`,
    ],
    [
      'an unknown name',
      { LaunchTemplateName: 'none' },
      'InvalidLaunchTemplateName.NotFoundException',
      'The specified launch template, with template name none, does not exist.',
    ],
    ['a malformed ID', { LaunchTemplateId: 'web' }, 'InvalidLaunchTemplateId.Malformed', 'Invalid id: "web"'],
    [
      'an unknown version',
      { SourceVersion: '7' },
      'InvalidLaunchTemplateId.VersionNotFound',
      'Could not find the specified version 7 for the launch template with ID lt-',
    ],
    ['no data', { LaunchTemplateData: {} }, 'MissingParameter', 'No launch template data was provided.'],
  ])('refuses %s', async (_what, input, code, message) => {
    const { simulator, createVersion } = templateStage();
    expect(await refusalOf(createVersion(input))).toEqual({
      code,
      message: expect.stringContaining(message),
      status: 400,
    });
    expect(simulator.calls.changes()).toEqual([]);
  });

  it('refuses both an ID and a name, and neither', async () => {
    const { template, createVersion } = templateStage();
    const both = { LaunchTemplateId: template.id, LaunchTemplateName: 'web' };
    expect(await refusalOf(createVersion(both))).toMatchObject({ code: 'InvalidParameterCombination' });
    const neither = { LaunchTemplateId: '' };
    expect(await refusalOf(createVersion(neither))).toMatchObject({ code: 'MissingParameter' });
  });
});

describe('ModifyLaunchTemplate', () => {
  it('sets the default version', async () => {
    const { template, setDefault } = templateStage({ versions: [{ imageId: gone }, { imageId: gone }] });
    const { LaunchTemplate } = await setDefault('2');
    expect(LaunchTemplate).toMatchObject({ DefaultVersionNumber: 2, LatestVersionNumber: 2 });
    expect(template.defaultVersion).toBe(2);
  });

  it('does nothing for a client token that it knows', async () => {
    const { template, setDefault } = templateStage({ versions: [{ imageId: gone }, { imageId: gone }] });
    await setDefault('2', { ClientToken: 'one' });
    await setDefault('1');
    await setDefault('2', { ClientToken: 'one' });
    expect(template.defaultVersion).toBe(1);
    expect(await refusalOf(setDefault('1', { ClientToken: 'one' }))).toMatchObject({
      code: 'IdempotentParameterMismatch',
    });
  });

  it.each([
    ['3', 'InvalidLaunchTemplateId.VersionNotFound'],
    ['$Latest', 'InvalidParameterValue'],
  ])('refuses the version %s', async (version, code) => {
    const { template, setDefault } = templateStage({ versions: [{ imageId: gone }, { imageId: gone }] });
    expect(await refusalOf(setDefault(version))).toMatchObject({ code });
    expect(template.defaultVersion).toBe(1);
  });
});

describe('A new version', () => {
  it('is neither found nor made the default for a while, when so set', async () => {
    const { clock, ec2, template, createVersion, setDefault, versions } = templateStage(
      {},
      { consistency: { launchTemplateSeconds: 10 } },
    );
    await createVersion();
    const latest = async () => {
      const { LaunchTemplates } = await clock.run(ec2.send(new DescribeLaunchTemplatesCommand({})));
      return LaunchTemplates?.[0]?.LatestVersionNumber;
    };
    const ask = { LaunchTemplateId: template.id };
    expect(await versions(ask)).toHaveLength(1);
    expect(await latest()).toBe(1);
    const refusal = { code: 'InvalidLaunchTemplateId.VersionNotFound' };
    expect(await refusalOf(versions({ ...ask, Versions: ['2'] }))).toMatchObject(refusal);
    expect(await refusalOf(setDefault('2'))).toMatchObject(refusal);
    await clock.advance(10);
    await setDefault('2');
    expect(await versions({ ...ask, Versions: ['$Default'] })).toMatchObject([{ VersionNumber: 2 }]);
    expect(await latest()).toBe(2);
  });
});

describe('DescribeLaunchTemplates', () => {
  it('finds them by ID, name and filters', async () => {
    const { clock, simulator, ec2, template } = templateStage();
    const tagged = simulator.seedLaunchTemplate({ name: 'api', tags: { Team: 'api' } });
    simulator.seedLaunchTemplate({ name: 'other', accountId: '999999999999' });
    const find = async (input: object) => {
      const answer = await clock.run(ec2.send(new DescribeLaunchTemplatesCommand(input)));
      return answer.LaunchTemplates?.map(({ LaunchTemplateName }) => LaunchTemplateName);
    };
    expect(await find({})).toEqual(['web', 'api']);
    expect(await find({ LaunchTemplateIds: [template.id] })).toEqual(['web']);
    expect(await find({ LaunchTemplateNames: ['api'] })).toEqual(['api']);
    expect(await find({ Filters: [{ Name: 'tag:Team', Values: ['a*'] }] })).toEqual(['api']);
    expect(await find({ Filters: [{ Name: 'launch-template-name', Values: ['none'] }] })).toEqual([]);
    await clock.run(
      ec2.send(new CreateTagsCommand({ Resources: [template.id], Tags: [{ Key: 'Team', Value: 'all' }] })),
    );
    expect(await find({ Filters: [{ Name: 'tag-key', Values: ['Team'] }] })).toEqual(['web', 'api']);
    expect(await refusalOf(find({ LaunchTemplateIds: [unknown] }))).toMatchObject({
      code: 'InvalidLaunchTemplateId.NotFound',
    });
    expect(await refusalOf(find({ LaunchTemplateNames: ['web', 'other'] }))).toMatchObject({
      code: 'InvalidLaunchTemplateName.NotFoundException',
    });
    expect(tagged.tags.current.size).toBe(1);
  });

  it('pages by 200 at most', async () => {
    const { clock, simulator, ec2 } = templateStage();
    for (let count = 1; count < 450; count += 1) simulator.seedLaunchTemplate();
    const pages: (number | undefined)[] = [];
    await clock.run(async () => {
      for await (const page of paginateDescribeLaunchTemplates({ client: ec2 }, {})) {
        pages.push(page.LaunchTemplates?.length);
      }
    });
    expect(pages).toEqual([200, 200, 50]);
    const command = new DescribeLaunchTemplatesCommand({ MaxResults: 201 });
    expect(await clock.run(refusalOf(ec2.send(command)))).toMatchObject({ code: 'InvalidParameterValue' });
  });
});

describe('DescribeLaunchTemplateVersions', () => {
  const three = { versions: [{ imageId: gone }, { imageId: gone }, { imageId: gone }], defaultVersion: 2 };

  it.each<[string, DescribeLaunchTemplateVersionsCommandInput, number[]]>([
    ['all, the newest first', {}, [3, 2, 1]],
    ['by number', { Versions: ['1', '3'] }, [3, 1]],
    ['by alias', { Versions: ['$Default'] }, [2]],
    ['once', { Versions: ['$Latest', '3'] }, [3]],
    ['in a range', { MinVersion: '2', MaxVersion: '2' }, [2]],
    ['by filter', { Filters: [{ Name: 'is-default-version', Values: ['true'] }] }, [2]],
    ['by another filter', { Filters: [{ Name: 'image-id', Values: ['ami-*'] }] }, [3, 2, 1]],
    ['by a filter that none matches', { Filters: [{ Name: 'image-id', Values: ['x'] }] }, []],
  ])('finds versions of a template %s', async (_how, input, numbers) => {
    const { versions } = templateStage(three);
    const found = await versions({ LaunchTemplateName: 'web', ...input });
    expect(found.map(({ VersionNumber }) => VersionNumber)).toEqual(numbers);
  });

  it('finds the latest and the default versions of all templates, and those of an image', async () => {
    const { simulator, image, versions } = templateStage(three);
    simulator.seedLaunchTemplate({ name: 'api', versions: [{ imageId: gone }, { imageId: image.id }] });
    simulator.seedLaunchTemplate({
      name: 'other',
      versions: [{ imageId: image.id }],
      accountId: '999999999999',
    });
    const find = async (input: DescribeLaunchTemplateVersionsCommandInput) =>
      (await versions(input)).map(
        ({ LaunchTemplateName, VersionNumber }) => `${LaunchTemplateName} ${VersionNumber}`,
      );
    expect(await find({ Versions: ['$Latest', '$Default'] })).toEqual(['web 3', 'web 2', 'api 2', 'api 1']);
    expect(await find({ Versions: ['$Latest'] })).toEqual(['web 3', 'api 2']);
    const Filters = [{ Name: 'image-id', Values: [image.id] }];
    expect(await find({ Versions: ['$Latest', '$Default'], Filters })).toEqual(['api 2']);
  });

  it('resolves a parameter when asked for one version', async () => {
    const { simulator, image, versions } = templateStage({
      versions: [{ imageId: 'resolve:ssm:/golden' }, {}],
    });
    simulator.seedParameter({ name: '/golden', value: image.id, dataType: 'aws:ec2:image' });
    const ask = { LaunchTemplateName: 'web', ResolveAlias: true };
    const [version] = await versions({ ...ask, Versions: ['1'] });
    expect(version?.LaunchTemplateData?.ImageId).toBe(image.id);
    const [plain] = await versions({ LaunchTemplateName: 'web', Versions: ['1'] });
    expect(plain?.LaunchTemplateData?.ImageId).toBe('resolve:ssm:/golden');
    expect(await refusalOf(versions(ask))).toMatchObject({ code: 'InvalidParameterCombination' });
    expect(await refusalOf(versions({ ...ask, Versions: ['1', '2'] }))).toMatchObject({
      code: 'InvalidParameterCombination',
    });
  });

  it('pages by 200 at most, also when a version comes in between', async () => {
    const seed = { versions: Array.from({ length: 250 }, () => ({ imageId: gone })) };
    const { clock, ec2, template, createVersion } = templateStage(seed);
    const seen: (number | undefined)[] = [];
    await clock.run(async () => {
      const request = { LaunchTemplateId: template.id };
      for await (const page of paginateDescribeLaunchTemplateVersions({ client: ec2 }, request)) {
        seen.push(...(page.LaunchTemplateVersions ?? []).map(({ VersionNumber }) => VersionNumber));
        if (seen.length === 200) await createVersion();
      }
    });
    expect(seen).toEqual(Array.from({ length: 250 }, (_, index) => 250 - index));
  });

  it.each<[string, DescribeLaunchTemplateVersionsCommandInput, string]>([
    ['numbers of all templates', { Versions: ['1'] }, 'InvalidParameterCombination'],
    ['neither a template nor versions', {}, 'MissingParameter'],
    [
      'an unknown version',
      { LaunchTemplateName: 'web', Versions: ['9'] },
      'InvalidLaunchTemplateId.VersionNotFound',
    ],
    [
      'versions and a range',
      { LaunchTemplateName: 'web', Versions: ['1'], MinVersion: '1' },
      'InvalidParameterCombination',
    ],
    ['large pages', { LaunchTemplateName: 'web', MaxResults: 201 }, 'InvalidParameterValue'],
    [
      'unknown filters',
      { LaunchTemplateName: 'web', Filters: [{ Name: 'x', Values: ['y'] }] },
      'InvalidParameterValue',
    ],
  ])('refuses %s', async (_what, input, code) => {
    const { versions } = templateStage();
    expect(await refusalOf(versions(input))).toMatchObject({ code });
  });
});
