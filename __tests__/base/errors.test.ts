import { describe, expect, test } from '@jest/globals';
import { BakeError, causesOf, messageOf, messageWithRemedy, ProblemsError } from '../../src/base/errors.ts';

describe('the message of whatever was thrown', () => {
  test.each([
    [new Error('gone'), 'gone'],
    [Object.assign(new Error(''), { name: 'TimeoutError' }), 'TimeoutError'],
    ['text', 'text'],
    [undefined, 'undefined'],
  ])('%p', (thrown, message) => {
    expect(messageOf(thrown)).toBe(message);
  });
});

describe('the message and the remedy in one line', () => {
  test.each([
    [new BakeError('Rate exceeded', { remedy: 'Try again.' }), 'Rate exceeded. Try again.'],
    [new BakeError('It failed.', { remedy: 'Try again.' }), 'It failed. Try again.'],
    [new BakeError('It failed'), 'It failed'],
    [new Error('gone'), 'gone'],
  ])('%p', (thrown, text) => {
    expect(messageWithRemedy(thrown)).toBe(text);
  });
});

test('several problems are told together', () => {
  expect(new ProblemsError('Two things are wrong', ['one', 'two']).message).toBe(
    'Two things are wrong:\n- one\n- two',
  );
});

describe('the causes below an error', () => {
  test('are all told, those that are not ours with their stack', () => {
    const root = new Error('ECONNRESET');
    const error = new BakeError('Could not look', { cause: new BakeError('No answer', { cause: root }) });
    expect(causesOf(error)).toEqual(['No answer', root.stack]);
  });

  test('are those of each where several errors are told together', () => {
    const [one, other] = [new Error('ECONNRESET'), new Error('EPIPE')];
    const cause = new AggregateError(
      [one, other].map((error) => new BakeError('No answer', { cause: error })),
    );
    expect(causesOf(new ProblemsError('Two failed', ['one', 'two'], { cause }))).toEqual([
      one.stack,
      other.stack,
    ]);
  });

  test('are none for an error of ours without one, and the error itself for any other', () => {
    expect(causesOf(new BakeError('No'))).toEqual([]);
    const bug = new TypeError('x is not a function');
    expect(causesOf(bug)).toEqual([bug.stack]);
    expect(causesOf('text')).toEqual(['text']);
  });

  test('end, even when they go round in a circle', () => {
    const error = new Error('a');
    error.cause = error;
    expect(causesOf(error).length).toBeLessThanOrEqual(10);
  });
});
