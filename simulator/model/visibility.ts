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

  /**
   * Also images that were deregistered a short while ago; see `isShown`.
   * @param ids of those to look at; unless given, all
   */
  images(ids?: readonly string[]): Image[] {
    const { imageSeconds } = this.#world.settings.consistency;
    return chosen(this.#world.images, ids).filter(
      (image) => image.createdAt + imageSeconds * 1000 <= this.#moment && this.#mayUse(image),
    );
  }

  /** @param ids of those to look at; unless given, all */
  snapshots(ids?: readonly string[]): Snapshot[] {
    const { snapshotSeconds } = this.#world.settings.consistency;
    return chosen(this.#world.snapshots, ids).filter(
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

/** Each once, in the order of the map or of the IDs. */
function chosen<T>(all: ReadonlyMap<string, T>, ids: readonly string[] | undefined): T[] {
  if (ids === undefined) return [...all.values()];
  return [...new Set(ids)].map((id) => all.get(id)).filter((object) => object !== undefined);
}
