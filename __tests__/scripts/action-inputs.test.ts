import { expect, test } from '@jest/globals';
import { examplesOf, groupsOf, withInputsOfBake } from '../../scripts/action-inputs.ts';

function actionYml(...inputs: readonly string[]): string {
  return `name: x\n\ninputs:\n${inputs.map((input) => `  ${input}\n    default: ""`).join('\n')}\n\noutputs:\n  a: b\n`;
}

test('groups are in the order of the documents, inputs in that of the text', () => {
  const text = actionYml('wait: # Waiting and failures', 'copy-to: # Copies and publishing, e.g. us-west-2');
  expect(groupsOf(actionYml('b: # Lifecycle, e.g. 1', 'a: # Lifecycle', 'c: # Sharing'))).toEqual([
    { title: 'Sharing', names: ['c'] },
    { title: 'Lifecycle', names: ['b', 'a'] },
  ]);
  expect(groupsOf(actionYml('a:'))).toEqual([]);
  expect(examplesOf(text)).toEqual({ 'copy-to': 'us-west-2' });
});

test('a group that the documents do not have is an error', () => {
  expect(() => groupsOf(actionYml('a: # Life'))).toThrow('No such group of inputs: Life, of a');
});

test('inputs become as in the bake, but for those that say otherwise and those that it lacks', () => {
  const text = actionYml('own:', 'old:', 'other:\n    # Not as in action.yml.');
  const ofBake = actionYml('old: # Sharing', 'new: # Sharing', 'other: # Sharing', 'wait:');
  expect(withInputsOfBake(text, ['own', 'old', 'new', 'other'], ofBake)).toBe(
    actionYml('own:', 'old: # Sharing', 'new: # Sharing', 'other:\n    # Not as in action.yml.'),
  );
});
