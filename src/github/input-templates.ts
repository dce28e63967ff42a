import { messageOf } from '../errors.ts';
import { parseTagLine, type TagTemplate } from '../naming/tag-template.ts';
import { parseTemplate, type Template } from '../naming/template.ts';
import { linesOf, type Parser, type Report } from './input-parsers.ts';

/** A naming template. */
export const template: Parser<Template> = (text, report) => orReport(report, () => parseTemplate(text));

/** Tags, one `Key=Value` a line: commas are part of the values, and order and repetitions are kept. */
export const tagLines: Parser<readonly TagTemplate[]> = (text, report) =>
  linesOf(text).flatMap((line) => orReport(report, () => parseTagLine(line)) ?? []);

function orReport<Result>(report: Report, parse: () => Result): Result | undefined {
  try {
    return parse();
  } catch (error) {
    report(messageOf(error));
    return undefined;
  }
}
