/** The job summary of `retire`, as Markdown that GitHub shows: what went, what stays and why. Text from outside has no meaning in it. */
import { consoleUrl } from '../../aws/console.ts';
import { gibibytes } from '../../base/units.ts';
import { alert, code, cut, details, link, literal, prose, table } from '../../github/report/markdown.ts';
import type { Judged, RetireRecord } from '../record.ts';
import { goingIn, howManyOfEach } from '../words.ts';
import { ageOf, byVerdict } from './table.ts';

export interface SummaryOptions {
  record: RetireRecord;
  dryRun: boolean;
  /** What went wrong; undefined when nothing did. */
  told: { message: string; remedy: string | undefined } | undefined;
  /** Milliseconds since the epoch. */
  endedAt: number;
}

/** A summary has room for more, its readers have not. */
const mostRows = 300;
const longestMessage = 4000;

export function summaryMarkdown({ record, dryRun, told, endedAt }: SummaryOptions): string {
  const { judged = [], warnings } = record;
  const going = judged.filter(({ verdict }) => verdict !== 'keep');
  const staying = judged.filter(({ verdict }) => verdict === 'keep');
  const sections = [
    headline(record, dryRun, told !== undefined),
    told === undefined ? undefined : problem(told),
    going.length === 0 ? undefined : imageTable(record, going, endedAt),
    looseTable(record),
    staying.length === 0 ? undefined : details(stayingWords(staying), imageTable(record, staying, endedAt)),
    warnings.length === 0
      ? undefined
      : alert(
          'WARNING',
          warnings.flatMap((warning) => prose(warning)),
        ),
  ];
  return `${sections.filter((section) => section !== undefined).join('\n\n')}\n`;
}

/** Before anything is removed. */
export function planMarkdown(record: RetireRecord, now: number): string {
  const judged = record.judged ?? [];
  const going = judged.filter(({ verdict }) => verdict !== 'keep');
  const staying = judged.filter(({ verdict }) => verdict === 'keep');
  const sections = [
    `### The plan: ${howManyOfEach(goingIn(record))} will be removed`,
    going.length === 0 ? undefined : imageTable(record, going, now),
    looseTable(record),
    staying.length === 0 ? undefined : details(stayingWords(staying), imageTable(record, staying, now)),
  ];
  return `${sections.filter((section) => section !== undefined).join('\n\n')}\n`;
}

function headline(record: RetireRecord, dryRun: boolean, hasFailed: boolean): string {
  const { judged, removed, freedGiB } = record;
  const sign = hasFailed ? '❌' : '✅';
  if (dryRun && judged !== undefined && !hasFailed)
    return `### Dry run: ${howManyOfEach(goingIn(record))} would be removed`;
  if (judged === undefined || removed.length === 0) return `### ${sign} Nothing was removed`;
  const size = freedGiB === 0 ? '' : `, up to ${gibibytes(freedGiB)} of snapshots`;
  return `### ${sign} Removed ${howManyOfEach(removed)}${size}`;
}

function stayingWords({ length }: readonly Judged[]): string {
  return `<b>${length === 1 ? '1 image stays' : `${length} images stay`}</b>`;
}

function problem({ message, remedy }: { message: string; remedy: string | undefined }): string {
  const lines = prose(cut(message, longestMessage));
  return alert(
    'CAUTION',
    remedy === undefined ? lines : [...lines, '', ...prose(cut(remedy, longestMessage))],
  );
}

function imageTable(record: RetireRecord, judged: readonly Judged[], now: number): string {
  const rows = [...judged]
    .sort(byVerdict)
    .slice(0, mostRows)
    .map(({ image, verdict, why }) => [
      stateOf(record, image.id, verdict),
      link(code(image.id), consoleUrl(image.region, image.id)),
      code(image.region),
      literal(image.name),
      literal(image.family),
      literal(image.architecture),
      ageOf(image.createdAt, now),
      gibibytes(image.sizeGiB),
      literal(why),
    ]);
  const header = ['', 'AMI', 'Region', 'Name', 'Family', 'Architecture', 'Age', 'Size', 'Why'];
  const more = judged.length > mostRows ? `\n\nand ${judged.length - mostRows} more, in the log` : '';
  return `${table(header, rows, [6, 7])}${more}`;
}

function stateOf({ removed, failed }: RetireRecord, id: string, verdict: Judged['verdict']): string {
  if (removed.includes(id)) return 'removed';
  if (failed.includes(id)) return '<b>failed</b>';
  return { remove: 'goes', keep: 'stays', wait: 'waits' }[verdict];
}

function looseTable(record: RetireRecord): string | undefined {
  const rows = (record.loose ?? [])
    .slice(0, mostRows)
    .map(({ id, region, kind, verdict, why }) => [
      stateOf(record, id, verdict),
      link(code(id), consoleUrl(region, id)),
      code(region),
      kind,
      literal(why),
    ]);
  return rows.length === 0 ? undefined : table(['', 'ID', 'Region', 'Kind', 'Why'], rows);
}
