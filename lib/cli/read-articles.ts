import { CleaningError } from '../core/errors.ts';
import { readScrapedRecord } from '../core/read/records.ts';
import type { SourceInfo } from '../core/source.ts';
import type { GivenArticle } from '../inspector/inspect.ts';
import { containerOf, encodingOf, saysWarc } from '../io/container.ts';
import { decompress } from '../io/decompress.ts';
import { rowsOf } from '../pipeline/rows.ts';
import { DEFAULT_MAX_DECOMPRESSED_BYTES } from '../pipeline.ts';

/** The articles of a file, as the pipeline reads them. @throws CleaningError for a file that can never be read */
export async function readArticlesOf(stored: Uint8Array, key: string, name: string): Promise<readonly GivenArticle[]> {
  const body = decompress(stored, encodingOf(key), DEFAULT_MAX_DECOMPRESSED_BYTES, name, saysWarc(null, key));
  const container = containerOf(body, null, key, name);
  const { kind, mediaType } = container;
  const info: SourceInfo = { uri: name, key, ...(mediaType !== undefined && { mediaType }) };
  const rows = rowsOf(body, container, info, {});
  if (rows === null) {
    return [
      kind === 'article'
        ? { body, info }
        : read(info, (base) => readScrapedRecord(new TextDecoder().decode(body), base)),
    ];
  }
  const articles: GivenArticle[] = [];
  for await (const row of rows) articles.push(read({ uri: name, key, recordIndex: articles.length }, row));
  return articles;
}

function read(info: SourceInfo, row: (base: SourceInfo) => GivenArticle): GivenArticle {
  try {
    return row(info);
  } catch (error) {
    if (!(error instanceof CleaningError)) throw error;
    return { error, info };
  }
}
