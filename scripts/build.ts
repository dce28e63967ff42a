/**
 * Builds `dist/` from `src/`: tsc compiles to `lib/`, esbuild bundles each entry point into a folder of its own,
 * unminified, so that it can be read. What is loaded only when it is needed is in files of its own beside it.
 *
 * Node reads and compiles all of a bundle at each start of the action, so what is not used is left out of it.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);

for (const folder of ['lib', 'dist']) rmSync(`${root}${folder}`, { recursive: true, force: true });

const tsc = require.resolve('typescript/package.json').replace('package.json', 'bin/tsc');
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
});

for (const entry of ['main', 'post']) {
  await build({
    absWorkingDir: root,
    entryPoints: { index: `lib/bake/${entry}.js` },
    outdir: `dist/${entry}`,
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    // The SDK's packages offer Node CommonJS, of which nothing can be left out, and ES modules to bundlers.
    conditions: ['module'],
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    plugins: [withoutHttpClient(), withoutUnusedSchemas(), withoutWebSockets()],
  });
  writeFileSync(`${root}dist/${entry}/package.json`, `${JSON.stringify({ type: 'module' })}\n`);
}

/**
 * `@actions/core` brings an HTTP client with it, undici, for OIDC tokens, which `src/github/oidc.ts` gets with Node's own.
 * Its package does not say that its modules do nothing when they are loaded but define things; they do not.
 */
function withoutHttpClient(): Plugin {
  return {
    name: 'without-http-client',
    setup({ onResolve, resolve }) {
      const resolved = {};
      onResolve({ filter: /^(@actions\/|undici$|tunnel$)/ }, async (request) => {
        const { path, importer, resolveDir, kind, pluginData } = request;
        if (pluginData === resolved) return undefined;
        const answer = await resolve(path, { importer, resolveDir, kind, pluginData: resolved });
        return { ...answer, sideEffects: false };
      });
    },
  };
}

/**
 * The schemas of EC2's 800 operations are arrays that look to a bundler as if making them might do something. Each is
 * made in a function that is marked as pure, so that those which nothing refers to are left out: 93 % of them.
 */
function withoutUnusedSchemas(): Plugin {
  return {
    name: 'without-unused-schemas',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]@aws-sdk[\\/].*[\\/]schemas_\d+\.js$/ }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        const contents = text.replace(
          /^((?:export )?(?:var|const) [\w$]+ = )(\[[\s\S]*?\]);$/gm,
          '$1/* @__PURE__ */ (() => $2)();',
        );
        if (contents === text)
          throw new Error(`${path} has another form by now: nothing would be left out of it`);
        return { contents };
      });
    },
  };
}

/**
 * Node reads every export of a module of its own that is imported, and those of `node:http` include WebSocket, for which
 * it loads the whole of its `fetch`: a twentieth of the time until the first call. Here the module is got without that; it has
 * a default export alone, so that `import { request } from 'node:http'` fails the build.
 */
function withoutWebSockets(): Plugin {
  return {
    name: 'without-web-sockets',
    setup({ onResolve, onLoad }) {
      const namespace = 'node-module';
      onResolve({ filter: /^(node:)?https?$/ }, ({ path }) => ({ path, namespace }));
      onLoad({ filter: /./, namespace }, ({ path }) => ({
        contents: `export default process.getBuiltinModule(${JSON.stringify(path)});`,
      }));
    },
  };
}
