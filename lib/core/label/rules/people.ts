// Over 200 lines: a table of phrases in up to twenty languages, with their reasons and examples.
import { labelsOf } from './labels-by-language.ts';
import { openingsOf } from './openings-by-language.ts';
import { anyCase, form, goesOn, opening, type Rule, wholeLine } from './rule.ts';

/** A name or a chain of names: two to five capitalised words each, joined by comma, `and` and its like. */
const NAMES =
  "\\p{Lu}[\\p{L}\\p{M}.’'-]{1,24}(?: (?:\\p{Lu}[\\p{L}\\p{M}.’'-]{0,24}|de|da|do|dos|del|della|di|du|la|le|van|von|den|der|ten|zu|al|el|bin|ibn|and|und|et|y|e|en|i|och|og|ja|a|ve|и|й|та|&)){1,5}";

/** An article begins no person's name, but that of a house: `By The Associated Press`. */
const NO_PERSON =
  '(?:THE|The) (?!.{0,60}(?:Press|PRESS|Staff|STAFF|Board|BOARD|Team|TEAM|News|NEWS|Desk|DESK|Editors|EDITORS))';

/** After the names: an outlet, a role, a place. */
const AFTER_NAMES =
  "(?:(?:,| \\||,? for| in| /| –| —|,? aus) [\\p{L}\\p{N}\\p{M}.,&’'|/ -]{2,70})?(?<!\\p{Ll}{3}[.!?])";

/** Names with the places and tasks of those who worked on a report. */
const CREW =
  "\\p{Lu}[\\p{L}\\p{M}.’'-]{0,24}(?:[,;]? (?:\\p{Lu}[\\p{L}\\p{M}.’'-]{0,24}|in|at|from|and|for|de|van|von|by|editing|reporting|writing|additional|graphics)){1,40}";

const AGENCY =
  '(?:dpa|afp|ap|reuters|epd|kna|sid|apa|ansa|efe|belga|anp|pap|lusa|ntb|tt|ritzau|stt|čtk|tasr|sita|ria|tass|тасс|риа новости|интерфакс|укринформ|укрінформ|hina|fena|srna|tanjug|танјуг|beta|sta|mti|agerpres|mediafax|бта|bta|απε(?:-μπε)?|αμπε|leta|elta|bns|aa|iha|dha|antara|agences?|agenturen|agencias?|agenzie|agências?|bloomberg|europa press)';

/** Bylines, contributor lines and the like: data in the metadata, not text. */
export const PEOPLE_RULES: readonly Rule[] = [
  {
    id: 'byline-by-name',
    class: 'byline',
    match: [
      form(
        16,
        new RegExp(
          `^(?:By|BY|Written by|Words by|Words:|Story by|Posted by|Reported by|Report by|By:|Text by|Article by|Author:|Authors:|Writer:|by) (?!${NO_PERSON})${NAMES}${AFTER_NAMES}$`,
          'u',
        ),
      ),
      form(
        14,
        new RegExp(
          `^(?:Von|VON|Ein Beitrag von|Ein Kommentar von|Eine Analyse von|Ein Gastbeitrag von|Autor:|Autorin:|Text:|Aus [\\p{Lu}][\\p{L}]{2,20} (?:berichtet|von)|Interview:) ${NAMES}${AFTER_NAMES}$`,
          'u',
        ),
      ),
      form(
        14,
        new RegExp(
          `^(?:Par|PAR|Propos recueillis par|Écrit par|Publié par|Rédigé par|Auteur :|Auteur:|Texte :) ${NAMES}${AFTER_NAMES}$`,
          'u',
        ),
      ),
      form(
        14,
        new RegExp(
          `^(?:Por|POR|Escrito por|Texto:|Publicado por|Redacción:|Di|DI|a cura di|A cura di|Scritto da|Pubblicato da|Autore:|Testo:|Door|DOOR|Geschreven door|Auteur:|Tekst:|Autor|Autorzy:|Napisał:|Opracowanie:|Av|AV|Text:|Skriven av|Skrevet av|Af|AF|Skrevet af|Teksti:|Kirjoittaja:|Toimittaja:|Yazan:|Haber:|Автор:|Авторы:|Текст:|Автор –|Автори:) ${NAMES}${AFTER_NAMES}$`,
          'u',
        ),
      ),
      form(
        14,
        /^(?:文|取材・文|執筆|ライター|撰文|作者|记者|記者|文字|编辑|編輯|責任編輯|责任编辑|著者)[/／:：・ ]\s?[\p{L}・ 、/／]{2,24}$/u,
      ),
      form(10, /^[가-힣]{2,4} ?기자(?: [\w.+-]{1,40}@[\w.-]{3,40})?$/u, ['기자']),
      form(8, /^(?:بقلم|كتب|كتبت|تحرير) ?:? ?[\p{Script=Arabic}]{2,20}(?: [\p{Script=Arabic}]{2,20}){1,4}$/u),
      form(
        12,
        new RegExp(
          `^(?:di|par|por|von|door|av|af|przez) ${NAMES}(?:,? \\d{1,2}[. ] ?\\p{L}{3,10}\\.?(?: \\d{4})?)?$`,
          'u',
        ),
      ),
      form(
        14,
        new RegExp(
          `^(?:Von|Par|Di|Por|Door|Redaktion|Übersetzung(?: und Adaptierung)?|Traduction|Translation|Traducción|Reviewed by|Edited by) ?: ?${NAMES}(?:, ${NAMES}){0,3}$`,
          'u',
        ),
      ),
    ],
    rationale: 'The word of a byline, then capitalised names and at most an outlet, without an end mark.',
    source: 'heads of articles in all languages',
    examples: {
      fires: [
        'Von: Jonas Brückner',
        'di Teresa Fallavolta 20 Novembre 2024',
        'By Mara Quillfeather',
        'By The Associated Press',
        'By Mara Quillfeather and Tom Okafor, Courier staff',
        'Von Jonas Brückner',
        'Par Élodie Marchetti',
        'Por Inés Valdovinos',
        'Автор: Анна Речная',
        '記者：田中春子',
      ],
      spares: [
        'By Monday the bridge was closed',
        'By Land and by sea',
        'Von Elmsworth nach Norden',
        'By the River Wend',
        'BY THE NUMBERS',
        'By The Book',
        'Par Élodie Marchetti, le pont reste fermé.',
        'von Norden her',
      ],
    },
  },
  {
    id: 'byline-staff',
    class: 'byline',
    match: [
      wholeLine(
        'Staff report',
        'Staff reports',
        'Staff writer',
        'By staff',
        'By staff writer',
        'By staff reporter',
        'By our correspondent',
        'By our reporter',
        'By a staff reporter',
        'From staff reports',
        'From staff and wire reports',
        'News desk',
        'Web desk',
        'Agencies',
        'By agencies',
        'Correspondent',
        'Our correspondent',
        'Staff correspondent',
        'Von unserer Redaktion',
        'Von unserem Korrespondenten',
        'dpa',
        'AFP',
        'Reuters',
        'dpa/lnw',
        'Associated Press',
        'The Associated Press',
        'Redacción',
        'La rédaction',
        'La redazione',
        'Da redação',
        'Van onze redactie',
        'Van onze verslaggever',
      ),
      form(
        10,
        /^(?:with|mit|avec|con|com) (?:material from|reporting by|files from|inputs from|agency inputs|material von|agenturmaterial)\b[^.!?]{0,60}$/iu,
      ),
    ],
    rationale: 'The line that stands where a name is missing.',
    source: 'heads and ends of agency copy',
    examples: {
      fires: ['Staff report', 'By our correspondent', 'With files from The Courier'],
      spares: ['Staff report feeling ill', 'Correspondent banks'],
    },
  },
  {
    id: 'byline-role',
    class: 'byline',
    match: [
      wholeLine(
        'Author',
        'Autor',
        'Autorin',
        'Auteur',
        'Автор',
        'Written by',
        'Words by',
        'Story by',
        'Article by',
        'About the author',
        'About the authors',
        'About the writer',
        'Über den Autor',
        'Über die Autor:in',
        'Zur Person',
        'Über die Autorin',
        "À propos de l'auteur",
        'Sobre el autor',
        'Sobre o autor',
        "L'autore",
        ...labelsOf('byline-role'),
      ),
      form(
        8,
        /^(?:(?:\p{L}[\p{L}&-]{1,18} ){0,3}(?:reporter|correspondent|editor-in-chief|managing editor|deputy editor|staff writer|senior writer|columnist)|(?:chef|politik|wirtschafts|sport|kultur|lokal|online)?redakteur(?:in)?(?: (?:in der|im|bei der|für) [\p{L}-]{2,24}(?: [\p{L}-]{2,24})?)?|chefredakteur(?:in)?|journaliste|periodista|redactora?(?: jefe| de [\p{L} ]{2,24})?|giornalista|jornalista|dziennikarz|dziennikarka)$/iu,
        [
          'report',
          'correspond',
          'editor',
          'writer',
          'columnist',
          'redakteur',
          'journalist',
          'periodista',
          'redactor',
          'giornalista',
          'jornalista',
          'dziennikar',
        ],
      ),
      opening(10, openingsOf('byline-role'), goesOn('[^"“”?.!]{2,80}')),
      form(
        10,
        /^(?:(?:See|View|Read|Browse) (?:all|more)|More|All)(?: (?:articles|posts|stories|content|work|entries|news|columns))? by \p{Lu}[\p{L}\p{M}’'.-]{1,20}(?: \p{Lu}[\p{L}\p{M}’'.-]{1,20}){0,3}$/u,
      ),
    ],
    rationale: 'What an author is, or the label above who it is, alone on the line.',
    source: 'heads and ends of articles',
    examples: {
      fires: ['Business reporter', 'Redakteurin in der Lokalredaktion', 'About the author', 'Written by'],
      spares: ['Reporters were not let in', 'Author of her own luck'],
    },
  },
  {
    id: 'credit-contributor-line',
    class: 'credit',
    match: [
      form(
        70,
        /^(?!.{0,400}\b(?:that|was|were|has|have|had|which|who|is|are|will|would|could|may)\b)[—–-]{0,2} ?\p{Lu}.{3,400} (?:also )?contributed (?:reporting |research |additional reporting )?(?:to|for) this (?:report|story|article|piece|dispatch)\b.{0,40}$/u,
        ['contributed'],
      ),
      form(
        60,
        /^(?!.{0,300}\b(?:that|was|were|has|have|had|which|who|is|are|will|would|could|may)\b)[—–-]{0,2} ?\p{Lu}.{3,300} contributed (?:reporting|research|additional reporting)(?: (?:from|in) \p{Lu}[\p{L}\p{M}.,’' -]{1,80})?[.)]?$/u,
        ['contributed'],
      ),
      form(
        90,
        new RegExp(
          `^\\(?(?:${anyCase('reporting by', 'additional reporting by', 'writing by', 'written by', 'editing by', 'compiled by', 'research by', 'graphics by', 'production by', 'translated by', 'translation by', 'report by', 'fact-checking by')}) ${CREW}\\)?[.)]?$`,
          'u',
        ),
      ),
      form(
        16,
        new RegExp(
          `^\\(?(?:mit (?:material|informationen|inhalten) (?:von|der|des|aus)(?: (?:nachrichtenagentur(?:en)?|agentur(?:en)?))?|quellen?:|avec|con información de|con informazioni (?:di|da)|com informações d[aeo]s?|com|met medewerking van|za:|источник:|джерело:|zdroj:|izvor:|извор:|източник:|πηγή:|forrás:|sursa:|kaynak:|kilde:|källa:|lähde:|vir:|avots:|allikas:|šaltinis:|burimi:|fonte:|fuente:|bron:|sumber:) ?${AGENCY}(?:(?: und | sowie | et | y | e |, ?|/)${AGENCY}){0,6}\\)?\\.?$`,
          'iu',
        ),
      ),
      opening(12, openingsOf('credit-contributor-line'), /^ ?[:：]? ?[^"“”?!.:]{2,80}\.?$/u),
      opening(10, openingsOf('credit-editor-colon'), /^ ?[:：] ?[^"“”?!.]{2,60}$/u),
      form(6, /^\(?with (?:\p{L}[\p{L}& ,.]{1,40} )?inputs?(?: from [^.!?]{2,60})?\)?\.?$/iu),
    ],
    rationale: 'Names those who worked on the report; the metadata keep them.',
    source: 'ends of agency and newspaper copy',
    examples: {
      fires: [
        'Courier writer Lena Marsh in Norport contributed to this report.',
        '—Courier writer Lena Marsh in Norport contributed to this report.',
        'Reporting by Tom Okafor; Editing by Mara Quillfeather',
        'Reporting by Lena Marsh in Norport, Tom Okafor in The Hague and Ann Pell in London; Writing by Ann Pell; Editing by Mara Quillfeather',
        'Mit Informationen der Nachrichtenagenturen AFP, AP, dpa und Reuters',
        'Additional reporting by Lena Marsh',
        'Mit Material der dpa',
        'Izvor: Hina',
        'Πηγή: ΑΠΕ-ΜΠΕ',
      ],
      spares: [
        'Officials said that wrong figures contributed to this report.',
        'Reporting by telephone is quicker than by post.',
        'The rain contributed to this flood.',
        'Izvor: Hinako Sato',
        'Източник: общината',
        'Mit Material von der Baustelle wurde der Damm erhöht.',
      ],
    },
  },
];
