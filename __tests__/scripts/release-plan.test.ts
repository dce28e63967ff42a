import { describe, expect, test } from '@jest/globals';
import { planRelease, ReleaseError, type ReleaseFacts } from '../../scripts/release-plan.ts';

const changelog = `# Changelog

## 1.3.0, not yet released

- Next.

## 1.2.3, 2027-01-31

- Mends the wait.
- Mends the \`## heading\`.

## 1.2.30, 2027-01-30

- Another.
`;

function plan(facts: Partial<ReleaseFacts> = {}) {
  const { version = '1.2.3' } = facts;
  const versions = { 'package.json': version, 'src/base/version.ts': version };
  return planRelease({ version, versions, changelog, tags: ['v1.2.2', 'v1', 'v1.2.0-rc.1'], ...facts });
}

function problems(facts: Partial<ReleaseFacts>): readonly string[] {
  try {
    plan(facts);
  } catch (error) {
    if (error instanceof ReleaseError) return error.problems;
    throw error;
  }
  return [];
}

const releasedAs = (version: string) => `## ${version}, 2027-02-01\n\n- It.\n`;

describe('a version that is ready', () => {
  test('is told with its tag and the notes of its own section', () => {
    expect(plan()).toEqual({
      tag: 'v1.2.3',
      prerelease: false,
      latest: true,
      majorTag: { name: 'v1', exists: true },
      notes: '- Mends the wait.\n- Mends the `## heading`.',
    });
  });

  test('that is the first of its major gets a new major tag', () => {
    expect(plan({ version: '2.0.0', changelog: releasedAs('2.0.0') })).toMatchObject({
      latest: true,
      majorTag: { name: 'v2', exists: false },
    });
  });

  test.each([
    ['the newest of an older major moves its tag only', '1.2.3', ['v1', 'v1.2.2', 'v2.0.0'], false, 'v1'],
    ['older than another of its major moves nothing', '1.2.3', ['v1', 'v1.10.0'], false, undefined],
    ['newer than pre-releases of the next', '1.2.3', ['v1', 'v2.0.0-rc.1'], true, 'v1'],
    ['beside tags that are no versions', '1.2.3', ['v1', 'vNext', 'v1.2', 'v9.9.9.9', 'v01.9.9'], true, 'v1'],
  ])('%s', (_title, version, tags, latest, name) => {
    const { majorTag, ...others } = plan({ version, tags });
    expect({ latest: others.latest, name: majorTag?.name }).toEqual({ latest, name });
  });

  test('that is a pre-release is neither the latest nor what the major tag names', () => {
    const version = '2.0.0-rc.1';
    expect(plan({ version, changelog: releasedAs(version) })).toMatchObject({
      tag: 'v2.0.0-rc.1',
      prerelease: true,
      latest: false,
      majorTag: undefined,
    });
  });
});

describe('a version that is not ready', () => {
  test('is told everything that is wrong at once', () => {
    const versions = {
      'package.json': '1.2.9',
      'package-lock.json': undefined,
      'src/base/version.ts': '1.3.0',
    };
    expect(problems({ version: '1.3.0', versions, tags: ['v1.3.0'] })).toEqual([
      'package.json says 1.2.9, not 1.3.0.',
      'package-lock.json says nothing, not 1.3.0.',
      'CHANGELOG.md gives 1.3.0 the date "not yet released"; it takes the day of the release, as 2027-01-31.',
      expect.stringContaining('The tag v1.3.0 is there already.'),
    ]);
  });

  test.each(['v1.2.3', '1.2', '1.2.3.4', '01.2.3', '1.2.3+build', '1.2.3-', '', '1.2.3\n', '$(id)'])(
    '%j is no version',
    (version) => {
      expect(problems({ version })).toEqual([expect.stringContaining('is not a version')]);
    },
  );

  test.each([
    ['no section of it', '## 1.2.30, 2027-01-31\n\n- Another.\n', 'no section of 1.2.3'],
    ['two', `${releasedAs('1.2.3')}${releasedAs('1.2.3')}`, '2 sections of 1.2.3'],
    ['a section without a date', '## 1.2.3\n\n- It.\n', 'the date ""'],
    ['a day that is none', '## 1.2.3, 2027-02-32\n\n- It.\n', 'the date "2027-02-32"'],
    [
      'an empty section',
      '## 1.2.3, 2027-02-01\n\n## 1.2.2, 2027-01-01\n\n- It.\n',
      'says nothing about 1.2.3',
    ],
  ])('a changelog with %s', (_title, text, message) => {
    expect(problems({ changelog: text })).toEqual([expect.stringContaining(message)]);
  });
});
