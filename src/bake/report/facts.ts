/** The middle of the job summary: what was baked from what, the snapshots, what is gone and what is left. */
import { commitTag } from '../../base/own-tags.ts';
import { age, gibibytes } from '../../base/units.ts';
import { isLaterAttempt, type WorkflowContext } from '../../base/workflow.ts';
import type { Ending, Failure } from '../../distribute/ending.ts';
import { imagesOf } from '../../distribute/record.ts';
import {
  factsOf,
  joined,
  lifecycleRows,
  located,
  monthlyCost,
  type Row,
  resource,
  sharedWith,
} from '../../distribute/report.ts';
import { alert, code, details, link, list, literal, oneLine, table } from '../../github/report/markdown.ts';
import type { ImageSnapshot } from '../../image/image.ts';
import type { BakeRecord } from '../record.ts';
import { imageStands } from './outcome.ts';

/** More snapshots than this are folded. */
const mostOpenRows = 8;

/** The image, the instance, the commit and the run, one row each. */
export function bakedFrom(
  record: BakeRecord,
  workflow: WorkflowContext,
  outcome: Ending,
): string | undefined {
  const stands = imageStands(record, outcome);
  const rows: Row[] = [
    ['Image', image(record, outcome)],
    ['Instance', instance(record)],
    ['Source&nbsp;AMI', record.instance && located(record.region, record.instance.imageId)],
    ['Reboot', reboot(record)],
    ...(stands ? lifecycleRows(record.image?.lifecycle) : []),
    ['Shared&nbsp;with', sharedWith(record.sharing)],
    ['Cost', stands ? monthlyCost(imagesOf(record)) : undefined],
    ['Previous', previous(record, workflow, outcome)],
    ['Commit', commit(workflow)],
    ['Run', run(workflow)],
  ];
  return factsOf(rows);
}

/** On success the headline has the ID. */
function image(record: BakeRecord, outcome: Ending): string | undefined {
  const { image } = record;
  if (image === undefined || outcome.status === 'success') return undefined;
  return imageStands(record, outcome)
    ? joined([located(image.region, image.id), literal(image.state)])
    : joined([code(image.id), literal(image.region)]);
}

function instance(record: BakeRecord): string | undefined {
  const { instance } = record;
  if (instance === undefined) return undefined;
  return joined([
    located(instance.region, instance.id),
    instance.name && `<b>${literal(instance.name)}</b>`,
    ...[instance.type, instance.architecture, instance.platform].map(literal),
  ]);
}

function reboot(record: BakeRecord): string | undefined {
  const { image, rebooted, instance, reused } = record;
  // Whoever made an image that was there before decided on the reboot.
  if (image === undefined || rebooted === undefined || instance === undefined || reused) return undefined;
  if (rebooted) return 'yes, for consistent file systems';
  return instance.state === 'stopped'
    ? 'not needed, the instance was stopped'
    : 'no: the file systems are as after a power failure';
}

/** The image before this one, and what has changed between the two. */
function previous(
  { previous, image, region }: BakeRecord,
  workflow: WorkflowContext,
  { endedAt }: Ending,
): string | undefined {
  if (!previous) return undefined;
  // Of an image that was there before, the commit that it was baked from.
  const commit = image?.tags?.[commitTag] ?? workflow.sha;
  const changed = previous.commit !== undefined && previous.commit !== commit;
  const range = `${previous.commit?.slice(0, 7)}...${commit.slice(0, 7)}`;
  const address = `${repositoryUrl(workflow)}/compare/${previous.commit}...${encodeURIComponent(commit)}`;
  return joined([
    located(region, previous.id),
    code(previous.name),
    previous.createdAt === undefined ? undefined : `${age(endedAt - previous.createdAt)} old`,
    previous.sizeGiB > 0 ? gibibytes(previous.sizeGiB) : undefined,
    changed ? link(`commits ${code(range)}`, address) : undefined,
  ]);
}

/** The copies in other Regions, one row each. */
export function copies({ copies = [] }: BakeRecord, outcome: Ending): string | undefined {
  // Links to what was removed lead nowhere.
  if (outcome.status !== 'success' && outcome.removed.length > 0) return undefined;
  const rows = copies.map(({ region, id, image }) => [
    code(region),
    id === undefined ? '' : resource(region, id),
    image === undefined ? 'not available' : literal(image.state),
    image === undefined ? '' : gibibytes(sizeOf(image.snapshots)),
    image === undefined ? '' : image.snapshots.some(({ encrypted }) => encrypted) ? '🔒 yes' : 'no',
  ]);
  return rows.length === 0 ? undefined : table(['Copy in', 'AMI', 'State', 'Size', 'Encrypted'], rows, [3]);
}

function commit(workflow: WorkflowContext): string | undefined {
  if (workflow.sha === '') return undefined;
  const repository = repositoryUrl(workflow);
  const pull = workflow.pr === undefined ? undefined : `${repository}/pull/${workflow.pr}`;
  return joined([
    link(literal(`${workflow.owner}/${workflow.repo}`), repository),
    link(code(workflow.sha.slice(0, 7)), `${repository}/commit/${encodeURIComponent(workflow.sha)}`),
    link(code(workflow.ref), pull),
  ]);
}

function repositoryUrl({ serverUrl, owner, repo }: WorkflowContext): string {
  return `${serverUrl}/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}`;
}

function run(workflow: WorkflowContext): string {
  const attempt = isLaterAttempt(workflow) ? `, attempt ${workflow.runAttempt}` : '';
  return joined([
    link(literal(`${workflow.workflow} #${workflow.runNumber}${attempt}`), workflow.runUrl),
    code(workflow.job),
    workflow.actor && `by ${literal(workflow.actor)}`,
  ]);
}

/** The snapshots behind the image, with the volumes that they were taken of. */
export function snapshots(record: BakeRecord, outcome: Ending): string | undefined {
  const { image } = record;
  if (image === undefined || !imageStands(record, outcome)) return undefined;
  if (image.snapshots.length === 0) return 'EC2 has not named the snapshots of this image yet.';

  const total = gibibytes(sizeOf(image.snapshots));
  const rows = image.snapshots.map((snapshot) => snapshotRow(snapshot, record));
  if (rows.length > 1) rows.push(['<b>Total</b>', `<b>${total}</b>`, '', '', '', '']);
  const body = table(...withoutEmptyVolumes(rows), [1]);
  if (image.snapshots.length <= mostOpenRows) return body;
  return details(`<b>${image.snapshots.length} snapshots</b>, ${total}`, body);
}

function snapshotRow(snapshot: ImageSnapshot, record: BakeRecord): string[] {
  return [
    `${code(snapshot.device)}${snapshot.root ? ' root' : ''}`,
    gibibytes(snapshot.sizeGiB),
    resource(record.region, snapshot.snapshotId),
    code(record.region),
    snapshot.encrypted ? '🔒 yes' : 'no',
    volumeOf(snapshot, record),
  ];
}

function sizeOf(snapshots: readonly ImageSnapshot[]): number {
  return snapshots.reduce((sum, { sizeGiB }) => sum + sizeGiB, 0);
}

function volumeOf({ device }: ImageSnapshot, record: BakeRecord): string {
  // An image that was there before may have been baked from other volumes.
  if (!record.created) return '';
  const volume = record.instance?.volumes.find((each) => each.device === device);
  return volume === undefined ? '' : resource(record.region, volume.volumeId);
}

/** The head and the rows of the table, with the column of the volumes when any is known. */
function withoutEmptyVolumes(rows: string[][]): [header: string[], rows: string[][]] {
  const header = ['Device', 'Size', 'Snapshot', 'Region', 'Encrypted', 'Volume'];
  if (rows.some((row) => row.at(-1) !== '')) return [header, rows];
  return [header.slice(0, -1), rows.map((row) => row.slice(0, -1))];
}

/** The tags of the image, folded. */
export function imageTags(record: BakeRecord, outcome: Ending): string | undefined {
  const asked = (record.names?.imageTags ?? []).map(({ Key, Value }) => [Key, Value] as const);
  const tags = record.image?.tags === undefined ? asked : Object.entries(record.image.tags);
  if (outcome.status !== 'success' || !record.created || tags.length === 0) return undefined;
  const rows = tags.map(([key, value]) => [code(key), code(value)]);
  return details(`${tags.length} tags`, table(['Tag', 'Value'], rows));
}

/** What clean-up did and what it could not, or was told not to, do. */
export function cleanedUp(record: BakeRecord, outcome: Failure): string | undefined {
  const parts: string[] = [];
  if (outcome.left.length > 0) {
    const regionOf = (id: string) => record.copies?.find((copy) => copy.id === id)?.region ?? record.region;
    const left = outcome.left.map((line) => oneLine(line, (id) => resource(regionOf(id), id)));
    parts.push(alert('WARNING', ['<b>Left in AWS</b>', '', ...list(left)]));
  }
  const removed = list(outcome.removed.map((line) => oneLine(line)));
  if (removed.length > 0) parts.push(`<b>Removed</b>\n\n${removed.join('\n')}`);
  return parts.length === 0 ? undefined : parts.join('\n\n');
}
