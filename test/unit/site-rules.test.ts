import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { parseHtml } from '../../lib/core/parse/html.ts';
import { readSiteTree } from '../../lib/core/site/site-tree.ts';
import { cleanArticle } from '../../lib/index.ts';
import { readSiteConfig } from '../../lib/site-rules/read-site-config.ts';
import { readYamlRules } from '../../lib/site-rules/read-yaml.ts';
import { SiteRuleBook } from '../../lib/site-rules/site-rule-book.ts';
import { xpathToCss } from '../../lib/site-rules/xpath-to-css.ts';

const URL_OF_PAGE = 'https://www.ansel.example.org/2026/ferry';
const FIRST = 'The ferry to Ansel Rock sails again from Monday, two weeks after the storm took the pier away.';
const PROMO = 'Our harbour podcast tells the story of the pier in six parts, with the people who built it.';
const LAST =
  'Crews had worked through the nights to drive forty new piles into the bed of the sound, the harbour master told the council, and had lost only two days to the wind.';
const PAGE = `<!doctype html><title>Something else</title><body><header><a href="/">Home</a></header><main>
<h1 class="kicker-line">Sea</h1><p class="headline">Ferry sails again</p><p data-role="by">By Ann Marlow and Bo Tern</p>
<time datetime="2026-02-03T10:00:00Z">yesterday</time>
<div class="story"><p>${FIRST}</p><div class="promo"><p>${PROMO}</p></div><p>${LAST}</p></div>
<div class="after"><p>The tide tables of the sound for the coming week are on the board of the port office, as ever.</p></div></main>`;

const rulesOf = (yaml: string) => new SiteRuleBook(readYamlRules(yaml, 'rules.yaml').entries);
const clean = (yaml: string, info: { fetchedAt?: string; url?: string; mediaType?: string } = {}, body = PAGE) =>
  cleanArticle(body, { url: URL_OF_PAGE, mediaType: 'text/html', ...info }, { siteRules: rulesOf(yaml) });

describe('a site rule', () => {
  it('says where the article stands and what in it is none', () => {
    const record = clean('site: ansel.example.org\nbody: .story\nstrip:\n  - {selector: .promo, class: related}\n');
    expect(record.text).toBe(`${FIRST}\n\n${LAST}`);
    expect(record.removed).toContainEqual(
      expect.objectContaining({ text: PROMO, class: 'related', rule: 'site-strip' }),
    );
    expect(record.removed).toContainEqual(expect.objectContaining({ rule: 'site-outside-body', class: 'other' }));
    expect(record.processing.siteRules).toEqual([expect.stringMatching(/^ansel\.example\.org@[0-9a-f]{8}$/)]);
    expect(record.processing.siteRuleSet).toMatch(/^[0-9a-f]{16}$/);
  });

  it('says who wrote it, when, and under which headline', () => {
    const record = clean(
      'site: ansel.example.org\ntitle: p.headline\nauthor: "[data-role=by]"\ndate: [.none, time @datetime]\n',
    );
    expect(record.title).toBe('Ferry sails again');
    expect(record.authors).toEqual([{ name: 'Ann Marlow' }, { name: 'Bo Tern' }]);
    expect(record.datePublished).toBe('2026-02-03T10:00:00Z');
    expect(record.evidence?.title).toEqual({ source: 'site-rule', confidence: 1, raw: 'Ferry sails again' });
    expect(record.evidence?.authors?.raw).toBe('By Ann Marlow and Bo Tern');
  });

  it('names texts, of plain text too', () => {
    const yaml = 'site: ansel.example.org\ntext:\n  - {pattern: "^Our harbour podcast .*", class: newsletter}\n';
    const body = `${FIRST}\n\n${PROMO}\n\n${LAST}`;
    const record = clean(yaml, { mediaType: 'text/plain' }, body);
    expect(record.text).toBe(`${FIRST}\n\n${LAST}`);
    expect(record.removed).toContainEqual(
      expect.objectContaining({ class: 'newsletter', rule: 'site-text', text: PROMO }),
    );
    expect(clean(yaml).text).not.toContain(PROMO);
  });

  it('keeps what it calls part of the article', () => {
    expect(clean('site: ansel.example.org\nstrip: [.story]\nkeep: .story\n').text).toContain(FIRST);
  });

  it('is reported and not applied where it removes more than it keeps', () => {
    const without = cleanArticle(PAGE, { url: URL_OF_PAGE, mediaType: 'text/html' });
    const record = clean('site: ansel.example.org\nstrip: [.story]\n');
    expect(record.text).toBe(without.text);
    expect(record.processing).not.toHaveProperty('siteRules');
    expect(record.quality.flags).toContainEqual({ flag: 'site-rule-not-applied', reason: expect.any(String) });
  });

  it('holds for the host, its subdomains and the days it is for', () => {
    const yaml = 'site: ansel.example.org\nvalid: {from: 2026-01-01, until: 2026-12-31}\nstrip: [.promo]\n';
    const isApplied = (info: Parameters<typeof clean>[1]) => clean(yaml, info).processing.siteRules !== undefined;
    expect(isApplied({})).toBe(true);
    expect(isApplied({ fetchedAt: '2026-12-31T23:59:59Z' })).toBe(true);
    expect(isApplied({ fetchedAt: '2027-01-01T00:00:00Z' })).toBe(false);
    expect(isApplied({ url: 'https://ansel.example.org/x' })).toBe(true);
    expect(isApplied({ url: 'https://example.org/x' })).toBe(false);
    expect(isApplied({ url: 'https://notansel.example.org/x' })).toBe(false);
  });

  it('prefers the rule of the host to that of the domain above it', () => {
    const book = rulesOf('- site: example.org\n- site: ansel.example.org\n');
    expect(book.find('https://a.ansel.example.org/', null)?.id).toMatch(/^ansel\.example\.org@/);
    expect(book.find('https://other.example.org/', null)?.id).toMatch(/^example\.org@/);
  });

  it('leaves the record as it is where no rule is for the site, but for the name of all rules', () => {
    const { processing, ...other } = clean('site: other.example.org\nstrip: [.story]\n');
    const { processing: plain, ...record } = cleanArticle(PAGE, { url: URL_OF_PAGE, mediaType: 'text/html' });
    expect(other).toEqual(record);
    expect(processing).toEqual({ ...plain, siteRuleSet: expect.stringMatching(/^[0-9a-f]{16}$/) });
  });
});

describe('the tree for selectors', () => {
  const pages = ['examples', ...readdirSync('test/cases').map((name) => join('test/cases', name))]
    .filter((folder) => !folder.endsWith('.ts'))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((file) => file.endsWith('.html'));

  it.each(pages)('is in step with the parser on %s', (file) => {
    const source = readFileSync(file, 'utf8');
    expect(readSiteTree(source, null).size).toBe(parseHtml(source).elements?.tag.length);
  });

  it('has the elements of the table of the parser, in its order, with all attributes', () => {
    const source = `${PAGE}<p>open <b>bold<p>next <i>x</b>y</i><ul><li>a<li data-x='1 &amp; 2'>b</ul><table><td>c</table><br><img src=a>`;
    const tree = readSiteTree(source, null);
    const table = parseHtml(source).elements;
    expect(tree.size).toBe(table?.tag.length);
    for (const [node, index] of tree.indexOf) {
      expect(node.name).toBe(table?.tag[index]);
      const parent = node.parent !== null && 'name' in node.parent ? tree.indexOf.get(node.parent) : undefined;
      if (index > 0) expect(parent).toBe(table?.parent[index]);
    }
    const values = [...tree.indexOf.keys()]
      .map(({ attribs }) => attribs['data-x'])
      .filter((value) => value !== undefined);
    expect(values).toEqual(['1 & 2']);
  });
});

describe('a file of site rules', () => {
  const schema: object = JSON.parse(readFileSync('schema/site-rule.schema.json', 'utf8'));
  const validate = new Ajv({ strict: false }).compile(schema);
  const GOOD = [
    'site: a.example.org',
    'site: a.example.org\nbody: [article, "#main"]\ntitle: h1\nauthor: .by\ndate: time @datetime\nkeep: .note',
    'site: a.example.org\nvalid: {from: 2026-01-01}\nstrip: [.x, {selector: .y, class: ad}]',
    'site: a.example.org\ntext: [{pattern: "^x$", class: other, ignoreCase: true}]\nsamples: [{file: a.html, keeps: [x]}]',
  ];
  const BAD: readonly (readonly [yaml: string, place: string, message: RegExp])[] = [
    ['body: x', '1:1', /expected "site"/],
    ['site: a.example.org\nbodi: x', '2:1', /unknown key "bodi"; known are site, valid, body/],
    [
      'site: a.example.org\nstrip:\n  - {selector: .y, class: adverts}',
      '3:27',
      /expected one of headline, .*got "adverts"/,
    ],
    ['site: a.example.org\ntext: [{pattern: "^x", class: ad, ignoreCase: 1}]', '2:47', /expected true or false, got 1/],
    ['site: a.example.org\nvalid: {from: soon}', '2:15', /expected a date such as 2026-01-31, got "soon"/],
    ['site: 5', '1:7', /expected text, got 5/],
    ['site: a.example.org\nbody:', '2:1', /expected a value for "body", got none/],
    ['site: a.example.org\nsamples: x', '2:10', /expected a list, got "x"/],
    ['site: a.example.org\nsamples: [{url: x}]', '2:11', /expected "file"/],
  ];

  it.each(GOOD)('is read, and passes the published schema: %s', (yaml) => {
    expect(readYamlRules(yaml, 'f.yaml')).toMatchObject({
      problems: [],
      entries: [{ rule: { site: 'a.example.org' } }],
    });
    expect(validate(parse(yaml))).toBe(true);
  });

  it.each(BAD)('is refused with its place, by the schema too: %s', (yaml, place, message) => {
    const { entries, problems } = readYamlRules(yaml, 'f.yaml');
    expect(entries).toEqual([]);
    expect(problems.map(({ line, column }) => `${line}:${column}`)).toEqual([place]);
    expect(problems[0]?.message).toMatch(message);
    expect(validate(parse(yaml))).toBe(false);
  });

  it('tells of selectors and patterns that are none, which no schema can, and of broken YAML', () => {
    const problemsOf = (yaml: string) =>
      readYamlRules(yaml, 'f').problems.map(({ line, column }) => `${line}:${column}`);
    expect(problemsOf('site: a.example.org\nbody: "div[["')).toEqual(['2:7']);
    expect(problemsOf('site: a.example.org\nbody: "p:nonsense"')).toEqual(['2:7']);
    expect(problemsOf('site: a.example.org\ntext:\n  - {pattern: "^(a*)*", class: ad}')).toEqual(['3:5']);
    expect(problemsOf('site: a.example.org\n\tbody: x')).toHaveLength(1);
    expect(problemsOf('site: a.example.org\nsite: b.example.org')).toEqual(['2:1']);
  });

  it('may hold many rules, of which the good ones hold', () => {
    const { entries, problems } = readYamlRules(
      'site: a.example.org\n---\nsite: b.example.org\nx: 1\n---\n- site: c.example.org\n',
      'f',
    );
    expect(entries.map(({ rule }) => rule.site)).toEqual(['a.example.org', 'c.example.org']);
    expect(problems).toHaveLength(1);
  });
});

describe('the format of Full-Text RSS', () => {
  it('is read as it is', () => {
    const config = `# A comment
title: //p[@class='headline']
body: //div[contains(concat(' ', normalize-space(@class), ' '), ' story ')]
author: //p[@data-role='by']
date: //time/@datetime
strip: //div[contains(@class, 'promo')]
strip_id_or_class: after
prune: no
tidy: no
test_url: https://ansel.example.org/2026/ferry
`;
    const { entries, problems } = readSiteConfig(config, 'rules/.ansel.example.org.txt');
    expect(problems).toEqual([]);
    const record = cleanArticle(
      PAGE,
      { url: URL_OF_PAGE, mediaType: 'text/html' },
      { siteRules: new SiteRuleBook(entries) },
    );
    expect(record).toMatchObject({
      title: 'Ferry sails again',
      text: `${FIRST}\n\n${LAST}`,
      datePublished: '2026-02-03T10:00:00Z',
    });
  });

  it('tells by line what cannot be applied', () => {
    const { problems } = readSiteConfig(
      'body: //div[count(p) > 3]\nsingle_page_link: //a\nfind_string: <x>\nwhatever: y',
      'a.org.txt',
    );
    expect(problems.map(({ line, message }) => [line, message])).toEqual([
      [1, expect.stringContaining('cannot be said as a selector')],
      [2, expect.stringContaining('"single_page_link" is not applied')],
      [3, expect.stringContaining('"find_string" is not applied')],
      [4, expect.stringContaining('"whatever" is not known')],
    ]);
  });

  it.each([
    ["//div[@id='a']", ['div[id="a"]']],
    ["//div[@class='a b']//p/span[2]", ['div[class="a b"] p > span:nth-of-type(2)']],
    ['//h1 | //h2[@class]', ['h1', 'h2[class]']],
    ["//*[contains(@class, 'x') or @id = 'y']", ['*[class*="x"]', '*[id="y"]']],
    ["//div[@a='1' and not(@b)]", ['div[a="1"]:not([b])']],
    ["//meta[@property='og:title']/@content", ['meta[property="og:title"] @content']],
    ["//a[starts-with(@href, '/tag|s')]/text()", ['a[href^="/tag|s"]']],
    ['//p[last()]', ['p:last-of-type']],
  ])('makes selectors of %s', (xpath, selectors) => {
    expect(xpathToCss(xpath)).toEqual(selectors);
  });

  it.each(['//div/following-sibling::p', '//p[text()="x"]', '//div[', 'id("x")', ''])('makes none of %s', (xpath) => {
    expect(xpathToCss(xpath)).toBeNull();
  });
});
