import { form, type Rule, SAYS_NOTHING } from './rule.ts';

/** When a sheet was printed, and what a year or a month costs. */
const DAY_AND_TIME = '\\d{1,4}[./-]\\d{1,2}[./-]\\d{2,4},? \\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?: ?[ap]\\.?m\\.?)?';
const PRICE =
  '[£$€]\\d[\\d.,]{0,6}|(?:rs\\.?|aud|usd|eur|sgd|inr|r|kes|ksh) ?\\d[\\d.,]{0,6}|\\d[\\d.,]{0,6} ?(?:€|eur|zł|kr|₽|руб)';

/** Lines in which a publisher speaks of its own sheets, podcasts, sponsors, offers and rights. */
export const PUBLISHER_LINE_RULES: readonly Rule[] = [
  {
    id: 'print-margin',
    class: 'navigation',
    match: [
      form(
        40,
        new RegExp(
          `^(?:${DAY_AND_TIME} .{4,160} )?https?:\\/\\/\\S{3,300} (?:page )?\\d{1,3} ?(?:\\/|of) ?\\d{1,3}(?: ${DAY_AND_TIME} .{4,160})?$`,
          'iu',
        ),
        ['http'],
      ),
      form(30, new RegExp(`^${DAY_AND_TIME} .{4,160} \\| .{2,60}$`, 'iu')),
    ],
    rationale:
      'What a browser prints at the top and bottom of a sheet: when, which page, its address, the number of the sheet.',
    source: 'pages printed to PDF and turned into text',
    examples: {
      fires: [
        'https://quay.example/vale-joan-2023.html 1/3',
        '22/08/2023, 09:14 The ferry that never sailed | The Quay',
        'https://quay.example/vale-joan-2023.html 2/3 22/08/2023, 09:14 The ferry that never sailed | The Quay',
      ],
      spares: [
        '22/08/2023, 09:14 The ferry left with 40 people on board.',
        '22/08/2023, 09:14 - Anna: the ferry has left - come to the quay',
        'https://quay.example/vale-joan-2023.html',
        'The odds were 1/3',
      ],
    },
  },
  {
    id: 'podcast-plug',
    class: 'other',
    match: [
      form(
        60,
        new RegExp(
          `^${SAYS_NOTHING}(?:.{0,240}[.!?] )?(?:please |and )?(?:listen|subscribe|follow|rate|find|leave|download|tune in|hear)\\b[^.!?]{0,140}\\b(?:wherever|where) you (?:get|listen to|find|download) (?:your |all your )?(?:favou?rite )?podcasts?\\b.{0,200}$`,
          'iu',
        ),
        ['podcast'],
      ),
      form(
        50,
        new RegExp(
          `^${SAYS_NOTHING}(?:leave|give) us an? (?:\\p{L}{2,12}[ -]){0,2}(?:rating|review)\\b[^?]{0,200}$`,
          'iu',
        ),
      ),
    ],
    rationale: 'An imperative of a show to those who hear it.',
    source: 'pages of podcasts and of articles that are read out',
    examples: {
      fires: [
        'Listen to The Long Quay wherever you get your podcasts.',
        'Enjoying the show? Leave us a rating wherever you get your podcasts. It takes ten seconds.',
        'Leave us a five-star review',
      ],
      spares: [
        'Listen to your podcasts at home, the library asks its readers.',
        'The show can be heard wherever you get your podcasts, he said.',
        'Leave us a light in the window',
      ],
    },
  },
  {
    id: 'ad-sponsor',
    class: 'ad',
    match: [
      form(
        60,
        /^(?:today['’]s |this week['’]s |this )(?:episode|podcast|newsletter|issue|edition|letter|e-?mail|video|post|show|section|series|coverage|content) (?:is|was) (?:proudly |kindly )?(?:brought to you|sponsored|presented|powered|made possible|supported) by\b[^?]{2,240}$/iu,
      ),
      form(
        30,
        /^(?:.{3,160}[.!] )?(?:use|enter|with) (?:the )?(?:promo |discount |coupon |voucher )?code:? [a-z]{2,12}\d[a-z\d]{0,8}\b.{0,80}\b(?:off|discount|free|save|savings|checkout)\b.{0,60}$/iu,
        [' code '],
      ),
      form(
        24,
        /^.{3,160} [([_*]{1,4}(?:lien (?:affilié|sponsorisé|partenaire)|affiliate link|affiliatelink|affiliate-link|enlace (?:de )?afiliados?|enlace patrocinado|link (?:di )?affilia(?:to|zione)|link (?:de )?afiliado|werbelink|annonslänk|reklamelink|link afiliacyjny)[)\]_*. ]{1,4}$/iu,
        [
          'affili',
          'sponsorisé',
          'partenaire',
          'afiliad',
          'patrocinado',
          'werbelink',
          'annonslänk',
          'reklamelink',
          'afiliacyjny',
        ],
      ),
    ],
    rationale: 'The publisher names who pays for what the reader is looking at, or sells for it.',
    source: 'letters, podcasts, reviews, blogs of cooks',
    examples: {
      fires: [
        'This episode is brought to you by Fernley Lamps, makers of the reading lamp.',
        'Use code QUAY15 for 15% off.',
        'Acheter le moule que j’utilise (lien affilié)',
      ],
      spares: [
        'The show is sponsored by three banks.',
        'This edition of the treaty was supported by nobody.',
        'Use code words, the teacher told them.',
        'He lost the affiliate link',
      ],
    },
  },
  {
    id: 'paywall-membership',
    class: 'paywall',
    match: [
      form(
        50,
        new RegExp(
          `^${SAYS_NOTHING}(?:.{0,240}[.!?] )?(?:become|be|join as) an? [\\p{L}’' -]{2,40} (?:for|from|at) (?:just |only |as little as )?(?:${PRICE}) (?:a|per|each|\\/) ?(?:month|week|year)\\b.{0,200}$`,
          'iu',
        ),
        ['become a', 'be a', 'join as'],
      ),
    ],
    rationale: 'A publisher tells its readers what it costs to be one of its own.',
    source: 'letters and podcasts',
    examples: {
      fires: [
        'Become a Drover for £4 a month and get the Wednesday walk as well.',
        'Enjoying the Letter? It reaches you free. Become a friend from just €5 per month.',
      ],
      spares: ['He could become a captain for 40 a month, she said.', 'Become a member of the crew for a year.'],
    },
  },
  {
    id: 'contact-call',
    class: 'contact',
    match: [
      form(
        36,
        /^(?!.{0,300}["“”])(?:do you have|have you got|got) (?:any |some |your own )?(?:photos?|pictures?|videos?|footage|images?|a story|a news tip|news tips?)\b[^.!?]{0,60}\?(?: (?:share|send|upload|submit|e-?mail|get in touch|tell|let us|contact|call|text|whatsapp)\b.{2,160})?$/iu,
      ),
      form(24, /^text (?:the word )?["'‘“]?[\p{L}\d]{2,12}["'’”]? to \d[\d -]{3,14}\b.{0,120}$/iu),
    ],
    rationale: 'The newsroom asks its readers for what they have seen, or for their number.',
    source: 'pages of local stations',
    examples: {
      fires: [
        'Do you have photos of the flooding? Share them with us in our app.',
        'Text the word NEWS to 555-01-09 to get breaking alerts.',
      ],
      spares: ['Do you have photos of your father? she asked.', 'Text messages to 40 parents were never read.'],
    },
  },
  {
    id: 'related-offer',
    class: 'related',
    match: [
      form(
        45,
        /^(?!.{0,300}["“”])(?:looking for|want|craving|need|hungry for|in the mood for) (?:more|another|other|some more|even more) [^?]{3,90}\? (?:try|check out|see|here are|don['’]t miss|visit|browse|read|take a look|you might|have a look)\b.{2,200}$/iu,
      ),
      form(
        14,
        /^(?:the )?(?:most|top) (?:read|viewed|popular|watched|shared|commented|clicked) (?:stories |articles |news )?(?:in|on|from|of) (?:the |our )?[\p{L}\p{N}&’'. -]{2,40}$/iu,
      ),
      form(
        6,
        /^(?:also|more|recommended|top stories|latest|featured) from (?:this|the|our) (?:source|publication|author|issue|newsroom|collection|archives?)[:.]?$/iu,
      ),
      form(
        6,
        /^more (?:local|world|national|international|political|business|sports?|breaking|top|latest|regional|entertainment|tech(?:nology)?|science|health|crime|weather|video|community) (?:news|stories|headlines|coverage|videos)[:.]?$/iu,
      ),
      form(
        10,
        /^[^\p{L}\p{N}]{0,3}(?:read|see|view|get|open) (?:the |this |his |her |their |it |more )?(?:full |whole |rest of the |original )?(?:story|article|post|piece|column|report|review|interview|letter|here|online)?[^\p{L}\p{N}]{0,3}\( ?https?:\/\/[^ ()]{3,200} ?\)$/iu,
      ),
    ],
    rationale: 'An offer of more pages, or the label above a list of those that others looked at.',
    source: 'blogs of cooks and makers; margins of news sites',
    examples: {
      fires: [
        'Looking for more old-fashioned pies? Try my vinegar pie or this rhubarb slab.',
        'Most viewed in Community',
        'Most read on The Quay',
        'Also from this source',
        'More local news:',
        'Read it here ( https://quay.example/ferryman )',
      ],
      spares: [
        'Looking for more work? The yard has none.',
        'Most read in bed, she says.',
        'Want another boat? Not this year, the yard says.',
      ],
    },
  },
  {
    id: 'footer-site-rights',
    class: 'footer',
    match: [
      form(
        80,
        /^(?:all |the )?(?:information|contents?|materials?|texts?|articles|images|photos|photographs|data)(?:,? (?:and |or )?(?:information|contents?|materials?|texts?|articles|images|photos|photographs|graphics|data|videos?)){0,4} (?:(?:included|published|contained|provided|displayed|available|found|appearing) )?(?:on|in|at|by|from) (?:this|our) (?:web ?site|site|web ?page|page|blog|portal|publication)\b[^?"“”]{0,160}\b(?:personal use|copyright(?:ed)?|permission|consent|property of|reproduced|redistributed|re-?published|re-?written|informational purposes|intellectual property)\b[^?"“”]{0,300}$/iu,
      ),
    ],
    rationale: 'The publisher on what may be done with its site.',
    source: 'feet of pages',
    examples: {
      fires: [
        'All information, text and images included on this website is for personal use only and may not be re-written or re-sold without permission.',
        'The content on this site is protected by copyright and may not be reproduced.',
      ],
      spares: [
        'The information on this page of the ledger was written in pencil.',
        'Material at the site was the property of the abbey.',
      ],
    },
  },
];
