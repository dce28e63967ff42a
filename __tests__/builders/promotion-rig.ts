/** Whole promotions on virtual time, beside the bakes of the rig. */
import { CancelledError } from '../../src/base/errors.ts';
import type { WorkflowContext } from '../../src/base/workflow.ts';
import type { CleanupReport } from '../../src/distribute/clean-up.ts';
import { newClaim } from '../../src/image/ownership.ts';
import { postPromotion } from '../../src/promote/clean-up.ts';
import {
  type PromotionInputs,
  promotionInputs,
  readPromotionInputs,
} from '../../src/promote/inputs/table.ts';
import { type Outcome, promote } from '../../src/promote/promote.ts';
import { emptyRecord } from '../../src/promote/record.ts';
import { readState, stateKeeper } from '../../src/promote/state.ts';
import { environmentOf } from './inputs.ts';
import { Life, Rig } from './rig.ts';
import { collectingLog } from './run.ts';
import { workflow } from './workflow.ts';

/** What a promotion of the image is told; all else are the defaults of its table. */
export function promotionInputsOf(amiId: string, overrides: Partial<PromotionInputs> = {}): PromotionInputs {
  const environment = environmentOf({ 'ami-id': amiId }, { AWS_REGION: 'eu-west-1' }, promotionInputs);
  return { ...readPromotionInputs({ environment, workflow: workflow(), now: new Date(0) }), ...overrides };
}

export class PromotionRig extends Rig {
  #runs = 0;

  /** One run of the main step, to its end. */
  promote(
    amiId: string,
    overrides: Partial<PromotionInputs> = {},
    attempt: Partial<WorkflowContext> = {},
  ): Promise<Outcome> {
    return this.clock.run(this.startPromotion(amiId, overrides, new Life(), attempt));
  }

  /** A main step that is killed right after its nth call was carried out. @returns the outcome, if it made fewer calls */
  promotionKilled(
    call: number,
    amiId: string,
    overrides: Partial<PromotionInputs> = {},
  ): Promise<Outcome | undefined> {
    const life = new Life(call, 'after');
    return this.clock.run(Promise.race([this.startPromotion(amiId, overrides, life), life.ended]));
  }

  startPromotion(
    amiId: string,
    overrides: Partial<PromotionInputs>,
    life: Life,
    attempt: Partial<WorkflowContext> = {},
  ): Promise<Outcome> {
    this.#runs += 1;
    const inputs = promotionInputsOf(amiId, overrides);
    const context = workflow(attempt);
    const claim = newClaim(context.runAttempt, String(this.#runs).padStart(12, 'a'));
    const record = emptyRecord(inputs, claim, this.clock.now());
    life.cancellation ??= new AbortController();
    const { signal } = life.cancellation;
    const keepState = stateKeeper(inputs, (_name, text) => {
      this.state = text;
    });
    const aws = this.access(life);
    return promote({
      region: inputs.region,
      inputs,
      workflow: context,
      environment: {},
      aws: {
        ...aws,
        until: (deadline) => ({ ...aws.until(deadline), credentialsExpireAt: async () => undefined }),
      },
      clock: this.clock,
      random: () => 0.5,
      log: collectingLog(this.log),
      signal,
      throwIfCancelled: () => signal.throwIfAborted(),
      deadline: record.startedAt + inputs.timeoutMinutes * 60_000,
      record,
      onChange: () => {
        if (life.alive) keepState(record);
      },
    });
  }

  /** The post step, with what the main step had saved. */
  postPromotion(): Promise<CleanupReport | undefined> {
    this.#runs += 1;
    return this.clock.run(
      postPromotion({
        saved: readState({ STATE_promote: this.state }),
        claim: newClaim('1', `${String(this.#runs).padStart(12, 'a')}-post`),
        cancelled: new AbortController().signal,
        clock: this.clock,
        log: collectingLog(this.log),
        aws: () => this.access(new Life()),
      }),
    );
  }
}

/** As the runner does when the user cancels the run. */
export function cancelledBy(): CancelledError {
  return new CancelledError('The step was cancelled (SIGINT).');
}
