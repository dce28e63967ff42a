export type CheckStatus = 'ok' | 'impaired' | 'insufficient-data' | 'initializing';

/**
 * How a status check goes, by the seconds since the instance is `running`: `initializing` and from then on `ok`; `never` ok;
 * or phase by phase, `initializing` before the first.
 */
export type CheckPlan = number | 'never' | readonly CheckPhase[];

export interface CheckPhase {
  afterSeconds: number;
  status: CheckStatus;
}

/** What a check says. */
export interface CheckResult {
  status: CheckStatus;
  /** Since when it says so, in seconds after the instance is `running`. */
  sinceSeconds: number;
}

/**
 * @param seconds since the instance is `running`
 * @param everySeconds how often the check is done; what it says is what it found the last time
 */
export function checkAt(plan: CheckPlan, seconds: number, everySeconds: number): CheckResult {
  const looked = everySeconds > 0 ? Math.floor(seconds / everySeconds) * everySeconds : seconds;
  const phases = phasesOf(plan);
  const phase = phases.findLast(({ afterSeconds }) => afterSeconds <= looked);
  return { status: phase?.status ?? 'initializing', sinceSeconds: phase?.afterSeconds ?? 0 };
}

function phasesOf(plan: CheckPlan): readonly CheckPhase[] {
  if (plan === 'never') return [];
  return typeof plan === 'number' ? [{ afterSeconds: plan, status: 'ok' }] : plan;
}
