/**
 * Builds `dist/` from `src/`: tsc compiles to `lib/`, esbuild reduces the AWS SDK to what is used, and ncc bundles
 * everything into one `dist/index.js`, with files beside it for dynamic imports. The entry points, which action.yml names,
 * are a few lines each.
 *
 * The result does not depend on the folder or the machine: CI compares it with the committed one.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './build/bundle.ts';
import { entryPoint, entryPoints } from './build/entry-points.ts';
import { problemsOf } from './build/limits.ts';
import { trimSdk } from './build/trim-sdk.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
rmSync('lib', { recursive: true, force: true });

const tsc = createRequire(import.meta.url)
  .resolve('typescript/package.json')
  .replace('package.json', 'bin/tsc');
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {
  stdio: ['ignore', 'inherit', 'inherit'],
});
await trimSdk(root, 'lib/aws/sdk');
const bundled = await bundle(join(root, 'lib', 'index.js'));

const problems = problemsOf(bundled, root, Object.keys(entryPoints).length);
if (problems.length > 0) throw new Error(problems.join('\n'));

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
for (const [name, text] of bundled.files) writeFileSync(join('dist', name), text);
for (const [name, start] of Object.entries(entryPoints)) writeFileSync(join('dist', name), entryPoint(start));
