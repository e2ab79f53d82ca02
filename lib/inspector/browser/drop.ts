import type { BrowserCleaner } from '../browser-cleaner.ts';
import { postFile } from './server.ts';
import type { Store } from './store.ts';

/** Cleans files that are dragged onto the page or picked. */
export function acceptFiles(store: Store, picker: HTMLInputElement, tell: (message: string) => void): void {
  const take = async (files: Iterable<File>) => {
    for (const file of files) {
      tell(`${file.name} is read …`);
      tell(await takeFile(store, file));
    }
  };
  picker.addEventListener('change', () => void take(picker.files ?? []));
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    document.body.classList.add('dragging');
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) document.body.classList.remove('dragging');
  });
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    document.body.classList.remove('dragging');
    void take(event.dataTransfer?.files ?? []);
  });
}

async function takeFile(store: Store, file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (store.data.served) return postFile(file.name, bytes);
  const cleaner: BrowserCleaner | undefined = Reflect.get(globalThis, 'winnowCleaner');
  if (cleaner === undefined) {
    return 'This page was written without the cleaner: write it again without --no-cleaner, or use npm start -- --serve.';
  }
  const documents = cleaner.clean(file.name, bytes);
  store.add(documents, cleaner.rationalesOf(documents));
  const first = documents[0];
  if (first !== undefined) store.show(store.documents.findIndex(({ name }) => name === first.name));
  return `${file.name} was cleaned here, in the browser.`;
}
