/** The AWS CLI drives the simulator: each operation once by options, then as people and scripts write their commands. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Simulator } from '../../simulator/simulator.ts';
import { type SimulatorServer, serve } from '../../simulator/wire/server.ts';
import { operations } from './operations/index.ts';
import { refusals } from './operations/refusals.ts';
import { awsCli, kebab, optionsFor } from './python/aws-cli.ts';
import { describeWithPython } from './python/python.ts';

describeWithPython('the AWS CLI', () => {
  let simulator: Simulator;
  let server: SimulatorServer;
  let aws: ReturnType<typeof awsCli>;
  beforeEach(async () => {
    simulator = new Simulator({ image: { seconds: 0 } });
    server = await serve(simulator);
    aws = awsCli(server.url);
  });
  afterEach(() => server.close());

  test.each(operations)('$service $operation', async ({ service, operation, arrange }) => {
    const { parameters, answer, after } = arrange(simulator);
    const outcome = await aws(service, kebab(operation), ...optionsFor(parameters));
    expect(outcome).toEqual({ code: 0, answer: answer ?? undefined, stderr: '' });
    expect(simulator.calls.all).toMatchObject([{ service, action: operation, outcome: { status: 200 } }]);
    after?.();
  });

  test.each(refusals)('$title is told with its code and message', async (row) => {
    const { service, operation, arrange, code, message } = row;
    const outcome = await aws(service, kebab(operation), ...optionsFor(arrange(simulator)));
    const [, told = '', text = ''] =
      /An error occurred \((\S+)\) when calling the \w+ operation.*?: (.*)/s.exec(outcome.stderr) ?? [];
    expect({ ...outcome, told }).toEqual({ ...outcome, code: 255, answer: undefined, told: code });
    expect(text.trim()).toMatch(message);
    expect(simulator.calls.changes()).toEqual([]);
  });

  test('bakes, waits, shares and removes in shorthand', async () => {
    const { id } = simulator.seedInstance();
    const tags = (kind: string) => `ResourceType=${kind},Tags=[{Key=Team,Value=web},{Key=Stage,Value=test}]`;
    const { answer: imageId } = await aws(
      ...['ec2', 'create-image', '--instance-id', id, '--name', 'golden', '--no-reboot'],
      ...['--block-device-mappings', 'DeviceName=/dev/sdf,NoDevice=""'],
      ...['--tag-specifications', tags('image'), tags('snapshot')],
      ...['--query', 'ImageId', '--output', 'text'],
    );
    const ami = String(imageId).trim();
    expect(await aws('ec2', 'wait', 'image-available', '--image-ids', ami)).toMatchObject({ code: 0 });
    const share = await aws(
      ...['ec2', 'modify-image-attribute', '--image-id', ami],
      ...['--launch-permission', 'Add=[{UserId=111122223333},{UserId=444455556666}]'],
    );
    expect(share).toEqual({ code: 0, answer: undefined, stderr: '' });
    expect([...(simulator.world().images.get(ami)?.launchPermissions.current ?? [])]).toEqual([
      '111122223333',
      '444455556666',
    ]);
    const { answer: table } = await aws(
      ...['ec2', 'describe-images', '--owners', 'self'],
      ...['--filters', 'Name=tag:Team,Values=web,api', 'Name=state,Values=available'],
      ...['--query', 'Images[].[ImageId,Name,State]', '--output', 'text'],
    );
    expect(String(table).trim().split('\t')).toEqual([ami, 'golden', 'available']);
    const removal = await aws('ec2', 'deregister-image', '--image-id', ami, '--delete-associated-snapshots');
    expect(removal.answer).toMatchObject({
      Return: true,
      DeleteSnapshotResults: [{ ReturnCode: 'success' }],
    });
    expect((await aws('ec2', 'describe-images', '--owners', 'self')).answer).toEqual({ Images: [] });
    expect((await aws('ec2', 'describe-snapshots', '--owner-ids', 'self')).answer).toEqual({ Snapshots: [] });
  });

  test('pages by itself, and stops and goes on where it is told', async () => {
    for (let index = 0; index < 7; index += 1) simulator.seedImage({ name: `web-${index}` });
    const names = ['--query', 'Images[].Name'];
    const all = await aws('ec2', 'describe-images', '--owners', 'self', '--page-size', '5', ...names);
    expect(all.answer).toHaveLength(7);
    expect(simulator.calls.of('DescribeImages')).toHaveLength(2);

    const some = await aws('ec2', 'describe-images', '--owners', 'self', '--max-items', '5');
    expect(some.answer).toMatchObject({ Images: { length: 5 }, NextToken: expect.any(String) });
    const rest = await aws(
      ...['ec2', 'describe-images', '--owners', 'self', '--starting-token', some.answer.NextToken],
    );
    expect(rest.answer.Images).toHaveLength(2);
  });

  test('asks another Region when it is told to', async () => {
    simulator.seedImage({ region: 'us-east-1', name: 'there' });
    const there = await aws('ec2', 'describe-images', '--owners', 'self', '--region', 'us-east-1');
    expect(there.answer.Images).toMatchObject([{ Name: 'there' }]);
    expect((await aws('ec2', 'describe-images', '--owners', 'self')).answer.Images).toEqual([]);
  });

  test('assumes a role by a token from a file, by itself', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bake-ami-token-'));
    try {
      const file = join(folder, 'token');
      writeFileSync(file, simulator.gitHub.token('sts.amazonaws.com'));
      const withRole = awsCli(server.url, {
        AWS_ACCESS_KEY_ID: '',
        AWS_SECRET_ACCESS_KEY: '',
        AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/bake',
        AWS_ROLE_SESSION_NAME: 'session-1',
        AWS_WEB_IDENTITY_TOKEN_FILE: file,
      });
      expect((await withRole('ec2', 'describe-images', '--owners', 'self')).answer).toEqual({ Images: [] });
      expect(simulator.calls.actions()).toEqual(['AssumeRoleWithWebIdentity', 'DescribeImages']);
      expect(simulator.calls.last('DescribeImages')?.accessKeyId).toMatch(/^ASIA/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

test('names and values become options', () => {
  expect(optionsFor({ ImageIds: ['ami-1'], DryRun: true, NoReboot: false, KeyId: 'alias/x' })).toEqual([
    ...['--image-ids', '["ami-1"]', '--dry-run', '--no-no-reboot', '--key-id', 'alias/x'],
  ]);
});
