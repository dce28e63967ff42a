/** The job summary of `retire`, as Markdown that GitHub shows: what went, what stays and why. Text from outside has no meaning in it. */
import { gibibytes } from '../../base/units.ts';
import { costOf, joined, located } from '../../distribute/report.ts';
import { details, joinedSections, literal, table, warningBox } from '../../github/report/markdown.ts';
import { type Problem, problem } from '../../github/report/problem.ts';
import type { Judged, RetireRecord } from '../record.ts';
import { goingIn, howManyOfEach } from '../words.ts';
import { ageOf, byVerdict, words } from './table.ts';

export interface SummaryOptions {
  record: RetireRecord;
  dryRun: boolean;
  /** What went wrong; undefined when nothing did. */
  told: Problem | undefined;
  /** Milliseconds since the epoch. */
  endedAt: number;
}

/** A summary has room for more, its readers have not. */
const mostRows = 300;

export function summaryMarkdown({ record, dryRun, told, endedAt }: SummaryOptions): string {
  const text = joinedSections([
    headline(record, dryRun, told),
    freed(record, dryRun ? 'would' : 'did'),
    told && problem(told),
    ...verdicts(record, endedAt),
    warningBox(record.warnings),
  ]);
  return `${text}\n`;
}

/** Before anything is removed. */
export function planMarkdown(record: RetireRecord, now: number): string {
  const text = joinedSections([
    `## 📋 The plan: ${howManyOfEach(goingIn(record))} will be removed`,
    freed(record, 'would'),
    ...verdicts(record, now),
  ]);
  return `${text}\n`;
}

/** What goes, and folded what stays. */
function verdicts(record: RetireRecord, now: number): (string | undefined)[] {
  const { judged = [] } = record;
  const leaving = judged.filter(({ verdict }) => verdict !== 'keep');
  const staying = judged.filter(({ verdict }) => verdict === 'keep');
  return [
    leaving.length === 0 ? undefined : imageTable(record, leaving, now),
    looseTable(record),
    staying.length === 0 ? undefined : details(stayingWords(staying), imageTable(record, staying, now)),
  ];
}

function stayingWords({ length }: readonly Judged[]): string {
  return `<b>${length === 1 ? '1 image stays' : `${length} images stay`}</b>`;
}

function headline(record: RetireRecord, dryRun: boolean, told: Problem | undefined): string {
  const { judged, removed } = record;
  const icon = told === undefined ? '✅' : told.status === 'cancelled' ? '🚫' : '❌';
  if (dryRun && judged !== undefined && told === undefined)
    return `## 📋 Dry run: ${howManyOfEach(goingIn(record))} would be removed`;
  if (judged === undefined || removed.length === 0) return `## ${icon} Nothing was removed`;
  return `## ${icon} Removed ${howManyOfEach(removed)}`;
}

/** The size of the snapshots that go, or are gone, and what they cost. */
function freed(
  { judged = [], loose = [], removed }: RetireRecord,
  mode: 'did' | 'would',
): string | undefined {
  const counts = (id: string, verdict: string) =>
    mode === 'would' ? verdict === 'remove' : removed.includes(id);
  const volumes = [
    ...judged.flatMap(({ image, verdict }) => (counts(image.id, verdict) ? [image] : [])),
    ...loose.filter(({ id, verdict }) => counts(id, verdict)),
  ];
  const cost = costOf(volumes);
  if (cost === undefined) return undefined;
  const size = gibibytes(volumes.reduce((sum, { sizeGiB }) => sum + sizeGiB, 0));
  return `Snapshots of at most <b>${size}</b>: ${cost}.`;
}

function imageTable(record: RetireRecord, judged: readonly Judged[], now: number): string {
  const rows = [...judged]
    .sort(byVerdict)
    .slice(0, mostRows)
    .map(({ image, verdict, why }) => [
      stateOf(record, image.id, verdict),
      `${located(image.region, image.id)}<br>${literal(image.name)}`,
      joined([literal(image.family), literal(image.architecture)]),
      ageOf(image.createdAt, now),
      gibibytes(image.sizeGiB),
      withWidth(literal(why)),
    ]);
  const header = ['', 'AMI', 'Family', 'Age', 'Size', 'Why'];
  const more = judged.length > mostRows ? `\n\nand ${judged.length - mostRows} more, in the log` : '';
  return `${table(header, rows, [3, 4])}${more}`;
}

/** On a phone, a column of sentences would be one word wide: the first words stay together. */
function withWidth(text: string): string {
  return text.replace(/^[\w ,]{1,24}/, (head) => head.replaceAll(' ', '&nbsp;'));
}

function stateOf({ removed, failed }: RetireRecord, id: string, verdict: Judged['verdict']): string {
  if (removed.includes(id)) return 'removed';
  if (failed.includes(id)) return '<b>failed</b>';
  return words[verdict];
}

function looseTable(record: RetireRecord): string | undefined {
  const rows = (record.loose ?? [])
    .slice(0, mostRows)
    .map(({ id, region, kind, verdict, why }) => [
      stateOf(record, id, verdict),
      located(region, id),
      kind,
      literal(why),
    ]);
  return rows.length === 0 ? undefined : table(['', 'ID', 'Kind', 'Why'], rows);
}
