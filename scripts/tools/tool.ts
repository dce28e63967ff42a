/** A program that is no part of the project: where it is, or why it is not here. */
export type Tool = { path: string } | { missing: string };
