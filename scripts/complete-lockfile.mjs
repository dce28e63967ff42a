// Puts back into package-lock.json the packages of other platforms, where `npm install` has dropped them: some registries
// offer only those of their own users' platforms, and `npm ci` refuses a lockfile that lacks the others.
// Run it after `npm install`; `npm ci` shows whether it was needed.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const lock = JSON.parse(readFileSync(path, 'utf8'));
const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];

for (const [place, owner] of Object.entries(lock.packages)) {
  if (place === '') continue;
  for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
    const parts = name.split(/[-/]/);
    const os = systems.find((system) => parts.includes(system));
    const cpu = processors.find((processor) => parts.includes(processor));
    if (lock.packages[`node_modules/${name}`] || !os || !cpu) continue;
    const libc = parts.includes('musl') ? ['musl'] : parts.includes('gnu') ? ['glibc'] : undefined;
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu: [cpu],
      dev: true,
      license: owner.license,
      optional: true,
      os: [os],
      ...(libc && os === 'linux' ? { libc } : {}),
    };
    console.log(`${name} ${version}`);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
