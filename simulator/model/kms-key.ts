/** API model, KeyState. */
export type KeyState =
  | 'Creating'
  | 'Enabled'
  | 'Disabled'
  | 'PendingDeletion'
  | 'PendingImport'
  | 'PendingReplicaDeletion'
  | 'Unavailable'
  | 'Updating';

/** API model, KeySpec, of each kind one. EBS takes none but the first. */
export type KeySpec = 'SYMMETRIC_DEFAULT' | 'RSA_2048' | 'ECC_NIST_P256' | 'HMAC_256';

export interface KmsKey {
  arn: string;
  /** AWS: `aws/ebs`, which only its account can use. */
  manager: 'AWS' | 'CUSTOMER';
  /** Default `Enabled`. */
  state?: KeyState;
  /** Default `SYMMETRIC_DEFAULT`. */
  spec?: KeySpec;
  /** Whether it is the primary key of a multi-Region key; its ID begins with `mrk-`. */
  multiRegion?: boolean;
  /** With their prefix, e.g. `alias/images`. */
  aliases?: readonly string[];
  /** The other accounts that its key policy lets use it. */
  sharedWith?: readonly string[];
  description?: string;
  createdAt?: number;
}

/** The alias of the key that EBS encrypts with when it is told nothing else. */
export const ebsAlias = 'alias/aws/ebs';

export function accountOfKey({ arn }: KmsKey): string {
  return arn.split(':')[4] ?? '';
}

export function idOfKey({ arn }: KmsKey): string {
  return arn.slice(arn.indexOf(':key/') + ':key/'.length);
}

export function isUsable({ state }: KmsKey): boolean {
  return state === undefined || state === 'Enabled';
}
