import type { Block, LabelledBlock } from '../document.ts';
import { mayBeginWith } from '../parse/word-starts.ts';

/** How newsrooms open the note in which they correct a story; it belongs to the story and must never be lost. */
const CORRECTION_WORDS =
  'Corrections?|Clarifications?|Korrektur|Berichtigung|Richtigstellung|Correctif|Rectificatif|Rectificación|Fe de erratas|Correzione|Rettifica|Correção|Errata|Rectificatie|Correctie|Sprostowanie|Rättelse|Rettelse|Retting|Oikaisu|Oprava|Düzeltme|Исправление|Уточнение|Виправлення|訂正|更正|정정';
const CORRECTION = new RegExp(`^(?:${CORRECTION_WORDS})(?:\\s?[:：(]|,? (?:\\d|on |vom |du |del )|\\s?[—–-]\\s)`, 'iu');
const UPDATE_WORDS =
  'Updates?|Aktualisierung|Mise à jour|Actualización|Aggiornamento|Atualização|Uppdatering|Päivitys|Обновление|追記';
const UPDATE = new RegExp(`^(?:${UPDATE_WORDS})\\s?[:：]`, 'iu');
/** Few lines do. */
const mayBeNote = mayBeginWith(`${CORRECTION_WORDS}|${UPDATE_WORDS}`.split('|'));
/** Longer ones are stories about a correction. */
const MAX_WORDS = 120;

/** Whether a block is the story's own note on a correction or an update; `null` for all others. */
export function noteType({ kind, text, words }: Block): Exclude<LabelledBlock['type'], 'caption'> {
  if (words > MAX_WORDS || kind === 'heading' || kind === 'code' || kind === 'table-row') return null;
  if (!mayBeNote(text)) return null;
  if (CORRECTION.test(text)) return 'correction';
  return UPDATE.test(text) ? 'update' : null;
}
