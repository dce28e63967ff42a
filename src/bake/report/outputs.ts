/** The step's outputs: what each holds, and when it is written. `action.yml` describes them for users. */

import { amiIdForm, snapshotIdForm } from '../../aws/id-forms.ts';
import { familyTag, keyTag } from '../../base/own-tags.ts';
import {
  idsByRegion,
  launchTemplatesOf,
  parametersOf,
  templateVersions,
} from '../../distribute/documents.ts';
import { linesOf } from '../../github/inputs/plan.ts';
import { safeJson as json, objectOf, safeWarnings, type WriteOutput } from '../../github/outputs.ts';
import { sanitise } from '../../github/sanitise.ts';
import type { ImageSnapshot } from '../../image/image.ts';
import type { Sharing } from '../../image/share/share.ts';
import type { Names, Tag } from '../../naming/names.ts';
import type { BakeRecord } from '../record.ts';

/**
 * `ami-id` and the other bare values hold nothing that may be kept as a secret somewhere (account IDs, ARNs, Region
 * names), since GitHub drops a job output that contains masked text as a whole; `region` and `image` may.
 */
export interface Outputs {
  /** Writes what the record tells for the first time, or more completely than before; never less. */
  publish(record: BakeRecord): void;
  /** Writes every output that has no value yet as empty. */
  finish(): void;
}

interface Output {
  /** Its value, once it is known. */
  value(record: BakeRecord): string | undefined;
  /** Tells of snapshots, which become known one by one: a fuller value takes the place of the one before. */
  grows?: true;
}

export const outputTable = {
  'ami-id': { value: (record) => idOf(record) },
  'ami-name': { value: (record) => record.image?.name ?? record.names?.name },
  'snapshot-ids': { value: (record) => snapshotIds(record), grows: true },
  snapshots: { value: (record) => snapshotsByDevice(record), grows: true },
  'root-snapshot-id': {
    value: (record) => snapshotsOf(record).find((snapshot) => snapshot.root)?.snapshotId,
  },
  region: { value: (record) => record.region },
  'ami-ids': { value: (record) => objectOf(idsByRegion(record)), grows: true },
  created: { value: (record) => (idOf(record) ? String(record.created) : undefined) },
  'previous-ami-id': { value: (record) => previousId(record) },
  'launch-template-versions': { value: (record) => objectOf(templateVersions(record)), grows: true },
  image: { value: (record) => imageJson(record), grows: true },
} as const satisfies Record<string, Output>;

export type OutputName = keyof typeof outputTable;

export function createOutputs(write: WriteOutput<OutputName>): Outputs {
  const written = new Map<OutputName, { value: string; snapshots: number; hasImage: boolean }>();
  const all = Object.entries(outputTable) as [OutputName, Output][];

  return {
    publish(record) {
      const snapshots = snapshotsOf(record).length;
      const hasImage = record.image !== undefined;
      for (const [name, output] of all) {
        const value = output.value(record);
        const before = written.get(name);
        if (!value || value === before?.value) continue;
        const isFuller = output.grows && snapshots >= (before?.snapshots ?? 0);
        // An image that is taken up has a name of its own, not the one that was to be.
        const isOfImage = hasImage && before?.hasImage === false;
        if (before?.value && !isFuller && !isOfImage) continue;
        write(name, value);
        written.set(name, { value, snapshots, hasImage });
      }
    },
    finish() {
      for (const [name] of all) {
        if (written.has(name)) continue;
        write(name, '');
        written.set(name, { value: '', snapshots: 0, hasImage: false });
      }
    },
  };
}

/** An ID and nothing else: jobs further down put it into commands. */
function idOf(record: BakeRecord): string | undefined {
  const id = record.image?.id;
  return id !== undefined && amiIdForm.test(id) ? id : undefined;
}

function previousId({ previous }: BakeRecord): string | undefined {
  return previous && amiIdForm.test(previous.id) ? previous.id : undefined;
}

/** The image's snapshots, the root volume's first. */
function snapshotsOf(record: BakeRecord): ImageSnapshot[] {
  const known = (record.image?.snapshots ?? []).filter(({ snapshotId }) => snapshotIdForm.test(snapshotId));
  return known.sort((one, other) => Number(other.root) - Number(one.root));
}

function snapshotIds(record: BakeRecord): string | undefined {
  const ids = snapshotsOf(record).map((snapshot) => snapshot.snapshotId);
  return ids.length > 0 ? json(ids) : undefined;
}

function snapshotsByDevice(record: BakeRecord): string | undefined {
  const entries = snapshotsOf(record).map(({ device, snapshotId }) => [device, snapshotId] as const);
  return objectOf(Object.fromEntries(entries));
}

/**
 * What the output `image` holds. Its shape is part of the action's interface: fields may be added, and a change of
 * what one means raises `version`.
 */
export interface ImageDocument {
  version: 1;
  id: string;
  name: string;
  region: string;
  /** EC2's image state when this was written, e.g. `available`. */
  state: string;
  description: string | null;
  family: string | null;
  key: string | null;
  created: boolean;
  resumed: boolean;
  /** Null when an earlier attempt created the image. */
  rebooted: boolean | null;
  source: SourceDocument | null;
  /** In device order, the root volume first. */
  snapshots: ImageSnapshot[];
  tags: Record<string, string>;
  snapshotTags: Record<string, string>;
  timings: {
    /** ISO 8601, UTC. */
    startedAt: string;
    /** Since then, up to the latest moment that a phase knows of. */
    seconds: number;
    /** In their order; `seconds` is null while a phase runs. */
    phases: { name: string; startedAt: string; seconds: number | null }[];
  };
  warnings: string[];
  /** In other Regions, in the order of `copy-to`; `state` and snapshots once the copy is available. */
  copies: { region: string; id: string; state: string | null; snapshots: ImageSnapshot[] }[];
  /** The newest ready image of the family before this one. */
  previous: { id: string; name: string; commit: string | null } | null;
  /** SSM parameters that hold the image's ID, and what they held before. */
  parameters: { region: string; name: string; oldValue: string | null; newValue: string }[];
  /** Launch templates that have a version with the image; `oldDefault` is the default version before. */
  launchTemplates: { region: string; id: string; version: number; oldDefault: number; isDefault: boolean }[];
  /** Whom this bake has shared the image with; null when that was not asked for, or not reached. */
  sharing: Sharing | null;
}

/** What the output `image` holds after a dry run: there is no image, and this is what would be made. */
export interface PlanDocument {
  version: 1;
  dryRun: true;
  name: string;
  region: string;
  description: string;
  family: string;
  key: string;
  source: SourceDocument | null;
  tags: Record<string, string>;
  snapshotTags: Record<string, string>;
  /** What would be done, in its order, in words. */
  plan: readonly string[];
  warnings: string[];
}

export interface SourceDocument {
  instanceId: string;
  name: string | null;
  type: string;
  architecture: string;
  platform: string;
  /** The AMI that the instance was launched from. */
  imageId: string;
  accountId: string;
}

/** The result as it stands; undefined as long as there is no image. */
function imageJson(record: BakeRecord): string | undefined {
  const { image, names } = record;
  const id = idOf(record);
  if (record.plan !== undefined && names !== undefined)
    return json(planDocument(record, names, linesOf(record.plan)));
  if (!image || !id) return undefined;
  // What EC2 says goes before what was asked for: an image that was there before has other tags.
  const wanted = (list: readonly Tag[] = []) => (record.created ? tagsByKey(list) : {});
  const tags: Record<string, string> = { ...(image.tags ?? wanted(names?.imageTags)) };
  const document: ImageDocument = {
    version: 1,
    id,
    name: image.name,
    region: image.region,
    state: image.state,
    description: image.description ?? names?.description ?? null,
    family: image.tags === undefined && record.created ? (names?.family ?? null) : (tags[familyTag] ?? null),
    key: image.tags === undefined && record.created ? (names?.key ?? null) : (tags[keyTag] ?? null),
    created: record.created,
    resumed: record.resumed,
    rebooted: record.rebooted ?? null,
    source: sourceOf(record),
    snapshots: snapshotsOf(record),
    tags,
    snapshotTags: { ...(image.snapshotTags ?? wanted(names?.snapshotTags)) },
    timings: timingsOf(record),
    warnings: safeWarnings(record.warnings),
    copies: copiesOf(record),
    previous: previousOf(record),
    parameters: parametersOf(record),
    launchTemplates: launchTemplatesOf(record),
    sharing: record.sharing ?? null,
  };
  return json(document);
}

function planDocument(record: BakeRecord, names: Names, plan: readonly string[]): PlanDocument {
  return {
    version: 1,
    dryRun: true,
    name: names.name,
    region: record.region,
    description: names.description,
    family: names.family,
    key: names.key,
    source: sourceOf(record),
    tags: tagsByKey(names.imageTags),
    snapshotTags: tagsByKey(names.snapshotTags),
    plan: plan.map((line) => sanitise(line)),
    warnings: safeWarnings(record.warnings),
  };
}

function copiesOf({ copies }: BakeRecord): ImageDocument['copies'] {
  return (copies ?? []).flatMap(({ region, id, image }) =>
    id === undefined
      ? []
      : [{ region, id, state: image?.state ?? null, snapshots: [...(image?.snapshots ?? [])] }],
  );
}

function previousOf({ previous }: BakeRecord): ImageDocument['previous'] {
  return previous ? { id: previous.id, name: previous.name, commit: previous.commit ?? null } : null;
}

function sourceOf({ instance }: BakeRecord): SourceDocument | null {
  if (!instance) return null;
  const { id, name, type, architecture, platform, imageId, accountId } = instance;
  return { instanceId: id, name: name ?? null, type, architecture, platform, imageId, accountId };
}

function timingsOf({ startedAt, phases }: BakeRecord): ImageDocument['timings'] {
  const latest = Math.max(startedAt, ...phases.map((phase) => phase.endedAt ?? phase.startedAt));
  return {
    startedAt: new Date(startedAt).toISOString(),
    seconds: (latest - startedAt) / 1000,
    phases: phases.map((phase) => ({
      name: phase.name,
      startedAt: new Date(phase.startedAt).toISOString(),
      seconds: phase.endedAt === undefined ? null : (phase.endedAt - phase.startedAt) / 1000,
    })),
  };
}

function tagsByKey(tags: readonly Tag[]): Record<string, string> {
  return Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
}
