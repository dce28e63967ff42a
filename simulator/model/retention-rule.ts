/** A retention rule of the Recycle Bin. Recycle Bin API model, GetRuleResponse. */
export interface RetentionRule {
  /** 11 letters and digits. */
  identifier: string;
  arn: string;
  ownerId: string;
  sequence: number;
  resourceType: RetainedType;
  days: number;
  description: string;
  /** Retains what has at least one of these tags; without any, everything of the type but what is excluded. */
  tags: readonly RuleTag[];
  excludedTags: readonly RuleTag[];
}

export type RetainedType = 'EC2_IMAGE' | 'EBS_SNAPSHOT';

export interface RuleTag {
  key: string;
  /** Any value unless given. */
  value?: string | undefined;
}

/** When something went into the Recycle Bin, and when it leaves it for good. In milliseconds since the epoch. */
export interface Recycled {
  enteredAt: number;
  exitsAt: number;
}

export function retains({ tags, excludedTags }: RetentionRule, of: ReadonlyMap<string, string>): boolean {
  const has = ({ key, value }: RuleTag) => of.has(key) && (value === undefined || of.get(key) === value);
  return tags.length > 0 ? tags.some(has) : !excludedTags.some(has);
}
