/** Walks a parsed template: finds the text that its author wrote, and expressions that LiquidJS wrongly accepts. */
import { CaptureTag, type Template, TypeGuards, toValueSync, Value } from 'liquidjs';

/** Text that goes into the result as it was written: neither printed by `{{ }}` nor captured in a variable. */
export function* literalTexts(templates: readonly Template[]): Generator<string> {
  for (const template of templates) {
    if (TypeGuards.isHTMLToken(template.token)) yield template.token.getContent();
    // What a capture holds is made safe when it is printed.
    if (!(template instanceof CaptureTag)) yield* literalTexts(childrenOf(template));
  }
}

function* everyTemplate(templates: readonly Template[]): Generator<Template> {
  for (const template of templates) {
    yield template;
    yield* everyTemplate(childrenOf(template));
  }
}

function childrenOf(template: Template): Template[] {
  return template.children ? toValueSync(template.children(false, true)) : [];
}

/**
 * The first tag or output whose expression is not exactly one value: LiquidJS silently ignores words, as in
 * `{{ ref upcase }}`, which lacks a `|`.
 */
export function malformed(templates: readonly Template[]): Template | undefined {
  return [...everyTemplate(templates)].find((template) =>
    [...(template.arguments?.() ?? [])].some(isMalformed),
  );
}

function isMalformed(argument: unknown): boolean {
  return argument instanceof Value && !isOneValue(argument);
}

function isOneValue({ initial: { postfix } }: Value): boolean {
  let operands = 0;
  for (const token of postfix) {
    if (!TypeGuards.isOperatorToken(token)) operands += 1;
    else if (token.operator !== 'not') operands -= 1;
    if (operands < 1) return false;
  }
  return operands === 1;
}
