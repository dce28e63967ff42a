/** A fleet of whole bakes (`src/bake.ts`, as the action runs it), each a process of its own as far as AWS can tell. */
import { someInputs } from '../__tests__/builders/inputs.ts';
import { pseudoRandom } from '../__tests__/builders/rig.ts';
import { workflow } from '../__tests__/builders/workflow.ts';
import { InProcessHandler } from '../simulator/wire/in-process.ts';
import { awsAccess } from '../src/aws/access.ts';
import { bake } from '../src/bake/bake.ts';
import type { World } from '../src/bake/world.ts';
import { messageOf } from '../src/base/errors.ts';
import type { Log } from '../src/base/log.ts';
import type { Ending } from './fleet-measures.ts';
import type { Member, Stage } from './fleet-plan.ts';

export async function bakeOne(stage: Stage, member: Member): Promise<Ending> {
  const { number, instanceId } = member;
  const run = String(17_532_140_000 + number);
  const outcome = await bake(
    someInputs({ instanceId }),
    workflow({ repo: `service-${number}`, runId: run, job: `bake-${number}` }),
    worldOf(stage, member),
  );
  return outcome.ok
    ? { imageId: outcome.record.image?.id, failure: undefined }
    : { imageId: outcome.record.image?.id, failure: messageOf(outcome.error) };
}

/** Own credentials, own clients, own random numbers; the account, the Region and the clock are shared. */
function worldOf({ simulator, clock }: Stage, { number }: Member): World {
  const random = pseudoRandom(1_000_003 * (number + 1));
  const access = awsAccess({
    region: 'eu-west-1',
    environment: {},
    credentials: {
      accessKeyId: `AKIAFLEET${String(number).padStart(7, '0')}`,
      secretAccessKey: 'example',
    },
    requestHandler: new InProcessHandler(simulator),
    clock,
    random,
  });
  return {
    ...access,
    credentialsExpireAt: async () => undefined,
    clock,
    random,
    log: silent,
    signal: new AbortController().signal,
    environment: {},
    witness: { creating: () => undefined, learnt: () => undefined, settled: () => undefined },
    report: async () => undefined,
  };
}

const nothing = () => undefined;
const silent: Log = { info: nothing, warning: nothing, notice: nothing, error: nothing, group: nothing };
