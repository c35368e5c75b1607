import { fieldValue, setField } from './form-fields.ts';

interface DraftOnServer {
  readonly parentId: string | null;
  readonly body: string;
  readonly draftId: string | null;
  readonly version: number | null;
}

/** What /drafts answers, or that it did not. */
export type SavedDraft =
  | { readonly kind: 'done'; readonly draft: DraftOnServer }
  | { readonly kind: 'would-be-lost'; readonly message: string; readonly lost: DraftOnServer }
  | { readonly kind: 'refused'; readonly message?: string };

/** A pause in the typing as long as this is worth a save. */
const pauseMs = 800;

/** Saves the composer's text as a draft: after a pause, or at once. One save at a time, each going on from the last. */
export function draftSaver(form: HTMLFormElement, tell: (answer: SavedDraft) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();
  let savesInFlight = 0;
  let savedBody = fieldValue(form, 'body');

  const save = async (keepalive: boolean) => {
    const body = fieldValue(form, 'body');
    // Nothing is no draft to begin; but a draft that was emptied should not come back.
    const isBeginning = fieldValue(form, 'draftId') === '';
    if (body === savedBody || (isBeginning && body.trim() === '')) return;
    savesInFlight += 1;
    const answer = await send(form, keepalive);
    savesInFlight -= 1;
    if (answer.kind === 'done') {
      savedBody = body;
      setField(form, 'version', String(answer.draft.version ?? ''));
      setField(form, 'draftId', answer.draft.draftId ?? '');
    }
    tell(answer);
  };

  const atOnce = ({ keepalive = false } = {}) => {
    clearTimeout(timer);
    running = running.then(() => save(keepalive));
    return running;
  };
  return {
    atOnce,
    isSaving: () => savesInFlight > 0,
    later() {
      clearTimeout(timer);
      timer = setTimeout(atOnce, pauseMs);
    },
    /** The form itself is on its way: what it carries needs no saving. */
    cancel() {
      clearTimeout(timer);
      savedBody = fieldValue(form, 'body');
    },
  };
}

async function send(form: HTMLFormElement, keepalive: boolean): Promise<SavedDraft> {
  try {
    const response = await fetch('/drafts', { method: 'POST', body: new FormData(form), keepalive });
    return (await response.json()) as SavedDraft;
  } catch {
    return { kind: 'refused' };
  }
}
