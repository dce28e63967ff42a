/** Bundles compiled modules and their packages with ncc, unminified, so that people can read the result. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export interface Bundle {
  /** The text of each file by its name: `index.js`, the chunks that it loads, and `package.json`. */
  files: ReadonlyMap<string, string>;
  /** The names of the files that Node loads for each dynamic import of the entry, `index.js` included. */
  startFiles: readonly (readonly string[])[];
}

/**
 * Leaves the OIDC client out of `@actions/core`: it imports undici, which adds 1 MB and 19 to 28 ms to each start of the
 * action, and `src/github/oidc.ts` requests the tokens with Node's own HTTP client. The import has to resolve to something,
 * here to a module that Node has loaded anyway. When the package renames the file, `limits.ts` stops the build.
 */
const externals = { './oidc-utils.js': 'node:module' };

/**
 * ncc derives the numbers of modules and chunks from their paths relative to the working directory.
 * @param entry absolute path of an ES module that exports what the entry points call
 */
export async function bundle(entry: string): Promise<Bundle> {
  const ncc = require('@vercel/ncc') as Ncc;
  const { code, assets, stats } = await ncc(entry, { cache: false, quiet: true, externals });
  const texts = Object.entries(assets).map(([name, { source }]) => [name, String(source)] as const);
  const started = [...stats.compilation.chunkGroups].filter((group) =>
    group.origins.some(({ module }) => module?.resource === entry),
  );
  return {
    files: new Map([['index.js', code], ...texts]),
    startFiles: started.map((group) => ['index.js', ...group.getFiles()]),
  };
}

/** The part of ncc's API that is used here: the package has no types. `stats` are webpack's. */
type Ncc = (
  entry: string,
  options: { cache: false; quiet: boolean; externals: Readonly<Record<string, string>> },
) => Promise<{
  code: string;
  assets: Readonly<Record<string, { source: string | Buffer }>>;
  stats: { compilation: { chunkGroups: Iterable<ChunkGroup> } };
}>;

/** webpack's: the chunks that one dynamic import loads. */
interface ChunkGroup {
  origins: readonly { module?: { resource?: string } | null }[];
  getFiles(): string[];
}
