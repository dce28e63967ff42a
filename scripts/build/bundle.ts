/** Bundles compiled modules and their packages with ncc. */
import { createRequire } from 'node:module';
import { transform } from 'esbuild';

const require = createRequire(import.meta.url);

export interface Bundle {
  /** The text of each file by its name: `index.js`, the chunks that it loads, and `package.json`. */
  files: ReadonlyMap<string, string>;
  /** The names of the files that Node loads for each dynamic import of the entry, `index.js` included. */
  startFiles: readonly (readonly string[])[];
}

/**
 * Leaves the OIDC client out of `@actions/core`: it imports undici, which adds 1 MB and 19 to 28 ms to each start of the
 * action, and `src/github/oidc.ts` requests the tokens with Node's own HTTP client. `platform.js` starts programs to find out
 * about the machine, for which it brings two packages and four modules of Node. Both imports have to resolve to something, here
 * to a module that Node has loaded anyway. When the package renames a file, `limits.ts` stops the build.
 */
const externals = { './oidc-utils.js': 'node:module', './platform.js': 'node:module' };

/**
 * ncc derives the numbers of modules and chunks from their paths relative to the working directory.
 * @param entry absolute path of an ES module that exports what the entry points call
 */
export async function bundle(entry: string): Promise<Bundle> {
  const ncc = require('@vercel/ncc') as Ncc;
  const { code, assets, stats } = await ncc(entry, { cache: false, quiet: true, externals });
  const bundled = [
    ['index.js', code] as const,
    ...Object.entries(assets).map(([name, { source }]) => [name, String(source)] as const),
  ];
  const texts = await Promise.all(
    bundled.map(async ([name, text]) => [name, await compact(name, text)] as const),
  );
  const started = [...stats.compilation.chunkGroups].filter((group) =>
    group.origins.some(({ module }) => module?.resource === entry),
  );
  return {
    files: new Map(texts),
    startFiles: started.map((group) => ['index.js', ...group.getFiles()]),
  };
}

/**
 * Without comments and spaces, and with escapes for what is not ASCII: Node reads and compiles such a text faster, which makes
 * the action start 10 ms sooner. Names stay, for those who read a stack trace; what they read is in `src/`.
 */
async function compact(name: string, text: string): Promise<string> {
  if (!name.endsWith('.js')) return text;
  const shorter = {
    minifyWhitespace: true,
    minifySyntax: true,
    charset: 'ascii',
    legalComments: 'inline',
  } as const;
  return (await transform(text, { format: 'esm', target: 'node24', ...shorter })).code;
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
