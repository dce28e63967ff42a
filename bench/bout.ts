/** One bake by one contestant, against a simulator of its own. */
import type { InstanceSeed } from '../simulator/model/seed-instance.ts';
import type { SimulatorOptions } from '../simulator/options.ts';
import { Simulator } from '../simulator/simulator.ts';
import { serve } from '../simulator/wire/server.ts';
import type { Contestant, Ended, Order } from './contestant.ts';

export interface Stage {
  options: SimulatorOptions;
  seed?: InstanceSeed;
  /** What else is so before the contestant starts. */
  prepare?: (simulator: Simulator, order: Order) => void;
  copyTo?: string;
}

export interface Bout {
  ended: Ended;
  simulator: Simulator;
  order: Order;
  /** From the start of the process to its first call. */
  firstCallSeconds: number | undefined;
  calls: number;
  /** What it created and nobody removed. */
  left: { images: number; snapshots: number };
}

const region = 'eu-west-1';
/** Another account than the simulator's own: an account has no need to be given what it owns. */
const shareWith = '210987654321';

export async function bout(contestant: Contestant, stage: Stage): Promise<Bout> {
  const simulator = new Simulator({ region, ...stage.options });
  const server = await serve(simulator);
  const order: Order = {
    url: server.url,
    region,
    instanceId: simulator.seedInstance(stage.seed).id,
    imageName: 'web-golden',
    shareWith,
    copyTo: stage.copyTo,
  };
  stage.prepare?.(simulator, order);
  const before = remains(simulator, order);
  try {
    const ended = await contestant.bake(order);
    const after = remains(simulator, order);
    const first = simulator.calls.all[0]?.at;
    return {
      ended,
      simulator,
      order,
      firstCallSeconds: first === undefined ? undefined : (first - ended.usage.startedAt) / 1000,
      calls: simulator.calls.all.length,
      left: { images: after.images - before.images, snapshots: after.snapshots - before.snapshots },
    };
  } finally {
    await server.close();
  }
}

function remains(simulator: Simulator, order: Order): Bout['left'] {
  const worlds = [order.region, ...(order.copyTo === undefined ? [] : [order.copyTo])].map((name) =>
    simulator.world(name),
  );
  const count = <T>(things: (world: (typeof worlds)[number]) => Iterable<T>, isGone: (thing: T) => boolean) =>
    worlds.reduce((sum, world) => sum + [...things(world)].filter((thing) => !isGone(thing)).length, 0);
  return {
    images: count(
      (world) => world.images.values(),
      ({ deregisteredAt }) => deregisteredAt !== undefined,
    ),
    snapshots: count(
      (world) => world.snapshots.values(),
      ({ deletedAt }) => deletedAt !== undefined,
    ),
  };
}
