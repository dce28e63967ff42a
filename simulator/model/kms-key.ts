/** API model, KeyState, as far as a key that is made by KMS itself can have them. */
export type KeyState = 'Creating' | 'Enabled' | 'Disabled' | 'PendingDeletion' | 'Unavailable' | 'Updating';

export interface KmsKey {
  arn: string;
  /** AWS: `aws/ebs`, which only its account can use. */
  manager: 'AWS' | 'CUSTOMER';
  /** Default `Enabled`. */
  state?: KeyState;
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
