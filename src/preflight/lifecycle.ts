/** Can the image be what it is asked to be, and can SSM parameters point at it, once it is there? */
import { errorKind } from '../aws/errors.ts';
import { awsFailure } from '../aws/failure.ts';
import type { SendOptions } from '../aws/patient-client.ts';
import { deprecationTime, latestDeprecation } from '../image/lifecycle.ts';
import { readParameters, unsuitable } from '../image/publish/parameters.ts';
import type { Names } from '../naming/names.ts';
import type { Run } from '../run/run.ts';
import type { Check, RegionCheck } from './check.ts';
import { checkPatience, error, type Finding, note, unchecked, uncheckedIn, warning } from './finding.ts';

/** EC2's limits are in the API Reference, EnableImageDeprecation. */
export const deprecationIsPossible: Check = (
  { clock, deadline },
  { deprecateAfter, makePublic, namesake },
) => {
  if (deprecateAfter === undefined) return [];
  const now = clock.now();
  const at = deprecationTime(deprecateAfter, now);
  const date = new Date(at).toISOString();
  if (at <= now) {
    return [error(`Input \`deprecate-after\`: ${date} is past. EC2 deprecates images at a time to come.`)];
  }
  // An image that is reused is older than this bake.
  const createdAt = namesake === undefined ? now : Date.parse(namesake.CreationDate ?? '') || now;
  const latest = latestDeprecation({ now, createdAt, isPublic: makePublic });
  if (at > latest) {
    const limit = makePublic
      ? '2 years after their creation at the latest for public images'
      : '10 years ahead at most';
    return [
      error(
        `Input \`deprecate-after\`: ${date} is too far away. EC2 takes ${limit}, which is ${new Date(latest).toISOString()}.`,
      ),
    ];
  }
  if (at >= deadline) return [];
  return [
    warning(
      `deprecate-after: ${date} is before the bake would time out (\`timeout-minutes\`). If it is past when the image is available, EC2 refuses it and the bake fails: give a later time.`,
    ),
  ];
};

/** "If you set the value to v2.0 … you can't undo it" (EC2 API Reference, ModifyImageAttribute, ImdsSupport). */
export const imdsv2IsForGood: Check = (_run, { requireImdsv2 }) => {
  if (!requireImdsv2) return [];
  return [
    warning(
      'require-imdsv2: EC2 cannot undo this. Software on the instances of this image that knows only IMDSv1 gets no metadata and no credentials, unless a launch says otherwise.',
    ),
  ];
};

/** "enforces deregistration protection for 24 hours after deregistration protection is disabled" (WithCooldown). */
export const cooldownKeepsImages: Check = (_run, { deregistrationProtection }) => {
  if (deregistrationProtection !== 'with-cooldown') return [];
  return [
    note(
      'deregistration-protection: with a cooldown, an image cannot be removed for 24 hours after the protection was switched off; nor can that of a bake which fails in its last steps, when it is protected already.',
    ),
  ];
};

/** Systems Manager has no dry run; but what is in the way of writing shows when the parameters are read. */
export const parametersCanHoldImages: Check = async (run, { names, instance }) => {
  const how = { signal: run.signal, ...checkPatience };
  return parametersOf(run, { region: instance.region, names, how, otherwise: unchecked });
};

export const parametersIn: RegionCheck = async (run, { names }, { region }, how) =>
  parametersOf(run, { region, names, how, otherwise: uncheckedIn });

interface Place {
  region: string;
  names: Partial<Names>;
  how: SendOptions;
  /** For looks that failed. */
  otherwise: typeof unchecked;
}

async function parametersOf({ aws }: Run, { region, names, how, otherwise }: Place): Promise<Finding[]> {
  const { ssmParameters = [] } = names;
  if (ssmParameters.length === 0) return [];
  try {
    const parameters = await readParameters(aws.ssm(region), ssmParameters, how);
    return [...parameters.values()].flatMap((parameter) => {
      const problem = unsuitable(region, parameter);
      return problem === undefined ? [] : [error(problem)];
    });
  } catch (thrown) {
    how.signal.throwIfAborted();
    const what = `the SSM parameters in ${region}`;
    if (errorKind(thrown) !== 'permission') return [otherwise('ssm:GetParameters', what, thrown)];
    // They are read before they are written, too.
    const { message, remedy } = awsFailure('ssm:GetParameters', `read ${what}`, thrown);
    return [error([message, remedy].join(' '))];
  }
}
