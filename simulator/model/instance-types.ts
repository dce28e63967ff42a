/**
 * Some of EC2's instance types, as DescribeInstanceTypes tells of them: with and without instance store volumes, of all
 * generations and architectures. Figures from the instance types that moto has recorded from EC2.
 */
export interface InstanceType {
  name: string;
  sequence: number;
  currentGeneration: boolean;
  hypervisor: 'nitro' | 'xen';
  architectures: readonly string[];
  vCpus: number;
  memoryMiB: number;
  storage: InstanceStorage | undefined;
}

export interface InstanceStorage {
  disks: number;
  /** Of each disk, in GB. */
  diskGB: number;
  type: 'ssd' | 'hdd';
  nvme: 'required' | 'unsupported';
}

type Row = [name: string, vCpus: number, memoryMiB: number, storage?: InstanceStorage];

const nvme = (disks: number, diskGB: number): InstanceStorage => ({
  disks,
  diskGB,
  type: 'ssd',
  nvme: 'required',
});
const hdd = (disks: number, diskGB: number, interface_: InstanceStorage['nvme']): InstanceStorage => ({
  disks,
  diskGB,
  type: 'hdd',
  nvme: interface_,
});
const oldSsd = (disks: number, diskGB: number): InstanceStorage => ({
  disks,
  diskGB,
  type: 'ssd',
  nvme: 'unsupported',
});

const currentNitro: Row[] = [
  ['t3.micro', 2, 1024],
  ['t3.small', 2, 2048],
  ['t3.medium', 2, 4096],
  ['t3a.medium', 2, 4096],
  ['m7i.large', 2, 8192],
  ['m5d.large', 2, 8192, nvme(1, 75)],
  ['m5d.24xlarge', 96, 393_216, nvme(4, 900)],
  ['m6id.large', 2, 8192, nvme(1, 118)],
  ['c5d.18xlarge', 72, 147_456, nvme(2, 900)],
  ['r5d.large', 2, 16_384, nvme(1, 75)],
  ['z1d.large', 2, 16_384, nvme(1, 75)],
  ['i3en.24xlarge', 96, 786_432, nvme(8, 7500)],
  ['i4i.large', 2, 16_384, nvme(1, 468)],
  ['g4dn.xlarge', 4, 16_384, nvme(1, 125)],
  ['d3.xlarge', 4, 32_768, hdd(3, 1980, 'required')],
  ['d3en.xlarge', 4, 16_384, hdd(2, 13_980, 'required')],
  ['d3en.12xlarge', 48, 196_608, hdd(24, 13_980, 'required')],
];

const currentArm: Row[] = [
  ['t4g.micro', 2, 1024],
  ['m7g.large', 2, 8192],
  ['c6gd.large', 2, 4096, nvme(1, 118)],
  ['m6gd.large', 2, 8192, nvme(1, 118)],
  ['im4gn.large', 2, 8192, nvme(1, 937)],
];

const currentXen: Row[] = [
  ['i3.large', 2, 15_616, nvme(1, 475)],
  ['i3.2xlarge', 8, 62_464, nvme(1, 1900)],
  ['h1.2xlarge', 8, 32_768, hdd(1, 2000, 'unsupported')],
];

const previousNitro: Row[] = [
  ['m5.large', 2, 8192],
  ['c5.large', 2, 4096],
];

const previousXen: Row[] = [
  ['m3.medium', 1, 3840, oldSsd(1, 4)],
  ['m3.large', 2, 7680, oldSsd(1, 32)],
  ['d2.xlarge', 4, 31_232, hdd(3, 2048, 'unsupported')],
];

export const instanceTypes: readonly InstanceType[] = [
  ...toTypes(currentNitro, { currentGeneration: true, hypervisor: 'nitro', architectures: ['x86_64'] }),
  ...toTypes(currentArm, { currentGeneration: true, hypervisor: 'nitro', architectures: ['arm64'] }),
  ...toTypes(currentXen, { currentGeneration: true, hypervisor: 'xen', architectures: ['x86_64'] }),
  ...toTypes([['t2.micro', 1, 1024]], {
    currentGeneration: true,
    hypervisor: 'xen',
    architectures: ['i386', 'x86_64'],
  }),
  ...toTypes(previousNitro, { currentGeneration: false, hypervisor: 'nitro', architectures: ['x86_64'] }),
  ...toTypes(previousXen, { currentGeneration: false, hypervisor: 'xen', architectures: ['x86_64'] }),
  ...toTypes([['c3.large', 2, 3840, oldSsd(2, 16)]], {
    currentGeneration: false,
    hypervisor: 'xen',
    architectures: ['i386', 'x86_64'],
  }),
].map((type, index) => ({ ...type, sequence: index + 1 }));

/** The type of that name; undefined for one that is not in the table. */
export function instanceType(name: string): InstanceType | undefined {
  return instanceTypes.find((type) => type.name === name);
}

/** SupportedBootModes, of every type in the table as moto has recorded it. */
export function bootModesOf({ hypervisor, architectures }: InstanceType): string[] {
  if (architectures.includes('arm64')) return ['uefi'];
  return hypervisor === 'nitro' ? ['legacy-bios', 'uefi'] : ['legacy-bios'];
}

type Kind = Pick<InstanceType, 'currentGeneration' | 'hypervisor' | 'architectures'>;

function toTypes(rows: readonly Row[], kind: Kind): Omit<InstanceType, 'sequence'>[] {
  return rows.map(([name, vCpus, memoryMiB, storage]) => ({ name, vCpus, memoryMiB, storage, ...kind }));
}
