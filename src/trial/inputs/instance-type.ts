import { given } from '../../github/inputs/given.ts';
import type { Parser } from '../../github/inputs/parsers.ts';

/** The name of an instance type, checked by its form: new types need no new version of the action. */
export const instanceType: Parser<string> = (text, report) => {
  if (/^[a-z][a-z0-9-]*\.[a-z0-9-]+$/.test(text)) return text;
  const lowerCase = text.toLowerCase();
  const hint = lowerCase !== text && /^[a-z0-9-]+\.[a-z0-9-]+$/.test(lowerCase);
  report(
    `${given(text)} is not the name of an instance type, such as \`t3.micro\`${hint ? `. Write it in lower case: \`${lowerCase}\`` : ''}`,
  );
  return undefined;
};
