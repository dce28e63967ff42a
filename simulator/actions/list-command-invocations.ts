import { invocationAt } from '../model/command-course.ts';
import { page } from '../model/paging.ts';
import { anyResource } from './command-invocations.ts';
import { jsonAction } from './json-action.ts';
import { text, whole } from './json-parameters.ts';
import { only, unsimulated } from './parameters.ts';
import { managedNode } from './send-command.ts';

/** API model, ListCommandInvocations, without the details of the plugins. New commands show as in GetCommandInvocation. */
export const listCommandInvocations = jsonAction({
  name: 'ListCommandInvocations',
  service: 'ssm',
  mutating: false,
  parameters: {
    CommandId: text({ min: 36, max: 36 }),
    InstanceId: managedNode,
    MaxResults: whole({ min: 1, max: 50 }),
    NextToken: text(),
    Filters: unsimulated,
    Details: only('false'),
  },
  resource: (_input, context) => anyResource(context),
  answer(input, { world, accountId, seenAt }) {
    const hidden = world.settings.consistency.commandSeconds * 1000;
    const invocations = [...world.commands.sent.values()]
      .filter((command) => command.accountId === accountId && seenAt >= command.requestedAt + hidden)
      .filter((command) => input.CommandId === undefined || command.id === input.CommandId)
      .flatMap((command) => command.instanceIds.map((instanceId) => ({ command, instanceId })))
      .filter(({ instanceId }) => input.InstanceId === undefined || instanceId === input.InstanceId)
      .map((invocation, index) => ({ ...invocation, sequence: index + 1 }));
    const { items, nextToken } = page(invocations, input, Math.min(world.settings.pageSize, 50));
    return {
      CommandInvocations: items.map(({ command, instanceId }) => {
        const { status, details } = invocationAt(command, world.instances.get(instanceId), seenAt);
        return {
          CommandId: command.id,
          InstanceId: instanceId,
          Comment: command.comment,
          DocumentName: command.documentName,
          RequestedDateTime: new Date(command.requestedAt),
          Status: status,
          StatusDetails: details,
        };
      }),
      NextToken: nextToken,
    };
  },
});
