/** Id of the removal of a card that is nothing but text. */
export const BARE_TEASER_RULE = 'teaser-x';

/** Id of the removal of a kicker or a date that belongs to a card. */
export const TEASER_NOTE_RULE = 'teaser-note';

/** Whether a removal is of a card of another story between the paragraphs. */
export function isCardRule(rule: string): boolean {
  return rule.startsWith('teaser-');
}
