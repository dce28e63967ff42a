/**
 * What EC2 allows of tags. Keys and values may hold any characters, upper and lower case differ, and keys that begin with
 * `aws:` are AWS's own. Source: EC2 User Guide, "Tag your Amazon EC2 resources", tag restrictions.
 */

/** Tags of one image or snapshot. */
export const mostTags = 50;

// The guide counts "Unicode characters". These are compared with lengths in UTF-16 code units, which are at least as many.
export const longestTagKey = 128;
export const longestTagValue = 256;

/** Upper and lower case do not matter here. */
export const awsPrefix = 'aws:';

/** Begins the keys of the tags that this action sets and reads. */
export const ownPrefix = 'bake-ami:';
