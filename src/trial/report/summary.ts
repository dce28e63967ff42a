/** The job summary of a test, as Markdown: the verdict first, then where the time went, and of a failure the console. */
import { consoleUrl } from '../../aws/console.ts';
import { CancelledError } from '../../base/errors.ts';
import { duration } from '../../base/units.ts';
import {
  alert,
  code,
  codeBlock,
  details,
  facts,
  joinedSections,
  link,
  list,
  literal,
  oneLine,
  sentence,
  warningBox,
} from '../../github/report/markdown.ts';
import { type Problem, problem } from '../../github/report/problem.ts';
import { timeLine } from '../../github/report/timeline.ts';
import { sanitise } from '../../github/sanitise.ts';
import { lastLaunch, type TrialRecord } from '../record.ts';
import { checksText } from '../verdict.ts';

export interface SummaryOptions {
  record: TrialRecord;
  /** What ended the step; undefined when it succeeded. */
  error: unknown;
  /** What is left in EC2, a line each. */
  left: readonly string[];
  told: Problem | undefined;
  /** Milliseconds since the epoch. */
  endedAt: number;
}

const longestOutput = 8000;

/** Text from outside has no meaning in it. */
export function summaryMarkdown(options: SummaryOptions): string {
  const { record, told, left, endedAt } = options;
  const text = joinedSections([
    headline(options),
    told && problem(told, linked(record)),
    left.length === 0
      ? undefined
      : alert('WARNING', ['<b>Left in AWS</b>', '', ...list(left.map((line) => oneLine(line)))]),
    warningBox(record.warnings),
    table(record),
    plan(record),
    timeLine(record.phases, endedAt, told === undefined ? undefined : failedPhase(record)),
    told === undefined ? undefined : consoleTail(record),
    commandOutput(record),
  ]);
  return `${text}\n`;
}

/** The last one before the evidence was kept and the instance ended. */
function failedPhase({ phases }: TrialRecord): TrialRecord['phases'][number] | undefined {
  return phases.filter(({ name }) => name !== 'Console' && name !== 'End').at(-1);
}

function headline({ record, error, endedAt }: SummaryOptions): string {
  const image = linked(record)(record.imageId);
  const line = [
    record.image === undefined ? '' : `<b>${literal(record.image.name)}</b>`,
    literal(record.region),
    record.bootSeconds === undefined ? '' : `booted in ${duration(record.bootSeconds * 1000)}`,
    duration(endedAt - record.startedAt),
  ].filter((part) => part !== '');
  return `## ${title(record, error)}: ${image}\n\n${line.join(' · ')}`;
}

function title({ verdict, plan }: TrialRecord, error: unknown): string {
  if (error instanceof CancelledError) return '🚫 Test cancelled';
  if (plan !== undefined && error === undefined) return '📋 Dry run: all checks passed';
  switch (verdict?.judgement) {
    case 'passed':
      return error === undefined ? '✅ Test passed' : '❌ Test passed, but its instance is left';
    case 'failed':
      return '❌ Test failed';
    default:
      return '⚠️ Not judged';
  }
}

function linked({ region }: TrialRecord): (id: string) => string {
  return (id) => link(code(id), consoleUrl(region, id));
}

function table(record: TrialRecord): string | undefined {
  const launch = lastLaunch(record);
  if (launch === undefined) return undefined;
  const { checks, command, tested } = record;
  const rows: [string, string | undefined][] = [
    [
      'Instance',
      launch.instanceId &&
        `${linked(record)(launch.instanceId)} · ${literal(record.region)}, ${launch.status === 'ended' ? 'ended' : 'not seen to end'}`,
    ],
    ['Type', code(launch.type)],
    [
      'Subnet',
      [launch.subnetId, launch.zone]
        .filter((part) => part !== undefined)
        .map(code)
        .join(' · '),
    ],
    ['Status&nbsp;checks', checks && literal(checksText(checks))],
    ['Exit&nbsp;code', command?.exitCode === undefined ? undefined : String(command.exitCode)],
    ['Tag', tested && `${code('bake-ami:tested')} = ${code(tested)}`],
  ];
  return facts(rows.flatMap(([name, value]) => (value ? [[name, value] as const] : [])));
}

function plan({ plan }: TrialRecord): string | undefined {
  if (plan === undefined) return undefined;
  return `Nothing was launched. The plan:\n\n${list(plan.map((line) => sentence(line))).join('\n')}`;
}

function consoleTail({ consoleTail }: TrialRecord): string | undefined {
  if (consoleTail === undefined) return undefined;
  if (consoleTail.length === 0) return 'EC2 has no console output of the instance.';
  return `<b>The last lines of the console</b>\n\n${codeBlock('', sanitise(consoleTail.join('\n')))}`;
}

function commandOutput({ command }: TrialRecord): string | undefined {
  const parts = [
    ['Standard output', command?.stdout ?? ''],
    ['Standard error', command?.stderr ?? ''],
  ].flatMap(([name = '', text = '']) =>
    text.trim() === '' ? [] : [`${name}\n\n${codeBlock('', sanitise(text.trimEnd().slice(-longestOutput)))}`],
  );
  return parts.length === 0 ? undefined : details('Output of the command', parts.join('\n\n'));
}
