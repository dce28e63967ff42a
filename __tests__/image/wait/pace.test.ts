import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { companySeconds, type Moment, pollSeconds, progressSeconds } from '../../../src/image/wait/pace.ts';

const random = fc.double({ min: 0, max: 0.999_999, noNaN: true });
const waited = fc.double({ min: 0, max: 100_000, noNaN: true });
const untilEnd = fc.option(fc.double({ min: -100_000, max: 100_000, noNaN: true }), { nil: undefined });
/** Foretold ends that agree with each other; what is past is past by less than was waited. */
const moments = fc
  .record({
    waited,
    end: untilEnd,
    uncertain: fc.double({ min: 0, max: 1, noNaN: true }),
    done: fc.boolean(),
  })
  .map(({ waited: seconds, end, uncertain, done }): Moment => {
    const until = end === undefined ? undefined : Math.max(end, -seconds);
    const snapshotsDone = done && until !== undefined && until <= 0;
    const doubt = snapshotsDone ? 0 : uncertain * 100;
    return { ...alone(seconds, until), untilEarliest: until && until - doubt, snapshotsDone };
  });

function alone(seconds: number, end?: number): Moment {
  return { waited: seconds, untilEnd: end, untilEarliest: end, snapshotsDone: false, company: 0 };
}

function done(seconds: number, since: number): Moment {
  return { ...alone(seconds, -since), snapshotsDone: true };
}

describe('the interval between two looks at an image', () => {
  test('of a bake alone is at most 15 seconds', () => {
    fc.assert(
      fc.property(moments, random, (moment, jitter) => {
        expect(pollSeconds(moment, jitter)).toBeLessThanOrEqual(15);
      }),
    );
  });

  test('of a bake alone is at most an eighth of the time waited so far, or 2 seconds', () => {
    fc.assert(
      fc.property(moments, random, (moment, jitter) => {
        expect(pollSeconds(moment, jitter)).toBeLessThanOrEqual(Math.max(2, moment.waited / 8) + 1e-9);
      }),
    );
  });

  test('is never shorter than a quarter of a second, and 2 seconds where nothing is foretold', () => {
    fc.assert(
      fc.property(moments, random, (moment, jitter) => {
        const least = moment.untilEnd === undefined ? 2 : 0.25;
        expect(pollSeconds(moment, jitter)).toBeGreaterThanOrEqual(least * 0.95);
      }),
    );
  });

  test.each([
    [0, undefined, 2],
    [40, undefined, 2],
    [100, undefined, 5],
    [300, undefined, 15],
    [7200, undefined, 15],
    // Long before the end.
    [24, 300, 2],
    [60, 300, 5],
    [300, 200, 15],
    // Half of the way that is left, down to a hundredth of the time.
    [300, 20, 10],
    [300, 6, 3],
    [300, 2, 3],
    [95, 2, 1],
    [95, 1, 0.95],
    [28, 1, 0.5],
    [28, 0.1, 0.28],
    // Late.
    [300, -20, 5],
    [300, -400, 15],
    [28, -0.5, 0.28],
  ])('after %d s with the end foretold in %p s it is %d s', (seconds, end, expected) => {
    expect(pollSeconds(alone(seconds, end), 0)).toBeCloseTo(expected);
  });

  test.each([
    [28, 0, 0.28],
    [29, 1, 0.29],
    [95, 4, 0.95],
    [300, 16, 3],
    [600, 40, 5],
    [900, 300, 15],
  ])('after %d s, of which the snapshots are done since %d s, it is %d s', (seconds, since, expected) => {
    expect(pollSeconds(done(seconds, since), 0)).toBeCloseTo(expected);
  });

  test('is shortened by the jitter, never lengthened', () => {
    expect(pollSeconds(alone(300), 0.999)).toBeLessThan(pollSeconds(alone(300), 0));
  });
});

describe('the interval in company', () => {
  test('is that of a bake alone while there are few others', () => {
    fc.assert(
      fc.property(moments, random, fc.integer({ min: 0, max: 2 }), (moment, jitter, company) => {
        fc.pre(moment.waited + Math.abs(moment.untilEnd ?? 0) < 1000);
        const inCompany = pollSeconds({ ...moment, company }, jitter);
        expect(inCompany).toBeLessThanOrEqual(Math.max(pollSeconds(moment, jitter), 10));
      }),
    );
  });

  test('is never shorter than alone', () => {
    fc.assert(
      fc.property(moments, random, fc.nat(1000), (moment, jitter, company) => {
        expect(pollSeconds({ ...moment, company }, jitter)).toBeGreaterThanOrEqual(
          pollSeconds(moment, jitter),
        );
      }),
    );
  });

  test('leaves room: bakes of one age that are all near their end look at most some ten times a second', () => {
    fc.assert(
      fc.property(moments, random, fc.integer({ min: 1, max: 1000 }), (moment, jitter, company) => {
        fc.pre(moment.untilEnd !== undefined);
        expect(company / pollSeconds({ ...moment, company }, jitter)).toBeLessThanOrEqual(10 / 0.95 + 1e-9);
      }),
    );
  });

  test('is never much longer than the time waited so far, however many there are', () => {
    fc.assert(
      fc.property(moments, random, fc.nat(1000), (moment, jitter, company) => {
        const most = Math.max(15, company / 10, companySeconds, moment.waited);
        expect(pollSeconds({ ...moment, company }, jitter)).toBeLessThanOrEqual(most);
      }),
    );
  });

  // A hundred a minute: a thousand are in the making when each takes ten minutes.
  test.each([
    ['at the beginning', alone(0), 25],
    ['after half a minute without progress', alone(30), 25],
    ['after a minute without progress', alone(60), 50],
    ['with the end far away', alone(200, 400), 200],
    ['with the end in sight', alone(500, 90), 90],
    ['with the end near', alone(580, 5), 10],
    ['when it is late', alone(600, -20), 50],
    ['when the snapshots have just been done', done(580, 3), 10],
    ['when the snapshots have been done for long', done(700, 100), 25],
  ])('of a hundred a minute, %s', (_name, moment, expected) => {
    expect(pollSeconds({ ...moment, company: 100 }, 0)).toBeCloseTo(expected);
  });

  test('goes to the earliest moment at which the end may come, not to the likeliest', () => {
    const moment = { ...alone(400, 200), untilEarliest: 120, company: 100 };
    expect(pollSeconds(moment, 0)).toBeCloseTo(120);
  });
});

describe('the interval between two looks at the snapshots', () => {
  test('is at least 5 seconds and at most 2 minutes', () => {
    fc.assert(
      fc.property(waited, untilEnd, (seconds, end) => {
        const interval = progressSeconds(seconds, end);
        expect(interval).toBeGreaterThanOrEqual(5);
        expect(interval).toBeLessThanOrEqual(120);
      }),
    );
  });

  test('halves the distance to the foretold end', () => {
    expect(progressSeconds(100, 100)).toBe(50);
    expect(progressSeconds(150, 50)).toBe(25);
  });
});
