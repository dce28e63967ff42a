/** What the caller may not do. Everything is permitted until it is denied. */
export class Permissions {
  readonly #denied = new Set<string>();

  /** @param actions with or without their service, e.g. `CreateImage`, `ec2:CreateImage` */
  deny(...actions: string[]): void {
    for (const action of actions) this.#denied.add(bare(action));
  }

  allow(...actions: string[]): void {
    for (const action of actions) this.#denied.delete(bare(action));
  }

  isPermitted(action: string): boolean {
    return !this.#denied.has(bare(action));
  }
}

function bare(action: string): string {
  return action.slice(action.indexOf(':') + 1);
}
