/** The job summaries of all actions in a real browser, in light and dark, at the width of a desktop and of a phone. */
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { summaryPage } from '../../scripts/summary-page.ts';
import { chromium } from '../../scripts/tools/chromium.ts';
import { Stage } from '../builders/stage.ts';
import { type Look, lookAt, widths } from './browser/look.ts';
import { type Summary, summaries } from './browser/summaries.ts';
import { describeWith } from './describe-with.ts';

/** The pages stay here, to be looked at. */
const folder = fileURLToPath(new URL('../../coverage/summaries', import.meta.url));

const schemes = { light: 'rgb(255, 255, 255)', dark: 'rgb(13, 17, 23)' } as const;

/** Markdown, references and values that mean nothing to a reader. */
const leftovers = /\*\*|`|\|\s*:?--|\[!|&#?\w+;|<\/?\w|^#+ |%%|\bundefined\b|\bNaN\b|\[object/m;

describeWith(chromium(), 'job summaries in Chromium', (browser) => {
  const made: Record<string, Summary> = {};
  const seen: Partial<Record<keyof typeof schemes, ReturnType<typeof lookAt>>> = {};

  beforeAll(async () => {
    await someAtOnce(Object.entries(summaries), async ([name, make]) => {
      made[name] = await withStages(make);
    });
    const pages = Object.fromEntries(
      Object.entries(made).map(([name, { markdown }]) => [name, summaryPage(markdown)]),
    );
    mkdirSync(folder, { recursive: true });
    for (const [name, page] of Object.entries(pages))
      writeFileSync(`${folder}/${name.replaceAll(' ', '-')}.html`, page);
    for (const scheme of ['light', 'dark'] as const) seen[scheme] = lookAt(browser, pages, scheme);
  }, 300_000);

  const views = (['light', 'dark'] as const).flatMap((scheme) =>
    (Object.keys(widths) as (keyof typeof widths)[]).map((width) => ({ scheme, width })),
  );
  describe.each(Object.keys(summaries))('%s', (name) => {
    test.each(views)('$scheme, $width: has the facts, and everything fits', ({ scheme, width }) => {
      const look = seen[scheme]?.[width][name] as Look;
      const { facts, hasChart = false } = made[name] as Summary;
      const text = look.text.replaceAll('\u00a0', ' ');
      expect(facts.filter((fact) => !isIn(text, fact))).toEqual([]);
      expect(leftovers.exec(look.prose)).toBeNull();
      expect(look.overflow).toEqual([]);
      expect(look.background).toBe(schemes[scheme]);
      expect(look.bars).toEqual(hasChart ? [made[name]?.markdown.match(/^ {2}section /gm)?.length] : []);
    });
  });
});

describeWith(chromium(), 'documents in Chromium', (browser) => {
  const root = new URL('../../', import.meta.url);
  const paths = ['README.md', ...globSync(['docs/*.md', 'examples/README.md'], { cwd: root })];

  test('fit into the width of a phone', () => {
    const pages = paths.map((path) => [path, summaryPage(readFileSync(new URL(path, root), 'utf8'))]);
    const { phone } = lookAt(browser, Object.fromEntries(pages), 'light');
    const overflows = Object.entries(phone).flatMap(([path, { overflow }]) =>
      overflow.map((what) => `${path}: ${what}`),
    );
    expect(overflows).toEqual([]);
    expect(phone['README.md']?.text).toContain('A first bake in five minutes');
  });
});

function isIn(text: string, fact: string | RegExp): boolean {
  return typeof fact === 'string' ? text.includes(fact) : fact.test(text);
}

async function withStages<T>(work: (open: typeof Stage.open) => Promise<T>): Promise<T> {
  const stages: Stage[] = [];
  try {
    return await work(async (...args) => {
      const stage = await Stage.open(...args);
      stages.push(stage);
      return stage;
    });
  } finally {
    for (const stage of stages) await stage.close();
  }
}

/** Most of them wait most of the time, but each starts two processes. */
async function someAtOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
}
