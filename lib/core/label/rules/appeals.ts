import { labelsOf } from './labels-by-language.ts';
import { openingsOf } from './openings-by-language.ts';
import { form, goesOn, opening, type Rule, saysNoQuote, wholeLine } from './rule.ts';

/** Lines in which a publisher asks for money, a vote or an address, and the feet of its letters. */
export const APPEAL_RULES: readonly Rule[] = [
  {
    id: 'paywall-support',
    class: 'paywall',
    match: [
      wholeLine(
        'Make a one-off contribution',
        'Make a monthly contribution',
        'Give today',
        ...labelsOf('paywall-support'),
      ),
      form(
        70,
        /^(?!.{0,400}["“”])(?:.{0,160}[.!?] )?if you (?:value|enjoy(?:ed)?|appreciate|like|find|trust|believe in|love|care about) .{2,160}?(?:,|please) (?:please |you can |why not |will you |would you |and can ){0,3}(?:consider )?(?:donat(?:e|ing)|contribut(?:e|ing)|subscrib(?:e|ing)(?: to (?:us|our|my|this|the (?:newsletter|podcast|channel|magazine|paper))|,? (?:today|now|here|for)|[.!]?$)|chip(?:ping)? in|becom(?:e|ing) (?:an? |our )|(?:mak(?:e|ing) )?an? (?:[\p{L}-]{2,14} ){0,2}(?:donation|contribution|subscription)|support(?:ing)? (?:us|me|our|my|this (?:site|work|blog|podcast|newsletter))|giv(?:e|ing) (?:us|me|what you can))\b.{0,240}$/iu,
        [
          'if you value',
          'if you enjoy',
          'if you appreciate',
          'if you like',
          'if you find',
          'if you trust',
          'if you believe in',
          'if you love',
          'if you care about',
        ],
      ),
      form(
        60,
        /^(?!.{0,400}["“”])(?:please )?consider (?:(?:becoming|being) an? (?:[\p{L}]{2,14} ){0,3}(?:member|supporter|subscriber|patron)|(?:making |giving )?(?:us |a |an |one-?(?:off|time) |small |monthly |regular |tax-deductible ){1,4}(?:donation|contribution)(?: to (?:us|our|support|help|keep|this)\b|[.!]?$| today| here)|(?:supporting|subscribing to|donating to) (?:us|our|this (?:site|work|blog|podcast|newsletter))\b)[^?]{0,200}$/iu,
      ),
      form(
        14,
        /^(?:become|be) (?:a|an) (?:[\p{L}]{2,14} )?(?:member|supporter|patron|subscriber|friend of [\p{L} ]{2,30})(?:(?: today| now| here)?[.!]?|:? https?:.{0,200}|,? (?:from|for) .{2,60})$/iu,
      ),
      form(
        36,
        /^(?:could|would|will|can) you (?:please )?(?:(?:leave|remember|include) .{0,50}\b(?:in your will|legacy)|(?:spare|chip in|donate|give)\b.{0,40}\b(?:to (?:support|help) (?:us|our)|to keep (?:us|our|this)))\b.{0,240}$/iu,
      ),
      form(
        40,
        /^(?:thanks|thank you) for (?:reading|subscribing to|supporting) .{2,80}[!.] .{0,120}(?:subscribe|subscriber|support|upgrade|post is public|share it).{0,160}$/iu,
      ),
      form(
        40,
        /^[\p{L}\p{N}’'& .-]{2,60} is (?:an? )?(?:reader|listener|member|audience)[- ](?:supported|funded)\b.{0,240}$/iu,
        [
          'reader-supported',
          'reader supported',
          'listener-supported',
          'member-supported',
          'audience-supported',
          'reader-funded',
          'reader funded',
          'member-funded',
          'listener-funded',
        ],
      ),
      opening(60, openingsOf('paywall-support'), saysNoQuote()),
      form(
        24,
        /^every (?:dollar|pound|euro|penny|cent|contribution|donation|gift)(?: (?:you|we) [\p{L}]{2,12})?(?:,? (?:big or small|however (?:small|big|large)[^.,]{0,20}|large or small|no matter how small),?)? (?:(?:helps|counts|makes a difference|matters)[.!]?$|helps us|(?:goes|stays|keeps) [^?"“”]{0,40}\b(?:our|us|newsroom|journalism|reporting)\b)[^?"“”]{0,80}$/iu,
      ),
    ],
    rationale: 'The publisher asks the reader for money; a story tells of others who ask.',
    source: 'boxes between and below paragraphs; letters',
    examples: {
      fires: [
        'If you value our reporting, please consider making a donation.',
        "Local news takes time. If you value the Quay's work, please consider a one-off contribution.",
        'Become a supporter: https://quay.example/support',
        'Could you leave a gift in your will? Every year legacies pay for our visits.',
        'Every contribution, however small, helps.',
        'Harbour Letter is a reader-supported publication. To receive new posts, become a subscriber.',
      ],
      spares: [
        'If you value your boat, take it out before October.',
        'If you enjoy walking, consider joining the club on the hill.',
        'If you like spicy food, make the sauce with two chillies.',
        'Consider a gift of seeds for the garden.',
        'Would you give £5 for a tomato?',
        'Every penny counts for families like hers.',
        'Become a member of the crew, he was told, or stay ashore.',
        'Could you leave the gate open? she asked.',
        'Consider the lilies of the field',
      ],
    },
  },
  {
    id: 'newsletter-mail-footer',
    class: 'newsletter',
    match: [
      wholeLine(
        'View online',
        'View this email in your browser',
        'Forward this email',
        'Unsubscribe here',
        'Manage your preferences',
        'Manage subscription',
        'Manage your email preferences',
        ...labelsOf('newsletter-mail-footer'),
      ),
      form(
        60,
        /^you(?:['’]re| are| have)? (?:receiv(?:ing|ed)|getting|got) (?:this|these) (?:e-?mails?|messages?|newsletters?) ?(?:because|as|since|due)\b[^?]{2,300}$/iu,
      ),
      form(
        40,
        /^(?:unsubscribe|manage (?:your )?(?:subscription|preferences)|(?:update|change|edit) your (?:e-?mail )?(?:preferences|settings|profile)|view (?:this (?:e-?mail|message|newsletter) )?(?:in (?:your |a )?browser|online|on the web)|forward (?:this )?(?:e-?mail )?to a friend|add us to your address book)(?:(?: (?:from (?:this|our|the|all)|here|or|instantly)\b| ?[:|•·]|[.,]? https?:).{0,240})?$/iu,
      ),
      form(
        40,
        /^(?:was|has|did) (?:this (?:e-?mail|newsletter|letter|message)|this)(?: been)? forwarded to you\b.{0,160}$/iu,
      ),
      form(
        40,
        /^(?:no longer want|(?:if you )?(?:no longer|don['’]t|do not) (?:want|wish)|want) to (?:receive|get|change how you receive) (?:these|this|our|future|such) (?:e-?mails?|newsletters?|messages|letters?)\b.{0,160}$/iu,
      ),
      form(
        60,
        /^(?!.{0,400}(?:["“”]|\b(?:said|says|told|wrote|law|act)\b)).{0,240}\byou (?:can|may) (?:unsubscribe|opt[- ]out)(?: of [\p{L} ]{2,30})? (?:at any ?time|anytime|whenever|any time)\b[^?]{0,120}$/iu,
        ['you can unsubscribe', 'you may unsubscribe', 'you can opt', 'you may opt'],
      ),
      opening(60, openingsOf('newsletter-mail-footer'), saysNoQuote()),
    ],
    rationale: 'The foot and head of a letter by e-mail: how it came, and how it stops.',
    source: 'newsletters kept as text',
    examples: {
      fires: [
        'You are receiving this email because you signed up on our website.',
        'View this email in your browser: https://quay.example/v/1',
        'Unsubscribe: https://quay.example/u/1',
        'Was this forwarded to you? Sign up here.',
        'We use your sign-up to send you what you asked for. You can unsubscribe at any time.',
      ],
      spares: [
        'You are receiving guests tonight.',
        'Under the new law you can cancel at any time, the ministry says.',
        'Unsubscribe buttons are hidden on purpose, the study found.',
        'View of the harbour online and on paper',
      ],
    },
  },
  {
    id: 'poll-line',
    class: 'other',
    match: [
      wholeLine('See results', 'Take our poll', 'Vote in our poll', 'Total votes', ...labelsOf('poll-line')),
      form(
        30,
        /^(?:.{2,160}[?!.] )?(?:vote|have your say|take part|tell us) in (?:our|today['’]s|this week['’]s) (?:reader |online |daily |weekly )?(?:poll|survey)\b.{0,80}$/iu,
        [
          'our poll',
          "'s poll",
          '’s poll',
          'reader poll',
          'our survey',
          'reader survey',
          'online poll',
          'daily poll',
          'weekly poll',
        ],
      ),
      form(8, /^(?:total(?: of)? )?\d[\d,. ]{0,11}\+? votes(?: so far| cast| counted)?[.:]?$/iu, [' votes']),
      opening(40, openingsOf('poll-line'), goesOn('[^"“”]{0,200}')),
    ],
    rationale: 'A vote that the page holds among its readers, of which the scrape has the buttons.',
    source: 'boxes between paragraphs',
    examples: {
      fires: ['Should the weir be rebuilt? Vote in our poll', '3,000+ votes so far', 'Take our poll'],
      spares: [
        '3,000 votes decided the seat.',
        'Vote in our favour, they pleaded.',
        'Results of the poll are due at ten.',
      ],
    },
  },
];
