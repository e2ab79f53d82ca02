import { form, type Rule, SAYS_NOTHING } from './rule.ts';

/** What readers are called to do, by language; those that put it behind the channel have openings of their own. */
const CALLS: Readonly<Record<string, string>> = {
  en: 'follow|join|subscribe|sign up|register|click here|tap here',
  es: 'suscríbete|suscribite|suscríbase|apúntate|apúntese|únete|unite|únase|síguenos|seguinos|síganos|sigue|siga|recibe|reciba',
  pt: 'inscreva-se|subscreva|assine|siga|acompanhe|receba|junte-se|participe|clique',
  fr: 'abonnez-vous|inscrivez-vous|rejoignez|suivez|recevez|retrouvez|abonne-toi|inscris-toi',
  it: 'iscriviti|iscrivetevi|seguici|segui|unisciti|ricevi',
  de: 'abonnieren sie|abonniere|melden sie sich|melde dich|folgen sie|folge|folgt|erhalten sie',
  nl: 'volg|schrijf je|abonneer je|meld je|ontvang|word lid',
  pl: 'zapisz się|subskrybuj|dołącz|obserwuj|śledź|otrzymuj',
  nordic: 'följ|prenumerera|anmäl dig|gå med|følg|tilmeld dig|abonnér|abonner|meld dig|meld deg|tilaa|seuraa|liity',
  id: 'bergabunglah|ikuti|gabung|dapatkan|berlangganan',
  vi: 'đăng ký|theo dõi|tham gia',
  ru: 'подписывайтесь|подпишитесь|подписывайся|присоединяйтесь|следите|вступайте',
  uk: 'підписуйтесь|підписуйтеся|підпишіться|приєднуйтесь|приєднуйтеся|долучайтесь|долучайтеся|стежте',
  el: 'εγγραφείτε|ακολουθήστε',
  ro: 'abonează-te|abonați-vă|urmărește|urmăriți|urmărește-ne',
  cs: 'odebírejte|sledujte|přihlaste se|přidejte se',
  hu: 'iratkozz|iratkozzon|kövess|kövessen|csatlakozz|csatlakozzon',
  hr: 'pratite|pridružite se|prijavite se',
  ar: 'اشترك|اشتركوا|انضم|انضموا|تابع|تابعنا|تابعوا|تابعونا',
  he: 'עקבו|הצטרפו|הירשמו',
};

/** Letters, and messengers with channels and groups: in most languages by the beginnings of their words. */
const CHANNELS = [
  ...['newsletter', 'mailing list', 'whatsapp', 'telegram', 'viber', 'google news'],
  ...['boletín', 'boletines', 'nieuwsbrief', 'infolettre', 'nyhetsbrev', 'nyhedsbrev', 'uutiskirje', 'hírlev'],
  ...[
    'biuletyn',
    'рассылк',
    'розсилк',
    'телеграм',
    'النشرة',
    'نشرة',
    'نشرتنا',
    'واتساب',
    'تلغرام',
    'تيليغرام',
    'ניוזלטר',
    'ווטסאפ',
  ],
] as const;

/** Whose channel it is, or that it is one: other people's letters and groups have neither beside them. */
const OWN = [
  'our|us|nuestr[oa]s?|noss[oa]s?|notre|nos|nostr[aeio]|unsere?[nrms]?|onze?|vår[at]?|vore?s?|meidän|kami|chúng tôi',
  'naszego|naszym|naszej|нашу|нашем|нашей|наш|нашої|нашому|μας|nostru|noastră|náš|našem|hírlevelünk[\\p{L}]{0,4}|naš[aeiu]?|שלנו',
  'canale?|kanal[\\p{L}]{0,4}|saluran|kênh|chaîne|kanaal|kanale?|kanavaa?|канал[\\p{L}]{0,2}|κανάλι|csatorn[\\p{L}]{1,5}|قناة|قناتنا|نشرتنا|النشرة|نشرة',
].join('|');

/** Networks that publishers call readers to after other words. */
const NETWORKS = [
  'facebook',
  'twitter',
  'instagram',
  'whatsapp',
  'telegram',
  'youtube',
  'tiktok',
  'linkedin',
  'bluesky',
] as const;

/** The beginning of a line, or of a sentence in it. */
const SENTENCE = '(?:.{0,240}[.!?…:|] |[^\\p{L}\\p{N}]{0,4})';
const END = '(?![\\p{L}\\p{M}])';

/** Calls to the publisher's own letters, channels and pages, in whatever sentence of a line. */
export const CHANNEL_RULES: readonly Rule[] = [
  {
    id: 'newsletter-channel',
    class: 'newsletter',
    match: [
      form(
        50,
        new RegExp(
          `^${SAYS_NOTHING}${SENTENCE}(?:${Object.values(CALLS).join('|')})${END}(?=[^.!?]{0,120}(?<!\\p{L})(?:${OWN})${END})[^.!?]{0,110}(?:${CHANNELS.join('|')})[^.!?]{0,110}(?:[.!?…].{0,60})?$`,
          'iu',
        ),
        CHANNELS,
      ),
      form(
        60,
        new RegExp(
          `^${SAYS_NOTHING}(?:.{2,240}[.!?…:,] )(?:please |and |or )?(?:follow|like|find|join) us on (?:${NETWORKS.join('|')}|x)\\b.{0,120}$`,
          'iu',
        ),
        NETWORKS,
      ),
    ],
    rationale:
      'An imperative with the publisher’s own letter or channel; what a story says of channels is no imperative, or has no "our".',
    source: 'boxes between paragraphs and below articles, in one paragraph with other sentences',
    examples: {
      fires: [
        'Stay updated with the latest news from the coast. Click here to join our WhatsApp channel.',
        '¿Quieres recibir las mejores crónicas cada lunes? Apúntate gratis a nuestro boletín.',
        'Sigue toda la información en nuestras redes sociales y en el canal de WhatsApp.',
        'Bergabunglah di saluran WhatsApp Kabar Pesisir untuk mendapatkan berita terbaru. Klik di sini.',
        'Keine Geschichte mehr verpassen? Abonnieren Sie unseren kostenlosen Newsletter.',
        'To keep up with the harbour, follow us on Facebook, Twitter and Instagram.',
      ],
      spares: [
        'Parents were told to join the WhatsApp group of the school.',
        'He reads one newsletter a day. Follow the money, he wrote in it.',
        'The party called on voters: join our WhatsApp channel, its leader said.',
        'Abonniere keinen Newsletter, den du nicht liest.',
        'Their band has a page. Nobody will follow us on Facebook, they joked.',
      ],
    },
  },
];
