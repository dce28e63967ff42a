import type { CopyTarget } from './copy/copying.ts';
import type { LifecycleWishes } from './lifecycle.ts';
import type { LaunchTemplateWish } from './publish/launch-templates.ts';

/** What is asked for of an image: inputs of the bake and of `promote`. */
export interface Wishes extends LifecycleWishes {
  copyTo: readonly CopyTarget[];
  /** Account IDs, ARNs of organizations and organizational units. */
  shareWith: readonly string[];
  shareSnapshots: boolean;
  makePublic: boolean;
  launchTemplates: readonly LaunchTemplateWish[];
}
