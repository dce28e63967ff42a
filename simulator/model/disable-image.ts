import type { Image } from './image.ts';

/**
 * EC2 user guide, "Disable an AMI": it loses all its launch permissions, and they do not come back when it is enabled again.
 * Its name stays taken, its snapshots stay in use.
 */
export function disableImage(image: Image, now: number): void {
  image.disabled = true;
  image.launchPermissions.change({ add: [], remove: [...image.launchPermissions.current] }, now);
}

export function enableImage(image: Image): void {
  image.disabled = false;
}
