/** Launch templates and their versions. */
import { expect } from '@jest/globals';
import { account, hostile, id, type Operation, time } from './operation.ts';

const image = 'ami-0123456789abcdef0';
const createdBy = expect.stringMatching(/^arn:aws:/);

export const launchTemplateOperations: readonly Operation[] = [
  {
    service: 'ec2',
    operation: 'CreateLaunchTemplate',
    arrange: (simulator) => ({
      parameters: {
        LaunchTemplateName: 'web',
        VersionDescription: hostile,
        ClientToken: 'token-1',
        LaunchTemplateData: {
          ImageId: simulator.seedImage().id,
          InstanceType: 't3.micro',
          EbsOptimized: true,
          UserData: 'IyEvYmluL3No',
          IamInstanceProfile: { Name: 'web' },
          Monitoring: { Enabled: true },
          MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 2 },
          SecurityGroupIds: ['sg-0123456789abcdef0'],
          BlockDeviceMappings: [
            { DeviceName: '/dev/xvda', Ebs: { VolumeSize: 8, DeleteOnTermination: true } },
            { DeviceName: '/dev/sdb', VirtualName: 'ephemeral0' },
          ],
          TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'Team', Value: hostile }] }],
        },
        TagSpecifications: [{ ResourceType: 'launch-template', Tags: [{ Key: 'Team', Value: hostile }] }],
      },
      answer: {
        LaunchTemplate: {
          LaunchTemplateId: id('lt'),
          LaunchTemplateName: 'web',
          CreateTime: time,
          CreatedBy: createdBy,
          DefaultVersionNumber: 1,
          LatestVersionNumber: 1,
          Tags: [{ Key: 'Team', Value: hostile }],
        },
      },
      after: () => expect(simulator.world().launchTemplates.size).toBe(1),
    }),
  },
  {
    service: 'ec2',
    operation: 'CreateLaunchTemplateVersion',
    arrange(simulator) {
      const ebs = { snapshotId: 'snap-0123456789abcdef0', volumeSize: 30 };
      const template = simulator.seedLaunchTemplate({
        name: 'web',
        versions: [{ keyName: 'ops', blockDeviceMappingSet: [{ deviceName: '/dev/xvda', ebs }] }],
      });
      return {
        parameters: {
          LaunchTemplateId: template.id,
          SourceVersion: '1',
          VersionDescription: hostile,
          LaunchTemplateData: { ImageId: image },
        },
        answer: {
          LaunchTemplateVersion: {
            LaunchTemplateId: template.id,
            LaunchTemplateName: 'web',
            VersionNumber: 2,
            VersionDescription: hostile,
            CreateTime: time,
            CreatedBy: createdBy,
            DefaultVersion: false,
            LaunchTemplateData: {
              ImageId: image,
              KeyName: 'ops',
              BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { VolumeSize: 30 } }],
            },
          },
          Warning: {
            Errors: [{ Code: 'InvalidAMIID.NotFound', Message: `The image id '[${image}]' does not exist` }],
          },
        },
        after: () => expect(template.versions).toHaveLength(2),
      };
    },
  },
  {
    service: 'ec2',
    operation: 'ModifyLaunchTemplate',
    arrange(simulator) {
      const template = simulator.seedLaunchTemplate({ name: 'web', versions: [{}, {}] });
      return {
        parameters: { LaunchTemplateName: 'web', DefaultVersion: '2' },
        answer: {
          LaunchTemplate: expect.objectContaining({
            LaunchTemplateId: template.id,
            DefaultVersionNumber: 2,
            LatestVersionNumber: 2,
          }),
        },
        after: () => expect(template.defaultVersion).toBe(2),
      };
    },
  },
  {
    service: 'ec2',
    operation: 'DescribeLaunchTemplates',
    arrange(simulator) {
      const template = simulator.seedLaunchTemplate({ name: 'web', tags: { Team: hostile } });
      simulator.seedLaunchTemplate({ name: 'api' });
      return {
        parameters: { Filters: [{ Name: 'tag:Team', Values: [hostile] }] },
        answer: {
          LaunchTemplates: [
            {
              LaunchTemplateId: template.id,
              LaunchTemplateName: 'web',
              CreateTime: time,
              CreatedBy: `arn:aws:iam::${account}:root`,
              DefaultVersionNumber: 1,
              LatestVersionNumber: 1,
              Tags: [{ Key: 'Team', Value: hostile }],
            },
          ],
        },
      };
    },
  },
  {
    service: 'ec2',
    operation: 'DescribeLaunchTemplateVersions',
    arrange(simulator) {
      simulator.seedLaunchTemplate({ name: 'web', versions: [{ imageId: image }, {}] });
      simulator.seedLaunchTemplate({ name: 'api', versions: [{ imageId: image }, { imageId: image }] });
      return {
        parameters: {
          Versions: ['$Latest', '$Default'],
          Filters: [{ Name: 'image-id', Values: [image] }],
        },
        answer: {
          LaunchTemplateVersions: [
            ['web', 1, true],
            ['api', 2, false],
            ['api', 1, true],
          ].map(([LaunchTemplateName, VersionNumber, DefaultVersion]) => ({
            LaunchTemplateId: id('lt'),
            LaunchTemplateName,
            VersionNumber,
            DefaultVersion,
            CreateTime: time,
            CreatedBy: `arn:aws:iam::${account}:root`,
            LaunchTemplateData: { ImageId: image },
          })),
        },
      };
    },
  },
];
