/** What can be known before a bake of how the image's life, and the parameters that point at it, will turn out. */
import { describe, expect, test } from '@jest/globals';
import { faults } from '../../simulator/faults.ts';
import { Simulator } from '../../simulator/simulator.ts';
import { VirtualClock } from '../../simulator/virtual-clock.ts';
import { InProcessHandler } from '../../simulator/wire/in-process.ts';
import type { DeprecateAfter } from '../../src/image/lifecycle.ts';
import type { Check, Subject } from '../../src/preflight/check.ts';
import {
  cooldownKeepsImages,
  deprecationIsPossible,
  imdsv2IsForGood,
  parametersCanHoldImages,
  parametersIn,
} from '../../src/preflight/lifecycle.ts';
import { someInputs } from '../builders/inputs.ts';
import { instance } from '../builders/instance.ts';
import { someNames } from '../builders/record.ts';
import { someRun } from '../builders/run.ts';

const now = Date.UTC(2026, 10, 22, 21, 34, 5);
const day = 86_400_000;

const subject: Subject = {
  ...someInputs(),
  instance: instance(),
  names: someNames(),
  claim: '1-0a1b2c3d4e5f',
  namesake: undefined,
  credentialsExpireAt: undefined,
};

function scene() {
  const clock = new VirtualClock(now);
  const simulator = new Simulator({ clock });
  const run = someRun({ clock, access: { requestHandler: new InProcessHandler(simulator) } });
  const findings = async (check: Check, facts: Partial<Subject>) =>
    clock.run(async () => check(run, { ...subject, ...facts }));
  return { clock, simulator, findings };
}

describe('deprecation', () => {
  const at = (time: number): DeprecateAfter => ({ kind: 'at', time });
  const ahead = (milliseconds: number): DeprecateAfter => ({ kind: 'after', milliseconds });
  const ofAge = (days: number) => ({
    namesake: { CreationDate: new Date(now - days * day).toISOString() },
    makePublic: true,
  });

  test.each<[string, DeprecateAfter | undefined, Partial<Subject>, string, RegExp]>([
    ['never', undefined, {}, 'none', /^$/],
    ['in 90 days', ahead(90 * day), {}, 'none', /^$/],
    ['in nearly ten years', ahead(3652 * day), {}, 'none', /^$/],
    [
      'in more than ten years',
      ahead(3654 * day),
      {},
      'error',
      /10 years ahead at most, which is 2036-11-22T21/,
    ],
    ['in two years, public', ahead(730 * day), { makePublic: true }, 'none', /^$/],
    ['in three years, public', ahead(1095 * day), { makePublic: true }, 'error', /is too far away.*2 years/],
    ['in a year, public and a year old', ahead(364 * day), ofAge(365), 'none', /^$/],
    ['in two years, public and a year old', ahead(730 * day), ofAge(365), 'error', /which is 2027-11-22T21/],
    ['yesterday', at(now - day), {}, 'error', /2026-11-21T21:34:00\.000Z is past/],
    ['this minute', at(now), {}, 'error', /is past/],
    ['while the bake may still run', ahead(3_600_000), {}, 'warning', /before the bake would time out/],
    ['when the bake is over', ahead(7_260_000), {}, 'none', /^$/],
  ])('%s', async (_when, deprecateAfter, facts, severity, message) => {
    const { findings } = scene();
    const [finding = { severity: 'none', message: '' }, ...others] = await findings(deprecationIsPossible, {
      deprecateAfter,
      ...facts,
    });
    expect(finding).toEqual({ severity, message: expect.stringMatching(message) });
    expect(others).toEqual([]);
  });
});

test('that IMDSv2 cannot be undone is a warning', async () => {
  const { findings } = scene();
  expect(await findings(imdsv2IsForGood, {})).toEqual([]);
  expect(await findings(imdsv2IsForGood, { requireImdsv2: true })).toEqual([
    { severity: 'warning', message: expect.stringMatching(/^require-imdsv2: EC2 cannot undo this/) },
  ]);
});

test('what a cooldown means for the clean-up stands in the log', async () => {
  const { findings } = scene();
  expect(await findings(cooldownKeepsImages, { deregistrationProtection: 'on' })).toEqual([]);
  expect(await findings(cooldownKeepsImages, { deregistrationProtection: 'with-cooldown' })).toEqual([
    { severity: 'note', message: expect.stringContaining('24 hours') },
  ]);
});

describe('parameters', () => {
  const names = someNames({ ssmParameters: ['/images/web'] });
  const inCopyRegion: Check = (run, subject) =>
    parametersIn(run, subject, { region: 'us-west-2' }, { signal: run.signal });

  test('nothing is asked when there are none', async () => {
    const { simulator, findings } = scene();
    expect(await findings(parametersCanHoldImages, { names: someNames() })).toEqual([]);
    expect(simulator.calls.all).toEqual([]);
  });

  test('those that are not there, or of the type String, are fine', async () => {
    const { simulator, findings } = scene();
    simulator.seedParameter({ name: '/images/web', value: 'ami-00000000000000001' });
    expect(await findings(parametersCanHoldImages, { names })).toEqual([]);
    expect(await findings(inCopyRegion, { names })).toEqual([]);
    expect(simulator.calls.of('GetParameters').map(({ region }) => region)).toEqual([
      'eu-west-1',
      'us-west-2',
    ]);
  });

  test('one of another type is an error, in whichever Region', async () => {
    const { simulator, findings } = scene();
    const body = JSON.stringify({
      Parameters: [{ Name: '/images/web', Type: 'StringList', Value: 'a,b' }],
      InvalidParameters: [],
    });
    simulator.faults.add({
      action: 'GetParameters',
      when: ({ region }) => region === 'us-west-2',
      fault: { kind: 'body', status: 200, contentType: 'application/x-amz-json-1.1', body },
    });
    expect(await findings(inCopyRegion, { names })).toEqual([
      {
        severity: 'error',
        message: expect.stringMatching(
          /^Parameter \/images\/web in us-west-2 is a StringList.*`ssm-parameter`/,
        ),
      },
    ]);
  });

  test('a missing permission to read them is an error, since they are read later on too', async () => {
    const { simulator, findings } = scene();
    simulator.permissions.deny('ssm:GetParameters');
    expect(await findings(parametersCanHoldImages, { names })).toEqual([
      {
        severity: 'error',
        message: expect.stringMatching(
          /^Could not read the SSM parameters in eu-west-1\. .*Allow ssm:GetParameters on/,
        ),
      },
    ]);
  });

  test('a look that fails for another reason is noted', async () => {
    const { simulator, findings } = scene();
    simulator.faults.add({ action: 'GetParameters', fault: faults.internalError() });
    expect(await findings(parametersCanHoldImages, { names })).toEqual([
      {
        severity: 'warning',
        message: expect.stringContaining('Could not check the SSM parameters in eu-west-1'),
      },
    ]);
  });
});
