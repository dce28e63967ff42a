import { describe, expect, test } from '@jest/globals';
import { summaryPage } from '../../scripts/summary-page.ts';

const markdown = `## Baked <a href="https://example.com"><code>ami-1</code></a>

| Device | Size |
| :-- | --: |
| a | 8 GiB |

\`\`\`mermaid
gantt
  a < b
\`\`\`

<details><summary>Tags</summary>

| Tag |
| :-- |
| x |

</details>
`;

describe('the page of a job summary', () => {
  test('has its Markdown and HTML as elements, and the chart as folded source', () => {
    const page = summaryPage(markdown);
    expect(page).toContain('<h2>Baked <a href="https://example.com"><code>ami-1</code></a></h2>');
    expect(page).toMatch(/<td align="right">8 GiB<\/td>/);
    expect(page).toContain('<details><summary>A chart, which GitHub draws</summary>');
    expect(page).toContain('a &lt; b');
  });

  test('loads nothing from elsewhere', () => {
    expect(summaryPage(markdown)).not.toMatch(/<script|<link|url\(|@import/);
  });

  test('has no chart and nothing folded in a picture, and the theme that is asked for', () => {
    const page = summaryPage(markdown, { theme: 'dark', brief: true });
    expect(page).not.toContain('<details>');
    expect(page).toContain('color-scheme:dark');
    expect(page).not.toContain('prefers-color-scheme');
  });
});
