import { expect } from '@jest/globals';
import type { Service } from '../../../simulator/actions/action.ts';
import type { Simulator } from '../../../simulator/simulator.ts';

/** A call that the simulator must answer, and what AWS's own clients for Python must make of its answer. */
export interface Operation {
  service: Service;
  /** As the API calls it. */
  operation: string;
  /** Sets the world up, and says what is asked and what must come of it. */
  arrange(simulator: Simulator): {
    parameters: object;
    /** The whole answer, but for what `expect.objectContaining` leaves open; null of operations without any. */
    answer: unknown;
    /** What must have become of the world. */
    after?: () => void;
  };
}

/** The simulator's own. */
export const account = '123456789012';
export const other = '111122223333';

/** boto3 and the AWS CLI write times in two ways. */
export const time = expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)$/);

export function id(kind: string): unknown {
  return expect.stringMatching(new RegExp(`^${kind}-[0-9a-f]{17}$`));
}

/** Some of its characters must be escaped in XML, some in JSON, some in a form. */
export const hostile = `<Bäckerei & "Söhne"> 'O' ☕\ttab + 100%`;
