import { styleText } from 'node:util';
import type { BlockExplanation, DocumentExplanation } from '../core/label/explain/explanation.ts';

export interface ReportStyle {
  /** Reasons a block. */
  readonly reasons: number;
  readonly colour: boolean;
  /** Width of the terminal; `null` for a pipe. */
  readonly columns: number | null;
}

type Colour = Parameters<typeof styleText>[0];

/** Characters of a block's text in a pipe, and the fewest on a terminal. */
const TEXT_LENGTH = 72;
const MIN_TEXT_LENGTH = 16;

/** What is said of one document: a line of counts, then each wanted block with its reasons indented below it. */
export function writeReport(
  name: string,
  { format, blocks }: DocumentExplanation,
  isWanted: (block: BlockExplanation) => boolean,
  style: ReportStyle,
): string {
  const paint = painter(style.colour);
  const wanted = blocks.filter(isWanted);
  const widths = {
    what: Math.max(...wanted.map((block) => whatOf(block).length)),
    rule: Math.max(...wanted.map((block) => ruleOf(block).length)),
  };
  const lines = wanted.flatMap((block) => [
    blockLine(block, widths, style, paint),
    ...reasonLines(block, style.reasons, paint),
  ]);
  return `${[paint('bold', summary(name, format, blocks)), '', ...lines].join('\n')}\n\n`;
}

function painter(colour: boolean): (colour: Colour, text: string) => string {
  // Whether the terminal takes colours was decided before: `styleText` would ask the standard output of the process.
  return (name, text) => (colour ? styleText(name, text, { validateStream: false }) : text);
}

function summary(name: string, format: string, blocks: DocumentExplanation['blocks']): string {
  const count = (label: BlockExplanation['label']): string => {
    const those = blocks.filter((block) => block.label === label);
    return `${those.length} ${label} (${those.reduce((sum, { words }) => sum + words, 0)} words)`;
  };
  const threshold = blocks.find((block) => block.threshold !== undefined)?.threshold;
  const from = threshold === undefined ? '' : `; kept from p ${threshold.toFixed(2)}`;
  return `${name}: ${format}, ${blocks.length} blocks, ${count('kept')}, ${count('removed')}${from}`;
}

/** The class of a removal, the kind of a kept block. */
function whatOf({ class: name, type, kind }: BlockExplanation): string {
  return name ?? type ?? kind;
}

function ruleOf({ rule }: BlockExplanation): string {
  return rule ?? '';
}

function blockLine(
  block: BlockExplanation,
  widths: { readonly what: number; readonly rule: number },
  { columns }: ReportStyle,
  paint: ReturnType<typeof painter>,
): string {
  const removed = block.label === 'removed';
  const probability = block.probability === undefined ? '      ' : `p ${block.probability.toFixed(2)}`;
  const head = [
    block.label.padEnd(7),
    whatOf(block).padEnd(widths.what),
    ruleOf(block).padEnd(widths.rule),
    probability,
    `${String(block.words).padStart(4)} w`,
  ].join('  ');
  const room = columns === null ? TEXT_LENGTH : Math.max(MIN_TEXT_LENGTH, columns - head.length - 3);
  return `${paint(removed ? 'red' : 'green', head)}  ${excerpt(block.text, room)}`.trimEnd();
}

function excerpt(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ');
  const letters = Array.from(line.slice(0, 2 * length + 2));
  return letters.length <= length ? letters.join('') : `${letters.slice(0, length - 1).join('')}…`;
}

function reasonLines(block: BlockExplanation, most: number, paint: ReturnType<typeof painter>): readonly string[] {
  const { decisions, stage, rationale } = block;
  const lines = decisions.map((decision) => paint('yellow', `         ! ${decision}`));
  if (stage !== 'model' && stage !== 'none') {
    lines.push(`         ${paint('dim', `${stage}:`)} ${rationale ?? 'no rule has anything against it'}`);
  }
  for (const { direction, weight, text } of block.reasons.slice(0, most)) {
    const sign = direction === 'for' ? 'for    ' : 'against';
    const amount = Math.abs(weight).toFixed(2).padStart(5);
    lines.push(`         ${paint(direction === 'for' ? 'green' : 'red', `${sign} ${amount}`)}  ${paint('dim', text)}`);
  }
  return lines;
}
