/** What the tests of the README's and of the other examples look at. */
import type { ActionYml } from '../../scripts/runner.ts';

/** The placeholder that stands for the action in documents. */
export const us = 'acme/bake-ami@v1';

export interface Step {
  uses?: string;
  run?: string;
  env?: Record<string, string>;
  with?: Record<string, unknown>;
}

/** Inputs that the action does not have, and required ones that are missing. */
export function unknownInputs(step: Step, { inputs }: ActionYml): string[] {
  const given = Object.keys(step.with ?? {});
  const required = Object.keys(inputs).filter((name) => inputs[name]?.required);
  return [
    ...given.filter((name) => inputs[name] === undefined),
    ...required.filter((name) => !given.includes(name)).map((name) => `${name} is missing`),
  ];
}

/** Outputs of the step `bake` that a text takes. */
export function outputsTaken(text: string): string[] {
  return [...text.matchAll(/steps\.bake\.outputs\.([\w-]+)/g)].map(([, name = '']) => name);
}
