/**
 * The entry of the bundle that all entry points share: a function for each file of `scripts/build/entry-points.ts`. The
 * imports are dynamic, so that each loads only what it needs.
 */
export const bake = () => import('./bake/main.ts');
export const bakePost = () => import('./bake/post.ts');
export const trial = () => import('./trial/main.ts');
export const trialPost = () => import('./trial/post.ts');
export const promote = () => import('./promote/main.ts');
export const promotePost = () => import('./promote/post.ts');
export const retire = () => import('./retire/main.ts');
export const retirePost = () => import('./retire/post.ts');
