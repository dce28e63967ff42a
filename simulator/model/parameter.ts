import type { TagRecord } from './tags.ts';

/** A parameter of Systems Manager. It is of the type String. */
export interface StoredParameter {
  name: string;
  accountId: string;
  /** In the order of their making, also those that did not pass their validation. */
  versions: readonly ParameterVersion[];
  tags: TagRecord;
  tier: Tier;
  /** A regular expression that values must match. */
  allowedPattern: string | undefined;
}

/** API model, ParameterTier, without that which becomes one of these. */
export type Tier = 'Standard' | 'Advanced';

export interface ParameterVersion {
  number: number;
  value: string;
  dataType: DataType;
  description: string | undefined;
  writtenAt: number;
  /** From when on it shows, if it passes. */
  validatedAt: number;
  /** Whether whoever wrote it may describe images. */
  mayDescribeImages: boolean;
}

export type DataType = 'text' | 'aws:ec2:image';
