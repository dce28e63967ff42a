/** Walks a parsed template: the text its author wrote, and repairs and checks that LiquidJS leaves undone. */
import {
  CaptureTag,
  type Context,
  type Filter,
  RawTag,
  TablerowTag,
  type Template,
  TypeGuards,
  toValueSync,
  Value,
} from 'liquidjs';

/** Text that goes into the result as it was written: neither printed by `{{ }}` nor kept in a variable. */
export function* literalTexts(templates: readonly Template[]): Generator<string> {
  for (const template of templates) {
    if (TypeGuards.isHTMLToken(template.token)) yield template.token.getContent();
    if (template instanceof RawTag) yield template.render();
    if (template instanceof TablerowTag) yield '<tr class="row1"><td class="col1"></td></tr>';
    // What a capture holds is printed by an output, if at all, and made safe there.
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

function* everyValue(templates: readonly Template[]): Generator<{ value: Value; template: Template }> {
  for (const template of everyTemplate(templates)) {
    for (const value of template.arguments?.() ?? []) if (value instanceof Value) yield { value, template };
  }
}

/**
 * The text of a tag or output that has words LiquidJS would silently pass over, as in `{{ ref upcase }}` where the `|`
 * is missing: its expression does not come to one value.
 */
export function malformed(templates: readonly Template[]): Template | undefined {
  for (const { value, template } of everyValue(templates)) if (!isOneValue(value)) return template;
  return undefined;
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

/**
 * Lets `{{ tag | default: pr | default: "main" }}` fall through, and `{{ tag | default: pr }}` be without `pr` where there
 * is a tag. LiquidJS is lenient about the first variable only.
 */
export function makeDefaultsLenient(templates: readonly Template[]): void {
  for (const { value } of everyValue(templates)) {
    for (const [index, filter] of value.filters.entries()) {
      if (filter.name === 'default') makeLenient(filter, value.filters[index + 1]?.name === 'default');
    }
  }
}

function makeLenient(filter: Filter, anotherFollows: boolean): void {
  const render = filter.render.bind(filter);
  filter.render = function* (input: unknown, context: Context) {
    const strict = context.strictVariables;
    context.strictVariables = false;
    let result: unknown;
    try {
      result = yield* render(input, context);
    } finally {
      context.strictVariables = strict;
    }
    if (anotherFollows || (result !== undefined && result !== null)) return result;
    // Strictly this time, so that what has no value is named.
    return yield* render(input, context);
  };
}
