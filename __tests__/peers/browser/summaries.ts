/** The job summary of each kind of run, made by `dist` on the simulator, with the facts that a reader must find in it. */
import type { ImageSeed } from '../../../simulator/model/seed-image.ts';
import type { SimulatorOptions } from '../../../simulator/options.ts';
import { type Stage, until } from '../../builders/stage.ts';

export interface Summary {
  markdown: string;
  facts: readonly (string | RegExp)[];
  /** Whether there is a chart: runs of less than ten seconds have none. */
  hasChart?: true;
}

type Make = (open: typeof Stage.open) => Promise<Summary>;

const day = 86_400;
/** Long enough for a chart. */
const slow: SimulatorOptions = { image: { seconds: 11, snapshotIdsAfterSeconds: 1 } };
const boot = { pendingSeconds: 0, checks: { system: 0, instance: 0, ebs: 0 }, agentSeconds: 0 };
const quickBoot: SimulatorOptions = { statusSeconds: 0, instance: boot };
const organization = 'arn:aws:organizations::123456789012:organization/o-0123456789';
const cost =
  /at most \$\d+\.\d\d a month(?: in \d Regions)? at list price of [A-Z][a-z]+ 20\d\d, AWS Price List/;

export const summaries: Readonly<Record<string, Make>> = {
  async 'a bake'(open) {
    const stage = await open(slow);
    const commit = '99887766554433221100ffeeddccbbaa99887766';
    const previous = stage.simulator.seedImage({
      name: 'web-41',
      ageSeconds: 12 * day,
      ...tagged('web', 1, { 'bake-ami:commit': commit }),
    });
    const markdown = await run(stage, {
      'deprecate-after': '90d',
      'require-imdsv2': 'true',
      'deregistration-protection': 'on',
      'ssm-parameter': '/golden/web/latest',
    });
    const [image = ''] = liveImages(stage).filter((id) => id !== previous.id);
    return {
      markdown,
      hasChart: true,
      facts: [
        ...[`✅ Baked ${image}`, 'eu-west-1', /Instance\s+i-\w+ · eu-west-1/],
        ...[/Deprecated\s+from 20\d\d-\d\d-\d\d \d\d:\d\d UTC/, /IMDSv2\s+required/],
        ...[/Protection\s+from deregistration/, cost],
        ...[new RegExp(`Previous\\s+${previous.id} · eu-west-1 · web-41 · 12 days old`), '9988776...1a2b3c4'],
        ...['/golden/web/latest', 'Where the time went', '/dev/xvda'],
        `aws ec2 disable-image-deregistration-protection --region eu-west-1 --image-id ${image} && aws ec2 deregister-image --region eu-west-1 --image-id ${image} --delete-associated-snapshots`,
      ],
    };
  },

  async 'a bake that EC2 fails'(open) {
    const failure = { afterSeconds: 1, message: 'Client.VolumeError: the key | is *disabled*' };
    const stage = await open({ image: { seconds: 5, failure } });
    return {
      markdown: await run(stage),
      facts: [
        '❌ Bake failed',
        'Caution',
        'What to do:',
        'Client.VolumeError',
        /ami-\w{17} in eu-west-1/,
        'Removed',
        'in the phase Wait',
      ],
    };
  },

  async 'a bake into several Regions, shared'(open) {
    const stage = await open({ image: { seconds: 1 }, copy: { seconds: 11 } });
    const markdown = await run(stage, {
      'copy-to': 'us-west-2\nus-east-1',
      'share-with': `111122223333\n444455556666\n${organization}`,
      'deregistration-protection': 'with-cooldown',
    });
    const ids = ['eu-west-1', 'us-west-2', 'us-east-1'].flatMap((region) => liveImages(stage, region));
    return {
      markdown,
      hasChart: true,
      facts: [
        ...['2 accounts and 1 organization', '111122223333', organization, cost],
        ...ids.map((id) => `--image-id ${id} --delete-associated-snapshots`),
        ...['until 24 hours after its protection was disabled', 'Delete the AMI in 3 Regions'],
        ...[/us-west-2\s+ami-\w+\s+available/, /us-east-1\s+ami-\w+\s+available/, 'Where the time went'],
      ],
    };
  },

  async 'a dry run'(open) {
    const stage = await open();
    const markdown = await run(stage, {
      'dry-run': 'true',
      tags: 'Team=web',
      'copy-to': 'us-west-2',
      'share-with': '111122223333',
      'deprecate-after': '90d',
    });
    return {
      markdown,
      facts: [
        ...['📋 Dry run: all checks passed', 'Nothing was changed.', `Create an AMI of ${stage.instanceId}`],
        ...[/Copies\s+Copy the AMI to us-west-2/, /Settings\s+Deprecate/, /Sharing\s+Share/],
        ...[/On failure\s+delete what/, /\d+ tags/, 'Team=web'],
      ],
    };
  },

  async 'a cancelled bake'(open) {
    const stage = await open({ image: { seconds: 60 } });
    const step = stage.step();
    const running = step.main();
    await until(() => step.outputs()['ami-id'] !== undefined, 60);
    step.kill('SIGINT');
    await running;
    return {
      markdown: step.summary(),
      facts: ['🚫 Bake cancelled', 'SIGINT', 'Removed', /snap-\w{17} in eu-west-1/],
    };
  },

  async 'wrong inputs of a bake'(open) {
    const stage = await open();
    const markdown = await run(stage, { 'instance-id': 'web', public: 'perhaps', name: '{{ bogus }}' });
    return { markdown, facts: ['❌ Bake failed', 'Caution', 'instance-id', 'perhaps', 'bogus'] };
  },

  async 'a bake of twelve volumes'(open) {
    const volumes = Array.from({ length: 12 }, (_, index) => ({
      device: index === 0 ? '/dev/xvda' : `/dev/sd${'fghijklmnop'[index - 1]}`,
      sizeGiB: 8 + 8 * index,
    }));
    const stage = await open(slow, { volumes });
    return {
      markdown: await run(stage),
      hasChart: true,
      facts: ['12 snapshots', '624 GiB', 'at most $31.20 a month', ...volumes.map(({ device }) => device)],
    };
  },

  async 'a test that passes'(open) {
    const stage = await open({ ...quickBoot, command: { stdout: 'nginx is active' } });
    const { id } = stage.simulator.seedImage({ name: 'web-42' });
    const inputs = { 'ami-id': id, run: 'systemctl is-active nginx', 'instance-profile': 'web' };
    return {
      markdown: await run(stage, inputs, 'test'),
      facts: [`✅ Test passed: ${id}`, 'web-42', /Instance\s+i-\w+ · eu-west-1, ended/, 'nginx is active'],
    };
  },

  async 'a test that fails'(open) {
    const end = { afterSeconds: 2, state: 'terminated' as const };
    const text = 'VFS: Cannot open root device\r\nKernel panic - not syncing: **VFS**';
    const instance = { pendingSeconds: 1, end, console: { text, postedAfterSeconds: 0 } };
    const stage = await open({ statusSeconds: 0, instance });
    const { id } = stage.simulator.seedImage({ name: 'web-42' });
    return {
      markdown: await run(stage, { 'ami-id': id }, 'test'),
      facts: [`❌ Test failed: ${id}`, 'Caution', 'The last lines of the console', 'Kernel panic'],
    };
  },

  async 'a promotion'(open) {
    const stage = await open({ copy: { seconds: 11 } });
    const { simulator } = stage;
    const old = simulator.seedImage({ name: 'web-41' }).id;
    simulator.seedLaunchTemplate({ name: 'web', versions: [{ imageId: old, instanceType: 't3.micro' }] });
    simulator.seedParameter({ name: '/golden/web', value: old, dataType: 'aws:ec2:image' });
    const { id } = simulator.seedImage({ name: 'web-42' });
    const inputs = {
      'ami-id': id,
      'copy-to': 'us-west-2',
      'share-with': '111122223333',
      'deprecate-after': '90d',
      'launch-template': 'web default',
      'ssm-parameter': '/golden/web',
    };
    return {
      markdown: await run(stage, inputs, 'promote'),
      hasChart: true,
      facts: [
        ...[`✅ Promoted ${id}`, '1 account', '111122223333', '/golden/web', 'The way back', cost],
        ...[/Deprecated\s+from 20\d\d/, /us-west-2\s+ami-\w+\s+available/],
        /aws ec2 deregister-image --region us-west-2 --image-id ami-\w+ --delete-associated-snapshots/,
      ],
    };
  },

  async 'the plan of retire'(open) {
    return retire(await open(), {}, ['Dry run: 3 images would be removed', 'goes']);
  },

  async 'a run of retire'(open) {
    return retire(await open(), { 'dry-run': 'false' }, [
      '✅ Removed 3 images',
      'removed',
      'The plan: 3 images will be removed',
    ]);
  },

  'wrong inputs of a test': (open) => wrongInputs(open, 'test', '❌ Test failed', { 'ami-id': 'web' }),
  'wrong inputs of a promotion': (open) =>
    wrongInputs(open, 'promote', '❌ Promotion failed', { 'ami-id': 'web' }),
  'wrong inputs of retire': (open) => wrongInputs(open, 'retire', '❌ Retirement failed', { keep: 'none' }),
};

/** The summary of one step, main and post. */
async function run(
  stage: Stage,
  inputs: Readonly<Record<string, string>> = {},
  action?: string,
): Promise<string> {
  const step = stage.step(inputs, {}, action === undefined ? {} : { action });
  await step.main();
  await step.post();
  return step.summary();
}

async function retire(
  stage: Stage,
  inputs: Readonly<Record<string, string>>,
  facts: readonly string[],
): Promise<Summary> {
  const ids = [100, 90, 80, 70, 60].map(
    (age) =>
      stage.simulator.seedImage({ name: `web-${age}`, ageSeconds: age * day, ...tagged('web', age) }).id,
  );
  const markdown = await run(stage, { family: 'web', keep: '2', ...inputs }, 'retire');
  return { markdown, facts: [...facts, ...ids, '100 d', '2 images stay', cost] };
}

async function wrongInputs(
  open: typeof Stage.open,
  action: string,
  title: string,
  inputs: Readonly<Record<string, string>>,
): Promise<Summary> {
  const markdown = await run(await open(), inputs, action);
  return { markdown, facts: [title, 'Caution', ...Object.keys(inputs), ...Object.values(inputs)] };
}

function tagged(
  family: string,
  number: number,
  more: Readonly<Record<string, string>> = {},
): Pick<ImageSeed, 'tags' | 'snapshotTags'> {
  const key = String(number).padStart(32, '0');
  const tags = { 'bake-ami:family': family, 'bake-ami:key': key, 'bake-ami:state': 'ready', ...more };
  return { tags, snapshotTags: tags };
}

function liveImages({ simulator }: Stage, region?: string): string[] {
  const images = [...simulator.world(region).images.values()];
  return images.filter(({ deregisteredAt }) => deregisteredAt === undefined).map(({ id }) => id);
}
