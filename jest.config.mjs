// Jest runs the TypeScript sources as ES modules (Node's --experimental-vm-modules), stripped by SWC.
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2024', parser: { syntax: 'typescript' } } }] },
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  // Those need other people's software: jest.peers.config.js, `npm run test:e2e`.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/__tests__/peers/'],
  modulePathIgnorePatterns: ['<rootDir>/.tools/'],
  // Node keeps what each test file has loaded: a worker that has grown is replaced, or measuring coverage takes twice as long.
  workerIdleMemoryLimit: '500MB',
  // Virtual time costs processor time, and machines are busy.
  testTimeout: 120_000,
  // Not the entry points, which run as processes only, nor what is types alone.
  collectCoverageFrom: [
    'src/**/*.ts',
    '!src/index.ts',
    '!src/{bake,promote,retire,trial}/{main,post}.ts',
    '!src/github/{main,post}-step.ts',
    '!src/bake/record.ts',
    '!src/base/log.ts',
  ],
  coverageProvider: 'v8',
  // A floor: raise it when there is room, never lower it.
  coverageThreshold: { global: { statements: 95, lines: 95, functions: 95, branches: 88 } },
};
