/** The line that tells of all copies, and the requests that make them. What EC2 does with these: scenarios/copies.test.ts. */
import { describe, expect, test } from '@jest/globals';
import { VirtualClock } from '../../../simulator/virtual-clock.ts';
import { type Ec2, PatientClient } from '../../../src/aws/patient-client.ts';
import { CancelledError } from '../../../src/base/errors.ts';
import { copyImages } from '../../../src/image/copy/copy.ts';
import type { Copying } from '../../../src/image/copy/copying.ts';
import { CopiesProgress } from '../../../src/image/copy/progress.ts';
import type { WaitProgress } from '../../../src/image/wait/progress.ts';
import type { Run } from '../../../src/run/run.ts';
import { someRun } from '../../builders/run.ts';

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
    doneMilliseconds: undefined,
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

  test('comes every 25 seconds at most in the first minute, and whenever a Region is done', async () => {
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
  /** Whose every call to EC2 is that function. */
  function runSending(send: (command: never) => Promise<unknown>, overrides: Partial<Run> = {}): Run {
    const run = someRun({ deadline: Number.POSITIVE_INFINITY, ...overrides });
    const { clock, random } = run;
    const ec2: Ec2 = new PatientClient({ client: { send }, clock, random });
    return { ...run, aws: { ...run.aws, ec2: () => ec2 } };
  }

  /** What is sent for these options, to an EC2 that shows no images and takes no copies. */
  async function requestOf(
    copying: Partial<Copying>,
    overrides: Partial<Run> = {},
  ): Promise<Record<string, unknown>> {
    const sent: Record<string, unknown>[] = [];
    const run = runSending(async (command: { input: Record<string, unknown> }) => {
      if (!('SourceImageId' in command.input)) return { Images: [] };
      sent.push(command.input);
      throw Object.assign(new Error('No.'), { name: 'InvalidRequest', $metadata: { httpStatusCode: 400 } });
    }, overrides);
    await copyImages(run, { ...common, ...copying });
    expect(sent).toHaveLength(1);
    return sent[0] ?? {};
  }

  const common: Copying = {
    targets: [{ region: 'us-west-2' }],
    home: { imageId: 'ami-0123456789abcdef0', region: 'eu-west-1' },
    names: {
      name: 'golden',
      description: 'Gold',
      key: 'the key',
      imageTags: [{ Key: 'a', Value: 'image' }],
      snapshotTags: [{ Key: 'a', Value: 'snapshot' }],
    },
    claim: '1-0a1b2c3d4e5f',
    accountId: '123456789012',
    devices: [],
    onCopy: () => undefined,
  };

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
    const tokenOf = async (copying: Partial<Copying>, overrides: Partial<Run> = {}) =>
      (await requestOf(copying, overrides))['ClientToken'];
    const token = await tokenOf({});
    expect(await tokenOf({ claim: '2-00f1e2d3c4b5' }, { random: () => 0.1, deadline: 1e15 })).toBe(token);
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
    const sent: unknown[] = [];
    const run = runSending(async (command) => sent.push(command), { signal });
    await expect(copyImages(run, common)).rejects.toThrow(CancelledError);
    expect(sent).toEqual([]);
  });

  test('is not sent when the post step has begun, which no signal says', async () => {
    const throwIfCancelled = () => {
      throw new CancelledError('The post step of this step has begun.');
    };
    const sent: string[] = [];
    const run = runSending(
      async (command: { input: object }) => {
        sent.push('SourceImageId' in command.input ? 'CopyImage' : 'DescribeImages');
        return { Images: [] };
      },
      { throwIfCancelled },
    );
    expect(await copyImages(run, common)).toEqual([
      { region: 'us-west-2', error: expect.any(CancelledError) },
    ]);
    expect(sent).toEqual(['DescribeImages']);
  });
});
