import { markdownTable, type Options } from 'markdown-table';

/** A table of the documents. Cells are Markdown, on one line each. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  options: Pick<Options, 'align' | 'alignDelimiters'>,
): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  return markdownTable(cells, options);
}
