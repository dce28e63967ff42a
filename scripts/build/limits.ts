/** Checks a bundle before the build writes it to `dist/`. */
import type { Bundle } from './bundle.ts';

/** In bytes, of all files: each job that uses the action downloads them. */
const wholeLimit = 4_000_000;

/** In bytes, of the files that Node reads and compiles at each start, before the first call to AWS. */
const startLimit = 900_000;

/**
 * @param root the project's folder, which must not appear in the bundle: each machine has to build the same
 * @param entryPoints how many there are
 * @returns what is wrong with the bundle, a sentence each; empty if nothing is
 */
export function problemsOf({ files, startFiles }: Bundle, root: string, entryPoints: number): string[] {
  const whole = sizeOf([...files.values()]);
  const named = [...files].flatMap(([name, text]) => (text.includes(root) ? [name] : []));
  return [
    ...(whole > wholeLimit ? [`dist/ has ${whole} bytes; the limit is ${wholeLimit}.`] : []),
    ...(startFiles.length === entryPoints
      ? []
      : [`src/index.ts imports ${startFiles.length} modules dynamically for ${entryPoints} entry points.`]),
    ...named.map((name) => `${name} contains the path of the folder that it was built in.`),
    ...startFiles.flatMap((names) => problemsOfStart(names, files)),
    ...[...files.keys()]
      .filter((name) => !/^(\d+\.)?index\.js$|^package\.json$/.test(name))
      .map((name) => `ncc copied ${name} into dist/: some package reads it as a file.`),
  ];
}

function problemsOfStart(names: readonly string[], files: Bundle['files']): string[] {
  const texts = names.map((name) => files.get(name) ?? '');
  const size = sizeOf(texts);
  const what = `Together, ${names.join(', ')}`;
  return [
    ...(size > startLimit ? [`${what} have ${size} bytes; the limit is ${startLimit}.`] : []),
    ...(texts.some((text) => /class (OidcClient|HttpClient|Dispatcher|ToolRunner)\b/.test(text))
      ? [
          `${what} contain an HTTP client or what starts programs, which \`externals\` in scripts/build/bundle.ts should leave out.`,
        ]
      : []),
  ];
}

function sizeOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}
