/**
 * Whether two device names mean the same device. The root device of one image may be called `/dev/sda1` while the mapping of
 * its instance says `/dev/sda`, and the other way round (hashicorp/terraform#2271). Other devices with a digit are devices
 * of their own: EC2 User Guide, "Device names for volumes", `/dev/sd[f-p][1-6]`.
 */
export function sameDevice(one: string, other: string): boolean {
  return one === other || withoutPartition(one) === withoutPartition(other);
}

function withoutPartition(device: string): string {
  return device.replace(/^(?:\/dev\/)?(sda|xvda)1?$/, '/dev/$1');
}
