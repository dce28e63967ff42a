import { BakeError } from '../base/errors.ts';
import { excerpt, listCharacters } from '../base/text.ts';
import type { Template } from './template.ts';

/**
 * Characters that the template's author wrote are not replaced like those that variables bring in: the author can do better.
 * @param illegal matches runs of characters, with the flag `g`
 * @param where ends the sentence "… cannot stand in"
 * @throws BakeError that names the characters and shows the first place
 */
export function rejectLiterals(template: Template, illegal: RegExp, where: string): void {
  const runs = template.literals.flatMap((text) => [...text.matchAll(illegal)]);
  const [first] = runs;
  if (!first) return;
  const characters = runs.flatMap(([run]) => [...run]);
  const hint = characters.includes('\n') ? '; `{%-` and `-%}` leave out the white space around a tag' : '';
  const place = excerpt(first.input, first.index);
  throw new BakeError(`${listCharacters(characters)} cannot stand in ${where} (at "${place}")${hint}`);
}
