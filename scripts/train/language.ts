import { detectAll } from 'tinyld/light';

const DETECT_CHARS = 1500;

/** Language of a text, by its beginning; '' where none is likely. */
export function languageOf(text: string): string {
  return detectAll(text.slice(0, DETECT_CHARS))[0]?.lang ?? '';
}
