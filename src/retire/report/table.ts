/** The plan as a table in plain text, for the log. */
import { duration, gibibytes } from '../../base/units.ts';
import type { Judged, Loose } from '../record.ts';

/** What becomes of it, by the verdict. */
export const words = { remove: 'goes', keep: 'stays', wait: 'waits' } as const;

/** @returns a line each, the columns aligned; what goes comes first */
export function planTable(judged: readonly Judged[], loose: readonly Loose[], now: number): string[] {
  const rows = [
    ['', 'ID', 'Region', 'Name', 'Family', 'Architecture', 'Age', 'Size', 'Why'],
    ...[...judged]
      .sort(byVerdict)
      .map(({ image, verdict, why }) => [
        words[verdict],
        image.id,
        image.region,
        image.name,
        image.family,
        image.architecture,
        ageOf(image.createdAt, now),
        gibibytes(image.sizeGiB),
        why,
      ]),
    ...loose.map(({ id, region, kind, since, sizeGiB, verdict, why }) => [
      words[verdict],
      id,
      region,
      kind,
      '',
      '',
      ageOf(since, now),
      kind === 'snapshot' ? gibibytes(sizeGiB) : '',
      why,
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

const order = { remove: 0, wait: 1, keep: 2 } as const;

export function byVerdict(a: Judged, b: Judged): number {
  return order[a.verdict] - order[b.verdict] || (a.image.createdAt ?? 0) - (b.image.createdAt ?? 0);
}

export function ageOf(time: number | undefined, now: number): string {
  if (time === undefined || !Number.isFinite(time)) return '?';
  const days = Math.floor((now - time) / 86_400_000);
  return days >= 1 ? `${days} d` : duration(Math.max(0, now - time));
}
