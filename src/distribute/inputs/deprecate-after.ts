import { given } from '../../github/inputs/given.ts';
import type { Parser } from '../../github/inputs/parsers.ts';
import { daysOrHours, timeSpanHint, timeSpanOf } from '../../github/inputs/time-span.ts';
import { type DeprecateAfter, deprecationTime } from '../../image/lifecycle.ts';
import { distributionInput } from './entry.ts';

/** When to deprecate the image: `90d`, `12h`, or an ISO 8601 date-time with its zone; undefined when it is empty. */
export const deprecation: Parser<DeprecateAfter | undefined> = (text, report) => {
  if (text === '') return undefined;
  const value = afterOf(text) ?? timeOf(text);
  if (value !== undefined) return value;
  report(
    `${given(text)} is neither a duration in days or hours, such as \`90d\` or \`12h\`, nor a date-time with its zone, ` +
      `such as \`2027-01-31T00:00:00Z\`${hint(text)}`,
  );
  return undefined;
};

/** When the image is deprecated; undefined when never. */
export const deprecateAfter = distributionInput('deprecate-after', deprecation, {
  needsAvailableImage: (wish) => wish !== undefined,
  plan: {
    step: 'configure',
    lines: (wish, { startedAt }) => (wish === undefined ? [] : [line(wish, startedAt)]),
  },
});

function line(wish: DeprecateAfter, startedAt: number): string {
  const time = new Date(deprecationTime(wish, startedAt)).toISOString();
  if (wish.kind === 'at') return `Deprecate each image at ${time}`;
  return `Deprecate each image after ${daysOrHours(wish.milliseconds)} (about ${time.slice(0, 10)})`;
}

function afterOf(text: string): DeprecateAfter | undefined {
  const milliseconds = timeSpanOf(text);
  return milliseconds === undefined ? undefined : { kind: 'after', milliseconds };
}

/** The extended format of ISO 8601, seconds and their fraction left out or not, as RFC 3339 has it too. */
const dateTimeForm =
  /^(?<date>\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

function timeOf(text: string): DeprecateAfter | undefined {
  const date = dateTimeForm.exec(text)?.groups?.['date'];
  if (date === undefined || !isInCalendar(date)) return undefined;
  return { kind: 'at', time: Date.parse(text) };
}

/** `Date.parse` takes the 30th of February for a day in March. */
function isInCalendar(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

/** What was meant, as far as can be told. */
function hint(text: string): string {
  const bare = text.replace(/^(["'`])(.*)\1$/, '$2');
  if (bare !== text && isAccepted(bare)) return `. Leave out the quotes: \`${bare}\``;
  if (/^0+[dh]$/.test(text)) return '. It must be more than 0';

  const span = timeSpanHint(text);
  return span === '' ? dateHint(text) : span;
}

function dateHint(text: string): string {
  const date = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  if (date === undefined) return '';
  if (!isInCalendar(date)) return `. There is no such day as ${date}`;
  if (date === text) return `. Add the time and its zone: \`${date}T00:00:00Z\``;
  const joined = text.replace(/^(\S+)[ t]+/, '$1T').replace(/z$/, 'Z');
  if (isAccepted(joined)) return `. Write it \`${joined}\``;
  if (isAccepted(`${joined}Z`)) return `. Add its zone: \`${joined}Z\` if it is in UTC`;
  return '';
}

function isAccepted(text: string): boolean {
  return (afterOf(text) ?? timeOf(text)) !== undefined;
}
