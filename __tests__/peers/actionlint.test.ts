/** actionlint has nothing to say against any workflow that this project has or shows. */
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { goTool } from '../../scripts/tools/go.ts';
import { LintProject } from './actions/lint-project.ts';
import { published, toWorkflow } from './actions/lintable.ts';
import { readDocument, yamlBlocks } from './actions/yaml-blocks.ts';
import { describeWith } from './describe-with.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const files = globSync(['.github/workflows/*.{yml,yaml}', 'examples/**/*.{yml,yaml}'], { cwd: root });
const documents = ['README.md', ...globSync('docs/**/*.md', { cwd: root })];

const shown = documents.toSorted().flatMap((path) =>
  yamlBlocks(readDocument(path)).flatMap(({ heading, line, text }) => {
    const workflow = toWorkflow(text);
    return workflow === undefined ? [] : [{ name: `${path}:${line}, "${heading}"`, workflow }];
  }),
);
const workflows = [
  ...files.toSorted().map((path) => ({ name: path, workflow: readDocument(path) })),
  ...shown,
];

describeWith(goTool('actionlint'), 'actionlint', (actionlint) => {
  let project: LintProject;
  beforeAll(() => {
    project = new LintProject(actionlint);
  });
  afterAll(() => project.remove());

  describe.each(workflows)('finds nothing in $name', ({ workflow }) => {
    test('as it stands', () => {
      expect(project.problemsOf(workflow)).toBe('');
    });

    if (workflow.search(published) >= 0) {
      test('against the inputs and outputs of action.yml', () => {
        expect(project.problemsOf(workflow.replaceAll(published, './'))).toBe('');
      });
    }
  });

  test('sees each example of the documents', () => {
    const blocks = documents.flatMap((path) => yamlBlocks(readDocument(path)));
    const examples = blocks.filter(({ text }) => text.search(published) >= 0);
    expect(examples.length).toBeGreaterThanOrEqual(8);
    expect(examples.filter(({ text }) => toWorkflow(text) === undefined)).toEqual([]);
  });

  test.each([
    ['steps', '- run: make\n- uses: acme/bake-ami@v1\n  with:\n    instance-id: i-0123456789abcdef0\n'],
    ['a step', 'uses: acme/bake-ami@v1\nwith:\n  instance-id: i-0123456789abcdef0\n'],
    ['steps that follow a bake', '- run: echo "${{ steps.bake.outputs.ami-id }}"\n'],
    ['a job', 'runs-on: ubuntu-latest\nsteps:\n  - run: make\n'],
    ['jobs', 'jobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n      - run: make\n'],
    ['the head of a workflow', 'permissions: { id-token: write }\nconcurrency: bake\n'],
  ])('takes %s for part of a workflow', (_what, text) => {
    const workflow = toWorkflow(text) ?? '';
    expect(workflow).toContain('jobs:');
    expect(project.problemsOf(workflow.replaceAll(published, './'))).toBe('');
  });

  test('leaves other YAML alone', () => {
    expect(toWorkflow('AWSTemplateFormatVersion: "2010-09-09"\nResources: {}\n')).toBeUndefined();
  });

  describe('refuses', () => {
    const good = `- id: bake
  uses: ./
  with:
    instance-id: i-0123456789abcdef0
- run: echo "\${{ steps.bake.outputs.ami-id }}"
`;
    const problemsOf = (steps: string) => project.problemsOf(toWorkflow(steps) ?? '');

    test('nothing in a step that is right', () => {
      expect(problemsOf(good)).toBe('');
    });

    test('an input that the action does not have', () => {
      const wrong = good.replace('instance-id:', 'instance-id: i-0123456789abcdef0\n    instance:');
      expect(problemsOf(wrong)).toContain('input "instance" is not defined in action');
    });

    test('a step without the required input', () => {
      expect(problemsOf(good.replace('instance-id:', 'name:'))).toContain(
        'missing input "instance-id" which is required',
      );
    });

    test('an output that the action does not have', () => {
      expect(problemsOf(good.replace('outputs.ami-id', 'outputs.amiid'))).toContain(
        'property "amiid" is not defined',
      );
    });

    test('a workflow that is none', () => {
      expect(project.problemsOf('on: push\njobs:\n  bake:\n    steps: []\n')).toContain(
        '"runs-on" section is missing',
      );
    });
  });
});
