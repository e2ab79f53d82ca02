import { addTo } from './rules/key-lists.ts';
import { phrasesIn } from './rules/phrase-list.ts';

/** Labels before the note in which newsrooms correct a story, by language (BCP 47), in lower case, parted by bars. */
const LABELS = {
  ca: 'correcció|rectificació|aclariment',
  da: 'berigtigelse|præcisering|rettelse',
  de: 'korrektur|korrekturhinweis|berichtigung|richtigstellung',
  en: 'correction|corrections|clarification|clarifications',
  es: 'corrección|rectificación|aclaración|fe de erratas',
  fi: 'täsmennys|oikaisu',
  hu: 'helyreigazítás',
  it: 'correzione|rettifica|precisazione',
  nb: 'retting|presisering',
  nl: 'correctie|rechtzetting|verbetering|rectificatie',
  pt: 'erramos|correção|retificação|errata',
  sv: 'korrigering|förtydligande|rättelse',
  tr: 'düzeltme notu|düzeltme ve özür|düzeltme',
  ar: 'تصحيح|تصويب|استدراك',
  fa: 'اصلاحیه|تصحیح|اصلاح خبر|توضیح سردبیر|توضیح تحریریه|یادداشت سردبیر|یادداشت ویراستار|جوابیه|پوزش',
  ur: 'وضاحت|ادارتی نوٹ|ایڈیٹر کا نوٹ|معذرت',
  he: 'תיקון|תיקון טעות|הבהרה|הערת המערכת|הערת העורכת|התנצלות',
  hi: 'संशोधन|भूल सुधार|स्पष्टीकरण',
  bn: 'সংশোধনী|সংশোধন|ভুল সংশোধন|দুঃখ প্রকাশ|ভ্রম সংশোধন',
  mr: 'दुरुस्ती|खुलासा|शुद्धिपत्र',
  ta: 'திருத்தம்|பிழை திருத்தம்|ஆசிரியர் குறிப்பு',
  te: 'సవరణ|దిద్దుబాటు|ఎడిటర్ గమనిక|సంపాదకుని గమనిక|వివరణ',
  gu: 'સુધારો|સ્પષ્ટતા|તંત્રીની નોંધ|સંપાદકની નોંધ|ભૂલ સુધારો',
  pa: 'ਸਪੱਸ਼ਟੀਕਰਨ|ਸੰਪਾਦਕ ਦਾ ਨੋਟ',
  ml: 'തിരുത്ത്|തിരുത്തൽ|പത്രാധിപക്കുറിപ്പ്|എഡിറ്ററുടെ കുറിപ്പ്|വിശദീകരണം',
  kn: 'ತಿದ್ದುಪಡಿ|ಸ್ಪಷ್ಟೀಕರಣ|ಸಂಪಾದಕರ ಟಿಪ್ಪಣಿ',
  ne: 'सच्याइएको|सम्पादकीय टिप्पणी|सम्पादकको नोट|भूलसुधार',
  si: 'නිවැරදි කිරීම|නිවැරදි කිරීමක්|කර්තෘ සටහන|සංස්කාරක සටහන',
  th: 'แก้ไขข่าว|แก้ไข|หมายเหตุบรรณาธิการ|หมายเหตุกองบรรณาธิการ|แก้ไขข้อมูล',
  vi: 'đính chính|cải chính|sửa lỗi|cáo lỗi|lời tòa soạn',
  id: 'koreksi|ralat|catatan koreksi|klarifikasi',
  ms: 'pembetulan|nota pengarang',
  tl: 'pagwawasto|paglilinaw|pagtatama|erratum',
  ja: '更新|訂正',
  ko: '반론보도|기사 수정|정정',
  'zh-Hant': '編按|編者按|編者註|編者注|編輯註|更新說明',
  kk: 'түзету|нақтылау|редакциядан|редактор ескертпесі|редакция ескертпесі',
  az: 'düzəliş|dəqiqləşdirmə|təkzib',
  uz: 'tuzatish|aniqlik|тузатиш|аниқлик киритиш',
  ka: 'შესწორება|დაზუსტება|რედაქციისგან',
  hy: 'ուղղում',
  sw: 'marekebisho|sahihisho|ufafanuzi|masahihisho',
  am: 'እርማት',
  fr: 'correctif|rectificatif',
  pl: 'sprostowanie',
  cs: 'oprava',
  ru: 'исправление|уточнение',
  uk: 'виправлення',
  'zh-Hans': '更正',
} as const;

/** How such a note begins that has no label: what an earlier version of the text said. */
const VERSIONS = {
  bg: 'в предишна версия на статията|в предишна версия на текста|в първоначалната версия на статията',
  ca: "aquest article s'ha corregit",
  cs: 'v původní verzi článku|v původní verzi textu|předchozí verze článku|původní verze článku|v předchozí verzi článku',
  da: 'artiklen er rettet|artiklen er blevet rettet',
  el: 'προηγούμενη έκδοση του άρθρου',
  en:
    'this article has been corrected|this article was corrected|this article has been amended|this article was amended|' +
    'this article has been updated to|this article was updated to|this story has been corrected|this story was corrected|' +
    'this story has been amended|this story was amended|this story has been updated to|this story was updated to|' +
    'this report has been corrected|this report was corrected|this report has been amended|this report was amended|' +
    'this piece has been corrected|this piece was corrected|this piece has been amended|this piece was amended|' +
    'this post has been corrected|this post was corrected|this post has been updated to|this post was updated to|' +
    'this column has been corrected|this column was corrected|this column has been amended|this column was amended',
  es: 'este artículo ha sido corregido',
  et: 'artikli varasemas versioonis|loo varasemas versioonis|artikli esialgses versioonis|artikli algses versioonis|loo esialgses versioonis',
  fi: 'jutussa luki aiemmin|jutussa sanottiin aiemmin|jutussa kerrottiin aiemmin|artikkelissa luki aiemmin',
  fr: 'une version précédente de cet article|une première version de cet article|cet article a été corrigé',
  hr: 'u ranijoj verziji članka|u ranijoj verziji teksta|u prvotnoj verziji članka|u prvotnoj verziji teksta|u prethodnoj verziji članka',
  hu: 'a cikk korábbi változatában|cikkünk korábbi változatában|a cikk eredeti változatában|cikkünk eredeti változatában|a cikk egy korábbi verziójában|cikkünk korábbi verziójában',
  is: 'í fyrri útgáfu fréttarinnar|í fyrri útgáfu greinarinnar|í fyrri útgáfu þessarar fréttar|í upphaflegri útgáfu fréttarinnar|í upprunalegri útgáfu fréttarinnar|fréttin hefur verið leiðrétt|fréttin hefur verið uppfærð',
  it: 'questo articolo è stato corretto',
  lt: 'ankstesnėje straipsnio versijoje|ankstesnėje šio straipsnio versijoje|ankstesnėje teksto versijoje|pirminėje straipsnio versijoje',
  lv: 'iepriekšējā raksta versijā|raksta iepriekšējā versijā|raksta sākotnējā versijā|sākotnējā raksta versijā',
  mk: 'во претходната верзија на текстот|во првичната верзија на текстот|во првата верзија на текстот',
  nb: 'artikkelen er rettet',
  nl: 'dit artikel is aangepast',
  pl: 'we wcześniejszej wersji artykułu|w poprzedniej wersji tekstu|w pierwotnej wersji tekstu|w pierwotnej wersji artykułu',
  ro: 'o versiune anterioară a acestui articol|o versiune anterioară a articolului',
  ru: 'в предыдущей версии статьи|в предыдущей версии текста|в первоначальной версии статьи|в более ранней версии статьи',
  sk: 'v pôvodnej verzii článku|v pôvodnej verzii textu|v predchádzajúcej verzii článku|pôvodná verzia článku',
  sl: 'v prvotni različici članka|v prejšnji različici članka|v prvi različici članka',
  'sr-Cyrl': 'у првобитној верзији текста|у претходној верзији текста|у ранијој верзији текста',
  'sr-Latn':
    'u prvobitnoj verziji teksta|u prethodnoj verziji teksta|u ranijoj verziji ovog teksta|u prvobitnoj verziji članka',
  sv: 'artikeln har rättats|artikeln har korrigerats',
  tr: 'bu haberin önceki versiyonunda|bu haberin ilk versiyonunda|haberin ilk halinde',
  uk: 'у попередній версії статті|у попередній версії тексту|у першій версії статті',
  ar: 'نسخة سابقة من هذا المقال|نسخة سابقة من هذا التقرير|تم تعديل هذا المقال|تم تحديث هذا المقال',
  fa: 'نسخه پیشین این گزارش|این خبر اصلاح شد|این گزارش اصلاح شده',
  ur: 'اس خبر کے سابقہ ورژن میں|اس خبر کی تصحیح',
  he: 'הגרסה הקודמת של הכתבה|בכתבה המקורית נכתב',
  hi: 'इस लेख के पिछले संस्करण|इस खबर के पिछले संस्करण|इस रिपोर्ट के पहले संस्करण',
  bn: 'এই প্রতিবেদনের আগের সংস্করণে',
  mr: 'या बातमीच्या आधीच्या आवृत्तीत',
  ta: 'இந்தச் செய்தியின் முந்தைய பதிப்பில்',
  th: 'ข่าวชิ้นนี้ได้รับการแก้ไข|บทความนี้ได้รับการแก้ไข',
  vi: 'trong phiên bản trước của bài|bài viết đã được cập nhật|bài viết đã được chỉnh sửa',
  id: 'artikel ini telah diperbarui|artikel ini telah dikoreksi|artikel ini telah mengalami|berita ini telah diralat|berita ini telah dikoreksi|versi sebelumnya dari artikel ini|judul artikel ini telah',
  ms: 'versi terdahulu artikel ini|artikel ini telah dikemas kini',
  ja: '訂正とおわび|訂正とお詫び|訂正・おわび|訂正・お詫び|おわびと訂正|お詫びと訂正|訂正あり|記事の初出時|記事の一部を修正|記事の内容を一部|記事中の表記を|記事を一部修正|本記事の初出',
  ko: '이 기사는 수정|기사 내용 일부를|본 기사는 수정|위 기사와 관련해|위 기사와 관련하여',
  'zh-Hans': '本文早前版本|本文此前版本|本文先前版本|本文已更正',
  'zh-Hant': '本文稍早版本|本報導先前版本|本報導已更正|本文已更新|本文有更正',
  kk: 'мақаланың алдыңғы нұсқасында',
  az: 'məqalənin əvvəlki versiyasında|xəbərin əvvəlki versiyasında',
} as const;

/** Longest label, in UTF-16 units. */
const MAX_LABEL = 48;
/** Brackets and marks before a note. */
const AROUND = new Set('([*_【（※ ');
/** Letters that openings are looked up by: labels of Chinese and Japanese have no more. */
const LETTERS = 2;
/** What stands behind a label: a colon, a bracket, a day, a dash. */
const BEHIND_LABEL = /^(?:\s?[:：(]|,? (?:\d|on |vom |du |del )|\s?[—–-]\s)/;
/** Marks before a note, at most. */
const MAX_AROUND = 3;

const openings = new Map<string, { readonly phrase: string; readonly isLabel: boolean }[]>();
for (const [phrases, isLabel] of [
  [phrasesIn(LABELS), true],
  [phrasesIn(VERSIONS), false],
] as const)
  for (const phrase of phrases) addTo(openings, phrase.slice(0, LETTERS), { phrase, isLabel });

/** Whether a text opens as a correction does in a language of the tables. */
export function opensCorrection(text: string): boolean {
  let start = 0;
  while (start < MAX_AROUND && AROUND.has(text.charAt(start))) start++;
  const found = openings.get(text.slice(start, start + LETTERS).toLowerCase());
  if (found === undefined) return false;
  const head = text.slice(start, start + 2 * MAX_LABEL).toLowerCase();
  return found.some(
    ({ phrase, isLabel }) => head.startsWith(phrase) && (!isLabel || BEHIND_LABEL.test(head.slice(phrase.length))),
  );
}
