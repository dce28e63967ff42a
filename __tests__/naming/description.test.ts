import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  checkDescriptionTemplate,
  descriptionSafe,
  renderDescription,
} from '../../src/naming/description.ts';
import { parseTemplate } from '../../src/naming/template.ts';
import { templateVariables } from '../../src/naming/variables.ts';
import { instance } from '../builders/instance.ts';
import { workflow } from '../builders/workflow.ts';

function render(template: string, ref = 'main') {
  const variables = templateVariables({
    workflow: workflow({ ref }),
    now: new Date(0),
    environment: {},
    source: instance(),
  });
  return renderDescription(parseTemplate(template), variables);
}

test('the default description', () => {
  expect(render('Baked from {{ instance.id }} by {{ owner }}/{{ repo }}@{{ short_sha }}')).toEqual({
    description: 'Baked from i-0123456789abcdef0 by acme/web@1a2b3c4',
  });
});

describe('what variables bring in is made one line of ASCII', () => {
  test.each([
    ['a\r\nb\tc', 'a b c'],
    ['a\u0000\u001b[31mb', 'a [31mb'],
    ['café – 🚀🚀', 'caf- - -'],
    ['cafe\u0301', 'caf-'],
    ['a\u202e\u200bb', 'a-b'],
    ['a\ud83db', 'a-b'],
    ['<b>"x" & $(y)</b>', '<b>"x" & $(y)</b>'],
  ])('%j becomes %j', (ref, expected) => {
    expect(render('of {{ ref }}.', ref).description).toBe(`of ${expected}.`);
  });

  test('whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 400 }), (ref) => {
        expect(render('a{{ ref }}', ref).description).toMatch(/^[ -~]{1,255}$/);
        expect(descriptionSafe(descriptionSafe(ref))).toBe(descriptionSafe(ref));
      }),
    );
  });
});

test('an empty description is allowed', () => {
  expect(render('')).toEqual({ description: '' });
});

test('255 characters are kept', () => {
  expect(render('{{ ref }}', 'x'.repeat(255))).toEqual({ description: 'x'.repeat(255) });
});

test('what is longer is cut, with a warning', () => {
  expect(render('{{ ref }}', `${'x'.repeat(254)} y`)).toEqual({
    description: 'x'.repeat(254),
    warning: 'The description has 256 characters, 255 are allowed: it is cut.',
  });
});

test.each([
  [
    'Größe {{ ref }}',
    '"ö" (U+00F6), "ß" (U+00DF) are not allowed in an AMI description, which is one line of ASCII characters (at "Größe ")',
  ],
  ['a — b', '"—" (U+2014) is not allowed'],
  ['a\nb', 'a line end is not allowed'],
])('the author is told of %j', (template, message) => {
  expect(() => checkDescriptionTemplate(parseTemplate(template))).toThrow(message);
  expect(() => render(template)).toThrow(message);
});
