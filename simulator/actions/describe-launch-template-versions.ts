import { applyFilters, type FilterFields, unsimulated } from '../model/filters.ts';
import type { LaunchTemplate, LaunchTemplateVersion } from '../model/launch-template.ts';
import * as errors from '../model/launch-template-errors.ts';
import { page, requireMaxResults } from '../model/paging.ts';
import { action, type Context, stopDryRun, toFilters } from './action.ts';
import { asSeen, requireTemplate, requireVersion, templatesOf, toVersion } from './find-launch-template.ts';
import { resolvedImage } from './launch-template-image.ts';
import { mostTemplates } from './launch-templates.ts';
import { filters, flag, list, only, type Parameter, type Read, text, whole } from './parameters.ts';

const parameters = {
  LaunchTemplateId: text,
  LaunchTemplateName: text,
  LaunchTemplateVersion: list(text),
  MinVersion: text,
  MaxVersion: text,
  Filter: filters,
  ResolveAlias: flag,
  MaxResults: whole,
  NextToken: text,
  IncludeManagedResources: only('false'),
  DryRun: flag,
} satisfies Record<string, Parameter<unknown>>;

type Input = Read<typeof parameters>;

interface Row {
  template: LaunchTemplate;
  version: LaunchTemplateVersion;
  sequence: number;
}

/** API model, DescribeLaunchTemplateVersions: of one launch template, or the latest and default versions of all. */
export const describeLaunchTemplateVersions = action({
  name: 'DescribeLaunchTemplateVersions',
  mutating: false,
  parameters,
  answer(input, context) {
    const { world } = context;
    requireMaxResults(input.MaxResults, 1, mostTemplates);
    const isOne = Boolean(input.LaunchTemplateId ?? input.LaunchTemplateName);
    if (input.ResolveAlias && !(isOne && input.LaunchTemplateVersion.length === 1)) {
      throw errors.aliasesOfSeveralVersions();
    }
    const asked = isOne
      ? ofTemplate(input, asSeen(requireTemplate(input, context), context))
      : ofAll(input, context);
    stopDryRun(input);
    const matching = applyFilters(asked, toFilters(input.Filter), filterFields);
    const pageSize = Math.min(world.settings.pageSize, mostTemplates);
    const { items, nextToken } = page(matching, input, pageSize);
    return {
      launchTemplateVersionSet: items.map(({ template, version }) =>
        toVersion(template, version, input.ResolveAlias ? resolvedImage(version.data, context) : undefined),
      ),
      nextToken,
    };
  },
});

/** @throws InvalidLaunchTemplateId.VersionNotFound */
function ofTemplate(input: Input, template: LaunchTemplate): Row[] {
  const { LaunchTemplateVersion: asked, MinVersion, MaxVersion } = input;
  if (asked.length > 0) {
    if (MinVersion !== undefined || MaxVersion !== undefined) throw errors.versionsAndRange();
    return toRows(
      template,
      asked.map((version) => requireVersion(template, version)),
    );
  }
  const least = Number(MinVersion ?? 1);
  const most = Number(MaxVersion ?? Number.POSITIVE_INFINITY);
  return toRows(
    template,
    template.versions.filter(({ number }) => number >= least && number <= most),
  );
}

/**
 * "To describe all launch templates in your account that are defined as the latest version, the valid value is $Latest."
 * A version that is both is listed once (unconfirmed).
 */
function ofAll({ LaunchTemplateVersion: asked }: Input, context: Context): Row[] {
  const isAlias = (version: string) => version === '$Latest' || version === '$Default';
  if (asked.length === 0) throw errors.noTemplate();
  if (!asked.every(isAlias)) throw errors.onlyAliasesOfAllTemplates();
  const templates = templatesOf(context).filter(({ createdAt }) => createdAt <= context.seenAt);
  return templates
    .map((template) => asSeen(template, context))
    .flatMap((template) =>
      toRows(
        template,
        asked.map((version) => requireVersion(template, version)),
      ),
    );
}

/** Each version once. EC2 gives the newest of a template first (AWS CLI, example of describe-launch-template-versions). */
function toRows(template: LaunchTemplate, versions: readonly LaunchTemplateVersion[]): Row[] {
  return [...new Set(versions)].map((version) => ({
    template,
    version,
    sequence: template.sequence * mostVersions + (mostVersions - version.number),
  }));
}

/** EC2 user guide, "Launch template limits": 10,000 versions of a launch template. */
const mostVersions = 10_001;

const filterFields: FilterFields<Row> = {
  ...unsimulated(
    'host-resource-group-arn',
    'http-protocol-ipv4',
    'kernel-id',
    'license-configuration-arn',
    'network-card-index',
    'ram-disk-id',
  ),
  'create-time': ({ version }) => new Date(version.createdAt).toISOString(),
  'ebs-optimized': ({ version }) => version.data.ebsOptimized,
  'http-endpoint': ({ version }) => version.data.metadataOptions?.['httpEndpoint'],
  'http-tokens': ({ version }) => version.data.metadataOptions?.['httpTokens'],
  'iam-instance-profile': ({ version }) => version.data.iamInstanceProfile?.arn,
  'image-id': ({ version }) => version.data.imageId,
  'instance-type': ({ version }) => version.data.instanceType,
  'is-default-version': ({ template, version }) => version.number === template.defaultVersion,
};
