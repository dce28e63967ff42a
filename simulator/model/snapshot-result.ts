/**
 * What DeregisterImage answers of each snapshot that it shall delete. API model, SnapshotReturnCodes: `skipped` is one
 * "associated with multiple AMIs".
 */
export type SnapshotResult =
  | 'success'
  | 'skipped'
  | 'missing-permissions'
  | 'internal-error'
  | 'client-error';
