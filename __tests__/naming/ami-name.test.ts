import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { WorkflowContext } from '../../src/base/workflow.ts';
import { checkNameTemplate, fitName, nameSafe, renderFullName } from '../../src/naming/ami-name.ts';
import { parseTemplate } from '../../src/naming/template.ts';
import { templateVariables } from '../../src/naming/variables.ts';
import { instance } from '../builders/instance.ts';
import { pullRequest, workflow } from '../builders/workflow.ts';

const allowed = /^[A-Za-z0-9()[\] ./\-'@_]{3,128}$/;

/** Any text, with much of what is not ASCII. */
const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 300 });

function render(
  template: string,
  run: WorkflowContext = workflow(),
  environment: NodeJS.ProcessEnv = {},
): string {
  const variables = templateVariables({
    workflow: run,
    now: new Date('2026-11-22T21:34:05Z'),
    environment,
    source: instance(),
  });
  return fitName(renderFullName(parseTemplate(template), variables)).name;
}

describe('what variables bring in', () => {
  test.each<[string, WorkflowContext, string]>([
    ['a push', workflow(), 'web-main-20261122213405-1a2b3c4'],
    [
      'a push to a branch with a slash',
      workflow({ ref: 'feature/x' }),
      'web-feature/x-20261122213405-1a2b3c4',
    ],
    ['a tag', workflow({ ref: 'v1.2.3', tag: 'v1.2.3' }), 'web-v1.2.3-20261122213405-1a2b3c4'],
    ['a tag with build metadata', workflow({ ref: 'v1.2.3+7' }), 'web-v1.2.3-7-20261122213405-1a2b3c4'],
    ['a pull request', pullRequest(), 'web-pr-17-20261122213405-1a2b3c4'],
    ['a dispatched run', workflow({ event: 'workflow_dispatch' }), 'web-main-20261122213405-1a2b3c4'],
  ])('is the name of %s', (_, run, expected) => {
    expect(render('web-{{ ref }}-{{ timestamp }}-{{ short_sha }}', run)).toBe(expected);
  });

  test.each([
    ['a workflow command', 'x##[set-output name=ami-id]evil', 'x-[set-output name-ami-id]evil'],
    ['another', '::set-output name=x::y', '-set-output name-x-y'],
    ['quotes', `"a" 'b' \`c\``, `-a- 'b' -c-`],
    ['shell', '$(rm -rf /);&&|', '-(rm -rf /)-'],
    ['Markdown', '**a** [b](c) |d|', '-a- [b](c) -d-'],
    ['HTML', '<script>alert(1)</script>', '-script-alert(1)-/script-'],
    ['line ends', 'a\r\nb\u2028c', 'a-b-c'],
    ['other controls', 'a\u0000\u001b[31mb\u007f', 'a-[31mb-'],
    ['emoji', 'a🚀🚀b', 'a-b'],
    ['a family of emoji', 'a👩‍👩‍👧b', 'a-b'],
    ['text from right to left', 'a\u202eb\u202cשלום', 'a-b-'],
    ['zero width', 'a\u200b\u200db\ufeff', 'a-b-'],
    ['an accent in one code point', 'caf\u00e9s', 'caf-s'],
    ['an accent in two', 'cafe\u0301s', 'caf-s'],
    ['half of a surrogate pair', 'a\ud83db', 'a-b'],
    ['wide digits and letters', 'ｗｅｂ１', '-'],
    ['EC2 wild cards', 'web*?', 'web-'],
  ])('is made safe: %s', (_, ref, expected) => {
    expect(nameSafe(ref)).toBe(expected);
    expect(render('web {{ ref }} web', workflow({ ref }))).toBe(`web ${expected} web`);
  });

  test('is made safe after the filters have had it', () => {
    expect(render('web-{{ ref | split: "/" | last | append: "#" }}', workflow({ ref: 'feature/x' }))).toBe(
      'web-x-',
    );
    expect(render('web-{{ "#" | append: ref }}', workflow({ ref: 'a/b' }))).toBe('web--a/b');
  });

  test('is made safe in captured text', () => {
    expect(render('{% capture x %}web:{{ ref }}{% endcapture %}{{ x }}', workflow({ ref: 'a#b' }))).toBe(
      'web-a-b',
    );
  });
});

test('a safe value stays as it is', () => {
  fc.assert(fc.property(text, (value) => nameSafe(nameSafe(value)) === nameSafe(value)));
});

test('names are always legal or refused for being too short, and the same every time', () => {
  fc.assert(
    fc.property(text, text, (ref, variant) => {
      const name = () =>
        render('a{{ ref }}-{{ env.VARIANT | default: "" }}b', workflow({ ref }), { VARIANT: variant });
      expect(name()).toMatch(allowed);
      expect(name()).toBe(name());
    }),
  );
});

describe('what the author wrote', () => {
  test.each([
    ['web:{{ ref }}', '":" is not allowed in an AMI name'],
    ['{{ ref }}#é {% if pr %}:{% endif %}', '"#", "é" (U+00E9), ":" are not allowed'],
    ['web\t{{ ref }}', 'U+0009 is not allowed'],
    ['web\u200b', 'U+200B is not allowed'],
    ['web🚀{{ ref }}', '"🚀" (U+1F680) is not allowed'],
    ['{% unless pr %}ok{% else %}no!{% endunless %}', '"!" is not allowed'],
    [
      'äöüßéèêà',
      '"ä" (U+00E4), "ö" (U+00F6), "ü" (U+00FC), "ß" (U+00DF), "é" (U+00E9), "è" (U+00E8), "ê" (U+00EA), "à" (U+00E0) are not',
    ],
    ['äöüßéèêàñ', '"à" (U+00E0), … are not'],
  ])('is refused where a name cannot contain it: %s', (template, message) => {
    expect(() => checkNameTemplate(parseTemplate(template))).toThrow(message);
    expect(() => render(template)).toThrow(message);
  });

  test('the error shows the place and what is allowed', () => {
    expect(() =>
      checkNameTemplate(parseTemplate('{{ repo }} the quick brown fox jumps over: the lazy dog')),
    ).toThrow(
      'an AMI name, which may contain A-Z a-z 0-9 ( ) [ ] . / - \' @ _ and spaces (at "…brown fox jumps over: the lazy dog")',
    );
  });

  test('a line end comes with a hint', () => {
    expect(() => checkNameTemplate(parseTemplate('web\n{% if pr %}x{% endif %}'))).toThrow(
      /^a line end is not allowed .*`\{%-` and `-%\}` remove/,
    );
  });

  test.each([
    "web-{{ ref }} (x) [y] a.b/c-d'e@f_g",
    '{{ "#" }}',
    '{% comment %}#{% endcomment %}abc',
    '\n web-{{ ref }} \n',
  ])('is kept: %s', (template) => {
    expect(() => checkNameTemplate(parseTemplate(template))).not.toThrow();
  });
});

describe('length', () => {
  test.each(['', 'a', 'ab'])('%j is too short', (name) => {
    expect(() => fitName(name)).toThrow(`renders to "${name}": an AMI name has 3 to 128 characters`);
  });

  test.each(['abc', 'a'.repeat(128)])('%s is kept', (name) => {
    expect(fitName(name)).toEqual({ name });
  });

  test('a longer name is cut, ends in a hash of the whole, and comes with a warning', () => {
    const { name, warning } = fitName('a'.repeat(129));
    expect(name).toBe(`${'a'.repeat(119)}-c12cb024`);
    expect(warning).toBe(`The AMI name has 129 characters, 128 are allowed: it is cut to \`${name}\`.`);
  });

  test('a branch of 300 characters makes a legal name', () => {
    expect(render('web-{{ ref }}-{{ short_sha }}', workflow({ ref: 'x'.repeat(300) }))).toMatch(
      /^web-x{115}-[0-9a-f]{8}$/,
    );
  });

  test('long names that differ stay different', () => {
    const long = fc.string({ unit: fc.constantFrom('a', 'b', '-'), minLength: 129, maxLength: 140 });
    fc.assert(
      fc.property(
        long,
        long,
        (one, other) => (one === other) === (fitName(one).name === fitName(other).name),
      ),
    );
  });
});
