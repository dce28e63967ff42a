import type { World } from './world.ts';

/** Remembers that an instance was launched from the image. */
export function recordLaunch(world: World, imageId: string, at: number): void {
  const launches = world.imageLaunches.get(imageId) ?? [];
  launches.push(at);
  world.imageLaunches.set(imageId, launches);
}

/**
 * When an instance was last launched from the image, as EC2 reports it. API model, Image.LastLaunchedTime: "When the AMI is
 * used to launch an instance, there is a 24-hour delay before that usage is reported."
 * @returns milliseconds since the epoch; undefined when no launch has been reported yet
 */
export function lastLaunch(world: World, imageId: string, moment: number): number | undefined {
  const reportedUntil = moment - world.settings.launchReportSeconds * 1000;
  const reported = (world.imageLaunches.get(imageId) ?? []).filter((at) => at <= reportedUntil);
  return reported.length === 0 ? undefined : Math.max(...reported);
}

/** `2022-02-10T02:03:18Z`: EC2 user guide, "Check when an Amazon EC2 AMI was last used", in its example. */
export function lastLaunchedTime(world: World, imageId: string, moment: number): string | undefined {
  const at = lastLaunch(world, imageId, moment);
  return at === undefined ? undefined : new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
