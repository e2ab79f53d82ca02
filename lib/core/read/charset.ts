import { analyse } from 'chardet';
import type { SourceInfo } from '../source.ts';
import { isWide } from './signature.ts';

/** A page declares its encoding within its first bytes; the standard says 1,024, pages in the wild need more. */
const PRESCAN_BYTES = 4096;
const DETECT_BYTES = 64 * 1024;

const DECLARED =
  /<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{1,40})|<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}["']([\w:.-]{1,40})/i;

/** An encoding by its WHATWG name, with the text where choosing it meant decoding all of it; else `null`. */
export interface ChosenCharset {
  readonly charset: string;
  readonly text: string | null;
}

/** The encoding of bytes: byte order mark, strict UTF-8, declared label, detection, windows-1252. */
export function chooseCharset(bytes: Uint8Array, info: SourceInfo): ChosenCharset {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { charset: 'utf-8', text: null };
  const wide = isWide(bytes);
  if (wide !== null) return { charset: wide, text: null };
  const text = asUtf8(bytes);
  if (text === null) return { charset: chooseOther(bytes, info), text };
  // ISO-2022 is seven-bit, so it passes as UTF-8: escapes decide.
  const isEscaped = bytes.subarray(0, DETECT_BYTES).includes(0x1b);
  const charset = isEscaped ? (detect(bytes) ?? 'utf-8') : 'utf-8';
  return { charset, text: charset === 'utf-8' ? text : null };
}

function chooseOther(bytes: Uint8Array, info: SourceInfo): string {
  const header = labelOf(/charset\s*=\s*["']?([\w:.-]{1,40})/i.exec(info.mediaType ?? '')?.[1]);
  for (const declared of [header, prescan(bytes)]) {
    if (declared !== null && !declared.startsWith('utf-') && reads(bytes, declared)) return declared;
  }
  return damagedUtf8(bytes) ? 'utf-8' : (detect(bytes) ?? 'windows-1252');
}

function prescan(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN_BYTES));
  const match = DECLARED.exec(head);
  return labelOf(match?.[1] ?? match?.[2]);
}

/** WHATWG name of a label; `null` for what is no label of an encoding. */
function labelOf(label: string | undefined): string | null {
  if (label === undefined) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/** The text of well-formed UTF-8; `null` for any other bytes. */
function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function reads(bytes: Uint8Array, charset: string): boolean {
  const text = new TextDecoder(charset).decode(bytes.subarray(0, DETECT_BYTES));
  return text.length > 0 && text.split('\ufffd').length - 1 <= text.length * 0.01;
}

/** UTF-8 with a few broken sequences: most bytes above 127 stand in well-formed sequences. */
function damagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  let broken = 0;
  let whole = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0xfffd) broken++;
    else if (unit > 127) whole++;
  }
  return whole > broken * 4 || (broken === 1 && whole === 0 && text.endsWith('\ufffd'));
}

function detect(bytes: Uint8Array): string | null {
  for (const { name, confidence } of analyse(bytes.subarray(0, DETECT_BYTES))) {
    const label = labelOf(name);
    if (label !== null && confidence > 0) return label;
  }
  return null;
}
