import { draftSaver, type SavedDraft } from './draft-saver.ts';
import { fieldValue, setField } from './form-fields.ts';

/**
 * Makes the composer save what is typed, and ask before it would be lost. All of it also works without this script, by
 * forms alone: the script only spares the reader the way to the server.
 */
export function startComposer(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('form#composer');
  const dialog = page.querySelector<HTMLDialogElement>('dialog[data-question]');
  const text = form?.querySelector('textarea');
  if (!form || !dialog || !text) return;

  const saver = draftSaver(form, (answer) => show(form, dialog, answer));
  text.addEventListener('input', saver.later);
  page.defaultView?.addEventListener('pagehide', () => saver.atOnce({ keepalive: true }));
  form.addEventListener('submit', (event) => {
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
    if (button?.name === 'turnTo' && text.value.trim() !== '') {
      event.preventDefault();
      void askFirst(form, dialog, saver, button.value);
    } else if (saver.isSaving()) {
      // A save that arrived after the comment was posted would bring its draft back.
      event.preventDefault();
      void saver.atOnce().then(() => form.requestSubmit(button));
    } else {
      saver.cancel();
    }
  });
  dialog.querySelector('button[value="keep"]')?.addEventListener('click', (event) => {
    if (dialog.dataset['lost'] !== 'this') return;
    event.preventDefault();
    dialog.close();
    text.focus();
  });
}

/** Another comment is wanted while this one is unfinished. It is saved first, so that keeping it is really keeping. */
async function askFirst(
  form: HTMLFormElement,
  dialog: HTMLDialogElement,
  saver: ReturnType<typeof draftSaver>,
  target: string,
): Promise<void> {
  await saver.atOnce();
  // Somebody else's draft stands in the way of this very one: that question is open already.
  if (dialog.open) return;
  fillQuestion(dialog, 'this', {
    lostParentId: fieldValue(form, 'parentId'),
    lostDraftId: fieldValue(form, 'draftId'),
    lostVersion: fieldValue(form, 'version'),
    lostBody: fieldValue(form, 'body'),
    nextParentId: target,
    nextBody: '',
  });
  dialog.showModal();
}

function show(form: HTMLFormElement, dialog: HTMLDialogElement, answer: SavedDraft): void {
  const status = form.querySelector('[data-status]');
  if (status) status.textContent = answer.kind === 'done' ? (form.dataset['saved'] ?? '') : messageOf(form, answer);
  if (answer.kind !== 'would-be-lost' || dialog.open) return;
  const { parentId, draftId, version, body } = answer.lost;
  fillQuestion(dialog, 'other', {
    lostParentId: parentId ?? '',
    lostDraftId: draftId ?? '',
    lostVersion: String(version ?? ''),
    lostBody: body,
    nextParentId: fieldValue(form, 'parentId'),
    nextBody: fieldValue(form, 'body'),
  });
  dialog.showModal();
}

function messageOf(form: HTMLFormElement, answer: SavedDraft): string {
  const given = 'message' in answer ? answer.message : undefined;
  return given ?? form.dataset['notSaved'] ?? '';
}

/** `lost`: whether the text in this page's composer would go, or one that was begun elsewhere. */
function fillQuestion(
  dialog: HTMLDialogElement,
  lost: 'this' | 'other',
  fields: Readonly<Record<string, string>>,
): void {
  const form = dialog.querySelector('form');
  const words = dialog.querySelector('[data-lost]');
  if (!form || !words) return;
  for (const [name, value] of Object.entries(fields)) setField(form, name, value);
  words.textContent = fields['lostBody'] ?? '';
  dialog.dataset['lost'] = lost;
}
