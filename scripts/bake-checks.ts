/**
 * What must be true after `uses: ./` in a workflow, seen from outside: in the outputs, and in EC2. For
 * `scripts/workflow-bake.ts`. Each check gives what is wrong, as sentences; nothing is wrong when there are none.
 */
import type { EC2Client, Image, Snapshot } from '@aws-sdk/client-ec2';

export type Outputs = Readonly<Record<string, string>>;

/** Whether the outputs of a bake are whole, each in its documented form. It needs neither EC2 nor `npm ci`. */
export function outputProblems(outputs: Outputs, region: string): string[] {
  const amiId = outputs['ami-id'] ?? '';
  const snapshotIds = listOf(outputs['snapshot-ids']);
  const [root] = snapshotIds;
  const checks: [boolean, string][] = [
    [/^ami-[0-9a-f]{17}$/.test(amiId), '`ami-id` is no image ID'],
    [
      snapshotIds.length > 0 && snapshotIds.every((id) => /^snap-[0-9a-f]{17}$/.test(id)),
      '`snapshot-ids` holds no IDs',
    ],
    [outputs['root-snapshot-id'] === root, '`root-snapshot-id` is not the first of `snapshot-ids`'],
    [
      same(Object.values(mapOf(outputs['snapshots'])), snapshotIds),
      '`snapshots` has other IDs than `snapshot-ids`',
    ],
    [outputs['region'] === region, `\`region\` is not ${region}`],
    [mapOf(outputs['ami-ids'])[region] === amiId, `\`ami-ids\` does not name \`ami-id\` in ${region}`],
    [outputs['created'] === 'true', '`created` is not true'],
    [mapOf(outputs['image'])['id'] === amiId, '`image` is of another image'],
  ];
  return checks.filter(([holds]) => !holds).map(([, problem]) => `${problem}: ${JSON.stringify(outputs)}`);
}

/** Whether EC2 has the image that the outputs name, whole and tagged, and nothing else. */
export async function imageProblems(
  ec2: EC2Client,
  outputs: Outputs,
  tag: { key: string; value: string },
): Promise<string[]> {
  const { images, snapshots } = await ownIn(ec2);
  const [image] = images;
  const mapping = (image?.BlockDeviceMappings ?? []).map(({ DeviceName, Ebs }) => [
    DeviceName,
    Ebs?.SnapshotId,
  ]);
  const untagged = [...images, ...snapshots].filter(
    ({ Tags = [] }) => !Tags.some(({ Key, Value }) => Key === tag.key && Value === tag.value),
  );
  const checks: [boolean, string][] = [
    [
      images.length === 1 && image?.ImageId === outputs['ami-id'],
      'The image of `ami-id` is not the only one',
    ],
    [image?.State === 'available', 'The image is not available'],
    [image?.Name === outputs['ami-name'], 'The image has another name than `ami-name`'],
    [same(mapping, Object.entries(mapOf(outputs['snapshots']))), '`snapshots` is not what the image maps'],
    [
      same(
        snapshots.map(({ SnapshotId = '' }) => SnapshotId).toSorted(),
        listOf(outputs['snapshot-ids']).toSorted(),
      ),
      'There are other snapshots than `snapshot-ids`',
    ],
    [snapshots.every(({ State }) => State === 'completed'), 'A snapshot is not complete'],
    [untagged.length === 0, `Not everything has the tag ${tag.key}=${tag.value}`],
  ];
  const seen = JSON.stringify({ outputs, images, snapshots });
  return checks.filter(([holds]) => !holds).map(([, problem]) => `${problem}: ${seen}`);
}

/**
 * Whether a bake failed as it should: it had an image, and nothing is left of it.
 * @param kept outputs of the bake before it, whose image stays
 */
export async function failureProblems(
  ec2: EC2Client,
  outcome: string,
  outputs: Outputs,
  kept: Outputs,
): Promise<string[]> {
  const amiId = outputs['ami-id'] ?? '';
  const left = await idsIn(ec2);
  const expected = [kept['ami-id'] ?? '', ...listOf(kept['snapshot-ids'])].toSorted();
  const checks: [boolean, string][] = [
    [outcome === 'failure', `The outcome of the step is "${outcome}", not "failure"`],
    // Without one there was nothing to remove, and the next check would prove nothing.
    [
      /^ami-[0-9a-f]{17}$/.test(amiId) && amiId !== kept['ami-id'],
      'The bake did not get as far as an image of its own',
    ],
    [
      same(left, expected),
      `It left something: there are ${left.join(', ')}, of the bake before ${expected.join(', ')}`,
    ],
  ];
  return checks.filter(([holds]) => !holds).map(([, problem]) => `${problem}: ${JSON.stringify(outputs)}`);
}

/** IDs of the caller's own images and snapshots. */
async function idsIn(ec2: EC2Client): Promise<string[]> {
  const { images, snapshots } = await ownIn(ec2);
  return [
    ...images.map(({ ImageId = '' }) => ImageId),
    ...snapshots.map(({ SnapshotId = '' }) => SnapshotId),
  ].toSorted();
}

/** The SDK is loaded when it is needed: outputs are checked where `npm ci` has not run. */
async function ownIn(ec2: EC2Client): Promise<{ images: Image[]; snapshots: Snapshot[] }> {
  const { DescribeImagesCommand, DescribeSnapshotsCommand } = await import('@aws-sdk/client-ec2');
  const { Images: images = [] } = await ec2.send(new DescribeImagesCommand({ Owners: ['self'] }));
  const { Snapshots: snapshots = [] } = await ec2.send(new DescribeSnapshotsCommand({ OwnerIds: ['self'] }));
  return { images, snapshots };
}

function listOf(json = ''): string[] {
  const value = parsed(json);
  return Array.isArray(value) ? value.map(String) : [];
}

function mapOf(json = ''): Record<string, unknown> {
  const value = parsed(json);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
