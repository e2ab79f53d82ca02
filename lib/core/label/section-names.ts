/** Names by which articles call their own parts, by language. Labels of a site's sections are none of them. */
const NAMES: Readonly<Record<string, string>> = {
  en: 'faq|faqs|frequently asked questions|conclusion|conclusions|final thoughts|the bottom line|bottom line|verdict|the verdict|our verdict|takeaways|the takeaway|key takeaways|key points|key facts|at a glance|in brief|in short|in summary|summary|overview|introduction|background|context|timeline|methodology|methods|method|results|discussion|ingredients|instructions|directions|preparation|notes|recipe notes|tips|nutrition|equipment|what you need|what you’ll need|pros|cons|pros and cons|specs|specifications|how we tested|how we test|correction|corrections|clarification|q&a|the claim|what was claimed|our finding|the facts|what we know|what we know so far|key points so far|key takeaways so far|the story so far|what happened|what happens next|what happens now|what’s next|why it matters|how it works|by the numbers|scorers|line-ups|lineups|footnotes|acknowledgements|acknowledgments',
  de: 'fazit|zusammenfassung|hintergrund|zutaten|zubereitung|anleitung|einleitung|einführung|ergebnis|ergebnisse|häufige fragen|häufig gestellte fragen|das wichtigste in kürze|das wichtigste im überblick|auf einen blick|in kürze|vorteile|nachteile|vor- und nachteile|technische daten|korrektur|berichtigung|quellen|zahlen und fakten|die fakten|was wir wissen|wie geht es weiter|so geht es weiter|tipps|methodik',
  fr: 'en résumé|résumé|en bref|l’essentiel|à retenir|ce qu’il faut retenir|contexte|ingrédients|préparation|les faits|notre verdict|questions fréquentes|foire aux questions|avantages|inconvénients|rectificatif|précision|sources|repères|chronologie|en chiffres|les chiffres|ce que l’on sait|points clés|astuces',
  es: 'conclusión|conclusiones|resumen|en resumen|contexto|antecedentes|ingredientes|preparación|elaboración|instrucciones|introducción|los hechos|veredicto|preguntas frecuentes|ventajas|desventajas|inconvenientes|fe de errores|corrección|fuentes|claves|las claves|en cifras|cronología|lo que sabemos|ficha técnica|puntos clave|alineaciones|notas|consejos',
  pt: 'conclusão|resumo|em resumo|modo de preparo|preparo|preparação|introdução|veredito|perguntas frequentes|vantagens|desvantagens|correção|errata|fontes|pontos-chave|em números|cronologia|o que se sabe|entenda o caso|dicas',
  it: 'conclusione|conclusioni|riassunto|in sintesi|in breve|contesto|ingredienti|preparazione|procedimento|introduzione|verdetto|il verdetto|domande frequenti|vantaggi|svantaggi|correzione|rettifica|fonti|punti chiave|cronologia|in numeri|i fatti|cosa sappiamo|scheda tecnica|consigli|formazioni|tabellino',
  nl: 'conclusie|samenvatting|in het kort|achtergrond|ingrediënten|bereiding|bereidingswijze|inleiding|oordeel|veelgestelde vragen|voordelen|nadelen|plus- en minpunten|correctie|rectificatie|bronnen|de feiten|tijdlijn',
  pl: 'podsumowanie|wnioski|w skrócie|streszczenie|składniki|przygotowanie|sposób przygotowania|wykonanie|wstęp|werdykt|najczęściej zadawane pytania|zalety|wady|sprostowanie|źródła|fakty|kalendarium|wskazówki',
  nordic:
    'sammanfattning|slutsats|slutsatser|bakgrund|ingredienser|gör så här|så gör du|inledning|omdöme|vanliga frågor|fördelar|nackdelar|rättelse|källor|fakta|konklusion|resumé|baggrund|fremgangsmåde|sådan gør du|indledning|fordele|ulemper|rettelse|kilder|konklusjon|sammendrag|oppsummering|bakgrunn|fremgangsmåte|slik gjør du|fordeler|retting|yhteenveto|johtopäätökset|tausta|ainekset|valmistus|johdanto|usein kysyttyä|plussat|miinukset|oikaisu|lähteet|faktat',
  central:
    'závěr|shrnutí|suroviny|postup|příprava|úvod|časté dotazy|výhody|nevýhody|oprava|zdroje|záver|zhrnutie|prísady|úvod|összefoglalás|összegzés|háttér|hozzávalók|elkészítés|bevezetés|gyakori kérdések|előnyök|hátrányok|helyesbítés|források|concluzie|concluzii|rezumat|pe scurt|ingrediente|mod de preparare|introducere|întrebări frecvente|avantaje|dezavantaje|erată|surse|zaključak|sažetak|ukratko|pozadina|sastojci|priprema|uvod|ispravak|izvori|prednosti|nedostaci',
  ru: 'вывод|выводы|итог|итоги|заключение|главное|коротко|контекст|предыстория|ингредиенты|приготовление|введение|вердикт|плюсы|минусы|достоинства|недостатки|исправление|уточнение|источники|хронология|цифры|в цифрах|что известно|частые вопросы|вопросы и ответы|примечания|факты|висновок|висновки|підсумок|підсумки|головне|передісторія|інгредієнти|приготування|вступ|плюси|мінуси|переваги|недоліки|виправлення|джерела|хронологія|що відомо|обобщение|накратко|съставки|приготвяне',
  el: 'συμπέρασμα|συμπεράσματα|περίληψη|με λίγα λόγια|υλικά|εκτέλεση|εισαγωγή|διόρθωση|πηγές|πλεονεκτήματα|μειονεκτήματα',
  tr: 'sonuç|özet|kısaca|malzemeler|yapılışı|hazırlanışı|giriş|sıkça sorulan sorular|artıları|eksileri|avantajlar|dezavantajlar|düzeltme|kaynaklar',
  id: 'kesimpulan|ringkasan|latar belakang|bahan|bahan-bahan|cara membuat|pendahuluan|kelebihan|kekurangan|koreksi|ralat|sumber|kronologi|poin penting|kết luận|tóm tắt|nguyên liệu|cách làm|ưu điểm|nhược điểm|đính chính',
  ar: 'الخلاصة|خلاصة|الخاتمة|خاتمة|النتيجة|النتائج|ملخص|خلفية|المكونات|المقادير|طريقة التحضير|مقدمة|تصحيح|المصادر|أرقام|بالأرقام|أبرز النقاط|الادعاء|التحقق|الحقيقة|نتیجه‌گیری|جمع‌بندی|خلاصه|مواد لازم|طرز تهیه|مقدمه|منابع|اصلاحیه|סיכום|לסיכום|רקע|מצרכים|אופן ההכנה|מסקנות|תיקון|מקורות',
  hi: 'निष्कर्ष|सारांश|पृष्ठभूमि|सामग्री|विधि|बनाने की विधि|परिचय|स्रोत|สรุป|ส่วนผสม|วิธีทำ',
  ja: 'まとめ|結論|要約|概要|材料|作り方|はじめに|おわりに|背景|結果|メリット|デメリット|よくある質問|訂正|出典|参考文献|결론|요약|정리|재료|만드는 법|배경|장점|단점|자주 묻는 질문|정정|출처|핵심 요약',
  zh: '结论|总结|總結|小结|摘要|食材|做法|步骤|步驟|前言|引言|结语|結語|优点|缺点|優點|缺點|常见问题|常見問題|更正|来源|參考資料|参考资料',
};

/** Units of the longest name, with room for marks around it. */
const MOST_UNITS = 48;
const AROUND = /^[^\p{L}\p{N}]{1,8}|[^\p{L}\p{M}\p{N}]{1,8}$/gu;

let names: ReadonlySet<string> | null = null;

/** Whether a line is a name by which an article calls a part of it ("Conclusion", "Zutaten", "まとめ"), marks around it aside. */
export function isSectionName(text: string): boolean {
  if (text.length > MOST_UNITS) return false;
  names ??= new Set(Object.values(NAMES).flatMap((list) => list.split('|')));
  return names.has(text.toLowerCase().replace(AROUND, '').replaceAll("'", '’'));
}
