/** Is the name free? AMI names are unique in an account and Region, and cannot be changed. */
import { removeImageCommand } from '../aws/cli.ts';
import type { Image } from '../aws/sdk/ec2.ts';
import { runTag, tagOf } from '../base/own-tags.ts';
import { isInTheMaking, isUsable } from '../image/find.ts';
import { anotherName } from '../image/make/in-doubt.ts';
import type { Check } from './check.ts';
import { error } from './finding.ts';

export const nameIsFree: Check = (_run, { namesake, names, instance }) => {
  if (namesake === undefined) return [];
  const { region } = instance;
  return [
    error(
      `The AMI name "${names.name}" is taken in ${region} by ${holderOf(namesake)}. ${whatToDo(namesake, region)}`,
    ),
  ];
};

/** Whose image has the name, and how far that is. */
function holderOf(image: Image): string {
  const { ImageId = '', State, CreationDate } = image;
  const maker = tagOf(image, runTag);
  const by = maker === undefined ? '' : ` (made by ${maker})`;
  if (!isUsable(image)) return `${ImageId}, which is ${State} and of no use${by}`;
  const facts = `${ImageId} (${State}, created ${CreationDate ?? 'at an unknown time'})`;
  if (maker === undefined) return facts;
  return isInTheMaking(image)
    ? `${facts}, which ${maker} has not finished yet`
    : `${facts}, made by ${maker}`;
}

function whatToDo(image: Image, region: string): string {
  if (!isUsable(image)) {
    return `${anotherName}, or deregister that image: ${removeImageCommand(region, image.ImageId ?? '')}`;
  }
  if (!isInTheMaking(image)) return `${anotherName}, or use that image with \`if-exists: reuse\`.`;
  return `${anotherName}; the jobs of a matrix need names that differ, for example by \${{ matrix.NAME }}. Or wait for that image and use it, with \`if-exists: reuse\`.`;
}
