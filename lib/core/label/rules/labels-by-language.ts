// Over 200 lines: a table of labels by rule and language.

/**
 * Labels that are a whole line, by rule and language (BCP 47), parted by bars: how sites of many publishers word them. A
 * label stands once, under the first language that has it; the text of a page does not tell its language. No words that
 * may be a crosshead, a name, an item of a list or a cell of a table: of such the tables of the rules hold the few that
 * were seen to be safe.
 */
const LABELS = {
  'byline-role': {
    hu: 'A szerzőről',
    ro: 'Despre autor',
    el: 'Σχετικά με τον συντάκτη|Σχετικά με τον αρθρογράφο',
    ja: '著者について|著者プロフィール|この記事を書いた人|筆者プロフィール',
    ko: '기자 소개|작성자 정보|글쓴이 소개|필자 소개',
    'zh-Hans': '作者简介|关于作者|作者介绍|作者其他',
    'zh-Hant': '作者簡介|關於作者|作者介紹|本文作者',
  },
  'tag-list': {
    hu: 'Címkék|Kulcsszavak',
    ro: 'Etichete|Cuvinte cheie',
    el: 'Ετικέτες|Λέξεις κλειδιά|Λέξεις-κλειδιά',
    ja: 'タグ一覧',
    ko: '관련 태그',
    'zh-Hans': '关键字',
    'zh-Hant': '關鍵字|文章標籤',
    vi: 'Từ khóa',
  },
  'contact-label': {
    hu: 'Írjon nekünk|Hiba bejelentése|Hibát talált?|Hibát talált a cikkben?|Hibát talált? Jelezze!|Küldjön hírt|Küldj hírt|Írja meg nekünk',
    ro: 'Date de contact|Raportează o eroare|Semnalează o eroare|Ai găsit o greșeală?|Raportează o problemă|Trimite o știre|Ai un pont?|Trimite-ne un pont|Trimite știrea ta',
    el: 'Επικοινωνήστε μαζί μας|Στοιχεία επικοινωνίας|Αναφορά λάθους|Αναφέρετε ένα λάθος|Αναφορά σφάλματος|Βρήκατε λάθος;|Στείλτε μας την είδηση|Στείλτε το δικό σας θέμα|Στείλτε την είδηση|Στείλε την είδηση',
    ja: 'お問い合わせはこちら|ご意見・お問い合わせ|誤りを報告|間違いを報告|問題を報告|誤字脱字を報告|情報提供はこちら|情報をお寄せください|情報提供のお願い',
    ko: '문의하기|고객문의|오류 신고|오류신고|기사 오류 신고|정정 요청|기사제보|기사 제보',
    'zh-Hans': '投稿邮箱|我要纠错|我要爆料|新闻爆料|我要投稿',
    'zh-Hant': '聯繫我們|意見反映|客服信箱|回報錯誤|錯誤回報|我要檢舉|爆料專區|提供線索|新聞爆料',
    id: 'Hubungi kami|Kontak kami',
    vi: 'Liên hệ|Liên hệ quảng cáo|Liên hệ tòa soạn',
    hi: 'संपर्क करें|हमसे संपर्क करें',
  },
  'share-label': {
    hu: 'Megosztás|Megosztom|Oszd meg|Ossza meg',
    ro: 'Distribuie|Distribuie articolul|Împărtășește|Trimite prin email',
    el: 'Κοινοποίηση|Μοιραστείτε|Μοιράσου το|Κοινοποιήστε',
    ja: 'この記事をシェア',
    ko: '기사공유',
    id: 'Bagikan|Bagikan artikel ini|Bagikan berita ini|Bagikan ke',
    vi: 'Chia sẻ|Chia sẻ bài viết',
    hi: 'शेयर करें|साझा करें',
  },
  'share-tool': {
    hu: 'Link másolása|Hivatkozás másolása|Link kimásolása|Link másolva|Nyomtat|Nyomtatható változat|Cikk nyomtatása|Cikk mentése|Kedvencekhez adás|Mentés későbbre|Cikk meghallgatása|Hallgassa meg a cikket|Hallgasd meg a cikket|Szövegméret|Betűméret növelése|Betűméret csökkentése|Kérem várjon',
    ro: 'Copiază link|Copiază linkul|Link copiat|Copiază link-ul|Tipărește|Printează|Tipărește articolul|Imprimă|Salvează articolul|Adaugă la favorite|Citește mai târziu|Ascultă articolul|Ascultă acest articol|Ascultă știrea|Dimensiune text|Mărime text|Dimensiunea textului|Mărime font|Se încarcă|Se incarca',
    el: 'Αντιγραφή συνδέσμου|Αντιγραφή link|Ο σύνδεσμος αντιγράφηκε|Αντιγραφή URL|Εκτύπωση άρθρου|Εκτυπώστε|Εκτύπωση σελίδας|Αποθήκευση άρθρου|Προσθήκη στα αγαπημένα|Αποθηκευμένα άρθρα|Ακούστε το άρθρο|Άκουσε το άρθρο|Ακρόαση άρθρου|Ακούστε το κείμενο|Μέγεθος γραμματοσειράς|Μέγεθος κειμένου',
    ja: 'URLをコピー|URLをコピーする|印刷する|この記事を印刷|記事を印刷|保存する|記事を保存|ブックマーク|スクラップ|記事を聴く|この記事を聴く|音声で聴く|記事を聞く|文字サイズ|文字の大きさ|文字サイズ変更|文字サイズを変更|記事をプレゼント|この記事をプレゼント|いいね|いいね！|いいねする|読み込み中|ロード中|お待ちください',
    ko: 'URL 복사|주소 복사|URL복사|프린트|인쇄하기|프린트하기|기사 저장|기사 듣기|본문 듣기|음성으로 듣기|기사 듣기 시작|글자크기|글자 크기|폰트 크기|글자크기 조절|좋아요|로딩중|불러오는 중|잠시만 기다려 주세요',
    'zh-Hans':
      '复制网址|链接已复制|打印本页|打印本文|打印文章|收藏本文|稍后阅读|收听本文|字体大小|字号大小|加载中|正在加载|载入中',
    'zh-Hant':
      '複製網址|已複製連結|列印|列印本頁|列印本文|友善列印|收藏文章|稍後閱讀|收聽文章|語音朗讀|字體大小|字級設定|文字大小|載入中|讀取中|正在載入',
    id: 'Salin tautan|Salin link|Tautan disalin',
    vi: 'Sao chép liên kết|In bài viết|Lưu bài viết',
  },
  'share-follow-us': {
    hu: 'Kövessen minket|Kövess minket|Kövessen bennünket',
    ro: 'Urmărește-ne|Urmărește-ne pe|Urmăriți-ne|Urmareste-ne',
    el: 'Ακολουθήστε μας|Ακολουθήστε μας στο|Ακολούθησέ μας|Ακολουθήστε το',
    ja: 'フォロー|フォローはこちら',
    ko: '팔로우하기',
    'zh-Hans': '关注微信公众号|关注公众号',
    'zh-Hant': '關注我們|加入LINE好友',
    id: 'Ikuti kami|Ikuti kami di',
    vi: 'Theo dõi chúng tôi',
  },
  'newsletter-label': {
    hu: 'Előfizetek|Feliratkozás|Feliratkozom|Hírlevél|Hírlevelek|Iratkozzon fel hírlevelünkre|Hírlevél feliratkozás|Értesítések bekapcsolása|RSS-csatorna|Alkalmazás letöltése|Töltse le alkalmazásunkat',
    ro: 'Abonează-te|Abonează-te acum|Abonare newsletter|Abonează-te la newsletter|Înscrie-te la newsletter|Activează notificările|Fluxuri RSS|Descarcă aplicația|Descarca aplicatia',
    el: 'Εγγραφή συνδρομητή|Γίνετε συνδρομητής|Γίνε συνδρομητής|Ενημερωτικό δελτίο|Εγγραφή στο newsletter|Εγγραφείτε στο newsletter|Ενεργοποίηση ειδοποιήσεων|Κατεβάστε την εφαρμογή|Κατέβασε την εφαρμογή',
    ja: '購読申し込み|購読のお申し込み|メールマガジン|メルマガ|通知を受け取る|RSS配信|RSSについて|RSSフィード|アプリをダウンロード|アプリのダウンロード|アプリで開く',
    ko: '구독신청|정기구독|뉴스레터 신청|뉴스레터 구독하기|알림 받기|RSS 서비스|RSS서비스|RSS 구독|앱 다운로드|앱 다운받기',
    'zh-Hans':
      '立即订阅|订阅我们|我要订阅|订阅电子报|新闻通讯|订阅新闻邮件|开启通知|RSS订阅|RSS 订阅|RSS服务|下载APP|客户端下载|下载客户端|扫一扫',
    'zh-Hant':
      '立即訂閱|我要訂閱|訂閱我們|電子報|免費訂閱電子報|免費電子報|開啟通知|接收通知|訂閱通知|RSS訂閱|RSS 訂閱|RSS服務|下載APP|下載 App|App下載',
  },
  'cookie-label': {
    hu: 'Sütibeállítások|Süti beállítások|Cookie-beállítások|Cookie szabályzat|Összes elfogadása|Mindet elfogadom',
    ro: 'Setări cookie|Politica de cookies|Politica cookies|Setări cookies|Acceptă toate|Sunt de acord',
    el: 'Ρυθμίσεις cookies|Πολιτική cookies|Διαχείριση cookies|Πολιτική για τα cookies|Αποδοχή όλων',
    ja: 'Cookieポリシー|Cookie設定|クッキー設定|同意する|すべて受け入れる|拒否する|許可する',
    ko: '쿠키 정책|쿠키설정|쿠키정책|모두 동의|동의합니다|모두 수락',
    'zh-Hans': 'Cookie政策|Cookie设置|管理 Cookie|全部接受',
    'zh-Hant': 'Cookie 設定|Cookie 政策',
  },
  'paywall-label': {
    hu: 'Legyen előfizető|Legyen előfizetőnk|Előfizetési csomagok|Előfizetési lehetőségek|Már előfizető?|Már van fiókja?|Már előfizetőnk?|Már regisztrált?|Csak előfizetőknek|Előfizetői tartalom|Exkluzív tartalom előfizetőknek|Fizessen elő a folytatáshoz|Jelentkezzen be az olvasáshoz|A cikk folytatása előfizetőknek',
    ro: 'Devino abonat|Vezi ofertele|Devino membru|Vezi abonamentele|Ești deja abonat?|Ai deja cont?|Ai deja un cont?|Deja abonat?|Doar pentru abonați|Exclusiv pentru abonați|Conținut pentru abonați|Articol pentru abonați|Abonează-te pentru a citi|Autentifică-te pentru a continua|Continuă lectura',
    el: 'Δείτε τα πακέτα|Γίνε μέλος|Γίνετε μέλος|Γίνετε συνδρομητές|Είστε ήδη συνδρομητής;|Έχετε ήδη λογαριασμό;|Είσαι ήδη συνδρομητής;|Δεν έχετε λογαριασμό;|Μόνο για συνδρομητές|Αποκλειστικά για συνδρομητές|Για συνδρομητές|Περιεχόμενο για συνδρομητές',
    ja: '有料会員になる|会員になる|プランを見る|有料会員登録|会員の方はこちら|すでに会員の方|すでに会員の方はこちら|会員の方はログイン|有料会員限定記事|会員限定|残り文字|会員登録して続きを読む|無料会員登録して続きを読む|有料会員になって続きを読む',
    ko: '유료 구독|멤버십 가입|후원회원 가입|구독 상품 보기|이미 회원이신가요?|이미 구독 중이신가요?|계정이 있으신가요?|아직 회원이 아니신가요?|구독자 전용|회원 전용|구독자 전용 기사|로그인하고 계속 읽기|구독하고 계속 읽기|로그인 후 이용|로그인 후 이용하세요',
    'zh-Hans':
      '成为会员|成为订阅者|开通会员|加入会员|已有账号？|已经是会员？|已是订阅者？|已有账户？|会员专享|仅限会员|付费内容|订阅者专享|登录后继续阅读|登录后阅读全文|登录查看全文',
    'zh-Hant':
      '成為會員|成為訂戶|訂閱方案|加入訂閱|已有帳號？|已經是會員？|已是訂戶？|已訂閱？|會員專屬|會員限定|訂戶限定|訂閱後繼續閱讀|登入後繼續閱讀|登入繼續閱讀|加入會員繼續閱讀',
  },
  'ad-label': {
    hu: 'Szponzorált tartalom|Támogatott tartalom|Fizetett tartalom|Szponzorált|Hirdetés|Hirdetések|Hirdetés bezárása|A cikk a hirdetés után folytatódik|A hirdetés után folytatódik|A cikk folytatódik a hirdetés után|A cikk a hirdetés alatt folytatódik',
    ro: 'Conținut sponsorizat|Sponsorizat|Conținut promovat|Articol sponsorizat|Publicitate|Reclamă|Articolul continuă după reclamă|Articolul continuă după publicitate|Articolul continuă mai jos|Continuarea după publicitate',
    el: 'Χορηγούμενο περιεχόμενο|Χορηγούμενο|Διαφημιστικό περιεχόμενο|Προωθούμενο|Διαφήμιση|ΔΙΑΦΗΜΙΣΗ|Το άρθρο συνεχίζεται μετά τη διαφήμιση|Το άρθρο συνεχίζει μετά την διαφήμιση|Η συνέχεια μετά τη διαφήμιση|Συνεχίζεται μετά τη διαφήμιση',
    ja: 'スポンサード|広告を閉じる|広告の下に記事が続きます|広告の後に続きます|記事の続きは広告の後',
    ko: '광고성 콘텐츠|광고 닫기|광고닫기|기사는 광고 뒤에 이어집니다|광고 아래 기사 계속|광고 후 계속|기사 본문은 광고 아래에 계속됩니다',
    'zh-Hans': '赞助内容|关闭广告|跳过广告|广告后继续阅读|文章在广告后继续|广告之后继续',
    'zh-Hant': '贊助內容|關閉廣告|略過廣告|廣告後繼續閱讀|文章在廣告後繼續|往下繼續閱讀',
    id: 'Iklan|Lanjutkan membaca setelah iklan|Artikel berlanjut setelah iklan|Gulir untuk lanjut membaca|Gulir ke bawah untuk lanjut membaca',
    vi: 'Quảng cáo',
    hi: 'विज्ञापन',
  },
  'wordpress-previous-next': {
    hu: 'Előző cikk|Következő cikk|Előző|Következő',
    ro: 'Articolul anterior|Articolul următor',
    el: 'Προηγούμενο άρθρο|Επόμενο άρθρο|Προηγούμενο|Επόμενο',
    ko: '이전 기사|다음 기사',
    id: 'Artikel sebelumnya|Artikel selanjutnya|Berita sebelumnya|Berita selanjutnya',
  },
  'comments-label': {
    hu: 'Hozzászólások|Kommentek|Szóljon hozzá',
    ro: 'Comentarii|Comentează|Adaugă comentariu|Lasă un comentariu',
    el: 'Σχόλια|Σχολιάστε|Δείτε τα σχόλια|Γράψτε ένα σχόλιο',
    ja: 'コメントを書く|コメントを見る',
    ko: '댓글 보기|댓글쓰기|댓글 더보기',
    'zh-Hans': '查看评论|我要评论',
    'zh-Hant': '我要留言',
    id: 'Tulis komentar|Lihat komentar|Kirim komentar',
    vi: 'Bình luận|Ý kiến của bạn|Gửi bình luận|Viết bình luận',
    hi: 'टिप्पणियां|कमेंट करें|टिप्पणी करें',
  },
  'related-label': {
    hu: 'Legolvasottabb|Legolvasottabbak|Legnézettebb|Népszerű cikkek|Legfrissebb hírek|Friss hírek|További hírek|További cikkek|Összes hír|Összes cikk|Kapcsolódó cikkek|Kapcsolódó hírek|Kapcsolódó|Kapcsolódó tartalmak|Olvassa el ezt is|Olvasd el ezt is|Ezt is olvassa el|Ezt olvasta már?|Tovább|Bővebben|Ajánlott|Ajánljuk|Önnek ajánljuk|Neked ajánljuk|Ez is érdekelheti|Ez is érdekelhet|Ezek is érdekelhetik|Önt is érdekelheti|A szerkesztő ajánlja|A szerkesztő ajánlata|Szerkesztői ajánlat|A szerző további cikkei|A szerző cikkei|A szerző összes cikke|További cikkek a szerzőtől',
    ro: 'Cele mai citite|Cele mai populare|Populare|Cele mai vizualizate|Ultimele știri|Ultimele stiri|Ultima oră|Știri recente|Mai multe știri|Alte știri|Toate știrile|Mai multe articole|Articole similare|Articole asemănătoare|Știri similare|Citește și articolele|Citește și|Citeşte şi|Vezi și|Citește mai mult|Citeşte mai mult|Continuă să citești|Recomandate|Recomandat pentru tine|Recomandările redacției|S-ar putea să-ți placă|Te-ar putea interesa și|Îți poate plăcea și|S-ar putea să îți placă și|Alegerea editorilor|Alegerea editorului|Alte articole de același autor|Mai multe de la același autor|Toate articolele autorului|Vezi toate articolele autorului',
    el: 'Δημοφιλή|Τα πιο δημοφιλή|Τα πιο διαβασμένα|Πιο διαβασμένα|Τελευταία νέα|Τελευταίες ειδήσεις|Ροή ειδήσεων|Περισσότερες ειδήσεις|Περισσότερα νέα|Όλα τα νέα|Άλλες ειδήσεις|Σχετικά άρθρα|Σχετικά θέματα|Σχετικές ειδήσεις|Διαβάστε επίσης|Διαβάστε ακόμα|Διαβάστε και|Δείτε επίσης|Διαβάστε περισσότερα|Περισσότερα|Διαβάστε τη συνέχεια|Προτεινόμενα|Προτείνουμε|Προτεινόμενα για εσάς|Σας προτείνουμε|Μπορεί να σας ενδιαφέρει|Ίσως σας ενδιαφέρει|Μπορεί επίσης να σας αρέσει|Ίσως σας ενδιαφέρουν|Επιλογές της σύνταξης|Επιλογές σύνταξης|Επιλογή του συντάκτη|Περισσότερα από τον συντάκτη|Άλλα άρθρα του συντάκτη|Όλα τα άρθρα του συντάκτη|Περισσότερα άρθρα του συντάκτη',
    ja: '人気記事ランキング|よく読まれている記事|よく読まれる記事|注目の記事|注目記事|記事ランキング|週間ランキング|最新ニュース|ニュース一覧へ|記事一覧|記事一覧へ|ほかのニュース|一覧へ|関連タグ|合わせて読みたい|この記事も読まれています|詳しく見る|全文を読む|オススメ|オススメ記事|あなたが興味ありそうな記事|こちらもどうぞ|おすすめ関連記事|興味がありそうな記事|編集部のおすすめ|編集部おすすめ記事|編集部のおすすめ記事|編集部ピックアップ|この著者の記事|この記者の記事|この筆者の記事|この著者の記事一覧',
    ko: '가장 많이 본 뉴스|가장 많이 본 기사|인기기사|랭킹뉴스|랭킹 뉴스|뉴스 랭킹|실시간 랭킹|최신뉴스|최신 기사|오늘의 주요뉴스|더 많은 뉴스|다른 기사|다른 기사 보기|전체 기사|관련뉴스|함께 보면 좋은 기사|함께 읽으면 좋은 기사|이 기사도 보세요|함께 본 기사|계속 읽기|전체 기사 보기|추천기사|추천뉴스|추천 뉴스|당신이 좋아할 만한 콘텐츠|이런 콘텐츠는 어때요|관심 있을 만한 기사|이런 기사는 어떠세요?|편집자 추천 기사|에디터 픽|편집국 추천|에디터 추천 기사|기자의 다른 기사|이 기자의 다른 기사 보기|기자의 다른 기사 보기|이 기자의 최신 기사',
    'zh-Hans':
      '热门新闻|阅读排行|点击排行|热门推荐|排行榜|新闻排行|新闻排行榜|热门排行榜|最新消息|最新新闻|滚动新闻|更多新闻|更多文章|更多内容|更多资讯|相关报道|拓展阅读|扩展阅读|查看全文|继续阅读|为您推荐|为你推荐|编辑推荐|猜你喜欢|您可能感兴趣|你可能感兴趣|你可能喜欢|编辑精选|小编推荐|主编推荐|编辑选择|该作者的其他文章|作者其他文章|作者的其他文章|查看作者更多文章',
    'zh-Hant':
      '熱門新聞|最多瀏覽|點閱排行|人氣排行|熱門排行榜|點閱排行榜|最新新聞|即時新聞|更多新聞|看更多新聞|更多內容|相關閱讀|更多延伸閱讀|你可能還想看|閱讀全文|為你推薦|為您推薦|推薦文章|你可能有興趣|您可能有興趣|你可能喜歡|你可能會喜歡|編輯精選|編輯推薦|小編推薦|主編推薦|作者更多文章|更多作者文章|此作者的其他文章',
    id: 'Terpopuler|Paling populer|Berita terpopuler|Paling banyak dibaca|Berita terbaru|Berita terkini|Berita lainnya|Artikel lainnya|Semua berita|Lihat berita lainnya|Berita terkait|Artikel terkait|Topik terkait|Baca juga|Simak juga|Lihat juga|Baca selengkapnya|Selengkapnya|Baca lebih lanjut|Lanjut membaca|Rekomendasi untuk Anda|Pilihan editor|Pilihan untuk Anda',
    vi: 'Đọc nhiều|Đọc nhiều nhất|Tin đọc nhiều|Xem nhiều|Tin mới|Tin mới nhất|Mới nhất|Bài viết mới nhất|Tin khác|Các tin khác|Tin cùng chuyên mục|Cùng chuyên mục|Tin liên quan|Bài viết liên quan|Tin bài liên quan|Bài liên quan|Xem thêm|Đọc thêm|Có thể bạn quan tâm|Bạn có thể quan tâm|Đọc tiếp|Xem chi tiết|Xem tiếp',
    hi: 'सबसे ज्यादा पढ़े गए|सर्वाधिक पढ़ी गयीं|सबसे लोकप्रिय|ताज़ा खबरें|ताजा खबरें|ताज़ा ख़बरें|ताज़ा समाचार|संबंधित खबरें|संबंधित ख़बरें|संबंधित समाचार|संबंधित विषय|यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|ये भी देखें|और पढ़ें|आगे पढ़ें|पूरी खबर पढ़ें',
  },
  'footer-copyright': {
    hu: 'Minden jog fenntartva',
    ro: 'Toate drepturile rezervate|Toate drepturile sunt rezervate',
    el: 'Με επιφύλαξη παντός δικαιώματος|Όλα τα δικαιώματα διατηρούνται',
    ja: '無断転載・複製を禁じます|掲載の記事・写真・図表などの無断転載を禁じます',
    'zh-Hans': '未经许可不得转载',
    'zh-Hant': '不得轉載|未經授權不得轉載|版權所有 不得轉載',
    id: 'Hak cipta dilindungi undang-undang',
    hi: 'सर्वाधिकार सुरक्षित',
  },
  'footer-legal-page': {
    hu: 'Oldaltérkép|Honlaptérkép|Korábbi számok|A szerkesztőségről|Médiaajánlat|Hirdetési lehetőségek|Hirdessen nálunk|Hirdetésfeladás|Ügyfélszolgálat|Előfizetői szolgáltatás|Felhasználási feltételek|Általános szerződési feltételek|Adatvédelmi tájékoztató|Adatvédelmi nyilatkozat|Adatkezelési tájékoztató|Felelősségkizárás|Felelősség kizárása|Impresszum|Felelős szerkesztő|Akadálymentes verzió|Akadálymentesítési nyilatkozat|Támogasson minket|Támogass minket',
    ro: 'Harta site|Harta site-ului|Harta sitului|Arhivă știri|Arhiva ziarului|Arhiva știri|Ediții anterioare|Despre noi|Publicitate pe site|Tarife publicitate|Vrei publicitate?|Serviciu clienți|Relații cu clienții|Servicii clienți|Relații clienți|Termeni și condiții|Termeni de utilizare|Condiții de utilizare|Termeni si conditii|Politica de confidențialitate|Declinarea responsabilității|Informații legale|Caseta redacțională|Echipa redacțională|Mica publicitate|Anunțuri imobiliare',
    el: 'Χάρτης ιστότοπου|Χάρτης ιστοσελίδας|Χάρτης ιστοτόπου|Αρχείο εφημερίδας|Αρχείο ειδήσεων|Προηγούμενα τεύχη|Παλαιότερα τεύχη|Σχετικά με εμάς|Διαφημιστείτε|Διαφήμιση στο site|Διαφημιστείτε μαζί μας|Εξυπηρέτηση πελατών|Εξυπηρέτηση συνδρομητών|Όροι χρήσης|Οροι χρήσης|Όροι και προϋποθέσεις|Όροι Χρήσης & Πολιτική Απορρήτου|Πολιτική απορρήτου|Πολιτική προστασίας προσωπικών δεδομένων|Αποποίηση ευθύνης|Δήλωση αποποίησης|Συντακτική ομάδα|Διευθυντής σύνταξης|Διευθύντρια σύνταξης|Δήλωση προσβασιμότητας|Μικρές αγγελίες|Υποστηρίξτε μας|Στηρίξτε μας',
    ja: 'サイトインデックス|バックナンバー|過去の記事|過去記事一覧|会社案内|私たちについて|採用情報|キャリア採用|広告掲載について|広告のご案内|広告について|カスタマーサポート|購読者サービス|お客様サポート|ヘルプ|ご利用ガイド|ご利用規約|ご利用にあたって|サイトのご利用について|個人情報保護方針|個人情報の取り扱いについて|個人情報の取り扱い|免責事項|編集方針|運営責任者|アクセシビリティ方針|ウェブアクセシビリティ方針',
    ko: '사이트맵|사이트 맵|지난호 보기|기사 아카이브|회사 소개|매체소개|신문사소개|채용정보|인재채용|광고 문의|광고안내|광고 안내|고객센터|독자서비스|서비스 이용약관|회원약관|저작권 정책|개인정보취급방침|개인정보 처리방침|개인정보보호정책|면책조항|법적 고지|면책 조항|책임한계와 법적고지|발행인·편집인|발행·편집인|웹접근성 정책|웹 접근성 정책|후원하기|정기후원|후원 안내',
    'zh-Hans':
      '网站地图|站点地图|往期内容|历史文章|往期杂志|往期文章|关于本站|网站介绍|人才招聘|加入我们|招聘信息|诚聘英才|广告服务|广告合作|刊登广告|客户服务|客服中心|读者服务|帮助中心|使用帮助|服务条款|用户协议|版权声明|隐私声明|隐私条款|免责声明|免责条款|责任编辑|采编人员|无障碍浏览|无障碍模式|分类广告|支持我们',
    'zh-Hant':
      '網站導覽|歷史文章|過期雜誌|舊聞查詢|文章彙整|認識我們|關於本站|人才招募|加入我們|徵才資訊|廣告刊登|刊登廣告|廣告服務|廣告合作|客戶服務|會員服務|讀者服務|使用條款|使用條件|會員條款|隱私權聲明|隱私政策|免責聲明|免責條款|責任編輯|編輯團隊|無障礙網站|網站無障礙聲明|分類廣告|支持我們|贊助我們|捐款支持',
    id: 'Tentang kami|Syarat dan ketentuan|Ketentuan layanan|Pedoman media siber|Pedoman pemberitaan media siber|Kebijakan privasi',
    vi: 'Về chúng tôi|Tòa soạn|Điều khoản sử dụng|Chính sách bảo mật|Chính sách quyền riêng tư',
    hi: 'हमारे बारे में|गोपनीयता नीति|निजता नीति|प्राइवेसी पॉलिसी|उपयोग की शर्तें|नियम और शर्तें',
  },
  'navigation-skip-link': {
    hu: 'Vissza a tetejére|Az oldal tetejére|Vissza az oldal tetejére|Vissza a főoldalra|A főoldalra|Vissza a címlapra|Vissza a kezdőlapra|Ugrás a tartalomhoz|Ugrás a tartalomra|Tovább a tartalomra|Ugrás a fő tartalomra',
    ro: 'Înapoi sus|Mergi sus|Înapoi la începutul paginii|Înapoi la prima pagină|Prima pagină|Înapoi la pagina principală|Pagina principală|Sari la conținut|Salt la conținut|Mergi la conținut|Sari la conținutul principal',
    el: 'Επιστροφή στην κορυφή|Πίσω στην κορυφή|Επιστροφή στην αρχική|Επιστροφή στην αρχική σελίδα|Αρχική σελίδα|Πίσω στην αρχική|Μετάβαση στο περιεχόμενο|Μετάβαση στο κύριο περιεχόμενο|Παράκαμψη προς το κυρίως περιεχόμενο|Μετάβαση σε περιεχόμενο',
    ja: 'ページの先頭へ|先頭へ戻る|トップページへ戻る|トップページ|トップページへ|ホームへ戻る|本文へスキップ|本文へ|メインコンテンツへスキップ',
    ko: '맨 위로|맨 위로 가기|홈으로 가기|메인으로|메인으로 가기|메뉴 바로가기|본문으로 바로가기|콘텐츠 바로가기',
    'zh-Hans': '回到顶部|返回页首|返回首页|回到首页|网站首页|跳到主要内容|跳转到主要内容|跳过导航',
    'zh-Hant': '回到頂部|返回頂部|返回首頁|回到首頁|返回主頁|跳到主要內容|移至主內容|跳到內容',
    vi: 'Lên đầu trang|Về đầu trang|Trở lại đầu trang|Về trang chủ',
  },
  'navigation-label': {
    hu: 'Bejelentkezés|Belépés|Jelentkezzen be|Jelentkezz be|Regisztrálok|Fiók létrehozása|Regisztráljon|Saját fiók|Több megjelenítése|Mutass többet|Továbbiak betöltése|Még több|Kezdőlap|Főoldal|Címlap|Nyitólap|Főmenü|Menü megnyitása|Menü bezárása|Keresés|Kereső|Keresés a cikkek között|Bezárás|Bezár|Ablak bezárása|Elfelejtett jelszó|Elfelejtette jelszavát?|Képgaléria|Fotógaléria|Összes kép megtekintése|Galéria megtekintése|Videó megtekintése|Videó lejátszása|Összes videó|Digitális lap|Digitális kiadás|Nyomtatott lap',
    ro: 'Autentificare|Intră în cont|Logare|Creează cont|Creează un cont|Cont nou|Contul meu|Profilul meu|Contul tău|Vezi mai mult|Arată mai mult|Încarcă mai multe|Acasă|Acasa|Pagina de start|Meniu|Deschide meniul|Închide meniul|Meniu principal|Căutare|Caută|Cauta|Cautare|Închide|Inchide|Închide fereastra|Ai uitat parola?|Am uitat parola|Nume utilizator|Galerie foto|Vezi galeria foto|Vezi toate fotografiile|Galerie de imagini|Vezi video|Urmărește video|Vezi videoclipul|Vezi clipul|Ediția tipărită|Ediția digitală|Ediția print|Ziarul de azi',
    el: 'Σύνδεση|Συνδεθείτε|Δημιουργία λογαριασμού|Εγγραφείτε|Εγγραφή νέου χρήστη|Ο λογαριασμός μου|Το προφίλ μου|Εμφάνιση περισσότερων|Φόρτωση περισσότερων|Δείτε όλα|Δείτε τα όλα|Αρχική|Μενού|Άνοιγμα μενού|Κλείσιμο μενού|Κύριο μενού|Αναζήτηση|Αναζητηση|Αναζήτηση για|Κλείσε|Κλείστε|Ξεχάσατε τον κωδικό σας;|Όνομα χρήστη|Ξέχασες τον κωδικό σου;|Δείτε όλες τις φωτογραφίες|Φωτογραφικό υλικό|Δείτε το βίντεο|Παρακολουθήστε το βίντεο|Αναπαραγωγή βίντεο|Δείτε βίντεο|Ηλεκτρονική έκδοση|Έντυπη έκδοση|Πρωτοσέλιδα εφημερίδων',
    ja: 'ログインする|サインイン|ログインはこちら|新規会員登録|無料会員登録|新規登録|マイページ|アカウント設定|会員情報|さらに表示|もっと表示|すべて表示|メニューを開く|メニューを閉じる|メインメニュー|検索する|サイト内検索|記事検索|ウィンドウを閉じる|とじる|パスワードを忘れた方|パスワードをお忘れの方|パスワードをお忘れですか?|写真一覧|すべての写真を見る|画像一覧|動画を見る|動画を再生|動画一覧|関連動画',
    ko: '로그인하기|로그인 / 회원가입|로그인/회원가입|회원가입하기|가입하기|무료 회원가입|마이페이지|회원정보수정|전체보기|모두 보기|메뉴 열기|메뉴 닫기|검색하기|기사 검색|통합검색|창 닫기|창닫기|레이어 닫기|비밀번호 찾기|아이디 찾기|아이디/비밀번호 찾기|사진 보기|포토갤러리|사진 모두 보기|영상 보기|동영상 보기|영상 더보기|동영상 재생|지면보기|PDF 지면보기|지면 보기|PDF보기',
    'zh-Hans':
      '立即登录|用户登录|免费注册|立即注册|新用户注册|我的账户|会员中心|个人中心|我的账号|加载更多|打开菜单|关闭菜单|站内搜索|搜一搜|关闭窗口|忘记密码|忘记密码？|查看全部图片|查看大图|点击查看大图|观看视频|播放视频|查看视频|数字报纸|电子版报纸',
    'zh-Hant':
      '會員登入|立即登入|登錄|加入會員|免費註冊|註冊會員|我的帳戶|會員中心|我的帳號|會員專區|顯示更多|載入更多|主選單|開啟選單|關閉選單|站內搜尋|搜尋文章|搜尋新聞|關閉視窗|關閉搜尋|忘記密碼|忘記密碼？|使用者名稱|看更多照片|觀看影片|播放影片|更多影片|電子報紙|看今日報紙',
    id: 'Masuk|Masuk / Daftar|Daftar sekarang|Buat akun|Akun saya|Profil saya|Lihat semua|Lihat selengkapnya|Muat lebih banyak|Tampilkan lebih banyak|Cari|Beranda',
    vi: 'Đăng nhập|Đăng ký|Tạo tài khoản|Xem tất cả|Hiển thị thêm|Tìm kiếm|Trang chủ',
    hi: 'लॉग इन|लॉग इन करें|साइन इन करें|रजिस्टर करें|साइन अप करें|और देखें|सभी देखें|मुख्य पृष्ठ',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Labels of one rule in all languages. */
export function labelsOf(rule: keyof typeof LABELS): readonly string[] {
  return Object.values(LABELS[rule]).flatMap((labels) => labels.split('|'));
}
