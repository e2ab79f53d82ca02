/** A trained model as it is kept in a file. */
export interface ModelData {
  /** Names of the columns it was trained on, joined by a space; must equal `FEATURES`. */
  readonly features: string;
  /** Probability from which a block of an article is kept. */
  readonly threshold: number;
  /** Log odds before the first tree. */
  readonly base: number;
  /** Base64 of one byte a tree: its number of nodes. */
  readonly sizes: string;
  /** Base64 of one byte a node: the column it tests, 255 for leaves. */
  readonly columns: string;
  /** Base64 of a little-endian 32-bit float a node: values up to it go left; in leaves what is added to the log odds. */
  readonly values: string;
  /** Base64 of one byte a node: how far behind it its right child stands; the left one follows it. */
  readonly rights: string;
  /** Keep rates of markup tokens, in the form of `token-table.ts`. */
  readonly tokens: string;
  /** What it was trained on: sets with the sha256 of their gold, pages, sites, rows, seed, split. */
  readonly training: ModelTraining;
}

export interface ModelTraining {
  readonly sets: readonly { readonly name: string; readonly gold: string; readonly pages: number }[];
  readonly sites: number;
  readonly rows: number;
  readonly seed: number;
  readonly split: string;
}
