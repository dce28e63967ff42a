/** What the caller may not do. Everything is permitted until it is denied. */
export class Permissions {
  readonly #denied = new Set<string>();
  readonly #deniedIn = new Set<string>();
  readonly #tagFor = new Map<string, string>();

  /** @param actions with or without their service, e.g. `CreateImage`, `ec2:CreateImage` */
  deny(...actions: string[]): void {
    for (const action of actions) this.#denied.add(bare(action));
  }

  /** In one Region alone, as a condition on `aws:RequestedRegion` does it. */
  denyIn(region: string, ...actions: string[]): void {
    for (const action of actions) this.#deniedIn.add(`${region}/${bare(action)}`);
  }

  /**
   * Permits the actions on images, snapshots, instances, volumes and launch templates that carry the tag, and on no others: a condition on
   * `aws:ResourceTag`. Tags that EC2 does not show yet do not count.
   */
  requireTag(key: string, ...actions: string[]): void {
    for (const action of actions) this.#tagFor.set(bare(action), key);
  }

  /** Takes all denials of these actions back. */
  allow(...actions: string[]): void {
    for (const action of actions.map(bare)) {
      this.#denied.delete(action);
      this.#tagFor.delete(action);
      for (const place of this.#deniedIn) if (place.endsWith(`/${action}`)) this.#deniedIn.delete(place);
    }
  }

  isPermitted(action: string, region?: string): boolean {
    return !this.#denied.has(bare(action)) && !this.#deniedIn.has(`${region}/${bare(action)}`);
  }

  /** @param tagged the tags of each resource that the request names */
  isPermittedOn(action: string, tagged: () => readonly ReadonlyMap<string, string>[]): boolean {
    const key = this.#tagFor.get(bare(action));
    return key === undefined || tagged().every((tags) => tags.has(key));
  }
}

function bare(action: string): string {
  return action.slice(action.indexOf(':') + 1);
}
