import type { Block, LabelledBlock } from '../document.ts';
import { isLatinLetter } from '../parse/lines-kind.ts';

/** How newsrooms open the note in which they correct a story; it belongs to the story and must never be lost. */
const CORRECTION_WORDS =
  'Corrections?|Clarifications?|Korrektur|Berichtigung|Richtigstellung|Correctif|Rectificatif|Rectificación|Fe de erratas|Correzione|Rettifica|Correção|Errata|Rectificatie|Correctie|Sprostowanie|Rättelse|Rettelse|Retting|Oikaisu|Oprava|Düzeltme|Исправление|Уточнение|Виправлення|訂正|更正|정정';
const CORRECTION = new RegExp(`^(?:${CORRECTION_WORDS})(?:\\s?[:：(]|,? (?:\\d|on |vom |du |del )|\\s?[—–-]\\s)`, 'iu');
const UPDATE_WORDS =
  'Updates?|Aktualisierung|Mise à jour|Actualización|Aggiornamento|Atualização|Uppdatering|Päivitys|Обновление|追記';
const UPDATE = new RegExp(`^(?:${UPDATE_WORDS})\\s?[:：]`, 'iu');
/** The first two letters of these words: few lines begin so. */
const STARTS = new Set(`${CORRECTION_WORDS}|${UPDATE_WORDS}`.split('|').map(startOf));

function startOf(text: string): string {
  return text.slice(0, 2).toLowerCase();
}

/** Longer ones are stories about a correction. */
const MAX_WORDS = 120;

/** Whether a block is the story's own note on a correction or an update; `null` for all others. */
export function noteType({ kind, text, words }: Block): Exclude<LabelledBlock['type'], 'caption'> {
  if (words > MAX_WORDS || kind === 'heading' || kind === 'code' || kind === 'table-row') return null;
  if (isLatinLetter(text.charCodeAt(0)) && !STARTS.has(startOf(text))) return null;
  if (CORRECTION.test(text)) return 'correction';
  return UPDATE.test(text) ? 'update' : null;
}
