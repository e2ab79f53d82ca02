import { RULES } from '../../lib/core/label/rules/all.ts';
import { labelsOf } from '../../lib/core/label/rules/labels-by-language.ts';
import { matchRule } from '../../lib/core/label/rules/match-rule.ts';
import { phraseKey } from '../../lib/core/label/rules/phrase-key.ts';
import { phrasesOf } from '../../lib/core/label/rules/phrase-list.ts';
import { foldText } from '../../lib/core/parse/fold.ts';
import { countWords } from '../../lib/core/parse/words.ts';

const RULES_WITH_LABELS = [
  'byline-role',
  'tag-list',
  'contact-label',
  'share-label',
  'share-tool',
  'share-follow-us',
  'newsletter-label',
  'cookie-label',
  'paywall-label',
  'ad-label',
  'wordpress-previous-next',
  'comments-label',
  'related-label',
  'footer-copyright',
  'footer-legal-page',
  'navigation-skip-link',
  'navigation-label',
  'listen-label',
  'newsletter-mail-footer',
  'paywall-support',
  'poll-line',
  'player-message',
  'newsletter-form-answer',
  'navigation-recipe',
] as const;

const ruleOf = (line: string) => matchRule(foldText(line), countWords(line))?.id ?? null;

/** Labels that fall, and article lines that look like them; parted by bars. */
const LINES: Readonly<Record<string, readonly [string, string]>> = {
  hu: ['Kapcsolódó cikkek|Adatvédelmi tájékoztató|Hirdetés', 'Kapcsolat|Időjárás|Forrás|Regisztráció'],
  ro: ['Citește și|Politica de confidențialitate|Ultimele știri', 'Locuri de muncă|Sursă|Vremea|Clasament'],
  el: ['Διαβάστε επίσης|Σχετικά άρθρα|Όροι χρήσης', 'Κλείσιμο|Πηγή|Καιρός|Προσωπικά δεδομένα'],
  ja: ['関連タグ|有料会員登録|ページの先頭へ', '天気|出典|パスワード|よくある質問'],
  ko: ['다른 기사 보기|기사제보|고객센터', '날씨|출처|운세|비밀번호'],
  'zh-Hans': ['返回首页|更多新闻|忘记密码', '登陆|天气|合作内容|常见问题'],
  'zh-Hant': ['返回首頁|更多新聞|會員登入', '天氣|來源|服務中心|使用說明'],
  id: ['Baca juga|Berita terkait', 'Daftar|Pencarian'],
  vi: ['Tin liên quan|Chính sách bảo mật', 'Giới thiệu|Chi tiết'],
  hi: ['यह भी पढ़ें|संबंधित खबरें', 'लोकप्रिय'],
  bg: ['Свързани новини|Виж още|Споделете', 'Начало|Източници|Времето|Затвори'],
  sr: ['Најновије вести|Прочитајте још|Nastavak teksta ispod reklame', 'Затвори|Време|Извори|Пријава'],
  hr: ['Najčitanije|Komentari|Pratite nas', 'Zatvori|Izvori|Vrijeme|Zaključak'],
  sl: ['Najbolj brano|Preberite tudi|Delite članek', 'Viri|Vreme|Zaključek'],
  sk: ['Najčítanejšie|Súvisiace články|Pridať komentár', 'Domov|Zdroje|Počasie'],
  mk: ['Најнови вести|Следете не', 'Извори|Време'],
  sq: ['Më të lexuarat|Lexo më shumë', 'Ballina|Burimet'],
  lt: ['Susiję straipsniai|Skaityti daugiau|Komentarai', 'Pradžia|Šaltiniai'],
  lv: ['Saistītie raksti|Lasīt vairāk|Komentāri', 'Sākums|Avoti'],
  et: ['Seotud lood|Loe edasi|Kommentaarid', 'Ilm|Allikad|Kokkuvõte'],
  ca: ['Notícies relacionades|Llegeix més', 'Fonts|El temps'],
  fa: ['اخبار مرتبط|بیشتر بخوانید|ارسال نظر', 'خانه|منابع|ورود'],
  he: ['כתבות נוספות|קראו עוד|הוסף תגובה', 'תגובות|מקורות|חיפוש'],
  ur: ['متعلقہ خبریں|مزید پڑھیں', 'ذرائع|موسم'],
  bn: ['আরও পড়ুন|সর্বশেষ খবর', 'আবহাওয়া|সূত্র'],
  th: ['ข่าวที่เกี่ยวข้อง|อ่านต่อ', 'สภาพอากาศ|สรุป'],
  ru: ['Читать полностью|Лента новостей|Зарегистрироваться', 'Погода|Источники|Выводы'],
  uk: ['Читати більше|Стрічка новин', 'Погода|Джерела|Висновки'],
  tr: ['İLGİNİZİ ÇEKEBİLİR|İlginizi çekebilir', 'Kaynaklar|Hava durumu'],
  nl: ['Tekst loopt door onder de advertentie|Gerelateerd nieuws', 'Het weer|Bronnen'],
};
const labels = Object.entries(LINES).flatMap(([language, [own]]) => own.split('|').map((line) => [language, line]));
const lookAlikes = Object.entries(LINES).flatMap(([language, [, own]]) =>
  own.split('|').map((line) => [language, line]),
);

describe('a list of phrases', () => {
  it('is parted by bars, with choices in braces', () => {
    expect(phrasesOf('a{, b} {c,d}|e')).toEqual(['a c', 'a d', 'a b c', 'a b d', 'e']);
  });
});

describe('labels by language', () => {
  it.each(labels)('labels, in %s, %j', (_language, line) => {
    expect(ruleOf(line)).not.toBeNull();
  });

  it.each(lookAlikes)('keeps, in %s, the crosshead %j', (_language, line) => {
    expect(ruleOf(line)).toBeNull();
  });

  it.each(labels)('keeps, in %s, a line that begins with %j and goes on', (_language, line) => {
    expect(ruleOf(`${line} 1911, 12, Elmsworth.`)).toBeNull();
  });

  it.each(RULES_WITH_LABELS)('lists each label of %s once, in the form in which lines are compared', (id) => {
    const keys = labelsOf(id).map(phraseKey);
    expect(RULES.map((rule) => rule.id)).toContain(id);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).not.toContain('');
    expect(labelsOf(id).filter((label) => ruleOf(label) === null)).toEqual([]);
  });
});
