import { endedAt } from './instance-visibility.ts';
import type { Subnet } from './network.ts';
import type { World } from './world.ts';

/** AvailableIpAddressCount: every instance that is not terminated has one address. */
export function freeAddresses(world: World, { id, addresses }: Subnet, now: number): number {
  const taken = [...world.instances.values()].filter(
    (instance) => instance.subnetId === id && now < endedAt(instance),
  );
  return Math.max(0, addresses - taken.length);
}
