import { signatureOf } from '../core/read/signature.ts';

/** Media types that say of themselves that they are no article; `application/zip` and what is made of it too. */
const OTHER_TYPE =
  /^(?:(?:image|audio|video|font|model)\/|application\/(?:zip|x-zip-compressed|x-7z-compressed|vnd\.rar|x-rar-compressed|x-tar|java-archive|wasm|x-sqlite3|vnd\.apache\.parquet|x-font-|font-|vnd\.ms-fontobject|x-msdownload|x-executable|octet-stream)|binary\/octet-stream)/i;
/** Extensions of the same; `application/octet-stream` says nothing, so the name must. */
const OTHER_EXTENSION =
  /\.(?:png|jpe?g|gif|webp|avif|heic|bmp|ico|tiff?|mp[34]|m4[av]|mov|avi|mkv|webm|og[agv]|wav|flac|woff2?|ttf|otf|eot|zip|7z|rar|tar|tgz|bz2|xz|jar|exe|dll|so|class|wasm|sqlite3?|db|parquet|avro|orc|bin|iso|dmg)$/i;

/**
 * True for an object that its media type or its key names as something else than text and whose first bytes agree. It
 * was never meant to be cleaned, so it is no failure; a picture that is sent as a page is one.
 */
export function isOtherMedia(body: Uint8Array, contentType: string | null, key: string): boolean {
  const mediaType = contentType?.split(';', 1)[0]?.trim() ?? '';
  const isGeneric = mediaType === '' || /\/octet-stream$/i.test(mediaType);
  const says = isGeneric ? OTHER_EXTENSION.test(key) : OTHER_TYPE.test(mediaType);
  return says && signatureOf(body) !== null;
}
