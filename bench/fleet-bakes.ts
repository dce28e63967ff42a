/** A fleet of whole bakes (`src/bake.ts`, as the action runs it), each a process of its own as far as AWS can tell. */
import { someInputs } from '../__tests__/builders/inputs.ts';
import { pseudoRandom } from '../__tests__/builders/rig.ts';
import { workflow } from '../__tests__/builders/workflow.ts';
import { InProcessHandler } from '../simulator/wire/in-process.ts';
import { awsAccess } from '../src/aws/access.ts';
import { bake } from '../src/bake/bake.ts';
import { type BakeRun, emptyRecord } from '../src/bake/record.ts';
import { messageOf } from '../src/base/errors.ts';
import type { Log } from '../src/base/log.ts';
import type { Ending } from './fleet-measures.ts';
import type { Member, Stage } from './fleet-plan.ts';

export async function bakeOne(stage: Stage, member: Member): Promise<Ending> {
  const outcome = await bake(runOf(stage, member));
  return outcome.ok
    ? { imageId: outcome.record.image?.id, failure: undefined }
    : { imageId: outcome.record.image?.id, failure: messageOf(outcome.error) };
}

/** Own credentials, own clients, own random numbers; the account, the Region and the clock are shared. */
function runOf({ simulator, clock }: Stage, { number, instanceId }: Member): BakeRun {
  const random = pseudoRandom(1_000_003 * (number + 1));
  const inputs = someInputs({ instanceId });
  const record = emptyRecord(inputs.region, `1-${String(number).padStart(12, '0')}`, clock.now());
  const { signal } = new AbortController();
  const runId = String(17_532_140_000 + number);
  return {
    region: inputs.region,
    inputs,
    workflow: workflow({ repo: `service-${number}`, runId, job: `bake-${number}` }),
    environment: {},
    aws: awsAccess({
      region: 'eu-west-1',
      environment: {},
      credentials: {
        accessKeyId: `AKIAFLEET${String(number).padStart(7, '0')}`,
        secretAccessKey: 'example',
      },
      requestHandler: new InProcessHandler(simulator),
      clock,
      random,
    }),
    clock,
    random,
    log: silent,
    signal,
    throwIfCancelled: () => signal.throwIfAborted(),
    deadline: clock.now() + inputs.timeoutMinutes * 60_000,
    record,
    onChange: nothing,
  };
}

const nothing = () => undefined;
const silent: Log = { info: nothing, warning: nothing, notice: nothing, error: nothing, group: nothing };
