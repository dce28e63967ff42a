import { type BakeRecord, emptyRecord } from '../../src/bake/record.ts';
import type { WorkflowContext } from '../../src/base/workflow.ts';
import type { BakedImage, ImageSnapshot } from '../../src/image/image.ts';
import type { PreviousImage } from '../../src/image/previous.ts';
import type { PublishedTemplate } from '../../src/image/publish/launch-templates.ts';
import type { Names } from '../../src/naming/names.ts';
import type { Phase } from '../../src/run/run.ts';
import type { SourceInstance } from '../../src/source/instance.ts';
import { workflow } from './workflow.ts';

/** 22 November 2026, 21:34:05 UTC. */
export const bakeStart = Date.UTC(2026, 10, 22, 21, 34, 5);

/** A finished bake of an instance with two volumes: six minutes and twelve seconds, nothing unusual. */
export function aRecord(overrides: Partial<BakeRecord> = {}): BakeRecord {
  return {
    ...anEmptyRecord(),
    phases: phasesOf({ Inspect: 0.8, Check: 2.1, Create: 1.4, Wait: 365, Verify: 2.7 }),
    instance: anInstance(),
    names: someNames(),
    image: anImage(),
    created: true,
    resumed: false,
    rebooted: true,
    ...overrides,
  };
}

/** What a bake knows that failed before it learnt anything. */
export function anEmptyRecord(overrides: Partial<BakeRecord> = {}): BakeRecord {
  return { ...emptyRecord('eu-west-1', '1-0a1b2c3d4e5f', bakeStart), ...overrides };
}

/** Phases one after the other, each with its length in seconds; the last one runs still when it has none. */
export function phasesOf(seconds: Record<string, number | undefined>, start = bakeStart): Phase[] {
  let at = start;
  return Object.entries(seconds).map(([name, length]) => {
    const startedAt = at;
    if (length === undefined) return { name, startedAt };
    at += length * 1000;
    return { name, startedAt, endedAt: at };
  });
}

export function anInstance(overrides: Partial<SourceInstance> = {}): SourceInstance {
  return {
    id: 'i-0c0ffee0c0ffee012',
    region: 'eu-west-1',
    accountId: '123456789012',
    state: 'running',
    name: 'web-builder',
    type: 't3.medium',
    architecture: 'x86_64',
    platform: 'Linux/UNIX',
    imageId: 'ami-0f00ba4f00ba4f00b',
    tags: { Name: 'web-builder' },
    rootDeviceName: '/dev/xvda',
    rootDeviceType: 'ebs',
    volumes: [
      {
        device: '/dev/xvda',
        volumeId: 'vol-0a0000000000000a1',
        root: true,
        sizeGiB: 8,
        encrypted: true,
        kmsKeyId: 'arn:aws:kms:eu-west-1:123456789012:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0',
      },
      {
        device: '/dev/sdf',
        volumeId: 'vol-0b0000000000000b2',
        root: false,
        sizeGiB: 100,
        encrypted: false,
        kmsKeyId: undefined,
      },
    ],
    instanceStoreDevices: [],
    ...overrides,
  };
}

export function anImage(overrides: Partial<BakedImage> = {}): BakedImage {
  return {
    id: 'ami-0a1b2c3d4e5f60718',
    name: 'web-main-20261122213405-1a2b3c4',
    region: 'eu-west-1',
    state: 'available',
    snapshots: [
      aSnapshot(),
      aSnapshot({
        device: '/dev/sdf',
        snapshotId: 'snap-0b0000000000000b2',
        root: false,
        sizeGiB: 100,
        encrypted: false,
      }),
    ],
    ...overrides,
  };
}

export function aSnapshot(overrides: Partial<ImageSnapshot> = {}): ImageSnapshot {
  return {
    device: '/dev/xvda',
    snapshotId: 'snap-0a0000000000000a1',
    root: true,
    sizeGiB: 8,
    encrypted: true,
    ...overrides,
  };
}

/** Twelve days older than the bake, of a commit that is not known. */
export function aPrevious(overrides: Partial<PreviousImage> = {}): PreviousImage {
  return {
    id: 'ami-0a1b2c3d4e5f60717',
    name: 'web-1',
    commit: undefined,
    createdAt: bakeStart - 12 * 86_400_000,
    sizeGiB: 96,
    ...overrides,
  };
}

/** A launch template whose new version 7 became the default version. */
export function aTemplate(overrides: Partial<PublishedTemplate> = {}): PublishedTemplate {
  return {
    region: 'eu-west-1',
    template: 'web',
    makeDefault: true,
    imageId: 'ami-0a1b2c3d4e5f60718',
    id: 'lt-0123456789abcdef0',
    defaultBefore: 5,
    newestBefore: 6,
    version: 7,
    creation: 'made',
    move: 'made',
    ...overrides,
  };
}

export function someNames(overrides: Partial<Names> = {}): Names {
  const imageTags = [
    { Key: 'Name', Value: 'web-main-20261122213405-1a2b3c4' },
    { Key: 'team', Value: 'storefront' },
    { Key: 'bake-ami:family', Value: 'web' },
    { Key: 'bake-ami:repository', Value: 'octo-org/web' },
    { Key: 'bake-ami:state', Value: 'ready' },
  ];
  return {
    name: 'web-main-20261122213405-1a2b3c4',
    description: 'Baked from i-0c0ffee0c0ffee012 by octo-org/web@1a2b3c4',
    family: 'web',
    key: '00112233445566778899aabbccddeeff',
    imageTags,
    snapshotTags: imageTags,
    steadyTags: [],
    ssmParameters: [],
    warnings: [],
    ...overrides,
  };
}

export function aWorkflow(overrides: Partial<WorkflowContext> = {}): WorkflowContext {
  return workflow({
    owner: 'octo-org',
    runId: '19601234567',
    runNumber: '128',
    workflow: 'Bake images',
    step: 'ami',
    runUrl: 'https://github.com/octo-org/web/actions/runs/19601234567/attempts/1',
    ...overrides,
  });
}
