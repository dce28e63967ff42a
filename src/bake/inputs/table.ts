/** What the bake can be told. `action.yml` declares the same inputs, with the same defaults, and describes them. */
import type { OtherInputs } from '../../distribute/inputs/entry.ts';
import { distributionInputs, onFailure } from '../../distribute/inputs/table.ts';
import type { Table, TableOf, Values } from '../../github/inputs/input.ts';
import { anyText, boolean, oneOf } from '../../github/inputs/parsers.ts';
import { instanceId as instanceIdOf } from '../../github/inputs/resource-ids.ts';
import {
  allowedAccountIds,
  comment,
  dryRun,
  githubToken,
  region,
  roleToAssume,
  timeoutMinutes,
} from '../../github/inputs/shared.ts';
import type { SourceInstance } from '../../source/instance.ts';
import { type BakePlan, bakeInput } from './entry.ts';
import { excludeDevices } from './exclude-devices.ts';
import { description, family, name, snapshotTags, tags } from './names.ts';

/** The ID of the instance to image. */
const instanceId = bakeInput('instance-id', instanceIdOf, {
  required: true,
  plan: {
    step: 'create',
    lines: (_id, { instance, inputs }) => [
      `Create an AMI of ${instance.id} in ${instance.region}, account ${instance.accountId}${reboot(instance, inputs.noReboot)}`,
    ],
  },
});

function reboot({ state }: SourceInstance, noReboot: boolean): string {
  if (state !== 'running') return '';
  return noReboot ? ', without rebooting it' : ', which reboots it';
}

/** Image without rebooting the instance; the line of the instance says so. */
const noReboot = bakeInput('no-reboot', boolean, { default: 'false', plan: 'none' });

/** Whether to wait until the image is available. */
const wait = bakeInput('wait', boolean, {
  default: 'true',
  plan: {
    step: 'wait',
    lines: (wanted, { inputs }) => [
      wanted
        ? `Wait until it is available, ${inputs.timeoutMinutes} minutes at most`
        : 'Do not wait until it is available',
    ],
  },
});

/** What to do when an image of that name is there; the plan begins with what was found. */
const ifExists = bakeInput('if-exists', oneOf('fail', 'reuse'), {
  default: 'fail',
  plan: 'none',
});

/** Tells the jobs of a matrix apart: `matrix` as JSON; empty or `null` where there is none. */
const matrix = bakeInput('matrix', anyText, {
  defaultExpression: '${{ toJSON(matrix) }}',
  plan: 'none',
});

/** In the order of `action.yml`. Its shape is the shape of `BakeInputs`: a new input is one entry here. */
export const bakeInputs = {
  instanceId,
  name,
  description,
  family,
  tags,
  snapshotTags,
  noReboot,
  excludeDevices,
  wait,
  timeoutMinutes: timeoutMinutes('120'),
  ...distributionInputs,
  ifExists,
  onFailure,
  dryRun: dryRun('false'),
  comment,
  githubToken,
  region,
  roleToAssume,
  allowedAccountIds,
  matrix,
} satisfies Table<BakePlan> & TableOf<OtherInputs>;

/** What the bake was told. */
export type BakeInputs = Values<typeof bakeInputs>;
