import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import {
  alert,
  code,
  codeBlock,
  cut,
  details,
  facts,
  link,
  list,
  literal,
  oneLine,
  prose,
  sentence,
  table,
  warningBox,
} from '../../../src/github/report/markdown.ts';

const controls = '\u0000\u001b\u007f\u0085\u202e\u2066\u200b\ufeff\u2028\ud800';

/** Texts made of what has a meaning in Markdown, HTML, to GitHub or to a terminal, mixed with any text. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '@octocat',
        '#12',
        'octo/web#1',
        'GH-12',
        'https://a.example',
        'www.a.example',
        'a@b.example',
      ),
      fc.constantFrom(
        '|',
        '\\|',
        '\\',
        '`',
        '```',
        '~~~',
        '*',
        '__',
        '[x](y)',
        '![',
        '<b>',
        '</td>',
        '<!--',
        '-->',
      ),
      fc.constantFrom(
        '&amp;',
        '&#64;',
        '- ',
        '1. ',
        '> ',
        '# ',
        '---',
        '    ',
        '\t',
        '\n',
        '\r\n',
        '$a$',
        ':tada:',
      ),
      fc.constantFrom(
        '%%{init}%%',
        '::warning::',
        '##[error]',
        '[^1]',
        '[ ]',
        'i-0c0ffee0c0ffee012',
        'w',
        'www.',
      ),
      fc.constantFrom(...controls, 'שלום', 'é', '👩‍🔧', 'a', '0', ' '),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

/** The text nodes that a browser, and GitHub's filters, see. */
function textNodes(markup: string): string[] {
  return markup
    .split(/<[^>]*>/)
    .filter((node) => node !== '')
    .map(decoded);
}

function decoded(markup: string): string {
  return markup
    .replace(/&#(\d+);/g, (_, point) => String.fromCodePoint(Number(point)))
    .replaceAll('&nbsp;', ' ');
}

describe.each([
  ['literal', literal],
  ['code', code],
  ['sentence', (text: string) => sentence(text, literal)],
])('%s text from outside', (_, shown) => {
  test('holds no ASCII punctuation with a meaning', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const bare = shown(text)
          .replace(/<\/?(code|span)( dir="auto")?>/g, '')
          .replace(/&#\d+;|&nbsp;/g, '');
        // What remains of ASCII punctuation: slashes, commas, and what joins two letters or digits.
        expect(bare.replace(/[/,]/g, '')).not.toMatch(/[!-,:-@[-^`{-~]/);
        expect(bare).not.toMatch(/(^|\s)[-._]|[-._](\s|$)/);
      }),
    );
  });

  test('makes no mention, reference, address, emoji or formula in any text node', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const node of textNodes(shown(text))) {
          expect(node).not.toMatch(/@\w|#\d|:\/\/|www\.|:\w+:|\$.+\$/i);
        }
      }),
    );
  });

  test('shows nothing unseen', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(shown(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});

describe('literal', () => {
  test('shows every character that can be seen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(textNodes(literal(text)).join('')).toBe(text);
      }),
    );
  });

  test.each([
    ['one\ntwo', 'one␊two'],
    ['\u001b[31m', '␛[31m'],
    ['\u202egnp.exe', '�gnp.exe'],
    ['a\ud800', 'a�'],
  ])('shows %j as %s', (text, seen) => {
    expect(textNodes(literal(text)).join('')).toBe(seen);
  });

  test('keeps the direction of foreign scripts to itself', () => {
    expect(literal('שלום')).toBe('<span dir="auto">שלום</span>');
    expect(code('שלום')).toBe('<code dir="auto">שלום</code>');
  });

  test('leaves ordinary names readable in the source', () => {
    expect(literal('t3.medium in eu_west')).toBe('t3.medium in eu_west');
    expect(code('ami-0a1b2c3d4e5f60718')).toBe('<code>ami-0a1b2c3d4e5f60718</code>');
  });

  test('parts GH-12, which GitHub takes for an issue', () => {
    expect(textNodes(literal('GH-12'))).toEqual(['GH-', '12']);
  });
});

test('code of nothing is nothing', () => {
  expect(code('')).toBe('');
});

describe('messages', () => {
  test('of several lines become paragraphs and lists', () => {
    expect(prose('2 inputs are not valid:\n- one\r\n- two\nmore of it\n\nThe end')).toEqual([
      '2 inputs are not valid&#58;<span></span>',
      '',
      '- one',
      '- two<br>more of it',
      '',
      'The end',
    ]);
  });

  test('show EC2 IDs as told', () => {
    expect(sentence('see i-0c0ffee0c0ffee012, not i-web', (id) => `[${id}]`)).toBe(
      'see [i-0c0ffee0c0ffee012], not i-web',
    );
  });

  test('of nothing but line breaks have no lines', () => {
    expect(prose('\n \r\n')).toEqual([]);
  });
});

describe('code blocks', () => {
  test('cannot be left from within', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const lines = codeBlock('yaml', text).split('\n');
        const fence = lines.at(-1) ?? '';
        expect(fence).toMatch(/^`{3,}$/);
        expect(lines[0]).toBe(`${fence}yaml`);
        for (const line of lines.slice(1, -1)) expect(line).not.toContain(fence);
      }),
    );
  });
});

describe('links', () => {
  test('hold nothing but the address', () => {
    expect(link('run', 'https://github.com/a/b?x="><b>|`#1')).toMatch(/^<a href="[^"<>|`]*">run<\/a>$/);
  });

  test.each([undefined, '', 'javascript:alert(1)', 'data:text/html,x', 'not an address'])(
    'are none to %s',
    (address) => {
      expect(link('run', address)).toBe('run');
    },
  );
});

describe('blocks', () => {
  test('an alert quotes every line, empty ones too', () => {
    expect(alert('NOTE', ['a', '', 'b'])).toBe('> [!NOTE]\n> a\n>\n> b');
  });

  test('a list has a point for each line, and of very many the first', () => {
    expect(list(['a', 'b'])).toEqual(['- a', '- b']);
    expect(list(['a', 'b', 'c'], 2)).toEqual(['- a', '- b', '- and 1 more, in the log']);
  });

  test('warnings stand in a box, each once', () => {
    expect(warningBox([])).toBeUndefined();
    expect(warningBox(['a\nb', 'a\nb'])).toBe('> [!WARNING]\n> a b');
    expect(warningBox(['a', 'b'])).toBe('> [!WARNING]\n> - a\n> - b');
    const alike = [1, 2].map((middle) => 'x'.repeat(250) + middle + 'x'.repeat(300));
    expect(warningBox(alike)?.split('\n')).toHaveLength(2);
  });

  /** What a reader reads. */
  const read = (markdown: string) =>
    markdown
      .replace(/<[^>]*>/g, '')
      .replace(/&#(\d+);/g, (_, point) => String.fromCodePoint(Number(point)))
      .replaceAll('\u200b', '');

  test('a line that is very long keeps its end, where the command stands', () => {
    const command = 'aws ec2 deregister-image --region eu-west-1 --image-id ami-0a1b2c3d4e5f60718';
    const line = oneLine(`Refused: ${'no\n'.repeat(10_000)} To remove it: ${command}`);
    expect(read(line)).toMatch(/^Refused: no no .*no … \(cut\) … .*no To remove it: /);
    expect(read(line)).toContain(command);
    expect(line.length).toBeLessThan(2000);
    expect(oneLine('x'.repeat(500))).toBe('x'.repeat(500));
    // Half of an emoji would show as �.
    for (const end of ['', 'a']) expect(oneLine('\u{1f600}'.repeat(300) + end)).not.toContain('\ufffd');
    expect(read(oneLine('\u{1f600}'.repeat(300))).length).toBeLessThan(600);
  });

  test('of very many warnings fifty are shown', () => {
    const warnings = Array.from({ length: 60 }, (_, index) => `w${index}`);
    expect(warningBox(warnings)?.split('\n')).toHaveLength(52);
    expect(warningBox(warnings)).toMatch(/w49\n> - and 10 more, in the log$/);
  });

  test('a table aligns the columns that it is told to, and keeps numbers and their units together', () => {
    expect(table(['Device name', 'Total size'], [['a b', '8 GiB']], [1])).toBe(
      '| Device name | Total size |\n| :-- | --: |\n| a b | 8&nbsp;GiB |',
    );
  });

  test('facts are a table without a header', () => {
    expect(facts([['Run', 'x']])).toBe('<table>\n<tr><th align="left">Run</th><td>x</td></tr>\n</table>');
  });

  test('what is folded stands apart from its tags, so that it is read as Markdown', () => {
    expect(details('More', '- a')).toBe('<details><summary>More</summary>\n\n- a\n\n</details>');
  });
});

test('long text is cut between characters, and says so', () => {
  expect(cut('abc', 3)).toBe('abc');
  expect(cut('a😀😀', 2)).toBe('a😀… (cut)');
});
