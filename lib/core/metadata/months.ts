/**
 * Month names and abbreviations, lower case, twelve a language, alternatives split by `/`. A name that means another
 * month in another language is left out of the rarer one (Croatian listopad: October; Czech and Polish: November).
 */
const NAMES: Readonly<Record<string, string>> = {
  en: 'january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct november/nov december/dec',
  de: 'januar/jänner/jän februar/feber märz/mrz/maerz april mai juni juli august september oktober/okt november dezember/dez',
  fr: 'janvier/janv février/févr/fév/fevrier mars avril/avr mai juin juillet/juil août/aout septembre octobre novembre décembre/déc/decembre',
  es: 'enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre/set octubre noviembre diciembre/dic',
  it: 'gennaio/gen febbraio/febb marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre/sett ottobre/ott novembre dicembre',
  pt: 'janeiro fevereiro/fev março/marco abril maio junho julho agosto setembro outubro/out novembro dezembro',
  nl: 'januari februari maart/mrt april mei juni juli augustus september oktober november december',
  pl: 'stycznia/styczeń/sty lutego/luty/lut marca/marzec kwietnia/kwiecień/kwi maja/maj czerwca/czerwiec/cze lipca/lipiec/lip sierpnia/sierpień/sie września/wrzesień/wrz października/październik/paź listopada/listopad/lis grudnia/grudzień/gru',
  sv: 'januari februari mars april maj juni juli augusti september oktober november december',
  da: 'januar februar marts april maj juni juli august september oktober november december',
  no: 'januar februar mars april mai juni juli august september oktober november desember/des',
  fi: 'tammikuuta/tammikuu/tammi/tammik helmikuuta/helmikuu/helmi/helmik maaliskuuta/maaliskuu/maalis/maalisk huhtikuuta/huhtikuu/huhti/huhtik toukokuuta/toukokuu/touko/toukok kesäkuuta/kesäkuu/kesä/kesäk heinäkuuta/heinäkuu/heinä/heinäk elokuuta/elokuu/elo/elok syyskuuta/syyskuu/syys/syysk lokakuuta/lokakuu/loka/lokak marraskuuta/marraskuu/marras/marrask joulukuuta/joulukuu/joulu/jouluk',
  cs: 'ledna/leden/led února/únor/úno března/březen/bře dubna/duben/dub května/květen/kvě června/červen/čvn července/červenec/čvc srpna/srpen/srp září/zář října/říjen/říj listopadu prosince/prosinec/pro',
  sk: 'januára/január februára/február marca apríla/apríl mája/máj júna/jún júla/júl augusta septembra októbra/október novembra decembra',
  hu: 'január február/febr március/márc április/ápr május/máj június/jún július/júl augusztus szeptember/szept október november december',
  ro: 'ianuarie/ian februarie martie aprilie mai iunie/iun iulie/iul august septembrie octombrie noiembrie/noi decembrie',
  hr: 'siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna _ studenoga/studenog prosinca',
  tr: 'ocak/oca şubat/şub mart nisan/nis mayıs/may haziran/haz temmuz/tem ağustos/ağu eylül/eyl ekim/eki kasım/kas aralık/ara',
  ca: 'gener febrer març abril maig juny juliol agost setembre octubre novembre desembre',
  id: 'januari februari maret april mei juni juli agustus/agu september oktober november desember',
  lt: 'sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio',
  et: 'jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember',
  lv: 'janvāris/janvārī februāris/februārī marts/martā aprīlis/aprīlī maijs/maijā jūnijs/jūnijā jūlijs/jūlijā augusts/augustā septembris/septembrī oktobris/oktobrī novembris/novembrī decembris/decembrī',
  el: 'ιανουαρίου/ιαν φεβρουαρίου/φεβ μαρτίου/μαρ απριλίου/απρ μαΐου/μαϊ ιουνίου/ιουν ιουλίου/ιουλ αυγούστου/αυγ σεπτεμβρίου/σεπ οκτωβρίου/οκτ νοεμβρίου/νοε δεκεμβρίου/δεκ',
  ru: 'января/январь/янв февраля/февраль/фев/февр марта/март/мар апреля/апрель/апр мая/май июня/июнь/июн июля/июль/июл августа/август/авг сентября/сентябрь/сен/сент октября/октябрь/окт ноября/ноябрь/ноя/нояб декабря/декабрь/дек',
  uk: 'січня/січень/січ лютого/лютий/лют березня/березень/бер квітня/квітень/квіт травня/травень/трав червня/червень/черв липня/липень/лип серпня/серпень/серп вересня/вересень/вер жовтня/жовтень/жовт листопада/листопад/лист грудня/грудень/груд',
  bg: 'януари февруари март април май юни юли август септември октомври ноември декември',
  ar: 'يناير/جانفي فبراير/فيفري مارس أبريل/ابريل/إبريل/أفريل مايو/ماي يونيو/جوان يوليو/جويلية أغسطس/اغسطس/أوت سبتمبر أكتوبر/اكتوبر نوفمبر ديسمبر',
  he: 'בינואר/ינואר בפברואר/פברואר במרץ/מרץ באפריל/אפריל במאי/מאי ביוני/יוני ביולי/יולי באוגוסט/אוגוסט בספטמבר/ספטמבר באוקטובר/אוקטובר בנובמבר/נובמבר בדצמבר/דצמבר',
  bn: 'জানুয়ারি/জানুয়ারী ফেব্রুয়ারি/ফেব্রুয়ারী মার্চ এপ্রিল মে জুন জুলাই আগস্ট/অগাস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর',
  hi: 'जनवरी फरवरी/फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर/सितम्बर अक्टूबर/अक्तूबर नवंबर/नवम्बर दिसंबर/दिसम्बर',
};

const MONTHS = new Map<string, number>();
for (const list of Object.values(NAMES)) {
  list.split(' ').forEach((names, index) => {
    for (const name of names.split('/')) if (!MONTHS.has(name)) MONTHS.set(name, index + 1);
  });
}

/** Month 1..12 that a word names in one of the languages above, or 0. */
export function monthOf(word: string): number {
  return MONTHS.get(word.toLowerCase()) ?? 0;
}
