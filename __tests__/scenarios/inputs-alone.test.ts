/**
 * Each input that asks for something of an available image, alone: what it asks for is planned and done, and a permission that it needs is
 * missed within seconds of CreateImage. An input that one of the lists behind it does not know fails here.
 */
import { describe, expect, test } from '@jest/globals';
import { distributionInputs } from '../../src/distribute/inputs/table.ts';
import { linesOf } from '../../src/github/inputs/plan.ts';
import { askedOfImages, readInputsOf } from '../builders/inputs.ts';
import { isMeant, Rig, startedAt } from '../builders/rig.ts';

type Given = Readonly<Record<string, string>>;

async function baked(given: Given, denied: readonly string[] = []) {
  const rig = new Rig({ image: { seconds: 600 } });
  rig.regions.push('us-west-2');
  rig.simulator.seedLaunchTemplate({ name: 'web', versions: [{ imageId: 'ami-0123456789abcdef0' }] });
  rig.simulator.permissions.deny(...denied);
  const outcome = await rig.bake(readInputsOf({ ...given, 'instance-id': rig.instanceId }));
  return { rig, outcome };
}

async function changesOf(given: Given): Promise<Set<string>> {
  const { rig, outcome } = await baked(given);
  expect(outcome).toMatchObject({ ok: true });
  return new Set(rig.simulator.calls.changes().map(({ service, action }) => `${service}:${action}`));
}

/** What the input needs beside it. */
const beside: Record<string, Given> = { 'share-snapshots': { 'share-with': '111122223333' } };

test('there is a value of each input', () => {
  const names = Object.values(distributionInputs).map(({ name }) => name);
  expect(Object.keys(askedOfImages).toSorted()).toEqual(names.toSorted());
});

describe.each(Object.entries(askedOfImages))('%s alone', (name, value) => {
  const others = beside[name] ?? {};
  const given = { ...others, [name]: value };
  let actions: string[] = [];

  test('is done', async () => {
    const without = await changesOf(others);
    actions = [...(await changesOf(given))].filter((action) => !without.has(action));
    expect(actions).not.toEqual([]);
  });

  test('is in the plan of a dry run, which does nothing', async () => {
    const plans = [others, given].map(async (some) => {
      const { rig, outcome } = await baked({ ...some, 'dry-run': 'true' });
      expect(rig.simulator.calls.changes()).toEqual([]);
      return linesOf(outcome.record.plan ?? []);
    });
    const [without = [], lines = []] = await Promise.all(plans);
    expect(without).not.toEqual([]);
    expect(lines.filter((line) => !without.includes(line))).not.toEqual([]);
  });

  test('is missed within seconds of CreateImage where the role may not do it', async () => {
    // Systems Manager has no dry run.
    for (const action of actions.filter((one) => one.startsWith('ec2:'))) {
      const { rig, outcome } = await baked(given, [action]);
      expect(outcome).toMatchObject({ ok: false, error: { message: expect.stringContaining(action) } });
      const [removal] = rig.simulator.calls.of('DeregisterImage').filter(isMeant);
      expect(((removal?.at ?? Number.NaN) - startedAt) / 1000).toBeLessThan(8);
      expect([...rig.images, ...rig.snapshots]).toEqual([]);
    }
  });
});
