/** How the life of a launched instance goes, when nobody but itself has a hand in it. */
export interface InstancePlan {
  /** From RunInstances until the instance is `running`. */
  pendingSeconds: number;
}

export const defaultInstancePlan: InstancePlan = {
  pendingSeconds: 15,
};
