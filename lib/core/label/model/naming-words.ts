// What names a line of which the model has shown that it is no part of the article. These words are no rules: articles have
// them too. The phrases that remove a line by themselves are those of `rules/`, and are not repeated here.
import type { RemovalClass } from '../../document.ts';

/** Trade words of one class, in any language. */
export interface NamingRow {
  readonly class: RemovalClass;
  /** Longest line that they name. */
  readonly maxWords: number;
  /** `start`: the line begins with one; `within`: it holds one, from the start of a word. Compared in lower case. */
  readonly where: 'start' | 'within';
  /** Separated by `|`; the end of a word may follow within. */
  readonly words: string;
}

/** In the order in which they are tried. */
export const NAMING_ROWS: readonly NamingRow[] = [
  {
    class: 'cookie',
    maxWords: 120,
    where: 'within',
    words:
      'use cookies|uses cookies|using cookies|our cookie|of cookies|cookie policy|cookie settings|cookie preferences|' +
      'cookies policy|consent to|personalised advertising|personalized advertising|personalised content|personalized content|' +
      'do not sell|legitimate interest|verwenden cookies|verwendet cookies|nutzen cookies|nutzt cookies|cookies zu|cookie-|' +
      'von cookies|dsgvo|berechtigtes interesse|utilisons des cookies|utilise des cookies|des cookies|de cookies|les cookies|' +
      'rgpd|usamos cookies|utiliza cookies|utilizamos cookies|las cookies|os cookies|i cookie|dei cookie|utilizza cookie|' +
      'gebruiken cookies|gebruikt cookies|pliki cookie|plików cookie|använder cookies|använder kakor|informasjonskapsler|' +
      'bruger cookies|bruker cookies|evästei|soubory cookie|používá cookies|çerez|файлы cookie|файлов cookie|файли cookie|' +
      'クッキー|cookieを|쿠키|使用cookie|cookies来|ملفات تعريف الارتباط',
  },
  {
    class: 'newsletter',
    maxWords: 70,
    where: 'within',
    words:
      'newsletter|your inbox|mailing list|your email|posteingang|boîte de réception|bandeja de entrada|casella di posta|' +
      'caixa de entrada|postvak|受信トレイ|받은편지함|收件箱|e-mail-adresse ein|infolettre|lettre d’information|boletín|boletim|' +
      'nieuwsbrief|nyhetsbrev|nyhedsbrev|uutiskirje|newsletteru|biuletyn|zpravodaj|e-bülten|bülten|рассылк|розсилк|メールマガジン|' +
      'メルマガ|ニュースレター|뉴스레터|电子报|電子報|邮件订阅|النشرة البريدية|النشرة الإخبارية',
  },
  {
    class: 'footer',
    maxWords: 120,
    where: 'within',
    words:
      '©|creative commons|cc-by|cc by|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|' +
      'tutti i diritti|todos os direitos|alle rechten voorbehouden|wszelkie prawa|alla rättigheter|alle rettigheter|' +
      'alle rettigheder|kaikki oikeudet|všechna práva|tüm hakları|все права|усі права|всі права|無断転載|無断複製|禁無断|무단 전재|무단전재|' +
      '版权所有|版權所有|جميع الحقوق|terms of use|terms of service|privacy policy|privacy statement|privacy notice|' +
      'datenschutzerklärung|nutzungsbedingungen|mentions légales|politique de confidentialité|política de privacidad|' +
      'política de privacidade|informativa sulla privacy|privacybeleid|polityka prywatności|integritetspolicy|' +
      'personvernerklæring|privatlivspolitik|tietosuojaseloste|ochrana osobních údajů|gizlilik politikası|' +
      'политика конфиденциальности|політика конфіденційності|プライバシーポリシー|개인정보처리방침|隐私政策|隱私權政策|سياسة الخصوصية',
  },
  {
    class: 'comments',
    maxWords: 6,
    where: 'within',
    words:
      'comments|commented|post a reply|more replies|log in to reply|kommentare|kommentier|leserbrief|commentaires|commenter|' +
      'comentarios|comentários|commenti|reacties|reageren|komentarz|komentuj|kommentarer|kommentera|kommentit|kommentoi|' +
      'komentáře|yorumlar|yorum yap|комментари|комментир|коментар|コメント|댓글|评论|評論|留言|تعليق|التعليقات',
  },
  {
    class: 'share',
    maxWords: 6,
    where: 'within',
    words:
      'facebook|twitter|whatsapp|telegram|linkedin|pinterest|instagram|youtube|tiktok|mastodon|bluesky|вконтакте|' +
      'одноклассники|微博|微信|フォロー|シェア|공유|分享|مشاركة|to a friend|follow me|teile diesen|teilen sie|partagez|comparte|condividi|' +
      'compartilhe|deel dit|udostępnij|dela artikel|del artikkel|del artikel|jaa artikkeli|sdílet|paylaş|поделиться|' +
      'поділитися',
  },
  {
    class: 'ad',
    maxWords: 8,
    where: 'start',
    words:
      'anzeige|bezahlte anzeige|werbung|reklama|reklam|annonse|annonce|annons|mainos|реклама|' +
      '広告|광고|广告|廣告|إعلان',
  },
  {
    class: 'ad',
    maxWords: 60,
    where: 'within',
    words:
      'adblock|ad blocker|ad-blocker|ad blocking|werbeblocker|bloqueur de pub|bloqueador de anuncios|' +
      'bloqueador de publicidad|blocco degli annunci|bloqueador de anúncios|adblokker|reklamblockerare|annonseblokk|' +
      'mainosten esto|blokátor reklam|reklam engelleyici|блокировщик реклам|блокувальник реклам|広告ブロック|광고 차단|广告拦截|廣告攔截|' +
      'مانع الإعلانات',
  },
  {
    class: 'contact',
    maxWords: 8,
    where: 'start',
    words:
      'contact|contact the|contacts|report a|report an|send us|kontakt|kontaktieren|contacter|contactez|nous écrire|contacto|' +
      'contatti|contatto|contato|contacte|neem contact|kontakta|skontaktuj|kontaktujte|iletişim|контакт|контакты|контакти|' +
      'связаться|문의|제보|联系|聯絡|聯繫|اتصل',
  },
  {
    class: 'bio',
    maxWords: 14,
    where: 'start',
    words:
      'about the author|about the writer|about the company|about us|about this author|über den autor|über die autor|' +
      'zur person|über uns|über das unternehmen|à propos de l’auteur|à propos de|l’auteur|sobre el autor|sobre la autora|' +
      'acerca de|sull’autore|l’autore|sobre o autor|sobre a autora|quem somos|over de auteur|over ons|o autorze|o autorce|' +
      'o firmie|om författaren|om skribenten|om forfatteren|om oss|om os|kirjoittajasta|kirjoittaja on|o autorovi|' +
      'yazar hakkında|hakkımızda|об авторе|о компании|про автора|про компанію|著者|筆者|この記事を書いた人|会社概要|기자 소개|회사 소개|作者简介|關於作者|' +
      '关于作者|关于我们|關於我們|عن الكاتب|نبذة عن',
  },
  {
    class: 'newsletter',
    maxWords: 40,
    where: 'within',
    words:
      'subscriber|subscription|subscribe to|free trial|abonnent|abonnement|abonniere|abonnés|abonnez|suscriptor|suscríbete|' +
      'suscripción|abbonati|abbonamento|assinante|assinatura|abonnee|prenumera|subskryb|tilaaj|předplatn|aboneli|abone ol|' +
      'подписчик|оформить подписку|передплат|有料会員|会員登録|구독|订阅|訂閱|اشتراك|اشترك',
  },
  {
    class: 'tag-list',
    maxWords: 30,
    where: 'start',
    words:
      'tags|tagged|topics|filed under|keywords|themen|thèmes|temas|argomenti|tópicos|onderwerpen|tagi|tematy|ämnen|emner|' +
      'aiheet|témata|konular|теги|темы|теми|タグ|태그|标签|標籤|主题|الوسوم|مواضيع',
  },
  {
    class: 'related',
    maxWords: 14,
    where: 'start',
    words:
      'mehr zum|mehr zur|more on|more in|more about|popular|trending|latest|recent|next in|watch:|listen:|read:|mehr zu|' +
      'mehr aus|mehr von|mehr über|weitere|aktuelle|neueste|beliebt|audio und video|plus de|à voir|sur le même|dernières|' +
      'les plus|más sobre|más de|los más leídos|lo más|últimas|ultime|' +
      'mais sobre|mais de|leia |veja |meer van|laatste|więcej o|więcej z|czytaj|zobacz|mer om|mer från|mer fra|läs |les |' +
      'læs |mest |senaste|siste|seneste|lisää|lue |uusimmat|více o|čtěte|nejnovější|daha fazla|en çok|ilgili|читайте|' +
      'последние|популярн|останні|関連|人気|最新|관련|많이 본|인기|최신|相关|相關|推荐|推薦|热门|熱門|更多|اقرأ|المزيد|' +
      'أخبار ذات|الأكثر',
  },
  {
    class: 'navigation',
    maxWords: 5,
    where: 'start',
    words:
      'skip to|jump to|contents|menu|search|close|click to|sort by|inhalt|suche|sommaire|fermer|afficher|índice|buscar|' +
      'cerrar|indice|cerca|chiudi|mostra|fechar|inhoud|zoeken|sluiten|toon|spis treści|szukaj|zamknij|pokaż|innehåll|sök|' +
      'stäng|visa|innhold|søk|lukk|indhold|søg|luk|sisällys|haku|sulje|näytä|obsah|hledat|zavřít|zobrazit|' +
      'içindekiler|ara|kapat|göster|содержание|поиск|закрыть|показать|зміст|пошук|закрити|показати|目次|検索|목차|검색|닫기|目录|目錄|搜索|' +
      '搜尋|关闭|關閉|المحتويات|بحث|إغلاق|عرض المزيد',
  },
];
