/** What a bake has to say in the comment in its pull request. */
import type { CommentOptions } from '../../github/comment/update.ts';
import type { BakedImage } from '../../image/image.ts';
import type { ImageFacts, ImageId } from '../../image/of-pull-request.ts';
import type { Outcome } from '../bake.ts';
import type { BakeRecord, BakeRun } from '../record.ts';

export function commentOf({ inputs, environment }: BakeRun, outcome: Outcome): CommentOptions {
  const { record } = outcome;
  const { gone = [], parameters = [] } = record;
  const images = imageIds(record);
  return {
    // A dry run changes nothing, and has nothing to show for it.
    comment: inputs.comment && !inputs.dryRun,
    githubToken: inputs.githubToken,
    environment,
    family: record.names?.family,
    regions: inputs.copyTo.map(({ region }) => region),
    images: images.filter(({ id }) => !gone.includes(id)),
    shared: record.sharing,
    pointers: parameters.map(({ region, name }) => ({ region, name })),
    removed: images.filter(({ id }) => gone.includes(id)).map((image) => removed(image, record)),
    ...(outcome.ok ? {} : { failure: { title: 'The bake failed', error: outcome.error } }),
  };
}

function imageIds({ region, image, copies = [] }: BakeRecord): ImageId[] {
  const home = image === undefined ? [] : [{ region, id: image.id }];
  return [...home, ...copies.flatMap(({ region, id }) => (id === undefined ? [] : [{ region, id }]))];
}

/** EC2 no longer shows it. */
function removed({ region, id }: ImageId, { image, copies = [], names, startedAt }: BakeRecord): ImageFacts {
  const known = image?.id === id ? image : copies.find((copy) => copy.id === id)?.image;
  return {
    region,
    id,
    name: known?.name ?? names?.name ?? '',
    state: '',
    sizeGiB: known === undefined ? undefined : sizeOf(known),
    family: names?.family,
    tested: undefined,
    public: false,
    createdAt: startedAt,
  };
}

function sizeOf({ snapshots }: BakedImage): number | undefined {
  return snapshots.length === 0 ? undefined : snapshots.reduce((sum, { sizeGiB }) => sum + sizeGiB, 0);
}
