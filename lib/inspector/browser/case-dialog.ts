import { REMOVAL_CLASSES, type RemovalClass } from '../../core/document.ts';
import { type CaseFile, type Complaint, draftCase, SLUG } from '../case-folder.ts';
import type { InspectedDocument } from '../inspected.ts';
import type { Row } from '../rows.ts';
import { writeTar } from '../tar.ts';
import { download, el } from './element.ts';
import { postCase } from './server.ts';
import type { Store } from './store.ts';
import { unpackSource } from './unpack.ts';

/** Asks for the name and the reason of a case and writes its folder: by the server, or as an archive to unpack. */
export function openCaseDialog(store: Store, inspected: InspectedDocument, row: Row, back: () => void): void {
  const slug = el('input', {
    id: 'slug',
    required: true,
    pattern: SLUG.source,
    placeholder: 'dated-footer',
    autocomplete: 'off',
  });
  const why = el('textarea', {
    id: 'why',
    required: true,
    rows: 3,
    placeholder: 'What must stay or go, and how it is told from its opposite',
  });
  const kind = el(
    'select',
    { id: 'case-class' },
    ...REMOVAL_CLASSES.map((name) => el('option', { value: name }, name)),
  );
  const status = el('p', { role: 'status' });
  const close = el('button', { type: 'button' }, 'Close');
  const submit = el('button', { type: 'submit' }, store.data.served ? 'Write the case' : 'Save the case');
  const heading = el(
    'h2',
    { id: 'case-heading' },
    row.kept ? 'This should have been removed' : 'This should have been kept',
  );
  const piece = el('blockquote', { dir: 'auto' }, row.source.slice(0, 300));
  const form = el(
    'form',
    {},
    el('label', {}, 'Name of the case, in words with hyphens ', slug),
    row.kept ? el('label', {}, 'Class it should have been removed as ', kind) : null,
    el('label', {}, 'Why ', why),
    el('p', { class: 'buttons' }, submit, ' ', close),
    status,
  );
  const dialog = el('dialog', { 'aria-labelledby': 'case-heading' }, heading, piece, form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const complaint: Complaint = row.kept
      ? { should: 'remove', block: row.index, class: classOf(kind.value) }
      : { should: 'keep', removed: row.index };
    const write = async () => {
      const files = draftCase(await unpackSource(inspected), complaint, { slug: slug.value, why: why.value });
      return save(store, slug.value, files);
    };
    void write()
      .catch((error: unknown) => String(error))
      .then((message) => {
        status.textContent = message;
      });
  });
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    back();
  });
  document.body.append(dialog);
  dialog.showModal();
}

async function save(store: Store, slug: string, files: readonly CaseFile[]): Promise<string> {
  if (store.data.served) return postCase(files);
  download(`${slug}.tar`, writeTar(files).slice(), 'application/x-tar');
  return `Saved. Unpack it into the cases: tar -xf ${slug}.tar -C test/cases. Read expected.json, then set "reviewed" to true.`;
}

function classOf(value: string): RemovalClass {
  return REMOVAL_CLASSES.find((name) => name === value) ?? 'other';
}
