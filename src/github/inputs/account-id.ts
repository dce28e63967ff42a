import { accountForm } from '../../image/share/grantees.ts';
import { given } from './given.ts';
import type { Parser } from './parsers.ts';

/** An AWS account ID. */
export const accountId: Parser<string> = (text, report) => {
  if (accountForm.test(text)) return text;
  const hint = accountHint(text);
  report(
    `${given(text)} is not an account ID, which has exactly 12 digits${hint === undefined ? '' : `. ${hint}`}`,
  );
  return undefined;
};

/** What may have happened to an account ID on its way, as far as can be told; a sentence without its stop. */
export function accountHint(text: string): string | undefined {
  return quotesHint(text, (bare) => accountForm.test(bare)) ?? digitsHint(text) ?? separatorsHint(text);
}

/** What to do about quotes around what would be right without them. */
export function quotesHint(text: string, isRight: (bare: string) => boolean): string | undefined {
  const bare = text.replace(/^(["'`])(.*)\1$/, '$2');
  if (bare === text || !isRight(bare)) return undefined;
  return `The quotes are part of the value here: leave them out, \`${bare}\``;
}

function digitsHint(text: string): string | undefined {
  if (!/^\d+$/.test(text)) return undefined;
  const digits = `It has ${text.length} ${text.length === 1 ? 'digit' : 'digits'}`;
  if (text.length > 12) return digits;
  const whole = text.padStart(12, '0');
  return `${digits}: YAML drops the leading zeros of a number without quotes. If it is \`${whole}\`, write \`"${whole}"\``;
}

function separatorsHint(text: string): string | undefined {
  // As the console shows it, and as spreadsheets do.
  const joined = text.replaceAll('-', '');
  if (joined !== text && accountForm.test(joined)) return `Write it without hyphens: \`${joined}\``;
  if (/^\d{12}(?:[\s;|]+\d{12})+$/.test(text)) return 'Separate several by commas or line ends';
  return undefined;
}
