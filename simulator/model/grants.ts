/** Everyone, among those who may use an image or a snapshot. API model, PermissionGroup. */
export const everyone = 'all';

/**
 * Who may use an image or a snapshot beside its owner, through time, because what a Describe call shows may lag
 * behind what was written: account IDs, ARNs of organizations and organizational units, and `all`.
 */
export class Grants {
  readonly #versions: { since: number; entities: ReadonlySet<string> }[] = [];

  /** @param entities seeded ones have been there always */
  constructor(entities: Iterable<string> = []) {
    this.#versions.push({ since: Number.NEGATIVE_INFINITY, entities: new Set(entities) });
  }

  /** What was written last. */
  get current(): ReadonlySet<string> {
    return this.#versions.at(-1)?.entities ?? new Set();
  }

  has(entity: string): boolean {
    return this.current.has(entity);
  }

  /** What a reader sees whose view is that of the given moment. */
  asOf(moment: number): ReadonlySet<string> {
    return this.#versions.findLast(({ since }) => since <= moment)?.entities ?? new Set();
  }

  /** Behind EC2's back, and as if it had been so always. */
  add(entity: string): void {
    this.change({ add: [entity], remove: [] }, Number.NEGATIVE_INFINITY);
  }

  /** To add what is there, or to remove what is not, changes nothing. */
  change({ add, remove }: GrantChange, now: number): void {
    const gone = new Set(remove);
    const entities = [...this.current, ...add].filter((entity) => !gone.has(entity));
    this.#versions.push({ since: now, entities: new Set(entities) });
  }
}

export interface GrantChange {
  add: readonly string[];
  remove: readonly string[];
}
