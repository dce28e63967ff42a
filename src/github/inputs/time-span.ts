/** Spans of time as inputs give them: `90d`, `12h`. */
import { given } from './given.ts';
import type { Parser } from './parsers.ts';

const millisecondsPer = { d: 86_400_000, h: 3_600_000 };

/** `90d` or `12h`, more than nothing, in milliseconds; undefined when the text is no such duration. */
export function timeSpanOf(text: string): number | undefined {
  const [, amount, unit] = /^(\d{1,6})([dh])$/.exec(text) ?? [];
  const milliseconds = Number(amount) * millisecondsPer[unit === 'd' ? 'd' : 'h'];
  return milliseconds > 0 ? milliseconds : undefined;
}

/** `90 days`, or `36 hours` where it is no whole number of days. */
export function daysOrHours(milliseconds: number): string {
  const days = milliseconds / millisecondsPer.d;
  const hours = milliseconds / millisecondsPer.h;
  const [amount, unit] = Number.isInteger(days) ? [days, 'day'] : [hours, 'hour'];
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}

/** A duration in days or hours, in milliseconds, at least so many days. */
export function timeSpan({ leastDays }: { leastDays: number }): Parser<number> {
  return (text, report) => {
    const milliseconds = timeSpanOf(text) ?? 0;
    if (milliseconds >= leastDays * millisecondsPer.d && milliseconds > 0) return milliseconds;
    const least = leastDays === 0 ? '' : `, at least \`${leastDays}d\``;
    report(
      `${given(text)} is not accepted: it takes a duration in days or hours${least}, such as \`90d\` or \`48h\`${timeSpanHint(text)}`,
    );
    return undefined;
  };
}

/** What was meant, as far as can be told; begins with a stop. Months are left out: nobody knows how long they are. */
export function timeSpanHint(text: string): string {
  const [, amount, unit] = /^P?(?:T(?=\d+h))?(\d{1,4})\s*([a-z]+)$/i.exec(text) ?? [];
  const meant = amount === undefined || unit === undefined ? undefined : inDaysOrHours(Number(amount), unit);
  if (meant !== undefined && meant !== text) return `. Is it \`${meant}\`?`;
  return /^\d{1,6}$/.test(text) ? `. It has no unit: \`${text}d\` is ${text} days` : '';
}

function inDaysOrHours(amount: number, unit: string): string | undefined {
  if (amount === 0) return undefined;
  if (/^(?:d|days?)$/i.test(unit)) return `${amount}d`;
  if (/^(?:h|hours?)$/i.test(unit)) return `${amount}h`;
  if (/^(?:w|weeks?)$/i.test(unit)) return `${amount * 7}d`;
  if (/^(?:y|years?)$/i.test(unit)) return `${amount * 365}d`;
  return undefined;
}
