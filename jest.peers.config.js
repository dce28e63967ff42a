// Tests with software that this project did not write: `npm run test:e2e`. They need more than Node, and more time.
import base from './jest.config.mjs';

const { coverageThreshold: _, testPathIgnorePatterns: __, ...shared } = base;

export default {
  ...shared,
  testMatch: ['<rootDir>/__tests__/peers/**/*.test.ts'],
  testTimeout: 120_000,
};
