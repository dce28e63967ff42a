import * as errors from '../model/errors.ts';
import { everyone, type GrantChange } from '../model/grants.ts';
import type { World } from '../model/world.ts';
import type { XmlFields } from '../wire/xml.ts';
import { list, type Parameter, structure, text } from './parameters.ts';

/** API model, LaunchPermission. */
const launchPermission = structure({
  UserId: text,
  Group: text,
  OrganizationArn: text,
  OrganizationalUnitArn: text,
});

/** API model, CreateVolumePermission: no organizations. */
const createVolumePermission = structure({ UserId: text, Group: text });

/** API model, LaunchPermissionModifications and CreateVolumePermissionModifications. */
export const launchPermissionChange = structure({
  Add: list(launchPermission),
  Remove: list(launchPermission),
});
export const createVolumePermissionChange = structure({
  Add: list(createVolumePermission),
  Remove: list(createVolumePermission),
});

type Given<P> = P extends Parameter<infer T> ? NonNullable<T> : never;
type Item = Given<typeof launchPermission>;

/**
 * What is to change, its items checked.
 * @throws InvalidAMIAttributeItemValue for what cannot be an entity, or is known not to exist
 */
export function toGrantChange(
  world: World,
  given: { Add: readonly Partial<Item>[]; Remove: readonly Partial<Item>[] },
): GrantChange {
  const add = given.Add.flatMap(toEntities);
  const remove = given.Remove.flatMap(toEntities);
  const unfit = [...add, ...remove].filter((entity) => !isFit(world, entity));
  const [first] = unfit;
  if (first !== undefined) {
    const ofItsKind = unfit.filter(({ itemType }) => itemType === first.itemType);
    throw errors.invalidAttributeItem(
      ofItsKind.map(({ value }) => value),
      first.itemType,
    );
  }
  return { add: add.map(({ value }) => value), remove: remove.map(({ value }) => value) };
}

interface Entity {
  value: string;
  /** As EC2 calls it in its refusals. */
  itemType: 'userId' | 'UserGroup' | 'OrganizationArn' | 'OrganizationalUnitArn';
}

function toEntities(item: Partial<Item>): Entity[] {
  const entities: [string | undefined, Entity['itemType']][] = [
    [item.UserId, 'userId'],
    [item.Group, 'UserGroup'],
    [item.OrganizationArn, 'OrganizationArn'],
    [item.OrganizationalUnitArn, 'OrganizationalUnitArn'],
  ];
  return entities.flatMap(([value, itemType]) => (value === undefined ? [] : [{ value, itemType }]));
}

/** AWS Organizations API Reference: Account, Organization, OrganizationalUnit. */
const forms: Readonly<Record<Entity['itemType'], RegExp>> = {
  userId: /^\d{12}$/,
  UserGroup: /^all$/,
  OrganizationArn: /^arn:aws[a-z-]*:organizations::\d{12}:organization\/o-[a-z0-9]{10,32}$/,
  OrganizationalUnitArn:
    /^arn:aws[a-z-]*:organizations::\d{12}:ou\/o-[a-z0-9]{10,32}\/ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}$/,
};

function isFit({ settings }: World, { value, itemType }: Entity): boolean {
  return forms[itemType].test(value) && !settings.unknownAccounts.includes(value);
}

/** As answers have them. */
export function toPermissions(entities: ReadonlySet<string>): XmlFields[] {
  return [...entities].map((entity) => {
    if (entity === everyone) return { group: everyone };
    if (entity.includes(':organization/')) return { organizationArn: entity };
    if (entity.includes(':ou/')) return { organizationalUnitArn: entity };
    return { userId: entity };
  });
}
