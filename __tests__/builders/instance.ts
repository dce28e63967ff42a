import type { SourceInstance, SourceVolume } from '../../src/source/instance.ts';

/** A running Linux instance called `web-golden`, with an 8 GiB root volume and one tag besides its name. */
export function instance(overrides: Partial<SourceInstance> = {}): SourceInstance {
  return {
    id: 'i-0123456789abcdef0',
    region: 'eu-west-1',
    accountId: '123456789012',
    state: 'running',
    name: 'web-golden',
    type: 't3.micro',
    architecture: 'x86_64',
    platform: 'Linux/UNIX',
    imageId: 'ami-0aaaaaaaaaaaaaaa1',
    tags: { Name: 'web-golden', Role: 'web' },
    rootDeviceName: '/dev/xvda',
    rootDeviceType: 'ebs',
    volumes: [volume()],
    instanceStoreDevices: [],
    ...overrides,
  };
}

/** An 8 GiB root volume, not encrypted. */
export function volume(overrides: Partial<SourceVolume> = {}): SourceVolume {
  return {
    device: '/dev/xvda',
    volumeId: 'vol-0123456789abcdef0',
    root: true,
    sizeGiB: 8,
    encrypted: false,
    kmsKeyId: undefined,
    ...overrides,
  };
}
