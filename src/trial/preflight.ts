/** The checks before anything exists: independent of each other, side by side, and all findings shown together. */
import { explain } from '../aws/decode.ts';
import { awsErrorFacts, describeAwsError, errorKind, isPassing } from '../aws/errors.ts';
import { awsFailure } from '../aws/failure.ts';
import { DescribeInstanceTypesCommand, type InstanceTypeInfo } from '../aws/sdk/ec2.ts';
import {
  DescribeInstanceTypeOfferingsCommand,
  DescribeSubnetsCommand,
  RunInstancesCommand,
  type Subnet,
} from '../aws/sdk/ec2-instances.ts';
import { messageWithRemedy } from '../base/errors.ts';
import { checkPatience, error, type Finding, note, unchecked, warning } from '../preflight/finding.ts';
import type { TestedImage } from './image.ts';
import { isWantOfRoom, placeText } from './launch.ts';
import type { Place, TrialRun } from './record.ts';
import { launchRequest } from './request.ts';

export interface Preflight {
  findings: readonly Finding[];
  /** Where to launch, in the order to try them. */
  places: Place[];
}

/** @param types in the order to try them */
export async function preflight(
  run: TrialRun,
  image: TestedImage,
  types: readonly string[],
  expiresAt: number,
): Promise<Preflight> {
  const subnets = await findSubnets(run);
  const unfiltered = placesOf(types, subnets.places);
  const [fit, offered, allowed] = await Promise.all([
    typesFit(run, image, types),
    findOfferings(run, types),
    launchIsAllowed(run, image, unfiltered[0], expiresAt),
  ]);
  const { places, findings } = offeredPlaces(unfiltered, types, offered.zones);
  const found = [
    ...stateFindings(image),
    ...subnets.findings,
    ...fit,
    ...offered.findings,
    ...findings,
    ...commandFindings(run),
  ];
  return { findings: [...found, ...withoutRepetition(allowed, found)], places };
}

function stateFindings({ id, state }: TestedImage): Finding[] {
  if (state === 'available') return [];
  return [error(`${id} is ${state}: only an image that is available can be tested.`)];
}

type Where = Pick<Place, 'subnetId' | 'zone'>;

/** Type by type, each in every subnet: another subnet is nearer to what was asked for than another type. */
function placesOf(types: readonly string[], subnets: readonly Where[]): Place[] {
  return types.flatMap((type) => subnets.map((subnet) => ({ type, ...subnet })));
}

async function findSubnets(run: TrialRun): Promise<{ places: Where[]; findings: Finding[] }> {
  const { aws, region, signal, inputs } = run;
  const asked = [...inputs.subnetIds];
  const command = new DescribeSubnetsCommand(
    asked.length > 0 ? { SubnetIds: asked } : { Filters: [{ Name: 'default-for-az', Values: ['true'] }] },
  );
  try {
    const { Subnets = [] } = await aws.ec2(region).send(command, { signal, ...checkPatience });
    return asked.length > 0 ? namedSubnets(asked, Subnets) : defaultSubnets(Subnets, region);
  } catch (thrown) {
    signal.throwIfAborted();
    const places = asked.length > 0 ? asked.map((subnetId) => ({ subnetId, zone: undefined })) : [anywhere];
    if (errorKind(thrown) === 'refused' || errorKind(thrown) === 'not-found') {
      const failure = awsFailure('ec2:DescribeSubnets', 'look at `subnet-ids`', thrown, 'Test');
      return { places, findings: [error(messageWithRemedy(failure))] };
    }
    return { places, findings: [unchecked('ec2:DescribeSubnets', 'the subnets', thrown)] };
  }
}

/** What is wrong with `subnet-ids`, where nothing else can be checked. */
export async function subnetProblems(run: TrialRun): Promise<string[]> {
  const { findings } = await findSubnets(run);
  return findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
}

const anywhere: Where = { subnetId: undefined, zone: undefined };

function namedSubnets(asked: readonly string[], subnets: readonly Subnet[]) {
  const places = asked.map((subnetId) => ({
    subnetId,
    zone: subnets.find(({ SubnetId }) => SubnetId === subnetId)?.AvailabilityZone,
  }));
  const missing = asked.filter((id) => !subnets.some(({ SubnetId }) => SubnetId === id));
  const findings = missing.map((id) =>
    error(`There is no subnet ${id} in this account and Region. Check \`subnet-ids\`.`),
  );
  return { places, findings };
}

function defaultSubnets(subnets: readonly Subnet[], region: string) {
  const usable = subnets.filter(({ DefaultForAz }) => DefaultForAz !== false);
  const places = usable.flatMap(({ SubnetId, AvailabilityZone }) =>
    SubnetId === undefined ? [] : [{ subnetId: SubnetId, zone: AvailabilityZone }],
  );
  if (places.length > 0) return { places, findings: [] };
  return {
    places: [anywhere],
    findings: [error(`The account has no default VPC with subnets in ${region}. Set \`subnet-ids\`.`)],
  };
}

async function typesFit(run: TrialRun, image: TestedImage, types: readonly string[]): Promise<Finding[]> {
  const { aws, region, signal } = run;
  const command = new DescribeInstanceTypesCommand({ InstanceTypes: types as never });
  try {
    const { InstanceTypes = [] } = await aws.ec2(region).send(command, { signal, ...checkPatience });
    return InstanceTypes.flatMap((type) => misfits(image, type).map(error));
  } catch (thrown) {
    signal.throwIfAborted();
    if (errorKind(thrown) !== 'refused' && errorKind(thrown) !== 'not-found')
      return [unchecked('ec2:DescribeInstanceTypes', 'whether the instance types fit the image', thrown)];
    // EC2 tells nothing of the others when one does not exist.
    if (types.length > 1)
      return (await Promise.all(types.map((type) => typesFit(run, image, [type])))).flat();
    const failure = awsFailure('ec2:DescribeInstanceTypes', 'look at `instance-type`', thrown, 'Test');
    return [error(messageWithRemedy(failure))];
  }
}

/** What the answer leaves out is not held against the type: EC2 itself decides. */
function misfits(image: TestedImage, type: InstanceTypeInfo): string[] {
  const { id, architecture, bootMode, tpmSupport } = image;
  const name = type.InstanceType;
  const architectures: readonly string[] | undefined = type.ProcessorInfo?.SupportedArchitectures;
  const modes: readonly string[] | undefined = type.SupportedBootModes;
  const problems: string[] = [];
  if (architectures !== undefined && !architectures.includes(architecture)) {
    problems.push(
      `${name} has the architecture ${architectures.join(', ')}, and ${id} is for ${architecture}. Set an \`instance-type\` that fits.`,
    );
  }
  // `uefi-preferred` boots either way (EC2 user guide, "Instance launch behavior with EC2 boot modes").
  if (
    modes !== undefined &&
    (bootMode === 'uefi' || bootMode === 'legacy-bios') &&
    !modes.includes(bootMode)
  ) {
    problems.push(
      `${name} does not support the boot mode ${bootMode} of ${id}. Set an \`instance-type\` that does.`,
    );
  }
  if (tpmSupport !== undefined && type.NitroTpmSupport === 'unsupported') {
    problems.push(
      `${name} does not support NitroTPM, which ${id} needs. Set an \`instance-type\` that does.`,
    );
  }
  return problems;
}

/** Undefined zones: nobody knows. */
async function findOfferings(
  run: TrialRun,
  types: readonly string[],
): Promise<{ zones: ReadonlyMap<string, ReadonlySet<string>> | undefined; findings: Finding[] }> {
  const { aws, region, signal } = run;
  const request = {
    LocationType: 'availability-zone' as const,
    Filters: [{ Name: 'instance-type', Values: [...types] }],
  };
  try {
    const zones = new Map<string, Set<string>>();
    let NextToken: string | undefined;
    do {
      const command = new DescribeInstanceTypeOfferingsCommand({ ...request, NextToken });
      const answer = await aws.ec2(region).send(command, { signal, ...checkPatience });
      for (const { InstanceType = '', Location = '' } of answer.InstanceTypeOfferings ?? [])
        zones.set(InstanceType, (zones.get(InstanceType) ?? new Set()).add(Location));
      NextToken = answer.NextToken;
    } while (NextToken);
    return { zones, findings: [] };
  } catch (thrown) {
    signal.throwIfAborted();
    const what = 'where the instance types are offered';
    return { zones: undefined, findings: [unchecked('ec2:DescribeInstanceTypeOfferings', what, thrown)] };
  }
}

/** The places where the type is offered; where the zone is not known, EC2 will say. */
function offeredPlaces(
  places: readonly Place[],
  types: readonly string[],
  zones: ReadonlyMap<string, ReadonlySet<string>> | undefined,
): { places: Place[]; findings: Finding[] } {
  if (zones === undefined) return { places: [...places], findings: [] };
  const isOffered = ({ type, zone }: Place) =>
    zone === undefined ? zones.has(type) : zones.get(type)?.has(zone) === true;
  const offered = places.filter(isOffered);
  const nowhere = types.filter((type) => !offered.some((place) => place.type === type));
  const severity = offered.length === 0 ? error : warning;
  return {
    places: offered,
    findings: nowhere.map((type) => severity(nowhereText(type, places, zones.get(type)))),
  };
}

function nowhereText(type: string, places: readonly Place[], zones: ReadonlySet<string> | undefined): string {
  const asked = [...new Set(places.flatMap(({ zone }) => zone ?? []))].join(', ');
  const others = zones === undefined ? 'nowhere in the Region' : `only in ${[...zones].sort().join(', ')}`;
  return `${type} is not offered in ${asked || 'this Region'}, ${others}. Set another \`instance-type\`, or \`subnet-ids\` in another Availability Zone.`;
}

/** Would RunInstances be allowed? EC2 says so itself, with tags and profile, when it is asked with DryRun. */
async function launchIsAllowed(
  run: TrialRun,
  image: TestedImage,
  place: Place | undefined,
  expiresAt: number,
): Promise<Finding[]> {
  const { aws, region, signal } = run;
  if (place === undefined) return [];
  try {
    const parameters = launchRequest(run, image, place, expiresAt);
    const command = new RunInstancesCommand({ ...parameters, DryRun: true });
    await aws.ec2(region).send(command, { signal, ...checkPatience });
    return [];
  } catch (thrown) {
    signal.throwIfAborted();
    const kind = errorKind(thrown);
    // "If you have the required permissions, the error response is DryRunOperation" (EC2 API Reference).
    if (awsErrorFacts(thrown).code === 'DryRunOperation' || isWantOfRoom(thrown)) return [];
    if (isPassing(kind))
      return [
        note(`Could not ask EC2 beforehand whether RunInstances is allowed (${describeAwsError(thrown)}).`),
      ];
    const doing = `launch ${image.id} (${placeText(place)}; asked with DryRun)`;
    const failure = await explain(awsFailure('ec2:RunInstances', doing, thrown, 'Test'), aws.sts(), signal);
    if (kind === 'credentials') throw failure;
    return [error(messageWithRemedy(failure))];
  }
}

/** What EC2 refuses for a reason that another check has found is not told twice. */
function withoutRepetition(allowed: readonly Finding[], found: readonly Finding[]): readonly Finding[] {
  const isTold = found.some(({ severity }) => severity === 'error');
  return isTold ? allowed.filter(({ message }) => onlyLaunchTells.test(message)) : allowed;
}

/** Permissions, security groups and the instance profile: no other check looks at them. */
const onlyLaunchTells = /UnauthorizedOperation|AccessDenied|security group|instance profile/i;

function commandFindings({ inputs }: TrialRun): Finding[] {
  if (inputs.script === '' || inputs.instanceProfile !== undefined) return [];
  return [
    note(
      '`run` is set without `instance-profile`: the SSM agent can report only if Default Host Management is on in the account.',
    ),
  ];
}
