import { keepPlace } from './keep-place.ts';

/** The caches in between may know only the old story for a moment. Milliseconds before each try. */
const triesMs = [0, 400, 600, 1_000, 1_500, 2_500];

/**
 * Puts the story as the server shows it now into an open page: what is the same stays, and so do the reader's place and
 * selection. Says so once, politely. Does nothing when the page shows this revision already, or a newer one. A story that was
 * withdrawn is not left standing: the page is loaded anew, and says so.
 */
export async function correctStory(page: Document, revision: number, signal: AbortSignal): Promise<void> {
  for (const waitMs of triesMs) {
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    const story = page.querySelector<HTMLElement>('.story');
    if (!story || signal.aborted || revisionOf(story) >= revision) return;
    const served = await servedPage(page, signal);
    if (served === 'gone') return page.location.reload();
    const newStory = served?.querySelector<HTMLElement>('.story');
    if (!served || !newStory || revisionOf(newStory) < revision) continue;
    // While the page was on its way, another correction may have come in.
    if (revisionOf(newStory) <= revisionOf(story)) return;
    keepPlace(page, () => replaceChanged(story, newStory));
    page.title = served.title;
    const note = page.querySelector<HTMLElement>('[data-story-note]');
    if (note) note.textContent = note.dataset['storyNote'] ?? '';
    return;
  }
}

/** What a withdrawn story's address answers. */
const goneStatus = 410;

async function servedPage(page: Document, signal: AbortSignal): Promise<Document | 'gone' | null> {
  try {
    const response = await fetch(page.location.pathname, { cache: 'no-store', signal });
    if (response.status === goneStatus) return 'gone';
    return response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : null;
  } catch {
    return null;
  }
}

function revisionOf({ dataset }: HTMLElement): number {
  return Number(dataset['revision']);
}

/** Makes an element as another one is, and leaves all in it alone that is the same in both. */
function replaceChanged(old: Element, wanted: Element): void {
  for (const { name, value } of wanted.attributes) old.setAttribute(name, value);
  const [before, after] = [[...old.childNodes], [...wanted.childNodes]];
  let start = 0;
  while (start < before.length && start < after.length && isSame(before[start], after[start])) start++;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && isSame(before.at(-1 - end), after.at(-1 - end))) end++;
  const changed = before.slice(start, before.length - end);
  const news = after.slice(start, after.length - end);
  if (changed.length === news.length) {
    for (const [at, node] of changed.entries()) replaceOne(node, news[at]);
    return;
  }
  const next = before[before.length - end] ?? null;
  for (const node of changed) node.remove();
  for (const node of news) old.insertBefore(node, next);
}

/** What holds the parts of a story is gone into, so that a mended word moves no picture. */
const holders = 'header, .story-body, .story-facts, .times';

function replaceOne(node: ChildNode, wanted: ChildNode | undefined): void {
  if (!wanted || isSame(node, wanted)) return;
  const isHolder = node instanceof Element && wanted instanceof Element && node.matches(holders);
  if (isHolder && wanted.matches(holders)) replaceChanged(node, wanted);
  else node.replaceWith(wanted);
}

function isSame(a: Node | undefined, b: Node | undefined): boolean {
  return a !== undefined && b !== undefined && a.isEqualNode(b);
}
