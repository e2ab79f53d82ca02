/** Names of newspaper sections in twenty languages, as they stand alone above or glued before a headline. */
export const SECTION_LABELS: ReadonlySet<string> = new Set(
  [
    'World,News,Politics,Business,Sport,Sports,Opinion,Culture,Science,Health,Technology,Tech,Economy,Education,Entertainment,Lifestyle,Travel,Local,National,International,Arts,Environment,Finance,Markets,Climate,Weather,Crime,Football,Top Stories,Breaking News,World News',
    'Welt,Nachrichten,Politik,Wirtschaft,Kultur,Wissenschaft,Gesundheit,Technik,Meinung,Panorama,Gesellschaft,Ausland,Inland,Lokales,Reise,Wissen,Feuilleton,Digital,Unterhaltung',
    'Monde,Actualités,Politique,Économie,Culture,Sciences,Santé,Société,Opinions,Sport,Planète,Idées,Régions,Faits divers',
    'Mundo,Noticias,Política,Economía,Cultura,Ciencia,Salud,Tecnología,Opinión,Deportes,Sociedad,Internacional,Nacional,Sucesos',
    'Mondo,Notizie,Politica,Economia,Scienze,Salute,Tecnologia,Cronaca,Esteri,Spettacoli,Opinioni,Attualità',
    'Notícias,Economia,Ciência,Saúde,Tecnologia,Opinião,Esportes,Desporto,Sociedade,Internacional,Cotidiano',
    'Wereld,Nieuws,Politiek,Economie,Cultuur,Wetenschap,Gezondheid,Buitenland,Binnenland,Meningen',
    'Världen,Nyheter,Politik,Ekonomi,Kultur,Vetenskap,Hälsa,Utrikes,Inrikes,Åsikter,Nöje',
    'Verden,Nyheder,Økonomi,Videnskab,Sundhed,Udland,Indland,Kultur',
    'Nyheter,Utenriks,Innenriks,Vitenskap,Helse,Meninger,Debatt,Sport',
    'Maailma,Uutiset,Politiikka,Talous,Kulttuuri,Tiede,Terveys,Ulkomaat,Kotimaa,Urheilu',
    'Świat,Wiadomości,Polityka,Gospodarka,Kultura,Nauka,Zdrowie,Opinie,Kraj',
    'Svět,Zprávy,Ekonomika,Věda,Zdraví,Názory,Domácí,Zahraničí',
    'Külföld,Belföld,Gazdaság,Kultúra,Tudomány,Egészség,Vélemény,Hírek',
    'Lume,Știri,Politică,Economie,Cultură,Știință,Sănătate,Actualitate,Externe',
    'Dünya,Haberler,Siyaset,Ekonomi,Kültür,Bilim,Sağlık,Spor,Gündem,Yaşam',
    'Мир,Новости,Политика,Экономика,Общество,Культура,Наука,Здоровье,Спорт,Происшествия',
    'Світ,Новини,Політика,Економіка,Суспільство,Культура,Наука,Здоров’я',
    'Κόσμος,Ειδήσεις,Πολιτική,Οικονομία,Πολιτισμός,Επιστήμη,Υγεία,Αθλητισμός',
    'Dunia,Berita,Ekonomi,Budaya,Kesehatan,Olahraga,Nasional,Internasional',
    '国际,新闻,政治,经济,社会,文化,科技,体育,国際,ニュース,経済,スポーツ,국제,정치,경제,사회,문화',
  ].flatMap((names) => names.split(',')),
);

/**
 * Words that make one name with the section word before them ("World Bank"), so that no label stands there. Lower case.
 */
export const LABEL_COMPOUNDS: ReadonlySet<string> = new Set(
  'bank cup war wide health trade food economic heritage series championship championships record records court leaders day order champion champions number one two i ii minister ministry secretary department committee council council’s bank’s cup’s war’s team club museum center centre fund school board street week direct live show star stars today magazine journal review weekly daily insider editor editors reporter correspondent fiction park fair page pages conference summit union forum service services bureau agency'.split(
    ' ',
  ),
);
