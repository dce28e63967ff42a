import type { XmlFields } from '../wire/xml.ts';
import { type Action, action, type Context, type Service } from './action.ts';
import type { Read, Specification } from './parameters.ts';

/**
 * Declares an action of a service of the JSON protocol: as `action`, but these services look at the form of a request
 * before its permission, and a denial names the resource.
 * @param definition.resource ARN of what the call is about
 */
export function jsonAction<S extends Specification>(definition: {
  name: string;
  service: Service;
  mutating: boolean;
  parameters: S;
  resource(input: Read<S>, context: Context): string;
  answer(input: Read<S>, context: Context): XmlFields;
}): Action {
  const { name, service, mutating, parameters, resource, answer } = definition;
  const declared = action({
    name,
    service,
    mutating,
    parameters,
    answer(input: Read<S>, context) {
      context.requirePermission(name, resource(input, context));
      return answer(input, context);
    },
  });
  return { ...declared, checksPermission: true };
}
