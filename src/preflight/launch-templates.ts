/** Can the launch templates get a version with the image? Found out before there is one. */
import { errorKind } from '../aws/errors.ts';
import { messageWithRemedy } from '../base/errors.ts';
import {
  type LaunchTemplateWish,
  readTemplate,
  type Template,
  unreadableTemplate,
  unsuitableTemplate,
} from '../image/publish/launch-templates.ts';
import type { Run } from '../run/run.ts';
import { checkPatience, error, type Finding, note, unchecked, warning } from './finding.ts';
import type { Check } from './preflight.ts';

/** They exist, can be read, and a version made from the default version would launch the image. */
export const templatesCanTakeImages: Check = async (run, { launchTemplates }) => {
  const looked = await Promise.all(launchTemplates.map((wish) => look(run, wish)));
  return [...looked.flatMap(({ findings }) => findings), ...namedTwice(looked)];
};

interface Looked {
  wish: LaunchTemplateWish & { region: string };
  id: string | undefined;
  findings: Finding[];
}

async function look(
  run: Run,
  { template, makeDefault, region = run.region }: LaunchTemplateWish,
): Promise<Looked> {
  const { aws, signal } = run;
  const wish = { template, makeDefault, region };
  try {
    const found = await readTemplate(aws.ec2(region), template, { signal, ...checkPatience });
    return { wish, id: found.id, findings: findingsOf(wish, found) };
  } catch (thrown) {
    signal.throwIfAborted();
    return { wish, id: undefined, findings: [unreadable(wish, thrown)] };
  }
}

/** Templates are read before they are written, too: where that is not allowed, nothing can be written. */
function unreadable({ region, template }: Looked['wish'], thrown: unknown): Finding {
  const kind = errorKind(thrown);
  if (kind !== 'not-found' && kind !== 'permission')
    return unchecked(
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
