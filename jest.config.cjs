/** Three layers: `core` runs in seconds without AWS; `patterns` looks for slow patterns; `cdk` synthesises the stack, runs the bundle and packs the library. */
// The S3 client warns on Node 20 that its versions of 2027 will not run there.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
const shared = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.(t|j|mj)s$': [
      '@swc/jest',
      {
        jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  // These packages are published as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(fast-check|pure-rand|parse5|entities|marked)/)'],
  modulePathIgnorePatterns: ['<rootDir>/(dist|cdk\\.out|out)/'],
};

module.exports = {
  // Time of day, on machines that do other work as well; what must be fast is held to CPU time.
  testTimeout: 30_000,
  projects: [
    {
      ...shared,
      displayName: 'core',
      testMatch: ['<rootDir>/test/{unit,property,cases,scrapes}/**/*.test.ts', '<rootDir>/test/*.test.ts'],
    },
    // Every pattern before recheck: over a minute.
    { ...shared, displayName: 'patterns', testMatch: ['<rootDir>/test/patterns/**/*.test.ts'] },
    { ...shared, displayName: 'cdk', testMatch: ['<rootDir>/test/{stack,integration,package}/**/*.test.ts'] },
  ],
};
