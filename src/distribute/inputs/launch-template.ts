/** Launch templates that get a new version with the image. */
import { launchTemplateIdForm } from '../../aws/id-forms.ts';
import { given } from '../../github/inputs/given.ts';
import { itemsOf, type Parser, type Report } from '../../github/inputs/parsers.ts';
import { region as regionCode } from '../../github/inputs/region.ts';
import type { LaunchTemplateWish } from '../../image/publish/launch-templates.ts';
import { distributionInput, regionsOf } from './entry.ts';

/** Whether the text is the ID of a launch template and not its name. */
export function isLaunchTemplateId(text: string): boolean {
  return launchTemplateIdForm.test(text);
}

/** EC2 API Reference, CreateLaunchTemplate, LaunchTemplateName: "[a-zA-Z0-9\(\)\.\-/_]+", 3 to 128 characters. */
const nameForm = /^[a-zA-Z0-9().\-/_]{3,128}$/;

const targets: Parser<readonly LaunchTemplateWish[]> = (text, report) =>
  itemsOf(text).flatMap((item) => target(item, report) ?? []);

/** `NAME-or-ID`, `NAME-or-ID default`, `NAME-or-ID in REGION` or `NAME-or-ID default in REGION`. */
function target(item: string, report: Report): LaunchTemplateWish | undefined {
  const [template = '', ...words] = item.split(/\s+/);
  const makeDefault = words[0] === 'default';
  const [preposition, code, ...others] = makeDefault ? words.slice(1) : words;
  const isComplete = preposition === undefined || (preposition === 'in' && code !== undefined);
  if (!isComplete || others.length > 0) {
    report(
      `${given(item)} is not accepted: it takes \`NAME-or-ID\`, then optionally \`default\`, ` +
        'then optionally `in REGION`. Separate several by commas or line ends',
    );
    return undefined;
  }
  const problem = templateProblem(template);
  if (problem !== undefined) report(problem);
  const region = code === undefined ? undefined : regionCode(code, report);
  if (problem !== undefined || (code !== undefined && region === undefined)) return undefined;
  return { template, makeDefault, region };
}

function templateProblem(text: string): string | undefined {
  if (isLaunchTemplateId(text)) return undefined;
  const digits = /^lt-([0-9a-f]{8,})$/i.exec(text)?.[1];
  if (digits !== undefined) {
    return `${given(text)} is not the ID of a launch template, which is \`lt-\` and 17 hex digits in lower case. ${idHint(text, digits)}`;
  }
  if (nameForm.test(text)) return undefined;
  return `${given(text)} is neither the ID nor the name of a launch template, which has 3 to 128 letters, digits and \`( ) . - / _\`${nameHint(text)}`;
}

function idHint(text: string, digits: string): string {
  const lowerCase = text.toLowerCase();
  if (isLaunchTemplateId(lowerCase)) return `Write it in lower case: \`${lowerCase}\``;
  return `This has ${digits.length}. If it is a name, give the ID of that launch template`;
}

function nameHint(text: string): string {
  const [, id = ''] = /^arn:[^/]*:launch-template\/(lt-.+)$/.exec(text) ?? [];
  if (isLaunchTemplateId(id)) return `. That is its ARN: give \`${id}\``;
  const [, bare = ''] = /^(.+):(?:\$Latest|\$Default|\d+)$/.exec(text) ?? [];
  if (nameForm.test(bare)) return `. Leave out the version: \`${bare}\``;
  return '';
}

/** Launch templates that get a new version with the image of their Region. */
export const launchTemplates = distributionInput('launch-template', targets, {
  needsAvailableImage: (list) => list.length > 0,
  conflicts: (list, { region, copyTo }) =>
    region === undefined || copyTo === undefined ? [] : conflictsOf(list, regionsOf({ region, copyTo })),
  plan: {
    step: 'launch-template',
    lines: (list, { inputs }) =>
      list.map(
        ({ template, makeDefault, region }) =>
          `Create a version of launch template ${template} in ${region ?? inputs.region} with the AMI of that Region` +
          `${makeDefault ? ', and make it the default version' : ''}` +
          '. Warning: whatever launches from $Latest of it, such as an Auto Scaling group, launches the AMI at once',
      ),
  },
});

/** @param regions that have the image in the end, the home Region first */
function conflictsOf(list: readonly LaunchTemplateWish[], regions: readonly string[]): string[] {
  const [home = ''] = regions;
  const elsewhere = list
    .map(({ region }) => region)
    .filter((region) => region !== undefined && !regions.includes(region));
  const named = list.map(({ template, region }) => `${template} in ${region ?? home}`);
  const twice = named.filter((name, index) => named.indexOf(name) !== index);
  return [
    ...[...new Set(elsewhere)].map(
      (region) =>
        `Region ${region} has no image: it is neither ${home}, the Region of the action, nor one of \`copy-to\``,
    ),
    ...[...new Set(twice)].map((name) => `${name} is named more than once: each gets one new version`),
  ];
}
