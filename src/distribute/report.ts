/** Parts of the job summary that a bake and a promotion share. */
import { removeImageCommand, unprotectImageCommand } from '../aws/cli.ts';
import { consoleUrl } from '../aws/console.ts';
import { amiIdForm, regionForm } from '../aws/id-forms.ts';
import { monthlyDollars, pricesOf } from '../aws/prices.ts';
import { dollars, gibibytes } from '../base/units.ts';
import { type PlanGroup, tagsTitle } from '../github/inputs/plan.ts';
import {
  code,
  codeBlock,
  details,
  facts,
  joinedSections,
  link,
  list,
  literal,
  oneLine,
  table,
} from '../github/report/markdown.ts';
import type { BakedImage, DeregistrationProtection, ImageLifecycle } from '../image/image.ts';
import type { PublishedTemplate } from '../image/publish/launch-templates.ts';
import type { PublishedParameter } from '../image/publish/parameters.ts';
import { allOf, describeGrantees } from '../image/share/grantees.ts';
import type { Sharing } from '../image/share/share.ts';
import type { DistributionRecord } from './record.ts';

/** A row of facts; without a value it is left out. */
export type Row = readonly [name: string, value: string | undefined];

/** @returns undefined when no row has a value */
export function factsOf(rows: readonly Row[]): string | undefined {
  const there = rows.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
  return there.length === 0 ? undefined : facts(there);
}

/** Facts about one thing, in one line. */
export function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

/** An ID of EC2's as a link to the console, where that has a public address. */
export function resource(region: string, id: string): string {
  return link(code(id), consoleUrl(region, id));
}

/** The ID with the Region that it is in. */
export function located(region: string, id: string): string {
  return joined([resource(region, id), literal(region)]);
}

/** @returns no rows while it is not known */
export function lifecycleRows(lifecycle: ImageLifecycle | undefined): Row[] {
  if (lifecycle === undefined) return [];
  const { deprecatedAt, imdsv2, protection } = lifecycle;
  return [
    ['Deprecated', deprecatedAt === undefined ? 'never' : `from ${minuteOf(deprecatedAt)}`],
    ['IMDSv2', imdsv2 ? 'required' : 'optional'],
    ['Protection', protections[protection]],
  ];
}

const protections: Readonly<Record<DeregistrationProtection, string>> = {
  off: 'off',
  on: 'from deregistration',
  'with-cooldown': 'from deregistration, with a cooldown of 24 hours',
};

/** e.g. `2027-02-20 21:34 UTC` */
function minuteOf(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** How many, not who. */
export function sharedWith(sharing: Sharing | undefined): string | undefined {
  if (sharing === undefined) return undefined;
  const whom = describeGrantees(sharing);
  return joined([
    sharing.public ? '<b>everyone</b>' : undefined,
    whom === '' ? undefined : literal(whom),
    sharing.snapshots ? 'snapshots too' : undefined,
  ]);
}

/** Who, folded. @returns undefined when it is nobody, or everyone */
export function grantees(sharing: Sharing | undefined): string | undefined {
  if (sharing === undefined) return undefined;
  const names = allOf(sharing);
  if (names.length === 0) return undefined;
  const title = `Shared with ${literal(describeGrantees(sharing))}`;
  return details(title, names.map((name) => `- ${code(name)}`).join('\n'));
}

/** What the snapshots of the images cost in a month at most. @returns undefined when there are none */
export function monthlyCost(images: readonly Pick<BakedImage, 'region' | 'snapshots'>[]): string | undefined {
  const volumes = images.map(({ region, snapshots }) => ({
    region,
    sizeGiB: snapshots.reduce((sum, { sizeGiB }) => sum + sizeGiB, 0),
  }));
  return costOf(volumes);
}

/** @returns undefined when there is nothing to pay for */
export function costOf(volumes: readonly { region: string; sizeGiB: number }[]): string | undefined {
  const sizes = new Map<string, number>();
  for (const { region, sizeGiB } of volumes) sizes.set(region, (sizes.get(region) ?? 0) + sizeGiB);
  const paid = [...sizes].filter(([, sizeGiB]) => sizeGiB > 0);
  const amounts = paid.map(([region, sizeGiB]) => monthlyDollars(region, sizeGiB));
  const known = amounts.filter((amount) => amount !== undefined);
  const unknown = paid.filter((_, index) => amounts[index] === undefined);
  const { date, source, address } = pricesOf;
  return (
    [
      known.length === 0
        ? undefined
        : `at most <b>${literal(dollars(known.reduce((sum, amount) => sum + amount, 0)))}</b> a month${known.length > 1 ? ` in ${known.length} Regions` : ''} at list price of ${date}, ${link(source, address)}`,
      unknown.length === 0
        ? undefined
        : `${unknown.map(([region, size]) => `${gibibytes(size)} in ${literal(region)}`).join(', ')} at ${link('prices of that Region', address)}`,
    ]
      .filter((part) => part !== undefined)
      .join('; and ') || undefined
  );
}

/** What `removal` has to know of an image. */
type Removable = Pick<BakedImage, 'region' | 'id' | 'lifecycle'>;

/** The copies that the run has made, finished or not: those that were there before are not its to remove. */
export function ownCopies({ copies = [] }: Pick<DistributionRecord, 'copies'>): Removable[] {
  return copies.flatMap(({ region, id, image, found }) =>
    id === undefined || found ? [] : [image ?? { region, id }],
  );
}

/**
 * The commands that remove images with all that belongs to them, one for each Region, folded.
 * @returns undefined when there are none
 */
export function removal(title: string, images: readonly Removable[]): string | undefined {
  const known = images.filter(({ id, region }) => amiIdForm.test(id) && regionForm.test(region));
  if (known.length === 0) return undefined;
  const hasCooldown = known.some(({ lifecycle }) => lifecycle?.protection === 'with-cooldown');
  const notes = [
    'Deregistering alone is not enough: the snapshots are charged until they are deleted too.',
    ...(hasCooldown
      ? [
          'EC2 refuses to deregister an image until 24 hours after its protection was disabled: run the second part of each command then.',
        ]
      : []),
  ];
  return details(
    `${title} (they are charged until then)`,
    `${notes.join(' ')}\n\n${codeBlock('sh', known.map(removalCommand).join('\n'))}`,
  );
}

function removalCommand({ region, id, lifecycle }: Removable): string {
  const remove = removeImageCommand(region, id);
  const { protection = 'off' } = lifecycle ?? {};
  return protection === 'off' ? remove : `${unprotectImageCommand(region, id)} && ${remove}`;
}

/** What a dry run found that would be done: a row for each step, the tags folded below. */
export function planSection(plan: readonly PlanGroup[] | undefined): string | undefined {
  if (plan === undefined) return undefined;
  const rows = plan.filter(({ title }) => title !== tagsTitle);
  const tags = plan.find(({ title }) => title === tagsTitle)?.lines ?? [];
  return joinedSections([
    'Nothing was changed. The plan:',
    factsOf(
      rows.map(({ title, lines }) => [
        title.replaceAll(' ', '&nbsp;'),
        lines.map((line) => oneLine(line.replace(`${title}: `, ''))).join('<br>'),
      ]),
    ),
    tags.length === 0
      ? undefined
      : details(
          `${tags.length} ${tags.length === 1 ? 'tag' : 'tags'}`,
          list(tags.map((tag) => oneLine(tag))).join('\n'),
        ),
  ]);
}

/** @returns undefined when there are none */
export function templatesTable(templates: readonly PublishedTemplate[]): string | undefined {
  const rows = templates.map((template) => [
    code(template.template),
    code(template.region),
    versionCell(template),
    defaultCell(template),
  ]);
  return rows.length === 0
    ? undefined
    : table(['Launch template', 'Region', 'Version with the AMI', 'Default version'], rows);
}

function versionCell({ version, creation }: PublishedTemplate): string {
  if (creation === 'none') return 'none';
  if (version === undefined) return 'perhaps';
  return creation === 'there' ? `${version}, there before` : String(version);
}

function defaultCell({ defaultBefore, version, move }: PublishedTemplate): string {
  if (move === 'none' || move === 'there') return String(defaultBefore);
  return `${defaultBefore} → ${version}${move === 'unanswered' ? ', perhaps' : ''}`;
}

/**
 * The parameters that name the image now, and what they named before.
 * @returns undefined when there are none
 */
export function parametersTable(parameters: readonly PublishedParameter[]): string | undefined {
  const rows = parameters.map(({ region, name, oldValue, newValue, unanswered }) => [
    code(name),
    code(region),
    unanswered ? `${code(newValue)}, perhaps` : code(newValue),
    oldValue === null ? 'nothing' : code(oldValue),
  ]);
  return rows.length === 0 ? undefined : table(['SSM parameter', 'Region', 'AMI', 'Before'], rows);
}
