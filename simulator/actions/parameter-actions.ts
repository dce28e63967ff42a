/** Systems Manager's Parameter Store, as far as parameters of the type String go. */
import { notSimulated } from '../model/errors.ts';
import type { DataType, ParameterVersion, StoredParameter } from '../model/parameter.ts';
import {
  parameterArn,
  parameterArnPrefix,
  parseSelector,
  requireName,
  requireNewName,
} from '../model/parameter-name.ts';
import { findParameter, nextVersion, parameterKey, versionsShown } from '../model/parameter-store.ts';
import * as errors from '../model/ssm-errors.ts';
import type { XmlFields } from '../wire/xml.ts';
import type { Context } from './action.ts';
import { jsonAction } from './json-action.ts';
import { atMost, flag, required, text } from './json-parameters.ts';
import { requireRules } from './parameter-rules.ts';
import { list, structure, unsimulated } from './parameters.ts';

const nameParameter = required(text({ min: 1, max: 2048 }));

/** API model, PutParameter. */
export const putParameter = jsonAction({
  name: 'PutParameter',
  service: 'ssm',
  mutating: true,
  parameters: {
    Name: nameParameter,
    Value: required(text({ min: 1 })),
    Type: text({ values: ['StringList', 'SecureString', 'String'] }),
    DataType: text({ max: 128 }),
    Description: text({ max: 1024 }),
    Overwrite: flag,
    Tags: atMost(
      list(
        structure({
          Key: required(text({ min: 1, max: 128 })),
          Value: required(text({ max: 256 })),
        }),
      ),
      0,
      1000,
    ),
    Tier: text({ values: ['Standard', 'Advanced', 'Intelligent-Tiering'] }),
    AllowedPattern: text({ max: 1024 }),
    KeyId: unsimulated,
    Policies: unsimulated,
  },
  resource: ({ Name }, context) => arnOf(Name, context),
  answer(input, context) {
    const { world, accountId, now } = context;
    const name = requireNewName(input.Name, parameterArnPrefix(world.region, accountId));
    const overwrite = input.Overwrite === true;
    if (overwrite && input.Tags.length > 0) throw errors.tagsAndOverwrite();
    if (input.Tags.length > 50) throw errors.tooManyTags();
    if (input.Tags.length > 0) context.requirePermission('AddTagsToResource', arnOf(name, context));
    if (input.Type !== undefined && input.Type !== 'String') throw notSimulated(`the type ${input.Type}`);
    const existing = findParameter(world, accountId, name);
    const shown = existing && versionsShown(world, existing, now).at(-1);
    const dataType = requireDataType(input.DataType ?? shown?.dataType ?? 'text');
    if (shown && !overwrite) throw errors.parameterAlreadyExists();
    if (!shown && input.Type === undefined) throw errors.typeRequired();
    const kept = shown ? existing : undefined;
    const { tier, allowedPattern } = requireRules(input, kept, context);

    const version: ParameterVersion = {
      number: nextVersion(world, existing, now),
      value: input.Value,
      dataType,
      description: input.Description ?? shown?.description,
      writtenAt: now,
      validatedAt: dataType === 'text' ? now : now + world.settings.parameterSeconds * 1000,
      mayDescribeImages: context.isPermitted('DescribeImages'),
    };
    world.parameters.set(parameterKey(accountId, name), {
      name,
      accountId,
      versions: [...(existing?.versions ?? []), version],
      tags: kept?.tags ?? Object.fromEntries(input.Tags.map(({ Key, Value }) => [Key, Value])),
      tier,
      allowedPattern,
    });
    return { Version: version.number, Tier: tier };
  },
});

function requireDataType(given: string): DataType {
  if (given === 'aws:ssm:integration') throw notSimulated(`the data type ${given}`);
  if (given !== 'text' && given !== 'aws:ec2:image') throw errors.unsupportedDataType(given);
  return given;
}

/** API model, GetParameter: by name, ARN, or either with a version. */
export const getParameter = jsonAction({
  name: 'GetParameter',
  service: 'ssm',
  mutating: false,
  parameters: { Name: nameParameter, WithDecryption: flag },
  resource: ({ Name }, context) => arnOf(Name, context),
  answer: ({ Name }, context) => ({ Parameter: read(Name, context) }),
});

/** API model, GetParameters. What is not found is told, not refused. */
export const getParameters = jsonAction({
  name: 'GetParameters',
  service: 'ssm',
  mutating: false,
  parameters: { Names: atMost(list(text({ min: 1, max: 2048 })), 1, 10), WithDecryption: flag },
  resource: ({ Names: [first = ''] }, context) => arnOf(first, context),
  answer({ Names }, context) {
    const found = [...new Set(Names)].map((name) => ({ name, parameter: tryRead(name, context) }));
    return {
      Parameters: found.flatMap(({ parameter }) => parameter ?? []),
      InvalidParameters: found.filter(({ parameter }) => parameter === undefined).map(({ name }) => name),
    };
  },
});

/** API model, DeleteParameter. */
export const deleteParameter = jsonAction({
  name: 'DeleteParameter',
  service: 'ssm',
  mutating: true,
  parameters: { Name: nameParameter },
  resource: ({ Name }, context) => arnOf(Name, context),
  answer({ Name }, { world, accountId, now }) {
    const name = requireName(Name);
    const parameter = findParameter(world, accountId, name);
    if (!parameter || versionsShown(world, parameter, now).length === 0) throw errors.parameterNotFound();
    world.parameters.delete(parameterKey(accountId, name));
    return {};
  },
});

/** @throws ParameterNotFound, ParameterVersionNotFound, ValidationException */
function read(selector: string, { world, accountId, seenAt }: Context): XmlFields {
  const { names, version } = parseSelector(selector, parameterArnPrefix(world.region, accountId));
  const parameter = names.map((name) => findParameter(world, accountId, name)).find(Boolean);
  const shown = parameter ? versionsShown(world, parameter, seenAt) : [];
  const newest = shown.at(-1);
  if (!parameter || !newest) throw errors.parameterNotFound();
  if (version === undefined) return toParameter(world.region, parameter, newest);
  const asked = shown.find(({ number }) => String(number) === version);
  if (!asked) throw errors.versionNotFound(parameter.name, version);
  return { ...toParameter(world.region, parameter, asked), Selector: `:${version}` };
}

function tryRead(selector: string, context: Context): XmlFields | undefined {
  try {
    return read(selector, context);
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code === 'ParameterNotFound' || code === 'ParameterVersionNotFound') return undefined;
    throw error;
  }
}

/** API model, Parameter. */
function toParameter(
  region: string,
  { name, accountId }: StoredParameter,
  { number, value, dataType, writtenAt }: ParameterVersion,
): XmlFields {
  return {
    Name: name,
    Type: 'String',
    Value: value,
    Version: number,
    LastModifiedDate: new Date(writtenAt),
    ARN: parameterArn(region, accountId, name),
    DataType: dataType,
  };
}

function arnOf(given: string, { world, accountId }: Context): string {
  return given.startsWith('arn:') ? given : parameterArn(world.region, accountId, given.trim());
}
