import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createLog } from '../../src/github/log.ts';

let written: string;
beforeEach(() => {
  written = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written += text;
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
});

/** What stands in the log, line by line. */
function lines(): string[] {
  return written.split(/\r?\n/).slice(0, -1);
}

describe('plain lines', () => {
  test('a message is written as it is', () => {
    createLog().info('Snapshot snap-1 at 40 %');
    expect(lines()).toEqual(['Snapshot snap-1 at 40 %']);
  });

  test('a message keeps its lines, each of them safe', () => {
    createLog().info('one\n::add-mask::two\rthree ##[error]\n\n  ::four::');
    expect(lines()).toEqual(['one', ': :add-mask::two', 'three ## [error]', '', '  : :four::']);
  });
});

describe('annotations', () => {
  test.each(['notice', 'warning', 'error'] as const)('%s is written as the command of that name', (kind) => {
    createLog()[kind]('It is done', 'Image');
    expect(lines()).toEqual([`::${kind} title=Image::It is done`]);
  });

  test('there need not be a title', () => {
    createLog().warning('Hot');
    expect(lines()).toEqual(['::warning::Hot']);
  });

  test('lines and percent signs reach GitHub as they are, in one command', () => {
    createLog().error('50%\nof ::it::\r\n::stop-commands::x', 'A: b, c\n::d::');
    expect(lines()).toEqual([
      '::error title=A%3A b%2C c %3A%3Ad%3A%3A::50%25%0Aof ::it::%0A: :stop-commands::x',
    ]);
  });

  test('what is escaped already stays what it is', () => {
    createLog().notice('%0A%25');
    expect(lines()).toEqual(['::notice::%250A%2525']);
  });

  test('a message of the greatest length is not cut', () => {
    createLog().error('x'.repeat(4096));
    expect(lines()).toEqual([`::error::${'x'.repeat(4096)}`]);
  });

  test('a longer one is written to the log in whole and cut, with a word on it, in the annotation', () => {
    const message = `${'x'.repeat(4095)}\nEnd`;
    createLog().error(message);
    const [first, second, command, ...more] = lines();
    expect([first, second]).toEqual(message.split('\n'));
    expect(messageOf(command)).toHaveLength(4096);
    expect(messageOf(command)).toMatch(
      /^x+…\n\(Cut: the whole message is in the log, right above this one\.\)$/,
    );
    expect(more).toEqual([]);
  });

  test('cutting leaves no half of a character', () => {
    createLog().error(`a${'😀'.repeat(3000)}`);
    createLog().error('😀'.repeat(3000));
    const commands = lines().filter((line) => line.startsWith('::'));
    expect(commands.map((command) => messageOf(command).isWellFormed())).toEqual([true, true]);
    expect(written).not.toContain('\ufffd');
    expect(commands.map((command) => messageOf(command).length <= 4096)).toEqual([true, true]);
  });

  test('a title is cut at the length that GitHub takes', () => {
    createLog().error('Message', 't'.repeat(300));
    expect(lines()).toEqual([`::error title=${'t'.repeat(255)}::Message`]);
  });

  test('the tenth of a kind says that GitHub shows no more of them', () => {
    const log = createLog();
    for (let count = 1; count <= 12; count++) log.warning(`Warning ${count}`);
    log.error('Error');
    const messages = lines().map(messageOf);
    expect(messages.filter((message) => message.includes('in the log only'))).toEqual([messages[9]]);
    expect(messages[9]).toMatch(/^Warning 10\n\(GitHub shows 10 annotations of a kind/);
    expect(messages.at(-1)).toBe('Error');
  });

  test('the tenth says so even when it has to be cut', () => {
    const log = createLog();
    for (let count = 1; count <= 10; count++) log.error('x'.repeat(4096));
    expect(messageOf(lines().at(-1))).toHaveLength(4096);
    expect(messageOf(lines().at(-1))).toMatch(/any further error is in the log only\.\)$/);
  });
});

describe('groups', () => {
  test('lines are folded under a title', () => {
    createLog().group('Checks', ['one', 'two']);
    expect(lines()).toEqual(['::group::Checks', 'one', 'two', '::endgroup::']);
  });

  test('neither title nor lines can end the group or start another command', () => {
    createLog().group('A\n::endgroup::', ['::endgroup::', 'x\n##[endgroup]']);
    expect(lines()).toEqual([
      '::group::A ::endgroup::',
      ': :endgroup::',
      'x',
      '## [endgroup]',
      '::endgroup::',
    ]);
  });
});

test('a closed output is left to whoever listens for it', () => {
  const listeners = process.stdout.listenerCount('error');
  createLog().info('x');
  expect(process.stdout.listenerCount('error')).toBe(listeners);
});

/** The message of an annotation as the runner decodes it. */
function messageOf(command = ''): string {
  const data = command.replace(/^::[a-z]+(?: [^:]*)?::/, '');
  return data.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
