import { messageOf } from '../../base/errors.ts';
import { given } from '../../github/inputs/given.ts';
import { linesOf, type Parser, type Report } from '../../github/inputs/parsers.ts';
import { splitAtCommas } from '../../naming/several-tags.ts';
import { parseTagLine, type TagTemplate } from '../../naming/tag-template.ts';
import { parseTemplate, type Template } from '../../naming/template.ts';

/** A naming template. */
export const template: Parser<Template> = (text, report) => orReport(report, () => parseTemplate(text));

/** Tags, one `Key=Value` a line, in their order and with repetitions. Commas are part of the values. */
export const tagLines: Parser<readonly TagTemplate[]> = (text, report) =>
  linesOf(text).flatMap((line) => orReport(report, () => parseTagLine(line)) ?? []);

/** Templates of parameter names, separated by commas or line ends. Commas within `{{ }}` and `{% %}` separate nothing. */
export const parameterNames: Parser<readonly Template[]> = (text, report) => {
  const ofItem = (item: string) =>
    orReport(
      (problem) => report(`${given(item)}: ${problem}`),
      () => parseTemplate(item),
    ) ?? [];
  return linesOf(text).flatMap(splitAtCommas).flatMap(ofItem);
};

function orReport<Result>(report: Report, parse: () => Result): Result | undefined {
  try {
    return parse();
  } catch (error) {
    report(messageOf(error));
    return undefined;
  }
}
