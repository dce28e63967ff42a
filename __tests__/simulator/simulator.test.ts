import { CreateImageCommand, DescribeImagesCommand } from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { IdGenerator, isWellFormed } from '../../simulator/model/ids.ts';
import { documentedRateLimits } from '../../simulator/rate-limits.ts';
import { Simulator } from '../../simulator/simulator.ts';
import { ask, stage } from './stage.ts';

describe('Recorded calls', () => {
  it('tell what was asked, by whom, when, and what came of it', async () => {
    const { clock, simulator, instance, ec2 } = stage();
    await clock.advance(5);
    await clock.run(
      ec2.send(new CreateImageCommand({ InstanceId: instance.id, Name: 'golden', NoReboot: true })),
    );
    expect(simulator.calls.all).toEqual([
      {
        number: 1,
        at: clock.now(),
        service: 'ec2',
        action: 'CreateImage',
        parameters: { InstanceId: instance.id, Name: 'golden', NoReboot: 'true' },
        region: 'eu-west-1',
        accountId: '123456789012',
        accessKeyId: 'AKIASIMULATED0000001',
        userAgent: expect.stringContaining('aws-sdk-js'),
        mutating: true,
        outcome: { status: 200, code: undefined, fault: undefined, done: true },
      },
    ]);
  });

  it('tell what changed something from what did not', () => {
    const { simulator, instance } = stage();
    const create = { Action: 'CreateImage', InstanceId: instance.id, Name: 'golden' };
    ask(simulator, { Action: 'DescribeImages' });
    ask(simulator, { ...create, DryRun: 'true' });
    ask(simulator, create);
    ask(simulator, create);
    expect(simulator.calls.actions()).toEqual([
      'DescribeImages',
      'CreateImage',
      'CreateImage',
      'CreateImage',
    ]);
    expect(simulator.calls.of('CreateImage').map(({ outcome }) => outcome.code)).toEqual([
      'DryRunOperation',
      undefined,
      'InvalidAMIName.Duplicate',
    ]);
    expect(simulator.calls.changes().map(({ number }) => number)).toEqual([3]);
    simulator.calls.clear();
    expect(simulator.calls.last('CreateImage')).toBeUndefined();
  });
});

describe('Rate limits', () => {
  it('follow the documented token buckets, each action with its own', async () => {
    const { clock, simulator } = stage({ rateLimits: documentedRateLimits });
    const burst = (form: Record<string, string>) => {
      let passed = 0;
      while (ask(simulator, form).status === 200) passed += 1;
      return passed;
    };
    expect(burst({ Action: 'DescribeImages' })).toBe(100);
    expect(burst({ Action: 'DescribeInstances' })).toBe(50);
    expect(burst({ Action: 'DescribeInstances', MaxResults: '5' })).toBe(100);
    expect(ask(simulator, { Action: 'DescribeImages' }, { region: 'us-east-1' }).status).toBe(200);
    await clock.advance(2);
    expect(burst({ Action: 'DescribeImages' })).toBe(40);
    await clock.advance(3600);
    expect(burst({ Action: 'DescribeImages' })).toBe(100);
    const refused = ask(simulator, { Action: 'DescribeImages' });
    expect(refused.status).toBe(503);
    expect(refused.body).toContain(
      '<Code>RequestLimitExceeded</Code><Message>Request limit exceeded.</Message>',
    );
  });

  it('are off unless they are set', () => {
    const { simulator } = stage();
    for (let call = 0; call < 500; call += 1)
      expect(ask(simulator, { Action: 'DescribeImages' }).status).toBe(200);
  });
});

describe('IDs', () => {
  it('have the right form and are the same for the same seed', () => {
    const ids = (seed: number) => {
      const generator = new IdGenerator(seed);
      return Array.from({ length: 1000 }, () => generator.next('image'));
    };
    expect(ids(1).every((id) => isWellFormed('image', id))).toBe(true);
    expect(new Set(ids(1)).size).toBe(1000);
    expect(ids(1)).toEqual(ids(1));
    expect(ids(1)).not.toEqual(ids(2));
    expect(new Simulator({ seed: 7 }).seedInstance().id).toBe(new Simulator({ seed: 7 }).seedInstance().id);
  });
});

describe('In process', () => {
  it('a call takes the latency, and the work is done half-way', async () => {
    const { clock, simulator, instance, ec2 } = stage({ latencyMilliseconds: 100 });
    const start = clock.now();
    await clock.run(ec2.send(new CreateImageCommand({ InstanceId: instance.id, Name: 'golden' })));
    expect(clock.now() - start).toBe(100);
    expect(simulator.calls.all[0]?.at).toBe(start + 50);
  });

  it('a call that is aborted before it arrives does nothing', async () => {
    const { clock, simulator, ec2 } = stage({ latencyMilliseconds: 100 });
    const reason = new Error('cancelled');
    const controller = new AbortController();
    clock.sleep(10).then(() => controller.abort(reason));
    await expect(
      clock.run(ec2.send(new DescribeImagesCommand({}), { abortSignal: controller.signal })),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(simulator.calls.all).toEqual([]);
    await expect(
      clock.run(ec2.send(new DescribeImagesCommand({}), { abortSignal: controller.signal })),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(clock.pending).toBe(0);
  });
});
