import { BakeError } from '../base/errors.ts';
import { withoutControls } from '../base/text.ts';
import { longestTagValue } from './tag-rules.ts';
import type { Template } from './template.ts';
import type { Variables } from './variables.ts';

/**
 * The family's name as it is, without control characters. It is the value of a tag.
 * @throws BakeError when it is empty or longer than a tag's value can be, or cannot be rendered
 */
export function renderFamily(template: Template, variables: Variables): string {
  const family = withoutControls(template.render(variables, withoutControls)).trim();
  if (family === '') throw new BakeError('comes out empty, but a family needs a name');
  if (family.length > longestTagValue) {
    throw new BakeError(`comes out with ${family.length} characters, ${longestTagValue} are allowed`);
  }
  return family;
}
