import { describe, expect, test } from '@jest/globals';
import { paintFor, RunnerLog } from '../../scripts/runner-log.ts';

const shown = (...pieces: string[]) => {
  const log = new RunnerLog();
  return pieces.map((piece) => log.push(piece)).join('') + log.end();
};

describe('the log of a step, as the runner shows it', () => {
  test('has plain lines as they are, whatever pieces they come in', () => {
    expect(shown('one\ntw', 'o\n', 'three')).toBe('one\ntwo\nthree\n');
  });

  test('decodes annotations, line ends and percent signs included', () => {
    expect(shown('::error title=Bake failed::50 %25 done%0A- a: b\n')).toBe('Error: 50 % done\n- a: b\n');
    expect(shown('::warning::careful\n::notice::done\n')).toBe('Warning: careful\nNotice: done\n');
    // Decoded last, so that an encoded percent sign begins nothing new.
    expect(shown('::error::%250A\n')).toBe('Error: %0A\n');
  });

  test('indents what is in a group', () => {
    expect(shown('::group::Cause\nfirst\n::endgroup::\nafter\n')).toBe('▼ Cause\n  first\nafter\n');
  });

  test('shows nothing of commands that the runner obeys silently', () => {
    expect(shown('::add-mask::secret\n::debug::detail\n')).toBe('');
  });

  test('is coloured on a terminal only', () => {
    expect(new RunnerLog(paintFor(true)).push('::error::no\n')).toBe('\u001b[31mError: no\u001b[0m\n');
  });
});
