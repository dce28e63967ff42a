/** The end of a bake that does not go well, in the main step and in the post step. */
import { SupersededError } from '../base/errors.ts';
import { stateTag } from '../base/own-tags.ts';
import { type CleanupReport, cleanUpInMain, type Place } from '../distribute/clean-up.ts';
import { onFailureOf } from '../distribute/pointers.ts';
import { finishFor } from '../distribute/post-step.ts';
import type { PostStep } from '../github/post-step.ts';
import { learn } from '../run/run.ts';
import type { BakeRun } from './record.ts';
import type { BakeState } from './state.ts';

/** @returns undefined when there was nothing to clean up */
export async function cleanUpAfter(run: BakeRun, error: unknown): Promise<CleanupReport | undefined> {
  const { record, inputs } = run;
  const { names, expectedSnapshots, claim, claimsBefore, resumed } = record;
  if (error instanceof SupersededError) {
    learn(run, { unfinished: false });
    return undefined;
  }
  sayThatItStays(run);
  if (!record.unfinished || names === undefined) return undefined;
  return cleanUpInMain(run, error, {
    onFailure: onFailureOf(inputs.onFailure, record),
    key: names.key,
    claim,
    claimsBefore,
    // An earlier attempt may have begun to copy the image that this one has resumed.
    from: resumed || record.reused ? 'earlier attempts' : undefined,
    places: placesOf({ ...record, name: names.name }),
    expectedSnapshots,
  });
}

/** Somebody who cancels a bake in its last moment would look for an image that is gone. */
function sayThatItStays({ record, log }: BakeRun): void {
  const { unfinished, image, reused, copies = [] } = record;
  if (unfinished || reused || image === undefined || image.tags?.[stateTag] !== 'ready') return;
  const all = copies.length === 0 ? '' : ', with its copies';
  log.notice(`${image.id} is ready, so it stays${all}. Finished images are never removed.`, 'Image kept');
}

/** What record and state know of the images. */
interface Whereabouts {
  region: string;
  image?: { id: string | undefined };
  /** Of the home image. */
  name: string;
  copies?: readonly { region: string; id?: string | undefined }[];
  reused?: boolean | undefined;
  gone?: readonly string[];
}

/** Where images of a bake may be, that are its to remove. Beside a reused image, each copy is finished by itself. */
function placesOf({ region, image, name, copies = [], reused, gone = [] }: Whereabouts): Place[] {
  const place = (role: Place['role'], where: string, imageId: string | undefined): Place => ({
    region: where,
    role,
    imageId,
    imageIsGone: imageId !== undefined && gone.includes(imageId),
  });
  if (reused) return copies.map((copy) => place('home', copy.region, copy.id));
  return [
    { ...place('home', region, image?.id), name },
    ...copies.map((copy) => place('copy', copy.region, copy.id)),
  ];
}

/**
 * The story of the post step: finishes what the main step could not. In container jobs main may still be running, so it
 * takes main's images over first.
 * @returns undefined when there was nothing to clean up
 */
export async function postBake(step: PostStep<BakeState>): Promise<CleanupReport | undefined> {
  const { saved, log } = step;
  const { state } = saved;
  if (state === undefined) {
    log.info(
      `Nothing to clean up: ${saved.reason}. Should the main step still be running, it notices that this step has begun, and removes what it creates, or names it (\`wait: false\`).`,
    );
    return undefined;
  }
  if (state.phase === 'done') {
    log.info('Nothing to clean up: the main step left nothing open.');
    return undefined;
  }
  log.info(`The main step ended before its bake did (${state.amiId ?? `an AMI named "${state.amiName}"`}).`);
  return finishFor(step, state, {
    action: 'bake',
    places: placesOfState(state),
    claimsBefore: state.claimsBefore,
    expectedSnapshots: state.expectedSnapshots,
    nothingLeft: 'nothing of this bake is left.',
  });
}

function placesOfState({ region, amiId, amiName, copies = [], reused, gone = [] }: BakeState): Place[] {
  return placesOf({
    region,
    name: amiName,
    gone,
    copies: copies.map((copy) => ({ region: copy.region, id: copy.amiId })),
    image: { id: amiId },
    reused,
  });
}
