/** Parts of the documents in JSON that an output of the bake and one of the promotion hold. */
import { amiIdForm } from '../aws/id-forms.ts';
import type { DistributionRecord } from './record.ts';

/** The versions that launch the image, by the IDs of their templates. */
export function templateVersions({ templates = [] }: DistributionRecord): Record<string, number> {
  return Object.fromEntries(
    templates.flatMap(({ id, version, creation }) =>
      version === undefined || creation === 'none' ? [] : [[id, version] as const],
    ),
  );
}

export function launchTemplatesOf({ templates = [] }: DistributionRecord) {
  return templates.flatMap(({ region, id, version, defaultBefore, move }) =>
    version === undefined
      ? []
      : [{ region, id, version, oldDefault: defaultBefore, isDefault: move === 'made' || move === 'there' }],
  );
}

export function parametersOf({ parameters = [] }: DistributionRecord) {
  return parameters.map(({ region, name, oldValue, newValue }) => ({ region, name, oldValue, newValue }));
}

/** The image's ID in each of its Regions, the home Region first, as far as EC2 has told them. */
export function idsByRegion({ image, copies = [] }: DistributionRecord): Record<string, string> {
  if (image === undefined) return {};
  return Object.fromEntries(
    [image, ...copies].flatMap(({ region, id }) =>
      id !== undefined && amiIdForm.test(id) ? [[region, id] as const] : [],
    ),
  );
}
