/** `npm run demo -- NAME`: shows an action at work on this machine, without an AWS account; unless named, the bake. */
const demos: Readonly<Record<string, () => Promise<unknown>>> = {
  bake: () => import('./demo/bake.ts'),
  test: () => import('./demo/test.ts'),
  promote: () => import('./demo/promote.ts'),
  retire: () => import('./demo/retire.ts'),
};

const [name = 'bake'] = process.argv.slice(2);
const demo = demos[name];
if (demo === undefined)
  throw new Error(`There is no demo ${name}: there are ${Object.keys(demos).join(', ')}`);
await demo();
