import * as errors from '../model/errors.ts';
import { type Instance, instanceState, passThrough } from '../model/instance.ts';
import { terminationProtected } from '../model/launch-errors.ts';
import { stateReason } from '../model/state-reason.ts';
import type { World } from '../model/world.ts';
import { action, stopDryRun } from './action.ts';
import { findInstances } from './describe-instances.ts';
import { flag, list, text } from './parameters.ts';
import { change } from './start-and-stop.ts';

/** API model, TerminateInstances: "if you terminate an instance more than once, each call succeeds". */
export const terminateInstances = action({
  name: 'TerminateInstances',
  mutating: true,
  parameters: { InstanceId: list(text), Force: flag, SkipOsShutdown: flag, DryRun: flag },
  answer(input, { world, accountId, now }) {
    if (input.InstanceId.length === 0) throw errors.missingParameter('InstanceId');
    const instances = findInstances(world, accountId, input.InstanceId);
    const refused = instances.find(
      (instance) => instance.settings.terminationProtected && instanceState(instance, now) !== 'terminated',
    );
    if (refused && (input.DryRun || instances.length === 1)) throw terminationProtected(refused.id);
    stopDryRun(input);
    for (const instance of spared(instances)) terminate(world, instance, now);
    if (refused) throw terminationProtected(refused.id);
    return {
      instancesSet: instances.map((instance) => change(instance, now, () => terminate(world, instance, now))),
    };
  },
});

/**
 * API model: of instances across several zones of which some are protected "the specified instances that are in the same
 * Availability Zone as the protected instance are not terminated", and those in other zones "are successfully terminated".
 */
function spared(instances: readonly Instance[]): Instance[] {
  const zones = instances
    .filter(({ settings }) => settings.terminationProtected)
    .map(({ availabilityZone }) => availabilityZone);
  return zones.length === 0
    ? []
    : instances.filter(({ availabilityZone }) => !zones.includes(availabilityZone));
}

function terminate(world: World, instance: Instance, now: number): void {
  if (['shutting-down', 'terminated'].includes(instanceState(instance, now))) return;
  const reason = stateReason('Client.UserInitiatedShutdown', now);
  passThrough(instance, 'shutting-down', 'terminated', world.settings.instanceSeconds, now, reason);
}
