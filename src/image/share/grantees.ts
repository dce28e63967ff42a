import { listed } from '../../base/text.ts';

/** Whom an image is shared with, everyone aside: that is a decision of its own (`public`). */
export interface Grantees {
  /** Account IDs, 12 digits. */
  readonly accounts: readonly string[];
  readonly organizations: readonly string[];
  readonly organizationalUnits: readonly string[];
}

export const nobody: Grantees = { accounts: [], organizations: [], organizationalUnits: [] };

/** "A string of exactly 12 digits" (AWS Organizations API Reference, Account). */
export const accountForm = /^\d{12}$/;

/**
 * AWS Organizations API Reference, Organization and OrganizationalUnit, there for the partition `aws`; the others are
 * `aws-cn`, `aws-us-gov`, `aws-eusc` and `aws-iso` with its kin. The account in them is the organization's
 * management account.
 */
const organizationForm = /^arn:aws(?:-[a-z]+)*:organizations::\d{12}:organization\/o-[a-z0-9]{10,32}$/;
const organizationalUnitForm =
  /^arn:aws(?:-[a-z]+)*:organizations::\d{12}:ou\/o-[a-z0-9]{10,32}\/ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}$/;

const forms: Readonly<Record<keyof Grantees, RegExp>> = {
  accounts: accountForm,
  organizations: organizationForm,
  organizationalUnits: organizationalUnitForm,
};

/** What the text names, by its form alone; undefined when it is none of these. */
export function granteeKind(text: string): keyof Grantees | undefined {
  const kinds = Object.keys(forms) as (keyof Grantees)[];
  return kinds.find((kind) => forms[kind].test(text));
}

/** Accounts alone can be given snapshots. */
export function isAccount(text: string): boolean {
  return granteeKind(text) === 'accounts';
}

/** @param texts each of a form that `granteeKind` knows; the others are left out */
export function granteesOf(texts: readonly string[]): Grantees {
  const ofKind = (kind: keyof Grantees) => texts.filter((text) => granteeKind(text) === kind);
  return {
    accounts: ofKind('accounts'),
    organizations: ofKind('organizations'),
    organizationalUnits: ofKind('organizationalUnits'),
  };
}

/** All of them in one list: accounts, organizations, organizational units. */
export function allOf({ accounts, organizations, organizationalUnits }: Grantees): string[] {
  return [...accounts, ...organizations, ...organizationalUnits];
}

/** `3 accounts, 1 organization, and 2 organizational units`; empty for nobody. */
export function describeGrantees({ accounts, organizations, organizationalUnits }: Grantees): string {
  const counts = [
    count(accounts.length, 'account'),
    count(organizations.length, 'organization'),
    count(organizationalUnits.length, 'organizational unit'),
  ];
  return listed(counts.filter((text) => text !== ''));
}

function count(number: number, noun: string): string {
  return number === 0 ? '' : `${number} ${noun}${number === 1 ? '' : 's'}`;
}
