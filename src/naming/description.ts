/**
 * The rules for AMI descriptions: at most 255 characters (EC2 API model, ImageDescriptionRequest), ASCII only.
 * The second rule is not in the model. EC2 refuses other characters with `InvalidParameterValue`, "Character sets beyond
 * ASCII are not supported". For AMI descriptions this is reported of ModifyImageAttribute (wendylabsinc/WendyOS-Builder#56,
 * metadist/synaplan#1546); we assume that CreateImage does the same.
 */
import { withoutControls } from '../base/text.ts';
import { rejectLiterals, type Template } from './template.ts';
import type { Variables } from './variables.ts';

const longestDescription = 255;

const illegalRuns = /[^ -~]+/g;

/** The value with control characters replaced by spaces, and each run of characters beyond ASCII by one `-`. */
export function descriptionSafe(value: string): string {
  return withoutControls(value.normalize('NFC')).replace(illegalRuns, '-');
}

/** @throws BakeError when the template's author wrote characters that a description cannot contain */
export function checkDescriptionTemplate(template: Template): void {
  rejectLiterals(template, illegalRuns, 'an AMI description, which is one line of ASCII characters');
}

/**
 * A description that EC2 accepts, cut if it is too long.
 * @throws BakeError as `checkDescriptionTemplate` does, or when the template cannot be rendered
 */
export function renderDescription(
  template: Template,
  variables: Variables,
): { description: string; warning?: string } {
  checkDescriptionTemplate(template);
  const full = descriptionSafe(template.render(variables, descriptionSafe));
  if (full.length <= longestDescription) return { description: full };
  const warning = `The description has ${full.length} characters, ${longestDescription} are allowed: it is cut.`;
  return { description: full.slice(0, longestDescription).trim(), warning };
}
