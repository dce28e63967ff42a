/** What becomes of commands that were sent: GetCommandInvocation and CancelCommand. */
import { invocationAt } from '../model/command-course.ts';
import * as errors from '../model/command-errors.ts';
import type { Command } from '../model/commands.ts';
import type { XmlFields } from '../wire/xml.ts';
import type { Context } from './action.ts';
import { jsonAction } from './json-action.ts';
import { atMost, required, text } from './json-parameters.ts';
import { list } from './parameters.ts';
import { managedNode } from './send-command.ts';

const commandId = required(text({ min: 36, max: 36 }));

/** API model, GetCommandInvocation. */
export const getCommandInvocation = jsonAction({
  name: 'GetCommandInvocation',
  service: 'ssm',
  mutating: false,
  parameters: { CommandId: commandId, InstanceId: required(managedNode), PluginName: text({ min: 4 }) },
  resource: (_input, context) => anyResource(context),
  answer(input, context) {
    const { world, seenAt } = context;
    const command = findCommand(input.CommandId, context);
    const visibleAt = (command?.requestedAt ?? 0) + world.settings.consistency.commandSeconds * 1000;
    if (!command?.instanceIds.includes(input.InstanceId) || seenAt < visibleAt) {
      throw errors.invocationDoesNotExist();
    }
    const plugin = pluginOf(command);
    if (input.PluginName !== undefined && input.PluginName !== plugin) throw errors.invalidPluginName();
    return toXml(command, input.InstanceId, plugin, context);
  },
});

/** API model, CancelCommand: "There is no guarantee that the command will be terminated". What has ended stays as it is. */
export const cancelCommand = jsonAction({
  name: 'CancelCommand',
  service: 'ssm',
  mutating: true,
  parameters: { CommandId: commandId, InstanceIds: atMost(list(managedNode), 0, 50) },
  resource: (_input, context) => anyResource(context),
  answer(input, context) {
    const command = findCommand(input.CommandId, context);
    if (!command) throw errors.invalidCommandId();
    if (input.InstanceIds.some((id) => !command.instanceIds.includes(id))) {
      throw errors.instancesNotValid(input.InstanceIds, context.accountId);
    }
    command.cancelledAt ??= context.now;
    return {};
  },
});

/** github-aws-runners/terraform-aws-github-runner#1279 shows the form, for a call that names nothing in particular. */
export function anyResource({ world, accountId }: Context): string {
  return `arn:aws:ssm:${world.region}:${accountId}:*`;
}

function findCommand(id: string, { world, accountId }: Context): Command | undefined {
  const command = world.commands.sent.get(id);
  return command?.accountId === accountId ? command : undefined;
}

function pluginOf({ documentName }: Command): string {
  return documentName === 'AWS-RunShellScript' ? 'aws:runShellScript' : 'aws:runPowerShellScript';
}

function toXml(command: Command, instanceId: string, plugin: string, { world, seenAt }: Context): XmlFields {
  const invocation = invocationAt(command, world.instances.get(instanceId), seenAt);
  const { startedAt, endedAt } = invocation;
  return {
    CommandId: command.id,
    InstanceId: instanceId,
    Comment: command.comment,
    DocumentName: command.documentName,
    DocumentVersion: '$DEFAULT',
    PluginName: plugin,
    ResponseCode: invocation.responseCode,
    ExecutionStartDateTime: timeOf(startedAt),
    ExecutionElapsedTime:
      startedAt === undefined || endedAt === undefined ? '' : `PT${(endedAt - startedAt) / 1000}S`,
    ExecutionEndDateTime: timeOf(endedAt),
    Status: invocation.status,
    StatusDetails: invocation.details,
    StandardOutputContent: firstPart(invocation.stdout, 24_000, '--output truncated--'),
    StandardOutputUrl: '',
    StandardErrorContent: firstPart(invocation.stderr, 8000, '--error truncated--'),
    StandardErrorUrl: '',
    CloudWatchOutputConfig: { CloudWatchLogGroupName: '', CloudWatchOutputEnabled: false },
  };
}

/** API model: "If the plugin hasn't started to run, the string is empty." */
function timeOf(milliseconds: number | undefined): string {
  return milliseconds === undefined ? '' : new Date(milliseconds).toISOString();
}

/**
 * API model, StandardOutputContent: "The first 24,000 characters"; of StandardErrorContent 8,000. The agent ends what it
 * cuts off with `--output truncated--` (amazon-ssm-agent, pluginutil); what it writes to the error output is unconfirmed.
 */
function firstPart(output: string, most: number, suffix: string): string {
  return output.length <= most ? output : output.slice(0, most - suffix.length) + suffix;
}
