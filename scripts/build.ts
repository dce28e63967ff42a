/** Builds `dist/` from `src/`: tsc compiles to `lib/`, ncc bundles each entry point, unminified, so that it can be read. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);

for (const folder of ['lib', 'dist']) rmSync(`${root}${folder}`, { recursive: true, force: true });

node(
  require.resolve('typescript/package.json').replace('package.json', 'bin/tsc'),
  '-p',
  'tsconfig.build.json',
);
for (const entry of ['main', 'post']) {
  node(
    require.resolve('@vercel/ncc/dist/ncc/cli.js'),
    'build',
    `lib/${entry}.js`,
    '--out',
    `dist/${entry}`,
    '--quiet',
  );
}

function node(...args: string[]): void {
  execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
}
