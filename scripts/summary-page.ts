/**
 * A job summary as a page of HTML, close to what GitHub makes of it: its Markdown by `marked`, GitHub's look in short, light
 * and dark, alerts in their colours, and Gantt charts drawn without Mermaid, which would have to be loaded.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Marked, type Tokens } from 'marked';
import { ganttHtml } from './gantt.ts';

export interface PageOptions {
  /** `auto` follows the reader's browser. */
  theme?: 'auto' | 'light' | 'dark';
  /** Leaves out charts and what is folded, as for a picture. */
  brief?: boolean;
}

const light =
  '--text:#1f2328;--muted:#59636e;--back:#ffffff;--line:#d1d9e0;--soft:#f6f8fa;--code:#818b981f;--link:#0969da;' +
  '--note:#0969da;--tip:#1a7f37;--important:#8250df;--warning:#9a6700;--caution:#cf222e';
const dark =
  '--text:#f0f6fc;--muted:#9198a1;--back:#0d1117;--line:#3d444d;--soft:#151b23;--code:#656c7633;--link:#4493f8;' +
  '--note:#4493f8;--tip:#3fb950;--important:#ab7df8;--warning:#d29922;--caution:#f85149';

const style = `
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; color: var(--text); background: var(--back); overflow-wrap: break-word;
  font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", Helvetica, Arial, sans-serif, "Noto Color Emoji"; }
h1, h2, h3 { margin: 1.5rem 0 1rem; border-bottom: 1px solid var(--line); padding-bottom: .3em; line-height: 1.25; font-weight: 600; }
body > :first-child { margin-top: 0; }
a { color: var(--link); text-decoration: none; }
table { border-collapse: collapse; display: block; overflow-x: auto; margin: 1rem 0; }
th, td { border: 1px solid var(--line); padding: 6px 13px; }
tr:nth-child(2n) td { background: var(--soft); }
code { background: var(--code); padding: .2em .4em; border-radius: 6px; font-size: 85%;
  font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
pre { background: var(--soft); padding: 1rem; border-radius: 6px; overflow-x: auto; }
pre code { background: none; padding: 0; }
blockquote { margin: 0 0 1rem; padding: 0 1em; color: var(--muted); border-left: .25em solid var(--line); }
blockquote.alert { padding: .5rem 1em; color: var(--text); border-left-color: var(--kind); overflow-wrap: anywhere; }
blockquote.alert p { margin: 0 0 .5rem; }
blockquote.alert .kind { color: var(--kind); font-weight: 500; }
.chart { display: grid; grid-template-columns: max-content 1fr max-content; gap: .3rem .75rem; margin: 1rem 0;
  align-items: center; }
.chart figcaption { grid-column: 1 / -1; text-align: center; color: var(--muted); }
.chart .name.done { padding-left: 1rem; color: var(--muted); }
.chart .track { position: relative; height: 1.1rem; background: var(--soft); }
.chart i { position: absolute; top: 0; bottom: 0; border-radius: 3px; background: #1a7f37; }
.chart i.crit { background: #cf222e; }
.chart i.done { background: #54aeff; }
.chart .time { font-variant-numeric: tabular-nums; }
.chart .axis { display: flex; justify-content: space-between; color: var(--muted); border-top: 1px solid var(--line); }
details { margin: .5rem 0; }
summary { cursor: pointer; }
`;

/** @returns a whole page, with nothing loaded from elsewhere */
export function summaryPage(markdown: string, { theme = 'auto', brief = false }: PageOptions = {}): string {
  const body = new Marked({ gfm: true, renderer: { code: chart, blockquote: alert } }).parse(
    brief ? withoutFolded(markdown) : markdown,
    { async: false },
  );
  const themes = {
    auto: `:root{${light};color-scheme:light dark}@media(prefers-color-scheme:dark){:root{${dark}}}`,
    light: `:root{${light};color-scheme:light}`,
    dark: `:root{${dark};color-scheme:dark}`,
  };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Job summary</title>
<style>${themes[theme]}${style}</style>
</head>
<body>
${body}</body>
</html>
`;
}

/** A chart as a picture; `false` leaves other code to `marked`. */
function chart({ text, lang }: { text: string; lang?: string | undefined }): string | false {
  return (lang === 'mermaid' && ganttHtml(text)) || false;
}

/** A block quote, which GitHub shows as a box in a colour when it begins with `[!WARNING]` and the like. */
function alert(
  this: { parser: { parse(tokens: Tokens.Generic[]): string } },
  { tokens }: Tokens.Blockquote,
): string {
  const body = this.parser.parse(tokens);
  const [start, kind = ''] = /^<p>\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\](?:\n|(?=<\/p>))/.exec(body) ?? [];
  if (start === undefined) return `<blockquote>\n${body}</blockquote>\n`;
  const rest = body.replace(start, '<p>').replace('<p></p>', '');
  const name = kind.toLowerCase();
  const title = `${kind[0]}${name.slice(1)}`;
  return `<blockquote class="alert" style="--kind:var(--${name})">\n<p class="kind">${title}</p>\n${rest}</blockquote>\n`;
}

function withoutFolded(markdown: string): string {
  return markdown
    .replaceAll(/^```mermaid\n[\s\S]*?^```$/gm, '')
    .replaceAll(/^<details>[\s\S]*?^<\/details>$/gm, '');
}

/** Writes the page to a folder of its own in the system's temporary folder. @returns its address, to open in a browser */
export function writeSummaryPage(markdown: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'bake-ami-summary-')), 'summary.html');
  writeFileSync(file, summaryPage(markdown));
  return pathToFileURL(file).href;
}
