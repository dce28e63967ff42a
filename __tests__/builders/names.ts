import { ProblemsError } from '../../src/base/errors.ts';
import { attemptNames, type BakeSources, type Names } from '../../src/naming/names.ts';

/**
 * All names of a bake, for tests of what becomes of them.
 * @throws ProblemsError with everything that is wrong, each problem naming its input
 */
export function renderNames(sources: BakeSources): Names {
  const { names, problems } = attemptNames(sources);
  if (problems.length > 0) throw new ProblemsError('The AMI cannot be named', problems);
  // Without problems, every name is there.
  return names as Names;
}
