import type { Block, LabelledBlock } from '../document.ts';
import { mayBeginWith } from '../parse/word-starts.ts';
import { opensCorrection } from './correction-openings.ts';

/** Notes without a label: "An earlier version of this article said ...". The text itself must be named: software has versions too. */
const EARLIER_WORDS = [
  '(?:in )?an? (?:earlier|previous|original) version of (?:this|the) (?:article|story|report|post|piece|column|review|essay|interview|obituary|headline|caption)',
  'in einer (?:früheren|vorherigen|älteren|ersten|vorigen|ursprünglichen) (?:fassung|version)(?: (?:dieses|des|unseres) (?:artikels|textes|beitrags|berichts)| hieß| stand| haben wir| hatten wir| war (?:zu lesen|die rede))',
  "(?:dans )?une (?:première version|version (?:précédente|antérieure|initiale)) (?:de (?:cet|l[’']) ?article|du texte)",
  '(?:en )?una versión (?:anterior|previa|inicial) de (?:est[ea]|la|el) (?:artículo|noticia|nota|texto|información)',
  "(?:in )?una (?:precedente versione|versione precedente) (?:di questo articolo|dell[’']articolo)",
  '(?:em |n)?uma versão anterior (?:deste|desta|do|da) (?:texto|artigo|reportagem|matéria|notícia)',
  '(?:in )?een eerdere versie van (?:dit|het) (?:artikel|bericht|verhaal|stuk)',
].join('|');
const EARLIER = new RegExp(`^[(*_[]{0,3}(?:${EARLIER_WORDS})`, 'iu');
const UPDATE_WORDS =
  'Updates?|Aktualisierung|Mise à jour|Actualización|Aggiornamento|Atualização|Uppdatering|Päivitys|Обновление|追記';
const UPDATE = new RegExp(`^(?:${UPDATE_WORDS})\\s?[:：]`, 'iu');
/** Few lines do. */
const mayBeNote = mayBeginWith(`${UPDATE_WORDS}|a |an|in|un|da|en|em|nu|um|ee`.split('|'));
/** Longer ones are stories about a correction. */
const MAX_WORDS = 120;

/** Whether a block is the story's own note on a correction or an update; `null` for all others. */
export function noteType({ kind, text, words }: Block): Exclude<LabelledBlock['type'], 'caption'> {
  if (words > MAX_WORDS || kind === 'heading' || kind === 'code' || kind === 'table-row') return null;
  if (opensCorrection(text)) return 'correction';
  if (!mayBeNote(text)) return null;
  return EARLIER.test(text) ? 'correction' : UPDATE.test(text) ? 'update' : null;
}
