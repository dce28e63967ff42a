// Fails when the tree is not as it was committed, and says how; with an argument, the whole difference goes to that file.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const cwd = fileURLToPath(new URL('..', import.meta.url));
const git = (...args) => execFileSync('git', args, { cwd, encoding: 'utf8', maxBuffer: 1e9 });

const changed = git('status', '--porcelain');
if (changed !== '') {
  const [, , file] = process.argv;
  // New files are in no diff unless they are meant to be added.
  git('add', '--intent-to-add', '.');
  if (file !== undefined) writeFileSync(file, git('diff', '--text'));
  console.error(
    `${changed}These differ from what was committed. Run "npm run build" and "npm run docs", and commit the result.`,
  );
  process.exitCode = 1;
}
