import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { requireNewName } from '../../simulator/model/parameter-name.ts';
import type { NamingSources } from '../../src/naming/names.ts';
import { renderParameterName } from '../../src/naming/parameter-name.ts';
import { parseTemplate } from '../../src/naming/template.ts';
import { templateVariables } from '../../src/naming/variables.ts';
import { readInputsOf, someTemplates } from '../builders/inputs.ts';
import { instance } from '../builders/instance.ts';
import { renderNames } from '../builders/names.ts';
import { problemsOf as toldProblems } from '../builders/told.ts';
import { workflow } from '../builders/workflow.ts';

const now = new Date('2026-11-22T21:34:05Z');

function nameOf(template: string, ref = 'main', environment: NodeJS.ProcessEnv = {}): string {
  const variables = templateVariables({ workflow: workflow({ ref }), now, environment, source: instance() });
  return renderParameterName(parseTemplate(template), variables);
}

describe('the name of a parameter', () => {
  test.each([
    ['/images/{{ repo }}/latest', 'main', '/images/web/latest'],
    ['web.{{ ref }}', 'main', 'web.main'],
    ['/images/{{ ref }}', 'Fix #12 (ü)', '/images/Fix-12-'],
    ['/images/{{ ref }}', 'feature/login', '/images/feature/login'],
    ['/images/{{ ref | replace: "/", "_" }}', 'feature/login', '/images/feature_login'],
    ['web-{{ ref }}', 'feature/login', 'web-feature-login'],
    ['/images/{{ region }}/{{ instance.tags.Role }}', 'main', '/images/eu-west-1/web'],
  ])('%s on %s is %s', (template, ref, name) => {
    expect(nameOf(template, ref)).toBe(name);
  });

  test('may come from a variable as a whole', () => {
    expect(nameOf('{{ env.PARAMETER }}', 'main', { PARAMETER: '/images/web' })).toBe('/images/web');
  });

  test.each([
    ['/images/my image', 'main', /^`\/images\/my image` " " is not allowed in an SSM parameter name/],
    ['/images/{{ ref }}:1', 'main', /":" is not allowed/],
    ['images/{{ ref }}', 'main', /renders to "images\/main": a name with levels must begin with `\/`/],
    ['/images/{{ ref }}/', 'main', /has an empty level/],
    ['/images//{{ ref }}', 'main', /has an empty level/],
    ['/', 'main', /has an empty level/],
    ['{{ env.X | default: "" }}', 'main', /has an empty level/],
    ['/aws/{{ ref }}', 'main', /begins with `aws` or `ssm`/],
    ['{{ ref }}', 'AWSome', /begins with `aws` or `ssm`/],
    ['/{{ ref }}', 'ssm', /begins with `aws` or `ssm`/],
    [`/${'l/'.repeat(15)}l`, 'main', /has 16 levels, 15 are allowed/],
    ['/{{ ref }}', 'x'.repeat(1000), /renders to "\/x{99}": it has 1001 characters, 954 are allowed/],
    ['/images/{{ pr }}', 'main', /`pr` has no value here/],
  ])('%s on %.20s is refused', (template, ref, problem) => {
    expect(() => nameOf(template, ref)).toThrow(problem);
  });

  test('is one that Systems Manager takes, whatever a variable brings in', () => {
    const prefix = 'arn:aws:ssm:eu-west-1:123456789012:parameter/';
    fc.assert(
      fc.property(
        fc.constantFrom('/a/{{ ref }}', 'a{{ ref }}', '{{ ref }}'),
        fc.string(),
        (template, ref) => {
          let name: string;
          try {
            name = nameOf(template, ref);
          } catch {
            return;
          }
          expect(requireNewName(name, prefix)).toBe(name);
        },
      ),
    );
  });
});

const sources = (ssmParameters: string[]): NamingSources => ({
  templates: someTemplates({ ssmParameters }),
  workflow: workflow(),
  now,
  environment: {},
});

describe('the names of a bake', () => {
  test('are rendered with the others', () => {
    const { ssmParameters } = renderNames({
      ...sources(['/images/{{ ref }}', '/images/{{ instance.type }}']),
      source: instance(),
    });
    expect(ssmParameters).toEqual(['/images/main', '/images/t3.micro']);
  });

  test('are told apart by their values, not by their templates', () => {
    const render = () =>
      renderNames({ ...sources(['/images/{{ region }}', '/images/eu-west-1', '/aws']), source: instance() });
    expect(render).toThrow('input `ssm-parameter`: `/images/eu-west-1` is listed more than once');
    expect(render).toThrow(/input `ssm-parameter`: `\/aws` renders to "\/aws": it begins with/);
  });
});

describe('the input ssm-parameter', () => {
  const inputsOf = (text: string, others: Record<string, string> = {}) =>
    readInputsOf({ 'ssm-parameter': text, ...others });
  const problemsOf = (text: string, others?: Record<string, string>) =>
    toldProblems(() => inputsOf(text, others));

  test.each([
    ['', []],
    ['/a/{{ ref }}', ['/a/{{ ref }}']],
    ['/a, /b\n# /c\n\n/d', ['/a', '/b', '/d']],
    ['/{{ ref | replace: "a", "b" }},/c', ['/{{ ref | replace: "a", "b" }}', '/c']],
    ['{% if pr %}/a{% else %}/b{% endif %}', ['{% if pr %}/a{% else %}/b{% endif %}']],
  ])('%j is a list', (text, expected) => {
    expect(inputsOf(text).ssmParameters.map(({ source }) => source)).toEqual(expected);
  });

  test.each([
    ['/a b', ['input `ssm-parameter`: `/a b` " " is not allowed']],
    ['/a b {{ instance.id }}', ['" " is not allowed']],
    ['/a/{{ reff }}', ['input `ssm-parameter`: "/a/{{ reff }}": ']],
    ['/aws/x, /a//b', ['begins with `aws`', 'has an empty level']],
    ['/web, /{{ repo }}', ['`/web` is listed more than once']],
  ])('%j is refused before EC2 is asked', (text, problems) => {
    expect(problemsOf(text)).toEqual(problems.map((problem) => expect.stringContaining(problem)));
  });

  test('needs an image that is available, as do those about its life', () => {
    const others = {
      wait: 'false',
      'deprecate-after': '90d',
      'deregistration-protection': 'on',
      'require-imdsv2': 'true',
    };
    expect(problemsOf('/images/web', others)).toEqual(
      ['deprecate-after', 'deregistration-protection', 'require-imdsv2', 'ssm-parameter'].map((input) =>
        expect.stringContaining(`input \`${input}\`: it needs an image that is available`),
      ),
    );
    expect(problemsOf('', { wait: 'false', 'deregistration-protection': 'off' })).toEqual([]);
  });
});
