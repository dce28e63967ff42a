import { given } from '../../github/inputs/given.ts';
import type { Parser } from '../../github/inputs/parsers.ts';

/**
 * As block device mappings have them: `/dev/sda1`, `/dev/xvdba`, and `xvdf` for Windows ("Device names for volumes" in
 * the EC2 user guide). Whether the instance has such a device is checked once EC2 has been asked.
 */
const deviceForm = /^(?:\/dev\/[A-Za-z0-9][A-Za-z0-9/_-]{0,63}|xvd[a-z]{1,2}[0-9]{0,2})$/;

/** The name of a device in a block device mapping. */
export const device: Parser<string> = (text, report) => {
  if (deviceForm.test(text)) return text;
  report(
    `${given(text)} is not the name of a device as EC2 knows it, such as \`/dev/sdf\`, \`/dev/xvdb\` or \`xvdf\`${hint(text)}`,
  );
  return undefined;
};

function hint(text: string): string {
  if (/^vol-[0-9a-f]+$/.test(text)) return '. That is a volume: give the device that it is attached as';
  if (deviceForm.test(`/dev/${text}`)) return `. Is it \`/dev/${text}\`?`;
  if (/\s/.test(text)) return '. Separate several by commas or line ends';
  return '';
}
