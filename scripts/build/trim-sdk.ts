/** Reduces the AWS SDK to what this action uses: ncc cannot leave unused parts of a module out, esbuild can. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type Plugin } from 'esbuild';

/**
 * Bundles each file of a folder with its packages, in place. Each file names the clients and commands that are used, and
 * what several of them need goes into chunks that they share.
 * @param folder of compiled files, e.g. `lib/aws/sdk`, relative to the root
 */
export async function trimSdk(root: string, folder: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: [`${folder}/*.js`],
    outdir: folder,
    allowOverwrite: true,
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    // Nobody looks for its names in a stack trace. `bundle.ts` does the rest.
    minifyIdentifiers: true,
    // The SDK's packages offer Node CommonJS, of which nothing can be left out, and ES modules to bundlers.
    conditions: ['module'],
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    plugins: [withoutUnusedSchemas(), withoutEventStreams(), schemasByFile(root, folder)],
  });
}

/**
 * The schemas of EC2's 800 operations are arrays, and a bundler cannot know that making them does nothing else. Each is
 * made in a function that is marked as pure, so that esbuild drops those that nothing refers to: 93 % of them. With all of
 * them the action takes 56 % longer to start.
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
          throw new Error(`${path} has a new form: the build can drop none of its schemas.`);
        return { contents };
      });
    },
  };
}

/**
 * No operation of the services in use streams events. What decodes them is loaded when one does, but it shares a file of
 * checksums with what every start needs, which loads node:zlib.
 */
function withoutEventStreams(): Plugin {
  return {
    name: 'without-event-streams',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]@smithy[\\/]core[\\/].*[\\/]event-streams[\\/]index\.js$/ }, () => ({
        contents: "throw new Error('This build has no streams of events: see scripts/build/trim-sdk.ts');",
      }));
    },
  };
}

/**
 * Gives each file beside `ec2.ts` a copy of EC2's schemas of its own, for its own commands. They are one module, and esbuild
 * splits between modules only: the schemas of all commands would be loaded with the client.
 */
function schemasByFile(root: string, folder: string): Plugin {
  const owners = new Map<string, string>();
  for (const file of globSync(`${folder}/ec2-*.js`, { cwd: root }))
    for (const [command] of readFileSync(join(root, file), 'utf8').matchAll(/\w+Command\b/g))
      owners.set(`${command}.js`, basename(file));
  return {
    name: 'schemas-by-file',
    setup({ onResolve }) {
      onResolve({ filter: /\/schemas_\d+$/ }, ({ path, importer, resolveDir }) => {
        const owner = owners.get(basename(importer));
        return owner === undefined
          ? undefined
          : { path: join(resolveDir, `${path}.js`), suffix: `?${owner}` };
      });
    },
  };
}
