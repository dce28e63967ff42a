/** What an image carries through its life. */
import { expect } from '@jest/globals';
import type { Operation } from './operation.ts';

export const lifecycleOperations: readonly Operation[] = [
  {
    service: 'ec2',
    operation: 'EnableImageDeprecation',
    arrange(simulator) {
      const image = simulator.seedImage();
      const DeprecateAt = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 3_600_000);
      return {
        parameters: { ImageId: image.id, DeprecateAt: DeprecateAt.toISOString() },
        answer: { Return: true },
        after: () => expect(image.deprecateAt).toBe(DeprecateAt.getTime()),
      };
    },
  },
  {
    service: 'ec2',
    operation: 'DisableImageDeprecation',
    arrange(simulator) {
      const image = simulator.seedImage();
      image.deprecateAt = Date.now() + 3_600_000;
      return {
        parameters: { ImageId: image.id },
        answer: { Return: true },
        after: () => expect(image.deprecateAt).toBeUndefined(),
      };
    },
  },
  {
    service: 'ec2',
    operation: 'EnableImageDeregistrationProtection',
    arrange(simulator) {
      const image = simulator.seedImage();
      return {
        parameters: { ImageId: image.id, WithCooldown: true },
        answer: { Return: 'enabled-with-cooldown' },
        after: () => expect(image.protection).toMatchObject({ enabled: true, withCooldown: true }),
      };
    },
  },
  {
    service: 'ec2',
    operation: 'DisableImageDeregistrationProtection',
    arrange(simulator) {
      const image = simulator.seedImage();
      image.protection = { ...image.protection, enabled: true };
      return {
        parameters: { ImageId: image.id },
        answer: { Return: 'disabled' },
        after: () => expect(image.protection.enabled).toBe(false),
      };
    },
  },
  {
    service: 'ec2',
    operation: 'DisableImage',
    arrange(simulator) {
      const image = simulator.seedImage({ public: true });
      return {
        parameters: { ImageId: image.id },
        answer: { Return: true },
        after: () => expect(image).toMatchObject({ disabled: true }),
      };
    },
  },
  {
    service: 'ec2',
    operation: 'EnableImage',
    arrange(simulator) {
      const image = simulator.seedImage({ state: 'disabled' });
      return {
        parameters: { ImageId: image.id },
        answer: { Return: true },
        after: () => expect(image).toMatchObject({ disabled: false }),
      };
    },
  },
];
