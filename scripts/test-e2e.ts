/**
 * `npm run test:e2e`: the tests with other people's software (`__tests__/peers/`). What is not here and cannot be
 * installed is skipped; the last lines say so, and why. `--strict` makes that a failure. Other arguments go to Jest.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { goTool } from './tools/go.ts';
import { pythonTools } from './tools/python.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const report = join(root, 'coverage', 'e2e.json');

interface Results {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    assertionResults: { ancestorTitles: string[]; fullName: string; status: string }[];
  }[];
}

// Beforehand, so that it is seen to happen, and takes none of a test's time. The tests ask for them again.
goTool('act');
goTool('actionlint');
await pythonTools();

const args = process.argv.slice(2);
const strict = args.includes('--strict');
mkdirSync(dirname(report), { recursive: true });
rmSync(report, { force: true });
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--no-warnings',
    'node_modules/jest/bin/jest.js',
    '--config=jest.peers.config.js',
    '--json',
    `--outputFile=${report}`,
    ...args.filter((argument) => argument !== '--strict'),
  ],
  { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
);
process.exitCode = status ?? 1;

if (existsSync(report)) {
  const results = JSON.parse(readFileSync(report, 'utf8')) as Results;
  const skipped = skippedTests(results);
  const count = [...skipped.values()].reduce((sum, number) => sum + number, 0);
  const { numPassedTests: passed, numFailedTests: failed } = results;
  console.log(`\nWith other people's software: ${passed} passed, ${failed} failed, ${count} skipped`);
  for (const [what, number] of skipped) console.log(`  SKIPPED, ${number} × ${what}`);
  if (strict && count > 0) {
    console.log('Nothing may be skipped with --strict.');
    process.exitCode = 1;
  }
}

/** How many tests were skipped, by file and reason; the reason stands in the title (`__tests__/peers/describe-with.ts`). */
function skippedTests({ testResults }: Results): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name, assertionResults } of testResults) {
    for (const { ancestorTitles, fullName, status } of assertionResults) {
      if (status === 'passed' || status === 'failed') continue;
      const reasons = ancestorTitles.flatMap((title) => /\(skipped: (.*)\)$/.exec(title)?.[1] ?? []);
      const what = `${relative(root, name)}: ${reasons[0] ?? fullName}`;
      counts.set(what, (counts.get(what) ?? 0) + 1);
    }
  }
  return counts;
}
