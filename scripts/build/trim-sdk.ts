/** Reduces the AWS SDK to what this action uses: ncc cannot leave unused parts of a module out, esbuild can. */
import { readFileSync } from 'node:fs';
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
    plugins: [withoutUnusedSchemas()],
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
