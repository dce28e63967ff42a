/** What a browser makes of pages: their text as it is rendered, and whether everything fits into the width. */
import { openPage } from '../../../scripts/tools/chromium.ts';

export interface Look {
  /** All text, what is folded included. */
  text: string;
  /** The same without blocks of code. */
  prose: string;
  /** What is cut off or makes the page scroll sideways; what scrolls by itself, such as a table, is not. */
  overflow: string[];
  /** Of the page, e.g. `rgb(13, 17, 23)`. */
  background: string;
  /** Charts that are drawn, with the number of bars that can be seen in each. */
  bars: number[];
}

/** Desktop, and a phone: CSS pixels. */
export const widths = { desktop: 1280, phone: 375 } as const;

/**
 * Opens all pages at once, each in a frame of each width: a window of Chromium cannot be as narrow as a phone.
 * @param browser path of Chromium
 * @param pages HTML by name
 * @returns what was seen, by width and name of the page
 */
export function lookAt(
  browser: string,
  pages: Readonly<Record<string, string>>,
  scheme: 'light' | 'dark',
): Record<keyof typeof widths, Record<string, Look>> {
  const dom = openPage(browser, frames(pages), [
    `--blink-settings=preferredColorScheme=${scheme === 'dark' ? 0 : 1}`,
    '--virtual-time-budget=20000',
    '--dump-dom',
  ]);
  const [, encoded = ''] = /<pre id="seen">([\w+/=]+)<\/pre>/.exec(dom) ?? [];
  return JSON.parse(Buffer.from(encoded, 'base64').toString());
}

function frames(pages: Readonly<Record<string, string>>): string {
  const data = JSON.stringify({ pages, widths }).replaceAll('<', '\\u003c');
  return `<!doctype html><meta charset="utf-8"><body><script>
const { pages, widths } = ${data};
const frames = Object.entries(widths).flatMap(([width, pixels]) => Object.entries(pages).map(([name, html]) => {
  const frame = document.createElement('iframe');
  Object.assign(frame, { width: pixels, height: 800, srcdoc: html });
  document.body.append(frame);
  return { width, name, frame };
}));
${lookInBrowser}
addEventListener('load', () => {
  const all = {};
  for (const { width, name, frame } of frames) (all[width] ??= {})[name] = look(frame.contentDocument);
  const bytes = new TextEncoder().encode(JSON.stringify(all));
  document.body.innerHTML = '<pre id="seen">' + btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) + '</pre>';
});
</script>`;
}

/** Runs in the browser. */
const lookInBrowser = `
function look(page) {
  const view = page.defaultView;
  for (const folded of page.querySelectorAll('details')) folded.open = true;
  const scrolls = (element) => element !== null && element !== page.body &&
    (/auto|scroll/.test(view.getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const limit = page.documentElement.clientWidth + 1;
  const overflow = [...page.body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > limit && !scrolls(element.parentElement) && !scrolls(element))
    .map((element) => element.tagName + ': ' + element.textContent.slice(0, 80));
  if (page.documentElement.scrollWidth > limit) overflow.push('the page scrolls to ' + page.documentElement.scrollWidth);
  const bars = [...page.querySelectorAll('figure.chart')].map((chart) => [...chart.querySelectorAll('i')].filter((bar) => {
    const { width, height } = bar.getBoundingClientRect();
    return width >= 0.4 && height >= 5 && view.getComputedStyle(bar).backgroundColor !== 'rgba(0, 0, 0, 0)';
  }).length);
  const text = page.body.innerText;
  for (const code of page.querySelectorAll('pre')) code.style.display = 'none';
  const background = view.getComputedStyle(page.body).backgroundColor;
  return { text, prose: page.body.innerText, overflow, background, bars };
}`;
