/** The step's outputs: what each holds, and when it is written. `test/action.yml` describes them for users. */
import { outputWriter, safeJson, type WriteOutput } from '../../github/outputs.ts';
import { lastLaunch, type TrialRecord } from '../record.ts';
import { isoTime } from '../request.ts';
import { isPass } from '../verdict.ts';

export interface Outputs {
  /** Writes what the record tells for the first time, or otherwise than before. @param now milliseconds since the epoch */
  publish(record: TrialRecord, now: number): void;
  /** Writes every output that has no value yet as empty. */
  finish(record?: TrialRecord, now?: number): void;
}

/** Each output's value, once it is known. */
export const outputTable = {
  passed: ({ verdict }) => {
    const pass = verdict === undefined ? undefined : isPass(verdict);
    return pass === undefined ? undefined : String(pass);
  },
  'instance-id': (record) => lastLaunch(record)?.instanceId,
  'boot-seconds': ({ bootSeconds }) => (bootSeconds === undefined ? undefined : String(bootSeconds)),
  'console-log': ({ consoleLog }) => consoleLog,
  test: (record, now) =>
    record.verdict === undefined && record.plan === undefined ? undefined : testJson(record, now),
} as const satisfies Record<string, (record: TrialRecord, now: number) => string | undefined>;

export type OutputName = keyof typeof outputTable;

export function createOutputs(write: WriteOutput<OutputName>): Outputs {
  const outputs = outputWriter<OutputName, [TrialRecord, number]>(outputTable, write, 'test');
  return {
    publish: outputs.publish,
    finish(record, now = 0) {
      if (record !== undefined) outputs.put('test', testJson(record, now));
      outputs.finish();
    },
  };
}

const endCharacters = 2000;

/**
 * What the output `test` holds. Its shape is part of the action's interface: fields may be added, and a change of what one
 * means raises `version`.
 */
export interface TestDocument {
  version: 1;
  /** The image's ID. */
  image: string;
  region: string;
  instance: string | null;
  type: string | null;
  subnet: string | null;
  zone: string | null;
  /** What each status check said last: `ok`, `impaired`, `initializing`, … */
  checks: { system: string; instance: string; ebs: string } | null;
  bootSeconds: number | null;
  /** Since the start of the test. */
  seconds: number;
  /** ISO 8601, UTC. */
  startedAt: string;
  exitCode: number | null;
  /** The ends of what the command wrote. */
  stdout: string;
  stderr: string;
  /** `passed`, `failed`, `infrastructure`, `not-judged` or `refused`; null of a test that was cancelled, or a dry run. */
  verdict: string | null;
  passed: boolean | null;
  reason: string | null;
  /** The value of the tag `bake-ami:tested` that was set. */
  tested: string | null;
  warnings: readonly string[];
  dryRun: boolean;
  /** Of a dry run. */
  plan: readonly string[];
}

function testJson(record: TrialRecord, now: number): string {
  const { checks, verdict, command, plan } = record;
  const launch = lastLaunch(record);
  const document: TestDocument = {
    version: 1,
    image: record.imageId,
    region: record.region,
    instance: launch?.instanceId ?? null,
    type: launch?.type ?? null,
    subnet: launch?.subnetId ?? null,
    zone: launch?.zone ?? null,
    checks: checks === undefined ? null : checksDocument(checks),
    bootSeconds: record.bootSeconds ?? null,
    seconds: Math.round((now - record.startedAt) / 1000),
    startedAt: isoTime(record.startedAt),
    exitCode: command?.exitCode ?? null,
    stdout: (command?.stdout ?? '').slice(-endCharacters).toWellFormed(),
    stderr: (command?.stderr ?? '').slice(-endCharacters).toWellFormed(),
    verdict: verdict?.judgement ?? null,
    passed: verdict === undefined ? null : (isPass(verdict) ?? null),
    reason: verdict?.reason ?? null,
    tested: record.tested ?? null,
    warnings: record.warnings,
    dryRun: plan !== undefined,
    plan: plan ?? [],
  };
  return safeJson(document);
}

function checksDocument({ system, instance, ebs }: NonNullable<TrialRecord['checks']>) {
  return { system: system.status, instance: instance.status, ebs: ebs.status };
}
