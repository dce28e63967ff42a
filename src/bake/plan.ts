/** What a bake would do: for a dry run, and for the reviewer who reads it. */

import { duration, gibibytes } from '../base/units.ts';
import type { Inputs } from '../github/inputs/read.ts';
import type { Existing } from '../image/find.ts';
import { allOf, describeGrantees } from '../image/share/grantees.ts';
import type { Names, Tag } from '../naming/names.ts';
import { capturedVolumes, type SourceInstance } from '../source/instance.ts';

export interface PlanOptions {
  inputs: Inputs;
  instance: SourceInstance;
  names: Names;
  existing: Existing;
}

/** @returns a line each, in the order of the steps */
export function planOf(options: PlanOptions): string[] {
  const { inputs } = options;
  return [
    ...obtaining(options),
    waiting(inputs),
    ...copying(inputs),
    ...lifecycle(inputs),
    ...sharing(inputs),
    ...publishing(options),
    ...failing(options),
  ];
}

function obtaining({ inputs, instance, names, existing }: PlanOptions): string[] {
  const { unfinished, namesake, leftovers } = existing;
  const removed =
    inputs.onFailure === 'delete'
      ? leftovers.map(({ ImageId }) => `Remove ${ImageId}, left by an earlier attempt`)
      : [];
  if (unfinished !== undefined) {
    return [
      ...removed,
      `Take up ${unfinished.ImageId} (${unfinished.State}), left by an earlier attempt of this run`,
    ];
  }
  if (namesake !== undefined) {
    return [
      ...removed,
      `Reuse ${namesake.ImageId} (${namesake.State}), which has the name "${namesake.Name}"`,
    ];
  }
  const captured = capturedVolumes(instance, inputs.excludeDevices);
  const volumes = instance.volumes.map((volume) =>
    captured.includes(volume)
      ? `Snapshot ${volume.device}, ${gibibytes(volume.sizeGiB)}`
      : `Leave out ${volume.device}`,
  );
  return [
    ...removed,
    `Create an AMI of ${instance.id} in ${instance.region}, account ${instance.accountId}${reboot(inputs, instance)}`,
    `Name: ${names.name}`,
    `Description: ${names.description}`,
    `Family: ${names.family}`,
    ...volumes,
    ...names.imageTags.map((tag) => `Tag of the AMI: ${tagText(tag)}`),
    ...names.snapshotTags
      .filter((tag) => !isIn(names.imageTags, tag))
      .map((tag) => `Tag of the snapshots alone: ${tagText(tag)}`),
  ];
}

function reboot({ noReboot }: Inputs, { state }: SourceInstance): string {
  if (state !== 'running') return '';
  return noReboot ? ', without rebooting it' : ', which reboots it';
}

function copying({ copyTo }: Inputs): string[] {
  return copyTo.map(
    ({ region, kmsKeyId }) =>
      `Copy the AMI to ${region}${kmsKeyId === undefined ? '' : `, encrypted with ${kmsKeyId}`}`,
  );
}

function lifecycle({ deprecateAfter, requireImdsv2, deregistrationProtection }: Inputs): string[] {
  const when =
    deprecateAfter?.kind === 'after'
      ? `${duration(deprecateAfter.milliseconds)} after the start of the bake`
      : deprecateAfter && new Date(deprecateAfter.time).toISOString();
  return [
    ...(when === undefined ? [] : [`Deprecate each image at ${when}`]),
    ...(requireImdsv2 ? ['Require IMDSv2 of the instances of each image, which cannot be undone'] : []),
    ...(deregistrationProtection === 'off'
      ? []
      : [`Protect each image from deregistration (${deregistrationProtection})`]),
  ];
}

function publishing({ names, instance, inputs }: PlanOptions): string[] {
  const regions = [instance.region, ...inputs.copyTo.map(({ region }) => region)].join(', ');
  return names.ssmParameters.map(
    (name) => `Write the ID of the AMI into the SSM parameter ${name} in ${regions}`,
  );
}

function sharing({ shareWith, shareSnapshots, makePublic }: Inputs): string[] {
  const whom = allOf(shareWith);
  return [
    ...(whom.length > 0 ? [`Share the AMI with ${describeGrantees(shareWith)}: ${whom.join(', ')}`] : []),
    ...(shareSnapshots ? [`Share its snapshots with ${shareWith.accounts.join(', ')}`] : []),
    ...(makePublic ? ['Make the AMI public: every AWS account may launch it'] : []),
  ];
}

function waiting({ wait, timeoutMinutes }: Inputs): string {
  return wait
    ? `Wait until it is available, ${timeoutMinutes} minutes at most`
    : 'Not wait until it is available';
}

/** Of a reused image nothing is ever deleted. */
function failing({ inputs, existing: { unfinished, namesake } }: PlanOptions): string[] {
  const reuses = unfinished === undefined && namesake !== undefined;
  return reuses && inputs.copyTo.length === 0
    ? []
    : [`On failure: ${inputs.onFailure} what this bake created`];
}

function tagText({ Key, Value }: Tag): string {
  return `${Key}=${Value}`;
}

function isIn(tags: readonly Tag[], { Key, Value }: Tag): boolean {
  return tags.some((tag) => tag.Key === Key && tag.Value === Value);
}
