/** The log of a step: plain lines, folded groups and annotations, with everything in them made safe. */
import { endGroup, error, info, notice, startGroup, warning } from '@actions/core';
import type { Log } from '../base/log.ts';
import { cut } from '../base/text.ts';
import { sanitise, sanitiseLine } from './sanitise.ts';

/** The runner drops the rest of an annotation's message, from the log as well (ExecutionContext.cs, `AddIssue`). */
const annotationCharacters = 4096;

/** Of each kind and step; the runner writes further ones to the log alone (ExecutionContext.cs, `AddIssue`). */
const annotationsPerKind = 10;

/** Of the check runs that annotations become a part of ("Checks" in GitHub's REST API). */
const titleCharacters = 255;

const annotations = { notice, warning, error };
type Kind = keyof typeof annotations;

/** Writes to standard output. A closed output shows as an `error` event there, which is not this module's to handle. */
export function createLog(): Log {
  const counts: Record<Kind, number> = { notice: 0, warning: 0, error: 0 };

  function annotate(kind: Kind, message: string, title: string | undefined): void {
    counts[kind] += 1;
    const ending = counts[kind] === annotationsPerKind ? lastOfItsKind(kind) : '';
    const safe = sanitise(message);
    const fits = safe.length + ending.length <= annotationCharacters;
    if (!fits) info(safe);
    const text = fits ? safe + ending : shortened(safe, wholeIsAbove + ending);
    annotations[kind](text, title === undefined ? {} : { title: cut(sanitiseLine(title), titleCharacters) });
  }

  return {
    info: (message) => info(sanitise(message)),
    notice: (message, title) => annotate('notice', message, title),
    warning: (message, title) => annotate('warning', message, title),
    error: (message, title) => annotate('error', message, title),
    group: (title, lines) => {
      startGroup(sanitiseLine(title));
      for (const line of lines) info(sanitise(line));
      endGroup();
    },
  };
}

const wholeIsAbove = '…\n(Cut: the whole message is in the log, right above this one.)';

function lastOfItsKind(kind: Kind): string {
  return `\n(GitHub shows ${annotationsPerKind} annotations of a kind for a step: any further ${kind} is in the log only.)`;
}

function shortened(message: string, ending: string): string {
  return cut(message, annotationCharacters - ending.length) + ending;
}
