import { BakeError } from '../base/errors.ts';

/** What is wrong with the value of one of the action's inputs. */
export interface InputProblem {
  /** The input's name, e.g. `snapshot-tags`. */
  readonly input: string;
  /** Goes on from "input `name`: ". */
  readonly problem: string;
}

/** Does something for an input; a BakeError is noted as a problem of that input, and there is no result. */
export function noting<Result>(
  problems: InputProblem[],
  input: string,
  action: () => Result,
): Result | undefined {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof BakeError)) throw error;
    problems.push({ input, problem: error.message });
    return undefined;
  }
}
