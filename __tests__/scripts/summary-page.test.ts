import { describe, expect, test } from '@jest/globals';
import { summaryPage } from '../../scripts/summary-page.ts';

const markdown = `## Baked <a href="https://example.com"><code>ami-1</code></a>

| Device | Size |
| :-- | --: |
| a | 8 GiB |

\`\`\`mermaid
gantt
  title Where the < time went
  section Wait
  6 min 5 s :crit, 2001-01-01 00:00:10.000, 2001-01-01 00:06:15.000
  section /dev/xvda
  10 s :done, 2001-01-01 00:00:00.000, 2001-01-01 00:00:10.000
\`\`\`

> [!CAUTION]
> It broke.

> [!WARNING]
> - one

> quoted

<details><summary>Tags</summary>

| Tag |
| :-- |
| x |

</details>
`;

describe('the page of a job summary', () => {
  test('has its Markdown and HTML as elements', () => {
    const page = summaryPage(markdown);
    expect(page).toContain('<h2>Baked <a href="https://example.com"><code>ami-1</code></a></h2>');
    expect(page).toMatch(/<td align="right">8 GiB<\/td>/);
  });

  test('draws the chart: a bar for each task, as long as it took', () => {
    const page = summaryPage(markdown);
    expect(page).toContain('<figcaption>Where the &lt; time went</figcaption>');
    expect(page).toContain(
      '<i class="crit" style="left:2.67%;width:97.33%"></i></span><span class="time">6 min 5 s<',
    );
    expect(page).toContain('<span class="name done">/dev/xvda</span>');
    expect(page).toContain('<i class="done" style="left:0.00%;width:2.67%">');
    expect(page).not.toMatch(/section|:crit/);
  });

  test('shows a chart of another kind as its source', () => {
    expect(summaryPage('```mermaid\npie\n  "a" : 1\n```')).toContain(
      '<pre><code class="language-mermaid">pie',
    );
  });

  test('has alerts as boxes, and leaves other quotes alone', () => {
    const page = summaryPage(markdown);
    expect(page).toContain('style="--kind:var(--caution)">\n<p class="kind">Caution</p>\n<p>It broke.</p>');
    expect(page).toContain('<p class="kind">Warning</p>\n\n<ul>');
    expect(page).toContain('<blockquote>\n<p>quoted</p>');
    expect(page).not.toContain('[!');
  });

  test('loads nothing from elsewhere', () => {
    expect(summaryPage(markdown)).not.toMatch(/<script|<link|url\(|@import/);
  });

  test('has no chart and nothing folded in a picture, and the theme that is asked for', () => {
    const page = summaryPage(markdown, { theme: 'dark', brief: true });
    expect(page).not.toMatch(/<details>|<figure/);
    expect(page).toContain('color-scheme:dark');
    expect(page).not.toContain('prefers-color-scheme');
  });
});
