/** Stands in the bundle for pako (46 KB): warcio is given files that Node's own zlib has decompressed within its bounds. */
export class Inflate {
  constructor() {
    throw new Error('expected a decompressed WARC file');
  }
}

// biome-ignore lint/style/noDefaultExport: warcio imports it so.
export default { Inflate };
