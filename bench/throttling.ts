/** How soon an image is noticed when EC2 throttles the looks at it, on virtual time. */
import { Rig } from '../__tests__/builders/rig.ts';
import type { RecordedCall } from '../simulator/calls.ts';
import { faults } from '../simulator/faults.ts';

/** Looks in a row that EC2 throttles. */
export interface Burst {
  /** As a share of the time that EC2 takes for the image. */
  from: number;
  looks: number;
}

export interface Noticing {
  imageSeconds: number;
  burst: Burst;
  /** From the moment when the image was available and EC2 throttled no more, until that was noticed. */
  lateSeconds: number;
}

export const burstMoments = { 'at the start': 0, 'in the middle': 0.5, 'around the end': 0.995 } as const;
export const burstImageSeconds = [2, 600, 7200] as const;
const looksInARow = 4;

/** Each length of image with a burst at each moment. */
export async function noticings(): Promise<Noticing[]> {
  const all: Noticing[] = [];
  for (const imageSeconds of burstImageSeconds) {
    for (const from of Object.values(burstMoments)) {
      all.push(await noticing(imageSeconds, [{ from, looks: looksInARow }]));
    }
  }
  return all;
}

/** @param bursts in the order of time; the first one stands in the result */
export async function noticing(imageSeconds: number, bursts: readonly Burst[], seed = 1): Promise<Noticing> {
  const rig = new Rig({ image: { seconds: imageSeconds } }, {}, seed);
  const begun = rig.clock.now();
  for (const { from, looks } of bursts) {
    rig.simulator.faults.add({
      action: 'DescribeImages',
      when: isLook,
      from: begun + from * imageSeconds * 1000,
      times: looks,
      fault: faults.requestLimitExceeded(),
    });
  }
  const outcome = await rig.bake({ timeoutMinutes: 600 });
  const [image] = rig.simulator.world().images.values();
  const wait = outcome.record.phases.find(({ name }) => name === 'Wait');
  const [burst] = bursts;
  if (!outcome.ok || image === undefined || wait?.endedAt === undefined || burst === undefined)
    throw new Error('The bake failed');
  const noticedAt = wait.endedAt;
  const throttled = rig.simulator.calls
    .of('DescribeImages')
    .filter(isThrottled)
    .map(({ at }) => at)
    // Later ones are of the verification.
    .filter((at) => at < noticedAt);
  const couldBeSeenAt = Math.max(image.availableAt, ...throttled);
  return { imageSeconds, burst, lateSeconds: (noticedAt - couldBeSeenAt) / 1000 };
}

/** One by ID, as the wait makes them. */
function isLook({ parameters }: Pick<RecordedCall, 'parameters'>): boolean {
  return parameters['ImageId.1'] !== undefined;
}

function isThrottled({ outcome }: RecordedCall): boolean {
  return outcome.code === 'RequestLimitExceeded';
}
