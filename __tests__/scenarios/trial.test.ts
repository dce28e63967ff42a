/** Tests of images from beginning to end: every row of the verdict table, and nothing left however it ends. */
import { describe, expect, test } from '@jest/globals';
import { faults } from '../../simulator/faults.ts';
import { defaultVpc } from '../../simulator/model/seed-network.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { TrialRig } from '../builders/trial-rig.ts';

const profile = { instanceProfile: 'web', script: 'curl --fail localhost' };

test('an image that boots passes, and its instance ends', async () => {
  const rig = new TrialRig();
  const outcome = await rig.test();
  expect(outcome).toMatchObject({ ok: true, record: { verdict: { judgement: 'passed' } } });
  expect(rig.outputs).toMatchObject({ passed: 'true', 'instance-id': rig.instances[0]?.id });
  expect(Number(rig.outputs['boot-seconds'])).toBeLessThan(145);
  expect(rig.tested).toMatch(/^passed 2026-11-25T18:\d\d:\d\dZ$/);
  expect([rig.alive, rig.volumes, rig.clock.pending]).toEqual([[], [], 0]);
  expect(rig.simulator.calls.all.length).toBeLessThanOrEqual(25);
});

test('the launch carries all that ends it again', async () => {
  const devices = ['/dev/xvda', '/dev/sdf', '/dev/sdg', '/dev/sdh', '/dev/sdi', '/dev/sdj'];
  const rig = new TrialRig(
    {},
    { devices: devices.map((device) => ({ device, deleteOnTermination: false })) },
  );
  await rig.test();
  const [launch] = rig.launches;
  expect(rig.launches).toHaveLength(1);
  expect(launch?.parameters).toMatchObject({
    InstanceInitiatedShutdownBehavior: 'terminate',
    'MetadataOptions.HttpTokens': 'required',
    'BlockDeviceMapping.6.Ebs.DeleteOnTermination': 'true',
    'TagSpecification.1.Tag.2.Key': 'bake-ami:test',
    'TagSpecification.1.Tag.2.Value': rig.imageId,
    'TagSpecification.1.Tag.4.Value': '2026-11-25T18:55:00Z',
    'TagSpecification.3.ResourceType': 'network-interface',
  });
  expect(Buffer.from(launch?.parameters['UserData'] ?? '', 'base64').toString()).toContain('shutdown -P +25');
  expect(rig.volumes).toEqual([]);
});

test('a machine that nobody ends powers itself off', async () => {
  const rig = new TrialRig();
  await rig.killed(12, 'after');
  expect(rig.alive).toHaveLength(1);
  await rig.clock.advance(27 * 60);
  expect(rig.alive).toEqual([]);
});

test('Windows gets a type, a time and a timer of its own', async () => {
  const rig = new TrialRig({}, { platformDetails: 'Windows' });
  await rig.test();
  expect(rig.launches[0]?.parameters['InstanceType']).toBe('t3.medium');
  const userData = Buffer.from(rig.launches[0]?.parameters['UserData'] ?? '', 'base64').toString();
  expect(userData).toMatch(/^<powershell>\nshutdown.exe \/s \/f \/t 2400\n/);
});

interface Row {
  options?: SimulatorOptions;
  inputs?: Parameters<TrialRig['test']>[0];
  arrange?: (rig: TrialRig) => void;
  verdict: string;
  says: RegExp;
  launches?: number;
}

const impaired = [{ afterSeconds: 60, status: 'impaired' as const }];

const rows: Record<string, Row> = {
  'the instance check is impaired': {
    options: { instance: { checks: { instance: impaired } } },
    verdict: 'failed',
    says: /instance status check .* impaired for 3 min/,
  },
  'the checks stay initializing': {
    options: { instance: { checks: { instance: 'never' } } },
    verdict: 'failed',
    says: /did not pass its checks within 15 min/,
  },
  'it stops by itself': {
    options: { instance: { end: { afterSeconds: 40, state: 'stopped' } } },
    verdict: 'failed',
    says: /Client\.InstanceInitiatedShutdown/,
  },
  'it never starts': {
    options: {
      instance: { end: { afterSeconds: 10, state: 'terminated', code: 'Client.InternalError' } },
    },
    verdict: 'failed',
    says: /Client error on launch/,
  },
  'somebody ends it': {
    options: {
      instance: { end: { afterSeconds: 40, state: 'terminated', code: 'Client.UserInitiatedShutdown' } },
    },
    verdict: 'infrastructure',
    says: /not judged.*somebody ended/is,
  },
  'it vanishes': {
    options: { instance: { end: { afterSeconds: 40, state: 'gone' } } },
    verdict: 'infrastructure',
    says: /not judged.*has not shown/is,
  },
  'the host is impaired, twice': {
    options: { instance: { checks: { system: impaired } } },
    verdict: 'infrastructure',
    says: /not judged.*system status check/is,
    launches: 2,
  },
  'the volumes are impaired, with one place only': {
    options: { instance: { checks: { ebs: impaired } } },
    inputs: { subnetIds: ['first'] },
    verdict: 'infrastructure',
    says: /EBS status check/,
  },
  'there is no capacity anywhere': {
    arrange: (rig) => void rig.simulator.world().launches.exhaust({}),
    inputs: { instanceTypes: ['t3.micro', 't3.small'] },
    verdict: 'infrastructure',
    says: /no room.*t3\.micro.*t3\.small/s,
    launches: 6,
  },
  'a quota is reached': {
    options: { quotas: { vCpus: 1 } },
    verdict: 'refused',
    says: /VcpuLimitExceeded/,
    launches: 1,
  },
  'the status checks may not be read': {
    arrange: (rig) => rig.simulator.permissions.deny('ec2:DescribeInstanceStatus'),
    verdict: 'not-judged',
    says: /not judged.*DescribeInstanceStatus.*Test/is,
  },
  'why it ended may not be read': {
    options: { instance: { end: { afterSeconds: 40, state: 'terminated' } } },
    arrange: (rig) => rig.simulator.permissions.deny('ec2:DescribeInstances'),
    verdict: 'not-judged',
    says: /not judged.*why i-\w+ ended.*Allow ec2:DescribeInstances on .*"Test", statement/is,
  },
  'the command fails': {
    options: { command: { exitCode: 7, stdout: 'checking', stderr: 'no answer' } },
    inputs: profile,
    verdict: 'failed',
    says: /exit code 7/,
  },
  'the command never ends': {
    options: { command: { seconds: 1e9 } },
    inputs: profile,
    verdict: 'failed',
    says: /does not end/,
  },
  'the command powers the machine off': {
    options: { instance: { end: { afterSeconds: 190, state: 'terminated' } }, command: { seconds: 100 } },
    inputs: profile,
    verdict: 'failed',
    says: /terminated|shutting-down/,
  },
  'the agent never comes online': {
    options: { instance: { agentSeconds: 'never' } },
    inputs: profile,
    verdict: 'not-judged',
    says: /SSM agent.*did not come online/,
  },
  'there is no instance profile for the command': {
    inputs: { script: 'true' },
    verdict: 'not-judged',
    says: /SSM agent/,
  },
  'SendCommand is denied': {
    arrange: (rig) => rig.simulator.permissions.deny('ssm:SendCommand'),
    inputs: profile,
    verdict: 'not-judged',
    says: /ssm:SendCommand/,
  },
  'RunInstances is denied': {
    arrange: (rig) => rig.simulator.permissions.deny('ec2:RunInstances'),
    verdict: 'refused',
    says: /ec2:RunInstances.*"Test", statement Launch/s,
    launches: 0,
  },
  'the type does not fit': {
    inputs: { instanceTypes: ['t4g.micro', 't3.micro'] },
    verdict: 'refused',
    says: /t4g\.micro has the architecture arm64/,
    launches: 0,
  },
  'the subnet does not exist': {
    inputs: { subnetIds: ['subnet-00000000000000000'] },
    verdict: 'refused',
    says: /InvalidSubnetI[dD]\.NotFound/,
    launches: 0,
  },
};

const tags: Readonly<Record<string, RegExp>> = { passed: /^passed /, failed: /^failed 2026-/ };

describe('the verdict when', () => {
  test.each(Object.entries(rows))(
    '%s',
    async (_what, { options = {}, inputs = {}, arrange, verdict, says, launches = 1 }) => {
      const rig = new TrialRig(options, { tags: { 'bake-ami:tested': 'passed before' } });
      arrange?.(rig);
      const [subnet] = subnetsOf(rig);
      const given = inputs.subnetIds?.[0] === 'first' ? { ...inputs, subnetIds: [subnet?.id ?? ''] } : inputs;
      const outcome = await rig.test(given);
      expect(outcome).toMatchObject({ ok: false, record: { verdict: { judgement: verdict } } });
      if (!outcome.ok)
        expect(
          String((outcome.error as Error).message) + (outcome.error as { remedy?: string }).remedy,
        ).toMatch(says);
      expect(rig.launches).toHaveLength(launches);
      expect(rig.tested).toMatch(tags[verdict] ?? /^passed before$/);
      expect(rig.document).toMatchObject({ verdict, passed: verdict === 'failed' ? false : null });
      expect(rig.outputs['passed']).toBe(verdict === 'failed' ? 'false' : undefined);
      const hasInstance = rig.instances.length > 0;
      expect(rig.consoleText !== undefined).toBe(hasInstance);
      expect([rig.alive, rig.clock.pending]).toEqual([[], 0]);
      // The post step has nothing to do.
      expect(await rig.post()).toBeUndefined();
    },
  );
});

test('a command that succeeds lets the image pass, with its output in the log', async () => {
  const rig = new TrialRig({ command: { stdout: 'all good\n::error::no' } });
  expect(await rig.test(profile)).toMatchObject({ ok: true });
  expect(rig.document).toMatchObject({ exitCode: 0, stdout: 'all good\n::error::no', verdict: 'passed' });
  expect(rig.log).toContain('all good');
});

test('a full subnet and a type without capacity fall back in their order', async () => {
  const rig = new TrialRig();
  const { launches } = rig.simulator.world();
  const [first, second] = subnetsOf(rig);
  if (first) first.addresses = 0;
  launches.exhaust({ zone: second?.availabilityZone ?? '' });
  expect(await rig.test()).toMatchObject({ ok: true });
  expect(rig.launches).toHaveLength(3);
  expect(new Set(rig.launches.map(({ parameters }) => parameters['ClientToken'])).size).toBe(3);
});

test('an image of another account is tested and gets no tag', async () => {
  const rig = new TrialRig({}, { accountId: '999988887777', sharedWith: ['123456789012'] });
  expect(await rig.test()).toMatchObject({ ok: true });
  expect(rig.tested).toBeUndefined();
});

test('a dry run launches nothing and changes nothing', async () => {
  const rig = new TrialRig();
  expect(await rig.test({ dryRun: true })).toMatchObject({ ok: true });
  expect(rig.simulator.calls.changes()).toEqual([]);
  expect(rig.document).toMatchObject({ dryRun: true, verdict: null });
});

test('all findings are shown at once', async () => {
  const rig = new TrialRig();
  rig.simulator.permissions.deny('ec2:RunInstances');
  const outcome = await rig.test({ instanceTypes: ['t4g.micro'], subnetIds: ['subnet-00000000000000000'] });
  expect(outcome.ok ? '' : String(outcome.error)).toMatch(/InvalidSubnetI.*arm64.*RunInstances/s);
});

test.each([
  ['a type that does not exist', { instanceTypes: ['t9.nano', 't4g.micro'] }, /t9\.nano.*t4g\.micro.*arm64/s],
  [
    'an instance profile that does not exist',
    { instanceTypes: ['t3.micro', 't4g.micro'], instanceProfile: 'none' },
    /arm64.*instance profile/is,
  ],
  [
    'a security group that does not exist',
    { instanceTypes: ['t3.micro', 't4g.micro'], securityGroupIds: ['sg-00000000000000000'] },
    /arm64.*InvalidGroup\.NotFound/s,
  ],
])('%s does not hide what is wrong with another type', async (_what, inputs, says) => {
  const rig = new TrialRig({ unknownInstanceProfiles: ['none'] });
  const outcome = await rig.test(inputs);
  expect(outcome.ok ? '' : String(outcome.error)).toMatch(says);
});

test('an account that is not allowed is refused before anything else', async () => {
  const rig = new TrialRig();
  const outcome = await rig.test({ allowedAccountIds: ['999988887777'] });
  expect(outcome.ok ? '' : String(outcome.error)).toMatch(/allowed-account-ids/);
  expect(rig.simulator.calls.actions()).toEqual(['GetCallerIdentity']);
});

test('an instance that cannot be ended fails the step, and the post step tries again', async () => {
  const rig = new TrialRig();
  rig.simulator.permissions.deny('ec2:TerminateInstances');
  const outcome = await rig.test();
  expect(outcome).toMatchObject({ ok: false, record: { verdict: { judgement: 'passed' } } });
  rig.simulator.permissions.allow('ec2:TerminateInstances');
  expect(await rig.post()).toEqual([]);
  expect(rig.alive).toEqual([]);
});

test('a lost answer of RunInstances is settled with the same token', async () => {
  const rig = new TrialRig({ consistency: { instanceSeconds: 40 } });
  rig.simulator.faults.add({
    action: 'RunInstances',
    when: ({ parameters }) => parameters['DryRun'] !== 'true',
    fault: faults.lostAnswer(),
    times: 2,
  });
  expect(await rig.test()).toMatchObject({ ok: true });
  expect(rig.instances).toHaveLength(1);
  expect(new Set(rig.launches.map(({ parameters }) => JSON.stringify(parameters))).size).toBe(1);
  expect(rig.alive).toEqual([]);
});

test('an impaired host gets one more chance elsewhere', async () => {
  const rig = new TrialRig();
  rig.simulator.planNextInstance({ checks: { system: impaired } });
  expect(await rig.test()).toMatchObject({ ok: true, record: { verdict: { judgement: 'passed' } } });
  const [first, second] = rig.instances;
  expect(first?.availabilityZone).not.toBe(second?.availabilityZone);
  expect(rig.outputs['instance-id']).toBe(second?.id);
  expect([rig.alive, rig.volumes]).toEqual([[], []]);
});

test('a host that is impaired late leaves no time for another boot', async () => {
  const late = [
    { afterSeconds: 0, status: 'initializing' as const },
    { afterSeconds: 600, status: 'impaired' as const },
  ];
  const rig = new TrialRig({ instance: { checks: { system: late, instance: 'never' } } });
  expect(await rig.test()).toMatchObject({ ok: false, record: { verdict: { judgement: 'infrastructure' } } });
  expect(rig.launches).toHaveLength(1);
});

test('cancelled while EC2 stalls, main ends within the time that the runner gives it', async () => {
  const rig = new TrialRig();
  rig.simulator.faults.add({ action: 'TerminateInstances', fault: faults.stall() });
  const outcome = await rig.cancelled(9, 'after');
  expect(rig.cancelledAt).toBeDefined();
  expect(rig.clock.now() - (rig.cancelledAt ?? 0)).toBeLessThan(9_500);
  expect(outcome).toMatchObject({ ok: false, leftovers: [{ launch: { instanceId: rig.alive[0] } }] });
  expect(rig.clock.pending).toBe(0);
});

test.each([
  ['lost', faults.lostAnswer(), 1],
  ['never carried out', faults.reset(), 2],
])('a command whose request was %s runs once', async (_what, fault, requests) => {
  const rig = new TrialRig({ consistency: { commandSeconds: 5 } });
  rig.simulator.faults.add({ action: 'SendCommand', fault, times: 1 });
  expect(await rig.test(profile)).toMatchObject({ ok: true });
  expect(rig.simulator.calls.of('SendCommand')).toHaveLength(requests);
  expect(rig.simulator.world().commands.sent.size).toBe(1);
});

test('an image that does not exist is refused', async () => {
  const rig = new TrialRig();
  const outcome = await rig.test({ amiId: 'ami-00000000000000000' });
  expect(outcome).toMatchObject({ ok: false, record: { verdict: { judgement: 'refused' } } });
});

/** Of the default VPC, which the simulator makes when it is first asked for. */
function subnetsOf(rig: TrialRig) {
  const world = rig.simulator.world();
  const vpc = defaultVpc(world, '123456789012');
  return [...world.network.subnets.values()].filter(({ vpcId }) => vpcId === vpc?.id);
}
