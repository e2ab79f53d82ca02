import { decodeHTMLAttribute } from 'entities/decode';
import type { ElementAttributes } from '../document.ts';
import { KeptAttributes } from './kept-attributes.ts';

/** The attributes that parsing itself reads, beside those kept for labelling. */
export interface RawAttributes extends ElementAttributes {
  readonly src?: string;
  readonly lazySrc?: string;
  readonly srcset?: string;
  readonly lazySrcset?: string;
  readonly alt?: string;
  readonly width?: string;
  readonly height?: string;
  readonly name?: string;
  readonly property?: string;
  readonly httpEquiv?: string;
  readonly type?: string;
  readonly lang?: string;
  readonly dir?: string;
  readonly shadowrootmode?: string;
  readonly start?: string;
  readonly value?: string;
  /** `popover`: shown only when it is asked for. */
  readonly popover?: boolean;
  /** It has a tip of its own in an attribute, or names the element that it opens. */
  readonly opens?: boolean;
  readonly describedBy?: string;
}

type Writable = { -readonly [K in keyof RawAttributes]: RawAttributes[K] };
type FlagKey = 'hidden' | 'popover' | 'opens';
type TextKey = Exclude<keyof RawAttributes, FlagKey | 'data'>;

const TEXT_KEYS: ReadonlyMap<string, TextKey> = new Map<string, TextKey>([
  ...(
    [
      ...['class', 'id', 'role', 'rel', 'itemprop', 'itemtype', 'datetime', 'content', 'href', 'style', 'src'],
      ...['srcset', 'alt', 'width', 'height', 'name', 'property', 'type', 'lang', 'dir', 'shadowrootmode'],
      ...['start', 'value'],
    ] as TextKey[]
  ).map((key): [string, TextKey] => [key, key]),
  ['aria-label', 'ariaLabel'],
  ['aria-hidden', 'ariaHidden'],
  ['aria-describedby', 'describedBy'],
  ['http-equiv', 'httpEquiv'],
  ['data-src', 'lazySrc'],
  ['data-lazy-src', 'lazySrc'],
  ['data-original', 'lazySrc'],
  ['data-srcset', 'lazySrcset'],
]);

/** `data-*` attributes in which page builders name the component. */
const COMPONENT_KEYS: ReadonlySet<string> = new Set(
  (
    'data-testid data-test-id data-test data-component data-component-name data-componentname data-type data-module data-module-name ' +
    'data-block data-block-name data-block-type data-role data-name data-widget data-widget-type data-widget_type data-qa data-cy ' +
    'data-element data-element_type data-area data-region data-section data-content-type data-hook data-elementor-type data-gu-name'
  ).split(' '),
);

/** Attributes whose presence is all that counts. */
const FLAG_KEYS: ReadonlyMap<string, FlagKey> = new Map<string, FlagKey>([
  ['hidden', 'hidden'],
  ['popover', 'popover'],
  ...(
    'title data-tooltip data-tip data-tippy-content data-title data-original-title data-content data-toggle data-bs-title ' +
    'data-bs-content data-bs-toggle aria-haspopup aria-expanded aria-controls popovertarget'
  )
    .split(' ')
    .map((name): [string, FlagKey] => [name, 'opens']),
]);

/** Longest kept value of one attribute, UTF-16 units: hostile pages carry megabytes in a class. URLs and metas need room. */
const MAX_VALUE = 20_000;
const MAX_COMPONENT_VALUE = 200;

/** Longest wanted name. */
const MAX_NAME = 31;

/** Place in the sieve by length, first and last letter, whatever their case. */
function sievePlace(source: string, from: number, to: number): number {
  return ((to - from) << 10) | ((source.charCodeAt(from) & 31) << 5) | (source.charCodeAt(to - 1) & 31);
}

type Key = TextKey | FlagKey | 'data';

interface WantedName {
  readonly name: string;
  readonly key: Key;
}

/** Number in `WANTED` of the names at a place, 0 for none: most names of a page are not wanted, and need not be compared. */
const SIEVE = new Uint8Array((MAX_NAME + 1) << 10);
const WANTED: WantedName[][] = [[]];
for (const name of [...TEXT_KEYS.keys(), ...COMPONENT_KEYS, ...FLAG_KEYS.keys()]) {
  const place = sievePlace(name, 0, name.length);
  if (SIEVE[place] === 0) SIEVE[place] = WANTED.push([]) - 1;
  WANTED[SIEVE[place] ?? 0]?.push({ name, key: FLAG_KEYS.get(name) ?? TEXT_KEYS.get(name) ?? 'data' });
}

/** Collects the wanted attributes of one start tag; the first of a repeated name counts. */
export class AttributeCollector {
  private values: Writable | null = null;
  private key: Key | null = null;
  private current = '';

  /** Begins the attribute whose name stands at a place of the page; false when it is not wanted. */
  name(source: string, from: number, to: number): boolean {
    this.current = '';
    const found = to - from <= MAX_NAME ? (SIEVE[sievePlace(source, from, to)] ?? 0) : 0;
    this.key = found > 0 ? keyOf(WANTED[found] ?? [], source, from, to) : null;
    return this.key !== null;
  }

  /** The value of the attribute just named, as it stands on the page. */
  value(raw: string, hasReference: boolean): void {
    this.current = (hasReference ? decodeHTMLAttribute(raw) : raw).slice(0, MAX_VALUE);
  }

  /** The value of the attribute just named, its references decoded. */
  protected get valueNow(): string {
    return this.current;
  }

  end(): void {
    const { key } = this;
    if (key === null) return;
    this.values ??= new KeptAttributes();
    if (key === 'hidden' || key === 'popover' || key === 'opens') this.values[key] = true;
    else if (key === 'data') {
      const sofar = this.values.data;
      if (sofar === undefined) this.values.data = this.current.slice(0, MAX_COMPONENT_VALUE);
      else if (sofar.length < MAX_COMPONENT_VALUE)
        this.values.data = `${sofar} ${this.current}`.slice(0, MAX_COMPONENT_VALUE);
    } else if (this.values[key] === undefined) this.values[key] = this.current;
    this.key = null;
  }

  take(): RawAttributes | null {
    const taken = this.values;
    this.values = null;
    this.key = null;
    return taken;
  }
}

function keyOf(wanted: readonly WantedName[], source: string, from: number, to: number): Key | null {
  // Pages write names in lower case, so next to none is cut out of the source.
  for (const { name, key } of wanted) if (source.startsWith(name, from)) return key;
  const lower = source.slice(from, to).toLowerCase();
  return wanted.find(({ name }) => name === lower)?.key ?? null;
}
