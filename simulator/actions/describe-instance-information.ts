import { agentAt, isWindows, type PingStatus, registrationOf } from '../model/agent.ts';
import { invalidFilterKey } from '../model/command-errors.ts';
import { notSimulated } from '../model/errors.ts';
import type { Instance } from '../model/instance.ts';
import { page } from '../model/paging.ts';
import type { World } from '../model/world.ts';
import type { XmlFields } from '../wire/xml.ts';
import { anyResource } from './command-invocations.ts';
import { privateDnsName } from './instance-answers.ts';
import { jsonAction } from './json-action.ts';
import { atMost, required, text, whole } from './json-parameters.ts';
import { list, structure, unsimulated } from './parameters.ts';

/** API model, DescribeInstanceInformation: the instances whose agent has reported. Others are left out, not refused. */
export const describeInstanceInformation = jsonAction({
  name: 'DescribeInstanceInformation',
  service: 'ssm',
  mutating: false,
  parameters: {
    Filters: list(
      structure({ Key: required(text({ min: 1 })), Values: atMost(list(text({ min: 1 })), 1, 100) }),
    ),
    MaxResults: whole({ min: 5, max: 50 }),
    NextToken: text(),
    InstanceInformationFilterList: unsimulated,
  },
  resource: (_input, context) => anyResource(context),
  answer(input, { world, accountId, seenAt }) {
    const managed = [...world.instances.values()].flatMap((instance): Managed[] => {
      const ping = instance.ownerId === accountId ? agentAt(instance, world, seenAt) : undefined;
      return ping ? [{ instance, ping, sequence: instance.sequence }] : [];
    });
    const matching = managed.filter((node) =>
      input.Filters.every(({ Key, Values }) => Values.includes(fieldOf(node, Key))),
    );
    const { items, nextToken } = page(matching, input, Math.min(world.settings.pageSize, 50));
    return {
      InstanceInformationList: items.map((node) => toXml(node, world, seenAt)),
      NextToken: nextToken,
    };
  },
});

interface Managed {
  instance: Instance;
  ping: PingStatus;
  sequence: number;
}

/** API model, InstanceInformationStringFilter.Key. */
function fieldOf({ instance, ping }: Managed, key: string): string {
  switch (key) {
    case 'InstanceIds':
      return instance.id;
    case 'PingStatus':
      return ping;
    case 'PlatformTypes':
      return isWindows(instance) ? 'Windows' : 'Linux';
    case 'ResourceType':
      return 'EC2Instance';
    case 'ActivationIds':
    case 'AgentVersion':
    case 'AssociationStatus':
    case 'IamRole':
      throw notSimulated(`the filter ${key}`);
    default:
      throw key.startsWith('tag') ? notSimulated(`the filter ${key}`) : invalidFilterKey();
  }
}

/** API model, InstanceInformation. An agent that is online reports every five minutes or so; here all the time. */
function toXml({ instance, ping }: Managed, world: World, now: number): XmlFields {
  return {
    InstanceId: instance.id,
    PingStatus: ping,
    LastPingDateTime: new Date(ping === 'Online' ? now : (registrationOf(instance, world) ?? now)),
    AgentVersion: '3.3.3050.0',
    IsLatestVersion: true,
    PlatformType: isWindows(instance) ? 'Windows' : 'Linux',
    PlatformName: isWindows(instance) ? 'Microsoft Windows Server 2025 Datacenter' : 'Amazon Linux',
    PlatformVersion: isWindows(instance) ? '10.0.26100' : '2023',
    ResourceType: 'EC2Instance',
    IPAddress: instance.privateIp,
    ComputerName: privateDnsName(instance),
  };
}
