import { describe, expect, test } from '@jest/globals';
import { BakeError } from '../../src/base/errors.ts';
import { parseTemplate } from '../../src/naming/template.ts';
import { templateVariables, type VariableSources } from '../../src/naming/variables.ts';
import { instance } from '../builders/instance.ts';
import { pullRequest, workflow } from '../builders/workflow.ts';

const now = new Date('2026-11-22T21:34:05.678Z');

function variables(overrides: Partial<VariableSources> = {}) {
  return templateVariables({
    workflow: workflow(),
    now,
    environment: { VARIANT: 'gpu', EMPTY: '' },
    source: instance(),
    ...overrides,
  });
}

/** Renders with what each output brings in put between ‹ and ›. */
function render(source: string, overrides?: Partial<VariableSources>): string {
  return parseTemplate(source).render(variables(overrides), (value) => `‹${value}›`);
}

function renderPlainly(source: string, overrides?: Partial<VariableSources>): string {
  return parseTemplate(source).render(variables(overrides), (value) => value);
}

describe('variables', () => {
  test.each([
    ['owner', 'acme'],
    ['repo', 'web'],
    ['ref', 'pr-17'],
    ['branch', 'feature/x'],
    ['pr', '17'],
    ['sha', '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d'],
    ['short_sha', '1a2b3c4'],
    ['base_ref', 'main'],
    ['run_id', '17532140987'],
    ['run_number', '42'],
    ['run_attempt', '1'],
    ['workflow', 'Bake'],
    ['job', 'bake'],
    ['event', 'pull_request'],
    ['actor', 'octocat'],
    ['timestamp', '20261122213405'],
    ['now', '2026-11-22T21:34:05Z'],
    ['region', 'eu-west-1'],
    ['account_id', '123456789012'],
    ['instance.id', 'i-0123456789abcdef0'],
    ['instance.name', 'web-golden'],
    ['instance.type', 't3.micro'],
    ['instance.architecture', 'x86_64'],
    ['instance.platform', 'Linux/UNIX'],
    ['instance.image_id', 'ami-0aaaaaaaaaaaaaaa1'],
    ['instance.tags.Role', 'web'],
    ['env.VARIANT', 'gpu'],
  ])('%s', (name, value) => {
    expect(renderPlainly(`{{ ${name} }}`, { workflow: pullRequest() })).toBe(value);
  });

  test('tag', () => {
    expect(renderPlainly('{{ tag }}', { workflow: workflow({ tag: 'v1' }) })).toBe('v1');
  });

  test('numbers can be compared', () => {
    expect(
      renderPlainly('{% if run_attempt == 1 and run_number > 9 and pr == 17 %}yes{% endif %}', {
        workflow: pullRequest(),
      }),
    ).toBe('yes');
  });

  test.each([
    ['aws:cloudformation:stack-name', '{{ instance.tags["aws:cloudformation:stack-name"] }}'],
    ['a "quoted" key', '{{ instance.tags[\'a "quoted" key\'] }}'],
    ['kebab-case', '{{ instance.tags.kebab-case }}'],
    ['constructor', '{{ instance.tags.constructor }}'],
    ['toLiquid', '{{ instance.tags.toLiquid }}'],
    ['size', '{{ instance.tags.size }}'],
    ['__proto__', '{{ instance.tags.__proto__ }}'],
  ])('the instance may have a tag called %s', (key, template) => {
    const source = instance({ tags: Object.fromEntries([[key, 'value']]) });
    expect(renderPlainly(template, { source })).toBe('value');
  });
});

test('a tag of the instance may be empty', () => {
  const source = instance({ tags: { Flag: '' } });
  expect(renderPlainly('{{ instance.tags.Flag }}{% if instance.tags.Flag %}set{% endif %}', { source })).toBe(
    'set',
  );
});

describe('the clock', () => {
  test.each([
    ['{{ now | date: "%Y-%m-%d" }}', '2026-11-22'],
    ['{{ now | date: "%A %-d %B %H:%M %z" }}', 'Sunday 22 November 21:34 +0000'],
    ['{{ now | date: "%H", "Asia/Tokyo" }}', '06'],
    ['{{ now | date: "%s" }}', '1795383245'],
    ['{{ "now" | date: "%Y%m%d" }}', '20261122'],
    ['{{ "today" | date: "%Y" }}', '2026'],
    ['{{ timestamp | date: "%Y" }}', '2026'],
  ])('%s is %s, by the clock of the bake and in UTC', (template, expected) => {
    expect(renderPlainly(template)).toBe(expected);
  });
});

describe('what is printed', () => {
  test.each([
    ['a {{ ref }} b', 'a ‹main› b'],
    ['{{ "a" | append: "b" }}', '‹ab›'],
    ['{{ run_number }}', '‹42›'],
    ['{{ run_number | plus: 0.5 }}', '‹42.5›'],
    ['{{ true }}', '‹true›'],
    ['{{ nil }}', '‹›'],
    ['{{ "" }}', '‹›'],
    ['{{ "x,y" | split: "," }}', '‹xy›'],
    ['{{ (1..3) }}', '‹123›'],
    ['{{ ref.size }}{{ ref | size }}', '‹4›‹4›'],
    ['{% assign parts = "x,y" | split: "," %}{{ parts[1] }}{{ parts.first }}', '‹y›‹x›'],
    ['{% case ref %}{% when "main", "x" %}{{ ref }}{% endcase %}', '‹main›'],
    ['{% unless pr %}{{ ref }}{% endunless %}', '‹main›'],
    ['{% comment %}{% for %}{{ nope }}{% endcomment %}{% # nope %}{{ ref }}', '‹main›'],
    ['{{ ref }} {%- if true -%} x {%- endif -%} y', '‹main›xy'],
    ['{% capture x %}a{{ ref }}{% endcapture %}{{ x }}', '‹a‹main››'],
  ])('%j gives %j', (template, expected) => {
    expect(render(template)).toBe(expected);
  });

  test('white space around the result is left out', () => {
    expect(render('\n  {% if pr %}x{% endif %} {{ ref }} \n')).toBe('‹main›');
  });

  test('values are not taken for templates', () => {
    expect(renderPlainly('{{ ref }}', { workflow: workflow({ ref: '{{ env.VARIANT }}' }) })).toBe(
      '{{ env.VARIANT }}',
    );
  });

  test('a rendering leaves nothing behind for the next', () => {
    const template = parseTemplate('{{ ref }}{% assign ref = "mine" %}{{ ref }}');
    const values = variables();
    expect([1, 2].map(() => template.render(values, String))).toEqual(['mainmine', 'mainmine']);
  });
});

describe('local variables', () => {
  test.each([
    ['{% assign x = ref | upcase %}{{ x }}', 'MAIN'],
    ['{% capture x %}{{ ref }}!{% endcapture %}{{ x }}', 'main!'],
    ['{% if ref %}{% assign x = ref %}{% endif %}{{ x }}', 'main'],
    ['{% assign ref = "mine" %}{{ ref }}', 'mine'],
  ])('%s', (template, expected) => {
    expect(renderPlainly(template)).toBe(expected);
  });
});

describe('unknown variables', () => {
  test.each([
    '{{ nope }}',
    '{% if nope %}{% endif %}',
    '{% if pr %}{% elsif nope %}{% endif %}',
    '{% if pr %}{% else %}{{ nope }}{% endif %}',
    '{% unless nope %}{% endunless %}',
    '{% case nope %}{% endcase %}',
    '{% case pr %}{% when nope %}{% endcase %}',
    '{{ nope | default: "x" }}',
    '{{ pr | default: nope }}',
    '{{ ref | append: nope }}',
    '{{ ref | default: "x", allow_false: nope }}',
    '{{ instance.tags[nope] }}',
    '{% assign x = nope %}',
    '{% capture x %}{{ nope }}{% endcapture %}',
    '{{ (1..nope) }}',
    '{{ nope }}{% assign nope = 1 %}',
  ])('are found in %s', (template) => {
    expect(() => parseTemplate(template)).toThrow(
      '`nope` is not a known variable; the variables are owner, repo, ref, ',
    );
  });

  test.each([
    ['{{ instance.nope }}', '`instance.nope`'],
    ['{{ ref.nope }}', '`ref.nope` (did you mean `ref`?)'],
    ['{{ instance.id.nope }}', '`instance.id.nope` (did you mean `instance.id`?)'],
    ['{{ __proto__ }}', '`__proto__`'],
    ['{{ constructor }}', '`constructor`'],
    ['{{ ref.constructor }}', '`ref.constructor` (did you mean `ref`?)'],
    ['{{ instance.__proto__ }}', '`instance.__proto__`'],
    ['{{ ["instance.id"] }}', '`instance.id` (did you mean `instance.id`?)'],
    ['{{ env.NAME.first }}', '`env.NAME.first` (did you mean `env.NAME`?)'],
    ['{{ instance.tags.Role.first }}', '`instance.tags.Role.first` (did you mean `instance.tags.Role`?)'],
    ['{{ shortsha }}', '`shortsha` (did you mean `short_sha`?)'],
    ['{{ instance.nam }}', '`instance.nam` (did you mean `instance.name`?)'],
    ['{{ github.sha }}', '`github.sha` (did you mean `sha`?)'],
  ])('%s is one', (template, shown) => {
    expect(() => parseTemplate(template)).toThrow(`${shown} is not a known variable`);
  });

  test('are told together', () => {
    expect(() => parseTemplate('{{ one }}{{ two }}{{ one }}')).toThrow(
      '`one`, `two` are not known variables; the variables are',
    );
  });
});

describe('known variables without a value', () => {
  const source = instance({ name: undefined, platform: '', tags: {} });

  test.each([
    ['{{ pr }}', '`pr` has no value here: it is the number of a pull request'],
    ['{{ base_ref }}', '`base_ref` has no value here: it is the target branch of a pull request'],
    ['{{ tag }}', '`tag` has no value here: this run is not for a tag'],
    ['{{ instance.name }}', '`instance.name` has no value here: the instance has no tag `Name`'],
    ['{{ instance.tags.Role }}', '`instance.tags.Role` has no value here: the instance has no such tag'],
    ['{{ instance.tags["a b"] }}', '`instance.tags["a b"]` has no value here'],
    ['{{ instance.tags.size }}', '`instance.tags.size` has no value here'],
    ['{{ instance.tags.__proto__ }}', '`instance.tags.__proto__` has no value here'],
    ['{{ instance.tags.constructor }}', '`instance.tags.constructor` has no value here'],
    ['{{ instance.platform }}', '`instance.platform` has no value here'],
    ['{{ env.UNSET }}', '`env.UNSET` has no value here: the environment variable UNSET is not set, or empty'],
    ['{{ env.EMPTY }}', '`env.EMPTY` has no value here'],
    ['{{ env.size }}', '`env.size` has no value here'],
    ['{{ env.constructor }}', '`env.constructor` has no value here'],
    ['{{ pr | append: "-x" }}', '`pr` has no value here'],
    ['{{ ref | append: pr }}', '`pr` has no value here'],
    ['{{ tag | default: pr }}', '`pr` has no value here'],
    ['{{ tag | default: pr | upcase }}', '`pr` has no value here'],
    ['{% assign x = pr %}{{ x }}', '`pr` has no value here'],
    ['{% assign x = pr | append: "-x" %}', '`pr` has no value here'],
    ['{% capture x %}{{ pr }}{% endcapture %}', '`pr` has no value here'],
    ['{{ pr | size }}', '`pr` has no value here'],
    ['{{ pr.size }}', '`pr` has no value here'],
    ['{{ now | date: tag }}', '`tag` has no value here'],
    ['{% if tag %}{% assign x = tag %}{% endif %}{{ x }}', '`x` has no value here'],
  ])('%s is an error', (template, message) => {
    expect(() => render(template, { source })).toThrow(message);
  });

  test('the error shows how to handle it', () => {
    expect(() => render('{{ pr }}')).toThrow(
      '; provide a default with `{{ pr | default: "…" }}` or test it with `{% if pr %}…{% endif %}`',
    );
  });

  test.each([
    ['{{ pr | default: "none" }}', 'none'],
    ['{{ env.EMPTY | default: "none" }}', 'none'],
    ['{{ instance.tags.Role | default: instance.name | default: repo }}', 'web'],
    ['{{ tag | default: pr | default: "none" }}', 'none'],
    ['{{ ref | default: pr }}', 'main'],
    ['{{ false | default: pr, allow_false: true }}', 'false'],
    ['{{ pr | default: nil }}none', 'none'],
    ['{{ pr.size | default: "none" }}', 'none'],
    ['{% assign x = pr %}{{ x | default: "none" }}', 'none'],
    ['{% assign x = pr %}{% if x %}{{ x }}{% endif %}none', 'none'],
    ['{% if ref == pr or pr > 1 or pr contains "x" %}{% else %}none{% endif %}', 'none'],
    ['{% assign x = pr | default: "none" %}{{ x }}', 'none'],
    ['{% if pr %}pr{% else %}none{% endif %}', 'none'],
    ['{% if pr and env.UNSET %}both{% elsif instance.tags.Role %}role{% else %}none{% endif %}', 'none'],
    ['{% unless instance.tags["a b"] %}none{% endunless %}', 'none'],
    ['{% case pr %}{% when 17 %}pr{% else %}none{% endcase %}', 'none'],
    ['{% if pr == nil %}none{% endif %}', 'none'],
    ['{% if pr %}{{ pr }}{% endif %}none', 'none'],
  ])('%s handles it', (template, expected) => {
    expect(renderPlainly(template, { source })).toBe(expected);
  });
});

describe('what is wrong with a template is said', () => {
  test.each([
    ['{{ ref', 'output "{{ ref" not closed, at character 1'],
    ['a{{ ref }', 'output "{{ ref }" not closed, at character 2'],
    ['{{ }}', 'an expression is missing, at character 4'],
    ['{% if ref %}', 'tag {% if ref %} not closed, at character 1'],
    ['{{ ref }}\n {% endif %}', '`endif` is outside of the tag that it belongs to, at line 2, character 2'],
    ['{% elsif ref %}', '`elsif` is outside of the tag that it belongs to, at character 1'],
    [
      '{{ ref upcase }}',
      'the expression in `{{ ref upcase }}` is not complete, or lacks a `|` before a filter',
    ],
    ['{% if ref == %}{% endif %}', 'the expression in `{% if ref == %}` is not complete'],
    ['{% if == ref %}{% endif %}', 'the expression in `{% if == ref %}` is not complete'],
  ])('%s', (template, message) => {
    expect(() => parseTemplate(template)).toThrow(BakeError);
    expect(() => parseTemplate(template)).toThrow(message);
  });

  test.each([
    [
      '{% iff ref %}',
      'there is no tag `iff` (did you mean `if`?), at character 1; the tags are if, unless, case, ',
    ],
    [
      '{% for x in (1..3) %}{% endfor %}',
      'there is no tag `for`, at character 1; the tags are if, unless, case, ',
    ],
    [
      '{{ ref | upcas }}',
      'there is no filter `upcas` (did you mean `upcase`?), at character 1; the filters are ',
    ],
    [
      '{{ ref | nothing_like_it }}',
      'there is no filter `nothing_like_it`, at character 1; the filters are default, ',
    ],
  ])('what there is is listed: %s', (template, message) => {
    expect(() => parseTemplate(template)).toThrow(message);
  });

  test('a template that is too long', () => {
    expect(() => parseTemplate('x'.repeat(10_001))).toThrow('parse length limit exceeded');
  });

  test('an argument that is missing, when the template is rendered', () => {
    expect(() => render('{{ ref | append }}')).toThrow('cannot be rendered: append expect 2 arguments');
  });

  test.each(['{% if not pr %}x{% endif %}', '{% if pr or ref == "main" and true %}x{% endif %}'])(
    '%s is complete',
    (template) => {
      expect(render(template)).toBe('x');
    },
  );
});

describe('templates are kept from', () => {
  test.each([
    ...['include', 'render', 'layout', 'block'],
    ...['for', 'tablerow', 'cycle', 'increment', 'decrement', 'echo', 'liquid', 'raw'],
  ])('the tag %s', (tag) => {
    expect(() => parseTemplate(`{% ${tag} "../../package.json" %}`)).toThrow(`there is no tag \`${tag}\``);
  });

  test.each(['raw', 'sample', 'where_exp: "x", "env"', 'json', 'inspect', 'map: "x"', 'url_decode'])(
    'the filter %s',
    (filter) => {
      expect(() => parseTemplate(`{{ ref | ${filter} }}`)).toThrow(/^there is no filter `\w+`/);
    },
  );

  test.each([
    `{% assign x = "xxxxxxxxxx" %}${'{% assign x = x | append: x %}'.repeat(100)}{{ x }}`,
    `{% assign x = "xxxxxxxxxx" %}${'{% capture x %}{{ x }}{{ x }}{% endcapture %}'.repeat(100)}{{ x }}`,
    '{{ (1..100000000) }}',
    '{{ now | date: "%9999999d" }}',
  ])('using more memory than a name needs: %.60s', (template) => {
    expect(() => render(template)).toThrow('limit exceeded');
  });

  test.each([
    'GITHUB_TOKEN',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
    'ACTIONS_RUNTIME_TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
  ])('secrets: %s', (name) => {
    const refused = `\`env.${name}\` is not available, because a variable of this name may hold a secret`;
    expect(() => parseTemplate(`{{ env.${name} }}`)).toThrow(refused);
    expect(() => parseTemplate(`{% if env["${name}"] %}{% endif %}`)).toThrow(refused);
    // A variable of its own in a branch that is not taken does not uncover it.
    const hidden = `{% if pr %}{% assign env = ref %}{% endif %}{{ env.${name} }}`;
    expect(() => render(hidden, { environment: { [name]: 's3cret' } })).toThrow(refused);
  });

  test.each(['{{ env.API }}', '{{ env.API | default: "x" }}', '{% if env.API %}x{% endif %}'])(
    'values that look like secrets: %s',
    (template) => {
      const environment = { API: 'https://octocat:hunter2@example.com' };
      expect(() => render(template, { environment })).toThrow(
        '`env.API` is not available, because its value looks like a password or a key',
      );
      expect(() => render(template, { environment })).not.toThrow('hunter2');
    },
  );

  test('no value that the template does not use', () => {
    const environment = { API: 'https://octocat:hunter2@example.com', VARIANT: 'gpu' };
    expect(renderPlainly('{{ env.VARIANT }}', { environment })).toBe('gpu');
  });

  test.each([
    ['{{ env }}', '`env` is a group of variables: write out the one that you want, such as `env.NAME`'],
    ['{% assign x = env %}', '`env` is a group of variables'],
    [
      '{{ instance }}',
      '`instance` is a group of variables: write out the one that you want, such as `instance.id`',
    ],
    [
      '{{ instance.tags }}',
      '`instance.tags` is a group of variables: write out the one that you want, such as `instance.tags.KEY`',
    ],
  ])('a whole environment or instance: %s', (template, message) => {
    expect(() => parseTemplate(template)).toThrow(message);
  });

  test.each([
    [
      '{{ env[ref] }}',
      '`env[ref]` cannot be looked up by a variable: write out the one that you want, such as `env.NAME`',
    ],
    ['{{ instance.tags[env.WHICH] }}', '`instance.tags[env.WHICH]` cannot be looked up by a variable'],
    ['{% if instance[ref] %}{% endif %}', '`instance[ref]` cannot be looked up by a variable'],
  ])('variables whose name is only known when rendering: %s', (template, message) => {
    expect(() => parseTemplate(template)).toThrow(message);
  });

  test.each(['env', 'instance', 'sha', 'constructor', '__proto__'])(
    'variables that they do not name: [ref] where ref is %s',
    (ref) => {
      const fromOutside = { workflow: workflow({ ref }) };
      expect(() => render('{{ [ref] }}', fromOutside)).toThrow('cannot be rendered: undefined variable');
    },
  );
});

describe('a template tells', () => {
  test('which variables it uses', () => {
    const template = parseTemplate(
      '{% assign x = ref %}{{ x }}{{ instance.tags["a b"] }}{% if pr %}{{ ref }}{% endif %}',
    );
    expect(template.variables).toEqual(['ref', 'instance.tags.a b', 'pr']);
  });

  test.each([
    ['{{ ref }}-{{ timestamp }}', false],
    ['{{ region }}', true],
    ['{{ account_id }}', true],
    ['{{ instance.tags.Role | default: "x" }}', true],
    ['{% if pr %}{% else %}{{ ref | append: instance.id }}{% endif %}', true],
    // Given a value in one branch only.
    ['{% if pr %}{% assign region = "x" %}{% endif %}{{ region }}', true],
  ])('whether it waits for EC2: %s', (template, usesEc2) => {
    expect(parseTemplate(template).usesEc2).toBe(usesEc2);
  });

  test.each([
    ['web-{{ ref }}.x', ['web-', '.x']],
    ['  web {%- if pr -%} a {%- elsif tag %} b{% else %}c{% endif -%} d ', ['web', 'a', ' b', 'c', 'd']],
    ['{% case pr %}{% when 1 %}a{% else %}b{% endcase %}', ['a', 'b']],
    ['{% unless pr %}a{% endunless %}', ['a']],
    ['{% capture x %}a{% endcapture %}{{ x }}', []],
    ['{% comment %}a{% endcomment %}{% # a %}', []],
    ['{{ "a" | append: "b" }}{% assign x = "c" %}', []],
  ])('what its author wrote: %s', (template, literals) => {
    expect(parseTemplate(template).literals).toEqual(literals);
  });
});
