import { describe, expect, it } from '@jest/globals';
import type { ArticleDocument, Block, LabelledDocument } from '../../lib/core/document.ts';
import { parseMarkdown } from '../../lib/core/parse/markdown.ts';
import { parseText } from '../../lib/core/parse/text.ts';
import { settleText } from '../../lib/core/settle-text.ts';

const REMOVAL = { class: 'other', rule: 'test', confidence: 1 } as const;

/** Removes the last line of every document that has more than `least` lines, as long as it is asked. */
function labelLast(least: number, seen: string[][]): (document: ArticleDocument) => LabelledDocument {
  return (document) => {
    const { blocks } = document;
    seen.push(blocks.map(({ text }) => text));
    const last = blocks.length > least ? blocks.length - 1 : -1;
    return {
      document,
      blocks: blocks.map((block, i) => ({ block, removal: i === last ? REMOVAL : null, type: null })),
    };
  };
}

function settle(source: string, least: number): { readonly kept: string[]; readonly seen: string[][] } {
  const seen: string[][] = [];
  const label = labelLast(least, seen);
  const { blocks } = settleText(label(parseText(source)), label);
  return { kept: blocks.flatMap(({ block, removal }) => (removal === null ? [block.text] : [])), seen };
}

describe('text that is labelled until it is settled', () => {
  it('is read again as long as something falls', () => {
    const { kept, seen } = settle('One pier.\n\nTwo piers.\n\nThree piers.', 1);
    expect(kept).toEqual(['One pier.']);
    expect(seen.map((texts) => texts.length)).toEqual([3, 2, 1]);
  });

  it('is read once when it is clean and laid out as clean text is', () => {
    expect(settle('One pier.\n\nTwo piers.', 2).seen).toHaveLength(1);
  });

  it('is read again when other blank lines stood in it', () => {
    const { kept, seen } = settle('One pier.\n\n\n\nTwo piers.', 2);
    expect(kept).toEqual(['One pier.', 'Two piers.']);
    expect(seen).toHaveLength(2);
  });

  it('finds a heading again that plain text reads as the item of a list', () => {
    const label = labelLast(1, []);
    const source = parseMarkdown('## 1. Piers of stone\n\nOne pier.\n\nTwo piers.\n\nThree piers.');
    const { blocks } = settleText(label(source), label);
    expect(blocks.map(({ removal }) => removal !== null)).toEqual([false, true, true, true]);
  });

  it('finds pieces of code again that plain text reads as one', () => {
    const label = (document: ArticleDocument): LabelledDocument => {
      const isSecond = document.source?.includes('Piers') === false;
      const falls = (block: Block) => (isSecond ? block.kind === 'code' : block.text === 'Piers');
      return {
        document,
        blocks: document.blocks.map((block) => ({ block, removal: falls(block) ? REMOVAL : null, type: null })),
      };
    };
    const source = parseMarkdown('One pier.\n\n```\na = 1\n```\n\nPiers\n\n```\nb = 2\n```\n\nTwo piers.');
    const { blocks } = settleText(label(source), label);
    expect(blocks.flatMap(({ block, removal }) => (removal === null ? [block.text] : []))).toEqual([
      'One pier.',
      'Two piers.',
    ]);
  });

  it('comes to an end where every reading finds something', () => {
    const lines = Array.from({ length: 12 }, (_, i) => `Pier number ${i} was shut.`);
    expect(settle(lines.join('\n\n'), 0).seen).toHaveLength(7);
  });
});
