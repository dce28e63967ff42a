/**
 * The inputs of an action.yml as text. A comment behind the name of each says its group in the documents, and a value that
 * asks for something: `  copy-to: # Copies and publishing, e.g. us-west-2`.
 */

/** As the documents have them: common ones first. */
const titles = [
  'What to promote',
  'What to image',
  'Credentials',
  'Names and tags',
  'Waiting and failures',
  'Sharing',
  'Copies and publishing',
  'Lifecycle',
  'Pull requests',
  'Internal',
];

export interface InputGroup {
  title: string;
  names: readonly string[];
}

/** @returns the groups that have inputs, each with its inputs in the order of the text; none where no input says its group */
export function groupsOf(actionYml: string): InputGroup[] {
  const notes = [...notesOf(actionYml)];
  const stray = notes.find(([, { group }]) => !titles.includes(group));
  if (stray !== undefined) throw new Error(`No such group of inputs: ${stray[1].group}, of ${stray[0]}`);
  return titles
    .map((title) => ({
      title,
      names: notes.flatMap(([name, { group }]) => (group === title ? [name] : [])),
    }))
    .filter(({ names }) => names.length > 0);
}

/** @returns the examples, by the names of the inputs that have one */
export function examplesOf(actionYml: string): Record<string, string> {
  const notes = [...notesOf(actionYml)];
  return Object.fromEntries(notes.flatMap(([name, { example }]) => (example ? [[name, example]] : [])));
}

function notesOf(actionYml: string): Map<string, { group: string; example: string | undefined }> {
  return new Map(
    [...inputTexts(actionYml)].flatMap(([name, text]) => {
      const [, group, example] = /^.*?: # (.+?)(?:, e\.g\. (.+))?$/m.exec(text) ?? [];
      return group === undefined ? [] : [[name, { group, example }] as const];
    }),
  );
}

/** What stands below the name of an input that another action has in other words. */
const ownWords = '# Not as in action.yml.';

/**
 * An action.yml in which inputs that the bake has too are as in the bake's, but for those that say `ownWords`.
 * @param names of all inputs of the action, in their order
 */
export function withInputsOfBake(actionYml: string, names: readonly string[], ofBake: string): string {
  const own = inputTexts(actionYml);
  const shared = inputTexts(ofBake);
  const texts = names.map((name) => {
    const text = own.get(name) ?? '';
    return text.includes(ownWords) ? text : (shared.get(name) ?? text);
  });
  const { start, end } = sectionOf(actionYml);
  return `${actionYml.slice(0, start)}${texts.join('\n')}${actionYml.slice(end)}`;
}

/** Each input from its name to its description, by its name. */
function inputTexts(actionYml: string): Map<string, string> {
  const { start, end } = sectionOf(actionYml);
  const texts = actionYml.slice(start, end).split(/\n(?= {2}[a-z])/);
  return new Map(texts.map((text) => [text.slice(0, text.indexOf(':')).trim(), text]));
}

function sectionOf(actionYml: string): { start: number; end: number } {
  const before = '\ninputs:\n';
  return { start: actionYml.indexOf(before) + before.length, end: actionYml.indexOf('\n\noutputs:\n') };
}
