/** The request that launches a test instance: with all that ends it again, whatever becomes of this process. */
import type { RunInstancesRequest } from '../aws/sdk/ec2-instances.ts';
import { expiresTag, runTag, testTag } from '../base/own-tags.ts';
import { shortHash } from '../base/text.ts';
import type { TestedImage } from './image.ts';
import type { Place, TrialRun } from './record.ts';

/** How long after the timeout the machine powers itself off, and anybody may end it. */
export const graceMinutes = 10;

/**
 * EC2 refuses a token with other parameters (EC2 developer guide, "Ensuring idempotency"), so that there is one for each
 * combination. 64 ASCII characters at most.
 */
export function clientToken(testId: string, { subnetId, type }: Place): string {
  return `bake-ami-${shortHash(JSON.stringify([testId, subnetId ?? '', type]), 40)}`;
}

/** ISO 8601 in UTC, in whole seconds. @param milliseconds since the epoch */
export function isoTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

/** Without client token. @param expiresAt milliseconds since the epoch */
export function launchRequest(
  { inputs, workflow, clock }: TrialRun,
  image: TestedImage,
  { type, subnetId }: Place,
  expiresAt: number,
): RunInstancesRequest {
  const tags = [
    { Key: 'Name', Value: `bake-ami test of ${image.id}` },
    { Key: testTag, Value: image.id },
    { Key: runTag, Value: workflow.runUrl.slice(0, mostTagCharacters) },
    { Key: expiresTag, Value: isoTime(expiresAt) },
  ];
  const { securityGroupIds, instanceProfile } = inputs;
  return {
    ImageId: image.id,
    InstanceType: type as NonNullable<RunInstancesRequest['InstanceType']>,
    MinCount: 1,
    MaxCount: 1,
    ...(subnetId === undefined ? {} : { SubnetId: subnetId }),
    ...(securityGroupIds.length === 0 ? {} : { SecurityGroupIds: [...securityGroupIds] }),
    ...(instanceProfile === undefined ? {} : { IamInstanceProfile: profileOf(instanceProfile) }),
    InstanceInitiatedShutdownBehavior: 'terminate',
    UserData: Buffer.from(powerOffScript(image, Math.ceil((expiresAt - clock.now()) / 60_000))).toString(
      'base64',
    ),
    MetadataOptions: { HttpTokens: 'required', HttpEndpoint: 'enabled' },
    // EC2 user guide, "Preserve data when an instance is terminated": volumes beside the root volume stay by default.
    // The snapshot stays that of the image; moto wants the size, which changes nothing.
    BlockDeviceMappings: image.devices.map(({ name, sizeGiB }) => ({
      DeviceName: name,
      Ebs: { DeleteOnTermination: true, ...(sizeGiB === undefined ? {} : { VolumeSize: sizeGiB }) },
    })),
    TagSpecifications: (['instance', 'volume', 'network-interface'] as const).map((ResourceType) => ({
      ResourceType,
      Tags: tags,
    })),
  };
}

/** EC2 user guide, "Tag restrictions". */
const mostTagCharacters = 256;

function profileOf(profile: string): { Arn: string } | { Name: string } {
  return profile.startsWith('arn:') ? { Arn: profile } : { Name: profile };
}

/**
 * Cloud-init runs a script at the first boot of each instance; EC2Launch runs what is between the tags. `shutdown` of
 * systemd takes minutes, that of Windows seconds.
 */
export function powerOffScript({ windows }: Pick<TestedImage, 'windows'>, minutes: number): string {
  if (windows) return `<powershell>\nshutdown.exe /s /f /t ${minutes * 60}\n</powershell>\n`;
  return `#!/bin/sh\nshutdown -P +${minutes} || (sleep ${minutes * 60}; poweroff) &\n`;
}
