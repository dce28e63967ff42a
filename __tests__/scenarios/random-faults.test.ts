/** Faults at random, several at once: a bake that goes well leaves one ready image, one that does not leaves nothing. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Fault, faults } from '../../simulator/faults.ts';
import { Rig } from '../builders/rig.ts';

const kinds: readonly Fault[] = [
  faults.lostAnswer(),
  faults.reset(),
  faults.stall(),
  faults.stall({ after: true }),
  faults.stalledBody(),
  faults.truncatedBody('early'),
  faults.truncatedBody('clean'),
  faults.emptyBody({ after: true }),
  faults.emptyBody(),
  faults.htmlBody({ after: true }),
  faults.htmlError(503),
  faults.internalError({ after: true }),
  faults.internalError(),
  faults.unavailable(),
  faults.requestLimitExceeded(),
  faults.late(20),
  faults.stale(15),
  faults.requestExpired(),
  faults.error('UnauthorizedOperation', 'You are not authorized to perform this operation.', 403),
];

const script = fc.array(
  fc.record({
    action: fc.constantFrom(
      'DescribeInstances',
      'DescribeVolumes',
      'CreateImage',
      'DescribeImages',
      'DescribeSnapshots',
      'CreateTags',
      'DeregisterImage',
      'DeleteSnapshot',
    ),
    fault: fc.constantFrom(...kinds),
    nth: fc.integer({ min: 1, max: 8 }),
    times: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 1, maxLength: 6 },
);

test('whatever happens to the calls', async () => {
  await fc.assert(
    fc.asyncProperty(
      script,
      fc.integer({ min: 0, max: 40 }),
      fc.boolean(),
      async (rules, invisibleSeconds, fails) => {
        const rig = new Rig({
          image: { seconds: 40, ...(fails ? { failure: { afterSeconds: 25 } } : {}) },
          consistency: {
            imageSeconds: invisibleSeconds,
            snapshotSeconds: invisibleSeconds,
            tagSeconds: invisibleSeconds,
          },
        });
        for (const rule of rules) rig.simulator.faults.add(rule);
        const outcome = await rig.bake();
        const report = outcome.ok ? undefined : await rig.post();
        // Credentials or a permission may be missing for the clean-up as well: then that is told, and nothing else is lost.
        if (report?.done === false)
          return expect(rig.log.join('\n')).toMatch(/RequestExpired|UnauthorizedOperation/);
        expect(rig.images).toHaveLength(outcome.ok ? 1 : 0);
        expect(rig.snapshots).toHaveLength(outcome.ok ? 2 : 0);
      },
    ),
    { numRuns: 150 },
  );
}, 120_000);
