/** What went wrong, as a user would read it. */
import { BakeError, ProblemsError } from '../../src/base/errors.ts';

/** Everything that the work complains of; nothing when it does not. */
export function problemsOf(work: () => unknown): readonly string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
  return [];
}

/** What the work ends with; when it went well, an error that no test looks for. */
export async function errorOf(work: Promise<unknown>): Promise<BakeError> {
  return work.then(
    () => new BakeError('It went well.'),
    (error: BakeError) => error,
  );
}
