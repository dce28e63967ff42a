import { messageOf } from '../base/errors.ts';

/** What Octokit threw, in one line: the HTTP status where there is one. */
export function describeError(thrown: unknown): string {
  const status = (thrown as { status?: unknown } | undefined)?.status;
  return typeof status === 'number' ? `HTTP ${status}: ${messageOf(thrown)}` : messageOf(thrown);
}
