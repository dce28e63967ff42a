import { type FilterFields, unsimulated } from '../model/filters.ts';
import { vpcNotFound } from '../model/launch-errors.ts';
import type { Vpc } from '../model/network.ts';
import type { XmlFields } from '../wire/xml.ts';
import { action } from './action.ts';
import { commonParameters, findOwn, tagSetOf } from './network-objects.ts';
import { list, text } from './parameters.ts';

/** API model, DescribeVpcs. */
export const describeVpcs = action({
  name: 'DescribeVpcs',
  mutating: false,
  parameters: { VpcId: list(text), ...commonParameters },
  answer(input, context) {
    const { items, nextToken } = findOwn({ ...input, ids: input.VpcId, set: 'vpcSet' }, context, {
      all: (world) => world.network.vpcs,
      fields: vpcFilters,
      notFound: vpcNotFound,
    });
    return { vpcSet: items.map((vpc) => ({ ...toVpc(vpc), tagSet: tagSetOf(vpc, context) })), nextToken };
  },
});

const vpcFilters: FilterFields<Vpc> = {
  ...unsimulated(
    'cidr-block-association.association-id',
    'cidr-block-association.cidr-block',
    'cidr-block-association.state',
    'dhcp-options-id',
    'ipv6-cidr-block-association.association-id',
    'ipv6-cidr-block-association.ipv6-cidr-block',
    'ipv6-cidr-block-association.ipv6-pool',
    'ipv6-cidr-block-association.state',
  ),
  cidr: ({ cidr }) => cidr,
  'is-default': ({ isDefault }) => isDefault,
  // Not in the API model, but what terraform-provider-aws asks by.
  isDefault: ({ isDefault }) => isDefault,
  'owner-id': ({ ownerId }) => ownerId,
  state: () => 'available',
  'vpc-id': ({ id }) => id,
};

/** API model, Vpc. */
function toVpc({ id, ownerId, cidr, isDefault }: Vpc): XmlFields {
  return {
    vpcId: id,
    ownerId,
    state: 'available',
    cidrBlock: cidr,
    isDefault,
    instanceTenancy: 'default',
  };
}
