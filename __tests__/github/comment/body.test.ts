import { describe, expect, test } from '@jest/globals';
import { type CommentFacts, commentBody, type ShownImage } from '../../../src/github/comment/body.ts';
import { nobody } from '../../../src/image/share/grantees.ts';
import { pullRequest } from '../../builders/workflow.ts';

function anImage(overrides: Partial<ShownImage> = {}): ShownImage {
  return {
    region: 'eu-west-1',
    id: 'ami-0a1b2c3d4e5f60718',
    name: 'web-pr-17',
    state: 'available',
    sizeGiB: 28,
    family: 'web',
    tested: undefined,
    public: false,
    createdAt: 0,
    ...overrides,
  };
}

function bodyOf(overrides: Partial<CommentFacts> = {}): string {
  return commentBody({
    marker: { family: 'web', runId: '17532140987', runAttempt: '1', regions: [] },
    workflow: pullRequest(),
    images: [anImage()],
    own: new Set(['ami-0a1b2c3d4e5f60718']),
    pointers: [],
    unseen: [],
    ...overrides,
  });
}

/** The cells of the first image. */
function rowOf(body: string): string[] {
  const [, , row = ''] = body.split('\n').filter((line) => line.startsWith('|'));
  return row
    .split('|')
    .map((cell) => cell.trim())
    .slice(1, -1);
}

describe('A comment', () => {
  test('shows an image with its link, size, test and state, and links to the run', () => {
    const body = bodyOf();
    expect(rowOf(body)).toEqual([
      expect.stringMatching(
        /^<a href="https:\/\/eu-west-1\.console\.aws\.amazon\.com\/.*<code>ami-0a1b2c3d4e5f60718<\/code><\/a><br>web-pr-/,
      ),
      '<code>eu-west-1</code>',
      '28&nbsp;GiB',
      'not tested',
      '',
      'available',
    ]);
    expect(body).toContain(pullRequest().runUrl);
  });

  test('tells that an image was removed, and when', () => {
    const row = rowOf(bodyOf({ images: [anImage({ removedAt: Date.UTC(2026, 10, 25, 18, 30) })] }));
    expect(row.at(-1)).toBe('🗑️ removed at 2026-11-25 18:30 UTC');
    expect(row[0]).not.toContain('href');
  });

  test('tells of a test of this step how long the boot took', () => {
    const test = {
      imageId: 'ami-0a1b2c3d4e5f60718',
      judgement: 'passed',
      bootSeconds: 42,
      consoleTail: ['x'],
    };
    expect(rowOf(bodyOf({ test }))[3]).toBe('✅ passed, booted in 42 s');
    expect(bodyOf({ test })).not.toContain('<details>');
  });

  test('folds the console of a failed test, which can neither end the fold nor the block', () => {
    const consoleTail = ['</details>', '````', '@everyone', '\u001b[31mKernel panic\u001b[0m'];
    const test = {
      imageId: 'ami-0a1b2c3d4e5f60718',
      judgement: 'failed',
      reason: 'it did not boot',
      consoleTail,
    };
    const body = bodyOf({ test });
    expect(rowOf(body)[3]).toBe('❌ failed: it did not boot');
    expect(body).toContain('`````\n</details>\n````\n@everyone\nKernel panic\n`````');
  });

  test('says that an image was not judged, and how the test before went', () => {
    const test = { imageId: 'ami-0a1b2c3d4e5f60718', judgement: 'infrastructure', reason: 'no capacity' };
    const images = [anImage({ tested: 'passed 2026-11-24T10:00:00Z' })];
    expect(rowOf(bodyOf({ test, images }))[3]).toBe(
      '⚠️ not judged: no capacity<br>before: ✅ passed, 2026-11-24 10:00 UTC',
    );
  });

  test.each([
    ['passed 2026-11-24T10:00:00Z', '✅ passed, 2026-11-24 10:00 UTC'],
    ['failed', '❌ failed'],
    ['passed by far', 'passed by far'],
  ])('reads the tag %j of another step as %s', (tested, shown) => {
    expect(rowOf(bodyOf({ images: [anImage({ tested })] }))[3]).toBe(shown);
  });

  test('tells how many the image is shared with, and what names it there', () => {
    const body = bodyOf({
      shared: { ...nobody, accounts: ['210987654321'], public: false },
      pointers: [
        { region: 'eu-west-1', name: '/images/web/latest' },
        { region: 'us-west-2', name: '/elsewhere' },
      ],
    });
    expect(rowOf(body)[4]).toBe('1 account<br><code>/images/web/latest</code>');
    expect(body).not.toContain('210987654321');
  });

  test('says what EC2 could not be asked for', () => {
    expect(bodyOf({ unseen: [{ region: 'us-west-2', problem: 'UnauthorizedOperation' }] })).toContain(
      'could not be asked for the images in <code>us-west-2</code>',
    );
  });

  test('begins with the failure of the step', () => {
    const body = bodyOf({
      images: [],
      failure: { title: 'The bake failed', error: new Error('No <b>disk') },
    });
    expect(body).toContain('❌ <b>The bake failed</b>\n\nNo &#60;b&#62;disk');
    expect(body).toContain('There is no image.');
  });

  test('shows no account IDs of what EC2 says', () => {
    const error = new Error('User: arn:aws:sts::123456789012:assumed-role/bake is not authorized');
    const problem = 'UnauthorizedOperation for 123456789012';
    const body = bodyOf({
      failure: { title: 'The bake failed', error },
      unseen: [{ region: 'us-west-2', problem }],
    });
    expect(body).toContain('is not authorized');
    expect(body).not.toContain('123456789012');
  });

  test('has no room for a meaning of what comes from outside', () => {
    const hostile = '<img src=x onerror=alert(1)> | @octocat #1 <!-- ![x](http://x) `code` \n## Head';
    const body = bodyOf({
      marker: { family: hostile, runId: '1', runAttempt: '1', regions: [] },
      workflow: pullRequest({ workflow: hostile }),
      images: [anImage({ name: hostile, tested: hostile, state: hostile, unknown: hostile })],
      pointers: [{ region: 'eu-west-1', name: hostile }],
      test: { imageId: 'ami-0a1b2c3d4e5f60718', judgement: 'failed', reason: hostile },
      failure: { title: 'The bake failed', error: new Error(hostile) },
      unseen: [{ region: hostile, problem: hostile }],
    });
    const rest = body.slice(body.indexOf('\n'));
    for (const text of ['<img', '@octocat', ' #1', '<!--', '![x]', '`code`', '\n## Head']) {
      expect(rest).not.toContain(text);
    }
    expect(rowOf(body)).toHaveLength(6);
  });

  test('is never longer than GitHub takes', () => {
    const hostile = '@|<'.repeat(400);
    const images = Array.from({ length: 40 }, () =>
      anImage({ name: hostile, tested: hostile, state: hostile }),
    );
    const pointers = Array.from({ length: 40 }, () => ({ region: 'eu-west-1', name: hostile }));
    const consoleTail = Array.from({ length: 200 }, () => hostile);
    const body = bodyOf({
      marker: { family: hostile, runId: '1', runAttempt: '1', regions: [] },
      images,
      pointers,
      test: { imageId: 'ami-0a1b2c3d4e5f60718', judgement: 'failed', reason: hostile, consoleTail },
      failure: { title: 'The bake failed', error: new Error(hostile) },
    });
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body).toMatch(/\d+ more are not listed here/);
  });
});
