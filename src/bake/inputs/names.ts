/** What the image is called and tagged: templates, since most of it is known only once EC2 has been asked. */
import { tagLines, template } from '../../distribute/inputs/templates.ts';
import type { Tag } from '../../naming/names.ts';
import { bakeInput } from './entry.ts';

/** The AMI's name. */
export const name = bakeInput('name', template, {
  default: '{{ repo }}-{{ ref }}-{{ timestamp }}-{{ short_sha }}',
  plan: { step: 'create', lines: (_template, { names }) => [`Name: ${names.name}`] },
});

/** The AMI's description. */
export const description = bakeInput('description', template, {
  default: 'Baked from {{ instance.id }} by {{ owner }}/{{ repo }}@{{ short_sha }}',
  plan: { step: 'create', lines: (_template, { names }) => [`Description: ${names.description}`] },
});

/** What groups successive versions of one image. */
export const family = bakeInput('family', template, {
  default: '{{ repo }}',
  plan: { step: 'create', lines: (_template, { names }) => [`Family: ${names.family}`] },
});

/** Tags of the AMI and its snapshots; the plan shows those of this action too. */
export const tags = bakeInput('tags', tagLines, {
  plan: {
    step: 'tag',
    lines: (_templates, { names }) => names.imageTags.map((tag) => `Tag of the AMI: ${textOf(tag)}`),
  },
});

/** Further tags of the snapshots alone. */
export const snapshotTags = bakeInput('snapshot-tags', tagLines, {
  plan: {
    step: 'tag',
    lines: (_templates, { names }) =>
      names.snapshotTags
        .filter((tag) => !isIn(names.imageTags, tag))
        .map((tag) => `Tag of the snapshots alone: ${textOf(tag)}`),
  },
});

function textOf({ Key, Value }: Tag): string {
  return `${Key}=${Value}`;
}

function isIn(tags: readonly Tag[], { Key, Value }: Tag): boolean {
  return tags.some((tag) => tag.Key === Key && tag.Value === Value);
}
