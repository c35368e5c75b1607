/** Where on the screen, from its top, something is looked for that stays through a change. */
const heights = [0.1, 0.25, 0.4, 0.55, 0.7, 0.85];

/**
 * Changes the page and leaves what the reader sees where it is: what has the focus, or else the uppermost thing on the screen
 * that is still there after the change.
 */
export function keepPlace(page: Document, change: () => void): void {
  const view = page.defaultView;
  if (!view) {
    change();
    return;
  }
  const { style } = page.documentElement;
  // The browser's own way of doing this would be added to ours.
  style.setProperty('overflow-anchor', 'none');
  const anchors = anchorsOf(page, view).map((element) => ({ element, top: element.getBoundingClientRect().top }));
  change();
  const anchor = anchors.find(({ element }) => element.isConnected);
  const movedBy = anchor ? anchor.element.getBoundingClientRect().top - anchor.top : 0;
  if (movedBy !== 0) view.scrollBy({ top: movedBy, behavior: 'instant' });
  view.requestAnimationFrame(() => style.removeProperty('overflow-anchor'));
}

function anchorsOf(page: Document, { innerWidth, innerHeight }: Window): Element[] {
  const seen = heights.flatMap((height) => page.elementFromPoint(innerWidth / 2, innerHeight * height) ?? []);
  const focused = page.activeElement && page.activeElement !== page.body ? [page.activeElement] : [];
  return [...focused, ...seen].filter((element) => {
    const { top, bottom, height } = element.getBoundingClientRect();
    // What is longer than the screen may change above and below it, and stay in its place all the same.
    return top < innerHeight && bottom > 0 && height < innerHeight;
  });
}
