import { describe, expect, test } from '@jest/globals';
import { ProblemsError } from '../../src/base/errors.ts';
import { attemptNames, type BakeSources, checkNames, type NamingTemplates } from '../../src/naming/names.ts';
import { parseTagLine } from '../../src/naming/tag-template.ts';
import { parseTemplate } from '../../src/naming/template.ts';
import { instance } from '../builders/instance.ts';
import { renderNames } from '../builders/names.ts';
import { pullRequest, workflow } from '../builders/workflow.ts';

interface Given {
  name?: string;
  description?: string;
  family?: string;
  tags?: string[];
  snapshotTags?: string[];
  ssmParameters?: string[];
}

/** The inputs' defaults. */
function templates(given: Given = {}): NamingTemplates {
  return {
    name: parseTemplate(given.name ?? '{{ repo }}-{{ ref }}-{{ timestamp }}-{{ short_sha }}'),
    description: parseTemplate(
      given.description ?? 'Baked from {{ instance.id }} by {{ owner }}/{{ repo }}@{{ short_sha }}',
    ),
    family: parseTemplate(given.family ?? '{{ repo }}'),
    tags: (given.tags ?? []).map(parseTagLine),
    snapshotTags: (given.snapshotTags ?? []).map(parseTagLine),
    ssmParameters: (given.ssmParameters ?? []).map(parseTemplate),
  };
}

type Overrides = Given & Partial<Omit<BakeSources, 'templates'>>;

function sources(overrides: Overrides): BakeSources {
  return {
    workflow: workflow(),
    now: new Date('2026-11-22T21:34:05Z'),
    environment: {},
    source: instance(),
    ...overrides,
    templates: templates(overrides),
  };
}

const names = (overrides: Overrides = {}) => renderNames(sources(overrides));
const check = (overrides: Overrides = {}) => checkNames(sources(overrides));

describe('renderNames', () => {
  test('names an image by the defaults', () => {
    const { key, imageTags, snapshotTags, steadyTags, ...rest } = names();
    expect(rest).toEqual({
      name: 'web-main-20261122213405-1a2b3c4',
      description: 'Baked from i-0123456789abcdef0 by acme/web@1a2b3c4',
      family: 'web',
      ssmParameters: [],
      warnings: [],
    });
    expect(key).toMatch(/^[0-9a-f]{32}$/);
    expect(imageTags).toHaveLength(10);
    expect(imageTags).toContainEqual({ Key: 'Name', Value: 'web-main-20261122213405-1a2b3c4' });
    expect(imageTags).toContainEqual({ Key: 'bake-ami:key', Value: key });
    expect(snapshotTags).toEqual(imageTags);
    expect(steadyTags).toEqual([]);
  });

  test('puts tags on image and snapshots, and snapshot-tags on the snapshots alone', () => {
    const { imageTags, snapshotTags } = names({
      tags: ['Role={{ instance.tags.Role }}', 'Stage=test'],
      snapshotTags: ['Stage=snapshot', 'Backup=no', 'Name=disk of {{ instance.name }}'],
    });
    const own = (tags: typeof imageTags) => tags.filter(({ Key }) => !Key.startsWith('bake-ami:'));
    expect(own(imageTags)).toEqual([
      { Key: 'Name', Value: 'web-main-20261122213405-1a2b3c4' },
      { Key: 'Role', Value: 'web' },
      { Key: 'Stage', Value: 'test' },
    ]);
    expect(own(snapshotTags)).toEqual([
      { Key: 'Role', Value: 'web' },
      { Key: 'Stage', Value: 'snapshot' },
      { Key: 'Backup', Value: 'no' },
      { Key: 'Name', Value: 'disk of web-golden' },
    ]);
  });

  test('the branch is name-safe in the name, ASCII in the description, true in the tags', () => {
    const ref = 'x##[set-output name=ami-id]evil🚀';
    const { name, description, imageTags, family } = names({
      workflow: workflow({ ref }),
      name: 'web-{{ ref }}',
      description: 'of {{ ref }}',
      family: 'web {{ ref }}',
      tags: ['Branch={{ ref }}'],
    });
    expect(name).toBe('web-x-[set-output name-ami-id]evil-');
    expect(description).toBe('of x##[set-output name=ami-id]evil-');
    expect(family).toBe(`web ${ref}`);
    expect(imageTags).toContainEqual({ Key: 'Branch', Value: ref });
    expect(imageTags).toContainEqual({ Key: 'bake-ami:ref', Value: ref });
    expect(imageTags).toContainEqual({ Key: 'bake-ami:family', Value: `web ${ref}` });
  });

  test('warns of what it cuts', () => {
    const { warnings } = names({
      name: '{{ ref }}',
      description: '{{ ref }}',
      workflow: workflow({ ref: 'x'.repeat(300) }),
    });
    expect(warnings).toEqual([
      expect.stringContaining('The AMI name has 300 characters, 128 are allowed'),
      'The description has 300 characters, 255 are allowed: it is cut.',
    ]);
  });

  test('tells everything that is wrong at once', () => {
    const run = () =>
      names({
        source: instance({ name: undefined }),
        name: '{{ instance.name }}',
        description: '{{ pr }}',
        family: '{{ env.FAMILY }}',
        tags: ['A={{ instance.tags.Nope }}', 'B=1', 'B=2'],
        snapshotTags: ['C={{ tag }}'],
      });
    expect(run).toThrow(ProblemsError);
    expect(run).toThrow(/^The AMI cannot be named:\n- input/);
    let problems: readonly string[] = [];
    try {
      run();
    } catch (error) {
      problems = (error as ProblemsError).problems;
    }
    expect(problems.map((problem) => problem.split('; ')[0])).toEqual([
      'input `tags`: tag `B` is listed more than once',
      'input `name`: `instance.name` has no value here: the instance has no tag `Name`',
      'input `description`: `pr` has no value here: it is the number of a pull request, and this run is not for one',
      'input `family`: `env.FAMILY` has no value here: the environment variable FAMILY is not set, or empty',
      'input `tags`: tag `A`: `instance.tags.Nope` has no value here: the instance has no such tag',
      'input `snapshot-tags`: tag `C`: `tag` has no value here: this run is not for a tag',
    ]);
  });

  test.each([
    [
      '{{ env.X | default: " " }}',
      'input `family`: the value is empty when rendered, but a family needs a name',
    ],
    [`${'x'.repeat(257)}`, 'input `family`: the value has 257 characters when rendered, 256 are allowed'],
  ])('refuses a family that no tag can hold', (family, message) => {
    expect(() => names({ family })).toThrow(message);
  });

  test('keeps control characters out of the family', () => {
    expect(names({ family: 'a{{ ref }}', workflow: workflow({ ref: '\u0000x\ny\u0000' }) }).family).toBe(
      'a x y',
    );
  });

  test('an empty description is none', () => {
    expect(names({ description: '' }).description).toBe('');
  });

  test('the user may tag with what an object inherits', () => {
    const { imageTags } = names({ tags: ['__proto__=x', 'constructor=y'] });
    expect(imageTags).toContainEqual({ Key: '__proto__', Value: 'x' });
    expect(imageTags).toContainEqual({ Key: 'constructor', Value: 'y' });
  });
});

test('values that may hold another tag come with a warning', () => {
  const { warnings } = names({ tags: ['Roles=a,b=c'], snapshotTags: ['Options=rw,uid=0'] });
  expect(warnings).toEqual([
    expect.stringContaining('Input `tags`: the value of tag `Roles` contains `,b=`.'),
    expect.stringContaining('Input `snapshot-tags`: the value of tag `Options` contains `,uid=`.'),
  ]);
});

describe('attemptNames', () => {
  const attempt = (overrides: Overrides = {}) => attemptNames(sources(overrides));

  test('without problems gives what renderNames gives', () => {
    expect(attempt()).toEqual({ names: names(), problems: [] });
  });

  test('keeps the names that can be rendered, so that they can be checked together with the problems', () => {
    const { names: rendered, problems } = attempt({
      tags: ['Owner={{ instance.tags.Owner }}'],
      ssmParameters: ['/images/{{ ref }}', '/images/{{ pr }}'],
    });
    const { name, description, family, key } = names();
    expect(rendered).toEqual({
      name,
      description,
      family,
      key,
      ssmParameters: ['/images/main'],
      warnings: [],
    });
    expect(problems).toEqual([
      expect.stringMatching(/^input `tags`: tag `Owner`: `instance.tags.Owner` has no value here/),
      expect.stringMatching(/^input `ssm-parameter`: `\/images\/{{ pr }}` `pr` has no value here/),
    ]);
  });

  test.each<[Overrides, string]>([
    [{ name: '{{ pr }}' }, 'name'],
    [{ description: '{{ pr }}' }, 'description'],
    [{ family: '{{ pr }}' }, 'family'],
  ])('has no name where there is a problem: %j', (overrides, input) => {
    const { names: rendered, problems } = attempt(overrides);
    expect(Object.keys(rendered)).not.toContain(input);
    expect(rendered.imageTags).toBeUndefined();
    expect(problems).toEqual([expect.stringContaining(`input \`${input}\`: `)]);
  });
});

describe('the owner and the state of an image', () => {
  const valuesOfTag = (key: string, overrides: Overrides) => [
    ...new Set(
      ['imageTags' as const, 'snapshotTags' as const].map(
        (list) => names(overrides)[list].find(({ Key }) => Key === key)?.Value,
      ),
    ),
  ];

  test('are on the image and its snapshots', () => {
    expect(valuesOfTag('bake-ami:claim', { claim: '1-0123456789abcdef' })).toEqual(['1-0123456789abcdef']);
    expect(valuesOfTag('bake-ami:state', { state: 'unverified' })).toEqual(['unverified']);
  });

  test('are none and baking when they are not given', () => {
    expect(valuesOfTag('bake-ami:claim', {})).toEqual([undefined]);
    expect(valuesOfTag('bake-ami:state', {})).toEqual(['baking']);
  });
});

test('the matrix is part of the key', () => {
  expect(names({ matrix: '{"os":"linux"}' }).key).not.toBe(names().key);
});

describe('steady tags', () => {
  const steady = (overrides: Overrides) =>
    names(overrides).steadyTags.map(({ Key, Value }) => `${Key}=${Value}`);

  test.each<[string, string[]]>([
    ['Role=web', ['Role=web']],
    ['Ref={{ ref }} {{ run_id }}', ['Ref=main 17532140987']],
    ['Of={{ instance.tags.Role }}', ['Of=web']],
    ['Variant={{ env.VARIANT }}', ['Variant=gpu']],
    ['Name=web-{{ ref }}', ['Name=web-main']],
    ['Empty=', ['Empty=']],
    ['At={{ timestamp }}', []],
    ['Year={{ now | date: "%Y" }}', []],
    ['Day={{ "today" | date: "%a" }}', []],
    ['Attempt={{ run_attempt }}', []],
    ['Attempt={{ env.GITHUB_RUN_ATTEMPT }}', []],
    ['Runner={{ env.RUNNER_NAME }}', []],
    ['Again={% if run_attempt > 1 %}yes{% else %}no{% endif %}', []],
  ])('%s gives %j', (tag, expected) => {
    const environment = { VARIANT: 'gpu', GITHUB_RUN_ATTEMPT: '1', RUNNER_NAME: 'GitHub Actions 7' };
    expect(steady({ name: 'web-{{ timestamp }}', tags: [tag], environment })).toEqual(expected);
  });

  test('are the same in every attempt', () => {
    const tags = ['Role=web', 'Again={% if run_attempt > 1 %}yes{% else %}no{% endif %}', 'At={{ now }}'];
    const attempt = (runAttempt: string, now: string) =>
      steady({ tags, workflow: workflow({ runAttempt }), now: new Date(now) });
    const first = attempt('1', '2026-11-22T21:34:05Z');
    expect(first).toEqual(['Role=web']);
    expect(attempt('2', '2026-11-22T22:01:00Z')).toEqual(first);
    expect(attempt('3', '2026-11-23T09:00:00Z')).toEqual(first);
  });

  test('include the name of the image, where it is steady', () => {
    expect(steady({ name: 'web-{{ short_sha }}' })).toEqual(['Name=web-1a2b3c4']);
    expect(steady({ name: 'web-{{ run_attempt }}' })).toEqual([]);
  });

  test('do not include one that another attempt could not render', () => {
    expect(
      steady({ name: 'web-{{ now }}', tags: ['A={% if run_attempt > 1 %}{{ pr }}{% endif %}'] }),
    ).toEqual([]);
  });
});

describe('checkNames', () => {
  test('finds nothing wrong with the defaults', () => {
    expect(check()).toEqual([]);
  });

  test.each<[Overrides, string, string]>([
    [{ name: 'web-{{ pr }}' }, 'name', '`pr` has no value here'],
    [{ name: 'web:{{ ref }}' }, 'name', '":" is not allowed in an AMI name'],
    [{ name: 'web:{{ instance.id }}' }, 'name', '":" is not allowed in an AMI name'],
    [{ name: '{{ run_number }}' }, 'name', 'renders to "42"'],
    [{ description: 'é' }, 'description', '"é" (U+00E9) is not allowed'],
    [{ description: 'é {{ instance.id }}' }, 'description', '"é" (U+00E9) is not allowed'],
    [{ description: '{{ tag }}' }, 'description', '`tag` has no value here'],
    [{ family: '{{ env.FAMILY }}' }, 'family', '`env.FAMILY` has no value here'],
    [{ family: '' }, 'family', 'is empty when rendered'],
    [{ tags: ['A={{ pr }}'] }, 'tags', 'tag `A`: `pr` has no value here'],
    [{ tags: [`A=${'x'.repeat(257)}`] }, 'tags', 'tag `A`: the value has 257 characters when rendered'],
    [{ tags: ['A=1', 'A={{ instance.id }}'] }, 'tags', 'tag `A` is listed more than once'],
    [{ snapshotTags: ['A={{ pr }}'] }, 'snapshot-tags', 'tag `A`: `pr` has no value here'],
  ])('finds before EC2 is asked: %j', (overrides, input, problem) => {
    expect(check(overrides)).toEqual([{ input, problem: expect.stringContaining(problem) }]);
  });

  test('finds all of them', () => {
    const found = check({ name: '#{{ ref }}', family: '{{ pr }}', tags: ['A={{ tag }}', 'B={{ pr }}'] });
    expect(found.map(({ input }) => input)).toEqual(['name', 'family', 'tags', 'tags']);
  });

  test.each<Overrides>([
    { name: '{{ instance.name }}', source: instance({ name: undefined }) },
    { name: '{{ instance.type }}{{ pr }}' },
    { description: '{{ account_id }} {{ region }}' },
    { family: '{{ instance.tags.Family }}' },
    { tags: ['A={{ instance.tags["x y"] }}', 'B={{ instance.name | default: region }}'] },
    { name: '{% if pr %}{% assign region = "x" %}{% endif %}web-{{ region }}' },
    { name: 'web-{{ pr }}', workflow: pullRequest() },
  ])('raises no false alarm before EC2 is asked: %j', (overrides) => {
    expect(check(overrides)).toEqual([]);
  });
});
