/** What can be known of copies before the home image is made. */
import { describe, expect, test } from '@jest/globals';
import { faults } from '../../simulator/faults.ts';
import { Simulator } from '../../simulator/simulator.ts';
import { VirtualClock } from '../../simulator/virtual-clock.ts';
import { InProcessHandler } from '../../simulator/wire/in-process.ts';
import type { CopyTarget } from '../../src/image/copy/copying.ts';
import type { Check, Subject } from '../../src/preflight/check.ts';
import { copiesCanBeShared } from '../../src/preflight/copies.ts';
import type { Finding } from '../../src/preflight/finding.ts';
import { copiesArePossible } from '../../src/preflight/regions.ts';
import { sharingIsPossible } from '../../src/preflight/sharing.ts';
import { someInputs } from '../builders/inputs.ts';
import { instance, volume } from '../builders/instance.ts';
import { someNames } from '../builders/record.ts';
import { someRun } from '../builders/run.ts';

const key = 'arn:aws:kms:us-west-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const friends = ['111122223333'];

class Scene {
  readonly clock = new VirtualClock();
  readonly simulator = new Simulator({ clock: this.clock, latencyMilliseconds: 50 });
  readonly startedAt = this.clock.now();

  async findings(
    targets: readonly (string | CopyTarget)[],
    overrides: Partial<Subject> = {},
    check: Check = copiesArePossible,
  ): Promise<Finding[]> {
    const run = someRun({
      clock: this.clock,
      access: { requestHandler: new InProcessHandler(this.simulator) },
    });
    const subject: Subject = {
      ...someInputs(),
      instance: instance(),
      names: someNames({ name: 'golden', key: 'the key' }),
      namesake: undefined,
      claim: '1-0a1b2c3d4e5f',
      copyTo: targets.map((target) => (typeof target === 'string' ? { region: target } : target)),
      credentialsExpireAt: undefined,
      ...overrides,
    };
    return this.clock.run(async () => check(run, subject));
  }

  get seconds(): number {
    return (this.clock.now() - this.startedAt) / 1000;
  }
}

const errorThat = (text: string | RegExp) => ({ severity: 'error', message: expect.stringMatching(text) });

describe('Regions of copies', () => {
  test('that are enabled, and where the name is free, are fine', async () => {
    const scene = new Scene();
    const { arn: kmsKeyId } = scene.simulator.seedKey({ region: 'eu-central-1' });
    expect(await scene.findings(['us-west-2', { region: 'eu-central-1', kmsKeyId }])).toEqual([]);
    expect(scene.seconds).toBeLessThan(1);
  });

  test('that nobody asked for are not looked at', async () => {
    const scene = new Scene();
    expect(await scene.findings([])).toEqual([]);
    expect(scene.simulator.calls.all).toEqual([]);
  });

  test('that do not exist or are not enabled are errors, each told', async () => {
    const scene = new Scene();
    expect(await scene.findings(['us-wets-2', 'xx-north-9', 'af-south-1', 'us-east-1'])).toEqual([
      errorThat(/^Input `copy-to`: there is no Region us-wets-2 for this account\. Is it `us-west-2`\?$/),
      errorThat(/there is no Region xx-north-9 for this account\. Check how it is written\.$/),
      errorThat(
        /Region af-south-1 is not enabled in account 123456789012\..*enable-region --region-name af-south-1/,
      ),
    ]);
  });

  test('are asked for their images, even when nobody may list Regions; one that refuses is an error', async () => {
    const scene = new Scene();
    scene.simulator.permissions.deny('ec2:DescribeRegions');
    expect(await scene.findings(['af-south-1', 'us-west-2'])).toEqual([
      {
        severity: 'warning',
        message:
          'Could not check whether the Regions of `copy-to` exist and are enabled: the role lacks the permission ec2:DescribeRegions.',
      },
      errorThat(/^Input `copy-to`: af-south-1 does not accept the credentials \(AuthFailure/),
    ]);
  });

  test('that a policy keeps the role from are errors that name the Region', async () => {
    const scene = new Scene();
    const fault = faults.error(
      'UnauthorizedOperation',
      'You are not authorized to perform this operation.',
      403,
    );
    scene.simulator.faults.add({
      fault,
      action: 'DescribeImages',
      when: ({ region }) => region === 'us-west-2',
    });
    expect(await scene.findings(['us-west-2', 'sa-east-1'])).toEqual([
      errorThat(/look for images in us-west-2.*must allow us-west-2\.$/s),
    ]);
  });

  test.each(['DescribeRegions', 'DescribeImages'])(
    'that cannot be asked by %s for a passing reason are a warning',
    async (action) => {
      const scene = new Scene();
      scene.simulator.faults.add({ fault: faults.unavailable(), action });
      expect(await scene.findings(['us-west-2'])).toMatchObject([{ severity: 'warning' }]);
    },
  );
});

describe('a name that is taken', () => {
  test('in the Region of a copy is an error that names Region and image', async () => {
    const scene = new Scene();
    const { id } = scene.simulator.seedImage({ name: 'golden', region: 'us-west-2' });
    expect(await scene.findings(['us-west-2', 'sa-east-1'])).toEqual([
      errorThat(
        `AMI name "golden" is taken in us-west-2 by ${id} \\(available, created .*\\)\\. Bake with a \`name\``,
      ),
    ]);
  });

  test('by this very bake is none: an earlier attempt made its copy', async () => {
    const scene = new Scene();
    scene.simulator.seedImage({ name: 'golden', region: 'us-west-2', tags: { 'bake-ami:key': 'the key' } });
    expect(await scene.findings(['us-west-2'])).toEqual([]);
  });

  test.each([
    ['in another Region', { region: 'us-east-1' }],
    ['by another account', { region: 'us-west-2', accountId: '999988887777', public: true }],
    ['elsewhere, for it is another name', { region: 'us-west-2', name: 'golden2' }],
  ])('%s is free', async (_where, seed) => {
    const scene = new Scene();
    scene.simulator.seedImage({ name: 'golden', ...seed });
    expect(await scene.findings(['us-west-2'])).toEqual([]);
  });
});

describe('sharing copies of an encrypted image', () => {
  const encrypted = instance({ volumes: [volume({ encrypted: true, kmsKeyId: key })] });
  const targets = ['sa-east-1', { region: 'us-west-2', kmsKeyId: key }];

  test('needs the key of the copy, which is noted', async () => {
    const facts = { instance: encrypted, shareWith: friends };
    expect(await new Scene().findings(targets, facts, copiesCanBeShared)).toEqual([
      {
        severity: 'note',
        message: expect.stringMatching(/copy in us-west-2 is encrypted.*need that key too/),
      },
    ]);
  });

  test('is doubtful where no key is given and the default key is not known', async () => {
    const facts = { instance: encrypted, shareWith: friends };
    const scene = new Scene();
    scene.simulator.permissions.deny('ec2:GetEbsDefaultKmsKeyId');
    expect(await scene.findings(['sa-east-1'], facts)).toEqual([
      {
        severity: 'note',
        message: expect.stringContaining('lacks the permission ec2:GetEbsDefaultKmsKeyId'),
      },
      {
        severity: 'warning',
        message: expect.stringMatching(/for sa-east-1 no key is given.*cannot be shared/),
      },
    ]);
  });

  test.each<[string, Partial<Subject>]>([
    ['nobody to share with', { instance: encrypted }],
    ['nothing encrypted', { shareWith: friends }],
    [
      'the encrypted volume left out',
      { instance: encrypted, shareWith: friends, excludeDevices: ['/dev/xvda'] },
    ],
  ])('is nothing to speak of with %s', async (_what, facts) => {
    const findings = await new Scene().findings(targets, facts, copiesCanBeShared);
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });
});

describe('a home image that the AWS managed key encrypts', () => {
  function scene() {
    const it = new Scene();
    const arn = it.simulator.world().awsManagedKey('123456789012');
    const volumes = [volume({ encrypted: true, kmsKeyId: arn })];
    return { it, facts: { instance: instance({ volumes }), shareWith: friends } };
  }

  test('can be shared through a re-encrypting copy only, and the preflight says so', async () => {
    const { it, facts } = scene();
    expect(await it.findings([], facts, sharingIsPossible)).toEqual([
      errorThat(
        /^Input `share-with`: \/dev\/xvda .* AWS managed key aws\/ebs .*only through a copy that is re-encrypted with a customer managed key \(`copy-to: REGION KMS-KEY`\)\. .*encrypt the volume with a customer managed key/,
      ),
    ]);
  });

  test('cannot be shared itself, even when there are such copies', async () => {
    const targets = ['sa-east-1', { region: 'us-west-2', kmsKeyId: key }];
    const { it, facts } = scene();
    expect(await it.findings(targets, facts, sharingIsPossible)).toEqual([
      errorThat(
        /the re-encrypted copy in us-west-2 \(`copy-to`\) could be shared, the image in eu-west-1 cannot/,
      ),
    ]);
  });
});
