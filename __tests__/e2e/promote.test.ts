/** The action `promote` as GitHub's runner runs it: the built `dist`, over HTTP, against the simulator. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { findParameter } from '../../simulator/model/parameter-store.ts';
import { Stage, until } from '../builders/stage.ts';

const account = '123456789012';
const old = 'ami-00000000000000001';
let stage: Stage | undefined;

afterEach(() => stage?.close());

async function scene() {
  stage = await Stage.open();
  const { simulator } = stage;
  const template = simulator.seedLaunchTemplate({ name: 'web', versions: [{ imageId: old }] });
  simulator.seedParameter({
    region: 'eu-west-1',
    name: '/golden/web',
    value: old,
    dataType: 'aws:ec2:image',
  });
  const { id } = simulator.seedImage({ name: 'web-42' });
  const inputs = {
    'ami-id': id,
    'copy-to': 'us-west-2',
    'share-with': '111122223333',
    'launch-template': 'web default',
    'ssm-parameter': '/golden/{{ repo }}',
  };
  const step = (
    more: Readonly<Record<string, string>> = {},
    environment: Readonly<Record<string, string>> = {},
  ) => (stage as Stage).step({ ...inputs, ...more }, environment, { action: 'promote' });
  const held = (region = 'eu-west-1') =>
    findParameter(simulator.world(region), account, '/golden/web')?.versions.at(-1)?.value;
  return { simulator, template, id, step, held };
}

describe('promote', () => {
  test('moves every pointer, tells the way back, and changes nothing a second time', async () => {
    const { simulator, template, id, step, held } = await scene();
    const first = step();
    const result = await first.main();
    expect([result.code, result.log.match(/::error.*/g)]).toEqual([0, null]);
    const outputs = first.outputs();
    const ids = JSON.parse(outputs['ami-ids'] ?? '{}') as Record<string, string>;
    expect(ids['eu-west-1']).toBe(id);
    expect(held('us-west-2')).toBe(ids['us-west-2']);
    expect(held()).toBe(id);
    expect(outputs).toMatchObject({
      'launch-template-versions': JSON.stringify({ [template.id]: 2 }),
      previous: JSON.stringify({
        parameters: { 'eu-west-1': { '/golden/web': old }, 'us-west-2': { '/golden/web': null } },
        defaultVersions: { [template.id]: 1 },
      }),
      changed: 'true',
    });
    expect(first.summary()).toContain('The way back');
    expect((await first.post()).log).toContain('Nothing to clean up');

    const before = simulator.calls.changes().length;
    const second = step({}, { GITHUB_RUN_ID: '7112233446' });
    expect((await second.main()).code).toBe(0);
    expect(second.outputs()).toMatchObject({ changed: 'false', 'ami-ids': outputs['ami-ids'] });
    expect(simulator.calls.changes()).toHaveLength(before);
  });

  test('reports all problems of its inputs at once, and writes every output', async () => {
    const { step, simulator } = await scene();
    const bad = step({ 'ami-id': 'ami-1', 'copy-to': 'nowhere', 'launch-template': 'web defalt' });
    const { code, log } = await bad.main();
    expect(code).toBe(1);
    for (const name of ['ami-id', 'copy-to', 'launch-template']) expect(log).toContain(`input \`${name}\``);
    expect(Object.keys(bad.outputs()).sort()).toEqual(
      ['ami-ids', 'changed', 'launch-template-versions', 'previous', 'promotion'].sort(),
    );
    expect(simulator.calls.all).toEqual([]);
  });

  test('that is killed while it copies has its copy removed by the post step', async () => {
    stage = await Stage.open({ image: { seconds: 600 } });
    const { simulator } = stage;
    const { id } = simulator.seedImage();
    const step = stage.step({ 'ami-id': id, 'copy-to': 'us-west-2' }, {}, { action: 'promote' });
    const running = step.main();
    await until(() => (step.outputs()['ami-ids'] ?? '').includes('us-west-2'));
    step.kill('SIGKILL');
    await running;
    expect((await step.post()).code).toBe(0);
    const left = [...simulator.world('us-west-2').images.values()].filter(
      ({ deregisteredAt }) => deregisteredAt === undefined,
    );
    expect(left).toEqual([]);
    expect(simulator.world().images.get(id)?.deregisteredAt).toBeUndefined();
  }, 60_000);

  test('a dry run writes the plan and changes nothing', async () => {
    const { step, simulator } = await scene();
    const dry = step({ 'dry-run': 'true' });
    expect((await dry.main()).code).toBe(0);
    expect(JSON.parse(dry.outputs()['promotion'] ?? '{}')).toMatchObject({ dryRun: true, changed: false });
    expect(simulator.calls.changes()).toEqual([]);
  });
});
