/** Builds `dist/` from `src/`: tsc compiles to `lib/`, ncc bundles each entry point, unminified, so that it can be read. */
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
onlyWhatIsUsed('@aws-sdk/client-ec2');
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

/**
 * Imports of an SDK client become imports of its single modules. The package's index holds every one of EC2's 800
 * commands, which the bundle would otherwise carry and Node would read at each start of the action.
 */
function onlyWhatIsUsed(client: string): void {
  const statement = new RegExp(`^import \\{([^}]*)\\} from '${client}';$`, 'gm');
  for (const file of globSync('lib/**/*.js', { cwd: root })) {
    const text = readFileSync(root + file, 'utf8');
    const single = text.replace(statement, (_all, names: string) =>
      names
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '')
        .map((name) => `import { ${name} } from '${client}/dist-es/${moduleOf(name)}.js';`)
        .join(' '),
    );
    if (single !== text) writeFileSync(root + file, single);
  }
}

function moduleOf(name: string): string {
  return name.endsWith('Command') ? `commands/${name}` : name;
}
