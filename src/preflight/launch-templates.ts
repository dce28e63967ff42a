/** Can the launch templates get a version with the image? Found out before there is one. */
import { errorKind } from '../aws/errors.ts';
import type { SendOptions } from '../aws/patient-client.ts';
import { messageWithRemedy } from '../base/errors.ts';
import {
  type LaunchTemplateWish,
  readTemplate,
  type Template,
  unreadableTemplate,
  unsuitableTemplate,
} from '../image/publish/launch-templates.ts';
import type { Run } from '../run/run.ts';
import type { Check, RegionCheck, Subject } from './check.ts';
import { checkPatience, error, type Finding, note, unchecked, uncheckedIn, warning } from './finding.ts';

/** Those of the home Region exist, can be read, and a version made from the default version would launch the image. */
export const templatesCanTakeImages: Check = async (run, subject) => {
  const how = { signal: run.signal, ...checkPatience };
  return templatesOf(run, subject, { region: run.region, how, otherwise: unchecked });
};

/** The same in a Region of `copy-to`. */
export const templatesIn: RegionCheck = async (run, subject, { region }, how) =>
  templatesOf(run, subject, { region, how, otherwise: uncheckedIn });

interface Place {
  region: string;
  how: SendOptions;
  /** For looks that failed. */
  otherwise: typeof unchecked;
}

async function templatesOf(run: Run, { launchTemplates }: Subject, place: Place): Promise<Finding[]> {
  const wishes = launchTemplates.filter(({ region = run.region }) => region === place.region);
  const looked = await Promise.all(wishes.map((wish) => look(run, wish, place)));
  return [...looked.flatMap(({ findings }) => findings), ...namedTwice(looked)];
}

interface Looked {
  wish: LaunchTemplateWish & { region: string };
  id: string | undefined;
  findings: Finding[];
}

async function look(
  { aws }: Run,
  { template, makeDefault }: LaunchTemplateWish,
  { region, how, otherwise }: Place,
): Promise<Looked> {
  const wish = { template, makeDefault, region };
  try {
    const found = await readTemplate(aws.ec2(region), template, how);
    return { wish, id: found.id, findings: findingsOf(wish, found) };
  } catch (thrown) {
    how.signal.throwIfAborted();
    return { wish, id: undefined, findings: [unreadable(wish, thrown, otherwise)] };
  }
}

/** Templates are read before they are written, too: where that is not allowed, nothing can be written. */
function unreadable(
  { region, template }: Looked['wish'],
  thrown: unknown,
  otherwise: typeof unchecked,
): Finding {
  const kind = errorKind(thrown);
  if (kind !== 'not-found' && kind !== 'permission')
    return otherwise(
      'ec2:DescribeLaunchTemplateVersions',
      `launch template ${template} in ${region}`,
      thrown,
    );
  return error(
    `Input \`launch-template\`: ${messageWithRemedy(unreadableTemplate(region, template, thrown))}`,
  );
}

function findingsOf({ region, template }: Looked['wish'], found: Template): Finding[] {
  const problem = unsuitableTemplate(region, template, found);
  const image = found.default.LaunchTemplateData?.ImageId ?? '';
  return [
    ...(problem === undefined ? [] : [error(`Input \`launch-template\`: ${problem}`)]),
    ...(image.startsWith('resolve:ssm:')
      ? [
          warning(
            `launch-template: the default version of ${template} in ${region} takes its AMI from an SSM parameter (${image}). The new version names the AMI itself, and no longer follows the parameter.`,
          ),
        ]
      : []),
    note(
      `launch-template: whatever launches from $Latest of ${template} in ${region}, such as an Auto Scaling group, launches the new AMI as soon as the version is there.`,
    ),
  ];
}

/** Once by its name and once by its ID. */
function namedTwice(looked: readonly Looked[]): Finding[] {
  const keyOf = ({ id, wish }: Looked) => `${id} ${wish.region}`;
  return looked
    .filter(
      (one, index) =>
        one.id !== undefined && looked.findIndex((other) => keyOf(other) === keyOf(one)) < index,
    )
    .map(({ id, wish }) =>
      error(
        `Input \`launch-template\`: ${id} in ${wish.region} is named twice, once as ${wish.template}: name it once.`,
      ),
    );
}
