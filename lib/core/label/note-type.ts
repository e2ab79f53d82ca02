import type { Block, LabelledBlock } from '../document.ts';

/** How newsrooms open the note in which they correct a story; it belongs to the story and must never be lost. */
const CORRECTION =
  /^(?:Corrections?|Clarifications?|Korrektur|Berichtigung|Richtigstellung|Correctif|Rectificatif|Rectificación|Fe de erratas|Correzione|Rettifica|Correção|Errata|Rectificatie|Correctie|Sprostowanie|Rättelse|Rettelse|Retting|Oikaisu|Oprava|Düzeltme|Исправление|Уточнение|Виправлення|訂正|更正|정정)(?:\s?[:：(]|,? (?:\d|on |vom |du |del )|\s?[—–-]\s)/iu;
const UPDATE =
  /^(?:Updates?|Aktualisierung|Mise à jour|Actualización|Aggiornamento|Atualização|Uppdatering|Päivitys|Обновление|追記)\s?[:：]/iu;
/** Longer ones are stories about a correction. */
const MAX_WORDS = 120;

/** Whether a block is the story's own note on a correction or an update; `null` for all others. */
export function noteType({ kind, text, words }: Block): Exclude<LabelledBlock['type'], 'caption'> {
  if (words > MAX_WORDS || kind === 'heading' || kind === 'code' || kind === 'table-row') return null;
  if (CORRECTION.test(text)) return 'correction';
  return UPDATE.test(text) ? 'update' : null;
}
