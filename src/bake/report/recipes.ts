/** The foot of the job summary: what to copy in order to use the image, or to be rid of it. */
import { removeImageCommand, unprotectImageCommand } from '../../aws/cli.ts';
import { amiIdForm, regionForm } from '../../aws/id-forms.ts';
import type { WorkflowContext } from '../../base/workflow.ts';
import { imagesOf } from '../../distribute/record.ts';
import { codeBlock, details } from '../../github/report/markdown.ts';
import type { BakeRecord } from '../record.ts';
import { imageStands, type Outcome } from './outcome.ts';

/** GitHub's rule for the IDs of jobs and steps. */
const plainId = /^[A-Za-z_][\w-]{0,98}$/;

/** A workflow that hands the AMI ID to a later job. */
export function usage(record: BakeRecord, workflow: WorkflowContext, outcome: Outcome): string | undefined {
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

/** What the image costs until when, and the commands that end it, one for each Region. */
export function removal(record: BakeRecord, outcome: Outcome): string | undefined {
  // An image that was there before is not this bake's to remove.
  if (!record.created || !imageStands(record, outcome)) return undefined;
  const images = imagesOf(record).filter(({ id, region }) => amiIdForm.test(id) && regionForm.test(region));
  if (images.length === 0) return undefined;
  const protection = outcome.status === 'success' ? record.protection : 'off';
  const commands = images.map(({ region, id }) => removalCommand(region, id, protection));
  const notes = [
    'Deregistering alone is not enough: the snapshots are charged until they are deleted too.',
    ...(protection === 'with-cooldown'
      ? [
          'EC2 refuses to deregister an image until 24 hours after its protection was disabled: run the second part of each command then.',
        ]
      : []),
  ];
  return details(
    'Delete this AMI and its snapshots (they are charged until then)',
    `${notes.join(' ')}\n\n${codeBlock('sh', commands.join('\n'))}`,
  );
}

function removalCommand(region: string, id: string, protection: BakeRecord['protection'] = 'off'): string {
  const remove = removeImageCommand(region, id);
  return protection === 'off' ? remove : `${unprotectImageCommand(region, id)} && ${remove}`;
}
