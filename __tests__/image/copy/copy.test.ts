/** The line that tells of all copies, and the requests that make them. What EC2 does with these: scenarios/copies.test.ts. */
import { describe, expect, test } from '@jest/globals';
import { VirtualClock } from '../../../simulator/virtual-clock.ts';
import type { Ec2 } from '../../../src/aws/patient-client.ts';
import { CancelledError } from '../../../src/base/errors.ts';
import { type CopyOptions, copyImages } from '../../../src/image/copy/copy.ts';
import { CopiesProgress } from '../../../src/image/copy/progress.ts';
import type { WaitProgress } from '../../../src/image/wait/progress.ts';

describe('the line of all copies', () => {
  function scene(...regions: string[]) {
    const clock = new VirtualClock();
    const lines: string[] = [];
    return { clock, lines, progress: new CopiesProgress(regions, clock, (line) => lines.push(line)) };
  }
  const at = (percent: number | undefined): WaitProgress => ({
    state: 'pending',
    percent,
    snapshots: [],
    waitedMilliseconds: 0,
    leftMilliseconds: undefined,
  });

  test('has the Regions in the order of the input, each with what is known of it', async () => {
    const { clock, lines, progress } = scene('us-west-2', 'eu-central-1', 'ap-southeast-2', 'sa-east-1');
    progress.update('ap-southeast-2', at(undefined));
    progress.update('sa-east-1', 'waiting');
    progress.update('us-west-2', at(40.9));
    expect(lines).toEqual([]);
    await clock.advance(25);
    progress.update('us-west-2', at(41));
    expect(lines).toEqual([
      'Copies: us-west-2 41 %, eu-central-1 starting, ap-southeast-2 pending, sa-east-1 waiting',
    ]);
  });

  test('comes every 25 seconds at most, and whenever a Region is done', async () => {
    const { clock, lines, progress } = scene('us-west-2', 'eu-central-1');
    for (let second = 0; second < 60; second += 1) {
      progress.update('us-west-2', at(second));
      await clock.advance(1);
    }
    expect(lines).toHaveLength(2);
    progress.done('us-west-2', 'available');
    progress.done('eu-central-1', 'failed');
    expect(lines.slice(2)).toEqual([
      'Copies: us-west-2 available, eu-central-1 starting',
      'Copies: us-west-2 available, eu-central-1 failed',
    ]);
  });
});

describe('the request for a copy', () => {
  /** What is sent for these options, to an EC2 that shows no images and takes no copies. */
  async function requestOf(overrides: Partial<CopyOptions>): Promise<Record<string, unknown>> {
    const sent: Record<string, unknown>[] = [];
    const send = async (command: { input: Record<string, unknown> }) => {
      if (!('SourceImageId' in command.input)) return { Images: [] };
      sent.push(command.input);
      throw Object.assign(new Error('No.'), { name: 'InvalidRequest', $metadata: { httpStatusCode: 400 } });
    };
    const options: CopyOptions = {
      targets: [{ region: 'us-west-2' }],
      ec2In: () => ({ send }) as unknown as Ec2,
      clock: new VirtualClock(),
      random: () => 0.5,
      signal: new AbortController().signal,
      deadline: Number.POSITIVE_INFINITY,
      home: { imageId: 'ami-0123456789abcdef0', region: 'eu-west-1' },
      names: {
        name: 'golden',
        description: 'Gold',
        key: 'the key',
        imageTags: [{ Key: 'a', Value: 'image' }],
        snapshotTags: [{ Key: 'a', Value: 'snapshot' }],
      },
      accountId: '123456789012',
      devices: [],
      onCopy: () => undefined,
      onProgressLine: () => undefined,
      onTrouble: () => undefined,
      ...overrides,
    };
    await copyImages(options);
    expect(sent).toHaveLength(1);
    return sent[0] ?? {};
  }

  test('has name, description and tags of its own, and nothing of encryption unless a key is given', async () => {
    const token = expect.stringMatching(/^[!-~]{32,64}$/);
    const request = {
      SourceImageId: 'ami-0123456789abcdef0',
      SourceRegion: 'eu-west-1',
      ClientToken: token,
      Name: 'golden',
      Description: 'Gold',
      CopyImageTags: false,
      TagSpecifications: [
        { ResourceType: 'image', Tags: [{ Key: 'a', Value: 'image' }] },
        { ResourceType: 'snapshot', Tags: [{ Key: 'a', Value: 'snapshot' }] },
      ],
    };
    expect(await requestOf({})).toEqual(request);
    expect(await requestOf({ targets: [{ region: 'us-west-2', kmsKeyId: 'alias/images' }] })).toEqual({
      ...request,
      Encrypted: true,
      KmsKeyId: 'alias/images',
    });
  });

  test('has the same token each time, and another one for another Region, home image or bake', async () => {
    const tokenOf = async (overrides: Partial<CopyOptions>) => (await requestOf(overrides))['ClientToken'];
    const token = await tokenOf({});
    expect(await tokenOf({ random: () => 0.1, deadline: 1e15 })).toBe(token);
    const names = { name: 'golden', description: '', imageTags: [], snapshotTags: [] };
    const others = await Promise.all([
      tokenOf({ targets: [{ region: 'us-east-1' }] }),
      tokenOf({ home: { imageId: 'ami-0fedcba9876543210', region: 'eu-west-1' } }),
      tokenOf({ names: { ...names, key: 'another' } }),
    ]);
    expect(new Set([token, ...others]).size).toBe(4);
    expect(await tokenOf({ names: { ...names, key: 'the key' } })).toBe(token);
  });

  test('is not sent when the step has been cancelled', async () => {
    const signal = AbortSignal.abort(new CancelledError('The step was cancelled.'));
    const send = async (_command: unknown, how: { signal: AbortSignal }) => how.signal.throwIfAborted();
    await expect(requestOf({ signal, ec2In: () => ({ send }) as unknown as Ec2 })).rejects.toThrow(
      CancelledError,
    );
  });
});
