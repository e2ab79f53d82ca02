/** Bytes of an object as stored, above which it is refused; of a shard, bytes of one row. */
export const DEFAULT_MAX_BYTES = 10 * 1024 * 1024;

/** Bytes of an object after decompression, above which it is refused. */
export const DEFAULT_MAX_DECOMPRESSED_BYTES = 50 * 1024 * 1024;
