import { messageOf } from '../../base/errors.ts';
import { given } from '../../github/inputs/given.ts';
import { linesOf, type Parser, type Report } from '../../github/inputs/parsers.ts';
import { parseTagLine, type TagTemplate } from '../../naming/tag-template.ts';
import { parseTemplate, type Template } from '../../naming/template.ts';

/** A naming template. */
export const template: Parser<Template> = (text, report) => orReport(report, () => parseTemplate(text));

/** Tags, one `Key=Value` a line: commas are part of the values, and order and repetitions are kept. */
export const tagLines: Parser<readonly TagTemplate[]> = (text, report) =>
  linesOf(text).flatMap((line) => orReport(report, () => parseTagLine(line)) ?? []);

/** Templates of parameters' names, separated by commas or line ends; commas within `{{ }}` and `{% %}` separate nothing. */
export const parameterNames: Parser<readonly Template[]> = (text, report) => {
  const items = linesOf(text).flatMap((line) => line.match(/(?:\{\{.*?\}\}|\{%.*?%\}|[^,])+/g) ?? []);
  return items
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .flatMap(
      (item) =>
        orReport(
          (problem) => report(`${given(item)}: ${problem}`),
          () => parseTemplate(item),
        ) ?? [],
    );
};

function orReport<Result>(report: Report, parse: () => Result): Result | undefined {
  try {
    return parse();
  } catch (error) {
    report(messageOf(error));
    return undefined;
  }
}
