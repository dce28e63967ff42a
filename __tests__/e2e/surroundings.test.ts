/** What the runner gives the step (credentials, clock, files) and gets wrong, in the committed `dist`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openStrictClock } from '../builders/proxy.ts';
import { Stage, until } from '../builders/stage.ts';

let stage: Stage;
let folder: string;
beforeEach(async () => {
  stage = await Stage.open();
  folder = mkdtempSync(join(tmpdir(), 'surroundings-'));
});
afterEach(async () => {
  await stage.close();
  rmSync(folder, { recursive: true });
});

const bake = (environment: Record<string, string>, inputs: Record<string, string> = {}) =>
  stage.step(inputs, environment).main();

/** Lines that the runner shows as errors. */
const errorsIn = (log: string) => log.split('\n').filter((line) => line.startsWith('::error'));

describe('credentials in the environment', () => {
  test.each([
    ['AWS_SESSION_TOKEN', 'IQoJb3JpZ2lu\n', 'a line end'],
    ['AWS_SESSION_TOKEN', ' IQoJb3JpZ2lu', 'a blank'],
    ['AWS_SECRET_ACCESS_KEY', 'wJalrXUtnFEMI\r\n', 'a line end'],
    ['AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE ', 'a blank'],
    ['AWS_ACCESS_KEY_ID', 'AKIDÉXAMPLE', 'a character'],
  ])('with a %s of %j name the variable, at once', async (variable, value, what) => {
    const { code, log, milliseconds } = await bake({ [variable]: value });
    expect(code).toBe(1);
    expect(errorsIn(log)).toEqual([expect.stringContaining(`\`${variable}\` contains ${what}`)]);
    expect(log).not.toContain(value.trim());
    expect(milliseconds).toBeLessThan(5000);
    expect(stage.simulator.calls.all).toEqual([]);
  });

  test('go before AWS_PROFILE', async () => {
    const { code, log } = await bake({ AWS_PROFILE: 'somebody' });
    expect({ code, log }).toMatchObject({ code: 0 });
    expect(log).not.toContain('Multiple credential sources');
    expect(stage.simulator.calls.all[0]?.accessKeyId).toBe('AKIDEXAMPLE');
  });
});

/** Runs the step with this function of the right time as its clock, both in milliseconds. */
function withClock(time: string): Record<string, string> {
  const code = `
    const Right = Date;
    const startedAt = Right.now();
    const time = ${time};
    globalThis.Date = class extends Right {
      constructor(...rest) { rest.length === 0 ? super(Date.now()) : super(...rest); }
      static now() { return time(Right.now(), startedAt); }
    };`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
}

const minutes = (count: number) => `(now) => now + ${count * 60_000}`;

describe('the clock of the runner', () => {
  test.each([
    [10, 'about 10 min ahead of'],
    [-10, 'about 10 min behind'],
  ])('%d minutes off is corrected, and the log says so', async (count, words) => {
    const gate = await openStrictClock(stage.url);
    try {
      const { code, log } = await bake({ AWS_ENDPOINT_URL: gate.url, ...withClock(minutes(count)) });
      expect({ code, log }).toMatchObject({ code: 0 });
      expect(log.match(/The clock of the runner is .*/g)).toEqual([
        expect.stringContaining(`The clock of the runner is ${words} that of AWS`),
      ]);
      expect(gate.refused.length).toBeLessThan(10);
    } finally {
      await gate.close();
    }
  });

  test('is named where AWS refuses the corrected time too', async () => {
    const gate = await openStrictClock(stage.url, { refusesAlways: true });
    try {
      const { code, log, milliseconds } = await bake({
        AWS_ENDPOINT_URL: gate.url,
        ...withClock(minutes(10)),
      });
      expect(code).toBe(1);
      expect(errorsIn(log).join()).toMatch(/the clock of the runner is about 10 min ahead of that of AWS/);
      expect(errorsIn(log).join()).toMatch(/Set the clock of the runner/);
      expect(milliseconds).toBeLessThan(5000);
    } finally {
      await gate.close();
    }
  });

  test('is not named where it is right', async () => {
    const gate = await openStrictClock(stage.url, { refusesAlways: true });
    try {
      const { code, log } = await bake({ AWS_ENDPOINT_URL: gate.url });
      expect(code).toBe(1);
      expect(errorsIn(log).join()).toMatch(/AuthFailure.*Check the step that provides the credentials/);
      expect(log).not.toContain('clock of the runner');
    } finally {
      await gate.close();
    }
  });

  test.each([
    ['forward', '+'],
    ['back', '-'],
  ])('may be set %s by a day during the bake', async (_title, sign) => {
    await stage.close();
    stage = await Stage.open({ image: { seconds: 3 } });
    const jump = `(now, startedAt) => now - startedAt < 1500 ? now : now ${sign} 86_400_000`;
    const { code, log, milliseconds } = await bake(withClock(jump));
    expect({ code, log }).toMatchObject({ code: 0 });
    expect(milliseconds).toBeLessThan(20_000);
  });
});

describe('a file for results that cannot be written', () => {
  const outputs = { variable: 'GITHUB_OUTPUT', words: 'the outputs of the step' };
  const state = { variable: 'GITHUB_STATE', words: 'the state for the post step' };
  const cases = [
    { ...outputs, title: 'that is missing', path: () => join(folder, 'none') },
    { ...state, title: 'in a folder that is missing', path: () => join(folder, 'none', 'state') },
    { ...outputs, title: 'that is a folder', path: () => folder },
    ...(process.platform === 'linux' ? [{ ...state, title: 'on a full disk', path: () => '/dev/full' }] : []),
  ];

  test.each(cases)('is an error before any call: $variable $title', async ({ variable, path, words }) => {
    const { code, log, milliseconds } = await bake({ [variable]: path() });
    expect(code).toBe(1);
    expect(errorsIn(log)).toEqual([
      expect.stringContaining(`Cannot write ${words} to the file that \`${variable}\` names`),
    ]);
    expect(log).not.toContain('bug in bake-ami');
    expect(milliseconds).toBeLessThan(5000);
    expect(stage.simulator.calls.all).toEqual([]);
  });

  test('is a warning for the summary', async () => {
    const { code, log } = await bake({ GITHUB_STEP_SUMMARY: join(folder, 'none') });
    expect({ code, log }).toMatchObject({ code: 0 });
    expect(log).toMatch(/^::warning.*Cannot write the job summary/m);
  });

  test('is an error while the bake goes on, if it was writable before', async () => {
    await stage.close();
    stage = await Stage.open({ image: { seconds: 3 } });
    const output = join(folder, 'output');
    writeFileSync(output, '');
    const step = stage.step({}, { GITHUB_OUTPUT: output });
    const running = step.main();
    await until(() => stage.simulator.calls.of('CreateImage').length > 0);
    rmSync(output);
    const { code, log } = await running;
    expect({ code, log }).toMatchObject({ code: 1 });
    expect(errorsIn(log)).toEqual([expect.stringContaining('Cannot write the outputs of the step')]);
    expect([...stage.simulator.world().images.values()].at(-1)).toMatchObject({
      sourceInstanceId: stage.instanceId,
      deregisteredAt: undefined,
    });
    expect((await step.post()).log).toContain('Nothing to clean up');
  });
});
