import * as errors from '../model/errors.ts';
import { applyFilters, type FilterFields, unsimulated } from '../model/filters.ts';
import { type Instance, instanceState, instanceStateCodes, runningSince } from '../model/instance.ts';
import { instanceType } from '../model/instance-types.ts';
import { zoneId } from '../model/network.ts';
import { page, requireIdsOrPages, requireMaxResults } from '../model/paging.ts';
import { type CheckPlan, type CheckStatus, checkAt } from '../model/status-checks.ts';
import type { World } from '../model/world.ts';
import type { XmlFields } from '../wire/xml.ts';
import { action, stopDryRun, toFilters } from './action.ts';
import { findInstances } from './describe-instances.ts';
import { filters, flag, list, only, text, whole } from './parameters.ts';

/** API model, DescribeInstanceStatus: of running instances, unless IncludeAllInstances. There are no events. */
export const describeInstanceStatus = action({
  name: 'DescribeInstanceStatus',
  mutating: false,
  parameters: {
    InstanceId: list(text),
    IncludeAllInstances: flag,
    Filter: filters,
    MaxResults: whole,
    NextToken: text,
    DryRun: flag,
    IncludeManagedResources: only('false'),
  },
  answer(input, { world, accountId, seenAt }) {
    requireMaxResults(input.MaxResults, 5);
    requireIdsOrPages(input.InstanceId, input, 'instancesSet');
    if (input.InstanceId.length > 100) throw errors.tooManyInstanceIds();
    stopDryRun(input);
    const view = { moment: seenAt, hiddenSeconds: world.settings.consistency.instanceSeconds };
    const shown = findInstances(world, accountId, input.InstanceId, view).filter(
      (instance) => input.IncludeAllInstances || instanceState(instance, seenAt) === 'running',
    );
    const statuses = shown.map((instance) => statusOf(instance, world, seenAt));
    const matching = applyFilters(statuses, toFilters(input.Filter), filterFields);
    const { items, nextToken } = page(matching, input, world.settings.pageSize);
    return { instanceStatusSet: items.map(toXml), nextToken };
  },
});

interface Check {
  status: CheckStatus | 'not-applicable';
  impairedSince: Date | undefined;
}

interface Status {
  sequence: number;
  instance: Instance;
  state: ReturnType<typeof instanceState>;
  system: Check;
  reachability: Check;
  ebs: Check;
}

function statusOf(instance: Instance, world: World, now: number): Status {
  const since = runningSince(instance, now);
  const check = (plan: CheckPlan) => checkOf(plan, since, now, world.settings.statusSeconds);
  const { system, instance: reachability, ebs } = instance.plan.checks;
  return {
    sequence: instance.sequence,
    instance,
    state: instanceState(instance, now),
    system: check(system),
    reachability: check(reachability),
    // EC2 user guide, "Attached EBS status checks": for instances of the Nitro System.
    ebs: instanceType(instance.type)?.hypervisor === 'xen' ? notApplicable : check(ebs),
  };
}

const notApplicable: Check = { status: 'not-applicable', impairedSince: undefined };

function checkOf(plan: CheckPlan, since: number | undefined, now: number, everySeconds: number): Check {
  if (since === undefined) return notApplicable;
  const { status, sinceSeconds } = checkAt(plan, (now - since) / 1000, everySeconds);
  return {
    status,
    impairedSince: status === 'impaired' ? new Date(since + sinceSeconds * 1000) : undefined,
  };
}

const filterFields: FilterFields<Status> = {
  ...unsimulated(
    'event.code',
    'event.description',
    'event.instance-event-id',
    'event.not-after',
    'event.not-before',
    'event.not-before-deadline',
    'operator.managed',
    'operator.principal',
  ),
  'attached-ebs-status.status': ({ ebs }) => ebs.status,
  'availability-zone': ({ instance }) => instance.availabilityZone,
  'availability-zone-id': ({ instance }) => zoneId(instance.availabilityZone),
  'instance-state-code': ({ state }) => instanceStateCodes[state],
  'instance-state-name': ({ state }) => state,
  'instance-status.reachability': ({ reachability }) => resultOf(reachability),
  'instance-status.status': ({ reachability }) => reachability.status,
  'system-status.reachability': ({ system }) => resultOf(system),
  'system-status.status': ({ system }) => system.status,
};

/** API model, InstanceStatus. */
function toXml({ instance, state, system, reachability, ebs }: Status): XmlFields {
  return {
    instanceId: instance.id,
    availabilityZone: instance.availabilityZone,
    availabilityZoneId: zoneId(instance.availabilityZone),
    instanceState: { code: instanceStateCodes[state], name: state },
    systemStatus: toSummary(system),
    instanceStatus: toSummary(reachability),
    attachedEbsStatus: toSummary(ebs),
  };
}

/** API model, InstanceStatusSummary and EbsStatusSummary. */
function toSummary(check: Check): XmlFields {
  const result = resultOf(check);
  const details = [{ name: 'reachability', status: result, impairedSince: check.impairedSince }];
  return { status: check.status, details: result === undefined ? undefined : details };
}

/** API model, StatusType. */
function resultOf({ status }: Check): string | undefined {
  if (status === 'not-applicable') return undefined;
  return { ok: 'passed', impaired: 'failed', 'insufficient-data': status, initializing: status }[status];
}
