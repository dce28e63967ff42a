import { summary } from '@actions/core';
import { messageOf } from '../../base/errors.ts';
import type { Log } from '../../base/log.ts';

/**
 * Adds Markdown to the summary of the job. A runner that has no job summaries, or a file that cannot be written,
 * is told in the log and nothing else: what the action is for is what counts.
 */
export async function publishSummary(markdown: string, log: Log): Promise<void> {
  try {
    await summary.addRaw(markdown, true).write();
  } catch (thrown) {
    summary.emptyBuffer();
    log.info(`The job summary could not be written: ${messageOf(thrown)}`);
  }
}
