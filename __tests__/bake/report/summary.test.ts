import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { summaryMarkdown } from '../../../src/bake/report/summary.ts';
import type { Log } from '../../../src/base/log.ts';
import { cleanupLines } from '../../../src/distribute/clean-up.ts';
import type { Failure, Success } from '../../../src/distribute/ending.ts';
import { earlySummary } from '../../../src/github/report/problem.ts';
import { publishSummary } from '../../../src/github/report/publish-summary.ts';
import {
  anEmptyRecord,
  anImage,
  anInstance,
  aPrevious,
  aRecord,
  aSnapshot,
  aWorkflow,
  bakeStart,
  phasesOf,
  someNames,
} from '../../builders/record.ts';

const success: Success = { status: 'success', endedAt: bakeStart + 372_000 };

function aFailure(overrides: Partial<Failure> = {}): Failure {
  return {
    status: 'failure',
    endedAt: bakeStart + 225_000,
    message: 'EC2 could not create the image.',
    removed: [],
    left: [],
    ...overrides,
  };
}

/** What a reader reads: without tags, references resolved. */
function read(markdown: string): string {
  return markdown
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, point) => String.fromCodePoint(Number(point)))
    .replaceAll('&nbsp;', ' ');
}

/** The summary from the heading on, as a reader reads it. */
function summaryOf(...args: Parameters<typeof summaryMarkdown>): string {
  return read(summaryMarkdown(...args));
}

const imageLink =
  '<a href="https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#ImageDetails:imageId=ami-0a1b2c3d4e5f60718">';

describe('the summary of a finished bake', () => {
  const markdown = summaryMarkdown(aRecord(), aWorkflow(), success);
  const text = read(markdown);

  test('starts with the image, its name, Region, size and time', () => {
    expect(text.split('\n').slice(0, 3)).toEqual([
      '## ✅ Baked ami-0a1b2c3d4e5f60718',
      '',
      'web-main-20261122213405-1a2b3c4 · eu-west-1 · 2 snapshots, 108 GiB · 6 min 12 s',
    ]);
    expect(markdown).toContain(`## ✅ Baked ${imageLink}`);
  });

  test('tells what was baked from what', () => {
    expect(text).toContain(
      'Instancei-0c0ffee0c0ffee012 · eu-west-1 · web-builder · t3.medium · x86_64 · Linux/UNIX',
    );
    expect(text).toContain('Source AMIami-0f00ba4f00ba4f00b · eu-west-1');
    expect(text).toContain('Rebootyes');
    expect(text).toContain('Commitocto-org/web · 1a2b3c4 · main');
    expect(text).toContain('RunBake images #128 · bake · by octocat');
  });

  test('links to the commit and the run', () => {
    expect(markdown).toContain(
      'href="https://github.com/octo-org/web/commit/1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d"',
    );
    expect(markdown).toContain('href="https://github.com/octo-org/web/actions/runs/19601234567/attempts/1"');
  });

  test('lists the snapshots with their volumes, the root volume marked', () => {
    expect(text).toContain(
      [
        '| Device | Size | Snapshot | Region | Encrypted | Volume |',
        '| :-- | --: | :-- | :-- | :-- | :-- |',
        '| /dev/xvda root | 8 GiB | snap-0a0000000000000a1 | eu-west-1 | 🔒 yes | vol-0a0000000000000a1 |',
        '| /dev/sdf | 100 GiB | snap-0b0000000000000b2 | eu-west-1 | no | vol-0b0000000000000b2 |',
        '| Total | 108 GiB |  |  |  |  |',
      ].join('\n'),
    );
    expect(markdown).toContain('#SnapshotDetails:snapshotId=snap-0a0000000000000a1"');
    expect(markdown).toContain('#VolumeDetails:volumeId=vol-0a0000000000000a1"');
  });

  test('has a command for each Region that removes the image, under protection too', () => {
    const lifecycle = { deprecatedAt: undefined, imdsv2: false, protection: 'on' as const };
    const image = anImage({ lifecycle });
    const copy = anImage({ id: 'ami-0b1b2c3d4e5f60718', region: 'us-west-2', lifecycle });
    const copies = [{ region: 'us-west-2', id: copy.id, image: copy }];
    const told = summaryMarkdown(aRecord({ image, copies }), aWorkflow(), success);
    expect(told).toContain('<summary>Delete the AMI in 2 Regions and its snapshots');
    for (const { id, region } of [image, copy]) {
      const which = `--region ${region} --image-id ${id}`;
      expect(told).toContain(
        `aws ec2 disable-image-deregistration-protection ${which} && aws ec2 deregister-image ${which} --delete-associated-snapshots`,
      );
    }
  });

  test('says nothing of deprecation, IMDSv2 and protection that EC2 has not shown', () => {
    expect(text).not.toMatch(/Deprecated|IMDSv2|Protection/);
  });

  test.each([
    [{ deprecatedAt: undefined, imdsv2: false, protection: 'off' }, 'never', 'optional', 'off'],
    [
      { deprecatedAt: Date.UTC(2027, 1, 20, 21, 34), imdsv2: true, protection: 'with-cooldown' },
      'from 2027-02-20 21:34 UTC',
      'required',
      'from deregistration, with a cooldown of 24 hours',
    ],
  ] as const)(
    'has the date of deprecation, IMDSv2 and protection: %j',
    (lifecycle, date, imdsv2, protection) => {
      const told = summaryOf(aRecord({ image: anImage({ lifecycle }) }), aWorkflow(), success);
      expect(told).toContain(`Deprecated${date}\n`);
      expect(told).toContain(`IMDSv2${imdsv2}\n`);
      expect(told).toContain(`Protection${protection}`);
    },
  );

  test('has the image before with its age, its size and the commits between the two', () => {
    const commit = '99887766554433221100ffeeddccbbaa99887766';
    const previous = aPrevious({ commit });
    const markdown = summaryMarkdown(aRecord({ previous }), aWorkflow(), success);
    expect(read(markdown)).toContain(
      'Previousami-0a1b2c3d4e5f60717 · eu-west-1 · web-1 · 12 days old · 96 GiB · commits 9988776...1a2b3c4',
    );
    expect(markdown).toContain('#ImageDetails:imageId=ami-0a1b2c3d4e5f60717"');
    expect(markdown).toContain(`/compare/${commit}...1a2b3c4d`);
  });

  test('counts whom it is shared with, and has the names folded', () => {
    const sharing = {
      ...{ accounts: ['111122223333', '444455556666'], organizations: [], organizationalUnits: [] },
      ...{ public: false, snapshots: true },
    };
    const told = summaryMarkdown(aRecord({ sharing }), aWorkflow(), success);
    expect(read(told)).toContain('Shared with2 accounts · snapshots too\n');
    const [open, folded = ''] = told.split('<details><summary>Shared with 2 accounts</summary>');
    expect(open).not.toContain('111122223333');
    expect(folded).toContain('<code>111122223333</code>');
    expect(folded).toContain('<code>444455556666</code>');
  });

  test('says what all Regions cost at most, with date and source, and which price is not known', () => {
    expect(text).toContain('Costat most $5.40 a month at list price of August 2023, AWS Price List\n');
    const copy = (region: string) => ({ region, id: 'ami-0b1b2c3d4e5f60718', image: anImage({ region }) });
    const copies = [copy('us-west-1'), copy('sa-east-1')];
    expect(summaryOf(aRecord({ copies }), aWorkflow(), success)).toContain(
      'Costat most $11.34 a month in 2 Regions at list price of August 2023, AWS Price List; and 108 GiB in sa-east-1 at prices of that Region\n',
    );
  });

  test('draws the phases', () => {
    expect(markdown).toContain('```mermaid\n');
    expect(markdown).toContain('section Wait\n  6 min 5 s :');
  });

  test('hands the AMI ID on in a workflow to copy', () => {
    expect(markdown).toContain(
      [
        '```yaml',
        'jobs:',
        '  bake:',
        '    outputs:',
        '      ami-id: $' + '{{ steps.ami.outputs.ami-id }}',
        '  deploy:',
        '    needs: bake',
        '    env:',
        '      AMI_ID: $' + '{{ needs.bake.outputs.ami-id }}',
        '```',
      ].join('\n'),
    );
  });

  test('says how long the snapshots are charged, and gives the command that ends it', () => {
    expect(text).toContain('the snapshots are charged until they are deleted too');
    expect(markdown).toContain(
      '```sh\naws ec2 deregister-image --region eu-west-1 --image-id ami-0a1b2c3d4e5f60718 --delete-associated-snapshots\n```',
    );
  });

  test('has the tags of the image', () => {
    expect(text).toContain('| team | storefront |');
    expect(text).toContain('| bake-ami:state | ready |');
  });

  test('shows not the ID of the account, since the summaries of public repositories are public', () => {
    expect(text).not.toContain('123456789012');
  });
});

describe('the summary tells apart', () => {
  test('an image that was there before: nothing was created, and it is not offered for deletion', () => {
    const { rebooted: _rebooted, ...record } = aRecord({ created: false, reused: true });
    const text = summaryOf(record, aWorkflow(), success);
    expect(text).toContain('## ♻️ Reused ami-0a1b2c3d4e5f60718');
    expect(text).toContain('this bake created nothing');
    expect(text).not.toContain('deregister-image');
    expect(text).not.toContain('Reboot');
    expect(text).toContain('| Device | Size | Snapshot | Region | Encrypted |\n');
  });

  test('an image that the bake did not wait for', () => {
    const image = anImage({ state: 'pending', snapshots: [] });
    const text = summaryOf(aRecord({ image }), aWorkflow(), success);
    expect(text).toContain('## ⏳ Baking ami-0a1b2c3d4e5f60718');
    expect(text).toContain('EC2 says pending');
    expect(text).toContain('EC2 has not named the snapshots of this image yet.');
  });

  test('a bake that went on from an earlier attempt', () => {
    const text = summaryOf(aRecord({ resumed: true }), aWorkflow({ runAttempt: '2' }), success);
    expect(text).toContain('resumed from an earlier attempt');
    expect(text).toContain('Bake images #128, attempt 2');
  });

  test.each([
    [true, 'running', 'yes, for consistent file systems'],
    [false, 'running', 'no: the file systems are as after a power failure'],
    [false, 'stopped', 'not needed, the instance was stopped'],
  ])('rebooted: %s, and the instance %s', (rebooted, state, told) => {
    const record = aRecord({ rebooted, instance: anInstance({ state }) });
    expect(summaryOf(record, aWorkflow(), success)).toContain(`Reboot${told}`);
  });
});

describe('the summary', () => {
  test('links a pull request', () => {
    const markdown = summaryMarkdown(aRecord(), aWorkflow({ pr: 12, ref: 'pr-12' }), success);
    expect(markdown).toContain('<a href="https://github.com/octo-org/web/pull/12"><code>pr-12</code></a>');
  });

  test('shows IDs without links where the console has no public address', () => {
    const image = anImage({ region: 'us-iso-east-1' });
    const instance = anInstance({ region: 'us-iso-east-1' });
    const record = aRecord({ region: 'us-iso-east-1', image, instance });
    const markdown = summaryMarkdown(record, aWorkflow(), success);
    expect(markdown).toContain('## ✅ Baked <code>ami-0a1b2c3d4e5f60718</code>');
    expect(markdown).not.toContain('console.');
  });

  test('shows each warning once, above the facts', () => {
    const warning = 'The instance store volume /dev/nvme1n1 is not captured.';
    const names = someNames({ warnings: [warning, 'The name was cut.'] });
    const text = summaryOf(aRecord({ names, warnings: [warning] }), aWorkflow(), success);
    expect(text.split(warning)).toHaveLength(2);
    expect(text).toContain(`> [!WARNING]\n> - ${warning}\n> - The name was cut.\n`);
  });

  test('folds a long table of snapshots and still tells their number and size', () => {
    const snapshots = Array.from({ length: 12 }, (_, index) =>
      aSnapshot({ root: index === 0, sizeGiB: 512 }),
    );
    const markdown = summaryMarkdown(aRecord({ image: anImage({ snapshots }) }), aWorkflow(), success);
    expect(markdown).toContain('<details><summary><b>12 snapshots</b>, 6 TiB</summary>\n\n| Device ');
  });

  test.each([
    ['a job ID that is none', { job: 'a b: }}' }, 'bake', 'ami'],
    ['a step without an ID', { step: '__bake-ami_2' }, 'bake', 'bake'],
    ['a job of its own', { job: 'golden_image', step: 'create' }, 'golden_image', 'create'],
  ])('gives a workflow that works for %s', (_, workflow, job, step) => {
    const markdown = summaryMarkdown(aRecord(), aWorkflow(workflow), success);
    expect(markdown).toContain(`\n  ${job}:\n`);
    expect(markdown).toContain(`steps.${step}.outputs.ami-id`);
    expect(markdown).toContain(`needs.${job}.outputs.ami-id`);
    expect(markdown.includes('give the bake-ami step "id: bake"')).toBe(
      'step' in workflow && step === 'bake',
    );
  });

  test('does not name the later job like the bake', () => {
    expect(summaryMarkdown(aRecord(), aWorkflow({ job: 'deploy' }), success)).toContain(
      '\n  launch:\n    needs: deploy\n',
    );
  });

  test('has a remedy of several points as a list', () => {
    const failure = aFailure({ remedy: '- Enable the key.\n- Run the job again.' });
    expect(summaryOf(aRecord(), aWorkflow(), failure)).toContain(
      '> What to do:\n>\n> - Enable the key.\n> - Run the job again.\n',
    );
  });

  test('names the phase that was running when it failed', () => {
    const record = aRecord({ phases: phasesOf({ Create: 2, Wait: undefined }) });
    expect(summaryOf(record, aWorkflow(), aFailure())).toContain('in the phase Wait');
  });

  test('counts a single snapshot as one, without a total', () => {
    const text = summaryOf(aRecord({ image: anImage({ snapshots: [aSnapshot()] }) }), aWorkflow(), success);
    expect(text).toContain('1 snapshot, 8 GiB');
    expect(text).not.toContain('Total');
  });

  test('gives no command with an ID or a Region that is none', () => {
    for (const image of [anImage({ id: 'ami-0;rm' }), anImage({ region: 'x;rm' })]) {
      expect(summaryMarkdown(aRecord({ image }), aWorkflow(), success)).not.toContain('deregister-image');
    }
  });
});

describe('the summary of a failed bake', () => {
  const failure = aFailure({
    message: 'EC2 could not create ami-0a1b2c3d4e5f60718: the key of vol-0b0000000000000b2 is disabled.',
    remedy: 'Enable the key.',
    removed: ['AMI ami-0a1b2c3d4e5f60718'],
    left: ['Snapshot snap-0b0000000000000b2: InvalidSnapshot.InUse'],
  });
  const record = aRecord({ phases: phasesOf({ Inspect: 1, Create: 2, Wait: 214, 'Clean up': 6 }) });
  const markdown = summaryMarkdown(record, aWorkflow(), failure);
  const text = read(markdown);

  test('has the error and what to do about it first, then what is known, then what is left and removed', () => {
    const order = [
      '## ❌ Bake failed',
      '> [!CAUTION]\n> EC2 could not create ami-0a1b2c3d4e5f60718: the key of vol-0b0000000000000b2 is disabled.',
      '> What to do: Enable the key.',
      'Instancei-0c0ffee0c0ffee012',
      '> Left in AWS\n>\n> - Snapshot snap-0b0000000000000b2: InvalidSnapshot.InUse',
      'Removed\n\n- AMI ami-0a1b2c3d4e5f60718',
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('has the Region of what is gone and of what is left', () => {
    const cleanup = {
      ...{ done: false, kept: ['ami-3'], removed: ['ami-1', 'snap-2'], unknown: [] },
      remaining: [{ id: 'ami-4', reason: 'no', command: 'aws --region us-east-1' }],
      regions: { 'ami-1': 'eu-west-1', 'snap-2': 'us-west-2', 'ami-3': 'us-east-1' },
    };
    expect(cleanupLines(cleanup)).toEqual({
      removed: ['ami-1 in eu-west-1', 'snap-2 in us-west-2'],
      left: ['ami-3 in us-east-1', 'ami-4: no. To remove it: aws --region us-east-1'],
    });
  });

  test('tells the phase that it failed in, not the clean-up after it', () => {
    expect(text).toContain('in the phase Wait · 3 min 45 s');
    expect(markdown).toMatch(/section Wait\n {2}3 min 34 s :crit, /);
    expect(markdown.match(/:crit/g)).toHaveLength(1);
  });

  test('links to what is there, not to what was removed', () => {
    expect(markdown).toContain('#VolumeDetails:volumeId=vol-0b0000000000000b2"');
    expect(markdown).toContain('#SnapshotDetails:snapshotId=snap-0b0000000000000b2"');
    expect(markdown).not.toContain('imageId=ami-0a1b2c3d4e5f60718');
  });

  test('offers nothing to use', () => {
    expect(markdown).not.toContain('```yaml');
    expect(markdown).not.toContain('deregister-image');
  });

  test('has the snapshots and the command that removes them when everything was kept', () => {
    const kept = summaryMarkdown(record, aWorkflow(), aFailure({ left: ['AMI ami-0a1b2c3d4e5f60718'] }));
    expect(kept).toContain('| Device |');
    expect(kept).toContain('--image-id ami-0a1b2c3d4e5f60718 --delete-associated-snapshots');
    expect(kept).toContain(imageLink);
  });

  test('has the whole command for what is left, however long the refusal before it is', () => {
    const command = 'aws ec2 delete-snapshot --region eu-west-1 --snapshot-id snap-0b0000000000000b2';
    const left = [`snap-0b0000000000000b2: ${'refused '.repeat(80)}. To remove it: ${command}`];
    expect(read(summaryMarkdown(record, aWorkflow(), aFailure({ left })))).toContain(command);
  });

  test('has the command for a copy that was not finished, too, and none for one that was there before', () => {
    const copies = [
      { region: 'us-west-2', id: 'ami-0b1b2c3d4e5f60718' },
      { region: 'us-east-1', id: 'ami-0c1b2c3d4e5f60718', found: true as const },
      { region: 'sa-east-1' },
    ];
    const kept = aFailure({ left: ['AMI ami-0a1b2c3d4e5f60718'] });
    const told = summaryMarkdown(aRecord({ copies }), aWorkflow(), kept);
    expect(told).toContain(
      '--region us-west-2 --image-id ami-0b1b2c3d4e5f60718 --delete-associated-snapshots',
    );
    expect(told).not.toMatch(/deregister-image --region (us-east-1|sa-east-1)/);
  });

  test('lists several problems as a list', () => {
    const problems = aFailure({ message: '2 inputs are not valid:\n- name: empty\n- tags: 51 of 50' });
    expect(summaryOf(anEmptyRecord(), aWorkflow(), problems)).toContain(
      '> 2 inputs are not valid:\n>\n> - name: empty\n> - tags: 51 of 50\n',
    );
  });

  test('shows back-ticks as code, and keeps the lines of a problem together', () => {
    const message = '2 problems:\n- Input `tags`: `a=b` twice\nDecoded: no policy\n- Input `name`: empty';
    const told = summaryMarkdown(anEmptyRecord(), aWorkflow(), aFailure({ message }));
    expect(told).toMatch(/> - Input <code>tags<\/code>.*<code>a&#61;b<\/code> twice<br>Decoded.*\n> - Input/);
  });

  test('cuts a long list between its items', () => {
    const items = Array.from({ length: 100 }, (_, index) => `- item${index} ${'x'.repeat(100)} end`);
    const told = summaryOf(
      anEmptyRecord(),
      aWorkflow(),
      aFailure({ message: ['Many', ...items].join('\n') }),
    );
    expect(told).toMatch(/ end\n> - and \d+ more, in the log/);
    expect(told).not.toMatch(/\(cut\)/);
  });

  test('of inputs that are not valid is written before there is anything to bake', () => {
    const told = earlySummary('Bake failed', {
      message: '1 input is not valid:\n- Input `name`: empty',
      remedy: undefined,
    });
    expect(told).toContain('## ❌ Bake failed');
    expect(told).toContain('> - Input <code>name</code>');
  });

  test('says when it was cancelled', () => {
    const cancelled = aFailure({ status: 'cancelled', message: 'The job was cancelled.' });
    const told = summaryOf(record, aWorkflow(), cancelled);
    expect(told).toContain('## 🚫 Bake cancelled');
    expect(told).toContain('> [!WARNING]\n> The job was cancelled.');
  });

  test('shows what there is when nothing is known', () => {
    const told = summaryOf(anEmptyRecord({ region: '' }), aWorkflow({ sha: '' }), aFailure());
    expect(told).toContain('## ❌ Bake failed\n\n');
    expect(told).toContain('RunBake images #128');
    expect(told).not.toMatch(/undefined|NaN|Infinity|null/);
  });
});

describe('the summary of a dry run', () => {
  const plan = [
    { title: 'Image', lines: ['Create an AMI of i-0c0ffee0c0ffee012', 'Name: <b>web</b>'] },
    { title: 'Tags', lines: ['Tag of the AMI: team=web'] },
    { title: 'On failure', lines: ['On failure: delete what this run created'] },
  ];
  const { image: _image, ...record } = aRecord({ plan, created: false });
  const markdown = summaryMarkdown(record, aWorkflow(), success);

  test('has the plan by its steps, and the tags folded', () => {
    expect(markdown).toContain('## 📋 Dry run: all checks passed');
    expect(markdown).toMatch(/<th align="left">Image<\/th><td>Create an AMI of <code>i-.*<br>Name/);
    expect(markdown).toContain('<th align="left">On&nbsp;failure</th>');
    expect(markdown).toContain('<details><summary>1 tag</summary>');
    expect(markdown).not.toContain('<b>web</b>');
  });

  test('has nothing to pay for, to use or to delete', () => {
    expect(read(markdown)).not.toMatch(/at most|deregister-image|later job/);
  });
});

describe('text from outside', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          '\n',
          '|',
          '`',
          '```',
          '<b>',
          '</table>',
          '<!--',
          '@octocat',
          '#1',
          '](x)',
          '# ',
          '> ',
          '- ',
        ),
        { maxLength: 6 },
      )
      .map((parts) => parts.join('x')),
  );

  test('adds no line, cell or element to the summary', () => {
    const calm = shapeWith('calm');
    fc.assert(fc.property(text, (hostile) => expect(shapeWith(`calm${hostile}calm`)).toEqual(calm)));
  });

  /** Number of lines, cells, fences and of each HTML element, with one text wherever text comes from outside. */
  function shapeWith(outside: string): object {
    const record = aRecord({
      warnings: [outside, 'two'],
      instance: anInstance({ name: outside, type: outside, platform: outside }),
      image: anImage({ name: outside, state: outside }),
      names: someNames({ imageTags: [{ Key: outside, Value: outside }] }),
    });
    const workflow = aWorkflow({ workflow: outside, ref: outside, actor: outside, repo: outside });
    const failure = aFailure({ removed: [outside], left: [outside] });
    return [summaryMarkdown(record, workflow, success), summaryMarkdown(record, workflow, failure)].map(
      (markdown) => {
        // What stands between back-ticks is code, whoever wrote it.
        const elements = markdown.match(/<\/?(?!span|code)[a-z]+/g) ?? [];
        const count = (pattern: RegExp) => markdown.match(pattern)?.length ?? 0;
        return [markdown.split('\n').length, count(/\|/g), count(/```/g), elements];
      },
    );
  }
});

describe('the size of the summary', () => {
  const large = '@'.repeat(300_000);

  test('stays below what GitHub accepts, with the outcome and the error first', () => {
    const names = someNames({ imageTags: Array.from({ length: 50 }, () => ({ Key: large, Value: large })) });
    const lines = Array.from({ length: 1_000 }, (_, index) => `${index}${large}`);
    const record = aRecord({ names, warnings: lines });
    const markdown = summaryMarkdown(
      record,
      aWorkflow(),
      aFailure({ message: large, removed: lines, left: lines }),
    );
    expect(Buffer.byteLength(markdown)).toBeLessThan(1024 * 1024);
    expect(markdown).toContain('## ❌ Bake failed');
    expect(markdown).toContain('> [!CAUTION]');
  });

  test('leaves out whole sections and says so', () => {
    const names = someNames({ imageTags: [{ Key: 'large', Value: large }] });
    const markdown = summaryMarkdown(aRecord({ names }), aWorkflow(), success);
    expect(Buffer.byteLength(markdown)).toBeLessThan(1024 * 1024);
    expect(markdown).toContain('deregister-image');
    expect(markdown).toMatch(/too long for a job summary; the log has it\.\n$/);
  });
});

describe('publishing the summary', () => {
  const before = process.env['GITHUB_STEP_SUMMARY'];
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'summary-'));
  });

  afterAll(async () => {
    if (before === undefined) delete process.env['GITHUB_STEP_SUMMARY'];
    else process.env['GITHUB_STEP_SUMMARY'] = before;
    await rm(folder, { recursive: true });
  });

  // @actions/core looks the file up until it has found one, hence this order.
  test('that the runner has no room for is told in the log and fails nothing', async () => {
    delete process.env['GITHUB_STEP_SUMMARY'];
    const told: string[] = [];
    await publishSummary('lost\n', aLog(told));
    expect(told).toEqual([expect.stringContaining('The job summary could not be written')]);
  });

  test('adds to what the step has written before', async () => {
    const file = join(folder, 'summary.md');
    await writeFile(file, 'before\n');
    process.env['GITHUB_STEP_SUMMARY'] = file;
    const told: string[] = [];
    await publishSummary('# Baked\n', aLog(told));
    expect(told).toEqual([]);
    expect(await readFile(file, 'utf8')).toMatch(/^before\n+# Baked\s+$/);
  });
});

function aLog(told: string[]): Log {
  const tell = (message: string) => void told.push(message);
  return { info: tell, warning: tell, notice: tell, error: tell, group: (title) => tell(title) };
}
