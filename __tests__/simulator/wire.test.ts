import { CreateImageCommand, DescribeImagesCommand } from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { actions } from '../../simulator/actions/index.ts';
import { escapeXml } from '../../simulator/wire/xml.ts';
import { ask, refusalOf, signed, stage } from './stage.ts';

describe('The wire protocol', () => {
  it('answers EC2 in its Query protocol', () => {
    const { simulator } = stage();
    const { status, headers, body } = ask(simulator, { Action: 'DescribeImages' });
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/xml;charset=UTF-8');
    expect(body).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<DescribeImagesResponse xmlns="http:\/\/ec2\.amazonaws\.com\/doc\/2016-11-15\/"><requestId>[-0-9a-f]{36}<\/requestId><imagesSet\/><\/DescribeImagesResponse>$/,
    );
  });

  it('answers errors in EC2’s form', () => {
    const { simulator } = stage();
    const { status, body } = ask(simulator, { Action: 'DescribeImages', 'ImageId.1': 'ami-<&>' });
    expect(status).toBe(400);
    expect(body).toMatch(
      /<Response><Errors><Error><Code>InvalidAMIID\.Malformed<\/Code><Message>Invalid id: &quot;ami-&lt;&amp;&gt;&quot;<\/Message><\/Error><\/Errors><RequestID>[-0-9a-f]{36}<\/RequestID><\/Response>$/,
    );
  });

  it('answers STS in its own protocol', () => {
    const { simulator } = stage({ accounts: { AKIAOTHER: '999999999999' } });
    const identity = ask(
      simulator,
      { Action: 'GetCallerIdentity' },
      { service: 'sts', accessKeyId: 'AKIAOTHER' },
    );
    expect(identity.body).toContain('<Account>999999999999</Account>');
    const unknown = ask(simulator, { Action: 'AssumeRole' }, { service: 'sts' });
    expect(unknown.status).toBe(400);
    expect(unknown.body).toContain('<Error><Type>Sender</Type><Code>InvalidAction</Code>');
  });

  it('answers a GET as well', () => {
    const { simulator } = stage();
    const { headers } = signed({});
    const { answer } = simulator.handle({
      method: 'GET',
      path: '/?Action=DescribeImages&Version=2016-11-15',
      headers,
      body: '',
    });
    expect(answer).toMatchObject({ kind: 'answer', status: 200 });
  });

  it.each<[string, Record<string, string>, { region?: string }, string, number]>([
    ['an unknown action', { Action: 'CopyImages' }, {}, 'InvalidAction', 400],
    [
      'another version of the API',
      { Action: 'DescribeImages', Version: '2012-01-01' },
      {},
      'InvalidAction',
      400,
    ],
    ['no action', {}, {}, 'MissingAction', 400],
    [
      'a Region that is not enabled',
      { Action: 'DescribeImages' },
      { region: 'af-south-1' },
      'AuthFailure',
      401,
    ],
    [
      'a misspelt parameter',
      { Action: 'DescribeImages', 'ImageIds.1': 'ami-1' },
      {},
      'UnknownParameter',
      400,
    ],
    [
      'a parameter below a plain one',
      { Action: 'DescribeImages', 'DryRun.1': 'true' },
      {},
      'UnknownParameter',
      400,
    ],
    [
      'a list without numbers',
      { Action: 'DescribeImages', 'ImageId.x': 'ami-1' },
      {},
      'UnknownParameter',
      400,
    ],
    ['an unknown part', { Action: 'DescribeImages', 'Filter.1.Key': 'x' }, {}, 'UnknownParameter', 400],
    [
      'a client token in CreateImage',
      { Action: 'CreateImage', ClientToken: 'x' },
      {},
      'UnknownParameter',
      400,
    ],
    ['no boolean', { Action: 'DescribeImages', DryRun: 'yes' }, {}, 'InvalidParameterValue', 400],
    ['no integer', { Action: 'DescribeImages', MaxResults: 'many' }, {}, 'InvalidParameterValue', 400],
    ['what is not simulated', { Action: 'CreateImage', SnapshotLocation: 'local' }, {}, 'Unsupported', 400],
    [
      'a character that XML cannot carry',
      { Action: 'DescribeImages', 'Owner.1': '\u0000' },
      {},
      'InvalidCharacter',
      400,
    ],
  ])('refuses %s', (_what, form, options, code, status) => {
    const { simulator, instance } = stage();
    const required = form['Action'] === 'CreateImage' ? { InstanceId: instance.id, Name: 'golden' } : {};
    const answer = ask(simulator, { ...required, ...form }, options);
    expect(answer.body).toContain(`<Code>${code}</Code>`);
    expect(answer.status).toBe(status);
  });

  it('refuses what is not signed', () => {
    const { simulator } = stage();
    const { answer } = simulator.handle({ ...signed({ Action: 'DescribeImages' }), headers: {} });
    expect(answer).toMatchObject({
      status: 403,
      body: expect.stringContaining('MissingAuthenticationToken'),
    });
  });

  it('keeps each Region to itself', () => {
    const { simulator, instance } = stage();
    expect(ask(simulator, { Action: 'DescribeInstances' }).body).toContain(instance.id);
    expect(ask(simulator, { Action: 'DescribeInstances' }, { region: 'us-east-1' }).body).not.toContain(
      instance.id,
    );
  });

  it.each(actions.filter(({ parameters }) => parameters.includes('DryRun')).map(({ name }) => name))(
    'ends a dry run of %s before anything is done',
    (Action) => {
      const { simulator, instance } = stage();
      const { id: ImageId, mapping } = simulator.seedImage();
      const SnapshotId = mapping.map((device) => ('snapshotId' in device ? device.snapshotId : '')).join('');
      simulator.seedSnapshotLock({ snapshotId: SnapshotId, mode: 'governance' });
      const LaunchTemplateId = simulator.seedLaunchTemplate().id;
      const inputs: Record<string, Record<string, string>> = {
        CopyImage: { SourceImageId: ImageId, SourceRegion: 'eu-west-1', Name: 'copied' },
        CreateImage: { InstanceId: instance.id, Name: 'golden' },
        CreateLaunchTemplate: { LaunchTemplateName: 'web', 'LaunchTemplateData.ImageId': ImageId },
        CreateLaunchTemplateVersion: { LaunchTemplateId, 'LaunchTemplateData.ImageId': ImageId },
        CreateTags: { 'ResourceId.1': ImageId, 'Tag.1.Key': 'k', 'Tag.1.Value': 'v' },
        DeleteTags: { 'ResourceId.1': ImageId },
        DeleteSnapshot: { SnapshotId },
        DeregisterImage: { ImageId },
        DescribeImageReferences: { 'ImageId.1': ImageId, IncludeAllResourceTypes: 'true' },
        DisableImage: { ImageId },
        DisableImageDeprecation: { ImageId },
        DisableImageDeregistrationProtection: { ImageId },
        EnableImage: { ImageId },
        EnableImageDeprecation: {
          ImageId,
          DeprecateAt: new Date(simulator.clock.now() + 1000).toISOString(),
        },
        EnableImageDeregistrationProtection: { ImageId },
        DescribeImageAttribute: { ImageId, Attribute: 'launchPermission' },
        DescribeLaunchTemplateVersions: { LaunchTemplateId },
        DescribeSnapshotAttribute: { SnapshotId, Attribute: 'createVolumePermission' },
        EnableImageBlockPublicAccess: { ImageBlockPublicAccessState: 'block-new-sharing' },
        GetConsoleOutput: { InstanceId: instance.id },
        ModifyEbsDefaultKmsKeyId: { KmsKeyId: 'alias/images' },
        LockSnapshot: { SnapshotId, LockMode: 'governance', LockDuration: '1' },
        UnlockSnapshot: { SnapshotId },
        ModifyImageAttribute: { ImageId, 'LaunchPermission.Add.1.Group': 'all' },
        ModifyLaunchTemplate: { LaunchTemplateId, SetDefaultVersion: '1' },
        ModifySnapshotAttribute: { SnapshotId, 'CreateVolumePermission.Add.1.Group': 'all' },
        ResetImageAttribute: { ImageId, Attribute: 'launchPermission' },
        RunInstances: { ImageId, InstanceType: 't3.micro', MinCount: '1', MaxCount: '1' },
        StartInstances: { 'InstanceId.1': instance.id },
        StopInstances: { 'InstanceId.1': instance.id },
        TerminateInstances: { 'InstanceId.1': instance.id },
      };
      const { status, body } = ask(simulator, { Action, DryRun: 'true', ...inputs[Action] });
      expect(status).toBe(412);
      expect(body).toContain(
        '<Code>DryRunOperation</Code><Message>Request would have succeeded, but DryRun flag is set.</Message>',
      );
      expect(simulator.calls.changes()).toEqual([]);
      expect(simulator.world().images.size).toBe(1);
      expect(simulator.world().images.get(ImageId)?.deregisteredAt).toBeUndefined();

      simulator.permissions.deny(Action);
      expect(ask(simulator, { Action, DryRun: 'true', ...inputs[Action] }).status).toBe(403);
    },
  );
});

describe('Text', () => {
  it('comes back from the SDK as it went in, whatever it is', async () => {
    const { clock, simulator, instance, ec2 } = stage();
    let count = 0;
    // Neither lone surrogates nor what XML excludes; white space alone is lost in the SDK's own parser.
    const value = fc
      .string({ unit: 'binary', maxLength: 40 })
      .filter(
        (text) => text.isWellFormed() && escapeXml(text).search('\uFFFD') === -1 && text.trim() === text,
      );
    await fc.assert(
      fc.asyncProperty(value, async (Value) => {
        count += 1;
        const { ImageId = '' } = await clock.run(
          ec2.send(
            new CreateImageCommand({
              InstanceId: instance.id,
              Name: `golden-${count}`,
              TagSpecifications: [{ ResourceType: 'image', Tags: [{ Key: 'hostile', Value }] }],
            }),
          ),
        );
        const { Images = [] } = await clock.run(ec2.send(new DescribeImagesCommand({ ImageIds: [ImageId] })));
        expect(Images[0]?.Tags).toEqual([{ Key: 'hostile', Value }]);
      }),
      {
        numRuns: 200,
        examples: [['<Tag>&amp;</Tag>'], [']]>'], ['a\r\nb\tc'], ['😀'], ['"\''], ['constructor']],
      },
    );
    expect(simulator.calls.of('CreateImage').every(({ outcome }) => outcome.done)).toBe(true);
  });

  it.each([
    ['<&>"', '&lt;&amp;&gt;&quot;'],
    ['a\r\n\tb', 'a&#xD;&#xA;&#x9;b'],
    ['a\u0000\u001Bb\uFFFE', 'a\uFFFD\uFFFDb\uFFFD'],
    ['\uD800', '\uFFFD'],
    ['😀', '😀'],
  ])('%j is written as %j', (text, xml) => {
    expect(escapeXml(text)).toBe(xml);
  });

  it('that XML cannot carry is refused by name', async () => {
    const { clock, instance, ec2 } = stage();
    const command = new CreateImageCommand({
      InstanceId: instance.id,
      Name: 'golden',
      Description: '\u001B[31m',
    });
    expect(await clock.run(refusalOf(ec2.send(command)))).toMatchObject({ code: 'InvalidCharacter' });
  });
});
