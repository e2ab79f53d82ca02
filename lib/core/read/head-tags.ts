/** Characters of a tag that are looked at. */
const TAG_LENGTH = 600;

/** What follows the name of each start tag with one of the names, in order; names in lower case. */
export function* tagsOf(head: string, name: string): Generator<string> {
  const lower = head.toLowerCase();
  for (let at = lower.indexOf(`<${name}`); at >= 0; at = lower.indexOf(`<${name}`, at + 1)) {
    const start = at + name.length + 1;
    const end = lower.indexOf('>', start);
    yield head.slice(start, end === -1 ? start + TAG_LENGTH : Math.min(end, start + TAG_LENGTH));
  }
}

/** The text between tags, for judging what it is made of; not for reading it. */
export function withoutTags(sample: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = sample.indexOf('<'); at >= 0; at = sample.indexOf('<', from)) {
    const end = sample.indexOf('>', at);
    if (end === -1) break;
    parts.push(sample.slice(from, at));
    from = end + 1;
  }
  parts.push(sample.slice(from));
  return parts.join(' ');
}
