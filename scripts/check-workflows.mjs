// Reads the project's workflows, and its examples, with actionlint and zizmor, as far as these are there. In CI both must be.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const workflows = workflowsIn('.github/workflows');
const examples = existsSync('examples') ? workflowsIn('examples') : [];

// Offline: it then says the same everywhere, and needs no token. Examples need not please a pedant: they have to be short.
check('zizmor', ['--offline', '--persona=pedantic', '.github']);
if (examples.length > 0) check('zizmor', ['--offline', '--config=.github/zizmor.yml', ...examples]);
check('actionlint', [...workflows, ...examples]);

function workflowsIn(place) {
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.ya?ml$/.test(path))
    .map((path) => join(place, path));
}

function check(tool, args) {
  const { status, error } = spawnSync(tool, args, { stdio: 'inherit' });
  if (error !== undefined && error.code !== 'ENOENT') throw error;
  if (error === undefined && status === 0) return;
  if (error === undefined) process.exitCode = 1;
  else if (process.env.CI) {
    console.error(`${tool} is not there.`);
    process.exitCode = 1;
  } else console.log(`Skipped: ${tool} is not there, see the job "workflows" of .github/workflows/ci.yml.`);
}
