import { RULES } from '../../lib/core/label/rules/all.ts';
import { matchRule } from '../../lib/core/label/rules/match-rule.ts';
import { phrasesByBeginning } from '../../lib/core/label/rules/opening-patterns.ts';
import { openingsOf } from '../../lib/core/label/rules/openings-by-language.ts';
import { opening } from '../../lib/core/label/rules/rule.ts';
import { foldText } from '../../lib/core/parse/fold.ts';
import { countWords } from '../../lib/core/parse/words.ts';

const LISTS = [
  'related-link',
  'related-link-colon',
  'related-link-bare',
  'related-link-headline',
  'tag-list',
  'share-follow-us',
  'share-follow-there',
  'newsletter-invitation',
  'contact-tip-line',
  'comments-form',
  'footer-copyright',
  'share-channel',
  'ad-label',
  'listen-label',
  'newsletter-mail-footer',
  'paywall-support',
  'byline-role',
  'poll-line',
  'player-message',
  'newsletter-form-answer',
  'credit-contributor-line',
  'footer-disclaimer',
  'navigation-recipe',
  'credit-editor-colon',
] as const;

const ruleOf = (line: string) => matchRule(foldText(line), countWords(line))?.id ?? null;

/** By language: lines that fall, and after them lines of an article that begin alike. */
const LINES: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
  bg: [['Вижте още: Фериботът се връща', 'Последвайте ни в Google News и Viber'], ['Вижте какво остана от моста.']],
  ca: [['Llegeix també El transbordador torna al moll'], ['Llegeix també novel·les, diu, i viu millor.']],
  cs: [
    [
      'Čtěte také: Přívoz se vrací',
      'Sledujte nás na Facebooku i Instagramu',
      'FOTOGALERIE: Přívoz se vrací na nábřeží',
    ],
    ['Čtěte noviny, radí starosta.', 'Sledujte nás a uvidíte, řekl převozník.'],
  ],
  el: [
    [
      'ΔΕΙΤΕ ΕΠΙΣΗΣ: Το πλοίο επιστρέφει',
      'Ακολουθήστε τον Ταχυδρόμο στο Google News',
      'ΕΤΙΚΕΤΕΣ: ΓΕΦΥΡΑ, ΛΙΜΑΝΙ',
      'Βρήκατε λάθος στο κείμενο; Γράψτε μας.',
    ],
    ['Δείτε τι έμεινε από τη γέφυρα.', 'Ακολουθήστε τον δρόμο ως το λιμάνι'],
  ],
  et: [['Loe ka: Praam naaseb', 'Loe lisaks Praam naaseb sadamasse'], ['Loe kaarti, ütles kapten.']],
  fa: [['بیشتر بخوانید: کشتی به بندر بازگشت', 'کلمات کلیدی: پل، بندر'], ['بیشتر بخوانید و کمتر بنویسید، او گفت.']],
  fr: [['VOIR AUSSI : LE BAC REVIENT', 'À lire aussi | Le bac revient'], ['À lire ce rapport, rien ne presse.']],
  he: [['קראו גם: המעבורת חוזרת', 'עוד בנושא: המעבורת חוזרת'], ['קראו גם בין השורות.']],
  hi: [['यह भी पढ़ें: घाट पर लौटी नाव', 'हमें फॉलो करें: व्हाट्सएप चैनल को फॉलो करें'], ['यह भी पढ़ें तो अच्छा होगा।']],
  hr: [
    ['PROCITAJTE JOS: Trajekt se vraća', 'Pratite nas na Viberu'],
    ['Pročitajte pravila prije polaska', 'Pratite nas, rekao je vodič.'],
  ],
  hu: [
    ['Ezt is olvassa el: Visszatér a komp', 'Kövessen minket a Facebookon is!'],
    ['Olvassa el a szabályokat indulás előtt'],
  ],
  id: [['Baca juga: Feri kembali ke dermaga', 'Ikuti kami di Google News'], ['Baca juga syaratnya.']],
  it: [
    ['Leggi anche Il traghetto torna al molo est', 'Seguici sul nostro canale WhatsApp'],
    ['Leggi anche tra le righe, dice.'],
  ],
  ja: [
    ['関連記事：フェリーが桟橋に戻る', '合わせて読みたい フェリーが桟橋に戻る'],
    ['関連記事を読んだ人は三人だった。'],
  ],
  ko: [
    ['[관련기사] 여객선이 부두로 돌아왔다', '카카오톡에서 본지를 구독하세요'],
    ['관련 기사를 읽은 사람은 셋이었다.'],
  ],
  lt: [['Taip pat skaitykite: Keltas grįžta', 'Sekite mus Facebook'], ['Skaitykite garsiai, sakė mokytoja.']],
  lv: [['Lasi arī: Prāmis atgriežas', 'Seko mums Facebook un X'], ['Lasi lēnām, teica skolotāja.']],
  mk: [['Прочитај уште: Фериботот се враќа'], ['Прочитај ги правилата пред поаѓање']],
  nl: [
    ['Lees ook: De veerboot keert terug', 'Volg ons op Instagram'],
    ['Lees de regels voor vertrek', 'Volg ons niet, riep de gids.'],
  ],
  pl: [
    ['Zobacz zdjęcia: Prom wraca', 'Obserwuj nas w Google News'],
    ['Zobacz, co zostało z mostu', 'Obserwuj nas uważnie, powiedział.'],
  ],
  pt: [['Leia também: A balsa volta', 'Siga nosso canal no WhatsApp'], ['Leia as regras antes de partir']],
  ro: [['CITEŞTE ŞI: Feribotul se întoarce', 'Urmareste-ne pe Google News'], ['Citește regulile înainte de plecare']],
  ru: [
    ['Смотрите также: Паром возвращается', 'Нашли опечатку? Выделите её и нажмите Ctrl+Enter'],
    ['Смотрите под ноги, говорит паромщик.', 'Нашли опечатку в договоре и отложили подпись.'],
  ],
  sk: [['Prečítajte si aj: Prievoz sa vracia'], ['Prečítajte si pravidlá pred odchodom']],
  sl: [['Preberite tudi: Trajekt se vrača', 'Ključne besede: most, pristanišče'], ['Preberite pravila pred odhodom']],
  sq: [['Lexo edhe: Trageti kthehet'], ['Lexo rregullat para nisjes']],
  'sr-Cyrl': [
    ['ПРОЧИТАЈТЕ ЈОШ: Трајект се враћа', 'Запратите нас на Вибер каналу'],
    ['Прочитајте правила пре поласка'],
  ],
  th: [['อ่านเพิ่มเติม: เรือเฟอร์รีกลับมา'], ['อ่านเพิ่มเติมได้จากบันทึกของเขา']],
  tr: [['İLGİLİ HABERLER: Vapur döndü', 'Bizi Instagram’da takip edin'], ['İlgili yasa üç maddedir']],
  uk: [
    ['ЧИТАЙТЕ ТАКОЖ: Пором повертається', 'Підписуйтесь на наш Telegram-канал'],
    ['Читайте між рядками, радить вона.'],
  ],
  ur: [['مزید پڑھیں: کشتی بندرگاہ پہنچ گئی'], ['مزید پڑھیں گے تو جانیں گے۔']],
  vi: [['Xem thêm: Phà trở lại bến', 'Từ khóa: cầu, cảng'], ['Xem thêm là biết.']],
  'zh-Hans': [['相关阅读：渡轮返回码头', '【延伸阅读】渡轮返回码头'], ['相关阅读材料一共三份。']],
  'zh-Hant': [['延伸閱讀：渡輪返回碼頭', '追蹤我們的 Facebook 粉絲團'], ['延伸閱讀的材料一共三份。']],
};
const falling = Object.entries(LINES).flatMap(([language, [own]]) => own.map((line) => [language, line]));
const staying = Object.entries(LINES).flatMap(([language, [, own]]) => own.map((line) => [language, line]));

describe('openings by language', () => {
  it.each(falling)('labels, in %s, %j', (_language, line) => {
    expect(ruleOf(line)).not.toBeNull();
  });

  it.each(staying)('keeps, in %s, %j', (_language, line) => {
    expect(ruleOf(line)).toBeNull();
  });

  it.each(LISTS)('lists each opening of %s once, without a space at its ends', (list) => {
    const openings = openingsOf(list);
    expect(openings.filter((one, at) => openings.indexOf(one) !== at)).toEqual([]);
    expect(openings.filter((one) => one.trim() !== one || one === '')).toEqual([]);
  });

  it('finds each label of a link before a colon and a headline', () => {
    const all = [
      ...openingsOf('related-link'),
      ...openingsOf('related-link-colon'),
      ...openingsOf('related-link-bare'),
    ];
    const lost = all.filter((one) => ruleOf(`${one}: Elmsworth 1911`) !== 'related-link');
    expect(lost).toEqual([]);
  });

  it('finds each telling label before a headline, and not before a sentence', () => {
    const all = openingsOf('related-link-bare');
    expect(all.filter((one) => ruleOf(`${one} Elmsworth harbour 1911`) !== 'related-link')).toEqual([]);
    expect(all.filter((one) => ruleOf(`${one} Elmsworth harbour 1911.`) !== null)).toEqual([]);
  });

  it('finds them without accents, in capitals and behind pictures', () => {
    const lines = [
      'LIRE EGALEMENT: LE BAC',
      '🔴 CTETE TAKE: PRIVOZ',
      '➡️ AYRICA OKUYUN: VAPUR',
      'اقرأ أيضًا: العبارة تعود',
    ];
    expect(lines.map(ruleOf)).toEqual(lines.map(() => 'related-link'));
  });

  it('looks for a phrase under every way to write its first letters', () => {
    const patterns = phrasesByBeginning(opening(9, ['știri'], /^ ?:/u));
    expect([...patterns.keys()].sort()).toEqual(['stir', 'știr', 'ştir'].sort());
    expect([...phrasesByBeginning(opening(9, ['διά'], /^ ?:/u)).keys()].sort()).toEqual(['διά', 'δια'].sort());
  });

  it('is used by rules, each list by the rule of its name', () => {
    const used = new Set(
      RULES.flatMap(({ match }) => match.flatMap((one) => (one.kind === 'opening' ? one.phrases : []))),
    );
    for (const list of LISTS) expect(openingsOf(list).filter((one) => !used.has(one))).toEqual([]);
  });
});
