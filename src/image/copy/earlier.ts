/** Copies of this bake that are in a Region already, made by an earlier request: taken up, or put out of the way. */
import { awsFailure } from '../../aws/failure.ts';
import type { Image } from '../../aws/sdk/ec2.ts';
import { BakeError } from '../../base/errors.ts';
import { bakeStateOf, creationTime, imagesOfKey } from '../describe.ts';
import { canBeTakenUp, isOurs } from '../find.ts';
import { removeImage } from '../remove.ts';
import type { Copy, RegionalOptions } from './copy.ts';

/** For the removal of a copy that failed in an earlier attempt. */
const removalSeconds = 180;
/** For one call of it. */
const attemptSeconds = 30;

export class EarlierCopies {
  readonly #options: RegionalOptions;
  /** Copies of this bake that are of no use. */
  readonly #useless = new Set<string>();
  #freedNameAt = Number.NEGATIVE_INFINITY;

  constructor(options: RegionalOptions) {
    this.#options = options;
  }

  /**
   * @param patienceSeconds for the look, as of `SendOptions`
   * @returns the copy that an earlier request has made, if it shows; those that are of no use are put out of the way
   * @throws BakeError, without a cause when what has the name cannot be removed
   */
  async takeUp(patienceSeconds?: number): Promise<Copy | undefined> {
    const { ec2, target, names, signal, accountId, clock } = this.#options;
    const how = { signal, ...(patienceSeconds === undefined ? {} : { patienceSeconds }) };
    const images = await imagesOfKey(ec2, names.key, how).catch((error) => {
      signal.throwIfAborted();
      const doing = `look for a copy in ${target.region} of an earlier attempt`;
      throw awsFailure('ec2:DescribeImages', doing, error);
    });
    const ours = images.filter((image) => isOurs(image, accountId));
    const alive = ours.find((image) => this.#isOfHome(image) && canBeTakenUp(image));
    if (alive !== undefined) {
      const createdAt = creationTime(alive, clock.now());
      return { imageId: alive.ImageId ?? '', createdAt, takenUp: true };
    }
    for (const image of ours.filter((candidate) => bakeStateOf(candidate) === 'baking')) {
      await this.#putAside(image);
    }
    return undefined;
  }

  /** It turned out to be gone. */
  putAside(imageId: string): void {
    this.#useless.add(imageId);
  }

  isUseless(imageId: string): boolean {
    return this.#useless.has(imageId);
  }

  /** IDs, in the order of the alphabet. */
  get useless(): string[] {
    return [...this.#useless].sort();
  }

  /** When a useless copy was removed to free the name, which takes EC2 a while; long ago when none was. */
  get freedNameAt(): number {
    return this.#freedNameAt;
  }

  /** An earlier attempt may have had another home image, of the same key: its copies are not copies of this one. */
  #isOfHome({ SourceImageId, Name }: Image): boolean {
    const { home, names } = this.#options;
    return Name === names.name && (SourceImageId === undefined || SourceImageId === home.imageId);
  }

  /** A copy of this bake that failed, or that is of a home image which is not there any more. */
  async #putAside({ ImageId: imageId = '', Name, State }: Image): Promise<void> {
    const { ec2, target, names, clock, signal, onTrouble } = this.#options;
    const { region } = target;
    this.putAside(imageId);
    if (Name !== names.name) return;
    onTrouble(
      `${imageId} (${State}) in ${region} was left by an earlier attempt and has the name; removing it.`,
    );
    const { remaining } = await removeImage({
      ec2,
      clock,
      signal,
      region,
      key: names.key,
      imageId,
      scope: 'image',
      // Failed copies may have no snapshots at all.
      expectedSnapshots: 0,
      lookSeconds: 0,
      until: clock.now() + removalSeconds * 1000,
      attemptSeconds,
    });
    const remnant = remaining.find(({ id }) => id === imageId);
    if (remnant !== undefined) {
      throw new BakeError(
        `The copy ${imageId} of an earlier attempt (${State}) has the name "${names.name}" in ${region} and could not be removed: ${remnant.reason}.`,
        { remedy: `Remove it, then run the job again: ${remnant.command}` },
      );
    }
    this.#freedNameAt = clock.now();
  }
}
