/** What can be foretold of sharing without asking EC2, for the preflight. */
import { isAccount } from './grantees.ts';

/** "AMI quotas" in the EC2 user guide: entities that one AMI can be shared with, unless AWS raises the quota. */
const sharingQuota = 1000;

/** @returns warnings, each naming its input and what to do */
export function sharingWarnings(shareWith: readonly string[], shareSnapshots: boolean): string[] {
  const warnings: string[] = [];
  if (shareSnapshots && !shareWith.every(isAccount)) {
    warnings.push(
      'share-snapshots: EC2 can share snapshots with accounts only. Members of the organizations and organizational ' +
        'units in `share-with` can launch the image but not copy it; name the accounts that are to copy it as well.',
    );
  }
  const count = shareWith.length;
  if (count > sharingQuota) {
    warnings.push(
      `share-with: it names ${count} accounts and organizations, and an AMI can be shared with ${sharingQuota} unless AWS has raised ` +
        'the quota "AMI sharing". Share with an organization or an organizational unit instead of its accounts.',
    );
  }
  return warnings;
}
