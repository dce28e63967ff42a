/** What a test would do: for a dry run. */
import { daysOrHours } from '../github/inputs/time-span.ts';
import type { TestedImage } from './image.ts';
import { placeText } from './launch.ts';
import type { Place, TrialRun } from './record.ts';

/** @returns a line each */
export function planOf(
  { inputs, record }: TrialRun,
  image: TestedImage,
  places: readonly Place[],
  minutes: number,
): string[] {
  const [first, ...others] = places;
  const isOwn = record.accountId === undefined || record.accountId === image.ownerId;
  return [
    `Launch ${image.id} "${image.name}" as ${first === undefined ? 'nothing' : placeText(first)}`,
    ...others.map((place) => `If EC2 has no room there: ${placeText(place)}`),
    'Wait until the system, instance and attached EBS status checks pass',
    ...(inputs.script === '' ? [] : ['Run the command of `run` with Systems Manager; its exit code decides']),
    `Judge the image after ${timeText(minutes)} at the latest`,
    'End the instance and delete its volumes',
    ...(isOwn ? ['Tag the image with `bake-ami:tested`'] : []),
  ];
}

function timeText(minutes: number): string {
  return minutes % 60 === 0 ? daysOrHours(minutes * 60_000) : `${minutes} minutes`;
}
