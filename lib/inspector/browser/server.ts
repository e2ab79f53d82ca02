import type { CaseFile } from '../case-folder.ts';
import type { InspectedDocument } from '../inspected.ts';
import type { Store } from './store.ts';

/** Milliseconds between two questions for new documents. */
const POLL_MS = 1500;

/** What the server answers when asked for documents. */
export interface Delivery {
  readonly documents: readonly InspectedDocument[];
  readonly rationales: Readonly<Record<string, string>>;
  /** Where to go on asking. */
  readonly next: number;
}

/** Asks for what has come since, for as long as the page is looked at and the server is there. */
export function followServer(store: Store, tell: (message: string) => void): void {
  let next = 0;
  const ask = async (): Promise<void> => {
    try {
      if (!document.hidden) {
        const response = await fetch(`documents?from=${next}`);
        if (!response.ok) throw new Error(response.statusText);
        const delivery: Delivery = await response.json();
        if (delivery.documents.length > 0) store.add(delivery.documents, delivery.rationales);
        next = delivery.next;
      }
      setTimeout(ask, POLL_MS);
    } catch {
      tell('The server has stopped; the page keeps what it has. Start it again and load the page anew.');
    }
  };
  void ask();
}

/** Sends a file to be cleaned; its document comes with the next answer of the server. */
export async function postFile(name: string, bytes: Uint8Array): Promise<string> {
  const response = await fetch(`objects?name=${encodeURIComponent(name)}`, { method: 'POST', body: bytes.slice() });
  return response.ok ? `${name} is uploaded.` : `${name} was refused: ${await response.text()}`;
}

/** Has a case folder written; answers where it is, or why not. */
export async function postCase(files: readonly CaseFile[]): Promise<string> {
  const response = await fetch('cases', { method: 'POST', body: JSON.stringify(files) });
  return response.text();
}
