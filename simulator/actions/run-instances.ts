import * as errors from '../model/errors.ts';
import { type Instance, instanceState } from '../model/instance.ts';
import { type InstanceType, instanceType } from '../model/instance-types.ts';
import { launch } from '../model/launch.ts';
import {
  instanceLimitExceeded,
  invalidClientToken,
  invalidCount,
  vCpuLimitExceeded,
} from '../model/launch-errors.ts';
import { View } from '../model/visibility.ts';
import type { XmlFields } from '../wire/xml.ts';
import { action, type Context, stopDryRun } from './action.ts';
import { toReservation } from './instance-answers.ts';
import { requireFittingType, requireLaunchable } from './launch-image.ts';
import { launchDevices } from './launch-mapping.ts';
import { candidateSubnets, placeLaunch, requireGroups } from './launch-network.ts';
import { type LaunchInput, launchParameters } from './launch-parameters.ts';
import { launchSettings } from './launch-settings.ts';
import { tagsFor } from './tag-specifications.ts';

/** API model, RunInstances. Which of several problems EC2 finds first is documented nowhere. */
export const runInstances = action({
  name: 'RunInstances',
  mutating: true,
  parameters: launchParameters,
  answer(input, context) {
    const { world } = context;
    requireCounts(input);
    const tags = tagsFor(input.TagSpecification, ['instance', 'volume', 'network-interface']);
    // EC2 user guide, "Grant permission to tag resources during creation": tags need ec2:CreateTags as well.
    if (input.TagSpecification.length > 0) context.requirePermission('CreateTags');
    const earlier = earlierLaunch(input, context);
    if (earlier) {
      stopDryRun(input);
      return answerFor(earlier, context);
    }

    const image = requireLaunchable(input, context);
    const type = requireFittingType(input, image);
    const candidates = candidateSubnets(input, context);
    for (const subnet of candidates) requireGroups(input, context, subnet);
    const settings = launchSettings(input, image, context);
    const devices = launchDevices(world, image, input.BlockDeviceMapping, context.accountId);
    // That a dry run looks at neither quotas, offerings nor capacity is unconfirmed.
    stopDryRun(input);
    requireQuota(input, type, context);
    const { subnet, count } = placeLaunch(input, type.name, candidates, context);
    const reservationId = world.ids.next('reservation');
    const instances = Array.from({ length: count }, () =>
      launch(world, {
        ownerId: context.accountId,
        reservationId,
        image,
        type: type.name,
        subnet,
        securityGroups: requireGroups(input, context, subnet),
        devices,
        settings,
        tags,
      }),
    );
    remember(input, context, instances);
    return answerFor(instances, context);
  },
});

/** API model, MinCount and MaxCount: "Between 1 and the quota". */
function requireCounts({ MinCount, MaxCount }: LaunchInput): void {
  if (MinCount < 1) throw invalidCount('minCount', MinCount);
  if (MaxCount < MinCount) throw invalidCount('maxCount', MaxCount);
}

/**
 * EC2 developer guide, "Ensuring idempotency": "If you repeat a request with the same client token, the same response is
 * returned for each repeated request. The only information that might vary in the response is the state of the instance."
 * The token "is valid for at least 24 hours after the termination of the instance"; here it is for good.
 * @throws IdempotentParameterMismatch
 */
function earlierLaunch(input: LaunchInput, { world, accountId }: Context): Instance[] | undefined {
  const { ClientToken: token } = input;
  if (!token) return undefined;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what EC2 accepts
  if (!/^[\x00-\x7F]{1,64}$/.test(token)) throw invalidClientToken();
  const earlier = world.launches.tokens.get(`${accountId}/${token}`);
  if (!earlier) return undefined;
  if (earlier.parameters !== fingerprint(input)) throw errors.idempotentParameterMismatch();
  return earlier.instanceIds
    .map((id) => world.instances.get(id))
    .filter((instance) => instance !== undefined);
}

function remember(input: LaunchInput, { world, accountId }: Context, instances: readonly Instance[]): void {
  if (!input.ClientToken) return;
  world.launches.tokens.set(`${accountId}/${input.ClientToken}`, {
    parameters: fingerprint(input),
    instanceIds: instances.map(({ id }) => id),
  });
}

function fingerprint(input: LaunchInput): string {
  return JSON.stringify({ ...input, DryRun: undefined });
}

/** @throws VcpuLimitExceeded, InstanceLimitExceeded */
function requireQuota(
  { MinCount }: LaunchInput,
  type: InstanceType,
  { world, accountId, now }: Context,
): void {
  const { quotas } = world.settings;
  const counted = [...world.instances.values()].filter(
    (instance) =>
      instance.ownerId === accountId && ['pending', 'running'].includes(instanceState(instance, now)),
  );
  const vCpus = counted.reduce((sum, instance) => sum + (instanceType(instance.type)?.vCpus ?? 0), 0);
  if (vCpus + MinCount * type.vCpus > quotas.vCpus) throw vCpuLimitExceeded(quotas.vCpus);
  const ofType = counted.filter((instance) => instance.type === type.name).length + MinCount;
  if (ofType > quotas.instances) throw instanceLimitExceeded(ofType, quotas.instances);
}

/** As of the end of the call: on a real clock the instances are younger than its beginning. */
function answerFor(instances: readonly Instance[], { world, accountId }: Context): XmlFields {
  const now = world.now();
  return toReservation(instances, new View(world, accountId, now), world, now);
}
