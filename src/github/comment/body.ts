/** What a comment says of the images of a pull request, as Markdown. Text from outside has no meaning in it. */
import { consoleUrl } from '../../aws/console.ts';
import { messageWithRemedy } from '../../base/errors.ts';
import { duration, gibibytes } from '../../base/units.ts';
import type { WorkflowContext } from '../../base/workflow.ts';
import type { ImageFacts } from '../../image/of-pull-request.ts';
import { describeGrantees, type Grantees } from '../../image/share/grantees.ts';
import {
  code,
  codeBlock,
  cut,
  details,
  joinedSections,
  link,
  literal,
  prose,
  table,
} from '../report/markdown.ts';
import { sanitise } from '../sanitise.ts';
import { type Marker, markerLine } from './marker.ts';

/** An image as the comment shows it. */
export interface ShownImage extends ImageFacts {
  /** Milliseconds since the epoch; undefined while it is there. */
  readonly removedAt?: number | undefined;
  /** Why EC2 does not tell its state. */
  readonly unknown?: string | undefined;
}

/** How the step that writes the comment has tested an image. */
export interface TestFacts {
  readonly imageId: string;
  /** Only `passed` and `failed` are judgements of the image. */
  readonly judgement: string;
  readonly reason?: string | undefined;
  /** From the request to all status checks passed. */
  readonly bootSeconds?: number | undefined;
  /** The last lines of the console. */
  readonly consoleTail?: readonly string[] | undefined;
}

/** Something outside of the images that names one of them now. */
export interface Pointer {
  readonly region: string;
  /** In words, e.g. `/images/web/latest`, or `version 7 of launch template web`. */
  readonly name: string;
}

/** Whom the step has shared its images with. */
export interface Shared extends Grantees {
  readonly public: boolean;
}

export interface CommentFacts {
  readonly marker: Marker;
  readonly workflow: WorkflowContext;
  /** In the order of the table. */
  readonly images: readonly ShownImage[];
  /** IDs of those that the step itself is about. */
  readonly own: ReadonlySet<string>;
  /** Of the step's own images. */
  readonly shared?: Shared | undefined;
  readonly pointers: readonly Pointer[];
  readonly test?: TestFacts | undefined;
  /** The title continues with what was thrown. */
  readonly failure?: { readonly title: string; readonly error: unknown } | undefined;
  readonly unseen: readonly { readonly region: string; readonly problem: string }[];
}

/** GitHub takes 65,536 characters ("Body is too long", easybuilders/easybuild-easyconfigs#24647). */
const mostCharacters = 65_000;
const mostRows = 20;

/** With as many images as there is room for. */
export function commentBody(facts: CommentFacts): string {
  for (let rows = Math.min(mostRows, facts.images.length); rows > 0; rows -= 1) {
    const body = bodyWith(facts, rows);
    if (body.length <= mostCharacters) return body;
  }
  return bodyWith(facts, 0);
}

function bodyWith(facts: CommentFacts, rows: number): string {
  const { marker, images, workflow } = facts;
  const more = images.length - rows;
  return joinedSections([
    `${markerLine(marker)}\n### Images of ${literal(cut(marker.family, 200))}`,
    failure(facts),
    rows === 0 ? undefined : imageTable(facts, images.slice(0, rows)),
    images.length === 0 ? 'There is no image.' : more === 0 ? undefined : `${more} more are not listed here.`,
    unseen(facts),
    consoleTail(facts),
    closing(workflow),
  ]);
}

/** The runner masks secrets in logs and summaries, and many keep their account IDs as such: nobody masks a comment. */
function withoutAccountIds(text: string): string {
  return text.replace(/(?<!\d)\d{12}(?!\d)/g, '************');
}

function failure({ failure }: CommentFacts): string | undefined {
  if (failure === undefined) return undefined;
  const [first = '', ...rest] = prose(cut(withoutAccountIds(messageWithRemedy(failure.error)), 1000));
  return [`❌ <b>${literal(failure.title)}</b>`, '', first, ...rest].join('\n');
}

function imageTable(facts: CommentFacts, images: readonly ShownImage[]): string {
  const header = ['AMI', 'Region', 'Size', 'Tested', 'Shared and promoted to', 'State'];
  const rows = images.map((image) => [
    nameOf(image),
    code(image.region),
    image.sizeGiB === undefined ? '' : gibibytes(image.sizeGiB),
    tested(image, facts),
    [sharedWith(image, facts), ...promotedTo(image, facts)].filter((part) => part !== '').join('<br>'),
    state(image),
  ]);
  return table(header, rows, [2]);
}

/** Links to what was removed lead nowhere. */
function nameOf({ region, id, name, removedAt }: ShownImage): string {
  const shown = removedAt === undefined ? link(code(id), consoleUrl(region, id)) : code(id);
  return name === '' ? shown : `${shown}<br>${literal(cut(name, 128))}`;
}

function tested(image: ShownImage, { test }: CommentFacts): string {
  const before = testedBefore(image);
  if (test?.imageId !== image.id) return before;
  const { judgement, bootSeconds } = test;
  const boot = bootSeconds === undefined ? '' : `, booted in ${duration(bootSeconds * 1000)}`;
  if (judgement === 'passed') return `✅ passed${boot}`;
  const reason = test.reason === undefined ? '' : `: ${literal(cut(withoutAccountIds(test.reason), 300))}`;
  if (judgement === 'failed') return `❌ failed${boot}${reason}`;
  return `⚠️ not judged${boot}${reason}${image.tested === undefined ? '' : `<br>before: ${before}`}`;
}

/** Anybody who may tag the image can write anything into the tag. */
function testedBefore({ tested }: ShownImage): string {
  if (tested === undefined) return 'not tested';
  const [, judgement, time] =
    /^(passed|failed)(?: (\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?Z))?$/.exec(tested) ?? [];
  if (judgement === undefined) return literal(cut(tested, 60));
  const at = time === undefined ? '' : `, ${timeOf(Date.parse(time))}`;
  return `${judgement === 'passed' ? '✅' : '❌'} ${judgement}${at}`;
}

/** How many, not who: comments in public repositories are public. */
function sharedWith(image: ShownImage, { shared, own }: CommentFacts): string {
  const isOwn = own.has(image.id) && shared !== undefined;
  const everyone = image.public || (isOwn && shared.public);
  const whom = isOwn ? describeGrantees(shared) : '';
  return [everyone ? '<b>everyone</b>' : '', literal(whom)].filter((part) => part !== '').join(', ');
}

const mostPointers = 10;

function promotedTo({ id, region }: ShownImage, { pointers, own }: CommentFacts): string[] {
  if (!own.has(id)) return [];
  const names = pointers
    .filter((pointer) => pointer.region === region)
    .map(({ name }) => code(cut(name, 150)));
  const more = names.length - mostPointers;
  return more > 0 ? [...names.slice(0, mostPointers), `and ${more} more`] : names;
}

function state({ state, removedAt, unknown }: ShownImage): string {
  if (removedAt !== undefined) return `🗑️ removed at ${timeOf(removedAt)}`;
  return literal(unknown ?? state);
}

function unseen({ unseen }: CommentFacts): string | undefined {
  if (unseen.length === 0) return undefined;
  const lines = unseen.map(
    ({ region, problem }) => `${code(region)} (${literal(cut(withoutAccountIds(problem), 300))})`,
  );
  return `⚠️ EC2 could not be asked for the images in ${lines.join(', ')}: this comment may lack some.`;
}

const tailLines = 100;
const tailCharacters = 15_000;

function consoleTail({ test }: CommentFacts): string | undefined {
  const lines = test?.consoleTail ?? [];
  if (test === undefined || test.judgement === 'passed' || lines.length === 0) return undefined;
  const tail = sanitise(lines.slice(-tailLines).join('\n')).slice(-tailCharacters).toWellFormed();
  return details(`The end of the console of ${code(test.imageId)}'s test`, codeBlock('', tail));
}

function closing({ runUrl, runNumber, runAttempt, workflow, sha }: WorkflowContext): string {
  const name = cut(workflow, 100);
  const run = `${literal(name === '' ? 'Run' : name)} &#35;${literal(runNumber)}, attempt ${literal(runAttempt)}`;
  return `<sub>${link(run, runUrl)} at commit ${code(sha.slice(0, 7))}, by bake-ami</sub>`;
}

function timeOf(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
