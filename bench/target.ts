/** One thing that the action has set itself. */
export interface Target {
  what: string;
  limit: string;
  measured: string;
  met: boolean;
}
