import { unknownParameter } from '../model/errors.ts';
import { list, type Parameter } from './parameters.ts';

/** A list as Smithy's "AWS query protocol" has it: `Names.member.1`, `Names.member.2` … */
export function members<T>(item: Parameter<T | undefined>): Parameter<T[]> {
  const items = list(item);
  return {
    read(node, path) {
      if (!node) return [];
      const other = [...node.children.keys()].find((name) => name !== 'member');
      if (node.value || other !== undefined) throw unknownParameter(`${path}.${other ?? ''}`);
      return items.read(node.children.get('member'), `${path}.member`);
    },
  };
}
