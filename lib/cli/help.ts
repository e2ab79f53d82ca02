/** What `--help` says below the options. */

export const PROGRAM_HELP = `
Examples:
  winnow clean pages/ --out clean/            every file of a folder, one JSON each
  winnow clean page.html --format md          the article as Markdown, on standard output
  winnow explain page.html --removed          why each block was removed
  winnow inspect pages/                       a page that shows each removal, to open in a browser
  winnow records < scraped.jsonl > out.jsonl  one line for each scraped record
  winnow restore clean/page.txt.json          the source text again
  winnow site new https://example.org/story   a rule for one site, with a sample
  winnow learn clean/                         what stories of a site share, for --memory
  winnow similar clean/                       copies of one story among records
  winnow backfill --stack Winnow --prefix a/  what is in the bucket of a deployed stack already

winnow COMMAND --help tells more, winnow help TOPIC what is behind it: classes, reasons, rules, memory, environment.`;

export const CLEAN_HELP = `
Formats and the names of the results, for an input page.html:
  json         page.html.json, the article record; of an input of many records page.jsonl.jsonl.gz
  jsonl        records.jsonl, one record a line for all inputs
  md           page.html.md, the article as Markdown
  txt          page.html.txt, the text alone
  frontmatter  page.html.md, Markdown under a block of YAML
  jsonld       page.html.jsonld, a NewsArticle of schema.org
  ninjs        page.html.ninjs.json, a news object of IPTC ninjs 3.1
  jsonfeed     page.html.jsonfeed.json, an item of JSON Feed 1.1
  fineweb      fineweb.jsonl, a row of text, id, url, date, language for each article
  dolma        dolma.jsonl, the whole source with what goes marked as spans
Inputs that cannot be cleaned are told on standard error and listed in quarantined.jsonl.
In folders, hidden files, symbolic links and the folder --out itself are passed over.
With --jobs N, N threads clean; what is written and told, and its order, are the same.

Exit codes: 0 every input was cleaned, 1 some input was quarantined or could not be read, 2 usage.

Examples:
  winnow clean pages/ notes.md --out clean/
  curl -s https://example.com/story | winnow clean - --type text/html --format txt`;

export const EXPLAIN_HELP = `
Of HTML the reasons are what the model saw in the block: each family of features with what it adds to, or takes from,
the log odds that the block belongs to the article, compared with the other blocks of the page. All of them and
"baseline" (in --json) add up to the log odds of the block alone. A line with ! tells a decision about the structure of
the page that changed the label: the threshold of the page, a list judged as one, a crosshead, an orphan heading.
Of text and Markdown the reason is the one of the rule that fired, behind the stage that it belongs to.

With --json each line is
  {"file", "at", "kind", "text", "words", "label": "kept" | "removed", "type"?, "class"?, "rule"?, "confidence"?,
   "rationale"?, "path"? | "start"?, "end"?, "stage", "probability"?, "ownProbability"?, "threshold"?, "baseline"?,
   "reasons": [{"text", "direction": "for" | "against", "weight", "family", "feature", "value"}], "decisions": []}

Exit codes: 0 every input was explained, 1 some input was refused or could not be read, 2 usage.

Examples:
  winnow explain page.html
  winnow explain pages/ --json --removed | jq -r 'select(.class == "other") | .text'`;

export const INSPECT_HELP = `
The page holds everything: code, sources, records and reasons; it opens without a network and sends nothing. Files that
are dragged onto it are cleaned in the browser. "This should have been kept" saves a case for test/cases.
Keys in it: / search, [ and ] documents, arrows or j and k lines, n and p removals, Enter to the reasons, Escape back.

Exit codes: 0 every input is in the page, 1 some input could not be read, 2 usage.

Examples:
  winnow inspect pages/ --out inspector.html
  winnow inspect clean/                       records that were cleaned before`;

export const SITE_HELP = `
A rule, in site-rules/example.org.yaml; every key but "site" may be left out:
  site: example.org                   # and its subdomains
  body: article .story                # CSS selectors; the first of a list that finds something counts
  title: h1.headline
  author: .byline
  date: time[datetime]
  strip:
    - selector: .promo
      class: related
  text:
    - pattern: ^Subscribe to our .*$   # begins with ^, at most one * + {n,}
      class: newsletter
  valid: {from: 2026-01-01, until: 2026-12-31}
  samples:
    - file: samples/example.org/story.html
      keeps: [The council voted]
Files in the format of Full-Text RSS, such as example.org.txt, are read as they are. All keys: schema/site-rule.schema.json.
A rule that would remove more than it keeps is not applied; the record has the flag site-rule-not-applied.

Examples:
  winnow site new https://example.org/story
  winnow site test site-rules
  winnow site suggest pages/ > site-rules/proposed.yaml
  winnow clean pages/ --out clean --sites site-rules`;

export const LEARN_HELP = `
A paragraph that stories under several titles of one site share is part of none of them. The snapshot counts paragraphs of four
words or more by host; --memory removes those that --min-stories (3) share, as class duplicate, and the record names the
snapshot. Counting parts and merging gives what counting the whole gives, in any order and however often.

Examples:
  winnow learn clean/ --out site-memory.jsonl
  winnow learn monday.jsonl tuesday.jsonl --out week.jsonl      snapshots are merged
  winnow learn s3://my-clean-bucket/2026/                       needs @aws-sdk/client-s3
  winnow clean pages/ --out clean --memory week.jsonl`;

export const RECORDS_HELP = `
A scraped record:
  {"id"?, "url"?, "contentType"?, "fetchedAt"?, "body", "isBase64Encoded"?}
  with "html", "text" or "markdown" in place of "body" when the format is known.

One line is held at a time. With --jobs N, N threads clean, a few lines ahead of the reader; answers and order are the same.

Exit codes: 0 every line was answered (a quarantined line is an answer), 1 the cleaner failed on a line, 2 usage.

Example:
  winnow records < scraped.jsonl > clean.jsonl`;

export const RESTORE_HELP = `
Text and Markdown come back to the letter, in UTF-8, and are compared with the sha256 in the record.
Of HTML the text of the page comes back, in order.

Exit codes: 0 written, 1 the text is not what came in or the file cannot be read, 2 usage.

Examples:
  winnow restore clean/page.txt.json > page.txt
  winnow restore clean/page.txt.json --class bio contact`;

export const SIMILAR_HELP = `
Inputs are records as winnow clean and winnow records write them, or sources, which are cleaned first. Verdicts:
  near-duplicate    one text, perhaps with small changes
  contains          most paragraphs of the second stand in the first
  shares-wire-copy  texts of their own that share paragraphs
  different         nothing in common; of more than two texts such pairs are told with --all only

With --json each line is
  {"a", "b", "verdict", "container"?: "a" | "b", "sameText", "hammingDistance": 0..64, "sharedParagraphs",
   "shareOfA": 0..1, "shareOfB": 0..1}

Exit codes: 0 every text was compared, 1 some input was refused or could not be read, 2 usage.

Examples:
  winnow similar a.html b.html
  winnow similar clean/records.jsonl --json | jq -r 'select(.verdict == "near-duplicate") | .b'`;
