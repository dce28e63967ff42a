/**
 * EBS encryption by default, of the accounts in one Region: whether it is on, and with which key. EBS user guide, "Enable
 * encryption by default": "Encryption by default is a Region-specific setting."
 */
export class EbsEncryption {
  /** The accounts for which it is on. */
  readonly byDefault = new Set<string>();
  /** ARNs of the customer managed keys that accounts use in place of `aws/ebs`, whether it is on or off. */
  readonly defaultKeys = new Map<string, string>();
  /**
   * How GetEbsDefaultKmsKeyId names `aws/ebs`: by ARN, as the API model has it, or by its alias, as users of the AWS CLI meet it
   * where nobody has changed the key (seen in security checklists alone, so unconfirmed).
   */
  awsManagedShownAs: 'alias' | 'arn' = 'alias';

  /** @param keyArn its own key unless given */
  enable(accountId: string, keyArn?: string): void {
    this.byDefault.add(accountId);
    if (keyArn !== undefined) this.defaultKeys.set(accountId, keyArn);
  }
}
