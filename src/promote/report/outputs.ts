/** The step's outputs: what each holds, and when it is written. `promote/action.yml` describes them for users. */

import {
  idsByRegion,
  launchTemplatesOf,
  parametersOf,
  templateVersions,
} from '../../distribute/documents.ts';
import { imagesOf } from '../../distribute/record.ts';
import { linesOf } from '../../github/inputs/plan.ts';
import {
  safeJson as json,
  objectOf,
  outputWriter,
  safeWarnings,
  type WriteOutput,
} from '../../github/outputs.ts';
import { sanitise } from '../../github/sanitise.ts';
import type { PromotionRecord } from '../record.ts';

export interface Outputs {
  /** Writes what the record tells for the first time, or more completely than before. */
  publish(record: PromotionRecord): void;
  /** Writes the rest: what nothing changed, and every output that has no value as empty. */
  finish(record?: PromotionRecord): void;
}

export const outputTable = {
  'ami-ids': (record) => objectOf(idsByRegion(record)),
  'launch-template-versions': (record) => objectOf(templateVersions(record)),
  previous: (record) => previousOf(record),
  changed: (record) => (record.changed ? 'true' : undefined),
  promotion: (record) => (record.image || record.plan ? json(documentOf(record)) : undefined),
} as const satisfies Record<string, (record: PromotionRecord) => string | undefined>;

export type OutputName = keyof typeof outputTable;

export function createOutputs(write: WriteOutput<OutputName>): Outputs {
  const outputs = outputWriter(outputTable, write);
  return {
    publish: outputs.publish,
    finish(record) {
      // A promotion that failed before it knew the image cannot say that everything was there.
      const isDone = record !== undefined && !record.changed && (record.image ?? record.plan) !== undefined;
      if (isDone) outputs.put('changed', 'false');
      outputs.finish();
    },
  };
}

/** The way back: what parameters held, null where there was none, and which versions were the default versions. */
export interface PreviousDocument {
  /** By Region, then by name. */
  parameters: Record<string, Record<string, string | null>>;
  /** By the IDs of the launch templates. */
  defaultVersions: Record<string, number>;
}

function previousOf(record: PromotionRecord): string | undefined {
  const { parameters = [], templates = [] } = record;
  if (parameters.length + templates.length === 0) return undefined;
  return json(previousDocument(record));
}

function previousDocument({ parameters = [], templates = [] }: PromotionRecord): PreviousDocument {
  const byRegion: PreviousDocument['parameters'] = {};
  for (const { region, name, oldValue } of parameters)
    byRegion[region] = { ...byRegion[region], [name]: oldValue };
  return {
    parameters: byRegion,
    defaultVersions: Object.fromEntries(templates.map(({ id, defaultBefore }) => [id, defaultBefore])),
  };
}

/** What the output `promotion` holds: a part of the action's interface, to which fields may be added. */
function documentOf(record: PromotionRecord) {
  const { amiId, key, startedAt, phases, warnings, plan } = record;
  const latest = Math.max(startedAt, ...phases.map((phase) => phase.endedAt ?? phase.startedAt));
  return {
    version: 1,
    ...(plan === undefined ? {} : { dryRun: true, plan: linesOf(plan).map((line) => sanitise(line)) }),
    id: amiId,
    name: record.image?.name ?? null,
    region: record.region,
    key: key ?? null,
    changed: record.changed ?? false,
    images: imagesOf(record).map(({ region, id, state, snapshots }) => ({ region, id, state, snapshots })),
    launchTemplates: launchTemplatesOf(record),
    parameters: parametersOf(record),
    previous: previousDocument(record),
    sharing: record.sharing ?? null,
    timings: { startedAt: new Date(startedAt).toISOString(), seconds: (latest - startedAt) / 1000 },
    warnings: safeWarnings(warnings),
  };
}
