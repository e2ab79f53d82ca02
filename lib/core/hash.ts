/**
 * sha256 of bytes as lower-case hex. The platform gives it: in plain JavaScript hashing a page takes longer than
 * cleaning it.
 */
export type Sha256 = (bytes: Uint8Array) => string;
