// Over 200 lines: a table of the words in markup and what they name, with the reason of each.
import type { RemovalClass } from '../../document.ts';

/** What a word in a class, id, role, itemprop or component name says of the element below the core container. */
export interface MarkupRow {
  readonly rule: string;
  readonly class: RemovalClass;
  /** What elements with such names hold. */
  readonly rationale: string;
  /** 0..1 */
  readonly confidence: number;
  /**
   * Certain rows hold whatever stands around them; the others give way where their element holds much of the page's prose or the
   * body of the story, because themes and paywalls put such names on the article itself.
   */
  readonly certain?: true;
  /** Single words, or two that follow each other, joined by `-`. */
  readonly words: string;
}

/** The first row that has a word of the element decides. Only words that name a role on any site; no site's own names. */
export const MARKUP_ROWS: readonly MarkupRow[] = [
  {
    rule: 'html-comments',
    rationale: 'What readers wrote, and the form to write it in.',
    certain: true,
    class: 'comments',
    confidence: 0.9,
    words:
      'comments comment commentlist disqus respond commenting kommentar kommentare commentaires comentarios commenti livefyre ' +
      'reactions guestbook post-reply leserkommentare',
  },
  {
    rule: 'html-cookie',
    rationale: 'A notice on cookies and the questions for consent.',
    certain: true,
    class: 'cookie',
    confidence: 0.95,
    words: 'cookie cookies consent gdpr ccpa onetrust cookiebanner cookieconsent privacy-banner',
  },
  {
    rule: 'html-newsletter',
    rationale: 'An offer to sign up for a newsletter, to subscribe or to donate.',
    certain: true,
    class: 'newsletter',
    confidence: 0.9,
    words:
      'newsletter newsletters subscribe subscription signup sign-up mailchimp optin opt-in mailinglist mailing-list abo-box ' +
      'email-form donate donation donations spenden',
  },
  {
    rule: 'html-paywall',
    rationale: 'A demand to sign in or to pay.',
    class: 'paywall',
    confidence: 0.85,
    words: 'paywall regwall registration-wall login signin sign-in loginbox premium-box piano metered upsell',
  },
  {
    rule: 'html-share-bar',
    rationale: 'Buttons to share the page and to follow the publisher.',
    certain: true,
    class: 'share',
    confidence: 0.95,
    words:
      'share sharing sharebar sharer shares socials social sharedaddy addthis addtoany sharethis sharebuttons teilen partage compartir ' +
      'condividi shariff followus follow-us follow-buttons social-media',
  },
  {
    rule: 'html-ad',
    rationale: 'An advertisement or what is sold on the page.',
    class: 'ad',
    confidence: 0.9,
    words:
      'ad ads adv advert advertise advertising advertisement advertisements adsbygoogle advertorial adslot adunit adbox adwrapper ' +
      'adcontainer sponsor sponsored sponsors sponsoring werbung anzeige anzeigen publicite publicidad pubblicita reklama dfp gpt ' +
      'affiliate promo promos promotion promobox promoted commercial deals buy-now',
  },
  {
    rule: 'html-related',
    rationale: 'Links to other pages of the site.',
    class: 'related',
    confidence: 0.85,
    words:
      'related relateds relatedposts relatedarticles relatedcontent interesting-articles inline-article more-topic more-articles recommended recommendation recommendations recommend recommender ' +
      'trending popular mostread most-read most-popular read-more read-also read-next see-also more-on more-from more-stories more-news ' +
      'morelikethis up-next latest-news latest-posts recent-posts recentposts also-read also-like outbrain taboola zergnet similar ' +
      'verwandte empfehlungen empfehlung weitere weiterlesen ' +
      'relacionados relacionadas relacionado lire-aussi similaires suggested suggestions crosslink crosslinks linkbox linklist ' +
      'next-article previous-article prev-next post-nav readmore',
  },
  {
    rule: 'html-teaser',
    rationale: 'Cards of other stories, sliders and tickers.',
    class: 'teaser',
    confidence: 0.8,
    words:
      'teaser teasers teaserlist card-list cardlist carousel slider swiper slick newsfeed news-list newslist feed-item post-list postlist ticker',
  },
  {
    rule: 'html-tag-list',
    rationale: 'The subjects of the page as links.',
    class: 'tag-list',
    confidence: 0.9,
    words:
      'tags taglist taglinks tagcloud tag-list tag-cloud tag-links post-tags posttags entry-tags article-tags keywords schlagworte schlagwort ' +
      'etiquetas cat-links post-categories categories topics topic-list themen tag-item',
  },
  {
    rule: 'html-navigation',
    rationale: 'Menus, breadcrumbs, searches and page numbers.',
    certain: true,
    class: 'navigation',
    confidence: 0.9,
    words:
      'nav navbar navigation breadcrumb breadcrumbs menu submenu menubar pagination pager paging pagenav paginator toolbar topbar ' +
      'skip-link search searchform search-form searchbox sitemap post-navigation skiplink back-top to-top scroll-top language-switcher filter filters ' +
      'sorting tabs-nav tablist',
  },
  {
    rule: 'html-footer',
    rationale: 'The foot of the page: rights, imprint, disclaimers.',
    certain: true,
    class: 'footer',
    confidence: 0.85,
    words: 'footer colophon contentinfo disclaimer copyright imprint impressum legal-notice site-info bottombar',
  },
  {
    rule: 'html-bio',
    rationale: 'A box on the author.',
    class: 'bio',
    confidence: 0.85,
    words:
      'bio author-bio author-box authorbox author-info author-card author-description about-author authorbio author-profile about-the-author ' +
      'autorenbox autor-box author-block post-author-box signature signatures',
  },
  {
    rule: 'html-byline',
    rationale: 'Who wrote it and other data on the page.',
    class: 'byline',
    confidence: 0.9,
    words:
      'byline bylines username user-name author authors autor autoren autore auteur autorin post-author entry-author posted-by postmeta entry-meta post-meta ' +
      'article-meta meta-info metadata postinfo post-info article-info entry-info reading-time read-time readtime word-count',
  },
  {
    rule: 'html-dateline',
    rationale: 'When it was published or changed.',
    class: 'dateline',
    confidence: 0.9,
    words:
      'timestamp pubdate publish-date published-date post-date postdate entry-date article-date dateline datetime date-published datepublished ' +
      'datemodified date-time dateline-published update-time published updated posted-on publication-date',
  },
  {
    rule: 'html-credit',
    rationale: 'Who took or owns the picture.',
    class: 'credit',
    confidence: 0.9,
    words:
      'credit credits photo-credit image-credit photographer image-source copyrightholder media-credit picture-credit',
  },
  {
    rule: 'html-sidebar',
    rationale: 'A column beside the story.',
    class: 'related',
    confidence: 0.75,
    words: 'sidebar side-bar rightbar leftbar rail complementary sidecol side-column rightcol right-rail',
  },
  {
    rule: 'html-overlay',
    rationale: 'Windows over the page, texts for print or screen readers alone, polls.',
    certain: true,
    class: 'other',
    confidence: 0.8,
    words:
      'modal popup popups popover lightbox dialog alertdialog tooltip dropdown toast snackbar overlay print-only screen-reader ' +
      'sr-only visually-hidden visuallyhidden assistive offscreen noprint no-print feedback rating ratings rate vote voting poll ' +
      'login-form accessibility-menu',
  },
  {
    rule: 'html-player',
    rationale: 'The controls of a player.',
    class: 'other',
    confidence: 0.8,
    words: 'player jwplayer videoplayer video-js vjs playlist video-fallback media-player audioplayer podcast-player',
  },
  {
    rule: 'html-contact',
    rationale: 'A way to reach the publisher.',
    class: 'contact',
    confidence: 0.7,
    words: 'contact-form contact-box contact-us press-contact kontaktformular',
  },
];

/** Words before a role word that make it a state of the page: `has-sidebar`, `no-comments`, `with-ads`. */
export const STATE_WORDS: ReadonlySet<string> = new Set(
  'has have no not non without with is hide show enable enabled disable disabled toggle under post-has after before'.split(
    ' ',
  ),
);

/** Words that name the body of a story: an element inside a doubtful one that has them shows that the doubt was wrong. */
export const BODY_WORDS: ReadonlySet<string> = new Set(
  (
    'articlebody article-body article-content article-text articletext story-body storybody story-content story-text entry-content ' +
    'post-content post-body postbody post-text body-text bodytext body-content content-body richtext rich-text text-body page-content main-content ' +
    'artikeltext artikel-body artikel-content'
  ).split(' '),
);

/** Words that name a picture's caption. */
export const CAPTION_WORDS: ReadonlySet<string> = new Set(
  'caption captions figcaption bildunterschrift bildtext legend legende image-description img-desc photo-caption caption-text'.split(
    ' ',
  ),
);

/** Words of class lists that content systems write from a page's categories and tags: no other word of the list names a role. */
export const GENERATED_CLASS_WORDS: ReadonlySet<string> = new Set(
  'hentry type-post type-page status-publish post-template page-template single-post'.split(' '),
);

/** Words that name a panel which a reader opens: what it hides is part of the page. */
export const DISCLOSURE_WORDS: ReadonlySet<string> = new Set(
  'accordion accordions collapse collapsible collapsed expandable expander faq faqs answer tab tabs tabpanel panel toggle disclosure details spoiler'.split(
    ' ',
  ),
);

/** Words that name a page on which people talk with each other: there the posts are the content. */
export const DISCUSSION_WORDS: ReadonlySet<string> = new Set(
  'forum forums thread threads topic discussion discussions viewtopic showthread question questions qa'.split(' '),
);

/** Tags that say what they are. `html-` rules as above. */
export const MARKUP_TAGS: ReadonlyMap<string, MarkupRow> = new Map(
  [
    {
      rule: 'html-navigation',
      rationale: 'Menus, breadcrumbs, searches and page numbers.',
      certain: true,
      class: 'navigation',
      confidence: 0.95,
      words: 'nav menu',
    },
    {
      rule: 'html-footer',
      rationale: 'The foot of the page: rights, imprint, disclaimers.',
      certain: true,
      class: 'footer',
      confidence: 0.9,
      words: 'footer',
    },
    {
      rule: 'html-aside',
      rationale: 'The page says that it stands beside the story.',
      class: 'related',
      confidence: 0.8,
      words: 'aside',
    },
    {
      rule: 'html-form',
      rationale: 'A form to fill in.',
      class: 'other',
      confidence: 0.8,
      words: 'form fieldset label legend',
    },
    {
      rule: 'html-overlay',
      rationale: 'Windows over the page, texts for print or screen readers alone, polls.',
      class: 'other',
      confidence: 0.85,
      words: 'dialog',
    },
  ].flatMap((row) => row.words.split(' ').map((tag): [string, MarkupRow] => [tag, row as MarkupRow])),
);
