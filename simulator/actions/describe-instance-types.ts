import * as errors from '../model/errors.ts';
import { applyFilters, type FilterFields, unsimulated } from '../model/filters.ts';
import {
  bootModesOf,
  type InstanceStorage,
  type InstanceType,
  instanceTypes,
} from '../model/instance-types.ts';
import { page, requireIdsOrPages, requireMaxResults } from '../model/paging.ts';
import type { XmlFields } from '../wire/xml.ts';
import { action, stopDryRun, toFilters } from './action.ts';
import { otherInstanceTypeFilters } from './instance-type-filters.ts';
import { filters, flag, list, only, text, whole } from './parameters.ts';

/** API model, DescribeInstanceTypes, for the types of `model/instance-types.ts`. Every Region has all of them. */
export const describeInstanceTypes = action({
  name: 'DescribeInstanceTypes',
  mutating: false,
  parameters: {
    InstanceType: list(text),
    Filter: filters,
    IncludeUnsupportedInRegion: only('false'),
    MaxResults: whole,
    NextToken: text,
    DryRun: flag,
  },
  answer(input, { world }) {
    requireMaxResults(input.MaxResults, 5, 100);
    requireIdsOrPages(input.InstanceType, input, 'instanceTypes');
    // "Up to 100 instance types" (API model).
    if (input.InstanceType.length > 100) throw errors.tooManyInstanceTypes();
    stopDryRun(input);
    const unknown = input.InstanceType.filter((asked) => !instanceTypes.some(({ name }) => name === asked));
    if (unknown.length > 0) throw errors.instanceTypesNotFound(unknown);
    const asked = instanceTypes.filter(
      ({ name }) => input.InstanceType.length === 0 || input.InstanceType.includes(name),
    );
    const matching = applyFilters(asked, toFilters(input.Filter), filterFields);
    // "The request returns up to 100 results" (API model, MaxResults).
    const { items, nextToken } = page(matching, input, Math.min(world.settings.pageSize, 100));
    return { instanceTypeSet: items.map(toXml), nextToken };
  },
});

const filterFields: FilterFields<InstanceType> = {
  ...unsimulated(...otherInstanceTypeFilters),
  'bare-metal': () => false,
  'burstable-performance-supported': ({ name }) => isBurstable(name),
  'current-generation': ({ currentGeneration }) => currentGeneration,
  hypervisor: ({ hypervisor }) => hypervisor,
  'instance-storage-info.disk.count': ({ storage }) => storage?.disks,
  'instance-storage-info.disk.size-in-gb': ({ storage }) => storage?.diskGB,
  'instance-storage-info.disk.type': ({ storage }) => storage?.type,
  'instance-storage-info.nvme-support': ({ storage }) => storage?.nvme,
  'instance-storage-info.total-size-in-gb': ({ storage }) => storage && storage.disks * storage.diskGB,
  'instance-storage-supported': ({ storage }) => storage !== undefined,
  'instance-type': ({ name }) => name,
  'nitro-tpm-support': ({ hypervisor }) => tpmSupport(hypervisor),
  'memory-info.size-in-mib': ({ memoryMiB }) => memoryMiB,
  'processor-info.supported-architecture': ({ architectures }) => architectures,
  'supported-boot-mode': (type) => bootModesOf(type),
  'supported-root-device-type': () => 'ebs',
  'supported-virtualization-type': () => 'hvm',
  'vcpu-info.default-vcpus': ({ vCpus }) => vCpus,
};

/** API model, InstanceTypeInfo, without what says nothing of storage or of what an image fits. */
function toXml(type: InstanceType): XmlFields {
  const { name, storage } = type;
  return {
    instanceType: name,
    currentGeneration: type.currentGeneration,
    bareMetal: false,
    hypervisor: type.hypervisor,
    processorInfo: { supportedArchitectures: type.architectures },
    vCpuInfo: { defaultVCpus: type.vCpus },
    memoryInfo: { sizeInMiB: type.memoryMiB },
    instanceStorageSupported: storage !== undefined,
    instanceStorageInfo: storage && toStorage(storage),
    burstablePerformanceSupported: isBurstable(name),
    supportedRootDeviceTypes: ['ebs'],
    supportedVirtualizationTypes: ['hvm'],
    supportedBootModes: bootModesOf(type),
    nitroTpmSupport: tpmSupport(type.hypervisor),
    nitroTpmInfo: type.hypervisor === 'nitro' ? { supportedVersions: ['2.0'] } : undefined,
  };
}

/** Of every type in the table as moto has recorded it. */
function tpmSupport(hypervisor: InstanceType['hypervisor']): string {
  return hypervisor === 'nitro' ? 'supported' : 'unsupported';
}

function toStorage({ disks, diskGB, type, nvme }: InstanceStorage): XmlFields {
  return {
    totalSizeInGB: disks * diskGB,
    disks: [{ sizeInGB: diskGB, count: disks, type }],
    nvmeSupport: nvme,
    encryptionSupport: nvme === 'required' ? 'required' : 'unsupported',
  };
}

function isBurstable(name: string): boolean {
  return /^t\d/.test(name);
}
