import { type FilterFields, unsimulated as unsimulatedFilters } from '../model/filters.ts';
import { securityGroupsNotFound } from '../model/launch-errors.ts';
import type { SecurityGroup } from '../model/network.ts';
import type { XmlFields } from '../wire/xml.ts';
import { action } from './action.ts';
import { commonParameters, findOwn, networkArn, tagSetOf } from './network-objects.ts';
import { list, text, unsimulated } from './parameters.ts';

/** API model, DescribeSecurityGroups, without their rules. */
export const describeSecurityGroups = action({
  name: 'DescribeSecurityGroups',
  mutating: false,
  parameters: { GroupId: list(text), GroupName: unsimulated, ...commonParameters },
  answer(input, context) {
    const { world } = context;
    const { items, nextToken } = findOwn({ ...input, ids: input.GroupId, set: 'securityGroupIds' }, context, {
      all: () => world.network.securityGroups,
      fields: groupFilters,
      notFound: securityGroupsNotFound,
    });
    return {
      securityGroupInfo: items.map((group) => ({
        ...toGroup(group),
        securityGroupArn: networkArn('security-group', group, world),
        tagSet: tagSetOf(group, context),
      })),
      nextToken,
    };
  },
});

const groupFilters: FilterFields<SecurityGroup> = {
  ...unsimulatedFilters(
    ...['', 'egress.'].flatMap((direction) =>
      [
        'cidr',
        'from-port',
        'group-id',
        'group-name',
        'ipv6-cidr',
        'prefix-list-id',
        'protocol',
        'to-port',
        'user-id',
      ].map((part) => `${direction}ip-permission.${part}`),
    ),
  ),
  description: ({ description }) => description,
  'group-id': ({ id }) => id,
  'group-name': ({ name }) => name,
  'owner-id': ({ ownerId }) => ownerId,
  'vpc-id': ({ vpcId }) => vpcId,
};

/** API model, SecurityGroup. */
function toGroup({ id, ownerId, vpcId, name, description }: SecurityGroup): XmlFields {
  return { groupId: id, groupName: name, groupDescription: description, ownerId, vpcId };
}
