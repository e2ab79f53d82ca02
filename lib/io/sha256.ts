import { hash } from 'node:crypto';

/** sha256 by the platform's own library. */
export function sha256(bytes: Uint8Array | string): string {
  return hash('sha256', bytes);
}
