/** SSM parameters that point at the image, on the simulated Systems Manager: they move once, last, and all or told. */
import { describe, expect, test } from '@jest/globals';
import { faults } from '../../../simulator/faults.ts';
import { overwriteParameter } from '../../../simulator/model/parameter-store.ts';
import type { SimulatorOptions } from '../../../simulator/options.ts';
import { InProcessHandler } from '../../../simulator/wire/in-process.ts';
import { BakeError, CancelledError } from '../../../src/base/errors.ts';
import {
  type Publication,
  type PublishedParameter,
  publishParameters,
} from '../../../src/image/publish/parameters.ts';
import { passing } from '../../builders/faults.ts';
import { Rig } from '../../builders/rig.ts';
import { someRun } from '../../builders/run.ts';
import { errorOf } from '../../builders/told.ts';

const home = 'eu-west-1';
const other = 'us-west-2';
const old = 'ami-00000000000000001';
const account = '123456789012';

/** An image in two Regions, and parameters in both. */
function scene(options: SimulatorOptions = {}) {
  const rig = new Rig(options);
  const { simulator } = rig;
  const targets = [home, other].map((region) => ({ region, imageId: simulator.seedImage({ region }).id }));
  const [atHome = '', elsewhere = ''] = targets.map(({ imageId }) => imageId);
  const writing: PublishedParameter[] = [];
  const written: PublishedParameter[] = [];
  const cancellation = new AbortController();
  const run = someRun({
    clock: rig.clock,
    signal: cancellation.signal,
    access: { requestHandler: new InProcessHandler(simulator) },
  });
  const linesOf = (kind: string) =>
    run.lines.filter((line) => line.startsWith(kind)).map((line) => line.slice(kind.length));
  const publish = (parameterNames: string[] = ['/images/web'], wish: Partial<Publication> = {}) =>
    rig.clock.run(
      publishParameters(run, {
        targets,
        parameterNames,
        onWriting: (parameter) => writing.push(parameter),
        onWritten: (parameter) => written.push(parameter),
        onRefused: () => undefined,
        ...wish,
      }),
    );
  const stored = (region: string, name = '/images/web') =>
    simulator.world(region).parameters.get(`${account}/${name}`)?.versions;
  const seed = (region: string, name = '/images/web', value = old, dataType = 'aws:ec2:image' as const) =>
    simulator.seedParameter({ region, name, value, dataType });
  return {
    rig,
    simulator,
    targets,
    atHome,
    elsewhere,
    infos: () => linesOf('info '),
    warnings: () => linesOf('warning '),
    writing,
    written,
    cancellation,
    publish,
    stored,
    seed,
  };
}

describe('publishing', () => {
  test('makes parameters in every Region, each with the ID of the image there', async () => {
    const { rig, atHome, elsewhere, publish, stored, writing, written, infos } = scene();
    const expected = [
      { region: home, name: '/images/web', oldValue: null, newValue: atHome },
      { region: home, name: 'web', oldValue: null, newValue: atHome },
      { region: other, name: '/images/web', oldValue: null, newValue: elsewhere },
      { region: other, name: 'web', oldValue: null, newValue: elsewhere },
    ];
    expect(await publish(['/images/web', 'web'])).toEqual(expected);
    expect(writing).toEqual(expected.map((parameter) => ({ ...parameter, unanswered: true })));
    expect(written).toEqual(expected);
    expect(stored(home)).toMatchObject([{ value: atHome, dataType: 'aws:ec2:image' }]);
    expect(stored(other, 'web')).toMatchObject([{ value: elsewhere, dataType: 'aws:ec2:image' }]);
    expect(rig.simulator.calls.last('PutParameter')?.parameters).toMatchObject({
      Type: 'String',
      DataType: 'aws:ec2:image',
      Overwrite: 'true',
    });
    expect(infos()).toContain(`Parameter /images/web in us-west-2: (none) → ${elsewhere}`);
  });

  test('overwrites, and tells and returns what was there', async () => {
    const { atHome, publish, stored, seed, infos } = scene();
    seed(home);
    expect((await publish())[0]).toEqual({
      region: home,
      name: '/images/web',
      oldValue: old,
      newValue: atHome,
    });
    expect(stored(home)?.at(-1)?.value).toBe(atHome);
    expect(infos()[0]).toBe(`Parameter /images/web in eu-west-1: ${old} → ${atHome}`);
  });

  test('does not write again what is there already', async () => {
    const { simulator, publish, infos } = scene();
    const first = await publish();
    simulator.calls.clear();
    const second = await publish();
    expect(second).toEqual(first.map((parameter) => ({ ...parameter, oldValue: parameter.newValue })));
    expect(simulator.calls.changes()).toEqual([]);
    expect(infos().filter((line) => line.endsWith('already'))).toHaveLength(2);
  });

  test('asks for no parameter when there is nothing to publish', async () => {
    const { simulator, publish } = scene();
    expect(await publish([])).toEqual([]);
    expect(simulator.calls.all).toEqual([]);
  });

  test('takes more names than one call can read', async () => {
    const { simulator, publish } = scene();
    const names = Array.from({ length: 21 }, (_, index) => `/images/${index}`);
    expect(await publish(names)).toHaveLength(42);
    expect(simulator.world(other).parameters.size).toBe(21);
  });

  test('waits until Systems Manager has checked the IDs', async () => {
    const { rig, publish, elsewhere, stored } = scene({ parameterSeconds: 40 });
    await publish();
    expect(rig.seconds).toBeGreaterThan(39);
    expect(rig.seconds).toBeLessThan(45);
    expect(stored(other)?.at(-1)?.value).toBe(elsewhere);
  });

  test('reads everything before it writes anything', async () => {
    const { simulator, publish } = scene();
    await publish(['/a', '/b']);
    const actions = simulator.calls.actions();
    expect(actions.lastIndexOf('PutParameter')).toBeLessThan(actions.lastIndexOf('GetParameters'));
    expect(actions.slice(0, 2)).toEqual(['GetParameters', 'GetParameters']);
    expect(actions.slice(2, 6)).toEqual(Array.from({ length: 4 }, () => 'PutParameter'));
  });
});

describe.each(['GetParameters', 'PutParameter'])('on %s', (action) => {
  test.each(Object.keys(passing))('%s once, at any of the calls: all is published', async (name) => {
    for (const nth of [1, 2, 3]) {
      const { rig, simulator, publish, atHome, elsewhere, stored, seed } = scene();
      seed(home);
      const fault = simulator.faults.add({ action, fault: passing[name] as never, nth });
      const published = await publish(['/images/web', '/images/other']);
      expect(fault.strikes).toBe(1);
      expect(published.map(({ oldValue }) => oldValue)).toEqual([old, null, null, null]);
      expect(stored(home)?.at(-1)?.value).toBe(atHome);
      expect(stored(other, '/images/other')?.at(-1)?.value).toBe(elsewhere);
      expect(rig.clock.pending).toBe(0);
    }
  });

  test.each([
    ['ThrottlingException', 'Rate exceeded'],
    ['TooManyUpdates', 'There are concurrent updates for a resource that supports one update at a time.'],
  ])('%s for half a minute is waited out', async (code, message) => {
    const { rig, simulator, publish, elsewhere, stored } = scene();
    simulator.faults.add({ action, fault: faults.error(code, message), until: rig.clock.now() + 30_000 });
    await publish();
    expect(stored(other)?.at(-1)?.value).toBe(elsewhere);
  });
});

describe('half-way', () => {
  test('tells which parameters were changed and which were not, and changes no more', async () => {
    const { simulator, publish, seed, atHome, elsewhere, stored } = scene();
    for (const region of [home, other]) seed(region);
    seed(other, '/images/done', elsewhere);
    simulator.faults.add({
      action: 'PutParameter',
      when: ({ region, parameters }) => region === other && parameters['Name'] === '/images/web',
      fault: faults.error('ParameterMaxVersionLimitExceeded', 'The oldest version has a label.'),
    });
    const error = await errorOf(publish(['/images/web', '/images/done', '/images/new']));
    expect(error).toBeInstanceOf(BakeError);
    expect(error.message.split('\n')).toEqual([
      expect.stringMatching(
        /^Could not write the SSM parameter \/images\/web in us-west-2\. ssm:PutParameter: ParameterMaxVersion/,
      ),
      "4 of 6 SSM parameters hold the image's ID:",
      `- /images/web in eu-west-1 was changed: ${old} → ${atHome}`,
      `- /images/done in eu-west-1 was changed: (none) → ${atHome}`,
      `- /images/new in eu-west-1 was changed: (none) → ${atHome}`,
      `- /images/web in us-west-2 was not changed: it holds ${old}`,
      `- /images/done in us-west-2 held ${elsewhere} before`,
      '- /images/new in us-west-2 was not changed: it does not exist',
    ]);
    expect(error.remedy).toMatch(/versions/);
    expect(stored(other, '/images/new')).toBeUndefined();

    simulator.faults.clear();
    await publish(['/images/web', '/images/done', '/images/new']);
    expect(stored(other)?.at(-1)?.value).toBe(elsewhere);
  });

  test('tells of a parameter that was changed although its answer never came', async () => {
    const { rig, simulator, publish, seed, elsewhere } = scene();
    seed(other);
    const fault = faults.internalError({ after: true });
    simulator.faults.add({ action: 'PutParameter', when: ({ region }) => region === other, fault });
    const { message } = await errorOf(publish());
    expect(message).toContain('ssm:PutParameter: InternalError');
    expect(message).toContain("2 of 2 SSM parameters hold the image's ID");
    expect(message).toContain(`- /images/web in us-west-2 was changed: ${old} → ${elsewhere}`);
    expect(rig.clock.pending).toBe(0);
  });

  test('does not guess where it cannot look', async () => {
    const { rig, simulator, publish, seed, elsewhere } = scene();
    seed(other);
    simulator.faults.add({
      when: ({ region }) => region === other,
      fault: faults.reset(),
      nth: 2,
      times: 1e6,
    });
    const { message } = await errorOf(publish());
    expect(message).toContain(
      `- /images/web in us-west-2 may have been changed, it cannot be read: ${old} → ${elsewhere}`,
    );
    expect(message).toContain('1 of 2 SSM parameters');
    expect(rig.clock.pending).toBe(0);
  });

  test('a missing permission to write is named, and nothing was changed', async () => {
    const { simulator, publish, stored } = scene();
    simulator.permissions.deny('ssm:PutParameter');
    const error = await errorOf(publish());
    expect(error.message).toContain("0 of 2 SSM parameters hold the image's ID");
    expect(error.remedy).toMatch(
      /^Allow ssm:PutParameter on arn:.*:parameter\/images\/web in .*`ssm-parameter`/,
    );
    expect([stored(home), stored(other)]).toEqual([undefined, undefined]);
  });

  test('a missing permission to read ends it before anything is written', async () => {
    const { simulator, publish } = scene();
    simulator.permissions.deny('ssm:GetParameters');
    const error = await errorOf(publish());
    expect(error.message).toMatch(
      /^Could not read the SSM parameters in .*, none of which has been changed\./,
    );
    expect(error.remedy).toMatch(/^Allow ssm:GetParameters on/);
    expect(simulator.calls.of('PutParameter')).toEqual([]);
  });

  test('an ID that Systems Manager drops is told, with what may be missing', async () => {
    const { rig, simulator, publish, seed, writing } = scene();
    seed(home);
    simulator.permissions.deny('ec2:DescribeImages');
    const error = await errorOf(publish());
    // They count as open again, so that the error has the commands that write them.
    expect(writing.slice(2)).toMatchObject([
      { region: home, unanswered: true },
      { region: other, unanswered: true },
    ]);
    expect(error.message).toContain('does not show them 120 seconds later in /images/web in eu-west-1');
    expect(error.message).toContain(`- /images/web in eu-west-1 was not changed: it holds ${old}`);
    expect(error.message).toContain('- /images/web in us-west-2 was not changed: it does not exist');
    expect(error.remedy).toContain('ec2:DescribeImages');
    expect(rig.seconds).toBeLessThan(130);
  });

  test.each([
    ['shows', 0],
    ['is checked', 40],
  ])('one that somebody overwrites before it %s is told at once as that', async (_when, parameterSeconds) => {
    const { rig, simulator, publish, seed, atHome } = scene({ parameterSeconds });
    for (const region of [home, other]) seed(region);
    const theirs = 'ami-00000000000000002';
    const overwrite = () => overwriteParameter(simulator.world(home), { name: '/images/web', value: theirs });
    simulator.meanwhile.afterCall({ action: 'PutParameter', nth: 2 }, overwrite);
    const error = await errorOf(publish());
    expect(error.message.split('\n')).toEqual([
      `SSM parameters were overwritten after this step had written them: /images/web in eu-west-1, whose version 3 holds ${theirs}.`,
      expect.stringMatching(/^\d of 2 SSM parameters hold the image's ID:$/),
      `- /images/web in eu-west-1 was changed: ${old} → ${atHome}; now it holds ${theirs}`,
      expect.stringContaining('- /images/web in us-west-2 was '),
    ]);
    expect(error.message).not.toContain('does not show');
    expect(error.remedy).not.toContain('allow');
    expect(error.remedy).toContain('aws ssm get-parameter-history --region eu-west-1 --name /images/web');
    expect(rig.seconds).toBeLessThan(5);
  });

  test('being cancelled writes no more, and whoever follows knows what may have been written', async () => {
    const { simulator, cancellation, publish, writing, written, stored, atHome } = scene();
    const reason = new CancelledError('The step was cancelled (SIGINT).');
    simulator.calls.onCall(({ action }) => {
      if (action === 'PutParameter') cancellation.abort(reason);
    });
    expect(await errorOf(publish())).toBe(reason);
    expect(writing).toEqual([
      { region: home, name: '/images/web', oldValue: null, newValue: atHome, unanswered: true },
    ]);
    expect(written).toEqual([]);
    expect(stored(other)).toBeUndefined();
  });
});

describe('a parameter that is something else', () => {
  test('of another type ends it before anything is written, without telling what it holds', async () => {
    const { simulator, publish, seed } = scene();
    seed(home);
    const secret = {
      Parameters: [{ Name: '/images/web', Type: 'SecureString', Value: 'AQICAHh=', DataType: 'text' }],
      InvalidParameters: [],
    };
    simulator.faults.add({
      action: 'GetParameters',
      when: ({ region }) => region === other,
      fault: {
        kind: 'body',
        status: 200,
        contentType: 'application/x-amz-json-1.1',
        body: JSON.stringify(secret),
      },
    });
    const { message } = await errorOf(publish());
    expect(message).toMatch(
      /^No SSM parameter has been changed:\n- Parameter \/images\/web in us-west-2 is a SecureString/,
    );
    expect(message).not.toContain('AQICAHh=');
    expect(simulator.calls.of('PutParameter')).toEqual([]);
  });

  test('of the data type text keeps it where Systems Manager insists on that', async () => {
    const { simulator, publish, atHome, stored, warnings } = scene();
    simulator.seedParameter({ region: home, name: '/images/web', value: old });
    simulator.faults.add({
      action: 'PutParameter',
      when: ({ region, parameters }) => region === home && parameters['DataType'] === 'aws:ec2:image',
      fault: faults.error('ValidationException', 'The data type of a parameter cannot be changed.'),
    });
    await publish();
    expect(stored(home)?.at(-1)).toMatchObject({ value: atHome, dataType: 'text' });
    expect(warnings()).toEqual([expect.stringContaining('keeps its data type text')]);
  });

  test('whatever it held is told on one line, and not at length', async () => {
    const { publish, seed, infos } = scene();
    seed(home, '/images/web', `a\n::error::b${'x'.repeat(1000)}`);
    const [{ oldValue } = { oldValue: '' }] = await publish();
    expect(oldValue).toHaveLength(1012);
    expect(infos()[0]).not.toContain('\n');
    expect(infos()[0]?.length).toBeLessThan(200);
  });
});
