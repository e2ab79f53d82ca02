import type { Block } from '../document.ts';

/** Marks behind which a list is what was announced. */
const ANNOUNCES = /[:：][^\p{L}\p{N}]{0,7}$/u;
/** Words from which a line announces: "In this article:" and "Related reads:" are labels. */
const LEAST_WORDS = 4;

/** Whether a line announces what stands below it, as "Bring three things:" does. */
export function announces({ text, words }: Pick<Block, 'text' | 'words'>): boolean {
  return words >= LEAST_WORDS && ANNOUNCES.test(text.slice(-8));
}

/** A quantity with its unit, as ingredients begin or, in some scripts, end. */
const QUANTITY =
  /^(?:\d{1,4}(?:[.,/]\d{1,3})?(?: ?[-–] ?\d{1,4})?|[½¼¾⅓⅔⅛]|\d ?[½¼¾⅓⅔⅛]) ?(?:kg|g|gr|grams?|mg|ml|l|cl|dl|dag|dkg|oz|ounces?|lbs?|pounds?|cups?|tbsp|tsp|tablespoons?|teaspoons?|el|tl|msk|tsk|krm|rkl|tl|ss|ts|prisen?|bund|cuill\p{L}{2,6}|cucharad\p{L}{1,5}|cucchiai\p{L}{0,3}|colher(?:es)?|xícaras?|łyż\p{L}{2,5}|szt|lžíc\p{L}{1,3}|hrnek|evőkanál|ст|ч|г|гр|кг|мл|л|шт|gram|sendok|bardak|kaşığı|yemek)(?![\p{L}\p{M}])|[大小]さじ ?\d|\d ?(?:g|ml|kg|克|毫升|グラム|カップ|큰술|작은술)$/iu;
/** Items of the shortest list that is looked at. */
const LEAST_MEASURED = 3;

/** Whether most items of a list are quantities of something: what a recipe takes. */
export function isMeasured(items: readonly Pick<Block, 'text'>[]): boolean {
  if (items.length < LEAST_MEASURED) return false;
  return items.filter(({ text }) => QUANTITY.test(text)).length * 2 >= items.length;
}
