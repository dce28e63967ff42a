/** What `retire` can be told. `retire/action.yml` declares the same inputs, with the same defaults, and describes them. */
import type { InputProblem } from '../base/errors.ts';
import { input, type Known, type Values } from '../github/inputs/input.ts';
import { boolean, lines, listOf, oneOf, optional, wholeNumber } from '../github/inputs/parsers.ts';
import { readInputs } from '../github/inputs/read.ts';
import { region as regionCode } from '../github/inputs/region.ts';
import {
  allowedAccountIds,
  comment,
  dryRun,
  githubToken,
  region,
  roleToAssume,
  timeoutMinutes,
} from '../github/inputs/shared.ts';
import { timeSpan } from '../github/inputs/time-span.ts';

/** The plan is a table of images, made from all of the inputs together. */
const plan = 'none' as const;

/** In the order of `retire/action.yml`. Its shape is the shape of `RetireInputs`. */
export const retireInputs = {
  /** Families whose old images go. */
  family: input('family', lines, { plan }),
  /** So many of the newest ready images of each family and architecture always stay. */
  keep: input('keep', wholeNumber({ least: 1, most: 1000 }), { default: '3', plan }),
  /** What goes is older than this, in milliseconds. */
  olderThan: input('older-than', timeSpan({ leastDays: 0 }), { default: '30d', plan }),
  /** And was not launched since, in milliseconds. EC2 reports a launch a day late. */
  unusedFor: input('unused-for', timeSpan({ leastDays: 2 }), { default: '7d', plan }),
  pullRequests: input('pull-requests', optional(oneOf('closed')), { plan }),
  /** Unfinished images, loose snapshots and instances of tests that are older than this, in milliseconds. */
  abandonedAfter: input('abandoned-after', optional(timeSpan({ leastDays: 1 })), { plan }),
  includeShared: input('include-shared', boolean, { default: 'false', plan }),
  launchTemplateVersions: input('launch-template-versions', oneOf('all', 'current'), {
    default: 'all',
    plan,
  }),
  /** The home Region alone when empty. */
  regions: input('regions', listOf(regionCode), { plan }),
  /** At most so many images, snapshots and instances a run. */
  max: input('max', wholeNumber({ least: 1, most: 1000 }), { default: '10', plan }),
  dryRun: dryRun('true'),
  timeoutMinutes: timeoutMinutes('30'),
  comment,
  githubToken,
  region,
  roleToAssume,
  allowedAccountIds,
};

export type RetireInputs = Values<typeof retireInputs>;

/**
 * @param mask keeps a secret out of the log; by default as the runner does it
 * @throws ProblemsError with everything that is wrong, each problem naming its input
 */
export function readRetireInputs(
  environment: NodeJS.ProcessEnv,
  mask?: (secret: string) => void,
): RetireInputs {
  return readInputs(retireInputs, {
    environment,
    mask,
    check: (known) => [...nothingAsked(known), ...noToken(known)],
  });
}

function nothingAsked({ family, pullRequests, abandonedAfter }: Known<RetireInputs>): InputProblem[] {
  const isAsked =
    family === undefined || family.length > 0 || pullRequests !== undefined || abandonedAfter !== undefined;
  return isAsked ? [] : [{ input: 'family', problem: needed }];
}

const needed =
  'one of `family`, `pull-requests` and `abandoned-after` is needed to say which images are meant';

function noToken({ pullRequests, githubToken: token }: Known<RetireInputs>): InputProblem[] {
  if (pullRequests === undefined || token !== '') return [];
  return [
    { input: 'github-token', problem: '`pull-requests: closed` needs a token to ask GitHub; it is empty' },
  ];
}

/** Those that are named, each once; otherwise the home Region alone. */
export function regionsOf({
  region: home,
  regions,
}: Pick<RetireInputs, 'region' | 'regions'>): readonly string[] {
  return regions.length > 0 ? regions : [home];
}
