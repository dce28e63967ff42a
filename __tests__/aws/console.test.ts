import { describe, expect, test } from '@jest/globals';

import { consoleUrl } from '../../src/aws/console.ts';

describe('links into the AWS console', () => {
  test.each([
    ['ami-0a1b2c3d4e5f60718', 'ImageDetails:imageId'],
    ['snap-0a1b2c3d4e5f60718', 'SnapshotDetails:snapshotId'],
    ['i-0a1b2c3d4e5f60718', 'InstanceDetails:instanceId'],
    ['vol-1a2b3c4d', 'VolumeDetails:volumeId'],
  ])('%s is shown by %s', (id, view) => {
    expect(consoleUrl('eu-west-1', id)).toBe(
      `https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#${view}=${id}`,
    );
  });

  test.each([
    ['us-east-1', 'us-east-1.console.aws.amazon.com'],
    ['ap-southeast-5', 'ap-southeast-5.console.aws.amazon.com'],
    ['il-central-1', 'il-central-1.console.aws.amazon.com'],
    ['cn-northwest-1', 'cn-northwest-1.console.amazonaws.cn'],
    ['us-gov-west-1', 'us-gov-west-1.console.amazonaws-us-gov.com'],
    ['eusc-de-east-1', 'eusc-de-east-1.console.amazonaws-eusc.eu'],
  ])('%s has its console at %s', (region, host) => {
    expect(consoleUrl(region, 'ami-0a1b2c3d4e5f60718')).toBe(
      `https://${host}/ec2/home?region=${region}#ImageDetails:imageId=ami-0a1b2c3d4e5f60718`,
    );
  });

  test.each([
    'us-iso-east-1',
    'us-isob-east-1',
    'eu-isoe-west-1',
    'us-isof-south-1',
    '',
    'local',
    'evil.example/#',
  ])('there is none for the Region "%s"', (region) => {
    expect(consoleUrl(region, 'ami-0a1b2c3d4e5f60718')).toBeUndefined();
  });

  test.each(['sg-0a1b2c3d4e5f60718', 'ami-', 'ami-0a"onclick', '', 'web-main'])(
    'there is none for "%s", which is no ID of a resource that has a page',
    (id) => {
      expect(consoleUrl('eu-west-1', id)).toBeUndefined();
    },
  );
});
