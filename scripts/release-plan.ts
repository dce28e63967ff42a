/** What has to be true before a release, and what the release does to the tags. For `scripts/release.ts`, and without effects. */

export interface ReleaseFacts {
  /** As it was asked for, e.g. `1.2.3`. */
  version: string;
  /** What each place that names the version says, by the name of the place. */
  versions: Readonly<Record<string, string | undefined>>;
  /** The text of CHANGELOG.md. */
  changelog: string;
  /** All tags of the repository. */
  tags: readonly string[];
}

export interface ReleasePlan {
  /** e.g. `v1.2.3` */
  tag: string;
  prerelease: boolean;
  /** Whether it is the newest of all, which GitHub shows first. */
  latest: boolean;
  /** e.g. `v1`, which people pin; undefined when it stays where it is. */
  majorTag: { name: string; exists: boolean } | undefined;
  /** Markdown: the section of the changelog without its heading. */
  notes: string;
}

/** Everything that keeps a version from being released, at once. */
export class ReleaseError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.map((problem) => `- ${problem}`).join('\n'));
    this.problems = problems;
  }
}

/** @throws ReleaseError that names everything that keeps this version from being released */
export function planRelease({ version, versions, changelog, tags }: ReleaseFacts): ReleasePlan {
  const wanted = parseVersion(version);
  if (wanted === undefined) {
    throw new ReleaseError([
      `"${version}" is not a version: it takes the form 1.2.3 or 1.2.3-rc.1, without a "v".`,
    ]);
  }
  const tag = `v${version}`;
  const section = sectionOf(changelog, version);
  const problems = [
    ...Object.entries(versions)
      .filter(([, said]) => said !== version)
      .map(([place, said]) => `${place} says ${said ?? 'nothing'}, not ${version}.`),
    ...section.problems,
    ...(tags.includes(tag)
      ? [`The tag ${tag} is there already. What was released stays as it is: take the next version.`]
      : []),
  ];
  if (problems.length > 0) throw new ReleaseError(problems);

  const stable = tags.flatMap((name) => parseVersion(name.replace(/^v/, '')) ?? []).filter(isStable);
  const isNewest = (others: Version[]) =>
    isStable(wanted) && others.every((other) => isBefore(other, wanted));
  const majorTag = `v${wanted.major}`;
  return {
    tag,
    prerelease: !isStable(wanted),
    latest: isNewest(stable),
    majorTag: isNewest(stable.filter(({ major }) => major === wanted.major))
      ? { name: majorTag, exists: tags.includes(majorTag) }
      : undefined,
    notes: section.notes,
  };
}

/** The section `## VERSION, YYYY-MM-DD` of the changelog, without its heading, and what is wrong with it. */
function sectionOf(changelog: string, version: string): { notes: string; problems: string[] } {
  const sections = changelog.split(/^## /m).slice(1);
  const ofVersion = sections.filter((section) => /^\S*?(?=,|\s|$)/.exec(section)?.[0] === version);
  const [section] = ofVersion;
  if (section === undefined || ofVersion.length > 1) {
    const found = section === undefined ? 'no section' : `${ofVersion.length} sections`;
    return {
      notes: '',
      problems: [`CHANGELOG.md has ${found} of ${version}; it takes one "## ${version}, DATE".`],
    };
  }
  const [heading = '', ...lines] = section.split('\n');
  const notes = lines.join('\n').trim();
  const date = heading.slice(version.length).replace(/^,\s*/, '').trim();
  return {
    notes,
    problems: [
      ...(isDate(date)
        ? []
        : [
            `CHANGELOG.md gives ${version} the date "${date}"; it takes the day of the release, as 2027-01-31.`,
          ]),
      ...(notes === '' ? [`CHANGELOG.md says nothing about ${version}.`] : []),
    ],
  };
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

interface Version {
  major: number;
  minor: number;
  patch: number;
  /** What follows the hyphen, e.g. `rc.1`. */
  label: string | undefined;
}

/** As Semantic Versioning 2.0.0 writes them, without build metadata, which a tag cannot tell apart. */
function parseVersion(text: string): Version | undefined {
  const number = '(0|[1-9]\\d*)';
  const form = new RegExp(`^${number}\\.${number}\\.${number}(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?$`);
  const parts = form.exec(text);
  if (parts === null) return undefined;
  const [major = 0, minor = 0, patch = 0] = parts.slice(1, 4).map(Number);
  return { major, minor, patch, label: parts[4] };
}

function isStable({ label }: Version): boolean {
  return label === undefined;
}

function isBefore(a: Version, b: Version): boolean {
  const differences = [a.major - b.major, a.minor - b.minor, a.patch - b.patch];
  return (differences.find((difference) => difference !== 0) ?? 0) < 0;
}
