/** The comment in a pull request, with EC2 and GitHub simulated on one clock. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Fault, faults } from '../../simulator/faults.ts';
import { gitHubFaults } from '../../simulator/github/faults.ts';
import { inProcessFetch } from '../../simulator/github/in-process-fetch.ts';
import type { IssueComment } from '../../simulator/github/model.ts';
import { GitHubApi, gitHubTokens } from '../../simulator/github-api.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { bake } from '../../src/bake/bake.ts';
import type { BakeInputs } from '../../src/bake/inputs/table.ts';
import { commentOf } from '../../src/bake/report/comment.ts';
import type { WorkflowContext } from '../../src/base/workflow.ts';
import { type CommentOptions, updateComment } from '../../src/github/comment/update.ts';
import { factsOf } from '../../src/image/of-pull-request.ts';
import { Rig } from '../builders/rig.ts';
import { pullRequest } from '../builders/workflow.ts';

// Virtual time passes while a module is loaded.
beforeAll(() => import('@actions/github'));

const bot = { login: 'github-actions[bot]', type: 'Bot' } as const;

/** EC2 with an instance, and pull request 17 of acme/web. */
class CommentRig extends Rig {
  readonly gitHub = new GitHubApi({ clock: this.clock });
  fetch: typeof fetch = inProcessFetch(this.gitHub);

  constructor(options: SimulatorOptions = {}) {
    super(options);
    this.gitHub.seedPull({ number: 17 });
  }

  /** A bake with `comment: true`, and what it has to say. */
  async bakeAndTell(attempt: Partial<WorkflowContext> = {}, inputs: Partial<BakeInputs> = {}) {
    const given = { comment: true, githubToken: gitHubTokens.actions, ...inputs };
    const run = this.run(given, pullRequest(attempt));
    const outcome = await this.clock.run(bake(run));
    await this.clock.run(updateComment(run, { ...commentOf(run, outcome), fetch: this.fetch }));
    return outcome;
  }

  /** Another step of the pull request. */
  tell(options: Partial<CommentOptions>, attempt: Partial<WorkflowContext> = {}): Promise<void> {
    const run = this.run({}, pullRequest(attempt));
    const { actions: githubToken } = gitHubTokens;
    const given = { comment: true, githubToken, environment: {}, fetch: this.fetch, ...options };
    return this.clock.run(updateComment(run, given));
  }

  get comments(): IssueComment[] {
    return this.gitHub.repository().comments;
  }

  get bodies(): string[] {
    return this.comments.map(({ body }) => body);
  }

  get warnings(): string[] {
    return this.log.filter((line) => line.startsWith('warning'));
  }
}

/** The ID of the image that a bake has made. */
function idOf({ record }: Awaited<ReturnType<CommentRig['bakeAndTell']>>): string {
  return record.image?.id ?? 'none';
}

describe('The comment', () => {
  test('is made once, with the image, its size and its link', async () => {
    const rig = new CommentRig();
    const id = idOf(await rig.bakeAndTell());
    expect(rig.comments).toEqual([expect.objectContaining({ issue: 17, author: bot })]);
    expect(rig.bodies[0]).toContain(`AMI`);
    expect(rig.bodies[0]).toContain(`#ImageDetails:imageId=${id}"><code>${id}</code></a>`);
    expect(rig.bodies[0]).toContain('| 28&nbsp;GiB | not tested |');
    expect(rig.warnings).toEqual([]);
    expect(rig.clock.pending).toBe(0);
  });

  test('shows the copies in other Regions too', async () => {
    const rig = new CommentRig();
    const { record } = await rig.bakeAndTell({}, { copyTo: [{ region: 'us-west-2' }] });
    expect(record.copies).toHaveLength(1);
    expect(rig.bodies[0]).toContain('<code>us-west-2</code>');
    expect(rig.bodies[0]).toContain(record.copies?.[0]?.id);
    // A later step does not know of that Region by itself.
    await rig.tell({ images: [{ region: 'eu-west-1', id: record.image?.id ?? '' }] });
    expect(rig.comments).toHaveLength(1);
    expect(rig.bodies[0]).toContain(record.copies?.[0]?.id);
  });

  test('is updated by a later step of the run and by a later run, which know the images by their tags', async () => {
    const rig = new CommentRig();
    const id = idOf(await rig.bakeAndTell());
    const test = { imageId: id, judgement: 'passed', bootSeconds: 42 };
    await rig.tell({ images: [{ region: 'eu-west-1', id }], test });
    expect(rig.bodies).toEqual([expect.stringContaining('✅ passed, booted in 42 s')]);
    const newer = idOf(await rig.bakeAndTell({ runId: '17532140999' }));
    expect(rig.comments).toHaveLength(1);
    expect(rig.bodies[0]).toContain(id);
    expect(rig.bodies[0]).toContain(newer);
  });

  test('shows what another step has found out by what EC2 says, not by what it said before', async () => {
    const rig = new CommentRig();
    const id = idOf(await rig.bakeAndTell());
    const tag = { key: 'bake-ami:tested', value: 'failed 2026-11-22T22:00:00Z' };
    rig.simulator.world().images.get(id)?.tags.put([tag], rig.clock.now());
    await rig.clock.run(rig.clock.sleep(60_000));
    const [comment] = rig.comments;
    if (comment) comment.body = `${comment.body.split('\n')[0]}\nSomething else, ami-0ffffffffffffffff`;
    await rig.tell({
      images: [{ region: 'eu-west-1', id }],
      pointers: [{ region: 'eu-west-1', name: '/web/latest' }],
    });
    expect(rig.bodies).toEqual([expect.stringContaining('❌ failed, 2026-11-22 22:00 UTC')]);
    expect(rig.bodies[0]).toContain('<code>/web/latest</code>');
    expect(rig.bodies[0]).not.toContain('ami-0ffffffffffffffff');
  });

  test('tells that an image was removed', async () => {
    const rig = new CommentRig();
    const id = idOf(await rig.bakeAndTell());
    const image = { ImageId: id, Name: 'web', Tags: [{ Key: 'bake-ami:family', Value: 'web' }] };
    const removed = [factsOf('eu-west-1', image)];
    rig.simulator.world().images.delete(id);
    await rig.tell({ removed });
    expect(rig.bodies).toEqual([expect.stringContaining('removed at 2026-11-22')]);
    expect(rig.bodies[0]).toContain(id);
  });

  test('tells that a bake failed, and that its image was removed', async () => {
    const rig = new CommentRig();
    rig.simulator.faults.add({
      action: 'CreateTags',
      fault: faults.error('UnauthorizedOperation', 'No.', 403),
    });
    const outcome = await rig.bakeAndTell();
    expect(outcome.ok).toBe(false);
    expect(rig.bodies).toEqual([expect.stringContaining('❌ <b>The bake failed</b>')]);
    expect(rig.bodies[0]).toContain(idOf(outcome));
    expect(rig.bodies[0]).toContain('removed at 2026-11-22');
  });

  test('has one of its own for each family', async () => {
    const rig = new CommentRig();
    await rig.bakeAndTell();
    await rig.tell({ family: 'worker' });
    expect(rig.comments).toHaveLength(2);
    expect(rig.bodies[1]).toContain('There is no image.');
  });

  test.each([
    ['run', { runId: '9' }],
    ['attempt', { runId: '17532140987', runAttempt: '1' }],
  ])('of a newer one is not overwritten by an older %s', async (_what, older) => {
    const rig = new CommentRig();
    await rig.tell({ family: 'web' }, { runId: '17532140987', runAttempt: '2' });
    const [body] = rig.bodies;
    await rig.tell({ family: 'web', failure: { title: 'Failed', error: new Error('old') } }, older);
    expect(rig.bodies).toEqual([body]);
    expect(rig.log.at(-1)).toContain('a newer run has written it');
  });

  test('of somebody else is left alone although it bears the marker', async () => {
    const rig = new CommentRig();
    await rig.tell({ family: 'web' });
    const [own] = rig.comments;
    if (own) own.author = { login: 'mallory', type: 'User' };
    const [body] = rig.bodies;
    await rig.tell({ family: 'web' }, { runId: '17532140999' });
    expect(rig.comments.map(({ author }) => author.login)).toEqual(['mallory', bot.login]);
    expect(rig.bodies[0]).toBe(body);
  });

  test('is found as that of the person whose token it is', async () => {
    const rig = new CommentRig();
    const githubToken = gitHubTokens.personal;
    await rig.tell({ family: 'web', githubToken });
    await rig.tell({ family: 'web', githubToken }, { runId: '17532140999' });
    expect(rig.comments.map(({ author }) => author.login)).toEqual(['octocat']);
  });

  test.each([
    ['refuses', gitHubFaults.notFound()],
    ['says nothing useful', gitHubFaults.serverError()],
  ])('is found as that of GITHUB_TOKEN where GraphQL %s', async (_what, fault) => {
    const rig = new CommentRig();
    rig.gitHub.faults.add({ action: 'graphql', fault });
    await rig.tell({ family: 'web' });
    await rig.tell({ family: 'web' }, { runId: '17532140999' });
    expect(rig.comments.map(({ author }) => author.login)).toEqual([bot.login]);
  });

  test('is found on page two', async () => {
    const rig = new CommentRig();
    for (let count = 0; count < 130; count += 1) rig.gitHub.seedComment({ issue: 17 });
    await rig.tell({ family: 'web' });
    await rig.tell({ family: 'web' }, { runId: '17532140999' });
    expect(rig.comments).toHaveLength(131);
    expect(rig.gitHub.calls.of('issues/list-comments').at(-1)?.parameters).toMatchObject({
      per_page: '100',
      page: '2',
    });
  });

  test('of two after a race: the older stays', async () => {
    const rig = new CommentRig();
    await rig.tell({ family: 'web' }, { runId: '8' });
    const [first] = rig.bodies;
    // What another step makes while this one looks.
    rig.comments.splice(0);
    const plain = rig.fetch;
    rig.fetch = async (address, init) => {
      if (init?.method === 'POST' && String(address).endsWith('/comments'))
        rig.gitHub.seedComment({ issue: 17, author: bot, body: first ?? '' });
      return plain(address, init);
    };
    await rig.tell({ family: 'web' }, { runId: '9' });
    expect(rig.comments).toEqual([expect.objectContaining({ id: expect.any(Number), author: bot })]);
    expect(rig.bodies[0]).toContain('run=9.1');
    expect(rig.comments[0]?.id).toBeLessThan(1_010);
    expect(rig.gitHub.calls.of('issues/delete-comment')).toHaveLength(1);
  });

  test.each<[string, Fault]>([
    ['the answer is lost', faults.lostAnswer()],
    ['GitHub has trouble after the work', faults.internalError({ after: true })],
  ])('is made once when %s', async (_what, fault) => {
    const rig = new CommentRig();
    rig.gitHub.faults.add({ action: 'issues/create-comment', fault, times: 1 });
    await rig.tell({ family: 'web' });
    expect(rig.comments).toHaveLength(1);
    expect(rig.warnings).toEqual([]);
  });

  test.each<[string, Fault | undefined, string, RegExp]>([
    [
      'a token that can only read',
      undefined,
      gitHubTokens.readOnly,
      /GitHub answered 403 .*`permissions: \{ pull-requests: write \}`/,
    ],
    [
      'a token that is not valid',
      undefined,
      'ghs_wrong',
      /GitHub answered 401 Bad credentials.*`github-token`/,
    ],
    ['no token', undefined, '', /`github-token` is empty/],
    ['404', gitHubFaults.notFound(), gitHubTokens.actions, /GitHub answered 404/],
    [
      'a rate limit',
      gitHubFaults.secondaryRateLimited(),
      gitHubTokens.actions,
      /^(?!.*`permissions).*secondary rate limit/,
    ],
    [
      'a locked conversation',
      faults.error('403', 'Unable to create comment because issue is locked.', 403),
      gitHubTokens.actions,
      /^(?!.*`permissions).*GitHub answered 403 .*is locked/,
    ],
    ['no end of trouble', gitHubFaults.serverError(), gitHubTokens.actions, /Server Error/],
    ['silence', faults.stall(), gitHubTokens.actions, /did not answer within/],
    ['a proxy’s page', faults.htmlError(), gitHubTokens.actions, /could not be written/],
    ['a connection that breaks', faults.reset(), gitHubTokens.actions, /ECONNRESET/],
  ])('with %s is a warning, and soon', async (_what, fault, githubToken, problem) => {
    const rig = new CommentRig();
    if (fault) rig.gitHub.faults.add({ fault });
    const startedAt = rig.clock.now();
    await rig.tell({ family: 'web', githubToken });
    expect(rig.warnings).toEqual([expect.stringMatching(problem)]);
    expect(rig.clock.now() - startedAt).toBeLessThanOrEqual(20_000);
    expect(rig.log.join('\n')).not.toMatch(/ghs_|ghp_/);
    expect(rig.comments).toEqual([]);
    expect(rig.clock.pending).toBe(0);
  });

  test('says what EC2 could not tell, and shows the image by its ID all the same', async () => {
    const rig = new CommentRig();
    rig.simulator.faults.add({
      action: 'DescribeImages',
      fault: faults.error('UnauthorizedOperation', 'No.', 403),
    });
    await rig.tell({ family: 'web', images: [{ region: 'eu-west-1', id: 'ami-0a1b2c3d4e5f60718' }] });
    expect(rig.bodies[0]).toContain('EC2 could not be asked for the images in <code>eu-west-1</code>');
    expect(rig.bodies[0]).toContain('ami-0a1b2c3d4e5f60718');
    expect(rig.warnings).toEqual([]);
  });
});

describe('Nobody is called', () => {
  test.each<[string, Partial<CommentOptions>, Partial<WorkflowContext>, number]>([
    ['without `comment`', { comment: false, family: 'web' }, {}, 0],
    ['outside of a pull request', { family: 'web' }, { pr: undefined, ref: 'main' }, 1],
  ])('%s', async (_what, options, attempt, lines) => {
    const rig = new CommentRig();
    await rig.tell(options, attempt);
    expect(rig.gitHub.calls.all).toEqual([]);
    expect(rig.simulator.calls.all).toEqual([]);
    expect(rig.log.filter((line) => line.startsWith('info'))).toHaveLength(lines);
    expect(rig.log).toHaveLength(lines);
  });

  test('by a dry run', async () => {
    const rig = new CommentRig();
    await rig.bakeAndTell({}, { dryRun: true });
    expect(rig.gitHub.calls.all).toEqual([]);
  });

  test('by a step that was cancelled', async () => {
    const rig = new CommentRig();
    rig.cancel();
    await rig.tell({ family: 'web' });
    expect(rig.gitHub.calls.all).toEqual([]);
    expect(rig.warnings).toEqual([]);
  });

  test('at GitHub, when a step has removed nothing of this pull request', async () => {
    const rig = new CommentRig();
    await rig.tell({ removed: [] });
    expect(rig.gitHub.calls.all).toEqual([]);
  });
});
