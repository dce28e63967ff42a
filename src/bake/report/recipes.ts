/** The foot of the job summary: what to copy in order to use the image, or to be rid of it. */
import type { WorkflowContext } from '../../base/workflow.ts';
import type { Ending } from '../../distribute/ending.ts';
import { ownCopies, removal } from '../../distribute/report.ts';
import { codeBlock, details } from '../../github/report/markdown.ts';
import type { BakeRecord } from '../record.ts';
import { imageStands } from './outcome.ts';

/** GitHub's rule for the IDs of jobs and steps. */
const plainId = /^[A-Za-z_][\w-]{0,98}$/;

/** A workflow that hands the AMI ID to a later job. */
export function usage(record: BakeRecord, workflow: WorkflowContext, outcome: Ending): string | undefined {
  if (outcome.status !== 'success' || record.image === undefined) return undefined;
  const job = plainId.test(workflow.job) ? workflow.job : 'bake';
  // Steps without an ID of their own have one that the runner made up, and that no expression can name.
  const stepHasId = plainId.test(workflow.step) && !workflow.step.startsWith('__');
  const step = stepHasId ? workflow.step : 'bake';
  const later = job === 'deploy' ? 'launch' : 'deploy';
  const snippet = [
    'jobs:',
    `  ${job}:`,
    '    outputs:',
    `      ami-id: \${{ steps.${step}.outputs.ami-id }}${stepHasId ? '' : `  # give the bake-ami step "id: ${step}"`}`,
    `  ${later}:`,
    `    needs: ${job}`,
    '    env:',
    `      AMI_ID: \${{ needs.${job}.outputs.ami-id }}`,
  ];
  return details('Use this AMI in a later job', codeBlock('yaml', snippet.join('\n')));
}

/** The commands that remove what this bake has made. */
export function bakeRemoval(record: BakeRecord, outcome: Ending): string | undefined {
  // An image that was there before is not this bake's to remove.
  if (!record.created || !imageStands(record, outcome)) return undefined;
  const images = [...(record.image ? [record.image] : []), ...ownCopies(record)];
  const what = images.length === 1 ? 'this AMI' : `the AMI in ${images.length} Regions`;
  return removal(`Delete ${what} and its snapshots`, images);
}
