/** `role-to-assume`, in the committed `dist`: the job has no credentials but those that the action gets itself. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { faults } from '../../simulator/faults.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { killedOnceCreated, Stage } from '../builders/stage.ts';

const roleArn = 'arn:aws:iam::123456789012:role/ci/bake';

let stage: Stage | undefined;
afterEach(async () => {
  await stage?.close();
  stage = undefined;
});

async function open(options?: SimulatorOptions) {
  stage = await Stage.open(options);
  const { simulator } = stage;
  const step = (inputs: Record<string, string> = {}, environment: Record<string, string> = {}) =>
    (stage as Stage).step(
      { 'role-to-assume': roleArn, ...inputs },
      {
        AWS_ACCESS_KEY_ID: '',
        AWS_SECRET_ACCESS_KEY: '',
        AWS_EC2_METADATA_DISABLED: 'true',
        ACTIONS_ID_TOKEN_REQUEST_URL: `${(stage as Stage).url}${simulator.gitHub.path}`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: simulator.gitHub.bearer,
        ...environment,
      },
    );
  return { simulator, step };
}

/** The log without the lines by which the runner is told what to mask: it prints them to nobody. */
function shown(log: string): string {
  return log.replaceAll(/^::add-mask::.*$/gm, '');
}

describe('a job without credentials of its own', () => {
  test('bakes for longer than a session lasts, and lets nobody see a token or a key', async () => {
    const sessionSeconds = 6;
    const { simulator, step } = await open({ image: { seconds: 2 * sessionSeconds + 1 }, sessionSeconds });
    const main = step();
    const { code, log, milliseconds } = await main.main();
    expect({ code, log }).toMatchObject({ code: 0 });

    // Two sessions end before the image is there, however seldom it is looked at. None is renewed before two thirds of it.
    const calls = simulator.calls.of('AssumeRoleWithWebIdentity');
    expect(calls.length).toBeGreaterThanOrEqual(3);
    expect(calls.length).toBeLessThanOrEqual(1 + milliseconds / 1000 / ((2 / 3) * sessionSeconds));
    expect(calls[0]?.parameters).toMatchObject({
      RoleArn: roleArn,
      RoleSessionName: 'bake-ami-7112233445-1',
    });
    expect(calls[0]?.parameters).not.toHaveProperty('DurationSeconds');
    expect(simulator.calls.all.filter(({ outcome }) => /Expired/.test(outcome.code ?? ''))).toEqual([]);

    const everything =
      shown(log) + JSON.stringify(main.outputs()) + JSON.stringify(main.state()) + main.summary();
    expect(log.match(/^::add-mask::/gm)?.length).toBeGreaterThanOrEqual(3 * calls.length);
    for (const [, secret = ''] of log.matchAll(/^::add-mask::(.*)$/gm))
      expect(everything).not.toContain(secret);
    for (const { parameters } of calls) {
      const token = parameters['WebIdentityToken'] ?? '';
      expect(log).toContain(`::add-mask::${token}`);
      expect(everything).not.toContain(token.split('.')[1]);
    }
    expect(everything).not.toContain(simulator.gitHub.bearer);
  });

  test('has what a killed step left removed by the post step, which assumes the role anew', async () => {
    const { simulator, step } = await open({ image: { seconds: 60 } });
    const main = step();
    await killedOnceCreated(main);
    expect(JSON.parse(main.state()['bake'] ?? '')).toMatchObject({ roleToAssume: roleArn });

    simulator.calls.clear();
    expect(await main.post()).toMatchObject({ code: 0 });
    expect((stage as Stage).remains).toEqual([]);
    expect(simulator.calls.actions().slice(0, 2)).toEqual(['GetIdToken', 'AssumeRoleWithWebIdentity']);
  });

  test('goes on when GitHub or STS fails it once', async () => {
    const { simulator, step } = await open();
    simulator.faults.add({ action: 'GetIdToken', fault: faults.reset(), times: 1 });
    simulator.faults.add({ action: 'AssumeRoleWithWebIdentity', fault: faults.internalError(), times: 1 });
    expect(await step().main()).toMatchObject({ code: 0 });
    expect(simulator.calls.of('GetIdToken')).toHaveLength(3);
  });
});

describe('a job that may not assume the role', () => {
  test('is told which permission it needs to get a token, before any call', async () => {
    const { simulator, step } = await open();
    const { code, log } = await step({}, { ACTIONS_ID_TOKEN_REQUEST_URL: '' }).main();
    expect(code).toBe(1);
    expect(log).toMatch(/^::error.*id-token: write/m);
    expect(log).toContain(roleArn);
    expect(simulator.calls.all).toEqual([]);
  });

  test('is told what its token says, for the trust policy', async () => {
    const { simulator, step } = await open();
    simulator.permissions.deny('sts:AssumeRoleWithWebIdentity');
    const { code, log, milliseconds } = await step().main();
    expect(code).toBe(1);
    expect(log).toMatch(/^::error.*Not authorized to perform sts:AssumeRoleWithWebIdentity/m);
    expect(log).toContain('repo:acme/web:ref:refs/heads/main');
    expect(milliseconds).toBeLessThan(5_000);
    expect(simulator.calls.of('AssumeRoleWithWebIdentity')).toHaveLength(1);
  });
});
