/** What went wrong and what to do about it, as the job summaries of all actions show it. */
import { alert, code, cut, prose } from './markdown.ts';

/** Longer messages are cut, e.g. EC2's refusals with an encoded reason. */
const longestMessage = 4000;

export interface Problem {
  status: 'failure' | 'cancelled';
  /** What failed, on which object, and why. Lines that start with `- ` are shown as a list. */
  message: string;
  /** What to do next. */
  remedy?: string | undefined;
}

/** @param resource how an EC2 ID within the text is shown, e.g. as a link */
export function problem(
  { status, message, remedy }: Problem,
  resource: (id: string) => string = code,
): string {
  const lines = prose(wholeLines(message), resource);
  if (remedy) {
    const [first = '', ...more] = prose(wholeLines(remedy), resource);
    const heading = '<b>What to do:</b>';
    lines.push('', ...(first.startsWith('- ') ? [heading, '', first] : [`${heading} ${first}`]), ...more);
  }
  return alert(status === 'failure' ? 'CAUTION' : 'WARNING', lines);
}

/**
 * The summary of a run that ended before there was anything to report of it, as with inputs that are not valid.
 * @param title e.g. `Bake failed`
 */
export function earlySummary(title: string, told: Omit<Problem, 'status'>): string {
  return `## ❌ ${title}\n\n${problem({ status: 'failure', ...told })}\n`;
}

/** As many lines as there is room for, whole ones but for the first. */
function wholeLines(message: string): string {
  if (message.length <= longestMessage) return message;
  const lines = message.split('\n');
  let length = 0;
  const kept = lines.filter((line) => {
    length += line.length + 1;
    return length <= longestMessage;
  });
  if (kept.length === 0) return cut(message, longestMessage);
  const left = lines.slice(kept.length).filter((line) => line.startsWith('- ')).length;
  return [...kept, left === 0 ? '… (cut)' : `- and ${left} more, in the log`].join('\n');
}
