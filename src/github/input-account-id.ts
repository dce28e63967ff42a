import { given } from './input-given.ts';
import type { Parser } from './input-parsers.ts';

/** An AWS account ID: exactly 12 digits. */
export const accountId: Parser<string> = (text, report) => {
  if (/^\d{12}$/.test(text)) return text;
  report(
    `${given(text)} is not an account ID, which has exactly 12 digits. ${accountHint(text) ?? ''}`.trimEnd(),
  );
  return undefined;
};

/** What may have happened to an account ID on its way, as far as can be told; a sentence without its stop. */
export function accountHint(text: string): string | undefined {
  if (!/^\d{1,11}$/.test(text)) return undefined;
  const whole = text.padStart(12, '0');
  return `It has ${text.length} ${text.length === 1 ? 'digit' : 'digits'}: YAML drops the leading zeros of a number without quotes. If it is \`${whole}\`, write \`"${whole}"\``;
}
