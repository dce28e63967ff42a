/** A Gantt chart of Mermaid as HTML and CSS, without a script: as much of it as job summaries use. */
import { duration } from '../src/base/units.ts';

interface Bar {
  name: string;
  label: string;
  kind: 'phase' | 'done' | 'crit';
  /** Milliseconds since the epoch. */
  from: number;
  to: number;
}

/** @returns undefined when the text is no such chart */
export function ganttHtml(text: string): string | undefined {
  const bars = barsOf(text);
  if (!/^gantt$/m.test(text) || bars.length === 0) return undefined;
  const title = /^ *title (.+)$/m.exec(text)?.[1] ?? '';
  const start = Math.min(...bars.map(({ from }) => from));
  const whole = Math.max(...bars.map(({ to }) => to)) - start;
  const percent = (time: number) => `${((100 * time) / whole).toFixed(2)}%`;
  const rows = bars.map(({ name, label, kind, from, to }) => {
    const bar = `<i class="${kind}" style="left:${percent(from - start)};width:${percent(to - from)}"></i>`;
    return `<span class="name ${kind}">${escaped(name)}</span><span class="track">${bar}</span><span class="time">${escaped(label)}</span>`;
  });
  return `<figure class="chart" role="img" aria-label="${escaped(title)}">
<figcaption>${escaped(title)}</figcaption>
${rows.join('\n')}
<span></span><span class="axis"><span>0</span><span>${duration(whole)}</span></span><span></span>
</figure>
`;
}

/** A section is the name of the task below it: `  section Wait`, then `  6 min :crit, FROM, TO`. */
function barsOf(text: string): Bar[] {
  const tasks = text.matchAll(
    /^ *section (?<name>.+)\n *(?<label>[^:\n]+) :(?:(?<kind>done|crit), )?(?<from>[\d-]+ [\d:.]+), (?<to>[\d-]+ [\d:.]+)$/gm,
  );
  return [...tasks].map(({ groups: { name = '', label = '', kind = 'phase', from = '', to = '' } = {} }) => ({
    name,
    label,
    kind: kind as Bar['kind'],
    from: timeOf(from),
    to: timeOf(to),
  }));
}

function timeOf(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}Z`);
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
