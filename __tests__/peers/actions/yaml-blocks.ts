/** The YAML that documents show. */
import { readFileSync } from 'node:fs';

export interface YamlBlock {
  /** The heading that it stands under, without its `#`s. */
  heading: string;
  /** Where the fence opens, from 1. */
  line: number;
  text: string;
}

/** The text of a file of the repository. */
export function readDocument(path: string): string {
  return readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
}

/** The blocks of a Markdown document in their order. A fence may be indented, as in a list; its text then is not. */
export function yamlBlocks(markdown: string): YamlBlock[] {
  const blocks: YamlBlock[] = [];
  let heading = '';
  let open: { fence: string; indent: string; language: string; line: number; lines: string[] } | undefined;
  for (const [index, line] of markdown.split(/\r?\n/).entries()) {
    if (open) {
      if (line.trim().startsWith(open.fence)) {
        const text = `${open.lines.join('\n')}\n`;
        if (/^ya?ml$/.test(open.language)) blocks.push({ heading, line: open.line, text });
        open = undefined;
      } else {
        open.lines.push(line.startsWith(open.indent) ? line.slice(open.indent.length) : line.trimStart());
      }
      continue;
    }
    const [, indent = '', fence, language = ''] = /^(\s*)(`{3,}|~{3,})\s*(\w*)/.exec(line) ?? [];
    if (fence !== undefined) open = { fence, indent, language, line: index + 1, lines: [] };
    else heading = /^#{1,6}\s+(.+?)\s*#*$/.exec(line)?.[1] ?? heading;
  }
  if (open) throw new Error(`The fence of line ${open.line} is never closed`);
  return blocks;
}

/** @throws unless there is a block under that heading; of several, the first is it */
export function yamlUnder(path: string, heading: string): string {
  const block = yamlBlocks(readDocument(path)).find((candidate) => candidate.heading === heading);
  if (!block) throw new Error(`${path} has no block of YAML under the heading "${heading}"`);
  return block.text;
}
