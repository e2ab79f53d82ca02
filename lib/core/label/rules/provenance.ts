import { openingsOf } from './openings-by-language.ts';
import { form, opening, type Rule, saysNoQuote } from './rule.ts';

/** Where a text comes from, who has not touched it, and whose opinion it is. */
export const PROVENANCE_RULES: readonly Rule[] = [
  {
    id: 'footer-republished',
    class: 'footer',
    match: [
      form(
        60,
        /^(?:\(|\*)?(?:this (?:article|story|post|piece|column|essay|interview|excerpt)|(?:a|one) version of this (?:article|story|post|piece)|(?:article|story)) (?:was |is |has been |had been )?(?:(?:first|originally) (?:appeared|published|posted|ran)|appear(?:s|ed)(?: first| originally)?|re-?(?:published|printed|posted)|syndicated) (?:by |in |on |at |from |with |here ?)[^?!]{2,240}$/iu,
      ),
      form(
        20,
        /^(?:originally|first) (?:published|appeared|posted) (?:by|in|on|at|as) [^?!,]{2,80}(?:, ?\d{4}|, (?:on|in|by|at) [^?!,]{2,40}){0,2}[.]?$/iu,
      ),
      form(
        30,
        /^re-?(?:published|printed|posted) (?:here )?(?:with (?:the )?(?:kind )?permission|by (?:arrangement|permission)|under (?:an? )?(?:creative commons|cc\b|open|licen[cs]e)|from [^?!,.]{2,60} (?:with (?:the )?permission|under (?:an? )?(?:creative commons|cc\b|licen[cs]e)))\b[^?!]{0,160}$/iu,
      ),
    ],
    rationale: 'Where else a text has been printed: data on the page, told to whoever wants to print it again.',
    source: 'feet of syndicated articles and of magazines',
    examples: {
      fires: [
        'This article originally appeared on Harbour Notes.',
        'This article is republished from The Quay under a Creative Commons license. Read the original article.',
        'Republished with permission.',
        'A version of this article appeared in print on May 4.',
      ],
      spares: [
        'This article of the treaty appeared harmless.',
        'The story first appeared in a letter to her sister, and nobody believed it.',
        'Originally published in 1911, the book is still read by every child on the coast.',
        'Reprinted in 1998, the map sold out in a week.',
        'Originally the weir was made of oak.',
      ],
    },
  },
  {
    id: 'footer-disclaimer',
    class: 'footer',
    match: [
      form(
        50,
        /^(?:[[(*]|disclaimer ?: ?)?(?:except for the headline, ?)?this (?:story|article|report|copy|post) (?:has not been|was not|hasn['’]t been) (?:edited|created|modified|changed|written|reviewed) by [^?!]{0,40}\b(?:staff|team|editors?|editorial|newsroom|desk|publication|syndicated|feed)\b[^?!]{0,120}$/iu,
      ),
      form(
        50,
        /^(?:[[(*]|disclaimer ?: ?|note ?: ?)?(?:(?:all |any )?(?:the )?(?:views|opinions)(?:,? (?:and|thoughts) (?:views|opinions))?(?: and opinions)? (?:that are )?(?:(?:expressed|stated|contained)(?: (?:in this (?:article|story|post|piece|column|blog)|here(?:in)?|above|by (?:the )?(?:author|writer|contributor|columnist)s?))?|in this (?:article|story|post|piece|column|blog)) (?:are|belong|represent|reflect|do not)|(?:the )?(?:author|writer)['’]s (?:views|opinions) are (?:solely |entirely |purely )?(?:their|his|her|personal|not))\b[^?!]{4,300}$/iu,
      ),
      form(
        50,
        /^(?:[[(*])?this (?:article|story|report|post|content|audio|text|summary) (?:was|is|has been) (?:partly |partially |automatically |auto-?)?(?:generated|written|created|produced|translated|drafted|published|compiled) (?:automatically |in part )?(?:from a (?:syndicated|wire)|with (?:the )?(?:help|assistance|aid|use) of (?:an? )?(?:ai\b|artificial)|by (?:an? )?(?:ai\b|artificial|automated)|using (?:an? )?(?:ai\b|artificial|automated|generative))[^?!]{0,240}$/iu,
      ),
      opening(60, openingsOf('footer-disclaimer'), saysNoQuote()),
    ],
    rationale: 'The publisher on its own part in the text, in words that stand under every text of the kind.',
    source: 'feet of agency copy, columns and translations',
    examples: {
      fires: [
        '(This story has not been edited by our staff and is auto-generated from a syndicated feed.)',
        "The views expressed in this article are the author's own and do not reflect those of the editors.",
        'This article was produced with the assistance of AI.',
      ],
      spares: [
        'The views from the tower are free.',
        'The views are best from the terrace of the old fort.',
        'This report was not written by the ministry, the court heard.',
        'This story has not been told before.',
        'The opinions of the board differ.',
      ],
    },
  },
];
