/** What the action can be told. `action.yml` declares the same inputs, with the same defaults, and describes them. */

import { copyTargets } from '../../distribute/inputs/copy-to.ts';
import { deprecateAfter } from '../../distribute/inputs/deprecate-after.ts';
import { grantees } from '../../distribute/inputs/share-with.ts';
import { parameterNames, tagLines, template } from '../../distribute/inputs/templates.ts';
import { accountId } from '../../github/inputs/account-id.ts';
import { boolean, listOf, minutes, oneOf, type Parser } from '../../github/inputs/parsers.ts';
import { region } from '../../github/inputs/region.ts';
import { role } from '../../github/inputs/role.ts';
import { device } from './device.ts';
import { instanceId } from './instance-id.ts';

export interface Input<Value> extends Options {
  /** As in `action.yml`. */
  readonly name: string;
  readonly parse: Parser<Value>;
}

interface Options {
  readonly required?: true;
  /** What an empty input means. Without one the parser is given an empty text. */
  readonly default?: string;
  /** Environment variables that are asked in their order when the input is empty. */
  readonly environment?: readonly string[];
  /** The input that it comes after in `action.yml`, where that is not the one before it here. */
  readonly after?: string;
}

/** Its shape is the shape of `Inputs`: a new input is one entry here. */
export const inputTable = {
  /** The ID of the instance to image. */
  instanceId: input('instance-id', instanceId, { required: true }),
  /** What names are made from, once the instance is known. */
  templates: {
    name: input('name', template, { default: '{{ repo }}-{{ ref }}-{{ timestamp }}-{{ short_sha }}' }),
    description: input('description', template, {
      default: 'Baked from {{ instance.id }} by {{ owner }}/{{ repo }}@{{ short_sha }}',
    }),
    family: input('family', template, { default: '{{ repo }}' }),
    tags: input('tags', tagLines),
    snapshotTags: input('snapshot-tags', tagLines),
    ssmParameters: input('ssm-parameter', parameterNames, { after: 'require-imdsv2' }),
  },
  /** Image without rebooting the instance. */
  noReboot: input('no-reboot', boolean, { default: 'false' }),
  /** Names of devices to leave out of the image, each once. */
  excludeDevices: input('exclude-devices', listOf(device)),
  /** Whether to wait until the image is available. */
  wait: input('wait', boolean, { default: 'true' }),
  /** For the whole bake: more than 0, at most 7 days. */
  timeoutMinutes: input('timeout-minutes', minutes, { default: '120' }),
  /** Accounts, organizations and organizational units that may launch the image. */
  shareWith: input('share-with', grantees),
  /** Whether those accounts may also create volumes from the snapshots. */
  shareSnapshots: input('share-snapshots', boolean, { default: 'false' }),
  /** Whether everyone may launch the image. */
  makePublic: input('public', boolean, { default: 'false' }),
  /** Other Regions that get a copy, each once, none of them the instance's. */
  copyTo: input('copy-to', copyTargets),
  /** When the image is deprecated; undefined when never. */
  deprecateAfter: input('deprecate-after', deprecateAfter),
  /** Whether, and how, the image is protected from being deregistered. */
  deregistrationProtection: input('deregistration-protection', oneOf('off', 'on', 'with-cooldown'), {
    default: 'off',
  }),
  /** Whether instances of the image require IMDSv2. */
  requireImdsv2: input('require-imdsv2', boolean, { default: 'false' }),
  /** What to do when an image of that name is there. */
  ifExists: input('if-exists', oneOf('fail', 'reuse'), { default: 'fail' }),
  /** What becomes of what this bake created when it does not end well. */
  onFailure: input('on-failure', oneOf('delete', 'keep'), { default: 'delete' }),
  /** Whether to check and plan only, and to change nothing. */
  dryRun: input('dry-run', boolean, { default: 'false' }),
  /** The code of the instance's Region. */
  region: input('aws-region', region, { environment: ['AWS_REGION', 'AWS_DEFAULT_REGION'] }),
  /** The ARN of the role that the action assumes itself; undefined where the workflow provides the credentials. */
  roleToAssume: input('role-to-assume', role),
  /** Accounts that the action may run in; any when empty. */
  allowedAccountIds: input('allowed-account-ids', listOf(accountId)),
};

function input<Value>(name: string, parse: Parser<Value>, options: Options = {}): Input<Value> {
  return { name, parse, ...options };
}

/** All entries of the table in the order of `action.yml`, without the grouping. */
export const allInputs: readonly Input<unknown>[] = inOrder(flat(inputTable));

function inOrder(inputs: readonly Input<unknown>[]): Input<unknown>[] {
  const behind = (name: string) => inputs.filter(({ after }) => after === name);
  return inputs.filter(({ after }) => after === undefined).flatMap((one) => [one, ...behind(one.name)]);
}

function flat(shape: object): Input<unknown>[] {
  return Object.values(shape).flatMap((entry) => (isInput(entry) ? entry : flat(entry)));
}

export function isInput(entry: object): entry is Input<unknown> {
  return 'parse' in entry;
}
