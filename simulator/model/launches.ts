import type { InstancePlanChange } from './instance-plan.ts';

/** Where something about instance types holds; what is not given holds for all. */
export interface LaunchScope {
  type?: string;
  /** Availability Zone, e.g. `eu-west-1a`. */
  zone?: string;
  subnetId?: string;
}

/** A place for a launch. */
export interface LaunchPlace {
  type: string;
  zone: string;
  subnetId: string;
}

/** What a Region says to launches: where there is capacity, which client tokens it knows, how the next instances go. */
export class Launches {
  /** Plans for the next instances, in their order. */
  readonly plans: InstancePlanChange[] = [];
  /** What the client tokens of RunInstances stand for, by account and token. */
  readonly tokens = new Map<string, { parameters: string; instanceIds: readonly string[] }>();
  readonly #shortages: { scope: LaunchScope; times: number }[] = [];
  readonly #withheld: LaunchScope[] = [];

  /**
   * From now on there is no capacity there: InsufficientInstanceCapacity.
   * @param times how many launches are refused; unless given, all
   * @returns ends the shortage
   */
  exhaust(scope: LaunchScope, times = Number.POSITIVE_INFINITY): () => void {
    const shortage = { scope, times };
    this.#shortages.push(shortage);
    return () => {
      shortage.times = 0;
    };
  }

  /** The type is not offered in that zone, or not in the Region at all. */
  withhold(scope: Pick<LaunchScope, 'type' | 'zone'>): void {
    this.#withheld.push(scope);
  }

  isOffered(type: string, zone: string): boolean {
    return !this.#withheld.some((scope) => covers(scope, { type, zone, subnetId: '' }));
  }

  hasCapacity(place: LaunchPlace): boolean {
    return this.#shortageAt(place) === undefined;
  }

  /** A launch was refused there for want of capacity. */
  countRefusal(place: LaunchPlace): void {
    const shortage = this.#shortageAt(place);
    if (shortage) shortage.times -= 1;
  }

  #shortageAt(place: LaunchPlace): { times: number } | undefined {
    return this.#shortages.find(({ scope, times }) => times > 0 && covers(scope, place));
  }
}

function covers(scope: LaunchScope, place: LaunchPlace): boolean {
  return (
    (scope.type ?? place.type) === place.type &&
    (scope.zone ?? place.zone) === place.zone &&
    (scope.subnetId ?? place.subnetId) === place.subnetId
  );
}
