/** EC2 throttles the looks at an image: the back-off lasts no longer than the throttling. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { noticing, noticings } from '../../bench/throttling.ts';

/** Fifteen seconds, and the time of a look. */
const most = 15.1;

test('four throttled looks in a row, at any moment of any image, delay it by at most 15 seconds', async () => {
  const all = await noticings();
  expect(all).toHaveLength(9);
  for (const one of all) expect(one.lateSeconds).toBeLessThanOrEqual(most);
});

test('so does any number of bursts of any length', async () => {
  const burst = fc.record({
    from: fc.double({ min: 0, max: 1.2, noNaN: true }),
    looks: fc.integer({ min: 1, max: 12 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 900 }),
      fc.array(burst, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 1_000_000 }),
      async (imageSeconds, bursts, seed) => {
        const { lateSeconds } = await noticing(imageSeconds, bursts, seed);
        expect(lateSeconds).toBeLessThanOrEqual(most);
      },
    ),
    { numRuns: 30 },
  );
});
