import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventFixture, Stage } from '../builders/stage.ts';

const name = 'web-{{ ref }}-{{ timestamp }}-{{ short_sha }}';
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

async function bakedName(environment: Record<string, string>, event?: unknown): Promise<string> {
  const step = stage.step({ name }, environment, { event });
  const { code, log } = await step.main();
  expect({ code, log }).toMatchObject({ code: 0 });
  const image = stage.simulator.world().images.get(step.outputs()['ami-id'] ?? '');
  expect(image?.name).toBe(step.outputs()['ami-name']);
  return image?.name ?? '';
}

describe(`the name ${name}`, () => {
  test('of a push to feature/x', async () => {
    const environment = { GITHUB_REF: 'refs/heads/feature/x', GITHUB_REF_NAME: 'feature/x' };
    expect(await bakedName(environment)).toMatch(/^web-feature\/x-\d{14}-1a2b3c4$/);
  });

  test('of a tag push', async () => {
    const environment = { GITHUB_REF: 'refs/tags/v1.2.3', GITHUB_REF_NAME: 'v1.2.3', GITHUB_REF_TYPE: 'tag' };
    expect(await bakedName(environment)).toMatch(/^web-v1\.2\.3-\d{14}-1a2b3c4$/);
  });

  test('of a pull request is that of its head commit', async () => {
    const environment = {
      GITHUB_REF: 'refs/pull/17/merge',
      GITHUB_REF_NAME: '17/merge',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_HEAD_REF: 'feature/x',
      GITHUB_BASE_REF: 'main',
    };
    expect(await bakedName(environment, eventFixture('pull-request'))).toMatch(/^web-pr-17-\d{14}-c0ffee0$/);
  });

  test('of a run by workflow_dispatch', async () => {
    const environment = { GITHUB_EVENT_NAME: 'workflow_dispatch' };
    expect(await bakedName(environment, { inputs: {} })).toMatch(/^web-main-\d{14}-1a2b3c4$/);
  });
});

describe('a hostile branch', () => {
  const branches = [
    'x##[set-output name=ami-id]evil',
    '::set-output name=ami-id::evil',
    `it's-"quoted"`,
    '$(curl${IFS}evil)',
    '`id`',
    '[click](javascript:alert(1))|<b>',
    '<script>alert(1)</script>',
    '@everyone-#1-**bold**',
    '%0A::set-output name=ami-id::evil',
    '\u202Ereversed',
    '-'.repeat(250),
  ];

  test.each(branches)('%j bakes under a safe name, and nothing else changes', async (branch) => {
    const plain = stage.step({ name: `plain-${branches.indexOf(branch)}` });
    expect(await plain.main()).toMatchObject({ code: 0 });
    const step = stage.step(
      { name, tags: 'Branch={{ branch }}' },
      { GITHUB_REF: `refs/heads/${branch}`, GITHUB_REF_NAME: branch },
    );
    const { code, log } = await step.main();
    expect({ code, log }).toMatchObject({ code: 0 });

    const outputs = step.outputs();
    expect(outputs['ami-id']).toMatch(/^ami-[0-9a-f]{17}$/);
    expect(outputs['ami-name']).toMatch(/^[A-Za-z0-9()[\] ./'@_-]{3,128}$/);
    expect(Object.keys(outputs).toSorted()).toEqual(Object.keys(plain.outputs()).toSorted());

    const image = stage.simulator.world().images.get(outputs['ami-id'] ?? '');
    const kept = branch.replaceAll('\u202E', '').slice(0, 256);
    expect(image?.tags.current.get('bake-ami:ref')?.replaceAll('\u202E', '')).toBe(kept);
    expect(image?.tags.current.get('Branch')?.replaceAll('\u202E', '')).toBe(kept);

    // What the runner would take for a command.
    expect(log).not.toContain('##[');
    expect(
      log
        .split('\n')
        .filter(
          (line) => /^\s*::/.test(line) && !line.startsWith('::notice ') && !line.startsWith('::warning'),
        ),
    ).toEqual([]);
    const summary = step.summary();
    expect(summary).not.toMatch(/<script|javascript:|^##\[/m);
    expect(summary.match(/^#+ /gm)).toEqual(plain.summary().match(/^#+ /gm));
    expect(summary.match(/^```/gm)).toEqual(plain.summary().match(/^```/gm));
  });
});
