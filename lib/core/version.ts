/** Version of the cleaner as records carry it; a test holds it equal to package.json. */
export const CLEANER_VERSION = '0.1.0';
