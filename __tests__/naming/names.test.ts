import { describe, expect, test } from '@jest/globals';
import { ProblemsError } from '../../src/base/errors.ts';
import { checkNames, type NamingSources, type NamingTemplates, renderNames } from '../../src/naming/names.ts';
import { parseTagLine } from '../../src/naming/tag-template.ts';
import { parseTemplate } from '../../src/naming/template.ts';
import type { SourceInstance } from '../../src/source/instance.ts';
import { instance } from '../builders/instance.ts';
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

type Overrides = Given & Partial<Omit<NamingSources, 'templates'>> & { source?: SourceInstance };

function sources({ workflow: run = workflow(), environment = {}, source = instance(), ...given }: Overrides) {
  return {
    templates: templates(given),
    workflow: run,
    now: new Date('2026-11-22T21:34:05Z'),
    environment,
    source,
  };
}

const names = (overrides: Overrides = {}) => renderNames(sources(overrides));
const check = (overrides: Overrides = {}) => checkNames(sources(overrides));

describe('renderNames', () => {
  test('names an image by the defaults', () => {
    const { key, imageTags, snapshotTags, ...rest } = names();
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
    expect(run).toThrow(/^The image cannot be named:\n- input/);
    let problems: readonly string[] = [];
    try {
      run();
    } catch (error) {
      problems = (error as ProblemsError).problems;
    }
    expect(problems.map((problem) => problem.split('; ')[0])).toEqual([
      'input `tags`: tag `B` is given more than once',
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
    [{ tags: ['A=1', 'A={{ instance.id }}'] }, 'tags', 'tag `A` is given more than once'],
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
