import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rationaleOf } from '../../lib/core/label/rules/rationale.ts';

const LABEL = join(__dirname, '..', '..', 'lib', 'core', 'label');

/** The ids that the code removes with: literals, and the beginning of those that end in what is found. */
function idsInCode(): readonly string[] {
  const files = readdirSync(LABEL, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return files.flatMap((name) =>
    [...readFileSync(join(LABEL, name), 'utf8').matchAll(/\brule: (?:\w+ \? )?['`]([a-z-]+)/g)].map(
      ([, id = '']) => id,
    ),
  );
}

describe('the reason of a rule', () => {
  it('is known for every id that the code removes with', () => {
    const ids = idsInCode();
    expect(ids.length).toBeGreaterThan(40);
    expect(ids.filter((id) => rationaleOf(id.endsWith('-') ? `${id}x` : id) === null)).toEqual([]);
  });

  it.each([
    ['a phrase rule', 'share-label', /network|button|share/i],
    ['a row of markup', 'html-cookie', /cookies/],
    ['ids that end in the form found', 'teaser-hxi', /card of another story/],
    ['ids that end in the class found', 'after-comments', /comment form/],
  ])('is that of %s', (_, id, reason) => {
    expect(rationaleOf(id)).toMatch(reason);
  });

  it('is null for ids that no table lists', () => {
    expect(rationaleOf('made-up-rule')).toBeNull();
  });
});
