/** Words, lower case, none of which stands in a person's name: an author that has one is a desk, a house or a job. */
export const STAFF_WORDS: ReadonlySet<string> = new Set(
  (
    'staff redaktion onlineredaktion redaktionen redaksjonen redaktionsteam redaction rédaction redacción redaccion redacao redação redazione ' +
    'redactie redakcja redakce redakcia redakció toimitus redacția редакция редакція editorial editors editor éditeur team équipe equipo ' +
    'equipe desk news newsroom newsdesk newswire press presse pressestelle pressedienst prensa agency agencies agentur agenturen agence ' +
    'agences agencia agencias agência agenzia agenzie admin administrator webmaster moderator author authors autor autoren guest guests ' +
    'contributor contributors contributing correspondent correspondents reporter reporters writer writers journalist journalists ' +
    'columnist online media magazine magazin tv radio podcast group gmbh mbh ag kg inc ltd llc corp corporation company co plc university ' +
    'universität université universidad institut institute instituto foundation stiftung verein verband association society network ' +
    'center centre zentrum council department ministry ministerium office büro bureau blog website web zeitung newspaper journal times ' +
    'gazette tribune herald daily weekly publishing publisher verlag service services project projekt club party partei school anonymous ' +
    'unknown user support marketing sponsored partner brand studio contenu published updated posted veröffentlicht aktualisiert by von und ' +
    'for für with mit from contact kontakt share follow subscribe read more comments comment kommentare edit home about login the our your ' +
    'der die das ein eine les une los las this that what how why pressemitteilung bild foto photo photos video min minutes minuten lesezeit ' +
    'uhr today heute yesterday gestern ago vor monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag ' +
    'freitag samstag sonntag bündnis initiative akademie academy polizei police feuerwehr stadt gemeinde landkreis bundesamt science research ' +
    'solutions systems software digital entertainment sports technology tech insurance bank financial health clinic hospital law firm attorneys ' +
    'llp associates community people library museum church kirche government govt committee commission union federation alliance ' +
    'last modified bio rebloggt kategorie kategorien categories category tags schlagwörter text size email facebook twitter linkedin whatsapp instagram youtube copy link kopieren teilen zur zum übersicht artikelübersicht program programme admissions resources student senior junior certified assistant abteilung lead head geschichte gear engineer consultant specialist expert analyst director manager president founder ceo cto officer professor redakteur redakteurin chefredakteur wirtschaftsredakteur korrespondent korrespondentin reporterin journalist journalistin ressortleiter journaliste periodista giornalista medically reviewed checked fact übersetzung translation translated illustration illustrations wordpress associates weiterlesen mehr lesen drucken print save listen min. read. zuletzt stand datum date time article articles story stories category categories tags tag archive copyright advertisement anzeige source quelle alle all rights reserved'
  ).split(' '),
);

/** Words, lower case, of a job or a standing: a part of a byline that has one is the role of the person before it. */
export const ROLE_WORDS: ReadonlySet<string> = new Set(
  (
    'reporter writer editor editor-in-chief correspondent columnist contributor contributing journalist producer photographer analyst ' +
    'producer director professor president ceo founder co-founder chief senior deputy managing executive specialist researcher fellow ' +
    'attorney lawyer dvm md phd rn host anchor meteorologist critic blogger expert manager officer consultant lecturer student scientist author staff ' +
    'redakteur redakteurin chefredakteur chefredakteurin korrespondent korrespondentin reporterin journalistin autor autorin volontär ' +
    'volontärin praktikant praktikantin leiter leiterin ressortleiter ressortleiterin freie freier geschäftsführer rechtsanwalt ' +
    'journaliste rédacteur rédactrice correspondant correspondante envoyé envoyée chef periodista redactor redactora corresponsal ' +
    'enviado enviada giornalista redattore redattrice corrispondente inviato inviata jornalista repórter redator redatora ' +
    'verslaggever redacteur correspondente dziennikarz dziennikarka redaktor redaktorka toimittaja journalisten reportern korespondent ' +
    'muhabir muhabiri gazeteci журналист корреспондент редактор обозреватель журналістка кореспондент dr'
  ).split(' '),
);

/** Lower-case words that stand inside names. */
export const NAME_PARTICLES: ReadonlySet<string> = new Set(
  (
    'de del della di da das do dos du des d la le lo las los van von vom zu zur zum der den het ten ter te op in ’t bin bint ibn ben al el ' +
    'el- al- af av y e i und o’ mac st san saint abu umm bar bat'
  ).split(' '),
);
