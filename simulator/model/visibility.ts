import type { Image } from './image.ts';
import type { Snapshot } from './snapshot.ts';
import type { Tags } from './tags.ts';
import type { World } from './world.ts';

/** What a caller sees of a world at a moment: eventual consistency, and what belongs to whom. */
export class View {
  readonly #world: World;
  readonly #accountId: string;
  readonly #moment: number;

  constructor(world: World, accountId: string, moment: number) {
    this.#world = world;
    this.#accountId = accountId;
    this.#moment = moment;
  }

  tags(tags: Tags): ReadonlyMap<string, string> {
    return tags.asOf(this.#moment - this.#world.settings.consistency.tagSeconds * 1000);
  }

  /** Also images that were deregistered a short while ago; see `isShown`. */
  images(): Image[] {
    const { imageSeconds } = this.#world.settings.consistency;
    return [...this.#world.images.values()].filter(
      (image) => image.createdAt + imageSeconds * 1000 <= this.#moment && this.#mayUse(image),
    );
  }

  snapshots(): Snapshot[] {
    const { snapshotSeconds } = this.#world.settings.consistency;
    return [...this.#world.snapshots.values()].filter(
      (snapshot) =>
        this.#world.liveSnapshot(snapshot.id) !== undefined &&
        snapshot.startedAt + snapshotSeconds * 1000 <= this.#moment &&
        (snapshot.ownerId === this.#accountId ||
          snapshot.sharedWith.has(this.#accountId) ||
          snapshot.sharedWith.has('all')),
    );
  }

  #mayUse(image: Image): boolean {
    return (
      image.ownerId === this.#accountId ||
      image.launchPermissions.has(this.#accountId) ||
      image.launchPermissions.has('all')
    );
  }
}
