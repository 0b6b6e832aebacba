const typescript = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true, dynamicImport: true },
      transform: { react: { runtime: 'automatic' } },
      target: 'es2024',
      experimental: { keepImportAttributes: true },
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

/** Where there are properties. */
const properties = { setupFiles: ['<rootDir>/test/same-histories.ts'] };

/** What every kind of test shares: TypeScript as ES modules, run by Node. */
const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.tsx?$': typescript },
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/\\.toolchain/', '<rootDir>/data/'],
};

export default {
  // A limit is there to end what hangs, not to time anything. Jest heeds it here, not in a project.
  testTimeout: 600_000,
  projects: [
    {
      ...shared,
      ...properties,
      displayName: 'packages',
      testMatch: ['<rootDir>/packages/*/{src,test}/**/*.test.{ts,tsx}'],
    },
    {
      ...shared,
      ...properties,
      displayName: 'end-to-end',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/'],
    },
    { ...shared, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.test.ts'] },
  ],
};
