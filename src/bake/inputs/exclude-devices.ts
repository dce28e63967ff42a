import { gibibytes } from '../../base/units.ts';
import { given } from '../../github/inputs/given.ts';
import { listOf, type Parser } from '../../github/inputs/parsers.ts';
import { capturedVolumes } from '../../source/instance.ts';
import { bakeInput } from './entry.ts';

/**
 * As block device mappings have them: `/dev/sda1`, `/dev/xvdba`, and `xvdf` for Windows ("Device names for volumes" in
 * the EC2 user guide). Whether the instance has such a device is checked once EC2 has been asked.
 */
const deviceForm = /^(?:\/dev\/[A-Za-z0-9][A-Za-z0-9/_-]{0,63}|xvd[a-z]{1,2}[0-9]{0,2})$/;

/** The name of a device in a block device mapping. */
const device: Parser<string> = (text, report) => {
  if (deviceForm.test(text)) return text;
  report(
    `${given(text)} is not the name of a device as EC2 knows it, such as \`/dev/sdf\`, \`/dev/xvdb\` or \`xvdf\`${hint(text)}`,
  );
  return undefined;
};

/** Names of devices to leave out of the image, each once. */
export const excludeDevices = bakeInput('exclude-devices', listOf(device), {
  plan: {
    step: 'create',
    lines: (excluded, { instance }) => {
      const captured = capturedVolumes(instance, excluded);
      return instance.volumes.map((volume) =>
        captured.includes(volume)
          ? `Snapshot ${volume.device}, ${gibibytes(volume.sizeGiB)}`
          : `Leave out ${volume.device}`,
      );
    },
  },
});

function hint(text: string): string {
  if (/^vol-[0-9a-f]+$/.test(text)) return '. That is a volume: give the device that it is attached as';
  if (deviceForm.test(`/dev/${text}`)) return `. Is it \`/dev/${text}\`?`;
  if (/\s/.test(text)) return '. Separate several by commas or line ends';
  return '';
}
