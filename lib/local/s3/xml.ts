import { parseDocument } from 'htmlparser2';
import { S3Error } from './errors.ts';

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** An element of a parsed request; `text` is what stands directly in it. */
export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

/** Markup of an element whose content is markup already. */
export function element(name: string, ...content: readonly string[]): string {
  return `<${name}>${content.join('')}</${name}>`;
}

/** Markup of an element with a text; control characters become references, as S3 writes keys that hold them. */
export function textElement(name: string, value: string | number | boolean): string {
  const escaped = String(value)
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
    .replace(/\p{Cc}/gu, (character) => `&#${character.charCodeAt(0)};`);
  return `<${name}>${escaped}</${name}>`;
}

/** A whole answer, UTF-8. */
export function xmlDocument(name: string, ...content: readonly string[]): Buffer {
  const root = `<${name} xmlns="${NAMESPACE}">${content.join('')}</${name}>`;
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${root}`);
}

/** Error documents stand in no namespace. */
export function errorDocument(error: S3Error, resource: string, requestId: string): Buffer {
  const details = Object.entries(error.details).map(([name, value]) => textElement(name, value));
  const root = element(
    'Error',
    textElement('Code', error.code),
    textElement('Message', error.message),
    ...details,
    textElement('Resource', resource),
    textElement('RequestId', requestId),
  );
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${root}`);
}

type Nodes = ReturnType<typeof parseDocument>['children'];

function readElements(nodes: Nodes): XmlElement[] {
  return nodes.flatMap((node) => {
    if (!('name' in node) || !('children' in node)) return [];
    const text = node.children.map((child) => (child.type === 'text' ? (child as { data: string }).data : '')).join('');
    return [{ name: String(node.name).replace(/^.*:/, ''), text, children: readElements(node.children) }];
  });
}

/** @throws S3Error `MalformedXML` when the root element is not `name`. */
export function parseXml(body: Buffer, name: string): XmlElement {
  const roots = readElements(parseDocument(body.toString('utf8'), { xmlMode: true }).children);
  const root = roots.find((candidate) => candidate.name === name);
  if (!root) throw new S3Error('MalformedXML', `expected a <${name}> document`);
  return root;
}

/** Text of the first child of that name; `null` when there is none. */
export function childText(parent: XmlElement, name: string): string | null {
  return parent.children.find((child) => child.name === name)?.text ?? null;
}
