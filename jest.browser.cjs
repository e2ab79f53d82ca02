/** The inspector in a real Chromium; by itself, because only this layer needs a browser on the machine. */
const { projects } = require('./jest.config.cjs');

module.exports = {
  ...projects[0],
  displayName: 'browser',
  testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
};
