/** How the documents group the inputs of a bake and of a promotion: common ones first. One without a group is listed last. */

export interface InputGroup {
  title: string;
  names: readonly string[];
}

const groups: readonly InputGroup[] = [
  { title: 'What to promote', names: ['ami-id', 'require-tested'] },
  { title: 'What to image', names: ['instance-id', 'no-reboot', 'exclude-devices'] },
  { title: 'Credentials', names: ['aws-region', 'role-to-assume', 'allowed-account-ids'] },
  { title: 'Names and tags', names: ['name', 'family', 'tags', 'snapshot-tags', 'description'] },
  { title: 'Waiting and failures', names: ['timeout-minutes', 'wait', 'on-failure', 'if-exists', 'dry-run'] },
  { title: 'Sharing', names: ['share-with', 'share-snapshots', 'public'] },
  { title: 'Copies and publishing', names: ['copy-to', 'ssm-parameter', 'launch-template'] },
  { title: 'Lifecycle', names: ['deprecate-after', 'require-imdsv2', 'deregistration-protection'] },
  { title: 'Pull requests', names: ['comment', 'github-token'] },
];

/**
 * The groups of these inputs, each with what it has of them, in the order of the README.
 * @param inputs names of inputs, as action.yml has them
 */
export function groupsOf(inputs: readonly string[]): InputGroup[] {
  const grouped = new Set(groups.flatMap(({ names }) => names));
  const others = { title: 'Internal', names: inputs.filter((name) => !grouped.has(name)) };
  return [...groups, others]
    .map(({ title, names }) => ({ title, names: names.filter((name) => inputs.includes(name)) }))
    .filter(({ names }) => names.length > 0);
}
