import { labelsOf } from './labels-by-language.ts';
import { openingsOf } from './openings-by-language.ts';
import { form, GOES_ON, opening, type Rule, SAYS_NO_QUOTE, wholeLine } from './rule.ts';

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
        /^(?!.{0,400}["“”])(?:.{0,160}[.!?] )?if you (?:value|enjoy(?:ed)?|appreciate|like|find|trust|believe in|love|care about) .{2,160}?(?:,|please) (?:please |you can |why not |will you |would you ){0,2}(?:consider|support|donate|subscribe|becom|mak|contribut|help|join|chip in|giv|buy)[\p{L}]{0,4}\b.{0,240}$/iu,
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
        /^(?!.{0,400}["“”])(?:please )?consider (?:making |giving |supporting |becoming |donating |a )(?:us |a |an |our |one-?(?:off|time) |small |monthly |regular |tax-deductible |paid |free or paid ){0,4}(?:donation|contribution|gift|member|supporter|subscriber|patron|us\b|our\b|work\b)[^?]{0,200}$/iu,
      ),
      form(
        14,
        /^(?:become|be) (?:a|an) (?:[\p{L}]{2,14} )?(?:member|supporter|patron|subscriber|friend of [\p{L} ]{2,30})(?:(?: today| now| here)?[.!]?|:? https?:.{0,200}|,? (?:from|for) .{2,60})$/iu,
      ),
      form(
        36,
        /^(?:could|would|will) you (?:leave|make|give|remember|include|donate|spare|chip) .{0,60}(?:gift|will|donation|legacy|\$|£|€).{0,240}$/iu,
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
      opening(60, openingsOf('paywall-support'), new RegExp(`^${SAYS_NO_QUOTE}$`, 'u')),
      form(
        24,
        /^every (?:dollar|pound|euro|penny|cent|contribution|donation|gift|little|bit)(?: (?:you|we) [\p{L}]{2,12})?(?:,? (?:big or small|however (?:small|big|large)[^.,]{0,20}|large or small|no matter how small),?)? (?:helps|counts|makes a difference|matters|goes|stays|keeps)\b[^?"“”]{0,100}$/iu,
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
        'Harbour Letter is a reader-supported publication. To receive new posts, become a subscriber.',
      ],
      spares: [
        'If you value your boat, take it out before October.',
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
        'View in browser',
        'View online',
        'View this email in your browser',
        'Forward to a friend',
        'Forward this email',
        'Unsubscribe here',
        'Manage your preferences',
        'Manage subscription',
        'Manage your email preferences',
        'Email preferences',
        ...labelsOf('newsletter-mail-footer'),
      ),
      form(
        60,
        /^you(?:['’]re| are| have)? (?:receiv(?:ing|ed)|getting|got) (?:this|these) (?:e-?mails?|message|messages|newsletter|letter)?\b ?(?:because|as|since|due)\b[^?]{2,300}$/iu,
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
        /^(?!.{0,400}["“”]).{0,240}\byou (?:can|may) (?:unsubscribe|opt[- ]out|cancel)(?: your subscription)? (?:at any ?time|anytime|whenever|any time)\b[^?]{0,120}$/iu,
        [
          'you can unsubscribe',
          'you may unsubscribe',
          'you can opt',
          'you may opt',
          'you can cancel',
          'you may cancel',
        ],
      ),
      opening(60, openingsOf('newsletter-mail-footer'), new RegExp(`^${SAYS_NO_QUOTE}$`, 'u')),
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
        'Unsubscribe buttons are hidden on purpose, the study found.',
        'View of the harbour online and on paper',
      ],
    },
  },
  {
    id: 'poll-line',
    class: 'other',
    match: [
      wholeLine(
        'View results',
        'See results',
        'Cast your vote',
        'Take our poll',
        'Vote in our poll',
        'Total votes',
        ...labelsOf('poll-line'),
      ),
      form(
        30,
        /^(?:.{2,160}[?!.] )?(?:vote|have your say|take part|tell us) in (?:our|the|today['’]s|this week['’]s) (?:reader |online |daily |weekly )?(?:poll|survey)\b.{0,80}$/iu,
        [
          'our poll',
          'the poll',
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
      opening(40, openingsOf('poll-line'), new RegExp(`^${GOES_ON}[^"“”]{0,200}$`, 'u')),
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
