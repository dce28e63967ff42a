import * as markdown from '../scripts/markdown.ts';

/** A table in Markdown: the first column to the left, the others, with their numbers, to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return markdown.table(head, rows, { align: head.map((_, column) => (column === 0 ? '' : 'r')) });
}
