/** The step's outputs: what each holds, and when it is written. `retire/action.yml` describes them for users. */
import { safeJson as json, outputWriter, safeWarnings, type WriteOutput } from '../../github/outputs.ts';
import { sanitise } from '../../github/sanitise.ts';
import type { RetireRecord } from '../record.ts';

export interface Outputs {
  /** Writes what the record tells for the first time, or otherwise than before. */
  publish(record: RetireRecord): void;
  /** Writes every output that has no value yet as empty. */
  finish(record?: RetireRecord): void;
}

/** Each output's value, once it is known. */
export const outputTable = {
  'would-remove': ({ judged }) => judged && json(judged.filter(goes).map(({ image }) => image.id)),
  removed: (record) => json(record.removed.filter(isImage)),
  failed: (record) => json(record.failed.filter(isImage)),
  kept: ({ judged }) =>
    judged &&
    json(
      Object.fromEntries(
        judged.filter((one) => one.verdict !== 'remove').map(({ image, why }) => [image.id, why]),
      ),
    ),
  'freed-gib': (record) => record.judged && String(record.freedGiB),
  retirement: (record) => record.judged && json(documentOf(record)),
} as const satisfies Record<string, (record: RetireRecord) => string | undefined>;

export type OutputName = keyof typeof outputTable;

function goes({ verdict }: { verdict: string }): boolean {
  return verdict === 'remove';
}

function isImage(id: string): boolean {
  return id.startsWith('ami-');
}

export function createOutputs(write: WriteOutput<OutputName>): Outputs {
  const outputs = outputWriter(outputTable, write, 'retirement');
  return {
    publish: outputs.publish,
    finish(record) {
      if (record !== undefined) outputs.publish(record);
      const document = record && outputTable.retirement(record);
      if (document !== undefined) outputs.put('retirement', document);
      outputs.finish();
    },
  };
}

/** GitHub takes 1 MB of outputs a job. */
const mostRows = 1000;

/**
 * What the output `retirement` holds. Its shape is part of the action's interface: fields may be added, and a change of
 * what one means raises `version`.
 */
export interface RetirementDocument {
  version: 1;
  images: {
    id: string;
    region: string;
    name: string;
    family: string;
    architecture: string;
    /** ISO 8601; null when EC2 shows none. */
    createdAt: string | null;
    sizeGiB: number;
    verdict: 'remove' | 'keep' | 'wait';
    why: string;
  }[];
  snapshots: LooseDocument[];
  instances: LooseDocument[];
  /** IDs of images, snapshots and instances. */
  removed: readonly string[];
  failed: readonly string[];
  remaining: readonly { id: string; reason: string; command: string }[];
  freedGiB: number;
  /** When removed images leave the Recycle Bin for good, ISO 8601, where it keeps them. */
  recoverableUntil: Readonly<Record<string, string>>;
  warnings: readonly string[];
}

interface LooseDocument {
  id: string;
  region: string;
  verdict: 'remove' | 'keep' | 'wait';
  why: string;
}

function documentOf(record: RetireRecord): RetirementDocument {
  const { judged = [], loose = [], removed, failed, remaining, freedGiB, warnings } = record;
  const looseOf = (wanted: 'snapshot' | 'instance') =>
    loose
      .filter(({ kind }) => kind === wanted)
      .slice(0, mostRows)
      .map(({ id, region, verdict, why }) => ({ id, region, verdict, why }));
  return {
    version: 1,
    images: judged.slice(0, mostRows).map(({ image, verdict, why }) => ({
      id: image.id,
      region: image.region,
      name: image.name,
      family: image.family,
      architecture: image.architecture,
      createdAt: image.createdAt === undefined ? null : new Date(image.createdAt).toISOString(),
      sizeGiB: image.sizeGiB,
      verdict,
      why,
    })),
    snapshots: looseOf('snapshot'),
    instances: looseOf('instance'),
    removed,
    failed,
    remaining: remaining.slice(0, mostRows).map((one) => ({ ...one, reason: sanitise(one.reason) })),
    freedGiB,
    recoverableUntil: record.recoverableUntil,
    warnings: safeWarnings(warnings),
  };
}
