/** The files that action.yml names, and the function of `src/index.ts` that each of them calls. */
export const entryPoints = {
  'main.js': 'bake',
  'post.js': 'bakePost',
  'test.js': 'trial',
  'test-post.js': 'trialPost',
  'promote.js': 'promote',
  'promote-post.js': 'promotePost',
  'retire.js': 'retire',
  'retire-post.js': 'retirePost',
} as const satisfies Readonly<Record<string, keyof typeof import('../../src/index.ts')>>;

/** The text of an entry point. All that it does is in the bundle beside it, which the entry points share. */
export function entryPoint(start: string): string {
  return `// Written by scripts/build.ts.\nimport { ${start} } from './index.js';\n\nawait ${start}();\n`;
}
