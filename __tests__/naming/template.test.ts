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
    ['{{ "today" | date_to_xmlschema }}', '2026-11-22T21:34:05+00:00'],
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
    ['{{ "x,y" | split: "," | json }}', '‹["x","y"]›'],
    ['{{ instance.tags }}', '‹{"Name":"web-golden","Role":"web"}›'],
    ['{% for pair in instance.tags %}{{ pair }}{% endfor %}', '‹Nameweb-golden›‹Roleweb›'],
    [
      '{% for i in (1..2) %}{{ forloop }}{% endfor %}',
      '‹{"i":0,"length":2,"name":"i-(1..2)"}›‹{"i":1,"length":2,"name":"i-(1..2)"}›',
    ],
    ['{% echo ref %}', '‹main›'],
    ['{% cycle ref, "b" %}', '‹main›'],
    ['{% liquid assign x = ref\n echo x %}', '‹main›'],
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
    const template = parseTemplate('{% increment run_number %}{% assign x = ref %}');
    const values = variables();
    expect([1, 2].map(() => template.render(values, String))).toEqual(['42', '42']);
  });
});

describe('local variables', () => {
  test.each([
    ['{% assign x = ref | upcase %}{{ x }}', 'MAIN'],
    ['{% capture x %}{{ ref }}!{% endcapture %}{{ x }}', 'main!'],
    ['{% for x in (1..3) %}{{ x }}{{ forloop.index0 }}{% endfor %}', '102132'],
    ['{% tablerow x in (1..1) %}{{ x }}{% endtablerow %}', '<tr class="row1"><td class="col1">1</td></tr>'],
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
    '{% for x in nope %}{% endfor %}',
    '{% for x in (1..nope) %}{% endfor %}',
    '{% for x in (1..9) limit: nope %}{% endfor %}',
    '{% for x in (1..9) %}{% endfor %}{{ nope }}',
    '{% tablerow x in (1..9) cols: nope %}{% endtablerow %}',
    '{% cycle "a", nope %}',
    '{% echo nope %}',
    '{% liquid echo nope %}',
    '{{ nope }}{% assign nope = 1 %}',
  ])('are found in %s', (template) => {
    expect(() => parseTemplate(template)).toThrow(
      '`nope` is not a known variable; known are owner, repo, ref, ',
    );
  });

  test.each([
    ['{{ instance.nope }}', '`instance.nope`'],
    ['{{ ref.nope }}', '`ref.nope`'],
    ['{{ instance.id.nope }}', '`instance.id.nope` (did you mean `instance.id`?)'],
    ['{{ __proto__ }}', '`__proto__`'],
    ['{{ constructor }}', '`constructor`'],
    ['{{ ref.constructor }}', '`ref.constructor`'],
    ['{{ instance.__proto__ }}', '`instance.__proto__`'],
    ['{{ ["instance.id"] }}', '`instance.id` (did you mean `instance.id`?)'],
    ['{% for x in (1..2) %}{% endfor %}{{ x }}', '`x`'],
    ['{{ shortsha }}', '`shortsha` (did you mean `short_sha`?)'],
    ['{{ instance.nam }}', '`instance.nam` (did you mean `instance.name`?)'],
    ['{{ github.sha }}', '`github.sha` (did you mean `sha`?)'],
  ])('%s is one', (template, shown) => {
    expect(() => parseTemplate(template)).toThrow(`${shown} is not a known variable`);
  });

  test('are told together', () => {
    expect(() => parseTemplate('{{ one }}{{ two }}{{ one }}')).toThrow(
      '`one`, `two` are not known variables; known are',
    );
  });
});

describe('known variables without a value', () => {
  const source = instance({ name: undefined, platform: '', tags: {} });

  test.each([
    ['{{ pr }}', '`pr` has no value here: it is the number of a pull request'],
    ['{{ base_ref }}', '`base_ref` has no value here: it is the branch that a pull request'],
    ['{{ tag }}', '`tag` has no value here: this run is not for a tag'],
    ['{{ instance.name }}', '`instance.name` has no value here: the instance has no tag `Name`'],
    ['{{ instance.tags.Role }}', '`instance.tags.Role` has no value here: the instance has no such tag'],
    ['{{ instance.tags["a b"] }}', '`instance.tags["a b"]` has no value here'],
    ['{{ instance.tags.size }}', '`instance.tags.size` has no value here'],
    ['{{ instance.tags.__proto__ }}', '`instance.tags.__proto__` has no value here'],
    ['{{ instance.tags.constructor }}', '`instance.tags.constructor` has no value here'],
    ['{{ instance.platform }}', '`instance.platform` has no value here'],
    ['{{ env.UNSET }}', '`env.UNSET` has no value here: the environment variable UNSET is not set or empty'],
    ['{{ env.EMPTY }}', '`env.EMPTY` has no value here'],
    ['{{ env.size }}', '`env.size` has no value here'],
    ['{{ env.constructor }}', '`env.constructor` has no value here'],
    ['{{ pr | append: "-x" }}', '`pr` has no value here'],
    ['{{ ref | append: pr }}', '`pr` has no value here'],
    ['{{ tag | default: pr }}', '`pr` has no value here'],
    ['{{ tag | default: pr | upcase }}', '`pr` has no value here'],
    ['{% assign x = pr %}{{ x }}', '`pr` has no value here'],
    ['{% for x in tag %}{% endfor %}', '`tag` has no value here'],
    ['{% if tag %}{% assign x = tag %}{% endif %}{{ x }}', '`x` has no value here'],
  ])('%s is an error', (template, message) => {
    expect(() => render(template, { source })).toThrow(message);
  });

  test('the error shows how to handle it', () => {
    expect(() => render('{{ pr }}')).toThrow(
      '; give it one with `{{ pr | default: "…" }}` or test it with `{% if pr %}…{% endif %}`',
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
    ['{{ ref }}\n {% endif %}', 'there is no tag `endif`, at line 2, character 2'],
    ['{% iff ref %}', 'there is no tag `iff` (did you mean `if`?), at character 1'],
    ['{{ ref | upcas }}', 'there is no filter `upcas` (did you mean `upcase`?), at character 1'],
    ['{{ ref | nothing_like_it }}', 'there is no filter `nothing_like_it`, at character 1'],
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

  test('a template that is too long', () => {
    expect(() => parseTemplate('x'.repeat(10_001))).toThrow('parse length limit exceeded');
  });

  test.each([
    ['{{ ref | append }}', 'cannot be rendered: append expect 2 arguments'],
    ['{{ "%zz" | url_decode }}', 'cannot be rendered: URI malformed'],
  ])('%s, when it is rendered', (template, message) => {
    expect(() => render(template)).toThrow(message);
  });

  test.each(['{% if not pr %}x{% endif %}', '{% if pr or ref == "main" and true %}x{% endif %}'])(
    '%s is complete',
    (template) => {
      expect(render(template)).toBe('x');
    },
  );
});

describe('templates are kept from', () => {
  test.each(['include', 'render', 'layout', 'block'])('other templates: %s', (tag) => {
    const message = `the tag \`${tag}\` is not available: templates cannot read others`;
    expect(() => parseTemplate(`{% ${tag} "../../package.json" %}`)).toThrow(message);
    expect(() => parseTemplate(`{% liquid ${tag} "x" %}`)).toThrow(message);
  });

  test.each(['raw', 'sample', 'where_exp: "x", "env"', 'find_exp: "x", "env"'])('the filter %s', (filter) => {
    expect(() => parseTemplate(`{{ ref | ${filter} }}`)).toThrow(/^the filter `\w+` is not available/);
  });

  test.each([
    '{% for i in (1..100000000) %}x{% endfor %}',
    '{% assign x = "xxxxxxxxxx" %}{% for i in (1..100) %}{% assign x = x | append: x %}{% endfor %}{{ x }}',
    '{% assign x = "xxxxxxxxxx" %}{% for i in (1..100) %}{% capture x %}{{ x }}{{ x }}{% endcapture %}{% endfor %}{{ x }}',
    '{{ now | date: "%9999999d" }}',
  ])('using more memory than a name needs: %s', (template) => {
    expect(() => render(template)).toThrow('limit exceeded');
  });

  test.each([
    'GITHUB_TOKEN',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
    'ACTIONS_RUNTIME_TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
  ])('secrets: %s', (name) => {
    const environment = { [name]: 's3cret', WHICH: name };
    const refused = `\`env.${name}\` is not available, because a variable of this name may hold a secret`;
    expect(() => parseTemplate(`{{ env.${name} }}`)).toThrow(refused);
    expect(() => parseTemplate(`{% if env["${name}"] %}{% endif %}`)).toThrow(refused);
    expect(() => render('{{ env[env.WHICH] }}', { environment })).toThrow(refused);
  });

  test.each([
    '{{ env }}',
    '{{ env | json }}',
    '{% for x in env %}{{ x }}{% endfor %}',
    '{% assign x = env %}',
    '{{ instance }}',
  ])('all of an environment or instance at once: %s', (template) => {
    expect(() => parseTemplate(template)).toThrow(
      /`(env|instance)` is not a value by itself: use one of its own/,
    );
  });

  test('all of the environment, however it is come by', () => {
    const fromOutside = { workflow: workflow({ ref: 'env' }) };
    expect(render('{{ [ref] }}', fromOutside)).toBe('‹{}›');
    expect(render('{{ [ref] | json }}', fromOutside)).toBe('‹{}›');
    expect(render('{% for x in [ref] %}{{ x }}{% endfor %}', fromOutside)).toBe('');
  });
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
    ['{{ env[instance.id] }}', true],
    // Given a value in one branch only.
    ['{% if pr %}{% assign region = "x" %}{% endif %}{{ region }}', true],
  ])('whether it waits for EC2: %s', (template, usesEc2) => {
    expect(parseTemplate(template).usesEc2).toBe(usesEc2);
  });

  test.each([
    ['web-{{ ref }}.x', ['web-', '.x']],
    ['  web {%- if pr -%} a {%- elsif tag %} b{% else %}c{% endif -%} d ', ['web', 'a', ' b', 'c', 'd']],
    ['{% raw %}{{ x }}{% endraw %}', ['{{ x }}']],
    ['{% for i in (1..2) %}a{% else %}b{% endfor %}', ['a', 'b']],
    ['{% case pr %}{% when 1 %}a{% else %}b{% endcase %}', ['a', 'b']],
    ['{% unless pr %}a{% endunless %}', ['a']],
    ['{% tablerow i in (1..2) %}a{% endtablerow %}', ['<tr class="row1"><td class="col1"></td></tr>', 'a']],
    ['{% capture x %}a{% endcapture %}{{ x }}', []],
    ['{% comment %}a{% endcomment %}{% # a %}', []],
    ['{{ "a" | append: "b" }}{% assign x = "c" %}{% echo "d" %}', []],
  ])('what its author wrote: %s', (template, literals) => {
    expect(parseTemplate(template).literals).toEqual(literals);
  });
});
