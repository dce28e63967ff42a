/** boto3 drives the simulator: AWS's own client for Python must read what it answers as what was meant. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { actions } from '../../simulator/actions/index.ts';
import { type Fault, faults } from '../../simulator/faults.ts';
import { Simulator } from '../../simulator/simulator.ts';
import { type SimulatorServer, serve } from '../../simulator/wire/server.ts';
import { operations } from './operations/index.ts';
import { refusals } from './operations/refusals.ts';
import { Boto3 } from './python/boto3.ts';
import { describeWithPython } from './python/python.ts';

test('every operation that the simulator offers has a call in the table of operations', () => {
  const offered = actions.map(({ service, name }) => `${service} ${name}`);
  const called = operations.map(({ service, operation }) => `${service} ${operation}`);
  expect(called.toSorted()).toEqual(offered.toSorted());
});

describeWithPython('boto3', () => {
  let boto3: Boto3;
  let simulator: Simulator;
  let server: SimulatorServer;
  beforeAll(() => {
    boto3 = new Boto3();
  });
  afterAll(() => boto3?.close());
  beforeEach(async () => {
    simulator = new Simulator({ image: { seconds: 1 }, instanceSeconds: 1 });
    server = await serve(simulator);
    boto3.endpoint = server.url;
  });
  afterEach(() => server.close());

  test.each(operations)('$service $operation is answered as its model says', async (row) => {
    const { service, operation, arrange } = row;
    const { parameters, answer, after } = arrange(simulator);
    expect(await boto3.ask({ service, operation, parameters })).toEqual({ answer: answer ?? {}, odd: [] });
    expect(simulator.calls.all).toMatchObject([{ service, action: operation, outcome: { status: 200 } }]);
    after?.();
  });

  test.each(refusals)('$title is refused as AWS does it', async (row) => {
    const { service, operation, arrange, code, status, message } = row;
    const outcome = await boto3.ask({ service, operation, parameters: arrange(simulator) });
    expect(outcome).toEqual({
      error: { type: expect.any(String), code, status, message: expect.stringMatching(message) },
      odd: [],
    });
    expect(simulator.calls.changes()).toEqual([]);
  });

  test('an answer that the model of the API does not allow is noticed', async () => {
    const image = '<imageState>perhaps</imageState><isPublic>no</isPublic><zone>a</zone>';
    const body = `<DescribeImagesResponse><requestId>1</requestId><imagesSet><item>${image}</item></imagesSet></DescribeImagesResponse>`;
    const strange = createServer((_request, response) => response.end(body)).listen(0, '127.0.0.1');
    try {
      await once(strange, 'listening');
      boto3.endpoint = `http://127.0.0.1:${(strange.address() as AddressInfo).port}`;
      const { answer, odd } = await boto3.ask({ service: 'ec2', operation: 'DescribeImages' });
      expect(answer).toEqual({ Images: [{ State: 'perhaps', Public: false }] });
      expect(odd).toEqual([
        expect.stringMatching(/^DescribeImages\.imagesSet\[0\]\.imageState: 'perhaps' is none of pending, /),
        "DescribeImages.imagesSet[0].isPublic: 'no' is no boolean",
        'DescribeImages.imagesSet[0].zone: unknown',
      ]);
    } finally {
      strange.close();
      strange.closeAllConnections();
    }
  });

  test('a denial can be decoded', async () => {
    simulator.permissions.deny('ec2:CreateImage');
    const { id: InstanceId } = simulator.seedInstance();
    const parameters = { InstanceId, Name: 'golden' };
    const { error } = await boto3.ask({ service: 'ec2', operation: 'CreateImage', parameters });
    const [, EncodedMessage] =
      /Encoded authorization failure message: (\S+)$/.exec(error?.message ?? '') ?? [];
    const { DecodedMessage } = await boto3.call('sts', 'DecodeAuthorizationMessage', { EncodedMessage });
    expect(JSON.parse(DecodedMessage)).toMatchObject({
      allowed: false,
      context: { action: 'ec2:CreateImage' },
    });
  });

  describe('paginators get every page, and everything once', () => {
    const PaginationConfig = { PageSize: 5 };
    const seven = Array.from({ length: 7 }, (_, index) => `web-${index}`);

    test.each([
      ['DescribeImages', { Owners: ['self'] }, 'Images', 'ImageId'],
      ['DescribeSnapshots', { OwnerIds: ['self'] }, 'Snapshots', 'SnapshotId'],
      ['DescribeVolumes', {}, 'Volumes', 'VolumeId'],
      ['DescribeInstances', {}, 'Reservations', 'ReservationId'],
      ['DescribeTags', {}, 'Tags', 'ResourceId'],
      ['DescribeLaunchTemplates', {}, 'LaunchTemplates', 'LaunchTemplateId'],
    ])('%s', async (paginator, parameters, list, key) => {
      for (const name of seven) {
        simulator.seedImage({ name });
        simulator.seedLaunchTemplate({ name });
        simulator.seedInstance({ volumes: [{ device: '/dev/xvda' }] });
      }
      const { answer: pages, odd } = await boto3.ask({
        service: 'ec2',
        paginator,
        parameters: { ...parameters, PaginationConfig },
      });
      expect(odd).toEqual([]);
      expect(pages.map((page: Record<string, object[]>) => page[list]?.length)).toEqual([5, 2]);
      const keys = pages.flatMap((page: Record<string, Record<string, string>[]>) =>
        page[list]?.map((item) => item[key]),
      );
      expect(new Set(keys).size).toBe(7);
    });

    test('DescribeInstanceTypes', async () => {
      const parameters = { PaginationConfig };
      const { answer: pages, odd } = await boto3.ask({
        service: 'ec2',
        paginator: 'DescribeInstanceTypes',
        parameters,
      });
      expect(odd).toEqual([]);
      const types = pages.flatMap(({ InstanceTypes }: { InstanceTypes: object[] }) => InstanceTypes);
      expect(types).toHaveLength((await boto3.call('ec2', 'DescribeInstanceTypes')).InstanceTypes.length);
      expect(pages.length).toBeGreaterThan(1);
    });
  });

  describe('waiters', () => {
    const WaiterConfig = { Delay: 1, MaxAttempts: 10 };

    test('see an image and its snapshots through to their completion', async () => {
      const { id: InstanceId } = simulator.seedInstance();
      const { ImageId } = await boto3.call('ec2', 'CreateImage', { InstanceId, Name: 'golden' });
      const parameters = { ImageIds: [ImageId], WaiterConfig };
      expect(await boto3.ask({ service: 'ec2', waiter: 'image_exists', parameters })).toMatchObject({
        odd: [],
      });
      expect(
        await boto3.ask({
          service: 'ec2',
          waiter: 'snapshot_completed',
          parameters: { OwnerIds: ['self'], WaiterConfig },
        }),
      ).toEqual({ answer: null, odd: [] });
      expect(await boto3.ask({ service: 'ec2', waiter: 'image_available', parameters })).toEqual({
        answer: null,
        odd: [],
      });
      const { Images } = await boto3.call('ec2', 'DescribeImages', { ImageIds: [ImageId] });
      expect(Images).toMatchObject([{ State: 'available' }]);
    });

    test('are told of an image that fails', async () => {
      const { id: InstanceId } = simulator.seedInstance();
      simulator.planNextImage({ failure: { afterSeconds: 0, code: 'Client.VolumeError', message: 'gone' } });
      const { ImageId } = await boto3.call('ec2', 'CreateImage', { InstanceId, Name: 'golden' });
      const parameters = { ImageIds: [ImageId], WaiterConfig };
      const { error } = await boto3.ask({ service: 'ec2', waiter: 'image_available', parameters });
      expect(error).toMatchObject({ type: 'WaiterError', message: expect.stringContaining('failure state') });
      const { Images } = await boto3.call('ec2', 'DescribeImages', { ImageIds: [ImageId] });
      expect(Images).toMatchObject([
        { State: 'failed', StateReason: { Code: 'Client.VolumeError', Message: 'gone' } },
      ]);
    });

    test('see an instance stop and start', async () => {
      const InstanceIds = [simulator.seedInstance().id];
      await boto3.call('ec2', 'StopInstances', { InstanceIds });
      const parameters = { InstanceIds, WaiterConfig };
      expect(await boto3.ask({ service: 'ec2', waiter: 'instance_stopped', parameters })).toEqual({
        answer: null,
        odd: [],
      });
      await boto3.call('ec2', 'StartInstances', { InstanceIds });
      expect(await boto3.ask({ service: 'ec2', waiter: 'instance_running', parameters })).toEqual({
        answer: null,
        odd: [],
      });
    });
  });

  describe('faults are such as botocore tries again after', () => {
    test.each<[string, string, string, Fault]>([
      ['EC2 throttles', 'ec2', 'DescribeRegions', faults.requestLimitExceeded()],
      ['EC2 is unavailable', 'ec2', 'DescribeRegions', faults.unavailable()],
      ['EC2 has an internal error', 'ec2', 'DescribeRegions', faults.internalError()],
      ['the connection is reset', 'ec2', 'DescribeRegions', faults.reset()],
      ['STS throttles', 'sts', 'GetCallerIdentity', faults.throttling()],
      ['SSM throttles', 'ssm', 'GetParameters', faults.error('ThrottlingException', 'Rate exceeded', 400)],
    ])('%s', async (_title, service, operation, fault) => {
      simulator.faults.add({ action: operation, fault, times: 1 });
      const parameters = operation === 'GetParameters' ? { Names: ['/none'] } : {};
      const outcome = await boto3.ask({ service, operation, parameters, attempts: 2 });
      expect(outcome).toEqual({ answer: expect.any(Object), odd: [] });
      expect(simulator.calls.of(operation)).toHaveLength(2);
    });
  });
});
