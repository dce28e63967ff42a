/** What a fleet is to do: when each bake begins, and how long EC2 takes for each image. The same for all that are compared. */
import { pseudoRandom } from '../__tests__/builders/rig.ts';
import type { ImagePlan, ProgressProfile } from '../simulator/model/plan.ts';
import { documentedRateLimits } from '../simulator/rate-limits.ts';
import { Simulator } from '../simulator/simulator.ts';
import { VirtualClock } from '../simulator/virtual-clock.ts';

export interface FleetPlan {
  bakes: number;
  /** The bakes begin at random moments within so many seconds; 0 for all in the same second. */
  arrivalSeconds: number;
  /** How long an image takes, give or take `variation`; ten minutes unless given. */
  imageSeconds?: number;
}

/** One account and Region, with the instances that are to be imaged. */
export interface Stage {
  clock: VirtualClock;
  simulator: Simulator;
  members: readonly Member[];
}

export interface Member {
  number: number;
  instanceId: string;
  /** When it begins, in seconds from the start. */
  beginsAfter: number;
}

export const imageSeconds = 600;
/** Images take so much longer or shorter, as a share. */
export const variation = 0.1;
/** EC2's progress is coarse and jumps: a third of the images each shows it in one of these ways. */
const profiles: readonly ProgressProfile[] = ['linear', 'steps', 'jumpy'];
export const latencyMilliseconds = 50;

export function stageOf({ bakes, arrivalSeconds, imageSeconds: taken = imageSeconds }: FleetPlan): Stage {
  const random = pseudoRandom(bakes + 1);
  const clock = new VirtualClock();
  const simulator = new Simulator({ clock, latencyMilliseconds, rateLimits: documentedRateLimits });
  const members = Array.from({ length: bakes }, (_, number): Member => {
    const { id } = simulator.seedInstance({ tags: { Name: `service-${number}` } });
    simulator.planNextImage(imagePlan(number, taken * (1 - variation + 2 * variation * random())));
    // Runners do not start on the tick: even the "same second" is a second.
    return { number, instanceId: id, beginsAfter: random() * Math.max(1, arrivalSeconds) };
  });
  return { clock, simulator, members };
}

function imagePlan(number: number, seconds: number): Partial<ImagePlan> {
  return { seconds, progress: profiles[number % profiles.length] ?? 'linear' };
}
