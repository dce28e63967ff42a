import { agentAt, isWindows } from '../model/agent.ts';
import { expiresAt } from '../model/command-course.ts';
import * as errors from '../model/command-errors.ts';
import { type Command, type CommandPlan, defaultCommandPlan } from '../model/commands.ts';
import { notSimulated } from '../model/errors.ts';
import type { Instance } from '../model/instance.ts';
import type { World } from '../model/world.ts';
import type { XmlFields } from '../wire/xml.ts';
import type { Context } from './action.ts';
import { jsonAction } from './json-action.ts';
import { atMost, mapOf, required, text, whole } from './json-parameters.ts';
import { list, unsimulated } from './parameters.ts';

/** API model, InstanceId of Systems Manager. */
export const managedNode = text({ pattern: '(^i-(\\w{8}|\\w{17})$)|(^mi-\\w{17}$)' });

/** Of the documents of AWS, those that run a script. */
const documents = ['AWS-RunShellScript', 'AWS-RunPowerShellScript'];

/** API model, SendCommand, to instances by their IDs. */
export const sendCommand = jsonAction({
  name: 'SendCommand',
  service: 'ssm',
  mutating: true,
  parameters: {
    DocumentName: required(text({ pattern: '^[a-zA-Z0-9_\\-.:/]{3,128}$' })),
    InstanceIds: atMost(list(managedNode), 0, 50),
    Parameters: mapOf(list(text())),
    TimeoutSeconds: whole({ min: 30, max: 2_592_000 }),
    Comment: text({ max: 100 }),
    AlarmConfiguration: unsimulated,
    CloudWatchOutputConfig: unsimulated,
    DocumentHash: unsimulated,
    DocumentHashType: unsimulated,
    DocumentVersion: unsimulated,
    MaxConcurrency: unsimulated,
    MaxErrors: unsimulated,
    NotificationConfig: unsimulated,
    OutputS3BucketName: unsimulated,
    OutputS3KeyPrefix: unsimulated,
    OutputS3Region: unsimulated,
    ServiceRoleArn: unsimulated,
    Targets: unsimulated,
  },
  // As the denials name it: peterkimzz/aws-ssm-send-command#14; where the document is allowed, the instance (#13).
  resource: ({ DocumentName }, { world }) => `arn:aws:ssm:${world.region}::document/${DocumentName}`,
  answer(input, context) {
    const { world, accountId, now } = context;
    requireDocument(input.DocumentName);
    if (input.InstanceIds.length === 0) throw notSimulated('SendCommand without InstanceIds');
    if (new Set(input.InstanceIds).size < input.InstanceIds.length) throw errors.duplicateInstanceId();
    requireManaged(input.DocumentName, input.InstanceIds, context);
    const { lines, executionTimeoutSeconds } = readParameters(input.Parameters);
    const command: Command = {
      id: world.ids.uuid(),
      accountId,
      documentName: input.DocumentName,
      comment: input.Comment ?? '',
      parameters: input.Parameters,
      instanceIds: input.InstanceIds,
      requestedAt: now,
      timeoutSeconds: input.TimeoutSeconds ?? 3600,
      executionTimeoutSeconds,
      plan: nextPlan(world, lines),
      cancelledAt: undefined,
    };
    world.commands.sent.set(command.id, command);
    return { Command: toXml(command) };
  },
});

function requireDocument(name: string): void {
  if (documents.includes(name)) return;
  throw name.startsWith('AWS-') ? notSimulated(`the document ${name}`) : errors.documentNotFound(name);
}

/** @throws InvalidInstanceId unless all are managed, UnsupportedPlatformType for a shell script on Windows */
function requireManaged(document: string, ids: readonly string[], { world, accountId, now }: Context): void {
  const found = ids.map((id) => ({ id, instance: managedInstance(world, accountId, id, now) }));
  const missing = found.filter(({ instance }) => instance === undefined).map(({ id }) => id);
  if (missing.length > 0) throw errors.instancesNotValid(missing, accountId);
  const windows = found.find(({ instance }) => instance && isWindows(instance));
  if (windows && document === 'AWS-RunShellScript') throw errors.unsupportedPlatform(windows.id, 'Windows');
}

function managedInstance(world: World, accountId: string, id: string, now: number): Instance | undefined {
  const instance = world.instances.get(id);
  return instance?.ownerId === accountId && agentAt(instance, world, now) ? instance : undefined;
}

/** The parameters of both documents: Systems Manager user guide, "Document plugin reference", aws:runShellScript. */
function readParameters(given: Readonly<Record<string, string[]>>): {
  lines: readonly string[];
  executionTimeoutSeconds: number;
} {
  const unknown = Object.keys(given).find(
    (name) => !['commands', 'executionTimeout', 'workingDirectory'].includes(name),
  );
  if (unknown !== undefined)
    throw errors.invalidParameters(`The parameter ${unknown} is not defined in the document`);
  const { commands: lines = [], executionTimeout: [timeout = '3600'] = [] } = given;
  if (lines.length === 0) throw errors.invalidParameters('The parameter commands is required');
  if (!/^[1-9]\d*$/.test(timeout) || Number(timeout) > 172_800) {
    throw errors.invalidParameters(`The value ${timeout} of executionTimeout is not valid`);
  }
  return { lines, executionTimeoutSeconds: Number(timeout) };
}

function nextPlan({ commands, settings }: World, lines: readonly string[]): CommandPlan {
  const usual = typeof settings.command === 'function' ? settings.command(lines) : settings.command;
  return { ...defaultCommandPlan, ...usual, ...commands.plans.shift() };
}

/** API model, Command. */
function toXml(command: Command): XmlFields {
  return {
    CommandId: command.id,
    DocumentName: command.documentName,
    DocumentVersion: '$DEFAULT',
    Comment: command.comment,
    ExpiresAfter: new Date(expiresAt(command)),
    Parameters: command.parameters,
    InstanceIds: command.instanceIds,
    Targets: [],
    RequestedDateTime: new Date(command.requestedAt),
    Status: 'Pending',
    StatusDetails: 'Pending',
    MaxConcurrency: '50',
    MaxErrors: '0',
    TargetCount: command.instanceIds.length,
    CompletedCount: 0,
    ErrorCount: 0,
    DeliveryTimedOutCount: 0,
    TimeoutSeconds: command.timeoutSeconds,
  };
}
