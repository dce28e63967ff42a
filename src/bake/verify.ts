/** The finished image against what the bake asked for, before anybody else gets it. */
import { gibibytes } from '../base/units.ts';
import type { WantedDevices } from '../image/devices.ts';
import { verifyImage } from '../image/verify.ts';
import type { Seen } from '../image/wait/wait.ts';
import type { Names } from '../naming/names.ts';
import { learn } from '../run/run.ts';
import { whatBecameOf } from '../source/changes.ts';
import { capturedVolumes, type SourceInstance } from '../source/instance.ts';
import type { Obtained } from './obtain.ts';
import type { BakeRun } from './record.ts';

/** @throws ProblemsError with everything that is not as asked for */
export async function verify(
  run: BakeRun,
  instance: SourceInstance,
  names: Names,
  image: Obtained,
  seen: Seen | undefined,
): Promise<void> {
  const { record, region } = run;
  const { imageId, imageTags, snapshotTags } = image;
  const verified = await verifyImage(run, {
    region,
    imageId,
    snapshotIds: record.image?.snapshots.map(({ snapshotId }) => snapshotId) ?? [],
    accountId: instance.accountId,
    name: record.image?.name ?? names.name,
    ...wantedDevices(run, instance, image),
    imageTags,
    snapshotTags,
    seen,
  });
  learn(run, { image: verified });
  const count = verified.snapshots.length;
  const total = verified.snapshots.reduce((sum, snapshot) => sum + snapshot.sizeGiB, 0);
  run.log.info(
    `Verified: ${count} ${count === 1 ? 'snapshot' : 'snapshots'} of ${gibibytes(total)}, tags, state`,
  );
}

/** Of an image that an earlier attempt created, or somebody else, nobody knows which volumes the instance had then. */
function wantedDevices(run: BakeRun, instance: SourceInstance, { from }: Obtained): WantedDevices {
  const { excludeDevices, shareWith, makePublic, copyTo } = run.inputs;
  if (from === 'reused') return { devices: [] };
  const volumes = capturedVolumes(instance, excludeDevices);
  const devices = volumes.map(({ device }) => device);
  const wanted = {
    devices,
    excluded: excludeDevices,
    whatBecameOf: (device: string) => whatBecameOf(run, instance, device),
  };
  if (from !== 'created') return wanted;
  const isForOthers = shareWith.length > 0 || makePublic || copyTo.length > 0;
  return { ...wanted, volumes, others: isForOthers ? 'error' : 'warning' };
}
