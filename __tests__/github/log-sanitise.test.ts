import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sanitise, sanitiseLine } from '../../src/github/sanitise.ts';

describe('what the runner would obey is broken up', () => {
  test.each([
    ['an old command at the start', '##[error]boo', '## [error]boo'],
    ['an old command within a line', 'branch ##[add-mask]x', 'branch ## [add-mask]x'],
    ['several in a line', '##[a]##[b]', '## [a]## [b]'],
    ['more signs than needed', '####[a]', '#### [a]'],
    ['a name that no runner knows yet', '##[brand-new a=b]c', '## [brand-new a=b]c'],
    ['a command at the start', '::error::boo', ': :error::boo'],
    ['a command with properties', '::error file=a,line=1::boo', ': :error file=a,line=1::boo'],
    ['letters of any case', '::ADD-MASK::x', ': :ADD-MASK::x'],
    ['white space before it', ' \t ::error::boo', ' \t : :error::boo'],
    ['white space of other scripts', '\u00a0\u2003\u3000::error::boo', '\u00a0\u2003\u3000: :error::boo'],
    ['three colons', ':::error::', ': ::error::'],
    ['every line of several', 'a\n::b::\n##[c]\n::d::', 'a\n: :b::\n## [c]\n: :d::'],
    ['a line after a carriage return', 'a\r::b::c', 'a\n: :b::c'],
    ['a line after CR LF', 'a\r\n::b::c', 'a\n: :b::c'],
    ['a line after LINE SEPARATOR', 'a\u2028::b::c', 'a\n: :b::c'],
    ['characters without width before it', '\u200b\ufeff::error::x', ': :error::x'],
    ['a joiner before it', '\u200d::error::x', '\u200d: :error::x'],
    ['a NUL within it', '#\u0000#[error]x', '## [error]x'],
    ['a NUL between the colons', ':\u0000:error::x', ': :error::x'],
    ['a colour within it', '#\u001b[31m#[error]x', '## [error]x'],
    ['a colour before it', '\u001b[31m::error::x', ': :error::x'],
    ['a zero-width space within it', '##\u200b[error]x', '## [error]x'],
    ['a token that ends stopped commands', '::5f4dcc3b::', ': :5f4dcc3b::'],
  ])('%s', (_, text, safe) => {
    expect(sanitise(text)).toBe(safe);
  });

  const fragments = fc.constantFrom(
    ...[
      '#',
      '##',
      '[',
      '##[',
      ']',
      ':',
      '::',
      'error',
      'add-mask',
      ' ',
      '\t',
      '\n',
      '\r',
      '\u0000',
      '\u001b',
      '\u001b[31m',
    ],
    ...[
      '\u001b]0;',
      '\u0007',
      '\u001b\\',
      '\u0085',
      '\u2028',
      '\u200b',
      '\u202e',
      '\ufeff',
      '\u00a0',
      '\ud800',
      '\udc00',
      '\v',
    ],
  );

  test('nothing is left that the runner takes for a command, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fragments, { maxLength: 30 }), (parts) => {
        expect(commandsIn(sanitise(parts.join('')))).toEqual([]);
        expect(commandsIn(sanitiseLine(parts.join('')))).toEqual([]);
      }),
      { numRuns: 5000 },
    );
  });

  test('safe text stays as it is when it is made safe again', () => {
    fc.assert(
      fc.property(fc.array(fragments, { maxLength: 30 }), (parts) => {
        const safe = sanitise(parts.join(''));
        expect(sanitise(safe)).toBe(safe);
      }),
    );
  });
});

describe('what a reader could be misled by is taken out', () => {
  test.each([
    ['colours', '\u001b[1;31mred\u001b[0m', 'red'],
    ['cursor moves', 'a\u001b[2K\u001b[1Ab', 'ab'],
    ['links of terminals', '\u001b]8;;https://a.example\u0007text\u001b]8;;\u001b\\', 'text'],
    ['a lone escape', 'a\u001bb', 'ab'],
    ['an unfinished title, of which the text stays', 'a\u001b]0;title', 'a]0;title'],
    ['NUL, BEL, backspace, DEL', 'a\u0000\u0007\b\u007fb', 'ab'],
    ['C1 controls', 'a\u0080\u009bb', 'ab'],
    ['embeddings and overrides', 'a\u202a\u202b\u202c\u202d\u202eb', 'ab'],
    ['isolates', 'a\u2066\u2067\u2068\u2069b', 'ab'],
    ['direction marks', 'a\u200e\u200f\u061cb', 'ab'],
    ['characters without width', 'a\u200b\u2060\ufeff\u00adb', 'ab'],
    ['tag characters', 'a\u{e0041}\u{e007f}b', 'ab'],
    ['halves of surrogate pairs', 'a\ud800b', 'a\ufffdb'],
  ])('%s', (_, text, safe) => {
    expect(sanitise(text)).toBe(safe);
  });
});

describe('everything else stays', () => {
  test.each([
    ['nothing', ''],
    ['colons within a line', 'Foo::Bar, ::1 and arn:aws:iam::123456789012:role/baker'],
    ['one colon at the start', ':warning: hot'],
    ['signs and brackets apart', '## [Unreleased] #[x] # #['],
    ['tabs and lines', 'a\tb\n\n  c\n'],
    ['percent signs', '%0A 100% %25'],
    ['letters of any script', 'Grüße, 日本語, العربية, می‌خواهم'],
    ['emoji with joiners and selectors', '👩‍💻 ⚠️ ✅'],
  ])('%s', (_, text) => {
    expect(sanitise(text)).toBe(text);
  });
});

test('a title is one line without white space around it', () => {
  expect(sanitiseLine(' a\r\nb\n::c\u2028d ')).toBe('a b ::c d');
  expect(sanitiseLine('\n::c')).toBe(': :c');
});

test('long hostile text takes no time to speak of', () => {
  const text = ['\u001b[', '\u001b]', ' ', '\u200d', ':', '#'].map((part) => part.repeat(100_000)).join('');
  const started = performance.now();
  sanitise(text);
  expect(performance.now() - started).toBeLessThan(2_000);
});

/**
 * The lines that the runner may obey: ActionCommand.cs of actions/runner, `TryParseV2` and `TryParse`, with any name of
 * a command taken for a known one; lines as .NET's `StreamReader.ReadLine` ends them.
 */
function commandsIn(output: string): string[] {
  const leadingSpace = /^[\p{Zs}\p{Zl}\p{Zp}\t\n\v\f\r\u0085]+/u;
  return output.split(/\r\n|\r|\n/).filter((line) => {
    const trimmed = line.replace(leadingSpace, '');
    const isNew = trimmed.startsWith('::') && trimmed.indexOf('::', 2) >= 0;
    return isNew || line.includes('##[');
  });
}
