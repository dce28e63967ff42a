import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from '@jest/globals';
import { signed } from './stage.ts';

const cli = fileURLToPath(new URL('../../simulator/cli.ts', import.meta.url));
const hasAws = spawnSync('aws', ['--version']).status === 0;
// On Windows a process cannot send another a signal: whatever the signal, Node ends it at once.
const withSignals = process.platform === 'win32' ? it.skip : it;
const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

/** Starts the simulator as `npm run simulator` does, and reads its welcome. */
async function start(...args: string[]) {
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  while (!output.includes('Each call is printed')) await once(child.stdout, 'data');
  const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(output) ?? [];
  const [instanceId = ''] = /i-[0-9a-f]{17}/.exec(output) ?? [];
  return { child, url, instanceId, output: () => output };
}

function fail(...args: string[]) {
  const { status, stderr, stdout } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
  return { status, stderr, stdout };
}

describe('npm run simulator', () => {
  it('tells how to use it', async () => {
    const { output, url, instanceId } = await start(
      '--region',
      'us-east-1',
      '--image-seconds',
      '5',
      '--image',
    );
    expect(output()).toContain(`export AWS_ENDPOINT_URL=${url}`);
    expect(output()).toContain('export AWS_REGION=us-east-1');
    expect(output()).toContain(`npm run try -- --instance-id ${instanceId} --dry-run`);
    expect(output()).toContain('An image takes 5 s, a boot 30 s.');
    expect(output()).toMatch(/Image ami-\w{17} is ready to launch/);
  });

  it('simulates GitHub when asked to', async () => {
    const { child, output } = await start('--github-port', '0');
    while (!output().includes('GITHUB_TOKEN')) await once(child.stdout, 'data');
    const [, url = ''] = /export GITHUB_API_URL=(\S+)/.exec(output()) ?? [];
    const [, token = ''] = /export GITHUB_TOKEN=(\S+)/.exec(output()) ?? [];
    const response = await fetch(`${url}/repos/acme/web/pulls/2`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await response.json()).toMatchObject({ number: 2, state: 'closed' });
    while (!output().includes('pulls/get')) await once(child.stdout, 'data');
  });

  withSignals('ends cleanly on each signal (skipped on Windows)', async () => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      const { child } = await start('--github-port', '0');
      const exit = once(child, 'exit');
      child.kill(signal);
      expect(await exit).toEqual([0, null]);
    }
  });

  it('explains itself', () => {
    expect(fail('--help')).toEqual({
      status: 0,
      stderr: '',
      stdout: expect.stringContaining('--image-seconds N'),
    });
  });

  it.each([
    [['--port', 'x'], '--port is "x"; it takes a whole number from 0 to 65535.'],
    [['--port', '65536'], '--port is "65536"'],
    [['--github-port', 'x'], '--github-port is "x"; it takes a whole number from 0 to 65535.'],
    [['--image-seconds', '-1'], '--image-seconds'],
    [['--image-seconds', 'soon'], '--image-seconds is "soon"; it takes a number that is not negative.'],
    [['--boot-seconds', 'soon'], '--boot-seconds is "soon"; it takes a number that is not negative.'],
    [['--boot', 'well'], '--boot is "well"; it takes one of passes, impaired, stops, hangs, no-agent.'],
    [['--images', 'many'], '--images is "many"; it takes a whole number up to 99999.'],
    [['--region', 'mars-1'], '--region is "mars-1"; it takes one of '],
    [
      ['--region-state', 'us-west-2'],
      '--region-state is "us-west-2"; it takes REGION=HOW, where HOW is one of enabled, ',
    ],
    [['--region-state', 'us-west-2=mute'], '--region-state is "us-west-2=mute"'],
    [['--clock-offset-seconds', 'ten'], '--clock-offset-seconds is "ten"; it takes a whole number'],
    [['--prot', '1'], "Unknown option '--prot'"],
    [['extra'], "Unexpected argument 'extra'"],
  ])('refuses %j and says why', (args, message) => {
    const { status, stderr } = fail(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });

  it('denies actions, closes Regions and has a clock of its own when it is told to', async () => {
    const { url } = await start(
      ...[
        '--deny',
        'ec2:CopyImage',
        '--region-state',
        'us-west-2=not-opted-in',
        '--clock-offset-seconds=-600',
      ],
    );
    const ask = (region: string, form: Record<string, string>, date = '20200101T000000Z') => {
      const { path, headers, body } = signed(form, { region });
      return fetch(`${url}${path}`, { method: 'POST', headers: { ...headers, 'x-amz-date': date }, body });
    };
    const now = new Date(Date.now() - 600_000).toISOString().replace(/[-:]|\.\d+/g, '');
    const codeOf = async (answer: Promise<Response>) => /<Code>(\w+)/.exec(await (await answer).text())?.[1];
    expect(await codeOf(ask('eu-west-1', { Action: 'CopyImage' }, now))).toBe('UnauthorizedOperation');
    expect(await codeOf(ask('us-west-2', { Action: 'DescribeImages' }, now))).toBe('AuthFailure');
    expect(await codeOf(ask('eu-west-1', { Action: 'DescribeImages' }))).toBe('RequestExpired');
    expect(await codeOf(ask('eu-west-1', { Action: 'DescribeImages' }, now))).toBeUndefined();
  });

  it('says when its port is taken', async () => {
    const { url } = await start();
    const { status, stderr } = fail('--port', new URL(url).port);
    expect(status).toBe(1);
    expect(stderr).toContain('Choose another with --port');
  });

  (hasAws ? it : it.skip)(
    'serves the AWS CLI from creation to deregistration (skipped where there is no aws on the PATH)',
    async () => {
      const { url, instanceId, output } = await start('--image-seconds', '1');
      const aws = async (...args: string[]) => {
        const { stdout } = await promisify(execFile)('aws', [...args, '--output', 'json'], {
          env: {
            ...process.env,
            AWS_ENDPOINT_URL: url,
            AWS_DEFAULT_REGION: 'eu-west-1',
            AWS_ACCESS_KEY_ID: 'simulated',
            AWS_SECRET_ACCESS_KEY: 'simulated',
          },
        });
        return stdout ? JSON.parse(stdout) : undefined;
      };
      const { ImageId } = await aws('ec2', 'create-image', '--instance-id', instanceId, '--name', 'golden');
      await expect(
        aws('ec2', 'create-image', '--instance-id', instanceId, '--name', 'golden'),
      ).rejects.toMatchObject({ stderr: expect.stringContaining('InvalidAMIName.Duplicate') });
      await aws('ec2', 'wait', 'image-available', '--image-ids', ImageId);
      const { Images } = await aws('ec2', 'describe-images', '--owners', 'self');
      expect(Images).toMatchObject([{ ImageId, State: 'available', Name: 'golden' }]);
      const { Snapshots } = await aws('ec2', 'describe-snapshots', '--owner-ids', 'self');
      expect(Snapshots).toMatchObject([{ State: 'completed', Progress: '100%' }, { State: 'completed' }]);
      const removal = await aws(
        'ec2',
        'deregister-image',
        '--image-id',
        ImageId,
        '--delete-associated-snapshots',
      );
      expect(removal.DeleteSnapshotResults).toHaveLength(2);
      expect(await aws('sts', 'get-caller-identity')).toMatchObject({ Account: '123456789012' });
      expect(output()).toMatch(/^\S+ 200 CreateImage ok InstanceId="i-/m);
    },
    60_000,
  );
});
