/**
 * What .github/workflows/release.yml asks about a release; it runs without `npm ci`.
 *
 *   node scripts/release.ts check VERSION   says what keeps it from being released, or what the release will do
 *   node scripts/release.ts notes VERSION   prints the notes of the release
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { version as versionOfCode } from '../src/base/version.ts';
import { planRelease, ReleaseError, type ReleasePlan } from './release-plan.ts';

const root = new URL('../', import.meta.url);
const [command, version = ''] = process.argv.slice(2);

try {
  if (command === 'check') check(plan());
  else if (command === 'notes') process.stdout.write(`${plan().notes}\n`);
  else throw new ReleaseError(['Usage: node scripts/release.ts check|notes VERSION']);
} catch (error) {
  if (!(error instanceof ReleaseError)) throw error;
  process.stderr.write(`This version cannot be released:\n${error.message}\n`);
  process.exitCode = 1;
}

function plan(): ReleasePlan {
  const lock = JSON.parse(read('package-lock.json'));
  return planRelease({
    version,
    versions: {
      'package.json': JSON.parse(read('package.json')).version,
      'package-lock.json': lock.version,
      'package-lock.json, packages[""],': lock.packages[''].version,
      'src/base/version.ts': versionOfCode,
    },
    changelog: read('CHANGELOG.md'),
    tags: git('tag', '--list'),
  });
}

/** Tells the plan, and gives it to the workflow as outputs. */
function check({ tag, prerelease, latest, majorTag, notes }: ReleasePlan): void {
  const { GITHUB_OUTPUT } = process.env;
  const outputs = {
    tag,
    prerelease: String(prerelease),
    latest: String(latest),
    'major-tag': majorTag?.name ?? '',
    'major-tag-exists': String(majorTag?.exists ?? false),
  };
  const lines = Object.entries(outputs).map(([name, value]) => `${name}=${value}`);
  process.stdout.write(`${lines.join('\n')}\n\n${notes}\n`);
  if (GITHUB_OUTPUT) appendFileSync(GITHUB_OUTPUT, `${lines.join('\n')}\n`);
}

function read(file: string): string {
  return readFileSync(new URL(file, root), 'utf8');
}

function git(...args: string[]): string[] {
  const lines = execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n');
  return lines.filter((line) => line !== '');
}
