/** Whom the image is shared with. */
import { accountHint, quotesHint } from '../../github/inputs/account-id.ts';
import { given } from '../../github/inputs/given.ts';
import { boolean, listOf, type Parser } from '../../github/inputs/parsers.ts';
import { describeGrantees, granteeKind, granteesOf } from '../../image/share/grantees.ts';
import { distributionInput } from './entry.ts';
import { partitionOf } from './partition.ts';

/** An account ID, or the ARN of an organization or an organizational unit, told apart by their forms. */
const grantee: Parser<string> = (text, report) => {
  if (granteeKind(text) !== undefined) return text;
  report(
    `${given(text)} is neither an account ID (12 digits) nor the ARN of an organization or an organizational unit. ` +
      hint(text),
  );
  return undefined;
};

/** Account IDs and ARNs of organizations and organizational units that may launch the image, each once. */
export const shareWith = distributionInput('share-with', listOf(grantee), {
  needsAvailableImage: (list) => list.length > 0,
  // An account, an image and an organization live in one partition; no permission reaches across.
  conflicts: (list, { region }) => (region === undefined ? [] : foreign(list, region)),
  plan: {
    step: 'share',
    lines: (list) =>
      list.length === 0
        ? []
        : [`Share the AMI with ${describeGrantees(granteesOf(list))}: ${list.join(', ')}`],
  },
});

/** Whether those accounts may also create volumes from the snapshots. */
export const shareSnapshots = distributionInput('share-snapshots', boolean, {
  default: 'false',
  needsAvailableImage: (wanted) => wanted,
  conflicts: (wanted, { shareWith }) => (wanted && shareWith !== undefined ? withoutAccounts(shareWith) : []),
  plan: {
    step: 'share',
    lines: (wanted, { inputs }) =>
      wanted ? [`Share its snapshots with ${granteesOf(inputs.shareWith).accounts.join(', ')}`] : [],
  },
});

/** Whether everyone may launch the image. */
export const makePublic = distributionInput('public', boolean, {
  default: 'false',
  needsAvailableImage: (wanted) => wanted,
  plan: {
    step: 'share',
    lines: (wanted) => (wanted ? ['Make the AMI public: every AWS account may launch it'] : []),
  },
});

function foreign(list: readonly string[], region: string): string[] {
  const here = partitionOf(region);
  return list
    .filter((grantee) => granteeKind(grantee) !== 'accounts' && grantee.split(':')[1] !== here)
    .map(
      (arn) =>
        `\`${arn}\` is in another partition than Region ${region}, whose ARNs begin with \`arn:${here}:\``,
    );
}

/** ModifySnapshotAttribute knows account IDs (and everyone), no organizations: EC2 API Reference, CreateVolumePermission. */
function withoutAccounts(list: readonly string[]): string[] {
  if (list.length === 0) return ['`share-with` names no account to share the snapshots with'];
  if (granteesOf(list).accounts.length > 0) return [];
  return [
    '`share-with` names organizations only, and EC2 can share snapshots with accounts only. ' +
      'Add the IDs of the accounts that are to copy the AMI',
  ];
}

const arnParts =
  /^arn:(?<partition>aws[a-z-]*):(?<service>[a-z0-9-]+):[a-z0-9-]*:(?<account>\d{12}):(?<resource>.+)$/;

/** What the value is instead, as far as can be told, and what to do. */
function hint(text: string): string {
  if (/^(?:all|everyone|everybody|public|any|anyone|\*)$/i.test(text)) {
    return 'To share with everyone, set `public: true`';
  }
  if (text.toLowerCase() === 'self') return 'Your own account can use its images anyway: leave it out';
  const quotes = quotesHint(text, (bare) => granteeKind(bare) !== undefined);
  return quotes ?? accountHint(text) ?? organizationHint(text) ?? arnHint(text) ?? otherwise;
}

const otherwise =
  'Examples: `123456789012`, `arn:aws:organizations::123456789012:organization/o-0123456789`, ' +
  '`arn:aws:organizations::123456789012:ou/o-0123456789/ou-a1b2-0123abcd`';

function organizationHint(text: string): string | undefined {
  if (/^o-[a-z0-9]+$/.test(text)) {
    return 'That is the ID of an organization: give its ARN, which `aws organizations describe-organization` shows';
  }
  if (/^ou-[a-z0-9]+-[a-z0-9]+$/.test(text)) {
    return 'That is the ID of an organizational unit: give its ARN, which `aws organizations describe-organizational-unit` shows';
  }
  if (/^r-[a-z0-9]+$/.test(text))
    return 'That is the root of an organization: give the ARN of the organization';
  return undefined;
}

function arnHint(text: string): string | undefined {
  const { partition, service, account, resource } = arnParts.exec(text)?.groups ?? {};
  if (partition === undefined || account === undefined || resource === undefined) return undefined;
  if (service === 'iam' || service === 'sts') {
    return `Images are shared with whole accounts, not with roles or users: \`${account}\` is the account of this one`;
  }
  if (service !== 'organizations') return undefined;

  const [, root] = /^root\/(o-[a-z0-9]+)\/r-[a-z0-9]+$/.exec(resource) ?? [];
  const whole = `arn:${partition}:organizations::${account}:organization/${root}`;
  if (root !== undefined && granteeKind(whole) !== undefined) {
    return `That is the root of an organization: give the organization itself, \`${whole}\``;
  }
  const [, member] = /^account\/o-[a-z0-9]+\/(\d{12})$/.exec(resource) ?? [];
  if (member !== undefined) return `That is the ARN of an account: give its ID, \`${member}\``;
  return undefined;
}
