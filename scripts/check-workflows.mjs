// Reads the project's workflows, and its examples, with actionlint and zizmor, as far as these are there. In CI both must be.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const places = ['.github/workflows', 'examples'].filter((place) => existsSync(place));
const workflows = places.flatMap((place) =>
  readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yml'))
    .map((path) => join(place, path)),
);

// Offline: it then says the same everywhere, and needs no token.
check('zizmor', ['--offline', '--persona=pedantic', '.github', ...places.slice(1)]);
check('actionlint', workflows);

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
