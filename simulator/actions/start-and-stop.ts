import * as errors from '../model/errors.ts';
import {
  type Instance,
  type InstanceState,
  instanceState,
  instanceStateCodes,
  passThrough,
} from '../model/instance.ts';
import { stateReason } from '../model/state-reason.ts';
import type { XmlFields } from '../wire/xml.ts';
import { action, stopDryRun } from './action.ts';
import { findInstances } from './describe-instances.ts';
import { flag, list, only, text, unsimulated } from './parameters.ts';

/** API model, StartInstances. Nothing happens to a running instance. */
export const startInstances = action({
  name: 'StartInstances',
  mutating: true,
  parameters: { InstanceId: list(text), AdditionalInfo: unsimulated, DryRun: flag },
  answer(input, { world, accountId, now }) {
    if (input.InstanceId.length === 0) throw errors.missingParameter('InstanceId');
    const instances = findInstances(world, accountId, input.InstanceId);
    for (const instance of instances) {
      if (!['stopped', 'running', 'pending'].includes(instanceState(instance, now))) {
        throw errors.instanceNotStartable(instance.id);
      }
    }
    stopDryRun(input);
    return {
      instancesSet: instances.map((instance) =>
        change(instance, now, (from) => {
          if (from !== 'stopped') return;
          if (instance.hibernation === 'hibernated') instance.hibernation = 'configured';
          passThrough(instance, 'pending', 'running', world.settings.instanceSeconds, now);
        }),
      ),
    };
  },
});

/** API model, StopInstances. Nothing happens to a stopped instance. */
export const stopInstances = action({
  name: 'StopInstances',
  mutating: true,
  parameters: {
    InstanceId: list(text),
    Hibernate: only('false'),
    SkipOsShutdown: flag,
    Force: flag,
    DryRun: flag,
  },
  answer(input, { world, accountId, now }) {
    if (input.InstanceId.length === 0) throw errors.missingParameter('InstanceId');
    const instances = findInstances(world, accountId, input.InstanceId);
    for (const instance of instances) {
      if (instance.rootDeviceType !== 'ebs') throw errors.instanceStoreCannotStop(instance.id);
      if (!['running', 'stopping', 'stopped'].includes(instanceState(instance, now))) {
        throw errors.instanceNeverRan(instance.id);
      }
    }
    stopDryRun(input);
    return {
      instancesSet: instances.map((instance) =>
        change(instance, now, (from) => {
          if (from === 'running')
            passThrough(
              instance,
              'stopping',
              'stopped',
              world.settings.instanceSeconds,
              now,
              stateReason('Client.UserInitiatedShutdown', now),
            );
        }),
      ),
    };
  },
});

/** API model, InstanceStateChange. */
export function change(instance: Instance, now: number, apply: (from: InstanceState) => void): XmlFields {
  const previous = instanceState(instance, now);
  apply(previous);
  const current = instanceState(instance, now);
  return {
    instanceId: instance.id,
    currentState: { code: instanceStateCodes[current], name: current },
    previousState: { code: instanceStateCodes[previous], name: previous },
  };
}
