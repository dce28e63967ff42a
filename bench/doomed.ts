/** Bakes that cannot go well: how long until that is known, and what is left behind. */

import { faults } from '../simulator/faults.ts';
import { systemClock } from '../src/base/clock.ts';
import { type Bout, bout, type Stage } from './bout.ts';
import type { Contestant } from './contestant.ts';
import { sideBySide } from './timetable.ts';

export interface DoomedCase {
  title: string;
  /** For a chart. */
  short: string;
  stage: () => Stage;
}

export interface Doomed {
  doomedCase: DoomedCase;
  results: ReadonlyMap<Contestant, { knownAfterSeconds: number; left: Bout['left'] }>;
}

export const imageSeconds = 30;
const image = { seconds: imageSeconds };
const gapSeconds = 5;

export const doomedCases: readonly DoomedCase[] = [
  {
    title: 'the name is taken',
    short: 'name taken',
    stage: () => ({
      options: { image },
      prepare: (simulator, { imageName }) => {
        simulator.seedImage({ name: imageName });
      },
    }),
  },
  {
    title: 'to be shared, and encrypted with `aws/ebs`',
    short: 'aws/ebs key',
    stage: () => ({
      options: { image },
      seed: { volumes: [{ device: '/dev/xvda', encrypted: 'aws-managed' }] },
    }),
  },
  {
    title: 'to be copied to a Region that the account has not enabled',
    short: 'Region disabled',
    stage: () => ({ options: { image }, copyTo: 'me-south-1' }),
  },
  {
    title: 'EC2 gives the image up after 8 s',
    short: 'image fails',
    stage: () => ({
      options: { image: { ...image, failure: { afterSeconds: 8, code: 'Client.VolumeError' } } },
    }),
  },
  {
    title: 'the permission `ec2:ModifyImageAttribute` is missing',
    short: 'may not share',
    stage: () => ({
      options: { image },
      prepare: (simulator) => simulator.permissions.deny('ec2:ModifyImageAttribute'),
    }),
  },
  {
    title: 'the permission `ec2:CopyImage` is missing',
    short: 'may not copy',
    stage: () => ({
      options: { image },
      copyTo: 'us-west-2',
      prepare: (simulator) => simulator.permissions.deny('ec2:CopyImage'),
    }),
  },
  {
    title: 'the credentials expire after 8 s',
    short: 'credentials expire',
    stage: () => ({
      options: { image },
      prepare: (simulator) => {
        simulator.calls.onCall(({ action, at, parameters }) => {
          if (action !== 'CreateImage' || parameters['DryRun'] === 'true') return;
          simulator.faults.add({ fault: faults.requestExpired(), from: at + 8000 });
        });
      },
    }),
  },
];

/** @throws when a bake that is doomed goes well */
export async function doom(contestants: readonly Contestant[]): Promise<Doomed[]> {
  const bouts = doomedCases.flatMap((doomedCase) =>
    contestants.map((contestant) => ({ contestant, doomedCase })),
  );
  const results = await sideBySide(
    bouts.map(
      ({ contestant, doomedCase }) =>
        () =>
          fail(contestant, doomedCase),
    ),
    gapSeconds,
    systemClock.sleep,
  );
  return doomedCases.map((doomedCase) => ({
    doomedCase,
    results: new Map(
      bouts.flatMap((one, index) => {
        const result = results[index];
        return one.doomedCase === doomedCase && result !== undefined ? [[one.contestant, result]] : [];
      }),
    ),
  }));
}

async function fail(contestant: Contestant, { title, stage }: DoomedCase) {
  const { ended, left } = await bout(contestant, stage());
  if (ended.code === 0) throw new Error(`${contestant.name} took no notice: ${title}\n${ended.log}`);
  return { knownAfterSeconds: ended.usage.wallSeconds, left };
}
