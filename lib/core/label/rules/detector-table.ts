/** A rule id that no phrase rule has: detectors, the markup of pages and the model remove with it. */
export interface DetectorRow {
  /** Public and permanent, as the ids of phrase rules. One that ends in `*` stands for all ids with this beginning. */
  readonly rule: string;
  /** Why what it removes is no part of the article. */
  readonly rationale: string;
}

/** Ids of the detectors for text and Markdown. */
export const TEXT_DETECTORS: readonly DetectorRow[] = [
  { rule: 'image-placeholder', rationale: 'A picture of which the scrape left only the mark.' },
  {
    rule: 'image-file-name',
    rationale: 'The file name in brackets that a text browser writes for a picture without a description.',
  },
  { rule: 'stray-marks', rationale: 'A mark or two alone on a line: the words around them are gone.' },
  { rule: 'separator-line', rationale: 'A rule between two parts: it holds no text.' },
  {
    rule: 'front-matter',
    rationale:
      'The data at the head of a Markdown file, or above a text that a reading service took from a page: they are in the metadata of the record.',
  },
  { rule: 'section-label', rationale: 'The name of a section of the site that is glued to the headline.' },
  { rule: 'glued-advertisement', rationale: 'The word “advertisement” that is glued to a paragraph.' },
  {
    rule: 'link-references',
    rationale:
      'The numbered targets of all links below the text of a page, as text browsers print them, and the labels of that list.',
  },
  { rule: 'link-control', rationale: 'A short line of which each link is a script: buttons.' },
  {
    rule: 'link-channel',
    rationale: 'A short line that links to where readers follow a channel or get an app, in whatever language.',
  },
  {
    rule: 'comments-thread',
    rationale: 'It stands between the first and the last of three or more buttons to answer a comment.',
  },
  {
    rule: 'navigation-line',
    rationale: 'A menu in one line: labels side by side, nearly every word with a capital, no end of a sentence.',
  },
  { rule: 'caption-with-credit', rationale: 'A line that ends in the credit of a picture, under it or anywhere else.' },
  { rule: 'caption-before-credit', rationale: 'The line between the mark of a picture and its credit.' },
  {
    rule: 'caption-said-again',
    rationale:
      'A line that the next one says again with a credit behind it, as the description and the caption of a picture.',
  },
  { rule: 'byline-repeated', rationale: 'A name alone on its line, twice in a row: no crosshead stands twice.' },
  { rule: 'byline-with-bio', rationale: 'A name alone on its line, and a bio that begins with it.' },
  { rule: 'bio-of-author', rationale: 'What a person does, outside the body, under the name that the byline has.' },
  { rule: 'bio-after-body', rationale: 'What a person does, behind the last paragraph.' },
  { rule: 'end-rule-teaser', rationale: 'A teaser behind the line of underscores that ends agency copy.' },
  { rule: 'end-rule-rest', rationale: 'What stands behind the line of underscores that ends agency copy.' },
  { rule: 'repeated-paragraph', rationale: 'A second copy of a long paragraph, near the first or beside what goes.' },
  { rule: 'repeated-line', rationale: 'A headline that is printed twice in a row.' },
  {
    rule: 'after-*',
    rationale: 'A short line behind the comment form or page footer that follows the last paragraph.',
  },
  {
    rule: 'teaser-*',
    rationale:
      'The form of a card of another story (h headline, s short line, x text, i picture), with little in common with the text around it.',
  },
  {
    rule: 'line-model',
    rationale:
      'A line that the trained model takes for no part of the article, by its form, its place and the lines around it.',
  },
  { rule: 'headline', rationale: 'The headline: it is the title of the record.' },
];

/** Ids that come from the shape of a page and from where its blocks stand, not from the words of its markup. */
export const HTML_DETECTORS: readonly DetectorRow[] = [
  {
    rule: 'html-headline',
    rationale: 'A line that says what the title of the page says: it is the title of the record.',
  },
  { rule: 'html-kicker', rationale: 'A label of a few words right above the headline.' },
  {
    rule: 'html-head-line',
    rationale: 'A short line without a full stop between the headline and the first paragraph.',
  },
  {
    rule: 'html-link-line',
    rationale: 'A line that is a link to another page, alone or behind a label that the page repeats.',
  },
  { rule: 'html-tail', rationale: 'A short line with a link behind the last paragraph.' },
  { rule: 'html-outside-core', rationale: 'It stands outside the container that holds the prose of the page.' },
  { rule: 'html-separator', rationale: 'A rule between two parts: it holds no text.' },
  { rule: 'html-hidden', rationale: 'The page hides it and it is no panel that a reader opens.' },
  {
    rule: 'html-hidden-text',
    rationale:
      'Hidden by an attribute or an inline style in an element without a name that a script could open it by; its text is not listed.',
  },
  {
    rule: 'html-pop-up',
    rationale:
      'A card that pops up over a line, such as what a word means or who a person is: the line goes on without it.',
  },
  {
    rule: 'html-teaser-feed',
    rationale: 'One of three or more cards side by side, of one tag and class, short and with a link each.',
  },
  { rule: 'html-orphan-heading', rationale: 'A heading of which nothing is kept: it goes with what follows it.' },
];

/** Ids of what the model for main text removes and no rule names. */
export const MODEL_DETECTORS: readonly DetectorRow[] = [
  {
    rule: 'model-html',
    rationale: 'The model holds it for no part of the article; its kind and place say what it is.',
  },
  {
    rule: 'model-words',
    rationale: 'The model holds it for no part of the article, and its words are those of such lines in the trade.',
  },
  { rule: 'model-section', rationale: 'It stands under a heading that is removed and says what the section is.' },
  {
    rule: 'model-cards',
    rationale:
      'It stands in one of three or more siblings of one tag and class with a link each: cards, lists of stories, menus.',
  },
  { rule: 'model-neighbours', rationale: 'A short line between removed blocks of one class.' },
  {
    rule: 'html-embedded-post',
    rationale:
      'A post of a social network that the page quotes, with its signature: the model holds the whole for no part of the article.',
  },
  { rule: 'html-caption', rationale: 'The names around it say that it is the caption of a picture.' },
];

/** Ids of what the rules of sites and the memory of sites remove. */
export const SITE_DETECTORS: readonly DetectorRow[] = [
  { rule: 'site-outside-body', rationale: 'It lies outside the elements that the rule of the site calls the article.' },
  { rule: 'site-strip', rationale: 'It lies in an element that the rule of the site strips.' },
  { rule: 'site-memory', rationale: 'Several stories of the site share it, so that it is part of none.' },
  { rule: 'site-text', rationale: 'Its text is one that the rule of the site names.' },
];
