/** The top of the job summary: what one understands at a glance, and what went wrong. */
import { consoleUrl } from '../../aws/console.ts';
import { duration, gibibytes } from '../../base/units.ts';
import type { Ending, Failure } from '../../distribute/ending.ts';
import { alert, code, link, literal, warningBox } from '../../github/report/markdown.ts';
import { problem } from '../../github/report/problem.ts';
import type { BakeRecord } from '../record.ts';
import { failedPhase } from './outcome.ts';

/** How it ended, and with what; below it the name, the Region, size and time. */
export function headline(record: BakeRecord, outcome: Ending): string {
  const image = record.image;
  const name = image?.name ?? record.names?.name;
  const sizes = image?.snapshots.map(({ sizeGiB }) => sizeGiB) ?? [];
  const phase = failedPhase(record, outcome);
  const snapshots = `${sizes.length} ${sizes.length === 1 ? 'snapshot' : 'snapshots'}`;
  const facts = [
    name === undefined ? undefined : `<b>${literal(name)}</b>`,
    literal(record.region),
    sizes.length > 0 && outcome.status === 'success'
      ? `${snapshots}, ${gibibytes(sizes.reduce((sum, size) => sum + size, 0))}`
      : undefined,
    phase && `in the phase <b>${literal(phase.name)}</b>`,
    // Before the first phase, when only the inputs were read, the time says nothing.
    record.phases.length > 0 ? duration(outcome.endedAt - record.startedAt) : undefined,
    record.resumed ? 'resumed from an earlier attempt' : undefined,
  ];
  const line = facts.filter((fact) => fact !== undefined && fact !== '').join(' · ');
  return `## ${title(record, outcome)}\n\n${line}`;
}

function title(record: BakeRecord, outcome: Ending): string {
  if (outcome.status === 'cancelled') return '🚫 Bake cancelled';
  if (outcome.status === 'failure') return '❌ Bake failed';
  const image = record.image;
  if (record.plan !== undefined) return '📋 Dry run: all checks passed';
  if (image === undefined) return '✅ Bake finished';
  const id = link(code(image.id), consoleUrl(image.region, image.id));
  if (!record.created) return `♻️ Reused ${id}`;
  return image.state === 'available' ? `✅ Baked ${id}` : `⏳ Baking ${id}`;
}

/** The state of the image where it needs a word: reused, or not ready yet. */
export function stateNote(record: BakeRecord, outcome: Ending): string | undefined {
  const image = record.image;
  if (image === undefined || outcome.status !== 'success') return undefined;
  const lines: string[] = [];
  if (!record.created) lines.push('An image of this name was there before; this bake created nothing.');
  if (image.state !== 'available') {
    lines.push(
      `The bake did not wait for the image: EC2 says <b>${literal(image.state)}</b>. Nothing can be launched from it before it is <b>available</b>.`,
    );
  }
  return lines.length === 0 ? undefined : alert('NOTE', [lines.join('<br>')]);
}

/** What went wrong and what to do about it; of what was removed there are no links. */
export function bakeProblem(record: Pick<BakeRecord, 'region'>, outcome: Failure): string {
  const linked = resourceLink(record);
  return problem(outcome, (id) => (isRemoved(id, outcome) ? code(id) : linked(id)));
}

/** A link to it would lead nowhere. */
function isRemoved(id: string, outcome: Failure): boolean {
  return outcome.removed.some((line) => line.includes(id));
}

export function warnings(record: BakeRecord): string | undefined {
  return warningBox([...(record.names?.warnings ?? []), ...record.warnings], resourceLink(record));
}

/** EC2 IDs in messages, as links into the console of the bake's Region. */
function resourceLink(record: Pick<BakeRecord, 'region'>): (id: string) => string {
  return (id) => link(code(id), consoleUrl(record.region, id));
}
