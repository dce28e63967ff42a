/** The workflows in examples/ are ones that GitHub would run, with inputs and outputs that there are, and safe to copy. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { policyFile } from '../scripts/iam-policy.ts';
import { readActionYml } from '../scripts/runner.ts';
import { features, permissionRows } from '../src/aws/iam.ts';
import { outputsTaken, type Step, unknownInputs, us } from './builders/examples.ts';

interface Job {
  'runs-on': string;
  permissions?: Record<string, string>;
  'timeout-minutes'?: number;
  outputs?: Record<string, string>;
  needs?: string | string[];
  env?: Record<string, string>;
  steps: Step[];
}

interface Workflow {
  name: string;
  on: unknown;
  permissions: unknown;
  env?: Record<string, string>;
  jobs: Record<string, Job>;
}

const folder = new URL('../examples/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');
const files = readdirSync(folder).filter((file) => file.endsWith('.yml'));
const workflows = files.map((file) => {
  const workflow: Workflow = parse(read(file), { strict: true, uniqueKeys: true });
  return { file, text: read(file), workflow, jobs: Object.entries(workflow.jobs) };
});
const bakes = workflows.flatMap(({ file, jobs }) =>
  jobs.flatMap(([, { steps }]) => steps.filter(({ uses }) => uses === us).map((step) => ({ file, step }))),
);
const scripts = workflows.flatMap(({ file, jobs }) =>
  jobs.flatMap(([name, job]) =>
    job.steps.flatMap(({ run, env }) => (run === undefined ? [] : [{ file, name, job, run, env }])),
  ),
);

test('each is listed in the README of the folder, and each bakes', () => {
  expect(files.length).toBeGreaterThan(3);
  const listed = [...read('README.md').matchAll(/\]\(([\w-]+\.yml)\)/g)].map(([, file]) => file);
  expect(listed.toSorted()).toEqual(files.toSorted());
  const withoutBake = ['pull-request-closed.yml'];
  const baking = files.filter((file) => !withoutBake.includes(file));
  expect(new Set(bakes.map(({ file }) => file))).toEqual(new Set(baking));
});

describe.each(workflows)('$file', ({ text, workflow, jobs }) => {
  test('says at its top what it is, and has a name and a trigger', () => {
    expect(text).toMatch(/^# \w.*\n(?:#.*\n){2,}name: /);
    expect(workflow.name).toBeTruthy();
    expect(workflow.on).toBeTruthy();
  });

  test('has no permissions at the top; each job has those that it needs', () => {
    expect(workflow.permissions).toEqual({});
    for (const [, job] of jobs) {
      const assumes = job.steps.some((step) => step.with?.['role-to-assume'] !== undefined);
      const comments = job.steps.some((step) => String(step.with?.['comment']) === 'true');
      expect(job.permissions ?? {}).toEqual({
        ...(assumes ? { 'id-token': 'write' } : {}),
        ...(comments ? { 'pull-requests': 'write' } : {}),
      });
    }
  });

  test('takes outputs that the action has, and that its jobs hand on', () => {
    const declared = Object.keys(readActionYml().outputs);
    expect(declared).toEqual(expect.arrayContaining(outputsTaken(text)));
    for (const [, needed = '', output = ''] of text.matchAll(/needs\.(\w+)\.outputs\.([\w-]+)/g)) {
      expect(Object.keys(workflow.jobs[needed]?.outputs ?? {})).toContain(output);
    }
  });

  test('lets the action end before GitHub ends the job', () => {
    for (const [, { steps, 'timeout-minutes': ofJob = 0 }] of jobs) {
      const step = steps.find(({ uses }) => uses === us);
      if (step === undefined) continue;
      const ofAction = step.with?.['timeout-minutes'] ?? readActionYml().inputs['timeout-minutes']?.default;
      expect(ofJob).toBeGreaterThan(Number(ofAction));
      // "Actions limits" in GitHub's documentation: six hours on its own runners, whatever the job says.
      expect(ofJob).toBeLessThan(360);
    }
  });
});

test.each(bakes)('the bake of $file has inputs that exist, and those that are required', ({ step }) => {
  expect(unknownInputs(step, readActionYml())).toEqual([]);
});

describe.each(scripts)('the script in job $name of $file: $run', ({ file, job, run, env }) => {
  test('holds no expression: whatever comes from outside comes by the environment', () => {
    expect(run).not.toContain('${{');
  });

  test('uses variables that there are', () => {
    const ofWorkflow = workflows.find((one) => one.file === file)?.workflow.env ?? {};
    const given = { ...ofWorkflow, ...job.env, ...env };
    const used = [...run.matchAll(/\$(?:Env:)?\{?([A-Z][A-Z_]+)\b/g)].map(([, name = '']) => name);
    const ofTheShell = (name: string) => name.startsWith('GITHUB_') || name === 'LASTEXITCODE';
    for (const name of used) if (!ofTheShell(name)) expect(Object.keys(given)).toContain(name);
  });

  test('is a script that its shell can read', () => {
    if (job['runs-on'].startsWith('windows')) return;
    const { status, stderr } = spawnSync('bash', ['-n'], { input: run, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

const policies = readdirSync(new URL('iam/', folder)).filter((file) => file !== 'trust-policy.json');

test('the policies in iam/ have every action of the table', () => {
  const statements = policies.flatMap(statementsOf);
  const needed = permissionRows.flatMap(({ grant }) => Object.keys(grant.actions));
  expect(new Set(statements.flatMap(({ Action }) => Action))).toEqual(new Set(needed));
});

describe.each(policies)('iam/%s', (file) => {
  const statements = statementsOf(file);

  test('belongs to a feature', () => {
    expect(features.map(({ name }) => policyFile(name))).toContain(file);
  });

  test('has unique IDs of statements, as IAM demands', () => {
    expect(new Set(statements.map(({ Sid }) => Sid)).size).toBe(statements.length);
  });

  test('allows no write to every instance, parameter, key or role of the account', () => {
    // An instance that is launched has no ID before; other writes are limited by its tags.
    const unlimited = statements.filter(
      ({ Action, Condition }) =>
        (Condition === undefined && Action !== 'ec2:RunInstances') || Action === 'iam:PassRole',
    );
    const resources = unlimited.flatMap(({ Resource }) => Resource);
    for (const resource of resources) expect(resource).not.toMatch(/:(?:instance|parameter|key|role)\/\*$/);
  });
});

function statementsOf(
  file: string,
): { Sid: string; Action: string | string[]; Resource: string | string[]; Condition?: object }[] {
  return JSON.parse(read(`iam/${file}`)).Statement;
}
