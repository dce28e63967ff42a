/** The workflows that the documents show, run as they stand there by act, a runner that this project did not write. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { goTool } from '../../scripts/tools/go.ts';
import type { RecordedCall } from '../../simulator/calls.ts';
import { imageState } from '../../simulator/model/image.ts';
import { findParameter, versionsShown } from '../../simulator/model/parameter-store.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { eventFixture, Stage } from '../builders/stage.ts';
import { ActRepository } from './actions/act-repository.ts';
import { descendants, processTable } from './actions/processes.ts';
import { yamlUnder } from './actions/yaml-blocks.ts';
import { describeWith } from './describe-with.ts';

/** As in the documents. */
const instances = ['i-0123456789abcdef0', 'i-0fedcba9876543210'];

let stage: Stage | undefined;
let repository: ActRepository | undefined;
afterEach(async () => {
  repository?.dispose();
  await stage?.close();
  repository = undefined;
  stage = undefined;
});

describeWith(goTool('act'), 'act runs what the documents show', (act) => {
  /** An account with the documents' instances, and the repository `acme/web` with the workflow under that heading. */
  async function open(path: string, heading: string, options: SimulatorOptions = {}) {
    stage = await Stage.open({ image: { seconds: 1 }, ...options }, { id: instances[0] ?? '' });
    const { simulator, url } = stage;
    simulator.seedInstance({ id: instances[1] ?? '' });
    repository = new ActRepository(act, yamlUnder(path, heading), {
      AWS_ENDPOINT_URL: url,
      AWS_EC2_METADATA_DISABLED: 'true',
      ACTIONS_ID_TOKEN_REQUEST_URL: `${url}${simulator.gitHub.path}`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: simulator.gitHub.bearer,
    });
    return { stage, simulator, repository };
  }

  describe('the first workflow, on a push', () => {
    test('bakes, and hands the ID of a ready image to the job that deploys', async () => {
      const { simulator, repository } = await open('README.md', 'The smallest workflow');
      const { code, log } = await repository.run('push', { ref: 'refs/heads/main' });
      expect({ code, log }).toMatchObject({ code: 0 });

      const [image, ...others] = look(simulator);
      expect(others).toEqual([]);
      expect(image).toMatchObject({ state: 'available', tags: { 'bake-ami:state': 'ready' } });
      expect(image?.tags).toMatchObject({
        'bake-ami:repository': 'acme/web',
        'bake-ami:commit': repository.head,
        'bake-ami:instance': instances[0],
      });
      expect(image?.name).toMatch(new RegExp(`^web-main-\\d{14}-${repository.head.slice(0, 7)}$`));
      expect(printed(log, 'deploy')).toEqual([`Deploying ${image?.id}`]);
      expect(printed(log, 'bake')).toContain('Nothing to clean up: the main step left nothing open.');

      const [assumed] = simulator.calls.of('AssumeRoleWithWebIdentity');
      expect(assumed?.parameters).toMatchObject({ RoleArn: 'arn:aws:iam::123456789012:role/bake' });
      expect(log).not.toContain(assumed?.parameters['WebIdentityToken']);
      expect(log).not.toContain(simulator.gitHub.bearer);
    });

    test('deploys nothing when EC2 fails the image, of which nothing is left', async () => {
      const failure = { afterSeconds: 1, code: 'Client.VolumeError', message: 'The volume went away' };
      const { stage, simulator, repository } = await open('README.md', 'The smallest workflow', {
        image: { seconds: 60, failure },
      });
      const { code, log } = await repository.run('push', { ref: 'refs/heads/main' });
      expect({ code, log }).toMatchObject({ code: 1 });
      expect(log).toContain('Client.VolumeError: The volume went away');
      expect(simulator.world().images.size).toBe(1);
      expect(stage.remains).toEqual([]);
      expect(log).toMatch(/Success - Post acme\/bake-ami@v1/);
      expect(printed(log, 'deploy')).toEqual([]);
    });
  });

  describe('the workflow for several instances', () => {
    test('bakes both side by side, each under its name, in its family, to its parameter', async () => {
      const { simulator, repository } = await open('docs/recipes.md', 'Several instances');
      const { code, log } = await repository.run('workflow_dispatch', { ref: 'refs/heads/main' });
      expect({ code, log }).toMatchObject({ code: 0 });

      const images = look(simulator);
      expect(images).toHaveLength(2);
      for (const [index, role] of ['web', 'worker'].entries()) {
        const image = images.find(({ tags }) => tags['bake-ami:instance'] === instances[index]);
        expect(image).toMatchObject({
          state: 'available',
          tags: { 'bake-ami:state': 'ready', 'bake-ami:family': role },
        });
        expect(image?.name).toMatch(new RegExp(`^${role}-main-\\d{14}$`));
        expect(parameterOf(simulator, `/golden/${role}/latest`)).toEqual(image?.id);
      }
    });
  });

  describe('the workflow for pull requests', () => {
    test('bakes a test image that is deprecated in a week, and hands its ID to the next step', async () => {
      const { simulator, repository } = await open('docs/recipes.md', 'A test image for each pull request');
      simulator.gitHub.subject = 'repo:acme/web:pull_request';
      const { code, log } = await repository.run('pull_request', pullRequest({ full_name: 'acme/web' }));
      expect({ code, log }).toMatchObject({ code: 0 });

      const [image, ...others] = look(simulator);
      expect(others).toEqual([]);
      expect(image?.name).toMatch(/^web-pr-17-\d{14}-c0ffee0$/);
      expect(image).toMatchObject({
        state: 'available',
        tags: { 'bake-ami:family': 'web-test', Purpose: 'test of pull request 17' },
      });
      expect(image?.deprecatedInDays).toBeCloseTo(7, 1);
      expect(printed(log, 'bake')).toContain(`Testing ${image?.id}`);
      expect(simulator.calls.of('AssumeRoleWithWebIdentity')[0]?.parameters).toMatchObject({
        RoleArn: 'arn:aws:iam::123456789012:role/bake-test',
      });
    });

    test.each([
      ['a fork', { full_name: 'octocat/web' }],
      ['a fork that has been deleted', null],
    ])('does nothing for one from %s', async (_from, head) => {
      const { simulator, repository } = await open('docs/recipes.md', 'A test image for each pull request');
      const { code, log } = await repository.run('pull_request', pullRequest(head));
      expect({ code, log }).toMatchObject({ code: 0 });
      expect(simulator.calls.all).toEqual([]);
      expect(log).not.toContain('acme/bake-ami');
    });
  });

  describeWith(processTable, 'the first workflow, when its main step is killed', () => {
    const afterCreation = ({ action }: RecordedCall) => action === 'DescribeSnapshots';
    const uponCreation = ({ action, parameters }: RecordedCall) =>
      action === 'CreateImage' && parameters['DryRun'] !== 'true';

    test.each([
      ['while the image is pending', afterCreation],
      ['before it learns of its image', uponCreation],
    ])('%s, has the image removed by its post step', async (_when, isTheMoment) => {
      const { stage, simulator, repository } = await open('README.md', 'The smallest workflow', {
        image: { seconds: 60 },
      });
      const killed: number[] = [];
      const ignore = simulator.calls.onCall((call) => {
        if (!isTheMoment(call)) return;
        ignore();
        for (const pid of descendants(repository.pid, 'dist/main.js')) {
          process.kill(pid, 'SIGKILL');
          killed.push(pid);
        }
      });
      const { code, log } = await repository.run('push', { ref: 'refs/heads/main' });
      expect(killed).toHaveLength(1);
      expect({ code, log }).toMatchObject({ code: 1 });
      expect(log).toMatch(/Failure - Main acme\/bake-ami@v1/);
      expect(printed(log, 'bake').at(-1)).toBe('Cleaned up: nothing of this bake is left.');
      expect(simulator.world().images.size).toBe(1);
      expect(stage.remains).toEqual([]);
      expect(printed(log, 'deploy')).toEqual([]);
    });
  });
});

/** What the steps of a job printed, without what act says of them itself. */
function printed(log: string, job: string): string[] {
  return [...log.matchAll(new RegExp(`^\\[[^\\]]*/${job} *\\]   \\| (.*?)\\s*$`, 'gm'))].map(
    ([, line = '']) => line,
  );
}

/** What a job further down would read. */
function parameterOf(simulator: Simulator, name: string): string | undefined {
  const world = simulator.world();
  const parameter = findParameter(world, world.settings.accountId, name);
  return parameter && versionsShown(world, parameter, simulator.clock.now()).at(-1)?.value;
}

/** The images of the simulator as a person would look at them. */
function look(simulator: Simulator) {
  const now = simulator.clock.now();
  return [...simulator.world().images.values()].map((image) => ({
    id: image.id,
    name: image.name,
    state: imageState(image, now),
    tags: Object.fromEntries(image.tags.current),
    deprecatedInDays: image.deprecateAt === undefined ? undefined : (image.deprecateAt - now) / 86_400_000,
  }));
}

/** `fork` says nothing of where the branch is: it is true of the repository's own branches when that is itself a fork. */
function pullRequest(head: { full_name: string } | null): unknown {
  const event = eventFixture('pull-request') as { pull_request: { head: { repo: object | null } } };
  event.pull_request.head.repo = head && { ...head, fork: true };
  return event;
}
