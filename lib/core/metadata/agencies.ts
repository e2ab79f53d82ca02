/** A news agency as the record names it. */
export interface Agency {
  readonly name: string;
  readonly code?: string;
}

/** Code as written in datelines, name, further names. A code of two letters counts only in capitals. */
const TABLE: readonly (readonly [code: string, name: string, ...others: string[]])[] = [
  ['AP', 'Associated Press', 'ap news'],
  ['', 'Reuters', 'thomson reuters', 'rtr', 'рейтер', 'ロイター', '路透社', '路透', '로이터', '로이터통신'],
  ['AFP', 'Agence France-Presse', 'afp relax', '法新社', 'afpbb'],
  ['dpa', 'Deutsche Presse-Agentur', 'dpa-afx', 'dpa international'],
  ['AFX', 'dpa-AFX'],
  ['epd', 'Evangelischer Pressedienst'],
  ['KNA', 'Katholische Nachrichten-Agentur'],
  ['SID', 'Sport-Informations-Dienst'],
  ['dts', 'dts Nachrichtenagentur'],
  ['APA', 'Austria Presse Agentur'],
  ['SDA', 'Keystone-SDA', 'schweizerische depeschenagentur', 'sda-keystone'],
  ['ATS', 'Agence télégraphique suisse', 'keystone-ats'],
  ['ANSA', 'Agenzia Nazionale Stampa Associata', 'ansa.it'],
  ['AGI', 'Agenzia Giornalistica Italia'],
  ['', 'Adnkronos'],
  ['EFE', 'Agencia EFE'],
  ['', 'Europa Press'],
  ['Lusa', 'Agência Lusa'],
  ['', 'Agência Brasil'],
  ['', 'Télam'],
  ['', 'Notimex'],
  ['', 'Prensa Latina'],
  ['ANP', 'Algemeen Nederlands Persbureau'],
  ['', 'Belga', 'belga news agency'],
  ['NTB', 'Norsk Telegrambyrå', 'ntb direkte'],
  ['TT', 'Tidningarnas Telegrambyrå', 'tt nyhetsbyrån'],
  ['', 'Ritzau', 'ritzaus bureau'],
  ['STT', 'Suomen Tietotoimisto', 'stt-lehtikuva'],
  ['PAP', 'Polska Agencja Prasowa'],
  ['ČTK', 'Česká tisková kancelář', 'ctk'],
  ['TASR', 'Tlačová agentúra Slovenskej republiky'],
  ['MTI', 'Magyar Távirati Iroda'],
  ['', 'Agerpres'],
  ['BTA', 'Bulgarian News Agency', 'бта'],
  ['HINA', 'Croatian News Agency'],
  ['', 'Tanjug'],
  ['ANA', 'Athens News Agency', 'απε-μπε'],
  ['AA', 'Anadolu Agency', 'anadolu ajansı'],
  ['DHA', 'Demirören Haber Ajansı'],
  ['İHA', 'İhlas Haber Ajansı', 'iha'],
  ['TASS', 'TASS', 'тасс', 'itar-tass', 'итар-тасс'],
  ['', 'RIA Novosti', 'риа новости'],
  ['', 'Interfax', 'интерфакс'],
  ['', 'Ukrinform', 'укрінформ', 'укринформ'],
  ['', 'Unian', 'уніан', 'униан'],
  ['', 'Xinhua', 'xinhua news agency', '新华社', '新華社', '新华网'],
  ['CNA', 'Central News Agency', '中央社'],
  ['CNS', 'China News Service', '中新社'],
  ['', 'Kyodo', 'kyodo news', '共同通信', '共同'],
  ['', 'Jiji Press', 'jiji', '時事通信', '時事'],
  ['', 'Yonhap', 'yonhap news agency', '연합뉴스', '聯合通訊社'],
  ['', 'Newsis', '뉴시스'],
  ['KCNA', 'Korean Central News Agency'],
  ['PTI', 'Press Trust of India'],
  ['ANI', 'Asian News International'],
  ['IANS', 'Indo-Asian News Service'],
  ['UNI', 'United News of India'],
  ['APP', 'Associated Press of Pakistan'],
  ['', 'Bernama'],
  ['', 'Antara', 'antara news'],
  ['VNA', 'Vietnam News Agency', 'ttxvn'],
  ['AAP', 'Australian Associated Press'],
  ['CP', 'Canadian Press', 'la presse canadienne'],
  ['PA', 'Press Association', 'pa media', 'pa news agency'],
  ['UPI', 'United Press International'],
  ['', 'Bloomberg', 'bloomberg news'],
  ['MENA', 'Middle East News Agency'],
  ['WAM', 'Emirates News Agency', 'وام'],
  ['SPA', 'Saudi Press Agency', 'واس'],
  ['', 'Petra', 'بترا'],
  ['IRNA', 'Islamic Republic News Agency'],
  ['BNS', 'Baltic News Service'],
  ['ELTA', 'Lithuanian News Agency'],
  ['', 'LETA'],
];

const BY_NAME = new Map<string, Agency>();
const BY_CODE = new Map<string, Agency>();
for (const [code, name, ...others] of TABLE) {
  const agency: Agency = code === '' ? { name } : { name, code };
  for (const key of [name, ...others]) BY_NAME.set(nameKey(key), agency);
  if (code !== '') BY_CODE.set(code, agency);
  if (code.length > 2) BY_CODE.set(code.toUpperCase(), agency);
}

function nameKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/^the\s+|(?<!\s)\s+(?:news\s+agency|nachrichtenagentur)$/g, '')
    .replace(/[.\s]+/g, ' ')
    .trim();
}

/** The agency that the whole text names, by code or by name; `null` when it names none. */
export function agencyOf(text: string): Agency | null {
  const plain = text.trim();
  if (plain.length > 60) return null;
  return BY_CODE.get(plain.replace(/\./g, '')) ?? BY_NAME.get(nameKey(plain)) ?? null;
}

/**
 * All agencies of a list such as `dpa/AFP` or `AP, Reuters`; empty when any member is none, so that a sentence that
 * mentions an agency is never taken for one.
 */
export function agenciesOf(text: string): readonly Agency[] {
  if (text.length > 100) return [];
  const whole = agencyOf(text);
  if (whole) return [whole];
  const parts = text
    .split(/(?<!\s)\s*(?:[/,;&+|、・]|(?<=\s)(?:and|und|et|y|e|en|og|och|i|и|та)\s)\s*/u)
    .filter((part) => part !== '');
  const agencies = parts.map(agencyOf);
  return agencies.every((agency) => agency !== null) ? agencies.filter((agency) => agency !== null) : [];
}
