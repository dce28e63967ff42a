/** Makes of what documents show, often parts of workflows, workflows that a linter takes. */
import { parse } from 'yaml';

/** What documents call the action. */
export const published = /acme\/bake-ami@[\w.-]+/g;

const workflowKeys = ['name', 'run-name', 'on', 'permissions', 'env', 'defaults', 'concurrency'];
const head = 'on: push\n';
const jobHead = `${head}jobs:\n  job:\n`;
const stepsHead = `${jobHead}    runs-on: ubuntu-latest\n    steps:\n`;
const someJob = 'jobs:\n  job:\n    runs-on: ubuntu-latest\n    steps:\n      - run: "true"\n';

/** @returns undefined for YAML that is no part of a workflow */
export function toWorkflow(text: string): string | undefined {
  const value: unknown = parse(text);
  if (Array.isArray(value)) return stepsHead + bakeBefore(text) + indented(text, 6);
  if (typeof value !== 'object' || value === null) return undefined;
  const keys = Object.keys(value);
  const has = (...names: string[]) => names.some((name) => keys.includes(name));
  if (has('jobs')) return has('on') ? text : head + text;
  if (has('steps', 'runs-on')) return jobHead + indented(text, 4);
  if (has('uses', 'run')) return stepsHead + bakeBefore(text) + asItem(text, 6);
  if (keys.every((key) => workflowKeys.includes(key))) return `${has('on') ? '' : head}${text}${someJob}`;
  return undefined;
}

/** A part that takes outputs of a bake which is not in it comes after one. */
function bakeBefore(text: string): string {
  const lacksIt = text.includes('steps.bake.') && !/\bid: bake\b/.test(text);
  const bake =
    '- id: bake\n  uses: acme/bake-ami@v1\n  with:\n    instance-id: i-0123456789abcdef0\n    aws-region: eu-west-1\n';
  return lacksIt ? indented(bake, 6) : '';
}

function indented(text: string, spaces: number): string {
  return text.replaceAll(/^(?=.)/gm, ' '.repeat(spaces));
}

function asItem(text: string, spaces: number): string {
  return indented(indented(text, 2).replace(/^ {2}/, '- '), spaces);
}
