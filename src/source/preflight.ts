/**
 * The checks that run before the instance is touched. Each is a small function from facts to findings;
 * all findings are shown together, and any error among them ends the bake.
 */
import type { SourceInstance } from './instance.ts';

export interface Finding {
  severity: 'error' | 'warning';
  /** What is wrong, on which object or input, and what to do. */
  message: string;
}

export interface PreflightFacts {
  instance: SourceInstance;
  excludeDevices: readonly string[];
  noReboot: boolean;
}

const checks: readonly ((facts: PreflightFacts) => Finding[])[] = [
  instanceState,
  rootDevice,
  excludedDevices,
  crashConsistency,
];

/** @returns every finding, errors first */
export function preflight(facts: PreflightFacts): Finding[] {
  const findings = checks.flatMap((check) => check(facts));
  return findings.sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
}

function instanceState({ instance }: PreflightFacts): Finding[] {
  if (instance.state === 'running' || instance.state === 'stopped') return [];
  return [
    error(
      `Instance ${instance.id} is ${instance.state}. EC2 images instances that are running or stopped; pass another one as \`instance-id\`.`,
    ),
  ];
}

/** CreateImage: "creates an Amazon EBS-backed AMI from an Amazon EBS-backed instance". */
function rootDevice({ instance }: PreflightFacts): Finding[] {
  if (instance.rootDeviceType === 'ebs') return [];
  return [
    error(
      `The root device of ${instance.id} is an instance store volume. CreateImage works on EBS-backed instances only; launch the instance from an EBS-backed AMI.`,
    ),
  ];
}

function excludedDevices({ instance, excludeDevices }: PreflightFacts): Finding[] {
  const devices = instance.volumes.map((volume) => volume.device);
  return excludeDevices.flatMap((device) => {
    if (device === instance.rootDeviceName) {
      return [
        error(
          `Input \`exclude-devices\`: ${device} is the root device of ${instance.id}, which an image cannot do without.`,
        ),
      ];
    }
    if (!devices.includes(device)) {
      return [
        error(
          `Input \`exclude-devices\`: ${instance.id} has no EBS volume at ${device}. It has ${devices.join(', ') || 'none at all'}.`,
        ),
      ];
    }
    return [];
  });
}

/** EC2 reboots a running instance so that its file systems are consistent, unless it is told not to. */
function crashConsistency({ instance, noReboot }: PreflightFacts): Finding[] {
  if (!noReboot || instance.state !== 'running') return [];
  return [
    {
      severity: 'warning',
      message:
        'no-reboot: the instance keeps running while its volumes are captured. What is in memory and not yet on disk is missing from the image, and file systems may need a repair at first boot.',
    },
  ];
}

function error(message: string): Finding {
  return { severity: 'error', message };
}
