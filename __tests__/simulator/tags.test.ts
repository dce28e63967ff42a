import { CreateTagsCommand, DeleteTagsCommand, DescribeTagsCommand, type Tag } from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { refusalOf, stage } from './stage.ts';

const many = (count: number, prefix = 'key') =>
  Array.from({ length: count }, (_, index) => ({ Key: `${prefix}-${index}`, Value: '' }));

describe('Tags', () => {
  it('are added and overwritten, on several resources at once', async () => {
    const { clock, simulator, instance, ec2 } = stage();
    const image = simulator.seedImage({ tags: { state: 'baking', keep: '1' } });
    await clock.run(
      ec2.send(
        new CreateTagsCommand({
          Resources: [image.id, instance.id],
          Tags: [{ Key: 'state', Value: 'ready' }],
        }),
      ),
    );
    expect(Object.fromEntries(image.tags.current)).toEqual({ state: 'ready', keep: '1' });
    expect(Object.fromEntries(instance.tags.current)).toEqual({ state: 'ready', Name: 'web' });
  });

  it('may be 50, counting neither those that are overwritten nor those of AWS', async () => {
    const { clock, simulator, ec2 } = stage();
    const image = simulator.seedImage({ tags: { 'key-0': 'old', 'aws:ec2:x': 'y' } });
    const put = (Tags: Tag[]) => clock.run(ec2.send(new CreateTagsCommand({ Resources: [image.id], Tags })));
    await put(many(50));
    await put([{ Key: 'key-7', Value: 'again' }]);
    expect(await refusalOf(put([{ Key: 'one-more', Value: '' }]))).toMatchObject({
      code: 'TagLimitExceeded',
    });
    expect(image.tags.current.size).toBe(51);
  });

  it('are put on all resources or on none', async () => {
    const { clock, simulator, instance, ec2 } = stage();
    const full = simulator.seedImage({ tags: Object.fromEntries(many(50).map(({ Key }) => [Key, ''])) });
    const command = new CreateTagsCommand({
      Resources: [instance.id, full.id],
      Tags: [{ Key: 'new', Value: '' }],
    });
    expect(await clock.run(refusalOf(ec2.send(command)))).toMatchObject({ code: 'TagLimitExceeded' });
    expect(instance.tags.current.has('new')).toBe(false);
  });

  it('are measured in Unicode characters, so that an emoji counts once', async () => {
    const { clock, instance, ec2 } = stage();
    const put = (Key: string, Value: string) =>
      clock.run(ec2.send(new CreateTagsCommand({ Resources: [instance.id], Tags: [{ Key, Value }] })));
    await put('🙂'.repeat(128), '🙂'.repeat(256));
    expect(instance.tags.current.get('🙂'.repeat(128))).toBe('🙂'.repeat(256));
    expect((await refusalOf(put('🙂'.repeat(129), ''))).message).toMatch(/128/);
    expect((await refusalOf(put('key', '🙂'.repeat(257)))).message).toMatch(/256/);
  });

  it('may be changed by somebody else meanwhile', async () => {
    const { clock, simulator, ec2 } = stage({ consistency: { tagSeconds: 5 } });
    const image = simulator.seedImage({ tags: { Name: 'ours' } });
    simulator.meanwhile.at(10, (at) => image.tags.put([{ key: 'Name', value: 'theirs' }], at));
    const look = async () => {
      const { Tags = [] } = await clock.run(ec2.send(new DescribeTagsCommand({})));
      return Tags.filter(({ ResourceId }) => ResourceId === image.id).map(({ Value }) => Value);
    };
    await clock.advance(14);
    expect(await look()).toEqual(['ours']);
    await clock.advance(1);
    expect(await look()).toEqual(['theirs']);
  });

  it.each([
    ['aws:x', 'InvalidParameterValue', /^Value \( aws:x \) for parameter key is invalid/],
    ['x'.repeat(129), 'InvalidParameterValue', /128/],
  ])('are refused with the key %s', async (Key, code, message) => {
    const { clock, instance, ec2 } = stage();
    const command = new CreateTagsCommand({ Resources: [instance.id], Tags: [{ Key, Value: '' }] });
    expect(await clock.run(refusalOf(ec2.send(command)))).toEqual({
      code,
      message: expect.stringMatching(message),
      status: 400,
    });
  });

  it.each([
    ['nonsense', 'InvalidID'],
    ['ami-0123456789abcdef0', 'InvalidAMIID.NotFound'],
    ['snap-0123456789abcdef0', 'InvalidSnapshot.NotFound'],
    ['vol-0123456789abcdef0', 'InvalidVolume.NotFound'],
    ['i-0123456789abcdef0', 'InvalidInstanceID.NotFound'],
  ])('are refused for the resource %s', async (id, code) => {
    const { clock, ec2 } = stage();
    const command = new CreateTagsCommand({ Resources: [id], Tags: [{ Key: 'k', Value: '' }] });
    expect(await clock.run(refusalOf(ec2.send(command)))).toMatchObject({ code });
  });

  it.each<[string, Tag[] | undefined, string[]]>([
    ['by key, whatever the value', [{ Key: 'a' }], ['b', 'aws:c']],
    [
      'by key and value',
      [
        { Key: 'a', Value: '1' },
        { Key: 'b', Value: 'other' },
      ],
      ['b', 'aws:c'],
    ],
    [
      'with an empty value only where it is empty',
      [
        { Key: 'a', Value: '' },
        { Key: 'b', Value: '' },
      ],
      ['a', 'aws:c'],
    ],
    ['all but those of AWS', undefined, ['aws:c']],
  ])('are deleted %s', async (_how, Tags, left) => {
    const { clock, simulator, ec2 } = stage();
    const image = simulator.seedImage({ tags: { a: '1', b: '', 'aws:c': '' } });
    await clock.run(ec2.send(new DeleteTagsCommand({ Resources: [image.id], Tags })));
    expect([...image.tags.current.keys()]).toEqual(left);
  });
});
