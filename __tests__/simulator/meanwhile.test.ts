import { CreateImageCommand, DescribeImagesCommand } from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { faults } from '../../simulator/faults.ts';
import { refusalOf, stage } from './stage.ts';

function watchedStage() {
  const parts = stage();
  const { clock, simulator, instance, ec2 } = parts;
  const seen: string[] = [];
  const note = (what: string) => (at: number) => seen.push(`${what} at ${(at - start) / 1000}`);
  const start = clock.now();
  const look = () => clock.run(ec2.send(new DescribeImagesCommand({ Owners: ['self'] })));
  const create = (Name = 'golden') =>
    clock.run(ec2.send(new CreateImageCommand({ InstanceId: instance.id, Name })));
  return { ...parts, meanwhile: simulator.meanwhile, seen, note, look, create };
}

describe('Meanwhile, others act', () => {
  it('at their moment, in the order of their moments, and once', async () => {
    const { clock, meanwhile, seen, note, look } = watchedStage();
    meanwhile.at(20, note('late'));
    const early = meanwhile.at(new Date(clock.now() + 10_000), note('early'));
    await clock.advance(9);
    await look();
    expect(seen).toEqual([]);
    await clock.advance(30);
    await look();
    await look();
    expect(seen).toEqual(['early at 10', 'late at 20']);
    expect(early.times).toBe(1);
    expect(clock.pending).toBe(0);
  });

  it('also when the test looks at the world itself', async () => {
    const { clock, simulator, meanwhile, seen, note } = watchedStage();
    meanwhile.at(10, note('done'));
    await clock.advance(10);
    simulator.world();
    expect(seen).toEqual(['done at 10']);
  });

  it('not when they were called off', async () => {
    const { clock, meanwhile, seen, note, look } = watchedStage();
    meanwhile.at(10, note('timed')).remove();
    meanwhile.beforeCall({}, note('before')).remove();
    await clock.advance(10);
    await look();
    expect(seen).toEqual([]);
  });

  it('right before a call, which finds what they did', async () => {
    const { simulator, meanwhile, create } = watchedStage();
    meanwhile.beforeCall({ action: 'CreateImage', nth: 1 }, () => simulator.seedImage({ name: 'golden' }));
    expect((await refusalOf(create())).code).toBe('InvalidAMIName.Duplicate');
  });

  it('right after the work of a call, whatever its answer, but not after a call that did nothing', async () => {
    const { simulator, meanwhile, seen, note, create } = watchedStage();
    const act = meanwhile.afterCall({ action: 'CreateImage' }, note('after'));
    simulator.faults.add({ action: 'CreateImage', fault: faults.lostAnswer(), nth: 1 });
    await refusalOf(create('one'));
    await refusalOf(create('one'));
    await create('two');
    expect(seen).toEqual(['after at 0', 'after at 0']);
    expect(act.times).toBe(2);
  });

  it('at the calls that a rule counts', async () => {
    const { meanwhile, seen, note, look } = watchedStage();
    meanwhile.beforeCall({ action: 'DescribeImages', nth: 2, times: 2 }, note('look'));
    for (const _ of [1, 2, 3, 4]) await look();
    expect(seen).toHaveLength(2);
  });
});
