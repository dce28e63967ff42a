/** A run of no action in particular, for tests of what its steps call. */
import { VirtualClock } from '../../simulator/virtual-clock.ts';
import { type AccessOptions, type Aws, awsAccess } from '../../src/aws/access.ts';
import type { Log } from '../../src/base/log.ts';
import type { Run } from '../../src/run/run.ts';
import { workflow } from './workflow.ts';

export interface TestRun extends Run {
  /** Every line, with its kind in front: `info`, `warning`, `notice`, `error`. */
  readonly lines: string[];
}

/**
 * @param overrides what the test is about; `access` are further options of the clients, such as the request handler
 */
export function someRun({
  access = {},
  ...overrides
}: Partial<Run> & { access?: Partial<AccessOptions> } = {}): TestRun {
  const clock = overrides.clock ?? new VirtualClock();
  const region = overrides.region ?? 'eu-west-1';
  const lines: string[] = [];
  const random = () => 0.5;
  const signal = overrides.signal ?? new AbortController().signal;
  const aws: Aws = awsAccess({
    region,
    environment: {},
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
    clock,
    random,
    ...access,
  });
  return {
    region,
    workflow: workflow(),
    aws,
    clock,
    random,
    log: collectingLog(lines),
    signal,
    deadline: clock.now() + 7_200_000,
    record: { startedAt: clock.now(), phases: [], warnings: [] },
    onChange: () => undefined,
    throwIfCancelled: () => signal.throwIfAborted(),
    lines,
    ...overrides,
  };
}

export function collectingLog(lines: string[]): Log {
  const at = (kind: string) => (message: string) => {
    lines.push(`${kind} ${message}`);
  };
  return {
    info: at('info'),
    warning: at('warning'),
    notice: at('notice'),
    error: at('error'),
    group: (title, folded) => lines.push(`group ${title}`, ...folded),
  };
}
