/** Names and tags that somebody made up to be taken for something else, in all that `retire` shows. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ActionStep } from '../../scripts/runner.ts';
import { Stage } from '../builders/stage.ts';

const days = 86_400;
let stages: Stage[] = [];
let plain: { log: string; summary: string; outputs: Record<string, string> };

/** Whatever can have a name has this one; one image goes, five stay, and a family whose last image would go fails the step. */
async function shown(
  name: string,
): Promise<{ code: number | null; log: string; step: ActionStep; old: string }> {
  const stage = await Stage.open();
  stages.push(stage);
  const { simulator } = stage;
  let images = 0;
  const image = (tags: Record<string, string> = {}, ageSeconds = 100 * days) => {
    images += 1;
    const all = {
      'bake-ami:family': 'web',
      'bake-ami:key': String(images).padStart(32, '0'),
      'bake-ami:state': 'ready',
      'bake-ami:ref': name,
      'bake-ami:repository': name,
      'bake-ami:run': name,
      ...tags,
    };
    return simulator.seedImage({ name: `${name}${images}`, ageSeconds, tags: all, snapshotTags: all }).id;
  };
  const old = image();
  image({}, days);
  simulator.seedLaunchTemplate({ name, versions: [{ imageId: image() }] });
  simulator.seedLaunchConfiguration({ name, imageId: image() });
  simulator.seedParameter({ name, value: image(), dataType: 'aws:ec2:image' });
  const group = {
    mixedInstances: { launchTemplate: { template: simulator.seedLaunchTemplate({ name: `${name}2` }) } },
  };
  const overrides = [{ imageId: image() }];
  simulator.seedScalingGroup({ name, mixedInstances: { ...group.mixedInstances, overrides } });
  image({ 'bake-ami:state': name });
  image({ 'bake-ami:family': name, 'bake-ami:state': 'unverified' });
  const step = stage.step(
    { family: `web\n${name}`, keep: '1', 'dry-run': 'false' },
    { GITHUB_REF: `refs/heads/${name}`, GITHUB_REF_NAME: name, GITHUB_HEAD_REF: name },
    { action: 'retire' },
  );
  const { code, log } = await step.main();
  return { code, log, step, old };
}

beforeAll(async () => {
  const { log, step } = await shown('plain');
  plain = { log, summary: step.summary(), outputs: step.outputs() };
});
afterAll(async () => {
  await Promise.all(stages.map((stage) => stage.close()));
  stages = [];
});

/** Lines that the runner would obey, without the texts that they have. */
function commands(log: string): string[] {
  return log.split('\n').flatMap((line) => /^\s*(::[a-z-]+)/.exec(line)?.[1] ?? []);
}

describe('a hostile name', () => {
  test.each([
    'x##[set-output name=removed]evil',
    '::set-output name=removed::evil',
    '%0A::set-output name=removed::evil',
    'a\r\n::set-output name=removed::evil',
    '##[group]',
    '[click](javascript:alert(1))|<b>',
    '<script>alert(1)</script>',
    '</details>\n# A heading\n```',
    '@everyone #1 **bold** ![x](https://evil.example/x.png)',
    '`id` $(curl${IFS}evil)',
    '\u202Ereversed\u2066',
    '\u001b[31mred',
    'x'.repeat(250),
  ])('%j is shown, and nothing else', async (name) => {
    const { code, log, step, old } = await shown(name);

    // The input is read by lines, and those that begin with # are comments; XML has no escape character.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: as it is
    const isAsked = !/[\r\n\u001b]|^#/.test(name);
    expect({ code, log }).toMatchObject({ code: isAsked ? 1 : 0 });
    const outputs = step.outputs();
    expect(Object.keys(outputs).toSorted()).toEqual(Object.keys(plain.outputs).toSorted());
    expect(JSON.parse(outputs['removed'] ?? '')).toEqual([old]);
    expect(Object.keys(JSON.parse(outputs['kept'] ?? ''))).toHaveLength(isAsked ? 7 : 6);
    expect(JSON.parse(outputs['retirement'] ?? '')).toMatchObject({ version: 1 });
    for (const value of Object.values(outputs)) expect(value).not.toMatch(/##\[|[\r\n]/);

    expect(log).not.toContain('##[');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal obeys must not be there
    expect(log).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u001b]/);
    if (isAsked) expect(commands(log)).toEqual(commands(plain.log));
    expect(commands(log)).not.toContain('::set-output');

    const summary = step.summary();
    expect(summary).not.toMatch(/<script|\]\(javascript:|!\[x\]|^##\[/m);
    expect(summary.match(/^#+ /gm)?.length).toBe(plain.summary.match(/^#+ /gm)?.length);
    for (const tag of ['<details>', '</details>', '```'])
      expect(summary.split(tag).length).toBe(plain.summary.split(tag).length);
    // Each image is a row of its own, with as many cells.
    const rows = (text: string) => text.split('\n').filter((line) => line.startsWith('|')).length;
    if (isAsked) expect(rows(summary)).toBe(rows(plain.summary));
  });
});
